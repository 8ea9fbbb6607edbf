#include "tradewind/statements/parties.hpp"

#include <cstdlib>

#include "tradewind/statements/trade_words.hpp"

namespace tradewind {

const PartyMention* party_ending_at(const std::vector<PartyMention>& parties, std::size_t end) {
  for (const auto& party : parties)
    if (party.end == end) return &party;
  return nullptr;
}

const PartyMention* party_beginning_at(const std::vector<PartyMention>& parties, std::size_t begin) {
  for (const auto& party : parties)
    if (party.begin == begin) return &party;
  return nullptr;
}

std::vector<PartyMention> find_parties(const Phrase& phrase, const Lexicon& lexicon) {
  std::vector<PartyMention> result;
  for (std::size_t i = phrase.begin(); i < phrase.end();) {
    std::size_t end = i + 1;
    PartyMention mention;
    mention.begin = i;
    const PartyName* name = lexicon.party_at(phrase, i, end);
    if (std::size_t behind = end; name && lexicon.currency_at(phrase, i, behind) && behind > end) {
      i = behind;  // "U.S. dollars", "Hong Kong dollars" are no parties
      continue;
    }
    // "the Southeast Asian nation": the country that the text speaks of.
    // "the 10-nation bloc", "the 27-member grouping"
    if (phrase.is(i, "the") && (phrase.is_number(i + 1) || number_word(phrase.word(i + 1)))) {
      const std::size_t noun = phrase.skip_hyphen(i + 2);
      if (phrase.is_any(noun, {"nation", "member", "country", "state"}) &&
          phrase.is_any(noun + 1, {"bloc", "grouping", "group"})) {
        mention.anaphor = mention.name.bloc = true;
        mention.end = noun + 2;
        mention.by_size = lexicon.bloc_of(phrase.is_number(i + 1) ? std::atoi(std::string(phrase.word(i + 1)).c_str())
                                                                  : *number_word(phrase.word(i + 1)));
        if (phrase.is(mention.end, "'s")) mention.possessive = true, ++mention.end;
        for (const auto& party : result)
          if (!party.anaphor && party.name.bloc) mention.name.code = party.name.code;
        result.push_back(mention);
        i = mention.end;
        continue;
      }
    }
    const bool stands_for_member = name && name->role == NameRole::demonym && name->bloc && phrase.is(i - 1, "the") &&
                                   phrase.is_any(end, {"nation", "country", "economy", "kingdom"});
    if (stands_for_member) {
      mention.anaphor = true;
      mention.end = end + 1;
      if (phrase.is(mention.end, "'s")) mention.possessive = true, ++mention.end;
      result.push_back(mention);
      i = mention.end;
      continue;
    }
    if (name) {
      mention.name = *name;
      mention.end = end;
      if (phrase.is(end, "'s"))
        mention.possessive = true, ++mention.end;
      else if (phrase.is(end, "'") && phrase.word(end - 1).ends_with("s"))
        mention.possessive = true, ++mention.end;
      result.push_back(mention);
      i = mention.end;
      continue;
    }
    // Words that stand for a party named before.
    if (const auto words =
            phrase.match_any(i, {"the bloc", "the 10 member bloc", "the regional bloc", "the grouping", "the country",
                                 "the nation", "the kingdom", "the island", "that country", "its", "the region",
                                 "the 11 member bloc", "the 27 nation bloc", "the 27 member bloc"});
        words || (phrase.is_any(i, {"it", "them"}) && phrase.is_any(i - 1, {"from", "to", "with"}))) {
      mention.anaphor = true;
      const std::size_t behind = mention.end = words ? words : i + 1;
      mention.name.bloc =
          phrase.is(behind - 1, "bloc") || phrase.is(behind - 1, "grouping") || phrase.is(behind - 1, "region");
      mention.possessive = phrase.is(i, "its");
      if (mention.possessive)
        for (const auto& party : result)
          if (!party.anaphor && party.name.role == NameRole::name && mention.by_size.empty() &&
              (party.begin == phrase.begin() ||
               !phrase.ends_before_any(party.begin, {"to", "with", "of", "for", "in", "from", "among"})))
            mention.by_size = party.name.code;
      if (phrase.is(mention.end, "'s")) mention.possessive = true, ++mention.end;
      // "trade with Vietnam rose ..., with exports to the country up 22 percent": the one named just before.
      // "China was the largest seller to Vietnam, with imports from that country": the one not behind a preposition.
      const bool other_one =
          phrase.is(i, "that") && !phrase.ends_before_any(i, {"its exports to", "its imports from", "its trade with"});
      if (!mention.possessive)
        for (const auto& party : result)
          if (!party.anaphor && !party.possessive && party.name.role == NameRole::name &&
              party.name.bloc == mention.name.bloc &&
              !(other_one && phrase.ends_before_any(party.begin, {"to", "with", "of", "for", "in"})))
            mention.name.code = party.name.code;
      result.push_back(mention);
      i = mention.end;
      continue;
    }
    i = end;
  }
  return result;
}

std::vector<PartyMention> party_list_at(const Phrase& phrase, const std::vector<PartyMention>& parties, std::size_t i,
                                        std::size_t& end) {
  std::vector<PartyMention> list;
  std::size_t k = i;
  const std::string_view preposition = i > phrase.begin() ? phrase.word(i - 1) : std::string_view();
  while (phrase.inside(k)) {
    std::size_t j = k;
    // "with Vietnam and with Malaysia", "countries taking part in the Belt and Road"
    if (!list.empty() && !preposition.empty() && phrase.is(j, preposition)) ++j;
    while (!party_beginning_at(parties, j) &&
           (party_company().contains(phrase.word(j)) ||
            ((phrase.is_number(j) || number_word(phrase.word(j))) && party_beginning_at(parties, j + 1))))
      ++j;  // "the ten ASEAN countries"
    if (const auto behind = phrase.match_any(j, {"taking part in", "participating in", "involved in", "along",
                                                 "that take part in", "jointly building", "covered by"}))
      j = behind;
    while (party_company().contains(phrase.word(j)) && !party_beginning_at(parties, j)) ++j;
    const PartyMention* party = party_beginning_at(parties, j);
    if (!party || (!list.empty() && party->anaphor && party->possessive)) break;  // "with China, its largest partner"
    list.push_back(*party);
    k = party->end;
    while (party_company().contains(phrase.word(k)) && !party_beginning_at(parties, k)) ++k;
    end = k;
    if (phrase.is(k, "(") && phrase.is(k + 2, ")")) k += 3, end = k;  // "the European Union (EU)"
    if (phrase.is(k, ",")) ++k;
    if (phrase.is_any(k, {"and", "or", "&"})) ++k;
    if (k == end) break;
  }
  return list;
}

}  // namespace tradewind
