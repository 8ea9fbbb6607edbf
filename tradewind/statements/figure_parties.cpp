// The party that stands beside a figure: in the place of the last partner, or of the last subject.
#include <algorithm>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// "the deepest deficits were with Australia at $387 million", "the largest export was to China, $1.5 billion".
void SentenceReader::party_behind_verb(Series& series, const Quantity& q) const {
  if (!is_trade_flow(series.flow) || series.partners.size() > 1 || named_party(series.partner())) return;
  // "A deficit of $5 billion was recorded with the European Union"
  if (const std::size_t with =
          p_.match_any(q.end, "was recorded with|was registered with|was posted with|was seen with"))
    if (const PartyMention* behind = party_named_at(p_, parts_.parties, with))
      if (const EconomyCode code = resolve(*behind, false); !code.empty() && code != series.subject())
        series.partners = {code};
  const std::size_t end = p_.is_any(q.begin - 1, "at|with|,|(") ? q.begin - 1 : q.begin;
  const PartyMention* party = party_ending_at(parts_.parties, end);
  if (!party || party->possessive || party->name.role != NameRole::name || inside_measure(*party)) return;
  std::size_t before = p_.before_the(party->begin);
  if (p_.is_any(before - 1, "to|with|from")) --before;
  // "The largest surplus was recorded with India, $2 billion"
  if (p_.can(before - 1, use::hold) && p_.can(before - 1, use::participle)) --before;
  if (!p_.can(before - 1, use::be)) return;
  if (const EconomyCode code = resolve(*party, false); !code.empty() && code != series.subject())
    series.partners = {code};
}

// The place that the party named last before a token has in what was told; with `owners` that of the one whose trade it
// is too, where nobody else stands there.
Role SentenceReader::role_in(const Statement& told, std::size_t to, bool owners) const {
  Role of_owner = Role::none, behind = Role::none;
  for (std::size_t k = parts_.parties.size(); k-- > 0;) {
    const PartyMention& party = parts_.parties[k];
    const EconomyCode code = resolve(party, true);
    const auto is = [&](const EconomyCode& one) { return code == one || (code == unnamed_party && one.empty()); };
    // "Chile's exports to China reached $9 billion, the most in Latin America, followed by Brazil's"
    const bool of_bloc = party.begin < to && member_of(told.subject, code);
    const Role role = is(told.partner) ? Role::partner : is(told.subject) || of_bloc ? Role::subject : Role::none;
    if (role == Role::none) continue;
    const bool owner =
        !of_bloc && (party.possessive || party.name.role == NameRole::demonym || party.pronoun || inside_rank(party) ||
                     (p_.is_any(p_.before_the(party.begin) - 1, "of|in|into|for") &&
                      !p_.ends_before(p_.before_the(party.begin), "ahead of")) ||
                     (role == Role::subject && (p_.is(party.begin - 1, "from") || inside_measure(party))));
    if (!owner && party.begin < to) return role;
    if (!owner)
      behind = role;
    else if (owners && of_owner == Role::none)
      of_owner = role;
  }
  return behind != Role::none ? behind : of_owner;
}

bool SentenceReader::party_of_segment(Series& series, std::size_t from, const Quantity& q) {
  if (!series.known()) return false;
  const std::size_t clause = clauses_.at(q.begin);
  // "China (minus US$1.85 billion); Thailand (minus US$549.6 million)"
  std::size_t bracket = p_.is_any(q.begin - 1, "minus|up|down|+") ? q.begin - 2 : q.begin - 1;
  // "followed by Brazil ($4 billion), up 3 percent, Japan ($3 billion), down 2 percent": of the one in front
  if (p_.is(bracket, ",") && p_.is(bracket - 1, ")") && p_.is_any(q.begin - 1, "up|down") &&
      q.kind == QuantityKind::percent)
    for (std::size_t open = bracket - 1; open > p_.begin() && bracket - open < 8; --open)
      if (p_.is(open, "(")) {
        const std::size_t name = p_.can(open - 1, use::company) ? open - 1 : open;
        if (parts_.is(open + 1, PartKind::quantity) && party_ending_at(parts_.parties, name)) bracket = open;
        break;
      }
  std::size_t name_end = bracket;  // "the mainland of China (the Mainland) (+2%)"
  for (std::size_t k = bracket; p_.is(bracket - 1, ")") && k > p_.begin() && bracket - k < 6; --k)
    if (p_.is(k, "(") && k < bracket) name_end = k;
  // "ASEAN countries ($20 billion)"
  if (p_.can(name_end - 1, use::company) && party_ending_at(parts_.parties, name_end - 1)) --name_end;
  const PartyMention* in_front = p_.is(bracket, "(") ? party_ending_at(parts_.parties, name_end) : nullptr;
  std::vector<const PartyMention*> here;
  // "followed by Malaysia with a share of 11.6 percent": the parties that the clause hangs on.
  std::size_t around = clause;
  if (clauses_[clause].link == Link::with && clauses_[clause].parent != Clause::none &&
      !scopes_[clause].topic.known() && !clauses_[clauses_[clause].parent].figure &&
      clauses_[clauses_[clause].parent].link == Link::participle) {
    around = clauses_[clause].parent;
    from = std::min(from, clauses_[around].begin);
  }
  // "Uganda, up 13.2 percent to $203 million", "Japan: down 3 percent": a name and its change.
  // "It was followed by Peru, up 4 percent"
  if (const std::size_t name = clauses_[clause].parent;
      name != Clause::none && p_.is_any(clauses_[clause].begin, "up|down") && !clauses_[name].figure) {
    std::size_t end = clauses_[clause].begin;
    while (end > clauses_[name].begin && p_.is_any(end - 1, ",|:|-")) --end;
    const PartyMention* named = party_ending_at(parts_.parties, end);
    const std::size_t begin = named ? p_.before_the(named->begin) : end;
    if (named && (clauses_[name].verb == Clause::none ? begin <= clauses_[name].begin + 1
                                                      : p_.ends_before_any(begin, "followed by|trailed by")))
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
    // "Peru's investment in Chile reached $9 billion, and Chile's in Peru $3 billion": the same the other way
    std::size_t there_end = party.end + 1;
    if (party.possessive && p_.is_any(party.end, "in|to|with") &&
        (series.measure.starts_with("investment") || is_trade_flow(series.flow)))
      if (const auto there = party_list_at(p_, parts_.parties, party.end + 1, there_end);
          there.size() == 1 && !there.front().possessive &&
          (there_end == q.begin || carries_clause(parts_, there_end))) {
        series.subjects = {resolve(party, true)}, series.partners = {resolve(there.front(), false)};
        governor_begin_ = party.begin;
        return true;
      }
    if (party.possessive && (figure || carries_clause(parts_, party.end) || party.end == q.begin)) {
      // "Trade with Laos rose by $2 billion. Cambodia's figure slipped": of one partner after the other.
      if (const EconomyCode code = resolve(party, true);
          series.is_pair() && series.subject() == d_.who.main && code != series.subject() &&
          d_.about.last.subject() == series.subject() &&
          (figure || (d_.about.first.subject() == series.subject() && d_.about.first.partner() == world_total))) {
        series.partners = {code};
        governor_begin_ = party.begin;
        return one_of_many_ = true;
      }
      // "China's share in imports was 25 percent and Russia's 30 percent"
      const bool its_share =
          last_percent_ == StatementKind::share && series.is_pair() && q.kind == QuantityKind::percent;
      // "Investment in Peru reached $9 billion. China's pledges were $2 billion": from there
      const EconomyCode whose = resolve(party, true);
      const bool from_there = series.flow == "inward" && whose != series.subject() && named_party(series.subject()) &&
                              series.subject() == d_.about.first.subject();
      // "Mexico was the top exporter to the US, with sales of $9 billion against China's $7 billion": next in rank
      const bool ranked = party.end == q.begin && p_.ends_before_any(p_.before_the(party.begin), "against|ahead of") &&
                          whose != series.subject() && of_a_rank(series, clause);
      (its_share || from_there || ranked ? series.partners : series.subjects) = {whose};
      governor_begin_ = party.begin;
      return true;
    }
    // "Russia's share", "Russia's trade turnover share": in the trade that the text is on
    const bool owner = party.possessive || p_.can(party.end, use::share_noun);  // "the US share"
    const std::size_t share = owner ? noun_phrase_end(parts_, party.end) : party.end;
    if (share > party.end && p_.is_any(share - 1, "share|shares") && is_trade_flow(series.flow) &&
        resolve(party, true) != series.subject()) {
      const bool of_all = d_.about.among_all && series.partner() == world_total;  // its share in the world's
      (of_all ? series.subjects : series.partners) = {resolve(party, true)};
      one_of_many_ = !of_all;
      governor_begin_ = party.begin;
      return true;
    }
    if (party.possessive || party.name.role == NameRole::demonym) continue;
    // "Chile was followed by Brazil with $8 million": of the other
    if (p_.ends_before_any(p_.before_the(party.begin), "was followed by|is followed by|were followed by")) here.clear();
    here.push_back(&party);
  }
  // "overtaking Russia, whose share stood at 18 percent"
  if (const std::size_t begin = clauses_[clause].begin;
      here.empty() && is_trade_flow(series.flow) && p_.is(begin, "whose") && p_.can(begin + 1, use::share_noun))
    if (const PartyMention* party = party_ending_at(parts_.parties, p_.is(begin - 1, ",") ? begin - 1 : begin);
        party && !party->possessive && resolve(*party, true) != series.subject()) {
      series.partners = {resolve(*party, true)};
      return one_of_many_ = true;
    }
  // "Korea, which follows with $5 billion"
  if (here.empty() && clauses_[clause].link == Link::relative && ranks_partners(clause) &&
      !named_party(d_.about.first.partner()))
    if (const auto who = agents(clause); who.size() == 1 && who.front() != series.subject()) {
      series.partners = who;
      return one_of_many_ = true;
    }
  // "China was its top customer. It also provided 22 percent of imports": the one that held the rank
  if (const std::size_t verb = clauses_[clause].verb;
      here.empty() && verb != Clause::none && verb < q.begin && p_.is(clauses_[clause].begin, "it") &&
      named_party(d_.who.rank_holder) && d_.who.rank_holder != series.subject() &&
      (((series.flow == "imports" || p_.match_any(q.end, "of imports|of its imports|of all imports")) &&
        p_.can(verb, use::sell)) ||
       (q.kind == QuantityKind::percent && is_trade_flow(series.flow) && p_.can(verb, use::compose)) ||
       (series.flow == "exports" && p_.can(verb, use::buy)))) {
    series.partners = {d_.who.rank_holder};
    return one_of_many_ = true;
  }
  // "Kenya, which received $5 billion"
  if (here.empty() && series.flow == "inward" && clauses_[clause].link == Link::relative &&
      clauses_[clause].verb != Clause::none && p_.can(clauses_[clause].verb, use::draw))
    if (const auto who = agents(clause); who.size() == 1) {
      series.subjects = who;
      return true;
    }
  if (here.empty()) return false;
  // "Thailand shipped 833,000 tonnes to China, while Vietnam supplied 737,000": another who sells there.
  const std::size_t verb = clauses_[clause].verb;
  if (series.flow == "exports" && series.is_pair() && verb != Clause::none && verb < q.begin &&
      p_.can(verb, use::trade_verb) && !p_.can(verb, use::buy) && here.size() == 1 && here.front()->end == verb) {
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
  const bool inward = series.flow == "inward" && !named_party(series.partner());
  // "In Kenya exports rose 5 percent, while in Uganda they fell 3 percent"
  const bool in_place = p_.is(before - 1, "in") &&
                        (inward || (series.partner() == world_total && p_.is_any(here.front()->end, ",|they") &&
                                    p_.can(before - 2, use::subordinator | use::conjunction)));
  if (!in_front && p_.ends_before_any(before, "in|by|than|of|via|through|under|at") &&
      !p_.ends_before_any(before, "followed by|trailed by|ahead of") && !in_place)
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
  const std::size_t own_verb = clauses_[clause].verb;
  // "China took 66 percent of the total", of Vietnam's exports: to whom they go.
  const bool acts = own_verb != Clause::none && own_verb < q.begin && here.front()->end <= own_verb;
  const bool does = acts && series.subject() != codes.front();
  // "Imports rose. Japan took 11 percent of exports, Peru 9 percent": those who buy from the one that the text is about
  // and sell to him, whatever it has told before.
  const bool of_reporter =
      does && is_trade_flow(series.flow) && own == d_.reporter() && d_.is_partner_here(codes.front()) &&
      (p_.can(own_verb, use::buy) != p_.can(own_verb, use::sell)) && !p_.is_any(own_verb, "imported|exported");
  if (of_reporter && series.flow != "trade")
    series.flow = p_.can(own_verb, use::buy) ? "exports" : "imports", series.sign = 1;
  const bool trades =
      of_reporter || (does && (((series.flow == "exports" || series.flow == "trade") && p_.can(own_verb, use::buy)) ||
                               (series.flow == "imports" && p_.can(own_verb, use::sell))));
  // With none before them those that do nothing themselves are partners of the one that the text is about: "the list
  // reads China -3%".
  const auto doers = acts ? std::vector<EconomyCode>() : doers_before(clause);
  const std::size_t behind = here.back()->end;  // "U.S. duties of 50 percent": whose duties, no member of a list
  const bool of_a_noun = p_.is_word(behind) && parts_.owner(behind).kind == PartKind::none &&
                         !p_.can(behind, use::preposition | use::conjunction | use::adverb | use::determiner);
  const bool listed = !acts && !of_a_noun && doers.empty() && named_party(own) && own == d_.about.first.subject();
  // A member of a list has the place of the one before it: "growth of Africa's imports (5 percent), the Middle East (3
  // percent)", "Brazil received $8 billion. It was followed by Peru with $3 billion", unless its own words tell.
  Role role = Role::none;
  // "China was the world's largest exporter with a share of 14 percent, followed by the US with 8": each of its own
  const bool among_all =
      series.partner() == world_total && !result_.statements.empty() &&
      std::ranges::any_of(std::span(result_.statements).subspan(statements_before_), [&](const Statement& told) {
        return told.kind == StatementKind::rank && told.among == "economies" && told.partner == world_total;
      });
  if (in_place || among_all || (inward && p_.ends_before_any(before, "into|to")))
    role = Role::subject;
  else if (p_.ends_before_any(before, "with|to|from|into") ||
           (series.flow == "balance" && p_.is(before - 1, "against")) || trades || share_cue(from, q.begin))
    role = Role::partner;
  else if (p_.is(before - 1, "including") && named_party(own) && series_in_sentence())
    role = Role::partner;  // "a deficit with many countries, including Peru at $5 billion"
  else if (series.flow == "inward" && lexicon_.is_bloc(own) && !named_party(series.partner()) &&
           std::ranges::all_of(codes, [&](const EconomyCode& code) { return member_of(code, own); }))
    role = Role::subject;  // "Investment in Africa rose. Kenya was third with $5 billion"
  else if (p_.is(behind, "alone") && member_of(codes.front(), series.partner()))
    role = Role::partner;  // "the EU took 85 percent of it, Germany alone 27 percent"
  else if (own == d_.reporter() && told_as(clause) != nullptr)
    role = Role::partner;  // "The smallest market was Togo with $2 million", "Togo was the smallest market with"
  else if (member_of(own, series.partner()) &&
           std::ranges::all_of(codes, [&](const EconomyCode& code) { return member_of(code, series.partner()); }))
    role = Role::subject;  // "Kenya's trade with Africa was $9 billion. Next was Togo with $5 billion"
  else if (doers.size() == 1 && !in_front && !p_.ends_before_any(before, "by|ahead of"))
    role = doers.front() == own ? Role::subject : doers.front() == series.partner() ? Role::partner : Role::none;
  // "It accounted for 12 percent of Peru's trade, ahead of Brazil with 11 percent"
  if (role == Role::none && q.kind == QuantityKind::percent && last_share_ &&
      p_.ends_before_any(before, "ahead of|behind|followed by|trailed by") && last_share_->subject == own &&
      named_party(last_share_->partner))
    role = Role::partner;
  // "Its exports to the main markets rose 10 percent - the US (26 percent), Japan (9 percent)": which of them
  if (role == Role::none && in_front && is_trade_flow(series.flow) && named_party(own) &&
      series.partner() == unnamed_party)
    role = Role::partner;
  // "Among ASEAN's members Laos's trade with China grew most, to $9 billion, followed by Thailand with $5 billion"
  if (p_.ends_before_any(before, "followed by|trailed by"))
    for (const auto& bloc : parts_.parties)
      if (role == Role::none && bloc.name.bloc && member_of(own, bloc.name.code) &&
          member_of(codes.front(), bloc.name.code) && !member_of(series.partner(), bloc.name.code))
        role = Role::subject;
  if (role == Role::none && result_.statements.size() > statements_before_)
    role = role_in(result_.statements.back(), here.front()->begin, true);
  if (role == Role::none && series.partners.size() > 1) role = Role::partner;  // the next one of them
  if (role == Role::none && !acts) role = d_.about.role;
  if (role == Role::none && (ranks_partners(clause) || (!inward && (series.partner() != world_total || listed))))
    role = Role::partner;
  if (role == Role::none && own == d_.reporter() && d_.is_partner_here(codes.front())) role = Role::partner;
  if (role == Role::partner) {
    series.partners = codes, one_of_many_ = true;
    // "The two other markets with imports of over $6 billion were Togo with $7 billion": of imports
    const bool told_of_flow = std::ranges::any_of(
        measures_, [&](const MeasureMention& m) { return m.flow == series.flow && m.head < q.begin; });
    // "Peru (5 percent) and Chile (4 percent) were the next biggest export markets"
    const bool aside = clauses_[clause].link == Link::brackets && clauses_[clause].parent != Clause::none;
    if (const Head* noun = told_as(aside ? clauses_[clause].parent : clause);
        noun && has_direction(noun->flow) && !told_of_flow)
      series.flow = noun->flow;
    // "Spain ($3 billion) and India ($2 billion) were the top export destinations"
    for (const auto& rank : parts_.ranks)
      if (aside && rank.begin > q.end && clauses_.at(rank.begin) == clauses_[clause].parent && has_direction(rank.flow))
        series.flow = rank.flow, series.sign = 1;
  } else
    series.subjects = codes, series.doubtful = role == Role::none;
  governor_begin_ = here.front()->begin;
  return true;
}

// Who the clauses that a gapped one goes on from are about.
std::vector<EconomyCode> SentenceReader::doers_before(std::size_t clause) const {
  for (std::size_t c = clauses_[clause].parent; c != Clause::none; c = clauses_[c].parent)
    if (clauses_[c].verb != Clause::none) return own_agents(c);
  return {};
}

// "of which $1.4 billion came from Thailand", "a surplus of $31.2 billion with the U.S., $12.6 billion with the EU".
void SentenceReader::party_behind(Statement& statement, const Quantity& q) const {
  // "Trade was $9 billion: $4 billion went out and $5 billion came in"
  if (q.kind == QuantityKind::money && is_trade_flow(statement.flow) && statement.flow != "balance") {
    if (p_.match_any(q.end, "went out|went abroad")) statement.flow = "exports";
    if (p_.match_any(q.end, "came in|came back") && !p_.is(q.end + 2, "from")) statement.flow = "imports";
  }
  // "$5 billion, or 29 percent, came from Peru", "70 percent of these, or $2 billion, went to mining"
  std::size_t told = behind_brackets(q.end);
  if (const auto of = p_.match_any(told, "of these|of them|of it|of this|of that|of the total");
      of && p_.is_any(of, ",|went|goes|go|came|comes|come"))
    told = of;
  if (const Quantity* or_so_much = p_.match(told, ", or") ? parts_.quantity_at(told + 2) : nullptr)
    if (p_.is(or_so_much->end, ",")) told = or_so_much->end + 1;
  if (p_.is(told, ",") && p_.is(q.begin - 1, "or")) ++told;
  std::size_t behind =
      p_.match_any(told,
                   "came from|went to|go to|goes to|come from|comes from|was from|was with|were from|of which went "
                   "to|of which came from|"
                   "of them to|of it to|of which to|of them from|of it from|of which from|in trade with|in its trade "
                   "with|in goods trade with|"
                   "in bilateral trade with|supplied by|coming from|imported from|sourced from|bought from|"
                   "exported to|shipped to|destined for|sold to|originated in|originating in|headed to|"
                   "headed for|fell to");
  // "$2 billion of wheat to Cuba and $1 billion of coal to Peru"
  if (!behind && is_trade_flow(statement.flow) && q.kind == QuantityKind::money && p_.is(q.end, "of"))
    if (const std::size_t end = noun_phrase_end(parts_, q.end + 1); end > q.end + 1 && p_.can(end - 1, use::goods) &&
                                                                    p_.is_any(end, "to|from") &&
                                                                    p_.is_any(q.begin - 1, "and|,")) {
      if (const std::string words = noun_words(parts_, q.end + 1, end); !generic_goods(words))
        statement.product = words;
      behind = end + 1;
    }
  // "grew 12 percent, compared with about 10 percent for the world as a whole"
  if (statement.kind == StatementKind::growth && p_.match(q.end, "for the world"))
    statement.subject = statement.partner = world_total;
  // "Intra-African trade is 15 percent, compared with 60 percent in Europe": theirs with one another
  if (named_party(statement.subject) && statement.subject == statement.partner && p_.is_any(q.end, "in|for|within"))
    if (const PartyMention* there = party_named_at(p_, parts_.parties, q.end + 1);
        there && !there->possessive && !member_of(resolve(*there, false), statement.subject))
      statement.subject = statement.partner = resolve(*there, false);
  // "a 22.4 percent gain to the US"
  const std::size_t direction = direction_of(p_, q.end) != Direction::none ? q.end + 1 : q.end;
  // "The region's economy grew 3 percent, compared with 5 percent in Peru", "Exports fell by 14 percent in Chile and by
  // 9 percent in Peru", of those in all the world
  const Quantity* before = parts_.before(q);
  const PartyMention* last_one =
      before && p_.is(before->end, "in") ? party_named_at(p_, parts_.parties, before->end + 1) : nullptr;
  const bool of_many = statement.kind == StatementKind::growth && is_trade_flow(statement.flow) &&
                       statement.partner == world_total &&
                       (!named_party(statement.subject) || statement.subject == unnamed_party ||
                        (last_one && last_one->name.code == statement.subject));
  if ((statement.measure == "gdp" && p_.is(q.end, "for")) ||
      (p_.is(q.end, "in") && (statement.measure == "gdp" || of_many)))
    if (const PartyMention* there = party_named_at(p_, parts_.parties, q.end + 1); there && !there->possessive)
      statement.subject = resolve(*there, true);
  // "rose 5 percent to $3 billion to Chile", "a growth of 34 percent to 9 billion yuan with Peru"
  if (const Quantity* level = p_.is(q.end, "to") ? parts_.quantity_at(q.end + 1) : nullptr;
      !behind && level && level->kind == QuantityKind::money && statement.kind == StatementKind::growth &&
      is_trade_flow(statement.flow) && p_.is_any(level->end, "with|to|from"))
    behind = level->end + 1;
  // "received $5 million from China"
  // "comprised 22 percent provided by Chile, 18 percent by Japan"
  if (!behind && statement.flow == "inward" && statement.kind == StatementKind::share)
    behind = p_.match_any(direction, "provided by|contributed by|held by|by");
  if (!behind && p_.is(direction, "from") &&
      ((statement.flow == "inward" && (!named_party(statement.partner) || statement.kind == StatementKind::share)) ||
       (statement.flow == "outward" && named_party(statement.partner))))
    behind = direction + 1;
  if (!behind && is_trade_flow(statement.flow) &&
      (p_.is_any(direction, "with|to|from") || (p_.is(direction, "under") && statement.partner == world_total) ||
       (p_.is(direction, "for") && (statement.kind == StatementKind::share ||  // "... against $555 billion for the US"
                                    p_.ends_before_any(q.begin, "against|versus|compared with|compared to|ahead of")))))
    behind = direction + 1;
  if (!behind || p_.is(behind - 1, "for")) goods_behind(statement, q, direction);
  if (!behind) return;
  std::size_t list_end = behind;
  const auto list = party_list_at(p_, parts_.parties, behind, list_end);
  if (list.empty() && p_.is(behind - 1, "from")) goods_behind(statement, q, behind - 1);
  // "of which $9 billion went to high-tech services"
  if (std::size_t end = behind; list.empty() && statement.measure.starts_with("investment") && p_.is(behind - 1, "to"))
    if (std::string sector = goods_at(parts_, p_.skip_the(behind), end); !sector.empty() && !generic_goods(sector))
      statement.product = std::move(sector);
  // "a fall of $2 million to Chile and one of $1 million to the rest of the world"
  if (list.empty() && p_.match(behind, "the rest of the world") && named_party(statement.partner))
    statement.partner = unnamed_party;
  // "grew 5 percent to Japan and 7 percent to Chile and Peru": to both of them
  if (list.size() > 1 && !list.front().possessive && is_trade_flow(statement.flow) &&
      p_.is_any(behind - 1, "to|from|with") && named_party(statement.partner) &&
      std::ranges::none_of(list, [&](const PartyMention& one) {
        const EconomyCode code = resolve(one, false);
        return code == statement.partner || code == statement.subject || member_of(code, statement.partner);
      }))
    statement.partner = unnamed_party;
  if (list.size() != 1 || list.front().possessive || list.front().name.role == NameRole::agreement) return;
  const EconomyCode code = resolve(list.front(), false);
  // "Two-way investment reached $9 billion, of which $5 billion came from Peru and $4 billion from Chile": theirs, into
  // the other
  if (const bool of_two = code == statement.subject || code == statement.partner;
      of_two && (statement.flow == "two-way" || statement.flow == "outward") && p_.is(behind - 1, "from")) {
    if (code == statement.partner) std::swap(statement.subject, statement.partner);
    statement.flow = "outward";
    return;
  }
  const bool among_them = statement.flow == "inward" && statement.kind == StatementKind::share &&
                          lexicon_.is_bloc(code);  // "17 percent by the bloc's own members"
  if (!code.empty() && (code != statement.subject || among_them)) statement.partner = code;
}

// "The dollar averaged 131 yen", "(1 yen equals 0.007 U.S. dollars)"
bool SentenceReader::of_money_itself(const Quantity& q) const {
  if (q.number.scale == 0 &&
      (p_.is_any(q.end, "equals|equaled|equalled|=") || p_.is_any(q.begin - 1, "equals|equaled|=") ||
       (p_.is(q.begin - 1, "about") && p_.is_any(q.begin - 2, "equals|="))))
    return true;
  const std::size_t clause = clauses_.at(q.begin), i = p_.skip_the(clauses_[clause].begin);
  return i < q.begin && (clauses_[clause].verb == i + 1 || p_.is(i + 1, "averaged")) &&
         p_.is_any(i, "dollar|euro|yen|yuan|renminbi|won|rupee|pound|ringgit|baht|rupiah|peso|real|lira|rouble");
}

}  // namespace tradewind
