// Estimated models as people see them: on a terminal, in Markdown and LaTeX, and as CSV for programs.
#include "tradewind/report/model_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "example_models.hpp"
#include "tradewind/report/model_words.hpp"
#include "tradewind/world/display_width.hpp"

namespace tradewind::tests {
namespace {

using estimation::Model;

std::string table(const std::vector<Model>& models, std::size_t width = 0) {
  return print(models, Format::table, {width, false});
}

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

TEST(ModelTable, HasModelsSideBySideWithStarsAndStandardErrors) {
  EXPECT_EQ(table({example_model(), example_model_with_pairs()}),
            R"(Poisson pseudo-maximum likelihood

                             (1)           (2)
Dependent variable         trade         trade
──────────────────────────────────────────────
log(dist)             -0.8216***
                      (0.0314)
rta                    0.1907***     0.5572***
                      (0.0668)      (0.1038)
──────────────────────────────────────────────
Fixed effects
  exporter^year              yes           yes
  importer^year              yes           yes
  pid                                      yes
──────────────────────────────────────────────
Clusters                   4,692         4,692
Observations              28,152        28,482
Pseudo R2                 0.9274        0.9274
Log-likelihood      -2,176,314.3  -1,379,642.5
BIC                  4,361,121.1   4,361,121.1
──────────────────────────────────────────────
*** p < 0.01, ** p < 0.05, * p < 0.1
Converged: relative scores at most 2.5e-11 after at most 9 iterations
Standard errors in parentheses, clustered by pair_id; small-sample correction of
fixest
(2) log(dist) left out: collinear with the others and the fixed effects
)");
}

TEST(ModelTable, OfOneModelSaysWhatARefereeAsks) {
  const std::string text = table({example_model()});
  for (const auto* words :
       {"28,152 of 28,566", "14 without a value of log(dist)", "400 with only zeros in",
        "clustered by pair_id (4,692 groups)", "exporter^year (414)", "-0.821570", "0.031448", "-26.125", "< 2.2e-16",
        "0.0043", "-2,176,314.289", "relative score 2.5e-11 after 9 iterations"})
    EXPECT_NE(text.find(words), std::string::npos) << words << " is not in\n" << text;
}

TEST(ModelTable, FitsTheTerminalWhateverItHolds) {
  const std::vector<Model> one = {example_model()};
  std::vector<Model> many(9, example_model());
  for (std::size_t i = 1; i < many.size(); i += 2) many[i] = example_model_with_pairs();
  for (const std::size_t width : {60U, 80U, 120U}) {
    EXPECT_LE(widest_line(table(one, width)), width) << table(one, width);
    EXPECT_LE(widest_line(table(many, width)), width) << table(many, width);
  }
}

TEST(ModelTable, ThatIsTooWideGoesOnBelowWithItsNumbers) {
  const std::string text = table(std::vector<Model>(9, example_model()), 80);
  EXPECT_NE(text.find("(9)"), std::string::npos);
  EXPECT_GT(std::ranges::count(text, '\n'), 2 * 15);
}

TEST(ModelTable, HasNoNumbersForWhatDidNotConvergeAndSaysWhy) {
  for (const std::string& text : {table({example_failure()}), table({example_model(), example_failure()})}) {
    EXPECT_NE(text.find("NA"), std::string::npos) << text;
    EXPECT_NE(text.find("did not converge"), std::string::npos) << text;
  }
  EXPECT_EQ(table({example_failure()}).find("nan"), std::string::npos);
}

TEST(ModelTable, NamesTheSampleOfEachModel) {
  Model agriculture = example_model(), all = example_model();
  agriculture.sample = estimation::Sample{"sector", "Agriculture"};
  all.sample = estimation::Sample{"sector", {}};
  const std::string text = table({all, agriculture});
  EXPECT_NE(text.find("sector               full sample   Agriculture"), std::string::npos) << text;
}

TEST(ModelTable, ShowsTestsCombinationsAndBiasCorrections) {
  Model model = example_model();
  model.tests = {{{"rta = 0", "log(dist) = -1"}, 2, 31.5, {}, 1e-7, {}}};
  model.combinations = {{"2*rta", true, estimation::coefficient_row("2*rta", 0.38143516, 0.0178, {})}};
  model.corrected = estimation::CorrectedCoefficients{
      {0.1, 0.1}, {estimation::coefficient_row("rta", 0.1703722, 0.0017604, {})}, Eigen::MatrixXd(), true, {}};
  for (const std::string& text : {table({model}), table({model, example_model()})})
    for (const auto* words : {"rta = 0, log(dist) = -1", "1.0e-07", "2*rta", "0.3814", "0.17", "Bias-corrected"})
      EXPECT_NE(text.find(words), std::string::npos) << words << " is not in\n" << text;
}

TEST(ModelTable, OfManySamplesHasALineForEach) {
  std::vector<Model> models;
  for (int i = 0; i < 40; ++i) {
    models.push_back(i == 7 ? example_failure() : example_model());
    models.back().sample = estimation::Sample{"sector", "sector " + std::to_string(i + 1)};
  }
  const std::string text = table(models, 80);
  EXPECT_NE(text.find("sector 40  -0.8216*** (0.0314)  0.1907*** (0.0668)         28152"), std::string::npos) << text;
  EXPECT_NE(text.find("sector 8: no estimates: did not converge"), std::string::npos) << text;
  EXPECT_LE(widest_line(text), 80U);
  EXPECT_LT(std::ranges::count(text, '\n'), 40 + 12);
}

TEST(ModelTable, InMarkdownHasARowOfCellsForEveryModel) {
  const std::string text = print(std::vector{example_model(), example_model_with_pairs()}, Format::markdown);
  EXPECT_NE(text.find("| rta | 0.1907\\*\\*\\* (0.0668) | 0.5572\\*\\*\\* (0.1038) |"), std::string::npos) << text;
}

TEST(ModelTable, InLatexHasAsManyCellsInEveryRow) {
  const std::string text = print(std::vector{example_model(), example_model_with_pairs()}, Format::latex);
  EXPECT_NE(text.find("log(dist) & $-$0.8216$^{***}$ &  \\\\"), std::string::npos) << text;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.ends_with("\\\\") && !line.starts_with("\\emph")) {
      EXPECT_EQ(std::ranges::count(line, '&'), 2) << line;
    }
}

TEST(ModelTable, AsCsvHasEveryDigitInALineForEachCoefficient) {
  const std::string text = print(std::vector{example_model(), example_failure()}, Format::csv);
  EXPECT_EQ(std::ranges::count(text, '\n'), 1 + 2 + 1);
  EXPECT_NE(text.find(",rta,0.19071758,0.06678995,"), std::string::npos) << text;
  EXPECT_NE(text.find(",rta,,,,,,,28152,,"), std::string::npos) << text;
}

TEST(Numbers, HaveTheDigitsThatTheirStandardErrorBears) {
  EXPECT_EQ(decimals_of(estimation::coefficient_row("x", 0.55718534, 0.10375274 * 0.10375274, {}), 4), 4);
  EXPECT_EQ(decimals_of(estimation::coefficient_row("x", -0.00438963, 0.0539895 * 0.0539895, {}), 4), 5);
  EXPECT_EQ(decimals_of(estimation::coefficient_row("x", 1234.5, 0.02 * 0.02, {}), 4), 3);
}

TEST(Numbers, ThatAreTinyOrHugeHaveExponents) {
  const auto written = [](double estimate, double std_error, double value) {
    return SharedForm(estimation::coefficient_row("x", estimate, std_error * std_error, {}), 4)(value);
  };
  EXPECT_EQ(written(-2.31e-16, 1.1e-17, -2.31e-16), "-2.310e-16");
  EXPECT_EQ(written(3.2e12, 4e10, 4e10), "4.000e+10");
  EXPECT_EQ(written(2e-9, 0.25, 2e-9), "0.0000");
  EXPECT_EQ(written(0.00145627, 0.00031602, 0.00031602), "0.000316");
  EXPECT_EQ(statistic_words(2.1687e21), "2.169e+21");
  EXPECT_EQ(statistic_words(no_number), "NA");
}

TEST(Numbers, ThatRoundToZeroHaveNoSign) {
  EXPECT_EQ(fixed(-0.00001, 3), "0.000");
  EXPECT_EQ(fixed(-1234567.891, 1), "-1,234,567.9");
  EXPECT_EQ(fixed(no_number, 1), "NA");
  EXPECT_EQ(grouped(28482), "28,482");
  EXPECT_EQ(grouped(482), "482");
}

}  // namespace
}  // namespace tradewind::tests
