#include "tradewind/estimation/functions.hpp"

#include <algorithm>
#include <array>

namespace tradewind::estimation {
namespace {

constexpr std::array all = {
    Function{"I", 1, 1},     Function{"log", 1, 2},    Function{"log1p", 1, 1},     Function{"log2", 1, 1},
    Function{"log10", 1, 1}, Function{"exp", 1, 1},    Function{"expm1", 1, 1},     Function{"sqrt", 1, 1},
    Function{"abs", 1, 1},   Function{"sign", 1, 1},   Function{"floor", 1, 1},     Function{"ceiling", 1, 1},
    Function{"round", 1, 1}, Function{"sin", 1, 1},    Function{"cos", 1, 1},       Function{"tan", 1, 1},
    Function{"asinh", 1, 1}, Function{"pmin", 2, 2},   Function{"pmax", 2, 2},      Function{"ifelse", 3, 3},
    Function{"is.na", 1, 1}, Function{"factor", 1, 1}, Function{"as.factor", 1, 1}, Function{"as.numeric", 1, 1},
};

}  // namespace

std::span<const Function> functions() { return all; }

const Function* find_function(std::string_view name) {
  const auto* found = std::ranges::find(all, name, &Function::name);
  return found == all.end() ? nullptr : found;
}

}  // namespace tradewind::estimation
