// Worlds drawn at random: open and nearly closed ones, large and tiny economies, balanced trade and deficits.
#pragma once
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tradewind/equilibrium/multi_sector.hpp"
#include "tradewind/equilibrium/one_sector.hpp"

namespace tradewind::tests {

/// Random numbers that are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  double uniform() { return (static_cast<double>(engine_() >> 11U) + 0.5) * 0x1p-53; }
  double between(double low, double high) { return low + (high - low) * uniform(); }
  /// About normal: a sum of uniform draws.
  double normal() {
    double sum = -6;
    for (int k = 0; k < 12; ++k) sum += uniform();
    return sum;
  }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(uniform() * static_cast<double>(bound)); }

 private:
  std::mt19937_64 engine_;
};

/// What shapes a random world.
struct Shape {
  std::size_t economies, sectors;
  double home;   ///< domestic sales are exp(home) times as large as international ones of like economies
  double zeros;  ///< share of international flows that are nothing
  std::uint64_t seed;
};

/// Trade of one sector, domestic sales included; a ring of neighbours always trades, so that nobody is cut off.
inline Eigen::MatrixXd any_flows(const Shape& shape) {
  Dice dice(shape.seed);
  const auto n = static_cast<Eigen::Index>(shape.economies);
  Eigen::VectorXd sells(n), buys(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    sells(i) = 1.5 * dice.normal();
    buys(i) = sells(i) + 0.2 * dice.normal();
  }
  Eigen::MatrixXd flows(n, n);
  for (Eigen::Index j = 0; j < n; ++j)
    for (Eigen::Index i = 0; i < n; ++i) {
      const bool neighbours = (i + 1) % n == j || (j + 1) % n == i || i == j;
      const double flow = 1000 * std::exp(sells(i) + buys(j) + dice.normal() + (i == j ? shape.home : 0));
      flows(i, j) = !neighbours && dice.uniform() < shape.zeros ? 0 : flow;
    }
  return flows;
}

/// (t'/t)^(1-sigma): international costs that fall or rise, up to e^size in trade; nothing changes at home.
inline Eigen::MatrixXd any_change(const Shape& shape, double size) {
  Dice dice(shape.seed + 1);
  const auto n = static_cast<Eigen::Index>(shape.economies);
  Eigen::MatrixXd change(n, n);
  for (Eigen::Index j = 0; j < n; ++j)
    for (Eigen::Index i = 0; i < n; ++i) change(i, j) = i == j ? 1 : std::exp(dice.between(-size, size));
  return change;
}

/// A world of many sectors in equilibrium with its own tariffs: what is used is what is bought, what is sold is what it
/// costs, income is spent. Some sectors are traded nowhere, some not made everywhere.
/// `small_deficits`: an equilibrium that keeps them exists after any change; whoever owes a large part of what it earns
/// may have none.
inline equilibrium::MultiSectorWorld any_world(const Shape& shape, bool intermediates = true,
                                               bool small_deficits = false) {
  Dice dice(shape.seed);
  const std::size_t n = shape.economies, s = shape.sectors;
  equilibrium::MultiSectorWorld world;
  world.economies = n;
  world.sectors = s;
  world.trade.resize(s * n * n);
  world.tariff.resize(s * n * n);
  world.intermediate.assign(n * s * s, 0.0);
  world.value_added.assign(n * s, 0.0);
  world.final_use.assign(n * s, 0.0);
  std::vector<double> size(n), sold(n * s), bought(n * s);
  for (double& x : size) x = 30 * std::exp(dice.normal());
  for (std::size_t j = 0; j < s; ++j) {
    world.elasticity.push_back(dice.between(1, 9));
    const bool local = j > 0 && dice.uniform() < 0.2;  // a service that does not travel
    for (std::size_t m = 0; m < n; ++m)
      for (std::size_t i = 0; i < n; ++i) {
        const std::size_t at = (j * n + m) * n + i;
        const bool neighbours = (i + 1) % n == m || (m + 1) % n == i;
        const bool trades = i == m || (!local && (neighbours || dice.uniform() > shape.zeros));
        if (!trades) continue;
        world.trade[at] = size[i] * size[m] * std::exp(dice.normal() + (i == m ? shape.home : 0));
        world.tariff[at] = i == m || dice.uniform() < 0.3 ? 0 : dice.between(0, 0.3);
      }
    if (small_deficits)
      for (std::size_t m = 0; m < n; ++m)
        for (std::size_t i = 0; i < m; ++i) {
          double &there = world.trade[(j * n + m) * n + i], &back = world.trade[(j * n + i) * n + m];
          const double mean = (there + back) / 2, rest = 0.04 * (there - back) / 2;
          there = mean + rest, back = mean - rest;
        }
    for (std::size_t m = 0; m < n; ++m)
      for (std::size_t i = 0; i < n; ++i) {
        const std::size_t at = (j * n + m) * n + i;
        sold[i * s + j] += world.trade[at];
        bought[m * s + j] += world.trade[at] * (1 + world.tariff[at]);
      }
  }
  // Inputs take at most half of what is bought of any good, the rest is final use; value added is what is left of
  // sales.
  for (std::size_t m = 0; m < n; ++m)
    for (std::size_t k = 0; k < s; ++k) {
      double left = bought[m * s + k];
      for (std::size_t j = 0; j < s && intermediates; ++j) {
        if (dice.uniform() < 0.3) continue;
        const double used = std::min(0.5 * bought[m * s + k], 0.6 * sold[m * s + j]) * dice.uniform() / double(s);
        world.intermediate[(m * s + j) * s + k] = used;
        left -= used;
      }
      world.final_use[m * s + k] = left;
    }
  for (std::size_t m = 0; m < n; ++m)
    for (std::size_t j = 0; j < s; ++j) {
      double value_added = sold[m * s + j];
      for (std::size_t k = 0; k < s; ++k) value_added -= world.intermediate[(m * s + j) * s + k];
      world.value_added[m * s + j] = value_added;
    }
  return world;
}

}  // namespace tradewind::tests
