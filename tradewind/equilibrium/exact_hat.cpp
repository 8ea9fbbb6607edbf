// The one-sector counterfactual in changes. With expenditure shares s_ij of the baseline, the factors of change obey
//   P_j^(1-sigma) = sum_i s_ij tau_ij p_i^(1-sigma)                                  (tau = the change of t^(1-sigma))
//   p_i Y_i       = sum_j s_ij tau_ij (p_i / P_j)^(1-sigma) E'_j
// (Dekle, Eaton and Kortum 2007). Trade costs themselves and endowments drop out.
#include <algorithm>
#include <cmath>
#include <limits>

#include "tradewind/equilibrium/market_clearing.hpp"
#include "tradewind/equilibrium/multilateral_resistance.hpp"
#include "tradewind/equilibrium/one_sector_parts.hpp"
#include "tradewind/world/stopwatch.hpp"

namespace tradewind::equilibrium {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Which factory-gate prices sell what every economy is endowed with?
RawEquilibrium full(const TradeKernel& kernel, const OneSectorBaseline& baseline, Imbalances imbalances, double sigma,
                    const VectorXd& start, SolverReport& report) {
  const double elasticity = sigma - 1;
  const Index n = kernel.economies();
  const Spending spending(baseline, imbalances);
  VectorXd log_price = start, weights(n), output(n), expenditure(n), gap(n);
  Demand demand(kernel);
  // The plain step is tatonnement so slow that no market overshoots: own-price slopes are at most 2 sigma - 1. Goods
  // are gross substitutes, so it is monotone, and it is homogeneous, hence nonexpansive.
  const auto evaluate = [&](const VectorXd& at, Evaluation& evaluation) {
    evaluation.plain = 1 / (2 * sigma - 1);
    weights = (-elasticity * at.array()).exp();
    output = baseline.output.array() * at.array().exp();
    spending.at(output, expenditure, gap);
    if (!(expenditure.minCoeff() > 0)) {  // a surplus kept as a level, larger than the income that is left
      evaluation.residual.setConstant(std::numeric_limits<double>::infinity());
      return;
    }
    demand.at(weights, expenditure);
    for (Index i = 0; i < n; ++i) {
      const Balance at_i = balance({.output = output(i),
                                    .exports = demand.foreign_sales(i),
                                    .imports = demand.import_share(i) * expenditure(i),
                                    .import_share = demand.import_share(i),
                                    .gap = gap(i)},
                                   elasticity, 1);
      evaluation.residual(i) = at_i.residual;
      evaluation.step(i) = at_i.step;
    }
    keep_level(evaluation);
  };
  spending.at(baseline.output.array() * log_price.array().exp(), expenditure, gap);
  if (!(expenditure.minCoeff() > 0)) log_price.setZero();  // baseline prices leave everyone something to spend
  add(report, accelerate(log_price, evaluate));
  // Prices are known up to a factor: the value of world output is kept.
  log_price.array() -= std::log(baseline.output.dot(log_price.array().exp().matrix()) / baseline.output.sum());
  output = baseline.output.array() * log_price.array().exp();
  spending.at(output, expenditure, gap);
  return raw_equilibrium(kernel, log_price, -elasticity * log_price, output, expenditure);
}

MatrixXd shares_of(const OneSectorBaseline& baseline) {
  return baseline.flows * baseline.expenditure.cwiseInverse().asDiagonal();
}

// The baseline as it would be if everyone spent what it earns.
OneSectorBaseline without_imbalances(const OneSectorBaseline& baseline, double sigma, SolverReport& report) {
  TradeKernel kernel(baseline.output.size());
  kernel.fill(shares_of(baseline), MatrixXd::Ones(kernel.economies(), kernel.economies()));
  const VectorXd nothing = VectorXd::Zero(kernel.economies());
  RawEquilibrium balanced = full(kernel, baseline, Imbalances::removed, sigma, nothing, report);
  return {.flows = std::move(balanced.flows), .output = balanced.output, .expenditure = balanced.output};
}

}  // namespace

OneSectorCounterfactual counterfactual(const OneSectorBaseline& baseline, const MatrixXd& cost_change, double sigma,
                                       const OneSectorOptions& options) {
  check_counterfactual(baseline, cost_change, sigma, options);
  const Stopwatch watch;
  OneSectorCounterfactual result;
  result.baseline =
      options.imbalances == Imbalances::removed ? without_imbalances(baseline, sigma, result.solver) : baseline;
  const OneSectorBaseline& world = result.baseline;

  TradeKernel kernel(world.output.size());
  kernel.fill(shares_of(world), cost_change);
  const BalancedTrade held =
      balanced_trade(kernel, world.output, deficits(world, options.imbalances), VectorXd::Zero(world.output.size()));
  add(result.solver, held.iteration);
  const VectorXd shadow_price = held.log_weights / (1 - sigma);  // 1 / Pi_i
  result.conditional =
      told_conditional(raw_equilibrium(kernel, shadow_price, held.log_weights, world.output, world.expenditure), world,
                       sigma, options.numeraire);
  // Shadow prices overstate what prices do once sales may follow.
  const VectorXd start = shadow_price * ((sigma - 1) / sigma);
  result.full = told_full(full(kernel, world, options.imbalances, sigma, start, result.solver), world, sigma, options);
  result.solver.converged = result.solver.residual <= largest_residual;
  result.solver.seconds = watch.seconds();
  return result;
}

}  // namespace tradewind::equilibrium
