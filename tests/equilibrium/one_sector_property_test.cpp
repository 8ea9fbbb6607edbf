// What must hold in any one-sector world.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <Eigen/Core>
#include <cmath>
#include <numeric>

#include "any_shape.hpp"
#include "random_worlds.hpp"
#include "tradewind/equilibrium/one_sector.hpp"

namespace tradewind::tests {
namespace {

using namespace equilibrium;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// The largest relative difference.
double difference(const MatrixXd& a, const MatrixXd& b) {
  return ((a - b).array().abs() / b.array().abs().max(1e-300)).maxCoeff();
}

rc::Gen<Imbalances> any_imbalances() {
  return rc::gen::element(Imbalances::ratios, Imbalances::levels, Imbalances::removed);
}

rc::Gen<double> any_sigma() {
  return rc::gen::map(rc::gen::inRange(15, 120), [](int tenths) { return tenths / 10.0; });
}

/// A baseline that has an equilibrium after any change. Surpluses that are kept as levels must be small for that: an
/// economy that earns less than its surplus has none.
OneSectorBaseline any_baseline(const Shape& shape, Imbalances imbalances) {
  MatrixXd flows = any_flows(shape);
  if (imbalances == Imbalances::levels) flows = (0.52 * flows + 0.48 * flows.transpose()).eval();
  return observed_baseline(flows);
}

RC_GTEST_PROP(OneSector, NoChangeChangesNothing, ()) {
  const Shape shape = *any_shape();
  const auto n = static_cast<Index>(shape.economies);
  const OneSectorOptions options{.imbalances = *any_imbalances(), .numeraire = {}};
  const auto result =
      counterfactual(any_baseline(shape, options.imbalances), MatrixXd::Ones(n, n), *any_sigma(), options);
  RC_ASSERT(result.solver.converged);
  const VectorXd ones = VectorXd::Ones(n);
  for (const auto* world : {&result.conditional, &result.full})
    for (const auto* changes : {&world->factory_price, &world->inward_resistance, &world->outward_resistance,
                                &world->output, &world->expenditure, &world->exports, &world->imports,
                                &world->domestic_trade, &world->real_output, &world->welfare})
      RC_ASSERT(difference(*changes, ones) < 1e-12);
}

RC_GTEST_PROP(OneSector, BudgetsBalanceAndMarketsClear, ()) {
  const Shape shape = *any_shape();
  const OneSectorOptions options{.imbalances = *any_imbalances(), .numeraire = {}};
  const auto result =
      counterfactual(any_baseline(shape, options.imbalances), any_change(shape, 3), *any_sigma(), options);
  RC_ASSERT(result.solver.converged);
  RC_ASSERT(result.solver.residual < 1e-10);
  const OneSectorBaseline& before = result.baseline;
  const VectorXd output = before.output.cwiseProduct(result.full.output),
                 expenditure = before.expenditure.cwiseProduct(result.full.expenditure);
  RC_ASSERT(difference(result.full.flows.rowwise().sum(), output) < 1e-10);
  RC_ASSERT(difference(result.full.flows.colwise().sum().transpose(), expenditure) < 1e-10);
  RC_ASSERT(std::abs(output.sum() / expenditure.sum() - 1) < 1e-10);
  RC_ASSERT(difference(result.conditional.flows.rowwise().sum(), before.output) < 1e-10);
  RC_ASSERT(difference(result.conditional.flows.colwise().sum().transpose(), before.expenditure) < 1e-10);
}

RC_GTEST_PROP(OneSector, ImbalancesBecomeWhatWasAskedFor, ()) {
  const Shape shape = *any_shape(100);
  const OneSectorBaseline world = any_baseline(shape, Imbalances::levels);
  const auto with = [&](Imbalances imbalances) {
    return counterfactual(world, any_change(shape, 1), 5, {.imbalances = imbalances, .numeraire = {}});
  };
  const auto ratios = with(Imbalances::ratios), levels = with(Imbalances::levels), removed = with(Imbalances::removed);
  // Every ratio by the same factor.
  const VectorXd factor = ratios.full.expenditure.cwiseQuotient(ratios.full.output);
  RC_ASSERT(difference(factor, VectorXd::Constant(factor.size(), factor(0))) < 1e-12);
  const VectorXd gap = world.expenditure - world.output;
  const VectorXd gap_after =
      world.expenditure.cwiseProduct(levels.full.expenditure) - world.output.cwiseProduct(levels.full.output);
  RC_ASSERT((gap_after - gap).cwiseQuotient(world.output).cwiseAbs().maxCoeff() < 1e-10);
  RC_ASSERT(difference(removed.baseline.expenditure, removed.baseline.output) < 1e-12);
  RC_ASSERT(difference(removed.full.expenditure, removed.full.output) < 1e-12);
}

RC_GTEST_PROP(OneSector, WelfareIsTheDomesticSharesChange, ()) {  // Arkolakis, Costinot and Rodriguez-Clare (2012)
  const Shape shape = *any_shape();
  const double sigma = *any_sigma();
  const auto result =
      counterfactual(observed_baseline(any_flows(shape)), any_change(shape, 2), sigma,
                     {.imbalances = *rc::gen::element(Imbalances::ratios, Imbalances::removed), .numeraire = {}});
  RC_ASSERT(result.solver.converged);
  const VectorXd before = result.baseline.flows.diagonal().cwiseQuotient(result.baseline.expenditure);
  const VectorXd after =
      result.full.flows.diagonal().cwiseQuotient(VectorXd(result.full.flows.colwise().sum().transpose()));
  const VectorXd gains = after.cwiseQuotient(before).array().pow(1 / (1 - sigma));
  RC_ASSERT(difference(result.full.welfare, gains) < 1e-10);
}

RC_GTEST_PROP(OneSector, AnImportersCostsAndTheNumeraireMoveNoRealQuantity, ()) {
  const Shape shape = *any_shape(100);
  const auto n = static_cast<Index>(shape.economies);
  const Imbalances imbalances = *any_imbalances();
  const OneSectorBaseline world = any_baseline(shape, imbalances);
  MatrixXd change = any_change(shape, 1);
  const auto before = counterfactual(world, change, 5, {.imbalances = imbalances, .numeraire = {}});

  // All trade costs of an importer, its domestic ones too: its price index takes them up, nobody sells more or less.
  const Index importer = *rc::gen::inRange<Index>(0, n);
  change.col(importer) *= 0.3;
  const Numeraire numeraire{*rc::gen::element(Numeraire::Kind::world_output, Numeraire::Kind::inward_resistance,
                                              Numeraire::Kind::factory_price),
                            *rc::gen::inRange<Index>(0, n)};
  const auto after = counterfactual(world, change, 5, {.imbalances = imbalances, .numeraire = numeraire});
  RC_ASSERT(after.solver.converged);
  VectorXd real = before.full.real_output;
  real(importer) *= std::pow(0.3, 1.0 / 4);  // the importer itself lives with the costs: P rises by t
  RC_ASSERT(difference(after.full.real_output, real) < 1e-10);
  const auto shares = [](const MatrixXd& flows) { return MatrixXd(flows / flows.sum()); };
  RC_ASSERT(difference(shares(after.full.flows), shares(before.full.flows)) < 1e-10);
  RC_ASSERT(difference(shares(after.conditional.flows), shares(before.conditional.flows)) < 1e-10);
}

RC_GTEST_PROP(OneSector, ProhibitiveCostsGiveAutarky, ()) {
  const Shape shape = *any_shape();
  const auto n = static_cast<Index>(shape.economies);
  MatrixXd change = MatrixXd::Zero(n, n);
  change.diagonal().setOnes();
  const double sigma = *any_sigma();
  const auto result = counterfactual(observed_baseline(any_flows(shape)), change, sigma,
                                     {.imbalances = Imbalances::removed, .numeraire = {}});
  RC_ASSERT(result.solver.converged);
  RC_ASSERT(difference(result.full.flows.diagonal(), result.full.flows.rowwise().sum()) < 1e-12);
  const VectorXd share = result.baseline.flows.diagonal().cwiseQuotient(result.baseline.expenditure);
  RC_ASSERT(difference(result.full.welfare, share.array().pow(1 / (sigma - 1))) < 1e-10);
}

RC_GTEST_PROP(OneSector, ChangesAndResistancesAreTwoRoutesToOnePlace, ()) {
  const Shape shape = *any_shape(100);
  const auto n = static_cast<Index>(shape.economies);
  const OneSectorOptions options{.imbalances = *any_imbalances(),
                                 .numeraire = {Numeraire::Kind::inward_resistance, *rc::gen::inRange<Index>(0, n)}};
  const OneSectorBaseline world = any_baseline(shape, options.imbalances);
  const double sigma = *any_sigma();
  const MatrixXd change = any_change(shape, 2);
  const auto hat = counterfactual(world, change, sigma, options),
             levels = counterfactual_by_resistances(world, change, sigma, options);
  RC_ASSERT(hat.solver.converged);
  RC_ASSERT(levels.solver.converged);
  for (const auto& [a, b] : {std::pair{&hat.conditional, &levels.conditional}, {&hat.full, &levels.full}}) {
    RC_ASSERT(difference(a->factory_price, b->factory_price) < 1e-12);
    RC_ASSERT(difference(a->inward_resistance, b->inward_resistance) < 1e-12);
    RC_ASSERT(difference(a->outward_resistance, b->outward_resistance) < 1e-12);
    RC_ASSERT(difference(a->welfare, b->welfare) < 1e-12);
    RC_ASSERT(difference(a->exports, b->exports) < 1e-11);
  }
}

RC_GTEST_PROP(OneSector, TheOrderOfEconomiesIsOfNoMatter, ()) {
  const Shape shape = *any_shape(100);
  const auto n = static_cast<Index>(shape.economies);
  const OneSectorOptions options{.imbalances = *any_imbalances(), .numeraire = {}};
  const MatrixXd flows = any_baseline(shape, options.imbalances).flows, change = any_change(shape, 2);
  const auto straight = counterfactual(observed_baseline(flows), change, 5, options);
  // Backwards.
  const auto turned = counterfactual(observed_baseline(flows.reverse()), MatrixXd(change.reverse()), 5, options);
  RC_ASSERT(difference(turned.full.welfare.reverse(), straight.full.welfare) < 1e-12);
  RC_ASSERT(difference(turned.conditional.inward_resistance.reverse(), straight.conditional.inward_resistance) < 1e-12);
  RC_ASSERT(turned.full.welfare.size() == n);
}

RC_GTEST_PROP(OneSector, FittedFlowsAddUpAndAreStructuralGravity, ()) {
  const Shape shape = *any_shape(100);
  const auto n = static_cast<Index>(shape.economies);
  const OneSectorBaseline world = observed_baseline(any_flows({shape.economies, 1, shape.home, 0, shape.seed}));
  const MatrixXd costs = any_change(shape, 4);
  const OneSectorBaseline fitted = fitted_baseline(costs, world.output, world.expenditure);
  RC_ASSERT(difference(fitted.flows.rowwise().sum(), world.output) < 1e-10);
  RC_ASSERT(difference(fitted.flows.colwise().sum().transpose(), world.expenditure) < 1e-10);
  // X_ij / t_ij is an exporter's times an importer's term: odds ratios are one.
  const MatrixXd gravity = fitted.flows.cwiseQuotient(costs);
  for (Index i = 1; i < n; ++i)
    RC_ASSERT(std::abs(gravity(i, i) * gravity(0, 0) / (gravity(i, 0) * gravity(0, i)) - 1) < 1e-11);
}

}  // namespace
}  // namespace tradewind::tests
