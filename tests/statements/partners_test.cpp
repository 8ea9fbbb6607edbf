// Who is somebody's partner where the text does not say so.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Partners, WhoBuysAndSellsInATextOnSomebodysTradeIsHisPartner) {
  EXPECT_EQ(
      statements_of("Polish exports rose 6 percent to 72 billion euros in 2022, imports 9 percent. The deficit was "
                    "2 billion euros. Germany bought goods worth 19 billion euros. China took 5 percent of exports "
                    "and provided 11 percent of imports. Japan took 3 percent more goods, but sold 2 percent less."),
      (Statements{"growth POL-WLD exports 2022 '6 percent'", "level POL-WLD exports 2022 '72 billion euros'",
                  "growth POL-WLD imports 2022 '9 percent'", "level POL-WLD balance 2022 minus '2 billion euros'",
                  "level POL-DEU exports 2022 '19 billion euros'", "share POL-CHN exports 2022 '5 percent'",
                  "share POL-CHN imports 2022 '11 percent'", "growth POL-JPN exports 2022 '3 percent'",
                  "growth POL-JPN imports 2022 minus '2 percent'"}));
}

}  // namespace
}  // namespace tradewind::tests
