/// The rows of a regression in the order in which the effects are solved.
///
/// The intercepts of the effect with the most levels are eliminated exactly: rows are sorted by its levels, so that a
/// level is a group of neighbouring rows and its intercept a mean over them. What is left, the intercepts of the other
/// effects and all slopes, are the coordinates of the normal equations (schur_complement.hpp).
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "tradewind/estimation/regression.hpp"

namespace tradewind::estimation {

/// The intercepts of one effect, or one of its slopes: a coordinate for every level.
struct LevelTerm {
  static constexpr std::size_t intercept = std::numeric_limits<std::size_t>::max();
  std::size_t effect = 0;
  std::size_t slope = intercept;  ///< which slope of the effect
  std::uint32_t first = 0;        ///< the coordinate of level 0
  std::uint32_t levels = 0;
  std::vector<std::uint32_t> at;  ///< position -> coordinate
  std::vector<double> value;      ///< position -> the slope's variable; empty: one
  /// Slopes beside an intercept are taken about the mean of their level: the same space, better conditioned.
  std::vector<double> level_mean;
};

struct SortedRows {
  explicit SortedRows(const Regression& regression);

  std::size_t rows() const { return order.size(); }
  std::size_t groups() const { return group_begin.size() - 1; }
  /// The numbers of the regression's rows, by position.
  std::vector<double> sorted(std::span<const double> values) const;
  /// The same without a copy where the rows lie in order already; else in `storage`.
  std::span<const double> view(std::span<const double> values, std::vector<double>& storage) const;

  bool in_place = false;                   ///< every row is used and stands at its position
  bool eliminates = false;                 ///< false: no effect has an intercept; groups are then just blocks of rows
  std::size_t eliminated = 0;              ///< the effect
  std::vector<std::uint32_t> order;        ///< position -> row of the regression's arrays
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
