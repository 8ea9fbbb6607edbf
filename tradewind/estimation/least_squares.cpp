#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include "tradewind/estimation/estimators.hpp"
#include "tradewind/estimation/fixed_effects.hpp"
#include "tradewind/estimation/regressors.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

constexpr double partialling = 1e-11;
constexpr int most_refinements = 4;
// Normal equations serve where each column leaves at least this share to be explained; below, the columns themselves
// are made orthogonal.
constexpr double well_conditioned = 1e-5;
// Without effects to iterate on, columns are known to rounding alone: even Filip's powers can be told apart.
constexpr double collinear_when_exact = 1e-22;

// A factorisation X = Q R of the independent columns, W-orthogonal, each made orthogonal twice (Gram-Schmidt with
// reorthogonalisation; Giraud, Langou and Rozloznik 2005).
struct Orthogonal {
  std::vector<std::size_t> kept;
  Eigen::MatrixXd q, r;

  Orthogonal(const Eigen::MatrixXd& x, const Eigen::VectorXd& w, const std::vector<double>& squares, double share)
      : q(x.rows(), x.cols()), r(Eigen::MatrixXd::Zero(x.cols(), x.cols())) {
    Eigen::MatrixXd full = Eigen::MatrixXd::Zero(x.cols(), x.cols());
    for (Eigen::Index column = 0; column < x.cols(); ++column) {
      const auto rank = static_cast<Eigen::Index>(kept.size());
      Eigen::VectorXd left = x.col(column);
      Eigen::VectorXd onto = Eigen::VectorXd::Zero(rank);
      for (int pass = 0; pass < 2; ++pass) {
        const Eigen::VectorXd weighted = w.cwiseProduct(left);
        const Eigen::VectorXd part = q.leftCols(rank).transpose() * weighted;
        left -= q.leftCols(rank) * part;
        onto += part;
      }
      const double square = w.dot(left.cwiseAbs2());
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
};

class Fit {
 public:
  Fit(const Regression& regression, const SolverOptions& options)
      : regression_(regression), options_(options), effects_(regression), regressors_(regression, effects_.rows()) {
    const SortedRows& rows = effects_.rows();
    target_ = rows.sorted(regression.response);
    if (!regression.offset.empty()) {
      const std::vector<double> offset = rows.sorted(regression.offset);
      for (std::size_t i = 0; i < target_.size(); ++i) target_[i] -= offset[i];
    }
    weight_ = regression.weights.empty() ? std::vector<double>(rows.rows(), 1.0) : rows.sorted(regression.weights);
    w_ = Eigen::Map<const Eigen::VectorXd>(weight_.data(), static_cast<Eigen::Index>(weight_.size()));
    effects_.set_weights(weight_);
  }

  Solution run() {
    const Clock::time_point start = Clock::now();
    partial_out_regressors();
    solution_.seconds.partial_out = seconds_since(start);
    solve();
    finish();
    solution_.seconds.solve = seconds_since(start) - solution_.seconds.partial_out;
    return std::move(solution_);
  }

 private:
  void partial_out_regressors() {
    const std::size_t k = regressors_.columns().size();
    explained_.resize(effects_.rows().coordinates, k);
    squares_ = regressors_.sums_of_squares(weight_);
    std::vector<double> floors;
    for (const double square : squares_) floors.push_back(1e-3 * options_.collinear * square);
    effects_.solve(regressors_.columns(), partialling, explained_, floors);
    Eigen::MatrixXd x;
    Eigen::MatrixXd gram = effects_.complement().partial_out(regressors_.columns(), explained_, {}, &x).gram;
    std::vector<std::size_t> kept = independent_columns(gram, squares_, well_conditioned);
    if (kept.size() < k) {
      const bool exact = effects_.rows().coordinates == 0;
      orthogonal_.emplace(x, w_, squares_, exact ? collinear_when_exact : options_.collinear);
      kept = orthogonal_->kept;
    }
    solution_.collinear.assign(k, true);
    for (const std::size_t column : kept) {
      solution_.collinear[column] = false;
      solution_.kept.push_back(static_cast<int>(column));
    }
    solution_.partialled.resize(x.rows(), static_cast<Eigen::Index>(kept.size()));
    for (std::size_t c = 0; c < kept.size(); ++c)
      solution_.partialled.col(static_cast<Eigen::Index>(c)) = x.col(static_cast<Eigen::Index>(kept[c]));
    solution_.information.resize(static_cast<Eigen::Index>(kept.size()), static_cast<Eigen::Index>(kept.size()));
    for (std::size_t a = 0; a < kept.size(); ++a)
      for (std::size_t b = 0; b < kept.size(); ++b)
        solution_.information(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b)) =
            gram(static_cast<Eigen::Index>(kept[a]), static_cast<Eigen::Index>(kept[b]));
  }

  Eigen::VectorXd coefficients_of(const Eigen::VectorXd& y) const {
    const Eigen::VectorXd weighted = w_.cwiseProduct(y);
    if (orthogonal_) return orthogonal_->r.triangularView<Eigen::Upper>().solve(orthogonal_->q.transpose() * weighted);
    return solution_.information.ldlt().solve(solution_.partialled.transpose() * weighted);
  }

  // Least squares of what is left, again and again until the score is nothing beside its scale: the second round takes
  // away what rounding and the first round's tolerance left.
  void solve() {
    const SortedRows& rows = effects_.rows();
    const auto n = static_cast<Eigen::Index>(rows.rows());
    std::vector<double> left = target_;
    beta_ = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(solution_.kept.size()));
    coordinates_.assign(rows.coordinates, 0.0);
    scales();
    double last = std::numeric_limits<double>::infinity();
    for (solution_.iterations = 1; solution_.iterations <= most_refinements; ++solution_.iterations) {
      const std::vector<std::span<const double>> column{left};
      ColumnEffects own;
      own.resize(rows.coordinates, 1);
      effects_.solve(column, partialling, own);
      Eigen::MatrixXd y;
      const double within = effects_.complement().partial_out(column, own, {}, &y).gram(0, 0);
      if (solution_.iterations == 1) solution_.within_sum_of_squares = within;
      const Eigen::VectorXd step = coefficients_of(y.col(0));
      beta_ += step;
      Eigen::VectorXd residual = y.col(0) - solution_.partialled * step;
      for (std::size_t j = 0; j < coordinates_.size(); ++j) {
        coordinates_[j] += own.at(j, 0);
        for (std::size_t c = 0; c < solution_.kept.size(); ++c)
          coordinates_[j] -=
              step[static_cast<Eigen::Index>(c)] * explained_.at(j, static_cast<std::size_t>(solution_.kept[c]));
      }
      left.assign(residual.data(), residual.data() + n);
      solution_.residual = std::move(residual);
      solution_.score_norm = score_norm();
      // One more round after the first where it can still help.
      if (solution_.score_norm <= options_.tolerance && (solution_.iterations > 1 || solution_.score_norm < 1e-13))
        break;
      if (!(solution_.score_norm < 0.5 * last) && solution_.iterations > 1) break;
      last = solution_.score_norm;
    }
    solution_.iterations = std::min(solution_.iterations, most_refinements);
    solution_.converged = solution_.score_norm <= options_.tolerance;
  }

  void scales() {
    double sum = 0, weight = 0;
    for (std::size_t i = 0; i < target_.size(); ++i) {
      sum += weight_[i] * target_[i];
      weight += weight_[i];
    }
    const double mean = sum / weight;
    coordinate_scale_.assign(coordinates_.size(), 0.0);
    for (std::size_t i = 0; i < target_.size(); ++i) {
      const double distance = std::abs(target_[i] - mean) * weight_[i];
      solution_.total_sum_of_squares += weight_[i] * (target_[i] - mean) * (target_[i] - mean);
      for (const Term& term : effects_.rows().terms)
        coordinate_scale_[term.at[i]] += distance * (term.value.empty() ? 1.0 : std::abs(term.value[i]));
    }
    regressor_scale_ = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(solution_.kept.size()));
    for (Eigen::Index c = 0; c < regressor_scale_.size(); ++c)
      for (Eigen::Index i = 0; i < w_.size(); ++i)
        regressor_scale_[c] +=
            w_[i] * std::abs(solution_.partialled(i, c)) * std::abs(target_[static_cast<std::size_t>(i)] - mean);
  }

  double score_norm() const {
    const Eigen::VectorXd u = w_.cwiseProduct(solution_.residual);
    std::vector<double> score(coordinates_.size(), 0.0);
    for (const Term& term : effects_.rows().terms)
      for (std::size_t i = 0; i < term.at.size(); ++i)
        score[term.at[i]] += u[static_cast<Eigen::Index>(i)] * (term.value.empty() ? 1.0 : term.value[i]);
    double largest = 0;
    for (std::size_t j = 0; j < score.size(); ++j)
      if (coordinate_scale_[j] > 0) largest = std::max(largest, std::abs(score[j]) / coordinate_scale_[j]);
    const Eigen::VectorXd of_regressors = solution_.partialled.transpose() * u;
    for (Eigen::Index c = 0; c < of_regressors.size(); ++c)
      if (regressor_scale_[c] > 0) largest = std::max(largest, std::abs(of_regressors[c]) / regressor_scale_[c]);
    return largest;
  }

  void finish() {
    const auto n = static_cast<Eigen::Index>(effects_.rows().rows());
    solution_.coefficients = Eigen::VectorXd::Constant(static_cast<Eigen::Index>(solution_.collinear.size()),
                                                       std::numeric_limits<double>::quiet_NaN());
    for (std::size_t c = 0; c < solution_.kept.size(); ++c)
      solution_.coefficients[solution_.kept[c]] = beta_[static_cast<Eigen::Index>(c)];
    solution_.deviance = w_.dot(solution_.residual.cwiseAbs2());
    const std::vector<double> response = effects_.rows().sorted(regression_.response);
    solution_.fitted = Eigen::Map<const Eigen::VectorXd>(response.data(), n) - solution_.residual;
    double log_weights = 0;
    if (!regression_.weights.empty()) {
      solution_.working_weight = w_;
      log_weights = w_.array().log().sum() / 2;
    }
    const auto gaussian = [&](double sum_of_squares) {
      const auto rows = static_cast<double>(n);
      return -rows / 2 * (std::log(2 * std::numbers::pi * sum_of_squares / rows) + 1) + log_weights;
    };
    solution_.log_likelihood = gaussian(solution_.deviance);
    solution_.null_log_likelihood = gaussian(solution_.total_sum_of_squares);
    solution_.effects_log_likelihood = gaussian(solution_.within_sum_of_squares);
    solution_.residual = w_.cwiseProduct(solution_.residual);
    if (options_.keep_effects) keep_effects();
    solution_.order = effects_.rows().order;
    solution_.inner_iterations = effects_.iterations();
    solution_.method = effects_.method();
  }

  void keep_effects() {
    const SortedRows& rows = effects_.rows();
    std::vector<double> eliminated(rows.groups(), 0.0);
    if (rows.eliminates)
      for (std::size_t g = 0; g < rows.groups(); ++g) {
        double sum = 0, weight = 0;
        for (std::size_t i = rows.group_begin[g]; i < rows.group_begin[g + 1]; ++i) {
          double left = target_[i];
          for (std::size_t c = 0; c < solution_.kept.size(); ++c)
            left -= beta_[static_cast<Eigen::Index>(c)] *
                    regressors_.columns()[static_cast<std::size_t>(solution_.kept[c])][i];
          for (const Term& term : rows.terms)
            left -= (term.value.empty() ? 1.0 : term.value[i]) * coordinates_[term.at[i]];
          sum += weight_[i] * left;
          weight += weight_[i];
        }
        eliminated[g] = sum / weight;
      }
    solution_.effects = effects_.coefficients(regression_, coordinates_, eliminated);
  }

  const Regression& regression_;
  const SolverOptions& options_;
  FixedEffects effects_;
  Regressors regressors_;
  std::vector<double> target_, weight_, squares_, coordinates_, coordinate_scale_;
  Eigen::VectorXd w_, beta_, regressor_scale_;
  ColumnEffects explained_;
  std::optional<Orthogonal> orthogonal_;
  Solution solution_;
};

}  // namespace

Solution least_squares(const Regression& regression, const SolverOptions& options) {
  const Clock::time_point start = Clock::now();
  require_finite(regression);
  if (regression.observations() == 0)
    throw InputError("the sample", "there is no observation", "at least one", "Look at what the selection leaves.");
  Fit fit(regression, options);
  const double sorted = seconds_since(start);
  Solution solution = fit.run();
  solution.seconds.sort = sorted;
  solution.seconds.total = seconds_since(start);
  return solution;
}

}  // namespace tradewind::estimation
