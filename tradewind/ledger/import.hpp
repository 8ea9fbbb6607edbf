/// CSV tables -> the ledger's tables, row by row, each checked.
#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "tradewind/ledger/database.hpp"
#include "tradewind/ledger/ledger.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind {

/// The text of one CSV table and what messages call it.
struct CsvText {
  std::string name;
  std::string_view text;
};

/// Adds figures. `origin` is kept with each row ("figures/china.csv", "user:mine.csv"). Rows that are in the ledger
/// already are counted, not added; a row that stands twice in the same table is refused.
ImportReport import_figures(const Database& database, const World& world, const CsvText& csv,
                            const std::string& origin);

/// A folder's other tables: data/world first, because the rest is checked against it. A table that is not there is
/// empty.
ImportReport import_world(const Database& database, const std::filesystem::path& folder);
ImportReport import_rates_and_events(const Database& database, const World& world, const std::filesystem::path& folder);

/// The register as the ledger holds it.
World load_world(const Database& database);
/// The same in two steps: its tables (economies, blocs, memberships, currencies, agreements, compilers), and what they
/// say, be their cells typed or all text.
using WorldTables = std::array<Table, 6>;
WorldTables world_tables(const Database& database);
World world_of(const WorldTables& tables);

/// Fills schema `indicator` from the indicators' files, each after those that it names.
void materialise_indicators(const Database& database);

ImportReport& operator+=(ImportReport& sum, const ImportReport& more);

}  // namespace tradewind
