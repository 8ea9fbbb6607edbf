#include "tradewind/estimation/fit_statistics.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tradewind/estimation/degrees_of_freedom.hpp"
#include "tradewind/estimation/estimators.hpp"

namespace tradewind::estimation {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The sum of term(response, fitted) over the observations, the same for any number of threads.
template <class Sum>
Sum sum_over(const Regression& regression, const Solution& solution, const Sum& zero, const auto& term) {
  const tbb::blocked_range<std::size_t> all(0, solution.observations(), 1U << 14U);
  const auto add = [&](const tbb::blocked_range<std::size_t>& range, Sum sum) {
    for (std::size_t p = range.begin(); p < range.end(); ++p)
      sum += term(regression.response[solution.row(p)], solution.fitted(p));
    return sum;
  };
  return tbb::parallel_deterministic_reduce(all, zero, add,
                                            [](const Sum& left, const Sum& right) -> Sum { return left + right; });
}

double squared_correlation(const Regression& regression, const Solution& solution) {
  using Eigen::Array2d, Eigen::Array3d;
  const Array2d sums = sum_over<Array2d>(regression, solution, Array2d::Zero(),
                                         [](double y, double fitted) { return Array2d(y, fitted); });
  const Array2d mean = sums / static_cast<double>(solution.observations());
  const Array3d moments = sum_over<Array3d>(regression, solution, Array3d::Zero(), [&](double y, double fitted) {
    const double dy = y - mean[0], df = fitted - mean[1];
    return Array3d(dy * dy, df * df, dy * df);
  });
  const double scale = moments[0] * moments[1];
  return scale > 0 ? moments[2] * moments[2] / scale : nan;
}

double root_mean_squared_residual(const Regression& regression, const Solution& solution) {
  const double sum = solution.family == Family::gaussian
                         ? solution.deviance
                         : sum_over<double>(regression, solution, 0.0,
                                            [](double y, double fitted) { return (y - fitted) * (y - fitted); });
  return std::sqrt(sum / static_cast<double>(solution.observations()));
}

bool has_constant(const Regression& regression) {
  return std::ranges::any_of(regression.effects, &Effect::intercept) ||
         std::ranges::find(regression.names, "(Intercept)") != regression.names.end();
}

/// A constant alone.
bool is_constant(const Regression& regression, const Solution& solution) {
  return regression.effects.empty() && std::ranges::all_of(solution.kept, [&](auto kept) {
           return regression.names[static_cast<std::size_t>(kept)] == "(Intercept)";
         });
}

}  // namespace

FitStatistics fit_statistics(const Regression& regression, const Solution& solution) {
  FitStatistics fit;
  fit.observations = regression.observations();
  fit.parameters = count_parameters(solution.kept.size(), effect_parameters(regression));
  const auto n = static_cast<double>(fit.observations), k = static_cast<double>(fit.parameters);
  const auto regressors = static_cast<double>(solution.kept.size());

  fit.log_likelihood = solution.log_likelihood;
  fit.null_log_likelihood = solution.null_log_likelihood;
  fit.aic = 2 * k - 2 * fit.log_likelihood;
  fit.bic = k * std::log(n) - 2 * fit.log_likelihood;
  fit.deviance = solution.deviance;
  fit.rmse = root_mean_squared_residual(regression, solution);
  fit.squared_correlation = fit.pseudo_r2 = fit.adjusted_pseudo_r2 = nan;
  fit.r2 = fit.adjusted_r2 = fit.within_r2 = fit.adjusted_within_r2 = nan;
  fit.within_pseudo_r2 = fit.adjusted_within_pseudo_r2 = nan;
  if (is_constant(regression, solution)) return fit;  // against itself

  fit.squared_correlation = squared_correlation(regression, solution);
  fit.pseudo_r2 = 1 - fit.log_likelihood / fit.null_log_likelihood;
  fit.adjusted_pseudo_r2 = 1 - (fit.log_likelihood - k + 1) / fit.null_log_likelihood;
  const bool within = !regression.effects.empty() && !solution.kept.empty();
  const double effects_alone = within ? solution.effects_log_likelihood : nan;
  fit.within_pseudo_r2 = 1 - fit.log_likelihood / effects_alone;
  fit.adjusted_within_pseudo_r2 = 1 - (fit.log_likelihood - regressors) / effects_alone;

  if (solution.family != Family::gaussian) return fit;
  const double unexplained = solution.deviance / solution.total_sum_of_squares;
  const double constant = has_constant(regression) ? 1 : 0;
  fit.r2 = 1 - unexplained * (n - constant) / (n - 1);
  fit.adjusted_r2 = 1 - unexplained * (n - constant) / (n - k);
  if (!within) return fit;
  const double unexplained_within = solution.deviance / solution.within_sum_of_squares;
  fit.within_r2 = 1 - unexplained_within;
  fit.adjusted_within_r2 = 1 - unexplained_within * (n - (k - regressors)) / (n - k);
  return fit;
}

double effects_log_likelihood(const Regression& regression, const Solution& solution, const SolverOptions& options) {
  if (regression.effects.empty()) return nan;
  if (solution.family == Family::gaussian)  // log L is a constant less N / 2 log SSR
    return solution.log_likelihood - static_cast<double>(regression.observations()) / 2 *
                                         std::log(solution.within_sum_of_squares / solution.deviance);
  SolverOptions own = options;
  own.regressors = nullptr;
  Regression effects_alone = regression;
  effects_alone.regressors.clear();
  effects_alone.names.clear();
  const Solution found = poisson(effects_alone, own);
  return found.converged ? found.log_likelihood : nan;
}

}  // namespace tradewind::estimation
