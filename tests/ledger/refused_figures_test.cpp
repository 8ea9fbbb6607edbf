// Every kind of row that the ledger does not take, with the message that its owner reads.
#include <gtest/gtest.h>

#include "small_ledger.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

const std::string good = "CHN,ASEAN,exports,goods_trade,2024,586.52,billion USD,Customs,Bulletin,2025-01-20,,\n";

/// Adds a table to a small ledger and says why its only bad row was refused.
class RefusedFigure : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    tables_ = new Tables;
    tables_->figure("CHN,WLD,exports,goods_trade,2024,3577.22,billion USD").build();
  }
  static void TearDownTestSuite() {
    delete tables_;
    tables_ = nullptr;
  }
  static ImportReport add(const std::string& rows) {
    return Ledger::add(tables_->folder().write("mine.csv", figure_header + rows), tables_->file());
  }
  static std::string reason(const std::string& row) {
    const ImportReport report = add(row + "\n");
    EXPECT_EQ(report.refused.size(), 1U);
    EXPECT_EQ(report.accepted, 0U);
    return report.refused.empty() ? "" : report.refused.front().reason;
  }
  static Tables* tables_;
};
Tables* RefusedFigure::tables_ = nullptr;

TEST_F(RefusedFigure, OfAnUnknownEconomyIsToldTheNearestOnes) {
  EXPECT_EQ(reason("CHM,ASEAN,exports,goods_trade,2024,1,billion USD,Customs,Bulletin,2025-01-20,,").substr(0, 22),
            "unknown reporter 'CHM'");
  EXPECT_NE(reason("CHM,ASEAN,exports,goods_trade,2024,1,billion USD,Customs,Bulletin,2025-01-20,,").find("(CHN)"),
            std::string::npos);
}

TEST_F(RefusedFigure, WithANameInsteadOfACodeIsToldTheCode) {
  EXPECT_EQ(reason("CHN,Viet Nam,exports,goods_trade,2024,1,billion USD,Customs,Bulletin,2025-01-20,,"),
            "unknown partner 'Viet Nam'; expected its code, VNM");
}

TEST_F(RefusedFigure, WithAnUnknownFlowIsToldTheFlows) {
  EXPECT_EQ(reason("CHN,ASEAN,export,goods_trade,2024,1,billion USD,Customs,Bulletin,2025-01-20,,"),
            "unknown flow 'export'; expected exports, imports, trade, balance, outward, inward, two-way or nothing");
}

TEST_F(RefusedFigure, WithAMeasureInSeveralWordsIsToldHowMeasuresAreWritten) {
  EXPECT_EQ(reason("CHN,ASEAN,exports,Goods trade,2024,1,billion USD,Customs,Bulletin,2025-01-20,,"),
            "measure 'Goods trade'; expected a name in small letters, like goods_trade or investment_stock");
}

TEST_F(RefusedFigure, WithAUnitNobodyKnowsIsToldTheUnits) {
  const std::string why = reason("CHN,ASEAN,exports,goods_trade,2024,1,zillion USD,Customs,Bulletin,2025-01-20,,");
  EXPECT_TRUE(why.starts_with("unknown unit 'zillion USD'; expected a currency (USD, CNY ...), 'percent yoy CNY'"))
      << why;
}

TEST_F(RefusedFigure, InACurrencyThatDoesNotExist) {
  EXPECT_EQ(reason("CHN,ASEAN,exports,goods_trade,2024,1,billion XXX,Customs,Bulletin,2025-01-20,,"),
            "unknown currency 'XXX'; expected an ISO 4217 code of data/world/currencies.csv");
}

TEST_F(RefusedFigure, OfAPeriodThatIsNone) {
  for (const auto* period : {"2024-13", "last year", "2024-08/2024-01", "", "24"})
    EXPECT_EQ(
        reason("CHN,ASEAN,exports,goods_trade," + std::string(period) + ",1,billion USD,Customs,Bulletin,2025-01-20,,"),
        "period '" + std::string(period) +
            "'; expected 2024, 2024-H1, 2024-Q3, 2024-08, 2024-01/2024-08, 2024-08-15 or ../2025-07");
}

TEST_F(RefusedFigure, WhoseValueIsNoNumber) {
  for (const auto* value :
       {"many", "1.2.3", "1e9", "+5", ".5", "5.", "0x10", "", "\"1,000\"", "inf", "nan", " 5", "--5"}) {
    const std::string why = reason("CHN,ASEAN,exports,goods_trade,2024," + std::string(value) +
                                   ",billion USD,Customs,Bulletin,2025-01-20,,");
    EXPECT_NE(why.find("expected a number as printed, like 4.93 (no separators)"), std::string::npos) << why;
  }
}

TEST_F(RefusedFigure, WithMoreDigitsThanAnybodyCounts) {
  EXPECT_EQ(reason("CHN,ASEAN,exports,goods_trade,2024,1234567890123456,USD,Customs,Bulletin,2025-01-20,,"),
            "value '1234567890123456'; expected at most 15 digits");
}

TEST_F(RefusedFigure, BelowZeroWhereNothingIs) {
  EXPECT_EQ(reason("CHN,ASEAN,exports,goods_trade,2024,-1,billion USD,Customs,Bulletin,2025-01-20,,"),
            "negative value '-1'; expected a value of zero or more (only growth rates, balances and investment flows "
            "may be negative)");
}

TEST_F(RefusedFigure, WithoutPublisherOrPublication) {
  EXPECT_EQ(reason("CHN,ASEAN,exports,goods_trade,2024,1,billion USD,,Bulletin,2025-01-20,,"),
            "no publisher; expected the publisher that the figure comes from");
  EXPECT_EQ(reason("CHN,ASEAN,exports,goods_trade,2024,1,billion USD,Customs,,2025-01-20,,"),
            "no publication; expected the publication that the figure comes from");
}

TEST_F(RefusedFigure, PublishedOnNoDay) {
  EXPECT_EQ(reason("CHN,ASEAN,exports,goods_trade,2024,1,billion USD,Customs,Bulletin,20 January 2025,,"),
            "date of publication '20 January 2025'; expected YYYY-MM-DD, YYYY-MM, YYYY or nothing");
}

TEST_F(RefusedFigure, ThatStandsTwiceNamesItsFirstLine) {
  const ImportReport report =
      add(good + "VNM,CHN,exports,goods_trade,2024,61.2,billion USD,Customs,Bulletin,,,\n" + good);
  ASSERT_EQ(report.refused.size(), 1U);
  EXPECT_EQ(report.refused.front().line, 4U);
  EXPECT_EQ(report.refused.front().reason, "the same row as line 2; expected each row once");
}

TEST_F(RefusedFigure, WithTooFewOrTooManyFields) {
  EXPECT_EQ(reason("CHN,ASEAN,exports"), "too few fields; expected 12");
  EXPECT_EQ(reason("CHN,ASEAN,exports,goods_trade,2024,1,000,billion USD,Customs,Bulletin,2025-01-20,,note"),
            "too many fields; expected 12 (a field with a comma in it stands in quotation marks)");
}

TEST_F(RefusedFigure, WithAnOpenQuotationMarkCostsItsOwnLineOnly) {
  const ImportReport report =
      add("CHN,USA,exports,goods_trade,2024,1,billion USD,\"Customs,Bulletin,2025-01-20,,\n"
          "CHN,JPN,exports,goods_trade,2024,152.02,billion USD,Customs,Bulletin,2025-01-20,,\n");
  ASSERT_EQ(report.refused.size(), 1U);
  EXPECT_EQ(report.refused.front().line, 2U);
  EXPECT_TRUE(report.refused.front().reason.starts_with("a quotation mark is not closed on its line"));
  EXPECT_EQ(report.accepted, 1U);
}

TEST_F(RefusedFigure, WhoseQuotationMarksJoinTwoLinesCostsItsOwnLineOnly) {
  const ImportReport report =
      add("CHN,DEU,exports,goods_trade,2024,107,billion USD,Customs,Bulletin,2025-01-20,,\n"
          "CHN,USA,exports,goods_trade,2024,1,billion USD,Cus\"toms,\"Bulletin,2025-01-20,,\n"
          "CHN,FRA,exports,goods_trade,2024,40,billion USD,Customs,Bulletin,2025-01-20,,\n"
          "CHN,KOR,exports,goods_trade,2024,146.4,billion USD,Customs,\"The \"\"Bulletin\"\"\",2025-01-20,,\n");
  ASSERT_EQ(report.refused.size(), 1U);
  EXPECT_EQ(report.refused.front().line, 3U);
  EXPECT_EQ(report.accepted, 3U);
}

TEST_F(RefusedFigure, ThatIsNotUtf8OrHoldsANulCharacter) {
  EXPECT_EQ(reason("CHN,ASEAN,exports,goods_trade,2024,1,billion USD,Customs,Bull\xE9tin,2025-01-20,,"),
            "the line is not UTF-8; expected UTF-8 (save the table as UTF-8)");
  EXPECT_EQ(reason(std::string("CHN,ASEAN,exports,goods_trade,2024,1,billion USD,Customs,Bul") + '\0' + "letin,,,"),
            "the line has a NUL character; expected text");
}

TEST_F(RefusedFigure, LosesNoGoodRowAroundIt) {
  std::string rows;
  for (int year = 1950; year < 2000; ++year) {
    rows += "CHN,MYS,imports,goods_trade," + std::to_string(year) + ",5.5,billion USD,Customs,Bulletin,2025-01-20,,\n";
    if (year % 5 == 0) rows += "\nnonsense\n\"x\"y,\n";
  }
  const ImportReport report = add(rows);
  EXPECT_EQ(report.accepted, 50U);
  ASSERT_EQ(report.refused.size(), 20U);
  EXPECT_EQ(report.refused.front().line, 4U);
  EXPECT_EQ(report.refused.back().line, 77U);
}

TEST_F(RefusedFigure, IsCountedAsAlreadyThereWhenTheLedgerHasIt) {
  add(good);
  const ImportReport again = add(good);
  EXPECT_EQ(again.accepted, 0U);
  EXPECT_EQ(again.already_there, 1U);
  EXPECT_TRUE(again.refused.empty());
}

std::string message_for(const std::string& content) {
  Tables tables;
  tables.figure("CHN,WLD,exports,goods_trade,2024,3577.22,billion USD").build();
  try {
    Ledger::add(tables.folder().write("mine.csv", content), tables.file());
  } catch (const InputError& error) {
    const std::string text = error.what();
    return text.substr(text.find("mine.csv") + 8);
  }
  return "nothing";
}

TEST(RefusedTable, WithoutAColumnIsToldWhichOneAndWhatWasFound) {
  EXPECT_EQ(message_for("reporter,partner,flow,measure,period,value,publisher,publication,published,url\nCHN\n"),
            ": missing columns unit, note; found reporter, partner, flow, measure, period, value, publisher, "
            "publication, published, url; expected a header line with reporter,partner,flow,measure,period,value,unit,"
            "publisher,publication,published,url,note");
}

TEST(RefusedTable, WithSemicolonsIsToldThatCommasPartColumns) {
  EXPECT_NE(message_for("reporter;partner;flow\nCHN;ASEAN;exports\n").find("Columns are separated by commas."),
            std::string::npos);
}

TEST(RefusedTable, WithAColumnTwice) {
  EXPECT_NE(message_for("reporter," + figure_header).find("two columns are named 'reporter'"), std::string::npos);
}

TEST(RefusedTable, ThatIsEmptyOrBinary) {
  EXPECT_NE(message_for("").find("the file is empty; expected a CSV table with a header line"), std::string::npos);
  EXPECT_NE(message_for(std::string("\x7F"
                                    "ELF\x02\x01\0\0",
                                    8))
                .find("the first line is no header"),
            std::string::npos);
}

TEST(RefusedTable, ThatIsNotThereOrIsAFolder) {
  Tables tables;
  tables.build();
  EXPECT_THROW(Ledger::add(tables.folder().path() / "absent.csv", tables.file()), InputError);
  EXPECT_THROW(Ledger::add(tables.folder().path(), tables.file()), InputError);
}

TEST(RefusedTable, AcceptsColumnsInAnyOrderWithMoreOfThemAndWindowsLineEnds) {
  Tables tables;
  tables.build();
  const auto file = tables.folder().write(
      "mine.csv",
      "\xEF\xBB\xBFnote,mine,reporter,partner,flow,measure,period,value,unit,publisher,publication,published,url\r\n"
      "about,x,CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD,Customs,\"Bulletin, January\",2025,\r\n");
  EXPECT_EQ(Ledger::add(file, tables.file()).accepted, 1U);
  EXPECT_EQ(Ledger::open(tables.file()).query("SELECT publication FROM figure").text(0, "publication"),
            "Bulletin, January");
}

TEST(RefusedBuild, LeavesTheFileAsItWas) {
  Tables tables;
  tables.figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD").build();
  const ImportReport report = tables.figure("CHN,ASEAN,exports,goods_trade,2023,-1,billion USD").build_report();
  ASSERT_EQ(report.refused.size(), 1U);
  EXPECT_EQ(report.refused.front().file, "figures/figures.csv");
  EXPECT_EQ(report.refused.front().line, 3U);
  EXPECT_EQ(Ledger::open(tables.file()).query("SELECT count(*) AS n FROM figure").number(0, "n"), 1);
}

}  // namespace
}  // namespace tradewind::tests
