#include "tradewind/estimation/factorisations.hpp"

#include <Eigen/Dense>

namespace tradewind::estimation {

using Eigen::MatrixXd, Eigen::VectorXd;

Eigenpairs eigenpairs(const MatrixXd& symmetric) {
  const Eigen::SelfAdjointEigenSolver<MatrixXd> eigen(symmetric);
  return {eigen.eigenvalues(), eigen.eigenvectors()};
}

MatrixXd solve_symmetric(const MatrixXd& symmetric, const MatrixXd& right) { return symmetric.ldlt().solve(right); }

VectorXd least_norm_solution(const MatrixXd& matrix, const VectorXd& right) {
  return matrix.completeOrthogonalDecomposition().solve(right);
}

}  // namespace tradewind::estimation
