#include "tradewind/estimation/conjugate_gradients.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tradewind/estimation/lanes.hpp"

namespace tradewind::estimation {
namespace {

constexpr int most_passes = 5000;
// A column whose error has not halved for so many passes is left as it is: far from its limit, and near it, where
// rounding is the likelier reason.
constexpr int passes_without_progress = 40, passes_without_progress_near = 6;
constexpr double near = 1e4;
// What rounding puts into the null space grows by an order of magnitude a pass: it is taken away before it matters.
constexpr int passes_between_projections = 4;

// Of the columns that are still being solved: what conjugate gradients carry from step to step.
struct Column {
  std::size_t place;  // in the caller's blocks
  double limit;
  double rho = 0;  // r' M^-1 r
  double first = 0, best = 0;
  int since_best = 0;
  bool done = false;
};

void take_column(const Block& from, std::size_t column, Block& to, std::size_t place) {
  for (std::size_t j = 0, n = from.values.size() / from.width; j < n; ++j)
    to.values[j * to.width + place] = from.values[j * from.width + column];
}

// Coordinates are worked on in blocks, and sums over blocks added in their order, whoever computed them.
constexpr std::size_t coordinates_per_block = 1 << 13;

template <int W>
TRADEWIND_INLINE void dot_lanes(const double* a, const double* b, std::size_t n, double* sums) {
  Lanes<W> sum = {};
  for (std::size_t j = 0; j < n; ++j) sum += lanes<W>(a + j * W) * lanes<W>(b + j * W);
  lanes<W>(sums) = sum;
}
TRADEWIND_BEST_INSTRUCTIONS void dot_1(const double* a, const double* b, std::size_t n, double* sums) {
  dot_lanes<1>(a, b, n, sums);
}
TRADEWIND_BEST_INSTRUCTIONS void dot_2(const double* a, const double* b, std::size_t n, double* sums) {
  dot_lanes<2>(a, b, n, sums);
}
TRADEWIND_BEST_INSTRUCTIONS void dot_4(const double* a, const double* b, std::size_t n, double* sums) {
  dot_lanes<4>(a, b, n, sums);
}

// to = scale[own] * to + factor[own] * from, a column each.
template <int W>
TRADEWIND_INLINE void combine_lanes(double* to, const double* scale, const double* from, const double* factor,
                                    std::size_t n) {
  const Lanes<W> s = lanes<W>(scale), f = lanes<W>(factor);
  for (std::size_t j = 0; j < n; ++j) lanes<W>(to + j * W) = s * lanes<W>(to + j * W) + f * lanes<W>(from + j * W);
}
TRADEWIND_BEST_INSTRUCTIONS void combine_1(double* to, const double* s, const double* from, const double* f,
                                           std::size_t n) {
  combine_lanes<1>(to, s, from, f, n);
}
TRADEWIND_BEST_INSTRUCTIONS void combine_2(double* to, const double* s, const double* from, const double* f,
                                           std::size_t n) {
  combine_lanes<2>(to, s, from, f, n);
}
TRADEWIND_BEST_INSTRUCTIONS void combine_4(double* to, const double* s, const double* from, const double* f,
                                           std::size_t n) {
  combine_lanes<4>(to, s, from, f, n);
}

using Scalars = std::array<double, 4>;

// Sums of products over the coordinates, a column each.
Scalars dot(const Block& a, const Block& b) {
  const std::size_t width = a.width, n = a.values.size() / width;
  std::vector<Scalars> parts((n + coordinates_per_block - 1) / coordinates_per_block);
  tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t block) {
    const std::size_t begin = block * coordinates_per_block, count = std::min(coordinates_per_block, n - begin);
    const auto own = width == 1 ? dot_1 : width == 2 ? dot_2 : dot_4;
    own(a.values.data() + begin * width, b.values.data() + begin * width, count, parts[block].data());
  });
  Scalars sums{};
  for (const Scalars& part : parts)
    for (std::size_t c = 0; c < width; ++c) sums[c] += part[c];
  return sums;
}

void combine(Block& to, const Scalars& scale, const Block& from, const Scalars& factor) {
  const std::size_t width = to.width, n = to.values.size() / width;
  tbb::parallel_for(std::size_t{0}, (n + coordinates_per_block - 1) / coordinates_per_block, [&](std::size_t block) {
    const std::size_t begin = block * coordinates_per_block, count = std::min(coordinates_per_block, n - begin);
    const auto own = width == 1 ? combine_1 : width == 2 ? combine_2 : combine_4;
    own(to.values.data() + begin * width, scale.data(), from.values.data() + begin * width, factor.data(), count);
  });
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
  complement.null_space().project_out(residual);
  preconditioner.apply(residual, z);
  const Scalars start = dot(residual, z);
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
  places.reserve(active.size());
  for (const Column& column : active) places.push_back(column.place);
  pack(z, places);

  while (!active.empty() && result.passes < most_passes) {
    complement.multiply(p, q);
    ++result.passes;
    result.iterations += static_cast<long>(active.size());
    const Scalars curvature = dot(p, q), one{1, 1, 1, 1};
    Scalars alpha{}, minus{};
    for (std::size_t a = 0; a < active.size(); ++a) {
      alpha[a] = curvature[a] > 0 ? active[a].rho / curvature[a] : 0.0;
      minus[a] = -alpha[a];
    }
    combine(g, one, p, alpha);
    combine(r, one, q, minus);
    if (result.passes % passes_between_projections == 0) complement.null_space().project_out(r);
    preconditioner.apply(r, z);
    const Scalars rho = dot(r, z);
    Scalars beta{};
    bool some_done = false;
    for (std::size_t a = 0; a < active.size(); ++a) {
      Column& column = active[a];
      beta[a] = column.rho > 0 ? rho[a] / column.rho : 0.0;
      column.rho = rho[a];
      column.since_best = rho[a] < 0.5 * column.best ? 0 : column.since_best + 1;
      column.best = std::min(column.best, rho[a]);
      const int allowed = column.best < near * column.limit ? passes_without_progress_near : passes_without_progress;
      column.done = !(rho[a] > column.limit) || column.since_best >= allowed || !(curvature[a] > 0);
      some_done = some_done || column.done;
    }
    combine(p, beta, z, one);

    if (some_done) {
      put_back();
      std::vector<Column> left;
      std::vector<std::size_t> lanes;
      for (std::size_t a = 0; a < active.size(); ++a)
        if (!active[a].done) {
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
        result.expected = expected;
        break;
      }
      patience *= 2;
    }
  }
  put_back();
  return result;
}

}  // namespace tradewind::estimation
