// A simulation in the formats that people use.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "tradewind/report/escape.hpp"
#include "tradewind/report/simulation_json.hpp"
#include "tradewind/report/simulation_tables.hpp"
#include "tradewind/report/statement_json.hpp"
#include "tradewind/world/display_width.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind {
namespace {

using namespace scenario;

// Too long to be read: asked for by name, or in CSV.
bool is_long(const std::string& section) { return section == "pairs" || section == "sectors" || section == "partners"; }

template <class Outcome>
std::vector<std::string> notes_of(const Simulation<Outcome>& told) {
  std::vector<std::string> notes;
  for (const std::string& caution : told.scenario.cautions) notes.push_back("Caution: " + caution);
  if (!told.credit.caution.empty()) notes.push_back("Caution: " + told.credit.caution);
  for (const std::string& note : told.plan.notes) notes.push_back(note + ".");
  if (told.ensemble) {
    const auto& ensemble = *told.ensemble;
    notes.push_back(fmt::format("Intervals hold {:g} percent of {} draws of {} (seed {}).",
                                100 * ensemble.settings.coverage, ensemble.draws, fmt::join(ensemble.drawn, ", "),
                                ensemble.settings.seed));
    if (ensemble.failed > 0)
      notes.push_back(fmt::format("{} draws found no equilibrium and are left out.", ensemble.failed));
  }
  std::string data = "Data: " + told.credit.title;
  if (told.credit.year && !told.credit.title.ends_with(fmt::format("{}", *told.credit.year)))
    data += fmt::format(" ({})", *told.credit.year);
  if (!told.credit.credit.empty()) data += "; " + told.credit.credit;
  notes.push_back(data + ".");
  notes.push_back(fmt::format("Markets clear to {:.1e}.", told.solved.solver.residual));
  return notes;
}

std::string heading(const AnySimulation& simulation) {
  return std::visit(
      [](const auto& told) {
        std::string text = told.scenario.title;
        if (told.stage) text += fmt::format(", as of {}", tradewind::to_string(*told.stage));
        if (!told.scenario.base_title.empty()) text += fmt::format(", in the world of '{}'", told.scenario.base_title);
        return text;
      },
      simulation);
}

std::string wrapped(const std::string& text, std::size_t width) {
  if (width == 0) return text + "\n";
  std::string lines;
  for (const std::string& line : wrap(text, width)) lines += line + "\n";
  return lines;
}

std::string sections_text(const AnySimulation& simulation, const std::vector<SimulationTable>& tables, Format format,
                          const Terminal& terminal) {
  const auto notes = simulation_notes(simulation);
  std::string text;
  if (format == Format::markdown) {
    text = "# " + escape_markdown(heading(simulation)) + "\n";
    for (const auto& table : tables)
      text += "\n## " + escape_markdown(table.title) + "\n\n" + print(table.table, format);
    text += "\n";
    for (const auto& note : notes) text += "- " + escape_markdown(note) + "\n";
    return text;
  }
  if (format == Format::latex) {
    text = "% " + heading(simulation) + "\n";
    for (const auto& table : tables)
      text += "\n\\paragraph{" + escape_latex(table.title) + "}\n" + print(table.table, format);
    for (const auto& note : notes) text += "\n" + escape_latex(note) + "\n";
    return text;
  }
  text = wrapped(heading(simulation), terminal.width);
  for (const auto& table : tables)
    text += "\n" + wrapped(table.title, terminal.width) + print(table.table, format, terminal);
  text += "\n";
  for (const auto& note : notes) text += wrapped(note, terminal.width);
  return text;
}

}  // namespace

std::vector<std::string> simulation_notes(const AnySimulation& simulation) {
  return std::visit([](const auto& told) { return notes_of(told); }, simulation);
}

std::string print(const AnySimulation& simulation, const std::string& show, Format format, const Terminal& terminal) {
  if (format == Format::json) return json_text(simulation_json(simulation));
  const bool whole = format == Format::csv;
  std::vector<SimulationTable> tables = simulation_tables(simulation, whole);
  const std::string wanted = show.empty() && whole ? "economies" : show;
  if (wanted.empty()) {
    std::erase_if(tables, [](const auto& table) { return is_long(table.name); });
  } else {
    std::vector<std::string> names;
    for (const auto& table : tables) names.push_back(table.name);
    std::erase_if(tables, [&](const auto& table) { return table.name != wanted; });
    if (tables.empty())
      throw InputError("--show", fmt::format("this simulation has no '{}'", wanted),
                       fmt::format("one of: {}", fmt::join(names, ", ")), nearest_hint(wanted, names));
  }
  if (whole) return print(tables.front().table, format);
  return sections_text(simulation, tables, format, terminal);
}

}  // namespace tradewind
