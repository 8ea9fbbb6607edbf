#include "dense_fit.hpp"

#include <cmath>
#include <limits>

namespace tradewind::tests {

VectorXd used(const estimation::Regression& r, std::span<const double> column, double otherwise) {
  VectorXd values(static_cast<Eigen::Index>(r.observations()));
  for (std::size_t i = 0; i < r.observations(); ++i)
    values[static_cast<Eigen::Index>(i)] = column.empty() ? otherwise : column[r.row(i)];
  return values;
}

MatrixXd regressor_columns(const estimation::Regression& r) {
  MatrixXd x(static_cast<Eigen::Index>(r.observations()), static_cast<Eigen::Index>(r.regressors.size()));
  for (Eigen::Index k = 0; k < x.cols(); ++k) x.col(k) = used(r, r.regressors[static_cast<std::size_t>(k)], 0);
  return x;
}

MatrixXd left_of(const MatrixXd& x, const MatrixXd& d, const VectorXd& weight) {
  if (d.cols() == 0 || x.cols() == 0) return x;
  const VectorXd root = weight.cwiseSqrt();
  const Eigen::CompleteOrthogonalDecomposition<MatrixXd> qr(root.asDiagonal() * d);
  return x - d * qr.solve(root.asDiagonal() * x);
}

namespace {

/// Regressors that neither the effects nor the regressors before them span: as fixest keeps them.
std::vector<int> independent(const MatrixXd& partialled, const MatrixXd& x, const VectorXd& weight) {
  std::vector<int> kept;
  MatrixXd basis(x.rows(), 0);
  for (Eigen::Index k = 0; k < x.cols(); ++k) {
    const MatrixXd rest = left_of(partialled.col(k), basis, weight);
    const double all = (x.col(k).array().square() * weight.array()).sum();
    const double remains = (rest.col(0).array().square() * weight.array()).sum();
    if (remains <= 1e-9 * all) continue;
    kept.push_back(static_cast<int>(k));
    basis.conservativeResize(Eigen::NoChange, basis.cols() + 1);
    basis.rightCols(1) = partialled.col(k);
  }
  return kept;
}

VectorXd coefficients_of(const MatrixXd& x, const VectorXd& y, const VectorXd& weight) {
  if (x.cols() == 0) return VectorXd();
  const VectorXd root = weight.cwiseSqrt();
  return (root.asDiagonal() * x).colPivHouseholderQr().solve(root.asDiagonal() * y);
}

estimation::Array<double> array(const VectorXd& values) { return std::vector<double>(values.begin(), values.end()); }

void finish(const estimation::Regression& r, const MatrixXd& partialled, const VectorXd& weight,
            estimation::Solution& solution) {
  solution.partialled.resize(partialled.rows(), static_cast<Eigen::Index>(solution.kept.size()));
  for (std::size_t k = 0; k < solution.kept.size(); ++k)
    solution.partialled.col(static_cast<Eigen::Index>(k)) = partialled.col(solution.kept[k]);
  solution.information = solution.partialled.transpose() * weight.asDiagonal() * solution.partialled;
  for (std::size_t i = 0; i < r.observations(); ++i) solution.order.push_back(r.row(i));
}

double poisson_log_likelihood(const VectorXd& y, const VectorXd& eta, const VectorXd& weight) {
  double sum = 0;
  for (Eigen::Index i = 0; i < y.size(); ++i)
    sum += weight[i] * (y[i] * eta[i] - std::exp(eta[i]) - std::lgamma(y[i] + 1));
  return sum;
}

}  // namespace

MatrixXd dummies(const estimation::Regression& r) {
  Eigen::Index columns = 0;
  for (const estimation::Effect& effect : r.effects)
    columns += static_cast<Eigen::Index>(effect.levels * ((effect.intercept ? 1 : 0) + effect.slopes.size()));
  MatrixXd d = MatrixXd::Zero(static_cast<Eigen::Index>(r.observations()), columns);
  for (Eigen::Index i = 0; i < d.rows(); ++i) {
    const std::uint32_t row = r.row(static_cast<std::size_t>(i));
    Eigen::Index start = 0;
    for (const estimation::Effect& effect : r.effects) {
      if (effect.intercept) d(i, start + effect.level[row]) = 1;
      start += effect.intercept ? effect.levels : 0;
      for (const std::span<const double> slope : effect.slopes) {
        d(i, start + effect.level[row]) = slope[row];
        start += effect.levels;
      }
    }
  }
  return d;
}

Eigen::Index rank_of_dummies(const estimation::Regression& r) { return dummies(r).fullPivLu().rank(); }

MatrixXd pinv(const MatrixXd& matrix) {
  const Eigen::JacobiSVD<MatrixXd> svd(matrix, Eigen::ComputeThinU | Eigen::ComputeThinV);
  const double cut = 1e-10 * svd.singularValues()[0];
  const VectorXd inverse = svd.singularValues().unaryExpr([cut](double v) { return v > cut ? 1 / v : 0.0; });
  return svd.matrixV() * inverse.asDiagonal() * svd.matrixU().transpose();
}

estimation::Solution dense_least_squares(const estimation::Regression& r) {
  estimation::Solution solution;
  solution.family = estimation::Family::gaussian;
  const MatrixXd d = dummies(r), x = regressor_columns(r);
  const VectorXd y = used(r, r.response, 0) - used(r, r.offset, 0), weight = used(r, r.weights, 1);
  const MatrixXd partialled = left_of(x, d, weight);
  solution.kept = independent(partialled, x, weight);
  finish(r, partialled, weight, solution);
  const VectorXd y_left = left_of(y, d, weight);
  const VectorXd b = coefficients_of(solution.partialled, y_left, weight);
  const VectorXd e = y_left - solution.partialled * b;
  solution.coefficients = VectorXd::Constant(x.cols(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t k = 0; k < solution.kept.size(); ++k)
    solution.coefficients[solution.kept[k]] = b[static_cast<Eigen::Index>(k)];
  solution.response = array(used(r, r.response, 0));
  solution.weights = array(weight);
  solution.error.assign(e.begin(), e.end());
  solution.deviance = e.dot(weight.asDiagonal() * e);
  const VectorXd about_mean = y - VectorXd::Constant(y.size(), y.dot(weight) / weight.sum());
  solution.total_sum_of_squares = (about_mean.array().square() * weight.array()).sum();
  solution.within_sum_of_squares = (y_left.array().square() * weight.array()).sum();
  const auto n = static_cast<double>(y.size());
  // Of normal errors with variance sigma^2 / weight.
  const auto gaussian = [&](double squares) {
    return -n / 2 * (std::log(2 * M_PI * squares / n) + 1) + weight.array().log().sum() / 2;
  };
  solution.log_likelihood = gaussian(solution.deviance);
  solution.null_log_likelihood = gaussian(solution.total_sum_of_squares);
  solution.converged = true;
  return solution;
}

estimation::Solution dense_poisson(const estimation::Regression& r) {
  estimation::Solution solution;
  solution.family = estimation::Family::poisson;
  const MatrixXd d = dummies(r), x = regressor_columns(r);
  const VectorXd y = used(r, r.response, 0), offset = used(r, r.offset, 0), weight = used(r, r.weights, 1);
  MatrixXd all(x.rows(), d.cols() + x.cols());
  all << d, x;
  VectorXd eta = ((y.array() + y.mean()) / 2).log(), mu = eta.array().exp();
  double likelihood = -std::numeric_limits<double>::infinity();
  for (int iteration = 0; iteration < 200; ++iteration) {
    const VectorXd root = (weight.array() * mu.array()).sqrt();
    const VectorXd working = eta - offset + ((y - mu).array() / mu.array()).matrix();
    const Eigen::CompleteOrthogonalDecomposition<MatrixXd> qr(root.asDiagonal() * all);
    VectorXd next = offset + all * qr.solve(root.asDiagonal() * working);
    double found = poisson_log_likelihood(y, next, weight);
    for (int halving = 0; halving < 30 && iteration > 0 && !(found >= likelihood - 1e-10 * std::abs(likelihood));
         ++halving) {
      next = (next + eta) / 2;
      found = poisson_log_likelihood(y, next, weight);
    }
    const double change = (next - eta).cwiseAbs().maxCoeff();
    eta = next;
    mu = eta.array().exp();
    likelihood = found;
    solution.converged = change < 1e-13 * (1 + eta.cwiseAbs().maxCoeff());
    if (change < 1e-14 * (1 + eta.cwiseAbs().maxCoeff())) break;
  }
  const VectorXd working_weight = weight.array() * mu.array();
  const MatrixXd partialled = left_of(x, d, working_weight);
  solution.kept = independent(partialled, x, working_weight);
  finish(r, partialled, working_weight, solution);
  const VectorXd b = coefficients_of(solution.partialled, left_of(eta - offset, d, working_weight), working_weight);
  solution.coefficients = VectorXd::Constant(x.cols(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t k = 0; k < solution.kept.size(); ++k)
    solution.coefficients[solution.kept[k]] = b[static_cast<Eigen::Index>(k)];
  solution.response = array(weight.asDiagonal() * y);
  solution.weights = array(weight);
  solution.mean.assign(working_weight.begin(), working_weight.end());
  solution.log_likelihood = likelihood;
  const double mean = y.dot(weight) / weight.sum();
  solution.null_log_likelihood = poisson_log_likelihood(y, VectorXd::Constant(y.size(), std::log(mean)), weight);
  solution.effects_log_likelihood = std::numeric_limits<double>::quiet_NaN();
  return solution;
}

}  // namespace tradewind::tests
