// A table or view of a ledger, or of any DuckDB file.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "tradewind/ledger/column_format.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind {
namespace {

bool recognises(std::string_view head) { return head.size() > 12 && head.substr(8, 4) == "DUCK"; }

std::vector<std::string> tables_in(const ColumnQuery& query) {
  const auto columns = query.read(
      "SELECT CASE WHEN table_schema = 'main' THEN table_name ELSE table_schema || '.' || table_name END "
      "FROM information_schema.tables ORDER BY table_schema, table_name",
      {{}});
  const auto& names = std::get<Categories>(columns.at(0).values);
  std::vector<std::string> tables;
  for (const std::uint32_t code : names.codes) tables.push_back(names.labels[code]);
  return tables;
}

SqlSource source_of(const ColumnQuery& query, const std::filesystem::path& file, const std::string& wanted) {
  const std::vector<std::string> tables = tables_in(query);
  const std::string table = wanted.empty() && tables.size() == 1 ? tables[0] : wanted;
  if (std::ranges::find(tables, table) == tables.end()) {
    const std::string near = nearest_hint(table, tables);
    throw InputError(file.string(),
                     wanted.empty() ? fmt::format("it holds {} tables", tables.size())
                                    : fmt::format("there is no table '{}'", wanted),
                     "the name of one table",
                     near.empty() ? fmt::format("It holds: {}", fmt::join(tables, ", ")) : near);
  }
  const std::size_t point = table.find('.');
  const std::string from = point == std::string::npos
                               ? sql_identifier(table)
                               : sql_identifier(table.substr(0, point)) + "." + sql_identifier(table.substr(point + 1));
  return {from, file.string() + ": " + table, query.describe("SELECT * FROM " + from)};
}

InputError refused(const std::filesystem::path& file, const SqlError& error) {
  return {file.string(), plain_words(error.what()), "a whole DuckDB file that nobody writes to"};
}

std::vector<Column> read(const std::filesystem::path& file, const ReadOptions& options) {
  try {
    const ColumnQuery query(file);
    return read_source(query, source_of(query, file, options.table), options, false);
  } catch (const SqlError& error) {
    throw refused(file, error);
  }
}

std::vector<std::string> names(const std::filesystem::path& file, const std::string& table) {
  try {
    const ColumnQuery query(file);
    return names_of(source_of(query, file, table));
  } catch (const SqlError& error) {
    throw refused(file, error);
  }
}

}  // namespace

const ColumnFormat duckdb_format = {"DuckDB", recognises, names, read};

}  // namespace tradewind
