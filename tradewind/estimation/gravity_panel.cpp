#include "tradewind/estimation/gravity_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

// Codes in the order of their first row, shared by all columns that are coded by it.
class Codes {
 public:
  std::vector<std::uint32_t> of(const Column& column) {
    std::vector<std::uint32_t> codes(column.rows());
    if (const auto* categories = std::get_if<Categories>(&column.values)) {
      std::vector<std::uint32_t> of_label;
      for (const std::string& label : categories->labels) of_label.push_back(code(label));
      for (std::size_t row = 0; row < codes.size(); ++row)
        if (!column.is_missing(row)) codes[row] = of_label[categories->codes[row]];
      return codes;
    }
    std::unordered_map<double, std::uint32_t> of_number;
    for (std::size_t row = 0; row < codes.size(); ++row) {
      if (column.is_missing(row)) continue;
      const auto [place, is_new] = of_number.try_emplace(column.number(row), 0);
      if (is_new) place->second = code(column.text(row));
      codes[row] = place->second;
    }
    return codes;
  }
  std::uint32_t count() const { return static_cast<std::uint32_t>(of_text_.size()); }

 private:
  std::uint32_t code(const std::string& text) {
    return of_text_.try_emplace(text, static_cast<std::uint32_t>(of_text_.size())).first->second;
  }
  std::unordered_map<std::string, std::uint32_t> of_text_;
};

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
  return {.exporter = exporter,
          .importer = importer,
          .time = time,
          .exporters = economies,
          .importers = economies,
          .times = times,
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
  Codes economies, times;
  codes.exporter = economies.of(columns.require(chosen.exporter, "--bias-correction"));
  codes.importer = economies.of(columns.require(chosen.importer, "--bias-correction"));
  codes.time = times.of(columns.require(chosen.time, "--bias-correction"));
  codes.economies = economies.count();
  codes.times = times.count();
  codes.pair_effects = spec.effects.size() > 2;
  return codes;
}

}  // namespace tradewind::estimation
