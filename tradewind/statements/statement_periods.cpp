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

void SentenceReader::set_context_period(const Period& period) {
  d_.period = period;
  d_.period_paragraph = d_.paragraph;
}

const PeriodMention* SentenceReader::period_of(std::size_t k) {
  const Quantity& q = quantities_[k];
  // "rising 40.5 percent to $139.1 billion in the first seven months": when the amount is, the growth is.
  if (q.kind == QuantityKind::percent && k + 1 < quantities_.size() && quantities_[k + 1].kind == QuantityKind::money &&
      p_.ends_before(quantities_[k + 1].first, "to") && same_clause(q.end, quantities_[k + 1].begin) &&
      quantities_[k + 1].begin - q.end <= 8)
    for (const auto& period : periods_)
      if (period.begin >= quantities_[k + 1].end && adjacent(quantities_[k + 1].end, period.begin) &&
          period.period.known() && period.role == PeriodRole::when)
        return &period;
  const auto usable = [this](const PeriodMention& period) {
    // "the agreement, signed in March 2022": when it was signed, not when its figures hold.
    const std::size_t event = preposition_begin(period.begin);
    if (event > p_.begin() && p_.is_any(event - 1, {"signed", "launched", "established", "founded", "effective",
                                                    "inaugurated", "concluded", "ratified", "opened"}))
      return false;
    return (period.role == PeriodRole::when || period.role == PeriodRole::until || period.role == PeriodRole::same ||
            period.role == PeriodRole::deadline) &&
           (period.period.known() || period.role == PeriodRole::same) &&
           !(period.role == PeriodRole::when && period.period.known() &&
             period.period.first == period.period.last);  // the day it was said
  };
  // "down from $985.6 million in July 2022; exports were $101.5 million": July 2022 is the base's alone.
  const auto of_a_base = [&](const PeriodMention& period) {
    return std::ranges::any_of(quantities_, [&](const Quantity& other) {
      return other.begin != q.begin && other.end <= period.begin && adjacent(other.end, period.begin) && is_base(other);
    });
  };
  const PeriodMention* before = nullptr;
  const PeriodMention* after = nullptr;
  for (const auto& period : periods_) {
    if (!usable(period)) continue;
    if (period.end <= q.begin) {
      if (!of_a_base(period)) before = &period;
    } else if (period.begin >= q.end && !after) {
      after = &period;
    }
  }
  const std::size_t from = clause_begin(q.begin);
  // Right behind the figure: "$911 billion in 2023".
  if (after && adjacent(q.end, after->begin)) return after;
  // In the same clause, before the figure.
  if (before && before->begin >= from) return before;
  // Behind it in the same clause, when no other figure has it right behind.
  const bool base_behind = after && of_a_base(*after);
  if (after && !base_behind && same_clause(q.end, after->begin)) return after;
  if (before) return before;
  // A period at the end of a sentence holds for all of it, unless the sentence turns to another time.
  if (after && !base_behind && std::ranges::count_if(periods_, usable) == 1) return after;
  return nullptr;
}

const PeriodMention* SentenceReader::period_in_clause(std::size_t begin, std::size_t end) const {
  const PeriodMention* best = nullptr;
  for (const auto& period : periods_) {
    if (period.role != PeriodRole::when && period.role != PeriodRole::same) continue;
    const bool of_a_base = std::ranges::any_of(quantities_, [&](const Quantity& q) {
      return q.end <= period.begin && adjacent(q.end, period.begin) && periods_.size() > 1;
    });
    if (period.end <= begin && !of_a_base && same_clause(period.end, begin))
      best = &period;
    else if (period.begin >= end && !best && same_clause(end, period.begin)) {
      // Not when a figure of its own stands between.
      const bool figure =
          std::ranges::any_of(quantities_, [&](const Quantity& q) { return q.begin >= end && q.end <= period.begin; });
      const bool rank_between =
          std::ranges::any_of(ranks_, [&](const RankMention& r) { return r.begin >= end && r.end <= period.begin; });
      if (!figure && !rank_between) best = &period;
    }
  }
  return best;
}

void SentenceReader::set_period(Statement& statement, const PeriodMention* mention, bool cumulative) {
  if (!mention) {
    statement.period = d_.period;
    statement.period_assumed = true;
    if (cumulative && d_.until.known())
      statement.period = Period::up_to(d_.until);
    else if (cumulative && d_.period.known() && statement.measure == "investment_stock")
      statement.period = Period::up_to(d_.period);
    return;
  }
  used_periods_.insert(mention->begin);
  if (mention->role == PeriodRole::same) {
    statement.period =
        d_.period.known() ? (mention->years_back ? d_.period.years_before(mention->years_back) : d_.period) : Period{};
    return;
  }
  statement.period = mention->period;
  statement.period_assumed = mention->year_assumed;
  const bool stock = cumulative || statement.measure == "investment_stock";
  if (mention->role == PeriodRole::until) {
    d_.until = mention->period;
    const bool since =
        std::ranges::any_of(periods_, [](const PeriodMention& other) { return other.role == PeriodRole::since; });
    if (stock || since || statement.kind == StatementKind::count ||
        contains({"since its launch", "since its opening", "since it opened", "so far"}))
      statement.period = Period::up_to(mention->period);
    else if (mention->period.first_year() == mention->period.last_year() &&
             (statement.flow == "trade" || statement.flow == "exports" || statement.flow == "imports"))
      statement.period =
          Period::year_to_date(mention->period.last_year(), static_cast<unsigned>(mention->period.last.month()));
  } else if (statement.measure == "investment_stock") {
    statement.period = Period::up_to(mention->period);
  }
}

}  // namespace tradewind
