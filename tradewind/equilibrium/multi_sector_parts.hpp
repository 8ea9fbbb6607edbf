/// What stands before and after the solution of many sectors: the checks of its input, and the comparison of two
/// equilibria. The solution itself is in multi_sector.cpp.
#pragma once
#include "tradewind/equilibrium/multi_sector.hpp"

namespace tradewind::equilibrium {

/// InputErrors as told at `counterfactual`.
void check(const MultiSectorWorld& world);
void check(const MultiSectorWorld& world, const TradePolicy& policy);

/// Fills all that compares `result.counterfactual` with `result.baseline`: changes, and welfare with its parts.
void compare(const MultiSectorWorld& world, const TradePolicy& baseline, const TradePolicy& counterfactual,
             MultiSectorCounterfactual& result);

}  // namespace tradewind::equilibrium
