/// "What if": a scenario's result as a section of the brief, with charts, the sizes that it rests on and its cautions.
#pragma once
#include <string>
#include <vector>

#include "tradewind/report/charts.hpp"
#include "tradewind/scenario/run.hpp"

namespace tradewind {

/// Welfare by bloc and economy with intervals; by label where there are several; trade that changes most; and, where
/// the scenario starts from another world, what the changes are worth there.
std::vector<Chart> what_if_charts(const scenario::AnySimulation& simulation);

/// The result in a sentence: "China gains 0.07 percent of welfare, ASEAN 0.65 (0.51 to 0.92)."
std::string what_if_finding(const scenario::AnySimulation& simulation);

/// What the result rests on, a size each: "hard_connectivity: -2.15 percent of ... (uniform, -2.8 to -1.5). Assumption:
/// ...".
std::vector<std::string> what_if_sizes(const scenario::AnySimulation& simulation);

}  // namespace tradewind
