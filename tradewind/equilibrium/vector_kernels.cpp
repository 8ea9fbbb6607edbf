#include "tradewind/equilibrium/vector_kernels.hpp"

// g++ compiles such a function twice and picks one when the program starts.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define TRADEWIND_WIDE_REGISTERS __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define TRADEWIND_WIDE_REGISTERS
#endif

namespace tradewind::equilibrium {
namespace {

// Four doubles that the compiler keeps in registers as wide as the processor has.
using Lanes [[gnu::vector_size(32), gnu::aligned(8), gnu::may_alias]] = double;

}  // namespace

TRADEWIND_WIDE_REGISTERS
double dot(const double* a, const double* b, std::size_t entries) {
  Lanes first{}, second{};
  for (std::size_t i = 0; i < entries; i += 8) {
    first += *reinterpret_cast<const Lanes*>(a + i) * *reinterpret_cast<const Lanes*>(b + i);
    second += *reinterpret_cast<const Lanes*>(a + i + 4) * *reinterpret_cast<const Lanes*>(b + i + 4);
  }
  first += second;
  return (first[0] + first[2]) + (first[1] + first[3]);
}

TRADEWIND_WIDE_REGISTERS
void add_scaled(double factor, const double* x, double* y, std::size_t entries) {
  for (std::size_t i = 0; i < entries; i += 4)
    *reinterpret_cast<Lanes*>(y + i) += factor * *reinterpret_cast<const Lanes*>(x + i);
}

}  // namespace tradewind::equilibrium
