/// Tables laid out on a terminal.
#pragma once
#include <string>
#include <vector>

#include "tradewind/ledger/table.hpp"
#include "tradewind/report/format.hpp"

namespace tradewind {

/// A cell for people: doubles without exponent and with thousands separators, so that billions can be read; whole
/// numbers (years, ranks) as they are. `decimals`: as Table::decimals.
std::string cell_for_people(const Cell& cell, int decimals = -1);

/// Widths for columns whose widest cells take `natural` columns, so that they and `gap` between them fit `total`: the
/// widest are narrowed first, none under `least`. Nothing when that is impossible. A total of 0 is unlimited.
std::vector<std::size_t> fit_columns(std::vector<std::size_t> natural, std::size_t gap, std::size_t total,
                                     const std::vector<std::size_t>& least);

/// A table with a rule under its head; long text is wrapped in its column. When even that does not fit, each row is
/// printed as a block of "column  value" lines.
std::string table_text(const Table& table, const Terminal& terminal);

}  // namespace tradewind
