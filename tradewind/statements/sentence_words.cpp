// Where a clause begins, what lies between two words, which characters a statement keeps.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"
#include "tradewind/world/lower_case.hpp"

namespace tradewind {

void SentenceReader::take(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < p_.end(); ++i) taken_[i - p_.begin()] = true;
}

bool SentenceReader::taken(std::size_t i) const { return p_.inside(i) && taken_[i - p_.begin()]; }

bool SentenceReader::contains(AnyOf phrases) const {
  if (!phrases.may_begin(shapes_)) return false;
  for (std::size_t i = p_.begin(); i < p_.end(); ++i)
    if (p_.match_any(i, phrases)) return true;
  return false;
}

// Where what stands before a token begins to belong to it: at its own clause, or at that on which it hangs.
std::size_t SentenceReader::clause_begin(std::size_t at) const {
  std::size_t i = at;
  while (i > p_.begin()) {
    if (p_.is_any(i - 1, ";|while|whereas|:|--|although|but")) return i;
    --i;
  }
  return i;
}

bool SentenceReader::inside_measure(const PartyMention& party) const {
  return std::ranges::any_of(measures_,
                             [&](const MeasureMention& m) { return party.begin >= m.begin && party.end <= m.end; });
}

bool SentenceReader::inside_rank(const PartyMention& party) const {
  return std::ranges::any_of(parts_.ranks,
                             [&](const RankMention& r) { return party.begin >= r.begin && party.end <= r.end; });
}

std::string_view SentenceReader::slice(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  return text_.substr(p_.token(begin).place.begin, p_.token(end - 1).place.end - p_.token(begin).place.begin);
}

std::size_t SentenceReader::behind_brackets(std::size_t i) const {
  if (p_.is(i, "("))
    for (++i; p_.inside(i) && !p_.is(i - 1, ")");) ++i;
  return i;
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

void SentenceReader::push(Statement statement) {
  const bool with_somebody = statement.partner == unnamed_party, of_somebody = named_party(statement.subject);
  if (statement.measure == "gdp" && statement.kind != StatementKind::rank && statement.kind != StatementKind::share)
    statement.partner = {};
  // "Output rose 5 percent", where the text names one party alone
  if (statement.subject.empty() && !ledger_measure(statement.measure) && d_.who.alone &&
      statement.kind != StatementKind::date && statement.kind != StatementKind::milestone)
    statement.subject = d_.who.main;
  if (statement.subject == unnamed_party) statement.subject = {};
  if (statement.partner == unnamed_party) statement.partner = {};
  // "Services contributed a surplus of $6 billion": a measure, no goods
  if (is_trade_flow(statement.flow) && statement.measure.ends_with("_trade") &&
      (statement.product == "services" || statement.product == "goods" || statement.product == "merchandise")) {
    statement.measure = statement.product == "services" ? "services_trade" : "goods_trade";
    statement.product.clear();
  }
  // "China's outbound investment rose", "its contracted projects abroad": with all
  if (statement.partner.empty() && of_somebody && statement.kind != StatementKind::rank &&
      ((statement.measure.starts_with("investment") && (statement.flow == "outward" || statement.flow == "inward")) ||
       statement.measure == "investment_stock" || statement.measure.starts_with("contracted_projects")) &&
      !with_somebody)
    statement.partner = world_total;
  // "Deals worth $40 billion were signed at the fair": at the one that the text reports on.
  if (!statement.period.known() && d_.when.published && !statement.subject.empty() &&
      statement.subject == d_.who.event && statement.kind != StatementKind::date &&
      statement.kind != StatementKind::milestone)
    statement.period = Period::year(static_cast<int>(d_.when.published->year())), statement.period_assumed = true;
  // Two-way investment is mostly told as a sum of many years, whatever year the text is in.
  if (statement.measure == "investment_flow" && statement.flow == "two-way" && statement.period_assumed)
    statement.doubtful = true;
  // China's exports to the United States by American figures are not what China's customs count.
  if (is_trade_flow(statement.flow) && !d_.who.teller.empty() && d_.who.teller == statement.partner &&
      d_.who.teller != statement.subject)
    statement.doubtful = true;
  result_.statements.push_back(std::move(statement));
}

bool SentenceReader::future(std::size_t at) const {
  // "The goal for trade with Peru, set when its president came in April, is $2 billion by 2030"
  const std::size_t first = p_.can(p_.begin(), use::determiner | use::pronoun) ? p_.begin() + 1 : p_.begin();
  if (p_.is_any(first, "goal|target|aim|objective") && p_.is(at - 1, "is")) return true;
  for (std::size_t i = at > p_.begin() + 12 ? at - 12 : p_.begin(); i < at; ++i) {
    if (p_.can(i, use::to_come)) return true;
    if (p_.is(i, "to") && p_.is(i + 1, "be") && !p_.is_any(i - 1, "continued|continues|continue|continuing|proved"))
      return true;
    // "World trade to grow 2 percent in 2023", a headline
    if (p_.is(i, "to") && p_.can(i + 1, use::direction | use::reach | use::exceed) && p_.can(i + 1, use::verb) &&
        headline() && (verbless() || clauses_[clauses_.at(i)].verb > i))
      return true;
    if (p_.is_any(i, "set|work|slated|due|likely|plan|hope|want") &&
        p_.match_any(i, "set to|work toward|slated to|due to be|likely to|plan to|hope to|want to"))
      return true;
  }
  return false;
}

std::size_t SentenceReader::segment_begin(std::size_t k) const {
  const Quantity& q = parts_.quantities[k];
  std::size_t from = clauses_[clauses_.at(q.begin)].begin;
  // "Investment in 48 countries rose 5 percent": what is counted within the subject is no figure of its own.
  const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  const auto in_subject = [&](const Quantity& other) {
    // "followed by Singapore with 194 projects worth $4 billion": of whom the projects are.
    if (other.kind == QuantityKind::count && other.end + 1 == q.begin && p_.is(q.begin - 1, "worth") &&
        p_.is(other.begin - 1, "with"))
      return true;
    return other.kind == QuantityKind::count && verb != Clause::none && other.end <= verb && verb < q.begin &&
           q.kind != QuantityKind::count;
  };
  for (std::size_t j = k; j-- > 0;)
    if (clauses_.at(parts_.quantities[j].begin) == clauses_.at(q.begin) && !in_subject(parts_.quantities[j])) {
      from = std::max(from, parts_.quantities[j].end);
      break;
    }
  for (const auto& streak : parts_.streaks)
    if (streak.end <= q.begin) from = std::max(from, streak.end);
  for (const auto& rank : parts_.ranks)
    if (!rank.ranks.empty() && rank.end <= q.begin && rank.end > from &&
        clauses_.at(rank.begin) == clauses_.at(q.begin))
      from = rank.begin;
  return from;
}

bool SentenceReader::same_clause(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (p_.is_any(i, ";|while|whereas|compared|against|versus|after")) return false;
  return true;
}

bool SentenceReader::adjacent(std::size_t from, std::size_t to) const {
  if (to < from || to - from > 4) return false;
  if (to == from + 1 && p_.is(from, ",") && p_.match_any(to, "a year earlier|a year ago")) return true;
  for (std::size_t i = from; i < to; ++i)
    if (!p_.is_any(i,
                   "in|for|during|of|by|as|the|at|end|on|year|-|late|over|through|until|throughout|between|"
                   "recorded|registered|posted|reported|booked|achieved|seen|logged|value|each|annually") &&
        (i != from || (direction_of(p_, i) == Direction::none && !p_.can(i, use::measure))))
      return false;
  return true;
}

Statement SentenceReader::base(const Series& series, const EconomyCode& partner) const {
  Statement statement;
  statement.subject = series.subject();
  statement.partner = partner;
  statement.flow = series.flow;
  statement.measure = series.measure;
  statement.product = series.product;
  // "Its imports of fruit", of Guangxi's: no figure of all of China's
  if (const std::string& place = series.region; !place.empty() && !series.product.starts_with(place)) {
    // "Fujian export value", "Chongqing's private firms", of a text on that place: the name again
    const bool again = series.product.starts_with(lower_case(place));
    const std::string of =
        again ? series.product.substr(place.size()) : (series.product.empty() ? "" : " ") + series.product;
    statement.product = place + of;
  }
  statement.doubtful = series.doubtful;
  return statement;
}

std::pair<std::size_t, std::size_t> SentenceReader::subject_phrase(std::size_t clause, std::size_t from,
                                                                   std::size_t to) const {
  for (std::size_t i = from; i < to;) {
    if (clauses_.at(i) != clause) {
      ++i;
      continue;
    }
    if (parts_.is(i, PartKind::period) || p_.is_any(i, ",|(|)|\"|-|and|but|or|with|:") ||
        (p_.can(i, use::adverb | use::subordinator | use::conjunction | use::relative) && !p_.can(i, use::adjective))) {
      i = parts_.behind(i);
      continue;
    }
    // "Broken down by industry, services drew $4 billion"
    if (i == clauses_[clause].begin && p_.can(i, use::participle) &&
        p_.match_any(i, "broken down by|taken together|put together|measured in|measured by")) {
      while (i < to && !p_.is(i, ",")) ++i;
      continue;
    }
    // "Of the five gates, Muse handled $5 billion"
    if (i == clauses_[clause].begin && p_.is(i, "of")) {
      std::size_t comma = i + 1;
      while (comma < to && !p_.is(comma, ",")) ++comma;
      if (comma < to) {
        i = comma;
        continue;
      }
    }
    if (i == clauses_[clause].begin && p_.is_any(i, "as|after|before|since")) {
      ++i;
      continue;
    }
    // "That compared with forecasts of a widening to $9 billion"
    if (p_.is_any(i, "forecast|forecasts|expectations|predictions|projections|defying")) return {to, to};
    if (const std::size_t turn = p_.match_any(i, "on the other hand|on the one hand|in the other direction");
        turn && turn < to) {
      i = turn;
      continue;
    }
    if (p_.can(i, use::preposition) && p_.is_word(i)) {
      // "In the first half, ..." and what hangs on it.
      ++i;
      if (parts_.is(i, PartKind::period)) continue;
      const std::size_t end = noun_phrase_end(parts_, i);
      i = std::max(p_.is(end, "terms") ? end + 1 : end, i);  // "In US dollar terms"
      continue;
    }
    // A clause that begins with its verb has no subject of its own: ", taking goods worth $2 billion".
    if (i == clauses_[clause].begin + (p_.is(clauses_[clause].begin, ",") ? 1U : 0U) &&
        clauses_[clause].link == Link::participle && p_.can(i, use::gerund) &&
        p_.can(i, use::buy | use::sell | use::trade_verb | use::hold))
      return {to, to};
    if (i == clauses_[clause].verb || p_.can(i, use::passive) || carries_clause(parts_, i)) return {to, to};
    const std::size_t verb = clauses_[clause].verb > i ? clauses_[clause].verb : to;  // "crude oil earning $3 billion"
    std::size_t end = std::min({noun_phrase_end(parts_, i), to, verb});
    if (end <= i) return {to, to};
    // "Mineral fuels, lubricants and related materials rose"
    if (std::size_t list = end; p_.is(end, ",") && p_.can(end - 1, use::goods))
      if (!goods_at(parts_, i, list).empty() && list <= to) end = list;
    // "Articles of apparel"
    if (const std::size_t of = noun_phrase_end(parts_, end + 1);
        p_.is(end, "of") && p_.can(end - 1, use::goods) && of > end + 1 && p_.can(of - 1, use::goods) && of <= to)
      end = of;
    return {i, end};
  }
  return {to, to};
}

}  // namespace tradewind
