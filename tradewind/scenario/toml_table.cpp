#include "tradewind/scenario/toml_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "tradewind/world/nearest.hpp"

namespace tradewind::scenario {
namespace {

Place place_of(const toml::source_region& source, const std::string& file) {
  return {file, source.begin.line, source.begin.column};
}

std::string kind_of(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return fmt::format("the text '{}'", **node.as_string());
    case toml::node_type::integer:
      return fmt::format("the number {}", **node.as_integer());
    case toml::node_type::floating_point:
      return fmt::format("the number {}", **node.as_floating_point());
    case toml::node_type::boolean:
      return **node.as_boolean() ? "true" : "false";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time of day";
    case toml::node_type::date_time:
      return "a date with a time of day";
    default:
      return "nothing";
  }
}

}  // namespace

std::string to_string(const Place& place) {
  return place.line == 0 ? place.file : fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

void refuse(const Place& place, std::string found, std::string expected, std::string hint) {
  throw InputError(to_string(place), std::move(found), std::move(expected), std::move(hint));
}

toml::table parse_toml(const std::string& text, const std::string& file) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    throw InputError(to_string(place_of(error.source(), file)), std::string(error.description()), "a TOML file",
                     "docs/scenario-file.md shows how one is written.");
  }
}

TomlTable::TomlTable(const toml::table& table, std::string file, std::string name)
    : table_(&table), file_(std::move(file)), name_(std::move(name)) {}

TomlTable::TomlTable(const toml::table& table, std::string file, std::string name, std::vector<std::string> keys)
    : TomlTable(table, std::move(file), std::move(name)) {
  for (const auto& [key, value] : *table_)
    if (std::ranges::find(keys, key.str()) == keys.end())
      throw InputError(to_string(place_of(key.source(), file_)),
                       fmt::format("unknown key '{}' in {}", key.str(), name_),
                       fmt::format("one of: {}", fmt::join(keys, ", ")), nearest_hint(key.str(), keys));
}

std::vector<std::string> TomlTable::keys() const {
  // In the order of the file: toml++ keeps them sorted by name.
  std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, std::string>> found;
  for (const auto& [key, value] : *table_)
    found.push_back({{key.source().begin.line, key.source().begin.column}, std::string(key.str())});
  std::ranges::sort(found);
  std::vector<std::string> result;
  for (auto& [where, key] : found) result.push_back(std::move(key));
  return result;
}

Place TomlTable::place(std::string_view key) const {
  if (key.empty()) return place_of(table_->source(), file_);
  const toml::node* node = find(key);
  return place_of(node == nullptr ? table_->source() : node->source(), file_);
}

void TomlTable::refuse(std::string_view key, std::string found, std::string expected, std::string hint) const {
  throw InputError(to_string(place(key)), std::move(found), std::move(expected), std::move(hint));
}

void TomlTable::require(std::string_view key, std::string expected, std::string hint) const {
  if (!has(key)) refuse({}, fmt::format("{} has no '{}'", name_, key), std::move(expected), std::move(hint));
}

template <class T>
const T* TomlTable::typed(std::string_view key, const char* expected) const {
  const toml::node* node = find(key);
  if (node == nullptr) return nullptr;
  if (const T* value = node->as<T>()) return value;
  refuse(key, fmt::format("'{}' is {}", key, kind_of(*node)), expected);
}

std::optional<std::string> TomlTable::text(std::string_view key) const {
  const auto found = word(key);
  return found ? std::optional(found->text) : std::nullopt;
}

std::optional<Word> TomlTable::word(std::string_view key) const {
  const auto* value = typed<toml::value<std::string>>(key, "a text in quotation marks");
  if (value == nullptr) return std::nullopt;
  if ((*value)->find_first_not_of(" \t\n") == std::string::npos)
    refuse(key, fmt::format("'{}' is an empty text", key), "a text");
  return Word{**value, place(key)};
}

std::optional<double> TomlTable::number(std::string_view key) const {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->is_number() ? node->value<double>() : std::nullopt;
  if (!value || !std::isfinite(*value)) refuse(key, fmt::format("'{}' is {}", key, kind_of(*node)), "a number");
  return value;
}

std::optional<std::int64_t> TomlTable::whole_number(std::string_view key) const {
  const auto* value = typed<toml::value<std::int64_t>>(key, "a whole number");
  return value == nullptr ? std::nullopt : std::optional(**value);
}

std::optional<bool> TomlTable::yes_or_no(std::string_view key) const {
  const auto* value = typed<toml::value<bool>>(key, "true or false");
  return value == nullptr ? std::nullopt : std::optional(**value);
}

std::optional<Date> TomlTable::day(std::string_view key) const {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  // A day in quotation marks is as clear as one without.
  if (const auto* quoted = node->as_string())
    if (const auto day = parse_date(**quoted)) return day;
  const auto* value = typed<toml::value<toml::date>>(key, "a day as 2025-10-28");
  const Date day(std::chrono::year((*value)->year), std::chrono::month((*value)->month),
                 std::chrono::day((*value)->day));
  if (!day.ok()) refuse(key, fmt::format("'{}' is no day of the calendar", key), "a day as 2025-10-28");
  return day;
}

std::optional<Amount> TomlTable::amount(std::string_view key) const {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_string()) return Amount{0, *text(key), place(key)};
  if (!node->is_number())
    refuse(key, fmt::format("'{}' is {}", key, kind_of(*node)), "a number, or the name of one of [sizes]");
  return Amount{*number(key), {}, place(key)};
}

std::optional<std::vector<Word>> TomlTable::words(std::string_view key) const {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_string()) return std::vector{*word(key)};
  const auto* array = typed<toml::array>(key, "a text in quotation marks, or a list of them");
  std::vector<Word> result;
  for (const auto& item : *array) {
    const Place where = place_of(item.source(), file_);
    if (!item.is_string() || item.as_string()->get().find_first_not_of(' ') == std::string::npos)
      throw InputError(to_string(where), fmt::format("'{}' holds {}", key, kind_of(item)), "a list of texts");
    result.push_back({item.as_string()->get(), where});
  }
  if (result.empty()) refuse(key, fmt::format("'{}' is an empty list", key), "at least one name");
  return result;
}

bool TomlTable::is_table(std::string_view key) const {
  const toml::node* node = find(key);
  return node != nullptr && node->is_table();
}

std::optional<TomlTable> TomlTable::table(std::string_view key, std::string name) const {
  const auto* value = typed<toml::table>(key, "a table");
  return value == nullptr ? std::nullopt : std::optional(TomlTable(*value, file_, std::move(name)));
}

std::optional<TomlTable> TomlTable::table(std::string_view key, std::string name, std::vector<std::string> keys) const {
  const auto* value = typed<toml::table>(key, "a table");
  if (value == nullptr) return std::nullopt;
  return TomlTable(*value, file_, std::move(name), std::move(keys));
}

std::vector<TomlTable> TomlTable::tables(std::string_view key, const std::string& name,
                                         const std::vector<std::string>& keys) const {
  const auto* array = typed<toml::array>(key, fmt::format("a list of tables, each under [[{}]]", key).c_str());
  std::vector<TomlTable> result;
  if (array == nullptr) return result;
  for (const auto& item : *array) {
    if (!item.is_table())
      throw InputError(to_string(place_of(item.source(), file_)), fmt::format("'{}' holds {}", key, kind_of(item)),
                       "a table");
    result.emplace_back(*item.as_table(), file_, name, keys);
  }
  return result;
}

}  // namespace tradewind::scenario
