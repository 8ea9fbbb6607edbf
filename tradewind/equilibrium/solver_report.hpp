/// How a solution was reached, told with every result.
#pragma once

namespace tradewind::equilibrium {

struct SolverReport {
  /// False: no equilibrium was reached; the result holds the best point found and must not be told as an answer.
  bool converged = false;
  /// The largest excess demand of any market, relative to its supply, at the point returned.
  double residual = 0;
  /// Evaluations of excess demand, over all equilibria solved for the result.
  int iterations = 0;
  double seconds = 0;
};

/// A residual above this is no equilibrium.
inline constexpr double largest_residual = 1e-10;

}  // namespace tradewind::equilibrium
