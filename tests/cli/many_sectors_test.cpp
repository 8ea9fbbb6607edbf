// `tradewind simulate` on a folder of tables by sector: every kind of change, what becomes of welfare, and refusals.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "../equilibrium/random_worlds.hpp"
#include "run.hpp"

namespace tradewind::tests {
namespace {

using nlohmann::json;

constexpr std::array economies = {"CHN", "USA", "VNM"};
constexpr std::array sectors = {"Food", "Machines"};
constexpr std::size_t n = economies.size(), s = sectors.size();

// A folder with a scenario and a world of three economies and two sectors, in equilibrium, as tables.
class Place {
 public:
  Place() {
    const auto world = any_world({n, s, 2, 0, 5});
    std::filesystem::create_directory(program_.place() / "world");
    std::string trade = "sector,exporter,importer,value,tariff,lower\n", intermediate = "input,sector,region,value\n",
                final_use = "sector,region,value\n", value_added = final_use, theta = "sector,value\n";
    for (std::size_t j = 0; j < s; ++j) {
      theta += fmt::format("{},{}\n", sectors[j], world.elasticity[j]);
      for (std::size_t m = 0; m < n; ++m) {
        final_use += fmt::format("{},{},{}\n", sectors[j], economies[m], world.final_use[m * s + j]);
        value_added += fmt::format("{},{},{}\n", sectors[j], economies[m], world.value_added[m * s + j]);
        for (std::size_t k = 0; k < s; ++k)
          intermediate += fmt::format("{},{},{},{}\n", sectors[k], sectors[j], economies[m],
                                      world.intermediate[(m * s + j) * s + k]);
        for (std::size_t i = 0; i < n; ++i) {
          const std::size_t at = (j * n + m) * n + i;
          trade += fmt::format("{},{},{},{},{},{}\n", sectors[j], economies[i], economies[m], world.trade[at],
                               world.tariff[at], 0.5 * world.tariff[at]);
        }
      }
    }
    table("trade", trade), table("intermediate", intermediate), table("theta", theta);
    table("final", final_use), table("value_added", value_added);
  }
  void table(const std::string& name, const std::string& content) const {
    program_.file("world/" + name + ".csv", content);
  }
  std::string content(const std::string& name) const {
    return content_of(program_.place() / "world" / (name + ".csv"));
  }

  std::string scenario(const std::string& text) const {
    program_.file("scenario.toml", "[world]\ndata = 'world'\n" + text);
    return "scenario.toml";
  }
  json told(const std::string& text, std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), {"simulate", scenario(text), "--format", "json"});
    const Outcome outcome = program_.run(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    return json::parse(outcome.output);
  }
  testing::AssertionResult refuses(const std::string& text, std::initializer_list<const char*> words) const {
    return refused(program_, {"simulate", scenario(text), "--output", "result.json"}, words);
  }
  const Tradewind& program() const { return program_; }

 private:
  Tradewind program_;
};

std::string change(const std::string& what) {
  return "[[change]]\nexporters = 'CHN'\nimporters = 'USA'\n" + what + "\n";
}
const std::string whole = "[[change]]\nlabel = 'tariffs'\nexporters = 'all'\nimporters = 'all'\ntariff = {to = 0}\n";

double number(const json& told, std::size_t economy, const char* name) {
  return told["economies"][economy][name].get<double>();
}

TEST(ManySectors, WithoutAChangeStayAsTheyAre) {
  const json told = Place().told("[[change]]\nexporters = 'all'\nimporters = 'all'\ncost = 0\n");
  for (std::size_t i = 0; i < n; ++i)
    for (const char* name : {"welfare", "real_income", "real_wage", "exports", "imports"})
      EXPECT_LT(std::abs(number(told, i, name)), 1e-10) << name;
}

TEST(ManySectors, AWelfareIsTermsAndVolumeOfTradeByPartnerAndSector) {
  const json told = Place().told(whole);
  for (std::size_t i = 0; i < n; ++i) {
    EXPECT_NEAR(number(told, i, "welfare"), number(told, i, "terms_of_trade") + number(told, i, "volume_of_trade"),
                1e-12);
    for (const char* list : {"sectors", "partners"}) {
      double terms = 0, volume = 0;
      for (const json& part : told[list])
        if (part["code"] == economies[i]) {
          terms += part["terms_of_trade"].get<double>();
          volume += part["volume_of_trade"].get<double>();
        }
      EXPECT_NEAR(terms, number(told, i, "terms_of_trade"), 1e-12) << list;
      EXPECT_NEAR(volume, number(told, i, "volume_of_trade"), 1e-12) << list;
    }
  }
}

TEST(ManySectors, ATariffMayGoToALevelByPointsOrToAColumn) {
  const Place place;
  // Half of the tariffs that there are, said in two ways.
  const json by_column = place.told("[[change]]\nexporters = 'all'\nimporters = 'all'\ntariff = {column = 'lower'}\n"),
             half_way = place.told(whole + "stages = [{since = 2026-01-01, share = 50}]\n");
  EXPECT_NE(number(by_column, 0, "real_income"), 0);
  EXPECT_NEAR(number(by_column, 0, "real_income"), number(half_way, 0, "real_income"), 1e-9);
  const json up = place.told(change("tariff = {to = 10}") + change("tariff = {by = 5}")),
             to = place.told(change("tariff = {to = 15}"));
  EXPECT_NEAR(number(up, 1, "real_income"), number(to, 1, "real_income"), 1e-9);
}

TEST(ManySectors, AnEffectOnTradeIsTheCostThatBringsItAbout) {
  const Place place;
  const json as_percent = place.told(change("trade = 22.140275816016985")),
             as_coefficient =
                 place.told("[sizes]\nrta = 0.4\n" + change("gravity = {coefficient = 'rta', dummy = 0.5}"));
  EXPECT_GT(number(as_percent, 1, "exports"), 0);
  EXPECT_NEAR(number(as_percent, 1, "real_income"), number(as_coefficient, 1, "real_income"), 1e-9);
}

TEST(ManySectors, AChangeOfOneSectorIsThatSectorsAlone) {
  const json told = Place().told(change("ban = true\nsectors = ['Machines']"));
  for (const json& pair : told["pairs"])
    if (pair["exporter"] == "CHN" && pair["importer"] == "USA") {
      EXPECT_GT(pair["after"], 0) << "food goes on";
      EXPECT_LT(pair["after"], pair["before"]);
    }
}

TEST(ManySectors, ABanIsToldInFiniteNumbers) {
  const json told = Place().told(change("ban = true\nboth_ways = true"));
  for (const std::size_t i : {0U, 1U}) {
    EXPECT_LT(number(told, i, "real_income"), 0) << economies[i];
    for (const char* name : {"welfare", "terms_of_trade", "volume_of_trade", "trade_efficiency"})
      EXPECT_LT(std::abs(number(told, i, name)), 100) << name;
  }
}

TEST(ManySectors, AScenarioMayStartFromAnotherOnesWorld) {
  const Place place;
  place.program().file("ban.toml", "title = 'A ban'\n[world]\ndata = 'world'\n" + change("ban = true"));
  place.program().file("cheap.toml",
                       "[world]\ndata = 'world'\n[[change]]\nexporters = 'VNM'\nimporters = 'USA'\n"
                       "cost = -10\n");
  const Outcome outcome =
      place.program().run({"simulate", place.program().file("both.toml", "base = 'ban.toml'\ninclude = 'cheap.toml'\n"),
                           "--format", "json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  const json told = json::parse(outcome.output);
  ASSERT_EQ(told["scenario"]["starts_from"], "A ban");
  for (const json& one : told["worlds"])
    if (one["code"] == "USA") {
      EXPECT_LT(one["base_today"], 0);
      EXPECT_GT(one["changes_in_base"], one["changes_today"])
          << "cheaper imports are worth more where others are banned";
      EXPECT_GT(one["insured"], 0);
    }
}

TEST(ManySectors, LabelsAddUpToTheWhole) {
  const json told = Place().told(whole +
                                 "[[change]]\nlabel = 'corridor'\nexporters = 'CHN'\nimporters = 'VNM'\n"
                                 "both_ways = true\ncost = -8\n");
  for (const json& one : told["decomposition"]) {
    const double sum = one["labels"]["tariffs"].get<double>() + one["labels"]["corridor"].get<double>();
    EXPECT_NEAR(sum, one["total"].get<double>(), 1e-12);
  }
}

TEST(ManySectors, DrawsAreTheSameOnAnyNumberOfThreads) {
  const Place place;
  const std::string text = "[sizes]\ntheta_scale = 1\n" + whole +
                           "[ensemble]\ndraws = 40\nseed = 3\npairs = true\n[ensemble.theta_scale]\n"
                           "distribution = 'uniform'\nfrom = 0.7\nto = 1.3\n";
  const json one = place.told(text, {"--threads", "1"});
  EXPECT_EQ(one, place.told(text, {"--threads", "4"}));
  EXPECT_LT(one["economies"][0]["low"]["welfare"], one["economies"][0]["high"]["welfare"]);
}

// ---------------------------------------------------------------- what it refuses

TEST(ManySectorsRefuse, ASectorThatTheDataDoNotHave) {
  EXPECT_TRUE(Place().refuses(change("cost = -1\nsectors = ['Machine']"),
                              {"scenario.toml:7:12", "no sector 'Machine'", "Nearest: Machines"}));
}

TEST(ManySectorsRefuse, AColumnThatTheDataDoNotHave) {
  EXPECT_TRUE(
      Place().refuses(change("tariff = {column = 'lowr'}"), {"scenario.toml:6:20", "'lowr'", "Nearest: lower"}));
}

TEST(ManySectorsRefuse, ATariffOfTodaysBesideThatOfTheData) {
  EXPECT_TRUE(Place().refuses(change("tariff = {from = 5, to = 0}"), {"scenario.toml:6:18", "no 'from'"}));
}

TEST(ManySectorsRefuse, ATariffBelowMinusHundredPercent) {
  EXPECT_TRUE(Place().refuses(change("tariff = {by = -150}"), {"scenario.toml:3:1", "a tariff of -1", "-100 percent"}));
}

TEST(ManySectorsRefuse, ATableThatIsNotThere) {
  const Place place;
  std::filesystem::remove(place.program().place() / "world/theta.csv");
  EXPECT_TRUE(place.refuses(whole, {"world", "no theta.csv"}));
}

TEST(ManySectorsRefuse, ACombinationWithoutARow) {
  const Place place;
  std::string trade = place.content("trade");
  trade.erase(trade.rfind('\n', trade.size() - 2) + 1);
  place.table("trade", trade);
  EXPECT_TRUE(place.refuses(whole, {"trade.csv", "1 of 18 combinations have no row"}));
}

TEST(ManySectorsRefuse, ANegativeFlowWithItsLine) {
  const Place place;
  std::string trade = place.content("trade");
  trade.insert(trade.find("Food,USA,CHN,") + 13, "-");
  place.table("trade", trade);
  EXPECT_TRUE(place.refuses(whole, {"trade.csv:3", "0 or more"}));
}

TEST(ManySectorsRefuse, SalesThatInputsAndValueAddedDoNotAddUpTo) {
  const Place place;
  place.table("value_added",
              "sector,region,value\nFood,CHN,1\nMachines,CHN,1\nFood,USA,1\nMachines,USA,1\nFood,VNM,1\n"
              "Machines,VNM,1\n");
  EXPECT_TRUE(place.refuses(whole, {"world", "Food of China sells", "add up"}));
}

TEST(ManySectorsRefuse, AnElasticityOfNothing) {
  const Place place;
  place.table("theta", "sector,value\nFood,4\nMachines,0\n");
  EXPECT_TRUE(place.refuses(whole, {"trade elasticity of Machines", "above 0"}));
}

TEST(ManySectorsRefuse, AnOutputThatIsATableOfTheData) {
  const Place place;
  const std::string scenario = place.scenario(whole);
  EXPECT_TRUE(refused(place.program(), {"simulate", scenario, "--output", "world/theta.csv"}, {"written over"}));
}

}  // namespace
}  // namespace tradewind::tests
