#include "tradewind/scenario/told.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "tradewind/scenario/decomposition.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::scenario {

using Eigen::Index;

Eigen::VectorXd with_groups(const Eigen::VectorXd& values, const Eigen::VectorXd& weights,
                            const std::vector<Group>& groups) {
  Eigen::VectorXd told(values.size() + static_cast<Index>(groups.size()));
  told.head(values.size()) = values;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    double sum = 0, weight = 0;
    for (const std::size_t member : groups[g].members) {
      const auto i = static_cast<Index>(member);
      sum += weights(i) * values(i);
      weight += weights(i);
    }
    told(values.size() + static_cast<Index>(g)) = sum / weight;
  }
  return told;
}

Eigen::MatrixXd percent_of_trade(const Eigen::MatrixXd& after, const Eigen::MatrixXd& before) {
  return (before.array() > 0)
      .select(100 * (after.array() / before.array() - 1), std::numeric_limits<double>::quiet_NaN());
}

std::vector<Group> groups_and_world(const Plan& plan, const Economies& economies) {
  std::vector<Group> groups = plan.groups;
  Group world{world_total.text, "World", std::vector<std::size_t>(economies.size())};
  std::iota(world.members.begin(), world.members.end(), std::size_t{0});
  groups.push_back(std::move(world));
  return groups;
}

void add(equilibrium::SolverReport& all, const equilibrium::SolverReport& one) {
  all.converged = all.converged && one.converged;
  all.residual = std::max(all.residual, one.residual);
  all.iterations += one.iterations;
  all.seconds += one.seconds;
}

Coefficients coefficients_of(const estimation::Model* model) {
  Coefficients coefficients;
  if (model == nullptr) return coefficients;
  for (const auto& row : model->coefficients) {
    coefficients.names.push_back(row.name);
    coefficients.values.push_back(row.estimate);
  }
  return coefficients;
}

void check_labels(const Plan& plan, const Scenario& scenario) {
  if (plan.labels.size() <= most_labels) return;
  throw InputError(scenario.files.front().string(), fmt::format("{} labels", plan.labels.size()),
                   fmt::format("at most {}", most_labels),
                   "Every set of labels is a world to be solved: give kinds of changes a label in common.");
}

}  // namespace tradewind::scenario
