// Goods that are sold, earn money, come first or are weighed: which trade that is.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Goods, WhatGoodsEarnIsTheirExport) {
  EXPECT_EQ(statements_of("Coffee has earned Peru over $600 million in 2023.").front(),
            "threshold PER-WLD exports [coffee] 2023 'over $600 million'");
  EXPECT_EQ(
      statements_of("Peru's exports fell 15 percent to $50 billion in 2023, crude oil earning only $1 billion.").back(),
      "level PER-WLD exports [crude oil] 2023 '$1 billion'");
  EXPECT_EQ(statements_of("Peru's exports were worth $64 billion in 2023, the highest ever, after $55 billion in 2022.")
                .back(),
            "level PER-WLD exports 2022 '$55 billion'");
}

TEST(GoodsSold, OfWhichSomeWentSomewhere) {
  EXPECT_EQ(statements_of("Peru shipped $3 billion worth of grapes in 2023, of which exports to China alone made up $1 "
                          "billion.")
                .back(),
            "level PER-CHN exports [grapes] 2023 '$1 billion'");
}

TEST(Goods, WhatSomebodyEarnsFromThemIsHisExport) {
  EXPECT_EQ(
      statements_of("Rwanda earned $80 million from tea in 2023. Pakistan was the largest market with $30 million."),
      (Statements{"level RWA-WLD exports [tea] 2023 '$80 million'",
                  "rank RWA-PAK exports [tea] 2023 'the largest market'",
                  "level RWA-PAK exports [tea] 2023 '$30 million'"}));
}

TEST(Goods, WhatWasWeighedIsMeantByWhatItWasWorth) {
  EXPECT_EQ(statements_of("Peru shipped 320,000 tonnes of grapes in 2023. The exports were worth $1.7 billion.").back(),
            "level PER-WLD exports [grapes] 2023 '$1.7 billion'");
  EXPECT_EQ(
      statements_of("Chilean cherry exports to China totaled 320,000 tonnes in 2023. They brought in $2 billion, 12 "
                    "percent more than in 2022."),
      (Statements{"count CHL-CHN exports quantity [cherry] 2023 '320,000 tonnes'",
                  "level CHL-CHN exports [cherry] 2023 '$2 billion'",
                  "growth CHL-CHN exports [cherry] 2023 '12 percent'"}));
}

TEST(Goods, WhatWasWeighedIsWhatTheMarketsAreOf) {
  EXPECT_EQ(
      statements_of("Rwanda shipped 30,000 tonnes of tea in 2023. Pakistan was the largest market with $30 million."),
      (Statements{"count RWA-WLD exports quantity [tea] 2023 '30,000 tonnes'",
                  "rank RWA-PAK exports [tea] 2023 'the largest market'",
                  "level RWA-PAK exports [tea] 2023 '$30 million'"}));
}

TEST(Goods, InTheOtherDirectionTheyGoBetweenTheSameTwo) {
  EXPECT_EQ(
      statements_of("Japan remained Chile's biggest supplier in May, with goods worth $900 million. Deliveries in "
                    "the other direction rose 14 percent.",
                    "2024-06-20")
          .back(),
      "growth CHL-JPN exports 2024-05 '14 percent'");
}

TEST(Goods, ATitleMayCallThemOtherwise) {
  EXPECT_EQ(
      statements_of(
          "RMG exports grow 9 pct\n\nBangladesh's exports of readymade garments (RMG) rose 9 percent to $38 billion "
          "in 2023. The EU market accounted for $19 billion. Exports to France rose 2 percent.")
          .back(),
      "growth BGD-FRA exports [readymade garments] 2023 '2 percent'");
  EXPECT_EQ(statements_of("Exports by Peru's fishing industry rose 5 percent in 2023.").front(),
            "growth PER-WLD exports [fishing industry] 2023 '5 percent'");
}

TEST(Goods, SalesOfThemToSomebodyAreExports) {
  EXPECT_EQ(statements_of(
                "Britain's deficit fell to £4 billion in 2023. Services contributed a surplus of £6 billion. Sales of "
                "goods to EU countries rose £2 billion."),
            (Statements{"level GBR-WLD balance 2023 minus '£4 billion'",
                        "level GBR-WLD balance services_trade 2023 '£6 billion'",
                        "change GBR-EU exports 2023 '£2 billion'"}));
  EXPECT_EQ(
      statements_of("Peru's imports rose in 2023. Sales of fish, copper and shoes to Japan fell 5 percent.").back(),
      "growth PER-JPN exports [fish, copper and shoes] 2023 minus '5 percent'");
}

TEST(Goods, TheFirstOfSomebodysExportsNeedsNothingBefore) {
  EXPECT_EQ(statements_of(
                "Coffee was Ethiopia's top export in 2023, fetching $412 million, ahead of oilseeds at $389 million."),
            (Statements{"rank ETH-WLD exports [coffee] 2023 'top export'",
                        "level ETH-WLD exports [coffee] 2023 '$412 million'",
                        "level ETH-WLD exports [oilseeds] 2023 '$389 million'"}));
  EXPECT_EQ(
      statements_of("Uruguay's exports were $825 million in 2023, including $152 million of beef and $98 million of "
                    "soybeans.")
          .back(),
      "level URY-WLD exports [soybeans] 2023 '$98 million'");
}

TEST(Goods, WhatIsWeighedMayBeSeveral) {
  EXPECT_EQ(statements_of(
                "Peru imported 7 million tonnes of crude oil, coal and natural gas in 2023, 57 percent of the value of "
                "all its imports.")
                .front(),
            "count PER-WLD imports quantity [crude oil, coal and natural gas] 2023 '7 million tonnes'");
}

TEST(Goods, WhichWayThoseGoThatWereTheMainImports) {
  EXPECT_EQ(
      statements_of("Togo's imports rose 3 percent in 2022. Gold, worth $87 million, was the top export. Diesel "
                    "($71 million) and cars ($41 million) were the main imports."),
      (Statements{"growth TGO-WLD imports 2022 '3 percent'", "level TGO-WLD exports [gold] 2022 '$87 million'",
                  "rank TGO-WLD exports [gold] 2022 'top export'", "level TGO-WLD imports [diesel] 2022 '$71 million'",
                  "level TGO-WLD imports [cars] 2022 '$41 million'"}));
}

TEST(Goods, BehindSeveralOneByOneABareFlowIsOfAllAgain) {
  EXPECT_EQ(statements_of("Kenya's exports rose 8 percent in 2023.\n\nTea exports rose 4 percent and cut flowers 3 "
                          "percent. In December alone, exports grew 9 percent.")
                .back(),
            "growth KEN-WLD exports 2023-12 '9 percent'");
}

TEST(Goods, TheSectorThatPushesExportsUpIsNotWhatTheyAreOf) {
  EXPECT_EQ(statements_of("The car sector pushes Mexico's exports up 7 percent in May 2023."),
            (Statements{"growth MEX-WLD exports 2023-05 '7 percent'"}));
}

TEST(Goods, IntoWhichInvestmentWent) {
  EXPECT_EQ(statements_of("FDI into Peru rose 4 percent to $9 billion in 2022, of which $2 billion went to mining "
                          "services.")
                .back(),
            "level PER-WLD inward investment_flow [mining services] 2022 '$2 billion'");
}

TEST(GoodsSold, WhatDominatesDeliveriesIsNotAllOfThem) {
  EXPECT_EQ(
      statements_of("Peru's imports from Chile were $5 billion in 2022. Copper and zinc dominate deliveries to the "
                    "southern neighbour, which were worth $3 billion.")
          .back(),
      "level PER-CHL exports 2022 '$3 billion'");
}

TEST(GoodsSold, WorthAndWhatAreNoGoods) {
  EXPECT_EQ(statements_of("In 2022 China sold Peru goods worth 9 billion yuan and bought 8 billion yuan's worth."),
            (Statements{"level CHN-PER exports 2022 '9 billion yuan'", "level CHN-PER imports 2022 '8 billion yuan'"}));
  EXPECT_EQ(statements_of("In 2022 China bought 27 percent of what the Netherlands sold abroad."),
            (Statements{"share NLD-CHN exports 2022 '27 percent'"}));
}

TEST(GoodsSold, TradeInWhichIsOfTheGoodsBefore) {
  EXPECT_EQ(
      statements_of("Peru's trade with Chile rose 5 percent in 2022. One reason was farm goods, trade in which grew "
                    "13 percent, another was chips, exports of which doubled.")[1],
      "growth PER-CHL trade [farm goods] 2022 '13 percent'");
}

TEST(GoodsSold, AShareOfSomeGoodsIsOfThem) {
  EXPECT_EQ(statements_of("Japan took 20 percent of Kenya's tea exports in 2023."),
            (Statements{"share KEN-JPN exports [tea] 2023 '20 percent'"}));
  EXPECT_EQ(statements_of("Japan supplied 17 percent of Kenya's imports of machinery in 2023 and took 4 percent of its "
                          "exports of tea."),
            (Statements{"share KEN-JPN imports [machinery] 2023 '17 percent'",
                        "share KEN-JPN exports [tea] 2023 '4 percent'"}));
}

TEST(GoodsSold, ThePurchasesAreThoseJustTold) {
  EXPECT_EQ(
      statements_of("China bought 1.2 million tonnes of bananas from Peru in 2022, up 5 percent. The purchases were "
                    "valued at $496 million.")
          .back(),
      "level CHN-PER imports [bananas] 2022 '$496 million'");
}

TEST(GoodsSold, AnAbbreviationInBracketsIsNotInTheirWay) {
  EXPECT_EQ(statements_of("Peru's exports rose 5 percent in 2022. Major exports were electrical and electronic (E&E) "
                          "products ($3 billion) and rubber products ($2 billion).")[1],
            "level PER-WLD exports [electrical and electronic products] 2022 '$3 billion'");
}

TEST(GoodsSold, ATextOnWhatIsWeighedIsOnTheTradeInIt) {
  EXPECT_EQ(statements_of("Chile's exports of lithium rose to 5,500 tonnes in July 2023. The volume was up 75 percent "
                          "from June. Japan was the top destination. Shipments to Korea rose 4 percent."),
            (Statements{"count CHL-WLD exports quantity [lithium] 2023-07 '5,500 tonnes'",
                        "growth CHL-WLD exports quantity [lithium] 2023-07 '75 percent'",
                        "rank CHL-JPN exports [lithium] 2023-07 'the top destination'",
                        "growth CHL-KOR exports [lithium] 2023-07 '4 percent'"}));
}

TEST(GoodsSold, AKindOfTradeOrTradersEndsWithTheNextPartner) {
  EXPECT_EQ(statements_of("Peru's foreign trade grew 5 percent in the first half of 2023. General trade grew 12 "
                          "percent. Trade with Chile rose 4 percent.")
                .back(),
            "growth PER-CHL trade 2023-H1 '4 percent'");
  EXPECT_EQ(statements_of("Peru's foreign trade grew 5 percent in the first half of 2023.\n\nPrivate companies saw "
                          "their imports and exports rise 8 percent. Trade with Chile fell 4 percent.")
                .back(),
            "growth PER-CHL trade 2023-H1 minus '4 percent'");
  EXPECT_EQ(statements_of("Kenya's exports rose 5 percent in May 2023.\n\nExports of tea were up 4 percent and those "
                          "of flowers 3 percent. Shipments to Uganda rose 2 percent.")
                .back(),
            "growth KEN-UGA exports 2023-05 '2 percent'");
  EXPECT_EQ(
      statements_of("Peru's trade surplus was $4 billion in July 2023. The farm goods balance posted a surplus of "
                    "$7 billion, but oil recorded a deficit of $3 billion. In January-July, the surplus totaled "
                    "$29 billion.")
          .back(),
      "level PER-WLD balance 2023-01/2023-07 '$29 billion'");
}

TEST(GoodsSold, ThatInServicesIsTradeInThem) {
  EXPECT_EQ(statements_of("Peru's services trade grew 5 percent in 2023. Trade in financial services rose 3 percent, "
                          "while that in travel services fell 4 percent."),
            (Statements{"growth PER-WLD trade services_trade 2023 '5 percent'",
                        "growth PER-WLD trade services_trade [financial services] 2023 '3 percent'",
                        "growth PER-WLD trade services_trade [travel services] 2023 minus '4 percent'"}));
}

TEST(GoodsSold, WhoseFirmsTheyAreTellsThemFromOthers) {
  EXPECT_EQ(statements_of("In 2017, exports by foreign companies in Peru rose 5 percent and those of local firms 3 "
                          "percent."),
            (Statements{"growth PER-WLD exports [foreign companies] 2017 '5 percent'",
                        "growth PER-WLD exports [local firms] 2017 '3 percent'"}));
  EXPECT_EQ(statements_of("Peru's exports rose 5 percent to $9 billion in 2017, of which the domestic sector earned $4 "
                          "billion and the FDI sector $5 billion.")
                .back(),
            "level PER-WLD exports [fdi sector] 2017 '$5 billion'");
}

TEST(GoodsSold, TheirShareIsOfTheGoodsJustTold) {
  EXPECT_EQ(statements_of("Kenya's imports rose 5 percent in May 2019. Oil imports rose 3 percent, and their share in "
                          "total imports was 27 percent.")
                .back(),
            "share KEN-WLD imports [oil] 2019-05 '27 percent'");
  EXPECT_EQ(
      statements_of("FDI in Peru fell 5 percent to $2 billion in 2018. Over 70 percent of these, or $1.4 billion, "
                    "went to the mining sector.")[2],
      "share PER-WLD inward investment_flow [mining sector] 2018 'Over 70 percent'");
}

TEST(GoodsSold, WhatTopsTheListIsARankOfGoods) {
  EXPECT_EQ(statements_of("Kenya's exports were $9 billion in 2022. Tea and coffee topped the list.").back(),
            "rank KEN-WLD exports [tea and coffee] 2022 'topped the list'");
  EXPECT_EQ(statements_of("Peru was the world's second-largest exporter of E&E products in 2022.").back(),
            "rank PER-WLD exports [e & e products] 2022 'second-largest exporter of E&E products'");
  EXPECT_EQ(statements_of("Peru's imports ranked ninth in the world in 2017.").back(),
            "rank PER-WLD imports 2017 'ninth in the world'");
}

TEST(GoodsSold, GoodsAndServicesThatAreExportedAreBoth) {
  EXPECT_EQ(statements_of("Peru exported $2 billion in goods and services in 2017 and imported $3 billion."),
            (Statements{"level PER-WLD exports goods_and_services_trade 2017 '$2 billion'",
                        "level PER-WLD imports goods_and_services_trade 2017 '$3 billion'"}));
}

TEST(GoodsSold, SectorsThatInvestmentFellInOneByOne) {
  EXPECT_EQ(statements_of("FDI in Africa rose by 4 percent in 2024. Investment in renewable energy fell by 31 percent, "
                          "in housing by 30 percent and in farming systems by 19 percent.")
                .back(),
            "growth AFRICA-WLD inward investment_flow [farming systems] 2024 minus '19 percent'");
}

TEST(GoodsSold, AProvinceThatHasAFigureIsAPartOfItsCountrysTrade) {
  EXPECT_EQ(
      statements_of("China's foreign trade rose 5 percent in 2022. Guangdong recorded 9 trillion yuan and Jiangsu "
                    "5 trillion yuan."),
      (Statements{"growth CHN-WLD trade 2022 '5 percent'", "level CHN-WLD trade [Guangdong] 2022 '9 trillion yuan'",
                  "level CHN-WLD trade [Jiangsu] 2022 '5 trillion yuan'"}));
}

TEST(GoodsSold, TheNextOnesShareIsOfTheNextGoods) {
  EXPECT_EQ(statements_of("Farm goods made up 43 percent of Peru's exports to Chile in 2022, while machinery accounted "
                          "for 46 percent of Chile's exports to Peru and chemicals for 22 percent.")
                .back(),
            "share CHL-PER exports [chemicals] 2022 '22 percent'");
  EXPECT_EQ(statements_of("FDI into Peru was $9 billion in 2022. Mining drew $3 billion. Banking and processing ranked "
                          "second with $2 billion, or 22 percent.")
                .back(),
            "share PER-WLD inward investment_flow [banking and processing] 2022 '22 percent'");
}

TEST(GoodsSold, ATitleMayCallSuppliesInShort) {
  EXPECT_EQ(statements_of("Oman remains Japan's top crude supplier\n\nOman was Japan's top crude oil supplier in May "
                          "2023, with shipments up 2 percent to 7 million tonnes.\n\nImports from Kuwait fell 18 "
                          "percent.")
                .back(),
            "growth JPN-KWT imports [crude oil] 2023-05 minus '18 percent'");
}

TEST(GoodsSold, WhatIsAddedToProjectsIsApartFromTheNewOnes) {
  EXPECT_EQ(statements_of("Peru attracted $6 billion in FDI in 2022, while $900 million was added to 248 projects.")[1],
            "level PER-WLD inward investment_flow [added capital] 2022 '$900 million'");
}

TEST(GoodsSold, BothBuyersOfWhatIsToldBehindTheListBoughtIt) {
  EXPECT_EQ(
      statements_of("Kenya's exports rose 4 percent in 2022. Peru and Chile bought $5 million and $3 million worth "
                    "of tea."),
      (Statements{"growth KEN-WLD exports 2022 '4 percent'", "level KEN-PER exports [tea] 2022 '$5 million'",
                  "level KEN-CHL exports [tea] 2022 '$3 million'"}));
}

TEST(GoodsSold, EachOfTwoKindsThatAreJoinedByOf) {
  EXPECT_EQ(
      statements_of("Japan's exports of oil and gas and of farm products fell by 6 percent and 3 percent in 2022."),
      (Statements{"growth JPN-WLD exports [oil and gas] 2022 minus '6 percent'",
                  "growth JPN-WLD exports [farm products] 2022 minus '3 percent'"}));
}

TEST(GoodsSold, WhatIsLeftOut) {
  EXPECT_EQ(
      statements_of("Norway's exports fell 4 percent in 2022; excluding oil and gas, they were $9 billion. Exports "
                    "without ships rose 3 percent."),
      (Statements{"growth NOR-WLD exports 2022 minus '4 percent'",
                  "level NOR-WLD exports [excluding oil and gas] 2022 '$9 billion'",
                  "growth NOR-WLD exports [excluding ships] 2022 '3 percent'"}));
}

TEST(GoodsSold, TheSameFirmsAndGoodsGoTheOtherWay) {
  EXPECT_EQ(
      statements_of("Peru's trade with Chile was $9 billion in 2022. Peru bought $2 billion of farm goods from Chile, "
                    "while its exports were $1 billion.")
          .back(),
      "level PER-CHL exports [farm goods] 2022 '$1 billion'");
}

TEST(GoodsSold, AVerbBeforeAMeasureIsNoGoods) {
  for (const char* text : {"Peru and Chile hope the fair will boost bilateral trade, which was $9 billion in 2022.",
                           "Copper price slump cuts trade between Peru and Chile to $9 billion in 2022"})
    EXPECT_EQ(statements_of(text), (Statements{"level PER-CHL trade 2022 '$9 billion'"}));
}

TEST(GoodsSold, EachOfTwoKindsThatWereSoldHasAWorth) {
  EXPECT_EQ(statements_of("Kenya's trade rose 3 percent in 2022. Tea worth $9 million and coffee worth $5 million were "
                          "exported."),
            (Statements{"growth KEN-WLD trade 2022 '3 percent'", "level KEN-WLD exports [tea] 2022 '$9 million'",
                        "level KEN-WLD exports [coffee] 2022 '$5 million'"}));
}

TEST(GoodsSold, ATextOnGoodsTurnsToTheWhole) {
  EXPECT_EQ(
      statements_of("Peru's copper exports were $8 billion in 2022.\n\nTotal trade was $18 billion. Exports were $10 "
                    "billion."),
      (Statements{"level PER-WLD exports [copper] 2022 '$8 billion'", "level PER-WLD trade 2022 '$18 billion'",
                  "level PER-WLD exports 2022 '$10 billion'"}));
}

TEST(GoodsSold, WhatABuyerBoughtIsWhatTheTextIsOn) {
  EXPECT_EQ(
      statements_of("Peru's copper exports rose 3 percent to $8 billion in 2022. Japan bought $3 billion.").back(),
      "level PER-JPN exports [copper] 2022 '$3 billion'");
}

TEST(GoodsSold, ThePartOfGoodsThatAClauseIsAbout) {
  EXPECT_EQ(statements_of("Machines, including cars and trucks, made up 47 percent of Peru's exports in 2022."),
            (Statements{"share PER-WLD exports [machines] 2022 '47 percent'"}));
  EXPECT_EQ(statements_of("Oil, which makes up 60 percent of Norway's exports, fell 5 percent in 2022."),
            (Statements{"share NOR-WLD exports [oil] 2022 '60 percent'",
                        "growth NOR-WLD exports [oil] 2022 minus '5 percent'"}));
  EXPECT_EQ(statements_of("Copper, Chile's main export, rose 5 percent in 2022.").back(),
            "growth CHL-WLD exports [copper] 2022 '5 percent'");
  EXPECT_EQ(
      statements_of("China's exports to Peru rose 2 percent in 2022, among which exports of chips grew 3 percent and "
                    "made up 31 percent of China's total exports of such goods.")
          .back(),
      "share CHN-PER exports [chips] 2022 '31 percent'");
}

TEST(GoodsSold, APartIsNoLargerThanItsWhole) {
  EXPECT_EQ(
      statements_of("Ireland's medicine exports rose 2 percent to $23 billion in 2022.\n\nExports to Japan surged by 9 "
                    "percent to $25 billion.")
          .back(),
      "level IRL-JPN exports 2022 '$25 billion'");
  EXPECT_EQ(
      statements_of("Ireland's medicine exports rose 2 percent to $23 billion in 2022.\n\nExports to Japan surged by 9 "
                    "percent to $5 billion.")
          .back(),
      "level IRL-JPN exports [medicine] 2022 '$5 billion'");
}

}  // namespace
}  // namespace tradewind::tests
