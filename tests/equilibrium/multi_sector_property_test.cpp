// What must hold in any world of many sectors.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "any_shape.hpp"
#include "random_worlds.hpp"
#include "tradewind/equilibrium/multi_sector.hpp"

namespace tradewind::tests {
namespace {

using namespace equilibrium;
using Values = std::vector<double>;

double difference(const Values& a, const Values& b) {
  double largest = a.size() == b.size() ? 0 : HUGE_VAL;
  for (std::size_t k = 0; k < std::min(a.size(), b.size()); ++k)
    if (a[k] != b[k]) largest = std::max(largest, std::abs(a[k] - b[k]) / std::max(std::abs(b[k]), 1e-300));
  return largest;
}

rc::Gen<Shape> any_sectors() {
  return any_shape(*rc::gen::element<std::size_t>(5, 20, 100), *rc::gen::element<std::size_t>(1, 5, 40));
}

rc::Gen<Deficits> any_deficits() { return rc::gen::element(Deficits::kept, Deficits::removed); }

/// Tariffs halved, doubled or left, iceberg costs some percent up or down between economies.
TradePolicy any_policy(const MultiSectorWorld& world, std::uint64_t seed) {
  Dice dice(seed);
  TradePolicy policy{world.tariff, Values(world.trade.size(), 1.0)};
  const std::size_t n = world.economies;
  for (std::size_t at = 0; at < policy.tariff.size(); ++at) {
    if (at / n % n == at % n) continue;
    policy.tariff[at] *= std::array{0.5, 1.0, 2.0}[dice.below(3)];
    policy.iceberg[at] = dice.between(0.8, 1.2);
  }
  return policy;
}

RC_GTEST_PROP(MultiSector, AWorldInEquilibriumStaysWhereItIs, ()) {
  const MultiSectorWorld world = any_world(*any_sectors());
  const auto result = counterfactual(world, {}, {}, Deficits::kept);
  RC_ASSERT(result.solver.converged);
  const Values ones(world.economies, 1.0);
  RC_ASSERT(difference(result.baseline.wage, ones) < 1e-10);
  RC_ASSERT(difference(result.baseline.trade, world.trade) < 1e-9);
  for (const auto* changes :
       {&result.wage, &result.price_index, &result.real_wage, &result.real_income, &result.exports, &result.imports})
    RC_ASSERT(difference(*changes, ones) < 1e-12);
  for (const auto* parts : {&result.welfare, &result.terms_of_trade, &result.volume_of_trade})
    for (const double percent : *parts) RC_ASSERT(std::abs(percent) < 1e-10);
}

RC_GTEST_PROP(MultiSector, BudgetsBalanceAndMarketsClear, ()) {
  const Shape shape = *any_sectors();
  const Deficits deficits = *any_deficits();
  const MultiSectorWorld world = any_world(shape, true, deficits == Deficits::kept);
  const TradePolicy policy = any_policy(world, shape.seed);
  const auto result = counterfactual(world, {}, policy, deficits);
  RC_ASSERT(result.solver.converged);
  RC_ASSERT(result.solver.residual < 1e-10);
  const MultiSectorEquilibrium& after = result.counterfactual;
  const std::size_t n = world.economies, s = world.sectors;
  for (std::size_t m = 0; m < n; ++m) {
    double wages = 0, wage_bill = 0, revenue = 0, exports = 0, imports = 0, final_use = 0, spent_on_final = 0,
           deficit = 0;
    for (std::size_t j = 0; j < s; ++j) {
      final_use += world.final_use[m * s + j];
      double sold = 0, bought = 0;
      for (std::size_t i = 0; i < n; ++i) {
        const std::size_t in = (j * n + m) * n + i, out = (j * n + i) * n + m;
        sold += after.trade[out];
        bought += after.trade[in] * (1 + policy.tariff[in]);
        revenue += after.trade[in] * policy.tariff[in];
        if (i != m)
          imports += after.trade[in], exports += after.trade[out], deficit += world.trade[in] - world.trade[out];
      }
      // Every sector sells what it makes; every good is bought for what is spent on it.
      RC_ASSERT(std::abs(sold - after.output[j * n + m]) <= 1e-10 * sold);
      RC_ASSERT(std::abs(bought - after.expenditure[j * n + m]) <= 1e-10 * bought);
      double cost = world.value_added[m * s + j];
      for (std::size_t k = 0; k < s; ++k) cost += world.intermediate[(m * s + j) * s + k];
      if (cost > 0) wages += sold * world.value_added[m * s + j] / cost;
      wage_bill += world.value_added[m * s + j];
    }
    // Labour is employed, trade is paid for, and what firms and households buy is what they use.
    RC_ASSERT(std::abs(wages / (wage_bill * after.wage[m]) - 1) < 1e-9);
    if (deficits == Deficits::removed) RC_ASSERT(std::abs(exports / imports - 1) < 1e-10);
    double world_before = 0, world_after = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < s; ++j) {
        world_before += world.value_added[i * s + j];
        world_after += world.value_added[i * s + j] * after.wage[i];
      }
    const double transfer = deficits == Deficits::removed ? 0 : deficit * world_after / world_before;
    RC_ASSERT(std::abs(after.income[m] / (wage_bill * after.wage[m] + revenue + transfer) - 1) < 1e-10);
    for (std::size_t k = 0; k < s; ++k) {
      double used = after.income[m] * world.final_use[m * s + k] / final_use;
      spent_on_final += used;
      for (std::size_t j = 0; j < s; ++j) {
        double cost = world.value_added[m * s + j];
        for (std::size_t q = 0; q < s; ++q) cost += world.intermediate[(m * s + j) * s + q];
        if (cost > 0) used += after.output[j * n + m] * world.intermediate[(m * s + j) * s + k] / cost;
      }
      RC_ASSERT(std::abs(used - after.expenditure[k * n + m]) <= 1e-9 * used);
    }
    RC_ASSERT(std::abs(spent_on_final / after.income[m] - 1) < 1e-10);
  }
}

RC_GTEST_PROP(MultiSector, OneSectorWithoutIntermediatesIsTheOneSectorModel, ()) {
  Shape shape = *any_shape(100);
  shape.sectors = 1;
  MultiSectorWorld world = any_world(shape, false);
  world.tariff.assign(world.tariff.size(), 0.0);
  const auto n = static_cast<Eigen::Index>(world.economies);
  // Without tariffs final use is what is bought, value added what is sold.
  const Eigen::MatrixXd flows = Eigen::Map<const Eigen::MatrixXd>(world.trade.data(), n, n);
  for (Eigen::Index m = 0; m < n; ++m) world.final_use[static_cast<std::size_t>(m)] = flows.col(m).sum();
  const TradePolicy policy{{}, any_policy(world, shape.seed).iceberg};
  const double theta = world.elasticity[0];
  const Eigen::MatrixXd change = Eigen::Map<const Eigen::MatrixXd>(policy.iceberg.data(), n, n).array().pow(-theta);
  for (const bool kept : {false, true}) {
    const auto many = counterfactual(world, {}, policy, kept ? Deficits::kept : Deficits::removed);
    const auto one = counterfactual(observed_baseline(flows), change, 1 + theta,
                                    {.imbalances = kept ? Imbalances::levels : Imbalances::removed, .numeraire = {}});
    if (kept && one.full.expenditure.minCoeff() < 0.5) continue;  // near where no surplus can be kept
    RC_ASSERT(many.solver.converged);
    RC_ASSERT(one.solver.converged);
    for (Eigen::Index m = 0; m < n; ++m) {
      RC_ASSERT(std::abs(many.real_wage[static_cast<std::size_t>(m)] / one.full.real_output(m) - 1) < 1e-10);
      RC_ASSERT(std::abs(many.real_income[static_cast<std::size_t>(m)] / one.full.welfare(m) - 1) < 1e-10);
      RC_ASSERT(std::abs(many.exports[static_cast<std::size_t>(m)] / one.full.exports(m) - 1) < 1e-9);
    }
  }
}

RC_GTEST_PROP(MultiSector, ProhibitiveCostsGiveAutarky, ()) {
  const Shape shape = *any_sectors();
  const MultiSectorWorld world = any_world(shape);
  TradePolicy policy{world.tariff, Values(world.trade.size(), 1.0)};
  const std::size_t n = world.economies;
  for (std::size_t at = 0; at < policy.iceberg.size(); ++at)
    if (at / n % n != at % n) policy.iceberg[at] = 1e15;
  const auto result = counterfactual(world, {}, policy, Deficits::removed);
  RC_ASSERT(result.solver.converged);
  for (const double exports : result.exports) RC_ASSERT(exports < 1e-10);
  for (const double real_income : result.real_income) RC_ASSERT(real_income < 1);
}

RC_GTEST_PROP(MultiSector, AnImportersIcebergCostsOnAllItBuysAreItsOwnAffair, ()) {
  // Without intermediate goods: all of an importer's purchases melt more, at home too, and nobody else notices.
  const Shape shape = *any_sectors();
  const MultiSectorWorld world = any_world(shape, false);
  const std::size_t n = world.economies, importer = *rc::gen::inRange<std::size_t>(0, n);
  TradePolicy policy{world.tariff, Values(world.trade.size(), 1.0)};
  for (std::size_t at = 0; at < policy.iceberg.size(); ++at)
    if (at / n % n == importer) policy.iceberg[at] = 1.25;
  const auto result = counterfactual(world, {}, policy, *any_deficits());
  RC_ASSERT(result.solver.converged);
  for (std::size_t m = 0; m < n; ++m)
    RC_ASSERT(std::abs(result.real_income[m] / (m == importer ? 1 / 1.25 : 1) - 1) < 1e-10);
  RC_ASSERT(difference(result.counterfactual.trade, result.baseline.trade) < 1e-9);
}

RC_GTEST_PROP(MultiSector, TheOrderOfEconomiesAndSectorsIsOfNoMatter, ()) {
  const Shape shape = *any_sectors();
  const MultiSectorWorld world = any_world(shape, true, true);
  const TradePolicy policy = any_policy(world, shape.seed);
  const auto backwards = [](const Values& values) { return Values(values.rbegin(), values.rend()); };
  MultiSectorWorld turned = world;
  for (auto* values : {&turned.trade, &turned.tariff, &turned.intermediate, &turned.value_added, &turned.final_use,
                       &turned.elasticity})
    std::ranges::reverse(*values);
  const auto straight = counterfactual(world, {}, policy, Deficits::kept);
  const auto reverse =
      counterfactual(turned, {}, {backwards(policy.tariff), backwards(policy.iceberg)}, Deficits::kept);
  RC_ASSERT(difference(backwards(reverse.real_income), straight.real_income) < 1e-10);
  RC_ASSERT(difference(backwards(reverse.real_wage), straight.real_wage) < 1e-10);
}

TEST(MultiSector, WhoWouldOweMoreThanItEarnsHasNoEquilibrium) {
  const Shape shape{4, 1, 0, 0.09, 5801503};
  const MultiSectorWorld world = any_world(shape);
  const auto result = counterfactual(world, {}, any_policy(world, shape.seed), Deficits::kept);
  EXPECT_LT(*std::ranges::min_element(result.counterfactual.income), 0);
  EXPECT_FALSE(result.solver.converged);
}

TEST(MultiSector, PricesThatAreStillOnTheirWayAreNotTakenForBalance) {
  for (const Shape& shape : {Shape{2, 1, 2.6, 0, 544456287}, Shape{2, 3, 1.2, 0, 206048002}}) {
    const MultiSectorWorld world = any_world(shape);
    TradePolicy dear{world.tariff, Values(world.trade.size(), 1.0)};
    for (std::size_t at = 0; at < dear.iceberg.size(); ++at)
      if (at / 2 % 2 != at % 2) dear.iceberg[at] = 1e15;
    const auto result = counterfactual(world, {}, dear, Deficits::removed);
    EXPECT_TRUE(result.solver.converged) << result.solver.residual;
  }
}

TEST(MultiSector, TheNumberOfThreadsDoesNotMoveABit) {
  const MultiSectorWorld world = any_world({77, 45, 2, 0.4, 1});
  const TradePolicy policy = any_policy(world, 2);
  const auto with_threads = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return counterfactual(world, {}, policy, Deficits::kept);
  };
  const auto one = with_threads(1), four = with_threads(4);
  EXPECT_EQ(one.real_income, four.real_income);
  EXPECT_EQ(one.counterfactual.trade, four.counterfactual.trade);
}

}  // namespace
}  // namespace tradewind::tests
