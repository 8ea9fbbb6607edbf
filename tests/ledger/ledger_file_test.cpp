// Ledger files: what is opened, what is refused and with which words, and that no file is ever half-written.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <random>

#include "small_ledger.hpp"
#include "tradewind/indicators/indicators.hpp"
#include "tradewind/ledger/database.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

std::string refusal(const std::filesystem::path& file) {
  try {
    Ledger::open(file);
  } catch (const InputError& error) {
    return error.found();
  }
  return "opened";
}

TEST(LedgerFile, ThatIsAbsentIsToldHowToBuildOne) {
  const Folder folder;
  EXPECT_EQ(refusal(folder.path() / "none.duckdb"), "there is no such file");
  EXPECT_EQ(refusal(folder.path()), "this is a folder");
}

TEST(LedgerFile, ThatIsNoDatabaseIsRefused) {
  const Folder folder;
  EXPECT_EQ(refusal(folder.write("text.duckdb", std::string(20000, 'x'))), "this is no ledger (not a DuckDB file)");
  EXPECT_EQ(refusal(folder.write("short.duckdb", "x")), "this is no ledger (not a DuckDB file)");
}

TEST(LedgerFile, OfAnotherProgramIsRefused) {
  const Folder folder;
  const auto file = folder.path() / "other.duckdb";
  Database(file, Database::Access::read_write).execute("CREATE TABLE t AS SELECT 1 AS x");
  EXPECT_EQ(refusal(file), "this is a DuckDB file, but no ledger");
}

TEST(LedgerFile, OfAnotherVersionIsRefused) {
  Tables tables;
  tables.build();
  Database(tables.file(), Database::Access::read_write).execute("UPDATE ledger_information SET schema_version = 0");
  EXPECT_EQ(refusal(tables.file()), "a ledger of version 0");
}

TEST(LedgerFile, CutShortOrScribbledOverIsRefusedOrReadButNeverACrash) {
  Tables tables;
  for (int year = 2000; year < 2025; ++year)
    tables.figure("CHN,ASEAN,exports,goods_trade," + std::to_string(year) + ",5.5,billion USD");
  tables.build();
  std::ifstream stream(tables.file(), std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(stream), {}};
  std::mt19937 random(1);
  for (int i = 0; i < 40; ++i) {
    std::string damaged = whole;
    if (i % 4 == 0) damaged.resize(random() % whole.size());
    for (int k = 0; k < 64 && !damaged.empty(); ++k) damaged[random() % damaged.size()] ^= 0x55;
    const auto file = tables.folder().write("damaged.duckdb", damaged);
    try {
      const Ledger ledger = Ledger::open(file);
      ledger.query("SELECT sum(length(arithmetic)) FROM reading");
    } catch (const InputError& error) {
      EXPECT_FALSE(error.found().empty());
    }
  }
}

// Locks are a process's own: another one has to hold it.
TEST(LedgerFile, ThatAnotherProgramWritesToIsRefusedWithWhatToDo) {
  Tables tables;
  tables.build();
  int ready[2], done[2];
  ASSERT_EQ(pipe(ready) + pipe(done), 0);
  const pid_t child = fork();
  if (child == 0) {
    const int file = open(tables.file().c_str(), O_RDWR);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    fcntl(file, F_SETLK, &lock);
    char byte = 'x';
    if (write(ready[1], &byte, 1) != 1 || read(done[0], &byte, 1) != 1) _exit(1);
    _exit(0);
  }
  char byte = 'x';
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_EQ(refusal(tables.file()), "another program is writing to this ledger");
  ASSERT_EQ(write(done[1], &byte, 1), 1);
  waitpid(child, nullptr, 0);
  EXPECT_EQ(refusal(tables.file()), "opened");
}

TEST(LedgerFile, HasOneWriterAtATime) {
  Tables tables;
  tables.build();
  const int held = open(tables.file().c_str(), O_RDONLY);
  ASSERT_EQ(flock(held, LOCK_EX), 0);
  const auto mine = tables.folder().write(
      "mine.csv", figure_header + "CHN,USA,exports,goods_trade,2024,524.66,billion USD,Customs,Bulletin,,,\n");
  try {
    Ledger::add(mine, tables.file());
    FAIL() << "two writers at once";
  } catch (const InputError& error) {
    EXPECT_EQ(error.found(), "another program is adding to this ledger");
  }
  close(held);
  EXPECT_EQ(Ledger::add(mine, tables.file()).accepted, 1U);
}

TEST(LedgerFile, IsReadWhileAnotherIsPutInItsPlace) {
  Tables tables;
  const Ledger before = tables.figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD").build();
  Ledger::add(
      tables.folder().write("mine.csv", figure_header + "CHN,USA,exports,goods_trade,2024,524.66,billion USD,C,B,,,\n"),
      tables.file());
  EXPECT_EQ(before.query("SELECT count(*) AS n FROM figure").number(0, "n"), 1);
  EXPECT_EQ(Ledger::open(tables.file()).query("SELECT count(*) AS n FROM figure").number(0, "n"), 2);
}

TEST(LedgerFile, LeavesNothingBesideItselfButItsExtract) {
  Tables tables;
  tables.build();
  EXPECT_TRUE(std::filesystem::exists(Extract::file_beside(tables.file())));
  EXPECT_EQ(tables.folder().files(), 3U);  // the tables, the ledger and its extract
}

TEST(LedgerFile, InAFolderThatIsNotThereOrCannotBeWrittenIsRefused) {
  Tables tables;
  tables.build();
  EXPECT_THROW(Ledger::build(tables.folder().path() / "tables", "/nonexistent/ledger.duckdb"), InputError);
  EXPECT_THROW(Ledger::build(tables.folder().path() / "tables", tables.folder().path()), InputError);
  EXPECT_THROW(Ledger::build(tables.folder().path() / "nothing", tables.file()), InputError);
  EXPECT_THROW(Ledger::open(tables.file()).write("SELECT 1", "/proc/out.csv"), InputError);
  EXPECT_THROW(Ledger::open(tables.file()).write("SELECT 1", tables.folder().path() / "out.xlsx"), InputError);
}

TEST(LedgerFile, OfEqualTablesSaysTheSame) {
  Tables first, second;
  for (auto* tables : {&first, &second})
    tables->figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD")
        .figure("CHN,ASEAN,exports,goods_trade,2023,523.7,billion USD");
  const std::string all = "SELECT CAST(t AS VARCHAR) AS text FROM reading t";
  EXPECT_EQ(first.build().query(all).rows, second.build().query(all).rows);
  EXPECT_EQ(first.build().query("SELECT stamp FROM ledger_information").rows,
            second.build().query("SELECT stamp FROM ledger_information").rows);
}

/// A home of its own for a user's ledger, and a shipped ledger to make it from.
class UsersOwnLedger : public testing::Test {
 protected:
  UsersOwnLedger() {
    shipped.figure("CHN,ASEAN,exports,goods_trade,2023,523.7,billion USD").build();
    setenv("XDG_DATA_HOME", home.path().c_str(), 1);
    setenv("TRADEWIND_SHIPPED_LEDGER", shipped.file().c_str(), 1);
    unsetenv("TRADEWIND_LEDGER");
    mine = home.write("mine.csv", figure_header + "CHN,USA,exports,goods_trade,2024,524.66,billion USD,Me,Mine,,,\n");
  }
  ~UsersOwnLedger() override {
    unsetenv("XDG_DATA_HOME");
    unsetenv("TRADEWIND_SHIPPED_LEDGER");
  }
  Tables shipped;
  Folder home;
  std::filesystem::path mine;
};

TEST_F(UsersOwnLedger, IsMadeFromTheShippedOneAtTheFirstAdd) {
  EXPECT_EQ(find_ledger(""), shipped.file());
  Ledger::add(mine, user_ledger());
  EXPECT_EQ(find_ledger(""), home.path() / "tradewind" / "ledger.duckdb");
  const Ledger ledger = Ledger::open(find_ledger(""));
  EXPECT_EQ(ledger.query("SELECT origin FROM figure ORDER BY id").rows,
            (std::vector<std::vector<Cell>>{{"figures/figures.csv"}, {"user:mine.csv"}}));
  EXPECT_TRUE(ledger.notes().empty());
}

TEST_F(UsersOwnLedger, SaysWhenTheShippedOneIsNewerAndTakesItsFiguresAtTheNextAdd) {
  Ledger::add(mine, user_ledger());
  shipped.figure("CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD").build();
  ASSERT_EQ(Ledger::open(user_ledger()).notes().size(), 1U);

  const auto more =
      home.write("more.csv", figure_header + "CHN,JPN,exports,goods_trade,2024,152,billion USD,Me,Mine,,,\n");
  EXPECT_EQ(Ledger::add(more, user_ledger()).accepted, 1U);
  const Ledger ledger = Ledger::open(user_ledger());
  EXPECT_TRUE(ledger.notes().empty());
  EXPECT_EQ(ledger.query("SELECT partner FROM figure ORDER BY period, partner").rows,
            (std::vector<std::vector<Cell>>{{"ASEAN"}, {"ASEAN"}, {"JPN"}, {"USA"}}));
}

TEST_F(UsersOwnLedger, YieldsToTheOneThatIsNamed) {
  Ledger::add(mine, user_ledger());
  setenv("TRADEWIND_LEDGER", "/named.duckdb", 1);
  EXPECT_EQ(find_ledger(""), "/named.duckdb");
  EXPECT_EQ(find_ledger("/chosen.duckdb"), "/chosen.duckdb");
  unsetenv("TRADEWIND_LEDGER");
}

}  // namespace
}  // namespace tradewind::tests
