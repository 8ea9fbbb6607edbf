// Railways, pacts and what they save: counts since a line opened, duties in money, what costs were cut by.
#include <gtest/gtest.h>

#include "tests/statements/read.hpp"

namespace tradewind::tests {
namespace {

TEST(LineInWords, WhatItHasCarriedSinceItOpenedIsASumUntilNow) {
  const auto told = statements_of(
      "The China-Laos Railway opened on December 3, 2021. It has carried 48 million passengers since its opening. "
      "Since "
      "then, it has moved 9 million tonnes of goods.",
      "2024-11-10");
  EXPECT_EQ(told[0], "milestone CHINA-LAOS-RAILWAY launched 2021-12-03 'December 3, 2021'");
  EXPECT_EQ(told[1], "count CHINA-LAOS-RAILWAY passengers ../2024-11 '48 million passengers'");
  EXPECT_EQ(told[2], "count CHINA-LAOS-RAILWAY quantity ../2024-11 '9 million tonnes'");
}

TEST(LineInWords, WhatItCutsIsTheObjectOfTheVerb) {
  EXPECT_EQ(statements_of("Peru's exports to Chile rose 5 percent in 2023. The new line has reduced freight costs in "
                          "Chile by 30 percent.")
                .back(),
            "growth PER freight costs 2023 minus '30 percent'");
}

TEST(DutiesInMoney, AreNoTrade) {
  for (const auto* saved : {"Firms saved 3 billion yuan in tariffs.", "Firms enjoyed tariff cuts of 3 billion yuan.",
                            "The pact reduced tariffs by 3 billion yuan.",
                            "Importers were granted tariff concessions totaling 3 billion yuan."}) {
    const auto told = read("China's exports to Chile rose 5 percent in 2023. " + std::string(saved), "2024-02-15");
    EXPECT_EQ(told.statements.back().measure, "duties") << saved;
    EXPECT_EQ(told.statements.back().flow, "") << saved;
  }
}

TEST(DutiesInMoney, OnGoodsWorthMoneyAreOfTheGoods) {
  EXPECT_NE(read("Peru put duties on Chilean goods worth $3 billion.", "2024-02-15").statements.back().measure,
            "duties");
}

TEST(DutiesInMoney, OneTariffOnEachOfTwo) {
  const auto told = read("Washington imposed a tariff of 19 percent on Peru and 20 percent on Chile.").statements;
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].partner.text, "PER");
  EXPECT_EQ(told[1].subject.text, "USA");
  EXPECT_EQ(told[1].partner.text, "CHL");
}

TEST(GrowthInWords, CutByPointsItFalls) {
  EXPECT_EQ(statements_of("The strike has cut Peru's export growth by 2 percentage points.")[0],
            "change PER-WLD exports minus '2 percentage points'");
  EXPECT_EQ(statements_of("The strike shaved 2 percentage points off Peru's export growth in 2023.")[0],
            "change PER-WLD exports 2023 minus '2 percentage points'");
}

TEST(GrowthInWords, TheNextGoesTheWayOfAFallByNearlySoMuch) {
  EXPECT_EQ(statements_of("Peru's exports of cars fell by over 20% in July, that of toys by nearly 18% and shoes by "
                          "nearly 11%.")
                .back(),
            "growth PER-WLD exports [shoes] 2023-07 'nearly 11%'");
  EXPECT_LT(read("Peru's exports of toys fell by nearly 18% in July and shoes by nearly 11%.")
                .statements.back()
                .value.interval.low,
            0);
}

TEST(LevelInWords, WithAStrokeBetweenThemImportsAndExportsAreTrade) {
  for (const auto* both : {"import/export value", "imports/exports", "export/import trade", "export-import trade"})
    EXPECT_EQ(statements_of("Peru's " + std::string(both) + " with Chile reached $5 billion in 2023.")[0],
              "level PER-CHL trade 2023 '$5 billion'")
        << both;
}

TEST(LevelInWords, InAdditionalExportsIsAChange) {
  EXPECT_EQ(statements_of("Peru's exports rose 15% in 2023, equivalent to $3 billion in additional exports.")[1],
            "change PER-WLD exports 2023 'equivalent to $3 billion'");
}

TEST(LevelInWords, WhatIsStillToComeIsPlanned) {
  EXPECT_TRUE(read("The ministers agreed to work towards trade of $5 billion between Peru and Chile by 2030.")
                  .statements.back()
                  .planned);
}

TEST(StreakInWords, RunsUpToTheYearThatTheSentenceEndsWith) {
  for (const auto* until : {"By the end of 2017", "As of 2017", "Until 2017"})
    EXPECT_EQ(
        statements_of(std::string(until) + ", Japan had been Peru's largest trading partner for six years in a row.",
                      "2019-05-08"),
        (Statements{"rank PER-JPN trade 2017 'Peru's largest trading partner'",
                    "streak PER-JPN trade 2017 'for six years in a row'"}))
        << until;
}

TEST(InvestmentInWords, WhereASummitMetIsNoHost) {
  EXPECT_EQ(statements_of("Trade between Chile and Peru reached $3 billion in 2023. At a summit in Brazil they set a "
                          "goal of $5 billion for two-way investment.")
                .back(),
            "level CHL-PER two-way investment_flow 2023 '$5 billion'");
}

TEST(TradersInWords, ATurnoverIsOfThoseWhoAchieveIt) {
  EXPECT_EQ(
      statements_of("Trade by private firms rose 5 percent in 2023. Foreign-invested enterprises achieved turnover "
                    "of 9 billion yuan.")
          .back(),
      "level CHN-WLD trade [foreign-invested enterprises] 2023 '9 billion yuan'");
}

TEST(CountInWords, MembersOfABlocMayHaveItsAbbreviationBetween) {
  EXPECT_EQ(statements_of("The pact groups 10 Association of Southeast Asian Nations (ASEAN) members.")[0],
            "count ASEAN members 2024 '10 Association of Southeast Asian Nations (ASEAN) members'");
}

TEST(NumberInPrint, APointSetsOffThousandsWhereDecimalsHaveACommaBeforeBillion) {
  EXPECT_EQ(read("Trade reached 4.090 billion yuan (587,7 billion dollars) in 2022.").statements[0].value.interval.low,
            4089.5e9);
}

}  // namespace
}  // namespace tradewind::tests
