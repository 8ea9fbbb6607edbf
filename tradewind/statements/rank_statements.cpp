// "ASEAN was China's largest trading partner for the fifth straight year".
#include <algorithm>
#include <cmath>
#include <span>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::rank(const RankMention& mention) {
  if (mention.of_record) return rank_of_record(mention);
  const std::size_t clause = clauses_.at(mention.first > mention.begin ? mention.first : mention.begin);
  Scope& scope = scopes_[clause];
  Series series;
  series.flow = mention.flow;
  series.measure = mention.measure;
  series.product = mention.product == "nodx"        ? "non-oil domestic"
                   : generic_goods(mention.product) ? ""
                                                    : mention.product;
  if (goods_again(series.product)) series.product = goods_named(clauses_.at(mention.begin));
  if (series.product.empty()) series.product = goods_in_front(clause);
  // "the largest source", "the main destination", of what the text is about
  const bool on_investment = d_.about.last.measure.starts_with("investment");
  if (p_.is_any(mention.end - 1, "source|sources") && !p_.is(mention.end, "of") && !on_investment)
    series.flow = d_.about.said.product.ends_with("orders") ? "exports" : "imports", series.measure = "goods_trade";
  const bool of_hosts = p_.is_any(mention.end - 1, "destination|destinations") && on_investment &&
                        !p_.is_any(mention.end - 2, "export|exports");
  if (of_hosts) series.flow = d_.about.last.flow, series.measure = "investment";
  std::size_t place_begin = mention.begin, place_end = mention.end;
  std::vector<EconomyCode> held_by = holders(mention, place_begin, place_end);
  std::vector<EconomyCode> owners;
  for (const auto& owner : mention.owners)
    if (const EconomyCode code = resolve(owner, true); !code.empty()) owners.push_back(code);
  // "Japan's investment in Laos was ranked third": of those who invest there.
  const Clause& own_clause = clauses_[clause];
  const Series& invested = own_clause.link == Link::participle && own_clause.parent != Clause::none
                               ? scopes_[own_clause.parent].subject
                               : scope.subject;
  if (mention.verbal && owners.empty() && invested.measure.starts_with("investment") && invested.flow == "outward" &&
      !invested.partners.empty()) {
    owners = invested.partners;
    held_by = invested.subjects;
    series.measure = "investment";
    series.flow = "inward";
  }
  // "Exports to Japan were the largest"
  if (mention.of_measure) {
    if (!scope.subject.is_pair() || !is_trade_flow(scope.subject.flow)) return;
    series = scope.subject;
    owners = scope.subject.subjects;
    held_by = scope.subject.partners;
  }
  // "China is Vietnam's largest supplier and, behind the US, its second-largest market": the same two
  const bool its = !rank_owner_.empty() && mention.owners.size() == 1 && mention.owners.front().pronoun;
  const bool turned = its && held_by.size() == 1 && held_by.front() == rank_owner_;
  if (its && !turned && scope.of_rank && series.measure == scope.topic.measure && scope.topic.partners.size() == 1)
    owners = {rank_owner_}, held_by = scope.topic.partners;
  // "China is Vietnam's largest partner, and Vietnam its fourth-largest": of China's
  if (turned && result_.statements.size() > statements_before_)
    if (const Statement& before = result_.statements.back();
        before.kind == StatementKind::rank && before.subject == rank_owner_ && named_party(before.partner))
      owners = {before.partner};
  // "China remained its largest trading partner": nobody is his own.
  if (!mention.owners.empty() && !owners.empty() && mention.owners.front().anaphor &&
      std::ranges::find(held_by, owners.front()) != held_by.end())
    owners.clear();
  if (mention.of_object) return rank_of_object(mention);
  if (mention.of_goods ||
      ((mention.verbal || (mention.of_world && series.measure == "investment")) && held_by.empty())) {
    if (const std::string goods = ranked_goods(mention); !goods.empty()) return rank_of_goods(mention, goods);
    // "The top three export products were:", and a list: of what is exported.
    if (mention.of_goods && mention.plural && p_.is(p_.end() - 1, ":") && !mention.flow.empty() &&
        is_trade_flow(d_.about.last.flow))
      d_.about.last.flow = mention.flow;
    if (mention.of_goods) return;
  }
  // "the world's fifth-largest exporter of cars": its sales to all, as "the world's largest buyer" tells of purchases.
  // "World exports rose 2 percent. China was the largest exporter, the EU came second": of all
  // "Brunei is the third-largest oil exporter in Southeast Asia": of all there
  const bool of_region = mention.owners.empty() && !mention.verbal && held_by.size() == 1 &&
                         mention.among != "partners" && p_.is_any(mention.noun_at, "exporter|producer");
  // "Thailand was the world's largest exporter of rice. India came second"
  const auto told = told_lately(20);
  const auto ranked_last = std::ranges::find(told.rbegin(), told.rend(), StatementKind::rank, &Statement::kind);
  // "ASEAN was the fourth largest, with $5 billion": a rank only behind another one
  if (mention.verbal && mention.owners.empty() && ranked_last == told.rend() && ordinal_word(p_.word(mention.begin)) &&
      p_.ends_before_any(mention.begin, "was the|is the") && p_.is_any(mention.end, ",|.|with|at"))
    return;
  const bool again_of_all = mention.verbal && mention.owners.empty() && held_by.size() == 1 &&
                            ranked_last != told.rend() && ranked_last->among == "economies" &&
                            ranked_last->partner == world_total &&
                            ranked_last->value.interval.low + 1 == mention.ranks.front().low;
  // "It accounted for 14 percent of world exports. India was second": of all, too
  const bool share_of_all = mention.verbal && mention.owners.empty() && held_by.size() == 1 && !told.empty() &&
                            told.back().kind == StatementKind::share && told.back().partner == world_total &&
                            named_party(told.back().subject) && told.back().product.empty() &&
                            told.back().subject != held_by.front() && told.back().flow != "balance" &&
                            mention.ranks.front().low == 2;
  const bool of_all = mention.of_world || of_region || again_of_all || share_of_all ||
                      (d_.about.among_all && mention.owners.empty() && held_by.size() == 1 && !series_in_sentence() &&
                       (mention.verbal || of_hosts || p_.is_any(mention.end - 1, "exporter|importer|trader")));
  if (of_all) {
    // "China's FDI stock was $3 trillion, ranking third in the world", "Peru's imports ranked ninth in the world"
    if (held_by.empty() && (invested.measure.starts_with("investment") || is_trade_flow(invested.flow))) {
      series = invested;
      if (series.partners.empty()) series.partners = {world_total};
      return emit_rank(mention, series, mention.ranks.front(), nullptr, place_begin, place_end);
    }
    if (held_by.size() != 1) return;
    const std::string_view noun = mention.verbal ? std::string_view() : p_.word(mention.noun_at);
    // "The US received the most investment. China came third": among those who do
    if (mention.verbal && !mention.flow_said && on_investment) series.measure = "investment";
    // "China's outward FDI was $5 billion, ranking second globally": in that
    const Series& last = d_.about.last;
    const bool invests_abroad =
        mention.verbal && !mention.flow_said && last.flow == "outward" && last.subject() == held_by.front();
    series.subjects = held_by;
    series.partners = {world_total};
    series.flow = series.measure == "production"                        ? ""
                  : series.measure == "investment"                      ? (invests_abroad ? "outward" : "inward")
                  : mention.verbal && is_trade_flow(d_.about.last.flow) ? d_.about.last.flow
                  : noun == "trader" || mention.flow == "trade"         ? "trade"
                  : noun.starts_with("exporter") || noun == "seller" || noun == "supplier" || noun == "source"
                      ? "exports"
                      : "imports";
    if (series.product.empty() && d_.about.last.flow == series.flow && d_.about.last.subject() == held_by.front())
      series.product = d_.about.last.product;
    if (again_of_all)
      series.flow = ranked_last->flow, series.measure = ranked_last->measure, series.product = ranked_last->product;
    RankMention among_all = mention;
    if (!of_region) among_all.among = "economies";
    emit_rank(among_all, series, mention.ranks.front(), streak_of(mention), place_begin, place_end);
    // "The US was the largest recipient with $30 billion": its own
    if (!scope.topic.known() && !series.flow.empty()) {
      scope.topic = std::move(series);
      scope.topic_at = scope.topic_begin = mention.begin;
      scope.of_rank = true;
    }
    return;
  }
  // "Southeast Asia's largest economy" in the place of a name says no rank.
  const Clause& around = clauses_[clause];
  if (series.measure == "gdp" &&
      !(around.verb != Clause::none && around.verb < mention.begin && p_.can(around.verb, use::be | use::become)))
    return;
  if (series.measure == "gdp" && owners.empty()) owners = {world_total};
  // "The region's top three partners": of a province that the text has been about.
  if (!mention.owners.empty() && mention.owners.front().anaphor && !d_.about.last.region.empty() && !owners.empty() &&
      owners.front() == d_.about.last.subject() && series.product.empty())
    series.product = series.region = d_.about.last.region;
  // "FDI into Vietnam rose. Japan came second with $6 billion": among those who invest there.
  const Series* of_investment = nullptr;
  const bool of_investors = series.measure == "investment" && series.flow == "inward" && owners.empty();
  if (of_investors || (mention.verbal && !mention.flow_said && series.measure != "investment"))
    for (const Series* one : context(clause, false)) {
      if (one->measure.starts_with("investment") && (one->flow == "inward" || one->flow == "outward"))
        of_investment = one;
      break;
    }
  if (of_investment != nullptr && std::ranges::none_of(measures_, [&](const MeasureMention& m) {
        return m.head > mention.end && is_trade_flow(m.flow);
      })) {
    series.measure = "investment";
    series.flow = "inward";
    // "China was the top destination for Japan's investment. Laos came second": in the same ranking
    const bool of_destinations = ranked_last != told.rend() && ranked_last->flow == "outward" &&
                                 of_investment->flow == "outward" && ranked_last->subject == of_investment->subject();
    if (of_destinations) series.flow = "outward";
    if (owners.empty() && (of_investment->flow == "inward" || of_destinations) && named_party(of_investment->subject()))
      owners = {of_investment->subject()};
    else if (owners.empty() && of_investment->flow == "outward" && named_party(of_investment->partner()))
      owners = {of_investment->partner()};
  }
  // "Japan ranked eighth in approved investment in the country": among those who invest there
  if (mention.verbal && !mention.flow_said)
    for (const auto& in : measures_)
      if (in.measure == "investment" && in.begin >= mention.end && in.begin <= p_.skip_the(mention.end) + 1 &&
          p_.is(p_.before_the(in.begin) - 1, "in")) {
        series.measure = "investment";
        series.flow = "inward";
        series.product = in.product;
        if (owners.empty()) owners = resolve(in.partners.empty() ? in.subjects : in.partners, true);
        if (!owners.empty() && std::ranges::find(held_by, owners.front()) != held_by.end()) owners.clear();
      }
  // "Japan ranked second with exports valued at ...": the flow stands behind; else that of the list before.
  if (mention.verbal && !mention.flow_said && series.measure != "investment") {
    for (const auto& behind : measures_) {
      if (behind.head < mention.end) continue;
      if (std::ranges::any_of(parts_.ranks, [&](const RankMention& other) {
            return other.begin > mention.begin && other.begin < behind.head;
          }))
        break;
      // "second, accounting for 8 percent of exports": of what it is a part
      const Quantity* part = p_.is(behind.begin - 1, "of") ? parts_.quantity_at(behind.begin - 2) : nullptr;
      if (is_trade_flow(behind.flow) && behind.partners.empty() && !(part && part->kind == QuantityKind::percent))
        // "Japan came second after buying goods worth ...", whose exports the text tells
        series.flow =
            behind.verb && behind.flow == "imports" && d_.about.last.flow == "exports" ? "exports" : behind.flow;
      break;
    }
    // "In terms of imports, China had the highest share": of what stands in front
    if (scope.topic.known() && !scope.of_rank && is_trade_flow(scope.topic.flow) && scope.topic.flow != "balance" &&
        p_.can(clauses_[clause].begin, use::preposition))
      series.flow = scope.topic.flow, series.measure = scope.topic.measure;
    // "China was the largest trading partner. Exports there fell. Japan was second": of the same ranking
    else if (!d_.about.ranking.empty())
      series.flow = series.flow == "trade" ? d_.about.ranking : series.flow;
    else if (series.flow == "trade" && d_.about.last.known() && is_trade_flow(d_.about.last.flow) &&
             d_.about.last.flow != "balance" && std::ranges::none_of(measures_, [&](const MeasureMention& m) {
               const std::size_t of = clauses_.at(m.head);
               return m.head > mention.end && (of == clause || clauses_[of].link != Link::also);
             }))
      series.flow = d_.about.last.flow;
  }
  // "The US continued to be the largest importer", in a text on somebody's exports.
  if (mention.owners.empty() && d_.about.last.flow == "exports" && series.flow == "imports" &&
      p_.is_any(mention.end - 1, "importer|importers"))
    series.flow = "exports";
  // "In terms of border trade, Malaysia was the largest partner": what the clause began with.
  if (series.product.empty() && scope.topic.known() && !scope.of_rank && scope.topic.flow == series.flow)
    series.product = scope.topic.product;
  // "Thailand's durian exports ... The top export market was China": still for durian; not "the top destination for
  // Thai exports", which names them anew, nor in a new paragraph of a text on the whole.
  // ... nor "China is Vietnam's largest supplier and its second-largest market", of goods as little as the first
  bool anew = (!d_.spoken_of_here() && d_.about.first.product.empty()) || generic_goods(mention.product) ||
              (scope.of_rank && scope.topic.product.empty());
  if (!mention.owners.empty() && !mention.owners.front().anaphor)
    for (std::size_t i = mention.begin + 1; i < mention.end; ++i)
      anew = anew || p_.is_any(i, "exports|imports|shipments");
  // ... and of what the paragraph is on, not of the last part of it that was told.
  const Series& topic = d_.about.topic;
  const bool of_whole = topic.product.empty() && topic.flow == "trade" && topic.partner() == world_total;
  const bool here = topic.known() && (topic.flow == series.flow || of_whole) && d_.spoken_of_here();
  const Series& so_far = here ? d_.about.topic : d_.about.last;
  if (series.product.empty() && !anew && !so_far.product.empty() && !so_far.part && series.flow == so_far.flow &&
      series.flow != "trade" && (series.measure == so_far.measure || so_far.measure == "quantity"))
    series.product = so_far.product;
  // ... and of what the whole text is on
  if (const Series& first = d_.about.first; series.product.empty() && !anew && d_.about_goods() &&
                                            series.flow == first.flow && series.measure == first.measure &&
                                            (owners.empty() || owners.front() == first.subject()) &&
                                            (first.region.empty() || mention.owners.empty()))
    series.product = first.product;
  // "Kenya shipped 30,000 tonnes of tea. Pakistan was the largest market"
  if (const auto weighed = worth_of_weighed(); weighed && series.product.empty() && mention.owners.empty() &&
                                               weighed->flow == series.flow &&
                                               (owners.empty() || owners.front() == weighed->subject()))
    series.product = weighed->product;
  // In a text that counts goods and services together partners are ranked by both; not "our goods trading partners".
  if (series.measure == "goods_trade" && d_.about.first.measure == "goods_and_services_trade" && !d_.goods_said &&
      series.product.empty() && (contains("goods and services") || !contains("goods")))
    series.measure = d_.about.first.measure;
  // "ASEAN is the main partner in farm products. It is also the top market of such products": again in these
  if (series.product.starts_with("such ") || series.product.starts_with("these "))
    for (const Series* one : context(clause, false))
      if (!one->product.empty()) {
        series.product = one->product;
        break;
      }
  // "Border trade rose 2 percent. The leading partner was Laos": in border trade.
  if (const Series& last = d_.about.last; series.product.empty() && !anew && d_.spoken_of_here() && last.of_all_flows &&
                                          last.region.empty() && last.flow == "trade" && series.flow == "trade" &&
                                          mention.owners.empty())
    series.product = last.product;
  // "Guangxi's largest partner": of the province
  if (!mention.region.empty() && series.product.empty()) series.product = series.region = mention.region;
  if (const EconomyCode country = country_of(d_.who.provinces, series.region); owners.empty() && !country.empty())
    owners = {country};
  const StreakMention* streak = streak_of(mention);
  // In apposition ("exports to China, its largest partner, rose") it is not what the clause is about.
  const bool before_verb = clauses_[clause].verb == Clause::none || clauses_[clause].verb > mention.begin;
  std::size_t phrase = mention.begin;  // "to its two largest partners"
  while (p_.can(phrase - 1, use::determiner | use::number) && phrase > p_.begin()) --phrase;
  // "exports to Japan's biggest trading partner, China, retreated"
  const bool as_partner = p_.is_any(phrase - 1, "to|with|from") && scope.topic.known() && !scope.of_rank &&
                          before_verb && scope.topic_at + 6 > phrase;
  const bool aside =
      as_partner || (p_.is(mention.begin - 1, ",") && scope.subject.known() && !scope.of_rank && before_verb);
  const auto spoken = [&](Series said) {
    if (aside || said.measure == "gdp") return;
    if ((mention.flow_said || !mention.verbal) && is_trade_flow(said.flow))
      d_.about.ranking = said.flow, d_.about.ranked_in = d_.paragraph;
    d_.speak_of(said, true);
    scope.topic = std::move(said);
    scope.topic_at = mention.begin;
    scope.topic_begin = mention.begin;
    scope.of_rank = true;
  };
  if (mention.mutual) {
    if (held_by.size() < 2 && !d_.about.pair_subject.empty()) held_by = {d_.about.pair_subject, d_.about.pair_partner};
    if (held_by.size() < 2) return;
    for (int direction = 0; direction < 2; ++direction) {
      series.subjects = {held_by[direction == 0 ? 0 : 1]};
      series.partners = {held_by[direction == 0 ? 1 : 0]};
      emit_rank(mention, series, mention.ranks.front(), streak, place_begin, place_end);
    }
    if (streak) streaks_used_.push_back(streak->begin);
    series.subjects = {held_by[0]};
    series.partners = {held_by[1]};
    return spoken(std::move(series));
  }
  const auto holds = [&](const EconomyCode& code) { return std::ranges::find(held_by, code) != held_by.end(); };
  if (owners.empty()) {
    std::vector<EconomyCode> candidates;
    if (!rank_owner_.empty()) candidates.push_back(rank_owner_);  // "Canada ranked second and China ranked third"
    for (const Series* one : context(clause, false)) {
      // "Vietnam shipped durians to China. Thailand was the leading supplier": of China's imports of them
      if (candidates.empty() && mention.owners.empty() && series.flow == "imports" && one->flow == "exports" &&
          one->is_pair() && one->partner() == d_.about.first.partner() && !holds(one->partner()) &&
          p_.is_any(mention.noun_at, "supplier|source|exporter")) {
        candidates.push_back(one->partner());
        if (series.product.empty()) series.product = one->product;
      }
      // "ASEAN's trade with China rose. Vietnam was the largest partner": none of its own bloc, but China's
      const bool of_its_own = one->is_pair() && !held_by.empty() && member_of(held_by.front(), one->subject());
      candidates.push_back(of_its_own ? one->partner() : one->subject());
      // "... Vietnam was the largest exporter": there, whose imports they are
      if (of_its_own && candidates.size() == 1 && p_.is_any(mention.noun_at, "exporter|importer"))
        series.flow = p_.is(mention.noun_at, "exporter") ? "imports" : "exports";
      if (one->is_pair() && holds(one->subject())) candidates.push_back(one->partner());
    }
    if (!held_by.empty()) candidates.push_back(d_.other(held_by.front()));
    candidates.push_back(d_.who.main);
    candidates.push_back(d_.who.second);
    candidates.push_back(d_.who.home);
    candidates.push_back(d_.who.dateline);
    for (const auto& code : candidates)
      if (!code.empty() && code != world_total && !holds(code)) {
        owners = {code};
        break;
      }
  }
  // "ASEAN was the province's largest partner", "Its top market was Japan": of the province that the text is about
  if (const Series& first = d_.about.first;
      series.product.empty() && d_.who.provinces.contains(first.region) && !owners.empty() &&
      owners.front() == first.subject() &&
      std::ranges::all_of(mention.owners, [](const PartyMention& owner) { return owner.anaphor; }) &&
      !(d_.spoken_of_here() && d_.about.last.region.empty() && d_.about.last.subject() == first.subject()))
    series.product = series.region = first.region;
  // "The top two export markets were:", and a list: it goes through them.
  if (held_by.empty() && !owners.empty() && mention.plural && p_.is(p_.end() - 1, ":")) {
    series.subjects = {owners.front()};
    series.partners = {world_total};
    d_.about.last = std::move(series);
    return d_.go_through(Role::partner, 1);
  }
  // "It is also Indonesia's largest source of imports": who was told to be the largest before.
  // "China invested $9 billion in ASEAN. It is the largest investor in Laos": whom the sentence before was about
  if (held_by.empty() && p_.is(clauses_[clause].begin, "it"))
    if (const EconomyCode& it = d_.who.rank_holder.empty() ? d_.who.agent : d_.who.rank_holder; !it.empty())
      held_by = {it};
  if (held_by.empty() && !owners.empty() && !mention.list) {  // no one is "the country's top ten markets"
    EconomyCode other;
    for (const Series* one : context(clause, false))
      if (other.empty()) other = one->other(owners.front());
    if (other.empty()) other = d_.other(owners.front());
    if (!other.empty()) held_by = {other};
  }
  std::erase_if(held_by, [&](const EconomyCode& holder) { return !owners.empty() && holder == owners.front(); });
  if (owners.empty() || held_by.empty()) return;
  if (held_by.size() > 1) d_.enumerate(held_by);
  d_.who.rank_holder = held_by.size() == 1 ? held_by.front() : EconomyCode{};
  if (as_partner) {
    scope.topic.subjects = {owners.front()};
    scope.topic.partners = held_by;
    scope.subject = scope.topic;
  }
  series.subjects = {owners.front()};
  series.partners = held_by;
  // With as many ranks as holders each has its own ("second and third largest, respectively"); several holders of one
  // unnumbered top rank ("were China's top trade partners") share the first places.
  std::vector<Interval> ranks = mention.ranks;
  if (!mention.list && ranks.size() == 1 && held_by.size() > 1 && ranks.front() == Interval::exactly(1) &&
      mention.plural)
    ranks = {Interval{1, static_cast<double>(held_by.size())}};
  const bool each_own = ranks.size() == held_by.size();
  for (std::size_t k = 0; k < held_by.size() && !ranks.empty(); ++k) {
    Series one = series;
    one.partners = {held_by[k]};
    emit_rank(mention, one, ranks[each_own ? k : 0], streak, place_begin, place_end);
  }
  // "the fourth export market for Indonesia, Singapore and Malaysia"
  for (std::size_t k = 1; k < owners.size() && held_by.size() == 1 && !ranks.empty(); ++k) {
    Series one = series;
    one.subjects = {owners[k]};
    if (owners[k] != held_by.front()) emit_rank(mention, one, ranks.front(), streak, place_begin, place_end);
  }
  if (streak && !ranks.empty()) streaks_used_.push_back(streak->begin);
  rank_owner_ = owners.front();
  spoken(std::move(series));
}

void SentenceReader::emit_rank(const RankMention& mention, const Series& series, const Interval& rank,
                               const StreakMention* streak, std::size_t place_begin, std::size_t place_end) {
  Statement statement = base(series, series.partner());
  // "28 million tourists came. China topped the list": of them, where nothing has been told of trade
  if (const Counted& counted = d_.counted; !counted.noun.empty() && counted.of.flow.empty() && measures_.empty() &&
                                           mention.owners.empty() && !d_.about.first.known() &&
                                           is_trade_flow(statement.flow)) {
    statement.measure = counted.of.measure, statement.product = counted.of.product;
    statement.flow.clear();
  }
  statement.kind = StatementKind::rank;
  statement.value = {rank, "rank"};
  statement.among = mention.among;
  statement.rule = "rank";
  place(statement, place_begin, place_end, mention.begin, mention.end);
  statement.printed = std::string(slice(mention.begin, mention.end));
  const PeriodMention* period = period_for(mention.begin, mention.end, nullptr);
  // "Peru was the top destination, with investment of $5 billion as of the end of 2011": then
  if (!period && parts_.periods.size() < 3)
    for (const auto& until : parts_.periods)
      if (until.role == PeriodRole::until && until.begin > mention.end && until.period.known() &&
          statement.measure.starts_with("investment"))
        period = &until;
  set_period(statement, period);
  const bool with_figures = std::ranges::any_of(
      parts_.quantities, [&](const Quantity& q) { return q.kind != QuantityKind::count && q.begin > mention.end; });
  const bool spoken_of = d_.when.period.known() && (with_figures || d_.when.paragraph + 1 >= d_.paragraph);
  if (!period && !streak && !spoken_of && d_.when.published &&
      contains("for the first time|has become|have become|has overtaken")) {
    statement.period = Period::year(static_cast<int>(d_.when.published->year()));
    statement.period_assumed = true;
  } else if (streak || (!period && (!spoken_of || since_of(mention))))
    last_full_year(statement, streak ? period : nullptr);
  // "In 2014 trade stood at $480 billion. China is the largest partner": now, not then.
  const std::size_t verb = clauses_[clauses_.at(mention.begin)].verb;
  if (!period && !streak && d_.of_old(statement.period) && verb != Clause::none && p_.is_any(verb, "is|are|remains"))
    statement.period = d_.when.reported;
  // "Peru has invested $5 billion as of May. Chile is second": up to then, too
  if (!period && !streak && statement.measure == "investment" && d_.when.summed_until.known() &&
      !d_.when.period.known())
    statement.period = Period::up_to(d_.when.summed_until);
  // "The fair will be held from May 3 to 6. China is the largest partner": not in these days
  if (const Period& in = statement.period; !period && !streak && in.known() && !in.open_start && in.day_count() < 20)
    last_full_year(statement, nullptr);
  // "grew 20 percent a year from 2002 to 2012. China is now the largest partner": at the end of these years.
  if (!period && statement.period.is_years()) statement.period = Period::year(statement.period.last_year());
  if (period && statement.period == period->period && statement.period.known() && !statement.period.open_start &&
      tells_time(mention.begin, period))
    d_.tell_time(statement.period, telling(period));
  push(statement);
  if (!streak) {
    const PeriodMention* since = since_of(mention);
    const int years = since ? static_cast<int>(d_.when.published->year()) - since->period.first_year() : 0;
    if (years < 1) return;
    Statement run = statement;
    run.kind = StatementKind::streak;
    run.value = {Interval::exactly(years), "years"};
    if (mention.mutual) run.value.interval.high = INFINITY;  // "each other's": for one of them it may have been longer
    run.rule = "rank since a year";
    place(run, place_begin, since->end, since->begin, since->end);
    run.printed = std::string(slice(since->begin - 1, since->end));
    run.period = Period::year(static_cast<int>(d_.when.published->year()) - 1);
    run.period_assumed = true;
    push(run);
    return;
  }
  Statement run = statement;
  run.kind = StatementKind::streak;
  run.value = {interval_of(streak->number), streak->unit};
  // "each other's largest partners for three years": for one of them it may have been longer.
  if (mention.mutual || p_.is_any(streak->first - 1, "past|last")) run.value.interval.high = INFINITY;
  run.rule = "streak of a rank";
  place(run, std::min(place_begin, streak->begin), std::max(place_end, streak->end), streak->first, streak->end);
  run.printed = std::string(slice(streak->begin, streak->end));
  push(run);
}

}  // namespace tradewind
