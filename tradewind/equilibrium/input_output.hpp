/// What economies make goods from and spend income on: Caliendo and Parro (2015), eqs. 9 and 12 in changes.
///
/// Costs, prices and values come and go as `[sector][economy]` padded by `stride`, as in SectorTrade; inside, an
/// economy's sectors lie side by side.
#pragma once
#include <Eigen/Core>
#include <cstddef>
#include <vector>

#include "tradewind/equilibrium/multi_sector.hpp"

namespace tradewind::equilibrium {

class InputOutput {
 public:
  InputOutput(const MultiSectorWorld& world, std::size_t stride);

  /// log c_jn = gamma_jn log w_n + sum_k gamma_kjn log P_kn
  void costs(const Eigen::VectorXd& log_wage, const Eigen::VectorXd& log_price, Eigen::VectorXd& log_cost) const;

  /// X_jn = sum_k gamma_jkn Y_kn + alpha_jn I_n
  void expenditure(const Eigen::VectorXd& output, const Eigen::VectorXd& income, Eigen::VectorXd& expenditure) const;

  /// sum_j alpha_jn log P_jn
  Eigen::VectorXd consumer_price(const Eigen::VectorXd& log_price) const;

  const Eigen::VectorXd& wage_bill() const { return wage_bill_; }  ///< w_n L_n of the world as it is, [economy]
  double final_share(std::size_t sector, std::size_t economy) const { return final_share_[at(sector, economy)]; }
  /// Output of sector j of economy n in the world as it is: what it costs.
  double output(std::size_t sector, std::size_t economy) const { return output_[at(sector, economy)]; }

 private:
  std::size_t at(std::size_t sector, std::size_t economy) const { return economy * row_ + sector; }

  std::size_t economies_, sectors_, stride_, row_;
  std::vector<double> inputs_;       // gamma_kjn, [economy][sector that uses j][sector used k], rows padded
  std::vector<double> labour_;       // gamma_jn, [economy][sector], rows padded; likewise:
  std::vector<double> final_share_;  // alpha_jn
  std::vector<double> output_;
  Eigen::VectorXd wage_bill_;
};

}  // namespace tradewind::equilibrium
