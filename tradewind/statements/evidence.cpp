#include "tradewind/statements/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <set>
#include <tuple>

#include "tradewind/world/quantity.hpp"

namespace tradewind {
namespace {

using std::chrono::sys_days;

bool is_cumulative(const Statement& statement) {
  return statement.measure == "investment_stock" || statement.measure.starts_with("contracted_projects");
}

std::string_view indicator_of(const Statement& statement) {
  switch (statement.kind) {
    case StatementKind::level:
    case StatementKind::threshold:
      return is_currency_code(statement.value.unit) ? "level" : "expo";
    case StatementKind::growth:
      return "growth";
    case StatementKind::change:
      return "level";
    case StatementKind::share:
      return "share";
    case StatementKind::rank:
      return "rank";
    case StatementKind::streak:
      return "streak";
    case StatementKind::count:
      return "expo";
    case StatementKind::date:
      return "expo";
    case StatementKind::milestone:
      return "milestone";
    case StatementKind::comparison:
      return "level";
    case StatementKind::rate:
      return {};
  }
  return {};
}

Evidence evidence_of(const std::string& indicator, const Reading& reading, const Value& value, bool agrees) {
  Evidence evidence;
  evidence.indicator = indicator;
  evidence.value = value;
  evidence.period = reading.period;
  evidence.agrees = agrees;
  evidence.arithmetic = reading.arithmetic;
  evidence.publisher = reading.publisher;
  evidence.publication = reading.publication;
  evidence.published = reading.published;
  evidence.url = reading.url;
  return evidence;
}

// A rate that its publisher printed, not one computed from levels.
bool is_as_published(const Evidence& evidence) { return evidence.arithmetic.find("as published") != std::string::npos; }

class Searcher {
 public:
  Searcher(const Statement& statement, const Readings& readings) : s_(statement), r_(readings) {}

  std::vector<Evidence> run() {
    // A part of a flow (a product, a border crossing) is not the flow; the ledger has no figures of such parts.
    const std::string indicator(indicator_of(s_));
    if (indicator.empty() || (!s_.product.empty() && indicator != "expo" && indicator != "milestone") ||
        !s_.period.known())
      return {};
    if (s_.kind == StatementKind::comparison && s_.value.unit != "times") return {};
    if (indicator == "expo")
      expo();
    else if (indicator == "milestone")
      milestones();
    else if (s_.compared_with || s_.kind == StatementKind::change || s_.kind == StatementKind::comparison)
      against_other_period();
    else if (indicator == "level")
      levels();
    else
      plain(indicator);
    if (s_.kind == StatementKind::growth) printed_rates_decide();
    std::ranges::stable_sort(found_, std::ranges::greater{}, [&](const Evidence& one) {
      return std::tuple(one.agrees, one.comparable, one.period == s_.period, one.value.interval.bounded());
    });
    if (found_.size() > 8) found_.resize(8);
    return std::move(found_);
  }

 private:
  // A bilateral total is reported by both sides; what one exports the other imports.
  struct Side {
    EconomyCode reporter, partner;
    std::string flow;
    bool mirror;
  };
  std::vector<Side> sides() const {
    std::vector<Side> result = {{s_.subject, s_.partner, s_.flow, false}};
    if (s_.partner.empty() || s_.partner == world_total) return result;
    const bool pair =
        s_.kind == StatementKind::level || s_.kind == StatementKind::threshold || s_.kind == StatementKind::growth;
    if (!pair) return result;
    std::string flow = s_.flow;
    if (flow == "exports")
      flow = "imports";
    else if (flow == "imports")
      flow = "exports";
    else if (flow == "outward")
      flow = "inward";
    else if (flow == "inward")
      flow = "outward";
    else if (flow == "balance")
      return result;
    result.push_back({s_.partner, s_.subject, flow, true});
    return result;
  }

  bool same_thing(const Reading& reading, const Side& side) const {
    if (reading.reporter != side.reporter || reading.partner != side.partner || reading.measure != s_.measure)
      return false;
    return reading.flow == side.flow || (is_cumulative(s_) && (side.flow.empty() || reading.flow.empty()));
  }

  // Where the rate itself was printed, in the text's currency, nobody needs one from rounded levels or another
  // currency.
  void printed_rates_decide() {
    const auto printed = [](const Evidence& one) { return one.comparable && is_as_published(one); };
    if (std::ranges::none_of(found_, printed)) return;
    std::erase_if(found_, [&](const Evidence& one) { return !printed(one); });
  }

  // Growth that was only computed, from first prints: publishers revise the base before they print the rate, so that it
  // contradicts only what lies beyond the revisions they are known to make.
  bool within_revisions(const Evidence& evidence) const {
    if (evidence.indicator != "growth" || evidence.agrees || is_as_published(evidence)) return false;
    const std::vector<Reading>* revisions = &r_.of("revision", s_.subject);
    if (revisions->empty()) revisions = &r_.of("revision", world_total);
    for (const auto& revision : *revisions) {
      if (revision.measure != s_.measure) continue;
      const Interval revised{evidence.value.interval.low + std::min(0.0, revision.value.low),
                             evidence.value.interval.high + std::max(0.0, revision.value.high)};
      if (revised.meets(s_.value.interval)) return true;
    }
    return false;
  }

  // Growth in yuan beside growth in dollars. Where the text does not say in which, its rate may be the one that this
  // one comes to in dollars, at the rates of the two periods.
  bool in_another_currency(const Reading& reading) const {
    if (reading.basis.empty() || reading.basis == s_.basis) return false;
    if (!s_.basis.empty()) return true;
    // ... or the other way round: a text that names no currency may have its own
    const bool dollars = reading.basis == "USD";
    const std::string own = dollars ? r_.currency_of(s_.subject) : reading.basis;
    if (own.empty()) return false;
    const auto now = r_.rate(own, reading.period, "range");
    const auto before = r_.rate(own, reading.period.years_before(1), "range");
    if (!now || !before) return !dollars;
    const Interval grown{100 + reading.value.low, 100 + reading.value.high};
    const Interval ratio = dollars ? grown * *now / *before : grown * *before / *now;
    return Interval{ratio.low - 100, ratio.high - 100}.meets(s_.value.interval);
  }

  void add(const std::string& indicator, const Reading& reading, const Value& value, bool agrees,
           std::string arithmetic = {}) {
    Evidence evidence = evidence_of(indicator, reading, value, agrees);
    if (!arithmetic.empty()) evidence.arithmetic = std::move(arithmetic);
    const bool other_side = reading.reporter != s_.subject && indicator != "expo" && indicator != "milestone";
    const bool other_currency = indicator == "growth" && in_another_currency(reading);
    evidence.comparable =
        !other_side && !other_currency && !r_.is_compiler(reading.publisher) && !within_revisions(evidence);
    for (const auto& other : found_)
      if (other.arithmetic == evidence.arithmetic ||
          (other.publisher == evidence.publisher && other.value == evidence.value &&
           other.indicator == evidence.indicator))
        return;
    found_.push_back(std::move(evidence));
  }

  // A bounded figure bears a statement out when the two meet. One that is itself open ("over 200 billion") does so only
  // when nothing that it leaves open lies outside of the statement; it speaks against what it does not meet at all, and
  // says nothing of what lies between.
  void weigh(const std::string& indicator, const Reading& reading, const Interval& said) {
    const bool meets = reading.value.meets(said);
    // A rank that may be another one says nothing either.
    const bool open = !reading.value.bounded() || indicator == "rank";
    if (meets && open && !said.contains(reading.value)) return;
    add(indicator, reading, {reading.value, reading.unit}, meets);
  }

  void levels() {
    for (const auto& side : sides()) {
      for (const auto& reading : r_.of("level", side.reporter)) {
        if (!same_thing(reading, side)) continue;
        if (is_cumulative(s_)) {
          cumulative(reading);
          continue;
        }
        if (reading.period != s_.period) continue;
        const std::optional<Value> said = said_in(reading.unit);
        if (said) weigh("level", reading, said->interval);
      }
    }
    if (found_.empty()) converted();
  }

  // The statement's value in a currency, if it has one.
  std::optional<Value> said_in(const std::string& unit) const {
    if (s_.value.unit == unit) return s_.value;
    // The second currency of a figure is the newsroom's conversion; it is checked as an exchange rate.
    return std::nullopt;
  }

  // No figure in the statement's currency: one in another, at the rates of the period.
  void converted() {
    for (const auto& side : sides())
      for (const auto& reading : r_.of("level", side.reporter)) {
        if (!same_thing(reading, side) || reading.period != s_.period || !is_currency_code(reading.unit) ||
            is_cumulative(s_))
          continue;
        const auto from = reading.unit == "USD" ? Interval::exactly(1)
                                                : r_.rate(reading.unit, s_.period, "range").value_or(Interval{});
        const auto to = s_.value.unit == "USD" ? Interval::exactly(1)
                                               : r_.rate(s_.value.unit, s_.period, "range").value_or(Interval{});
        if (!from.bounded() || !to.bounded() || from.low <= 0 || !reading.value.bounded()) continue;
        const Interval value = reading.value / from * to;
        add("level", reading, {value, s_.value.unit}, value.meets(s_.value.interval),
            fmt::format("{} at {} {} per dollar = {} {}", reading.arithmetic,
                        in_words(reading.unit == "USD" ? to : from),
                        reading.unit == "USD" ? s_.value.unit : reading.unit, in_words(value), s_.value.unit));
      }
  }

  // A sum since the beginning only grows: an earlier one that is over the mark bears out "topped" later on. One of
  // another date cannot contradict.
  void cumulative(const Reading& reading) {
    if (reading.unit != s_.value.unit) return;
    const auto apart = (sys_days(s_.period.last) - sys_days(reading.period.last)).count();
    const bool meets = reading.value.meets(s_.value.interval);
    if (reading.period.last == s_.period.last) return weigh("level", reading, s_.value.interval);
    if (apart > 0 && s_.value.interval.high == INFINITY && reading.value.low >= s_.value.interval.low)
      return add("level", reading, {reading.value, reading.unit}, true);
    if (std::abs(apart) <= 366 && meets && reading.value.bounded())
      add("level", reading, {reading.value, reading.unit}, true);
  }

  void plain(const std::string& indicator) {
    for (const auto& side : sides()) {
      for (const auto& reading : r_.of(indicator, side.reporter)) {
        if (!same_thing(reading, side) || reading.period != s_.period) continue;
        if ((indicator == "rank" || indicator == "streak") && !s_.among.empty() && reading.among != s_.among) continue;
        if (indicator == "share" && !s_.among.empty()) continue;  // a share in something else than the total
        if (indicator == "streak" && s_.value.unit != "years") continue;
        weigh(indicator, reading, s_.value.interval);
      }
    }
    if (indicator == "rank" || indicator == "streak") single_economies(indicator);
  }

  // "The US is China's largest export market", ahead of all single economies and behind ASEAN: whether blocs count as
  // partners the text does not say, so that neither order speaks against it.
  void single_economies(const std::string& indicator) {
    if (s_.among != "partners" || found_.empty() || std::ranges::any_of(found_, &Evidence::agrees)) return;
    for (const auto& reading : r_.of(indicator, s_.subject)) {
      if (!same_thing(reading, sides().front()) || reading.period != s_.period || reading.among != "economies" ||
          !s_.value.interval.contains(reading.value))
        continue;
      for (auto& one : found_) one.comparable = false;
      found_.front().arithmetic =
          "among single economies " + reading.arithmetic + "; blocs counted as partners " + found_.front().arithmetic;
      return;
    }
  }

  // Growth since another period, a change in money, a multiple: from the two levels of one publisher.
  void against_other_period() {
    const Period base = s_.compared_with.value_or(s_.period.years_before(1));
    for (const auto& side : sides())
      for (const auto& now : r_.of("level", side.reporter)) {
        if (!same_thing(now, side) || now.period != s_.period || !now.value.bounded()) continue;
        for (const auto& past : r_.of("level", side.reporter)) {
          if (!same_thing(past, side) || past.period != base || past.unit != now.unit ||
              past.publisher != now.publisher || !past.value.bounded() || past.value.low <= 0)
            continue;
          if (s_.kind == StatementKind::change) {
            if (now.unit != s_.value.unit) continue;
            const Interval change = now.value - past.value;
            add("level", now, {change, now.unit}, change.meets(s_.value.interval),
                fmt::format("{} - {} = {} {}", now.arithmetic, past.arithmetic, in_words(change), now.unit));
          } else if (s_.kind == StatementKind::growth) {
            Interval growth = now.value / past.value * 100.0;
            growth = {growth.low - 100, growth.high - 100};
            add("growth", now, {growth, "percent"}, growth.meets(s_.value.interval),
                fmt::format("{} / {} - 1 = {} percent", now.arithmetic, past.arithmetic, in_words(growth)));
          } else if (s_.compared_with) {
            const Interval multiple = now.value / past.value;
            add("level", now, {multiple, "times"}, multiple.meets(s_.value.interval),
                fmt::format("{} / {} = {}", now.arithmetic, past.arithmetic, in_words(multiple)));
          }
        }
      }
  }

  void expo() {
    if (!s_.partner.empty()) return;  // "600 exhibitors from ASEAN", of whom no table tells
    for (const auto& reading : r_.of("expo", s_.subject)) {
      const bool dates = s_.kind == StatementKind::date;
      if (reading.measure != (dates ? "dates" : s_.measure)) continue;
      const bool of_edition = s_.among.empty()
                                  ? reading.period.last_year() == s_.period.last_year()
                                  : reading.arithmetic.find("edition " + s_.among + ",") != std::string::npos;
      if (!of_edition) continue;
      // An edition lasts from its first to its last day: both are said, or some of its days, or a wider time.
      const Interval& said = s_.value.interval;
      if (dates)
        add("expo", reading, {reading.value, reading.unit},
            reading.value.contains(said) || said.contains(reading.value));
      else
        weigh("expo", reading, said);
    }
  }

  // An agreement is signed, upgraded and enters into force more than once: a date that is not among the ledger's is no
  // contradiction, only no evidence.
  void milestones() {
    if (s_.value.unit != "date" || !s_.value.interval.bounded()) return;
    for (const auto& reading : r_.of("milestone", s_.subject)) {
      const bool kind = reading.measure == s_.measure || reading.measure.ends_with("_" + s_.measure) ||
                        s_.measure.ends_with(reading.measure) ||
                        (s_.measure == "launched" && reading.measure == "negotiation_started") ||
                        (s_.measure == "established" && reading.measure == "in_force") ||
                        (s_.measure == "upgraded" && reading.measure.starts_with("upgrade"));
      if (kind && reading.value.meets(s_.value.interval))
        add("milestone", reading, {reading.value, reading.unit}, true);
    }
  }

  const Statement& s_;
  const Readings& r_;
  std::vector<Evidence> found_;
};

}  // namespace

Readings::Readings(const Ledger& ledger, const std::vector<Statement>& statements, std::optional<Date> published)
    : compilers_(ledger.world().compilers()) {
  std::set<std::string_view> indicators;
  std::set<EconomyCode> reporters, agreements;
  std::vector<Period> periods;
  std::map<std::string, std::pair<int, int>> rates;  // currency, first and last year
  const auto want = [&periods](const Period& period) {
    if (period.known() && std::ranges::find(periods, period) == periods.end()) periods.push_back(period);
  };
  for (const auto& statement : statements) {
    const std::string_view indicator = indicator_of(statement);
    if (indicator.empty()) continue;
    if (indicator == "milestone") {
      agreements.insert(statement.subject);
      continue;
    }
    indicators.insert(indicator);
    if (statement.period.known()) {
      want(statement.period);
      want(statement.period.years_before(1));
      if (indicator == "expo") want(Period::year(statement.period.last_year()));
    }
    if (statement.compared_with) want(*statement.compared_with);
    // What the text's own figures imply is looked up among the levels.
    if (indicator == "growth" || indicator == "share") indicators.insert("level");
    if (indicator == "growth") indicators.insert("revision"), reporters.insert(world_total);
    for (const auto& code : {statement.subject, statement.partner})
      if (!code.empty() && code != world_total) reporters.insert(code);
    for (const auto& currency : {statement.value.unit, statement.also ? statement.also->unit : ""}) {
      if (!is_currency_code(currency) || currency == "USD" || !statement.period.known()) continue;
      // From the year before the period on to publication.
      const int first = statement.period.open_start ? statement.period.last_year() : statement.period.first_year();
      const int last = std::max(statement.period.last_year(), published ? static_cast<int>(published->year()) : 0);
      auto& years = rates.try_emplace(currency, first, last).first->second;
      years = {std::min(years.first, first - 1), std::max(years.second, last)};
    }
  }
  const std::vector<std::string_view> names(indicators.begin(), indicators.end());
  const std::vector<EconomyCode> parties(reporters.begin(), reporters.end());
  keep(names, readings(ledger, names, parties, periods, parties));
  // A milestone's day is often told more loosely than it is known.
  static constexpr std::array<std::string_view, 1> milestone = {"milestone"}, rate = {"exchange_rate"};
  keep(milestone, readings(ledger, milestone, std::vector<EconomyCode>(agreements.begin(), agreements.end())));
  // In whose currencies rates of growth are known, for those that do not say theirs.
  for (const auto& statement : statements)
    if (statement.kind == StatementKind::growth && statement.basis.empty() && statement.period.known())
      for (const auto& reading : of("growth", statement.subject))
        if (reading.period == statement.period && is_currency_code(reading.basis)) {
          const Economy* economy = reading.basis == "USD" ? ledger.world().economy(statement.subject) : nullptr;
          if (economy && economy->currency != "USD") currencies_.try_emplace(economy->code, economy->currency);
          const std::string currency = currency_of(statement.subject);
          if (reading.basis == "USD" && currency.empty()) continue;
          const int year = statement.period.last_year();
          auto& years =
              rates.try_emplace(reading.basis == "USD" ? currency : reading.basis, year - 1, year).first->second;
          years = {std::min(years.first, year - 1), std::max(years.second, year)};
        }
  for (const auto& [currency, years] : rates)
    keep(rate, {readings_since(ledger, "exchange_rate", EconomyCode{currency}, years.first, years.second)});
}

std::string Readings::currency_of(const EconomyCode& economy) const {
  const auto found = currencies_.find(economy);
  return found == currencies_.end() ? std::string() : found->second;
}

bool Readings::is_compiler(const std::string& publisher) const {
  return std::ranges::find(compilers_, publisher) != compilers_.end();
}

void Readings::keep(std::span<const std::string_view> names, std::vector<std::vector<Reading>> found) {
  for (std::size_t i = 0; i < names.size(); ++i)
    for (auto& reading : found[i])
      by_reporter_[{std::string(names[i]), reading.reporter}].push_back(std::move(reading));
}

const std::vector<Reading>& Readings::of(const std::string& indicator, const EconomyCode& reporter) const {
  static const std::vector<Reading> none;
  const auto found = by_reporter_.find({indicator, reporter});
  return found == by_reporter_.end() ? none : found->second;
}

std::optional<Interval> Readings::rate(const std::string& currency, const Period& period,
                                       std::string_view basis) const {
  std::optional<Interval> result;
  for (const auto& reading : of("exchange_rate", EconomyCode{currency})) {
    if (reading.period != period || !reading.value.bounded()) continue;
    if (basis == "average" && !reading.basis.empty()) continue;
    result = result ? hull(*result, reading.value) : reading.value;
  }
  return result;
}

std::vector<Evidence> evidence_for(const Statement& statement, const Readings& readings) {
  return Searcher(statement, readings).run();
}

}  // namespace tradewind
