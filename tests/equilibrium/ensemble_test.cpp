#include "tradewind/equilibrium/ensemble.hpp"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <cmath>
#include <stdexcept>

#include "random_worlds.hpp"
#include "tradewind/equilibrium/one_sector.hpp"

namespace tradewind::tests {
namespace {

using namespace equilibrium;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Many draws of one distribution, each by a generator of its own.
VectorXd draws_of(const Distribution& distribution, std::uint64_t count = 100'000) {
  VectorXd values(static_cast<Eigen::Index>(count));
  for (std::uint64_t k = 0; k < count; ++k) {
    DrawGenerator generator(7, k);
    values[static_cast<Eigen::Index>(k)] = draw(distribution, generator);
  }
  return values;
}

double deviation(const VectorXd& values) {
  return std::sqrt((values.array() - values.mean()).square().sum() / static_cast<double>(values.size() - 1));
}

// The known answers that Random123, the authors' own library, publishes for philox 4x32-10.
TEST(Draws, AreThePublishedPhilox) {
  EXPECT_EQ(DrawGenerator(0, 0).bits(), 0x6627e8d5ULL | 0xe169c58dULL << 32);
  DrawGenerator zero(0, 0);
  zero.bits();
  EXPECT_EQ(zero.bits(), 0xbc57ac4cULL | 0x9b00dbd8ULL << 32);
}

TEST(Draws, DependOnSeedAndDrawAlone) {
  EXPECT_EQ(DrawGenerator(7, 3).bits(), DrawGenerator(7, 3).bits());
  EXPECT_NE(DrawGenerator(7, 3).bits(), DrawGenerator(7, 4).bits());
  EXPECT_NE(DrawGenerator(7, 3).bits(), DrawGenerator(8, 3).bits());
}

TEST(Draws, HaveTheMomentsOfTheirDistribution) {
  const VectorXd normal = draws_of({.kind = Distribution::Kind::normal, .a = 5, .b = 0.5});
  EXPECT_NEAR(normal.mean(), 5, 0.01);
  EXPECT_NEAR(deviation(normal), 0.5, 0.005);
  const VectorXd lognormal = draws_of({.kind = Distribution::Kind::lognormal, .a = 0, .b = 0.25});
  EXPECT_NEAR(lognormal.mean(), std::exp(0.25 * 0.25 / 2), 0.005);
  const VectorXd uniform = draws_of({.kind = Distribution::Kind::uniform, .a = 2, .b = 4});
  EXPECT_NEAR(uniform.mean(), 3, 0.01);
  EXPECT_NEAR(deviation(uniform), 2 / std::sqrt(12.0), 0.005);
  const VectorXd triangular = draws_of({.kind = Distribution::Kind::triangular, .a = 0, .b = 3, .c = 1.5});
  EXPECT_NEAR(triangular.mean(), 1.5, 0.01);
  EXPECT_NEAR(deviation(triangular), 3 / std::sqrt(24.0), 0.005);
}

TEST(Draws, StayAboveTheirBound) {
  const VectorXd sigma = draws_of({.kind = Distribution::Kind::normal, .a = 1.5, .b = 1, .above = 1});
  EXPECT_GT(sigma.minCoeff(), 1);
}

TEST(Draws, NormalTailsAreExact) {
  // The share of draws beyond two standard deviations.
  const VectorXd normal = draws_of({.kind = Distribution::Kind::normal, .a = 0, .b = 1});
  EXPECT_NEAR((normal.array() > 2).cast<double>().mean(), 0.02275, 0.002);
  EXPECT_NEAR((normal.array() < -2).cast<double>().mean(), 0.02275, 0.002);
}

TEST(Draws, OfAnEstimateHaveItsCovariance) {
  const MatrixXd covariance{{0.04, 0.01, 0}, {0.01, 0.09, -0.02}, {0, -0.02, 0.01}};
  const EstimateDraws estimate(Eigen::Vector3d(-0.8, 0.4, 0.2), covariance);
  MatrixXd values(100'000, 3);
  for (Eigen::Index k = 0; k < values.rows(); ++k) {
    DrawGenerator generator(1, static_cast<std::uint64_t>(k));
    values.row(k) = estimate.draw(generator).transpose();
  }
  EXPECT_TRUE(values.colwise().mean().isApprox(Eigen::RowVector3d(-0.8, 0.4, 0.2), 0.01));
  const MatrixXd centred = values.rowwise() - values.colwise().mean();
  EXPECT_LT((centred.transpose() * centred / 1e5 - covariance).cwiseAbs().maxCoeff(), 0.002);
}

/// Welfare of five economies under a drawn elasticity and a drawn fall of trade costs.
DrawMatrix ensemble(DrawRange range) {
  const Shape shape{5, 1, 2, 0, 3};
  const OneSectorBaseline world = observed_baseline(any_flows(shape));
  return run_draws(range, 5, [&](std::uint64_t k, std::span<double> row) {
    DrawGenerator generator(7, k);
    const double sigma = draw({.kind = Distribution::Kind::normal, .a = 5, .b = 0.5, .above = 1}, generator);
    MatrixXd change = MatrixXd::Constant(5, 5, std::exp(0.1 * generator.normal()));
    change.diagonal().setOnes();
    const auto result = counterfactual(world, change, sigma);
    std::ranges::copy(result.full.welfare, row.begin());
  });
}

TEST(Ensemble, TheNumberOfThreadsDoesNotMoveABit) {
  const auto with_threads = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return ensemble({.first = 0, .count = 200});
  };
  EXPECT_EQ(with_threads(1), with_threads(4));
}

TEST(Ensemble, GoesOnWhereAnotherRunStopped) {
  const DrawMatrix whole = ensemble({.first = 0, .count = 100});
  EXPECT_EQ(whole.bottomRows(40), ensemble({.first = 60, .count = 40}));
}

TEST(Ensemble, TheFirstDrawThatFailsIsTheOneTold) {
  EXPECT_THROW(
      {
        try {
          run_draws({.first = 10, .count = 1000}, 1, [](std::uint64_t k, std::span<double>) {
            if (k >= 500) throw std::runtime_error(std::to_string(k));
          });
        } catch (const std::runtime_error& error) {
          EXPECT_STREQ(error.what(), "500");
          throw;
        }
      },
      std::runtime_error);
}

TEST(Ensemble, SummariesAreQuantilesOfTheDrawsThatWorked) {
  DrawMatrix draws(6, 1);
  draws << 5, 1, std::nan(""), 3, 2, 4;
  const Summary summary = summarise(draws, 0.5);
  EXPECT_EQ(summary.draws, 5);
  EXPECT_EQ(summary.failed, 1);
  EXPECT_DOUBLE_EQ(summary.median(0), 3);
  EXPECT_DOUBLE_EQ(summary.low(0), 2);
  EXPECT_DOUBLE_EQ(summary.high(0), 4);
}

}  // namespace
}  // namespace tradewind::tests
