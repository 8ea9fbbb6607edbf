// The trade matrices in data/worlds and what lies beside them: complete, in whole million dollars, in codes that the
// register of economies knows, and of the size that customs statistics lead one to expect.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <filesystem>
#include <string>

#include "tradewind/ledger/database.hpp"

namespace tradewind {
namespace {

const std::filesystem::path data = TRADEWIND_SOURCE "/data";

// The answer of `SELECT count(*) FROM ...`, and the first row that it counts, so that a failure names it.
testing::AssertionResult nothing(const Database& database, const std::string& what) {
  const Table rows = database.query("SELECT * FROM " + what + " LIMIT 1");
  if (rows.rows.empty()) return testing::AssertionSuccess();
  std::string found;
  for (const Cell& cell : rows.rows.front()) found += to_string(cell) + ' ';
  return testing::AssertionFailure() << "found " << found << "in " << what;
}

double number(const Database& database, const std::string& sql) {
  return database.query("SELECT (" + sql + ") AS n").number(0, "n");
}

// A shipped world as the table `world`, with the register beside it.
class WorldMatrix : public testing::TestWithParam<const char*> {
 protected:
  WorldMatrix() : database_(Database::in_memory()) {
    load("world", data / "worlds" / (std::string(GetParam()) + ".csv"));
    load("economy", data / "world/economies.csv");
    load("membership", data / "world/memberships.csv");
  }
  void load(const std::string& table, const std::filesystem::path& file) const {
    database_.execute("CREATE TABLE " + table + " AS FROM read_csv('" + file.string() +
                      "', header = true, all_varchar = true)");
  }
  Database database_;
};

TEST_P(WorldMatrix, HasOneRowForEveryPairOfItsEconomies) {
  EXPECT_GT(number(database_, "SELECT count(DISTINCT exporter) FROM world"), 60);
  EXPECT_TRUE(
      nothing(database_,
              "(SELECT e.exporter, i.importer, count(w.value) AS rows FROM (SELECT DISTINCT exporter FROM world) "
              "e CROSS JOIN (SELECT DISTINCT importer FROM world) i LEFT JOIN world w USING (exporter, "
              "importer) GROUP BY ALL HAVING rows <> 1)"));
  EXPECT_TRUE(nothing(database_, "((SELECT exporter FROM world) EXCEPT (SELECT importer FROM world))"));
  EXPECT_TRUE(nothing(database_, "((SELECT importer FROM world) EXCEPT (SELECT exporter FROM world))"));
}

TEST_P(WorldMatrix, CountsWholeMillionsOfDollars) {
  EXPECT_TRUE(nothing(database_, "world WHERE value IS NULL OR NOT regexp_full_match(value, '0|[1-9][0-9]*')"));
}

TEST_P(WorldMatrix, NamesEconomiesOfTheRegisterAndTheRest) {
  EXPECT_TRUE(nothing(database_, "world WHERE exporter <> 'ROW' AND exporter NOT IN (SELECT code FROM economy)"));
  EXPECT_EQ(number(database_, "SELECT count(*) FROM world WHERE exporter = 'ROW' AND importer = 'ROW'"), 1);
}

TEST_P(WorldMatrix, LeavesNoMemberOfABlocThatMattersHereToTheRest) {
  EXPECT_TRUE(nothing(database_,
                      "membership WHERE bloc IN ('ASEAN', 'EU', 'RCEP', 'CPTPP', 'G20') AND \"from\" <= '2022-12-31' "
                      "AND coalesce(\"to\", '9999') > '2022-12-31' AND economy NOT IN (SELECT exporter FROM world)"));
}

TEST_P(WorldMatrix, HasNobodyWhoDoesNotSellAndBuyAtHomeAndAbroad) {
  EXPECT_TRUE(nothing(database_, "world WHERE exporter = importer AND value::BIGINT = 0"));
  for (const std::string side : {"exporter", "importer"})
    EXPECT_TRUE(nothing(database_, "(SELECT " + side +
                                       ", sum(value::BIGINT) AS abroad FROM world WHERE exporter <> "
                                       "importer GROUP BY ALL HAVING abroad = 0)"));
}

TEST_P(WorldMatrix, SaysWhatItIsAndWhereItComesFrom) {
  const toml::table page = toml::parse_file((data / "worlds" / (std::string(GetParam()) + ".toml")).string());
  EXPECT_EQ(page["table"].value_or(std::string()), std::string(GetParam()) + ".csv");
  EXPECT_EQ(page["year"].value_or(0), 2022);
  for (const char* key : {"title", "unit", "credit", "caution", "covers", "domestic_sales", "rest_of_world"})
    EXPECT_NE(page[key].value_or(std::string()), "") << key;
  for (const char* key : {"publisher", "publication", "url", "read_from", "licence"})
    EXPECT_NE(page["source"][0][key].value_or(std::string()), "") << key;
}

INSTANTIATE_TEST_SUITE_P(Shipped, WorldMatrix, testing::Values("goods-2022", "goods-and-services-2022"),
                         [](const auto& world) { return world.index == 0 ? "Goods" : "GoodsAndServices"; });

class GoodsOf2022 : public WorldMatrix {};

TEST_P(GoodsOf2022, AreNoMoreThanGoodsAndServices) {
  load("everything", data / "worlds/goods-and-services-2022.csv");
  EXPECT_TRUE(nothing(
      database_, "world JOIN everything e USING (exporter, importer) WHERE world.value::BIGINT > e.value::BIGINT"));
}

// Customs count what crosses the border, with margins and with goods of third countries that are sold on; the matrix
// has what one side made and the other used, at basic prices. So it is below the customs figures in the ledger, and of
// their order.
TEST_P(GoodsOf2022, BetweenChinaAndAseanAreHalfToAllOfWhatCustomsCount) {
  const Database ledger(TRADEWIND_BINARY "/ledger.duckdb", Database::Access::read_only);
  for (const std::string flow : {"exports", "imports"}) {
    const double customs =
        number(ledger,
               "SELECT sum(one.millions) FROM (SELECT partner, max(value::DOUBLE * CASE unit WHEN 'USD' "
               "THEN 1e-6 WHEN 'thousand USD' THEN 1e-3 END) AS millions FROM figure WHERE reporter "
               "= 'CHN' AND partner IN (SELECT economy FROM membership WHERE bloc = 'ASEAN') AND "
               "flow = '" +
                   flow +
                   "' AND period = '2022' AND measure = 'goods_trade' AND unit IN "
                   "('USD', 'thousand USD') GROUP BY partner) one");
    const std::string here = flow == "exports" ? "exporter" : "importer",
                      there = flow == "exports" ? "importer" : "exporter";
    const double matrix = number(database_, "SELECT sum(value::BIGINT) FROM world WHERE " + here + " = 'CHN' AND " +
                                                there + " IN (SELECT economy FROM membership WHERE bloc = 'ASEAN')");
    EXPECT_GT(matrix, 0.5 * customs) << flow;
    EXPECT_LT(matrix, customs) << flow;
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, GoodsOf2022, testing::Values("goods-2022"), [](const auto&) { return "Goods"; });

TEST(WorldParameters, AreNumbersWithTheirSource) {
  const Database database = Database::in_memory();
  database.execute("CREATE TABLE parameter AS FROM read_csv('" + (data / "worlds/parameters.csv").string() +
                   "', header = true, all_varchar = true)");
  EXPECT_GT(number(database, "SELECT count(*) FROM parameter"), 0);
  EXPECT_TRUE(nothing(database, "(SELECT name, count(*) AS rows FROM parameter GROUP BY name HAVING rows > 1)"));
  EXPECT_TRUE(nothing(database,
                      "parameter WHERE NOT regexp_full_match(name, '[A-Za-z0-9_]+') OR try_cast(value AS "
                      "DOUBLE) IS NULL OR (std_error IS NOT NULL AND coalesce(try_cast(std_error AS DOUBLE), "
                      "0) <= 0) OR try_cast(year AS INTEGER) IS NULL"));
  EXPECT_TRUE(nothing(database,
                      "parameter WHERE unit IS NULL OR source IS NULL OR publication IS NULL OR note IS NULL "
                      "OR NOT starts_with(address, 'http')"));
}

}  // namespace
}  // namespace tradewind
