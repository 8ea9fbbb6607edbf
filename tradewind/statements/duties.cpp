// Tariffs, taxes and other rates in percent: which percentages are rates, and whose they are on whose goods.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// "The US announced a 26 percent tariff on Indian goods", "exports to the US, subject to a 25 percent tariff", "Japan
// faces a 10 percent tariff": of who levies it, not of who pays.
void SentenceReader::levied_by(Statement& statement, const Quantity& q) const {
  const std::size_t clause = clauses_.at(q.begin), verb = clauses_[clause].verb;
  const bool pays = verb != Clause::none && p_.is_any(verb, "face|faces|faced|pay|pays|paid");
  EconomyCode levies, payer;
  const Quantity* next = nullptr;
  for (const auto& other : parts_.quantities)
    if (other.begin > q.end && !next) next = &other;
  for (const auto& party : parts_.parties) {
    if (clauses_.at(party.begin) != clause || party.name.code.empty()) continue;
    if (next && party.begin > next->begin) break;  // "19 percent on Peru and 20 percent on Chile"
    // "Goods from Vietnam face a US tariff of 20 percent"
    if (pays && party.end <= verb && p_.is_any(p_.before_the(party.begin) - 1, "from|of")) {
      payer = party.name.code;
      continue;
    }
    if (pays && party.begin > verb && party.end < q.begin) {
      levies = party.name.code;
      continue;
    }
    const bool acts =
        verb != Clause::none && party.end <= verb && !party.possessive && !inside_measure(party) &&
        (party.name.role == NameRole::name || party.name.role == NameRole::capital) &&
        (party.begin <= clauses_[clause].begin + 1 || !p_.can(p_.before_the(party.begin) - 1, use::preposition));
    if (acts && !pays)
      levies = party.name.code;
    else if (acts || party.begin >= q.end)
      payer = party.name.code;
  }
  if (levies.empty() && !payer.empty() && payer != d_.who.levies && result_.statements.size() > statements_before_ &&
      result_.statements.back().kind == StatementKind::rate)
    levies = d_.who.levies;
  if (!levies.empty()) {
    d_.who.levies = levies;
    if (!payer.empty() || statement.partner == levies) statement.partner = payer.empty() ? statement.subject : payer;
    statement.subject = levies;
    return;
  }
  if (const auto who = agents(clause); payer.empty() && who.size() == 1)
    statement.subject = pays ? EconomyCode{} : who.front();
  if (payer.empty() && statement.flow == "exports" && named_party(statement.partner)) payer = statement.subject;
  if (payer.empty() || (statement.subject != payer && named_party(statement.subject))) return;
  statement.subject =
      named_party(statement.partner) && statement.partner != payer ? statement.partner : d_.other(payer);
  statement.partner = payer;
}

// "China's average tariff on ASEAN goods": whose, on whose.
void SentenceReader::duty_between(Statement& statement, std::size_t from, std::size_t to) const {
  EconomyCode levies, payer;
  for (const auto& party : parts_.parties) {
    if (party.begin < from || party.end > to || party.name.role == NameRole::agreement) continue;
    std::size_t before = p_.before_the(party.begin);
    while (p_.can(before - 1, use::number | use::company)) before = p_.before_the(before - 1);
    if (p_.is(before - 1, "on"))
      payer = resolve(party, true);
    else if (party.possessive || p_.is(before - 1, "of"))
      levies = resolve(party, true);
  }
  if (levies.empty() || payer.empty()) return;
  statement.subject = levies, statement.partner = payer;
}

// "threatened a levy of 36 percent", "brought the duty on cars down to 15 percent"; not "exports hit by duties fell 5
// percent".
// ... Of an amount: "saved 3 billion yuan in tariffs", "tariff cuts of $2 million", "cut tariffs by $9 million"; not
// "tariffs on $200 billion of goods", "tariffs cut exports by $9 million".
bool SentenceReader::of_a_duty(const Quantity& q) const {
  if (q.kind == QuantityKind::money) {
    constexpr AnyOf duties = "tariff|tariffs|duty|duties|levies";
    if (p_.is_any(q.end, "in|of|on|worth")) {
      std::size_t i = p_.is(q.end, "worth") ? q.end + 2 : q.end + 1;
      while (p_.is_any(i, "import|customs|reduced|lower|extra|additional|annual|punitive|us") ||
             p_.can(i, use::number | use::adjective))
        ++i;
      return p_.is_any(i, duties) && !p_.is(i + 1, "-") && !p_.is_any(i + 1, "free|hit");
    }
    for (std::size_t i = q.begin; i-- > clauses_[clauses_.at(q.begin)].begin;) {
      if (p_.is_any(i, duties)) {
        std::size_t first = i;
        while (p_.is_any(first - 1, "import|customs|the") || p_.can(first - 1, use::adjective)) --first;
        return !p_.is(i + 1, "-") &&
               !p_.is_any(first - 1, "despite|under|amid|after|before|without|as|free|by|to|than");
      }
      const bool of_things = p_.is_any(i, "worth|valued") && (p_.can(i - 1, use::goods) || p_.is(i - 1, "products"));
      if (of_things || parts_.is(i, PartKind::quantity) || p_.is_any(i, "and|,|cost|costs") ||
          (p_.is(i, "on") && i + 1 == q.begin))
        return false;
      if (std::ranges::any_of(measures_, [i](const MeasureMention& m) { return m.head == i; })) return false;
    }
    return false;
  }
  if (against_time(q) != Direction::none)
    return false;  // "Duties rose, but exports were 5 percent below their level in May"
  const Clause& here = clauses_[clauses_.at(q.begin)];
  // "Cars are taxed at 35 percent, wine at 27 percent"
  if (const Quantity* before = parts_.before(q);
      before && p_.is(q.begin - 1, "at") && here.verb == Clause::none && p_.is(before->begin - 1, "at") &&
      result_.statements.size() > statements_before_ && result_.statements.back().rule == "rate")
    return true;
  // "duties on cars, which are up to 14 percent"
  const bool relative = here.link == Link::relative && here.parent != Clause::none && here.verb != Clause::none &&
                        p_.can(here.verb, use::be) && here.verb == here.begin + 1;
  // "It cuts duties for EU exports, such as cars (currently 35 percent)"
  const bool bracketed =
      (p_.is(q.begin - 1, "(") || (p_.is(q.begin - 2, "(") && p_.is_any(q.begin - 1, "currently|now"))) &&
      !p_.is_any(q.begin, "+|-") && !q.number.digits.starts_with('-') && !p_.is(q.end, "of");
  if (bracketed && !relative)
    for (std::size_t i = q.begin; i-- > p_.begin() && !parts_.is(i, PartKind::quantity) &&
                                  !(p_.can(i, use::direction) && p_.can(i, use::verb)) &&
                                  !p_.can(i, use::change_noun | use::share_noun);)
      if (p_.is_any(i, "tariff|tariffs|duty|duties")) return true;
  const std::size_t begin = relative ? clauses_[here.parent].begin : here.begin;
  for (std::size_t i = relative ? here.begin : q.begin; i-- > begin;) {
    if (p_.is_any(i, "tariff|tariffs|duty|duties|levy|levies|taxed")) return true;
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
    if (p_.is_any(i,
                  "tariff|tariffs|duty|duties|levy|levies|tax|taxes|interest|inflation|rate|rates|"
                  "utilization|unemployment|exempt|baseline|coverage"))
      return true;
  return false;
}

}  // namespace tradewind
