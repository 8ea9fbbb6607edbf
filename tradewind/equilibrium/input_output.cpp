#include "tradewind/equilibrium/input_output.hpp"

#include <algorithm>

#include "tradewind/equilibrium/parallel_loop.hpp"
#include "tradewind/equilibrium/vector_kernels.hpp"

namespace tradewind::equilibrium {

InputOutput::InputOutput(const MultiSectorWorld& world, std::size_t stride)
    : economies_(world.economies),
      sectors_(world.sectors),
      stride_(stride),
      row_(padded(world.sectors)),
      inputs_(economies_ * sectors_ * row_, 0.0),
      labour_(economies_ * row_, 0.0),
      final_share_(economies_ * row_, 0.0),
      output_(economies_ * row_, 0.0),
      wage_bill_(Eigen::VectorXd::Zero(static_cast<Eigen::Index>(economies_))) {
  for (std::size_t n = 0; n < economies_; ++n) {
    double final_use = 0;
    for (std::size_t j = 0; j < sectors_; ++j) final_use += world.final_use[n * sectors_ + j];
    for (std::size_t j = 0; j < sectors_; ++j) {
      const double* used = world.intermediate.data() + (n * sectors_ + j) * sectors_;
      const double value_added = world.value_added[n * sectors_ + j];
      double output = value_added;
      for (std::size_t k = 0; k < sectors_; ++k) output += used[k];
      wage_bill_.data()[n] += value_added;
      final_share_[at(j, n)] = world.final_use[n * sectors_ + j] / final_use;
      output_[at(j, n)] = output;
      if (output == 0) continue;  // a sector that this economy does not have
      labour_[at(j, n)] = value_added / output;
      for (std::size_t k = 0; k < sectors_; ++k) inputs_[(n * sectors_ + j) * row_ + k] = used[k] / output;
    }
  }
}

void InputOutput::costs(const Eigen::VectorXd& log_wage, const Eigen::VectorXd& log_price,
                        Eigen::VectorXd& log_cost) const {
  in_parallel(economies_, sectors_ * row_, [&](std::size_t n) {
    thread_local std::vector<double> price;
    price.assign(row_, 0.0);
    for (std::size_t k = 0; k < sectors_; ++k) price[k] = log_price.data()[k * stride_ + n];
    for (std::size_t j = 0; j < sectors_; ++j)
      log_cost.data()[j * stride_ + n] =
          labour_[at(j, n)] * log_wage.data()[n] + dot(inputs_.data() + (n * sectors_ + j) * row_, price.data(), row_);
  });
}

void InputOutput::expenditure(const Eigen::VectorXd& output, const Eigen::VectorXd& income,
                              Eigen::VectorXd& expenditure) const {
  expenditure.setZero();
  in_parallel(economies_, sectors_ * row_, [&](std::size_t n) {
    thread_local std::vector<double> spent;
    spent.assign(row_, 0.0);
    add_scaled(income.data()[n], final_share_.data() + n * row_, spent.data(), row_);
    for (std::size_t j = 0; j < sectors_; ++j)
      add_scaled(output.data()[j * stride_ + n], inputs_.data() + (n * sectors_ + j) * row_, spent.data(), row_);
    for (std::size_t k = 0; k < sectors_; ++k) expenditure.data()[k * stride_ + n] = spent[k];
  });
}

Eigen::VectorXd InputOutput::consumer_price(const Eigen::VectorXd& log_price) const {
  Eigen::VectorXd result = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(economies_));
  for (std::size_t n = 0; n < economies_; ++n)
    for (std::size_t j = 0; j < sectors_; ++j)
      result.data()[n] += final_share_[at(j, n)] * log_price.data()[j * stride_ + n];
  return result;
}

}  // namespace tradewind::equilibrium
