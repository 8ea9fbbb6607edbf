/// The regressors of a fit, by position, and which of them can be told apart.
#pragma once
#include <Eigen/Core>
#include <span>
#include <vector>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/row_weights.hpp"
#include "tradewind/estimation/sorted_rows.hpp"

namespace tradewind::estimation {

/// InputError where a response, regressor, weight or offset of a used row is not finite, or a weight not positive.
void require_finite(const Regression& regression);

/// Regressors by position.
class Regressors {
 public:
  explicit Regressors(const SortedRows& rows);

  const std::vector<std::span<const double>>& columns() const { return columns_; }
  /// Weighted sums of squares about the weighted mean (about zero for a constant), a column each.
  std::vector<double> sums_of_squares(RowWeights weights) const;
  /// The difference between the largest and the smallest value of a column.
  double extent(std::size_t column) const;
  /// Goes on with these columns only.
  void keep(std::span<const std::size_t> kept);
  /// Memory for what partialling out leaves of each column, and where it goes: `own`, if the columns are those of that
  /// matrix, and new memory otherwise. Afterwards put_side_by_side().
  std::vector<double*> places(Eigen::MatrixXd* own, Eigen::MatrixXd& partialled) const;

 private:
  std::size_t rows_;
  std::vector<std::span<const double>> columns_;
};

/// Makes these columns of a matrix, in ascending order, all that it has.
void put_side_by_side(std::span<double* const> columns, Eigen::MatrixXd& matrix);

/// Which columns of the K x K `gram` are independent of those before them: those of which they leave more than `share`
/// of `sums_of_squares` unexplained.
std::vector<std::size_t> independent_columns(const Eigen::MatrixXd& gram, std::span<const double> sums_of_squares,
                                             double share);

}  // namespace tradewind::estimation
