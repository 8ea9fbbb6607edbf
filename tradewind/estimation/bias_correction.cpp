#include "tradewind/estimation/bias_correction.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tradewind/estimation/factorisations.hpp"
#include "tradewind/estimation/group_sums.hpp"
#include "tradewind/estimation/semidefinite.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

using Eigen::Index, Eigen::MatrixXd, Eigen::VectorXd;

/// A pair's observations: their periods, ascending, and their places in the solution.
struct Pair {
  std::uint32_t exporter = 0, importer = 0;
  std::vector<Index> time, place;
};

struct Panel {
  std::vector<Pair> pairs;
  std::vector<std::vector<std::uint32_t>> of_exporter, of_importer;  ///< pairs
  Index times = 0;
};

/// No code: all are in one group.
Grouping grouped_by(const Solution& solution, std::span<const std::uint32_t> code, std::uint32_t count) {
  if (code.empty()) return {.group = std::vector<std::uint32_t>(solution.observations(), 0), .count = 1};
  return in_order_of(solution, code, std::max(count, 1U));
}

Panel arrange(const Solution& solution, const GravityPanel& codes) {
  const Grouping exporter = grouped_by(solution, codes.exporter, codes.exporters);
  const Grouping importer = grouped_by(solution, codes.importer, codes.importers);
  const Grouping time = grouped_by(solution, codes.time, codes.times);
  const Grouping pair = intersect(exporter, importer);
  if (exporter.count < 2 || importer.count < 2)
    throw InputError("bias correction", fmt::format("{} exporters and {} importers", exporter.count, importer.count),
                     "at least two of each");
  Panel panel;
  panel.times = time.count;
  panel.pairs.resize(pair.count);
  std::vector<std::uint32_t> place(solution.observations());
  std::iota(place.begin(), place.end(), 0U);
  std::ranges::stable_sort(place, {}, [&](std::uint32_t p) { return time.group[p]; });
  for (const std::uint32_t p : place) {
    Pair& own = panel.pairs[pair.group[p]];
    own.exporter = exporter.group[p];
    own.importer = importer.group[p];
    if (!own.time.empty() && own.time.back() == Index{time.group[p]})
      throw InputError("bias correction", "a pair with two rows for one period",
                       "one row for each exporter, importer and period",
                       "sum them, or give sectors effects of their own and correct each sector by itself");
    own.time.push_back(time.group[p]);
    own.place.push_back(p);
  }
  panel.of_exporter.resize(exporter.count);
  panel.of_importer.resize(importer.count);
  for (std::uint32_t p = 0; p < panel.pairs.size(); ++p) {
    panel.of_exporter[panel.pairs[p].exporter].push_back(p);
    panel.of_importer[panel.pairs[p].importer].push_back(p);
  }
  return panel;
}

/// What a pair contributes, over its own periods: fitted values, scores, regressors less their effects.
struct Contribution {
  VectorXd lambda, score;
  MatrixXd x;

  Contribution(const Solution& solution, const Pair& pair)
      : lambda(pair.place.size()), score(pair.place.size()), x(solution.partialled(pair.place, Eigen::all)) {
    for (std::size_t i = 0; i < pair.place.size(); ++i) {
      const auto own = static_cast<Index>(i);
      lambda[own] = solution.working_weight(static_cast<std::size_t>(pair.place[i]));
      score[own] = solution.residual(static_cast<std::size_t>(pair.place[i]));
    }
  }

  /// H = Lambda (diag theta - theta theta'): minus the second derivative of the likelihood with the pair's effect
  /// profiled out; diag lambda with two-way effects.
  MatrixXd hessian(bool pair_effects) const {
    MatrixXd h = lambda.asDiagonal();
    if (pair_effects) h -= lambda * lambda.transpose() / lambda.sum();
    return h;
  }
};

/// The bias formulas rest on sum_j lambda x = 0 in every exporter-time, and so on: the first-order conditions of
/// partialling out. Where they fail, the regression has other effects than the panel says.
void require_effects(const Panel& panel, const Solution& solution, bool pair_effects) {
  double largest = 0;
  for (Index p = 0; p < solution.partialled.rows(); ++p)
    largest = std::max(largest, solution.working_weight(static_cast<std::size_t>(p)) *
                                    solution.partialled.row(p).cwiseAbs().maxCoeff());
  const double nothing = 1e-10 * largest;
  const auto vanishes = [nothing](const MatrixXd& sum, const MatrixXd& size) {
    return (sum.array().abs() <= 1e-4 * size.array() + nothing).all();
  };
  const auto require = [](bool fulfilled, std::string_view name) {
    if (!fulfilled)
      throw InputError("bias correction", fmt::format("a regression without {} effects", name),
                       "effects of exporter and time, importer and time, and for the three-way correction of pairs",
                       "A pair has a direction: exporter^importer, not one effect for both ways.");
  };
  const auto sums_vanish = [&](const std::vector<std::uint32_t>& pairs) {
    MatrixXd sum = MatrixXd::Zero(panel.times, solution.partialled.cols()), size = sum;
    for (const std::uint32_t p : pairs) {
      const Contribution own(solution, panel.pairs[p]);
      const MatrixXd weighted = own.lambda.asDiagonal() * own.x;
      sum(panel.pairs[p].time, Eigen::all) += weighted;
      size(panel.pairs[p].time, Eigen::all) += weighted.cwiseAbs();
    }
    return vanishes(sum, size);
  };
  require(std::ranges::all_of(panel.of_exporter, sums_vanish), "exporter-time");
  require(std::ranges::all_of(panel.of_importer, sums_vanish), "importer-time");
  for (const Pair& pair : panel.pairs) {
    if (!pair_effects) return;
    const Contribution own(solution, pair);
    const MatrixXd weighted = own.lambda.asDiagonal() * own.x;
    require(vanishes(weighted.colwise().sum(), weighted.cwiseAbs().colwise().sum()), "pair");
  }
}

/// b_i for each regressor: the sums of an exporter's pairs (or an importer's),
///   -tr[(sum H)^+ sum (H x) S'] + 1/2 tr[(sum G x) (sum H)^+ (sum S S') (sum H)^+]
/// with sum H x = sum lambda x (theta'x = 0), and sum G x = sum lambda_t lambda_s (x_t + x_s) / Lambda, as the diagonal
/// of G x sums to zero.
VectorXd bias_of(const std::vector<std::uint32_t>& partners, const Panel& panel, const Solution& solution) {
  const Index times = panel.times, regressors = solution.partialled.cols();
  MatrixXd h = MatrixXd::Zero(times, times), ss = h;
  std::vector<MatrixXd> hxs(static_cast<std::size_t>(regressors), h), gx = hxs;
  for (const std::uint32_t p : partners) {
    const std::vector<Index>& t = panel.pairs[p].time;
    const Contribution own(solution, panel.pairs[p]);
    h(t, t) += own.hessian(true);
    ss(t, t) += own.score * own.score.transpose();
    for (Index k = 0; k < regressors; ++k) {
      const VectorXd lx = own.lambda.cwiseProduct(own.x.col(k));
      hxs[static_cast<std::size_t>(k)](t, t) += lx * own.score.transpose();
      gx[static_cast<std::size_t>(k)](t, t) +=
          (lx * own.lambda.transpose() + own.lambda * lx.transpose()) / own.lambda.sum();
    }
  }
  const MatrixXd inverse = pseudo_inverse(h), inverse_ss_inverse = inverse * ss * inverse;
  VectorXd bias(regressors);
  for (Index k = 0; k < regressors; ++k)
    bias[k] = -inverse.cwiseProduct(hxs[static_cast<std::size_t>(k)]).sum() +
              0.5 * gx[static_cast<std::size_t>(k)].cwiseProduct(inverse_ss_inverse).sum();
  return bias;
}

/// N / (N - 1) times the sum of b over all N exporters (or importers).
VectorXd summed_bias(const std::vector<std::vector<std::uint32_t>>& partners, const Panel& panel,
                     const Solution& solution) {
  MatrixXd each(solution.partialled.cols(), static_cast<Index>(partners.size()));
  tbb::parallel_for(std::size_t{0}, partners.size(),
                    [&](std::size_t i) { each.col(static_cast<Index>(i)) = bias_of(partners[i], panel, solution); });
  const auto count = static_cast<double>(partners.size());
  return count / (count - 1) * each.rowwise().sum();
}

/// d W^+ d' of every pair, over its periods: how strongly the estimated exporter-time and importer-time effects follow
/// the pair's own errors. W, the information about these effects, has blocks A_i = sum_j H_ij and C_j = sum_i H_ij on
/// its diagonal and H_ij beside it. One side (`inner`) is eliminated: S = C - sum_i H_i' A_i^+ H_i. Any generalised
/// inverse gives the same corrected covariance, because scores and H lie in the range of H.
std::vector<MatrixXd> effect_leverage(const Panel& panel, const std::vector<MatrixXd>& hessians,
                                      bool inner_is_exporter) {
  const auto& inner = inner_is_exporter ? panel.of_exporter : panel.of_importer;
  const auto& outer = inner_is_exporter ? panel.of_importer : panel.of_exporter;
  const Index times = panel.times, size = static_cast<Index>(outer.size()) * times;
  const auto outer_start = [&](std::uint32_t p) {
    return times * Index{inner_is_exporter ? panel.pairs[p].importer : panel.pairs[p].exporter};
  };
  const auto spread = [&](std::uint32_t p) {  // H of a pair over all periods
    MatrixXd h = MatrixXd::Zero(times, times);
    h(panel.pairs[p].time, panel.pairs[p].time) = hessians[p];
    return h;
  };

  std::vector<MatrixXd> inverse(inner.size());
  tbb::parallel_for(std::size_t{0}, inner.size(), [&](std::size_t i) {
    MatrixXd sum = MatrixXd::Zero(times, times);
    for (const std::uint32_t p : inner[i]) sum += spread(p);
    inverse[i] = pseudo_inverse(sum);
  });
  MatrixXd root = MatrixXd::Zero(size, size);
  tbb::parallel_for(std::size_t{0}, outer.size(), [&](std::size_t j) {  // a block column each
    const Index column = static_cast<Index>(j) * times;
    for (const std::uint32_t p : outer[j]) {
      const std::size_t i = inner_is_exporter ? panel.pairs[p].exporter : panel.pairs[p].importer;
      const MatrixXd h = spread(p), through = inverse[i] * h;
      root.block(column, column, times, times) += h;
      for (const std::uint32_t q : inner[i])
        if (outer_start(q) >= column) root.block(outer_start(q), column, times, times).noalias() -= spread(q) * through;
    }
  });
  root_of_inverse(root);  // of S, which W leaves for `outer`

  std::vector<MatrixXd> own_block(outer.size());  // of S^-
  tbb::parallel_for(std::size_t{0}, outer.size(), [&](std::size_t j) {
    const auto columns = root.middleCols(static_cast<Index>(j) * times, times);
    own_block[j] = columns.transpose() * columns;
  });
  std::vector<MatrixXd> leverage(panel.pairs.size());
  tbb::parallel_for(std::size_t{0}, inner.size(), [&](std::size_t i) {
    MatrixXd coupling = MatrixXd::Zero(size, times);  // (A_i^+ H_i)'
    for (const std::uint32_t p : inner[i]) coupling.middleRows(outer_start(p), times) = spread(p) * inverse[i];
    const MatrixXd half = root.triangularView<Eigen::Lower>() * coupling;
    const MatrixXd inner_block = inverse[i] + half.transpose() * half;
    const MatrixXd solved = root.transpose().triangularView<Eigen::Upper>() * half;
    for (const std::uint32_t p : inner[i]) {
      const auto across = solved.middleRows(outer_start(p), times);  // minus the block between the two
      const std::size_t j = static_cast<std::size_t>(outer_start(p) / times);
      const MatrixXd all = inner_block + own_block[j] - across - across.transpose();
      leverage[p] = all(panel.pairs[p].time, panel.pairs[p].time);
    }
  });
  return leverage;
}

/// The two-way information splits by period: a panel of its own each, H the fitted values.
std::vector<MatrixXd> two_way_leverage(const Panel& panel, const Solution& solution, bool inner_is_exporter) {
  std::vector<MatrixXd> leverage(panel.pairs.size());
  for (std::size_t p = 0; p < panel.pairs.size(); ++p) {
    const auto own = static_cast<Index>(panel.pairs[p].time.size());
    leverage[p] = MatrixXd::Zero(own, own);
  }
  for (Index time = 0; time < panel.times; ++time) {
    Panel period{.pairs = {}, .of_exporter = {}, .of_importer = {}, .times = 1};
    period.of_exporter.resize(panel.of_exporter.size());
    period.of_importer.resize(panel.of_importer.size());
    std::vector<std::pair<std::size_t, Index>> cells;  // pair, place among its periods
    std::vector<MatrixXd> hessians;
    for (std::size_t p = 0; p < panel.pairs.size(); ++p) {
      const Pair& pair = panel.pairs[p];
      const auto at = std::ranges::find(pair.time, time);
      if (at == pair.time.end()) continue;
      const Index own = at - pair.time.begin();
      period.of_exporter[pair.exporter].push_back(static_cast<std::uint32_t>(cells.size()));
      period.of_importer[pair.importer].push_back(static_cast<std::uint32_t>(cells.size()));
      period.pairs.push_back({pair.exporter, pair.importer, {0}, {pair.place[static_cast<std::size_t>(own)]}});
      const Index place = pair.place[static_cast<std::size_t>(own)];
      hessians.emplace_back(MatrixXd::Constant(1, 1, solution.working_weight(static_cast<std::size_t>(place))));
      cells.emplace_back(p, own);
    }
    const std::vector<MatrixXd> found = effect_leverage(period, hessians, inner_is_exporter);
    for (std::size_t c = 0; c < cells.size(); ++c)
      leverage[cells[c].first](cells[c].second, cells[c].second) = found[c](0, 0);
  }
  return leverage;
}

/// P / (P - 1) W^-1 [sum x' (I - A)^-1 S S' x] W^-1 with A = H (x W^-1 x' + d W_phi^+ d'), made symmetric.
MatrixXd corrected_covariance(const Panel& panel, const Solution& solution, bool pair_effects, const MatrixXd& bread) {
  std::vector<MatrixXd> hessians;
  for (const Pair& pair : panel.pairs) hessians.push_back(Contribution(solution, pair).hessian(pair_effects));
  const bool inner_is_exporter = panel.of_exporter.size() >= panel.of_importer.size();
  std::vector<MatrixXd> leverage = pair_effects ? effect_leverage(panel, hessians, inner_is_exporter)
                                                : two_way_leverage(panel, solution, inner_is_exporter);
  const Index regressors = bread.rows();
  MatrixXd inflated(regressors, static_cast<Index>(panel.pairs.size())), plain = inflated;
  tbb::parallel_for(std::size_t{0}, panel.pairs.size(), [&](std::size_t p) {
    const Contribution own(solution, panel.pairs[p]);
    const Index size = own.score.size();
    const MatrixXd a = hessians[p] * (own.x * bread * own.x.transpose() + leverage[p]);
    // Where the effects fit an observation exactly I - A is singular, and the score is zero with it.
    const VectorXd score = least_norm_solution(MatrixXd::Identity(size, size) - a, own.score);
    inflated.col(static_cast<Index>(p)) = own.x.transpose() * score;
    plain.col(static_cast<Index>(p)) = own.x.transpose() * own.score;
  });
  const auto count = static_cast<double>(panel.pairs.size());
  const MatrixXd covariance = count / (count - 1) * bread * (inflated * plain.transpose()) * bread;
  return (covariance + covariance.transpose()) / 2;
}

}  // namespace

BiasCorrection gravity_bias_correction(const Regression& regression, const Solution& solution,
                                       const GravityPanel& codes) {
  const Panel panel = arrange(solution, codes);
  require_effects(panel, solution, codes.pair_effects);
  const Index regressors = solution.information.rows();
  const MatrixXd bread = solve_symmetric(solution.information, MatrixXd::Identity(regressors, regressors));

  BiasCorrection result;
  result.pairs = panel.pairs.size();
  result.exporters = panel.of_exporter.size();
  result.importers = panel.of_importer.size();
  result.times = static_cast<std::uint64_t>(panel.times);
  result.bias = VectorXd::Zero(bread.rows());
  if (codes.pair_effects)
    result.bias =
        bread * (summed_bias(panel.of_exporter, panel, solution) + summed_bias(panel.of_importer, panel, solution));
  else
    result.notes.emplace_back(
        "two-way effects leave no bias of this order in the coefficients: only the covariance is corrected");
  result.corrected = solution.coefficients(solution.kept) - result.bias;
  result.covariance = corrected_covariance(panel, solution, codes.pair_effects, bread);
  result.std_error = result.covariance.diagonal().cwiseSqrt();
  if (!regression.weights.empty())
    result.notes.emplace_back("with weights the formulas hold for the weighted likelihood; the paper has none");
  return result;
}

}  // namespace tradewind::estimation
