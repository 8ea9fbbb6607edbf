/// A factorisation X = Q R of the independent columns of a matrix, orthogonal under weights: least squares without the
/// squared condition number of normal equations. In double precision, or in extended precision, which nearly collinear
/// columns (polynomials) need for their digits.
#pragma once
#include <Eigen/Core>
#include <cmath>
#include <cstddef>
#include <vector>

namespace tradewind::estimation {

template <class Real>
struct OrthogonalColumns {
  using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Real, Eigen::Dynamic, 1>;

  std::vector<std::size_t> kept;  ///< columns that those before them leave more than `share` of their `squares`
  Matrix q, r;                    ///< of the kept columns: q' W q = 1, r upper triangular
  Vector weights;

  /// Each column is made orthogonal twice (Gram-Schmidt with reorthogonalisation; Giraud, Langou and Rozloznik 2005).
  OrthogonalColumns(const Matrix& x, const Vector& w, const std::vector<double>& squares, double share)
      : q(x.rows(), x.cols()), weights(w) {
    Matrix full = Matrix::Zero(x.cols(), x.cols());
    for (Eigen::Index column = 0; column < x.cols(); ++column) {
      const auto rank = static_cast<Eigen::Index>(kept.size());
      Vector left = x.col(column);
      const Vector onto = take_out(left, rank);
      const Real square = w.dot(left.cwiseAbs2());
      if (!(square > share * squares[static_cast<std::size_t>(column)])) continue;
      q.col(rank) = left / std::sqrt(square);
      full.col(rank).head(rank) = onto;
      full(rank, rank) = std::sqrt(square);
      kept.push_back(static_cast<std::size_t>(column));
    }
    const auto rank = static_cast<Eigen::Index>(kept.size());
    q.conservativeResize(Eigen::NoChange, rank);
    r = full.topLeftCorner(rank, rank);
  }

  /// Coefficients of the weighted regression of y on the kept columns; y becomes its residual.
  Vector solve(Vector& y) const { return r.template triangularView<Eigen::Upper>().solve(take_out(y, q.cols())); }

  /// (X' W X)^-1 of the kept columns.
  Eigen::MatrixXd inverse_information() const {
    const Matrix inverse = r.template triangularView<Eigen::Upper>().solve(Matrix::Identity(r.rows(), r.cols()));
    return (inverse * inverse.transpose()).template cast<double>();
  }

 private:
  Vector take_out(Vector& y, Eigen::Index rank) const {
    Vector onto = Vector::Zero(rank);
    for (int pass = 0; pass < 2; ++pass) {
      const Vector part = q.leftCols(rank).transpose() * weights.cwiseProduct(y);
      y -= q.leftCols(rank) * part;
      onto += part;
    }
    return onto;
  }
};

}  // namespace tradewind::estimation
