#include "tradewind/estimation/null_space.hpp"

#include <algorithm>
#include <numeric>

#include "tradewind/estimation/components.hpp"
#include "tradewind/estimation/schur_complement.hpp"

namespace tradewind::estimation {
namespace {

// A step that visits every one of n groups, neighbours late.
std::size_t stride_for(std::size_t n) {
  std::size_t step = std::max<std::size_t>(1, static_cast<std::size_t>(0.618 * static_cast<double>(n)));
  while (std::gcd(step, n) != 1) ++step;
  return step;
}

}  // namespace

NullSpace::NullSpace(const SortedRows& rows) : set_(rows.coordinates, none) {
  if (!rows.eliminates) return;
  std::vector<const Term*> terms;
  for (const Term& term : rows.terms)
    if (term.value.empty()) terms.push_back(&term);
  if (terms.empty()) return;

  std::size_t coordinates = 0;
  for (const Term* term : terms) coordinates += term->levels;
  DisjointSets connected(rows.coordinates);
  std::vector<char> present(rows.coordinates, 0);
  std::size_t unions = 0;
  // Groups far from one another first: where everything is connected, a few of them show it.
  const std::size_t step = stride_for(rows.groups());
  for (std::size_t k = 0, group = 0; k < rows.groups() && unions + 1 < coordinates;
       ++k, group = (group + step) % rows.groups()) {
    const std::uint32_t first = terms.front()->at[rows.group_begin[group]];
    for (std::uint32_t i = rows.group_begin[group]; i < rows.group_begin[group + 1]; ++i)
      for (const Term* term : terms) {
        present[term->at[i]] = 1;
        unions += connected.unite(first, term->at[i]) ? 1 : 0;
      }
  }
  std::vector<std::uint32_t> set_of(rows.coordinates, none);  // of a component, within one term
  for (const Term* term : terms) {
    std::ranges::fill(set_of, none);
    for (std::uint32_t j = term->first; j < term->first + term->levels; ++j) {
      if (present[j] == 0) continue;
      std::uint32_t& set = set_of[connected.find(j)];
      if (set == none) {
        set = static_cast<std::uint32_t>(share_.size());
        share_.push_back(0);
      }
      set_[j] = set;
      share_[set] += 1;
    }
  }
  for (double& share : share_) share = 1 / share;
}

void NullSpace::project_out(Block& block) const {
  const std::size_t width = block.width;
  sum_.assign(share_.size() * width, 0.0);
  for (std::size_t j = 0; j < set_.size(); ++j)
    if (set_[j] != none)
      for (std::size_t c = 0; c < width; ++c) sum_[set_[j] * width + c] += block.values[j * width + c];
  for (std::size_t set = 0; set < share_.size(); ++set)
    for (std::size_t c = 0; c < width; ++c) sum_[set * width + c] *= share_[set];
  for (std::size_t j = 0; j < set_.size(); ++j)
    if (set_[j] != none)
      for (std::size_t c = 0; c < width; ++c) block.values[j * width + c] -= sum_[set_[j] * width + c];
}

}  // namespace tradewind::estimation
