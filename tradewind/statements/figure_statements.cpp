// Amounts and percentages: levels, thresholds, growth, shares, changes and comparisons.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

using std::chrono::sys_days;

void SentenceReader::quantity(std::size_t k) {
  const Quantity& q = quantities_[k];
  if (done_.contains(k)) return;
  advance(q.begin);
  if (q.kind == QuantityKind::count && count_is_nothing(q)) return;
  governed_from_right(q, k);
  const std::size_t from = segment_begin(k);
  party_of_segment(from, q);
  unknown_subject(from, q);

  if (q.list != 0) {
    list_of(k);
    return;
  }
  single(k, q);
}

bool SentenceReader::count_is_nothing(const Quantity& q) const {
  if (q.spelled && q.noun.starts_with("way ")) return true;
  if (q.spelled &&
      (q.noun.empty() || q.unit == "sides" || q.unit == "countries" || q.unit == "parties" || q.unit == "nations" ||
       q.unit == "leaders" || q.unit == "economies" || q.unit == "peoples" || q.unit == "governments") &&
      q.number.digits == "2")
    return true;
  return q.spelled && q.noun.empty();
}

void SentenceReader::single(std::size_t k, const Quantity& q) {
  std::vector<EconomyCode> partners = frame_.partners;
  const bool many = partners.size() > 1;
  const bool each = many && (contains({"each", "both", "all"}) || q.threshold || frame_.flow.empty());
  if (!many || !each) {
    if (many) partners = {EconomyCode{}};
    if (frame_.subjects.size() > 1 && contains({"each", "both"})) {
      const std::vector<EconomyCode> subjects = frame_.subjects;
      for (const auto& subject : subjects) {
        Frame frame = frame_;
        frame.subjects = {subject};
        statement_of(k, q, frame, frame.partner());
      }
      return;
    }
    statement_of(k, q, frame_, partners.empty() ? EconomyCode{} : partners.front());
    return;
  }
  const Frame frame = frame_;
  for (const auto& partner : partners) statement_of(k, q, frame, partner);
}

void SentenceReader::list_of(std::size_t k) {
  std::vector<std::size_t> members;
  for (std::size_t j = k; j < quantities_.size() && quantities_[j].list == quantities_[k].list; ++j)
    members.push_back(j);
  for (const auto j : members) done_.insert(j);
  const Frame frame = frame_;
  std::vector<const PeriodMention*> whens;
  for (const auto& period : periods_)
    if (period.role == PeriodRole::when) whens.push_back(&period);
  for (std::size_t n = 0; n < members.size(); ++n) {
    Frame one = frame;
    one.flows.clear();
    const Quantity& q = quantities_[members[n]];
    const PeriodMention* period = nullptr;
    EconomyCode partner = frame.partner();
    if (frame.partners.size() == members.size())
      partner = frame.partners[n];
    else if (frame.subjects.size() == members.size())
      one.subjects = {frame.subjects[n]};
    else if (frame.flows.size() == members.size())
      one.flow = frame.flows[n];
    else if (const auto flows = flows_before(q); flows.size() == members.size())
      one = flows[n];
    else if (whens.size() == members.size())
      period = whens[n];
    one.partners = {partner};
    statement_of(members[n], q, one, partner, period, members.front());
  }
}

std::vector<Frame> SentenceReader::flows_before(const Quantity& q) const {
  std::vector<Frame> frames;
  for (const auto& mention : measures_) {
    if (mention.end > q.begin || mention.head < clause_begin(q.begin)) continue;
    Frame frame = d_.frame;
    frame.flow = mention.flow;
    frame.measure = mention.measure;
    frames.push_back(frame);
  }
  return frames;
}

void SentenceReader::statement_of(std::size_t k, const Quantity& q, const Frame& frame, const EconomyCode& partner,
                                  const PeriodMention* given, std::optional<std::size_t> lead) {
  Statement statement = base(frame, partner);
  statement.value = {q.value, q.unit};
  statement.also = q.also;
  statement.printed = std::string(slice(q.begin, q.end));
  const std::size_t from = segment_begin(k);
  std::size_t end = q.end;
  const PeriodMention* period = given ? given : period_of(k);
  set_period(statement, period,
             frame.cumulative || frame.measure == "investment_stock" || frame.measure.starts_with("contracted"));
  const std::size_t cue_from = lead ? segment_begin(*lead) : from, cue_to = lead ? quantities_[*lead].begin : q.begin;
  DirectionFound direction = direction_near(p_, cue_from, cue_to, q.end);

  switch (q.kind) {
    case QuantityKind::money:
      if (compared_behind(q)) {
        statement.kind = StatementKind::comparison;
        statement.rule = "comparison";
      } else if (direction.direction != Direction::none && direction.amount) {
        statement.kind = StatementKind::change;
        statement.rule = "change";
        if (direction.direction == Direction::down) statement.value.interval = -statement.value.interval;
      } else {
        statement.kind = q.threshold || q.number.hedge == Hedge::over ? StatementKind::threshold : StatementKind::level;
        statement.rule = statement.kind == StatementKind::threshold ? "threshold" : "level";
        if (frame.flow == "balance" && frame.sign < 0) statement.value.interval = -statement.value.interval;
        base_level(statement, q);
      }
      break;
    case QuantityKind::percent:
      percent(statement, q, direction, share_cue(cue_from, cue_to), end);
      break;
    case QuantityKind::points:
      statement.kind = compared_behind(q) || direction.direction == Direction::none ? StatementKind::comparison
                                                                                    : StatementKind::change;
      if (direction.direction == Direction::down) statement.value.interval = -statement.value.interval;
      statement.rule = "percentage points";
      break;
    case QuantityKind::times:
      statement.kind = StatementKind::comparison;
      statement.rule = "times";
      break;
    case QuantityKind::count:
      count(statement, q);
      if (statement.measure.empty()) return;
      break;
  }
  std::size_t begin = governed_ && governor_begin_ >= from && governor_begin_ <= q.begin ? governor_begin_ : from;
  if (q.kind == QuantityKind::count && statement.rule == "count") begin = q.begin;
  while (begin < q.begin &&
         (p_.is_any(begin, {",", "and", "with", "while", ";", "(", ")", "--", "but", ":"}) || is_period_token(begin)))
    ++begin;
  place(statement, begin, end, q.begin, q.end);
  if (future(q.begin)) statement.planned = true;
  if (q.kind == QuantityKind::count) {
    // "170,000 containers, an increase of 56.5 percent": what follows is about them.
    Frame counted;
    counted.subjects = {statement.subject};
    counted.flow = statement.flow;
    counted.measure = statement.measure;
    counted.product = statement.product;
    frame_ = std::move(counted);
  }
  d_.period = statement.period.known() && !statement.period.open_start && statement.kind != StatementKind::count
                  ? statement.period
                  : d_.period;
  push(statement);
}

Statement SentenceReader::base(const Frame& frame, const EconomyCode& partner) const {
  Statement statement;
  statement.subject = frame.subject();
  statement.partner = partner;
  statement.flow = frame.flow;
  statement.measure = frame.measure;
  statement.product = frame.product;
  return statement;
}

void SentenceReader::base_level(Statement& statement, const Quantity& q) const {
  if (!p_.ends_before_any(q.begin,
                          {"from", "compared with", "compared to", "against", "versus", "from the", "than the"}))
    return;
  for (const auto& period : periods_) {
    if (period.begin < q.end || period.begin > q.end + 3) continue;
    if (period.years_back == 1 && d_.period.known() && !period.period.known()) {
      statement.period = d_.period.years_before(1);
      statement.period_assumed = false;
    }
  }
}

bool SentenceReader::compared_behind(const Quantity& q) const {
  return p_.is_any(q.end, {"more", "higher", "less", "lower", "larger", "greater", "fewer", "faster", "bigger", "above",
                           "below", "slower"}) &&
         (p_.is_any(q.end + 1, {"than"}) || p_.is_any(q.end, {"above", "below"}) || p_.is_any(q.end + 2, {"than"}));
}

void SentenceReader::percent(Statement& statement, const Quantity& q, const DirectionFound& direction,
                             bool share_before, std::size_t& end) {
  const std::size_t behind = q.end;
  const bool of = p_.is(behind, "of") && !p_.is_any(behind + 1, {"growth", "increase"});
  const bool again =
      !share_before && !of && direction.direction == Direction::none && last_percent_ == StatementKind::share;
  if (share_before || (of && !direction.adjacent) || again) {
    last_percent_ = statement.kind = StatementKind::share;
    statement.rule = "share";
    share_base(statement, q, end);
    return;
  }
  if (direction.direction != Direction::none) {
    last_percent_ = statement.kind = StatementKind::growth;
    statement.rule = "growth";
    if (direction.end > end && direction.end - end <= 6) end = direction.end;
    if (direction.direction == Direction::down) statement.value.interval = -statement.value.interval;
    growth_base(statement, q);
    return;
  }
  statement.kind = compared_behind(q) ? StatementKind::comparison : StatementKind::rate;
  statement.rule = "rate";
  // A percentage of a known trade flow without any direction is its growth in headlines ("exports +5%", "at 5
  // percent").
  if (p_.is(q.begin - 1, "+")) statement.kind = StatementKind::growth;
}

bool SentenceReader::share_cue(std::size_t from, std::size_t to) const {
  for (std::size_t i = to; i-- > from;) {
    if (to - i > 7) break;
    if (p_.is_any(i, {"accounting", "accounted", "accounts", "account", "representing", "represented", "represents",
                      "constituting", "constituted", "comprising", "comprised", "share", "proportion", "making",
                      "occupying", "occupied"}))
      return !p_.is(i, "making") || p_.is(i + 1, "up");
    if (p_.is(i, "made") && p_.is(i + 1, "up")) return true;
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
    const bool product_of_base = statement.measure != "goods_trade" && statement.measure != "services_trade" &&
                                 !statement.measure.starts_with("investment");
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
    }
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
      const Date first = Date(std::chrono::year_month_day(sys_days(statement.period.first) - std::chrono::days{1}));
      statement.compared_with = Period::month(static_cast<int>(first.year()), static_cast<unsigned>(first.month()));
    }
    return;
  }
}

}  // namespace tradewind
