/// Rows of one, two or four doubles that are worked on at once: several columns are partialled out in one pass over the
/// data.
#pragma once
namespace tradewind::estimation {

/// Functions over rows are compiled for several instruction sets and the machine's best is taken when the program
/// starts. (Not under the sanitizers, which do not bear it, and not with clang 14, which has no such thing.)
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
#define TRADEWIND_BEST_INSTRUCTIONS __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define TRADEWIND_BEST_INSTRUCTIONS
#endif
#define TRADEWIND_INLINE inline __attribute__((always_inline))

template <int W>
struct LanesOf {
  typedef double type __attribute__((vector_size(8 * W), aligned(8), may_alias));
};
template <>
struct LanesOf<1> {
  using type = double;
};
template <int W>
using Lanes = typename LanesOf<W>::type;

/// W doubles in memory as lanes. (By reference: how lanes are passed by value depends on the instruction set.)
template <int W>
TRADEWIND_INLINE const Lanes<W>& lanes(const double* at) {
  return *reinterpret_cast<const Lanes<W>*>(at);
}
template <int W>
TRADEWIND_INLINE Lanes<W>& lanes(double* at) {
  return *reinterpret_cast<Lanes<W>*>(at);
}

}  // namespace tradewind::estimation
