// Growth and shares, and what each is taken of.
#include <algorithm>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {
namespace {

/// A measure that trade and investment statistics have; anything else a clause is about is a product or a thing.
bool ledger_measure(std::string_view measure) {
  return measure == "goods_trade" || measure == "services_trade" || measure == "goods_and_services_trade" ||
         measure.starts_with("investment") || measure.starts_with("contracted") || measure == "gdp";
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
  for (const auto& other : quantities_)
    if (other.kind == QuantityKind::money) return other.unit;
  return d_.currency;
}

void SentenceReader::percent(Statement& statement, const Quantity& q, const DirectionFound& direction,
                             bool share_before, std::size_t& end) {
  const std::size_t behind = q.end;
  const bool of = p_.is(behind, "of") && !p_.ends_before_any(q.begin, {"than the", "than"}) &&
                  !p_.is_any(behind + 1, {"growth", "increase"});
  const bool or_of = of && p_.is(q.begin - 1, "or");  // "up 9.1 percent, or 16.6 percent of the total"
  const bool again =
      !share_before && !of && direction.direction == Direction::none && last_percent_ == StatementKind::share;
  const bool share_of_before = last_percent_ == StatementKind::share && is_base(q);
  if (share_before || (of && !direction.adjacent) || or_of || again || share_of_before) {
    last_percent_ = statement.kind = StatementKind::share;
    statement.rule = "share";
    if (share_of_before && last_share_) {
      statement.subject = last_share_->subject, statement.partner = last_share_->partner;
      statement.flow = last_share_->flow, statement.measure = last_share_->measure;
      statement.product = last_share_->product;
      return;
    }
    share_base(statement, q, end);
    // "ASEAN's share of China's foreign trade rose to 15.8 percent"
    for (std::size_t i = clause_begin(q.begin); i < q.begin; ++i)
      if (const PartyMention* owner = p_.is(i, "share") ? party_ending_at(parties_, i) : nullptr;
          owner && owner->possessive && d_.resolve(*owner) != statement.subject && !d_.resolve(*owner).empty())
        statement.partner = d_.resolve(*owner);
    last_share_ = statement;
    if (!statement.product.empty() && !statement.flow.empty()) {
      // "accounted for 59 percent of exports, at 1.1 trillion yuan": what follows is that product's trade.
      frame_.subjects = {statement.subject};
      frame_.partners = {statement.partner};
      frame_.flow = statement.flow;
      frame_.measure = statement.measure;
      frame_.product = statement.product;
    }
    return;
  }
  // "exports rose 6.7 percent to A and 3.2 percent to B": a bare percentage goes the way of the one before.
  const bool signed_figure = q.number.digits.starts_with('-') || p_.is(q.begin - 1, "+");
  if (!signed_figure && direction.direction == Direction::none && last_percent_ == StatementKind::growth &&
      !compared_behind(q) && !is_base(q)) {
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
  for (const auto& other : quantities_)
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
      return;
    }
  statement.kind = compared_behind(q) ? StatementKind::comparison : StatementKind::rate;
  statement.rule = "rate";
}

bool SentenceReader::share_cue(std::size_t from, std::size_t to) const {
  // "The share of bilateral turnover in China's foreign trade widened to 15.8 percent, from 15.4 percent last year".
  if (p_.is_any(to - 1, {"to", "at", "from", "was", "is", "reached", "of", "hit", "reaching", "against", "hitting",
                         "with", "stood", "were", "at a record"}))
    for (std::size_t i = clause_begin(to); i < to; ++i)
      if (p_.is_any(i, {"share", "proportion", "shares"}) && !p_.is_any(i + 1, {"price", "prices"}) &&
          !p_.ends_before_any(to, {"up from", "rise of", "increase of", "growth of", "decline of", "drop of"}))
        return true;
  if (p_.ends_before_any(to, {"of which", "of which about", "of which over", "of which nearly"})) return true;
  for (std::size_t i = to; i-- > from;) {
    if (to - i > 7) break;
    if (p_.is_any(
            i, {"accounting",   "accounted",   "accounts",   "account",   "representing", "represented", "represents",
                "constituting", "constituted", "comprising", "comprised", "share",        "proportion",  "making",
                "occupying",    "occupied",    "supplying",  "supplied",  "contributing", "contributed"}))
      return !p_.is(i, "making") || p_.is(i + 1, "up");
    if (p_.is(i, "up") && p_.is_any(i - 1, {"made", "make", "makes", "making", "took", "takes", "take"})) return true;
    if (p_.is_any(i, {"rose", "grew", "increased", "fell", "up", "down", "growth"}) && !p_.is(i + 1, "to"))
      return false;
  }
  return false;
}

void SentenceReader::share_base(Statement& statement, const Quantity& q, std::size_t& end) {
  for (std::size_t m = 0; m < measures_.size(); ++m) {
    const MeasureMention& mention = measures_[m];
    if (mention.head < q.end || mention.begin > q.end + 5) continue;
    bool figure_between = false;
    for (const auto& other : quantities_)
      if (other.begin > q.begin && other.begin < mention.head) figure_between = true;
    if (figure_between) break;
    end = std::max(end, mention.end);
    skip_events_until_ = std::max(skip_events_until_, mention.head + 1);
    const auto owners = d_.resolve(mention.subjects), with = d_.resolve(mention.partners);
    const bool product_of_base = !ledger_measure(statement.measure);
    if (!with.empty() || mention.bilateral) {
      // "manufactures accounted for 90 percent of China's trade with ASEAN": a product's share in a pair's trade.
      if (product_of_base) {
        statement.product = statement.measure;
        statement.measure = mention.measure;
        statement.flow = mention.flow;
        if (!owners.empty()) statement.subject = owners.front();
        if (!with.empty()) statement.partner = with.front();
      } else if (!with.empty() && with.front() != statement.partner) {
        statement.among = with.front().text;
      }
      return;
    }
    if (product_of_base) {
      statement.product = statement.measure;
      statement.measure = mention.measure;
      if (statement.partner.empty()) statement.partner = world_total;
    }
    // "ASEAN accounted for 15.9 percent of China's trade", out of the blue: whoever stands before it is the partner.
    if (!owners.empty() && statement.subject.empty() && (statement.partner.empty() || statement.partner == world_total))
      for (const auto& party : parties_)
        if (party.end <= q.begin && !party.possessive && !party.anaphor && party.name.role == NameRole::name)
          statement.subject = party.name.code;
    // "16.7 percent of China's trade": the share is in China's trade, with the partner of the frame.
    if (!owners.empty() && owners.front() != statement.subject) {
      if (statement.partner == owners.front() || statement.partner == world_total || statement.partner.empty()) {
        statement.partner = statement.subject;
        statement.subject = owners.front();
      } else {
        statement.subject = owners.front();
      }
    }
    if (statement.measure.empty() || mention.measure == statement.measure || statement.measure == "goods_trade") {
      if (!mention.flow.empty()) statement.flow = mention.flow;
    }
    return;
  }
  // "Manufactured goods made up 90.1 percent": a part of what the text speaks of.
  if (!ledger_measure(statement.measure) && !statement.measure.empty() && !d_.frame.measure.empty()) {
    statement.product = statement.measure;
    statement.measure = d_.frame.measure;
    statement.flow = d_.frame.flow;
    statement.subject = d_.frame.subject();
    statement.partner = d_.frame.partner();
  }
  // "of the total", "of the country's total": the total of the frame's subject.
  while (p_.is_any(end, {"of", "the", "total", "its"}) && end < q.end + 4) ++end;
  if (end > q.end && in_party(end)) {
    for (const auto& party : parties_)
      if (party.begin == end) end = party.end;
    if (p_.is(end, "total")) ++end;
  }
}

void SentenceReader::growth_base(Statement& statement, const Quantity& q) const {
  for (const auto& period : periods_) {
    if (period.role != PeriodRole::base || period.begin < q.end || period.begin > q.end + 5) continue;
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
