/// One regression for each value of a column, shared out among the processes of one run.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "tradewind/estimation/estimate.hpp"

namespace tradewind::cli {

/// A model and the pieces of files that it fills (fixed effects, residuals, rows set aside), in the order of the files.
struct ModelWithFiles {
  estimation::Model model;
  std::vector<std::string> pieces;
};

/// The pieces of a model, which is the `number`th of the whole from 1.
using PiecesOf = std::function<std::vector<std::string>(const estimation::Model& model, std::size_t number)>;

/// At rank 0 the models of all samples in their order, whoever estimated them; nothing at the others. Each sample is
/// estimated, and its pieces made, by one rank: the largest first by whoever has least to do.
std::vector<ModelWithFiles> estimate_over_ranks(const estimation::Formula& formula, const Columns& columns,
                                                const std::vector<estimation::SampleRows>& samples,
                                                const estimation::EstimateOptions& options, const PiecesOf& pieces);

}  // namespace tradewind::cli
