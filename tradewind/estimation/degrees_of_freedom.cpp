#include "tradewind/estimation/degrees_of_freedom.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "tradewind/estimation/components.hpp"

namespace tradewind::estimation {
namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

std::uint64_t levels_with_a_row(const Regression& regression, const Effect& effect) {
  std::vector<bool> seen(effect.levels, false);
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < regression.observations() && count < effect.levels; ++i) {
    const std::uint32_t level = effect.level[regression.row(i)];
    count += seen[level] ? 0U : 1U;
    seen[level] = true;
  }
  return count;
}

bool within(const Regression& regression, const Effect& effect, const Cluster& cluster) {
  if (effect.level.data() == cluster.group.data()) return true;
  std::vector<std::uint32_t> group_of(effect.levels, unseen);
  for (std::size_t i = 0; i < regression.observations(); ++i) {
    const std::uint32_t row = regression.row(i);
    std::uint32_t& group = group_of[effect.level[row]];
    if (group == unseen) group = cluster.group[row];
    if (group != cluster.group[row]) return false;
  }
  return true;
}

/// "exporter^year[x]" is made of exporter^year, exporter and year.
std::vector<std::string> parts_of(const std::string& effect_name) {
  const std::string whole = effect_name.substr(0, effect_name.find('['));
  std::vector<std::string> parts = {whole};
  for (std::size_t start = 0; start <= whole.size();) {
    const std::size_t end = std::min(whole.find('^', start), whole.size());
    parts.push_back(whole.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

bool is_nested(const Regression& regression, const Effect& effect, std::span<const Cluster> clusters, Nesting nesting) {
  if (nesting == Nesting::fixest) {
    const std::vector<std::string> parts = parts_of(effect.name);
    const auto named = [&](const Cluster& cluster) { return std::ranges::find(parts, cluster.name) != parts.end(); };
    if (std::ranges::any_of(clusters, named)) return true;
    const auto is_an_effect = [&](const Cluster& cluster) {
      return std::ranges::any_of(regression.effects,
                                 [&](const Effect& other) { return parts_of(other.name).front() == cluster.name; });
    };
    if (std::ranges::all_of(clusters, is_an_effect)) return false;
  }
  return std::ranges::any_of(clusters, [&](const Cluster& cluster) { return within(regression, effect, cluster); });
}

/// Levels within which a slope variable does not vary (or is zero, where the effect has no intercept): their slope is
/// spanned by the intercept.
std::uint64_t levels_without_slope(const Regression& regression, const Effect& effect) {
  std::uint64_t count = 0;
  for (const std::span<const double> slope : effect.slopes) {
    std::vector<double> value(effect.levels, std::numeric_limits<double>::quiet_NaN());
    std::vector<bool> varies(effect.levels, false);
    for (std::size_t i = 0; i < regression.observations(); ++i) {
      const std::uint32_t row = regression.row(i), level = effect.level[row];
      if (std::isnan(value[level])) value[level] = effect.intercept ? slope[row] : 0.0;
      if (slope[row] != value[level]) varies[level] = true;
    }
    for (std::uint32_t level = 0; level < effect.levels; ++level)
      count += !std::isnan(value[level]) && !varies[level] ? 1U : 0U;
  }
  return count;
}

/// Arithmetic modulo the prime 2^31 - 1, in which ranks are exact and cheap.
namespace prime_field {
constexpr std::uint64_t prime = 2147483647;
std::uint64_t subtract_product(std::uint64_t from, std::uint64_t left, std::uint64_t right) {
  return (from + (prime - left) * right) % prime;
}
std::uint64_t inverse(std::uint64_t value) {  // Fermat: value^(prime - 2)
  std::uint64_t result = 1;
  for (std::uint64_t exponent = prime - 2; exponent != 0; exponent >>= 1U, value = value * value % prime)
    if ((exponent & 1U) != 0) result = result * value % prime;
  return result;
}
std::uint64_t rank(std::vector<std::vector<std::uint64_t>> matrix) {
  std::uint64_t rank = 0;
  for (std::size_t column = 0; column < matrix.size(); ++column) {
    std::size_t pivot = rank;
    while (pivot < matrix.size() && matrix[pivot][column] == 0) ++pivot;
    if (pivot == matrix.size()) continue;
    std::swap(matrix[pivot], matrix[rank]);
    const std::uint64_t inverse_pivot = inverse(matrix[rank][column]);
    for (std::size_t row = rank + 1; row < matrix.size(); ++row) {
      const std::uint64_t factor = matrix[row][column] * inverse_pivot % prime;
      if (factor == 0) continue;
      for (std::size_t c = column; c < matrix.size(); ++c)
        matrix[row][c] = subtract_product(matrix[row][c], factor, matrix[rank][c]);
    }
    ++rank;
  }
  return rank;
}
}  // namespace prime_field

/// Rank of the intercepts' design matrix D. With the largest effect eliminated it is that effect's levels plus the rank
/// of the others' Gram matrix with random row weights w, exact but with a chance of one in a billion:
///   G = sum_i w_i d_i d_i' - sum_g s_g s_g' / W_g,  s_g = sum of w_i d_i and W_g = sum of w_i over the rows of level g
/// in the prime field, where no rounding can blur it.
std::uint64_t exact_rank(const Regression& regression, std::span<const std::size_t> over, std::size_t largest,
                         std::uint64_t levels_of_largest) {
  using prime_field::prime;
  std::vector<std::size_t> others;
  std::vector<std::uint32_t> start;
  std::uint32_t columns = 0;
  for (const std::size_t effect : over)
    if (effect != largest) {
      others.push_back(effect);
      start.push_back(columns);
      columns += regression.effects[effect].levels;
    }
  const Effect& eliminated = regression.effects[largest];
  std::vector<std::vector<std::pair<std::uint32_t, std::uint64_t>>> of_level(eliminated.levels);  // (column, w)
  std::vector<std::uint64_t> weight_of_level(eliminated.levels, 0);
  std::vector<std::vector<std::uint64_t>> gram(columns, std::vector<std::uint64_t>(columns, 0));
  std::vector<std::uint32_t> column(others.size());
  std::uint64_t state = 0x9E3779B97F4A7C15U;  // a fixed start: the same answer every time
  for (std::size_t i = 0; i < regression.observations(); ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    const std::uint64_t weight = 1 + (state >> 33U) % (prime - 1);
    const std::uint32_t row = regression.row(i), level = eliminated.level[row];
    for (std::size_t e = 0; e < others.size(); ++e) column[e] = start[e] + regression.effects[others[e]].level[row];
    weight_of_level[level] = (weight_of_level[level] + weight) % prime;
    for (const std::uint32_t c : column) {
      of_level[level].emplace_back(c, weight);
      for (const std::uint32_t d : column) gram[c][d] = (gram[c][d] + weight) % prime;
    }
  }
  for (std::uint32_t level = 0; level < eliminated.levels; ++level) {
    auto& entries = of_level[level];
    std::ranges::sort(entries);
    std::vector<std::pair<std::uint32_t, std::uint64_t>> sums;  // s_g
    for (const auto& [c, weight] : entries) {
      if (sums.empty() || sums.back().first != c) sums.emplace_back(c, 0);
      sums.back().second = (sums.back().second + weight) % prime;
    }
    if (sums.empty()) continue;
    const std::uint64_t inverse = prime_field::inverse(weight_of_level[level]);
    for (const auto& [c, left] : sums)
      for (const auto& [d, right] : sums)
        gram[c][d] = prime_field::subtract_product(gram[c][d], left * inverse % prime, right);
  }
  return levels_of_largest + prime_field::rank(std::move(gram));
}

constexpr std::uint64_t most_levels_for_exact_rank = 1000;

/// Redundant intercepts among the effects `over`, written to `effects`.
void count_redundant(const Regression& regression, std::span<const std::size_t> over, RedundantLevels how,
                     std::vector<EffectParameters>& effects) {
  if (over.size() < 2) return;
  for (const std::size_t effect : over.subspan(1)) effects[effect].redundant += 1;
  if (how == RedundantLevels::one_per_effect) return;

  const std::size_t largest =
      *std::ranges::max_element(over, {}, [&](std::size_t effect) { return effects[effect].levels; });
  std::uint64_t levels = 0, beside_largest = 0;
  for (const std::size_t effect : over) {
    levels += effects[effect].levels;
    if (effect != largest) beside_largest += regression.effects[effect].levels;
  }
  if (how == RedundantLevels::exact && over.size() > 2 && beside_largest <= most_levels_for_exact_rank) {
    const std::uint64_t rank = exact_rank(regression, over, largest, effects[largest].levels);
    for (const std::size_t effect : over.subspan(1)) effects[effect].redundant -= 1;
    effects[over.back()].redundant += levels - rank;
    return;
  }
  for (std::size_t later = 1; later < over.size(); ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const std::array<std::size_t, 2> pair = {over[earlier], over[later]};
      std::uint64_t& redundant = effects[over[later]].redundant;
      redundant = std::max<std::uint64_t>(redundant, components(regression, pair).count);
    }
}

}  // namespace

std::vector<EffectParameters> effect_parameters(const Regression& regression, std::span<const Cluster> clusters,
                                                RedundantLevels redundant, Nesting nesting) {
  std::vector<EffectParameters> effects(regression.effects.size());
  tbb::parallel_for(std::size_t{0}, effects.size(), [&](std::size_t e) {
    const Effect& effect = regression.effects[e];
    EffectParameters& counted = effects[e];
    counted.name = effect.name;
    counted.levels = levels_with_a_row(regression, effect);
    counted.intercepts = effect.intercept ? counted.levels : 0;
    counted.slopes = counted.levels * effect.slopes.size();
    counted.nested = effect.intercept && is_nested(regression, effect, clusters, nesting);
  });
  std::vector<std::size_t> free;
  for (std::size_t e = 0; e < effects.size(); ++e)
    if (regression.effects[e].intercept && !effects[e].nested) free.push_back(e);
  count_redundant(regression, free, redundant, effects);
  if (redundant != RedundantLevels::one_per_effect)
    for (std::size_t e = 0; e < effects.size(); ++e)
      effects[e].redundant += levels_without_slope(regression, regression.effects[e]);
  return effects;
}

std::uint64_t count_parameters(std::uint64_t regressors, std::span<const EffectParameters> effects) {
  std::uint64_t count = regressors;
  bool some_nested = false, some_free = false;
  for (const EffectParameters& effect : effects) {
    count += effect.slopes + (effect.nested ? 0 : effect.intercepts) - effect.redundant;
    some_nested = some_nested || effect.nested;
    some_free = some_free || (effect.intercepts > 0 && !effect.nested);
  }
  return count + (some_nested && !some_free ? 1 : 0);
}

}  // namespace tradewind::estimation
