// A scenario meets its data: every name becomes a place, and what cannot be is refused before anything is solved.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "tradewind/scenario/policy.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::scenario {
namespace {

std::optional<Date> membership_day(const Scenario& scenario, const DataCredit& credit) {
  if (scenario.world.membership) return scenario.world.membership;
  if (credit.year) return Period::year(*credit.year).last;
  return std::nullopt;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of(const Change& change, Parties& parties, std::size_t n) {
  const auto exporters = parties.members(change.exporters), importers = parties.members(change.importers);
  std::vector<bool> in(n * n, false);
  for (const std::size_t i : exporters)
    for (const std::size_t j : importers) {
      in[i * n + j] = true;
      if (change.both_ways) in[j * n + i] = true;
    }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < n; ++i)
    for (std::uint32_t j = 0; j < n; ++j)
      if (i != j && in[i * n + j]) pairs.emplace_back(i, j);
  if (pairs.empty())
    refuse(change.place, "a change of what an economy sells to itself alone", "exporters other than the importers");
  return pairs;
}

Numbers numbers_of(const Scenario& scenario, const Coefficients& coefficients) {
  Numbers numbers;
  for (const Size& size : scenario.sizes) {
    numbers.names.push_back(size.name);
    numbers.values.push_back(size.value);
  }
  numbers.names.insert(numbers.names.end(), coefficients.names.begin(), coefficients.names.end());
  numbers.values.insert(numbers.values.end(), coefficients.values.begin(), coefficients.values.end());
  return numbers;
}

void check_coefficient(const Effect& effect, const Numbers& numbers, const Coefficients& coefficients) {
  const auto* gravity = std::get_if<GravityEffect>(&effect);
  if (gravity == nullptr || gravity->coefficient.name.empty() || numbers.find(gravity->coefficient.name)) return;
  const Amount& amount = gravity->coefficient;
  const std::string known = fmt::format("{}", fmt::join(numbers.names, ", "));
  refuse(amount.place, fmt::format("there is no size or coefficient '{}'", amount.name),
         known.empty() ? "a number, one of [sizes] or a coefficient of the saved estimate" : "one of: " + known,
         coefficients.names.empty() ? "Name the file of an estimate: --model saved.json"
                                    : nearest_hint(amount.name, numbers.names));
}

template <class SectorsOf>
Plan plan_with(const Scenario& scenario, const World& world, const Economies& economies, const DataCredit& credit,
               const Coefficients& coefficients, const SectorsOf& sectors_of) {
  Plan plan;
  plan.numbers = numbers_of(scenario, coefficients);
  Parties parties(world, economies, scenario.blocs, membership_day(scenario, credit));
  const auto planned = [&](const Change& change) {
    check_coefficient(change.effect, plan.numbers, coefficients);
    PlannedChange result;
    result.said = change;
    result.pairs = pairs_of(change, parties, economies.size());
    result.sectors = sectors_of(change);
    return result;
  };
  std::set<Date> days;
  for (const Change& change : scenario.changes) {
    plan.changes.push_back(planned(change));
    const auto label = std::ranges::find(plan.labels, change.label);
    plan.changes.back().label = static_cast<std::size_t>(label - plan.labels.begin());
    if (label == plan.labels.end()) plan.labels.push_back(change.label);
    for (const Step& step : change.steps) days.insert(step.from);
  }
  plan.stages.assign(days.begin(), days.end());
  for (const Change& change : scenario.base) plan.base.push_back(planned(change));
  plan.groups = parties.groups();
  plan.notes = parties.notes();
  return plan;
}

// What the tariff of a pair is today, as the changes say it.
const std::optional<Amount>* said_tariff(const Effect& effect) {
  if (const auto* to = std::get_if<TariffTo>(&effect)) return &to->from;
  if (const auto* by = std::get_if<TariffBy>(&effect)) return &by->from;
  return nullptr;
}

void gather_tariffs(Plan& plan, const Economies& economies) {
  const auto n = static_cast<Eigen::Index>(economies.size());
  plan.tariff.setConstant(n, n, std::numeric_limits<double>::quiet_NaN());
  std::vector<const Amount*> said_by(economies.size() * economies.size(), nullptr);
  const auto each = [&](auto&& visit) {
    for (auto* changes : {&plan.base, &plan.changes})
      for (const PlannedChange& change : *changes)
        if (const auto* from = said_tariff(change.said.effect))
          for (const auto& [i, j] : change.pairs) visit(change, *from, i, j);
  };
  each([&](const PlannedChange&, const std::optional<Amount>& from, std::uint32_t i, std::uint32_t j) {
    if (!from) return;
    const double value = plan.numbers(*from);
    double& there = plan.tariff(i, j);
    const Amount*& before = said_by[i * economies.size() + j];
    if (before != nullptr && there != value)
      refuse(from->place,
             fmt::format("the tariff of {} on {} is {} percent here and {} percent in {}", economies.names[j],
                         economies.names[i], value, there, to_string(before->place)),
             "the tariff in the data, the same wherever it is said",
             "'from' may be left out where another change has it.");
    there = value;
    before = &*from;
  });
  each([&](const PlannedChange& change, const std::optional<Amount>&, std::uint32_t i, std::uint32_t j) {
    if (std::isnan(plan.tariff(i, j)))
      refuse(
          change.said.place,
          fmt::format("nobody says what the tariff of {} on {} is in the data", economies.names[j], economies.names[i]),
          "tariff = {from = ..., to = ...}", "A world of one sector has no tariffs of its own.");
  });
}

}  // namespace

double Numbers::operator()(const Amount& amount) const {
  if (amount.name.empty()) return amount.number;
  const auto value = find(amount.name);
  assert(value);
  return *value;
}

std::optional<double> Numbers::find(std::string_view name) const {
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? std::nullopt : std::optional(values[static_cast<std::size_t>(found - names.begin())]);
}

std::vector<bool> economies_named(const Plan& plan, std::size_t economies) {
  std::vector<bool> named(economies, false);
  for (const PlannedChange& change : plan.changes)
    for (const auto& [exporter, importer] : change.pairs) named[exporter] = named[importer] = true;
  return named;
}

Plan plan(const Scenario& scenario, const World& world, const TradeTable& table, const Coefficients& coefficients) {
  Plan made = plan_with(scenario, world, table.economies, table.credit, coefficients, [&](const Change& change) {
    if (!change.sectors.empty())
      refuse(change.sectors.front().place, "sectors in a world of one sector", "data by sector, or no sectors",
             fmt::format("{} is one table; a folder of tables has sectors.", table.file.string()));
    for (const Word* column :
         {std::get_if<TariffColumn>(&change.effect) ? &std::get<TariffColumn>(change.effect).column : nullptr,
          std::get_if<CostColumn>(&change.effect) ? &std::get<CostColumn>(change.effect).column : nullptr})
      if (column != nullptr)
        refuse(column->place, "a column in a world of one sector", "a number", "Columns are those of data by sector.");
    return std::vector<std::size_t>{0};
  });
  gather_tariffs(made, table.economies);
  return made;
}

Plan plan(const Scenario& scenario, const World& world, const SectorTables& tables, const Coefficients& coefficients) {
  return plan_with(scenario, world, tables.economies, tables.credit, coefficients, [&](const Change& change) {
    if (const auto* from = said_tariff(change.effect); from != nullptr && *from)
      refuse((*from)->place, "a tariff of today's beside data that have tariffs", "no 'from'",
             fmt::format("Tariffs of today are those of the table trade in {}.", tables.folder.string()));
    const auto check_column = [&](const Word& column) {
      if (tables.columns.contains(column.text)) return;
      std::vector<std::string> names;
      for (const auto& [name, values] : tables.columns) names.push_back(name);
      refuse(column.place, fmt::format("the table trade has no column of numbers '{}'", column.text),
             fmt::format("one of: {}", fmt::join(names, ", ")), nearest_hint(column.text, names));
    };
    if (const auto* tariff = std::get_if<TariffColumn>(&change.effect)) check_column(tariff->column);
    if (const auto* cost = std::get_if<CostColumn>(&change.effect)) check_column(cost->column);
    std::vector<std::size_t> sectors;
    for (const Word& name : change.sectors) {
      const auto found = std::ranges::find(tables.sectors, name.text);
      if (found == tables.sectors.end())
        refuse(name.place, fmt::format("the data have no sector '{}'", name.text),
               fmt::format("one of: {}", fmt::join(tables.sectors, ", ")), nearest_hint(name.text, tables.sectors));
      sectors.push_back(static_cast<std::size_t>(found - tables.sectors.begin()));
    }
    if (sectors.empty())
      for (std::size_t j = 0; j < tables.sectors.size(); ++j) sectors.push_back(j);
    return sectors;
  });
}

}  // namespace tradewind::scenario
