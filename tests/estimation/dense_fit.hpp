// The same regressions in the slow and obvious way: every level a column of dummies, dense linear algebra. What the
// estimators are held against.
#pragma once
#include <Eigen/Dense>
#include <cstdint>
#include <span>
#include <vector>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::tests {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Observations x (levels and slopes of all effects).
MatrixXd dummies(const estimation::Regression& regression);
Eigen::Index rank_of_dummies(const estimation::Regression& regression);

/// Moore-Penrose.
MatrixXd pinv(const MatrixXd& matrix);

estimation::Solution dense_least_squares(const estimation::Regression& regression);

/// Newton's method on all coefficients at once, halving steps that lower the likelihood.
estimation::Solution dense_poisson(const estimation::Regression& regression);

}  // namespace tradewind::tests
