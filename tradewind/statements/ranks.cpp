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
});

class Finder {
 public:
  Finder(const Phrase& phrase, const std::vector<PartyMention>& parties) : p_(phrase), parties_(parties) {}

  std::vector<RankMention> run() {
    std::vector<RankMention> result;
    for (std::size_t i = p_.begin(); i < p_.end();) {
      auto mention = at(i);
      if (mention) {
        i = mention->end;
        result.push_back(std::move(*mention));
      } else if (auto again = result.empty() ? std::nullopt : repeated(result.back(), i)) {
        i = again->end;
        result.push_back(std::move(*again));
      } else {
        ++i;
      }
    }
    return result;
  }

 private:
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
    mention.end = behind;
    mention.owners = {*owner};
    mention.holders.clear();
    for (const auto& party : parties_)
      if (party.end <= i && party.begin >= last.end && !party.possessive && !party.anaphor &&
          party.name.role == NameRole::name)
        mention.holders = {party};
    if (mention.holders.empty()) return std::nullopt;
    mention.place_begin = mention.holders.front().begin;
    mention.place_end = behind;
    return mention;
  }

  std::optional<int> ordinal_at(std::size_t i) const {
    if (const auto word = ordinal_word(p_.word(i))) return word;
    if (p_.inside(i) && p_.token(i).kind == TokenKind::ordinal) return std::atoi(p_.token(i).text.c_str());
    return std::nullopt;
  }

  // "No. 2", "number 3": the place and what stands behind it.
  std::optional<std::pair<int, std::size_t>> numbered(std::size_t i) const {
    if (!p_.is_any(i, {"no", "number"})) return std::nullopt;
    const std::size_t k = p_.is(i + 1, ".") ? i + 2 : i + 1;
    if (!p_.is_number(k) || p_.word(k).size() > 2) return std::nullopt;
    return std::pair(std::atoi(std::string(p_.word(k)).c_str()), k + 1);
  }

  static bool superlative(std::string_view word) {
    return word == "largest" || word == "biggest" || word == "top" || word == "leading" || word == "greatest";
  }

  // "ASEAN topped the list of China's trading partners", "the EU and the US ranked second and third".
  std::optional<RankMention> idiom(std::size_t i) {
    RankMention mention;
    mention.begin = i;
    mention.flow = "trade";
    mention.measure = "goods_trade";
    mention.among = "partners";
    std::size_t k = p_.match_any(i, {"topped the list of", "tops the list of", "leads the list of", "led the list of"});
    if (k) {
      mention.ranks = {Interval::exactly(1)};
    } else {
      if (!p_.is_any(i, {"ranked", "ranks", "ranking", "placed"})) return std::nullopt;
      k = p_.is(i + 1, "as") ? i + 2 : i + 1;
      if (p_.is(k, "the")) ++k;
      if (const auto place = numbered(k)) {
        mention.ranks = {Interval::exactly(place->first)};
        k = place->second;
      }
      for (auto ordinal = ordinal_at(k); ordinal; ordinal = ordinal_at(k)) {
        mention.ranks.push_back(Interval::exactly(*ordinal));
        ++k;
        std::size_t next = p_.is(k, ",") ? k + 1 : k;
        if (p_.is(next, "and")) ++next;
        if (next == k || !ordinal_at(next)) break;
        k = next;
      }
      if (mention.ranks.empty() || superlative(p_.word(p_.skip_hyphen(k)))) return std::nullopt;
      if (p_.is_any(k, {"among", "in", "on"})) ++k;
      mention.begin = i + 1;
      // "ranked tenth as an export market"
      if (p_.is(k, "as"))
        for (const auto& candidate : ranked_nouns)
          if (const auto end = p_.match(p_.is_any(k + 1, {"a", "an", "the"}) ? k + 2 : k + 1, candidate.words);
              end > k) {
            mention.flow = candidate.flow;
            mention.measure = candidate.measure;
            k = end;
            break;
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
    mention.end = k;
    if (p_.is(k, "the") || p_.is(k, "list")) ++k;
    const auto owner = std::ranges::find(parties_, k, &PartyMention::begin);
    if (owner != parties_.end() && owner->possessive) {
      const Head* noun = nullptr;
      std::size_t noun_end = 0;
      std::size_t at = owner->end;
      if (p_.is_any(at, {"top", "largest", "main", "major", "biggest"})) ++at;
      for (const auto& candidate : ranked_nouns)
        if (const auto end = p_.match(at, candidate.words); end > noun_end) noun = &candidate, noun_end = end;
      if (noun) {
        mention.owners = {*owner};
        mention.flow = noun->flow;
        mention.measure = noun->measure;
        mention.end = noun_end;
      }
    }
    holders(mention);
    if (mention.holders.empty() || mention.end == i) return std::nullopt;
    return mention;
  }

  std::optional<RankMention> at(std::size_t i) {
    if (auto mention = idiom(i)) return mention;
    // The rank itself: "largest", "second-largest", "second and third largest", "top three", "number one", "No. 1".
    RankMention mention;
    std::vector<Interval> ranks;
    std::size_t k = i;
    bool top_list = false;
    for (auto ordinal = ordinal_at(k); ordinal; ordinal = ordinal_at(k)) {
      ranks.push_back(Interval::exactly(*ordinal));
      ++k;
      std::size_t next = p_.is(k, ",") ? k + 1 : k;
      if (p_.is(next, "and")) ++next;
      if (ordinal_at(next) && next > k)
        k = next;
      else
        break;
    }
    k = p_.skip_hyphen(k);
    if (superlative(p_.word(k))) {
      const bool leading = p_.is(k, "leading");
      if (leading && p_.ends_before_any(i, {"a", "as a", "one of the"})) return std::nullopt;
      if (ranks.empty()) ranks.push_back(Interval::exactly(1));
      const bool top = p_.is_any(k, {"top", "largest", "biggest", "leading"});
      ++k;
      std::optional<int> count = top ? number_word(p_.word(k)) : std::nullopt;
      if (top && !count && p_.is_number(k) && p_.word(k).size() <= 2)
        count = std::atoi(std::string(p_.word(k)).c_str());
      if (count) {
        ranks = {Interval{1, static_cast<double>(*count)}};
        top_list = true;
        ++k;
      }
    } else if (const auto end = p_.match_any(i, {"number one", "no . 1", "no 1", "number 1", "foremost"})) {
      ranks = {Interval::exactly(1)};
      k = end;
    } else if (const auto place = numbered(i); place && p_.is_word(place->second)) {
      ranks = {Interval::exactly(place->first)};
      k = place->second;
    } else {
      return std::nullopt;
    }
    if (p_.ends_before_any(i, {"one of", "one of the", "among the", "one of its", "some of", "some of the"}))
      return std::nullopt;
    const std::size_t behind_rank = k;
    // Adjectives between rank and noun ("largest single trading partner", "largest overall").
    const Head* noun = nullptr;
    std::size_t noun_end = 0;
    bool single = false;
    for (std::size_t skipped = 0; skipped < 4 && !noun; ++skipped) {
      for (const auto& candidate : ranked_nouns)
        if (const auto end = p_.match(k, candidate.words); end > noun_end) noun = &candidate, noun_end = end;
      if (noun) break;
      if (!p_.is_word(k) || is_verb(p_.word(k)) || p_.is_any(k, {"of", "in", "to", "and", "for", "the"})) break;
      if (p_.is_any(k, {"single", "individual", "country", "single-country"})) single = true;
      ++k;
      k = p_.skip_hyphen(k);
    }
    // "has been No. 1 in trade with the U.S."
    if (!noun)
      if (const auto with = p_.match_any(behind_rank, {"in trade with", "for trade with", "in trade in goods with"})) {
        std::size_t end = with;
        if (auto list = party_list_at(p_, parties_, with, end); list.size() == 1) {
          mention.begin = i;
          mention.end = end;
          mention.flow = "trade";
          mention.measure = "goods_trade";
          mention.among = "partners";
          mention.ranks = std::move(ranks);
          mention.owners = std::move(list);
          holders(mention);
          if (mention.holders.empty()) return std::nullopt;
          return mention;
        }
      }
    // "the largest partner for EU imports of goods ..., and the third largest for EU exports"
    const std::size_t of_noun = noun ? noun_end : behind_rank;
    std::string flow_for;
    const PartyMention* owner_for = nullptr;
    if (p_.is(of_noun, "for") && (!noun || noun->flow == "trade")) {
      std::size_t at = of_noun + 1;
      if (p_.is(at, "the")) ++at;
      for (const auto& party : parties_)
        if (party.begin == at) owner_for = &party, at = party.end;
      while (p_.is_any(at, {"goods", "total", "overall"})) ++at;
      if (owner_for && p_.is_any(at, {"imports", "exports"})) {
        flow_for = p_.word(at);
        const std::size_t end = at + 1;
        mention.begin = i;
        mention.end = p_.is(end, "of") && p_.is(end + 1, "goods") ? end + 2 : end;
        mention.flow = flow_for;
        mention.measure = "goods_trade";
        mention.among = "partners";
        mention.ranks = std::move(ranks);
        mention.owners = {*owner_for};
        holders(mention);
        if (mention.holders.empty()) return std::nullopt;
        return mention;
      }
    }
    // "second and third largest, respectively": the noun was said before.
    const bool bare = !noun && ranks.size() > 1 && (p_.is(behind_rank, ",") || p_.is(behind_rank, "respectively"));
    if (!noun && !bare) return std::nullopt;
    if (noun && noun->words == "market" && !p_.ends_before_any(i, {"'s", "its", "their", "the"})) return std::nullopt;
    mention.begin = i;
    mention.end = noun ? noun_end : behind_rank;
    mention.flow = noun ? std::string(noun->flow) : "trade";
    mention.measure = noun ? std::string(noun->measure) : "goods_trade";
    mention.among = single ? "economies" : "partners";
    noun_ = noun ? noun->words : std::string_view();
    mention.ranks = std::move(ranks);
    owners(mention);
    product(mention);
    scope(mention);
    holders(mention);
    if (top_list && mention.holders.empty()) return std::nullopt;
    // Several holders of one unnumbered top rank ("were China's top trade partners") share the first places.
    if (!top_list && mention.ranks.size() == 1 && mention.holders.size() > 1 && !mention.mutual &&
        mention.ranks.front() == Interval::exactly(1) && noun && noun->words.ends_with("s"))
      mention.ranks = {Interval{1, static_cast<double>(mention.holders.size())}};
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
      // "China's and India's largest ..." is rare; one owner is enough.
    } else if (p_.ends_before(i, "the") || p_.ends_before(i, "its")) {
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
        if (mention.owners.empty()) mention.owners = std::move(list);
        mention.end = end;
      }
    }
  }

  // "largest trading partner for agricultural products", "in services".
  void product(RankMention& mention) const {
    if (!p_.is_any(mention.end, {"for", "in", "of"}) || mention.measure == "gdp") return;
    std::size_t k = mention.end + 1;
    std::string words;
    while (p_.is_word(k) && !p_.capital(k) && !is_verb(p_.word(k)) && !number_word(p_.word(k)) &&
           !ordinal_word(p_.word(k)) &&
           !p_.is_any(k, {"the",   "a",   "an",   "this",  "last",   "terms",       "that",     "which", "since",
                          "for",   "in",  "over", "years", "recent", "every",       "each",     "many",  "several",
                          "its",   "all", "with", "and",   "during", "consecutive", "straight", "total", "both",
                          "goods", "to",  "by",   "from",  "at",     "as"})) {
      words += (words.empty() ? "" : " ") + std::string(p_.word(k));
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
    if (mention.among == "partners" && p_.is(p_.begin(), "among")) {
      const auto owner = mention.owners.empty() ? std::string() : mention.owners.front().name.code.text;
      const std::string before = mention.among;
      if (!in_scope(p_.begin()) || mention.among == owner) mention.among = before;
    }
  }

  void holders(RankMention& mention) {
    mention.place_begin = mention.begin;
    mention.place_end = mention.end;
    // "China's largest trading partner is ASEAN", "the top three were Vietnam, Malaysia and Thailand".
    std::size_t k = mention.end;
    if (p_.is(k, ",") && p_.is(k + 1, "respectively")) k += 2;
    std::size_t verb = k;
    while (verb < k + 8 && p_.is_word(verb) && !is_verb(p_.word(verb))) ++verb;  // "during this period"
    if (p_.is_any(verb, {"is", "are", "was", "were", "remains", "remained", ":"})) {
      k = verb;
      std::size_t end = k + 1;
      auto list = party_list_at(p_, parties_, k + 1, end);
      if (!list.empty() && !list.front().possessive) {
        mention.holders = std::move(list);
        mention.place_end = end;
        return;
      }
    }
    // "ASEAN was / has remained / , ... , China's largest trading partner": the nearest parties before that are not the
    // owner.
    const PartyMention* last = nullptr;
    for (const auto& party : parties_) {
      if (party.begin >= mention.begin) break;
      if (party.possessive || party.name.role == NameRole::agreement) continue;
      if (party.name.role == NameRole::demonym && !party.name.bloc) continue;
      if (!mention.owners.empty() && party.name.code == mention.owners.front().name.code && !party.anaphor) continue;
      if (preposition_before(party) && !relative_behind(party, mention.begin)) continue;
      last = &party;
    }
    if (last) {
      // The whole enumeration that it ends.
      std::size_t first = static_cast<std::size_t>(last - parties_.data());
      while (first > 0 && joined(parties_[first - 1].end, parties_[first].begin)) --first;
      for (std::size_t j = first; &parties_[j] <= last; ++j) mention.holders.push_back(parties_[j]);
      mention.place_begin = parties_[first].begin;
      return;
    }
    // "China's largest trading partner, ASEAN,"
    std::size_t end = k;
    const std::size_t start = p_.is(k, ",") ? k + 1 : k;
    auto list = party_list_at(p_, parties_, start, end);
    if (list.size() == 1 && !list.front().possessive && !list.front().anaphor) {
      mention.holders = std::move(list);
      mention.place_end = end;
    }
  }

  // "with ASEAN", "surpassing the EU": not the one who holds the rank.
  bool preposition_before(const PartyMention& party) const {
    std::size_t i = party.begin;
    if (p_.ends_before(i, "the")) --i;
    return p_.ends_before_any(
        i, {"with", "surpassing", "overtaking", "overtook",    "surpassed", "replacing", "replaced",
            "from", "to",         "between",    "after",       "behind",    "of",        "than",
            "for",  "ahead of",   "passing",    "followed by", "in",        "over",      "displacing"});
  }

  // "exports to the U.S., which remained Vietnam's largest customer": the one that "which" is about holds the rank.
  bool relative_behind(const PartyMention& party, std::size_t rank) const {
    std::size_t i = party.end;
    if (p_.is(i, ",")) ++i;
    if (!p_.is_any(i, {"which", "that", "who"})) return false;
    for (++i; i < rank; ++i)
      if (!is_verb(p_.word(i)) && !p_.is_any(i, {"has", "have", "is", "was", "are", "were", "been", "also", "remained",
                                                 "the", "now", "became", "still"}))
        return false;
    return true;
  }

  bool joined(std::size_t from, std::size_t to) const {
    if (from >= to) return false;
    for (std::size_t i = from; i < to; ++i)
      if (!p_.is_any(i, {",", "and", "the", "&"})) return false;
    return true;
  }

  const Phrase& p_;
  const std::vector<PartyMention>& parties_;
  std::string_view noun_;  // what the rank being read is one of
};

}  // namespace

std::vector<RankMention> find_ranks(const Phrase& sentence, const std::vector<PartyMention>& parties) {
  return Finder(sentence, parties).run();
}

}  // namespace tradewind
