#include "tradewind/scenario/policy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "tradewind/world/input_error.hpp"

namespace tradewind::scenario {
namespace {

bool has_label(const PlannedChange& change, LabelSet labels) {
  return labels == all_labels || (labels >> change.label & 1u) != 0;
}

// What a change does to the trade of its pairs beside tariffs: iceberg costs times a factor, t^(1-sigma) times another.
struct CostFactor {
  double iceberg = 1;
  double gravity = 0;  ///< added to log t^(1-sigma)
  bool ban = false;
};

double above_minus_hundred(double percent, const Place& place, const char* what) {
  if (percent > -100) return percent;
  throw InputError(to_string(place), fmt::format("{} {} percent", what, percent), "more than -100 percent");
}

// Above this, exp(coefficient x dummy) is no number any more.
constexpr double largest_gravity = 700;

CostFactor cost_factor(const Effect& effect, const Numbers& numbers, double share) {
  CostFactor factor;
  if (const auto* cost = std::get_if<CostBy>(&effect)) {
    const double percent = above_minus_hundred(numbers(cost->percent), cost->percent.place, "trade costs changed by");
    factor.iceberg = 1 + share * percent / 100;
  } else if (const auto* gravity = std::get_if<GravityEffect>(&effect)) {
    factor.gravity = share * numbers(gravity->coefficient) * numbers(gravity->dummy);
    if (factor.gravity > largest_gravity)
      throw InputError(to_string(gravity->coefficient.place),
                       fmt::format("trade at given prices times exp({})", factor.gravity),
                       fmt::format("a coefficient times its dummy of at most {}", largest_gravity));
  } else if (const auto* trade = std::get_if<TradeEffect>(&effect)) {
    const double percent = above_minus_hundred(numbers(trade->percent), trade->percent.place, "trade changed by");
    factor.gravity = share * std::log1p(percent / 100);
  } else if (std::holds_alternative<Ban>(effect)) {
    factor.ban = share > 0;
  }
  return factor;
}

// A tariff in percent after a change that moves it by a share of its way.
double moved_tariff(double tariff, const Effect& effect, const Numbers& numbers, double share, const Place& place) {
  double moved = tariff;
  if (const auto* to = std::get_if<TariffTo>(&effect)) moved += share * (numbers(to->level) - tariff);
  if (const auto* by = std::get_if<TariffBy>(&effect)) moved += share * numbers(by->points);
  return above_minus_hundred(moved, place, "a tariff of");
}

bool is_tariff(const Effect& effect) {
  return std::holds_alternative<TariffTo>(effect) || std::holds_alternative<TariffBy>(effect) ||
         std::holds_alternative<TariffColumn>(effect);
}

// Nothing comes through at this cost: d^-theta is nothing beside any other cost.
constexpr double prohibitive = 1e150;

// Who needs a good must be able to buy it; only bans take away all who sell it.
void check_sellers(const SectorTables& tables, const equilibrium::TradePolicy& policy, const Place& ban) {
  const std::size_t n = tables.economies.size();
  for (std::size_t sector = 0; sector < tables.sectors.size(); ++sector)
    for (std::size_t importer = 0; importer < n; ++importer) {
      bool bought = false, left = false;
      for (std::size_t at = (sector * n + importer) * n; at < (sector * n + importer + 1) * n; ++at)
        if (tables.world.trade[at] > 0) {
          bought = true;
          left = left || policy.iceberg[at] < prohibitive;
        }
      if (bought && !left)
        throw InputError(to_string(ban),
                         fmt::format("a ban that leaves {} nobody to buy {} from, not even at home",
                                     tables.economies.names[importer], tables.sectors[sector]),
                         "somebody who sells it", "Name the sectors that are banned, or raise 'cost' instead.");
    }
}

}  // namespace

double share_in_force(const Change& change, const std::optional<Date>& day) {
  if (change.steps.empty()) return 1;
  if (!day) return change.steps.back().share;
  double share = 0;
  for (const Step& step : change.steps)
    if (step.from <= *day) share = step.share;
  return share;
}

CostChange cost_change(std::span<const PlannedChange> changes, LabelSet labels, const Numbers& numbers,
                       const Eigen::MatrixXd& tariff, double sigma, const std::optional<Date>& day) {
  CostChange changed{Eigen::MatrixXd::Ones(tariff.rows(), tariff.cols()), tariff};
  for (const PlannedChange& change : changes) {
    const double share = share_in_force(change.said, day);
    if (share == 0 || !has_label(change, labels)) continue;
    if (is_tariff(change.said.effect)) {
      for (const auto& [i, j] : change.pairs)
        changed.tariff(i, j) =
            moved_tariff(changed.tariff(i, j), change.said.effect, numbers, share, change.said.place);
      continue;
    }
    const CostFactor cost = cost_factor(change.said.effect, numbers, share);
    const double times = cost.ban ? 0 : std::pow(cost.iceberg, 1 - sigma) * std::exp(cost.gravity);
    for (const auto& [i, j] : change.pairs) changed.factor(i, j) *= times;
  }
  for (Eigen::Index j = 0; j < tariff.cols(); ++j)
    for (Eigen::Index i = 0; i < tariff.rows(); ++i) {
      const double before = tariff(i, j), after = changed.tariff(i, j);
      if (!std::isnan(after) && after != before)
        changed.factor(i, j) *= std::pow((100 + after) / (100 + before), 1 - sigma);
    }
  return changed;
}

equilibrium::TradePolicy trade_policy(const Plan& plan, LabelSet labels, const Numbers& numbers,
                                      const SectorTables& tables, std::span<const double> elasticity,
                                      const std::optional<Date>& day) {
  const std::size_t n = tables.economies.size();
  equilibrium::TradePolicy policy{tables.world.tariff, std::vector<double>(tables.world.trade.size(), 1.0)};
  const Place* ban = nullptr;
  const auto apply = [&](const PlannedChange& change) {
    const double share = share_in_force(change.said, day);
    if (share == 0) return;
    const Effect& effect = change.said.effect;
    const auto* tariff_column = std::get_if<TariffColumn>(&effect);
    const auto* cost_column = std::get_if<CostColumn>(&effect);
    const CostFactor cost = cost_factor(effect, numbers, share);
    for (const std::size_t sector : change.sectors)
      for (const auto& [exporter, importer] : change.pairs) {
        const std::size_t at = (sector * n + importer) * n + exporter;
        double& tariff = policy.tariff[at];
        if (tariff_column != nullptr)
          tariff += share * (tables.columns.at(tariff_column->column.text)[at] - tariff);
        else if (is_tariff(effect))
          tariff = moved_tariff(100 * tariff, effect, numbers, share, change.said.place) / 100;
        double& iceberg = policy.iceberg[at];
        if (iceberg >= prohibitive) continue;
        if (cost_column != nullptr) {
          const double ratio = tables.columns.at(cost_column->column.text)[at];
          if (!(ratio > 0))
            throw InputError(to_string(cost_column->column.place),
                             fmt::format("an iceberg cost of {} for {} from {} to {}", ratio, tables.sectors[sector],
                                         tables.economies.names[exporter], tables.economies.names[importer]),
                             "more than 0");
          iceberg *= 1 + share * (ratio - 1);
        } else if (cost.ban) {
          iceberg = prohibitive;
          ban = &change.said.place;
        } else {
          iceberg *= cost.iceberg * std::exp(-cost.gravity / elasticity[sector]);
        }
      }
  };
  for (const PlannedChange& change : plan.base) apply(change);
  for (const PlannedChange& change : plan.changes)
    if (has_label(change, labels)) apply(change);
  if (ban != nullptr) check_sellers(tables, policy, *ban);
  return policy;
}

}  // namespace tradewind::scenario
