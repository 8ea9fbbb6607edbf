// Times that a sentence leaves to what was told around it: of clauses put in front, of what is held against a month, of
// what is still to come.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Reported, AClauseWithinTheSubjectTellsTheTimeOfItsSentence) {
  const auto read = statements_of(
      "In the first five months Peru's exports rose 9 percent. Exports of copper, which made up 30 percent of total "
      "exports in May, rose 8 percent to $3 billion. Zinc fell 2 percent to $1 billion, or 11 percent.",
      "2024-06-20");
  EXPECT_EQ(read[2], "growth PER-WLD exports [copper] 2024-05 '8 percent'");
  EXPECT_EQ(read[4], "growth PER-WLD exports [zinc] 2024-05 minus '2 percent'");
  EXPECT_EQ(read[6].substr(0, 5), "share");
}

TEST(Reported, WhatIsHeldAgainstTheMonthBeforeIsOfTheMonth) {
  EXPECT_EQ(statements_of("Peru's exports were $5 billion in May. In the first five months they grew 9 percent. Those "
                          "of copper rose 4 percent from April.",
                          "2024-06-20")
                .back(),
            "growth PER-WLD exports [copper] 2024-05 '4 percent'");
}

TEST(Reported, TheMatchingPeriodIsTheSame) {
  EXPECT_EQ(statements_of("Peru's surplus for the first nine months was $5 billion, from a deficit of $1 billion in "
                          "the matching period last year.",
                          "2024-10-20")[1],
            "level PER-WLD balance 2023-01/2023-09 minus '$1 billion'");
}

TEST(Reported, TwoYearsRunningAreNoSpan) {
  EXPECT_EQ(statements_of("Peru's exports to Chile rose 9 percent from $3 billion in 2016 to $5 billion in 2017. "
                          "Imports grew 7 percent over the same period.")
                .back(),
            "growth PER-CHL imports 2017 '7 percent'");
}

TEST(Reported, TheRemainderOfTheYearIsToCome) {
  const auto read = statements_of(
      "Peru's exports rose 6 percent in the first nine months. The ministry expects shipments in the remainder of the "
      "year to total $20 billion, up 8 percent.\n\nExports to Chile grew 3 percent.",
      "2024-10-20");
  EXPECT_EQ(read[1], "level PER-WLD exports 2024-Q4 '$20 billion'");
  EXPECT_EQ(read[2], "growth PER-WLD exports 2024-Q4 '8 percent'");
  EXPECT_EQ(read[3], "growth PER-CHL exports 2024-01/2024-09 '3 percent'");
}

TEST(Reported, AnEarlierRiseIsOfTheTimeOfItsAmount) {
  const auto read = statements_of(
      "Peru's trade with Chile was $6.3 billion in the first five months. Exports jumped 37 percent to $2.3 billion "
      "from $1.7 billion, after declining 27 percent to $2 billion in 2023 from $2.8 billion in 2022. Imports were $4 "
      "billion, against $3 billion.",
      "2024-06-20");
  EXPECT_EQ(read[4], "growth PER-CHL exports 2023 minus '27 percent'");
  EXPECT_EQ(read.back(), "level PER-CHL imports 2023-01/2023-05 '$3 billion'");
}

TEST(Reported, ADeficitASurplusIsComparedWithIsEarlier) {
  EXPECT_EQ(statements_of("Peru had a surplus of $2 billion in May, against a deficit of $1 billion a month earlier.",
                          "2024-06-20")[1],
            "level PER-WLD balance 2024-04 minus '$1 billion'");
}

TEST(Reported, TheAnnualDeficitOfAMonthIsThatOfTheTwelveUpToIt) {
  EXPECT_EQ(statements_of("Peru's deficit came to $50 million in February. The annual deficit widened to $2 billion.",
                          "2024-03-20")[1],
            "level PER-WLD balance 2023-03/2024-02 minus '$2 billion'");
}

TEST(Reported, YearsBehindAFiscalOneAreFiscalToo) {
  EXPECT_EQ(statements_of("India's trade with Nepal was $10.8 billion in the 2016-2017 FY and $9.7 billion in "
                          "2014-2015.",
                          "2018-01-04")[1],
            "level IND-NPL trade 2014-04/2015-03 '$9.7 billion'");
}

TEST(Reported, RupeesAreOfWhomTheTextIsAbout) {
  EXPECT_EQ(
      read("Nepal's imports rose to Rs407 billion in May. Nepal's deficit with India was Rs24 billion.", "2023-06-29")
          .statements.at(0)
          .value.unit,
      "NPR");
}

TEST(Reported, APercentageOfAWholeThatSomethingFellToIsAShare) {
  EXPECT_EQ(statements_of("Peru's exports to Chile fell to 31.7 percent of the total in 2023.")[0],
            "share PER-CHL exports 2023 '31.7 percent'");
  EXPECT_EQ(statements_of("Africa's share of China's trade, currently averaging 4 to 5 percent, is expected to double "
                          "by 2030.",
                          "2024-06-20")[0]
                .substr(0, 5),
            "share");
}

}  // namespace
}  // namespace tradewind::tests
