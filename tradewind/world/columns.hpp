/// A table in memory as estimation takes it: named columns of equal length, numbers or categories with 32-bit codes.
#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tradewind {

/// Whole numbers (years, ids): four bytes a row.
using Integers = std::vector<std::int32_t>;
constexpr std::int32_t missing_integer = std::numeric_limits<std::int32_t>::min();

/// Missing is NaN.
using Numbers = std::vector<double>;

/// Text: each row the place of its label. Labels are distinct, in the order of their first row.
struct Categories {
  static constexpr std::uint32_t missing = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> codes;
  std::vector<std::string> labels;
};

struct Column {
  std::string name;
  std::variant<Integers, Numbers, Categories> values;

  std::size_t rows() const;
  /// The number in a row; NaN where it is missing and for categories.
  double number(std::size_t row) const;
  bool is_missing(std::size_t row) const;
  /// As text: a label, or the number with the fewest digits that read back as the same; empty where it is missing.
  std::string text(std::size_t row) const;
  /// Where its numbers or codes stand in memory.
  const void* data() const;
};

/// The rows of a column in the order given.
Column take_rows(const Column& column, std::span<const std::uint32_t> rows);

/// Columns of equal length, in the order of the file.
class Columns {
 public:
  Columns() = default;
  /// `source` names the table in messages ("trade.csv"). An assert when the lengths differ.
  Columns(std::string source, std::vector<Column> columns);

  std::size_t rows() const { return rows_; }
  const std::string& source() const { return source_; }
  std::span<const Column> all() const { return columns_; }
  /// Null when there is no such column. Names are compared as they are written.
  const Column* find(std::string_view name) const;
  /// InputError with the nearest names when there is no such column.
  const Column& require(std::string_view name, std::string_view where) const;
  /// Frees the memory of the columns for which `unused` holds; their names stay.
  void release(const std::function<bool(const Column&)>& unused);

 private:
  std::string source_;
  std::vector<Column> columns_;
  std::size_t rows_ = 0;
};

Columns take_rows(const Columns& columns, std::span<const std::uint32_t> rows);

}  // namespace tradewind
