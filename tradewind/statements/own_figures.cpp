#include "tradewind/statements/own_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>

#include "tradewind/world/quantity.hpp"

namespace tradewind {
namespace {

bool is_amount(const Statement& s) {
  return (s.kind == StatementKind::level || s.kind == StatementKind::threshold) && s.value.unit.size() == 3 &&
         !s.planned;
}

std::string fixed(double value, int decimals) { return fmt::format("{:.{}f}", value, decimals); }
std::string rate_in_words(const Interval& rate) {
  const std::string low = fixed(rate.low, 4), high = fixed(rate.high, 4);
  return low == high ? low : low + " to " + high;
}

class Checker {
 public:
  Checker(std::vector<CheckedStatement>& statements, const Readings& readings, std::optional<Date> published)
      : all_(statements), readings_(readings), published_(published) {}

  void run() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      CheckedStatement& checked = all_[i];
      // A text holds its figures together over a page or two; over a whole book of them nothing is implied.
      constexpr std::size_t reach = 200;
      const std::size_t from = i > reach ? i - reach : 0;
      near_ = std::span(all_).subspan(from, std::min(all_.size() - from, i - from + reach + 1));
      if (checked.statement.also) two_currencies(checked);
      if (is_amount(checked.statement)) {
        previous_level(checked);
        total(checked);
        sum_of_flows(checked);
      }
    }
  }

 private:
  // An identity of the text's own figures: `own` is what the statement says, `implied` what the others say of it.
  void hold(CheckedStatement& checked, const Interval& own, const Interval& implied, const std::string& unit,
            const std::string& arithmetic, bool doubtful) {
    if (doubtful && !implied.meets(own)) return;
    Evidence evidence;
    evidence.indicator = "text";
    evidence.value = {implied, unit};
    evidence.period = checked.statement.period;
    evidence.agrees = implied.meets(own);
    evidence.arithmetic = arithmetic;
    evidence.publisher = "the text itself";
    if (checked.verdict == Verdict::no_evidence) {
      checked.verdict = evidence.agrees ? Verdict::consistent : Verdict::contradicted;
      checked.arithmetic = arithmetic;
    } else if (checked.verdict == Verdict::consistent && !evidence.agrees) {
      checked.verdict = Verdict::contradicted;
      checked.arithmetic = arithmetic;
    }
    checked.evidence.push_back(std::move(evidence));
  }

  // 4.93 trillion yuan, up 9.7 percent: a year before it was 4.93 / 1.097.
  void previous_level(CheckedStatement& level) {
    const Statement& s = level.statement;
    if (!s.value.interval.bounded() || s.value.interval.low <= 0) return;
    for (auto& growth : near_) {
      const Statement& g = growth.statement;
      if (g.kind != StatementKind::growth || !same_series(g, s) || g.period != s.period || g.compared_with ||
          !g.value.interval.bounded() || g.value.interval.low <= -100)
        continue;
      const Interval before = s.value.interval / factor_of(g.value.interval);
      const std::string arithmetic =
          fmt::format("{} with {} percent growth implies {} {} in {}", s.printed, in_words(g.value.interval),
                      in_words(before), s.value.unit, in_words(s.period.years_before(1)));
      note_published(level, before, s.period.years_before(1), s.partner, arithmetic);
      for (auto& past : near_) {
        const Statement& p = past.statement;
        if (!is_amount(p) || !same_series(p, s) || p.period != s.period.years_before(1) || p.value.unit != s.value.unit)
          continue;
        const bool doubtful = s.doubtful || g.doubtful || p.doubtful;
        const Interval between = growth_between(s.value.interval, p.value.interval);
        const Interval rate = rounded_or_cut_off(g, between);
        const std::string how = in_words(rate) + " percent growth" + note_on(rate, g.value.interval);
        const Interval then = s.value.interval / factor_of(rate), now = p.value.interval * factor_of(rate);
        hold(past, p.value.interval, then, s.value.unit,
             fmt::format("the text's own {} with {} implies {} {}", s.printed, how, in_words(then), s.value.unit),
             doubtful);
        hold(level, s.value.interval, now, s.value.unit,
             fmt::format("the text's own {} with {} is {} {}", p.printed, how, in_words(now), s.value.unit), doubtful);
        hold(growth, rate, between, "percent",
             fmt::format("the text's own {} / {} - 1 = {} percent{}", s.printed, p.printed, in_words(between),
                         note_on(rate, g.value.interval)),
             doubtful);
      }
      return;
    }
  }

  // Texts print 4.57 percent as 4.6, and some as 4.5: one plain number, no "about 4.5", no "4 to 5".
  static Interval cut_off(const Statement& said) {
    const Interval& printed = said.value.interval;
    const std::size_t first = said.printed.find_first_of("0123456789");
    if (!printed.bounded() || first == std::string::npos) return printed;
    std::string digits = said.printed.substr(first, said.printed.find_first_not_of("0123456789.,", first) - first);
    std::erase(digits, ',');
    const std::size_t point = digits.find('.');
    const double number = std::strtod(digits.c_str(), nullptr);
    const double unit = point == std::string::npos
                            ? 1
                            : std::pow(10.0, 1.0 + static_cast<double>(point) - static_cast<double>(digits.size()));
    const double scale = number == 0 ? 1 : std::abs(printed.middle()) / number, width = printed.high - printed.low;
    if (std::abs(width - unit * scale) > width / 1000) return printed;
    return printed.middle() < 0 ? Interval{-(number + unit) * scale, -number * scale}
                                : Interval{number * scale, (number + unit) * scale};
  }
  static Interval rounded_or_cut_off(const Statement& said, const Interval& implied) {
    const Interval& printed = said.value.interval;
    if (printed.meets(implied)) return printed;
    const Interval cut = cut_off(said);
    return cut.meets(implied) ? cut : printed;
  }
  static std::string note_on(const Interval& taken, const Interval& printed) {
    return taken == printed ? "" : ", printed cut off and not rounded";
  }

  static Interval factor_of(const Interval& growth) { return {1 + growth.low / 100, 1 + growth.high / 100}; }

  static Interval growth_between(const Interval& now, const Interval& past) {
    if (past.low <= 0) return {};
    const Interval ratio = now / past;
    return {(ratio.low - 1) * 100, (ratio.high - 1) * 100};
  }

  // 4.93 trillion yuan, 16.7 percent of the total: the total was 4.93 / 0.167.
  void total(CheckedStatement& level) {
    const Statement& s = level.statement;
    if (s.partner == world_total || !s.value.interval.bounded()) return;
    for (auto& share : near_) {
      const Statement& h = share.statement;
      if (h.kind != StatementKind::share || !same_series(h, s) || h.period != s.period || !h.among.empty() ||
          h.value.interval.low <= 0 || !h.value.interval.bounded())
        continue;
      const Interval whole = s.value.interval / Interval{h.value.interval.low / 100, h.value.interval.high / 100};
      const std::string arithmetic = fmt::format("{} at {} percent of the total implies a total of {} {}", s.printed,
                                                 in_words(h.value.interval), in_words(whole), s.value.unit);
      note_published(level, whole, s.period, world_total, arithmetic);
      for (auto& world : near_) {
        const Statement& w = world.statement;
        if (!is_amount(w) || w.subject != s.subject || w.partner != world_total || w.flow != s.flow ||
            w.measure != s.measure || w.period != s.period || w.value.unit != s.value.unit || !w.product.empty())
          continue;
        const Interval implied = s.value.interval / w.value.interval * 100.0;
        const bool doubtful = s.doubtful || h.doubtful || w.doubtful;
        const Interval part = rounded_or_cut_off(h, implied);
        const std::string how = note_on(part, h.value.interval);
        hold(share, part, implied, "percent",
             fmt::format("the text's own {} / {} = {} percent{}", s.printed, w.printed, in_words(implied), how),
             doubtful);
        hold(level, s.value.interval, w.value.interval * Interval{part.low / 100, part.high / 100}, s.value.unit,
             fmt::format("{} percent of the text's own {}{}", in_words(part), w.printed, how), doubtful);
      }
      return;
    }
  }

  // Of one pair and period: trade is exports plus imports, the balance exports less imports.
  void sum_of_flows(CheckedStatement& level) {
    const Statement& s = level.statement;
    if ((s.flow != "trade" && s.flow != "balance") || !s.value.interval.bounded()) return;
    CheckedStatement* exports = nullptr;
    CheckedStatement* imports = nullptr;
    for (auto& part : near_) {
      const Statement& p = part.statement;
      if (!is_amount(p) || p.subject != s.subject || p.partner != s.partner || p.measure != s.measure ||
          p.product != s.product || p.period != s.period || p.value.unit != s.value.unit || !p.value.interval.bounded())
        continue;
      if (p.flow == "exports") exports = &part;
      if (p.flow == "imports") imports = &part;
    }
    if (!exports || !imports) return;
    const bool doubtful = s.doubtful || exports->statement.doubtful || imports->statement.doubtful;
    if (s.flow == "balance") {
      const Interval sold = exports->statement.value.interval, bought = imports->statement.value.interval;
      // Texts mix goods with services, and one side's balance with the other's: what does not add up is no
      // contradiction.
      if (!(sold - bought).meets(s.value.interval)) return;
      hold(level, s.value.interval, sold - bought, s.value.unit,
           fmt::format("the text's own exports {} - imports {} = {} {}", exports->statement.printed,
                       imports->statement.printed, in_words(sold - bought), s.value.unit),
           doubtful);
      hold(*exports, sold, s.value.interval + bought, s.value.unit,
           fmt::format("the text's own balance {} + imports {}", s.printed, imports->statement.printed), doubtful);
      hold(*imports, bought, sold - s.value.interval, s.value.unit,
           fmt::format("the text's own exports {} - balance {}", exports->statement.printed, s.printed), doubtful);
      return;
    }
    // Each of the three may be rounded or cut off where they add up only so.
    Interval total = s.value.interval, sold = exports->statement.value.interval,
             bought = imports->statement.value.interval;
    const Interval rounded = total;
    const Interval wide[] = {hull(total, cut_off(s)), hull(sold, cut_off(exports->statement)),
                             hull(bought, cut_off(imports->statement))};
    if (!total.meets(sold + bought) && wide[0].meets(wide[1] + wide[2]))
      total = wide[0], sold = wide[1], bought = wide[2];
    const std::string how = note_on(total, rounded);
    const Interval sum = sold + bought;
    hold(level, total, sum, s.value.unit,
         fmt::format("the text's own exports {} + imports {} = {} {}{}", exports->statement.printed,
                     imports->statement.printed, in_words(sum), s.value.unit, how),
         doubtful);
    hold(*exports, sold, total - bought, s.value.unit,
         fmt::format("the text's own trade {} - imports {}{}", s.printed, imports->statement.printed, how), doubtful);
    hold(*imports, bought, total - sold, s.value.unit,
         fmt::format("the text's own trade {} - exports {}{}", s.printed, exports->statement.printed, how), doubtful);
  }

  // What the text implies of a figure that it does not print, beside the published one.
  void note_published(CheckedStatement& level, const Interval& implied, const Period& period,
                      const EconomyCode& partner, const std::string& arithmetic) {
    const Statement& s = level.statement;
    if (!s.product.empty()) return level.notes.push_back(arithmetic);  // the ledger has no figures of goods
    std::string note = arithmetic;
    bool agrees = false;
    std::string published;
    for (const auto& reading : readings_.of("level", s.subject)) {
      if (reading.partner != partner || reading.flow != s.flow || reading.measure != s.measure ||
          reading.period != period || reading.unit != s.value.unit)
        continue;
      if (published.empty() || (!agrees && reading.value.meets(implied))) published = reading.arithmetic;
      agrees = agrees || reading.value.meets(implied);
    }
    if (!published.empty())
      note += fmt::format("; {}: {}", agrees ? "published" : "published otherwise (totals of past periods are revised)",
                          published);
    level.notes.push_back(std::move(note));
  }

  // 4.93 trillion yuan ($694.53 billion): which day's or period's rate turned the one into the other?
  void two_currencies(CheckedStatement& checked) {
    const Statement& s = checked.statement;
    const bool dollars_first = s.value.unit == "USD";
    if ((s.also->unit == "USD") == dollars_first || !s.value.interval.bounded() || !s.also->interval.bounded()) return;
    const Value& local = dollars_first ? *s.also : s.value;
    const Value& dollars = dollars_first ? s.value : *s.also;
    if (dollars.interval.low <= 0 || local.interval.low <= 0) return;
    const Interval implied = local.interval / dollars.interval;
    const std::string& currency = local.unit;
    std::string note = fmt::format("The two currencies imply {} {} per dollar", rate_in_words(implied), currency);

    const std::optional<Interval> average = average_rate(currency, s);
    const std::optional<Interval> day = rate_on_publication(currency);
    const std::optional<Interval> range = range_to_publication(currency, s.period);
    std::string conclusion;
    if (average && average->meets(implied))
      conclusion = fmt::format("the average of {} ({})", in_words(s.period), rate_in_words(*average));
    if (day && day->meets(implied))
      conclusion = fmt::format("the rate of the days around publication ({})", rate_in_words(*day));
    if (average && !average->meets(implied)) {
      const Interval at_average = local.interval / *average;
      note +=
          fmt::format(", not the period's average of {}, at which {} {} are {} dollars{}", rate_in_words(*average),
                      in_words(local.interval), currency, in_words(at_average), published_in_dollars(checked, dollars));
    }
    if (!conclusion.empty())
      note += "; it is " + conclusion;
    else if (day)
      note += fmt::format("; on the days around publication it was {}", rate_in_words(*day));
    checked.notes.push_back(note + ".");
    // A day's rate strays from its month's average.
    constexpr double astray = 0.02;
    if (range && !Interval{range->low * (1 - astray), range->high * (1 + astray)}.meets(implied)) {
      Evidence evidence;
      evidence.indicator = "exchange_rate";
      evidence.value = {*range, currency + " per USD"};
      evidence.period = s.period;
      evidence.arithmetic = fmt::format(
          "the two currencies imply {} {} per dollar; from the year before {} to publication the rate was {}",
          rate_in_words(implied), currency, in_words(s.period), rate_in_words(*range));
      evidence.publisher = "see exchange rates";
      checked.arithmetic = evidence.arithmetic;
      checked.evidence.insert(checked.evidence.begin(), std::move(evidence));
      checked.verdict = Verdict::contradicted;
    }
  }

  // The publisher's own rate where it printed one thing in both currencies, else the period's average rate.
  std::optional<Interval> average_rate(const std::string& currency, const Statement& s) const {
    std::optional<Interval> own;
    for (const auto& a : readings_.of("level", s.subject)) {
      if (a.unit != currency || a.period != s.period || !a.value.bounded()) continue;
      for (const auto& b : readings_.of("level", s.subject)) {
        if (b.unit != "USD" || b.period != a.period || b.partner != a.partner || b.flow != a.flow ||
            b.measure != a.measure || b.publisher != a.publisher || !b.value.bounded() || b.value.low <= 0)
          continue;
        const Interval rate = a.value / b.value;
        // Rates from several figures narrow one another.
        if (!own)
          own = rate;
        else if (own->meets(rate))
          own = Interval{std::max(own->low, rate.low), std::min(own->high, rate.high)};
      }
    }
    return own ? own : readings_.rate(currency, s.period, "average");
  }

  std::optional<Interval> rate_on_publication(const std::string& currency) const {
    if (!published_) return std::nullopt;
    std::optional<Interval> result;
    for (const auto& reading : readings_.of("exchange_rate", EconomyCode{currency})) {
      if (reading.period.first != reading.period.last || !reading.value.bounded()) continue;
      const auto apart = (std::chrono::sys_days(*published_) - std::chrono::sys_days(reading.period.last)).count();
      if (apart < 0 || apart > 4) continue;
      result = result ? hull(*result, reading.value) : reading.value;
    }
    return result;
  }

  // Lowest to highest rate of the months from a year before the period on to publication: newsrooms convert at whatever
  // rate is at hand, but not at one that the year did not see.
  std::optional<Interval> range_to_publication(const std::string& currency, const Period& asked) const {
    if (!asked.known() || asked.open_start) return std::nullopt;
    const Period period{asked.years_before(1).first, asked.last, false};
    std::optional<Interval> result;
    const auto end = std::chrono::sys_days(published_.value_or(period.last));
    for (const auto& reading : readings_.of("exchange_rate", EconomyCode{currency})) {
      if (!reading.value.bounded() || !reading.period.known()) continue;
      if (std::chrono::sys_days(reading.period.first) < std::chrono::sys_days(period.first) ||
          std::chrono::sys_days(reading.period.first) > end)
        continue;
      result = result ? hull(*result, reading.value) : reading.value;
    }
    return result;
  }

  // The dollar figure that the statistics themselves give.
  std::string published_in_dollars(const CheckedStatement& checked, const Value& said) const {
    const Statement& s = checked.statement;
    for (const auto& reading : readings_.of("level", s.subject))
      if (reading.unit == "USD" && reading.partner == s.partner && reading.flow == s.flow &&
          reading.measure == s.measure && reading.period == s.period && !reading.value.meets(said.interval))
        return fmt::format(" (as published: {})", reading.arithmetic);
    return {};
  }

  std::vector<CheckedStatement>& all_;
  std::span<CheckedStatement> near_;  // the statements around the one being looked at
  const Readings& readings_;
  std::optional<Date> published_;
};

}  // namespace

void check_own_figures(std::vector<CheckedStatement>& statements, const Readings& readings,
                       std::optional<Date> published) {
  Checker(statements, readings, published).run();
}

}  // namespace tradewind
