/// The values of a formula's expressions, a row each.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/estimation/formula.hpp"
#include "tradewind/estimation/panel.hpp"
#include "tradewind/world/columns.hpp"

namespace tradewind::estimation {

/// Computes over the rows of some columns, on all threads. Missing is NaN, and what is computed from missing is
/// missing: comparisons too, except that `x == ""` and is.na(x) ask for it; false & missing is false, true | missing
/// true.
class Evaluation {
 public:
  /// `text` is where the expressions were read from, `where` its name: "formula", "--weights".
  Evaluation(const Columns& columns, std::optional<Panel> panel, std::string_view text, std::string_view where);
  Evaluation(const Evaluation&) = delete;
  Evaluation& operator=(const Evaluation&) = delete;
  ~Evaluation();

  /// InputError with a caret: an unknown column, text in arithmetic, a lag without a panel.
  std::vector<double> numbers(const Expression& expression) const;

  /// The column that an expression is, when it is one and nothing has to be computed. InputError when it is unknown.
  const Column* column(const Expression& expression) const;

  /// The mistake at a place of the text.
  InputError mistake(Place place, std::string found, std::string expected, std::string_view hint = {}) const;

  /// InputError where the expression is a column of text whose values are mostly numbers: one "n/a" makes a text of a
  /// column, which nobody means to be a set of names.
  void refuse_text_among_numbers(const Expression& expression) const;

  std::size_t rows() const { return columns_.rows(); }

 private:
  friend class Compiler;
  const PanelIndex& panel_index(const Expression& lag) const;

  const Columns& columns_;
  std::optional<Panel> panel_;
  mutable std::unique_ptr<PanelIndex> index_;  // made when the first lag is taken
  std::string text_, where_;
};

}  // namespace tradewind::estimation
