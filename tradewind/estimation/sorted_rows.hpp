/// The rows of a regression in the order in which the effects are solved.
///
/// The intercepts of the effect with the most levels are eliminated exactly: rows are sorted by its levels, so that a
/// level is a group of neighbouring rows and its intercept a mean over them. What is left, the intercepts of the other
/// effects and all slopes, are the coordinates of the normal equations (schur_complement.hpp).
#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "tradewind/estimation/large_pages.hpp"
#include "tradewind/estimation/regression.hpp"

namespace tradewind::estimation {

/// The intercepts of one effect, or one of its slopes: a coordinate for every level.
struct LevelTerm {
  static constexpr std::size_t intercept = std::numeric_limits<std::size_t>::max();
  std::size_t effect = 0;
  std::size_t slope = intercept;  ///< which slope of the effect
  std::uint32_t first = 0;        ///< the coordinate of level 0
  std::uint32_t levels = 0;
  Array<std::uint32_t> level;  ///< position -> level
  Array<double> value;         ///< position -> the slope's variable; empty: one
  /// Slopes beside an intercept are taken about the mean of their level: the same space, better conditioned.
  std::vector<double> level_mean;

  /// The coordinate of a position.
  std::uint32_t at(std::size_t position) const { return first + level[position]; }
};

struct SortedRows {
  explicit SortedRows(const Regression& regression);

  std::size_t rows() const { return regression.response.size(); }
  std::size_t groups() const { return group_begin.size() - 1; }
  /// The row of the given regression's arrays that stands at a position.
  std::uint32_t row(std::size_t position) const {
    return order.empty() ? static_cast<std::uint32_t>(position) : order[position];
  }

  /// All rows of the regression, by position. Its arrays are those given where they lie in order already.
  Regression regression;
  PerRow<std::uint32_t> order;             ///< position -> row of the given arrays; empty: the same
  bool eliminates = false;                 ///< false: no effect has an intercept; groups are then just blocks of rows
  std::size_t eliminated = 0;              ///< the effect
  std::vector<std::uint32_t> group_begin;  ///< group -> its first position; one more at the end
  std::vector<std::uint32_t> group_level;  ///< group -> level of the eliminated effect
  std::uint32_t largest_group = 0;         ///< in rows
  std::vector<LevelTerm> terms;
  std::uint32_t coordinates = 0;

  /// Groups are worked on in chunks, each adding up for itself; their sums are added in the order of chunks. So a
  /// result does not depend on the number of threads. Chunk -> its first group; one more at the end.
  std::vector<std::uint32_t> chunk_begin;
  std::size_t chunks() const { return chunk_begin.size() - 1; }
};

}  // namespace tradewind::estimation
