// "ASEAN topped the list of China's trading partners", "the EU and the US ranked second and third".
#include <algorithm>

#include "tradewind/statements/rank_finder.hpp"

namespace tradewind {

// "dropped to third place", "dropping a notch to third place", "already jumped to 14th position"
bool RankFinder::moves_before(std::size_t i) const {
  for (std::size_t k = i; k-- > p_.begin() && i - k <= 5;)
    if (p_.can(k, use::direction) || p_.is_any(k, "moved|moves|moving")) return true;
  return false;
}

std::optional<RankMention> RankFinder::verbal(std::size_t i) {
  RankMention mention;
  mention.verbal = true;
  mention.flow = "trade";
  mention.measure = "goods_trade";
  mention.among = "partners";
  const auto first_up_to = [&](std::size_t end) {
    mention.begin = mention.first = i;
    mention.end = end;
    mention.ranks = {Interval::exactly(1)};
    return mention;
  };
  std::size_t k = p_.match_any(i,
                               "topped the list of|tops the list of|leads the list of|led the list of|topped the list|"
                               "tops list of|topped list of|tops the list|topped the destination countries|"
                               "came first|ranked top|ranks top|took the lead|takes the lead|taking the lead");
  // "Rubber topped the list of exports to China": the first in the measure behind it
  if (k && p_.is(k - 1, "of") && p_.is_any(k, "exports|imports")) {
    mention.of_object = true;
    return first_up_to(k);
  }
  // "Gold and jewellery topped the list of commodities"
  if (k && p_.is(k - 1, "of") && p_.is_any(k, "commodities|products|goods|items")) {
    mention.of_goods = true;
    mention.flow.clear();
    mention.among = "goods";
    return first_up_to(k + 1);
  }
  // "China tops foreign investors in Vietnam"
  if (!k && p_.is_any(i, "topped|tops|leads|led|heads")) {
    std::size_t noun = i + 1, end = noun;
    while (p_.can(noun, use::adjective | use::determiner) && !p_.can(noun, use::ranked)) ++noun;
    if (const Head* of = ranked_noun_at(p_, noun, end); of && is_plural(*of)) k = i + 1;
    // "Singapore tops foreign investment in Indonesia"
    const std::size_t invested = p_.match_any(i + 1, "foreign investment in|fdi in|foreign direct investment in");
    if (std::size_t behind = invested; !k && invested)
      if (auto list = party_list_at(p_, parties_, invested, behind); list.size() == 1) {
        mention.owners = std::move(list);
        mention.flow = "inward";
        mention.measure = "investment";
        mention.flow_said = true;
        return first_up_to(behind);
      }
    // "Thailand tops world's rice exporters"
    const std::size_t world = p_.match_any(i + 1, "the world 's|world 's");
    std::string goods;
    for (std::size_t at = world; !k && world && at < world + 3 && p_.is_word(at); ++at) {
      std::size_t behind = at;
      const Head* of = ranked_noun_at(p_, at, behind);
      if (of && p_.is_any(behind - 1, "exporters|importers")) {
        take_noun(mention, *of);
        mention.verbal = false, mention.of_world = true, mention.among = "economies";
        mention.noun_at = behind - 1;
        mention.product = goods;
        return first_up_to(behind);
      }
      goods += (goods.empty() ? "" : " ") + std::string(p_.word(at));
    }
    // "Singapore led 145 countries investing in Vietnam"
    if (p_.is_number(i + 1) && p_.is(i + 2, "countries")) k = i + 1;
  }
  // "Japan led with $5 billion", "China had the highest share with 35 percent"
  if (!k && p_.is_any(i, "led|leads") && p_.is(i + 1, "with") && party_ending_at(parties_, i)) k = i + 1;
  if (!k && p_.is_any(i, "highest|largest|biggest") && p_.is(i + 1, "share") &&
      (p_.ends_before(i, "with the") || (p_.is(i - 1, "the") && p_.can(i - 2, use::hold | use::draw)))) {
    // "recorded the highest share of imports"
    // ... "had the biggest share of the country's exports"
    const PartyMention* whose = party_beginning_at(parties_, i + 3);
    if (!whose) whose = party_beginning_at(parties_, p_.skip_the(i + 3));
    const std::size_t what = whose && whose->possessive ? whose->end : i + 3;
    const bool of_flow = p_.is(i + 2, "of") && p_.is_any(what, "imports|exports");
    if (of_flow) mention.flow = p_.word(what), mention.flow_said = true;
    if (of_flow && what > i + 3) mention.owners = {*whose};
    if (of_flow || without_noun(i + 2)) k = of_flow ? what + 1 : i + 2;
  }
  // "Exports to Japan comprised the highest value"
  if (!k && p_.is_any(i, "highest|largest|biggest") && p_.is(i - 1, "the") && p_.can(i - 2, use::compose)) {
    const std::size_t value = p_.match_any(i + 1, "value|export value|import value|amount");
    if (value && without_noun(value)) k = value, mention.of_measure = true;
  }
  // "the highest share was from Malaysia", "the largest share came from Japan"
  if (!k && p_.is_any(i, "highest|largest|biggest") && p_.is(i + 1, "share"))
    if (const std::size_t from =
            p_.match_any(i + 2, "was from|came from|comes from|is from|was held by|went to|was taken by");
        from && party_named_at(p_, parties_, from))
      k = from;
  // "Japan was the largest among them"
  if (!k && p_.is_any(i, "largest|biggest") && p_.is(i - 1, "the") && p_.can(i - 2, use::be | use::become))
    k = p_.match_any(i + 1, "among them|of them|among these|of these|among all|of all");
  if (k) {
    mention.ranks = {Interval::exactly(1)};
  } else {
    const bool verb =
        p_.is_any(i, "ranked|ranks|ranking|placed|placing|rank") ||
        (p_.is_any(i, "came|comes|coming|was|were|is|been|remained|remains|stayed") && ordinal_at(i + 1) &&
         (p_.is_any(i + 2, "with|at|on|among|and|,|.") ||
          (p_.is(i + 2, "in") && p_.can(i + 3, use::time) && !p_.is(i + 3, "the")))) ||
        (p_.is_any(i, "was|were|is") && p_.is(i + 1, "the") && ordinal_at(i + 2) && p_.is_any(i + 3, "with|at") &&
         p_.token(i + 4).kind != TokenKind::word) ||
        (p_.is_any(i, "came|comes|coming") && p_.is(i + 1, "in") && ordinal_at(i + 2)) ||
        (p_.is_any(i, "followed|follows|rated") && ordinal_at(p_.is_any(i + 1, "at|in|as") ? i + 2 : i + 1)) ||
        (p_.is(i, "to") && placed_at(p_.skip_the(i + 1)) && moves_before(i)) ||
        (p_.is_any(i, "took|takes|held|occupied|holds") && ordinal_at(p_.skip_the(i + 1)));
    if (!verb) return std::nullopt;
    k = i + 1;
    if (p_.is_any(i, "ranking|placing") && p_.is_any(k, "it|them")) ++k;
    if (p_.is_any(k, "only|just|joint|equal")) ++k;  // "ranked only fourth"
    if (p_.is_any(k, "as|in|at|to")) ++k;
    if (p_.is(k, "the")) ++k;
    if (const auto place = numbered(k)) {
      mention.ranks = {Interval::exactly(place->first)};
      k = place->second;
    } else {
      mention.ranks = places(k);
    }
    if (p_.is_any(i, "took|takes|held|occupied|holds") && !p_.is_any(k, "place|position|spot")) return std::nullopt;
    if (p_.is_any(k, "place|position|spot|places|positions")) ++k;
    if (mention.ranks.empty() || superlative(p_.skip_hyphen(k))) return std::nullopt;
    if (const Head* noun = ranked_noun_at(p_, k, k);
        noun && !p_.is_any(i, "came|was|were|is|been|remained|remains|stayed"))
      take_noun(mention, *noun);
  }
  mention.begin = mention.first = p_.is_any(i, "topped|tops|leads|led|highest|largest|biggest") ? i
                                  : p_.is_any(i + 1, "it|them")                                 ? i + 2
                                                                                                : i + 1;
  // "ranks first among Chinese provinces": no rank of a partner
  for (std::size_t noun = k; p_.is(k, "among") && noun < k + 5 && p_.is_word(noun); ++noun)
    if (p_.is_any(noun, "provinces|cities|municipalities|regions|ports|prefectures")) return std::nullopt;
  among_whom(mention, k);
  // "It ranks second for Indonesia"
  if (std::size_t end = k + 1; p_.is(k, "for") && mention.owners.empty())
    if (auto list = party_list_at(p_, parties_, k + 1, end); list.size() == 1 && !list.front().possessive)
      mention.owners = std::move(list), mention.end = end;
  // "ranked sixth in the world by volume of trade"
  if (const auto world = p_.match_any(k, "in the world|worldwide|globally"); world && mention.owners.empty())
    mention.of_world = true, mention.end = world;
  if (mention.end <= mention.begin) return std::nullopt;
  return mention;
}

std::size_t RankFinder::alone(std::size_t i, RankMention& mention) const {
  std::size_t before = i;
  while (p_.is_any(before - 1, "already|still|only|again|even|then|just")) --before;
  if (const auto place = numbered(i)) {
    mention.ranks = {Interval::exactly(place->first)};
    // "has been No. 1 for years", "No. 3 as a buyer"; not "Notice No. 5,"
    const bool told = p_.can(before - 1, use::be | use::become) || p_.is(place->second, "as") || said_before_;
    return told && without_noun(place->second) ? place->second : 0;
  }
  if (p_.is(i, "top")) {
    mention.ranks = {Interval::exactly(1)};
    return p_.is_any(i + 1, "spot|place|position|slot") ? i + 2 : 0;
  }
  const auto place = ordinal_at(i);
  if (!place) return 0;
  mention.ranks = {Interval::exactly(*place)};
  // "from third place": where it was before; "in the first place" says no rank
  if (placed_at(i)) return p_.ends_before_any(i, "from|from the") || p_.ends_before(i + 1, "in the first") ? 0 : i + 2;
  // "trade with third-placed Japan"
  if (p_.is(i + 1, "-") && p_.is_any(i + 2, "placed|ranked") && party_beginning_at(parties_, i + 3)) return i + 3;
  if (!without_noun(i + 1)) return 0;
  if (p_.is_any(i - 1, "distant|close")) return i + 1;
  if (p_.is_any(before - 1, "came|come|comes|stood|stands|stand|lies|lay|finished")) return i + 1;
  // "Japan third with $5 billion", "in 1990 already 14th", "compared with fourth in 2020": behind a rank
  const PartyMention* holder = party_ending_at(parties_, i);
  // "placing China fourth among the sources of FDI"
  if (holder && !holder->possessive && p_.is(i + 1, "among") &&
      p_.is_any(p_.before_the(holder->begin) - 1, "placing|placed|putting|put|ranking|ranked|making"))
    return i + 1;
  const bool again = before < i || p_.ends_before_any(i, "with|to|from");
  // "second among markets and first among suppliers", "ninth among import sources and fourth as an export destination"
  const bool also = p_.is(i - 1, "and") && p_.is_any(i + 1, "among|as");
  return said_before_ && ((holder && !holder->possessive) || (again && !p_.is(i, "first")) || also) ? i + 1 : 0;
}

std::optional<RankMention> RankFinder::place_alone(std::size_t i) {
  RankMention mention;
  mention.verbal = mention.alone = true;
  mention.flow = "trade";
  mention.measure = "goods_trade";
  mention.among = "partners";
  const std::size_t behind = alone(i, mention);
  if (behind == 0) return std::nullopt;
  mention.begin = mention.first = i;
  // "As a market for our goods India stood 12th"
  std::size_t as = p_.begin();
  while (as < p_.begin() + 2 && !p_.is_word(as)) ++as;
  if (p_.is(as, "as") && as < i) {
    std::size_t end = p_.is_any(as + 1, "a|an") ? as + 2 : as + 1;
    if (const Head* noun = ranked_noun_at(p_, end, end)) take_noun(mention, *noun);
  }
  among_whom(mention, behind);
  if (p_.is_any(mention.end - 1, "among|in|on|of")) mention.end = behind;
  if (mention.owners.empty()) scope(mention);
  return mention;
}

void RankFinder::among_whom(RankMention& mention, std::size_t k) {
  constexpr AnyOf foremost = "top|largest|main|major|biggest|leading|key";
  const bool when = p_.is(k, "in") && p_.can(k + 1, use::time) && !p_.is(k + 1, "the");  // "was second in June"
  if (p_.is_any(k, "among|in|on") && !when) ++k;
  if (const auto list = p_.match(k, "the list of")) k = list;
  // "ranked tenth as an export market"
  if (p_.is(k, "as")) {
    std::size_t end = p_.is_any(k + 1, "a|an|the") ? k + 2 : k + 1;
    if (const Head* noun = ranked_noun_at(p_, end, end)) {
      take_noun(mention, *noun);
      k = end;
    }
  }
  // "Canada ranked No. 2 for trade with the U.S."
  if (const auto with = p_.match_any(p_.is(k, "for") ? k + 1 : k, "trade with")) {
    std::size_t end = with;
    if (auto list = party_list_at(p_, parties_, with, end); list.size() == 1) {
      mention.owners = std::move(list);
      k = end;
    }
  }
  mention.end = k;
  if (p_.is(k, "the") || p_.is(k, "list")) ++k;
  const auto owner = std::ranges::find(parties_, k, &PartyMention::begin);
  if (owner != parties_.end() && (owner->possessive || owner->name.role == NameRole::demonym)) {
    std::size_t at = owner->end;
    while (p_.is_any(at, foremost) || p_.can(at, use::number)) ++at;
    std::size_t end = at;
    if (const Head* noun = ranked_noun_at(p_, at, end)) {
      mention.owners = {*owner};
      take_noun(mention, *noun);
      mention.end = end;
    }
  }
  // "topped the list of foreign investors in Indonesia"
  std::size_t noun_at = k;
  while (p_.is_any(noun_at, foremost) ||
         (p_.can(noun_at, use::adjective | use::number) && !p_.can(noun_at, use::ranked)))
    ++noun_at;
  if (p_.is(noun_at, "foreign")) ++noun_at;
  std::size_t noun_end = noun_at;
  const Head* noun = mention.owners.empty() ? ranked_noun_at(p_, noun_at, noun_end) : nullptr;
  const bool listed = p_.is_any(k - 1, "among|of") || (noun && noun_end > k && is_plural(*noun));
  if (noun && !mention.flow_said && listed) take_noun(mention, *noun);
  if (noun && p_.is_any(noun_end, "in|of|for|to")) {
    std::size_t end = noun_end;
    if (auto list = party_list_at(p_, parties_, noun_end + 1, end); list.size() == 1 && !list.front().possessive) {
      mention.owners = std::move(list);
      take_noun(mention, *noun);
      mention.end = end;
    }
  }
  if (!noun && mention.owners.empty()) among_those_who_invest(mention, k);
  // "Among the 62 countries investing in Vietnam, Singapore took the lead"
  if (mention.owners.empty() && p_.is(p_.begin(), "among"))
    among_those_who_invest(mention, p_.skip_the(p_.begin() + 1));
}

// "among 80 countries and territories investing in Vietnam", "with projects in the country"
void RankFinder::among_those_who_invest(RankMention& mention, std::size_t k) const {
  if (p_.is_number(k)) ++k;
  if (!p_.is_any(k, "countries|economies|investors")) return;
  bool invests = false;
  for (; p_.is_word(k); ++k) {
    invests = invests || p_.is(k, "projects") || p_.can(k, use::gerund);
    if (!invests || !p_.is_any(k, "in|into")) continue;
    std::size_t end = k;
    auto list = party_list_at(p_, parties_, k + 1, end);
    if (list.size() != 1) continue;
    mention.owners = std::move(list);
    mention.flow = "inward";
    mention.measure = "investment";
    mention.flow_said = true;
    return;
  }
}

}  // namespace tradewind
