/// Uncertainty: the same counterfactual for many draws of its parameters, and what their results say together.
///
/// Draw k is a function of (seed, k) alone (a counter-based generator; Salmon, Moraes, Dror and Shaw 2011): whichever
/// thread or process computes it gets the same bits, and a run can go on where another one stopped.
///
///     const EstimateDraws estimate(coefficients, covariance);
///     const Distribution sigma{.kind = Distribution::Kind::normal, .a = 5, .b = 0.5, .above = 1};
///     const DrawMatrix outcomes = run_draws({.first = 0, .count = 10'000}, n, [&](std::uint64_t k, auto row) {
///       DrawGenerator generator(7, k);
///       const double s = draw(sigma, generator);
///       const Eigen::VectorXd b = estimate.draw(generator);
///       ...  // costs from b, counterfactual(...), welfare into row
///     });
///     const Summary welfare = summarise(outcomes, 0.95);
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace tradewind::equilibrium {

/// Philox 4x32-10: a stream of numbers for each (seed, draw).
class DrawGenerator {
 public:
  DrawGenerator(std::uint64_t seed, std::uint64_t draw) : seed_(seed), draw_(draw) {}
  double uniform();  ///< in (0, 1), 53 bits
  double normal();   ///< mean 0, variance 1, by the inverse of the distribution function: one uniform each

  std::uint64_t bits();  ///< 64 of them

 private:
  void next_block();

  std::uint64_t seed_, draw_, block_ = 0;
  std::uint64_t words_[2] = {};
  int left_ = 0;
};

struct Distribution {
  enum class Kind {
    fixed,       ///< `a`
    normal,      ///< mean `a`, standard deviation `b`
    lognormal,   ///< the logarithm has mean `a` and standard deviation `b`
    uniform,     ///< from `a` to `b`
    triangular,  ///< from `a` to `b`, most likely `c`
  };
  Kind kind = Kind::fixed;
  double a = 0, b = 0, c = 0;
  /// The draw is taken again until it is above this (an elasticity of substitution must exceed 1): a truncated
  /// distribution.
  double above = -std::numeric_limits<double>::infinity();
};

/// A vector drawn from the normal distribution of an estimate: its coefficients and their covariance.
struct EstimateDraws {
  /// InputError: not square or not symmetric (to 1e-10), sizes differ, a variance below zero, not positive
  /// semidefinite.
  EstimateDraws(Eigen::VectorXd coefficients, const Eigen::MatrixXd& covariance);
  Eigen::VectorXd draw(DrawGenerator& generator) const;

 private:
  Eigen::VectorXd mean_;
  Eigen::MatrixXd factor_;  ///< factor * factor' = covariance
};

/// InputError when the parameters make no distribution (a negative standard deviation, an empty range, almost nothing
/// above `above`).
void check(const Distribution& distribution, const std::string& where);
double draw(const Distribution& distribution, DrawGenerator& generator);

/// Draws first, first + 1, ..., first + count - 1.
struct DrawRange {
  std::uint64_t first = 0, count = 0;
};

/// Computes draws in parallel on all threads: `compute` fills the row of draw k and must depend on k alone; it may
/// throw (the first draw's exception leaves this function). One row a draw, in their order. A draw that found no
/// equilibrium fills its row with NaN: summarise counts it and leaves it out.
using DrawMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
DrawMatrix run_draws(DrawRange range, std::size_t outcomes,
                     const std::function<void(std::uint64_t draw, std::span<double> row)>& compute);

/// Medians and equal-tailed intervals, one entry an outcome (a column of `draws`).
struct Summary {
  Eigen::VectorXd median, low, high;
  std::uint64_t draws = 0, failed = 0;  ///< used, and left out because they are NaN
};
/// `coverage` in (0, 1), 0.95 for the 2.5 % and 97.5 % quantiles; quantiles as R's type 7.
/// InputError: another coverage, or no draw that found an equilibrium.
Summary summarise(const DrawMatrix& draws, double coverage);

}  // namespace tradewind::equilibrium
