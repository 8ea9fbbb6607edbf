// Measures of fit, held against what fixest prints.
#include "tradewind/estimation/fit_statistics.hpp"

#include <gtest/gtest.h>

#include "dense_fit.hpp"
#include "firm_panel.hpp"

namespace tradewind::tests {
namespace {

using namespace estimation;

TEST(Fit, OfLeastSquaresAsFixest) {
  const FirmPanel panel;
  const FitStatistics fit = fit_statistics(panel.regression(), dense_least_squares(panel.regression()));
  EXPECT_EQ(fit.parameters, 14U);
  EXPECT_NEAR(fit.log_likelihood, -59.4801060159295, 1e-10);
  EXPECT_NEAR(fit.aic, 146.960212031859, 1e-9);
  EXPECT_NEAR(fit.bic, 169.513062808878, 1e-9);
  EXPECT_NEAR(fit.rmse, 1.20759635402893, 1e-12);
  EXPECT_NEAR(fit.r2, 0.425331727579918, 1e-12);
  EXPECT_NEAR(fit.adjusted_r2, 0.100519225777262, 1e-12);
  EXPECT_NEAR(fit.within_r2, 0.189869129299274, 1e-12);
  EXPECT_NEAR(fit.adjusted_within_r2, 0.119422966629646, 1e-12);
  EXPECT_NEAR(fit.pseudo_r2, 0.146974570494965, 1e-12);
  EXPECT_NEAR(fit.adjusted_pseudo_r2, -0.0394630693538212, 1e-12);
  EXPECT_NEAR(fit.squared_correlation, 0.425331727579918, 1e-12);
}

TEST(Fit, OfPoissonAsFixest) {
  const FirmPanel panel;
  const FitStatistics fit = fit_statistics(panel.regression(), dense_poisson(panel.regression()));
  EXPECT_NEAR(fit.log_likelihood, -62.6969835194011, 1e-10);
  EXPECT_NEAR(fit.aic, 153.393967038802, 1e-9);
  EXPECT_NEAR(fit.bic, 175.946817815821, 1e-9);
  EXPECT_NEAR(fit.rmse, 1.21676049545577, 1e-8);
  EXPECT_NEAR(fit.pseudo_r2, 0.10262577329834, 1e-12);
  EXPECT_NEAR(fit.adjusted_pseudo_r2, -0.0834416304629859, 1e-12);
  EXPECT_NEAR(fit.squared_correlation, 0.416931668283183, 1e-8);
  EXPECT_TRUE(std::isnan(fit.r2));
}

TEST(Fit, WithinPseudoR2ComparesWithTheEffectsAlone) {
  const FirmPanel panel;
  Solution solution = dense_poisson(panel.regression());
  DataSet without = panel.data;
  without.regressors.clear();
  solution.effects_log_likelihood = dense_poisson(without.regression()).log_likelihood;
  // fixest estimates the effects alone with a tolerance of 1e-2: six digits of it are right.
  EXPECT_NEAR(fit_statistics(panel.regression(), solution).within_pseudo_r2, 0.0368044831075213, 1e-6);
}

TEST(Fit, EffectsAloneOfLeastSquaresFollowFromTheirSumOfSquares) {
  const FirmPanel panel;
  const Solution solution = dense_least_squares(panel.regression());
  DataSet without = panel.data;
  without.regressors.clear();
  EXPECT_NEAR(effects_log_likelihood(panel.regression(), solution),
              dense_least_squares(without.regression()).log_likelihood, 1e-10);
}

}  // namespace
}  // namespace tradewind::tests
