#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "tradewind/report/chart_parts.hpp"

namespace tradewind::charts {
namespace {

// The article's own statements about single members.
bool is_about_member(const Statement& statement, const Pair& pair, const std::vector<EconomyCode>& members) {
  return statement.subject == pair.subject && std::ranges::find(members, statement.partner) != members.end();
}

// The year that the article speaks of for the members, where there are figures; else the newest with most of them.
int year_to_show(const CheckedArticle& article, const Pair& pair, const std::vector<EconomyCode>& members,
                 const std::map<int, std::size_t>& figures) {
  std::map<int, int> spoken_of;
  for (const auto& checked : article.statements)
    if (is_about_member(checked.statement, pair, members) && checked.statement.period.is_year() &&
        figures.contains(checked.statement.period.first_year()))
      ++spoken_of[checked.statement.period.first_year()];
  if (!spoken_of.empty()) return std::ranges::max_element(spoken_of, {}, [](const auto& e) { return e.second; })->first;
  int best = figures.begin()->first;
  for (const auto& [year, count] : figures)
    if (count >= figures.at(best)) best = year;
  return best;
}

}  // namespace

std::optional<Chart> member_chart(const CheckedArticle& article, const Ledger& ledger, const Pair& pair) {
  const World& world = ledger.world();
  const EconomyCode& subject = pair.subject;
  std::vector<Reading> all = readings(ledger, "level", std::span(&subject, 1));
  std::erase_if(all, [&](const Reading& reading) {
    return !reading.period.is_year() || reading.flow != "trade" || reading.unit != "USD" || !reading.value.bounded() ||
           reading.partner == subject || !world.is_member(reading.partner, pair.partner, reading.period.last);
  });
  if (all.empty()) return std::nullopt;
  // One measure: the one that there are most figures of.
  std::map<std::string, std::size_t> measures;
  for (const auto& reading : all) ++measures[reading.measure];
  const std::string measure = std::ranges::max_element(measures, {}, [](const auto& e) { return e.second; })->first;
  std::erase_if(all, [&](const Reading& reading) { return reading.measure != measure; });

  std::map<int, std::size_t> figures;
  for (const auto& reading : all) ++figures[reading.period.first_year()];
  const std::vector<EconomyCode> ever = [&] {
    std::set<EconomyCode> codes;
    for (const auto& reading : all) codes.insert(reading.partner);
    return std::vector<EconomyCode>(codes.begin(), codes.end());
  }();
  const int year = year_to_show(article, pair, ever, figures);

  std::map<EconomyCode, std::vector<Reading>> by_member;
  for (auto& reading : all)
    if (reading.period.first_year() == year) by_member[reading.partner].push_back(reading);
  struct Bar {
    EconomyCode member;
    double billions;
  };
  std::vector<Bar> bars;
  std::vector<Source> sources;
  for (auto& [member, of_member] : by_member) {
    const Reading reading = one_a_period(of_member).front();
    bars.push_back({member, reading.value.middle() / 1e9});
    add_source(sources, {reading.publisher, reading.publication, reading.published, reading.url});
  }
  if (bars.size() < 2) return std::nullopt;
  std::ranges::sort(bars, std::greater{}, &Bar::billions);

  std::set<EconomyCode> named;
  std::set<double> thresholds;
  for (const auto& checked : article.statements) {
    const Statement& s = checked.statement;
    if (!is_about_member(s, pair, ever)) continue;
    named.insert(s.partner);
    if (s.kind == StatementKind::threshold && s.value.unit == "USD" && s.flow == "trade" &&
        std::isfinite(s.value.interval.low))
      thresholds.insert(s.value.interval.low / 1e9);
  }

  json values = json::array(), order = json::array();
  std::string words;
  for (const auto& bar : bars) {
    const std::string name = short_name(bar.member, world);
    // Seven digits are more than any customs office publishes, and hide the noise of binary fractions.
    const double billions = std::stod(fmt::format("{:.7g}", bar.billions));
    values.push_back({{"member", name}, {"value", billions}, {"named in the text", named.contains(bar.member)}});
    order.push_back(name);
    words += fmt::format("{}{} {}", words.empty() ? "" : ", ", name, plain(billions));
  }
  std::string lacking;
  for (const auto& member : world.members(pair.partner, Period::year(year).last))
    if (member != subject && !by_member.contains(member)) lacking += (lacking.empty() ? "" : ", ") + world.name(member);

  const std::string bloc = in_sentence(pair.partner, world);
  const std::string title = fmt::format("{} was {} largest trading partner in {} in {}",
                                        world.name(bars.front().member), in_sentence(subject, world, true), bloc, year);
  std::string description = fmt::format("Goods trade of {} with each member of {} in {}, billion US dollars: {}.",
                                        in_sentence(subject, world), bloc, year, words);
  if (!lacking.empty()) description += " No figure for " + lacking + ".";

  const double room = bars.front().billions * 1.22;
  const json y = {{"field", "member"},
                  {"type", "nominal"},
                  {"sort", order},
                  {"axis", {{"title", nullptr}, {"domain", false}, {"labelLimit", 120}}}};
  const json x = {{"field", "value"},
                  {"type", "quantitative"},
                  {"scale", {{"domain", {0, room}}, {"nice", false}}},
                  {"axis", {{"title", nullptr}, {"tickCount", 4}, {"grid", true}, {"domain", false}}}};
  json specification = frame(title, static_cast<int>(26 * bars.size()));
  specification["data"] = {{"values", std::move(values)}};
  json layers = json::array();
  if (!thresholds.empty()) {
    json lines = json::array();
    for (const double threshold : thresholds) lines.push_back({{"threshold", threshold}});
    layers.push_back({{"data", {{"values", lines}}},
                      {"mark", {{"type", "rule"}, {"strokeDash", {4, 3}}, {"strokeWidth", 1.5}, {"color", quiet}}},
                      {"encoding", {{"x", {{"field", "threshold"}, {"type", "quantitative"}}}}}});
  }
  const json colour = {{"condition", {{"test", "datum['named in the text']"}, {"value", accent}}}, {"value", calm}};
  layers.push_back({{"mark", {{"type", "bar"}, {"height", {{"band", 0.66}}}}},
                    {"encoding", {{"y", y}, {"x", x}, {"color", colour}}}});
  layers.push_back(
      {{"mark", {{"type", "text"}, {"align", "left"}, {"dx", 5}}},
       {"encoding",
        {{"y", y}, {"x", x}, {"text", {{"field", "value"}, {"type", "quantitative"}, {"format", ",.1f"}}}}}});
  specification["layer"] = std::move(layers);
  std::string subtitle = fmt::format("Goods trade in {}, billion US dollars", year);
  if (!named.empty()) subtitle += "; orange: named in the text";
  if (!thresholds.empty()) subtitle += "; dashed: the text’s thresholds";
  return finish(title, subtitle, description, std::move(specification), std::move(sources));
}

}  // namespace tradewind::charts
