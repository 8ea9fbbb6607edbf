#include "tradewind/estimation/sorted_rows.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "tradewind/estimation/large_pages.hpp"

namespace tradewind::estimation {
namespace {

constexpr std::uint32_t block_rows = 64;  // of a "group" where nothing is eliminated
constexpr std::size_t positions_per_task = 1 << 14;
constexpr std::size_t rows_per_chunk = 2048;  // at the least

// The effect with an intercept and the most levels; the first of equals.
const Effect* largest_intercept(const std::vector<Effect>& effects) {
  const Effect* largest = nullptr;
  for (const Effect& effect : effects)
    if (effect.intercept && (largest == nullptr || effect.levels > largest->levels)) largest = &effect;
  return largest;
}

// Something for each of n positions, in parallel.
template <class Do>
void in_order(std::size_t n, const Do& something) {
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, positions_per_task), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end(); ++i) something(i);
  });
}

// Each chunk has sums of its own for every coordinate: as many chunks as leave those small beside the rows, and a power
// of two, so that threads get the same share.
std::size_t number_of_chunks(std::size_t rows, std::size_t coordinates) {
  const std::size_t most = std::max<std::size_t>(2, rows / std::max<std::size_t>(rows_per_chunk, 16 * coordinates));
  return std::bit_floor(std::min<std::size_t>(most, 32));
}

}  // namespace

SortedRows::SortedRows(const Regression& regression) {
  const std::size_t n = regression.observations();
  const auto row = [&](std::size_t i) {
    return regression.rows.empty() ? static_cast<std::uint32_t>(i) : regression.rows[i];
  };
  assign_large(order, n);
  if (const Effect* largest = largest_intercept(regression.effects)) {
    eliminates = true;
    eliminated = static_cast<std::size_t>(largest - regression.effects.data());
    std::vector<std::uint32_t> next(std::size_t{largest->levels} + 1, 0);
    bool ascending = true;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const std::uint32_t level = largest->level[row(i)];
      ascending = ascending && level >= last;
      last = level;
      ++next[level + 1];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    group_begin.push_back(0);
    for (std::uint32_t level = 0; level < largest->levels; ++level)
      if (next[level + 1] > next[level]) {
        group_level.push_back(level);
        group_begin.push_back(next[level + 1]);
      }
    if (ascending)
      in_order(n, [&](std::size_t i) { order[i] = row(i); });
    else
      for (std::size_t i = 0; i < n; ++i) order[next[largest->level[row(i)]]++] = row(i);
  } else {
    for (std::size_t i = 0; i < n; ++i) order[i] = row(i);
    for (std::size_t begin = 0; begin < n; begin += block_rows)
      group_begin.push_back(static_cast<std::uint32_t>(begin));
    group_begin.push_back(static_cast<std::uint32_t>(n));
  }
  in_place = true;
  for (std::size_t i = 0; i < n && in_place; ++i) in_place = order[i] == i;
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
    assign_large(term.at, n);
    in_order(n, [&](std::size_t i) { term.at[i] = term.first + effect.level[order[i]]; });
    if (term.slope == LevelTerm::intercept) return;
    assign_large(term.value, n);
    for (std::size_t i = 0; i < n; ++i) term.value[i] = effect.slopes[term.slope][order[i]];
    if (!effect.intercept) return;
    std::vector<double> rows_of(effect.levels, 0.0);
    term.level_mean.assign(effect.levels, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
      term.level_mean[term.at[i] - term.first] += term.value[i];
      rows_of[term.at[i] - term.first] += 1;
    }
    for (std::uint32_t level = 0; level < effect.levels; ++level)
      if (rows_of[level] > 0) term.level_mean[level] /= rows_of[level];
    for (std::size_t i = 0; i < n; ++i) {
      const double mean = term.level_mean[term.at[i] - term.first], value = term.value[i] - mean;
      term.value[i] = std::abs(value) > 1e-14 * std::abs(mean) ? value : 0;  // the rest is the mean's rounding
    }
  });

  const std::size_t wanted = number_of_chunks(n, coordinates);
  chunk_begin.push_back(0);
  std::uint32_t group = 0;
  for (std::size_t c = 1; c < wanted; ++c) {
    const auto end = static_cast<std::uint32_t>(n * c / wanted);
    while (group < groups() && group_begin[group] < end) ++group;
    if (group > chunk_begin.back()) chunk_begin.push_back(group);
  }
  if (chunk_begin.back() < groups() || chunk_begin.size() == 1)
    chunk_begin.push_back(static_cast<std::uint32_t>(groups()));
}

std::vector<double> SortedRows::sorted(std::span<const double> values) const {
  std::vector<double> result;
  assign_large(result, order.size());
  in_order(order.size(), [&](std::size_t i) { result[i] = values[order[i]]; });
  return result;
}

std::span<const double> SortedRows::view(std::span<const double> values, std::vector<double>& storage) const {
  if (in_place && values.size() == order.size()) return values;
  storage = sorted(values);
  return storage;
}

}  // namespace tradewind::estimation
