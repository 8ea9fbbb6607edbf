// "China imported farm products from ASEAN", "goods sold to Japan": measures that are verbs.
#include <utility>

#include "tradewind/statements/measure_finder.hpp"

namespace tradewind {

// "China imported agricultural products worth 52.65 billion yuan from ASEAN countries".
std::optional<MeasureMention> MeasureFinder::verbal(std::size_t i, const Head& verb) {
  MeasureMention mention;
  mention.head = mention.begin = i;
  mention.end = i + 1;
  mention.flow = verb.flow;
  mention.measure = verb.measure;
  mention.verb = true;
  const bool both_ways = verb.flow == "trade";
  // "traded goods with", "exchanged $5 billion of goods"
  const std::size_t record = both_ways ? p_.match(i + 1, "a record") : 0;
  const std::size_t what = record ? record : both_ways && p_.can(i + 1, use::adverb) && money_at(i + 2) ? i + 2 : i + 1;
  if (both_ways && !p_.is_any(what, "goods|with|products|merchandise|between|among") && !money_at(what))
    return std::nullopt;
  if (p_.can(i, use::gerund) &&
      p_.is_any(i + 1,
                "cost|costs|price|prices|power|fee|fees|line|lines|route|routes|time|times|capacity|"
                "services|rates|sector|sectors|industry|industries|country|countries|nation|nations|firms|companies"))
    return std::nullopt;
  if (both_ways) mention.bilateral = true;
  // "China and ASEAN had invested $205 billion in each other"
  if (mention.measure == "investment")
    for (std::size_t k = i + 1; k + 2 < p_.end() && clauses_.at(k) == clauses_.at(i); ++k)
      if (p_.is(k, "in") && p_.match_any(k + 1, "each other|one another"))
        mention.bilateral = true, mention.flow = "two-way";
  // "imported and exported 261 billion yuan of goods": both together
  if (p_.is_any(i, "imported|exported") && p_.is(i - 1, "and") && p_.is_any(i - 2, "imported|exported") &&
      !p_.is(i, p_.word(i - 2)))
    mention.flow = "trade", mention.begin = i - 2;
  // "imported goods", "exported cars": an adjective of the noun behind it.
  const bool modifies = !(both_ways && p_.can(i, use::finite)) && !carries_clause(parts_, i) &&
                        !p_.can(i, use::gerund) && p_.is_word(i + 1) &&
                        !p_.can(i + 1, use::preposition | use::conjunction) && p_.can(i + 1, use::goods);
  if (modifies) {
    const std::size_t end = noun_phrase_end(parts_, i);
    mention.product = goods_words(parts_, i + 1, end);
    mention.end = end;
    mention.verb = false;
    right(mention);
    finish(mention);
    return mention;
  }
  // "goods imported from China"
  if (!carries_clause(parts_, i) && p_.can(i, use::participle) && p_.can(i - 1, use::goods)) {
    const std::size_t begin = goods_begin(parts_, clauses_, i);
    mention.product = goods_words(parts_, begin, i);
    mention.begin = begin;
    mention.verb = false;
    right(mention);
    finish(mention);
    return mention;
  }
  // "to buy shares in local firms", "sold a stake"
  if (p_.is_any(p_.can(i + 1, use::determiner) ? i + 2 : i + 1, "shares|stake|stakes|stocks|bonds|securities|equity"))
    return std::nullopt;
  if (p_.is_any(i, "sold|bought|purchased|shipped|invested|selling|buying|sells|buys") && !trades_something(i))
    return std::nullopt;
  if (p_.is(i, "sent") && !sends_goods(i)) return std::nullopt;
  // "the $2 billion that it has bought from Japan", "the $2 billion it bought": of that amount
  if (carries_clause(parts_, i)) {
    std::size_t k = i;
    while (p_.can(k - 1, use::auxiliary | use::adverb)) --k;
    if (p_.is_any(k - 1, "it|they|we") && money_ending_at(p_.is_any(k - 2, "that|which") ? k - 2 : k - 1))
      mention.begin = p_.is_any(k - 2, "that|which") ? k - 2 : k - 1;
  }
  const std::size_t clause = clauses_.at(i);
  if (p_.is_any(i, "poured|pouring|pumped|injected") && !goes_into_a_party(i)) return std::nullopt;
  bool figure = false;
  for (std::size_t k = i + 1; k < p_.end() && clauses_.at(k) == clause; ++k) {
    figure = figure || money_at(k);
    // "imported 5,000 tonnes of tea, with 900 tonnes coming from Kenya": some of it alone
    if (p_.is(k, "with") && parts_.is(k + 1, PartKind::quantity) && p_.can(parts_.behind(k + 1), use::gerund)) break;
    if (p_.is_any(k, "to|from|into") || (verb.flow == "trade" && p_.is(k, "with")) ||
        (verb.measure == "investment" && p_.is_any(k, "in|across"))) {
      std::size_t end = k + 1;
      auto list = party_list_at(p_, parts_.parties, k + 1, end);
      // "bought $5 billion of goods from Laos and Vietnam $2 billion": who else bought
      if (list.size() > 1 && money_at(end)) list.pop_back();
      // "exported from Germany to Poland", "imported from Chile into Peru": by whom stands behind, too.
      const bool whose =
          !list.empty() && !list.front().possessive && !carries_clause(parts_, i) &&
          ((mention.flow == "exports" && p_.is(k, "from")) || (mention.flow == "imports" && p_.is_any(k, "to|into")));
      auto& side = whose ? mention.subjects : mention.partners;
      // "shipped 5,000 tonnes of rice to 58 countries"
      const Quantity* many = list.empty() ? parts_.quantity_at(k + 1) : nullptr;
      if (!list.empty() && side.empty()) side = std::move(list);
      mention.total = mention.total || (many && many->kind == QuantityKind::count && !many->spelled &&
                                        p_.can(many->end - 1, use::company));
      // "traded goods worth $5 billion with other countries", "bought 5 percent more grain from abroad"
      mention.total =
          mention.total || all_the_others(k + 1) != 0 || (p_.is(k, "from") && p_.is_any(k + 1, "abroad|overseas"));
    } else if (carries_clause(parts_, i) && figure &&
               (p_.is_any(k, "worldwide|globally") || (mention.flow == "exports" && p_.is_any(k, "abroad|overseas")))) {
      mention.total = true;  // "shipped products worth $4 billion abroad"
    }
  }
  // "sold $2 billion worth of goods in the Chinese market"
  for (std::size_t k = i + 1;
       mention.flow == "exports" && mention.partners.empty() && k < p_.end() && clauses_.at(k) == clause; ++k)
    if (const PartyMention* market =
            p_.is_any(k, "in|on") ? party_beginning_at(parts_.parties, p_.skip_the(k + 1)) : nullptr;
        market && p_.is_any(market->end, "market|markets"))
      mention.partners = {*market};
  if (mention.measure == "investment" && mention.subjects.empty() && foreigners_before(i)) {
    mention.subjects = std::exchange(mention.partners, {});
    mention.flow = "inward";
    mention.total = true;
  }
  mention.total = mention.total && mention.partners.empty();
  mention.bilateral = mention.bilateral && !mention.total;
  // "India sold ASEAN goods worth $25 billion", "India sold the bloc $25 billion"
  const std::size_t buyer_at = p_.skip_the(i + 1);
  if (const PartyMention* buyer = mention.flow == "exports" ? parts_.party_at(buyer_at) : nullptr;
      buyer && (buyer->begin == buyer_at || money_at(buyer->end)) && mention.partners.empty() &&
      carries_clause(parts_, i) && !buyer->possessive && buyer->name.role == NameRole::name)
    mention.partners = {*buyer};
  // "China bought $4.08 billion worth of Russian products", "$300 million in ASEAN fruits"
  if (mention.partners.empty() && mention.flow == "imports")
    for (const auto& party : parts_.parties)
      if (const std::size_t end = noun_phrase_end(parts_, party.end);
          party.begin > i && party.begin < i + 12 && !party.possessive && !party.anaphor && end > party.end &&
          (party.name.role == NameRole::demonym || (party.name.bloc && p_.is_any(party.begin - 1, "of|in"))) &&
          p_.can(end - 1, use::goods))
        mention.partners = {party};
  // "$108 billion invested by ASEAN in China"
  for (std::size_t k = i + 1; k < i + 4; ++k)
    if (p_.is(k, "by") && !carries_clause(parts_, i)) {
      std::size_t end = k + 1;
      mention.subjects = party_list_at(p_, parts_.parties, k + 1, end);
    }
  mention.product = object(i + 1, clause);
  for (std::size_t k = i + 1; k < p_.end() && clauses_.at(k) == clause; ++k)
    if (p_.is_any(k, "in|of") && mention.measure == "goods_trade") {
      if (p_.is(k + 1, "services")) mention.measure = "services_trade", mention.product.clear();
      if (p_.match(k + 1, "goods and services")) mention.measure = "goods_and_services_trade", mention.product.clear();
    }
  if (!measure_of_half(mention.product).empty()) finish(mention);
  if (mention.measure == "goods_trade" && services_in_front(mention.head))
    mention.measure = "services_trade", mention.product.clear();
  return mention;
}

// "Foreign investors have poured $5 billion into Laos": from all, there
bool MeasureFinder::foreigners_before(std::size_t verb) const {
  while (p_.can(verb - 1, use::auxiliary | use::adverb)) --verb;
  return p_.is(verb - 1, "foreigners") || (p_.is_any(verb - 2, "foreign|overseas") &&
                                           p_.is_any(verb - 1, "investors|companies|firms|enterprises|businesses"));
}

bool MeasureFinder::sends_goods(std::size_t i) const {
  const std::size_t clause = clauses_.at(i);
  bool goods = false, away = false;
  for (std::size_t k = i + 1; k < p_.end() && clauses_.at(k) == clause; ++k) {
    goods = goods || p_.can(k, use::goods);
    away = away || p_.is_any(k, "abroad|overseas") || (p_.is(k, "to") && parts_.party_at(k + 1));
  }
  return goods && away && carries_clause(parts_, i);
}

bool MeasureFinder::trades_something(std::size_t i) const {
  const std::size_t clause = clauses_.at(i);
  // "sold $5 billion and bought $6 billion", "invested a total of $5 billion"
  const std::size_t sum = p_.match_any(i + 1, "a total of|a combined|an accumulated|a cumulative|a record");
  // "bought goods for $5 billion and sold for $6 billion"
  // "shipped only $700 million in return"
  const bool hedged = p_.is_any(i + 1, "for|only|just|merely|barely");
  if (money_at(sum ? sum : hedged ? i + 2 : i + 1)) return true;
  for (std::size_t k = i + 1; k < p_.end() && clauses_.at(k) == clause && k < i + 25; ++k)
    if (parts_.party_at(k) || p_.can(k, use::goods) || p_.is(k, "worth")) return true;
  return false;
}

// "poured $6 billion into Vietnam", "into other countries"
bool MeasureFinder::goes_into_a_party(std::size_t i) const {
  const std::size_t clause = clauses_.at(i);
  for (std::size_t k = i + 1; k < p_.end() && clauses_.at(k) == clause; ++k)
    if (p_.is(k, "into")) {
      // "poured $6 billion into 900 projects in Vietnam", "into projects in other countries"
      const Quantity* things = parts_.quantity_at(k + 1);
      const std::size_t behind = things ? things->end : noun_phrase_end(parts_, k + 1);
      for (const std::size_t in : {k, p_.is(behind, "in") ? behind : k})
        if (party_named_at(p_, parts_.parties, in + 1) || all_the_others(in + 1)) return true;
      return false;
    }
  return false;
}

// What a verb of trade is said of: "exported $24 billion worth of products to ...".
std::string MeasureFinder::object(std::size_t i, std::size_t clause) const {
  std::string product;
  for (std::size_t k = i; k < p_.end() && clauses_.at(k) == clause;) {
    if (parts_.is(k, PartKind::quantity)) {
      const Quantity& q = *parts_.quantity_at(k);
      if (q.kind == QuantityKind::count && !q.noun.empty() && q.unit != q.noun && !unit_of_goods(q.unit))
        product = q.noun;
      k = parts_.behind(k);
      continue;
    }
    if (parts_.is(k, PartKind::party) && parts_.party_at(k)->name.role == NameRole::demonym) {
      k = parts_.behind(k);
      continue;
    }
    if (p_.is_any(k, "worth|of|about|over|some|nearly|around|'|'s|in") &&
        !(p_.is(k, "in") && parts_.is(k + 1, PartKind::period)) && !(p_.is(k, "in") && k > i)) {
      ++k;
      continue;
    }
    const std::size_t end = noun_phrase_end(parts_, k);
    if (end == k || p_.is_any(k, "what|everything|all")) break;  // "buys 27 percent of what the US sells"
    // "garments, footwear and travel goods"
    std::size_t list = end;
    product = p_.is(end, ",") && p_.can(end - 1, use::goods) ? goods_at(parts_, k, list) : goods_words(parts_, k, end);
    if (!product.empty()) break;
    k = end;
  }
  return product;
}

}  // namespace tradewind
