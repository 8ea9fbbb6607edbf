/// From changes with names to trade costs of a world: who trades with whom at what tariff and what iceberg cost.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tradewind/equilibrium/multi_sector.hpp"
#include "tradewind/scenario/parties.hpp"
#include "tradewind/scenario/scenario.hpp"
#include "tradewind/scenario/world_data.hpp"

namespace tradewind::scenario {

/// The numbers of a scenario by name: its sizes and, behind them, the coefficients of a saved estimate. A draw of an
/// ensemble has the same names and other values.
struct Numbers {
  std::vector<std::string> names;
  std::vector<double> values;

  double operator()(const Amount& amount) const;  ///< an assert when its name is unknown
  std::optional<double> find(std::string_view name) const;
};

/// A change whose parties and sectors are places in the data.
struct PlannedChange {
  Change said;
  std::size_t label = 0;                                       ///< its place in Plan::labels
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  ///< exporter, importer; never an economy with itself
  std::vector<std::size_t> sectors;
};

/// A scenario as it meets a data set.
struct Plan {
  std::vector<PlannedChange> base, changes;
  std::vector<std::string> labels;  ///< of `changes`, in the order of their first mention
  std::vector<Date> stages;         ///< the days on which something of `changes` begins, ascending
  std::vector<Group> groups;        ///< blocs that the changes name
  std::vector<std::string> notes;
  Numbers numbers;
  /// One sector: today's tariff of each pair in percent as the scenario says it, exporter by row; NaN where it does
  /// not.
  Eigen::MatrixXd tariff;
};

/// Which economies sell or buy under one of the plan's changes (those of its base left out).
std::vector<bool> economies_named(const Plan& plan, std::size_t economies);

/// Names of a saved estimate's coefficients and their values; empty without one.
struct Coefficients {
  std::vector<std::string> names;
  std::vector<double> values;
};

/// InputError with its place: parties as Parties says, sectors that the data do not have (nearest names) or, in a world
/// of one sector, any sector or column; a gravity coefficient that is neither a size nor one of the estimate; a tariff
/// of a pair of which nobody says what it is in the data, or of which two changes say different things; no pair left.
/// Blocs have their members of the scenario's day, else of the end of the data's year.
Plan plan(const Scenario& scenario, const World& world, const TradeTable& table, const Coefficients& coefficients);
Plan plan(const Scenario& scenario, const World& world, const SectorTables& tables, const Coefficients& coefficients);

/// Labels of changes as a set: bit k is Plan::labels[k].
using LabelSet = std::uint32_t;
constexpr LabelSet all_labels = ~LabelSet{0};

/// The share of a change that is in force on a day; without a day, of what is in force at the end.
double share_in_force(const Change& change, const std::optional<Date>& day);

/// One sector: what changes make of a world.
struct CostChange {
  Eigen::MatrixXd factor;  ///< (t'_ij / t_ij)^(1-sigma)
  Eigen::MatrixXd tariff;  ///< percent, afterwards; NaN where nobody says
};
/// `tariff`: before. InputError where numbers that were drawn leave what a change can be (a tariff of -100 percent).
CostChange cost_change(std::span<const PlannedChange> changes, LabelSet labels, const Numbers& numbers,
                       const Eigen::MatrixXd& tariff, double sigma, const std::optional<Date>& day);

/// Many sectors: the world's tariffs, and iceberg costs as factors on its own, once the plan's base has happened and of
/// its changes those that have one of the labels. `elasticity` of each sector turns gravity effects into costs.
equilibrium::TradePolicy trade_policy(const Plan& plan, LabelSet labels, const Numbers& numbers,
                                      const SectorTables& tables, std::span<const double> elasticity,
                                      const std::optional<Date>& day);

}  // namespace tradewind::scenario
