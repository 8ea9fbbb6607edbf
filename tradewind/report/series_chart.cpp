#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "tradewind/report/chart_parts.hpp"
#include "tradewind/report/statement_words.hpp"

namespace tradewind::charts {
namespace {

constexpr std::size_t shown_points = 16;
constexpr std::size_t shown_labels = 6;

// What tells one line of readings from another: exports from trade, yuan from dollars.
using Series = std::tuple<std::string, std::string, std::string, std::string>;  // flow, measure, unit, basis

Series series_of(const Reading& reading) { return {reading.flow, reading.measure, reading.unit, reading.basis}; }

// The article's statements of this kind about the pair, in either direction of a level.
std::vector<const Statement*> said(const CheckedArticle& article, const Pair& pair, StatementKind kind) {
  std::vector<const Statement*> result;
  for (const auto& checked : article.statements) {
    const Statement& s = checked.statement;
    if (s.kind == kind && s.subject == pair.subject && s.partner == pair.partner && s.product.empty() &&
        s.period.known() && !s.planned)
      result.push_back(&s);
  }
  return result;
}

// The value that a statement gives in the series' unit.
std::optional<Interval> value_in(const Statement& statement, const std::string& unit) {
  if (statement.value.unit == unit) return statement.value.interval;
  if (statement.also && statement.also->unit == unit) return statement.also->interval;
  return std::nullopt;
}

// Points for periods that the article speaks of weigh more than any number of years; then the longer series; then the
// currency in which the article speaks first.
Series best_series(const std::vector<Reading>& all, const std::vector<const Statement*>& statements,
                   const std::string& currency) {
  std::map<Series, std::tuple<std::size_t, bool, std::size_t>> score;
  for (const auto& reading : all) {
    auto& [spoken, first_currency, length] = score[series_of(reading)];
    ++length;
    first_currency = reading.basis == currency;
    for (const Statement* s : statements) {
      if (s->period != reading.period || s->flow != reading.flow || s->measure != reading.measure) continue;
      const auto value = value_in(*s, reading.unit);
      spoken += !value ? 1 : value->meets(reading.value) ? 3 : 2;
    }
  }
  return std::ranges::max_element(score, {},
                                  [](const auto& e) {
                                    const auto& [spoken, first_currency, length] = e.second;
                                    return std::tuple(spoken > 0, std::get<0>(e.first) == "trade", spoken,
                                                      first_currency, length);
                                  })
      ->first;
}

std::string flow_in_words(const std::string& flow) { return flow.empty() ? "trade" : flow; }

// "2024", and under one another "2025" and "Jan-Aug": what fits below a bar.
std::string axis_label(const Period& period) {
  if (period.is_year()) return std::to_string(period.first_year());
  const auto month = [](const Date& date) {
    return std::string(month_name(static_cast<unsigned>(date.month())).substr(0, 3));
  };
  if (period.open_start || period.first_year() != period.last_year()) return to_string(period);
  const std::string from = month(period.first), to = month(period.last);
  return fmt::format("{}|{}", period.last_year(), from == to ? from : from + "-" + to);
}

struct Scale {
  double divisor;
  std::string words;
};
Scale scale_for(double largest, const std::string& unit, const World& world) {
  if (unit == "percent") return {1, "percent"};
  const std::string name = unit_name(unit, world);
  if (largest >= 3e12) return {1e12, "trillion " + name};
  if (largest >= 1e9) return {1e9, "billion " + name};
  if (largest >= 1e6) return {1e6, "million " + name};
  return {1, name};
}

}  // namespace

std::optional<Chart> series_chart(const CheckedArticle& article, const Ledger& ledger, const Pair& pair,
                                  StatementKind kind) {
  const World& world = ledger.world();
  const auto statements = said(article, pair, kind);
  const std::string indicator(kind == StatementKind::level    ? "level"
                              : kind == StatementKind::growth ? "growth"
                                                              : "share");
  std::vector<Reading> all = readings(ledger, indicator, std::span(&pair.subject, 1));
  std::set<std::string> spoken_periods;
  for (const Statement* s : statements) spoken_periods.insert(to_string(s->period));
  std::erase_if(all, [&](const Reading& reading) {
    return reading.partner != pair.partner || !reading.value.bounded() ||
           (!reading.period.is_year() && !spoken_periods.contains(to_string(reading.period)));
  });
  if (all.empty()) return std::nullopt;
  std::string currency;
  for (const Statement* s : said(article, pair, StatementKind::level))
    if (currency.empty()) currency = s->value.unit;
  const Series series = best_series(all, statements, currency);
  const auto& [flow, measure, unit, basis] = series;
  std::erase_if(all, [&](const Reading& reading) { return series_of(reading) != series; });
  all = one_a_period(std::move(all));
  if (all.size() > shown_points + spoken_periods.size())
    all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(shown_points + spoken_periods.size()));
  if (all.size() < 2) return std::nullopt;

  double largest = 0;
  for (const auto& reading : all) largest = std::max(largest, std::abs(reading.value.middle()));
  const Scale scale = scale_for(largest, unit, world);
  const auto scaled = [&](double value) { return std::stod(fmt::format("{:.7g}", value / scale.divisor)); };

  json values = json::array(), order = json::array(), marks = json::array();
  std::vector<Source> sources;
  std::string words;
  for (const auto& reading : all) {
    const std::string label = axis_label(reading.period);
    const double value = scaled(reading.value.middle());
    values.push_back({{"period", label}, {"value", value}, {"whole year", reading.period.is_year()}});
    order.push_back(label);
    words += fmt::format("{}{}: {}", words.empty() ? "" : ", ", in_words(reading.period), plain(value));
    add_source(sources, {reading.publisher, reading.publication, reading.published, reading.url});
    for (const Statement* s : statements) {
      const auto interval = value_in(*s, unit);
      if (s->period == reading.period && s->flow == flow && s->measure == measure && interval && interval->bounded())
        marks.push_back({{"period", label}, {"said", scaled(interval->middle())}});
    }
  }
  // The periods that the article speaks of have their label; others as far as there is room between.
  const std::size_t step = (order.size() + shown_labels - 1) / shown_labels;
  std::set<std::size_t> labels;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (spoken_periods.contains(to_string(all[i].period))) labels.insert(i);
  for (std::size_t i = order.size(); i-- > 0;)
    if (std::ranges::none_of(labels, [&](std::size_t l) { return (l > i ? l - i : i - l) < step; })) labels.insert(i);
  json labelled = json::array();
  for (const std::size_t i : labels) labelled.push_back(order[i]);

  // The title is about what the article is about.
  const auto spoken_of = std::ranges::find_if(all.rbegin(), all.rend(), [&](const Reading& reading) {
    return spoken_periods.contains(to_string(reading.period));
  });
  const Reading& newest = spoken_of == all.rend() ? all.back() : *spoken_of;
  const std::string owner = in_sentence(pair.subject, world, true), with = in_sentence(pair.partner, world);
  const std::string value = plain(scaled(newest.value.middle())), when = in_words(newest.period);
  const std::string what = flow_in_words(flow);
  const std::string joined = flow == "exports" ? "exports to " : flow == "imports" ? "imports from " : what + " with ";
  const std::string start = capitalised(owner);
  std::string title;
  if (kind == StatementKind::level)
    title = fmt::format("{} {}{}: {} {} in {}", start, joined, with, value, scale.words, when);
  else if (kind == StatementKind::growth)
    title = fmt::format("{} {}{} {} {} percent in {}", start, joined, with, newest.value.middle() < 0 ? "fell" : "grew",
                        plain(std::abs(scaled(newest.value.middle()))), when);
  else
    title = fmt::format("{} made up {} percent of {} {} in {}", capitalised(with), value, owner,
                        what == "trade" ? "foreign trade" : what, when);
  const std::string measured = kind == StatementKind::growth  ? "Change on the same period a year before, percent"
                               : kind == StatementKind::share ? fmt::format("Share of {}, percent", what)
                                                              : capitalised(scale.words);
  const std::string currency_words = basis.empty() ? "" : ", computed in " + unit_name(basis, world);
  std::string description = fmt::format("{}{}. {} {}{}. {}.", measured, currency_words, start, joined, with, words);

  const json x = {{"field", "period"},
                  {"type", "ordinal"},
                  {"sort", order},
                  {"axis",
                   {{"values", labelled},
                    {"labelExpr", "split(datum.label, '|')"},
                    {"labelAngle", 0},
                    {"title", nullptr},
                    {"labelOverlap", false},
                    {"labelFlush", false}}}};
  const json y = {{"field", "value"},
                  {"type", "quantitative"},
                  {"scale", {{"zero", true}}},
                  {"axis", {{"title", nullptr}, {"tickCount", 5}, {"domain", false}, {"grid", true}}}};
  json colour = {{"condition", {{"test", "datum['whole year']"}, {"value", calm}}}, {"value", "#7fb2d6"}};
  json specification = frame(title, 240);
  specification["data"] = {{"values", std::move(values)}};
  // A handful of bars stay bars and do not become blocks.
  const double band = std::min(0.7, 0.08 * static_cast<double>(order.size()));
  specification["layer"] = {{{"mark", {{"type", "bar"}, {"width", {{"band", band}}}}},
                             {"encoding", {{"x", x}, {"y", y}, {"color", colour}}}}};
  std::string subtitle = measured + currency_words;
  if (std::ranges::any_of(all, [](const Reading& reading) { return !reading.period.is_year(); }))
    subtitle += "; pale: part of a year";
  if (!marks.empty()) {
    specification["layer"].push_back({{"data", {{"values", std::move(marks)}}},
                                      {"mark",
                                       {{"type", "point"},
                                        {"shape", "diamond"},
                                        {"filled", true},
                                        {"size", 130},
                                        {"opacity", 1},
                                        {"color", accent},
                                        {"stroke", "#ffffff"},
                                        {"strokeWidth", 1}}},
                                      {"encoding",
                                       {{"x", {{"field", "period"}, {"type", "ordinal"}, {"sort", order}}},
                                        {"y", {{"field", "said"}, {"type", "quantitative"}}}}}});
    subtitle += "; ◆ what the text says";
    description += " An orange diamond marks what the text says.";
  }
  return finish(title, subtitle, description, std::move(specification), std::move(sources));
}

}  // namespace tradewind::charts
