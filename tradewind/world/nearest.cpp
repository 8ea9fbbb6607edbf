#include "tradewind/world/nearest.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "tradewind/world/lower_case.hpp"

namespace tradewind {
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1), above(b.size() + 1), two_above(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_above.swap(above);
    above.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool turned = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (turned) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::vector<std::string> nearest_names(std::string_view wanted, std::span<const std::string> names) {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(lower_case(wanted), lower_case(name));
    if (2 * distance <= std::max(wanted.size(), name.size())) near.emplace_back(distance, name);
  }
  std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string>::first);
  std::vector<std::string> result;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, near.size()); ++i) result.push_back(near[i].second);
  return result;
}

std::string nearest_hint(std::string_view wanted, std::span<const std::string> names) {
  const std::vector<std::string> near = nearest_names(wanted, names);
  return near.empty() ? std::string() : fmt::format("Nearest: {}", fmt::join(near, ", "));
}

}  // namespace tradewind
