/// The weights with which sellers and buyers must enter so that trade adds up to given output and expenditure: the
/// multilateral resistances of Anderson and van Wincoop (2003), eqs. 10 and 11. (To a statistician: matrix balancing.)
#pragma once
#include <Eigen/Core>

#include "tradewind/equilibrium/accelerated_iteration.hpp"
#include "tradewind/equilibrium/market_clearing.hpp"

namespace tradewind::equilibrium {

struct BalancedTrade {
  /// log a_i: with K_ij = t_ij^(1-sigma), a_i = (Y_i / Y) Pi_i^(sigma-1) up to a common factor.
  Eigen::VectorXd log_weights;
  Iteration iteration;
};

/// Finds a_i > 0 so that X_ij = a_i K_ij E_j / sum_k a_k K_kj has the row sums `output`; its column sums are
/// `output` + `gap`. Gaps must add up to nothing. `start`: log weights to begin with.
BalancedTrade balanced_trade(const TradeKernel& kernel, const Eigen::VectorXd& output, const Eigen::VectorXd& gap,
                             Eigen::VectorXd start);

}  // namespace tradewind::equilibrium
