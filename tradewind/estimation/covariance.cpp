#include "tradewind/estimation/covariance.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

#include "tradewind/estimation/distributions.hpp"
#include "tradewind/estimation/factorisations.hpp"
#include "tradewind/estimation/group_sums.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

/// Inverse of a positive definite matrix whose columns may have very different units.
Eigen::MatrixXd inverse(const Eigen::MatrixXd& matrix) {
  const Eigen::VectorXd unit = matrix.diagonal().cwiseSqrt().cwiseInverse();
  const Eigen::MatrixXd scaled = unit.asDiagonal() * matrix * unit.asDiagonal();
  const Eigen::MatrixXd inverse = solve_symmetric(scaled, Eigen::MatrixXd::Identity(matrix.rows(), matrix.cols()));
  const Eigen::MatrixXd unscaled = unit.asDiagonal() * inverse * unit.asDiagonal();
  return (unscaled + unscaled.transpose()) / 2;
}

Residual residual_of(const Solution& solution) {
  return [&solution](Eigen::Index i) { return solution.residual(static_cast<std::size_t>(i)); };
}

double group_factor(std::uint64_t groups) { return static_cast<double>(groups) / static_cast<double>(groups - 1); }

/// Cameron, Gelbach and Miller (2011), eq. 2.13: the sum over all sets of ways of the meat clustered by their
/// intersection, sets of an even number of ways subtracted.
Eigen::MatrixXd multiway_meat(const Solution& solution, const std::vector<Grouping>& ways,
                              const SmallSample& correction) {
  const std::uint32_t sets = 1U << ways.size();
  std::vector<Grouping> intersections(sets);  // by the bits of its ways; a set extends the one without its lowest way
  std::vector<const Grouping*> of_set(sets);
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(solution.partialled.cols(), solution.partialled.cols());
  const bool factor_each = correction.groups && correction.group_factor == SmallSample::GroupFactor::conventional;
  for (std::uint32_t set = 1; set < sets; ++set) {
    const std::uint32_t without_lowest = set & (set - 1);
    of_set[set] = &ways[static_cast<std::size_t>(std::countr_zero(set))];
    if (without_lowest != 0) {
      intersections[set] = intersect(*of_set[without_lowest], *of_set[set]);
      of_set[set] = &intersections[set];
    }
    const double sign = std::popcount(set) % 2 == 1 ? 1.0 : -1.0;
    sum += sign * (factor_each ? group_factor(of_set[set]->count) : 1.0) *
           grouped_meat(solution.partialled, residual_of(solution), *of_set[set]);
  }
  if (correction.groups && !factor_each) sum *= group_factor(std::ranges::min(ways, {}, &Grouping::count).count);
  return sum;
}

/// Differences of positive semi-definite matrices need not be one. Cameron, Gelbach and Miller (2011), p. 241: negative
/// eigenvalues become zero. As in fixest only where a variance is negative; else the reader is told.
void mend_indefinite(Covariance& covariance, bool always) {
  const auto [values, vectors] = eigenpairs(covariance.matrix);
  if (values.minCoeff() >= -1e-12 * values.cwiseAbs().maxCoeff()) return;
  if (!always && covariance.matrix.diagonal().minCoeff() >= 0) {
    covariance.notes.emplace_back(
        "the clustered covariance matrix is not positive semi-definite: joint tests may come out negative");
    return;
  }
  covariance.matrix = vectors * values.cwiseMax(0).asDiagonal() * vectors.transpose();
  covariance.notes.emplace_back(
      "the clustered covariance matrix is not positive semi-definite: its negative eigenvalues were set to zero "
      "(Cameron, Gelbach and Miller 2011)");
}

std::string description_of(const Covariance& covariance) {
  switch (covariance.kind) {
    case CovarianceKind::iid:
      return "IID";
    case CovarianceKind::heteroskedastic:
      return "Heteroskedasticity-robust";
    case CovarianceKind::clustered:
      return fmt::format("Clustered ({})", fmt::join(covariance.cluster_names, " & "));
  }
  assert(false);
  return {};
}

/// K of (N - 1) / (N - K), and the effects as they were counted for it.
void count_parameters_of(const Regression& regression, const Solution& solution, const CovarianceOptions& options,
                         Covariance& covariance) {
  const bool nested_do_not_count = options.small_sample.effects == SmallSample::Effects::nested;
  const std::span<const Cluster> clusters =
      nested_do_not_count ? std::span<const Cluster>(options.clusters) : std::span<const Cluster>();
  covariance.effects =
      effect_parameters(regression, clusters, options.small_sample.redundant, options.small_sample.nesting);
  covariance.parameters = count_parameters(solution.kept.size(), covariance.effects);
  if (options.small_sample.effects == SmallSample::Effects::none) {
    covariance.parameters = solution.kept.size();
    for (const EffectParameters& effect : covariance.effects) covariance.parameters += effect.slopes;
  }
}

}  // namespace

SmallSample SmallSample::fixest() { return {}; }

SmallSample SmallSample::stata(Family family) {
  SmallSample stata;
  stata.name = "stata";
  stata.parameters = family == Family::gaussian;
  stata.redundant = RedundantLevels::pairwise;
  stata.nesting = Nesting::rows;
  stata.test_degrees = TestDegrees::lesser;
  stata.mend_always = true;
  return stata;
}

SmallSample SmallSample::none() {
  SmallSample none;
  none.name = "none";
  none.parameters = none.groups = false;
  return none;
}

SmallSample SmallSample::by_name(std::string_view name, Family family) {
  if (name == "fixest") return fixest();
  if (name == "stata") return stata(family);
  if (name == "none") return none();
  throw InputError("small-sample correction", fmt::format("\"{}\"", name), "fixest, stata or none");
}

Covariance covariance(const Regression& regression, const Solution& solution, const CovarianceOptions& options) {
  const SmallSample& correction = options.small_sample;
  Covariance result;
  result.kind = options.kind;
  result.small_sample = correction.name;
  result.observations = regression.observations();
  std::vector<Grouping> ways;
  if (options.kind == CovarianceKind::clustered) {
    if (options.clusters.empty()) throw InputError("vcov", "no cluster", "the name of at least one");
    for (const Cluster& cluster : options.clusters) {
      ways.push_back(in_order_of(solution, cluster.group, cluster.groups));
      result.cluster_names.push_back(cluster.name);
      result.cluster_sizes.push_back(ways.back().count);
      if (ways.back().count < 2)
        throw InputError("vcov", fmt::format("all observations are in one group of {}", cluster.name),
                         "at least two groups", "Cluster by something that varies, or use robust errors (hetero).");
    }
  }
  result.description = description_of(result);
  count_parameters_of(regression, solution, options, result);

  const auto n = static_cast<double>(result.observations), k = static_cast<double>(result.parameters);
  const double left = n - k;
  if (left < 1 && correction.parameters)
    throw InputError("vcov", fmt::format("{} observations and {} parameters", result.observations, result.parameters),
                     "more observations than parameters",
                     "Use fewer regressors and fixed effects, or no small-sample correction (none).");
  if (solution.family == Family::gaussian) {
    result.degrees_of_freedom = std::max(left, 1.0);
    if (!ways.empty() && correction.test_degrees != SmallSample::TestDegrees::conventional) {
      const double of_groups = static_cast<double>(std::ranges::min(result.cluster_sizes)) - 1;
      const bool lesser = correction.test_degrees == SmallSample::TestDegrees::lesser;
      result.degrees_of_freedom = lesser ? std::min(*result.degrees_of_freedom, of_groups) : of_groups;
    }
  }
  if (solution.kept.empty()) {
    result.matrix.resize(0, 0);
    return result;
  }

  const bool inverted = solution.inverse_information.size() > 0;
  const Eigen::MatrixXd bread = inverted ? solution.inverse_information : inverse(solution.information);
  switch (options.kind) {
    case CovarianceKind::iid:  // least squares: sigma^2 = SSR / (N - 1), times (N - 1) / (N - K) below
      result.matrix =
          solution.family == Family::gaussian ? Eigen::MatrixXd(bread * (solution.deviance / (n - 1))) : bread;
      break;
    case CovarianceKind::heteroskedastic:
      result.matrix = bread * ungrouped_meat(solution.partialled, residual_of(solution)) * bread;
      if (correction.groups) result.matrix *= group_factor(result.observations);
      break;
    case CovarianceKind::clustered:
      result.matrix = bread * multiway_meat(solution, ways, correction) * bread;
      break;
  }
  if (correction.parameters) result.matrix *= (n - 1) / left;
  result.matrix = (result.matrix + result.matrix.transpose()).eval() / 2;
  if (ways.size() > 1) mend_indefinite(result, correction.mend_always);
  return result;
}

CoefficientRow coefficient_row(std::string name, double estimate, double variance, std::optional<double> degrees,
                               double level) {
  const double std_error = variance > 0 ? std::sqrt(variance) : std::numeric_limits<double>::quiet_NaN();
  const double reach = critical_value(level, degrees) * std_error;
  return {.name = std::move(name),
          .estimate = estimate,
          .std_error = std_error,
          .statistic = estimate / std_error,
          .p_value = two_sided_p_value(estimate / std_error, degrees),
          .ci_low = estimate - reach,
          .ci_high = estimate + reach};
}

std::vector<CoefficientRow> coefficient_rows(const Regression& regression, const Solution& solution,
                                             const Covariance& covariance, double level) {
  std::vector<CoefficientRow> rows;
  for (std::size_t k = 0; k < solution.kept.size(); ++k) {
    const int regressor = solution.kept[k];
    const auto i = static_cast<Eigen::Index>(k);
    rows.push_back(coefficient_row(regression.names[static_cast<std::size_t>(regressor)],
                                   solution.coefficients[regressor], covariance.matrix(i, i),
                                   covariance.degrees_of_freedom, level));
  }
  return rows;
}

}  // namespace tradewind::estimation
