#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "tradewind/ledger/column_format.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/lower_case.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind {
namespace {

bool is_id(const ReadOptions& options, const std::string& name) {
  return std::ranges::find(options.ids, name) != options.ids.end();
}

/// The text between two quotation marks behind `words`; empty when there is none.
std::string quoted_behind(std::string_view message, std::string_view words) {
  const std::size_t at = message.find(words);
  if (at == std::string_view::npos) return {};
  const std::size_t open = message.find('"', at + words.size());
  if (open == std::string_view::npos) return {};
  const std::size_t close = message.find('"', open + 1);
  if (close == std::string_view::npos) return {};
  return std::string(message.substr(open + 1, close - open - 1));
}

}  // namespace

std::string plain_words(std::string_view message) {
  message = message.substr(0, message.find('\n'));
  if (const std::size_t error = message.find("Error: "); error < 30) message.remove_prefix(error + 7);
  return std::string(message);
}

std::vector<std::string> names_of(const SqlSource& source) {
  std::vector<std::string> names;
  names.reserve(source.columns.size());
  for (const SqlColumn& column : source.columns) names.push_back(column.name);
  return names;
}

std::vector<SqlColumn> chosen_columns(const SqlSource& source, const ReadOptions& options) {
  std::vector<SqlColumn> chosen;
  if (options.columns.empty()) {
    std::ranges::copy_if(source.columns, std::back_inserter(chosen),
                         [](const SqlColumn& column) { return column.type != SqlColumn::Type::nested; });
    return chosen;
  }
  for (const std::string& name : options.columns) {
    const auto found = std::ranges::find(source.columns, name, &SqlColumn::name);
    if (found == source.columns.end()) throw unknown_column(source.name, name, names_of(source));
    if (found->type == SqlColumn::Type::nested)
      throw InputError(source.name, fmt::format("column '{}' holds lists, structures or bytes", name),
                       "numbers, texts or dates");
    chosen.push_back(*found);
  }
  return chosen;
}

std::vector<Column> read_source(const ColumnQuery& query, const SqlSource& source, const ReadOptions& options,
                                bool narrow) {
  std::vector<std::string> selected;
  std::vector<ColumnUse> uses;
  for (const SqlColumn& column : chosen_columns(source, options)) {
    const bool id = is_id(options, column.name);
    selected.push_back(sql_readable(column, id));
    uses.push_back({id, id || narrow});
  }
  std::string sql = fmt::format("SELECT {} FROM {}", fmt::join(selected, ", "), source.from);
  if (!options.where.empty()) {
    sql += fmt::format(" WHERE (\n{}\n)", options.where);
    try {
      query.describe(sql);
    } catch (const SqlError& error) {
      throw refused_condition(options.where, error.what(), names_of(source));
    }
  }
  return query.read(sql, uses);
}

InputError unknown_column(const std::string& source, const std::string& name, const std::vector<std::string>& names) {
  std::string hint = nearest_hint(name, names);
  constexpr std::ptrdiff_t most = 20;
  if (hint.empty())
    hint =
        fmt::format("It has: {}{}", fmt::join(names.begin(), names.begin() + std::min(std::ssize(names), most), ", "),
                    std::ssize(names) > most ? ", ..." : "");
  return {source, fmt::format("there is no column '{}'", name), "a column's name", hint};
}

bool may_name(const std::string& condition, const std::string& column) {
  return lower_case(condition).contains(lower_case(column));
}

InputError refused_condition(const std::string& where, const std::string& message,
                             const std::vector<std::string>& names) {
  const std::string place = fmt::format("--where \"{}\"", where);
  if (const std::string name = quoted_behind(message, "Referenced column "); !name.empty()) {
    std::string hint = nearest_hint(name, names);
    if (where.contains('"' + name + '"'))  // which in SQL is a column
      hint += std::string(hint.empty() ? "" : ". ") + "A text stands in single quotes: '" + name + "'.";
    return {place, fmt::format("there is no column '{}'", name), "a column's name", hint};
  }
  return {place, plain_words(message), "a condition in SQL, such as exporter <> importer AND year >= 2000"};
}

}  // namespace tradewind
