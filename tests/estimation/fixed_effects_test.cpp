// How the effects are solved: the same answer whichever way it is found, and the same bits on any number of threads.
#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include "data_set.hpp"
#include "dense_fit.hpp"
#include "tradewind/estimation/estimators.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

using estimation::least_squares;
using estimation::poisson;
using estimation::Solution;

// Workers in a chain of firms, each meeting a few neighbours of its own; years.
DataSet chain(std::uint32_t workers, bool counts) {
  Draw draw(7);
  const std::uint32_t firms = workers / 8 + 1, rows = 20 * workers;
  DataSet data;
  data.effects.resize(3);
  data.effects[0].levels = workers;
  data.effects[1].levels = firms;
  data.effects[2].levels = 12;
  data.regressors.resize(1);
  for (std::uint32_t i = 0; i < rows; ++i) {
    const std::uint32_t worker = draw.below(workers), year = draw.below(12);
    const std::uint32_t firm = std::min(firms - 1, worker / 8 + draw.below(4));
    const double x = draw.uniform() + 0.3 * std::sin(worker) + 0.2 * std::cos(firm);
    const double eta = 0.5 * x + std::sin(worker) + std::cos(firm) + 0.1 * year + 0.3 * draw.uniform();
    data.effects[0].level.push_back(worker);
    data.effects[1].level.push_back(firm);
    data.effects[2].level.push_back(year);
    data.regressors[0].push_back(x);
    data.response.push_back(counts ? std::exp(eta) : eta);
  }
  return data;
}

TEST(FixedEffects, OfChainsAreFactorised) {
  const DataSet data = chain(4000, false);
  const Solution solution = least_squares(data.regression());
  EXPECT_TRUE(solution.converged);
  EXPECT_EQ(solution.method, "conjugate gradients, sparse Cholesky");
  EXPECT_LT(solution.inner_iterations, 100);
}

TEST(FixedEffects, OfAShortChainAreThoseOfDummies) {
  const DataSet data = chain(60, false);
  const auto regression = data.regression();
  const MatrixXd x = left_of(regressor_columns(regression), dummies(regression),
                             VectorXd::Ones(static_cast<Eigen::Index>(data.size())));
  const MatrixXd y = left_of(used(regression, data.response, 0), dummies(regression),
                             VectorXd::Ones(static_cast<Eigen::Index>(data.size())));
  const double expected = x.col(0).dot(y.col(0)) / x.col(0).squaredNorm();
  EXPECT_NEAR(least_squares(regression).coefficients[0], expected, 1e-10);
}

TEST(FixedEffects, AreTheSameBitsOnAnyNumberOfThreads) {
  const DataSet data = chain(3000, true);
  const auto estimate = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return poisson(data.regression());
  };
  const Solution one = estimate(1), four = estimate(4);
  EXPECT_EQ(one.coefficients[0], four.coefficients[0]);
  EXPECT_EQ(one.log_likelihood, four.log_likelihood);
  EXPECT_EQ(one.score_norm, four.score_norm);
  EXPECT_EQ(one.mean, four.mean);
}

TEST(FixedEffects, OfUnconnectedPartsDoNotGrowInTheNullSpace) {
  // Ten worlds that never trade with one another: in each a constant is free.
  Draw draw(3);
  DataSet data;
  data.effects.resize(3);
  data.regressors.resize(1);
  constexpr std::uint32_t economies = 12, years = 6, worlds = 10;
  data.effects[0].levels = data.effects[1].levels = worlds * economies * years;
  data.effects[2].levels = worlds * economies * economies;
  for (std::uint32_t w = 0; w < worlds; ++w)
    for (std::uint32_t e = 0; e < economies; ++e)
      for (std::uint32_t m = 0; m < economies; ++m)
        for (std::uint32_t t = 0; t < years; ++t) {
          const double x = draw.uniform();
          data.effects[0].level.push_back((w * economies + e) * years + t);
          data.effects[1].level.push_back((w * economies + m) * years + t);
          data.effects[2].level.push_back((w * economies + e) * economies + m);
          data.regressors[0].push_back(x);
          data.response.push_back(std::exp(0.5 * x + 3 * draw.uniform() + 4 * std::sin(e) + 3 * std::cos(m)));
        }
  const Solution solution = poisson(data.regression(), {.tolerance = 1e-12});
  EXPECT_TRUE(solution.converged);
  EXPECT_LE(solution.score_norm, 1e-12);
}

TEST(FixedEffects, ARegressorFarFromZeroIsAsGoodAsOneNearIt) {
  DataSet data = chain(200, true), moved = data;
  for (double& x : moved.regressors[0]) x += 1e4;
  EXPECT_NEAR(poisson(data.regression()).coefficients[0], poisson(moved.regression()).coefficients[0], 1e-8);
}

TEST(FixedEffects, ARegressorThatTheyExplainIsNamedCollinear) {
  DataSet data = chain(200, true);
  data.regressors.emplace_back();
  for (const std::uint32_t firm : data.effects[1].level) data.regressors[1].push_back(firm % 3);
  const Solution solution = poisson(data.regression());
  EXPECT_EQ(solution.collinear, (std::vector<bool>{false, true}));
  EXPECT_TRUE(std::isnan(solution.coefficients[1]));
}

TEST(FixedEffects, AreReturnedSoThatTheyGiveTheFittedValues) {
  const DataSet data = chain(100, true);
  const Solution solution = poisson(data.regression(), {.keep_effects = true});
  for (std::size_t p = 0; p < solution.observations(); ++p) {
    const std::uint32_t row = solution.row(p);
    double eta = solution.coefficients[0] * data.regressors[0][row];
    for (std::size_t e = 0; e < 3; ++e) eta += solution.effects[e](data.effects[e].level[row], 0);
    ASSERT_NEAR(std::exp(eta) / solution.fitted(p), 1, 1e-9);
  }
}

TEST(FixedEffects, AFewCopiesOfTheRowsWithoutAnyEffectHaveAConstantOfTheirOwn) {
  DataSet data = chain(50, true);
  data.effects.clear();
  data.regressors.emplace_back(data.size(), 1.0);
  const Solution solution = poisson(data.regression());
  EXPECT_TRUE(solution.converged);
  double total = 0, fitted = 0;
  for (const double y : data.response) total += y;
  for (const double mu : solution.mean) fitted += mu;
  EXPECT_NEAR(fitted / total, 1, 1e-12);
}

TEST(FixedEffects, AMeanTooSmallForANumberHasItsLogarithmInTheLikelihood) {
  DataSet data;
  data.response = {1, 1, 2, 3};
  data.effects.push_back({.level = {0, 0, 1, 1}, .levels = 2, .slopes = {}});
  data.offset = {0, -800, 0, 0};  // the second mean is 2 exp(-800)
  const double likelihood = (std::log(2) - 2) + (std::log(2) - 800) + (5 * std::log(2.5) - 5 - std::log(12));
  EXPECT_NEAR(poisson(data.regression()).log_likelihood, likelihood, 1e-9);
}

// Trade of 40 economies, domestic sales included: what is sold at home is e^border times as much.
DataSet with_domestic_sales(double border) {
  Draw draw(11);
  constexpr std::uint32_t economies = 40;
  std::vector<double> sells(economies), buys(economies);
  for (std::uint32_t i = 0; i < economies; ++i) sells[i] = 6 * draw.uniform(), buys[i] = sells[i] + draw.uniform();
  DataSet data;
  data.effects.resize(2);
  data.regressors.resize(2);
  for (std::uint32_t i = 0; i < economies; ++i)
    for (std::uint32_t j = 0; j < economies; ++j) {
      const double distance = i == j ? 4 + draw.uniform() : 6 + 3 * draw.uniform();
      data.effects[0].level.push_back(i);
      data.effects[1].level.push_back(j);
      data.regressors[0].push_back(distance);
      data.regressors[1].push_back(i == j ? 0 : 1);
      data.response.push_back(std::exp(sells[i] + buys[j] - 0.8 * distance - (i == j ? 0 : border)));
    }
  for (auto& effect : data.effects) effect.levels = economies;
  return data;
}

TEST(FixedEffects, BesideABorderThatKeepsMostSalesAtHomeAreFound) {
  for (const double border : {2.5, 6.0, 9.0}) {
    const DataSet data = with_domestic_sales(border);
    const Solution solution = poisson(data.regression());
    EXPECT_TRUE(solution.converged) << border << ", score " << solution.score_norm;
    EXPECT_NEAR(solution.coefficients[0], -0.8, 1e-8);
    EXPECT_NEAR(solution.coefficients[1], -border, 1e-8);
    EXPECT_LT(solution.iterations, 30) << border;
  }
}

TEST(FixedEffects, OfMeansBeyondWhatNumbersHoldAreRefused) {
  DataSet data = with_domestic_sales(2.5);
  data.offset.assign(data.size(), 900.0);
  EXPECT_THROW(static_cast<void>(poisson(data.regression())), InputError);
}

}  // namespace
}  // namespace tradewind::tests
