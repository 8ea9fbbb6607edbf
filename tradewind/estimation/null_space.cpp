#include "tradewind/estimation/null_space.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>

#include "tradewind/estimation/components.hpp"
#include "tradewind/estimation/schur_complement.hpp"

namespace tradewind::estimation {

NullSpace::NullSpace(const SortedRows& rows) {
  if (!rows.eliminates) return;
  std::vector<std::array<const LevelTerm*, 2>> pairs;  // the second null: one effect alone
  for (std::size_t s = 0; s < rows.terms.size(); ++s) {
    if (!rows.terms[s].value.empty()) continue;
    pairs.push_back({&rows.terms[s], nullptr});
    for (std::size_t t = s + 1; t < rows.terms.size(); ++t)
      if (rows.terms[t].value.empty()) pairs.push_back({&rows.terms[s], &rows.terms[t]});
  }
  kinds_.resize(pairs.size());
  tbb::parallel_for(std::size_t{0}, pairs.size(), [&](std::size_t k) {
    const auto [one, other] = pairs[k];
    Directions& kind = kinds_[k];
    kind.begin = one->first;
    kind.end = (other == nullptr ? one : other)->first + (other == nullptr ? one : other)->levels;
    if (other != nullptr) {
      kind.negative_from = other->first;
      kind.negative_to = other->first + other->levels;
    }
    DisjointSets connected(kind.end - kind.begin);
    std::vector<char> present(kind.end - kind.begin, 0);
    for (std::size_t group = 0; group < rows.groups(); ++group) {
      const std::uint32_t first = one->at(rows.group_begin[group]) - kind.begin;
      for (std::uint32_t i = rows.group_begin[group]; i < rows.group_begin[group + 1]; ++i) {
        const std::uint32_t here = one->at(i) - kind.begin;
        const std::uint32_t there = other == nullptr ? first : other->at(i) - kind.begin;
        present[here] = present[there] = 1;
        connected.unite(here, there);
      }
    }
    kind.of.assign(kind.end - kind.begin, none);
    std::vector<std::uint32_t> direction(kind.end - kind.begin, none);
    for (std::uint32_t j = 0; j < kind.of.size(); ++j) {
      if (present[j] == 0) continue;
      std::uint32_t& own = direction[connected.find(j)];
      if (own == none) {
        own = static_cast<std::uint32_t>(kind.share.size());
        kind.share.push_back(0);
      }
      kind.of[j] = own;
      kind.share[own] += 1;
    }
    for (double& share : kind.share) share = 1 / share;
  });
}

void NullSpace::project_out(Block& block) const {
  const std::size_t width = block.width;
  for (const Directions& kind : kinds_) {
    const auto sign = [&](std::uint32_t j) { return j >= kind.negative_from && j < kind.negative_to ? -1.0 : 1.0; };
    sum_.assign(kind.share.size() * width, 0.0);
    for (std::uint32_t j = kind.begin; j < kind.end; ++j) {
      const std::uint32_t own = kind.of[j - kind.begin];
      if (own == none) continue;
      for (std::size_t c = 0; c < width; ++c) sum_[own * width + c] += sign(j) * block.values[j * width + c];
    }
    for (std::size_t own = 0; own < kind.share.size(); ++own)
      for (std::size_t c = 0; c < width; ++c) sum_[own * width + c] *= kind.share[own];
    for (std::uint32_t j = kind.begin; j < kind.end; ++j) {
      const std::uint32_t own = kind.of[j - kind.begin];
      if (own == none) continue;
      for (std::size_t c = 0; c < width; ++c) block.values[j * width + c] -= sign(j) * sum_[own * width + c];
    }
  }
}

}  // namespace tradewind::estimation
