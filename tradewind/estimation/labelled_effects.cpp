#include "tradewind/estimation/labelled_effects.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "tradewind/estimation/identified.hpp"

namespace tradewind::estimation {
namespace {

constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

// A row of the columns for each level, the first that is used.
std::vector<std::uint32_t> first_rows(const ModelFrame& frame, const Effect& effect) {
  std::vector<std::uint32_t> rows(effect.levels, no_row);
  for (std::size_t i = 0; i < frame.regression.observations(); ++i) {
    const std::uint32_t row = frame.regression.row(i);
    std::uint32_t& first = rows[effect.level[row]];
    first = std::min(first, frame.row(row));
  }
  return rows;
}

// A combination of columns is told by their values, anything computed by the name of its level.
void label(const EffectTerm& term, const Columns& columns, const std::vector<std::uint32_t>& rows,
           EffectEstimates& effect) {
  const bool plain =
      std::ranges::all_of(term.parts, [](const Expression& part) { return part.kind == Expression::Kind::column; });
  std::vector<const Column*> parts;
  std::vector<std::string> names;
  if (plain) {
    for (const Expression& part : term.parts) {
      parts.push_back(&columns.require(part.word, "fixed effects"));
      effect.parts.push_back(part.word);
    }
  } else {
    effect.parts = {effect.name};
    names = level_names(term, columns);
  }
  for (std::size_t level = 0; level < rows.size(); ++level) {
    if (rows[level] == no_row) continue;
    if (!plain) effect.labels.push_back(names[level]);
    for (const Column* part : parts) effect.labels.push_back(part->text(rows[level]));
  }
}

}  // namespace

std::vector<EffectEstimates> labelled_effects(const Columns& columns, const ModelFrame& frame, const Solution& solution,
                                              std::vector<std::string>& notes) {
  const Regression& regression = frame.regression;
  if (regression.effects.empty()) return {};
  const IdentifiedEffects identified = fixed_effects_identified(regression, solution);
  notes.insert(notes.end(), identified.notes.begin(), identified.notes.end());
  std::vector<EffectEstimates> effects;
  for (std::size_t e = 0; e < regression.effects.size(); ++e) {
    const Effect& from = regression.effects[e];
    const IdentifiedEffect& found = identified.effects[e];
    const auto rows = first_rows(frame, from);
    EffectEstimates effect;
    effect.name = from.name;
    effect.intercept = from.intercept;
    effect.slopes = from.slope_names;
    label(frame.model.effects[e], columns, rows, effect);
    const auto used = rows.size() - static_cast<std::size_t>(std::ranges::count(rows, no_row));
    effect.coefficients.resize(static_cast<Eigen::Index>(used), found.coefficients.cols());
    Eigen::Index place = 0;
    for (std::uint32_t level = 0; level < from.levels; ++level) {
      if (rows[level] == no_row) continue;
      effect.coefficients.row(place++) = found.coefficients.row(level);
      effect.component.push_back(found.component[level]);
      for (std::uint32_t column = 0; column < found.coefficients.cols(); ++column)
        effect.reference.push_back(std::ranges::binary_search(found.references, std::pair(level, column)));
    }
    effects.push_back(std::move(effect));
  }
  return effects;
}

}  // namespace tradewind::estimation
