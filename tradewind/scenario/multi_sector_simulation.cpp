// A scenario in a world of many sectors.
#include <limits>

#include "tradewind/scenario/decomposition.hpp"
#include "tradewind/scenario/simulation.hpp"
#include "tradewind/scenario/told.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::scenario {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using equilibrium::MultiSectorCounterfactual;
using equilibrium::TradePolicy;

VectorXd vector_of(const std::vector<double>& values) {
  return Eigen::Map<const VectorXd>(values.data(), static_cast<Index>(values.size()));
}

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// [sector][economy] as economies x sectors.
MatrixXd by_economy(const std::vector<double>& values, std::size_t sectors, std::size_t economies) {
  return Eigen::Map<const MatrixXd>(values.data(), static_cast<Index>(economies), static_cast<Index>(sectors));
}

// [sector][economy][partner] summed over partners, economies x sectors; and over sectors, economies x partners.
MatrixXd over_partners(const std::vector<double>& values, std::size_t sectors, std::size_t n) {
  MatrixXd sums(n, sectors);
  for (std::size_t j = 0; j < sectors; ++j)
    for (std::size_t i = 0; i < n; ++i) {
      double sum = 0;
      for (std::size_t partner = 0; partner < n; ++partner) sum += values[(j * n + i) * n + partner];
      sums(static_cast<Index>(i), static_cast<Index>(j)) = sum;
    }
  return sums;
}
MatrixXd over_sectors(const std::vector<double>& values, std::size_t sectors, std::size_t n) {
  const auto size = static_cast<Index>(n);
  MatrixXd sums = MatrixXd::Zero(size, size);
  for (std::size_t j = 0; j < sectors; ++j) sums += Eigen::Map<const RowMajor>(&values[j * n * n], size, size);
  return sums;
}

// All sectors' trade, exporter by row.
MatrixXd trade_of(const std::vector<double>& trade, std::size_t sectors, std::size_t n) {
  return over_sectors(trade, sectors, n).transpose();
}

// A factor in percent where there was something; NaN where there was nothing.
MatrixXd percent_where(const MatrixXd& factor, const MatrixXd& before) {
  return (before.array() > 0).select(100 * (factor.array() - 1), std::numeric_limits<double>::quiet_NaN());
}

class Worlds {
 public:
  Worlds(const MultiSectorProblem& problem, const Numbers& numbers, std::optional<Date> day)
      : problem_(problem), numbers_(numbers), day_(day), world_(problem.tables.world) {
    if (const auto scale = numbers.find("theta_scale"))
      for (double& theta : world_.elasticity) theta *= *scale;
    start_ = policy(problem.plan, 0);
  }

  MultiSectorCounterfactual with(LabelSet labels) const {
    return equilibrium::counterfactual(world_, start_, policy(problem_.plan, labels), problem_.deficits);
  }
  MultiSectorCounterfactual base_today() const {
    return equilibrium::counterfactual(world_, {}, start_, problem_.deficits);
  }
  MultiSectorCounterfactual both_today() const {
    return equilibrium::counterfactual(world_, {}, policy(problem_.plan, all_labels), problem_.deficits);
  }
  MultiSectorCounterfactual changes_today() const {
    Plan without_base = problem_.plan;
    without_base.base.clear();
    return equilibrium::counterfactual(world_, {}, policy(without_base, all_labels), problem_.deficits);
  }

 private:
  TradePolicy policy(const Plan& plan, LabelSet labels) const {
    return trade_policy(plan, labels, numbers_, problem_.tables, world_.elasticity, day_);
  }

  const MultiSectorProblem& problem_;
  const Numbers& numbers_;
  std::optional<Date> day_;
  equilibrium::MultiSectorWorld world_;
  TradePolicy start_;
};

}  // namespace

MultiSectorProblem pose(const Scenario& scenario, const World& world, SectorTables tables,
                        const estimation::Model* model, std::optional<Date> day) {
  const auto refuse = [&](std::string found, std::string expected, std::string hint = {}) {
    throw InputError(to_string(scenario.world.place), std::move(found), std::move(expected), std::move(hint));
  };
  MultiSectorProblem problem;
  switch (scenario.world.imbalances.value_or(Imbalances::kept)) {
    case Imbalances::kept:
      break;
    case Imbalances::removed:
      problem.deficits = equilibrium::Deficits::removed;
      break;
    default:
      refuse("imbalances of a world of one sector", "\"kept\" or \"removed\" in a world of many sectors",
             "Kept deficits keep their share of world value added.");
  }
  if (scenario.world.numeraire)
    refuse("a numeraire in a world of many sectors", "none", "World value added is what does not change there.");
  if (scenario.world.fitted.value_or(false)) refuse("a fitted baseline in a world of many sectors", "\"observed\"");
  if (scenario.world.year && tables.columns.contains("year")) refuse("years in data by sector", "tables of one year");
  problem.plan = plan(scenario, world, tables, coefficients_of(model));
  check_labels(problem.plan, scenario);
  problem.groups = groups_and_world(problem.plan, tables.economies);
  problem.tables = std::move(tables);
  problem.day = day;
  return problem;
}

Simulated<MultiSectorOutcome> solve(const MultiSectorProblem& problem, const Numbers& numbers) {
  const Worlds worlds(problem, numbers, problem.day);
  const MultiSectorCounterfactual main = worlds.with(all_labels);
  const std::size_t n = problem.tables.economies.size(), sectors = problem.tables.sectors.size();
  const VectorXd income = vector_of(main.baseline.income);
  const auto told_welfare = [&](const MultiSectorCounterfactual& solved) {
    return with_groups(vector_of(solved.welfare), income, problem.groups);
  };

  Simulated<MultiSectorOutcome> result;
  result.solver = main.solver;
  result.before = trade_of(main.baseline.trade, sectors, n);
  result.after = trade_of(main.counterfactual.trade, sectors, n);
  MultiSectorOutcome& outcome = result.outcome;
  outcome.real_wage = percent(vector_of(main.real_wage));
  outcome.real_income = percent(vector_of(main.real_income));
  outcome.wage = percent(vector_of(main.wage));
  outcome.price_index = percent(vector_of(main.price_index));
  outcome.exports = percent(vector_of(main.exports));
  outcome.imports = percent(vector_of(main.imports));
  outcome.terms_of_trade = vector_of(main.terms_of_trade);
  outcome.volume_of_trade = vector_of(main.volume_of_trade);
  outcome.trade_efficiency = vector_of(main.trade_efficiency);
  const MatrixXd output = by_economy(main.baseline.output, sectors, n);
  outcome.sector_output = percent_where(by_economy(main.output, sectors, n), output);
  MatrixXd exports = MatrixXd::Zero(output.rows(), output.cols());
  for (std::size_t j = 0; j < sectors; ++j) {
    const Eigen::Map<const RowMajor> trade(&main.baseline.trade[j * n * n], output.rows(), output.rows());
    exports.col(static_cast<Index>(j)) = trade.colwise().sum().transpose() - trade.diagonal();
  }
  outcome.sector_exports = percent_where(by_economy(main.sector_exports, sectors, n), exports);
  outcome.sector_terms = over_partners(main.terms_of_trade_by_partner, sectors, n);
  outcome.sector_volume = over_partners(main.volume_of_trade_by_partner, sectors, n);
  outcome.sector_efficiency = over_partners(main.trade_efficiency_by_partner, sectors, n);
  outcome.partner_terms = over_sectors(main.terms_of_trade_by_partner, sectors, n);
  outcome.partner_volume = over_sectors(main.volume_of_trade_by_partner, sectors, n);
  outcome.partner_efficiency = over_sectors(main.trade_efficiency_by_partner, sectors, n);
  outcome.trade = percent_of_trade(result.after, result.before);
  outcome.welfare.total = told_welfare(main);

  if (const std::size_t labels = problem.plan.labels.size(); labels > 1) {
    std::vector<equilibrium::SolverReport> reports(std::size_t{1} << labels, main.solver);
    const LabelSet all = (LabelSet{1} << labels) - 1;
    outcome.welfare.by_label = shapley_values(labels, [&](LabelSet set) -> VectorXd {
      if (set == all) return outcome.welfare.total;
      const MultiSectorCounterfactual solved = worlds.with(set);
      reports[set] = solved.solver;
      return told_welfare(solved);
    });
    for (LabelSet set = 1; set < all; ++set) add(result.solver, reports[set]);
  }
  if (!problem.plan.base.empty()) {
    const auto against_today = [&](const MultiSectorCounterfactual& solved) {
      add(result.solver, solved.solver);
      return with_groups(vector_of(solved.welfare), vector_of(solved.baseline.income), problem.groups);
    };
    outcome.welfare.changes_today = against_today(worlds.changes_today());
    outcome.welfare.base_today = against_today(worlds.base_today());
    outcome.welfare.both_today = against_today(worlds.both_today());
  }
  return result;
}

std::vector<StageTold> solve_stages(const MultiSectorProblem& problem, equilibrium::SolverReport& solver) {
  std::vector<StageTold> stages;
  for (const Date& day : problem.plan.stages) {
    const MultiSectorCounterfactual solved = Worlds(problem, problem.plan.numbers, day).with(all_labels);
    add(solver, solved.solver);
    stages.push_back({day, with_groups(vector_of(solved.welfare), vector_of(solved.baseline.income), problem.groups)});
  }
  return stages;
}

}  // namespace tradewind::scenario
