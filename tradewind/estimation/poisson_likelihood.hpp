/// The Poisson likelihood of a regression whose largest effect is profiled out.
///
/// Given everything else, the intercepts of the eliminated effect have their maximum in closed form: each scales its
/// rows' means to the sum of their responses. What is left is the multinomial likelihood of how each group's total is
/// shared out among its rows; its Hessian is the Schur complement that the fixed effects are solved with.
#pragma once
#include <Eigen/Core>
#include <span>
#include <vector>

#include "tradewind/estimation/sorted_rows.hpp"

namespace tradewind::estimation {

class PoissonLikelihood {
 public:
  /// By position: `response` times its weight, `regressors`, and `base`, offset plus log weight (empty: zero).
  PoissonLikelihood(const SortedRows& rows, std::span<const double> response,
                    std::vector<std::span<const double>> regressors, std::span<const double> base);

  struct Value {
    double log_likelihood = 0;      ///< sum y eta - mu, up to a constant; not finite where a mean overflows
    std::vector<double> gradient;   ///< of the coordinates: D'(y - mu)
    std::vector<double> curvature;  ///< the diagonal of the Schur complement, as SchurComplement::diagonal has it
  };
  /// At these coefficients; `mean` receives weight x mu by position.
  Value evaluate(const Eigen::VectorXd& beta, std::span<const double> coordinates, std::span<double> mean) const;

  /// Iterative proportional fitting (Deming and Stephan 1940): scales the rows of every level of every effect in turn
  /// to the sum of their responses. It raises the likelihood with every level, however far the means are off, but
  /// slowly near its maximum. Slopes and regressors stay as they are. Needs an eliminated effect. At least `least`
  /// sweeps, then until no level is off by more than half its response, at most `most`. `mean`: those of the
  /// coordinates (up to a factor for each group); afterwards worked on, not fitted.
  void fit_margins(int least, int most, std::span<double> mean, std::span<double> coordinates) const;
  /// e^base: the means where everything else is zero.
  void base_means(std::span<double> mean) const;

  /// |D|'y: what the gradient of a coordinate is small against.
  const std::vector<double>& coordinate_scale() const { return coordinate_scale_; }
  /// The logarithm of weight x mu at a position, also where mu is too small for a number.
  double log_mean(std::size_t position, const Eigen::VectorXd& beta, std::span<const double> coordinates) const;
  /// The intercepts of the eliminated effect, a group each, at these coefficients.
  std::vector<double> profiled(const Eigen::VectorXd& beta, std::span<const double> coordinates) const;

 private:
  double predictor(std::size_t position, const Eigen::VectorXd& beta, std::span<const double> coordinates) const;
  double profiled(std::size_t group, const Eigen::VectorXd& beta, std::span<const double> coordinates) const;
  // A slope that is zero wherever the response is positive is held against the mean response.
  void scale_by_mean_response(const LevelTerm& term);

  const SortedRows* rows_;
  std::span<const double> response_, base_;
  std::vector<std::span<const double>> regressors_;
  std::vector<double> regressor_mean_;  // taken off the linear predictor, so that it stays small
  std::vector<double> group_response_, coordinate_scale_;
  mutable std::vector<double> sums_;  // chunks x coordinates x 2: each chunk's own
};

}  // namespace tradewind::estimation
