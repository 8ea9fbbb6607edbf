// Small data sets in memory, drawn at random: what the tests of estimation regress on.
#pragma once
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tradewind/estimation/regression.hpp"

namespace tradewind::tests {

/// Owns the columns that a Regression looks at.
struct DataSet {
  struct FixedEffect {
    std::vector<std::uint32_t> level;
    std::uint32_t levels = 0;
    bool intercept = true;
    std::vector<std::vector<double>> slopes;
  };
  std::vector<double> response;
  std::vector<std::vector<double>> regressors;
  std::vector<FixedEffect> effects;
  std::vector<double> weights, offset;
  std::vector<std::uint32_t> rows;

  std::size_t size() const { return response.size(); }

  /// Regressors x1, x2, ...; effects f1, f2, ... The data set must outlive it.
  estimation::Regression regression() const {
    estimation::Regression regression;
    regression.response = response;
    for (std::size_t k = 0; k < regressors.size(); ++k) {
      regression.regressors.emplace_back(regressors[k]);
      regression.names.push_back("x" + std::to_string(k + 1));
    }
    for (std::size_t e = 0; e < effects.size(); ++e) {
      estimation::Effect& effect = regression.effects.emplace_back();
      effect.name = "f" + std::to_string(e + 1);
      effect.level = effects[e].level;
      effect.levels = effects[e].levels;
      effect.intercept = effects[e].intercept;
      for (const std::vector<double>& slope : effects[e].slopes) {
        effect.slopes.emplace_back(slope);
        effect.slope_names.push_back("s" + std::to_string(effect.slopes.size()));
      }
    }
    regression.weights = weights;
    regression.offset = offset;
    regression.rows = rows;
    return regression;
  }
};

/// Draws of one random number generator: the same on every machine (the standard's distributions are not).
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : engine_(seed) {}
  double uniform() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }  ///< in [0, 1)
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(uniform() * bound); }
  bool chance(double probability) { return uniform() < probability; }
  double normal() { return std::sqrt(-2 * std::log(1 - uniform())) * std::cos(2 * M_PI * uniform()); }  // Box-Muller
  double poisson(double mean) {  // Knuth's product of uniforms
    const double limit = std::exp(-mean);
    double product = uniform(), count = 0;
    for (; product > limit; product *= uniform()) ++count;
    return count;
  }
  std::vector<std::uint32_t> levels(std::size_t size, std::uint32_t count) {
    std::vector<std::uint32_t> level(size);
    for (std::uint32_t& l : level) l = below(count);
    return level;
  }

 private:
  std::mt19937_64 engine_;
};

enum class Outcome { normal, counts };

struct Shape {
  std::size_t rows = 60;
  int regressors = 2;
  std::vector<std::uint32_t> levels;  ///< of each effect
  Outcome outcome = Outcome::counts;
  bool weights = false, offset = false;
};

inline DataSet draw_data_set(Draw& draw, const Shape& shape) {
  DataSet data;
  std::vector<double> eta(shape.rows, 0.3);
  for (const std::uint32_t count : shape.levels) {
    std::vector<double> value(count);
    for (double& v : value) v = 0.5 * draw.normal();
    DataSet::FixedEffect& effect = data.effects.emplace_back();
    effect.level = draw.levels(shape.rows, count);
    effect.levels = count;
    for (std::size_t i = 0; i < shape.rows; ++i) eta[i] += value[effect.level[i]];
  }
  for (int k = 0; k < shape.regressors; ++k) {
    std::vector<double>& x = data.regressors.emplace_back(shape.rows);
    for (std::size_t i = 0; i < shape.rows; ++i) {
      x[i] = draw.normal();
      if (!data.effects.empty()) x[i] += 0.3 * data.effects[0].level[i];
      eta[i] += 0.3 * x[i] / (k + 1);
    }
  }
  if (shape.offset) {
    for (std::size_t i = 0; i < shape.rows; ++i) data.offset.push_back(0.4 * draw.normal());
    for (std::size_t i = 0; i < shape.rows; ++i) eta[i] += data.offset[i];
  }
  if (shape.weights)
    for (std::size_t i = 0; i < shape.rows; ++i) data.weights.push_back(0.2 + 2 * draw.uniform());
  for (const double e : eta)
    data.response.push_back(shape.outcome == Outcome::counts ? draw.poisson(std::exp(e)) : e + draw.normal());
  return data;
}

}  // namespace tradewind::tests
