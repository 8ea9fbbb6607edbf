#include "tradewind/statements/parties.hpp"

#include <cstdlib>

#include "tradewind/statements/trade_words.hpp"

namespace tradewind {

bool lists_on(const Phrase& p, const PartyMention& before, const PartyMention& next) {
  std::size_t i = before.end;
  const bool brackets = p.is(i, "(");
  if (brackets) {
    while (i < next.begin && !p.is(i, ")")) ++i;
    ++i;
  }
  const bool comma = p.is(i, ",");
  if (comma) ++i;
  const bool joined = p.is_any(i, "and|or|&");
  if (joined) ++i;
  return (joined || (comma && brackets)) && p.skip_the(i) == next.begin;
}

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

const PartyMention* party_named_at(const Phrase& sentence, const std::vector<PartyMention>& parties, std::size_t i) {
  if (const PartyMention* party = party_beginning_at(parties, i)) return party;  // "the bloc"
  return party_beginning_at(parties, sentence.skip_the(i));
}

namespace {

std::optional<int> small_number(const Phrase& p, std::size_t i) {
  if (const auto word = number_word(p.word(i))) return word;
  if (p.is_number(i) && p.word(i).size() <= 2) return std::atoi(std::string(p.word(i)).c_str());
  return std::nullopt;
}

// Words that stand for a party named before: "the bloc", "the Southeast Asian nation", "the 10-member grouping", "its",
// "to it".
std::optional<PartyMention> anaphor_at(const Phrase& p, std::size_t i, const Lexicon& lexicon) {
  PartyMention mention;
  mention.begin = i;
  mention.anaphor = true;
  if (p.is(i, "its") || (p.is_any(i, "it|them") && p.is_any(i - 1, "from|to|with|into"))) {
    mention.possessive = p.is(i, "its");
    mention.pronoun = true;
    mention.end = i + 1;
    // "its northern neighbour": another party
    std::size_t k = i + 1;
    while (p.is(i, "its") && k < i + 4 && p.is_word(k) && !p.can(k, use::preposition | use::conjunction) &&
           !p.is_any(k, "neighbour|neighbor"))
      k = p.skip_hyphen(k + 1);
    if (p.is(i, "its") && p.is_any(k, "neighbour|neighbor")) {
      mention.possessive = p.is(k + 1, "'s");
      mention.pronoun = false;
      mention.end = k + (mention.possessive ? 2 : 1);
    }
    return mention;
  }
  // "our exports", "we sold ...", "sales to us": whose the text is
  const bool ours = p.is(i, "our");
  std::size_t next = i + 1;
  while (p.can(next, use::adverb | use::auxiliary) && next < i + 4) ++next;
  if (ours ||
      (p.is(i, "we") &&
       (p.can(next, use::trade_verb | use::buy | use::sell | use::draw) || p.is_any(next, "approved|licensed"))) ||
      (p.is(i, "us") && !p.capital(i) && p.is_any(i - 1, "to|from|with"))) {
    mention.possessive = ours;
    mention.pronoun = mention.speaker = true;
    mention.end = i + 1;
    // "sales to our North American neighbours": others
    std::size_t others = i + 1;
    while (ours && others < i + 4 && p.is_word(others) && !p.can(others, use::preposition | use::conjunction) &&
           !p.is_any(others, "neighbours|neighbors"))
      ++others;
    if (ours && p.is_any(others, "neighbours|neighbors")) {
      PartyMention them{i, others + 1, {unnamed_party, NameRole::name, true}};
      if (p.is(them.end, "'")) them.possessive = true, ++them.end;
      return them;
    }
    // "our city is", "partner of our country"
    if (ours && p.is_any(i + 1, "city|province|municipality|country|nation")) {
      mention.end = p.is(i + 2, "'s") ? i + 3 : i + 2;
      mention.possessive = mention.end == i + 3;
    }
    return mention;
  }
  // "the mainland's exports", "mainland-Hong Kong trade": of China
  const std::size_t mainland = p.skip_the(i);
  if (p.is(mainland, "mainland") &&
      (p.is_any(mainland + 1, "'s|-|,|.|;|(|)") || !p.inside(mainland + 1) ||
       p.can(mainland + 1, use::finite | use::auxiliary | use::conjunction | use::preposition)) &&
      !p.is_any(i - 1, "-|'s")) {
    mention.anaphor = false;
    mention.name = {EconomyCode{"CHN"}, NameRole::name, false};
    mention.begin = mainland, mention.end = mainland + 1;
    if (p.is(mention.end, "'s")) mention.possessive = true, ++mention.end;
    return mention;
  }
  // "trade between full members", "among its member states", "exports to bloc partners"
  std::size_t k = i;
  while (p.is_any(i - 1, "between|among") && k < i + 3 && p.is_any(k, "the|its|full|all|bloc")) ++k;
  const std::size_t those = p.is(k, "member") && p.can(k + 1, use::company) ? k + 2 : p.is(k, "members") ? k + 1 : 0;
  const bool partners = p.is_any(i - 1, "to|from|with") && p.is(i, "bloc") && p.is_any(i + 1, "partners|members|peers");
  if ((those != 0 && p.is_any(i - 1, "between|among") && !p.is(those, "of")) || partners) {
    mention.name.bloc = true;
    mention.end = partners ? i + 2 : those;
    return mention;
  }
  if (!p.is_any(i, "the|this|that")) return std::nullopt;
  k = i + 1;
  // "a surplus with the former and a deficit with the latter"
  if (p.is_any(k, "former|latter") &&
      (!p.is_word(k + 1) ||
       p.can(k + 1, use::preposition | use::conjunction | use::verb | use::auxiliary | use::adverb) ||
       p.is(k + 1, "'s"))) {
    mention.which = p.is(k, "former") ? PartyMention::former : PartyMention::latter;
    mention.end = k + 1;
    if (p.is(mention.end, "'s")) mention.possessive = true, ++mention.end;
    return mention;
  }
  for (int adjectives = 0; adjectives < 4; ++adjectives) {
    if (const auto members = small_number(p, k)) {
      // "the 27-nation bloc"
      const std::size_t unit = p.skip_hyphen(k + 1);
      if (unit == k + 1 && p.can(unit, use::company) && p.word(unit).ends_with('s')) break;
      // "The three together accounted for 40 percent", "with the three contributing": those just told
      if (k == i + 1 && p.is_any(i, "the|these") && *members > 1 &&
          (p.can(unit, use::compose | use::buy) || p.is_any(unit, "together|combined|jointly"))) {
        mention.name.bloc = true;
        mention.counted = *members;
        mention.end = unit;
        return mention;
      }
      if (!p.is_any(unit, "nation|member|country|state")) return std::nullopt;
      // "the six member countries"
      if (p.is(unit, "member") && p.can(unit + 1, use::company) && p.word(unit + 1).ends_with('s')) {
        mention.name.bloc = true;
        mention.by_size = lexicon.bloc_of(*members);
        mention.counted = *members;
        mention.end = unit + 2;
        return mention;
      }
      mention.by_size = lexicon.bloc_of(*members);
      k = p.skip_hyphen(unit + 1);
      continue;
    }
    std::size_t end = k;
    if (const PartyName* name = lexicon.party_at(p, k, end);
        name && name->role == NameRole::demonym && name->bloc && p.inside(end)) {
      k = end;  // "the Southeast Asian nation", "the Southeast Asian bloc"
      if (p.is_any(k, "bloc|grouping")) mention.name.code = name->code;
      continue;
    }
    if (p.is_any(k,
                 "south|north|east|west|central|southeast|northeast|asian|european|african|american|"
                 "island|city|regional|neighbouring|neighboring|landlocked|oil|rich|producing|gulf|nordic|"
                 "baltic|communist|said|whole|entire|member|fellow|northern|southern|eastern|western|tiny|"
                 "giant|trading|sub|wider|broader") &&
        (p.capital(k) || p.is_word(p.skip_hyphen(k + 1))) && !p.is(k + 1, "'s") &&
        (!p.is(k, "giant") || p.can(k + 1, use::place))) {  // "imports from the Asian giant rose"
      k = p.skip_hyphen(k + 1);
      continue;
    }
    break;
  }
  // "exports to the five countries": those of the bloc named before
  if (const auto count = k == i + 1 && p.is_any(i, "the|these") ? small_number(p, k) : std::nullopt;
      count && *count > 2 &&
      (p.is_any(k + 1, "countries|nations|economies|states|members") ||
       (i == p.begin() && p.is_any(k + 1, "markets|partners"))) &&
      (p.is_any(i - 1, "to|from|with|in|by") ||
       (i == p.begin() && p.can(k + 2, use::finite | use::auxiliary | use::adverb))) &&
      !p.is_any(k + 2, "of|in|that|which|along")) {
    mention.name.bloc = true;
    mention.by_size = lexicon.bloc_of(*count);
    mention.counted = *count;
    mention.end = k + 2;
    return mention;
  }
  // "buys goods from the members": of the bloc named before
  if (k == i + 1 && p.is(i, "the") && p.is(k, "members") && p.is_any(i - 1, "to|from|with|into") &&
      !p.is_any(k + 1, "of|in|that|which|'")) {
    mention.name.bloc = true;
    mention.end = k + 1;
    return mention;
  }
  // "exports to the 15-member group"; not "the group" alone, which is a firm as often
  if (p.is_any(k, "currency|customs") && p.is_any(k + 1, "area|union") && !p.capital(k)) ++k;
  const bool bloc =
      !p.capital(k) &&
      ((p.is(k, "area") && p.is(k - 1, "currency")) || p.is_any(k, "bloc|grouping|region|subregion|continent|union") ||
       (p.is_any(k, "group|association") &&
        (k > i + 1 || p.ends_before_any(i, "to|between|exports from|imports from|trade with"))));
  const bool other = p.is_any(k,
                              "country|nation|kingdom|island|republic|sultanate|archipelago|neighbour|neighbor|giant|"
                              "state");
  const bool market = p.is(k, "market") && (p.is_any(i, "this|that") ? k == i + 1 : k > i + 1 && p.capital(i + 1));
  if (!bloc && !other && !market) return std::nullopt;
  // "the Republic of Korea" is a name.
  for (std::size_t name = i + 1; name <= k; ++name)
    if (std::size_t end = name; lexicon.party_at(p, name, end) && end > k) return std::nullopt;
  if (p.capital(k) && p.is(k + 1, "of")) return std::nullopt;
  if (p.is(k, "state") && !p.is_any(k - 1, "-|city|island|gulf")) return std::nullopt;
  if ((k > i + 1 && p.is(k - 1, "giant")) || (k == i + 1 && p.is(k, "giant"))) return std::nullopt;
  mention.name.bloc = bloc;
  mention.end = k + 1;
  if (p.is(k + 1, "-") && p.is(k + 2, "state")) mention.end = k + 3;
  if (p.is(mention.end, "'s")) mention.possessive = true, ++mention.end;
  return mention;
}

}  // namespace

std::vector<PartyMention> find_parties(const Phrase& phrase, const Lexicon& lexicon) {
  std::vector<PartyMention> result;
  for (std::size_t i = phrase.begin(); i < phrase.end();) {
    if (!phrase.is_word(i)) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    const PartyName* name = lexicon.party_at(phrase, i, end);
    if (std::size_t behind = end; name && lexicon.currency_at(phrase, i, behind) && behind > end) {
      i = behind;  // "U.S. dollars", "Hong Kong dollars" are no parties
      continue;
    }
    // "Europe (1.3%)", "East Asia", "North America": parts of the world without a code
    const bool continent_named = phrase.capital(i) && phrase.is_any(i, "europe|asia|oceania|africa|america");
    const bool part =
        continent_named && i > phrase.begin() &&
        phrase.is_any(i - 1,
                      "east|eastern|west|western|south|southern|north|northern|central|northeast|developing|"
                      "emerging");
    if (continent_named && (part || (!name && !phrase.is(i - 1, "-")))) {
      PartyMention continent{part ? i - 1 : i, i + 1, {unnamed_party, NameRole::name, true}};
      // "South and Central America": one of them
      if (part && phrase.is(i - 2, "and") && i >= phrase.begin() + 3 && phrase.capital(i - 3) &&
          phrase.is_any(i - 3, "south|north|east|west|western|eastern"))
        continent.begin = i - 3;
      if (phrase.is(i + 1, "'s")) continent.possessive = true, ++continent.end;
      // "to all of Asia"
      if (!part && phrase.ends_before_any(i, "all of|the whole of|the rest of"))
        continent.begin -= phrase.is(i - 2, "all") ? 2 : 3;
      i = continent.end;
      result.push_back(continent);
      continue;
    }
    // "trade with the Gulf", "Gulf exports", but "the Gulf of Mexico", "the Persian Gulf coast"
    if (!name && phrase.is(i, "gulf") && phrase.capital(i) && !phrase.is_any(end, "of|coast|war") &&
        (!phrase.capital(end) || phrase.is_any(end, "states|arab|free")) &&
        (i == phrase.begin() || !phrase.capital(i - 1) || phrase.is_any(i - 1, "the|arab") || phrase.is(i - 1, "."))) {
      PartyMention gulf{i, end, {EconomyCode{"GCC"}, NameRole::name, true}};
      if (phrase.is(end, "'s")) gulf.possessive = true, ++gulf.end;
      if (phrase.is_any(end, "region") || phrase.can(end, use::company)) {
        gulf.end = end + 1;
        if (phrase.is_any(gulf.end, "'s|'")) gulf.possessive = true, ++gulf.end;
      } else if (phrase.can(end, use::measure | use::traders)) {
        gulf.name.role = NameRole::demonym;
      }
      i = gulf.end;
      result.push_back(gulf);
      continue;
    }
    if (!name) {
      if (auto anaphor = anaphor_at(phrase, i, lexicon)) {
        if (phrase.is(i - 1, "outside") && i > phrase.begin() && anaphor->name.bloc && !anaphor->possessive)
          *anaphor = {.begin = i - 1, .end = anaphor->end, .name = {unnamed_party, NameRole::name, false}};
        i = anaphor->end;
        result.push_back(std::move(*anaphor));
        continue;
      }
      i = end;
      continue;
    }
    PartyMention mention;
    mention.begin = i;
    mention.name = *name;
    mention.end = end;
    // "non-EU countries": others, whom no table names
    if (phrase.is(i - 1, "-") && phrase.is(i - 2, "non") && i >= phrase.begin() + 2)
      mention.name = {unnamed_party, NameRole::name, true}, mention.begin = i - 2;
    // "countries outside the EU"
    if (const std::size_t before = phrase.before_the(i);
        name->bloc && before > phrase.begin() && phrase.is(before - 1, "outside"))
      mention.name = {unnamed_party, NameRole::name, false}, mention.begin = before - 1;
    // "to the 10-member ASEAN", "with the 27-nation European Union": the number belongs to the name
    if (name->bloc && i >= phrase.begin() + 3 && phrase.is_any(i - 1, "member|nation|country|state|strong") &&
        phrase.is(i - 2, "-") && small_number(phrase, i - 3))
      mention.begin = i - 3;
    if (phrase.is(end, "'s"))
      mention.possessive = true, ++mention.end;
    else if (phrase.is(end, "'") && phrase.word(end - 1).ends_with("s"))
      mention.possessive = true, ++mention.end;
    i = mention.end;
    result.push_back(mention);
  }
  return result;
}

std::vector<PartyMention> party_list_at(const Phrase& phrase, const std::vector<PartyMention>& parties, std::size_t i,
                                        std::size_t& end) {
  std::vector<PartyMention> list;
  std::size_t k = i;
  const std::string_view preposition = i > phrase.begin() ? phrase.word(i - 1) : std::string_view();
  // "With the EU, Japan reported ...": two names with a comma alone between are no enumeration.
  std::size_t joined = 1, joined_end = i;
  while (phrase.inside(k)) {
    std::size_t j = k;
    // "with Vietnam and with Malaysia"
    if (!list.empty() && !preposition.empty() && phrase.is(j, preposition)) ++j;
    if (phrase.is(j, "\"")) ++j;
    const std::size_t first = j;
    // "with its Southeast Asian neighbours"
    if (phrase.is_any(j, "its|our") &&
        (party_beginning_at(parties, j + 1) ||
         (phrase.can(j + 1, use::company) && party_beginning_at(parties, j + 2)) ||
         (phrase.can(j + 1, use::company) && phrase.is_any(j + 2, "trade|trading|export|import"))))
      ++j;
    // "to its main trading partner, China"
    if (phrase.is_any(j, "its|our|their")) {
      std::size_t noun = j + 1;
      while (phrase.can(noun, use::adjective | use::ordinal | use::measure) ||
             phrase.is_any(noun, "-|largest|biggest|main|top|trading|dialogue|northern|southern|eastern|western"))
        ++noun;
      if (noun > j + 1 &&
          phrase.is_any(noun, "partner|market|customer|buyer|supplier|neighbour|neighbor|source|destination") &&
          party_beginning_at(parties, phrase.skip_the(phrase.is(noun + 1, ",") ? noun + 2 : noun + 1)))
        j = phrase.skip_the(phrase.is(noun + 1, ",") ? noun + 2 : noun + 1);
    }
    // "to its partners in the CPTPP"
    if (const std::size_t in = j + 2; phrase.is_any(j, "its|our|their") &&
                                      phrase.is_any(j + 1, "partners|peers|allies") && phrase.is(in, "in") &&
                                      party_beginning_at(parties, phrase.skip_the(in + 1)))
      j = phrase.skip_the(in + 1);
    // "the other 14 members of RCEP", "countries taking part in the Belt and Road", "the ten ASEAN countries"
    for (int words = 0; words < 9 && !party_beginning_at(parties, j); ++words) {
      if (phrase.can(j, use::company) ||
          (phrase.is_any(j, "trade|trading|export|largest|biggest|main|leading") && j > i &&
           phrase.can(j + 1, use::company)) ||
          (phrase.is_any(j, "participating|signatory|partnering") && phrase.can(j + 1, use::company)) ||
          phrase.is_any(j, "the|all|both|key|top|rest") ||
          (phrase.is(j, "and") && j > first && phrase.can(j - 1, use::company) && phrase.can(j + 1, use::company)) ||
          (phrase.is_any(j, "main|original|founding|other|developed") && phrase.is_any(j + 1, "members|member") &&
           j > i) ||
          (small_number(phrase, j) && (phrase.can(j + 1, use::company) || phrase.can(j + 2, use::company) ||
                                       party_beginning_at(parties, j + 1)))) {
        ++j;
        continue;
      }
      if (const auto behind =
              phrase.match_any(j,
                               "taking part in|participating in|involved in|along|that take part in|jointly building|"
                               "covered by|related to|under|associated with|that participate in|belonging to|within");
          behind && j > first) {
        j = phrase.is(behind, "the") && phrase.is(behind + 1, "\"") ? behind + 2 : behind;
        continue;
      }
      if (phrase.is(j, "of") && j > first && (phrase.can(j - 1, use::company) || phrase.is(j - 1, "rest"))) {
        ++j;
        continue;
      }
      break;
    }
    const PartyMention* party = party_beginning_at(parties, j);
    // "to China, Korea's largest trading partner, and Japan": says who China is
    if (party && !list.empty() && party->possessive) {
      constexpr std::size_t longest = 6;
      std::size_t behind = party->end;
      while (behind < party->end + longest && phrase.is_word(behind)) ++behind;
      if (phrase.is(behind, ",") && phrase.is_any(behind + 1, "and|or") &&
          phrase.is_any(behind - 1,
                        "partner|market|customer|buyer|supplier|neighbour|neighbor|economy|destination|source")) {
        joined = list.size() + 1;
        j = phrase.skip_the(behind + 2);
        party = party_beginning_at(parties, j);
      }
    }
    // "Peru and its Mercosur partner Brazil": this one
    // ... "between Mercosur partners Peru and Chile", "to EU member states Spain and Italy"
    if (std::size_t name = party ? party->end : 0; party && party->name.bloc) {
      while (name < party->end + 2 && (phrase.is_any(name, "partner|peer|ally|peers|allies|trading") ||
                                       (phrase.can(name, use::company) && !party_beginning_at(parties, name))))
        ++name;
      if (name > party->end) {
        const PartyMention* member = party_beginning_at(parties, name);
        // "to its Mercosur partner", who is none of many: the one spoken of
        const bool one = phrase.is_any(name - 1, "partner|neighbour|neighbor|peer|ally");
        if (member ? !member->possessive : one) party = member;
      }
    }
    if (!party || (!list.empty() && party->possessive)) break;  // "with China, its largest partner"
    // "the biggest partner of ASEAN, and ASEAN the third biggest of China": what is said of it next
    if (!list.empty() && list.back().name.code == party->name.code && !party->anaphor && phrase.is(first - 1, "and"))
      break;
    // "the 28 EU member states", but not "other countries' ..."
    list.push_back(*party);
    k = party->end;
    if (phrase.is(k, "\"")) ++k;
    while (phrase.can(k, use::company) && !party_beginning_at(parties, k)) ++k;
    end = k;
    if (phrase.is(k, "(") && phrase.is(k + 2, ")")) k += 3, end = k;  // "the European Union (EU)"
    if (list.size() == 1 || joined == list.size()) joined_end = end;
    if (party->possessive) break;
    if (phrase.is(k, ",")) ++k;
    const std::size_t behind_comma = k;
    if (phrase.is_any(k, "and|or|&")) ++k;
    if (phrase.match_any(k, "as well as")) k += 3;
    if (k > behind_comma) joined = list.size() + 1;
    if (k == end) break;
  }
  if (phrase.match(end, "among others")) list.clear();  // "shipped to Peru and Chile among others": examples
  if (list.size() == 2 && joined < 2) {
    list.pop_back();
    end = joined_end;
  }
  return list;
}

}  // namespace tradewind
