#include "tradewind/world/quantity.hpp"

#include <gtest/gtest.h>

namespace tradewind {
namespace {

TEST(PrintedNumber, SaysHalfAUnitOfItsLastDigitEitherWay) {
  EXPECT_EQ(interval_of({"4.93", 12, Hedge::none, false}), (Interval{4.925e12, 4.935e12}));
  EXPECT_EQ(interval_of({"9.7", 0, Hedge::none, false}), (Interval{9.65, 9.75}));
  EXPECT_EQ(interval_of({"100", 9, Hedge::none, false}), (Interval{99.5e9, 100.5e9}));
}

TEST(PrintedNumber, OverAndNearlyOpenOneEnd) {
  EXPECT_EQ(interval_of({"100", 9, Hedge::over, false}), Interval::at_least(100e9));
  EXPECT_EQ(interval_of({"7", 0, Hedge::under, false}), Interval::at_most(7));
}

TEST(PrintedNumber, AboutAllowsAUnitOfTheLastDigitThatIsNotZero) {
  EXPECT_EQ(interval_of({"3200", 0, Hedge::about, false}), (Interval{3100, 3300}));
  EXPECT_EQ(interval_of({"4.93", 12, Hedge::about, false}), (Interval{4.92e12, 4.94e12}));
}

TEST(PrintedNumber, CountedThingsAreExact) {
  EXPECT_EQ(interval_of({"16", 0, Hedge::none, true}), Interval::exactly(16));
}

TEST(PrintedNumber, KeepsItsSign) { EXPECT_EQ(interval_of({"-3.2", 0, Hedge::none, false}), (Interval{-3.25, -3.15})); }

TEST(Interval, ArithmeticCoversEveryPairOfItsPoints) {
  const Interval a{2, 3}, b{-1, 4};
  EXPECT_EQ(a + b, (Interval{1, 7}));
  EXPECT_EQ(a - b, (Interval{-2, 4}));
  EXPECT_EQ(a * b, (Interval{-3, 12}));
  EXPECT_EQ(b / a, (Interval{-0.5, 2}));
}

TEST(Interval, TouchingOnesMeet) {
  EXPECT_TRUE((Interval{1, 2}).meets({2, 3}));
  EXPECT_FALSE((Interval{1, 2}).meets({2.0001, 3}));
  EXPECT_TRUE(Interval::at_least(100).meets({150, 160}));
}

}  // namespace
}  // namespace tradewind
