/// Observations for which Poisson maximum likelihood has no finite estimate, and why.
///
/// An observation with y = 0 is separated when some z = X gamma + effects is zero wherever y > 0, nowhere positive
/// where y = 0, and negative there: moving along gamma without end raises the likelihood and drives its fitted value to
/// zero. Without those observations the estimates exist, and are the limits of such moves. Correia, Guimaraes and
/// Zylkin (2019), "Verifying the existence of maximum likelihood estimates for generalized linear models", arXiv
/// 1903.01633.
///
/// How it is decided: docs/methods/inference.md.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tradewind/estimation/regression.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

/// One reason, and the rows that it takes.
struct Separator {
  enum class Kind {
    empty_level,   ///< a level of a fixed effect without any positive response
    one_sided,     ///< a regressor that is constant wherever y > 0 and never on one side of that value elsewhere
    split_levels,  ///< two effects whose levels positive responses do not tie together
    combination,   ///< a linear combination of regressors and effects
  };
  Kind kind = Kind::empty_level;
  /// In words: "pair_id: 7 levels never have a positive response".
  std::string words;
  std::vector<std::uint32_t> rows;  ///< of the regression's arrays, ascending
  std::vector<double> certificate;  ///< z of those rows, negative, -1 the lowest; empty for `empty_level`
  std::vector<std::string> names;   ///< the regressors and effects that take part
  std::vector<double> gamma;        ///< of the regressors among `names`; NaN for effects
};

struct Separation {
  std::vector<std::uint32_t> rows;  ///< every separated row once, ascending
  std::vector<Separator> reasons;   ///< no row in two of them; in the order in which they were found
  bool certain = true;              ///< false: effects fall apart in more ways than were looked at
};

/// What is known of levels before a search.
enum class Levels { any, with_positive_response };

/// The reasons that one look at the data shows: empty levels and one-sided regressors.
Separation obvious_separation(const Regression& regression, Levels levels = Levels::any);

/// All separated observations among regression.rows.
Separation find_separation(const Regression& regression);

/// Whether a Poisson solution shows that nothing is separated. At a maximum Newton's steps vanish, after few of them;
/// where an observation is separated they keep moving its linear predictor by -1.
bool separation_excluded(const Solution& solution);

/// The rows of the regression without `separated` (ascending): what regression.rows becomes.
std::vector<std::uint32_t> rows_without(const Regression& regression, std::span<const std::uint32_t> separated);

/// poisson() without the separated observations: the obvious ones are set aside first, others are looked for only where
/// the solution does not exclude them.
struct PoissonFit {
  Regression regression;  ///< with the rows that were used
  Separation separation;
  Solution solution;
};
PoissonFit poisson_without_separated(const Regression& regression, const SolverOptions& options = {},
                                     Levels levels = Levels::any);

}  // namespace tradewind::estimation
