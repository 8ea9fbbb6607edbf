/// Preconditioned conjugate gradients on the normal equations of the fixed effects, several columns side by side.
#pragma once
#include <span>
#include <vector>

#include "tradewind/estimation/preconditioner.hpp"
#include "tradewind/estimation/schur_complement.hpp"

namespace tradewind::estimation {

struct ConjugateGradients {
  long iterations = 0;       ///< of all columns together
  int passes = 0;            ///< over the rows
  double expected = 0;       ///< where it stopped early: how many more passes it would have taken, by its rate so far
  std::vector<double> left;  ///< per column: r' M^-1 r at the end
};

/// Improves `coefficients` until each column has r' M^-1 r <= limits[column], about the squared error of the fitted
/// values, or rounding lets it improve no more. `residual` is b - S coefficients at the start and at the end.
/// Where after `patience` passes at least as many again are to be expected it stops and says so (`expected`); 0: it
/// goes on.
ConjugateGradients conjugate_gradients(const SchurComplement& complement, const Preconditioner& preconditioner,
                                       std::span<const double> limits, int patience, Block& residual,
                                       Block& coefficients);

}  // namespace tradewind::estimation
