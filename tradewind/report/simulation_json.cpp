#include "tradewind/report/simulation_json.hpp"

#include <cmath>
#include <string>
#include <type_traits>
#include <vector>

#include "tradewind/report/simulation_quantities.hpp"
#include "tradewind/report/simulation_tables.hpp"

namespace tradewind {
namespace {

using json = nlohmann::ordered_json;
using namespace scenario;
using Eigen::Index;

json number(double value) { return std::isfinite(value) ? json(value) : json(nullptr); }

template <class Outcome>
class Json {
 public:
  explicit Json(const Simulation<Outcome>& simulation)
      : told_(simulation), outcome_(simulation.solved.outcome), economies_(simulation.economies.size()) {}

  json all() const {
    json result = {{"scenario", scenario()}, {"data", data()}, {"model", one_sector ? "one sector" : "many sectors"}};
    result["stage"] = told_.stage ? json(tradewind::to_string(*told_.stage)) : json(nullptr);
    result["cautions"] = told_.scenario.cautions;
    result["notes"] = told_.plan.notes;
    result["sizes"] = sizes();
    result["economies"] = economies();
    result["blocs"] = blocs();
    if (outcome_.welfare.by_label.cols() > 0) result["decomposition"] = decomposition();
    if (outcome_.welfare.base_today.size() > 0) result["worlds"] = worlds();
    if (!told_.stages.empty()) result["stages"] = stages();
    if constexpr (!one_sector) result["sectors"] = sectors(), result["partners"] = partners();
    result["pairs"] = pairs();
    const auto& solver = told_.solved.solver;
    result["solver"] = {{"residual", solver.residual},
                        {"iterations", solver.iterations},
                        {"seconds", told_.ensemble ? json(nullptr) : json(solver.seconds)}};
    if (told_.ensemble)
      result["ensemble"] = {{"draws", told_.ensemble->draws},
                            {"failed", told_.ensemble->failed},
                            {"seed", told_.ensemble->settings.seed},
                            {"coverage", told_.ensemble->settings.coverage},
                            {"drawn", told_.ensemble->drawn}};
    return result;
  }

 private:
  static constexpr bool one_sector = std::is_same_v<Outcome, OneSectorOutcome>;
  static Index index(std::size_t i) { return static_cast<Index>(i); }

  json scenario() const {
    json files = json::array();
    for (const auto& file : told_.scenario.files) files.push_back(file.string());
    return {{"title", told_.scenario.title},
            {"about", told_.scenario.about},
            {"starts_from", told_.scenario.base_title.empty() ? json(nullptr) : json(told_.scenario.base_title)},
            {"files", files},
            {"labels", told_.plan.labels}};
  }

  json data() const {
    const DataCredit& credit = told_.credit;
    return {
        {"title", credit.title}, {"file", told_.data},      {"year", credit.year ? json(*credit.year) : json(nullptr)},
        {"unit", credit.unit},   {"credit", credit.credit}, {"caution", credit.caution}};
  }

  json sizes() const {
    json all = json::array();
    for (const Size& size : told_.scenario.sizes) {
      json one = {{"name", size.name},
                  {"value", size.value},
                  {"unit", size.unit},
                  {"source", size.source},
                  {"assumption", size.assumption}};
      const auto drawn = told_.scenario.ensemble.sizes.find(size.name);
      if (told_.ensemble && drawn != told_.scenario.ensemble.sizes.end())
        one["drawn"] = in_words(drawn->second.distribution);
      all.push_back(std::move(one));
    }
    return all;
  }

  // {"median": {...}, "low": {...}, "high": {...}} of what `of` makes of an outcome, where there are draws.
  template <class Of>
  void put_draws(json& object, const Of& of) const {
    if (!told_.ensemble) return;
    object["median"] = of(told_.ensemble->median);
    object["low"] = of(told_.ensemble->low);
    object["high"] = of(told_.ensemble->high);
  }

  json economies() const {
    json all = json::array();
    const auto full = quantities(outcome_), conditional = conditional_quantities(outcome_);
    for (std::size_t i = 0; i < economies_; ++i) {
      const auto values = [&](const Outcome& outcome, const auto& names) {
        json object = json::object();
        for (const auto& quantity : names) object[std::string(quantity.name)] = number(quantity.of(outcome)(index(i)));
        return object;
      };
      json one = {{"code", told_.economies.codes[i].text}, {"name", told_.economies.names[i]}};
      one.update(values(outcome_, full));
      if (!conditional.empty()) one["conditional"] = values(outcome_, conditional);
      put_draws(one, [&](const Outcome& outcome) {
        json object = values(outcome, full);
        if (!conditional.empty()) object["conditional"] = values(outcome, conditional);
        return object;
      });
      all.push_back(std::move(one));
    }
    return all;
  }

  json party_json(std::size_t row) const {
    const Party who = party(told_, row);
    return {{"code", who.code}, {"name", who.name}};
  }

  json blocs() const {
    json all = json::array();
    for (std::size_t g = 0; g < told_.groups.size(); ++g) {
      json one = party_json(economies_ + g), members = json::array();
      for (const std::size_t member : told_.groups[g].members) members.push_back(told_.economies.codes[member].text);
      one["members"] = std::move(members);
      const auto values = [&](const Outcome& outcome) {
        return json{{"welfare", number(outcome.welfare.total(index(economies_ + g)))}};
      };
      one.update(values(outcome_));
      put_draws(one, values);
      all.push_back(std::move(one));
    }
    return all;
  }

  // One object for each economy and bloc.
  template <class Of>
  json each_party(const Of& of) const {
    json all = json::array();
    for (std::size_t row = 0; row < economies_ + told_.groups.size(); ++row) {
      json one = party_json(row);
      const auto values = [&](const Outcome& outcome) { return of(outcome.welfare, index(row)); };
      one.update(values(outcome_));
      put_draws(one, values);
      all.push_back(std::move(one));
    }
    return all;
  }

  json decomposition() const {
    return each_party([&](const WelfareTold& welfare, Index row) {
      json labels = json::object();
      for (std::size_t label = 0; label < told_.plan.labels.size(); ++label)
        labels[told_.plan.labels[label]] = number(welfare.by_label(row, index(label)));
      return json{{"labels", std::move(labels)}, {"total", number(welfare.total(row))}};
    });
  }

  json worlds() const {
    return each_party([](const WelfareTold& welfare, Index row) {
      return json{{"changes_today", number(welfare.changes_today(row))},
                  {"changes_in_base", number(welfare.total(row))},
                  {"base_today", number(welfare.base_today(row))},
                  {"both_today", number(welfare.both_today(row))},
                  {"insured", number(insured(welfare.base_today(row), welfare.both_today(row)))}};
    });
  }

  json stages() const {
    json all = json::array();
    for (const StageTold& stage : told_.stages) {
      json welfare = json::object();
      for (std::size_t row = 0; row < economies_ + told_.groups.size(); ++row)
        welfare[party(told_, row).code] = number(stage.welfare(index(row)));
      all.push_back({{"since", tradewind::to_string(stage.day)}, {"welfare", std::move(welfare)}});
    }
    return all;
  }

  json pairs() const {
    json all = json::array();
    for (std::size_t from = 0; from < economies_; ++from)
      for (std::size_t to = 0; to < economies_; ++to) {
        const Index i = index(from), j = index(to);
        json one = {{"exporter", told_.economies.codes[from].text},
                    {"importer", told_.economies.codes[to].text},
                    {"before", number(told_.solved.before(i, j))},
                    {"after", number(told_.solved.after(i, j))}};
        const auto values = [&](const Outcome& outcome) {
          json object = {{"trade", number(outcome.trade(i, j))}};
          if constexpr (one_sector) object["conditional"] = {{"trade", number(outcome.conditional_trade(i, j))}};
          return object;
        };
        one.update(values(outcome_));
        if (told_.ensemble && told_.ensemble->settings.pairs) put_draws(one, values);
        all.push_back(std::move(one));
      }
    return all;
  }

  json sectors() const requires(!one_sector) {
    json all = json::array();
    for (std::size_t i = 0; i < economies_; ++i)
      for (std::size_t s = 0; s < told_.sectors.size(); ++s) {
        json one = {{"code", told_.economies.codes[i].text}, {"sector", told_.sectors[s]}};
        const auto values = [&](const Outcome& outcome) {
          const Index e = index(i), j = index(s);
          return json{{"output", number(outcome.sector_output(e, j))},
                      {"exports", number(outcome.sector_exports(e, j))},
                      {"terms_of_trade", number(outcome.sector_terms(e, j))},
                      {"volume_of_trade", number(outcome.sector_volume(e, j))},
                      {"trade_efficiency", number(outcome.sector_efficiency(e, j))}};
        };
        one.update(values(outcome_));
        put_draws(one, values);
        all.push_back(std::move(one));
      }
    return all;
  }

  json partners() const requires(!one_sector) {
    json all = json::array();
    for (std::size_t i = 0; i < economies_; ++i)
      for (std::size_t p = 0; p < economies_; ++p) {
        if (p == i) continue;
        json one = {{"code", told_.economies.codes[i].text}, {"partner", told_.economies.codes[p].text}};
        const auto values = [&](const Outcome& outcome) {
          const Index e = index(i), q = index(p);
          return json{{"terms_of_trade", number(outcome.partner_terms(e, q))},
                      {"volume_of_trade", number(outcome.partner_volume(e, q))},
                      {"trade_efficiency", number(outcome.partner_efficiency(e, q))}};
        };
        one.update(values(outcome_));
        if (told_.ensemble && told_.ensemble->settings.pairs) put_draws(one, values);
        all.push_back(std::move(one));
      }
    return all;
  }

  const Simulation<Outcome>& told_;
  const Outcome& outcome_;
  std::size_t economies_;
};

}  // namespace

json simulation_json(const AnySimulation& simulation) {
  return std::visit([]<class Outcome>(const Simulation<Outcome>& told) { return Json<Outcome>(told).all(); },
                    simulation);
}

}  // namespace tradewind
