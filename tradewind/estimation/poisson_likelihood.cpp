#include "tradewind/estimation/poisson_likelihood.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "tradewind/estimation/exponential.hpp"

namespace tradewind::estimation {
namespace {

// Rows whose linear predictors are held at once; whole groups, at least one.
constexpr std::size_t rows_at_once = 1024;
constexpr std::size_t coordinates_per_task = 1 << 13;
constexpr std::size_t rows_per_task = 1 << 14;
constexpr double rounding = 1e-13;

struct Job {
  const SortedRows* rows;
  std::size_t first, last;  // groups
  const double* response;
  const double* base;  // null: zero
  const std::span<const double>* regressors;
  std::size_t regressor_count;
  const double* beta;
  const double* coordinates;
  double shift;
  const double* group_response;
  double* mean;
  double* sums;  // of each coordinate: gradient, curvature
  double log_likelihood;
};

// The linear predictor of rows [begin, end) into `eta`.
TRADEWIND_INLINE void predict(const Job& job, std::size_t begin, std::size_t end, double* eta) {
  for (std::size_t i = begin; i < end; ++i) eta[i] = job.base == nullptr ? -job.shift : job.base[i] - job.shift;
  for (std::size_t k = 0; k < job.regressor_count; ++k) {
    const double* x = job.regressors[k].data();
    const double beta = job.beta[k];
    for (std::size_t i = begin; i < end; ++i) eta[i] += beta * x[i];
  }
  for (const LevelTerm& term : job.rows->terms) {
    const std::uint32_t* level = term.level.data();
    const double* coordinates = job.coordinates + term.first;
    if (term.value.empty())
      for (std::size_t i = begin; i < end; ++i) eta[i] += coordinates[level[i]];
    else
      for (std::size_t i = begin; i < end; ++i) eta[i] += term.value[i] * coordinates[level[i]];
  }
}

// Four sums side by side: additions need not wait for one another.
TRADEWIND_INLINE double sum_of(const double* values, std::size_t n) {
  Lanes<4> four = {};
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) four += lanes<4>(values + i);
  double sum = (four[0] + four[1]) + (four[2] + four[3]);
  for (; i < n; ++i) sum += values[i];
  return sum;
}

TRADEWIND_INLINE double dot(const double* a, const double* b, std::size_t n) {
  Lanes<4> four = {};
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) four += lanes<4>(a + i) * lanes<4>(b + i);
  double sum = (four[0] + four[1]) + (four[2] + four[3]);
  for (; i < n; ++i) sum += a[i] * b[i];
  return sum;
}

// The rows' parts in the gradient and the curvature of one term's coordinates.
TRADEWIND_INLINE void add_sums(const Job& job, const LevelTerm& term, std::size_t first, std::size_t last) {
  const SortedRows& rows = *job.rows;
  const std::uint32_t* level = term.level.data();
  double* sums = job.sums + std::size_t{2} * term.first;
  const double* value = term.value.empty() ? nullptr : term.value.data();
  for (std::size_t group = first; group < last; ++group) {
    const double total = job.group_response[group], inverse = rows.eliminates && total > 0 ? 1 / total : 0;
    for (std::size_t i = rows.group_begin[group]; i < rows.group_begin[group + 1]; ++i) {
      const double w = job.mean[i];
      Lanes<2> part = {job.response[i] - w, w * (1 - w * inverse)};
      if (value != nullptr) part *= Lanes<2>{value[i], value[i] * value[i]};
      lanes<2>(sums + std::size_t{2} * level[i]) += part;
    }
  }
}

TRADEWIND_BEST_INSTRUCTIONS void evaluate_groups(Job& job) {
  const SortedRows& rows = *job.rows;
  double log_likelihood = 0;
  for (std::size_t group = job.first; group < job.last;) {
    const std::size_t first = group, begin = rows.group_begin[group];
    std::size_t next = group + 1;
    while (next < job.last && rows.group_begin[next + 1] - begin <= rows_at_once) ++next;
    const std::size_t end = rows.group_begin[next];
    double* mean = job.mean;
    predict(job, begin, end, mean);
    log_likelihood += dot(job.response + begin, mean + begin, end - begin);
    exponentials(mean + begin, end - begin);
    for (; group < next; ++group) {
      const std::size_t from = rows.group_begin[group], to = rows.group_begin[group + 1];
      const double sum = sum_of(mean + from, to - from);
      if (!rows.eliminates) {
        log_likelihood -= sum;
        continue;
      }
      const double total = job.group_response[group];
      const double factor = total > 0 ? total / sum : 0;
      if (total > 0) log_likelihood -= total * std::log(sum);
      for (std::size_t i = from; i < to; ++i) mean[i] *= factor;
    }
    for (const LevelTerm& term : rows.terms) add_sums(job, term, first, next);
  }
  job.log_likelihood = log_likelihood;
}

// One step of proportional fitting: means times the last effect's factors, scaled to each group's response, and their
// sums over the next effect's levels.
struct Margins {
  const SortedRows* rows;
  std::size_t first, last;
  const double* group_response;
  const LevelTerm* fitted;  // null: none yet
  const double* factor;     // of its levels
  const LevelTerm* next;
  double* mean;
  double* sums;  // of the next effect's levels
};

TRADEWIND_BEST_INSTRUCTIONS void scale_groups(const Margins& job) {
  const SortedRows& rows = *job.rows;
  for (std::size_t group = job.first; group < job.last; ++group) {
    const std::size_t begin = rows.group_begin[group], end = rows.group_begin[group + 1];
    if (job.fitted != nullptr)
      for (std::size_t i = begin; i < end; ++i) job.mean[i] *= job.factor[job.fitted->level[i]];
    const double sum = sum_of(job.mean + begin, end - begin);
    const double factor = sum > 0 ? job.group_response[group] / sum : 0;
    for (std::size_t i = begin; i < end; ++i) {
      job.mean[i] *= factor;
      job.sums[job.next->level[i]] += job.mean[i];
    }
  }
}

}  // namespace

PoissonLikelihood::PoissonLikelihood(const SortedRows& rows, std::span<const double> response,
                                     std::vector<std::span<const double>> regressors, std::span<const double> base)
    : rows_(&rows), response_(response), base_(base), regressors_(std::move(regressors)) {
  regressor_mean_.resize(regressors_.size(), 0.0);
  const std::size_t columns = rows.eliminates ? regressors_.size() : 0, terms = rows.terms.size();
  group_response_.assign(rows.groups(), 0.0);
  coordinate_scale_.assign(rows.coordinates, 0.0);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, rows.groups(), 1 << 10), [&](const auto& range) {
    for (std::size_t g = range.begin(); g < range.end(); ++g)
      for (std::size_t i = rows.group_begin[g]; i < rows.group_begin[g + 1]; ++i) group_response_[g] += response[i];
  });
  tbb::parallel_for(std::size_t{0}, columns + terms, [&](std::size_t task) {
    if (task < columns) {
      double sum = 0;
      for (const double x : regressors_[task]) sum += x;
      regressor_mean_[task] = sum / static_cast<double>(rows.rows());
    } else {
      const LevelTerm& term = rows.terms[task - columns];
      for (std::size_t i = 0; i < rows.rows(); ++i)
        coordinate_scale_[term.at(i)] += term.value.empty() ? response[i] : std::abs(term.value[i]) * response[i];
      if (!term.value.empty()) scale_by_mean_response(term);
    }
  });
}

void PoissonLikelihood::scale_by_mean_response(const LevelTerm& term) {
  double mean = 0;
  for (const double y : response_) mean += y / static_cast<double>(response_.size());
  std::vector<double> size(term.levels, 0.0);
  for (std::size_t i = 0; i < rows_->rows(); ++i) size[term.level[i]] += std::abs(term.value[i]);
  for (std::uint32_t level = 0; level < term.levels; ++level)
    if (coordinate_scale_[term.first + level] == 0) coordinate_scale_[term.first + level] = mean * size[level];
}

PoissonLikelihood::Value PoissonLikelihood::evaluate(const Eigen::VectorXd& beta, std::span<const double> coordinates,
                                                     std::span<double> mean) const {
  const std::size_t chunks = rows_->chunks(), size = rows_->coordinates;
  double shift = 0;
  for (std::size_t k = 0; k < regressors_.size(); ++k) shift += beta[static_cast<Eigen::Index>(k)] * regressor_mean_[k];
  std::vector<Job> jobs(chunks);
  sums_.resize(2 * chunks * size);
  tbb::parallel_for(std::size_t{0}, chunks, [&](std::size_t c) {
    double* own = sums_.data() + 2 * c * size;
    std::fill_n(own, 2 * size, 0.0);
    jobs[c] = {rows_,
               rows_->chunk_begin[c],
               rows_->chunk_begin[c + 1],
               response_.data(),
               base_.empty() ? nullptr : base_.data(),
               regressors_.data(),
               regressors_.size(),
               beta.data(),
               coordinates.data(),
               shift,
               group_response_.data(),
               mean.data(),
               own,
               0.0};
    evaluate_groups(jobs[c]);
  });
  Value value;
  for (const Job& job : jobs) value.log_likelihood += job.log_likelihood;
  value.gradient.resize(size);
  value.curvature.resize(size);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, size, coordinates_per_task), [&](const auto& range) {
    for (std::size_t j = range.begin(); j < range.end(); ++j) {
      double gradient = 0, curvature = 0;
      for (std::size_t c = 0; c < chunks; ++c) {
        gradient += sums_[2 * (c * size + j)];
        curvature += sums_[2 * (c * size + j) + 1];
      }
      value.gradient[j] = gradient;
      // Rounding alone: nothing tells the coordinate apart.
      value.curvature[j] = curvature > rounding * (coordinate_scale_[j] + std::abs(gradient)) ? curvature : 0;
    }
  });
  return value;
}

void PoissonLikelihood::base_means(std::span<double> mean) const {
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, mean.size(), rows_per_task), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end(); ++i) mean[i] = base_.empty() ? 1.0 : std::exp(base_[i]);
  });
}

void PoissonLikelihood::fit_margins(int least, int most, std::span<double> mean, std::span<double> coordinates) const {
  std::vector<double> factor, sums;
  const LevelTerm* fitted = nullptr;
  double off = std::numeric_limits<double>::infinity();  // the most that a level's means are, beside its response
  for (int sweep = 0; sweep < least || (sweep < most && off > 0.5); ++sweep) {
    off = 0;
    for (const LevelTerm& term : rows_->terms) {
      if (!term.value.empty()) continue;
      sums.assign(rows_->chunks() * term.levels, 0.0);
      tbb::parallel_for(std::size_t{0}, rows_->chunks(), [&](std::size_t c) {
        scale_groups({rows_, rows_->chunk_begin[c], rows_->chunk_begin[c + 1], group_response_.data(), fitted,
                      factor.data(), &term, mean.data(), sums.data() + c * term.levels});
      });
      factor.assign(term.levels, 1.0);
      for (std::uint32_t level = 0; level < term.levels; ++level) {
        double sum = 0;
        for (std::size_t c = 0; c < rows_->chunks(); ++c) sum += sums[c * term.levels + level];
        const double y = coordinate_scale_[term.first + level];
        if (!(y > 0) || !(sum > 0)) continue;
        off = std::max(off, std::abs(sum - y) / y);
        factor[level] = y / sum;
        coordinates[term.first + level] += std::log(factor[level]);
      }
      fitted = &term;
    }
  }
}

double PoissonLikelihood::predictor(std::size_t i, const Eigen::VectorXd& beta,
                                    std::span<const double> coordinates) const {
  double eta = base_.empty() ? 0.0 : base_[i];
  for (std::size_t k = 0; k < regressors_.size(); ++k) eta += beta[static_cast<Eigen::Index>(k)] * regressors_[k][i];
  for (const LevelTerm& term : rows_->terms)
    eta += (term.value.empty() ? 1.0 : term.value[i]) * coordinates[term.at(i)];
  return eta;
}

double PoissonLikelihood::profiled(std::size_t group, const Eigen::VectorXd& beta,
                                   std::span<const double> coordinates) const {
  // The largest predictor first, so that no exponential overflows and not all vanish.
  std::vector<double> eta;
  for (std::size_t i = rows_->group_begin[group]; i < rows_->group_begin[group + 1]; ++i)
    eta.push_back(predictor(i, beta, coordinates));
  const double largest = std::ranges::max(eta);
  double sum = 0;
  for (const double own : eta) sum += std::exp(own - largest);
  return std::log(group_response_[group] / sum) - largest;
}

std::vector<double> PoissonLikelihood::profiled(const Eigen::VectorXd& beta,
                                                std::span<const double> coordinates) const {
  std::vector<double> result(rows_->groups(), 0.0);
  for (std::size_t g = 0; rows_->eliminates && g < rows_->groups(); ++g) result[g] = profiled(g, beta, coordinates);
  return result;
}

double PoissonLikelihood::log_mean(std::size_t position, const Eigen::VectorXd& beta,
                                   std::span<const double> coordinates) const {
  const double eta = predictor(position, beta, coordinates);
  if (!rows_->eliminates) return eta;
  const auto next = std::ranges::upper_bound(rows_->group_begin, position);
  return eta + profiled(static_cast<std::size_t>(next - rows_->group_begin.begin()) - 1, beta, coordinates);
}

}  // namespace tradewind::estimation
