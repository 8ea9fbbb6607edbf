/// Sums of score contributions over groups of observations: what clustered covariances are made of.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <functional>

#include "tradewind/estimation/array.hpp"

namespace tradewind::estimation {

struct Solution;

/// Observations in groups: a number below `count` each, all of which occur.
struct Grouping {
  Array<std::uint32_t> group;
  std::uint32_t count = 0;
};

/// Numbers that occur, closed up. `levels`: one more than the largest number may be.
Grouping close_up(Array<std::uint32_t> group, std::uint32_t levels);

/// The same of a number for each row of the regression's arrays, in the order of the solution.
Grouping in_order_of(const Solution& solution, Array<std::uint32_t> group, std::uint32_t levels);

/// Observations are together when they are together in both.
Grouping intersect(const Grouping& left, const Grouping& right);

/// The residual of an observation.
using Residual = std::function<double(Eigen::Index)>;

/// sum over groups g of s_g s_g', s_g = sum of residual_i x_i over the observations of g. x: observations x K.
/// Works through fixed pieces of the data, so that the bits do not depend on the number of threads.
Eigen::MatrixXd grouped_meat(const Eigen::MatrixXd& x, const Residual& residual, const Grouping& grouping);

/// The same with every observation a group of its own.
Eigen::MatrixXd ungrouped_meat(const Eigen::MatrixXd& x, const Residual& residual);

}  // namespace tradewind::estimation
