#include "tradewind/report/what_if.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tradewind/report/simulation_quantities.hpp"
#include "tradewind/report/simulation_tables.hpp"

namespace tradewind {
namespace {

using namespace scenario;
using Eigen::Index;

// Where welfare is told by its parts, to first order, also how large it is without approximation.
std::string without_approximation(const OneSectorSimulation&, const std::vector<std::size_t>&) { return {}; }
std::string without_approximation(const MultiSectorSimulation& told, const std::vector<std::size_t>& rows) {
  std::string text;
  for (const std::size_t row : rows)
    if (row < told.economies.size())
      text +=
          fmt::format("{} {:+.2f}", text.empty() ? "" : ",", told.solved.outcome.real_income(static_cast<Index>(row)));
  return text.empty() ? text
                      : fmt::format(
                            " That is to first order; real income, without approximation, in the same order:{} "
                            "percent.",
                            text);
}

template <class Outcome>
std::string finding(const Simulation<Outcome>& told) {
  const WelfareTold& welfare = told.solved.outcome.welfare;
  const std::size_t economies = told.economies.size();
  const std::vector<bool> named = economies_named(told.plan, economies);
  // Blocs whose every member is named, but not those within another one; then who is named beside them.
  std::vector<bool> in_bloc(economies, false);
  std::vector<std::size_t> rows;
  const auto is_named = [&](std::size_t member) { return named[member]; };
  for (std::size_t g = 0; g + 1 < told.groups.size(); ++g) {
    const auto& members = told.groups[g].members;
    const auto holds_it = [&](const Group& other) {
      return other.members.size() > members.size() && std::ranges::includes(other.members, members) &&
             std::ranges::all_of(other.members, is_named);
    };
    const bool within = std::any_of(told.groups.begin(), told.groups.end() - 1, holds_it);
    if (within || !std::ranges::all_of(members, is_named)) continue;
    rows.push_back(economies + g);
    for (const std::size_t member : members) in_bloc[member] = true;
  }
  std::size_t alone = 0;
  for (std::size_t i = 0; i < economies; ++i)
    if (named[i] && !in_bloc[i] && ++alone <= 3) rows.insert(rows.begin(), i);
  if (rows.empty() || alone > 3) rows = {economies + told.groups.size() - 1};

  std::string text;
  for (const std::size_t row : rows) {
    const double value = welfare.total(static_cast<Index>(row));
    text += fmt::format("{}{} {} {:.2f} percent", text.empty() ? "" : "; ", party(told, row).name,
                        value < 0 ? "loses" : "gains", std::abs(value));
    if (told.ensemble)
      text += fmt::format(" ({:.2f} to {:.2f})", told.ensemble->low.welfare.total(static_cast<Index>(row)),
                          told.ensemble->high.welfare.total(static_cast<Index>(row)));
  }
  text += " of welfare";
  if (!told.scenario.base_title.empty()) text += fmt::format(" in the world of ‘{}’", told.scenario.base_title);
  return text + "." + without_approximation(told, rows);
}

template <class Outcome>
std::vector<std::string> sizes(const Simulation<Outcome>& told) {
  std::vector<std::string> lines;
  for (const Size& size : told.scenario.sizes) {
    std::string line = fmt::format("{}: {}{}{}", size.name, size.value, size.unit.empty() ? "" : " ", size.unit);
    const auto drawn = told.scenario.ensemble.sizes.find(size.name);
    if (told.ensemble && drawn != told.scenario.ensemble.sizes.end())
      line += fmt::format(" (drawn: {})", in_words(drawn->second.distribution));
    if (!size.source.empty()) line += fmt::format(". {}{}", size.assumption ? "Assumption: " : "", size.source);
    lines.push_back(line + ".");
  }
  return lines;
}

}  // namespace

std::string what_if_finding(const AnySimulation& simulation) {
  return std::visit([](const auto& told) { return finding(told); }, simulation);
}

std::vector<std::string> what_if_sizes(const AnySimulation& simulation) {
  return std::visit([](const auto& told) { return sizes(told); }, simulation);
}

}  // namespace tradewind
