/// The designs on which estimators of fixed effects are measured: simple and difficult ones of workers, firms and years
/// (fixest's benchmarks), gravity panels of trade. The same rows for the same seed.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tradewind/estimation/regression.hpp"

namespace tradewind::bench {

/// Owns the arrays that its regression looks at.
struct Design {
  std::string name;
  std::vector<double> response;
  std::vector<std::vector<double>> regressors;
  std::vector<std::string> regressor_names;
  std::vector<std::vector<std::uint32_t>> levels;  ///< an effect each
  std::vector<std::uint32_t> level_counts;
  std::vector<std::string> effect_names;

  /// The regression with its first `effects` effects.
  estimation::Regression regression(std::size_t effects) const;
  /// What must be read at least once an outer iteration: response, regressors and levels.
  std::size_t bytes_per_row() const;
};

/// n rows, effects with n/20, sqrt(n) and n^0.33 levels drawn at random; y negative binomial around
/// exp(x + 0.05 x^2 + effects).
Design simple_design(std::size_t n, std::uint64_t seed = 1);

/// Chains of workers and firms that mix badly; `poisson` draws counts on x2 alone.
Design difficult_design(std::size_t n, bool poisson, std::uint64_t seed = 1);

/// N exporters x N importers x T years (x sectors): exporter-year, importer-year and pair effects (each by sector), an
/// agreement that begins in some year, a second regressor, counts with many zeros. Ordered by pair and year.
Design gravity_design(std::uint32_t economies, std::uint32_t years, std::uint32_t sectors = 1, std::uint64_t seed = 1);

}  // namespace tradewind::bench
