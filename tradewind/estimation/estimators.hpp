/// The two estimators: least squares, and Poisson pseudo-maximum likelihood (Santos Silva and Tenreyro 2006), each with
/// any number of high-dimensional fixed effects.
#pragma once
#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

/// Weighted least squares of response - offset on the regressors and effects.
/// InputError where a value is not finite. Not converged is told in the solution, never thrown.
Solution least_squares(const Regression& regression, const SolverOptions& options = {});

/// Maximises sum_i w_i (y_i eta_i - exp(eta_i)), eta = offset + X beta + effects. Observations that separate the data
/// (separation.hpp) must have been set aside; else the likelihood has no maximum and the solution does not converge.
/// InputError where a response is negative or a value not finite, or no response is positive.
Solution poisson(const Regression& regression, const SolverOptions& options = {});

}  // namespace tradewind::estimation
