// Periods in words, relative to the day of publication (8 September 2025) where they are.
#include <gtest/gtest.h>

#include <ostream>

#include "tradewind/statements/reader.hpp"

namespace tradewind::tests {
namespace {

struct Words {
  const char* words;
  const char* period;
};

void PrintTo(const Words& words, std::ostream* to) { *to << words.words; }

class PeriodInWords : public testing::TestWithParam<Words> {};

TEST_P(PeriodInWords, IsRead) {
  const auto found = parse_period(GetParam().words, parse_date("2025-09-08"));
  ASSERT_TRUE(found) << GetParam().words;
  EXPECT_EQ(to_string(*found), GetParam().period) << GetParam().words;
}

INSTANTIATE_TEST_SUITE_P(
    Press, PeriodInWords,
    testing::Values(
        Words{"2024", "2024"}, Words{"the first eight months of 2025", "2025-01/2025-08"},
        Words{"the first eight months", "2025-01/2025-08"}, Words{"January-August", "2025-01/2025-08"},
        Words{"Jan-Aug 2024", "2024-01/2024-08"}, Words{"between January and March 2025", "2025-Q1"},
        Words{"the first half of the year", "2025-H1"}, Words{"H1 2025", "2025-H1"}, Words{"the first half", "2025-H1"},
        Words{"1H25", "2025-H1"}, Words{"the third quarter of 2024", "2024-Q3"}, Words{"Q3 2024", "2024-Q3"},
        Words{"the first three quarters of 2024", "2024-01/2024-09"}, Words{"August", "2025-08"},
        Words{"December", "2024-12"}, Words{"last year", "2024"}, Words{"this year", "2025"},
        Words{"last month", "2025-08"}, Words{"by the end of July", "../2025-07"},
        Words{"as of the end of 2024", "../2024"}, Words{"September 17 to 21", "2025-09-17/2025-09-21"},
        Words{"17-21 September 2025", "2025-09-17/2025-09-21"}, Words{"Sept. 8, 2025", "2025-09-08"},
        Words{"2020-2024", "2020/2024"}, Words{"twelve months through March 2024", "2023-04/2024-03"},
        Words{"the four quarters to the end of Q2 2025", "2024-07/2025-06"},
        Words{"the opening quarter of 2024", "2024-Q1"}, Words{"five months of 2024", "2024-01/2024-05"},
        Words{"this year by June 15", "2025-01-01/2025-06-15"}, Words{"over January and February", "2025-01/2025-02"},
        Words{"from the beginning of the year to July 20", "2025-01-01/2025-07-20"},
        Words{"between the start of the year and May 20", "2025-01-01/2025-05-20"},
        Words{"Quarter 2 (April to June) 2015", "2015-Q2"}, Words{"the first half (1H) of 2024", "2024-H1"},
        Words{"the first week of August", "2025-08-01/2025-08-07"}, Words{"over the last 12 months", "2024-09/2025-08"},
        Words{"the second half of June", "2025-06-16/2025-06-30"}, Words{"since the start of 2025", "2025-01/2025-08"},
        Words{"the seven-month figure", "2025-01/2025-07"},
        Words{"the first two business days of August", "2025-08-01/2025-08-04"},
        Words{"the first three weeks of August", "2025-08-01/2025-08-21"}, Words{"8M 2024", "2024-01/2024-08"},
        Words{"in the year that ended in March", "2024-04/2025-03"}));

TEST(PeriodInWords, IsNothingWhereNoneIsMeant) {
  for (const auto* words : {"trade may rise", "45 countries", "$2,024 million", "a long time", "2hrs"})
    EXPECT_FALSE(parse_period(words, parse_date("2025-09-08"))) << words;
}

TEST(PeriodInWords, RelativeToADayNeedsThatDay) {
  EXPECT_FALSE(parse_period("last year"));
  EXPECT_FALSE(parse_period("the first eight months"));
  EXPECT_TRUE(parse_period("the first eight months of 2025"));
}

}  // namespace
}  // namespace tradewind::tests
