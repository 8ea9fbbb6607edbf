// "ASEAN was China's largest trading partner for the fifth straight year".
#include <algorithm>
#include <cmath>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::rank(const RankMention& mention) {
  governor_begin_ = mention.begin;
  governed_ = true;
  Frame frame;
  frame.flow = mention.flow;
  frame.measure = mention.measure;
  frame.among = mention.among;
  frame.product = mention.product;
  std::vector<EconomyCode> holders = d_.resolve(mention.holders), owners = d_.resolve(mention.owners);
  // "China remained its largest trading partner": nobody is his own.
  if (!owners.empty() && mention.owners.front().anaphor && std::ranges::find(holders, owners.front()) != holders.end())
    owners.clear();
  if (frame.measure == "gdp" && owners.empty()) owners = {world_total};
  // "Thailand's durian exports ... The top export market was China": still for durian.
  if (frame.product.empty() && !d_.frame.product.empty() && frame.flow == d_.frame.flow && frame.flow != "trade" &&
      frame.measure == d_.frame.measure)
    frame.product = d_.frame.product;
  const StreakMention* streak = streak_of(mention);
  if (mention.mutual) {
    if (holders.size() < 2 && !d_.pair_subject.empty()) holders = {d_.pair_subject, d_.pair_partner};
    if (holders.size() < 2) return;
    for (int direction = 0; direction < 2; ++direction) {
      frame.subjects = {holders[direction == 0 ? 0 : 1]};
      frame.partners = {holders[direction == 0 ? 1 : 0]};
      emit_rank(mention, frame, mention.ranks.front(), streak);
    }
    frame.subjects = {holders[0]};
    frame.partners = {holders[1]};
    if (streak) streaks_used_.push_back(streak->begin);
    rank_in_sentence_ = true;
    set_frame(std::move(frame));
    return;
  }
  if (owners.empty()) {
    const EconomyCode other = holders.empty() ? EconomyCode{} : d_.other(holders.front());
    const EconomyCode last = d_.frame.subject();
    if (rank_in_sentence_ && !rank_owner_.empty() && std::ranges::find(holders, rank_owner_) == holders.end())
      owners = {rank_owner_};  // "Canada ranked second for trade with the U.S. and China ranked third"
    else if (!last.empty() && std::ranges::find(holders, last) == holders.end())
      owners = {last};
    else if (!other.empty())
      owners = {other};
    else if (!d_.main.empty() && std::ranges::find(holders, d_.main) == holders.end())
      owners = {d_.main};
    else if (!d_.second.empty())
      owners = {d_.second};
  }
  if (holders.empty() && !owners.empty()) {
    const EconomyCode other = d_.other(owners.front());
    if (!other.empty()) holders = {other};
  }
  std::erase_if(holders, [&](const EconomyCode& holder) { return !owners.empty() && holder == owners.front(); });
  if (owners.empty() || holders.empty()) return;
  if (holders.size() > 1) d_.last_list = holders;
  frame.subjects = {owners.front()};
  frame.partners = holders;
  // With as many ranks as holders each has its own ("second and third largest, respectively").
  const bool each_own = mention.ranks.size() == holders.size();
  for (std::size_t k = 0; k < holders.size(); ++k) {
    Frame one = frame;
    one.partners = {holders[k]};
    emit_rank(mention, one, mention.ranks[each_own ? k : 0], streak);
  }
  if (streak) streaks_used_.push_back(streak->begin);
  frame.among.clear();
  rank_in_sentence_ = true;
  rank_owner_ = owners.front();
  set_frame(std::move(frame));
}

const StreakMention* SentenceReader::streak_of(const RankMention& mention) const {
  // The streak of the same clause: behind the rank before the next one, or before it with none between.
  const StreakMention* best = nullptr;
  for (const auto& streak : streaks_) {
    if (streak.unit != "years" || std::ranges::find(streaks_used_, streak.begin) != streaks_used_.end()) continue;
    const bool rank_between = std::ranges::any_of(ranks_, [&](const RankMention& r) {
      return r.begin != mention.begin && r.begin > std::min(streak.begin, mention.begin) &&
             r.begin < std::max(streak.begin, mention.begin);
    });
    const bool figure_between = std::ranges::any_of(quantities_, [&](const Quantity& q) {
      return q.begin > std::min(streak.begin, mention.end) && q.begin < std::max(streak.begin, mention.end);
    });
    if (rank_between || figure_between) continue;
    best = &streak;
    if (streak.begin > mention.begin) break;
  }
  return best;
}

void SentenceReader::emit_rank(const RankMention& mention, const Frame& frame, const Interval& rank,
                               const StreakMention* streak) {
  Statement statement = base(frame, frame.partner());
  statement.kind = StatementKind::rank;
  statement.value = {rank, "rank"};
  statement.among = mention.among;
  statement.rule = "rank";
  place(statement, mention.place_begin, mention.place_end, mention.begin, mention.end);
  statement.printed = std::string(slice(mention.begin, mention.end));
  const PeriodMention* period = period_in_clause(mention.begin, mention.end);
  set_period(statement, period);
  if (!period && !streak) {
    // The one period of the sentence, or that of the figures before in it.
    const PeriodMention* only = nullptr;
    std::size_t count = 0;
    for (const auto& candidate : periods_)
      if (candidate.role == PeriodRole::when || candidate.role == PeriodRole::same) only = &candidate, ++count;
    if (count == 1) set_period(statement, period = only);
  }
  const bool of_a_flow = mention.flow == "exports" || mention.flow == "imports";
  const bool spoken_of =
      d_.period.known() && (d_.period_paragraph == d_.paragraph || (of_a_flow && d_.frame.flow == mention.flow));
  if (streak || (!period && !spoken_of))
    last_full_year(statement, streak && period && period->role == PeriodRole::when ? period : nullptr);
  if (period && !streak && statement.period.known() && !statement.period.open_start)
    set_context_period(statement.period);
  push(statement);
  if (!streak) {
    // "since 2009": a streak whose length is left to the reader.
    for (const auto& since : periods_)
      if (since.role == PeriodRole::since && since.begin >= mention.end && since.begin <= mention.end + 4 &&
          d_.time.published && since.period.known()) {
        Statement run = statement;
        run.kind = StatementKind::streak;
        const int years = static_cast<int>(d_.time.published->year()) - since.period.first_year();
        if (years < 1) continue;
        run.value = {Interval::exactly(years), "years"};
        run.rule = "rank since a year";
        place(run, mention.place_begin, since.end, since.begin, since.end);
        run.printed = std::string(slice(since.begin - 1, since.end));
        run.period = Period::year(static_cast<int>(d_.time.published->year()) - 1);
        run.period_assumed = true;
        push(run);
      }
    return;
  }
  Statement run = statement;
  run.kind = StatementKind::streak;
  run.value = {interval_of(streak->number), streak->unit};
  // "each other's largest partners for three years": for one of them it may have been longer.
  if (mention.mutual) run.value.interval.high = INFINITY;
  run.rule = "streak of a rank";
  place(run, std::min(mention.place_begin, streak->begin), std::max(mention.place_end, streak->end), streak->first,
        streak->end);
  run.printed = std::string(slice(streak->begin, streak->end));
  push(run);
}

void SentenceReader::last_full_year(Statement& statement, const PeriodMention* period) const {
  if (period) return;
  if (d_.time.published) statement.period = Period::year(static_cast<int>(d_.time.published->year()) - 1);
  statement.period_assumed = true;
}

}  // namespace tradewind
