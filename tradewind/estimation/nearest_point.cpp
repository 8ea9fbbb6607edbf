#include "tradewind/estimation/nearest_point.hpp"

#include <algorithm>

#include "tradewind/estimation/factorisations.hpp"

namespace tradewind::estimation {
namespace {

using Eigen::Index, Eigen::MatrixXd, Eigen::VectorXd;

/// Weights, of sum one and any sign, of the shortest affine combination of the corners: v / sum v of
/// (1 1' + C C') v = 1 (Wolfe 1976, eq. 3.3).
VectorXd shortest_affine(const MatrixXd& rows, const std::vector<Index>& corners) {
  const auto size = static_cast<Index>(corners.size());
  const MatrixXd chosen = rows(corners, Eigen::all);
  const MatrixXd gram = MatrixXd::Ones(size, size) + chosen * chosen.transpose();
  const VectorXd v = least_norm_solution(gram, VectorXd::Ones(size));
  return v / v.sum();
}

constexpr double negligible = 1e-11;

}  // namespace

NearestPoint nearest_point(const MatrixXd& rows) {
  NearestPoint nearest{.point = rows.row(0), .corners = {0}};
  VectorXd weights = VectorXd::Ones(1);
  const Index most_steps = 100 + 20 * (rows.cols() + 1) * (rows.cols() + 1);
  for (Index step = 0; step < most_steps && !nearest.is_zero(); ++step) {
    Index lowest = 0;
    const double reach = (rows * nearest.point).minCoeff(&lowest);
    if (reach >= nearest.point.squaredNorm() - negligible ||
        std::ranges::find(nearest.corners, lowest) != nearest.corners.end())
      break;
    nearest.corners.push_back(lowest);
    weights.conservativeResize(weights.size() + 1);
    weights[weights.size() - 1] = 0;
    while (true) {
      const VectorXd affine = shortest_affine(rows, nearest.corners);
      if (affine.minCoeff() > negligible) {
        weights = affine;
        break;
      }
      // Towards it until a weight vanishes; that corner is left.
      double share = 1;
      for (Index c = 0; c < affine.size(); ++c)
        if (affine[c] <= negligible) share = std::min(share, weights[c] / (weights[c] - affine[c]));
      weights += share * (affine - weights);
      std::vector<Index> kept;
      std::vector<double> kept_weights;
      Index smallest = 0;
      weights.minCoeff(&smallest);
      for (Index c = 0; c < weights.size(); ++c)
        if (c != smallest && weights[c] > negligible) {
          kept.push_back(nearest.corners[static_cast<std::size_t>(c)]);
          kept_weights.push_back(weights[c]);
        }
      nearest.corners = std::move(kept);
      weights = Eigen::Map<const VectorXd>(kept_weights.data(), static_cast<Index>(kept_weights.size()));
    }
    nearest.point = rows(nearest.corners, Eigen::all).transpose() * weights;
  }
  return nearest;
}

}  // namespace tradewind::estimation
