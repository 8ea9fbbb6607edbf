/// The order in which the rows of a regression are solved: those that are used, by the levels of one effect, and as
/// they were within a level.
///
/// Millions of rows are not scattered one by one over memory. They first go into bins of neighbouring levels, as many
/// as can be written at once without a miss of the cache; then each bin, which the cache holds, is sorted by itself.
#pragma once
#include <tbb/parallel_for.h>

#include <cstdint>
#include <span>
#include <vector>

#include "tradewind/estimation/large_pages.hpp"
#include "tradewind/estimation/regression.hpp"

namespace tradewind::estimation {

/// The effect with an intercept and the most levels, the first of equals; null where there is none.
const Effect* largest_intercept(const std::vector<Effect>& effects);

class RowOrder {
 public:
  /// By the levels of the largest effect with an intercept.
  explicit RowOrder(const Regression& regression);

  /// All rows are used, and stand where they belong.
  bool is_in_place() const { return bin_of_.empty(); }
  /// The rows used.
  std::size_t rows() const { return rows_; }
  /// Writes the values of the rows, in their order.
  template <class T>
  void sort(std::span<const T> values, T* sorted) const {
    place([&](std::size_t row) { return values[row]; }, sorted);
  }
  template <class T>
  Array<T> sorted(const Array<T>& values) const {
    if (is_in_place() || values.empty()) return values;
    PerRow<T> result(rows_);
    sort(std::span<const T>(values), result.data());
    return result;
  }
  /// Position -> row; empty where rows are in place.
  PerRow<std::uint32_t> order() const;

 private:
  static constexpr std::uint16_t unused = 0xFFFF;

  template <class Of, class T>
  void place(const Of& value_of, T* sorted) const;

  std::size_t pieces() const { return piece_begin_.size() - 1; }
  std::size_t bins() const { return bin_begin_.size() - 1; }

  std::size_t rows_ = 0;
  std::vector<std::size_t> piece_begin_;  // rows are worked on in pieces; piece -> its first row
  PerRow<std::uint16_t> bin_of_;          // row -> its bin
  std::vector<std::uint32_t> bin_begin_;  // bin -> its first position
  std::vector<std::uint32_t> next_;       // pieces x bins: where the piece's first row of the bin goes
  PerRow<std::uint32_t> place_in_bin_;    // position -> place in the unsorted bin; empty where bins need no sorting
};

template <class Of, class T>
void RowOrder::place(const Of& value_of, T* sorted) const {
  tbb::parallel_for(std::size_t{0}, pieces(), [&](std::size_t piece) {
    const auto first = next_.begin() + static_cast<std::ptrdiff_t>(piece * bins());
    std::vector<std::uint32_t> next(first, first + static_cast<std::ptrdiff_t>(bins()));
    for (std::size_t row = piece_begin_[piece]; row < piece_begin_[piece + 1]; ++row)
      if (bin_of_[row] != unused) sorted[next[bin_of_[row]]++] = value_of(row);
  });
  if (place_in_bin_.empty()) return;
  tbb::parallel_for(std::size_t{0}, bins(), [&](std::size_t bin) {
    const std::size_t begin = bin_begin_[bin], end = bin_begin_[bin + 1];
    const std::vector<T> unsorted(sorted + begin, sorted + end);
    for (std::size_t i = begin; i < end; ++i) sorted[i] = unsorted[place_in_bin_[i]];
  });
}

}  // namespace tradewind::estimation
