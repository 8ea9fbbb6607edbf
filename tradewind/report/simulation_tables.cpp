#include "tradewind/report/simulation_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <type_traits>

#include "tradewind/report/simulation_quantities.hpp"

namespace tradewind {
namespace {

using namespace scenario;
using Eigen::Index;

constexpr int decimals = 3;
constexpr std::size_t flows_shown = 10;

Cell cell(double number) { return std::isnan(number) ? Cell() : Cell(number); }

// The columns of a quantity: its value and, where there are draws, median and interval.
struct ValueColumns {
  bool whole, draws;

  void heads(Table& table, std::string_view name) const {
    table.columns.emplace_back(name);
    if (!draws) return;
    const std::string gap = whole ? "_" : " ";
    if (whole) table.columns.push_back(fmt::format("{}_median", name));
    table.columns.push_back(whole ? fmt::format("{}{}low", name, gap) : "low");
    table.columns.push_back(whole ? fmt::format("{}{}high", name, gap) : "high");
  }
  void cells(std::vector<Cell>& row, double value, double median, double low, double high) const {
    row.push_back(cell(value));
    if (!draws) return;
    if (whole) row.push_back(cell(median));
    row.push_back(cell(low));
    row.push_back(cell(high));
  }
};

template <class Outcome>
class Tables {
 public:
  Tables(const Simulation<Outcome>& simulation, bool whole)
      : told_(simulation),
        outcome_(simulation.solved.outcome),
        whole_(whole),
        economies_(simulation.economies.size()),
        columns_{whole, simulation.ensemble.has_value()} {
    order_.resize(economies_);
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    if (!whole)
      std::ranges::stable_sort(order_, std::greater{}, [&](std::size_t i) { return welfare().total(index(i)); });
  }

  std::vector<SimulationTable> all() const {
    std::vector<SimulationTable> tables;
    const auto add = [&](SimulationTable table) {
      if (!whole_ && table.table.decimals < 0) table.table.decimals = decimals;
      if (!table.table.rows.empty()) tables.push_back(std::move(table));
    };
    add(blocs());
    add(economies());
    add(decomposition());
    add(worlds());
    add(stages());
    add(flows());
    add(pairs());
    add(sectors());
    add(partners());
    add(sizes());
    return tables;
  }

 private:
  static Index index(std::size_t i) { return static_cast<Index>(i); }
  static constexpr bool one_sector = std::is_same_v<Outcome, OneSectorOutcome>;
  const WelfareTold& welfare() const { return outcome_.welfare; }
  const Outcome& or_central(Outcome EnsembleTold<Outcome>::*part) const {
    return told_.ensemble ? *told_.ensemble.*part : outcome_;
  }
  const Outcome& median() const { return or_central(&EnsembleTold<Outcome>::median); }
  const Outcome& low() const { return or_central(&EnsembleTold<Outcome>::low); }
  const Outcome& high() const { return or_central(&EnsembleTold<Outcome>::high); }

  // The head and the first cells of a row: for people the name alone.
  void head(Table& table, const char* who) const {
    if (whole_) table.columns = {"code", "name"};
    if (!whole_) table.columns = {who};
  }
  std::vector<Cell> row_of(std::size_t row) const {
    const Party who = party(told_, row);
    if (whole_) return {who.code, who.name};
    return {who.name};
  }

  SimulationTable economies() const {
    SimulationTable made{"economies", "Economies, percent change in the full endowment equilibrium", {}};
    if (!one_sector)
      made.title =
          "Economies, percent; welfare and its parts of income, to first order; real income without approximation";
    auto shown = quantities(outcome_);
    if (!whole_) {
      // What people look at first, and as much as a line holds.
      std::erase_if(shown, [](const auto& quantity) {
        static const std::vector<std::string_view> first =
            one_sector ? std::vector<std::string_view>{"welfare", "exports", "imports", "domestic_trade"}
                       : std::vector<std::string_view>{"welfare", "terms_of_trade", "volume_of_trade", "real_wage",
                                                       "real_income"};
        return std::ranges::find(first, quantity.name) == first.end();
      });
    }
    head(made.table, "economy");
    const ValueColumns bare{whole_, false};
    const auto columns_for = [&](const auto& quantity) {
      return whole_ || quantity.name == "welfare" ? columns_ : bare;
    };
    for (const auto& quantity : shown) columns_for(quantity).heads(made.table, whole_ ? quantity.name : quantity.words);
    auto held = conditional_quantities(outcome_);
    if (!whole_) std::erase_if(held, [](const auto& quantity) { return quantity.name != "exports"; });
    for (const auto& quantity : held)
      columns_for(quantity).heads(made.table, whole_ ? fmt::format("conditional_{}", quantity.name)
                                                     : fmt::format("{}, output held", quantity.words));
    for (const std::size_t i : order_) {
      std::vector<Cell> row = row_of(i);
      for (const auto* list : {&shown, &held})
        for (const auto& quantity : *list)
          columns_for(quantity).cells(row, quantity.of(outcome_)(index(i)), quantity.of(median())(index(i)),
                                      quantity.of(low())(index(i)), quantity.of(high())(index(i)));
      made.table.rows.push_back(std::move(row));
    }
    return made;
  }

  SimulationTable blocs() const {
    SimulationTable made{"blocs", "Blocs, welfare of their members weighted by what they spend, percent", {}};
    head(made.table, "bloc");
    columns_.heads(made.table, "welfare");
    for (std::size_t g = 0; g < told_.groups.size(); ++g) {
      std::vector<Cell> row = row_of(economies_ + g);
      const Index at = index(economies_ + g);
      columns_.cells(row, welfare().total(at), median().welfare.total(at), low().welfare.total(at),
                     high().welfare.total(at));
      made.table.rows.push_back(std::move(row));
    }
    return made;
  }

  // Rows of blocs first, then economies: for people those that a change names.
  std::vector<std::size_t> blocs_and_economies() const {
    std::vector<std::size_t> rows;
    for (std::size_t g = 0; g < told_.groups.size(); ++g) rows.push_back(economies_ + g);
    const std::vector<bool> named = economies_named(told_.plan, economies_);
    for (const std::size_t i : order_)
      if (whole_ || named[i]) rows.push_back(i);
    return rows;
  }

  SimulationTable decomposition() const {
    SimulationTable made{"decomposition", "Where welfare comes from, percentage points (Shapley value)", {}};
    const Eigen::MatrixXd& by_label = welfare().by_label;
    if (by_label.cols() == 0) return made;
    head(made.table, "whose");
    // A line holds the intervals of few labels.
    const ValueColumns columns{whole_, columns_.draws && (whole_ || by_label.cols() <= 3)};
    for (const std::string& label : told_.plan.labels) columns.heads(made.table, label);
    made.table.columns.emplace_back("total");
    for (const std::size_t row_index : blocs_and_economies()) {
      const Index at = index(row_index);
      std::vector<Cell> row = row_of(row_index);
      for (Index label = 0; label < by_label.cols(); ++label)
        columns.cells(row, by_label(at, label), median().welfare.by_label(at, label), low().welfare.by_label(at, label),
                      high().welfare.by_label(at, label));
      row.push_back(cell(welfare().total(at)));
      made.table.rows.push_back(std::move(row));
    }
    return made;
  }

  SimulationTable worlds() const {
    SimulationTable made{
        "worlds",
        fmt::format("What the changes are worth in today's world and in that of '{}', percent of welfare; insured: "
                    "how much of that world's loss they make good",
                    told_.scenario.base_title),
        {}};
    if (welfare().base_today.size() == 0) return made;
    head(made.table, "whose");
    const auto name = [&](const char* whole, const char* people) { return std::string(whole_ ? whole : people); };
    const ValueColumns columns{whole_, columns_.draws && whole_};
    columns.heads(made.table, name("changes_today", "worth today"));
    columns.heads(made.table, name("changes_in_base", "worth there"));
    columns.heads(made.table, name("base_today", "that world"));
    columns.heads(made.table, name("both_today", "with changes"));
    made.table.columns.push_back(name("insured", "insured"));
    for (const std::size_t row_index : blocs_and_economies()) {
      const Index at = index(row_index);
      std::vector<Cell> row = row_of(row_index);
      for (const auto part :
           {&WelfareTold::changes_today, &WelfareTold::total, &WelfareTold::base_today, &WelfareTold::both_today})
        columns.cells(row, (welfare().*part)(at), (median().welfare.*part)(at), (low().welfare.*part)(at),
                      (high().welfare.*part)(at));
      row.push_back(cell(insured(welfare().base_today(at), welfare().both_today(at))));
      made.table.rows.push_back(std::move(row));
    }
    return made;
  }

  SimulationTable stages() const {
    SimulationTable made{"stages", "Welfare by stage, percent", {}};
    if (told_.stages.size() < 2 && !(whole_ && !told_.stages.empty())) return made;
    head(made.table, "whose");
    for (const StageTold& stage : told_.stages) made.table.columns.push_back(tradewind::to_string(stage.day));
    for (const std::size_t row_index : blocs_and_economies()) {
      std::vector<Cell> row = row_of(row_index);
      for (const StageTold& stage : told_.stages) row.push_back(cell(stage.welfare(index(row_index))));
      made.table.rows.push_back(std::move(row));
    }
    return made;
  }

  SimulationTable flows() const {
    SimulationTable made{"flows", fmt::format("Trade between economies that changes most, {}", unit()), {}};
    if (whole_) return made;
    struct Flow {
      std::size_t from, to;
      double before, after;
    };
    std::vector<Flow> all;
    for (std::size_t i = 0; i < economies_; ++i)
      for (std::size_t j = 0; j < economies_; ++j)
        if (i != j)
          all.push_back({i, j, told_.solved.before(index(i), index(j)), told_.solved.after(index(i), index(j))});
    std::ranges::stable_sort(all, std::greater{}, [](const Flow& flow) { return std::abs(flow.after - flow.before); });
    if (all.size() > flows_shown) all.resize(flows_shown);
    made.table.columns = {"from", "to", "before", "after", "change", "percent"};
    made.table.decimals = 1;
    for (const Flow& flow : all)
      if (flow.after != flow.before)
        made.table.rows.push_back({party(told_, flow.from).name, party(told_, flow.to).name, cell(flow.before),
                                   cell(flow.after), cell(flow.after - flow.before),
                                   cell(100 * (flow.after / flow.before - 1))});
    return made;
  }

  SimulationTable pairs() const {
    SimulationTable made{"pairs", fmt::format("Trade of every pair, percent; before and after in {}", unit()), {}};
    made.table.columns = {"exporter", "importer", "before", "after"};
    const ValueColumns columns{whole_, columns_.draws && told_.ensemble->settings.pairs};
    columns.heads(made.table, "trade");
    if constexpr (one_sector) columns.heads(made.table, "conditional_trade");
    for (std::size_t from = 0; from < economies_; ++from)
      for (std::size_t to = 0; to < economies_; ++to) {
        const Index i = index(from), j = index(to);
        std::vector<Cell> row = {told_.economies.codes[from].text, told_.economies.codes[to].text,
                                 cell(told_.solved.before(i, j)), cell(told_.solved.after(i, j))};
        columns.cells(row, outcome_.trade(i, j), median().trade(i, j), low().trade(i, j), high().trade(i, j));
        if constexpr (one_sector)
          columns.cells(row, outcome_.conditional_trade(i, j), median().conditional_trade(i, j),
                        low().conditional_trade(i, j), high().conditional_trade(i, j));
        made.table.rows.push_back(std::move(row));
      }
    return made;
  }

  SimulationTable sectors() const {
    SimulationTable made{"sectors", "Sectors of economies, percent; parts of welfare in percent of income", {}};
    if constexpr (!one_sector) {
      made.table.columns = {"code", "name", "sector"};
      const std::pair<const char*, Eigen::MatrixXd Outcome::*> shown[] = {
          {"output", &Outcome::sector_output},
          {"exports", &Outcome::sector_exports},
          {"terms_of_trade", &Outcome::sector_terms},
          {"volume_of_trade", &Outcome::sector_volume},
          {"trade_efficiency", &Outcome::sector_efficiency}};
      for (const auto& [name, part] : shown) columns_.heads(made.table, name);
      for (std::size_t i = 0; i < economies_; ++i)
        for (std::size_t s = 0; s < told_.sectors.size(); ++s) {
          std::vector<Cell> row = {told_.economies.codes[i].text, told_.economies.names[i], told_.sectors[s]};
          for (const auto& [name, part] : shown)
            columns_.cells(row, (outcome_.*part)(index(i), index(s)), (median().*part)(index(i), index(s)),
                           (low().*part)(index(i), index(s)), (high().*part)(index(i), index(s)));
          made.table.rows.push_back(std::move(row));
        }
    }
    return made;
  }

  SimulationTable partners() const {
    SimulationTable made{"partners", "Parts of welfare by partner, percent of income", {}};
    if constexpr (!one_sector) {
      made.table.columns = {"code", "partner", "terms_of_trade", "volume_of_trade", "trade_efficiency"};
      for (std::size_t i = 0; i < economies_; ++i)
        for (std::size_t p = 0; p < economies_; ++p)
          if (p != i)
            made.table.rows.push_back({told_.economies.codes[i].text, told_.economies.codes[p].text,
                                       cell(outcome_.partner_terms(index(i), index(p))),
                                       cell(outcome_.partner_volume(index(i), index(p))),
                                       cell(outcome_.partner_efficiency(index(i), index(p)))});
    }
    return made;
  }

  SimulationTable sizes() const {
    SimulationTable made{"sizes", "Sizes, and where they are from", {}};
    made.table.columns = {"size", "value", "unit", "drawn", "source"};
    for (const Size& size : told_.scenario.sizes) {
      const auto drawn = told_.scenario.ensemble.sizes.find(size.name);
      const bool is_drawn = told_.ensemble && drawn != told_.scenario.ensemble.sizes.end();
      made.table.rows.push_back({size.name, fmt::format("{}", size.value), size.unit,
                                 is_drawn ? in_words(drawn->second.distribution) : std::string(),
                                 (size.assumption ? "assumption: " : "") + size.source});
    }
    return made;
  }

  std::string unit() const { return told_.credit.unit.empty() ? "the unit of the data" : told_.credit.unit; }

  const Simulation<Outcome>& told_;
  const Outcome& outcome_;
  bool whole_;
  std::size_t economies_;
  ValueColumns columns_;
  std::vector<std::size_t> order_;
};

}  // namespace

std::string in_words(const equilibrium::Distribution& distribution) {
  using Kind = equilibrium::Distribution::Kind;
  switch (distribution.kind) {
    case Kind::fixed:
      return "";
    case Kind::normal:
      return fmt::format("normal, mean {}, sd {}", distribution.a, distribution.b);
    case Kind::lognormal:
      return fmt::format("lognormal, log mean {}, log sd {}", distribution.a, distribution.b);
    case Kind::uniform:
      return fmt::format("uniform, {} to {}", distribution.a, distribution.b);
    case Kind::triangular:
      return fmt::format("triangular, {} to {}, likeliest {}", distribution.a, distribution.b, distribution.c);
  }
  return "";
}

std::vector<SimulationTable> simulation_tables(const AnySimulation& simulation, bool whole) {
  return std::visit(
      [whole]<class Outcome>(const Simulation<Outcome>& told) { return Tables<Outcome>(told, whole).all(); },
      simulation);
}

}  // namespace tradewind
