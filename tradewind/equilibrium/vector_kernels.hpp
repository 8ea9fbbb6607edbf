/// The two loops that counterfactuals spend their time in, over rows padded to whole vector registers.
/// Sums run in a fixed order, so a result does not depend on threads; the processor's widest registers are used when
/// the program starts on it, without a build for that processor.
#pragma once
#include <cstddef>

namespace tradewind::equilibrium {

/// Rows are this long at least: the next multiple of 8 doubles (one cache line).
constexpr std::size_t padded(std::size_t entries) { return (entries + 7) / 8 * 8; }

/// sum_i a_i b_i. `entries` is a multiple of 8.
double dot(const double* a, const double* b, std::size_t entries);

/// y_i += factor * x_i. `entries` is a multiple of 8.
void add_scaled(double factor, const double* x, double* y, std::size_t entries);

}  // namespace tradewind::equilibrium
