#include "tradewind/indicators/indicators.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "indicator_files.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

// "-- unit: percent" -> "percent"
std::string_view head(std::string_view sql, std::string_view key) {
  const std::string start = fmt::format("-- {}: ", key);
  const auto begin = sql.starts_with(start) ? 0 : sql.find('\n' + start);
  if (begin == std::string_view::npos) return {};
  sql.remove_prefix(begin + start.size() + (begin == 0 ? 0 : 1));
  return sql.substr(0, sql.find('\n'));
}

std::vector<Indicator> read_indicators() {
  std::vector<Indicator> all;
  for (const auto& file : embedded::indicator_files()) {
    const std::string_view name = file.name.substr(0, file.name.rfind('.')), sql = file.content;
    all.push_back({name, head(sql, name), head(sql, "unit"), head(sql, "source"), sql});
  }
  std::ranges::sort(all, {}, &Indicator::name);
  return all;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

/// The rows that a selection is about, before those that it does not want are left out.
Extract::Places rows_of(const Extract& extract, std::string_view name, const Selection& selection) {
  return selection.reporter.empty() ? extract.rows_of(name) : extract.rows_of(name, selection.reporter.text);
}

// "../2025-07" and its like stand before this, every period that begins with a year after it.
const std::string first_with_a_beginning = "0";

bool is_selected(const Extract::Row& row, const Period& period, const Selection& selection) {
  const auto wanted = [](const std::string& value, std::string_view there) { return value.empty() || value == there; };
  return wanted(selection.partner.text, row.partner) && wanted(selection.flow, row.flow) &&
         wanted(selection.measure, row.measure) && wanted(selection.among, row.among) &&
         wanted(selection.unit, row.unit) && (!selection.period || *selection.period == period) &&
         !(selection.first_year && period.last_year() < *selection.first_year) &&
         !(selection.last_year && period.last_year() > *selection.last_year);
}

Period period_of(const Extract::Row& row) {
  const auto period = Period::from_iso(row.period);
  assert(period);
  return *period;
}

Reading reading_of(const Extract::Row& row, const Period& period) {
  const auto text = [](std::string_view there) { return std::string(there); };
  return {.reporter = {text(row.reporter)},
          .partner = {text(row.partner)},
          .flow = text(row.flow),
          .measure = text(row.measure),
          .period = period,
          .among = text(row.among),
          .unit = text(row.unit),
          .basis = text(row.basis),
          .value = row.value,
          .arithmetic = text(row.arithmetic),
          .publisher = text(row.publisher),
          .publication = text(row.publication),
          .published = text(row.published),
          .url = text(row.url)};
}

// A growth rate to two decimals, an amount to the unit: more would say more than was printed. An open end is empty.
Cell shown(double number) {
  if (!std::isfinite(number)) return {};
  const double size = std::abs(number);
  const int decimals = size >= 1000 ? 0 : size >= 10 ? 2 : 4;
  return std::stod(fmt::format("{:.{}f}", number, decimals));
}

}  // namespace

std::span<const Indicator> indicators() {
  static const std::vector<Indicator> all = read_indicators();
  return all;
}

const Indicator& indicator(std::string_view name) {
  const auto all = indicators();
  const auto found = std::ranges::find(all, name, &Indicator::name);
  if (found != all.end()) return *found;
  std::string names;
  for (const auto& known : all) names += fmt::format("{}{}", names.empty() ? "" : ", ", known.name);
  const auto nearest =
      std::ranges::max_element(all, {}, [name](const Indicator& known) { return common_prefix(known.name, name); });
  std::string hint;
  if (nearest != all.end() && common_prefix(nearest->name, name) >= 2) hint = fmt::format("Nearest: {}", nearest->name);
  throw InputError("indicator", fmt::format("unknown indicator '{}'", name), "one of " + names, hint);
}

Table show(const Ledger& ledger, std::string_view name, const Selection& selection) {
  const Extract& extract = ledger.extract();
  // By the last day of the period, which its text does not show, then by that text.
  using Place = std::tuple<std::chrono::sys_days, std::string_view, Extract::Place>;
  std::vector<Place> order;
  for (const auto place : rows_of(extract, indicator(name).name, selection)) {
    const Extract::Row row = extract.row(place);
    const Period period = period_of(row);
    if (is_selected(row, period, selection)) order.emplace_back(period.last, row.period, place);
  }
  std::ranges::sort(order);
  Table table{{"reporter", "partner", "flow", "measure", "period", "among", "unit", "basis", "low", "high",
               "arithmetic", "publisher", "published"},
              {}};
  for (const auto& [day, text, place] : order) {
    const Extract::Row row = extract.row(place);
    std::vector<Cell> cells;
    for (const auto part :
         {row.reporter, row.partner, row.flow, row.measure, row.period, row.among, row.unit, row.basis})
      cells.emplace_back(std::string(part));
    for (const double bound : {row.value.low, row.value.high}) cells.push_back(shown(bound));
    for (const auto part : {row.arithmetic, row.publisher, row.published}) cells.emplace_back(std::string(part));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

std::vector<std::vector<Reading>> readings(const Ledger& ledger, std::span<const std::string_view> names,
                                           std::span<const EconomyCode> reporters, std::span<const Period> periods,
                                           std::span<const EconomyCode> partners) {
  const Extract& extract = ledger.extract();
  std::set<std::string> wanted;
  for (const auto& period : periods) wanted.insert(to_string(period));
  const auto is_wanted = [&partners](std::string_view partner) {
    return partners.empty() || partner.empty() || partner == world_total.text ||
           std::ranges::find(partners, partner, &EconomyCode::text) != partners.end();
  };
  std::vector<std::vector<Reading>> result(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto add = [&](Extract::Places places) {
      for (const auto place : places)
        if (const Extract::Row row = extract.row(place); is_wanted(row.partner))
          result[i].push_back(reading_of(row, period_of(row)));
    };
    const std::string_view name = indicator(names[i]).name;
    for (const auto& reporter : reporters) {
      if (wanted.empty()) {
        add(extract.rows_of(name, reporter.text));
        continue;
      }
      add(extract.rows_of(name, reporter.text, "", first_with_a_beginning));
      for (auto period = wanted.lower_bound(first_with_a_beginning); period != wanted.end(); ++period)
        add(extract.rows_of(name, reporter.text, *period, *period + '\0'));
    }
  }
  return result;
}

std::vector<Reading> readings_since(const Ledger& ledger, std::string_view name, const EconomyCode& reporter,
                                    int first_year, int last_year) {
  const Extract& extract = ledger.extract();
  std::vector<Reading> result;
  for (const auto place : extract.rows_of(indicator(name).name, reporter.text, fmt::format("{:04}", first_year),
                                          fmt::format("{:04}", last_year + 1))) {
    const Extract::Row row = extract.row(place);
    result.push_back(reading_of(row, period_of(row)));
  }
  return result;
}

std::vector<Reading> readings(const Ledger& ledger, std::string_view name, std::span<const EconomyCode> reporters) {
  return std::move(readings(ledger, std::span(&name, 1), reporters).front());
}

std::vector<Reading> readings(const Ledger& ledger, std::string_view name, const Selection& selection) {
  const Extract& extract = ledger.extract();
  std::vector<Reading> result;
  for (const auto place : rows_of(extract, indicator(name).name, selection)) {
    const Extract::Row row = extract.row(place);
    const Period period = period_of(row);
    if (is_selected(row, period, selection)) result.push_back(reading_of(row, period));
  }
  return result;
}

}  // namespace tradewind
