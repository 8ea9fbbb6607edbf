#include "tradewind/scenario/fitted_costs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

#include "tradewind/estimation/regressor_columns.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::scenario {
namespace {

using Eigen::Index;

constexpr std::string_view constant = "(Intercept)";

// The row of the table that is about each pair, in the order of FittedCosts.
std::vector<std::size_t> rows_of_pairs(const TradeTable& table) {
  const std::size_t n = table.economies.size();
  std::vector<std::size_t> rows;
  for (std::size_t importer = 0; importer < n; ++importer)
    for (std::size_t exporter = 0; exporter < n; ++exporter) {
      const std::ptrdiff_t row = table.row[exporter * n + importer];
      if (row < 0)
        throw InputError(
            table.file.string(),
            fmt::format("no row for {} to {}", table.economies.names[exporter], table.economies.names[importer]),
            "the regressors of every pair, for costs of an estimate");
      rows.push_back(static_cast<std::size_t>(row));
    }
  return rows;
}

std::string pair_of(const TradeTable& table, std::size_t pair) {
  const std::size_t n = table.economies.size();
  return fmt::format("{} to {}", table.economies.names[pair % n], table.economies.names[pair / n]);
}

// Effects of the exporter or importer, alone or in a year, are not costs.
bool is_of_one_side(const estimation::EffectEstimates& effect) {
  const auto all_of = [&](std::string_view side) {
    return std::ranges::all_of(effect.parts, [&](const std::string& part) { return part == side || part == "year"; });
  };
  return all_of("exporter") || all_of("importer");
}

std::string key_of(const std::vector<std::string>& labels) {
  std::string key;
  for (const std::string& label : labels) key += fmt::format("{}:{}", label.size(), label);
  return key;
}

void add_effects(Eigen::VectorXd& sums, const estimation::EffectEstimates& effect, const TradeTable& table,
                 const std::vector<std::size_t>& rows, const std::string& where) {
  if (!effect.slopes.empty())
    throw InputError(where, fmt::format("the effect {} has slopes", effect.name), "effects of pairs without slopes");
  std::unordered_map<std::string, double> value_of;
  const std::size_t parts = effect.parts.size();
  for (std::size_t level = 0; level * parts < effect.labels.size(); ++level) {
    const auto first = effect.labels.begin() + static_cast<std::ptrdiff_t>(level * parts);
    value_of[key_of({first, first + static_cast<std::ptrdiff_t>(parts)})] =
        effect.coefficients(static_cast<Index>(level), 0);
  }
  std::vector<const Column*> columns;
  for (const std::string& part : effect.parts) columns.push_back(&table.columns.require(part, where));
  for (std::size_t pair = 0; pair < rows.size(); ++pair) {
    std::vector<std::string> labels;
    for (const Column* column : columns) labels.push_back(column->text(rows[pair]));
    const auto found = value_of.find(key_of(labels));
    if (found == value_of.end() || std::isnan(found->second))
      throw InputError(where, fmt::format("no estimate of the effect {} for {}", effect.name, pair_of(table, pair)),
                       "an estimate over the pairs of the data, domestic sales included",
                       "Pairs that never trade in the estimate's sample have none; start from observed flows then.");
    sums(static_cast<Index>(pair)) += found->second;
  }
}

}  // namespace

Eigen::MatrixXd FittedCosts::costs(const Numbers& numbers) const {
  const Eigen::Map<const Eigen::VectorXd> coefficients(numbers.values.data() + first, regressors.cols());
  const Eigen::VectorXd logarithms = effects + regressors * coefficients;
  const auto n = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(effects.size()))));
  // The common factor is free; taking the largest out keeps the exponentials in range.
  return (logarithms.array() - logarithms.maxCoeff()).exp().matrix().reshaped(n, n);
}

FittedCosts fitted_costs(const estimation::Model& model, const TradeTable& table, const Numbers& numbers) {
  const std::string where = "--model";
  const estimation::Formula formula = estimation::parse_formula(model.formula);
  const estimation::ModelSpec spec = estimation::expand(formula).front();
  const estimation::Evaluation evaluation(table.columns, std::nullopt, model.formula, "the formula of the estimate");
  const auto columns =
      estimation::regressor_columns(spec.regressors, spec.constant || !spec.effects.empty(), evaluation);
  std::vector<std::string> names;
  for (const auto& column : columns) names.push_back(column.name);

  const std::vector<std::size_t> rows = rows_of_pairs(table);
  const auto pairs = static_cast<Index>(rows.size());
  FittedCosts fitted;
  fitted.first = numbers.names.size() - model.coefficients.size();
  fitted.regressors.resize(pairs, static_cast<Index>(model.coefficients.size()));
  fitted.effects = Eigen::VectorXd::Zero(pairs);
  for (std::size_t k = 0; k < model.coefficients.size(); ++k) {
    const std::string& name = model.coefficients[k].name;
    auto values = fitted.regressors.col(static_cast<Index>(k));
    if (name == constant) {
      values.setOnes();
      continue;
    }
    const auto column = std::ranges::find(columns, name, &estimation::RegressorColumn::name);
    if (column == columns.end())
      throw InputError(where, fmt::format("the data say nothing of the regressor {}", name),
                       "data with the columns of the estimate", nearest_hint(name, names));
    for (std::size_t pair = 0; pair < rows.size(); ++pair) {
      const double value = column->values[rows[pair]];
      if (!std::isfinite(value))
        throw InputError(table.file.string(), fmt::format("{} of {} is missing", name, pair_of(table, pair)),
                         "the regressors of every pair, domestic sales included");
      values(static_cast<Index>(pair)) = value;
    }
  }
  for (const auto& effect : model.effects)
    if (!is_of_one_side(effect)) add_effects(fitted.effects, effect, table, rows, where);
  if (model.effects.size() < spec.effects.size())
    for (const auto& effect : spec.effects) {
      const std::string name = estimation::to_string(effect);
      const bool one_side = name == "exporter" || name == "importer" || name == "exporter^year" ||
                            name == "importer^year" || name == "year";
      if (!one_side &&
          std::ranges::find(model.effects, name, &estimation::EffectEstimates::name) == model.effects.end())
        throw InputError(where, fmt::format("the estimates of the effect {} are not in the file", name),
                         "an estimate saved with its effects: tradewind estimate ... --save FILE");
    }
  return fitted;
}

}  // namespace tradewind::scenario
