#include "tradewind/world/period.hpp"

#include <gtest/gtest.h>

namespace tradewind {
namespace {

TEST(Period, ReadsBackEveryFormThatItWrites) {
  for (const auto* text :
       {"2024", "2024-H1", "2024-H2", "2024-Q3", "2024-08", "2024-01/2024-08", "2024-02/2024-04", "2025-09-08",
        "2025-09-17/2025-09-21", "../2025-07", "../2024", "../2025-09-08", "2020/2024", "2024-11/2025-02"}) {
    const auto period = Period::from_iso(text);
    ASSERT_TRUE(period) << text;
    EXPECT_EQ(to_string(*period), text);
  }
}

TEST(Period, RefusesWhatIsNoPeriod) {
  for (const auto* text :
       {"", "24", "2024-13", "2024-Q5", "2024-H3", "2025-02-30", "2024/2020", "Jan 2024", "2024-", "../", "-2024"})
    EXPECT_FALSE(Period::from_iso(text)) << text;
}

TEST(Period, ThreeNamesOfOneStretchAreEqual) {
  EXPECT_EQ(Period::year_to_date(2025, 6), Period::half(2025, 1));
  EXPECT_EQ(Period::year_to_date(2025, 3), Period::quarter(2025, 1));
  EXPECT_EQ(Period::months(2025, 1, 12), Period::year(2025));
}

TEST(Period, AYearBeforeALeapFebruaryEndsOnThe28th) {
  EXPECT_EQ(to_string(Period::month(2024, 2).years_before(1)), "2023-02");
  EXPECT_EQ(to_string(Period::month(2025, 2).years_before(1)), "2024-02");
}

TEST(Period, SpeaksEnglish) {
  EXPECT_EQ(in_words(Period::year_to_date(2025, 8)), "January-August 2025");
  EXPECT_EQ(in_words(Period::half(2024, 2)), "second half of 2024");
  EXPECT_EQ(in_words(Period::up_to(Period::month(2025, 7))), "up to July 2025");
}

}  // namespace
}  // namespace tradewind
