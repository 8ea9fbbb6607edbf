/// Linear combinations of regressors and effects that vanish wherever the response is positive, and what they separate.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "tradewind/estimation/fixed_effects.hpp"
#include "tradewind/estimation/regression.hpp"

namespace tradewind::estimation {

/// A combination z that is zero in all rows but these, and negative in them.
struct SeparatingDirection {
  std::vector<std::uint32_t> rows;   ///< of the regression's arrays
  Eigen::VectorXd z;                 ///< of the rows
  Eigen::VectorXd gamma;             ///< of all regressors
  std::vector<std::size_t> effects;  ///< that take part: one whose levels explain z - X gamma, or all; none
};

struct SeparatingDirections {
  std::vector<SeparatingDirection> found;  ///< simplest first: effects alone, each regressor, everything
  bool complete = true;
};

/// The combinations that vanish wherever the response is positive are a vector space V, usually {0}: what is left of
/// regressors, and of random effects, when the fixed effects are fitted to the rows with a positive response alone.
/// Which rows some member of V separates is then decided by Gordan's alternative, in as many dimensions as V has. Every
/// level of an effect with an intercept must have a positive response.
SeparatingDirections separating_directions(const Regression& regression);

}  // namespace tradewind::estimation
