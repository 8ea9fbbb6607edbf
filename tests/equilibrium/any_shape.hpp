// Shapes of random worlds for RapidCheck, which shrinks them to few economies and sectors.
#pragma once
#include <rapidcheck.h>

#include <ostream>

#include "random_worlds.hpp"

namespace tradewind::tests {

inline std::ostream& operator<<(std::ostream& out, const Shape& shape) {
  return out << shape.economies << " economies, " << shape.sectors << " sectors, home " << shape.home << ", zeros "
             << shape.zeros << ", seed " << shape.seed;
}

inline rc::Gen<Shape> any_shape(std::size_t economies = 100, std::size_t sectors = 1) {
  return rc::gen::apply(
      [](std::size_t n, std::size_t j, int home, int zeros, std::uint64_t seed) {
        return Shape{n, j, home / 10.0, n < 4 ? 0 : zeros / 100.0, seed};
      },
      rc::gen::inRange<std::size_t>(2, economies + 1), rc::gen::inRange<std::size_t>(1, sectors + 1),
      rc::gen::inRange(0, 60), rc::gen::inRange(0, 60), rc::gen::inRange<std::uint64_t>(1, 1U << 30U));
}

}  // namespace tradewind::tests
