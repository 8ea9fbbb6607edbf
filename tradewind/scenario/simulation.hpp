/// Solves the world of a scenario.
///
///     const Scenario scenario = read_scenario("cafta-3.toml");
///     const TradeTable table = read_trade_table(find_data("goods-2022", {}, "data"), world);
///     const OneSectorProblem problem = pose(scenario, world, table, nullptr, {});
///     const Simulated<OneSectorOutcome> solved = solve(problem, problem.plan.numbers);
#pragma once
#include <Eigen/Core>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/equilibrium/multi_sector.hpp"
#include "tradewind/equilibrium/one_sector.hpp"
#include "tradewind/estimation/model.hpp"
#include "tradewind/scenario/fitted_costs.hpp"
#include "tradewind/scenario/outcome.hpp"
#include "tradewind/scenario/policy.hpp"

namespace tradewind::scenario {

/// An outcome, how it was reached, and levels for whoever wants to see them.
template <class Outcome>
struct Simulated {
  Outcome outcome;
  equilibrium::SolverReport solver;  ///< over all worlds that were solved for it
  Eigen::MatrixXd before, after;     ///< trade in the unit of the data, exporter by row
};

/// Welfare at a stage of the scenario, rows as in WelfareTold.
struct StageTold {
  Date day;
  Eigen::VectorXd welfare;
};

struct OneSectorProblem {
  Economies economies;
  DataCredit credit;
  Plan plan;
  std::vector<Group> groups;  ///< those of the plan, and the world
  Eigen::MatrixXd flows;
  std::optional<FittedCosts> fitted;  ///< start from what an estimate fits instead of the flows
  equilibrium::OneSectorOptions options;
  std::optional<Date> day;  ///< the stage to solve; nothing is the last one
};

struct MultiSectorProblem {
  SectorTables tables;
  Plan plan;
  std::vector<Group> groups;
  equilibrium::Deficits deficits = equilibrium::Deficits::kept;
  std::optional<Date> day;
};

/// Checks and places everything before anything is solved. `model`: a saved estimate, for gravity coefficients and for
/// a fitted baseline; may be null. InputError as plan(), and for a scenario without sigma, with more than `most_labels`
/// labels, or with settings that the data cannot have.
OneSectorProblem pose(const Scenario& scenario, const World& world, const TradeTable& table,
                      const estimation::Model* model, std::optional<Date> day);
MultiSectorProblem pose(const Scenario& scenario, const World& world, SectorTables tables,
                        const estimation::Model* model, std::optional<Date> day);

/// InputError where the numbers leave what a change can be, or an economy without a buyer or a seller. Does not throw
/// when there is no convergence: see SolverReport.
Simulated<OneSectorOutcome> solve(const OneSectorProblem& problem, const Numbers& numbers);
Simulated<MultiSectorOutcome> solve(const MultiSectorProblem& problem, const Numbers& numbers);

/// Welfare at each day on which something begins; empty where nothing does. `solver` is added to.
std::vector<StageTold> solve_stages(const OneSectorProblem& problem, equilibrium::SolverReport& solver);
std::vector<StageTold> solve_stages(const MultiSectorProblem& problem, equilibrium::SolverReport& solver);

}  // namespace tradewind::scenario
