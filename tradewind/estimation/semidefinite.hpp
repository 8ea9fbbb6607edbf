/// Generalised inverses of positive semi-definite matrices.
#pragma once
#include <Eigen/Core>

namespace tradewind::estimation {

/// Moore-Penrose; eigenvalues below 1e-11 of the largest are zero.
Eigen::MatrixXd pseudo_inverse(const Eigen::MatrixXd& matrix);

/// A lower triangular R with R'R a generalised inverse: coordinates that depend on those before them (a pivot below
/// 1e-10 of the diagonal, or below `rounding`, where it is given) are left out, their rows and columns of R zero.
/// Overwrites `matrix`, of which the lower half counts. Blocked and parallel; the same bits for any number of threads.
void root_of_inverse(Eigen::MatrixXd& matrix, const Eigen::VectorXd& rounding = {});

}  // namespace tradewind::estimation
