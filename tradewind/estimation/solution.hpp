/// What an estimator found, with everything that inference needs.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <string>
#include <vector>

#include "tradewind/estimation/array.hpp"
#include "tradewind/estimation/family.hpp"
#include "tradewind/estimation/large_pages.hpp"

namespace tradewind::estimation {

/// How the estimator is to work; the defaults need no tuning.
struct SolverOptions {
  double tolerance = 1e-8;    ///< of the certificate: the relative norm of the score at the solution
  int most_iterations = 200;  ///< of the outer iterations
  double collinear = 1e-9;    ///< a regressor is collinear when partialling out leaves less than this share of its sum
                              ///< of squares
  bool keep_effects = false;  ///< also return the fixed effects
  /// The matrix whose columns the sorted regressors are, where they are no longer needed once a solution is certain: it
  /// becomes Solution::partialled, in the same memory. Null: that takes memory of its own.
  Eigen::MatrixXd* regressors = nullptr;
};

/// Seconds that the steps took, for the notes below a table.
struct Seconds {
  double frame = 0, sort = 0, solve = 0, partial_out = 0, inference = 0, total = 0;
};

/// Position p of `response`, `partialled` and the rest is about row(p) of the regression's arrays. With no regressor
/// left K is 0.
struct Solution {
  Family family = Family::gaussian;
  Eigen::VectorXd coefficients;  ///< a regressor each, NaN where it is collinear
  std::vector<bool> collinear;   ///< a regressor each
  std::vector<int> kept;         ///< the K regressors that are not collinear, ascending

  /// Regressors with the fixed effects partialled out (weighted by working_weight()), observations x K, column major.
  Eigen::MatrixXd partialled;
  /// K x K: partialled' diag(working_weight) partialled, the information matrix (Poisson) or X'WX (least squares).
  Eigen::MatrixXd information;
  /// Its inverse, where it was taken from the columns themselves: more digits than `information` can give. Else empty.
  Eigen::MatrixXd inverse_information;

  // Each array stands once, in the form in which its estimator knows it best; the functions below tell the others.
  Array<double> response;  ///< Poisson: weight x y; least squares: y
  Array<double> weights;   ///< empty: one each
  PerRow<double> mean;     ///< Poisson: weight x mu
  PerRow<double> error;    ///< least squares: y - fitted

  PerRow<std::uint32_t> order;  ///< position -> row; empty: the same

  std::size_t observations() const { return response.size(); }
  std::uint32_t row(std::size_t position) const {
    return order.empty() ? static_cast<std::uint32_t>(position) : order[position];
  }
  /// mu, or the fitted value; in the unit of the response.
  double fitted(std::size_t position) const {
    if (family == Family::gaussian) return response[position] - error[position];
    return weights.empty() ? mean[position] : mean[position] / weights[position];
  }
  /// Poisson: weight x (y - mu). Least squares: weight x (y - fitted). The score of regressor k is its sum with
  /// `partialled` column k: the meat of every sandwich.
  double residual(std::size_t position) const {
    if (family == Family::poisson) return response[position] - mean[position];
    return weights.empty() ? error[position] : weights[position] * error[position];
  }
  /// Poisson: weight x mu; least squares: weight.
  double working_weight(std::size_t position) const {
    if (family == Family::poisson) return mean[position];
    return weights.empty() ? 1.0 : weights[position];
  }

  double log_likelihood = 0;          ///< Poisson: sum of w (y log mu - mu - log y!); least squares: Gaussian
  double null_log_likelihood = 0;     ///< with a constant alone
  double effects_log_likelihood = 0;  ///< with the fixed effects alone; NaN until somebody asks for it
  double deviance = 0;                ///< Poisson deviance, or the weighted sum of squared residuals
  double total_sum_of_squares = 0;    ///< least squares: weighted, about the weighted mean
  double within_sum_of_squares = 0;   ///< least squares: of the response with the fixed effects partialled out

  /// Coefficients of the effects (keep_effects): for each effect a matrix levels x (intercept + slopes), NaN where a
  /// level has no row. One normalisation among many: see fixed_effects_identified().
  std::vector<Eigen::MatrixXd> effects;

  bool converged = false;
  double score_norm = 0;  ///< the certificate: largest score relative to its scale, over regressors and effects
  /// Poisson: the most by which Newton's last step moved a linear predictor through one effect or regressor.
  double last_step = 0;
  int iterations = 0;         ///< outer
  long inner_iterations = 0;  ///< of conjugate gradients, summed
  std::string method;         ///< how the effects were solved: "conjugate gradients, ..."
  Seconds seconds;
};

}  // namespace tradewind::estimation
