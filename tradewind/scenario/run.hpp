/// A scenario from its file to everything that is told about it: data found and read, worlds solved, draws computed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tradewind/estimation/model.hpp"
#include "tradewind/scenario/ensemble.hpp"
#include "tradewind/scenario/simulation.hpp"

namespace tradewind::scenario {

struct RunRequest {
  Scenario scenario;
  std::string data;  ///< a file, a folder or the name of a table that ships; empty: what the scenario says
  const estimation::Model* model = nullptr;
  std::optional<Date> stage;
  std::optional<std::uint64_t> draws, seed;  ///< instead of the scenario's
  DrawFile draw_file;
  Progress progress;
};

template <class Outcome>
struct Simulation {
  Scenario scenario;
  std::string data;  ///< the file or folder
  Economies economies;
  std::vector<std::string> sectors;  ///< empty in a world of one sector
  DataCredit credit;
  Plan plan;
  std::vector<Group> groups;  ///< rows of WelfareTold behind the economies
  std::optional<Date> stage;
  Simulated<Outcome> solved;
  std::vector<StageTold> stages;
  std::optional<EnsembleTold<Outcome>> ensemble;
};

using OneSectorSimulation = Simulation<OneSectorOutcome>;
using MultiSectorSimulation = Simulation<MultiSectorOutcome>;
using AnySimulation = std::variant<OneSectorSimulation, MultiSectorSimulation>;

/// The files that a run reads: the scenario's, and the table of the data or the tables of their folder. InputError as
/// find_data.
std::vector<std::filesystem::path> input_files(const RunRequest& request);

/// Every rank calls it; rank 0 has the ensemble. Without convergence there is no ensemble: see solved.solver.
/// InputError as everything behind it, and for draws where nothing is drawn.
AnySimulation run(const RunRequest& request, const World& world);

/// A simulation's economy or bloc by its row in WelfareTold.
struct Party {
  std::string code, name;
  bool bloc = false;
};
template <class Outcome>
Party party(const Simulation<Outcome>& simulation, std::size_t row) {
  const std::size_t economies = simulation.economies.size();
  if (row < economies) return {simulation.economies.codes[row].text, simulation.economies.names[row], false};
  const Group& group = simulation.groups[row - economies];
  return {group.code, group.name, true};
}

}  // namespace tradewind::scenario
