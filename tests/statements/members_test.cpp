// Whose, with whom and when in the papers of a bloc's members on their trade with it and with others.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Members, ATimeInBracketsIsOfTheAmountBeforeIt) {
  EXPECT_EQ(
      statements_of("Fiji's imports rose 18 percent from $273 million (May 2022) to $323 million (May 2023). "
                    "Exports fell 2 percent.",
                    "2023-07-01"),
      (Statements{"growth FJI-WLD imports 2023-05 '18 percent'", "level FJI-WLD imports 2022-05 '$273 million'",
                  "level FJI-WLD imports 2023-05 '$323 million'", "growth FJI-WLD exports 2023-05 minus '2 percent'"}));
}

TEST(Members, OverSoManyMonthsIsWhenUnlessAChangeStandsBefore) {
  EXPECT_EQ(statements_of("Chile was the largest investor in Peru over the first eight months of this year with $7 "
                          "billion.",
                          "2018-08-29")
                .back(),
            "level PER-CHL inward investment 2018-01/2018-08 '$7 billion'");
}

TEST(Members, WhoIsToldToBeAMarketIsAPartner) {
  EXPECT_EQ(statements_of("Kenya's exports to the EU reached $20 billion in 2017. Within the bloc, Malta was the only "
                          "export market to suffer a fall in turnover, down 36 percent to $197 million. The nation "
                          "spent $30 billion on imports from the EU.",
                          "2018-09-20"),
            (Statements{"level KEN-EU exports 2017 '$20 billion'", "growth KEN-MLT exports 2017 minus '36 percent'",
                        "level KEN-MLT exports 2017 '$197 million'", "level KEN-EU imports 2017 '$30 billion'"}));
  EXPECT_EQ(statements_of("Vietnam's exports to ASEAN reached $20 billion in 2017. Laos was the smallest export market "
                          "with $20 million.",
                          "2018-09-20")
                .back(),
            "level VNM-LAO exports 2017 '$20 million'");
}

TEST(Members, TheYearOfAnEventWhereItWasSaidIsNotTheFigures) {
  EXPECT_EQ(statements_of("Kenya's trade with Ghana grew by 16 percent in 2021. Imports climbed by 19 percent, he said "
                          "at the Trade Forum 2022 today.",
                          "2022-03-13")
                .back(),
            "growth KEN-GHA imports 2021 '19 percent'");
}

TEST(Members, AFullYearWithItsNumber) {
  EXPECT_EQ(statements_of("Kenya's trade with China was $39 billion in the full-year 2022.", "2023-04-01").back(),
            "level KEN-CHN trade 2022 '$39 billion'");
}

TEST(Members, ARankWithItsVerbLeftOutIsOfThePartyBeforeIt) {
  EXPECT_EQ(statements_of("Japan is Peru's top export market, Brazil the No. 1 import source in January", "2025-02-28")
                .back(),
            "rank PER-BRA imports 2025-01 'the No. 1 import source'");
}

TEST(Members, ALowerAmountIsAnAmount) {
  EXPECT_EQ(statements_of("Peru imported a lower $690 million worth of goods from Chile in 2023.").back(),
            "level PER-CHL imports 2023 '$690 million'");
}

TEST(Members, WhatASurplusMeansIsNoFlow) {
  EXPECT_EQ(statements_of("Peru incurred a trade deficit, or more imports than exports, of $2.66 billion with China in "
                          "2023.")
                .back(),
            "level PER-CHN balance 2023 minus '$2.66 billion'");
}

TEST(Members, ASurplusFromTradeWithSomebodyIsTheSurplusWithThem) {
  EXPECT_EQ(statements_of("Peru had a surplus of $5 billion in 2023. The surplus came mainly from Peru's trade with "
                          "Japan at $1.5 billion, India at $700 million and Chile at $20 million."),
            (Statements{"level PER-WLD balance 2023 '$5 billion'", "level PER-JPN balance 2023 '$1.5 billion'",
                        "level PER-IND balance 2023 '$700 million'", "level PER-CHL balance 2023 '$20 million'"}));
}

TEST(Members, AGrowthBehindAPartnersBracketsIsOfThatPartner) {
  EXPECT_EQ(
      statements_of("Chile was Peru's largest supplier with $5 billion in 2020, followed by Brazil ($4 billion), "
                    "up 3 percent, ASEAN countries ($3 billion), down 2 percent, and India ($1 billion, up 9 "
                    "percent).",
                    "2021-07-03"),
      (Statements{"rank PER-CHL imports 2020 'Peru's largest supplier'", "level PER-CHL imports 2020 '$5 billion'",
                  "level PER-BRA imports 2020 '$4 billion'", "growth PER-BRA imports 2020 '3 percent'",
                  "level PER-ASEAN imports 2020 '$3 billion'", "growth PER-ASEAN imports 2020 minus '2 percent'",
                  "level PER-IND imports 2020 '$1 billion'", "growth PER-IND imports 2020 '9 percent'"}));
}

TEST(Members, WhatAGrowthIsHeldAgainstHidesNotTheTimeBehindIt) {
  EXPECT_EQ(
      statements_of("Kenya's exports to Ghana rose 15 percent against the same period last year, hitting $4 million "
                    "in the first quarter.",
                    "2014-04-20")
          .front(),
      "growth KEN-GHA exports 2014-Q1 '15 percent'");
}

TEST(Members, AClauseWithATimeOfItsOwn) {
  EXPECT_EQ(statements_of("Kenya recorded the highest export growth since April 2010 when exports in March grew by 26 "
                          "percent.",
                          "2019-05-03")
                .back(),
            "growth KEN-WLD exports 2019-03 '26 percent'");
}

TEST(Members, SomebodysExportsNamedByWhoBuysThem) {
  EXPECT_EQ(statements_of("Vietnam's Japanese exports were valued at $12 billion in 2012.", "2013-12-17").back(),
            "level VNM-JPN exports 2012 '$12 billion'");
}

TEST(Members, SoManyYearsLater) {
  EXPECT_EQ(statements_of("Peru's trade with China rose from $8 billion in 2005 to $16 billion five years later.",
                          "2013-12-17")
                .back(),
            "level PER-CHN trade 2010 '$16 billion'");
}

TEST(Members, TheHighestValueOfTradeIsAPartners) {
  EXPECT_EQ(statements_of("Kenya's trade rose 2 percent in 2023. China registered the largest trade value with $5 "
                          "billion, followed by India with $3 billion. Exports were $9 billion."),
            (Statements{"growth KEN-WLD trade 2023 '2 percent'", "rank KEN-CHN trade 2023 'largest'",
                        "level KEN-CHN trade 2023 '$5 billion'", "level KEN-IND trade 2023 '$3 billion'",
                        "level KEN-WLD exports 2023 '$9 billion'"}));
}

TEST(Members, SomebodysInvestmentInATextOnWhatCameIn) {
  EXPECT_EQ(statements_of("FDI in Kenya rose 5 percent in 2015. Japan's investment fell 3 percent. Total FDI was $9 "
                          "billion.",
                          "2016-01-25"),
            (Statements{"growth KEN-WLD inward investment_flow 2015 '5 percent'",
                        "growth KEN-JPN inward investment_flow 2015 minus '3 percent'",
                        "level KEN-WLD inward investment_flow 2015 '$9 billion'"}));
}

TEST(Members, AsItSpentIsSaidOfTheSubject) {
  EXPECT_EQ(statements_of("Kenya's exports were $20 billion in 2022. Japan was in first place because it spent $14 "
                          "billion on imports from Kenya.",
                          "2023-12-14")
                .back(),
            "level JPN-KEN imports 2022 '$14 billion'");
}

TEST(Members, AmountsAtPlacesAreParts) {
  EXPECT_EQ(
      statements_of("Trade between China and Myanmar totalled $1 billion at Muse and $43 million at Lweje in 2018.",
                    "2019-01-14"),
      (Statements{"level CHN-MMR trade [Muse] 2018 '$1 billion'", "level CHN-MMR trade [Lweje] 2018 '$43 million'"}));
}

TEST(Members, BahtAreWrittenShort) {
  EXPECT_EQ(statements_of("Thailand's border trade amounted to Bt678.62 billion in 2018.", "2019-02-15").back(),
            "level THA-WLD trade [border] 2018 'Bt678.62 billion'");
}

TEST(Members, GoodsThatEarnMost) {
  EXPECT_EQ(statements_of("Smartphones were Vietnam's largest export earner in 2019.", "2020-02-15").back(),
            "rank VNM-WLD exports [smartphones] 2019 'largest export earner'");
}

TEST(Members, ACentralBankSaysWhoseFiguresTheyAre) {
  EXPECT_EQ(statements_of("The country's net FDI inflows amounted to $569 million in September, the Bangko Sentral ng "
                          "Pilipinas reported.",
                          "2018-12-11")
                .back(),
            "level PHL-WLD inward investment_flow 2018-09 '$569 million'");
}

TEST(Members, ASurplusInSomeTradeIsOfThatTrade) {
  EXPECT_EQ(statements_of("Indonesia ran a $1.57 billion surplus in non-oil and gas trade with Japan in February 2025. "
                          "The numbers jumped to $1.98 billion the following month.",
                          "2025-04-21"),
            (Statements{"level IDN-JPN balance [non-oil and gas] 2025-02 '$1.57 billion'",
                        "level IDN-JPN balance [non-oil and gas] 2025-03 '$1.98 billion'"}));
}

TEST(Members, InWhoseTotalAPairsTradeIs) {
  EXPECT_EQ(statements_of("China and Kenya recorded $66 billion in two-way trade in 2023, 13 percent of Kenya's global "
                          "total.")
                .back(),
            "share KEN-CHN trade 2023 '13 percent'");
}

TEST(Members, ASumSinceThenRunsUpToTheTextsTime) {
  EXPECT_EQ(
      statements_of("Peru had a surplus of $3 billion in April. The surplus that Peru has garnered so far since May "
                    "2020 totaled $157 billion.",
                    "2024-05-15")
          .back(),
      "level PER-WLD balance 2020-05/2024-04 '$157 billion'");
}

TEST(Members, MarketsThatAVerbNamesArePartners) {
  EXPECT_EQ(
      statements_of("Vietnam's imports from ASEAN reached $20 billion in 2023. The two other markets with imports "
                    "of over $6 billion were Indonesia with $6.5 billion and Malaysia with $6.1 billion.")
          .back(),
      "level VNM-MYS imports 2023 '$6.1 billion'");
}

TEST(Members, TheCountrysSurplusIsWhoseTradeItIs) {
  EXPECT_EQ(statements_of("Peru's exports to Japan stood at $4 billion in 2023 while its imports were $3 billion, "
                          "resulting in the country's slight trade surplus of $1 billion.")
                .back(),
            "level PER-JPN balance 2023 '$1 billion'");
}

TEST(Members, WhatIsSpentOnImportingIsImports) {
  EXPECT_EQ(
      statements_of("Kenya spent $30 billion on importing goods from ASEAN in 2017, up 12 percent.", "2018-02-01"),
      (Statements{"level KEN-ASEAN imports 2017 '$30 billion'", "growth KEN-ASEAN imports 2017 '12 percent'"}));
}

TEST(Members, IncreasingOverTheSamePeriodIsNoTimeOfTheAmount) {
  EXPECT_EQ(
      statements_of("Peru's trade with China in the first half of 2011 reached $912 million increasing over the same "
                    "period with last year.",
                    "2011-08-05")
          .back(),
      "level PER-CHN trade 2011-H1 '$912 million'");
}

TEST(Members, ANameInSmallLettersWhereOnlyANameCanStand) {
  EXPECT_EQ(statements_of("The exports of Cambodia to china grew 275 percent in 2010.", "2011-08-05").back(),
            "growth KHM-CHN exports 2010 '275 percent'");
  EXPECT_EQ(statements_of("Kenya's trade with japan rose 5 percent in 2010.", "2011-08-05").back(),
            "growth KEN-JPN trade 2010 '5 percent'");
}

TEST(Members, TheTopExportToSomebody) {
  EXPECT_EQ(statements_of("Copper was Peru's top export to Japan in 2023 at $3 billion.").back(),
            "level PER-JPN exports [copper] 2023 '$3 billion'");
}

TEST(Members, AfterAPlanForYearsTheTextGoesOnInItsTime) {
  EXPECT_EQ(
      statements_of("The EU has raised its aid to ASEAN to 170 million euros over the next seven years.\n\nThe EU "
                    "is ASEAN's second largest trading partner.",
                    "2015-09-01")
          .back(),
      "rank ASEAN-EU trade 2014 'ASEAN's second largest trading partner'");
}

TEST(Members, TheTimeOfTheLeadCountsBeforeThatOfTheTitle) {
  EXPECT_EQ(statements_of("Thailand enjoys export growth in Q1\n\nThai exports last month were $20 billion, up 4 "
                          "percent.\n\nExports to Japan fell 3 percent.",
                          "2013-04-23")
                .back(),
            "growth THA-JPN exports 2013-03 minus '3 percent'");
}

TEST(Members, TheCountrysMainMarketsAreNotTheCountry) {
  EXPECT_EQ(
      statements_of("Peru's exports rose in 2023. Exports to the country's major markets grew by 10 percent.").back(),
      "growth PER exports 2023 '10 percent'");
}

TEST(Members, FiguresInTheMoneyOfTheOtherOneAreItsOwn) {
  EXPECT_EQ(statements_of("China's trade with Kenya rose to 500 billion shillings in 2015. Exports were 77 billion "
                          "shillings.",
                          "2016-11-25")
                .back(),
            "level KEN-CHN exports 2015 '77 billion shillings'");
}

TEST(Members, ASharesOwnerNeedsNoGenitive) {
  EXPECT_EQ(statements_of("The US share in the total exports of Peru was 11 percent in 2023.").back(),
            "share PER-USA exports 2023 '11 percent'");
}

TEST(Members, TheTotalOfWhichAShareWasTaken) {
  EXPECT_EQ(
      statements_of("Kenya's imports from China made up 28 percent of total imports worth $11 billion in 2023.").back(),
      "level KEN-WLD imports 2023 '$11 billion'");
}

TEST(Members, BuyingSharesIsNoTrade) {
  EXPECT_EQ(
      statements_of("Foreigners invested $2 billion in Kenya in 2023, also to buy shares, a rise of 4 percent.").back(),
      "growth KEN-WLD inward investment 2023 '4 percent'");
}

TEST(Members, YearsBehindAGrowthAreItsOwn) {
  EXPECT_EQ(statements_of("Peru's trade grew 12 percent a year between 1996 and 2006 and 8 percent each year from 2007 "
                          "to 2016.",
                          "2017-08-08")
                .back(),
            "growth PER-WLD trade average_growth_of_goods_trade 2007/2016 '8 percent'");
}

TEST(Members, SeveralPartnersBehindAGrowth) {
  EXPECT_EQ(statements_of("Peru's exports grew 27 percent to Australia and 64 percent to Chile and Brazil in 2023."),
            (Statements{"growth PER-AUS exports 2023 '27 percent'", "growth PER exports 2023 '64 percent'"}));
}

}  // namespace
}  // namespace tradewind::tests
