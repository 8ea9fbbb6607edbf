/// How results are put into percent and gathered over blocs. Both simulations share this.
#pragma once
#include <Eigen/Core>
#include <vector>

#include "tradewind/equilibrium/solver_report.hpp"
#include "tradewind/estimation/model.hpp"
#include "tradewind/scenario/policy.hpp"

namespace tradewind::scenario {

/// A factor of change in percent.
inline Eigen::VectorXd percent(const Eigen::VectorXd& factor) { return 100 * (factor.array() - 1); }

/// Values of economies, and behind them their means over groups, weighted by `weights`.
Eigen::VectorXd with_groups(const Eigen::VectorXd& values, const Eigen::VectorXd& weights,
                            const std::vector<Group>& groups);

/// Trade after against trade before, in percent; NaN where there was none.
Eigen::MatrixXd percent_of_trade(const Eigen::MatrixXd& after, const Eigen::MatrixXd& before);

/// The blocs of a plan, and the world.
std::vector<Group> groups_and_world(const Plan& plan, const Economies& economies);

/// Adds one more solved world to a report.
void add(equilibrium::SolverReport& all, const equilibrium::SolverReport& one);

Coefficients coefficients_of(const estimation::Model* model);

/// InputError for more labels than can be decomposed.
void check_labels(const Plan& plan, const Scenario& scenario);

}  // namespace tradewind::scenario
