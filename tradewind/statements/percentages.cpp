// Percentages: growth, shares or rates.
#include <algorithm>
#include <initializer_list>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// Whether the text has said how much this is, a sentence ago at most.
bool SentenceReader::level_said_of(const Statement& statement) const {
  const std::size_t from = statements_before_ > 6 ? statements_before_ - 6 : 0;
  return std::ranges::any_of(std::span(result_.statements).subspan(from), [&](const Statement& other) {
    return other.kind == StatementKind::level && other.subject == statement.subject &&
           other.partner == statement.partner && other.flow == statement.flow && other.product == statement.product &&
           other.period == statement.period;
  });
}

// "in dollar terms", else the currency that the sentence, or the text before it, counts in.
std::string SentenceReader::growth_currency() const {
  if (contains("dollar terms|dollar denominated|terms of dollars|terms of the dollar")) return "USD";
  if (contains("yuan terms|yuan denominated|rmb terms|renminbi terms")) return "CNY";
  for (const auto& other : parts_.quantities)
    if (other.kind == QuantityKind::money) return other.unit;
  return d_.currency;
}

// "GDP growth was 3.5 percent. It is projected to accelerate to 4 percent", "Growth slowed to 3 percent": of the same;
// and so is "Growth in the region", whatever stands between, within a page.
void SentenceReader::grows_again(Statement& statement, std::size_t head) const {
  const PartyMention* there = p_.match(head, "growth in") ? party_named_at(p_, parts_.parties, head + 2) : nullptr;
  const bool alone =
      p_.is(head, "growth") ? carries_clause(parts_, head + 1) : p_.is(head, "it") && statement.measure.empty();
  if (!there && !alone) return;
  const auto told = told_lately(there ? 30 : 1);
  const auto grown = std::find_if(told.rbegin(), told.rend(), [](const Statement& one) {
    return one.measure == "gdp" && one.kind == StatementKind::growth;
  });
  if (grown == told.rend()) return;
  statement.measure = "gdp", statement.subject = there ? resolve(*there, false) : grown->subject;
  statement.partner = {}, statement.flow.clear();
}

void SentenceReader::percent(Statement& statement, const Quantity& q, const DirectionFound& direction,
                             bool share_before, std::size_t& end) {
  const std::size_t behind = q.end;
  grows_again(statement, clauses_[clauses_.at(q.begin)].begin);
  // "cars, subject to a 35 percent tariff, and machinery (up to 18 percent)"
  // "a tariff of 19 percent on Peru and 20 percent on Chile", "while those from Chile face 20 percent"
  const bool of_duty = of_a_duty(q) || (last_percent_ == StatementKind::rate &&
                                        (p_.is_any(q.begin - 1, "(|face|faces|faced|facing|pay|pays|paid") ||
                                         (p_.is(q.end, "on") && p_.is_any(q.begin - 1, "and|,|while"))));
  const std::size_t duty = p_.is_any(behind, "baseline|import|additional|punitive") ? behind + 1 : behind;
  if (of_duty || p_.is_any(duty, "tariff|tariffs|duty|duties|levy|levies|tax")) {
    last_percent_ = statement.kind = StatementKind::rate;
    statement.rule = "rate";
    levied_by(statement, q);
    if (of_duty) statement.flow.clear();
    return;
  }
  const bool of =
      p_.is(behind, "of") && !p_.ends_before_any(q.begin, "than the|than") && !p_.is_any(behind + 1, "growth|increase");
  const bool fraction_of = of && q.spelled && !direction.amount;  // "more than half of Cambodia's exports"
  const bool or_of =
      of && p_.is_any(q.begin - 1, "or|to");  // "up 9 percent, or 6 percent of the total", "down to 6 percent of it"
  const bool again = !share_before && !of && direction.direction == Direction::none &&
                     last_percent_ == StatementKind::share && statement.measure != "gdp";
  const bool share_of_before =
      is_base(q) && (last_percent_ ? last_percent_ == StatementKind::share
                                   : d_.last_share_said && (direction.direction == Direction::none ||
                                                            // "That is down from a peak of 22 percent in 2018"
                                                            p_.ends_before_any(base_begin(q), "down from|up from")));
  // "19.9 percent share"; "represents a 19.94 percent increase" is none
  const bool so_called =
      p_.can(behind, use::share_noun) || (p_.is(behind, "market") && p_.can(behind + 1, use::share_noun));
  // "with more than half the increase from exports of phones"
  if (so_called || (q.spelled && p_.is(behind, "the") && p_.can(behind + 1, use::change_noun))) share_before = true;
  // "Italy was the leading market with 38 percent, Spain came next with 19": of what they are ranked in
  if (!share_before && direction.direction == Direction::none && p_.is_any(q.begin - 1, "with|at|-") &&
      scopes_[clauses_.at(q.begin)].of_rank)
    share_before = true;
  // "took the biggest slice, 32 percent", "Of the total, 64 percent was fruit", "Japan took 19 percent"
  if (!share_before && direction.direction == Direction::none && takes_a_part(q)) share_before = true;
  // "China's share rose to 14 percent, that of Japan fell to 3 percent"
  const std::size_t mark = p_.is_any(q.begin, "below|above") ? q.begin : q.begin - 1;  // "fell below 50 percent"
  if (last_percent_ == StatementKind::share && p_.is_any(mark, "to|below|above") && p_.can(mark - 1, use::direction) &&
      statement.measure != "gdp")
    share_before = true;
  // "Oil made up 29 percent of exports. That fell to 23 percent in 2020": the share, too
  if (const std::size_t that = clauses_[clauses_.at(q.begin)].begin;
      !last_percent_ && d_.last_share_said && statement.measure != "gdp" && p_.is_any(mark, "to|below|above") &&
      p_.can(mark - 1, use::direction) && p_.is_any(that, "this|that|it") && that + 1 == mark - 1)
    share_before = true;
  // "rose from 23 percent of total trade in 1995 to 68 percent"
  const bool from_of = of && p_.is(q.begin - 1, "from");
  if (const Quantity* from = parts_.before(q);
      from_of || (from && from->kind == q.kind && last_percent_ == StatementKind::share && p_.is(q.begin - 1, "to") &&
                  p_.is(from->begin - 1, "from")))
    share_before = true;
  // "By type, 52 percent were reinvested profits, 39 percent new investments": what the figure itself is said to be
  const std::string is = share_before || direction.direction == Direction::none ? what_it_is(q) : std::string();
  if (!is.empty()) share_before = true;
  // "has a large share, fell 5 percent"
  if (direction.adjacent && direction.amount && !so_called && mark != q.begin && !p_.is(behind, "the"))
    share_before = false;
  const bool negative =
      q.number.digits.starts_with('-');  // "More went to Chile (8 percent), less to Peru (-3 percent)"
  // "less than half of the 2019 level": of what it was then
  if (const std::size_t then = p_.skip_the(q.end + 1);
      of && parts_.is(then, PartKind::period) && p_.is_any(parts_.behind(then), "level|levels")) {
    statement.kind = StatementKind::comparison;
    statement.rule = "comparison";
    return;
  }
  if (!negative && (share_before || (of && !direction.adjacent) || fraction_of || or_of || again || share_of_before)) {
    last_percent_ = statement.kind = StatementKind::share;
    statement.rule = "share";
    if (share_of_before && !last_share_ && !share_before && !of) return;
    if (share_of_before && last_share_) {
      statement.subject = last_share_->subject, statement.partner = last_share_->partner;
      statement.flow = last_share_->flow, statement.measure = last_share_->measure;
      statement.product = last_share_->product;
      return;
    }
    if (again && p_.is(q.begin - 1, "(")) statement.doubtful = true;  // of what is not said
    // "80 percent of the projects", of those just counted
    if (const std::size_t thing = p_.skip_the(q.end + 1);
        of && !d_.counted.noun.empty() && p_.is(thing, d_.counted.unit) && !p_.can(thing, use::goods)) {
      statement.measure = d_.counted.of.measure, statement.product = d_.counted.of.product;
      statement.subject = d_.counted.of.subject();
      statement.flow.clear(), statement.partner = {};
      return;
    }
    // "10 square kilometres, or 72 percent of the area", "200 firms, or 5 percent": of what was counted
    if (const Quantity* before = parts_.before(q); before && p_.is(q.begin - 1, "or") &&
                                                   before->kind == QuantityKind::count && q.begin - before->end <= 2 &&
                                                   !d_.counted.noun.empty() && d_.counted.noun == before->noun) {
      of_series(statement, d_.counted.of);
      return;
    }
    // "60 percent of Chinese firms in Peru have raised wages": of their number
    if (const std::size_t firms = of ? noun_phrase_end(parts_, p_.skip_the(q.end + 1)) : 0;
        firms != 0 && p_.can(firms - 1, use::traders) && !p_.can(firms - 1, use::goods)) {
      std::size_t does = firms;
      if (p_.is(firms, "in")) party_list_at(p_, parts_.parties, firms + 1, does);
      if (p_.can(does, use::auxiliary) || carries_clause(parts_, does)) {
        statement.measure = p_.word(firms - 1);
        statement.product.clear(), statement.flow.clear(), statement.partner = {};
        for (const auto& party : parts_.parties)
          if (party.begin > q.end && party.end < firms) statement.subject = resolve(party, true);
        return;
      }
    }
    // "About 30 percent of the 2,500 booths": of things counted
    if (const Quantity* all = of ? parts_.quantity_at(p_.skip_the(q.end + 1)) : nullptr;
        all && all->kind == QuantityKind::count && !all->noun.empty() &&
        !p_.can(all->end - 1, use::company | use::place)) {
      statement.measure = all->unit, statement.product = all->noun == all->unit ? "" : all->noun;
      statement.flow.clear(), statement.partner = {};
      if (!event_here().empty()) statement.subject = event_here();
      return;
    }
    share_base(statement, q, end);
    // "Its market share shrank to 57 percent": a supplier's, in a text on what another imports
    if (const Series& first = d_.about.first; d_.about_goods() && first.flow == "imports" &&
                                              named_party(statement.subject) && statement.subject != first.subject() &&
                                              contains("market share|share of the market")) {
      statement.partner = statement.subject, statement.subject = first.subject();
      statement.flow = first.flow;
    }
    // "70 percent of China's exports to ASEAN were intermediate goods"
    if (const std::size_t goods =
            p_.can(end, use::be) && statement.product.empty() ? noun_phrase_end(parts_, end + 1) : 0;
        goods > end + 1 && p_.can(goods - 1, use::goods) && !parts_.party_at(goods - 1))
      if (const std::string product = noun_words(parts_, end + 1, goods); !generic_goods(product))
        statement.product = product;
    // "ASEAN's share of China's foreign trade rose to 15.8 percent", "The share of the EU in exports was 43 percent"
    for (std::size_t i = clause_begin(q.begin); i < q.begin; ++i) {
      const PartyMention* next_one = party_ending_at(parts_.parties, q.begin);  // "and Russia's 30 percent"
      if (!p_.can(i, use::share_noun) || (next_one && next_one->possessive)) continue;
      // "oil's share of total exports"
      if (p_.is_any(i - 1, "'s|'") && p_.can(i - 2, use::goods | use::traders) && statement.product.empty() &&
          parts_.owner(i - 2).kind == PartKind::none)
        statement.product = noun_words(parts_, goods_begin(parts_, clauses_, i - 1), i - 1);
      const PartyMention* owner = party_ending_at(parts_.parties, i);
      const PartyMention* holder = p_.is(i + 1, "of") ? party_named_at(p_, parts_.parties, i + 2) : nullptr;
      // "the share of Chilean goods in Peru's imports", "of Asian countries in its trade"
      const std::size_t group = p_.is(i + 1, "of") ? noun_phrase_end(parts_, i + 2) : i;
      const bool goods = holder && group == holder->end + 1 && p_.is_any(holder->end, "goods|products");
      if (!holder && group > i + 2 && p_.is(group, "in") && p_.can(group - 1, use::company) &&
          p_.word(group - 1).ends_with('s')) {
        statement.partner = unnamed_party;
        continue;
      }
      // "the share of farm goods in total exports"
      if (!holder && group > i + 2 && p_.is(group, "in") && p_.can(group - 1, use::goods) && statement.product.empty())
        statement.product = noun_words(parts_, i + 2, group);
      // "The share of the CIS countries was 12 percent"
      const std::size_t holds = p_.can(group - 1, use::company) ? group : holder ? holder->end : group;
      if (holder && (p_.is(goods ? group : holder->end, "in") || carries_clause(parts_, holds)))
        owner = holder;
      else if (!owner)
        continue;
      if (const EconomyCode code = resolve(*owner, true); !code.empty() && code != statement.subject)
        statement.partner = code;
    }
    // ... "and that of APEC countries 27 percent"
    const std::size_t at = clauses_.at(q.begin);
    if (const std::size_t that = clauses_[at].begin + (p_.is(clauses_[at].begin, "and") ? 1U : 0U);
        last_share_ && p_.match(that, "that of"))
      if (const PartyMention* next = party_named_at(p_, parts_.parties, that + 2); next && !next->possessive) {
        const EconomyCode code = resolve(*next, true);
        statement.subject = last_share_->subject, statement.flow = last_share_->flow;
        statement.measure = last_share_->measure, statement.product = last_share_->product;
        statement.partner = code;
      }
    // "Most of it went to Brazil, which took 82 percent of the total"
    const Clause& here = clauses_[at];
    if (here.link == Link::relative && q.list == 0 && here.verb != Clause::none &&
        p_.can(here.verb, use::buy | use::compose) && is_trade_flow(statement.flow) && own_agents(at).empty())
      if (const auto who = agents(at); who.size() == 1 && who.front() != statement.subject)
        statement.partner = who.front();
    if (!is.empty()) statement.product = is;
    last_share_ = statement;
    return;
  }
  growth_of_count(statement, q, direction);
  // "the average tariff was cut from 9.9 percent to 5.8 percent"
  std::size_t about = clauses_.at(q.begin);
  while (clauses_[about].link == Link::shared && clauses_[about].parent != Clause::none) about = clauses_[about].parent;
  const std::size_t verb = clauses_[about].verb;
  const auto [begin, tariff_end] = subject_phrase(about, clauses_[about].begin, verb == Clause::none ? q.begin : verb);
  bool of_a_rate = false;
  // "the economy contracted 6.2 percent": what it produces
  // ... "expects the region's economy to grow by 3 percent"
  std::size_t economy = q.begin;
  while (economy > clauses_[about].begin && !(p_.is(economy - 1, "economy") && p_.is(economy, "to"))) --economy;
  const bool object = economy > clauses_[about].begin;
  const bool of_economy = object || (tariff_end > begin && p_.is_any(tariff_end - 1, "economy|economies"));
  if (of_economy && direction.direction != Direction::none) {
    statement.measure = "gdp";
    for (const auto& party : parts_.parties)
      if (party.begin >= (object ? clauses_[about].begin : begin) && party.end < (object ? economy : tariff_end))
        statement.subject = resolve(party, true);
    if (statement.subject.empty()) statement.subject = d_.who.main;
    statement.flow.clear();
    statement.product.clear();
    statement.partner = {};
  }
  // "China's tariff fell to 2 percent, while that of Peru fell to 3": the tariff
  const std::size_t that =
      p_.can(clauses_[about].begin, use::subordinator) ? clauses_[about].begin + 1 : clauses_[about].begin;
  const bool against =
      against_time(q) != Direction::none;  // "as tariffs rose, but were 5 percent below their level in May"
  for (std::size_t i = p_.match(that, "that of") ? p_.begin() : begin; i < tariff_end && !against; ++i)
    of_a_rate = of_a_rate || p_.is_any(i, "tariff|tariffs|duty|duties|levy|levies|inflation");
  // "the six members' average tariff on Peruvian goods shrank from 12 percent"
  const std::size_t shrank = clauses_[about].verb;
  for (std::size_t i = clauses_[about].begin; shrank != Clause::none && i < std::min(shrank, q.begin) && !against; ++i)
    of_a_rate = of_a_rate || (p_.is_any(i, "tariff|tariffs") && p_.is_any(i - 1, "average|effective|mean"));
  // "... while that of Peru on Chilean goods fell from 9 percent to 3 percent"
  of_a_rate = of_a_rate || (p_.is(begin, "that") && result_.statements.size() > statements_before_ &&
                            result_.statements.back().kind == StatementKind::rate);
  if (of_a_rate) {
    duty_between(statement, begin, q.begin);
    last_percent_ = statement.kind = StatementKind::rate;  // so "from 9.8 percent" is one
    statement.rule = "rate";
    statement.flow.clear();
    return;
  }
  // "exports rose 6.7 percent to A and 3.2 percent to B": a bare percentage goes the way of the one before.
  const bool signed_figure = q.number.digits.starts_with('-') || p_.is_any(q.begin - 1, "+|plus");
  // So do "well above the 9.5 percent for the European Union", "compared with 7.9 percent in April".
  // ... but in "fell 2 percent to $4 billion, or 11 percent" the last is a part of the whole
  const Quantity* level = p_.is(q.begin - 1, "or") ? parts_.before(q) : nullptr;
  const bool part = level && level->kind == QuantityKind::money && q.begin - level->end <= 2 &&
                    p_.is_any(level->begin - 1, "to|at") && last_change_end_ != level->end &&
                    !p_.match_any(q.end, "by volume|in volume|in real|in constant|in terms");
  if (!part && !signed_figure && direction.direction == Direction::none && last_percent_ == StatementKind::growth &&
      !compared_behind(q) && against_time(q) == Direction::none) {
    statement.kind = StatementKind::growth;
    statement.rule = "growth";
    if (last_direction_ == Direction::down) statement.value.interval = -statement.value.interval;
    growth_base(statement, q);
    return;
  }
  if (signed_figure) {
    last_percent_ = statement.kind = StatementKind::growth;
    last_direction_ = q.number.digits.starts_with('-') ? Direction::down : Direction::up;
    statement.rule = "growth";
    return;
  }
  Direction way = way_of_the_rate(q);
  // "Despite the growth, imports are 21 percent below their 2020 level"
  if (way == Direction::none && (direction.direction == Direction::none || p_.is_any(q.end, "below|above")))
    way = against_time(q);
  if (way == Direction::none && direction.direction != Direction::none) {
    way = direction.direction;
    if (direction.end > end && direction.end - end <= 6) end = direction.end;
  }
  if (way != Direction::none) {
    last_percent_ = statement.kind = StatementKind::growth;
    last_direction_ = way;
    statement.rule = "growth";
    if (way == Direction::down) statement.value.interval = -statement.value.interval;
    growth_base(statement, q);
    return;
  }
  // "$1.19 billion or 15.8 percent", "$1.07 billion (14.3 percent)": of the whole.
  for (const auto& other : parts_.quantities)
    if (other.kind == QuantityKind::money && other.end < q.begin && q.begin - other.end <= 2 &&
        p_.is_any(q.begin - 1, "or|(|-|--") && (last_change_end_ == other.end || !p_.is_any(q.begin - 1, "-|--"))) {
      if (last_change_end_ == other.end) {  // "by €3.5 billion or 36.7%", "fell by $5 billion – 9%"
        statement.kind = StatementKind::growth;
        statement.rule = "growth";
        if (last_direction_ == Direction::down) statement.value.interval = -q.value;
        return;
      }
      last_percent_ = statement.kind = StatementKind::share;
      statement.rule = "share";
      if (p_.is(q.end, ")") && p_.is(q.end + 1, "of"))
        share_base(statement, q, end);
      else
        statement.doubtful = statement.doubtful || p_.is(q.begin - 1, "(");  // of what is not said
      return;
    }
  // "plunges in exports of natural gas (69.7 percent)", "decreased, such as apparel by 14.8 percent": the way of the
  // sentence; "tobacco (20.5 percent)": a part of it.
  const bool bracketed = p_.is(q.begin - 1, "(") && (p_.is_any(q.end, ")|for") ||
                                                     (p_.is(q.end, "to") && parts_.is(q.end + 1, PartKind::quantity)));
  const bool of_flows = is_trade_flow(statement.flow) || statement.measure.starts_with("investment");
  if ((bracketed || p_.is(q.begin - 1, "by")) && of_flows) {
    for (std::size_t i = q.begin; i-- > p_.begin() && way == Direction::none;)
      if (!parts_.is(i, PartKind::quantity)) way = direction_of(p_, i);
    // "Exports of ships (15 percent) and steel (7 percent) also rose": the way of a verb to come.
    const std::size_t around = clauses_[clauses_.at(q.begin)].parent;
    const std::size_t before = around == Clause::none ? Clause::none : clauses_[around].verb;
    std::size_t told = q.end;
    while (p_.inside(told) && told < q.end + 40 && !carries_clause(parts_, told)) ++told;
    if (way == Direction::none && bracketed && (before == Clause::none || before >= told) && p_.inside(told)) {
      // "Fuels (113 percent) and chips (64 percent) led the rise"
      // ... "recorded the highest growth rates"
      std::size_t what = p_.skip_the(told + 1);
      while (what < told + 4 && (p_.can(what, use::adjective) || p_.word(what).ends_with("est"))) ++what;
      way = direction_of(p_, told);
      if (way == Direction::none && p_.can(what, use::change_noun)) way = direction_of(p_, what);
    }
    // "Shipments of grapes (58%) and mangoes (44%) recorded the highest growth rates", "Melons (52%) did well"
    if (way == Direction::none && bracketed &&
        contains("growth rates|growth rate|rates of growth|highest growth|strongest growth|fastest growth|did well|"
                 "fared well|performed well|did better|fared better"))
      way = Direction::up;
    if (way != Direction::none) {
      last_percent_ = statement.kind = StatementKind::growth;
      last_direction_ = way;
      statement.rule = "growth";
      if (way == Direction::down) statement.value.interval = -statement.value.interval;
      return;
    }
    if (bracketed) {
      last_percent_ = statement.kind = StatementKind::share;
      statement.rule = "share";
      return;
    }
  }
  // "Intra-African trade stands at 15 percent": of all its trade
  const std::size_t stands = clauses_[clauses_.at(q.begin)].verb;
  if (of_flows && named_party(statement.subject) && statement.subject == statement.partner && stands != Clause::none &&
      (p_.can(stands, use::be) || p_.is_any(stands, "stands|stood|hovers|hovered|averages|averaged"))) {
    last_percent_ = statement.kind = StatementKind::share;
    statement.rule = "share";
    return;
  }
  // "followed by nine percent for longans", "China, 11.4 percent" behind "or 17.7 percent of total exports"
  const bool of_a_part = (p_.is_any(q.end, "for|from|to|in") && p_.is_word(q.end + 1)) || p_.is(q.begin - 1, "or");
  if (of_flows && !compared_behind(q) && (of_a_part || d_.last_share_said)) {
    last_percent_ = statement.kind = StatementKind::share;
    statement.rule = "share";
    statement.doubtful = true;  // of what is not said
    return;
  }
  // "Economists had penciled in 5.6 percent", "the pace was 15.1 percent": of a flow, and no tariff or interest.
  if (of_flows && !compared_behind(q) && !near_a_rate(q)) {
    last_percent_ = statement.kind = StatementKind::growth;
    statement.rule = "growth";
    statement.doubtful = true;  // up or down is not said
    growth_base(statement, q);
    return;
  }
  // "The US set a tariff of 10 percent. Cambodia was hit with the highest rate at 49 percent": by the same
  if (statement.subject.empty() && !parts_.parties.empty() && !contains("interest|inflation|unemployment|utilization"))
    statement.subject = d_.who.levies;
  statement.kind = compared_behind(q) ? StatementKind::comparison : StatementKind::rate;
  statement.rule = "rate";
}

// "Export growth slowed to 3 percent from 5 percent", "the decline in imports eased to 2 percent": up or down by the
// noun; "rose 8 percent, slowing from 9 percent": as before.
Direction SentenceReader::way_of_the_rate(const Quantity& q) const {
  const Clause& clause = clauses_[clauses_.at(q.begin)];
  const std::size_t before = p_.before_the(q.begin) - 1;
  const std::size_t verb = clause.verb != Clause::none       ? clause.verb
                           : clause.link == Link::participle ? clause.begin
                           : p_.can(before - 1, use::gerund) ? before - 1  // a headline's
                                                             : Clause::none;
  // "grew by 6 percent, down from 8 percent": as before
  if (p_.is(before, "from") && p_.is_any(before - 1, "up|down") && last_percent_ == StatementKind::growth &&
      !p_.can(q.end, use::change_noun))
    return last_direction_;
  if (verb == Clause::none || verb > q.begin || !p_.is_any(before, "to|from")) return Direction::none;
  // "The fall was in contrast to the 2 percent growth in March"
  if (p_.is_any(before - 1, "contrast|compared|comparison")) return Direction::none;
  // "The forecast was cut to 2 percent"
  if (revised(q)) return q.number.digits.starts_with('-') ? Direction::none : Direction::up;
  // "Export growth is seen easing to 1 percent"
  const bool hangs = clause.link == Link::participle && clause.parent != Clause::none && verb == clause.begin;
  for (std::size_t i = hangs ? clauses_[clause.parent].begin : clause.begin; i < verb; ++i)
    if (p_.is(i, "growth") || (p_.can(i, use::change_noun) && !p_.can(i, use::value_noun)))
      if (const Direction way = direction_of(p_, i); way != Direction::none) return way;
  const bool of_pace = std::ranges::any_of(
      std::initializer_list<std::string_view>{"slow", "accelerat", "eas", "quicken", "moderat", "cool", "deepen"},
      [&](std::string_view stem) { return p_.word(verb).starts_with(stem); });
  return of_pace && last_percent_ == StatementKind::growth ? last_direction_ : Direction::none;
}

// "grew at an average annual rate of 5 percent": of several years, not of the last one; but neither "Exports averaged
// $5 million a day, up 3 percent" nor the last of "rose by an average of 5 percent until 2012, and by 3 percent in
// 2013".
bool SentenceReader::average_of_years(const Quantity& q, const PeriodMention* period) const {
  constexpr AnyOf words =
      "average annual|annual average|averaging|compound annual|averaged|a year on average|average growth|an average of";
  if (contains("a day|per day|daily")) return false;
  // "from $8 billion in 1991 to $472 billion in 2015, growing by 18.5 percent annually"
  if (p_.match_any(q.end, "annually|a year|per year|per annum|every year|each year|on average") &&
      !p_.is_any(q.end + 2, "earlier|ago|before") && span_told().known())
    return true;
  // "with an annual growth rate of 18.5 percent since 1991"
  if (p_.ends_before_any(q.begin, "annual growth of|annual growth rate of|annual rate of|yearly growth of"))
    for (const auto& since : parts_.periods)
      if (since.role == PeriodRole::since && since.period.is_year() && since.begin >= q.end) return true;
  // nor "rose 10 percent, 4 points faster than the average growth of all trade"
  std::size_t said = p_.begin();
  while (p_.inside(said) &&
         (!p_.match_any(said, words) ||
          p_.is_any(p_.before_the(said) - 1, "than|above|below|national|nationwide|provincial|global")))
    ++said;
  if (!p_.inside(said)) return false;
  const Clause& clause = clauses_[clauses_.at(q.begin)];
  if (!period || !period->period.known() || period->period.first_year() != period->period.last_year() ||
      period->begin < clause.begin || period->begin >= clause.end)
    return true;
  for (std::size_t i = clause.begin; i < clause.end; ++i)
    if (p_.match_any(i, words)) return true;
  return false;
}

void SentenceReader::growth_base(Statement& statement, const Quantity& q) const {
  const std::size_t clause = clauses_[clauses_.at(q.begin)].begin;
  for (const auto& period : parts_.periods) {
    // "Month on month, exports fell 2 percent"
    const bool in_front = period.end < q.begin && period.begin <= clause + 1 && period.begin >= clause &&
                          !period.period.known() && period.years_back == 0;
    const bool behind = period.begin >= q.end && period.begin <= q.end + 5;
    if (period.role != PeriodRole::base || !(in_front || behind)) continue;
    // "In May exports rose 3 percent on the month. The deficit narrowed to $2 billion from $3 billion": since April
    if (!period.period.known() && statement.period.known() && !statement.period.open_start) {
      d_.when.compared = statement.period;
      d_.when.base =
          period.years_back > 0 ? statement.period.years_before(period.years_back) : period_before(statement.period);
    }
    if (period.period.known()) {
      if (!statement.period.known() || statement.period.years_before(1) != period.period)
        statement.compared_with = period.period;
    } else if (period.years_back == 0 && statement.period.known()) {
      // Month on month: the month before, whatever it is; never a year before.
      statement.compared_with = period_before(statement.period);
    }
    return;
  }
}

}  // namespace tradewind
