// What must hold for any regression: it is what dense algebra with a dummy for every level finds, and nothing that does
// not matter changes it.
#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "../estimation/data_set.hpp"
#include "../estimation/dense_fit.hpp"
#include "tradewind/estimation/covariance.hpp"
#include "tradewind/estimation/estimators.hpp"
#include "tradewind/estimation/separation.hpp"

namespace tradewind::tests {
namespace {

using namespace estimation;

/// One to four effects, perhaps in two markets that share no level, perhaps with slopes; weights, offsets, many zeros;
/// regressors that others or an effect explain.
DataSet draw_regression(Draw& draw, Outcome outcome) {
  Shape shape{.rows = 30 + draw.below(90), .regressors = 1 + static_cast<int>(draw.below(3)), .levels = {}};
  shape.outcome = outcome;
  shape.weights = draw.chance(0.3);
  shape.offset = draw.chance(0.3);
  const std::uint32_t effects = 1 + draw.below(4);
  for (std::uint32_t e = 0; e < effects; ++e) shape.levels.push_back(2 + draw.below(10));
  DataSet data = draw_data_set(draw, shape);
  if (draw.chance(0.3))  // two markets: every effect has levels of its own in the second half
    for (DataSet::FixedEffect& effect : data.effects) {
      for (std::size_t i = shape.rows / 2; i < shape.rows; ++i) effect.level[i] += effect.levels;
      effect.levels *= 2;
    }
  if (outcome == Outcome::counts && draw.chance(0.5))
    for (double& y : data.response)
      if (draw.chance(0.4)) y = 0;
  if (draw.chance(0.2)) {
    std::vector<double>& slope = data.effects[0].slopes.emplace_back();
    for (std::size_t i = 0; i < shape.rows; ++i) slope.push_back(draw.normal());
    data.effects[0].intercept = draw.chance(0.7) || effects > 1;
  }
  if (draw.chance(0.3)) {  // explained by the regressors before it
    std::vector<double> x(shape.rows, 0.0);
    for (const std::vector<double>& other : data.regressors)
      for (std::size_t i = 0; i < shape.rows; ++i) x[i] += 2 * other[i];
    data.regressors.push_back(x);
  }
  if (draw.chance(0.3) && data.effects[0].intercept) {  // explained by the first effect
    std::vector<double> x(shape.rows);
    for (std::size_t i = 0; i < shape.rows; ++i) x[i] = std::cos(data.effects[0].level[i]);
    data.regressors.insert(data.regressors.begin(), x);
  }
  return data;
}

bool some_trade(const DataSet& data) { return *std::ranges::max_element(data.response) > 0; }

void expect_same_coefficients(const VectorXd& found, const VectorXd& expected, double digits) {
  ASSERT_EQ(found.size(), expected.size());
  for (Eigen::Index k = 0; k < found.size(); ++k) {
    EXPECT_EQ(std::isnan(found[k]), std::isnan(expected[k])) << "x" << k + 1;
    if (std::isnan(expected[k])) continue;
    EXPECT_NEAR(found[k], expected[k], digits * std::max(1.0, std::abs(expected[k])));
  }
}

/// By row of the data set, as solutions have orders of their own.
std::map<std::uint32_t, double> by_row(const Solution& solution) {
  std::map<std::uint32_t, double> fitted;
  for (std::size_t p = 0; p < solution.observations(); ++p) fitted[solution.row(p)] = solution.fitted(p);
  return fitted;
}

void expect_same_fit(const Regression& regression, const Solution& found, const Solution& expected) {
  EXPECT_TRUE(found.converged);
  expect_same_coefficients(found.coefficients, expected.coefficients, 1e-8);
  const std::map<std::uint32_t, double> fitted = by_row(found);
  for (const auto& [row, value] : by_row(expected))
    EXPECT_NEAR(fitted.at(row), value, 1e-7 * std::max(1.0, std::abs(value)));
  // Of a fit without residuals the rest is rounding.
  if (found.deviance < 1e-12 * std::abs(expected.log_likelihood)) return;
  EXPECT_NEAR(found.log_likelihood, expected.log_likelihood, 1e-8 * std::abs(expected.log_likelihood));
  if (found.kept.empty() || found.kept != expected.kept) return;
  for (const CovarianceKind kind : {CovarianceKind::iid, CovarianceKind::heteroskedastic}) {
    const CovarianceOptions options{.kind = kind, .clusters = {}, .small_sample = SmallSample::none()};
    const MatrixXd v = covariance(regression, found, options).matrix,
                   w = covariance(regression, expected, options).matrix;
    EXPECT_TRUE(v.isApprox(w, 1e-6)) << v << "\n" << w;
  }
}

TEST(AnyPoissonRegression, IsTheDenseMaximumLikelihoodFit) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    const DataSet data = draw_regression(draw, Outcome::counts);
    if (!some_trade(data)) continue;
    const PoissonFit fit = poisson_without_separated(data.regression());
    const Solution dense = dense_poisson(fit.regression);
    if (!dense.converged) continue;
    expect_same_fit(fit.regression, fit.solution, dense);
  }
}

TEST(AnyLeastSquares, IsTheDenseFit) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    const DataSet data = draw_regression(draw, Outcome::normal);
    const Regression regression = data.regression();
    expect_same_fit(regression, least_squares(regression), dense_least_squares(regression));
  }
}

/// The data set with its rows in another order and its levels under other numbers.
DataSet shuffled(const DataSet& data, Draw& draw) {
  std::vector<std::size_t> order(data.size());
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[draw.below(static_cast<std::uint32_t>(i))]);
  const auto reorder = [&](auto& column) {
    const auto copy = column;
    for (std::size_t i = 0; i < copy.size(); ++i) column[i] = copy[order[i]];
  };
  DataSet other = data;
  reorder(other.response);
  for (auto& x : other.regressors) reorder(x);
  if (!other.weights.empty()) reorder(other.weights);
  if (!other.offset.empty()) reorder(other.offset);
  for (DataSet::FixedEffect& effect : other.effects) {
    reorder(effect.level);
    for (auto& slope : effect.slopes) reorder(slope);
    const std::uint32_t shift = draw.below(effect.levels);
    for (std::uint32_t& level : effect.level) level = (level + shift) % effect.levels;
  }
  return other;
}

Solution fit_of(const DataSet& data, Outcome outcome) {
  const Regression regression = data.regression();
  return outcome == Outcome::counts ? poisson_without_separated(regression).solution : least_squares(regression);
}

class AnyRegression : public ::testing::TestWithParam<Outcome> {
 protected:
  /// Calls check(data, solution, draw) for many data sets with a solution.
  template <class Check>
  static void for_many(int count, const Check& check) {
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(count); ++seed) {
      SCOPED_TRACE(seed);
      Draw draw(seed);
      const DataSet data = draw_regression(draw, GetParam());
      if (!some_trade(data)) continue;
      check(data, fit_of(data, GetParam()), draw);
    }
  }
};

TEST_P(AnyRegression, DoesNotDependOnTheOrderOfRowsAndTheNumbersOfLevels) {
  for_many(200, [](const DataSet& data, const Solution& solution, Draw& draw) {
    expect_same_coefficients(fit_of(shuffled(data, draw), GetParam()).coefficients, solution.coefficients, 1e-10);
  });
}

TEST_P(AnyRegression, ScalesWithTheResponse) {
  for_many(200, [](const DataSet& data, const Solution& solution, Draw&) {
    // Slopes alone do not take up a factor of all means.
    if (GetParam() == Outcome::counts && std::ranges::none_of(data.effects, &DataSet::FixedEffect::intercept)) return;
    DataSet scaled = data;
    for (double& y : scaled.response) y *= 1000;
    if (GetParam() == Outcome::normal) {
      scaled.offset.clear();
      DataSet plain = data;
      plain.offset.clear();
      expect_same_coefficients(fit_of(scaled, GetParam()).coefficients, 1000 * fit_of(plain, GetParam()).coefficients,
                               1e-10);
    } else {
      expect_same_coefficients(fit_of(scaled, GetParam()).coefficients, solution.coefficients, 1e-10);
    }
  });
}

TEST_P(AnyRegression, IsTheSameWithRowsSplitIntoWeightedCopies) {
  for_many(200, [](const DataSet& data, const Solution& solution, Draw& draw) {
    DataSet split = data;
    if (split.weights.empty()) split.weights.assign(data.size(), 1.0);
    for (std::size_t i = 0; i < data.size(); ++i) {
      if (!draw.chance(0.3)) continue;
      const double share = 0.1 + 0.8 * draw.uniform();
      split.response.push_back(data.response[i]);
      split.weights.push_back(split.weights[i] * share);
      split.weights[i] *= 1 - share;
      for (auto& x : split.regressors) x.push_back(x[i]);
      if (!split.offset.empty()) split.offset.push_back(data.offset[i]);
      for (DataSet::FixedEffect& effect : split.effects) {
        effect.level.push_back(effect.level[i]);
        for (auto& slope : effect.slopes) slope.push_back(slope[i]);
      }
    }
    expect_same_coefficients(fit_of(split, GetParam()).coefficients, solution.coefficients, 1e-10);
  });
}

TEST_P(AnyRegression, OfSomeRowsIsTheRegressionOfADataSetOfThoseRows) {
  for_many(200, [](const DataSet& data, const Solution&, Draw& draw) {
    DataSet some = data, only = data;
    only.response.clear();
    only.weights.clear();
    only.offset.clear();
    for (auto& x : only.regressors) x.clear();
    for (DataSet::FixedEffect& effect : only.effects) {
      effect.level.clear();
      for (auto& slope : effect.slopes) slope.clear();
    }
    for (std::uint32_t i = 0; i < data.size(); ++i) {
      if (draw.chance(0.15)) continue;
      some.rows.push_back(i);
      only.response.push_back(data.response[i]);
      if (!data.weights.empty()) only.weights.push_back(data.weights[i]);
      if (!data.offset.empty()) only.offset.push_back(data.offset[i]);
      for (std::size_t k = 0; k < data.regressors.size(); ++k) only.regressors[k].push_back(data.regressors[k][i]);
      for (std::size_t e = 0; e < data.effects.size(); ++e) {
        only.effects[e].level.push_back(data.effects[e].level[i]);
        for (std::size_t s = 0; s < data.effects[e].slopes.size(); ++s)
          only.effects[e].slopes[s].push_back(data.effects[e].slopes[s][i]);
      }
    }
    if (!some_trade(only)) return;
    expect_same_coefficients(fit_of(some, GetParam()).coefficients, fit_of(only, GetParam()).coefficients, 1e-10);
  });
}

TEST_P(AnyRegression, HasALikelihoodThatNoFurtherRegressorLowers) {
  for_many(200, [](const DataSet& data, const Solution& solution, Draw& draw) {
    DataSet more = data;
    std::vector<double>& x = more.regressors.emplace_back();
    for (std::size_t i = 0; i < data.size(); ++i) x.push_back(draw.normal());
    const Solution larger = fit_of(more, GetParam());
    if (larger.observations() != solution.observations()) return;               // the regressor separates some rows
    if (solution.deviance < 1e-12 * std::abs(solution.log_likelihood)) return;  // of residuals that are rounding
    EXPECT_GE(larger.log_likelihood, solution.log_likelihood - 1e-9 * std::abs(solution.log_likelihood));
  });
}

TEST_P(AnyRegression, ClustersAsTheTextbookDoes) {
  for_many(60, [](const DataSet& data, const Solution& solution, Draw& draw) {
    if (solution.kept.empty() || !solution.converged) return;
    const Regression regression = data.regression();
    const std::vector<std::uint32_t> group = draw.levels(data.size(), 7);
    std::map<std::uint32_t, VectorXd> scores;
    for (std::size_t p = 0; p < solution.observations(); ++p) {
      const VectorXd score = solution.residual(p) * solution.partialled.row(static_cast<Eigen::Index>(p)).transpose();
      const auto [place, fresh] = scores.try_emplace(group[solution.row(p)], score);
      if (!fresh) place->second += score;
    }
    MatrixXd meat = MatrixXd::Zero(solution.information.rows(), solution.information.cols());
    for (const auto& [label, score] : scores) meat += score * score.transpose();
    if (scores.size() < 2) return;
    const MatrixXd bread = solution.information.inverse();
    const Covariance found = covariance(
        regression, solution,
        {.kind = CovarianceKind::clustered, .clusters = {{"group", group, 7}}, .small_sample = SmallSample::none()});
    EXPECT_TRUE(found.matrix.isApprox(bread * meat * bread, 1e-8));
  });
}

TEST_P(AnyRegression, HasTheSameBitsForAnyNumberOfThreads) {
  Draw draw(5);
  const Shape shape{.rows = 60000, .regressors = 2, .levels = {3000, 400, 50}, .outcome = GetParam(), .weights = true};
  const DataSet data = draw_data_set(draw, shape);
  const std::vector<std::uint32_t> group = draw.levels(data.size(), 900);
  const auto with_threads = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    const Regression regression = data.regression();
    const PoissonFit fit = GetParam() == Outcome::counts ? poisson_without_separated(regression)
                                                         : PoissonFit{regression, {}, least_squares(regression)};
    const Covariance found = covariance(fit.regression, fit.solution,
                                        {.kind = CovarianceKind::clustered,
                                         .clusters = {{"group", group, 900}, {"f2", data.effects[1].level, 400}},
                                         .small_sample = {}});
    std::vector<double> numbers(fit.solution.coefficients.begin(), fit.solution.coefficients.end());
    numbers.insert(numbers.end(), found.matrix.reshaped().begin(), found.matrix.reshaped().end());
    numbers.push_back(fit.solution.log_likelihood);
    return numbers;
  };
  const std::vector<double> one = with_threads(1);
  EXPECT_EQ(with_threads(2), one);
  EXPECT_EQ(with_threads(3), one);
}

INSTANTIATE_TEST_SUITE_P(OfBothFamilies, AnyRegression, ::testing::Values(Outcome::counts, Outcome::normal),
                         [](const auto& family) {
                           return family.param == Outcome::counts ? "Poisson" : "LeastSquares";
                         });

}  // namespace
}  // namespace tradewind::tests
