// Whose what with whom: what a measure leaves out is found in its clause, the clauses around it and the text before.
#include <algorithm>
#include <utility>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::measure(const MeasureMention& mention) {
  // "the largest investor in Laos with over $5 billion invested in the country": the investment of the rank.
  if (mention.verb && mention.measure == "investment" && mention.subjects.empty())
    for (std::size_t c = clauses_.at(mention.head); c != Clause::none; c = clauses_[c].parent)
      if (scopes_[c].of_rank && scopes_[c].topic.measure == "investment") {
        Scope& here = scopes_[clauses_.at(mention.head)];
        here.topic = scopes_[c].topic;
        here.topic.measure = "investment_flow";
        here.topic_at = mention.head;
        return;
      }
  // "the largest importer, buying $7.7 billion of garments": the trade of the rank.
  if (mention.verb && has_direction(mention.flow) && mention.subjects.empty() &&
      own_agents(clauses_.at(mention.head)).empty())
    for (std::size_t c = clauses_.at(mention.head); c != Clause::none; c = clauses_[c].parent)
      if (scopes_[c].of_rank && clauses_[c].verb != mention.head &&
          (has_direction(scopes_[c].topic.flow) ||
           (scopes_[c].topic.flow == "trade" && p_.can(mention.head, use::gerund)))) {
        Scope& here = scopes_[clauses_.at(mention.head)];
        Series series = scopes_[c].topic;
        // "remained the biggest partner, buying 5 percent more": from the one whose partner it is
        if (series.flow == "trade") series.flow = mention.flow == "imports" ? "exports" : "imports";
        if (!mention.product.empty()) series.product = mention.product;
        here.topic = std::move(series);
        here.topic_at = mention.head;
        here.topic_begin = mention.begin;
        return;
      }
  // "Its share in China's total foreign trade rose to 11.9 percent": of the pair spoken of, in that whole; "Oil imports
  // rose 5 percent, and their share in total imports was 27 percent": of these goods
  if (mention.partners.empty() && p_.ends_before_any(p_.before_the(mention.begin), "share in|share of|shares in"))
    if (const std::size_t noun = p_.before_the(mention.begin) - 2; p_.is_any(noun - 1, "its|the|their")) {
      const auto near = series_in_sentence() ? context(clauses_.at(mention.head), false) : std::vector<const Series*>();
      const Series& goods = near.empty() ? d_.about.said : *near.front();
      const Series& told = goods.product.empty() || goods.flow != mention.flow ? d_.about.last : goods;
      const auto owners = resolve(mention.subjects, true);
      if (is_trade_flow(told.flow) && (told.is_pair() || &told == &goods) &&
          (owners.empty() || owners.front() == told.subject())) {
        Scope& here = scopes_[clauses_.at(mention.head)];
        here.topic = told;
        here.topic.flow = mention.flow;
        here.topic_at = mention.head;
        here.topic_begin = noun - 1;
        if (!here.subject.known()) here.subject = here.topic;
        return;
      }
    }
  // "China bought 5,000 tonnes of rice from Laos. The purchases were valued at $5 billion": those just told
  if (const Series& said = d_.about.said;
      mention.definite && p_.is_any(mention.head, "purchases|shipments|sales|deliveries") && mention.head_only &&
      mention.subjects.empty() && mention.partners.empty() && mention.from.empty() && !series_in_sentence() &&
      d_.spoken_of_here() && (said.flow == "exports" || said.flow == "imports") && mention.begin == p_.begin()) {
    Scope& here = scopes_[clauses_.at(mention.head)];
    here.topic = said;
    if (here.topic.measure == "quantity") here.topic.measure = "goods_trade";
    here.subject = here.topic;
    here.topic_at = mention.head;
    here.topic_begin = mention.begin;
    return;
  }
  // "Including additional capital, retail drew $5 billion": what is counted with the figures, not what they are of
  if (mention.begin <= p_.begin() + 4 && p_.is(p_.begin(), "including") && p_.is(mention.end, ",")) return;
  // "Exports of chips, the country's main export item, fell", "Coffee, the second-largest farm export, earned $5
  // billion": says what they are
  if (p_.is(mention.end, ",") && !mention.verb &&
      p_.is_any(mention.end - 1, "item|product|earner|category|commodity|export|import")) {
    constexpr std::size_t longest = 6;
    for (std::size_t k = mention.begin; k > p_.begin() + 1 && mention.begin - k < longest; --k)
      if (p_.is(k - 1, ",")) return;
  }
  // "faster than exports", "compared with imports of $5 billion": what is compared with, unless a figure is of it.
  const bool compared = p_.ends_before_any(p_.before_the(mention.begin), "than|outpacing|outpaced");
  const bool figure_behind =
      parts_.is(mention.end, PartKind::quantity) ||
      (p_.is_any(mention.end, "of|at|(|worth") && parts_.is(mention.end + 1, PartKind::quantity));
  const bool divides = std::ranges::any_of(measures_, [&](const MeasureMention& m) {  // "the ratio of A to B"
    return p_.is(mention.begin - 1, "to") && m.head + 2 == mention.begin && p_.ends_before(m.head, "ratio of");
  });
  if ((compared || divides) && !figure_behind) return;
  // "Imports were commodities for exports": says what they are for.
  if (mention.head_only && p_.is(mention.begin - 1, "for") && !figure_behind && series_in_sentence()) return;
  // "a surplus of $15 billion in trade with the rest of the world": with whom, of the balance.
  if (mention.flow == "trade" && p_.is_any(p_.before_the(mention.begin) - 1, "in|on"))
    for (const auto& q : parts_.quantities) {
      constexpr std::size_t longest_owner = 10;  // "a surplus of $15 billion for the euro area (EA19) in trade with"
      const bool owned = p_.is(q.end, "for") && q.end < mention.begin && mention.begin - q.end < longest_owner;
      if ((q.end + 1 != p_.before_the(mention.begin) && !owned) || q.kind != QuantityKind::money) continue;
      Scope& here = scopes_[clauses_.at(q.begin)];
      if (here.latest().flow != "balance") continue;
      const Series with = series_of(mention);
      for (Series* one : {&here.topic, &here.figure})
        if (one->flow == "balance" && (mention.total || !mention.partners.empty())) one->partners = with.partners;
      return;
    }
  const std::size_t clause = clauses_.at(mention.head);
  // "China was the top source of foreign investment, with $5 billion": of what the rank is
  if (const std::size_t of = p_.before_the(mention.begin) - 1;
      p_.is(of, "of") && parts_.is(of - 1, PartKind::rank) && mention.measure == "investment" &&
      scopes_[clause].of_rank && scopes_[clause].topic.measure == "investment") {
    scopes_[clause].topic.measure = "investment_flow";
    return;
  }
  // "The largest surplus was recorded in trade with Japan, at $5 billion", "came from trade with Japan": with whom,
  // again
  if (Scope& here = scopes_[clause];
      mention.flow == "trade" && here.subject.flow == "balance" && !here.figure.known() &&
      p_.is_any(p_.before_the(mention.begin) - 1, "in|on|from|by") && !mention.partners.empty() &&
      (mention.subjects.empty() || resolve(mention.subjects, true) == here.subject.subjects)) {
    here.topic = here.subject;
    here.topic.partners = resolve(mention.partners, false);
    here.topic_at = mention.head;
    here.topic_begin = mention.begin;
    return;
  }
  // "Imports of cars led the increase in total imports, up 31 percent": the figure is of what led.
  const std::size_t begin = p_.before_the(mention.begin);
  if (!figure_behind && scopes_[clause].subject.known() && !scopes_[clause].subject.product.empty() &&
      p_.is(begin - 1, "in") && p_.can(begin - 2, use::change_noun))
    return;
  Scope& scope = scopes_[clause];
  // "The trade balance on goods and services was a surplus of $5 billion": the same balance, and which way
  if (mention.flow == "balance" && mention.subjects.empty() && mention.partners.empty() && mention.product.empty() &&
      scope.subject.flow == "balance" && scope.topic_begin < mention.begin && p_.is(mention.begin - 1, "a") &&
      p_.can(mention.begin - 2, use::be | use::hold)) {
    scope.topic = scope.subject;
    scope.topic.sign = mention.sign;
    scope.topic_at = mention.head;
    return;
  }
  Series series = series_of(mention);
  if (!scope.topic.known() && (clauses_[clause].verb == Clause::none || mention.head < clauses_[clause].verb))
    scope.subject = series;
  if (clauses_[clause].link != Link::cause) d_.mention(series, !mention.product.empty());
  if (series.partners.size() > 1) d_.enumerate(series.partners);
  if (!series.region.empty()) d_.about.region_paragraph = d_.paragraph;
  scope.topic = std::move(series);
  scope.topic_at = mention.head;
  scope.topic_begin = mention.begin;
  scope.of_rank = false;
}

Series SentenceReader::series_of(const MeasureMention& mention) {
  const std::size_t clause = clauses_.at(mention.head);
  if (mention.definite && mention.head_only && mention.subjects.empty() && mention.partners.empty() &&
      mention.product.empty() && !mention.total)
    if (auto weighed = worth_of_weighed(); weighed && weighed->flow == mention.flow) return *weighed;
  Series series;
  series.flow = mention.flow;
  series.measure = mention.measure;
  series.product = mention.product;
  series.flows = mention.flows;
  series.cumulative = mention.cumulative;
  series.sign = mention.sign;
  series.two_sided = mention.neutral || mention.bilateral;
  series.subjects = resolve(mention.subjects, true);
  series.partners = resolve(mention.partners, false);
  if (!mention.from.empty()) {
    // Imports from there, in a text on somebody else's; else its exports.
    const auto origin = resolve(mention.from, false);
    const auto before = context(clause, !series_in_sentence());
    if (series.flow == "imports") {
      series.partners = origin;
    } else if (series.flow == "exports" && !before.empty() && !origin.empty() &&
               before.front()->subject() != origin.front() && !before.front()->subject().empty() &&
               before.front()->subject() != world_total) {
      series.flow = "imports";
      series.partners = origin;
    } else {
      series.subjects = origin;
    }
  }
  // "Trade within APEC grew, that with the rest of the world, too": with all others; of a union that is its trade
  if (mention.total && p_.ends_before(mention.end, "rest of the world"))
    for (const Series* one : context(clause, !series_in_sentence()))
      if (const Bloc* bloc = lexicon_.world().bloc(one->subject());
          bloc && bloc->kind != "union" && one->partner() == one->subject() &&
          (series.subjects.empty() || series.subjects == one->subjects))
        series.subjects = one->subjects, series.partners = {unnamed_party};
  // "Chinese imports", in a text on Brazil's trade with China: those from China.
  const bool made_by = mention.flow == "imports" && mention.subjects.size() == 1 && mention.partners.empty() &&
                       mention.subjects.front().name.role == NameRole::demonym && !mention.subjects.front().possessive;
  if (made_by && d_.about.first.is_pair() && !d_.about.first.two_sided &&
      series.subject() == d_.about.first.partner()) {
    series.partners = series.subjects;
    series.subjects = {d_.about.first.subject()};
  }
  // ... "U.S. imports from Mexico rose 5 percent, Chinese imports fell"
  if (made_by && (series_in_sentence() || d_.spoken_of_here()))
    if (const auto near = context(clause, false);
        !near.empty() && near.front()->flow == "imports" && near.front()->is_pair() &&
        near.front()->subject() == d_.about.first.subject() && near.front()->subject() != series.subject()) {
      series.partners = series.subjects;
      series.subjects = near.front()->subjects;
    }
  // ... "Mexican exports to the U.S. rose, while Chinese imports fell", in a text on what the U.S. buys
  if (made_by && series_in_sentence() && series.partners.empty())
    if (const auto near = context(clause, false);
        !near.empty() && near.front()->flow == "exports" && near.front()->is_pair() &&
        near.front()->partner() == d_.about.first.subject() && near.front()->partner() != series.subject())
      series.partners = std::exchange(series.subjects, near.front()->partners);
  std::erase_if(series.partners, [&](const EconomyCode& code) {
    return code == series.subject() && code != world_total && series.partners.size() > 1;
  });
  // "Its exports to the EU": nobody trades with himself.
  if (mention.subjects.size() == 1 && mention.partners.size() == 1 && mention.subjects.front().anaphor &&
      !mention.partners.front().anaphor && series.subject() == series.partner()) {
    series.subjects.clear();
    for (const Series* one : context(clause, false))
      if (series.subjects.empty() && !one->other(series.partner()).empty())
        series.subjects = {one->other(series.partner())};
    if (series.subjects.empty() && !d_.other(series.partner()).empty()) series.subjects = {d_.other(series.partner())};
  }
  if (mention.subjects.size() == 1 && mention.partners.size() == 1 && mention.partners.front().anaphor &&
      mention.subjects.front().begin != mention.partners.front().begin &&  // not "trade within the region"
      series.subject() == series.partner()) {
    series.partners.clear();
    for (const Series* one : context(clause, false))
      if (series.partners.empty() && !one->other(series.subject()).empty())
        series.partners = {one->other(series.subject())};
    if (series.partners.empty() && !d_.other(series.subject()).empty()) series.partners = {d_.other(series.subject())};
  }
  // "Chinese investment in Laos rose. China invested $5 billion in the country"
  if (mention.verb && mention.subjects.empty() && mention.partners.size() == 1 && mention.partners.front().anaphor &&
      series.partners == agents(clause))
    for (const Series* one : context(clause, false))
      if (const EconomyCode other = one->other(series.partner()); named_party(other)) {
        series.subjects = std::exchange(series.partners, {other});
        break;
      }
  if (mention.subjects.size() == 1 && mention.subjects.front().pronoun && series.partners.empty() &&
      ranks_partners(clause))
    for (const Series* one : context(clause, false))
      if (named_party(one->subject()) && one->subject() != series.subject() && one->flow == series.flow) {
        series.partners = series.subjects;
        series.subjects = {one->subject()};
        break;
      }
  if (!mention.subjects.empty() && !mention.subjects.front().anaphor && named_party(series.subject()))
    d_.who.owners.insert(series.subject());
  if (mention.region) series.region = mention.product;
  if (!mention.part_of_region.empty()) series.product += " " + mention.part_of_region;
  // "Guangxi's exports to ASEAN": its country's
  if (const EconomyCode country = country_of(d_.who.provinces, series.region);
      series.subjects.empty() && !country.empty())
    series.subjects = {country};
  // "World exports rose. Peru came first, followed by Chile, whose exports rose by 5 percent"
  if (d_.about.among_all && series.subjects.empty() && series.partners.empty() && p_.is(mention.begin - 1, "whose"))
    if (const auto who = agents(clause); who.size() == 1) series.subjects = who, series.partners = {world_total};
  if (mention.of_the_world && series.subjects.empty() && series.partners.empty()) {
    series.subjects = series.partners = {world_total};
    // "China's share in world exports", "the EU had the largest share of world trade": told of who has it
    const std::size_t begin = p_.before_the(mention.begin);
    if (p_.is_any(begin - 1, "in|of") && p_.can(begin - 2, use::share_noun)) {
      const PartyMention* owner = party_ending_at(parts_.parties, begin - 2);
      const auto who = owner ? std::vector{resolve(*owner, true)} : agents(clause);
      if (who.size() == 1) series.subjects = who, d_.about.among_all = d_.about.among_all || !d_.about.first.known();
    }
    return series;
  }
  if (series.partners.empty() &&
      p_.match_any(p_.is(mention.end, "signed") ? mention.end + 1 : mention.end,
                   "with these|with those|to these|to those|from these|from those|with the four|"
                   "with the three|with the two|with the five|to the three|to the four|to the five|from the three|"
                   "from the four|from the five|with them")) {
    // "Exports to the euro area rose 5%, imports from those countries 3%"
    const auto near = series_in_sentence() ? context(clause, false) : std::vector<const Series*>();
    const auto who = agents(clause);  // "Japan and Peru led, with exports to these markets up 5 and 3 percent"
    if (who.size() > 1 && has_direction(series.flow) && mention.subjects.empty())
      series.partners = who;
    else if (!near.empty() && (lexicon_.is_bloc(near.front()->partner()) || near.front()->partner() == unnamed_party))
      series.partners = near.front()->partners;
    else if (d_.who.list.size() > 1)
      series.partners = d_.who.list;
    else if (lexicon_.is_bloc(d_.about.last.partner()))
      series.partners = {d_.about.last.partner()};
  }
  // "Goods worth $5 billion were exported there", "Imports from there rose", "Deliveries in the other direction rose",
  // "They signed 30 contracts there"
  const bool of_projects = series.measure.starts_with("investment") || series.measure.starts_with("contracted");
  std::size_t behind = mention.end;
  while (of_projects && p_.can(behind, use::adverb | use::participle) && !p_.can(behind, use::direction)) ++behind;
  const bool back_there = ((mention.verb || of_projects) && p_.is(mention.end, "there")) ||
                          p_.match_any(behind,
                                       "from there|to there|in the other direction|in the opposite direction|"
                                       "in the reverse direction|the other way");
  if (series.partners.empty() && back_there && (has_direction(series.flow) || of_projects)) {
    auto pairs = context(clause, false);
    pairs.push_back(&d_.about.said);
    const auto pair = std::ranges::find_if(pairs, [](const Series* one) { return one->is_pair(); });
    // "The US was the top buyer of German goods. Goods worth $9 billion were exported there"
    const auto told = told_lately(1);
    if (!told.empty() && told.front().kind == StatementKind::rank && named_party(told.front().partner) &&
        result_.statements.size() == statements_before_)
      series.partners = {told.front().partner};
    else if (pair != pairs.end())
      series.partners = (*pair)->partners;
  }
  // "With China the country ran a deficit", "To Peru, exports rose"
  if (std::size_t end = 0, front = clauses_[clause].begin; series.partners.empty() && is_trade_flow(series.flow)) {
    while (p_.is_any(front, ",|;|and|but|while|whereas")) ++front;
    const bool leads = p_.is(front, "with") || (p_.is(front, "to") && series.flow == "exports") ||
                       (p_.is(front, "from") && series.flow == "imports");
    const auto list = leads ? party_list_at(p_, parts_.parties, front + 1, end) : std::vector<PartyMention>();
    // "with Peruvian exports up 5 percent and imports down 2 percent" names nobody to trade with
    if (!list.empty() && !list.back().possessive && list.back().name.role != NameRole::demonym &&
        !list.front().anaphor && end <= mention.begin &&
        (p_.is(end, ",") || p_.can(end, use::determiner | use::measure) || parts_.party_at(end)))
      series.partners = resolve(list, false);
  }
  // "The deficit with Peru widened, though the country as a whole booked a surplus": with all
  if (series.partners.empty() && !mention.bilateral && is_trade_flow(series.flow))
    for (const auto& party : parts_.parties)
      if (party.end <= mention.begin && clauses_.at(party.begin) == clause &&
          p_.match_any(party.end, "as a whole|overall|altogether"))
        series.partners = {world_total};
  // "Shipments, worth $3 billion in May, fell by 4 percent to Chile while rising 3 percent to Peru": those to all
  if (series.partners.empty() && has_direction(series.flow) && series.flow != "balance") {
    const PartyMention* first = nullptr;
    for (const auto& q : parts_.quantities)
      if (const PartyMention* there = q.begin > mention.end && p_.is(q.end, series.flow == "exports" ? "to" : "from")
                                          ? party_named_at(p_, parts_.parties, q.end + 1)
                                          : nullptr;
          there && q.kind == QuantityKind::percent && clauses_[clause].link == Link::main) {
        if (first && first->name.code != there->name.code) series.partners = {world_total};
        first = there;
      }
  }
  // "sold goods in the Chinese market"
  if (mention.verb && series.partners.empty() && series.flow == "exports")
    for (const auto& party : parts_.parties)
      if (party.begin > mention.head && clauses_.at(party.begin) == clause && p_.is(party.end, "market") &&
          p_.is_any(p_.before_the(party.begin) - 1, "in|on"))
        series.partners = {resolve(party, false)};
  // "Most exports went to Japan, to which goods worth $5 billion were exported"
  if (const std::size_t which = clauses_[clause].begin;
      series.partners.empty() && clauses_[clause].link == Link::relative) {
    // "Vietnam, with which trade rose 18 percent"
    const std::size_t with = p_.is(which + 1, "which") ? which : which - 1;
    if (p_.is_any(with, "to|from|with"))
      if (const PartyMention* party = party_ending_at(parts_.parties, p_.is(with - 1, ",") ? with - 1 : with))
        series.partners = {resolve(*party, false)};
  }
  // "turnover up 24.1%", "that with Vietnam": of the trade spoken of.
  if (mention.measure == "turnover") {
    series.measure = "goods_trade";
    series.flow = "trade";
    for (const Series* before : context(clause, !mention.again && !series_in_sentence())) {
      const bool again = mention.again && before->measure.starts_with("investment");
      if (!is_trade_flow(before->flow) && !before->measure.starts_with("contracted") && !again) continue;
      series.flow = again && mention.bilateral ? "two-way" : before->flow, series.measure = before->measure;
      if (mention.again) series.sign = before->sign;
      // "Trade rose 4 percent; exports were $5 billion. Chile accounted for 9 percent of turnover": of both ways
      if (!mention.again && !series_in_sentence() && d_.about.first.flow == "trade" && is_trade_flow(series.flow))
        series.flow = "trade";
      // "Exports to Chile rose, and imports from there fell. Those to Peru ...": exports
      if (mention.again && series.flow == "imports" && !mention.partners.empty() &&
          p_.is_any(mention.head + 1, "to|for"))
        series.flow = "exports";
      // "signed contracts worth $2 billion, while their turnover grew": what was done, not what was agreed
      if (!mention.again && series.measure == "contracted_projects_signed")
        series.measure = "contracted_projects_completed";
      if (series.product.empty() && !mention.again) series.product = traders_of(clause);  // "firms had a turnover of"
      if (series.product.empty()) series.product = before->product;
      // "Investments approved in Kenya came to $6 billion. Those from India doubled": into it
      if (again && series.flow.empty() && p_.is(mention.head + 1, "from")) series.flow = "inward";
      // "Inflows to Kenya fell, those to Uganda rose"
      if (again && series.flow == "inward" && series.subjects.empty() && p_.is_any(mention.head + 1, "to|into"))
        series.subjects = std::exchange(series.partners, {world_total});
      break;
    }
  }
  if (series.partners.empty() && !(mention.total && mention.flow == "inward" && !mention.subjects.empty()) &&
      (series.measure.starts_with("investment") || series.measure.starts_with("contracted"))) {
    auto there = where_to(mention);
    // "Chinese investors had projects in Vietnam with registered capital of $27 billion": into Vietnam.
    if (mention.flow == "inward" && series.subjects.empty() && there.size() == 1) {
      series.subjects = std::move(there);
      if (const auto who = agents(clause); who.size() == 1 && who != series.subjects) series.partners = who;
    } else {
      series.partners = std::move(there);
    }
  }
  // "Its turnover of contracted projects overseas", "newly signed contracts": with all, unless a country is named
  if (series.measure.starts_with("contracted") && series.partners.empty() && !mention.bilateral &&
      p_.is_any(mention.end, "overseas|abroad"))
    series.partners = {world_total};
  if (mention.measure == "investment" || mention.measure == "investment_stock") {
    if (agreed_at_event(mention, series)) return series;
    investment(mention, series);
  }
  if (goods_again(series.product)) series.product = goods_named(clause);
  if (series.product.empty() && p_.is(clauses_[clause].begin, "where")) {
    antecedent(series, clause), series.part = !series.product.empty();
    if (series.product.empty() && is_trade_flow(series.flow) && mention.subjects.empty())
      series.region = series.product = place_before(clauses_[clause].begin);
  }
  if (series.product.empty() && !mention.total && is_trade_flow(series.flow)) series.product = goods_in_front(clause);
  if (mention.their && series.product.empty()) {
    std::string firms = traders_of(clause);  // "Private firms saw their trade grow"
    if (firms.empty()) firms = d_.traders;
    if (!firms.empty()) series.of_all_flows = series.part = true;
    series.product = std::move(firms);
  }
  // "The manufacturing sector saw its FDI inflow drop", "... drew $5 billion of FDI"
  const std::size_t own_verb = clauses_[clause].verb;
  const bool drew = own_verb != Clause::none && own_verb < mention.begin && p_.can(own_verb, use::draw);
  const bool in_a_sector =
      series.flow == "inward" && (drew || (mention.subjects.size() == 1 && mention.subjects.front().pronoun));
  if (series.product.empty() && !mention.total && (is_trade_flow(series.flow) || in_a_sector))
    if (std::string firms = traders_of(clause); !firms.empty())
      series.product = std::move(firms), series.of_all_flows = series.part = true;
  // "2 million tonnes of rice were exported"
  if (series.product.empty() && mention.verb && p_.can(mention.head - 1, use::be))
    for (const auto& q : parts_.quantities)
      if (q.end <= mention.head && clauses_.at(q.begin) == clause && unit_of_goods(q.unit))
        series.product = goods_weighed(q, series);
  // ... but "farm goods, trade in which rose" is no kind of trade
  if (!series.product.empty() &&
      (series.flow == "trade" || mention.region || (uses_of(last_word(series.product)) & use::traders) != 0) &&
      !p_.is(mention.end - 1, "which"))
    series.of_all_flows = true;
  goods_or_services(series, mention, clause);
  partner_apart(series, mention, clause);
  // "Cambodia exported 650,000 tonnes of rice; of this, China imported 119,000": a part of what was told.
  const std::size_t opening = clauses_[clause].begin;
  if (const auto buyer = agents(clause);
      mention.verb && series.flow == "imports" && series.partners.empty() && buyer.size() == 1 &&
      (p_.match_any(opening, "of this|of that|of these|of which") ||
       p_.ends_before_any(opening, "of this ,|of that ,|of these ,|of which ,|of the total ,")))
    for (const Series* one : context(clause, false))
      if (one->flow == "exports" && one->subject() != buyer.front() && named_party(one->subject())) {
        series.flow = "exports";
        series.subjects = one->subjects, series.partners = buyer;
        if (series.product.empty()) series.product = one->product;
        return series;
      }
  // "Exports to Peru fell, those to Chile rose. In total, exports rose": to all, where several have been told
  if (series.partners.empty() && !mention.bilateral && is_trade_flow(series.flow) && !d_.about.others.empty() &&
      p_.match_any(clauses_[clause].begin, "in total ,|in all ,|all told ,"))
    series.partners = {world_total};
  // "Exports to Peru rose. In 2023, Chile earned $9 billion from exports": to all
  if (const std::size_t earns = clauses_[clause].verb; series.partners.empty() && series.flow == "exports" &&
                                                       earns != Clause::none && p_.is_any(earns, "earned|earns") &&
                                                       p_.is(p_.before_the(mention.begin) - 1, "from") &&
                                                       !(d_.about_pair() && d_.about.others.empty()))
    series.partners = {world_total};
  if (series.subjects.size() == 2 && series.partners.empty() && !mention.total &&
      (series.flow == "trade" || series.flow == "balance" || series.flow == "two-way")) {
    series.partners = {series.subjects.back()};
    series.subjects.pop_back();
    series.two_sided = true;
  } else if (buys_from_subject(series, mention, clause)) {
  } else if (series.subjects.empty() && series.partners.empty() && !mention.total && mentioned_before(series)) {
  } else if (series.subjects.empty() && series.partners.empty()) {
    fill_both(series, mention, clause);
  } else if (series.subjects.empty()) {
    fill_subject(series, clause);
  } else if (series.partners.empty()) {
    fill_partner(series, mention, clause);
  }
  // "Purchases from outside the bloc", "its exports to third countries", of a bloc: with the world
  if (series.partner() == unnamed_party && lexicon_.is_bloc(series.subject()))
    for (const auto* with : {&mention.partners, &mention.from})
      if (with->size() == 1 && p_.is_any(p_.skip_the(with->front().begin), "outside|third|non"))
        series.partners = {world_total};
  if (const EconomyCode bloc = rest_of_a_bloc(series); !bloc.empty()) series.partners = {bloc};
  // Nobody has a surplus with himself: "Trade within Mercosur rose. The bloc's surplus ..."
  if (series.flow == "balance" && named_party(series.subject()) && series.partner() == series.subject())
    series.partners = {world_total};
  // "ASEAN was the fourth-largest partner, its trade with China rising 5 percent", in a text on China's
  if (series.flow == "trade" && series.is_pair() && mention.subjects.size() == 1 && mention.subjects.front().pronoun &&
      series.partner() == d_.reporter() && d_.is_partner_here(series.subject()))
    std::swap(series.subjects, series.partners);
  // "Japan and Peru saw their trade with China grow by 5 and 3 percent"
  if (const auto who = mention.their && series.flow == "trade" ? agents(clause) : std::vector<EconomyCode>();
      who.size() > 1 && series.partner() == d_.reporter() &&
      std::ranges::all_of(who, [this](const EconomyCode& code) { return d_.is_partner_here(code); }))
    series.subjects = series.partners, series.partners = who;
  // "Taken together, the two invested $5 billion": neither of them alone
  if (p_.match_any(p_.begin(), "taken together ,|put together ,") && mention.partners.empty() && !mention.bilateral &&
      series.is_pair() && d_.about.last.partner() == series.partner())
    series.partners = {unnamed_party};
  if (mention.partners.empty() && has_direction(mention.flow) && mention.flow != "balance")
    other_way(series, clause, mention.begin, mention.end + 1);
  inherit_product(series, mention, clause);
  return series;
}

}  // namespace tradewind
