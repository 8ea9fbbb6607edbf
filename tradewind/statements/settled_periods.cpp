// Where a figure is of another time than its words and the text's: of one end of a span, of what it is compared with,
// of a sum since a day.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

namespace {

// The day after a period.
Date behind(const Period& period) { return Date{std::chrono::sys_days(period.last) + std::chrono::days{1}}; }

}  // namespace

// "It grew from $5 billion in 2001 to $9 billion in 2024. During this period ...": the years between.
Period SentenceReader::span_told() const {
  for (std::size_t k = 0; k + 1 < parts_.quantities.size(); ++k) {
    const Quantity &from = parts_.quantities[k], &to = parts_.quantities[k + 1];
    if (!p_.is(from.begin - 1, "from") || !p_.is(to.begin - 1, "to")) continue;
    const PeriodMention *first = parts_.period_at(from.end + 1), *last = parts_.period_at(to.end + 1);
    // ... but "in the first nine months they rose from $3 billion in 2016 to $5 billion in 2017": these months of them
    const bool part = std::ranges::any_of(parts_.periods, [&](const PeriodMention& one) {
      return one.end <= from.begin && one.role == PeriodRole::when && one.period.known() && !one.period.open_start &&
             one.period.first_year() == one.period.last_year() && !one.period.is_year();
    });
    // ... nor "from $3 billion in 2016 to $5 billion in 2017", of the second year alone
    if (first && last && !part && first->period.is_year() && last->period.is_year() &&
        first->period.last_year() + 1 < last->period.last_year())
      return Period::years(first->period.first_year(), last->period.last_year());
  }
  // "rose by 76 percent between 2010 and 2018, to $9 billion. In the same years ..."
  for (const PeriodMention& span : parts_.periods)
    if (p_.is(span.begin - 1, "between") && span.period.is_years()) return span.period;
  return {};
}

// The year of a span of years, calendar or fiscal ones, that an amount is of, where two amounts say from what to what;
// 0 where they do not.
int SentenceReader::end_of_span(const Statement& statement, const Quantity& q) const {
  const Period& span = statement.period;
  const bool amount = q.kind == QuantityKind::money || statement.kind == StatementKind::share;
  constexpr int year = 366;
  if (!amount || !span.known() || span.open_start || span.day_count() <= year ||
      behind(span) != span.first + (behind(span).year() - span.first.year()))
    return 0;
  for (std::size_t k = 0; k + 1 < parts_.quantities.size(); ++k) {
    const Quantity &one = parts_.quantities[k], &other = parts_.quantities[k + 1];
    const bool back = p_.is(one.begin - 1, "to");  // "expanded to $9 billion from $4 billion"
    const Quantity &from = back ? other : one, &to = back ? one : other;
    if (from.kind != q.kind || to.kind != q.kind || !p_.is(from.begin - 1, "from") || !p_.is(to.begin - 1, "to") ||
        clauses_.at(from.begin) != clauses_.at(to.begin) || (back && parts_.is(from.end, PartKind::period)))
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
    if (part.end <= first.begin && part.role == PeriodRole::when && usable(part) && part.period.known() &&
        !part.period.open_start && part.period.first_year() == part.period.last_year() && !part.period.is_year() &&
        part.period.day_count() >= 7)
      statement.period = part.period.years_before(part.period.last_year() - statement.period.last_year());
}

// "the highest since October 2022 ($5.6 billion)", "since 2019's $5.6 billion", "up 2 percent on May 2022 ($4
// billion)": when an amount was that only says what there was then.
const PeriodMention* SentenceReader::time_of_its_own(const Quantity& q) const {
  const bool bracketed = p_.is(q.begin - 1, "(") && p_.is(q.end, ")");
  if (q.kind != QuantityKind::money || !(bracketed || p_.is(q.begin - 1, "'s"))) return nullptr;
  const PeriodMention* then = parts_.period_at(q.begin - 2);
  if (!then || !then->period.known()) return nullptr;
  const Quantity* before = parts_.before(q);
  const bool compared = bracketed && d_.of_old(then->period) && before && before->kind == QuantityKind::percent &&
                        p_.is_any(then->begin - 1, "on|over|from|in|with");
  return then->role == PeriodRole::since || compared ? then : nullptr;
}

void SentenceReader::from_month_to_month(Statement& statement, const PeriodMention& span) const {
  const Period later =
      Period::month(statement.period.last_year(), static_cast<unsigned>(statement.period.last.month()));
  const Period before = period_before(later);
  if (statement.period.first != before.first || statement.period.last != later.last) return;
  // "Between January and February exports rose": since the year began; "from April to May" in a fiscal year from April
  const bool of_both = before.first.month() == std::chrono::January || !p_.is_any(span.begin, "between|from") ||
                       (p_.is(span.begin, "from") && !d_.fiscal_economy().empty());
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
  // "The surplus that it has garnered since May 2020 totalled $157 billion": up to the month that the text is in
  if (const Period& now = d_.when.period; !period && q.kind == QuantityKind::money && now.known() && !now.open_start)
    for (const auto& since : parts_.periods)
      if (since.role == PeriodRole::since && since.period.known() && since.end + 1 == q.begin &&
          p_.can(since.end, use::reach) && since.period.last < now.first)
        statement.period = Period{since.period.first, now.last, false};
  // "Since it opened in May 2021, the railway has carried 3 million tonnes": all of it until now
  if (!period && d_.when.published && (q.kind == QuantityKind::money || q.kind == QuantityKind::count) &&
      contains("since it|since its|since the line|since the railway|since the start|since the launch|since the opening|"
               "since the commencement|since opening|since operations|since then") &&
      contains("has|have|had|were")) {
    const PeriodMention* named = nullptr;
    for (const auto& since : parts_.periods)
      if (since.role == PeriodRole::since && since.period.known() && !since.period.is_year()) named = &since;
    // "It has carried 9 million people since it was put into service": whenever that was
    if (const Period& now = d_.when.period; named || q.kind == QuantityKind::count)
      statement.period =
          Period::up_to(named && now.known() && !now.open_start &&
                                std::chrono::sys_days(now.first) > std::chrono::sys_days(named->period.last)
                            ? now
                            : Period::month(static_cast<int>(d_.when.published->year()),
                                            static_cast<unsigned>(d_.when.published->month())));
  }
  const bool ends_at = p_.ends_before_any(q.begin, "to|to a record");
  // "expanded from $10 billion in 2013 to $20 billion in 2024, an average of 7.3 percent a year": over these years
  if (statement.measure.starts_with("average_growth_of_")) {
    int first = 0, last = 0;
    for (const auto& year : parts_.periods) {
      if (!year.period.is_year() || (year.begin > q.begin && year.role != PeriodRole::since)) continue;
      first = first == 0 ? year.period.first_year() : std::min(first, year.period.first_year());
      last = std::max(last, year.period.first_year());
    }
    // "22 percent a year in the past decade, from $55 billion in 2002 to $400 billion in 2012"
    // "12 percent a year between 1996 and 2006 and 8 percent from 2007 to 2016": of these years
    const bool its_own = period && !period->year_assumed && period->begin >= q.end && period->period.is_years() &&
                         !period->period.is_year();
    if (const Period told = its_own ? Period{} : span_told(); told.known())
      statement.period = told;
    else if (first < last)
      statement.period = Period::years(first, last);
    // "Exports rose from $28 billion in 2010 to $44 billion in 2016. The average increase was 8 percent"
    else if (const Period& span = d_.when.told_last;
             statement.period_assumed && span.known() && span.is_years() && !span.is_year())
      statement.period = span;
  }
  // "has grown 58 percent in the past two years": the last of them
  else if (period && period->year_assumed && p_.is_any(period->begin + 1, "past|last") && statement.period.is_years() &&
           !statement.period.is_year() &&
           (statement.kind == StatementKind::growth || statement.kind == StatementKind::change))
    statement.period = Period::year(statement.period.last_year());
  // "Between August and September, exports fell 3 percent", "the August to September fall of": in the later month
  // ... "to $5 billion"
  else if (period && (statement.kind == StatementKind::growth || statement.kind == StatementKind::change ||
                      (q.kind == QuantityKind::money && last_percent_ == StatementKind::growth && ends_at)))
    from_month_to_month(statement, *period);
  // "From 2002 to 2012, trade grew 23.6 percent a year, reaching $400 billion": at the end of these years.
  const bool reached = p_.can(q.begin - 1, use::reach) || ends_at;
  if (period && period->end <= q.begin && q.kind == QuantityKind::money && reached &&
      (last_percent_ || contains("doubled|tripled|quadrupled")) && statement.period.is_years())
    statement.period = Period::year(statement.period.last_year());
  // "Between 2013 and 2023 trade rose from 443.6 billion dollars to 911.7 billion": at the two ends of these years.
  if (const int end = end_of_span(statement, q); end != 0) {
    const Period span = statement.period;
    const Date second = span.first + std::chrono::years{1};
    statement.period = end == span.first_year()
                           ? Period::days(span.first, Date{std::chrono::sys_days(second) - std::chrono::days{1}})
                           : Period::days(behind(span) - std::chrono::years{1}, span.last);
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
  // "up 12 percent in the first half, above the full-year target of 4 percent"
  if (statement.period.known() && !statement.period.open_start &&
      statement.period.first_year() == statement.period.last_year() &&
      p_.ends_before_any(q.begin, "full year target of|full year goal of|full year forecast of|annual target of"))
    statement.period = Period::year(statement.period.last_year());
  // "On the month, exports fell 2 percent", "It was $5 billion, down from $6 billion a month earlier", of a text on a
  // month and on the year so far: in that month
  if (!period && statement.period.known() && !statement.period.open_start && statement.period.day_count() > 31)
    for (const auto& base : parts_.periods) {
      const std::size_t here = clauses_.at(q.begin), there = clauses_.at(base.begin);
      const bool hangs = clauses_[there].link == Link::participle && clauses_[there].parent == here;
      const bool in_front = base.end <= q.begin && base.begin <= clauses_[here].begin + 2;
      const bool behind = base.begin >= q.end && (there == here || hangs) && base.begin <= q.end + 8;
      if (base.role != PeriodRole::base || base.period.known() || base.years_back > 0 || !(in_front || behind) ||
          !(p_.is(base.end - 1, "month") || p_.is_any(base.begin + 1, "month") ||
            p_.is_any(base.end - 2, "month|monthly")))
        continue;
      for (std::size_t k = d_.when.told.size(); k-- > 0;)
        if (const Period& month = d_.when.told[k]; month.day_count() >= 28 && month.day_count() <= 31 &&
                                                   !month.open_start && month.last == statement.period.last) {
          statement.period = month;
          if (statement.compared_with) statement.compared_with = period_before(month);
          break;
        }
    }
  // "It was $4 billion in May, and a poll had forecast $3 billion": for the time that the text is on
  const bool told_elsewhere = !period || clauses_.at(period->begin) != clauses_.at(q.begin);
  if (const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
      told_elsewhere && verb != Clause::none && p_.is_any(verb, "had|expected|predicted|forecast") && verb < q.begin &&
      foreseen(q) && d_.of_old(statement.period))
    statement.period = d_.when.reported;
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
  const bool own_time = period && period->begin >= clause_at && period->end <= q.begin;  // "when exports in March rose"
  if (p_.is_any(clause_at, "when|where|which") && !own_time)
    for (const auto& other : parts_.periods)
      if (other.end <= clause_at &&
          (other.end + 1 >= clause_at ||  // "than at last year's event, which drew 1,700 firms"
           (p_.is(other.end, "'s") && noun_phrase_end(parts_, other.end + 1) + 1 >= clause_at)) &&
          // not "from $3 billion a year earlier, which made Peru the largest buyer"
          (!p_.is(clause_at, "which") ||
           (other.role == PeriodRole::base && !parts_.is(other.begin - 1, PartKind::quantity)))) {
        const auto part = std::ranges::find_if(parts_.periods, [&](const PeriodMention& months) {
          return other.role != PeriodRole::when && months.end <= other.begin && other.period.is_year() &&
                 months.period.known() && !months.period.is_years() &&
                 months.period.first_year() == months.period.last_year() && months.period.first != months.period.last;
        });
        // "the lowest January-October figure since 2003, when it stood at": in these months
        if (part != parts_.periods.end())
          statement.period = part->period.years_before(part->period.last_year() - other.period.last_year());
        else if (other.period.known())
          statement.period = other.period;
        else if (other.years_back > 0 && d_.when.period.known())
          statement.period = d_.when.period.years_before(other.years_back);
        else if (other.role == PeriodRole::base && d_.when.period.known() && !d_.when.period.open_start)
          statement.period = period_before(d_.when.period);
        // "Storms hit trade in May, when exports fell": the text is in May
        of_old = of_old || other.role != PeriodRole::when || !other.period.known() || d_.of_old(other.period);
      }
  // "14.7 percent ... compares with 11 percent with the US": of the same time, with another.
  // "a 3 percent decline to China"
  const std::size_t behind = p_.can(q.end, use::change_noun) ? q.end + 1 : q.end;
  // ... "with a 3 percent drop in exports to China", unless a time says otherwise
  const bool dated_behind = std::ranges::any_of(parts_.periods, [&](const PeriodMention& then) {
    return then.begin > behind && clauses_.at(then.begin) == clauses_.at(q.begin);
  });
  const auto measured_behind = [&](const auto& as) {
    return !dated_behind && std::ranges::any_of(measures_, [&](const MeasureMention& m) {
      return m.begin > behind && m.begin <= behind + 2 && as(m);
    });
  };
  const bool of_its_flow = behind > q.end && p_.is(behind, "in") && measured_behind([&](const MeasureMention& m) {
                             return !m.partners.empty() && !parts_.party_at(m.begin);
                           });
  // "a rise of 5 percent, against one of 3 percent in imports", "in contrast with the $9 billion of trade"
  const bool of_other_flow = p_.is_any(behind, "in|of") && measured_behind([&](const MeasureMention& m) {
                               return m.partners.empty() && m.flow == statement.flow && m.flow != d_.about.said.flow;
                             });
  const bool of_another =
      of_the_past &&
      (p_.is_any(behind, "with|for") || (behind > q.end && p_.is_any(behind, "to|in")) ||
       (p_.is(behind, "in") && (statement.measure == "gdp" || q.kind == QuantityKind::count))) &&
      (of_its_flow || party_named_at(p_, parts_.parties, behind + 1) || p_.match(behind + 1, "the world"));
  if ((of_the_past && !of_another && !of_other_flow && !revised(q) && !foreseen(q)) || said_of_before) {
    base_period(statement, q);
    // not "in the first four months, after $5 billion in 2024"
    constexpr int about = 3;
    if (last_base_.known() && std::abs(last_base_.day_count() - d_.when.period.day_count()) <= about)
      d_.when.compared = d_.when.period, d_.when.base = last_base_;
  } else if (period && last_base_.known() && p_.is(q.begin - 1, "to") && last_base_.last < statement.period.first) {
    // "grew from $4 billion in May to $5 billion in June"
    d_.when.compared = statement.period, d_.when.base = last_base_;
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
  // "Exports fell 2 percent from the previous month. The deficit narrowed from $4 billion": of that month, too
  if (statement.kind == StatementKind::growth && statement.compared_with && !of_the_past &&
      *statement.compared_with == period_before(statement.period))
    d_.when.compared = statement.period, d_.when.base = *statement.compared_with;
  return of_the_past || said_of_before || of_old;
}

// "Exports were $40 billion in the first five months. For May, trade was $15 billion. Exports totalled $8 billion": the
// text has told another figure of the time that it would be back in.
bool SentenceReader::told_already(const Statement& statement) const {
  return std::ranges::any_of(std::span(result_.statements).first(statements_before_), [&](const Statement& one) {
    return one.kind == statement.kind && same_series(one, statement) && one.value.unit == statement.value.unit &&
           one.period == d_.when.period && !one.compared_with && !one.value.interval.meets(statement.value.interval);
  });
}

}  // namespace tradewind
