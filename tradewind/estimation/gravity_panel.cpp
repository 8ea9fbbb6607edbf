#include "tradewind/estimation/gravity_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

// Levels in the order of their first row; what is missing counts as one.
GravityCodes::Part coded(const ModelFrame& frame, const Column& column) {
  const auto* categories = std::get_if<Categories>(&column.values);
  GravityCodes::Part part{std::vector<std::uint32_t>(column.rows()), 0};
  std::unordered_map<double, std::uint32_t> codes;
  for (std::size_t row = 0; row < column.rows(); ++row) {
    double value = categories != nullptr ? categories->codes[row] : column.number(row);
    if (column.is_missing(row)) value = std::numeric_limits<double>::infinity();
    const auto [place, is_new] = codes.try_emplace(value, part.count);
    if (is_new) ++part.count;
    part.codes[row] = place->second;
  }
  if (frame.order.empty()) return part;
  std::vector<std::uint32_t> arranged(frame.order.size());
  std::ranges::transform(frame.order, arranged.begin(), [&](std::uint32_t row) { return part.codes[row]; });
  part.codes = std::move(arranged);
  return part;
}

std::vector<std::string> parts_of(const EffectTerm& effect) {
  std::vector<std::string> parts;
  for (const Expression& part : effect.parts)
    if (part.kind == Expression::Kind::column) parts.push_back(part.word);
  return parts;
}

// Whether a column is of time, among three of which any two stand in one effect.
bool is_time(const std::string& name, const std::array<std::string, 3>& all, const Columns& columns) {
  const auto is_text = [&](const std::string& column) {
    return std::holds_alternative<Categories>(columns.require(column, "--bias-correction").values);
  };
  if (std::ranges::count_if(all, is_text) == 2) return !is_text(name);
  return name == "year" || name == "time" || name == "period";
}

// From exporter^year + importer^year, wherever they stand: time is what both have. With exporter^importer beside them
// each of the three columns is what two effects have, and one of them has to look like time.
std::optional<GravityColumns> columns_of_effects(const ModelSpec& spec, const Columns& columns) {
  std::vector<GravityColumns> found;
  for (auto first = spec.effects.begin(); first != spec.effects.end(); ++first)
    for (auto second = first + 1; second != spec.effects.end(); ++second) {
      const auto one = parts_of(*first), other = parts_of(*second);
      if (one.size() != 2 || other.size() != 2) continue;
      for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t j = 0; j < 2; ++j)
          if (one[i] == other[j] && one[1 - i] != other[1 - j]) found.push_back({one[1 - i], other[1 - j], one[i]});
    }
  if (found.size() > 1)
    std::erase_if(found, [&](const GravityColumns& one) {
      return !is_time(one.time, {one.exporter, one.importer, one.time}, columns);
    });
  if (found.size() == 1) return found.front();
  if (!found.empty() || spec.effects.size() != 2) return {};
  // One period: exporter + importer.
  const auto exporter = parts_of(spec.effects[0]), importer = parts_of(spec.effects[1]);
  if (exporter.size() != 1 || importer.size() != 1) return {};
  return GravityColumns{exporter.front(), importer.front(), ""};
}

}  // namespace

GravityPanel GravityCodes::panel() const {
  return {.exporter = exporter.codes,
          .importer = importer.codes,
          .time = time.codes,
          .exporters = exporter.count,
          .importers = importer.count,
          .times = time.count,
          .pair_effects = pair_effects};
}

GravityCodes gravity_codes(const ModelFrame& frame, const Columns& columns, const GravityColumns& named) {
  const ModelSpec& spec = frame.model;
  GravityColumns chosen = named;
  if (chosen.exporter.empty() || chosen.importer.empty() || chosen.time.empty()) {
    const auto found = columns_of_effects(spec, columns);
    if (!found)
      throw InputError("--bias-correction",
                       fmt::format("'{}' does not show who exports and imports, and when", to_string(spec)),
                       "fixed effects like exporter^year + importer^year + pair",
                       "Or name the columns: --bias-correction exporter=iso_o,importer=iso_d,year=year");
    if (chosen.exporter.empty()) chosen.exporter = found->exporter;
    if (chosen.importer.empty()) chosen.importer = found->importer;
    if (chosen.time.empty()) chosen.time = found->time;
  }
  GravityCodes codes;
  codes.exporter = coded(frame, columns.require(chosen.exporter, "--bias-correction"));
  codes.importer = coded(frame, columns.require(chosen.importer, "--bias-correction"));
  if (!chosen.time.empty()) codes.time = coded(frame, columns.require(chosen.time, "--bias-correction"));
  codes.pair_effects = spec.effects.size() > 2;
  codes.columns = chosen;
  return codes;
}

}  // namespace tradewind::estimation
