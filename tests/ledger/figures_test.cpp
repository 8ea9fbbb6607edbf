#include <gtest/gtest.h>

#include "small_ledger.hpp"
#include "tradewind/ledger/listing.hpp"
#include "tradewind/world/quantity.hpp"

namespace tradewind::tests {
namespace {

Interval interval(const Ledger& ledger) {
  const Table row = ledger.query("SELECT coalesce(low, -1) AS low, coalesce(high, -1) AS high FROM figure");
  return {row.number(0, "low"), row.number(0, "high")};
}

TEST(Figure, IsAsExactAsItIsPrinted) {
  EXPECT_EQ(interval(Tables().figure("CHN,ASEAN,trade,goods_trade,2024,6.99,trillion CNY").build()),
            interval_of({"6.99", 12, Hedge::none, false}));
  EXPECT_EQ(interval(Tables().figure("CHN,ASEAN,trade,goods_trade,2024,982.3,billion USD").build()),
            (Interval{982.25e9, 982.35e9}));
}

TEST(Figure, InTenThousandsOrHundredMillionsIsCountedInOnes) {
  EXPECT_EQ(interval(Tables().figure("CHN,ASEAN,trade,goods_trade,2024,98234,10 thousand USD").build()),
            (Interval{982335e3, 982345e3}));
  EXPECT_EQ(interval(Tables().figure("CHN,ASEAN,trade,goods_trade,2024,9823.4,100 million USD").build()),
            (Interval{982.335e9, 982.345e9}));
}

TEST(Figure, OverANumberHasNoUpperEnd) {
  EXPECT_EQ(interval(Tables()
                         .figure("CHN,ASEAN,two-way,investment_stock,../2025-07,450,billion USD", "MOFCOM",
                                 "2025-09-08", "over")
                         .build()),
            (Interval{450e9, -1}));
}

TEST(Figure, CutOffByItsSourceMayBeAWholeUnitHigher) {
  EXPECT_EQ(interval(Tables()
                         .figure("CHN,USA,trade,goods_trade,2025,559.74,billion USD", "Customs", "2026-01-14",
                                 "\"truncated, customs 559.747\"")
                         .build()),
            (Interval{559.735e9, 559.75e9}));
}

TEST(Figure, MayBeNegativeWhereThatMeansSomething) {
  EXPECT_NO_THROW(Tables()
                      .figure("CHN,USA,exports,goods_trade,2025,-9.7,percent yoy USD")
                      .figure("USA,CHN,balance,goods_trade,2024,-295.4,billion USD")
                      .figure("CHN,USA,outward,investment_flow,2024,-1.2,billion USD")
                      .build());
}

TEST(Figure, OfJanuaryToDecemberIsOfTheYear) {
  const Ledger ledger = Tables().figure("CHN,USA,exports,goods_trade,2024-01/2024-12,524.66,billion USD").build();
  EXPECT_EQ(ledger.query("SELECT period FROM figure").text(0, "period"), "2024");
}

TEST(Figure, PublishedTwiceWithDifferentValuesIsThereTwice) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,trade,goods_trade,2024,6.99,trillion CNY", "Customs", "2025-01-13")
                            .figure("CHN,ASEAN,trade,goods_trade,2024,7.00,trillion CNY", "Customs", "2025-12-01")
                            .build();
  EXPECT_EQ(ledger.query("SELECT value FROM figure ORDER BY published").rows.size(), 2U);
}

TEST(Listing, FiltersByAnyColumn) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD")
                            .figure("CHN,ASEAN,imports,goods_trade,2024,395.8,billion USD")
                            .figure("VNM,CHN,exports,goods_trade,2024,61.2,billion USD", "Vietnam Customs", "2025-01")
                            .build();
  EXPECT_EQ(list_figures(ledger, {}).rows.size(), 3U);
  EXPECT_EQ(list_figures(ledger, {.reporter = {"CHN"}, .flow = "imports"}).rows.size(), 1U);
  EXPECT_EQ(list_figures(ledger, {.publisher = "vietnam"}).rows.size(), 1U);
}

TEST(Search, FindsFiguresByTheNamesOfTheirEconomies) {
  const Ledger ledger = Tables().figure("VNM,CHN,exports,goods_trade,2024,61.2,billion USD").build();
  EXPECT_EQ(search(ledger, "vietnam EXPORTS 2024").rows.size(), 1U);
  EXPECT_TRUE(search(ledger, "vietnam imports").rows.empty());
}

TEST(Export, IsReadBackAsTheSameFigures) {
  Tables tables;
  const Ledger ledger =
      tables.figure("CHN,ASEAN,exports,goods_trade,2024,586.50,billion USD", "\"Customs, China\"", "2025-01").build();
  const auto file = tables.folder().path() / "out.csv";
  export_figures(ledger, {}, file);
  const ImportReport again = Ledger::add(file, tables.file());
  EXPECT_EQ(again.already_there, 1U);
  EXPECT_EQ(again.accepted + again.refused.size(), 0U);
}

TEST(Export, WritesParquetAndJson) {
  Tables tables;
  const Ledger ledger = tables.figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD").build();
  for (const auto* name : {"out.parquet", "out.json"}) {
    const auto file = tables.folder().path() / name;
    export_figures(ledger, {}, file);
    EXPECT_EQ(ledger.query("SELECT value FROM '" + file.string() + "'").rows.size(), 1U) << name;
  }
}

}  // namespace
}  // namespace tradewind::tests
