#include "tradewind/estimation/components.hpp"

namespace tradewind::estimation {

Components components(const Regression& regression, std::span<const std::size_t> over) {
  std::vector<std::uint32_t> start;
  std::uint32_t levels = 0;
  for (const std::size_t effect : over) {
    start.push_back(levels);
    levels += regression.effects[effect].levels;
  }
  DisjointSets sets(levels);
  std::vector<bool> has_row(levels, false);
  for (std::size_t i = 0; i < regression.observations(); ++i) {
    const std::uint32_t row = regression.row(i);
    const std::uint32_t first = regression.effects[over[0]].level[row];
    has_row[first] = true;
    for (std::size_t e = 1; e < over.size(); ++e) {
      const std::uint32_t other = start[e] + regression.effects[over[e]].level[row];
      has_row[other] = true;
      sets.unite(first, other);
    }
  }
  Components result;
  std::vector<std::uint32_t> number(levels, Components::none);  // of a representative
  for (std::size_t e = 0; e < over.size(); ++e) {
    std::vector<std::uint32_t>& of = result.of.emplace_back(regression.effects[over[e]].levels, Components::none);
    for (std::uint32_t level = 0; level < of.size(); ++level) {
      if (!has_row[start[e] + level]) continue;
      std::uint32_t& component = number[sets.find(start[e] + level)];
      if (component == Components::none) component = result.count++;
      of[level] = component;
    }
  }
  return result;
}

}  // namespace tradewind::estimation
