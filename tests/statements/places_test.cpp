// Provinces, islands, the place that a text was written in: whose trade is told.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Whose, APlaceMayBeNamedByItsRankAlone) {
  EXPECT_EQ(
      statements_of("ASEAN becomes top partner of China's Gansu\n\nThe foreign trade of the Gansu province was 40 "
                    "billion yuan in 2023. The province's exports rose 5 percent. Trade with Japan fell 3 percent.")
          .back(),
      "growth CHN-JPN trade [Gansu] 2023 minus '3 percent'");
}

TEST(Whose, WhereATextWasWrittenMayBeAnyCapital) {
  EXPECT_EQ(statements_of("LUSAKA - Copper exports rose 7 percent in 2023.").front(),
            "growth ZMB-WLD exports [copper] 2023 '7 percent'");
  EXPECT_EQ(statements_of("Slovenian exports rose 7 percent in 2023.").front(),
            "growth SVN-WLD exports 2023 '7 percent'");
}

TEST(Whose, ADatelineMayTellTheDay) {
  EXPECT_EQ(statements_of("Jakarta, Feb 10 (ANT) Exports rose 5 percent in January.").front(),
            "growth IDN-WLD exports 2024-01 '5 percent'");
}

TEST(Whose, InTotalAndNationwideLeavePartnersAndPlaces) {
  EXPECT_EQ(statements_of(
                "TOKYO - Exports to Peru fell 2 percent in 2023. Those to Chile rose 3 percent.\n\nIn total, exports "
                "rose 4 percent.")
                .back(),
            "growth JPN-WLD exports 2023 '4 percent'");
  EXPECT_EQ(
      statements_of(
          "Guangxi's foreign trade grew 9 percent in 2023.\n\nNationwide, imports and exports increased 6 percent.")
          .back(),
      "growth CHN-WLD trade 2023 '6 percent'");
}

TEST(Whose, TheIslandHasPartners) {
  EXPECT_EQ(statements_of(
                "Cuba's exports fell in 2023. Imports from Peru, the island's main trading partner, fell 20 percent.")
                .back(),
            "growth CUB-PER imports 2023 minus '20 percent'");
}

TEST(Whose, AProvinceDoesWhatItsCountryDoes) {
  EXPECT_EQ(
      statements_of("The coastal province of Shandong traded $6 billion worth of goods with Peru in 2023. Exports "
                    "rose 4 percent."),
      (Statements{"level CHN-PER trade [Shandong] 2023 '$6 billion'",
                  "growth CHN-PER exports [Shandong] 2023 '4 percent'"}));
  EXPECT_EQ(
      statements_of("Exports of Hunan to Kenya rose 4 percent in 2023. Neighboring Uganda was the largest market."),
      (Statements{"growth CHN-KEN exports [Hunan] 2023 '4 percent'",
                  "rank CHN-UGA exports [Hunan] 2023 'the largest market'"}));
}

TEST(Whose, TheProvincesPartnerMayStandInFront) {
  EXPECT_EQ(
      statements_of("Jilin's foreign trade grew 3 percent in 2023. With Japan, the province's largest partner, it "
                    "expanded 6 percent."),
      (Statements{"growth CHN-WLD trade [Jilin] 2023 '3 percent'",
                  "rank CHN-JPN trade [Jilin] 2023 'the province's largest partner'",
                  "growth CHN-JPN trade [Jilin] 2023 '6 percent'"}));
}

TEST(Whose, OfSeveralGatesEachHasItsTrade) {
  EXPECT_EQ(
      statements_of("Myanmar's border trade with China was $2 billion in 2022. Of the five gates, Muse handled $1 "
                    "billion and Lweje $43 million. The fall was put down to the closure of a gate near Muse."),
      (Statements{"level MMR-CHN trade [border] 2022 '$2 billion'", "count MMR gates 2022 'five gates'",
                  "level MMR-CHN trade [Muse] 2022 '$1 billion'", "level MMR-CHN trade [Lweje] 2022 '$43 million'"}));
}

TEST(Whose, WhereTradeGrew) {
  EXPECT_EQ(statements_of("China's trade with ASEAN rose 5 percent in 2023. At Red River Pass, "
                          "where imports fell 3 percent, cargo piled up.")
                .back(),
            "growth CHN-ASEAN imports [Red River Pass] 2023 minus '3 percent'");
}

TEST(PlaceInWords, OneInFrontHasTheFiguresOfItsSentence) {
  for (const auto* front : {"In Guangdong", "In southern China's Guangdong Province",
                            "In Guangdong, which looks across the sea to Vietnam"})
    EXPECT_EQ(statements_of(std::string(front) + ", imports from ASEAN rose 5 percent in 2023.").back(),
              "growth CHN-ASEAN imports [Guangdong] 2023 '5 percent'")
        << front;
}

TEST(PlaceInWords, TheProvinceOfStandsBeforeItsName) {
  EXPECT_EQ(statements_of("The trade volume of the southern Chinese province of Hainan with ASEAN rose 9 percent in "
                          "2023.")[0],
            "growth CHN-ASEAN trade [Hainan] 2023 '9 percent'");
  EXPECT_EQ(statements_of("The city of Chongqing imported goods worth 30 billion yuan from ASEAN in 2023.")[0],
            "level CHN-ASEAN imports [Chongqing] 2023 '30 billion yuan'");
}

TEST(PlaceInWords, WhatPassesThroughAPortIsAPart) {
  EXPECT_EQ(
      statements_of("The value of imports and exports passing through Youyi Port hit 128 billion yuan in 2022.")[0],
      "level CHN-WLD trade [through youyi port] 2022 '128 billion yuan'");
}

TEST(PlaceInWords, ItsNameIsNotSaidTwice) {
  EXPECT_EQ(
      statements_of("Chongqing's foreign trade grew 5 percent in 2020. Chongqing's private businesses did well, with "
                    "a total export value of 162 billion yuan.")
          .back(),
      "level CHN-WLD exports [Chongqing private businesses] 2020 '162 billion yuan'");
}

TEST(PlaceInWords, TradeBetweenTheProvinceAndAnother) {
  for (const auto* place : {"the province", "the island"})
    EXPECT_EQ(statements_of("Hainan's foreign trade grew 7 percent in 2023. Trade between " + std::string(place) +
                            " and Vietnam reached 3 billion yuan.")
                  .back(),
              "level CHN-VNM trade [Hainan] 2023 '3 billion yuan'");
}

TEST(PlaceInWords, TheRegionThatAProvinceExportsToIsTheBloc) {
  EXPECT_EQ(statements_of("Trade with ASEAN has made the region Yunnan's largest trading partner. Yunnan's exports to "
                          "the region rose 3 percent in 2023.")
                .back(),
            "growth CHN-ASEAN exports [Yunnan] 2023 '3 percent'");
}

TEST(Whose, AProvinceOfAnotherCountryKeepsItsName) {
  EXPECT_EQ(
      statements_of("Trade between ASEAN and China's southwestern Yunnan province rose 5 percent in 2023. ASEAN was "
                    "China's largest trading partner. Trade with the bloc grew 3 percent.",
                    "2024-01-20"),
      (Statements{"growth ASEAN-CHN trade [Yunnan] 2023 '5 percent'",
                  "rank CHN-ASEAN trade 2023 'China's largest trading partner'",
                  "growth CHN-ASEAN trade 2023 '3 percent'"}));
}

TEST(Whose, AProvinceIsOfTheCountryThatTheTablesSay) {
  EXPECT_EQ(statements_of("Johor's exports rose 5 percent in 2023. Ho Chi Minh City exported goods worth $47 billion. "
                          "Dong Nai ran a surplus of $5 billion. Trade between "
                          "South Sulawesi and ASEAN fell 2 percent.",
                          "2024-01-20"),
            (Statements{"growth MYS-WLD exports [Johor] 2023 '5 percent'",
                        "level VNM-WLD exports [Ho Chi Minh City] 2023 '$47 billion'",
                        "level VNM-WLD balance [Dong Nai] 2023 '$5 billion'",
                        "growth IDN-ASEAN trade [South Sulawesi] 2023 minus '2 percent'"}));
}

TEST(Whose, WhereAHeadlineSendsSomebodyIsNotWhoseTradeItIs) {
  EXPECT_EQ(statements_of("Minister heads to Shanghai\n\nPeru said exports rose 5 percent in 2024.", "2025-01-20"),
            (Statements{"growth PER-WLD exports 2024 '5 percent'"}));
}

TEST(Whose, CertificatesOfABankAreNoGoods) {
  for (const auto& one :
       read("A bank of China issued 900 savings certificates worth $5 billion.", "2025-01-20").statements)
    EXPECT_NE(one.flow, "exports");
}

TEST(Places, TheProvinceThatFiguresWereToldOfIsSpokenOf) {
  EXPECT_EQ(
      statements_of("NANNING, June 16 (Xinhua) -- Guangxi's trade rose 3 percent in 2022.\n\nThe region's exports "
                    "rose 4 percent.")
          .back(),
      "growth CHN-WLD exports [Guangxi] 2022 '4 percent'");
}

TEST(Places, AShareOfWhatTheWorldHasIsNoTrade) {
  EXPECT_EQ(
      statements_of("China-GCC trade was $155 billion in 2023. The GCC accounts for 20 percent of the global supply "
                    "of oil and 40 percent of proven reserves."),
      (Statements{"level CHN-GCC trade 2023 '$155 billion'", "share GCC global supply 2023 '20 percent'",
                  "share GCC proven reserves 2023 '40 percent'"}));
}

TEST(Places, TradeMayBeBetweenACountryAndAnothersProvince) {
  EXPECT_EQ(statements_of("Trade between Laos and Yunnan province grew 4 percent in 2022.")[0],
            "growth LAO-CHN trade [Yunnan] 2022 '4 percent'");
  EXPECT_EQ(statements_of("Trade in 2022 between Yunnan and the member states of ASEAN grew 4 percent.")[0],
            "growth CHN-ASEAN trade [Yunnan] 2022 '4 percent'");
}

TEST(Places, TheNextInRankIsAProvinceToo) {
  EXPECT_EQ(
      statements_of("Guangdong's trade was 9 trillion yuan in 2022, followed by Jiangsu with 5 trillion yuan. Shandong "
                    "ranked fifth with 3 trillion yuan.")
          .back(),
      "level CHN-WLD trade [Shandong] 2022 '3 trillion yuan'");
}

TEST(Places, ADeltaIsAPlaceWhoseExportsArePartOfItsCountrys) {
  EXPECT_EQ(statements_of("China's trade rose 3 percent in 2022. Exports of the Yangtze River Delta grew by 9 percent.")
                .back(),
            "growth CHN-WLD exports [Yangtze River Delta] 2022 '9 percent'");
}

TEST(Places, WhatACountryIsSaidToHoldIsNoProvinces) {
  EXPECT_EQ(
      statements_of("China's trade rose 3 percent in 2022. Guangdong's exports grew by 9 percent. China remains the "
                    "largest trader, and its exports rose 2 percent.")
          .back(),
      "growth CHN-WLD exports 2022 '2 percent'");
}

}  // namespace
}  // namespace tradewind::tests
