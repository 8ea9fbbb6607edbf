// Caliendo and Parro, Estimates of the Trade and Welfare Effects of NAFTA (2015), table 2: welfare effects of NAFTA's
// tariff reductions, aggregate deficits removed, in percent.
#include "caliendo_parro.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace tradewind::tests {
namespace {

using equilibrium::Deficits;

struct Row {
  const char* region;
  const char *welfare, *terms_of_trade, *volume_of_trade, *real_wages;
};
constexpr Row table_2[] = {{"Mexico", "1.31", "-0.41", "1.72", "1.72"},
                           {"Canada", "-0.06", "-0.11", "0.04", "0.32"},
                           {"USA", "0.08", "0.04", "0.04", "0.11"}};

std::string printed(double percent) { return fmt::format("{:.2f}", percent); }

TEST(CaliendoParro, Table2IsReproducedToEveryPrintedDigit) {
  TRADEWIND_NEEDS_REFERENCE(folder, "caliendo-parro-2015");
  const CaliendoParro nafta = caliendo_parro(folder);
  const auto result = counterfactual(nafta.world, nafta.before_nafta, nafta.after_nafta, Deficits::removed);
  ASSERT_TRUE(result.solver.converged);
  EXPECT_LT(result.solver.residual, 1e-10);
  for (const Row& row : table_2) {
    const std::size_t n = nafta.region(row.region);
    EXPECT_EQ(printed(result.welfare[n]), row.welfare) << row.region;
    EXPECT_EQ(printed(result.terms_of_trade[n]), row.terms_of_trade) << row.region;
    EXPECT_EQ(printed(result.volume_of_trade[n]), row.volume_of_trade) << row.region;
    EXPECT_EQ(printed(100 * (result.real_wage[n] - 1)), row.real_wages) << row.region;
  }
}

TEST(CaliendoParro, WelfaresPartsByPartnerAndSectorAddUp) {
  TRADEWIND_NEEDS_REFERENCE(folder, "caliendo-parro-2015");
  const CaliendoParro nafta = caliendo_parro(folder);
  const auto result = counterfactual(nafta.world, nafta.before_nafta, nafta.after_nafta, Deficits::removed);
  const std::size_t economies = nafta.world.economies, mexico = nafta.region("Mexico");
  double terms = 0, volume = 0;
  for (std::size_t j = 0; j < nafta.world.sectors; ++j)
    for (std::size_t i = 0; i < economies; ++i) {
      terms += result.terms_of_trade_by_partner[(j * economies + mexico) * economies + i];
      volume += result.volume_of_trade_by_partner[(j * economies + mexico) * economies + i];
    }
  EXPECT_NEAR(terms, result.terms_of_trade[mexico], 1e-12);
  EXPECT_NEAR(volume, result.volume_of_trade[mexico], 1e-12);
}

TEST(CaliendoParro, KeptDeficitsAreFinancedThroughTrade) {
  TRADEWIND_NEEDS_REFERENCE(folder, "caliendo-parro-2015");
  const CaliendoParro nafta = caliendo_parro(folder);
  const auto result = counterfactual(nafta.world, nafta.before_nafta, nafta.after_nafta, Deficits::kept);
  ASSERT_TRUE(result.solver.converged);
  const std::size_t economies = nafta.world.economies, usa = nafta.region("USA");
  double imports = 0, exports = 0;
  for (std::size_t j = 0; j < nafta.world.sectors; ++j)
    for (std::size_t i = 0; i < economies; ++i) {
      imports += result.counterfactual.trade[(j * economies + usa) * economies + i];
      exports += result.counterfactual.trade[(j * economies + i) * economies + usa];
    }
  double wages = 0, wages_before = 0;
  for (std::size_t n = 0; n < economies; ++n) {
    double value_added = 0;
    for (std::size_t j = 0; j < nafta.world.sectors; ++j)
      value_added += nafta.world.value_added[n * nafta.world.sectors + j];
    wages_before += value_added;
    wages += value_added * result.counterfactual.wage[n];
  }
  EXPECT_NEAR((imports - exports) / (nafta.world.deficit[usa] * wages / wages_before), 1, 1e-9);
}

}  // namespace
}  // namespace tradewind::tests
