// What a figure is held against, and of which time that is.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Compared, ARiseThatStandsInFrontOfTheVerbDoesNotDateTheFall) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 1 percent in May. Imports, up 4 percent in April, fell 2 percent. The "
                    "surplus was $3 billion.",
                    "2023-06-20"),
      (Statements{"growth PER-WLD exports 2023-05 '1 percent'", "growth PER-WLD imports 2023-04 '4 percent'",
                  "growth PER-WLD imports 2023-05 minus '2 percent'", "level PER-WLD balance 2023-05 '$3 billion'"}));
}

TEST(Compared, ATextThatComparesWithTheMonthBeforeGoesOnToDoSo) {
  EXPECT_EQ(
      statements_of("Peru's exports fell 1 percent in May from the previous month, when they had risen 3 percent. "
                    "The surplus narrowed to $2 billion from $3 billion.",
                    "2023-06-20"),
      (Statements{"growth PER-WLD exports 2023-05 minus '1 percent'", "growth PER-WLD exports 2023-04 '3 percent'",
                  "level PER-WLD balance 2023-05 '$2 billion'", "level PER-WLD balance 2023-04 '$3 billion'"}));
  EXPECT_EQ(
      statements_of("Peru's surplus rose from $2 billion in May to $3 billion in June. Exports grew 2 percent. The "
                    "deficit with Chile narrowed from $4 billion to $1 billion.",
                    "2023-07-20")[3],
      "level PER-CHL balance 2023-05 minus '$4 billion'");
}

TEST(Compared, ARiseMayStandBehindItsFigureAndBeToldInWords) {
  EXPECT_EQ(statements_of("Peru's exports rose 3 percent in 2022, although in volume they were 1 percent down.").back(),
            "growth PER-WLD exports 2022 minus '1 percent'");
  EXPECT_EQ(statements_of("Peru's exports were down a quarter in 2022.").back(),
            "growth PER-WLD exports 2022 minus 'a quarter'");
  EXPECT_EQ(statements_of("Chile's trade was up 14 percent at $150 billion in 2022: exports leapt by 21 percent.")[1],
            "level CHL-WLD trade 2022 '$150 billion'");
}

TEST(Compared, WhatWasExpectedOfAFigureDoesNotMakeWhatFollowsAForecast) {
  EXPECT_EQ(statements_of("Peru's trade gap widened more than expected to $7 billion in January from $6 billion in "
                          "December.",
                          "2009-03-11")
                .back(),
            "level PER-WLD balance 2008-12 minus '$6 billion'");
}

TEST(Compared, ARevisedFigureStaysWithItsMonth) {
  EXPECT_EQ(statements_of("Peru's trade deficit widened to $4 billion in June. May's deficit was revised slightly down "
                          "to $3.2 billion from $3.5 billion.",
                          "2017-08-04"),
            (Statements{"level PER-WLD balance 2017-06 minus '$4 billion'",
                        "level PER-WLD balance 2017-05 minus '$3.2 billion'",
                        "level PER-WLD balance 2017-05 minus '$3.5 billion'"}));
}

TEST(Compared, DespiteAFallElsewhereInTheSameMonth) {
  EXPECT_EQ(statements_of("Despite a 30% drop in shipments to Japan in January, Peru's exports grew 4% year on year."),
            (Statements{"growth PER-JPN exports 2024-01 minus '30%'", "growth PER-JPN exports 2024-01 '4%'"}));
  EXPECT_EQ(statements_of("After a 30% drop in shipments to Japan in June, Peru's exports grew 4% in July.")[0],
            "growth PER-JPN exports 2023-06 minus '30%'");
}

TEST(Compared, WhenStatisticsWereReleasedIsNoTimeOfTheirs) {
  for (const auto* told :
       {"According to a report published in October 2014", "Figures issued by the ministry in May 2014 show that"})
    EXPECT_EQ(statements_of(std::string(told) + " Peru's exports rose from $5 billion in 1993 to $9 billion in 2013."),
              (Statements{"level PER-WLD exports 1993 '$5 billion'", "level PER-WLD exports 2013 '$9 billion'"}))
        << told;
}

TEST(Compared, ThePaceOfAnotherTimeIsNoTimeOfWhatFollows) {
  EXPECT_EQ(statements_of("Peru's exports rose 5% in the first four months of 2023. Growth accelerated by 1 percentage "
                          "point from the pace recorded in the first quarter. During the period, imports rose by 9%.")
                .back(),
            "growth PER-WLD imports 2023-01/2023-04 '9%'");
}

TEST(Compared, WhatAForecastIsHeldAgainstHasBeen) {
  EXPECT_EQ(statements_of("Peru's exports rose 7% last month. A poll had forecast 9% growth versus 5% in November.",
                          "2020-01-15")
                .back(),
            "growth PER-WLD exports 2019-11 '5%'");
}

TEST(Compared, AtTheSameTimeIsBesides) {
  EXPECT_EQ(
      statements_of("Peru's exports climbed 7% in January, reversing December's 6% fall. At the same time, imports "
                    "rose 3%.",
                    "2017-02-10")
          .back(),
      "growth PER-WLD imports 2017-01 '3%'");
}

TEST(Compared, SinceAYearFromSoMuch) {
  EXPECT_EQ(
      statements_of("Since the pact took effect in 2010, trade between Chile and Peru has grown from $2 billion to $5 "
                    "billion in 2020.")[1],
      "level CHL-PER trade 2010 '$2 billion'");
}

TEST(Compared, FasterThanTheNationalAverageIsNoAverage) {
  EXPECT_EQ(statements_of("Fujian's exports rose 17.7% in 2016, 0.4 percentage point higher than national average "
                          "growth.")[0],
            "growth CHN-WLD exports [Fujian] 2016 '17.7%'");
}

TEST(Compared, AMonthAndAYearAreWhatTheySay) {
  EXPECT_EQ(
      statements_of("Peru's imports grew 21% in March-April 2023, up from 17% in February and 11% in 2022.").back(),
      "growth PER-WLD imports 2022 '11%'");
}

TEST(Compared, TheTimeOfTheBaseMayBeSaidInManyWays) {
  EXPECT_EQ(
      statements_of("Peru's trade gap shrank to $7 billion in July from $8 billion the month prior.", "2019-08-29")
          .back(),
      "level PER-WLD balance 2019-06 minus '$8 billion'");
  EXPECT_EQ(statements_of("Peru's exports fell to $7 billion in 2016 from previous year's $8 billion.").back(),
            "level PER-WLD exports 2015 '$8 billion'");
  EXPECT_EQ(statements_of("In June 2023, Peru's trade balance worsened compared to May 2023, with the surplus falling "
                          "from $6 billion to $2 billion.")[0],
            "level PER-WLD balance 2023-05 '$6 billion'");
  EXPECT_EQ(statements_of("Peru's exports fell by 2 percent in January 2015 in comparison with December 2014 and "
                          "imports by 3 percent.")
                .back(),
            "growth PER-WLD imports 2015-01 minus '3 percent'");
  EXPECT_EQ(statements_of("In 2022, Peru's trade deficit was $9 billion, which was $3 billion lower when compared with "
                          "2021 (-25%).")
                .back(),
            "growth PER-WLD balance 2022 '-25%'");
  EXPECT_EQ(statements_of("Peru's trade in Q1 2022 was $9 billion, which is higher than the $7 billion recorded "
                          "in the corresponding period (Q1) of 2021.")
                .back(),
            "level PER-WLD trade 2021-Q1 '$7 billion'");
}

TEST(Compared, ForTheFirstTimeThisYearIsInIt) {
  EXPECT_EQ(statements_of("Global trade will exceed $35 trillion for the first time this year.", "2025-12-10"),
            Statements{"threshold WLD-WLD trade 2025 'exceed $35 trillion'"});
}

TEST(Compared, WhereasItWasAnotherAYearBefore) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 3% in August. The surplus was $10 billion, whereas it was $11 billion in "
                    "August 2020.",
                    "2021-10-08"),
      (Statements{"growth PER-WLD exports 2021-08 '3%'", "level PER-WLD balance 2021-08 '$10 billion'",
                  "level PER-WLD balance 2020-08 '$11 billion'"}));
}

TEST(Compared, BehindASemicolonATimeInFrontIsOfWhatFollows) {
  EXPECT_EQ(statements_of("From 2004 to 2012, Peru's exports rose 40 percent; in 2012, Peru had a surplus of $4.2 "
                          "billion.")
                .back(),
            "level PER-WLD balance 2012 '$4.2 billion'");
}

TEST(Compared, TheSamePeriodOfAYearIsThatYears) {
  EXPECT_EQ(statements_of("Peru's exports to Chile dropped from $14.9 billion between January and October last year to "
                          "$11.2 billion in the same period of 2024.",
                          "2024-12-03"),
            (Statements{"level PER-CHL exports 2023-01/2023-10 '$14.9 billion'",
                        "level PER-CHL exports 2024-01/2024-10 '$11.2 billion'"}));
}

TEST(Compared, AWayThatStandsBehindTheSecondHoldsForBoth) {
  EXPECT_EQ(statements_of("Peru's exports were 2 percent and imports 3 percent lower in May 2015 than in May 2014."),
            (Statements{"growth PER-WLD exports 2015-05 minus '2 percent'",
                        "growth PER-WLD imports 2015-05 minus '3 percent'"}));
}

TEST(Compared, WhatAPriceIsHeldAgainstIsAPrice) {
  EXPECT_EQ(statements_of("Peru's imports rose in 2022. Oil cost $120 a barrel after $70 a year earlier.")
                .back()
                .substr(0, 4),
            "rate");
}

TEST(Compared, WhatIsExtraIsARise) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 3 percent in 2022. An extra $2 billion of goods was sold to Chile.").back(),
      "change PER-CHL exports 2022 '$2 billion'");
}

TEST(Compared, TheLastMonthBeforeSomethingIsNotTheLastOne) {
  EXPECT_EQ(statements_of("Peru's exports fell 1 percent in May. Against February 2020, the last month before the "
                          "lockdown, they were up 9 percent.",
                          "2023-06-20")
                .back(),
            "growth PER-WLD exports 2023-05 '9 percent'");
}

TEST(Compared, AHedgeComparesNothing) {
  EXPECT_EQ(statements_of("Peru's exports rose 5 percent to more than $9 billion in March 2023.")[0],
            "growth PER-WLD exports 2023-03 '5 percent'");
}

TEST(Compared, WhatIsHeldAgainstAMonthIsOfAMonth) {
  EXPECT_EQ(statements_of("Peru's exports rose 2% in the first half of 2023; in June alone they fell 1%.\n\nImports "
                          "jumped 5% from June 2022.\n\nFor the year 2022, they were $40 billion.",
                          "2023-08-20"),
            (Statements{"growth PER-WLD exports 2023-H1 '2%'", "growth PER-WLD exports 2023-06 minus '1%'",
                        "growth PER-WLD imports 2023-06 '5%'", "level PER-WLD imports 2022 '$40 billion'"}));
}

}  // namespace
}  // namespace tradewind::tests
