/// The ledger: published figures, each with its source, in one DuckDB file, with its extract beside it.
///
/// It is built from the CSV tables in data/ (docs/ledger.md describes every column), opened read-only by whoever asks,
/// and added to by a user's own CSV files. Figures are never invented: a figure published twice with different values
/// is there twice.
///
/// Tables: figure, exchange_rate, economy, bloc, membership, currency, agreement, milestone, expo_edition, and reading:
/// what every indicator says, filled when the ledger is built or added to (indicator.NAME is the part of one of them).
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/ledger/extract.hpp"
#include "tradewind/ledger/table.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind {

/// A row of a CSV that was not taken, and why.
struct RefusedRow {
  std::string file;
  std::size_t line = 0;  ///< in the file, the header is line 1
  std::string reason;    ///< what was found, what was expected
};

struct ImportReport {
  std::size_t accepted = 0;
  std::size_t already_there = 0;  ///< equal to a row of the ledger in every column
  std::vector<RefusedRow> refused;
};

class Ledger {
 public:
  /// Opens a ledger file to read. InputError when it is absent, is no ledger, is damaged, or another program is
  /// writing.
  static Ledger open(const std::filesystem::path& file);

  /// The same for whoever asks for the world and for readings only: from the extract beside the file, so that no
  /// database is opened, not even DuckDB loaded. Where there is none, or one that is not this ledger's, it is taken
  /// from the ledger, and left beside it for the next time if that can be written.
  static Ledger open_extract(const std::filesystem::path& file);

  /// Builds a ledger from a folder of CSV tables, beside `file` first and renamed at the end, so that `file` is always
  /// whole. Refused rows are in the report; when there is one, `file` stays as it was.
  static ImportReport build(const std::filesystem::path& tables, const std::filesystem::path& file);

  /// Adds a user's figures (columns as in data/figures; `-` reads standard input) to the ledger file, all good rows in
  /// one transaction, and brings the indicators up to date. InputError when the file cannot be read as such a table.
  static ImportReport add(const std::filesystem::path& csv, const std::filesystem::path& file);

  /// Runs a query; `?` in it are bound to the parameters in their order. InputError with DuckDB's message when it
  /// fails.
  Table query(std::string_view sql, const std::vector<Cell>& parameters = {}) const;

  /// The economies, blocs, memberships and currencies of the ledger.
  const World& world() const;

  /// What every indicator says.
  const Extract& extract() const;

  /// Where published totals and the sums of their members differ, one row each: reporter, bloc, flow, measure, period,
  /// publisher, published, sum, members lacking, difference in percent.
  Table differences() const;

  const std::filesystem::path& file() const;

  /// Writes the answer of a query to a .csv, .parquet or .json file, whole or not at all.
  void write(const std::string& sql, const std::filesystem::path& file) const;

  /// What whoever uses this ledger should know, for standard error: a user's own ledger made from older figures than
  /// those shipped now.
  std::vector<std::string> notes() const;

  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

 private:
  struct Connection;
  explicit Ledger(std::unique_ptr<Connection> connection);
  const Database& database() const;
  std::unique_ptr<Connection> connection_;
};

/// The ledger to use: `chosen` when not empty, else $TRADEWIND_LEDGER, else the user's own
/// ($XDG_DATA_HOME/tradewind/ledger.duckdb) when there is one, else the one shipped beside the program.
std::filesystem::path find_ledger(const std::string& chosen);
/// Where `ledger add` writes when not told: the user's own ledger, made from the shipped one at the first time.
std::filesystem::path user_ledger();
/// The one built beside the program; $TRADEWIND_SHIPPED_LEDGER for whoever installs it elsewhere.
std::filesystem::path shipped_ledger();

}  // namespace tradewind
