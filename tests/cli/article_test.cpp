// The article that founded the project, whose text is not ours to ship: where TRADEWIND_ARTICLES names a folder that
// has it, every statement of it is read, borne out, and turned round by one wrong figure.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "../statements/read.hpp"
#include "tradewind/statements/verdict.hpp"

namespace tradewind::tests {
namespace {

class FoundingArticle : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("TRADEWIND_ARTICLES");
    if (folder == nullptr) GTEST_SKIP() << "TRADEWIND_ARTICLES names no folder with the article";
    const auto file = std::filesystem::path(folder) / "china-asean-2025-09-08.txt";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not there";
    std::ostringstream all;
    all << std::ifstream(file).rdbuf();
    text_ = all.str();
  }

  static CheckedArticle judge(const std::string& text) {
    const Article article = make_article("founding article", text, parse_date("2025-09-08"));
    return check(article, reader().read(article), shipped());
  }

  /// The statements that are contradicted once `was` is replaced, in short.
  std::set<std::string> contradicted_by(const std::string& was, const std::string& is) const {
    std::string text = text_;
    const auto at = text.find(was);
    EXPECT_NE(at, std::string::npos) << was;
    if (at != std::string::npos) text.replace(at, was.size(), is);
    std::set<std::string> found;
    for (const auto& one : judge(text).statements)
      if (one.verdict == Verdict::contradicted) found.insert(in_short(one.statement));
    return found;
  }

  std::string text_;
};

TEST_F(FoundingArticle, IsReadStatementByStatement) {
  std::set<std::string> found;
  for (const auto& one : judge(text_).statements) found.insert(in_short(one.statement));
  for (const auto* expected : {
           "rank ASEAN-CHN trade 2024 'ASEAN's top trading partner'",
           "streak ASEAN-CHN trade 2024 'for 16 consecutive years'",
           "streak CHN-ASEAN trade 2024 'for five straight years'",
           "rank CHN-ASEAN trade 2025-01/2025-08 'China's largest trading partner'",
           "level CHN-ASEAN trade 2025-01/2025-08 '4.93 trillion yuan ($694.53 billion)'",
           "growth CHN-ASEAN trade 2025-01/2025-08 '9.7 percent'",
           "share CHN-ASEAN trade 2025-01/2025-08 '16.7 percent'",
           "threshold CHN-VNM trade 2024 'exceeded $100 billion'",
           "threshold CHN-MYS trade 2024 'exceeded $100 billion'",
           "threshold CHN-IDN trade 2024 'exceeded $100 billion'",
           "threshold CHN-THA trade 2024 'exceeded $100 billion'",
           "threshold CHN-SGP trade 2024 'exceeded $100 billion'",
           "threshold CHN-VNM trade 2024 'surpassed $200 billion'",
           "threshold CHN-MYS trade 2024 'surpassed $200 billion'",
           "threshold CHN-ASEAN two-way investment_stock ../2025-07 'topped $450 billion'",
           "level CHN-ASEAN contracted_projects_completed ../2025-07 '$480 billion'",
           "milestone CAFTA negotiation_concluded 2025-05 'May'",
           "date CAEXPO held 2025-09-17/2025-09-21 'September 17 to 21'",
           "count CAEXPO exhibitors 2025 'about 3,200 exhibitors'",
           "count CAEXPO countries 2025 '45 countries'",
       })
    EXPECT_TRUE(found.contains(expected)) << expected;
}

TEST_F(FoundingArticle, HoldsInEverythingThatTheLedgerSpeaksTo) {
  const CheckedArticle article = judge(text_);
  EXPECT_GE(article.statements.size(), 20U);
  EXPECT_TRUE(article.unread.empty());
  std::size_t confirmed = 0;
  for (const auto& one : article.statements) {
    EXPECT_NE(one.verdict, Verdict::contradicted) << in_short(one.statement) << ": " << one.arithmetic;
    confirmed += one.verdict == Verdict::confirmed ? 1 : 0;
  }
  EXPECT_GE(confirmed, 25U);
}

TEST_F(FoundingArticle, ImpliesAnExchangeRateThatIsNotThePeriodsAverage) {
  for (const auto& one : judge(text_).statements) {
    if (!one.statement.also) continue;
    ASSERT_FALSE(one.notes.empty());
    const std::string& note = one.notes.front();
    for (const auto* part :
         {"imply 7.0911 to 7.1056 CNY per dollar", "not the period's average of 7.1784", "686.8 billion"})
      EXPECT_NE(note.find(part), std::string::npos) << note;
  }
}

TEST_F(FoundingArticle, IsContradictedByOneWrongFigureJustThere) {
  using Statements = std::set<std::string>;
  EXPECT_EQ(contradicted_by("9.7 percent", "12.7 percent"),
            Statements{"growth CHN-ASEAN trade 2025-01/2025-08 '12.7 percent'"});
  EXPECT_EQ(contradicted_by("16 consecutive years", "18 consecutive years"),
            Statements{"streak ASEAN-CHN trade 2024 'for 18 consecutive years'"});
  EXPECT_EQ(contradicted_by("five straight years", "seven straight years"),
            Statements{"streak CHN-ASEAN trade 2024 'for seven straight years'"});
  EXPECT_EQ(contradicted_by("Thailand, and Singapore", "Thailand, and the Philippines"),
            Statements{"threshold CHN-PHL trade 2024 'exceeded $100 billion'"});
  EXPECT_EQ(contradicted_by("4.93 trillion", "5.93 trillion"),
            Statements{"level CHN-ASEAN trade 2025-01/2025-08 '5.93 trillion yuan ($694.53 billion)'"});
  EXPECT_EQ(contradicted_by("3,200 exhibitors", "4,200 exhibitors"),
            Statements{"count CAEXPO exhibitors 2025 'about 4,200 exhibitors'"});
}

}  // namespace
}  // namespace tradewind::tests
