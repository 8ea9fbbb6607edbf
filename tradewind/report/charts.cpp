#include "tradewind/report/charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "tradewind/report/chart_parts.hpp"

namespace tradewind {
namespace charts {
namespace {

bool is_party(const EconomyCode& code, const World& world) {
  return !code.empty() && code != world_total && (world.economy(code) != nullptr || world.bloc(code) != nullptr);
}

// "the United States", "the Philippines", "the European Union": names that are plurals or common nouns.
bool takes_article(std::string_view name) {
  for (const std::string_view end :
       {"States", "Kingdom", "Emirates", "Union", "Republic", "Philippines", "Netherlands", "Islands", "Federation",
        "Association", "Council", "Market", "Partnership", "world"})
    if (name.ends_with(end)) return true;
  return false;
}

std::string full_name(const EconomyCode& code, const World& world) {
  if (world.bloc(code) != nullptr) return short_name(code, world);
  return world.name(code);
}

}  // namespace

std::optional<Pair> main_pair(const CheckedArticle& article, const World& world) {
  // Twice the count, so that halves are whole.
  std::map<std::pair<EconomyCode, EconomyCode>, int> count;
  std::map<EconomyCode, int> as_subject;
  std::vector<EconomyCode> blocs;
  const auto note_bloc = [&](const EconomyCode& code) {
    if (world.bloc(code) != nullptr && std::ranges::find(blocs, code) == blocs.end()) blocs.push_back(code);
  };
  for (const auto& checked : article.statements)
    note_bloc(checked.statement.subject), note_bloc(checked.statement.partner);

  const Date today =
      article.article.published.value_or(Date{std::chrono::year{2025}, std::chrono::December, std::chrono::day{31}});
  for (const auto& checked : article.statements) {
    const EconomyCode &subject = checked.statement.subject, &partner = checked.statement.partner;
    if (!is_party(subject, world) || !is_party(partner, world) || subject == partner) continue;
    ++as_subject[subject];
    count[std::minmax(subject, partner)] += 2;
    for (const auto& bloc : blocs)
      if (bloc != subject && bloc != partner && world.is_member(partner, bloc, today) &&
          !world.is_member(subject, bloc, today))
        count[std::minmax(subject, bloc)] += 1;
  }
  if (count.empty()) return std::nullopt;
  const auto most = std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; })->first;
  const bool first_is_bloc = world.bloc(most.first) != nullptr, second_is_bloc = world.bloc(most.second) != nullptr;
  if (first_is_bloc != second_is_bloc)
    return first_is_bloc ? Pair{most.second, most.first} : Pair{most.first, most.second};
  return as_subject[most.first] >= as_subject[most.second] ? Pair{most.first, most.second}
                                                           : Pair{most.second, most.first};
}

std::string short_name(const EconomyCode& code, const World& world) {
  constexpr std::size_t long_name = 12;
  if (const Bloc* bloc = world.bloc(code)) return bloc->name.size() > long_name ? code.text : bloc->name;
  const Economy* economy = world.economy(code);
  if (economy == nullptr || economy->name.size() <= long_name) return world.name(code);
  for (const auto& alias : economy->aliases)
    if (alias.size() <= 3 && std::ranges::all_of(alias, [](unsigned char c) { return c >= 'A' && c <= 'Z'; }))
      return alias;
  return economy->name;
}

std::string in_sentence(const EconomyCode& code, const World& world, bool possessive) {
  const std::string name = full_name(code, world);
  const std::string owner = possessive ? name + (name.ends_with('s') ? "'" : "'s") : name;
  return takes_article(name) || code.text == "EU" ? "the " + owner : owner;
}

std::string unit_name(const std::string& unit, const World& world) {
  if (unit == "USD") return "US dollars";
  const auto found = std::ranges::find(world.currencies(), unit, &Currency::code);
  return found == world.currencies().end() ? unit : found->name;
}

std::vector<Reading> one_a_period(std::vector<Reading> readings) {
  std::map<std::string, std::size_t> by_publisher;
  for (const auto& reading : readings) ++by_publisher[reading.publisher];
  const auto day = [](const Date& date) { return std::chrono::sys_days(date).time_since_epoch().count(); };
  const auto width = [](const Reading& reading) { return reading.value.high - reading.value.low; };
  std::ranges::stable_sort(readings, [&](const Reading& a, const Reading& b) {
    const auto when_a = std::pair(day(a.period.last), day(a.period.first));
    const auto when_b = std::pair(day(b.period.last), day(b.period.first));
    if (when_a != when_b) return when_a < when_b;
    if (a.publisher != b.publisher && by_publisher[a.publisher] != by_publisher[b.publisher])
      return by_publisher[a.publisher] > by_publisher[b.publisher];
    if (width(a) != width(b)) return width(a) < width(b);
    return a.published > b.published;
  });
  readings.erase(std::unique(readings.begin(), readings.end(),
                             [](const Reading& a, const Reading& b) { return a.period == b.period; }),
                 readings.end());
  return readings;
}

std::string plain(double value) {
  if (value == 0 || !std::isfinite(value)) return "0";
  const int before = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
  std::string text = fmt::format("{:.{}f}", value, std::clamp(4 - before, 0, 4));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

json frame(const std::string& title, int height) {
  return {{"$schema", "https://vega.github.io/schema/vega-lite/v6.json"},
          {"title", {{"text", title}, {"anchor", "start"}}},
          {"width", "container"},
          {"height", height},
          {"autosize", {{"type", "fit-x"}, {"contains", "padding"}}},
          {"background", nullptr},
          {"config",
           {{"font", "system-ui, sans-serif"},
            {"view", {{"stroke", nullptr}}},
            {"axis",
             {{"labelFontSize", 12},
              {"titleFontSize", 12},
              {"titleFontWeight", "normal"},
              {"labelColor", "#4a4a4a"},
              {"titleColor", "#4a4a4a"},
              {"gridColor", "#e3e0da"},
              {"domainColor", "#8b8f94"},
              {"tickColor", "#8b8f94"},
              {"ticks", false},
              {"labelPadding", 6}}},
            {"text", {{"fontSize", 12}, {"fill", "#4a4a4a"}}}}}};
}

Chart finish(std::string title, std::string subtitle, std::string description, json specification,
             std::vector<Source> sources) {
  std::string publishers = publishers_of(sources);
  specification["title"]["subtitle"] = subtitle;
  specification["description"] = description;
  return {std::move(title),       std::move(subtitle),
          std::move(description), specification.dump(-1, ' ', false, json::error_handler_t::replace),
          std::move(publishers),  std::move(sources)};
}

}  // namespace charts

std::vector<Chart> charts_for(const CheckedArticle& article, const Ledger& ledger) {
  const auto pair = charts::main_pair(article, ledger.world());
  if (!pair) return {};
  std::vector<Chart> result;
  const auto add = [&](std::optional<Chart> chart) {
    if (chart) result.push_back(std::move(*chart));
  };
  add(charts::rank_chart(ledger, pair->subject, pair->partner));
  // The other side's ranks belong to the article only where it speaks of them.
  if (std::ranges::any_of(article.statements, [&](const CheckedStatement& checked) {
        const Statement& s = checked.statement;
        return (s.kind == StatementKind::rank || s.kind == StatementKind::streak) && s.subject == pair->partner &&
               s.partner == pair->subject;
      }))
    add(charts::rank_chart(ledger, pair->partner, pair->subject));
  add(charts::series_chart(article, ledger, *pair, StatementKind::level));
  add(charts::series_chart(article, ledger, *pair, StatementKind::growth));
  add(charts::series_chart(article, ledger, *pair, StatementKind::share));
  if (ledger.world().bloc(pair->partner) != nullptr) add(charts::member_chart(article, ledger, *pair));
  return result;
}

}  // namespace tradewind
