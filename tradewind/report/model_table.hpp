/// Estimated models side by side, as fixest's etable prints them, and one model by itself, as its summary does.
#pragma once
#include <span>
#include <string>

#include "tradewind/estimation/model.hpp"
#include "tradewind/report/format.hpp"

namespace tradewind {

struct ModelTableOptions {
  int digits = 4;             ///< significant digits of coefficients and measures of fit
  bool side_by_side = false;  ///< also for one model on a terminal, which is summarised otherwise
};

/// Table: the summary of one model, or several models side by side, in as many tables below one another as the width
/// of the terminal asks for; many samples a line each. Markdown and LaTeX: side by side. CSV: a line for each
/// coefficient of each model, all digits. JSON: models_json with its defaults.
std::string print(std::span<const estimation::Model> models, Format format, const Terminal& terminal = {},
                  const ModelTableOptions& options = {});

}  // namespace tradewind
