#include "tradewind/scenario/run.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <utility>

#include "tradewind/ranks/ranks.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::scenario {
namespace {

std::filesystem::path data_of(const RunRequest& request) {
  if (!request.data.empty()) return find_data(request.data, {}, "--data");
  const WorldChoice& world = request.scenario.world;
  if (!world.data) return find_data("goods-2022", {}, request.scenario.files.front().string());
  return find_data(world.data->text, world.data_from, to_string(world.data->place));
}

EnsembleSettings settings_of(const RunRequest& request) {
  const EnsembleChoice& choice = request.scenario.ensemble;
  EnsembleSettings settings;
  settings.draws = request.draws.value_or(choice.draws.value_or(0));
  settings.seed = request.seed.value_or(choice.seed.value_or(1));
  settings.coverage = choice.coverage.value_or(0.95);
  settings.pairs = choice.pairs.value_or(false);
  return settings;
}

// A scenario in its central world, and all that an ensemble needs.
template <class Outcome, class Problem>
struct Prepared {
  Problem problem;
  Simulation<Outcome> told;
  EnsembleSettings settings;
  std::optional<NumberDraws> draws;
};
using AnyPrepared =
    std::variant<Prepared<OneSectorOutcome, OneSectorProblem>, Prepared<MultiSectorOutcome, MultiSectorProblem>>;

template <class Outcome, class Problem>
AnyPrepared prepared(const RunRequest& request, Problem problem, Simulation<Outcome> told) {
  Prepared<Outcome, Problem> made{std::move(problem), std::move(told), settings_of(request), {}};
  if (made.settings.draws > 0) {
    made.draws.emplace(request.scenario, made.problem.plan, request.model);
    if (made.draws->names().empty())
      throw InputError(request.draws ? "--draws" : request.scenario.files.front().string(),
                       fmt::format("{} draws, and nothing is drawn", made.settings.draws),
                       "a distribution of one of [sizes], [ensemble.NAME], or a saved estimate");
  }
  made.told.solved = solve(made.problem, made.problem.plan.numbers);
  made.told.stages = solve_stages(made.problem, made.told.solved.solver);
  return made;
}

AnyPrepared prepare(const RunRequest& request, const World& world) {
  const std::filesystem::path data = data_of(request);
  const auto begun = [&](auto told, const DataCredit& credit, const Economies& economies) {
    told.scenario = request.scenario;
    told.data = data.string();
    told.credit = credit;
    told.economies = economies;
    told.stage = request.stage;
    return told;
  };
  if (std::filesystem::is_directory(data)) {
    SectorTables tables = read_sector_tables(data, world);
    auto told = begun(MultiSectorSimulation(), tables.credit, tables.economies);
    told.sectors = tables.sectors;
    return prepared(request, pose(request.scenario, world, std::move(tables), request.model, request.stage),
                    std::move(told));
  }
  const WorldChoice& choice = request.scenario.world;
  const TradeTable table = read_trade_table(data, world, {choice.year, choice.missing_is_zero.value_or(false)});
  return prepared(request, pose(request.scenario, world, table, request.model, request.stage),
                  begun(OneSectorSimulation(), table.credit, table.economies));
}

}  // namespace

std::vector<std::filesystem::path> input_files(const RunRequest& request) {
  std::vector<std::filesystem::path> files = request.scenario.files;
  const std::filesystem::path data = data_of(request);
  const std::vector<std::filesystem::path> tables = sector_table_files(data);
  files.insert(files.end(), tables.begin(), tables.end());
  if (tables.empty()) files.push_back(data);
  return files;
}

AnySimulation run(const RunRequest& request, const World& world) {
  std::optional<AnyPrepared> made;
  ranks::together([&] { made = prepare(request, world); });
  return std::visit(
      [&](auto& one) -> AnySimulation {
        auto& told = one.told;
        if (one.draws && told.solved.solver.converged)
          told.ensemble = run_ensemble(one.problem, told.solved.outcome, *one.draws, one.settings, request.draw_file,
                                       request.progress);
        told.plan = std::move(one.problem.plan);
        told.groups = std::move(one.problem.groups);
        return std::move(told);
      },
      *made);
}

}  // namespace tradewind::scenario
