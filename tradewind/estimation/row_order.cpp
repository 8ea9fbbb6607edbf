#include "tradewind/estimation/row_order.hpp"

#include <algorithm>
#include <atomic>

namespace tradewind::estimation {
namespace {

constexpr std::size_t most_bins = 1024;
constexpr std::size_t most_pieces = 32, rows_per_piece = 1 << 14;

}  // namespace

const Effect* largest_intercept(const std::vector<Effect>& effects) {
  const Effect* largest = nullptr;
  for (const Effect& effect : effects)
    if (effect.intercept && (largest == nullptr || effect.levels > largest->levels)) largest = &effect;
  return largest;
}

RowOrder::RowOrder(const Regression& regression) : rows_(regression.observations()) {
  const std::size_t all = regression.response.size();
  const Effect* by = largest_intercept(regression.effects);
  const auto level = [&](std::size_t row) { return by->level[row]; };
  const std::size_t count = std::clamp<std::size_t>(all / rows_per_piece, 1, most_pieces);
  for (std::size_t piece = 0; piece <= count; ++piece) piece_begin_.push_back(all * piece / count);

  // The used rows of a piece, as observations.
  std::vector<std::size_t> first_used;
  for (const std::size_t begin : piece_begin_)
    first_used.push_back(
        regression.rows.empty()
            ? begin
            : static_cast<std::size_t>(std::ranges::lower_bound(regression.rows, begin) - regression.rows.begin()));
  const auto each_piece = [&](const auto& work) { tbb::parallel_for(std::size_t{0}, count, work); };
  std::atomic<bool> ascending = true;
  if (by != nullptr)
    each_piece([&](std::size_t piece) {
      bool own = true;
      std::uint32_t last = first_used[piece] > 0 ? level(regression.row(first_used[piece] - 1)) : 0;
      for (std::size_t i = first_used[piece]; i < first_used[piece + 1]; ++i) {
        const std::uint32_t here = level(regression.row(i));
        own = own && last <= here;
        last = here;
      }
      if (!own) ascending = false;
    });
  if (ascending && rows_ == all) return;

  // Rows in order need one bin, few levels a bin each.
  std::uint32_t shift = ascending ? 32 : 0;
  while (!ascending && ((by->levels - 1) >> shift) >= most_bins) ++shift;
  const auto bin_of = [&](std::size_t row) {
    return ascending ? std::uint16_t{0} : static_cast<std::uint16_t>(level(row) >> shift);
  };
  const std::size_t bins = ascending ? 1 : ((by->levels - 1) >> shift) + std::size_t{1};
  bin_of_.resize(all);
  next_.assign(count * bins, 0);
  each_piece([&](std::size_t piece) {
    if (!regression.rows.empty())
      std::fill(bin_of_.begin() + static_cast<std::ptrdiff_t>(piece_begin_[piece]),
                bin_of_.begin() + static_cast<std::ptrdiff_t>(piece_begin_[piece + 1]), unused);
    std::uint32_t* own = next_.data() + piece * bins;
    for (std::size_t i = first_used[piece]; i < first_used[piece + 1]; ++i) {
      const std::uint32_t row = regression.row(i);
      ++own[bin_of_[row] = bin_of(row)];
    }
  });
  std::uint32_t before = 0;
  for (std::size_t bin = 0; bin < bins; ++bin) {
    bin_begin_.push_back(before);
    for (std::size_t piece = 0; piece < count; ++piece) {
      const std::uint32_t own = next_[piece * bins + bin];
      next_[piece * bins + bin] = before;
      before += own;
    }
  }
  bin_begin_.push_back(before);
  if (ascending || shift == 0) return;

  // Counting sort of each bin by the rest of the level.
  PerRow<std::uint32_t> places(rows_);
  sort(std::span<const std::uint32_t>(by->level), places.data());
  tbb::parallel_for(std::size_t{0}, bins, [&](std::size_t bin) {
    const std::vector<std::uint32_t> levels(places.begin() + bin_begin_[bin], places.begin() + bin_begin_[bin + 1]);
    const std::uint32_t rest = (std::uint32_t{1} << shift) - 1;
    std::vector<std::uint32_t> next(std::size_t{rest} + 2, 0);
    next[0] = bin_begin_[bin];
    for (const std::uint32_t own : levels) ++next[(own & rest) + 1];
    for (std::size_t l = 1; l < next.size(); ++l) next[l] += next[l - 1];
    for (std::uint32_t i = 0; i < levels.size(); ++i) places[next[levels[i] & rest]++] = i;
  });
  place_in_bin_ = std::move(places);
}

PerRow<std::uint32_t> RowOrder::order() const {
  PerRow<std::uint32_t> result;
  if (is_in_place()) return result;
  result.resize(rows_);
  place([](std::size_t row) { return static_cast<std::uint32_t>(row); }, result.data());
  return result;
}

}  // namespace tradewind::estimation
