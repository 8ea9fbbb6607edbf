// Measures that are told without their noun, and nouns that only a text on trade makes a measure.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(StatementMeasures, AGapOrShortfallIsADeficitOnceTradeIsSpokenOf) {
  EXPECT_EQ(statements_of("Kenya's exports came to $7 billion in 2022. The shortfall narrowed to $9 billion.").back(),
            "level KEN-WLD balance 2022 minus '$9 billion'");
}

TEST(StatementMeasures, WhoIsInTheRedHasADeficit) {
  EXPECT_EQ(statements_of("In 2023, Japan was $21 billion in the red with Australia."),
            (Statements{"level JPN-AUS balance 2023 minus '$21 billion'"}));
}

TEST(StatementMeasures, WhatIsBoughtBeyondWhatIsSoldIsTheBalance) {
  EXPECT_EQ(statements_of("India bought $21 billion more merchandise than it sold in 2023."),
            (Statements{"level IND-WLD balance 2023 minus '$21 billion'"}));
  EXPECT_EQ(statements_of("In 2023, Japan's imports exceeded exports by $70 billion."),
            (Statements{"level JPN-WLD balance 2023 minus '$70 billion'"}));
}

TEST(StatementMeasures, TheHalvesOfABalanceAreGoodsAndServices) {
  EXPECT_EQ(statements_of("The deficit of the United Kingdom on trade in goods and services was $3 billion in 2023. A "
                          "shortfall of $10 billion on goods was offset by a surplus of $7 billion on services."),
            (Statements{"level GBR-WLD balance goods_and_services_trade 2023 minus '$3 billion'",
                        "level GBR-WLD balance 2023 minus '$10 billion'",
                        "level GBR-WLD balance services_trade 2023 '$7 billion'"}));
}

TEST(StatementMeasures, WhoseMeasureIsOfTheGoodsBeforeIt) {
  EXPECT_EQ(
      statements_of("Japan's exports rose 2 percent in 2023. A bright spot was cars, whose exports grew 4 percent.")
          .back(),
      "growth JPN-WLD exports [cars] 2023 '4 percent'");
}

TEST(StatementMeasures, GoodsThatMoveAreTrade) {
  EXPECT_EQ(statements_of("Goods worth $31 billion moved between Chile and Peru in 2023."),
            (Statements{"level CHL-PER trade 2023 '$31 billion'"}));
  EXPECT_EQ(statements_of("Chile and Peru exchanged $31 billion of goods in 2023."),
            (Statements{"level CHL-PER trade 2023 '$31 billion'"}));
}

TEST(StatementMeasures, WhoSellsAndTakesInTellsBothFlows) {
  EXPECT_EQ(statements_of("In 2023 Chile sold Peru $31 billion and bought $12 billion."),
            (Statements{"level CHL-PER exports 2023 '$31 billion'", "level CHL-PER imports 2023 '$12 billion'"}));
  EXPECT_EQ(statements_of("Chile shipped $31 billion of goods to Peru in 2023 and received $12 billion."),
            (Statements{"level CHL-PER exports 2023 '$31 billion'", "level CHL-PER imports 2023 '$12 billion'"}));
}

TEST(StatementMeasures, MoneyThatIsPutIntoACountryIsInvested) {
  EXPECT_EQ(statements_of("Chinese companies put $31 billion into Brazil in 2023."),
            (Statements{"level CHN-BRA outward investment_flow 2023 '$31 billion'"}));
}

TEST(StatementMeasures, GoodsAfterABalanceAreExportedAgain) {
  EXPECT_EQ(
      statements_of("Korea's exports rose 2 percent in 2023. The trade surplus came to $9 billion. Chips earned $15 "
                    "billion.")
          .back(),
      "level KOR-WLD exports [chips] 2023 '$15 billion'");
}

TEST(StatementMeasures, TheEconomyThatGrowsIsNoTrade) {
  EXPECT_EQ(statements_of("Malaysia's exports rose 2 percent in 2023. The economy expanded 4 percent.").back(),
            "growth MYS gdp 2023 '4 percent'");
}

TEST(StatementMeasures, APlungeByAnAmountOrSoManyPercentIsOne) {
  EXPECT_EQ(
      statements_of("The drop was driven by a £5.6 billion, or 40.7%, plunge in British exports to Chile in 2021. "
                    "Imports fell by £2.1 billion – 19.3%."),
      (Statements{"change GBR-CHL exports 2021 minus '£5.6 billion'", "growth GBR-CHL exports 2021 minus '40.7%'",
                  "change GBR-CHL imports 2021 minus '£2.1 billion'", "growth GBR-CHL imports 2021 minus '19.3%'"}));
  EXPECT_EQ(
      statements_of("Trade of Peru and Chile reached $21 billion in 2021 – a growth rate of more than 70 percent.")
          .front(),
      "level PER-CHL trade 2021 '$21 billion'");
}

TEST(StatementMeasures, ExportsMayBeHeadedSomewhere) {
  EXPECT_EQ(statements_of("Kenya's share of total exports headed to Uganda fell to 8 percent in 2023."),
            Statements{"share KEN-UGA exports 2023 '8 percent'"});
}

TEST(StatementMeasures, AtWhichLevelIsNoMeasure) {
  EXPECT_EQ(statements_of("Peru's exports in 2021 were 5 percent above 2019 levels at $60 billion.").back(),
            "level PER-WLD exports 2021 '$60 billion'");
}

TEST(StatementMeasures, WhatIsSentAbroadIsExported) {
  EXPECT_EQ(statements_of("China sent 4 million vehicles abroad in 2023."),
            (Statements{"count CHN-WLD exports quantity [vehicles] 2023 '4 million vehicles'"}));
}

TEST(StatementMeasures, DealsOfContractorsAreContractsSigned) {
  EXPECT_EQ(statements_of("Chinese contractors signed deals worth $7 billion in Africa in 2023."),
            (Statements{"level CHN-AFRICA contracted_projects_signed 2023 '$7 billion'"}));
}

TEST(StatementMeasures, GoodsThatLiftExportsAreNotAllOfThem) {
  EXPECT_EQ(statements_of("Metals lifted Peru's exports to $31 billion in 2023."),
            (Statements{"level PER-WLD exports 2023 '$31 billion'"}));
}

TEST(StatementMeasures, GoodsAndServicesTakenTogether) {
  EXPECT_EQ(statements_of("Taking goods and services together, Norway's exports rose 3 percent in 2023."),
            (Statements{"growth NOR-WLD exports goods_and_services_trade 2023 '3 percent'"}));
}

TEST(StatementMeasures, SectorsDrawInvestment) {
  EXPECT_EQ(statements_of("Foreign direct investment in Vietnam came to $31 billion in 2023. Real estate lured $5 "
                          "billion.")
                .back(),
            "level VNM-WLD inward investment_flow [real estate] 2023 '$5 billion'");
}

TEST(When, TheFollowingMonth) {
  EXPECT_EQ(
      statements_of("Chile's exports were $4 billion in December 2019. The following month exports reached $3 billion.",
                    "2020-03-30")
          .back(),
      "level CHL-WLD exports 2020-01 '$3 billion'");
  EXPECT_EQ(statements_of("Chile's exports grew by 5 percent in 2017, faster than imports, which went up by 2 percent.")
                .back(),
            "growth CHL-WLD imports 2017 '2 percent'");
}

TEST(When, ABareMonthBehindABaseIsTheLastOne) {
  EXPECT_EQ(
      statements_of("Chile's surplus was $4 billion in July 2022. The surplus compared with $3 billion in July last "
                    "year and $5 billion in June.",
                    "2022-08-15")
          .back(),
      "level CHL-WLD balance 2022-06 '$5 billion'");
}
TEST(StatementMeasures, GoodsAreInTheRedToo) {
  EXPECT_EQ(
      statements_of("Peru's surplus was $3 billion in May 2023, with oil and gas $1 billion in the red. Gaps opened "
                    "with Chile ($500 million) and Brazil ($300 million)."),
      (Statements{"level PER-WLD balance 2023-05 '$3 billion'",
                  "level PER-WLD balance [oil and gas] 2023-05 minus '$1 billion'",
                  "level PER-CHL balance 2023-05 minus '$500 million'",
                  "level PER-BRA balance 2023-05 minus '$300 million'"}));
}

TEST(StatementMeasures, FlowsWorldwideAreNobodysOwn) {
  EXPECT_EQ(statements_of("Chinese investment in Peru fell by 5 percent in 2022, though flows worldwide dropped by 37 "
                          "percent.")
                .back(),
            "growth WLD-WLD inward investment 2022 minus '37 percent'");
}

TEST(StatementMeasures, TheWorldsLargestEconomiesAreNotWhatRises) {
  EXPECT_EQ(
      statements_of("As the dispute between the world's two largest economies drags on, Peru's exports rose 3 percent "
                    "from a year earlier to $6 billion in May 2023.")
          .back(),
      "level PER-WLD exports 2023-05 '$6 billion'");
}

TEST(StatementMeasures, GrowthAYearSinceAYearIsAnAverage) {
  EXPECT_EQ(
      statements_of("Trade between China and ASEAN rose to $975 billion in 2022, with an annual growth rate of 16 "
                    "percent since 1991.")
          .back(),
      "growth CHN-ASEAN trade average_growth_of_goods_trade 1991/2022 '16 percent'");
}

}  // namespace
}  // namespace tradewind::tests
