/// What a Schur complement of fixed effects cannot see. Residuals have no part in it but by rounding, which conjugate
/// gradients would let grow.
///
/// It holds, for each effect, a constant on all levels that are connected through levels of the eliminated effect (all
/// years of an exporter, beside pair effects): the eliminated effect takes it back. And for each two effects, a
/// constant on what rows connect of the one, less the same on the other (all exporters of a year, less all its
/// importers).
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/estimation/sorted_rows.hpp"

namespace tradewind::estimation {

struct Block;

class NullSpace {
 public:
  explicit NullSpace(const SortedRows& rows);

  /// Takes each column's part in these directions away: all of it along one kind, then along the next. (They are not
  /// orthogonal to one another; from one step of conjugate gradients to the next that is enough.)
  void project_out(Block& block) const;

 private:
  // Directions that share no coordinate: each coordinate's direction, and its sign in it.
  struct Directions {
    std::uint32_t begin = 0, end = 0;  // the coordinates
    std::vector<std::uint32_t> of;     // coordinate - begin -> direction, none
    std::vector<double> share;         // direction -> one over its coordinates
    std::uint32_t negative_from = 0;   // coordinates from here on count negatively
    std::uint32_t negative_to = 0;
  };
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  std::vector<Directions> kinds_;
  mutable std::vector<double> sum_;
};

}  // namespace tradewind::estimation
