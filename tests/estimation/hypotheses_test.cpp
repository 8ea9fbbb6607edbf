// Questions that are asked of estimates.
#include "tradewind/estimation/hypotheses.hpp"

#include <gtest/gtest.h>

#include "dense_fit.hpp"
#include "firm_panel.hpp"
#include "tradewind/estimation/distributions.hpp"
#include "tradewind/estimation/function_of_coefficients.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

using namespace estimation;
using Texts = std::vector<std::string>;

Estimates gravity() {
  Estimates found{
      .names = {"rta", "log(dist)", "rta:contig", "year::1990"},
      .values = VectorXd{{0.2, -0.8, 0.1, 1.5}},
      .covariance = MatrixXd{{0.01, 0.002, 0, 0}, {0.002, 0.04, 0, 0}, {0, 0, 0.09, 0.01}, {0, 0, 0.01, 0.25}},
      .degrees_of_freedom = {}};
  return found;
}

std::string refusal(const std::string& hypothesis) {
  try {
    wald_test(gravity(), Texts{hypothesis});
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Wald, OneCoefficientIsItsSquaredZ) {
  const WaldTest test = wald_test(gravity(), Texts{"rta = 0"});
  EXPECT_NEAR(test.statistic, 4.0, 1e-12);
  EXPECT_NEAR(test.p_value, two_sided_p_value(2.0, {}), 1e-12);
}

TEST(Wald, JointNullityAsFixest) {
  const FirmPanel panel;
  const Regression regression = panel.regression();
  const CovarianceOptions by_firm{
      .kind = CovarianceKind::clustered, .clusters = {{"firm", panel.firm, 8}}, .small_sample = {}};
  const Solution solution = dense_least_squares(regression);
  const Estimates found = estimates(regression, solution, covariance(regression, solution, by_firm));
  EXPECT_NEAR(wald_test_of_all(found).statistic, 5.22174895309745, 1e-9);
}

TEST(Wald, TwoWaysToSayTheSameAreOneRestriction) {
  const WaldTest both = wald_test(gravity(), Texts{"rta = log(dist)", "2*log(dist) = 2*rta"});
  const WaldTest one = wald_test(gravity(), Texts{"rta - log(dist)"});
  EXPECT_EQ(both.restrictions, 1);
  EXPECT_EQ(both.notes, Texts{"\"2*log(dist) = 2*rta\" follows from the others"});
  EXPECT_NEAR(both.statistic, one.statistic, 1e-10);
}

TEST(Wald, DoesNotDependOnHowTheRestrictionsAreWritten) {
  const WaldTest apart = wald_test(gravity(), Texts{"rta = 0.1", "rta:contig = 0.3"});
  const WaldTest mixed = wald_test(gravity(), Texts{"rta + rta:contig = 0.4", "rta - rta:contig = -0.2"});
  EXPECT_EQ(apart.restrictions, 2);
  EXPECT_NEAR(apart.statistic, mixed.statistic, 1e-10);
}

TEST(Wald, IsTheQuadraticFormOfTheTextbook) {
  const Estimates found = gravity();
  const MatrixXd g{{1, 1, 0, 0}, {0, 0, 1, -2}};
  const VectorXd distance = g * found.values - VectorXd{{1, 0}};
  const double expected = distance.dot((g * found.covariance * g.transpose()).inverse() * distance);
  EXPECT_NEAR(wald_test(found, Texts{"rta + log(dist) = 1", "rta:contig = 2*year::1990"}).statistic, expected, 1e-9);
}

TEST(Wald, WithDegreesOfFreedomIsAnFTest) {
  Estimates found = gravity();
  found.degrees_of_freedom = 7;
  const WaldTest test = wald_test(found, Texts{"rta", "year::1990"});
  EXPECT_NEAR(test.statistic, (4.0 + 9.0) / 2, 1e-10);
  EXPECT_NEAR(test.p_value, 0.02536519207, 1e-11);  // pf(6.5, 2, 7, lower.tail = FALSE) of R
}

TEST(Wald, ContradictionIsRefused) { EXPECT_THROW(wald_test(gravity(), Texts{"rta = 0", "2*rta = 1"}), InputError); }

TEST(Wald, UnknownNameIsRefusedWithTheNearest) {
  EXPECT_EQ(refusal("2*rtas = 0"),
            "hypothesis: \"rtas\"; expected a coefficient of the model\n  2*rtas\n    ^\n  Nearest: rta");
}

TEST(Wald, WhatCannotBeReadIsShownWithACaret) {
  EXPECT_EQ(refusal("rta + * 2"), "hypothesis: \"*\"; expected a coefficient or a number\n  rta + * 2\n        ^");
  EXPECT_EQ(refusal("(rta"), "hypothesis: the end; expected \")\"\n  (rta\n      ^");
  EXPECT_EQ(refusal("3 = 4"),
            "hypothesis: \"3 = 4\", which restricts no coefficient; expected a restriction such as \"x1 = x2\"");
}

TEST(Combination, SumHasTheVarianceOfASum) {
  const Combination sum = combination(gravity(), "rta + log(dist)");
  EXPECT_NEAR(sum.row.estimate, -0.6, 1e-15);
  EXPECT_NEAR(sum.row.std_error, std::sqrt(0.01 + 0.04 + 0.004), 1e-15);
  EXPECT_TRUE(sum.linear);
}

TEST(Combination, DeltaMethodDifferentiatesExactly) {
  const Combination ratio = combination(gravity(), "-rta/log(dist)");
  const VectorXd gradient{{1 / 0.8, 0.2 / 0.64, 0, 0}};
  EXPECT_NEAR(ratio.row.estimate, 0.25, 1e-15);
  EXPECT_NEAR(ratio.row.std_error, std::sqrt(gradient.dot(gravity().covariance * gradient)), 1e-14);
  EXPECT_FALSE(ratio.linear);
}

TEST(Combination, DerivativesAgreeWithDifferences) {
  const Estimates found = gravity();
  for (const std::string text : {"exp(rta)*log(dist)^2", "sqrt(rta) + log(year::1990)/rta:contig", "rta^rta:contig",
                                 "2^rta - -log(dist)", "(1+rta)^-2", "exp(2*(`rta:contig` - 1))"}) {
    SCOPED_TRACE(text);
    const Differentiated exact = function_of_coefficients(text, found.names, found.values);
    for (Eigen::Index k = 0; k < 4; ++k) {
      const VectorXd step = 1e-6 * VectorXd::Unit(4, k);
      const double up = function_of_coefficients(text, found.names, found.values + step).value;
      const double down = function_of_coefficients(text, found.names, found.values - step).value;
      EXPECT_NEAR(exact.gradient[k], (up - down) / 2e-6, 1e-7);
    }
  }
}

TEST(PercentEffect, OfAnAgreement) {
  const Combination effect = percent_effect(gravity(), "rta");
  EXPECT_NEAR(effect.row.estimate, 22.140275816016985, 1e-12);
  EXPECT_NEAR(effect.row.std_error, 12.214027581601699, 1e-12);
  EXPECT_NEAR(effect.row.ci_high, 100 * std::expm1(0.2 + 1.959963984540054 * 0.1), 1e-10);
}

TEST(PercentEffect, IntervalNeverReachesBelowAllTrade) {
  Estimates found = gravity();
  found.values[0] = -3;
  found.covariance(0, 0) = 25;
  EXPECT_GT(percent_effect(found, "rta").row.ci_low, -100);
}

TEST(CriticalValue, OfTheTables) {
  EXPECT_NEAR(critical_value(0.95, {}), 1.959963984540054, 1e-14);
  EXPECT_NEAR(critical_value(0.95, 4.0), 2.7764451051977934, 1e-12);
  EXPECT_NEAR(two_sided_p_value(2.0, 10.0), 0.07338803477074037, 1e-14);
}

}  // namespace
}  // namespace tradewind::tests
