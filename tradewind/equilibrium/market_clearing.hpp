/// The excess demand of one sector, at given sellers' terms: the one pass over the trade matrix that all equilibria
/// take.
///
/// With a kernel K_ij and sellers' weights a_i, buyer j spends E_j in proportion to K_ij a_i. Domestic sales are kept
/// apart from international ones, so that excess demand is exports less imports, exact to the last digits also where
/// almost everything is sold at home.
#pragma once
#include <Eigen/Core>
#include <cstddef>
#include <vector>

namespace tradewind::equilibrium {

/// K off the diagonal, importer by importer, in rows of whole vector registers; and its diagonal.
class TradeKernel {
 public:
  explicit TradeKernel(Eigen::Index economies);
  /// K_ij = shares_ij * change_ij.
  void fill(const Eigen::MatrixXd& shares, const Eigen::MatrixXd& change);

  Eigen::Index economies() const { return economies_; }
  double operator()(Eigen::Index exporter, Eigen::Index importer) const {
    return exporter == importer
               ? domestic_(importer)
               : foreign_[static_cast<std::size_t>(importer) * stride_ + static_cast<std::size_t>(exporter)];
  }

 private:
  friend class Demand;
  Eigen::Index economies_;
  std::size_t stride_;
  std::vector<double> foreign_;  // [importer][exporter], zero on the diagonal and in the padding
  Eigen::VectorXd domestic_;
};

/// How far an economy's market is from clearing, as a logarithm that is 0 when it clears, and the step of its price's
/// logarithm that would clear it if no other price moved.
struct Balance {
  double residual, step;
};

/// An economy's sides of the market: excess demand is `exports` - `imports` + `gap`.
struct Market {
  double output;        ///< what it has to sell
  double exports;       ///< what is bought of it abroad
  double imports;       ///< what it buys abroad
  double import_share;  ///< of imports in its expenditure
  double gap;           ///< expenditure less output, which flows in (positive) or out (negative) beside trade
};

/// Excess demand is held against trade where almost everything is sold at home, and against output where a deficit is
/// large beside it: whichever tells more.
/// `elasticity`: sigma - 1; `spending_elasticity`: of expenditure to the own price, 0 when it is held, 1 when it
/// follows. The squares of foreign market shares are neglected in the slope.
Balance balance(const Market& market, double elasticity, double spending_elasticity);

/// What buyers do at given weights and expenditure.
class Demand {
 public:
  explicit Demand(const TradeKernel& kernel);
  /// index_j = sum_i K_ij a_i; foreign_sales_i = a_i sum_{j != i} K_ij E_j / index_j.
  void at(const Eigen::VectorXd& weights, const Eigen::VectorXd& expenditure);

  Eigen::VectorXd index;          ///< K' a
  Eigen::VectorXd foreign_index;  ///< its part without domestic goods
  Eigen::VectorXd foreign_sales;  ///< exports of i
  double import_share(Eigen::Index j) const { return foreign_index(j) / index(j); }

 private:
  const TradeKernel& kernel_;
  std::vector<double> weights_, sales_;  // padded as the kernel's rows
};

}  // namespace tradewind::equilibrium
