/// tradewind estimate FORMULA --data FILE: gravity and other regressions with fixed effects.
#include "tradewind/estimation/estimate.hpp"

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/samples_over_ranks.hpp"
#include "cli/terminal.hpp"
#include "tradewind/estimation/comma_list.hpp"
#include "tradewind/ledger/read_columns.hpp"
#include "tradewind/ranks/ranks.hpp"
#include "tradewind/report/model_csv.hpp"
#include "tradewind/report/model_json.hpp"
#include "tradewind/report/model_table.hpp"
#include "tradewind/report/model_words.hpp"
#include "tradewind/report/write_file.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::cli {
namespace {

using namespace estimation;

struct Arguments {
  std::string formula, data, table, where;
  std::string family = "poisson", vcov, ssc = "fixest", weights, offset, panel, fixef_rm, bias_correction;
  std::vector<std::string> tests, combinations;
  std::string split, fsplit;
  std::string fixed_effects, residuals, list_dropped, save;
  double tolerance = 0, level = 0.95;
  int iterations = 0, threads = 0, digits = 4;
  bool side_by_side = false, within = false;

  bool is_split() const { return !split.empty() || !fsplit.empty(); }
  const std::string& split_column() const { return fsplit.empty() ? split : fsplit; }
};

LevelRemoval parse_removal(const std::string& text) {
  if (text == "perfect") return LevelRemoval::perfect;
  if (text == "singleton" || text == "singletons") return LevelRemoval::singletons;
  if (text == "both") return LevelRemoval::both;
  if (text == "none") return LevelRemoval::none;
  throw InputError("--fixef-rm", fmt::format("'{}'", text), "perfect, singleton, both or none");
}

// "automatic" or "exporter=iso_o,importer=iso_d,year=year".
GravityColumns parse_gravity(const std::string& text) {
  GravityColumns columns;
  if (text == "automatic") return columns;
  for (const std::string_view part : split_list(text)) {
    const std::size_t equals = part.find('=');
    const std::string_view what = trim(part.substr(0, equals));
    std::string* column = what == "exporter"                 ? &columns.exporter
                          : what == "importer"               ? &columns.importer
                          : what == "year" || what == "time" ? &columns.time
                                                             : nullptr;
    if (column == nullptr || equals == std::string_view::npos)
      throw InputError("--bias-correction", fmt::format("'{}'", part),
                       "automatic, or exporter=COLUMN,importer=COLUMN,year=COLUMN");
    *column = trim(part.substr(equals + 1));
  }
  return columns;
}

EstimateOptions estimate_options(const Arguments& arguments) {
  EstimateOptions options;
  options.family = parse_family(arguments.family);
  if (arguments.tolerance != 0) options.solver.tolerance = arguments.tolerance;
  if (arguments.iterations != 0) options.solver.most_iterations = arguments.iterations;
  if (!arguments.vcov.empty()) options.vcov = parse_vcov(arguments.vcov);
  options.small_sample = arguments.ssc;
  SmallSample::by_name(arguments.ssc, options.family);
  options.level = arguments.level;
  options.weights = arguments.weights;
  options.offset = arguments.offset;
  if (!arguments.panel.empty()) options.panel = parse_panel(arguments.panel);
  if (!arguments.fixef_rm.empty()) options.removal = parse_removal(arguments.fixef_rm);
  options.tests = arguments.tests;
  options.combinations = arguments.combinations;
  if (!arguments.bias_correction.empty()) options.bias_correction = parse_gravity(arguments.bias_correction);
  options.within_pseudo_r2 = arguments.within;
  options.keep_effects = !arguments.fixed_effects.empty() || !arguments.save.empty();
  options.keep_fitted = !arguments.residuals.empty();
  options.list_dropped = !arguments.list_dropped.empty();
  return options;
}

Columns read_data(const Arguments& arguments, const Formula& formula, const EstimateOptions& options) {
  ReadOptions read{.columns = columns_needed(formula, options),
                   .ids = id_columns_needed(formula, options),
                   .where = arguments.where,
                   .table = arguments.table};
  if (arguments.is_split()) {
    const std::string& split = arguments.split_column();
    if (std::ranges::find(read.columns, split) == read.columns.end()) {
      read.columns.push_back(split);
      read.ids.push_back(split);
    }
  }
  return read_columns(arguments.data, read);
}

// The columns that tell rows apart in files of rows: those of the fixed effects.
std::vector<std::string> row_ids(const Formula& formula) {
  std::vector<std::string> ids;
  for (const ModelSpec& spec : expand(formula))
    for (const EffectTerm& effect : spec.effects)
      for (const std::string& name : columns_of(effect))
        if (std::ranges::find(ids, name) == ids.end()) ids.push_back(name);
  return ids;
}

// One file beside the table: where it goes, its head, and what each model adds to it.
struct BesideFile {
  std::string path, text;
  std::function<std::string(const Model&, std::size_t number)> piece;
};

std::vector<BesideFile> files_beside(const Arguments& arguments, const Columns& columns,
                                     const std::vector<std::string>& ids) {
  std::vector<BesideFile> files;
  if (!arguments.fixed_effects.empty())
    files.push_back({arguments.fixed_effects, std::string(effects_csv_head), effects_csv});
  if (!arguments.residuals.empty())
    files.push_back(
        {arguments.residuals, fitted_csv_head(ids),
         [&columns, ids](const Model& model, std::size_t number) { return fitted_csv(model, number, columns, ids); }});
  if (!arguments.list_dropped.empty())
    files.push_back(
        {arguments.list_dropped, dropped_csv_head(ids),
         [&columns, ids](const Model& model, std::size_t number) { return dropped_csv(model, number, columns, ids); }});
  return files;
}

int exit_code_of(const std::vector<Model>& models) {
  const auto any = [&](Outcome outcome) { return std::ranges::find(models, outcome, &Model::outcome) != models.end(); };
  if (any(Outcome::unusable)) return 2;
  return any(Outcome::not_converged) ? 3 : 0;
}

std::string printed(const std::vector<Model>& models, const Arguments& arguments, Format format) {
  // Of many samples nobody compares seconds, but somebody may compare the files of two runs.
  if (format == Format::json)
    return models_json(models, {.seconds = !arguments.is_split(), .as_list = arguments.is_split()});
  return print(models, format, standard_output(), {.digits = arguments.digits, .side_by_side = arguments.side_by_side});
}

// Everything that comes before the first regression.
struct Question {
  Formula formula;
  EstimateOptions options;
  Columns columns;
  std::vector<SampleRows> samples;  // none: one regression of all rows
};

Question question(const Arguments& arguments) {
  for (const std::string* file :
       {&arguments.fixed_effects, &arguments.residuals, &arguments.list_dropped, &arguments.save})
    if (!file->empty() && ranks::rank() == 0) require_writable(*file);
  Question asked;
  asked.formula = parse_formula(arguments.formula);
  asked.options = estimate_options(arguments);
  asked.columns = read_data(arguments, asked.formula, asked.options);
  if (arguments.is_split())
    asked.samples = split_samples(asked.columns, arguments.split_column(), !arguments.fsplit.empty());
  return asked;
}

// `files`: whether what is written into files looks at the columns once more.
std::vector<ModelWithFiles> answers(Question& asked, const PiecesOf& pieces, bool files) {
  if (!asked.samples.empty())
    return estimate_over_ranks(asked.formula, asked.columns, asked.samples, asked.options, pieces);
  std::vector<ModelWithFiles> models;
  for (Model& model : files ? estimate(asked.formula, asked.columns, asked.options)
                            : estimate(asked.formula, std::move(asked.columns), asked.options)) {
    auto of_model = pieces(model, models.size() + 1);
    models.push_back({std::move(model), std::move(of_model)});
  }
  return models;
}

void write_files(const std::vector<Model>& models, const std::vector<BesideFile>& files, const std::string& save) {
  for (const BesideFile& file : files) write_file(file.path, file.text);
  if (save.empty()) return;
  if (std::ranges::none_of(models, [](const Model& model) { return model.outcome == Outcome::estimated; }))
    fmt::print(stderr, "tradewind: {} is not written: there are no estimates to save\n", save);
  else
    save_models(save, models);
}

int run(const Arguments& arguments, const GlobalOptions& global) {
  // Whatever is not split is one process's work; the others have nothing to do.
  if (!arguments.is_split() && ranks::rank() > 0) return 0;
  const Format format = parse_format(global.format);
  std::optional<tbb::global_control> threads;
  if (arguments.threads > 0)
    threads.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(arguments.threads));

  Question asked;
  const auto ask = [&] { asked = question(arguments); };
  arguments.is_split() ? ranks::together(ask) : ask();
  std::vector<BesideFile> files = files_beside(arguments, asked.columns, row_ids(asked.formula));
  std::vector<Model> models;
  const auto pieces_of = [&files](const Model& model, std::size_t number) {
    std::vector<std::string> pieces;
    pieces.reserve(files.size());
    for (const BesideFile& file : files) pieces.push_back(file.piece(model, number));
    return pieces;
  };
  for (ModelWithFiles& one : answers(asked, pieces_of, !files.empty())) {
    for (std::size_t f = 0; f < files.size(); ++f) files[f].text += one.pieces[f];
    models.push_back(std::move(one.model));
  }
  if (ranks::rank() > 0) return 0;

  write_files(models, files, arguments.save);
  put(printed(models, arguments, format));
  // Tables for people say themselves why a model has no numbers.
  for (const Model& model : models)
    if (!model.failure.empty() && (format == Format::json || format == Format::csv))
      fmt::print(stderr, "tradewind: {}{}{}: {}\n", model.formula, model.sample ? ", " : "", sample_words(model),
                 model.failure);
  return exit_code_of(models);
}

// A number above zero and below one.
CLI::Validator share(const std::string& expected) {
  return {[expected](std::string& text) {
            double number = 0;
            const bool reads = CLI::detail::lexical_cast(text, number);
            return reads && number > 0 && number < 1 ? std::string() : fmt::format("'{}'; expected {}", text, expected);
          },
          ""};
}

}  // namespace

void add_estimate_command(CLI::App& app, GlobalOptions& global, int& exit_code) {
  auto* command = app.add_subcommand("estimate", "Estimate gravity: PPML or least squares with any fixed effects");
  command->footer(
      "Exit codes: 0 done, 2 the input cannot be used, 3 a model did not converge (its numbers are NA).\n"
      "Example: tradewind estimate 'trade ~ log(dist) + rta | exporter^year + importer^year' --data trade.csv\n"
      "           --vcov 'cluster(pair_id)'");
  const auto arguments = std::make_shared<Arguments>();
  const auto text = [&](const std::string& name, std::string& into, const std::string& description) {
    return command->add_option(name, into, description);
  };
  text("FORMULA", arguments->formula, "y ~ x1 + log(x2) + i(x3) | fe1 + fe2^fe3, as fixest writes it")->required();
  text("--data", arguments->data, "A .csv, .csv.gz, .parquet, .dta or .duckdb file")->required();
  text("--table", arguments->table, "The table of a .duckdb file");
  text("--where", arguments->where, "An SQL condition that rows must meet: \"year >= 1990 and exporter != importer\"");
  text("--family", arguments->family, "poisson (also ppml) or gaussian (also ols)")->capture_default_str();
  text("--vcov", arguments->vcov,
       "iid, hetero, cluster(pair), cluster(a, b), twoway(a, b); without it: clustered by the first fixed effect");
  text("--ssc", arguments->ssc, "The small-sample correction of fixest, stata or none")->capture_default_str();
  text("--weights", arguments->weights, "A column or expression");
  text("--offset", arguments->offset, "A column or expression added to the linear predictor");
  text("--panel", arguments->panel, "\"pair year\": what a lag l(x, 1) goes back in");
  text("--fixef-rm", arguments->fixef_rm, "Which levels are set aside: perfect, singleton, both or none");
  auto* split = text("--split", arguments->split, "One regression for each value of this column");
  text("--fsplit", arguments->fsplit, "The same, and the full sample first")->excludes(split);
  text("--bias-correction", arguments->bias_correction,
       "Weidner and Zylkin (2021): automatic, or exporter=COLUMN,importer=COLUMN,year=COLUMN");
  command->add_option("--test", arguments->tests, "\"x1 = x2\", or several at once: \"x1 = 0, x2 = 0\"")
      ->expected(1)
      ->take_all();
  command->add_option("--lincom", arguments->combinations, "\"x1 + x2\", \"100*(exp(rta)-1)\"")
      ->expected(1)
      ->take_all();
  text("--fixed-effects", arguments->fixed_effects, "Write the fixed effects to this CSV file");
  text("--residuals", arguments->residuals, "Write fitted values and residuals to this CSV file");
  text("--list-dropped", arguments->list_dropped, "Write the rows that were set aside, and why, to this CSV file");
  text("--save", arguments->save, "Write the models to this JSON file, for a counterfactual to start from");
  command->add_option("--level", arguments->level, "Of the confidence intervals")
      ->capture_default_str()
      ->check(share("a share such as 0.95"));
  command->add_option("--tolerance", arguments->tolerance, "Of the relative score at the solution [1e-8]")
      ->check(share("a small number such as 1e-8"));
  command->add_option("--iterations", arguments->iterations, "The most that are made [200]")
      ->check(CLI::Range(1, 1000000));
  command->add_option("--threads", arguments->threads, "At most so many; the result is the same")
      ->check(CLI::Range(1, 100000));
  command->add_option("--digits", arguments->digits, "Significant digits of the table")
      ->capture_default_str()
      ->check(CLI::Range(1, 15));
  command->add_flag("--within-pseudo-r2", arguments->within,
                    "Of Poisson too, which takes a second regression, on the effects alone");
  command->add_flag("--side-by-side", arguments->side_by_side, "One model too as a column, as several are printed");
  command->add_option("--format", global.format, "table, json, csv, markdown or latex")->capture_default_str();
  command->callback([arguments, &global, &exit_code] { exit_code = run(*arguments, global); });
}

}  // namespace tradewind::cli
