/// A weight for each row, or one for all.
#pragma once
#include <concepts>
#include <cstddef>
#include <span>

namespace tradewind::estimation {

class RowWeights {
 public:
  RowWeights() = default;
  /// Looks at the weights; where there are none, each row counts once.
  template <class Values>
  requires std::convertible_to<const Values&, std::span<const double>>
  explicit(false) RowWeights(const Values& each) {
    if (each.empty()) return;
    values_ = each.data();
    mask_ = ~std::size_t{0};
  }
  double operator[](std::size_t position) const { return values_[position & mask_]; }

 private:
  static constexpr double one = 1;
  const double* values_ = &one;
  std::size_t mask_ = 0;  // of positions: all of them, or none of their bits
};

}  // namespace tradewind::estimation
