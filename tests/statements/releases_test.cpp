// What the reader makes of the releases of statistics offices and ministries.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

std::string currency_of(const std::string& text) { return read(text, "2024-05-02").statements.front().value.unit; }

TEST(PressReleases, OfAStatisticsOfficeCountInItsOwnDollar) {
  EXPECT_EQ(currency_of("Canadian merchandise trade, March 2024\n\nTotal imports were $61.2 billion in March."), "CAD");
  EXPECT_EQ(currency_of("New Zealand's exports rose to $6.1 billion in March, Stats NZ said."), "NZD");
  EXPECT_EQ(currency_of("Australia's exports rose to $43,974m in March."), "AUD");
  EXPECT_EQ(currency_of("China bought $9.1 billion of our exports. All values are in Australian dollars."), "AUD");
}

TEST(PressReleases, OthersCountInTheDollarOfTheUnitedStates) {
  EXPECT_EQ(currency_of("Australia's exports to China rose to $9.1 billion in March."), "USD");
  EXPECT_EQ(currency_of("Canada's trade, March 2024\n\nCanada's exports were $61.2 billion (C$83.3 billion)."), "USD");
}

TEST(PressReleases, WhatIsComparedWithAnExcursionIsOfTheTimeReported) {
  EXPECT_EQ(statements_of("In May 2023, Italy had a trade surplus of 4 billion euros. In May 2022 the balance was -1 "
                          "billion euros. Exports were 55.2 billion euros, down 2.1% compared with May 2022.")
                .back(),
            "growth ITA-WLD exports 2023-05 minus '2.1%'");
}

TEST(PressReleases, MaySetThousandsApartByABlank) {
  EXPECT_EQ(statements_of("In 2023, Italy exported goods worth €1 626.4 bn."),
            Statements{"level ITA-WLD exports 2023 '€1 626.4 bn'"});
}

}  // namespace
}  // namespace tradewind::tests
