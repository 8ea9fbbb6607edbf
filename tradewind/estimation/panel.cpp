#include "tradewind/estimation/panel.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <oneapi/tbb/parallel_sort.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "tradewind/estimation/formula.hpp"
#include "tradewind/estimation/level_codes.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

/// Each row's time in steps since the first; the value of missing rows has no meaning.
std::vector<std::int32_t> steps_of(const Column& time) {
  const std::size_t rows = time.rows();
  std::vector<std::int32_t> steps(rows, 0);
  if (const auto* categories = std::get_if<Categories>(&time.values)) {
    std::vector<std::uint32_t> order(categories->labels.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](std::uint32_t code) { return categories->labels[code]; });
    std::vector<std::int32_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<std::int32_t>(i);
    for (std::size_t row = 0; row < rows; ++row)
      if (!time.is_missing(row)) steps[row] = place[categories->codes[row]];
    return steps;
  }
  double first = std::numeric_limits<double>::infinity();
  for (std::size_t row = 0; row < rows; ++row)
    if (const double value = time.number(row); !std::isnan(value)) {
      if (value != std::trunc(value) || std::abs(value) > 1e9)
        throw InputError("--panel", fmt::format("row {}: {} is {}", row + 1, time.name, value),
                         "a time in whole numbers, such as years");
      first = std::min(first, value);
    }
  std::int64_t step = 0;
  for (std::size_t row = 0; row < rows; ++row)
    if (!time.is_missing(row)) step = std::gcd(step, static_cast<std::int64_t>(time.number(row) - first));
  for (std::size_t row = 0; row < rows; ++row)
    if (!time.is_missing(row) && step != 0)
      steps[row] = static_cast<std::int32_t>(static_cast<std::int64_t>(time.number(row) - first) / step);
  return steps;
}

}  // namespace

Panel parse_panel(std::string_view text) {
  std::string separated(text);
  std::ranges::replace(separated, ',', ' ');
  std::ranges::replace(separated, '+', ' ');
  std::vector<std::string> names;
  for (std::size_t at = separated.starts_with('~') ? 1 : 0; at < separated.size();) {
    const bool quoted = separated[at] == '`';
    if (separated[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t begin = quoted ? at + 1 : at;
    const std::size_t end = std::min(separated.find(quoted ? '`' : ' ', begin), separated.size());
    names.push_back(separated.substr(begin, end - begin));
    at = end + 1;
  }
  if (names.size() < 2)
    throw InputError("--panel", fmt::format("'{}'", text), "the unit's columns and then the column of time",
                     "--panel \"pair year\"");
  Panel panel{{}, names.back()};
  names.pop_back();
  panel.unit = std::move(names);
  return panel;
}

PanelIndex::PanelIndex(const Panel& panel, const Columns& columns) : rows_(columns.rows()) {
  std::vector<const Column*> unit;
  for (const std::string& name : panel.unit) unit.push_back(&columns.require(name, "--panel"));
  const Column& time = columns.require(panel.time, "--panel");
  const LevelCodes units = level_codes(unit);
  const std::vector<std::int32_t> steps = steps_of(time);
  for (std::size_t row = 0; row < rows_; ++row)
    if (units.codes[row] != LevelCodes::missing && !time.is_missing(row))
      moments_.push_back({units.codes[row], steps[row], static_cast<std::uint32_t>(row)});
  tbb::parallel_sort(moments_.begin(), moments_.end(), [](const Moment& a, const Moment& b) {
    return std::tie(a.unit, a.time, a.row) < std::tie(b.unit, b.time, b.row);
  });
  const auto twice = std::ranges::adjacent_find(
      moments_, [](const Moment& a, const Moment& b) { return a.unit == b.unit && a.time == b.time; });
  if (twice != moments_.end()) {
    std::vector<std::string> named;
    for (const Column* column : unit) named.push_back(fmt::format("{} {}", column->name, column->text(twice->row)));
    throw InputError("--panel",
                     fmt::format("{}, {} {} stands in rows {} and {}", fmt::join(named, ", "), time.name,
                                 time.text(twice->row), twice->row + 1, std::next(twice)->row + 1),
                     "one row for each unit and time",
                     "Name all columns of the unit: --panel \"exporter importer year\"");
  }
}

std::vector<std::uint32_t> PanelIndex::earlier(int steps) const {
  std::vector<std::uint32_t> rows(rows_, none);
  // Both walk through the panel in its order, one of them `steps` behind or ahead.
  auto other = moments_.begin();
  for (const Moment& moment : moments_) {
    const auto wanted = std::pair(moment.unit, std::int64_t{moment.time} - steps);
    while (other != moments_.end() && std::pair(other->unit, std::int64_t{other->time}) < wanted) ++other;
    if (other != moments_.end() && std::pair(other->unit, std::int64_t{other->time}) == wanted)
      rows[moment.row] = other->row;
  }
  return rows;
}

}  // namespace tradewind::estimation
