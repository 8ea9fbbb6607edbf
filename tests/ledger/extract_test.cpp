// The extract beside a ledger: it says what the ledger says, belongs to it alone, and where it cannot be used the
// answer is the same.
#include "tradewind/ledger/extract.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <random>
#include <set>

#include "small_ledger.hpp"
#include "tradewind/indicators/indicators.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

using Rows = std::vector<std::vector<Cell>>;

/// All that every indicator says.
std::vector<Rows> everything(const Ledger& ledger) {
  std::vector<Rows> all;
  for (const auto& known : indicators()) all.push_back(show(ledger, known.name, {}).rows);
  return all;
}

/// A ledger with something of several indicators.
void fill(Tables& tables) {
  for (int year = 2019; year < 2025; ++year)
    for (const char* partner : {"ASEAN", "EU", "USA", "JPN", "WLD"})
      tables.figure("CHN," + std::string(partner) + ",trade,goods_trade," + std::to_string(year) + "," +
                    std::to_string(partner[0] * 10 + year - 2000) + ".5,billion USD");
  tables.figure("ASEAN,CHN,two-way,investment_stock,../2025-07,450,billion USD", "MOFCOM", "2025-08-01", "over")
      .table("exchange_rates.csv",
             "currency,period,kind,value,unit,publisher,publication,published,url,note\n"
             "CNY,2024-01,average,7.1,per USD,Fed,H.10,2025,,\n")
      .build();
}

class SmallExtract : public testing::Test {
 protected:
  SmallExtract() {
    fill(tables);
    truth = everything(Ledger::open(tables.file()));
  }
  std::filesystem::path extract() const { return Extract::file_beside(tables.file()); }
  std::vector<Rows> told() const { return everything(Ledger::open_extract(tables.file())); }
  bool is_good() const { return Extract::beside(tables.file()).has_value(); }

  Tables tables;
  std::vector<Rows> truth;
};

TEST_F(SmallExtract, SaysWhatTheLedgerSays) {
  ASSERT_TRUE(is_good());
  EXPECT_TRUE(told() == truth);
}

TEST_F(SmallExtract, KnowsTheSameWorld) {
  const Ledger ledger = Ledger::open(tables.file()), extract = Ledger::open_extract(tables.file());
  const World &one = ledger.world(), &other = extract.world();
  EXPECT_EQ(one.find("Britain"), other.find("Britain"));
  EXPECT_EQ(one.economies().size(), other.economies().size());
  EXPECT_EQ(one.economy({"CHN"})->aliases, other.economy({"CHN"})->aliases);
  EXPECT_EQ(one.currencies().front().symbols, other.currencies().front().symbols);
  EXPECT_TRUE(other.bloc({"ASEAN"})->ranked_as_one);
  EXPECT_FALSE(other.bloc({"RCEP"})->ranked_as_one);
  for (const char* day : {"2019-12-31", "2020-02-01", "2025-10-26"})
    for (const char* bloc : {"EU", "ASEAN", "RCEP"})
      EXPECT_EQ(one.members({bloc}, *parse_date(day)), other.members({bloc}, *parse_date(day)));
}

TEST_F(SmallExtract, OfALedgerThatWasAddedToHasWhatWasAdded) {
  Ledger::add(
      tables.folder().write("mine.csv", figure_header + "CHN,KOR,trade,goods_trade,2024,327,billion USD,Me,Mine,,,\n"),
      tables.file());
  ASSERT_TRUE(is_good());
  EXPECT_EQ(readings(Ledger::open_extract(tables.file()), "level", {.partner = {"KOR"}}).size(), 1U);
}

// What may have become of it. Each time the answer is that of the tables, and the next one finds a good extract again.
TEST_F(SmallExtract, ThatIsAbsentIsTakenFromTheLedgerAndLeftBesideIt) {
  const std::string before = content_of(extract());
  std::filesystem::remove(extract());
  EXPECT_TRUE(told() == truth);
  EXPECT_TRUE(content_of(extract()) == before);
}

TEST_F(SmallExtract, OfAnotherLedgerIsNotUsed) {
  Tables other;
  other.figure("CHN,ASEAN,trade,goods_trade,2024,1.5,billion USD").build();
  write(extract(), content_of(Extract::file_beside(other.file())));
  EXPECT_TRUE(told() == truth);
  EXPECT_TRUE(is_good());
}

TEST_F(SmallExtract, OfTheLedgerAsItWasBeforeIsNotUsed) {
  const std::string before = content_of(extract());
  tables.figure("CHN,KOR,trade,goods_trade,2024,327,billion USD").build();
  write(extract(), before);
  EXPECT_EQ(readings(Ledger::open_extract(tables.file()), "level", {.partner = {"KOR"}}).size(), 1U);
  EXPECT_TRUE(is_good());
}

TEST_F(SmallExtract, CutShortIsNotUsed) {
  const std::string whole = content_of(extract());
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{100}, whole.size() / 2, whole.size() - 1}) {
    write(extract(), whole.substr(0, size));
    EXPECT_TRUE(told() == truth) << size;
    EXPECT_TRUE(is_good()) << size;
  }
}

TEST_F(SmallExtract, WithOneWrongBitAnywhereIsNotUsed) {
  const std::string whole = content_of(extract());
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    std::string damaged = whole;
    // The header's bytes all, then any of the rest.
    const std::size_t place = i < 136 ? static_cast<std::size_t>(i) : random() % whole.size();
    damaged[place] = static_cast<char>(damaged[place] ^ (1 << random() % 8));
    write(extract(), damaged);
    EXPECT_FALSE(is_good()) << place;
  }
  EXPECT_TRUE(told() == truth);
  EXPECT_TRUE(content_of(extract()) == whole);
}

TEST_F(SmallExtract, OfAnotherVersionIsNotUsed) {
  std::string other = content_of(extract());
  const auto version = other.find(std::string("\1\0\0\0", 4), 56);
  ASSERT_EQ(version, 56U);
  other[version] = 2;
  write(extract(), other);
  EXPECT_FALSE(is_good());
  EXPECT_TRUE(told() == truth);
  EXPECT_TRUE(is_good());
}

TEST_F(SmallExtract, WhoseFileCannotBeWrittenIsDoneWithout) {
  std::filesystem::remove(extract());
  std::filesystem::create_directories(extract() / "in the way");
  EXPECT_TRUE(told() == truth);
  EXPECT_TRUE(std::filesystem::is_directory(extract()));
}

TEST_F(SmallExtract, OfALedgerThatWasChangedInDuckdbIsNotUsed) {
  Database(tables.file(), Database::Access::read_write).execute("DELETE FROM reading WHERE indicator <> 'level'");
  EXPECT_TRUE(readings(Ledger::open_extract(tables.file()), "rank", Selection{}).empty());
  EXPECT_TRUE(is_good());
}

// DuckDB keeps changes in a write-ahead log until it writes them into its file, which looks as before.
TEST_F(SmallExtract, IsNotUsedWhileChangesWaitInAWriteAheadLog) {
  const std::string before = content_of(tables.file());
  Database(tables.file(), Database::Access::read_write)
      .execute("PRAGMA disable_checkpoint_on_shutdown; DELETE FROM reading WHERE indicator <> 'level'");
  ASSERT_TRUE(content_of(tables.file()) == before);
  EXPECT_FALSE(is_good());
  EXPECT_TRUE(readings(Ledger::open_extract(tables.file()), "rank", Selection{}).empty());
  EXPECT_FALSE(is_good());
  std::filesystem::remove(tables.file().string() + ".wal");
  EXPECT_TRUE(told() == truth);
}

TEST_F(SmallExtract, GoesWithItsLedgerToAnotherPlace) {
  const auto there = tables.folder().path() / "elsewhere.duckdb";
  std::filesystem::copy_file(tables.file(), there);
  std::filesystem::copy_file(extract(), Extract::file_beside(there));
  EXPECT_TRUE(Extract::beside(there).has_value());
}

TEST_F(SmallExtract, DoesNotStandForALedgerThatIsDamaged) {
  const std::string whole = content_of(tables.file());
  for (const std::size_t size : {std::size_t{0}, std::size_t{4096}, whole.size() / 2}) {
    write(tables.file(), whole.substr(0, size));
    EXPECT_FALSE(is_good()) << size;
    EXPECT_THROW(Ledger::open_extract(tables.file()), InputError) << size;
  }
  std::filesystem::remove(tables.file());
  EXPECT_THROW(Ledger::open_extract(tables.file()), InputError);
}

// Locks are a process's own: another one has to hold it.
TEST_F(SmallExtract, DoesNotStandForALedgerThatAnotherProgramWritesTo) {
  int ready[2], done[2];
  ASSERT_EQ(pipe(ready) + pipe(done), 0);
  const pid_t child = fork();
  char byte = 'x';
  if (child == 0) {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    fcntl(open(tables.file().c_str(), O_RDWR), F_SETLK, &lock);
    if (::write(ready[1], &byte, 1) != 1 || read(done[0], &byte, 1) != 1) _exit(1);
    _exit(0);
  }
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_FALSE(is_good());
  try {
    Ledger::open_extract(tables.file());
    ADD_FAILURE() << "opened";
  } catch (const InputError& error) {
    EXPECT_EQ(error.found(), "another program is writing to this ledger");
  }
  ASSERT_EQ(::write(done[1], &byte, 1), 1);
  waitpid(child, nullptr, 0);
  for (const int end : {ready[0], ready[1], done[0], done[1]}) close(end);
  EXPECT_TRUE(is_good());
}

TEST_F(SmallExtract, StaysWhatItWasWhileAnotherIsPutInItsPlace) {
  const Ledger before = Ledger::open_extract(tables.file());
  tables.figure("CHN,KOR,trade,goods_trade,2024,327,billion USD").build();
  EXPECT_TRUE(everything(before) == truth);
}

RC_GTEST_PROP(ExtractProperty, FindsThoseReadingsThatLookingAtEachOneFinds, ()) {
  const std::vector<std::string_view> names = {"level", "rank", "exchange_rate"};
  const auto reporters = *rc::gen::container<std::set<EconomyCode>>(rc::gen::map(
      rc::gen::element("CHN", "ASEAN", "CNY", "WLD", "", "XXX"), [](auto code) { return EconomyCode{code}; }));
  const auto periods = *rc::gen::container<std::vector<Period>>(
      rc::gen::element(Period::year(2019), Period::year(2024), Period::month(2024, 1), Period::year(1950),
                       *Period::from_iso("../2025-07")));
  const auto partners = *rc::gen::container<std::vector<EconomyCode>>(
      rc::gen::map(rc::gen::element("ASEAN", "USA", "CHN", "ZZZ"), [](auto code) { return EconomyCode{code}; }));
  static Tables tables;
  static const Ledger ledger = (fill(tables), Ledger::open_extract(tables.file()));
  const std::vector<EconomyCode> whose(reporters.begin(), reporters.end());
  const auto found = readings(ledger, names, whose, periods, partners);

  for (std::size_t i = 0; i < names.size(); ++i) {
    std::multiset<std::string> one, other;
    for (const auto& reading : found[i])
      one.insert(reading.reporter.text + to_string(reading.period) + reading.arithmetic);
    for (const auto& reading : readings(ledger, names[i], Selection{})) {
      const auto is_among = [](const auto& all, const auto& wanted) {
        return std::ranges::find(all, wanted) != all.end();
      };
      if (is_among(whose, reading.reporter) &&
          (periods.empty() || reading.period.open_start || is_among(periods, reading.period)) &&
          (partners.empty() || reading.partner.empty() || reading.partner == world_total ||
           is_among(partners, reading.partner)))
        other.insert(reading.reporter.text + to_string(reading.period) + reading.arithmetic);
    }
    RC_ASSERT(one == other);
  }
}

}  // namespace
}  // namespace tradewind::tests
