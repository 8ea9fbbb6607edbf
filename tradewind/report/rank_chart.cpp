#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "tradewind/report/chart_parts.hpp"
#include "tradewind/report/statement_words.hpp"

namespace tradewind::charts {
namespace {

constexpr int shown_partners = 6;
constexpr int deepest_rank = 10;
constexpr int shown_years = 16;

std::string ordinal(int rank) {
  if (rank % 100 >= 11 && rank % 100 <= 13) return fmt::format("{}th", rank);
  switch (rank % 10) {
    case 1:
      return fmt::format("{}st", rank);
    case 2:
      return fmt::format("{}nd", rank);
    case 3:
      return fmt::format("{}rd", rank);
    default:
      return fmt::format("{}th", rank);
  }
}

// Ranks of one partner by year.
using Ranks = std::map<int, int>;

struct RankTable {
  std::map<EconomyCode, Ranks> of;
  std::vector<Source> sources;
};

// The annual ranks as one comparable set: of trade (else of the flow that there is most of), among the partners that
// customs rank; each year counted over one publisher and one currency, the ones that cover the most partners.
RankTable annual_ranks(const Ledger& ledger, const EconomyCode& subject) {
  std::vector<Reading> all = readings(ledger, "rank", std::span(&subject, 1));
  std::erase_if(all, [](const Reading& reading) {
    // An uncertain rank (its interval holds several) has no place on a line.
    return !reading.period.is_year() || reading.value.low != reading.value.high ||
           (reading.among != "partners" && reading.among != "economies");
  });
  using Kind = std::tuple<bool, bool, std::string, std::string>;  // trade, among partners, measure, flow
  using Count = std::tuple<std::string, std::string>;             // publisher, basis
  const auto kind_of = [](const Reading& reading) {
    return Kind(reading.flow == "trade", reading.among == "partners", reading.measure, reading.flow);
  };
  const auto count_of = [](const Reading& reading) { return Count(reading.publisher, reading.basis); };
  RankTable table;
  if (all.empty()) return table;
  std::map<Kind, std::size_t> kinds;
  for (const auto& reading : all) ++kinds[kind_of(reading)];
  const Kind kind = std::ranges::max_element(kinds, {}, [](const auto& entry) {
                      return std::tuple(std::get<0>(entry.first), std::get<1>(entry.first), entry.second);
                    })->first;
  std::erase_if(all, [&](const Reading& reading) { return kind_of(reading) != kind; });

  std::map<Count, std::size_t> in_all;
  std::map<int, std::map<Count, std::size_t>> in_year;
  for (const auto& reading : all)
    ++in_all[count_of(reading)], ++in_year[reading.period.first_year()][count_of(reading)];
  std::map<int, Count> chosen;
  for (const auto& [year, counts] : in_year)
    chosen[year] = std::ranges::max_element(counts, {}, [&](const auto& entry) {
                     return std::tuple(entry.second, in_all.at(entry.first));
                   })->first;
  for (const auto& reading : all) {
    const int year = reading.period.first_year();
    const Count count = chosen.at(year);
    if (count_of(reading) != count) continue;
    table.of[reading.partner].emplace(year, static_cast<int>(reading.value.low));
    add_source(table.sources, {reading.publisher, reading.publication, reading.published, reading.url});
  }
  return table;
}

// Since when a partner has been the largest, by figures and published ranks together.
std::optional<int> largest_since(const Ledger& ledger, const EconomyCode& subject, const EconomyCode& partner,
                                 int last) {
  std::optional<int> since;
  Selection selection;
  selection.reporter = subject;
  selection.partner = partner;
  selection.flow = "trade";
  selection.among = "partners";
  selection.period = Period::year(last);
  for (const auto& streak : readings(ledger, "streak", selection)) {
    const int first = last - static_cast<int>(streak.value.low) + 1;
    since = std::min(since.value_or(first), first);
  }
  return since;
}

std::string finding(const Ledger& ledger, const Ranks& ranks, int last, const EconomyCode& subject,
                    const EconomyCode& partner) {
  const World& world = ledger.world();
  const int rank = ranks.at(last);
  int since = last;
  while (ranks.contains(since - 1) && ranks.at(since - 1) == rank) --since;
  if (rank == 1) since = std::min(since, largest_since(ledger, subject, partner, last).value_or(since));
  const std::string name = capitalised(in_sentence(partner, world));
  const std::string owner = in_sentence(subject, world, true);
  const std::string place = rank == 1 ? "largest" : ordinal(rank) + " largest";
  if (since == last) return fmt::format("{} was {} {} trading partner in {}", name, owner, place, last);
  return fmt::format("{} has been {} {} trading partner since {}", name, owner, place,
                     since == ranks.begin()->first ? fmt::format("at least {}", since) : std::to_string(since));
}

}  // namespace

std::optional<Chart> rank_chart(const Ledger& ledger, const EconomyCode& subject, const EconomyCode& partner) {
  const RankTable table = annual_ranks(ledger, subject);
  const auto focus = table.of.find(partner);
  if (focus == table.of.end() || focus->second.size() < 2) return std::nullopt;
  const World& world = ledger.world();
  const int last = focus->second.rbegin()->first;
  const int first = std::max(focus->second.begin()->first, last - shown_years + 1);

  // Partners that have a place at the right end, so that every line has its name there.
  std::map<int, EconomyCode> at_the_end;
  for (const auto& [code, ranks] : table.of) {
    const auto found = ranks.find(last);
    if (found != ranks.end() && (found->second <= shown_partners || code == partner))
      at_the_end.emplace(found->second, code);
  }
  static constexpr std::array<std::string_view, 6> others = {"#3b7dac", "#7d6b9e", "#4d8f6f",
                                                             "#a87f2f", "#8b8f94", "#b0678a"};
  json values = json::array(), names = json::array(), colours = json::array();
  json labels = json::object();
  int deepest = 1;
  std::size_t next_colour = 0;
  std::string order;
  for (const auto& [rank, code] : at_the_end) {
    const std::string name = short_name(code, world);
    names.push_back(name);
    colours.push_back(code == partner ? accent : others.at(next_colour++ % others.size()));
    labels[std::to_string(rank)] = name;
    order += fmt::format("{}{}. {}", order.empty() ? "" : ", ", rank, name);
    for (const auto& [year, place] : table.of.at(code)) {
      if (year < first || year > last || place > deepest_rank) continue;
      values.push_back({{"partner", name}, {"year", year}, {"rank", place}});
      deepest = std::max(deepest, place);
    }
  }
  const std::string title = finding(ledger, focus->second, last, subject, partner);
  const std::string description = fmt::format("Ranks of {} main trading partners by goods trade, {} to {}. In {}: {}.",
                                              in_sentence(subject, world, true), first, last, last, order);

  json label_colour = {{"condition", json::array()}, {"value", "#4a4a4a"}};
  for (std::size_t i = 0; i < names.size(); ++i)
    label_colour["condition"].push_back(
        {{"test",
          fmt::format("datum.value == {}", std::next(at_the_end.begin(), static_cast<std::ptrdiff_t>(i))->first)},
         {"value", colours[i]}});
  const json scale = {{"domain", {deepest + 0.4, 0.6}}, {"nice", false}, {"zero", false}};
  json ranks_axis = json::array();
  for (int rank = 1; rank <= deepest; ++rank) ranks_axis.push_back(rank);
  json end_values = json::array();
  for (const auto& [rank, code] : at_the_end) end_values.push_back(rank);

  const std::string name = short_name(partner, world);
  const json colour = {{"field", "partner"},
                       {"type", "nominal"},
                       {"scale", {{"domain", names}, {"range", colours}}},
                       {"legend", nullptr}};
  json years = json::array();
  for (int year = last; year >= first; year -= 1 + (last - first) / 6) years.push_back(year);
  const json x = {
      {"field", "year"},
      {"type", "quantitative"},
      {"scale", {{"domain", {first, last}}, {"nice", false}, {"zero", false}}},
      {"axis", {{"format", "d"}, {"values", years}, {"grid", false}, {"title", nullptr}, {"labelFlush", true}}}};
  const json left = {
      {"field", "rank"},
      {"type", "quantitative"},
      {"scale", scale},
      {"axis", {{"values", ranks_axis}, {"format", "d"}, {"title", nullptr}, {"domain", false}, {"grid", false}}}};
  json right = left;
  right["axis"] = {
      {"orient", "right"},
      {"values", end_values},
      {"title", nullptr},
      {"domain", false},
      {"grid", false},
      {"labelColor", label_colour},
      {"labelFontWeight",
       {{"condition", {{"test", fmt::format("datum.value == {}", focus->second.at(last))}, {"value", "bold"}}},
        {"value", "normal"}}},
      {"labelExpr", labels.dump() + "[datum.value]"},
      {"labelLimit", 110}};
  const std::string is_focus = "datum.partner == " + json(name).dump();
  json specification = frame(title, 36 * deepest + 24);
  specification["data"] = {{"values", std::move(values)}};
  specification["layer"] = {
      {{"transform", {{{"filter", "!(" + is_focus + ")"}}}},
       {"mark",
        {{"type", "line"}, {"strokeWidth", 2}, {"interpolate", "linear"}, {"point", {{"filled", true}, {"size", 36}}}}},
       {"encoding", {{"x", x}, {"y", left}, {"color", colour}}}},
      {{"transform", {{{"filter", is_focus}}}},
       {"mark",
        {{"type", "line"}, {"strokeWidth", 4}, {"interpolate", "linear"}, {"point", {{"filled", true}, {"size", 90}}}}},
       {"encoding", {{"x", x}, {"y", right}, {"color", colour}}}}};
  specification["resolve"] = {{"axis", {{"y", "independent"}}}};
  const std::string subtitle = fmt::format("Rank among {} trading partners by goods trade, {}-{}",
                                           in_sentence(subject, world, true), first, last);
  return finish(title, subtitle, description, std::move(specification), table.sources);
}

}  // namespace tradewind::charts
