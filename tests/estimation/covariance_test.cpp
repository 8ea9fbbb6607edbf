// Standard errors: what fixest prints, what the textbook says, what must be refused.
#include "tradewind/estimation/covariance.hpp"

#include <gtest/gtest.h>

#include <map>

#include "dense_fit.hpp"
#include "firm_panel.hpp"
#include "tradewind/estimation/group_sums.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

using namespace estimation;

class FirmPanelErrors : public ::testing::Test {
 protected:
  FirmPanel panel;
  Regression regression = panel.regression();
  Solution poisson = dense_poisson(regression), ols = dense_least_squares(regression);

  Cluster by(const std::string& name) const {
    if (name == "firm") return {name, panel.firm, 8};
    if (name == "year") return {name, panel.year, 5};
    if (name == "region") return {name, panel.region, 4};
    return {name, panel.industry, 3};
  }
  Covariance clustered(const Solution& solution, const std::vector<std::string>& ways,
                       const SmallSample& correction = SmallSample::fixest()) const {
    CovarianceOptions options{.kind = CovarianceKind::clustered, .clusters = {}, .small_sample = correction};
    for (const std::string& way : ways) options.clusters.push_back(by(way));
    return covariance(regression, solution, options);
  }
  Covariance unclustered(const Solution& solution, CovarianceKind kind,
                         const SmallSample& correction = SmallSample::fixest()) const {
    return covariance(regression, solution, {.kind = kind, .clusters = {}, .small_sample = correction});
  }
  static void expect(const Covariance& found, double first, double second, std::uint64_t parameters) {
    // fixest's Poisson errors rest on the weights of the last iteration but one: eight digits of them are right.
    const double digits = found.degrees_of_freedom ? 1e-12 : 5e-9;
    EXPECT_NEAR(std::sqrt(found.matrix(0, 0)), first, digits);
    EXPECT_NEAR(std::sqrt(found.matrix(1, 1)), second, digits);
    EXPECT_EQ(found.parameters, parameters);
  }
};

TEST_F(FirmPanelErrors, IidAsFixest) {
  expect(unclustered(ols, CovarianceKind::iid), 0.319315031208035, 0.353745020069707, 14);
  expect(unclustered(poisson, CovarianceKind::iid), 0.164410514354746, 0.156308705300796, 14);
}

TEST_F(FirmPanelErrors, HeteroskedasticAsFixest) {
  expect(unclustered(ols, CovarianceKind::heteroskedastic), 0.24606608409242, 0.319504693622596, 14);
  expect(unclustered(poisson, CovarianceKind::heteroskedastic), 0.105852439859266, 0.0984060746738427, 14);
}

TEST_F(FirmPanelErrors, ClusteredByAnEffectAsFixest) {
  expect(clustered(ols, {"firm"}), 0.282968238418129, 0.299033226182741, 7);
  expect(clustered(poisson, {"firm"}), 0.105237213252061, 0.0855156698128599, 7);
}

TEST_F(FirmPanelErrors, ClusteredByGroupsOfAnEffectAsFixest) {
  expect(clustered(ols, {"region"}), 0.287671738000502, 0.328362423495424, 7);
  expect(clustered(poisson, {"industry"}), 0.138336253031663, 0.0600839060360762, 7);
}

TEST_F(FirmPanelErrors, ClusteredTwoWaysAsFixest) {
  expect(clustered(ols, {"firm", "year"}), 0.29153889399459, 0.165565228871351, 3);
  expect(clustered(poisson, {"industry", "year"}), 0.124127881647782, 0.0560412286238801, 3);
}

TEST_F(FirmPanelErrors, ClusteredThreeWaysAsFixest) {
  expect(clustered(ols, {"industry", "year", "region"}), 0.270451207123174, 0.226956992780241, 3);
  expect(clustered(poisson, {"industry", "year", "region"}), 0.108100924688616, 0.0466922786146939, 3);
}

TEST_F(FirmPanelErrors, OptionsOfTheCorrectionAsFixest) {
  SmallSample own_factor, all_effects, no_effects;
  own_factor.group_factor = SmallSample::GroupFactor::conventional;
  all_effects.effects = SmallSample::Effects::full;
  no_effects.effects = SmallSample::Effects::none;
  expect(clustered(ols, {"industry", "year"}, own_factor), 0.311923002445871, 0.271901900566726, 3);
  expect(clustered(poisson, {"firm"}, all_effects), 0.120189367176351, 0.0976657773505627, 14);
  expect(clustered(poisson, {"firm"}, no_effects), 0.097430727272808, 0.0791721259582586, 2);
  expect(clustered(poisson, {"firm"}, SmallSample::none()), 0.089863378578388, 0.0730229048575361, 7);
  expect(unclustered(ols, CovarianceKind::iid, SmallSample::none()), 0.255230182089179, 0.282750253077532, 14);
}

TEST_F(FirmPanelErrors, StataCorrectsPoissonByTheNumberOfClustersAlone) {
  const Covariance bare = clustered(poisson, {"firm"}, SmallSample::none());
  const Covariance stata = clustered(poisson, {"firm"}, SmallSample::stata(Family::poisson));
  EXPECT_TRUE(stata.matrix.isApprox(bare.matrix * 8.0 / 7.0, 1e-14));
}

TEST_F(FirmPanelErrors, StataCountsOneParameterForNestedFirmsWithLeastSquares) {
  const Covariance bare = clustered(ols, {"firm"}, SmallSample::none());
  const Covariance stata = clustered(ols, {"firm"}, SmallSample::stata(Family::gaussian));
  EXPECT_TRUE(stata.matrix.isApprox(bare.matrix * (36.0 / (37 - 1 - 2 - 4)) * (8.0 / 7.0), 1e-14));
}

TEST_F(FirmPanelErrors, LeastSquaresTestsWithStudentsTPoissonWithTheNormal) {
  EXPECT_EQ(unclustered(ols, CovarianceKind::iid).degrees_of_freedom, 23.0);
  EXPECT_EQ(clustered(ols, {"firm", "year"}).degrees_of_freedom, 4.0);
  EXPECT_EQ(clustered(poisson, {"firm", "year"}).degrees_of_freedom, std::nullopt);
}

TEST_F(FirmPanelErrors, IntervalIsTheEstimateAndWhatTheTestLeaves) {
  const CoefficientRow row = coefficient_rows(regression, ols, clustered(ols, {"firm"})).front();
  EXPECT_NEAR(row.estimate, 0.536721285631838, 1e-12);
  EXPECT_NEAR(row.ci_high - row.estimate, 2.364624251592785 * row.std_error, 1e-10);  // t(7) at 97.5 percent
}

TEST_F(FirmPanelErrors, DescriptionNamesTheClusters) {
  EXPECT_EQ(clustered(ols, {"firm", "year"}).description, "Clustered (firm & year)");
}

TEST_F(FirmPanelErrors, OneGroupIsRefused) {
  const std::vector<std::uint32_t> same(37, 0);
  const CovarianceOptions options{
      .kind = CovarianceKind::clustered, .clusters = {{"world", same, 1}}, .small_sample = {}};
  EXPECT_THROW(covariance(regression, ols, options), InputError);
}

TEST(SmallSampleCorrection, UnknownNameIsRefusedWithTheKnownOnes) {
  try {
    SmallSample::by_name("sata", Family::poisson);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(error.expected(), "fixest, stata or none");
  }
}

/// Sum of the outer products of the groups' scores, with a map from label to sum.
MatrixXd textbook_meat(const Solution& solution, const std::vector<std::vector<std::uint32_t>>& ways) {
  MatrixXd meat = MatrixXd::Zero(solution.partialled.cols(), solution.partialled.cols());
  for (unsigned set = 1; set < 1U << ways.size(); ++set) {
    std::map<std::vector<std::uint32_t>, VectorXd> scores;
    int members = 0;
    for (std::size_t w = 0; w < ways.size(); ++w) members += (set >> w) % 2 == 1 ? 1 : 0;
    for (Eigen::Index i = 0; i < std::ssize(solution.response); ++i) {
      std::vector<std::uint32_t> label;
      for (std::size_t w = 0; w < ways.size(); ++w)
        if ((set >> w) % 2 == 1) label.push_back(ways[w][solution.row(static_cast<std::size_t>(i))]);
      const VectorXd score = solution.residual(static_cast<std::size_t>(i)) * solution.partialled.row(i).transpose();
      const auto [place, fresh] = scores.try_emplace(label, score);
      if (!fresh) place->second += score;
    }
    for (const auto& [label, score] : scores) meat += (members % 2 == 1 ? 1.0 : -1.0) * score * score.transpose();
  }
  return meat;
}

TEST(ClusteredCovariance, IsTheTextbookSandwichForAnyWaysAndOrder) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    const Shape shape{.rows = 80, .regressors = 3, .levels = {6, 5}, .outcome = Outcome::normal, .weights = true};
    DataSet data = draw_data_set(draw, shape);
    for (std::uint32_t row = 0; row < 80; ++row)
      if (draw.chance(0.9)) data.rows.push_back(row);
    const Regression regression = data.regression();
    const Solution solution = dense_least_squares(regression);
    std::vector<std::vector<std::uint32_t>> ways;
    CovarianceOptions options{.kind = CovarianceKind::clustered, .clusters = {}, .small_sample = SmallSample::none()};
    options.small_sample.mend_always = false;
    const std::size_t count = 1 + draw.below(4);
    for (std::size_t w = 0; w < count; ++w) ways.push_back(draw.levels(80, 4 + draw.below(30)));
    for (const auto& way : ways) options.clusters.push_back({"c", way, 40});
    const MatrixXd bread = solution.information.inverse();
    const MatrixXd expected = bread * textbook_meat(solution, ways) * bread;
    if (expected.diagonal().minCoeff() < 0) continue;
    EXPECT_TRUE(covariance(regression, solution, options).matrix.isApprox(expected, 1e-10));
  }
}

TEST(ClusteredCovariance, NegativeVarianceIsMendedAndTheReaderTold) {
  int mended = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    const DataSet data = draw_data_set(draw, {.rows = 40, .regressors = 3, .levels = {3}, .outcome = Outcome::normal});
    const Regression regression = data.regression();
    const Solution solution = dense_least_squares(regression);
    const std::vector<std::vector<std::uint32_t>> ways = {draw.levels(40, 3), draw.levels(40, 3)};
    if (textbook_meat(solution, ways).diagonal().minCoeff() >= 0) continue;
    const Covariance found = covariance(regression, solution,
                                        {.kind = CovarianceKind::clustered,
                                         .clusters = {{"a", ways[0], 3}, {"b", ways[1], 3}},
                                         .small_sample = SmallSample::stata(Family::gaussian)});
    EXPECT_GE(found.matrix.selfadjointView<Eigen::Lower>().eigenvalues().minCoeff(), -1e-12 * found.matrix.norm());
    EXPECT_EQ(found.notes.size(), 1U);
    ++mended;
  }
  EXPECT_GT(mended, 5);
}

TEST(ClusteredCovariance, ManyScatteredGroupsSumAsOneByOne) {
  const Eigen::Index size = 200000;
  Draw draw(3);
  MatrixXd x(size, 2);
  VectorXd residual(size);
  for (Eigen::Index i = 0; i < size; ++i) {
    x(i, 0) = draw.normal();
    x(i, 1) = draw.uniform();
    residual[i] = draw.normal();
  }
  for (const std::uint32_t levels : {7U, 3000U, 150000U}) {
    SCOPED_TRACE(levels);
    const Grouping grouping = close_up(draw.levels(static_cast<std::size_t>(size), levels), levels);
    MatrixXd sums = MatrixXd::Zero(grouping.count, 2);
    for (Eigen::Index i = 0; i < size; ++i)
      sums.row(grouping.group[static_cast<std::size_t>(i)]) += residual[i] * x.row(i);
    EXPECT_TRUE(grouped_meat(
                    x, [&](Eigen::Index i) { return residual[i]; }, grouping)
                    .isApprox(sums.transpose() * sums, 1e-11));
  }
}

}  // namespace
}  // namespace tradewind::tests
