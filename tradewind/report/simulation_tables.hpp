/// A simulation as tables: one a section, for people or whole.
#pragma once
#include <string>
#include <vector>

#include "tradewind/ledger/table.hpp"
#include "tradewind/report/format.hpp"
#include "tradewind/scenario/run.hpp"

namespace tradewind {

struct SimulationTable {
  std::string name;  ///< as --show calls it: economies, blocs, decomposition, worlds, stages, flows, pairs, sectors ...
  std::string title;  ///< one line above it
  Table table;
};

/// `whole`: every column and row, full precision, in the order of codes (CSV); else what people look at first, the
/// largest welfare first. Sections without content are left out.
std::vector<SimulationTable> simulation_tables(const scenario::AnySimulation& simulation, bool whole);

/// "uniform, -2.8 to -1.5"; empty for what is not drawn.
std::string in_words(const equilibrium::Distribution& distribution);

/// A simulation in a format. `show`: one section alone; empty: for CSV the economies, else those that people look at
/// first, with what stands on every result: title, cautions, credit, how the solution was reached. JSON is always
/// whole. InputError for an unknown section (nearest names), or one that this simulation does not have.
std::string print(const scenario::AnySimulation& simulation, const std::string& show, Format format,
                  const Terminal& terminal = {});

/// What stands on every result: cautions, members that the data lack, whose data they are, how the solution was
/// reached.
std::vector<std::string> simulation_notes(const scenario::AnySimulation& simulation);

}  // namespace tradewind
