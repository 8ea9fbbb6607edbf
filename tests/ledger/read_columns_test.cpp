#include "tradewind/ledger/read_columns.hpp"

#include <gtest/gtest.h>
#include <readstat.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "small_ledger.hpp"
#include "tradewind/ledger/database.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

class ReadColumns : public testing::Test {
 protected:
  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
  std::filesystem::path csv(const std::string& text) const { return folder_.write("trade.csv", text); }
  /// SELECT ... as a file of another kind, by DuckDB.
  std::filesystem::path written(const std::string& select, const std::string& name) const {
    Database::in_memory().execute("COPY (" + select + ") TO " + sql_literal(path(name).string()));
    return path(name);
  }

 private:
  tests::Folder folder_;
};

template <class Values>
const Values& values(const Columns& columns, const char* name) {
  return std::get<Values>(columns.find(name)->values);
}

std::vector<std::string> texts(const Columns& columns, const char* name) {
  std::vector<std::string> result;
  for (std::size_t row = 0; row < columns.rows(); ++row) result.push_back(columns.find(name)->text(row));
  return result;
}

std::string refusal(const std::filesystem::path& file, const ReadOptions& options = {}) {
  try {
    read_columns(file, options);
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

bool says(const std::string& message, std::string_view words) {
  EXPECT_TRUE(message.contains(words)) << message;
  return message.contains(words);
}

using Texts = std::vector<std::string>;

TEST_F(ReadColumns, NumbersTextsAndTruthsHaveTheirKinds) {
  const Columns trade =
      read_columns(csv("exporter,year,trade,rta,day\nCHN,2002,1.5,true,2002-11-04\nVNM,2003,2,false,2003-07-01\n"));
  EXPECT_EQ(values<Integers>(trade, "year"), (Integers{2002, 2003}));
  EXPECT_EQ(values<Numbers>(trade, "trade"), (Numbers{1.5, 2}));
  EXPECT_EQ(values<Integers>(trade, "rta"), (Integers{1, 0}));
  EXPECT_EQ(values<Categories>(trade, "exporter").labels, (Texts{"CHN", "VNM"}));
  EXPECT_EQ(values<Categories>(trade, "day").labels, (Texts{"2002-11-04", "2003-07-01"}));
}

TEST_F(ReadColumns, OnlyTheColumnsAskedForComeInTheirOrder) {
  const Columns trade = read_columns(csv("a,b,c\n1,2,3\n4,5,6\n"), {.columns = {"c", "a"}});
  ASSERT_EQ(trade.all().size(), 2u);
  EXPECT_EQ(trade.all()[0].name, "c");
  EXPECT_EQ(values<Integers>(trade, "a"), (Integers{1, 4}));
}

TEST_F(ReadColumns, NothingIsMissing) {
  const Columns trade = read_columns(csv("a,b,c\n1,,x\n,2.5,\n"));
  EXPECT_TRUE(trade.find("b")->is_missing(0));
  EXPECT_TRUE(trade.find("a")->is_missing(1));
  EXPECT_TRUE(trade.find("c")->is_missing(1));
}

TEST_F(ReadColumns, NaIsMissingWhereNumbersAreAndATextWhereOnlyTextsAre) {
  // NA is Namibia.
  EXPECT_EQ(texts(read_columns(csv("iso2,trade\nNA,1\nZA,2\n")), "iso2"), (Texts{"NA", "ZA"}));
  const Columns numbers = read_columns(csv("trade,x\nNA,.\n2,3\n"));
  EXPECT_TRUE(numbers.find("trade")->is_missing(0));
  EXPECT_TRUE(numbers.find("x")->is_missing(0));
  EXPECT_EQ(numbers.find("trade")->number(1), 2);
}

TEST_F(ReadColumns, AQuotedNaIsATextBesideMissingNumbers) {
  const Columns trade = read_columns(csv("\"iso2\",\"trade\"\n\"NA\",NA\n\"ZA\",2\n"));
  EXPECT_EQ(texts(trade, "iso2"), (Texts{"NA", "ZA"}));
  EXPECT_TRUE(trade.find("trade")->is_missing(0));
}

TEST_F(ReadColumns, AnEmptyTextInQuotesIsATextAndAnEmptyNumberInQuotesIsMissing) {
  const Columns agreements = read_columns(csv("\"pair\",\"agreement\"\n1,\"\"\n2,\"ASEAN\"\n"));
  EXPECT_EQ(values<Categories>(agreements, "agreement").labels, (Texts{"", "ASEAN"}));
  const Columns numbers = read_columns(csv("\"pair\",\"trade\"\n\"1\",\"\"\n\"2\",\"3.5\"\n"));
  EXPECT_TRUE(numbers.find("trade")->is_missing(0));
  EXPECT_EQ(numbers.find("trade")->number(1), 3.5);
}

TEST_F(ReadColumns, WhatOnlyTheEndOfAFileShowsIsReadToo) {
  std::string text = "code,trade,x\n";
  for (int row = 0; row < 60'000; ++row) text += std::to_string(row % 7) + "," + std::to_string(row) + ",1\n";
  text += "9A,2.5,NA\n";
  const Columns trade = read_columns(csv(text), {.columns = {"code", "trade", "x"}, .ids = {"code"}});
  ASSERT_EQ(trade.rows(), 60'001u);
  EXPECT_EQ(trade.find("code")->text(60'000), "9A");
  EXPECT_EQ(trade.find("trade")->number(60'000), 2.5);
  EXPECT_TRUE(trade.find("x")->is_missing(60'000));
  EXPECT_EQ(trade.find("trade")->number(59'999), 59'999);
}

TEST_F(ReadColumns, LargeWholeNumbersAreCategoriesAsIdsAndNumbersElse) {
  const auto file = csv("pair,trade\n5,1\n9007199254740993,3000000000\n9007199254740992,2\n");
  const Columns trade = read_columns(file, {.columns = {"pair", "trade"}, .ids = {"pair"}});
  EXPECT_EQ(values<Categories>(trade, "pair").labels, (Texts{"5", "9007199254740993", "9007199254740992"}));
  EXPECT_EQ(values<Numbers>(trade, "trade"), (Numbers{1, 3e9, 2}));
}

TEST_F(ReadColumns, OtherSeparatorsAndCompressionAreFound) {
  EXPECT_EQ(values<Integers>(read_columns(csv("a;b\n1;2\n3;4\n")), "b"), (Integers{2, 4}));
  EXPECT_EQ(values<Integers>(read_columns(csv("a\tb\n1\t2\n3\t4\n")), "b"), (Integers{2, 4}));
  const auto packed = written("SELECT range AS a, 'x' || range AS b FROM range(3)", "trade.csv.gz");
  EXPECT_EQ(texts(read_columns(packed), "b"), (Texts{"x0", "x1", "x2"}));
}

TEST_F(ReadColumns, ACompressedFileThatWasCutShortIsRefusedAndNotReadInPart) {
  const auto packed = written("SELECT range AS a, hash(range) AS b FROM range(30000)", "trade.csv.gz");
  EXPECT_EQ(read_columns(packed).rows(), 30'000u);
  const auto whole = std::filesystem::file_size(packed);
  for (const auto kept : {whole - 1, whole - 8, whole / 2, whole / 3}) {
    std::filesystem::resize_file(packed, kept);
    EXPECT_NE(refusal(packed).find("cut short"), std::string::npos) << kept;
  }
}

TEST_F(ReadColumns, ATableIsNamedOfAFileThatHasSeveral) {
  const auto file = csv("a,b\n1,2\n");
  EXPECT_NE(refusal(file, {.table = "figure"}).find("is one table"), std::string::npos);
}

TEST_F(ReadColumns, ParquetKeepsItsTypes) {
  const auto file = written(
      "SELECT range::INTEGER AS i, range::DOUBLE AS d, range * 10000000000 AS big, (range * 1.25)::DECIMAL(18,2) AS "
      "dec, "
      "DATE '2024-02-28' + range::INTEGER AS day, range > 0 AS truth, range::FLOAT / 2 AS f, 'x' || (range % 2) AS t, "
      "range::HUGEINT AS huge FROM range(3)",
      "t.parquet");
  const Columns t = read_columns(file);
  EXPECT_EQ(values<Integers>(t, "i"), (Integers{0, 1, 2}));
  EXPECT_EQ(values<Numbers>(t, "d"), (Numbers{0, 1, 2}));
  EXPECT_EQ(values<Numbers>(t, "big"), (Numbers{0, 1e10, 2e10}));
  EXPECT_EQ(values<Numbers>(t, "dec"), (Numbers{0, 1.25, 2.5}));
  EXPECT_EQ(texts(t, "day"), (Texts{"2024-02-28", "2024-02-29", "2024-03-01"}));
  EXPECT_EQ(values<Integers>(t, "truth"), (Integers{0, 1, 1}));
  EXPECT_EQ(values<Numbers>(t, "f"), (Numbers{0, 0.5, 1}));
  EXPECT_EQ(texts(t, "t"), (Texts{"x0", "x1", "x0"}));
  EXPECT_EQ(values<Numbers>(t, "huge"), (Numbers{0, 1, 2}));
}

TEST_F(ReadColumns, RowsKeepTheirOrderOnAllThreads) {
  const auto file = written("SELECT range AS a, 'x' || range % 1000 AS b FROM range(700000)", "long.parquet");
  const Columns columns = read_columns(file, {.where = "a % 3 <> 1"});
  const auto& a = values<Integers>(columns, "a");
  ASSERT_EQ(a.size(), 466'667u);
  EXPECT_TRUE(std::ranges::is_sorted(a));
  for (std::size_t row = 0; row < a.size(); row += 997)
    EXPECT_EQ(columns.find("b")->text(row), "x" + std::to_string(a[row] % 1000));
}

TEST_F(ReadColumns, AConditionMayNameColumnsThatAreNotRead) {
  const auto file = csv("exporter,importer,trade\nCHN,CHN,1\nCHN,VNM,2\nVNM,CHN,3\n");
  const Columns trade = read_columns(file, {.columns = {"trade"}, .where = "exporter <> importer"});
  EXPECT_EQ(values<Integers>(trade, "trade"), (Integers{2, 3}));
}

TEST_F(ReadColumns, AConditionSeesWholeNumbersAsTheyAre) {
  const auto file = csv("hs,trade\n101,1\n202,2\n1013,3\n");
  const Columns trade = read_columns(file, {.columns = {"hs", "trade"}, .where = "CAST(hs AS VARCHAR) LIKE '%1'"});
  EXPECT_EQ(values<Integers>(trade, "trade"), (Integers{1}));
}

TEST_F(ReadColumns, ATableOfALedgerIsReadByItsName) {
  const auto file = path("figures.duckdb");
  Database(file, Database::Access::read_write)
      .execute("CREATE TABLE figure AS SELECT range AS value FROM range(4); CREATE TABLE source (name VARCHAR)");
  EXPECT_EQ(values<Integers>(read_columns(file, {.table = "figure"}), "value"), (Integers{0, 1, 2, 3}));
  EXPECT_EQ(column_names(file, "source"), (Texts{"name"}));
  says(refusal(file), "it holds 2 tables");
  says(refusal(file), "figure, source");
  says(refusal(file, {.table = "figures"}), "Nearest: figure");
}

TEST_F(ReadColumns, NamesAreToldWithoutReading) {
  EXPECT_EQ(column_names(csv("exporter,GDP per capita\nCHN,1\n")), (Texts{"exporter", "GDP per capita"}));
}

TEST_F(ReadColumns, WhatCannotBeReadIsRefusedWithAReason) {
  says(refusal(path("nowhere.csv")), "there is no such file");
  says(refusal(path("")), "this is a folder");
  says(refusal(csv("")), "the file is empty");
  says(refusal(csv("a,b\n")), "the table has no rows");
  says(refusal(csv(std::string("\x7F"
                               "ELF\0\1\2\3",
                               8))),
       "this is no table");
  says(refusal(csv(std::string("PAR1 and nothing else"))), "the Parquet file cannot be read");
  says(refusal(csv(std::string("\x72\x02\x01\x00 and nothing else", 22))), "the Stata file cannot be read");
  says(refusal(csv("exporter,trade\nCHN,1\nVNM,2\n"), {.columns = {"expoter"}}), "Nearest: exporter");
  says(refusal(csv("exporter,trade\nCHN,1\nVNM,2\n"), {.columns = {"zzz"}}), "It has: exporter, trade");
}

TEST_F(ReadColumns, ABrokenLineIsNamed) {
  std::string text = "code,trade\n";
  for (int row = 0; row < 30'000; ++row) text += "1,2\n";
  const std::string late_text = refusal(csv(text + "1,many\n1,2\n"));
  says(late_text, "line 30002, column trade: 'many'");
  says(late_text, "a number, as in the lines before");
  const std::string short_line = refusal(csv(text + "1\n1,2\n"));
  says(short_line, "line 30002: 1 fields; expected 2 as in the header");
}

TEST_F(ReadColumns, ATableThatIsNotInUtf8IsRefused) {
  says(refusal(csv("country,trade\nC\xF4te d'Ivoire,1\nCuba,2\n")), "it is not in UTF-8");
}

TEST_F(ReadColumns, AConditionThatFailsIsToldInPlainWords) {
  const auto file = csv("exporter,year\nCHN,2002\nVNM,2003\n");
  says(refusal(file, {.where = "yaer > 2000"}), "--where \"yaer > 2000\": there is no column 'yaer'");
  says(refusal(file, {.where = "yaer > 2000"}), "Nearest: year");
  says(refusal(file, {.where = "exporter = \"CHN\""}), "A text stands in single quotes: 'CHN'");
  says(refusal(file, {.where = "year >"}), "syntax error");
  says(refusal(file, {.where = "year > 2010"}), "no row of");
  says(refusal(file, {.where = "foo(year)"}), "foo does not exist");
}

// --- Stata ---

struct WriterClosed {
  void operator()(readstat_writer_t* writer) const { readstat_writer_free(writer); }
};

class ReadStata : public ReadColumns {
 protected:
  /// Three rows: text, labelled number, double with . and .a, day, long.
  std::filesystem::path dta(long version) const {
    const auto file = path("small.dta");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(file.c_str(), "wb"), &std::fclose);
    const std::unique_ptr<readstat_writer_t, WriterClosed> writer(readstat_writer_init());
    readstat_set_data_writer(writer.get(), [](const void* data, std::size_t size, void* to) {
      return static_cast<ssize_t>(std::fwrite(data, 1, size, static_cast<std::FILE*>(to)));
    });
    readstat_writer_set_file_format_version(writer.get(), static_cast<std::uint8_t>(version));
    readstat_label_set_t* labels = readstat_add_label_set(writer.get(), READSTAT_TYPE_INT32, "sectors");
    readstat_label_int32_value(labels, 1, "Agriculture");
    readstat_label_int32_value(labels, 2, "Mining");
    const auto* exporter = readstat_add_variable(writer.get(), "exporter", READSTAT_TYPE_STRING, 8);
    auto* sector = readstat_add_variable(writer.get(), "sector", READSTAT_TYPE_INT32, 0);
    readstat_variable_set_label_set(sector, labels);
    const auto* trade = readstat_add_variable(writer.get(), "trade", READSTAT_TYPE_DOUBLE, 0);
    auto* day = readstat_add_variable(writer.get(), "day", READSTAT_TYPE_INT32, 0);
    readstat_variable_set_format(day, "%td");
    const auto* year = readstat_add_variable(writer.get(), "year", READSTAT_TYPE_INT16, 0);
    const char* côte = version < 118 ? "C\xF4te" : "Côte";  // Windows-1252 before Stata 14
    readstat_begin_writing_dta(writer.get(), out.get(), 3);
    for (int row = 0; row < 3; ++row) {
      readstat_begin_row(writer.get());
      readstat_insert_string_value(writer.get(), exporter, row == 0 ? "CHN" : row == 1 ? côte : "");
      readstat_insert_int32_value(writer.get(), sector, row == 2 ? 1 : row + 1);
      if (row == 0)
        readstat_insert_double_value(writer.get(), trade, 1.5);
      else if (row == 1)
        readstat_insert_missing_value(writer.get(), trade);
      else
        readstat_insert_tagged_missing_value(writer.get(), trade, 'a');
      readstat_insert_int32_value(writer.get(), day, 15'648 + row);  // 15648 days after 1960-01-01
      readstat_insert_int16_value(writer.get(), year, static_cast<std::int16_t>(2002 + row));
      readstat_end_row(writer.get());
    }
    EXPECT_EQ(readstat_end_writing(writer.get()), READSTAT_OK);
    return file;
  }
};

TEST_F(ReadStata, ValuesLabelsAndMissingsAreUnderstood) {
  for (const long version : {115L, 118L}) {
    const Columns t =
        read_columns(dta(version), {.columns = {"trade", "exporter", "day", "sector", "year"}, .ids = {"sector"}});
    EXPECT_EQ(texts(t, "exporter"), (Texts{"CHN", "Côte", ""}));
    EXPECT_TRUE(t.find("exporter")->is_missing(2));
    EXPECT_EQ(t.find("trade")->number(0), 1.5);
    EXPECT_TRUE(t.find("trade")->is_missing(1));
    EXPECT_TRUE(t.find("trade")->is_missing(2));
    EXPECT_EQ(texts(t, "day"), (Texts{"2002-11-04", "2002-11-05", "2002-11-06"}));
    EXPECT_EQ(texts(t, "sector"), (Texts{"Agriculture", "Mining", "Agriculture"}));
    EXPECT_EQ(values<Integers>(t, "year"), (Integers{2002, 2003, 2004}));
  }
}

TEST_F(ReadStata, LabelledNumbersStayNumbersWhereTheyAreComputedWith) {
  EXPECT_EQ(values<Integers>(read_columns(dta(118)), "sector"), (Integers{1, 2, 1}));
}

TEST_F(ReadStata, AConditionIsSqlThereToo) {
  const Columns t = read_columns(dta(118), {.columns = {"year"}, .where = "sector = 1 AND day >= '2002-11-05'"});
  EXPECT_EQ(values<Integers>(t, "year"), (Integers{2004}));
  says(refusal(dta(118), {.columns = {"year"}, .where = "sectr = 1"}), "there is no column 'sectr'");
  says(refusal(dta(118), {.columns = {"yaer"}}), "Nearest: year");
}

TEST(ReadStataReference, TheExampleOfTheBiasCorrectionIsRead) {
  const char* folder = std::getenv("TRADEWIND_REFERENCE");
  if (folder == nullptr) GTEST_SKIP() << "TRADEWIND_REFERENCE does not say where the reference data are";
  const auto file = std::filesystem::path(folder) / "weidner-zylkin-2021" / "ppmlfebias_example.dta";
  const Columns all = read_columns(file);
  EXPECT_EQ(all.rows(), 62'400u);
  EXPECT_EQ(all.all().size(), 11u);
  const Columns manufacturing =
      read_columns(file, {.columns = {"isoexp", "year", "trade", "fta"}, .where = "category = 'MANUF'"});
  EXPECT_LT(manufacturing.rows(), all.rows());
  EXPECT_TRUE(std::holds_alternative<Categories>(manufacturing.find("isoexp")->values));
  EXPECT_TRUE(std::holds_alternative<Integers>(manufacturing.find("year")->values));
}

}  // namespace
}  // namespace tradewind
