/// How many free parameters a regression has. Fixed effects overlap: with two of them, one level of the second is
/// redundant in every connected component of the graph whose edges are the rows (Abowd, Creecy and Kramarz 2002). And
/// effects within clusters are not counted when errors are clustered: docs/methods/inference.md says why.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tradewind/estimation/regression.hpp"

namespace tradewind::estimation {

/// Groups of rows within which errors may be correlated: "pair".
struct Cluster {
  std::string name;
  Array<std::uint32_t> group;  ///< a row of the regression's arrays each, below `groups`
  std::uint32_t groups = 0;
};

/// How redundant coefficients of the effects are counted.
enum class RedundantLevels {
  one_per_effect,  ///< fixest: every effect after the first loses one level, as in a connected panel
  pairwise,  ///< reghdfe: an effect loses as many levels as it has components with one before it, the largest such
             ///< number; exact with two effects, too few with three that overlap in other ways
  exact,     ///< the rank of the effects' design matrix (fixest's fixef.force_exact); `pairwise` where an exact
             ///< rank would take too long: three or more effects with more than 1,000 levels beside the largest
};

/// When an effect counts as nested in the clusters.
enum class Nesting {
  rows,    ///< every level has its rows within one group of one cluster
  fixest,  ///< as `rows`; but where every cluster is itself an effect, only effects named after one count: "firm" and
           ///< "firm^year" for the cluster "firm"
};

/// The parameters of one effect: an intercept for each level that has a row, and a slope for each slope variable.
struct EffectParameters {
  std::string name;
  std::uint64_t levels = 0;      ///< that have a row
  std::uint64_t intercepts = 0;  ///< `levels`, or zero for varying slopes alone
  std::uint64_t slopes = 0;      ///< `levels` times slope variables
  std::uint64_t redundant = 0;   ///< intercepts and slopes that others already span
  bool nested = false;           ///< its intercepts lie within the clusters
};

/// The effects of a regression in their order. Nested ones are looked at alone: they make no other effect's levels
/// redundant. Without clusters nothing is nested.
std::vector<EffectParameters> effect_parameters(const Regression& regression, std::span<const Cluster> clusters = {},
                                                RedundantLevels redundant = RedundantLevels::one_per_effect,
                                                Nesting nesting = Nesting::rows);

/// `regressors` plus slopes plus the intercepts of effects that are not nested, less what is redundant; plus one for
/// the constant when all intercepts are nested.
std::uint64_t count_parameters(std::uint64_t regressors, std::span<const EffectParameters> effects);

}  // namespace tradewind::estimation
