/// Dense factorisations of small matrices: the one place where their templates are compiled.
#pragma once
#include <Eigen/Core>

namespace tradewind::estimation {

/// matrix = vectors diag(values) vectors', values ascending.
struct Eigenpairs {
  Eigen::VectorXd values;
  Eigen::MatrixXd vectors;
};
Eigenpairs eigenpairs(const Eigen::MatrixXd& symmetric);

/// The x with symmetric x = right; the lower half of the matrix counts. One that is nearly singular gives some x.
Eigen::MatrixXd solve_symmetric(const Eigen::MatrixXd& symmetric, const Eigen::MatrixXd& right);

/// The shortest x that brings matrix x nearest to right.
Eigen::VectorXd least_norm_solution(const Eigen::MatrixXd& matrix, const Eigen::VectorXd& right);

}  // namespace tradewind::estimation
