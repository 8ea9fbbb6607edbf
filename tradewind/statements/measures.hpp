/// What is measured, with the parties named around it: "China's exports to ASEAN", "bilateral trade with Vietnam and
/// Malaysia", "cumulative two-way investment", "the country imported agricultural products from ...".
#pragma once
#include <string>
#include <vector>

#include "tradewind/statements/clauses.hpp"
#include "tradewind/statements/trade_words.hpp"

namespace tradewind {

struct MeasureMention {
  std::size_t begin = 0, end = 0;  ///< tokens of the whole noun phrase
  std::size_t head = 0;            ///< the measure's own word
  std::string flow, measure, product;
  std::vector<std::string> flows;  ///< "exports and imports": both, in their order
  std::vector<PartyMention> subjects, partners;
  std::vector<PartyMention> from;    ///< "shipments from Switzerland": imports from it, or its exports
  std::vector<PartyMention> origin;  ///< "investment from Japan": whose, or into whom
  bool total = false;                ///< "total", "foreign", "overall": with the whole world
  bool foreign = false;              ///< "foreign", "external": surely with the whole world
  bool bilateral = false;      ///< "bilateral", "two-way", "between the two sides": with the partner of the context
  bool neutral = false;        ///< "China-ASEAN trade", "trade between A and B": of neither more than of the other
  bool of_region = false;      ///< "the province's trade": of a place named before
  bool region = false;         ///< the product is a place's name: "Guangxi's trade"
  std::string part_of_region;  ///< what of that place's: "Guangxi's fruit imports"
  bool of_the_world = false;   ///< "global trade", "world exports"
  bool again = false;          ///< "that with Vietnam": the measure before
  bool verb = false;           ///< "exported", "imported"
  bool their = false;          ///< "their trade": of those just spoken of
  bool definite = false;       ///< "the trade", "this deficit"
  bool figure_noun = false;    ///< "trade value", "export revenue"
  bool change = false;         ///< "export growth": a figure of it is a growth
  bool cumulative = false;     ///< a sum since the beginning
  bool head_only = false;      ///< one bare word: "exports"
  bool plain = false;          ///< neither "goods" nor "foreign" is said of it
  bool weak = false;           ///< "the gap", "sales": a measure only where the text is on trade
  bool difference = false;     ///< "bought $5 billion more than it sold": that figure is the balance itself
  int sign = 1;                ///< a deficit is a negative balance
};

/// Measures of a sentence in their order; they do not overlap.
std::vector<MeasureMention> find_measures(const Parts& parts, const Clauses& clauses, const Provinces& provinces);

}  // namespace tradewind
