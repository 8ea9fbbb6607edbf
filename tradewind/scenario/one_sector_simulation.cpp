// A scenario in a world of one sector.
#include <cmath>

#include "tradewind/scenario/decomposition.hpp"
#include "tradewind/scenario/simulation.hpp"
#include "tradewind/scenario/told.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::scenario {
namespace {

using equilibrium::OneSectorBaseline;
using equilibrium::OneSectorCounterfactual;
using equilibrium::OneSectorEquilibrium;

equilibrium::OneSectorOptions options_of(const Scenario& scenario, const World& world, const Economies& economies) {
  equilibrium::OneSectorOptions options;
  switch (scenario.world.imbalances.value_or(Imbalances::kept)) {
    case Imbalances::kept:
    case Imbalances::ratios:
      options.imbalances = equilibrium::Imbalances::ratios;
      break;
    case Imbalances::levels:
      options.imbalances = equilibrium::Imbalances::levels;
      break;
    case Imbalances::removed:
      options.imbalances = equilibrium::Imbalances::removed;
  }
  if (const auto& chosen = scenario.world.numeraire; chosen && chosen->kind != NumeraireChoice::Kind::world_output) {
    options.numeraire.kind = chosen->kind == NumeraireChoice::Kind::inward_resistance
                                 ? equilibrium::Numeraire::Kind::inward_resistance
                                 : equilibrium::Numeraire::Kind::factory_price;
    options.numeraire.economy =
        static_cast<Eigen::Index>(Parties(world, economies, {}, std::nullopt).economy(chosen->economy));
  }
  return options;
}

EconomyChanges told(const OneSectorEquilibrium& solved) {
  return {percent(solved.welfare),           percent(solved.real_output),       percent(solved.exports),
          percent(solved.imports),           percent(solved.domestic_trade),    percent(solved.factory_price),
          percent(solved.inward_resistance), percent(solved.outward_resistance)};
}

// A solved world as the one that further changes start from.
OneSectorBaseline world_after(const OneSectorCounterfactual& solved) {
  return {solved.full.flows, solved.full.flows.rowwise().sum(), solved.full.flows.colwise().sum().transpose()};
}

// The world as it is: observed, or as an estimate fits it to what is sold and bought.
OneSectorBaseline baseline(const OneSectorProblem& problem, const Numbers& numbers) {
  if (!problem.fitted) return equilibrium::observed_baseline(problem.flows, {}, {}, problem.economies.names);
  return equilibrium::fitted_baseline(problem.fitted->costs(numbers), problem.flows.rowwise().sum(),
                                      problem.flows.colwise().sum().transpose(), problem.economies.names);
}

// The worlds of a scenario for one set of numbers. Each is solved from the one that it starts from.
class Worlds {
 public:
  Worlds(const OneSectorProblem& problem, const Numbers& numbers, const std::optional<Date>& day)
      : problem_(problem), numbers_(numbers), sigma_(*numbers.find("sigma")), day_(day) {
    today_ = baseline(problem, numbers);
    start_ = today_;
    tariff_ = problem.plan.tariff;
    if (problem.plan.base.empty()) return;
    const CostChange change = cost_change(problem.plan.base, all_labels, numbers_, problem.plan.tariff, sigma_, day_);
    base_ = equilibrium::counterfactual(today_, change.factor, sigma_, problem.options);
    start_ = world_after(*base_);
    tariff_ = change.tariff;
  }

  const OneSectorBaseline& today() const { return today_; }
  /// The world that the scenario starts from, against today's; nothing where it is today's.
  const std::optional<OneSectorCounterfactual>& base() const { return base_; }
  /// Changes of some labels in the world that the scenario starts from.
  OneSectorCounterfactual with(LabelSet labels) const { return changed(start_, tariff_, labels); }
  /// All changes in today's world.
  OneSectorCounterfactual changes_today() const { return changed(today_, problem_.plan.tariff, all_labels); }

 private:
  OneSectorCounterfactual changed(const OneSectorBaseline& from, const Eigen::MatrixXd& tariff, LabelSet labels) const {
    const CostChange change = cost_change(problem_.plan.changes, labels, numbers_, tariff, sigma_, day_);
    return equilibrium::counterfactual(from, change.factor, sigma_, problem_.options);
  }

  const OneSectorProblem& problem_;
  const Numbers& numbers_;
  double sigma_;
  std::optional<Date> day_;
  OneSectorBaseline today_, start_;
  Eigen::MatrixXd tariff_;
  std::optional<OneSectorCounterfactual> base_;
};

}  // namespace

OneSectorProblem pose(const Scenario& scenario, const World& world, const TradeTable& table,
                      const estimation::Model* model, std::optional<Date> day) {
  if (find_size(scenario, "sigma") == nullptr)
    throw InputError(scenario.files.front().string(), "the scenario has no elasticity of substitution",
                     "[sizes] sigma = ...", "data/worlds/parameters.csv has published ones with their sources.");
  OneSectorProblem problem;
  problem.economies = table.economies;
  problem.credit = table.credit;
  problem.plan = plan(scenario, world, table, coefficients_of(model));
  check_labels(problem.plan, scenario);
  problem.groups = groups_and_world(problem.plan, table.economies);
  problem.flows = table.flows;
  if (scenario.world.fitted.value_or(false)) {
    if (model == nullptr)
      throw InputError(to_string(scenario.world.place), "a fitted baseline without an estimate", "--model saved.json",
                       "tradewind estimate ... --save saved.json makes one.");
    problem.fitted = fitted_costs(*model, table, problem.plan.numbers);
  }
  problem.options = options_of(scenario, world, table.economies);
  problem.day = day;
  return problem;
}

Simulated<OneSectorOutcome> solve(const OneSectorProblem& problem, const Numbers& numbers) {
  const Worlds worlds(problem, numbers, problem.day);
  const OneSectorCounterfactual main = worlds.with(all_labels);
  const Eigen::VectorXd& spent = main.baseline.expenditure;
  const auto welfare_of = [&](const OneSectorCounterfactual& solved) {
    return with_groups(percent(solved.full.welfare), spent, problem.groups);
  };

  Simulated<OneSectorOutcome> result;
  result.solver = main.solver;
  result.before = main.baseline.flows;
  result.after = main.full.flows;
  OneSectorOutcome& outcome = result.outcome;
  outcome.full = told(main.full);
  outcome.conditional = told(main.conditional);
  outcome.trade = percent_of_trade(main.full.flows, main.baseline.flows);
  outcome.conditional_trade = percent_of_trade(main.conditional.flows, main.baseline.flows);
  outcome.welfare.total = welfare_of(main);

  if (const std::size_t labels = problem.plan.labels.size(); labels > 1) {
    std::vector<equilibrium::SolverReport> reports(std::size_t{1} << labels, main.solver);
    const LabelSet all = (LabelSet{1} << labels) - 1;
    outcome.welfare.by_label = shapley_values(labels, [&](LabelSet set) -> Eigen::VectorXd {
      if (set == all) return outcome.welfare.total;
      const OneSectorCounterfactual solved = worlds.with(set);
      reports[set] = solved.solver;
      return welfare_of(solved);
    });
    for (LabelSet set = 1; set < all; ++set) add(result.solver, reports[set]);
  }
  if (const auto& base = worlds.base()) {
    add(result.solver, base->solver);
    const OneSectorCounterfactual today = worlds.changes_today();
    add(result.solver, today.solver);
    const auto against_today = [&](const Eigen::VectorXd& factor) {
      return with_groups(percent(factor), base->baseline.expenditure, problem.groups);
    };
    outcome.welfare.changes_today = against_today(today.full.welfare);
    outcome.welfare.base_today = against_today(base->full.welfare);
    outcome.welfare.both_today = against_today(base->full.welfare.cwiseProduct(main.full.welfare));
  }
  return result;
}

std::vector<StageTold> solve_stages(const OneSectorProblem& problem, equilibrium::SolverReport& solver) {
  std::vector<StageTold> stages;
  for (const Date& day : problem.plan.stages) {
    const OneSectorCounterfactual solved = Worlds(problem, problem.plan.numbers, day).with(all_labels);
    add(solver, solved.solver);
    stages.push_back({day, with_groups(percent(solved.full.welfare), solved.baseline.expenditure, problem.groups)});
  }
  return stages;
}

}  // namespace tradewind::scenario
