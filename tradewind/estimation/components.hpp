/// Connected components of levels: two levels are connected when a row has both. Within a component of two effects one
/// level is redundant, and only differences within it are identified (Abowd, Creecy and Kramarz 2002).
#pragma once
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "tradewind/estimation/regression.hpp"

namespace tradewind::estimation {

/// Disjoint sets of the whole numbers below a size (union by smaller number, path halving): the representative of a set
/// is its smallest member, whatever the order of the unions.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

  std::uint32_t find(std::uint32_t member) {
    while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
    return member;
  }
  /// False when they were in one set already.
  bool unite(std::uint32_t left, std::uint32_t right) {
    left = find(left);
    right = find(right);
    if (left == right) return false;
    parent_[left < right ? right : left] = left < right ? left : right;
    return true;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// The level of every effect that `over` names, numbered through: effect over[0] first. Components of the graph in
/// which the levels of a row are connected.
struct Components {
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  std::uint32_t count = 0;
  std::vector<std::vector<std::uint32_t>> of;  ///< per effect, per level: its component, `none` without a row
};

/// Components are numbered in the order of their first level of effect over[0].
Components components(const Regression& regression, std::span<const std::size_t> over);

}  // namespace tradewind::estimation
