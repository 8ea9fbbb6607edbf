#include "tradewind/equilibrium/accelerated_iteration.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace tradewind::equilibrium {
namespace {

// Points that are worse than the best before acceleration is given up for a plain step.
constexpr int patience = 2;

// How much farther than the step itself acceleration may reach: far from the solution it extrapolates nonsense.
constexpr double reach = 5;

// The share of the acceptable residual below which nothing more is to be gained.
constexpr double settled = 0.01;

}  // namespace

AndersonHistory::AndersonHistory(Eigen::Index size, int depth)
    : depth_(std::min(depth, largest_depth)),
      previous_x_(size),
      previous_step_(size),
      x_changes_(size, depth_),
      step_changes_(size, depth_),
      products_(depth_, depth_) {}

void AndersonHistory::advance(const Eigen::VectorXd& x, const Eigen::VectorXd& step, Eigen::VectorXd& next) {
  if (has_previous_) {
    newest_ = used_ == 0 ? 0 : (newest_ + 1) % depth_;
    used_ = std::min(used_ + 1, depth_);
    x_changes_.col(newest_) = x - previous_x_;
    step_changes_.col(newest_) = step - previous_step_;
    for (int k = 0; k < used_; ++k)
      products_(k, newest_) = products_(newest_, k) = step_changes_.col(k).dot(step_changes_.col(newest_));
  }
  previous_x_ = x;
  previous_step_ = step;
  has_previous_ = true;
  next = x + step;
  if (used_ == 0) return;

  // Minimise |step - step_changes * weights| by the normal equations, from the newest difference to the oldest: one
  // that adds (almost) no direction of its own is left out.
  Small lower = Small::Zero(used_, used_);
  SmallVector forward(used_);
  std::array<int, largest_depth> kept{};
  int rank = 0;
  for (int age = 0; age < used_; ++age) {
    const int column = (newest_ - age + used_) % used_;
    const double square = products_(column, column);
    double pivot = square;
    for (int r = 0; r < rank; ++r) {
      double entry = products_(column, kept[static_cast<std::size_t>(r)]);
      for (int q = 0; q < r; ++q) entry -= lower(rank, q) * lower(r, q);
      lower(rank, r) = entry / lower(r, r);
      pivot -= lower(rank, r) * lower(rank, r);
    }
    if (!(pivot > 1e-13 * square)) continue;
    lower(rank, rank) = std::sqrt(pivot);
    double right = step_changes_.col(column).dot(step);
    for (int q = 0; q < rank; ++q) right -= lower(rank, q) * forward(q);
    forward(rank) = right / lower(rank, rank);
    kept[static_cast<std::size_t>(rank++)] = column;
  }
  for (int r = rank - 1; r >= 0; --r) {
    double weight = forward(r);
    for (int q = r + 1; q < rank; ++q) weight -= lower(q, r) * forward(q);
    forward(r) = weight / lower(r, r);
    const int column = kept[static_cast<std::size_t>(r)];
    next -= forward(r) * (x_changes_.col(column) + step_changes_.col(column));
  }
}

Iteration accelerate(Eigen::VectorXd& x, const std::function<void(const Eigen::VectorXd& x, Evaluation& at)>& evaluate,
                     const IterationLimits& limits) {
  AndersonHistory history(x.size(), limits.depth);
  Evaluation at{.residual = Eigen::VectorXd::Zero(x.size()), .step = Eigen::VectorXd::Zero(x.size())};
  Eigen::VectorXd best = x, plain_step = Eigen::VectorXd::Zero(x.size()), next(x.size());
  double lowest = std::numeric_limits<double>::infinity(), halved = lowest, fraction = 1;
  int misses = 0, without_gain = 0;
  Iteration result;
  while (result.evaluations < limits.evaluations) {
    evaluate(x, at);
    ++result.evaluations;
    const double largest =
        at.residual.allFinite() ? at.residual.lpNorm<Eigen::Infinity>() : std::numeric_limits<double>::infinity();
    ++without_gain;
    if (largest < 0.5 * halved) halved = largest, without_gain = 0;
    // A plain iteration that contracts in another norm than this one may have to climb first.
    const bool climb = fraction < 1e-3 && std::isfinite(largest);
    if (largest < lowest || climb) {
      lowest = largest;
      best = x;
      plain_step = at.plain * at.residual;
      fraction = 1;
      misses = 0;
      // A short step alone may be one of many.
      result.converged = at.step.lpNorm<Eigen::Infinity>() <= limits.step &&
                         largest <= std::max(limits.step, settled * limits.acceptable);
      if (result.converged) break;
    } else {
      ++misses;
    }
    // Rounding is the floor: several evaluations have not halved what is already small.
    if (without_gain >= 6 && lowest <= limits.acceptable) {
      result.converged = true;
      break;
    }
    if (misses <= patience && std::isfinite(largest)) {  // a miss or two teach the history what the steps lacked
      history.advance(x, at.step, next);
      const double farthest = (next - x).lpNorm<Eigen::Infinity>(), step = at.step.lpNorm<Eigen::Infinity>();
      if (farthest > reach * step) next = x + (next - x) * (reach * step / farthest);
      x.swap(next);
    } else {
      history.forget();
      misses = patience;
      x = best + fraction * plain_step;
      fraction /= 2;
    }
  }
  x = best;
  result.residual = lowest;
  return result;
}

}  // namespace tradewind::equilibrium
