#include <gtest/gtest.h>

#include "readings_of.hpp"

namespace tradewind::tests {
namespace {

TEST(Level, IsThePrintedFigureWithItsSource) {
  const Ledger ledger =
      Tables().figure("CHN,ASEAN,trade,goods_trade,2025-01/2025-08,4.93,trillion CNY", "Customs", "2025-09-08").build();
  const Reading reading = only(ledger, "level", {.reporter = {"CHN"}});
  EXPECT_EQ(reading.value, (Interval{4.925e12, 4.935e12}));
  EXPECT_EQ(reading.unit, "CNY");
  EXPECT_EQ(reading.period, Period::year_to_date(2025, 8));
  EXPECT_EQ(reading.arithmetic, "4.93 trillion CNY (Customs, Sep 2025)");
  EXPECT_EQ(reading.url, "https://example.org");
}

TEST(Level, OfTradeIsExportsPlusImportsWhereNoTotalIsPublished) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD")
                            .figure("CHN,ASEAN,imports,goods_trade,2024,395.8,billion USD")
                            .build();
  const Reading total = only(ledger, "level", {.flow = "trade"});
  EXPECT_EQ(total.value, (Interval{982.2e9, 982.4e9}));
  EXPECT_EQ(total.arithmetic,
            "586.5 billion USD exports + 395.8 billion USD imports = 982.3 billion USD (Customs, Jan 2025)");
}

TEST(Level, OfTradeIsThePublishedOneWhereThereIsOne) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD")
                            .figure("CHN,ASEAN,imports,goods_trade,2024,395.8,billion USD")
                            .figure("CHN,ASEAN,trade,goods_trade,2024,982.34,billion USD")
                            .build();
  EXPECT_EQ(only(ledger, "level", {.flow = "trade"}).arithmetic, "982.34 billion USD (Customs, Jan 2025)");
}

TEST(Level, IsNotASumAcrossPublishersOrCurrencies) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD", "Customs", "2025")
                            .figure("CHN,ASEAN,imports,goods_trade,2024,395.8,billion USD", "Comtrade", "2025")
                            .figure("CHN,ASEAN,imports,goods_trade,2024,2.81,trillion CNY", "Customs", "2025")
                            .build();
  EXPECT_TRUE(all(ledger, "level", {.flow = "trade"}).empty());
}

TEST(Level, KeepsEveryVintageButNotEveryReprint) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,trade,goods_trade,2024,6.99,trillion CNY", "Customs", "2025-01-13")
                            .figure("CHN,ASEAN,trade,goods_trade,2024,6.99,trillion CNY", "Customs", "2025-02-01")
                            .figure("CHN,ASEAN,trade,goods_trade,2024,7.01,trillion CNY", "Customs", "2025-12-01")
                            .build();
  EXPECT_EQ(all(ledger, "level", {}).size(), 2U);
}

TEST(Level, OverANumberSaysSo) {
  const Ledger ledger =
      Tables()
          .figure("CHN,ASEAN,two-way,investment_stock,../2025-07,450,billion USD", "MOFCOM", "2025-09-08", "over")
          .build();
  const Reading reading = only(ledger, "level", {});
  EXPECT_EQ(reading.value, Interval::at_least(450e9));
  EXPECT_EQ(reading.period, Period::up_to(Period::month(2025, 7)));
  EXPECT_EQ(reading.arithmetic, "over 450 billion USD (MOFCOM, Sep 2025)");
}

TEST(Balance, IsExportsLessImports) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD")
                            .figure("CHN,ASEAN,imports,goods_trade,2024,395.8,billion USD")
                            .build();
  const Reading reading = only(ledger, "balance", {});
  EXPECT_EQ(reading.flow, "balance");
  EXPECT_NEAR(reading.value.low, 190.6e9, 1);
  EXPECT_NEAR(reading.value.high, 190.8e9, 1);
}

TEST(Growth, IsTheWidestThatTheRoundingOfBothLevelsAllows) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,trade,goods_trade,2024,6.99,trillion CNY")
                            .figure("CHN,ASEAN,trade,goods_trade,2023,6.41,trillion CNY")
                            .build();
  const Reading reading = only(ledger, "growth", {});
  EXPECT_NEAR(reading.value.low, (6.985 / 6.415 - 1) * 100, 1e-9);
  EXPECT_NEAR(reading.value.high, (6.995 / 6.405 - 1) * 100, 1e-9);
  EXPECT_EQ(reading.basis, "CNY");
  EXPECT_EQ(reading.arithmetic, "6.99 trillion CNY / 6.41 trillion CNY - 1 = 9.05 percent (Customs, Jan 2025)");
}

TEST(Growth, ComparesAYearToDateWithTheSameMonths) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,trade,goods_trade,2025-01/2025-08,4.93,trillion CNY")
                            .figure("CHN,ASEAN,trade,goods_trade,2024-01/2024-08,4.50,trillion CNY")
                            .figure("CHN,ASEAN,trade,goods_trade,2024,6.99,trillion CNY")
                            .build();
  EXPECT_EQ(only(ledger, "growth", {}).period, Period::year_to_date(2025, 8));
}

TEST(Growth, UsesEveryVintageOfItsBase) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,trade,goods_trade,2024,6.99,trillion CNY", "Customs", "2025")
                            .figure("CHN,ASEAN,trade,goods_trade,2023,6.41,trillion CNY", "Customs", "2024")
                            .figure("CHN,ASEAN,trade,goods_trade,2023,6.38,trillion CNY", "Customs", "2025")
                            .figure("CHN,ASEAN,trade,goods_trade,2023,5.00,trillion CNY", "Somebody", "2025")
                            .build();
  EXPECT_EQ(all(ledger, "growth", {}).size(), 2U);
}

TEST(Growth, AsPublishedStandsBesideIt) {
  const Ledger ledger =
      Tables()
          .figure("CHN,ASEAN,trade,goods_trade,2025-01/2025-08,9.7,percent yoy CNY", "Customs", "2025-09-08")
          .build();
  const Reading reading = only(ledger, "growth", {});
  EXPECT_EQ(reading.value, (Interval{9.65, 9.75}));
  EXPECT_EQ(reading.basis, "CNY");
  EXPECT_EQ(reading.arithmetic, "9.7 percent on the year before in CNY, as published (Customs, Sep 2025)");
}

TEST(Share, IsPartOfTheSamePublishersTotal) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,trade,goods_trade,2025-01/2025-08,4.93,trillion CNY")
                            .figure("CHN,WLD,trade,goods_trade,2025-01/2025-08,29.57,trillion CNY")
                            .figure("CHN,WLD,trade,goods_trade,2025-01/2025-08,40,trillion CNY", "Somebody", "2025")
                            .build();
  const Reading reading = only(ledger, "share", {.partner = {"ASEAN"}});
  EXPECT_NEAR(reading.value.low, 4.925 / 29.575 * 100, 1e-9);
  EXPECT_NEAR(reading.value.high, 4.935 / 29.565 * 100, 1e-9);
}

TEST(Contribution, OfAllPartnersIsTheGrowthOfTheTotal) {
  const Ledger ledger = Tables()
                            .figure("CHN,USA,exports,goods_trade,2024,500,USD")
                            .figure("CHN,JPN,exports,goods_trade,2024,250,USD")
                            .figure("CHN,WLD,exports,goods_trade,2024,750,USD")
                            .figure("CHN,USA,exports,goods_trade,2023,400,USD")
                            .figure("CHN,JPN,exports,goods_trade,2023,300,USD")
                            .figure("CHN,WLD,exports,goods_trade,2023,700,USD")
                            .build();
  const Interval sum = only(ledger, "contribution", {.partner = {"USA"}}).value +
                       only(ledger, "contribution", {.partner = {"JPN"}}).value;
  EXPECT_TRUE(sum.meets(Interval::exactly((750.0 / 700 - 1) * 100)));
  EXPECT_LT(only(ledger, "contribution", {.partner = {"JPN"}}).value.high, 0);
}

TEST(Threshold, IsPassedInTheFirstYearAboveIt) {
  const Ledger ledger = Tables()
                            .figure("CHN,VNM,trade,goods_trade,2020,192.3,billion USD")
                            .figure("CHN,VNM,trade,goods_trade,2021,230.2,billion USD")
                            .figure("CHN,VNM,trade,goods_trade,2022,234.9,billion USD")
                            .build();
  const Reading reading = only(ledger, "threshold", {});
  EXPECT_EQ(reading.value, Interval::exactly(200e9));
  EXPECT_EQ(reading.period, Period::year(2021));
}

TEST(Intensity, OfOneIsTradeAsTheWorldDoesIt) {
  const Ledger ledger = Tables()
                            .figure("CHN,VNM,exports,goods_trade,2024,10,billion USD")
                            .figure("CHN,WLD,exports,goods_trade,2024,100,billion USD")
                            .figure("VNM,WLD,imports,goods_trade,2024,50,billion USD")
                            .figure("WLD,WLD,imports,goods_trade,2024,500,billion USD")
                            .build();
  EXPECT_TRUE(only(ledger, "intensity", {}).value.meets(Interval::exactly(1)));
}

TEST(Intensity, IsOfOnePublishersFiguresAlone) {
  const Ledger ledger = Tables()
                            .figure("CHN,VNM,exports,goods_trade,2024,10,billion USD")
                            .figure("CHN,WLD,exports,goods_trade,2024,100,billion USD")
                            .figure("VNM,WLD,imports,goods_trade,2024,50,billion USD")
                            .figure("WLD,WLD,imports,goods_trade,2024,500,billion USD", "WTO", "2025-04")
                            .build();
  EXPECT_TRUE(all(ledger, "intensity", {}).empty());
}

TEST(Show, HasTheOldestPeriodFirst) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,trade,goods_trade,2024-12,600,billion USD")
                            .figure("CHN,ASEAN,trade,goods_trade,2024-01/2024-08,600,billion USD")
                            .figure("CHN,ASEAN,trade,goods_trade,../2023-07,600,billion USD")
                            .build();
  const Table table = show(ledger, "level", {.reporter = {"CHN"}});
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.text(0, "period"), "../2023-07");
  EXPECT_EQ(table.text(2, "period"), "2024-12");
  EXPECT_EQ(show(ledger, "level", {.first_year = 2024}).rows.size(), 2U);
  EXPECT_EQ(show(ledger, "level", {.period = Period::month(2024, 12)}).rows.size(), 1U);
}

TEST(Indicators, AreListedByNameWithDefinitionUnitAndSource) {
  ASSERT_EQ(indicators().size(), 15U);
  for (const auto& known : indicators()) {
    EXPECT_FALSE(known.definition.empty()) << known.name;
    EXPECT_FALSE(known.unit.empty()) << known.name;
    EXPECT_FALSE(known.source.empty()) << known.name;
  }
  EXPECT_EQ(indicators().front().name, "balance");
  EXPECT_EQ(indicator("growth").unit, "percent");
}

TEST(Indicators, OfAWrongNameIsToldTheNearest) {
  try {
    indicator("groth");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(error.hint(), "Nearest: growth");
  }
}

TEST(Readings, OfSeveralIndicatorsTogetherAreTheSameAsOfEach) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,trade,goods_trade,2024,6.99,trillion CNY")
                            .figure("CHN,ASEAN,trade,goods_trade,2023,6.41,trillion CNY")
                            .figure("VNM,CHN,trade,goods_trade,2023,171.2,billion USD")
                            .build();
  const std::vector<EconomyCode> reporters{{"CHN"}, {"VNM"}};
  const std::vector<std::string_view> names{"growth", "level", "rank"};
  const auto together = readings(ledger, names, reporters);
  EXPECT_EQ(together[0].size(), 1U);
  EXPECT_EQ(together[1].size(), 3U);
  EXPECT_TRUE(together[2].empty());
  EXPECT_EQ(readings(ledger, "level", reporters).size(), 3U);
}

}  // namespace
}  // namespace tradewind::tests
