// Where a clause begins, what lies between two words, which characters a statement keeps.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::take(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < p_.end(); ++i) taken_[i - p_.begin()] = true;
}

bool SentenceReader::taken(std::size_t i) const { return p_.inside(i) && taken_[i - p_.begin()]; }

bool SentenceReader::contains(std::initializer_list<std::string_view> phrases) const {
  for (std::size_t i = p_.begin(); i < p_.end(); ++i)
    if (p_.match_any(i, phrases)) return true;
  return false;
}

std::size_t SentenceReader::clause_begin(std::size_t at) const {
  std::size_t i = at;
  while (i > p_.begin()) {
    if (p_.is_any(i - 1, {";", "while", "whereas", ":", "--", "although", "but"})) return i;
    --i;
  }
  return i;
}

bool SentenceReader::inside_measure(const PartyMention& party) const {
  return std::ranges::any_of(measures_,
                             [&](const MeasureMention& m) { return party.begin >= m.begin && party.end <= m.end; });
}

bool SentenceReader::inside_rank(const PartyMention& party) const {
  return std::ranges::any_of(ranks_,
                             [&](const RankMention& r) { return party.begin >= r.begin && party.end <= r.end; });
}

bool SentenceReader::in_party(std::size_t i) const {
  return std::ranges::any_of(parties_, [i](const PartyMention& party) { return i >= party.begin && i < party.end; });
}

bool SentenceReader::is_period_token(std::size_t i) const {
  return std::ranges::any_of(periods_,
                             [i](const PeriodMention& period) { return i >= period.begin && i < period.end; });
}

std::string_view SentenceReader::slice(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  return text_.substr(p_.token(begin).place.begin, p_.token(end - 1).place.end - p_.token(begin).place.begin);
}

void SentenceReader::place(Statement& statement, std::size_t begin, std::size_t end, std::size_t number_begin,
                           std::size_t number_end) const {
  begin = std::min(begin, number_begin);
  end = std::min(std::max(end, number_end), p_.end());
  // Not within "two-way".
  while (begin > p_.begin() && !p_.token(begin).space_before && (p_.is(begin, "-") || p_.is(begin - 1, "-")) &&
         p_.is_word(p_.is(begin, "-") ? begin + 1 : begin))
    --begin;
  statement.place = {p_.token(begin).place.begin, p_.token(end - 1).place.end};
  statement.number = {p_.token(number_begin).place.begin, p_.token(std::min(number_end, p_.end()) - 1).place.end};
  statement.text = std::string(text_.substr(statement.place.begin, statement.place.end - statement.place.begin));
}

void SentenceReader::push(const Statement& statement) { result_.statements.push_back(statement); }

bool SentenceReader::future(std::size_t at) const {
  for (std::size_t i = at > p_.begin() + 12 ? at - 12 : p_.begin(); i < at; ++i)
    if (p_.is_any(i, {"will", "aims", "expected", "target", "targets", "targeting", "plans", "planned", "forecast",
                      "projected", "toward", "aim", "aiming", "aimed", "seek", "hopes", "goal", "targeted"}) ||
        p_.match_any(i, {"set to", "to be", "work toward", "slated to", "due to be"}))
      return true;
  return false;
}

std::size_t SentenceReader::segment_begin(std::size_t k) const {
  std::size_t from = clause_begin(quantities_[k].begin);
  if (k > 0) from = std::max(from, quantities_[k - 1].end);
  for (const auto& streak : streaks_)
    if (streak.end <= quantities_[k].begin) from = std::max(from, streak.end);
  for (const auto& rank : ranks_)
    if (rank.end <= quantities_[k].begin) from = std::max(from, rank.end);
  return from;
}

std::size_t SentenceReader::segment_begin_of(const Quantity& q) const {
  for (std::size_t k = 0; k < quantities_.size(); ++k)
    if (quantities_[k].begin == q.begin) return segment_begin(k);
  return p_.begin();
}

bool SentenceReader::same_clause(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (p_.is_any(i, {";", "while", "whereas", "compared", "against", "versus", "after"})) return false;
  return true;
}

bool SentenceReader::adjacent(std::size_t from, std::size_t to) const {
  if (to < from || to - from > 4) return false;
  for (std::size_t i = from; i < to; ++i)
    if (!p_.is_any(i, {"in",         "for",      "during",     "of",     "by",       "as",   "the",     "at",
                       "end",        "on",       "year",       "-",      "late",     "over", "through", "until",
                       "throughout", "recorded", "registered", "posted", "reported", "seen", "logged"}) &&
        (i != from || direction_of(p_.word(i)) == Direction::none))
      return false;
  return true;
}

}  // namespace tradewind
