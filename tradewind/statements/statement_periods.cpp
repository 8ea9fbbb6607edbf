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

Telling SentenceReader::telling(const PeriodMention* period) const {
  if (!period) return Telling::within;
  if (p_.is(period->end, "alone") || p_.match(period->end, "as a whole")) return Telling::alone;
  if (period->begin > p_.begin() + 3 || p_.is(period->end, "'s")) return Telling::within;
  for (std::size_t i = p_.begin(); i < period->begin; ++i)
    if (!p_.can(i, use::preposition) && !p_.is_any(i, "the|for|in|and|but|-|also|back|year")) return Telling::within;
  return Telling::front;
}

bool SentenceReader::usable(const PeriodMention& period) const {
  // "the agreement, signed in March 2022": when it was signed, not when its figures hold.
  // "2,000 firms were established from January to July": in all of these
  const std::size_t event = preposition_begin(period.begin);
  const bool stretch = period.period.known() && !period.period.is_year() && period.period.day_count() > 31;
  if (!stretch && event > p_.begin() &&
      p_.is_any(event - 1,
                "signed|launched|established|founded|effective|inaugurated|concluded|ratified|opened|force|effect"))
    return false;
  if (period.role == PeriodRole::same) return true;
  // "$9.9 billion, the highest monthly figure this year": since when it is the highest
  for (std::size_t i = period.begin; i-- > p_.begin() && period.begin - i < 8;) {
    if (p_.is_any(i,
                  "first|highest|lowest|smallest|biggest|largest|strongest|weakest|steepest|fastest|sharpest|"
                  "slowest|best|worst")) {
      if (p_.is_any(period.begin, "this|so|in|last") && !carries_clause(parts_, period.end)) return false;
      break;
    }
    if (p_.is(i, "of") && p_.is(i + 1, "all")) continue;  // "the highest May figure of all time this year"
    const bool verb = p_.can(i, use::verb) && !p_.can(i, use::change_noun);  // "the first decline this year"
    if (!p_.is_word(i) || verb || p_.can(i, use::preposition | use::auxiliary | use::conjunction)) break;
  }
  if (!period.period.known()) return false;
  // "ahead of the 2030 target": of what is wanted, not of what was reached
  if (p_.is_any(period.end, "target|targets|goal|deadline") && !p_.is(period.end + 1, "of") && d_.when.published &&
      std::chrono::sys_days(period.period.last) > std::chrono::sys_days(*d_.when.published))
    return false;
  if (period.role == PeriodRole::until || period.role == PeriodRole::deadline) return true;
  return period.role == PeriodRole::when && period.period.first != period.period.last;  // not the day it was said
}

// "down from $985.6 million in July 2022; exports were $101.5 million": July 2022 is the base's alone.
bool SentenceReader::of_a_base(const PeriodMention& period, const Quantity* but) const {
  return std::ranges::any_of(parts_.quantities, [&](const Quantity& other) {
    if (&other == but || other.end > period.begin) return false;
    // "11.8 percent higher than in the third quarter, and 75 percent above ..."
    const bool compared = but && other.end < but->begin && period.begin < but->begin && other.list == 0 &&
                          compares(other.end, period.begin) && period.begin - other.end <= 8;
    // "up from $49 billion in the whole of 2023"
    const std::size_t begin = p_.ends_before(period.begin, "the whole of") ? period.begin - 3 : period.begin;
    // "steeper than the 8 percent drop in April"
    const std::size_t end = p_.can(other.end, use::change_noun) ? other.end + 1 : other.end;
    return compared || (adjacent(end, begin) && is_base(other));
  });
}

// "Following a record high in 2015, investment fell": when it was before that.
bool SentenceReader::before_the_clause(const PeriodMention& period) const {
  const std::size_t begin = p_.begin();
  if (!p_.is_any(begin, "following|after|despite|unlike") || period.begin < begin + 3) return false;
  for (std::size_t i = begin + 1; i < period.begin; ++i)
    if (p_.is(i, ",") || carries_clause(parts_, i)) return false;
  return p_.is(period.end, ",") && parts_.periods.size() > 1;
}

// "was more than triple the $32 billion of 2004", "left behind the old mark of $14 billion from 2007", "dwarfed March's
// $4.53 billion": an earlier time than the text's, of another figure alone.
bool SentenceReader::of_another_figure(const PeriodMention& period, const Quantity* but) const {
  if (!d_.of_old(period.period) || period.begin <= p_.begin() + 1) return false;
  const auto definite = [&](const Quantity& other) {
    for (std::size_t i = other.begin; i-- > p_.begin() && other.begin - i < 6;) {
      if (p_.is(i, "the")) return true;
      if (p_.can(i, use::finite) || (p_.can(i, use::preposition) && !p_.is(i, "of"))) return false;
    }
    return false;
  };
  // "only 44 percent of their peak in 2007", "below the record value set in June"
  std::size_t mark = period.begin - 1;
  while (mark > p_.begin() && !p_.is_any(mark, "peak|record|high|low") &&
         p_.can(mark, use::preposition | use::participle | use::value_noun))
    --mark;
  if (p_.is_any(mark, "peak|record|high|low") &&
      p_.ends_before_any(mark,
                         "of their|of its|of the|below the|below its|below their|above the|above its|above their|"
                         "than the|than its|than their"))
    return true;
  return std::ranges::any_of(parts_.quantities, [&](const Quantity& other) {
    if (&other == but) return false;
    const bool behind = other.end < period.begin + 1 && period.begin - other.end <= 1 &&
                        (period.begin == other.end || p_.is_any(other.end, "of|in|from|for"));
    return (behind && definite(other)) || (p_.is(period.end, "'s") && period.end + 1 == other.begin);
  });
}

const PeriodMention* SentenceReader::period_of(std::size_t k) {
  const Quantity& q = parts_.quantities[k];
  return period_for(q.begin, q.end, &q);
}

// "down 17.9 per cent compared with imports in September 2008": the time of what is compared with.
bool SentenceReader::compares(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i) {
    // "more than it sold in September": of one time, both
    // "a decrease of $5 billion on the surplus in January"
    const std::size_t held_against = parts_.is(i + 1, PartKind::period) ? parts_.behind(i + 1) : i + 2;
    if (i == from && p_.is(i, "on") && p_.is(i + 1, "the") && p_.is_any(held_against, "surplus|deficit|figure|level"))
      return true;
    const bool of_two_flows = p_.is(i, "than") && p_.can(i + 1, use::pronoun) && p_.can(i + 2, use::trade_verb);
    const bool hedge = parts_.is(i, PartKind::quantity);           // "to more than $5 billion in March"
    if (p_.is(i, "followed") && !p_.is(i + 1, "by")) return true;  // "The deficit followed a surplus in June"
    if (p_.can(i, use::exceed) && p_.can(i, use::gerund) && p_.is(i + 1, "the")) return true;
    if (p_.is_any(i, "compared|against|versus|than|comparing") && !of_two_flows && !hedge) return true;
  }
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
  // "in the first half of 2020, when ASEAN became China's largest partner"
  if (p_.is(clauses_[clause].begin, "when"))
    for (const auto& period : parts_.periods)
      if (usable(period) && period.end + (p_.is(period.end, ",") ? 1 : 0) == clauses_[clause].begin) return &period;
  const auto count = std::ranges::count_if(parts_.periods, [&](const PeriodMention& one) { return usable(one); });
  std::size_t first_verb = p_.end();
  for (const auto& one : clauses_.all)
    if (one.verb != Clause::none && one.link != Link::cause) first_verb = std::min(first_verb, one.verb);
  const PeriodMention* best = nullptr;
  int best_score = 0;
  for (const auto& period : parts_.periods) {
    if (!usable(period) || (period.begin >= begin && period.end <= end)) continue;
    if (before_the_clause(period)) continue;
    if (period.role == PeriodRole::until && !q && (period.end > begin || begin - period.end > 4)) continue;
    const std::size_t there = clauses_.at(period.begin);
    const bool after = period.begin >= end;
    int score = 0;
    // Other figures between say that it is theirs, unless they are of one breath: "rose 5 percent to $10 billion".
    bool between = false;
    for (const auto& other : parts_.quantities)
      if (&other != q && other.kind != QuantityKind::count && other.begin >= std::min(end, period.end) &&
          other.end <= std::max(begin, period.begin) &&
          !(after && (p_.is(other.first - 1, "to") || p_.is(other.begin - 1, "to"))))
        between = true;
    // "8.1 percent from 2007 to 2016"
    const bool span = p_.is(period.begin - 1, "from") && period.period.first_year() != period.period.last_year();
    const bool beside = after && adjacent(end, span ? period.begin - 1 : period.begin);
    if (beside && !(p_.is(end, "on") && compares(end, period.begin))) {
      score = 100;
    } else if (after && !between && q && is_difference(*q)) {
      score = 90;  // "bought $5 billion more than it sold in March"
    } else if (of_a_base(period, q) || of_another_figure(period, q) || (after && compares(end, period.begin))) {
      continue;
    } else if (after && clauses_[there].link == Link::participle && begin < clauses_[there].begin &&
               (!clauses_[there].figure || between) && (d_.of_old(period.period) || period.years_back > 0)) {
      continue;  // "at $15 billion, beating a high set in June", "up 5 percent, reversing a 3 percent fall in June"
    } else if (there == clause && after && p_.is(period.begin - 1, "for") && future(begin)) {
      score = 62;  // "In April they forecast a 2 percent rise in trade for 2025"
    } else if (there == clause) {
      score = after ? (between ? 30 : 58) : 60;
    } else if (const int up = hangs_on(clause, there); up > 0) {
      score = (after ? 44 : 50) - 3 * up;
    } else if (const int down = hangs_on(there, clause); down > 0) {
      const Link link = clauses_[there].link;
      const bool its_own =
          link == Link::brackets && clauses_[there].figure && after;  // "$3 billion ($4 billion in May)"
      // "the goods that Peru sold abroad in 2023": the measure runs into the clause that the time is in
      const bool measured = link == Link::relative && std::ranges::any_of(measures_, [&](const MeasureMention& m) {
                              return m.begin < clauses_[there].begin && m.end > clauses_[there].begin;
                            });
      const bool aside =
          its_own || (link == Link::relative && !measured) || link == Link::cause || period.role == PeriodRole::until;
      score = aside ? 0 : between ? 12 : 40;
    } else if (clauses_[there].link == Link::relative) {
      score = 0;
    } else if (after && count == 1 && p_.is(clauses_[there].begin, "as")) {
      score = 15;
    } else if (after && p_.is_any(clauses_[there].begin, "after|before|when|as")) {
      score = 0;
    } else if (clauses_[there].link == Link::cause) {
      score = count == 1 ? 5 : 0;
    } else if (!after) {
      score = period.begin < first_verb ? 45 : 35;
    } else {
      // "A surplus of $1 billion was recorded; in July it had been $3 billion": the time of what stands behind it
      score =
          count == 1 && !(clauses_[there].figure && preposition_begin(period.begin) <= clauses_[there].begin) ? 20 : 0;
    }
    // Of two before the words the nearer, of two behind them the first.
    if (score > best_score || (score == best_score && score > 0 && !after)) best = &period, best_score = score;
  }
  return best;
}

void SentenceReader::set_period(Statement& statement, const PeriodMention* mention, bool cumulative) {
  if (!mention) {
    if (statement.kind != StatementKind::count && d_.may_go_on())
      d_.go_on_in_time(statement.partner, told_already(statement));
    statement.period = d_.when.period;
    statement.period_assumed = true;
    // "Projects had $455 billion of capital as of May. Of the sum, $290 billion has been disbursed": until then, too
    // So are the figures of its paragraph.
    const bool of_it = statement.measure.starts_with("investment") &&
                       (d_.when.until.known() || !d_.when.period.known() ||
                        p_.match_any(p_.begin(), "of the sum|of this|of that|of which|of the total"));
    if (cumulative && d_.when.until.known())
      statement.period = Period::up_to(d_.when.until);
    else if (of_it && d_.when.summed_until.known())
      statement.period = Period::up_to(d_.when.summed_until);
    else if (cumulative && d_.when.period.known() && statement.measure == "investment_stock")
      statement.period = Period::up_to(d_.when.period);
    return;
  }
  used_periods_.insert(mention->begin);
  if (mention->role == PeriodRole::same) {
    // Of two figures "during this period" both are in the one spoken of before them.
    if (same_at_ != mention->begin) same_ = d_.when.told_last;
    same_at_ = mention->begin;
    const Period& now = mention->years_back ? d_.when.period : same_;
    statement.period = now.known() ? now.years_before(mention->years_back) : Period{};
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
    d_.when.until = d_.when.summed_until = mention->period;
    const auto sums = [this](const PeriodMention& other) {  // not "the largest since 1997"
      return other.role == PeriodRole::since && !p_.word(other.begin - 2).ends_with("est");
    };
    const bool since = std::ranges::any_of(parts_.periods, sums);
    // "As of August 20, investment reached ...", in a text on the first eight months: these.
    const Period& now = d_.when.period;
    const bool of_now =
        now.known() && !now.open_start && now.first < mention->period.first &&
        mention->period.first == mention->period.last && mention->period.last <= now.last && !statement.flow.empty() &&
        now == Period::year_to_date(now.last_year(), static_cast<unsigned>(mention->period.last.month()));
    // "By the end of May it had attracted $5 billion, up 7 percent from a year earlier": since the year began
    const bool held_against_last_year = statement.flow == "inward" && statement.measure == "investment_flow" &&
                                        mention->period.first_year() == mention->period.last_year() &&
                                        !mention->period.is_year() &&
                                        std::ranges::any_of(parts_.periods, [&](const PeriodMention& base) {
                                          return base.begin > mention->end && base.years_back == 1;
                                        });
    if (of_now && !stock && !since && !contains("accumulated|cumulative"))
      statement.period = now;
    else if (held_against_last_year && !stock && !since && !contains("accumulated|cumulative"))
      statement.period =
          Period::year_to_date(mention->period.last_year(), static_cast<unsigned>(mention->period.last.month()));
    else if (stock || since || statement.kind == StatementKind::count || statement.measure.starts_with("investment") ||
             contains("since its launch|since its opening|since it opened|so far"))
      statement.period = Period::up_to(mention->period);
    else if (mention->fiscal_start && is_trade_flow(statement.flow))
      statement.period.first = *mention->fiscal_start;
    else if (mention->period.first_year() == mention->period.last_year() && is_trade_flow(statement.flow))
      statement.period =
          Period::year_to_date(mention->period.last_year(), static_cast<unsigned>(mention->period.last.month()));
  } else if (statement.measure == "investment_stock") {
    statement.period = Period::up_to(mention->period);
  }
}

// "It grew from $5 billion in 2001 to $9 billion in 2024. During this period ...": the years between.
Period SentenceReader::span_told() const {
  for (std::size_t k = 0; k + 1 < parts_.quantities.size(); ++k) {
    const Quantity &from = parts_.quantities[k], &to = parts_.quantities[k + 1];
    if (!p_.is(from.begin - 1, "from") || !p_.is(to.begin - 1, "to")) continue;
    const PeriodMention *first = parts_.period_at(from.end + 1), *last = parts_.period_at(to.end + 1);
    if (first && last && first->period.is_year() && last->period.is_year() &&
        first->period.last_year() < last->period.last_year())
      return Period::years(first->period.first_year(), last->period.last_year());
  }
  return {};
}

// The year of a span of years that an amount is of, where two amounts say from what to what; 0 where they do not.
int SentenceReader::end_of_span(const Statement& statement, const Quantity& q) const {
  const Period& span = statement.period;
  const bool amount = q.kind == QuantityKind::money || statement.kind == StatementKind::share;
  if (!amount || !span.is_years() || span.is_year()) return 0;
  for (std::size_t k = 0; k + 1 < parts_.quantities.size(); ++k) {
    const Quantity &from = parts_.quantities[k], &to = parts_.quantities[k + 1];
    if (from.kind != q.kind || to.kind != q.kind || !p_.is(from.begin - 1, "from") || !p_.is(to.begin - 1, "to") ||
        clauses_.at(from.begin) != clauses_.at(to.begin))
      continue;
    if (&q == &from) return span.first_year();
    if (&q == &to) return span.last_year();
  }
  return 0;
}

// "In the first eight months exports rose from $3 billion in 2022 to $5 billion in 2023": in these months of both
// years.
void SentenceReader::same_part_of_its_year(Statement& statement, const Quantity& q) const {
  const auto k = static_cast<std::size_t>(&q - parts_.quantities.data());
  const bool from = p_.is(q.begin - 1, "from"), to = p_.is(q.begin - 1, "to");
  if ((!from && !to) || !statement.period.is_year() || (to && k == 0) || (from && k + 1 == parts_.quantities.size()))
    return;
  const Quantity &first = parts_.quantities[from ? k : k - 1], &second = parts_.quantities[from ? k + 1 : k];
  const auto in_a_year = [&](const Quantity& one) {
    const PeriodMention* year = p_.is(one.end, "in") ? parts_.period_at(one.end + 1) : nullptr;
    return year && year->period.is_year();
  };
  if (!p_.is(first.begin - 1, "from") || !p_.is(second.begin - 1, "to") || !in_a_year(first) || !in_a_year(second))
    return;
  for (const auto& part : parts_.periods)
    if (part.end <= first.begin && part.role == PeriodRole::when && part.period.known() && !part.period.open_start &&
        part.period.first_year() == part.period.last_year() && !part.period.is_year() &&
        part.period.first != part.period.last)
      statement.period = part.period.years_before(part.period.last_year() - statement.period.last_year());
}

// "the highest since October 2022 ($5.6 billion)", "since 2019's $5.6 billion", "up 2 percent on May 2022 ($4
// billion)": when an amount was that only says what there was then.
const PeriodMention* SentenceReader::time_of_its_own(const Quantity& q) const {
  const bool bracketed = p_.is(q.begin - 1, "(") && p_.is(q.end, ")");
  if (q.kind != QuantityKind::money || !(bracketed || p_.is(q.begin - 1, "'s"))) return nullptr;
  const PeriodMention* then = parts_.period_at(q.begin - 2);
  if (!then || !then->period.known()) return nullptr;
  const bool compared = bracketed && d_.of_old(then->period) && &q != parts_.quantities.data() &&
                        (&q - 1)->kind == QuantityKind::percent && p_.is_any(then->begin - 1, "on|over|from|in|with");
  return then->role == PeriodRole::since || compared ? then : nullptr;
}

void SentenceReader::from_month_to_month(Statement& statement, const PeriodMention& span) const {
  const Period later =
      Period::month(statement.period.last_year(), static_cast<unsigned>(statement.period.last.month()));
  const Period before = period_before(later);
  if (statement.period.first != before.first || statement.period.last != later.last) return;
  // "Between January and February exports rose": since the year began
  const bool of_both = before.first.month() == std::chrono::January || !p_.is(span.begin, "between");
  if (of_both && !p_.can(span.end, use::change_noun)) return;
  statement.period = later;
  statement.compared_with = before;
}

// Where the figure is of another time than its words and the text's say: since when, at the end of which years, of what
// it is compared with. True where it tells nothing of the time that the text is in.
bool SentenceReader::settle_period(Statement& statement, const Quantity& q, const PeriodMention* period) {
  // "Since 2000, China has imported $1.2 trillion of goods": from then until now.
  if (!period && q.kind == QuantityKind::money && d_.when.published)
    for (const auto& since : parts_.periods)
      if (const bool opens = since.begin <= p_.begin() + 2;
          since.role == PeriodRole::since && since.period.known() &&
          (opens || (since.begin > q.end && p_.is_any(clauses_[clauses_.at(q.begin)].verb, "has|have")))) {
        if (since.period.is_year())
          statement.period = Period::years(since.period.first_year(), static_cast<int>(d_.when.published->year()));
        // "Since May 2020 the surplus has amounted to $157 billion": up to the month that the text is in
        else if (const Period& now = d_.when.period; opens && now.known() && now.last > since.period.last &&
                                                     contains("cumulative|cumulatively|altogether|in total"))
          statement.period = Period{since.period.first, now.last, false};
      }
  // "Since it opened in May 2021, the railway has carried 3 million tonnes": all of it until now
  if (!period && d_.when.published && (q.kind == QuantityKind::money || q.kind == QuantityKind::count) &&
      contains("since it|since its|since the line|since the railway") && contains("has|have|had"))
    for (const auto& since : parts_.periods)
      if (since.role == PeriodRole::since && since.period.known() && !since.period.is_year()) {
        const Period& now = d_.when.period;
        statement.period =
            Period::up_to(now.known() && !now.open_start &&
                                  std::chrono::sys_days(now.first) > std::chrono::sys_days(since.period.last)
                              ? now
                              : Period::month(static_cast<int>(d_.when.published->year()),
                                              static_cast<unsigned>(d_.when.published->month())));
      }
  // "expanded from $10 billion in 2013 to $20 billion in 2024, an average of 7.3 percent a year": over these years
  if (statement.measure.starts_with("average_growth_of_")) {
    int first = 0, last = 0;
    for (const auto& year : parts_.periods) {
      if (!year.period.is_year() || (year.begin > q.begin && year.role != PeriodRole::since)) continue;
      first = first == 0 ? year.period.first_year() : std::min(first, year.period.first_year());
      last = std::max(last, year.period.first_year());
    }
    if (first < last) statement.period = Period::years(first, last);
  }
  // "has grown 58 percent in the past two years": the last of them
  else if (period && period->year_assumed && p_.is_any(period->begin + 1, "past|last") && statement.period.is_years() &&
           !statement.period.is_year() &&
           (statement.kind == StatementKind::growth || statement.kind == StatementKind::change))
    statement.period = Period::year(statement.period.last_year());
  // "Between August and September, exports fell 3 percent", "the August to September fall of": in the later month
  else if (period && (statement.kind == StatementKind::growth || statement.kind == StatementKind::change))
    from_month_to_month(statement, *period);
  // "From 2002 to 2012, trade grew 23.6 percent a year, reaching $400 billion": at the end of these years.
  const bool reached = p_.can(q.begin - 1, use::reach) || p_.ends_before_any(q.begin, "to|to a record");
  if (period && period->end <= q.begin && q.kind == QuantityKind::money && reached &&
      (last_percent_ || contains("doubled|tripled|quadrupled")) && statement.period.is_years())
    statement.period = Period::year(statement.period.last_year());
  // "Between 2013 and 2023 trade rose from 443.6 billion dollars to 911.7 billion": at the two ends of these years.
  if (const int end = end_of_span(statement, q); end != 0) {
    statement.period = Period::year(end);
    return false;
  }
  if (const PeriodMention* here = time_of_its_own(q)) {
    statement.period = here->period;
    return true;
  }
  if (const PeriodMention* front = before_in_front(q, period)) {
    base_period_of(statement, *front);
    return true;
  }
  bool of_old = false;
  const bool of_the_past = (statement.kind != StatementKind::change || p_.is_any(q.begin - 2, "below|above")) &&
                           q.kind != QuantityKind::points &&
                           (q.kind == QuantityKind::count ? is_base_count(q) : is_base(q));
  // "The figure was 911.7 billion dollars a year earlier."
  // "It gained 29 percent to $190 billion a year earlier."
  const Quantity* to =
      statement.kind == StatementKind::growth && p_.is(q.end, "to") ? parts_.quantity_at(q.end + 1) : nullptr;
  const std::size_t end = to ? to->end : q.end;
  const bool said_of_before =
      !of_the_past &&
      (to || (q.kind == QuantityKind::money && statement.kind == StatementKind::level) ||
       (q.kind == QuantityKind::count && q.named)) &&
      std::ranges::any_of(parts_.periods, [&](const PeriodMention& other) {
        return other.role == PeriodRole::base && other.begin == end && other.years_back > 0 &&
               p_.match_any(other.begin,
                            "a year earlier|a year ago|a year before|the year before|the year earlier|"
                            "one year earlier");
      });
  // "compared to the same month in 2012, when it stood at 19.9 billion": of the time named just before.
  const std::size_t clause_at = clauses_[clauses_.at(q.begin)].begin;
  if (p_.is_any(clause_at, "when|where|which"))
    for (const auto& other : parts_.periods)
      if (other.end <= clause_at && other.end + 1 >= clause_at &&
          (!p_.is(clause_at, "which") || other.role == PeriodRole::base)) {
        const auto part = std::ranges::find_if(parts_.periods, [&](const PeriodMention& months) {
          return months.end <= other.begin && other.period.is_year() && months.period.known() &&
                 !months.period.is_years() && months.period.first_year() == months.period.last_year() &&
                 months.period.first != months.period.last;
        });
        // "the lowest January-October figure since 2003, when it stood at": in these months
        if (part != parts_.periods.end())
          statement.period = part->period.years_before(part->period.last_year() - other.period.last_year());
        else if (other.period.known())
          statement.period = other.period;
        else if (other.years_back > 0 && d_.when.period.known())
          statement.period = d_.when.period.years_before(other.years_back);
        of_old = true;
      }
  // "14.7 percent ... compares with 11 percent with the US": of the same time, with another.
  // "a 3 percent decline to China"
  const std::size_t behind = p_.can(q.end, use::change_noun) ? q.end + 1 : q.end;
  const bool of_another = of_the_past &&
                          (p_.is_any(behind, "with|for") || (behind > q.end && p_.is_any(behind, "to|in"))) &&
                          party_named_at(p_, parts_.parties, behind + 1);
  if ((of_the_past && !of_another && !revised(q) && !foreseen(q)) || said_of_before) {
    base_period(statement, q);
    if (last_base_.known()) d_.when.compared = d_.when.period, d_.when.base = last_base_;
  }
  // "which jumped 12.7 percent in the previous month"
  // "reversing a 3 percent rise the previous month"
  std::size_t then = p_.can(q.end, use::change_noun) ? q.end + 1 : q.end;
  if (p_.is(then, "in")) ++then;
  for (const auto& other : parts_.periods)
    if (!of_the_past && other.role == PeriodRole::base && other.begin == then && then > q.end &&
        other.years_back == 0 && !other.period.known() && statement.period.known() && !statement.period.open_start) {
      statement.period = period_before(statement.period);
      statement.compared_with.reset();
    }
  return of_the_past || said_of_before || of_old;
}

}  // namespace tradewind
