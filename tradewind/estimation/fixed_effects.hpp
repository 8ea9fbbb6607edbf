/// Solves the fixed effects of columns, for weights that may change from one solve to the next.
///
/// The effects of a column x are the coefficients g of its weighted regression on all dummies and slopes. Those of the
/// largest effect are eliminated (sorted_rows.hpp); the others are found by preconditioned conjugate gradients on the
/// Schur complement (schur_complement.hpp, preconditioner.hpp), starting from where they were for earlier weights.
#pragma once
#include <Eigen/Core>
#include <span>
#include <string>
#include <vector>

#include "tradewind/estimation/conjugate_gradients.hpp"
#include "tradewind/estimation/preconditioner.hpp"
#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/schur_complement.hpp"
#include "tradewind/estimation/sorted_rows.hpp"

namespace tradewind::estimation {

class FixedEffects {
 public:
  explicit FixedEffects(const Regression& regression);

  const SortedRows& rows() const { return rows_; }
  const SchurComplement& complement() const { return complement_; }

  /// By position; kept by reference until the next call. `diagonal`: that of the Schur complement, where it is known.
  void set_weights(RowWeights weights);
  void set_weights(RowWeights weights, std::vector<double> diagonal);

  /// Improves the effects of `columns` (by position) until the error that is left in what they explain is at most
  /// `tolerance` of what they leave unexplained, both as weighted root sums of squares; or as far as rounding allows.
  /// `floors`: sums of squares, a column each (or none), below which what is left counts as nothing.
  void solve(std::span<const std::span<const double>> columns, double tolerance, ColumnEffects& effects,
             std::span<const double> floors = {});
  /// The same for a single column of which D'W(I - M)x is known, up to `tolerance` of what is to be explained.
  void solve(Block residual, double tolerance, Block& effects);

  /// Coordinates and the intercepts of the eliminated effect (a group each) as a matrix for each effect, levels x
  /// (intercept, slopes); NaN where a level has no row.
  std::vector<Eigen::MatrixXd> coefficients(const Regression& regression, std::span<const double> coordinates,
                                            std::span<const double> eliminated) const;

  long iterations() const { return iterations_; }
  std::string method() const;

 private:
  void take(std::vector<double> diagonal);
  void run(std::span<const double> limits, Block& residual, Block& effects);

  SortedRows rows_;
  SchurComplement complement_;
  Preconditioner preconditioner_;
  bool anew_ = false;       // the factor no longer fits the weights
  bool anew_made_ = false;  // it has just been made anew
  int passes_when_fresh_ = 0;
  long iterations_ = 0;
};

}  // namespace tradewind::estimation
