/// Observations for which Poisson maximum likelihood has no finite estimate, and why.
///
/// An observation with y = 0 is separated when some z = X gamma + effects is zero wherever y > 0, nowhere positive
/// where y = 0, and negative there: moving along gamma without end raises the likelihood and drives its fitted value to
/// zero. Without those observations the estimates exist and are the limits. Correia, Guimaraes and Zylkin (2019),
/// "Verifying the existence of maximum likelihood estimates for generalized linear models", arXiv 1903.01633.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tradewind/estimation/regression.hpp"

namespace tradewind::estimation {

/// One reason, and the rows that it takes.
struct Separator {
  enum class Kind {
    empty_level,  ///< a level of a fixed effect without any positive response
    one_sided,    ///< a regressor that is zero wherever y > 0 (up to the effects' own zero) and of one sign elsewhere
    combination,  ///< a linear combination of regressors and effects
  };
  Kind kind = Kind::empty_level;
  /// In words: "pair_id: 7 levels never have a positive response"; "rta is positive only where the response is zero".
  std::string words;
  std::vector<std::uint32_t> rows;  ///< of the regression's arrays, ascending
  std::vector<double> certificate;  ///< z of those rows, negative; empty for `empty_level`
  std::vector<std::string> names;   ///< the effects and regressors that take part
  std::vector<double> weights;      ///< gamma of the regressors among `names`, NaN for effects
};

struct Separation {
  std::vector<std::uint32_t> rows;  ///< every separated row once, ascending
  std::vector<Separator> reasons;   ///< no row in two of them; in the order in which they were found
  bool certain = true;              ///< false when the search stopped before it was decided
  int iterations = 0;               ///< of the rectifier
};

struct SeparationOptions {
  double tolerance = 1e-5;     ///< a certificate below this share of its largest value is zero
  int most_iterations = 1000;  ///< of the rectifier
};

/// The separated observations among regression.rows. Costs little where nothing separates.
Separation find_separation(const Regression& regression, const SeparationOptions& options = {});

/// The rows of the regression without `separated` (ascending): what regression.rows becomes.
std::vector<std::uint32_t> rows_without(const Regression& regression, std::span<const std::uint32_t> separated);

}  // namespace tradewind::estimation
