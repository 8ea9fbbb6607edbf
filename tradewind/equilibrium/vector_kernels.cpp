#include "tradewind/equilibrium/vector_kernels.hpp"

#include <cmath>

#if defined(__x86_64__) && defined(__GLIBC__)
#define TRADEWIND_WIDE __attribute__((target("avx2,fma")))
#endif

namespace tradewind::equilibrium {

#ifdef TRADEWIND_WIDE
namespace {

// Four doubles in one register; any multiple of 8 bytes is an address for them (`auto` would forget that).
using Lanes [[gnu::vector_size(32)]] = double;
using Unaligned [[gnu::vector_size(32), gnu::aligned(8), gnu::may_alias]] = double;

// glibc's vector functions, by the names that the x86-64 vector ABI gives them.
extern "C" {
Lanes _ZGVdN4v_exp(Lanes);
Lanes _ZGVdN4v_log(Lanes);
}

bool wide() {
  static const bool supported = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return supported;
}

TRADEWIND_WIDE double wide_dot(const double* a, const double* b, std::size_t entries) {
  const Unaligned* x = reinterpret_cast<const Unaligned*>(a);
  const Unaligned* y = reinterpret_cast<const Unaligned*>(b);
  Lanes even{}, odd{};
  for (std::size_t i = 0; i < entries / 4; i += 2) {
    even += x[i] * y[i];
    odd += x[i + 1] * y[i + 1];
  }
  even += odd;
  return (even[0] + even[2]) + (even[1] + even[3]);
}

TRADEWIND_WIDE void wide_add_scaled(double factor, const double* from, double* to, std::size_t entries) {
  const Unaligned* x = reinterpret_cast<const Unaligned*>(from);
  Unaligned* y = reinterpret_cast<Unaligned*>(to);
  for (std::size_t i = 0; i < entries / 4; ++i) y[i] += factor * x[i];
}

template <Lanes (*function)(Lanes)>
TRADEWIND_WIDE void wide_map(const double* from, double* to, std::size_t entries) {
  const Unaligned* x = reinterpret_cast<const Unaligned*>(from);
  Unaligned* y = reinterpret_cast<Unaligned*>(to);
  for (std::size_t i = 0; i < entries / 4; ++i) y[i] = function(x[i]);
}

}  // namespace
#endif

double dot(const double* a, const double* b, std::size_t entries) {
#ifdef TRADEWIND_WIDE
  if (wide()) return wide_dot(a, b, entries);
#endif
  double sums[4] = {};
  for (std::size_t i = 0; i < entries; i += 4)
    for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  return (sums[0] + sums[2]) + (sums[1] + sums[3]);
}

void add_scaled(double factor, const double* x, double* y, std::size_t entries) {
#ifdef TRADEWIND_WIDE
  if (wide()) return wide_add_scaled(factor, x, y, entries);
#endif
  for (std::size_t i = 0; i < entries; ++i) y[i] += factor * x[i];
}

void exponentials(const double* x, double* y, std::size_t entries) {
#ifdef TRADEWIND_WIDE
  if (wide()) return wide_map<_ZGVdN4v_exp>(x, y, entries);
#endif
  for (std::size_t i = 0; i < entries; ++i) y[i] = std::exp(x[i]);
}

void logarithms(const double* x, double* y, std::size_t entries) {
#ifdef TRADEWIND_WIDE
  if (wide()) return wide_map<_ZGVdN4v_log>(x, y, entries);
#endif
  for (std::size_t i = 0; i < entries; ++i) y[i] = std::log(x[i]);
}

}  // namespace tradewind::equilibrium
