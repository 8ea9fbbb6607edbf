/// Bias corrections for gravity models estimated by Poisson pseudo-maximum likelihood with two-way (exporter-time,
/// importer-time) or three-way (and pair) fixed effects: Weidner and Zylkin (2021), "Bias and consistency in three-way
/// gravity models", Journal of International Economics 132, 103513 (arXiv 1909.01327).
///
/// Three-way estimates are consistent, but off centre by something of the order of their standard error; two-way
/// estimates are not. Clustered standard errors of both are too small, because residuals are smaller than errors where
/// many effects were estimated from few observations. Analytical corrections mend both. docs/methods/inference.md has
/// the formulas, and where paper and authors' program (ppml_fe_bias) differ.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

/// What lies behind the effects; a row of the regression's arrays each.
struct GravityPanel {
  std::span<const std::uint32_t> exporter, importer;
  std::span<const std::uint32_t> time;                    ///< empty: one period
  std::uint32_t exporters = 0, importers = 0, times = 0;  ///< codes are below these
  bool pair_effects = true;                               ///< three-way; else two-way
};

struct BiasCorrection {
  Eigen::VectorXd bias;        ///< of each kept coefficient; zero with two-way effects
  Eigen::VectorXd corrected;   ///< estimate - bias
  Eigen::MatrixXd covariance;  ///< clustered by pair, corrected, P / (P - 1) with P pairs
  Eigen::VectorXd std_error;   ///< roots of its diagonal
  std::uint64_t pairs = 0, exporters = 0, importers = 0, times = 0;  ///< that have a row
  std::vector<std::string> notes;
};

/// Needs a converged Poisson solution. Memory: (importers x times)^2 numbers with three-way effects (or exporters,
/// where they are fewer), importers^2 with two-way ones. InputError where a pair has two rows for one time, where the
/// effects of the regression are not those of the panel, or where there are fewer than two exporters or importers.
BiasCorrection gravity_bias_correction(const Regression& regression, const Solution& solution,
                                       const GravityPanel& panel);

}  // namespace tradewind::estimation
