#include <gtest/gtest.h>

#include "small_ledger.hpp"
#include "tradewind/ledger/unit.hpp"

namespace tradewind::tests {
namespace {

TEST(World, IsReadFromTheLedger) {
  const Ledger ledger = Tables().build();
  EXPECT_EQ(ledger.world().find("PRC"), EconomyCode{"CHN"});
  EXPECT_EQ(ledger.world().economy({"USA"})->capitals, (std::vector<std::string>{"Washington, D.C."}));
  EXPECT_TRUE(ledger.world().economy({"USA"})->offices.empty());  // a table without this column
  EXPECT_TRUE(ledger.world().economy({"USA"})->provinces.empty());
  EXPECT_TRUE(ledger.world().bloc({"ASEAN"})->ranked_as_one);
  EXPECT_FALSE(ledger.world().bloc({"RCEP"})->ranked_as_one);
  EXPECT_FALSE(ledger.world().is_member({"GBR"}, {"EU"}, *parse_date("2020-02-01")));
  EXPECT_TRUE(ledger.world().is_member({"GBR"}, {"EU"}, *parse_date("2020-01-31")));
}

TEST(World, MayBeMissingFromTheFolder) {
  const Folder folder;
  folder.write("tables/figures/a.csv", figure_header + "CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD,C,B,,,\n");
  EXPECT_EQ(Ledger::build(folder.path() / "tables", folder.path() / "l.duckdb").accepted, 1U);
}

std::string reason(const std::string& table, const std::string& content) {
  const ImportReport report = Tables().table(table, content).build_report();
  EXPECT_EQ(report.refused.size(), 1U);
  return report.refused.empty() ? "" : report.refused.front().file + ": " + report.refused.front().reason;
}

TEST(ReferenceTables, RefuseAMembershipOfNobody) {
  EXPECT_EQ(reason("world/memberships.csv", "bloc,economy,from,to,source,note\nNATO,FRA,1949-04-04,,test,\n"),
            "world/memberships.csv: unknown bloc 'NATO'; expected a code of blocs.csv");
}

TEST(ReferenceTables, RefuseAnExchangeRateAgainstNothing) {
  const std::string header = "currency,period,kind,value,unit,publisher,publication,published,url,note\n";
  EXPECT_EQ(reason("exchange_rates.csv", header + "CNY,2024-01,average,7.1,yuan,Fed,H.10,,,\n"),
            "exchange_rates.csv: unknown unit 'yuan'; expected per USD, per 100 USD, USD per, per EUR");
  EXPECT_EQ(reason("exchange_rates.csv", header + "CNY,2024-01,average,0,per USD,Fed,H.10,,,\n"),
            "exchange_rates.csv: value '0'; expected a rate above zero");
  EXPECT_EQ(reason("exchange_rates.csv", header + "CNY,2024-01,middle,7.1,per USD,Fed,H.10,,,\n"),
            "exchange_rates.csv: kind 'middle'; expected average, end or day");
}

TEST(ReferenceTables, RefuseAnExpoThatBeginsOnNoDay) {
  EXPECT_EQ(reason("expo_editions.csv",
                   "expo,edition,start,end,city,exhibitors,exhibitors_note,countries,area_square_metres,url,published,"
                   "publisher,note\nCAEXPO,22,September,2025-09-21,Nanning,3200,about,45,160000,,2025-09-08,MOFCOM,\n"),
            "expo_editions.csv: start 'September'; expected a day, YYYY-MM-DD");
}

TEST(Unit, OfStatisticsIsKnown) {
  EXPECT_EQ(parse_unit("10 thousand USD")->scale, 4);
  EXPECT_EQ(parse_unit("100 million CNY")->base, "CNY");
  EXPECT_EQ(parse_unit("percent yoy CNY")->kind, FigureKind::growth);
  EXPECT_EQ(parse_unit("percent yoy CNY")->basis, "CNY");
  EXPECT_EQ(parse_unit("percent of total")->kind, FigureKind::share);
  EXPECT_EQ(parse_unit("10 thousand TEU")->base, "TEU");
  for (const auto* unknown : {"", "million", "million  USD", "usd", "USD million", "percent yoy yuan", "dozen USD"})
    EXPECT_FALSE(parse_unit(unknown)) << unknown;
}

}  // namespace
}  // namespace tradewind::tests
