// Caliendo and Parro (2015), eq. 15, with finite changes against the baseline: for economy n, partner i, sector j, with
// exports E and imports M net of tariffs, relative changes dc of input costs and the change dM of the value of imports,
//   terms of trade    (E_jni dc_jn - M_jni dc_ji) / I_n
//   volume of trade   tau_jni (dM_jni - M_jni dc_ji) / I_n
// and, where iceberg costs change too, what melts on the way no longer:
//   efficiency        -(1 + tau_jni) (integral of M_jni over log d_jni) / I_n
#include <cmath>

#include "tradewind/equilibrium/multi_sector_parts.hpp"

namespace tradewind::equilibrium {
namespace {

double change(double after, double before) { return before > 0 ? after / before : 1; }

std::vector<double> changes(const std::vector<double>& after, const std::vector<double>& before) {
  std::vector<double> result(after.size());
  for (std::size_t k = 0; k < after.size(); ++k) result[k] = change(after[k], before[k]);
  return result;
}

std::vector<double> ratio(const std::vector<double>& above, const std::vector<double>& below) {
  std::vector<double> result(above.size());
  for (std::size_t k = 0; k < above.size(); ++k) result[k] = above[k] / below[k];
  return result;
}

// Imports M on their way to M', integrated over the logarithm of an iceberg cost that changes by the factor d. They
// move about as a power of it; then the integral is (M' - M) / log(M'/M) log d, to first order M log d. Where trade
// ends or begins it is what the power -theta leaves of it, which has no wish for the size of d: M / theta.
double integral_over_cost(double before, double after, double d, double theta) {
  if (d == 1) return 0;
  constexpr double nothing = 1e-50;
  if (after <= nothing * before || before <= nothing * after) return (before - after) / theta;
  const double rise = (after - before) / before;
  const double log_rise = std::abs(rise) < 0.5 ? std::log1p(rise) : std::log(after / before);
  return (log_rise == 0 ? before : before * rise / log_rise) * std::log(d);
}

struct ForeignTrade {
  std::vector<double> exports, imports;  // [economy]
  std::vector<double> sector_exports;    // [sector][economy]
};

ForeignTrade foreign_trade(const std::vector<double>& trade, std::size_t economies, std::size_t sectors) {
  ForeignTrade result{std::vector<double>(economies), std::vector<double>(economies),
                      std::vector<double>(sectors * economies)};
  for (std::size_t j = 0; j < sectors; ++j)
    for (std::size_t n = 0; n < economies; ++n)
      for (std::size_t i = 0; i < economies; ++i) {
        if (i == n) continue;
        const double flow = trade[(j * economies + n) * economies + i];
        result.imports[n] += flow;
        result.exports[i] += flow;
        result.sector_exports[j * economies + i] += flow;
      }
  return result;
}

}  // namespace

void compare(const MultiSectorWorld& world, const TradePolicy& baseline, const TradePolicy& counterfactual,
             MultiSectorCounterfactual& result) {
  const std::size_t economies = world.economies, sectors = world.sectors;
  const MultiSectorEquilibrium &before = result.baseline, &after = result.counterfactual;
  result.wage = ratio(after.wage, before.wage);
  result.price_index = ratio(after.price_index, before.price_index);
  result.real_wage = ratio(result.wage, result.price_index);
  result.real_income = ratio(ratio(after.income, before.income), result.price_index);
  result.output = changes(after.output, before.output);
  const ForeignTrade abroad = foreign_trade(after.trade, economies, sectors),
                     abroad_before = foreign_trade(before.trade, economies, sectors);
  result.exports = changes(abroad.exports, abroad_before.exports);
  result.imports = changes(abroad.imports, abroad_before.imports);
  result.sector_exports = changes(abroad.sector_exports, abroad_before.sector_exports);

  const std::vector<double>& tariff = baseline.tariff.empty() ? world.tariff : baseline.tariff;
  const auto iceberg = [](const TradePolicy& policy, std::size_t at) {
    return policy.iceberg.empty() ? 1.0 : policy.iceberg[at];
  };
  const std::size_t cells = sectors * economies * economies;
  result.terms_of_trade_by_partner.assign(cells, 0.0);
  result.volume_of_trade_by_partner.assign(cells, 0.0);
  result.trade_efficiency_by_partner.assign(cells, 0.0);
  for (auto* total : {&result.welfare, &result.terms_of_trade, &result.volume_of_trade, &result.trade_efficiency})
    total->assign(economies, 0.0);
  for (std::size_t j = 0; j < sectors; ++j)
    for (std::size_t n = 0; n < economies; ++n) {
      const double per_income = 100 / before.income[n];
      const double own_cost = after.cost[j * economies + n] / before.cost[j * economies + n] - 1;
      for (std::size_t i = 0; i < economies; ++i) {
        const std::size_t bought = (j * economies + n) * economies + i, sold = (j * economies + i) * economies + n;
        const double imports = before.trade[bought], exports = before.trade[sold];
        if (imports == 0 && exports == 0 && after.trade[bought] == 0) continue;
        const double cost = after.cost[j * economies + i] / before.cost[j * economies + i] - 1;
        const double melted =
            integral_over_cost(imports, after.trade[bought],
                               iceberg(counterfactual, bought) / iceberg(baseline, bought), world.elasticity[j]);
        const double terms = (exports * own_cost - imports * cost) * per_income;
        const double volume = tariff[bought] * (after.trade[bought] - imports - imports * cost) * per_income;
        const double efficiency = -(1 + tariff[bought]) * melted * per_income;
        result.terms_of_trade_by_partner[bought] = terms;
        result.volume_of_trade_by_partner[bought] = volume;
        result.trade_efficiency_by_partner[bought] = efficiency;
        result.terms_of_trade[n] += terms;
        result.volume_of_trade[n] += volume;
        result.trade_efficiency[n] += efficiency;
      }
    }
  for (std::size_t n = 0; n < economies; ++n)
    result.welfare[n] = result.terms_of_trade[n] + result.volume_of_trade[n] + result.trade_efficiency[n];
}

}  // namespace tradewind::equilibrium
