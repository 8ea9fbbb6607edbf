#include "tradewind/estimation/sorted_rows.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "tradewind/estimation/row_order.hpp"

namespace tradewind::estimation {
namespace {

constexpr std::uint32_t block_rows = 64;      // of a "group" where nothing is eliminated
constexpr std::size_t rows_per_chunk = 2048;  // at the least

// Each chunk has sums of its own for every coordinate: as many chunks as leave those small beside the rows, and a power
// of two, so that threads get the same share.
std::size_t number_of_chunks(std::size_t rows, std::size_t coordinates) {
  const std::size_t most = std::max<std::size_t>(2, rows / std::max<std::size_t>(rows_per_chunk, 16 * coordinates));
  return std::bit_floor(std::min<std::size_t>(most, 32));
}

}  // namespace

SortedRows::SortedRows(const Regression& given) : regression(given) {
  const RowOrder own_order(regression);
  if (!own_order.is_in_place()) {
    const auto sort = [&](auto& array) { array = own_order.sorted(array); };
    for_each_array_but_regressors(regression, sort);
    std::ranges::for_each(regression.regressors, sort);
    regression.rows = {};
    order = own_order.order();
  }
  const auto n = static_cast<std::uint32_t>(rows());
  group_begin.push_back(0);
  if (const Effect* largest = largest_intercept(regression.effects)) {
    eliminates = true;
    eliminated = static_cast<std::size_t>(largest - regression.effects.data());
    for (std::uint32_t i = 0; i < n; ++i) {
      const std::uint32_t level = largest->level[i];
      if (!group_level.empty() && group_level.back() == level) continue;
      if (i > 0) group_begin.push_back(i);
      group_level.push_back(level);
    }
  } else {
    for (std::uint32_t begin = block_rows; begin < n; begin += block_rows) group_begin.push_back(begin);
  }
  if (n > 0) group_begin.push_back(n);
  for (std::size_t g = 0; g < groups(); ++g)
    largest_group = std::max(largest_group, group_begin[g + 1] - group_begin[g]);

  for (std::size_t e = 0; e < regression.effects.size(); ++e) {
    const Effect& effect = regression.effects[e];
    const auto add = [&](std::size_t slope) {
      LevelTerm term;
      term.effect = e;
      term.slope = slope;
      term.first = coordinates;
      term.levels = effect.levels;
      coordinates += effect.levels;
      terms.push_back(std::move(term));
    };
    if (effect.intercept && !(eliminates && e == eliminated)) add(LevelTerm::intercept);
    for (std::size_t s = 0; s < effect.slopes.size(); ++s) add(s);
  }
  tbb::parallel_for(std::size_t{0}, terms.size(), [&](std::size_t t) {
    LevelTerm& term = terms[t];
    const Effect& effect = regression.effects[term.effect];
    term.level = effect.level;
    if (term.slope == LevelTerm::intercept) return;
    term.value = effect.slopes[term.slope];
    if (!effect.intercept) return;
    PerRow<double> value(term.value.begin(), term.value.end());
    std::vector<double> rows_of(effect.levels, 0.0);
    term.level_mean.assign(effect.levels, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
      term.level_mean[term.level[i]] += value[i];
      rows_of[term.level[i]] += 1;
    }
    for (std::uint32_t level = 0; level < effect.levels; ++level)
      if (rows_of[level] > 0) term.level_mean[level] /= rows_of[level];
    for (std::size_t i = 0; i < n; ++i) {
      const double mean = term.level_mean[term.level[i]], left = value[i] - mean;
      value[i] = std::abs(left) > 1e-14 * std::abs(mean) ? left : 0;  // the rest is the mean's rounding
    }
    term.value = std::move(value);
  });

  const std::size_t wanted = number_of_chunks(n, coordinates);
  chunk_begin.push_back(0);
  std::uint32_t group = 0;
  for (std::size_t c = 1; c < wanted; ++c) {
    const auto end = static_cast<std::uint32_t>(std::size_t{n} * c / wanted);
    while (group < groups() && group_begin[group] < end) ++group;
    if (group > chunk_begin.back()) chunk_begin.push_back(group);
  }
  if (chunk_begin.back() < groups() || chunk_begin.size() == 1)
    chunk_begin.push_back(static_cast<std::uint32_t>(groups()));
}

}  // namespace tradewind::estimation
