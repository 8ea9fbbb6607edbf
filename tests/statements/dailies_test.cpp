// Turns that agencies and dailies tell monthly figures in.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(PressOfTheMonth, AYearMayEndInAMonthThatARelativeClauseNames) {
  EXPECT_EQ(statements_of("Japan's imports fell 3 percent in the fiscal year that ended in March.", "2024-04-20"),
            (Statements{"growth JPN-WLD imports 2023-04/2024-03 minus '3 percent'"}));
}

TEST(PressOfTheMonth, WhatIsRevisedIsOfOneTime) {
  EXPECT_EQ(statements_of("Australia posted a trade surplus of A$5 billion in May. The April surplus was revised up to "
                          "A$4 billion from A$3 billion.",
                          "2024-07-04"),
            (Statements{"level AUS-WLD balance 2024-05 'A$5 billion'", "level AUS-WLD balance 2024-04 'A$4 billion'",
                        "level AUS-WLD balance 2024-04 'A$3 billion'"}));
}

TEST(PressOfTheMonth, AForecastIsOfTheTimeThatCame) {
  EXPECT_EQ(statements_of("Japan's exports rose 7 percent in May, against expectations of 5 percent.", "2024-06-20"),
            (Statements{"growth JPN-WLD exports 2024-05 '7 percent'", "growth JPN-WLD exports 2024-05 '5 percent'"}));
}

TEST(PressOfTheMonth, AnotherPartnersGrowthIsOfTheSameTime) {
  EXPECT_EQ(
      statements_of("Peru's exports to Japan grew 8 percent in May, compared with a 3 percent decline to China.",
                    "2024-06-20"),
      (Statements{"growth PER-JPN exports 2024-05 '8 percent'", "growth PER-CHN exports 2024-05 minus '3 percent'"}));
}

TEST(PressOfTheMonth, ComparedWithThePreviousMonthGoesOneMonthBack) {
  EXPECT_EQ(statements_of("India's imports stood at $34 billion in May, compared with $35 billion in the previous "
                          "month.",
                          "2024-06-20"),
            (Statements{"level IND-WLD imports 2024-05 '$34 billion'", "level IND-WLD imports 2024-04 '$35 billion'"}));
}

TEST(PressOfTheMonth, GoodsEndBeforeMoreThan) {
  EXPECT_EQ(
      statements_of("South Korea's exports of chips fell 9 percent in May, while those of ships more than doubled "
                    "to $3 billion.",
                    "2024-06-20"),
      (Statements{"growth KOR-WLD exports [chips] 2024-05 minus '9 percent'",
                  "comparison KOR-WLD exports [ships] 2024-05 'doubled'",
                  "level KOR-WLD exports [ships] 2024-05 '$3 billion'"}));
}

TEST(PressOfTheMonth, ADestinationForExportsNamedAnewIsOneForAllOfThem) {
  EXPECT_EQ(statements_of("Oman's oil exports reached $3 billion in May. China was the top destination for Omani "
                          "exports, with a share of 40 percent.",
                          "2024-06-20")
                .back(),
            "share OMN-CHN exports 2024-05 '40 percent'");
}

TEST(PressOfTheMonth, WhoTakesAShareOfAnothersExportsIsTheirPartner) {
  EXPECT_EQ(statements_of("Malaysia's exports to the US grew 8 percent in 2023. The US accounted for 28 percent of "
                          "Vietnam's exports and China for 17 percent. Exports to Japan rose 3 percent.",
                          "2024-06-20"),
            (Statements{"growth MYS-USA exports 2023 '8 percent'", "share VNM-USA exports 2023 '28 percent'",
                        "share VNM-CHN exports 2023 '17 percent'", "growth VNM-JPN exports 2023 '3 percent'"}));
}

TEST(PressOfTheMonth, ATitleOnTheDeficitMayBeOfGoodsAndServices) {
  EXPECT_EQ(statements_of("US trade deficit widens to $70 billion\n\nThe U.S. trade deficit in goods and services "
                          "widened in May. Exports rose 2 percent.",
                          "2024-07-04")
                .back(),
            "growth USA-WLD exports goods_and_services_trade 2024-05 '2 percent'");
}

TEST(PressOfTheMonth, APlaceMayStandBeforeItsMonth) {
  EXPECT_EQ(statements_of("Trade between the US and Mexico rose 2 percent in June. Canada was second in June at $64 "
                          "billion.",
                          "2024-08-06")
                .at(1),
            "rank USA-CAN trade 2024-06 'second'");
}

TEST(PressOfTheMonth, AsManyMonthsAsFiguresHaveOneEach) {
  EXPECT_EQ(statements_of("In February and March, Brazil's exports grew 5 percent and 7 percent, respectively.",
                          "2024-06-20"),
            (Statements{"growth BRA-WLD exports 2024-02 '5 percent'", "growth BRA-WLD exports 2024-03 '7 percent'"}));
}

TEST(PressOfTheMonth, EachOfTheGoodsMayHaveAPartnerOfItsOwn) {
  EXPECT_EQ(statements_of("Brazil's imports of cars from Japan and steel from China grew by 5 percent and 7 percent, "
                          "respectively, in May.",
                          "2024-06-20"),
            (Statements{"growth BRA-JPN imports [cars] 2024-05 '5 percent'",
                        "growth BRA-CHN imports [steel] 2024-05 '7 percent'"}));
}

TEST(PressOfTheMonth, ThePreviousThreeMonthsAreTheQuarterBefore) {
  EXPECT_EQ(statements_of("Oman's exports fell to $5 billion in the second quarter from $6 billion in the previous "
                          "three months.",
                          "2024-08-20")
                .back(),
            "level OMN-WLD exports 2024-Q1 '$6 billion'");
}

TEST(PressOfTheMonth, AListOfMarketsMayGiveTheirChanges) {
  EXPECT_EQ(statements_of("Kenya's total exports rose 4 percent in 2023. The top two export markets were:\n\n"
                          "- Uganda, up 13 percent to $203 million\n- Tanzania, down 3 percent",
                          "2024-06-20"),
            (Statements{"growth KEN-WLD exports 2023 '4 percent'", "growth KEN-UGA exports 2023 '13 percent'",
                        "level KEN-UGA exports 2023 '$203 million'", "growth KEN-TZA exports 2023 minus '3 percent'"}));
}

TEST(PressOfTheMonth, SharesGoOnFromSectorToSector) {
  EXPECT_EQ(
      statements_of("FDI inflows to Ghana were $2 billion in 2023. Services accounted for 48 percent, the primary "
                    "sector for 31 percent and manufacturing for 21 percent.",
                    "2024-06-20")
          .back(),
      "share GHA-WLD inward investment_flow [manufacturing] 2023 '21 percent'");
}

TEST(PressOfTheMonth, MinistersMeetAndVisitOnDays) {
  EXPECT_EQ(statements_of("The Prime Minister of Malaysia paid an official visit to Thailand from 3 to 5 April 2024.",
                          "2024-04-06")
                .size(),
            1U);
}

TEST(PressOfTheMonth, ABalanceOnGoodsAndServicesIsOfBoth) {
  EXPECT_EQ(statements_of("Norway's trade balance on goods and services was a surplus of $9 billion in 2023."),
            (Statements{"level NOR-WLD balance goods_and_services_trade 2023 '$9 billion'"}));
}

TEST(PressOfTheMonth, TwoDaysAreOneMeeting) {
  EXPECT_EQ(in_short(read("The ASEAN ministers met on 27 and 28 August 2020.", "2020-08-29").statements.at(0)),
            "date ASEAN met [meeting] 2020-08-27/2020-08-28 '27 and 28 August 2020'");
}

TEST(PressOfTheMonth, HowAGrowthIsCountedIsNotWhen) {
  EXPECT_EQ(
      statements_of("Korea's exports rose 7 percent in May. The figure compares with a 5 percent on-year fall in "
                    "April.",
                    "2024-06-20"),
      (Statements{"growth KOR-WLD exports 2024-05 '7 percent'", "growth KOR-WLD exports 2024-04 minus '5 percent'"}));
}

TEST(PressOfTheMonth, AHeadlineDoubles) {
  EXPECT_EQ(
      statements_of("China-Laos trade more than doubles in May\n\nTrade was $3 billion in May.", "2024-06-20").front(),
      "comparison CHN-LAO trade 2024-05 'doubles'");
}

TEST(PressOfTheMonth, NodxIsSteeperOrNotThanBefore) {
  EXPECT_EQ(statements_of("Singapore's NODX fell 6 percent in May. Nodx to Japan fell 9 percent, steeper than the 8 "
                          "percent drop in April. The level of Nodx was S$15 billion.",
                          "2024-06-20"),
            (Statements{"growth SGP-WLD exports [non-oil domestic] 2024-05 minus '6 percent'",
                        "growth SGP-JPN exports [non-oil domestic] 2024-05 minus '9 percent'",
                        "growth SGP-JPN exports [non-oil domestic] 2024-04 minus '8 percent'",
                        "level SGP-WLD exports [non-oil domestic] 2024-05 'S$15 billion'"}));
}

TEST(PressOfTheMonth, GoodsStandInFront) {
  EXPECT_EQ(
      statements_of("In farm products, Chile was Peru's largest market in 2023. In chips, exports rose 5 percent."),
      (Statements{"rank PER-CHL exports [farm products] 2023 'Peru's largest market'",
                  "growth PER-WLD exports [chips] 2023 '5 percent'"}));
}

TEST(PressOfTheMonth, GoodsHaveTheirDerivatives) {
  EXPECT_EQ(
      statements_of("Among Peru's exports that rose in 2023 were copper and its derivatives, up 5 percent.").back(),
      "growth PER-WLD exports [copper and its derivatives] 2023 '5 percent'");
}

TEST(PressOfTheMonth, TheYearThatIsToEndIsThisYear) {
  EXPECT_EQ(
      statements_of("Peru's exports were $30 billion in the first five months of 2024. They could reach $80 "
                    "billion by the end of the year.",
                    "2024-06-20"),
      (Statements{"level PER-WLD exports 2024-01/2024-05 '$30 billion'", "level PER-WLD exports 2024 '$80 billion'"}));
}

TEST(PressOfTheMonth, WhatWasThenIsOfItsOwnClause) {
  EXPECT_EQ(statements_of("Peru's exports rose 5 percent in May. The trade balance showed a surplus of $2 billion; in "
                          "April it had been $3 billion.",
                          "2024-06-20"),
            (Statements{"growth PER-WLD exports 2024-05 '5 percent'", "level PER-WLD balance 2024-05 '$2 billion'",
                        "level PER-WLD balance 2024-04 '$3 billion'"}));
}

TEST(PressOfTheMonth, ASurplusForSomebodyInTradeWithOthersIsASurplus) {
  EXPECT_EQ(
      statements_of("The report shows a surplus of €9 bn for the euro area in trade in goods with the rest of the "
                    "world in May 2023, compared with +€8 bn in May 2022."),
      (Statements{"level EA-WLD balance 2023-05 '€9 bn'", "level EA-WLD balance 2022-05 '€8 bn'"}));
}

TEST(PressOfTheMonth, TradeInTheRedIsADeficit) {
  EXPECT_EQ(statements_of("Japan's trade with Chile was in the red by $4 billion in May.", "2024-06-20"),
            (Statements{"level JPN-CHL balance 2024-05 minus '$4 billion'"}));
}

TEST(PressOfTheMonth, AStreakIsNotOfTheMonthComparedWith) {
  EXPECT_EQ(statements_of("Japan's exports fell 9 percent in May. The drop was steeper than the 8 percent decline in "
                          "April and was the fifth consecutive monthly contraction.",
                          "2024-06-20")
                .back(),
            "streak JPN-WLD exports 2024-05 'the fifth consecutive monthly contraction'");
}

TEST(PressOfTheMonth, AnAverageSinceAYearIsOfAllYears) {
  EXPECT_EQ(statements_of("Japan's trade with Chile was $9 billion in 2023, with an average annual growth rate of 5 "
                          "percent since 1991.")
                .back(),
            "growth JPN-CHL trade average_growth_of_goods_trade 1991/2023 '5 percent'");
}

TEST(PressOfTheMonth, WhoIsThePartnerNowIsNotOfAnEarlierYear) {
  EXPECT_EQ(
      statements_of("Japan's trade with Chile was $9 billion in 2023.\n\nIn 2021 it was $8 billion. Japan is Chile's "
                    "third largest trading partner.")
          .back(),
      "rank CHL-JPN trade 2023 'Chile's third largest trading partner'");
}

TEST(PressOfTheMonth, ASumOfAllYearsIsAStock) {
  EXPECT_EQ(
      statements_of("Outbound direct investment by Chinese companies was $3 billion in May, bringing the cumulative "
                    "total to $26 billion by the end of the month.",
                    "2024-06-20")
          .back(),
      "level CHN-WLD outward investment_stock ../2024-05 '$26 billion'");
}

TEST(PressOfTheMonth, AShareOfExportsSaysOfWhichFlowTheAmountIs) {
  EXPECT_EQ(statements_of("Peru's exports were $9 billion and its imports $8 billion in 2023. The processing industry "
                          "brought home $5 billion, or 56 percent of total exports.")
                .back(),
            "share PER-WLD exports [processing industry] 2023 '56 percent'");
}

TEST(PressOfTheMonth, ByDestinationIsOfAllGoods) {
  EXPECT_EQ(
      statements_of("Korea's exports rose 5 percent in May. Exports of ships rose 9 percent. By destination, shipments "
                    "to Chile fell 3 percent.",
                    "2024-06-20")
          .back(),
      "growth KOR-CHL exports 2024-05 minus '3 percent'");
}

TEST(PressOfTheMonth, FirmsSeeTheirTradeRiseWithAll) {
  EXPECT_EQ(
      statements_of("China's trade grew 6 percent in 2023. Trade with Chile rose 2 percent. Private companies saw "
                    "their imports and exports rise 11 percent.")
          .back(),
      "growth CHN-WLD trade [private companies] 2023 '11 percent'");
}

TEST(PressOfTheMonth, AListIsOfTheNearestGoods) {
  EXPECT_EQ(statements_of("China's exports of machines rose 8 percent in 2023, with those of chips and cars surging 25 "
                          "percent and 22 percent, respectively."),
            (Statements{"growth CHN-WLD exports [machines] 2023 '8 percent'",
                        "growth CHN-WLD exports [chips] 2023 '25 percent'",
                        "growth CHN-WLD exports [cars] 2023 '22 percent'"}));
}

TEST(PressOfTheMonth, WhoTakesExportsIsWhereTheyGo) {
  EXPECT_EQ(
      statements_of("Australia's goods exports were A$40 billion in May 2023. China took A$17 billion of goods "
                    "exports."),
      (Statements{"level AUS-WLD exports 2023-05 'A$40 billion'", "level AUS-CHN exports 2023-05 'A$17 billion'"}));
}

TEST(PressOfTheMonth, WhatGoodsBringInBehindADeficitIsExported) {
  EXPECT_EQ(
      statements_of("Vietnam's exports to China were $43 billion in 2023. It ran a trade deficit of $6 billion with "
                    "the country. Fruit was the biggest earner, bringing in $3 billion.")
          .back(),
      "level VNM-CHN exports [fruit] 2023 '$3 billion'");
}

TEST(PressOfTheMonth, TheThreeTogetherAreNoneOfThem) {
  EXPECT_EQ(
      statements_of("China's trade with Chile was $9 billion in 2023, followed by Peru with $8 billion and Brazil "
                    "with $7 billion. Together, the three accounted for 4 percent of China's foreign trade.")
          .back(),
      "share CHN trade 2023 '4 percent'");
}

TEST(PressOfTheMonth, WhatGoesToFiftyCountriesGoesToAll) {
  EXPECT_EQ(
      statements_of("Cambodia exported rice worth $18 million to China in 2023. It shipped 239,000 tonnes of rice to "
                    "58 countries.")[1],
      "count KHM-WLD exports quantity [rice] 2023 '239,000 tonnes'");
}

TEST(PressOfTheMonth, ASectorSeesItsInvestment) {
  EXPECT_EQ(
      statements_of("FDI in China fell 8 percent in 2023. The manufacturing sector saw its FDI inflow drop 2 percent.")
          .back(),
      "growth CHN-WLD inward investment_flow [manufacturing sector] 2023 minus '2 percent'");
}

TEST(PressOfTheMonth, ADeficitIsNarrowerBySoMuch) {
  EXPECT_EQ(
      statements_of("The Philippines' trade deficit was $4 billion in May, narrower by 11 percent than a year ago and "
                    "wider than the $3 billion in April.",
                    "2024-06-20"),
      (Statements{"level PHL-WLD balance 2024-05 minus '$4 billion'",
                  "growth PHL-WLD balance 2024-05 minus '11 percent'",
                  "level PHL-WLD balance 2024-04 minus '$3 billion'"}));
}

TEST(PressOfTheMonth, WhoComesSecondAfterBuyingIsAMarket) {
  EXPECT_EQ(
      statements_of("Taiwan's exports rose 5 percent in May. Japan was the largest market with $3 billion. Korea came "
                    "second after buying $2 billion in goods.",
                    "2024-06-20")
          .back(),
      "level TWN-KOR exports 2024-05 '$2 billion'");
}

TEST(PressOfTheMonth, ItemsWithExportsOfSoMuchAreExportedToAll) {
  EXPECT_EQ(
      statements_of("Vietnam's exports were $190 billion in 2023. There were 29 items with export value of over $1 "
                    "billion, making up 90 percent of total exports.")
          .back(),
      "share VNM-WLD exports 2023 '90 percent'");
}

TEST(PressOfTheMonth, TheTopMarketIsOfAllInATextOnAll) {
  EXPECT_EQ(
      statements_of("Nigeria's total trade was $90 billion in 2023. Crude oil exports were $50 billion. Spain was the "
                    "top export destination with $9 billion.")
          .back(),
      "level NGA-ESP exports 2023 '$9 billion'");
}

TEST(PressOfTheMonth, SalesToOneBehindSomeGoodsAreOfAllWhereTheParagraphIs) {
  EXPECT_EQ(statements_of("Swiss exports fell 8 percent in May 2023. Watch exports were down 2 percent. Sales to Italy "
                          "declined by 11 percent.")
                .back(),
            "growth CHE-ITA exports 2023-05 minus '11 percent'");
}

TEST(PressOfTheMonth, APollHasNoGrowthOfItsOwn) {
  EXPECT_EQ(statements_of(
                "China's exports rose 8 percent in May, beating a forecast of 2 percent growth in a poll but slowing "
                "from April's 12 percent jump.",
                "2024-06-09")
                .back(),
            "growth CHN-WLD exports 2024-04 '12 percent'");
}

TEST(PressOfTheMonth, WhoSuppliesTheSameGoodsSuppliesTheSameMarket) {
  EXPECT_EQ(
      statements_of("Vietnam exported durian worth $2 billion to China in 2023. Thailand was the leading supplier with "
                    "$4 billion."),
      (Statements{"level VNM-CHN exports [durian] 2023 '$2 billion'",
                  "rank CHN-THA imports [durian] 2023 'the leading supplier'",
                  "level CHN-THA imports [durian] 2023 '$4 billion'"}));
}

TEST(PressOfTheMonth, GoodsMayBeBasedOnOthers) {
  EXPECT_EQ(statements_of(
                "Malaysia's exports of palm oil and palm-based products to China were RM9 billion in 2023. Sales to "
                "third countries rose 5 percent."),
            (Statements{"level MYS-CHN exports [palm oil and palm-based products] 2023 'RM9 billion'",
                        "growth MYS exports [palm oil and palm-based products] 2023 '5 percent'"}));
}

TEST(PressOfTheMonth, WhatIsWeighedInItsClauseIsOfThat) {
  EXPECT_EQ(statements_of(
                "China imported 508 million tonnes of crude oil in 2023; coal imports rose 61 percent to 474 million "
                "tonnes.")
                .back(),
            "count CHN-WLD imports quantity [coal] 2023 '474 million tonnes'");
}

TEST(PressOfTheMonth, BracketsHaveTheirOwnTime) {
  EXPECT_EQ(statements_of("Spain's trade in April 2024:\n\n- Deficit: €2 billion (€3 billion in April 2023)"),
            (Statements{"level ESP-WLD balance 2024-04 minus '€2 billion'",
                        "level ESP-WLD balance 2023-04 minus '€3 billion'"}));
}

TEST(PressOfTheMonth, AShareMayBePrivateFirms) {
  EXPECT_EQ(statements_of(
                "China's foreign trade was 41 trillion yuan in 2023. Private enterprises' share rose to 53 percent.")
                .back(),
            "share CHN-WLD trade [private enterprises] 2023 '53 percent'");
}

TEST(PressOfTheMonth, APercentageOfARankIsAShare) {
  EXPECT_EQ(statements_of(
                "Peru's exports rose 5 percent in 2023. Japan was the leading market with 38 percent, China came next "
                "with 19 percent. China's share in imports was 25 percent and Chile's 30 percent."),
            (Statements{"growth PER-WLD exports 2023 '5 percent'", "rank PER-JPN exports 2023 'the leading market'",
                        "share PER-JPN exports 2023 '38 percent'", "share PER-CHN exports 2023 '19 percent'",
                        "share PER-CHN imports 2023 '25 percent'", "share PER-CHL imports 2023 '30 percent'"}));
}

TEST(PressOfTheMonth, AsMuchAsInAYearIsHeldAgainstIt) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 5 percent in 2023. The trade surplus was $6 billion, 2.1 times as much as in "
                    "2022."),
      (Statements{"growth PER-WLD exports 2023 '5 percent'", "level PER-WLD balance 2023 '$6 billion'",
                  "comparison PER-WLD balance 2023 '2.1 times'"}));
}

TEST(PressOfTheMonth, TheSectorIsWhatTheTextHasToldOf) {
  EXPECT_EQ(statements_of("Peru's textile exports earned $2 billion in 2023. In January the sector fared better, with "
                          "exports of $200 million and a 4 percent share of all exports.",
                          "2024-02-20"),
            (Statements{"level PER-WLD exports [textile] 2023 '$2 billion'",
                        "level PER-WLD exports [textile] 2024-01 '$200 million'",
                        "share PER-WLD exports [textile] 2024-01 '4 percent'"}));
}

TEST(PressOfTheMonth, TheYearInASurveysNameIsNoTimeOfItsFigures) {
  EXPECT_EQ(statements_of("Kenya's exports to Rwanda rose 3 percent last year, the Economic Survey 2023 shows, with "
                          "those to Uganda up 5 percent.",
                          "2023-06-20"),
            (Statements{"growth KEN-RWA exports 2022 '3 percent'", "growth KEN-UGA exports 2022 '5 percent'"}));
}

TEST(PressOfTheMonth, AKwachaSignStandsBeforeTheDigits) {
  EXPECT_EQ(
      statements_of("Zambia's exports rose from K7.5 billion in March to K8.1 billion in April.", "2024-05-20"),
      (Statements{"level ZMB-WLD exports 2024-03 'K7.5 billion'", "level ZMB-WLD exports 2024-04 'K8.1 billion'"}));
}

TEST(PressOfTheMonth, EachBaseIsOfTheTimeBehindIt) {
  EXPECT_EQ(statements_of("Peru had a trade surplus of $3 billion in July. It was larger than the $2 billion posted a "
                          "year earlier, but smaller than the $4 billion booked in June.",
                          "2024-08-15"),
            (Statements{"level PER-WLD balance 2024-07 '$3 billion'", "level PER-WLD balance 2023-07 '$2 billion'",
                        "level PER-WLD balance 2024-06 '$4 billion'"}));
}

TEST(PressOfTheMonth, HigherThanAnAmountOfAnotherTimeIsAChange) {
  EXPECT_EQ(
      statements_of("Peru's trade with Chile was $3 billion in July. The figure was $1 billion higher than the $2 "
                    "billion registered in the same month of 2023.",
                    "2024-08-15"),
      (Statements{"level PER-CHL trade 2024-07 '$3 billion'", "change PER-CHL trade 2024-07 '$1 billion'",
                  "level PER-CHL trade 2023-07 '$2 billion'"}));
}

}  // namespace
}  // namespace tradewind::tests
