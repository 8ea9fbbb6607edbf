// What counterfactuals cannot be computed from, and what the user is told.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <string>

#include "random_worlds.hpp"
#include "tradewind/equilibrium/ensemble.hpp"
#include "tradewind/equilibrium/multi_sector.hpp"
#include "tradewind/equilibrium/one_sector.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

using namespace equilibrium;
using Eigen::MatrixXd;
using Eigen::Vector2d;

const std::vector<std::string> names = {"CHN", "THA"};

MatrixXd two_economies() { return MatrixXd{{90, 10}, {5, 20}}; }

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(RefusedWorlds, ANegativeFlow) {
  MatrixXd flows = two_economies();
  flows(0, 1) = -3;
  EXPECT_EQ(refusal([&] { observed_baseline(flows, {}, {}, names); }),
            "flow from CHN to THA: -3; expected a finite value of 0 or more");
}

TEST(RefusedWorlds, AFlowThatIsNoNumber) {
  MatrixXd flows = two_economies();
  flows(1, 0) = std::nan("");
  EXPECT_EQ(refusal([&] { observed_baseline(flows); }),
            "flow from economy 2 to economy 1: nan; expected a finite value of 0 or more");
}

TEST(RefusedWorlds, AnExporterThatSellsNothing) {
  MatrixXd flows = two_economies();
  flows.row(1).setZero();
  EXPECT_EQ(refusal([&] { observed_baseline(flows, {}, {}, names); }),
            "sales of THA: 0; expected a finite value above 0\n"
            "  an economy that sells nothing, not even at home, has no price");
}

TEST(RefusedWorlds, FlowsThatDoNotAddUpToOutput) {
  EXPECT_EQ(refusal([&] { observed_baseline(two_economies(), Vector2d(100, 26), {}, names); }),
            "output of THA: 26; expected 25, what its sales add up to\n"
            "  domestic sales belong to the flows; leave the totals out to take them from the flows");
}

TEST(RefusedWorlds, FlowsThatAreNotSquare) {
  EXPECT_EQ(refusal([&] { observed_baseline(MatrixXd::Ones(3, 2)); }),
            "trade flows: 3 exporters and 2 importers; expected the same two or more economies on both sides");
}

TEST(RefusedWorlds, AnElasticityOfOne) {
  EXPECT_EQ(refusal([&] { counterfactual(observed_baseline(two_economies()), MatrixXd::Ones(2, 2), 1); }),
            "elasticity of substitution: 1; expected a finite value above 1\n  the trade elasticity is sigma - 1");
}

TEST(RefusedWorlds, AChangeThatLeavesNobodyToSellTo) {
  MatrixXd change = MatrixXd::Ones(2, 2);
  change.row(0).setZero();
  EXPECT_EQ(refusal([&] { counterfactual(observed_baseline(two_economies()), change, 5); }),
            "change of trade costs, exporter 1: all it sells is forbidden; expected somebody left to sell to");
}

TEST(RefusedWorlds, AWorldThatSpendsMoreThanItEarns) {
  EXPECT_EQ(refusal([&] { fitted_baseline(MatrixXd::Ones(2, 2), Vector2d(100, 25), Vector2d(100, 26)); }),
            "expenditure of the world: 126; expected 125, the output of the world");
}

TEST(RefusedWorlds, AnImbalanceThatNoTradeCanPayForIsAFailureAndSaysHowFarItCame) {
  // China's surplus of 5 is kept while nobody may trade.
  const MatrixXd change = MatrixXd::Identity(2, 2);
  const auto result = counterfactual(observed_baseline(two_economies()), change, 5,
                                     {.imbalances = Imbalances::levels, .numeraire = {}});
  EXPECT_FALSE(result.solver.converged);
  EXPECT_GT(result.solver.residual, 1e-10);
}

MultiSectorWorld two_by_one() {
  MultiSectorWorld world;
  world.economies = 2;
  world.sectors = 1;
  world.trade = {90, 5, 10, 20};
  world.tariff = {0, 0.1, 0.2, 0};
  world.intermediate = {30, 5};
  world.value_added = {70, 20};
  world.final_use = {65.5, 27};
  world.elasticity = {4};
  world.economy_names = names;
  world.sector_names = {"goods"};
  return world;
}

std::string refusal(const MultiSectorWorld& world, const TradePolicy& policy = {}) {
  return refusal([&] { counterfactual(world, {}, policy, Deficits::removed); });
}

TEST(RefusedWorlds, ManySectorsAreAcceptedWhenTheyAreWhole) { EXPECT_EQ(refusal(two_by_one()), "accepted"); }

TEST(RefusedWorlds, ATariffBelowMinusHundredPercent) {
  EXPECT_EQ(refusal(two_by_one(), {{0, -1.1, 0, 0}, {}}),
            "tariff on goods from THA to CHN: -110 %; expected a tariff above -100 %\n"
            "  a tariff is a fraction of the value at the border: 0.05 is 5 %");
}

TEST(RefusedWorlds, NegativeTradeInASector) {
  MultiSectorWorld world = two_by_one();
  world.trade[2] = -1;
  EXPECT_EQ(refusal(world), "trade, goods from CHN to THA: -1; expected a finite value of 0 or more");
}

TEST(RefusedWorlds, ATradeElasticityOfNothing) {
  MultiSectorWorld world = two_by_one();
  world.elasticity = {0};
  EXPECT_EQ(refusal(world),
            "trade elasticity of goods: 0; expected a finite theta above 0\n"
            "  theta is sigma - 1: an elasticity of substitution of 1 leaves no trade elasticity");
}

TEST(RefusedWorlds, ASectorThatSellsWhatItHasNoCostFor) {
  MultiSectorWorld world = two_by_one();
  world.sectors = 2;
  world.trade.insert(world.trade.end(), {1, 1, 1, 1});
  world.tariff.resize(8);
  world.intermediate.assign(8, 0);
  world.value_added = {70, 0, 20, 1};
  world.final_use = {65.5, 2, 27, 2};
  world.elasticity = {4, 4};
  world.sector_names = {"goods", "services"};
  EXPECT_EQ(refusal(world), "cost of CHN, services: 0; expected more than 0, as it sells 2");
}

TEST(RefusedWorlds, AUseOfWhatNobodySells) {
  MultiSectorWorld world = two_by_one();
  world.trade = {0, 0, 10, 20};
  EXPECT_EQ(refusal(world), "trade, CHN, goods: a use of 95.5 and no seller; expected a seller, at home or abroad");
}

TEST(RefusedWorlds, ADeficitThatIsNotImportsLessExports) {
  MultiSectorWorld world = two_by_one();
  world.deficit = {5, -5};
  EXPECT_EQ(refusal(world),
            "deficit of CHN: 5; expected -5, its imports less its exports\n"
            "  both net of tariffs; leave deficits out to take them from trade");
}

TEST(RefusedWorlds, ACovarianceThatIsNone) {
  const MatrixXd negative{{1, 2}, {2, 1}};
  EXPECT_EQ(refusal([&] { EstimateDraws(Vector2d(0, 0), negative); }),
            "covariance of the estimate: a combination of coefficients has a negative variance; expected a positive "
            "semidefinite matrix");
}

TEST(RefusedWorlds, ADistributionWithoutARange) {
  EXPECT_EQ(refusal([&] { check({.kind = Distribution::Kind::uniform, .a = 2, .b = 1}, "sigma"); }),
            "sigma: from 2 to 1; expected a range upwards");
  EXPECT_EQ(refusal([&] { check({.kind = Distribution::Kind::normal, .a = -9, .b = 1, .above = 1}, "sigma"); }),
            "sigma: hardly a draw above 1; expected at least one in a hundred");
}

}  // namespace
}  // namespace tradewind::tests
