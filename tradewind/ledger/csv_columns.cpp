// CSV, as DuckDB reads it. What a CSV leaves open is how it writes a missing value: nothing, NA (R), a dot (Stata); and
// whether "" is an empty text or a missing number. The strictest reading that understands every number is taken.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "tradewind/ledger/column_format.hpp"
#include "tradewind/ledger/database.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

bool is_gzip(std::string_view head) { return head.starts_with("\x1F\x8B"); }
bool is_zstd(std::string_view head) { return head.starts_with("\x28\xB5\x2F\xFD"); }

bool recognises(std::string_view head) { return is_gzip(head) || is_zstd(head) || !head.contains('\0'); }

/// DuckDB reads a file of gzip that was cut short as far as it goes, and looks at no checksum.
void refuse_damaged(const std::filesystem::path& file) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> stream(gzopen(file.c_str(), "rb"), &gzclose);
  if (!stream || gzdirect(stream.get()) != 0) return;  // no gzip
  std::vector<char> buffer(1 << 18);
  while (gzread(stream.get(), buffer.data(), static_cast<unsigned>(buffer.size())) > 0) continue;
  int status = Z_OK;
  gzerror(stream.get(), &status);
  if (status == Z_OK || status == Z_STREAM_END) return;
  throw InputError(file.string(), status == Z_BUF_ERROR ? "the file is cut short" : "its compressed data are damaged",
                   "a file that gzip -t finds whole", "It may have been copied in part; fetch it again.");
}

/// From strict to lenient: texts keep NA and "" as long as no number needs them to be missing.
constexpr std::array missing_values = {
    "nullstr=[''], allow_quoted_nulls=false",
    "nullstr=['', 'NA', '.', 'NaN', 'nan'], allow_quoted_nulls=false",
    "nullstr=['', 'NA', '.', 'NaN', 'nan'], allow_quoted_nulls=true",
};

/// One way of reading a file.
struct Reading {
  std::size_t missing = 0;                   // of missing_values
  std::map<std::string, std::string> types;  // that are told to DuckDB instead of guessed

  std::string from(const std::filesystem::path& file) const {
    std::string sql = fmt::format("read_csv({}, header=true, {}", sql_literal(file.string()), missing_values[missing]);
    std::vector<std::string> told;
    for (const auto& [name, type] : types) told.push_back(fmt::format("{}: '{}'", sql_literal(name), type));
    if (!told.empty()) sql += fmt::format(", types={{{}}}", fmt::join(told, ", "));
    return sql + ")";
  }
};

/// What DuckDB says about a line that it cannot read.
struct LineError {
  std::string line;    // its number
  std::string column;  // empty: the line as a whole
  std::string found;
};

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t at = text.find(before);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + before.size();
  const std::size_t end = text.find(after, begin);
  return std::string(text.substr(begin, end == std::string_view::npos ? end : end - begin));
}

std::optional<LineError> line_error(std::string_view message) {
  if (!message.contains("CSV Error on Line")) return std::nullopt;
  LineError error{
      between(message, "CSV Error on Line: ", "\n"), between(message, "Error when converting column \"", "\""), {}};
  if (error.column.empty())
    error.found = between(message, "Expected Number of Columns", "\n").empty()
                      ? plain_words(message.substr(
                            std::min(message.find('\n', message.find("Original Line")) + 1, message.size())))
                      : fmt::format("{} fields", between(message, "Found: ", "\n"));
  else
    error.found = between(message, "Could not convert string \"", "\" to");
  return error;
}

InputError refused(const std::string& file, const std::string& message) {
  if (message.contains("utf-8") || message.contains("unicode")) {
    const auto error = line_error(message);
    return {error ? fmt::format("{}, line {}", file, error->line) : file, "it is not in UTF-8", "a file in UTF-8",
            "iconv -f latin1 -t utf-8 FILE > NEW makes one."};
  }
  if (const auto error = line_error(message)) {
    const std::string where = fmt::format("{}, line {}", file, error->line);
    if (!error->column.empty())
      return {fmt::format("{}, column {}", where, error->column), "'" + error->found + "'",
              "a number, as in the lines before"};
    const std::string expected = between(message, "Expected Number of Columns: ", " ");
    if (!expected.empty()) return {where, error->found, fmt::format("{} as in the header", expected)};
    return {where, error->found, "a line of the table"};
  }
  if (message.contains("sniffing"))
    return {file, "this is no table of comma-separated values", "a header line and lines with as many fields",
            "A comma, semicolon, tab or | may separate them."};
  return {file, plain_words(message), "a CSV file that is whole"};
}

std::optional<double> number_in(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// One text makes texts of a whole column, and to DuckDB "inf" is one. What is left of it may be numbers all the same:
/// where a condition has taken the texts out.
void read_numbers(Column& column) {
  const auto* categories = std::get_if<Categories>(&column.values);
  if (categories == nullptr || categories->labels.empty()) return;
  std::vector<double> numbers;
  for (const std::string& label : categories->labels) {
    const auto number = number_in(label);
    if (!number) return;
    numbers.push_back(*number);
  }
  Numbers values;
  values.reserve(categories->codes.size());
  for (const std::uint32_t code : categories->codes)
    values.push_back(code == Categories::missing ? std::numeric_limits<double>::quiet_NaN() : numbers[code]);
  column.values = std::move(values);
}

class CsvReader {
 public:
  CsvReader(const std::filesystem::path& file, const ReadOptions& options) : file_(file), options_(options) {}

  std::vector<Column> read() {
    choose_missing_values();
    for (;;) {
      SqlSource source = described();
      source.from = reading_.from(file_);
      try {
        std::vector<Column> columns = read_source(query_, source, options_, true);
        for (Column& column : columns)
          if (!is_id(column.name)) read_numbers(column);
        return columns;
      } catch (const SqlError& error) {
        // A value beyond the lines from which the types were guessed: read again, more leniently.
        if (!relax(error.what())) throw refused(file_.string(), error.what());
      }
    }
  }

  const SqlSource& described() {
    std::optional<SqlSource>& source = sources_[reading_.missing];
    if (source) return *source;
    source = SqlSource{"", file_.string(), {}};
    try {
      source->columns = query_.describe("SELECT * FROM " + reading_.from(file_));
    } catch (const SqlError& error) {
      throw refused(file_.string(), error.what());
    }
    // Where no way of cutting fits all lines, each of them is one field.
    if (source->columns.size() == 1 && source->columns.front().name.find_first_of(",;|\t") != std::string::npos)
      throw InputError(file_.string(), "its lines have not as many fields as the header",
                       "a header line and lines with as many fields",
                       "The file may be cut short, or a quotation mark be missing.");
    return *source;
  }

 private:
  void choose_missing_values() {
    const auto texts_with = [this](std::size_t missing) {
      reading_.missing = missing;
      return std::ranges::count(chosen_columns(described(), options_), SqlColumn::Type::text, &SqlColumn::type);
    };
    auto texts = texts_with(0);
    if (texts != 0) {
      const auto least = texts_with(missing_values.size() - 1);
      for (reading_.missing = 0; texts > least;) texts = texts_with(reading_.missing + 1);
    }
    // Whole numbers may have decimals further down; what stays whole is narrowed. A condition sees them as they are.
    for (const SqlColumn& column : chosen_columns(described(), options_))
      if (column.type == SqlColumn::Type::whole && !is_id(column.name) && !may_name(options_.where, column.name))
        reading_.types[column.name] = "DOUBLE";
  }

  bool is_id(const std::string& name) const { return std::ranges::find(options_.ids, name) != options_.ids.end(); }

  bool is_number(const std::string& name) {
    const auto found = std::ranges::find(described().columns, name, &SqlColumn::name);
    return found != described().columns.end() &&
           (found->type == SqlColumn::Type::whole || found->type == SqlColumn::Type::number);
  }

  bool relax(const std::string& message) {
    const auto error = line_error(message);
    if (!error || error->column.empty()) return false;
    constexpr std::array may_be_missing = {"", "NA", ".", "NaN", "nan"};
    if (std::ranges::find(may_be_missing, error->found) != may_be_missing.end())
      return ++reading_.missing < missing_values.size();
    std::string& told = reading_.types[error->column];
    if (told.empty() && is_number(error->column) && number_in(error->found))
      told = "DOUBLE";
    else if (told != "VARCHAR" && (is_id(error->column) || !is_number(error->column)))
      told = "VARCHAR";  // what only began like numbers or dates: product codes 0101 and 9999AA
    else
      return false;
    sources_ = {};
    return true;
  }

  std::filesystem::path file_;
  const ReadOptions& options_;
  ColumnQuery query_;
  Reading reading_;
  std::array<std::optional<SqlSource>, missing_values.size()> sources_;  // by way of writing a missing value
};

std::vector<Column> read(const std::filesystem::path& file, const ReadOptions& options) {
  refuse_damaged(file);
  return CsvReader(file, options).read();
}

std::vector<std::string> names(const std::filesystem::path& file, const std::string&) {
  const ReadOptions all;
  return names_of(CsvReader(file, all).described());
}

}  // namespace

const ColumnFormat csv_format = {"CSV", recognises, names, read};

}  // namespace tradewind
