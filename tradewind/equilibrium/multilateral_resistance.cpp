#include "tradewind/equilibrium/multilateral_resistance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "tradewind/equilibrium/one_sector_parts.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/stopwatch.hpp"

namespace tradewind::equilibrium {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

BalancedTrade balanced_trade(const TradeKernel& kernel, const VectorXd& output, const VectorXd& gap, VectorXd start) {
  const Index n = kernel.economies();
  BalancedTrade result{std::move(start), {}};
  const VectorXd expenditure = output + gap;
  VectorXd weights(n);
  Demand demand(kernel);
  // A weight is a price of elasticity -1. Half of the residual is a step that no market overshoots: monotone and
  // homogeneous, hence nonexpansive.
  result.iteration = accelerate(result.log_weights, [&](const VectorXd& log_weights, Evaluation& evaluation) {
    evaluation.plain = -0.5;
    weights = log_weights.array().exp();
    demand.at(weights, expenditure);
    for (Index i = 0; i < n; ++i) {
      const Balance at = balance({.output = output(i),
                                  .exports = demand.foreign_sales(i),
                                  .imports = demand.import_share(i) * expenditure(i),
                                  .import_share = demand.import_share(i),
                                  .gap = gap(i)},
                                 1, 0);
      evaluation.residual(i) = at.residual;
      evaluation.step(i) = -at.step;
    }
    keep_level(evaluation);
  });
  return result;
}

namespace {

// t_ij^(1-sigma) that make all resistances of the baseline 1: X_ij = t_ij^(1-sigma) Y_i E_j / Y.
MatrixXd implied_costs(const OneSectorBaseline& baseline) {
  return baseline.output.cwiseInverse().asDiagonal() * baseline.flows *
         (baseline.output.sum() * baseline.expenditure.cwiseInverse()).asDiagonal();
}

// Prices at which the resistances of the new trade costs sell every endowment: (beta_i p_i)^(1-sigma) = a_i, with
// beta_i^(1-sigma) = Y_i / Y at the baseline, where prices and resistances are 1. Resistances are solved at every trial
// price (the steps of Anderson, Larch and Yotov 2018, section 3).
struct FullEndowment {
  VectorXd log_price, log_weights, expenditure;
  Iteration iteration;
};

FullEndowment full_endowment(const TradeKernel& kernel, const OneSectorBaseline& baseline, Imbalances imbalances,
                             double sigma) {
  const double elasticity = sigma - 1;
  const Index n = kernel.economies();
  const Spending spending(baseline, imbalances);
  const VectorXd log_preference = (baseline.output / baseline.output.sum()).array().log();  // log beta_i^(1-sigma)
  FullEndowment at{VectorXd::Zero(n), log_preference, VectorXd(n), {}};
  VectorXd output(n), gap(n), implied(n);
  Demand demand(kernel);
  int balancing = 0;
  at.iteration = accelerate(at.log_price, [&](const VectorXd& log_price, Evaluation& evaluation) {
    evaluation.plain = 0.25;
    output = baseline.output.array() * log_price.array().exp();
    output *= baseline.output.sum() / output.sum();
    spending.at(output, at.expenditure, gap);
    if (!(at.expenditure.minCoeff() > 0)) {
      evaluation.residual.setConstant(std::numeric_limits<double>::infinity());
      return;
    }
    BalancedTrade trade = balanced_trade(kernel, output, gap, at.log_weights);
    balancing += trade.iteration.evaluations;
    at.log_weights = std::move(trade.log_weights);
    implied = (log_preference - at.log_weights) / elasticity;
    implied.array() -=
        std::log((baseline.output.array() * (implied - log_price).array().exp()).sum() / baseline.output.sum());
    demand.at(at.log_weights.array().exp(), at.expenditure);
    for (Index i = 0; i < n; ++i) {
      evaluation.residual(i) = implied(i) - log_price(i);
      // A higher price is more output to sell, for which the implied price must fall by one over the trade share.
      const double exports = demand.foreign_sales(i) / output(i), imports = demand.import_share(i);
      const double trade_share = elasticity * (exports + (1 - exports) * imports);
      const double slope = 1 + (trade_share > 0 ? exports / trade_share : 0);
      evaluation.step(i) = std::clamp(evaluation.residual(i) / slope, -1.0, 1.0);
    }
    keep_level(evaluation);
  });
  at.iteration.evaluations += balancing;
  at.log_price.array() -= std::log(baseline.output.dot(at.log_price.array().exp().matrix()) / baseline.output.sum());
  return at;
}

RawEquilibrium conditional(const TradeKernel& kernel, const OneSectorBaseline& baseline, Imbalances imbalances,
                           double sigma, SolverReport& report) {
  const VectorXd log_preference = (baseline.output / baseline.output.sum()).array().log();
  const BalancedTrade trade = balanced_trade(kernel, baseline.output, deficits(baseline, imbalances), log_preference);
  add(report, trade.iteration);
  return raw_equilibrium(kernel, (log_preference - trade.log_weights) / (sigma - 1), trade.log_weights, baseline.output,
                         baseline.expenditure);
}

RawEquilibrium full(const TradeKernel& kernel, const OneSectorBaseline& baseline, Imbalances imbalances, double sigma,
                    SolverReport& report) {
  const FullEndowment found = full_endowment(kernel, baseline, imbalances, sigma);
  const VectorXd log_weights =
      (baseline.output / baseline.output.sum()).array().log() - (sigma - 1) * found.log_price.array();
  RawEquilibrium result =
      raw_equilibrium(kernel, found.log_price, log_weights,
                      baseline.output.cwiseProduct(VectorXd(found.log_price.array().exp())), found.expenditure);
  add(report, {found.iteration.converged, largest_imbalance(result), found.iteration.evaluations});
  return result;
}

}  // namespace

OneSectorBaseline fitted_baseline(const MatrixXd& costs, const VectorXd& output, const VectorXd& expenditure,
                                  const std::vector<std::string>& names) {
  check_fitted(costs, output, expenditure, names);
  TradeKernel kernel(output.size());
  kernel.fill(costs, MatrixXd::Ones(costs.rows(), costs.cols()));
  // Sums that agree to six digits are made to agree to the last.
  const VectorXd spent = expenditure * (output.sum() / expenditure.sum());
  const BalancedTrade trade = balanced_trade(kernel, output, spent - output, (output / output.sum()).array().log());
  if (!trade.iteration.converged)
    throw InputError("trade costs",
                     fmt::format("no flows add up to output and expenditure (off by {:.2g})", trade.iteration.residual),
                     "costs that let every economy sell its output");
  RawEquilibrium fitted = raw_equilibrium(kernel, VectorXd::Zero(output.size()), trade.log_weights, output, spent);
  return {.flows = std::move(fitted.flows), .output = output, .expenditure = spent};
}

OneSectorCounterfactual counterfactual_by_resistances(const OneSectorBaseline& baseline, const MatrixXd& cost_change,
                                                      double sigma, const OneSectorOptions& options) {
  check_counterfactual(baseline, cost_change, sigma, options);
  const Stopwatch watch;
  OneSectorCounterfactual result{.baseline = baseline, .conditional = {}, .full = {}, .solver = {}};
  TradeKernel kernel(baseline.output.size());
  if (options.imbalances == Imbalances::removed) {
    kernel.fill(implied_costs(baseline), MatrixXd::Ones(cost_change.rows(), cost_change.cols()));
    RawEquilibrium balanced = full(kernel, baseline, Imbalances::removed, sigma, result.solver);
    result.baseline = {.flows = std::move(balanced.flows), .output = balanced.output, .expenditure = balanced.output};
  }
  kernel.fill(implied_costs(result.baseline), cost_change);
  result.conditional = told_conditional(conditional(kernel, result.baseline, options.imbalances, sigma, result.solver),
                                        result.baseline, sigma, options.numeraire);
  result.full = told_full(full(kernel, result.baseline, options.imbalances, sigma, result.solver), result.baseline,
                          sigma, options);
  result.solver.converged = result.solver.residual <= largest_residual;
  result.solver.seconds = watch.seconds();
  return result;
}

}  // namespace tradewind::equilibrium
