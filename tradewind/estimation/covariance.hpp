/// The covariance matrix of estimated coefficients: iid, heteroskedasticity-robust, or clustered any number of ways
/// (Cameron, Gelbach and Miller 2011), with the small-sample corrections of fixest or of Stata.
/// docs/methods/inference.md has the formulas.
#pragma once
#include <Eigen/Core>
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

/// What small samples are corrected for. The defaults are fixest's (its function ssc), whose names stand behind.
struct SmallSample {
  enum class Effects { none, nested, full };         ///< fixef.K: count no effect, those not nested, all
  enum class GroupFactor { minimum, conventional };  ///< cluster.df: G of the fewest groups, or of each way its own
  enum class TestDegrees { minimum, conventional, lesser };  ///< t.df: fewest groups - 1, N - K, the lesser of the two

  std::string name = "fixest";
  bool parameters = true;                                       ///< adj: multiply by (N - 1) / (N - K)
  Effects effects = Effects::nested;                            ///< which effects count in K
  RedundantLevels redundant = RedundantLevels::one_per_effect;  ///< fixef.force_exact: exact
  Nesting nesting = Nesting::fixest;
  bool groups = true;  ///< cluster.adj: multiply by G / (G - 1); G is N for heteroskedastic
  GroupFactor group_factor = GroupFactor::minimum;
  TestDegrees test_degrees = TestDegrees::minimum;
  bool mend_always = false;  ///< set negative eigenvalues to zero even where all variances are positive

  static SmallSample fixest();
  /// reghdfe's for least squares. ppmlhdfe's for Poisson: groups alone, G / (G - 1) or N / (N - 1).
  static SmallSample stata(Family family);
  /// No correction: the bare sandwich.
  static SmallSample none();
  /// "fixest", "stata" or "none". InputError otherwise.
  static SmallSample by_name(std::string_view name, Family family);
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
  /// Of Student's t for p-values and intervals; none: the normal distribution (Poisson, as in fixest and Stata).
  std::optional<double> degrees_of_freedom;
  std::vector<EffectParameters> effects;  ///< how K came about
  std::vector<std::string> notes;         ///< what the reader must know: "... is not positive semi-definite ..."
};

/// Needs solution.partialled, information and what residuals are told by. Same bits for any number of threads.
/// InputError where `clustered` has no cluster or one of a single group, or where N <= K leaves nothing to correct by.
Covariance covariance(const Regression& regression, const Solution& solution, const CovarianceOptions& options = {});

/// A line of a regression table.
struct CoefficientRow {
  std::string name;
  double estimate = 0, std_error = 0;  ///< NaN where the variance is not positive, and all below with it
  double statistic = 0;                ///< t, or z when the covariance has no degrees of freedom
  double p_value = 0;                  ///< two-sided
  double ci_low = 0, ci_high = 0;
};

/// The line of an estimate with this variance. `level`: of the interval.
CoefficientRow coefficient_row(std::string name, double estimate, double variance, std::optional<double> degrees,
                               double level = 0.95);

/// The kept regressors in their order; collinear ones have no line.
std::vector<CoefficientRow> coefficient_rows(const Regression& regression, const Solution& solution,
                                             const Covariance& covariance, double level = 0.95);

}  // namespace tradewind::estimation
