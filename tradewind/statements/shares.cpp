// What makes a percentage a share, and what the share is taken of.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// "Copper, at 43 percent, led what the country sold": the figure of one of many.
bool SentenceReader::heads_a_list(const Quantity& q) const {
  return p_.is_any(q.begin - 1, "at|with") && p_.is(q.begin - 2, ",") && p_.is(q.end, ",") &&
         p_.is_any(q.end + 1, "led|leads|headed|heads|topped|tops|dominated|dominate");
}

bool SentenceReader::takes_a_part(const Quantity& q) const {
  // "Japan and China bought 2 percent and 4 percent more": of all the list
  const auto more = [&](const Quantity& other) {
    return q.list != 0 && other.list == q.list && p_.is_any(other.end, "more|less");
  };
  if (std::ranges::any_of(parts_.quantities, more)) return false;
  if (compared_behind(q) || p_.is_any(q.end, "more|less|higher|lower|above|below|fewer")) return false;
  const std::size_t clause = clauses_.at(q.begin);
  const std::size_t opens = clauses_[clause].begin;
  const bool of_a_sum = p_.is(p_.begin(), "of") && q.begin < p_.begin() + 20;
  if (of_a_sum && (p_.can(q.end, use::be) || p_.is_any(q.end, "came|comes|come|went|goes|go") ||
                   last_percent_ == StatementKind::share))
    return true;
  // "35 percent went to Japan, a fifth came from Chile"
  if (p_.match_any(q.end, "went to|came from|goes to|comes from|go to|come from")) return true;
  if (heads_a_list(q)) return true;
  if (p_.is(q.begin - 1, ","))
    for (std::size_t i = q.begin - 1; i-- > opens && q.begin - i < 12;)
      if (p_.is_any(i, "slice|share|portion")) return true;
  return p_.is_any(q.begin - 1, "took|takes|take|taking|hold|holds|held|claimed|claims|bought|buys|absorbed|absorbs") ||
         (p_.ends_before_any(q.first, "equal to|equivalent to") && last_change_end_ == 0);
}

// "52 percent were reinvested profits", and behind that "39 percent new investments": the figure is what its clause is
// about. Empty where it is not said to be anything.
std::string SentenceReader::what_it_is(const Quantity& q) const {
  const Clause& clause = clauses_[clauses_.at(q.begin)];
  const std::size_t noun = p_.can(q.end, use::be) ? q.end + 1 : q.end;
  const std::size_t end = noun_phrase_end(parts_, noun);
  if (end <= noun || p_.can(noun, use::determiner | use::pronoun | use::share_noun | use::adverb) ||
      p_.can(end - 1, use::change_noun | use::share_noun | use::value_noun | use::place) || parts_.party_at(end - 1) ||
      p_.is_number(end - 1) || p_.is_any(end - 1, "exports|imports"))  // "39 percent were exports"
    return {};
  const bool names = p_.can(end - 1, use::goods | use::traders) || p_.word(end - 1).ends_with('s');
  const bool of_figures =
      clause.verb == Clause::none || (p_.can(clause.verb, use::be) && parts_.is(clause.verb - 1, PartKind::quantity));
  const bool said = noun > q.end ? clause.verb == q.end
                                 : last_percent_ == StatementKind::share && of_figures && last_share_ &&
                                       !last_share_->product.empty();
  return names && said ? noun_words(parts_, noun, end) : std::string();
}

bool SentenceReader::share_cue(std::size_t from, std::size_t to) const {
  // "which represents an increase of 0.2 percent"
  const auto change_between = [&](std::size_t cue) {
    for (std::size_t i = cue + 1; i < to; ++i)
      if (p_.can(i, use::change_noun)) return true;
    return false;
  };
  // "The share of bilateral turnover in China's foreign trade widened to 15.8 percent, from 15.4 percent last year".
  std::size_t word = to - 1;  // "stood at just 3 percent"
  if (p_.is_any(word, "just|only|still|now|barely|merely")) --word;
  // "Its share of trade, currently averaging 15 percent"
  const bool averages =
      p_.is_any(word, "averaging|standing|totalling") && clauses_[clauses_.at(word)].parent != Clause::none;
  const std::size_t opens = averages ? clauses_[clauses_[clauses_.at(word)].parent].begin : clause_begin(to);
  if (averages ||
      p_.is_any(word, "to|at|from|was|is|reached|of|hit|reaching|against|hitting|with|stood|were|at a record"))
    for (std::size_t i = opens; i < to; ++i)
      if ((p_.can(i, use::share_noun) || (p_.is(i, "part") && p_.is(i - 1, "'s"))) &&
          !p_.is_any(i + 1, "price|prices") && !(p_.ends_before(to, "up from") && !p_.can(to - 3, use::verb)) &&
          !p_.ends_before_any(to, "rise of|increase of|growth of|decline of|drop of"))
        return true;
  if (p_.ends_before_any(to, "of which|of which about|of which over|of which nearly")) return true;
  // "Fuels were the major contributor to exports with 77 percent"
  if (p_.is(to - 1, "with"))
    for (std::size_t i = to - 1; i-- > from && to - i < 9;)
      if (p_.is_any(i, "contributor|contributors")) return true;
  for (std::size_t i = to; i-- > from;) {
    if (to - i > 7) break;
    if (p_.is_any(i,
                  "accounting|accounted|accounts|account|representing|represented|represents|"
                  "constituting|constituted|comprising|comprised|making|occupying|"
                  "occupied|supplying|supplied|contributing|contributed"))
      return (!p_.is(i, "making") || p_.is(i + 1, "up")) && !change_between(i);
    if (p_.is(i, "up") && p_.is_any(i - 1, "made|make|makes|making|took|takes|take")) return true;
    if (p_.is_any(i, "rose|grew|increased|fell|up|down|growth") && !p_.is(i + 1, "to")) return false;
  }
  return false;
}

// "The bloc accounts for 20 percent of the global supply of oil and 40 percent of proven reserves": what is shared,
// where that is no trade.
std::string SentenceReader::shared_thing(const Quantity& q) const {
  if (q.kind != QuantityKind::percent || !p_.is(q.end, "of")) return {};
  const std::size_t begin = q.end + 1, end = noun_phrase_end(parts_, begin);
  if (end <= begin || in_measure(begin, end)) return {};
  bool of_the_world = false;
  for (std::size_t i = begin; i < end; ++i) of_the_world = of_the_world || p_.is_any(i, "global|world|worldwide");
  if (!p_.is_any(end - 1,
                 "supply|supplies|output|production|population|reserves|deposits|demand|consumption|capacity|economy|"
                 "land|territory|workforce") &&
      !(of_the_world && p_.can(end - 1, use::goods) && !generic_goods(p_.word(end - 1))))
    return {};
  return noun_words(parts_, begin, end);
}

void SentenceReader::share_base(Statement& statement, const Quantity& q, std::size_t& end) {
  if (!shared_thing(q).empty() && !is_trade_flow(statement.flow)) return;
  // "trade of $66 billion, 13 percent of Singapore's global total": in whose total the pair's is
  if (const PartyMention* owner =
          p_.is(q.end, "of") ? party_beginning_at(parts_.parties, p_.skip_the(q.end + 1)) : nullptr;
      owner && owner->possessive && !owner->anaphor && is_trade_flow(statement.flow) &&
      p_.match_any(owner->end, "total|overall total|global total|worldwide total|whole") &&
      owner->name.code == statement.partner && named_party(statement.subject))
    std::swap(statement.subject, statement.partner);
  const std::size_t clause = clauses_.at(q.begin);
  const bool thing = !ledger_measure(statement.measure);
  const Clause& here = clauses_[clause];
  // "a 21.3 percent share (worth $21.7bn) of its trade"
  const std::size_t added_end = behind_brackets(p_.can(q.end, use::share_noun) ? q.end + 1 : q.end);
  for (const auto& mention : measures_) {
    if (mention.head < q.end || mention.begin > added_end + 5) continue;
    // "5 percent of the total, and imports ...", "trade with Japan made up 21 percent, trade with China 19 percent"
    const std::size_t sum = p_.match_any(q.end, "of the total|of the whole|of the sum");
    if ((sum && p_.is_any(sum, ",|:|;|and")) || p_.ends_before(mention.begin, "followed by") ||
        p_.is_any(p_.before_the(mention.begin) - 1, ",|and|while"))
      break;
    if (!same_clause(p_.is(q.end, ")") ? q.end + 1 : q.end, mention.begin))
      break;  // "made up 90 percent of the total; exports of cars rose"
    // "5.1 percent of Nigeria's exports were directed to African countries": of what stands behind, with whom the verb
    // says.
    if (mention.begin <= q.end + 2 && !scopes_[clause].topic.known() && here.verb != Clause::none &&
        here.verb >= mention.end && q.begin < here.begin + 4) {
      const Series whole = series_of(mention);
      end = std::max(end, mention.end);
      measures_read_.insert(mention.head);
      statement.subject = whole.subject();
      statement.partner = whole.partner();
      statement.flow = whole.flow;
      statement.measure = whole.measure;
      statement.product = whole.product;
      for (std::size_t i = here.verb + 1; i < p_.end() && clauses_.at(i) == clause && i < here.verb + 8; ++i) {
        std::size_t behind = i;
        if (parts_.is(i, PartKind::quantity)) break;  // "went to China, 20 percent to Japan"
        if (!p_.is_any(i, "to|from|with")) continue;
        if (const auto list = party_list_at(p_, parts_.parties, i + 1, behind); list.size() == 1)
          statement.partner = resolve(list.front(), false);
      }
      return;
    }
    if (std::ranges::any_of(parts_.quantities, [&](const Quantity& other) {
          return other.begin > q.begin && other.begin < mention.head && !p_.is(other.begin - 1, "or") &&
                 clauses_[clauses_.at(other.begin)].link != Link::brackets;
        }))
      break;
    end = std::max(end, mention.end);
    measures_read_.insert(mention.head);
    // "Japan took 20 percent of Peru's copper exports"
    const bool such = goods_again(mention.product);
    if (!part_of_whole_ && !mention.product.empty() && !such && is_trade_flow(mention.flow) && !thing)
      statement.product = mention.product;
    // "imported 7 million tonnes of oil, 57 percent of the value of all imports": of their value
    if (statement.measure == "quantity" && is_trade_flow(mention.flow) &&
        (contains("value of") ||
         std::ranges::none_of(parts_.quantities, [](const Quantity& other) { return unit_of_goods(other.unit); })))
      statement.measure = mention.measure;
    // "BRICS accounted for 21.6 percent of global trade", "of world GDP": that of who does, with everybody
    if (const auto who = own_agents(clause);
        mention.of_the_world && mention.subjects.empty() && mention.partners.empty() &&
        (who.size() == 1 ||
         ((mention.measure == "gdp" || statement.measure == "gdp") && named_party(statement.subject)))) {
      if (who.size() == 1) statement.subject = who.front();
      statement.partner = world_total;
      statement.flow = mention.flow;
      statement.measure = mention.measure;
      if (mention.measure == "gdp") statement.product.clear();
      d_.about.among_all = d_.about.among_all || !d_.about.first.known();
      return;
    }
    // "Road transport carried 52 percent of the trade", at the head of a paragraph: of what the text began with
    if (const Series& first = d_.about.first; mention.definite && mention.head_only && mention.flow == "trade" &&
                                              first.flow == "trade" && first.product.empty() &&
                                              first.subject() == statement.subject && !d_.spoken_of_here()) {
      statement.partner = first.partner(), statement.flow = first.flow, statement.measure = first.measure;
      return;
    }
    auto owners = resolve(mention.subjects, true);
    const auto with = resolve(mention.partners, false);
    // "Its exports to China reached $20 billion, 15 percent of the country's total exports": of the one that exports
    if (owners.size() == 1 && mention.subjects.front().anaphor && owners.front() == statement.partner &&
        has_direction(statement.flow) && agents(clause).empty())
      owners = {statement.subject};
    // "Chinese investment stood at $9 billion, 4 percent of all foreign investment in Australia": of what goes there
    if (mention.measure.starts_with("investment") && statement.measure.starts_with("investment"))
      if (const EconomyCode host = !owners.empty() ? owners.front()
                                   : !with.empty() ? with.front()
                                                   : EconomyCode{};
          named_party(host) && statement.flow == "outward" && host != statement.subject) {
        if (named_party(statement.subject) && statement.subject != host) statement.partner = statement.subject;
        statement.subject = host;
        statement.flow = "inward";
        return;
      }
    // "China took 14.9 percent of the country's exports": not of its own, as in "bought 90 percent of its imports
    // there".
    if (const auto taker = here.link == Link::shared ? agents(clause) : own_agents(clause);
        taker.size() == 1 && owners == taker && mention.subjects.front().anaphor && with.empty() &&
        here.verb != Clause::none && p_.can(here.verb, use::compose | use::buy | use::be | use::become) &&
        !(p_.can(here.verb, use::trade_verb) && mention.flow == "imports")) {
      const EconomyCode last = d_.about.last.subject();
      if (const EconomyCode other = last != taker.front() ? last : d_.other(taker.front()); named_party(other))
        owners = {other};
    }
    // "In Uzbekistan, China had a 21 percent share of trade turnover"
    if (const PartyMention* host = p_.is(p_.begin(), "in") && owners.empty() && with.empty()
                                       ? party_named_at(p_, parts_.parties, p_.begin() + 1)
                                       : nullptr;
        host && !host->possessive && p_.is(host->end, ","))
      if (const auto who = agents(clause); !who.empty() && who.back() != resolve(*host, true)) {
        statement.subject = resolve(*host, true);
        statement.partner = who.back();
        statement.flow = mention.flow, statement.measure = mention.measure;
        return;
      }
    if (thing || statement.subject.empty()) {
      // "manufactures accounted for 90 percent of China's trade with ASEAN", "ASEAN accounted for 15.9 percent of
      // China's trade": goods, or a party, as a part of the whole that stands behind.
      const auto who = agents(clause);
      const Series* of = nullptr;
      for (const Series* one : context(clause, false))
        if (!of && is_trade_flow(one->flow) && (owners.empty() || one->subject() == owners.front())) of = one;
      // ... not "The pact opens markets for 95 percent of its exports"
      const bool takes_part = !p_.is(q.begin - 1, "for") || p_.can(q.begin - 2, use::compose);
      if (thing && takes_part && !statement.measure.empty()) statement.product = statement.measure;
      // "Chinese goods accounted for 40 percent of Vietnam's imports"
      EconomyCode made_by;
      // "Oil, which makes up 60 percent of Norway's exports"
      if (Series part; statement.product.empty() && here.link == Link::relative) {
        part.flow = mention.flow, part.measure = mention.measure;
        antecedent(part, clause);
        statement.product = part.product;
      }
      if (generic_goods(statement.product))
        for (const auto& party : parts_.parties)
          if (party.end < q.begin && clauses_.at(party.begin) == clause && party.name.role == NameRole::demonym &&
              p_.is_any(party.end, "goods|products|merchandise"))
            made_by = resolve(party, false), statement.product.clear();
      statement.measure = mention.measure;
      statement.flow = mention.flow;
      statement.subject = !owners.empty() ? owners.front() : of ? of->subject() : d_.who.main;
      if (!with.empty() || !made_by.empty())
        statement.partner = !with.empty() ? with.front() : made_by;
      else if (statement.product.empty() && !who.empty() && who.front() != statement.subject)
        statement.partner = who.front();
      else
        statement.partner = of && of->subject() == statement.subject && (owners.empty() || !mention.total)
                                ? of->partner()
                                : world_total;
      if (statement.product.empty() && !such) statement.product = mention.product;
      return;
    }
    // "Private firms accounted for 57.3 percent of China's total foreign trade", after that with Vietnam; "Mining
    // products made up $5 billion, or 76 percent of Chile's shipments to China", after its imports from there
    const bool of_this_whole = with.empty() ? mention.total && (!owners.empty() || mention.foreign)
                                            : with.size() == 1 && (owners.empty() || owners.front() != with.front());
    if ((part_of_whole_ || (!with.empty() && !statement.product.empty())) && of_this_whole) {
      if (!owners.empty()) statement.subject = owners.front();
      statement.partner = with.empty() ? world_total : with.front();
      statement.flow = mention.flow;
      if (p_.is(q.first - 1, "or") && result_.statements.size() > statements_before_)
        if (Statement& amount = result_.statements.back(); amount.product == statement.product)
          amount.subject = statement.subject, amount.partner = statement.partner, amount.flow = mention.flow;
      return;
    }
    // "Kenya absorbed 48 percent of what Peru exported to Africa"
    if (const auto taker = own_agents(clause);
        !with.empty() && owners.size() == 1 && taker.size() == 1 && taker != owners && here.verb != Clause::none &&
        p_.can(here.verb, use::buy | use::sell | use::compose) && member_of(taker.front(), with.front())) {
      statement.subject = owners.front(), statement.partner = taker.front();
      statement.flow = mention.flow;
      statement.among = with.front().text;
      return;
    }
    if (!with.empty() || mention.bilateral) {
      if (!with.empty() && with.front() != statement.partner) statement.among = with.front().text;
      // "Imports fell. Farm goods made up 40 percent of bilateral trade": of both ways
      if (mention.bilateral && mention.flow == "trade" && is_trade_flow(statement.flow) &&
          std::ranges::none_of(measures_, [&](const MeasureMention& here_too) { return here_too.head < q.begin; }))
        statement.flow = mention.flow;
      return;
    }
    // "16.7 percent of China's trade": the share is in China's trade, with the partner of the series.
    if (!owners.empty() && owners.front() != statement.subject) {
      // "Malaysia's sales to the US rose. The US took 28 percent of Vietnam's exports": of another's, the same taker.
      const auto taker = own_agents(clause);
      const bool taken = taker.size() == 1 && taker.front() == statement.partner && !mention.subjects.front().anaphor;
      if (statement.partner == owners.front() || statement.partner == world_total || statement.partner.empty()) {
        statement.partner = statement.subject;
        statement.subject = owners.front();
      } else if (taken && statement.partner != owners.front()) {
        statement.subject = owners.front();
      } else {
        statement.among = owners.front().text;
      }
    }
    // "Its exports were $9 billion. The bloc took 15 percent of China's trade": of both, where no flow is named here
    const auto named_here = [&](const MeasureMention& here_too) { return here_too.head < q.begin; };
    // ... but "a surplus of $2 billion, or 5 percent of exports" is still the surplus
    const bool balance_again = statement.flow == "balance" && p_.ends_before_any(q.first, "or|equal to|equivalent to");
    const bool of_goods = statement.measure == "goods_trade" || statement.measure == "goods_and_services_trade";
    if ((mention.measure == statement.measure || of_goods) && !mention.flow.empty() && !balance_again &&
        (statement.flow.empty() || mention.flow != "trade" ||
         ((statement.product.empty() || statement.product == d_.about.last.region) &&
          std::ranges::none_of(measures_, named_here))))
      statement.flow = mention.flow;
    if (mention.measure == "goods_and_services_trade" && statement.measure == "goods_trade" &&
        statement.product.empty()) {
      statement.measure = mention.measure;
      count_both_of_rank(statement);
    }
    return;
  }
  // "Manufactured goods made up 90.1 percent": a part of what the text speaks of.
  if (thing && !statement.measure.empty())
    for (const Series* one : context(clause, false)) {
      if (!ledger_measure(one->measure)) continue;
      statement.product = statement.measure;
      statement.measure = one->measure;
      statement.flow = one->flow;
      statement.subject = one->subject();
      statement.partner = one->partner();
      break;
    }
  // "China accounts for a fifth of ASEAN's trade, while ASEAN takes up 16 percent of China's": the same flow of the
  // other.
  const PartyMention* whose = p_.is(q.end, "of") ? party_beginning_at(parts_.parties, q.end + 1) : nullptr;
  if (const auto who = own_agents(clause);
      whose && whose->possessive && who.size() == 1 && (!p_.inside(whose->end) || p_.is_any(whose->end, ".|,|;"))) {
    statement.subject = resolve(*whose, true);
    statement.partner = who.front();
    end = whose->end;
    return;
  }
  // "China's trade with ASEAN was 10 percent of ASEAN's total"
  if (whose && whose->possessive && !whose->anaphor && p_.is(whose->end, "total") &&
      resolve(*whose, true) == statement.partner && named_party(statement.subject) && statement.flow != "balance") {
    std::swap(statement.subject, statement.partner);
    if (has_direction(statement.flow)) statement.flow = statement.flow == "exports" ? "imports" : "exports";
  }
  // "of the total", "of the country's total": the total of the series' subject.
  while (p_.is_any(end, "of|the|total|its") && end < q.end + 4) ++end;
  if (end > q.end && parts_.is(end, PartKind::party)) {
    // "Peru's trade with ASEAN makes up 2 percent of the bloc's total": in that of the other one
    if (const EconomyCode whole = resolve(*parts_.party_at(end), true);
        statement.flow == "trade" && named_party(whole) && whole == statement.partner &&
        p_.is(parts_.behind(end), "total"))
      std::swap(statement.subject, statement.partner);
    end = parts_.behind(end);
    if (p_.is(end, "total")) ++end;
  }
}

// "China led with $7 billion out of a total of $25 billion", "5 percent of Peru's total of $9 billion"
bool SentenceReader::whole_of_a_part(const Quantity& q) const {
  if (q.kind != QuantityKind::money) return false;
  std::size_t i = p_.is_any(q.begin - 1, "of|worth") ? q.begin - 1 : q.begin;
  // "of total imports worth $5 billion", "of the month's total bill of $5 billion"
  while (i < q.begin && (p_.can(i - 1, use::measure | use::value_noun | use::figure_noun) || p_.is(i - 1, "bill")) &&
         !p_.is(i - 1, "total"))
    --i;
  if (!p_.is(i - 1, "total") && !p_.is(q.end, "total")) return false;
  while (p_.is_any(i - 1, "total|'s|month|year|quarter|period") || p_.can(i - 1, use::determiner) ||
         parts_.is(i - 1, PartKind::party) || parts_.is(i - 1, PartKind::period))
    --i;
  return p_.is(i - 1, "of") && (p_.is(i - 2, "out") || parts_.is(i - 2, PartKind::quantity));
}

// Whether a measure before the token is one of some goods.
bool SentenceReader::series_names_goods(std::size_t to) const {
  return std::ranges::any_of(measures_, [&](const MeasureMention& m) { return m.head < to && !m.product.empty(); });
}

// "The EU accounted for €4 billion (56%) of total exports": of all goods, whatever the sentence before was on.
bool SentenceReader::part_of_all(const Quantity& q) const {
  if (q.list != 0 || series_names_goods(q.begin) || agents(clauses_.at(q.begin)).size() != 1) return false;
  const std::size_t of = p_.is(q.end, ")") ? q.end + 1 : behind_brackets(q.end);
  return p_.is(of, "of") && !part_of_whole_ && std::ranges::any_of(measures_, [&](const MeasureMention& mention) {
           return mention.total && mention.product.empty() && mention.begin > of && mention.begin <= of + 2;
         });
}

}  // namespace tradewind
