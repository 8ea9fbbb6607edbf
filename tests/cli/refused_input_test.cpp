// Input that cannot be used: the program says what it found, where, and what to do, ends with exit code 2, prints no
// result and leaves no file behind.
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "run.hpp"

namespace tradewind::tests {
namespace {

const std::string article = TRADEWIND_SOURCE "/examples/china-asean.txt";
const std::string shipped_file = TRADEWIND_BINARY "/ledger.duckdb";

TEST(Check, RefusesAnEmptyFile) {
  const Tradewind program;
  EXPECT_TRUE(refused(program, {"check", program.file("empty.txt", "")}, {"empty.txt", "empty text", "Save"}));
}

TEST(Check, RefusesAFileOfBlanks) {
  const Tradewind program;
  EXPECT_TRUE(refused(program, {"check", program.file("blank.txt", " \n\t\r\n")}, {"blank.txt", "empty text"}));
}

TEST(Check, RefusesABinaryFileAndSaysSo) {
  const Tradewind program;
  const std::string picture("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", 20);
  EXPECT_TRUE(refused(program, {"check", program.file("map.png", picture)}, {"map.png", "binary file", "plain text"}));
}

TEST(Check, RefusesAPdfAndNamesWhatMakesTextOfIt) {
  const Tradewind program;
  EXPECT_TRUE(refused(program, {"check", program.file("a.pdf", "%PDF-1.7\n1 0 obj\n")}, {"a.pdf", "pdftotext"}));
}

TEST(Check, RefusesTextThatIsNotUtf8WithItsLine) {
  const Tradewind program;
  const auto file = program.file("latin.txt", "Trade reached 4.93 trillion yuan.\nThe caf\xE9 was open.\n");
  EXPECT_TRUE(refused(program, {"check", file}, {"latin.txt:2", "not UTF-8", "iconv"}));
}

TEST(Check, RefusesAWebPageSavedAsText) {
  const Tradewind program;
  const auto file = program.file("page.txt", "<!DOCTYPE html>\n<html><body><p>Trade rose 5 percent.</p></body></html>");
  EXPECT_TRUE(refused(program, {"check", file}, {"page.txt", "HTML page", "plain text", "html2text"}));
}

TEST(Check, RefusesAFileThatIsNotThere) {
  EXPECT_TRUE(refused(Tradewind(), {"check", "missing.txt"}, {"missing.txt", "no such file", "Check the path"}));
}

TEST(Check, RefusesAFolderAndNamesTheFilesInIt) {
  const Tradewind program;
  std::filesystem::create_directory(program.place() / "texts");
  EXPECT_TRUE(refused(program, {"check", "texts"}, {"texts", "is a folder", "texts/*.txt"}));
}

TEST(Check, RefusesATextOfAHundredMegabytes) {
  const Tradewind program;
  const auto file = program.file("big.txt", "Trade reached 4.93 trillion yuan.\n");
  std::filesystem::resize_file(program.place() / file, 100'000'000);  // sparse: no disk is filled
  EXPECT_TRUE(refused(program, {"check", file}, {"big.txt", "64 MiB", "Split"}));
}

TEST(Check, RefusesAnEmptyStandardInputByThatName) {
  EXPECT_TRUE(refused(Tradewind(), {"check", "-"}, {"standard input", "empty text"}));
}

TEST(Check, RefusesToReadStandardInputTwice) {
  EXPECT_TRUE(refused(Tradewind(), {"check", "-", "-"}, {"more than once"}, "Trade rose 5 percent."));
}

TEST(Check, OfATextWithoutStatementsIsDoneAndSaysSo) {
  const Tradewind program;
  const Outcome outcome = program.run({"check", program.file("none.txt", "The weather was mild.\n")});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_NE(outcome.output.find("No statement with a figure was found"), std::string::npos) << outcome.output;
}

TEST(Check, RefusesADayThatIsNone) {
  for (const auto* day : {"yesterday", "2025-13-40", "2025-02-30", "08/09/2025"})
    EXPECT_TRUE(refused(Tradewind(), {"check", article, "--published", day}, {"--published", day, "2025-09-08"}));
}

TEST(Check, RefusesAReporterThatNobodyKnowsAndNamesTheNearest) {
  EXPECT_TRUE(
      refused(Tradewind(), {"check", article, "--reporter", "Chino"}, {"--reporter", "'Chino'", "China (CHN)"}));
}

TEST(Check, RefusesAFormatThatItDoesNotKnowAndListsThem) {
  EXPECT_TRUE(refused(Tradewind(), {"check", article, "--format", "yaml"},
                      {"--format", "'yaml'", "table, json, csv, markdown or latex"}));
}

TEST(Check, WithoutAFileIsRefused) { EXPECT_TRUE(refused(Tradewind(), {"check"}, {"FILE is required", "--help"})); }

TEST(Check, IsRefusedWhenStandardOutputIsFull) {
  if (access("/dev/full", W_OK) != 0) GTEST_SKIP() << "there is no /dev/full to stand for a full disk";
  const Tradewind program;
  EXPECT_TRUE(is_refusal(program.run_after("exec > /dev/full", {"check", article}), {"standard output", "disk full"}));
}

TEST(CommandLine, WithACommandThatDoesNotExistIsRefusedWithThoseThatDo) {
  EXPECT_TRUE(refused(Tradewind(), {"chekc", article},
                      {"chekc", "no such command", "check, brief, show, estimate, simulate or ledger"}));
}

TEST(CommandLine, WithAnUnknownOptionIsRefused) {
  EXPECT_TRUE(refused(Tradewind(), {"check", article, "--colour"}, {"--colour", "not expected", "--help"}));
}

TEST(Brief, InAFolderThatDoesNotExistIsRefused) {
  EXPECT_TRUE(refused(Tradewind(), {"brief", article, "--output", "no/such/brief.html"},
                      {"no/such/brief.html", "does not exist", "mkdir -p no/such"}));
}

TEST(Brief, InThePlaceOfAFolderIsRefused) {
  const Tradewind program;
  std::filesystem::create_directory(program.place() / "out");
  EXPECT_TRUE(refused(program, {"brief", article, "--output", "out"}, {"out", "is a folder", "out/FILE"}));
}

TEST(Brief, WithoutAPlaceToWriteItIsRefused) {
  EXPECT_TRUE(refused(Tradewind(), {"brief", article}, {"--output is required"}));
}

TEST(Brief, OfATextThatCannotBeUsedIsNotWritten) {
  const Tradewind program;
  EXPECT_TRUE(refused(program, {"brief", program.file("empty.txt", ""), "--output", "brief.html"}, {"empty text"}));
}

TEST(Brief, InAFolderThatMayNotBeWrittenIsRefused) {
  const Tradewind program;
  const auto folder = program.place() / "locked";
  std::filesystem::create_directory(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  if (access(folder.c_str(), W_OK) == 0) GTEST_SKIP() << "root may write everywhere";
  EXPECT_TRUE(refused(program, {"brief", article, "--output", "locked/brief.html"},
                      {"locked/brief.html", "Permission denied", "change the rights"}));
}

// Not even root can make files among the kernel's own.
TEST(Brief, WhereNobodyMayWriteIsRefused) {
  if (!std::filesystem::exists("/sys/kernel")) GTEST_SKIP() << "there is no /sys";
  EXPECT_TRUE(refused(Tradewind(), {"brief", article, "--output", "/sys/kernel/brief.html"},
                      {"/sys/kernel/brief.html", "cannot be written", "Choose another place"}));
}

TEST(Brief, OnAFullDeviceIsRefused) {
  if (access("/dev/full", W_OK) != 0) GTEST_SKIP() << "there is no /dev/full to stand for a full disk";
  EXPECT_TRUE(refused(Tradewind(), {"brief", article, "--output", "/dev/full"},
                      {"/dev/full", "No space left on device", "Free some room"}));
  EXPECT_TRUE(is_refusal(Tradewind().run_after("exec > /dev/full", {"brief", article, "--output", "-"}),
                         {"standard output", "No space left on device"}));
}

// A limit on the size of files ends the writing half-way, as a disk does that becomes full.
class BriefWithoutRoom : public testing::Test {
 protected:
  Outcome write() const {
    return program.run_after("ulimit -f 8; trap '' XFSZ", {"brief", article, "--output", "brief.html"});
  }
  Tradewind program;
};

TEST_F(BriefWithoutRoom, LeavesNoFile) {
  EXPECT_TRUE(is_refusal(write(), {"brief.html", "cannot be written", "Nothing was written"}));
  EXPECT_TRUE(files_below(program.place()).empty());
}

TEST_F(BriefWithoutRoom, KeepsTheOlderOne) {
  program.file("brief.html", "the older brief");
  const Files before = files_below(program.place());
  EXPECT_TRUE(is_refusal(write(), {"brief.html", "cannot be written"}));
  EXPECT_EQ(content_of(program.place() / "brief.html"), "the older brief");
  EXPECT_EQ(files_below(program.place()), before);
}

TEST(LedgerOption, OfAFileThatIsNotThereIsRefusedWithHowToBuildOne) {
  EXPECT_TRUE(refused(Tradewind(), {"check", article, "--ledger", "none.duckdb"},
                      {"none.duckdb", "no such file", "tradewind ledger build"}));
}

TEST(LedgerOption, OfAFileThatIsNoLedgerIsRefused) {
  const Tradewind program;
  const auto file = program.file("text.duckdb", std::string(20000, 'x'));
  EXPECT_TRUE(
      refused(program, {"check", article, "--ledger", file}, {"text.duckdb", "no ledger", "tradewind ledger build"}));
}

TEST(LedgerOption, OfALedgerCutShortIsRefusedWherever) {
  const Tradewind program;
  const std::string whole = content_of(shipped_file);
  for (const std::size_t size : {std::size_t{1}, std::size_t{4096}, whole.size() / 10, whole.size() / 2}) {
    const auto file = program.file("cut.duckdb", whole.substr(0, size));
    EXPECT_TRUE(refused(program, {"check", article, "--ledger", file}, {"cut.duckdb", "expected", "build"})) << size;
    EXPECT_TRUE(refused(program, {"brief", article, "--output", "b.html", "--ledger", file}, {"cut.duckdb"})) << size;
  }
}

/// Runs `meanwhile` while another process holds what `hold` takes. Locks of a process do not stop itself.
void while_another(const auto& hold, const auto& meanwhile) {
  int ready[2], done[2];
  ASSERT_EQ(pipe(ready) + pipe(done), 0);
  const pid_t child = fork();
  char byte = 'x';
  if (child == 0) {
    hold();
    if (write(ready[1], &byte, 1) != 1 || read(done[0], &byte, 1) != 1) _exit(1);
    _exit(0);
  }
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  meanwhile();
  ASSERT_EQ(write(done[1], &byte, 1), 1);
  waitpid(child, nullptr, 0);
  for (const int end : {ready[0], ready[1], done[0], done[1]}) close(end);
}

TEST(LedgerOption, OfALedgerThatAnotherProgramWritesToIsRefusedWithWhatToDo) {
  const Tradewind program;
  program.file("mine.duckdb", content_of(shipped_file));
  while_another(
      [&] {
        struct flock lock {};
        lock.l_type = F_WRLCK;
        fcntl(open((program.place() / "mine.duckdb").c_str(), O_RDWR), F_SETLK, &lock);
      },
      [&] {
        EXPECT_TRUE(refused(program, {"check", article, "--ledger", "mine.duckdb"},
                            {"mine.duckdb", "another program is writing", "Wait"}));
      });
}

/// A small ledger beside the program, and tables to add to it.
class AddedTable : public testing::Test {
 protected:
  AddedTable() {
    Tables tables;
    tables.figure("CHN,WLD,exports,goods_trade,2024,3577.22,billion USD").build();
    program.file("ledger.duckdb", content_of(tables.file()));
  }
  std::vector<std::string> add(const std::string& rows) const {
    return {"ledger", "add", program.file("mine.csv", rows), "--ledger", "ledger.duckdb"};
  }
  static std::string row(const std::string& partner, const std::string& value, const std::string& unit) {
    return "CHN," + partner + ",exports,goods_trade,2024," + value + "," + unit + ",Ministry,Yearbook,2025-01-20,,\n";
  }
  /// Lines of `ledger list` without its header.
  std::ptrdiff_t listed(const std::string& publisher) const {
    const Outcome list =
        program.run({"ledger", "list", "--publisher", publisher, "--format", "csv", "--ledger", "ledger.duckdb"});
    EXPECT_EQ(list.exit_code, 0) << list.errors;
    return std::count(list.output.begin(), list.output.end(), '\n') - 1;
  }
  Tradewind program;
};

TEST_F(AddedTable, WithoutSomeColumnsIsRefusedWithTheirNames) {
  EXPECT_TRUE(refused(program, add("reporter,partner,value\nCHN,ASEAN,3\n"),
                      {"mine.csv", "missing columns flow, measure, period", "expected a header line"}));
}

TEST_F(AddedTable, ThatIsEmptyOrNoTableIsRefused) {
  EXPECT_TRUE(refused(program, add(""), {"mine.csv", "empty", "header"}));
  EXPECT_TRUE(refused(program,
                      add(std::string("\x7F"
                                      "ELF\0\0",
                                      6)),
                      {"mine.csv", "line 1"}));
  EXPECT_TRUE(refused(program, {"ledger", "add", "none.csv", "--ledger", "ledger.duckdb"}, {"none.csv", "no such"}));
}

TEST_F(AddedTable, WithTheSameRowTwiceKeepsItOnceAndNamesBothLines) {
  const std::string twice = row("VNM", "161.9", "billion USD");
  EXPECT_TRUE(is_refusal(program.run(add(figure_header + twice + twice)), {"mine.csv:3", "same row as line 2"}));
  EXPECT_EQ(listed("Ministry"), 1);
}

TEST_F(AddedTable, WithANegativeValueKeepsTheRowsBesideIt) {
  EXPECT_TRUE(is_refusal(program.run(add(figure_header + row("VNM", "161.9", "billion USD") +
                                         row("MYS", "-4.5", "billion USD") + row("JPN", "152", "billion USD"))),
                         {"mine.csv:3", "negative value '-4.5'", "2 rows added", "1 refused"}));
  EXPECT_EQ(listed("Ministry"), 2);
}

TEST_F(AddedTable, WithAUnitNobodyKnowsKeepsTheRowsBesideIt) {
  EXPECT_TRUE(is_refusal(
      program.run(add(figure_header + row("VNM", "161.9", "zillion USD") + row("MYS", "101.5", "billion USD"))),
      {"mine.csv:2", "unknown unit 'zillion USD'", "percent yoy CNY", "1 row added", "1 refused"}));
  EXPECT_EQ(listed("Ministry"), 1);
}

TEST_F(AddedTable, HasItsGoodRowsFoundBySearch) {
  program.run(add(figure_header + row("VNM", "161.9", "billion USD") + row("MYS", "-4.5", "billion USD")));
  const Outcome found =
      program.run({"ledger", "search", "Yearbook", "Vietnam", "--format", "csv", "--ledger", "ledger.duckdb"});
  EXPECT_NE(found.output.find("161.9 billion USD"), std::string::npos) << found.output << found.errors;
}

TEST_F(AddedTable, OfBadRowsOnlyLeavesTheLedgerAsItWas) {
  const std::string before = content_of(program.place() / "ledger.duckdb");
  const auto command = add(figure_header + row("MYS", "-4.5", "billion USD") + row("VNM", "1", "zillion USD"));
  EXPECT_TRUE(refused(program, command, {"mine.csv:2", "mine.csv:3", "0 rows added", "2 refused"}));
  EXPECT_TRUE(content_of(program.place() / "ledger.duckdb") == before);
}

TEST_F(AddedTable, ToALedgerThatAnotherProgramAddsToIsRefusedWithWhatToDo) {
  const auto command = add(figure_header + row("VNM", "161.9", "billion USD"));
  while_another(
      [&] { flock(open((program.place() / "ledger.duckdb").c_str(), O_RDONLY), LOCK_EX); },
      [&] {
        EXPECT_TRUE(refused(program, command, {"ledger.duckdb", "another program is adding", "Wait until it is done"}));
      });
}

TEST_F(AddedTable, ToALedgerThatIsNotThereIsRefused) {
  const auto table = program.file("mine.csv", figure_header + row("VNM", "161.9", "billion USD"));
  EXPECT_TRUE(refused(program, {"ledger", "add", table, "--ledger", "none.duckdb"}, {"none.duckdb", "no such file"}));
}

}  // namespace
}  // namespace tradewind::tests
