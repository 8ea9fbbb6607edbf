/// The kinds of files that columns are read from; read_columns.cpp registers them.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/ledger/column_query.hpp"
#include "tradewind/ledger/read_columns.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {

struct ColumnFormat {
  std::string_view name;                      ///< "Stata", for messages
  bool (*recognises)(std::string_view head);  ///< by the first 4096 bytes of the file
  std::vector<std::string> (*names)(const std::filesystem::path&, const std::string& table);
  std::vector<Column> (*read)(const std::filesystem::path&, const ReadOptions&);
};

extern const ColumnFormat csv_format;  ///< text, also compressed by gzip or zstd
extern const ColumnFormat parquet_format;
extern const ColumnFormat duckdb_format;  ///< a ledger or another DuckDB file
extern const ColumnFormat stata_format;   ///< .dta

/// What SQL reads from, once its columns are known.
struct SqlSource {
  std::string from;                ///< behind FROM: "read_parquet('trade.parquet')"
  std::string name;                ///< in messages: "trade.parquet"
  std::vector<SqlColumn> columns;  ///< all of them
};

std::vector<std::string> names_of(const SqlSource& source);

/// The columns asked for, in their order; all that are not nested where none is named. InputError with the nearest
/// names for an unknown one.
std::vector<SqlColumn> chosen_columns(const SqlSource& source, const ReadOptions& options);

/// Reads them. Numbers that are all whole are narrowed where `narrow`, and always in ids. InputError for a condition
/// that cannot be used; SqlError where reading itself fails.
std::vector<Column> read_source(const ColumnQuery& query, const SqlSource& source, const ReadOptions& options,
                                bool narrow);

/// InputError with the nearest names, or with all of them when none is near.
InputError unknown_column(const std::string& source, const std::string& name, const std::vector<std::string>& names);

/// A condition may name any column; one whose name does not occur in it it surely does not.
bool may_name(const std::string& condition, const std::string& column);

/// InputError that puts DuckDB's words about a condition into ours.
InputError refused_condition(const std::string& where, const std::string& message,
                             const std::vector<std::string>& names);

/// The first line of DuckDB's message without "Invalid Input Error: ".
std::string plain_words(std::string_view message);

}  // namespace tradewind
