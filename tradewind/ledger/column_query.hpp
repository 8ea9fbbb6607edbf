/// SQL whose answer is columns in memory, by a DuckDB of its own with all threads that may be used.
#pragma once
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/world/columns.hpp"

namespace tradewind {

/// DuckDB's own words, for whoever knows what was asked to put into an InputError.
class SqlError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A column of an answer, before it is asked for.
struct SqlColumn {
  enum class Type {
    truth,   ///< true and false
    whole,   ///< whole numbers up to 64 bits
    large,   ///< whole numbers beyond
    number,  ///< with decimals
    text,    ///< also dates, times and everything else that has a text of its own
    nested   ///< lists, structures, bytes
  };
  std::string name;
  Type type;
};

/// How a column of an answer is taken into memory.
struct ColumnUse {
  bool id = false;      ///< large whole numbers become categories
  bool narrow = false;  ///< numbers that are all whole become Integers
};

class ColumnQuery {
 public:
  ColumnQuery();                                            ///< without a file
  explicit ColumnQuery(const std::filesystem::path& file);  ///< reads a DuckDB file. SqlError when it is none
  ColumnQuery(const ColumnQuery&) = delete;
  ColumnQuery& operator=(const ColumnQuery&) = delete;
  ~ColumnQuery();

  /// What a query would answer. SqlError when it is wrong.
  std::vector<SqlColumn> describe(const std::string& sql) const;

  /// The answer, its columns of the types truth, whole, number and text. Rows keep their order. `uses`: one a column.
  std::vector<Column> read(const std::string& sql, const std::vector<ColumnUse>& uses) const;

  /// Makes a table of columns in memory.
  void create_table(const std::string& name, std::span<const Column> columns) const;

 private:
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

/// "name" as SQL writes it.
std::string sql_identifier(std::string_view name);

/// A column in a form that ColumnQuery::read takes: itself, or a cast. `column.type` is not nested.
std::string sql_readable(const SqlColumn& column, bool id);

}  // namespace tradewind
