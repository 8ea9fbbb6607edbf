// Whose partners, markets or suppliers are ranked.
#include <algorithm>

#include "tradewind/statements/rank_finder.hpp"

namespace tradewind {

// "China's largest trading partner", "the largest trading partner of China", "each other's".
void RankFinder::owners(RankMention& mention) {
  std::size_t i = mention.begin;
  if (p_.ends_before_any(i, "each other 's|one another 's")) {
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
  } else if (p_.is(i - 1, "'s")) {
    region(mention);
  }
  // "the largest importer of Vietnamese products": of all who buy from Vietnam, so of Vietnam's exports.
  const bool trades = noun_ == "importer" || noun_ == "importers" || noun_ == "exporter" || noun_ == "exporters";
  if (trades && p_.is_any(mention.end, "of|to"))
    for (const auto& party : parties_)
      if ((party.begin == mention.end + 1 || (party.begin == mention.end + 2 && p_.is(mention.end + 1, "the"))) &&
          !party.possessive)
        mention.flow = noun_.starts_with("importer") ? "exports" : "imports";
  if (p_.is_any(mention.end, "of|for|to") ||
      (p_.is_any(mention.end, "by|into") && p_.is(mention.end - 1, "imported")) ||
      (mention.measure == "investment" && p_.is(mention.end, "in"))) {
    std::size_t end = mention.end;
    // "of four of them, Peru, Chile, ..."
    const std::size_t named = p_.match(mention.end + 2, "of them ,");
    auto list = party_list_at(p_, parties_, named ? named : mention.end + 1, end);
    // "China is the largest partner of Vietnam, and Vietnam its fourth-largest"
    if (const auto* its = list.size() > 1 ? party_beginning_at(parties_, end) : nullptr; its && its->pronoun)
      list.pop_back(), end = list.back().end;
    if (!list.empty()) {
      // "the largest market for Vietnamese exports", "for Vietnam's seafood": whose, and of what.
      if (list.front().possessive || list.front().name.role == NameRole::demonym ||
          (list.size() == 1 && list.front().end == end && p_.can(end, use::goods))) {  // "the top buyer of U.S. corn"
        std::size_t k = end;
        std::string goods;
        const auto joins = [&](std::size_t at) {  // "non-oil and gas"
          return at > end && (p_.is(at, "-") || (p_.is(at, "and") && p_.can(at - 1, use::goods) &&
                                                 p_.can(at + 1, use::goods) && !party_beginning_at(parties_, at + 1)));
        };
        while (joins(k) ||
               (p_.is_word(k) && !p_.can(k, use::preposition | use::conjunction | use::determiner | use::adverb) &&
                !is_verb(p_.word(k)) && !party_beginning_at(parties_, k) && k < end + 6 &&
                (goods.empty() || !p_.is_any(k, "exports|imports")))) {
          if (!p_.is_any(k, "exports|goods|products|imports") || !goods.empty())
            goods += (goods.empty() || p_.is(k, "-") || p_.is(k - 1, "-") ? "" : " ") + std::string(p_.word(k));
          ++k;
        }
        if (goods.ends_with('-')) goods.pop_back();  // "Peru's agro-exports"
        // "the biggest source of Indonesia's imports": not of investment
        if (mention.measure == "investment" && (p_.is(k, "imports") || p_.is(k - 1, "imports")))
          mention.measure = "goods_trade", mention.flow = "imports", mention.flow_said = true;
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
    } else if (mention.owners.empty() && p_.is(mention.end, "of")) {  // "the largest trading partner of Guangdong"
      for (std::size_t k = mention.end + 1;
           p_.capital(k) && p_.token(k).uses == 0 && p_.is_word(k) && !p_.is(k + 1, "&"); ++k) {
        mention.region += (mention.region.empty() ? "" : " ") + p_.in_print(k);
        mention.end = k + 1;
      }
    }
  }
}

// "Guangxi's largest trading partner": a name that is no party's.
void RankFinder::region(RankMention& mention) const {
  std::size_t k = mention.begin - 1;
  while (k > p_.begin() && p_.capital(k - 1) && p_.token(k - 1).uses == 0 && !party_ending_at(parties_, k)) --k;
  if (k == p_.begin()) return;
  mention.region = p_.in_print(k, mention.begin - 1);
  if (!mention.region.empty())
    mention.begin = k;
  else if (p_.is_any(mention.begin - 2, "province|city|municipality") && p_.is(mention.begin - 3, "the"))
    mention.begin -= 3;  // "the province's largest partner": of the one that the text is about
}

}  // namespace tradewind
