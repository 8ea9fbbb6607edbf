#include "tradewind/statements/sentence_reader.hpp"

#include <algorithm>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::run() {
  statements_before_ = result_.statements.size();
  unread_before_ = result_.unread.size();
  frame_ = d_.frame;
  parties_ = find_parties(p_, lexicon_);
  for (const auto& party : parties_)
    if (!party.anaphor) take(party.begin, party.end);
  labels();
  PeriodContext time = d_.time;
  if (time.published) time.year.reset();  // a year that an earlier sentence named does not reach into this one
  time.period = d_.period;
  periods_ = find_periods(p_, time);
  for (const auto& period : periods_) take(period.begin, period.end);
  ranks_ = find_ranks(p_, parties_);
  streaks_ = find_streaks(p_);
  if (ranks_.empty()) std::erase_if(streaks_, [](const StreakMention& streak) { return streak.of_rank_only; });
  for (const auto& streak : streaks_) take(streak.begin, streak.end);
  for (const auto& rank : ranks_)
    for (std::size_t i = rank.begin; i < rank.end; ++i)
      if (p_.is_number(i) || p_.token(i).kind == TokenKind::ordinal) take(i, i + 1);
  quantities_ = find_quantities(p_, lexicon_, taken_);
  bare_amounts();
  measures_ = find_measures(p_, parties_, taken_);
  if (contains({"markets", "destinations", "trading partners", "trade partners", "suppliers", "sources", "buyers",
                "contributors", "customers", "importers", "market was", "partner was"}))
    d_.lists_partners = true, d_.lists_paragraph = d_.paragraph;
  else if (d_.lists_paragraph + 1 < d_.paragraph)
    d_.lists_partners = false;
  // "By product, sales of semiconductors dropped": to all partners again.
  if (p_.match_any(p_.begin(), {"by product", "by products", "by commodity", "by item", "by category", "by sector"}) &&
      !d_.frame.partners.empty())
    d_.frame.partners = {world_total};
  clause_frames();
  for (std::size_t k = 0; k < quantities_.size(); ++k) quantity(k);
  multiples();
  ordinals();
  dates();
  unread();
  // "Three countries contributed most to the surplus in February": when the figures that follow are about.
  if (std::ranges::all_of(quantities_, [](const Quantity& q) { return q.kind == QuantityKind::count; })) {
    const auto is_when = [](const PeriodMention& period) {
      return period.role == PeriodRole::when && period.period.known() && period.period.first != period.period.last;
    };
    if (!measures_.empty() && std::ranges::count_if(periods_, is_when) == 1)
      set_context_period(std::ranges::find_if(periods_, is_when)->period);
  }
  for (const auto& party : parties_) d_.named(party);
  for (const auto& period : periods_)
    if (period.period.known() && !period.year_assumed &&
        (period.role == PeriodRole::when || period.role == PeriodRole::until))
      d_.time.year = period.period.last_year();
  std::stable_sort(result_.statements.begin() + static_cast<long>(statements_before_), result_.statements.end(),
                   [](const Statement& a, const Statement& b) { return a.number.begin < b.number.begin; });
}

void SentenceReader::labels() {
  // Nothing is said in an address: "https://example.org/a?growth=5%".
  for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
    if (!p_.is_any(i, {"http", "https", "www"}) || !p_.is_any(i + 1, {":", "."})) continue;
    std::size_t end = i + 1;
    while (end < p_.end() && !p_.token(end).space_before) ++end;
    take(i, end);
    i = end;
  }
  for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
    if (!p_.is_number(i)) continue;
    const bool version = p_.word(i).ends_with(".0") && p_.word(i).size() == 3;
    const bool name_before = i > p_.begin() && (p_.is_any(i - 1, {"version", "chapter", "article", "phase", "stage",
                                                                  "annex", "section", "page", "no", "number"}) ||
                                                (p_.is(i - 1, "-") && p_.is_any(i - 2, {"covid"})) ||
                                                (p_.is(i - 1, ".") && p_.is(i - 2, "no")));
    const bool unit_behind = p_.is_any(i + 1, {"%", "percent", "per", "billion", "trillion", "million"});
    if (name_before ||
        (version && !unit_behind &&
         (p_.capital(i + 1) ||
          p_.is_any(i + 1, {"protocol", "upgrade", "version", "era", "agreement", "of", "negotiations"}) ||
          p_.capital(i - 1) || taken(i - 1) || p_.is_any(i - 1, {"the", "version"}))))
      take(i, i + 1);
  }
}

void SentenceReader::bare_amounts() {
  for (auto& q : quantities_) {
    if (q.kind == QuantityKind::money) d_.currency = q.unit;
    if (q.kind != QuantityKind::count || !q.noun.empty() || q.number.scale < 6 || d_.currency.empty()) continue;
    q.kind = QuantityKind::money;
    q.unit = d_.currency;
  }
}

void SentenceReader::clause_frames() {
  for (std::size_t m = 0; m < measures_.size(); ++m) events_.push_back({measures_[m].head, Event::measure, m});
  for (std::size_t r = 0; r < ranks_.size(); ++r) events_.push_back({ranks_[r].begin, Event::rank, r});
  std::ranges::sort(events_, {}, &Event::at);
  next_event_ = 0;
}

void SentenceReader::advance(std::size_t to) {
  for (; next_event_ < events_.size() && events_[next_event_].at < to; ++next_event_) {
    const Event& event = events_[next_event_];
    if (event.kind == Event::rank)
      rank(ranks_[event.index]);
    else if (event.at >= skip_events_until_)
      measure(measures_[event.index]);
  }
}

void SentenceReader::unread() {
  advance(p_.end());
  for (const auto& streak : streaks_) {
    if (streak.of_rank_only || std::ranges::find(streaks_used_, streak.begin) != streaks_used_.end()) continue;
    Statement statement = base(d_.frame, d_.frame.partner());
    statement.kind = StatementKind::streak;
    statement.value = {interval_of(streak.number), streak.unit};
    statement.rule = "streak";
    // "Exports rose, the eighth consecutive year of growth, and imports ...": of what stands before it.
    for (const auto& mention : measures_)
      if (mention.head < streak.begin && !mention.flow.empty() && mention.measure == statement.measure)
        statement.flow = mention.flow;
    statement.among.clear();
    if (statement.measure.empty()) statement.measure = "streak";
    set_period(statement, period_in_clause(streak.begin, streak.end));
    place(statement, streak.begin, streak.end, streak.first, streak.end);
    statement.printed = std::string(slice(streak.begin, streak.end));
    push(statement);
  }
  for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
    const bool in_name =
        std::ranges::any_of(measures_, [i](const MeasureMention& m) { return i >= m.begin && i < m.end; });
    if (!p_.is_number(i) || taken(i) || in_quantity(i) || in_party(i) || in_name) continue;
    report(i);
  }
  for (std::size_t k = 0; k < quantities_.size(); ++k)
    if (quantities_[k].kind == QuantityKind::count && quantities_[k].noun.empty() && !quantities_[k].spelled &&
        !stated(quantities_[k]))
      report(quantities_[k].first);
}

void SentenceReader::report(std::size_t i) {
  const Place at = p_.token(i).place;
  if (std::ranges::any_of(std::span(result_.unread).subspan(unread_before_),
                          [&at](const Unread& other) { return other.place == at; }))
    return;
  result_.unread.push_back(
      {at, std::string(text_.substr(at.begin, at.end - at.begin)), std::string(slice(p_.begin(), p_.end()))});
}

bool SentenceReader::stated(const Quantity& q) const {
  const std::size_t at = p_.token(q.begin).place.begin;
  return std::ranges::any_of(std::span(result_.statements).subspan(statements_before_),
                             [at](const Statement& statement) { return statement.number.begin == at; });
}

bool SentenceReader::in_quantity(std::size_t i) const {
  return std::ranges::any_of(quantities_, [i](const Quantity& q) { return i >= q.begin && i < q.end; });
}

void read_sentence(std::string_view text, const Phrase& sentence, const Lexicon& lexicon, Discourse& discourse,
                   ArticleReading& result) {
  SentenceReader(text, sentence, lexicon, discourse, result).run();
}

}  // namespace tradewind
