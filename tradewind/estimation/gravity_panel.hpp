/// The gravity structure of a regression, from its columns: who exports, who imports, when.
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/estimation/bias_correction.hpp"
#include "tradewind/estimation/estimate.hpp"
#include "tradewind/estimation/model_frame.hpp"

namespace tradewind::estimation {

/// Codes for every row of a frame's arrays.
struct GravityCodes {
  struct Part {
    std::vector<std::uint32_t> codes;
    std::uint32_t count = 0;
  };
  Part exporter, importer, time;
  bool pair_effects = true;
  GravityColumns columns;  ///< whose codes they are; `time` is empty for a single period
  GravityPanel panel() const;
};

/// `named` columns, or where they are empty those of the fixed effects: in exporter^year + importer^year + pair, time
/// is what the first two have in common and a third effect makes it three-way; with exporter^importer as the pair, time
/// is the one column of numbers beside two of text, or is named year, time or period. exporter + importer alone are a
/// single period. InputError where the effects do not show it.
GravityCodes gravity_codes(const ModelFrame& frame, const Columns& columns, const GravityColumns& named);

}  // namespace tradewind::estimation
