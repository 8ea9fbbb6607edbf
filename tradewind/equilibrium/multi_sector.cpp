#include "tradewind/equilibrium/multi_sector.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>

#include "tradewind/equilibrium/accelerated_iteration.hpp"
#include "tradewind/equilibrium/input_output.hpp"
#include "tradewind/equilibrium/market_clearing.hpp"
#include "tradewind/equilibrium/multi_sector_parts.hpp"
#include "tradewind/equilibrium/sector_trade.hpp"
#include "tradewind/world/stopwatch.hpp"

namespace tradewind::equilibrium {
namespace {

using Eigen::VectorXd;

// Where an equilibrium is, and where the next one starts from. [sector][economy] padded as in SectorTrade.
struct Solution {
  VectorXd log_wage;
  VectorXd log_price, log_cost;
  VectorXd expenditure;  // over what the world as it is uses
  VectorXd output, income;
  BorderTrade border;
};

// The equilibrium at given trade costs: wages outermost, and given wages first the prices (a contraction, by the share
// of labour in cost), then, linear in it, expenditure (another one).
class Equilibrium {
 public:
  Equilibrium(const MultiSectorWorld& world, const TradePolicy& policy, const VectorXd& deficit)
      : economies_(world.economies),
        trade_(world, policy),
        input_output_(world, trade_.stride()),
        deficit_(deficit),
        use_(used(world, trade_.stride())) {}

  Solution start() const {
    const auto cells = use_.size();
    const auto economies = static_cast<Eigen::Index>(economies_);
    return {.log_wage = VectorXd::Zero(economies),
            .log_price = VectorXd::Zero(cells),
            .log_cost = VectorXd::Zero(cells),
            .expenditure = VectorXd::Ones(cells),
            .output = VectorXd::Zero(cells),
            .income = VectorXd::Zero(economies),
            .border = {}};
  }

  void solve(Solution& solution, SolverReport& report) {
    Evaluation at{.residual = VectorXd(solution.log_wage.size()), .step = VectorXd(solution.log_wage.size())};
    double last = 1;  // the largest trade imbalance seen last: inner accuracy follows it
    const auto find = [&](double share_of_last) {
      const Iteration found = accelerate(solution.log_wage, [&](const VectorXd& log_wage, Evaluation& here) {
        balances(log_wage, std::min(1e-3, share_of_last * last), solution, here);
        last = here.residual.lpNorm<Eigen::Infinity>();
      });
      report.iterations += found.evaluations;
    };
    find(0.01);
    balances(VectorXd(solution.log_wage), 0, solution, at);
    // What prices and expenditure lacked may have looked like balance: then again, with nothing lacking.
    if (at.residual.lpNorm<Eigen::Infinity>() > 0.1 * largest_residual) find(0);
    // The unit: the value added of the world does not change.
    const VectorXd& bill = input_output_.wage_bill();
    const double level = std::log(bill.dot(solution.log_wage.array().exp().matrix()) / bill.sum());
    solution.log_wage.array() -= level;
    solution.log_price.array() -= level;
    solution.expenditure *= std::exp(-level);
    const double inside = balances(VectorXd(solution.log_wage), 0, solution, at);
    report.residual = std::max({report.residual, inside, at.residual.lpNorm<Eigen::Infinity>()});
    // Whoever owes more than it earns has no budget that balances, though markets may seem to clear.
    if (!(solution.income.minCoeff() > 0)) report.residual = std::max(report.residual, 1.0);
    report.iterations += 2;
  }

  MultiSectorEquilibrium told(const Solution& solution) const;

 private:
  // Prices, expenditure and trade at given wages, to `accuracy`; the trade balances as residual. Returns the largest
  // gap left in prices and expenditure.
  double balances(const VectorXd& log_wage, double accuracy, Solution& solution, Evaluation& at) {
    const IterationLimits limits{.step = std::max(accuracy, 1e-15), .acceptable = 1e-11};
    const Iteration prices = accelerate(
        solution.log_price,
        [&](const VectorXd& log_price, Evaluation& gap) {
          input_output_.costs(log_wage, log_price, solution.log_cost);
          trade_.prices(solution.log_cost, gap.step);
          gap.step -= log_price;
          gap.residual = gap.step;
        },
        limits);

    const VectorXd wages = input_output_.wage_bill().array() * log_wage.array().exp();
    const VectorXd transfer = deficit_ * (wages.sum() / input_output_.wage_bill().sum());
    VectorXd spent(use_.size());
    const Iteration purchases = accelerate(
        solution.expenditure,
        [&](const VectorXd& expenditure, Evaluation& gap) {
          spent = expenditure.cwiseProduct(use_);
          trade_.sales(spent, solution.output, solution.border);
          solution.income = wages + solution.border.revenue + transfer;
          input_output_.expenditure(solution.output, solution.income, gap.step);
          gap.step = gap.step.cwiseQuotient(use_) - expenditure;
          gap.residual = gap.step;
        },
        limits);

    double steepest = 1;
    for (std::size_t n = 0; n < economies_; ++n) {
      const Balance balance = external_balance(solution.border, n, transfer.data()[n]);
      at.residual.data()[n] = balance.residual;
      at.step.data()[n] = balance.step;
      if (balance.step != 0) steepest = std::max(steepest, balance.residual / balance.step);
    }
    at.plain = 0.5 / steepest;
    keep_level(at);
    return std::max(prices.residual, purchases.residual);
  }

  static Balance external_balance(const BorderTrade& border, std::size_t n, double transfer) {
    const double inflow = border.exports.data()[n] + std::max(transfer, 0.0),
                 outflow = border.imports.data()[n] + std::max(-transfer, 0.0);
    if (inflow == 0 && outflow == 0) return {0, 0};
    const double residual = std::log(inflow / outflow);
    const double slope = border.export_response.data()[n] / inflow + border.import_response.data()[n] / outflow + 1;
    return {residual, std::clamp(residual / slope, -1.0, 1.0)};
  }

  // What the world as it is uses of every good, 1 where it uses none.
  static VectorXd used(const MultiSectorWorld& world, std::size_t stride) {
    VectorXd use = VectorXd::Zero(static_cast<Eigen::Index>(world.sectors * stride));
    for (std::size_t n = 0; n < world.economies; ++n)
      for (std::size_t j = 0; j < world.sectors; ++j) {
        use.data()[j * stride + n] += world.final_use[n * world.sectors + j];
        for (std::size_t k = 0; k < world.sectors; ++k)
          use.data()[k * stride + n] += world.intermediate[(n * world.sectors + j) * world.sectors + k];
      }
    return (use.array() > 0).select(use, 1);
  }

  std::size_t economies_;
  SectorTrade trade_;
  InputOutput input_output_;
  VectorXd deficit_;
  VectorXd use_;
};

MultiSectorEquilibrium Equilibrium::told(const Solution& solution) const {
  const std::size_t stride = trade_.stride(), sectors = static_cast<std::size_t>(use_.size()) / stride;
  const auto unpadded = [&](const auto& cells) {
    std::vector<double> result(sectors * economies_);
    for (std::size_t j = 0; j < sectors; ++j)
      for (std::size_t n = 0; n < economies_; ++n)
        result[j * economies_ + n] = cells(static_cast<Eigen::Index>(j * stride + n));
    return result;
  };
  const auto plain = [](const VectorXd& values) { return std::vector<double>(values.begin(), values.end()); };
  const VectorXd spent = solution.expenditure.cwiseProduct(use_);
  return {.wage = plain(solution.log_wage.array().exp()),
          .price_index = plain(input_output_.consumer_price(solution.log_price).array().exp()),
          .cost = unpadded(solution.log_cost.array().exp()),
          .price = unpadded(solution.log_price.array().exp()),
          .income = plain(solution.income),
          .expenditure = unpadded(spent),
          .trade = trade_.flows(spent),
          .output = unpadded(solution.output)};
}

VectorXd deficits_of(const MultiSectorWorld& world, Deficits deficits) {
  VectorXd result = VectorXd::Zero(static_cast<Eigen::Index>(world.economies));
  if (deficits == Deficits::removed) return result;
  if (!world.deficit.empty()) return Eigen::Map<const VectorXd>(world.deficit.data(), result.size());
  for (std::size_t row = 0; row < world.sectors * world.economies; ++row)
    for (std::size_t i = 0; i < world.economies; ++i) {
      const double flow = world.trade[row * world.economies + i];
      result.data()[row % world.economies] += flow;
      result.data()[i] -= flow;
    }
  return result;
}

}  // namespace

MultiSectorCounterfactual counterfactual(const MultiSectorWorld& world, const TradePolicy& baseline,
                                         const TradePolicy& counterfactual, Deficits deficits) {
  check(world);
  check(world, baseline);
  check(world, counterfactual);
  const Stopwatch watch;
  MultiSectorCounterfactual result;
  const VectorXd deficit = deficits_of(world, deficits);

  Equilibrium before(world, baseline, deficit);
  Solution solution = before.start();
  before.solve(solution, result.solver);
  result.baseline = before.told(solution);

  Equilibrium after(world, counterfactual, deficit);
  after.solve(solution, result.solver);  // from where the baseline is
  result.counterfactual = after.told(solution);

  compare(world, baseline, counterfactual, result);
  result.solver.converged = result.solver.residual <= largest_residual;
  result.solver.seconds = watch.seconds();
  return result;
}

}  // namespace tradewind::equilibrium
