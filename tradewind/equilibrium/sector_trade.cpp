#include "tradewind/equilibrium/sector_trade.hpp"

#include <algorithm>
#include <cmath>

#include "tradewind/equilibrium/parallel_loop.hpp"
#include "tradewind/equilibrium/vector_kernels.hpp"

namespace tradewind::equilibrium {

SectorTrade::SectorTrade(const MultiSectorWorld& world, const TradePolicy& policy)
    : economies_(world.economies),
      sectors_(world.sectors),
      stride_(padded(world.economies)),
      elasticity_(world.elasticity),
      gross_(sectors_ * economies_ * stride_, 0.0),
      net_(gross_.size(), 0.0),
      home_gross_(sectors_ * stride_, 0.0),
      home_net_(sectors_ * stride_, 0.0),
      weight_(sectors_ * stride_, 1.0),
      index_(sectors_ * stride_, 1.0),
      foreign_index_(sectors_ * stride_, 0.0) {
  for (std::size_t row = 0; row < sectors_ * economies_; ++row) {
    const std::size_t sector = row / economies_, importer = row % economies_;
    const double* trade = world.trade.data() + row * economies_;
    const double* tariff = world.tariff.data() + row * economies_;
    const double* new_tariff = policy.tariff.empty() ? tariff : policy.tariff.data() + row * economies_;
    const double* iceberg = policy.iceberg.empty() ? nullptr : policy.iceberg.data() + row * economies_;
    double spent = 0;
    for (std::size_t i = 0; i < economies_; ++i) spent += trade[i] * (1 + tariff[i]);
    if (spent == 0) continue;  // a good that nobody buys here
    for (std::size_t i = 0; i < economies_; ++i) {
      if (trade[i] == 0) continue;
      const double cost_change = (1 + new_tariff[i]) / (1 + tariff[i]) * (iceberg == nullptr ? 1 : iceberg[i]);
      double gross = trade[i] * (1 + tariff[i]) / spent;
      if (cost_change != 1) gross *= std::pow(cost_change, -elasticity_[sector]);
      const double net = gross / (1 + new_tariff[i]);
      (i == importer ? home_gross_[sector * stride_ + i] : gross_[row * stride_ + i]) = gross;
      (i == importer ? home_net_[sector * stride_ + i] : net_[row * stride_ + i]) = net;
    }
  }
}

void SectorTrade::prices(const Eigen::VectorXd& log_cost, Eigen::VectorXd& log_price) {
  in_parallel(sectors_, economies_ * stride_, [&](std::size_t j) {
    double* weight = weight_.data() + j * stride_;
    double* index = index_.data() + j * stride_;
    double* foreign = foreign_index_.data() + j * stride_;
    double* price = log_price.data() + j * stride_;
    const double* home = home_gross_.data() + j * stride_;
    for (std::size_t i = 0; i < stride_; ++i) weight[i] = -elasticity_[j] * log_cost.data()[j * stride_ + i];
    exponentials(weight, weight, stride_);
    for (std::size_t n = 0; n < economies_; ++n) {
      foreign[n] = dot(gross_.data() + (j * economies_ + n) * stride_, weight, stride_);
      index[n] = foreign[n] + home[n] * weight[n];
      if (index[n] == 0) index[n] = 1;  // a good that nobody buys here: its price is of no matter
    }
    logarithms(index, price, stride_);
    for (std::size_t n = 0; n < stride_; ++n) price[n] /= -elasticity_[j];
  });
}

void SectorTrade::sales(const Eigen::VectorXd& expenditure, Eigen::VectorXd& output, BorderTrade& border) const {
  // Each sector by itself; economies are added up over sectors in their order afterwards.
  std::vector<double> exports(sectors_ * stride_), imports(sectors_ * stride_), revenue(sectors_ * stride_);
  in_parallel(sectors_, 2 * economies_ * stride_, [&](std::size_t j) {
    const double* weight = weight_.data() + j * stride_;
    double* sold = exports.data() + j * stride_;
    for (std::size_t n = 0; n < economies_; ++n) {
      const std::size_t at = j * stride_ + n;
      const double per_weight = expenditure.data()[at] / index_[at];
      const double* net = net_.data() + (j * economies_ + n) * stride_;
      imports[at] = per_weight * dot(net, weight, stride_);
      revenue[at] =
          (per_weight * foreign_index_[at] - imports[at]) + (home_gross_[at] - home_net_[at]) * weight[n] * per_weight;
      add_scaled(per_weight, net, sold, stride_);
      output.data()[at] = home_net_[at] * weight[n] * per_weight;
    }
    for (std::size_t i = 0; i < economies_; ++i) {
      sold[i] *= weight[i];
      output.data()[j * stride_ + i] += sold[i];
    }
  });
  for (auto* total :
       {&border.exports, &border.imports, &border.revenue, &border.export_response, &border.import_response})
    total->setZero(static_cast<Eigen::Index>(economies_));
  for (std::size_t j = 0; j < sectors_; ++j)
    for (std::size_t n = 0; n < economies_; ++n) {
      const std::size_t at = j * stride_ + n;
      border.exports.data()[n] += exports[at];
      border.imports.data()[n] += imports[at];
      border.revenue.data()[n] += revenue[at];
      border.export_response.data()[n] += elasticity_[j] * exports[at];
      border.import_response.data()[n] += elasticity_[j] * imports[at] * (1 - foreign_index_[at] / index_[at]);
    }
}

std::vector<double> SectorTrade::flows(const Eigen::VectorXd& expenditure) const {
  std::vector<double> result(sectors_ * economies_ * economies_);
  in_parallel(sectors_, economies_ * stride_, [&](std::size_t j) {
    for (std::size_t n = 0; n < economies_; ++n) {
      const std::size_t row = j * economies_ + n, at = j * stride_ + n;
      for (std::size_t i = 0; i < economies_; ++i) {
        const double net = i == n ? home_net_[at] : net_[row * stride_ + i];
        result[row * economies_ + i] = net * weight_[j * stride_ + i] * (expenditure.data()[at] / index_[at]);
      }
    }
  });
  return result;
}

}  // namespace tradewind::equilibrium
