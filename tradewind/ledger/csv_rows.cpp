#include "tradewind/ledger/csv_rows.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

struct Line {
  std::size_t number;
  std::string_view text;
};

constexpr std::size_t longest_line = 65536;

/// A file without a name in any folder: DuckDB reads CSV from files only, and a full disk must not matter to it.
class MemoryFile {
 public:
  explicit MemoryFile(std::span<const Line> lines) : descriptor_(memfd_create("rows.csv", MFD_CLOEXEC)) {
    std::string text;
    for (const auto& line : lines) {
      text += line.text;
      text += '\n';
    }
    std::string_view rest = text;
    while (descriptor_ >= 0 && !rest.empty()) {
      const auto written = write(descriptor_, rest.data(), rest.size());
      if (written <= 0) break;
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (descriptor_ >= 0 && rest.empty()) return;
    if (descriptor_ >= 0) close(descriptor_);
    throw InputError("memory", std::strerror(errno), "room for a copy of the table");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }

  std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

 private:
  int descriptor_;
};

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
        (lead == 0xF4 && second > 0x8F))
      return false;
    i += length;
  }
  return true;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) lines.push_back({number, line});
  }
  return lines;
}

// Why a line cannot be a row, before anything is read from it.
std::optional<std::string> not_a_row(std::string_view line) {
  if (line.size() > longest_line)
    return fmt::format("the line has {} characters; expected at most {}", line.size(), longest_line);
  if (line.find('\0') != std::string_view::npos) return "the line has a NUL character; expected text";
  if (line.find('\r') != std::string_view::npos)
    return "the line has a carriage return in its middle; expected one row on one line";
  if (!is_utf8(line)) return "the line is not UTF-8; expected UTF-8 (save the table as UTF-8)";
  if (std::ranges::count(line, '"') % 2 != 0)
    return "a quotation mark is not closed on its line; expected one row on one line, a quotation mark inside a "
           "quoted field doubled";
  return std::nullopt;
}

std::string read_call(const MemoryFile& file, std::size_t columns) {
  std::string names;
  for (std::size_t i = 0; i < columns; ++i) names += fmt::format("{}'c{}': 'VARCHAR'", i == 0 ? "" : ", ", i);
  return fmt::format(
      "read_csv({}, columns = {{{}}}, auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"', "
      "new_line = '\\n', strict_mode = true, null_padding = false, parallel = false, max_line_size = {}, "
      "store_rejects = true)",
      sql_literal(file.path()), names, 2 * longest_line);
}

std::string reason(const std::string& error, std::size_t columns) {
  if (error.starts_with("MISSING COLUMNS")) return fmt::format("too few fields; expected {}", columns);
  if (error.starts_with("TOO MANY COLUMNS"))
    return fmt::format("too many fields; expected {} (a field with a comma in it stands in quotation marks)", columns);
  return "misplaced quotation marks; expected a quoted field to begin and end with one, and those inside it doubled";
}

/// Reads lines that might be rows. DuckDB reads them in one go; where its answer does not account for every line one by
/// one (a stray quotation mark joined two of them), halves are read apart, down to the line at fault.
class LineReader {
 public:
  LineReader(const Database& database, std::string name, std::size_t columns)
      : database_(database), name_(std::move(name)), columns_(columns) {}

  void read(std::span<const Line> lines) {
    if (lines.empty()) return;
    if (read_together(lines)) return;
    if (lines.size() == 1) {
      refused.push_back({name_, lines.front().number, reason("", columns_)});
      return;
    }
    read(lines.first(lines.size() / 2));
    read(lines.subspan(lines.size() / 2));
  }

  std::vector<CsvRow> rows;
  std::vector<RefusedRow> refused;

 private:
  bool read_together(std::span<const Line> lines) {
    const MemoryFile file(lines);
    Table good, bad;
    try {
      good = database_.query("SELECT * FROM " + read_call(file, columns_));
      bad = database_.query(
          "SELECT line, min(CAST(error_type AS VARCHAR)) AS error_type, min(csv_line) AS csv_line FROM reject_errors "
          "GROUP BY line ORDER BY line");
    } catch (const InputError&) {
      forget_rejects();
      return false;
    }
    forget_rejects();
    if (good.rows.size() + bad.rows.size() != lines.size()) return false;

    std::vector<RefusedRow> refused_here;
    std::vector<bool> is_bad(lines.size());
    for (std::size_t i = 0; i < bad.rows.size(); ++i) {
      const double line = bad.number(i, "line");
      if (!(line >= 1 && line <= static_cast<double>(lines.size()))) return false;
      if (bad.text(i, "csv_line").find('\n') < bad.text(i, "csv_line").size() - 1) return false;
      const auto place = static_cast<std::size_t>(line) - 1;
      is_bad[place] = true;
      refused_here.push_back({name_, lines[place].number, reason(bad.text(i, "error_type"), columns_)});
    }
    std::vector<CsvRow> rows_here;
    std::size_t place = 0;
    for (auto& row : good.rows) {
      while (is_bad[place]) ++place;
      CsvRow& added = rows_here.emplace_back();
      added.line = lines[place++].number;
      for (auto& cell : row) {
        added.fields.push_back(to_string(cell));
        if (added.fields.back().find('\n') != std::string::npos) return false;
      }
    }
    std::ranges::move(rows_here, std::back_inserter(rows));
    std::ranges::move(refused_here, std::back_inserter(refused));
    return true;
  }

  void forget_rejects() const {
    database_.execute("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans;");
  }

  const Database& database_;
  std::string name_;
  std::size_t columns_;
};

std::vector<std::string> header_of(const Database& database, const Line& line, const std::string& name) {
  if (const auto why = not_a_row(line.text))
    throw InputError(fmt::format("{}, line {}", name, line.number), "the first line is no header: " + *why, "");
  const MemoryFile file({&line, 1});
  // The number of columns is not known yet: DuckDB finds it, its names are the row's values.
  const Table header = database.query(fmt::format(
      "SELECT * FROM read_csv({}, header = false, all_varchar = true, delim = ',', quote = '\"', escape = '\"', "
      "skip = 0, new_line = '\\n', max_line_size = {})",
      sql_literal(file.path()), 2 * longest_line));
  std::vector<std::string> columns;
  for (std::size_t i = 0; i < header.columns.size(); ++i)
    columns.push_back(header.rows.empty() ? "" : to_string(header.rows.front()[i]));
  return columns;
}

// Where each column asked for stands in the file.
std::vector<std::optional<std::size_t>> places(const std::vector<std::string>& found, const std::string& name,
                                               std::span<const std::string_view> required,
                                               std::span<const std::string_view> optional) {
  const auto place = [&found](std::string_view column) -> std::optional<std::size_t> {
    const auto at = std::ranges::find(found, column);
    if (at == found.end()) return std::nullopt;
    return static_cast<std::size_t>(at - found.begin());
  };
  std::vector<std::string_view> missing;
  std::vector<std::optional<std::size_t>> result;
  for (const auto column : required) {
    result.push_back(place(column));
    if (!result.back()) missing.push_back(column);
    if (std::ranges::count(found, column) > 1)
      throw InputError(name, fmt::format("two columns are named '{}'", column), "each column once");
  }
  for (const auto column : optional) result.push_back(place(column));
  if (missing.empty()) return result;
  const auto shown = std::min<std::size_t>(found.size(), 20);
  throw InputError(
      name,
      fmt::format("missing {} {}; found {}", missing.size() == 1 ? "column" : "columns", fmt::join(missing, ", "),
                  fmt::join(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), ", ")),
      fmt::format("a header line with {}", fmt::join(required, ",")),
      found.size() == 1 ? "Columns are separated by commas." : "");
}

}  // namespace

std::string read_text(const std::filesystem::path& file) {
  if (file == "-") return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) throw InputError(file.string(), "there is no such file", "a CSV table");
  if (std::filesystem::is_directory(status)) throw InputError(file.string(), "this is a folder", "a CSV table");
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw InputError(file.string(), std::strerror(errno), "a CSV table that you may read");
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) throw InputError(file.string(), "reading failed", "a CSV table");
  return text;
}

CsvRows read_csv(const Database& database, std::string_view text, const std::string& name,
                 std::span<const std::string_view> required, std::span<const std::string_view> optional) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::vector<Line> lines = lines_of(text);
  if (lines.empty()) throw InputError(name, "the file is empty", "a CSV table with a header line");
  const std::vector<std::string> found = header_of(database, lines.front(), name);
  const auto place = places(found, name, required, optional);

  CsvRows result;
  result.columns.assign(required.begin(), required.end());
  result.columns.insert(result.columns.end(), optional.begin(), optional.end());
  std::vector<Line> candidates;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (const auto why = not_a_row(lines[i].text))
      result.refused.push_back({name, lines[i].number, *why});
    else
      candidates.push_back(lines[i]);
  }
  LineReader reader(database, name, found.size());
  reader.read(candidates);
  std::ranges::move(reader.refused, std::back_inserter(result.refused));
  std::ranges::sort(result.refused, {}, &RefusedRow::line);
  for (auto& row : reader.rows) {
    CsvRow& added = result.rows.emplace_back();
    added.line = row.line;
    for (const auto& at : place) added.fields.push_back(at ? std::move(row.fields[*at]) : std::string());
  }
  return result;
}

}  // namespace tradewind
