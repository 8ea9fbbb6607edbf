// Amounts and percentages: levels, thresholds, growth, shares, changes and comparisons.
#include <algorithm>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

using std::chrono::sys_days;

namespace {

/// "petroleum products and petrochemicals" -> the two of them.
std::vector<std::string> parts_of(std::string_view products) {
  std::vector<std::string> parts;
  while (!products.empty()) {
    const auto comma = products.find(", "), and_word = products.find(" and ");
    const std::size_t at = std::min(comma, and_word);
    if (const std::string_view part = products.substr(0, at); !part.empty()) parts.emplace_back(part);
    if (at == std::string_view::npos) break;
    products.remove_prefix(at + (at == comma ? 2 : 5));
  }
  return parts;
}

}  // namespace

void SentenceReader::quantity(std::size_t k) {
  const Quantity& q = quantities_[k];
  if (done_.contains(k)) return;
  advance(q.begin);
  if (q.kind == QuantityKind::count && count_is_nothing(q)) return;
  // "13 percent of Korea's total trade volume of $902 billion": the whole, which the share was taken in.
  if (q.kind == QuantityKind::money && p_.is(q.begin - 1, "of"))
    for (const auto& mention : measures_) {
      if (mention.end != q.begin - 1 || mention.head >= skip_events_until_ || !mention.total) continue;
      const Frame of_part = d_.frame, spoken_of = frame_;
      measure(mention);
      single(k, q);
      d_.frame = of_part, frame_ = spoken_of;
      return;
    }
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
  // "trade with the ten ASEAN countries": part of a name.
  if (std::ranges::any_of(measures_, [&q](const MeasureMention& m) { return q.first >= m.begin && q.first < m.end; }))
    return true;
  // "eight months of data", "the past five years": a stretch of time, not a thing counted.
  if (q.spelled && (q.unit == "months" || q.unit == "years" || q.unit == "weeks" || q.unit == "days" ||
                    q.unit == "quarters" || q.unit == "decades" || q.unit == "hours"))
    return true;
  if (q.spelled && q.number.digits == "2" && q.noun.starts_with("sides ")) return true;
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
    else if (const auto products = parts_of(frame.product); products.size() == members.size())
      one.product = products[n];
    else if (const auto goods = listed_goods(members.front()); goods.size() == members.size())
      one.product = goods[n];
    else if (whens.size() == members.size())
      period = whens[n];
    one.partners = {partner};
    // "rose 11.0 percent and fell 1.5 percent, respectively": each goes its own way.
    const bool own_way = n > 0 && direction_of(p_.word(q.begin - 1)) != Direction::none;
    statement_of(members[n], q, one, partner, period, own_way ? std::nullopt : std::optional(members.front()));
  }
}

// "Basic metals, chemicals and machinery fared well, up 16.5 percent, 21.9 percent and 15.9 percent, respectively": the
// goods that a clause of a text on exports or imports begins with.
std::vector<std::string> SentenceReader::listed_goods(std::size_t k) const {
  if (d_.frame.flow != "exports" && d_.frame.flow != "imports") return {};
  std::vector<std::string> goods(1);
  for (std::size_t i = clause_begin(quantities_[k].begin); i < quantities_[k].begin; ++i) {
    if (p_.is(i, ",") || p_.is(i, "and")) {
      if (!goods.back().empty()) goods.emplace_back();
      continue;
    }
    if (in_party(i) || is_period_token(i)) return {};
    if (!p_.is_word(i) || is_verb(p_.word(i)) || p_.is_any(i, {"also", "all", "both", "fared", "did", "saw", "were"}))
      break;
    if (p_.is_any(i, {"the", "exports", "imports", "of", "shipments"})) continue;
    goods.back() += (goods.back().empty() ? "" : " ") + std::string(p_.word(i));
  }
  if (goods.back().empty()) goods.pop_back();
  return goods;
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
  if (q.kind == QuantityKind::count) statement.kind = StatementKind::count;
  if (q.kind == QuantityKind::count && period) counted_periods_.insert(period->begin);
  // "By the end of May, two-way investment had exceeded $183 billion": all of it until then.
  if (statement.measure == "investment_flow" && statement.flow == "two-way" && period &&
      period->role == PeriodRole::until)
    statement.measure = "investment_stock";
  set_period(statement, period,
             frame.cumulative || frame.measure == "investment_stock" || frame.measure.starts_with("contracted"));
  const std::size_t cue_from = lead ? segment_begin(*lead) : from, cue_to = lead ? quantities_[*lead].begin : q.begin;
  DirectionFound direction = direction_near(p_, cue_from, cue_to, q.end);

  // "a surplus of €18.7 bn, compared with +€12.6 bn", "China (minus $1.85 billion)": a sign, no rise.
  const bool minus = p_.is(q.begin - 1, "minus") && (frame.flow == "balance" || p_.is(q.begin - 2, "("));
  if (q.kind == QuantityKind::money && (minus || (frame.flow == "balance" && p_.is(q.begin - 1, "+")))) direction = {};
  switch (q.kind) {
    case QuantityKind::money:
      if (compared_behind(q) && !is_followed_by_base(q)) {
        statement.kind = StatementKind::comparison;
        statement.rule = "comparison";
      } else if (direction.direction != Direction::none && direction.amount) {
        statement.kind = StatementKind::change;
        statement.rule = "change";
        if (direction.direction == Direction::down) statement.value.interval = -statement.value.interval;
      } else {
        statement.kind = q.threshold || q.number.hedge == Hedge::over ? StatementKind::threshold : StatementKind::level;
        statement.rule = statement.kind == StatementKind::threshold ? "threshold" : "level";
        if (minus || (frame.flow == "balance" && frame.sign < 0)) statement.value.interval = -statement.value.interval;
      }
      break;
    case QuantityKind::percent:
      percent(statement, q, direction, share_cue(cue_from, cue_to), end);
      if (statement.kind == StatementKind::growth) statement.basis = growth_currency();
      // The average rate of several years is not that of the last one.
      if (statement.kind == StatementKind::growth &&
          contains({"average annual", "annual average", "averaging", "compound annual", "averaged", "a year on average",
                    "average growth"}))
        statement.measure = "average_growth_of_" + statement.measure;
      // "More than 90 percent of goods traded enjoy zero tariffs": of goods in number, not of trade.
      if (statement.kind == StatementKind::share &&
          p_.match_any(q.end, {"of goods", "of products", "of tariff", "of all goods", "of the goods", "of tariffs",
                               "of all products", "of traded goods", "of items", "of commodities"})) {
        statement.product =
            p_.word(q.end + 1) == "all" || p_.word(q.end + 1) == "the" ? p_.word(q.end + 2) : p_.word(q.end + 1);
        statement.measure = "goods_covered";
        statement.flow.clear();
      }
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
  party_behind(statement, q);
  // "rose $853m (2%)", "a $54.7b (12%) increase": the same change in percent.
  if (q.kind == QuantityKind::percent && p_.is(q.begin - 1, "(") && p_.is(q.end, ")") && last_change_end_ &&
      q.begin - last_change_end_ == 1) {
    statement.kind = StatementKind::growth;
    statement.rule = "growth";
    statement.value.interval = last_direction_ == Direction::down ? -q.value : q.value;
  }
  if (q.kind == QuantityKind::money && statement.kind == StatementKind::change) {
    last_change_end_ = q.end;
    last_direction_ = direction.direction;
  }
  // "down 2.9 percent ($4.2 billion)": the same change in money.
  if (q.kind == QuantityKind::money && p_.is(q.begin - 1, "(") && p_.is(q.end, ")") && k > 0 &&
      quantities_[k - 1].kind == QuantityKind::percent && q.begin - quantities_[k - 1].end <= 4 &&
      last_percent_ == StatementKind::growth) {
    // Where the level has just been said; else "rose 22.5 percent (RM11.16 billion)" says the level.
    const bool level_said = level_said_of(statement);
    statement.kind = level_said ? StatementKind::change : StatementKind::level;
    statement.rule = level_said ? "change" : "level";
    statement.value.interval = level_said && last_direction_ == Direction::down ? -q.value : q.value;
  }
  // Of goods counted by weight the money is their trade.
  if (statement.measure == "quantity" &&
      (q.kind == QuantityKind::money || p_.match_any(end, {"in value", "by value", "in value terms"})))
    statement.measure = "goods_trade";
  // "Since 2000, China has imported $1.2 trillion of goods": from then until now.
  if (!period && q.kind == QuantityKind::money && d_.time.published)
    for (const auto& since : periods_)
      if (since.role == PeriodRole::since && since.period.known() && since.period.is_year() &&
          since.begin <= p_.begin() + 2)
        statement.period = Period::years(since.period.first_year(), static_cast<int>(d_.time.published->year()));
  const bool of_the_past = (statement.kind != StatementKind::change || p_.is_any(q.begin - 2, {"below", "above"})) &&
                           q.kind != QuantityKind::points && q.kind != QuantityKind::count && is_base(q);
  // "The figure was 911.7 billion dollars a year earlier."
  const bool said_of_before =
      !of_the_past && q.kind == QuantityKind::money && statement.kind == StatementKind::level &&
      std::ranges::any_of(periods_, [&](const PeriodMention& other) {
        return other.role == PeriodRole::base && other.begin == q.end && other.years_back > 0 &&
               p_.match_any(other.begin, {"a year earlier", "a year ago", "a year before", "the year before",
                                          "the year earlier", "one year earlier"});
      });
  if (of_the_past || said_of_before) base_period(statement, q);
  // "which jumped 12.7 percent in the previous month"
  for (const auto& other : periods_)
    if (other.role == PeriodRole::base && other.begin == q.end + 1 && p_.is(q.end, "in") && other.years_back == 0 &&
        !other.period.known() && statement.period.known() && !statement.period.open_start) {
      statement.period = period_before(statement.period);
      statement.compared_with.reset();
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
  if (statement.period.known() && !statement.period.open_start && statement.kind != StatementKind::count &&
      !of_the_past && !said_of_before)
    set_context_period(statement.period);
  push(statement);
}

// "of which $1.4 billion came from Thailand", "a surplus of $31.2 billion with the U.S., $12.6 billion with the EU".
void SentenceReader::party_behind(Statement& statement, const Quantity& q) const {
  std::size_t behind = p_.match_any(q.end, {"came from", "went to", "was from", "was with", "were from"});
  // "a 22.4 percent gain to the US"
  const std::size_t direction = direction_of(p_.word(q.end)) != Direction::none ? q.end + 1 : q.end;
  if (!behind && is_trade_flow(statement.flow) && p_.is_any(direction, {"with", "to", "from"})) behind = direction + 1;
  if (!behind) return;
  std::size_t list_end = behind;
  const auto list = party_list_at(p_, parties_, behind, list_end);
  if (list.size() != 1 || list.front().possessive || list.front().name.role == NameRole::agreement) return;
  const EconomyCode code = d_.resolve(list.front());
  if (!code.empty() && code != statement.subject) statement.partner = code;
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

bool SentenceReader::is_base(const Quantity& q) const {
  std::size_t i = q.begin;
  // "compared with last year's $5 billion"
  for (const auto& period : periods_)
    if (period.role == PeriodRole::base && period.end <= q.begin && q.begin - period.end <= 1 &&
        (period.end == q.begin || p_.is(period.end, "'s") || p_.is(period.end, "(")))
      return true;
  while (i > p_.begin() && p_.is_any(i - 1, {"the", "a", "its", "their", "record", "revised"})) --i;
  // "stemmed from a 9.1 percent increase"
  if (p_.ends_before_any(i, {"stemmed from", "resulted from", "resulting from", "benefited from", "came from"}))
    return false;
  // "well below the 8.1 percent gain of April", "after a 21 percent drop in April"
  const bool of_before = i < q.begin && p_.ends_before_any(i, {"below", "above", "after", "following"});
  if (of_before && !p_.is_any(q.end, {"of", "tariff", "tariffs", "levy"})) return true;
  return p_.ends_before_any(i, {"from", "compared with", "compared to", "against", "versus", "than", "vs",
                                "comparing to", "comparing with"}) &&
         !p_.ends_before_any(i, {"other than", "rather than"});
}

void SentenceReader::base_period(Statement& statement, const Quantity& q) const {
  const Period now = d_.period.known() ? d_.period : statement.period;
  for (const auto& period : periods_) {
    const bool behind = period.begin >= q.end && adjacent(q.end, period.begin);
    const bool before = period.end <= q.begin && q.begin - period.end <= 1 && period.role == PeriodRole::base;
    if (!behind && !before) continue;
    // "in January, down from $6.04 billion last year": in January of that year.
    const bool part = period.period.is_year() && now.known() && !now.is_year() && !now.open_start &&
                      now.years_before(1).first_year() == period.period.first_year() &&
                      p_.is_any(period.begin, {"last", "previous"});
    if (part) {
      statement.period = now.years_before(1);
      statement.period_assumed = false;
      return;
    }
    if (period.period.known()) {
      statement.period = period.period;
      statement.period_assumed = period.year_assumed;
      return;
    }
    if (period.years_back > 0 && now.known()) {
      statement.period = now.years_before(period.years_back);
      statement.period_assumed = false;
      return;
    }
    if (period.role == PeriodRole::base && now.known() && !now.open_start) {
      statement.period = period_before(now);
      statement.period_assumed = false;
      return;
    }
  }
  // "than the $5.15 million surplus that it enjoyed in June"
  for (const auto& period : periods_) {
    if (period.begin < q.end || period.begin > q.end + 9 || !period.period.known() || period.role != PeriodRole::when)
      continue;
    if (std::ranges::any_of(quantities_,
                            [&](const Quantity& other) { return other.begin >= q.end && other.begin < period.begin; }))
      break;
    statement.period = period.period;
    statement.period_assumed = period.year_assumed;
    return;
  }
  if (now.known()) statement.period = now.years_before(1);
  statement.period_assumed = true;
}

bool SentenceReader::is_followed_by_base(const Quantity& q) const {
  return std::ranges::any_of(periods_, [&q](const PeriodMention& period) {
    return period.role == PeriodRole::base && period.begin >= q.end && period.begin <= q.end + 6;
  });
}

bool SentenceReader::compared_behind(const Quantity& q) const {
  return p_.is_any(q.end, {"more", "higher", "less", "lower", "larger", "greater", "fewer", "faster", "bigger", "above",
                           "below", "slower"}) &&
         (p_.is_any(q.end + 1, {"than"}) || p_.is_any(q.end, {"above", "below"}) || p_.is_any(q.end + 2, {"than"}));
}

}  // namespace tradewind
