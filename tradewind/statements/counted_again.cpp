// What a number counts that stands without its noun: the noun is that of a whole, of the clause's subject, or of what
// was counted before.
#include <algorithm>
#include <utility>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::name_counts() {
  const Quantity* before = nullptr;  // the last thing counted in this sentence
  for (auto& q : parts_.quantities) {
    if (q.kind != QuantityKind::count) continue;
    if (q.noun.empty()) name_count(q, before);
    if (before && q.unit == "ones") q.noun = q.unit = before->unit;  // "36 new projects and three existing ones"
    if (q.noun.empty() || q.noun.ends_with("more") || q.noun.ends_with("fewer")) continue;
    if (!before || !p_.can(q.end - 1, use::company | use::place)) before = &q;  // "firms from 60 countries": the firms
  }
}

void SentenceReader::name_count(Quantity& q, const Quantity* before) const {
  // "visitors numbered 12", but no "Route 9" and no "G 20"
  if (p_.is_word(q.first - 1) && q.begin == q.first && p_.capital(q.first - 1) && q.first - 1 > p_.begin() &&
      !parts_.party_at(q.first - 1))
    return;
  // "19 out of the 21 sectors", "ten of 15 markets": of the whole
  if (const std::size_t of = p_.match_any(q.end, "of the|out of the|of its|out of|of"))
    if (const Quantity* whole = parts_.quantity_at(of); whole && whole->kind == q.kind && !whole->noun.empty()) {
      q.noun = whole->noun, q.unit = whole->unit;
      q.named = true;
      return;
    }
  // "nine areas, five of them new"
  if (p_.match_any(q.end, "of them|of these|of those|of which") && (before || !d_.counted.noun.empty())) {
    q.noun = before ? before->noun : d_.counted.noun, q.unit = before ? before->unit : d_.counted.unit;
    q.named = true;
    return;
  }
  if (q.spelled && !(p_.is(q.begin - 1, "from") && p_.is(q.end, "to"))) return;  // "from two to 20"
  // "over 120 African and 250 Indian delegates"
  if (const PartyMention* whose = parts_.party_at(q.end); whose && p_.is(whose->end, "and"))
    if (const Quantity* beside = parts_.quantity_at(whose->end + 1);
        beside && beside->kind == q.kind && !beside->noun.empty()) {
      q.noun = beside->noun, q.unit = beside->unit;
      return;
    }
  // "Of the new projects, 590 were approved and 331 topped $1 million"
  if (const std::size_t end = p_.is(p_.begin(), "of") ? noun_phrase_end(parts_, p_.begin() + 1) : 0;
      p_.is(end, ",") && p_.word(end - 1).ends_with('s') && p_.is_any(q.begin - 1, ",|and") &&
      p_.can(q.end, use::finite | use::auxiliary) && !in_measure(p_.begin() + 1, end)) {
    q.noun = q.unit = p_.word(end - 1);
    q.named = before != nullptr;
    return;
  }
  std::string noun = number_of(q);
  if (noun.empty()) noun = counted_subject(q);
  if (!noun.empty()) {
    q.named = before && before->noun == noun;
    q.noun = q.unit = noun;
    return;
  }
  // "drew 1,600 firms, with another 900 online", "from some 500 kinds to over 3,600", "down from 1,501"
  const bool led = p_.can(q.begin - 1, use::preposition) ? !p_.is(q.begin - 1, "of")
                                                         : p_.is_any(q.begin - 1, "another|the|than|further");
  // "The line carried 6 million tonnes; exports made up 2 million"
  const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  const bool weighs = q.number.scale >= 6 && verb != Clause::none && verb < q.begin && q.begin - verb <= 2 &&
                      p_.can(verb, use::compose | use::reach | use::be | use::become) &&
                      unit_of_goods(before ? before->unit : d_.counted.unit);
  // "drew 2,400 firms, 300 more than a year ago"
  const bool more = p_.is_any(q.end, "more|fewer") && p_.is(q.end + 1, "than");
  // "while over 2,000 came online"
  const bool beside = p_.is(q.begin - 1, "and") && p_.is(q.end, "in") && parts_.is(q.end + 1, PartKind::period);
  const bool acts = p_.can(q.end, use::be | use::auxiliary | use::guessed | use::finite) &&
                    p_.can(q.begin - 1, use::subordinator | use::conjunction);
  // "welcomed 7 million tourists and Peru 3 million"
  const bool gapped =
      p_.is_any(q.end, ",|.|and|in") && parts_.party_at(q.first - 1) && !parts_.party_at(q.first - 1)->possessive;
  // "of which 99 came from Japan, 72 from Peru and 31 from Chile"
  const bool listed = p_.is_any(q.begin - 1, ",|and") && p_.is_any(q.end, "from|in|to|by|for") &&
                      party_named_at(p_, parts_.parties, q.end + 1) && before && before->named;
  const bool draws = p_.can(q.first - 1, use::draw) && parts_.party_at(q.first - 2);  // "while Peru drew 3 million"
  if (before && (led || more || acts || beside || weighs || gapped || listed || draws ||
                 p_.ends_before_any(q.begin, "of which|of whom"))) {
    q.noun = before->noun, q.unit = before->unit;
    q.named = true;
  } else if (!before && !d_.counted.noun.empty() && (weighs || counted_again(q))) {
    q.noun = d_.counted.noun, q.unit = d_.counted.unit;
    q.named = true;
  }
}

// "The number stood at 1,653 a year ago", "It rose to 2,195 from 1,501": of what the sentence before counted.
bool SentenceReader::counted_again(const Quantity& q) const {
  const Clause& clause = clauses_[clauses_.at(q.begin)];
  if (p_.is(q.begin - 1, "another") ||
      p_.ends_before_any(q.begin, "of these ,|of them ,|of which|of whom|of the total ,"))
    return true;
  // "In April alone, 6,800 were set up"
  if (p_.can(q.end, use::be | use::auxiliary) && (q.begin == p_.begin() || p_.is(q.begin - 1, ","))) return true;
  // "Thailand drew 7 million tourists. Peru welcomed 3 million"
  if (p_.can(q.first - 1, use::draw) && parts_.party_at(q.first - 2)) return true;
  std::size_t verb = clause.verb;
  if (verb == Clause::none && clause.parent != Clause::none) verb = clauses_[clause.parent].verb;
  if (verb == Clause::none || verb > q.begin) return false;
  const std::size_t begin = p_.skip_the(p_.begin());
  return p_.is_any(begin, "number|figure|total|tally|it|this|numbers|count") && begin < verb;
}

// The noun phrase behind "number of", or before "numbers" and "arrivals".
std::string SentenceReader::number_of(const Quantity& q) const {
  if (p_.ends_before_any(q.begin, "population of|population of about|population of over")) return "people";
  const std::size_t begin = clause_begin(q.begin);
  // "visitor numbers dropped to 461,000 from 480,000"
  for (std::size_t i = q.begin; i-- > begin + 1;)
    if (p_.is_any(i, "numbers|arrivals") && p_.is_word(i - 1) && !parts_.is(i, PartKind::quantity))
      return std::string(p_.word(i - 1)) + (p_.word(i - 1).ends_with('s') ? "" : "s");
  for (std::size_t i = q.begin; i-- > begin;) {
    if (!p_.match(i, "number of")) continue;
    std::string noun;
    std::size_t from = i + 2;  // "the number of Chinese-invested companies"
    while (parts_.party_at(from) || p_.is_any(from, "-|invested|funded|owned|backed")) from = parts_.behind(from);
    for (std::size_t k = from; k < q.begin && (p_.is_word(k) || p_.is(k, "-")); ++k) {
      if (p_.is(k, "-")) continue;
      if (is_verb(p_.word(k)) || p_.is_any(k, "that|who") ||
          (!noun.empty() && p_.can(k, use::gerund) && !p_.can(k, use::traders)) ||
          (p_.can(k, use::preposition) && !p_.is(k, "of")))
        break;
      noun += (noun.empty() ? "" : " ") + std::string(p_.word(k));
    }
    return noun;
  }
  return {};
}

// "The types of goods carried have increased from over 500 to more than 3,600": what the verb is said of, in the
// plural.
std::string SentenceReader::counted_subject(const Quantity& q) const {
  std::size_t clause = clauses_.at(q.begin);
  if (clauses_[clause].verb == Clause::none && clauses_[clause].parent != Clause::none)
    clause = clauses_[clause].parent;
  // "Trains exceed 10,000"
  const std::size_t verb = clauses_[clause].verb == Clause::none && q.threshold ? q.begin : clauses_[clause].verb;
  const bool led = q.threshold || p_.is_any(q.begin - 1, "to|from|at") || p_.can(q.begin - 1, use::reach | use::exceed);
  if (verb == Clause::none || verb > q.first || !led || q.number.scale >= 6) return {};
  const auto [begin, end] = subject_phrase(clause, clauses_[clause].begin, verb);
  if (begin >= end || in_measure(begin, end)) return {};
  const std::size_t head = end - 1;
  if (!p_.word(head).ends_with('s') || parts_.owner(head).kind != PartKind::none || p_.is_any(head, "prices|'s") ||
      p_.can(head, use::value_noun | use::figure_noun | use::change_noun | use::share_noun | use::place | use::pronoun))
    return {};
  const std::size_t whole = p_.is(end, "of") ? noun_phrase_end(parts_, end + 1) : end;
  return whole > end + 1 ? noun_words(parts_, begin, end) + " of " + noun_words(parts_, end + 1, whole)
                         : noun_words(parts_, begin, end);
}

// "compared with 24 million trips", "from some 500 kinds to 3,600"; not "from 45 countries"
bool SentenceReader::is_base_count(const Quantity& q) const {
  if (!is_base(q)) return false;
  const Quantity* next = &q + 1;
  const Quantity* before = parts_.before(q);
  const bool rises = (next < parts_.quantities.data() + parts_.quantities.size() && next->noun == q.noun) ||
                     (before && before->unit == q.unit && p_.is(before->begin - 1, "to"));  // "to 5 from 3 tonnes"
  return q.named || rises || !p_.is(q.begin - 1, "from");
}

// "The investment involved 2,600 projects, up 34 percent", "2,600 projects with $8 billion of capital, up 34 percent in
// number and 57 percent in value": of what was counted, not of the money.
void SentenceReader::growth_of_count(Statement& statement, const Quantity& q, const DirectionFound& direction) const {
  const Counted& counted = d_.counted;
  // "Some 1.2 million people came. The number is 40 percent below that of 2019"
  const bool the_number = counted.sentences_ago == 1 && !series_in_sentence() &&
                          p_.is_any(p_.skip_the(p_.begin()), "number|tally|count|volume");
  if (counted.noun.empty() || (counted.sentences_ago > 0 && !the_number)) return;
  const bool in_number = p_.match_any(q.end, "in number|in the number of|in terms of number|in numbers") != 0;
  const bool behind = std::ranges::any_of(parts_.quantities, [&](const Quantity& one) {
    std::size_t end = one.end;  // "1,800 TEUs of goods in the first half, up 34 percent"
    if (p_.is_any(end, "of|for")) end = noun_phrase_end(parts_, end + 1);
    if (p_.is_any(end, "in|during") && parts_.is(end + 1, PartKind::period)) end = parts_.behind(end + 1);
    return one.noun == counted.noun && !p_.can(one.end - 1, use::company | use::place) && end < q.begin &&
           q.begin - end <= 4 && p_.is(end, ",") && direction.direction != Direction::none && direction.adjacent &&
           ledger_measure(statement.measure);
  });
  if (!in_number && !behind && !the_number) return;
  of_series(statement, counted.of);
}

// "Thailand shipped 2 million tonnes of rice. The exports were worth $1 billion", "They brought in $1 billion": what
// the goods that the sentence before weighed came to.
std::optional<Series> SentenceReader::worth_of_weighed() const {
  const Counted& counted = d_.counted;
  if (counted.sentences_ago != 1 || !unit_of_goods(counted.unit) || !has_direction(counted.of.flow) ||
      counted.of.product.empty() || series_in_sentence())
    return std::nullopt;
  Series series = counted.of;
  series.measure = "goods_trade";
  return series;
}

// "43 chemical projects worth $4 billion", "deals worth $4 billion were signed": an investment, there; of what is
// agreed at a fair nobody's flow.
void SentenceReader::worth_of_things(Statement& statement, const Quantity& q) const {
  // "On investment, it approved 43 projects from Japan, with a total value of $4 billion": of these
  if (const Counted& counted = d_.counted;
      counted.unit == "projects" && counted.sentences_ago == 0 && named_party(counted.of.subject()) &&
      statement.measure.starts_with("investment") && statement.partner != counted.of.partner() &&
      (!counted.of.partner().empty() || !named_party(statement.partner)) &&
      p_.ends_before_any(q.begin, "value of|worth|valued at|capitalised at|capitalized at"))
    of_series(statement, counted.of);
  // "contracts worth $4 billion", "a $4 billion deal": what the amount is of, whatever its clause is about
  constexpr AnyOf agreed = "deals|contracts|agreements|deal|contract";
  std::size_t noun = q.first - 1;
  while (p_.can(noun,
                use::preposition | use::gerund | use::adverb | use::passive | use::total | use::reach | use::exceed) ||
         p_.is_any(noun, "a|valued|combined|than"))
    --noun;
  if (!p_.is_any(noun, agreed)) noun = q.end;
  const bool of_agreed = p_.is_any(noun, agreed) && !statement.measure.starts_with("contracted") &&
                         !statement.measure.starts_with("investment");
  if (of_agreed) {
    statement.measure = p_.word(noun), statement.product.clear(), statement.flow.clear();
    if (!statement.measure.ends_with('s')) statement.measure += 's';
  }
  const std::string_view thing = last_word(statement.measure);
  // "issued 900 certificates of origin for goods worth $5 billion", "under the RCEP": of what leaves with them
  if (thing == "certificates" &&
      (contains("certificates of origin") || std::ranges::any_of(parts_.parties, [](const PartyMention& party) {
         return party.name.bloc || party.name.role == NameRole::agreement;
       }))) {
    statement.flow = "exports", statement.measure = "goods_trade", statement.product.clear();
    for (const auto& party : parts_.parties)
      if (party.name.bloc && statement.partner.empty()) statement.partner = resolve(party, false);
    if (statement.partner.empty()) statement.partner = world_total;
    if (statement.subject.empty() || statement.subject == statement.partner) statement.subject = d_.who.main;
    return;
  }
  const bool projects = thing == "projects" || thing == "applications" || thing == "investments";
  // "220 Chinese investments worth $4 billion were approved", of a text on Malaysia: there
  if (thing == "investments" && statement.flow.empty() && named_party(d_.who.main) && named_party(statement.subject) &&
      statement.subject != d_.who.main && statement.partner.empty())
    statement.partner = std::exchange(statement.subject, d_.who.main);
  if (!projects && thing != "deals" && thing != "contracts" && thing != "agreements") return;
  // "Contracted projects were worth $9 billion. Of the projects, 50 topped $5 million"
  if (const Series& last = d_.about.last; thing == "projects" && last.measure.starts_with("contracted")) {
    statement.measure = last.measure, statement.flow = last.flow, statement.partner = last.partner();
    return;
  }
  const std::size_t sector = statement.product.rfind(' ');
  const auto drop_what_was_counted = [&] {
    statement.product.erase(sector == std::string::npos ? 0 : sector);
    if ((uses_of(last_word(statement.product)) & (use::goods | use::traders)) == 0 &&
        !statement.product.ends_with("manufacturing"))
      statement.product.clear();
  };
  if (!projects && event_here().empty() && !contains("expo|exposition|fair")) {
    if (thing != "contracts" && !of_agreed) return;
    statement.measure = "contracted_projects_signed";
    drop_what_was_counted();
    // "It invested $5 billion in Laos and signed 30 contracts there, worth $2 billion"
    const auto things = std::ranges::find_if(parts_.quantities.rbegin(), parts_.quantities.rend(),
                                             [&](const Quantity& one) { return one.end <= q.begin; });
    if (things == parts_.quantities.rend() || things->kind != QuantityKind::count) return;
    const PartyMention* in = p_.is(things->end, "in") ? party_named_at(p_, parts_.parties, things->end + 1) : nullptr;
    if (in && !in->possessive)
      statement.partner = resolve(*in, false);
    else if (const EconomyCode there = d_.about.said.other(statement.subject);
             p_.is(things->end, "there") && !there.empty())
      statement.partner = there;
    return;
  }
  const bool at_fair = !projects || (statement.flow.empty() && statement.subject == event_here());
  if (at_fair && statement.subject.empty()) statement.subject = event_here();
  statement.measure = at_fair ? "investment" : "investment_flow";
  if (!at_fair && (statement.flow.empty() || statement.flow == "two-way"))
    statement.flow = d_.counted.abroad ? "outward" : "inward";
  drop_what_was_counted();
}

// "613 new projects with registered capital of $8 billion were licensed": put in where the projects are.
bool SentenceReader::invested_in_projects(Series& series) const {
  const Counted& counted = d_.counted;
  const bool here = counted.sentences_ago == 0 || p_.is_any(p_.begin() + 1, "investment|investments|capital");
  if (!here || counted.noun.empty() || counted.unit != "projects" || !named_party(counted.of.subject())) return false;
  series.subjects = counted.of.subjects, series.partners = counted.of.partners;
  series.flow = counted.abroad ? "outward" : counted.of.flow.empty() ? "inward" : counted.of.flow;
  series.measure = series.cumulative ? "investment_stock" : "investment_flow";
  return true;
}

void SentenceReader::remember_count(const Statement& statement, const Quantity& q) {
  Counted& counted = d_.counted;
  // "drew 3,000 firms from 60 countries": of the firms
  if (p_.can(q.end - 1, use::company | use::place) && !counted.noun.empty() && counted.sentences_ago == 0) return;
  take_series(counted.of, statement);
  counted.noun = q.noun, counted.unit = q.unit;
  counted.when = statement.period;
  counted.abroad = counted_abroad_;
  counted.sentences_ago = 0;
}

}  // namespace tradewind
