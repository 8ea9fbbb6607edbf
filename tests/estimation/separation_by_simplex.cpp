#include "separation_by_simplex.hpp"

#include "dense_fit.hpp"

namespace tradewind::tests {
namespace {

using Eigen::Index;

constexpr double rounding = 1e-9;

/// max c'v over A v <= b, v >= 0, with b >= 0: the simplex method on a tableau, by Bland's rule, which cannot cycle.
VectorXd simplex(const MatrixXd& a, const VectorXd& b, const VectorXd& c) {
  const Index rows = a.rows(), columns = a.cols();
  MatrixXd tableau = MatrixXd::Zero(rows + 1, columns + rows + 1);
  tableau << a, MatrixXd::Identity(rows, rows), b, -c.transpose(), Eigen::RowVectorXd::Zero(rows + 1);
  std::vector<Index> basis;
  for (Index r = 0; r < rows; ++r) basis.push_back(columns + r);
  while (true) {
    Index enters = 0;
    while (enters < columns + rows && tableau(rows, enters) >= -rounding) ++enters;
    if (enters == columns + rows) break;
    Index leaves = -1;
    for (Index r = 0; r < rows; ++r) {
      if (tableau(r, enters) <= rounding) continue;
      if (leaves < 0) leaves = r;
      const double ratio = tableau(r, columns + rows) / tableau(r, enters);
      const double best = tableau(leaves, columns + rows) / tableau(leaves, enters);
      const auto own = static_cast<std::size_t>(r), other = static_cast<std::size_t>(leaves);
      if (ratio < best - rounding || (ratio < best + rounding && basis[own] < basis[other])) leaves = r;
    }
    if (leaves < 0) break;  // unbounded: cannot be, as s <= 1
    tableau.row(leaves) /= tableau(leaves, enters);
    for (Index r = 0; r <= rows; ++r)
      if (r != leaves) tableau.row(r) -= tableau(r, enters) * tableau.row(leaves);
    basis[static_cast<std::size_t>(leaves)] = enters;
  }
  VectorXd solution = VectorXd::Zero(columns + rows);
  for (Index r = 0; r < rows; ++r) solution[basis[static_cast<std::size_t>(r)]] = tableau(r, columns + rows);
  return solution.head(columns);
}

}  // namespace

std::vector<std::uint32_t> separated_by_simplex(const estimation::Regression& regression) {
  const MatrixXd d = dummies(regression);
  const auto count = static_cast<Index>(regression.regressors.size());
  MatrixXd all(d.rows(), d.cols() + count);
  std::vector<Index> positive, zero;
  for (Index i = 0; i < all.rows(); ++i) {
    const std::uint32_t row = regression.row(static_cast<std::size_t>(i));
    for (Index k = 0; k < count; ++k) all(i, k) = regression.regressors[static_cast<std::size_t>(k)][row];
    if (d.cols() > 0) all.row(i).tail(d.cols()) = d.row(i);
    (regression.response[row] > 0 ? positive : zero).push_back(i);
  }
  if (zero.empty() || positive.empty()) return {};
  // z = B phi: coefficients in the null space of the rows with a positive response.
  const MatrixXd null_space = all(positive, Eigen::all).fullPivLu().kernel();
  const MatrixXd z = all(zero, Eigen::all) * null_space;
  const auto zeros = static_cast<Index>(zero.size()), free = z.cols();
  MatrixXd a = MatrixXd::Zero(2 * zeros, zeros + 2 * free);  // over s, phi+, phi-
  a.topLeftCorner(zeros, zeros).setIdentity();
  a.topRightCorner(zeros, 2 * free) << z, -z;
  a.bottomLeftCorner(zeros, zeros).setIdentity();
  VectorXd b(2 * zeros), c = VectorXd::Zero(zeros + 2 * free);
  b << VectorXd::Zero(zeros), VectorXd::Ones(zeros);
  c.head(zeros).setOnes();
  const VectorXd s = simplex(a, b, c);
  std::vector<std::uint32_t> separated;
  for (Index i = 0; i < zeros; ++i)
    if (s[i] > 0.5) separated.push_back(regression.row(static_cast<std::size_t>(zero[static_cast<std::size_t>(i)])));
  return separated;
}

}  // namespace tradewind::tests
