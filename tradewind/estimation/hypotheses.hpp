/// Tests of one or several restrictions on the coefficients, and functions of them with their standard errors.
///
/// Everything is written as it is said (function_of_coefficients.hpp): "rta = 0", "x1 = x2", "x1 + x2 = 1",
/// "100*(exp(rta)-1)".
#pragma once
#include <Eigen/Core>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/estimation/covariance.hpp"
#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

/// Estimates that can be asked: names, values and covariance in the same order.
struct Estimates {
  std::vector<std::string> names;
  Eigen::VectorXd values;
  Eigen::MatrixXd covariance;
  std::optional<double> degrees_of_freedom;  ///< of t, and of the denominator of F; none: normal and chi-squared
};

/// The kept coefficients with their covariance.
Estimates estimates(const Regression& regression, const Solution& solution, const Covariance& covariance);

/// W = g(b)' (G V G')^-1 g(b), with the restrictions g(b) = 0 and their derivatives G.
struct WaldTest {
  std::vector<std::string> hypotheses;  ///< as they were written
  int restrictions = 0;                 ///< independent ones
  double statistic = 0;                 ///< F = W / restrictions with degrees of freedom, else chi-squared = W
  std::optional<double> denominator;    ///< degrees of freedom of F; none: chi-squared
  double p_value = 0;
  std::vector<std::string> notes;  ///< restrictions that say what others say already
};

/// Joint test. A hypothesis without "=" is that it is zero. InputError where one cannot be read, names no estimate,
/// does not depend on any, or contradicts the others; or where the covariance leaves nothing to test with.
WaldTest wald_test(const Estimates& estimates, std::span<const std::string> hypotheses);

/// That all coefficients are zero.
WaldTest wald_test_of_all(const Estimates& estimates);

/// A function of the coefficients with its standard error by the delta method (exact where it is linear).
struct Combination {
  std::string expression;
  bool linear = true;
  CoefficientRow row;  ///< named by the expression
};

/// InputError where it cannot be read or its value is not finite (the logarithm of a negative coefficient).
Combination combination(const Estimates& estimates, std::string_view expression, double level = 0.95);

/// 100 (exp(b) - 1), in percent: what a dummy does to trade. Its interval is that of b transformed: never below -100.
Combination percent_effect(const Estimates& estimates, std::string_view name, double level = 0.95);

}  // namespace tradewind::estimation
