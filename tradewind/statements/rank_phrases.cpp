// "China's second-largest trading partner for farm products in ASEAN": the rank, its noun, whose, of what, among whom.
#include <algorithm>

#include "tradewind/statements/rank_finder.hpp"

namespace tradewind {

static constexpr Head source_of_imports{"source of imports", "imports", "goods_trade"};

// The rank itself: "largest", "second-largest", "second and third largest", "top three", "number one", "No. 1".
// "largest", "second-largest", "top three", "No. 1": its places, none where no rank begins at `i`; `k` is set behind
// it.
std::vector<Interval> RankFinder::numbered_or_superlative(std::size_t i, std::size_t& k, RankMention& mention) const {
  k = i;
  std::vector<Interval> ranks = places(k);
  k = p_.skip_hyphen(k);
  if (p_.is(k, "most") && p_.is(k + 1, "important") &&
      (!ranks.empty() || p_.ends_before_any(i, "'s|the|its|our|your|their"))) {
    if (ranks.empty()) ranks.push_back(Interval::exactly(1));
    k += 2;
    return ranks;
  }
  // "its main trade partner", "the main source of imports", "the first partner": one of its kind
  const bool one = p_.ends_before_any(i, "'s|'|its|their|the|our|your");
  std::size_t end = k;
  if (one && ranks.empty() && p_.is_any(k, "main|principal|prime|chief|favourite|favorite")) {
    RankMention scratch;
    if (const Head* noun = noun_of(k + 1, end, scratch); noun && !is_plural(*noun) && noun->measure != "gdp") {
      ++k;
      return {Interval::exactly(1)};
    }
    if (p_.is_any(k + 1, "export|import|sector|industry|category|product")) {
      ++k;
      return {Interval::exactly(1)};
    }
  }
  if (one && ranks.size() == 1)
    if (const Head* noun = ranked_noun_at(p_, k, end);
        noun && (noun->words.ends_with("partner") || noun->words == "supplier" || noun->words == "customer" ||
                 noun->words == "export market" || noun->words == "export destination" ||
                 ((noun->words == "destination" || noun->words == "market") &&
                  (p_.can(i - 2, use::be) || (p_.is(i - 1, "'s") && p_.can(i - 3, use::be))))))
      return ranks;
  // "Exports to Japan were the highest, at $5 billion"
  const bool highest = ranks.empty() && p_.is(k, "highest") && p_.ends_before(i, "the") && p_.can(i - 2, use::be) &&
                       p_.is_any(k + 1, ",|at|with");
  if (superlative(k) || highest) {
    if (p_.is(k, "primary") && p_.is_any(k + 1, "sector|sectors|industry|industries")) return {};
    if (p_.is_any(k, "leading|primary") && p_.ends_before_any(i, "a|as a|one of the")) return {};
    if (ranks.empty()) ranks.push_back(Interval::exactly(1));
    const bool top = p_.is_any(k, "top|largest|biggest|leading");
    ++k;
    int count = top && !p_.match(k, "two way") ? number_word(p_.word(k)).value_or(0) : 0;
    if (top && count == 0 && p_.is_number(k) && p_.word(k).size() <= 2)
      count = std::atoi(std::string(p_.word(k)).c_str());
    if (count > 0) {
      ranks = {Interval{1, static_cast<double>(count)}};
      mention.list = true;
      ++k;
    }
    return ranks;
  }
  if (const auto place = numbered(i); place && p_.is_word(place->second)) {
    k = place->second;
    return {Interval::exactly(place->first)};
  }
  return {};
}

// What it is the largest of, and what stands between: "largest single trading partner", "number one rice exporter".
const Head* RankFinder::noun_of(std::size_t k, std::size_t& noun_end, RankMention& mention) const {
  std::size_t goods = k;
  for (int skipped = 0; skipped < 4; ++skipped) {
    const Head* noun = ranked_noun_at(p_, k, noun_end);
    // "the largest source of U.S. imports", "the three largest sources of non-oil imports"
    if (p_.is_any(k, "source|sources") && p_.is_any(k + 1, "of|for")) {
      const std::size_t name = p_.skip_the(k + 2);
      const auto* party = party_beginning_at(parties_, name);
      constexpr std::size_t longest = 6;
      std::size_t imports = party ? party->end : name;
      while (!party && imports < name + longest && (p_.is_word(imports) || p_.is(imports, "-")) &&
             !p_.can(imports, use::preposition | use::be) && !p_.is_any(imports, "imports|imported"))
        ++imports;
      // "the top source of goods imported by Japan"
      if (p_.is(imports, "imported") && imports > name && p_.is_any(imports + 1, "by|into") &&
          party_beginning_at(parties_, p_.skip_the(imports + 2))) {
        noun_end = imports + 1;
        for (std::size_t i = name; i < imports; ++i)
          if (!p_.is_any(i, "goods|products|merchandise"))
            mention.product += (mention.product.empty() ? "" : " ") + std::string(p_.word(i));
        return &source_of_imports;
      }
      if (p_.is(imports, "imports")) {
        noun = &source_of_imports;
        noun_end = party ? k + 1 : imports + 1;
        for (std::size_t i = name; !party && i < imports; ++i)
          mention.product +=
              (mention.product.empty() || p_.is(i, "-") || p_.is(i - 1, "-") ? "" : " ") + std::string(p_.word(i));
        return noun;
      }
    }
    if (noun) {
      if (k > goods && (p_.can(k - 1, use::goods) || p_.is(k - 1, "nodx")))
        for (; goods < k; ++goods)
          if (!p_.can(goods, use::adjective) || p_.can(goods, use::goods))
            mention.product += (mention.product.empty() ? "" : " ") + std::string(p_.word(goods));
      return noun;
    }
    if (const auto* others =
            p_.is(k, "non") ? party_beginning_at(parties_, k) : nullptr) {  // "the largest non-EU market"
      k = others->end;
      continue;
    }
    // "the largest U.S. trading partner"
    if (const PartyMention* whose = k == goods ? party_beginning_at(parties_, k) : nullptr;
        whose && !whose->possessive && (noun = ranked_noun_at(p_, whose->end, noun_end)) &&
        noun->words.ends_with("partner")) {
      mention.owners = {*whose};
      return noun;
    }
    if (!p_.is_word(k) || is_verb(p_.word(k)) || p_.can(k, use::preposition | use::determiner | use::conjunction) ||
        party_beginning_at(parties_, k))
      return nullptr;
    if (p_.is_any(k, "single|individual|country|single-country")) mention.among = "economies";
    k = p_.skip_hyphen(k + 1);
  }
  return nullptr;
}

std::optional<RankMention> RankFinder::nominal(std::size_t i) {
  RankMention mention;
  std::size_t k = i;
  std::vector<Interval> ranks = numbered_or_superlative(i, k, mention);
  // "and the fifth for imports"
  if (ranks.empty()) {
    k = i;
    ranks = places(k);
    return !ranks.empty() && said_before_ && p_.is(p_.skip_hyphen(k), "for") ? for_a_flow(p_.skip_hyphen(k), i, ranks)
                                                                             : std::nullopt;
  }
  const PartyMention* owner = party_ending_at(parties_, i);
  const std::size_t whose = owner ? owner->begin : p_.can(i - 1, use::determiner) ? i - 1 : i;
  // "among the largest partners", "one of China's top buyers": of whom figures follow, but no rank
  const bool vague = p_.ends_before_any(p_.before_the(whose), "one of|some of|among") || p_.is(i - 1, "next");
  const std::size_t behind_rank = k;
  std::size_t noun_end = 0;
  const Head* noun = noun_of(behind_rank, noun_end, mention);
  // "has been No. 1 in trade with the U.S."
  if (!noun)
    if (const auto with = p_.match_any(behind_rank, "in trade with|for trade with|in trade in goods with")) {
      std::size_t end = with;
      if (auto list = party_list_at(p_, parties_, with, end); list.size() == 1) {
        mention.begin = mention.first = i;
        mention.end = end;
        mention.flow = "trade";
        mention.measure = "goods_trade";
        mention.among = "partners";
        mention.ranks = std::move(ranks);
        mention.owners = std::move(list);
        return mention;
      }
    }
  // "the largest partner for EU imports of goods ..., and the third largest for EU exports"
  const std::size_t of_noun = noun ? noun_end : behind_rank;
  if (p_.is(of_noun, "for") && (!noun || noun->flow == "trade"))
    if (auto flow = for_a_flow(of_noun, i, ranks)) return flow;
  // "second and third largest, respectively": the noun was said before.
  const bool bare =
      !noun && ((ranks.size() > 1 && (p_.is(behind_rank, ",") || p_.is(behind_rank, "respectively"))) ||
                // "China is ASEAN's biggest partner, and ASEAN the third biggest of China"
                (said_before_ && p_.ends_before(i, "the") &&
                 (p_.is_any(behind_rank, "globally|overall|worldwide") ||
                  (p_.is_any(behind_rank, "within|among|in|of") && party_named_at(p_, parties_, behind_rank + 1)))) ||
                // "In terms of trade, the top three are: Laos, Peru and Chile"
                (mention.list && p_.ends_before(i, "the") && p_.can(behind_rank, use::be) &&
                 party_named_at(p_, parties_, behind_rank + (p_.is(behind_rank + 1, ":") ? 2 : 1))));
  // "the largest among 80 countries with projects in Vietnam": the figures around tell of what
  // "ASEAN was the fourth largest, with $5 billion", behind a rank
  const std::size_t many = p_.match_any(behind_rank, "among|of the|among the");
  const bool of_many = many && p_.is_number(many) && p_.is_any(many + 1, "countries|economies|investors");
  const bool by_itself = p_.ends_before_any(i, "was the|is the") && !p_.is(i, "the") && ordinal_at(i) &&
                         party_ending_at(parties_, i - 2) && p_.is_any(behind_rank, ",|.|with|at");
  if (!noun && ranks.size() == 1 && (of_many || by_itself || (p_.is(behind_rank, "among") && p_.is_number(many)))) {
    mention.verbal = true;
    mention.begin = mention.first = i;
    mention.flow = "trade";
    mention.measure = "goods_trade";
    mention.among = "partners";
    mention.ranks = std::move(ranks);
    among_whom(mention, of_many ? many : behind_rank);
    mention.end = behind_rank;
    return mention;
  }
  mention.of_measure =
      !noun && p_.ends_before(i, "the") && p_.can(i - 2, use::be) && p_.is_any(behind_rank, ",|.|at|with|in");
  if (vague && !noun) return std::nullopt;
  if (!noun && !bare && !mention.of_measure) return of_goods(i, behind_rank, std::move(ranks));
  if (noun && noun->words == "market" && !p_.ends_before_any(i, "'s|its|their|the")) return std::nullopt;
  // "the world's largest exporter", "the largest recipient of FDI": not of anybody's partners, but of all.
  const bool receives = noun && noun->measure == "investment" &&
                        (noun->words.starts_with("recipient") || noun->words.starts_with("destination for f"));
  if (receives || (p_.ends_before_any(i, "world 's|the world") && noun && noun->measure != "gdp")) {
    if ((noun->measure == "investment" && !receives) || is_plural(*noun) || noun->words.ends_with("partner"))
      return std::nullopt;
    mention.of_world = true;
    mention.among = "economies";
  }
  if (noun && noun->measure == "production" && !mention.of_world && !said_before_) return std::nullopt;
  mention.begin = mention.first = i;
  mention.end = noun ? noun_end : behind_rank;
  mention.noun_at = noun ? noun_end - 1 : 0;
  mention.flow = noun ? std::string(noun->flow) : "trade";
  mention.measure = noun ? std::string(noun->measure) : "goods_trade";
  mention.flow_said = noun && noun->flow != "trade";
  if (mention.among.empty()) mention.among = "partners";
  mention.plural = noun && is_plural(*noun);
  noun_ = noun ? noun->words : std::string_view();
  if (vague && (mention.of_world || mention.measure == "gdp" || p_.ends_before(i, "each other 's")))
    return std::nullopt;
  if (!vague) mention.ranks = std::move(ranks);
  owners(mention);
  product(mention);
  if (mention.owners.empty()) owners(mention);
  scope(mention);
  // "the second-largest exporter of tin in the world"
  if (noun && mention.owners.empty() && !vague && !mention.plural && !noun->words.ends_with("partner") &&
      noun->measure == "goods_trade" && p_.match_any(mention.end, "in the world|worldwide|globally"))
    mention.of_world = true, mention.among = "economies";
  return mention;
}

// "Diesel was the largest import", "our third-largest export is education", "the top three export products were:"
std::optional<RankMention> RankFinder::of_goods(std::size_t i, std::size_t noun, std::vector<Interval> ranks) const {
  const auto item = [this](std::size_t k) {
    return p_.is_any(k,
                     "sector|industry|category|item|product|group|sectors|industries|categories|items|"
                     "products|groups|commodity|commodities|earner|earners");
  };
  const auto joins = [this](std::size_t k) { return p_.is(k, "-") || p_.is(k - 1, "-"); };
  for (const std::size_t most = noun + 3;
       noun < most && (p_.can(noun, use::goods | use::adjective) || joins(noun)) && !item(noun);)
    ++noun;  // "the second-largest farm export", "the top cross-border export"
  const bool flow = p_.is_any(noun, "export|import");
  if (!flow && !item(noun)) return std::nullopt;
  const std::size_t end = flow && item(noun + 1) ? noun + 2 : noun + 1;
  if (!without_noun(end) && !p_.is(end, ",") && !p_.can(end, use::be | use::preposition)) return std::nullopt;
  RankMention mention;
  mention.begin = mention.first = i;
  mention.end = end;
  mention.of_goods = true;
  mention.plural = p_.word(end - 1).ends_with('s');
  if (flow) mention.flow = std::string(p_.word(noun)) + "s";
  mention.measure = "goods_trade";
  mention.among = "goods";
  mention.ranks = std::move(ranks);
  return mention;
}

std::optional<RankMention> RankFinder::of_object(std::size_t i) const {
  const bool holds = p_.is(i - 1, "the") && p_.can(i - 2, use::hold | use::draw) &&
                     p_.is_any(i, "most|highest|largest|biggest|greatest|strongest|fastest|deepest|widest");
  const bool comes = i == p_.begin() && p_.is(i, "most");
  if (!holds && !comes) return std::nullopt;
  std::size_t k = i + 1;
  while (p_.can(k, use::adjective) && k < i + 3) ++k;
  if (const std::size_t both_ways = p_.match(k, "two way")) k = both_ways;
  if (const auto* whose = party_beginning_at(parties_, k); whose && whose->name.role == NameRole::demonym)
    k = whose->end;                                                      // "received the most Chinese investment"
  if (p_.can(k, use::change_noun) && p_.is_any(k + 1, "in|of")) k += 2;  // "the largest decrease in exports"
  if (!p_.can(k, use::measure) || ranked_noun_at(p_, k, k)) return std::nullopt;
  if (comes) {
    ++k;
    while (p_.is_word(k) && !p_.can(k, use::finite)) ++k;
    if (!p_.match_any(k, "came from|come from|went to|go to")) return std::nullopt;
  }
  RankMention mention;
  mention.begin = mention.first = i;
  mention.end = i + 1;
  mention.of_object = true;
  mention.among = "partners";
  mention.ranks = {Interval::exactly(1)};
  return mention;
}

// ... "the highest monthly figure in history", "a record high for the period", "an all-time high"
std::optional<RankMention> RankFinder::on_record(std::size_t i) const {
  std::size_t k = i;
  const auto of_record = [i](std::vector<Interval> ranks, std::size_t end) {
    RankMention mention;
    mention.begin = mention.first = i;
    mention.end = end;
    mention.of_record = true;
    mention.among = "record";
    mention.ranks = std::move(ranks);
    return mention;
  };
  constexpr AnyOf highs = "record high|record highs|record low|historic high|all time high|all time low|record for the";
  if (const std::size_t high = p_.match_any(i, highs))
    return p_.is(high, "of") ? std::nullopt : std::optional(of_record({Interval::exactly(1)}, high));
  std::vector<Interval> ranks = places(k);
  k = p_.skip_hyphen(k);
  if (!p_.word(k).ends_with("est")) return std::nullopt;
  if (ranks.empty() && p_.is_any(k, "highest|lowest")) ranks.push_back(Interval::exactly(1));
  if (ranks.size() != 1) return std::nullopt;
  constexpr int longest = 7;
  for (int words = 0; words < longest && p_.is_word(k); ++words, ++k)
    if (const std::size_t end = p_.match_any(k, "on record|in history|in the history|ever"))
      return of_record(std::move(ranks), end);
  return std::nullopt;
}

std::optional<RankMention> RankFinder::for_a_flow(std::size_t at, std::size_t i,
                                                  const std::vector<Interval>& ranks) const {
  std::size_t k = at + 1;
  const PartyMention* owner = nullptr;
  if (p_.is(k, "the")) ++k;
  if (const auto* party = party_beginning_at(parties_, k)) owner = party, k = party->end;
  while (p_.is_any(k, "goods|total|overall")) ++k;
  if (!p_.is_any(k, "imports|exports")) return std::nullopt;
  RankMention mention;
  mention.begin = mention.first = i;
  mention.flow = p_.word(k);
  mention.flow_said = true;
  const std::size_t end = k + 1;
  mention.end = p_.is(end, "of") && p_.is(end + 1, "goods") ? end + 2 : end;
  mention.measure = "goods_trade";
  mention.among = "partners";
  mention.ranks = ranks;
  if (owner) {
    mention.owners = {*owner};
  } else if (const auto* before = party_ending_at(parties_, i); before && before->possessive) {
    mention.owners = {*before};
    mention.begin = before->begin;
  }
  return mention;
}

// "largest trading partner for agricultural products", "in services", "in terms of border trade".
void RankFinder::product(RankMention& mention) const {
  // "in terms of imports", "in the export of goods": of one flow alone
  std::size_t flow = p_.match_any(mention.end, "in terms of|in");
  if (p_.is_any(flow, "the|its")) ++flow;
  // "in terms of import-export value": of both
  const bool both = p_.is_any(flow + 1, "-|and|/") && p_.is_any(flow + 2, "import|imports|export|exports");
  if (mention.flow == "trade" && flow && !both && p_.is_any(flow, "imports|exports|import|export")) {
    mention.flow = p_.word(flow).starts_with("import") ? "imports" : "exports";
    mention.flow_said = true;
    mention.end = p_.match(flow + 1, "of goods") ? flow + 3 : flow + 1;
    return;
  }
  if (both) return;
  if (const auto terms = p_.match_any(mention.end, "in terms of|by|as for")) {
    std::size_t k = terms;
    std::string words;
    while (p_.is_word(k) && !p_.is_any(k, "trade|value|volume") && k < terms + 3 &&
           !p_.can(k, use::preposition | use::conjunction | use::determiner))
      words += (words.empty() ? "" : " ") + std::string(p_.word(k++));
    if (p_.is(k, "trade") && !words.empty() && words != "total" && words != "bilateral") {
      mention.product = words;
      mention.end = k + 1;
    }
    return;
  }
  if (!p_.is_any(mention.end, "for|in|of") || mention.measure == "gdp" || mention.measure == "investment") return;
  std::size_t k = mention.end + 1;
  std::string words;
  bool blank = true;
  // "electrical and electronic (E&E) products"
  const auto behind_short_name = [this](std::size_t at) {
    constexpr std::size_t longest = 4;
    std::size_t end = at + 1;
    while (p_.is(at, "(") && p_.inside(end) && end <= at + longest && !p_.is(end, ")")) ++end;
    return p_.is(at, "(") && p_.is(end, ")") && p_.can(end + 1, use::goods) ? end + 1 : at;
  };
  const auto name = [this](std::size_t at) {  // "E&E products"
    return p_.capital(at) && !p_.is(at + 1, "&") && !p_.is(at - 1, "&");
  };
  while ((p_.is_word(k) || (p_.is_any(k, "-|&") && !words.empty())) && !name(k) &&
         (!is_verb(p_.word(k)) || p_.can(k, use::goods)) && !number_word(p_.word(k)) && !ordinal_word(p_.word(k)) &&
         !p_.is_any(k,
                    "the|a|an|this|last|terms|that|which|since|for|in|over|years|recent|every|each|many|"
                    "several|its|all|with|during|consecutive|straight|total|both|now|imports|trade|goods|to|"
                    "by|from|at|as|exports|of|more|much|some")) {
    if (p_.is(k, "and") && !(p_.can(k + 1, use::goods) || p_.can(behind_short_name(k + 2), use::goods))) break;
    if (p_.is(k, "-")) {
      words += '-', blank = false;
      ++k;
      continue;
    }
    words += (words.empty() || !blank ? "" : " ") + std::string(p_.word(k));
    blank = true;
    k = behind_short_name(k + 1);
  }
  if (words.empty()) return;
  mention.product = words;
  mention.end = k;
}

// "in ASEAN", "among ASEAN members", "within the bloc".
void RankFinder::scope(RankMention& mention) {
  const auto in_scope = [&](std::size_t k) -> std::size_t {
    if (mention.measure == "investment") return 0;  // "the largest investor in ASEAN": whose investor
    std::size_t j = k + 1;
    while (p_.is_any(j, "the|all|its|ten|10|11|eleven|member|members|states|of|other")) ++j;
    for (const auto& party : parties_)
      if (party.begin == j && party.name.bloc && !party.name.code.empty()) {
        mention.among = party.name.code.text;
        std::size_t end = party.end;
        while (p_.is_any(end, "countries|members|member|nations|states|economies|bloc|region")) ++end;
        return end;
      }
    return 0;
  };
  if (p_.is_any(mention.end, "in|among|within"))
    if (const auto end = in_scope(mention.end)) mention.end = end;
  if (mention.among == "partners" && p_.is_any(p_.begin(), "among|within")) {
    const auto owner = mention.owners.empty() ? std::string() : mention.owners.front().name.code.text;
    const std::string before = mention.among;
    if (!in_scope(p_.begin()) || mention.among == owner) mention.among = before;
  }
}

}  // namespace tradewind
