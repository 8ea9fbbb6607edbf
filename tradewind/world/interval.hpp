/// Interval arithmetic on printed numbers.
///
/// A printed number says that the true one lies between two bounds: "4.93 trillion" says [4.925, 4.935] trillion.
/// An end that nothing bounds ("over 100 billion") is infinite. Ends are inclusive, so that two intervals that only
/// touch still meet: a check must never fail on the rounding of the last half.
#pragma once
#include <limits>

namespace tradewind {

struct Interval {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  static constexpr Interval exactly(double value) { return {value, value}; }
  static constexpr Interval at_least(double value) { return {value, std::numeric_limits<double>::infinity()}; }
  static constexpr Interval at_most(double value) { return {-std::numeric_limits<double>::infinity(), value}; }

  bool meets(const Interval& other) const { return low <= other.high && other.low <= high; }
  bool contains(const Interval& other) const { return low <= other.low && other.high <= high; }
  bool bounded() const;
  double middle() const { return low + (high - low) / 2; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

Interval operator+(const Interval& a, const Interval& b);
Interval operator-(const Interval& a, const Interval& b);
Interval operator-(const Interval& a);
Interval operator*(const Interval& a, double factor);
/// Product and quotient of intervals; the divisor must not contain zero (assert).
Interval operator*(const Interval& a, const Interval& b);
Interval operator/(const Interval& a, const Interval& b);
/// The smallest interval that holds both.
Interval hull(const Interval& a, const Interval& b);

}  // namespace tradewind
