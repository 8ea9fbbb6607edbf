/// The data that a counterfactual starts from: one table of trade between economies, or a folder of tables by sector.
/// docs/data.md describes what ships, docs/simulate.md the form of one's own.
#pragma once
#include <Eigen/Core>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/equilibrium/multi_sector.hpp"
#include "tradewind/world/columns.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind::scenario {

/// The economies of the data, in the order of their codes: the order of every result.
struct Economies {
  std::vector<EconomyCode> codes;  ///< ISO 3166 where the register knows it; ROW is the rest of the world
  std::vector<std::string> names;  ///< English

  std::size_t size() const { return codes.size(); }
  std::optional<std::size_t> find(const EconomyCode& code) const;
};

/// What stands on every result. From the page of the same name beside the table (goods-2022.toml), where there is one.
struct DataCredit {
  std::string title, unit, credit, caution;
  std::optional<int> year;
};

/// One sector: who sells how much to whom.
struct TradeTable {
  std::filesystem::path file;
  Economies economies;
  Eigen::MatrixXd flows;                ///< exporter by row, importer by column, domestic sales on the diagonal
  Eigen::VectorXd output, expenditure;  ///< as the table says them; empty where it does not
  DataCredit credit;
  /// The whole table and the row of each pair, [exporter][importer]; -1: no row. For trade costs of an estimate.
  Columns columns;
  std::vector<std::ptrdiff_t> row;
};

struct TableChoice {
  std::optional<int> year;       ///< the rows of this year, where the table has several
  bool missing_is_zero = false;  ///< a pair without a row does not trade
};

/// Columns: exporter, importer, value (or trade); where they are there, year, and output of the exporter and
/// expenditure of the importer, which flows must add up to (to 1e-6). Any other column may stand beside them.
/// InputError with the line: an unknown economy (nearest names), a negative, missing or infinite flow, a pair that
/// stands twice or not at all, an economy that sells or buys nothing, flows that do not add up, several years and none
/// chosen.
TradeTable read_trade_table(const std::filesystem::path& file, const World& world, const TableChoice& choice = {});

/// Many sectors with input-output links.
struct SectorTables {
  std::filesystem::path folder;
  Economies economies;
  std::vector<std::string> sectors;     ///< in the order of the trade table
  equilibrium::MultiSectorWorld world;  ///< with the tariffs of the column `tariff`
  DataCredit credit;
  /// Further columns of the trade table by name, [sector][importer][exporter]: tariff_cfl, d_bln, d_cfl ...
  std::map<std::string, std::vector<double>> columns;
};

/// Tables trade (sector, exporter, importer, value net of tariffs, tariff as a fraction), intermediate (input, sector,
/// region, value), final (sector, region, value), value_added (sector, region, value), theta (sector, value) and, where
/// it is there, deficit (region, D); each NAME.csv, NAME.csv.gz or NAME.parquet.
/// InputError as above, and where tables name different economies or sectors.
SectorTables read_sector_tables(const std::filesystem::path& folder, const World& world);

/// The files of those tables that a folder has; none where it is no folder.
std::vector<std::filesystem::path> sector_table_files(const std::filesystem::path& folder);

/// Where the data of a scenario are: `named` as a file or folder seen from `folder`, else a shipped table of that name
/// ("goods-2022"). `where` is what names them. InputError when there is neither, with the shipped ones.
std::filesystem::path find_data(const std::string& named, const std::filesystem::path& folder,
                                const std::string& where);
/// The folder of the tables beside the program ($TRADEWIND_SHIPPED_WORLDS for whoever installs them elsewhere).
std::filesystem::path shipped_worlds();

}  // namespace tradewind::scenario
