/// What is measured, with the parties named around it: "China's exports to ASEAN", "bilateral trade with Vietnam and
/// Malaysia", "cumulative two-way investment", "the country imported agricultural products from ...".
#pragma once
#include <string>
#include <vector>

#include "tradewind/statements/parties.hpp"
#include "tradewind/statements/trade_words.hpp"

namespace tradewind {

struct MeasureMention {
  std::size_t begin = 0, end = 0;  ///< tokens of the whole noun phrase
  std::size_t head = 0;            ///< the measure's own word
  std::string flow, measure, product;
  std::vector<std::string> flows;  ///< "exports and imports": both, in their order
  std::vector<PartyMention> subjects, partners;
  bool total = false;          ///< "total", "foreign", "overall": with the whole world
  bool bilateral = false;      ///< "bilateral", "two-way", "between the two sides": with the partner of the context
  bool region = false;         ///< the product is a place's name: "Guangxi's trade"
  bool named_balance = false;  ///< "the positive balance of Russia": with the other one of the pair
  bool of_the_world = false;   ///< "global trade", "world exports"
  bool verb = false;           ///< "exported", "imported"
  bool cumulative = false;     ///< a sum since the beginning
  int sign = 1;                ///< a deficit is a negative balance
};

/// Measures of a sentence in their order; they do not overlap. `taken` marks the tokens of periods.
std::vector<MeasureMention> find_measures(const Phrase& sentence, const std::vector<PartyMention>& parties,
                                          const std::vector<bool>& taken);

}  // namespace tradewind
