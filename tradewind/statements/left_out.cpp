// The parties that a measure leaves out: found in its clause, the clauses around it and the text before.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

namespace {

// "mutual trade", "the bloc's internal trade", "intra-regional exports": of its members with one another.
bool among_members(const Phrase& p, const MeasureMention& mention) {
  const std::size_t before = mention.head - 1;
  return p.is_any(before, "mutual|internal|intraregional") ||
         (p.is_any(before, "regional|bloc|group|continental|community|union") && p.is(before - 1, "-") &&
          p.is(before - 2, "intra"));
}

}  // namespace

void SentenceReader::fill_both(Series& series, const MeasureMention& mention, std::size_t clause) {
  const auto before = context(clause, !series_in_sentence());
  const std::vector<EconomyCode> who = agents(clause);
  // "The goods were worth $5 billion", of a text on a railway
  if (!d_.who.carrier.empty() && who.empty() && !mention.foreign && !mention.bilateral) {
    series.subjects = {d_.who.carrier};
    return;
  }
  // "The EAEU's trade with others fell. Mutual trade grew", of a text on the bloc
  if (among_members(p_, mention) && is_trade_flow(series.flow)) {
    const auto one =
        std::ranges::find_if(before, [&](const Series* told) { return lexicon_.is_bloc(told->subject()); });
    const bool named = who.size() == 1 && lexicon_.is_bloc(who.front());
    const EconomyCode bloc = named ? who.front() : one != before.end() ? (*one)->subject() : d_.who.main;
    if (lexicon_.is_bloc(bloc) && (named || one == before.end() || !(*one)->is_pair() || bloc == d_.who.main)) {
      series.subjects = series.partners = {bloc};
      return;
    }
  }
  // "leaving the Kingdom with a deficit", "That gave Beijing a surplus": whoever stands behind the verb has it
  std::size_t gives =
      clauses_[clauses_[clause].link == Link::with && clauses_[clause].parent != Clause::none ? clauses_[clause].parent
                                                                                              : clause]
          .verb;
  while (gives != Clause::none && p_.can(gives, use::auxiliary)) ++gives;
  if (gives != Clause::none && gives < mention.begin && p_.can(gives, use::bring) && series.flow == "balance") {
    const PartyMention* owner = parts_.party_at(p_.skip_the(gives + 1));
    const EconomyCode code = owner && !owner->possessive                 ? resolve(*owner, true)
                             : p_.is(gives + 1, "it") && !before.empty() ? before.front()->subject()
                                                                         : EconomyCode{};
    if (named_party(code)) {
      series.subjects = {code};
      return fill_partner(series, mention, clause);
    }
  }
  const bool object = mention.verb || clauses_[clause].link == Link::with ||
                      (clauses_[clause].verb != Clause::none && mention.head > clauses_[clause].verb) ||
                      clauses_[clause].link == Link::participle ||
                      (p_.is(clauses_[clause].begin, "in") &&  // "In Kenya, exports rose"
                       party_named_at(p_, parts_.parties, clauses_[clause].begin + 1));
  // A rank of the same sentence says whose with whom: "ASEAN was China's largest partner, with trade reaching ...",
  // "Laos and Peru were its top partners, with two-way trade growing 4 percent and 3 percent".
  const auto ranked = [&] {
    for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent)
      if (scopes_[c].of_rank && !mention.foreign && !(mention.verb && mention.total)) return c;
    return Clause::none;
  }();
  if (ranked != Clause::none && (!mention.bilateral || who.size() >= 2)) {
    series.subjects = scopes_[ranked].topic.subjects, series.partners = scopes_[ranked].topic.partners;
    // "Uganda, Kenya's largest partner, bought goods worth $2 billion": from Kenya, whose exports they are
    if (mention.verb && has_direction(series.flow) && who == series.partners)
      series.flow = series.flow == "imports" ? "exports" : "imports";
    // "Uganda, Kenya's largest partner, posted a surplus": its own
    const std::size_t verb = clauses_[ranked].verb;
    if (!mention.verb && who == series.partners && verb != Clause::none && verb > scopes_[ranked].topic_at &&
        p_.can(verb, use::hold))
      std::swap(series.subjects, series.partners);
    // "China was the top customer, with purchases of $5 billion": what it buys is exported there
    if (scopes_[ranked].topic.flow == "exports" && p_.is(mention.head, "purchases")) series.flow = "exports";
    // "Mexico was the top exporter to the US, with shipments of $5 billion": those that are imported there
    if (scopes_[ranked].topic.flow == "imports" && series.flow == "exports" && mention.subjects.empty() &&
        p_.is_any(mention.head, "shipments|sales|exports|supplies|deliveries"))
      series.flow = "imports";
    return;
  }
  // "trade which the members of Mercosur conducted with one another", "sold each other goods"
  if (is_trade_flow(series.flow) && parts_.ranks.empty() && contains("one another|each other|among themselves")) {
    const PartyMention* bloc = nullptr;
    const bool alone = std::ranges::all_of(parts_.parties, [&](const PartyMention& party) {
      if (party.name.bloc && party.by_name() && !bloc) bloc = &party;
      return party.anaphor || (bloc && party.name.code == bloc->name.code);
    });
    if (bloc && alone) {
      series.subjects = series.partners = {bloc->name.code};
      return;
    }
  }
  // "The countries of Mercosur exchanged goods worth $40 billion": with one another
  if (mention.bilateral && mention.verb && who.size() == 1 && lexicon_.is_bloc(who.front()) &&
      !p_.is_any(mention.head, "traded|trades")) {
    series.subjects = series.partners = who;
    return;
  }
  // "Relations between Peru and Chile -- both in APEC -- have grown, with trade reaching $4 billion"
  const bool of_ties = clauses_[clause].link == Link::with && between_.size() == 2 && series.flow == "trade" &&
                       contains("relations between|ties between|cooperation between|links between|exchanges between");
  if (mention.bilateral || of_ties || (mention.their && traders_of(clause).empty())) {
    if (const auto& two = !between_.empty() || series_in_sentence() ? between_ : d_.who.between;
        two.size() == 2 && who.size() < 2) {
      series.subjects = {two.front()}, series.partners = {two.back()};
      return turn_round(series, mention);
    }
    if (who.size() >= 2) {
      series.subjects = {who.front()};
      series.partners.assign(who.begin() + 1, who.end());
      return;
    }
    if (const auto two = two_named(mention.begin); mention.bilateral && !series_in_sentence() && two.size() == 2) {
      series.subjects = {two.front()}, series.partners = {two.back()};
      return turn_round(series, mention);
    }
    // "The minister met China's. Their trade, by ASEAN data, ...", where nothing is told yet: of the two named last
    if (mention.their && before.empty() && named_party(d_.who.latter))
      for (const auto& party : parts_.parties)
        if (!party.anaphor && party.begin < mention.begin && party.name.code != d_.who.latter) {
          series.subjects = {party.name.code}, series.partners = {d_.who.latter};
          return turn_round(series, mention);
        }
    const bool countries = two_countries(mention);
    auto pairs = before;
    pairs.push_back(&d_.about.first);
    for (const Series* one : pairs)
      if (one->is_pair() && (who.empty() || !one->other(who.front()).empty()) &&
          !(countries && (lexicon_.is_bloc(one->subject()) || lexicon_.is_bloc(one->partner())))) {
        series.subjects = one->subjects, series.partners = one->partners;
        series.two_sided = one->two_sided;  // "Peru's exports to Chile fell. Bilateral trade rose": as seen from Peru
        return turn_round(series, mention);
      }
    if (!d_.about.pair_subject.empty()) {
      series.subjects = {d_.about.pair_subject}, series.partners = {d_.about.pair_partner};
      return turn_round(series, mention);
    }
    // "Trade between the two countries rose", before either is named
    const EconomyCode& second = !d_.who.second.empty() ? d_.who.second : d_.who.counterpart;
    const bool traded = std::ranges::any_of(before, [](const Series* one) { return is_trade_flow(one->flow); });
    if (mention.bilateral && who.empty() && (!traded || d_.who.two) && !d_.who.main.empty() && !second.empty()) {
      series.subjects = {d_.who.main}, series.partners = {second};
      return turn_round(series, mention);
    }
    if (mention.bilateral && who.size() == 1) {
      series.subjects = who;
      const EconomyCode other = d_.who.main != who.front() ? d_.who.main : d_.who.second;
      if (!other.empty()) series.partners = {other};
      return;
    }
  }
  // "United Kingdom and India: trade in brief. Total trade was £47 billion": with one another.
  // "The EU-Canada trade deal delivers. Exports are up by 7 percent": so are they
  const bool of_pact = d_.who.titled == d_.who.treaty && has_direction(series.flow) && !mention.total;
  if (before.empty() && d_.who.titled.size() == 2 && !mention.foreign && (who.size() < 2 || who == d_.who.titled) &&
      !d_.about.first.known() && (series.flow == "trade" || series.flow == "two-way" || of_pact)) {
    series.subjects = {d_.who.titled.front()}, series.partners = {d_.who.titled.back()};
    series.two_sided = !of_pact;
    return;
  }
  // "It was followed by the EU with $13 billion in imports": of the same rank, the next one.
  if (const auto next = next_in_rank(mention.begin);
      !next.empty() && !before.empty() && named_party(before.front()->subject()) && object) {
    series.subjects = before.front()->subjects;
    series.partners = next;
    if (has_direction(before.front()->flow)) series.flow = before.front()->flow;
    return;
  }
  // Of those in a text on somebody's trade with others, or with the bloc that they are in: partners.
  const bool partners_here = !who.empty() && std::ranges::all_of(who, [&](const EconomyCode& code) {
    const Series& first = d_.about.first;
    const bool member = member_of(code, first.partner()) && named_party(first.subject()) && code != first.subject() &&
                        !d_.who.owners.contains(code);
    return member || d_.is_partner_here(code);
  });
  if ((object || own_agents(clause).size() == 2) && who.size() >= 2 && series.flow == "trade" && !partners_here) {
    series.subjects = {who.front()};  // "Peru and Chile plan to raise trade"
    series.partners.assign(who.begin() + 1, who.end());
    series.two_sided = true;
    return;
  }
  // "The US followed with imports of $5 billion": a partner, as those before.
  if (object && who.size() == 1 && ranks_partners(clause) && !before.empty() &&
      named_party(before.front()->subject()) && before.front()->subject() != who.front()) {
    series.subjects = {before.front()->subject()};
    series.partners = who;
    return;
  }
  // "In neighbouring Uganda, exports rose": its own
  if (const std::size_t begin = clauses_[clause].begin;
      who.size() == 1 && p_.is(begin, "in") && p_.is_any(begin + 1, "neighbouring|neighboring|nearby")) {
    series.subjects = who;
    return fill_partner(series, mention, clause);
  }
  // "Thailand was the exception, with exports down by 3 percent", in a text on Malaysia's
  const std::size_t does = clauses_[clause].link == Link::with && clauses_[clause].parent != Clause::none
                               ? clauses_[clauses_[clause].parent].verb
                               : clauses_[clause].verb;
  const bool own_doing = mention.verb || (does != Clause::none && p_.can(does, use::hold | use::trade_verb));
  if (object && !own_doing && is_trade_flow(series.flow) && partners_here) {
    series.subjects = {named_party(d_.reporter()) ? d_.reporter() : d_.about.first.subject()};
    series.partners = who;
    return;
  }
  if (object && !who.empty()) {
    series.subjects = {who.front()};
    return fill_partner(series, mention, clause);
  }
  // "Trade with Chile rose. Private firms imported and exported $9 billion of goods", in a text on the whole
  if (const Series& first = d_.about.first; !series.product.empty() && series.part && !series_in_sentence() &&
                                            first.partner() == world_total && named_party(first.subject())) {
    series.subjects = first.subjects, series.partners = first.partners;
    return;
  }
  for (const Series* one : before) {
    if (one->subject().empty()) continue;
    if (mention.total && !mention.bilateral &&
        !(one->is_pair() && (one->two_sided || (d_.about_pair() && series.flow == "trade")) && !mention.foreign &&
          !mention.of_region)) {
      series.doubtful = one->is_pair() && !mention.foreign;
      series.subjects = {one->subject()};
      series.partners = {world_total};
      series.two_sided = one->two_sided;
      turn_round(series, mention);
      series.two_sided = false;
      return;
    }
    if (one->partners.size() > 1) {
      series.subjects = {one->subject()};
      // "Trade with Laos and Brunei showed a surplus": with them; but not "..., while exports of cars rose", in a text
      // on trade with all
      const bool goods = !series.product.empty() && d_.about.first.partner() == world_total;
      series.partners = series_in_sentence() && !goods ? one->partners : std::vector{world_total};
      series.doubtful = true;
      return;
    }
    // With the whole before and a pair, or two pairs, "exports" could be those of either.
    series.doubtful =
        one->doubtful || (!series_in_sentence() && std::ranges::any_of(before, [&](const Series* other) {
          return other->known() && (other->subject() != one->subject() || other->partner() != one->partner());
        }));
    series.subjects = one->subjects, series.partners = one->partners;
    series.two_sided = one->two_sided;
    // ... with nobody, of "29 items with export value of over $1 billion"
    const bool of_things = one->flow.empty() && one->partner().empty() && !parts_.quantities.empty() &&
                           parts_.quantities.front().kind == QuantityKind::count;
    if ((series.partner().empty() || of_things) && is_trade_flow(series.flow)) series.partners = {world_total};
    return turn_round(series, mention);
  }
  // "The leaders of Peru and Chile agreed to raise trade": with one another
  if (const auto two = two_named(mention.begin); who.empty() && series.flow == "trade" && !mention.total &&
                                                 two.size() == 2 &&
                                                 lists_on(p_, parts_.parties[0], parts_.parties[1])) {
    series.subjects = {two.front()}, series.partners = {two.back()};
    series.two_sided = true;
    return;
  }
  if (!who.empty()) {
    series.subjects = {who.front()};
    return fill_partner(series, mention, clause);
  }
  const EconomyCode of_amounts = home_of_amounts(mention.end);
  series.doubtful = !named_party(of_amounts);
  series.subjects = {named_party(of_amounts)    ? of_amounts
                     : !d_.who.home.empty()     ? d_.who.home
                     : !d_.who.main.empty()     ? d_.who.main
                     : !d_.who.dateline.empty() ? d_.who.dateline
                                                : unnamed_party};
  series.partners = {world_total};
}

EconomyCode SentenceReader::home_of_amounts(std::size_t from) const {
  for (const auto& q : parts_.quantities)
    if (q.begin >= from && q.kind == QuantityKind::money) return lexicon_.home_of(q.unit);
  return {};
}

void SentenceReader::fill_subject(Series& series, std::size_t clause) {
  const EconomyCode with = series.partner();
  // Neither the partner itself nor a bloc that it belongs to.
  const auto fits = [&](const EconomyCode& code) {
    return named_party(code) && std::ranges::find(series.partners, code) == series.partners.end() &&
           !member_of(with, code);
  };
  for (const auto& code : agents(clause))
    if (fits(code) && !(code == unnamed_party && clauses_[clause].link == Link::with && named_party(d_.who.main))) {
      series.subjects = {code};
      return;
    }
  // "The bloc's trade with third countries", told by one of its members: the bloc's
  for (std::size_t i = clauses_[clause].begin; i < clauses_[clause].end; ++i)
    if (p_.match(i, "third countries") && lexicon_.is_bloc(d_.who.bloc) && member_of(d_.who.main, d_.who.bloc)) {
      series.subjects = {d_.who.bloc};
      return;
    }
  // not of a paragraph that has told its figures
  if (!series_in_sentence() && (d_.spoken_of_here() || d_.who.agent_only_named) && fits(d_.who.agent)) {
    series.subjects = {d_.who.agent};
    return;
  }
  for (const Series* one : context(clause, !series_in_sentence())) {
    const bool other_topic =
        !series_in_sentence() && fits(d_.about.first.subject()) && one->subject() != d_.about.first.subject();
    // "The EU recorded $9 billion in trade with Chile. Trade with Peru ...", in a text on Chile's
    if (one->is_pair() && one->partner() == d_.who.main && one->partner() == d_.about.first.subject() &&
        fits(one->partner())) {
      series.subjects = one->partners;
      return;
    }
    if (one->subject() == unnamed_party || fits(one->subject())) {
      series.subjects = {one->subject()};
      series.doubtful = one->doubtful || other_topic;
      return;
    }
    if (one->is_pair() && fits(one->partner())) {
      series.subjects = {one->partner()};
      series.doubtful = one->doubtful || other_topic;
      return;
    }
  }
  series.doubtful = true;
  for (const EconomyCode& code : {d_.other(with), d_.who.main, d_.who.second, d_.who.home, d_.who.dateline})
    if (fits(code)) {
      series.subjects = {code};
      return;
    }
  series.subjects = {unnamed_party};
}

void SentenceReader::fill_partner(Series& series, const MeasureMention& mention, std::size_t clause) {
  const EconomyCode own = series.subject();
  const bool trade = is_trade_flow(series.flow);
  if (mention.total) {
    series.partners = {world_total};
    return;
  }
  // "the United States, with whom Peru ran a surplus of $1 billion", "China, to which exports rose 4 percent"
  const std::size_t front = clauses_[clause].begin + (p_.is(clauses_[clause].begin, ",") ? 1U : 0U);
  if (p_.match_any(front, "with whom|with which|to which|from which"))
    if (const PartyMention* there = party_ending_at(parts_.parties, p_.is(front - 1, ",") ? front - 1 : front);
        there && !there->possessive && resolve(*there, false) != own) {
      series.partners = {resolve(*there, false)};
      return;
    }
  // "China led imports to Laos with $5 billion": from there
  if (const std::size_t verb = clauses_[clause].verb;
      trade && verb != Clause::none && verb < mention.begin && ranks_partners(clause))
    if (const auto who = own_agents(clause); who.size() == 1 && who.front() != own) {
      series.partners = who;
      return;
    }
  const auto before = context(clause, false);
  // "Vietnam's shipments grew", in a text on China's imports of durians: to China
  if (const Series& first = d_.about.first; d_.about_goods() &&
                                            p_.is_any(mention.head, "shipments|sales|deliveries|supplies|exports") &&
                                            first.flow != series.flow && first.subject() != own && !first.is_pair() &&
                                            named_party(first.subject()) && series.product.empty()) {
    series.partners = {first.subject()};
    return;
  }
  // "Our trade has just passed $46 billion", in a text on two: with one another.
  if (mention.subjects.size() == 1 && mention.subjects.front().speaker && series.flow == "trade" && d_.who.two &&
      !d_.who.second.empty() && d_.about.first.partner() != world_total &&
      (own == d_.who.main || own == d_.who.second)) {
    series.partners = {own == d_.who.main ? d_.who.second : d_.who.main};
    series.two_sided = true;
    return;
  }
  // "EAEU mutual trade": of its members with one another
  const bool group = lexicon_.is_bloc(own) || (mention.subjects.size() == 1 && mention.subjects.front().name.bloc);
  if (group && trade && among_members(p_, mention)) {
    series.partners = series.subjects;
    return;
  }
  if (mention.bilateral) {
    for (const Series* one : before)
      if (!one->other(own).empty()) {
        series.partners = {one->other(own)};
        return;
      }
    // "New Zealand's two-way trade", where no other is named: exports and imports
    const EconomyCode other = !d_.other(own).empty() ? d_.other(own) : d_.who.main != own ? d_.who.main : d_.who.second;
    if (!other.empty() || trade) series.partners = {other.empty() ? world_total : other};
    return;
  }
  // In a sentence on the trade of a pair, "China's exports" are those to the other one.
  for (std::size_t c = 0; c < scopes_.size(); ++c)
    for (const Series* one : {&scopes_[c].figure, &scopes_[c].topic})
      if (one->known() && !one->other(own).empty() && clauses_[c].link != Link::cause) {
        series.partners = {one->other(own)};
        return;
      }
  // "Thailand shipped 833,000 tonnes to China, while Vietnam supplied 737,000": to the same market.
  // "Exports of Peru to China rose 5 percent, those of Chile 3 percent"
  if (trade && (mention.verb || mention.again))
    for (std::size_t c = 0; c < scopes_.size(); ++c)
      if (const Series& one = scopes_[c].figure;
          one.is_pair() && one.flow == series.flow && one.other(own).empty() && clauses_[c].link != Link::cause) {
        series.partners = one.partners;
        return;
      }
  const bool of_the_whole =
      d_.about.topic.known() && d_.about.topic.subject() == own && d_.about.topic.partner() == world_total;
  // That of the paragraph.
  const EconomyCode here = d_.about.topic.other(own);
  const bool of_investment = d_.about.last.measure.starts_with("investment") && !d_.about_pair();
  if (trade && !here.empty() && !of_investment && here == d_.about.last.other(own)) {
    series.partners = {here};
    series.doubtful = d_.about.first.other(own) != here;
    return;
  }
  // And in a text that is about the pair, unless the paragraph is about the whole of its trade.
  // ... not "China is Peru's main partner", a headline above "Peru posted a surplus of $5 billion"
  const bool only_ranked =
      d_.about.only_titled && !result_.statements.empty() && result_.statements.back().kind == StatementKind::rank;
  if (trade && (d_.about.first.two_sided || d_.about_pair()) && !d_.about.first.other(own).empty() && !of_the_whole &&
      !only_ranked) {
    series.partners = {d_.about.first.other(own)};
    series.doubtful = true;
    return;
  }
  // "EU exports are up by 7 percent", below a title on its trade deal with Canada
  if (const auto& two = d_.who.treaty; trade && two.size() == 2 && two == d_.who.titled && !d_.about.first.known() &&
                                       (own == two.front() || own == two.back())) {
    series.partners = {own == two.front() ? two.back() : two.front()};
    series.doubtful = true;
    return;
  }
  // And in the sentence behind one, unless it is.
  const bool pair_before = d_.about.last.known() && !d_.about.last.other(own).empty() && d_.about.topic.known();
  if (pair_before && !of_the_whole && trade && series.product.empty() &&
      (d_.about.last.flow == "trade" || has_direction(d_.about.last.flow))) {
    series.partners = {d_.about.last.other(own)};
    series.doubtful = true;
    return;
  }
  if (!trade) return;
  series.partners = {world_total};
  series.doubtful = !of_the_whole && (!d_.other(own).empty() || !d_.about.first.other(own).empty());
}

}  // namespace tradewind
