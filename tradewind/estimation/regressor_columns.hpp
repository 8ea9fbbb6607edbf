/// The columns of numbers that the terms of a formula stand for, named as fixest names them: log(dist), x1:x2,
/// year::2002, sectorMining.
#pragma once
#include <list>
#include <string>
#include <vector>

#include "tradewind/estimation/array.hpp"
#include "tradewind/estimation/evaluation.hpp"
#include "tradewind/estimation/formula.hpp"

namespace tradewind::estimation {

struct RegressorColumn {
  std::string name;
  std::string term;  ///< that it comes from: "i(year, ref = 2000)"
  /// A row each. Missing is NaN, for a term of several columns in its first one.
  Array<double> values;
};

/// `constant`: there is a constant or a fixed effect, so that a set of indicators leaves out its first value. As in R
/// and fixest: i() by itself does so unless it has references of its own or is multiplied by a number; a column of text
/// and factor() do so where the rest of their product stands in the model too.
/// What is a column as it stands only looks at it: the evaluation's columns must outlive the result.
/// InputError for references that no row has and for more than ten thousand columns.
std::vector<RegressorColumn> regressor_columns(const std::vector<Term>& terms, bool constant,
                                               const Evaluation& evaluation);

/// An expression as values that tell rows apart: a column as it is, anything else computed into `computed`.
const Column& values_column(const Expression& expression, const Evaluation& evaluation, std::list<Column>& computed);

}  // namespace tradewind::estimation
