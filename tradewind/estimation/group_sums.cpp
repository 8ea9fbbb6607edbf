#include "tradewind/estimation/group_sums.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>
#include <vector>

#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {
namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Half-open.
struct Piece {
  Eigen::Index begin = 0, end = 0;
  Eigen::Index size() const { return end - begin; }
};

/// `count` pieces of nearly equal size. The number depends on the data alone.
std::vector<Piece> pieces_of(Eigen::Index size, Eigen::Index count) {
  std::vector<Piece> pieces;
  for (Eigen::Index p = 0; p < count; ++p) pieces.push_back({size * p / count, size * (p + 1) / count});
  return pieces;
}

/// Sums of one piece, for the groups from `lowest` on.
struct PieceSums {
  Piece piece;
  std::uint32_t lowest = std::numeric_limits<std::uint32_t>::max(), highest = 0;
  RowMajor sums;  ///< groups x K
  std::uint64_t span() const { return lowest <= highest ? std::uint64_t{highest} - lowest + 1 : 0; }
};

constexpr Eigen::Index most_pieces = 64, fewest_rows_of_piece = 4096, strip = 1024;

/// Pieces with the groups that they touch. Data sorted by group touch each group once: many pieces cost nothing. Where
/// groups are scattered, every piece needs room for nearly all of them: then fewer pieces, so that all the room is at
/// most a quarter of x beside one set of sums.
std::vector<PieceSums> plan(const Grouping& grouping) {
  const auto size = static_cast<Eigen::Index>(grouping.group.size());
  for (Eigen::Index count = std::clamp<Eigen::Index>(size / fewest_rows_of_piece, 1, most_pieces);;
       count = (count + 1) / 2) {
    std::vector<PieceSums> plan;
    for (const Piece& piece : pieces_of(size, count)) plan.push_back({.piece = piece, .sums = {}});
    tbb::parallel_for(std::size_t{0}, plan.size(), [&](std::size_t p) {
      for (Eigen::Index i = plan[p].piece.begin; i < plan[p].piece.end; ++i) {
        const std::uint32_t group = grouping.group[static_cast<std::size_t>(i)];
        plan[p].lowest = std::min(plan[p].lowest, group);
        plan[p].highest = std::max(plan[p].highest, group);
      }
    });
    std::uint64_t room = 0;
    for (const PieceSums& piece : plan) room += piece.span();
    if (count == 1 || room <= std::uint64_t{grouping.count} + static_cast<std::uint64_t>(size) / 4) return plan;
  }
}

void sum_piece(const Eigen::MatrixXd& x, const Residual& residual, const Grouping& grouping, PieceSums& piece) {
  const Eigen::Index columns = x.cols();
  piece.sums.setZero(static_cast<Eigen::Index>(piece.span()), columns);
  for (Eigen::Index start = piece.piece.begin; start < piece.piece.end; start += strip) {
    const Eigen::Index end = std::min(start + strip, piece.piece.end);
    const Eigen::VectorXd own =
        Eigen::VectorXd::NullaryExpr(end - start, [&](Eigen::Index i) { return residual(start + i); });
    for (Eigen::Index k = 0; k < columns; ++k) {  // a strip of rows stays in the cache from column to column
      const double* column = x.col(k).data();
      double* sums = piece.sums.data() + k;
      for (Eigen::Index i = start; i < end; ++i)
        sums[(grouping.group[static_cast<std::size_t>(i)] - piece.lowest) * columns] += own[i - start] * column[i];
    }
  }
}

/// The sum of matrix' * matrix over pieces of rows, added in the order of the pieces.
Eigen::MatrixXd cross_product(Eigen::Index rows, Eigen::Index columns, const auto& rows_of_piece) {
  const std::vector<Piece> pieces =
      pieces_of(rows, std::clamp<Eigen::Index>(rows / fewest_rows_of_piece, 1, most_pieces));
  std::vector<Eigen::MatrixXd> products(pieces.size());
  tbb::parallel_for(std::size_t{0}, pieces.size(), [&](std::size_t p) {
    products[p].setZero(columns, columns);
    for (Eigen::Index start = pieces[p].begin; start < pieces[p].end; start += strip) {
      const auto part = rows_of_piece(start, std::min(strip, pieces[p].end - start));
      products[p].template selfadjointView<Eigen::Lower>().rankUpdate(part.transpose());
    }
  });
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(columns, columns);
  for (const Eigen::MatrixXd& product : products) sum += product;
  return sum.selfadjointView<Eigen::Lower>();
}

}  // namespace

Grouping close_up(Array<std::uint32_t> group, std::uint32_t levels) {
  std::vector<std::uint32_t> number(levels, 0);
  for (const std::uint32_t g : group) number[g] = 1;
  std::uint32_t count = 0;
  for (std::uint32_t& n : number) n = n != 0 ? count++ : 0;
  if (count == levels) return {std::move(group), count};
  std::vector<std::uint32_t> closed(group.size());
  std::ranges::transform(group, closed.begin(), [&](std::uint32_t g) { return number[g]; });
  return {std::move(closed), count};
}

Grouping in_order_of(const Solution& solution, Array<std::uint32_t> group, std::uint32_t levels) {
  if (solution.order.empty() && solution.observations() == group.size()) return close_up(std::move(group), levels);
  std::vector<std::uint32_t> ordered(solution.observations());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, ordered.size(), 1U << 14U), [&](const auto& range) {
    for (std::size_t p = range.begin(); p < range.end(); ++p) ordered[p] = group[solution.row(p)];
  });
  return close_up(std::move(ordered), levels);
}

Grouping intersect(const Grouping& left, const Grouping& right) {
  const std::size_t size = left.group.size();
  assert(right.group.size() == size);
  // Observations in the order of `left`, then numbered within each of its groups by the group in `right`.
  std::vector<std::uint32_t> next(left.count + 1, 0), sorted(size);
  for (const std::uint32_t g : left.group) ++next[g + 1];
  for (std::uint32_t g = 0; g < left.count; ++g) next[g + 1] += next[g];
  for (std::size_t i = 0; i < size; ++i) sorted[next[left.group[i]]++] = static_cast<std::uint32_t>(i);

  constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> last_left(right.count, never), number(right.count, 0);
  std::vector<std::uint32_t> together(size);
  std::uint32_t count = 0;
  for (const std::uint32_t i : sorted) {
    const std::uint32_t in_right = right.group[i];
    if (last_left[in_right] != left.group[i]) {
      last_left[in_right] = left.group[i];
      number[in_right] = count++;
    }
    together[i] = number[in_right];
  }
  return {std::move(together), count};
}

Eigen::MatrixXd grouped_meat(const Eigen::MatrixXd& x, const Residual& residual, const Grouping& grouping) {
  const Eigen::Index columns = x.cols();
  std::vector<PieceSums> pieces = plan(grouping);
  tbb::parallel_for(std::size_t{0}, pieces.size(), [&](std::size_t p) { sum_piece(x, residual, grouping, pieces[p]); });
  // Add what the pieces have about the same groups, for a strip of groups at a time.
  return cross_product(grouping.count, columns, [&](Eigen::Index start, Eigen::Index size) {
    RowMajor sums = RowMajor::Zero(size, columns);
    for (const PieceSums& piece : pieces) {
      const Eigen::Index from = std::max<Eigen::Index>(start, piece.lowest);
      const Eigen::Index count = std::min<Eigen::Index>(start + size, Eigen::Index{piece.highest} + 1) - from;
      if (count > 0) sums.middleRows(from - start, count) += piece.sums.middleRows(from - piece.lowest, count);
    }
    return sums;
  });
}

Eigen::MatrixXd ungrouped_meat(const Eigen::MatrixXd& x, const Residual& residual) {
  return cross_product(x.rows(), x.cols(), [&](Eigen::Index start, Eigen::Index size) -> Eigen::MatrixXd {
    const Eigen::VectorXd own = Eigen::VectorXd::NullaryExpr(size, [&](Eigen::Index i) { return residual(start + i); });
    return own.asDiagonal() * x.middleRows(start, size);
  });
}

}  // namespace tradewind::estimation
