// Streaks, of a rank and of none: "the eighth consecutive year of growth", "its seventh in a row".
#include <algorithm>
#include <cstdlib>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// "the seventh in a row": of months where the figures are of one.
std::string SentenceReader::unit_of(const Period& period) {
  if (!period.known() || period.open_start) return "years";
  const int days = period.day_count();
  return days <= 31 ? "months" : days <= 92 ? "quarters" : "years";
}

// The last figure that this sentence has told before a token.
const Statement* SentenceReader::figure_before(std::size_t token) const {
  const Statement* last = nullptr;
  for (const auto& told : std::span(result_.statements).subspan(statements_before_))
    if (told.number.end <= p_.token(token).place.begin && told.kind != StatementKind::count &&
        (!last || told.number.begin > last->number.begin))
      last = &told;
  return last;
}

// Streaks, of a rank and of none: "the eighth consecutive year of growth".
void SentenceReader::streaks() {
  advance(p_.end());
  for (const auto& streak : parts_.streaks) {
    if (streak.of_rank_only || std::ranges::find(streaks_used_, streak.begin) != streaks_used_.end()) continue;
    const std::size_t clause = clauses_.at(streak.begin);
    const Series series = scopes_[clause].latest().known() ? scopes_[clause].latest() : inherited(clause);
    Statement statement = base(series, series.partner());
    statement.kind = StatementKind::streak;
    statement.rule = "streak";
    statement.among.clear();
    if (statement.measure.empty()) statement.measure = "streak";
    // "Japan is Peru's top market. It has held that position for six years in a row": the rank's
    const std::size_t held = streak.begin - 1;
    if (p_.is_any(held, "position|rank|place|spot|title|status") && p_.is_any(held - 1, "that|this|the"))
      if (const auto rank = std::ranges::find_if(result_.statements.rbegin(), result_.statements.rend(),
                                                 [&](const Statement& one) {
                                                   return one.kind == StatementKind::rank &&
                                                          one.number.end <= p_.token(streak.begin).place.begin;
                                                 });
          rank != result_.statements.rend()) {
        statement.subject = rank->subject, statement.partner = rank->partner;
        statement.flow = rank->flow, statement.measure = rank->measure, statement.product = rank->product;
        if (std::string goods = goods_in_front(clause); !goods.empty()) statement.product = std::move(goods);
      }
    // "the fourth consecutive monthly surplus", "the 27th month in a row in which it has run a deficit"
    for (std::size_t i = streak.begin; i < p_.end() && !parts_.is(i, PartKind::quantity) && !p_.is_any(i, ",|and|but");
         ++i)
      if (p_.is_any(i, "surplus|surpluses|deficit|deficits")) statement.flow = "balance";
    for (std::size_t m = 1; m < measures_.size(); ++m)  // "imported more than it exported"
      if (measures_[m - 1].verb && measures_[m].verb && p_.match_any(measures_[m - 1].end, "more than|less than"))
        statement.flow = "balance";
    const PeriodMention* period = period_for(streak.begin, streak.end, nullptr);
    set_period(statement, period);
    // "a surplus of $6.5 billion, the seventh in a row; $41 billion in the year to date": in the time of the figure
    // before it.
    if (const Statement* figure = period ? nullptr : figure_before(streak.begin);
        figure && figure->flow == statement.flow && figure->subject == statement.subject && !d_.of_old(figure->period))
      statement.period = figure->period, statement.period_assumed = figure->period_assumed;
    statement.value = {interval_of(streak.number), streak.unit.empty() ? unit_of(statement.period) : streak.unit};
    // "up 5 percent after falling for 12 months in a row": up to the month before.
    std::size_t run = streak.begin;
    while (run > p_.begin() && p_.can(run - 1, use::gerund | use::determiner)) --run;
    if (p_.is(run - 1, "after") && statement.period.known() && !statement.period.open_start &&
        streak.unit == unit_of(statement.period))
      statement.period = streak.unit == "years" ? statement.period.years_before(1) : period_before(statement.period);
    // "for 13 straight months as of November", "for 15 months in a row from March": up to that month, or from it on.
    for (const auto& told : parts_.periods) {
      if (streak.unit != "months" || told.begin < streak.end || told.begin > streak.end + 3 || !told.period.known())
        continue;
      if (told.role == PeriodRole::until) statement.period = told.period;
      if (!p_.is_any(told.begin - 1, "from|since") || told.period.day_count() > 31) continue;
      const auto last = told.period.first.year() / told.period.first.month() +
                        std::chrono::months{std::atoi(streak.number.digits.c_str()) - 1};
      statement.period = Period::month(static_cast<int>(last.year()), static_cast<unsigned>(last.month()));
    }
    place(statement, streak.begin, streak.end, streak.first, streak.end);
    statement.printed = std::string(slice(streak.begin, streak.end));
    push(statement);
  }
}

const StreakMention* SentenceReader::streak_of(const RankMention& mention) const {
  // The streak of the same clause: behind the rank before the next one, or before it with none between.
  const StreakMention* best = nullptr;
  for (const auto& streak : parts_.streaks) {
    // "nine consecutive years of steady growth" are none of a rank.
    if (p_.is(streak.end, "of") && !p_.is_any(streak.end + 1, "being|holding|ranking")) continue;
    if (streak.unit != "years" || std::ranges::find(streaks_used_, streak.begin) != streaks_used_.end()) continue;
    const bool rank_between = std::ranges::any_of(parts_.ranks, [&](const RankMention& r) {
      return r.begin != mention.begin && r.begin > std::min(streak.begin, mention.begin) &&
             r.begin < std::max(streak.begin, mention.begin);
    });
    const bool figure_between = std::ranges::any_of(parts_.quantities, [&](const Quantity& q) {
      return q.begin > std::min(streak.begin, mention.end) && q.begin < std::max(streak.begin, mention.end);
    });
    if (rank_between || figure_between) continue;
    best = &streak;
    if (streak.begin > mention.begin) break;
  }
  return best;
}

// "since 2009": a streak whose length is left to the reader.
const PeriodMention* SentenceReader::since_of(const RankMention& mention) const {
  const std::size_t clause = clauses_.at(mention.begin);
  const PeriodMention* before = nullptr;
  for (const auto& since : parts_.periods) {
    if (since.role != PeriodRole::since || !since.period.known() || !d_.when.published) continue;
    if (p_.ends_before(since.begin - 1, "for the first time")) continue;
    // "the largest surplus since 1997" is none; "ASEAN has been China's largest since 2020" is.
    if (p_.word(since.begin - 2).ends_with("est") && since.begin != mention.end + 1) continue;
    if (since.begin >= mention.end && since.begin <= mention.end + 4) return &since;
    const bool opens = since.begin <= p_.begin() + 2 || clauses_.at(since.begin) == clause;
    if (since.end <= mention.begin && (mention.begin - since.end <= 2 || opens)) before = &since;
  }
  return before;
}

void SentenceReader::last_full_year(Statement& statement, const PeriodMention* period) const {
  if (period && period->role == PeriodRole::when) return;
  // "By the end of 2018 it had been the largest for nine years": up to then; "as of July" up to the last whole year
  if (period && period->role == PeriodRole::until && period->period.known() &&
      period->period.last.month() == std::chrono::December) {
    statement.period = Period::year(period->period.last_year());
    return;
  }
  if (d_.when.published) statement.period = Period::year(static_cast<int>(d_.when.published->year()) - 1);
  statement.period_assumed = true;
}

}  // namespace tradewind
