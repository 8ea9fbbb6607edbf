/// The regressors of a fit, by position, and which of them can be told apart.
#pragma once
#include <Eigen/Dense>
#include <span>
#include <vector>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/sorted_rows.hpp"

namespace tradewind::estimation {

/// InputError where a response, regressor, weight or offset of a used row is not finite, or a weight not positive.
void require_finite(const Regression& regression);

/// Regressors by position; copies only where the rows had to be sorted.
class Regressors {
 public:
  Regressors(const Regression& regression, const SortedRows& rows);

  const std::vector<std::span<const double>>& columns() const { return columns_; }
  /// Weighted sums of squares about the weighted mean (about zero for a constant), a column each.
  std::vector<double> sums_of_squares(std::span<const double> weights) const;
  /// Goes on with these columns only.
  void keep(std::span<const std::size_t> kept);

 private:
  std::vector<std::vector<double>> storage_;
  std::vector<std::span<const double>> columns_;
};

/// Which columns of the K x K `gram` are independent of those before them: those of which they leave more than `share`
/// of `sums_of_squares` unexplained.
std::vector<std::size_t> independent_columns(const Eigen::MatrixXd& gram, std::span<const double> sums_of_squares,
                                             double share);

}  // namespace tradewind::estimation
