#include "tradewind/estimation/family.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {

Family parse_family(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Family>, 11> names = {{
      {"gaussian", Family::least_squares},
      {"ols", Family::least_squares},
      {"feols", Family::least_squares},
      {"least_squares", Family::least_squares},
      {"least squares", Family::least_squares},
      {"poisson", Family::poisson},
      {"ppml", Family::poisson},
      {"pml", Family::poisson},
      {"fepois", Family::poisson},
      {"quasipoisson", Family::poisson},
      {"ppmlhdfe", Family::poisson},
  }};
  std::string small(name);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const auto& [known, family] : names)
    if (small == known) return family;
  throw InputError("--family", "'" + std::string(name) + "' is no family",
                   "gaussian (least squares) or poisson (PPML)");
}

std::string_view to_string(Family family) { return family == Family::poisson ? "poisson" : "gaussian"; }

}  // namespace tradewind::estimation
