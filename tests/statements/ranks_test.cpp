// Ranks as the press tells them.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

Statements ranks_in(const std::string& text, const char* published = "2024-02-15") {
  Statements found;
  for (const auto& statement : read(text, published).statements)
    if (statement.kind == StatementKind::rank)
      found.push_back(in_short(statement) + " " + std::to_string(static_cast<int>(statement.value.interval.low)));
  return found;
}

TEST(RankInWords, TheGoodsStandBetweenRankAndNoun) {
  EXPECT_EQ(ranks_in("Vietnam was the number two rice exporter to the Philippines in 2023."),
            (Statements{"rank PHL-VNM imports [rice] 2023 'the number two rice exporter to the Philippines' 2"}));
}

TEST(RankInWords, APartnerMayHaveAFigureOfItsOwn) {
  EXPECT_EQ(ranks_in("Chile's exports grew in 2023. Its top three export markets were China, $38 billion; the United "
                     "States, 15 percent; and Japan, $7 billion."),
            (Statements{"rank CHL-CHN exports 2023 'Its top three export markets' 1",
                        "rank CHL-USA exports 2023 'Its top three export markets' 1",
                        "rank CHL-JPN exports 2023 'Its top three export markets' 1"}));
}

TEST(RankInWords, FollowedSecondAndThirdGoesToEach) {
  EXPECT_EQ(
      ranks_in("Germany was Poland's biggest export market in 2023. France and Italy followed second and third."),
      (Statements{"rank POL-DEU exports 2023 'Poland's biggest export market' 1",
                  "rank POL-FRA exports 2023 'second and third' 2", "rank POL-ITA exports 2023 'second and third' 3"}));
}

TEST(RankInWords, OvertakingSomebodyOneHoldsTheRank) {
  EXPECT_EQ(
      ranks_in("German imports fell 3 percent in 2023, with Poland overtaking France as the second-largest source "
               "of imports."),
      (Statements{"rank DEU-POL imports 2023 'the second-largest source of imports' 2"}));
}

TEST(RankInWords, ExportsToSomebodyCanBeTheLargest) {
  EXPECT_EQ(ranks_in("Peru's exports to China were the largest, at $23 billion in 2023."),
            (Statements{"rank PER-CHN exports 2023 'the largest' 1"}));
}

TEST(RankInWords, AProvinceHasPartnersToo) {
  EXPECT_EQ(
      ranks_in("China's trade with Myanmar grew 5 percent in 2023. Myanmar remained Yunnan's largest trading partner."),
      (Statements{"rank CHN-MMR trade [Yunnan] 2023 'Yunnan's largest trading partner' 1"}));
}

TEST(RankInWords, InvestmentSomewhereIsRankedAmongThoseWhoInvestThere) {
  EXPECT_EQ(ranks_in("Thailand's investment in Laos was ranked third with $5 billion in 2023."),
            (Statements{"rank LAO-THA inward investment 2023 'third' 3"}));
}

TEST(RankInWords, OneOfTheBiggestIsNoRank) {
  EXPECT_TRUE(ranks_in("Japan is one of Chile's biggest buyers of copper.").empty());
  EXPECT_TRUE(ranks_in("Japan is one of our biggest buyers of copper.").empty());
}

TEST(RankInWords, APlaceAloneIsOfWhatTheTextIsAbout) {
  EXPECT_EQ(ranks_in("Peru exported goods worth $5 billion to Japan in 2023. That put Japan in sixth place "
                     "among Peru's export markets."),
            (Statements{"rank PER-JPN exports 2023 'sixth place among Peru's export markets' 6"}));
}

TEST(RankInWords, TheMainSourceIsTheFirst) {
  EXPECT_EQ(ranks_in("China was Peru's main source of imports in 2023."),
            (Statements{"rank PER-CHN imports 2023 'Peru's main source of imports' 1"}));
}

TEST(RankInWords, BesideItsHolderTheVerbIsLeftOut) {
  EXPECT_EQ(
      ranks_in("Peru's exports grew in 2023. China ranked first with $20 billion and Japan second with $3 billion."),
      (Statements{"rank PER-CHN exports 2023 'first' 1", "rank PER-JPN exports 2023 'second' 2"}));
}

TEST(RankInWords, TheWorldsNthSellsToAll) {
  EXPECT_EQ(ranks_in("Peru was the world's third largest exporter of copper in 2023."),
            (Statements{"rank PER-WLD exports [copper] 2023 'third largest exporter of copper' 3"}));
}

TEST(RankInWords, GoodsRankAmongAllThatIsTraded) {
  EXPECT_EQ(ranks_in("Peru's imports rose 5 percent in May 2023. Diesel was the largest import at $66 million."),
            (Statements{"rank PER-WLD imports [diesel] 2023-05 'largest import' 1"}));
}

Statements streaks_in(const std::string& text, const char* published = "2024-02-15") {
  Statements found;
  for (const auto& statement : read(text, published).statements)
    if (statement.kind == StatementKind::streak)
      found.push_back(in_short(statement) + " " + std::to_string(static_cast<int>(statement.value.interval.low)) + " " +
                      statement.value.unit);
  return found;
}

TEST(StreakInWords, WhatComesInARowIsOfTheFigureBeforeIt) {
  EXPECT_EQ(streaks_in("Peru's trade surplus reached $1.2 billion in November 2023, the 17th in a row."),
            (Statements{"streak PER-WLD balance 2023-11 'the 17th in a row' 17 months"}));
}

TEST(StreakInWords, NothingGoesOnForThousandsOfMonths) {
  EXPECT_EQ(streaks_in("Peru's trade surplus reached $1.2 billion in November 2023, the 2147483648th in a row."),
            Statements{});
}

TEST(StreakInWords, InAsManyMonthsSaysTheUnit) {
  EXPECT_EQ(streaks_in("Peru's exports to China fell 3 percent in May 2023, a fifth decline in as many quarters."),
            (Statements{"streak PER-CHN exports 2023-05 'a fifth decline in as many quarters' 5 quarters"}));
}

TEST(StreakInWords, OneMoreMonthOfTheSame) {
  EXPECT_EQ(streaks_in("Peru's exports rose a fourth month in May 2023."),
            (Statements{"streak PER-WLD exports 2023-05 'a fourth month' 4 months"}));
}

TEST(OrdinalsInWords, ABareOneNumbersNoEvent) {
  for (const auto& statement :
       read("Peru's exports rose 3 percent, which put it 14th, while it stood 9th before.").statements)
    EXPECT_NE(statement.rule, "edition");
}

TEST(RankInWords, OfGoodsSaysTheFlowOfTheFiguresBehind) {
  EXPECT_EQ(statements_of("Exports of Laos were $7 billion in 2021, and imports $6 billion. Gold ore was the main "
                          "export, at $900 million.")
                .back(),
            "level LAO-WLD exports [gold ore] 2021 '$900 million'");
}

TEST(RankInWords, TheHighestShareIsTheFirst) {
  EXPECT_EQ(statements_of("Trade of Brunei was $970 million in 2018. In terms of imports, China had the highest share "
                          "with 35 per cent."),
            (Statements{"level BRN-WLD trade 2018 '$970 million'", "rank BRN-CHN imports 2018 'highest share'",
                        "share BRN-CHN imports 2018 '35 per cent'"}));
}

TEST(RankInWords, WhoLedWithAFigureIsTheFirst) {
  EXPECT_EQ(statements_of("FDI inflows to Vietnam were $30 billion in 2023. Japan led with $7 billion.").at(1),
            "rank VNM-JPN inward investment 2023 'led'");
}

TEST(RankInWords, InTermsOfImportsAndExportsIsOfTrade) {
  EXPECT_EQ(statements_of("In 2018, China was the largest trading partner of Vietnam in terms of import-export value, "
                          "at $105 billion.")
                .back(),
            "level VNM-CHN trade 2018 '$105 billion'");
}

TEST(RankInWords, ExportsToOneWereTheHighest) {
  EXPECT_EQ(statements_of("Thailand's exports to Japan were the highest, at $5 billion in 2023.").front(),
            "rank THA-JPN exports 2023 'the highest'");
}

TEST(RankInWords, ThePartnerOfAKindOfTradeIsOneInThat) {
  EXPECT_EQ(statements_of("Thailand's border trade rose 2 per cent in 2023. The leading partner was Laos.").back(),
            "rank THA-LAO trade [border] 2023 'The leading partner'");
}

TEST(RankInWords, WhoTopsTheInvestorsIsTheFirst) {
  EXPECT_EQ(statements_of("Japan tops foreign investors in Laos in 2023").front(),
            "rank LAO-JPN inward investment 2023 'tops foreign investors in Laos'");
}

TEST(RankInWords, TheLargestAmongThoseWhoHaveProjectsIsAnInvestor) {
  EXPECT_EQ(statements_of("Foreign direct investment in Laos was $2 billion in 2023. Japan was the largest among 40 "
                          "countries and territories with projects in the country, with $1 billion."),
            (Statements{"level LAO-WLD inward investment_flow 2023 '$2 billion'",
                        "rank LAO-JPN inward investment 2023 'largest'",
                        "count LAO countries 2023 '40 countries and territories'",
                        "level LAO-JPN inward investment 2023 '$1 billion'"}));
}

TEST(RankInWords, TheMainDestinationIsOfWhatTheTextIsOn) {
  EXPECT_EQ(statements_of("Brazil's investment in Africa was $2 billion in 2021, with Angola as the main destination.")
                .back(),
            "rank BRA-AGO outward investment 2021 'the main destination'");
  EXPECT_EQ(statements_of("Ireland's exports rose 5% in 2021. The USA was the main non-EU destination.").back(),
            "rank IRL-USA exports 2021 'the main non-EU destination'");
}

TEST(RankInWords, ItemsOfAListOfExportsAreExported) {
  EXPECT_EQ(statements_of("Thailand imported goods worth $9 billion from China in 2022. The top two export products "
                          "were:\n- Rubber: $3 billion")
                .back(),
            "level THA-CHN exports [rubber] 2022 '$3 billion'");
}

TEST(RankInWords, AmongTradingPartnersIsOfTrade) {
  EXPECT_EQ(statements_of("Thailand's imports from China were $9 billion in 2022. The US ranked second among "
                          "Thailand's trading partners.")
                .back(),
            "rank THA-USA trade 2022 'second among Thailand's trading partners'");
}

TEST(RankInWords, WhoRecordsTheLargestOfAMeasureIsTheFirstInIt) {
  EXPECT_EQ(statements_of("FDI into Laos was $2 billion in 2023. Mining attracted the most FDI.").back(),
            "rank LAO-WLD inward investment_flow [mining] 2023 'most'");
  EXPECT_EQ(statements_of("Imports of Brunei were $400 million in 2018. China recorded the highest share of imports at "
                          "35 per cent, followed by Japan (15 per cent).")
                .back(),
            "share BRN-JPN imports 2018 '15 per cent'");
  EXPECT_EQ(
      statements_of("Finland's exports were €7 billion in 2022. Most imports to Finland came from Germany in 2022.")
          .back(),
      "rank FIN-DEU imports 2022 'Most'");
}

TEST(RankInWords, TheLargestRecipientIsOfInvestment) {
  EXPECT_EQ(statements_of("FDI in Oman, the largest recipient, rose 5 per cent to $2 billion in 2023."),
            (Statements{"rank OMN-WLD inward investment 2023 'the largest recipient'",
                        "growth OMN-WLD inward investment_flow 2023 '5 per cent'",
                        "level OMN-WLD inward investment_flow 2023 '$2 billion'"}));
}

TEST(RankInWords, InTheWorldIsAmongAllWhoTrade) {
  EXPECT_EQ(statements_of("The GCC ranked sixth in the world by volume of trade in goods in 2023.").front(),
            "rank GCC-WLD trade 2023 'sixth in the world'");
  EXPECT_EQ(statements_of("World trade rose 2 per cent in 2024. China was the largest exporter.").back(),
            "rank CHN-WLD exports 2024 'the largest exporter'");
}

TEST(RankInWords, WhoFollowsComesNext) {
  EXPECT_EQ(statements_of("China was Laos's largest trading partner in 2023, followed by Thailand and Vietnam."),
            (Statements{"rank LAO-CHN trade 2023 'Laos's largest trading partner'",
                        "rank LAO-THA trade 2023 'Thailand'", "rank LAO-VNM trade 2023 'Vietnam'"}));
  EXPECT_EQ(statements_of("China was Laos's largest trading partner in 2023. It was followed by Thailand.").back(),
            "rank LAO-THA trade 2023 'Thailand'");
}

TEST(RankInWords, ThePartnerOfAProvinceIsItsOwn) {
  EXPECT_EQ(statements_of("China's exports rose 2 percent in 2019. ASEAN became the largest trading partner of "
                          "Chongqing.")
                .back(),
            "rank CHN-ASEAN trade [Chongqing] 2019 'the largest trading partner of Chongqing'");
}

TEST(RankInWords, TheBiggestBuyerIsOfWhatTheParagraphIsOn) {
  EXPECT_EQ(
      statements_of("Vietnam's seafood exports were $10 billion in 2024, with shrimp earning $3 billion. The US was "
                    "the biggest buyer.")
          .back(),
      "rank VNM-USA exports [seafood] 2024 'the biggest buyer'");
}

TEST(RankInWords, TheLargestDecreaseIsOfItsMeasure) {
  EXPECT_EQ(
      statements_of("EU exports rose 3% in 2023. Of the 27 EU countries, Ireland recorded the largest decrease in "
                    "exports (-17%)."),
      (Statements{"growth EU-WLD exports 2023 '3%'", "count EU countries 2024 '27 EU countries'",
                  "rank IRL-WLD exports 2023 'largest'", "growth IRL-WLD exports 2023 '-17%'"}));
}

TEST(RankInWords, GoodsMayTopTheListOfExports) {
  EXPECT_EQ(
      statements_of("Thailand's imports rose 2% in 2023. Frozen and dried foods topped the list of exports to China "
                    "at 14 billion baht."),
      (Statements{"growth THA-WLD imports 2023 '2%'",
                  "rank THA-CHN exports [frozen and dried foods] 2023 'topped the list of'",
                  "level THA-CHN exports [frozen and dried foods] 2023 '14 billion baht'"}));
}

TEST(RankInWords, OnRecordIsOfTheFigureBefore) {
  EXPECT_EQ(statements_of("Canada's trade fell by 10% in 2020, from a record of $9 billion in 2019. It was the second "
                          "largest annual decline on record.")
                .back(),
            "rank CAN-WLD trade 2020 'second largest annual decline on record'");
  EXPECT_EQ(statements_of("Canada's surplus was $13 billion in 2020, the third-highest on record.").back(),
            "rank CAN-WLD balance 2020 'third-highest on record'");
}

TEST(RankInWords, WhoFollowsTheOneThatReceivesMostReceivesToo) {
  EXPECT_EQ(statements_of("Laos received the most Chinese investment in 2022, followed by Fiji.").back(),
            "rank FJI-CHN inward investment_flow 2022 'Fiji'");
}

TEST(RankInWords, OfThemOfGoodsAndOfDeficits) {
  EXPECT_EQ(
      statements_of("FDI into Laos reached $15 billion in 2023. Japan was the largest among them with $8 billion."),
      (Statements{"level LAO-WLD inward investment_flow 2023 '$15 billion'",
                  "rank LAO-JPN inward investment 2023 'largest among them'",
                  "level LAO-JPN inward investment 2023 '$8 billion'"}));
  EXPECT_EQ(statements_of("Peru's exports were $9 billion in 2023. Copper was the top cross-border export.").back(),
            "rank PER-WLD exports [copper] 2023 'top cross-border export'");
  EXPECT_EQ(statements_of("Peru recorded the deepest deficit with China in 2023, reaching $2 billion."),
            (Statements{"rank PER-CHN balance 2023 'deepest'", "level PER-CHN balance 2023 minus '$2 billion'"}));
}

TEST(RankInWords, AmongTheLargestIsNoRankButSaysOfWhom) {
  EXPECT_EQ(statements_of("Chile's trade was $150 billion in 2022. Peru and Cuba were among the leading partners, with "
                          "$4 billion and $1 billion respectively. Its imports rose 3 percent."),
            (Statements{"level CHL-WLD trade 2022 '$150 billion'", "level CHL-PER trade 2022 '$4 billion'",
                        "level CHL-CUB trade 2022 '$1 billion'", "growth CHL-WLD imports 2022 '3 percent'"}));
  EXPECT_EQ(statements_of("India is one of the UAE's largest partners, with trade of $85 billion in 2022."),
            (Statements{"level ARE-IND trade 2022 '$85 billion'"}));
}
TEST(Press, TheWorldsLargestOfOneAndTheNextOfAnother) {
  EXPECT_EQ(
      statements_of("In 2023 Peru was the world's second largest exporter of copper and tin (CT) products and the "
                    "third largest exporter of zinc.")
          .back(),
      "rank PER-WLD exports [zinc] 2023 'the third largest exporter of zinc'");
}

TEST(Press, RatiosInATotalAreShares) {
  EXPECT_EQ(
      statements_of("In 2023 the ratio of farm goods in Peru's total exports was 9 percent. The ratios of copper and "
                    "tin in total exports were 30 percent and 4 percent, respectively. In 2022 the corresponding "
                    "ratios were 29 percent and 5 percent."),
      (Statements{"share PER-WLD exports [farm goods] 2023 '9 percent'",
                  "share PER-WLD exports [copper] 2023 '30 percent'", "share PER-WLD exports [tin] 2023 '4 percent'",
                  "share PER-WLD exports [copper] 2022 '29 percent'", "share PER-WLD exports [tin] 2022 '5 percent'"}));
}

TEST(RankInWords, GoodsInFrontOfTheirRankAreItsOwn) {
  EXPECT_EQ(statements_of(
                "Thailand's trade with China was $56 billion in 2023. Fresh fruit, the largest export item, generated "
                "$3 billion."),
            (Statements{"level THA-CHN trade 2023 '$56 billion'",
                        "rank THA-CHN exports [fresh fruit] 2023 'largest export item'",
                        "level THA-CHN exports [fresh fruit] 2023 '$3 billion'"}));
}

TEST(RankInWords, OneMayBeSecondAmongMarketsAndFirstAmongSuppliers) {
  EXPECT_EQ(
      statements_of("In 2023, China ranked second among Peru's export markets ($11 billion) and first among import "
                    "suppliers ($27 billion).")
          .back(),
      "level PER-CHN imports 2023 '$27 billion'");
}

TEST(RankInWords, TheSecondRankOfASentenceIsOfTheSameTwo) {
  EXPECT_EQ(
      statements_of("Chile is Peru's largest supplier and, behind Cuba, its second-largest export market.").back(),
      "rank PER-CHL exports 2023 'its second-largest export market'");
  EXPECT_EQ(statements_of("Japan was the largest investor in Laos in 2022, with investments of $5 billion.").back(),
            "level LAO-JPN inward investment 2022 '$5 billion'");
}
TEST(RankInWords, ANounLeftOutIsThatOfTheRankBefore) {
  EXPECT_EQ(statements_of("Japan is Peru's largest trading partner and Peru Japan's fifth largest."),
            (Statements{"rank PER-JPN trade 2023 'Peru's largest trading partner'",
                        "rank JPN-PER trade 2023 'Japan's fifth largest'"}));
  EXPECT_EQ(statements_of("Japan is Peru's top trading partner, while Peru overtook Chile to become Japan's "
                          "third-largest in 2023.")
                .back(),
            "rank JPN-PER trade 2023 'Japan's third-largest'");
}

TEST(RankInWords, AnExporterInARegionOrTheWorldIsOneOfAll) {
  EXPECT_EQ(statements_of(
                "Peru's trade with ASEAN was 5 billion dollars in 2023. Brunei is the third-largest oil exporter in "
                "Southeast Asia and the fourth-largest exporter of natural gas in the world."),
            (Statements{"level PER-ASEAN trade 2023 '5 billion dollars'",
                        "rank BRN-WLD exports [oil] 2023 'the third-largest oil exporter in Southeast Asia'",
                        "rank BRN-WLD exports [natural gas] 2023 'the fourth-largest exporter of natural gas'"}));
}

TEST(RankInWords, OfTheWorldsProducersAndTraders) {
  EXPECT_EQ(statements_of("Chile is the world's largest copper producer. Germany was the world's largest exporter and "
                          "third-largest importer in 2023."),
            (Statements{"rank CHL-WLD production [copper] 2023 'largest copper producer'",
                        "rank DEU-WLD exports 2023 'largest exporter'",
                        "rank DEU-WLD imports 2023 'third-largest importer'"}));
}

TEST(RankInWords, TheLargestPartnerWhoBoughtTookItsExports) {
  EXPECT_EQ(statements_of("Ghana's trade rose 5 percent in 2023. Togo, the country's largest trading partner, bought "
                          "goods worth $2 billion.")
                .back(),
            "level GHA-TGO exports 2023 '$2 billion'");
}

TEST(RankInWords, WhatAPlaceHadBeenIsOfItsOwnTime) {
  EXPECT_EQ(statements_of("In April 2023 Finland's exports rose 3 percent. Russia ranked 14th among the destinations "
                          "for Finnish exports; in February 2023 it had been fifth."),
            (Statements{"growth FIN-WLD exports 2023-04 '3 percent'",
                        "rank FIN-RUS exports 2023-04 '14th among the destinations for Finnish'",
                        "rank FIN-RUS exports 2023-02 'fifth'"}));
}

TEST(RankInWords, OfTheWorldsExportersEachHasAShareOfItsOwn) {
  EXPECT_EQ(
      statements_of("The value of world trade rose 12 percent in 2022. China remained the largest exporter with a "
                    "share of 14 percent, followed by the United States with 8 percent and Germany with 7 "
                    "percent.")
          .back(),
      "share DEU-WLD exports 2022 '7 percent'");
}

TEST(RankInWords, OutsideABlocIsWhereNotWho) {
  EXPECT_EQ(statements_of(
                "Outside the bloc, Japan was the main destination in 2023, absorbing 8 percent of Brazilian exports."),
            (Statements{"rank BRA-JPN exports 2023 'the main destination'", "share BRA-JPN exports 2023 '8 percent'"}));
  EXPECT_EQ(statements_of("Mexico was the top buyer of U.S. corn in 2023.").front(),
            "rank USA-MEX exports [corn] 2023 'the top buyer of U.S. corn'");
}

TEST(RankInWords, RankedOnlyFourthAmongMarkets) {
  EXPECT_EQ(statements_of("Kenya was Uganda's largest source of imports in 2022. It ranked only fifth among export "
                          "markets. Italy ranked first with $700 million."),
            (Statements{"rank UGA-KEN imports 2022 'Uganda's largest source of imports'",
                        "rank UGA-KEN exports 2022 'only fifth among'", "rank UGA-ITA exports 2022 'first'",
                        "level UGA-ITA exports 2022 '$700 million'"}));
}

TEST(RankInWords, ItsVerbAndItsNounLeftOut) {
  EXPECT_EQ(statements_of("Brazil is the biggest trading partner of Peru, and Peru the ninth biggest of Brazil."),
            (Statements{"rank PER-BRA trade 2023 'the biggest trading partner of Peru'",
                        "rank BRA-PER trade 2023 'the ninth biggest of Brazil'"}));
}

TEST(RankInWords, APlacedPartner) {
  EXPECT_EQ(statements_of("Peru's trade with fifth-placed Spain fell 4 percent in 2022."),
            (Statements{"rank PER-ESP trade 2022 'fifth-placed'", "growth PER-ESP trade 2022 minus '4 percent'"}));
}

TEST(RankInWords, APartnerCountryForAFlow) {
  EXPECT_EQ(statements_of("Italy was Tunisia's main partner country for exports in 2022 with $4 billion, followed by "
                          "Libya with $2 billion."),
            (Statements{"rank TUN-ITA exports 2022 'Tunisia's main partner country for exports'",
                        "level TUN-ITA exports 2022 '$4 billion'", "level TUN-LBY exports 2022 '$2 billion'"}));
}

TEST(RankInWords, OfATitleIsOfTheTimeBelow) {
  EXPECT_EQ(statements_of("Japan remains Kenya's largest supplier\n\nKenya's imports from Japan were $3 billion in the "
                          "first half of 2023.")
                .front(),
            "rank KEN-JPN imports 2023-H1 'Kenya's largest supplier'");
}

TEST(RankInWords, ThatPositionIsTheRanks) {
  EXPECT_EQ(
      statements_of("Japan was Kenya's top market in 2023, taking 9 percent of exports. It has held that position "
                    "for six years in a row.")
          .back(),
      "streak KEN-JPN exports 2023 'for six years in a row'");
}

TEST(RankInWords, TheSecondMayHaveNoNoun) {
  EXPECT_EQ(statements_of("Japan was Kenya's largest partner in 2023. Peru was the second with $2 billion.")[1],
            "rank KEN-PER trade 2023 'the second'");
}

TEST(Ranks, EachIsRankedAmongTheOthersPartners) {
  EXPECT_EQ(statements_of("In 2022 China was the largest partner of Laos, and Laos its 40th-largest."),
            (Statements{"rank LAO-CHN trade 2022 'the largest partner of Laos'",
                        "rank CHN-LAO trade 2022 'its 40th-largest'"}));
}

TEST(Ranks, TwoRanksOfOneSentenceAreOfTheSameGoods) {
  EXPECT_EQ(
      statements_of("Peru's exports of fruit to China fell 5 percent in May 2023. China is the largest supplier of "
                    "Peru and its second-largest market.")
          .back(),
      "rank PER-CHN exports 2023-05 'its second-largest market'");
}

TEST(Ranks, TheSourceOfInvestmentHasAnAmountThere) {
  EXPECT_EQ(statements_of("Exports of Peru to China were $8 billion in 2022. China was also the top source of approved "
                          "foreign investments in 2022, with $1 billion.")
                .back(),
            "level PER-CHN inward investment_flow 2022 '$1 billion'");
}

TEST(Ranks, WhoTopsInvestmentSomewhere) {
  EXPECT_EQ(statements_of("Japan tops foreign investment in Laos in 2022").front(),
            "rank LAO-JPN inward investment 2022 'tops foreign investment in Laos'");
}

TEST(Ranks, FourthLargestBehindARank) {
  EXPECT_EQ(
      statements_of("In 2022 Japan was Peru's top trading partner. Chile was the fourth largest, with trade of $5 "
                    "billion.")[1],
      "rank PER-CHL trade 2022 'fourth largest'");
}

TEST(Ranks, ItIsWhoTheSentenceBeforeWasAbout) {
  EXPECT_EQ(
      statements_of("In 2022, China invested $9 billion in Africa. It is the largest foreign investor in Kenya.")[1],
      "rank KEN-CHN inward investment 2022 'the largest foreign investor in Kenya'");
}

TEST(Ranks, OwnerBetweenTheRankAndItsNoun) {
  EXPECT_EQ(statements_of("China was the largest Kenyan trading partner in 2022.")[0].substr(0, 18),
            "rank KEN-CHN trade");
}

TEST(Ranks, WhoTopsTheWorldsExporters) {
  EXPECT_EQ(statements_of("Thailand tops world's rice exporters in 2022").front(),
            "rank THA-WLD exports [rice] 2022 'tops world's rice exporters'");
}

}  // namespace
}  // namespace tradewind::tests
