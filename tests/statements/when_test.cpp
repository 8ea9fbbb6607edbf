// The time of a statement, where its sentence leaves it out: when.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

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

TEST(When, AnEarlierTimeNamedInPassingEndsWithItsSentence) {
  EXPECT_EQ(statements_of("Chile's exports came to $8 billion in December. November's figure was $7 billion. Imports "
                          "rose 3 percent.",
                          "2025-01-20"),
            (Statements{"level CHL-WLD exports 2024-12 '$8 billion'", "level CHL-WLD exports 2024-11 '$7 billion'",
                        "growth CHL-WLD imports 2024-12 '3 percent'"}));
}

TEST(When, AnEarlierTimePutInFrontEndsWithItsParagraph) {
  EXPECT_EQ(statements_of("Chile's exports came to $8 billion in December. In November exports were $7 billion. "
                          "Imports fell 2 percent.\n\nImports of cars rose 3 percent.",
                          "2025-01-20"),
            (Statements{"level CHL-WLD exports 2024-12 '$8 billion'", "level CHL-WLD exports 2024-11 '$7 billion'",
                        "growth CHL-WLD imports 2024-11 minus '2 percent'",
                        "growth CHL-WLD imports [cars] 2024-12 '3 percent'"}));
}

TEST(When, TheTimeOfAnAmountThatIsOnlyComparedWithIsItsOwn) {
  EXPECT_EQ(statements_of("Chile's exports came to $95 billion last year. Imports were well above the $70 billion of "
                          "2021 at $80 billion.",
                          "2025-01-20")
                .back(),
            "level CHL-WLD imports 2024 '$80 billion'");
}

TEST(When, HowLongBeforePutInFrontHoldsForItsClause) {
  EXPECT_EQ(statements_of("Peru's exports came to $6 billion in March. A year earlier exports were $5 billion. Imports "
                          "were $4 billion.",
                          "2025-04-20"),
            (Statements{"level PER-WLD exports 2025-03 '$6 billion'", "level PER-WLD exports 2024-03 '$5 billion'",
                        "level PER-WLD imports 2025-03 '$4 billion'"}));
}

TEST(When, WhatIsComparedWithLaterInASentenceIsAsLongBefore) {
  EXPECT_EQ(statements_of("Peru's imports in March were $6 billion, up from $5 billion the month before, and exports "
                          "$7 billion, compared with $8 billion.",
                          "2025-04-20")
                .back(),
            "level PER-WLD exports 2025-02 '$8 billion'");
  EXPECT_EQ(statements_of("Peru's exports fell to $5 billion in March (previously $6 billion).", "2025-04-20").back(),
            "level PER-WLD exports 2024-03 '$6 billion'");
}

TEST(When, AHeadingTellsTheTimeOfTheLinesUnderIt) {
  EXPECT_EQ(statements_of("Peru's exports were $7 billion in March.\n\nFirst quarter of 2025\n\n- Imports totalled $15 "
                          "billion.",
                          "2025-04-20")
                .back(),
            "level PER-WLD imports 2025-Q1 '$15 billion'");
}

TEST(When, OverAStretchInFrontIsNoComparison) {
  EXPECT_EQ(statements_of("Peru's exports were $7 billion in July. Over the first seven months, imports totalled $45 "
                          "billion.",
                          "2025-08-20")
                .back(),
            "level PER-WLD imports 2025-01/2025-07 '$45 billion'");
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

TEST(When, TwoAmountsOfASpanOfYearsAreOfItsEnds) {
  EXPECT_EQ(statements_of("China's trade with ASEAN doubled between 2013 and 2023, rising from $444 billion to $912 "
                          "billion."),
            (Statements{"comparison CHN-ASEAN trade 2013/2023 'doubled'", "level CHN-ASEAN trade 2013 '$444 billion'",
                        "level CHN-ASEAN trade 2023 '$912 billion'"}));
}

TEST(When, AnAmountFromWhichTradeHasGrownSinceAYearIsOfThatYear) {
  EXPECT_EQ(
      statements_of("China's trade with ASEAN has grown since relations were established in 1991, from $8 billion to "
                    "$912 billion last year."),
      (Statements{"milestone CHN established [relations] 1991 '1991'", "level CHN-ASEAN trade 1991 '$8 billion'",
                  "level CHN-ASEAN trade 2023 '$912 billion'"}));
}

TEST(When, AnIncreaseOverAYearIsOfTheYearAfter) {
  EXPECT_EQ(
      statements_of("The U.S. goods trade deficit with China was $279 billion in 2023, a 5.8 percent decrease over "
                    "2022."),
      (Statements{"level USA-CHN balance 2023 minus '$279 billion'",
                  "growth USA-CHN balance 2023 minus '5.8 percent'"}));
}

TEST(When, WhatIsToComeThisYearLeavesTheTextInTheMonthsThatItTold) {
  EXPECT_EQ(
      statements_of("Vietnam's exports to China were $6 billion in the first five months of 2016. It expects to ship "
                    "$20 billion worth of commodities to China this year.\n\nVietnam reported $134 billion in "
                    "trade with foreign partners during the period.",
                    "2016-06-20"),
      (Statements{"level VNM-CHN exports 2016-01/2016-05 '$6 billion'", "level VNM-CHN exports 2016 '$20 billion'",
                  "level VNM-WLD trade 2016-01/2016-05 '$134 billion'"}));
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

TEST(When, SinceSomethingHappenedIsSinceThatYear) {
  EXPECT_EQ(statements_of("Trade between China and Vietnam has increased by $50 billion since the two sides opened a "
                          "new road in 2002.",
                          "2005-09-15"),
            (Statements{"change CHN-VNM trade 2002/2005 '$50 billion'"}));
  EXPECT_EQ(statements_of("In 1980 China ranked 30th among Italy's suppliers, and by 1990 it ranked 12th. Since 2015, "
                          "China has been Italy's largest supplier.",
                          "2022-02-19")
                .back(),
            "rank ITA-CHN imports 2021 'Italy's largest supplier'");
}

TEST(When, AMonthIsComparedWithThatMonthOfTheYearThatIsNamed) {
  EXPECT_EQ(statements_of("The EU's deficit with China widened to 21 billion euros in January 2019 from 20 billion in "
                          "2018.",
                          "2019-03-19")
                .back(),
            "level EU-CHN balance 2018-01 minus '20 billion'");
  EXPECT_EQ(statements_of("Kenya's imports fell to $2.7 billion in the second quarter from $2.9 billion recorded for a "
                          "similar period in 2022.",
                          "2023-10-06")
                .back(),
            "level KEN-WLD imports 2022-Q2 '$2.9 billion'");
}

TEST(When, YearsAgoAreCountedFromTheTimeOfTheText) {
  EXPECT_EQ(statements_of("In the year ended June 2016, New Zealand's exports to China came to $10 billion. Ten years "
                          "ago, exports to China were $2 billion.",
                          "2016-12-15")
                .back(),
            "level NZL-CHN exports 2005-07/2006-06 '$2 billion'");
}

TEST(When, TheLevelReachedAfterYearsOfGrowthIsThatOfTheLast) {
  EXPECT_EQ(
      statements_of("From 2002 to 2012, trade between China and ASEAN grew 23 percent a year on average, reaching "
                    "$400 billion. China is now ASEAN's largest trading partner.",
                    "2013-10-09"),
      (Statements{"growth CHN-ASEAN trade average_growth_of_goods_trade 2002/2012 '23 percent'",
                  "level CHN-ASEAN trade 2012 '$400 billion'",
                  "rank ASEAN-CHN trade 2012 'ASEAN's largest trading partner'"}));
}

TEST(When, YearsOfAnAgreementAreCountedFromWhenItBegan) {
  EXPECT_EQ(
      statements_of("Since June 2020 trade between Vietnam and the EU has grown. In "
                    "the first year of its implementation, bilateral trade reached $50 billion, of which exports "
                    "were $30 billion, up 11 percent. In the second year, it reached $60 billion.",
                    "2022-12-20"),
      (Statements{
          "level VNM-EU trade 2020-06/2021-05 '$50 billion'", "level VNM-EU exports 2020-06/2021-05 '$30 billion'",
          "growth VNM-EU exports 2020-06/2021-05 '11 percent'", "level VNM-EU trade 2021-06/2022-05 '$60 billion'"}));
}

TEST(When, AMonthToldAloneIsPastWithItsParagraph) {
  EXPECT_EQ(statements_of("China's exports rose 4 percent in the first half of 2024. In June alone, they rose 9 "
                          "percent.\n\nTrade with the EU fell 4 percent.",
                          "2024-07-13"),
            (Statements{"growth CHN-WLD exports 2024-H1 '4 percent'", "growth CHN-WLD exports 2024-06 '9 percent'",
                        "growth CHN-EU trade 2024-H1 minus '4 percent'"}));
}

TEST(When, TheYearSoFarEndsWhereTheTextIs) {
  EXPECT_EQ(
      statements_of("The past eight months of the year saw Vietnam's exports reach $54 billion. Since the beginning "
                    "of this year, imports have come to $50 billion.",
                    "2024-09-10"),
      (Statements{"level VNM-WLD exports 2024-01/2024-08 '$54 billion'",
                  "level VNM-WLD imports 2024-01/2024-08 '$50 billion'"}));
}

TEST(When, WhatWentBeforeHasItsOwnTime) {
  EXPECT_EQ(
      statements_of("India's exports to China grew 4 percent to $10 billion in April-November. Its exports to Japan "
                    "rose 2 percent, after demand had fallen in April-July.",
                    "2023-12-18")
          .back(),
      "growth IND-JPN exports 2023-04/2023-11 '2 percent'");
}

TEST(When, TheFirstDaysOfThisMonthAndThePeriodCitedAreDays) {
  EXPECT_EQ(
      statements_of("South Korea's exports fell 4 percent in the first 10 days of this month. Imports rose 2 percent "
                    "over the cited period.",
                    "2018-11-12"),
      (Statements{"growth KOR-WLD exports 2018-11-01/2018-11-10 minus '4 percent'",
                  "growth KOR-WLD imports 2018-11-01/2018-11-10 '2 percent'"}));
}

TEST(When, WhatIsExpectedIsToCome) {
  EXPECT_EQ(statements_of("Traders expect Brazil's exports to China to reach $9 billion in July.", "2020-06-09"),
            (Statements{"level BRA-CHN exports 2020-07 '$9 billion'"}));
  const auto said = read("Brazil's exports to China should climb to $9 billion in 2019.", "2020-06-09").statements;
  ASSERT_EQ(said.size(), 1u);
  EXPECT_TRUE(said.front().planned);
  const auto goal =
      read("The goal for trade with Peru, set by China when its president came in April, is $2 billion by 2030.",
           "2020-06-09")
          .statements;
  ASSERT_EQ(goal.size(), 1u);
  EXPECT_TRUE(goal.front().planned);
}

TEST(When, WhatIsCountedSoFarIsCountedNow) {
  EXPECT_EQ(statements_of("China's exports rose 27 percent in 2006. So far, China has opened 11 free trade zones.",
                          "2007-07-16")
                .back(),
            "count CHN zones [free trade zones] 2007 '11 free trade zones'");
}

TEST(When, WhatOneRateIsComparedWithIsNotTheTimeOfTheNext) {
  EXPECT_EQ(
      statements_of("Nigeria's exports were $14 billion in the fourth quarter of 2021, 12 percent higher than in the "
                    "third quarter and 75 percent above the level of a year before.",
                    "2022-04-15")
          .back(),
      "growth NGA-WLD exports 2021-Q4 '75 percent'");
}

TEST(When, WhichSpeaksOfTheTimeThatIsComparedWith) {
  EXPECT_EQ(statements_of("Indonesia's surplus in January-September 2023 was down 30 percent compared with January-"
                          "September 2022, which amounted to $39 billion.",
                          "2023-10-16")
                .back(),
            "level IDN-WLD balance 2022-01/2022-09 '$39 billion'");
}

TEST(When, AGrowthBetweenTwoMonthsIsOfTheLater) {
  EXPECT_EQ(statements_of("Between May and June 2023, Peru's exports rose by $2 billion (8%).", "2023-07-20"),
            (Statements{"change PER-WLD exports 2023-06 '$2 billion'", "growth PER-WLD exports 2023-06 '8%'"}));
}

TEST(When, AFullYearIsThatOfTheFiguresBefore) {
  EXPECT_EQ(
      statements_of("Peru's trade surplus was $2 billion in December 2023. Its full-year surplus fell to $9 billion "
                    "from $12 billion.")
          .back(),
      "level PER-WLD balance 2022 '$12 billion'");
}

TEST(When, BehindALevelOfTheYearBeforeTheConsequenceIsOfThisYear) {
  EXPECT_EQ(statements_of("Peru's exports to China were $3 billion in May 2023. In May last year they were $5 billion. "
                          "Exports thus fell by $2 billion.",
                          "2023-06-20")
                .back(),
            "change PER-CHN exports 2023-05 minus '$2 billion'");
}

TEST(When, WhatIsComparedWithMayGiveItsShareBeforeItsYear) {
  EXPECT_EQ(statements_of("Peru's exports to China were $9 billion in 2023, compared with $7 billion, or 12 percent of "
                          "the total, in 2019.")
                .at(1),
            "level PER-CHN exports 2019 '$7 billion'");
}

TEST(When, ContrastIsWithAnotherTime) {
  EXPECT_EQ(statements_of("Peru's exports rose 9 percent in May, in contrast to the 2 percent fall in the previous "
                          "month.",
                          "2023-06-20")
                .back(),
            "growth PER-WLD exports 2023-04 minus '2 percent'");
}

TEST(When, TheLowestOfTheseMonthsSinceAYearIsHeldAgainstItsMonths) {
  EXPECT_EQ(
      statements_of("Peru's imports came to $9 billion from January to May, the lowest for the January-May period "
                    "since 2004, when they stood at $8 billion.",
                    "2023-06-20")
          .back(),
      "level PER-WLD imports 2004-01/2004-05 '$8 billion'");
}

TEST(When, AStreakThatHasEndedIsOfTheMonthBefore) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 9 percent in May after falling for six months in a row.", "2023-06-20").back(),
      "streak PER-WLD exports 2023-04 'for six months in a row'");
  EXPECT_EQ(
      statements_of("Peru had posted a trade deficit for 10 consecutive months from March 2022.", "2023-06-20").back(),
      "streak PER-WLD balance 2022-12 'for 10 consecutive months'");
}

TEST(When, AmountsWithoutATimeAreComparedAsThoseBefore) {
  EXPECT_EQ(
      statements_of("Peru's surplus was $2 billion in May, compared with $1 billion in April. Exports rose from $5 "
                    "billion to $6 billion.",
                    "2023-06-20")
          .at(2),
      "level PER-WLD exports 2023-04 '$5 billion'");
}

TEST(When, ThePeriodFromOneYearToAnotherHasTheTwoForItsEnds) {
  EXPECT_EQ(statements_of("Peru's exports to China rose from $2 billion in 2001 to $9 billion in 2023. During this "
                          "period its surplus with China grew from $1 billion to $4 billion."),
            (Statements{"level PER-CHN exports 2001 '$2 billion'", "level PER-CHN exports 2023 '$9 billion'",
                        "level PER-CHN balance 2001 '$1 billion'", "level PER-CHN balance 2023 '$4 billion'"}));
}

TEST(When, AHeadlineCountsTheMonthsThatAreOver) {
  EXPECT_EQ(statements_of("Peru's exports to China up 9 percent in seven months\n", "2023-08-20"),
            (Statements{"growth PER-CHN exports 2023-01/2023-07 '9 percent'"}));
}

TEST(When, TheQuarterIsTheLastThatWasTold) {
  EXPECT_EQ(
      statements_of("Peru's exports came to $30 billion in the first half of 2023. In the first quarter they were "
                    "$14 billion. Imports were $12 billion in the quarter.",
                    "2023-08-20")
          .back(),
      "level PER-WLD imports 2023-Q1 '$12 billion'");
}

TEST(When, AnIncreaseOverAMonthOfAnotherYearIsNotOfIt) {
  EXPECT_EQ(
      statements_of("Peru's exports came to $6 billion in May 2023. Imports were $5 billion, an 8 percent increase "
                    "over May 2022.",
                    "2023-06-20")
          .back(),
      "growth PER-WLD imports 2023-05 '8 percent'");
}

TEST(When, AFiscalYearMayBringItsMonths) {
  EXPECT_EQ(statements_of("Exports in FY 2023-24 (April-February) came to $9 billion. Imports in FY 2022-23 were $8 "
                          "billion."),
            (Statements{"level -WLD exports 2023-04/2024-02 '$9 billion'",
                        "level -WLD imports 2022-04/2023-03 '$8 billion'"}));
}

TEST(When, WhatGrewBeforeIsHeldAgainst) {
  EXPECT_EQ(statements_of("Peru's exports fell 2 percent to $9 billion, after growing slightly by 3 percent in 2012.",
                          "2014-02-20")
                .back(),
            "growth PER-WLD exports 2012 '3 percent'");
  EXPECT_EQ(statements_of("India's exports rose to $9 billion in 2021-22 from $8 billion in the previous fiscal.",
                          "2022-05-20")
                .back(),
            "level IND-WLD exports 2020-04/2021-03 '$8 billion'");
  EXPECT_EQ(statements_of("Peru's surplus was $9 billion in March, an increase of $2 billion on the February surplus.",
                          "2023-04-20")
                .back(),
            "change PER-WLD balance 2023-03 '$2 billion'");
}

TEST(When, AnAgreementBetweenTwoComesIntoForceForBoth) {
  EXPECT_EQ(
      statements_of("The free trade agreement (FTA) between Peru and China came into force on March 1, 2010.").front(),
      "milestone PER-CHN in_force [The free trade agreement (FTA) between Peru and China] 2010-03-01 'March 1, 2010'");
}

TEST(When, OfTwoThingsComparedWithEachHasItsTime) {
  EXPECT_EQ(statements_of("Peru's exports grew 3 percent in December, compared with a 2 percent fall in November and 4 "
                          "percent growth a year earlier.")
                .back(),
            "growth PER-WLD exports 2022-12 '4 percent'");
}

TEST(When, AStatisticsOfficesQuarterIsNamedByItsLastMonth) {
  EXPECT_EQ(statements_of("Australia's exports rose 4 percent in the June 2023 quarter."),
            (Statements{"growth AUS-WLD exports 2023-Q2 '4 percent'"}));
  EXPECT_EQ(statements_of("India's exports were $9 billion in the April-June quarter of 2023-24."),
            (Statements{"level IND-WLD exports 2023-Q2 '$9 billion'"}));
}

TEST(When, WhatIsAimedAtIsOfTheYearToCome) {
  EXPECT_EQ(statements_of("Peru's exports are likely to grow by 5 percent this year. It aims for $70 billion.").back(),
            "level PER-WLD exports 2024 '$70 billion'");
}

TEST(When, ThePeakBeforeIsTheAmountInItsBrackets) {
  EXPECT_EQ(statements_of("Peru's exports were $5 billion in May, their highest since October 2022 ($6 billion).",
                          "2023-06-20")
                .back(),
            "level PER-WLD exports 2022-10 '$6 billion'");
}

TEST(When, AGrowthOnAMonthlyBasisIsHeldAgainstTheMonthBefore) {
  const auto found = read("On a monthly basis, Peru's exports fell 2 percent in May.", "2023-06-20").statements;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().compared_with, Period::month(2023, 4));
}

TEST(When, MonthsOfDeficitsAreAStreak) {
  EXPECT_EQ(
      statements_of("Peru posted a surplus of $2 billion in July after 15 months of deficits.", "2023-08-20").back(),
      "streak PER-WLD balance 2023-06 '15 months'");
  EXPECT_EQ(statements_of("Peru's exports have declined for 14 months.", "2023-08-20").size(), 1U);
}

TEST(When, ARiseTheMonthBeforeIsReversed) {
  EXPECT_EQ(statements_of("Peru's exports fell 2 percent in July, reversing a 3 percent rise the previous month.",
                          "2023-08-20")
                .back(),
            "growth PER-WLD exports 2023-06 '3 percent'");
}

TEST(When, APossessiveYearTellsWhoseAmountItIs) {
  EXPECT_EQ(statements_of("Peru's exports fell 9 percent in 2023 from 2022's record of $66 billion.").back(),
            "level PER-WLD exports 2022 '$66 billion'");
  EXPECT_EQ(statements_of("Peru's surplus was $4 billion in 2023, lower than $6 billion in the previous year.").back(),
            "level PER-WLD balance 2022 '$6 billion'");
}

TEST(When, TheMonthIsThatOfTheText) {
  EXPECT_EQ(
      statements_of("Peru's exports were $5 billion in May.\n\nThe 2022 total was $60 billion.\n\nThe surplus for "
                    "the month was $1 billion.",
                    "2023-06-20")
          .back(),
      "level PER-WLD balance 2023-05 '$1 billion'");
}

TEST(When, AQuarterAsAWholeEndsWithItsParagraph) {
  EXPECT_EQ(
      statements_of("Peru's exports were $5 billion in March 2023.\n\nFor the first quarter as a whole, they were $14 "
                    "billion.\n\nImports came to $4 billion, beating the record of $3 billion set in May 2022.",
                    "2023-06-20"),
      (Statements{"level PER-WLD exports 2023-03 '$5 billion'", "level PER-WLD exports 2023-Q1 '$14 billion'",
                  "level PER-WLD imports 2023-03 '$4 billion'", "level PER-WLD imports 2022-05 '$3 billion'"}));
}

TEST(When, WhatAnAsideGoesBackToDoesNotDateItsClause) {
  EXPECT_EQ(
      statements_of("Peru's exports fell 8 percent in December. Copper exports contracted 11 percent, reversing the "
                    "4 percent growth in November.")[1],
      "growth PER-WLD exports [copper] 2023-12 minus '11 percent'");
}

TEST(When, ATextMayBeginInTheMiddle) {
  EXPECT_EQ(statements_of("to February, the surplus of Peru was $4 billion.").front(),
            "level PER-WLD balance 2024-02 '$4 billion'");
}

}  // namespace
}  // namespace tradewind::tests
