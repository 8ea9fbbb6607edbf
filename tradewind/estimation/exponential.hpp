/// e^x of many numbers at once, in the lanes of the instruction set that the function around it is compiled for.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "tradewind/estimation/lanes.hpp"

namespace tradewind::estimation {

/// Replaces values[0..n) by their exponentials, right to about one unit in the last place. Below -708 the result is 0,
/// above 709 infinite; NaN stays NaN.
/// x = n log 2 + r, |r| <= log(2)/2; e^r by its series (Cody and Waite 1980, the reduction in two parts).
TRADEWIND_INLINE void exponentials(double* values, std::size_t n) {
  constexpr std::size_t width = 4;
  using Double = Lanes<width>;
  typedef std::int64_t Integer __attribute__((vector_size(8 * width), aligned(8), may_alias));
  constexpr double shifter = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to a whole number
  constexpr double log2_high = 6.93147180369123816490e-01, log2_low = 1.90821492927058770002e-10;
  constexpr double terms[] = {
      1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040,
      1.0 / 720,        1.0 / 120,       1.0 / 24,       1.0 / 6,       1.0 / 2,      1.0,         1.0};
  for (std::size_t i = 0; i < n; i += width) {
    double some[width] = {};
    const std::size_t count = n - i < width ? n - i : width;
    if (count == width)
      std::memcpy(some, values + i, sizeof some);
    else
      std::memcpy(some, values + i, count * sizeof(double));
    const Double x = lanes<width>(some);
    const Double scaled = x * 1.4426950408889634 + shifter;
    const Double whole = scaled - shifter;
    const Double r = (x - whole * log2_high) - whole * log2_low;
    Double power = r * terms[0] + terms[1];
    for (std::size_t t = 2; t < std::size(terms); ++t) power = power * r + terms[t];
    // The low bits of `scaled` are the whole number: into the exponent.
    Integer bits;
    std::memcpy(&bits, &scaled, sizeof bits);
    Integer exponent = (bits - 0x4338000000000000 + 1023) << 52;
    Double factor;
    std::memcpy(&factor, &exponent, sizeof factor);
    Double result = power * factor;
    result = x < -708.0 ? Double{} : result;
    result = x > 709.0 ? Double{} + __builtin_inf() : result;
    std::memcpy(some, &result, sizeof some);
    std::memcpy(values + i, some, count * sizeof(double));
  }
}

}  // namespace tradewind::estimation
