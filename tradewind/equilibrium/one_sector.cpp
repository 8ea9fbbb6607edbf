#include "tradewind/equilibrium/one_sector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tradewind/equilibrium/one_sector_parts.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::equilibrium {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Given totals may be rounded by whoever published them, but not more than this.
constexpr double adds_up = 1e-6;

std::string name_of(const std::vector<std::string>& names, Index i) {
  return names.empty() ? fmt::format("economy {}", i + 1) : names[static_cast<std::size_t>(i)];
}

void check_square(const MatrixXd& matrix, const char* what) {
  if (matrix.rows() != matrix.cols() || matrix.rows() < 2)
    throw InputError(what, fmt::format("{} exporters and {} importers", matrix.rows(), matrix.cols()),
                     "the same two or more economies on both sides");
}

void check_totals(const VectorXd& given, const VectorXd& sums, const char* what, const char* side,
                  const std::vector<std::string>& names) {
  if (given.size() == 0) return;
  if (given.size() != sums.size())
    throw InputError(what, fmt::format("{} economies", given.size()), fmt::format("{}", sums.size()));
  for (Index i = 0; i < given.size(); ++i)
    if (!(std::abs(given(i) - sums(i)) <= adds_up * std::abs(sums(i))))
      throw InputError(fmt::format("{} of {}", what, name_of(names, i)), fmt::format("{:.10g}", given(i)),
                       fmt::format("{:.10g}, what its {} add up to", sums(i), side),
                       "domestic sales belong to the flows; leave the totals out to take them from the flows");
}

void check_positive(const VectorXd& values, const char* what, const std::vector<std::string>& names, const char* hint) {
  for (Index i = 0; i < values.size(); ++i)
    if (!(std::isfinite(values(i)) && values(i) > 0))
      throw InputError(fmt::format("{} of {}", what, name_of(names, i)), fmt::format("{:g}", values(i)),
                       "a finite value above 0", hint);
}

double without_nothing(double now, double before) { return before > 0 ? now / before : 1; }

// What is traded across borders and at home, as factors of change.
void tell_trade(OneSectorEquilibrium& told, const OneSectorBaseline& baseline) {
  const Index n = baseline.output.size();
  const VectorXd home = told.flows.diagonal(), home_before = baseline.flows.diagonal();
  // Summed without the diagonal, so that small trade beside large domestic sales keeps its digits.
  const auto foreign = [n](const MatrixXd& flows, auto sum_of) {
    VectorXd sums = VectorXd::Zero(n);
    for (Index j = 0; j < n; ++j)
      for (Index i = 0; i < n; ++i)
        if (i != j) sums(sum_of(i, j)) += flows(i, j);
    return sums;
  };
  const auto seller = [](Index i, Index) { return i; };
  const auto buyer = [](Index, Index j) { return j; };
  const VectorXd exports = foreign(told.flows, seller), exports_before = foreign(baseline.flows, seller);
  const VectorXd imports = foreign(told.flows, buyer), imports_before = foreign(baseline.flows, buyer);
  told.exports = exports.binaryExpr(exports_before, &without_nothing);
  told.imports = imports.binaryExpr(imports_before, &without_nothing);
  told.domestic_trade = home.binaryExpr(home_before, &without_nothing);
}

// The factor on all nominal values that makes `numeraire` the unit.
double unit(const Numeraire& numeraire, const VectorXd& price, const VectorXd& resistance, const VectorXd& output) {
  switch (numeraire.kind) {
    case Numeraire::Kind::inward_resistance:
      return 1 / resistance(numeraire.economy);
    case Numeraire::Kind::factory_price:
      return 1 / price(numeraire.economy);
    case Numeraire::Kind::world_output:
      break;
  }
  return output.sum() / output.dot(price);
}

}  // namespace

OneSectorBaseline observed_baseline(MatrixXd flows, const VectorXd& output, const VectorXd& expenditure,
                                    const std::vector<std::string>& names) {
  check_square(flows, "trade flows");
  for (Index j = 0; j < flows.cols(); ++j)
    for (Index i = 0; i < flows.rows(); ++i)
      if (!(std::isfinite(flows(i, j)) && flows(i, j) >= 0))
        throw InputError(fmt::format("flow from {} to {}", name_of(names, i), name_of(names, j)),
                         fmt::format("{:g}", flows(i, j)), "a finite value of 0 or more");
  OneSectorBaseline baseline;
  baseline.output = flows.rowwise().sum();
  baseline.expenditure = flows.colwise().sum();
  check_positive(baseline.output, "sales", names, "an economy that sells nothing, not even at home, has no price");
  check_positive(baseline.expenditure, "purchases", names, "an economy that buys nothing has no welfare");
  check_totals(output, baseline.output, "output", "sales", names);
  check_totals(expenditure, baseline.expenditure, "expenditure", "purchases", names);
  baseline.flows = std::move(flows);
  return baseline;
}

VectorXd deficits(const OneSectorBaseline& baseline, Imbalances imbalances) {
  const Index n = baseline.output.size();
  VectorXd result = VectorXd::Zero(n);
  if (imbalances == Imbalances::removed) return result;
  for (Index j = 0; j < n; ++j)
    for (Index i = 0; i < n; ++i) {
      if (i == j) continue;
      result(j) += baseline.flows(i, j);
      result(i) -= baseline.flows(i, j);
    }
  return result;
}

Spending::Spending(const OneSectorBaseline& baseline, Imbalances imbalances)
    : imbalances_(imbalances),
      deficit_ratio_(deficits(baseline, imbalances).cwiseQuotient(baseline.output)),
      deficit_share_(deficits(baseline, imbalances) / baseline.output.sum()) {}

void Spending::at(const VectorXd& output, VectorXd& expenditure, VectorXd& gap) const {
  switch (imbalances_) {
    case Imbalances::ratios: {
      // E_j = (1 + f) phi_j Y_j with the f at which the world spends what it earns; phi_j = 1 + deficit ratio.
      const double surplus = -output.dot(deficit_ratio_), factor = surplus / (output.sum() - surplus);
      gap = (factor + (1 + factor) * deficit_ratio_.array()) * output.array();
      break;
    }
    case Imbalances::levels:
      gap = deficit_share_ * output.sum();
      break;
    case Imbalances::removed:
      gap.setZero(output.size());
      break;
  }
  expenditure = output + gap;
}

void check_fitted(const MatrixXd& costs, const VectorXd& output, const VectorXd& expenditure,
                  const std::vector<std::string>& names) {
  check_square(costs, "trade costs");
  for (const auto& [totals, what] : {std::pair{&output, "output"}, {&expenditure, "expenditure"}}) {
    if (totals->size() != costs.rows())
      throw InputError(what, fmt::format("{} economies", totals->size()), fmt::format("{}", costs.rows()));
    check_positive(*totals, what, names, "");
  }
  for (Index j = 0; j < costs.cols(); ++j)
    for (Index i = 0; i < costs.rows(); ++i)
      if (!(std::isfinite(costs(i, j)) && costs(i, j) > 0))
        throw InputError(fmt::format("trade costs from {} to {}", name_of(names, i), name_of(names, j)),
                         fmt::format("{:g}", costs(i, j)), "a finite t^(1-sigma) above 0");
  if (!(std::abs(output.sum() - expenditure.sum()) <= adds_up * output.sum()))
    throw InputError("expenditure of the world", fmt::format("{:.10g}", expenditure.sum()),
                     fmt::format("{:.10g}, the output of the world", output.sum()));
}

RawEquilibrium raw_equilibrium(const TradeKernel& kernel, const VectorXd& log_price, const VectorXd& log_weights,
                               const VectorXd& output, const VectorXd& expenditure) {
  const Index n = kernel.economies();
  const VectorXd weights = log_weights.array().exp();
  Demand demand(kernel);
  demand.at(weights, expenditure);
  RawEquilibrium result{.price = log_price.array().exp(),
                        .index = demand.index,
                        .output = output,
                        .expenditure = expenditure,
                        .flows = MatrixXd(n, n),
                        .imbalance = VectorXd(n)};
  for (Index j = 0; j < n; ++j) {
    const double per_weight = expenditure(j) / demand.index(j);
    for (Index i = 0; i < n; ++i) result.flows(i, j) = kernel(i, j) * weights(i) * per_weight;
    const Market market{.output = output(j),
                        .exports = demand.foreign_sales(j),
                        .imports = demand.import_share(j) * expenditure(j),
                        .import_share = demand.import_share(j),
                        .gap = expenditure(j) - output(j)};
    result.imbalance(j) = balance(market, 1, 0).residual;
  }
  return result;
}

double largest_imbalance(const RawEquilibrium& equilibrium) { return equilibrium.imbalance.lpNorm<Eigen::Infinity>(); }

void check_counterfactual(const OneSectorBaseline& baseline, const MatrixXd& cost_change, double sigma,
                          const OneSectorOptions& options) {
  const Index n = baseline.output.size();
  if (!(std::isfinite(sigma) && sigma > 1))
    throw InputError("elasticity of substitution", fmt::format("{:g}", sigma), "a finite value above 1",
                     "the trade elasticity is sigma - 1");
  if (cost_change.rows() != n || cost_change.cols() != n)
    throw InputError("change of trade costs", fmt::format("{} x {}", cost_change.rows(), cost_change.cols()),
                     fmt::format("{} x {}, as the flows", n, n));
  if (options.numeraire.kind != Numeraire::Kind::world_output &&
      (options.numeraire.economy < 0 || options.numeraire.economy >= n))
    throw InputError("numeraire", fmt::format("economy {}", options.numeraire.economy + 1), fmt::format("1 to {}", n));
  VectorXd sales = VectorXd::Zero(n);
  for (Index j = 0; j < n; ++j) {
    double purchases = 0;
    for (Index i = 0; i < n; ++i) {
      const double change = cost_change(i, j);
      if (!(std::isfinite(change) && change >= 0))
        throw InputError(fmt::format("change of trade costs from economy {} to {}", i + 1, j + 1),
                         fmt::format("{:g}", change), "a finite factor (t'/t)^(1-sigma) of 0 or more");
      const double flow = baseline.flows(i, j) * change;
      sales(i) += flow;
      purchases += flow;
    }
    if (!(purchases > 0))
      throw InputError(fmt::format("change of trade costs, importer {}", j + 1), "all it buys is forbidden",
                       "something left to buy");
  }
  for (Index i = 0; i < n; ++i)
    if (!(sales(i) > 0))
      throw InputError(fmt::format("change of trade costs, exporter {}", i + 1), "all it sells is forbidden",
                       "somebody left to sell to");
}

OneSectorEquilibrium told_conditional(const RawEquilibrium& raw, const OneSectorBaseline& baseline, double sigma,
                                      const Numeraire& numeraire) {
  OneSectorEquilibrium told;
  const VectorXd resistance = raw.index.array().pow(1 / (1 - sigma));
  const double c = unit(numeraire, raw.price, resistance, baseline.output);
  told.factory_price = told.output = told.expenditure = VectorXd::Ones(raw.price.size());
  told.inward_resistance = c * resistance;
  told.outward_resistance = (c * raw.price).cwiseInverse();
  told.real_output = told.welfare = told.inward_resistance.cwiseInverse();
  told.flows = raw.flows;
  tell_trade(told, baseline);
  return told;
}

OneSectorEquilibrium told_full(const RawEquilibrium& raw, const OneSectorBaseline& baseline, double sigma,
                               const OneSectorOptions& options) {
  OneSectorEquilibrium told;
  const VectorXd resistance = raw.index.array().pow(1 / (1 - sigma));
  const double c = unit(options.numeraire, raw.price, resistance, baseline.output);
  told.factory_price = told.output = c * raw.price;
  told.inward_resistance = c * resistance;
  // (p_i Pi_i)^(1-sigma) is proportional to i's share of world output (Anderson, Larch and Yotov 2018, eq. 4).
  const VectorXd world_share = raw.price * (baseline.output.sum() / raw.output.sum());
  told.outward_resistance = world_share.array().pow(1 / (1 - sigma)) / told.factory_price.array();
  told.expenditure = c * raw.expenditure.cwiseQuotient(baseline.expenditure);
  told.real_output = raw.price.cwiseQuotient(resistance);
  told.welfare = options.imbalances == Imbalances::levels
                     ? VectorXd(told.expenditure.cwiseQuotient(told.inward_resistance))
                     : told.real_output;
  told.flows = c * raw.flows;
  tell_trade(told, baseline);
  return told;
}

void add(SolverReport& report, const Iteration& iteration) {
  report.residual = std::max(report.residual, iteration.residual);
  report.iterations += iteration.evaluations;
}

}  // namespace tradewind::equilibrium
