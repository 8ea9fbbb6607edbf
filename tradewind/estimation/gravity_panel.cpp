#include "tradewind/estimation/gravity_panel.hpp"

#include <fmt/format.h>

#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

// Levels in the order of their first row; what is missing counts as one.
GravityCodes::Part coded(const Column& column) {
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
  return part;
}

std::vector<std::string> parts_of(const EffectTerm& effect) {
  std::vector<std::string> parts;
  for (const Expression& part : effect.parts)
    if (part.kind == Expression::Kind::column) parts.push_back(part.word);
  return parts;
}

// From exporter^year + importer^year; nothing when the effects have another shape.
std::optional<GravityColumns> columns_of_effects(const ModelSpec& spec) {
  if (spec.effects.size() < 2) return {};
  const auto first = parts_of(spec.effects[0]), second = parts_of(spec.effects[1]);
  if (first.size() != 2 || second.size() != 2) return {};
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t j = 0; j < 2; ++j)
      if (first[i] == second[j] && first[1 - i] != second[1 - j])
        return GravityColumns{first[1 - i], second[1 - j], first[i]};
  return {};
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

GravityCodes gravity_codes(const ModelSpec& spec, const Columns& columns, const GravityColumns& named) {
  GravityColumns chosen = named;
  if (chosen.exporter.empty() || chosen.importer.empty() || chosen.time.empty()) {
    const auto found = columns_of_effects(spec);
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
  codes.exporter = coded(columns.require(chosen.exporter, "--bias-correction"));
  codes.importer = coded(columns.require(chosen.importer, "--bias-correction"));
  codes.time = coded(columns.require(chosen.time, "--bias-correction"));
  codes.pair_effects = spec.effects.size() > 2;
  return codes;
}

}  // namespace tradewind::estimation
