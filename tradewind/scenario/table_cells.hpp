/// The cells of a data table, each with the line that a message about it names. Only the readers of data use this.
#pragma once
#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tradewind/scenario/world_data.hpp"
#include "tradewind/world/columns.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind::scenario {

class TableCells {
 public:
  /// Reads the file: CSV, CSV.gz, Parquet or Stata's .dta.
  explicit TableCells(const std::filesystem::path& file);

  const Columns& columns() const { return columns_; }
  Columns take() { return std::move(columns_); }
  std::size_t rows() const { return columns_.rows(); }
  bool has(std::string_view column) const { return columns_.find(column) != nullptr; }
  /// "goods.csv:17", or "goods.parquet, row 16" where rows are no lines.
  std::string where(std::size_t row) const;

  /// The labels of a column of text and the label of each row. InputError where a cell is empty.
  Categories labels(std::string_view column) const;
  /// The numbers of a column. InputError with the line of a cell that is missing, no number or not finite.
  std::vector<double> numbers(std::string_view column) const;
  /// The same, 0 or more.
  std::vector<double> amounts(std::string_view column) const;

 private:
  std::filesystem::path file_;
  Columns columns_;
  bool lines_ = false;  ///< a row is a line of the file
};

/// Who the labels of columns are, and where each stands among all economies.
class EconomyLabels {
 public:
  /// Those of the labels that stand in `rows`. InputError for a label that is neither in the register nor ROW, and for
  /// two labels of one economy.
  EconomyLabels(const World& world, const TableCells& cells, std::initializer_list<const Categories*> columns,
                std::span<const std::size_t> rows);

  const Economies& economies() const { return economies_; }
  /// Where a label stands among them. InputError at `where` when it is none of them.
  std::size_t place(const std::string& label, const std::string& where) const;

 private:
  Economies economies_;
  std::unordered_map<std::string, std::size_t> place_of_label_;
};

/// The place of each row's label among economies: one column of a table.
std::vector<std::size_t> places_of(const Categories& column, const EconomyLabels& labels, const TableCells& cells,
                                   std::span<const std::size_t> rows);

/// All rows of a table.
std::vector<std::size_t> all_rows(const TableCells& cells);

/// The page beside a table or in a folder; an empty credit with a title where there is none.
DataCredit read_credit(const std::filesystem::path& page, const std::string& title);

}  // namespace tradewind::scenario
