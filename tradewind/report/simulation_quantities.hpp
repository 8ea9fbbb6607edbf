/// What a simulation tells of each economy: the names that tables, CSV and JSON share. Only they use this.
#pragma once
#include <cmath>
#include <functional>
#include <string_view>
#include <vector>

#include "tradewind/scenario/run.hpp"

namespace tradewind {

/// One number for each economy, in percent.
template <class Outcome>
struct Quantity {
  std::string_view name;   ///< in CSV and JSON: "real_output"
  std::string_view words;  ///< at the head of a column: "real output"
  std::function<Eigen::VectorXd(const Outcome&)> of;
};

using scenario::EconomyChanges;
using scenario::MultiSectorOutcome;
using scenario::OneSectorOutcome;

struct ChangeName {
  std::string_view name, words;
  Eigen::VectorXd EconomyChanges::*of;
};
inline constexpr ChangeName economy_changes[] = {
    {"welfare", "welfare", &EconomyChanges::welfare},
    {"real_output", "real output", &EconomyChanges::real_output},
    {"exports", "exports", &EconomyChanges::exports},
    {"imports", "imports", &EconomyChanges::imports},
    {"domestic_trade", "domestic trade", &EconomyChanges::domestic_trade},
    {"factory_price", "factory-gate price", &EconomyChanges::factory_price},
    {"inward_resistance", "inward resistance", &EconomyChanges::inward_resistance},
    {"outward_resistance", "outward resistance", &EconomyChanges::outward_resistance},
};

/// In the full endowment equilibrium.
inline std::vector<Quantity<OneSectorOutcome>> quantities(const OneSectorOutcome&) {
  std::vector<Quantity<OneSectorOutcome>> result;
  for (const ChangeName& change : economy_changes)
    result.push_back({change.name, change.words, [&change](const OneSectorOutcome& o) { return o.full.*change.of; }});
  return result;
}
/// With output and expenditure held.
inline std::vector<Quantity<OneSectorOutcome>> conditional_quantities(const OneSectorOutcome&) {
  std::vector<Quantity<OneSectorOutcome>> result;
  for (const ChangeName& change : economy_changes)
    result.push_back(
        {change.name, change.words, [&change](const OneSectorOutcome& o) { return o.conditional.*change.of; }});
  return result;
}

inline std::vector<Quantity<MultiSectorOutcome>> quantities(const MultiSectorOutcome& shape) {
  using O = MultiSectorOutcome;
  const Eigen::Index economies = shape.real_wage.size();
  return {
      {"welfare", "welfare", [economies](const O& o) { return o.welfare.total.head(economies); }},
      {"terms_of_trade", "terms of trade", [](const O& o) { return o.terms_of_trade; }},
      {"volume_of_trade", "volume of trade", [](const O& o) { return o.volume_of_trade; }},
      {"trade_efficiency", "trade efficiency", [](const O& o) { return o.trade_efficiency; }},
      {"real_wage", "real wage", [](const O& o) { return o.real_wage; }},
      {"real_income", "real income", [](const O& o) { return o.real_income; }},
      {"exports", "exports", [](const O& o) { return o.exports; }},
      {"imports", "imports", [](const O& o) { return o.imports; }},
      {"wage", "wage", [](const O& o) { return o.wage; }},
      {"price_index", "consumer prices", [](const O& o) { return o.price_index; }},
  };
}
inline std::vector<Quantity<MultiSectorOutcome>> conditional_quantities(const MultiSectorOutcome&) { return {}; }

/// How much of the loss from the world that a scenario starts from its changes make good, percent; NaN where that world
/// brings no loss.
inline double insured(double base_today, double both_today) {
  return base_today < 0 ? 100 * (both_today - base_today) / -base_today : std::nan("");
}

}  // namespace tradewind
