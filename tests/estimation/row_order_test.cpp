#include "tradewind/estimation/row_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "data_set.hpp"

namespace tradewind::tests {
namespace {

using estimation::RowOrder;

// What the order has to be: rows used, by level, and as they were within a level.
std::vector<std::uint32_t> sorted_one_by_one(const DataSet& data) {
  std::vector<std::uint32_t> rows = data.rows;
  if (rows.empty()) {
    rows.resize(data.size());
    std::iota(rows.begin(), rows.end(), 0u);
  }
  std::ranges::stable_sort(rows, {}, [&](std::uint32_t row) { return data.effects[0].level[row]; });
  return rows;
}

TEST(RowOrder, IsThatOfAStableSortByTheLargestEffect) {
  Draw draw(5);
  for (const std::uint32_t levels : {3u, 1000u, 1024u, 1025u, 70'000u})
    for (const bool some : {false, true}) {
      SCOPED_TRACE(levels);
      DataSet data;
      data.response.resize(100'000);
      data.effects.push_back({.level = draw.levels(data.size(), levels), .levels = levels, .slopes = {}});
      for (std::uint32_t row = 0; some && row < data.size(); ++row)
        if (draw.chance(0.7)) data.rows.push_back(row);
      const RowOrder order(data.regression());
      const auto expected = sorted_one_by_one(data);
      EXPECT_TRUE(std::ranges::equal(order.order(), expected));
      const auto level = order.sorted(data.regression().effects[0].level);
      EXPECT_TRUE(std::ranges::equal(level, expected, {}, {}, [&](auto row) { return data.effects[0].level[row]; }));
    }
}

TEST(RowOrder, LeavesRowsAloneThatStandInIt) {
  DataSet data;
  data.response.resize(5);
  data.effects.push_back({.level = {0, 0, 1, 3, 3}, .levels = 4, .slopes = {}});
  EXPECT_TRUE(RowOrder(data.regression()).is_in_place());
  data.rows = {0, 2, 4};
  EXPECT_TRUE(std::ranges::equal(RowOrder(data.regression()).order(), data.rows));
}

}  // namespace
}  // namespace tradewind::tests
