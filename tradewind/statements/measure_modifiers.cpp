// What stands before a measure: whose it is, what is traded, whether it is the whole.
#include <algorithm>
#include <array>

#include "tradewind/statements/measure_finder.hpp"

namespace tradewind {
namespace {

// "-ous", "-ful" and the like say how something is, not what is traded.
bool sounds_adjective(std::string_view word) {
  if (word.size() < 6) return false;
  static constexpr auto endings =
      std::to_array<std::string_view>({"ous", "ful", "able", "ible", "less", "est", "ically", "ive"});
  if (word == "automotive" || word == "vegetable") return false;
  return std::ranges::any_of(endings, [word](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace

// Modifiers before the measure: whose it is, what is traded, whether it is the whole.
void MeasureFinder::left(MeasureMention& mention) {
  std::size_t i = mention.begin;
  std::vector<std::size_t> product;  // tokens, from right to left
  bool list = false;
  while (i > p_.begin()) {
    if (parts_.party_at(i - 1) && parts_.party_at(i - 1)->end == i) {
      if (partner_in_front(mention, *parts_.party_at(i - 1))) break;
      i = owner_before(mention, i);
      mention.head_only = false;
      // "the overall U.S. deficit"
      while (p_.can(i - 1, use::total) && parts_.owner(i - 1).kind == PartKind::none) mention.total = true, --i;
      if (p_.is(i - 1, "the")) --i;
      break;
    }
    if (const PeriodMention* period = parts_.period_at(i - 1); period && period->end == i) {
      i = period->begin;
      continue;
    }
    if (p_.is(i - 1, "'s") || (p_.is(i - 1, "'") && p_.word(i - 2).ends_with("s"))) {
      i = possessive(mention, i - 1);
      break;
    }
    if (parts_.owner(i - 1).kind != PartKind::none) break;
    if (p_.is(i - 1, "-")) {
      if (!p_.is_word(i - 2) && !parts_.party_at(i - 2)) break;
      if (p_.token(i - 1).space_before && p_.token(i).space_before) break;  // "BEIJING - Foreign investment"
      if (!product.empty()) product.push_back(i - 1);
      --i;
      continue;
    }
    // "ASEAN's (Association of Southeast Asian Nations) trade"
    if (p_.is(i - 1, ")")) {
      std::size_t open = i - 1;
      while (open > p_.begin() && i - open < 10 && !p_.is(open, "(")) --open;
      const PartyMention* owner = p_.is(open, "(") ? parts_.party_at(open - 1) : nullptr;
      const bool short_name = i - open <= 4 && p_.token(open + 1).upper;  // "euro area (EA12) trade"
      if (!owner || !(owner->possessive ? parts_.party_at(open + 1) != nullptr : short_name)) break;
      i = owner_before(mention, open);
      break;
    }
    const std::string_view word = p_.word(i - 1);
    // "China-bound shipments"
    if (const PartyMention* to = parts_.party_at(i - 3);
        word == "bound" && p_.is(i - 2, "-") && to && to->end == i - 2 && mention.partners.empty()) {
      mention.partners = {*to};
      mention.head_only = false;
      i = to->begin;
      continue;
    }
    if (p_.is_any(i - 1, "and|,|or|&")) {
      // "ores, slag, and ash exports", "oil and gas exports": nouns beside one another.
      const bool comma = p_.is(i - 1, ",");
      const std::size_t before = p_.is(i - 2, ",") && !comma ? i - 3 : i - 2;
      if ((comma && !list) || (product.empty() && !list) || !bare_noun(before) || measure_word(before) ||
          (comma && p_.can(before - 1, use::preposition) && before == p_.begin() + 1))
        break;
      list = true;
      product.push_back(i - 1);
      i = before + 1;
      continue;
    }
    // "By comparison imports from the UK rose"
    if (!p_.is_word(i - 1) || p_.ends_before_any(i, "by comparison|in comparison|by contrast|in contrast|in addition"))
      break;
    // A party names the other side: "US-bound exports", "China-made goods".
    if (p_.can(i - 1, use::determiner)) {
      if (word == "their") mention.their = true;
      if (word == "such" && product.empty() && is_trade_flow(mention.flow)) product.push_back(i - 1);  // "such exports"
      if (p_.is_any(i - 1, "the|this|that|these|those")) mention.definite = true;
      --i;
      break;
    }
    if (p_.can(i - 1, use::total)) {
      mention.total = true;
      if (!p_.is_any(i - 1, "total|overall|aggregate")) mention.foreign = true;
    }
    if (word == "extra" && p_.is(i, "-")) mention.total = mention.foreign = true;  // "extra-zone exports"
    // "the global surplus": somebody's, with all
    if (word == "global" && mention.flow == "balance")
      mention.total = mention.foreign = true;
    else if (word == "global" || word == "world" || word == "worldwide")
      mention.of_the_world = true;
    if (p_.can(i - 1, use::two_sided)) mention.bilateral = true;
    if (word == "way" && p_.ends_before(i, "two way"))
      mention.bilateral = true, mention.flow = mention.measure == "investment" ? "two-way" : mention.flow;
    if (mention.measure == "investment" || mention.measure == "investment_stock") direction(mention, word);
    if (word == "cumulative" || word == "accumulated" || word == "accumulative") mention.cumulative = true;
    if (word == "signed" && mention.measure.starts_with("contracted")) mention.measure = "contracted_projects_signed";
    if (p_.is_any(i - 1, "performed|completed|fulfilled") && mention.measure.starts_with("contracted"))
      mention.measure = "contracted_projects_completed";
    if (word == "way" || word == "two" || word == "one" ||
        (p_.is(i - 2, "-") && p_.is_any(i - 1, "year|month|quarter|week|day"))) {
      --i;
      continue;
    }
    // "intra-bloc trade"
    if (p_.is(i - 2, "-") && p_.is(i - 3, "intra")) {
      i -= 3;
      continue;
    }
    // "paid-in investment"
    if (p_.is(i - 2, "-") && !p_.token(i - 1).space_before && p_.can(i - 1, use::preposition)) {
      i -= 2;
      continue;
    }
    // "agreed to boost trade", "will boost trade", "should help double trade": a verb, no goods
    const bool infinitive = p_.can(i - 1, use::verb) && !p_.can(i - 1, use::goods) &&
                            p_.is_any(i - 2, "to|will|would|can|could|may|might|should|must");
    // "Oil price slump cuts trade surplus", with no other verb: a headline's
    const bool third = p_.can(i - 1, use::verb) && p_.can(i - 1, use::finite) && word.ends_with('s') &&
                       i == mention.begin && !p_.can(i - 1, use::goods | use::traders | use::value_noun) &&
                       !measure_word(i - 1) && p_.is_word(i - 2) &&
                       clauses_[clauses_.at(mention.head)].verb == Clause::none;
    // "Ores and rubber dominate deliveries", "Peru and Chile want trade": a verb, behind a plural
    const PartyMention* party = parts_.party_at(i - 2);
    const bool two_parties = party && p_.is(p_.before_the(party->begin) - 1, "and");
    constexpr Uses nominal = use::finite | use::gerund | use::participle | use::goods | use::adjective | use::noun_too |
                             use::change_noun | use::value_noun | use::share_noun | use::figure_noun | use::thing |
                             use::traders | use::reach;
    const bool of_plural = p_.can(i - 1, use::verb) && !p_.can(i - 1, nominal) && p_.is_word(i - 2) &&
                           (p_.word(i - 2).ends_with('s') || p_.can(i - 2, use::goods) || two_parties) &&
                           !p_.is(i - 2, "'s");
    const bool stops = infinitive || third || of_plural ||
                       p_.can(i - 1, use::preposition | use::conjunction | use::auxiliary | use::relative |
                                         use::subordinator | use::pronoun | use::say) ||
                       carries_clause(parts_, i - 1);
    if (stops) break;
    const bool plain = p_.can(i - 1, use::adjective | use::adverb | use::gerund | use::participle | use::ordinal |
                                         use::number | use::change_noun) ||
                       (sounds_adjective(word) && !p_.can(i - 1, use::goods)) || word == "way" || word == "non";
    const bool way_of_trading = word == "processing" && p_.is_any(i, "trade|exports|imports");
    // "SA trade surplus", of no table's country: a name
    if (mention.flow == "balance" && p_.token(i - 1).upper && p_.token(i - 1).uses == 0 && product.empty()) {
      --i;
      continue;
    }
    const bool negated = p_.is(i - 2, "-") && p_.is(i - 3, "non") && !p_.is_any(i - 1, "seasonally|adjusted");
    if (word == "adjustment") break;  // "After seasonal adjustment exports fell"
    if (!plain || negated || way_of_trading || p_.can(i - 1, use::goods) || p_.can(i - 1, use::traders)) {
      product.push_back(i - 1);
      mention.head_only = false;
    } else if (p_.can(i - 1, use::participle) && p_.is(i - 2, "-") && !p_.token(i - 1).space_before &&
               !p_.can(i - 3, use::goods) && p_.is_word(i - 3) && parts_.owner(i - 3).kind == PartKind::none &&
               product.empty()) {
      i -= 3;  // "customs-cleared exports": says how
      continue;
    } else if (!product.empty() && p_.is(i, "-")) {
      product.push_back(i - 1);
    }
    if (p_.can(i - 1, use::gerund) && !p_.can(i - 1, use::adjective | use::direction | use::goods | use::traders) &&
        word != "processing") {
      break;  // "reporting exports": a verb
    }
    --i;
  }
  // "cars and parts, whose exports rose": of these goods.
  if (const std::size_t before = p_.is(i - 2, ",") ? i - 2 : i - 1; p_.is(i - 1, "whose") && product.empty() &&
                                                                    p_.can(before - 1, use::goods) &&
                                                                    parts_.owner(before - 1).kind == PartKind::none) {
    mention.product = goods_words(parts_, goods_begin(parts_, clauses_, before), before);
    mention.head_only = false;
  }
  mention.begin = std::min(mention.begin, i);
  // "the value of exports", "total volume of trade"
  if (p_.is(mention.begin - 1, "of") && p_.can(mention.begin - 2, use::value_noun | use::figure_noun)) {
    std::size_t k = mention.begin - 2;
    if (mention.measure == "investment" && p_.is_any(k, "outflow|outflows")) mention.flow = "outward";
    while (k > p_.begin() && parts_.owner(k - 1).kind == PartKind::none &&
           (p_.can(k - 1, use::adjective | use::determiner | use::total) || p_.is_any(k - 1, "world|worldwide"))) {
      mention.total = mention.total || p_.can(k - 1, use::total);
      mention.of_the_world = mention.of_the_world || p_.is_any(k - 1, "global|world|worldwide");
      --k;
    }
    mention.begin = k;
    if (parts_.party_at(k - 1) && parts_.party_at(k - 1)->end == k && mention.subjects.empty())
      mention.begin = owner_before(mention, k);
    mention.head_only = false;
  }
  std::ranges::reverse(product);
  while (!product.empty() && p_.is(product.front(), "-")) product.erase(product.begin());
  std::string text;
  bool blank = false;
  for (const std::size_t k : product) {
    if (p_.is(k, "-")) {
      text += '-', blank = false;
      continue;
    }
    if (p_.is(k, ",")) {
      text += ',';
      continue;
    }
    if (text.empty() && p_.is(k, "and")) continue;  // "... to the total and domestic investment $5 billion"
    if (blank) text += ' ';
    text += p_.word(k), blank = true;
  }
  while (text.ends_with(" and") || text.ends_with(',')) text.resize(text.size() - (text.ends_with(',') ? 1 : 4));
  if (generic_goods(text) || text.empty()) return;
  if (mention.region)
    mention.part_of_region = text;
  else
    mention.product = mention.product.empty() ? text : text + " " + mention.product;
}

void MeasureFinder::direction(MeasureMention& mention, std::string_view word) const {
  if (word == "outward" || word == "outbound" || word == "overseas") mention.flow = "outward";
  if (word == "inward" || word == "inbound" || word == "foreign")
    mention.flow = mention.flow == "outward" ? "outward" : "inward";
  if (word == "mutual" || word == "bilateral") mention.flow = "two-way";
}

bool MeasureFinder::bare_noun(std::size_t i) const {
  return p_.is_word(i) && parts_.owner(i).kind == PartKind::none &&
         !p_.can(i, use::preposition | use::conjunction | use::auxiliary | use::determiner | use::relative |
                        use::pronoun | use::adverb | use::subordinator) &&
         !carries_clause(parts_, i) &&
         (p_.can(i, use::goods) || (p_.token(i).uses & ~use::verb) == 0 || p_.can(i, use::adjective | use::participle));
}

bool MeasureFinder::measure_word(std::size_t i) const {
  return p_.is_any(i, "exports|imports|trade|export|import|surplus|deficit|shipments|investment|growth");
}

// Parties before the measure: "China's", "Chinese", "China-ASEAN", "China and ASEAN's", "intra-ASEAN".
std::size_t MeasureFinder::owner_before(MeasureMention& mention, std::size_t i) {
  const PartyMention& party = *parts_.party_at(i - 1);
  i = party.begin;
  // "Peru's non-EU exports": with whom, not whose
  if (p_.is(i, "non") && is_trade_flow(mention.flow)) {
    mention.partners = {party};
    const PartyMention* owner = i > p_.begin() ? parts_.party_at(i - 1) : nullptr;
    if (!owner || !owner->possessive) return i;
    mention.subjects = {*owner};
    return owner->begin;
  }
  // "Peru's Japanese exports": with whom, not whose
  if (const PartyMention* owner = party_ending_at(parts_.parties, i);
      owner && owner->possessive && !owner->anaphor && party.name.role == NameRole::demonym && !party.possessive &&
      is_trade_flow(mention.flow) && mention.partners.empty() && mention.subjects.empty()) {
    mention.partners = {party}, mention.subjects = {*owner};
    return owner->begin;
  }
  mention.subjects.insert(mention.subjects.begin(), party);
  if (i > p_.begin() + 1 && p_.is(i - 1, "-") && p_.is(i - 2, "intra")) {
    mention.partners = {party};
    // "Nigeria's intra-African trade"
    if (const PartyMention* owner = parts_.party_at(i - 3); owner && owner->end == i - 2 && owner->possessive) {
      mention.subjects = {*owner};
      return owner->begin;
    }
    return i - 2;
  }
  // "Vietnam - China trade"; "SINGAPORE - China trade" tells where it was written
  const PartyMention* joined = i > p_.begin() + 1 ? parts_.party_at(i - 2) : nullptr;
  if (joined && joined->name.code == party.name.code) joined = nullptr;  // "Bangkok - Thai exports rose"
  const bool apart = p_.token(i).space_before &&
                     !(joined && !party.possessive && p_.token(i - 1).space_before && !p_.token(i - 2).upper);
  if (i > p_.begin() && p_.is_any(i - 1, "-|/") && !apart) {
    if (const PartyMention* first = joined; first && first->end == i - 1) {
      mention.partners = {party};
      mention.subjects = {*first};
      mention.neutral = true;
      i = first->begin;
    } else if (p_.is_word(i - 2) && p_.capital(i - 2) && p_.token(i - 2).uses == 0 &&
               parts_.owner(i - 2).kind == PartKind::none && mention.product.empty() && mention.partners.empty()) {
      // "Guangxi-ASEAN trade": of a place
      mention.partners = {party};
      mention.subjects.clear();
      mention.product = p_.in_print(i - 2);
      mention.region = true;
      i -= 2;
    }
  } else if (p_.is(i - 1, "and") && parts_.party_at(i - 2) &&  // but not "China's exports to Peru and its imports"
             !p_.ends_before_any(p_.before_the(parts_.party_at(i - 2)->begin), "to|from") &&
             (party.possessive || (mention.flow == "trade" && parts_.party_at(i - 2)->begin == p_.begin()))) {
    const PartyMention& first = *parts_.party_at(i - 2);
    mention.subjects.insert(mention.subjects.begin(), first);
    i = first.begin;
  }
  if (i > p_.begin() && p_.is(i - 1, "the")) --i;
  return i;
}

// "With the United States trade edged up", "To Korea shipments fell": the clause begins with whom, not with whose.
bool MeasureFinder::partner_in_front(const MeasureMention& mention, const PartyMention& party) const {
  const Clause& clause = clauses_[clauses_.at(mention.head)];
  const std::size_t with = p_.before_the(party.begin) - 1;
  return party.name.role == NameRole::name && !party.possessive && !party.anaphor && is_trade_flow(mention.flow) &&
         p_.is_any(with, "with|to|from") && (with == clause.begin || !p_.is_word(with - 1)) &&
         clause.verb != Clause::none && clause.verb > mention.head && p_.can(clause.verb, use::finite) &&
         !p_.can(clause.verb, use::gerund);
}

bool MeasureFinder::no_named_markets(MeasureMention& mention, const PartyMention& owner, std::size_t& k) const {
  if (!owner.possessive || owner.pronoun || !is_trade_flow(mention.flow) || !mention.partners.empty()) return false;
  const std::size_t end = noun_phrase_end(parts_, owner.end);
  if (end == owner.end || p_.is_any(owner.end, "two|three|four|five|six|ten|top") ||
      !p_.is_any(end - 1, "markets|partners|neighbours|neighbors|destinations|customers|buyers|suppliers"))
    return false;
  if (mention.subjects.empty()) mention.subjects = {owner};
  mention.partners = {{owner.end, end, {unnamed_party, NameRole::name, true}}};
  mention.end = k = end;
  return true;
}

// "Guangxi's trade", "the FDI sector's exports", "the month's surplus".
std::size_t MeasureFinder::possessive(MeasureMention& mention, std::size_t mark) {
  std::size_t i = mark;
  if (const PeriodMention* period = parts_.period_at(i - 1)) return period->begin;
  if (p_.is(mark - 2, "two") && p_.can(mark - 1, use::company)) {  // "the two countries' trade"
    mention.bilateral = true;
    mention.head_only = false;
    return mark - 2;
  }
  while (i > p_.begin() && mark - i < 5 && parts_.owner(i - 1).kind == PartKind::none &&
         (p_.is_word(i - 1) || (p_.is(i - 1, "-") && i < mark && !p_.token(i).space_before)) &&
         !p_.can(i - 1, use::preposition | use::conjunction | use::auxiliary | use::relative | use::subordinator) &&
         !carries_clause(parts_, i - 1)) {
    --i;
    if (p_.can(i, use::determiner)) break;
  }
  if (i == mark) return mark;
  mention.head_only = false;
  mention.of_region = p_.is_any(mark - 1, "province|municipality|region|city") && !p_.capital(mark - 1);
  if (p_.is_any(mark - 1, "sides|countries|nations|economies|neighbours|neighbors|parties")) {
    mention.bilateral = true;
  } else if (p_.can(mark - 1, use::traders)) {
    mention.product = goods_words(parts_, i, mark);
    // "Chinese companies' investment": their country's
    if (const PartyMention* party = parts_.party_at(i - 1);
        party && party->end == i && party->name.role == NameRole::demonym)
      return owner_before(mention, i);
  } else if (p_.capital(mark - 1) && !p_.can(mark - 1, use::source | use::place) && mention.product.empty()) {
    mention.region = !goods_words(parts_, i, mark).empty();
    while (mention.region && (p_.can(i, use::determiner) || !p_.capital(i))) ++i;
    if (mention.region) mention.product = p_.in_print(i, mark);
  }
  return i;
}

}  // namespace tradewind
