#include "tradewind/estimation/regressors.hpp"

#include <fmt/format.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "tradewind/estimation/large_pages.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

void require_finite(std::span<const double> values, const Regression& regression, const std::string& what) {
  const bool finite = tbb::parallel_reduce(
      tbb::blocked_range<std::size_t>(0, regression.observations(), 1 << 15), true,
      [&](const auto& range, bool so_far) {
        for (std::size_t i = range.begin(); i < range.end(); ++i)
          so_far &= std::isfinite(values[regression.rows.empty() ? i : regression.rows[i]]);
        return so_far;
      },
      std::logical_and<>());
  if (!finite)
    throw InputError(what, "a value is missing or infinite", "finite numbers in all rows used",
                     "Set rows with missing values aside first.");
}

}  // namespace

void require_finite(const Regression& regression) {
  require_finite(regression.response, regression, "the response");
  for (std::size_t k = 0; k < regression.regressors.size(); ++k)
    require_finite(regression.regressors[k], regression,
                   k < regression.names.size() ? regression.names[k] : fmt::format("regressor {}", k + 1));
  for (const Effect& effect : regression.effects)
    for (std::size_t s = 0; s < effect.slopes.size(); ++s)
      require_finite(effect.slopes[s], regression, fmt::format("a slope of {}", effect.name));
  if (!regression.offset.empty()) require_finite(regression.offset, regression, "the offset");
  if (regression.weights.empty()) return;
  require_finite(regression.weights, regression, "the weights");
  for (std::size_t i = 0; i < regression.observations(); ++i)
    if (!(regression.weights[regression.rows.empty() ? i : regression.rows[i]] > 0))
      throw InputError("the weights", "a weight is zero or negative", "positive weights in all rows used",
                       "Set rows without weight aside first.");
}

Regressors::Regressors(const SortedRows& rows)
    : rows_(rows.rows()), columns_(rows.regression.regressors.begin(), rows.regression.regressors.end()) {}

std::vector<double> Regressors::sums_of_squares(RowWeights weights) const {
  struct Sums {
    double one = 0, other = 0;
  };
  // By pieces of fixed size, on all threads.
  const auto over_rows = [&](const auto& add) {
    return tbb::parallel_deterministic_reduce(
        tbb::blocked_range<std::size_t>(0, rows_, 1 << 14), Sums{},
        [&](const tbb::blocked_range<std::size_t>& range, Sums sums) {
          for (std::size_t i = range.begin(); i < range.end(); ++i) add(i, sums);
          return sums;
        },
        [](const Sums& a, const Sums& b) {
          return Sums{a.one + b.one, a.other + b.other};
        });
  };
  std::vector<double> result;
  for (const std::span<const double> x : columns_) {
    const auto [weight, sum] = over_rows([x, weights](std::size_t i, Sums& sums) {
      sums.one += weights[i];
      sums.other += weights[i] * x[i];
    });
    const double mean = weight > 0 ? sum / weight : 0;
    const auto [square, uncentred] = over_rows([x, weights, mean](std::size_t i, Sums& sums) {
      sums.one += weights[i] * (x[i] - mean) * (x[i] - mean);
      sums.other += weights[i] * x[i] * x[i];
    });
    // A constant varies about zero alone.
    result.push_back(square > 1e-14 * uncentred ? square : uncentred);
  }
  return result;
}

double Regressors::extent(std::size_t column) const {
  using Extent = std::pair<double, double>;
  const std::span<const double> x = columns_[column];
  const auto [low, high] = tbb::parallel_reduce(
      tbb::blocked_range<std::size_t>(0, x.size(), 1 << 15), Extent{x[0], x[0]},
      [&](const auto& range, Extent found) {
        for (std::size_t i = range.begin(); i < range.end(); ++i)
          found = {std::min(found.first, x[i]), std::max(found.second, x[i])};
        return found;
      },
      [](const Extent& a, const Extent& b) {
        return Extent{std::min(a.first, b.first), std::max(a.second, b.second)};
      });
  return high - low;
}

void Regressors::keep(std::span<const std::size_t> kept) {
  std::vector<std::span<const double>> columns;
  for (const std::size_t k : kept) columns.push_back(columns_[k]);
  columns_ = std::move(columns);
}

std::vector<double*> Regressors::places(Eigen::MatrixXd* own, Eigen::MatrixXd& partialled) const {
  std::vector<double*> places;
  if (own != nullptr && std::ranges::all_of(columns_, [&](const std::span<const double> column) {
        return column.data() >= own->data() && column.data() < own->data() + own->size();
      })) {
    partialled = std::move(*own);
    for (const std::span<const double> column : columns_)
      places.push_back(partialled.data() + (column.data() - partialled.data()));
    return places;
  }
  partialled.resize(static_cast<Eigen::Index>(rows_), std::ssize(columns_));
  in_large_pages(partialled.data(), static_cast<std::size_t>(partialled.size()) * sizeof(double));
  for (Eigen::Index c = 0; c < partialled.cols(); ++c) places.push_back(partialled.col(c).data());
  return places;
}

void put_side_by_side(std::span<double* const> columns, Eigen::MatrixXd& matrix) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    double* to = matrix.col(static_cast<Eigen::Index>(c)).data();
    if (columns[c] != to) std::copy_n(columns[c], matrix.rows(), to);
  }
  matrix.conservativeResize(Eigen::NoChange, std::ssize(columns));
}

std::vector<std::size_t> independent_columns(const Eigen::MatrixXd& gram, std::span<const double> sums_of_squares,
                                             double share) {
  std::vector<std::size_t> kept;
  const Eigen::Index k = gram.rows();
  Eigen::MatrixXd l = Eigen::MatrixXd::Zero(k, k);  // rows: columns of the gram; columns: those kept so far
  for (Eigen::Index column = 0; column < k; ++column) {
    const auto rank = static_cast<Eigen::Index>(kept.size());
    for (Eigen::Index j = 0; j < rank; ++j) {
      const auto other = static_cast<Eigen::Index>(kept[static_cast<std::size_t>(j)]);
      l(column, j) = (gram(column, other) - l.row(column).head(j).dot(l.row(other).head(j))) / l(other, j);
    }
    const double left = gram(column, column) - l.row(column).head(rank).squaredNorm();
    if (!(left > share * sums_of_squares[static_cast<std::size_t>(column)])) continue;
    l(column, rank) = std::sqrt(left);
    kept.push_back(static_cast<std::size_t>(column));
  }
  return kept;
}

}  // namespace tradewind::estimation
