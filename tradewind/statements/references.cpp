// Who is meant: "the bloc", "its", "the former", and who a clause is about.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"
#include "tradewind/world/form_of_state.hpp"

namespace tradewind {

bool SentenceReader::member_of(const EconomyCode& economy, const EconomyCode& bloc) const {
  static constexpr Date any_day{std::chrono::year{2025}, std::chrono::month{1}, std::chrono::day{1}};
  return lexicon_.is_bloc(bloc) && lexicon_.world().is_member(economy, bloc, d_.when.published.value_or(any_day));
}

// "China's trade with Brazil, Russia, India and South Africa": with the other members of BRICS.
EconomyCode SentenceReader::rest_of_a_bloc(const Series& series) const {
  constexpr std::size_t fewest = 3;
  if (series.partners.size() < fewest || series.subjects.size() != 1 || !d_.when.published) return {};
  for (const EconomyCode& bloc : lexicon_.world().blocs_of(series.subject(), *d_.when.published)) {
    if (!lexicon_.world().is_member(series.partner(), bloc, *d_.when.published)) continue;
    const auto members = lexicon_.world().members(bloc, *d_.when.published);
    if (members.size() == series.partners.size() + 1 && std::ranges::all_of(members, [&](const EconomyCode& member) {
          return member == series.subject() || std::ranges::find(series.partners, member) != series.partners.end();
        }))
      return bloc;
  }
  return {};
}

std::vector<EconomyCode> SentenceReader::own_agents(std::size_t clause) const {
  const Clause& here = clauses_[clause];
  std::vector<EconomyCode> found;
  std::size_t previous_end = 0;
  std::size_t listed_until = 0;
  const PartyMention* partner = nullptr;  // "exports to China (-3%) and the EU (2%) fell": neither of them does
  for (const auto& party : parts_.parties) {
    if (party.begin < here.begin || party.begin < listed_until) continue;
    if (party.begin >= here.end || (here.verb != Clause::none && party.begin > here.verb)) break;
    // "Chinese companies", "the Israeli government expects trade with Jordan to rise"
    const bool acts =
        p_.can(party.end, use::traders) || p_.is_any(party.end, "government|cabinet|administration|investors");
    const bool firms = party.name.role == NameRole::demonym && acts;
    if (party.begin == here.begin && p_.is(party.begin, "outside") && p_.is(party.end, ",")) continue;  // where
    if (p_.ends_before_any(p_.before_the(party.begin), "to|from|with") && inside_measure(party))
      partner = &party;
    else if (partner && lists_on(p_, *partner, party)) {
      partner = &party;
      continue;
    }
    // "the EU's 27 member states", "BRICS' members": the bloc itself
    const bool counted = parts_.is(party.end, PartKind::quantity);
    const std::size_t noun = !party.possessive || !party.name.bloc ? party.end
                             : counted                             ? parts_.behind(party.end)
                                                                   : noun_phrase_end(parts_, party.end);
    const bool members = noun > party.end && p_.is_any(noun - 1, "members|states|countries|nations|economies");
    if (clauses_.at(party.begin) != clause || (party.possessive && !members) ||
        (party.name.role == NameRole::demonym && !firms) || party.name.role == NameRole::agreement ||
        party.name.role == NameRole::capital || inside_measure(party) || inside_rank(party))
      continue;
    std::size_t before = p_.before_the(party.begin);
    while (before > here.begin &&
           (parts_.owner(before - 1).kind == PartKind::none || parts_.is(before - 1, PartKind::quantity)) &&
           (p_.can(before - 1, use::company | use::number) || p_.is_number(before - 1) ||
            p_.is_any(before - 1, "neighbouring|neighboring|nearby")))
      --before;  // "among the ten ASEAN countries", "in neighbouring Peru"
    before = p_.before_the(before);
    // "The member states of Mercosur"
    if (party.name.bloc && p_.is(before - 1, "of") && p_.is_any(before - 2, "members|states|countries|economies")) {
      before -= 2;
      while (before > here.begin && p_.can(before - 1, use::company | use::number | use::determiner)) --before;
    }
    const bool fronted = p_.is_any(before - 1, "for|in") && before - 1 == here.begin && p_.is(party.end, ",") &&
                         (!party.name.bloc || (p_.is(before - 1, "in") && d_.about.first.subject() == world_total));
    // "Surpassing Japan, China ranks third": China alone
    if (found.empty() && before == here.begin + 1 && p_.can(here.begin, use::gerund) && p_.is(party.end, ",")) continue;
    const bool list = !found.empty() && party.begin - previous_end <= 3;
    const bool opens = before - 1 == here.begin && (here.link == Link::also || here.link == Link::with);
    if (!list && p_.can(before - 1, use::preposition) && before > here.begin && !fronted && !opens) {
      // "behind Japan, Korea and Peru", "with the US and Japan": none of them
      partner = &party;
      if (p_.is(party.end, ",") && party_beginning_at(parts_.parties, p_.skip_the(party.end + 1)))
        party_list_at(p_, parts_.parties, party.begin, listed_until);
      continue;
    }
    if (p_.is(party.end, "-") || (p_.capital(party.end) && !carries_clause(parts_, party.end) &&
                                  !party_beginning_at(parts_.parties, party.end) &&
                                  parts_.owner(party.end).kind == PartKind::none && p_.is_word(party.end)))
      continue;  // "China Customs", "US-led"
    if (p_.can(party.end, use::source) && !firms) continue;
    const EconomyCode code = resolve(party, true);
    if (code.empty()) continue;
    if (!list) found.clear();
    found.push_back(code);
    previous_end =
        behind_brackets(party.end);  // "Spain ($3 billion), India ($2 billion) and Chile were the top markets"
  }
  return found;
}

std::vector<EconomyCode> SentenceReader::agents(std::size_t clause) const {
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) {
    if (auto own = own_agents(c); !own.empty()) return own;
    const Link link = clauses_[c].link;
    if (link == Link::relative) {
      // "Vietnam is the only ASEAN member whose trade ...": who is one.
      const std::size_t parent = clauses_[c].parent;
      if (parent != Clause::none && p_.can(clauses_[c].begin - 1, use::company) &&
          clauses_[parent].verb != Clause::none && p_.can(clauses_[parent].verb, use::be))
        if (auto one = own_agents(parent); one.size() == 1) return one;
      // "Vietnam, which exported ...": the party before it; not "Vietnam, to which they exported"
      if (p_.is_any(clauses_[c].begin, "to|from|with") || p_.is_any(clauses_[c].begin - 1, "to|from|with")) break;
      for (const auto& party : parts_.parties)
        if (!party.possessive && party.end + 1 >= clauses_[c].begin && party.end <= clauses_[c].begin &&
            party.name.role == NameRole::name)
          return {resolve(party, false)};
    }
    // "The US was the top importer as it spent $14 billion": it
    const std::size_t parent = clauses_[c].parent;
    if (parent != Clause::none && p_.is_any(clauses_[c].begin, "as|because|while|when|after|since") &&
        p_.is(clauses_[c].begin + 1, "it"))
      return own_agents(parent);
    if (link == Link::main || link == Link::also) break;
  }
  return {};
}

// Of the two parties that were named beside one another last.
EconomyCode SentenceReader::one_of_two(const PartyMention& mention) const {
  for (std::size_t k = parts_.parties.size(); k-- > 1;) {
    const PartyMention &second = parts_.parties[k], &first = parts_.parties[k - 1];
    if (second.begin >= mention.begin || first.anaphor || second.anaphor || second.begin - first.end > 3 ||
        !(p_.is(second.begin - 1, "and") || p_.is(second.begin - 2, "and")))
      continue;
    return mention.which == PartyMention::former ? first.name.code : second.name.code;
  }
  if (d_.who.list.size() == 2) return mention.which == PartyMention::former ? d_.who.list.front() : d_.who.list.back();
  return mention.which == PartyMention::former ? d_.who.former : d_.who.latter;
}

// "the kingdom", "the sultanate": none that is no such thing, whoever was named last.
EconomyCode SentenceReader::resolve(const PartyMention& mention, bool owner) const {
  EconomyCode code = meant_by(mention, owner);
  if (!owner && mention.pronoun && mention.possessive) code = partner_of(code, mention);
  if (!mention.anaphor || mention.pronoun || mention.which != PartyMention::any) return code;
  const std::string_view word = p_.word(mention.possessive ? mention.end - 2 : mention.end - 1);
  if (can_be_called(code, word)) return code;
  for (const EconomyCode& other : {d_.about.last.subject(), d_.about.last.partner(), d_.about.first.subject(),
                                   d_.about.first.partner(), d_.who.main, d_.who.second, d_.who.bloc_to_come,
                                   d_.who.economy, d_.who.latter, d_.who.former, d_.who.teller, d_.who.dateline})
    if (named_party(other) && can_be_called(other, word)) return other;
  return code;
}

// "the region" of a text that has just spoken of a province: whose that is.
EconomyCode SentenceReader::country_of_region(const PartyMention& mention) const {
  if (d_.who.province.empty() || !p_.is(mention.possessive ? mention.end - 2 : mention.end - 1, "region")) return {};
  return country_of(d_.who.provinces, d_.who.province);
}

// "exports to its northern partner", "trade with its neighbour": not the one whose partner that is.
EconomyCode SentenceReader::partner_of(const EconomyCode& own, const PartyMention& its) const {
  const std::size_t end = noun_phrase_end(parts_, its.end);
  if (end == its.end || !p_.is_any(end - 1, "partner|neighbour|neighbor|counterpart")) return own;
  for (const Series* one : context(clauses_.at(its.begin), false))
    if (const EconomyCode other = one->other(own); named_party(other) && !lexicon_.is_bloc(other)) return other;
  return d_.who.economy != own ? d_.who.economy : EconomyCode{};
}

EconomyCode SentenceReader::meant_by(const PartyMention& mention, bool owner) const {
  if (!mention.anaphor || !mention.name.code.empty()) return mention.name.code;
  if (mention.which != PartyMention::any) return one_of_two(mention);
  if (mention.speaker) return d_.who.speaker;
  const std::size_t clause = clauses_.size() == 0 ? 0 : clauses_.at(mention.begin);
  const EconomyCode spoken_of = [&] {
    for (const Series* one : context(clause, false))
      if (!one->subject().empty()) return one->subject();
    return EconomyCode{};
  }();
  const auto named_before = [&](auto fits) {
    EconomyCode code;
    for (const auto& party : parts_.parties) {
      if (party.begin >= mention.begin) break;
      if (!party.by_name() || (clauses_.size() > 0 && clauses_[clauses_.at(party.begin)].link == Link::brackets))
        continue;
      if (fits(party)) code = party.name.code;
    }
    return code;
  };
  if (mention.name.bloc) {
    // "the region's": of a province that the text has been about
    // ... but "its exports to the region", of a bloc that trades with that province
    const bool abroad = p_.is_any(p_.before_the(mention.begin) - 1, "to|from|with") && !d_.who.bloc.empty();
    if (!abroad && p_.is(mention.possessive ? mention.end - 2 : mention.end - 1, "region"))
      for (const Series* one : {&d_.about.last, &d_.about.first})
        if (!one->region.empty()) return one->subject();
    if (const EconomyCode country = country_of_region(mention); !abroad && !country.empty()) return country;
    // "EAC exports to the EU made up 17 percent of the bloc's total": of the one whose exports they are
    if (mention.possessive && series_in_sentence() && (lexicon_.is_bloc(spoken_of) || spoken_of == unnamed_party))
      return spoken_of;
    // "China's trade with ASEAN rose in 2022, the first year in which RCEP was in force, and the bloc ...", "the first
    // year after RCEP took effect": not RCEP
    const auto outside = [&](const PartyMention& party, bool of_time) {
      if (clauses_.size() == 0 || clauses_.at(party.begin) == clause) return true;
      const Clause& there = clauses_[clauses_.at(party.begin)];
      return there.link != Link::relative && !(of_time && p_.is_any(there.begin, "after|since|when|before|until"));
    };
    for (const bool of_time : {true, false})
      if (const EconomyCode here =
              named_before([&](const PartyMention& party) { return party.name.bloc && outside(party, of_time); });
          !here.empty())
        return here;
    // "The five countries together took 40 percent": no bloc unless it has as many
    if (mention.counted > 0) {
      static constexpr Date any_day{std::chrono::year{2025}, std::chrono::month{1}, std::chrono::day{1}};
      const auto members = lexicon_.world().members(d_.who.bloc, d_.when.published.value_or(any_day));
      if (mention.begin == p_.begin() || !p_.can(mention.end - 1, use::company))
        return static_cast<int>(members.size()) == mention.counted ? d_.who.bloc : unnamed_party;
      // ... nor are "flows from the three countries" those of a bloc of many more
      if (static_cast<int>(members.size()) > 2 * mention.counted) return unnamed_party;
    }
    if (!d_.who.bloc.empty()) return d_.who.bloc;
    if (!mention.by_size.empty()) return mention.by_size;
    if (lexicon_.is_bloc(spoken_of)) return spoken_of;
    return p_.is(mention.possessive ? mention.end - 2 : mention.end - 1, "region") ? EconomyCode{}
                                                                                   : d_.who.bloc_to_come;
  }
  if (mention.pronoun && mention.possessive) {
    // "China remained Peru's main partner, taking 30 percent of its exports": of whose partner it is
    // "..., with a 20 percent share of its trade"
    const std::size_t of = mention.begin - 1;
    if (const Quantity* part = p_.is(of, "of") ? parts_.quantity_at(p_.is(of - 1, "share") ? of - 2 : of - 1) : nullptr;
        part && part->kind != QuantityKind::count)
      for (std::size_t c = clauses_[clause].parent; c != Clause::none; c = clauses_[c].parent)
        if (scopes_[c].of_rank && named_party(scopes_[c].topic.subject())) return scopes_[c].topic.subject();
    // "its": of whom the sentence is about.
    for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) {
      for (const auto& party : parts_.parties) {
        if (party.anaphor || party.possessive || party.begin >= mention.begin || clauses_.at(party.begin) != c ||
            party.name.role != NameRole::name || inside_measure(party) || inside_rank(party))
          continue;
        if (clauses_[c].verb != Clause::none && party.begin > clauses_[c].verb) continue;
        const std::size_t before = p_.before_the(party.begin);
        if (before > clauses_[c].begin && p_.can(before - 1, use::preposition)) continue;
        return party.name.code;
      }
      if (const Series& latest = scopes_[c].latest(); latest.known() && named_party(latest.subject()))
        return latest.subject();
    }
    if (!d_.who.agent.empty() && !series_in_sentence()) return d_.who.agent;
    if (named_party(spoken_of)) return spoken_of;
    const EconomyCode here = named_before([](const PartyMention& party) { return !party.name.bloc; });
    return !here.empty() ? here : d_.who.economy;
  }
  if (mention.pronoun) {  // "imports from it", "trade with them"
    const EconomyCode here = named_before([&](const PartyMention& party) {
      return !party.possessive && party.name.role == NameRole::name && party.name.code != spoken_of;
    });
    if (!here.empty()) return here;
    for (const Series* one : context(clause, false))
      if (one->is_pair()) return one->partner();
    return d_.who.economy != spoken_of ? d_.who.economy : EconomyCode{};
  }
  // "Peru's trade with the country", in a text on Japan's with one after the other: with Japan
  if (!owner && !mention.possessive && named_party(d_.reporter()))
    for (const auto& party : parts_.parties)
      if (party.possessive && !party.anaphor && party.begin < mention.begin && clauses_.at(party.begin) == clause &&
          d_.is_partner_here(party.name.code))
        return d_.reporter();
  const bool placed = p_.is(mention.begin - 1, "in") &&  // not "resulting in the country's surplus"
                      !(mention.possessive &&
                        p_.can(mention.begin - 2, use::bring));  // "investments in the country": where the text is
  if (!placed && (!owner || (!mention.possessive && p_.can(mention.begin - 1, use::preposition) &&
                             !p_.ends_before(mention.begin, "trade of")))) {
    // "exports to the country": not the one whose exports they are.
    const EconomyCode here = named_before([&](const PartyMention& party) {
      return !party.possessive && party.name.role == NameRole::name && !party.name.bloc && party.name.code != spoken_of;
    });
    if (!here.empty()) return here;
    const bool market = p_.is(mention.end - 1, "market");
    for (const Series* one : context(clause, false))
      if (one->is_pair() && (market || !lexicon_.is_bloc(one->partner()))) return one->partner();
    // The partner of a rank told before, in a text on the whole of somebody's trade.
    if (const EconomyCode other = d_.other(spoken_of); !other.empty() && !lexicon_.is_bloc(other)) return other;
    if (d_.who.economy != spoken_of) return d_.who.economy;
  }
  // "China had 400 projects in Laos, investing $2 billion in the country": the place named before
  if (placed) {
    const EconomyCode here = named_before([this](const PartyMention& party) {
      return !party.name.bloc && !party.possessive && p_.is_any(p_.before_the(party.begin) - 1, "in|into|to");
    });
    if (!here.empty()) return here;
  }
  // "According to China's customs, the country's foreign trade ...": the one just named; not "With Asia, including
  // Korea, the country had a surplus"
  if (!series_in_sentence()) {
    const PartyMention* partner = nullptr;
    const EconomyCode here = named_before([&](const PartyMention& party) {
      const std::size_t before = p_.before_the(party.begin);
      const bool known = named_party(spoken_of) || (named_party(d_.who.main) && d_.who.main != party.name.code);
      const bool with = known && (p_.ends_before_any(before, "with|including|such as") ||
                                  (partner && lists_on(p_, *partner, party)) ||
                                  (partner && p_.is(before - 1, ",") && before - 1 == partner->end));
      if (with) partner = &party;
      // "Chile overtook Peru as the country's main partner": neither of them
      // ... nor is the country Chile in "Chile had the biggest share of the country's exports"
      const std::size_t the = p_.before_the(mention.begin);
      const bool other = (p_.can(before - 1, use::compare | use::exceed) && inside_rank(mention)) ||
                         (mention.possessive && p_.ends_before(the, "share of") && !party.possessive &&
                          party.name.code != d_.who.main);
      return !with && !other && !party.name.bloc && !(placed && party.possessive);
    });
    if (!here.empty()) return here;
  }
  const bool text_on_agent = d_.who.agent == d_.who.main || d_.who.agent == d_.about.first.subject();
  const EconomyCode agent = series_in_sentence() || !text_on_agent ? EconomyCode{} : d_.who.agent;
  // In a new paragraph the one whose the text is, before one told of in passing.
  const bool of_text = !d_.spoken_of_here() && d_.about.first.subject() == d_.who.dateline;
  const EconomyCode whose = of_text ? d_.who.dateline : EconomyCode{};
  for (const EconomyCode& code :
       {agent, whose, spoken_of, d_.about.topic.subject(), d_.about.first.subject(), d_.who.main})
    if (named_party(code) && !lexicon_.is_bloc(code)) return code;
  // In a text that has named nobody yet: the one whose money it counts in, or one that only its letterhead names.
  if (!d_.who.economy.empty()) return d_.who.economy;
  if (!d_.who.home.empty()) return d_.who.home;
  if (!d_.who.dateline.empty()) return d_.who.dateline;
  return unnamed_party;
}

std::vector<EconomyCode> SentenceReader::resolve(const std::vector<PartyMention>& mentions, bool owner) const {
  std::vector<EconomyCode> codes;
  // "trade with the three countries": those that were listed last, where they are as many
  if (mentions.size() == 1 && mentions.front().counted > 0)
    if (const auto list = d_.who.lists.find(static_cast<std::size_t>(mentions.front().counted));
        list != d_.who.lists.end())
      return list->second;
  for (const auto& mention : mentions)
    if (const auto code = resolve(mention, owner); !code.empty()) codes.push_back(code);
  return codes;
}

// "Friendship Pass, where trade grew", "Muse on the border with China, where imports fell"
std::string SentenceReader::place_before(std::size_t where) const {
  std::size_t end = p_.is(where - 1, ",") ? where - 1 : where;
  if (const PartyMention* country = party_ending_at(parts_.parties, end)) {
    const std::size_t before = p_.before_the(country->begin);
    const bool border = p_.ends_before_any(before, "on the border with|near the border with");
    if (!border && !p_.is(before - 1, "in")) return {};
    end = border ? before - 4 : before - 1;
  }
  std::size_t begin = end;
  while (begin > p_.begin() && p_.is_word(begin - 1) && p_.capital(begin - 1) &&
         parts_.owner(begin - 1).kind == PartKind::none &&
         !p_.can(begin - 1, use::determiner | use::preposition | use::conjunction | use::pronoun | use::adverb |
                                use::source | use::place | use::time | use::measure))
    --begin;
  return p_.in_print(begin, end);
}

std::string SentenceReader::region_of(std::size_t clause) const {
  // "In southern China's Guangdong Province, exports rose", "In Yunnan, which borders Laos, exports rose"
  if (std::size_t i = p_.begin(); p_.is(i, "in") && !d_.who.provinces.empty()) {
    for (++i; p_.is_any(i, "the|province|region|of|island|coastal|border|south|north|east|west|central") ||
              p_.word(i).ends_with("ern") || (parts_.party_at(i) && !parts_.party_at(i)->anaphor);)
      i = parts_.party_at(i) ? parts_.party_at(i)->end : i + 1;
    std::size_t behind = i;
    const auto* known = p_.capital(i) ? province_at(d_.who.provinces, p_, i, behind) : nullptr;
    while (p_.is_any(behind, "province|region|municipality|autonomous|zhuang|uygur|hui|city")) ++behind;
    if (known && p_.is(behind, ",")) return known->first;
  }
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) {
    const Clause& here = clauses_[c];
    const bool says = here.verb != Clause::none && p_.can(here.verb, use::say) && !p_.can(here.verb, use::hold);
    if (here.verb != Clause::none && here.link != Link::participle && !says) {
      auto [begin, end] = subject_phrase(c, here.begin, here.verb);
      const bool the = p_.is(begin, "the");
      // "South China's Hainan Province"
      while (begin < end &&
             p_.is_any(begin, "the|south|north|east|west|southwest|southeast|northwest|northeast|central"))
        ++begin;
      if (const PartyMention* country = parts_.party_at(begin); begin < end && country && country->possessive)
        begin = country->end;
      // "The coastal province of Fujian"
      if (begin < end && p_.is(end, "of") && p_.is_any(end - 1, "province|region|municipality|city|island") &&
          p_.capital(end + 1))
        begin = end + 1, end = end + 2;
      std::size_t behind = begin;
      if (const auto* known = province_at(d_.who.provinces, p_, begin, behind); known && behind == end)
        return known->first;
      const std::size_t whole = end;
      while (end > begin + 1 &&
             p_.is_any(end - 1, "province|region|municipality|autonomous|zhuang|city|post|port|gate"))
        --end;
      if (the && end == whole && end == begin + 1) return {};  // "the Leaders agreed"
      // "Porto, 9 May - Portugal closed the year with a deficit": where it was written
      const bool written_there = begin == p_.begin() && (p_.is_any(end, "-|--|:") ||
                                                         (p_.is(end, ",") && parts_.is(end + 1, PartKind::period)));
      if (begin < end && !written_there) {
        for (std::size_t i = begin; i < end; ++i)
          if (!p_.capital(i) || p_.token(i).upper || parts_.owner(i).kind != PartKind::none || p_.token(i).uses != 0 ||
              !d_.who.names.contains(p_.word(i)))
            return {};
        return std::string(slice(begin, end));
      }
    }
    if (here.link == Link::main || here.link == Link::also || here.link == Link::relative) break;
  }
  return {};
}

// The parties that a sentence names up to a token, where they are two: "Russia's president told China's leader that
// trade between the countries ...".
std::vector<EconomyCode> SentenceReader::two_named(std::size_t to) const {
  std::vector<EconomyCode> found;
  for (const auto& party : parts_.parties) {
    if (party.begin >= to || !party.by_name()) continue;
    if (std::ranges::find(found, party.name.code) == found.end()) found.push_back(party.name.code);
  }
  // "Hanoi's envoy to Japan said trade between the two countries rose"
  if (found.size() == 1 && parts_.parties.front().name.role == NameRole::capital && parts_.parties.front().possessive &&
      parts_.parties.front().name.code != found.front())
    found.push_back(parts_.parties.front().name.code);
  return found.size() == 2 ? found : std::vector<EconomyCode>();
}

// "the US Commerce Department's figures", "China's customs", "Chinese statistics": who counted what the text tells.
void SentenceReader::note_teller() {
  for (const auto& party : parts_.parties) {
    if (party.anaphor || party.name.role == NameRole::agreement) continue;
    for (std::size_t i = party.end; i < party.end + 3 && p_.is_word(i) && parts_.owner(i).kind == PartKind::none; ++i)
      if (p_.can(i, use::source) && !p_.can(i, use::preposition)) d_.who.teller = party.name.code;
  }
}

// "the two countries' trade", "trade between both nations": no bloc is one of them.
bool SentenceReader::two_countries(const MeasureMention& mention) const {
  for (std::size_t i = mention.begin > p_.begin() + 4 ? mention.begin - 4 : p_.begin(); i < mention.end; ++i)
    if (p_.is_any(i, "two|both") && p_.is_any(i + 1, "countries|nations|economies|neighbours")) return true;
  return false;
}

}  // namespace tradewind
