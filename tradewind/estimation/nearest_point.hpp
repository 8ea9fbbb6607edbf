/// Gordan's alternative, decided: for rows r_i of a matrix there is either a z with r_i z > 0 for all i, or weights
/// u >= 0, not all zero, with sum u_i r_i = 0.
#pragma once
#include <Eigen/Core>
#include <vector>

namespace tradewind::estimation {

/// The point of the rows' convex hull that is nearest to zero (Wolfe 1976, "Finding the nearest point in a polytope").
struct NearestPoint {
  Eigen::VectorXd point;              ///< z; zero (shorter than 1e-6) when the hull holds zero
  std::vector<Eigen::Index> corners;  ///< the rows that it is a positive combination of
  bool is_zero() const { return point.norm() < 1e-6; }
};

/// `rows` of length one each. Where the point is not zero, r_i'z >= z'z > 0 for all i.
NearestPoint nearest_point(const Eigen::MatrixXd& rows);

}  // namespace tradewind::estimation
