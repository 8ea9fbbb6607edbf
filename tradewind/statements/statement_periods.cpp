// Which of the periods that a sentence names a figure is about.
#include <algorithm>
#include <chrono>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

namespace {

// "(April 2023)": a time and nothing else
bool in_brackets(const Phrase& p, const PeriodMention& period) {
  return p.is(period.begin - 1, "(") && p.is(period.end, ")");
}

}  // namespace

// The quarter before a quarter, else the month before.
Period SentenceReader::period_before(const Period& period) {
  const Date last = Date(std::chrono::year_month_day(std::chrono::sys_days(period.first) - std::chrono::days{1}));
  const auto month = static_cast<unsigned>(last.month());
  const int year = static_cast<int>(last.year());
  if (month % 3 == 0 && period == Period::months(period.first_year(), month % 12 + 1, month % 12 + 3))
    return Period::quarter(year, month / 3);
  return Period::month(year, month);
}

// A relative clause tells no time for what follows, but the sentence around it does: "The deficit narrowed last month,
// which at $300 million was ...", "Cars, which made up 9 percent in June, rose 5 percent"; and so does whatever tells
// the first.
bool SentenceReader::tells_time(std::size_t at, const PeriodMention* period) const {
  if (period && period->role != PeriodRole::same) {
    if (!d_.when.period.known()) return true;
    const std::size_t there = clauses_.at(period->begin);
    if (there != clauses_.at(at) && period->begin < at && clauses_[there].link != Link::relative) at = period->begin;
  }
  for (std::size_t c = clauses_.at(at); c != Clause::none; c = clauses_[c].parent) {
    const Clause& clause = clauses_[c];
    if (clause.link == Link::relative || clause.link == Link::cause) return false;
    // "Imports, up 4 percent in June, fell by 3 percent"
    const std::size_t verb = clause.parent == Clause::none ? Clause::none : clauses_[clause.parent].verb;
    if (clause.link == Link::participle && verb != Clause::none && verb >= clause.end && period &&
        d_.of_old(period->period))
      return false;
  }
  return true;
}

Telling SentenceReader::telling(const PeriodMention* period) const {
  if (!period) return Telling::within;
  if (p_.is(period->end, "alone") || p_.match(period->end, "as a whole")) return Telling::alone;
  // "In May exports had fallen": before the time that the text is in
  const std::size_t verb = clauses_[clauses_.at(period->begin)].verb;
  const bool before = verb != Clause::none && p_.is(verb, "had") && d_.of_old(period->period);
  if (before || period->begin > p_.begin() + 3 || p_.is(period->end, "'s")) return Telling::within;
  for (std::size_t i = p_.begin(); i < period->begin; ++i)
    if (!p_.can(i, use::preposition) && !p_.is_any(i, "the|for|in|and|but|-|also|back|year")) return Telling::within;
  return Telling::front;
}

bool SentenceReader::usable(const PeriodMention& period) const {
  // "the agreement, signed in March 2022": when it was signed, not when its figures hold.
  // "2,000 firms were established from January to July": in all of these
  const std::size_t event =
      preposition_begin(p_.is_any(period.begin - 1, "last|this") ? period.begin - 1 : period.begin);
  const bool stretch = period.period.known() && !period.period.is_year() && period.period.day_count() > 31;
  // "statistics released in October 2014", "a study published by the bank in May": when it was told
  std::size_t told = event - 1;
  if (event > p_.begin() + 3 && p_.can(told, use::source) && p_.is(p_.before_the(told) - 1, "by"))
    told = p_.before_the(told) - 2;
  if (event > p_.begin() + 1 && p_.is_any(told, "released|published|issued|unveiled") &&
      (p_.can(told - 1, use::source) ||
       p_.is_any(told - 1, "report|study|survey|paper|bulletin|statistics|estimates|figures|data")))
    return false;
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
      // ... but "will exceed $5 billion for the first time this year": in it
      const bool reached =
          p_.is_any(i + 1, "time") && p_.ends_before(i, "for the") &&
          (p_.is(period.begin, "last") || contains("exceed|exceeds|exceeded|surpass|surpassed|top|topped|"
                                                   "cross|crossed|pass|passed|reach|reached|hit"));
      if (p_.is_any(period.begin, "this|so|in|last") && !carries_clause(parts_, period.end) && !reached) return false;
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
    // "steeper than the 8 percent drop in April", "from $5 billion (April 2023) to $7 billion"
    const std::size_t end = p_.can(other.end, use::change_noun) || in_brackets(p_, period) ? other.end + 1 : other.end;
    return compared || (adjacent(end, begin) && is_base(other));
  });
}

namespace {

// "grew 4 percent after a sharp decline last year": when the decline was.
bool of_what_came_before(const Phrase& p, const PeriodMention& period) {
  constexpr std::size_t longest = 6;
  bool change = false;
  for (std::size_t i = period.begin; i-- > p.begin() && period.begin - i <= longest;) {
    if (p.is_any(i, "after|following") && i > p.begin()) return change && !p.is_any(period.begin, "in|this");
    if (!p.is_word(i) || p.can(i, use::finite | use::auxiliary)) return false;
    change = change || (p.can(i, use::change_noun) && !p.can(i, use::finite));
  }
  return false;
}

}  // namespace

// "Following a record high in 2015, investment fell": when it was before that.
bool SentenceReader::before_the_clause(const PeriodMention& period) const {
  const std::size_t begin = p_.begin();
  if (!p_.is_any(begin, "following|after|despite|unlike") || period.begin < begin + 3) return false;
  for (std::size_t i = begin + 1; i < period.begin; ++i)
    if (p_.is(i, ",") || carries_clause(parts_, i)) return false;
  // "Despite a drop of 3 percent in May, exports grew 5 percent year on year": both in May
  const bool another = std::ranges::any_of(parts_.periods, [&](const PeriodMention& other) {
    return other.begin != period.begin && (other.role == PeriodRole::when || !p_.is(begin, "despite"));
  });
  return p_.is(period.end, ",") && another;
}

// "was more than triple the $32 billion of 2004", "left behind the old mark of $14 billion from 2007", "dwarfed March's
// $4.53 billion": an earlier time than the text's, of another figure alone.
bool SentenceReader::of_another_figure(const PeriodMention& period, const Quantity* but) const {
  if ((!d_.of_old(period.period) && period.years_back == 0) || period.begin <= p_.begin() + 1) return false;
  const auto definite = [&](const Quantity& other) {
    for (std::size_t i = other.begin; i-- > p_.begin() && other.begin - i < 8;) {
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
    // "above the 2.4 percent gain recorded in May"
    std::size_t end = p_.can(other.end, use::change_noun) ? other.end + 1 : other.end;
    if (p_.can(end, use::participle)) ++end;
    const bool behind =
        end < period.begin + 1 && period.begin - end <= 1 && (period.begin == end || p_.is_any(end, "of|in|from|for"));
    // "after May's increase of 5 percent"
    const std::size_t its = p_.is(period.end, "'s") ? period.end + 1 : p_.end();
    return (behind && definite(other)) || its == other.begin ||
           (p_.can(its, use::change_noun) && p_.is(its + 1, "of") && its + 2 == other.begin);
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
  // ", bringing the eight-month figure to $2 billion, a rise of 5 percent": of the figure right before it
  const Quantity* said = q && clauses_[clause].link == Link::participle ? parts_.before(*q) : nullptr;
  const std::size_t host = said && clauses_[clauses_.at(said->begin)].link == Link::participle &&
                                   said->end + 1 >= clauses_[clause].begin && clauses_.at(said->begin) != clause
                               ? clauses_.at(said->begin)
                               : clauses_[clause].parent;
  const auto hangs_on = [&](std::size_t lower, std::size_t upper) {
    int depth = 0;
    for (std::size_t c = lower; c != Clause::none; c = c == clause ? host : clauses_[c].parent, ++depth) {
      if (c == upper) return depth;
      if (clauses_[c].link == Link::also || clauses_[c].link == Link::main) break;
    }
    return -1;
  };
  // "in the first half of 2020, when ASEAN became China's largest partner"
  const bool own_time = std::ranges::any_of(parts_.periods, [&](const PeriodMention& period) {
    return usable(period) && clauses_.at(period.begin) == clause;  // "since May 2010, when exports this March rose"
  });
  if (p_.is(clauses_[clause].begin, "when") && !own_time)
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
    if ((before_the_clause(period) && begin > period.begin) || of_what_came_before(p_, period)) continue;
    if (period.role == PeriodRole::until && !q && (period.end > begin || begin - period.end > 4)) continue;
    const std::size_t there = clauses_.at(period.begin);
    const bool after = period.begin >= end;
    int score = 0;
    // "The country, whose exports grew 5 percent in May, had a surplus": then, too
    const auto then_too = [&](std::size_t relative) {
      return clauses_[relative].link == Link::relative && !after && clauses_[relative].figure && count == 1 &&
             !d_.of_old(period.period);
    };
    // "above the 5 percent estimated in May", for the year: when that was said
    if (after && q && p_.is(period.begin - 1, "in") &&
        p_.is_any(period.begin - 2, "estimated|forecast|projected|predicted|expected"))
      continue;
    // "It rose 5 percent, he said at the Trade Forum 2022": when, or where, that was said
    const std::size_t told = clauses_[there].verb;
    if (after && period.period.is_year() && there != clause && told != Clause::none && told >= end &&
        told < period.begin && p_.can(told, use::say) && !p_.can(told, use::hold | use::reach))
      continue;
    // Other figures between say that it is theirs, unless they are of one breath: "rose 5 percent to $10 billion".
    bool between = false;
    for (const auto& other : parts_.quantities)
      if (&other != q && other.kind != QuantityKind::count && other.begin >= std::min(end, period.end) &&
          other.end <= std::max(begin, period.begin) &&
          !(after && (p_.is(other.first - 1, "to") || p_.is(other.begin - 1, "to"))))
        between = true;
    // "8.1 percent from 2007 to 2016"
    const bool span = p_.is(period.begin - 1, "from") && period.period.first_year() != period.period.last_year();
    // "less than half of May's 3 percent": of that alone
    const bool of_next = p_.is(period.end, "'s") && parts_.is(period.end + 1, PartKind::quantity);
    const std::size_t first_time =
        p_.match(end, "for the first time");  // "topped $5 billion for the first time in 2022"
    // "rose 5 percent against the same period last year, reaching $4 billion in the first two months"
    std::size_t from = end;
    for (const auto& base : parts_.periods)
      if ((base.role == PeriodRole::base || (base.role == PeriodRole::same && base.years_back > 0)) &&
          base.begin >= end && base.end <= period.begin)
        from = base.end;
    const bool beside = after && !of_next &&
                        (adjacent(first_time ? first_time : end, span ? period.begin - 1 : period.begin) ||
                         (q && end + 1 == period.begin && in_brackets(p_, period)));  // "$5 billion (April 2024)"
    if (beside && !(p_.is(end, "on") && compares(end, period.begin))) {
      score = 100;
    } else if (after && !between && p_.is(end, "that")) {
      score = 85;  // "beyond the 5 percent that it hopes for this year"
    } else if (after && !between && q && is_difference(*q)) {
      score = 90;  // "bought $5 billion more than it sold in March"
    } else if (of_a_base(period, q) || of_another_figure(period, q) || (after && compares(from, period.begin))) {
      continue;
    } else if (after && clauses_[there].link == Link::participle && begin < clauses_[there].begin &&
               (!clauses_[there].figure || between) && (d_.of_old(period.period) || period.years_back > 0)) {
      continue;  // "at $15 billion, beating a high set in June", "up 5 percent, reversing a 3 percent fall in June"
    } else if (!after && clauses_[there].link == Link::participle && clauses_[there].figure && there != clause &&
               there != host && q && d_.of_old(period.period)) {
      continue;  // "Imports, up 4 percent in June, fell by 3 percent"
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
      score = aside ? (then_too(there) ? 4 : 0) : between ? 12 : 40;
    } else if (clauses_[there].link == Link::relative) {
      score = then_too(there) ? 4 : 0;
    } else if (after && count == 1 && p_.is(clauses_[there].begin, "as")) {
      score = 15;
    } else if (after && p_.is_any(clauses_[there].begin, "after|before|when|as")) {
      score = 0;
    } else if (clauses_[there].link == Link::cause) {
      score = count == 1 ? 5 : 0;
    } else if (!after && p_.is(period.end, ",") && period.end + 1 == clauses_[clause].begin &&
               p_.is(preposition_begin(period.begin) - 1, ";")) {
      score = 57;  // "From 2004 to 2012 exports doubled; in 2012, Peru had a surplus of $1 billion"
    } else if (!after) {
      score = period.begin < first_verb ? 45 : 35;
    } else {
      // "A surplus of $1 billion was recorded; in July it had been $3 billion": the time of what stands behind it
      // nor, where it is a plan's, of what has been: "It fell, and they expect a fall of 8 percent over the year"
      const bool figure = clauses_[there].figure || std::ranges::any_of(parts_.ranks, [&](const RankMention& rank) {
                            return clauses_.at(rank.begin) == there;
                          });
      const std::size_t opens = clauses_[there].begin + (p_.is_any(clauses_[there].begin, ";|,|and|but") ? 1 : 0);
      // ... "The surplus was $1 billion, whereas it was $3 billion in July 2020"
      const bool again = p_.is_any(clauses_[there].begin, "while|whereas") &&
                         p_.is_any(clauses_[there].begin + 1, "it|they|that|those");
      const bool its_own = figure && (again || preposition_begin(period.begin) <= opens);
      const bool planned = future(period.begin) && !future(begin);
      // "Chile has been Peru's top partner for five years, and Peru became Chile's in 2020": of the second alone
      const std::size_t verb = clauses_[clause].verb, other = clauses_[there].verb;
      const bool lasts = !q && figure && verb != Clause::none && other != Clause::none && p_.is_any(verb, "has|have") &&
                         !p_.is_any(other, "has|have|is|are");
      score = count == 1 && !its_own && !planned && !lasts ? 20 : 0;
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
    else if (cumulative && d_.when.period.known() && statement.measure == "investment_stock" &&
             statement.kind != StatementKind::count)
      statement.period = Period::up_to(d_.when.period);
    return;
  }
  used_periods_.insert(mention->begin);
  if (mention->role == PeriodRole::same) {
    // Of two figures "during this period" both are in the one spoken of before them.
    if (same_at_ != mention->begin) same_ = d_.when.told_last;
    same_at_ = mention->begin;
    // "grew by 9 percent between 2010 and 2018 to $5 billion, while imports rose from $3 billion over the same period"
    const Period span = same_.is_year() && mention->years_back == 0 ? span_told() : Period{};
    const Period& now = mention->years_back                                     ? d_.when.period
                        : span.known() && span.last_year() == same_.last_year() ? span
                                                                                : same_;
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
  // "As of March 31, 700 trips had been made this year": up to then
  if (p_.is(mention->begin, "this") && mention->period.is_year())
    for (const auto& until : parts_.periods)
      if (until.role == PeriodRole::until && until.period.known() && until.period.first == until.period.last &&
          until.period.last_year() == mention->period.last_year())
        statement.period.last = until.period.last;
  const bool stock = cumulative || statement.measure == "investment_stock";
  if (mention->role == PeriodRole::until) {
    d_.when.until = d_.when.summed_until = mention->period;
    const auto sums = [&](const PeriodMention& other) {  // not "the largest since 1997"
      // nor "At the end of May imports were $5 billion, up 7 percent since January": in these months
      const bool of_its_year = other.period.first.month() == std::chrono::January &&
                               other.period.first_year() == mention->period.last_year() &&
                               is_trade_flow(statement.flow);
      return other.role == PeriodRole::since && !of_its_year && !p_.word(other.begin - 2).ends_with("est");
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
    // "By Sunday the line had moved 5 million tonnes since January", "was up 7 percent this year as of Sunday"
    const Date new_year(mention->period.last.year() / std::chrono::January / 1);
    const bool a_day = mention->period.first == mention->period.last && !stock &&
                       std::ranges::any_of(parts_.periods, [&](const PeriodMention& other) {
                         return &other != mention && other.period.known() && other.period.first == new_year;
                       });
    if (a_day)
      statement.period = Period::days(new_year, mention->period.last);
    else if (of_now && !stock && !since && !contains("accumulated|cumulative"))
      statement.period = now;
    else if (held_against_last_year && !stock && !since && !contains("accumulated|cumulative"))
      statement.period =
          Period::year_to_date(mention->period.last_year(), static_cast<unsigned>(mention->period.last.month()));
    else if (stock || since || statement.kind == StatementKind::count || statement.measure.starts_with("investment") ||
             contains("since its launch|since its opening|since it opened|so far"))
      statement.period = Period::up_to(mention->period);
    // "As of October 26, 700,000 boxes had been moved, up 14 percent year on year": since the year began
    else if (mention->period.first == mention->period.last && statement.flow.empty() && !statement.measure.empty() &&
             statement.value.unit == "percent" && !stock)
      statement.period = Period::days(new_year, mention->period.last);
    else if (mention->fiscal_start && is_trade_flow(statement.flow))
      statement.period.first = *mention->fiscal_start;
    else if (mention->period.first_year() == mention->period.last_year() && is_trade_flow(statement.flow))
      statement.period =
          Period::year_to_date(mention->period.last_year(), static_cast<unsigned>(mention->period.last.month()));
  } else if (statement.measure == "investment_stock" && statement.kind != StatementKind::count) {
    statement.period = Period::up_to(mention->period);
  }
}

}  // namespace tradewind
