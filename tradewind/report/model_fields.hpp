/// What the JSON of models calls things: the same words for writing and for reading.
#pragma once
#include <array>

#include "tradewind/estimation/fit_statistics.hpp"

namespace tradewind::model_fields {

// Names of enumerated values, in their order.
inline constexpr std::array outcomes = {"estimated", "unusable", "not_converged"};
inline constexpr std::array covariance_kinds = {"iid", "heteroskedastic", "clustered"};
inline constexpr std::array drop_reasons = {"missing",   "infinite",   "zero_weight",
                                            "singleton", "only_zeros", "separated"};
inline constexpr std::array drop_parts = {"response", "regressors", "fixed_effects", "weights", "offset", "clusters"};

// Measures of fit by their names.
template <typename Fit, typename Visit>
void each_measure(Fit& fit, Visit visit) {
  visit("null_log_likelihood", fit.null_log_likelihood);
  visit("aic", fit.aic);
  visit("bic", fit.bic);
  visit("deviance", fit.deviance);
  visit("rmse", fit.rmse);
  visit("squared_correlation", fit.squared_correlation);
  visit("r2", fit.r2);
  visit("adjusted_r2", fit.adjusted_r2);
  visit("within_r2", fit.within_r2);
  visit("adjusted_within_r2", fit.adjusted_within_r2);
  visit("pseudo_r2", fit.pseudo_r2);
  visit("adjusted_pseudo_r2", fit.adjusted_pseudo_r2);
  visit("within_pseudo_r2", fit.within_pseudo_r2);
  visit("adjusted_within_pseudo_r2", fit.adjusted_within_pseudo_r2);
}

}  // namespace tradewind::model_fields
