/// Solves residual(x) = 0 without a tuning parameter: Anderson acceleration of a scaled iteration, and beneath it a
/// plain iteration that may not lead uphill.
///
/// Anderson (1965): the next point combines the last few so that their combined step is shortest; near a solution this
/// is GMRES on the Jacobian (Walker and Ni 2011), so a dozen evaluations do the work of a factorised Newton matrix at
/// the cost of a dozen matrix-vector products. A point that is worse than the best one so far is thrown away: the
/// iteration returns to the best, forgets its history and takes the plain step, halved as often as needed. Where the
/// plain iteration is nonexpansive (tatonnement with gross substitutes; Alvarez and Lucas 2007) it never needs halving.
#pragma once
#include <Eigen/Core>
#include <functional>
#include <vector>

namespace tradewind::equilibrium {

/// The last few points of an iteration x -> x + step(x), and the next point they suggest.
class AndersonHistory {
 public:
  AndersonHistory(Eigen::Index size, int depth);
  void forget() { used_ = 0, has_previous_ = false; }
  /// The point after `x`, whose step is `step`.
  void advance(const Eigen::VectorXd& x, const Eigen::VectorXd& step, Eigen::VectorXd& next);

 private:
  static constexpr int largest_depth = 12;
  using Small = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, 0, largest_depth, largest_depth>;
  using SmallVector = Eigen::Matrix<double, Eigen::Dynamic, 1, 0, largest_depth, 1>;

  int depth_, used_ = 0, newest_ = 0;
  bool has_previous_ = false;
  Eigen::VectorXd previous_x_, previous_step_;
  Eigen::MatrixXd x_changes_, step_changes_;  // one column a remembered difference
  Small products_;                            // step_changes_' * step_changes_
};

/// What the caller computes at a point.
struct Evaluation {
  Eigen::VectorXd residual;  ///< 0 at the solution; its largest entry is what is brought down
  Eigen::VectorXd step;      ///< the scaled iteration: x + step is the next point before acceleration
  double plain = 1;          ///< the plain iteration is x + plain * residual
};

/// Where all of x may be shifted together and nothing else changes (prices have no level of their own): the step must
/// not shift it, or acceleration would run away along a direction that has no residual.
inline void keep_level(Evaluation& at) { at.step.array() -= at.step.mean(); }

struct Iteration {
  bool converged = false;
  double residual = 0;  ///< the largest absolute residual at x
  int evaluations = 0;
};

struct IterationLimits {
  /// Done when no entry of the step is larger than this and the residual is well below `acceptable`, or when rounding
  /// keeps the residual from falling further and it is below `acceptable`.
  double step = 1e-14;
  double acceptable = 1e-11;
  int evaluations = 2000;
  int depth = 8;
};

/// From `x` to the solution, in place; at failure `x` is the best point found.
/// An evaluation that is not finite counts as worse than any other.
Iteration accelerate(Eigen::VectorXd& x, const std::function<void(const Eigen::VectorXd& x, Evaluation& at)>& evaluate,
                     const IterationLimits& limits = {});

}  // namespace tradewind::equilibrium
