/// The fixed effects themselves, and what the data tell about them.
///
/// Adding a constant to all exporters and taking it from all importers that trade with one another changes no fitted
/// value. Such moves are the null space of the effects' design matrix; a normalisation removes it by setting
/// coefficients, the references, to zero: the first level of an effect in every group of levels that it forms with an
/// effect before it. Two levels can be compared when every move changes both alike.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

struct IdentifiedEffect {
  std::string name;
  Eigen::MatrixXd coefficients;  ///< levels x (intercept + slopes), normalised; NaN where a level has no row
  /// A level each (its intercept; its first slope where there is none): levels with the same number can be compared.
  /// Numbered from zero by their first level; `none` without a row.
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> component;
  /// (level, column of `coefficients`) that were set to zero, ascending.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> references;
};

struct IdentifiedEffects {
  std::vector<IdentifiedEffect> effects;  ///< in the order of the regression
  std::uint64_t references = 0;           ///< of all effects: coefficients less rank of the design matrix
  bool complete = true;                   ///< false: there are more moves than were looked for; `notes` say so
  std::vector<std::string> notes;
};

/// Needs solution.effects (keep_effects).
IdentifiedEffects fixed_effects_identified(const Regression& regression, const Solution& solution);

}  // namespace tradewind::estimation
