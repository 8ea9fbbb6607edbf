/// What both routes through the one-sector model share: how income is spent, which checks a change must pass, and how
/// results are told. The solutions themselves are in exact_hat.cpp and multilateral_resistance.cpp.
#pragma once
#include <Eigen/Core>

#include "tradewind/equilibrium/accelerated_iteration.hpp"
#include "tradewind/equilibrium/market_clearing.hpp"
#include "tradewind/equilibrium/one_sector.hpp"

namespace tradewind::equilibrium {

/// E_j - Y_j as imports less exports: of small trade beside large domestic sales, without the rounding of the
/// difference. None where they are removed.
Eigen::VectorXd deficits(const OneSectorBaseline& baseline, Imbalances imbalances);

/// What economies spend at given nominal output.
class Spending {
 public:
  Spending(const OneSectorBaseline& baseline, Imbalances imbalances);
  /// `gap` is expenditure less output, without the rounding of their difference.
  void at(const Eigen::VectorXd& output, Eigen::VectorXd& expenditure, Eigen::VectorXd& gap) const;

 private:
  Imbalances imbalances_;
  Eigen::VectorXd deficit_ratio_;  // (E_j - Y_j) / Y_j
  Eigen::VectorXd deficit_share_;  // (E_j - Y_j) / Y
};

/// A solved equilibrium before a numeraire is chosen.
struct RawEquilibrium {
  Eigen::VectorXd price;        ///< factory-gate price, as a factor; in the conditional equilibrium 1 / Pi_i
  Eigen::VectorXd index;        ///< P_j^(1-sigma), as a factor
  Eigen::VectorXd output;       ///< level
  Eigen::VectorXd expenditure;  ///< level
  Eigen::MatrixXd flows;        ///< level
  Eigen::VectorXd imbalance;    ///< residual of every market, see Balance
};

/// Trade at sellers' weights p_i^(1-sigma), up to the preference for i's good that the kernel may leave out.
RawEquilibrium raw_equilibrium(const TradeKernel& kernel, const Eigen::VectorXd& log_price,
                               const Eigen::VectorXd& log_weights, const Eigen::VectorXd& output,
                               const Eigen::VectorXd& expenditure);
double largest_imbalance(const RawEquilibrium& equilibrium);

/// InputErrors as told at `fitted_baseline` and `counterfactual`.
void check_fitted(const Eigen::MatrixXd& costs, const Eigen::VectorXd& output, const Eigen::VectorXd& expenditure,
                  const std::vector<std::string>& names);
void check_counterfactual(const OneSectorBaseline& baseline, const Eigen::MatrixXd& cost_change, double sigma,
                          const OneSectorOptions& options);

OneSectorEquilibrium told_conditional(const RawEquilibrium& raw, const OneSectorBaseline& baseline, double sigma,
                                      const Numeraire& numeraire);
OneSectorEquilibrium told_full(const RawEquilibrium& raw, const OneSectorBaseline& baseline, double sigma,
                               const OneSectorOptions& options);

/// Adds one more solve to a report.
void add(SolverReport& report, const Iteration& iteration);

}  // namespace tradewind::equilibrium
