#include <fmt/format.h>

#include <cmath>

#include "tradewind/equilibrium/multi_sector_parts.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::equilibrium {
namespace {

// Published totals are rounded, but not more than this share of trade.
constexpr double adds_up = 1e-6;

class Names {
 public:
  explicit Names(const MultiSectorWorld& world) : world_(world) {}
  std::string economy(std::size_t n) const {
    return world_.economy_names.empty() ? fmt::format("economy {}", n + 1) : world_.economy_names[n];
  }
  std::string sector(std::size_t j) const {
    return world_.sector_names.empty() ? fmt::format("sector {}", j + 1) : world_.sector_names[j];
  }
  std::string cell(std::size_t n, std::size_t j) const { return fmt::format("{}, {}", economy(n), sector(j)); }
  /// Of an array [sector][importer][exporter].
  std::string flow(std::size_t at) const {
    const std::size_t economies = world_.economies;
    return fmt::format("{} from {} to {}", sector(at / economies / economies), economy(at % economies),
                       economy(at / economies % economies));
  }

 private:
  const MultiSectorWorld& world_;
};

void check_size(const std::vector<double>& values, std::size_t size, const char* what) {
  if (values.size() != size) throw InputError(what, fmt::format("{} values", values.size()), fmt::format("{}", size));
}

void check_tariffs(const std::vector<double>& tariff, const Names& names) {
  for (std::size_t at = 0; at < tariff.size(); ++at)
    if (!(std::isfinite(tariff[at]) && tariff[at] > -1))
      throw InputError(fmt::format("tariff on {}", names.flow(at)), fmt::format("{:g} %", 100 * tariff[at]),
                       "a tariff above -100 %", "a tariff is a fraction of the value at the border: 0.05 is 5 %");
}

// Whoever sells must have a cost, whoever needs a good must be able to buy it.
void check_sectors(const MultiSectorWorld& world, const Names& names) {
  const std::size_t economies = world.economies, sectors = world.sectors;
  for (std::size_t n = 0; n < economies; ++n)
    for (std::size_t j = 0; j < sectors; ++j) {
      double cost = world.value_added[n * sectors + j], use = world.final_use[n * sectors + j], sold = 0, bought = 0;
      for (std::size_t k = 0; k < sectors; ++k) {
        cost += world.intermediate[(n * sectors + j) * sectors + k];
        use += world.intermediate[(n * sectors + k) * sectors + j];
      }
      for (std::size_t i = 0; i < economies; ++i) {
        sold += world.trade[(j * economies + i) * economies + n];
        bought += world.trade[(j * economies + n) * economies + i];
      }
      if (cost < 0 || (cost == 0 && sold > 0))
        throw InputError(fmt::format("cost of {}", names.cell(n, j)), fmt::format("{:g}", cost),
                         fmt::format("more than 0, as it sells {:g}", sold));
      if (use > 0 && bought == 0)
        throw InputError(fmt::format("trade, {}", names.cell(n, j)), fmt::format("a use of {:g} and no seller", use),
                         "a seller, at home or abroad");
    }
}

void check_deficits(const MultiSectorWorld& world, const Names& names) {
  if (world.deficit.empty()) return;
  check_size(world.deficit, world.economies, "deficit");
  std::vector<double> from_trade(world.economies), size(world.economies);
  for (std::size_t at = 0; at < world.trade.size(); ++at) {
    const std::size_t importer = at / world.economies % world.economies, exporter = at % world.economies;
    if (importer == exporter) continue;
    from_trade[importer] += world.trade[at];
    from_trade[exporter] -= world.trade[at];
    size[importer] += world.trade[at];
    size[exporter] += world.trade[at];
  }
  for (std::size_t n = 0; n < world.economies; ++n)
    if (!(std::abs(world.deficit[n] - from_trade[n]) <= adds_up * size[n]))
      throw InputError(fmt::format("deficit of {}", names.economy(n)), fmt::format("{:.10g}", world.deficit[n]),
                       fmt::format("{:.10g}, its imports less its exports", from_trade[n]),
                       "both net of tariffs; leave deficits out to take them from trade");
}

}  // namespace

void check(const MultiSectorWorld& world) {
  const std::size_t economies = world.economies, sectors = world.sectors;
  if (economies < 2 || sectors < 1)
    throw InputError("world", fmt::format("{} economies and {} sectors", economies, sectors),
                     "at least two economies and one sector");
  const std::size_t flows = sectors * economies * economies;
  check_size(world.trade, flows, "trade");
  check_size(world.tariff, flows, "tariff");
  check_size(world.intermediate, economies * sectors * sectors, "intermediate use");
  check_size(world.value_added, economies * sectors, "value added");
  check_size(world.final_use, economies * sectors, "final use");
  check_size(world.elasticity, sectors, "trade elasticity");
  if (!world.economy_names.empty() && world.economy_names.size() != economies)
    throw InputError("names of economies", fmt::format("{}", world.economy_names.size()), fmt::format("{}", economies));
  if (!world.sector_names.empty() && world.sector_names.size() != sectors)
    throw InputError("names of sectors", fmt::format("{}", world.sector_names.size()), fmt::format("{}", sectors));

  const Names names(world);
  for (std::size_t at = 0; at < flows; ++at)
    if (!(std::isfinite(world.trade[at]) && world.trade[at] >= 0))
      throw InputError(fmt::format("trade, {}", names.flow(at)), fmt::format("{:g}", world.trade[at]),
                       "a finite value of 0 or more");
  check_tariffs(world.tariff, names);
  for (std::size_t at = 0; at < world.intermediate.size(); ++at)
    if (!std::isfinite(world.intermediate[at]))
      throw InputError(fmt::format("intermediate use, {}", names.cell(at / sectors / sectors, at / sectors % sectors)),
                       fmt::format("{:g}", world.intermediate[at]), "a finite value");
  for (const auto& [values, what] : {std::pair{&world.value_added, "value added"}, {&world.final_use, "final use"}})
    for (std::size_t n = 0; n < economies; ++n) {
      double total = 0;
      for (std::size_t j = 0; j < sectors; ++j) {
        const double value = (*values)[n * sectors + j];
        if (!(std::isfinite(value) && value >= 0))
          throw InputError(fmt::format("{}, {}", what, names.cell(n, j)), fmt::format("{:g}", value),
                           "a finite value of 0 or more");
        total += value;
      }
      if (total == 0) throw InputError(fmt::format("{} of {}", what, names.economy(n)), "none", "some");
    }
  for (std::size_t j = 0; j < sectors; ++j)
    if (!(std::isfinite(world.elasticity[j]) && world.elasticity[j] > 0))
      throw InputError(fmt::format("trade elasticity of {}", names.sector(j)), fmt::format("{:g}", world.elasticity[j]),
                       "a finite theta above 0",
                       "theta is sigma - 1: an elasticity of substitution of 1 leaves no trade elasticity");
  check_sectors(world, names);
  check_deficits(world, names);
}

void check(const MultiSectorWorld& world, const TradePolicy& policy) {
  const Names names(world);
  if (!policy.tariff.empty()) {
    check_size(policy.tariff, world.trade.size(), "new tariffs");
    check_tariffs(policy.tariff, names);
  }
  if (!policy.iceberg.empty()) {
    check_size(policy.iceberg, world.trade.size(), "change of iceberg costs");
    for (std::size_t at = 0; at < policy.iceberg.size(); ++at)
      if (!(std::isfinite(policy.iceberg[at]) && policy.iceberg[at] > 0))
        throw InputError(fmt::format("change of iceberg costs, {}", names.flow(at)),
                         fmt::format("{:g}", policy.iceberg[at]), "a finite factor above 0");
  }
}

}  // namespace tradewind::equilibrium
