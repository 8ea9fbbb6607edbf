// `tradewind simulate` as a user runs it: what it prints, what it refuses, and that threads, ranks and interruptions
// change nothing.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <thread>

#include "run.hpp"

namespace tradewind::tests {
namespace {

using nlohmann::json;

const std::string examples = TRADEWIND_SOURCE "/examples/";
const std::string cafta = examples + "cafta-3.toml";
const std::string partnership = examples + "stable-partnership.toml";

const std::string corridor =
    "title = 'A corridor'\n[world]\ndata = 'trade.csv'\nmembership = 2022-12-31\n[sizes]\nsigma = 5\n[[change]]\n"
    "label = 'corridor'\nexporters = 'CHN'\nimporters = 'VNM'\nboth_ways = true\ncost = -4\n";
const std::string trade =
    "exporter,importer,value\nCHN,CHN,900\nCHN,VNM,40\nCHN,USA,60\nVNM,CHN,30\nVNM,VNM,200\nVNM,USA,50\nUSA,CHN,20\n"
    "USA,VNM,10\nUSA,USA,950\n";
const std::string drawn =
    "[ensemble]\ndraws = 300\nseed = 11\n[ensemble.sigma]\ndistribution = 'uniform'\nfrom = 3\nto = 7\n";

std::string replaced(std::string text, const std::string& old, const std::string& now) {
  const auto at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), now);
}

// A folder with a scenario and its data.
class Place {
 public:
  explicit Place(const std::string& scenario = corridor, const std::string& table = trade) {
    program_.file("scenario.toml", scenario);
    program_.file("trade.csv", table);
  }
  const Tradewind& program() const { return program_; }
  Outcome simulate(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), {"simulate", "scenario.toml"});
    return program_.run(arguments);
  }
  testing::AssertionResult refuses(std::initializer_list<const char*> words,
                                   std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), {"simulate", "scenario.toml", "--output", "result.json"});
    return refused(program_, arguments, words);
  }
  std::string content(const std::string& name) const { return content_of(program_.place() / name); }

 private:
  Tradewind program_;
};

json json_of(const Outcome& outcome) {
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  return json::parse(outcome.output);
}

// What another machine may print otherwise in a last digit.
std::string without_residual(const std::string& text) {
  return std::regex_replace(text, std::regex("Markets clear to [^ ]*\\."), "Markets clear to RESIDUAL.");
}

testing::AssertionResult is_golden(const std::string& name, const std::string& text) {
  const std::filesystem::path file = std::filesystem::path(TRADEWIND_SOURCE) / "tests/cli/golden" / name;
  if (std::getenv("TRADEWIND_RENEW_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << text;
  if (content_of(file) == text) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "it differs from " << file << ":\n" << text;
}

// ---------------------------------------------------------------- what it prints

TEST(Golden, OfTheValueOfAStablePartnershipAsATable) {
  const Outcome outcome = Tradewind().run({"simulate", partnership, "--draws", "100"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_TRUE(is_golden("stable-partnership.table.txt", without_residual(outcome.output)));
}

TEST(Golden, OfTheDecompositionOfCaftaInMarkdown) {
  const Outcome outcome =
      Tradewind().run({"simulate", cafta, "--draws", "0", "--format", "markdown", "--show", "decomposition"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_TRUE(is_golden("cafta-3.decomposition.md", without_residual(outcome.output)));
}

TEST(Simulate, SaysInJsonWhatBecomesOfEachEconomyInBothEquilibria) {
  const json result = json_of(Place().simulate({"--format", "json"}));
  ASSERT_EQ(result["economies"].size(), 3u);
  for (const auto& economy : result["economies"])
    for (const char* name : {"welfare", "real_output", "exports", "imports", "domestic_trade", "factory_price",
                             "inward_resistance", "outward_resistance"}) {
      EXPECT_TRUE(economy[name].is_number()) << name;
      EXPECT_TRUE(economy["conditional"][name].is_number()) << name;
    }
  EXPECT_EQ(result["economies"][0]["code"], "CHN");
  EXPECT_GT(result["economies"][2]["welfare"], result["economies"][0]["welfare"]) << "Viet Nam gains more than China";
  EXPECT_EQ(result["pairs"].size(), 9u);
  EXPECT_LT(result["solver"]["residual"], 1e-10);
  EXPECT_TRUE(result["solver"]["seconds"].is_number());
}

TEST(Simulate, DoesNotDependOnTheOrderOfRows) {
  std::string backwards = "exporter,importer,value\n";
  std::vector<std::string> rows;
  std::istringstream lines(trade);
  for (std::string line; std::getline(lines, line);) rows.push_back(line);
  for (std::size_t i = rows.size(); i-- > 1;) backwards += rows[i] + "\n";
  EXPECT_EQ(Place(corridor, backwards).simulate({"--format", "csv"}).output,
            Place().simulate({"--format", "csv"}).output);
}

TEST(Simulate, PrintsEachSectionAloneAndInEveryFormat) {
  const Place place;
  for (const char* section : {"economies", "blocs", "pairs", "flows", "sizes"})
    EXPECT_EQ(place.simulate({"--show", section}).exit_code, 0) << section;
  EXPECT_NE(place.simulate({"--format", "latex"}).output.find("\\toprule"), std::string::npos);
  EXPECT_NE(place.simulate({"--format", "csv", "--show", "pairs"}).output.find("CHN,VNM,40,"), std::string::npos);
}

TEST(Simulate, PutsCautionAndCreditOnEveryResult) {
  for (const char* format : {"table", "json", "markdown", "latex"}) {
    const Outcome outcome = Tradewind().run({"simulate", cafta, "--draws", "0", "--format", format});
    EXPECT_NE(outcome.output.find("OECD, Inter-Country Input-Output tables"), std::string::npos) << format;
    EXPECT_NE(outcome.output.find("No study of CAFTA 3.0 was found"), std::string::npos) << format;
    EXPECT_NE(outcome.output.find("67 percent of what customs counted"), std::string::npos) << format;
  }
}

TEST(Simulate, TakesAnotherSizeFromTheCommandLine) {
  const auto gain = [](const std::string& size) {
    return json_of(Tradewind().run({"simulate", cafta, "--draws", "0", "--set", "hard_connectivity=" + size, "--format",
                                    "json"}))["blocs"][0]["welfare"]
        .get<double>();
  };
  EXPECT_GT(gain("-5"), gain("-1"));
}

TEST(Simulate, SolvesTheStageOfADay) {
  const std::string staged =
      corridor + "stages = [{since = 2026-01-01, share = 50}, {since = 2030-01-01, share = 100}]\n";
  const Place place(staged);
  const auto china = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    return json_of(place.simulate(arguments))["economies"][0]["welfare"].get<double>();
  };
  EXPECT_EQ(china({"--stage", "2025-01-01"}), 0);
  EXPECT_LT(china({"--stage", "2027-01-01"}), china({}));
  EXPECT_EQ(json_of(place.simulate({"--format", "json"}))["stages"].size(), 2u);
}

TEST(Simulate, OfTheShippedScenariosFindsWhatTheyAreAbout) {
  const json result = json_of(Tradewind().run({"simulate", partnership, "--draws", "0", "--format", "json"}));
  for (const auto& one : result["worlds"])
    if (one["code"] == "CHN") {
      EXPECT_LT(one["base_today"], 0) << "China loses by a split";
      EXPECT_GT(one["insured"], 0) << "CAFTA 3.0 makes some of it good";
      EXPECT_LT(one["insured"], 100);
    }
}

// ---------------------------------------------------------------- what it refuses

TEST(SimulateRefuses, AScenarioThatIsNotThere) {
  EXPECT_TRUE(refused(Tradewind(), {"simulate", "cafta.toml"}, {"cafta.toml", "there is no file"}));
}

TEST(SimulateRefuses, AnUnknownKeyWithLineAndColumn) {
  EXPECT_TRUE(Place(replaced(corridor, "both_ways", "bothways"))
                  .refuses({"scenario.toml:11:1", "'bothways'", "Nearest: both_ways"}));
}

TEST(SimulateRefuses, AnUnknownBlocWithTheNearestNames) {
  EXPECT_TRUE(Place(replaced(corridor, "'VNM'", "'ASEEN'")).refuses({"scenario.toml:10:13", "'ASEEN'", "ASEAN"}));
}

TEST(SimulateRefuses, AnElasticityOfOne) {
  EXPECT_TRUE(Place(replaced(corridor, "sigma = 5", "sigma = 1"))
                  .refuses({"scenario.toml:6:9", "elasticity of substitution of 1"}));
}

TEST(SimulateRefuses, AScenarioThatRefersToItself) {
  EXPECT_TRUE(Place("base = 'scenario.toml'\n").refuses({"scenario.toml:1:8", "scenario.toml -> scenario.toml"}));
}

TEST(SimulateRefuses, ATariffBelowMinusHundredPercent) {
  EXPECT_TRUE(Place(replaced(corridor, "cost = -4", "tariff = {from = 10, to = -150}"))
                  .refuses({"scenario.toml:12:27", "a tariff of -150 percent"}));
}

TEST(SimulateRefuses, ANegativeFlowWithItsLine) {
  EXPECT_TRUE(Place(corridor, replaced(trade, "VNM,40", "VNM,-40")).refuses({"trade.csv:3", "-40", "0 or more"}));
}

TEST(SimulateRefuses, AFlowThatIsNoNumberWithItsLine) {
  EXPECT_TRUE(Place(corridor, replaced(trade, "VNM,40", "VNM,forty")).refuses({"trade.csv:3", "forty"}));
  EXPECT_TRUE(Place(corridor, replaced(trade, "VNM,40", "VNM,")).refuses({"trade.csv:3", "value"}));
}

TEST(SimulateRefuses, AnEconomyThatSellsNothing) {
  const std::string nothing = replaced(replaced(replaced(trade, "VNM,CHN,30", "VNM,CHN,0"), "VNM,VNM,200", "VNM,VNM,0"),
                                       "VNM,USA,50", "VNM,USA,0");
  EXPECT_TRUE(Place(corridor, nothing).refuses({"trade.csv", "Vietnam sells nothing"}));
}

TEST(SimulateRefuses, APairThatStandsTwice) {
  EXPECT_TRUE(Place(corridor, trade + "CHN,VNM,41\n").refuses({"trade.csv:11", "China to Vietnam", "trade.csv:3"}));
}

TEST(SimulateRefuses, APairThatStandsNowhere) {
  EXPECT_TRUE(Place(corridor, replaced(trade, "CHN,USA,60\n", ""))
                  .refuses({"trade.csv", "no row for China to United States", "missing_pairs"}));
}

TEST(SimulateRefuses, AnUnknownEconomyInTheDataWithItsLine) {
  EXPECT_TRUE(Place(corridor, trade + "XYZ,CHN,4\n").refuses({"trade.csv:11", "unknown economy or bloc 'XYZ'"}));
}

TEST(SimulateRefuses, FlowsThatDoNotAddUpToOutput) {
  std::string with_output;
  std::istringstream lines(trade);
  for (std::string line; std::getline(lines, line);)
    with_output += line +
                   (line.starts_with("exporter") ? ",output"
                    : line.starts_with("CHN")    ? ",1000"
                    : line.starts_with("VNM")    ? ",290"
                                                 : ",980") +
                   "\n";
  EXPECT_TRUE(Place(corridor, with_output).refuses({"trade.csv", "output of Vietnam is 290", "sales add up to 280"}));
}

TEST(SimulateRefuses, ATableWithoutValues) {
  EXPECT_TRUE(Place(corridor, replaced(trade, "value", "worth")).refuses({"trade.csv", "no column 'value'"}));
}

TEST(SimulateRefuses, DataThatAreNotThereWithWhatShips) {
  EXPECT_TRUE(Place(replaced(corridor, "'trade.csv'", "'goods-2020'"))
                  .refuses({"scenario.toml:3:8", "goods-2020", "goods-2022"}));
}

TEST(SimulateRefuses, DrawsOfNothing) {
  EXPECT_TRUE(Place().refuses({"--draws", "nothing is drawn"}, {"--draws", "10"}));
}

TEST(SimulateRefuses, ASectionThatItDoesNotHave) {
  EXPECT_TRUE(Place().refuses({"--show", "'decompositions'"}, {"--show", "decompositions"}));
}

TEST(SimulateRefuses, AScenarioThatChangesNothing) {
  EXPECT_TRUE(Place("[sizes]\nsigma = 5\n").refuses({"scenario.toml", "nothing changes", "[[change]]"}));
}

TEST(SimulateRefuses, ABlocThatIsMistypedByTwoLettersTheOtherWayRound) {
  EXPECT_TRUE(Place(replaced(corridor, "'VNM'", "'RCPE'")).refuses({"scenario.toml:10:13", "Nearest: RCEP"}));
}

TEST(SimulateRefuses, ACoefficientThatMakesTradeInfinite) {
  EXPECT_TRUE(Place(replaced(corridor, "cost = -4", "gravity = {coefficient = 1000}"))
                  .refuses({"scenario.toml:12:26", "exp(1000)", "at most 700"}));
}

TEST(SimulateRefuses, ABlocAsNumeraire) {
  EXPECT_TRUE(Place(replaced(corridor, "[sizes]", "numeraire = {factory_price = 'ASEAN'}\n[sizes]"))
                  .refuses({"scenario.toml:5:30", "ASEAN is a bloc", "one economy"}));
}

TEST(SimulateRefuses, AnOutputThatIsOneOfItsInputs) {
  const Place place;
  for (const char* input : {"scenario.toml", "trade.csv"}) {
    const std::string before = place.content(input);
    EXPECT_TRUE(refused(place.program(), {"simulate", "scenario.toml", "--output", input}, {input, "written over"}));
    EXPECT_EQ(place.content(input), before);
  }
}

TEST(SimulateRefuses, NumbersOnTheCommandLineThatAreOutOfRange) {
  EXPECT_TRUE(Place().refuses({"--draws", "-1", "0 to 1000000000"}, {"--draws", "-1"}));
  EXPECT_TRUE(Place().refuses({"--threads", "0", "1 to 4096"}, {"--threads", "0"}));
  EXPECT_TRUE(Place().refuses({"--seed", "-7"}, {"--seed", "-7"}));
}

TEST(Simulate, EndsWithThreeWhereThereIsNoEquilibrium) {
  // Economies that may not trade cannot keep their imbalances.
  const Place place(replaced(replaced(corridor, "cost = -4", "ban = true"), "exporters = 'CHN'\nimporters = 'VNM'",
                             "exporters = 'all'\nimporters = 'all'"));
  const Outcome outcome = place.simulate({"--output", "result.json"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_NE(outcome.errors.find("no equilibrium was found"), std::string::npos) << outcome.errors;
  EXPECT_FALSE(std::filesystem::exists(place.program().place() / "result.json"));
}

// ---------------------------------------------------------------- ensembles

TEST(SimulateEnsemble, IsTheSameForAnyNumberOfThreads) {
  const Place place(corridor + drawn);
  const Outcome one = place.simulate({"--format", "json", "--threads", "1"}),
                two = place.simulate({"--format", "json", "--threads", "2"});
  EXPECT_EQ(one.exit_code, 0) << one.errors;
  EXPECT_EQ(one.output, two.output);
}

TEST(SimulateEnsemble, HoldsTheCentralResultAndNarrowsWithItsRange) {
  const auto china = [](const std::string& range) {
    return json_of(
        Place(corridor + replaced(drawn, "from = 3\nto = 7", range)).simulate({"--format", "json"}))["economies"][0];
  };
  const json wide = china("from = 3\nto = 7"), narrow = china("from = 4.9\nto = 5.1");
  EXPECT_LT(wide["low"]["welfare"], wide["welfare"]);
  EXPECT_GT(wide["high"]["welfare"], wide["welfare"]);
  EXPECT_LT(narrow["high"]["welfare"].get<double>() - narrow["low"]["welfare"].get<double>(),
            wide["high"]["welfare"].get<double>() - wide["low"]["welfare"].get<double>());
}

TEST(SimulateEnsemble, IsTheSameOnFourRanksAsOnOne) {
  if (!std::filesystem::exists("/usr/bin/mpirun")) GTEST_SKIP() << "mpirun is not installed";
  if (!std::filesystem::exists(TRADEWIND_BINARY "/libtradewind_ranks.so")) GTEST_SKIP() << "built without MPI";
  const Place place(corridor + drawn);
  ASSERT_EQ(place.simulate({"--format", "json", "--output", "one.json"}).exit_code, 0);
  const Outcome four =
      place.program().run_under({"/usr/bin/env", "ASAN_OPTIONS=detect_leaks=0", "/usr/bin/mpirun",
                                 "--allow-run-as-root", "--oversubscribe", "-n", "4"},
                                {"simulate", "scenario.toml", "--format", "json", "--output", "four.json"});
  ASSERT_EQ(four.exit_code, 0) << four.errors;
  EXPECT_EQ(place.content("one.json"), place.content("four.json"));
  EXPECT_EQ(four.output, "");
  const Outcome printed = place.program().run_under({"/usr/bin/env", "ASAN_OPTIONS=detect_leaks=0", "/usr/bin/mpirun",
                                                     "--allow-run-as-root", "--oversubscribe", "-n", "2"},
                                                    {"simulate", "scenario.toml", "--format", "json"});
  EXPECT_EQ(printed.output, place.content("one.json")) << "one rank prints";
}

TEST(SimulateEnsemble, TellsAMistakeOnceOnSeveralRanks) {
  if (!std::filesystem::exists("/usr/bin/mpirun")) GTEST_SKIP() << "mpirun is not installed";
  if (!std::filesystem::exists(TRADEWIND_BINARY "/libtradewind_ranks.so")) GTEST_SKIP() << "built without MPI";
  const Place place(replaced(corridor, "'VNM'", "'ASEEN'"));
  const Outcome outcome = place.program().run_under({"/usr/bin/env", "ASAN_OPTIONS=detect_leaks=0", "/usr/bin/mpirun",
                                                     "--allow-run-as-root", "--oversubscribe", "-n", "3"},
                                                    {"simulate", "scenario.toml"});
  EXPECT_EQ(outcome.exit_code, 2) << outcome.errors;
  const auto first = outcome.errors.find("unknown economy or bloc");
  ASSERT_NE(first, std::string::npos) << outcome.errors;
  EXPECT_EQ(outcome.errors.find("unknown economy or bloc", first + 1), std::string::npos) << outcome.errors;
}

TEST(SimulateEnsemble, ThatWasKilledGoesOnWhereItStopped) {
  const std::string many = replaced(drawn, "draws = 300", "draws = 20000");
  const Place place(corridor + many);
  const std::filesystem::path draws = place.program().place() / "result.json.draws";
  const Outcome killed = place.program().run_until(
      {"simulate", "scenario.toml", "--format", "json", "--output", "result.json", "--threads", "1"},
      [&] { return std::filesystem::exists(draws) && std::filesystem::file_size(draws) > 100'000; });
  ASSERT_EQ(killed.exit_code, 128 + SIGKILL) << "it was faster than this test";
  ASSERT_TRUE(std::filesystem::exists(draws));
  ASSERT_FALSE(std::filesystem::exists(place.program().place() / "result.json"));
  ASSERT_EQ(place.simulate({"--format", "json", "--output", "result.json"}).exit_code, 0);
  EXPECT_FALSE(std::filesystem::exists(draws)) << "nothing is left beside the result";
  ASSERT_EQ(place.simulate({"--format", "json", "--output", "whole.json"}).exit_code, 0);
  EXPECT_EQ(place.content("result.json"), place.content("whole.json"));
}

TEST(SimulateEnsemble, WithMoreDrawsGoesOnFromThoseThatAreThere) {
  const Place place(corridor + drawn);
  ASSERT_EQ(place.simulate({"--draws", "100", "--resume", "draws"}).exit_code, 0);
  const auto size = std::filesystem::file_size(place.program().place() / "draws");
  const Outcome more = place.simulate({"--resume", "draws", "--format", "json"});
  EXPECT_GT(std::filesystem::file_size(place.program().place() / "draws"), 2 * size);
  EXPECT_EQ(more.output, place.simulate({"--format", "json"}).output);
}

TEST(SimulateEnsemble, RefusesTheDrawsOfAnotherScenario) {
  const Place place(corridor + drawn);
  ASSERT_EQ(place.simulate({"--draws", "10", "--resume", "draws"}).exit_code, 0);
  EXPECT_TRUE(place.refuses({"draws", "another seed"}, {"--resume", "draws", "--seed", "12"}));
}

}  // namespace
}  // namespace tradewind::tests
