/// tradewind show [INDICATOR]: any indicator as a table, or the list of them with their definitions.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "tradewind/indicators/indicators.hpp"
#include "tradewind/report/format.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::cli {
namespace {

struct ShowOptions {
  std::string indicator, reporter, partner, flow, measure, period, among, unit;
  int from = 0, to = 0;
};

Table definitions() {
  Table table{{"indicator", "definition", "unit", "source"}, {}};
  for (const auto& known : indicators())
    table.rows.push_back(
        {std::string(known.name), std::string(known.definition), std::string(known.unit), std::string(known.source)});
  return table;
}

// Besides economies and blocs an indicator may be about a currency, an agreement or an expo: whatever its table has as
// a reporter is accepted as it is written there.
EconomyCode party(const Ledger& ledger, std::string_view indicator_name, EconomyCode Selection::*column,
                  const std::string& name, const std::string& option) {
  if (name.empty()) return {};
  Selection as_written;
  as_written.*column = {name};
  if (!readings(ledger, indicator_name, as_written).empty()) return {name};
  return ledger.world().require(name, option);
}

Selection selection(const Ledger& ledger, const ShowOptions& options) {
  Selection chosen;
  chosen.reporter = party(ledger, options.indicator, &Selection::reporter, options.reporter, "--reporter");
  chosen.partner = party(ledger, options.indicator, &Selection::partner, options.partner, "--partner");
  chosen.flow = options.flow;
  chosen.measure = options.measure;
  chosen.among = options.among;
  chosen.unit = options.unit;
  if (!options.period.empty()) {
    chosen.period = Period::from_iso(options.period);
    if (!chosen.period)
      throw InputError("--period", fmt::format("'{}'", options.period),
                       "2024, 2024-H1, 2024-Q3, 2024-08 or 2024-01/2024-08");
  }
  if (options.from != 0) chosen.first_year = options.from;
  if (options.to != 0) chosen.last_year = options.to;
  return chosen;
}

// Columns that hold nothing in any row only make the table wide.
Table without_empty_columns(Table table) {
  for (std::size_t column = table.columns.size(); column-- > 0;) {
    const bool empty = std::ranges::all_of(table.rows, [column](const auto& row) {
      const auto* text = std::get_if<std::string>(&row[column]);
      return text != nullptr && text->empty();
    });
    if (!empty || table.rows.empty()) continue;
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(column));
    for (auto& row : table.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
  }
  return table;
}

int run(const ShowOptions& options, const GlobalOptions& global) {
  const Format format = parse_format(global.format);
  if (options.indicator.empty()) {
    put(print(definitions(), format, standard_output()));
    return 0;
  }
  indicator(options.indicator);
  const Ledger ledger = Ledger::open_extract(find_ledger(global.ledger));
  for (const auto& note : ledger.notes()) fmt::print(stderr, "tradewind: {}\n", note);
  const Table table = show(ledger, options.indicator, selection(ledger, options));
  if (table.rows.empty()) fmt::print(stderr, "tradewind: the ledger has no such figures\n");
  const bool for_people = format == Format::table || format == Format::markdown || format == Format::latex;
  put(print(for_people ? without_empty_columns(table) : table, format, standard_output()));
  return 0;
}

}  // namespace

void add_show_command(CLI::App& app, GlobalOptions& global, int& exit_code) {
  auto* command = app.add_subcommand("show", "Print an indicator: growth, share, rank, streak, balance ...");
  command->footer(
      "Without an indicator: all of them with their definitions.\n"
      "Example: tradewind show rank --reporter China --flow trade --among partners --period 2024");
  const auto options = std::make_shared<ShowOptions>();
  command->add_option("INDICATOR", options->indicator, "level, growth, share, rank, streak ...");
  command->add_option("--reporter", options->reporter, "Whose: a code or a name (CHN, \"South Korea\", ASEAN)");
  command->add_option("--partner", options->partner, "With whom: a code or a name; WLD is the whole world");
  command->add_option("--flow", options->flow, "exports, imports, trade, balance, outward, inward or two-way");
  command->add_option("--measure", options->measure, "goods_trade, investment_stock ...");
  command->add_option("--period", options->period, "2024, 2024-H1, 2024-Q3, 2024-08, 2024-01/2024-08, ../2025-07");
  command->add_option("--from", options->from, "First year");
  command->add_option("--to", options->to, "Last year");
  command->add_option("--among", options->among, "Ranks and streaks: partners, economies or a bloc's code");
  command->add_option("--unit", options->unit, "USD, CNY, percent ...");
  command->add_option("--format", global.format, "table, json, csv, markdown or latex")->capture_default_str();
  command->add_option("--ledger", global.ledger, "The ledger file, instead of your own or the shipped one");
  command->callback([options, &global, &exit_code] { exit_code = run(*options, global); });
}

}  // namespace tradewind::cli
