// One table of trade, from a file to a matrix.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "tradewind/scenario/table_cells.hpp"
#include "tradewind/scenario/world_data.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::scenario {
namespace {

using Index = Eigen::Index;

// Totals may be rounded by whoever published them, but not more than this.
constexpr double adds_up = 1e-6;

std::vector<std::size_t> rows_of_year(const TableCells& cells, const std::filesystem::path& file,
                                      std::optional<int>& year) {
  std::vector<std::size_t> rows;
  if (!cells.has("year")) return all_rows(cells);
  const std::vector<double> years = cells.numbers("year");
  const std::set<double> found(years.begin(), years.end());
  if (!year && found.size() > 1)
    throw InputError(file.string(), fmt::format("years {} to {}", *found.begin(), *found.rbegin()), "one year",
                     "Choose it in the scenario: [world] year = ...");
  if (!year && !found.empty()) year = static_cast<int>(*found.begin());
  for (std::size_t row = 0; row < cells.rows(); ++row)
    if (years[row] == *year) rows.push_back(row);
  if (rows.empty())
    throw InputError(file.string(), fmt::format("no row of the year {}", *year),
                     fmt::format("one of: {}", fmt::join(found, ", ")));
  return rows;
}

// Output or expenditure, which the table repeats in each row of an economy.
Eigen::VectorXd totals(const TableCells& cells, std::string_view column, std::span<const std::size_t> rows,
                       std::span<const std::size_t> economy_of_row, const Economies& economies) {
  if (!cells.has(column)) return {};
  const std::vector<double> values = cells.amounts(column);
  Eigen::VectorXd totals = Eigen::VectorXd::Constant(static_cast<Index>(economies.size()), -1);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    double& total = totals(static_cast<Index>(economy_of_row[k]));
    const double value = values[rows[k]];
    if (total >= 0 && std::abs(total - value) > adds_up * total)
      throw InputError(cells.where(rows[k]),
                       fmt::format("{} of {} is {:.15g} here and {:.15g} before", column,
                                   economies.names[economy_of_row[k]], value, total),
                       "the same in every row of an economy");
    total = value;
  }
  return totals;
}

void check_totals(const Eigen::VectorXd& said, const Eigen::VectorXd& sums, const char* column, const char* side,
                  const Economies& economies, const std::filesystem::path& file) {
  for (Index i = 0; i < said.size(); ++i)
    if (!(std::abs(said(i) - sums(i)) <= adds_up * std::abs(sums(i))))
      throw InputError(file.string(),
                       fmt::format("{} of {} is {:.15g}, and its {} add up to {:.15g}", column,
                                   economies.names[static_cast<std::size_t>(i)], said(i), side, sums(i)),
                       "flows that add up, domestic sales included",
                       fmt::format("Without the column {} the sums are taken.", column));
}

}  // namespace

TradeTable read_trade_table(const std::filesystem::path& file, const World& world, const TableChoice& choice) {
  TableCells cells(file);
  const Categories exporters = cells.labels("exporter"), importers = cells.labels("importer");
  const std::vector<double> values = cells.amounts(cells.has("value") || !cells.has("trade") ? "value" : "trade");

  TradeTable table;
  table.file = file;
  table.credit = read_credit(std::filesystem::path(file).replace_extension(".toml"), file.filename().string());
  std::optional<int> year = choice.year;
  const std::vector<std::size_t> rows = rows_of_year(cells, file, year);
  if (year) table.credit.year = year;

  const EconomyLabels labels(world, cells, {&exporters, &importers}, rows);
  table.economies = labels.economies();
  const std::size_t n = table.economies.size();
  if (n < 2) throw InputError(file.string(), fmt::format("{} economy", n), "two or more economies");
  const auto& names = table.economies.names;

  table.flows = Eigen::MatrixXd::Zero(static_cast<Index>(n), static_cast<Index>(n));
  table.row.assign(n * n, -1);
  const std::vector<std::size_t> from = places_of(exporters, labels, cells, rows),
                                 to = places_of(importers, labels, cells, rows);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const std::size_t row = rows[k];
    std::ptrdiff_t& there = table.row[from[k] * n + to[k]];
    if (there >= 0)
      throw InputError(cells.where(row),
                       fmt::format("{} to {} stands here and in {}", names[from[k]], names[to[k]],
                                   cells.where(static_cast<std::size_t>(there))),
                       "one row for a pair", cells.has("year") ? "" : "Several years need a column 'year'.");
    there = static_cast<std::ptrdiff_t>(row);
    table.flows(static_cast<Index>(from[k]), static_cast<Index>(to[k])) = values[row];
  }
  if (!choice.missing_is_zero)
    if (const auto missing = std::ranges::find(table.row, -1); missing != table.row.end()) {
      const auto pair = static_cast<std::size_t>(missing - table.row.begin());
      const auto further = std::ranges::count(table.row, -1) - 1;
      throw InputError(file.string(),
                       fmt::format("no row for {} to {}{}", names[pair / n], names[pair % n],
                                   further == 0 ? "" : fmt::format(", nor for {} other pairs", further)),
                       fmt::format("a row for each of {} x {} pairs, domestic sales included", n, n),
                       "Where a pair without a row does not trade, say so: [world] missing_pairs = \"zero\"");
    }
  const Eigen::VectorXd sales = table.flows.rowwise().sum(), purchases = table.flows.colwise().sum().transpose();
  for (std::size_t i = 0; i < n; ++i)
    for (const auto& [sum, what] :
         {std::pair(sales(static_cast<Index>(i)), "sells"), std::pair(purchases(static_cast<Index>(i)), "buys")})
      if (!(sum > 0))
        throw InputError(file.string(), fmt::format("{} {} nothing: its flows add up to 0", names[i], what),
                         "an economy that sells and buys, at home if nowhere else", "Leave it out of the table.");
  table.output = totals(cells, "output", rows, from, table.economies);
  table.expenditure = totals(cells, "expenditure", rows, to, table.economies);
  check_totals(table.output, sales, "output", "sales", table.economies, file);
  check_totals(table.expenditure, purchases, "expenditure", "purchases", table.economies, file);
  table.columns = cells.take();
  return table;
}

}  // namespace tradewind::scenario
