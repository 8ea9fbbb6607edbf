// Growth and shares, and what each is taken of.
#include <algorithm>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {
namespace {

/// A measure that trade and investment statistics have; anything else a clause is about is a product or a thing.
bool ledger_measure(std::string_view measure) {
  return measure == "goods_trade" || measure == "services_trade" || measure == "goods_and_services_trade" ||
         measure.starts_with("investment") || measure.starts_with("contracted") || measure == "gdp" ||
         measure == "quantity";
}

}  // namespace

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
  if (contains({"dollar terms", "dollar denominated", "terms of dollars", "terms of the dollar"})) return "USD";
  if (contains({"yuan terms", "yuan denominated", "rmb terms", "renminbi terms"})) return "CNY";
  for (const auto& other : parts_.quantities)
    if (other.kind == QuantityKind::money) return other.unit;
  return d_.currency;
}

void SentenceReader::percent(Statement& statement, const Quantity& q, const DirectionFound& direction,
                             bool share_before, std::size_t& end) {
  const std::size_t behind = q.end;
  // "GDP growth was 3.5 percent. It is projected to accelerate to 4 percent": of the same
  if (statement.measure.empty() && p_.is(p_.begin(), "it") && !result_.statements.empty() &&
      result_.statements.back().measure == "gdp" && result_.statements.back().kind == StatementKind::growth)
    statement.measure = "gdp", statement.subject = result_.statements.back().subject;
  const bool of_duty = of_a_duty(q);
  if (of_duty || p_.is_any(behind, {"tariff", "tariffs", "duty", "duties", "levy", "levies", "tax"})) {
    statement.kind = StatementKind::rate;
    statement.rule = "rate";
    if (of_duty) statement.flow.clear();
    if (const auto who = agents(clauses_.at(q.begin)); of_duty && who.size() == 1) statement.subject = who.front();
    return;
  }
  const bool of = p_.is(behind, "of") && !p_.ends_before_any(q.begin, {"than the", "than"}) &&
                  !p_.is_any(behind + 1, {"growth", "increase"});
  const bool fraction_of = of && q.spelled && !direction.amount;  // "more than half of Cambodia's exports"
  const bool or_of = of && p_.is(q.begin - 1, "or");              // "up 9.1 percent, or 16.6 percent of the total"
  const bool again =
      !share_before && !of && direction.direction == Direction::none && last_percent_ == StatementKind::share;
  const bool share_of_before =
      is_base(q) && (last_percent_ ? last_percent_ == StatementKind::share
                                   : d_.last_share_said && direction.direction == Direction::none);
  // "19.9 percent share"; "represents a 19.94 percent increase" is none
  if (p_.can(behind, use::share_noun) || (p_.is(behind, "market") && p_.can(behind + 1, use::share_noun)))
    share_before = true;
  // "took the biggest slice, 32 percent", "Of the total, 64 percent was fruit", "Japan took 19 percent"
  if (!share_before && direction.direction == Direction::none && takes_a_part(q)) share_before = true;
  // "China's share rose to 14 percent, that of Japan fell to 3 percent"
  if (last_percent_ == StatementKind::share && p_.is(q.begin - 1, "to") && p_.can(q.begin - 2, use::direction))
    share_before = true;
  if (direction.adjacent && direction.amount) share_before = false;  // "has a large share, fell 5 percent"
  if (share_before || (of && !direction.adjacent) || fraction_of || or_of || again || share_of_before) {
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
    share_base(statement, q, end);
    // "70 percent of China's exports to ASEAN were intermediate goods"
    if (const std::size_t goods =
            p_.can(end, use::be) && statement.product.empty() ? noun_phrase_end(parts_, end + 1) : 0;
        goods > end + 1 && p_.can(goods - 1, use::goods) && !parts_.party_at(goods - 1))
      if (const std::string product = noun_words(parts_, end + 1, goods); !generic_goods(product))
        statement.product = product;
    // "ASEAN's share of China's foreign trade rose to 15.8 percent"
    for (std::size_t i = clause_begin(q.begin); i < q.begin; ++i)
      if (const PartyMention* owner = p_.can(i, use::share_noun) ? party_ending_at(parts_.parties, i) : nullptr;
          owner && owner->possessive && resolve(*owner, true) != statement.subject && !resolve(*owner, true).empty())
        statement.partner = resolve(*owner, true);
    last_share_ = statement;
    return;
  }
  // "The investment involved 2,600 projects, up 34 percent": of what was counted just before.
  for (const auto& counted : parts_.quantities)
    if (counted.kind == QuantityKind::count && names_people_or_firms(counted) && counted.end < q.begin &&
        q.begin - counted.end <= 4 && p_.is(counted.end, ",") && direction.direction != Direction::none &&
        direction.adjacent && ledger_measure(statement.measure)) {
      statement.measure = counted.unit;
      statement.flow.clear();
      statement.product.clear();
      statement.partner = {};
    }
  // "the average tariff was cut from 9.9 percent to 5.8 percent"
  std::size_t about = clauses_.at(q.begin);
  while (clauses_[about].link == Link::shared && clauses_[about].parent != Clause::none) about = clauses_[about].parent;
  const std::size_t verb = clauses_[about].verb;
  const auto [begin, tariff_end] = subject_phrase(about, clauses_[about].begin, verb == Clause::none ? q.begin : verb);
  bool of_a_rate = false;
  // "the economy contracted 6.2 percent": what it produces
  if (tariff_end > begin && p_.is_any(tariff_end - 1, {"economy", "economies"}) &&
      direction.direction != Direction::none) {
    statement.measure = "gdp";
    for (const auto& party : parts_.parties)
      if (party.begin >= begin && party.end < tariff_end) statement.subject = resolve(party, true);
    if (statement.subject.empty()) statement.subject = d_.who.main;
    statement.flow.clear();
    statement.product.clear();
    statement.partner = {};
  }
  for (std::size_t i = begin; i < tariff_end; ++i)
    of_a_rate = of_a_rate || p_.is_any(i, {"tariff", "tariffs", "duty", "duties", "levy", "levies", "inflation"});
  if (of_a_rate) {
    statement.kind = StatementKind::rate;
    statement.rule = "rate";
    statement.flow.clear();
    return;
  }
  // "exports rose 6.7 percent to A and 3.2 percent to B": a bare percentage goes the way of the one before.
  const bool signed_figure = q.number.digits.starts_with('-') || p_.is_any(q.begin - 1, {"+", "plus"});
  // "well above the 9.5 percent for the European Union": another's growth in the same time
  const bool of_another = is_base(q) && p_.is(q.end, "for") && party_named_at(p_, parts_.parties, q.end + 1);
  if (!signed_figure && direction.direction == Direction::none && last_percent_ == StatementKind::growth &&
      !compared_behind(q) && (!is_base(q) || of_another)) {
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
  if (const Direction way = way_of_the_rate(q); way != Direction::none) {
    last_percent_ = statement.kind = StatementKind::growth;
    last_direction_ = way;
    statement.rule = "growth";
    if (way == Direction::down) statement.value.interval = -statement.value.interval;
    growth_base(statement, q);
    return;
  }
  const Direction way_of_time = against_time(q);
  if (direction.direction == Direction::none && way_of_time != Direction::none) {
    last_percent_ = statement.kind = StatementKind::growth;
    last_direction_ = way_of_time;
    statement.rule = "growth";
    if (way_of_time == Direction::down) statement.value.interval = -statement.value.interval;
    growth_base(statement, q);
    return;
  }
  if (direction.direction != Direction::none) {
    last_percent_ = statement.kind = StatementKind::growth;
    last_direction_ = direction.direction;
    statement.rule = "growth";
    if (direction.end > end && direction.end - end <= 6) end = direction.end;
    if (direction.direction == Direction::down) statement.value.interval = -statement.value.interval;
    growth_base(statement, q);
    return;
  }
  // "$1.19 billion or 15.8 percent", "$1.07 billion (14.3 percent)": of the whole.
  for (const auto& other : parts_.quantities)
    if (other.kind == QuantityKind::money && other.end < q.begin && q.begin - other.end <= 2 &&
        p_.is_any(q.begin - 1, {"or", "("})) {
      if (last_change_end_ == other.end) {  // "by €3.5 billion or 36.7%"
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
  const bool bracketed = p_.is(q.begin - 1, "(") && p_.is_any(q.end, {")", "for"});
  const bool of_flows = is_trade_flow(statement.flow) || statement.measure.starts_with("investment");
  if ((bracketed || p_.is(q.begin - 1, "by")) && of_flows) {
    Direction way = Direction::none;
    for (std::size_t i = q.begin; i-- > p_.begin() && way == Direction::none;)
      if (!parts_.is(i, PartKind::quantity)) way = direction_of(p_, i);
    // "Exports of ships (15 percent) and steel (7 percent) also rose": the way of a verb to come.
    const std::size_t around = clauses_[clauses_.at(q.begin)].parent;
    if (way == Direction::none && bracketed && around != Clause::none && clauses_[around].verb != Clause::none &&
        clauses_[around].verb > q.end)
      way = direction_of(p_, clauses_[around].verb);
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
  // "followed by nine percent for longans", "China, 11.4 percent" behind "or 17.7 percent of total exports"
  const bool of_a_part =
      (p_.is_any(q.end, {"for", "from", "to", "in"}) && p_.is_word(q.end + 1)) || p_.is(q.begin - 1, "or");
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
  statement.kind = compared_behind(q) ? StatementKind::comparison : StatementKind::rate;
  statement.rule = "rate";
}

// "Export growth slowed to 3 percent from 5 percent", "the decline in imports eased to 2 percent": up or down by the
// noun; "rose 8 percent, slowing from 9 percent": as before.
Direction SentenceReader::way_of_the_rate(const Quantity& q) const {
  const Clause& clause = clauses_[clauses_.at(q.begin)];
  const std::size_t verb = clause.verb == Clause::none && clause.link == Link::participle ? clause.begin : clause.verb;
  if (verb == Clause::none || verb > q.begin || !p_.is_any(q.begin - 1, {"to", "from"})) return Direction::none;
  for (std::size_t i = clause.begin; i < verb; ++i)
    if (p_.is(i, "growth") || (p_.can(i, use::change_noun) && !p_.can(i, use::value_noun)))
      if (const Direction way = direction_of(p_, i); way != Direction::none) return way;
  const bool of_pace = std::ranges::any_of(
      std::initializer_list<std::string_view>{"slow", "accelerat", "eas", "quicken", "moderat", "cool", "deepen"},
      [&](std::string_view stem) { return p_.word(verb).starts_with(stem); });
  return of_pace && last_percent_ == StatementKind::growth ? last_direction_ : Direction::none;
}

// "threatened a levy of 36 percent", "brought the duty on cars down to 15 percent"; not "exports hit by duties fell 5
// percent".
bool SentenceReader::of_a_duty(const Quantity& q) const {
  const std::size_t begin = clauses_[clauses_.at(q.begin)].begin;
  for (std::size_t i = q.begin; i-- > begin;) {
    if (p_.is_any(i, {"tariff", "tariffs", "duty", "duties", "levy", "levies"})) return true;
    if ((p_.can(i, use::direction) && p_.can(i, use::verb)) || p_.can(i, use::change_noun | use::share_noun) ||
        parts_.is(i, PartKind::quantity) ||
        std::ranges::any_of(measures_, [i](const MeasureMention& m) { return m.head == i; }))
      return false;
  }
  return false;
}

bool SentenceReader::near_a_rate(const Quantity& q) const {
  // "charges 15 percent on most goods"
  if (p_.is(q.end, "on") && !parts_.is(q.end + 1, PartKind::period)) return true;
  const std::size_t begin = clauses_[clauses_.at(q.begin)].begin;
  for (std::size_t i = begin; i < std::min(q.end + 4, p_.end()); ++i)
    if (p_.is_any(i, {"tariff", "tariffs", "duty", "duties", "levy", "levies", "tax", "taxes", "interest", "inflation",
                      "rate", "rates", "utilization", "unemployment", "exempt", "baseline"}))
      return true;
  return false;
}

bool SentenceReader::takes_a_part(const Quantity& q) const {
  if (compared_behind(q) || p_.is_any(q.end, {"more", "less", "higher", "lower", "above", "below", "fewer"}))
    return false;
  const std::size_t clause = clauses_.at(q.begin);
  const std::size_t opens = clauses_[clause].begin;
  const bool of_a_sum = p_.is(p_.begin(), "of") && q.begin < p_.begin() + 20;
  if (of_a_sum && (p_.can(q.end, use::be) || p_.is_any(q.end, {"came", "comes", "come", "went", "goes", "go"}) ||
                   last_percent_ == StatementKind::share))
    return true;
  if (p_.is(q.begin - 1, ","))
    for (std::size_t i = q.begin - 1; i-- > opens && q.begin - i < 12;)
      if (p_.is_any(i, {"slice", "share", "portion"})) return true;
  return p_.is_any(q.begin - 1, {"took", "takes", "take", "taking", "hold", "holds", "held", "claimed", "claims",
                                 "bought", "buys", "absorbed", "absorbs"}) ||
         (p_.ends_before_any(q.first, {"equal to", "equivalent to"}) && last_change_end_ == 0);
}

bool SentenceReader::share_cue(std::size_t from, std::size_t to) const {
  // "which represents an increase of 0.2 percent"
  const auto change_between = [&](std::size_t cue) {
    for (std::size_t i = cue + 1; i < to; ++i)
      if (p_.can(i, use::change_noun)) return true;
    return false;
  };
  // "The share of bilateral turnover in China's foreign trade widened to 15.8 percent, from 15.4 percent last year".
  if (p_.is_any(to - 1, {"to", "at", "from", "was", "is", "reached", "of", "hit", "reaching", "against", "hitting",
                         "with", "stood", "were", "at a record"}))
    for (std::size_t i = clause_begin(to); i < to; ++i)
      if ((p_.is_any(i, {"share", "proportion", "shares", "portion", "weight", "slice"}) ||
           (p_.is(i, "part") && p_.is(i - 1, "'s"))) &&
          !p_.is_any(i + 1, {"price", "prices"}) && !(p_.ends_before(to, "up from") && !p_.can(to - 3, use::verb)) &&
          !p_.ends_before_any(to, {"rise of", "increase of", "growth of", "decline of", "drop of"}))
        return true;
  if (p_.ends_before_any(to, {"of which", "of which about", "of which over", "of which nearly"})) return true;
  for (std::size_t i = to; i-- > from;) {
    if (to - i > 7) break;
    if (p_.is_any(
            i, {"ratio",      "accounting",   "accounted",   "accounts",   "account",   "representing", "represented",
                "represents", "constituting", "constituted", "comprising", "comprised", "share",        "proportion",
                "making",     "occupying",    "occupied",    "supplying",  "supplied",  "contributing", "contributed"}))
      return (!p_.is(i, "making") || p_.is(i + 1, "up")) && !change_between(i);
    if (p_.is(i, "up") && p_.is_any(i - 1, {"made", "make", "makes", "making", "took", "takes", "take"})) return true;
    if (p_.is_any(i, {"rose", "grew", "increased", "fell", "up", "down", "growth"}) && !p_.is(i + 1, "to"))
      return false;
  }
  return false;
}

void SentenceReader::share_base(Statement& statement, const Quantity& q, std::size_t& end) {
  const std::size_t clause = clauses_.at(q.begin);
  const bool thing = !ledger_measure(statement.measure);
  const Clause& here = clauses_[clause];
  // "a 21.3 percent share (worth $21.7bn) of its trade"
  const std::size_t added_end = behind_brackets(p_.can(q.end, use::share_noun) ? q.end + 1 : q.end);
  for (const auto& mention : measures_) {
    if (mention.head < q.end || mention.begin > added_end + 5) continue;
    if (p_.match_any(q.end, {"of the total ,", "of the total and"}))
      break;  // "5 percent of the total, and imports ..."
    if (!same_clause(p_.is(q.end, ")") ? q.end + 1 : q.end, mention.begin))
      break;  // "made up 90 percent of the total; exports of cars rose"
    // "5.1 percent of Nigeria's exports were directed to African countries": of what stands behind, with whom the verb
    // says.
    if (mention.begin <= q.end + 2 && !scopes_[clause].topic.known() && here.verb != Clause::none &&
        here.verb >= mention.end && q.begin < here.begin + 4) {
      const Series whole = series_of(mention);
      end = std::max(end, mention.end);
      measures_read_.insert(mention.head);
      statement.subject = whole.subject();
      statement.partner = whole.partner();
      statement.flow = whole.flow;
      statement.measure = whole.measure;
      statement.product = whole.product;
      for (std::size_t i = here.verb + 1; i < p_.end() && clauses_.at(i) == clause && i < here.verb + 8; ++i) {
        std::size_t behind = i;
        if (!p_.is_any(i, {"to", "from", "with"})) continue;
        if (const auto list = party_list_at(p_, parts_.parties, i + 1, behind); list.size() == 1)
          statement.partner = resolve(list.front(), false);
      }
      return;
    }
    if (std::ranges::any_of(parts_.quantities, [&](const Quantity& other) {
          return other.begin > q.begin && other.begin < mention.head && !p_.is(other.begin - 1, "or") &&
                 clauses_[clauses_.at(other.begin)].link != Link::brackets;
        }))
      break;
    end = std::max(end, mention.end);
    measures_read_.insert(mention.head);
    // "BRICS accounted for 21.6 percent of global trade": the trade of who does, with everybody
    if (const auto who = own_agents(clause);
        mention.of_the_world && mention.subjects.empty() && mention.partners.empty() && who.size() == 1) {
      statement.subject = who.front();
      statement.partner = world_total;
      statement.flow = mention.flow;
      statement.measure = mention.measure;
      d_.about.among_all = d_.about.among_all || !d_.about.first.known();
      return;
    }
    auto owners = resolve(mention.subjects, true);
    const auto with = resolve(mention.partners, false);
    // "Chinese investment stood at $9 billion, 4 percent of all foreign investment in Australia": of what goes there
    if (mention.measure.starts_with("investment") && statement.measure.starts_with("investment"))
      if (const EconomyCode host = !owners.empty() ? owners.front()
                                   : !with.empty() ? with.front()
                                                   : EconomyCode{};
          named_party(host) && statement.flow == "outward" && host != statement.subject) {
        if (named_party(statement.subject) && statement.subject != host) statement.partner = statement.subject;
        statement.subject = host;
        statement.flow = "inward";
        return;
      }
    // "China took 14.9 percent of the country's exports": not of its own.
    if (const auto taker = own_agents(clause);
        taker.size() == 1 && owners == taker && mention.subjects.front().anaphor && with.empty() &&
        here.verb != Clause::none && p_.can(here.verb, use::compose | use::buy | use::be | use::become)) {
      const EconomyCode last = d_.about.last.subject();
      if (const EconomyCode other = last != taker.front() ? last : d_.other(taker.front()); named_party(other))
        owners = {other};
    }
    if (thing || statement.subject.empty()) {
      // "manufactures accounted for 90 percent of China's trade with ASEAN", "ASEAN accounted for 15.9 percent of
      // China's trade": goods, or a party, as a part of the whole that stands behind.
      const auto who = agents(clause);
      const Series* of = nullptr;
      for (const Series* one : context(clause, false))
        if (!of && is_trade_flow(one->flow) && (owners.empty() || one->subject() == owners.front())) of = one;
      if (thing && !statement.measure.empty()) statement.product = statement.measure;
      // "Chinese goods accounted for 40 percent of Vietnam's imports"
      EconomyCode made_by;
      if (generic_goods(statement.product))
        for (const auto& party : parts_.parties)
          if (party.end < q.begin && clauses_.at(party.begin) == clause && party.name.role == NameRole::demonym &&
              p_.is_any(party.end, {"goods", "products", "merchandise"}))
            made_by = resolve(party, false), statement.product.clear();
      statement.measure = mention.measure;
      statement.flow = mention.flow;
      statement.subject = !owners.empty() ? owners.front() : of ? of->subject() : d_.who.main;
      if (!with.empty() || !made_by.empty())
        statement.partner = !with.empty() ? with.front() : made_by;
      else if (statement.product.empty() && !who.empty() && who.front() != statement.subject)
        statement.partner = who.front();
      else
        statement.partner = of && of->subject() == statement.subject && (owners.empty() || !mention.total)
                                ? of->partner()
                                : world_total;
      return;
    }
    // "Private firms accounted for 57.3 percent of China's total foreign trade", after that with Vietnam; "Mining
    // products made up $5 billion, or 76 percent of Chile's shipments to China", after its imports from there
    const bool of_this_whole = with.empty() ? mention.total && (!owners.empty() || mention.foreign)
                                            : with.size() == 1 && (owners.empty() || owners.front() != with.front());
    if ((part_of_whole_ || (!with.empty() && !statement.product.empty())) && of_this_whole) {
      if (!owners.empty()) statement.subject = owners.front();
      statement.partner = with.empty() ? world_total : with.front();
      statement.flow = mention.flow;
      if (p_.is(q.first - 1, "or") && result_.statements.size() > statements_before_)
        if (Statement& amount = result_.statements.back(); amount.product == statement.product)
          amount.subject = statement.subject, amount.partner = statement.partner, amount.flow = mention.flow;
      return;
    }
    if (!with.empty() || mention.bilateral) {
      if (!with.empty() && with.front() != statement.partner) statement.among = with.front().text;
      return;
    }
    // "16.7 percent of China's trade": the share is in China's trade, with the partner of the series.
    if (!owners.empty() && owners.front() != statement.subject) {
      // "Malaysia's sales to the US rose. The US took 28 percent of Vietnam's exports": of another's, the same taker.
      const auto taker = own_agents(clause);
      const bool taken = taker.size() == 1 && taker.front() == statement.partner && !mention.subjects.front().anaphor;
      if (statement.partner == owners.front() || statement.partner == world_total || statement.partner.empty()) {
        statement.partner = statement.subject;
        statement.subject = owners.front();
      } else if (taken && statement.partner != owners.front()) {
        statement.subject = owners.front();
      } else {
        statement.among = owners.front().text;
      }
    }
    // "Its exports were $9 billion. The bloc took 15 percent of China's trade": of both, where no flow is named here
    const auto named_here = [&](const MeasureMention& here_too) { return here_too.head < q.begin; };
    // ... but "a surplus of $2 billion, or 5 percent of exports" is still the surplus
    const bool balance_again =
        statement.flow == "balance" && p_.ends_before_any(q.first, {"or", "equal to", "equivalent to"});
    if ((mention.measure == statement.measure || statement.measure == "goods_trade") && !mention.flow.empty() &&
        !balance_again &&
        (statement.flow.empty() || mention.flow != "trade" ||
         (statement.product.empty() && std::ranges::none_of(measures_, named_here))))
      statement.flow = mention.flow;
    if (mention.measure == "goods_and_services_trade" && statement.measure == "goods_trade" &&
        statement.product.empty()) {
      statement.measure = mention.measure;
      count_both_of_rank(statement);
    }
    return;
  }
  // "Manufactured goods made up 90.1 percent": a part of what the text speaks of.
  if (thing && !statement.measure.empty())
    for (const Series* one : context(clause, false)) {
      if (!ledger_measure(one->measure)) continue;
      statement.product = statement.measure;
      statement.measure = one->measure;
      statement.flow = one->flow;
      statement.subject = one->subject();
      statement.partner = one->partner();
      break;
    }
  // "China accounts for a fifth of ASEAN's trade, while ASEAN takes up 16 percent of China's": the same flow of the
  // other.
  const PartyMention* whose = p_.is(q.end, "of") ? party_beginning_at(parts_.parties, q.end + 1) : nullptr;
  if (const auto who = own_agents(clause); whose && whose->possessive && who.size() == 1 &&
                                           (!p_.inside(whose->end) || p_.is_any(whose->end, {".", ",", ";"}))) {
    statement.subject = resolve(*whose, true);
    statement.partner = who.front();
    end = whose->end;
    return;
  }
  // "of the total", "of the country's total": the total of the series' subject.
  while (p_.is_any(end, {"of", "the", "total", "its"}) && end < q.end + 4) ++end;
  if (end > q.end && parts_.is(end, PartKind::party)) {
    end = parts_.behind(end);
    if (p_.is(end, "total")) ++end;
  }
}

void SentenceReader::growth_base(Statement& statement, const Quantity& q) const {
  const std::size_t clause = clauses_[clauses_.at(q.begin)].begin;
  for (const auto& period : parts_.periods) {
    // "Month on month, exports fell 2 percent"
    const bool in_front = period.end < q.begin && period.begin <= clause + 1 && period.begin >= clause &&
                          !period.period.known() && period.years_back == 0;
    const bool behind = period.begin >= q.end && period.begin <= q.end + 5;
    if (period.role != PeriodRole::base || !(in_front || behind)) continue;
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
