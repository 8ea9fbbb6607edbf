// The party that stands beside a figure: in the place of the last partner, or of the last subject.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// "the deepest deficits were with Australia at $387 million", "the largest export was to China, $1.5 billion".
void SentenceReader::party_behind_verb(Series& series, const Quantity& q) const {
  if (!is_trade_flow(series.flow) || series.partners.size() > 1 || named_party(series.partner())) return;
  const std::size_t end = p_.is_any(q.begin - 1, {"at", "with", ",", "("}) ? q.begin - 1 : q.begin;
  const PartyMention* party = party_ending_at(parts_.parties, end);
  if (!party || party->possessive || party->name.role != NameRole::name || inside_measure(*party)) return;
  std::size_t before = p_.before_the(party->begin);
  if (p_.is_any(before - 1, {"to", "with", "from"})) --before;
  // "The largest surplus was recorded with India, $2 billion"
  if (p_.can(before - 1, use::hold) && p_.can(before - 1, use::participle)) --before;
  if (!p_.can(before - 1, use::be)) return;
  if (const EconomyCode code = resolve(*party, false); !code.empty() && code != series.subject())
    series.partners = {code};
}

// Whether the text goes through the partners of one, this one among them.
bool SentenceReader::one_of_last_partners(const Series& series) const {
  return d_.about.first.subject() == series.subject() && d_.about.first.partner() == world_total;
}

bool SentenceReader::party_of_segment(Series& series, std::size_t from, const Quantity& q) {
  if (!series.known()) return false;
  const std::size_t clause = clauses_.at(q.begin);
  // "China (minus US$1.85 billion); Thailand (minus US$549.6 million)"
  const std::size_t bracket = p_.is_any(q.begin - 1, {"minus", "up", "down", "+"}) ? q.begin - 2 : q.begin - 1;
  const PartyMention* in_front = p_.is(bracket, "(") ? party_ending_at(parts_.parties, bracket) : nullptr;
  std::vector<const PartyMention*> here;
  // "followed by Malaysia with a share of 11.6 percent": the parties that the clause hangs on.
  std::size_t around = clause;
  if (clauses_[clause].link == Link::with && clauses_[clause].parent != Clause::none &&
      !clauses_[clauses_[clause].parent].figure && clauses_[clauses_[clause].parent].link == Link::participle) {
    around = clauses_[clause].parent;
    from = std::min(from, clauses_[around].begin);
  }
  // "Uganda, up 13.2 percent to $203 million", "Japan: down 3 percent": a name and its change.
  if (const std::size_t name = clauses_[clause].parent; name != Clause::none &&
                                                        p_.is_any(clauses_[clause].begin, {"up", "down"}) &&
                                                        clauses_[name].verb == Clause::none && !clauses_[name].figure) {
    std::size_t end = clauses_[clause].begin;
    while (end > clauses_[name].begin && p_.is_any(end - 1, {",", ":", "-"})) --end;
    if (const PartyMention* named = party_ending_at(parts_.parties, end);
        named && p_.before_the(named->begin) <= clauses_[name].begin + 1)
      around = name, from = std::min(from, clauses_[name].begin);
  }
  for (const auto& party : parts_.parties) {
    if (in_front ? &party != in_front : party.begin < from || party.end > q.begin) continue;
    if (!in_front && clauses_.at(party.begin) != clause && clauses_.at(party.begin) != around) continue;
    if (party.name.role == NameRole::agreement || party.name.role == NameRole::capital || party.pronoun) continue;
    if (inside_measure(party) || inside_rank(party)) continue;
    // "Thai exports jumped 15.2 percent, while Indonesia's fell 4.1 percent": the same flow, another's.
    const bool figure = party.possessive && p_.can(party.end, use::figure_noun | use::value_noun) &&
                        !p_.can(party.end, use::measure) && !p_.is(party.end + 1, "of");
    if (party.possessive && (figure || carries_clause(parts_, party.end) || party.end == q.begin)) {
      // "Trade with Laos rose by $2 billion. Cambodia's figure slipped": of one partner after the other.
      if (const EconomyCode code = resolve(party, true);
          series.is_pair() && series.subject() == d_.who.main && code != series.subject() &&
          d_.about.last.subject() == series.subject() && (figure || one_of_last_partners(series))) {
        series.partners = {code};
        governor_begin_ = party.begin;
        return one_of_many_ = true;
      }
      // "Mexico was the top source of US imports, with $475 billion against China's $427 billion"
      if (series.is_pair() && p_.ends_before_any(party.begin, {"against", "versus", "compared with", "compared to"}) &&
          resolve(party, true) != series.subject()) {
        series.partners = {resolve(party, true)};
        governor_begin_ = party.begin;
        return one_of_many_ = true;
      }
      series.subjects = {resolve(party, true)};
      governor_begin_ = party.begin;
      return true;
    }
    // "Russia's share", "Russia's trade turnover share": in the trade that the text is on
    const bool owner = party.possessive || p_.can(party.end, use::share_noun);  // "the US share"
    const std::size_t share = owner ? noun_phrase_end(parts_, party.end) : party.end;
    if (share > party.end && p_.is_any(share - 1, {"share", "shares"}) && is_trade_flow(series.flow) &&
        resolve(party, true) != series.subject()) {
      const bool of_all = d_.about.among_all && series.partner() == world_total;  // its share in the world's
      (of_all ? series.subjects : series.partners) = {resolve(party, true)};
      one_of_many_ = !of_all;
      governor_begin_ = party.begin;
      return true;
    }
    if (party.possessive || party.name.role == NameRole::demonym) continue;
    here.push_back(&party);
  }
  if (here.empty()) return false;
  // "Thailand shipped 833,000 tonnes to China, while Vietnam supplied 737,000": another who sells there.
  const std::size_t verb = clauses_[clause].verb;
  if (series.flow == "exports" && series.is_pair() && verb != Clause::none && verb < q.begin &&
      p_.can(verb, use::trade_verb) && here.size() == 1 && here.front()->end == verb) {
    series.subjects = {resolve(*here.front(), true)};
    governor_begin_ = here.front()->begin;
    return true;
  }
  std::vector<EconomyCode> codes;
  codes.reserve(here.size());
  for (const auto* party : here)
    if (const EconomyCode code = resolve(*party, true); !code.empty()) codes.push_back(code);
  if (codes.empty()) return false;
  // "from 45 countries", "in China" say where, not with whom; a growth's "from" has been read as a base.
  const std::size_t before = p_.before_the(here.front()->begin);
  // "Flows to Malaysia grew 39 percent; they doubled in the region": where investment goes to is whose it is.
  const auto names_investors = [&](std::size_t i) {
    return p_.is_any(i, {"source", "sources", "investor", "investors", "contributor", "contributors"});
  };
  const std::size_t own_verb = clauses_[clause].verb;
  bool investors = p_.ends_before_any(before, {"from", "by"}) || d_.goes_through_partners() || ranks_partners(clause) ||
                   (own_verb != Clause::none && p_.is_any(own_verb, {"led", "leads", "topped", "ranked", "invested"}));
  for (std::size_t i = clauses_[clause].begin; i < q.begin; ++i) investors = investors || names_investors(i);
  if (series.flow == "inward" && !named_party(series.partner()) && !investors) {
    series.subjects = codes;
    governor_begin_ = here.front()->begin;
    return true;
  }
  // "In Kenya exports rose 5 percent, while in Uganda they fell 3 percent"
  if (codes.size() == 1 && p_.is(before - 1, "in") && series.partner() == world_total &&
      p_.is_any(here.front()->end, {",", "they"}) && p_.can(before - 2, use::subordinator | use::conjunction)) {
    series.subjects = codes;
    return true;
  }
  if (!in_front && p_.ends_before_any(before, {"in", "by", "than", "of", "via", "through", "under", "at"}) &&
      !p_.ends_before_any(before, {"followed by", "trailed by", "ahead of"}))
    return false;
  if (!is_trade_flow(series.flow) && !series.measure.starts_with("investment")) return false;
  const EconomyCode own = series.subject();
  if (std::ranges::find(codes, own) != codes.end()) {
    if (codes.size() == 1) {
      // The subject itself, as who acts: its figure in the same series.
      return false;
    }
    std::erase(codes, own);
  }
  // "China took 66 percent of the total", of Vietnam's exports: to whom they go.
  const bool trades = own_verb != Clause::none && own_verb < q.begin && here.front()->end <= own_verb &&
                      (((series.flow == "exports" || series.flow == "trade") && p_.can(own_verb, use::buy)) ||
                       (series.flow == "imports" && p_.can(own_verb, use::sell))) &&
                      series.subject() != codes.front();
  // "Singapore invested $5 billion in Indonesia. Next came Hong Kong with $2 billion": who else invested there.
  if (series.flow == "outward" && named_party(series.partner()) && series.partner() != codes.front() &&
      !p_.ends_before_any(before, {"in", "into", "to"}) && (ranks_partners(clause) || p_.can(own_verb, use::bring))) {
    series.subjects = codes;
    return one_of_many_ = true;
  }
  // A party that does nothing itself takes the place of the one that the clause before was about: "China bought $8
  // billion worth, the United States $7 billion"; with none there it is one of the partners: "the list reads China
  // -3%".
  const bool acts = own_verb != Clause::none && own_verb < q.begin && here.front()->end <= own_verb;
  const auto doers = acts ? std::vector<EconomyCode>() : doers_before(clause);
  const bool linked = p_.ends_before_any(before, {"with", "to", "from", "followed by"}) || in_front;
  if (!linked && doers.size() == 1 && doers.front() == own && series.is_pair() && is_trade_flow(series.flow)) {
    series.subjects = codes;
    governor_begin_ = here.front()->begin;
    return true;
  }
  const std::size_t behind = here.back()->end;  // "U.S. duties of 50 percent": whose duties, no member of a list
  const bool of_a_noun = p_.is_word(behind) && parts_.owner(behind).kind == PartKind::none &&
                         !p_.can(behind, use::preposition | use::conjunction | use::adverb | use::determiner);
  const bool listed = !acts && !of_a_noun && doers.empty() && named_party(own) && own == d_.about.first.subject();
  // "growth of Africa's imports (5 percent), the Middle East (3 percent)", "Africa recorded 5 percent growth, followed
  // by the Middle East with 3 percent": in the place of the one before
  const auto place = static_cast<std::size_t>(here.front() - parts_.parties.data());
  const auto told_of = [&](const PartyMention& party) {  // the figure before was of its trade with the same partner
    const bool owner = party.possessive || party.name.role == NameRole::demonym;
    if (owner || result_.statements.size() <= statements_before_) return false;
    const Statement& last = result_.statements.back();
    if (last.partner != series.partner() ||
        !(last.partner == world_total || std::ranges::all_of(parts_.ranks, &RankMention::of_object)))
      return false;
    const EconomyCode code = resolve(party, true);
    // "Peru's exports to Japan were $9 billion, the most in Latin America, followed by Chile with $8 billion"
    return last.subject == (code == unnamed_party ? EconomyCode{} : code) ||
           (p_.is(before - 1, "by") && last.subject == own && member_of(own, code));
  };
  const bool after_subject =
      (in_front || p_.is_any(before - 1, {"by", "and", ","}) || p_.ends_before(before, "ahead of")) && !acts &&
      place > 0 && told_of(parts_.parties[place - 1]);
  // "Singapore received the most Chinese investment, followed by Indonesia with $4 billion": who else received it
  const auto tops = [&](const RankMention& rank) {
    return rank.of_object && own_agents(clauses_.at(rank.begin)) == std::vector{own};
  };
  const bool receives_next = p_.ends_before(before, "followed by") && std::ranges::any_of(parts_.ranks, tops);
  // "Inflows went mainly to Brazil ($8 billion). It was followed by Chile ($3 billion)": who else of the region
  // received
  const Statement* told = statements_before_ > 0 ? &result_.statements[statements_before_ - 1] : nullptr;
  const bool next_of_region = told && series.flow == "inward" && told->flow == series.flow && told->subject != own &&
                              p_.ends_before(before, "followed by") && member_of(told->subject, own);
  // Whole-world figures by country ("China's exports rose 5%, Japan's 3%") change the subject, not the partner, unless
  // the text goes through somebody's markets or suppliers.
  const bool share = share_cue(from, q.begin);
  if (after_subject || receives_next || next_of_region)
    series.subjects = codes;
  else if (!in_front && series.partner() == world_total &&
           !p_.ends_before_any(before, {"with", "to", "from", "followed by"}) && !d_.goes_through_partners() &&
           !share && !investors && !trades && !listed)
    series.subjects = codes, series.doubtful = true;
  else
    series.partners = codes, one_of_many_ = true;
  governor_begin_ = here.front()->begin;
  return true;
}

// Who the clauses that a gapped one goes on from are about.
std::vector<EconomyCode> SentenceReader::doers_before(std::size_t clause) const {
  for (std::size_t c = clauses_[clause].parent; c != Clause::none; c = clauses_[c].parent)
    if (clauses_[c].verb != Clause::none) return own_agents(c);
  return {};
}

}  // namespace tradewind
