/// The rows of a CSV table, each with its line, read by DuckDB; lines that are no rows are refused one by one.
///
/// A row stands on one line: a line break inside a field is refused, so that a forgotten quotation mark costs its own
/// line and never the rows after it.
#pragma once
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/ledger/database.hpp"
#include "tradewind/ledger/ledger.hpp"

namespace tradewind {

struct CsvRow {
  std::size_t line = 0;  ///< the header is line 1
  std::vector<std::string> fields;
};

struct CsvRows {
  std::vector<std::string> columns;  ///< those asked for, in the order asked for
  std::vector<CsvRow> rows;          ///< fields in the order of `columns`; a column the file lacks is empty
  std::vector<RefusedRow> refused;
};

/// The text of a file, or of standard input for "-". InputError when it cannot be read.
std::string read_text(const std::filesystem::path& file);

/// Reads `text`. `name` is what messages call it. InputError when a column of `required` is missing (which, and which
/// were found), when the text is empty or its first line is no header.
CsvRows read_csv(const Database& database, std::string_view text, const std::string& name,
                 std::span<const std::string_view> required, std::span<const std::string_view> optional = {});

}  // namespace tradewind
