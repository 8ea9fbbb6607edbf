// Amounts and percentages: levels, thresholds, growth, shares, changes and comparisons.
#include <algorithm>
#include <cmath>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

using std::chrono::sys_days;

void SentenceReader::quantity(std::size_t k) {
  const Quantity& q = parts_.quantities[k];
  if (done_.contains(k)) return;
  advance(q.begin);
  if (q.kind == QuantityKind::count && count_is_nothing(q)) return;
  // "13 percent of Korea's total trade volume of $902 billion": the whole, which the share was taken in.
  if (q.kind == QuantityKind::money && p_.is(q.begin - 1, "of"))
    for (const auto& mention : measures_) {
      if (mention.end != q.begin - 1 || !measures_read_.contains(mention.head) || !mention.total) continue;
      single(k, q, series_of(mention));
      return;
    }
  Series series = series_of(k);
  flow_told_behind(series, q);
  // "The deficit was $2 billion. The two sides aim to lift the figure to $9 billion": their trade
  if (series.flow == "balance" && q.kind == QuantityKind::money && future(q.begin) && !series_in_sentence() &&
      contains("the figure|that figure|the volume") && contains("two sides|both sides|two countries|both countries"))
    series.flow = "trade", series.sign = 1;
  if (series.is_pair() && whole_of_a_part(q)) series.partners = {world_total};
  // "5.35 billion more than with the EU, China's second partner, and 24.75 billion more than with the US",
  // "China's trade with ASEAN exceeded that with the EU by $100 billion"
  if (const Scope& scope = scopes_[clauses_.at(q.begin)];
      scope.subject.known() && ((scope.of_rank && compared_behind(q)) || by_how_much(q)))
    series = scope.subject;
  if (q.list != 0)
    list_of(k, series);
  else
    single(k, q, series);
}

// "trade with Laos by a mere $5 million": by how much, as before.
bool SentenceReader::changes_again(const Quantity& q, const DirectionFound& direction) const {
  if (last_change_end_ == 0 || direction.direction != Direction::none) return false;
  std::size_t i = q.begin;
  while (p_.is_any(i - 1, "a|mere|another|further|modest|record")) --i;
  // "an increase of $2 million on April and $5 million on May last year"
  const bool beside = p_.is(q.begin - 1, "and") && q.begin - last_change_end_ < 9 && parts_.period_at(q.begin - 2) &&
                      (p_.match_any(q.end, "compared to|compared with") || p_.is_any(q.end, "from|on|over"));
  // "with rises of $2 million from Chile and $1 million from Peru"
  const bool parallel = p_.is(q.begin - 1, "and") && p_.can(last_change_end_, use::preposition) &&
                        p_.is_any(q.end, "from|to|with|in") && p_.is(q.end, p_.word(last_change_end_)) &&
                        q.begin - last_change_end_ < 7;
  return p_.is(i - 1, "by") || beside || parallel;
}

bool SentenceReader::count_is_nothing(const Quantity& q) const {
  const bool time = q.unit == "months" || q.unit == "years" || q.unit == "weeks" || q.unit == "days" ||
                    q.unit == "quarters" || q.unit == "decades" || q.unit == "hours";
  if (q.named && !time) return false;
  if (q.unit == "times" || (q.spelled && q.noun.starts_with("way "))) return true;  // "three times a week"
  // "seen in three commodity groups"
  if (q.spelled && q.number.digits.size() <= 2 &&
      (q.unit == "groups" || q.unit == "categories" || q.unit == "products" || q.unit == "items" ||
       q.unit == "sectors" || q.unit == "commodities" || q.unit == "markets" || q.unit == "partners"))
    return true;
  // "the top five products", "these three countries", "the two largest partners"
  if (q.number.digits.size() <= 2 && p_.is_any(q.begin - 1, "top|these|those|largest|biggest")) return true;
  if (std::ranges::any_of(parts_.ranks, [&q](const RankMention& r) { return r.begin >= q.begin && r.begin < q.end; }))
    return true;
  // "the four ASEAN members", "trade with the ten ASEAN countries": a party's name, unless it is told in digits.
  for (std::size_t i = q.first; q.spelled && i < q.end; ++i)
    if (parts_.is(i, PartKind::party) && p_.can(q.end - 1, use::company) && p_.is(q.begin - 1, "the")) return true;
  const bool counted = !q.spelled && q.number.digits.size() >= 2;
  if (!counted &&
      std::ranges::any_of(measures_, [&q](const MeasureMention& m) { return q.first >= m.begin && q.first < m.end; }))
    return true;
  // "in the first 20 days", "during the 10 days": when
  if (q.unit == "days" && p_.is_any(q.begin - 1, "first|the|last|past")) return true;
  // "a nine-month high", "a three-year low"
  if (p_.is_any(q.end - 1, "high|low|peak|highs|lows")) return true;
  // "the Plus Three Countries": a name
  if (q.spelled && p_.capital(q.first) && p_.is_word(q.first - 1) && p_.capital(q.first - 1)) return true;
  // "Five economies (China, Japan and others)"
  if (q.spelled && p_.is(q.end, "(") && p_.can(q.end - 1, use::company | use::place) && parts_.party_at(q.end + 1))
    return true;
  // "eight months of data", "the past five years": a stretch of time, not a thing counted.
  if (q.spelled && time) return true;
  if (time && q.unit != "days" && q.unit != "hours" &&
      p_.ends_before_any(q.begin, "in|over|within|in the past|in the last|over the past|in the|during the|over the"))
    return true;
  // "Over 10 years, trade has doubled"
  if (time && p_.is(q.begin, "over") && p_.is(q.end, ",") && !p_.is_word(q.begin - 1)) return true;
  if (q.spelled && q.number.digits == "2" && (q.noun.starts_with("sides ") || p_.is(q.begin - 1, "the"))) return true;
  if (q.spelled &&
      (q.noun.empty() || q.unit == "sides" || q.unit == "countries" || q.unit == "parties" || q.unit == "nations" ||
       q.unit == "leaders" || q.unit == "economies" || q.unit == "peoples" || q.unit == "governments") &&
      q.number.digits == "2")
    return true;
  return q.spelled && q.noun.empty();
}

void SentenceReader::single(std::size_t k, const Quantity& q, const Series& series) {
  // "Norway and India (both +14 percent)"
  if (p_.is_any(q.begin - 1, "both|each") || p_.is_any(q.begin - 2, "both|each")) {
    const std::size_t bracket = p_.is(q.begin - 2, "(") ? q.begin - 2 : q.begin - 3;
    if (p_.is(bracket, "(") && is_trade_flow(series.flow))
      if (const auto two = parties_before(q, 2); two.size() == 2) {
        for (const auto& partner : two) statement_of(k, q, series, partner);
        return;
      }
  }
  const bool many = series.partners.size() > 1;
  const bool each = many && (contains("each|both|all") || q.threshold || series.flow.empty());
  if (many && each) {
    for (const auto& partner : series.partners) statement_of(k, q, series, partner);
    return;
  }
  if (series.subjects.size() > 1 && contains("each|both")) {
    for (const auto& subject : series.subjects) {
      Series one = series;
      one.subjects = {subject};
      statement_of(k, q, one, one.partner());
    }
    return;
  }
  if (const auto goods = each_of_goods(series, q); !goods.empty()) {
    for (const auto& product : goods) {
      Series one = series;
      one.product = product;
      statement_of(k, q, one, one.partner());
    }
    return;
  }
  statement_of(k, q, series, many ? EconomyCode{} : series.partner());
}

void SentenceReader::statement_of(std::size_t k, const Quantity& q, const Series& series, const EconomyCode& partner,
                                  const PeriodMention* given, std::optional<std::size_t> lead) {
  Statement statement = base(series, partner);
  statement.value = {q.value, q.unit};
  if (q.kind == QuantityKind::money) worth_of_things(statement, q);
  statement.also = q.also;
  statement.printed = std::string(slice(q.begin, q.end));
  const std::size_t from = segment_begin(k);
  std::size_t end = q.end;
  const PeriodMention* period = given ? given : period_of(k);
  if (q.kind == QuantityKind::count) statement.kind = StatementKind::count;
  if (q.kind == QuantityKind::count && period) counted_periods_.insert(period->begin);
  // "By the end of May, two-way investment had exceeded $183 billion": all of it until then.
  // "bringing the cumulative total to $26 billion"
  const auto summed_up = [&](std::size_t to) {
    for (std::size_t i = clauses_[clauses_.at(to)].begin; i < to; ++i)
      if (p_.is_any(i, "cumulative|accumulated|accumulative") && p_.can(i + 1, use::figure_noun | use::value_noun))
        return true;
    return false;
  };
  if (statement.measure == "investment_flow" &&
      ((statement.flow == "two-way" && period && period->role == PeriodRole::until) || summed_up(q.begin)))
    statement.measure = "investment_stock";
  set_period(statement, period,
             series.cumulative || series.measure == "investment_stock" || series.measure.starts_with("contracted") ||
                 (d_.when.until.known() && contains("accumulated")));
  if (!period && d_.when.to_come.known() && future(q.begin)) statement.period = d_.when.to_come;
  const std::size_t cue_from = lead ? segment_begin(*lead) : from,
                    cue_to = lead ? parts_.quantities[*lead].begin : q.begin;
  DirectionFound direction = direction_near(p_, cue_from, cue_to, q.end);
  if (direction.direction == Direction::none)
    if (const Direction as_before = way_of_parallel(k); as_before != Direction::none)
      direction = {as_before, true, 0, true};
  // "Exports were 2 percent and imports 3 percent lower"
  if (const Quantity* next = k + 1 < parts_.quantities.size() ? &parts_.quantities[k + 1] : nullptr;
      next && direction.direction == Direction::none && q.kind == QuantityKind::percent && next->kind == q.kind &&
      p_.can(q.begin - 1, use::be) && p_.is(q.end, "and") && next->begin <= q.end + 3 &&
      p_.is_any(next->end, "lower|higher"))
    direction = {direction_of(p_, next->end), true, 0, true};

  // "a surplus of €18.7 bn, compared with +€12.6 bn", "China (minus $1.85 billion)": a sign, no rise.
  const bool minus = p_.is(q.begin - 1, "minus") && (series.flow == "balance" || p_.is(q.begin - 2, "("));
  const bool then = time_of_its_own(q) != nullptr;
  // "is expected to fall below $20 billion": to less than that
  const bool past_a_mark = q.kind == QuantityKind::money && p_.is_any(q.begin, "below|above|under|beyond|short");
  // "248 projects added $900 million to their capital": what came in
  const bool came_in = q.kind == QuantityKind::money && statement.measure.starts_with("investment") &&
                       p_.is_any(q.begin - 1, "add|adds|added|adding");
  const bool past = q.kind == QuantityKind::money && p_.is(q.begin - 1, ",") &&  // "saw a surge, exceeding $7 billion"
                    p_.is_any(q.begin, "exceeding|surpassing|topping|passing|crossing");
  const bool lower = q.kind == QuantityKind::money &&  // "imported a lower $5 billion of goods"
                     p_.ends_before_any(q.begin, "a lower|a higher|a bigger|a smaller|a larger|a wider|a narrower");
  if (is_difference(q) || past_a_mark || then || came_in || past || lower) direction = {};
  // "an extra $2 billion of goods sold to Chile": so much more
  const bool more = q.kind == QuantityKind::money && is_trade_flow(statement.flow) &&
                    (p_.ends_before_any(q.begin, "an extra|an additional") ||
                     p_.match_any(q.end, "in additional|in extra|in added|of additional|of extra"));
  if (more) direction = {Direction::up, true, 0, true};
  if (q.kind == QuantityKind::money && (minus || (series.flow == "balance" && p_.is(q.begin - 1, "+")))) direction = {};
  switch (q.kind) {
    case QuantityKind::money:
      if (const Direction way = against_time(q);
          way != Direction::none && (direction.direction == Direction::none || direction.direction == way)) {
        statement.kind = StatementKind::change;
        statement.rule = "change";
        if (way == Direction::down) statement.value.interval = -statement.value.interval;
        direction = {way, true, 0, true};
      } else if (changes_again(q, direction)) {
        statement.kind = StatementKind::change;
        statement.rule = "change";
        direction.direction = last_direction_;
        if (last_direction_ == Direction::down) statement.value.interval = -statement.value.interval;
      } else if (by_how_much(q) || (compared_behind(q) && !is_followed_by_base(q))) {
        statement.kind = StatementKind::comparison;
        statement.rule = "comparison";
        if (p_.is_any(q.end, "less|lower|fewer|below|smaller|slower"))
          statement.value.interval = -statement.value.interval;
      } else if (direction.direction != Direction::none && direction.amount &&
                 (more || !p_.is_any(q.begin - 1, "to|at"))) {
        statement.kind = StatementKind::change;
        statement.rule = "change";
        if (direction.direction == Direction::down) statement.value.interval = -statement.value.interval;
      } else {
        statement.kind = q.threshold || q.number.hedge == Hedge::over ? StatementKind::threshold : StatementKind::level;
        statement.rule = statement.kind == StatementKind::threshold ? "threshold" : "level";
        if (minus || (series.flow == "balance" && series.sign < 0 && !q.number.digits.starts_with('-')))
          statement.value.interval = -statement.value.interval;
        if (statement.also && statement.value.interval.high < 0) statement.also->interval = -statement.also->interval;
      }
      // "oil at $70 a barrel", "The average price sank to $35"
      // ... "after $20 a year ago", behind a price
      if (q.price || of_money_itself(q) ||
          (q.number.scale < 6 && result_.statements.size() > statements_before_ &&
           result_.statements.back().rule == "price" && result_.statements.back().value.unit == q.unit) ||
          (q.number.scale < 6 && !ledger_measure(statement.measure) &&
           (statement.measure.ends_with("price") || statement.measure.ends_with("prices")))) {
        statement.kind = StatementKind::rate;
        statement.rule = "price";
        statement.value.interval = q.value;
        statement.measure = "price";
        statement.flow.clear();
      } else if (of_a_duty(q)) {
        statement.measure = "duties";
        statement.flow.clear(), statement.product.clear();
      }
      break;
    case QuantityKind::percent:
      percent(statement, q, direction, share_cue(cue_from, cue_to), end);
      if (statement.kind == StatementKind::growth) statement.basis = growth_currency();
      if (statement.kind == StatementKind::growth && average_of_years(q, period))
        statement.measure = "average_growth_of_" + statement.measure;
      // "More than 90 percent of goods traded enjoy zero tariffs": of goods in number, not of trade.
      if (statement.kind == StatementKind::share &&
          std::ranges::none_of(measures_,
                               [&](const MeasureMention& m) { return m.begin <= q.end + 2 && m.head > q.end; }) &&
          p_.match_any(
              q.end,
              "of goods|of products|of tariff|of all tariff|of all goods|of the goods|of tariffs|of all products|"
              "of traded goods|of items|of commodities")) {
        statement.product =
            p_.word(q.end + 1) == "all" || p_.word(q.end + 1) == "the" ? p_.word(q.end + 2) : p_.word(q.end + 1);
        statement.measure = "goods_covered";
        statement.flow.clear();
      }
      break;
    case QuantityKind::points: {
      if (const Direction way = against_time(q); way != Direction::none) direction = {way, true, 0, true};
      if (p_.is(q.end, "off")) direction = {Direction::down, true, 0, true};  // "shaved 2 points off growth"
      const Clause& here = clauses_[clauses_.at(q.begin)];  // "outpacing overall growth by 5 percentage points"
      const bool outpaced =
          p_.is(q.begin - 1, "by") && (p_.can(here.begin, use::compare) || p_.can(here.verb, use::compare));
      statement.kind = direction.direction == Direction::none || outpaced ||
                               (compared_behind(q) && against_time(q) == Direction::none)
                           ? StatementKind::comparison
                           : StatementKind::change;
      if (direction.direction == Direction::down && !a_fall_eases(q)) statement.value.interval = -q.value;
      statement.rule = "percentage points";
      break;
    }
    case QuantityKind::times:
      statement.kind = StatementKind::comparison;
      statement.rule = "times";
      break;
    case QuantityKind::count:
      count(statement, q, series);
      if (statement.measure.empty()) return;
      break;
  }
  party_behind(statement, q);
  if (!statement.product.empty() && series.region.empty() && part_of_all(q)) statement.product.clear();
  // "Exports of goods and services fell, most of it in rural goods (down $2 billion)": of the goods alone.
  if (statement.measure == "goods_and_services_trade" && made_of_matter(statement.product))
    statement.measure = "goods_trade";
  // "rose $853m (2%)", "a $54.7b (12%) increase": the same change in percent.
  const std::size_t bracket = p_.is(q.begin - 1, "or") ? q.begin - 2 : q.begin - 1;
  if (q.kind == QuantityKind::percent && p_.is(bracket, "(") && p_.is(q.end, ")") && last_change_end_ == bracket &&
      last_change_end_) {
    last_percent_ = statement.kind = StatementKind::growth;
    statement.rule = "growth";
    const bool has_sign = q.number.digits.starts_with('-');  // "a decrease of €132 million (-4%)"
    statement.value.interval = last_direction_ == Direction::down && !has_sign ? -q.value : q.value;
  }
  // "increased by $302 billion, also 16 percent"
  if (q.kind == QuantityKind::percent && last_change_end_ && q.begin > last_change_end_ &&
      q.begin - last_change_end_ <= 2 && statement.kind != StatementKind::growth) {
    std::size_t i = last_change_end_;
    while (i < q.begin && p_.is_any(i, ",|or|also")) ++i;
    if (i == q.begin) {
      statement.kind = StatementKind::growth;
      statement.rule = "growth";
      statement.value.interval = last_direction_ == Direction::down ? -q.value : q.value;
    }
  }
  // "reflected increases in industrial supplies ($190.9 billion), in capital goods ($51.0 billion)"
  if (q.kind == QuantityKind::money && part_of_whole_ && p_.is(q.begin - 1, "(") && p_.is(q.end, ")"))
    for (std::size_t i = q.begin; i-- > p_.begin() + 1;) {
      if (!p_.is_any(i, "in|by|for")) continue;
      std::size_t noun = i - 1;  // "a decline was recorded for"
      if (p_.can(noun, use::participle) && p_.can(noun - 1, use::be)) noun -= 2;
      if (!p_.can(noun, use::change_noun)) continue;
      statement.kind = StatementKind::change;
      statement.rule = "change";
      if (direction_of(p_, noun) == Direction::down && !q.number.digits.starts_with('-'))
        statement.value.interval = -q.value;
      break;
    }
  if (q.kind == QuantityKind::money && statement.kind == StatementKind::change) {
    last_change_end_ = q.end;
    last_direction_ = direction.direction;
  }
  // "up by 15.2 percent, or $6.2 billion", "fell 3 percent last year, or by $1 billion": the same change in money
  const std::size_t same = p_.is(q.begin - 1, "by") ? q.begin - 2 : q.begin - 1;
  std::size_t behind = k > 0 ? parts_.quantities[k - 1].end : q.begin;
  if (p_.is(behind, "in")) ++behind;
  if (parts_.is(behind, PartKind::period)) behind = parts_.behind(behind);
  if (q.kind == QuantityKind::money && p_.is(same, "or") && k > 0 && last_percent_ == StatementKind::growth &&
      parts_.quantities[k - 1].kind == QuantityKind::percent && same <= behind + 1) {
    // "$80 billion, up 23 percent, or 570 billion yuan, up 15 percent": as much in another currency
    const bool in_another = k > 1 && parts_.quantities[k - 2].kind == q.kind && parts_.quantities[k - 2].unit != q.unit;
    statement.kind = in_another ? StatementKind::level : StatementKind::change;
    statement.rule = in_another ? "level" : "change";
    statement.value.interval = last_direction_ == Direction::down && !in_another ? -q.value : q.value;
  }
  // "down 2.9 percent ($4.2 billion)": the same change in money, where the level has just been said; else the level
  if (q.kind == QuantityKind::money && p_.is(q.begin - 1, "(") && p_.is(q.end, ")") && k > 0 && !then &&
      parts_.quantities[k - 1].kind == QuantityKind::percent && q.begin - parts_.quantities[k - 1].end <= 4 &&
      last_percent_ == StatementKind::growth && !p_.is(parts_.quantities[k - 1].end, ";")) {
    const bool level_said = level_said_of(statement);
    statement.kind = level_said ? StatementKind::change : StatementKind::level;
    statement.rule = level_said ? "change" : "level";
    statement.value.interval = level_said && last_direction_ == Direction::down ? -q.value : q.value;
  }
  // "The US cut its purchases most, ahead of the EU (-RM3 billion)": no trade is less than nothing
  if (q.kind == QuantityKind::money && statement.kind == StatementKind::level && is_trade_flow(statement.flow) &&
      statement.flow != "balance" && statement.value.interval.high < 0)
    statement.kind = StatementKind::change, statement.rule = "change";
  if (q.kind == QuantityKind::percent && statement.measure == "goods_trade" && !statement.product.empty() &&
      p_.match_any(end, "in volume|in quantity|by volume|in volume terms|in tonnage"))
    statement.measure = "quantity";
  // Of goods counted by weight the money is their trade.
  if (statement.measure == "quantity" &&
      (q.kind == QuantityKind::money || p_.match_any(end, "in value|by value|in value terms")))
    statement.measure = "goods_trade";
  const bool of_another_time = settle_period(statement, q, period);
  if (statement.rule == "count" && !of_another_time) remember_count(statement, q);
  part_of_a_sum(statement, period != nullptr);
  // "Laos has 1,400 projects worth $13 billion"
  if (!statement.period.known() && d_.counted.sentences_ago == 0 && !d_.counted.noun.empty() &&
      statement.measure.starts_with("investment"))
    statement.period = d_.counted.when, statement.period_assumed = true;
  // What is said of a fair, where no time is told, is of the year that the text was written in.
  if (!statement.period.known() && statement.flow.empty() && d_.when.published &&
      (!d_.who.event.empty() || contains("expo|exposition|fair")))
    statement.period = Period::year(static_cast<int>(d_.when.published->year())), statement.period_assumed = true;
  same_part_of_its_year(statement, q);
  std::size_t begin =
      governor_begin_ != Clause::none && governor_begin_ >= from && governor_begin_ <= q.begin ? governor_begin_ : from;
  if (q.kind == QuantityKind::count && statement.rule == "count") begin = q.begin;
  while (begin < q.begin && (p_.is_any(begin, ",|and|with|while|;|(|)|--|but|:") || parts_.is(begin, PartKind::period)))
    ++begin;
  place(statement, begin, end, q.begin, q.end);
  if (future(q.begin) && !(of_another_time && d_.when.published && statement.period.known() &&
                           sys_days(statement.period.last) < sys_days(*d_.when.published)))
    statement.planned = true;
  // "Trade is set to grow 5 percent this year, with exports of machinery rising 7 percent"
  if (d_.when.to_come.known() && statement.period == d_.when.to_come) statement.planned = true;
  // "The forecast follows a fall of 3 percent in 2009. Exports to Peru were down 5 percent": a text that has only told
  // of plans goes on with what has been
  const auto plans = std::span(result_.statements).first(statements_before_);
  const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  if (of_another_time && verb != Clause::none && p_.is_any(verb, "follows|followed|comes|came") && !plans.empty() &&
      !d_.when.period.known() && std::ranges::all_of(plans, &Statement::planned))
    d_.tell_time(statement.period, Telling::within);
  if (const Interval& by = statement.value.interval;  // "fell by nearly 18 percent": by no more, open above
      statement.kind == StatementKind::change || statement.kind == StatementKind::growth)
    ways_[k] = (std::isfinite(by.high) ? by.high : by.low) < 0 ? Direction::down : Direction::up;
  // What follows ("170,000 containers, an increase of 56.5 percent") is of the same.
  Series said = series;
  said.subjects = {statement.subject};
  said.flow = statement.flow;
  said.measure = statement.measure.starts_with("average_growth_of_") ? series.measure : statement.measure;
  said.product = statement.product;
  if (series.partners.size() < 2 || statement.partner != series.partner()) said.partners = {statement.partner};
  said.part = said.part || (part_of_whole_ && whole_product_.empty());
  Scope& scope = scopes_[clauses_.at(q.begin)];
  // "invested $10 billion in 49 countries, up 5 percent": not of the countries.
  // nor "followed by Singapore with 194 projects worth $4 billion" of the projects
  const bool of_places =
      q.kind == QuantityKind::count &&
      (p_.can(q.end - 1, use::company | use::place) ||
       (p_.is_any(q.end - 1, "projects|applications") && d_.about.last.measure.starts_with("investment")));
  const bool rate = statement.kind == StatementKind::rate;  // "... a 25 percent tariff": no trade of who levies it
  const bool of_number = q.kind == QuantityKind::percent && ledger_measure(series.measure) &&
                         !ledger_measure(statement.measure);  // "up 3 percent in number and 5 percent in value"
  // "Of the five gates, Muse handled $5 billion": of what has been told of them
  const bool among_them = q.kind == QuantityKind::count && p_.ends_before(q.begin, "of the") &&
                          q.begin <= clauses_[clauses_.at(q.begin)].begin + 2;
  if (!of_places && !rate && !of_number && !among_them &&
      (q.kind != QuantityKind::count || !said.flow.empty() || !scope.topic.known())) {
    scope.figure = said;
    scope.figure_at = q.begin;
    // "Private firms contributed $5 billion to foreign trade, up 9 percent": of theirs, still
    const std::size_t gave = clauses_[clauses_.at(q.begin)].verb;
    for (const auto& whole : measures_)
      if (p_.is(q.end, "to") && p_.is(gave, "contributed") && whole.begin == p_.skip_the(q.end + 1))
        measures_read_.insert(whole.head);
  }
  if (q.kind != QuantityKind::count && !rate &&
      (is_trade_flow(said.flow) || said.measure.starts_with("investment") || said.measure.starts_with("contracted"))) {
    // What stands in brackets ("Singapore (-14.3%)") is not what the text goes on about.
    if (!said_aside(q.begin) || !d_.about.last.known()) {
      const bool from_one = said.flow == "inward" && said.is_pair();  // of a text on investment from everywhere
      // "Investment in Africa rose. Kenya drew $5 billion": one of the members, in passing
      Series whole = said;
      if (const Series& first = d_.about.first;
          said.flow == "inward" && first.flow == "inward" && member_of(said.subject(), first.subject()))
        whole.subjects = first.subjects, whole.partners = first.partners;
      // "Gold fetched $5 billion; 40 percent of it went to Peru. Cocoa brought $1 billion": from all
      const bool some_of_it =
          p_.match_any(q.end, "of it|of them|of these|of this") && p_.is_any(q.end + 2, "went|came");
      d_.speak_of(whole, one_of_many_ || from_one || some_of_it || of_a_rank(said, clauses_.at(q.begin)));
      if (const Series& first = d_.about.first;
          first.is_pair() && said.is_pair() && said.subject() == first.subject() && said.partner() != first.partner() &&
          !member_of(said.partner(), first.partner())) {
        d_.tell_of_another(said.partner());
        // "Sales to the US rose, while those to China fell. Exports of cars dropped": to all
        Series& topic = d_.about.topic;
        if (!d_.about_pair() && !topic.two_sided && topic.partner() == first.partner() && topic.flow == said.flow &&
            topic.product == said.product)
          topic.partners = {world_total};
      }
      d_.about.said = said;
      if (part_of_whole_) {
        // "Knitwear fetched $3 billion and woven items $2 billion": of what the first was a part of
        if (whole_product_ == part_said_) whole_product_ = whole_said_;
        d_.about.last.product = whole_said_ = whole_product_;
        part_said_ = said.product;
      } else if (!part_said_.empty() && said.product == part_said_) {
        d_.about.last.product = whole_said_;  // ", up 5 percent"
      }
      if (said.part) d_.about.last.product.clear();
    }
  }
  // "Exports of rare earths rose to 5,577 tonnes", at the head of a text: it is on the trade in these. What one
  // partner bought tells that only of goods that the title has named, too.
  if (const Series& first = d_.about.first; statement.measure == "quantity" && has_direction(said.flow) &&
                                            !said.product.empty() &&
                                            (first.known() ? first.product == said.product && first.flow == said.flow
                                                           : !said.is_pair() || d_.about.mentioned.size() > 1)) {
    Series trade = said;
    trade.measure = "goods_trade";
    d_.speak_of(trade, one_of_many_ || said.is_pair());
    d_.about.said = trade;
  }
  // "Exports would reach $20 billion this year", "in the remainder of the year": the text goes on in what it has told.
  const Period &now = d_.when.period, &its_own = statement.period;
  const bool not_yet = d_.when.published && its_own.known() && !its_own.open_start &&
                       sys_days(its_own.first) > sys_days(*d_.when.published);
  const bool to_come = d_.when.published && sys_days(its_own.last) > sys_days(*d_.when.published) &&
                       (now.known() ? now.last_year() == its_own.last_year() && !now.open_start &&
                                          (its_own.is_year() || (statement.planned && now.last < its_own.first))
                                    : its_own.is_year() && statement.planned);
  if (to_come) d_.when.to_come = statement.period;
  const bool aside = period && aside_of(period->begin);
  if (statement.period.known() && !to_come && !statement.period.open_start && statement.kind != StatementKind::count &&
      !of_another_time && !(period && period->role == PeriodRole::same && period->years_back) && !statement.planned &&
      !(not_yet && now.known()) && tells_time(q.begin, period) &&
      !(period && p_.is(q.begin - 1, "the") && d_.of_old(its_own)) &&
      !(aside && (time_told_ || (d_.of_old(its_own) && before_its_verb(clauses_.at(period->begin))))) &&
      !only_compares(q.begin))
    d_.tell_time(statement.period, telling(period)), time_told_ = true;
  else if (aside && !of_another_time && !its_own.open_start && !to_come)
    d_.when.told_last = its_own;  // "The shortfall in the period ...": in this one
  // A time that only an earlier paragraph has named may have passed.
  if (statement.period_assumed && !period && !d_.time_told_here() && statement.kind != StatementKind::count)
    statement.doubtful = true;
  d_.go_through(role_in(statement, q.begin, false));
  if (series.partners.size() > 1 && statement.partner.empty()) statement.partner = unnamed_party;  // several, not all
  statement.planned = statement.planned || not_yet;  // "agreed to work towards trade of $5 billion by 2030"
  push(statement);
}

}  // namespace tradewind
