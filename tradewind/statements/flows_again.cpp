// Which flow a figure is of where its clause names none: the other way, both together, what a partner does.
#include "tradewind/statements/sentence.hpp"

namespace tradewind {
namespace {

// Whether the last amounts told are of exports and of imports, of the same parties.
bool exports_and_imports(const std::vector<Statement>& told, std::size_t from = 0) {
  const Statement* last = nullptr;
  for (std::size_t k = told.size(); k-- > from && told.size() - k < 8;) {
    const Statement& one = told[k];
    if (one.kind != StatementKind::level || one.product != told.back().product) continue;
    if (!last)
      last = &one;
    else if (one.flow != last->flow || one.partner != last->partner)
      return one.partner == last->partner && one.subject == last->subject && one.period == last->period &&
             ((one.flow == "exports" && last->flow == "imports") || (one.flow == "imports" && last->flow == "exports"));
  }
  return false;
}

}  // namespace

void SentenceReader::flow_again(Series& series, std::size_t clause, const Quantity& q) const {
  other_way(series, clause, q.begin, q.end);
  if (!is_trade_flow(series.flow)) return;
  // "Exports fell to $4 billion and imports to $8 billion. Together they came to $12 billion."
  // "... exports of $4 billion and imports of $8 billion, a total of $12 billion"
  const bool sum = p_.ends_before_any(q.begin, "a total of|a combined|for a total of") &&
                   p_.is_any(q.begin - 4, ",|making|totalling|-|or|for") && series_in_sentence() &&
                   exports_and_imports(result_.statements);
  if (sum || both_ways(clause)) {
    series.flow = "trade", series.sign = 1;
    return;
  }
  // "Imports were $5 billion and exports $4 billion. / For the whole year the volume was $99 billion": of both
  if (const Series& first = d_.about.first;
      has_direction(series.flow) && !series_in_sentence() && !d_.spoken_of_here() && first.flow == "trade" &&
      first.subject() == series.subject() && series.product == first.product && clauses_[clause].verb != Clause::none) {
    const auto [begin, end] = subject_phrase(clause, clauses_[clause].begin, clauses_[clause].verb);
    if (begin < end && end - begin <= 2 && p_.is_any(end - 1, "volume|turnover"))
      series.flow = "trade", series.sign = 1;
  }
  // "Brazil took 5 percent more German goods but sold 1 percent less"
  const std::size_t verb = clauses_[clause].verb;
  if (series.is_pair() && verb != Clause::none && verb < q.begin && series.flow != "trade" &&
      p_.is_any(verb, "sold|supplied|bought|took|purchased"))
    if (const auto who = agents(clause); who.size() == 1 && who.front() == series.partner())
      series.flow = p_.can(verb, use::buy) ? "exports" : "imports";
  // "The deficit narrowed. Receipts from Chile fell": what is earned there
  const std::size_t head = clauses_[clause].begin;
  if (!series_in_sentence() && series.flow != "exports" && p_.is_any(head, "receipts|earnings|proceeds") &&
      p_.is(head + 1, "from") && party_named_at(p_, parts_.parties, head + 2))
    series.flow = "exports", series.sign = 1;
  // "Imports rose. Crude oil brought in $9 billion": by being exported
  const bool earns = verb != Clause::none && verb < q.begin &&
                     (p_.is_any(verb, "earned|fetched|grossed") || p_.match(verb, "brought in"));
  // ... "Coffee, with earnings of $5 billion, made up a third"
  const bool earnings = p_.ends_before_any(q.begin, "earnings of|revenue of|revenues of|receipts of|proceeds of");
  if ((earns || earnings) && !series_in_sentence() && series.flow == "imports" && !named_party(series.partner()))
    series.flow = "exports";
  if (series_in_sentence() || q.kind != QuantityKind::percent) return;
  const Series& first = d_.about.first;
  // "Trade rose 4 percent ... / ASEAN accounted for 27 percent of the total": of what the text began with
  if (first.flow == "trade" && first.subject() == series.subject() && !d_.spoken_of_here() && first.product.empty() &&
      p_.match_any(q.end, "of the total|of the sum|of all trade"))
    series = first;
  // "The deficit widened to $5 billion. The ministry aims at growth of 3 percent": of exports, as the text began
  const Series& topic = d_.about.topic.known() && d_.about.topic.flow != "balance" ? d_.about.topic : first;
  if (series.flow == "balance" && topic.product == series.product && topic.subject() == series.subject() &&
      is_trade_flow(topic.flow) && topic.flow != "balance" &&
      (p_.ends_before(q.begin, "growth of") || p_.is(q.end, "growth")))
    series.flow = topic.flow, series.partners = topic.partners, series.sign = 1;
}

// "Exports to Chile were $3 billion. In the other direction went goods worth $2 billion", "$2 billion the other way":
// the flow against the one told last, where the words stand at the head of the clause or before `to`.
void SentenceReader::other_way(Series& series, std::size_t clause, std::size_t from, std::size_t to) const {
  constexpr AnyOf turns =
      "in the other direction|in the opposite direction|in the reverse direction|on the other side of the ledger";
  const std::size_t head = clauses_[clause].begin;
  bool turned = false;
  for (std::size_t i = std::max(head, from > 3 ? from - 3 : head); i < to && !turned; ++i)
    turned = p_.match_any(i, turns);
  for (std::size_t i = head; i < head + 3 && !turned; ++i) turned = p_.match_any(i, turns);
  // "goods worth $5 billion went the other way"
  const std::size_t went = p_.is_any(to, "went|moved|flowed") ? to + 1 : to;
  if (!turned && !p_.match(went, "the other way") && !(went > to && p_.match_any(went, turns))) return;
  for (const Series* one : context(clause, false)) {
    if (one->flow == "balance" || one->flow == "trade" || one->flow.empty()) continue;
    if (one->subject() != series.subject() && named_party(series.subject())) continue;
    series.subjects = one->subjects;
    if (!named_party(series.partner()) || one->is_pair()) series.partners = one->partners;
    series.measure = one->measure;
    series.flow = one->flow == "exports"   ? "imports"
                  : one->flow == "imports" ? "exports"
                  : one->flow == "inward"  ? "outward"
                                           : "inward";
    series.sign = 1;
    return;
  }
}

// Whether the clause is about exports and imports together, of the same parties and told just before.
bool SentenceReader::both_ways(std::size_t clause) const {
  const std::size_t begin = clauses_[clause].begin;
  std::size_t i = begin;
  while (p_.is_any(i, "so|that|and|,")) ++i;
  if (!p_.match_any(i,
                    "together they|together , they|combined , they|taken together , they|the two together|"
                    "the two combined|both together|the total|the sum of the two|totalling|totaling"))
    return false;
  // "exports of $3 billion and imports of $4 billion, totalling $7 billion": in one breath
  return exports_and_imports(result_.statements, p_.is_any(i, "totalling|totaling") ? statements_before_ : 0);
}

// "It rose 5 percent to $3 billion", "Receipts surged": of what the sentence before was about, be it a part.
bool SentenceReader::goes_on(std::size_t clause) const {
  // "The figure was 9 percent higher", at the head of a paragraph: the last one
  if (const std::size_t begin = clauses_[clause].begin;
      !d_.spoken_of_here() && d_.about.said.known() && p_.is_any(begin, "the|this|that") &&
      p_.is_any(begin + 1, "figure|amount") && clauses_[clause].verb == begin + 2)
    return true;
  // "This, the ministry said, constituted 17 percent of total trade", "That was an increase of 8 percent": the last one
  if (d_.about.said.is_pair() && p_.is_any(p_.begin(), "this|that") && clauses_[clause].begin == p_.begin() &&
      (p_.can(p_.begin() + 1, use::finite | use::be | use::compose) || p_.is(p_.begin() + 1, ",")))
    return true;
  const bool of_goods = !d_.about.said.product.empty();
  if (!d_.spoken_of_here() || d_.about.said.subject() != d_.about.last.subject() ||
      !(of_goods || d_.about.said.is_pair()))
    return false;
  const Clause& here = clauses_[clause];
  const std::size_t verb = here.verb;
  if (verb == Clause::none) return false;
  const auto [begin, end] = subject_phrase(clause, here.begin, verb);
  if (begin >= end) return false;
  // "Sales of parts rose": of goods of its own
  if (p_.is(end, "of") && p_.can(noun_phrase_end(parts_, end + 1) - 1, use::goods)) return false;
  if (end == begin + 1 && (of_goods ? p_.is_any(begin, "it|they|this|these") : p_.is(begin, "it"))) return true;
  if (!of_goods) return false;
  for (std::size_t i = begin; i < end; ++i)
    if (!p_.can(i, use::determiner | use::value_noun | use::figure_noun) || p_.can(i, use::total)) return false;
  return true;
}

}  // namespace tradewind
