// What a figure is held against, and of which time that is: "compared with $4 billion a year earlier", "above the 5
// percent forecast".
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

namespace {

// A month or a quarter: nobody compares it with a whole year.
bool is_short(const Period& period) { return period.day_count() <= 92; }

}  // namespace

// "August's surplus was revised up to $243 million from $153 million": another print of the same time.
bool SentenceReader::revised(const Quantity& q) const {
  const std::size_t begin = clause_begin(q.begin);
  const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  bool of_a_forecast = false;  // "The forecast was cut to 2 percent from 3 percent"
  for (std::size_t i = begin; verb != Clause::none && i < verb; ++i)
    of_a_forecast = of_a_forecast || p_.is_any(i, "forecast|projection|estimate|prediction|outlook");
  if (of_a_forecast && p_.is_any(q.begin - 1, "to|from")) return true;
  for (std::size_t i = q.begin; i-- > begin;)
    if (p_.is(i, "revised") && p_.is_any(p_.can(i + 1, use::adverb) ? i + 2 : i + 1,  // "revised slightly down"
                                         "up|down|upward|downward|upwards|downwards|higher|lower|to|from"))
      return true;
  return false;
}

// "above the 5 percent growth forecast in a survey", "against expectations of 5 percent": of the same time as what
// came.
bool SentenceReader::foreseen(const Quantity& q) const {
  const auto says = [&](std::size_t i) {
    return p_.is_any(
        i,
        "forecast|forecasts|expected|expectation|expectations|estimate|estimates|estimated|consensus|"
        "projection|projected|predicted|prediction|economists|analysts|poll|survey|target|targeted|goal|aimed|aiming");
  };
  constexpr std::size_t near = 6;
  const auto reaches = [&](std::size_t i) {
    return p_.inside(i) && !parts_.is(i, PartKind::quantity) && !p_.is(i, ",") && !p_.can(i, use::conjunction);
  };
  std::size_t end = q.end;
  for (; end < q.end + near && reaches(end); ++end)
    if (says(end)) return true;
  // "the 5 percent for exports and the 6 percent for imports forecast in a survey"
  if (p_.is(end, "and")) end = p_.skip_the(end + 1);
  const Quantity* other = parts_.quantity_at(end);
  if (other && other->kind == q.kind && p_.is(p_.before_the(other->begin) - 1, "and") && foreseen(*other)) return true;
  for (std::size_t i = q.begin; i-- > p_.begin() && i + near > q.begin && reaches(i);)
    if (says(i)) return true;
  return false;
}

// "A year earlier the gap had been $3 billion": what stands in front says how long before, for all of its clause.
const PeriodMention* SentenceReader::before_in_front(const Quantity& q, const PeriodMention* own) const {
  for (const auto& front : parts_.periods) {
    if (front.role != PeriodRole::base || front.period.known() || front.end > q.begin) continue;
    if (!p_.is_any(front.end - 1, "earlier|before|ago") || (own && own->begin > front.end && own->begin < q.begin))
      continue;
    const std::size_t begin = clauses_[clauses_.at(front.begin)].begin;
    const bool opens = front.begin <= begin + (p_.is_any(begin, ";|,|and|but") ? 1U : 0U);
    if (!opens || front.end >= q.begin || p_.is_any(front.begin - 1, "from|than|with")) continue;
    for (std::size_t c = clauses_.at(q.begin); c != Clause::none; c = clauses_[c].parent)
      if (c == clauses_.at(front.begin)) return &front;
  }
  return nullptr;
}

// "This compares with a deficit of $4.8 billion in September": what is told is of other times.
bool SentenceReader::only_compares(std::size_t at) const {
  for (std::size_t c = clauses_.at(at); c != Clause::none; c = clauses_[c].parent) {
    const std::size_t verb = clauses_[c].verb;
    if (verb != Clause::none) return verb < at && p_.is_any(verb, "compares|compared|compare");
  }
  return false;
}

// "against the exports of $25 billion", "compared with last year's surplus of": the measure that the clause was about,
// or one of another time.
bool SentenceReader::measures_again(const MeasureMention& mention) const {
  if (std::ranges::any_of(parts_.periods, [&](const PeriodMention& period) {
        return period.role == PeriodRole::base && period.begin >= mention.begin && period.end <= mention.end;
      }))
    return true;
  return mention.definite && std::ranges::any_of(measures_, [&](const MeasureMention& before) {
           return before.head < mention.head && before.flow == mention.flow && before.measure == mention.measure;
         });
}

// "moved from a deficit of $5 billion in 2013 to a surplus of $3 billion", "a surplus of $3 billion, against a deficit
// of $5 billion a month earlier": the one that it had been
bool SentenceReader::balance_before(const MeasureMention& mention) const {
  const std::size_t begin = p_.is_any(mention.begin - 1, "a|an") ? mention.begin - 1 : mention.begin;
  return mention.flow == "balance" && mention.subjects.empty() && mention.partners.empty() &&
         p_.ends_before_any(begin,
                            "from|against|versus|after|following|compared with|compared to|compares with|"
                            "as against|contrast to|contrast with");
}

std::size_t SentenceReader::base_begin(const Quantity& q) const {
  // "5 percent of trade, as against 4 percent of global GDP": of the same time
  if (p_.match_any(q.end, "of global|of world|of the world")) return Clause::none;
  // "compared with last year's $5 billion", "from 2023's": a period of the base right before.
  const bool of_the_year = q.kind == QuantityKind::percent && (q.number.digits.starts_with('-') || p_.is(q.begin, "+"));
  for (const auto& period : parts_.periods)
    if ((period.role == PeriodRole::base || (period.role == PeriodRole::same && period.years_back > 0 &&
                                             p_.is(period.end, "(") && q.kind == QuantityKind::money)) &&
        !of_the_year &&  // "lower compared with 2022 (-27%)"
        period.end <= q.begin && q.begin - period.end <= 1 &&
        !p_.is_any(period.begin, "year|on|yoy|y|month|quarter|annually") &&
        (period.end == q.begin || p_.is(period.end, "'s") || p_.is(period.end, "(")))
      return period.begin;
  // "exports fell to $415 million (previously $653 million), imports to $3.5 billion ($5.0 billion)"
  if (q.kind == QuantityKind::money && p_.is(q.end, ")")) {
    if (p_.is(q.begin - 1, "previously") && p_.is(q.begin - 2, "(")) return q.begin - 1;
    const Quantity* before = p_.is(q.begin - 1, "(") ? parts_.quantity_at(q.begin - 2) : nullptr;
    if (before && before->kind == q.kind && before->unit == q.unit && last_base_.known()) return q.begin;
  }
  // Back over the words that lead to a figure: "after the preceding year's marginal increase of 0.5 percent".
  std::size_t i = q.begin;
  bool noun = false;
  for (int steps = 0; steps < 8 && i > p_.begin(); ++steps) {
    const auto measure_of = [&]() -> const MeasureMention* {
      if (!p_.is(i - 1, "of")) return nullptr;
      const auto m = std::ranges::find(measures_, i - 1, &MeasureMention::end);
      return m == measures_.end() ? nullptr : &*m;
    };
    if (parts_.is(i - 1, PartKind::period) && (noun || p_.is(i, "'s"))) {  // "following October's 3.6 percent fall"
      i = parts_.period_at(i - 1)->begin;
    } else if (const MeasureMention* m = measure_of(); m && (measures_again(*m) || balance_before(*m))) {
      noun = true;
      i = m->begin;
    } else if (p_.is(i - 1, "of") &&
               (p_.can(i - 2, use::change_noun | use::share_noun | use::value_noun | use::figure_noun) ||
                p_.is_any(i - 2, "record|high|low|peak|average"))) {
      noun = true;
      i -= 2;
    } else if (p_.is_any(i - 1,
                         "the|a|an|its|their|record|current|present|revised|that|'s|+|-|digit|double|single|triple") ||
               (p_.can(i - 1, use::adjective) && noun)) {
      --i;
    } else {
      break;
    }
  }
  // "stemmed from a 9.1 percent increase"
  if (p_.ends_before_any(i,
                         "stemmed from|resulted from|resulting from|results from|result from|benefited from|"
                         "came from|comes from|stems from|derived from|earned from|arising from|arose from"))
    return Clause::none;
  const bool told_behind = std::ranges::any_of(parts_.periods, [&](const PeriodMention& period) {
    return period.begin >= q.end && adjacent(q.end, period.begin);
  });
  // "$3 billion of exports against $2 billion of imports": of one time, both
  const auto of_measure = [&](const Quantity& one) {
    return std::ranges::find_if(
        measures_, [&](const MeasureMention& m) { return p_.is(one.end, "of") && m.begin == one.end + 1; });
  };
  if (const auto own = of_measure(q); own != measures_.end() && !told_behind && &q != parts_.quantities.data())
    for (const Quantity* other = parts_.quantities.data(); other != &q; ++other)
      if (const auto before = of_measure(*other); before != measures_.end() && before->flow != own->flow)
        return Clause::none;
  // "exports of $5 billion, after a jump of 21 percent": how they came to it; "fell by 5 percent, after a 21 percent
  // plunge in shipments to Peru": why.
  if (q.kind == QuantityKind::percent && p_.ends_before_any(i, "after|following") && !told_behind) {
    const Quantity* before = parts_.before(q);
    const std::size_t told =
        before && before->kind == QuantityKind::money ? clauses_[clauses_.at(before->begin)].begin : p_.begin();
    const bool none_before = std::none_of(parts_.quantities.data(), &q, [&](const Quantity& other) {
      return other.kind == QuantityKind::percent && other.begin >= told;
    });
    const std::size_t change = p_.can(q.end, use::change_noun) && p_.is_any(q.end + 1, "in|of") ? q.end + 2 : p_.end();
    const bool of_a_part = std::ranges::any_of(measures_, [&](const MeasureMention& m) {
      return m.head >= change && m.begin <= change + 1 && (!m.partners.empty() || !m.product.empty());
    });
    if (none_before || of_a_part) return Clause::none;
  }
  // "well below the 8.1 percent gain of April", "after a 21 percent drop in April"
  // "a surplus of $5 billion, after $4 billion in May", "(+3.5% after +5.8%)"
  const bool after_figure = p_.is(i - 1, "after") && (p_.is(i - 2, ",") || parts_.is(i - 2, PartKind::quantity));
  const std::size_t held = p_.can(i - 2, use::adverb) ? i - 2 : i - 1;  // ", slightly below $5 billion in June"
  const bool of_before = after_figure || (p_.is_any(i - 1, "below|above") && p_.is(held - 1, ",")) ||
                         (i < q.begin && p_.ends_before_any(i, "below|above|after|following|follows|followed"));
  if (of_before && !p_.is_any(q.end, "of|tariff|tariffs|levy")) return i;
  // "rose 5 percent, after growing by a mere 1.1 percent in 2012"
  std::size_t grown = p_.is(i - 1, "by") ? i - 1 : i;
  while (p_.can(grown - 1, use::adverb)) --grown;
  if (p_.can(grown - 1, use::gerund) && p_.can(grown - 1, use::direction) && p_.is(grown - 2, "after"))
    return grown - 2;
  const bool base = p_.ends_before_any(i,
                                       "from|compared with|compared to|compares with|compares to|comparing "
                                       "with|contrast to|comparison with|comparison to|"
                                       "contrast with|against|versus|than|vs|comparing to|as against|as compared to|"
                                       "as compared with|double|triple|twice|times") &&
                    !p_.ends_before_any(i, "other than|rather than") &&
                    !(p_.ends_before_any(i, "more than|less than|higher than|lower than") && i == q.begin &&
                      !parts_.is(i - 3, PartKind::quantity) && !told_behind);
  if (base) return i;
  // "compared with a 2 percent fall in November and 4 percent growth a year earlier"
  if (const Quantity* one = p_.is(i - 1, "and") ? parts_.before(q) : nullptr) {
    const Quantity& before = *one;
    const bool time_between = std::ranges::any_of(
        parts_.periods, [&](const PeriodMention& period) { return period.begin >= before.end && period.end + 1 == i; });
    if ((time_between || before.end + 1 == i) && told_behind && before.kind == q.kind && is_base(before)) return i;
  }
  return Clause::none;
}

// So long before the time that the text is in: a year, a quarter or a month, a month less of a year's first months.
void SentenceReader::base_period_of(Statement& statement, const PeriodMention& mention) {
  const Period& now = d_.when.period;
  if (!now.known() || now.open_start) return;
  const auto month = static_cast<unsigned>(now.last.month());
  if (mention.years_back > 0)
    statement.period = now.years_before(mention.years_back);
  else if (month > 1 && now == Period::year_to_date(now.last_year(), month) && p_.is(mention.begin + 1, "month"))
    statement.period = Period::year_to_date(now.last_year(), month - 1);
  else
    statement.period = period_before(now);
  statement.period_assumed = false;
  last_base_ = statement.period;
}

void SentenceReader::base_period(Statement& statement, const Quantity& q) {
  const bool counts = statement.kind == StatementKind::count && d_.counted.sentences_ago == 0;
  const Period now = counts && d_.counted.when.known() ? d_.counted.when
                     : d_.when.to_come.known()         ? d_.when.to_come
                     : d_.when.period.known()          ? d_.when.period
                                                       : statement.period;
  // "grew 5 percent, compared with 8 percent for trade with Peru": in the same time
  if (p_.is(q.end, "for") && q.kind == QuantityKind::percent && now.known() &&
      std::ranges::any_of(measures_, [&](const MeasureMention& m) { return m.begin == p_.skip_the(q.end + 1); })) {
    if (!result_.statements.empty()) statement.period = result_.statements.back().period;
    return;
  }
  // "The kinds of goods it carries grew from 500 to 3,600", of a railway that opened in 2021: from then on
  if (statement.kind == StatementKind::count && d_.when.began && !d_.who.carrier.empty() &&
      p_.is(q.begin - 1, "from")) {
    statement.period =
        Period::month(static_cast<int>(d_.when.began->year()), static_cast<unsigned>(d_.when.began->month()));
    return;
  }
  // "to $200 billion next year from the current $160 billion", "from $160 billion now": what the text has told, be it
  // of the last year
  if (d_.when.published && (p_.is_any(q.begin - 1, "current|present") ||
                            p_.match_any(q.end, "now|at present|currently|today|at the moment"))) {
    const Period& told = d_.when.reported;
    statement.period = told.known() && told.last <= *d_.when.published
                           ? told
                           : Period::year(static_cast<int>(d_.when.published->year()) - 1);
    statement.period_assumed = true;
    return;
  }
  // "has since grown from 685 billion dollars": from the time just told.
  const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  if (now.known() && verb != Clause::none && p_.is_any(verb, "has|have") && p_.is(verb + 1, "since")) {
    statement.period = now;
    statement.period_assumed = true;
    return;
  }
  // "has grown since 1991, from $8 billion": in that year.
  for (const auto& since : parts_.periods)
    if (since.period.is_year() && since.end <= q.begin && p_.is(q.begin - 1, "from") &&
        // "Since the pact took effect in 2010, trade has grown from $2 billion to $5 billion in 2020"
        (q.begin - since.end <= 3 || (p_.is(p_.begin(), "since") && p_.is(q.end, "to") && !parts_.period_at(q.end))) &&
        (since.role == PeriodRole::since || p_.is(clauses_[clauses_.at(since.begin)].begin, "since"))) {
      statement.period = since.period;
      statement.period_assumed = false;
      return;
    }
  // "compared with $5 billion, or 12 percent of the total, in 2017"
  // "from $5 billion (April 2023)"
  const PeriodMention* bracketed = p_.is(q.end, "(") ? parts_.period_at(q.end + 1) : nullptr;
  std::size_t end = bracketed && p_.is(bracketed->end, ")") ? q.end + 1 : behind_brackets(q.end);
  // "after rising 5 percent year on year to $3 billion in May"
  if (const PeriodMention* counted = parts_.period_at(end);
      counted && counted->role == PeriodRole::base && counted->years_back == 1 && p_.is(counted->end, "to"))
    if (const Quantity* to = parts_.quantity_at(counted->end + 1)) end = to->end;
  // "compared with a 4 percent rise to $5 billion for the whole of 2017", "after rising 4 percent to $5 billion in
  // 2017"
  const std::size_t risen = p_.can(end, use::change_noun) ? end + 1 : end;
  if (const Quantity* to =
          q.kind == QuantityKind::percent && p_.is(risen, "to") ? parts_.quantity_at(risen + 1) : nullptr)
    end = to->end;
  const std::size_t of_whole = p_.match_any(end, "for the whole of|in the whole of|for all of|in all of");
  if (of_whole) end = of_whole;
  if (p_.is(end, ",") && p_.is(end + 1, "or"))
    for (std::size_t i = end + 2; i < end + 12; ++i)
      if (p_.is(i, ",")) end = i + 1;
  const auto told_here = [&](const PeriodMention& period) {
    // "compares with a 5 percent on-year fall in May": how a growth is counted, not when
    return period.begin >= end && adjacent(end, period.begin) && !p_.can(period.end, use::change_noun);
  };
  const bool told_behind = std::ranges::any_of(parts_.periods, told_here);
  for (const auto& period : parts_.periods) {
    const bool behind = told_here(period);
    if (told_behind && !behind) continue;
    const bool before = period.end <= q.begin && (period.role == PeriodRole::base || p_.is(period.end, "'s")) &&
                        (q.begin - period.end <= 1 || period.begin >= base_begin(q));
    if (!behind && !before) continue;
    // "in January, down from $6.04 billion last year": in January of that year.
    const bool part = !of_whole && period.period.is_year() && now.known() && !now.is_year() && !now.open_start &&
                      now.years_before(1).first_year() == period.period.first_year() &&
                      // ... but "up from 17 percent in February and 11 percent in 2024"
                      !(p_.is_any(q.begin - 1, "and|,") && last_base_.known() && !last_base_.is_year()) &&
                      (p_.is_any(period.begin, "last|previous") || is_short(now));
    // "$2.9 billion in November, up from $2.6 billion last year", published in January: the November before
    const bool next_january = !of_whole && period.period.is_year() && now.known() && now.day_count() <= 92 &&
                              now.first_year() == period.period.first_year() && p_.is(period.begin, "last") && behind;
    if (part || next_january) {
      statement.period = now.years_before(1);
      statement.period_assumed = false;
      return;
    }
    if (period.period.known()) {
      statement.period = last_base_ = period.period;
      statement.period_assumed = period.year_assumed;
      return;
    }
    if (period.years_back > 0 && now.known()) {
      statement.period = last_base_ = now.years_before(period.years_back);
      statement.period_assumed = false;
      return;
    }
    if (period.role == PeriodRole::base && now.known() && !now.open_start) {
      statement.period = last_base_ = period_before(now);
      statement.period_assumed = false;
      return;
    }
  }
  // "than the $5.15 million surplus that it enjoyed in June", "lower than the $5 billion booked in June"
  for (const auto& period : parts_.periods) {
    if (period.begin < q.end || period.begin > q.end + 9 || !period.period.known() || period.role != PeriodRole::when)
      continue;
    if (std::ranges::any_of(parts_.quantities,
                            [&](const Quantity& other) { return other.begin >= q.end && other.begin < period.begin; }))
      break;
    // ... but "against $10 billion before falling behind again in June"
    const std::size_t there = clauses_[clauses_.at(period.begin)].begin;
    if (there > q.end && p_.is_any(there, "before|after|while|when")) break;
    statement.period = period.period;
    statement.period_assumed = period.year_assumed;
    return;
  }
  // "imports at $68 billion, up from $61 billion the month before, and exports at $36 billion compared with $35
  // billion"
  if (last_base_.known()) {
    statement.period = last_base_;
    statement.period_assumed = true;
    return;
  }
  // "Compared with May 2021, exports were up 22 percent from $157 million": in that month
  for (const auto& front : parts_.periods)
    if (front.role == PeriodRole::base && front.period.known() && front.end <= q.begin &&
        ((front.begin <= p_.begin() + 3 && p_.is_any(p_.begin(), "compared|against|versus")) ||
         // "The balance worsened compared to May 2021, with the surplus falling from $9 billion"
         (p_.is(q.begin - 1, "from") && p_.is_any(front.end, ",|with|as") && is_short(front.period) &&
          p_.ends_before_any(front.begin, "compared with|compared to") && !parts_.before(q)))) {
      statement.period = last_base_ = front.period;
      statement.period_assumed = front.year_assumed;
      return;
    }
  // "exports grew 3.5 percent, after 5.8 percent": in the quarter before
  // "Exports rose from $5 billion to $6 billion": as the figures before, of this time too, were compared
  if (now.known() && now == d_.when.compared) {
    statement.period = last_base_ = d_.when.base;
    statement.period_assumed = true;
    return;
  }
  const bool after = p_.is(q.begin - 1, "after") || (p_.is(q.begin - 2, "after") && p_.is(q.begin - 1, "+"));
  if (after && now.known() && !now.open_start && is_short(now))
    statement.period = last_base_ = period_before(now);
  else if (now.known())
    statement.period = last_base_ = now.years_before(1);
  statement.period_assumed = true;
}

bool SentenceReader::is_followed_by_base(const Quantity& q) const {
  return std::ranges::any_of(parts_.periods, [&q](const PeriodMention& period) {
    return period.role == PeriodRole::base && period.begin >= q.end && period.begin <= q.end + 6;
  });
}

// "bought $5 billion more than it sold", "imports exceeded exports by $5 billion": the balance itself.
bool SentenceReader::is_difference(const Quantity& q) const {
  return std::ranges::any_of(measures_, [&](const MeasureMention& m) {
    return m.difference && m.begin < q.begin && (m.end > q.begin || m.end + 1 == q.begin);
  });
}

// "32 percent above that of the same months of 2022", "0.4 percent lower than in December", "$3 billion wider than a
// year ago": up or down against another time of its own, so a growth; none where it is held against another party or
// thing.
Direction SentenceReader::against_time(const Quantity& q) const {
  // "$5 billion, or 48 percent, lower than in January"
  std::size_t end = q.end;
  const std::size_t again = p_.is(end, ",") ? end + 1 : end;
  // "$30 million (12.5%) less than in May", "$30 million (or 12.5%) less"
  if (p_.is(end, "(") && (parts_.is(end + 1, PartKind::quantity) || p_.is(end + 1, "or"))) end = behind_brackets(end);
  if (const Quantity* same = p_.is(again, "or") ? parts_.quantity_at(again + 1) : nullptr) {
    // "came to $13 billion, or 10 percent less than in May": a level
    const bool level = q.kind == QuantityKind::money && same->kind == QuantityKind::percent && !p_.is(same->end, ",");
    if (level && p_.is_any(q.begin - 1, "to|at")) return Direction::none;
    end = same->end;
  }
  if (p_.is(end, ",") && (end != q.end || p_.is(q.begin - 1, "or"))) ++end;
  const bool up = p_.is_any(end, "above|higher|more|better|wider|larger|greater|bigger") ||
                  p_.match_any(end, "over the figure|over the level|over that|over the total");
  const bool down = p_.is_any(end, "below|under|short|lower|less|narrower|smaller|worse|fewer");
  if ((!up && !down) || is_difference(q)) return Direction::none;
  for (std::size_t i = end + 1; i < end + 10 && p_.inside(i); ++i) {
    if (p_.is_any(i, ",|;|.|(|and|but")) break;
    // "8 percent above the $398 billion posted in the same months of 2023"
    if (const Quantity* other = parts_.quantity_at(i)) {
      if (other->kind != QuantityKind::money || q.kind == QuantityKind::count) break;
      i = other->end - 1;
      continue;
    }
    if (const PartyMention* party = parts_.party_at(i); party && !party->anaphor) break;
    if (parts_.is(i, PartKind::period) || p_.is_any(i, "level|levels|stretch|months|peak|record"))
      return up ? Direction::up : Direction::down;
  }
  return Direction::none;
}

bool SentenceReader::compared_behind(const Quantity& q) const {
  if (is_difference(q)) return false;
  return p_.is_any(q.end, "more|higher|less|lower|larger|greater|fewer|faster|bigger|above|below|slower") &&
         (p_.is_any(q.end + 1, "than") || p_.is_any(q.end, "above|below") || p_.is_any(q.end + 2, "than")) &&
         !(p_.is_any(q.end, "above|below") && against_time(q) != Direction::none);
}

// "exceeded imports by $190 billion"
bool SentenceReader::by_how_much(const Quantity& q) const {
  if (is_difference(q)) return false;
  const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  return q.kind == QuantityKind::money && p_.is(q.begin - 1, "by") && verb != Clause::none && verb < q.begin &&
         p_.can(verb, use::exceed | use::compare) && !p_.can(verb, use::direction);
}

// "The decline narrowed by 7 percentage points": a growth 7 points higher.
bool SentenceReader::a_fall_eases(const Quantity& q) const {
  std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  if (verb == Clause::none || verb > q.begin) return false;
  while (verb > p_.begin() && p_.can(verb - 1, use::adverb | use::auxiliary)) --verb;
  return p_.can(verb - 1, use::change_noun) && p_.can(verb - 1, use::down);
}

}  // namespace tradewind
