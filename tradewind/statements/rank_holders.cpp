// Who holds a rank: "ASEAN was China's largest trading partner", "China's largest partner, ASEAN,".
#include <algorithm>
#include <span>

#include "tradewind/statements/rank_finder.hpp"
#include "tradewind/statements/sentence.hpp"

namespace tradewind {

namespace {

bool joined(const Phrase& p, std::size_t from, std::size_t to) {
  if (from >= to) return false;
  for (std::size_t i = from; i < to; ++i)
    if (!p.is_any(i, ",|and|the|&")) return false;
  return true;
}

}  // namespace

// Who holds a rank: the party that it stands beside, the one that its clause is about, or the one behind the verb.
std::vector<EconomyCode> SentenceReader::holders(const RankMention& mention, std::size_t& place_begin,
                                                 std::size_t& place_end) const {
  const std::size_t clause = clauses_.at(mention.first > mention.begin ? mention.first : mention.begin);
  const auto usable = [&](const PartyMention& party) {
    return !party.possessive && party.name.role != NameRole::agreement && party.name.role != NameRole::capital &&
           !(party.name.role == NameRole::demonym && !party.name.bloc) && !party.pronoun;
  };
  // The whole enumeration that ends with a party.
  const auto enumeration = [&](const PartyMention& last) {
    std::size_t first = static_cast<std::size_t>(&last - parts_.parties.data());
    while (first > 0 && usable(parts_.parties[first - 1]) &&
           joined(p_, parts_.parties[first - 1].end, parts_.parties[first].begin))
      --first;
    std::vector<EconomyCode> codes;
    for (std::size_t j = first; &parts_.parties[j] <= &last; ++j)
      if (const EconomyCode code = resolve(parts_.parties[j], true); !code.empty()) codes.push_back(code);
    place_begin = parts_.parties[first].begin;
    return codes;
  };
  // "and Japan third with 40 projects", "that with Japan, in third place, fell"
  if (mention.alone) {
    // "trade with third-placed Japan"
    if (const PartyMention* behind = party_beginning_at(parts_.parties, mention.end);
        behind && p_.is_any(mention.end - 1, "placed|ranked")) {
      place_end = behind->end;
      return {resolve(*behind, true)};
    }
    std::size_t at = mention.begin;
    while (p_.is_any(at - 1, "in|at|,|a|distant|close")) --at;
    if (const PartyMention* beside = party_ending_at(parts_.parties, at);
        beside && !beside->possessive && beside->name.role != NameRole::agreement && !beside->pronoun) {
      place_begin = beside->begin;
      return {resolve(*beside, true)};
    }
  }
  // "with Japan as the largest investor", "with Japan being the country's largest market"
  const PartyMention* owner = party_ending_at(parts_.parties, mention.begin);
  if (const std::size_t as = p_.before_the(owner && owner->possessive ? owner->begin : mention.begin) - 1;
      !mention.verbal && p_.is_any(as, "as|being|remaining"))
    if (const PartyMention* beside = party_ending_at(parts_.parties, as);
        beside && usable(*beside) && p_.is(p_.before_the(beside->begin) - 1, "with")) {
      place_begin = beside->begin;
      return {resolve(*beside, true)};
    }
  // "with Japan the biggest buyer", "and ASEAN the third biggest of China", "Peru was its top market, Chile its top
  // supplier"
  if (!mention.verbal)
    if (const PartyMention* beside = party_ending_at(parts_.parties, p_.before_the(mention.begin));
        beside && usable(*beside) && p_.is_any(p_.before_the(beside->begin) - 1, "with|and|while|,|;")) {
      place_begin = beside->begin;
      return {resolve(*beside, true)};
    }
  // "China is Laos's largest partner and Laos China's twentieth": its verb left out
  const PartyMention* whose = party_beginning_at(parts_.parties, mention.begin);
  if (!mention.verbal && owner && usable(*owner) && whose && whose->possessive &&
      p_.is_any(p_.before_the(owner->begin) - 1, "and|while|but|,")) {
    place_begin = owner->begin;
    return {resolve(*owner, true)};
  }
  // "the EU, China's second largest trading partner,"
  if (!mention.verbal && p_.is(mention.begin - 1, ",")) {
    std::size_t at = mention.begin - 1;
    if (p_.is(at - 1, ")") && p_.is(at - 3, "(")) at -= 3;
    // "investments from China in 2024, the second largest source": behind a time
    if (const PeriodMention* time = parts_.period_at(at - 1); time && time->end == at)
      if (const std::size_t when = preposition_begin(time->begin);
          when > p_.begin() && party_ending_at(parts_.parties, when) &&
          p_.is_any(p_.before_the(party_ending_at(parts_.parties, when)->begin) - 1, "from|with|to"))
        at = when;
    if (const PartyMention* beside = party_ending_at(parts_.parties, at);
        beside && usable(*beside) && !inside_rank(*beside)) {
      const std::size_t before = p_.before_the(beside->begin);
      const PartyMention* other = p_.is(before - 1, "and") ? party_ending_at(parts_.parties, before - 1) : nullptr;
      const bool of_two = other && p_.is(p_.before_the(other->begin) - 1, "between");
      const bool listed = p_.is_any(before - 1, ",|and") && !parts_.parties.empty() && !of_two;
      return listed ? enumeration(*beside) : std::vector{resolve(*beside, false)};
    }
  }
  // "$2 billion more than trade with its second-largest partner - Japan -": who is named behind it
  if (const std::size_t of = p_.before_the(owner ? owner->begin : mention.begin) - 1;
      !mention.verbal && of > p_.begin() && p_.is_any(of, "with|to|from|than") && p_.is_any(mention.end, ",|-|--")) {
    std::size_t behind = mention.end + 1;
    if (const auto list = party_list_at(p_, parts_.parties, behind, behind);
        list.size() == 1 && !list.front().possessive && !list.front().anaphor && p_.is_any(behind, ",|.|-|--|;")) {
      place_end = behind;
      return resolve(list, false);
    }
  }
  const Clause& here = clauses_[clause];
  // "China's largest trading partner is ASEAN", "the top three were Vietnam, Malaysia and Thailand".
  std::size_t verb = mention.end;
  if (p_.is(verb, ",") && p_.is(verb + 1, "respectively")) verb += 2;
  for (int steps = 0; steps < 10 && p_.inside(verb) && !p_.can(verb, use::auxiliary | use::verb) && !p_.is(verb, ":") &&
                      !p_.is_any(verb, ",|;|.");
       ++steps)
    verb = parts_.behind(verb);
  // "Ranked third was Japan"
  const bool inverted = mention.begin <= here.begin + 1;
  if ((p_.can(verb, use::be | use::become) || p_.is(verb, ":")) && (!mention.verbal || inverted)) {
    std::size_t end = verb + 1;
    while (p_.is_any(end, "still|also|been|again|currently|now|:")) ++end;
    const auto list = listed_with_figures(end, end);
    if (!list.empty() && !list.front().possessive && !list.front().pronoun) {
      place_end = end;
      return resolve(list, false);
    }
  }
  // "China has been replaced by Mexico as the top trading partner"
  for (std::size_t i = clauses_[clause].begin; i + 1 < mention.begin; ++i)
    if (p_.is(i + 1, "by") && clauses_.at(i) == clause && p_.can(i, use::compare) && p_.can(i, use::participle)) {
      std::size_t behind = i + 2;
      if (const auto list = party_list_at(p_, parts_.parties, i + 2, behind);
          !list.empty() && !list.front().possessive) {
        place_begin = list.front().begin;
        return resolve(list, false);
      }
    }
  // "The EU lost its place as Peru's largest partner to China": China has it now
  if (here.verb != Clause::none && here.verb < mention.begin && p_.is_any(here.verb, "lost|ceded|yielded|surrendered"))
    for (const auto& party : parts_.parties)
      if (const std::size_t before = p_.before_the(party.begin);
          party.begin > mention.begin && before <= mention.end + 1 && p_.is(before - 1, "to") && !party.possessive) {
        place_begin = party.begin, place_end = party.end;
        return {resolve(party, false)};
      }
  // "making the bloc its largest trading partner", "placed China as ASEAN's largest".
  if (here.verb != Clause::none && here.verb < mention.begin && p_.can(here.verb, use::bring) &&
      !p_.can(here.verb, use::be)) {
    for (const auto& party : parts_.parties)
      if (party.begin > here.verb && party.end <= mention.begin && usable(party) && party.begin <= here.verb + 3 &&
          !inside_measure(party)) {
        place_begin = party.begin;
        return {resolve(party, false)};
      }
  }
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) {
    if (auto own = own_agents(c); !own.empty()) {
      for (const auto& party : parts_.parties)
        if (clauses_.at(party.begin) == c && party.begin >= clauses_[c].begin && usable(party) &&
            resolve(party, true) == own.front() && party.begin < mention.begin) {
          place_begin = party.begin;
          break;
        }
      return own;
    }
    // "trade with the U.S., which remained Vietnam's largest customer"
    if (clauses_[c].link == Link::relative)
      for (const auto& party : parts_.parties)
        if (usable(party) && party.end <= clauses_[c].begin && party.end + 1 >= clauses_[c].begin) {
          place_begin = party.begin;
          return {resolve(party, false)};
        }
    if (clauses_[c].link == Link::main || clauses_[c].link == Link::also) break;
  }
  // "China's largest trading partner, ASEAN,"
  std::size_t end = mention.end;
  const std::size_t start = p_.is(mention.end, ",") ? mention.end + 1 : mention.end;
  const auto list = party_list_at(p_, parts_.parties, start, end);
  if (list.size() == 1 && !list.front().possessive && !list.front().anaphor) {
    place_end = end;
    return resolve(list, false);
  }
  return {};
}

// "China was Laos's largest partner, followed by Japan, Korea and Russia", "It was followed by ...": each one place
// further down, where no figures say more of them.
void SentenceReader::followers() {
  for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
    if (!p_.is(i, "followed") || !p_.is(i + 1, "by")) continue;
    const bool opens = p_.can(i - 1, use::be) && i == p_.begin() + 2 && p_.is_any(p_.begin(), "it|they");
    const auto told = std::span(result_.statements).subspan(opens ? 0 : statements_before_);
    const auto rank =
        std::find_if(told.rbegin(), told.rend(), [](const Statement& one) { return one.kind == StatementKind::rank; });
    std::size_t end = i + 2;
    const auto next = party_list_at(p_, parts_.parties, i + 2, end);
    if (rank == told.rend() || rank->kind != StatementKind::rank || !named_party(rank->partner) || next.empty() ||
        rank->value.interval.low != rank->value.interval.high ||
        std::ranges::any_of(parts_.quantities, [i](const Quantity& q) { return q.begin > i; }))
      continue;
    const Statement before = *rank;
    for (std::size_t k = 0; k < next.size(); ++k) {
      Statement one = before;
      (before.among == "others" ? one.subject : one.partner) = resolve(next[k], false);
      one.value.interval = Interval::exactly(before.value.interval.low + static_cast<double>(k) + 1);
      one.rule = "next in rank";
      place(one, i, end, next[k].begin, next[k].end);
      one.printed = std::string(slice(next[k].begin, next[k].end));
      push(std::move(one));
    }
    return;
  }
}

// "Japan, $946 million; Hong Kong, 11.4 percent; and China": an enumeration with a figure for each.
std::vector<PartyMention> SentenceReader::listed_with_figures(std::size_t i, std::size_t& end) const {
  std::vector<PartyMention> found = party_list_at(p_, parts_.parties, i, end);
  for (std::size_t k = end; !found.empty() && p_.inside(k);) {
    if (parts_.is(k, PartKind::quantity) && parts_.quantity_at(k)->kind != QuantityKind::count) {
      k = parts_.behind(k);
    } else if (p_.is_any(k, ",|;|and|with|at|(|)|the") || p_.can(k, use::up | use::down)) {
      ++k;
    } else {
      std::size_t behind = k;
      const auto more = party_list_at(p_, parts_.parties, k, behind);
      if (more.empty() || more.front().possessive || k == end || carries_clause(parts_, behind)) break;
      found.insert(found.end(), more.begin(), more.end());
      k = end = behind;
    }
  }
  return found;
}

// "was the only export market to suffer a fall", "were among the leading partners", "are other sources of imports":
// what the clause says that somebody is to the one that the text is about; null where it says no such thing.
const Head* SentenceReader::told_as(std::size_t clause) const {
  const std::size_t verb = clauses_[clause].verb;
  if (verb == Clause::none || !p_.can(verb, use::be | use::become)) return nullptr;
  // "The two other markets with imports of over $6 billion were Togo with $7 billion and Benin with $8 billion"
  std::size_t behind = 0, subject = clauses_[clause].begin;
  if (clauses_[clause].link == Link::with && p_.is(subject, "with") && subject > p_.begin() + 2) subject -= 2;
  for (std::size_t k = subject; k < verb && !p_.can(k, use::preposition); ++k)
    if (const Head* noun = parts_.party_at(p_.skip_the(verb + 1)) ? ranked_noun_at(p_, k, behind) : nullptr)
      return parts_.is(k, PartKind::rank) ? nullptr : noun;
  std::size_t i = p_.is(verb + 1, "among") ? verb + 2 : verb + 1;
  if (!p_.is_any(i, "the|a|an|another|one|other|its|their")) return nullptr;
  constexpr std::size_t longest = 6;
  std::size_t end = i;
  for (const std::size_t last = i + longest; i < last && p_.is_word(i) && !p_.is_any(i, "that|whose"); ++i)
    if (const Head* noun = ranked_noun_at(p_, i, end))
      return parts_.is(i, PartKind::rank) && !parts_.ranks[parts_.owner(i).index].ranks.empty() ? nullptr : noun;
  return nullptr;
}

// "The US followed with ...", "China took the lead with its imports ...": who does is one partner of several.
bool SentenceReader::ranks_partners(std::size_t clause) const {
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) {
    const std::size_t verb = clauses_[c].verb;
    if (verb != Clause::none &&
        (p_.is_any(verb, "followed|follows|trailed|trails|came") ||
         p_.match_any(verb, "took the lead|takes the lead|topped the list|led the way|led the list") ||
         (p_.is_any(verb, "led|leads|topped|tops|dominated") &&
          std::ranges::any_of(measures_, [&](const MeasureMention& m) { return p_.before_the(m.begin) == verb + 1; }))))
      return true;
    if (told_as(c)) return true;
    if (clauses_[c].link == Link::main || clauses_[c].link == Link::also) break;
  }
  return false;
}

// "followed by the EU with $13 billion in imports": who stands between the verb and the figure of a measure.
std::vector<EconomyCode> SentenceReader::next_in_rank(std::size_t to) const {
  for (const auto& party : parts_.parties) {
    const std::size_t before = p_.before_the(party.begin);
    if (party.begin >= to || party.possessive || !p_.ends_before_any(before, "followed by|trailed by")) continue;
    if (p_.is(party.end, "with") && parts_.is(party.end + 1, PartKind::quantity) &&
        parts_.behind(party.end + 1) + 2 >= to)
      return {resolve(party, false)};
  }
  return {};
}

}  // namespace tradewind
