// tradewind estimate as a user runs it, on the simulated trade that ships (its truth is in
// examples/simulated_trade.py).
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "golden.hpp"
#include "run.hpp"
#include "tradewind/report/model_json.hpp"

namespace tradewind::tests {
namespace {

using nlohmann::json;

const std::string trade = TRADEWIND_SOURCE "/examples/simulated-trade.csv";
const std::string panel = "trade ~ rta + rta_lag4 | exporter^year + importer^year + exporter^importer";

/// With the example as its data.
Outcome estimate(const Tradewind& program, const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {"estimate"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  words.insert(words.end(), {"--data", trade});
  return program.run(words);
}

json as_json(const Outcome& outcome) {
  json parsed = json::parse(outcome.output, nullptr, false);
  if (parsed.is_discarded()) throw std::runtime_error("no JSON: " + outcome.output + outcome.errors);
  return parsed;
}

json estimated(const Tradewind& program, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  return as_json(estimate(program, arguments));
}

const json& coefficient(const json& model, const std::string& name) {
  for (const json& row : model.at("coefficients"))
    if (row.at("name") == name) return row;
  throw std::runtime_error(name + " is not in " + model.dump(2));
}

TEST(Golden, ThreeModelsOfSimulatedTrade) {
  const Outcome outcome =
      estimate(Tradewind(), {"trade ~ rta + sw0(rta_lag4) | sw(exporter^sector^year + importer^sector^year, "
                             "exporter^sector^year + importer^sector^year + exporter^importer^sector)",
                             "--vcov", "cluster(exporter^importer)"});
  EXPECT_TRUE(is_golden(without_score(outcome.output), "simulated-trade.table.txt"));
  EXPECT_EQ(outcome.errors, "");
  EXPECT_EQ(outcome.exit_code, 0);
}

TEST(Golden, LatexOfSimulatedTrade) {
  const Outcome outcome = estimate(Tradewind(), {panel, "--split", "sector", "--format", "latex"});
  EXPECT_TRUE(is_golden(outcome.output, "simulated-trade.tex"));
}

TEST(Estimate, FindsWhatTheExampleWasMadeWith) {
  const json models = estimated(Tradewind(), {panel, "--split", "sector", "--vcov", "cluster(exporter^importer)"});
  const auto near = [](const json& row, double truth) {
    return std::abs(row.at("estimate").get<double>() - truth) < 2 * row.at("std_error").get<double>();
  };
  const json &farming = models.at("models").at(0), &manufacturing = models.at("models").at(1);
  EXPECT_EQ(farming.at("sample").at("value"), "farming");
  EXPECT_TRUE(near(coefficient(farming, "rta"), 0.20)) << farming.dump(2);
  EXPECT_TRUE(near(coefficient(farming, "rta_lag4"), 0.10));
  EXPECT_TRUE(near(coefficient(manufacturing, "rta"), 0.40)) << manufacturing.dump(2);
  EXPECT_TRUE(near(coefficient(manufacturing, "rta_lag4"), 0.30));
}

TEST(Estimate, SaysWhoseStandardErrorsTheyAreWhenNobodyAsked) {
  const Outcome outcome = estimate(Tradewind(), {"trade ~ rta | exporter + importer"});
  EXPECT_NE(outcome.output.find("clustered by exporter (16 groups)"), std::string::npos) << outcome.output;
}

TEST(Estimate, HasTheConvergedCertificateBelowItsTolerance) {
  const json model = estimated(Tradewind(), {panel, "--tolerance", "1e-10"});
  EXPECT_TRUE(model.at("converged"));
  EXPECT_LT(model.at("score_norm").get<double>(), 1e-10);
}

TEST(Estimate, OfASampleIsTheSameAsWithTheRowsOfThatSampleAlone) {
  const Tradewind program;
  const json split = estimated(program, {panel, "--split", "sector"}).at("models").at(1);
  const json alone = estimated(program, {panel, "--where", "sector = 'manufacturing'"});
  EXPECT_EQ(split.at("coefficients"), alone.at("coefficients"));
  EXPECT_EQ(split.at("observations"), alone.at("observations"));
}

TEST(Estimate, OfAFullSplitHasAllRowsFirst) {
  const json models = estimated(Tradewind(), {panel, "--fsplit", "sector"}).at("models");
  ASSERT_EQ(models.size(), 3U);
  EXPECT_TRUE(models[0].at("sample").at("value").is_null());
  EXPECT_EQ(models[0].at("rows_read"), 3072);
  EXPECT_EQ(models[2].at("rows_read"), 1536);
}

TEST(Estimate, HasTheSameBytesForAnyNumberOfThreads) {
  const Tradewind program;
  const std::vector<std::string> command = {panel, "--split", "sector", "--format", "json", "--threads"};
  const auto with = [&](const std::string& threads) {
    auto words = command;
    words.push_back(threads);
    return estimate(program, words).output;
  };
  const std::string one = with("1");
  EXPECT_EQ(with("2"), one);
  EXPECT_EQ(with("4"), one);
}

TEST(Estimate, HasTheSameBytesForAnyNumberOfProcesses) {
  if (!std::filesystem::exists(TRADEWIND_BINARY "/libtradewind_ranks.so")) GTEST_SKIP() << "built without MPI";
  const Tradewind program;
  const std::vector<std::string> command = {
      "estimate",    panel,      "--data",          trade,        "--fsplit",       "sector",
      "--format",    "json",     "--save",          "saved.json", "--test",         "rta = 0.2",
      "--residuals", "rows.csv", "--fixed-effects", "fe.csv",     "--list-dropped", "dropped.csv"};
  const auto made = [&](const Outcome& outcome) {
    std::string all = outcome.output;
    for (const auto* file : {"saved.json", "rows.csv", "fe.csv", "dropped.csv"})
      all += content_of(program.place() / file);
    return all;
  };
  const std::string alone = made(program.run(command));
  const Outcome three = program.run_after(
      "set -- mpirun --allow-run-as-root --oversubscribe -n 3 \"$@\"; export ASAN_OPTIONS=detect_leaks=0", command);
  EXPECT_EQ(three.exit_code, 0) << three.errors;
  EXPECT_TRUE(made(three) == alone) << three.errors << three.output.size() << " bytes";
}

TEST(Estimate, RefusesOnceWhateverTheNumberOfProcesses) {
  if (!std::filesystem::exists(TRADEWIND_BINARY "/libtradewind_ranks.so")) GTEST_SKIP() << "built without MPI";
  const Outcome outcome = Tradewind().run_after(
      "set -- mpirun --allow-run-as-root --oversubscribe -n 3 \"$@\"; export ASAN_OPTIONS=detect_leaks=0",
      {"estimate", "trade ~ rtaa | exporter", "--data", trade, "--split", "sector"});
  EXPECT_EQ(outcome.exit_code, 2);
  const std::size_t first = outcome.errors.find("rtaa");
  EXPECT_NE(first, std::string::npos) << outcome.errors;
  EXPECT_EQ(outcome.errors.find("there is no column", outcome.errors.find("there is no column") + 1), std::string::npos)
      << outcome.errors;
}

TEST(Estimate, CorrectsTheSameBiasWhereverThePairStands) {
  const Tradewind program;
  const std::vector<std::string> options = {"--where", "sector = 'farming'", "--bias-correction", "automatic"};
  const auto corrected = [&](const std::string& formula) {
    std::vector<std::string> words = {formula};
    words.insert(words.end(), options.begin(), options.end());
    return estimated(program, words).at("bias_correction");
  };
  const json last = corrected("trade ~ rta | exporter^year + importer^year + exporter^importer");
  const json first = corrected("trade ~ rta | exporter^importer + exporter^year + importer^year");
  EXPECT_NEAR(last.at("bias").at(0).get<double>(), first.at("bias").at(0).get<double>(), 1e-9);
  EXPECT_NEAR(last.at("coefficients").at(0).at("std_error").get<double>(),
              first.at("coefficients").at(0).at("std_error").get<double>(), 1e-9);
}

TEST(Estimate, OfASinglePeriodNeedsNoTimeToCorrectItsStandardErrors) {
  const Tradewind program;
  const std::vector<std::string> options = {
      "--where", "sector = 'farming' and year = 2012", "--bias-correction", "automatic", "--vcov", "hetero"};
  const auto std_error = [&](const std::string& formula) {
    std::vector<std::string> words = {formula};
    words.insert(words.end(), options.begin(), options.end());
    return estimated(program, words).at("bias_correction").at("coefficients").at(0).at("std_error").get<double>();
  };
  const double one_period = std_error("trade ~ rta | exporter + importer");
  EXPECT_GT(one_period, 0);
  EXPECT_NEAR(one_period, std_error("trade ~ rta | exporter^year + importer^year"), 1e-12);
}

TEST(Estimate, SetsInfiniteValuesOfACsvAside) {
  const Tradewind program;
  program.file("inf.csv", "y,x\n1,inf\n2,-inf\n3,3\n4,5\n5,6\nInf,1\n7,7\n");
  const Outcome outcome =
      program.run({"estimate", "y ~ x", "--data", "inf.csv", "--family", "ols", "--format", "json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_EQ(as_json(outcome).at("observations"), 4);
  EXPECT_EQ(as_json(outcome).at("dropped").at("infinite"), 3);
}

TEST(Estimate, TakesAColumnForNumbersWhenItsTextsAreLeftOut) {
  const Tradewind program;
  program.file("texts.csv", "y,x\n1,1\n2,2\nn/a,3\n4,5\n");
  const Outcome outcome = program.run(
      {"estimate", "y ~ x", "--data", "texts.csv", "--where", "y <> 'n/a'", "--vcov", "iid", "--format", "json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_EQ(as_json(outcome).at("observations"), 3);
}

TEST(Estimate, HasAWithinPseudoR2WhenAskedForIt) {
  const Tradewind program;
  const json without = estimated(program, {panel}), with = estimated(program, {panel, "--within-pseudo-r2"});
  const json alone = estimated(program, {"trade ~ 1 | exporter^year + importer^year + exporter^importer"});
  EXPECT_TRUE(without.at("fit").at("within_pseudo_r2").is_null());
  EXPECT_NEAR(with.at("fit").at("within_pseudo_r2").get<double>(),
              1 - with.at("log_likelihood").get<double>() / alone.at("log_likelihood").get<double>(), 1e-10);
}

TEST(Estimate, WithoutRegressorsExplainsNothingWithinTheEffects) {
  const json model = estimated(Tradewind(), {"trade ~ 1 | exporter", "--family", "ols"});
  EXPECT_TRUE(model.at("coefficients").empty());
  EXPECT_TRUE(model.at("fit").at("within_r2").is_null());
  EXPECT_GT(model.at("fit").at("r2").get<double>(), 0);
}

TEST(Estimate, SavesWhatACounterfactualStartsFrom) {
  const Tradewind program;
  const Outcome outcome = estimate(program, {panel, "--where", "sector = 'farming'", "--save", "model.json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  const auto models = load_models(program.place() / "model.json");
  ASSERT_EQ(models.size(), 1U);
  EXPECT_EQ(models[0].covariance.matrix.rows(), 2);
  ASSERT_EQ(models[0].effects.size(), 3U);
  EXPECT_EQ(models[0].effects[0].parts, (std::vector<std::string>{"exporter", "year"}));
  EXPECT_EQ(models[0].effects[0].component.size(), 16U * 6);
  EXPECT_EQ(models[0].effects[0].labels[0], "E01");
  EXPECT_EQ(models[0].effects[0].labels[1], "2000");
}

TEST(Estimate, WritesResidualsThatSumToZeroForEveryLevel) {
  const Tradewind program;
  const Outcome outcome =
      estimate(program, {panel, "--where", "sector = 'farming'", "--residuals", "rows.csv", "--format", "json"});
  const auto lines = lines_of(content_of(program.place() / "rows.csv"));
  EXPECT_EQ(lines.size(), as_json(outcome).at("observations").get<std::size_t>() + 1);
  EXPECT_EQ(lines[0], "model,sample,row,exporter,year,importer,response,fitted,residual\r");
  double sum = 0, size = 0;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i].find(",E05,2012,") != std::string::npos) {
      sum += std::stod(lines[i].substr(lines[i].rfind(',') + 1));
      size += 1;
    }
  EXPECT_GT(size, 10);
  EXPECT_LT(std::abs(sum), 1e-3);
}

TEST(Estimate, ListsTheRowsThatItSetAside) {
  const Tradewind program;
  const Outcome outcome = estimate(program, {panel, "--list-dropped", "dropped.csv", "--format", "json"});
  const auto lines = lines_of(content_of(program.place() / "dropped.csv"));
  EXPECT_EQ(lines.size(), as_json(outcome).at("dropped").at("total").get<std::size_t>() + 1);
}

TEST(Estimate, TakesLagsOverThePanel) {
  const Tradewind program;
  const std::string where = "sector = 'farming'";
  const json lagged = estimated(program, {"trade ~ l(rta, 0:1) | exporter^year + importer^year + exporter^importer",
                                          "--panel", "exporter importer year", "--where", where});
  // The lag of four years is in the data too; without its first year, which has no year before.
  const json given = estimated(program, {panel, "--where", where + " and year > 2000"});
  EXPECT_NEAR(coefficient(lagged, "l(rta, 1)").at("estimate"), coefficient(given, "rta_lag4").at("estimate"), 1e-12);
  EXPECT_EQ(lagged.at("dropped").at("missing"), 256);
}

TEST(Estimate, ThatDoesNotConvergeHasNoNumbersAndEndsWithThree) {
  const Tradewind program;
  const Outcome outcome = estimate(program, {panel, "--iterations", "1", "--save", "model.json", "--format", "json"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_NE(outcome.errors.find("did not converge"), std::string::npos) << outcome.errors;
  EXPECT_NE(outcome.errors.find("model.json is not written"), std::string::npos) << outcome.errors;
  EXPECT_FALSE(std::filesystem::exists(program.place() / "model.json"));
  const json model = as_json(outcome);
  EXPECT_FALSE(model.at("converged"));
  for (const json& row : model.at("coefficients")) EXPECT_TRUE(row.at("estimate").is_null()) << row;
  EXPECT_TRUE(model.at("log_likelihood").is_null());
}

TEST(Estimate, OfASampleThatCannotBearItKeepsNobodyFromTheOthers) {
  const Tradewind program;
  program.file("two.csv",
               "y,x,g,part\n1,2,a,good\n3,1,a,good\n2,5,b,good\n4,4,b,good\n9,1,b,good\n0,1,a,zero\n0,2,b,zero\n");
  const Outcome outcome = program.run(
      {"estimate", "y ~ x | g", "--vcov", "iid", "--data", "two.csv", "--split", "part", "--format", "json"});
  EXPECT_EQ(outcome.exit_code, 2);
  const json models = as_json(outcome).at("models");
  EXPECT_EQ(models.at(0).at("outcome"), "estimated");
  EXPECT_EQ(models.at(1).at("outcome"), "unusable");
  EXPECT_NE(outcome.errors.find("part = zero"), std::string::npos) << outcome.errors;
}

// What is refused: exit code 2, nothing on standard output, no file, and a message that says what to do.

class RefusedEstimate : public testing::Test {
 protected:
  testing::AssertionResult is_refused(std::vector<std::string> arguments,
                                      std::initializer_list<const char*> words) const {
    arguments.insert(arguments.begin(), "estimate");
    if (std::ranges::find(arguments, "--data") == arguments.end()) arguments.insert(arguments.end(), {"--data", trade});
    return refused(program, arguments, words);
  }
  testing::AssertionResult is_refused_with(const std::string& rows, std::vector<std::string> arguments,
                                           std::initializer_list<const char*> words) const {
    program.file("data.csv", rows);
    arguments.insert(arguments.end(), {"--data", "data.csv"});
    return is_refused(arguments, words);
  }
  Tradewind program;
};

TEST_F(RefusedEstimate, OfAnUnknownColumnNamesTheNearest) {
  EXPECT_TRUE(is_refused({"trade ~ log(distanc) | exporter"}, {"distanc", "simulated-trade.csv", "distance"}));
}

TEST_F(RefusedEstimate, OfAFormulaThatCannotBeReadShowsThePlace) {
  EXPECT_TRUE(is_refused({"trade ~ log(distance | exporter"}, {"trade ~ log(distance | exporter", "\n", "^"}));
  EXPECT_TRUE(is_refused({"trade"}, {"~"}));
}

TEST_F(RefusedEstimate, OfNegativeTradeNamesLeastSquares) {
  EXPECT_TRUE(is_refused({"I(trade - 100) ~ rta | exporter"}, {"negative"}));
}

TEST_F(RefusedEstimate, OfAResponseThatIsZeroThroughout) {
  EXPECT_TRUE(is_refused_with("y,x,g\n0,1,a\n0,2,a\n0,3,b\n", {"y ~ x | g"}, {"y", "zero"}));
}

TEST_F(RefusedEstimate, OfRegressorsThatAreAllCollinearWithTheEffects) {
  EXPECT_TRUE(is_refused({"trade ~ log(distance) | exporter^importer"},
                         {"log(distance) is collinear with the fixed effects", "varies within"}));
  EXPECT_TRUE(is_refused({"trade ~ distance + log(distance) | exporter^importer"}, {"distance, log(distance)"}));
}

TEST_F(RefusedEstimate, OfAResponseThatItsEffectsExplain) {
  EXPECT_TRUE(is_refused_with("y,x,g\n1,1,a\n1,2,a\n5,3,b\n5,7,b\n", {"y ~ x | g", "--family", "ols"},
                              {"the fixed effects explain y"}));
}

TEST_F(RefusedEstimate, OfAResponseWithoutVariation) {
  EXPECT_TRUE(
      is_refused_with("y,x\n0,1\n0,2\n0,5\n", {"y ~ x", "--family", "ols"}, {"y is 0 in all 3 rows", "varies"}));
}

TEST_F(RefusedEstimate, OfAResponseAmongTheRegressors) {
  EXPECT_TRUE(is_refused({"log(trade) ~ rta + log(trade)", "--family", "ols"}, {"log(trade) is to be explained"}));
}

TEST_F(RefusedEstimate, OfAnOffsetThatIsNoLogarithm) {
  EXPECT_TRUE(is_refused({"trade ~ rta | exporter", "--offset", "trade"}, {"--offset", "in row", "log("}));
}

TEST_F(RefusedEstimate, OfNumbersWhoseSquaresAreNone) {
  EXPECT_TRUE(is_refused({"trade ~ I(1e150 * rta) | exporter"}, {"I(1e+150 * rta)", "another unit"}));
  EXPECT_TRUE(is_refused({"I(trade * 1e200) ~ rta | exporter"}, {"another unit"}));
}

TEST_F(RefusedEstimate, OfASelectionThatNoRowMeets) {
  EXPECT_TRUE(is_refused({panel, "--where", "year > 2100"}, {"--where", "year > 2100", "no row"}));
}

TEST_F(RefusedEstimate, OfASelectionThatSqlCannotRead) {
  EXPECT_TRUE(is_refused({panel, "--where", "year >"}, {"--where"}));
}

TEST_F(RefusedEstimate, OfStandardInputByItsName) {
  EXPECT_TRUE(refused(program, {"estimate", "y ~ x | g", "--data", "-"}, {"standard input: there is no column 'g'"},
                      "y,x\n1,2\n2,1\n"));
}

TEST_F(RefusedEstimate, OfAFileThatIsNotThere) {
  EXPECT_TRUE(is_refused({panel, "--data", "none.csv"}, {"none.csv", "no such file"}));
}

TEST_F(RefusedEstimate, OfWordsThatOptionsDoNotKnow) {
  EXPECT_TRUE(is_refused({panel, "--family", "negbin"}, {"negbin", "poisson"}));
  EXPECT_TRUE(is_refused({panel, "--vcov", "clustr(exporter)"}, {"--vcov", "clustr(exporter)", "cluster"}));
  EXPECT_TRUE(is_refused({panel, "--vcov", "twoway(exporter)"}, {"--vcov", "2 clusters"}));
  EXPECT_TRUE(is_refused({panel, "--ssc", "sas"}, {"sas", "fixest, stata or none"}));
  EXPECT_TRUE(is_refused({panel, "--format", "xls"}, {"xls", "table, json"}));
  EXPECT_TRUE(is_refused({panel, "--fixef-rm", "all"}, {"--fixef-rm", "perfect"}));
}

TEST_F(RefusedEstimate, OfNumbersThatOptionsCannotTake) {
  EXPECT_TRUE(is_refused({panel, "--level", "95"}, {"--level", "'95'", "0.95"}));
  EXPECT_TRUE(is_refused({panel, "--level", "0"}, {"--level"}));
  EXPECT_TRUE(is_refused({panel, "--tolerance", "0"}, {"--tolerance", "1e-8"}));
  EXPECT_TRUE(is_refused({panel, "--threads", "0"}, {"--threads", "1 to"}));
  EXPECT_TRUE(is_refused({panel, "--split", "sector", "--fsplit", "sector"}, {"--fsplit", "--split"}));
}

TEST_F(RefusedEstimate, OfAnUnknownClusterOrSplit) {
  EXPECT_TRUE(is_refused({panel, "--vcov", "cluster(exportr)"}, {"exportr", "exporter"}));
  EXPECT_TRUE(is_refused({panel, "--split", "sectr"}, {"sectr", "sector"}));
}

TEST_F(RefusedEstimate, OfASingleCluster) {
  EXPECT_TRUE(is_refused({panel, "--where", "sector = 'farming'", "--vcov", "cluster(sector)"}, {"sector"}));
}

TEST_F(RefusedEstimate, OfMoreParametersThanRows) {
  EXPECT_TRUE(is_refused_with("y,x,g\n1,1,a\n2,2,b\n3,3,c\n", {"y ~ x | g", "--family", "ols", "--vcov", "iid"}, {}));
}

TEST_F(RefusedEstimate, OfACombinationOfNoCoefficients) {
  EXPECT_TRUE(is_refused({panel, "--lincom", "3"}, {"does not depend on any coefficient"}));
}

TEST_F(RefusedEstimate, OfAHypothesisAboutAnUnknownCoefficient) {
  EXPECT_TRUE(is_refused({panel, "--test", "rtta = 0"}, {"rtta"}));
}

TEST_F(RefusedEstimate, OfABiasCorrectionWithoutGravity) {
  EXPECT_TRUE(
      is_refused({"trade ~ rta | exporter", "--bias-correction", "automatic"}, {"--bias-correction", "exporter^year"}));
}

TEST_F(RefusedEstimate, OfATextAmongNumbersSaysWhereItStands) {
  const std::string rows = "y,x,g\n1,4,a\nn/a,2,a\n3,7,b\n5,oops,b\n6,1,a\n8,9,b\n";
  EXPECT_TRUE(is_refused_with(rows, {"y ~ x | g"}, {"'y' is 'n/a' in row 2", "as.numeric(y)"}));
  EXPECT_TRUE(is_refused_with(rows, {"I(g == \"a\") ~ x"}, {"'x' is 'oops' in row 4", "factor(x)"}));
}

TEST_F(RefusedEstimate, OfACsvThatWasCutShort) {
  std::string rows = "\"y\",\"x\",\"g\"\n";
  for (int row = 0; row < 500; ++row) rows += std::to_string(row % 7) + ",\"b\",\"some text\"\n";
  EXPECT_TRUE(is_refused_with(rows + "3,\"b\",\"so", {"y ~ x | g"}, {"data.csv"}));
}

TEST_F(RefusedEstimate, OfAFolderThatDoesNotExist) {
  // Before anything is read or estimated.
  EXPECT_TRUE(is_refused({panel, "--data", "absent.csv", "--save", "nowhere/model.json"}, {"nowhere"}));
  EXPECT_TRUE(is_refused({panel, "--save", "nowhere/model.json"}, {"nowhere"}));
}

}  // namespace
}  // namespace tradewind::tests
