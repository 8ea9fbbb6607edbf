// What a scenario file says, and how every mistake in one is told: with its line and column and what would be right.
#include <gtest/gtest.h>

#include "small_world.hpp"

namespace tradewind::tests {
namespace {

using namespace tradewind::scenario;

const std::string corridor = R"(title = "A corridor"
[sizes]
sigma = 5
corridor = {value = -2, unit = "percent of trade costs", source = "somebody", assumption = true}
[[change]]
label = "hard connectivity"
exporters = "CHN"
importers = ["VNM", "MYS"]
both_ways = true
cost = "corridor"
)";
const std::string drawn_corridor = corridor + "[ensemble.corridor]\ndistribution = 'uniform'\nfrom = -3\nto = -1\n";
const std::string tariff = "[[change]]\nexporters = 'CHN'\nimporters = 'USA'\ntariff = {from = 20, to = -101}\n";

// The corridor, or another text, with one line put in the place of another.
std::string with(const std::string& old, const std::string& line, std::string text = corridor) {
  const auto at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), line);
}

testing::AssertionResult refused(const std::string& text, std::initializer_list<const char*> words) {
  return ScenarioFolder().refuses(text, words);
}

TEST(ScenarioFile, SaysWhoChangesWhatTowardsWhom) {
  const Scenario scenario = ScenarioFolder().read(corridor);
  EXPECT_EQ(scenario.title, "A corridor");
  ASSERT_EQ(scenario.changes.size(), 1u);
  const Change& change = scenario.changes.front();
  EXPECT_EQ(change.label, "hard connectivity");
  EXPECT_EQ(change.importers.at(1).text, "MYS");
  EXPECT_TRUE(change.both_ways);
  EXPECT_EQ(std::get<CostBy>(change.effect).percent.name, "corridor");
  EXPECT_TRUE(find_size(scenario, "corridor")->assumption);
}

TEST(ScenarioFile, HasATariffToALevelAndByPoints) {
  const Scenario scenario = ScenarioFolder().read(
      "[[change]]\nexporters = 'all'\nimporters = 'USA'\ntariff = {from = 3, to = 0.5}\n"
      "[[change]]\nexporters = 'CHN'\nimporters = 'USA'\ntariff = {by = 10}\n");
  EXPECT_EQ(std::get<TariffTo>(scenario.changes[0].effect).level.number, 0.5);
  EXPECT_EQ(std::get<TariffTo>(scenario.changes[0].effect).from->number, 3);
  EXPECT_EQ(std::get<TariffBy>(scenario.changes[1].effect).points.number, 10);
}

TEST(ScenarioFile, HasStagesWithDays) {
  const Scenario scenario = ScenarioFolder().read(
      corridor + "stages = [{since = 2026-01-01, share = 50}, {since = 2030-01-01, share = 100}]\n");
  ASSERT_EQ(scenario.changes[0].steps.size(), 2u);
  EXPECT_EQ(scenario.changes[0].steps[0].share, 0.5);
  EXPECT_EQ(scenario.changes[0].steps[1].from, *parse_date("2030-01-01"));
}

TEST(ScenarioFile, RefusesAnUnknownKeyWithTheNearest) {
  EXPECT_TRUE(refused(with("importers", "importer"),
                      {"scenario.toml:8:1", "unknown key 'importer' in [[change]]", "Nearest: importers"}));
  EXPECT_TRUE(refused(with("[sizes]", "[size]"), {"scenario.toml:2", "'size'", "Nearest: sizes"}));
  EXPECT_TRUE(refused(corridor + "[ensemble]\ndraw = 100\n", {"unknown key 'draw' in [ensemble]", "Nearest: draws"}));
}

TEST(ScenarioFile, RefusesAValueOfTheWrongType) {
  EXPECT_TRUE(refused(with("both_ways = true", "both_ways = 'yes'"),
                      {"scenario.toml:9:13", "'both_ways' is the text 'yes'", "true or false"}));
  EXPECT_TRUE(
      refused(with("sigma = 5", "sigma = 'five'"), {"scenario.toml:3:9", "'sigma' is the text 'five'", "a number"}));
  EXPECT_TRUE(refused(corridor + "since = 2026\n",
                      {"scenario.toml:11:9", "'since' is the number 2026", "a day as 2025-10-28"}));
}

TEST(ScenarioFile, RefusesTomlThatCannotBeRead) { EXPECT_TRUE(refused("title = \"A\n", {"scenario.toml:1:", "TOML"})); }

TEST(ScenarioFile, RefusesAnElasticityOfOneAndSaysWhy) {
  EXPECT_TRUE(refused(with("sigma = 5", "sigma = 1"),
                      {"scenario.toml:3:9", "elasticity of substitution of 1", "more than 1", "fixed shares"}));
}

TEST(ScenarioFile, RefusesATariffBelowMinusHundredPercent) {
  EXPECT_TRUE(refused(tariff, {"scenario.toml:4:27", "a tariff of -101 percent", "-100"}));
  EXPECT_TRUE(
      refused(with("to = -101", "by = -121", tariff), {"scenario.toml:4:27", "a tariff of -101 percent", "-100"}));
}

TEST(ScenarioFile, RefusesTradeCostsBelowNothing) {
  EXPECT_TRUE(refused(with("value = -2", "value = -100"), {"trade costs changed by -100 percent (corridor)"}));
}

TEST(ScenarioFile, RefusesANameThatIsNoSize) {
  EXPECT_TRUE(refused(with("cost = \"corridor\"", "cost = \"coridor\""),
                      {"scenario.toml:10:8", "there is no size 'coridor'", "Nearest: corridor"}));
}

TEST(ScenarioFile, RefusesAChangeOfNothingAndOfSeveralThings) {
  EXPECT_TRUE(refused(with("cost = \"corridor\"\n", ""),
                      {"scenario.toml:5", "says not what changes", "tariff, cost, gravity"}));
  EXPECT_TRUE(refused(corridor + "ban = true\n", {"scenario.toml:11", "several things: cost, ban"}));
}

TEST(ScenarioFile, RefusesStagesOutOfOrderAndABanInParts) {
  EXPECT_TRUE(refused(corridor + "stages = [{since = 2030-01-01, share = 50}, {since = 2026-01-01, share = 100}]\n",
                      {"scenario.toml:11", "a stage of 2026-01-01 after one of 2030-01-01"}));
  EXPECT_TRUE(refused(with("cost = \"corridor\"", "ban = true\nstages = [{since = 2030-01-01, share = 50}]"),
                      {"scenario.toml:11", "a ban in parts"}));
}

TEST(ScenarioFile, RefusesADistributionThatIsNone) {
  EXPECT_TRUE(refused(corridor + "[ensemble.sigma]\ndistribution = 'normal'\nmean = 5\nsd = -1\n",
                      {"scenario.toml:14", "a standard deviation of -1"}));
  EXPECT_TRUE(refused(corridor + "[ensemble.sigma]\ndistribution = 'gaussian'\n",
                      {"'gaussian'", "normal, lognormal, uniform, triangular"}));
  EXPECT_TRUE(refused(corridor + "[ensemble.sgma]\ndistribution = 'uniform'\nfrom = 2\nto = 5\n",
                      {"there is no size 'sgma' to draw", "Nearest: sigma"}));
}

TEST(Composition, StartsFromTheWorldOfAnotherFile) {
  const ScenarioFolder folder;
  folder.write("split.toml", "title = 'A split world'\n[sizes]\nsigma = 4\n" + with("to = -101", "to = 60", tariff));
  const Scenario scenario =
      folder.read("base = 'split.toml'\n[[change]]\nexporters = 'CHN'\nimporters = 'VNM'\ncost = -1\n");
  EXPECT_EQ(scenario.base_title, "A split world");
  EXPECT_EQ(scenario.base.size(), 1u);
  EXPECT_EQ(scenario.changes.size(), 1u);
  EXPECT_EQ(find_size(scenario, "sigma")->value, 4);
}

TEST(Composition, IncludesTheChangesOfAnotherFileAndMaySetItsSizes) {
  const ScenarioFolder folder;
  folder.write("corridor.toml", drawn_corridor);
  const Scenario scenario = folder.read("include = 'corridor.toml'\n[sizes]\ncorridor = -5\n");
  EXPECT_TRUE(scenario.base.empty());
  EXPECT_EQ(scenario.changes.size(), 1u);
  EXPECT_EQ(find_size(scenario, "corridor")->value, -5);
  EXPECT_TRUE(scenario.ensemble.sizes.empty()) << "a size that is set anew is not drawn as the old one was";
}

TEST(Composition, RefusesAScenarioThatRefersToItselfWithTheChain) {
  const ScenarioFolder folder;
  folder.write("b.toml", "base = 'scenario.toml'\n");
  EXPECT_TRUE(folder.refuses("base = 'b.toml'\n",
                             {"b.toml:1:8", "refers to itself: scenario.toml -> b.toml -> scenario.toml"}));
  EXPECT_TRUE(
      folder.refuses("include = ['scenario.toml']\n", {"scenario.toml:1:12", "scenario.toml -> scenario.toml"}));
}

TEST(Composition, RefusesAFileThatIsNotThereAtThePlaceThatNamesIt) {
  EXPECT_TRUE(refused("base = 'splt.toml'\n", {"scenario.toml:1:8", "there is no file", "splt.toml"}));
}

TEST(Composition, RefusesFilesThatDifferUnlessTheScenarioDecides) {
  const ScenarioFolder folder;
  folder.write("a.toml", "[sizes]\nsigma = 4\n");
  folder.write("b.toml", "[sizes]\nsigma = 5\n[[change]]\nexporters = 'CHN'\nimporters = 'VNM'\ncost = -1\n");
  const std::string both = "base = 'a.toml'\ninclude = 'b.toml'\n";
  EXPECT_TRUE(folder.refuses(both, {"the size of sigma", "a.toml:2:9", "b.toml:2:9", "[sizes] sigma"}));
  EXPECT_EQ(find_size(folder.read(both + "[sizes]\nsigma = 6\n"), "sigma")->value, 6);
}

TEST(Sizes, AreSetFromTheCommandLine) {
  Scenario scenario = ScenarioFolder().read(drawn_corridor);
  set_size(scenario, "corridor=-3.5");
  EXPECT_EQ(find_size(scenario, "corridor")->value, -3.5);
  EXPECT_TRUE(scenario.ensemble.sizes.empty());
  EXPECT_TRUE(refuses([&] { set_size(scenario, "coridor=1"); }, {"--set coridor=1", "no size 'coridor'", "corridor"}));
  EXPECT_TRUE(refuses([&] { set_size(scenario, "corridor=a lot"); }, {"'a lot' is no number"}));
  EXPECT_TRUE(refuses([&] { set_size(scenario, "sigma=1"); }, {"elasticity of substitution of 1"}));
  EXPECT_TRUE(refuses([&] { set_size(scenario, "corridor=-100"); }, {"-100 percent"}));
}

}  // namespace
}  // namespace tradewind::tests
