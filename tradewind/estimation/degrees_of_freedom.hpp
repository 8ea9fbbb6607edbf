/// How many free parameters a regression has. Fixed effects overlap: with two of them, one level of the second is
/// redundant in every connected component of the graph whose edges are the rows (Abowd, Creecy and Kramarz 2002).
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

/// Groups of rows within which errors may be correlated: "pair".
struct Cluster {
  std::string name;
  std::span<const std::uint32_t> group;  ///< a row of the regression's arrays each, below `groups`
  std::uint32_t groups = 0;
};

/// How redundant coefficients of the effects are counted.
enum class RedundantLevels {
  one_per_effect,  ///< fixest: every further effect loses one level, as in a connected panel
  pairwise,        ///< reghdfe: the largest number of components that an effect forms with one before it; a lower bound
                   ///< on what is redundant with three or more effects, exact with two
  exact,           ///< the rank of the effects' design matrix (fixest's fixef.force_exact)
};

/// The parameters of one effect: an intercept for each level that has a row, and as many slopes for each slope
/// variable.
struct EffectParameters {
  std::string name;
  std::uint64_t levels = 0;      ///< that have a row
  std::uint64_t intercepts = 0;  ///< levels, or zero for varying slopes alone
  std::uint64_t slopes = 0;      ///< levels times slope variables
  std::uint64_t redundant = 0;   ///< what effects before it (and the constant among them) already span
  bool nested = false;           ///< every level lies within one group of a cluster
};

/// The effects of a regression in their order. `clusters` decides `nested`.
std::vector<EffectParameters> effect_parameters(const Regression& regression, std::span<const Cluster> clusters = {},
                                                RedundantLevels redundant = RedundantLevels::one_per_effect);

/// Regressors that were kept plus the parameters of the effects less the redundant ones, nested or not.
std::uint64_t parameters(const Solution& solution, std::span<const EffectParameters> effects);

}  // namespace tradewind::estimation
