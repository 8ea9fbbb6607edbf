// Measures that are told without their noun: who is in the red, what changed hands, where money was put.
#include "tradewind/statements/measure_finder.hpp"

namespace tradewind {

const Quantity* MeasureFinder::money_at(std::size_t i) const {
  const Quantity* q = parts_.quantity_at(i);
  return q && q->kind == QuantityKind::money ? q : nullptr;
}

bool MeasureFinder::money_ending_at(std::size_t end) const {
  const Quantity* q = money_at(end - 1);
  return q && q->end == end;
}

std::optional<MeasureMention> MeasureFinder::told_otherwise(std::size_t i) {
  if (p_.is_any(i, "in|into")) return in_the_red(i);
  // "The kingdom spent $5 billion on Japanese machinery"
  if (const Quantity* q = p_.is_any(i, "spent|spends|spending") ? money_at(i + 1) : nullptr; q && p_.is(q->end, "on"))
    if (const PartyMention* from = parts_.party_at(q->end + 1);
        from && from->name.role == NameRole::demonym && !from->possessive &&
        p_.can(noun_phrase_end(parts_, from->end) - 1, use::goods))
      return verbal(i, {p_.word(i), "imports", "goods_trade"});
  if (p_.can(i, use::buy | use::sell | use::measure))
    if (auto mention = difference(i)) return mention;
  if (p_.is_any(i, "goods|merchandise|what|everything|all"))
    if (auto mention = what_is_traded(i)) return mention;
  if (p_.is_any(i, "goods|merchandise")) return goods_moved(i);
  // "the actual use of Taiwan capital"
  if (const PartyMention* from = p_.is(i, "capital") ? party_ending_at(parts_.parties, i) : nullptr;
      from && p_.ends_before(from->begin, "use of")) {
    MeasureMention mention;
    mention.head = i;
    mention.begin = from->begin - 2;
    mention.end = i + 1;
    mention.flow = "inward";
    mention.measure = "investment";
    mention.origin = {*from};
    finish(mention);
    return mention;
  }
  // "The board approved $5 billion worth of projects"
  if (p_.is(i, "projects") && p_.is(i - 1, "of") && p_.is(i - 2, "worth") && money_at(i - 3)) {
    MeasureMention mention;
    mention.head = mention.begin = i;
    mention.end = i + 1;
    mention.measure = "investment";
    right(mention);
    finish(mention);
    return mention;
  }
  if (p_.is(i + 1, "worth") && p_.is_any(i, "deals|contracts|projects|work")) return contracts(i);
  if (p_.can(i, use::bring | use::become | use::guessed | use::participle) &&
      p_.is_any(i,
                "put|placed|brought|pledged|committed|ploughed|plowed|channelled|channeled|sank|parked|"
                "injected"))
    return money_put(i);
  return std::nullopt;
}

// "The kingdom was $4 billion in the red with China", "its trade with China was in the red by $4 billion"
std::optional<MeasureMention> MeasureFinder::in_the_red(std::size_t i) {
  const std::size_t end = p_.match_any(i, "in the red|in the black|into the red|into the black");
  const bool by_how_much = end && p_.is_any(end, "by|at") && money_at(end + 1);
  if (!end || (!money_at(i - 1) && !by_how_much)) return std::nullopt;
  MeasureMention mention;
  mention.head = mention.begin = i;
  mention.end = end;
  mention.flow = "balance";
  mention.measure = "goods_trade";
  mention.sign = p_.is(end - 1, "red") ? -1 : 1;
  mention.plain = mention.head_only = true;
  right(mention);
  finish(mention);
  return mention;
}

std::optional<MeasureMention> MeasureFinder::difference(std::size_t i) {
  const bool buys = p_.is_any(i, "bought|buys|imported|imports|purchased"),
             sells = p_.is_any(i, "sold|sells|exported|exports");
  if (!buys && !sells) return std::nullopt;
  MeasureMention mention;
  mention.head = mention.begin = i;
  mention.flow = "balance";
  mention.measure = "goods_trade";
  mention.difference = mention.plain = mention.head_only = true;
  mention.sign = buys ? -1 : 1;
  // "India bought $32 billion more merchandise than it sold"
  if (const Quantity* q = money_at(i + 1); q && p_.is(q->end, "more")) {
    std::size_t than = q->end + 1;
    while (than < q->end + 4 && !p_.is(than, "than")) ++than;
    const std::size_t other = parts_.behind(than + 1);
    if (!p_.is(than, "than") || !p_.can(other, buys ? use::sell : use::buy)) return std::nullopt;
    mention.verb = true;
    mention.end = other + 1;
    return mention;
  }
  // "imports exceeded exports by $5 billion", "exports fell short of imports by $5 billion"
  std::size_t verb = i + 1;
  while (p_.can(verb, use::adverb | use::auxiliary) && !p_.can(verb, use::compare | use::exceed)) ++verb;
  const std::size_t short_of = p_.match(verb, "fell short of");
  if (!short_of && !p_.can(verb, use::compare | use::exceed)) return std::nullopt;
  const std::size_t other = short_of ? short_of : verb + 1;
  // "with exports exceeding imports for 92 months"
  const bool figure = (p_.is(other + 1, "for") && (p_.is_number(other + 2) || number_word(p_.word(other + 2)))) ||
                      (p_.is(other + 1, "by") && money_at(other + 2));
  if (!p_.is_any(other, "exports|imports") || p_.word(other) == p_.word(i) || !figure) return std::nullopt;
  if (short_of || p_.is_any(verb, "trailed|lagged")) mention.sign = -mention.sign;
  mention.end = other + 1;
  left(mention);
  return mention;
}

std::optional<MeasureMention> MeasureFinder::goods_moved(std::size_t i) {
  // "The value of goods sold abroad rose", "Goods exchanged across the border were worth $5 billion"
  const bool both_ways =
      p_.is_any(i + 1, "exchanged|traded") && p_.match_any(i + 2, "across the border|were|was|between");
  if (both_ways || (p_.is_any(i + 1, "sent|sold|shipped|bought") && p_.is_any(i + 2, "abroad|overseas"))) {
    MeasureMention mention;
    mention.head = i;
    mention.begin = p_.ends_before_any(i, "value of") ? i - 2 : i;
    mention.end = both_ways ? i + 2 : i + 3;
    mention.flow = both_ways ? "trade" : p_.is(i + 1, "bought") ? "imports" : "exports";
    mention.measure = "goods_trade";
    mention.total = !both_ways;
    if (both_ways) right(mention);
    return mention;
  }
  const std::size_t services = p_.match(i, "goods and services");
  const std::size_t noun_end = services ? services : i + 1;
  const std::size_t at = p_.match_any(noun_end, "worth|valued at|for|to the value of|to a value of");
  const Quantity* q = at ? money_at(at) : nullptr;
  if (!q) return std::nullopt;
  std::size_t end = q->end;
  if (parts_.is(end + 1, PartKind::period) && p_.can(end, use::preposition)) end = parts_.behind(end + 1);
  MeasureMention mention;
  mention.head = mention.begin = i;
  mention.measure = services ? "goods_and_services_trade" : "goods_trade";
  if (const auto both =
          p_.match_any(end,
                       "changed hands|came in or went out|came in and went out|were exchanged|were traded|"
                       "went back and forth|moved|passed|flowed|crossed")) {
    mention.flow = "trade";
    mention.end = both;
  } else if (p_.is_any(end, "came|arrived") && p_.is_any(end + 1, "from|in")) {
    mention.flow = "imports";
    mention.end = end + 1;
    if (p_.is(end + 1, "in")) mention.end = end + 2, mention.total = !p_.is(mention.end, "from");
  } else if (p_.is_any(end, "went|headed|left") && p_.is_any(end + 1, "to|for")) {
    mention.flow = "exports";
    mention.end = end + 1;
  } else {
    return std::nullopt;
  }
  right(mention);
  finish(mention);
  return mention;
}

std::optional<MeasureMention> MeasureFinder::what_is_traded(std::size_t i) {
  const bool goods = p_.is_any(i, "goods|merchandise");
  const std::size_t who = p_.is_any(i + 1, "that|which") ? i + 2 : i + 1;
  const PartyMention* owner = party_beginning_at(parts_.parties, p_.skip_the(who));
  if (!owner) owner = party_beginning_at(parts_.parties, who);
  if (owner ? owner->possessive : !p_.is_any(who, "it|they|we")) return std::nullopt;
  std::size_t verb = owner ? owner->end : who + 1;
  while (p_.can(verb, use::adverb | use::auxiliary)) ++verb;
  if (!p_.can(verb, use::trade_verb)) return std::nullopt;
  const auto head = std::ranges::find_if(verbs_of_trade(), [&](const Head& one) { return p_.is(verb, one.words); });
  if (head == verbs_of_trade().end() || (head->flow != "exports" && head->flow != "imports")) return std::nullopt;
  MeasureMention mention;
  mention.begin = mention.head = i;
  mention.end = verb + 1;
  mention.flow = head->flow;
  mention.measure = head->measure;
  // "everything Peru bought and sold abroad"
  if (p_.is(mention.end, "and") && p_.can(mention.end + 1, use::trade_verb)) mention.flow = "trade", mention.end += 2;
  mention.total = p_.is_any(mention.end, "abroad|overseas");
  mention.plain = !goods;
  if (owner) mention.subjects = {*owner};
  if (mention.total) ++mention.end;
  if (goods && !mention.total) return std::nullopt;
  right(mention);
  finish(mention);
  return mention;
}

std::optional<MeasureMention> MeasureFinder::money_put(std::size_t i) {
  const bool pledge = p_.is_any(i, "pledged|committed");
  const Quantity* q = money_at(i + 1);
  if (!q || !carries_clause(parts_, i)) return std::nullopt;
  std::vector<PartyMention> list;
  bool into_projects = false;  // "put $2 billion into 47 projects in Peru", "into 47 projects"
  // "put $2 billion of direct investment into the country": told by its noun
  for (std::size_t k = q->end; k < q->end + 8 && p_.inside(k); ++k) {
    if (p_.is(k, "investment") && !pledge) return std::nullopt;
    if (!p_.is_any(k, "into|in|to") || (p_.is(k, "to") && !pledge)) continue;
    if (parts_.is(k + 1, PartKind::period)) continue;
    std::size_t end = k + 1;
    list = party_list_at(p_, parts_.parties, k + 1, end);
    if (!list.empty()) break;
    const std::size_t noun = parts_.is(k + 1, PartKind::quantity) ? parts_.behind(k + 1) - 1 : k + 1;
    if (!p_.is(k, "into") || !p_.is_any(noun, "projects|ventures|enterprises|companies|businesses|firms"))
      return std::nullopt;
    into_projects = true;
  }
  if (list.empty() && !into_projects) return std::nullopt;
  MeasureMention mention;
  mention.head = mention.begin = i;
  mention.end = i + 1;
  mention.measure = "investment";
  mention.verb = true;
  const bool foreigners = foreigners_before(i);
  mention.flow = foreigners ? "inward" : "outward";
  (foreigners ? mention.subjects : mention.partners) = std::move(list);
  mention.total = foreigners;
  return mention;
}

std::optional<MeasureMention> MeasureFinder::contracts(std::size_t i) {
  const Quantity* q = money_at(i + 2);
  if (!q) return std::nullopt;
  bool signing = false, completing = false, builders = false;
  const std::size_t from = i > p_.begin() + 6 ? i - 6 : p_.begin();
  for (std::size_t k = from; k < q->end + 10 && p_.inside(k); ++k) {
    signing = signing || (!completing && p_.is_any(k, "signed|concluded|won|clinched"));
    completing = completing || (!signing && p_.is_any(k, "completed|finished|fulfilled"));
    builders = builders || p_.is_any(k, "contractors|overseas|abroad|engineering|infrastructure");
  }
  if (!builders || signing == completing) return std::nullopt;
  MeasureMention mention;
  mention.head = mention.begin = i;
  mention.end = i + 1;
  mention.measure = signing ? "contracted_projects_signed" : "contracted_projects_completed";
  return mention;
}

bool MeasureFinder::takes_in_return(std::size_t i) const {
  return sold_ && ((p_.is(i, "received") && money_at(i + 1)) || (p_.match(i, "took in") && money_at(i + 2)));
}

bool MeasureFinder::weak_noun(const MeasureMention& mention) const {
  const std::size_t i = mention.head;
  const std::size_t behind = p_.is(mention.end, "alone") ? mention.end + 1 : mention.end;
  const bool figure_follows = carries_clause(parts_, behind) || parts_.is(mention.end, PartKind::quantity) ||
                              (p_.is_any(mention.end, "of|,|(|at") && parts_.is(mention.end + 1, PartKind::quantity));
  // "share purchases", "soybean purchases"
  if (p_.is(i, "purchases"))
    return mention.product.empty() || p_.can(i - 1, use::goods) || !p_.is_word(i - 1) ||
           parts_.owner(i - 1).kind != PartKind::none || !mention.product.ends_with(p_.word(i - 1));
  // "the wage gap", "tourist arrivals"
  if (!mention.product.empty() && !generic_goods(mention.product)) {
    if ((uses_of(last_word(mention.product)) & use::goods) == 0) return false;
  }
  if (p_.is_any(i, "gap|gaps|shortfall|shortfalls|hole|excess|imbalance"))
    return !p_.is(i - 1, "in") && !(p_.is(i, "gap") && mention.head_only && p_.is(i + 1, "between")) &&
           !(p_.is(mention.end, "in") && !parts_.is(mention.end + 1, PartKind::period) && mention.product.empty() &&
             !p_.is_any(mention.end - 1, "goods|services") && !p_.is_any(mention.end + 1, "goods|trade|its|the"));
  if (p_.is(i, "bill")) return p_.can(i - 1, use::determiner | use::goods) && figure_follows;
  if (p_.is_any(i, "business|dealings")) return !mention.partners.empty() || mention.bilateral;
  const bool whose =
      !mention.subjects.empty() || !mention.partners.empty() || !mention.from.empty() || !mention.product.empty();
  if (p_.is_any(i, "arrivals|cargoes|deliveries"))
    return whose || p_.match_any(mention.end, "in the other direction|in the opposite direction") != 0;
  // sales
  if (p_.is_any(mention.end, "in|at|worldwide|within") && !parts_.is(mention.end + 1, PartKind::period)) return false;
  return !p_.is_any(i - 1, "retail|home|domestic|store|online|wholesale") && (whose || figure_follows);
}

}  // namespace tradewind
