/// tradewind simulate SCENARIO.toml: the world with other trade costs.
#include <fmt/format.h>
#include <tbb/global_control.h>

#include <cstdio>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/read_input.hpp"
#include "cli/terminal.hpp"
#include "tradewind/ledger/ledger.hpp"
#include "tradewind/ranks/ranks.hpp"
#include "tradewind/report/model_json.hpp"
#include "tradewind/report/simulation_tables.hpp"
#include "tradewind/report/write_file.hpp"
#include "tradewind/scenario/run.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::cli {
namespace {

constexpr std::int64_t most_draws = 1'000'000'000;
constexpr int most_threads = 4096;

struct SimulateOptions {
  std::string file, data, model, stage, show, output, resume;
  std::vector<std::string> sizes;
  std::optional<std::uint64_t> draws, seed;
  int threads = 0;
};

std::optional<Date> parse_stage(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto date = parse_date(text)) return date;
  throw InputError("--stage", "'" + text + "' is no date", "a day as 2030-01-01");
}

// Draws are kept where the user says, else beside the output until that is written.
scenario::DrawFile draw_file(const SimulateOptions& options) {
  using Others = scenario::DrawLog::Others;
  if (!options.resume.empty()) return {options.resume, Others::refuse, true};
  if (options.output.empty() || options.output == "-") return {};
  return {options.output + ".draws", Others::replace, false};
}

int run(const SimulateOptions& options, const GlobalOptions& global) {
  const Format format = parse_format(global.format);
  std::optional<tbb::global_control> threads;
  if (options.threads > 0)
    threads.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(options.threads));

  ProgressBar bar("draws");
  scenario::RunRequest request;
  std::vector<estimation::Model> models;
  std::optional<Ledger> ledger;
  ranks::together([&] {
    request.stage = parse_stage(options.stage);
    request.scenario = scenario::read_scenario(options.file);
    for (const std::string& assignment : options.sizes) scenario::set_size(request.scenario, assignment);
    if (!options.model.empty()) models = load_models(options.model);
    if (models.size() > 1)
      throw InputError(options.model, fmt::format("{} models", models.size()), "the file of one model",
                       "Save the one that is meant alone: tradewind estimate ... --save FILE");
    request.data = options.data;
    keep_inputs(options.output, scenario::input_files(request));
    if (const std::filesystem::path model = options.model; !model.empty())
      keep_inputs(options.output, std::span(&model, 1));
    ledger = Ledger::open_extract(find_ledger(global.ledger));
  });
  if (!models.empty()) request.model = &models.front();
  request.draws = options.draws;
  request.seed = options.seed;
  request.draw_file = draw_file(options);
  request.progress = [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); };

  const scenario::AnySimulation simulation = scenario::run(request, ledger->world());
  const auto& solver = std::visit(
      [](const auto& told) -> const auto& { return told.solved.solver; }, simulation);
  if (ranks::rank() > 0) return solver.converged ? 0 : 3;
  if (!solver.converged) {
    const bool removed = request.scenario.world.imbalances == scenario::Imbalances::removed;
    fmt::print(
        stderr,
        "tradewind: {}: no equilibrium was found: after {} iterations the largest imbalance of a market is {:.1e} "
        "of it, and {:.0e} was asked for\n  Nothing was written. {}\n",
        options.file, solver.iterations, solver.residual, equilibrium::largest_residual,
        removed ? "A smaller change may have one."
                : "An imbalance cannot be kept where bans cut the world into parts, nor a surplus beyond what is "
                  "still earned: [world] imbalances = \"removed\"");
    return 3;
  }
  const bool to_file = !options.output.empty() && options.output != "-";
  const std::string text = print(simulation, options.show, format, to_file ? Terminal() : standard_output());
  if (to_file)
    write_file(options.output, text);
  else
    put(text);
  return 0;
}

}  // namespace

void add_simulate_command(CLI::App& app, GlobalOptions& global, int& exit_code) {
  auto* command =
      app.add_subcommand("simulate", "Solve the world of a scenario: tariffs, corridors, agreements, blocs");
  command->footer(
      "Exit codes: 0 done, 2 the input cannot be used, 3 no equilibrium was found.\n"
      "Example: tradewind simulate examples/cafta-3.toml --set sigma=5 --format json --output cafta.json\n"
      "On several machines: mpirun -n 4 tradewind simulate ... (the same result as one process).");
  const auto options = std::make_shared<SimulateOptions>();
  command->add_option("SCENARIO", options->file, "A scenario file (docs/scenario-file.md)")->required();
  command->add_option("--data", options->data,
                      "A table of trade (CSV: exporter, importer, value), a folder of tables by sector, or the name of "
                      "one that ships; instead of the scenario's");
  command->add_option("--model", options->model, "A saved estimate, for gravity coefficients by name");
  command->add_option("--set", options->sizes, "Another value of one of the scenario's sizes: sigma=5 (repeatable)");
  command->add_option("--stage", options->stage, "The world of a day, YYYY-MM-DD, instead of that of the last stage");
  command->add_option("--draws", options->draws, "Draws of an ensemble, instead of the scenario's; 0 is none")
      ->check(CLI::Range(std::int64_t{0}, most_draws));
  command->add_option("--seed", options->seed, "The seed of the draws, instead of the scenario's")
      ->check(CLI::Range(std::int64_t{0}, std::numeric_limits<std::int64_t>::max()));
  command->add_option("--resume", options->resume,
                      "Keep the draws in this file, and go on with those that it has; without it they are kept beside "
                      "the output until that is written");
  command->add_option("--show", options->show,
                      "One section alone: economies, blocs, decomposition, worlds, stages, flows, pairs, sectors, "
                      "partners or sizes");
  command->add_option("--format", global.format, "table, json, csv, markdown or latex")->capture_default_str();
  command->add_option("-o,--output", options->output, "The file to write, whole or not at all; - is standard output");
  command->add_option("--threads", options->threads, "At most so many threads (all, when not said)")
      ->check(CLI::Range(1, most_threads));
  command->add_option("--ledger", global.ledger,
                      "The ledger that knows economies and blocs, instead of the shipped one");
  command->callback([options, &global, &exit_code] { exit_code = run(*options, global); });
}

}  // namespace tradewind::cli
