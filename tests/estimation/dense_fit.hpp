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

VectorXd used(const estimation::Regression& regression, std::span<const double> column, double otherwise);
MatrixXd regressor_columns(const estimation::Regression& regression);

/// What weighted least squares on the columns of d leaves of the columns of x.
MatrixXd left_of(const MatrixXd& x, const MatrixXd& d, const VectorXd& weight);

/// Moore-Penrose.
MatrixXd pinv(const MatrixXd& matrix);

estimation::Solution dense_least_squares(const estimation::Regression& regression);

/// Newton's method on all coefficients at once, halving steps that lower the likelihood.
estimation::Solution dense_poisson(const estimation::Regression& regression);

}  // namespace tradewind::tests
