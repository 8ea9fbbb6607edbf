// The charts of "What if". Rows of economies are few: what 71 bars show, nobody reads.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tradewind/report/chart_parts.hpp"
#include "tradewind/report/simulation_quantities.hpp"
#include "tradewind/report/what_if.hpp"

namespace tradewind {
namespace charts {
namespace {

using namespace scenario;
using Eigen::Index;

constexpr std::size_t economies_shown = 14, flows_shown = 6;
constexpr int row_height = 24;

// Colours of labels: they keep 3:1 against white and near-black and stay apart for the colour-blind.
constexpr std::string_view label_colours[] = {calm,      accent,    "#009e73", "#c2649a", quiet,
                                              "#9c7400", "#5f6caf", "#b35c44", "#3f8f8f", "#777777"};

// Digits that differ between economies, and no more than an eye takes in.
double rounded(double value) { return std::stod(fmt::format("{:.3g}", value)); }
std::string in_percent(double value) { return fmt::format("{:.{}f}", value, std::abs(value) < 0.1 ? 3 : 2); }

std::string name_on_axis(const Party& party) {
  constexpr std::size_t long_name = 20;
  return party.name.size() > long_name ? party.code : party.name;
}
std::string flow_on_axis(const Party& seller, const Party& buyer) {
  constexpr std::size_t long_names = 27;
  const bool codes = seller.name.size() + buyer.name.size() > long_names;
  return fmt::format("{} → {}", codes ? seller.code : seller.name, codes ? buyer.code : buyer.name);
}

// The decimals that tell three digits of the largest value apart, but no fewer than `least`.
int decimals_for(double largest, int least) {
  return largest > 0 ? std::clamp(2 - static_cast<int>(std::floor(std::log10(largest))), least, 8) : least;
}

/// A unit in which the largest of many amounts has one to three digits before the point.
struct Scale {
  double one = 1;     ///< of it in the unit of the data
  std::string words;  ///< "billion current US dollars"
};
Scale scale_for(double largest, const std::string& unit) {
  constexpr std::string_view million = "million ";
  const bool millions = unit.starts_with(million);
  const std::string bare = millions ? unit.substr(million.size()) : unit.empty() ? "in the unit of the data" : unit;
  const double base = millions ? 1e6 : 1;
  for (const auto& [one, word] : {std::pair(1e12, "trillion "), {1e9, "billion "}, {1e6, "million "}})
    if (largest * base >= one) return {one / base, word + bare};
  return {1, millions ? unit : bare};
}

template <class Outcome>
class Charts {
 public:
  explicit Charts(const Simulation<Outcome>& simulation)
      : told_(simulation),
        welfare_(simulation.solved.outcome.welfare),
        economies_(simulation.economies.size()),
        named_(economies_named(simulation.plan, economies_)) {}

  std::vector<Chart> all() const {
    std::vector<Chart> result = {welfare()};
    if (welfare_.by_label.cols() > 0) result.push_back(by_label());
    if (welfare_.base_today.size() > 0) result.push_back(worlds());
    if (auto chart = flows()) result.push_back(std::move(*chart));
    for (Chart& chart : result) chart.sources = told_.credit.credit.empty() ? told_.credit.title : told_.credit.credit;
    return result;
  }

 private:
  static Index index(std::size_t i) { return static_cast<Index>(i); }

  // Blocs first (those with somebody whom a change names, or all), the world last of them, then the economies whose
  // value is furthest from nothing, the largest first.
  std::vector<std::size_t> rows(const Eigen::VectorXd& value, std::size_t most, bool every_bloc = false) const {
    std::vector<std::size_t> economies(economies_);
    std::iota(economies.begin(), economies.end(), std::size_t{0});
    std::ranges::stable_sort(economies, std::greater{}, [&](std::size_t i) { return std::abs(value(index(i))); });
    if (economies.size() > most) economies.resize(most);
    std::ranges::stable_sort(economies, std::greater{}, [&](std::size_t i) { return value(index(i)); });
    std::vector<std::size_t> result;
    for (std::size_t g = 0; g < told_.groups.size(); ++g)
      if (every_bloc || std::ranges::any_of(told_.groups[g].members, [&](std::size_t i) { return named_[i]; }))
        result.push_back(economies_ + g);
    result.insert(result.end(), economies.begin(), economies.end());
    return result;
  }

  static json y_axis(const json& order) {
    return {{"field", "who"},
            {"type", "nominal"},
            {"sort", order},
            {"axis", {{"title", nullptr}, {"domain", false}, {"labelLimit", 130}}}};
  }
  static json x_axis(const char* field, double low, double high) {
    // Room for the printed value at the right, and for zero.
    low = std::min(low, 0.0), high = std::max(high, 0.0);
    const double span = std::max(high - low, 1e-9);
    return {{"field", field},
            {"type", "quantitative"},
            {"scale", {{"domain", {low - 0.03 * span, high + 0.35 * span}}, {"nice", false}}},
            {"axis", {{"title", nullptr}, {"tickCount", 4}, {"grid", true}, {"domain", false}}}};
  }
  static json zero_line() {
    return {{"data", {{"values", json::array({json{{"zero", 0}}})}}},
            {"mark", {{"type", "rule"}, {"color", quiet}, {"strokeWidth", 1}}},
            {"encoding", {{"x", {{"field", "zero"}, {"type", "quantitative"}}}}}};
  }
  static json printed_values(const json& y, const char* field, const std::string& format) {
    return {{"mark", {{"type", "text"}, {"align", "right"}}},
            {"encoding",
             {{"y", y},
              {"x", {{"value", "width"}}},
              {"text", {{"field", field}, {"type", "quantitative"}, {"format", format}}}}}};
  }
  static json gain_or_loss(const char* field) {
    return {{"condition", {{"test", fmt::format("datum['{}'] < 0", field)}, {"value", accent}}}, {"value", calm}};
  }

  Chart welfare() const {
    auto shown = rows(welfare_.total, economies_shown);
    const int decimals = decimals_for(welfare_.total.head(index(economies_)).cwiseAbs().maxCoeff(), 2);
    // What would be printed as nothing is left out, but for those whom the scenario is about.
    std::erase_if(shown, [&](std::size_t row) {
      return row < economies_ && !named_[row] && std::abs(welfare_.total(index(row))) < 0.5 * std::pow(10, -decimals);
    });
    json values = json::array(), order = json::array();
    std::string words;
    double low = 0, high = 0;
    for (const std::size_t row : shown) {
      const Party who = party(told_, row);
      const double value = welfare_.total(index(row));
      json one = {{"who", name_on_axis(who)}, {"welfare, percent", rounded(value)}};
      low = std::min(low, value), high = std::max(high, value);
      words += fmt::format("{}{} {}", words.empty() ? "" : ", ", who.name, in_percent(value));
      if (told_.ensemble) {
        const double from = told_.ensemble->low.welfare.total(index(row)),
                     to = told_.ensemble->high.welfare.total(index(row));
        one["low"] = rounded(from), one["high"] = rounded(to);
        low = std::min(low, from), high = std::max(high, to);
        words += fmt::format(" ({} to {})", in_percent(from), in_percent(to));
      }
      order.push_back(one["who"]);
      values.push_back(std::move(one));
    }
    const auto most = static_cast<std::size_t>([&] {
      Index place = 0;
      welfare_.total.head(index(economies_)).cwiseAbs().maxCoeff(&place);
      return place;
    }());
    const double largest = welfare_.total(index(most));
    const std::string title = fmt::format("{} {} most: {} percent", told_.economies.names[most],
                                          largest < 0 ? "loses" : "gains", in_percent(std::abs(largest)));
    std::string subtitle = "Welfare, percent; blocs first, then the economies that it changes most";
    if (told_.ensemble)
      subtitle += fmt::format("; lines: {:g} percent of {} draws", 100 * told_.ensemble->settings.coverage,
                              told_.ensemble->draws);
    const json y = y_axis(order), x = x_axis("welfare, percent", low, high);
    json specification = frame(title, row_height * static_cast<int>(shown.size()));
    specification["data"] = {{"values", std::move(values)}};
    json layers = json::array();
    layers.push_back({{"mark", {{"type", "bar"}, {"height", {{"band", 0.6}}}}},
                      {"encoding", {{"y", y}, {"x", x}, {"color", gain_or_loss("welfare, percent")}}}});
    if (told_.ensemble) {
      json ends = x;
      ends["field"] = "low";
      layers.push_back({{"mark", {{"type", "rule"}, {"strokeWidth", 1.5}}},
                        {"encoding", {{"y", y}, {"x", ends}, {"x2", {{"field", "high"}}}}}});
    }
    layers.push_back(zero_line());
    layers.push_back(printed_values(y, "welfare, percent", fmt::format("+.{}f", decimals)));
    specification["layer"] = std::move(layers);
    return finish(title, subtitle, fmt::format("Change of welfare in percent: {}.", words), std::move(specification),
                  {});
  }

  Chart by_label() const {
    const auto shown = rows(welfare_.total, economies_shown / 2);
    json values = json::array(), order = json::array(), colours = json::array(), labels = json::array();
    std::string words;
    double low = 0, high = 0;
    for (std::size_t label = 0; label < told_.plan.labels.size(); ++label) {
      labels.push_back(told_.plan.labels[label]);
      colours.push_back(label_colours[label]);
    }
    for (const std::size_t row : shown) {
      const Party who = party(told_, row);
      order.push_back(name_on_axis(who));
      double gains = 0, losses = 0;
      words += fmt::format("{}{}:", words.empty() ? "" : "; ", who.name);
      for (std::size_t label = 0; label < told_.plan.labels.size(); ++label) {
        const double value = welfare_.by_label(index(row), index(label));
        values.push_back(
            {{"who", name_on_axis(who)}, {"label", told_.plan.labels[label]}, {"percentage points", rounded(value)}});
        (value < 0 ? losses : gains) += value;
        words += fmt::format(" {} {}", told_.plan.labels[label], in_percent(value));
      }
      low = std::min(low, losses), high = std::max(high, gains);
    }
    // What contributes most to the bloc or economy that the scenario is about first.
    const std::size_t first = shown.front();
    Index label = 0;
    welfare_.by_label.row(index(first)).cwiseAbs().maxCoeff(&label);
    const std::string title =
        fmt::format("{}: {} {} the most", party(told_, first).name, told_.plan.labels[static_cast<std::size_t>(label)],
                    welfare_.by_label(index(first), label) < 0 ? "costs" : "brings");
    const std::string subtitle = "Welfare by kind of change, percentage points (Shapley value)";
    json x = x_axis("percentage points", low, high);
    x["stack"] = "zero";
    x["scale"]["domain"] = json::array({low - 0.03 * (high - low), high + 0.03 * (high - low)});
    json specification = frame(title, row_height * static_cast<int>(shown.size()));
    specification["data"] = {{"values", std::move(values)}};
    // Pieces of a bar in the order of the legend.
    specification["transform"] = {
        {{"calculate", fmt::format("indexof({}, datum.label)", labels.dump())}, {"as", "place"}}};
    specification["layer"] = {{{"mark", {{"type", "bar"}, {"height", {{"band", 0.6}}}}},
                               {"encoding",
                                {{"y", y_axis(order)},
                                 {"x", x},
                                 {"order", {{"field", "place"}, {"type", "quantitative"}}},
                                 {"color",
                                  {{"field", "label"},
                                   {"type", "nominal"},
                                   {"scale", {{"domain", labels}, {"range", colours}}},
                                   {"legend",
                                    {{"orient", "top"},
                                     {"direction", "vertical"},
                                     {"title", nullptr},
                                     {"labelLimit", 280},
                                     {"labelFontSize", 12}}}}}}}},
                              zero_line()};
    return finish(title, subtitle, fmt::format("Percentage points of welfare by kind of change. {}.", words),
                  std::move(specification), {});
  }

  Chart worlds() const {
    std::vector<std::size_t> shown;
    for (const std::size_t row : rows(welfare_.both_today - welfare_.base_today, economies_, true))
      if (row >= economies_ || named_[row]) shown.push_back(row);
    if (shown.size() > told_.groups.size() + economies_shown) shown.resize(told_.groups.size() + economies_shown);
    const std::string base = told_.scenario.base_title;
    json values = json::array(), ends = json::array(), order = json::array();
    std::string words, saved;
    double low = 0, high = 0, most = 0;
    for (const std::size_t row : shown) {
      const Party who = party(told_, row);
      const double alone = welfare_.base_today(index(row)), with = welfare_.both_today(index(row)),
                   percent = insured(alone, with);
      values.push_back({{"who", name_on_axis(who)},
                        {"that world alone, percent", rounded(alone)},
                        {"with the changes, percent", rounded(with)},
                        {"loss made good, percent", std::isnan(percent) ? json("no loss") : json(rounded(percent))}});
      order.push_back(name_on_axis(who));
      low = std::min({low, alone, with}), high = std::max({high, alone, with});
      words += fmt::format("{}{} {} alone, {} with the changes", words.empty() ? "" : "; ", who.name, in_percent(alone),
                           in_percent(with));
      // The title is about whom the changes are for and who loses most without them.
      if (!who.bloc && named_[row] && alone < most)
        most = alone, saved = fmt::format("{:.2g} percent of {}'s loss", percent, who.name);
    }
    const std::string title =
        saved.empty() ? fmt::format("In the world of ‘{}’", base) : fmt::format("The changes make good {}", saved);
    const std::string subtitle = fmt::format(
        "Welfare against today’s, percent, in the world of ‘{}’: grey alone, orange with the changes", base);
    const json y = y_axis(order);
    json x = x_axis("that world alone, percent", low, high);
    x["scale"]["domain"] = json::array({low - 0.05 * (high - low), high + 0.05 * (high - low)});
    json x2 = x;
    x2["field"] = "with the changes, percent";
    json specification = frame(title, row_height * static_cast<int>(shown.size()));
    specification["data"] = {{"values", std::move(values)}};
    specification["layer"] = {
        zero_line(),
        {{"mark", {{"type", "rule"}, {"strokeWidth", 3}, {"color", accent}, {"opacity", 0.5}}},
         {"encoding", {{"y", y}, {"x", x}, {"x2", {{"field", "with the changes, percent"}}}}}},
        {{"mark", {{"type", "point"}, {"filled", true}, {"size", 70}, {"opacity", 1}, {"color", quiet}}},
         {"encoding", {{"y", y}, {"x", x}}}},
        {{"mark", {{"type", "point"}, {"filled", true}, {"size", 70}, {"opacity", 1}, {"color", accent}}},
         {"encoding", {{"y", y}, {"x", x2}}}}};
    return finish(title, subtitle, fmt::format("Welfare against today’s in percent. {}.", words),
                  std::move(specification), {});
  }

  std::optional<Chart> flows() const {
    struct Flow {
      std::string who;
      double change, percent;
    };
    std::vector<Flow> all;
    double largest = 0;
    for (std::size_t i = 0; i < economies_; ++i)
      for (std::size_t j = 0; j < economies_; ++j) {
        const double before = told_.solved.before(index(i), index(j)), after = told_.solved.after(index(i), index(j));
        if (i != j && before > 0 && after != before)
          all.push_back({flow_on_axis(party(told_, i), party(told_, j)), after - before, 100 * (after / before - 1)});
      }
    if (all.empty()) return std::nullopt;
    for (const Flow& flow : all) largest = std::max(largest, std::abs(flow.change));
    const Scale scale = scale_for(largest, told_.credit.unit);
    for (Flow& flow : all) flow.change /= scale.one;
    std::ranges::stable_sort(all, std::greater{}, &Flow::change);
    std::vector<Flow> shown;
    for (const Flow& flow : all)
      if (flow.change > 0 && shown.size() < flows_shown) shown.push_back(flow);
    const auto losers = std::min<std::size_t>(
        flows_shown, static_cast<std::size_t>(std::ranges::count_if(all, [](const Flow& f) { return f.change < 0; })));
    shown.insert(shown.end(), all.end() - static_cast<std::ptrdiff_t>(losers), all.end());

    json values = json::array(), order = json::array();
    std::string words;
    for (const Flow& flow : shown) {
      values.push_back({{"who", flow.who}, {"change", rounded(flow.change)}, {"percent", rounded(flow.percent)}});
      order.push_back(flow.who);
      words += fmt::format("{}{} {}", words.empty() ? "" : ", ", flow.who, plain(flow.change));
    }
    const std::string title = shown.front().change > 0 ? fmt::format("What grows most: {}", shown.front().who)
                                                       : fmt::format("What shrinks most: {}", shown.back().who);
    const std::string subtitle = fmt::format("Trade that grows and shrinks most, seller → buyer, {}", scale.words);
    const json y = [&] {
      json axis = y_axis(order);
      axis["axis"]["labelLimit"] = 170;
      return axis;
    }();
    const json x = x_axis("change", shown.back().change, shown.front().change);
    json specification = frame(title, row_height * static_cast<int>(shown.size()));
    specification["data"] = {{"values", std::move(values)}};
    specification["layer"] = {{{"mark", {{"type", "bar"}, {"height", {{"band", 0.6}}}}},
                               {"encoding", {{"y", y}, {"x", x}, {"color", gain_or_loss("change")}}}},
                              zero_line(),
                              printed_values(y, "change", fmt::format("+.{}f", decimals_for(largest / scale.one, 1)))};
    return finish(title, subtitle, fmt::format("Change of trade: {}.", words), std::move(specification), {});
  }

  const Simulation<Outcome>& told_;
  const WelfareTold& welfare_;
  std::size_t economies_;
  std::vector<bool> named_;  ///< whose trade a change is about
};

}  // namespace
}  // namespace charts

std::vector<Chart> what_if_charts(const scenario::AnySimulation& simulation) {
  return std::visit(
      []<class Outcome>(const scenario::Simulation<Outcome>& told) { return charts::Charts<Outcome>(told).all(); },
      simulation);
}

}  // namespace tradewind
