#include "tradewind/statements/ranks.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace tradewind {
namespace {

constexpr auto ranked_nouns = std::to_array<Head>({
    {"trading partner", "trade", "goods_trade"},
    {"trading partners", "trade", "goods_trade"},
    {"trade partner", "trade", "goods_trade"},
    {"trade partners", "trade", "goods_trade"},
    {"partner", "trade", "goods_trade"},
    {"partners", "trade", "goods_trade"},
    {"goods trading partner", "trade", "goods_trade"},
    {"merchandise trading partner", "trade", "goods_trade"},
    {"commercial partner", "trade", "goods_trade"},
    {"export market", "exports", "goods_trade"},
    {"export markets", "exports", "goods_trade"},
    {"export destination", "exports", "goods_trade"},
    {"export destinations", "exports", "goods_trade"},
    {"market", "exports", "goods_trade"},
    {"overseas market", "exports", "goods_trade"},
    {"destination for exports", "exports", "goods_trade"},
    {"buyer", "exports", "goods_trade"},
    {"buyers", "exports", "goods_trade"},
    {"customer", "exports", "goods_trade"},
    {"customers", "exports", "goods_trade"},
    {"export customer", "exports", "goods_trade"},
    {"recipient of exports", "exports", "goods_trade"},
    {"destination", "exports", "goods_trade"},
    {"seller", "imports", "goods_trade"},
    {"source of goods", "imports", "goods_trade"},
    {"provider", "imports", "goods_trade"},
    {"source of foreign direct investments", "inward", "investment"},
    {"source of foreign direct investment inflows", "inward", "investment"},
    {"source of foreign direct investments inflows", "inward", "investment"},
    {"source of fdi inflows", "inward", "investment"},
    {"foreign investment source", "inward", "investment"},
    {"source of foreign capital", "inward", "investment"},
    {"import source", "imports", "goods_trade"},
    {"source of imports", "imports", "goods_trade"},
    {"import market", "imports", "goods_trade"},
    {"supplier", "imports", "goods_trade"},
    {"suppliers", "imports", "goods_trade"},
    {"import partner", "imports", "goods_trade"},
    {"export partner", "exports", "goods_trade"},
    {"investor", "inward", "investment"},
    {"investors", "inward", "investment"},
    {"foreign investor", "inward", "investment"},
    {"source of foreign investment", "inward", "investment"},
    {"source of investment", "inward", "investment"},
    {"source of foreign direct investment", "inward", "investment"},
    {"source of fdi", "inward", "investment"},
    {"investment destination", "outward", "investment"},
    {"exporter", "exports", "goods_trade"},
    {"importer", "imports", "goods_trade"},
    {"exporters", "exports", "goods_trade"},
    {"importers", "imports", "goods_trade"},
    {"economy", "", "gdp"},
    {"economies", "", "gdp"},
    {"trader", "trade", "goods_trade"},
    {"traders", "trade", "goods_trade"},
    {"trading nation", "trade", "goods_trade"},
    {"import sources", "imports", "goods_trade"},
    {"sources of imports", "imports", "goods_trade"},
    {"source of import", "imports", "goods_trade"},
    {"source for imports", "imports", "goods_trade"},
    {"source market", "imports", "goods_trade"},
    {"import supplier", "imports", "goods_trade"},
    {"import origin", "imports", "goods_trade"},
    {"markets", "exports", "goods_trade"},
    {"overseas markets", "exports", "goods_trade"},
    {"destinations", "exports", "goods_trade"},
    {"destination market", "exports", "goods_trade"},
    {"destination for its exports", "exports", "goods_trade"},
    {"destination of exports", "exports", "goods_trade"},
    {"market for exports", "exports", "goods_trade"},
    {"goods export market", "exports", "goods_trade"},
    {"consumer", "exports", "goods_trade"},
    {"trade in goods partner", "trade", "goods_trade"},
    {"two way trading partner", "trade", "goods_trade"},
    {"bilateral trading partner", "trade", "goods_trade"},
    {"trading partner in goods", "trade", "goods_trade"},
    {"partner in trade in goods", "trade", "goods_trade"},
    {"partner for trade in goods", "trade", "goods_trade"},
    {"partner in goods trade", "trade", "goods_trade"},
    {"partner in trade", "trade", "goods_trade"},
    {"trade and investment partner", "trade", "goods_trade"},
    {"source of foreign direct investment ( fdi )", "inward", "investment"},
    {"source of fdi", "inward", "investment"},
    {"foreign direct investor", "inward", "investment"},
    {"destination of investment", "outward", "investment"},
    {"investment partner", "inward", "investment"},
    {"destination for investment", "outward", "investment"},
    {"source of inward investment", "inward", "investment"},
    {"country for imports", "imports", "goods_trade"},
    {"country for exports", "exports", "goods_trade"},
    {"importing country", "exports", "goods_trade"},
    {"exporting country", "imports", "goods_trade"},
    {"exports destination", "exports", "goods_trade"},
    {"imports source", "imports", "goods_trade"},
    {"export trading partner", "exports", "goods_trade"},
    {"export trading partners", "exports", "goods_trade"},
    {"import trading partner", "imports", "goods_trade"},
    {"import trading partners", "imports", "goods_trade"},
    {"import partners", "imports", "goods_trade"},
    {"export partners", "exports", "goods_trade"},
});

constexpr Head source_of_imports{"source of imports", "imports", "goods_trade"};

class Finder {
 public:
  Finder(const Phrase& phrase, const std::vector<PartyMention>& parties) : p_(phrase), parties_(parties) {}

  std::vector<RankMention> run() {
    std::vector<RankMention> result;
    for (std::size_t i = p_.begin(); i < p_.end();) {
      auto mention = at(i);
      if (!mention && !result.empty()) mention = repeated(result.back(), i);
      if (!mention) {
        ++i;
        continue;
      }
      i = std::max(i + 1, mention->end);
      if (!result.empty()) join(result.back(), *mention);
      said_before_ = said_before_ || !mention->ranks.empty();
      result.push_back(std::move(*mention));
      if (auto other = of_another_noun(result.back())) {
        i = std::max(i, other->end);
        result.push_back(std::move(*other));
      }
    }
    return result;
  }

 private:
  std::optional<RankMention> at(std::size_t i) {
    if (!p_.inside(i) || !(p_.is_word(i) || p_.token(i).kind == TokenKind::ordinal)) return std::nullopt;
    if (!p_.can(i, use::ranked) && p_.token(i).kind != TokenKind::ordinal) return std::nullopt;
    if (auto mention = verbal(i)) return mention;
    if (auto mention = nominal(i)) return mention;
    return relation(i);
  }

  // "China's top export market and second-largest import source for agri-food products": owner and product of one hold
  // for the other.
  void join(RankMention& before, RankMention& here) const {
    std::size_t k = before.end;
    if (p_.is(k, ",")) ++k;
    if (p_.is_any(k, {"and", "as"}) && p_.is(k + 1, "well")) k += 2;
    if (p_.is(k, "and")) ++k;
    if (p_.is_any(k, {"the", "its"}) && here.owners.empty()) ++k;
    if (k != here.begin && k != here.first) return;
    if (here.owners.empty() && !before.owners.empty()) here.owners = before.owners;
    if (before.owners.empty() && !here.owners.empty() && !before.mutual) before.owners = here.owners;
    if (before.product.empty()) before.product = here.product;
  }

  // "Indonesia's largest source of imports as well as export destination": the rank holds for both nouns.
  std::optional<RankMention> of_another_noun(const RankMention& rank) const {
    if (rank.ranks.empty() || rank.verbal) return std::nullopt;
    std::size_t k = p_.match(rank.end, "as well as");
    if (k == 0 && p_.is(rank.end, "and")) k = rank.end + 1;
    std::size_t end = k;
    const Head* noun = k ? noun_at(k, end) : nullptr;
    if (!noun || noun->flow == rank.flow || noun->measure == "gdp") return std::nullopt;
    RankMention mention = rank;
    mention.begin = mention.first = k;
    mention.end = end;
    mention.flow = noun->flow;
    mention.measure = noun->measure;
    mention.flow_said = noun->flow != "trade";
    return mention;
  }

  // "China has been ASEAN's largest trading partner ..., while ASEAN has been China's for five years": the same rank,
  // its noun left out.
  std::optional<RankMention> repeated(const RankMention& last, std::size_t i) const {
    const auto owner = std::ranges::find(parties_, i, &PartyMention::begin);
    if (owner == parties_.end() || !owner->possessive || owner->anaphor) return std::nullopt;
    const std::size_t behind = owner->end;
    const bool noun_left_out = !p_.inside(behind) || p_.is_any(behind, {"for", ",", ".", "since", "and", "in", ";"});
    if (!noun_left_out || !p_.is_any(i - 1, {"been", "was", "is", "being", "became", "remained", "as", "were"}))
      return std::nullopt;
    RankMention mention = last;
    mention.begin = i;
    mention.first = mention.end = behind;
    mention.owners = {*owner};
    return mention;
  }

  std::optional<int> ordinal_at(std::size_t i) const {
    if (const auto word = ordinal_word(p_.word(i))) return word;
    if (p_.inside(i) && p_.token(i).kind == TokenKind::ordinal) return std::atoi(p_.token(i).text.c_str());
    return std::nullopt;
  }

  // "third place", "14th position"
  bool placed_at(std::size_t i) const { return ordinal_at(i) && p_.is_any(i + 1, {"place", "position", "spot"}); }

  // "No. 2", "number 3", "No1": the place and what stands behind it.
  std::optional<std::pair<int, std::size_t>> numbered(std::size_t i) const {
    if (!p_.is_any(i, {"no", "number"})) return std::nullopt;
    const std::size_t k = p_.is(i + 1, ".") ? i + 2 : i + 1;
    if (const auto word = number_word(p_.word(k)); word && p_.is(i, "number")) return std::pair(*word, k + 1);
    if (!p_.is_number(k) || p_.word(k).size() > 2) return std::nullopt;
    return std::pair(std::atoi(std::string(p_.word(k)).c_str()), k + 1);
  }

  bool superlative(std::size_t i) const {
    return p_.is_any(i, {"largest", "biggest", "top", "leading", "greatest", "foremost", "primary"});
  }

  // The places that begin at `k`, "second", "second and third"; `k` is set behind them.
  std::vector<Interval> places(std::size_t& k) const {
    std::vector<Interval> ranks;
    for (auto ordinal = ordinal_at(k); ordinal; ordinal = ordinal_at(k)) {
      ranks.push_back(Interval::exactly(*ordinal));
      ++k;
      std::size_t next = p_.is(k, ",") ? k + 1 : k;
      if (p_.is(next, "and")) ++next;
      if (next == k || !ordinal_at(next)) break;
      k = next;
    }
    return ranks;
  }

  // "ASEAN topped the list of China's trading partners", "the EU and the US ranked second and third".
  std::optional<RankMention> verbal(std::size_t i) {
    RankMention mention;
    mention.verbal = true;
    mention.flow = "trade";
    mention.measure = "goods_trade";
    mention.among = "partners";
    std::size_t k = p_.match_any(i, {"topped the list of", "tops the list of", "leads the list of", "led the list of",
                                     "topped the list", "came first", "ranked top", "ranks top"});
    if (k) {
      mention.ranks = {Interval::exactly(1)};
    } else {
      const bool verb = p_.is_any(i, {"ranked", "ranks", "ranking", "placed", "placing", "rank"}) ||
                        (p_.is_any(i, {"came", "comes", "coming", "was", "were", "is"}) && ordinal_at(i + 1) &&
                         p_.is_any(i + 2, {"with", "at", "on", "among", ",", "."})) ||
                        (p_.is_any(i, {"came", "comes", "coming"}) && p_.is(i + 1, "in") && ordinal_at(i + 2)) ||
                        (p_.is_any(i, {"followed", "follows", "rated"}) &&
                         ordinal_at(p_.is_any(i + 1, {"at", "in", "as"}) ? i + 2 : i + 1)) ||
                        ((p_.can(i, use::direction) || p_.is_any(i, {"moved", "moves"})) && p_.is(i + 1, "to") &&
                         placed_at(p_.is(i + 2, "the") ? i + 3 : i + 2)) ||
                        (p_.is_any(i, {"at", "in"}) && said_before_ && ordinal_at(i + 1) &&
                         (p_.is(i + 2, "with") || placed_at(i + 1))) ||
                        (p_.is_any(i, {"took", "takes", "held", "occupied", "holds"}) &&
                         ordinal_at(p_.is(i + 1, "the") ? i + 2 : i + 1));
      if (!verb) return std::nullopt;
      k = i + 1;
      if (p_.is_any(k, {"as", "in", "at", "to"})) ++k;
      if (p_.is(k, "the")) ++k;
      if (const auto place = numbered(k)) {
        mention.ranks = {Interval::exactly(place->first)};
        k = place->second;
      } else {
        mention.ranks = places(k);
      }
      if (p_.is_any(i, {"took", "takes", "held", "occupied", "holds"}) && !p_.is_any(k, {"place", "position", "spot"}))
        return std::nullopt;
      if (p_.is_any(k, {"place", "position", "spot", "places", "positions"})) ++k;
      if (mention.ranks.empty() || superlative(p_.skip_hyphen(k))) return std::nullopt;
      if (const Head* noun = noun_at(k, k); noun && !p_.is_any(i, {"came", "was", "were", "is"})) {
        mention.flow = noun->flow, mention.measure = noun->measure, mention.flow_said = noun->flow != "trade";
      }
      if (p_.is_any(k, {"among", "in", "on"})) ++k;
      // "ranked tenth as an export market"
      if (p_.is(k, "as")) {
        std::size_t end = p_.is_any(k + 1, {"a", "an", "the"}) ? k + 2 : k + 1;
        if (const Head* noun = noun_at(end, end)) {
          mention.flow = noun->flow, mention.measure = noun->measure, mention.flow_said = noun->flow != "trade";
          k = end;
        }
      }
      // "Canada ranked No. 2 for trade with the U.S."
      if (const auto with = p_.match_any(p_.is(k, "for") ? k + 1 : k, {"trade with"})) {
        std::size_t end = with;
        if (auto list = party_list_at(p_, parties_, with, end); list.size() == 1) {
          mention.owners = std::move(list);
          k = end;
        }
      }
    }
    mention.begin = mention.first = p_.is_any(i, {"topped", "tops", "leads", "led"}) ? i : i + 1;
    mention.end = k;
    if (p_.is(k, "the") || p_.is(k, "list")) ++k;
    const auto owner = std::ranges::find(parties_, k, &PartyMention::begin);
    if (owner != parties_.end() && (owner->possessive || owner->name.role == NameRole::demonym)) {
      std::size_t at = owner->end;
      while (p_.is_any(at, {"top", "largest", "main", "major", "biggest", "leading", "key"}) || p_.can(at, use::number))
        ++at;
      std::size_t end = at;
      if (const Head* noun = noun_at(at, end)) {
        mention.owners = {*owner};
        mention.flow = noun->flow;
        mention.measure = noun->measure;
        mention.flow_said = noun->flow != "trade";
        mention.end = end;
      }
    }
    if (mention.end <= mention.begin) return std::nullopt;
    return mention;
  }

  // The longest noun of a rank that begins at `k`; `end` is set behind it.
  const Head* noun_at(std::size_t k, std::size_t& end) const {
    const Head* noun = nullptr;
    std::size_t noun_end = 0;
    for (const auto& candidate : ranked_nouns)
      if (const auto behind = p_.match(k, candidate.words); behind > noun_end) noun = &candidate, noun_end = behind;
    if (noun) end = noun_end;
    return noun;
  }

  // The rank itself: "largest", "second-largest", "second and third largest", "top three", "number one", "No. 1".
  std::optional<RankMention> nominal(std::size_t i) {
    RankMention mention;
    std::size_t k = i;
    std::vector<Interval> ranks = places(k);
    k = p_.skip_hyphen(k);
    if (p_.is(k, "most") && p_.is(k + 1, "important") &&
        (!ranks.empty() || p_.ends_before_any(i, {"'s", "the", "its"}))) {
      if (ranks.empty()) ranks.push_back(Interval::exactly(1));
      k += 2;
    } else if (superlative(k)) {
      const bool leading = p_.is_any(k, {"leading", "primary"});
      if (leading && p_.ends_before_any(i, {"a", "as a", "one of the"})) return std::nullopt;
      if (ranks.empty()) ranks.push_back(Interval::exactly(1));
      const bool top = p_.is_any(k, {"top", "largest", "biggest", "leading"});
      ++k;
      int count = top && !p_.match(k, "two way") ? number_word(p_.word(k)).value_or(0) : 0;
      if (top && count == 0 && p_.is_number(k) && p_.word(k).size() <= 2)
        count = std::atoi(std::string(p_.word(k)).c_str());
      if (count > 0) {
        ranks = {Interval{1, static_cast<double>(count)}};
        mention.list = true;
        ++k;
      }
    } else if (const auto place = numbered(i); place && p_.is_word(place->second)) {
      ranks = {Interval::exactly(place->first)};
      k = place->second;
    } else if (!ranks.empty() && said_before_ && p_.is(k, "for")) {
      return for_a_flow(k, i, ranks);  // "and the fifth for imports"
    } else {
      return std::nullopt;
    }
    if (p_.ends_before_any(i, {"one of", "one of the", "among the", "one of its", "some of", "some of the",
                               "one of their", "among its"}))
      return std::nullopt;
    const std::size_t behind_rank = k;
    // Adjectives between rank and noun ("largest single trading partner", "largest overall").
    const Head* noun = nullptr;
    std::size_t noun_end = 0;
    bool single = false;
    for (std::size_t skipped = 0; skipped < 4 && !noun; ++skipped) {
      noun = noun_at(k, noun_end);
      // "the largest source of U.S. imports"
      if (p_.is(k, "source") && p_.is_any(k + 1, {"of", "for"})) {
        const std::size_t name = p_.is(k + 2, "the") ? k + 3 : k + 2;
        if (const auto* party = party_beginning_at(parties_, name); party && p_.is(party->end, "imports")) {
          noun = &source_of_imports;
          noun_end = k + 1;
        }
      }
      if (noun) break;
      if (!p_.is_word(k) || is_verb(p_.word(k)) || p_.can(k, use::preposition | use::determiner | use::conjunction) ||
          party_beginning_at(parties_, k))
        break;
      if (p_.is_any(k, {"single", "individual", "country", "single-country"})) single = true;
      ++k;
      k = p_.skip_hyphen(k);
    }
    // "has been No. 1 in trade with the U.S."
    if (!noun)
      if (const auto with = p_.match_any(behind_rank, {"in trade with", "for trade with", "in trade in goods with"})) {
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
                  (said_before_ && p_.ends_before(i, "the") && p_.is_any(behind_rank, {"within", "among", "in"}) &&
                   party_beginning_at(parties_, p_.is(behind_rank + 1, "the") ? behind_rank + 2 : behind_rank + 1)));
    if (!noun && !bare) return std::nullopt;
    if (noun && noun->words == "market" && !p_.ends_before_any(i, {"'s", "its", "their", "the"})) return std::nullopt;
    // "the world's largest exporter": not of anybody's partners.
    if (p_.ends_before_any(i, {"world 's", "the world"}) && noun->measure != "gdp") return std::nullopt;
    mention.begin = mention.first = i;
    mention.end = noun ? noun_end : behind_rank;
    mention.flow = noun ? std::string(noun->flow) : "trade";
    mention.measure = noun ? std::string(noun->measure) : "goods_trade";
    mention.flow_said = noun && noun->flow != "trade";
    mention.among = single ? "economies" : "partners";
    mention.plural = noun && noun->words.ends_with("s") && !noun->words.ends_with("goods");
    noun_ = noun ? noun->words : std::string_view();
    mention.ranks = std::move(ranks);
    owners(mention);
    product(mention);
    if (mention.owners.empty()) owners(mention);
    scope(mention);
    return mention;
  }

  std::optional<RankMention> for_a_flow(std::size_t at, std::size_t i, const std::vector<Interval>& ranks) const {
    std::size_t k = at + 1;
    const PartyMention* owner = nullptr;
    if (p_.is(k, "the")) ++k;
    if (const auto* party = party_beginning_at(parties_, k)) owner = party, k = party->end;
    while (p_.is_any(k, {"goods", "total", "overall"})) ++k;
    if (!p_.is_any(k, {"imports", "exports"})) return std::nullopt;
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

  // "an important trading partner for Malaysia", "one of China's main partners": who with whom, without a rank.
  std::optional<RankMention> relation(std::size_t i) const {
    std::size_t end = 0;
    const Head* noun = noun_at(i, end);
    if (!noun || i == p_.begin()) return std::nullopt;
    if (noun->words.find(' ') == std::string_view::npos) {
      // "remained a positive market": of whom the text is about
      if (!p_.is_any(i, {"market", "buyer", "supplier", "customer"})) return std::nullopt;
      std::size_t k = i;
      while (k > p_.begin() && p_.can(k - 1, use::adjective | use::adverb) && i - k < 4) --k;
      if (k == i || !p_.is_any(k - 1, {"a", "an"}) || !p_.can(k - 2, use::be | use::become)) return std::nullopt;
      RankMention mention;
      mention.begin = mention.first = i;
      mention.end = end;
      mention.flow = noun->flow;
      mention.measure = noun->measure;
      mention.flow_said = true;
      mention.among = "partners";
      return mention;
    }
    RankMention mention;
    mention.begin = mention.first = i;
    mention.end = end;
    mention.flow = noun->flow;
    mention.measure = noun->measure;
    mention.flow_said = noun->flow != "trade";
    mention.among = "partners";
    mention.plural = noun->words.ends_with("s");
    std::size_t k = i;
    while (k > p_.begin() && p_.can(k - 1, use::adjective | use::adverb) && i - k < 4) --k;
    if (const auto* party = party_ending_at(parties_, k); party && party->possessive) {
      mention.owners = {*party};
      mention.begin = party->begin;
    } else if (p_.is_any(end, {"of", "for", "to"})) {
      std::size_t behind = end;
      if (auto list = party_list_at(p_, parties_, end + 1, behind); list.size() == 1 && !list.front().possessive) {
        mention.owners = std::move(list);
        mention.end = behind;
      }
    }
    if (mention.owners.empty()) return std::nullopt;
    return mention;
  }

  // "China's largest trading partner", "the largest trading partner of China", "each other's".
  void owners(RankMention& mention) {
    std::size_t i = mention.begin;
    if (p_.ends_before_any(i, {"each other 's", "one another 's"})) {
      mention.mutual = true;
      mention.begin = i - 3;
      return;
    }
    if (const auto* party = party_ending_at(parties_, i);
        party && (party->possessive || party->name.role == NameRole::demonym)) {
      mention.owners = {*party};
      mention.begin = party->begin;
    } else if (p_.ends_before(i, "the")) {
      mention.begin = i - 1;
    }
    // "the largest importer of Vietnamese products": of all who buy from Vietnam, so of Vietnam's exports.
    const bool trades = noun_ == "importer" || noun_ == "importers" || noun_ == "exporter" || noun_ == "exporters";
    if (trades && p_.is_any(mention.end, {"of", "to"}))
      for (const auto& party : parties_)
        if ((party.begin == mention.end + 1 || (party.begin == mention.end + 2 && p_.is(mention.end + 1, "the"))) &&
            !party.possessive)
          mention.flow = noun_.starts_with("importer") ? "exports" : "imports";
    if (p_.is_any(mention.end, {"of", "for", "to"}) || (mention.measure == "investment" && p_.is(mention.end, "in"))) {
      std::size_t end = mention.end;
      auto list = party_list_at(p_, parties_, mention.end + 1, end);
      if (!list.empty()) {
        // "the largest market for Vietnamese exports", "for Vietnam's seafood": whose, and of what.
        if (list.front().possessive || list.front().name.role == NameRole::demonym) {
          std::size_t k = end;
          std::string goods;
          while (p_.is_word(k) && !p_.can(k, use::preposition | use::conjunction | use::determiner | use::adverb) &&
                 !is_verb(p_.word(k)) && !party_beginning_at(parties_, k) && k < end + 4) {
            if (!p_.is_any(k, {"exports", "goods", "products", "imports"}) || !goods.empty())
              goods += (goods.empty() ? "" : " ") + std::string(p_.word(k));
            ++k;
          }
          // "the top destination of Singapore's direct investment abroad"
          if (goods.find("investment") != std::string::npos) {
            mention.measure = "investment";
            mention.flow = "outward";
          } else if (mention.product.empty()) {
            mention.product = goods;
          }
          end = k;
        }
        if (mention.owners.empty()) mention.owners = std::move(list);
        mention.end = end;
      }
    }
  }

  // "largest trading partner for agricultural products", "in services", "in terms of border trade".
  void product(RankMention& mention) const {
    // "in terms of imports", "in the export of goods": of one flow alone
    std::size_t flow = p_.match_any(mention.end, {"in terms of", "in"});
    if (p_.is_any(flow, {"the", "its"})) ++flow;
    if (mention.flow == "trade" && flow && p_.is_any(flow, {"imports", "exports", "import", "export"})) {
      mention.flow = p_.word(flow).starts_with("import") ? "imports" : "exports";
      mention.flow_said = true;
      mention.end = p_.match(flow + 1, "of goods") ? flow + 3 : flow + 1;
      return;
    }
    if (const auto terms = p_.match_any(mention.end, {"in terms of", "by", "as for"})) {
      std::size_t k = terms;
      std::string words;
      while (p_.is_word(k) && !p_.is_any(k, {"trade", "value", "volume"}) && k < terms + 3 &&
             !p_.can(k, use::preposition | use::conjunction | use::determiner))
        words += (words.empty() ? "" : " ") + std::string(p_.word(k++));
      if (p_.is(k, "trade") && !words.empty() && words != "total" && words != "bilateral") {
        mention.product = words;
        mention.end = k + 1;
      }
      return;
    }
    if (!p_.is_any(mention.end, {"for", "in", "of"}) || mention.measure == "gdp" || mention.measure == "investment")
      return;
    std::size_t k = mention.end + 1;
    std::string words;
    bool blank = true;
    while ((p_.is_word(k) || (p_.is(k, "-") && !words.empty())) && !p_.capital(k) &&
           (!is_verb(p_.word(k)) || p_.can(k, use::goods)) && !number_word(p_.word(k)) && !ordinal_word(p_.word(k)) &&
           !p_.is_any(k, {"the",   "a",       "an",  "this",    "last",  "terms",  "that",        "which",
                          "since", "for",     "in",  "over",    "years", "recent", "every",       "each",
                          "many",  "several", "its", "all",     "with",  "during", "consecutive", "straight",
                          "total", "both",    "now", "imports", "trade", "goods",  "to",          "by",
                          "from",  "at",      "as",  "exports", "of",    "more",   "much",        "some"})) {
      if (p_.is(k, "and") && !(p_.can(k + 1, use::goods) || p_.can(k + 2, use::goods))) break;
      if (p_.is(k, "-")) {
        words += '-', blank = false;
        ++k;
        continue;
      }
      words += (words.empty() || !blank ? "" : " ") + std::string(p_.word(k));
      blank = true;
      ++k;
    }
    if (words.empty()) return;
    mention.product = words;
    mention.end = k;
  }

  // "in ASEAN", "among ASEAN members", "within the bloc".
  void scope(RankMention& mention) {
    const auto in_scope = [&](std::size_t k) -> std::size_t {
      if (mention.measure == "investment") return 0;  // "the largest investor in ASEAN": whose investor
      std::size_t j = k + 1;
      while (p_.is_any(
          j, {"the", "all", "its", "ten", "10", "11", "eleven", "member", "members", "states", "of", "other"}))
        ++j;
      for (const auto& party : parties_)
        if (party.begin == j && party.name.bloc && !party.name.code.empty()) {
          mention.among = party.name.code.text;
          std::size_t end = party.end;
          while (p_.is_any(end, {"countries", "members", "member", "nations", "states", "economies", "bloc", "region"}))
            ++end;
          return end;
        }
      return 0;
    };
    if (p_.is_any(mention.end, {"in", "among", "within"}))
      if (const auto end = in_scope(mention.end)) mention.end = end;
    if (mention.among == "partners" && p_.is_any(p_.begin(), {"among", "within"})) {
      const auto owner = mention.owners.empty() ? std::string() : mention.owners.front().name.code.text;
      const std::string before = mention.among;
      if (!in_scope(p_.begin()) || mention.among == owner) mention.among = before;
    }
  }

  const Phrase& p_;
  const std::vector<PartyMention>& parties_;
  bool said_before_ = false;  // the sentence has named a rank
  std::string_view noun_;     // what the rank being read is one of
};

}  // namespace

std::vector<RankMention> find_ranks(const Phrase& sentence, const std::vector<PartyMention>& parties) {
  return Finder(sentence, parties).run();
}

}  // namespace tradewind
