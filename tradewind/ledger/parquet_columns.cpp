// Parquet, as DuckDB reads it.
#include "tradewind/ledger/column_format.hpp"
#include "tradewind/ledger/database.hpp"

namespace tradewind {
namespace {

bool recognises(std::string_view head) { return head.starts_with("PAR1"); }

SqlSource source_of(const ColumnQuery& query, const std::filesystem::path& file) {
  SqlSource source{"read_parquet(" + sql_literal(file.string()) + ")", file.string(), {}};
  source.columns = query.describe("SELECT * FROM " + source.from);
  return source;
}

InputError refused(const std::filesystem::path& file, const SqlError& error) {
  return {file.string(), "the Parquet file cannot be read: " + plain_words(error.what()), "a whole Parquet file"};
}

std::vector<Column> read(const std::filesystem::path& file, const ReadOptions& options) {
  try {
    const ColumnQuery query;
    return read_source(query, source_of(query, file), options, false);
  } catch (const SqlError& error) {
    throw refused(file, error);
  }
}

std::vector<std::string> names(const std::filesystem::path& file, const std::string&) {
  try {
    return names_of(source_of(ColumnQuery(), file));
  } catch (const SqlError& error) {
    throw refused(file, error);
  }
}

}  // namespace

const ColumnFormat parquet_format = {"Parquet", recognises, names, read};

}  // namespace tradewind
