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

TEST(Partners, WhoStandsInFrontIsThePartner) {
  EXPECT_EQ(
      statements_of("Japan's surplus with Peru rose to $4 billion in 2022. With Chile the country ran a deficit of "
                    "$2 billion.")
          .back(),
      "level JPN-CHL balance 2022 minus '$2 billion'");
}

TEST(Partners, GoodsAreSoldInAMarket) {
  EXPECT_EQ(statements_of("In 2022 Peru sold $4 billion worth of goods in the Chilean market."),
            (Statements{"level PER-CHL exports 2022 '$4 billion'"}));
}

TEST(Partners, ThoseToSomebodyAreExports) {
  EXPECT_EQ(statements_of("Exports of Japan to Peru rose 3 percent in 2022 and imports from there 4 percent. Those to "
                          "Chile fell 5 percent.")
                .back(),
            "growth JPN-CHL exports 2022 minus '5 percent'");
}

TEST(Partners, BehindBothFlowsComesTheWhole) {
  EXPECT_EQ(
      statements_of("China's trade with the European Union was $9 billion in 2022, with exports of $5 billion and "
                    "imports of $4 billion. Germany alone accounted for $3 billion.")
          .back(),
      "level CHN-DEU trade 2022 '$3 billion'");
}

TEST(Partners, TheMainlandIsChinaWhereverItStands) {
  EXPECT_EQ(statements_of("Hong Kong's exports to Peru rose 3 percent in 2022, while those to Taiwan (+16%) and the "
                          "Mainland (+4%) rose, too.")
                .back(),
            "growth HKG-CHN exports 2022 '4%'");
}

}  // namespace
}  // namespace tradewind::tests
