// What dearer or cheaper ways cost, told beside terms and volume of trade.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "random_worlds.hpp"
#include "tradewind/equilibrium/multi_sector.hpp"

namespace tradewind::tests {
namespace {

using namespace equilibrium;

// Iceberg costs of all that `importer` buys abroad, times a factor.
TradePolicy dearer(const MultiSectorWorld& world, std::size_t importer, double factor) {
  TradePolicy policy{world.tariff, std::vector<double>(world.trade.size(), 1.0)};
  const std::size_t n = world.economies;
  for (std::size_t at = 0; at < policy.iceberg.size(); ++at)
    if (at / n % n == importer && at % n != importer) policy.iceberg[at] = factor;
  return policy;
}

TEST(TradeEfficiency, OfALargeChangeIsThatOfManySmallOnes) {
  const MultiSectorWorld world = any_world({6, 3, 3, 0.2, 4});
  const double at_once = counterfactual(world, {}, dearer(world, 2, 2), Deficits::removed).trade_efficiency[2];
  double step_by_step = 0;
  constexpr int steps = 64;
  for (int k = 0; k < steps; ++k)
    step_by_step += counterfactual(world, dearer(world, 2, std::pow(2, double(k) / steps)),
                                   dearer(world, 2, std::pow(2, double(k + 1) / steps)), Deficits::removed)
                        .trade_efficiency[2];
  EXPECT_LT(step_by_step, 0);
  EXPECT_NEAR(at_once / step_by_step, 1, 0.1);
}

TEST(TradeEfficiency, OfTradeThatEndsIsTheImportsOverTheirElasticity) {
  const MultiSectorWorld world = any_world({4, 1, 3, 0, 9});
  TradePolicy alone = dearer(world, 1, 1e150);
  for (std::size_t importer = 0; importer < 4; ++importer)
    if (importer != 1) alone.iceberg[4 * importer + 1] = 1e150;
  const auto result = counterfactual(world, {}, alone, Deficits::removed);
  ASSERT_TRUE(result.solver.converged);
  double lost = 0;
  for (std::size_t i = 0; i < 4; ++i)
    if (i != 1)
      lost +=
          (1 + world.tariff[4 + i]) * result.baseline.trade[4 + i] / world.elasticity[0] / result.baseline.income[1];
  EXPECT_NEAR(result.trade_efficiency[1], -100 * lost, 1e-9);
}

TEST(TradeEfficiency, IsToFirstOrderWhatRealIncomeGains) {
  // Without tariffs; terms of trade are the rest.
  MultiSectorWorld world = any_world({5, 1, 2, 0, 3}, false);
  world.tariff.assign(world.tariff.size(), 0.0);
  world.final_use.assign(5, 0.0);
  for (std::size_t at = 0; at < world.trade.size(); ++at) world.final_use[at / 5] += world.trade[at];
  for (const double factor : {0.999, 1.001}) {
    const auto result = counterfactual(world, {}, dearer(world, 0, factor), Deficits::removed);
    EXPECT_NEAR(result.welfare[0] / (100 * (result.real_income[0] - 1)), 1, 0.01) << factor;
  }
}

}  // namespace
}  // namespace tradewind::tests
