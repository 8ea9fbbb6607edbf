// Which flow a figure is of: exports, imports, both or what is between them; seen from whose side.
#include <gtest/gtest.h>

#include "tests/statements/read.hpp"

namespace tradewind::tests {
namespace {

TEST(Flows, WhatAPartnerBuysIsExportedToIt) {
  EXPECT_EQ(statements_of("Chile's exports fell 4 percent to $7 billion in May 2023, leaving a deficit of $90 million. "
                          "Japan took 6 percent less and Peru cut its purchases by 8 percent.\n\nImports were $7.1 "
                          "billion. Spain supplied goods worth $300 million and bought goods worth $200 million.",
                          "2023-06-20"),
            (Statements{
                "growth CHL-WLD exports 2023-05 minus '4 percent'", "level CHL-WLD exports 2023-05 '$7 billion'",
                "level CHL-WLD balance 2023-05 minus '$90 million'", "growth CHL-JPN exports 2023-05 minus '6 percent'",
                "growth CHL-PER exports 2023-05 minus '8 percent'", "level CHL-WLD imports 2023-05 '$7.1 billion'",
                "level CHL-ESP imports 2023-05 '$300 million'", "level CHL-ESP exports 2023-05 '$200 million'"}));
}

TEST(Flows, WhatTheTopCustomerPurchasesIsExportedToIt) {
  EXPECT_EQ(statements_of("Kenya's exports rose 4 percent in May 2023. Uganda was the top customer, with purchases of "
                          "$90 million; Egypt took 11 percent.",
                          "2023-06-20"),
            (Statements{"growth KEN-WLD exports 2023-05 '4 percent'", "rank KEN-UGA exports 2023-05 'the top customer'",
                        "level KEN-UGA exports 2023-05 '$90 million'", "share KEN-EGY exports 2023-05 '11 percent'"}));
}

TEST(Flows, ExportsAndImportsTogetherAreTrade) {
  EXPECT_EQ(statements_of("In May 2023 Peru's exports came to $4 billion and its imports to $3 billion. Together they "
                          "came to $7 billion, or 5 percent less than a year before.",
                          "2023-06-20"),
            (Statements{"level PER-WLD exports 2023-05 '$4 billion'", "level PER-WLD imports 2023-05 '$3 billion'",
                        "level PER-WLD trade 2023-05 '$7 billion'", "growth PER-WLD trade 2023-05 minus '5 percent'"}));
}

TEST(Flows, TheOtherDirectionIsTheOtherFlow) {
  EXPECT_EQ(statements_of("Norway's exports to Poland were $3 billion in 2022. Shipments in the other direction rose 5 "
                          "percent.")
                .back(),
            "growth NOR-POL imports 2022 '5 percent'");
  EXPECT_EQ(statements_of("Norway's exports to Poland were $3 billion in 2022. In the other direction went furniture "
                          "worth $2 billion.")
                .back(),
            "level NOR-POL imports [furniture] 2022 '$2 billion'");
}

TEST(Flows, WhatSomebodySoldIsHisExports) {
  EXPECT_EQ(statements_of("Germany took a third of what Poland shipped abroad in 2022. Of the $900 million worth of "
                          "goods that Kenya sold abroad in 2022, Uganda took $90 million."),
            (Statements{"share POL-DEU exports 2022 'a third'", "level KEN-WLD exports 2022 '$900 million'",
                        "level KEN-UGA exports 2022 '$90 million'"}));
}

TEST(Flows, OnesAreTheMeasureBefore) {
  EXPECT_EQ(statements_of("Peru's outbound shipments fell 3 percent in 2022, while inbound ones rose 5 percent."),
            (Statements{"growth PER-WLD exports 2022 minus '3 percent'", "growth PER-WLD imports 2022 '5 percent'"}));
}

TEST(Flows, GrowthThatIsAimedAtBehindABalanceIsOfWhatTheTextIsOn) {
  EXPECT_EQ(statements_of("Chile's exports rose 4 percent in 2022, leaving a surplus of $3 billion. The ministry is "
                          "keeping its target of 2 percent growth.")
                .back(),
            "growth CHL-WLD exports 2022 '2 percent'");
}

TEST(Flows, TheTotalIsWhatTheTextBeganWith) {
  EXPECT_EQ(
      statements_of("Peru's trade came to $90 billion in 2022.\n\nTrade with China rose 2 percent, although imports "
                    "fell 3 percent.\n\nThe EU accounted for 15 percent of the total.")
          .back(),
      "share PER-EU trade 2022 '15 percent'");
}

TEST(Flows, GoodsEarnByBeingExported) {
  EXPECT_EQ(
      statements_of("In 2022 Peru's exports fell to $30 billion, copper earning only $9 billion. Among purchases, "
                    "wheat cost $400 million."),
      (Statements{"level PER-WLD exports 2022 '$30 billion'", "level PER-WLD exports [copper] 2022 '$9 billion'",
                  "level PER-WLD imports [wheat] 2022 '$400 million'"}));
}

TEST(Flows, TradeThroughBorderPostsIsBorderTrade) {
  EXPECT_EQ(statements_of("Trade through Bolivia's land border posts was worth $3 billion in 2022. Exports came to $1 "
                          "billion."),
            (Statements{"level BOL-WLD trade [border] 2022 '$3 billion'",
                        "level BOL-WLD exports [border] 2022 '$1 billion'"}));
}

TEST(Flows, AKindOfCapitalIsAPartOfWhatCameIn) {
  EXPECT_EQ(
      statements_of("Foreign direct investment in Peru reached $9 billion in 2022. Equity capital made up $3 billion "
                    "of it."),
      (Statements{"level PER-WLD inward investment_flow 2022 '$9 billion'",
                  "level PER-WLD inward investment_flow [equity capital] 2022 '$3 billion'"}));
}

TEST(Flows, InATextOnTheHostInvestmentComesIn) {
  EXPECT_EQ(statements_of("LIMA - Peru's exports rose 5 percent in 2022. Chinese investment in Peru doubled to $3 "
                          "billion.")
                .back(),
            "level PER-CHN inward investment_flow 2022 '$3 billion'");
}

TEST(Flows, SectorsFollowOneAnother) {
  EXPECT_EQ(statements_of("Foreign direct investment in Peru reached $9 billion in 2022. Mining drew $4 billion, real "
                          "estate $2 billion.")
                .back(),
            "level PER-WLD inward investment_flow [real estate] 2022 '$2 billion'");
}

TEST(Flows, ForeignInvestedFirmsInvestNothing) {
  EXPECT_EQ(
      statements_of("In 2022 Vietnam's foreign-invested firms exported goods worth $90 billion, up 5 percent.").back(),
      "growth VNM-WLD exports [foreign-invested firms] 2022 '5 percent'");
}

TEST(Flows, WhatGoodsBringInIsExported) {
  EXPECT_EQ(statements_of("Norway's exports fell 5 percent and imports rose 2 percent in 2022. Crude oil brought in $9 "
                          "billion.")
                .back(),
            "level NOR-WLD exports [crude oil] 2022 '$9 billion'");
}

TEST(Flows, OfOtherGoodsStandsForTheirSales) {
  EXPECT_EQ(statements_of("In 2022 Kenya's sales of tea abroad rose 2 percent, of coffee 3 percent."),
            (Statements{"growth KEN-WLD exports [tea] 2022 '2 percent'",
                        "growth KEN-WLD exports [coffee] 2022 '3 percent'"}));
}

TEST(Flows, TradeMayLeaveGoodsOut) {
  EXPECT_EQ(statements_of("Peru's shipments to Chile, excluding copper and gold, rose 5 percent in 2022."),
            (Statements{"growth PER-CHL exports [excluding copper and gold] 2022 '5 percent'"}));
}

TEST(Flows, MoreOfAListIsAGrowth) {
  EXPECT_EQ(
      statements_of("Peru's exports fell 5 percent in 2022, slower than the 6 percent of 2021. Japan and Chile bought "
                    "2 percent and 3 percent more.")
          .back(),
      "growth PER-CHL exports 2022 '3 percent'");
}

TEST(Flows, NoTradeIsLessThanNothing) {
  EXPECT_EQ(
      statements_of("Peru's exports dived 5 percent in 2022. Japan cut its purchases by $3 billion, ahead of the EU "
                    "(-$2 billion).")
          .back(),
      "change PER-EU exports 2022 '-$2 billion'");
}

TEST(Flows, AFigureInFrontIsOfWhatTheClauseIsAbout) {
  EXPECT_EQ(statements_of("At $7 billion, Kenya's imports from Japan were 3 percent lower in 2023."),
            (Statements{"level KEN-JPN imports 2023 '$7 billion'", "growth KEN-JPN imports 2023 minus '3 percent'"}));
  EXPECT_EQ(statements_of("Kenya's exports rose 5 percent in 2023. With $9 billion, imports were twice as high.")[1],
            "level KEN-WLD imports 2023 '$9 billion'");
}

TEST(Flows, AGoalIsForATrade) {
  EXPECT_EQ(statements_of("Kenya sets $9 billion target for exports to Japan by 2030").front(),
            "level KEN-JPN exports 2030 '$9 billion'");
}

TEST(Flows, TheSideOfExportsOrImportsStandsInFront) {
  EXPECT_EQ(statements_of("Kenya's exports to Japan rose 5 percent in 2023, led by tea with $2 billion, while on the "
                          "import side machines were down 4 percent to $3 billion.")
                .back(),
            "level KEN-JPN imports [machines] 2023 '$3 billion'");
}

TEST(Flows, TheVolumeOfANewParagraphIsOfBothFlows) {
  EXPECT_EQ(
      statements_of("Peru's trade with Chile was $9 billion in May 2023. Imports were $5 billion and exports $4 "
                    "billion.\n\nFor the whole of 2022 the volume reached $99 billion, up 4 percent, or 22 percent "
                    "of Peru's total trade."),
      (Statements{"level PER-CHL trade 2023-05 '$9 billion'", "level PER-CHL imports 2023-05 '$5 billion'",
                  "level PER-CHL exports 2023-05 '$4 billion'", "level PER-CHL trade 2022 '$99 billion'",
                  "growth PER-CHL trade 2022 '4 percent'", "share PER-CHL trade 2022 '22 percent'"}));
}

TEST(Flows, WhatWentOutAndWhatCameIn) {
  EXPECT_EQ(
      statements_of("Kenya's trade with Uganda was $3 billion in 2023: $2 billion went out and $1 billion came in."),
      (Statements{"level KEN-UGA trade 2023 '$3 billion'", "level KEN-UGA exports 2023 '$2 billion'",
                  "level KEN-UGA imports 2023 '$1 billion'"}));
}

TEST(Flows, SalesTheOtherWayAreExports) {
  EXPECT_EQ(statements_of("Kenya bought goods worth $9 billion from Japan in 2023; its sales the other way were $2 "
                          "billion.")
                .back(),
            "level KEN-JPN exports 2023 '$2 billion'");
}

TEST(Flows, AFallInShipmentsElsewhereIsOfThose) {
  EXPECT_EQ(statements_of("Kenya's exports grew 4 percent in 2022, as stronger sales to Uganda offset a drop of 30 "
                          "percent in shipments to Sudan.")
                .back(),
            "growth KEN-SDN exports 2022 minus '30 percent'");
}

TEST(Flows, WhatTheTopExporterToAMarketShipsIsImportedThere) {
  EXPECT_EQ(
      statements_of("Chile overtook Peru as the top exporter to Spain in 2022, with shipments of $4 billion.").back(),
      "level ESP-CHL imports 2022 '$4 billion'");
}

TEST(Flows, SoMuchOrSuchAShareWereExports) {
  EXPECT_EQ(statements_of("Of Peru's total trade in 2022, $34 billion or 39 percent were exports and $53 billion or 61 "
                          "percent were imports."),
            (Statements{"level PER-WLD exports 2022 '$34 billion'", "share PER-WLD exports 2022 '39 percent'",
                        "level PER-WLD imports 2022 '$53 billion'", "share PER-WLD imports 2022 '61 percent'"}));
}

TEST(Flows, WhatIsSoldInGoodsAndServicesIsOfBothAndSoIsWhatIsBought) {
  EXPECT_EQ(statements_of("Peru exported $9 billion in goods and services in 2023 and imported $8 billion."),
            (Statements{"level PER-WLD exports goods_and_services_trade 2023 '$9 billion'",
                        "level PER-WLD imports goods_and_services_trade 2023 '$8 billion'"}));
}

TEST(Flows, InServicesItSellsAndBuys) {
  EXPECT_EQ(
      statements_of("In 2023, Chile exports goods worth $9 billion to Peru. In services it exports $3 billion and "
                    "imports $2 billion."),
      (Statements{"level CHL-PER exports 2023 '$9 billion'", "level CHL-PER exports services_trade 2023 '$3 billion'",
                  "level CHL-PER imports services_trade 2023 '$2 billion'"}));
}

TEST(Flows, DebitsAreImports) {
  EXPECT_EQ(statements_of("Australia's goods and services credits rose 1 percent in May 2024, while debits rose 2 "
                          "percent.")
                .back(),
            "growth AUS-WLD imports goods_and_services_trade 2024-05 '2 percent'");
}

TEST(Flows, OnTheExportsFrontAndWithEarningsOf) {
  EXPECT_EQ(
      statements_of("India's imports rose 5 percent in May 2024. On the exports front, gems grew by 3 percent.").back(),
      "growth IND-WLD exports [gems] 2024-05 '3 percent'");
  EXPECT_EQ(
      statements_of("Chile's imports rose 5 percent in May 2024.\n\nCopper, with earnings of $3 billion, led.").back(),
      "level CHL-WLD exports [copper] 2024-05 '$3 billion'");
}

TEST(Flows, ExportsUnderProcessingTradeAreExports) {
  EXPECT_EQ(statements_of("In 2007, Vietnam's exports under processing trade totaled $4 billion."),
            (Statements{"level VNM-WLD exports [processing] 2007 '$4 billion'"}));
}

TEST(Flows, GoodsOfCertificatesOfOriginLeaveWithThem) {
  EXPECT_EQ(statements_of("Thailand issued 900 RCEP certificates of origin for goods worth $2 billion in 2023.").back(),
            "level THA-RCEP exports 2023 '$2 billion'");
}

TEST(Flows, AmongTheMainTradingPartnersIsOfBothWays) {
  EXPECT_EQ(statements_of("Oman's trade rose in 2023. Oil exports fell 5 percent to $9 billion.\n\nChina ranked first "
                          "among the main trading partners with $7 billion.")
                .back(),
            "level OMN-CHN trade 2023 '$7 billion'");
}

TEST(Flows, TheBiggestSourceOfImportsIsNotOfInvestment) {
  EXPECT_EQ(statements_of("In 2007, China became the biggest source of Peru's oil imports.").back(),
            "rank PER-CHN imports [oil] 2007 'the biggest source of Peru's oil'");
}

TEST(Flows, GrowthBehindAnEconomysIsAgainOfIt) {
  EXPECT_EQ(statements_of("Peru's exports rose 2 percent in 2023. The economy expanded 4 percent. Growth slowed to 3 "
                          "percent in 2024.")
                .back(),
            "growth PER gdp 2024 '3 percent'");
}

TEST(Flows, APollForecastsWhatTheTextIsOn) {
  EXPECT_EQ(
      statements_of("Thailand's exports fell 5 percent in June 2024. A poll had forecast a rise of 6 percent.").back(),
      "growth THA-WLD exports 2024-06 '6 percent'");
}

TEST(Flows, TheTotalDeficitIsAgainOfGoodsAndServices) {
  EXPECT_EQ(statements_of("The total UK trade deficit (goods and services) widened to 9 billion pounds in June 2018. "
                          "The trade in goods deficit rose by 2 billion pounds. The total trade deficit narrowed by 6 "
                          "billion pounds in the 12 months to June 2018.")
                .back(),
            "change GBR-WLD balance goods_and_services_trade 2017-07/2018-06 minus '6 billion pounds'");
}

TEST(Flows, TheVolumeOfTheTonnesToldBefore) {
  EXPECT_EQ(statements_of("Chile's exports of lithium rose to 5,500 tonnes in July 2025.\n\nThe volume was up 75% from "
                          "June.")
                .back(),
            "growth CHL-WLD exports quantity [lithium] 2025-07 '75%'");
}

TEST(Flows, AShareOfTheWorldsOutputIsNoTrade) {
  EXPECT_EQ(statements_of("In 2017, China's share in global foreign investment was 5 percent, as against 14 percent of "
                          "global GDP and 11 percent of world trade."),
            (Statements{"share CHN-WLD inward investment 2017 '5 percent'", "share CHN-WLD gdp 2017 '14 percent'",
                        "share CHN-WLD trade 2017 '11 percent'"}));
}

TEST(Flows, ThePartThatRoadsCarryOfTheTradeIsOfWhatTheTextBeganWith) {
  EXPECT_EQ(statements_of("Trade between Peru and Chile grew to 9 billion dollars in 2024. Peru's imports of copper "
                          "from Chile rose 3 percent.\n\nRoad transport handled 52 percent of the trade.")
                .back(),
            "share PER-CHL trade [road transport] 2024 '52 percent'");
}

TEST(Flows, TradeFinanceIsNoTradeAndWhatIsTaxedIsARate) {
  EXPECT_EQ(statements_of("Kenya's trade rose 5 percent in 2024. A bank disbursed $2 billion in trade finance in 2024.")
                .back(),
            "level KEN trade finance 2024 '$2 billion'");
  EXPECT_EQ(statements_of("Chile's exports to Japan rose 5 percent in 2024. Wine is taxed at 15%.").back().substr(0, 4),
            "rate");
}

TEST(Flows, ShipmentsContractByAPercentage) {
  EXPECT_EQ(statements_of("In 2024, Peru will see the value of its shipments contract by 7 percent.").back(),
            "growth PER-WLD exports 2024 minus '7 percent'");
}

TEST(Flows, TheMostImportedProductIsImported) {
  EXPECT_EQ(statements_of("Ghana's imports rose 5 percent in 2024. Motor spirit, the most imported product, was valued "
                          "at $2 billion.")
                .back(),
            "level GHA-WLD imports [motor spirit] 2024 '$2 billion'");
}

TEST(Flows, TheCurrentAccountIsABalanceOfItsOwn) {
  EXPECT_EQ(statements_of("India's current account deficit widened to $9 billion in 2022. The gap was $2 billion in "
                          "2021. The trade deficit rose to $80 billion in 2022."),
            (Statements{"level IND-WLD balance current_account 2022 minus '$9 billion'",
                        "level IND-WLD balance current_account 2021 minus '$2 billion'",
                        "level IND-WLD balance 2022 minus '$80 billion'"}));
}

TEST(Flows, ExportsExceedImportsForMonths) {
  EXPECT_EQ(
      statements_of("Korea's trade surplus was $6 billion in September 2019, with exports exceeding imports for 92 "
                    "straight months.")
          .back(),
      "streak KOR-WLD balance 2019-09 'for 92 straight months'");
}

TEST(Flows, CombinedExportsAreOfGoodsAndServices) {
  EXPECT_EQ(statements_of("India's services exports were $3 billion in May 2024. Merchandise exports were $4 billion. "
                          "Combined exports stood at $7 billion.")
                .back(),
            "level IND-WLD exports goods_and_services_trade 2024-05 '$7 billion'");
}

TEST(Flows, RetailSalesAreNoExports) {
  EXPECT_EQ(statements_of("Peru's exports rose 5 percent in 2021. Retail sales rose 3 percent.").back(),
            "growth PER retail sales 2021 '3 percent'");
}

TEST(Flows, TheFiguresGoBackToThoseToldBefore) {
  EXPECT_EQ(statements_of("In 2021, trade between Peru and Chile was $9 billion, with Peru's exports at $4 billion. In "
                          "2022, the figures were $10 billion and $5 billion, respectively."),
            (Statements{"level PER-CHL trade 2021 '$9 billion'", "level PER-CHL exports 2021 '$4 billion'",
                        "level PER-CHL trade 2022 '$10 billion'", "level PER-CHL exports 2022 '$5 billion'"}));
}

TEST(Flows, AnAsideBetweenDashesLeavesTheClauseItsFigures) {
  EXPECT_EQ(
      statements_of("The office said on Friday that Peru's deficit in goods and services -- the difference between "
                    "what it buys abroad and what it sells there -- widened 7 percent in 2022."),
      (Statements{"growth PER-WLD balance goods_and_services_trade 2022 '7 percent'"}));
}

TEST(Flows, WhyItRoseIsNoMeasureOfItsFigure) {
  EXPECT_EQ(statements_of("Peru's exports surged 28 percent to $7 billion on shipments of copper in 2022."),
            (Statements{"growth PER-WLD exports 2022 '28 percent'", "level PER-WLD exports 2022 '$7 billion'"}));
}

TEST(Flows, AParticipleBehindWhenIsOfWhatStandsBefore) {
  EXPECT_EQ(
      statements_of("Peru's exports fell 2 percent in May 2022 from a year ago, when demand was high, reversing a 5 "
                    "percent rise in April.")
          .back(),
      "growth PER-WLD exports 2022-04 '5 percent'");
}

TEST(Flows, ARelativeClauseIsOfTheMeasureBeforeIt) {
  EXPECT_EQ(statements_of("Chile's imports grew 9 percent in 2023, outpacing exports, which gained 2 percent.").back(),
            "growth CHL-WLD exports 2023 '2 percent'");
}

TEST(Flows, APartIsOfTheExportsThatStandBehindIt) {
  EXPECT_EQ(statements_of("Kenya's trade was $20 billion in 2023. Uganda took $3 billion, or 33 percent, of exports."),
            (Statements{"level KEN-WLD trade 2023 '$20 billion'", "level KEN-UGA exports 2023 '$3 billion'",
                        "share KEN-UGA exports 2023 '33 percent'"}));
}

TEST(Flows, WhatIsSoldInATextOnExportsAndImportsIsExported) {
  EXPECT_EQ(statements_of("Chile's exports fell 3 percent in 2023 and imports rose 2 percent. Copper sales dropped 7 "
                          "percent.")
                .back(),
            "growth CHL-WLD exports [copper] 2023 minus '7 percent'");
}

TEST(Flows, PartnersInBracketsAreOfTheFlowThatTheyRankIn) {
  EXPECT_EQ(
      statements_of("Ghana's trade surplus was $2 billion in 2023. India ($3 billion) and Togo ($1 billion) were "
                    "the top export destinations."),
      (Statements{"level GHA-WLD balance 2023 '$2 billion'", "level GHA-IND exports 2023 '$3 billion'",
                  "level GHA-TGO exports 2023 '$1 billion'", "rank GHA-IND exports 2023 'the top export destinations'",
                  "rank GHA-TGO exports 2023 'the top export destinations'"}));
}

TEST(Flows, BilateralTradeIsOfBothWaysAndSeenFromTheSameSide) {
  EXPECT_EQ(
      statements_of("Kenya's exports to Uganda rose 5 percent in 2023, and imports from Uganda fell 2 percent. Farm "
                    "goods accounted for 40 percent of bilateral trade.")
          .back(),
      "share KEN-UGA trade [farm goods] 2023 '40 percent'");
  EXPECT_EQ(statements_of("China trade slips\n\nLaos's trade with China fell 5 percent in 2023. The deficit with China "
                          "narrowed 7 percent.\n\nIn 2022, bilateral trade was $7 billion. Exports were $2 billion.")
                .back(),
            "level LAO-CHN exports 2022 '$2 billion'");
}

TEST(Flows, ARatioOfExportsToImportsIsNotOfImports) {
  EXPECT_EQ(
      statements_of("Turkey's deficit was $6 billion in 2023. The ratio of exports to imports fell to 69 percent.")
          .back(),
      "share TUR-WLD exports 2023 '69 percent'");
}

TEST(Flows, BehindBothHalvesExportsAreOfNeitherAlone) {
  EXPECT_EQ(
      statements_of("Peru's trade deficit fell to $2 billion in May 2022. A goods deficit of $8 billion was partly "
                    "offset by a surplus on services of $6 billion. Exports rose 3 percent.")
          .back(),
      "growth PER-WLD exports 2022-05 '3 percent'");
  EXPECT_EQ(statements_of("In 2022 Peru had a trade surplus of $6 billion, with goods and services exports worth $40 "
                          "billion.")
                .front(),
            "level PER-WLD balance goods_and_services_trade 2022 '$6 billion'");
}

TEST(Flows, WhatIsShippedInReturnIsExported) {
  EXPECT_EQ(statements_of("Nepal imported goods worth $2 billion from China in 2023 and shipped only $70 million in "
                          "return.")
                .back(),
            "level NPL-CHN exports 2023 '$70 million'");
}

TEST(Flows, TheTradeSurplusBehindServicesIsOfAllTrade) {
  EXPECT_EQ(
      statements_of("Peru's exports fell 3 percent to $9 billion in 2023. Services exports fell 4 percent. The trade "
                    "surplus narrowed to $5 billion.")
          .back(),
      "level PER-WLD balance 2023 '$5 billion'");
}

}  // namespace
}  // namespace tradewind::tests
