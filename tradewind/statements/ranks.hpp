/// "ASEAN was China's largest trading partner", "the second and third largest, respectively", "for 16 consecutive
/// years".
#pragma once
#include <string>
#include <vector>

#include "tradewind/statements/measures.hpp"
#include "tradewind/world/quantity.hpp"

namespace tradewind {

struct RankMention {
  std::size_t begin = 0, end = 0;     ///< tokens of the noun phrase ("China's second-largest trading partner")
  std::vector<PartyMention> owners;   ///< whose partner; empty: of the context
  std::vector<PartyMention> holders;  ///< who holds the rank; empty: of the context
  std::vector<Interval> ranks;        ///< one, or one for each holder
  bool mutual = false;                ///< "each other's largest trading partner"
  std::string flow, measure, product;
  std::string among;            ///< "partners", "economies", or a bloc's code
  std::size_t place_begin = 0;  ///< with the holders, when they stand before
  std::size_t place_end = 0;
};

/// "for 16 consecutive years", "the fifth straight year", "four years in a row".
struct StreakMention {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0;  ///< the token of the number
  PrintedNumber number;
  std::string unit;           ///< "years", "months", "quarters"
  bool of_rank_only = false;  ///< "for the past five years": a stretch of time, and a streak behind a rank
};

std::vector<RankMention> find_ranks(const Phrase& sentence, const std::vector<PartyMention>& parties);
std::vector<StreakMention> find_streaks(const Phrase& sentence);

}  // namespace tradewind
