// Published estimates, to every digit given. Yotov, Piermartini, Monteiro and Larch, An Advanced Guide to Trade Policy
// Analysis (UNCTAD and WTO, 2016), chapter 1, application 3; Breinlich and others (2022), the world's trade from 1964
// to 2016; Weidner and Zylkin (2021), the example of ppml_fe_bias.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "../ledger/small_ledger.hpp"
#include "reference_data.hpp"
#include "tradewind/estimation/estimate.hpp"
#include "tradewind/ledger/read_columns.hpp"

namespace tradewind::tests {
namespace {

using estimation::EstimateOptions;
using estimation::Family;
using estimation::Model;

/// A published coefficient with its standard error, both with eight decimals.
struct Published {
  std::string name;
  double estimate, std_error;
};

void expect_published(const Model& model, const std::vector<Published>& published) {
  ASSERT_TRUE(model.converged) << model.failure;
  ASSERT_EQ(model.coefficients.size(), published.size());
  for (std::size_t k = 0; k < published.size(); ++k) {
    EXPECT_EQ(model.coefficients[k].name, published[k].name);
    EXPECT_NEAR(model.coefficients[k].estimate, published[k].estimate, 0.5e-8) << published[k].name;
    EXPECT_NEAR(model.coefficients[k].std_error, published[k].std_error, 0.5e-8) << published[k].name;
  }
}

Model estimate_from(const std::filesystem::path& file, const std::string& text, const std::string& where,
                    const EstimateOptions& options) {
  const estimation::Formula formula = estimation::parse_formula(text);
  const Columns columns = read_columns(file, {.columns = columns_needed(formula, options),
                                              .ids = id_columns_needed(formula, options),
                                              .where = where,
                                              .table = {}});
  return estimate(formula, columns, options).front();
}

EstimateOptions clustered(std::string_view vcov) {
  EstimateOptions options;
  options.vcov = estimation::parse_vcov(vcov);
  return options;
}

/// The guide's data: 69 economies, every fourth year.
class AdvancedGuide : public testing::Test {
 protected:
  void SetUp() override {
    TRADEWIND_NEEDS_REFERENCE(file, "agtpa.csv.gz");
    file_ = file;
  }
  Model estimate(Family family, const std::string& formula, const std::string& where) const {
    const std::string years = "year in (1986, 1990, 1994, 1998, 2002, 2006)";
    EstimateOptions options = clustered("cluster(pair_id)");
    options.family = family;
    return estimate_from(file_, formula, where.empty() ? years : years + " and " + where, options);
  }
  std::filesystem::path file_;
};

TEST_F(AdvancedGuide, LeastSquaresOnTheLogOfTrade) {
  const Model model =
      estimate(Family::gaussian, "log(trade) ~ log(dist)+cntg+lang+clny+rta | exporter^year+importer^year",
               "exporter <> importer and trade > 0");
  EXPECT_EQ(model.observations, 25689U);
  expect_published(model, {{"log(dist)", -1.21590631, 0.03899578},
                           {"cntg", 0.22300175, 0.20289050},
                           {"lang", 0.66071539, 0.08212643},
                           {"clny", 0.67046433, 0.14942295},
                           {"rta", -0.00438963, 0.05398950}});
}

TEST_F(AdvancedGuide, PoissonWithExporterAndImporterEffects) {
  const Model model = estimate(Family::poisson, "trade ~ log(dist)+cntg+lang+clny+rta | exporter^year+importer^year",
                               "exporter <> importer");
  EXPECT_EQ(model.observations, 28152U);
  expect_published(model, {{"log(dist)", -0.82156987, 0.03144817},
                           {"cntg", 0.41552777, 0.08404288},
                           {"lang", 0.24986652, 0.07782391},
                           {"clny", -0.20543773, 0.11603759},
                           {"rta", 0.19071758, 0.06678995}});
  EXPECT_NEAR(model.fit.log_likelihood, -2176314.2891, 1e-3);
}

// The pair effect keeps an economy's sales at home apart from those abroad.
const std::string pair = "I(pair_id + 100000 * (exporter == importer))";

TEST_F(AdvancedGuide, PoissonWithPairEffectsAndSalesAtHome) {
  const Model model = estimate(Family::poisson, "trade ~ rta | exporter^year + importer^year + " + pair, "");
  EXPECT_EQ(model.observations, 28482U);
  EXPECT_EQ(model.dropped.only_zeros, 84U);
  expect_published(model, {{"rta", 0.55718534, 0.10375274}});
  EXPECT_NEAR(model.fit.log_likelihood, -1379642.5270, 1e-3);
}

TEST_F(AdvancedGuide, PoissonWithPhasedInAgreements) {
  const Model model = estimate(
      Family::poisson, "trade ~ rta + rta_lag4 + rta_lag8 + rta_lag12 | exporter^year + importer^year + " + pair, "");
  expect_published(model, {{"rta", 0.29144490, 0.09050997},
                           {"rta_lag4", 0.41354946, 0.06824792},
                           {"rta_lag8", 0.16873080, 0.04377761},
                           {"rta_lag12", 0.11889370, 0.03050796}});
}

// Its chapter 2, application 1: the border of 2006, domestic sales included; coefficients as its own program prints
// them.
TEST_F(AdvancedGuide, PoissonWithABorderBesideSalesAtHome) {
  EstimateOptions options;
  options.family = Family::poisson;
  const Model model = estimate_from(file_, "trade ~ log(dist) + cntg + I(exporter != importer) | exporter + importer",
                                    "year = 2006", options);
  ASSERT_TRUE(model.converged) << model.failure;
  ASSERT_EQ(model.coefficients.size(), 3U);
  EXPECT_NEAR(model.coefficients[0].estimate, -0.7912879, 0.5e-7);
  EXPECT_NEAR(model.coefficients[1].estimate, 0.6736456, 0.5e-7);
  EXPECT_NEAR(model.coefficients[2].estimate, -2.474450, 0.5e-6);
}

TEST(WorldTrade, PoissonOnASparseNetwork) {
  TRADEWIND_NEEDS_REFERENCE(file, "world-trade-1964-2016.csv.gz");
  const Folder folder;
  const auto prepared = folder.path() / "world.parquet";
  Database::in_memory().execute(fmt::format(
      "COPY (SELECT *, coalesce(agreement, '') <> '' AS rta, coalesce(agreement, '') = 'ASEAN - China' AS ac "
      "FROM {}) TO {} (FORMAT parquet)",
      sql_literal(file.string()), sql_literal(prepared.string())));
  const Model model = estimate_from(prepared, "export ~ rta + ac | exporter^year + importer^year + exporter^importer",
                                    "", clustered("cluster(exporter^importer)"));
  EXPECT_EQ(model.observations, 284125U);
  expect_published(model, {{"rta", 0.12975345, 0.03924616}, {"ac", -0.01139745, 0.06495749}});
}

TEST(WeidnerZylkin, ExampleOfTheirProgram) {
  TRADEWIND_NEEDS_REFERENCE(file, "weidner-zylkin-2021/ppmlfebias_example.dta");
  EstimateOptions options = clustered("cluster(isoexp^isoimp)");
  options.small_sample = "stata";
  options.bias_correction = estimation::GravityColumns{};
  const Model model =
      estimate_from(file, "trade ~ fta | isoexp^year + isoimp^year + isoexp^isoimp", "category = 'MANUF'", options);
  ASSERT_EQ(model.coefficients.size(), 1U);
  EXPECT_NEAR(model.coefficients[0].estimate, 0.1780290, 0.5e-7);
  EXPECT_NEAR(model.coefficients[0].std_error, 0.0350079, 0.5e-7);
  ASSERT_TRUE(model.corrected);
  // Printed as 0.0076567524: of a program whose iterations end with a score of 1e-8. Their limit is 0.00765675256.
  EXPECT_NEAR(model.corrected->bias[0], 0.0076567524, 2e-10);
  EXPECT_NEAR(model.corrected->coefficients[0].estimate, 0.1703722, 0.5e-7);
  EXPECT_NEAR(model.corrected->coefficients[0].std_error, 0.0419558558, 0.5e-10);
}

}  // namespace
}  // namespace tradewind::tests
