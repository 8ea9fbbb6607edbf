#include "tradewind/statements/sentence_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <utility>

#include "tradewind/statements/fiscal_phrase.hpp"
#include "tradewind/statements/sentence.hpp"
#include "tradewind/statements/shared_money.hpp"

namespace tradewind {

void SentenceReader::run() {
  statements_before_ = result_.statements.size();
  unread_before_ = result_.unread.size();
  // ... "bringing the five-month total to $9 billion. Of this, ..."
  const bool told = d_.when.period.known() && !result_.statements.empty() && result_.statements.back().period.known() &&
                    !result_.statements.back().planned && result_.statements.back().period.last == d_.when.period.last;
  const Period then = told ? result_.statements.back().period : d_.when.period;
  d_.begin_sentence();
  // "In 2023 they had moved 28 million tons. Of this, 12 million were exports": of that time, too
  if (then != d_.when.period && p_.match_any(p_.begin(), "of this|of that|of these|of those|of it|of the total"))
    d_.when.behind_sentence = std::exchange(d_.when.period, then);
  find_parts();
  if (contains("markets|destinations|trading partners|trade partners|suppliers|sources|buyers|"
               "contributors|customers|importers|market was|partner was|followed by :") ||
      // "- Japan ($3 billion)": each line of a list
      (p_.is_any(p_.begin(), "-|*|•") && d_.about.role == Role::partner))
    d_.go_through(Role::partner, 1);
  // "By product, sales of semiconductors dropped": to all partners again.
  if (p_.match_any(p_.begin(), "by product|by products|by commodity|by item|by category|by sector") &&
      !d_.about.last.partners.empty())
    d_.about.last.partners = {world_total};
  // "By partner, Japan led": of all goods or sectors again.
  if (p_.match_any(p_.begin(),
                   "by partner|by trading partner|by market|by country|by source|by origin|by destination|"
                   "by region|by investor|by counterpart|by economy"))
    d_.about.last.product = d_.about.said.product = d_.about.first.product;
  ways_.assign(parts_.quantities.size(), Direction::none);
  for (std::size_t k = 0; k < parts_.quantities.size(); ++k) quantity(k);
  multiples();
  ordinals();
  dates();
  streaks();
  followers();
  unread();
  remember();
  if (std::exchange(d_.both_told_late, false)) counted_together();
  std::stable_sort(result_.statements.begin() + static_cast<long>(statements_before_), result_.statements.end(),
                   [](const Statement& a, const Statement& b) { return a.number.begin < b.number.begin; });
}

// "The deficit fell to $49 billion. Exports of goods and services ...": so was the deficit; unless the same trade has
// had another amount: "Exports were $26 billion. Overall exports, goods and services together, were $44 billion."
void SentenceReader::counted_together() {
  const std::span<Statement> all(result_.statements);
  const auto before = all.first(statements_before_), here = all.subspan(statements_before_);
  Series& first = d_.about.first;
  const auto of_it = [&](const Statement& told, std::string_view measure) {
    return told.measure == measure && told.subject == first.subject() && told.partner == world_total &&
           told.product.empty();
  };
  const auto differs = [&](const Statement& told) {
    return std::ranges::any_of(here, [&](const Statement& one) {
      return of_it(one, first.measure) && one.kind == StatementKind::level && told.kind == one.kind &&
             one.flow == told.flow && one.period == told.period && one.value.unit == told.value.unit &&
             !one.value.interval.meets(told.value.interval);
    });
  };
  if (std::ranges::any_of(before, [&](const Statement& told) { return of_it(told, "goods_trade") && differs(told); })) {
    first.measure = "goods_trade";
    d_.goods_said = true;  // and so have those that follow
    return;
  }
  for (auto& told : before)
    if (of_it(told, "goods_trade")) told.measure = first.measure;
}

void SentenceReader::find_parts() {
  taken_.assign(p_.end() - p_.begin(), false);
  for (std::size_t k = 0; k < parts_.parties.size(); ++k) {
    const auto& party = parts_.parties[k];
    if (!party.anaphor) take(party.begin, party.end);
    parts_.own(party.begin, party.end, PartKind::party, k);
  }
  labels();
  PeriodContext time{d_.when.published,   d_.when.year,   d_.when.period, d_.when.told,
                     d_.fiscal_economy(), d_.when.fiscal, d_.when.began};
  if (time.published) time.year.reset();  // a year that an earlier sentence named does not reach into this one
  parts_.periods = find_periods(p_, time);
  for (const auto& period : parts_.periods)
    if (const auto months = p_.is(period.end - 1, ")") ? months_in_brackets(p_, period.end - 5) : std::nullopt;
        months && p_.is_number(period.end - 6) && !d_.when.fiscal) {
      time.fiscal_months = d_.when.fiscal = FiscalYear{.first_month = months->first};
      parts_.periods = find_periods(p_, time);  // "against $7 billion in FY 2022-23", of the same sentence
      break;
    }
  for (std::size_t k = 0; k < parts_.periods.size(); ++k) {
    const auto& period = parts_.periods[k];
    take(period.begin, period.end);
    parts_.own(period.begin, period.end, PartKind::period, k);
  }
  parts_.ranks = find_ranks(p_, parts_.parties);
  parts_.streaks = find_streaks(p_);
  if (parts_.ranks.empty())
    std::erase_if(parts_.streaks, [](const StreakMention& streak) { return streak.of_rank_only; });
  for (std::size_t k = 0; k < parts_.streaks.size(); ++k) {
    take(parts_.streaks[k].begin, parts_.streaks[k].end);
    parts_.own(parts_.streaks[k].begin, parts_.streaks[k].end, PartKind::streak, k);
  }
  for (std::size_t k = 0; k < parts_.ranks.size(); ++k) {
    const auto& rank = parts_.ranks[k];
    for (std::size_t i = rank.begin; i < rank.end; ++i)
      if (!rank.ranks.empty() && (p_.is_number(i) || p_.token(i).kind == TokenKind::ordinal || number_word(p_.word(i))))
        take(i, i + 1);
    parts_.own(rank.begin, rank.end, PartKind::rank, k);
  }
  parts_.quantities = find_quantities(p_, lexicon_, taken_);
  for (std::size_t k = 0; k < parts_.quantities.size(); ++k)
    parts_.own(parts_.quantities[k].begin, parts_.quantities[k].end, PartKind::quantity, k);
  bare_amounts();
  clauses_ = find_clauses(parts_);
  scopes_.assign(clauses_.size(), {});
  measures_ = find_measures(parts_, clauses_, d_.who.provinces);
  // "The gap narrowed", "Sales rose": of the trade that the text is on.
  if (!is_trade_flow(d_.about.last.flow)) {
    const auto on_trade =
        std::ranges::find_if(measures_, [](const auto& m) { return !m.weak && is_trade_flow(m.flow); });
    measures_.erase(std::remove_if(measures_.begin(), on_trade, [](const auto& m) { return m.weak; }), on_trade);
  }
  // "3 million tonnes of import and export goods": what is weighed
  std::erase_if(measures_, [this](const MeasureMention& m) {
    const Quantity* weight = m.flow == "trade" && p_.is(m.begin - 1, "of") ? parts_.quantity_at(m.begin - 2) : nullptr;
    return weight && unit_of_goods(weight->unit);
  });
  name_counts();
  mark_since();
  end_excursion();
  note_teller();
  note_treaty();
  for (std::size_t i = p_.begin(); i < p_.end() && between_.empty(); ++i) {
    if (!p_.is(i, "between")) continue;
    std::size_t end = i;
    const auto list = party_list_at(p_, parts_.parties, i + 1, end);
    if (list.size() == 2 && !list[0].anaphor && !list[1].anaphor) between_ = {list[0].name.code, list[1].name.code};
  }
  for (std::size_t m = 0; m < measures_.size(); ++m) events_.push_back({measures_[m].head, Event::measure, m});
  for (std::size_t r = 0; r < parts_.ranks.size(); ++r) events_.push_back({parts_.ranks[r].begin, Event::rank, r});
  std::ranges::sort(events_, {}, &Event::at);
}

// "since the country began its reforms in late 1978": since then, whatever happened.
void SentenceReader::mark_since() {
  for (auto& period : parts_.periods) {
    if (period.role != PeriodRole::when) continue;
    for (std::size_t i = period.begin; i-- > p_.begin() && period.begin - i < 18;) {
      const Quantity* figure = parts_.quantity_at(i);
      if (p_.is_any(i, ",|but") || (figure && figure->kind != QuantityKind::count) || parts_.period_at(i)) break;
      if (p_.is(i, "since")) period.role = PeriodRole::since;
    }
  }
}

// "In May 2018 the gap was $5 billion. Exports were $9 billion, up 5% on May 2018": what is compared with the time of
// an excursion is of the time that the text reports on; and so is "Exports thus fell by $5 billion" behind it. "Exports
// rose 3% in the half-year. They jumped 5% from June 2020", "from May": of the same month, or of the next, as told.
void SentenceReader::end_excursion() {
  Timeline& when = d_.when;
  const bool away = when.period != when.reported && d_.of_old(when.period);
  if (away && parts_.periods.empty() && contains("therefore|thus|hence|consequently|accordingly"))
    when.period = when.told_last = when.reported;
  for (const auto& base : parts_.periods) {
    if (!base.period.known()) continue;
    const Quantity* of = p_.is(base.begin - 1, "of") ? parts_.quantity_at(base.begin - 2) : nullptr;
    const bool from = p_.is(base.begin - 1, "from") || (of && p_.ends_before(of->begin, "than the"));
    if (!from && !p_.ends_before_any(base.begin, "compared with|compared to|against|than in|on|over")) continue;
    if (away && !from && !base.year_assumed && base.period == when.period) when.period = when.told_last = when.reported;
    const bool alone = std::ranges::all_of(parts_.periods, [&](const PeriodMention& other) {
      return &other == &base || (other.role == PeriodRole::base && !other.period.known());
    });
    if (!alone || base.period.day_count() > 31 || when.period.years_before(1) == base.period) continue;
    for (const Period& told : when.told)
      if (const Period month = Period::month(told.last_year(), static_cast<unsigned>(told.last.month()));
          !told.open_start && (base.year_assumed ? period_before(month) == base.period
                                                 : told == month && told.years_before(1) == base.period))
        when.period = when.told_last = month;
  }
}

void SentenceReader::labels() {
  // Nothing is said in an address: "https://example.org/a?growth=5%".
  for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
    if (!p_.is_any(i, "http|https|www") || !p_.is_any(i + 1, ":|.")) continue;
    std::size_t end = i + 1;
    while (end < p_.end() && !p_.token(end).space_before) ++end;
    take(i, end);
    i = end;
  }
  // "10. The meeting noted ...": the number of a paragraph.
  if (p_.is_number(p_.begin()) && p_.is(p_.begin() + 1, ".") && p_.word(p_.begin()).size() <= 3 &&
      p_.capital(p_.begin() + 2))
    take(p_.begin(), p_.begin() + 1);
  for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
    tells_of_two_ = tells_of_two_ || p_.is_any(i, "former|latter");
    if (!p_.is_number(i)) continue;
    const bool version = p_.word(i).ends_with(".0") && p_.word(i).size() == 3;
    const bool name_before =
        i > p_.begin() &&
        (p_.is_any(i - 1, "version|chapter|article|phase|stage|annex|section|page|no|number|fortune") ||
         (p_.is_any(i - 1, "figure|fig|table|chart|graph|box") && p_.capital(i - 1) && p_.word(i).size() <= 2) ||
         p_.ends_before(i, "fortune global") || (p_.is(i - 1, "-") && p_.is_any(i - 2, "covid")) ||
         (p_.is(i - 1, ".") && p_.is(i - 2, "no")) ||
         (p_.is(i - 1, "(") && p_.is(i + 1, ")") && p_.word(i - 2).ends_with("day")));  // "On Monday (2), they said"
    const bool unit_behind = p_.is_any(i + 1, "%|percent|per|billion|trillion|million");
    if (name_before ||
        (version && !unit_behind &&
         (p_.capital(i + 1) || p_.is_any(i + 1, "protocol|upgrade|version|era|agreement|of|negotiations") ||
          p_.capital(i - 1) || taken(i - 1) || p_.is_any(i - 1, "the|version"))))
      take(i, i + 1);
  }
}

void SentenceReader::bare_amounts() {
  // "The yuan value of exports was 2.17 trillion"
  if (contains("yuan value|value in yuan|in yuan terms|yuan terms")) d_.currency = "CNY";
  if (contains("dollar value|value in dollars|in dollar terms")) d_.currency = "USD";
  for (auto& q : parts_.quantities) {
    if (!d_.dollar.empty() && q.kind == QuantityKind::money && p_.is(p_.is(q.first, "-") ? q.first + 1 : q.first, "$"))
      q.unit = d_.dollar;
    name_money(q);
    if (q.kind == QuantityKind::money) d_.currency = q.unit;
    if (q.kind != QuantityKind::count || !q.noun.empty() || q.number.scale < 6 || d_.currency.empty()) continue;
    if (const std::string_view who = people_counted(q); !who.empty()) {
      q.noun = q.unit = who;
      continue;
    }
    q.kind = QuantityKind::money;
    q.unit = d_.currency;
  }
}

// "a population of 12 million", "Nine million Koreans visited", "lift tourist arrivals to 15 million": what is counted
// in millions, and is no money; empty where nothing says so.
std::string_view SentenceReader::people_counted(const Quantity& q) const {
  if (p_.ends_before(q.begin, "population of")) return "people";
  std::size_t who = q.end;
  while (p_.capital(who) && who < q.end + 3) ++who;
  if (who > q.end && p_.can(who, use::verb | use::auxiliary)) return "people";
  for (const auto& other : parts_.quantities)
    if (other.kind == QuantityKind::money) return {};
  for (std::size_t i = q.begin; i-- > p_.begin();)
    if (p_.is_any(i, "people|visitors|tourists|arrivals|passengers|travellers|travelers|visits|trips|exchanges") &&
        !p_.is_any(i - 1, "trade|commercial"))
      return p_.word(i);
  return {};
}

// "80 billion kroner", "Rs 1.3 trillion": whose, of those whose money goes by that name.
void SentenceReader::name_money(Quantity& q) {
  // "414 kroner"; but pounds may be weighed
  const bool counted = q.kind == QuantityKind::count && q.noun == q.unit &&
                       (q.number.scale >= 6 || !p_.is_any(q.end - 1, "pounds|pound|crowns|crown|sh|shs"));
  if (q.kind != QuantityKind::money && !counted) return;
  std::size_t at = q.first;
  while (at < q.end && !(p_.is_word(at) && shared_money(p_.word(at)))) ++at;
  // "$3 million, or Rs 500 million": the second is told in them
  const bool second = q.also && at > q.first && !p_.is(at, "(") && [&] {
    for (std::size_t i = q.first; i < at; ++i)
      if (p_.is_any(i, "(|or|/|to")) return true;
    return false;
  }();
  std::string& unit = second ? q.also->unit : q.unit;
  // "Egyptian pounds", "pounds sterling" are nobody else's.
  if (at == q.end || (at > q.first && p_.capital(at - 1)) || p_.is(at + 1, "sterling")) return;
  const auto is_of = [&](const EconomyCode& economy) {
    const Economy* one = lexicon_.world().economy(economy);
    if (one && !counted && one->currency == unit) return true;
    const std::string_view own = own_money(p_.word(at), economy, lexicon_.world());
    if (own.empty()) return false;
    q.kind = QuantityKind::money;
    unit = own;
    return true;
  };
  if (is_of(d_.who.reporter) || is_of(d_.who.main) || is_of(d_.about.last.subject())) return;
  for (const auto& party : parts_.parties)
    if (!party.anaphor && is_of(party.name.code)) return;
}

void SentenceReader::advance(std::size_t to) {
  for (; next_event_ < events_.size() && events_[next_event_].at < to; ++next_event_) {
    const Event& event = events_[next_event_];
    if (event.kind == Event::rank)
      rank(parts_.ranks[event.index]);
    else if (!measures_read_.contains(event.at))
      measure(measures_[event.index]);
  }
}

bool SentenceReader::verbless() const {
  return std::ranges::all_of(clauses_.all, [](const Clause& clause) { return clause.verb == Clause::none; });
}

bool SentenceReader::heading() const {
  return p_.end() - p_.begin() <= 16 && !p_.is_any(p_.end() - 1, ".|?|!|;|,|\"") && verbless();
}

// What the sentences that follow may go back to.
void SentenceReader::remember() {
  // "At the end of 2023", "Report on trade in May and five months of 2024"
  const bool is_heading = parts_.quantities.empty() && !parts_.periods.empty() && heading();
  if (is_heading) {
    const PeriodMention& told = parts_.periods.back();
    const bool in_it = told.role == PeriodRole::when && told.period.first != told.period.last;
    if (told.period.known() && (in_it || told.role == PeriodRole::until)) d_.tell_time(told.period, Telling::heading);
    if (headline()) d_.when.of_title = true;
  }
  if (!headline() && parts_.quantities.empty() && p_.begin() > 0 && heading()) {
    const bool goods = contains("goods|merchandise"), services = contains("services");
    d_.section = goods == services ? "" : goods ? "goods_trade" : "services_trade";
  }
  d_.about.only_titled = headline() && d_.about.first.known();
  // "Japan tops investors in Kenya", above a text on all that came in
  if (Series& first = d_.about.first; d_.about.only_titled && !parts_.ranks.empty() && first.flow == "inward" &&
                                      first.is_pair() && parts_.quantities.empty())
    first.partners = d_.about.last.partners = d_.about.topic.partners = {world_total};
  // "Guangxi, which borders Vietnam, has benefited. The region's trade rose": until a bloc is named alone
  if (!d_.who.provinces.empty()) {
    const Provinces::value_type* named = nullptr;
    for (std::size_t i = p_.begin(), end = i; i < p_.end(); ++i)
      if (const auto* found = p_.capital(i) ? province_at(d_.who.provinces, p_, i, end) : nullptr;
          found && (!named || found->first == d_.about.last.region))  // "KUNMING -- Yunnan's trade rose"
        named = found;
    const bool bloc =
        std::ranges::any_of(parts_.parties, [](const auto& party) { return party.name.bloc && !party.anaphor; });
    if (named)
      d_.who.province = named->first;
    else if (bloc)
      d_.who.province.clear();
  }
  if (headline() && parts_.quantities.empty())
    d_.counts_both =
        std::ranges::any_of(measures_, [](const MeasureMention& m) { return m.measure == "goods_and_services_trade"; });
  // "Three countries contributed most to the surplus in February": when the figures that follow are about.
  if (std::ranges::all_of(parts_.quantities, [](const Quantity& q) { return q.kind == QuantityKind::count; })) {
    const auto is_when = [this](const PeriodMention& period) {
      return !of_a_base(period, nullptr) && period.role == PeriodRole::when && period.period.known() &&
             !p_.is_any(period.begin - 2, "signed|ratified|concluded|proposed|inked") &&
             period.period.first != period.period.last;
    };
    if (!is_heading && (!measures_.empty() || !d_.when.period.known()) &&
        std::ranges::count_if(parts_.periods, is_when) == 1 &&
        (!d_.when.period.known() || tells_time(std::ranges::find_if(parts_.periods, is_when)->begin, nullptr))) {
      d_.tell_time(std::ranges::find_if(parts_.periods, is_when)->period, Telling::front);
      if (headline()) d_.when.of_title = true;
    }
    if (!measures_.empty() && clauses_[clauses_.at(measures_.front().head)].link != Link::cause &&  // "Trade has grown"
        result_.statements.size() == statements_before_) {
      const Scope& scope = scopes_[clauses_.at(measures_.front().head)];
      const Series& about = scope.subject.known() ? scope.subject : scope.topic;
      // ... "Peru and Chile want to reduce their bilateral trade deficit", before any figure
      const bool of_two = measures_.front().bilateral && about.is_pair() && !d_.about.first.known();
      const bool by_name = of_two || !measures_.front().subjects.empty() || !measures_.front().partners.empty();
      if (of_two && d_.who.two) d_.about.first = about;
      // "Exports of machines did better. They rose 5 percent"
      if (!measures_.front().product.empty() && about.known() && !scope.of_rank)
        d_.about.said = about, d_.about.paragraph = d_.paragraph;
      // "Imports were less volatile. They rose 5 percent": of the same two, and the other flow
      if (const Clause& here = clauses_[clauses_.at(measures_.front().head)];
          (scope.subject.known() || p_.is(p_.before_the(measures_.front().begin) - 1, "that")) &&
          here.link == Link::main && !scope.of_rank && is_trade_flow(about.flow) && is_trade_flow(d_.about.last.flow) &&
          about.product.empty() && (d_.about.last.product.empty() || about.flow != d_.about.last.flow) &&
          about.subjects == d_.about.last.subjects && about.partners == d_.about.last.partners)
        d_.about.last = about;
      // "Investment went mainly to services": from now on of investment, with nobody in particular.
      const bool turns = about.measure.starts_with("investment") && !d_.about.last.measure.starts_with("investment");
      // "b) Imports.": a heading, the subject of what follows.
      constexpr std::size_t longest_heading = 6;
      const bool heads =
          p_.begin() > 0 && p_.end() - p_.begin() <= longest_heading && measures_.size() == 1 && verbless();
      if (about.known() &&
          (about.is_pair() || about.partner() == world_total || (turns && named_party(about.subject()))) &&
          !scope.of_rank && (by_name || turns || heads) &&
          !(headline() && (about.flow == "exports" || about.flow == "imports"))) {
        d_.count_together(about);
        d_.about.last = about;
        if (!by_name) d_.about.last.partners = {world_total};
        if (!d_.about.topic.known() || heads) d_.about.topic = d_.about.last;
      }
    }
  }
  // "Trade came to $9 billion, exports to $5 billion and imports to $4 billion. Cars rose 3 percent": of both
  const auto of_flow = [this](std::string_view flow) {
    const Series& topic = d_.about.topic;
    return std::ranges::any_of(std::span(result_.statements).subspan(statements_before_), [&](const Statement& one) {
      return one.flow == flow && one.measure == topic.measure && one.subject == topic.subject() &&
             one.partner == topic.partner() && one.product == topic.product;
    });
  };
  if (d_.about.topic.flow == "trade" && is_trade_flow(d_.about.last.flow) &&
      d_.about.last.partners == d_.about.topic.partners && of_flow("exports") && of_flow("imports"))
    d_.about.last = d_.about.topic;
  if (const Period span = span_told(); span.known()) d_.when.told_last = span;
  // "The surplus rose from $4 billion in May to $5 billion in June": so were the figures that follow
  if (const Period& now = d_.when.period;
      last_base_.known() && now.known() && last_base_.last < now.first && last_base_ == period_before(now))
    d_.when.compared = now, d_.when.base = last_base_;
  // "Private enterprises have become the main driving force. Their foreign trade ...".
  std::vector<EconomyCode> who;
  for (std::size_t c = 0; c < clauses_.size() && who.empty(); ++c) {
    if (clauses_[c].link != Link::main) continue;
    who = own_agents(c);
    if (std::string firms = traders_of(c); !firms.empty())
      d_.traders = std::move(firms);
    else if (!who.empty())
      d_.traders.clear();
  }
  d_.goods_before = parts_.quantities.empty() ? theme(true) : std::string();
  if (parts_.quantities.empty()) d_.theme = measures_.empty() ? theme(false) : std::string();
  if (who.size() > 1) d_.enumerate(who);
  d_.who.between = between_;
  if (last_percent_) d_.last_share_said = last_percent_ == StatementKind::share;
  const bool ranked = std::ranges::any_of(parts_.ranks, [](const RankMention& rank) { return !rank.ranks.empty(); });
  // "China took 66 percent of them": told as somebody's partner, not whom the text is about now.
  const bool as_partner = who.size() == 1 && d_.spoken_of_here() && d_.about.said.partner() == who.front() &&
                          d_.about.said.subject() != who.front() && !d_.about.said.two_sided;
  // "The US took 34.2 percent of Japan's exports, China 23.2 percent": each as Japan's partner.
  const auto told = std::span(result_.statements).subspan(statements_before_);
  const bool of_another = who.size() == 1 &&
                          std::ranges::any_of(told, [&](const Statement& s) { return s.partner == who.front(); }) &&
                          std::ranges::none_of(told, [&](const Statement& s) { return s.subject == who.front(); });
  d_.who.agent_only_named = result_.statements.size() == statements_before_;
  d_.who.agent = who.size() == 1 && !ranked && !as_partner && !of_another ? who.front() : EconomyCode{};
  for (const auto& party : parts_.parties) d_.name(party);
  // "ASEAN overtook the EU to become China's largest partner. Sales to the bloc ...": the one that the figures were of
  for (const Statement& one : told) {
    const bool of_bloc = named_party(one.subject) && lexicon_.is_bloc(one.subject);
    if (of_bloc != (named_party(one.partner) && lexicon_.is_bloc(one.partner)))
      d_.who.bloc = of_bloc ? one.subject : one.partner;
  }
  for (const auto& period : parts_.periods)
    if (period.role == PeriodRole::since && period.period.known() && !period.period.is_year())
      d_.when.began = period.period.first;
  for (const Statement& one : told)
    if (one.kind == StatementKind::milestone && one.period.known() && one.period.day_count() <= 31 &&
        (one.measure == "in_force" || one.measure == "launched"))
      d_.when.began = one.period.first;
  // "the first anniversary of its entry into force on 1 February 2020", "1 February marks the first anniversary of it"
  for (std::size_t i = p_.begin(); i < p_.end(); ++i)
    if (const auto nth = p_.is(i + 1, "anniversary") && p_.is(i + 2, "of") ? ordinal_word(p_.word(i)) : std::nullopt)
      for (const auto& period : parts_.periods)
        if (period.period.known() && period.period.day_count() <= 31)
          if (const Date then = period.period.first - std::chrono::years{*nth}; then.ok()) d_.when.began = then;
  for (const auto& period : parts_.periods)
    if (period.period.known() && !period.year_assumed &&
        (period.role == PeriodRole::when || period.role == PeriodRole::until))
      d_.when.year = period.period.last_year();
}

// The first line of a text, without a full stop.
bool SentenceReader::headline() const { return p_.begin() == 0 && !p_.is_any(p_.end() - 1, ".|:|\"|!|?"); }

void SentenceReader::unread() {
  for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
    if (!p_.is_number(i) || taken(i) || parts_.is(i, PartKind::quantity) || parts_.is(i, PartKind::party)) continue;
    if (p_.is(i + 1, "-") && p_.is_any(i + 2, "month|year|week|day|quarter|nation|member|country"))
      continue;  // "in the 5-month period": no quantity
    const bool in_name =
        std::ranges::any_of(measures_, [i](const MeasureMention& m) { return i >= m.begin && i < m.end; });
    if (!in_name) report(i);
  }
  for (const auto& q : parts_.quantities)
    if (q.kind == QuantityKind::count && q.noun.empty() && !q.spelled && !stated(q) && !count_is_nothing(q))
      report(q.first);
}

void SentenceReader::report(std::size_t i) {
  // "2. The Ministers welcomed": a paragraph's; "ASEAN-6": a name's
  if (i == p_.begin() && p_.is_any(i + 1, ".|)") && p_.word(i).size() <= 2) return;
  if (p_.is(i - 1, "-") && party_ending_at(parts_.parties, i - 1)) return;
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

void read_sentence(std::string_view text, const Phrase& sentence, std::vector<PartyMention> parties,
                   const Lexicon& lexicon, Discourse& discourse, ArticleReading& result) {
  SentenceReader(text, sentence, std::move(parties), lexicon, discourse, result).run();
}

}  // namespace tradewind
