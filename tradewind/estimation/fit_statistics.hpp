/// How well a regression fits, as fixest defines it (fitstat).
#pragma once
#include <cstdint>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

/// NaN where a measure has no meaning for the family or the regression (within R2 without fixed effects).
struct FitStatistics {
  std::uint64_t observations = 0;
  std::uint64_t parameters = 0;  ///< regressors and effects, one level less for every effect after the first

  double log_likelihood = 0, null_log_likelihood = 0;
  double aic = 0;  ///< 2 K - 2 log L
  double bic = 0;  ///< K log N - 2 log L
  double deviance = 0;

  double rmse = 0;                 ///< root of the mean squared residual, in the unit of the response
  double squared_correlation = 0;  ///< of response and fitted value

  double r2 = 0, adjusted_r2 = 0;                              ///< least squares
  double within_r2 = 0, adjusted_within_r2 = 0;                ///< least squares with fixed effects
  double pseudo_r2 = 0, adjusted_pseudo_r2 = 0;                ///< McFadden: 1 - log L / log L of a constant
  double within_pseudo_r2 = 0, adjusted_within_pseudo_r2 = 0;  ///< against the fixed effects alone; see below
};

/// The within pseudo R2 needs solution.effects_log_likelihood; it is NaN where that is.
FitStatistics fit_statistics(const Regression& regression, const Solution& solution);

/// The log-likelihood with the fixed effects alone: a regression of its own, for whoever wants the within pseudo R2.
double effects_log_likelihood(const Regression& regression, const Solution& solution);

}  // namespace tradewind::estimation
