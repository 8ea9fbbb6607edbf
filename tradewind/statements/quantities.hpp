/// Numbers with their units: "about 4.93 trillion yuan ($694.53 billion)", "9.7 percent", "24.1%, 13.7% and 4.1%",
/// "3,200 exhibitors", "two thirds".
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/statements/lexicon.hpp"
#include "tradewind/statements/period_phrase.hpp"
#include "tradewind/world/quantity.hpp"

namespace tradewind {

enum class QuantityKind { money, percent, points, times, count };

struct Quantity {
  std::size_t begin = 0, end = 0;  ///< tokens, hedge and second currency included
  std::size_t first = 0;           ///< the token of the digits (or the currency sign before them)
  QuantityKind kind = QuantityKind::count;
  PrintedNumber number;
  Interval value;
  std::string unit;           ///< currency code, "percent", "times", or the counted noun
  std::string noun;           ///< of a count: all its words ("square meter exhibition space")
  std::optional<Value> also;  ///< the second currency
  bool threshold = false;     ///< "exceeded", "topped", "surpassed" stand before it
  bool spelled = false;       ///< the number is a word ("nine")
  bool price = false;         ///< "$70 a barrel"
  bool named = false;         ///< a bare number: its noun is said elsewhere
  std::size_t list = 0;       ///< quantities of one enumeration share a number that is not 0
};

/// Whether goods without number are counted in it: "tonnes", "barrels", "kilograms".
bool unit_of_goods(std::string_view unit);

/// All quantities of a sentence outside of its periods, in their order. `taken[i - sentence.begin()]` marks tokens that
/// belong to periods and names.
std::vector<Quantity> find_quantities(const Phrase& sentence, const Lexicon& lexicon, const std::vector<bool>& taken);

}  // namespace tradewind
