// Which of the periods that a sentence names a figure is about.
#include <algorithm>
#include <chrono>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// The quarter before a quarter, else the month before.
Period SentenceReader::period_before(const Period& period) {
  const Date last = Date(std::chrono::year_month_day(std::chrono::sys_days(period.first) - std::chrono::days{1}));
  const auto month = static_cast<unsigned>(last.month());
  const int year = static_cast<int>(last.year());
  if (month % 3 == 0 && period == Period::months(period.first_year(), month % 12 + 1, month % 12 + 3))
    return Period::quarter(year, month / 3);
  return Period::month(year, month);
}

bool SentenceReader::tells_time(std::size_t at) const {
  for (std::size_t c = clauses_.at(at); c != Clause::none; c = clauses_[c].parent)
    if (clauses_[c].link == Link::relative || clauses_[c].link == Link::cause) return false;
  return true;
}

bool SentenceReader::usable(const PeriodMention& period) const {
  // "the agreement, signed in March 2022": when it was signed, not when its figures hold.
  const std::size_t event = preposition_begin(period.begin);
  if (event > p_.begin() && p_.is_any(event - 1, {"signed", "launched", "established", "founded", "effective",
                                                  "inaugurated", "concluded", "ratified", "opened"}))
    return false;
  if (period.role == PeriodRole::same) return true;
  if (!period.period.known()) return false;
  if (period.role == PeriodRole::until || period.role == PeriodRole::deadline) return true;
  return period.role == PeriodRole::when && period.period.first != period.period.last;  // not the day it was said
}

// "down from $985.6 million in July 2022; exports were $101.5 million": July 2022 is the base's alone.
bool SentenceReader::of_a_base(const PeriodMention& period, const Quantity* but) const {
  return std::ranges::any_of(parts_.quantities, [&](const Quantity& other) {
    return &other != but && other.end <= period.begin && adjacent(other.end, period.begin) && is_base(other);
  });
}

const PeriodMention* SentenceReader::period_of(std::size_t k) {
  const Quantity& q = parts_.quantities[k];
  return period_for(q.begin, q.end, &q);
}

// "down 17.9 per cent compared with imports in September 2008": the time of what is compared with.
bool SentenceReader::compares(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (p_.is_any(i, {"compared", "against", "versus", "than", "comparing"})) return true;
  return false;
}

// The period that the words [begin, end) are about: the one right behind them, else that of their clause, else that of
// the clauses around, the nearer the better. Null where the sentence has none for them.
const PeriodMention* SentenceReader::period_for(std::size_t begin, std::size_t end, const Quantity* q) const {
  const std::size_t clause = clauses_.at(begin);
  const auto hangs_on = [&](std::size_t lower, std::size_t upper) {
    int depth = 0;
    for (std::size_t c = lower; c != Clause::none; c = clauses_[c].parent, ++depth) {
      if (c == upper) return depth;
      if (clauses_[c].link == Link::also || clauses_[c].link == Link::main) break;
    }
    return -1;
  };
  const auto count = std::ranges::count_if(parts_.periods, [&](const PeriodMention& one) { return usable(one); });
  std::size_t first_verb = p_.end();
  for (const auto& one : clauses_.all)
    if (one.verb != Clause::none && one.link != Link::cause) first_verb = std::min(first_verb, one.verb);
  const PeriodMention* best = nullptr;
  int best_score = 0;
  for (const auto& period : parts_.periods) {
    if (!usable(period) || (period.begin >= begin && period.end <= end)) continue;
    if (period.role == PeriodRole::until && !q) continue;
    const std::size_t there = clauses_.at(period.begin);
    const bool after = period.begin >= end;
    int score = 0;
    // Other figures between say that it is theirs, unless they are of one breath: "rose 5 percent to $10 billion".
    bool between = false;
    for (const auto& other : parts_.quantities)
      if (&other != q && other.kind != QuantityKind::count && other.begin >= std::min(end, period.end) &&
          other.end <= std::max(begin, period.begin) && !(after && p_.ends_before(other.first, "to")))
        between = true;
    if (after && adjacent(end, period.begin)) {
      score = 100;
    } else if (of_a_base(period, q) || (after && compares(end, period.begin))) {
      continue;
    } else if (there == clause) {
      score = after ? (between ? 30 : 58) : 60;
    } else if (const int up = hangs_on(clause, there); up > 0) {
      score = (after ? 44 : 50) - 3 * up;
    } else if (const int down = hangs_on(there, clause); down > 0) {
      const Link link = clauses_[there].link;
      const bool aside = link == Link::relative || link == Link::cause || period.role == PeriodRole::until;
      score = aside ? 0 : between ? 12 : 40;
    } else if (clauses_[there].link == Link::relative) {
      score = 0;
    } else if (clauses_[there].link == Link::cause) {
      score = count == 1 ? 5 : 0;
    } else if (!after) {
      score = period.begin < first_verb ? 45 : 35;
    } else {
      score = count == 1 ? 20 : 0;
    }
    // Of two before the words the nearer, of two behind them the first.
    if (score > best_score || (score == best_score && score > 0 && !after)) best = &period, best_score = score;
  }
  return best;
}

void SentenceReader::set_period(Statement& statement, const PeriodMention* mention, bool cumulative) {
  if (!mention) {
    statement.period = d_.when.period;
    statement.period_assumed = true;
    if (cumulative && d_.when.until.known())
      statement.period = Period::up_to(d_.when.until);
    else if (cumulative && d_.when.period.known() && statement.measure == "investment_stock")
      statement.period = Period::up_to(d_.when.period);
    return;
  }
  used_periods_.insert(mention->begin);
  if (mention->role == PeriodRole::same) {
    statement.period = d_.when.period.known()
                           ? (mention->years_back ? d_.when.period.years_before(mention->years_back) : d_.when.period)
                           : Period{};
    return;
  }
  statement.period = mention->period;
  statement.period_assumed = mention->year_assumed;
  // "this year's ratio", of a text on its first two months: of these.
  if (p_.is(mention->begin, "this") && mention->period.is_year() && d_.when.period.known() &&
      !d_.when.period.open_start && d_.time_told_here() && p_.is(mention->end, "'s") &&
      d_.when.period.last_year() == mention->period.last_year())
    statement.period = d_.when.period;
  const bool stock = cumulative || statement.measure == "investment_stock";
  if (mention->role == PeriodRole::until) {
    d_.when.until = mention->period;
    const bool since =
        std::ranges::any_of(parts_.periods, [](const PeriodMention& other) { return other.role == PeriodRole::since; });
    if (stock || since || statement.kind == StatementKind::count || statement.measure.starts_with("investment") ||
        contains({"since its launch", "since its opening", "since it opened", "so far"}))
      statement.period = Period::up_to(mention->period);
    else if (mention->fiscal_start && is_trade_flow(statement.flow))
      statement.period.first = *mention->fiscal_start;
    else if (mention->period.first_year() == mention->period.last_year() &&
             (statement.flow == "trade" || statement.flow == "exports" || statement.flow == "imports"))
      statement.period =
          Period::year_to_date(mention->period.last_year(), static_cast<unsigned>(mention->period.last.month()));
  } else if (statement.measure == "investment_stock") {
    statement.period = Period::up_to(mention->period);
  }
}

}  // namespace tradewind
