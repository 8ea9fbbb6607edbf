/// "ASEAN was China's largest trading partner", "the second and third largest, respectively", "for 16 consecutive
/// years".
#pragma once
#include <string>
#include <vector>

#include "tradewind/statements/parties.hpp"
#include "tradewind/statements/trade_words.hpp"
#include "tradewind/world/quantity.hpp"

namespace tradewind {

struct RankMention {
  std::size_t begin = 0, end = 0;    ///< tokens of the noun phrase ("China's second-largest trading partner")
  std::size_t first = 0;             ///< behind its owner: "second-largest ..."
  std::vector<PartyMention> owners;  ///< whose partner; empty: of the context
  std::vector<Interval> ranks;       ///< one, or one for each holder; empty: "an important trading partner of"
  bool mutual = false;               ///< "each other's largest trading partner"
  bool verbal = false;               ///< "ranked third", "placed second"
  bool alone = false;                ///< "in third place", "and Japan third": verbal, beside its holder
  bool of_world = false;             ///< "the world's sixth-largest exporter": among all, with the whole world
  bool of_goods = false;             ///< "the largest import", "the favourite sector": of goods, not of a partner
  bool list = false;                 ///< "the top three trading partners"
  bool of_measure = false;           ///< "exports to Japan were the largest": of the measure that is the subject
  bool of_record = false;            ///< "the second-largest fall on record": of the figure told before
  bool of_object = false;            ///< "recorded the largest export growth": of the measure that it stands before
  std::size_t noun_at = 0;           ///< the last word of its noun
  bool plural = false;               ///< "trading partners"
  std::string flow, measure, product;
  std::string region;      ///< "Guangxi's largest partner": a place that is no party, whose trade it is a part of
  bool flow_said = false;  ///< the noun says which flow: "export market"; not "trading partner", "ranked third"
  std::string among;       ///< "partners", "economies", a bloc's code, "goods", "others" or "record"
};

/// "for 16 consecutive years", "the fifth straight year", "four years in a row".
struct StreakMention {
  std::size_t begin = 0, end = 0;
  std::size_t first = 0;  ///< the token of the number
  PrintedNumber number;
  std::string unit;           ///< "years", "months", "quarters"; empty: of the figures' period ("the seventh in a row")
  bool of_rank_only = false;  ///< "for the past five years": a stretch of time, and a streak behind a rank
};

std::vector<RankMention> find_ranks(const Phrase& sentence, const std::vector<PartyMention>& parties);
std::vector<StreakMention> find_streaks(const Phrase& sentence);

}  // namespace tradewind
