#include "tradewind/estimation/conjugate_gradients.hpp"

#include <algorithm>
#include <cmath>

namespace tradewind::estimation {
namespace {

constexpr int most_passes = 5000;
constexpr int passes_without_progress = 40;

// Of the columns that are still being solved: what conjugate gradients carry from step to step.
struct Column {
  std::size_t place;  // in the caller's blocks
  double limit;
  double rho = 0;  // r' M^-1 r
  double first = 0, best = 0;
  int since_best = 0;
  double alpha = 0, beta = 0;
};

void take_column(const Block& from, std::size_t column, Block& to, std::size_t place) {
  for (std::size_t j = 0, n = from.values.size() / from.width; j < n; ++j)
    to.values[j * to.width + place] = from.values[j * from.width + column];
}

// Sums of products over the coordinates, a column each.
std::vector<double> dot(const Block& a, const Block& b) {
  const std::size_t width = a.width, n = a.values.size() / width;
  std::vector<double> sums(width, 0.0);
  if (width == 1) {
    double sum = 0;
    for (std::size_t j = 0; j < n; ++j) sum += a.values[j] * b.values[j];
    sums[0] = sum;
    return sums;
  }
  for (std::size_t j = 0; j < n; ++j)
    for (std::size_t c = 0; c < width; ++c) sums[c] += a.values[j * width + c] * b.values[j * width + c];
  return sums;
}

}  // namespace

ConjugateGradients conjugate_gradients(const SchurComplement& complement, const Preconditioner& preconditioner,
                                       std::span<const double> limits, int patience, Block& residual,
                                       Block& coefficients) {
  ConjugateGradients result;
  const std::size_t coordinates = complement.rows().coordinates;
  result.left.assign(limits.size(), 0.0);
  if (coordinates == 0) return result;

  Block z, p, q, r, g;
  preconditioner.apply(residual, z);
  const std::vector<double> start = dot(residual, z);
  std::vector<Column> active;
  for (std::size_t c = 0; c < limits.size(); ++c) {
    result.left[c] = start[c];
    if (start[c] > limits[c])
      active.push_back({.place = c, .limit = limits[c], .rho = start[c], .first = start[c], .best = start[c]});
  }

  // The columns still at work, packed into as few lanes as they need. `lanes`: where their directions are.
  const auto pack = [&](const Block& directions, const std::vector<std::size_t>& lanes) {
    Block packed;
    packed.resize(coordinates, active.size());
    for (std::size_t a = 0; a < active.size(); ++a) take_column(directions, lanes[a], packed, a);
    p = std::move(packed);
    r.resize(coordinates, active.size());
    g.resize(coordinates, active.size());
    for (std::size_t a = 0; a < active.size(); ++a) {
      take_column(residual, active[a].place, r, a);
      take_column(coefficients, active[a].place, g, a);
    }
  };
  const auto put_back = [&] {
    for (std::size_t a = 0; a < active.size(); ++a) {
      take_column(r, a, residual, active[a].place);
      take_column(g, a, coefficients, active[a].place);
      result.left[active[a].place] = active[a].rho;
    }
  };
  std::vector<std::size_t> places;
  for (const Column& column : active) places.push_back(column.place);
  pack(z, places);

  while (!active.empty() && result.passes < most_passes) {
    complement.multiply(p, q);
    ++result.passes;
    result.iterations += static_cast<long>(active.size());
    const std::size_t width = r.width;
    const std::vector<double> curvature = dot(p, q);
    std::vector<double> alpha(width, 0.0);
    for (std::size_t a = 0; a < active.size(); ++a) alpha[a] = curvature[a] > 0 ? active[a].rho / curvature[a] : 0.0;
    for (std::size_t j = 0; j < coordinates; ++j)
      for (std::size_t c = 0; c < width; ++c) {
        g.values[j * width + c] += alpha[c] * p.values[j * width + c];
        r.values[j * width + c] -= alpha[c] * q.values[j * width + c];
      }
    preconditioner.apply(r, z);
    const std::vector<double> rho = dot(r, z);
    std::vector<double> beta(width, 0.0);
    bool some_done = false;
    for (std::size_t a = 0; a < active.size(); ++a) {
      Column& column = active[a];
      beta[a] = column.rho > 0 ? rho[a] / column.rho : 0.0;
      column.rho = rho[a];
      column.since_best = rho[a] < 0.5 * column.best ? 0 : column.since_best + 1;
      column.best = std::min(column.best, rho[a]);
      some_done =
          some_done || !(rho[a] > column.limit) || column.since_best >= passes_without_progress || !(curvature[a] > 0);
    }
    for (std::size_t j = 0; j < coordinates; ++j)
      for (std::size_t c = 0; c < width; ++c)
        p.values[j * width + c] = z.values[j * width + c] + beta[c] * p.values[j * width + c];

    if (some_done) {
      put_back();
      std::vector<Column> left;
      std::vector<std::size_t> lanes;
      for (std::size_t a = 0; a < active.size(); ++a)
        if (active[a].rho > active[a].limit && active[a].since_best < passes_without_progress && curvature[a] > 0) {
          left.push_back(active[a]);
          lanes.push_back(a);
        }
      active = std::move(left);
      pack(Block(p), lanes);
    }
    if (patience > 0 && !active.empty() && result.passes >= patience) {
      // The rate so far says how many passes are still to come.
      double expected = 0;
      for (const Column& column : active) {
        const double rate = std::log(column.first / column.rho) / result.passes;
        const double wanted = std::log(column.rho / std::max(column.limit, 1e-300));
        expected = std::max(expected, rate > 0 ? wanted / rate : 1e9);
      }
      if (expected > patience) {
        result.slow = true;
        break;
      }
      patience *= 2;
    }
  }
  put_back();
  return result;
}

}  // namespace tradewind::estimation
