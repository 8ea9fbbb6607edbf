/// What a counterfactual says, as plain arrays: in percent against the world that the scenario starts from.
#pragma once
#include <Eigen/Core>

namespace tradewind::scenario {

/// Welfare. Rows: economies, then the blocs that the scenario names, then the world. A bloc's welfare is that of its
/// members, weighted by what they spend in the world that the change is measured against.
struct WelfareTold {
  Eigen::VectorXd total;
  /// What each label contributes (Shapley), in percentage points; no columns where there is one label.
  Eigen::MatrixXd by_label;
  /// Where the scenario starts from another world than today's; otherwise empty.
  Eigen::VectorXd changes_today;  ///< the changes made in today's world, against today's
  Eigen::VectorXd base_today;     ///< the world that it starts from, against today's
  Eigen::VectorXd both_today;     ///< that world with the changes, against today's
};

/// One entry an economy.
struct EconomyChanges {
  Eigen::VectorXd welfare, real_output, exports, imports, domestic_trade, factory_price, inward_resistance,
      outward_resistance;
};

struct OneSectorOutcome {
  EconomyChanges full, conditional;
  WelfareTold welfare;                       ///< in the full endowment equilibrium
  Eigen::MatrixXd trade, conditional_trade;  ///< exporter by row; NaN where there was none
};

struct MultiSectorOutcome {
  Eigen::VectorXd real_wage, real_income, wage, price_index, exports, imports;
  /// Percent of baseline income; welfare.total is their sum.
  Eigen::VectorXd terms_of_trade, volume_of_trade, trade_efficiency;
  WelfareTold welfare;
  Eigen::MatrixXd sector_output, sector_exports;                      ///< economies x sectors, percent
  Eigen::MatrixXd sector_terms, sector_volume, sector_efficiency;     ///< economies x sectors: their part of the above
  Eigen::MatrixXd partner_terms, partner_volume, partner_efficiency;  ///< economies x partners, likewise
  Eigen::MatrixXd trade;  ///< exporter by row, all sectors, net of tariffs; NaN where there was none
};

/// Visits the arrays of an outcome in a fixed order: what an ensemble keeps of each draw. `pairs`: those of pairs of
/// economies too.
template <class Outcome, class Visit>
requires requires(Outcome& outcome) { outcome.conditional; }
void each_array(Outcome& outcome, bool pairs, const Visit& visit) {
  for (auto* changes : {&outcome.full, &outcome.conditional}) {
    visit(changes->welfare), visit(changes->real_output), visit(changes->exports), visit(changes->imports);
    visit(changes->domestic_trade), visit(changes->factory_price);
    visit(changes->inward_resistance), visit(changes->outward_resistance);
  }
  each_welfare(outcome.welfare, visit);
  if (pairs) visit(outcome.trade), visit(outcome.conditional_trade);
}

template <class Outcome, class Visit>
requires requires(Outcome& outcome) { outcome.real_wage; }
void each_array(Outcome& outcome, bool pairs, const Visit& visit) {
  visit(outcome.real_wage), visit(outcome.real_income), visit(outcome.wage), visit(outcome.price_index);
  visit(outcome.exports), visit(outcome.imports);
  visit(outcome.terms_of_trade), visit(outcome.volume_of_trade), visit(outcome.trade_efficiency);
  each_welfare(outcome.welfare, visit);
  visit(outcome.sector_output), visit(outcome.sector_exports);
  visit(outcome.sector_terms), visit(outcome.sector_volume), visit(outcome.sector_efficiency);
  if (pairs) {
    visit(outcome.partner_terms), visit(outcome.partner_volume), visit(outcome.partner_efficiency);
    visit(outcome.trade);
  }
}

template <class Welfare, class Visit>
void each_welfare(Welfare& welfare, const Visit& visit) {
  visit(welfare.total), visit(welfare.by_label);
  visit(welfare.changes_today), visit(welfare.base_today), visit(welfare.both_today);
}

}  // namespace tradewind::scenario
