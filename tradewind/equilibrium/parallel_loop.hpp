/// A loop over independent pieces, on all threads when there is enough to do. What a piece writes must not be touched
/// by another one: then nothing depends on who did it.
#pragma once
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cstddef>

namespace tradewind::equilibrium {

/// `work`: multiplications a piece.
template <typename Piece>
void in_parallel(std::size_t pieces, std::size_t work, const Piece& piece) {
  constexpr std::size_t worth_a_thread = 100'000;  // some 20 microseconds
  if (pieces * work < 2 * worth_a_thread) {
    for (std::size_t k = 0; k < pieces; ++k) piece(k);
    return;
  }
  const std::size_t grain = worth_a_thread / work + 1;
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, pieces, grain), [&](const auto& range) {
    for (std::size_t k = range.begin(); k < range.end(); ++k) piece(k);
  });
}

}  // namespace tradewind::equilibrium
