// From names to pairs of economies, and from changes to trade costs.
#include "tradewind/scenario/policy.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "small_world.hpp"

namespace tradewind::tests {
namespace {

using namespace tradewind::scenario;

// Places in five_economies().
enum { china, germany, malaysia, america, vietnam };

std::string change(const std::string& exporters, const std::string& importers, const std::string& what) {
  return "[[change]]\nexporters = " + exporters + "\nimporters = " + importers + "\n" + what + "\n";
}

Plan planned(const std::string& text) { return plan(ScenarioFolder().read(text), the_world(), five_economies(), {}); }

testing::AssertionResult refused(const std::string& text, std::initializer_list<const char*> words) {
  return refuses([&] { planned(text); }, words);
}

double cost(const Plan& plan, int exporter, int importer, double sigma = 5, const char* day = "") {
  return cost_change(plan.changes, all_labels, plan.numbers, plan.tariff, sigma, parse_date(day))
      .factor(exporter, importer);
}
double cost(const std::string& text, int exporter, int importer) { return cost(planned(text), exporter, importer); }

TEST(Parties, ABlocHasItsMembersOfTheDay) {
  const std::string of_asean = change("'ASEAN'", "'CHN'", "cost = 1");
  EXPECT_EQ(planned("[world]\nmembership = 1996-01-01\n" + of_asean).changes[0].pairs.size(), 2u);
  EXPECT_EQ(planned("[world]\nmembership = 1994-01-01\n" + of_asean).changes[0].pairs.size(), 1u)
      << "Viet Nam joined in 1995";
}

TEST(Parties, MembersThatTheDataDoNotHaveAreTold) {
  const Plan made = planned("[world]\nmembership = 2025-12-31\n" + change("'ASEAN'", "'CHN'", "cost = 1"));
  ASSERT_EQ(made.notes.size(), 1u);
  EXPECT_NE(made.notes[0].find("Timor-Leste"), std::string::npos) << made.notes[0];
}

TEST(Parties, AllButSome) {
  EXPECT_EQ(planned(change("['all', 'except ASEAN']", "'USA'", "cost = 1")).changes[0].pairs.size(), 2u)
      << "China and Germany are left";
}

TEST(Parties, BlocsOfTheScenarioMayHoldOneAnother) {
  const Plan made = planned("[blocs]\nwest = ['DEU', 'USA']\nrest = ['all', 'except west']\n" +
                            change("'rest'", "'west'", "ban = true"));
  EXPECT_EQ(made.changes[0].pairs.size(), 6u);
  EXPECT_EQ(made.groups.size(), 2u);
}

TEST(Parties, BothWaysTakesEachPairOnce) {
  const Plan made = planned(change("['CHN', 'VNM']", "['CHN', 'VNM']", "both_ways = true\ncost = 1"));
  EXPECT_EQ(made.changes[0].pairs.size(), 2u);
}

TEST(Parties, ThatNobodyKnowsAreRefusedWithTheNearest) {
  EXPECT_TRUE(refused(change("'Chima'", "'USA'", "cost = 1"),
                      {"scenario.toml:2:13", "unknown economy or bloc 'Chima'", "China (CHN)"}));
  EXPECT_TRUE(refused("[blocs]\nwest = ['DEU', 'USA']\n" + change("'wst'", "'CHN'", "cost = 1"),
                      {"unknown economy or bloc 'wst'", "Nearest: west"}));
}

TEST(Parties, ThatTheDataDoNotHaveAreRefused) {
  EXPECT_TRUE(refused(change("'JPN'", "'USA'", "cost = 1"), {"Japan is not in the data"}));
  EXPECT_TRUE(refused(change("'GCC'", "'USA'", "cost = 1"), {"none of the members of GCC"}));
}

TEST(Parties, ThatAreNobodyAreRefused) {
  EXPECT_TRUE(
      refused("[blocs]\na = 'b'\nb = 'a'\n" + change("'a'", "'CHN'", "cost = 1"), {"holds itself: a -> b -> a"}));
  EXPECT_TRUE(refused(change("'CHN'", "'CHN'", "cost = 1"), {"sells to itself alone"}));
  EXPECT_TRUE(refused(change("['CHN', 'except CHN']", "'USA'", "cost = 1"), {"nobody is left"}));
}

TEST(Policy, CostsChangeByPercentAdValorem) {
  EXPECT_DOUBLE_EQ(cost(change("'CHN'", "'VNM'", "cost = -2"), china, vietnam), std::pow(0.98, -4));
  EXPECT_EQ(cost(change("'CHN'", "'VNM'", "cost = -2"), vietnam, china), 1);
  EXPECT_DOUBLE_EQ(cost(change("'CHN'", "'VNM'", "cost = -2\nboth_ways = true"), vietnam, china), std::pow(0.98, -4));
}

TEST(Policy, ATariffGoesFromItsLevelToAnother) {
  EXPECT_DOUBLE_EQ(cost(change("'CHN'", "'USA'", "tariff = {from = 20, to = 60}"), china, america),
                   std::pow(1.6 / 1.2, -4));
  EXPECT_DOUBLE_EQ(cost(change("'CHN'", "'USA'", "tariff = {from = 20, by = -10}"), china, america),
                   std::pow(1.1 / 1.2, -4));
}

TEST(Policy, TariffsOfSeveralChangesFollowOneAnother) {
  EXPECT_DOUBLE_EQ(cost(change("'CHN'", "'USA'", "tariff = {from = 20, to = 60}") +
                            change("'CHN'", "['USA', 'DEU']", "tariff = {from = 20, by = 10}"),
                        china, america),
                   std::pow(1.7 / 1.2, -4));
}

TEST(Policy, AGravityCoefficientTimesADummyMultipliesTradeAtGivenPrices) {
  EXPECT_DOUBLE_EQ(cost(change("'CHN'", "'VNM'", "gravity = {coefficient = 0.5, dummy = -1}"), china, vietnam),
                   std::exp(-0.5));
  EXPECT_DOUBLE_EQ(cost(change("'CHN'", "'VNM'", "trade = -12"), china, vietnam), 0.88);
}

TEST(Policy, ABanIsNoTrade) { EXPECT_EQ(cost(change("'CHN'", "'USA'", "ban = true"), china, america), 0); }

TEST(Policy, WhatAnEconomySellsAtHomeStaysAsItIs) {
  EXPECT_EQ(cost(change("'all'", "'all'", "cost = 50"), germany, germany), 1);
}

TEST(Policy, OnADayTheShareIsInForceThatHasBegun) {
  const Plan made = planned(change("'CHN'", "'VNM'", "cost = -4") +
                            "stages = [{since = 2026-01-01, share = 50}, {since = 2030-01-01, share = 100}]\n");
  EXPECT_EQ(cost(made, china, vietnam, 2, "2025-12-31"), 1);
  EXPECT_DOUBLE_EQ(cost(made, china, vietnam, 2, "2026-01-01"), 1 / 0.98);
  EXPECT_DOUBLE_EQ(cost(made, china, vietnam, 2, "2035-01-01"), 1 / 0.96);
  EXPECT_EQ(made.stages.size(), 2u);
}

TEST(Policy, ATariffThatNobodyKnowsIsRefused) {
  EXPECT_TRUE(refused(change("'CHN'", "'USA'", "tariff = {to = 60}"),
                      {"scenario.toml:1:1", "nobody says what the tariff of United States on China is"}));
  EXPECT_TRUE(refused(change("'CHN'", "'USA'", "tariff = {from = 20, to = 60}") +
                          change("'CHN'", "'USA'", "tariff = {from = 60, to = 0}"),
                      {"60 percent here and 20 percent in", "scenario.toml:4:18"}));
}

TEST(Policy, SectorsAndColumnsBelongToAWorldOfManySectors) {
  EXPECT_TRUE(refused(change("'CHN'", "'USA'", "sectors = 'Textile'\ncost = 1"), {"sectors in a world of one sector"}));
  EXPECT_TRUE(refused(change("'CHN'", "'USA'", "tariff = {column = 'x'}"), {"a column in a world of one sector"}));
}

TEST(Policy, ACoefficientIsASizeOrOneOfTheSavedEstimate) {
  const std::string text = change("'CHN'", "'VNM'", "gravity = {coefficient = 'rta'}");
  EXPECT_TRUE(refused(text, {"no size or coefficient 'rta'", "--model"}));
  const Plan made = plan(ScenarioFolder().read(text), the_world(), five_economies(), {{"rta"}, {0.25}});
  EXPECT_DOUBLE_EQ(cost(made, china, vietnam), std::exp(0.25));
}

// One sector, two economies; Viet Nam makes nothing at home.
SectorTables two_economies() {
  SectorTables tables;
  tables.economies.codes = {{"CHN"}, {"VNM"}};
  tables.economies.names = {"China", "Vietnam"};
  tables.sectors = {"Food"};
  tables.world.economies = 2, tables.world.sectors = 1;
  tables.world.trade = {10, 0, 5, 0};  // [importer][exporter]
  tables.world.tariff = {0, 0, 0, 0};
  tables.world.elasticity = {4};
  return tables;
}

TEST(Bans, ThatLeaveNobodyToBuyFromAreRefused) {
  const SectorTables tables = two_economies();
  const Plan made = plan(ScenarioFolder().read(change("'CHN'", "'VNM'", "ban = true")), the_world(), tables, {});
  EXPECT_TRUE(refuses([&] { trade_policy(made, all_labels, made.numbers, tables, tables.world.elasticity, {}); },
                      {"scenario.toml:1:1", "leaves Vietnam nobody to buy Food from"}));
}

TEST(Bans, HoldWhateverElseBecomesCheaper) {
  SectorTables tables = two_economies();
  tables.world.trade[3] = 3;
  const std::string text = change("'CHN'", "'VNM'", "ban = true") + change("'CHN'", "'VNM'", "cost = -90");
  const Plan made = plan(ScenarioFolder().read(text), the_world(), tables, {});
  const auto policy = trade_policy(made, all_labels, made.numbers, tables, tables.world.elasticity, {});
  EXPECT_GE(policy.iceberg[2], 1e150);
}

}  // namespace
}  // namespace tradewind::tests
