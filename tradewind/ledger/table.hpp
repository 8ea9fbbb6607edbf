/// A table as a query answers it: named columns, rows of cells. What the ledger and the indicators return and what
/// report prints in any format.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tradewind {

using Cell = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
  /// Decimals of numbers where people read them; -1: the fewest that read back as the same number.
  int decimals = -1;

  /// The place of a column; an assert when there is none.
  std::size_t column(std::string_view name) const;
  /// A cell as text; empty for a missing one. Numbers with the fewest digits that read back as the same number.
  std::string text(std::size_t row, std::string_view column) const;
  /// A cell as a number; NaN for a missing one.
  double number(std::size_t row, std::string_view column) const;
};

std::string to_string(const Cell& cell);

}  // namespace tradewind
