#include "tradewind/ledger/read_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <memory>
#include <system_error>

#include "tradewind/ledger/column_format.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

// A file is of the first format that recognises its beginning. A further format is registered here.
constexpr std::array formats = {&stata_format, &parquet_format, &duckdb_format, &csv_format};

std::string head_of(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status))
    throw InputError(file.string(), "there is no such file", "a CSV, Parquet or .dta file, or a ledger");
  if (std::filesystem::is_directory(status)) throw InputError(file.string(), "this is a folder", "a file in it");
  std::ifstream stream(file, std::ios::binary);
  std::string head(4096, '\0');
  if (!stream) throw InputError(file.string(), "it cannot be opened", "a file that you may read");
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(stream.gcount()));
  return head;
}

const ColumnFormat& format_of(const std::filesystem::path& file) {
  const std::string head = head_of(file);
  if (head.empty()) throw InputError(file.string(), "the file is empty", "a table with a header");
  for (const ColumnFormat* format : formats)
    if (format->recognises(head)) return *format;
  throw InputError(file.string(), "this is no table", "a CSV (also .csv.gz), Parquet or Stata .dta file, or a ledger",
                   "A spreadsheet is saved as CSV first.");
}

/// Standard input, which can be read but once, as a file.
class Spooled {
 public:
  Spooled() : path_((std::filesystem::temp_directory_path() / "tradewind-XXXXXX").string()) {
    const int descriptor = mkstemp(path_.data());
    if (descriptor < 0) throw InputError(path_, "no temporary file can be made", "a folder to write to in TMPDIR");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(fdopen(descriptor, "wb"), &std::fclose);
    std::array<char, 1 << 16> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), stdin))
      if (std::fwrite(buffer.data(), 1, count, file.get()) != count) refuse();
    if (std::fflush(file.get()) != 0) refuse();
  }
  Spooled(const Spooled&) = delete;
  Spooled& operator=(const Spooled&) = delete;
  ~Spooled() { std::remove(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  void refuse() const {
    std::remove(path_.c_str());
    throw InputError(path_, "standard input does not fit", "room in TMPDIR");
  }
  std::string path_;
};

/// Nobody knows the file that standard input was put into.
std::string named_as_input(std::string text, const std::string& path) {
  if (const std::size_t at = text.find(path); at != std::string::npos) text.replace(at, path.size(), "standard input");
  return text;
}

}  // namespace

Columns read_columns(const std::filesystem::path& file, const ReadOptions& options) {
  if (file == "-") {
    const Spooled spooled;
    try {
      return read_columns(spooled.path(), options);
    } catch (const InputError& error) {
      throw InputError(named_as_input(error.where(), spooled.path()), named_as_input(error.found(), spooled.path()),
                       error.expected(), error.hint());
    }
  }
  const ColumnFormat& format = format_of(file);
  if (!options.table.empty() && &format != &duckdb_format)
    throw InputError(fmt::format("--table {}", options.table), fmt::format("{} is one table", file.string()),
                     "a .duckdb file with --table, or no --table");
  std::vector<Column> columns = format.read(file, options);
  const std::size_t rows = columns.empty() ? 0 : columns.front().rows();
  if (rows == 0 && !options.where.empty())
    throw InputError(fmt::format("--where \"{}\"", options.where), fmt::format("no row of {} meets it", file.string()),
                     "a condition that some rows meet");
  if (rows == 0) throw InputError(file.string(), "the table has no rows", "at least one");
  if (rows > std::numeric_limits<std::uint32_t>::max())
    throw InputError(file.string(), fmt::format("{} rows", rows), "at most four thousand million");
  return {file.string(), std::move(columns)};
}

std::vector<std::string> column_names(const std::filesystem::path& file, const std::string& table) {
  return format_of(file).names(file, table);
}

}  // namespace tradewind
