#include "tradewind/estimation/family.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "tradewind/world/input_error.hpp"
#include "tradewind/world/lower_case.hpp"

namespace tradewind::estimation {

Family parse_family(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Family>, 11> names = {{
      {"gaussian", Family::gaussian},
      {"ols", Family::gaussian},
      {"feols", Family::gaussian},
      {"least_squares", Family::gaussian},
      {"least squares", Family::gaussian},
      {"poisson", Family::poisson},
      {"ppml", Family::poisson},
      {"pml", Family::poisson},
      {"fepois", Family::poisson},
      {"quasipoisson", Family::poisson},
      {"ppmlhdfe", Family::poisson},
  }};
  const std::string small = lower_case(name);
  for (const auto& [known, family] : names)
    if (small == known) return family;
  throw InputError("--family", "'" + std::string(name) + "' is no family",
                   "gaussian (least squares) or poisson (PPML)");
}

std::string_view to_string(Family family) { return family == Family::poisson ? "poisson" : "gaussian"; }

}  // namespace tradewind::estimation
