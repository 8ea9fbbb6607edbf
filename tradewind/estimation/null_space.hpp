/// What a Schur complement of fixed effects cannot see: a constant on all levels of one effect within a connected
/// component, which the eliminated effect takes back. Residuals have no part in it but by rounding, which conjugate
/// gradients would let grow.
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/estimation/sorted_rows.hpp"

namespace tradewind::estimation {

struct Block;

class NullSpace {
 public:
  explicit NullSpace(const SortedRows& rows);

  /// Takes each column's part in the null space away.
  void project_out(Block& block) const;

 private:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> set_;  // coordinate -> its effect and component, numbered through; none for slopes
  std::vector<double> share_;       // set -> one over its size
  mutable std::vector<double> sum_;
};

}  // namespace tradewind::estimation
