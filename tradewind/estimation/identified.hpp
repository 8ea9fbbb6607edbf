/// The fixed effects themselves. Their levels are told apart only within a connected component: adding a constant to
/// all exporters of a component and taking it from all its importers changes nothing. The normalisation: in every
/// component the first level of each effect after the first is zero.
#pragma once
#include <Eigen/Dense>
#include <cstdint>
#include <string>
#include <vector>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

struct IdentifiedEffect {
  std::string name;
  Eigen::MatrixXd coefficients;             ///< levels x (intercept + slopes); NaN where a level has no row
  std::vector<std::uint32_t> component;     ///< a level each: levels of one component can be compared; see `comparable`
  std::vector<std::uint32_t> reference;     ///< levels set to zero by the normalisation, ascending
  std::vector<std::uint32_t> unidentified;  ///< levels whose coefficient the data do not tell apart even then
};

struct IdentifiedEffects {
  std::vector<IdentifiedEffect> effects;  ///< in the order of the regression
  std::uint64_t components = 0;
  bool exact = true;  ///< with three or more effects: whether rank was computed, or components bound it
  std::vector<std::string> notes;
};

/// Needs solution.effects (keep_effects).
IdentifiedEffects fixed_effects_identified(const Regression& regression, const Solution& solution);

}  // namespace tradewind::estimation
