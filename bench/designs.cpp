#include "designs.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

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

std::int32_t below(std::size_t n, Generator& generator) {
  return static_cast<std::int32_t>(std::uniform_int_distribution<std::size_t>(0, n - 1)(generator));
}

Design design(std::string name, std::string formula, std::string cluster, std::vector<Column> columns,
              std::size_t bytes_per_row) {
  return {std::move(name), std::move(formula), std::move(cluster), Columns("generated", std::move(columns)),
          bytes_per_row};
}

// "y ~ x | worker + firm" with as many effects as are asked for.
std::string with_effects(const std::string& model, const std::vector<std::string>& names, int effects) {
  std::string formula = model;
  for (int f = 0; f < effects; ++f) formula += (f == 0 ? " | " : " + ") + names[static_cast<std::size_t>(f)];
  return formula;
}

}  // namespace

Design simple_design(std::size_t n, int effects, std::uint64_t seed) {
  Generator generator(seed);
  const auto size = static_cast<double>(n);
  const std::vector<std::size_t> levels = {n / 20, static_cast<std::size_t>(std::sqrt(size)),
                                           static_cast<std::size_t>(std::pow(size, 0.33))};
  const std::vector<std::string> names = {"individual", "firm", "year"};
  std::vector<Column> columns;
  Numbers eta(n, 0.0);
  for (std::size_t f = 0; f < levels.size(); ++f) {
    const std::vector<double> effect = normal(levels[f], 1.0, generator);
    Integers ids(n);
    for (std::size_t i = 0; i < n; ++i) {
      ids[i] = below(levels[f], generator);
      eta[i] += effect[static_cast<std::size_t>(ids[i])];
    }
    columns.push_back({names[f], std::move(ids)});
  }
  Numbers x = normal(n, 1.0, generator), y(n);
  std::gamma_distribution<double> gamma(0.5, 2.0);
  for (std::size_t i = 0; i < n; ++i)
    y[i] = poisson_count(std::exp(x[i] + 0.05 * x[i] * x[i] + eta[i]) * gamma(generator), generator);
  columns.push_back({"x1", std::move(x)});
  columns.push_back({"y", std::move(y)});
  return design("simple", with_effects("y ~ x1", names, effects), "", std::move(columns),
                2 * sizeof(double) + static_cast<std::size_t>(effects) * sizeof(std::uint32_t));
}

Design difficult_design(std::size_t n, bool poisson, int effects, std::uint64_t seed) {
  Generator generator(seed);
  const auto size = static_cast<double>(n);
  const std::size_t workers = n / 20, years = static_cast<std::size_t>(std::lround(std::pow(size, 0.3)));
  const auto firms = static_cast<std::int32_t>(std::lround(size / 160));
  Integers worker(n), firm(n), year(n);
  Numbers x1(n), x2(n), y(n);
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  std::normal_distribution<double> standard;
  for (std::size_t i = 0; i < n; ++i) {
    worker[i] = below(workers, generator) + 1;
    firm[i] = std::min(below(21, generator) + std::max(1, worker[i] / 8 - 10), firms);
    year[i] = below(years, generator) + 1;
    const double w = worker[i], f = firm[i], t = year[i];
    x1[i] = 5 * std::cos(w) + 5 * std::sin(f) + 5 * std::sin(t) + uniform(generator);
    x2[i] = std::cos(w) + std::sin(f) + std::sin(t) + standard(generator);
    if (poisson)
      y[i] =
          poisson_count(std::exp(0.1 * x2[i] + 0.5 * std::cos(w) + 0.5 * std::sin(f) + 0.2 * std::sin(t)), generator);
    else
      y[i] = 3 * x1[i] + 5 * x2[i] + std::cos(w) + std::cos(f) * std::cos(f) + std::sin(t) + standard(generator);
  }
  std::vector<Column> columns;
  columns.push_back({"worker", std::move(worker)});
  columns.push_back({"firm", std::move(firm)});
  columns.push_back({"year", std::move(year)});
  columns.push_back({"x1", std::move(x1)});
  columns.push_back({"x2", std::move(x2)});
  columns.push_back({"y", std::move(y)});
  return design("difficult", with_effects(poisson ? "y ~ x2" : "y ~ x1 + x2", {"worker", "firm", "year"}, effects), "",
                std::move(columns),
                (poisson ? 2 : 3) * sizeof(double) + static_cast<std::size_t>(effects) * sizeof(std::uint32_t));
}

Design gravity_design(std::uint32_t economies, std::uint32_t years, std::uint32_t sectors, std::uint64_t seed) {
  Generator generator(seed);
  const std::uint32_t n = economies, t = years;
  const std::size_t rows = std::size_t{sectors} * n * n * t;
  Integers exporter(rows), importer(rows), year(rows), sector(rows);
  Numbers rta(rows), x2(rows), trade(rows);
  std::normal_distribution<double> standard;
  std::gamma_distribution<double> gamma(1.0, 1.0);
  std::size_t i = 0;
  for (std::uint32_t s = 0; s < sectors; ++s) {
    const std::vector<double> of_exporter = normal(n, 1.5, generator), of_importer = normal(n, 1.5, generator);
    const std::vector<double> exporter_year = normal(std::size_t{n} * t, 0.3, generator),
                              importer_year = normal(std::size_t{n} * t, 0.3, generator);
    const std::vector<double> pair = normal(std::size_t{n} * n, 1.0, generator);
    for (std::uint32_t e = 0; e < n; ++e)
      for (std::uint32_t m = 0; m < n; ++m) {
        const auto begins = static_cast<std::uint32_t>(below(2 * std::size_t{t}, generator)) + 1;
        for (std::uint32_t y = 0; y < t; ++y, ++i) {
          exporter[i] = static_cast<std::int32_t>(e);
          importer[i] = static_cast<std::int32_t>(m);
          year[i] = static_cast<std::int32_t>(y);
          sector[i] = static_cast<std::int32_t>(s);
          rta[i] = y + 1 >= begins ? 1 : 0;
          x2[i] = standard(generator) + 0.2 * rta[i];
          const double eta = of_exporter[e] + of_importer[m] + exporter_year[e * t + y] + importer_year[m * t + y] +
                             pair[std::size_t{e} * n + m] - 2.2 + 0.3 * rta[i];
          trade[i] = poisson_count(std::exp(eta) * gamma(generator), generator);
        }
      }
  }
  std::vector<Column> columns;
  columns.push_back({"exporter", std::move(exporter)});
  columns.push_back({"importer", std::move(importer)});
  columns.push_back({"year", std::move(year)});
  if (sectors > 1) columns.push_back({"sector", std::move(sector)});
  columns.push_back({"rta", std::move(rta)});
  columns.push_back({"x2", std::move(x2)});
  columns.push_back({"trade", std::move(trade)});
  return sectors > 1
             ? design("gravity with sectors",
                      "trade ~ rta + x2 | exporter^year^sector + importer^year^sector + exporter^importer^sector",
                      "exporter^importer", std::move(columns), 3 * sizeof(double) + 3 * sizeof(std::uint32_t))
             : design("gravity", "trade ~ rta + x2 | exporter^year + importer^year + exporter^importer",
                      "exporter^importer", std::move(columns), 3 * sizeof(double) + 3 * sizeof(std::uint32_t));
}

}  // namespace tradewind::bench
