// Counterfactual worlds: the cases that have a target, the floor beside each, and where the time goes.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "../tests/equilibrium/random_worlds.hpp"
#include "tradewind/equilibrium/ensemble.hpp"
#include "tradewind/equilibrium/input_output.hpp"
#include "tradewind/equilibrium/multi_sector.hpp"
#include "tradewind/equilibrium/one_sector.hpp"
#include "tradewind/equilibrium/sector_trade.hpp"
#include "tradewind/equilibrium/vector_kernels.hpp"

namespace tradewind::equilibrium {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

tests::Shape world_of(std::size_t economies, std::size_t sectors = 1) { return {economies, sectors, 3, 0.2, 1}; }

/// An agreement among the first half of the economies, worth 30 % of trade.
MatrixXd agreement(Index n) {
  MatrixXd change = MatrixXd::Ones(n, n);
  change.topLeftCorner(n / 2, n / 2).setConstant(1.3);
  change.diagonal().setOnes();
  return change;
}

/// Conditional and full endowment equilibrium from observed flows. Targets: 0.3, 0.5 and 5 ms for 30, 44 and 200.
void one_sector(benchmark::State& state) {
  const auto n = static_cast<Index>(state.range(0));
  const OneSectorBaseline world = observed_baseline(tests::any_flows(world_of(static_cast<std::size_t>(n))));
  const MatrixXd change = agreement(n);
  OneSectorCounterfactual result;
  while (state.KeepRunning()) benchmark::DoNotOptimize(result = counterfactual(world, change, 5));
  state.counters["evaluations"] = result.solver.iterations;
  state.counters["residual"] = result.solver.residual;
}
BENCHMARK(one_sector)->Arg(30)->Arg(44)->Arg(69)->Arg(100)->Arg(200)->Unit(benchmark::kMicrosecond);

/// The floor of one sector: reading the trade matrix twice, once for either equilibrium, and writing both.
void one_sector_floor(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  const std::size_t row = padded(n);
  std::vector<double> matrix(n * row, 1.0), x(row, 1.0), y(row, 0.0), flows(n * row);
  while (state.KeepRunning())
    for (int equilibrium = 0; equilibrium < 2; ++equilibrium)
      for (std::size_t j = 0; j < n; ++j) {
        add_scaled(dot(matrix.data() + j * row, x.data(), row), matrix.data() + j * row, y.data(), row);
        std::copy_n(matrix.data() + j * row, row, flows.data() + j * row);
        benchmark::ClobberMemory();
      }
}
BENCHMARK(one_sector_floor)->Arg(30)->Arg(44)->Arg(69)->Arg(100)->Arg(200)->Unit(benchmark::kMicrosecond);

void one_sector_by_resistances(benchmark::State& state) {
  const auto n = static_cast<Index>(state.range(0));
  const OneSectorBaseline world = observed_baseline(tests::any_flows(world_of(static_cast<std::size_t>(n))));
  const MatrixXd change = agreement(n);
  while (state.KeepRunning()) benchmark::DoNotOptimize(counterfactual_by_resistances(world, change, 5));
}
BENCHMARK(one_sector_by_resistances)->Arg(44)->Arg(200)->Unit(benchmark::kMicrosecond);

/// 10,000 draws of an elasticity and a trade effect for 69 economies, medians and intervals. Target: 10 s on two cores.
void ensemble_of_ten_thousand(benchmark::State& state) {
  const Index n = 69;
  const OneSectorBaseline world = observed_baseline(tests::any_flows(world_of(n)));
  const Distribution sigma{.kind = Distribution::Kind::normal, .a = 5, .b = 0.5, .above = 1};
  while (state.KeepRunning()) {
    const DrawMatrix draws = run_draws({.first = 0, .count = 10'000}, n, [&](std::uint64_t k, std::span<double> row) {
      DrawGenerator generator(7, k);
      const double s = draw(sigma, generator), effect = std::exp(0.26 + 0.05 * generator.normal());
      MatrixXd change = MatrixXd::Ones(n, n);
      change.topLeftCorner(n / 2, n / 2).setConstant(effect);
      change.diagonal().setOnes();
      std::ranges::copy(counterfactual(world, change, s).full.welfare, row.begin());
    });
    benchmark::DoNotOptimize(summarise(draws, 0.95));
  }
}
BENCHMARK(ensemble_of_ten_thousand)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Tariffs halved, baseline solved too. Targets: 50 ms for 31 x 40, 500 ms for 77 x 45.
void many_sectors(benchmark::State& state) {
  const MultiSectorWorld world =
      tests::any_world(world_of(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1))));
  TradePolicy policy{world.tariff, {}};
  for (double& tariff : policy.tariff) tariff /= 2;
  MultiSectorCounterfactual result;
  while (state.KeepRunning()) benchmark::DoNotOptimize(result = counterfactual(world, {}, policy, Deficits::removed));
  state.counters["wage evaluations"] = result.solver.iterations;
  state.counters["residual"] = result.solver.residual;
}
BENCHMARK(many_sectors)->Args({31, 40})->Args({77, 45})->Unit(benchmark::kMillisecond)->UseRealTime();

/// The floor of many sectors: prices and expenditure once for the baseline and once for the counterfactual.
void many_sectors_floor(benchmark::State& state) {
  const MultiSectorWorld world =
      tests::any_world(world_of(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1))));
  SectorTrade trade(world, {});
  const InputOutput input_output(world, trade.stride());
  const auto cells = static_cast<Index>(world.sectors * trade.stride());
  const Eigen::VectorXd wage = Eigen::VectorXd::Zero(state.range(0)), income = Eigen::VectorXd::Ones(state.range(0));
  Eigen::VectorXd price = Eigen::VectorXd::Zero(cells), cost = price, spent = Eigen::VectorXd::Ones(cells),
                  output = price;
  BorderTrade border;
  while (state.KeepRunning())
    for (int equilibrium = 0; equilibrium < 2; ++equilibrium) {
      input_output.costs(wage, price, cost);
      trade.prices(cost, price);
      trade.sales(spent, output, border);
      input_output.expenditure(output, income, spent);
      benchmark::ClobberMemory();
    }
}
BENCHMARK(many_sectors_floor)->Args({31, 40})->Args({77, 45})->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace tradewind::equilibrium
