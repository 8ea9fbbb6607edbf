#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <optional>

#include "tradewind/estimation/estimators.hpp"
#include "tradewind/estimation/factorisations.hpp"
#include "tradewind/estimation/fixed_effects.hpp"
#include "tradewind/estimation/orthogonal_columns.hpp"
#include "tradewind/estimation/regressors.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/stopwatch.hpp"

namespace tradewind::estimation {
namespace {

constexpr double partialling = 1e-11;
constexpr int most_rounds = 4;
constexpr double nothing = 1e-12;  // of a score beside its scale: what rounding leaves
// Normal equations serve where each column leaves at least this share to be explained; below, the columns themselves
// are made orthogonal.
constexpr double well_conditioned = 1e-5;
// Without effects to iterate on, columns are known to rounding alone: even Filip's powers can be told apart.
constexpr double collinear_when_exact = 1e-22;

// Nothing to iterate on, and small: so many multiplications in extended precision take a tenth of a second.
constexpr double cheap_in_extended_precision = 2e7;

class Fit {
 public:
  Fit(const Regression& regression, const SolverOptions& options)
      : regression_(regression),
        options_(options),
        effects_(regression),
        regressors_(effects_.rows()),
        target_(effects_.rows().regression.response),
        weight_(effects_.rows().regression.weights) {
    const Array<double>& offset = effects_.rows().regression.offset;
    if (!offset.empty()) {
      PerRow<double> target(target_.begin(), target_.end());
      for (std::size_t i = 0; i < target.size(); ++i) target[i] -= offset[i];
      target_ = std::move(target);
    }
    effects_.set_weights(weight_);
  }

  Solution run() {
    const Stopwatch watch;
    partial_out();
    solution_.seconds.partial_out = watch.seconds();
    if (precise_)
      solve_in_extended_precision();
    else
      solve();
    finish();
    solution_.seconds.solve = watch.seconds() - solution_.seconds.partial_out;
    return std::move(solution_);
  }

 private:
  // Something added up over all rows, by pieces of fixed size.
  template <class Of>
  double sum(const Of& of) const {
    return tbb::parallel_deterministic_reduce(
        tbb::blocked_range<std::size_t>(0, error_.size(), 1 << 14), 0.0,
        [&](const tbb::blocked_range<std::size_t>& range, double so_far) {
          for (std::size_t i = range.begin(); i < range.end(); ++i) so_far += of(i);
          return so_far;
        },
        std::plus<>());
  }

  Eigen::VectorXd weights() const {
    return Eigen::VectorXd::NullaryExpr(
        std::ssize(error_), [w = RowWeights(weight_)](Eigen::Index i) { return w[static_cast<std::size_t>(i)]; });
  }

  // The regressors and, last, the response; which regressors can be told apart.
  void partial_out() {
    std::vector<std::span<const double>> columns = regressors_.columns();
    const std::size_t k = columns.size();
    columns.emplace_back(target_);
    explained_.resize(effects_.rows().coordinates, k + 1);
    const std::vector<double> squares = regressors_.sums_of_squares(weight_);
    std::vector<double> floors;
    for (const double square : squares) floors.push_back(1e-3 * options_.collinear * square);
    floors.push_back(0);
    effects_.solve(columns, partialling, explained_, floors);
    const bool exact = effects_.rows().coordinates == 0;
    const auto n = static_cast<double>(target_.size()), width = static_cast<double>(k);
    const bool precise = exact && k > 0 && n * width * width <= cheap_in_extended_precision;
    Eigen::MatrixXd& all = solution_.partialled;
    std::vector<double*> places =
        regressors_.places(precise || options_.keep_effects ? nullptr : options_.regressors, all);
    error_ = PerRow<double>(target_.size());
    places.push_back(error_.data());
    const Eigen::MatrixXd gram = effects_.complement().partial_out(columns, explained_, {}, places).gram;
    const auto last = static_cast<Eigen::Index>(k);
    solution_.within_sum_of_squares = gram(last, last);

    std::vector<std::size_t> kept = independent_columns(gram.topLeftCorner(last, last), squares, well_conditioned);
    if (precise) {
      precise_.emplace(less_group_means(regressors_.columns()), weights().cast<long double>(), squares,
                       collinear_when_exact);
      kept = precise_->kept;
      solution_.inverse_information = precise_->inverse_information();
    } else if (kept.size() < k) {
      orthogonal_.emplace(all, weights(), squares, exact ? collinear_when_exact : options_.collinear);
      kept = orthogonal_->kept;
      solution_.inverse_information = orthogonal_->inverse_information();
    }
    solution_.collinear.assign(k, true);
    const auto count = static_cast<Eigen::Index>(kept.size());
    solution_.information.resize(count, count);
    for (Eigen::Index a = 0; a < count; ++a) {
      const std::size_t column = kept[static_cast<std::size_t>(a)];
      const auto from = static_cast<Eigen::Index>(column);
      solution_.collinear[column] = false;
      solution_.kept.push_back(static_cast<int>(column));
      places[static_cast<std::size_t>(a)] = places[column];
      for (Eigen::Index b = 0; b < count; ++b)
        solution_.information(a, b) = gram(from, static_cast<Eigen::Index>(kept[static_cast<std::size_t>(b)]));
    }
    put_side_by_side(std::span(places).first(kept.size()), all);
  }

  using Precise = OrthogonalColumns<long double>;

  // Columns less their means over the levels of the eliminated effect.
  Precise::Matrix less_group_means(std::span<const std::span<const double>> columns) const {
    const SortedRows& rows = effects_.rows();
    const Precise::Vector w = weights().cast<long double>();
    Precise::Matrix result(w.size(), static_cast<Eigen::Index>(columns.size()));
    for (std::size_t c = 0; c < columns.size(); ++c) {
      auto own = result.col(static_cast<Eigen::Index>(c));
      own = Eigen::Map<const Eigen::VectorXd>(columns[c].data(), w.size()).cast<long double>();
      for (std::size_t g = 0; rows.eliminates && g < rows.groups(); ++g) {
        const Eigen::Index begin = rows.group_begin[g], count = rows.group_begin[g + 1] - begin;
        own.segment(begin, count).array() -=
            w.segment(begin, count).dot(own.segment(begin, count)) / w.segment(begin, count).sum();
      }
    }
    return result;
  }

  void solve_in_extended_precision() {
    scales();
    const std::vector<std::span<const double>> response{target_};
    Precise::Vector left = less_group_means(response).col(0);
    solution_.within_sum_of_squares = static_cast<double>(precise_->weights.dot(left.cwiseAbs2()));
    beta_ = precise_->solve(left).cast<double>();
    std::ranges::copy(left, error_.begin());
    solution_.iterations = 1;
    solution_.score_norm = score_norm();
    solution_.converged = solution_.score_norm <= options_.tolerance;
  }

  // Of the error on the regressors.
  Eigen::VectorXd coefficients() const {
    const Eigen::Map<const Eigen::VectorXd> error(error_.data(), std::ssize(error_));
    if (orthogonal_) {
      Eigen::VectorXd left = error;
      return orthogonal_->solve(left);
    }
    Eigen::VectorXd products(solution_.partialled.cols());
    const RowWeights w(weight_);
    for (Eigen::Index c = 0; c < products.size(); ++c) {
      const double* x = solution_.partialled.col(c).data();
      products[c] = sum([&](std::size_t i) { return x[i] * (w[i] * error_[i]); });
    }
    return solve_symmetric(solution_.information, products);
  }

  // The response's own effects are known; what is left of it is regressed. Where the score is not nothing beside its
  // scale yet, what is left is partialled out and regressed again: that takes away what rounding and the tolerance
  // left.
  void solve() {
    const SortedRows& rows = effects_.rows();
    beta_ = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(solution_.kept.size()));
    coordinates_.assign(rows.coordinates, 0.0);
    scales();
    const std::size_t response = regressors_.columns().size();
    regress([&](std::size_t j) { return explained_.at(j, response); });
    double last = solution_.score_norm;
    for (solution_.iterations = 1; solution_.iterations < most_rounds && last > nothing; ++solution_.iterations) {
      const std::vector<std::span<const double>> column{error_};
      ColumnEffects own;
      own.resize(rows.coordinates, 1);
      effects_.solve(column, partialling, own);
      const std::vector<double*> place{error_.data()};
      static_cast<void>(effects_.complement().partial_out(column, own, {}, place));
      regress([&](std::size_t j) { return own.at(j, 0); });
      if (!(solution_.score_norm < 0.5 * last)) break;
      last = solution_.score_norm;
    }
    solution_.converged = solution_.score_norm <= options_.tolerance;
  }

  // Regresses the residual on the regressors. `explained`: the coordinates that were taken off it before.
  template <class Explained>
  void regress(const Explained& explained) {
    const Eigen::VectorXd step = coefficients();
    beta_ += step;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, error_.size(), 1 << 14), [&](const auto& range) {
      for (Eigen::Index c = 0; c < step.size(); ++c) {
        const double* x = solution_.partialled.col(c).data();
        for (std::size_t i = range.begin(); i < range.end(); ++i) error_[i] -= step[c] * x[i];
      }
    });
    for (std::size_t j = 0; j < coordinates_.size(); ++j) {
      coordinates_[j] += explained(j);
      for (std::size_t c = 0; c < solution_.kept.size(); ++c)
        coordinates_[j] -=
            step[static_cast<Eigen::Index>(c)] * explained_.at(j, static_cast<std::size_t>(solution_.kept[c]));
    }
    solution_.score_norm = score_norm();
  }

  void scales() {
    const RowWeights w(weight_);
    const double weight = sum([&](std::size_t i) { return w[i]; });
    const double mean = sum([&](std::size_t i) { return w[i] * target_[i]; }) / weight;
    solution_.total_sum_of_squares =
        sum([&](std::size_t i) { return w[i] * (target_[i] - mean) * (target_[i] - mean); });
    // A row near the mean by chance is given the average distance.
    const double distance = sum([&](std::size_t i) { return w[i] * std::abs(target_[i] - mean); }) / weight;
    scale_ = sums_over([&](std::size_t i) { return (std::abs(target_[i] - mean) + distance) * w[i]; }, true);
  }

  // For each coordinate and each regressor that is kept, the sum of `value` times its column, or that column's size.
  template <class Value>
  std::vector<double> sums_over(const Value& value, bool absolute) const {
    const std::vector<LevelTerm>& terms = effects_.rows().terms;
    const std::size_t n = target_.size(), coordinates = coordinates_.size(), kept = solution_.kept.size();
    std::vector<double> sums(coordinates + kept, 0.0);
    const auto sized = [absolute](double x) { return absolute ? std::abs(x) : x; };
    tbb::parallel_for(std::size_t{0}, terms.size() + kept, [&](std::size_t task) {
      if (task < terms.size()) {
        const LevelTerm& term = terms[task];
        for (std::size_t i = 0; i < n; ++i)
          sums[term.at(i)] += value(i) * (term.value.empty() ? 1.0 : sized(term.value[i]));
        return;
      }
      const double* column = solution_.partialled.col(static_cast<Eigen::Index>(task - terms.size())).data();
      double sum = 0;
      for (std::size_t i = 0; i < n; ++i) sum += value(i) * sized(column[i]);
      sums[coordinates + task - terms.size()] = sum;
    });
    return sums;
  }

  double score_norm() const {
    const std::vector<double> score =
        sums_over([&, w = RowWeights(weight_)](std::size_t i) { return w[i] * error_[i]; }, false);
    double largest = 0;
    for (std::size_t j = 0; j < score.size(); ++j)
      if (scale_[j] > 0) largest = std::max(largest, std::abs(score[j]) / scale_[j]);
    return largest;
  }

  void finish() {
    solution_.coefficients = Eigen::VectorXd::Constant(static_cast<Eigen::Index>(solution_.collinear.size()),
                                                       std::numeric_limits<double>::quiet_NaN());
    for (std::size_t c = 0; c < solution_.kept.size(); ++c)
      solution_.coefficients[solution_.kept[c]] = beta_[static_cast<Eigen::Index>(c)];
    solution_.deviance = sum([&, w = RowWeights(weight_)](std::size_t i) { return w[i] * error_[i] * error_[i]; });
    const double log_weights = weight_.empty() ? 0.0 : sum([&](std::size_t i) { return std::log(weight_[i]); }) / 2;
    const auto gaussian = [&](double sum_of_squares) {
      const auto rows = static_cast<double>(error_.size());
      return -rows / 2 * (std::log(2 * std::numbers::pi * sum_of_squares / rows) + 1) + log_weights;
    };
    solution_.log_likelihood = gaussian(solution_.deviance);
    solution_.null_log_likelihood = gaussian(solution_.total_sum_of_squares);
    solution_.effects_log_likelihood = gaussian(solution_.within_sum_of_squares);
    if (options_.keep_effects) keep_effects();
    solution_.response = effects_.rows().regression.response;
    solution_.weights = std::move(weight_);
    solution_.error = std::move(error_);
    solution_.order = effects_.rows().order;
    solution_.inner_iterations = effects_.iterations();
    solution_.method = effects_.method();
  }

  void keep_effects() {
    const SortedRows& rows = effects_.rows();
    const RowWeights w(weight_);
    std::vector<double> eliminated(rows.groups(), 0.0);
    if (rows.eliminates)
      for (std::size_t g = 0; g < rows.groups(); ++g) {
        double sum = 0, weight = 0;
        for (std::size_t i = rows.group_begin[g]; i < rows.group_begin[g + 1]; ++i) {
          double left = target_[i];
          for (std::size_t c = 0; c < solution_.kept.size(); ++c)
            left -= beta_[static_cast<Eigen::Index>(c)] *
                    regressors_.columns()[static_cast<std::size_t>(solution_.kept[c])][i];
          for (const LevelTerm& term : rows.terms)
            left -= (term.value.empty() ? 1.0 : term.value[i]) * coordinates_[term.at(i)];
          sum += w[i] * left;
          weight += w[i];
        }
        eliminated[g] = sum / weight;
      }
    solution_.effects = effects_.coefficients(regression_, coordinates_, eliminated);
  }

  const Regression& regression_;
  const SolverOptions& options_;
  FixedEffects effects_;
  Regressors regressors_;
  Array<double> target_, weight_;  // response less offset
  PerRow<double> error_;           // what is left of the target
  std::vector<double> coordinates_, scale_;
  Eigen::VectorXd beta_;
  ColumnEffects explained_;
  std::optional<OrthogonalColumns<double>> orthogonal_;
  std::optional<Precise> precise_;
  Solution solution_;
};

}  // namespace

Solution least_squares(const Regression& regression, const SolverOptions& options) {
  const Stopwatch watch;
  require_finite(regression);
  if (regression.observations() == 0)
    throw InputError("the sample", "there is no observation", "at least one", "Look at what the selection leaves.");
  Fit fit(regression, options);
  const double sorted = watch.seconds();
  Solution solution = fit.run();
  solution.seconds.sort = sorted;
  solution.seconds.total = watch.seconds();
  return solution;
}

}  // namespace tradewind::estimation
