#include "tradewind/indicators/indicators.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
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

/// A WHERE clause with the values that it binds.
struct Condition {
  std::string sql = "TRUE";
  std::vector<Cell> values;

  void equal(std::string_view column, const std::string& value) {
    if (value.empty()) return;
    sql += fmt::format(" AND {} = ?", column);
    values.emplace_back(value);
  }
};

Condition condition_of(std::string_view name, const Selection& selection) {
  Condition condition;
  condition.equal("indicator", std::string(indicator(name).name));
  condition.equal("reporter", selection.reporter.text);
  condition.equal("partner", selection.partner.text);
  condition.equal("flow", selection.flow);
  condition.equal("measure", selection.measure);
  condition.equal("among", selection.among);
  condition.equal("unit", selection.unit);
  if (selection.period) condition.equal("period", to_string(*selection.period));
  return condition;
}

bool within_years(const Selection& selection, const Period& period) {
  return !(selection.first_year && period.last_year() < *selection.first_year) &&
         !(selection.last_year && period.last_year() > *selection.last_year);
}

constexpr std::string_view reading_columns =
    "reporter, partner, flow, measure, period, among, unit, basis, low, high, arithmetic, publisher, publication, "
    "published, url";

Period period_of(const Cell& cell) {
  const auto period = Period::from_iso(to_string(cell));
  assert(period);
  return *period;
}

// Takes a row in the order of reading_columns apart.
Reading reading_of(std::span<Cell> row) {
  const auto text = [&row](std::size_t column) {
    auto* found = std::get_if<std::string>(&row[column]);
    return found == nullptr ? std::string() : std::move(*found);
  };
  Reading reading;
  reading.reporter = {text(0)};
  reading.partner = {text(1)};
  reading.flow = text(2);
  reading.measure = text(3);
  reading.period = period_of(row[4]);
  reading.among = text(5);
  reading.unit = text(6);
  reading.basis = text(7);
  if (const auto* low = std::get_if<double>(&row[8])) reading.value.low = *low;
  if (const auto* high = std::get_if<double>(&row[9])) reading.value.high = *high;
  reading.arithmetic = text(10);
  reading.publisher = text(11);
  reading.publication = text(12);
  reading.published = text(13);
  reading.url = text(14);
  return reading;
}

// A growth rate to two decimals, an amount to the unit: more would say more than was printed.
Cell shown(const Cell& cell) {
  const auto* number = std::get_if<double>(&cell);
  if (number == nullptr) return cell;
  const double size = *number < 0 ? -*number : *number;
  const int decimals = size >= 1000 ? 0 : size >= 10 ? 2 : 4;
  return std::stod(fmt::format("{:.{}f}", *number, decimals));
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
  const Condition condition = condition_of(name, selection);
  Table all = ledger.query(
      fmt::format("SELECT reporter, partner, flow, measure, period, among, unit, basis, low, high, arithmetic, "
                  "publisher, published FROM reading WHERE {}",
                  condition.sql),
      condition.values);

  // Periods are ordered and chosen by their last day, which their text does not show.
  std::vector<std::pair<std::chrono::sys_days, std::size_t>> order;
  for (std::size_t i = 0; i < all.rows.size(); ++i) {
    const Period period = period_of(all.rows[i][4]);
    if (within_years(selection, period)) order.emplace_back(std::chrono::sys_days(period.last), i);
  }
  std::ranges::stable_sort(order, {}, &std::pair<std::chrono::sys_days, std::size_t>::first);
  Table table;
  table.columns = std::move(all.columns);
  for (const auto& [day, row] : order) {
    for (auto& cell : all.rows[row]) cell = shown(cell);
    table.rows.push_back(std::move(all.rows[row]));
  }
  return table;
}

std::vector<std::vector<Reading>> readings(const Ledger& ledger, std::span<const std::string_view> names,
                                           std::span<const EconomyCode> reporters, std::span<const Period> periods,
                                           std::span<const EconomyCode> partners) {
  std::vector<std::vector<Reading>> result(names.size());
  std::vector<Cell> values;
  const auto one_of = [&values](std::string_view column, std::size_t count, const auto& text_of) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) {
      list += list.empty() ? "?" : ", ?";
      values.emplace_back(std::string(text_of(i)));
    }
    return fmt::format("{} IN ({})", column, list);
  };
  if (names.empty() || reporters.empty()) return result;
  std::string where = one_of("indicator", names.size(), [&](std::size_t i) { return indicator(names[i]).name; });
  where += " AND " + one_of("reporter", reporters.size(), [&](std::size_t i) { return reporters[i].text; });
  if (!periods.empty())
    where += " AND (period < '0' OR " +
             one_of("period", periods.size(), [&](std::size_t i) { return to_string(periods[i]); }) + ")";
  if (!partners.empty())
    where += " AND (partner = '' OR partner = 'WLD' OR " +
             one_of("partner", partners.size(), [&](std::size_t i) { return partners[i].text; }) + ")";
  Table table = ledger.query(fmt::format("SELECT indicator, {} FROM reading WHERE {}", reading_columns, where), values);
  for (auto& row : table.rows) {
    const auto place = std::ranges::find(names, std::get<std::string>(row.front()));
    result[static_cast<std::size_t>(place - names.begin())].push_back(reading_of(std::span(row).subspan(1)));
  }
  return result;
}

std::vector<Reading> readings_since(const Ledger& ledger, std::string_view name, const EconomyCode& reporter,
                                    int first_year, int last_year) {
  Table table = ledger.query(
      fmt::format("SELECT {} FROM reading WHERE indicator = ? AND reporter = ? AND period >= ? AND period < ?",
                  reading_columns),
      {std::string(indicator(name).name), reporter.text, fmt::format("{:04}", first_year),
       fmt::format("{:04}", last_year + 1)});
  std::vector<Reading> result;
  for (auto& row : table.rows) result.push_back(reading_of(row));
  return result;
}

std::vector<Reading> readings(const Ledger& ledger, std::string_view name, std::span<const EconomyCode> reporters) {
  return std::move(readings(ledger, std::span(&name, 1), reporters).front());
}

std::vector<Reading> readings(const Ledger& ledger, std::string_view name, const Selection& selection) {
  const Condition condition = condition_of(name, selection);
  Table table =
      ledger.query(fmt::format("SELECT {} FROM reading WHERE {}", reading_columns, condition.sql), condition.values);
  std::vector<Reading> result;
  for (auto& row : table.rows) {
    Reading reading = reading_of(row);
    if (within_years(selection, reading.period)) result.push_back(std::move(reading));
  }
  return result;
}

}  // namespace tradewind
