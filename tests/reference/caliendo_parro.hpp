// The world of Caliendo and Parro (2015): 31 regions, 40 sectors, 1993, in the tidy tables of the R package cp2015.
#pragma once
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "reference_data.hpp"
#include "tradewind/equilibrium/multi_sector.hpp"

namespace tradewind::tests {

struct CaliendoParro {
  equilibrium::MultiSectorWorld world;
  equilibrium::TradePolicy before_nafta, after_nafta;

  std::size_t region(const std::string& name) const {
    const auto& names = world.economy_names;
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
  }
};

inline CaliendoParro caliendo_parro(const std::filesystem::path& folder) {
  const Database database = Database::in_memory();
  const auto column = [&](const std::string& value, const std::string& table, const std::string& order) {
    return numbers(database, "SELECT " + value + "::DOUBLE FROM read_csv(" +
                                 sql_literal((folder / (table + ".csv.gz")).string()) + ") ORDER BY " + order);
  };
  const auto names = [&](const std::string& name, const std::string& table) {
    return words(database, "SELECT " + name + " FROM read_csv(" + sql_literal((folder / (table + ".csv.gz")).string()) +
                               ") ORDER BY " + name);
  };
  CaliendoParro result;
  result.world.economy_names = names("region", "deficit");
  result.world.sector_names = names("sector", "theta");
  result.world.economies = result.world.economy_names.size();
  result.world.sectors = result.world.sector_names.size();
  const std::string flow = "sector, importer, exporter";
  result.world.trade = column("value", "trade", flow);
  result.world.tariff = column("tariff", "trade", flow);
  result.world.intermediate = column("value", "intermediate", "region, sector, input");
  result.world.value_added = column("value", "value_added", "region, sector");
  result.world.final_use = column("value", "final", "region, sector");
  result.world.deficit = column("D", "deficit", "region");
  result.world.elasticity = column("value", "theta", "sector");
  result.before_nafta = {column("tariff_bln", "trade", flow), column("d_bln", "trade", flow)};
  result.after_nafta = {column("tariff_cfl", "trade", flow), column("d_cfl", "trade", flow)};
  return result;
}

}  // namespace tradewind::tests
