/// What is estimated, as plain arrays: a response, regressors, fixed effects, weights, an offset. Nothing here knows
/// where the arrays come from.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tradewind/estimation/array.hpp"

namespace tradewind::estimation {

/// One set of fixed effects: a level for every row, and optionally slopes that vary by level.
/// fe: {levels, intercept}; fe[x]: {levels, intercept, {x}}; fe[[x]]: {levels, no intercept, {x}}.
struct Effect {
  std::string name;            ///< as it is written: "exporter^year"
  Array<std::uint32_t> level;  ///< a row each, below `levels`; levels without a row are allowed
  std::uint32_t levels = 0;
  bool intercept = true;
  std::vector<Array<double>> slopes;  ///< a row each
  std::vector<std::string> slope_names;
};

/// All arrays have the same length, that of `response`. Values are finite: who builds it has set missing rows aside by
/// `rows`.
struct Regression {
  Array<double> response;
  std::vector<Array<double>> regressors;
  std::vector<std::string> names;   ///< of the regressors, in their order
  std::vector<Effect> effects;      ///< none: `regressors` has its own constant where one is wanted
  Array<double> weights;            ///< positive; empty: one each
  Array<double> offset;             ///< empty: none. Enters the linear predictor with coefficient one
  std::vector<std::uint32_t> rows;  ///< the rows used, ascending; empty: all
  std::size_t observations() const { return rows.empty() ? response.size() : rows.size(); }
  /// The row of the arrays that the observation is about.
  std::uint32_t row(std::size_t observation) const {
    return rows.empty() ? static_cast<std::uint32_t>(observation) : rows[observation];
  }
};

/// Calls `work` with each array of a regression but those of its regressors.
template <class Work>
void for_each_array_but_regressors(Regression& regression, const Work& work) {
  for (Effect& effect : regression.effects) {
    work(effect.level);
    for (Array<double>& slope : effect.slopes) work(slope);
  }
  work(regression.response);
  work(regression.weights);
  work(regression.offset);
}

}  // namespace tradewind::estimation
