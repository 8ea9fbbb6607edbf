// Fiscal years: when they begin, and which year gives them their name.
#include "tradewind/world/fiscal_year.hpp"

#include <gtest/gtest.h>

namespace tradewind::tests {
namespace {

TEST(FiscalYear, IndiasOf2025BeganInApril2024) {
  const auto india = fiscal_year(EconomyCode{"IND"}, 2024);
  ASSERT_TRUE(india);
  EXPECT_EQ(to_string(india->months(india->begins_in(2025), 1, 12)), "2024-04/2025-03");
}

TEST(FiscalYear, JapansOf2024BeganInThatYear) {
  EXPECT_EQ(fiscal_year(EconomyCode{"JPN"}, 2024)->begins_in(2024), 2024);
}

TEST(FiscalYear, ChinasIsTheCalendarYear) { EXPECT_FALSE(fiscal_year(EconomyCode{"CHN"}, 2024)); }

TEST(FiscalYear, MyanmarsOfJanuary2018WasStillThatOfApril) {
  EXPECT_EQ(fiscal_year(EconomyCode{"MMR"}, *parse_date("2018-01-04"))->first_month, 4U);
  EXPECT_EQ(fiscal_year(EconomyCode{"MMR"}, *parse_date("2019-01-04"))->first_month, 10U);
}

TEST(FiscalYear, AMonthBeforeItsFirstIsInTheNextCalendarYear) {
  const auto pakistan = *fiscal_year(EconomyCode{"PAK"}, 2021);
  EXPECT_EQ(pakistan.year_of_month(2021, 6), 2022);
  EXPECT_EQ(pakistan.year_of(*parse_date("2022-06-30")), 2021);
}

}  // namespace
}  // namespace tradewind::tests
