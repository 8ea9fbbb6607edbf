#include "tradewind/equilibrium/market_clearing.hpp"

#include <algorithm>
#include <cmath>

#include "tradewind/equilibrium/vector_kernels.hpp"

namespace tradewind::equilibrium {

TradeKernel::TradeKernel(Eigen::Index economies)
    : economies_(economies),
      stride_(padded(static_cast<std::size_t>(economies))),
      foreign_(static_cast<std::size_t>(economies) * stride_, 0.0),
      domestic_(economies) {}

void TradeKernel::fill(const Eigen::MatrixXd& shares, const Eigen::MatrixXd& change) {
  for (Eigen::Index j = 0; j < economies_; ++j) {
    double* row = foreign_.data() + static_cast<std::size_t>(j) * stride_;
    Eigen::Map<Eigen::VectorXd>(row, economies_) = shares.col(j).cwiseProduct(change.col(j));
    domestic_(j) = row[j];
    row[j] = 0;
  }
}

Balance balance(const Market& market, double elasticity, double spending_elasticity) {
  const double inflow = market.exports + std::max(market.gap, 0.0),
               outflow = market.imports + std::max(-market.gap, 0.0);
  if (inflow == 0 && outflow == 0) return {0, 0};  // trades with nobody: its market clears at any price
  const double excess = market.exports - market.imports + market.gap;
  const double against_trade = std::log(inflow / outflow), against_output = std::log1p(excess / market.output);
  const double earned = market.exports / inflow, bought = market.imports / outflow;
  const double slope =
      std::max(elasticity * (earned + bought * (1 - market.import_share)) + spending_elasticity * earned, 0.1);
  const bool by_trade = std::abs(against_trade) >= std::abs(against_output);
  const double step = by_trade ? against_trade / slope : against_output / slope * ((market.output + excess) / inflow);
  return {by_trade ? against_trade : against_output, std::clamp(step, -1.0, 1.0)};
}

Demand::Demand(const TradeKernel& kernel)
    : index(kernel.economies_),
      foreign_index(kernel.economies_),
      foreign_sales(kernel.economies_),
      kernel_(kernel),
      weights_(kernel.stride_, 0.0),
      sales_(kernel.stride_, 0.0) {}

void Demand::at(const Eigen::VectorXd& weights, const Eigen::VectorXd& expenditure) {
  const Eigen::Index n = kernel_.economies_;
  std::copy(weights.begin(), weights.end(), weights_.begin());
  std::fill(sales_.begin(), sales_.end(), 0.0);
  // One pass over the matrix: an importer's row is read for its price index and again, from the cache, for its
  // purchases.
  for (Eigen::Index j = 0; j < n; ++j) {
    const double* row = kernel_.foreign_.data() + static_cast<std::size_t>(j) * kernel_.stride_;
    foreign_index(j) = dot(row, weights_.data(), kernel_.stride_);
    index(j) = foreign_index(j) + kernel_.domestic_(j) * weights(j);
    add_scaled(expenditure(j) / index(j), row, sales_.data(), kernel_.stride_);
  }
  foreign_sales = weights.cwiseProduct(Eigen::Map<const Eigen::VectorXd>(sales_.data(), n));
}

}  // namespace tradewind::equilibrium
