// Two models as a table sees them, with the published results of UNCTAD and WTO's guide (see published_estimates_test).
#pragma once
#include <limits>
#include <string>

#include "tradewind/estimation/model.hpp"

namespace tradewind::tests {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

inline estimation::Model example_model() {
  estimation::Model model;
  model.formula = "trade ~ log(dist) + rta | exporter^year + importer^year";
  model.response = "trade";
  model.family = estimation::Family::poisson;
  model.coefficients = {estimation::coefficient_row("log(dist)", -0.82156987, 0.03144817 * 0.03144817, {}),
                        estimation::coefficient_row("rta", 0.19071758, 0.06678995 * 0.06678995, {})};
  model.covariance.kind = estimation::CovarianceKind::clustered;
  model.covariance.matrix.resize(2, 2);
  model.covariance.matrix << 0.03144817 * 0.03144817, 1e-4, 1e-4, 0.06678995 * 0.06678995;
  model.covariance.description = "Clustered (pair_id)";
  model.covariance.cluster_names = {"pair_id"};
  model.covariance.cluster_sizes = {4692};
  model.covariance.small_sample = "fixest";
  model.covariance.observations = 28152;
  model.covariance.parameters = 815;
  model.covariance.effects = {{"exporter^year", 414, 414, 0, 0, false}, {"importer^year", 414, 414, 0, 1, false}};
  model.observations = 28152;
  model.rows_read = 28566;
  model.dropped.only_zeros = 400;
  model.dropped.missing = 14;
  model.drops = {{estimation::DropReason::missing, estimation::Drop::Part::regressors, "log(dist)", 14},
                 {estimation::DropReason::only_zeros, estimation::Drop::Part::effects, "exporter^year", 400}};
  model.fit = {.observations = 28152,
               .parameters = 829,
               .log_likelihood = -2176314.2891,
               .null_log_likelihood = -3e7,
               .aic = 4354286.58,
               .bic = 4361121.1,
               .deviance = 4.2e6,
               .rmse = 1712.5,
               .squared_correlation = 0.907,
               .r2 = no_number,
               .adjusted_r2 = no_number,
               .within_r2 = no_number,
               .adjusted_within_r2 = no_number,
               .pseudo_r2 = 0.92745,
               .adjusted_pseudo_r2 = 0.9274,
               .within_pseudo_r2 = no_number,
               .adjusted_within_pseudo_r2 = no_number};
  model.converged = true;
  model.score_norm = 2.5e-11;
  model.iterations = 9;
  model.inner_iterations = 85;
  model.method = "conjugate gradients";
  model.seconds = {0.002, 0.01, 0.02, 0.005, 0.003, 0.04};
  return model;
}

/// Pair effects beside those, and no distance.
inline estimation::Model example_model_with_pairs() {
  estimation::Model model = example_model();
  model.formula = "trade ~ rta | exporter^year + importer^year + pid";
  model.coefficients = {estimation::coefficient_row("rta", 0.55718534, 0.10375274 * 0.10375274, {})};
  model.covariance.matrix = Eigen::MatrixXd::Constant(1, 1, 0.10375274 * 0.10375274);
  model.covariance.effects.push_back({"pid", 4754, 4754, 0, 1, true});
  model.collinear = {"log(dist)"};
  model.observations = 28482;
  model.fit.log_likelihood = -1379642.5270;
  return model;
}

/// What a model that did not converge carries: names without numbers.
inline estimation::Model example_failure() {
  estimation::Model model = example_model();
  model.coefficients = {{"rta", no_number, no_number, no_number, no_number, no_number, no_number}};
  model.covariance.matrix = Eigen::MatrixXd::Constant(1, 1, no_number);
  model.fit.log_likelihood = model.fit.bic = model.fit.pseudo_r2 = model.fit.squared_correlation = no_number;
  model.converged = false;
  model.score_norm = 0.02;
  model.iterations = 200;
  model.outcome = estimation::Outcome::not_converged;
  model.failure = "did not converge: the relative score is 2e-02 after 200 iterations";
  return model;
}

}  // namespace tradewind::tests
