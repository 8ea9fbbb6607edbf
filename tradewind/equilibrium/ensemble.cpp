#include "tradewind/equilibrium/ensemble.hpp"

#include <fmt/format.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <exception>
#include <mutex>
#include <numbers>

#include "tradewind/world/input_error.hpp"

namespace tradewind::equilibrium {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

double normal_quantile(double p) {
  // Acklam's rational approximation (relative error 1e-9), then one step of Halley's method on the error function.
  constexpr double a[] = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                          1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
  constexpr double b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
                          -1.328068155288572e+01};
  constexpr double c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                          -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
  constexpr double d[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};
  double x;
  if (const double tail = std::min(p, 1 - p); tail < 0.02425) {
    const double q = std::sqrt(-2 * std::log(tail));
    x = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
        ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    if (p > 0.5) x = -x;
  } else {
    const double q = p - 0.5, r = q * q;
    x = (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
        (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
  }
  const double error = 0.5 * std::erfc(-x / std::numbers::sqrt2) - p;
  const double step = error * std::sqrt(2 * std::numbers::pi) * std::exp(x * x / 2);
  return x - step / (1 + x * step / 2);
}

// How much of the distribution lies below `bound`.
double below(const Distribution& d, double bound) {
  const auto normal = [](double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); };
  switch (d.kind) {
    case Distribution::Kind::fixed:
      return d.a <= bound ? 1 : 0;
    case Distribution::Kind::normal:
      return d.b == 0 ? (d.a <= bound ? 1 : 0) : normal((bound - d.a) / d.b);
    case Distribution::Kind::lognormal:
      if (bound <= 0) return 0;
      return d.b == 0 ? (d.a <= std::log(bound) ? 1 : 0) : normal((std::log(bound) - d.a) / d.b);
    case Distribution::Kind::uniform:
      return std::clamp((bound - d.a) / (d.b - d.a), 0.0, 1.0);
    case Distribution::Kind::triangular:
      if (bound <= d.a) return 0;
      if (bound >= d.b) return 1;
      if (bound < d.c) return (bound - d.a) * (bound - d.a) / ((d.b - d.a) * (d.c - d.a));
      return 1 - (d.b - bound) * (d.b - bound) / ((d.b - d.a) * (d.b - d.c));
  }
  return 0;
}

double triangular(const Distribution& d, double u) {
  const double split = (d.c - d.a) / (d.b - d.a);
  if (u < split) return d.a + std::sqrt(u * (d.b - d.a) * (d.c - d.a));
  return d.b - std::sqrt((1 - u) * (d.b - d.a) * (d.b - d.c));
}

double draw_untruncated(const Distribution& d, DrawGenerator& generator) {
  switch (d.kind) {
    case Distribution::Kind::fixed:
      break;
    case Distribution::Kind::normal:
      return d.a + d.b * generator.normal();
    case Distribution::Kind::lognormal:
      return std::exp(d.a + d.b * generator.normal());
    case Distribution::Kind::uniform:
      return d.a + (d.b - d.a) * generator.uniform();
    case Distribution::Kind::triangular:
      return triangular(d, generator.uniform());
  }
  return d.a;
}

// R's type 7: linear between the order statistics.
double quantile(const std::vector<double>& sorted, double p) {
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto lower = static_cast<std::size_t>(place);
  const double weight = place - static_cast<double>(lower);
  return weight == 0 ? sorted[lower] : sorted[lower] + weight * (sorted[lower + 1] - sorted[lower]);
}

}  // namespace

// Philox 4x32-10: ten rounds of multiplications that mix (block, draw) under the key `seed`.
void DrawGenerator::next_block() {
  std::uint32_t counter[4] = {static_cast<std::uint32_t>(block_), static_cast<std::uint32_t>(block_ >> 32),
                              static_cast<std::uint32_t>(draw_), static_cast<std::uint32_t>(draw_ >> 32)};
  std::uint32_t key[2] = {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32)};
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t first = std::uint64_t{0xD2511F53} * counter[0], second = std::uint64_t{0xCD9E8D57} * counter[2];
    const std::uint32_t mixed[4] = {
        static_cast<std::uint32_t>(second >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(second),
        static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(first)};
    std::copy(mixed, mixed + 4, counter);
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
  }
  ++block_;
  words_[0] = counter[0] | std::uint64_t{counter[1]} << 32;
  words_[1] = counter[2] | std::uint64_t{counter[3]} << 32;
  left_ = 2;
}

std::uint64_t DrawGenerator::bits() {
  if (left_ == 0) next_block();
  return words_[2 - left_--];
}

double DrawGenerator::uniform() { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; }

double DrawGenerator::normal() { return normal_quantile(uniform()); }

EstimateDraws::EstimateDraws(VectorXd coefficients, const Eigen::MatrixXd& covariance)
    : mean_(std::move(coefficients)) {
  const Index n = mean_.size();
  if (covariance.rows() != n || covariance.cols() != n)
    throw InputError("covariance of the estimate", fmt::format("{} x {}", covariance.rows(), covariance.cols()),
                     fmt::format("{} x {}, as there are coefficients", n, n));
  if (!mean_.allFinite() || !covariance.allFinite())
    throw InputError("estimate", "a coefficient or covariance that is no number", "finite numbers");
  const double size = n == 0 ? 0 : covariance.cwiseAbs().maxCoeff();
  if ((covariance - covariance.transpose()).cwiseAbs().maxCoeff() > 1e-10 * size)
    throw InputError("covariance of the estimate", "not symmetric", "a symmetric matrix");
  const Eigen::LDLT<Eigen::MatrixXd> ldlt(covariance);
  if (n > 0 && ldlt.vectorD().minCoeff() < -1e-10 * size)
    throw InputError("covariance of the estimate", "a combination of coefficients has a negative variance",
                     "a positive semidefinite matrix");
  // covariance = P' L D L' P
  factor_ = ldlt.matrixL();
  factor_ = factor_ * ldlt.vectorD().cwiseMax(0).cwiseSqrt().asDiagonal();
  factor_ = (ldlt.transpositionsP().transpose() * factor_).eval();
}

VectorXd EstimateDraws::draw(DrawGenerator& generator) const {
  VectorXd normal(mean_.size());
  for (double& z : normal) z = generator.normal();
  return mean_ + factor_ * normal;
}

void check(const Distribution& d, const std::string& where) {
  const bool finite = std::isfinite(d.a) && std::isfinite(d.b) && std::isfinite(d.c);
  if (!finite) throw InputError(where, "a parameter that is no number", "finite numbers");
  switch (d.kind) {
    case Distribution::Kind::fixed:
      break;
    case Distribution::Kind::normal:
    case Distribution::Kind::lognormal:
      if (d.b < 0) throw InputError(where, fmt::format("a standard deviation of {:g}", d.b), "0 or more");
      break;
    case Distribution::Kind::uniform:
      if (!(d.a < d.b)) throw InputError(where, fmt::format("from {:g} to {:g}", d.a, d.b), "a range upwards");
      break;
    case Distribution::Kind::triangular:
      if (!(d.a < d.b && d.a <= d.c && d.c <= d.b))
        throw InputError(where, fmt::format("from {:g} over {:g} to {:g}", d.a, d.c, d.b),
                         "a range upwards with the most likely value inside");
      break;
  }
  if (below(d, d.above) > 0.99)
    throw InputError(where, fmt::format("hardly a draw above {:g}", d.above), "at least one in a hundred");
}

double draw(const Distribution& distribution, DrawGenerator& generator) {
  for (;;)
    if (const double value = draw_untruncated(distribution, generator); value > distribution.above) return value;
}

DrawMatrix run_draws(DrawRange range, std::size_t outcomes,
                     const std::function<void(std::uint64_t draw, std::span<double> row)>& compute) {
  DrawMatrix result(static_cast<Index>(range.count), static_cast<Index>(outcomes));
  std::mutex mutex;
  std::exception_ptr failure;
  std::uint64_t failed_at = range.count;
  tbb::parallel_for(tbb::blocked_range<std::uint64_t>(0, range.count), [&](const auto& part) {
    for (std::uint64_t k = part.begin(); k < part.end(); ++k) try {
        compute(range.first + k, {result.data() + k * outcomes, outcomes});
      } catch (...) {
        const std::scoped_lock lock(mutex);
        if (k < failed_at) {
          failed_at = k;
          failure = std::current_exception();
        }
        return;
      }
  });
  if (failure) std::rethrow_exception(failure);
  return result;
}

Summary summarise(const DrawMatrix& draws, double coverage) {
  if (!(coverage > 0 && coverage < 1))
    throw InputError("coverage of intervals", fmt::format("{:g}", coverage), "a number between 0 and 1");
  std::vector<Index> used;
  for (Index k = 0; k < draws.rows(); ++k)
    if (!draws.row(k).hasNaN()) used.push_back(k);
  Summary result{.median = VectorXd(draws.cols()),
                 .low = VectorXd(draws.cols()),
                 .high = VectorXd(draws.cols()),
                 .draws = used.size(),
                 .failed = static_cast<std::uint64_t>(draws.rows()) - used.size()};
  if (used.empty()) throw InputError("ensemble", "no draw that reached an equilibrium", "at least one");
  tbb::parallel_for(Index{0}, draws.cols(), [&](Index outcome) {
    std::vector<double> values(used.size());
    for (std::size_t k = 0; k < used.size(); ++k) values[k] = draws(used[k], outcome);
    std::ranges::sort(values);
    result.median(outcome) = quantile(values, 0.5);
    result.low(outcome) = quantile(values, (1 - coverage) / 2);
    result.high(outcome) = quantile(values, (1 + coverage) / 2);
  });
  return result;
}

}  // namespace tradewind::equilibrium
