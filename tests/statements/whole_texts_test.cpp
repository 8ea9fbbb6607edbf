// What a whole text is about holds where a sentence leaves it out: its bloc, its province, its market.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Whose, TheBlocIsTheOneThatFiguresWereOfBeforeOneInPassing) {
  EXPECT_EQ(statements_of("ASEAN passed the EU to become China's largest trading partner in 2023. Exports to the bloc "
                          "rose 3 percent."),
            (Statements{"rank CHN-ASEAN trade 2023 'China's largest trading partner'",
                        "growth CHN-ASEAN exports 2023 '3 percent'"}));
}

TEST(Whose, WhatIsAProvincesIsNotItsCountrys) {
  EXPECT_EQ(statements_of("Yunnan's trade with ASEAN grows\n\nSouthwest China's Yunnan Province traded 9 billion yuan "
                          "of goods with ASEAN in 2023. Its imports of fruit rose 5 percent. The bloc was the "
                          "province's largest trading partner."),
            (Statements{"level CHN-ASEAN trade [Yunnan] 2023 '9 billion yuan'",
                        "growth CHN-ASEAN imports [Yunnan fruit] 2023 '5 percent'",
                        "rank CHN-ASEAN trade [Yunnan] 2023 'the province's largest trading partner'"}));
}

TEST(Whose, ATextOnAProvinceNeedNotNameItAgain) {
  EXPECT_EQ(statements_of("Hainan's trade with ASEAN countries was worth 39 billion yuan in 2023.\n\nExports to ASEAN "
                          "came to 25 billion yuan.",
                          "2024-10-15"),
            (Statements{"level CHN-ASEAN trade [Hainan] 2023 '39 billion yuan'",
                        "level CHN-ASEAN exports [Hainan] 2023 '25 billion yuan'"}));
}

TEST(Whose, WhatAnotherBoughtThereIsAPartOfTheTextsExports) {
  EXPECT_EQ(
      statements_of("Peru's exports were $9 billion in 2023. Chile bought $2 billion of goods from Peru.\n\nExports "
                    "of copper earned $5 billion.")
          .back(),
      "level PER-WLD exports [copper] 2023 '$5 billion'");
}

TEST(Whose, TheThreeCountriesAreTheLastThreeListed) {
  EXPECT_EQ(
      statements_of("Peru's imports from Chile, Japan and China were $3 billion in 2023. Peru also bought $1 billion "
                    "of goods from Mexico, Cuba, Panama and Haiti. Its exports to the three countries rose 5 "
                    "percent each.")
          .size(),
      5U);
}

TEST(Whose, ASuppliersMarketShareIsInTheImportersTrade) {
  EXPECT_EQ(
      statements_of("Japan's rice imports hit $7 billion in 2023\n\nJapan's imports of rice rose to $7 billion in "
                    "2023. Vietnam's shipments grew 3 percent. Its share of the market rose to 41 percent.")
          .back(),
      "share JPN-VNM imports [rice] 2023 '41 percent'");
}

TEST(Whose, WhatPrivateFirmsContributeIsOfExportsAndImports) {
  EXPECT_EQ(statements_of("China's exports and imports totalled $9 billion in 2023. Imports rose 2 percent. Private "
                          "enterprises contributed $5 billion, or 54 percent of the total.")[2],
            "level CHN-WLD trade [private enterprises] 2023 '$5 billion'");
}

TEST(Whose, WhoSaysThatItCountsInItsOwnMoneyIsWhomTheTextIsAbout) {
  EXPECT_EQ(statements_of("Exports were $5 billion in May 2023. Those to Japan rose 4 percent.\n\nAll values are in "
                          "New Zealand dollars."),
            (Statements{"level NZL-WLD exports 2023-05 '$5 billion'", "growth NZL-JPN exports 2023-05 '4 percent'"}));
}

TEST(Whose, WhoBoughtFromTheTextsEconomyIsOneOfItsMarkets) {
  EXPECT_EQ(
      statements_of("Peru exported $9 billion of goods in 2023. The United States was the biggest market with $3 "
                    "billion, while Chile bought $2 billion worth of goods. Japan bought $1 billion of goods from "
                    "Peru, followed by Korea with $800 million."),
      (Statements{"level PER-WLD exports 2023 '$9 billion'", "rank PER-USA exports 2023 'the biggest market'",
                  "level PER-USA exports 2023 '$3 billion'", "level PER-CHL exports 2023 '$2 billion'",
                  "level PER-JPN exports 2023 '$1 billion'", "level PER-KOR exports 2023 '$800 million'"}));
}

TEST(Whose, TradeWithOtherCountriesIsWithAll) {
  EXPECT_EQ(statements_of("Laos traded goods worth $1 billion with other countries in May 2023. China came first."),
            (Statements{"level LAO-WLD trade 2023-05 '$1 billion'", "rank LAO-CHN trade 2023-05 'first'"}));
}

TEST(Whose, OverallExportsTakenTogetherLeaveThoseBeforeToGoods) {
  EXPECT_EQ(statements_of("India's exports were Rs. 5,000 crore in May 2023. Overall exports (merchandise and services "
                          "taken together) were Rs. 9,000 crore."),
            (Statements{"level IND-WLD exports 2023-05 'Rs. 5,000 crore'",
                        "level IND-WLD exports goods_and_services_trade 2023-05 'Rs. 9,000 crore'"}));
}

TEST(When, AParagraphOnTheSamePartnerGoesOnInTheTimeOfTheOneBefore) {
  EXPECT_EQ(statements_of("Chile's exports rose 3 percent in 2023.\n\nBetween January and October Chile exported goods "
                          "worth $9 billion to Japan.\n\nCopper led the sales to Japan with $5 billion, ahead of "
                          "salmon with $2 billion.\n\nImports rose 4 percent."),
            (Statements{"growth CHL-WLD exports 2023 '3 percent'", "level CHL-JPN exports 2023-01/2023-10 '$9 billion'",
                        "level CHL-JPN exports [copper] 2023-01/2023-10 '$5 billion'",
                        "level CHL-JPN exports [salmon] 2023-01/2023-10 '$2 billion'",
                        "growth CHL-WLD imports 2023 '4 percent'"}));
}

TEST(When, InTheHalfYearIsTheLastHalfTold) {
  EXPECT_EQ(statements_of("In the first half of 2023 Peru's exports rose 3 percent. In June they rose 5 percent. "
                          "Imports fell 4 percent in the half-year.")
                .back(),
            "growth PER-WLD imports 2023-H1 minus '4 percent'");
}

TEST(Whose, WhoIsToldAsAMarketIsAPartner) {
  EXPECT_EQ(statements_of("Peru's exports rose 5 percent in 2023. China and Japan were among the leading markets, with "
                          "$9 billion and $5 billion, respectively. Chile (6 percent) was the next biggest export "
                          "market."),
            (Statements{"growth PER-WLD exports 2023 '5 percent'", "level PER-CHN exports 2023 '$9 billion'",
                        "level PER-JPN exports 2023 '$5 billion'", "share PER-CHL exports 2023 '6 percent'"}));
}

TEST(Whose, APlaceInARankingIsOfTheFlowThatItBeganWith) {
  EXPECT_EQ(
      statements_of("China was Peru's largest trading partner in 2023. Exports to China were $9 billion. Ranked "
                    "second was Japan with $5 billion."),
      (Statements{"rank PER-CHN trade 2023 'Peru's largest trading partner'", "level PER-CHN exports 2023 '$9 billion'",
                  "rank PER-JPN trade 2023 'second'", "level PER-JPN trade 2023 '$5 billion'"}));
}

TEST(Whose, MembersOfTheBlocTradeWithItOneAfterTheOther) {
  EXPECT_EQ(statements_of("Kenya's trade with Africa was $9 billion in 2023. Next were Togo with $5 billion and Ghana "
                          "with $4 billion."),
            (Statements{"level KEN-AFRICA trade 2023 '$9 billion'", "level TGO-AFRICA trade 2023 '$5 billion'",
                        "level GHA-AFRICA trade 2023 '$4 billion'"}));
}

TEST(Whose, WhereToGoodsWereShippedIsThePartner) {
  EXPECT_EQ(statements_of("Most of Peru's exports in 2023 went to Japan, to which goods worth $5 billion were "
                          "exported."),
            (Statements{"level PER-JPN exports 2023 '$5 billion'"}));
}

TEST(Whose, ADeficitWithManyIncludingOneIsWithThatOne) {
  EXPECT_EQ(
      statements_of("Peru ran deficits with several countries in 2023, including Chile at $2 billion. The largest "
                    "surpluses were posted in trade with India and Japan, which stood at $5 billion and $4 "
                    "billion, respectively."),
      (Statements{"level PER-CHL balance 2023 minus '$2 billion'", "level PER-IND balance 2023 '$5 billion'",
                  "level PER-JPN balance 2023 '$4 billion'"}));
}

TEST(Whose, ALeadOnTheWholeCountsForMoreThanATitleOnOnePartner) {
  EXPECT_EQ(statements_of("Peru's trade with China up 7 pct in 2023\n\nLIMA - Peru's foreign trade grew 2 percent in "
                          "2023. Trade with China was $30 billion.\n\nBy product, Peru's exports of copper rose 4 "
                          "percent.")
                .back(),
            "growth PER-WLD exports [copper] 2023 '4 percent'");
}

TEST(Whose, ABlocHasItsSurplusWithOthers) {
  EXPECT_EQ(
      statements_of("Trade within Mercosur was $41 billion in 2021. With the rest of the world the bloc traded a "
                    "record $598 billion. Extra-zone exports grew 35 percent. Mercosur's surplus reached $79 "
                    "billion."),
      (Statements{"level MERCOSUR-MERCOSUR trade 2021 '$41 billion'", "level MERCOSUR-WLD trade 2021 '$598 billion'",
                  "growth MERCOSUR-WLD exports 2021 '35 percent'", "level MERCOSUR-WLD balance 2021 '$79 billion'"}));
}

TEST(Whose, ItsPartnerIsNotTheOneWhosePartnerThatIs) {
  EXPECT_EQ(statements_of("Peru's trade with Chile was $9 billion in 2023. Peru shipped $5 billion of goods to its "
                          "southern neighbour."),
            (Statements{"level PER-CHL trade 2023 '$9 billion'", "level PER-CHL exports 2023 '$5 billion'"}));
}

TEST(Whose, ATextThatTurnsToForeignCapitalTellsWhatComesIn) {
  EXPECT_EQ(statements_of("Hanoi (VNA) - Vietnam's trade with China was $50 billion in 2023.\n\nThe country also drew "
                          "foreign capital. In 2023 new projects with registered capital of $8 billion were licensed.")
                .back(),
            "level VNM-WLD inward investment_flow 2023 '$8 billion'");
}

TEST(When, TheTimeOfWhatAFigureFollowedIsNotItsOwn) {
  EXPECT_EQ(
      statements_of("Japan posted a deficit in July 2018. The deficit of 231 billion yen followed a surplus of 720 "
                    "billion yen in June. Compared with May 2018 (500 billion yen), the deficit narrowed.",
                    "2018-08-16"),
      (Statements{"level JPN-WLD balance 2018-07 minus '231 billion yen'",
                  "level JPN-WLD balance 2018-06 '720 billion yen'",
                  "level JPN-WLD balance 2018-05 minus '500 billion yen'"}));
}

TEST(When, ASumSinceAMonthGoesUpToTheMonthOfTheText) {
  EXPECT_EQ(statements_of("Peru's surplus was $3 billion in April 2024. Since May 2020, the cumulative surplus has "
                          "amounted to $157 billion.",
                          "2024-05-15")
                .back(),
            "level PER-WLD balance 2020-05/2024-04 '$157 billion'");
}

TEST(WholeTexts, WhoeverIsNamedInAReportOnOnesTradeIsAPartner) {
  EXPECT_EQ(
      statements_of("Chile's exports rose 5 percent in 2022. Peru and Cuba were the exceptions, with exports down "
                    "by 3 percent and 4 percent respectively. Trade with Africa rose 2 percent."),
      (Statements{"growth CHL-WLD exports 2022 '5 percent'", "growth CHL-PER exports 2022 minus '3 percent'",
                  "growth CHL-CUB exports 2022 minus '4 percent'", "growth CHL-AFRICA trade 2022 '2 percent'"}));
  // unless it is their own that the text has told of
  EXPECT_EQ(
      statements_of("Chile's exports rose 5 percent in 2022. Peru's exports rose 2 percent. Peru saw imports fall "
                    "by 3 percent.")
          .back(),
      "growth PER-WLD imports 2022 minus '3 percent'");
}

TEST(Whose, TheRegionIsTheProvinceSpokenOfLast) {
  EXPECT_EQ(
      statements_of("The fair in Nanning, south China's Guangxi Zhuang Autonomous Region, closed on Monday. China and "
                    "ASEAN are partners. Guangxi, which borders Vietnam, has benefited.\n\nIn 2023 the region's "
                    "foreign trade grew 5 percent. Its exports rose 3 percent. Guangxi's fruit imports from ASEAN "
                    "rose 9 percent."),
      (Statements{"growth CHN-WLD trade [Guangxi] 2023 '5 percent'",
                  "growth CHN-WLD exports [Guangxi] 2023 '3 percent'",
                  "growth CHN-ASEAN imports [Guangxi fruit] 2023 '9 percent'"}));
}

TEST(When, ATimeGoesOnWhereAnotherFigureOfTheTimeBeforeHasBeenTold) {
  EXPECT_EQ(
      statements_of("Chile's trade was $40 billion in the first five months of 2018. Exports were $25 billion and "
                    "imports $15 billion.\n\nFor May 2018, trade was $9 billion.\n\nExports totalled $5 billion.",
                    "2018-07-05")
          .back(),
      "level CHL-WLD exports 2018-05 '$5 billion'");
}

TEST(When, BackInTheTimeOfTheLeadTheTextStaysThere) {
  EXPECT_EQ(statements_of("Chile's exports fell 5 percent in May.\n\nFor the first five months they rose 2 percent.\n\n"
                          "In May, sales of copper rose 1 percent.\n\nExports to Peru fell 4 percent.",
                          "2018-06-15")
                .back(),
            "growth CHL-PER exports 2018-05 minus '4 percent'");
}

TEST(Whose, AnothersPurchasesAreExportsToIt) {
  EXPECT_EQ(statements_of(
                "Sri Lanka's exports fell 9 percent in 2023. The US bought $3 billion worth of goods, while India's "
                "purchases rose 5 percent. Services exports were $3 billion."),
            (Statements{"growth LKA-WLD exports 2023 minus '9 percent'", "level LKA-USA exports 2023 '$3 billion'",
                        "growth LKA-IND exports 2023 '5 percent'",
                        "level LKA-WLD exports services_trade 2023 '$3 billion'"}));
}

TEST(WholeTexts, GoodsBehindPartnersToldOneByOneAreToldOfAll) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 5 percent in 2023.\n\nExports to Chile rose 9 percent. Exports to Japan were "
                    "up 6 percent, while those to Cuba fell 4 percent.\n\nButter rose 2 percent.")
          .back(),
      "growth PER-WLD exports [butter] 2023 '2 percent'");
}

TEST(WholeTexts, TheMonthlyRiseIsOfTheMonthAndTwiceRunningTheTextMovesOn) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 5 percent in the year ended June 2023.\n\nIn June 2023, exports rose 9 "
                    "percent.\n\nChips led the monthly rise in exports, up 7 percent.\n\nButter rose 2 percent.",
                    "2023-07-20"),
      (Statements{"growth PER-WLD exports 2022-07/2023-06 '5 percent'", "growth PER-WLD exports 2023-06 '9 percent'",
                  "growth PER-WLD exports [chips] 2023-06 '7 percent'",
                  "growth PER-WLD exports [butter] 2023-06 '2 percent'"}));
}

TEST(WholeTexts, PartsOfGoodsStandBesideOneAnotherInTheirWhole) {
  EXPECT_EQ(statements_of(
                "Peru's apparel exports were $9 billion in 2023. Knitwear fetched $6 billion, up 5 percent, and "
                "woven items $3 billion, up 4 percent.\n\nThe EU, the biggest destination, accounted for 49 percent "
                "of the total.")
                .back(),
            "share PER-EU exports [apparel] 2023 '49 percent'");
}

TEST(WholeTexts, AFigureThatIsExceededIsOfItsOwnTime) {
  EXPECT_EQ(
      statements_of("In the first half of 2023 Peru had a surplus of $9 billion, exceeding the $7 billion recorded in "
                    "the same period of 2022."),
      (Statements{"level PER-WLD balance 2023-H1 '$9 billion'", "level PER-WLD balance 2022-H1 '$7 billion'"}));
}

TEST(WholeTexts, AParagraphGoesOnInTheStockItBeganWith) {
  EXPECT_EQ(
      statements_of("FDI into Vietnam was $9 billion in 2023.\n\nAs of the end of 2023, investors had 480 projects in "
                    "Vietnam with total registered capital of $31 billion. Japan led with $14 billion.")
          .back(),
      "level VNM-JPN inward investment ../2023 '$14 billion'");
}

TEST(Whose, FirmsTradeWithAllInATextOnTheWhole) {
  EXPECT_EQ(statements_of(
                "China's foreign trade was 41 trillion yuan in 2023. Trade with Chile rose 6 percent. Private firms "
                "imported and exported 22 trillion yuan of goods.")
                .back(),
            "level CHN-WLD trade [private firms] 2023 '22 trillion yuan'");
}

TEST(Whose, TwoSidesThatAimAtAFigureAimAtTheirTrade) {
  EXPECT_EQ(statements_of(
                "Vietnam's trade with Korea was $60 billion in 2021, with a deficit of $27 billion. The two sides aim "
                "to lift the figure to $100 billion in 2023.",
                "2022-10-05")
                .back(),
            "level VNM-KOR trade 2023 '$100 billion'");
}

TEST(WholeTexts, ATargetToComeIsNoTimeOfWhatWasReached) {
  EXPECT_EQ(
      statements_of("Trade between Peru and Chile was $9 billion in 2023, ahead of the 2030 target set in May. Peru's "
                    "exports to Chile rose 5 percent."),
      (Statements{"level PER-CHL trade 2023 '$9 billion'", "growth PER-CHL exports 2023 '5 percent'"}));
}

TEST(WholeTexts, ANewParagraphIsOnTheBlocAgainBehindItsMembers) {
  EXPECT_EQ(
      statements_of("In 2023 the EU exported goods worth €213 billion to China and imported goods worth €517 billion "
                    "from there. Germany was the largest exporter to China in the EU with €90 billion.\n\nIn "
                    "December 2023 exports stood at €17 billion.")
          .back(),
      "level EU-CHN exports 2023-12 '€17 billion'");
}

TEST(WholeTexts, AheadOfOneAndAnotherAreBothPartners) {
  EXPECT_EQ(
      statements_of("Mexico was Peru's largest trading partner in 2023, with trade of $8 billion, ahead of Cuba with "
                    "$7 billion and China with $5 billion, US data show.")
          .back(),
      "level PER-CHN trade 2023 '$5 billion'");
}

TEST(WholeTexts, EachOfTwoAmountsHasItsGoodsAndItsMarket) {
  EXPECT_EQ(statements_of("In 2023 Peru sold $2 billion of wheat to Cuba and $1 billion of coal to Chile."),
            (Statements{"level PER-CUB exports [wheat] 2023 '$2 billion'",
                        "level PER-CHL exports [coal] 2023 '$1 billion'"}));
}

TEST(WholeTexts, TheirTradeIsThatOfTheFirmsOfTheClause) {
  EXPECT_EQ(
      statements_of("Hainan's trade with ASEAN was 39 billion yuan in 2023. Cars rose 5 percent.\n\nPrivate firms saw "
                    "their foreign trade expand 16 percent.")
          .back(),
      "growth CHN-WLD trade [Hainan private firms] 2023 '16 percent'");
}

TEST(WholeTexts, ATargetForBothLeavesWhatWasOfGoodsToGoods) {
  EXPECT_EQ(
      statements_of("Peru's exports climbed 4 percent to $273 billion in 2023. Services exports were $122 billion, "
                    "bringing total exports of goods and services to $396 billion. The target for 2024 is $410 "
                    "billion.")
          .front(),
      "growth PER-WLD exports 2023 '4 percent'");
}

TEST(WholeTexts, MostOfTheYearToldInJanuaryIsOfTheYearBefore) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 4 percent in 2023. In the first eleven months of the year imports rose 3 "
                    "percent.",
                    "2024-01-28")
          .back(),
      "growth PER-WLD imports 2023-01/2023-11 '3 percent'");
}

TEST(Whose, ACapitalIsWrittenInMoreThanOneWay) {
  EXPECT_EQ(statements_of("HÀ NỘI — Exports rose 5 percent in May 2023."),
            (Statements{"growth VNM-WLD exports 2023-05 '5 percent'"}));
}

TEST(WholeTexts, ASentenceWithoutFiguresTurnsToTheOtherFlow) {
  EXPECT_EQ(
      statements_of("Peru's exports came to $9 billion in 2023. Imports did less well. They fell 5 percent.").back(),
      "growth PER-WLD imports 2023 minus '5 percent'");
}

TEST(WholeTexts, InAllIsOfNoGoodsInParticular) {
  EXPECT_EQ(
      statements_of("Peru exported goods worth $9 billion to Chile in 2023. Garment exports earned $2 billion. In "
                    "all, exports rose 5 percent.")
          .back(),
      "growth PER-CHL exports 2023 '5 percent'");
}

TEST(WholeTexts, TheFirstTwoAreThoseThatWereListedFirst) {
  EXPECT_EQ(
      statements_of("Peru's exports to China, Japan and Chile were $9 billion, $7 billion and $5 billion in 2023, "
                    "respectively. The first two rose 5 percent and 6 percent.")
          .back(),
      "growth PER-JPN exports 2023 '6 percent'");
}

TEST(WholeTexts, ItsBlocPartnerIsThePartnerNotTheBloc) {
  EXPECT_EQ(statements_of("Trade between Brazil and its Mercosur partner Uruguay was $5 billion in 2023. It rose 5 "
                          "percent."),
            (Statements{"level BRA-URY trade 2023 '$5 billion'", "growth BRA-URY trade 2023 '5 percent'"}));
}

TEST(WholeTexts, ASubRegionIsTheBloc) {
  EXPECT_EQ(
      statements_of("Ghana's trade with ECOWAS grew 5 percent in 2023. Exports to the sub-region were $2 billion, "
                    "imports from it $1 billion."),
      (Statements{"growth GHA trade 2023 '5 percent'", "level GHA exports 2023 '$2 billion'",
                  "level GHA imports 2023 '$1 billion'"}));
}

TEST(WholeTexts, WhatAGovernmentAimsForIsWhatTheTextIsOn) {
  EXPECT_EQ(
      statements_of("Peru's exports were $9 billion in 2023. The government is aiming for $11 billion in 2024.").back(),
      "level PER-WLD exports 2024 '$11 billion'");
}

TEST(WholeTexts, ATitleLeavesOutWhoseTradeTheLeadTells) {
  EXPECT_EQ(statements_of("Peru trade up 5 percent\n\nChile's trade with Peru grew by more than 5 percent in 2023."),
            (Statements{"growth CHL-PER trade 2023 '5 percent'", "growth CHL-PER trade 2023 'more than 5 percent'"}));
}

TEST(WholeTexts, MembersOfTheTextsBlocAreItsPartners) {
  EXPECT_EQ(
      statements_of("Malaysia's exports to ASEAN grew 9 percent in 2023. Laos and Brunei were the exceptions, with "
                    "exports down by 5 percent and 6 percent respectively."),
      (Statements{"growth MYS-ASEAN exports 2023 '9 percent'", "growth MYS-LAO exports 2023 minus '5 percent'",
                  "growth MYS-BRN exports 2023 minus '6 percent'"}));
}

TEST(WholeTexts, WhoPledgesInAHostsTextInvestsThere) {
  EXPECT_EQ(
      statements_of("FDI into Indonesia was $9 billion in 2023. Japan's pledges reached $4 billion. Foreign direct "
                    "investment rose 5 percent."),
      (Statements{"level IDN-WLD inward investment_flow 2023 '$9 billion'",
                  "level IDN-JPN inward investment_flow 2023 '$4 billion'",
                  "growth IDN-WLD inward investment_flow 2023 '5 percent'"}));
}

TEST(WholeTexts, TheseGoodsAreThoseThatTheSentenceBeforeWasAbout) {
  EXPECT_EQ(
      statements_of("Ireland's exports were 90 billion euros in 2023. Medicines were again the main item. Exports "
                    "of these goods earned 40 billion euros.")
          .back(),
      "level IRL-WLD exports [medicines] 2023 '40 billion euros'");
}

TEST(WholeTexts, WhatWasABrightSpotIsWhatTheExportsBesideItAreOf) {
  EXPECT_EQ(statements_of("Peru's exports fell 5 percent in 2023. Copper was a bright spot, with exports reaching $9 "
                          "billion.")
                .back(),
            "level PER-WLD exports [copper] 2023 '$9 billion'");
}

TEST(WholeTexts, GoodsSoldAbroadAreExports) {
  EXPECT_EQ(statements_of("The value of goods sent abroad by Peru rose 5 percent in 2023."),
            (Statements{"growth PER-WLD exports 2023 '5 percent'"}));
}

TEST(WholeTexts, InThatYearExportsAreOfNoGoods) {
  EXPECT_EQ(statements_of("Peru's exports were $9 billion in 2023. In that year imports, at $8 billion, fell.").back(),
            "level PER-WLD imports 2023 '$8 billion'");
}

TEST(WholeTexts, ANewParagraphGoesBackToTheOneOfTwoThatItBeganWith) {
  EXPECT_EQ(statements_of(
                "EU exports to Japan rose 5 percent in 2023. Japanese exports to the EU grew 3 percent.\n\nExports of "
                "meat rose 9 percent.")
                .back(),
            "growth EU-JPN exports [meat] 2023 '9 percent'");
}

TEST(WholeTexts, ScrapsAreReadToTheirEnd) {
  EXPECT_EQ(statements_of("(exports) trade"), Statements{});
  EXPECT_EQ(statements_of("(32.8 Chong percent), deficit").size(), 1U);
}

}  // namespace
}  // namespace tradewind::tests
