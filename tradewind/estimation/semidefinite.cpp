#include "tradewind/estimation/semidefinite.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tradewind/estimation/factorisations.hpp"

namespace tradewind::estimation {
namespace {

using Eigen::Index, Eigen::MatrixXd;

constexpr Index block = 96;
constexpr double zero_pivot = 1e-10;

/// Cholesky factor of a diagonal block in place. Coordinates whose pivot vanishes get a zero column and a one on the
/// diagonal, so that triangular solves pass them by; `left_out` tells which.
void factor_diagonal(Eigen::Ref<MatrixXd> a, const Eigen::VectorXd& zero, Index start, std::vector<bool>& left_out) {
  for (Index j = 0; j < a.cols(); ++j) {
    if (a(j, j) <= zero[start + j]) {
      left_out[static_cast<std::size_t>(start + j)] = true;
      a.col(j).tail(a.rows() - j).setZero();
      a(j, j) = 1;
      continue;
    }
    const Index rest = a.rows() - j - 1;
    a(j, j) = std::sqrt(a(j, j));
    a.col(j).tail(rest) /= a(j, j);
    for (Index k = j + 1; k < a.cols(); ++k) a.col(k).tail(a.rows() - k) -= a(k, j) * a.col(j).tail(a.rows() - k);
  }
}

}  // namespace

MatrixXd pseudo_inverse(const MatrixXd& matrix) {
  const auto [values, vectors] = eigenpairs(matrix);
  const double cut = 1e-11 * values.cwiseAbs().maxCoeff();
  const Eigen::VectorXd inverse = values.unaryExpr([cut](double value) { return value > cut ? 1 / value : 0.0; });
  return vectors * inverse.asDiagonal() * vectors.transpose();
}

void root_of_inverse(MatrixXd& matrix, const Eigen::VectorXd& rounding) {
  const Index size = matrix.rows(), blocks = (size + block - 1) / block;
  const auto start_of = [](Index b) { return b * block; };
  const auto size_of = [size](Index b) { return std::min(block, size - b * block); };
  Eigen::VectorXd zero = zero_pivot * matrix.diagonal();
  if (rounding.size() == size) zero = zero.cwiseMax(rounding);
  std::vector<bool> left_out(static_cast<std::size_t>(size), false);

  // L with matrix = L L': diagonal block, the panel below it, the update of what is right of the panel.
  for (Index b = 0; b < blocks; ++b) {
    auto pivot = matrix.block(start_of(b), start_of(b), size_of(b), size_of(b));
    factor_diagonal(pivot, zero, start_of(b), left_out);
    tbb::parallel_for(b + 1, blocks, [&](Index row) {
      auto panel = matrix.block(start_of(row), start_of(b), size_of(row), size_of(b));
      pivot.triangularView<Eigen::Lower>().transpose().solveInPlace<Eigen::OnTheRight>(panel);
      for (Index j = 0; j < size_of(b); ++j)
        if (left_out[static_cast<std::size_t>(start_of(b) + j)]) panel.col(j).setZero();
    });
    tbb::parallel_for(b + 1, blocks, [&](Index row) {
      for (Index column = b + 1; column <= row; ++column)
        matrix.block(start_of(row), start_of(column), size_of(row), size_of(column)).noalias() -=
            matrix.block(start_of(row), start_of(b), size_of(row), size_of(b)) *
            matrix.block(start_of(column), start_of(b), size_of(column), size_of(b)).transpose();
    });
  }

  // R = L^-1, block column by block column from below: R_rc = -L_rr^-1 sum over c <= k < r of L_rk R_kc.
  MatrixXd root = MatrixXd::Zero(size, size);
  tbb::parallel_for(Index{0}, blocks, [&](Index column) {
    auto corner = root.block(start_of(column), start_of(column), size_of(column), size_of(column));
    corner.setIdentity();
    matrix.block(start_of(column), start_of(column), size_of(column), size_of(column))
        .triangularView<Eigen::Lower>()
        .solveInPlace(corner);
    for (Index row = column + 1; row < blocks; ++row) {
      auto part = root.block(start_of(row), start_of(column), size_of(row), size_of(column));
      const Index above = start_of(row) - start_of(column);
      part.noalias() = -matrix.block(start_of(row), start_of(column), size_of(row), above) *
                       root.block(start_of(column), start_of(column), above, size_of(column));
      matrix.block(start_of(row), start_of(row), size_of(row), size_of(row))
          .triangularView<Eigen::Lower>()
          .solveInPlace(part);
    }
  });
  for (Index i = 0; i < size; ++i)
    if (left_out[static_cast<std::size_t>(i)]) {
      root.row(i).setZero();
      root.col(i).setZero();
    }
  matrix = std::move(root);
}

}  // namespace tradewind::estimation
