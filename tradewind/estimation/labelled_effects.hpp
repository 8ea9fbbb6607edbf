/// Estimated fixed effects with the labels of their levels.
#pragma once
#include <string>
#include <vector>

#include "tradewind/estimation/model.hpp"
#include "tradewind/estimation/model_frame.hpp"
#include "tradewind/world/columns.hpp"

namespace tradewind::estimation {

/// Levels without a row are left out. Needs solution.effects (keep_effects). What the data do not tell apart is added
/// to `notes`.
std::vector<EffectEstimates> labelled_effects(const Columns& columns, const ModelFrame& frame, const Solution& solution,
                                              std::vector<std::string>& notes);

}  // namespace tradewind::estimation
