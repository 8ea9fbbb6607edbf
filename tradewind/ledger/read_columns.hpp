/// Reads columns of a file into memory for estimation: CSV (also .csv.gz), Parquet, Stata .dta, a table of a ledger.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tradewind/world/columns.hpp"

namespace tradewind {

struct ReadOptions {
  std::vector<std::string> columns = {};  ///< the columns read, in this order; empty: all
  std::vector<std::string> ids =
      {};                  ///< those of them that only tell rows apart: large whole numbers become categories
  std::string where = {};  ///< an SQL condition over all columns of the file; empty: all rows
  std::string table = {};  ///< of a ledger or another DuckDB file, which has several
};

/// Whole numbers that fit 32 bits become Integers, as do true and false (1 and 0); other numbers Numbers; text and
/// dates (ISO) Categories. Memory is that of the columns and a few megabytes.
///
/// InputError: no such file, a folder, a file of another kind, a damaged one or one cut short, a table named of a file
/// that is but one, an unknown column (nearest names), a
/// condition that SQL refuses (with its message) or that no row meets.
Columns read_columns(const std::filesystem::path& file, const ReadOptions& options = {});

/// The names of a file's columns, in its order.
std::vector<std::string> column_names(const std::filesystem::path& file, const std::string& table = {});

}  // namespace tradewind
