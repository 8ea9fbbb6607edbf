/// A simulation as JSON: docs/simulate-json.md.
#pragma once
#include <nlohmann/json.hpp>

#include "tradewind/scenario/run.hpp"

namespace tradewind {

/// With draws the seconds of the solver are null, so that the same draws give the same bytes whoever computed them.
nlohmann::ordered_json simulation_json(const scenario::AnySimulation& simulation);

}  // namespace tradewind
