#include <gtest/gtest.h>

#include "small_ledger.hpp"

namespace tradewind::tests {
namespace {

TEST(Differences, ThatRoundingExplainsAreNone) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,exports,goods_trade,2024,30,billion USD")
                            .figure("CHN,MYS,exports,goods_trade,2024,10.4,billion USD")
                            .figure("CHN,VNM,exports,goods_trade,2024,20.0,billion USD")
                            .build();
  EXPECT_TRUE(ledger.differences().rows.empty());
}

TEST(Differences, ThatRoundingCannotExplainAreListed) {
  const Table table = Tables()
                          .figure("CHN,ASEAN,exports,goods_trade,2024,30.0,billion USD")
                          .figure("CHN,MYS,exports,goods_trade,2024,10.4,billion USD")
                          .figure("CHN,VNM,exports,goods_trade,2024,20.0,billion USD")
                          .build()
                          .differences();
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.text(0, "bloc"), "ASEAN");
  EXPECT_EQ(table.text(0, "published"), "30.0 billion USD");
  EXPECT_DOUBLE_EQ(table.number(0, "sum"), 30.4e9);
  EXPECT_DOUBLE_EQ(table.number(0, "difference in percent"), 1.33);
}

TEST(Differences, NameTheMembersOfThatDayWithoutAFigure) {
  const auto lacking = [](const std::string& period) {
    return Tables()
        .figure("CHN,ASEAN,exports,goods_trade," + period + ",30.0,billion USD")
        .figure("CHN,MYS,exports,goods_trade," + period + ",10.4,billion USD")
        .figure("CHN,VNM,exports,goods_trade," + period + ",10.0,billion USD")
        .build()
        .differences()
        .text(0, "members lacking");
  };
  EXPECT_EQ(lacking("2024"), "");
  EXPECT_EQ(lacking("2025"), "TLS");
}

TEST(Differences, AreNotSoughtAcrossPublishers) {
  const Ledger ledger = Tables()
                            .figure("CHN,ASEAN,exports,goods_trade,2024,30.0,billion USD", "Customs", "2025")
                            .figure("CHN,MYS,exports,goods_trade,2024,10.4,billion USD", "Comtrade", "2025")
                            .figure("CHN,VNM,exports,goods_trade,2024,10.0,billion USD", "Comtrade", "2025")
                            .build();
  EXPECT_TRUE(ledger.differences().rows.empty());
}

}  // namespace
}  // namespace tradewind::tests
