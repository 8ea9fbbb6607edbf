// What is no trade figure: things counted, said again or left out; what projects cost; dates of fairs and pacts.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(KindOfCount, ABareNumberIsOfWhatWasCountedBefore) {
  EXPECT_EQ(
      statements_of("Peru had 300 mines in 2023, with another 20 in planning. The number was 290 a year earlier."),
      (Statements{"count PER mines 2023 '300 mines'", "count PER mines 2023 '20'", "count PER mines 2022 '290'"}));
}

TEST(KindOfCount, TheVerbsSubjectIsCountedFromAndTo) {
  EXPECT_EQ(statements_of("In 2023, the types of fruit from Peru increased from 40 to 52."),
            (Statements{"count PER types of fruit 2022 '40'", "count PER types of fruit 2023 '52'"}));
  EXPECT_EQ(
      statements_of("Peru's exports rose 5 percent in 2023. Increases were seen in ten of the 12 product groups.")[1],
      "count PER groups [product groups] 2023 'ten'");
}

TEST(KindOfCount, GrowsInNumberAndInValue) {
  EXPECT_EQ(
      statements_of("Vietnam licensed 600 new projects with registered capital of $4 billion in 2023, up 20 percent "
                    "in number and 30 percent in value."),
      (Statements{"count VNM projects [new projects] 2023 '600 new projects'",
                  "level VNM inward investment_flow 2023 '$4 billion'",
                  "growth VNM projects [new projects] 2023 '20 percent'",
                  "growth VNM inward investment_flow 2023 '30 percent'"}));
}

TEST(KindOfCount, WhatAFairTellsIsOfItsYear) {
  EXPECT_EQ(
      statements_of("Deals worth $3 billion were signed at the China-ASEAN Expo. The total investment rose 5 percent.",
                    "2023-09-20"),
      (Statements{"level CAEXPO investment 2023 '$3 billion'", "growth CAEXPO investment 2023 '5 percent'"}));
}

TEST(KindOfCount, MembersOfABlocAreItsOwn) {
  EXPECT_EQ(statements_of("Exports to the 27 EU countries rose 5 percent in 2023.").front(),
            "count EU countries 2023 '27 EU countries'");
}

TEST(KindOfCount, APactIsOfTheTwoWhoseNameItBears) {
  EXPECT_EQ(statements_of("Trade grew thanks to the Chile-Peru Free Trade Agreement (CPFTA). The CPFTA took effect on "
                          "March 1, 2009."),
            (Statements{"milestone CHL-PER in_force 2009-03-01 'March 1, 2009'"}));
  EXPECT_EQ(statements_of("The expo, held on Nov. 5-10, drew firms from Japan."),
            (Statements{"date held [The expo] 2023-11-05/2023-11-10 'Nov. 5-10'"}));
}

}  // namespace
}  // namespace tradewind::tests
