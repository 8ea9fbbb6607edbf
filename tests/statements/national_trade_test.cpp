// How the papers and offices of one economy tell its own monthly trade.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(NationalTrade, ACapitalInFrontOfADashIsWhereItWasWritten) {
  EXPECT_EQ(statements_of("Lima - Peruvian imports grew 5 percent in May.", "2023-06-20"),
            (Statements{"growth PER-WLD imports 2023-05 '5 percent'"}));
}

TEST(NationalTrade, AStreakMayBeOfSurpluses) {
  EXPECT_EQ(statements_of("Peru posts 9th straight trade surplus in May", "2023-06-20"),
            (Statements{"streak PER-WLD balance 2023-05 '9th straight'"}));
}

TEST(NationalTrade, WhatARiseAndAFallLedToIsALevel) {
  EXPECT_EQ(statements_of("A rise in exports and a fall in imports led to a record trade surplus of $3 billion for "
                          "Chile in May.",
                          "2023-06-20"),
            (Statements{"level CHL-WLD balance 2023-05 '$3 billion'"}));
}

TEST(NationalTrade, TheTotalOfExportsAndImportsIsTrade) {
  EXPECT_EQ(statements_of("In 2022 Peru's exports were $5 billion with imports standing at $4 billion, a total of $9 "
                          "billion.",
                          "2023-06-20"),
            (Statements{"level PER-WLD exports 2022 '$5 billion'", "level PER-WLD imports 2022 '$4 billion'",
                        "level PER-WLD trade 2022 '$9 billion'"}));
}

TEST(NationalTrade, TheFormerAndTheLatterMayBeFlows) {
  EXPECT_EQ(statements_of("Peru's exports and imports fell in 2022, with the former shrinking 3 percent to $5 billion "
                          "and the latter 4 percent.",
                          "2023-06-20"),
            (Statements{"growth PER-WLD exports 2022 minus '3 percent'", "level PER-WLD exports 2022 '$5 billion'",
                        "growth PER-WLD imports 2022 minus '4 percent'"}));
}

TEST(NationalTrade, WhatIsOverallIsOfGoodsAndServices) {
  EXPECT_EQ(statements_of("India's overall exports (merchandise and services combined) were $60 billion in May 2023. "
                          "Overall imports rose 4 percent.",
                          "2023-06-20"),
            (Statements{"level IND-WLD exports goods_and_services_trade 2023-05 '$60 billion'",
                        "growth IND-WLD imports goods_and_services_trade 2023-05 '4 percent'"}));
  EXPECT_EQ(statements_of("India's merchandise and services trade deficit was $6 billion in May 2023.", "2023-06-20"),
            (Statements{"level IND-WLD balance goods_and_services_trade 2023-05 minus '$6 billion'"}));
}

TEST(NationalTrade, TradeBetweenMembersIsABlocsWithItself) {
  EXPECT_EQ(statements_of("Mercosur had a good year. Trade between full members rose 38 percent in 2022. Argentine "
                          "exports to bloc partners came to $14 billion."),
            (Statements{"growth MERCOSUR-MERCOSUR trade 2022 '38 percent'",
                        "level ARG-MERCOSUR exports 2022 '$14 billion'"}));
  EXPECT_EQ(
      statements_of("Intra-euro area trade rose 4 percent in 2022. Euro area exports to the rest of the world rose "
                    "5 percent.")
          .back(),
      "growth EA-WLD exports 2022 '5 percent'");
}

TEST(NationalTrade, FromOneToTheOtherTradeIsExports) {
  EXPECT_EQ(
      statements_of("In 2021, trade from Peru to Chile declined by 16% and purchases and sales with Japan by 3%."),
      (Statements{"growth PER-CHL exports 2021 minus '16%'", "growth PER-JPN trade 2021 minus '3%'"}));
}

TEST(NationalTrade, AComparisonIsNoGoods) {
  EXPECT_EQ(statements_of("Kenya's exports to Peru rose 3 percent in 2015. By comparison imports from Peru rose 5 "
                          "percent.")
                .back(),
            "growth KEN-PER imports 2015 '5 percent'");
}

TEST(NationalTrade, ImportAtSoMuchIsImports) {
  EXPECT_EQ(statements_of("Peru's trade with Chile was $42 million in 2017. The export stood at $34 million, up 56%, "
                          "import at $8 million.")
                .back(),
            "level PER-CHL imports 2017 '$8 million'");
}

TEST(NationalTrade, WhatDoubledIsWhatTheNextSentenceIsOn) {
  EXPECT_EQ(statements_of("Peruvian exports to Chile have nearly doubled. Exports rose from $38 billion in 2016 to $75 "
                          "billion in 2023.")
                .back(),
            "level PER-CHL exports 2023 '$75 billion'");
  EXPECT_EQ(statements_of("Peru's trade with Chile was worth $45 billion in 2022. That with Japan was worth a slightly "
                          "higher $46 billion.")
                .back(),
            "level PER-JPN trade 2022 '$46 billion'");
}

TEST(NationalTrade, EarningsFromGoodsAreOfThese) {
  EXPECT_EQ(
      statements_of("Kenya's export earnings from coffee, tea and cement rose to $3 billion in 2022.", "2023-06-20"),
      (Statements{"level KEN-WLD exports [coffee, tea and cement] 2022 '$3 billion'"}));
}

TEST(NationalTrade, AnAsideBetweenDashesIsOfWhatStandsBeforeIt) {
  EXPECT_EQ(statements_of("In 2022, among Peru's exports, machine tools - which were valued at $5 billion - rose by 32 "
                          "percent.",
                          "2023-06-20"),
            (Statements{"level PER-WLD exports [machine tools] 2022 '$5 billion'",
                        "growth PER-WLD exports [machine tools] 2022 '32 percent'"}));
}

TEST(NationalTrade, WhatIsToComeDoesNotDateWhatFollows) {
  EXPECT_EQ(
      statements_of("Peru's exports were $70 billion in 2024. They are set to rise to $90 billion by 2030, lifting "
                    "the surplus to $20 billion.\n\nChina takes 36 percent of the exports.",
                    "2025-11-13")
          .back(),
      "share PER-CHN exports 2024 '36 percent'");
}

TEST(NationalTrade, TradeWithThirdCountriesIsTheBlocs) {
  EXPECT_EQ(
      statements_of("MOSCOW - Russia's president praised the Eurasian Economic Union (EAEU) on Wednesday. Trade with "
                    "third countries rose by 60% in 2023.",
                    "2024-05-08"),
      Statements{"growth EAEU-WLD trade 2023 '60%'"});
  EXPECT_EQ(
      statements_of("YEREVAN, December 11. The mutual trade of the countries comprising the Eurasian Economic Union "
                    "grew by 35% in 2019."),
      Statements{"growth EAEU-EAEU trade 2019 '35%'"});
}

TEST(NationalTrade, WhoHasTheBiggestShareOfTheCountrysExportsIsItsPartner) {
  EXPECT_EQ(statements_of("Peru's exports rose 5 percent in May. Chile had the biggest share of the country's exports "
                          "with $822 million.",
                          "2023-06-20"),
            (Statements{"growth PER-WLD exports 2023-05 '5 percent'",
                        "rank PER-CHL exports 2023-05 'biggest share of the country's exports'",
                        "level PER-CHL exports 2023-05 '$822 million'"}));
}

TEST(NationalTrade, WhatAGrowthIsRegisteredOrReachedByIsALevel) {
  EXPECT_EQ(
      statements_of("Peru's exports in May were $5 billion registering a positive growth of 13 percent.", "2023-06-20"),
      (Statements{"level PER-WLD exports 2023-05 '$5 billion'", "growth PER-WLD exports 2023-05 '13 percent'"}));
  EXPECT_EQ(statements_of("In May Peru's exports to Chile reached $3 billion by rising 32 percent.", "2023-06-20"),
            (Statements{"level PER-CHL exports 2023-05 '$3 billion'", "growth PER-CHL exports 2023-05 '32 percent'"}));
}

TEST(NationalTrade, WithWhomADeficitWasRegisteredIsThePartner) {
  EXPECT_EQ(statements_of("A trade deficit of $5 billion was registered with Chile in May, Peru's customs said.",
                          "2023-06-20"),
            (Statements{"level PER-CHL balance 2023-05 minus '$5 billion'"}));
}

TEST(NationalTrade, CumulativeExportsAreThoseSinceTheFiscalYearBegan) {
  EXPECT_EQ(statements_of("India's exports rose 5 percent in July. Cumulative exports in the current financial year "
                          "are $90 billion.",
                          "2023-08-20"),
            (Statements{"growth IND-WLD exports 2023-07 '5 percent'",
                        "level IND-WLD exports 2023-04/2023-07 '$90 billion'"}));
}

TEST(NationalTrade, TheSameMonthsOfAnotherYearAreComparedWith) {
  EXPECT_EQ(statements_of("Peru's exports came to $5 billion in January-March, up 24 percent from the same "
                          "January-March period in 2022.",
                          "2023-04-20"),
            (Statements{"level PER-WLD exports 2023-Q1 '$5 billion'", "growth PER-WLD exports 2023-Q1 '24 percent'"}));
}

TEST(NationalTrade, AllOfAContinentIsNotTheWorld) {
  EXPECT_EQ(statements_of("Japan's exports to all of Asia dropped 13 percent in May.", "2023-06-20"),
            (Statements{"growth JPN exports 2023-05 minus '13 percent'"}));
}

TEST(NationalTrade, PartsOfAYearAreToldInManyWays) {
  const auto time_of = [](const std::string& when, const char* published) {
    return statements_of("Peru's exports were $5 billion " + when + ".", published).front().substr(22);
  };
  EXPECT_EQ(time_of("in the first month of this year", "2023-02-20"), "2023-01 '$5 billion'");
  EXPECT_EQ(time_of("from the beginning of 2023 to mid-February", "2023-02-20"), "2023-01-01/2023-02-15 '$5 billion'");
  EXPECT_EQ(time_of("in the first 8 months of the 2022 calendar year", "2023-02-20"), "2022-01/2022-08 '$5 billion'");
  EXPECT_EQ(time_of("during the six-month transitional period from April to September 2022", "2023-02-20"),
            "2022-04/2022-09 '$5 billion'");
  EXPECT_EQ(statements_of("India's exports were $400 billion in 2021-2022.", "2023-02-20"),
            (Statements{"level IND-WLD exports 2021-04/2022-03 '$400 billion'"}));
  EXPECT_EQ(statements_of("From January to April Peru's exports fell to $4 billion this year from $5 billion in the "
                          "same period last year.",
                          "2023-06-20"),
            (Statements{"level PER-WLD exports 2023-01/2023-04 '$4 billion'",
                        "level PER-WLD exports 2022-01/2022-04 '$5 billion'"}));
  EXPECT_EQ(statements_of("Peru's exports rose 5 percent in August. The fourth quarter might see monthly exports top "
                          "$4 billion.",
                          "2023-09-08")
                .back(),
            "threshold PER-WLD exports 2023-Q4 'top $4 billion'");
}

}  // namespace
}  // namespace tradewind::tests
