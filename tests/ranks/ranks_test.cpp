// What several processes tell one another. ctest starts these under mpirun (OverRanks.3); alone they hold as well.
#include "tradewind/ranks/ranks.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

class OverRanks : public testing::Test {
 protected:
  static void TearDownTestSuite() { ranks::leave(); }
};

TEST_F(OverRanks, AreAsManyAsWereLaunched) {
  EXPECT_EQ(ranks::size(), ranks::launched());
  EXPECT_GE(ranks::rank(), 0);
  EXPECT_LT(ranks::rank(), ranks::size());
}

TEST_F(OverRanks, EverybodysBytesComeToTheFirstInTheirOrder) {
  const std::string mine = "rank " + std::to_string(ranks::rank()) + std::string(1, '\0');
  const auto all = ranks::gather(mine);
  if (ranks::rank() > 0) {
    EXPECT_TRUE(all.empty());
    return;
  }
  ASSERT_EQ(all.size(), static_cast<std::size_t>(ranks::size()));
  for (std::size_t r = 0; r < all.size(); ++r) EXPECT_EQ(all[r], "rank " + std::to_string(r) + std::string(1, '\0'));
}

TEST_F(OverRanks, NoBytesAreGatheredToo) {
  for (const auto& bytes : ranks::gather("")) EXPECT_EQ(bytes, "");
}

TEST_F(OverRanks, WhatTheFirstSaysIsHeardByAll) {
  EXPECT_EQ(ranks::broadcast(ranks::rank() == 0 ? "the answer" : "something else, and longer"), "the answer");
}

TEST_F(OverRanks, AMistakeOfTheLastIsToldToAll) {
  try {
    ranks::together([] {
      if (ranks::rank() == ranks::size() - 1) throw InputError("trade.csv", "it is 7: empty", "a table", "");
    });
    FAIL() << "nothing was thrown at rank " << ranks::rank();
  } catch (const InputError& error) {
    EXPECT_EQ(std::string(error.what()), "trade.csv: it is 7: empty; expected a table");
  }
}

TEST_F(OverRanks, ManyMegabytesArriveWhole) {
  const std::string many(20'000'000, static_cast<char>('a' + ranks::rank() % 26));
  const auto all = ranks::gather(many);
  for (std::size_t r = 0; r < all.size(); ++r)
    EXPECT_TRUE(all[r] == std::string(many.size(), static_cast<char>('a' + r % 26))) << "of rank " << r;
  EXPECT_EQ(ranks::broadcast(many).size(), many.size());
  ranks::barrier();
}

}  // namespace
}  // namespace tradewind::tests
