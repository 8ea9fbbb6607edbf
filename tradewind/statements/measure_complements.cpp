// What stands behind a measure: with whom, between whom, of what.
#include "tradewind/statements/measure_finder.hpp"

namespace tradewind {
namespace {

bool of_origin(const MeasureMention& mention) {
  return mention.subjects.empty() ||
         (mention.subjects.size() == 1 && mention.subjects.front().name.role == NameRole::demonym &&
          !mention.subjects.front().possessive);
}

}  // namespace

void MeasureFinder::right(MeasureMention& mention) {
  std::size_t k = mention.end;
  // A group that no table names, at a token, as one more of a list.
  const auto add_group = [this](std::vector<PartyMention>& list, std::size_t begin, std::size_t& end) {
    if (const std::size_t group = unnamed_group(begin))
      list.push_back({begin, group, {unnamed_party, NameRole::name, true}}), end = group;
  };
  for (int phrases = 0; phrases < 5; ++phrases) {
    std::size_t end = k;
    // "exports in 2024 to China": a time between.
    if (p_.can(k, use::preposition) && parts_.is(k + 1, PartKind::period)) {
      const std::size_t behind = parts_.behind(k + 1);
      if (p_.is(behind, "between") || (p_.is_any(behind, "with|to|from") && parts_.party_at(behind + 1))) {
        k = behind;
        continue;
      }
      break;
    }
    // "trade through Myanmar's land border posts", "exports over the land routes"
    if (const std::size_t border = crosses_a_border(k)) {
      if (mention.product.empty()) mention.product = "border";
      for (const auto& party : parts_.parties)
        if (party.begin > k && party.end < border && party.possessive && mention.subjects.empty())
          mention.subjects = {party};
      mention.end = k = border;
      continue;
    }
    // "deficit on merchandise trade with", "surplus in its trade with", "surplus in non-oil trade with"
    if (mention.flow == "balance" && p_.is_any(k, "in|on")) {
      std::size_t t = k + 1;
      const PartyMention* owner = nullptr;  // "the surplus in EU trade in services"
      while (p_.can(t, use::determiner | use::adjective) || p_.is(t, "its") || (!owner && parts_.party_at(t))) {
        if (const PartyMention* party = parts_.party_at(t)) owner = party;
        t = owner && parts_.party_at(t) ? owner->end : t + 1;
      }
      if (const std::size_t named = noun_phrase_end(parts_, t); named > t + 1 && p_.is(named - 1, "trade"))
        if (mention.product = goods_words(parts_, t, named - 1); !mention.product.empty()) t = named - 1;
      // "the trade balance on goods and services"
      if (const std::size_t both = p_.match_any(t, "goods and services|services|goods");
          both && !p_.is(t, "trade") && mention.measure == "goods_trade") {
        mention.measure = p_.is(t, "services") ? "services_trade"
                          : both > t + 1       ? "goods_and_services_trade"
                                               : "goods_trade";
        if (owner && mention.subjects.empty()) mention.subjects = {*owner};
        mention.end = k = p_.is(both, "trade") ? both + 1 : both;
        continue;
      }
      if (p_.is(t, "trade")) {
        if (owner && mention.subjects.empty()) mention.subjects = {*owner};
        if (const auto both = p_.match(t + 1, "in goods and services")) {
          mention.measure = "goods_and_services_trade";
          mention.plain = mention.head_only = false;
          t = both - 1;
        }
        if (p_.is(t + 1, "in") && p_.is(t + 2, "services")) mention.measure = "services_trade", t += 2;
        if (p_.is(t + 1, "in") && p_.is(t + 2, "goods")) mention.plain = mention.head_only = false, t += 2;
        mention.end = k = t + 1;
        continue;
      }
    }
    // "FDI in actual use": how it is counted
    if (const auto used = mention.measure == "investment" ? p_.match(k, "in actual use") : 0) {
      mention.end = k = used;
      continue;
    }
    // "a shortfall in goods", "the surplus on services": the halves of what may be counted together.
    if (mention.flow == "balance" && p_.is_any(k, "in|on|of") && p_.is_any(k + 1, "goods|services") &&
        !p_.is(k + 2, "and")) {
      mention.measure = p_.is(k + 1, "goods") ? "goods_trade" : "services_trade";
      mention.plain = mention.head_only = false;
      mention.end = k = k + 2;
      continue;
    }
    // "farm goods, trade in which rose 13 percent", "chips, exports of which fell": of these goods
    if (const std::size_t comma = mention.begin - 1;
        p_.is_any(k, "in|of") && p_.is(k + 1, "which") && p_.is(comma, ",") && mention.product.empty() &&
        p_.can(comma - 1, use::goods) && parts_.owner(comma - 1).kind == PartKind::none) {
      mention.product = goods_words(parts_, goods_begin(parts_, clauses_, comma), comma);
      mention.head_only = false;
      mention.end = k + 2;
      break;
    }
    if (const auto idiom = p_.match_any(k, "in turn|in contrast|in comparison|in particular|in addition")) {
      k = idiom;
      continue;
    }
    // "exports under processing trade", "imports through general trade": a way of trading
    if (p_.is_any(k, "under|in|via|through|by") && p_.is_any(k + 1, "processing|general|border|barter") &&
        p_.is(k + 2, "trade") && mention.product.empty() && mention.flow != "balance") {
      mention.product = p_.word(k + 1), mention.head_only = false;
      mention.end = k = k + 3;
      continue;
    }
    if (p_.is(k, "within")) {
      auto list = party_list_at(p_, parts_.parties, k + 1, end);
      if (list.size() != 1 || !is_trade_flow(mention.flow) || mention.flow == "balance") break;
      if (mention.subjects.empty()) mention.subjects = list;  // "Nigeria's trade within Africa"
      mention.partners = list, mention.end = k = end;
      continue;
    }
    if (p_.is_any(k, "between|among")) {
      if (const auto both =
              p_.match_any(k + 1,
                           "the two sides|the two countries|the two parties|the two economies|the two nations|"
                           "both sides|the two|two sides|both countries|the two neighbours|the two neighbors|"
                           "both nations|the countries|the sides|the parties|the two blocs|them|the two regions|us")) {
        mention.bilateral = true, mention.end = k = both;
        continue;
      }
      // "The gap between what the EU buys from China and what it sells there"
      if (p_.is(k + 1, "what") && mention.flow == "balance") {
        for (const auto& party : parts_.parties) {
          if (party.begin < k || party.begin > k + 9 || party.possessive || mention.partners.size() == 1) continue;
          (mention.subjects.empty() ? mention.subjects : mention.partners).push_back(party);
        }
        mention.end = k + 1;
        while (p_.inside(mention.end) && !p_.can(mention.end, use::direction) && mention.end < k + 14 &&
               !parts_.is(mention.end, PartKind::quantity))
          ++mention.end;
        mention.weak = mention.weak && mention.subjects.empty();
        break;
      }
      auto list = party_list_at(p_, parts_.parties, k + 1, end);
      // "trade among developing countries"
      if (list.empty() && p_.is(k, "among")) add_group(list, k + 1, end);
      // "Trade among the ASEAN countries", "between African nations"
      if (list.size() == 1 && (p_.is(k, "among") || (p_.can(end - 1, use::company) && !p_.is(end, "and"))) &&
          list.front().name.bloc && !list.front().possessive) {
        mention.subjects = mention.partners = list, mention.end = k = end;
        continue;
      }
      if (list.empty() || list.front().possessive) {
        if (!region_between(mention, k + 1, end)) break;
        mention.end = k = end;
        continue;
      }
      // "between ASEAN and southwest China's Yunnan province", "between Thailand and Yunnan"
      std::string place;
      std::size_t behind = end;
      const PartyMention* owner = nullptr;
      if (list.size() == 1 && p_.is(end, "and") && place_at(end + 1, place, owner, behind) &&
          (owner || !country_of(provinces_, place).empty())) {
        mention.subjects = std::move(list);
        mention.partners = {owner ? *owner : PartyMention{end + 1, behind, {country_of(provinces_, place)}}};
        mention.product = std::move(place);
        mention.region = mention.neutral = true;
        mention.end = k = behind;
        continue;
      }
      mention.neutral = true;
      if (list.size() == 1 && p_.is(end, "and")) add_group(list, end + 1, end);
      mention.subjects = {list.front()};
      mention.partners.assign(list.begin() + 1, list.end());
      if (list.size() == 1) mention.bilateral = true;
      // "the total investment between China and ASEAN"
      if (mention.measure == "investment" && mention.flow.empty() && p_.is(k, "between") && list.size() == 2)
        mention.flow = "two-way";
      mention.end = k = end;
      continue;
    }
    // "shipments bound for the US", "those for the EU"
    if (p_.is_any(k, "bound|destined|headed|heading") && p_.is_any(k + 1, "for|to")) ++k;
    const bool bound = p_.is(k, "for") && (k > mention.end || mention.again) && parts_.party_at(p_.skip_the(k + 1));
    if (bound || p_.is_any(k, "with|to|from|into|across|toward|towards|against|over|vis")) {
      auto list = party_list_at(p_, parts_.parties, k + 1, end);
      if (const auto everybody = list.empty() || list.front().pronoun ? all_the_others(k + 1) : 0) {
        // "Exports to China fell, those to the rest of the world rose": to all but the one just named
        if (p_.match(k + 1, "the rest of") && (mention.again || partner_named_))
          mention.partners.push_back({k + 1, everybody, {unnamed_party, NameRole::name, true}});
        else
          mention.total = true, mention.bilateral = false;  // "two-way trade with all countries"
        mention.end = k = everybody;
        continue;
      }
      // "Laos's trade with Yunnan": with whose province it is
      const PartyMention* owner = nullptr;
      if (std::string place;
          list.empty() && mention.product.empty() && p_.is_any(k, "with|to|from") && place_at(k + 1, place, owner, end))
        if (const EconomyCode country = country_of(provinces_, place); !country.empty()) {
          list.push_back({k + 1, end, {country, NameRole::name, false}});
          mention.product = place;
        }
      if (list.empty() && phrases < 2 && !p_.is_any(k, "against|over|across")) add_group(list, k + 1, end);
      if (list.empty() || (list.front().possessive && !list.front().anaphor)) {
        // "exports from the textiles sector", "from India's leather sector", "export earnings from coffee"
        if (p_.is(k, "from") && mention.product.empty()) {
          const std::string firms = goods_at(parts_, list.empty() ? k + 1 : list.front().end, end);
          const bool earned = list.empty() && p_.is_any(k - 1, "earnings|receipts|revenue|revenues|proceeds");
          if (!firms.empty() && p_.can(end - 1, earned ? use::goods | use::traders : use::traders)) {
            if (!list.empty() && mention.subjects.empty()) mention.subjects = {list.front()};
            mention.product = firms, mention.end = k = end;
            continue;
          }
        }
        break;
      }
      if (p_.is_any(k, "against|over") && mention.flow != "balance") break;
      if (list.size() == 1 && no_named_markets(mention, list.front(), k)) continue;
      const bool origin = p_.is(k, "from");
      // "Brazilian trade to China"
      if (p_.is(k, "to") && mention.flow == "trade" && mention.flows.empty() && !mention.subjects.empty() &&
          mention.measure == "goods_trade" && k == mention.head + 1)
        mention.flow = "exports";
      // "FDI flows from China to ASEAN": what comes in is told by where it comes to.
      if (mention.flow == "inward" && (origin || p_.is_any(k, "to|into"))) {
        // "Chinese FDI to ASEAN": told by where it comes from after all
        if (!origin && !mention.subjects.empty() && mention.partners.empty()) {
          mention.flow = "outward";
          mention.partners = std::move(list);
          mention.end = k = end;
          continue;
        }
        auto& side = origin ? mention.partners : mention.subjects;
        if (side.empty()) side = std::move(list);
        mention.end = k = end;
        continue;
      }
      // "with shipments from Switzerland soaring", of imports
      if (origin && p_.is_any(mention.head, "shipments|purchases|sales|supplies|deliveries") &&
          mention.subjects.empty() && !(p_.is(end, "to") && parts_.party_at(end + 1))) {
        mention.from = std::move(list);
        mention.end = k = end;
        continue;
      }
      // "exports from Vietnam to China": the first is whose exports they are.
      if (origin && p_.is_any(k - 1, "earnings|receipts|revenue|revenues|proceeds") && mention.partners.empty() &&
          parts_.party_at(end - 1))
        mention.partners = std::move(list);
      else if (origin && mention.measure == "investment" && !(p_.is_any(end, "to|into|in") && parts_.party_at(end + 1)))
        (mention.flow == "outward" ? mention.subjects : mention.origin) = std::move(list);
      else if (origin && (mention.flow == "exports" || mention.measure == "investment") && mention.subjects.empty())
        mention.subjects = std::move(list);
      else if (origin && mention.flow == "trade" && mention.flows.empty() && mention.subjects.empty() &&
               p_.is(end, "to") && parts_.party_at(p_.skip_the(end + 1)))
        mention.flow = "exports", mention.subjects = std::move(list);  // "trade from the UK to the EU"
      else if (p_.is_any(k, "to|into") && mention.flow == "imports" && of_origin(mention) && mention.flows.empty() &&
               !p_.is_any(k - 1, "payments|payment")) {
        // "Malaysian palm oil imports into China"
        if (!mention.subjects.empty() && mention.partners.empty()) mention.partners = std::move(mention.subjects);
        mention.subjects = std::move(list);
      } else if (mention.partners.empty())
        mention.partners = std::move(list);
      mention.end = k = end;
      continue;
    }
    if (p_.is_any(k, "of|in") && p_.is(k + 1, p_.word(k))) ++k;  // "in in", as the press misprints
    if (p_.is_any(k, "of|in|by|for") && parts_.owner(k + 1).kind != PartKind::period) {
      // "the foreign trade of southwest China's Yunnan Province", "of the Guangxi autonomous region", "in Yunnan"
      std::string place;
      const PartyMention* owner = nullptr;
      const bool in_place = p_.is(k, "of") || (p_.is(k, "in") && is_trade_flow(mention.flow));
      if (in_place && mention.subjects.empty() && mention.product.empty() && place_at(k + 1, place, owner, end)) {
        if (owner) mention.subjects = {*owner};
        mention.product = place;
        mention.region = true;
        mention.end = k = end;
        continue;
      }
      auto list = party_list_at(p_, parts_.parties, k + 1, end);
      // "exports of developing countries": theirs, though no table names them
      if (list.empty() && p_.is_any(k, "of|by") && is_trade_flow(mention.flow) &&
          !p_.can(k + 1, use::determiner | use::number) && !p_.is(k + 1, "member"))
        add_group(list, k + 1, end);
      // "imports of Russian goods": from there; "exports of Russian goods": its own.
      if (!list.empty() && list.front().name.role == NameRole::demonym && !list.front().possessive && p_.is(k, "of") &&
          (mention.flow == "imports" || mention.flow == "exports")) {
        const std::size_t behind = noun_phrase_end(parts_, list.front().end);
        if (behind > list.front().end && p_.can(behind - 1, use::goods)) {
          if (mention.product.empty()) mention.product = goods_words(parts_, list.front().end, behind);
          auto& side = mention.flow == "imports" ? mention.partners : mention.subjects;
          if (side.empty()) side = {list.front()};
          mention.end = k = behind;
          continue;
        }
      }
      if (!list.empty() && (!list.front().possessive || list.front().anaphor) &&
          !(list.front().name.role == NameRole::demonym && p_.can(end, use::goods))) {
        if ((mention.measure == "investment" || mention.measure.starts_with("contracted")) && p_.is(k, "in") &&
            mention.partners.empty() && mention.flow != "inward")
          mention.partners = std::move(list);
        else if (mention.subjects.empty())
          mention.subjects = std::move(list);
        else if (mention.partners.empty() && p_.is(k, "in"))
          mention.partners = std::move(list);
        else
          break;
        mention.end = k = end;
        continue;
      }
      // "investment in Malaysia's manufacturing sector"
      if (!list.empty() && list.front().possessive && p_.is(k, "in") && mention.measure == "investment" &&
          mention.partners.empty() && mention.flow != "inward")
        if (const std::size_t sector = noun_phrase_end(parts_, list.front().end);
            sector > list.front().end && p_.can(sector - 1, use::traders)) {
          mention.product = goods_words(parts_, list.front().end, sector);
          mention.partners = {list.front()};
          mention.end = k = sector;
          continue;
        }
      // "exports by Turkey's automotive industry", "of China's private firms", "the export value of Peru's tea"
      if (list.size() == 1 && list.front().possessive && !list.front().anaphor && p_.is_any(k, "of|by") &&
          is_trade_flow(mention.flow) && mention.subjects.empty() && mention.product.empty())
        if (std::size_t sector = noun_phrase_end(parts_, list.front().end);
            sector > list.front().end &&
            (p_.can(sector - 1, use::traders) || p_.is(sector - 1, "sectors") ||
             (p_.is(k, "of") && mention.flow == "exports" && p_.can(sector - 1, use::goods)))) {
          mention.product = !p_.can(sector - 1, use::goods) ? goods_words(parts_, list.front().end, sector)
                                                            : goods_at(parts_, list.front().end, sector);
          mention.subjects = {list.front()};
          mention.head_only = false;
          mention.end = k = sector;
          continue;
        }
      // "the deficit for energy"
      if (p_.is(k, "for") && !(mention.flow == "balance" && p_.can(noun_phrase_end(parts_, k + 1) - 1, use::goods)))
        break;
      // "a deficit of nine-month high"
      if (p_.is(k, "of") && (number_word(p_.word(k + 1)) || p_.is_number(k + 1)) && p_.is(k + 2, "-")) break;
      if (p_.is(k, "by") && !p_.can(noun_phrase_end(parts_, k + 1) - 1, use::traders)) break;
      std::string product = goods_at(parts_, k + 1, end);
      // "net investment in equity capital": a kind of it
      if (const std::size_t capital = noun_phrase_end(parts_, k + 1);
          product.empty() && mention.measure == "investment" && p_.is(k, "in") && capital == k + 3 &&
          p_.is(k + 2, "capital"))
        product = noun_words(parts_, k + 1, capital), end = capital;
      // "FDI in professional, scientific and technical activities": a sector
      if (product.empty() && mention.measure == "investment" && p_.is(k, "in"))
        if (const std::size_t sector = behind_activities(k + 1))
          product = noun_words(parts_, k + 1, sector), end = sector;
      // "disbursed capital of foreign-invested projects": of all
      const bool of_investors =
          mention.measure == "investment" && p_.is(k, "of") && product.find("invested") != std::string::npos;
      if (product.empty() || of_investors) {
        if (end == k) break;
        mention.end = k = end;
        continue;
      }
      // "Guangxi's imports of farm products": both
      if (mention.region && !mention.product.empty() && p_.is(k, "of") &&
          mention.product.find(' ') == std::string::npos) {
        mention.product += " " + product;
        mention.end = k = end;
        continue;
      }
      if (!mention.product.empty() && mention.measure != "investment") break;
      mention.product = std::move(product);
      mention.head_only = false;
      mention.end = k = end;
      continue;
    }
    // "trade through the Friendship Pass", "imports passing through it": a part of it that crosses one place.
    if (p_.is_any(k, "passing|going|moving|shipped|transported|entering") && p_.is_any(k + 1, "through|via")) ++k;
    if (p_.is_any(k, "through|via|at") && parts_.owner(k + 1).kind == PartKind::none &&
        (p_.capital(k + 1) || (p_.is(k + 1, "the") && p_.capital(k + 2) && !parts_.party_at(k + 2)))) {
      end = k + 1;
      std::string place(p_.word(k));
      while (p_.is_word(end) && (p_.capital(end) || p_.is(end, "the")) && parts_.owner(end).kind == PartKind::none)
        place += " " + std::string(p_.word(end++));
      if (!mention.product.starts_with("border")) mention.product += (mention.product.empty() ? "" : " ") + place;
      mention.end = k = end;
      continue;
    }
    if (p_.is(k, "(") && p_.is(k + 2, ")") && phrases > 0) {
      mention.end = k = k + 3;
      continue;
    }
    // "exports (including crude oil) of the foreign-invested sector"
    if (p_.is(k, "(") && p_.is_any(k + 1, "including|excluding")) {
      std::size_t close = k + 1;
      while (close < k + 8 && p_.is_word(close) && parts_.owner(close).kind == PartKind::none) ++close;
      if (p_.is(close, ")") && p_.is_any(close + 1, "of|to|from|with|by")) {
        k = close + 1;
        continue;
      }
    }
    break;
  }
  // "Shipments to the United States, excluding oil and gas, rose", "exports without gold fell"
  const std::size_t but = p_.is(k, ",") ? k + 1 : k;
  if (!p_.is_any(but, "excluding|without|minus") || !is_trade_flow(mention.flow) || !mention.product.empty()) return;
  std::size_t close = but + 1;
  while (p_.is_word(close) && parts_.owner(close).kind == PartKind::none && !carries_clause(parts_, close)) ++close;
  if ((but > k && !p_.is(close, ",")) || !p_.can(close - 1, use::goods)) return;
  mention.product = "excluding " + noun_words(parts_, but + 1, close);
  if (but == k) mention.end = close, mention.head_only = false;
}

std::size_t MeasureFinder::crosses_a_border(std::size_t i) const {
  if (!p_.is_any(i, "through|via|at|over|across")) return 0;
  constexpr std::size_t longest = 7;
  for (std::size_t k = i + 1; k < i + longest && !p_.can(k, use::preposition | use::conjunction); ++k) {
    if (parts_.is(k, PartKind::quantity) || carries_clause(parts_, k)) return 0;
    if (!p_.is_any(k, "border|borders")) continue;
    while (p_.is_any(k + 1, "posts|gates|crossings|checkpoints|camps|points|stations|post|gate")) ++k;
    return k + 1;
  }
  return 0;
}

// "the rest of the world", "foreign partners", "overseas markets": with everybody.
std::size_t MeasureFinder::all_the_others(std::size_t i) const {
  if (!partner_named_)
    if (const std::size_t others = p_.match(i, "other countries")) return others;
  // "all its partners together", "all destinations", "all its trading partners"
  if (p_.is(i, "all")) {
    std::size_t k = p_.is_any(i + 1, "its|their|the|other|of") ? i + 2 : i + 1;
    while (p_.can(k, use::measure) || p_.is_any(k, "trading|foreign|overseas|other|the|export")) ++k;
    if (p_.is_any(k, "partners|destinations|markets|countries|nations|economies|origins|sources|suppliers|customers"))
      return p_.is_any(k + 1, "together|combined") ? k + 2 : k + 1;
  }
  return p_.match_any(i,
                      "the rest of the world|rest of the world|rest of world|the world|the outside world|the wider "
                      "world|foreign partners|foreign countries|foreign "
                      "markets|overseas markets|the world market|the global market|global markets|world "
                      "markets|international markets");
}

// "emerging markets", "the other eight EAS countries", "East Asia": partners that no table names.
std::size_t MeasureFinder::unnamed_group(std::size_t i) const {
  if (p_.is_any(i, "these|those|both|its|their|it|them") || p_.match(i, "the two")) return 0;
  std::size_t k = i;
  bool capital = false;
  for (int words = 0; words < 8 && p_.inside(k); ++words) {
    const PartKind kind = parts_.owner(k).kind;
    if (kind == PartKind::quantity && parts_.quantity_at(k)->kind == QuantityKind::count) {
      const Quantity& q = *parts_.quantity_at(k);
      if (p_.can(q.end - 1, use::company) && p_.word(q.end - 1).ends_with("s")) return q.end;
      k = q.end;
      continue;
    }
    if (kind != PartKind::none || !(p_.is_word(k) || p_.is(k, "-"))) break;
    if (!(p_.capital(k) && k > i) &&
        p_.can(k, use::preposition | use::conjunction | use::auxiliary | use::relative | use::adverb |
                      use::subordinator | use::pronoun | use::figure_noun | use::value_noun) &&
        !p_.can(k, use::adjective | use::determiner | use::company) && !p_.is_any(k, "of|least"))
      break;
    if (p_.is(k, "of") && k == i) break;
    if (p_.is_any(k,
                  "countries|economies|nations|markets|regions|states|members|destinations|partners|"
                  "neighbours|neighbors"))
      return p_.is(k + 1, "in") && p_.capital(k + 2) && parts_.owner(k + 2).kind == PartKind::none ? k + 3 : k + 1;
    if (carries_clause(parts_, k)) break;
    capital = p_.capital(k) && (p_.token(k).uses & ~use::verb) == 0;
    ++k;
  }
  return capital && p_.is_any(k - 1, "asia|africa|america|europe|gulf|oceania|pacific") ? k : 0;
}

}  // namespace tradewind
