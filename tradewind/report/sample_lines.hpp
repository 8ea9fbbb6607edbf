/// Many samples of one model (--split): a line a sample, where columns side by side would fill pages.
#pragma once
#include <cstddef>
#include <span>
#include <string>

#include "tradewind/estimation/model.hpp"
#include "tradewind/report/format.hpp"

namespace tradewind {

/// Up to so many samples stand side by side.
constexpr std::size_t most_side_by_side = 8;

/// Whether the models are more than that, all of samples, and of the same regressors and effects.
bool are_sample_lines(std::span<const estimation::Model> models);

/// Format: table, markdown or latex.
std::string sample_lines(std::span<const estimation::Model> models, Format format, const Terminal& terminal,
                         int digits);

}  // namespace tradewind
