// Whose what with whom: what a measure leaves out is found in its clause, the clauses around it and the text before.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

namespace {

bool named(const EconomyCode& code) { return !code.empty() && code != world_total; }

bool oriented(std::string_view flow) { return flow == "exports" || flow == "imports" || flow == "balance"; }

}  // namespace

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
  if (mention.verb && oriented(mention.flow) && mention.subjects.empty())
    for (std::size_t c = clauses_.at(mention.head); c != Clause::none; c = clauses_[c].parent)
      if (scopes_[c].of_rank && oriented(scopes_[c].topic.flow) && clauses_[c].verb != mention.head) {
        Scope& here = scopes_[clauses_.at(mention.head)];
        Series series = scopes_[c].topic;
        if (!mention.product.empty()) series.product = mention.product;
        here.topic = std::move(series);
        here.topic_at = mention.head;
        here.topic_begin = mention.begin;
        return;
      }
  // "faster than exports", "compared with imports of $5 billion": what is compared with, unless a figure is of it.
  const bool compared = p_.ends_before_any(behind_article(mention.begin), {"than", "outpacing", "outpaced"});
  const bool figure_behind =
      parts_.is(mention.end, PartKind::quantity) ||
      (p_.is_any(mention.end, {"of", "at", "(", "worth"}) && parts_.is(mention.end + 1, PartKind::quantity));
  if (compared && !figure_behind) return;
  // "Imports were commodities for exports": says what they are for.
  if (mention.head_only && p_.is(mention.begin - 1, "for") && !figure_behind && series_in_sentence()) return;
  const std::size_t clause = clauses_.at(mention.head);
  // "Imports of cars led the increase in total imports, up 31 percent": the figure is of what led.
  const std::size_t begin = behind_article(mention.begin);
  if (!figure_behind && scopes_[clause].subject.known() && !scopes_[clause].subject.product.empty() &&
      p_.is(begin - 1, "in") && p_.can(begin - 2, use::change_noun))
    return;
  Series series = series_of(mention);
  Scope& scope = scopes_[clause];
  if (!scope.topic.known() && (clauses_[clause].verb == Clause::none || mention.head < clauses_[clause].verb))
    scope.subject = series;
  if (clauses_[clause].link != Link::cause) d_.mention(series, !mention.product.empty());
  if (series.partners.size() > 1) d_.who.list = series.partners;
  if (!series.region.empty()) d_.about.region_paragraph = d_.paragraph;
  scope.topic = std::move(series);
  scope.topic_at = mention.head;
  scope.topic_begin = mention.begin;
  scope.of_rank = false;
}

Series SentenceReader::series_of(const MeasureMention& mention) {
  const std::size_t clause = clauses_.at(mention.head);
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
    if (series.flow == "exports" && !before.empty() && !origin.empty() && before.front()->subject() != origin.front() &&
        !before.front()->subject().empty() && before.front()->subject() != world_total) {
      series.flow = "imports";
      series.partners = origin;
    } else {
      series.subjects = origin;
    }
  }
  // "Chinese imports", in a text on Brazil's trade with China: those from China.
  if (mention.flow == "imports" && mention.subjects.size() == 1 && mention.partners.empty() &&
      mention.subjects.front().name.role == NameRole::demonym && !mention.subjects.front().possessive &&
      d_.about.first.is_pair() && series.subject() == d_.about.first.partner()) {
    series.partners = series.subjects;
    series.subjects = {d_.about.first.subject()};
  }
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
      series.subject() == series.partner()) {
    series.partners.clear();
    for (const Series* one : context(clause, false))
      if (series.partners.empty() && !one->other(series.subject()).empty())
        series.partners = {one->other(series.subject())};
    if (series.partners.empty() && !d_.other(series.subject()).empty()) series.partners = {d_.other(series.subject())};
  }
  if (mention.subjects.size() == 1 && mention.subjects.front().pronoun && series.partners.empty() &&
      ranks_partners(clause))
    for (const Series* one : context(clause, false))
      if (named(one->subject()) && one->subject() != series.subject() && one->flow == series.flow) {
        series.partners = series.subjects;
        series.subjects = {one->subject()};
        break;
      }
  if (mention.region) series.region = mention.product;
  if (mention.of_the_world && series.subjects.empty() && series.partners.empty()) {
    series.subjects = series.partners = {world_total};
    return series;
  }
  if (series.partners.empty() &&
      p_.match_any(p_.is(mention.end, "signed") ? mention.end + 1 : mention.end,
                   {"with these", "with those", "to these", "to those", "from these", "from those", "with the four",
                    "with the three", "with the two", "with the five", "with them"})) {
    if (d_.who.list.size() > 1)
      series.partners = d_.who.list;
    else if (lexicon_.is_bloc(d_.about.last.partner()))
      series.partners = {d_.about.last.partner()};
  }
  // "turnover up 24.1%", "that with Vietnam": of the trade spoken of.
  if (mention.measure == "turnover") {
    series.measure = "goods_trade";
    series.flow = "trade";
    for (const Series* before : context(clause, !mention.again && !series_in_sentence())) {
      const bool again = mention.again && before->measure.starts_with("investment");
      if (!is_trade_flow(before->flow) && !before->measure.starts_with("contracted") && !again) continue;
      series.flow = before->flow, series.measure = before->measure;
      if (series.product.empty()) series.product = before->product;
      break;
    }
  }
  if (series.partners.empty() && (series.measure.starts_with("investment") || series.measure.starts_with("contracted")))
    series.partners = where_to(mention);
  if (mention.measure == "investment" || mention.measure == "investment_stock") {
    if (agreed_at_event(mention, series)) return series;
    investment(mention, series);
  }
  if (mention.their && series.product.empty() && !d_.traders.empty())
    series.product = d_.traders, series.of_all_flows = true;
  if (series.product.empty() && !mention.total && is_trade_flow(series.flow))
    if (std::string firms = traders_of(clause); !firms.empty())
      series.product = std::move(firms), series.of_all_flows = series.part = true;
  // "2 million tonnes of rice were exported"
  if (series.product.empty() && mention.verb && p_.can(mention.head - 1, use::be))
    for (const auto& q : parts_.quantities)
      if (q.end <= mention.head && clauses_.at(q.begin) == clause && unit_of_goods(q.unit))
        series.product = goods_weighed(q, series);
  if (!series.product.empty() && (series.flow == "trade" || mention.region)) series.of_all_flows = true;
  // "July exports" where the text counts goods and services together; "exports" in a paragraph on services.
  if (series.measure == "goods_trade" && mention.head_only && d_.about.first.measure == "goods_and_services_trade" &&
      !(d_.spoken_of_here() && d_.about.topic.measure == "goods_trade"))
    series.measure = d_.about.first.measure;
  if (series.measure == "goods_trade" && mention.plain && !p_.can(mention.head - 1, use::goods)) {
    const auto before = context(clause, false);
    const auto of_services = [&](const Series& one) {
      return one.measure == "services_trade" && (series.subjects.empty() || series.subject() == one.subject());
    };
    if (!before.empty() && (of_services(*before.front()) || (of_services(d_.about.first) && !d_.goods_said)))
      series.measure = "services_trade";
  }
  d_.goods_said = d_.goods_said || (series.measure == "goods_trade" && !mention.plain && !mention.foreign);

  // "With the European Union, Japan reported a deficit": a partner at the head of the clause.
  if (series.partners.empty() && !mention.total && is_trade_flow(series.flow)) {
    const std::size_t begin = clauses_[clause].begin;
    std::size_t end = begin;
    const bool about = p_.is_any(begin, {"for", "regarding"}) || p_.match(begin, "as for");
    if ((p_.is_any(begin, {"with", "to", "from"}) || (about && agents(clause).size() == 1)) &&
        mention.begin > begin + 1)
      if (const auto list = party_list_at(p_, parts_.parties, p_.is(begin, "as") ? begin + 2 : begin + 1, end);
          !list.empty() && !list.front().possessive && p_.is(end, ",") &&
          !(about && resolve(list.front(), false) == agents(clause).front()))
        series.partners = resolve(list, false);
  }
  // "Exports were growing fast to the Chinese market": a partner behind the verb.
  if (series.partners.empty() && !mention.total && !mention.bilateral && !mention.verb && is_trade_flow(series.flow))
    for (std::size_t i = mention.end; i < p_.end() && clauses_.at(i) == clause; i = parts_.behind(i)) {
      if (parts_.is(i, PartKind::quantity) || (i > mention.head && i != mention.end && parts_.is(i, PartKind::rank)) ||
          std::ranges::any_of(
              measures_, [&](const MeasureMention& m) { return m.head > mention.head && m.begin <= i && i < m.end; }))
        break;
      if (!p_.is_any(i, {"with", "to", "from"})) continue;
      std::size_t end = i;
      if (const auto list = party_list_at(p_, parts_.parties, i + 1, end);
          !list.empty() && !list.front().possessive && !parts_.is(end, PartKind::quantity) &&
          !(p_.is_any(end, {"by", "at"}) && parts_.is(end + 1, PartKind::quantity))) {
        series.partners = resolve(list, false);
        break;
      }
    }
  if (series.subjects.size() == 2 && series.partners.empty() && !mention.total &&
      (series.flow == "trade" || series.flow == "balance" || series.flow == "two-way")) {
    series.partners = {series.subjects.back()};
    series.subjects.pop_back();
    series.two_sided = true;
  } else if (series.subjects.empty() && series.partners.empty() && mentioned_before(series)) {
  } else if (series.subjects.empty() && series.partners.empty()) {
    fill_both(series, mention, clause);
  } else if (series.subjects.empty()) {
    fill_subject(series, clause);
  } else if (series.partners.empty()) {
    fill_partner(series, mention, clause);
  }
  inherit_product(series, mention, clause);
  return series;
}

std::vector<const Series*> SentenceReader::context(std::size_t clause, bool opens) const {
  std::vector<const Series*> found;
  const auto add = [&found](const Series& series) {
    if (series.known() && std::ranges::find(found, &series) == found.end()) found.push_back(&series);
  };
  const auto add_scope = [&](const Scope& scope) {
    const bool topic_later = scope.topic_at > scope.figure_at;
    if (topic_later) add(scope.topic);
    add(scope.figure);
    add(scope.topic);
  };
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) add_scope(scopes_[c]);
  for (std::size_t c = clause; c-- > 0;)
    if (clauses_[c].link != Link::cause) add_scope(scopes_[c]);
  // "Exports to China rose. Imports fell": at the head of a sentence again those of the paragraph's topic.
  if (opens && found.empty()) {
    const Series& first = d_.about.first;
    const bool back_to_first = first.partner() == world_total || d_.about_pair() || d_.about.last.is_pair();
    // "Globally, its trade reached $6 trillion. The surplus ...": of the whole that was told just before.
    const bool whole_told = d_.about.last.partner() == world_total && !d_.about.last.part && d_.about.topic.is_pair();
    const Series& topic = whole_told               ? d_.about.last
                          : d_.about.topic.known() ? d_.about.topic
                          : back_to_first          ? first
                                                   : d_.about.last;
    if (topic.known() && topic.subject() == d_.about.last.subject() && topic.measure == d_.about.last.measure)
      add(topic);
  }
  add(d_.about.last);
  add(d_.about.topic);
  for (std::size_t c = clause; c-- > 0;)
    if (clauses_[c].link == Link::cause) add_scope(scopes_[c]);
  return found;
}

bool SentenceReader::series_in_sentence() const {
  return std::ranges::any_of(scopes_, [](const Scope& scope) { return scope.topic.known() || scope.figure.known(); });
}

// "Singapore's NODX ... The NODX shrank": goods spoken of before are again those of the same parties.
bool SentenceReader::mentioned_before(Series& series) const {
  if (series.product.empty() || !series.region.empty() || series_in_sentence()) return false;
  for (auto place = d_.about.mentioned.rbegin(); place != d_.about.mentioned.rend(); ++place) {
    const Series& one = *place;
    // In a new paragraph of a text on the whole, what was said of one partner has passed.
    if (one.is_pair() && d_.about.first.partner() == world_total &&
        (!d_.spoken_of_here() || d_.about.topic.partner() == world_total))
      continue;
    if (one.flow == series.flow && one.measure == series.measure &&
        (one.product == series.product || series.product.ends_with(" " + one.product))) {
      series.subjects = one.subjects, series.partners = one.partners;
      return true;
    }
  }
  return false;
}

// "was the only export market to suffer a fall"
bool SentenceReader::is_one_of_the_markets(std::size_t i) const {
  const std::size_t end = noun_phrase_end(parts_, p_.is(i + 1, "only") ? i + 2 : i);
  return end > i && !parts_.is(i, PartKind::rank) &&
         p_.is_any(end - 1, {"market", "destination", "partner", "supplier", "source", "buyer", "customer"}) &&
         p_.is_any(i, {"the", "a", "an", "another", "one"});
}

// "The US followed with ...", "China took the lead with its imports ...": who does is one partner of several.
bool SentenceReader::ranks_partners(std::size_t clause) const {
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) {
    const std::size_t verb = clauses_[c].verb;
    if (verb != Clause::none && (p_.is_any(verb, {"followed", "follows", "trailed", "trails", "came"}) ||
                                 p_.match_any(verb, {"took the lead", "takes the lead", "topped the list"})))
      return true;
    if (verb != Clause::none && p_.can(verb, use::be | use::become) && is_one_of_the_markets(verb + 1)) return true;
    if (clauses_[c].link == Link::main || clauses_[c].link == Link::also) break;
  }
  return false;
}

void SentenceReader::fill_both(Series& series, const MeasureMention& mention, std::size_t clause) {
  const auto before = context(clause, !series_in_sentence());
  const std::vector<EconomyCode> who = agents(clause);
  const bool object = mention.verb || clauses_[clause].link == Link::with ||
                      (clauses_[clause].verb != Clause::none && mention.head > clauses_[clause].verb) ||
                      clauses_[clause].link == Link::participle;
  if (mention.bilateral || mention.their) {
    if (between_.size() == 2 && who.size() < 2) {
      series.subjects = {between_.front()}, series.partners = {between_.back()};
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
    const bool countries = two_countries(mention);
    for (const Series* one : before)
      if (one->is_pair() && (who.empty() || !one->other(who.front()).empty()) &&
          !(countries && (lexicon_.is_bloc(one->subject()) || lexicon_.is_bloc(one->partner())))) {
        series.subjects = one->subjects, series.partners = one->partners;
        return turn_round(series, mention);
      }
    if (!d_.about.pair_subject.empty()) {
      series.subjects = {d_.about.pair_subject}, series.partners = {d_.about.pair_partner};
      return turn_round(series, mention);
    }
    // "Trade between the two countries rose", before either is named
    const EconomyCode& second = !d_.who.second.empty() ? d_.who.second : d_.who.counterpart;
    if (mention.bilateral && who.empty() && before.empty() && !d_.who.main.empty() && !second.empty()) {
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
  // A rank of the same sentence says whose with whom: "ASEAN was China's largest partner, with trade reaching ...".
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent)
    if (scopes_[c].of_rank && !mention.foreign) {
      series.subjects = scopes_[c].topic.subjects, series.partners = scopes_[c].topic.partners;
      return;
    }
  if (object && who.size() >= 2 && series.flow == "trade") {
    series.subjects = {who.front()};
    series.partners.assign(who.begin() + 1, who.end());
    series.two_sided = true;
    return;
  }
  // "The US followed with imports of $5 billion": a partner, as those before.
  if (object && who.size() == 1 && ranks_partners(clause) && !before.empty() && named(before.front()->subject()) &&
      before.front()->subject() != who.front()) {
    series.subjects = {before.front()->subject()};
    series.partners = who;
    return;
  }
  if (object && !who.empty()) {
    series.subjects = {who.front()};
    return fill_partner(series, mention, clause);
  }
  for (const Series* one : before) {
    if (one->subject().empty()) continue;
    if (mention.total && !mention.bilateral &&
        !(one->is_pair() && (one->two_sided || (d_.about_pair() && series.flow == "trade")) && !mention.foreign)) {
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
      series.partners = {world_total};
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
    if (series.partners.empty() && is_trade_flow(series.flow)) series.partners = {world_total};
    return turn_round(series, mention);
  }
  if (!who.empty()) {
    series.subjects = {who.front()};
    return fill_partner(series, mention, clause);
  }
  const EconomyCode of_amounts = home_of_amounts(mention.end);
  series.doubtful = !named(of_amounts);
  series.subjects = {named(of_amounts)      ? of_amounts
                     : !d_.who.home.empty() ? d_.who.home
                     : !d_.who.main.empty() ? d_.who.main
                                            : unnamed_party};
  series.partners = {world_total};
}

// "the two countries' trade", "trade between both nations": no bloc is one of them.
bool SentenceReader::two_countries(const MeasureMention& mention) const {
  for (std::size_t i = mention.begin > p_.begin() + 4 ? mention.begin - 4 : p_.begin(); i < mention.end; ++i)
    if (p_.is_any(i, {"two", "both"}) && p_.is_any(i + 1, {"countries", "nations", "economies", "neighbours"}))
      return true;
  return false;
}

// The parties that a sentence names up to a token, where they are two: "Russia's president told China's leader that
// trade between the countries ...".
std::vector<EconomyCode> SentenceReader::two_named(std::size_t to) const {
  std::vector<EconomyCode> found;
  for (const auto& party : parts_.parties) {
    if (party.begin >= to || party.anaphor) continue;
    if (party.name.role == NameRole::agreement || party.name.role == NameRole::capital) continue;
    if (std::ranges::find(found, party.name.code) == found.end()) found.push_back(party.name.code);
  }
  return found.size() == 2 ? found : std::vector<EconomyCode>();
}

// Of a pair that was spoken of as one ("trade between A and B") exports are those of the one in whose money they are
// told, else of the one that the text is about.
void SentenceReader::turn_round(Series& series, const MeasureMention& mention) {
  if (!series.two_sided || !(oriented(series.flow) || series.partner() == world_total)) return;
  series.two_sided = mention.bilateral;
  const EconomyCode here = series.subject(), there = series.partner();
  const auto is_other = [&](const EconomyCode& code) { return named(code) && code != here && code == there; };
  const EconomyCode of_amounts = home_of_amounts(mention.end);
  const bool turn = is_other(of_amounts) || (of_amounts != here && is_other(d_.who.home)) ||
                    (of_amounts != here && d_.who.home != here && is_other(d_.who.main));
  if (turn && series.is_pair()) std::swap(series.subjects, series.partners);
  if (!named(of_amounts) || (of_amounts != here && of_amounts != there)) series.doubtful = true;
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
    return named(code) && std::ranges::find(series.partners, code) == series.partners.end() && !member_of(with, code);
  };
  for (const auto& code : agents(clause))
    if (fits(code)) {
      series.subjects = {code};
      return;
    }
  if (!series_in_sentence() && fits(d_.who.agent)) {
    series.subjects = {d_.who.agent};
    return;
  }
  for (const Series* one : context(clause, !series_in_sentence())) {
    const bool other_topic =
        !series_in_sentence() && fits(d_.about.first.subject()) && one->subject() != d_.about.first.subject();
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
  for (const EconomyCode& code : {d_.other(with), d_.who.main, d_.who.second, d_.who.home})
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
  const auto before = context(clause, false);
  if (mention.bilateral) {
    for (const Series* one : before)
      if (!one->other(own).empty()) {
        series.partners = {one->other(own)};
        return;
      }
    const EconomyCode other = !d_.other(own).empty() ? d_.other(own) : d_.who.main != own ? d_.who.main : d_.who.second;
    if (!other.empty()) series.partners = {other};
    return;
  }
  // In a sentence on the trade of a pair, "China's exports" are those to the other one.
  for (std::size_t c = 0; c < scopes_.size(); ++c)
    for (const Series* one : {&scopes_[c].figure, &scopes_[c].topic})
      if (one->known() && !one->other(own).empty() && clauses_[c].link != Link::cause) {
        series.partners = {one->other(own)};
        return;
      }
  // And in a text that is about the pair.
  const bool whole_before =
      d_.about.topic.known() && d_.about.topic.subject() == own && d_.about.topic.partner() == world_total;
  // Before that, that of the paragraph.
  const EconomyCode here = d_.about.topic.other(own);
  if (trade && !here.empty() && here == d_.about.last.other(own)) {
    series.partners = {here};
    series.doubtful = d_.about.first.other(own) != here;
    return;
  }
  if (trade && (d_.about.first.two_sided || d_.about_pair()) && !d_.about.first.other(own).empty() && !whole_before) {
    series.partners = {d_.about.first.other(own)};
    series.doubtful = true;
    return;
  }
  // And in the sentence behind one, unless the paragraph is about the whole of its trade.
  const bool of_the_whole =
      d_.about.topic.known() && d_.about.topic.subject() == own && d_.about.topic.partner() == world_total;
  const bool pair_before = d_.about.last.known() && !d_.about.last.other(own).empty() && d_.about.topic.known();
  if (pair_before && !of_the_whole && trade && series.product.empty() &&
      (d_.about.last.flow == "trade" || oriented(d_.about.last.flow))) {
    series.partners = {d_.about.last.other(own)};
    series.doubtful = true;
    return;
  }
  if (!trade) return;
  series.partners = {world_total};
  series.doubtful = !of_the_whole && (!d_.other(own).empty() || !d_.about.first.other(own).empty());
}

void SentenceReader::inherit_product(Series& series, const MeasureMention& mention, std::size_t clause) {
  // "Guangxi's trade with ASEAN ... Its exports to Vietnam": still the province's, a part of its country's.
  if (series.region.empty() && !d_.about.last.region.empty() && d_.about.region_paragraph == d_.paragraph &&
      series.product.empty() &&
      std::ranges::all_of(mention.subjects, [](const PartyMention& party) { return party.anaphor; }))
    series.region = series.product = d_.about.last.region;
  if (std::string place = region_of(clause); series.product.empty() && !place.empty() && mention.subjects.empty()) {
    series.region = series.product = std::move(place);
    series.of_all_flows = true;
  }
  // "Farm machinery also fared well. Exports reached ...": of what the sentence before was about.
  if (series.product.empty() && !d_.theme.empty() && mention.subjects.empty() && mention.partners.empty() &&
      !mention.foreign && is_trade_flow(series.flow)) {
    series.product = d_.theme;
    series.of_all_flows = true;
    return;
  }
  if (!series.product.empty() || mention.total) return;
  // "Auto exports fell, with shipments to Italy plummeting", "Phones led. Shipments to Italy ...": of these goods.
  if (p_.is_any(mention.head, {"shipments", "sales", "deliveries"}) && mention.subjects.empty() &&
      !mention.partners.empty()) {
    const auto near = context(clause, false);
    const Series* goods = series_in_sentence()  ? (near.empty() ? nullptr : near.front())
                          : d_.spoken_of_here() ? &d_.about.said
                                                : nullptr;
    if (goods && !goods->product.empty() && goods->flow == series.flow && goods->subject() == series.subject()) {
      series.product = goods->product;
      return;
    }
  }
  // "The amount consisted of exports worth ...": surely of the trade before.
  const Clause& here = clauses_[clause];
  const auto [begin, end] = subject_phrase(clause, here.begin, here.verb == Clause::none ? here.begin : here.verb);
  const bool goes_on = begin < end && p_.can(end - 1, use::figure_noun);
  const auto before = context(clause, !series_in_sentence());
  for (const Series* one : before) {
    const bool last = one == &d_.about.last || one == &d_.about.topic || one == &d_.about.first;
    if (last && !d_.spoken_of_here() && !goes_on) return;
    if (last && one->flow == "balance" && series.flow == "balance" && one->sign != series.sign) continue;
    if (one->product.empty()) {
      if (last) return;
      continue;
    }
    if (one->measure != series.measure || one->subject() != series.subject()) return;
    const bool same_words = mention.head_only || mention.definite;
    const bool part_of_it = one->of_all_flows && is_trade_flow(series.flow) && (!last || same_words);
    const bool again = one->flow == series.flow && same_words && mention.subjects.empty() && mention.partners.empty();
    if (part_of_it || again) series.product = one->product, series.of_all_flows = one->of_all_flows;
    return;
  }
}

// "deals were signed for 470 projects with a combined investment of ...": what was agreed at an event is the event's.
bool SentenceReader::agreed_at_event(const MeasureMention& mention, Series& series) const {
  if (d_.who.event.empty() || mention.bilateral || !series.subjects.empty() || !series.partners.empty() ||
      !mention.origin.empty())
    return false;
  if (!contains({"deals", "projects", "agreements", "contracts"})) return false;
  const bool at_event = contains({"expo", "exposition", "fair", "the event", "ceremony", "exhibition"});
  const bool goes_on = d_.about.last.subject() == d_.who.event && d_.about.last.flow.empty();
  if (!at_event && !goes_on) return false;
  series.subjects = {d_.who.event};
  series.flow.clear();
  series.measure = "investment";
  return true;
}

void SentenceReader::investment(const MeasureMention& mention, Series& series) {
  if (mention.bilateral && (series.flow.empty() || series.flow == "inward")) series.flow = "two-way";
  // "Investment from Japan rose": into the one whose investment the text is about.
  if (!mention.origin.empty() && series.subjects.empty() && series.partners.empty()) {
    series.partners = resolve(mention.origin, false);
    for (const EconomyCode& code : {d_.about.last.subject(), d_.about.first.subject(), d_.who.main, d_.who.second})
      if (named(code) && std::ranges::find(series.partners, code) == series.partners.end() &&
          !member_of(code, series.partner()) && series.subjects.empty())
        series.subjects = {code};
    series.flow = "inward";
  }
  if (cumulative_near(mention.head)) series.cumulative = true;
  // "Japan is ASEAN's third largest source of FDI. Japanese FDI increased ...": into the other one.
  if (mention.flow == "inward" && series.partners.empty() && mention.subjects.size() == 1 &&
      mention.subjects.front().name.role == NameRole::demonym && !mention.subjects.front().possessive &&
      !d_.other(series.subject()).empty()) {
    series.partners = series.subjects;
    series.subjects = {d_.other(series.partner())};
  }
  // "FDI fell to 92.1 billion yuan. In dollar terms, the investment was ...": the same again.
  if (series.flow.empty() && series.partners.empty() && series.subjects.empty() &&
      d_.about.last.measure.starts_with("investment"))
    series.flow = d_.about.last.flow;
  // "ASEAN members had recorded cumulative investment": where it went is the other of the two.
  if (series.flow.empty() && series.partners.empty() && !mention.bilateral && series.subjects.empty())
    if (const auto who = agents(clauses_.at(mention.head)); who.size() == 1 && !d_.other(who.front()).empty()) {
      series.subjects = who;
      series.partners = {d_.other(who.front())};
    }
  if (series.flow.empty() && series.partners.empty() && series.subjects.size() == 1 && !mention.bilateral &&
      !d_.other(series.subject()).empty())
    series.partners = {d_.other(series.subject())};
  if (series.flow.empty()) {
    const bool spoken_of = d_.about.last.measure.starts_with("investment") && !d_.about.last.flow.empty();
    series.flow = mention.bilateral                                          ? "two-way"
                  : !series.partners.empty() && !series.subjects.empty()     ? "outward"
                  : spoken_of                                                ? d_.about.last.flow
                  : series.subjects.size() == 1 || !d_.about.first.is_pair() ? "outward"
                                                                             : "two-way";
  }
  series.measure = series.cumulative || mention.measure == "investment_stock" ? "investment_stock" : "investment_flow";
}

std::vector<EconomyCode> SentenceReader::where_to(const MeasureMention& mention) const {
  for (std::size_t i = mention.end; i < p_.end() && !p_.is_any(i, {";", "while", "whereas"}); ++i) {
    if (p_.can(i, use::compose)) break;
    if (!p_.is_any(i, {"in", "across", "into"})) continue;
    std::size_t end = i;
    if (const auto list = party_list_at(p_, parts_.parties, i + 1, end); !list.empty()) return resolve(list, false);
  }
  // "In the BRI countries, the value of contracts ...", "signed 304 contracts in 57 BRI countries, with those
  // completed".
  for (std::size_t i = mention.begin; i-- > p_.begin();) {
    if (!p_.is_any(i, {"in", "across", "into"})) continue;
    const Quantity* count = parts_.quantity_at(i + 1);
    std::size_t end = i;
    if (const auto list = party_list_at(p_, parts_.parties, count ? count->first : i + 1, end);
        !list.empty() && list.front().name.role == NameRole::name && !list.front().possessive)
      return resolve(list, false);
  }
  return {};
}

bool SentenceReader::cumulative_near(std::size_t head) const {
  for (std::size_t i = head > p_.begin() + 8 ? head - 8 : p_.begin(); i < std::min(p_.end(), head + 12); ++i)
    if (p_.is_any(i, {"cumulative", "cumulatively", "accumulated", "accumulative", "stock", "accumulatively"}))
      return true;
  return false;
}

bool SentenceReader::member_of(const EconomyCode& economy, const EconomyCode& bloc) const {
  static constexpr Date any_day{std::chrono::year{2025}, std::chrono::month{1}, std::chrono::day{1}};
  return lexicon_.is_bloc(bloc) && lexicon_.world().is_member(economy, bloc, d_.when.published.value_or(any_day));
}

std::vector<EconomyCode> SentenceReader::own_agents(std::size_t clause) const {
  const Clause& here = clauses_[clause];
  std::vector<EconomyCode> found;
  std::size_t previous_end = 0;
  for (const auto& party : parts_.parties) {
    if (party.begin < here.begin) continue;
    if (party.begin >= here.end || (here.verb != Clause::none && party.begin > here.verb)) break;
    const bool firms = party.name.role == NameRole::demonym && p_.can(party.end, use::traders);  // "Chinese companies"
    if (clauses_.at(party.begin) != clause || party.possessive || (party.name.role == NameRole::demonym && !firms) ||
        party.name.role == NameRole::agreement || party.name.role == NameRole::capital || inside_measure(party) ||
        inside_rank(party))
      continue;
    std::size_t before = behind_article(party.begin);
    while (before > here.begin && parts_.owner(before - 1).kind == PartKind::none &&
           (p_.can(before - 1, use::company | use::number) || p_.is_number(before - 1)))
      --before;  // "among the ten ASEAN countries"
    before = behind_article(before);
    const bool fronted =
        p_.is_any(before - 1, {"for", "in"}) && before - 1 == here.begin && p_.is(party.end, ",") && !party.name.bloc;
    const bool list = !found.empty() && party.begin - previous_end <= 3;
    const bool opens = before - 1 == here.begin && (here.link == Link::also || here.link == Link::with);
    if (!list && p_.can(before - 1, use::preposition) && before > here.begin && !fronted && !opens) continue;
    if (p_.is(party.end, "-") || (p_.capital(party.end) && !carries_clause(parts_, party.end) &&
                                  !party_beginning_at(parts_.parties, party.end) &&
                                  parts_.owner(party.end).kind == PartKind::none && p_.is_word(party.end)))
      continue;  // "China Customs", "US-led"
    if (p_.can(party.end, use::source)) continue;
    const EconomyCode code = resolve(party, true);
    if (code.empty()) continue;
    if (!list) found.clear();
    found.push_back(code);
    previous_end = party.end;
  }
  return found;
}

std::vector<EconomyCode> SentenceReader::agents(std::size_t clause) const {
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) {
    if (auto own = own_agents(c); !own.empty()) return own;
    const Link link = clauses_[c].link;
    if (link == Link::relative) {
      // "Vietnam, which exported ...": the party before it.
      for (const auto& party : parts_.parties)
        if (!party.possessive && party.end + 1 >= clauses_[c].begin && party.end <= clauses_[c].begin &&
            party.name.role == NameRole::name)
          return {resolve(party, false)};
    }
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

EconomyCode SentenceReader::resolve(const PartyMention& mention, bool owner) const {
  if (!mention.anaphor || !mention.name.code.empty()) return mention.name.code;
  if (mention.which != PartyMention::any) return one_of_two(mention);
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
      if (party.anaphor || party.name.role == NameRole::agreement || party.name.role == NameRole::capital) continue;
      if (fits(party)) code = party.name.code;
    }
    return code;
  };
  if (mention.name.bloc) {
    // "the region's": of a province that the text has been about
    if (!d_.about.last.region.empty() && p_.is(mention.possessive ? mention.end - 2 : mention.end - 1, "region"))
      return d_.about.last.subject();
    const EconomyCode here = named_before([](const PartyMention& party) { return party.name.bloc; });
    if (!here.empty()) return here;
    if (!d_.who.bloc.empty()) return d_.who.bloc;
    if (!mention.by_size.empty()) return mention.by_size;
    if (lexicon_.is_bloc(spoken_of)) return spoken_of;
    return p_.is(mention.possessive ? mention.end - 2 : mention.end - 1, "region") ? EconomyCode{}
                                                                                   : d_.who.bloc_to_come;
  }
  if (mention.pronoun && mention.possessive) {
    // "its": of whom the sentence is about.
    for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) {
      for (const auto& party : parts_.parties) {
        if (party.anaphor || party.possessive || party.begin >= mention.begin || clauses_.at(party.begin) != c ||
            party.name.role != NameRole::name || inside_measure(party) || inside_rank(party))
          continue;
        if (clauses_[c].verb != Clause::none && party.begin > clauses_[c].verb) continue;
        const std::size_t before = behind_article(party.begin);
        if (before > clauses_[c].begin && p_.can(before - 1, use::preposition)) continue;
        return party.name.code;
      }
      if (const Series& latest = scopes_[c].latest(); latest.known() && named(latest.subject()))
        return latest.subject();
    }
    if (!d_.who.agent.empty() && !series_in_sentence()) return d_.who.agent;
    if (named(spoken_of)) return spoken_of;
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
  const bool placed = p_.is(mention.begin - 1, "in");  // "investments in the country": where the text is
  if (!placed && (!owner || (!mention.possessive && p_.can(mention.begin - 1, use::preposition)))) {
    // "exports to the country": not the one whose exports they are.
    const EconomyCode here = named_before([&](const PartyMention& party) {
      return !party.possessive && party.name.role == NameRole::name && !party.name.bloc && party.name.code != spoken_of;
    });
    if (!here.empty()) return here;
    const bool market = p_.is(mention.end - 1, "market");
    for (const Series* one : context(clause, false))
      if (one->is_pair() && (market || !lexicon_.is_bloc(one->partner()))) return one->partner();
    if (d_.who.economy != spoken_of) return d_.who.economy;
  }
  // "According to China's customs, the country's foreign trade ...": the one just named.
  if (!series_in_sentence()) {
    const EconomyCode here =
        named_before([placed](const PartyMention& party) { return !party.name.bloc && !(placed && party.possessive); });
    if (!here.empty()) return here;
  }
  const bool text_on_agent = d_.who.agent == d_.who.main || d_.who.agent == d_.about.first.subject();
  const EconomyCode agent = series_in_sentence() || !text_on_agent ? EconomyCode{} : d_.who.agent;
  for (const EconomyCode& code : {agent, spoken_of, d_.about.topic.subject(), d_.about.first.subject(), d_.who.main})
    if (named(code) && !lexicon_.is_bloc(code)) return code;
  // In a text that has named nobody yet: the one whose money it counts in, or one that only its letterhead names.
  if (!d_.who.economy.empty()) return d_.who.economy;
  if (!d_.who.home.empty()) return d_.who.home;
  return unnamed_party;
}

std::vector<EconomyCode> SentenceReader::resolve(const std::vector<PartyMention>& mentions, bool owner) const {
  std::vector<EconomyCode> codes;
  for (const auto& mention : mentions)
    if (const auto code = resolve(mention, owner); !code.empty()) codes.push_back(code);
  return codes;
}

}  // namespace tradewind
