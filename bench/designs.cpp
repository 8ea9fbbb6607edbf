#include "designs.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace tradewind::bench {
namespace {

using Generator = std::mt19937_64;

std::vector<double> normal(std::size_t n, double sd, Generator& generator) {
  std::normal_distribution<double> draw(0.0, sd);
  std::vector<double> result(n);
  for (double& value : result) value = draw(generator);
  return result;
}

double poisson_count(double mean, Generator& generator) {
  if (!(mean > 0)) return 0;
  return static_cast<double>(std::poisson_distribution<long>(mean)(generator));
}

std::uint32_t below(std::size_t n, Generator& generator) {
  return static_cast<std::uint32_t>(std::uniform_int_distribution<std::size_t>(0, n - 1)(generator));
}

}  // namespace

estimation::Regression Design::regression(std::size_t effects) const {
  estimation::Regression result;
  result.response = response;
  for (const auto& x : regressors) result.regressors.emplace_back(x);
  result.names = regressor_names;
  for (std::size_t f = 0; f < effects; ++f)
    result.effects.push_back({.name = effect_names[f], .level = levels[f], .levels = level_counts[f]});
  return result;
}

std::size_t Design::bytes_per_row() const {
  return sizeof(double) * (1 + regressors.size()) + sizeof(std::uint32_t) * levels.size();
}

Design simple_design(std::size_t n, std::uint64_t seed) {
  Generator generator(seed);
  Design design;
  design.name = "simple";
  design.effect_names = {"individual", "firm", "year"};
  design.regressor_names = {"x1"};
  const auto root = static_cast<double>(n);
  design.level_counts = {static_cast<std::uint32_t>(n / 20), static_cast<std::uint32_t>(std::sqrt(root)),
                         static_cast<std::uint32_t>(std::pow(root, 0.33))};
  std::vector<double> eta(n, 0.0);
  for (const std::uint32_t count : design.level_counts) {
    const std::vector<double> effect = normal(count, 1.0, generator);
    std::vector<std::uint32_t> level(n);
    for (std::size_t i = 0; i < n; ++i) eta[i] += effect[level[i] = below(count, generator)];
    design.levels.push_back(std::move(level));
  }
  design.regressors = {normal(n, 1.0, generator)};
  design.response.resize(n);
  std::gamma_distribution<double> gamma(0.5, 2.0);
  for (std::size_t i = 0; i < n; ++i) {
    const double x = design.regressors[0][i];
    design.response[i] = poisson_count(std::exp(x + 0.05 * x * x + eta[i]) * gamma(generator), generator);
  }
  return design;
}

Design difficult_design(std::size_t n, bool poisson, std::uint64_t seed) {
  Generator generator(seed);
  Design design;
  design.name = "difficult";
  design.effect_names = {"worker", "firm", "year"};
  const auto workers = static_cast<std::uint32_t>(n / 20);
  const auto firms = static_cast<std::uint32_t>(std::lround(static_cast<double>(n) / 160));
  const auto years = static_cast<std::uint32_t>(std::lround(std::pow(static_cast<double>(n), 0.3)));
  design.level_counts = {workers, firms, years};
  design.levels.assign(3, std::vector<std::uint32_t>(n));
  design.response.resize(n);
  std::vector<double> x1(n), x2(n);
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  std::normal_distribution<double> standard;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t worker = below(workers, generator) + 1;  // counted from one, as the design is written
    const int first = std::max(1, static_cast<int>(worker / 8) - 10);
    const std::uint32_t firm = std::min(below(21, generator) + static_cast<std::uint32_t>(first), firms);
    const std::uint32_t year = below(years, generator) + 1;
    const double w = worker, f = firm, t = year;
    x1[i] = 5 * std::cos(w) + 5 * std::sin(f) + 5 * std::sin(t) + uniform(generator);
    x2[i] = std::cos(w) + std::sin(f) + std::sin(t) + standard(generator);
    design.response[i] =
        poisson ? poisson_count(std::exp(0.1 * x2[i] + 0.5 * std::cos(w) + 0.5 * std::sin(f) + 0.2 * std::sin(t)),
                                generator)
                : 3 * x1[i] + 5 * x2[i] + std::cos(w) + std::cos(f) * std::cos(f) + std::sin(t) + standard(generator);
    design.levels[0][i] = worker - 1;
    design.levels[1][i] = firm - 1;
    design.levels[2][i] = year - 1;
  }
  if (poisson) {
    design.regressors = {std::move(x2)};
    design.regressor_names = {"x2"};
  } else {
    design.regressors = {std::move(x1), std::move(x2)};
    design.regressor_names = {"x1", "x2"};
  }
  return design;
}

Design gravity_design(std::uint32_t economies, std::uint32_t years, std::uint32_t sectors, std::uint64_t seed) {
  Generator generator(seed);
  Design design;
  design.name = "gravity";
  design.effect_names = {"exporter^year", "importer^year", "exporter^importer"};
  design.regressor_names = {"rta", "x2"};
  const std::uint32_t n = economies, t = years, pairs = n * n;
  design.level_counts = {sectors * n * t, sectors * n * t, sectors * pairs};
  const std::size_t rows = static_cast<std::size_t>(sectors) * pairs * t;
  design.levels.assign(3, std::vector<std::uint32_t>(rows));
  design.regressors.assign(2, std::vector<double>(rows));
  design.response.resize(rows);
  std::normal_distribution<double> standard;
  std::gamma_distribution<double> gamma(1.0, 1.0);
  std::size_t i = 0;
  for (std::uint32_t sector = 0; sector < sectors; ++sector) {
    const std::vector<double> exporter = normal(n, 1.5, generator), importer = normal(n, 1.5, generator);
    const std::vector<double> exporter_year = normal(std::size_t{n} * t, 0.3, generator),
                              importer_year = normal(std::size_t{n} * t, 0.3, generator);
    const std::vector<double> pair = normal(pairs, 1.0, generator);
    for (std::uint32_t e = 0; e < n; ++e)
      for (std::uint32_t m = 0; m < n; ++m) {
        const std::uint32_t begins = below(2 * std::size_t{t}, generator) + 1;
        for (std::uint32_t year = 0; year < t; ++year, ++i) {
          const double rta = year + 1 >= begins ? 1 : 0;
          const double x2 = standard(generator) + 0.2 * rta;
          const double eta = exporter[e] + importer[m] + exporter_year[e * t + year] + importer_year[m * t + year] +
                             pair[e * n + m] - 2.2 + 0.3 * rta;
          design.regressors[0][i] = rta;
          design.regressors[1][i] = x2;
          design.response[i] = poisson_count(std::exp(eta) * gamma(generator), generator);
          design.levels[0][i] = (sector * n + e) * t + year;
          design.levels[1][i] = (sector * n + m) * t + year;
          design.levels[2][i] = sector * pairs + e * n + m;
        }
      }
  }
  return design;
}

}  // namespace tradewind::bench
