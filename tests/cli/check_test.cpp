// The whole command on the example article: what people see, to the letter, and what programs get, field by field.
#include <gtest/gtest.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "golden.hpp"
#include "run.hpp"

namespace tradewind::tests {
namespace {

using nlohmann::json;

const std::string example = "examples/china-asean.txt";

/// The program in the folder of its sources, where the article's name is the same on every machine.
Outcome check(const std::vector<std::string>& arguments, const std::string& input = "") {
  std::vector<std::string> words = {"check"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return Tradewind(TRADEWIND_SOURCE).run(words, input);
}

TEST(Golden, TableOfTheExample) { EXPECT_TRUE(is_golden(check({example}).output, "china-asean.table.txt")); }

TEST(Golden, MarkdownOfTheExample) {
  EXPECT_TRUE(is_golden(check({example, "--format", "markdown"}).output, "china-asean.md"));
}

json as_json(const Outcome& outcome) {
  json parsed = json::parse(outcome.output, nullptr, false);
  if (parsed.is_discarded()) throw std::runtime_error("no JSON: " + outcome.output + outcome.errors);
  return parsed;
}

// A text that is wrong about trade of 2024 by a factor of ten, in the ledger's own words otherwise.
const std::string wrong = "China's trade with ASEAN reached 98.23 billion dollars in 2024.\n";

/// The JSON of the example article.
class CheckAsJson : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    outcome_ = check({example, "--format", "json"});
    article_ = as_json(outcome_);
  }
  static Outcome outcome_;
  static json article_;
};
Outcome CheckAsJson::outcome_;
json CheckAsJson::article_;

bool is_end(const json& end) { return end.is_number() || end.is_null() || end.is_string(); }
bool is_value(const json& value) {
  return value.is_object() && is_end(value.at("low")) && is_end(value.at("high")) && value.at("unit").is_string();
}

TEST_F(CheckAsJson, HasStatementsAndNumbersThatNobodyCouldRead) {
  ASSERT_TRUE(article_.at("statements").is_array());
  EXPECT_GT(article_["statements"].size(), 20U);
  ASSERT_TRUE(article_.at("unread").is_array());
  for (const auto& unread : article_["unread"]) EXPECT_TRUE(unread.at("text").is_string());
}

TEST_F(CheckAsJson, HasTheDocumentedShapeForEveryStatement) {
  for (const auto& statement : article_.at("statements")) {
    for (const auto* field : {"text", "kind", "subject", "partner", "measure", "period", "verdict", "arithmetic"})
      EXPECT_TRUE(statement.at(field).is_string()) << field << " of " << statement.dump();
    EXPECT_TRUE(is_value(statement.at("value"))) << statement.dump();
    EXPECT_TRUE(statement.at("place").at("begin").is_number_unsigned());
    ASSERT_TRUE(statement.at("evidence").is_array());
    for (const auto& evidence : statement["evidence"]) {
      for (const auto* field : {"indicator", "period", "arithmetic", "publisher", "publication", "published", "url"})
        EXPECT_TRUE(evidence.at(field).is_string()) << field << " of " << evidence.dump();
      EXPECT_TRUE(is_value(evidence.at("value")));
      EXPECT_TRUE(evidence.at("agrees").is_boolean());
    }
  }
}

TEST_F(CheckAsJson, HasKindsAndVerdictsOfTheirLists) {
  const std::set<std::string> verdicts = {"confirmed", "consistent", "contradicted", "no evidence"};
  const std::set<std::string> kinds = {"level",  "threshold",  "growth", "change", "share",     "rank",
                                       "streak", "comparison", "count",  "date",   "milestone", "rate"};
  for (const auto& statement : article_.at("statements")) {
    EXPECT_TRUE(verdicts.contains(statement.at("verdict"))) << statement.dump();
    EXPECT_TRUE(kinds.contains(statement.at("kind"))) << statement.dump();
  }
}

TEST_F(CheckAsJson, HasTextsThatAreTheArticlesOwnBytes) {
  const std::string bytes = content_of(std::filesystem::path(TRADEWIND_SOURCE) / example);
  for (const auto& statement : article_.at("statements")) {
    const std::size_t begin = statement.at("place").at("begin"), end = statement.at("place").at("end");
    ASSERT_LT(begin, end);
    ASSERT_LE(end, bytes.size());
    EXPECT_EQ(statement.at("text"), bytes.substr(begin, end - begin));
    EXPECT_GE(statement.at("number").at("begin"), begin);
    EXPECT_LE(statement.at("number").at("end"), end);
  }
}

TEST_F(CheckAsJson, HasWhoPublishedWhatConfirmsAStatementAndWhere) {
  for (const auto& statement : article_.at("statements")) {
    if (statement.at("verdict") != "confirmed") continue;
    const auto& all = statement.at("evidence");
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const json& evidence) {
      return evidence.at("agrees") && !evidence.at("publisher").get<std::string>().empty() &&
             evidence.at("url").get<std::string>().starts_with("http");
    })) << statement.dump(2);
  }
}

TEST_F(CheckAsJson, HasTheDecidingEvidenceFirst) {
  for (const auto& statement : article_.at("statements")) {
    if (statement.at("verdict") == "confirmed") {
      EXPECT_TRUE(statement.at("evidence").at(0).at("agrees")) << statement.dump(2);
      EXPECT_EQ(statement.at("arithmetic"), statement.at("evidence").at(0).at("arithmetic"));
    }
  }
}

std::size_t contradictions(const json& article) {
  std::size_t count = 0;
  for (const auto& statement : article.at("statements")) count += statement.at("verdict") == "contradicted" ? 1 : 0;
  return count;
}

TEST_F(CheckAsJson, CountsWhatItLists) {
  EXPECT_EQ(article_.at("counts").at("statements"), article_.at("statements").size());
  EXPECT_EQ(article_.at("counts").at("unread"), article_.at("unread").size());
  EXPECT_EQ(article_.at("counts").at("contradicted"), contradictions(article_));
}

TEST_F(CheckAsJson, OfATextThatNothingContradictsEndsWithZero) {
  EXPECT_EQ(outcome_.exit_code, contradictions(article_) == 0 ? 0 : 1);
  EXPECT_EQ(outcome_.exit_code, 0);
  EXPECT_EQ(outcome_.errors, "");
}

TEST(CheckOfSeveral, EndsWithOneWhenAStatementIsContradicted) {
  const Outcome outcome = check({"-", "--format", "json"}, wrong);
  EXPECT_EQ(contradictions(as_json(outcome)), 1U) << outcome.output;
  EXPECT_EQ(outcome.exit_code, 1);
}

TEST(CheckOfSeveral, GivesAListOfThem) {
  const Outcome outcome = check({example, "-", "--format", "json"}, wrong);
  const json articles = as_json(outcome).at("articles");
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].at("article").at("name"), example);
  EXPECT_EQ(articles[1].at("article").at("name"), "standard input");
  EXPECT_EQ(outcome.exit_code, 1);
}

TEST(CheckOfSeveral, KeepsTheVerdictsOfTheGoodFilesAndEndsWithTwo) {
  const Outcome outcome = check({example, "missing.txt", "--format", "json"});
  EXPECT_EQ(as_json(outcome).at("articles").size(), 1U);
  EXPECT_NE(outcome.errors.find("missing.txt"), std::string::npos);
  EXPECT_EQ(outcome.exit_code, 2);
}

TEST(CheckOfStandardInput, SaysTheSameAsOfTheFile) {
  const std::string text = content_of(std::filesystem::path(TRADEWIND_SOURCE) / example);
  const json file = as_json(check({example, "--format", "json"}));
  const json input = as_json(check({"-", "--format", "json"}, text));
  EXPECT_EQ(input.at("statements"), file.at("statements"));
  EXPECT_EQ(input.at("article").at("name"), "standard input");
}

TEST(CheckOfStandardInput, TakesTheDayOfPublicationWhereTheTextHasNone) {
  const json article = as_json(check({"-", "--published", "2025-09-08", "--format", "json"}, wrong));
  EXPECT_EQ(article.at("article").at("published"), "2025-09-08");
}

TEST(CheckOfAReleaseThatNamesNobody, AsksForTheReporterAndTakesIt) {
  const std::string release = "Exports grew 5.9 percent in 2024. Imports rose 1.1 percent.\n";
  const json unnamed = as_json(check({"-", "--format", "json"}, release));
  EXPECT_EQ(unnamed.at("statements").at(0).at("verdict"), "no evidence");
  EXPECT_NE(unnamed.at("statements").at(0).at("arithmetic").get<std::string>().find("--reporter"), std::string::npos);
  for (const auto* name : {"CHN", "China"}) {
    const json named = as_json(check({"-", "--reporter", name, "--format", "json"}, release));
    EXPECT_EQ(named.at("article").at("reporter"), "CHN");
    for (const auto& statement : named.at("statements")) {
      EXPECT_EQ(statement.at("subject"), "CHN") << statement;
      EXPECT_EQ(statement.at("verdict"), "confirmed") << statement;
    }
  }
}

// Line breaks inside of quotes belong to a field.
std::size_t csv_rows(const std::string& text) {
  std::size_t rows = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) ++rows;
  }
  return rows;
}

TEST_F(CheckAsJson, HasAsManyStatementsAsTheCsvHasRows) {
  EXPECT_EQ(csv_rows(check({example, "--format", "csv"}).output), article_.at("statements").size() + 1);
}

TEST_F(CheckAsJson, HasAsManyStatementsAsTheLatexTableHasRows) {
  const std::string latex = check({example, "--format", "latex"}).output;
  const auto lines = lines_of(latex);
  const auto rows = std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.ends_with("\\\\"); });
  EXPECT_EQ(static_cast<std::size_t>(rows), article_.at("statements").size() + 1) << latex;
}

TEST(CheckOfSeveral, IsOneCsvTable) {
  const Outcome outcome = check({example, "-", "--format", "csv"}, wrong);
  const std::string head = lines_of(outcome.output).front();
  EXPECT_EQ(outcome.output.find(head, 1), std::string::npos);
  EXPECT_EQ(csv_rows(outcome.output), as_json(check({example, "--format", "json"})).at("statements").size() + 2);
}

// The loader tells of every library: DuckDB's alone takes longer to load than all the rest of a check.
TEST(CheckOfAnArticle, LoadsNoDatabase) {
  const Tradewind program(TRADEWIND_SOURCE);
  const auto loads_duckdb = [&program](const std::vector<std::string>& arguments) {
    const Outcome outcome = program.run_after("export LD_DEBUG=files", arguments);
    EXPECT_NE(outcome.errors.find("libstdc++"), std::string::npos) << "the loader tells nothing";
    return outcome.errors.find("libduckdb") != std::string::npos;
  };
  EXPECT_FALSE(loads_duckdb({"check", example}));
  EXPECT_FALSE(loads_duckdb({"show", "level", "--reporter", "China", "--period", "2024"}));
  EXPECT_TRUE(loads_duckdb({"ledger", "sources"}));
}

TEST(CheckToAFile, HasNoColours) { EXPECT_EQ(check({example}).output.find('\033'), std::string::npos); }

}  // namespace
}  // namespace tradewind::tests
