/// The covariance matrix of estimated coefficients: iid, heteroskedasticity-robust, or clustered any number of ways
/// (Cameron, Gelbach and Miller 2011), with the small-sample corrections of fixest or of Stata.
#pragma once
#include <Eigen/Dense>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/estimation/degrees_of_freedom.hpp"
#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

enum class CovarianceKind { iid, heteroskedastic, clustered };

/// What small samples are corrected for. The defaults are fixest's; docs/methods/inference.md has the formulas.
struct SmallSample {
  enum class EffectsInK { none, nested, full };        ///< fixest's K.fixef: which effects count as parameters
  enum class ClusterFactor { minimum, conventional };  ///< cluster.df: G/(G-1) of the fewest groups, or of each way
  enum class TestDegrees { minimum, conventional };    ///< t.df: fewest groups - 1, or N - K

  std::string name = "fixest";
  bool parameters = true;  ///< multiply by (N - 1) / (N - K)
  EffectsInK effects = EffectsInK::nested;
  RedundantLevels redundant = RedundantLevels::one_per_effect;
  bool groups = true;  ///< multiply by G / (G - 1)
  ClusterFactor cluster_factor = ClusterFactor::minimum;
  TestDegrees test_degrees = TestDegrees::minimum;

  static SmallSample fixest();
  /// reghdfe for least squares, ppmlhdfe for Poisson: which of them is decided by the solution's family.
  static SmallSample stata();
  /// No correction at all: the textbook formulas.
  static SmallSample none();
  /// "fixest", "stata" or "none". InputError otherwise.
  static SmallSample by_name(std::string_view name);
};

struct CovarianceOptions {
  CovarianceKind kind = CovarianceKind::iid;
  std::vector<Cluster> clusters;  ///< one way each; for `clustered` alone
  SmallSample small_sample;
};

struct Covariance {
  Eigen::MatrixXd matrix;  ///< K x K, of solution.kept in their order
  CovarianceKind kind = CovarianceKind::iid;
  std::string description;  ///< as below a table: "Clustered (pair_id & year)", "Heteroskedasticity-robust", "IID"
  std::vector<std::string> cluster_names;
  std::vector<std::uint64_t> cluster_sizes;  ///< groups that have a row, of each way
  std::string small_sample;                  ///< whose correction: "fixest"
  std::uint64_t observations = 0;            ///< N
  std::uint64_t parameters = 0;              ///< K of (N - 1) / (N - K)
  /// Of Student's t for p-values and intervals; none: the normal distribution (Poisson, as fixest and Stata do).
  std::optional<double> degrees_of_freedom;
  std::vector<EffectParameters> effects;
  std::vector<std::string> notes;  ///< what the reader must know: "not positive semi-definite: ... set to zero"
};

/// Needs solution.partialled, residual, information, order. Same bits for any number of threads.
/// InputError where a cluster has a single group, no cluster is given for `clustered`, or no degree of freedom is left.
Covariance covariance(const Regression& regression, const Solution& solution, const CovarianceOptions& options = {});

/// A line of a regression table.
struct CoefficientRow {
  std::string name;
  double estimate = 0, std_error = 0;
  double statistic = 0;  ///< t, or z when the covariance has no degrees of freedom
  double p_value = 0;    ///< two-sided
  double ci_low = 0, ci_high = 0;
};

/// The kept regressors in their order; collinear ones have no line. `level`: of the intervals.
std::vector<CoefficientRow> coefficient_rows(const Regression& regression, const Solution& solution,
                                             const Covariance& covariance, double level = 0.95);

}  // namespace tradewind::estimation
