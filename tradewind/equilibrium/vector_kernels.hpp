/// The loops that counterfactuals spend their time in, over rows padded to whole cache lines.
///
/// Sums run in a fixed order, so a result does not depend on threads. The processor's widest registers are used when
/// the program runs on one that has them, without a build for that processor; exponentials and logarithms of many
/// numbers are glibc's vector functions then (within 4 units in the last place).
#pragma once
#include <cstddef>

namespace tradewind::equilibrium {

/// Rows are this long: the next multiple of 8 doubles.
constexpr std::size_t padded(std::size_t entries) { return (entries + 7) / 8 * 8; }

/// sum_i a_i b_i. `entries` is a multiple of 8, here and below.
double dot(const double* a, const double* b, std::size_t entries);

/// y_i += factor * x_i
void add_scaled(double factor, const double* x, double* y, std::size_t entries);

/// y_i = exp(x_i); x and y may be the same.
void exponentials(const double* x, double* y, std::size_t entries);

/// y_i = log(x_i); x and y may be the same.
void logarithms(const double* x, double* y, std::size_t entries);

}  // namespace tradewind::equilibrium
