// Which kind of figure a number is: growth or comparison, change or level, share or rate.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

std::string kinds_in(const std::string& text, const char* published = "2024-02-15") {
  std::string found;
  for (const auto& statement : read(text, published).statements) {
    if (!found.empty()) found += ", ";
    found += to_string(statement.kind);
    if (statement.value.interval.high < 0) found += " down";
  }
  return found;
}

TEST(KindInWords, AboveAnotherTimeOfItsOwnIsGrowth) {
  EXPECT_EQ(kinds_in("Peru's exports reached $5 billion in May 2023, 32 percent above the same month of 2022."),
            "level, growth");
  EXPECT_EQ(kinds_in("Peru's exports reached $5 billion in May 2023, 7 percent below their 2019 level."),
            "level, growth down");
}

TEST(KindInWords, AWiderDeficitIsAChange) {
  EXPECT_EQ(kinds_in("Peru's exports to China reached $5 billion in May 2023, $2 billion short of the 2021 peak."),
            "level, change down");
}

TEST(KindInWords, WhatGrewByAnAmountIsFollowedByChanges) {
  EXPECT_EQ(kinds_in("In 2023, Peru's exports increased $12 billion, or 9 percent, imports $7 billion, or 6 percent."),
            "change, growth, change, growth");
}

TEST(KindInWords, ForecastsOfAFlowAreGrowth) {
  EXPECT_EQ(kinds_in("Peru's exports rose 5 percent in May 2023. Economists had penciled in 3 percent."),
            "growth, growth");
}

TEST(KindInWords, WhoTakesAPartHasAShare) {
  EXPECT_EQ(kinds_in("Peru's exports reached $5 billion in 2023. Japan took 19 percent."), "level, share");
}

TEST(KindInWords, ADutyIsARate) {
  EXPECT_EQ(kinds_in("Peru's exports rose 5 percent in 2023. Japan cut its duty on Peruvian fish to 15 percent."),
            "growth, rate");
}

TEST(KindInWords, WhatStandsBehindOrIsTheSameChangeInMoney) {
  EXPECT_EQ(kinds_in("In 2023, Peru's exports reached $70 billion, up by 9 percent or $6 billion."),
            "level, growth, change");
}

TEST(KindInWords, TwiceAsMuchIsAMultiple) {
  EXPECT_EQ(kinds_in("Peru sold goods worth $5 billion to China in 2023, twice as much as in 2019."),
            "level, comparison");
  EXPECT_EQ(kinds_in("Peru's exports to China in 2023 were 2.5 times as high as in 2013."), "comparison");
}

TEST(KindInWords, TheEconomyIsMeasuredByItsProduct) {
  const auto found = statements_of("Peru's economy contracted 3.2 percent in 2023.");
  EXPECT_EQ(found, (Statements{"growth PER gdp 2023 minus '3.2 percent'"}));
}

TEST(Kind, WhatIsCountedAtHomeIsTheEconomysOfTheText) {
  EXPECT_EQ(statements_of("Exports of Cambodia rose 5 percent in 2023. The industry employs 840,000 workers.").back(),
            "count KHM workers 2023 '840,000 workers'");
}

TEST(Kind, GrowthBehindACountIsOfWhatWasCounted) {
  EXPECT_EQ(
      statements_of("FDI inflows to Vietnam were $30 billion in 2023. The investment involved 2,600 projects, up 34% "
                    "from 2022.")
          .back(),
      "growth VNM projects 2023 '34%'");
}

TEST(KindInWords, FallingBelowAnAmountIsALevel) {
  EXPECT_EQ(kinds_in("Peru's exports are expected to fall below $50 billion this year."), "level");
}

TEST(KindInWords, WhatIsCalledADeteriorationIsALevelItself) {
  EXPECT_EQ(
      kinds_in("Peru's trade surplus of $5 billion in 2023 is a deterioration from the $8 billion surplus of 2022."),
      "level, level");
}

TEST(KindInWords, AnAmountOrPercentageLowerThanBeforeIsAFall) {
  EXPECT_EQ(kinds_in("In January, Peru's exports were $2 billion, or 30 percent, lower than in January 2023."),
            "change down, growth down");
}

TEST(KindInWords, AFallThatNarrowsIsAHigherGrowth) {
  EXPECT_EQ(kinds_in("Peru's exports fell 9 percent in 2023. The decline narrowed by 3 percentage points from 2022."),
            "growth down, change");
}

TEST(KindInWords, TheCoverageOfImportsIsAShare) {
  EXPECT_EQ(kinds_in("Peru's exports rose 9 percent in 2023. The coverage ratio was 76 percent."), "growth, share");
}

TEST(KindInWords, AGrowthThatSlowsIsStillOne) {
  EXPECT_EQ(kinds_in("Peru's export growth slowed to 3 percent in 2023 from 5 percent in 2022."), "growth, growth");
  EXPECT_EQ(kinds_in("Peru's exports rose 8 percent in 2023, slowing from 12 percent in 2022."), "growth, growth");
  EXPECT_EQ(kinds_in("The decline in Peru's imports deepened to 6 percent in 2023."), "growth down");
}

TEST(KindInWords, AnAmountWithItsPercentageInBracketsIsAFallWithIt) {
  EXPECT_EQ(kinds_in("Peru's exports were $30 million (or 12%) less in May 2023 than in May 2022."),
            "change down, growth down");
}

TEST(KindInWords, WhatAGrowthIsComparedWithIsOneToo) {
  EXPECT_EQ(kinds_in("Peru's exports fell 4 percent in May 2023, compared with 7 percent in April."),
            "growth down, growth down");
}

TEST(KindInWords, TheSameInAnotherCurrencyIsALevel) {
  EXPECT_EQ(
      kinds_in("China's exports to Peru were 80 billion yuan in 2023, up 9 percent, or $11 billion, up 5 percent."),
      "level, growth, level, growth");
}

TEST(Kind, WhatGoesByARailwayIsItsOwn) {
  EXPECT_EQ(
      statements_of("The China-Laos Railway carried 3 million tonnes of import and export goods in the first seven "
                    "months of 2025, up 6 percent. The value of the goods exceeded 15 billion yuan.\n\nSince it "
                    "opened in December 2021, the railway has handled 14 million tonnes of cargo.",
                    "2025-08-07"),
      (Statements{"count CHINA-LAOS-RAILWAY quantity [import and export goods] 2025-01/2025-07 '3 million tonnes'",
                  "growth CHINA-LAOS-RAILWAY quantity [import and export goods] 2025-01/2025-07 '6 percent'",
                  "threshold CHINA-LAOS-RAILWAY value of goods 2025-01/2025-07 'exceeded 15 billion yuan'",
                  "count CHINA-LAOS-RAILWAY quantity [cargo] ../2025-07 '14 million tonnes'"}));
}

TEST(Kind, ASurplusInTradeWithOneIsWithHim) {
  EXPECT_EQ(
      statements_of("The largest surplus was recorded in Peru's trade with Japan, at $2 billion, in May 2024.").size(),
      1U);
  EXPECT_EQ(statements_of("Peru's surplus was $5 billion in May 2024. By country, the largest surplus was recorded in "
                          "trade with Japan, at $2 billion.")
                .back(),
            "level PER-JPN balance 2024-05 '$2 billion'");
}

TEST(Kind, AContributorsPercentageIsAShare) {
  EXPECT_EQ(statements_of("Fuels were the major contributor to Peru's exports in 2023 with 77 percent, followed by "
                          "chemicals (20 percent).")
                .back(),
            "share PER-WLD exports [chemicals] 2023 '20 percent'");
}
TEST(Kind, AChangeIsToldAgainstTwoTimes) {
  EXPECT_EQ(
      statements_of("Peru's surplus was $9 million in May 2024, an increase of $2 million compared to April and $5 "
                    "million compared to May last year.")
          .back(),
      "change PER-WLD balance 2024-05 '$5 million'");
}

TEST(Kind, TheFigureMarksAnIncreaseOfIt) {
  EXPECT_EQ(
      statements_of("Peru's exports totaled $376 billion in 2021. The figure marks an increase of 37 percent.").back(),
      "growth PER-WLD exports 2021 '37 percent'");
}

TEST(KindInWords, InBracketsBesideARiseIsGrowth) {
  EXPECT_EQ(
      statements_of("Chile's exports rose 5 percent in 2022. Fuels (13 percent) and chips (7 percent) led the rise."),
      (Statements{"growth CHL-WLD exports 2022 '5 percent'", "growth CHL-WLD exports [fuels] 2022 '13 percent'",
                  "growth CHL-WLD exports [chips] 2022 '7 percent'"}));
  EXPECT_EQ(
      statements_of("Chile's exports rose 5 percent in 2022. Growth was also seen in shipments to Peru (14 percent "
                    "to $2 billion).")
          .at(1),
      "growth CHL-PER exports 2022 '14 percent'");
}

TEST(KindInWords, OverAnAmountBehindAGrowthIsItsBase) {
  EXPECT_EQ(statements_of("Chile's exports were $38 billion in April 2022, a growth of 24 percent over $30 billion in "
                          "April 2021."),
            (Statements{"level CHL-WLD exports 2022-04 '$38 billion'", "growth CHL-WLD exports 2022-04 '24 percent'",
                        "level CHL-WLD exports 2021-04 '$30 billion'"}));
  EXPECT_EQ(
      statements_of("Chile's surplus was $3 billion in May 2022, higher by 9 percent than in April but 31 percent "
                    "below the level of May 2021.")
          .back(),
      "growth CHL-WLD balance 2022-05 minus '31 percent'");
}

TEST(KindInWords, AnEconomyExpectedToGrow) {
  EXPECT_EQ(
      statements_of("Chile's exports rose 5 percent in 2022. The bank expects Chile's economy to grow by 3 percent "
                    "in 2024.")
          .back(),
      "growth CHL gdp 2024 '3 percent'");
}

TEST(KindInWords, APercentShareBehindAGrowthIsAShare) {
  EXPECT_EQ(
      statements_of("Chile's trade with Peru grew 1 percent to $9 billion in 2022, an 8 percent share of the total.")
          .back(),
      "share CHL-PER trade 2022 '8 percent'");
}

TEST(KindInWords, BehindACommaBelowIsWhatItIsHeldAgainst) {
  EXPECT_EQ(statements_of("Chile's imports were $5 billion in June 2020, slightly below $6 billion in June 2019.",
                          "2020-08-29"),
            (Statements{"level CHL-WLD imports 2020-06 '$5 billion'", "level CHL-WLD imports 2019-06 '$6 billion'"}));
}
TEST(KindOfFigure, GoodsThatDidWellGrewByWhatTheBracketsSay) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 3 percent in 2023. Shipments of grapes (58%) and mangoes (44%) recorded the "
                    "highest growth rates.")
          .back(),
      "growth PER-WLD exports [mangoes] 2023 '44%'");
}

TEST(KindInWords, AnEconomyComparedWithOthersGrewInTheSameTime) {
  EXPECT_EQ(statements_of("Peru's economy grew 3 percent in 2023, compared with 5 percent in Chile."),
            (Statements{"growth PER gdp 2023 '3 percent'", "growth CHL gdp 2023 '5 percent'"}));
}

TEST(KindInWords, DutiesThatAreUpToSoMuchAreARate) {
  EXPECT_EQ(statements_of("The pact will cut Chile's duties on cars, which are up to 14 percent.").front().substr(0, 4),
            "rate");
}

TEST(KindInWords, TheShareOfOneAndThatOfAnother) {
  EXPECT_EQ(statements_of("Ghana's trade fell 3 percent in 2023. The share of Togo was 12 percent and that of Chile 27 "
                          "percent."),
            (Statements{"growth GHA-WLD trade 2023 minus '3 percent'", "share GHA-TGO trade 2023 '12 percent'",
                        "share GHA-CHL trade 2023 '27 percent'"}));
}

TEST(KindInWords, SoMuchForEachThingIsAPrice) {
  EXPECT_EQ(
      statements_of("Peru's copper exports were $9 billion in 2022, at $8,000 a tonne, or $700 million a month.")[1],
      "rate PER-WLD price [copper] 2022 '$8,000'");
  EXPECT_EQ(statements_of("Norway's oil exports fell 5 percent in 2022. The average price sank to 410 kroner.").back(),
            "rate NOR price 2022 '410 kroner'");
}

TEST(KindInWords, WhatADollarCostsIsARate) {
  EXPECT_EQ(statements_of("Japan's exports rose 9 percent in 2022. The dollar averaged 131 yen.").back(),
            "rate JPN-WLD price 2022 '131 yen'");
}

TEST(KindInWords, WhatAMeasureStandsAtIsALevel) {
  EXPECT_EQ(statements_of("In 2022 Chile's imports at $5 billion grew more than its exports.").back(),
            "level CHL-WLD imports 2022 '$5 billion'");
}

TEST(KindInWords, WhoeverExpectsItTheEconomyContracts) {
  EXPECT_EQ(statements_of("Chile's copper exports rose 5 percent in May 2020. The bank expects the economy to contract "
                          "by 4.5 percent this year.",
                          "2020-06-08")
                .back(),
            "growth CHL gdp 2020 minus '4.5 percent'");
}

TEST(KindInWords, ExpectationsAreNoGoods) {
  EXPECT_EQ(
      statements_of("China's imports slipped 0.2 percent in May 2023, compared with expectations of a 5.9 percent "
                    "drop.")
          .back(),
      "growth CHN-WLD imports 2023-05 minus '5.9 percent'");
}

TEST(KindInWords, WhatHeadsAListHasAShare) {
  EXPECT_EQ(kinds_in("Tea, at 43 percent, headed what Kenya sold to Japan in 2023, before coffee (12 percent)."),
            "share, share");
}

TEST(Kinds, ASharePassesFromOneToAnother) {
  EXPECT_EQ(statements_of("Trade with India rose from 23 percent of Kenya's total trade in 1995 to 68 percent in 2022, "
                          "while that with Japan fell below 5 percent.")[1],
            "share KEN-IND trade 2022 '68 percent'");
  EXPECT_EQ(
      statements_of("Kenya's share of African exports, however, stood at just 3 percent in 2022.")[0].substr(0, 5),
      "share");
}

TEST(Kinds, TheSameChangeInMoneyBehindATime) {
  EXPECT_EQ(statements_of("Kenya's exports fell 3 percent in 2022, or by $1 billion.")[1],
            "change KEN-WLD exports 2022 minus '$1 billion'");
}

TEST(Kinds, WhatIsTaxedHasARate) {
  const auto rates = statements_of("Kenya exports cars to Peru. They are taxed at 35 percent, wine at 27 percent.");
  EXPECT_EQ(rates[0].substr(0, 4), "rate");
  EXPECT_EQ(rates[1].substr(0, 4), "rate");
}

TEST(Kinds, ThatWithAnotherIsADeficitToo) {
  EXPECT_EQ(statements_of("Kenya's deficit with India rose 18 percent to $9 billion in 2022, and that with Japan 12 "
                          "percent to $3 billion.")
                .back(),
            "level KEN-JPN balance 2022 minus '$3 billion'");
}

TEST(Kinds, TheSecondCurrencyHasItsOwnName) {
  const auto told = read("In May 2021 Pakistan's deficit was $3,637 million, or Rs 557 billion.").statements[0];
  EXPECT_EQ(told.value.unit, "USD");
  EXPECT_EQ(told.also->unit, "PKR");
}

TEST(Kinds, OutpacingByPointsCompares) {
  EXPECT_EQ(
      statements_of("China's trade with Peru jumped 9.8 percent in 2022, outpacing overall growth by 7 percentage "
                    "points.")
          .back()
          .substr(0, 10),
      "comparison");
}

TEST(Kinds, TheTariffThatAnotherHasIsARate) {
  EXPECT_EQ(statements_of("Peru's average tariff on Chilean goods fell to 1 percent in 2009, while that of Chile on "
                          "Peruvian goods dropped from 9 percent to 3 percent.")
                .back()
                .substr(0, 4),
            "rate");
}

TEST(Kinds, WhoWantsToDoubleTradeSaysHowMuch) {
  const auto told = read("Peru and Chile aim to double their trade by 2030.").statements;
  ASSERT_EQ(told.size(), 1U);
  EXPECT_TRUE(told[0].planned);
}

TEST(Kinds, WhatDataShowToHaveFallenHasFiguresOfItsOwn) {
  EXPECT_EQ(
      statements_of("Peru's imports reached $9 billion in 2022. Other data showed industrial output falling 3 percent "
                    "and retail sales up 2 percent. The unemployment rate was 4 percent."),
      (Statements{"level PER-WLD imports 2022 '$9 billion'", "growth PER industrial output 2022 minus '3 percent'",
                  "growth PER retail sales 2022 '2 percent'", "rate PER unemployment rate 2022 '4 percent'"}));
}

TEST(Kinds, JobsGrowByThemselves) {
  EXPECT_EQ(
      statements_of("Foreign investment in Peru was $9 billion in 2022. It created 4,491 jobs for Peruvian workers, up "
                    "19 percent.")
          .back(),
      "growth PER jobs 2022 '19 percent'");
}

TEST(Kinds, SharesOfOutputAndOfPeopleAreOfNoTrade) {
  EXPECT_EQ(statements_of("BRICS countries account for 20 percent of world trade, 30 percent of global output and 40 "
                          "percent of the world's population."),
            (Statements{"share BRICS-WLD trade '20 percent'", "share BRICS global output '30 percent'",
                        "share BRICS world population '40 percent'"}));
}

}  // namespace
}  // namespace tradewind::tests
