#include "tradewind/ledger/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>

namespace tradewind {

std::size_t Table::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  assert(found != columns.end());
  return static_cast<std::size_t>(found - columns.begin());
}

std::string Table::text(std::size_t row, std::string_view name) const { return to_string(rows[row][column(name)]); }

double Table::number(std::size_t row, std::string_view name) const {
  const Cell& cell = rows[row][column(name)];
  if (const auto* value = std::get_if<double>(&cell)) return *value;
  if (const auto* value = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*value);
  return std::numeric_limits<double>::quiet_NaN();
}

std::string to_string(const Cell& cell) {
  if (const auto* value = std::get_if<std::string>(&cell)) return *value;
  if (const auto* value = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *value);
  if (const auto* value = std::get_if<double>(&cell)) return fmt::format("{}", *value);
  if (const auto* value = std::get_if<bool>(&cell)) return *value ? "true" : "false";
  return {};
}

}  // namespace tradewind
