/// Levels of fixed effects and clusters: every value of a column, or every combination of values of several, as a
/// 32-bit code.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "tradewind/estimation/array.hpp"
#include "tradewind/world/columns.hpp"

namespace tradewind::estimation {

struct LevelCodes {
  static constexpr std::uint32_t missing = Categories::missing;
  /// A row each, below `levels`, or `missing` where any of the columns is. The column's own, where it is the only one,
  /// has labels and no missing row.
  Array<std::uint32_t> codes;
  std::uint32_t levels = 0;
  std::size_t missing_rows = 0;
};

/// Codes of the combinations of some columns, sorted by the first, then by the second, ...: numbers ascending, labels
/// in their order in the column. Codes of combinations that no row has are left out. They do not depend on the number
/// of threads.
///
/// One pass over the rows where the values lie close together; through a hash table where they do not.
LevelCodes level_codes(std::span<const Column* const> parts);

}  // namespace tradewind::estimation
