// What a text is about at the moment, and what its sentences leave out: when, whose, with whom.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

using Statements = std::vector<std::string>;

Statements statements_of(const std::string& text, const char* published) {
  Statements found;
  for (const auto& statement : read(text, published).statements) found.push_back(in_short(statement));
  return found;
}

// ---- When ----

TEST(When, AFiscalYearIsThatOfTheEconomyThatTheTextIsOn) {
  EXPECT_EQ(statements_of("India's exports rose 6 percent to $437 billion in FY25.", "2025-04-20"),
            (Statements{"growth IND-WLD exports 2024-04/2025-03 '6 percent'",
                        "level IND-WLD exports 2024-04/2025-03 '$437 billion'"}));
  EXPECT_EQ(statements_of("Bangladesh's imports came to $68 billion in 2023-24.", "2024-08-20"),
            (Statements{"level BGD-WLD imports 2023-07/2024-06 '$68 billion'"}));
  EXPECT_EQ(statements_of("Japan's imports came to 110 trillion yen in fiscal 2023.", "2024-04-20"),
            (Statements{"level JPN-WLD imports 2023-04/2024-03 '110 trillion yen'"}));
}

TEST(When, PartsOfAFiscalYearAreCountedFromItsFirstMonth) {
  EXPECT_EQ(statements_of("Pakistan's imports were $9 billion in the first two months of the current fiscal year "
                          "(2022-23). Its exports came to $5 billion in two months of this year.",
                          "2022-09-27"),
            (Statements{"level PAK-WLD imports 2022-07/2022-08 '$9 billion'",
                        "level PAK-WLD exports 2022-07/2022-08 '$5 billion'"}));
  EXPECT_EQ(statements_of("Myanmar's exports to Thailand, as of December this fiscal year, totalled $2 billion.",
                          "2018-01-20"),
            (Statements{"level MMR-THA exports 2017-04/2017-12 '$2 billion'"}));
  EXPECT_EQ(
      statements_of("Japan's exports fell 2 percent in the fiscal first half. Imports rose 4 percent, the most in "
                    "any first half.",
                    "2019-10-21"),
      (Statements{"growth JPN-WLD exports 2019-04/2019-09 minus '2 percent'",
                  "growth JPN-WLD imports 2019-04/2019-09 '4 percent'"}));
}

TEST(When, ASpanOfDaysHasBothItsEnds) {
  EXPECT_EQ(statements_of("Between 1 April and 22 December of this financial year, Myanmar's exports to China reached "
                          "$4 billion.",
                          "2018-01-04"),
            (Statements{"level MMR-CHN exports 2017-04-01/2017-12-22 '$4 billion'"}));
}

TEST(When, APeriodSpokenOfBeforeIsKnownByItsLength) {
  EXPECT_EQ(statements_of("Kenya's exports to Uganda rose 45 percent in the ten months to October.\n\nExports of steel "
                          "were worth $60 million last year.\n\nOver the 10-month period total exports grew 14 "
                          "percent.",
                          "2023-12-20"),
            (Statements{"growth KEN-UGA exports 2023-01/2023-10 '45 percent'",
                        "level KEN-UGA exports [steel] 2022 '$60 million'",
                        "growth KEN-WLD exports 2023-01/2023-10 '14 percent'"}));
}

TEST(When, WhatAFigureIsComparedWithDoesNotMoveTheTimeOfTheText) {
  EXPECT_EQ(statements_of("The Philippines posted a trade deficit of $3.3 billion in October. This compares with a "
                          "deficit of $4.8 billion in September, and one of $3.8 billion in October 2021.\n\nExports "
                          "grew 20 percent.",
                          "2022-12-06")
                .back(),
            "growth PHL-WLD exports 2022-10 '20 percent'");
  EXPECT_EQ(statements_of("Imports of Pakistan were $80 billion during July-June (2021-22) against the imports of $56 "
                          "billion during July-June (2020-21), showing growth of 42 percent.",
                          "2022-07-05")
                .back(),
            "growth PAK-WLD imports 2021-07/2022-06 '42 percent'");
}

TEST(When, AYearToldInPassingIsNotThatOfTheMonthsBehind) {
  EXPECT_EQ(statements_of("China's trade with the EU, which had overtaken Japan in 2004, rose 5 percent in the first "
                          "half.",
                          "2019-07-13"),
            (Statements{"growth CHN-EU trade 2019-H1 '5 percent'"}));
}

}  // namespace
}  // namespace tradewind::tests
