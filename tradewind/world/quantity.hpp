/// Numbers as they are printed, and the intervals that they stand for.
///
///     "4.93" trillion        -> [4.925, 4.935] trillion
///     "over 100" billion     -> [100, infinity) billion
///     "nearly 7" percent     -> (-infinity, 7] percent
///     "about 3,200"          -> one unit of the last digit that is not zero, either way: [3100, 3300]
///     "100 to 120" million   -> [100, 120] million
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "tradewind/world/interval.hpp"

namespace tradewind {

/// What the words around a number do to it.
enum class Hedge { none, about, over, under };

/// A number as printed: its digits ("4.93", no separators, a sign only when negative), the power of ten of its scale
/// word (trillion: 12, percent: 0), and its hedge. `exact` marks counted things that are never rounded (ranks, years in
/// a row, days): their interval is the number itself.
struct PrintedNumber {
  std::string digits;
  int scale = 0;
  Hedge hedge = Hedge::none;
  bool exact = false;
  friend bool operator==(const PrintedNumber&, const PrintedNumber&) = default;
};

/// The interval that a printed number stands for, in units of one (4.93 with scale 12 -> [4.925e12, 4.935e12]).
/// The digits must be a decimal number (assert).
Interval interval_of(const PrintedNumber& number);

/// The number in words as press prints it: "about 4.93 trillion". Reading it back gives the same interval.
std::string in_words(const PrintedNumber& number);

/// "million" -> 6, "bn" -> 9, "trillion" -> 12, "hundred" -> 2 ...; nothing for any other word. Lower case.
std::optional<int> scale_of(std::string_view word);

/// An interval in the units people read: "4.925-4.935 trillion", "at least 100 billion", "9.65-9.75".
std::string in_words(const Interval& interval);

}  // namespace tradewind
