#include "tradewind/world/columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind {

std::size_t Column::rows() const {
  if (const auto* categories = std::get_if<Categories>(&values)) return categories->codes.size();
  if (const auto* integers = std::get_if<Integers>(&values)) return integers->size();
  return std::get<Numbers>(values).size();
}

double Column::number(std::size_t row) const {
  if (const auto* numbers = std::get_if<Numbers>(&values)) return (*numbers)[row];
  if (const auto* integers = std::get_if<Integers>(&values); integers && (*integers)[row] != missing_integer)
    return (*integers)[row];
  return std::numeric_limits<double>::quiet_NaN();
}

bool Column::is_missing(std::size_t row) const {
  if (const auto* categories = std::get_if<Categories>(&values)) return categories->codes[row] == Categories::missing;
  return std::isnan(number(row));
}

std::string Column::text(std::size_t row) const {
  if (is_missing(row)) return {};
  if (const auto* categories = std::get_if<Categories>(&values)) return categories->labels[categories->codes[row]];
  if (const auto* integers = std::get_if<Integers>(&values)) return fmt::format("{}", (*integers)[row]);
  return fmt::format("{}", number(row));
}

const void* Column::data() const {
  if (const auto* categories = std::get_if<Categories>(&values)) return categories->codes.data();
  if (const auto* integers = std::get_if<Integers>(&values)) return integers->data();
  return std::get<Numbers>(values).data();
}

Column take_rows(const Column& column, std::span<const std::uint32_t> rows) {
  const auto taken = [&](const auto& values) {
    std::remove_cvref_t<decltype(values)> some;
    some.reserve(rows.size());
    for (const std::uint32_t row : rows) some.push_back(values[row]);
    return some;
  };
  if (const auto* integers = std::get_if<Integers>(&column.values)) return {column.name, taken(*integers)};
  if (const auto* numbers = std::get_if<Numbers>(&column.values)) return {column.name, taken(*numbers)};
  const auto& categories = std::get<Categories>(column.values);
  return {column.name, Categories{taken(categories.codes), categories.labels}};
}

Columns take_rows(const Columns& columns, std::span<const std::uint32_t> rows) {
  std::vector<Column> taken;
  for (const Column& column : columns.all()) taken.push_back(take_rows(column, rows));
  return {columns.source(), std::move(taken)};
}

Columns::Columns(std::string source, std::vector<Column> columns)
    : source_(std::move(source)), columns_(std::move(columns)) {
  if (!columns_.empty()) rows_ = columns_.front().rows();
  for ([[maybe_unused]] const Column& column : columns_) assert(column.rows() == rows_);
}

const Column* Columns::find(std::string_view name) const {
  for (const Column& column : columns_)
    if (column.name == name) return &column;
  return nullptr;
}

void Columns::release(const std::function<bool(const Column&)>& unused) {
  for (Column& column : columns_)
    if (unused(column)) column.values = Numbers();
}

const Column& Columns::require(std::string_view name, std::string_view where) const {
  if (const Column* column = find(name)) return *column;
  std::vector<std::string> names;
  for (const Column& column : columns_) names.push_back(column.name);
  std::string hint = nearest_hint(name, names);
  if (hint.empty())
    hint = fmt::format("{} has: {}", source_,
                       fmt::join(names.begin(), names.begin() + std::min<std::ptrdiff_t>(20, std::ssize(names)), ", "));
  throw InputError(std::string(where), fmt::format("there is no column '{}' in {}", name, source_), "a column's name",
                   hint);
}

}  // namespace tradewind
