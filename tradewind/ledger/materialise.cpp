#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>
#include <vector>

#include "indicator_files.hpp"
#include "tradewind/ledger/import.hpp"

namespace tradewind {
namespace {

struct IndicatorFile {
  std::string name;
  std::string sql;
};

bool names(const IndicatorFile& file, const IndicatorFile& other) {
  return &file != &other && file.sql.find("indicator." + other.name) != std::string::npos;
}

constexpr std::string_view columns =
    "reporter, partner, flow, measure, period, among, unit, basis, low, high, arithmetic, publisher, publication, "
    "published, url";

}  // namespace

// The indicators are computed in memory, where they are tables that may name one another and have columns of their own,
// and come to rest in one table of the file: every column of a DuckDB file costs time whenever it is opened.
void materialise_indicators(const Database& database) {
  std::vector<IndicatorFile> files;
  for (const auto& file : embedded::indicator_files())
    files.push_back({std::string(file.name.substr(0, file.name.find('.'))), std::string(file.content)});

  database.execute(
      "DROP SCHEMA IF EXISTS indicator CASCADE; DROP TABLE IF EXISTS reading; ATTACH ':memory:' AS indicator");
  std::vector<IndicatorFile> waiting = files;
  while (!waiting.empty()) {
    const auto ready = std::ranges::find_if(waiting, [&waiting](const IndicatorFile& file) {
      return std::ranges::none_of(waiting, [&file](const IndicatorFile& other) { return names(file, other); });
    });
    assert(ready != waiting.end() && "indicators that need each other");
    database.execute(
        fmt::format("CREATE TABLE indicator.{} AS SELECT * FROM (\n{}\n) AS reading", ready->name, ready->sql));
    waiting.erase(ready);
  }

  std::string all, views = "CREATE SCHEMA indicator;";
  for (const auto& file : files) {
    all += fmt::format("{}SELECT '{}' AS indicator, {} FROM indicator.{}", all.empty() ? "" : "\nUNION ALL\n",
                       file.name, columns, file.name);
    views += fmt::format("CREATE VIEW indicator.{0} AS SELECT {1} FROM reading WHERE indicator = '{0}';", file.name,
                         columns);
  }
  // Sorted by indicator, period and reporter, so that a question reads few blocks; by everything else, so that equal
  // tables give equal answers in equal order.
  database.execute(fmt::format(
      "CREATE TABLE reading AS SELECT * FROM ({}) AS r ORDER BY indicator, period, reporter, {}; DETACH indicator; {}",
      all, columns, views));
}

}  // namespace tradewind
