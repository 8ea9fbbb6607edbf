/// Trade in every sector at given costs and expenditure: Caliendo and Parro (2015), eqs. 10 and 11 in changes.
///
/// Arrays `[sector][economy]` are padded here: sector j, economy n at j * stride + n, with `stride()` a whole number of
/// cache lines.
#pragma once
#include <Eigen/Core>
#include <cstddef>
#include <vector>

#include "tradewind/equilibrium/multi_sector.hpp"

namespace tradewind::equilibrium {

/// What crosses borders by economy, summed over sectors, net of tariffs; and what the importers' treasuries earn.
struct BorderTrade {
  Eigen::VectorXd exports, imports, revenue;  ///< [economy]
  /// exports and imports times how fast they fall when the economy's own costs rise: the elasticity of the sector, for
  /// imports times the share that is bought at home.
  Eigen::VectorXd export_response, import_response;
};

class SectorTrade {
 public:
  /// Shares from the world's trade and tariffs, trade costs changed to those of `policy`.
  SectorTrade(const MultiSectorWorld& world, const TradePolicy& policy);

  std::size_t stride() const { return stride_; }

  /// What sellers' costs (logarithms of change) do to the composite goods' prices (likewise): keeps shares for `trade`.
  ///   P_jn^(-theta_j) = sum_i pi_jni (kappa_jni c_ji)^(-theta_j)
  void prices(const Eigen::VectorXd& log_cost, Eigen::VectorXd& log_price);

  /// What buyers spend, tariffs included, becomes sellers' output, net of tariffs, at the shares of the last `prices`.
  void sales(const Eigen::VectorXd& expenditure, Eigen::VectorXd& output, BorderTrade& border) const;

  /// [sector][importer][exporter], net of tariffs, unpadded.
  std::vector<double> flows(const Eigen::VectorXd& expenditure) const;

 private:
  std::size_t economies_, sectors_, stride_;
  std::vector<double> elasticity_;
  // pi_jni kappa_jni^(-theta_j), and the same net of tariffs: over 1 + tau_jni. [sector][importer][exporter], padded,
  // zero at home; the home entries by [sector][economy].
  std::vector<double> gross_, net_, home_gross_, home_net_;
  // At the last costs, by [sector][economy]: c^(-theta), P^(-theta) and its foreign part.
  std::vector<double> weight_, index_, foreign_index_;
};

}  // namespace tradewind::equilibrium
