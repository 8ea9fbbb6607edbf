// Which goods a figure is of.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Goods, AListBeforeBracketsIsOneProduct) {
  EXPECT_EQ(statements_of("Peru's imports in 2023 were mainly phones, televisions and accessories ($2.5 billion, up 4 "
                          "percent), wheat ($1.1 billion) and iron and steel ($900 million)."),
            (Statements{"level PER-WLD imports [phones, televisions and accessories] 2023 '$2.5 billion'",
                        "growth PER-WLD imports [phones, televisions and accessories] 2023 '4 percent'",
                        "level PER-WLD imports [wheat] 2023 '$1.1 billion'",
                        "level PER-WLD imports [iron and steel] 2023 '$900 million'"}));
}

TEST(Goods, EachOfAnEnumerationKeepsItsOwnGrowth) {
  EXPECT_EQ(statements_of(
                "Chile's exports rose 4 percent in 2023. Leading goods included copper, up 12 percent, and cherries, "
                "up 31 percent."),
            (Statements{"growth CHL-WLD exports 2023 '4 percent'", "growth CHL-WLD exports [copper] 2023 '12 percent'",
                        "growth CHL-WLD exports [cherries] 2023 '31 percent'"}));
}

TEST(Goods, AParticipleTellsOfTheGoodsBeforeIt) {
  EXPECT_EQ(
      statements_of("Kenya's imports from India reached $2 billion in 2023, led by medicines at $300 million and rice "
                    "totalling $200 million. Purchases also changed, with tractors and pumps dropping 9 percent."),
      (Statements{"level KEN-IND imports 2023 '$2 billion'", "level KEN-IND imports [medicines] 2023 '$300 million'",
                  "level KEN-IND imports [rice] 2023 '$200 million'",
                  "growth KEN-IND imports [tractors and pumps] 2023 minus '9 percent'"}));
}

TEST(Goods, WhatTopsAListIsWhatItsExportsAreOf) {
  EXPECT_EQ(
      statements_of("Vietnam ran a trade surplus of $28 billion in 2023. Phones and parts topped the list with export "
                    "revenue of $52 billion, down 9 percent."),
      (Statements{"level VNM-WLD balance 2023 '$28 billion'",
                  "level VNM-WLD exports [phones and parts] 2023 '$52 billion'",
                  "growth VNM-WLD exports [phones and parts] 2023 minus '9 percent'"}));
}

TEST(Goods, ASectorBeforeWhichIsThePartThatGrew) {
  EXPECT_EQ(
      statements_of("South Korea's exports rose 11 percent in January 2024. The gain was led by the chip sector, which "
                    "saw a 56 percent jump in sales, totalling $9.4 billion."),
      (Statements{"growth KOR-WLD exports 2024-01 '11 percent'",
                  "growth KOR-WLD exports [chip sector] 2024-01 '56 percent'",
                  "level KOR-WLD exports [chip sector] 2024-01 '$9.4 billion'"}));
}

TEST(Goods, APercentageForGoodsBehindAShareIsAShare) {
  EXPECT_EQ(statements_of(
                "Farm exports from Laos to China were worth $500 million in 2023. Bananas accounted for 40 percent, "
                "followed by 20 percent for rubber and 9 percent for dried cassava."),
            (Statements{"level LAO-CHN exports [farm products] 2023 '$500 million'",
                        "share LAO-CHN exports [bananas] 2023 '40 percent'",
                        "share LAO-CHN exports [rubber] 2023 '20 percent'",
                        "share LAO-CHN exports [dried cassava] 2023 '9 percent'"}));
}

TEST(Goods, WorthOfGoodsStandsBehindTheImport) {
  EXPECT_EQ(
      statements_of("Thailand's trade with Japan grew 3 percent in 2023. The year saw an import of $3 billion worth of "
                    "medical devices."),
      (Statements{"growth THA-JPN trade 2023 '3 percent'",
                  "level THA-JPN imports [medical devices] 2023 '$3 billion'"}));
}

TEST(Goods, OneSectorAfterTheOtherTakesItsFor) {
  EXPECT_EQ(
      statements_of("Inward FDI in Malaysia reached $9 billion in 2023. It came in at $4 billion for the manufacturing "
                    "industry, and at $5 billion for the services industry."),
      (Statements{"level MYS-WLD inward investment_flow 2023 '$9 billion'",
                  "level MYS-WLD inward investment_flow [manufacturing industry] 2023 '$4 billion'",
                  "level MYS-WLD inward investment_flow [services industry] 2023 '$5 billion'"}));
}

TEST(Goods, ALineThatGoesOnInSmallLettersIsNoParagraph) {
  EXPECT_EQ(statements_of("Today Peru and Chile are each other's third largest\ntrading partner.", "2024-02-15").size(),
            2);
}

TEST(Goods, UpMayStandBehindItsFigure) {
  EXPECT_EQ(statements_of("Chile's exports to China came to $40 billion in 2023, 12 percent up from 2022."),
            (Statements{"level CHL-CHN exports 2023 '$40 billion'", "growth CHL-CHN exports 2023 '12 percent'"}));
}

TEST(Goods, APercentageOfWhichWereGoodsIsTheirShare) {
  EXPECT_EQ(
      statements_of("In 2023 Laos exported goods worth $3 billion to China, 60 percent of which were ores and rubber."),
      (Statements{"level LAO-CHN exports 2023 '$3 billion'",
                  "share LAO-CHN exports [ores and rubber] 2023 '60 percent'"}));
}

TEST(Goods, TradeThroughABorderPostIsAPartOfIt) {
  EXPECT_EQ(
      statements_of("Trade between Laos and Vietnam reached $900 million in 2023, with $500 million via Lalay and $400 "
                    "million via Nongkok."),
      (Statements{"level LAO-VNM trade 2023 '$900 million'", "level LAO-VNM trade [Lalay] 2023 '$500 million'",
                  "level LAO-VNM trade [Nongkok] 2023 '$400 million'"}));
}

TEST(Goods, WeightIsOfTheGoodsSpokenOf) {
  EXPECT_EQ(statements_of(
                "Peru's copper exports to China rose 5 percent in 2023. It managed to export 2.1 million metric tons."),
            (Statements{"growth PER-CHN exports [copper] 2023 '5 percent'",
                        "count PER-CHN exports quantity [copper] 2023 '2.1 million metric tons'"}));
}

TEST(Goods, WhoTellsAShareIsNotItsProduct) {
  const auto reading = read(
      "Kenya's exports of tea reached $1 billion in 2023. A survey showed 40 percent of it went to "
      "Pakistan.");
  for (const auto& statement : reading.statements) EXPECT_EQ(statement.product.find("survey"), std::string::npos);
}

TEST(Goods, CompaniesOfACountryAreNoPartOfItsTrade) {
  EXPECT_EQ(statements_of("Chinese companies' new investment in 48 countries rose 7 percent in January 2024."),
            (Statements{"count CHN countries 2024-01 '48 countries'",
                        "growth CHN-WLD outward investment_flow 2024-01 '7 percent'"}));
}

TEST(Goods, WhatFaredWellIsWhatTheNextSentenceIsOf) {
  EXPECT_EQ(statements_of(
                "India's services trade reached $500 billion in 2023. Software services also fared well. Exports came "
                "to $200 billion, up 9 percent."),
            (Statements{"level IND-WLD trade services_trade 2023 '$500 billion'",
                        "level IND-WLD exports services_trade [software services] 2023 '$200 billion'",
                        "growth IND-WLD exports services_trade [software services] 2023 '9 percent'"}));
}

TEST(Goods, TradedBetweenTwoTheyAreTheirTrade) {
  EXPECT_EQ(statements_of("The value of machines and chips traded between Japan and Vietnam rose 4 percent in 2023."),
            (Statements{"growth JPN-VNM trade [machines and chips] 2023 '4 percent'"}));
}

TEST(Goods, WereExportedIsSaidOfWhatStandsBefore) {
  EXPECT_EQ(statements_of("Goods worth 80 billion euros were exported from Germany to Poland in 2023."),
            (Statements{"level DEU-POL exports 2023 '80 billion euros'"}));
}

TEST(Goods, ThoseOfAreTheSameMeasureOfOtherGoods) {
  EXPECT_EQ(
      statements_of("Japan's exports of cars rose 4 percent in 2023, while those of machine tools fell 9 percent."),
      (Statements{"growth JPN-WLD exports [cars] 2023 '4 percent'",
                  "growth JPN-WLD exports [machine tools] 2023 minus '9 percent'"}));
}

TEST(Goods, EarningsOfAGoodAreItsExports) {
  EXPECT_EQ(
      statements_of("Uganda's coffee exports rose 8 percent in 2023. The tea earnings, however, fell by 10 percent."),
      (Statements{"growth UGA-WLD exports [coffee] 2023 '8 percent'",
                  "growth UGA-WLD exports [tea] 2023 minus '10 percent'"}));
}

TEST(Goods, ABalanceMayBeForGoods) {
  EXPECT_EQ(statements_of(
                "In 2023 Norway's surplus for energy was 90 billion euros and its deficit in food 4 billion euros."),
            (Statements{"level NOR-WLD balance [energy] 2023 '90 billion euros'",
                        "level NOR-WLD balance [food] 2023 minus '4 billion euros'"}));
}

TEST(Goods, ServicesAndGoodsAreTheHalvesOfATotal) {
  EXPECT_EQ(
      statements_of("Canada's imports of goods and services rose to $80 billion in 2023. Services were $15 billion."),
      (Statements{"level CAN-WLD imports goods_and_services_trade 2023 '$80 billion'",
                  "level CAN-WLD imports services_trade 2023 '$15 billion'"}));
}

TEST(Goods, IncreasesInBracketsAreChangesToTheEndOfTheList) {
  EXPECT_EQ(
      statements_of(
          "The rise in Canada's exports in 2023 reflected increases in lumber ($2 billion); chemicals and related "
          "products ($1 billion); and other goods ($3 billion)."),
      (Statements{"change CAN-WLD exports [lumber] 2023 '$2 billion'",
                  "change CAN-WLD exports [chemicals and related products] 2023 '$1 billion'",
                  "change CAN-WLD exports [other goods] 2023 '$3 billion'"}));
}

TEST(Goods, QuotationMarksHoldWhatIsTraded) {
  EXPECT_EQ(statements_of("India's imports of 'coal, coke and briquettes' rose 9 percent in 2023."),
            (Statements{"growth IND-WLD imports [coal, coke and briquettes] 2023 '9 percent'"}));
}

TEST(Goods, ASectorExportsToo) {
  EXPECT_EQ(
      statements_of(
          "Exports from India's leather sector, which accounts for 2 percent of the total, rose 6 percent in 2023."),
      (Statements{"share IND-WLD exports [leather sector] 2023 '2 percent'",
                  "growth IND-WLD exports [leather sector] 2023 '6 percent'"}));
}

TEST(Goods, AHighIsNoCount) {
  EXPECT_EQ(statements_of("India's imports hit a nine-month high of $57 billion in January 2024."),
            (Statements{"level IND-WLD imports 2024-01 '$57 billion'"}));
}

TEST(Goods, ARiseByStandsBehindWhatRose) {
  EXPECT_EQ(statements_of("A sharp rise in Peru's fruit exports by 67 percent in 2023 offset the decline in fish."),
            (Statements{"growth PER-WLD exports [fruit] 2023 '67 percent'"}));
}

TEST(Goods, WhatRanksThirdKeepsItsFigures) {
  EXPECT_EQ(
      statements_of(
          "Ghana's imports rose 3 percent in 2023. Transport equipment, meanwhile, ranked third with a 10 percent "
          "share. It increased by 13 percent to $1.6 billion."),
      (Statements{"growth GHA-WLD imports 2023 '3 percent'", "rank GHA-WLD imports [transport equipment] 2023 'third'",
                  "share GHA-WLD imports [transport equipment] 2023 '10 percent'",
                  "growth GHA-WLD imports [transport equipment] 2023 '13 percent'",
                  "level GHA-WLD imports [transport equipment] 2023 '$1.6 billion'"}));
}

TEST(Goods, TheBiggestImportIsWhatItsBillIsFor) {
  EXPECT_EQ(statements_of("Electronic products were Ghana's biggest import in 2023 with an import bill of $2 billion."),
            (Statements{"rank GHA-WLD imports [electronic products] 2023 'biggest import'",
                        "level GHA-WLD imports [electronic products] 2023 '$2 billion'"}));
}

TEST(Goods, AListWithAnAdjectiveInItGoesToEachFigure) {
  EXPECT_EQ(statements_of(
                "In 2023 Japan's imports of coal, liquefied natural gas and crude oil fell 4 percent, 3 percent and 2 "
                "percent, respectively."),
            (Statements{"growth JPN-WLD imports [coal] 2023 minus '4 percent'",
                        "growth JPN-WLD imports [liquefied natural gas] 2023 minus '3 percent'",
                        "growth JPN-WLD imports [crude oil] 2023 minus '2 percent'"}));
}

TEST(Goods, AnIncreaseOfSoMuchInEach) {
  EXPECT_EQ(
      statements_of(
          "Chile's trade grew 2 percent in 2023. There was an increase of 4 percent in purchases of fertilizers, "
          "of 3 percent in fuels "
          "and of 8 percent in machinery."),
      (Statements{"growth CHL-WLD trade 2023 '2 percent'", "growth CHL-WLD imports [fertilizers] 2023 '4 percent'",
                  "growth CHL-WLD imports [fuels] 2023 '3 percent'",
                  "growth CHL-WLD imports [machinery] 2023 '8 percent'"}));
}

TEST(Goods, AnAbbreviationStandsBetweenGoodsAndFigure) {
  EXPECT_EQ(
      statements_of("Qatar's exports in 2023 were mainly liquefied natural gas (LNG) ($60 billion) and crude oil ($20 "
                    "billion)."),
      (Statements{"level QAT-WLD exports [liquefied natural gas] 2023 '$60 billion'",
                  "level QAT-WLD exports [crude oil] 2023 '$20 billion'"}));
}

TEST(Goods, BoundForSomebodyIsToHim) {
  EXPECT_EQ(statements_of("Japan's exports rose 3 percent in 2023, while China-bound shipments fell 6 percent."),
            (Statements{"growth JPN-WLD exports 2023 '3 percent'", "growth JPN-CHN exports 2023 minus '6 percent'"}));
}

TEST(Goods, ShipmentsAreOfTheGoodsSpokenOf) {
  EXPECT_EQ(
      statements_of(
          "Korea's car exports fell 2 percent in 2023, with shipments to Italy plummeting 16 percent. Chips led the "
          "way with exports of $9 billion. Sales to Japan were worth $1 billion."),
      (Statements{
          "growth KOR-WLD exports [car] 2023 minus '2 percent'", "growth KOR-ITA exports [car] 2023 minus '16 percent'",
          "level KOR-WLD exports [chips] 2023 '$9 billion'", "level KOR-JPN exports [chips] 2023 '$1 billion'"}));
}

TEST(Goods, WeighedAndExportedTheyKeepTheirName) {
  EXPECT_EQ(statements_of(
                "About 2 million tonnes of rice were exported from Thailand in 2023, a 29 percent increase, earning $1 "
                "billion."),
            (Statements{"count THA-WLD exports quantity [rice] 2023 'About 2 million tonnes'",
                        "growth THA-WLD exports [rice] 2023 '29 percent'",
                        "level THA-WLD exports [rice] 2023 '$1 billion'"}));
}

TEST(Goods, APercentageOfAGoodIsAShareOfIt) {
  EXPECT_EQ(
      statements_of(
          "Korea's imports from Peru rose 5 percent in 2023. The bureau found 95 percent of mangoes consumed came "
          "from there."),
      (Statements{"growth KOR-PER imports 2023 '5 percent'", "share KOR-PER imports [mangoes] 2023 '95 percent'"}));
}

TEST(Goods, FreeTradeZonesAreCounted) {
  EXPECT_EQ(statements_of("By 2023 China had opened 22 free trade zones."),
            (Statements{"count CHN zones [free trade zones] ../2023 '22 free trade zones'"}));
}

TEST(Goods, AMeasureInFrontLeavesTheGoodsToTheSubject) {
  EXPECT_EQ(
      statements_of(
          "Ghana's trade grew 2 percent in 2023. In terms of imports, farm products were valued at $2 billion."),
      (Statements{"growth GHA-WLD trade 2023 '2 percent'", "level GHA-WLD imports [farm products] 2023 '$2 billion'"}));
}

TEST(Goods, AVerbTakesTheWholeList) {
  EXPECT_EQ(statements_of("Laos exported garments, footwear and travel goods worth $2 billion in 2023."),
            (Statements{"level LAO-WLD exports [garments, footwear and travel goods] 2023 '$2 billion'"}));
}

TEST(Goods, OthersAreListedToo) {
  EXPECT_EQ(
      statements_of(
          "Ghana's exports grew 2 percent in 2023. Manufactured goods and other oil products constituted 39 percent "
          "and 11 percent, respectively, while farm goods and ores represent 5 percent and 4 percent."),
      (Statements{
          "growth GHA-WLD exports 2023 '2 percent'", "share GHA-WLD exports [manufactured goods] 2023 '39 percent'",
          "share GHA-WLD exports [oil products] 2023 '11 percent'",
          "share GHA-WLD exports [farm goods] 2023 '5 percent'", "share GHA-WLD exports [ores] 2023 '4 percent'"}));
}

TEST(Goods, NairaAreWrittenWithALetter) {
  EXPECT_EQ(
      statements_of(
          "Nigeria exported cocoa beans worth N42.2 billion in 2023. This represents 2 percent of total exports."),
      (Statements{"level NGA-WLD exports [cocoa beans] 2023 'N42.2 billion'",
                  "share NGA-WLD exports [cocoa beans] 2023 '2 percent'"}));
}

TEST(Goods, WhatLedARiseIsWhatTheFigureIsOf) {
  EXPECT_EQ(statements_of(
                "Imports of cars led the increase in Kenya's total imports in 2023, up 31 percent to $500 million."),
            (Statements{"growth KEN-WLD imports [cars] 2023 '31 percent'",
                        "level KEN-WLD imports [cars] 2023 '$500 million'"}));
}

TEST(Goods, AStrokeJoinsTwoNames) {
  EXPECT_EQ(
      statements_of("Kenya's exports of fat and animal/vegetable oils fell 13 percent in 2023, a negative growth of 9 "
                    "percent in euros."),
      (Statements{"growth KEN-WLD exports [fat and animal/vegetable oils] 2023 minus '13 percent'",
                  "growth KEN-WLD exports [fat and animal/vegetable oils] 2023 minus '9 percent'"}));
}

TEST(Goods, ASingularExportIsAMeasureBeforeATime) {
  EXPECT_EQ(
      statements_of(
          "Kenya's tea export in January 2024 dropped by 6 percent to $100 million, and coffee fell by 9 percent."),
      (Statements{"growth KEN-WLD exports [tea] 2024-01 minus '6 percent'",
                  "level KEN-WLD exports [tea] 2024-01 '$100 million'",
                  "growth KEN-WLD exports [coffee] 2024-01 minus '9 percent'"}));
}

TEST(Goods, AnIncreaseMayStandBetweenGoodsAndFigure) {
  EXPECT_EQ(
      statements_of(
          "Togo's exports rose 4 percent in 2023, driven by higher sales of cotton at $90 million. This was followed "
          "by other mineral products with an annual increase of $7 million."),
      (Statements{"growth TGO-WLD exports 2023 '4 percent'", "level TGO-WLD exports [cotton] 2023 '$90 million'",
                  "change TGO-WLD exports [mineral products] 2023 '$7 million'"}));
}

TEST(Goods, ImportedAndExportedTogetherIsTrade) {
  EXPECT_EQ(statements_of("China imported and exported 41.8 trillion yuan of goods in 2023.", "2024-10-15"),
            (Statements{"level CHN-WLD trade 2023 '41.8 trillion yuan'"}));
}

TEST(Goods, ABasisIsNone) {
  EXPECT_EQ(
      statements_of("Pakistan's imports in March 2018 grew by 6 percent on year-on-year basis to $5 billion.").back(),
      "level PAK-WLD imports 2018-03 '$5 billion'");
}

TEST(Goods, ThatAllGrewGrewEach) {
  EXPECT_EQ(
      statements_of("China's exports of flat panel displays, auto parts and batteries to Laos all grew by over 20% "
                    "in 2023."),
      (Statements{"growth CHN-LAO exports [flat panel displays] 2023 'over 20%'",
                  "growth CHN-LAO exports [auto parts] 2023 'over 20%'",
                  "growth CHN-LAO exports [batteries] 2023 'over 20%'"}));
}

TEST(Goods, AreNotWhatIsSaidOfThemBetweenCommas) {
  EXPECT_EQ(statements_of("Korea's exports of chips, the country's main export item, fell 28 percent in 2023.").front(),
            "growth KOR-WLD exports [chips] 2023 minus '28 percent'");
  EXPECT_EQ(
      statements_of("Garment shipments of Laos, which usually account for over 80 percent of total exports, rose 5 "
                    "percent in 2023.")
          .front(),
      "share LAO-WLD exports [garment] 2023 'over 80 percent'");
}

TEST(Goods, OfABillAloneAreImported) {
  EXPECT_EQ(
      statements_of("France's exports rose 2% in May 2024. The energy bill alone rose by 8 million euros.").back(),
      "change FRA-WLD imports [energy] 2024-05 '8 million euros'");
}

TEST(Goods, SuchProductsAreThoseNamedBefore) {
  EXPECT_EQ(statements_of("Chile's imports of chips from Peru rose 5 percent in 2023, and its exports of such products "
                          "to Peru rose 3 percent."),
            (Statements{"growth CHL-PER imports [chips] 2023 '5 percent'",
                        "growth CHL-PER exports [chips] 2023 '3 percent'"}));
}

TEST(Goods, ATextOnSomeGoodsNeedNotNameThemAgain) {
  EXPECT_EQ(
      statements_of("Japan's rice imports hit $7 billion in 2023\n\nJapan's imports of rice rose to $7 billion in "
                    "2023. Imports from Thailand fell 12 percent. Vietnam's shipments grew 3 percent."),
      (Statements{"level JPN-WLD imports [rice] 2023 '$7 billion'", "level JPN-WLD imports [rice] 2023 '$7 billion'",
                  "growth JPN-THA imports [rice] 2023 minus '12 percent'",
                  "growth VNM-JPN exports [rice] 2023 '3 percent'"}));
}
TEST(Goods, TheyAreTheGoodsOfASentenceWithoutFigures) {
  EXPECT_EQ(statements_of("Peru's exports fell 2 percent in 2023. Exports of machines did better. They rose 5 percent.")
                .back(),
            "growth PER-WLD exports [machines] 2023 '5 percent'");
}

TEST(Goods, NamedAgainAreThoseSpokenOfLast) {
  EXPECT_EQ(
      statements_of("Ghana's cocoa exports to Japan hit $90 million in 2023. Togo took 4 percent of such exports.")
          .back(),
      "share GHA-TGO exports [cocoa] 2023 '4 percent'");
}

TEST(Goods, AreNoServicesThatHaveATradeOfTheirOwn) {
  EXPECT_EQ(statements_of("Kenya exported services worth $6 billion in 2023.").back(),
            "level KEN-WLD exports services_trade 2023 '$6 billion'");
}

TEST(Goods, OfSalesBelongToTheTradeToldBefore) {
  EXPECT_EQ(statements_of("Peru's exports rose 5 percent in 2023. Sales of grapes jumped 30 percent.").back(),
            "growth PER-WLD exports [grapes] 2023 '30 percent'");
}

TEST(Goods, AreWhatAnAmountCameFrom) {
  EXPECT_EQ(
      statements_of("Peru's exports were $60 billion in 2023. Of the amount, $5 billion came from fruits.").back(),
      "level PER-WLD exports [fruits] 2023 '$5 billion'");
}

TEST(Goods, KeepTheirNounBeforeExports) {
  EXPECT_EQ(statements_of("India's engineering goods exports slipped 3% in 2023.").front(),
            "growth IND-WLD exports [engineering goods] 2023 minus '3%'");
  EXPECT_EQ(
      statements_of("Peru was the top market for Chile's non-oil and gas exports with $2 billion in 2023.").back(),
      "level CHL-PER exports [non-oil and gas] 2023 '$2 billion'");
}

TEST(Goods, AreNotEveryNounBehindIn) {
  EXPECT_EQ(statements_of("Peru's imports from Chile in turn exceeded $2 billion in 2023.").back(),
            "threshold PER-CHL imports 2023 'exceeded $2 billion'");
}

TEST(Goods, AreNoSharesThatArePurchased) {
  EXPECT_EQ(
      statements_of("Investment in Laos rose 5 percent in 2023. Share purchases by foreign investors were worth $40 "
                    "million.")
          .back()
          .find("imports"),
      std::string::npos);
}

TEST(Goods, OfImportsAreThoseOfTheExportsBesideThem) {
  EXPECT_EQ(
      statements_of("Japan's imports of fruits from Laos rose 5 percent in 2023, and exports fell 3 percent.").back(),
      "growth JPN-LAO exports [fruits] 2023 minus '3 percent'");
}

TEST(Goods, OfTwoWithAnAndOfTheirOwnAreCutAtTheLast) {
  EXPECT_EQ(
      statements_of("Peru's imports of iron and steel and rubber rose by 5 percent and 3 percent, respectively, in "
                    "2023."),
      (Statements{"growth PER-WLD imports [iron and steel] 2023 '5 percent'",
                  "growth PER-WLD imports [rubber] 2023 '3 percent'"}));
}

TEST(Goods, FillContainers) {
  EXPECT_EQ(statements_of("Trains carried 87,000 twenty-foot equivalent units (TEUs) of cargo in 2023.").front(),
            "count TEUs [cargo] 2023 '87,000 twenty-foot equivalent units'");
}

TEST(Goods, OfContainersAreSaidOfThem) {
  EXPECT_EQ(statements_of("Container throughput rose to 3.5 million 20-foot equivalent units in 2023.").front(),
            "count TEUs [container throughput] 2023 '3.5 million 20-foot equivalent units'");
}

TEST(Goods, APlaceOnTheBorderIsAPartOfItsTrade) {
  EXPECT_EQ(
      statements_of("Border trade between Myanmar and China was $2 billion in 2023. Muse topped the posts with $1.1 "
                    "billion, followed by Lweje with $500 million."),
      (Statements{"level MMR-CHN trade [border] 2023 '$2 billion'", "level MMR-CHN trade [Muse] 2023 '$1.1 billion'",
                  "level MMR-CHN trade [Lweje] 2023 '$500 million'"}));
}

TEST(Goods, OfItMayBeSomeGoods) {
  EXPECT_EQ(statements_of("Kenya shipped $5 billion of goods to Japan in 2023, $2 billion of it farm products.").back(),
            "level KEN-JPN exports [farm products] 2023 '$2 billion'");
}

TEST(Goods, StandInFrontOfAPronoun) {
  EXPECT_EQ(statements_of("Japan was Kenya's largest market in 2023. For farm products it has held that position for "
                          "eight years in a row: exports of them to Japan rose 5 percent.")
                .back(),
            "growth KEN-JPN exports [farm products] 2023 '5 percent'");
}

}  // namespace
}  // namespace tradewind::tests
