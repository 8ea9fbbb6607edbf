/// Trade costs that a saved estimate implies for every pair of a table:
///     log t_ij^(1-sigma) = x_ij'b + effects that are neither the exporter's nor the importer's (of the pair).
/// Exporters' and importers' effects are left to the resistances, which take their place (Fally 2015).
#pragma once
#include <Eigen/Core>

#include "tradewind/estimation/model.hpp"
#include "tradewind/scenario/policy.hpp"
#include "tradewind/scenario/world_data.hpp"

namespace tradewind::scenario {

struct FittedCosts {
  Eigen::MatrixXd regressors;  ///< a pair a row, exporter + importer * economies; a coefficient a column
  Eigen::VectorXd effects;     ///< a pair each
  std::size_t first = 0;       ///< where the coefficients stand in Plan::numbers

  /// t_ij^(1-sigma) for these numbers, exporter by row.
  Eigen::MatrixXd costs(const Numbers& numbers) const;
};

/// `numbers`: those of the plan, with the model's coefficients last.
/// InputError: a regressor that the table does not have (nearest names) or that is missing for a pair, a pair whose
/// effect the estimate does not have.
FittedCosts fitted_costs(const estimation::Model& model, const TradeTable& table, const Numbers& numbers);

}  // namespace tradewind::scenario
