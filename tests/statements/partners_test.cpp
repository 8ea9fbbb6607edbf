// Who is somebody's partner where the text does not say so.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Partners, WhoBuysAndSellsInATextOnSomebodysTradeIsHisPartner) {
  EXPECT_EQ(
      statements_of("Polish exports rose 6 percent to 72 billion euros in 2022, imports 9 percent. The deficit was "
                    "2 billion euros. Germany bought goods worth 19 billion euros. China took 5 percent of exports "
                    "and provided 11 percent of imports. Japan took 3 percent more goods, but sold 2 percent less."),
      (Statements{"growth POL-WLD exports 2022 '6 percent'", "level POL-WLD exports 2022 '72 billion euros'",
                  "growth POL-WLD imports 2022 '9 percent'", "level POL-WLD balance 2022 minus '2 billion euros'",
                  "level POL-DEU exports 2022 '19 billion euros'", "share POL-CHN exports 2022 '5 percent'",
                  "share POL-CHN imports 2022 '11 percent'", "growth POL-JPN exports 2022 '3 percent'",
                  "growth POL-JPN imports 2022 minus '2 percent'"}));
}

TEST(Partners, WhoStandsInFrontIsThePartner) {
  EXPECT_EQ(
      statements_of("Japan's surplus with Peru rose to $4 billion in 2022. With Chile the country ran a deficit of "
                    "$2 billion.")
          .back(),
      "level JPN-CHL balance 2022 minus '$2 billion'");
}

TEST(Partners, GoodsAreSoldInAMarket) {
  EXPECT_EQ(statements_of("In 2022 Peru sold $4 billion worth of goods in the Chilean market."),
            (Statements{"level PER-CHL exports 2022 '$4 billion'"}));
}

TEST(Partners, ThoseToSomebodyAreExports) {
  EXPECT_EQ(statements_of("Exports of Japan to Peru rose 3 percent in 2022 and imports from there 4 percent. Those to "
                          "Chile fell 5 percent.")
                .back(),
            "growth JPN-CHL exports 2022 minus '5 percent'");
}

TEST(Partners, BehindBothFlowsComesTheWhole) {
  EXPECT_EQ(
      statements_of("China's trade with the European Union was $9 billion in 2022, with exports of $5 billion and "
                    "imports of $4 billion. Germany alone accounted for $3 billion.")
          .back(),
      "level CHN-DEU trade 2022 '$3 billion'");
}

TEST(Partners, TheMainlandIsChinaWhereverItStands) {
  EXPECT_EQ(statements_of("Hong Kong's exports to Peru rose 3 percent in 2022, while those to Taiwan (+16%) and the "
                          "Mainland (+4%) rose, too.")
                .back(),
            "growth HKG-CHN exports 2022 '4%'");
}

TEST(Partners, ABlocTradesWithThoseOutsideAndItsMembersWithOneAnother) {
  EXPECT_EQ(statements_of("The euro area's exports rose 4 percent in May 2023. Purchases from outside the bloc fell 5 "
                          "percent. Trade among the members of the currency area was up 3 percent."),
            (Statements{"growth EA-WLD exports 2023-05 '4 percent'", "growth EA-WLD imports 2023-05 minus '5 percent'",
                        "growth EA-EA trade 2023-05 '3 percent'"}));
  EXPECT_EQ(statements_of("The countries of the Eurasian Economic Union exchanged goods worth 45 billion dollars in "
                          "2023."),
            Statements{"level EAEU-EAEU trade 2023 '45 billion dollars'"});
}

TEST(Partners, TheSecondOfTwoGainsNamesItsOwn) {
  EXPECT_EQ(statements_of("Gains of 29 percent in Peru's exports to Japan and 18 percent in those to Chile were "
                          "recorded in 2023."),
            (Statements{"growth PER-JPN exports 2023 '29 percent'", "growth PER-CHL exports 2023 '18 percent'"}));
}

TEST(Partners, APartnerInFrontNeedsNoComma) {
  EXPECT_EQ(statements_of("Peru had a deficit of 9 billion dollars with Japan in 2023. With mainland China the country "
                          "ran a deficit of 3 billion dollars.")
                .back(),
            "level PER-CHN balance 2023 minus '3 billion dollars'");
}

TEST(Partners, WhatIsSoldInAMarketIsExportedThere) {
  EXPECT_EQ(statements_of("Peru sold 2 billion dollars worth of goods in the Kenyan market in 2023."),
            Statements{"level PER-KEN exports 2023 '2 billion dollars'"});
}

TEST(Partners, TheAmountThatSomebodyHasBoughtIsOfThat) {
  EXPECT_EQ(statements_of("Kenya's exports to China came to 4 billion dollars in 2023, more than the 3 billion dollars "
                          "it has bought from Japan.")
                .back()
                .substr(0, 21),
            "level KEN-JPN imports");
}

TEST(Partners, TheCountryIsTheOneThatTheTextIsAboutNotTheLastPartner) {
  EXPECT_EQ(statements_of("China's trade with Central Asia came to 94 billion dollars in 2023, of which 43 billion "
                          "dollars, or 46 percent, fell to Kazakhstan. Kyrgyzstan was second with 22 billion dollars. "
                          "Uzbekistan's trade with the country declined by 2 billion dollars."),
            (Statements{"level CHN-CENTRAL_ASIA trade 2023 '94 billion dollars'",
                        "level CHN-KAZ trade 2023 '43 billion dollars'", "share CHN-KAZ trade 2023 '46 percent'",
                        "rank CHN-KGZ trade 2023 'second'", "level CHN-KGZ trade 2023 '22 billion dollars'",
                        "change UZB-CHN trade 2023 minus '2 billion dollars'"}));
}

TEST(Partners, MembersOfABlocThatInvestmentComesIntoAreHosts) {
  EXPECT_EQ(
      statements_of("Foreign direct investment in Africa rose 13 percent in 2023. Kenya, which received 9 billion "
                    "dollars, and Ghana, with 6 billion dollars, led."),
      (Statements{"growth AFRICA-WLD inward investment_flow 2023 '13 percent'",
                  "level KEN-WLD inward investment_flow 2023 '9 billion dollars'",
                  "level GHA-WLD inward investment_flow 2023 '6 billion dollars'"}));
}

TEST(Partners, ItBehindARankIsWhoHoldsIt) {
  EXPECT_EQ(
      statements_of("Japan was Peru's top customer in 2023, with purchases of 15 billion dollars. It also provided "
                    "22 percent of imports."),
      (Statements{"rank PER-JPN exports 2023 'Peru's top customer'", "level PER-JPN exports 2023 '15 billion dollars'",
                  "share PER-JPN imports 2023 '22 percent'"}));
}

TEST(Partners, OfWhatGoesToABlocAMemberTakesAPart) {
  EXPECT_EQ(statements_of("Peru's trade with Africa rose 5 percent in 2023. Kenya absorbed 48 percent of what Peru "
                          "exported to the continent.")
                .back(),
            "share PER-KEN exports 2023 '48 percent'");
}

TEST(Partners, ImportsNamedByTheirOwnerWhereTradeIsBetweenTwoAreHis) {
  EXPECT_EQ(statements_of("Trade between Africa and Japan rose 5 percent in 2023. Japanese imports grew by 7 percent.")
                .back(),
            "growth JPN-AFRICA imports 2023 '7 percent'");
}

TEST(Partners, AheadOfWhomWithWhatShare) {
  EXPECT_EQ(
      statements_of("Brazil is Chile's main trading partner. It accounted for 12 percent of Chile's total trade "
                    "in 2022, ahead of Japan with 7 percent and the EU with 6 percent."),
      (Statements{"rank CHL-BRA trade 2023 'Chile's main trading partner'", "share CHL-BRA trade 2022 '12 percent'",
                  "share CHL-JPN trade 2022 '7 percent'", "share CHL-EU trade 2022 '6 percent'"}));
}

TEST(Partners, WhoseShareIsAPartnersOfTheSameTrade) {
  EXPECT_EQ(statements_of("India accounted for 31 percent of Nepal's total foreign trade in 2022, overtaking China, "
                          "whose share came to 18 percent ($3 billion)."),
            (Statements{"share NPL-IND trade 2022 '31 percent'", "share NPL-CHN trade 2022 '18 percent'",
                        "level NPL-CHN trade 2022 '$3 billion'"}));
}

TEST(Partners, InWhoseTradeSomebodyHasAShare) {
  EXPECT_EQ(statements_of("Nepal's exports rose 3 percent in 2022. In Bhutan, India had a 70 percent share of trade "
                          "turnover.")
                .back(),
            "share BTN-IND trade 2022 '70 percent'");
  EXPECT_EQ(statements_of("Kenya's trade with Uganda rose in 2022. It was 12 percent of Uganda's total.").back(),
            "share UGA-KEN trade 2022 '12 percent'");
}

TEST(Partners, TheEnvoyOfACapitalSpeaksOfHisCountryAndItsHost) {
  EXPECT_EQ(statements_of("Hanoi's envoy to Peru said trade between the two countries rose 5 percent in 2022."),
            (Statements{"growth PER-VNM trade 2022 '5 percent'"}));
}

TEST(Partners, WhoStandsInFrontNeedsNoComma) {
  EXPECT_EQ(
      statements_of("LIMA: Trade with Chile grew 8 percent in 2022. With the United States trade rose 2 percent to "
                    "$5 billion. To Korea shipments fell 3 percent.",
                    "2023-02-15"),
      (Statements{"growth PER-CHL trade 2022 '8 percent'", "growth PER-USA trade 2022 '2 percent'",
                  "level PER-USA trade 2022 '$5 billion'", "growth PER-KOR exports 2022 minus '3 percent'"}));
}

TEST(Partners, WhatGrewToSomeAndFellToOthersWasToAll) {
  EXPECT_EQ(
      statements_of("Peru's trade with China rose 5 percent in May 2023. Fruit shipments, estimated at $350 million, "
                    "fell by 43 percent to China while rising 38 percent to Japan."),
      (Statements{"growth PER-CHN trade 2023-05 '5 percent'", "level PER-WLD exports [fruit] 2023-05 '$350 million'",
                  "growth PER-CHN exports [fruit] 2023-05 minus '43 percent'",
                  "growth PER-JPN exports [fruit] 2023-05 '38 percent'"}));
}

TEST(Partners, TheOthersInReturn) {
  EXPECT_EQ(
      statements_of("Peru's investment in Chile had reached $9 billion by the end of 2022, and Chile's in Peru $3 "
                    "billion.")
          .back(),
      "level CHL-PER outward investment_flow ../2022 '$3 billion'");
}

TEST(Partners, TheCountryAsAWholeTradesWithAll) {
  EXPECT_EQ(statements_of("Peru's deficit with Chile widened to $2 billion in May 2023, though the country as a whole "
                          "booked a surplus of $3 billion.")
                .back(),
            "level PER-WLD balance 2023-05 '$3 billion'");
}

TEST(Partners, TheTotalOfASharesBaseIsWithAll) {
  EXPECT_EQ(statements_of("Peru's trade with China was $5 billion in 2022. It made 35 percent of the country's total, "
                          "which came to $14 billion.")
                .back(),
            "level PER-WLD trade 2022 '$14 billion'");
}

TEST(Partners, WithWhichOneTradesIsThePartner) {
  EXPECT_EQ(
      statements_of("Chile's trade with Mercosur rose 5 percent in 2022. Brazil, with which trade leapt 18 percent, "
                    "was the largest partner in the bloc.")[1],
      "growth CHL-BRA trade 2022 '18 percent'");
}

TEST(Partners, WhatFirmsShipAbroadGoesToAll) {
  EXPECT_EQ(statements_of("Trade with Japan, Brunei's largest partner, rose 3 percent in 2022, and the sultanate "
                          "shipped $4 billion worth of products abroad.")
                .back(),
            "level BRN-WLD exports 2022 '$4 billion'");
}

TEST(Partners, ItIsThePairToldLast) {
  EXPECT_EQ(
      statements_of("Japan became Kenya's top trading partner in 2020, when trade climbed 6 percent to $4 billion. "
                    "A year later it stood at $5 billion.")
          .back(),
      "level KEN-JPN trade 2021 '$5 billion'");
}

TEST(Partners, ADialoguePartnerMayBeNamedBehind) {
  EXPECT_EQ(statements_of("ASEAN's trade with its dialogue partner Japan rose 4 percent in 2023.").front(),
            "growth ASEAN-JPN trade 2023 '4 percent'");
}

TEST(Partners, FollowedByWhomWithWhatShareOfInvestment) {
  EXPECT_EQ(statements_of("The EU was the largest investor in Peru in 2022. It made up 22 percent of investment flows "
                          "into the country, followed by Japan with 18 percent.")
                .back(),
            "share PER-JPN inward investment 2022 '18 percent'");
}

TEST(Partners, TheFigureAtTheHeadOfAParagraphIsTheLast) {
  EXPECT_EQ(statements_of("Italy edged out Spain as Peru's third-largest export market in May, with shipments of $761 "
                          "million.\n\nThe figure was 9 percent higher than in May 2022.",
                          "2023-07-10")
                .back(),
            "growth PER-ITA exports 2023-05 '9 percent'");
}

TEST(Partners, TradeBehindARankIsOfTheOneWhosePartnersAreRanked) {
  EXPECT_EQ(
      statements_of("China was Kenya's second-largest partner in 2023, China's envoy said. Bilateral trade was $8 "
                    "billion, with imports rising 3 percent.")
          .back(),
      "growth KEN-CHN imports 2023 '3 percent'");
}

TEST(Partners, TheOneWhoseLargestPartnerItIsHasNoPartInWhatItPosts) {
  EXPECT_EQ(statements_of("Peru's trade with Japan was $5 billion in 2023. Peru, Japan's largest supplier of copper, "
                          "posted a surplus of $1 billion in its trade with the country.")
                .back(),
            "level PER-JPN balance 2023 '$1 billion'");
}

TEST(Partners, AHeadlineIsOfThoseThatTheTextTellsItOf) {
  EXPECT_EQ(statements_of("Durian exports via railway up 36 percent\n\nThailand's durian exports to China via the "
                          "railway rose 36 percent in 2023.")
                .front(),
            "growth THA-CHN exports [durian] 2023 '36 percent'");
}

TEST(Partners, AHeadlineOnARankDoesNotMakeTheLeadOneOnTwo) {
  EXPECT_EQ(
      statements_of("Japan again Peru's main trading partner\n\nPeru posted a trade surplus of $3 billion in 2023. "
                    "Japan displaced Brazil as the country's main trading partner. The deficit with Japan was $2 "
                    "billion."),
      (Statements{"rank PER-JPN trade 2023 'Peru's main trading partner'", "level PER-WLD balance 2023 '$3 billion'",
                  "rank PER-JPN trade 2023 'the country's main trading partner'",
                  "level PER-JPN balance 2023 minus '$2 billion'"}));
}

TEST(Partners, WhoLeadsImportsSellsThem) {
  EXPECT_EQ(
      statements_of("Kenya's exports rose 4 percent in 2023. China led imports to Kenya with $8 billion, ahead of "
                    "the US at $6 billion."),
      (Statements{"growth KEN-WLD exports 2023 '4 percent'", "level KEN-CHN imports 2023 '$8 billion'",
                  "level KEN-USA imports 2023 '$6 billion'"}));
}

TEST(Partners, WhoIsOvertakenIsNoPartOfTheTradeBehind) {
  EXPECT_EQ(
      statements_of("China became Chile's largest trading partner in 2023, surpassing Japan, with bilateral trade "
                    "up 11 percent to $115 billion.")
          .back(),
      "level CHL-CHN trade 2023 '$115 billion'");
}

TEST(Partners, ItsTradeWithTheReporterIsTheReportersWithIt) {
  EXPECT_EQ(statements_of("China's trade rose 5 percent in 2023. Japan was the third largest partner, its trade with "
                          "China falling 2 percent.")
                .back(),
            "growth CHN-JPN trade 2023 minus '2 percent'");
}

TEST(Partners, WhoBordersSomebodyIsNotHe) {
  EXPECT_EQ(statements_of("Yunnan, which borders Laos, exported goods worth $5 billion in 2023.").front(),
            "level CHN-WLD exports [Yunnan] 2023 '$5 billion'");
  EXPECT_EQ(statements_of("Kenya's exports rose 3 percent in 2023.\n\nIn neighbouring Uganda, tea exports totalled $2 "
                          "billion.")
                .back(),
            "level UGA-WLD exports [tea] 2023 '$2 billion'");
}

TEST(Partners, TradeWithAProvinceIsWithItsCountry) {
  EXPECT_EQ(statements_of("Thailand saw its trade with Yunnan surge by 44 percent in 2023.").front(),
            "growth THA-CHN trade [Yunnan] 2023 '44 percent'");
}

TEST(Partners, ATextThatNamesOnlyPlacesIsOfTheirCountry) {
  EXPECT_EQ(statements_of("The value of border trade fell to $8 billion in 2023. Muse came first.").front(),
            "level MMR-WLD trade [border] 2023 '$8 billion'");
}

TEST(Partners, TradeBetweenCountriesOfOneBlocIsWithinIt) {
  EXPECT_EQ(statements_of("Trade between African countries rose 5 percent in 2023.").front(),
            "growth AFRICA-AFRICA trade 2023 '5 percent'");
  EXPECT_EQ(
      statements_of("Thailand's exports rose 4 percent in 2023. Shipments to the five main members of ASEAN soared "
                    "6 percent.")
          .back(),
      "growth THA-ASEAN exports 2023 '6 percent'");
}

TEST(Partners, OfTheWorldsExportsThoseInACountryAreItsOwn) {
  EXPECT_EQ(
      statements_of("World exports fell by 12 percent in 2023. Exports fell by 14 percent in Chile and 9 percent in "
                    "Japan. Peru came first, followed by Kenya, whose exports rose 8 percent."),
      (Statements{"growth WLD-WLD exports 2023 minus '12 percent'", "growth CHL-WLD exports 2023 minus '14 percent'",
                  "growth JPN-WLD exports 2023 minus '9 percent'", "rank PER-WLD exports 2023 'first'",
                  "growth KEN-WLD exports 2023 '8 percent'"}));
}

TEST(Partners, WhoComesNextInTheWorldIsNobodysPartner) {
  EXPECT_EQ(
      statements_of("Thailand was the world's largest rice exporter in 2023. India came second with $2 billion."),
      (Statements{"rank THA-WLD exports [rice] 2023 'largest rice exporter'",
                  "rank IND-WLD exports [rice] 2023 'second'", "level IND-WLD exports [rice] 2023 '$2 billion'"}));
}

TEST(Partners, ATotalBehindTheLargestInvestorIsFromAll) {
  EXPECT_EQ(statements_of("Japan was the largest investor in Laos in 2023 with $8 billion. Total registered FDI in the "
                          "year reached $17 billion.")
                .back(),
            "level LAO-WLD inward investment_flow 2023 '$17 billion'");
}

TEST(Partners, WhoWantsABilateralDeficitCutHasItWithTheOther) {
  EXPECT_EQ(statements_of("India and China want to reduce their bilateral trade deficit. India's exports stood at $14 "
                          "billion in 2023.")
                .front(),
            "level IND-CHN exports 2023 '$14 billion'");
}

TEST(Partners, ThePartnerOfANameBeforeTheNoun) {
  EXPECT_EQ(statements_of("Mexico was the largest U.S. trading partner in 2023.").front(),
            "rank USA-MEX trade 2023 'the largest U.S. trading partner'");
}

TEST(Partners, TheirTradeWithTheReporterIsItsWithEachOfThem) {
  EXPECT_EQ(
      statements_of("Yunnan's foreign trade was $24 billion in 2023. Thailand and Laos saw their trade with Yunnan "
                    "surge by 44 percent and 58 percent, respectively."),
      (Statements{"level CHN-WLD trade [Yunnan] 2023 '$24 billion'", "growth CHN-THA trade [Yunnan] 2023 '44 percent'",
                  "growth CHN-LAO trade [Yunnan] 2023 '58 percent'"}));
}

TEST(Partners, ContractsWithSomebodysFirmsAreWithIt) {
  EXPECT_EQ(statements_of("Chinese companies had signed infrastructure contracts worth $5 billion with their ASEAN "
                          "counterparts by the end of 2023.")
                .front(),
            "level CHN-ASEAN contracted_projects_signed ../2023 '$5 billion'");
}

TEST(Partners, ATariffIsOfWhoLeviesItOnWhoPaysIt) {
  EXPECT_EQ(
      statements_of("Peru's average tariff on Chilean goods fell to 1 percent from 9 percent in 2009, while that of "
                    "Chile on Peruvian goods dropped from 12 percent to 2 percent."),
      (Statements{"rate PER-CHL tariff '1 percent'", "rate PER-CHL 2009 '9 percent'", "rate CHL-PER 2009 '12 percent'",
                  "rate CHL-PER '2 percent'"}));
}

TEST(Partners, WhereNobodyIsNamedButOnceAGlobalFlowIsTheWorlds) {
  EXPECT_EQ(
      statements_of("Foreign direct investment declined by 11 percent in 2023. Including conduits, global FDI rose "
                    "by 4 percent. FDI in Africa jumped by 75 percent."),
      (Statements{"growth WLD-WLD inward investment_flow 2023 minus '11 percent'",
                  "growth WLD-WLD inward investment 2023 '4 percent'",
                  "growth AFRICA-WLD inward investment_flow 2023 '75 percent'"}));
}

TEST(Partners, OfFourOfThemThatFollowByName) {
  EXPECT_EQ(statements_of("ASEAN governments seek talks. Japan was the largest export market of two of them, Laos and "
                          "Brunei, in 2023. It ranked second for Indonesia."),
            (Statements{"rank LAO-JPN exports 2023 'the largest export market of two of them, Laos and Brunei'",
                        "rank BRN-JPN exports 2023 'the largest export market of two of them, Laos and Brunei'",
                        "rank IDN-JPN exports 2023 'second for Indonesia'"}));
}

TEST(Partners, GoodsThatTopAListOfCommoditiesAreTradedWithAll) {
  EXPECT_EQ(
      statements_of("Japan was Peru's largest trading partner in 2023 with $6 billion. Copper topped the list of "
                    "commodities at $9 billion."),
      (Statements{"rank PER-JPN trade 2023 'Peru's largest trading partner'", "level PER-JPN trade 2023 '$6 billion'",
                  "rank PER-WLD trade [copper] 2023 'topped the list of commodities'",
                  "level PER-WLD trade [copper] 2023 '$9 billion'"}));
}

TEST(Partners, TheTotalThatAPartIsTakenOfIsWithAll) {
  EXPECT_EQ(statements_of("Peru's trade with Korea was $7 billion in 2023, 25 percent of the total of $28 billion. In "
                          "2022, the figure was $6 billion."),
            (Statements{"level PER-KOR trade 2023 '$7 billion'", "share PER-KOR trade 2023 '25 percent'",
                        "level PER-WLD trade 2023 '$28 billion'", "level PER-KOR trade 2022 '$6 billion'"}));
}

TEST(Partners, AfterAPartOfTheWorldAndAnotherPartnerExportsAreToAll) {
  EXPECT_EQ(statements_of("Peru's exports rose 2 percent in May 2024. Shipments to East Asia gained 4 percent. Exports "
                          "to Chile fell 3 percent. In the first half, exports increased 1 percent.",
                          "2024-09-08")
                .back(),
            "growth PER-WLD exports 2024-H1 '1 percent'");
}

TEST(Partners, SumsComeFromTradeWithThem) {
  EXPECT_EQ(
      statements_of("Russia's trade with Africa was $24 billion in 2023. Of this, $8 billion came from trade with "
                    "Egypt.")
          .back(),
      "level RUS-EGY trade 2023 '$8 billion'");
}

TEST(Partners, ExportsWithinABlocAreToItself) {
  EXPECT_EQ(
      statements_of("Mercosur's exports rose 5 percent in 2023. Exports within the bloc gained 8 percent.").back(),
      "growth MERCOSUR-MERCOSUR exports 2023 '8 percent'");
}

TEST(Partners, WhoImportsGoodsTellsItsOwnImports) {
  EXPECT_EQ(statements_of(
                "Egypt buys more rice. Egypt imported 2 million tonnes of rice from India in 2023, or 80 percent of "
                "its imports.")
                .back(),
            "share EGY-IND imports quantity [rice] 2023 '80 percent'");
}

TEST(Partners, AnOfficeWithoutACountryInItsNameIsSomebodys) {
  EXPECT_EQ(
      statements_of("Exports of whiskey rose by 5% to €2 billion in May 2024, the Central Statistics Office said.")
          .back(),
      "level IRL-WLD exports [whiskey] 2024-05 '€2 billion'");
}

TEST(Partners, AGovernmentExpectsItsOwnTrade) {
  EXPECT_EQ(
      statements_of("Togo bought goods for $1 billion from Ghana in 2023. Ghana's exports to Mali were $2 billion. "
                    "The Togolese government expects trade with Ghana to reach $3 billion in 2026.")
          .back(),
      "level TGO-GHA trade 2026 '$3 billion'");
}

TEST(Partners, TwoWayTradeWithAllCountriesIsWithAll) {
  EXPECT_EQ(statements_of("Peru's trade with Chile was $9 billion in 2023. Two-way trade with all countries was $90 "
                          "billion.")
                .back(),
            "level PER-WLD trade 2023 '$90 billion'");
}

TEST(Partners, GoodsBesideTradeWithSeveralAreTradedWithAll) {
  EXPECT_EQ(statements_of("Korea's trade rose 1 percent in 2023. Trade with Laos and with Brunei grew 5 percent and 4 "
                          "percent, respectively, while exports of cars gained 9 percent.")
                .back(),
            "growth KOR-WLD exports [cars] 2023 '9 percent'");
}

TEST(Partners, BehindTwoPartnersInOneBreathGoodsAreTradedWithAll) {
  EXPECT_EQ(statements_of("Thailand's shipments to Japan rose 2 percent in 2023, while those to Chile fell 3 percent. "
                          "Exports of cars dropped 7 percent.")
                .back(),
            "growth THA-WLD exports [cars] 2023 minus '7 percent'");
}

TEST(Partners, WhatIsEarnedFromExportsComesFromAll) {
  EXPECT_EQ(
      statements_of("Chile's exports to Japan rose 5 percent in May 2024. Those to Korea fell 3 percent. In 2023, "
                    "Chile earned $90 billion from exports.")
          .back(),
      "level CHL-WLD exports 2023 '$90 billion'");
}

}  // namespace
}  // namespace tradewind::tests
