// Verdicts of sentences against ledgers of a few figures: each kind of statement with a right number and a wrong one.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <random>
#include <set>
#include <tuple>
#include <utility>

#include "../ledger/small_ledger.hpp"
#include "read.hpp"
#include "tradewind/statements/verdict.hpp"

namespace tradewind::tests {
namespace {

CheckedArticle judge(const Ledger& ledger, const std::string& text, const char* published = "2025-02-10") {
  const Article article = make_article("test", text, parse_date(published));
  return check(article, Reader(ledger.world()).read(article), ledger);
}

/// The first statement of a kind.
CheckedStatement statement(const CheckedArticle& article, StatementKind kind) {
  for (const auto& one : article.statements)
    if (one.statement.kind == kind) return one;
  ADD_FAILURE() << "no " << to_string(kind) << " in: " << article.article.text;
  return {};
}

std::string verdict(const Ledger& ledger, StatementKind kind, const std::string& text) {
  return std::string(to_string(statement(judge(ledger, text), kind).verdict));
}

/// China's trade with four partners in 2021 to 2024: ASEAN has been ahead of the EU since 2022.
const Ledger& trade() {
  static Tables tables;
  static const Ledger ledger = [] {
    struct Year {
      const char *year, *asean, *eu;
    };
    for (const auto& [year, asean, eu] : {Year{"2021", "780.0", "828.1"}, Year{"2022", "860.0", "785.8"},
                                          Year{"2023", "911.7", "785.8"}, Year{"2024", "982.3", "785.8"}})
      for (const auto& [partner, value] : {std::pair{"ASEAN", asean}, std::pair{"EU", eu}, std::pair{"USA", "688.3"},
                                           std::pair{"VNM", "260.7"}, std::pair{"WLD", "6162.2"}})
        tables.figure(std::string("CHN,") + partner + ",trade,goods_trade," + year + "," + value + ",billion USD");
    return tables.build();
  }();
  return ledger;
}

TEST(Verdict, OnALevel) {
  EXPECT_EQ(verdict(trade(), StatementKind::level, "China's trade with ASEAN reached 982.3 billion dollars in 2024."),
            "confirmed");
  EXPECT_EQ(verdict(trade(), StatementKind::level, "China's trade with ASEAN reached 928.3 billion dollars in 2024."),
            "contradicted");
}

TEST(Verdict, OnAPartOfAFairsExhibitorsKnowsThatItIsNotAllOfThem) {
  for (const char* part : {", including 627 from ASEAN", ", of which 627 came from ASEAN member states"})
    for (const auto& one :
         judge(shipped(), std::string("The 22nd China-ASEAN Expo drew 3,260 enterprises") + part + ".", "2025-09-28")
             .statements)
      EXPECT_NE(to_string(one.verdict), "contradicted") << one.statement.printed;
  EXPECT_EQ(
      to_string(judge(shipped(), "The 22nd China-ASEAN Expo drew 627 enterprises in 2025.").statements.back().verdict),
      "contradicted");
}

TEST(Verdict, OnALevelKnowsRounding) {
  EXPECT_EQ(verdict(trade(), StatementKind::level, "China's trade with ASEAN reached 982 billion dollars in 2024."),
            "confirmed");
  EXPECT_EQ(verdict(trade(), StatementKind::level, "China's trade with ASEAN reached 983 billion dollars in 2024."),
            "contradicted");
  EXPECT_EQ(verdict(trade(), StatementKind::level, "China's trade with ASEAN was 0.98 trillion dollars in 2024."),
            "confirmed");
}

TEST(Verdict, OnASmallPartOfThePublishedLevelIsThatItIsNotPlain) {
  const std::string text = "In 2024, China's trade with ASEAN rose 66 percent to 27.8 billion dollars.";
  EXPECT_EQ(verdict(trade(), StatementKind::level, text), "no evidence");
  EXPECT_EQ(verdict(trade(), StatementKind::growth, text), "no evidence");
  // A slip of scale keeps its digits; half is no small part.
  for (const auto* wrong : {"982.3 million", "98.23 billion", "491 billion"})
    EXPECT_EQ(verdict(trade(), StatementKind::level,
                      "In 2024, China's trade with ASEAN came to " + std::string(wrong) + " dollars."),
              "contradicted")
        << wrong;
}

TEST(Verdict, OnGrowthIsComputedFromTwoLevels) {
  const CheckedArticle article = judge(trade(), "In 2024, China's trade with ASEAN grew 7.7 percent.");
  const CheckedStatement growth = statement(article, StatementKind::growth);
  EXPECT_EQ(growth.verdict, Verdict::confirmed);
  EXPECT_EQ(growth.arithmetic, "982.3 billion USD / 911.7 billion USD - 1 = 7.74 percent (Customs, Jan 2025)");
  EXPECT_EQ(verdict(trade(), StatementKind::growth, "In 2024, China's trade with ASEAN grew 9.7 percent."),
            "contradicted");
}

TEST(Verdict, OnGrowthKnowsUpFromDown) {
  EXPECT_EQ(verdict(trade(), StatementKind::growth, "In 2024, China's trade with ASEAN fell 7.7 percent."),
            "contradicted");
}

TEST(Verdict, OnAShareIsComputedFromTheTotal) {
  EXPECT_EQ(verdict(trade(), StatementKind::share,
                    "In 2024, China's trade with ASEAN accounted for 15.9 percent of China's total foreign trade."),
            "confirmed");
  EXPECT_EQ(verdict(trade(), StatementKind::share,
                    "In 2024, China's trade with ASEAN accounted for 19.5 percent of China's total foreign trade."),
            "contradicted");
}

TEST(Verdict, OnARankIsCountedAmongThePartners) {
  EXPECT_EQ(verdict(trade(), StatementKind::rank, "ASEAN was China's largest trading partner in 2024."), "confirmed");
  EXPECT_EQ(verdict(trade(), StatementKind::rank, "ASEAN was China's largest trading partner in 2021."),
            "contradicted");
  EXPECT_EQ(verdict(trade(), StatementKind::rank, "The EU was China's second-largest trading partner in 2024."),
            "confirmed");
}

TEST(Verdict, OnARankOfAnEconomyMayLeaveBlocsOut) {
  static Tables tables;
  for (const auto* partner : {"ASEAN,982.3", "EU,785.8", "USA,688.3", "KOR,328.1", "JPN,308.3"}) {
    const std::string row = partner;
    const std::size_t comma = row.find(',');
    tables.figure("CHN," + row.substr(0, comma) + ",trade,goods_trade,2024" + row.substr(comma) + ",billion USD");
  }
  static const Ledger ledger = tables.build();
  const auto of = [](const std::string& rank) {
    return verdict(ledger, StatementKind::rank, "The US was China's " + rank + " trading partner in 2024.");
  };
  EXPECT_EQ(of("third-largest"), "confirmed");
  EXPECT_EQ(of("largest"), "no evidence");  // of all single economies
  EXPECT_EQ(of("second-largest"), "contradicted");
}

TEST(Verdict, OnGrowthInNoCurrencyAllowsForDollars) {
  static Tables tables;
  std::string rates = "currency,period,kind,value,unit,publisher,publication,published,url,note\n";
  for (const auto* year : {"2023", "2024"})
    for (int month = 1; month <= 12; ++month)
      rates += "CNY," + std::string(year) + (month < 10 ? "-0" : "-") + std::to_string(month) + ",average," +
               (year == std::string("2023") ? "7.05" : "7.12") + ",per USD,Bank,Rates,2025-01,,\n";
  static const Ledger ledger =
      tables.table("exchange_rates.csv", rates).figure("CHN,WLD,exports,goods_trade,2024,8.8,percent yoy CNY").build();
  const auto of = [](const std::string& text) { return verdict(ledger, StatementKind::growth, text); };
  EXPECT_EQ(of("China's exports grew 8.8 percent in 2024."), "confirmed");
  EXPECT_EQ(of("China's exports grew 7.7 percent in 2024."), "no evidence");  // 1.088 * 7.05 / 7.12 - 1
  EXPECT_EQ(of("China's exports grew 3.7 percent in 2024."), "contradicted");
  EXPECT_EQ(of("In yuan terms, China's exports grew 7.7 percent in 2024."), "contradicted");
  // A headline counts in the currency of the text below.
  EXPECT_EQ(of("China's exports up 7.7 percent in 2024\n\nChina's exports came to 25 trillion yuan in 2024."),
            "contradicted");
}

TEST(Verdict, OnAStreakIsCountedInYears) {
  EXPECT_EQ(verdict(trade(), StatementKind::streak,
                    "In 2024, ASEAN was China's largest trading partner for three consecutive years."),
            "confirmed");
  EXPECT_EQ(verdict(trade(), StatementKind::streak,
                    "In 2024, ASEAN was China's largest trading partner for five consecutive years."),
            "contradicted");
}

TEST(Verdict, OnAThreshold) {
  EXPECT_EQ(verdict(trade(), StatementKind::threshold, "China's trade with Vietnam exceeded $200 billion in 2024."),
            "confirmed");
  EXPECT_EQ(verdict(trade(), StatementKind::threshold, "China's trade with Vietnam exceeded $300 billion in 2024."),
            "contradicted");
}

TEST(Verdict, WithoutAnyFigureIsThatThereIsNone) {
  const CheckedStatement level =
      statement(judge(trade(), "China's trade with Japan was 300 billion dollars in 2024."), StatementKind::level);
  EXPECT_EQ(level.verdict, Verdict::no_evidence);
  EXPECT_TRUE(level.evidence.empty());
  EXPECT_EQ(level.arithmetic, "the ledger has no figure for it");
}

TEST(Verdict, OnAnotherYearIsThatThereIsNoFigure) {
  EXPECT_EQ(verdict(trade(), StatementKind::level, "China's trade with ASEAN reached 982.3 billion dollars in 2019."),
            "no evidence");
}

TEST(Verdict, OnAPartOfTradeIsNotTakenFromTheWhole) {
  EXPECT_EQ(verdict(trade(), StatementKind::level,
                    "China's trade in agricultural products with ASEAN reached 982.3 billion dollars in 2024."),
            "no evidence");
}

TEST(Verdict, OfFiguresThatOnlyTheTextHasIsThatTheyAgree) {
  const CheckedArticle article = judge(trade(),
                                       "In 2024, China's trade with Japan was 308.3 billion dollars, up 2.8 percent. "
                                       "In 2023, China's trade with Japan was 300.0 billion dollars.");
  EXPECT_EQ(statement(article, StatementKind::growth).verdict, Verdict::consistent);
  EXPECT_EQ(article.statements.back().verdict, Verdict::consistent) << "the level of 2023";
}

TEST(Verdict, OfFiguresThatOnlyTheTextHasIsThatTheyExcludeOneAnother) {
  EXPECT_EQ(verdict(trade(), StatementKind::growth,
                    "In 2024, China's trade with Japan was 308.3 billion dollars, up 12.8 percent. "
                    "In 2023, China's trade with Japan was 300.0 billion dollars."),
            "contradicted");
}

TEST(Verdict, OfARateThatWasCutOffAndNotRoundedIsThatItAgrees) {
  const std::string before = " In 2023, China's trade with Japan was 300.0 billion dollars.";
  const auto grown = [&](const std::string& rate) {
    return statement(judge(trade(), "In 2024, China's trade with Japan was 308.4 billion dollars, up " + rate +
                                        " percent." + before),
                     StatementKind::growth);
  };
  EXPECT_EQ(grown("2.7").verdict, Verdict::consistent);  // 2.80, and no less than 2.77
  EXPECT_NE(grown("2.7").arithmetic.find("cut off and not rounded"), std::string::npos);
  EXPECT_EQ(grown("2.8").arithmetic.find("cut off"), std::string::npos);
  EXPECT_EQ(grown("2.6").verdict, Verdict::contradicted);
  EXPECT_EQ(grown("2.9").verdict, Verdict::contradicted);
  EXPECT_EQ(grown("about 2.6").arithmetic.find("cut off"), std::string::npos);
  EXPECT_EQ(grown("1 to 2").verdict, Verdict::contradicted);  // a range has no digit that was cut off
}

TEST(Verdict, OfAmountsThatWereCutOffAndNotRoundedIsThatTheyAddUp) {
  const auto with = [&](const std::string& amount) {
    return statement(judge(trade(), "In 2019, China's trade with Chile was " + amount +
                                        " billion dollars. In 2019, China's exports to Chile were 14.7 billion dollars."
                                        " In 2019, China's imports from Chile were 26.2 billion dollars."),
                     StatementKind::level);
  };
  EXPECT_EQ(with("40.9").verdict, Verdict::consistent);
  EXPECT_EQ(with("40.9").arithmetic.find("cut off"), std::string::npos);
  EXPECT_EQ(with("40.75").verdict, Verdict::contradicted);  // at least 14.65 + 26.15
  EXPECT_EQ(with("40.7").verdict, Verdict::consistent);     // 40.8 cut off
  EXPECT_NE(with("40.7").arithmetic.find("cut off and not rounded"), std::string::npos);
  EXPECT_EQ(with("41.1").verdict, Verdict::consistent);  // 14.79 + 26.29 are more than 41.05
  EXPECT_EQ(with("41.3").verdict, Verdict::contradicted);
  EXPECT_EQ(with("40.6").verdict, Verdict::contradicted);
}

TEST(Verdict, OfTradeThatIsTheSumOfTheTextsOwnFlows) {
  const std::string flows =
      " In 2024, China's exports to Japan were 152.0 billion dollars."
      " In 2024, China's imports from Japan were 156.3 billion dollars.";
  EXPECT_EQ(
      verdict(trade(), StatementKind::level, "In 2024, China's trade with Japan was 308.3 billion dollars." + flows),
      "consistent");
  EXPECT_EQ(
      verdict(trade(), StatementKind::level, "In 2024, China's trade with Japan was 318.3 billion dollars." + flows),
      "contradicted");
}

TEST(Verdict, OfGoodsIsNotSetBesideTheWholeOfTrade) {
  const CheckedStatement level =
      statement(judge(trade(), "In 2024, China's trade with Vietnam in rubber was 2.6 billion dollars, up 5 percent."),
                StatementKind::level);
  ASSERT_EQ(level.notes.size(), 1U);
  EXPECT_EQ(level.notes.front().find("published"), std::string::npos) << level.notes.front();
}

TEST(Verdict, OfAPublisherThatAgreesOutweighsOneThatDoesNot) {
  const Ledger ledger = Tables()
                            .figure("CHN,USA,trade,goods_trade,2024,688.3,billion USD", "Customs", "2025-01-20")
                            .figure("CHN,USA,trade,goods_trade,2024,582.5,billion USD", "Census", "2025-02-05")
                            .build();
  const CheckedStatement level = statement(
      judge(ledger, "China's trade with the United States was 582.5 billion dollars in 2024."), StatementKind::level);
  EXPECT_EQ(level.verdict, Verdict::confirmed);
  ASSERT_EQ(level.evidence.size(), 2U);
  EXPECT_EQ(level.evidence[0].publisher, "Census");
  EXPECT_FALSE(level.evidence[1].agrees);
}

TEST(Verdict, TakesWhatThePartnerReports) {
  const Ledger ledger = Tables().figure("VNM,CHN,imports,goods_trade,2024,144.0,billion USD").build();
  EXPECT_EQ(verdict(ledger, StatementKind::level, "China's exports to Vietnam were 144 billion dollars in 2024."),
            "confirmed");
}

// "over 200 billion" has no upper end: it bears out what is lower, and is silent about what is higher.
class OpenFigure : public testing::Test {
 protected:
  static std::string of(const std::string& said) {
    static const Ledger ledger =
        Tables().figure("CHN,VNM,trade,goods_trade,2024,200,billion USD", "Ministry", "2025-01-20", "over").build();
    return verdict(ledger, StatementKind::threshold, "China's trade with Vietnam exceeded $" + said + " in 2024.");
  }
};

TEST_F(OpenFigure, ConfirmsThatALowerMarkWasPassed) {
  EXPECT_EQ(of("100 billion"), "confirmed");
  EXPECT_EQ(of("200 billion"), "confirmed");
}

TEST_F(OpenFigure, SaysNothingOfAHigherMark) { EXPECT_EQ(of("300 billion"), "no evidence"); }

// Published in yuan and in dollars, the text's dollars converted at a rate of its own.
class TwoCurrencies : public testing::Test {
 protected:
  static CheckedStatement level(const std::string& dollars) {
    static const Ledger ledger = [] {
      std::string rates = "currency,period,kind,value,unit,publisher,publication,published,url,note\n";
      for (int month = 1; month <= 12; ++month)
        rates += "CNY,2024-" + std::string(month < 10 ? "0" : "") + std::to_string(month) +
                 ",average,7.12,per USD,Bank,Rates,2025-01,,\n";
      return Tables()
          .table("exchange_rates.csv", rates + "CNY,2025-02-10,day,7.30,per USD,Bank,Rates,2025-02,,\n")
          .figure("CHN,ASEAN,trade,goods_trade,2024,6.99,trillion CNY")
          .build();
    }();
    return statement(judge(ledger, "China's trade with ASEAN was 6.99 trillion yuan ($" + dollars + ") in 2024."),
                     StatementKind::level);
  }
  static std::string notes(const CheckedStatement& of) {
    std::string all;
    for (const auto& note : of.notes) all += note + "\n";
    return all;
  }
};

TEST_F(TwoCurrencies, ImplyTheRateOfThePeriod) {
  const CheckedStatement at_average = level("981.7 billion");
  EXPECT_EQ(at_average.verdict, Verdict::confirmed);
  EXPECT_NE(notes(at_average).find("The two currencies imply 7.1"), std::string::npos) << notes(at_average);
  EXPECT_NE(notes(at_average).find("it is the average of 2024"), std::string::npos) << notes(at_average);
}

TEST_F(TwoCurrencies, ImplyTheRateOfTheDayOfPublication) {
  const CheckedStatement at_day = level("957.5 billion");
  EXPECT_EQ(at_day.verdict, Verdict::confirmed);
  EXPECT_NE(notes(at_day).find("not the period's average of 7.1"), std::string::npos) << notes(at_day);
  EXPECT_NE(notes(at_day).find("the rate of the days around publication"), std::string::npos) << notes(at_day);
}

TEST_F(TwoCurrencies, MayImplyADaysRateASmallWayOffTheMonths) {
  EXPECT_EQ(level("947 billion").verdict, Verdict::confirmed);  // 7.38; the highest rate that is known is 7.30
}

TEST_F(TwoCurrencies, ThatNoDaysRateJoinsAreContradicted) {
  const CheckedStatement wrong = level("857.5 billion");
  EXPECT_EQ(wrong.verdict, Verdict::contradicted);
  EXPECT_EQ(wrong.evidence.front().indicator, "exchange_rate");
}

/// A row of a ledger: what one publisher printed of China's trade with one partner in one year.
struct Row {
  std::string partner, publisher, published;
  int year = 0, value = 0;
  friend std::ostream& operator<<(std::ostream& stream, const Row& row) {
    return stream << row.partner << ' ' << row.year << ": " << row.value << ", " << row.publisher << ' '
                  << row.published;
  }
};

constexpr std::array<const char*, 4> partners = {"ASEAN", "EU", "USA", "JPN"};
constexpr std::array<const char*, 3> publishers = {"Customs", "Ministry", "Bureau"};

// Few values close together, so that some confirm and some contradict; publishers revise what they printed, each time
// on another day.
rc::Gen<std::vector<Row>> any_rows() {
  return rc::gen::map(
      rc::gen::container<std::vector<int>>(20, rc::gen::inRange(0, 1 << 20)), [](const std::vector<int>& choices) {
        std::vector<Row> rows;
        rows.reserve(choices.size());
        for (const int choice : choices)
          rows.push_back(
              {partners[static_cast<std::size_t>(choice % 4)], publishers[static_cast<std::size_t>(choice / 4 % 3)],
               "2025-01-" + std::to_string(10 + rows.size()), 2022 + choice / 12 % 3, 500 + choice / 36 % 6});
        return rows;
      });
}

std::vector<std::string> sentences() {
  return {"In 2024, China's trade with ASEAN was 502 billion dollars.",
          "In 2023, China's trade with ASEAN was 503 billion dollars.",
          "In 2024, China's trade with the EU grew 0.4 percent.",
          "In 2024, China's trade with the United States exceeded $501 billion.",
          "In 2024, ASEAN was China's largest trading partner.",
          "In 2024, Japan was China's largest trading partner for two consecutive years."};
}

using Judged = std::tuple<std::string, std::string, std::multiset<std::string>>;

std::string in_one_line(const Evidence& evidence) {
  std::string line = evidence.indicator + "|" + std::to_string(evidence.value.interval.low) + "|" +
                     std::to_string(evidence.value.interval.high) + "|" + evidence.value.unit + "|" +
                     to_string(evidence.period) + "|" + (evidence.agrees ? "agrees" : "disagrees");
  for (const auto* part :
       {&evidence.arithmetic, &evidence.publisher, &evidence.publication, &evidence.published, &evidence.url})
    line += "|" + *part;
  return line;
}

Ledger ledger_of(Tables& tables, const std::vector<Row>& rows) {
  for (const auto& row : rows)
    tables.figure("CHN," + row.partner + ",trade,goods_trade," + std::to_string(row.year) + "," +
                      std::to_string(row.value) + ",billion USD",
                  row.publisher, row.published);
  return tables.build();
}

/// What was judged of each statement, wherever it stands in the text.
std::multiset<Judged> judged(const Ledger& ledger, const std::vector<std::string>& text) {
  std::string all;
  for (const auto& sentence : text) all += sentence + "\n\n";
  std::multiset<Judged> result;
  for (const auto& one : judge(ledger, all).statements) {
    std::multiset<std::string> evidence;
    for (const auto& found : one.evidence) evidence.insert(in_one_line(found));
    result.emplace(one.statement.text, to_string(one.verdict), evidence);
  }
  return result;
}

template <typename T>
std::vector<T> shuffled(std::vector<T> these, unsigned seed) {
  std::ranges::shuffle(these, std::mt19937(seed));
  return these;
}

RC_GTEST_PROP(Verdicts, DoNotDependOnTheOrderOfTheLedgersRows, ()) {
  const auto rows = *any_rows();
  const auto seed = *rc::gen::arbitrary<unsigned>();
  Tables in_order, in_another;
  RC_ASSERT(judged(ledger_of(in_order, rows), sentences()) ==
            judged(ledger_of(in_another, shuffled(rows, seed)), sentences()));
}

RC_GTEST_PROP(Verdicts, DoNotDependOnTheOrderOfTheTextsSentences, ()) {
  const auto rows = *any_rows();
  const auto seed = *rc::gen::arbitrary<unsigned>();
  Tables tables;
  const Ledger ledger = ledger_of(tables, rows);
  RC_ASSERT(judged(ledger, sentences()) == judged(ledger, shuffled(sentences(), seed)));
}

}  // namespace
}  // namespace tradewind::tests
