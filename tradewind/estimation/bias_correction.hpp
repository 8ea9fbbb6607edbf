/// Bias corrections for gravity models estimated by Poisson pseudo-maximum likelihood with two-way (exporter-time,
/// importer-time) or three-way (and pair) fixed effects: Weidner and Zylkin (2021), "Bias and consistency in three-way
/// gravity models", Journal of International Economics 132 (arXiv 1909.01327).
///
/// With three-way effects the estimator is consistent but its distribution is off centre by the order of its standard
/// error, and clustered standard errors are too small; both are mended here by analytical corrections.
#pragma once
#include <Eigen/Dense>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

/// Whose formulas where they differ; docs/methods/inference.md has the differences.
enum class BiasFormula { paper, ppml_fe_bias };

/// The gravity structure behind the effects; a row of the regression's arrays each.
struct GravityPanel {
  std::span<const std::uint32_t> exporter, importer, time;
  std::uint32_t exporters = 0, importers = 0, times = 0;
  /// Code of an importer in the exporters' numbering (equal where an economy trades with itself), for i = j.
  bool same_codes = true;
  bool pair_effects = true;  ///< three-way; else two-way
};

struct BiasCorrection {
  Eigen::VectorXd bias;        ///< of each kept coefficient
  Eigen::VectorXd corrected;   ///< estimate - bias
  Eigen::MatrixXd covariance;  ///< corrected for the downward bias of clustered covariances
  Eigen::VectorXd std_error;   ///< roots of its diagonal
  std::vector<std::string> notes;
};

/// Needs a converged Poisson solution. InputError where a pair has two rows for one time, or the panel has fewer than
/// three exporters or importers.
BiasCorrection gravity_bias_correction(const Regression& regression, const Solution& solution,
                                       const GravityPanel& panel, BiasFormula formula = BiasFormula::paper);

}  // namespace tradewind::estimation
