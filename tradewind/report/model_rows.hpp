/// What stands in a table of models side by side, whatever the format: rows of cells, a column a model.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "tradewind/estimation/model.hpp"

namespace tradewind {

/// "0.1907" with stars "***" and the standard error "(0.0668)" below; other cells are `value` alone.
struct ModelCell {
  std::string value, stars, below;
};

struct ModelRow {
  std::string name;
  std::vector<ModelCell> cells;  ///< a model each
};

/// Rows between two rules; the title, where there is one, stands above them.
struct ModelBlock {
  std::string title;
  std::vector<ModelRow> rows;
};

struct ModelRows {
  std::vector<std::string> numbers;  ///< "(1)", "(2)"
  ModelBlock head;                   ///< dependent variable, sample, method
  std::vector<ModelBlock> blocks;    ///< coefficients, fixed effects, measures of fit
};

/// `first`: the number of the first model.
ModelRows model_rows(std::span<const estimation::Model> models, int digits, std::size_t first = 1);

/// What stands below the table: what stars mean, whose standard errors they are, cautions. What is said of some models
/// alone begins with their `names` (without them their numbers, "(1, 3)"), at most four.
std::vector<std::string> model_notes(std::span<const estimation::Model> models,
                                     std::span<const std::string> names = {});

}  // namespace tradewind
