/// DuckDB as the ledger uses it: open a file, run a query into a Table, append rows. Its C API is known here only.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/ledger/table.hpp"
#include "tradewind/world/period.hpp"

namespace tradewind {

/// A day as DuckDB's DATE; SQL reads it from ISO text, the appender from days since 1970.
using OptionalDay = std::optional<Date>;

class Database {
 public:
  enum class Access { read_only, read_write };

  /// InputError that names the file when it is absent, no DuckDB file, damaged, of a newer DuckDB, or locked.
  Database(const std::filesystem::path& file, Access access);
  static Database in_memory();

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  /// One statement; its `?` are bound in their order. InputError with DuckDB's message when it fails.
  Table query(std::string_view sql, const std::vector<Cell>& parameters = {}) const;
  /// The same piece by piece, a few thousand rows each: for an answer that is too large to keep.
  void query(std::string_view sql, const std::function<void(const Table& piece)>& take) const;
  /// Any number of statements without an answer.
  void execute(const std::string& sql) const;
  /// True when there is such a table (`schema.name` or `name`).
  bool has_table(std::string_view name) const;

 private:
  friend class Appender;
  struct Handles;
  struct Result;
  void answer(std::string_view sql, const std::vector<Cell>& parameters, Result& result) const;
  explicit Database(std::unique_ptr<Handles> handles);
  std::unique_ptr<Handles> handles_;
  std::string name_;
};

/// Appends rows to a table, the fast way in. Call end_row after the last column and close after the last row.
class Appender {
 public:
  Appender(const Database& database, const char* table);
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;
  ~Appender();

  Appender& operator<<(std::string_view text);
  Appender& operator<<(const char* text) { return *this << std::string_view(text); }
  Appender& operator<<(const std::string& text) { return *this << std::string_view(text); }
  Appender& operator<<(double number);  ///< an infinite number is NULL
  Appender& operator<<(std::int32_t number);
  Appender& operator<<(bool value);
  Appender& operator<<(const OptionalDay& day);
  void end_row();
  void close();

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::string name_;
};

/// 'text' as an SQL literal.
std::string sql_literal(std::string_view text);

}  // namespace tradewind
