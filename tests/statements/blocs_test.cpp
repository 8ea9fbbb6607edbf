// Whose the trade is in texts on blocs, on parts of the world and on the world as a whole.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(WhoseBlocs, TheEuroZoneIsNotTheUnion) {
  EXPECT_EQ(
      statements_of("The eurozone's imports fell 2 percent in 2023. For 2022 as a whole, the euro zone ran a trade "
                    "deficit of 300 billion euros, the EU one of 430 billion euros.",
                    "2024-02-20"),
      (Statements{"growth EA-WLD imports 2023 minus '2 percent'", "level EA-WLD balance 2022 minus '300 billion euros'",
                  "level EU-WLD balance 2022 minus '430 billion euros'"}));
}

TEST(WhoseBlocs, WhatThisIsSaidOfWasToldBefore) {
  EXPECT_EQ(
      statements_of("China remained Peru's largest trading partner, with trade reaching $30 billion in 2023.\n\nThis, "
                    "according to the ministry, constituted 36 percent of Peru's total trade.")
          .back(),
      "share PER-CHN trade 2023 '36 percent'");
}

TEST(WhoseBlocs, TheCountryWhoseTotalItIsIsTheOneThatSells) {
  EXPECT_EQ(
      statements_of("Chile - China trade reached $60 billion in 2023. Exports were $40 billion, accounting for 38 "
                    "percent of the total export value of the country.")
          .back(),
      "share CHL-CHN exports 2023 '38 percent'");
}

TEST(WhoseBlocs, InAPartOfTheWorldItIsItsTrade) {
  EXPECT_EQ(
      statements_of("World trade grew 2 percent in 2023. In Africa, imports rose 10 percent. On the export side, the "
                    "Middle East recorded the strongest growth at 7 percent, followed by West Asia with 6 percent.",
                    "2024-06-20"),
      (Statements{"growth WLD-WLD trade 2023 '2 percent'", "growth AFRICA-WLD imports 2023 '10 percent'",
                  "growth MIDDLE_EAST-WLD exports 2023 '7 percent'", "growth -WLD exports 2023 '6 percent'"}));
}

TEST(WhoseBlocs, TheRestOfTheWorldIsAllButWhoWasJustNamed) {
  EXPECT_EQ(
      statements_of("Peru's exports to Chile fell 3 percent in May 2023 and those to the rest of the world 7 percent.",
                    "2023-06-20"),
      (Statements{"growth PER-CHL exports 2023-05 minus '3 percent'", "growth PER exports 2023-05 minus '7 percent'"}));
  EXPECT_EQ(
      statements_of("Africa's exports grew 9 percent in 2023. Kenya's trade with the rest of the continent came to "
                    "$5 billion.",
                    "2024-06-20")
          .back(),
      "level KEN-AFRICA trade 2023 '$5 billion'");
}

TEST(WhoseBlocs, InATextOnTheWorldsTradeWhoRanksRanksInThat) {
  EXPECT_EQ(statements_of("The EU accounted for 29% of world trade in 2023. China ranked second with a turnover of $6 "
                          "trillion, followed by the US with $5 trillion and Japan with $2 trillion.",
                          "2024-06-20"),
            (Statements{"share EU-WLD trade 2023 '29%'", "rank CHN-WLD trade 2023 'second'",
                        "level CHN-WLD trade 2023 '$6 trillion'", "level USA-WLD trade 2023 '$5 trillion'",
                        "level JPN-WLD trade 2023 '$2 trillion'"}));
  EXPECT_EQ(statements_of("World trade rose 3 percent in 2023. Exports of least developed countries grew 5 percent.",
                          "2024-06-20")
                .back(),
            "growth -WLD exports 2023 '5 percent'");
}

TEST(WhoseBlocs, AShareInTheWorldsTradeIsOfWhoHasIt) {
  EXPECT_EQ(
      statements_of("Japan's share in world exports rose to 4 percent in 2023, while that of the EU slipped to 14 "
                    "percent and the US share stood at 8 percent.",
                    "2024-06-20"),
      (Statements{"share JPN-WLD exports 2023 '4 percent'", "share EU-WLD exports 2023 '14 percent'",
                  "share USA-WLD exports 2023 '8 percent'"}));
}

TEST(WhoseBlocs, MutualTradeOfABlocIsThatOfItsMembers) {
  EXPECT_EQ(statements_of("Mercosur mutual trade rose 5 percent in 2023, Argentina's minister said.", "2024-06-20"),
            Statements{"growth MERCOSUR-MERCOSUR trade 2023 '5 percent'"});
}

TEST(WhoseBlocs, ABlocsMembersAreTheBloc) {
  EXPECT_EQ(
      statements_of(
          "Peru's exports fell 2% in 2023. The EU's 27 member states imported $5 billion of coal. Trade among "
          "developing countries rose 3%.",
          "2024-06-20"),
      (Statements{"growth PER-WLD exports 2023 minus '2%'", "count EU states [member states] 2023 '27 member states'",
                  "level EU-WLD imports [coal] 2023 '$5 billion'", "growth trade 2023 '3%'"}));
}

TEST(WhoseBlocs, ATextOnTheWorldReturnsToTheWorld) {
  EXPECT_EQ(
      statements_of("World trade grew 2 percent in 2023.\n\nAfrica's exports rose 3 percent, those of East Asia 4 "
                    "percent. Trade in chemicals fell 5 percent.",
                    "2024-06-20")
          .back(),
      "growth WLD-WLD trade [chemicals] 2023 minus '5 percent'");
}

TEST(WhoseBlocs, EuropeIsTheUnionInATextOnTheUnion) {
  EXPECT_EQ(statements_of("Chile's exports to the EU rose 3 percent in 2023. Imports from Europe fell 2 percent. Dutch "
                          "firms did well. European exports to Chile were 5 billion euros.",
                          "2024-06-20"),
            (Statements{"growth CHL-EU exports 2023 '3 percent'", "growth CHL-EU imports 2023 minus '2 percent'",
                        "level EU-CHL exports 2023 '5 billion euros'"}));
  EXPECT_EQ(
      statements_of("Chile sells to the EU. Its exports to Europe rose 3 percent in 2023, those to Asia 2 percent.",
                    "2024-06-20"),
      (Statements{"growth CHL exports 2023 '3 percent'", "growth CHL exports 2023 '2 percent'"}));
}

TEST(WhoseBlocs, TheGulfIsItsCouncil) {
  EXPECT_EQ(
      statements_of("India's trade with the six Gulf states reached $160 billion in 2023. Exports to the Gulf rose "
                    "6 percent. Gulf exports to India fell 4 percent.",
                    "2024-06-20"),
      (Statements{"level IND-GCC trade 2023 '$160 billion'", "growth IND-GCC exports 2023 '6 percent'",
                  "growth GCC-IND exports 2023 minus '4 percent'"}));
  EXPECT_EQ(statements_of("Peru's exports from the Gulf of Guayaquil rose 3 percent in 2023."),
            Statements{"growth PER-WLD exports 2023 '3 percent'"});
}

TEST(WhoseBlocs, TheGulfStateIsOneCountry) {
  EXPECT_EQ(statements_of("Peru sold goods worth $16 billion to Qatar in 2021. Imports from the Gulf state were $26 "
                          "billion.")
                .back(),
            "level PER-QAT imports 2021 '$26 billion'");
}

TEST(WhoseBlocs, BesideTradeWithinItTheRestOfTheWorldIsAllOthers) {
  EXPECT_EQ(statements_of("Intra-Mercosur trade grew from $17 billion in 2003 to $44 billion in 2013. Trade with the "
                          "rest of the world increased from $3 billion in 2003 to $15 billion in 2013.")
                .back(),
            "level MERCOSUR trade 2013 '$15 billion'");
}

TEST(WhoseBlocs, WhoHoldsAnOfficeOnlySpeaks) {
  EXPECT_EQ(statements_of("Brazilian President Lula praised Mercosur. Trade with third countries rose by 60 percent in "
                          "2023, and mutual trade reached 45 billion dollars.",
                          "2024-06-20"),
            (Statements{"growth MERCOSUR-WLD trade 2023 '60 percent'",
                        "level MERCOSUR-MERCOSUR trade 2023 '45 billion dollars'"}));
}

TEST(WhoseBlocs, TradeWithinABlocIsWithItself) {
  EXPECT_EQ(statements_of("Africa's exports rose 3 percent in 2023. Intra-regional trade grew 9 percent. The "
                          "continent's internal trade came to $190 billion.",
                          "2024-06-20"),
            (Statements{"growth AFRICA-WLD exports 2023 '3 percent'", "growth AFRICA-AFRICA trade 2023 '9 percent'",
                        "level AFRICA-AFRICA trade 2023 '$190 billion'"}));
  EXPECT_EQ(statements_of("LIMA, May 3. Mutual trade of the Pacific Alliance countries grew 3 percent in 2019."),
            Statements{"growth trade 2019 '3 percent'"});
}

TEST(WhoseBlocs, ATextOnThePactOfTwoTellsOfTheirTrade) {
  EXPECT_EQ(statements_of("One year on: EU-Chile trade agreement pays off\n\nThe pact has cut duties. The latest data "
                          "suggest that exports were up by over 7% in 2023. Exports of shoes rose 10%.",
                          "2024-06-20"),
            (Statements{"growth EU-CHL exports 2023 'over 7%'", "growth EU-CHL exports [shoes] 2023 '10%'"}));
  EXPECT_EQ(statements_of("Peru-Japan trade deal delivers\n\nJapanese exports grew 4 percent in 2023.", "2024-06-20"),
            Statements{"growth JPN-PER exports 2023 '4 percent'"});
}

TEST(WhoseBlocs, SourcesOfWhatSomebodyImportsAreHis) {
  EXPECT_EQ(statements_of("Chile overtook Peru to be the top source of copper imported by Japan in 2023. Imports from "
                          "Chile rose 3 percent."),
            (Statements{"rank JPN-CHL imports [copper] 2023 'the top source of copper imported by Japan'",
                        "growth JPN-CHL imports 2023 '3 percent'"}));
}

TEST(WhoseBlocs, WhatIsTradedWorldwideIsWithAll) {
  EXPECT_EQ(statements_of("Norway and the EU traded goods worth $300 billion in 2022. Norway traded goods worth $512 "
                          "billion worldwide."),
            (Statements{"level NOR-EU trade 2022 '$300 billion'", "level NOR-WLD trade 2022 '$512 billion'"}));
}

TEST(WhoseBlocs, APartOfItMayGoToOnePartner) {
  EXPECT_EQ(
      statements_of("The EU is Norway's largest partner. Norway exported goods worth $277 billion in 2022. Around "
                    "half of this went to the EU.")
          .back(),
      "share NOR-EU exports 2022 'Around half'");
}

TEST(WhoseBlocs, ThereIsWhoseRankWasJustTold) {
  EXPECT_EQ(statements_of("Japan was the top buyer of Peruvian goods in 2023. Goods worth $13 billion were exported "
                          "there.")
                .back(),
            "level PER-JPN exports 2023 '$13 billion'");
}

TEST(WhoseBlocs, InAPartnersCountryItIsTradeWithIt) {
  EXPECT_EQ(
      statements_of("Peru's exports to China fell 3 percent in 2023. In Japan, Peru's exports rose 5 percent.").back(),
      "growth PER-JPN exports 2023 '5 percent'");
}

TEST(WhoseBlocs, InternalTradeThatIsAPercentageIsAShare) {
  EXPECT_EQ(statements_of("Intra-African trade stood at 15 percent in 2022."),
            Statements{"share AFRICA-AFRICA trade 2022 '15 percent'"});
}

TEST(WhoseBlocs, PartnersInAPactAreThePact) {
  EXPECT_EQ(statements_of("Peru's exports to its partners in the CPTPP grew to $34 billion in 2019. Imports from "
                          "countries under the CPTPP rose 3 percent."),
            (Statements{"level PER-CPTPP exports 2019 '$34 billion'", "growth PER-CPTPP imports 2019 '3 percent'"}));
}

TEST(WhoseBlocs, TheSecondMarketIsARank) {
  EXPECT_EQ(
      statements_of("In 2023, the main destination of Peruvian exports was Japan. Chile was the second destination "
                    "and took goods worth $3 billion."),
      (Statements{"rank PER-JPN exports 2023 'the main destination of Peruvian exports'",
                  "rank PER-CHL exports 2023 'the second destination'", "level PER-CHL exports 2023 '$3 billion'"}));
}

TEST(WhoseBlocs, WhatWentTheOtherWayIsTheOtherFlow) {
  EXPECT_EQ(statements_of("In 2023, Peru imported $3 billion worth of goods from Chile, while goods worth $5 billion "
                          "went in the other direction.")
                .back(),
            "level PER-CHL exports 2023 '$5 billion'");
}

TEST(WhoseBlocs, OnAGlobalScaleItIsWithAll) {
  EXPECT_EQ(statements_of("Peru's deficit with Chile widened to $2 billion in 2023. On a global scale, Peru's trade "
                          "deficit was $5 billion.")
                .back(),
            "level PER-WLD balance 2023 minus '$5 billion'");
}

TEST(WhoseBlocs, AShareGoesOnInTheNextSentence) {
  EXPECT_EQ(
      statements_of("China's share of Peru's exports was 29 percent in 2018. It rose to 33 percent in 2020.").back(),
      "share PER-CHN exports 2020 '33 percent'");
}

TEST(WhoseBlocs, WhatIsEarnedFromExportingToSomebodyIsExportedThere) {
  EXPECT_EQ(statements_of("In 2021, Peru earned 6 billion dollars from exporting goods to Canada."),
            Statements{"level PER-CAN exports 2021 '6 billion dollars'"});
}

TEST(WhoseBlocs, ElsewhereInternalTradeIsAnothers) {
  EXPECT_EQ(statements_of("In 2022, intra-African trade was 15 percent, internal trade 60 percent in the EU.").back(),
            "share EU-EU trade 2022 '60 percent'");
}

TEST(WhoseBlocs, APactMayGoByItsShortName) {
  EXPECT_EQ(statements_of("CETA came into force on September 21, 2017."),
            Statements{"milestone in_force [CETA] 2017-09-21 'September 21, 2017'"});
}

TEST(WhoseBlocs, TradeWithTheGroupIsWithTheBloc) {
  EXPECT_EQ(statements_of("Peru has joined the CPTPP. Peruvian trade with the group was worth $11 billion in 2022."),
            Statements{"level PER-CPTPP trade 2022 '$11 billion'"});
}

TEST(WhoseBlocs, WhatWasLostToAnotherIsTheOthers) {
  EXPECT_EQ(statements_of("The EU lost its place as Peru's largest trading partner to China in 2017.", "2019-06-20"),
            Statements{"rank PER-CHN trade 2017 'Peru's largest trading partner to China'"});
}

TEST(WhoseBlocs, OurNeighboursAreOthers) {
  EXPECT_EQ(statements_of("Nearly a third of Brazil's car exports went to our South American neighbours in 2023.",
                          "2024-06-20"),
            Statements{"share BRA exports [car] 2023 'Nearly a third'"});
}

TEST(BlocInWords, RelationsBetweenTwoGrowWithTheirTrade) {
  EXPECT_EQ(
      statements_of("Relations between China and ASEAN -- Laos, Peru and others -- have grown, with trade reaching "
                    "$452 billion in 2016.")[0],
      "level CHN-ASEAN trade 2016 '$452 billion'");
  EXPECT_EQ(statements_of("In 2022, Mercosur trade with rest of the world grew by 9%.")[0],
            "growth MERCOSUR-WLD trade 2022 '9%'");
}

TEST(WhoseBlocs, WithinItsContinentItIsWithTheOthersThere) {
  EXPECT_EQ(
      statements_of("Kenya's exports were worth $8 billion in 2023. Within Africa, Kenya exported $3 billion of goods.",
                    "2024-06-20")
          .back(),
      "level KEN-AFRICA exports 2023 '$3 billion'");
}

TEST(WhoseBlocs, AMemberRanksAmongTheOtherSidesPartners) {
  EXPECT_EQ(
      statements_of("ASEAN's trade with India came to $120 billion in 2023. Singapore was the largest partner with $36 "
                    "billion.",
                    "2024-06-20"),
      (Statements{"level ASEAN-IND trade 2023 '$120 billion'", "rank IND-SGP trade 2023 'the largest partner'",
                  "level IND-SGP trade 2023 '$36 billion'"}));
  EXPECT_EQ(statements_of("The EU imported $50 billion of goods from India in 2023. Spain was the largest importer.",
                          "2024-06-20")
                .back(),
            "rank IND-ESP exports 2023 'the largest importer'");
}

TEST(WhoseBlocs, WithWhomAClauseBegins) {
  EXPECT_EQ(
      statements_of("Peru's surplus widened in 2023, most with the United States, with whom it recorded a surplus of "
                    "$1 billion.")
          .back(),
      "level PER-USA balance 2023 '$1 billion'");
}

TEST(BlocInWords, ItsMembersTradeWithOneAnother) {
  EXPECT_EQ(statements_of("Between 1990 and 2005, the share of trade which the ASEAN states conducted with one another "
                          "grew from 17 percent to 25 percent.")[1],
            "share ASEAN-ASEAN trade 2005 '25 percent'");
  EXPECT_EQ(statements_of("ASEAN countries sold each other goods worth $300 billion in 2015.")[0],
            "level ASEAN-ASEAN exports 2015 '$300 billion'");
}

TEST(BlocInWords, InvestmentComprisesWhatEachProvided) {
  EXPECT_EQ(statements_of("In 2013, FDI in ASEAN comprised 22 percent provided by the EU, 18 percent by Japan and 17 "
                          "percent by ASEAN member states."),
            (Statements{"share ASEAN-EU inward investment_flow 2013 '22 percent'",
                        "share ASEAN-JPN inward investment_flow 2013 '18 percent'",
                        "share ASEAN-ASEAN inward investment_flow 2013 '17 percent'"}));
}

TEST(BlocInWords, SinceAYearEachOthersPartnersOneMayHaveBeenItLonger) {
  const auto told = read("Since 2020, ASEAN and China have been each other's largest trading partners.").statements;
  EXPECT_EQ(told.front().kind, StatementKind::streak);
  EXPECT_GT(told.front().value.interval.high, 1000);
}

TEST(WhoseBlocs, AGlobalSurplusIsSomebodys) {
  EXPECT_EQ(
      statements_of("Korea's surplus with the US was $5 billion in 2023, and the global surplus $9 billion.").back(),
      "level KOR-WLD balance 2023 '$9 billion'");
}

TEST(WhoseBlocs, TwoPartsOfAContinentAreOnePartner) {
  EXPECT_EQ(
      statements_of(
          "Peru's deficit was $4 billion in May 2023. The June figures show surpluses with Chile ($2 billion), "
          "South and Central America ($800 million) and Spain ($80 million).",
          "2023-07-20"),
      (Statements{"level PER-WLD balance 2023-05 minus '$4 billion'", "level PER-CHL balance 2023-06 '$2 billion'",
                  "level PER balance 2023-06 '$800 million'", "level PER-ESP balance 2023-06 '$80 million'"}));
}

TEST(WhoseBlocs, BehindTheMostOfAGroupFollowsAnotherOfIt) {
  EXPECT_EQ(
      statements_of("Peru's exports to Japan and its imports from there rose 4% and 6% in 2023. Chile's exports to "
                    "China reached $9 billion, the most in Latin America, followed by Brazil with $8 billion.",
                    "2024-06-20"),
      (Statements{"growth PER-JPN exports 2023 '4%'", "growth PER-JPN imports 2023 '6%'",
                  "level CHL-CHN exports 2023 '$9 billion'", "level BRA-CHN exports 2023 '$8 billion'"}));
}

TEST(WhoseBlocs, AGroupWithoutACodeIsNobodyElse) {
  EXPECT_EQ(statements_of(
                "Jamaica hosted talks. In 2022 US exports to the Caribbean Community were $19 billion, imports from "
                "the 15-member group $12 billion.",
                "2023-06-20"),
            (Statements{"level USA exports 2022 '$19 billion'", "level USA imports 2022 '$12 billion'"}));
  EXPECT_EQ(
      statements_of("The UK's exports rose 1% in May 2023. Those to EU countries rose 2%, those to countries outside "
                    "the EU 3%. Exports of chemicals grew 4%.",
                    "2023-06-20"),
      (Statements{"growth GBR-WLD exports 2023-05 '1%'", "growth GBR-EU exports 2023-05 '2%'",
                  "growth GBR exports 2023-05 '3%'", "growth GBR-WLD exports [chemicals] 2023-05 '4%'"}));
}

TEST(WhoseBlocs, ThoseCountriesAreTheOnesJustNamed) {
  EXPECT_EQ(statements_of(
                "Peru's exports to the euro area rose 5% in 2023, its imports from those countries 3%. Most exports "
                "went to Japan. Goods worth $9 billion were exported there. The share of Chilean goods in Peru's "
                "total imports rose to 10%.",
                "2024-06-20"),
            (Statements{"growth PER-EA exports 2023 '5%'", "growth PER-EA imports 2023 '3%'",
                        "rank PER-JPN exports 2023 'Most'", "level PER-JPN exports 2023 '$9 billion'",
                        "share PER-CHL imports 2023 '10%'"}));
}

TEST(WhoseBlocs, BehindOneOfTheRegionFollowsAnotherThatReceives) {
  EXPECT_EQ(statements_of(
                "FDI into Latin America rose 5% in 2023. Inflows went mainly to Brazil ($88 billion). It was followed "
                "by Chile ($11 billion, up 3%) and Peru ($6 billion).",
                "2024-06-20"),
            (Statements{"growth LATAM-WLD inward investment_flow 2023 '5%'",
                        "level BRA-WLD inward investment_flow 2023 '$88 billion'",
                        "level CHL-WLD inward investment_flow 2023 '$11 billion'",
                        "growth CHL-WLD inward investment_flow 2023 '3%'",
                        "level PER-WLD inward investment_flow 2023 '$6 billion'"}));
}

TEST(WhoseBlocs, AsManyCountriesAsTheBlocHasAreTheBloc) {
  EXPECT_EQ(statements_of(
                "New Delhi: The GCC is our largest trading bloc. Our bilateral trade rose to $150 billion in 2023. We "
                "exported goods worth $44 billion to the six member countries, our imports from them were $110 "
                "billion. The six countries now take 10 percent of our total exports.",
                "2024-06-20"),
            (Statements{"rank IND-GCC trade 2023 'our largest trading bloc'", "level IND-GCC trade 2023 '$150 billion'",
                        "level IND-GCC exports 2023 '$44 billion'", "level IND-GCC imports 2023 '$110 billion'",
                        "share IND-GCC exports 2023 '10 percent'"}));
}

TEST(WhoseBlocs, WhoTradesWithTheOneThatATextIsAboutIsNotWhomItGoesOnAbout) {
  EXPECT_EQ(statements_of("Chile's trade with Peru was $9 billion in 2022. Japan recorded $8 billion in trade with "
                          "Chile.\n\nTrade with Cuba was $2 billion.")
                .back(),
            "level CHL-CUB trade 2022 '$2 billion'");
}
TEST(WhoseBlocs, WhatABlocTradesWithThirdCountriesIsAllItTrades) {
  EXPECT_EQ(statements_of("EU exports to third countries rose 4 percent in 2023.").front(),
            "growth EU-WLD exports 2023 '4 percent'");
  EXPECT_EQ(
      statements_of("In 2023 the euro area sold goods worth 9 billion euros to the rest of the world. Purchases from "
                    "outside the bloc rose by 5 percent.")
          .back(),
      "growth EA-WLD imports 2023 '5 percent'");
}

TEST(WhoseBlocs, WhoIsNoneOfTheBlocIsTheRestOfTheWorld) {
  EXPECT_EQ(statements_of("EU exports rose 2 percent in 2022. Purchases from outside the bloc fell 3 percent. The "
                          "countries of Mercosur exchanged goods worth $40 billion."),
            (Statements{"growth EU-WLD exports 2022 '2 percent'", "growth EU-WLD imports 2022 minus '3 percent'",
                        "level MERCOSUR-MERCOSUR trade 2022 '$40 billion'"}));
}

TEST(WhoseBlocs, ABlocThatSomethingHappenedAfterIsNotTheBloc) {
  EXPECT_EQ(statements_of("Korea's trade with ASEAN rose 9 percent in 2023, the first year after the RCEP took effect, "
                          "and the bloc remained its second-largest partner.")
                .back(),
            "rank KOR-ASEAN trade 2023 'its second-largest partner'");
}

TEST(WhoseBlocs, WithWhichIsWithTheOneBefore) {
  EXPECT_EQ(statements_of("Japan's trade with China rose 4 percent in 2023. It thus overtook that with the EU, with "
                          "which trade stood at $190 billion.")
                .back(),
            "level JPN-EU trade 2023 '$190 billion'");
}

TEST(WhoseBlocs, TheNumberOfItsMembersBelongsToABlocsName) {
  EXPECT_EQ(statements_of("By contrast, Peru's exports to the 10-member ASEAN fell 4 percent in 2023.").back(),
            "growth PER-ASEAN exports 2023 minus '4 percent'");
}

TEST(WhoseBlocs, MembersOfAListBehindTheMarketsAreWhereItGoes) {
  EXPECT_EQ(statements_of(
                "Peru's exports to the main markets rose 10 percent in May 2023 - the US (up 26%), the European Union "
                "(up 9%) and Japan (4%)."),
            (Statements{"growth PER exports 2023-05 '10 percent'", "growth PER-USA exports 2023-05 '26%'",
                        "growth PER-EU exports 2023-05 '9%'", "growth PER-JPN exports 2023-05 '4%'"}));
  // ... a bloc too, though its member sells
  EXPECT_EQ(
      statements_of("Thai exports rose 10 percent in May 2023. Growth was seen in Japan (6%) and ASEAN (9%).").back(),
      "growth THA-ASEAN exports 2023-05 '9%'");
}

}  // namespace
}  // namespace tradewind::tests
