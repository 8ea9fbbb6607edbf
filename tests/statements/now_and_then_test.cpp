// Figures of several times side by side: the one reported, those before it, those to come.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(NowAndThen, WhatTheLeadTellsInARelativeClauseIsTheTextsTimeToo) {
  EXPECT_EQ(statements_of("Cheap oil widened Chile's trade deficit last month, which at $300 million was a record.\n\n"
                          "Exports fell 3 percent.",
                          "2024-09-20")
                .back(),
            "growth CHL-WLD exports 2024-08 minus '3 percent'");
  EXPECT_EQ(statements_of("Dry weather hit Chile in May, when exports fell 2 percent from a year earlier.\n\nImports "
                          "rose 3 percent.",
                          "2024-06-20")
                .back(),
            "growth CHL-WLD imports 2024-05 '3 percent'");
}

TEST(NowAndThen, AYearNamedWithAStreakIsTheTextsTime) {
  EXPECT_EQ(
      statements_of("For the eighth straight year Chile was Peru's largest supplier in 2023. Imports rose 3 percent.",
                    "2024-06-20")
          .back(),
      "growth PER-WLD imports 2023 '3 percent'");
}

TEST(NowAndThen, AnAmountOfTheOtherFlowIsNoEarlierOne) {
  EXPECT_EQ(statements_of("Chile's trade was $9 billion in May: $5 billion of exports against $4 billion of imports.",
                          "2024-06-20")
                .back(),
            "level CHL-WLD imports 2024-05 '$4 billion'");
}

TEST(NowAndThen, AGrowthBehindItsAmountIsNoEarlierOne) {
  EXPECT_EQ(
      statements_of("Chile's exports reached $9 billion in May 2024, after a jump of 40 percent.", "2024-06-20").back(),
      "growth CHL-WLD exports 2024-05 '40 percent'");
  EXPECT_EQ(statements_of("Chile's exports fell 9 percent in May 2024, after a 40 percent slump in shipments to Peru.",
                          "2024-06-20")
                .back(),
            "growth CHL-PER exports 2024-05 minus '40 percent'");
  EXPECT_EQ(statements_of("Chile's exports fell 9 percent in May 2024, after a 40 percent rise in April.", "2024-06-20")
                .back(),
            "growth CHL-WLD exports 2024-04 '40 percent'");
}

TEST(NowAndThen, WhatAnAsideDatesIsTheAsideAlone) {
  EXPECT_EQ(statements_of("Chile's exports fell 2 percent in June. Imports, up 7 percent in May, shrank by 4 percent.",
                          "2024-07-20")
                .back(),
            "growth CHL-WLD imports 2024-06 minus '4 percent'");
  EXPECT_EQ(
      statements_of("Chile's exports fell 2 percent in June from the month before, when they had risen 9 percent.",
                    "2024-07-20")
          .back(),
      "growth CHL-WLD exports 2024-05 '9 percent'");
}

TEST(NowAndThen, WhatHadBeenEndsWithItsSentence) {
  EXPECT_EQ(statements_of("Chile's exports rose 2 percent in June. In May they had fallen by 4 percent. Imports rose 3 "
                          "percent.",
                          "2024-07-20")
                .back(),
            "growth CHL-WLD imports 2024-06 '3 percent'");
  EXPECT_EQ(
      statements_of("Chile's exports rose 2 percent in June. In May Chile had sold 9 million tons. Of this copper "
                    "made up 3 million tons.",
                    "2024-07-20")
          .size(),
      3U);
}

TEST(NowAndThen, AmountsAreComparedAsBefore) {
  EXPECT_EQ(
      statements_of("Canada's surplus grew from $4 billion in May to $5 billion in June. That with Peru fell from "
                    "$2 billion to $1 billion.",
                    "2024-08-05"),
      (Statements{"level CAN-WLD balance 2024-05 '$4 billion'", "level CAN-WLD balance 2024-06 '$5 billion'",
                  "level CAN-PER balance 2024-05 '$2 billion'", "level CAN-PER balance 2024-06 '$1 billion'"}));
  EXPECT_EQ(
      statements_of("Chile's exports fell 2 percent in June on the month. The surplus shrank from $2 billion to $1 "
                    "billion.",
                    "2024-07-20")[1],
      "level CHL-WLD balance 2024-05 '$2 billion'");
}

TEST(NowAndThen, TheYearAfterIsThatBehindTheYearBefore) {
  EXPECT_EQ(
      statements_of("Chile's exports to Peru fell from $4 billion in 2021 to $3 billion the year after.", "2024-07-20")
          .back(),
      "level CHL-PER exports 2022 '$3 billion'");
}

TEST(NowAndThen, WhatIsAimedAtForTheYearIsOfAllOfIt) {
  EXPECT_EQ(statements_of("Chile's exports were $9 billion in June. For the year it aims at exports of $100 billion.",
                          "2024-07-20")
                .back(),
            "level CHL-WLD exports 2024 '$100 billion'");
  EXPECT_EQ(statements_of("Chile's exports rose 7 percent in June, beyond the 4 percent that it is aiming at for this "
                          "year.",
                          "2024-07-20")
                .back(),
            "growth CHL-WLD exports 2024 '4 percent'");
}

TEST(NowAndThen, ASumSinceJanuaryIsOfTheMonthsUntilNow) {
  EXPECT_EQ(statements_of("Chile's exports were $9 billion in June, which took the sum since January to $50 billion.",
                          "2024-07-20")
                .back(),
            "level CHL-WLD exports 2024-H1 '$50 billion'");
  EXPECT_EQ(
      statements_of("Chile's trade deficit stood at $3 billion at the end of May, with imports up 2 percent since "
                    "January.",
                    "2024-07-20")
          .front(),
      "level CHL-WLD balance 2024-01/2024-05 minus '$3 billion'");
}

TEST(NowAndThen, AYearBeginsWhereTheTextSaysSo) {
  EXPECT_EQ(
      statements_of("Ethiopia's exports were $2 billion in the first five months of the budget year that began on "
                    "July 8.",
                    "2024-01-20")
          .back(),
      "level ETH-WLD exports 2023-07/2023-11 '$2 billion'");
}

TEST(NowAndThen, TheLastMonthBeforeSomethingIsNotLastMonth) {
  EXPECT_EQ(statements_of("Chile's exports rose 2 percent in June. Set against March 2020, the last month before the "
                          "lockdown, they stood 9 percent higher.",
                          "2024-07-20")
                .back(),
            "growth CHL-WLD exports 2024-06 '9 percent'");
}

TEST(NowAndThen, WhoseTextItIsStandsBeforeTheDayOfWriting) {
  EXPECT_EQ(statements_of("New Delhi, Apr 15 (PTI) Exports are estimated at $437 billion in 2024-25.", "2025-04-15"),
            (Statements{"level IND-WLD exports 2024-04/2025-03 '$437 billion'"}));
}

TEST(NowAndThen, WhatIsOverAFiscalYearIsHeldAgainstIt) {
  EXPECT_EQ(
      statements_of("India's exports were $820 billion in 2024-25, up 5 percent over 2023-24.", "2025-04-15").back(),
      "growth IND-WLD exports 2024-04/2025-03 '5 percent'");
}

TEST(NowAndThen, AMonthOfAFiscalYearThatGoesOnIsNoExcursion) {
  EXPECT_EQ(statements_of("India's exports in 2024-25 rose 3 percent. In May they were $9 billion.\n\nImports fell 2 "
                          "percent.",
                          "2024-06-15")
                .back(),
            "growth IND-WLD imports 2024-05 minus '2 percent'");
}

TEST(NowAndThen, FromMonthToMonthIsAChangeInTheLater) {
  EXPECT_EQ(statements_of("Peru's exports fell by $2 billion (3 percent) from August 2022 to September 2022."),
            (Statements{"change PER-WLD exports 2022-09 minus '$2 billion'",
                        "growth PER-WLD exports 2022-09 minus '3 percent'"}));
}

TEST(NowAndThen, SoMuchAYearBetweenTwoYearsTold) {
  EXPECT_EQ(statements_of("Peru's trade with China grew from $1 billion in 1995 to $30 billion in 2020, rising by 15 "
                          "percent annually.")
                .back(),
            "growth PER-CHN trade average_growth_of_goods_trade 1995/2020 '15 percent'");
}

TEST(NowAndThen, TheSamePeriodBehindMonthsOfTwoYearsIsThoseMonths) {
  EXPECT_EQ(statements_of("Peru's exports in the first nine months of 2022 grew from $3 billion in 2021 to $4 billion "
                          "in 2022. Imports for the same period were $5 billion.")
                .back(),
            "level PER-WLD imports 2022-01/2022-09 '$5 billion'");
}

TEST(NowAndThen, ATargetForTheFiscalYearIsOfAllOfIt) {
  EXPECT_EQ(statements_of("Bangladesh exported goods worth $12 billion in July-January of fiscal 2010-11. It has set a "
                          "target of $18 billion for the current fiscal year.",
                          "2011-02-10")
                .back(),
            "level BGD-WLD exports 2010-07/2011-06 '$18 billion'");
}

TEST(NowAndThen, APeakThatIsPassedIsOfItsOwnTime) {
  EXPECT_EQ(statements_of("FDI into Peru rose 4 percent in 2010.\n\nIt came to $76 billion, slightly above the "
                          "old pre-crisis peak of $75 billion in 2007.",
                          "2011-08-14"),
            (Statements{"growth PER-WLD inward investment_flow 2010 '4 percent'",
                        "level PER-WLD inward investment_flow 2010 '$76 billion'",
                        "level PER-WLD inward investment_flow 2007 '$75 billion'"}));
}

TEST(NowAndThen, TheNextYearsAreToCome) {
  EXPECT_EQ(statements_of("Over the next five years Kenya will import goods worth $9 billion from Japan.").front(),
            "level KEN-JPN imports 2024/2029 '$9 billion'");
}

TEST(When, AnAverageOfYearsIsNoneOfTheYearBehindThem) {
  EXPECT_EQ(statements_of("Peru's exports rose from $4 billion in 2002 to $9 billion in 2012, or by an average of 8 "
                          "percent a year, and gained a further 3 percent in 2013.")
                .back(),
            "growth PER-WLD exports 2013 '3 percent'");
}

TEST(When, BySomeWeekdayIsASumUntilThen) {
  EXPECT_EQ(statements_of("The China-Laos Railway had carried more than 56 million tonnes by Sunday. It had moved 6 "
                          "million tonnes by Sunday since January.",
                          "2024-02-15"),
            (Statements{"count CHINA-LAOS-RAILWAY quantity ../2024-02-11 'more than 56 million tonnes'",
                        "count CHINA-LAOS-RAILWAY quantity 2024-01-01/2024-02-11 '6 million tonnes'"}));
}

TEST(When, NextYearsFairIsHeldInThatYear) {
  EXPECT_EQ(statements_of("The China-ASEAN Expo drew 900 firms. Next year's fair is planned for September 10 to 13.",
                          "2022-12-01")
                .back(),
            "date CAEXPO held 2023-09-10/2023-09-13 'September 10 to 13'");
}

TEST(NowAndThen, YearsLaterCountFromTheTimeTold) {
  EXPECT_EQ(statements_of("Kenya's exports were $5 billion in 2019. Two years later they were $6 billion."),
            (Statements{"level KEN-WLD exports 2019 '$5 billion'", "level KEN-WLD exports 2021 '$6 billion'"}));
}

TEST(NowAndThen, TheFigureForAYearIsOfThatYear) {
  EXPECT_EQ(
      statements_of("Peru's trade with Chile rose 12 percent in the first half of 2023. The minister told a press "
                    "conference on Tuesday that the figure for 2025 is expected to hit $5 billion.")
          .back(),
      "level PER-CHL trade 2025 '$5 billion'");
}

TEST(NowAndThen, SoMuchAYearInTheDecadeThatIsTold) {
  EXPECT_EQ(
      statements_of("Peru's trade with Chile grew at an average annual rate of 9 percent in the past decade, from "
                    "$2 billion in 2012 to $5 billion in 2022.")
          .front(),
      "growth PER-CHL trade average_growth_of_goods_trade 2012/2022 '9 percent'");
}

TEST(NowAndThen, DuringOneMonthAndAnotherIsFromTheOneToTheOther) {
  EXPECT_EQ(statements_of("Peru's exports to Chile came to $9 billion during May 2021 and March 2023."),
            Statements{"level PER-CHL exports 2021-05/2023-03 '$9 billion'"});
}

TEST(NowAndThen, TheYearToDateIsThisYearBehindAWordOnTheLast) {
  EXPECT_EQ(statements_of("Last year Peru's trade with Chile grew 28%. It has grown 6.3% year-to-date.", "2024-08-16"),
            (Statements{"growth PER-CHL trade 2023 '28%'", "growth PER-CHL trade 2024-01/2024-07 '6.3%'"}));
}

TEST(YearOfItsLastMonth, TheFullYearTotalAndForTheYear) {
  EXPECT_EQ(statements_of("Peru's exports were $34 billion in December, taking the full year total to $336 billion. "
                          "Imports were $24 billion in December and $269 billion for the year.",
                          "2022-01-14"),
            (Statements{"level PER-WLD exports 2021-12 '$34 billion'", "level PER-WLD exports 2021 '$336 billion'",
                        "level PER-WLD imports 2021-12 '$24 billion'", "level PER-WLD imports 2021 '$269 billion'"}));
}

TEST(NowAndThen, TheFirstMonthsOfAPactFollowItsAnniversary) {
  EXPECT_EQ(statements_of("1 February 2020 marks the first anniversary of the Peru-Japan trade agreement. In the first "
                          "ten months following the implementation of the agreement, Peru's exports to Japan rose 6%.",
                          "2020-02-02"),
            Statements{"growth PER-JPN exports 2019-02/2019-11 '6%'"});
}

TEST(NowAndThen, StretchesOfTimeAreNotCounted) {
  EXPECT_EQ(statements_of("Over 10 years, Peru's trade with Chile doubled. Figure 2 compares exports with imports.",
                          "2024-06-20"),
            Statements{"comparison PER-CHL trade 'doubled'"});
}

TEST(NowAndThen, AnAverageOfYearsDoesNotMoveTheTextOn) {
  EXPECT_EQ(statements_of("Foreign direct investment in Peru was $9 billion in 2022.\n\nInflows averaged $7 billion a "
                          "year between 2018 and 2022. Investment in mining rose 12 percent.")
                .back(),
            "growth PER-WLD inward investment_flow [mining] 2022 '12 percent'");
}

TEST(NowAndThen, WhatIsCurrentIsNotOfTheYearToCome) {
  EXPECT_EQ(
      statements_of("Chile and India aim to raise their trade to $9 billion in 2026 from the current $4 billion."),
      (Statements{"level CHL-IND trade 2026 '$9 billion'", "level CHL-IND trade 2023 '$4 billion'"}));
}

TEST(NowAndThen, ARiseThatAnotherIsComparedWithIsOfTheTimeBehindIt) {
  EXPECT_EQ(
      statements_of("Peru's trade with Chile grew 8 percent to $3 billion between January and September, compared "
                    "to a 4 percent increase to $4 billion for the whole of 2022.",
                    "2023-11-05")[2],
      "growth PER-CHL trade 2022 '4 percent'");
}

TEST(NowAndThen, WhatLastYearsEventHadIsOfThatYear) {
  EXPECT_EQ(statements_of("Some 2,000 firms are attending the China-ASEAN Expo, more than at last year's event, which "
                          "had 1,700 exhibitors.",
                          "2023-09-17")
                .back(),
            "count CAEXPO exhibitors 2022 '1,700 exhibitors'");
}

TEST(NowAndThen, TheYearToADayBeganWithIt) {
  EXPECT_EQ(statements_of("Kenya received $2 billion of foreign direct investment in the year to April 20, 2023.")[0],
            "level KEN-WLD inward investment_flow 2023-01-01/2023-04-20 '$2 billion'");
}

TEST(NowAndThen, AnAgreementsFirstMonthsCountFromItsEntryIntoForce) {
  EXPECT_EQ(statements_of("The pact between Peru and Chile came into force on 1 March 2021. In the first ten months of "
                          "its implementation, Peru's exports to Chile grew 6 percent.")
                .back(),
            "growth PER-CHL exports 2021-03/2021-12 '6 percent'");
}

TEST(NowAndThen, AnAnniversaryTellsWhenItBegan) {
  EXPECT_EQ(
      statements_of("The agreement between Peru and Chile marks the second anniversary of its entry into force on "
                    "1 March 2023. In the first ten months of its implementation, Peru's exports to Chile grew 6 "
                    "percent.")
          .back(),
      "growth PER-CHL exports 2021-03/2021-12 '6 percent'");
}

TEST(NowAndThen, APollForeseesWhatTheTextIsOn) {
  EXPECT_EQ(
      statements_of("Peru's exports fell 5 percent in September from a year earlier. A poll had forecast a rise of "
                    "6 percent, after August's increase of 7 percent.",
                    "2023-10-20"),
      (Statements{"growth PER-WLD exports 2023-09 minus '5 percent'", "growth PER-WLD exports 2023-09 '6 percent'",
                  "growth PER-WLD exports 2023-08 '7 percent'"}));
}

TEST(NowAndThen, WhenSomethingWasEstimatedIsNotItsTime) {
  EXPECT_EQ(
      statements_of("Kenya's exports grew by 6 percent in 2022, down from 8 percent the year before but above the 5 "
                    "percent estimated in April."),
      (Statements{"growth KEN-WLD exports 2022 '6 percent'", "growth KEN-WLD exports 2021 '8 percent'",
                  "growth KEN-WLD exports 2022 '5 percent'"}));
}

TEST(NowAndThen, AForecastThatIsCutIsAGrowthStill) {
  EXPECT_EQ(
      statements_of("Kenya's exports are expected to grow by 4 percent in 2025. For 2026, the projection was cut to "
                    "2 percent from 3 percent.",
                    "2025-09-08"),
      (Statements{"growth KEN-WLD exports 2025 '4 percent'", "growth KEN-WLD exports 2026 '2 percent'",
                  "growth KEN-WLD exports 2026 '3 percent'"}));
}

TEST(NowAndThen, BehindPlansATextGoesOnWithWhatHasBeen) {
  EXPECT_EQ(statements_of("Kenya's exports are set to grow 9 percent this year.\n\nThe forecast follows a fall of 12 "
                          "percent in 2009. Imports dropped 3 percent.",
                          "2010-03-26"),
            (Statements{"growth KEN-WLD exports 2010 '9 percent'", "growth KEN-WLD exports 2009 minus '12 percent'",
                        "growth KEN-WLD imports 2009 minus '3 percent'"}));
}

TEST(NowAndThen, ALevelRecordedOnceIsOfThatTimeAlone) {
  EXPECT_EQ(
      statements_of("Peru's exports were $9 billion in 2022. Its imports fell 4 percent, and were still above the "
                    "level of $8 billion recorded in 2017.")[1],
      "growth PER-WLD imports 2022 minus '4 percent'");
}

TEST(NowAndThen, ForTheFirstTimeSaysWhen) {
  EXPECT_EQ(
      statements_of("Peru's trade grew 9 percent a year on average over the past five years, exceeding $80 billion "
                    "for the first time in 2022.",
                    "2023-04-13")
          .back(),
      "threshold PER-WLD trade 2022 'exceeding $80 billion'");
}

TEST(NowAndThen, WhatWillBeHeldInAMonthIsToCome) {
  EXPECT_EQ(statements_of("Peru's trade with Chile rose 3 percent in 2022, they said ahead of a summit to be held in "
                          "May.",
                          "2023-04-20")
                .back(),
            "date PER held [ahead of a summit] 2023-05 'May.'");
}

TEST(NowAndThen, InTheYearIsTheOneAroundTheMonth) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 12 percent last year. In December they jumped 38 percent. Copper exports "
                    "rose 11 percent in the year.",
                    "2024-01-19")
          .back(),
      "growth PER-WLD exports [copper] 2023 '11 percent'");
}

TEST(NowAndThen, AfterRisingSaysWhenBehindWhatItRoseTo) {
  EXPECT_EQ(statements_of("Peru's trade with Chile will grow in the second half of this year, after rising 25 percent "
                          "year on year to $2 billion in the first six months.",
                          "2011-07-27")[0],
            "growth PER-CHL trade 2011-H1 '25 percent'");
}

TEST(NowAndThen, ATextOnAMonthIsBackInItBehindTheYearSoFar) {
  EXPECT_EQ(statements_of("Peru's exports rose 9 percent in June. In the first six months of 2022 they were up 12 "
                          "percent.\n\nExports of copper grew by 6 percent.",
                          "2022-08-01")
                .back(),
            "growth PER-WLD exports [copper] 2022-06 '6 percent'");
}

TEST(NowAndThen, OnTheMonthIsOfAMonth) {
  EXPECT_EQ(statements_of("Peru's exports rose 26 percent in the first five months of 2021.\n\nIn May alone, they rose "
                          "47 percent.\n\nOn a month-on-month basis, however, they fell by 10 percent.",
                          "2021-06-28")
                .back(),
            "growth PER-WLD exports 2021-05 minus '10 percent'");
}

TEST(NowAndThen, OfThisIsOfTheSumJustTold) {
  EXPECT_EQ(statements_of("Peru's exports in May grew 5 percent to $4 billion, bringing the five-month total to $18 "
                          "billion. Of this, private firms contributed $7 billion.",
                          "2024-05-29")
                .back(),
            "level PER-WLD exports [private firms] 2024-01/2024-05 '$7 billion'");
}

TEST(NowAndThen, BetweenTwoDaysOfOneMonth) {
  EXPECT_EQ(statements_of("Brazil's exports between January 13 and 19 totaled $3 billion.", "2014-01-20"),
            (Statements{"level BRA-WLD exports 2014-01-13/2014-01-19 '$3 billion'"}));
}

TEST(NowAndThen, AnotherFlowIsOfTheSameTime) {
  EXPECT_EQ(
      statements_of("Peru's exports went up by 9 percent in 2016, against an increase of 8 percent in imports.")[1],
      "growth PER-WLD imports 2016 '8 percent'");
}

TEST(NowAndThen, TheSamePeriodIsTheWholeSpan) {
  EXPECT_EQ(statements_of("Peru's exports to Chile rose by 76 percent between 2010 and 2018 to $9 billion, while its "
                          "imports increased from $3 billion to $5 billion over the same period.")[2],
            "level PER-CHL imports 2010 '$3 billion'");
}

TEST(NowAndThen, WhoIsSecondIsSoUpToThen) {
  EXPECT_EQ(
      statements_of("China remains Laos's largest foreign investor, with $18 billion in 163 projects as of February "
                    "this year. Japan is second with $16 billion.",
                    "2017-04-03")[3],
      "rank LAO-JPN inward investment ../2017-02 'second'");
}

TEST(NowAndThen, ASurplusOfEachYear) {
  EXPECT_EQ(statements_of("Peru has had a trade surplus for the last four years.")[0].substr(0, 6), "streak");
  EXPECT_EQ(statements_of("Peru posts trade surplus for 9th month")[0].substr(0, 6), "streak");
}

TEST(NowAndThen, AFullYearTargetIsOfTheYear) {
  EXPECT_EQ(
      statements_of("In the first six months of 2022, Peru's exports rose 12 percent, exceeding the full-year target "
                    "of 4 percent.",
                    "2022-08-01")
          .back(),
      "growth PER-WLD exports 2022 '4 percent'");
}

TEST(NowAndThen, AHeadlinesOwnMonthsAreKept) {
  EXPECT_EQ(
      statements_of("Chile stays Peru's largest trading partner in Jan-July\n\nPeru's trade with Chile was $9 "
                    "billion in the first seven months of this year. Chile has been Peru's largest trading partner "
                    "for four consecutive years.",
                    "2024-08-09")
          .front(),
      "rank PER-CHL trade 2024-01/2024-07 'Peru's largest trading partner'");
}

TEST(NowAndThen, SoManyMonthsAreThoseOfTheYearSoFar) {
  EXPECT_EQ(statements_of(
                "Peru's exports fell in May, dropping 5 percent and bringing the decline in the 5-month period to 4 "
                "percent.",
                "2023-06-20")
                .back(),
            "growth PER-WLD exports 2023-01/2023-05 minus '4 percent'");
}

TEST(NowAndThen, ADatelineIsNotTheDayOfWhatIsNew) {
  EXPECT_EQ(statements_of(
                "LIMA, Jan. 18 (Andina) -- The newly-opened China-Laos Railway has carried 3 million tonnes of goods.",
                "2022-01-19")
                .size(),
            1U);
}

}  // namespace
}  // namespace tradewind::tests
