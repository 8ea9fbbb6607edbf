/// How well a regression fits, as fixest defines it (fitstat).
#pragma once
#include <cstdint>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

/// NaN where a measure has no meaning for the family or the regression (within R2 without fixed effects). N and K are
/// observations and parameters.
struct FitStatistics {
  std::uint64_t observations = 0;
  std::uint64_t parameters = 0;  ///< regressors and effects, one level less for every effect after the first

  double log_likelihood = 0, null_log_likelihood = 0;
  double aic = 0;  ///< 2 K - 2 log L
  double bic = 0;  ///< K log N - 2 log L
  double deviance = 0;

  double rmse = 0;                 ///< root of the mean squared residual (weighted for least squares)
  double squared_correlation = 0;  ///< of response and fitted value, unweighted

  double r2 = 0, adjusted_r2 = 0;                ///< least squares: 1 - SSR / SST; times (N - 1) / (N - K)
  double within_r2 = 0, adjusted_within_r2 = 0;  ///< against the sum of squares that the effects alone leave
  double pseudo_r2 = 0, adjusted_pseudo_r2 = 0;  ///< McFadden: 1 - log L / log L0; log L - K + 1 where adjusted
  double within_pseudo_r2 = 0, adjusted_within_pseudo_r2 = 0;  ///< against solution.effects_log_likelihood
};

FitStatistics fit_statistics(const Regression& regression, const Solution& solution);

/// The log-likelihood with the fixed effects alone. Poisson: a regression of its own, for whoever wants the within
/// pseudo R2; NaN where that does not converge or there are no effects.
double effects_log_likelihood(const Regression& regression, const Solution& solution,
                              const SolverOptions& options = {});

}  // namespace tradewind::estimation
