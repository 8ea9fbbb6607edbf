// What a figure is of: the measure that governs it, a party or goods in the place of the last ones, a thing of its own.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

Series SentenceReader::series_of(std::size_t k) {
  const Quantity& q = parts_.quantities[k];
  const std::size_t clause = clauses_.at(q.begin);
  governor_begin_ = Clause::none;
  part_of_whole_ = one_of_many_ = false;
  if (const MeasureMention* right = governing_from_right(q, k)) {
    measure(*right);
    measures_read_.insert(right->head);
    governor_begin_ = q.begin;
    Scope& scope = scopes_[clause];
    if (clauses_.at(right->head) != clause) {
      const Scope& there = scopes_[clauses_.at(right->head)];
      scope.topic = there.topic, scope.topic_at = q.begin, scope.of_rank = false;
    }
    Series series = scope.topic;
    // "Tea worth $9 million and coffee worth $5 million were exported": each its own
    const bool each = right->verb && p_.is(q.begin - 1, "worth");
    if (each || ((right->verb || right->flow == "balance") && series.product.empty())) goods_before(series, q);
    if (right->verb && p_.match(q.end, "worth of")) worth_of(series, q);
    // "Foreign-invested firms accounted for $5 billion of total exports", "Peru made up $3 billion of Chile's trade"
    const std::size_t verb = clauses_[clause].verb;
    const bool told = heads_a_list(q) || (verb != Clause::none && verb < q.begin && p_.can(verb, use::compose));
    if (told && series.product.empty()) {
      if (!party_of_segment(series, segment_begin(k), q)) subject_of_segment(series, clause, segment_begin(k), q);
      scope.topic = series;
    }
    return series;
  }
  // "35 percent of its foreign trade, which stood at $15 billion", "outpacing imports, which rose 2 percent"
  if (clauses_[clause].link == Link::relative && !scopes_[clause].latest().known())
    for (const auto& mention : measures_)
      if (const std::size_t end = p_.is(mention.end, ",") ? mention.end + 1 : mention.end;
          end == clauses_[clause].begin) {
        const Scope& there = scopes_[clauses_.at(mention.head)];
        return there.topic.known() && there.topic_begin == mention.begin ? there.topic : series_of(mention);
      }
  // "accounting for 58 percent of the total, which increased by 2 percent": all of it
  if (const std::size_t begin = clauses_[clause].begin;
      clauses_[clause].link == Link::relative && p_.is(begin, "which") && !scopes_[clause].latest().known() &&
      p_.is(begin - 1, ",") && p_.ends_before_any(begin - 1, "of the total|of its total|of the country 's total")) {
    Series whole = inherited(clause);
    if (is_trade_flow(whole.flow) || whole.measure.starts_with("investment")) {
      whole.partners = {world_total};
      if (!part_said_.empty() && whole.product == part_said_) whole.product = whole_said_;
      return whole;
    }
  }
  const std::size_t from = segment_begin(k);
  const Scope& scope = scopes_[clause];
  if (tells_of_two_ && std::ranges::any_of(measures_, [](const auto& one) { return one.flows.size() == 2; }))
    if (Series of = scope.latest().known() ? scope.latest() : inherited(clause); one_of_two_amounts(of, q)) return of;
  const bool bracketed =
      p_.is(q.begin - 1, "(") || (p_.is_any(q.begin - 1, "minus|up|down|+") && p_.is(q.begin - 2, "("));
  if (scope.topic.known() && scope.topic_at >= from && !bracketed) {
    governor_begin_ = scope.topic_begin;
    // "exports were dominated by gold bars $43 million", "the largest import was oil, at $5 billion"
    Series series = scope.topic;
    whole_product_ = series.product;
    // "The top three markets were Japan, $9 million; Korea, $7 million": each its own
    if (scope.of_rank && series.partners.size() > 1) party_of_segment(series, from, q);
    if (series.product.empty() && !scope.of_rank && !worth_of(series, q) && !goods_before(series, q))
      goods_of_a_front(series, clause, q);
    if (!scope.of_rank) party_behind_verb(series, q);
    if (!scope.of_rank && clauses_[clause].link == Link::relative && series.partner() == world_total)
      antecedent(series, clause);
    return series;
  }
  // "Following an 11.5 percent decline in February, exports rose", "Compared with April (€5 billion), the surplus
  // narrowed": of what the sentence comes to.
  if (!scope.latest().known() && clause <= 1 && !series_in_sentence() &&
      (q.kind == QuantityKind::percent || bracketed) &&
      (p_.is_any(p_.begin(), "following|after|compared") ||
       (p_.can(p_.begin(), use::gerund) && !(clauses_[clause].verb > p_.begin() && clauses_[clause].verb < q.begin))))
    for (const auto& mention : measures_)
      if (mention.begin > q.end && clauses_.at(mention.head) != clause) return series_of(mention);
  Series series = scope.latest().known() ? scope.latest() : inherited(clause);
  if (!scope.latest().known() || p_.ends_before(q.begin, "a total of")) flow_again(series, clause, q);
  if (!scope.latest().known() && series.product.empty() && is_trade_flow(series.flow))
    series.product = goods_in_front(clause);
  // "Fuels (13 percent) led the rise in Chile's exports": of what the sentence comes to
  if (bracketed && !series.known())
    for (const auto& mention : measures_)
      if (const std::size_t begin = p_.before_the(mention.begin);
          begin > q.end && p_.is(begin - 1, "in") && p_.can(begin - 2, use::change_noun) && !series.known())
        series = series_of(mention);
  // "The total was $40 billion, of which $20 billion was with ASEAN": with all
  if (const Quantity* part = parts_.quantity_at(p_.match(q.end, ", of which"));
      part && series.is_pair() && is_trade_flow(series.flow) && p_.match_any(part->end, "was with|were with|with"))
    series.partners = {world_total};
  // "Peru took 5 percent more of its goods, but sold 3 percent less": sold to the one that the text is about
  if (const std::size_t verb = clauses_[clause].verb; clauses_[clause].link == Link::shared && verb < q.begin &&
                                                      p_.can(verb, use::buy) != p_.can(verb, use::sell) &&
                                                      has_direction(series.flow) && series.subject() == d_.reporter() &&
                                                      series.is_pair() && agents(clause) == series.partners)
    series.flow = p_.can(verb, use::buy) ? "exports" : "imports";
  whole_product_ = series.product;
  if (tells_of_two_ && one_of_two_amounts(series, q)) return series;
  // "The line has cut freight costs in Laos by 20 percent": of the costs
  if (std::size_t verb = clauses_[clause].verb;
      verb != Clause::none && verb < q.begin && p_.is(q.begin - 1, "by") && !scope.latest().known()) {
    while (verb < q.begin && p_.can(verb, use::auxiliary)) ++verb;
    const std::size_t object = noun_phrase_end(parts_, verb + 1);
    if (p_.can(verb, use::direction) && object > verb + 1 && object < q.begin &&
        parts_.owner(object - 1).kind == PartKind::none && !in_measure(verb + 1, object) &&
        (p_.can(object - 1, use::thing) || p_.is_any(object - 1, "costs|time|times|tariffs|duties"))) {
      Series thing;
      thing.measure = noun_words(parts_, p_.skip_the(verb + 1), object);
      thing.subjects = d_.who.carrier.empty() ? series.subjects : std::vector{d_.who.carrier};
      return thing;
    }
  }
  if (worth_of(series, q)) return party_of_segment(series, from, q), series;
  if (earned_from(series, q) || economy_before(series, q)) return series;
  if (thing_behind(series, q) || party_of_segment(series, from, q) || next_of_its_kind(series, from, q)) return series;
  // "Singapore, the largest recipient, registered an 8 percent increase"
  if (series.flow == "inward" && !named_party(series.partner()) && !series_in_sentence())
    if (const auto who = clauses_[clause].link == Link::relative ? agents(clause) : own_agents(clause);
        who.size() == 1) {
      // "French companies put in 25 times as much": from there; so is what "Japan stands at" in a text on Peru's
      const bool puts =
          p_.is_any(clauses_[clause].verb, "put|invested|poured|pumped|pledged") ||
          (named_party(series.subject()) && !lexicon_.is_bloc(series.subject()) && who.front() != series.subject());
      (puts ? series.partners : series.subjects) = who;
    }
  if (series.flow == "balance" && !series_in_sentence() && goods_after_balance(series, clause, from, q)) return series;
  antecedent(series, clause);
  subject_of_segment(series, clause, from, q);
  // "Soya dominated sales, totalling $37.2 billion": of what the clause around is about.
  const Clause& here = clauses_[clause];
  if ((here.link == Link::participle || here.link == Link::with) && here.parent != Clause::none &&
      !scope.figure.known() && !part_of_whole_) {
    const Scope& around = scopes_[here.parent];
    const std::size_t verb = clauses_[here.parent].verb;
    if (!around.figure.known() && !around.subject.known() && !around.of_rank && verb != Clause::none) {
      const std::size_t begin = clauses_[here.parent].begin;
      if (series.flow != "balance" || !goods_after_balance(series, here.parent, begin, q))
        subject_of_segment(series, here.parent, begin, q);
    }
  }
  if (!part_of_whole_) goods_before(series, q);
  // "Muse traded most, with $5 billion, followed by Lweje with $4 billion": one place after the other
  if (!series.region.empty() && series.region == series.product) {
    const std::size_t end = p_.is_any(q.begin - 1, "with|at|(") ? q.begin - 1 : q.begin;
    std::size_t name = end;
    while (name > from && p_.capital(name - 1) && p_.token(name - 1).uses == 0 &&
           parts_.owner(name - 1).kind == PartKind::none)
      --name;
    if (name < end && p_.is_any(name - 1, "by|of|,|and")) series.region = series.product = slice(name, end);
  }
  // "Transport equipment ranked third with a 10 percent share": what the rank is said of.
  // "As the war between the world's two largest economies drags on, exports rose 3 percent to $64 billion": of exports
  const auto ranked = [&](const RankMention& rank) {
    return rank.end <= q.begin && clauses_.at(rank.begin) == clause && rank.begin > clauses_[clause].begin &&
           std::ranges::none_of(measures_, [&](const MeasureMention& m) {
             return m.begin >= rank.end && m.head < q.begin && clauses_.at(m.head) == clause;
           });
  };
  const bool told = scope.of_rank && !series.product.empty() && series.product == scope.topic.product;
  if (!part_of_whole_ && !told && std::ranges::any_of(parts_.ranks, ranked))
    subject_of_segment(series, clause, clauses_[clause].begin, q);
  return series;
}

bool SentenceReader::subject_of_segment(Series& series, std::size_t clause, std::size_t from, const Quantity& q) {
  // "Trade has grown since relations were established in 1991, from $8 billion": not of the relations.
  if (p_.is(clauses_[clause].begin, "since") && p_.is_any(q.begin - 1, "from|to")) return false;
  const Link link = clauses_[clause].link;
  const bool bracketed = link == Link::brackets &&
                         (p_.is(q.begin - 1, "(") || (p_.is_any(q.begin - 1, "up|down|+") && p_.is(q.begin - 2, "(")));
  std::size_t begin = 0, end = 0;
  if (bracketed) {
    // "chemicals (10.4 per cent), petroleum products (10.2 per cent)": what stands before the brackets.
    end = p_.is(q.begin - 1, "(") ? q.begin - 1 : q.begin - 2;
    if (p_.is(end - 1, ")") && p_.is(end - 3, "(")) end -= 3;  // "natural gas (LNG) ("
    if (parts_.owner(end - 1).kind != PartKind::none || !p_.is_word(end - 1)) return false;
    begin = goods_begin(parts_, clauses_, end);
    while (begin < end && p_.is(begin, "by")) ++begin;
    if (p_.is(begin - 1, "among")) return false;  // "first among import suppliers ($27 billion)"
    if (std::ranges::any_of(measures_, [&](const MeasureMention& m) { return m.head >= begin && m.head < end; }))
      return false;
  } else {
    std::tie(begin, end) = subject_phrase(clause, from, q.begin);
  }
  if (begin >= end) return false;
  // "The figure marks an increase of 5 percent"
  if (p_.can(end - 1, use::noun_too) && p_.can(end, use::determiner) &&
      (p_.can(end - 2, use::figure_noun | use::pronoun) || end == begin + 1))
    return false;
  for (std::size_t i = begin; i < end; ++i)
    if (parts_.is(i, PartKind::party) && !parts_.party_at(i)->possessive &&
        parts_.party_at(i)->name.role != NameRole::demonym)
      return false;
  if (in_measure(begin, end)) return false;
  while (end > begin + 1 &&  // "crude oil earning only $5 billion"
         p_.is_any(end - 1, bracketed ? AnyOf("-") : AnyOf("-|earning|fetching|totalling|totaling|reaching")))
    --end;
  std::size_t head = end - 1;
  while (head > begin && p_.can(head, use::participle | use::adjective) && !p_.can(head, use::goods | use::thing))
    --head;
  // "the highest ever, after $2 billion", "$7 billion out of a total of $25 billion"
  if (p_.is(head, "'s") || p_.ends_before_any(head, "as a|as the") || p_.is_any(head, "ever|out") ||
      (bracketed && p_.can(head, use::adverb)))
    return false;
  // "Services accounted for 48 percent, the primary sector for 31 percent"
  const bool shares = clauses_[clause].verb == Clause::none && (p_.is(q.begin - 1, "for") || link == Link::gapped) &&
                      q.kind == QuantityKind::percent && last_percent_ == StatementKind::share &&
                      !series.product.empty();
  if (head == begin && !shares && p_.can(head, use::gerund) && !p_.can(head, use::goods | use::thing | use::traders))
    return false;
  // "The study showed 95 percent of ...", "The bank puts re-exports at 5 percent of": who tells
  const std::size_t verb = clauses_[clause].verb;
  if (!bracketed && verb != Clause::none && verb < q.begin && !p_.can(head, use::goods | use::traders) &&
      ((p_.is_any(verb, "put|puts") && !p_.can(verb - 1, use::be)) ||
       (p_.can(verb, use::say) && !p_.can(verb, use::hold | use::reach))))
    return false;
  // "Equity capital made up $8 billion of it": a kind of investment
  if (series.flow == "inward" && q.kind != QuantityKind::count &&
      p_.is_any(head, "capital|instruments|loans|earnings") && head > begin &&
      !p_.is_any(head - 1, "foreign|registered|investment|total")) {
    series.product = noun_words(parts_, begin, end);
    return part_of_whole_ = true;
  }
  if (p_.is(head, "stock") && series.measure.starts_with("investment")) {
    series.measure = "investment_stock";
    return true;
  }
  // "Applications rose 64 percent to 1,400 projects": their number
  const auto next = static_cast<std::size_t>(&q - parts_.quantities.data()) + 1;
  const bool of_number = next < parts_.quantities.size() && parts_.quantities[next].kind == QuantityKind::count &&
                         p_.is(parts_.quantities[next].first - 1, "to");
  if (series.measure.starts_with("investment") && q.kind != QuantityKind::count && !of_number &&
      p_.is_any(head, "projects|applications|proposals|approvals|realization|realisation")) {
    // "Manufacturing projects made up 65 percent of the investment"
    if (verb == Clause::none || !p_.can(verb, use::compose | use::bring) || head == begin ||
        !(p_.can(head - 1, use::traders | use::goods) || p_.is(head - 1, "manufacturing")))
      return false;
    series.product = noun_words(parts_, begin, head);
    return part_of_whole_ = true;
  }
  const bool invested = series.measure.starts_with("investment") && (shares || p_.can(head, use::goods | use::traders));
  const bool trade = (is_trade_flow(series.flow) || invested) && series.known();
  const bool of_things = p_.is(end, "of") && p_.can(head, use::value_noun | use::figure_noun) && !bracketed &&
                         !parts_.is(p_.can(end + 1, use::determiner) ? end + 2 : end + 1, PartKind::quantity);
  // "The economy contracted 6 percent"
  if (p_.is_any(head, "economy|economies") && verb != Clause::none && p_.can(verb, use::direction) &&
      q.kind == QuantityKind::percent) {
    Series economy;
    economy.measure = "gdp";
    economy.subjects = series.subjects;
    series = std::move(economy);
    return true;
  }
  // "The government is aiming for $5 billion", "officials expect about $5 billion", "a poll had forecast $5 billion":
  // of what the text is on
  const bool wishes = p_.can(head, use::source) ||
                      p_.is_any(head, "government|cabinet|authorities|poll|survey|economists|analysts|consensus") ||
                      (head > begin && p_.can(head - 1, use::source));
  // "Retail sales rose 3 percent": of no trade abroad
  const bool at_home = p_.is(head, "sales") && head > begin && p_.is_any(head - 1, "retail|home|domestic|wholesale");
  // "The unemployment rate was 4 percent": a rate of its own
  const bool own_rate = p_.can(head, use::rate_noun) && head > begin &&
                        (p_.can(head - 1, use::thing) || p_.is_any(head - 1, "interest|exchange|jobless|poverty"));
  // "Exports fell and imports rose. Copper sales dropped": of the exports
  if (p_.is(head, "sales") && !at_home && series.flow == "imports" &&
      std::ranges::any_of(told_lately(4), [](const Statement& told) { return told.flow == "exports"; }))
    series.flow = "exports";
  const bool stands_for =
      wishes ||
      p_.can(head, use::pronoun | use::change_noun | use::share_noun | use::rate_noun | use::place | use::source |
                       use::determiner | use::company | use::ordinal | use::up | use::down) ||
      (p_.can(head, use::value_noun | use::figure_noun) && !of_things && !of_number && !at_home) ||
      p_.is_any(head, "year|period|time|month|quarter|week|day|level|levels|numbers");
  // "Private firms' share rose to 53 percent": theirs
  if (p_.can(head, use::share_noun) && p_.is_any(head - 1, "'|'s") && head > begin + 1 && trade &&
      p_.can(head - 2, use::traders | use::goods)) {
    series.product = noun_words(parts_, begin, head - 1);
    return part_of_whole_ = true;
  }
  // "The tea earnings fell": of tea
  if (stands_for && p_.can(head, use::value_noun) && head > begin && p_.can(head - 1, use::goods) &&
      (series.flow == "exports" || series.flow == "imports") && !bracketed) {
    series.product = noun_words(parts_, begin, head);
    return part_of_whole_ = true;
  }
  if (stands_for && !own_rate && !p_.can(head, use::goods | use::traders)) return false;
  std::size_t first = begin;  // behind adjectives that say nothing of it
  while (first < end && !p_.is_any(first + 1, "-|estate") &&
         (p_.can(first, use::determiner) || parts_.owner(first).kind != PartKind::none || p_.is(first, "'s") ||
          says_nothing_of_goods(p_, first)))
    ++first;
  std::string words = noun_words(parts_, first, end);
  if (goods_again(words) && trade) words = goods_named(clause);  // "The industry saw a decline"
  // "Sales of ships jumped"
  if (std::size_t behind = end; of_things && trade && p_.is_any(head, "sales|value|deliveries"))
    if (std::string sold = goods_at(parts_, end + 1, behind); !sold.empty() && !goods_again(sold))
      return take_goods(series, std::move(sold));
  if (of_things) {
    std::size_t k = end;
    while (p_.inside(k) && k < q.begin && !carries_clause(parts_, k) && k < end + 8) {
      if (p_.is_word(k) && !p_.can(k, use::determiner)) words += " " + std::string(p_.word(k));
      ++k;
    }
  }
  // "Sales of ships jumped": exports of ships
  if (of_things && trade && words.starts_with("sales of ")) words.erase(0, std::string_view("sales of ").size());
  if (words.starts_with("number of ")) words.erase(0, std::string_view("number of ").size());
  if (bracketed && generic_goods(words) && p_.is(begin - 1, "other")) words = "other " + words;
  // "Services were $37 billion": the one half of what the text has counted together
  if (trade && is_trade_flow(series.flow) &&
      (words == "services" || (words == "goods" && series.measure == "goods_and_services_trade")))
    return take_goods(series, words);
  if (words.empty() || (generic_goods(words) && trade)) return false;
  governor_begin_ = begin;
  // Exports of a product, imports by a kind of firm: a part of the trade that the text speaks of.
  const bool verbless = clauses_[clause].verb == Clause::none;
  // "Japan led with $2 billion. Real estate drew $3 billion and the retail sector $1 billion": sectors, from all
  const bool draws = verb != Clause::none && verb < q.begin &&
                     (p_.can(verb, use::draw) || (p_.can(verb, use::auxiliary) && p_.can(verb + 1, use::draw)));
  if (draws && series.flow == "inward" && series.measure.starts_with("investment") && !d_.about_pair())
    series.partners = {world_total};
  if (trade && q.kind != QuantityKind::count && p_.can(head, use::traders)) {
    d_.traders = words;
    // "Exports and imports totalled $9 billion. Imports rose. Private firms contributed half": of both
    if ((series.flow == "exports" || series.flow == "imports") && !series_in_sentence())
      for (const Series* one : {&d_.about.first, &d_.about.topic})
        if (one->flow == "trade" && one->subject() == series.subject() && p_.match(q.end, ", or"))
          series.flow = "trade";
    series.product = words;
    part_of_whole_ = true;
    return true;
  }
  if (series.measure.starts_with("investment") && q.kind != QuantityKind::count &&
      (draws || (verbless && !series.product.empty() && link == Link::gapped))) {
    series.product = words;
    return part_of_whole_ = true;
  }
  const bool plural = p_.word(head).ends_with('s') && !p_.can(head, use::thing) && !at_home;
  const bool beside_goods = !series.product.empty() && !p_.can(head, use::thing) && !p_.capital(head) &&
                            scopes_[clause].latest().known() == false && series_in_sentence() && !of_things;
  const bool of_change = !verbless && p_.can(clauses_[clause].verb, use::direction);
  const bool of_a_flow = series.flow == "exports" || series.flow == "imports";
  // "Motor spirit, the most imported product, was valued at $5 billion"
  bool so_called = false;
  for (std::size_t i = end; p_.is(end, ",") && i < (verbless ? q.begin : clauses_[clause].verb) && !so_called; ++i)
    so_called = p_.is_any(i, "product|commodity|item|export|import");
  if (so_called && trade && of_a_flow && !series_in_sentence()) series.partners = {world_total};
  const bool goods = p_.can(head, use::goods) || beside_goods || shares || so_called ||
                     (plural && (of_a_flow || !series.product.empty()) &&
                      (verbless || bracketed || of_change || !series.product.empty()));
  if (trade && series.flow != "balance" && q.kind != QuantityKind::count && goods) {
    return take_goods(series, words);
  }
  if (trade && series.flow == "balance" && p_.can(head, use::traders | use::goods)) {
    series.product = words;
    return true;
  }
  if (verbless && !of_things && !at_home && !p_.can(head, use::thing)) return false;
  // "Muse topped the border posts with $5 billion": a place that the trade goes through
  bool name = trade && q.kind == QuantityKind::money && (series.product == "border" || contains("border|checkpoints"));
  for (std::size_t i = begin; i < end; ++i)
    name = name && p_.capital(i) && p_.token(i).uses == 0 && parts_.owner(i).kind == PartKind::none;
  if (name) {
    series.region = series.product = std::string(slice(begin, end));
    return part_of_whole_ = true;
  }
  // "Johor recorded the highest value at $5 billion", of a country's investment: its part
  if (std::string place(slice(begin, end)); series.known() &&
                                            (is_trade_flow(series.flow) || series.measure.starts_with("investment")) &&
                                            q.kind != QuantityKind::count && d_.who.provinces.contains(place)) {
    series.region = series.product = std::move(place);
    return part_of_whole_ = true;
  }
  // "Copper, Chile's main export, rose 5 percent"
  if (so_called && !series.known() && p_.can(head, use::goods))
    for (std::size_t i = end + 1; p_.inside(i) && !p_.is(i, ","); ++i)
      if (p_.is_any(i, "export|import")) {
        series.flow = p_.is(i, "export") ? "exports" : "imports", series.measure = "goods_trade";
        const auto owner = std::ranges::find_if(
            parts_.parties, [&](const PartyMention& party) { return party.begin > end && party.end < i; });
        series.subjects = {owner != parts_.parties.end() ? resolve(*owner, true) : d_.who.main};
        series.partners = {world_total};
        series.product = words;
        return part_of_whole_ = true;
      }
  // "Coffee has earned Ethiopia $645 million"
  if (!series.known() && q.kind == QuantityKind::money && p_.can(head, use::goods) && named_party(d_.who.main) &&
      verb != Clause::none && verb < q.begin &&
      p_.is_any(p_.can(verb, use::auxiliary) ? verb + 1 : verb, "earned|earns|earn|fetched|fetches|fetch")) {
    series.flow = "exports", series.measure = "goods_trade";
    series.subjects = {d_.who.main}, series.partners = {world_total};
    series.product = words;
    return part_of_whole_ = true;
  }
  // A thing of its own, not the trade of the sentence before.
  Series thing;
  thing.measure = words;
  thing.subjects = series.subjects;
  if (!series.known() && named_party(d_.who.main))
    thing.subjects = {d_.who.event.empty() || d_.about.first.known() ? d_.who.main : d_.who.event};
  if (!d_.who.carrier.empty()) thing.subjects = {d_.who.carrier};
  for (const auto& party : parts_.parties)
    if (party.begin >= from && party.begin < q.begin && party.name.role != NameRole::agreement &&
        party.name.role != NameRole::capital)
      if (const auto code = resolve(party, true); !code.empty()) {
        thing.subjects = {code};
        break;
      }
  series = std::move(thing);
  return true;
}

}  // namespace tradewind
