// The tables of a world of many sectors, from a folder to arrays.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <system_error>
#include <unordered_map>

#include "tradewind/scenario/table_cells.hpp"
#include "tradewind/scenario/world_data.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::scenario {
namespace {

namespace fs = std::filesystem;

// Tables of national accounts are rounded sector by sector, but not more than this.
constexpr double adds_up = 1e-3;

std::optional<fs::path> find_table(const fs::path& folder, const std::string& name) {
  std::error_code error;
  for (const char* ending : {".csv", ".csv.gz", ".parquet"})
    if (const fs::path file = folder / (name + ending); fs::is_regular_file(file, error)) return file;
  return std::nullopt;
}

fs::path require_table(const fs::path& folder, const std::string& name) {
  if (const auto file = find_table(folder, name)) return *file;
  throw InputError(folder.string(), fmt::format("there is no {}.csv, {}.csv.gz or {}.parquet in it", name, name, name),
                   "the tables trade, intermediate, final, value_added and theta",
                   "A world of one sector is one file: exporter, importer, value.");
}

class Sectors {
 public:
  explicit Sectors(std::vector<std::string> names) : names_(std::move(names)) {
    for (std::size_t j = 0; j < names_.size(); ++j) place_[names_[j]] = j;
  }
  std::size_t size() const { return names_.size(); }
  std::vector<std::size_t> places(const TableCells& cells, std::string_view column) const {
    const Categories labels = cells.labels(column);
    std::vector<std::size_t> result(cells.rows());
    for (std::size_t row = 0; row < cells.rows(); ++row) {
      const std::string& label = labels.labels[labels.codes[row]];
      const auto found = place_.find(label);
      if (found == place_.end())
        throw InputError(cells.where(row), fmt::format("the sector '{}' is not in the trade table", label),
                         "the sectors of the trade table", nearest_hint(label, names_));
      result[row] = found->second;
    }
    return result;
  }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::size_t> place_;
};

// Puts rows into an array, each place once and every place filled.
std::vector<double> fill(const TableCells& cells, const std::vector<double>& values,
                         const std::vector<std::size_t>& places, std::size_t size) {
  constexpr std::size_t empty = static_cast<std::size_t>(-1);
  std::vector<double> result(size, 0);
  std::vector<std::size_t> row_at(size, empty);
  for (std::size_t row = 0; row < values.size(); ++row) {
    std::size_t& there = row_at[places[row]];
    if (there != empty)
      throw InputError(cells.where(row), fmt::format("says again what {} says", cells.where(there)),
                       "one row for each combination");
    there = row;
    result[places[row]] = values[row];
  }
  const auto missing = static_cast<std::size_t>(std::ranges::count(row_at, empty));
  if (missing > 0)
    throw InputError(cells.columns().source(), fmt::format("{} of {} combinations have no row", missing, size),
                     "a row for each of them, with 0 where there is nothing");
  return result;
}

// Values by sector and region.
std::vector<double> by_region(const fs::path& folder, const std::string& name, const Sectors& sectors,
                              const EconomyLabels& labels, std::size_t economies) {
  const TableCells cells(require_table(folder, name));
  const std::vector<std::size_t> sector = sectors.places(cells, "sector"),
                                 region = places_of(cells.labels("region"), labels, cells, all_rows(cells));
  std::vector<std::size_t> place(cells.rows());
  for (std::size_t row = 0; row < place.size(); ++row) place[row] = region[row] * sectors.size() + sector[row];
  return fill(cells, cells.amounts("value"), place, economies * sectors.size());
}

std::vector<double> intermediates(const fs::path& folder, const Sectors& sectors, const EconomyLabels& labels,
                                  std::size_t economies) {
  const TableCells cells(require_table(folder, "intermediate"));
  const std::vector<std::size_t> input = sectors.places(cells, "input"), user = sectors.places(cells, "sector"),
                                 region = places_of(cells.labels("region"), labels, cells, all_rows(cells));
  std::vector<std::size_t> place(cells.rows());
  for (std::size_t row = 0; row < place.size(); ++row)
    place[row] = (region[row] * sectors.size() + user[row]) * sectors.size() + input[row];
  // Balanced tables have negative inputs here and there (Caliendo and Parro's have one); what becomes of them is the
  // model's to say.
  return fill(cells, cells.numbers("value"), place, economies * sectors.size() * sectors.size());
}

void check_output(const SectorTables& tables) {
  const auto& world = tables.world;
  const std::size_t n = world.economies, sectors = world.sectors;
  for (std::size_t j = 0; j < sectors; ++j)
    for (std::size_t i = 0; i < n; ++i) {
      double sales = 0, cost = world.value_added[i * sectors + j];
      for (std::size_t importer = 0; importer < n; ++importer) sales += world.trade[(j * n + importer) * n + i];
      for (std::size_t k = 0; k < sectors; ++k) cost += world.intermediate[(i * sectors + j) * sectors + k];
      if (!(std::abs(sales - cost) <= adds_up * std::max(sales, cost)))
        throw InputError(tables.folder.string(),
                         fmt::format("{} of {} sells {:.10g}, and its inputs and value added add up to {:.10g}",
                                     tables.sectors[j], tables.economies.names[i], sales, cost),
                         "flows that add up to output (to 0.1 percent), domestic sales included");
    }
}

}  // namespace

std::vector<fs::path> sector_table_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const char* name : {"trade", "intermediate", "final", "value_added", "theta", "deficit"})
    if (const auto file = find_table(folder, name)) files.push_back(*file);
  return files;
}

SectorTables read_sector_tables(const fs::path& folder, const World& world) {
  SectorTables tables;
  tables.folder = folder;
  TableCells trade(require_table(folder, "trade"));
  const Categories exporters = trade.labels("exporter"), importers = trade.labels("importer"),
                   sector_labels = trade.labels("sector");
  const std::vector<std::size_t> rows = all_rows(trade);
  const EconomyLabels labels(world, trade, {&exporters, &importers}, rows);
  tables.economies = labels.economies();
  tables.sectors = sector_labels.labels;
  const Sectors sectors(tables.sectors);
  const std::size_t n = tables.economies.size(), size = sectors.size() * n * n;

  const std::vector<std::size_t> from = places_of(exporters, labels, trade, rows),
                                 to = places_of(importers, labels, trade, rows);
  std::vector<std::size_t> place(rows.size());
  for (const std::size_t row : rows) place[row] = (sector_labels.codes[row] * n + to[row]) * n + from[row];

  equilibrium::MultiSectorWorld& arrays = tables.world;
  arrays.economies = n;
  arrays.sectors = sectors.size();
  arrays.economy_names = tables.economies.names;
  arrays.sector_names = tables.sectors;
  arrays.trade = fill(trade, trade.amounts("value"), place, size);
  for (const Column& column : trade.columns().all()) {
    if (column.name == "value" || std::holds_alternative<Categories>(column.values)) continue;
    tables.columns[column.name] = fill(trade, trade.numbers(column.name), place, size);
  }
  trade.columns().require("tariff", (folder / "trade").string());
  arrays.tariff = tables.columns.at("tariff");
  arrays.intermediate = intermediates(folder, sectors, labels, n);
  arrays.value_added = by_region(folder, "value_added", sectors, labels, n);
  arrays.final_use = by_region(folder, "final", sectors, labels, n);
  {
    const TableCells theta(require_table(folder, "theta"));
    arrays.elasticity = fill(theta, theta.amounts("value"), sectors.places(theta, "sector"), sectors.size());
  }
  if (const auto file = find_table(folder, "deficit")) {
    const TableCells deficit(*file);
    const auto region = places_of(deficit.labels("region"), labels, deficit, all_rows(deficit));
    arrays.deficit = fill(deficit, deficit.numbers(deficit.has("D") ? "D" : "value"), region, n);
  }
  check_output(tables);
  const std::string name = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
  tables.credit = read_credit(folder / "world.toml", name);
  return tables;
}

}  // namespace tradewind::scenario
