#include "tradewind/world/interval.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tradewind {
namespace {

// Zero times an infinite end is zero here: an end is a bound, not a limit that is reached.
double product(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

}  // namespace

bool Interval::bounded() const { return std::isfinite(low) && std::isfinite(high); }

Interval operator+(const Interval& a, const Interval& b) { return {a.low + b.low, a.high + b.high}; }
Interval operator-(const Interval& a, const Interval& b) { return {a.low - b.high, a.high - b.low}; }
Interval operator-(const Interval& a) { return {-a.high, -a.low}; }

Interval operator*(const Interval& a, double factor) { return a * Interval::exactly(factor); }

Interval operator*(const Interval& a, const Interval& b) {
  const auto [low, high] =
      std::minmax({product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)});
  return {low, high};
}

Interval operator/(const Interval& a, const Interval& b) {
  assert(b.low > 0 || b.high < 0);
  return a * Interval{1 / b.high, 1 / b.low};
}

Interval hull(const Interval& a, const Interval& b) { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }

}  // namespace tradewind
