#include <fmt/format.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "tradewind/estimation/estimators.hpp"
#include "tradewind/estimation/factorisations.hpp"
#include "tradewind/estimation/fixed_effects.hpp"
#include "tradewind/estimation/large_pages.hpp"
#include "tradewind/estimation/poisson_likelihood.hpp"
#include "tradewind/estimation/regressors.hpp"
#include "tradewind/estimation/separation.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/stopwatch.hpp"

namespace tradewind::estimation {
namespace {

// What counts as no step: the coefficients hold to about ten digits.
constexpr double smallest_step = 1e-10, small_step_of_effects = 1e-5;
constexpr double first_partialling = 1e-5, last_partialling = 1e-8;
constexpr int first_sweeps = 2, most_sweeps = 30;
constexpr int halvings_before_sweeps = 2, most_halvings = 60;

void require_counts(const Regression& regression) {
  using Extent = std::pair<double, double>;
  const auto [least, largest] = tbb::parallel_reduce(
      tbb::blocked_range<std::size_t>(0, regression.observations(), 1 << 14), Extent{0, 0},
      [&](const auto& range, Extent found) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
          const double y = regression.response[regression.row(i)];
          found = {std::min(found.first, y), std::max(found.second, y)};
        }
        return found;
      },
      [](const Extent& a, const Extent& b) {
        return Extent{std::min(a.first, b.first), std::max(a.second, b.second)};
      });
  if (least < 0) {
    std::uint32_t row = 0;
    for (std::size_t i = 0; !(regression.response[row = regression.row(i)] < 0);) ++i;
    throw InputError("the response", fmt::format("{} in row {}", regression.response[row], row + 1),
                     "no negative value in a Poisson regression", "Use --family gaussian, or leave those rows out.");
  }
  if (regression.observations() == 0)
    throw InputError("the sample", "there is no observation", "at least one", "Look at what the selection leaves.");
  if (!(largest > 0))
    throw InputError("the response", "it is zero in all observations", "some positive values",
                     "Look at what the selection leaves.");
}

// log y!, y > 0: by Stirling's series from 16 on (Abramowitz and Stegun 1964, 6.1.41), where the first term left out is
// below the rounding of what is summed.
double log_factorial(double y, double log_y) {
  if (y < 16) return std::lgamma(y + 1);
  const double inverse = 1 / y, square = inverse * inverse;
  const double series =
      inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
  return (y + 0.5) * log_y - y + 0.918938533204672741780 + series;
}

// The fit as it goes on: Newton's method on the coefficients and the coordinates of the effects, the largest effect
// profiled out.
class Fit {
 public:
  Fit(const Regression& regression, const SolverOptions& options)
      : regression_(regression), options_(options), effects_(regression), regressors_(effects_.rows()) {
    solution_.family = Family::poisson;
    prepare();
  }

  Solution run() {
    const Stopwatch watch;
    first_values();
    tell_apart();
    newton();
    solution_.seconds.solve = watch.seconds();
    finish();
    return std::move(solution_);
  }

 private:
  std::size_t rows() const { return effects_.rows().rows(); }

  // Response times weight, and offset plus log weight, by position.
  void prepare() {
    const Regression& sorted = effects_.rows().regression;
    response_ = sorted.response;
    weight_ = sorted.weights;
    base_ = sorted.offset;
    if (!weight_.empty()) {
      PerRow<double> weighted(rows()), base(rows());
      for (std::size_t i = 0; i < rows(); ++i) {
        weighted[i] = weight_[i] * response_[i];
        base[i] = (base_.empty() ? 0.0 : base_[i]) + std::log(weight_[i]);
      }
      response_ = std::move(weighted);
      base_ = std::move(base);
    }
    mean_ = PerRow<double>(rows());
    coordinates_.assign(effects_.rows().coordinates, 0.0);
    beta_ = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(regression_.regressors.size()));
  }

  // With an effect to profile out: a few sweeps of proportional fitting. Without: one weighted least squares of the
  // log, from means between each response and their average (the usual start of iteratively reweighted least squares).
  void first_values() {
    likelihood_.emplace(effects_.rows(), response_, regressors_.columns(), base_);
    if (effects_.rows().eliminates) {
      likelihood_->base_means(mean_);
      likelihood_->fit_margins(first_sweeps, most_sweeps, mean_, coordinates_);
      return;
    }
    double average = 0;
    for (const double y : response_) average += y / static_cast<double>(rows());
    std::vector<double> target(rows());
    for (std::size_t i = 0; i < rows(); ++i) {
      const double weight = weight_.empty() ? 1.0 : weight_[i];
      const double mu = (response_[i] / weight + average) / 2;
      mean_[i] = weight * mu;
      target[i] = std::log(weight * mu) + (response_[i] / weight - mu) / mu - (base_.empty() ? 0.0 : base_[i]);
    }
    effects_.set_weights(mean_);
    std::vector<std::span<const double>> columns = regressors_.columns();
    columns.emplace_back(target);
    ColumnEffects found;
    found.resize(effects_.rows().coordinates, columns.size());
    effects_.solve(columns, 1e-6, found);
    const auto partialled = effects_.complement().partial_out(columns, found, {}, {});
    const Eigen::Index k = beta_.size();
    const std::vector<double> squares = regressors_.sums_of_squares(mean_);
    const Eigen::MatrixXd gram = partialled.gram.topLeftCorner(k, k);
    const std::vector<std::size_t> kept = independent_columns(gram, squares, options_.collinear);
    Eigen::MatrixXd a(kept.size(), kept.size());
    Eigen::VectorXd b(kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const auto row = static_cast<Eigen::Index>(i), from = static_cast<Eigen::Index>(kept[i]);
      b[row] = partialled.gram(from, k);
      for (std::size_t j = 0; j < kept.size(); ++j)
        a(row, static_cast<Eigen::Index>(j)) = gram(from, static_cast<Eigen::Index>(kept[j]));
    }
    const Eigen::VectorXd solved = solve_symmetric(a, b);
    for (std::size_t i = 0; i < kept.size(); ++i)
      beta_[static_cast<Eigen::Index>(kept[i])] = solved[static_cast<Eigen::Index>(i)];
    for (std::size_t j = 0; j < coordinates_.size(); ++j) {
      coordinates_[j] = found.at(j, columns.size() - 1);
      for (const std::size_t c : kept) coordinates_[j] -= beta_[static_cast<Eigen::Index>(c)] * found.at(j, c);
    }
  }

  // Regressors that the effects or those before them explain are left out from here on.
  void tell_apart() {
    evaluate();
    if (!std::isfinite(value_.log_likelihood))
      throw InputError("the offset", "its exponential is beyond what numbers hold", "an offset between -500 and 500");
    const std::size_t k = regressors_.columns().size();
    explained_.resize(effects_.rows().coordinates, k);
    const std::vector<double> squares = regressors_.sums_of_squares(mean_);
    std::vector<double> floors;
    for (const double square : squares) floors.push_back(0.1 * options_.collinear * square);
    effects_.solve(regressors_.columns(), first_partialling, explained_, floors);
    const auto partialled = effects_.complement().partial_out(regressors_.columns(), explained_, {}, {});
    const std::vector<std::size_t> kept = independent_columns(partialled.gram, squares, options_.collinear);
    solution_.collinear.assign(k, true);
    for (const std::size_t column : kept) {
      solution_.collinear[column] = false;
      solution_.kept.push_back(static_cast<int>(column));
    }
    if (kept.size() == k) return;
    ColumnEffects explained;
    explained.resize(effects_.rows().coordinates, kept.size());
    Eigen::VectorXd beta(static_cast<Eigen::Index>(kept.size()));
    for (std::size_t c = 0; c < kept.size(); ++c) {
      beta[static_cast<Eigen::Index>(c)] = beta_[static_cast<Eigen::Index>(kept[c])];
      for (std::size_t j = 0; j < coordinates_.size(); ++j) explained.at(j, c) = explained_.at(j, kept[c]);
    }
    explained_ = std::move(explained);
    beta_ = std::move(beta);
    regressors_.keep(kept);
    likelihood_.emplace(effects_.rows(), response_, regressors_.columns(), base_);
    evaluate();
  }

  void evaluate() {
    value_ = likelihood_->evaluate(beta_, coordinates_, mean_);
    if (std::isfinite(value_.log_likelihood)) effects_.set_weights(mean_, value_.curvature);
  }

  double coordinate_score() const {
    double largest = 0;
    for (std::size_t j = 0; j < coordinates_.size(); ++j) {
      const double scale = likelihood_->coordinate_scale()[j], score = std::abs(value_.gradient[j]);
      if (scale > 0)
        largest = std::max(largest, score / scale);
      else if (score > 0)
        largest = std::max(largest, 1.0);
    }
    return largest;
  }

  void newton() {
    double last_longest = std::numeric_limits<double>::infinity();
    solution_.last_step = coordinates_.empty() ? 0 : 1;
    for (solution_.iterations = 1; solution_.iterations <= options_.most_iterations; ++solution_.iterations) {
      const double coordinate_norm = coordinate_score();
      const bool near = coordinate_norm <= options_.tolerance;
      effects_.solve(regressors_.columns(),
                     near ? last_partialling : std::clamp(0.1 * coordinate_norm, last_partialling, 1e-2), explained_);
      const auto partialled = effects_.complement().partial_out(regressors_.columns(), explained_, response_, {});
      double norm = coordinate_norm;
      for (Eigen::Index c = 0; c < beta_.size(); ++c)
        if (partialled.score_scale[c] > 0)
          norm = std::max(norm, std::abs(partialled.score[c]) / partialled.score_scale[c]);
      solution_.score_norm = norm;
      const Eigen::VectorXd step =
          beta_.size() == 0 ? Eigen::VectorXd() : Eigen::VectorXd(solve_symmetric(partialled.gram, partialled.score));
      double longest = 0;
      for (Eigen::Index c = 0; c < step.size(); ++c)
        longest = std::max(longest, std::abs(step[c]) / std::max(1.0, std::abs(beta_[c])));
      // Steps that no longer get shorter are rounding. Of effects alone the last step tells: its square is to come.
      const bool settled = beta_.size() == 0 ? solution_.last_step <= small_step_of_effects
                                             : longest <= smallest_step || longest > 0.5 * last_longest;
      if (norm <= options_.tolerance && settled) {
        solution_.converged = true;
        for (Eigen::Index c = 0; c < step.size(); ++c)
          solution_.last_step =
              std::max(solution_.last_step, std::abs(step[c]) * regressors_.extent(static_cast<std::size_t>(c)));
        return;
      }
      last_longest = norm <= options_.tolerance ? longest : std::numeric_limits<double>::infinity();
      Block residual, own;
      residual.resize(coordinates_.size(), 1);
      residual.values = value_.gradient;
      effects_.solve(residual, std::clamp(0.1 * norm, 1e-9, 0.1), own);
      std::vector<double> direction(coordinates_.size());
      for (std::size_t j = 0; j < direction.size(); ++j) {
        direction[j] = own.values[j];
        for (Eigen::Index c = 0; c < step.size(); ++c)
          direction[j] -= step[c] * explained_.at(j, static_cast<std::size_t>(c));
      }
      if (!advance(step, direction)) return;
    }
    --solution_.iterations;
  }

  // A Newton step, halved while the likelihood falls. Where a quarter of it is still too long, some levels are far off:
  // proportional fitting brings each of them near by itself. It moves no coefficient, so that the step behind it is
  // halved as often as it needs: where a coefficient is far off (a border, beside domestic sales) only that gets on.
  // False where nothing raises the likelihood any more.
  bool advance(const Eigen::VectorXd& step, const std::vector<double>& direction) {
    const Eigen::VectorXd beta = beta_;
    const std::vector<double> coordinates = coordinates_;
    const double before = value_.log_likelihood, rounding = 1e-12 * std::abs(before);
    const auto raised = [&] {
      return std::isfinite(value_.log_likelihood) && value_.log_likelihood >= before - rounding;
    };
    const auto go = [&](double length) {
      beta_ = beta + length * step;
      for (std::size_t j = 0; j < coordinates_.size(); ++j) coordinates_[j] = coordinates[j] + length * direction[j];
      evaluate();
      if (!raised()) return false;
      solution_.last_step = 0;
      for (const double change : direction)
        solution_.last_step = std::max(solution_.last_step, length * std::abs(change));
      return true;
    };
    const bool may_fit_margins = effects_.rows().eliminates && !coordinates_.empty() && !fitted_margins_;
    fitted_margins_ = false;
    double length = 1;
    for (int halvings = 0; halvings <= halvings_before_sweeps; ++halvings, length /= 2)
      if (go(length)) return true;
    if (may_fit_margins) {
      go(0);
      likelihood_->fit_margins(first_sweeps, most_sweeps, mean_, coordinates_);
      evaluate();
      fitted_margins_ = std::isfinite(value_.log_likelihood) && value_.log_likelihood > before + rounding;
      if (fitted_margins_) return true;
    }
    for (int halvings = halvings_before_sweeps; halvings < most_halvings; ++halvings, length /= 2)
      if (go(length)) return true;
    go(0);
    return false;
  }

  void finish() {
    const Stopwatch watch;
    solution_.coefficients = Eigen::VectorXd::Constant(static_cast<Eigen::Index>(solution_.collinear.size()),
                                                       std::numeric_limits<double>::quiet_NaN());
    for (std::size_t c = 0; c < solution_.kept.size(); ++c)
      solution_.coefficients[solution_.kept[c]] = beta_[static_cast<Eigen::Index>(c)];
    likelihoods();
    if (options_.keep_effects) keep_effects();
    keep_partialled();
    solution_.response = std::move(response_);
    solution_.weights = std::move(weight_);
    solution_.mean = std::move(mean_);
    solution_.order = effects_.rows().order;
    solution_.inner_iterations = effects_.iterations();
    solution_.method = effects_.method();
    solution_.seconds.partial_out = watch.seconds();
  }

  // Where nothing is separated nobody asks for the regressors again: partialled out they take their own place.
  void keep_partialled() {
    Eigen::MatrixXd* own = separation_excluded(solution_) ? options_.regressors : nullptr;
    const std::vector<double*> places = regressors_.places(own, solution_.partialled);
    solution_.information = effects_.complement().partial_out(regressors_.columns(), explained_, {}, places).gram;
    put_side_by_side(places, solution_.partialled);
  }

  // sum w (y log mu - mu - log y!), with the fitted means and with one mean for all; the deviance.
  void likelihoods() {
    struct Sums {
      double fitted = 0, deviance = 0, factorials = 0, total = 0, weight = 0;
    };
    const Sums sums = tbb::parallel_deterministic_reduce(
        tbb::blocked_range<std::size_t>(0, rows(), 1 << 14), Sums{},
        [&](const tbb::blocked_range<std::size_t>& range, Sums own) {
          for (std::size_t i = range.begin(); i < range.end(); ++i) {
            const double w = weight_.empty() ? 1.0 : weight_[i], y = response_[i] / w, mu = mean_[i] / w;
            own.fitted -= mean_[i];
            own.deviance -= 2 * (response_[i] - mean_[i]);
            own.total += response_[i];
            own.weight += w;
            if (y > 0) {
              const double log_mu = mu > 0 ? std::log(mu) : likelihood_->log_mean(i, beta_, coordinates_) - std::log(w),
                           log_y = y == 1 ? 0.0 : std::log(y);
              own.fitted += response_[i] * log_mu;
              own.deviance += 2 * response_[i] * (log_y - log_mu);
              if (y != 1) own.factorials += w * log_factorial(y, log_y);
            }
          }
          return own;
        },
        [](const Sums& a, const Sums& b) {
          return Sums{a.fitted + b.fitted, a.deviance + b.deviance, a.factorials + b.factorials, a.total + b.total,
                      a.weight + b.weight};
        });
    solution_.log_likelihood = sums.fitted - sums.factorials;
    solution_.deviance = sums.deviance;
    solution_.null_log_likelihood = sums.total * std::log(sums.total / sums.weight) - sums.total - sums.factorials;
    solution_.effects_log_likelihood = std::numeric_limits<double>::quiet_NaN();
  }

  void keep_effects() {
    solution_.effects = effects_.coefficients(regression_, coordinates_, likelihood_->profiled(beta_, coordinates_));
  }

  const Regression& regression_;
  const SolverOptions& options_;
  FixedEffects effects_;
  Regressors regressors_;
  Array<double> response_, weight_, base_;  // response times weight; offset plus log weight
  PerRow<double> mean_;
  std::optional<PoissonLikelihood> likelihood_;
  Eigen::VectorXd beta_;
  std::vector<double> coordinates_;
  bool fitted_margins_ = false;  ///< the last step was proportional fitting, not Newton's
  ColumnEffects explained_;
  PoissonLikelihood::Value value_;
  Solution solution_;
};

}  // namespace

Solution poisson(const Regression& regression, const SolverOptions& options) {
  const Stopwatch watch;
  require_finite(regression);
  require_counts(regression);
  Fit fit(regression, options);
  const double sorted = watch.seconds();
  Solution solution = fit.run();
  solution.seconds.sort = sorted;
  solution.seconds.total = watch.seconds();
  return solution;
}

}  // namespace tradewind::estimation
