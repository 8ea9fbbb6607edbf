/// The designs on which estimators of fixed effects are measured: simple and difficult ones of workers, firms and years
/// (fixest's benchmarks), gravity panels of trade. The same rows for the same seed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "tradewind/world/columns.hpp"

namespace tradewind::bench {

/// A table, and what is estimated on it.
struct Design {
  std::string name, formula, cluster;  ///< the column that errors are clustered by; empty: iid
  Columns columns;
  /// What an estimate must read at least once an outer iteration: response, regressors and levels.
  std::size_t bytes_per_row = 0;
};

/// n rows, `effects` (1 to 3) effects with n/20, sqrt(n) and n^0.33 levels drawn at random; y negative binomial around
/// exp(x1 + 0.05 x1^2 + effects).
Design simple_design(std::size_t n, int effects = 3, std::uint64_t seed = 1);

/// Chains of workers and firms that mix badly; `poisson` draws counts on x2 alone.
Design difficult_design(std::size_t n, bool poisson, int effects = 3, std::uint64_t seed = 1);

/// N exporters x N importers x T years (x sectors): exporter-year, importer-year and pair effects (each by sector), an
/// agreement that begins in some year, a second regressor, counts with many zeros. Ordered by pair and year.
Design gravity_design(std::uint32_t economies, std::uint32_t years, std::uint32_t sectors = 1, std::uint64_t seed = 1);

}  // namespace tradewind::bench
