// Scenarios solved in a world of five economies.
#include "tradewind/scenario/simulation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "small_world.hpp"
#include "tradewind/scenario/decomposition.hpp"

namespace tradewind::tests {
namespace {

using namespace tradewind::scenario;

const std::string elasticity = "[sizes]\nsigma = 5\n";
const std::string partners = "exporters = 'CHN'\nimporters = 'ASEAN'\n";
const std::string tariffs =
    "[[change]]\nlabel = 'tariffs'\nboth_ways = true\n" + partners + "tariff = {from = 5, to = 0}\n";
const std::string hard = "[[change]]\nlabel = 'hard'\nboth_ways = true\n" + partners + "cost = -4\n";
const std::string soft = "[[change]]\nlabel = 'soft'\n" + partners + "trade = 9\n";
const std::string split = "[[change]]\nexporters = 'CHN'\nimporters = ['USA', 'DEU']\nboth_ways = true\ncost = 40\n";

OneSectorProblem posed(const ScenarioFolder& folder, const std::string& text) {
  return pose(folder.read(text), the_world(), five_economies(), nullptr, {});
}
Simulated<OneSectorOutcome> solved(const OneSectorProblem& problem) { return solve(problem, problem.plan.numbers); }
Simulated<OneSectorOutcome> solved(const std::string& text) { return solved(posed(ScenarioFolder(), text)); }

double largest(const Eigen::MatrixXd& numbers) { return numbers.cwiseAbs().maxCoeff(); }

TEST(Simulation, WithoutAChangeNothingChanges) {
  const auto nothing = solved(elasticity + "[[change]]\nexporters = 'all'\nimporters = 'all'\ncost = 0\n");
  EXPECT_TRUE(nothing.solver.converged);
  EXPECT_LT(largest(nothing.outcome.full.welfare), 1e-10);
  EXPECT_LT(largest(nothing.outcome.conditional.exports), 1e-10);
}

TEST(Simulation, SharesOfLabelsAddUpToTheWhole) {
  const WelfareTold welfare = solved(elasticity + tariffs + hard + soft).outcome.welfare;
  ASSERT_EQ(welfare.by_label.cols(), 3);
  EXPECT_LT(largest(welfare.by_label.rowwise().sum() - welfare.total), 1e-12);
  EXPECT_GT(welfare.by_label(0, 1), 0) << "China gains from hard connectivity";
}

TEST(Simulation, ChangesThatAreAlikeHaveEqualShares) {
  std::string again = hard;
  again.replace(again.find("'hard'"), 6, "'other'");
  const WelfareTold welfare = solved(elasticity + hard + again).outcome.welfare;
  EXPECT_LT(largest(welfare.by_label.col(0) - welfare.by_label.col(1)), 1e-9);
}

TEST(Simulation, RealOutputIsTheChangeOfTheDomesticShareToThePower) {
  // Arkolakis, Costinot and Rodriguez-Clare (2012): W' / W = (lambda' / lambda)^(1 / (1 - sigma)).
  const auto result = solved(elasticity + hard);
  for (Eigen::Index i = 0; i < 5; ++i) {
    const double before = result.before(i, i) / result.before.col(i).sum(),
                 after = result.after(i, i) / result.after.col(i).sum();
    EXPECT_NEAR(result.outcome.full.real_output(i), 100 * (std::pow(after / before, 1 / (1 - 5.0)) - 1), 1e-8);
  }
}

TEST(Simulation, AScenarioThatStartsFromAnothersWorldIsMeasuredAgainstIt) {
  const ScenarioFolder folder;
  folder.write("split.toml", elasticity + split);
  const OneSectorOutcome in_split = solved(posed(folder, "base = 'split.toml'\n" + hard)).outcome;
  const OneSectorOutcome both = solved(elasticity + split + hard).outcome,
                         split_alone = solved(elasticity + split).outcome,
                         hard_alone = solved(elasticity + hard).outcome;
  EXPECT_LT(largest((in_split.welfare.both_today - both.welfare.total).head(5)), 1e-8);
  EXPECT_LT(largest((in_split.welfare.base_today - split_alone.welfare.total).head(5)), 1e-9);
  EXPECT_LT(largest(in_split.welfare.changes_today - hard_alone.welfare.total), 1e-9);
  const Eigen::ArrayXd factor = (100 + both.full.welfare.array()) / (100 + split_alone.full.welfare.array());
  EXPECT_LT((100 * (factor - 1) - in_split.full.welfare.array()).abs().maxCoeff(), 1e-8);
}

TEST(Simulation, ATariffOfTheBaseIsTheOneThatChangesStartFrom) {
  const std::string between = "[[change]]\nexporters = 'CHN'\nimporters = 'USA'\n";
  const ScenarioFolder folder;
  folder.write("war.toml", elasticity + between + "tariff = {from = 20, to = 60}\n");
  const OneSectorOutcome peace =
      solved(posed(folder, "base = 'war.toml'\n" + between + "tariff = {to = 20}\n")).outcome;
  EXPECT_LT(largest(peace.welfare.both_today), 1e-8) << "peace is where it was before the war";
}

TEST(Simulation, ABlocsWelfareIsItsMembersWeightedBySpending) {
  const auto result = solved(elasticity + hard);
  const Eigen::VectorXd spent = result.before.colwise().sum().transpose();
  const Eigen::VectorXd& welfare = result.outcome.welfare.total;
  ASSERT_EQ(welfare.size(), 7) << "five economies, ASEAN and the world";
  EXPECT_NEAR(welfare(5), (spent(2) * welfare(2) + spent(4) * welfare(4)) / (spent(2) + spent(4)), 1e-12);
}

TEST(Simulation, StagesLeadToTheWhole) {
  const OneSectorProblem problem =
      posed(ScenarioFolder(),
            elasticity + hard + "stages = [{since = 2026-01-01, share = 50}, {since = 2030-01-01, share = 100}]\n");
  equilibrium::SolverReport report{.converged = true};
  const std::vector<StageTold> stages = solve_stages(problem, report);
  ASSERT_EQ(stages.size(), 2u);
  EXPECT_LT(largest(stages[1].welfare - solved(elasticity + hard).outcome.welfare.total), 1e-9);
  EXPECT_LT(stages[0].welfare(0), stages[1].welfare(0));
}

TEST(Simulation, NeedsAnElasticity) {
  EXPECT_TRUE(refuses([] { solved(hard); }, {"scenario.toml", "no elasticity of substitution", "[sizes] sigma"}));
}

TEST(Shapley, IsTheMeanOverAllOrders) {
  // Three labels, a value for each set; the six orders worked out by hand.
  const std::vector<double> value = {0, 6, 12, 42, 18, 30, 36, 60};
  const Eigen::MatrixXd shares =
      shapley_values(3, [&](LabelSet set) { return Eigen::VectorXd::Constant(1, value[set]); });
  EXPECT_NEAR(shares(0, 0), (2 * 6 + 30 + 12 + 2 * 24) / 6.0, 1e-12);
  EXPECT_NEAR(shares(0, 1), (2 * 12 + 36 + 18 + 2 * 30) / 6.0, 1e-12);
  EXPECT_NEAR(shares.sum(), 60, 1e-12);
}

}  // namespace
}  // namespace tradewind::tests
