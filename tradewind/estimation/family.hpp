/// The two families of models.
#pragma once
#include <string_view>

namespace tradewind::estimation {

/// The likelihood that is maximised: it decides the distribution of tests and which measures of fit have a meaning.
/// `gaussian` is least squares.
enum class Family { gaussian, poisson };

/// "gaussian", "ols", "feols", "least squares" or "poisson", "ppml", "pml", "fepois", "quasipoisson", whether large or
/// small. InputError for others, in the name of --family.
Family parse_family(std::string_view name);

/// "gaussian" or "poisson", as JSON has them.
std::string_view to_string(Family family);

}  // namespace tradewind::estimation
