/// tradewind ledger ...: build, list, search, export, check and add to the ledger of published figures.
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "tradewind/ledger/listing.hpp"
#include "tradewind/report/format.hpp"
#include "tradewind/world/counted.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::cli {
namespace {

struct LedgerOptions {
  std::string folder, output, words;
  std::vector<std::string> files;
  std::string reporter, partner, flow, measure, period, publisher;
};

void print_refused(const ImportReport& report) {
  for (const auto& row : report.refused) fmt::print(stderr, "{}:{}: {}\n", row.file, row.line, row.reason);
}

Ledger open(const GlobalOptions& global) {
  Ledger ledger = Ledger::open(find_ledger(global.ledger));
  for (const auto& note : ledger.notes()) fmt::print(stderr, "tradewind: {}\n", note);
  return ledger;
}

EconomyCode code_of(const World& world, const std::string& name, const std::string& option) {
  if (name.empty()) return {};
  if (name == world_total.text) return world_total;
  return world.require(name, option);
}

FigureFilter filter(const LedgerOptions& options, const World& world) {
  std::string period = options.period;
  if (!period.empty()) {
    const auto parsed = Period::from_iso(period);
    if (!parsed)
      throw InputError("--period", fmt::format("'{}'", period), "2024, 2024-H1, 2024-Q3, 2024-08 or 2024-01/2024-08");
    period = to_string(*parsed);
  }
  return {code_of(world, options.reporter, "--reporter"),
          code_of(world, options.partner, "--partner"),
          options.flow,
          options.measure,
          period,
          options.publisher};
}

void put_table(const Table& table, const GlobalOptions& global) {
  put(print(table, parse_format(global.format), standard_output()));
}

int build(const LedgerOptions& options) {
  const ImportReport report = Ledger::build(options.folder, options.output);
  if (report.refused.empty()) {
    fmt::print(stderr, "{}: {}\n", options.output, counted(report.accepted, "row"));
    return 0;
  }
  print_refused(report);
  fmt::print(stderr, "tradewind: {}: no ledger was built, {} cannot be used\n", options.folder,
             counted(report.refused.size(), "row"));
  return 2;
}

int add(const LedgerOptions& options, const GlobalOptions& global) {
  const auto ledger = global.ledger.empty() ? user_ledger() : std::filesystem::path(global.ledger);
  bool refused = false;
  for (const auto& file : options.files) {
    ImportReport report;
    try {
      report = Ledger::add(file, ledger);
    } catch (const InputError& error) {
      if (options.files.size() == 1) throw;
      fmt::print(stderr, "tradewind: {}\n", error.what());
      refused = true;
      continue;
    }
    print_refused(report);
    refused = refused || !report.refused.empty();
    fmt::print(stderr, "{}: {} added to {}, {} already there, {} refused\n", file == "-" ? "standard input" : file,
               counted(report.accepted, "row"), ledger.string(), report.already_there, report.refused.size());
  }
  return refused ? 2 : 0;
}

void add_filters(CLI::App& command, LedgerOptions& options) {
  command.add_option("--reporter", options.reporter, "Whose figures: a code or a name");
  command.add_option("--partner", options.partner, "With whom: a code or a name; WLD is the whole world");
  command.add_option("--flow", options.flow, "exports, imports, trade, balance, outward, inward or two-way");
  command.add_option("--measure", options.measure, "goods_trade, investment_stock ...");
  command.add_option("--period", options.period, "2024, 2024-H1, 2024-Q3, 2024-08, 2024-01/2024-08, ../2025-07");
  command.add_option("--publisher", options.publisher, "A part of the publisher's name");
}

}  // namespace

void add_ledger_command(CLI::App& app, GlobalOptions& global, int& exit_code) {
  auto* command = app.add_subcommand("ledger", "List, search, export, check, build or add to the published figures");
  command->require_subcommand(1);
  const auto options = std::make_shared<LedgerOptions>();

  const auto reading = [&](const char* name, const char* description, auto run) {
    auto* subcommand = command->add_subcommand(name, description);
    subcommand->add_option("--ledger", global.ledger, "The ledger file, instead of your own or the shipped one");
    subcommand->callback([options, &global, run] { run(open(global), *options); });
    return subcommand;
  };
  const auto printing = [&](const char* name, const char* description, auto table) {
    auto* subcommand = reading(name, description, [&global, table](const Ledger& ledger, const LedgerOptions& chosen) {
      put_table(table(ledger, chosen), global);
    });
    subcommand->add_option("--format", global.format, "table, json, csv, markdown or latex")->capture_default_str();
    return subcommand;
  };

  auto* list = printing("list", "The figures as printed", [](const Ledger& ledger, const LedgerOptions& chosen) {
    return list_figures(ledger, filter(chosen, ledger.world()));
  });
  add_filters(*list, *options);

  auto* find = printing("search", "Figures, milestones and expo editions in which every word occurs",
                        [](const Ledger& ledger, const LedgerOptions& chosen) { return search(ledger, chosen.words); });
  find->add_option("WORDS", options->files, "Words, in any case")->required();
  find->parse_complete_callback([options] {
    for (const auto& word : options->files) options->words += (options->words.empty() ? "" : " ") + word;
  });

  printing("sources", "Who published what", [](const Ledger& ledger, const LedgerOptions&) { return sources(ledger); });
  printing("check", "Where published totals of blocs and the sums of their members differ",
           [](const Ledger& ledger, const LedgerOptions&) { return ledger.differences(); });

  auto* write = reading("export", "Write the figures to a .csv, .parquet or .json file",
                        [](const Ledger& ledger, const LedgerOptions& chosen) {
                          export_figures(ledger, filter(chosen, ledger.world()), chosen.output);
                        });
  write->add_option("--output,-o", options->output, "The file")->required();
  add_filters(*write, *options);

  auto* into = command->add_subcommand("add", "Add your own figures (CSV tables, docs/ledger.md)");
  into->footer(
      "Good rows are added, bad ones are listed with their reasons; exit code 2 when a row was refused.\n"
      "Without --ledger they go into your own ledger, made from the shipped one at the first time.");
  into->add_option("FILE", options->files, "CSV tables; - is standard input")->required();
  into->add_option("--ledger", global.ledger, "The ledger file to add to");
  into->callback([options, &global, &exit_code] { exit_code = add(*options, global); });

  auto* make = command->add_subcommand("build", "Build a ledger from a folder of CSV tables (docs/ledger.md)");
  make->footer("When a row cannot be used, all such rows are listed, no ledger is built, and the exit code is 2.");
  make->add_option("FOLDER", options->folder, "The folder, like data/")->required();
  make->add_option("--output,-o", options->output, "The ledger file")->required();
  make->callback([options, &exit_code] { exit_code = build(*options); });
}

}  // namespace tradewind::cli
