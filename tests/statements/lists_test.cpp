// Several figures in one sentence: whose each is, where "respectively" or the order alone says it.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

constexpr const char* day = "2024-07-20";

TEST(Lists, ARangeHasItsUnitAtBothEnds) {
  EXPECT_EQ(statements_of("Singapore's exports are expected to grow by 4% to 6% in 2025.", day),
            (Statements{"growth SGP-WLD exports 2025 '4% to 6%'"}));
}

TEST(Lists, HalvesAndQuartersOfAYearAreNoFractions) {
  EXPECT_EQ(statements_of("In the four quarters to June and the April-September half of the fiscal year Laos bought "
                          "more than in the same half of 2020.",
                          day),
            Statements{});
}

TEST(Lists, BracketsBelongToTheFigureBeforeThem) {
  EXPECT_EQ(statements_of("In May Chile's trade, exports and imports were worth $9 billion (+8%), $5 billion (+4%) and "
                          "$4 billion (+14%), respectively.",
                          day),
            (Statements{"level CHL-WLD trade 2024-05 '$9 billion'", "growth CHL-WLD trade 2024-05 '8%'",
                        "level CHL-WLD exports 2024-05 '$5 billion'", "growth CHL-WLD exports 2024-05 '4%'",
                        "level CHL-WLD imports 2024-05 '$4 billion'", "growth CHL-WLD imports 2024-05 '14%'"}));
}

TEST(Lists, PlusAndMinusInWordsAreSigns) {
  EXPECT_EQ(statements_of("In June Thailand's exports to Japan and Laos went plus 2 and minus 5 per cent.", day),
            (Statements{"growth THA-JPN exports 2024-06 '2'", "growth THA-LAO exports 2024-06 minus '5 per cent'"}));
}

TEST(Lists, GoodsThatAreNamedEachWithOfAreListed) {
  EXPECT_EQ(
      statements_of("In 2023 China's imports from Chile of cherries for the winter and of copper ore went up 40% "
                    "and 6%.",
                    day),
      (Statements{"growth CHN-CHL imports [cherries] 2023 '40%'", "growth CHN-CHL imports [copper ore] 2023 '6%'"}));
}

TEST(Lists, AsManyCountriesAsWereListedAreThose) {
  EXPECT_EQ(statements_of("In 2023 China's trade with ASEAN was worth $900 billion. Laos, Brunei and Cambodia were its "
                          "smallest partners there. Trade with the three countries grew 4%, 5% and 6%.",
                          day),
            (Statements{"level CHN-ASEAN trade 2023 '$900 billion'", "growth CHN-LAO trade 2023 '4%'",
                        "growth CHN-BRN trade 2023 '5%'", "growth CHN-KHM trade 2023 '6%'"}));
}

TEST(Lists, TwoSharesOfAnotherAreOfTheTwoFlowsToldBefore) {
  EXPECT_EQ(
      statements_of("Japan took 11% of Peru's exports and 23% of its imports in 2023. Chile accounted for 8% and 9%, "
                    "respectively.",
                    day),
      (Statements{"share PER-JPN exports 2023 '11%'", "share PER-JPN imports 2023 '23%'",
                  "share PER-CHL exports 2023 '8%'", "share PER-CHL imports 2023 '9%'"}));
}

TEST(Lists, TheyAreTheAmountsToldBefore) {
  EXPECT_EQ(statements_of("In 2023 China's trade with Laos was worth 3 billion dollars and that with Nepal 2 billion "
                          "dollars. Both rose, by 4 percent and 9 percent.",
                          day),
            (Statements{"level CHN-LAO trade 2023 '3 billion dollars'", "level CHN-NPL trade 2023 '2 billion dollars'",
                        "growth CHN-LAO trade 2023 '4 percent'", "growth CHN-NPL trade 2023 '9 percent'"}));
}

TEST(Lists, TheFormerAndTheLatterMayBeAmounts) {
  EXPECT_EQ(
      statements_of("In 2023 Kenya's exports were worth $8 billion and its imports $19 billion. The former rose 3 "
                    "percent, the latter fell 2 percent.",
                    day),
      (Statements{"level KEN-WLD exports 2023 '$8 billion'", "level KEN-WLD imports 2023 '$19 billion'",
                  "growth KEN-WLD exports 2023 '3 percent'", "growth KEN-WLD imports 2023 minus '2 percent'"}));
}

TEST(Lists, WithoutAVerbOfItsOwnAFigureGoesTheWayOfTheOneBefore) {
  EXPECT_EQ(
      statements_of("In 2023 India's exports fell $20 billion, or 4 percent, imports $50 billion, or 7 percent.", day),
      (Statements{"change IND-WLD exports 2023 minus '$20 billion'", "growth IND-WLD exports 2023 minus '4 percent'",
                  "change IND-WLD imports 2023 minus '$50 billion'", "growth IND-WLD imports 2023 minus '7 percent'"}));
}

TEST(Lists, InAGappedClauseToIsWhereItLed) {
  EXPECT_EQ(
      statements_of("In 2023 Chile's exports rose $2 billion to $90 billion, imports $1 billion to $80 billion.", day),
      (Statements{"change CHL-WLD exports 2023 '$2 billion'", "level CHL-WLD exports 2023 '$90 billion'",
                  "change CHL-WLD imports 2023 '$1 billion'", "level CHL-WLD imports 2023 '$80 billion'"}));
}

TEST(Lists, AHeadingIsTheSubjectOfWhatFollows) {
  EXPECT_EQ(statements_of("Foreign trade of Peru in May 2024\n\na) Exports. They came to $5 billion.\n\nb) Imports. "
                          "They were valued at $4 billion.",
                          day),
            (Statements{"level PER-WLD exports 2024-05 '$5 billion'", "level PER-WLD imports 2024-05 '$4 billion'"}));
}

TEST(Lists, PartiesOfAListAreThePartners) {
  EXPECT_EQ(statements_of("Peru's imports fell 5 percent in 2023. The list reads China -3%, Brazil -8%.", day),
            (Statements{"growth PER-WLD imports 2023 minus '5 percent'", "growth PER-CHN imports 2023 '-3%'",
                        "growth PER-BRA imports 2023 '-8%'"}));
}

TEST(Lists, OnePlaceAfterTheOther) {
  EXPECT_EQ(statements_of("Myanmar trades through Muse and Lweje. Muse recorded trade of $500 million in 2018, "
                          "followed by Lweje with $40 million.")
                .back(),
            "level MMR-WLD trade [Lweje] 2018 '$40 million'");
}

TEST(Lists, AMemberHasThePlaceOfTheOneBeforeIt) {
  EXPECT_EQ(statements_of("Kenya ran a surplus of $38 million with Chile in 2023. Ghana's was $90 million, while Togo "
                          "($34 million) and Benin ($3 million) had smaller ones.",
                          day),
            (Statements{"level KEN-CHL balance 2023 '$38 million'", "level GHA-CHL balance 2023 '$90 million'",
                        "level TGO-CHL balance 2023 '$34 million'", "level BEN-CHL balance 2023 '$3 million'"}));
}

TEST(Lists, PartsThatWentToEachAreEachWithHim) {
  EXPECT_EQ(
      statements_of("Some 70 percent of Peru's exports went to China, 20 percent to Japan and 5 percent to Chile in "
                    "2023."),
      (Statements{"share PER-CHN exports 2023 'Some 70 percent'", "share PER-JPN exports 2023 '20 percent'",
                  "share PER-CHL exports 2023 '5 percent'"}));
  EXPECT_EQ(statements_of("In 2013, 22 percent of FDI in Peru came from the EU and 18 percent from Japan."),
            (Statements{"share PER-EU inward investment_flow 2013 '22 percent'",
                        "share PER-JPN inward investment_flow 2013 '18 percent'"}));
}

TEST(Lists, GrowthToALevelIsWithThePartnerBehindTheLevel) {
  EXPECT_EQ(
      statements_of("In 2018, Peru's exports rose 5 percent to $3 billion to Chile and 4 percent to $2 billion to "
                    "Japan."),
      (Statements{"growth PER-CHL exports 2018 '5 percent'", "level PER-CHL exports 2018 '$3 billion'",
                  "growth PER-JPN exports 2018 '4 percent'", "level PER-JPN exports 2018 '$2 billion'"}));
}

TEST(Lists, EachAmountHasTheGoodsBehindIt) {
  EXPECT_EQ(statements_of("Peru's exports to Chile included $5 billion in copper and $2 billion in fish in 2022.")[1],
            "level PER-CHL exports [fish] 2022 '$2 billion'");
}

TEST(Lists, WhoIsFollowedByAnotherIsNotOfItsFigure) {
  EXPECT_EQ(
      statements_of("Peru's main market for exports in 2022 was Chile with $5 billion. Chile was followed by Italy "
                    "with $2 billion and Iraq with $1 billion.")[2],
      "level PER-ITA exports 2022 '$2 billion'");
}

TEST(Lists, ASecondPlaceBehindAShareOfAllIsOfAll) {
  EXPECT_EQ(
      statements_of("China's factories boomed. The country alone accounted for 14 percent of world exports in 2022. "
                    "Russia was second with 2 percent.")
          .back(),
      "share RUS-WLD exports 2022 '2 percent'");
}

TEST(Lists, ANewSentenceGoesOnWithAList) {
  EXPECT_EQ(
      statements_of("FDI inflows to South America totalled $150 billion in 2023. Most of them went to Brazil ($80 "
                    "billion) and Chile ($20 billion). They were followed by Ecuador with $2 billion.",
                    day),
      (Statements{"level -WLD inward investment_flow 2023 '$150 billion'",
                  "level BRA-WLD inward investment_flow 2023 '$80 billion'",
                  "level CHL-WLD inward investment_flow 2023 '$20 billion'",
                  "level ECU-WLD inward investment_flow 2023 '$2 billion'"}));
}

TEST(Lists, GoodsThatShareANounAreCutWhereItEnds) {
  EXPECT_EQ(
      statements_of("Kenya's exports of travel services, transport services, and computer and information services "
                    "were $5 million, $3 million and $2 million, respectively, in 2023.")
          .back(),
      "level KEN-WLD exports services_trade [computer and information services] 2023 '$2 million'");
  EXPECT_EQ(statements_of("Singapore's NODX fell. Both electronic and non-electronic NODX fell, by 26% and 7%, "
                          "respectively, in March 2023.")
                .front(),
            "growth SGP-WLD exports [electronic non-oil domestic] 2023-03 minus '26%'");
}

TEST(Lists, WhoFollowsHasItsChangeBehindAComma) {
  EXPECT_EQ(statements_of("Chile's trade was $90 billion in 2022. Japan remained its largest partner, with trade up 7 "
                          "percent. It was followed by Peru, up 4 percent to $6 billion."),
            (Statements{"level CHL-WLD trade 2022 '$90 billion'", "rank CHL-JPN trade 2022 'its largest partner'",
                        "growth CHL-JPN trade 2022 '7 percent'", "growth CHL-PER trade 2022 '4 percent'",
                        "level CHL-PER trade 2022 '$6 billion'"}));
}

TEST(Lists, TwoWayTradeBesideARankIsWithWhoHoldsIt) {
  EXPECT_EQ(statements_of("Peru and Cuba were Chile's top two partners in 2022, with two-way trade growing 4 percent "
                          "and 3 percent, respectively."),
            (Statements{"rank CHL-PER trade 2022 'Chile's top two partners'",
                        "rank CHL-CUB trade 2022 'Chile's top two partners'", "growth CHL-PER trade 2022 '4 percent'",
                        "growth CHL-CUB trade 2022 '3 percent'"}));
}

TEST(Lists, AnAmountOfAWholeIsOfWhoAccountsForIt) {
  EXPECT_EQ(
      statements_of("Chile's trade was $90 billion in 2022. State firms accounted for $20 billion of total trade, "
                    "up 3 percent."),
      (Statements{"level CHL-WLD trade 2022 '$90 billion'", "level CHL-WLD trade [state firms] 2022 '$20 billion'",
                  "growth CHL-WLD trade [state firms] 2022 '3 percent'"}));
}
TEST(Lists, SharesOfOneWholeAreAllOfIt) {
  EXPECT_EQ(statements_of(
                "Malaysia's imports from China rose 17% in 2023. Rubber products and chemicals made up 14% and 8% of "
                "exports to China, respectively."),
            (Statements{"growth MYS-CHN imports 2023 '17%'", "share MYS-CHN exports [rubber products] 2023 '14%'",
                        "share MYS-CHN exports [chemicals] 2023 '8%'"}));
}

TEST(Lists, HowMuchMoreIsNoMemberOfAList) {
  EXPECT_EQ(statements_of("Peru's exports were $9 billion and imports were $7 billion, $2 billion more.", "2024-02-15"),
            (Statements{"level PER-WLD exports '$9 billion'", "level PER-WLD imports '$7 billion'",
                        "change PER-WLD imports '$2 billion'"}));
}

TEST(Lists, TheseMarketsAreThoseThatTheSentenceNames) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 4 percent in 2023. Japan and Chile contributed most, with exports to these "
                    "markets up 9 percent and 8 percent, respectively.")
          .back(),
      "growth PER-CHL exports 2023 '8 percent'");
}

TEST(Lists, SectorsHaveAShareEach) {
  EXPECT_EQ(
      statements_of("Peru's outbound investment rose 3 percent in 2023. Investment went mainly to retail, finance and "
                    "mining, which accounted for 37 percent, 17 percent and 13 percent respectively.")
          .back(),
      "share PER-WLD outward investment_flow [mining] 2023 '13 percent'");
}

TEST(Lists, TheDayOfADatelineIsNoneOfTheTimesOfAList) {
  EXPECT_EQ(
      statements_of("LIMA, Feb. 3 (Andina) -- Peru's exports and imports were worth 4 billion and 3 billion dollars in "
                    "2023, up 5 percent and 2 percent, respectively.")
          .back(),
      "growth PER-WLD imports 2023 '2 percent'");
}

TEST(Lists, AGrowthAndAShareAreNoList) {
  const auto told = statements_of(
      "Japan's imports and exports with RCEP members totaled $600 billion in 2023, an "
      "increase of 7 percent and 46 percent of the total.");
  EXPECT_EQ(told[1], "growth JPN-RCEP trade 2023 '7 percent'");
  EXPECT_EQ(told[2], "share JPN-RCEP trade 2023 '46 percent'");
}

TEST(Lists, OfSeveralBuyersEachTookItsShare) {
  const auto told = statements_of(
      "Peru exported 5,000 tonnes of coffee in 2023. The largest buyers of Peruvian coffee "
      "were Spain, India and Japan, which accounted for 64, 6 and 3 percent of the total "
      "export volume, respectively.");
  EXPECT_EQ(told[told.size() - 3], "share PER-ESP exports [coffee] 2023 '64'");
  EXPECT_EQ(told.back(), "share PER-JPN exports [coffee] 2023 '3 percent'");
}

TEST(Lists, WeightAndWorthEachGrowByTheirOwn) {
  EXPECT_EQ(
      statements_of("Vietnam exported 5 million tonnes of rice worth $3 billion in 2023, up 6 percent and 41 percent, "
                    "respectively."),
      (Statements{"count VNM-WLD exports quantity [rice] 2023 '5 million tonnes'",
                  "level VNM-WLD exports [rice] 2023 '$3 billion'",
                  "growth VNM-WLD exports quantity [rice] 2023 '6 percent'",
                  "growth VNM-WLD exports [rice] 2023 '41 percent'"}));
}

TEST(Lists, WhoComesNextInARankIsAPartnerToo) {
  EXPECT_EQ(statements_of("Mexico was the top exporter to the United States in 2023, with sales of $9 billion against "
                          "China's $7 billion.")
                .back(),
            "level USA-CHN imports 2023 '$7 billion'");
}

}  // namespace
}  // namespace tradewind::tests
