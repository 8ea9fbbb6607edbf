// Which observations are separated, decided by a linear programme: slow, and as obvious as the definition.
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/estimation/regression.hpp"

namespace tradewind::tests {

/// The largest sum of s_i, 0 <= s_i <= 1, over z = X gamma + effects that are zero where y > 0 and at most -s_i where
/// y = 0. As z may be made as long as one likes, s_i is one in every separated row, ascending.
std::vector<std::uint32_t> separated_by_simplex(const estimation::Regression& regression);

}  // namespace tradewind::tests
