// Which goods a measure is of that names none: those that were spoken of before.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

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

// "bought $5 billion of them", "exports of such products": of the goods that were spoken of last
std::string SentenceReader::goods_named(std::size_t clause) const {
  if (!d_.goods_before.empty() && !series_in_sentence()) return d_.goods_before;
  // "For farm products it is the first market: imports of them rose"
  if (std::string front = goods_in_front(0); !front.empty()) return front;
  for (const Series* one : context(clause, false))
    if (!one->product.empty() && one->region.empty()) return one->product;
  return d_.about.mentioned.empty() ? std::string() : d_.about.mentioned.back().product;
}

void SentenceReader::inherit_product(Series& series, const MeasureMention& mention, std::size_t clause) {
  // "Excluding oil and gold, exports rose 5 percent"
  if (std::string front = series.product.empty() && is_trade_flow(series.flow) ? goods_in_front(clause) : std::string();
      front.starts_with("excluding ") || series.product.starts_with("excluding "))
    series.part = true, series.product = series.product.empty() ? std::move(front) : series.product;
  // "Catalonia's exports rose. Spain as a whole exported ...", "Nationwide, trade grew": of no place any more
  if (p_.is_any(clauses_[clause].begin, "nationwide|nationally") || (contains("as a whole") && !agents(clause).empty()))
    return;
  // "Guangdong exported goods worth $5 billion"
  if (series.region.empty() && is_trade_flow(series.flow) &&
      std::ranges::all_of(mention.subjects, [](const PartyMention& party) { return party.pronoun; }))
    if (std::string place = region_of(clause); !place.empty()) {
      if (const EconomyCode country = country_of(d_.who.provinces, place);
          !country.empty() && country != series.partner())
        series.subjects = {country};
      series.region = std::move(place);
      if (series.product.empty()) series.product = series.region, series.of_all_flows = true;
    }
  // "Guangxi's trade with ASEAN ... Its exports to Vietnam": still the province's, a part of its country's; but not
  // "China is a large trader, and its exports ..."
  const bool of_country = std::ranges::any_of(parts_.parties, [&](const PartyMention& party) {
    return party.end < mention.begin && !party.anaphor && !party.possessive && party.name.role == NameRole::name &&
           party.name.code == series.subject() && p_.can(party.end, use::be | use::hold | use::become);
  });
  if (series.region.empty() && !of_country && !d_.about.last.region.empty() &&
      d_.about.region_paragraph == d_.paragraph && series.subject() == d_.about.last.subject() &&
      std::ranges::all_of(mention.subjects, [](const PartyMention& party) { return party.anaphor; })) {
    series.region = d_.about.last.region;
    if (series.product.empty()) series.product = series.region;
  } else if (const std::string& place = !d_.about.first.region.empty()  ? d_.about.first.region
                                        : !d_.about.last.region.empty() ? d_.about.last.region
                                                                        : d_.who.province;
             mention.of_region && !place.empty() && series.product.empty())  // "the city's exports"
    series.region = series.product = place, series.of_all_flows = true;
  // "Guangxi has benefited. The region's trade ..."
  else if (series.region.empty() && mention.subjects.size() == 1 && mention.subjects.front().anaphor &&
           !country_of_region(mention.subjects.front()).empty()) {
    series.region = d_.who.province;
    if (series.product.empty()) series.product = series.region, series.of_all_flows = true;
  }
  // In a text that is about a province its name need not come again: "Exports to ASEAN, at 25.6 billion yuan, ..."
  else if (const Series& first = d_.about.first;
           series.region.empty() && !first.region.empty() && series.subject() == first.subject() &&
           (!mention.foreign || mention.their || !mention.subjects.empty() || !mention.partners.empty()) &&
           !(d_.spoken_of_here() && d_.about.last.region.empty() &&
             d_.about.last.product.empty() &&  // unless it has turned to the whole country
             d_.about.last.subject() == first.subject()) &&
           is_trade_flow(series.flow) && std::ranges::all_of(mention.subjects, [](const PartyMention& party) {
             return party.anaphor && (party.pronoun || party.name.bloc);  // "its", "the region's"
           })) {
    series.region = first.region;
    if (series.product.empty()) series.product = first.region, series.of_all_flows = true;
  }
  // "Farm machinery also fared well. Exports reached ...": of what the sentence before was about.
  if (series.product.empty() && !d_.theme.empty() && mention.subjects.empty() && mention.partners.empty() &&
      !mention.foreign && is_trade_flow(series.flow)) {
    series.product = d_.theme;
    series.of_all_flows = true;
    return;
  }
  // "Drug exports rose to $23 billion. Those to the US were $25 billion": a part is no larger than its whole
  const auto larger_than = [&](const std::string& goods) {
    const auto amount = std::ranges::find_if(parts_.quantities, [&](const Quantity& q) {
      return q.kind == QuantityKind::money && q.begin > mention.head && clauses_.at(q.begin) == clause &&
             p_.is_any(q.begin - 1, "to|at|of|were|was");
    });
    return amount != parts_.quantities.end() && named_party(series.partner()) &&
           std::ranges::any_of(told_lately(8), [&](const Statement& told) {
             return told.kind == StatementKind::level && told.product == goods && told.flow == series.flow &&
                    told.partner == world_total && told.value.unit == amount->unit && told.period == d_.when.period &&
                    told.value.interval.high < amount->value.low;
           });
  };
  // "China's durian imports hit a record. Imports from Thailand fell": in a text on durians
  if (const Series& first = d_.about.first;
      series.product.empty() && d_.about_goods() && !mention.total && !mention.foreign &&
      (mention.plain || (mention.verb && (!d_.spoken_of_here() || parts_.is(mention.end, PartKind::quantity)))) &&
      has_direction(series.flow) && first.measure == series.measure && first.region.empty() &&
      (series.subject() == first.subject() || series.partner() == first.subject()) &&
      (d_.about.said.product.empty() || d_.about.said.product == first.product || !d_.spoken_of_here()) &&
      !larger_than(first.product))
    series.product = first.product;
  // "shipped $2 billion worth of durians, of which exports to China made up $1 billion"
  if (series.product.empty() && p_.ends_before_any(mention.begin, "of which|of which ,") &&
      result_.statements.size() > statements_before_ && result_.statements.back().flow == series.flow)
    series.product = result_.statements.back().product;
  // "Private firms did well, with total exports of $5 billion": theirs
  if (mention.total && !mention.foreign && clauses_[clause].link == Link::with && is_trade_flow(series.flow) &&
      (series.product.empty() || series.product == series.region))
    if (std::string firms = traders_of(clause); !firms.empty()) series.product = std::move(firms);
  if (!series.product.empty() || mention.total ||
      p_.match_any(clauses_[clause].begin, "in all ,|all in all|in total ,"))
    return;
  // "Auto exports fell, with shipments to Italy plummeting", "Phones led. Shipments to Italy ...": of these goods.
  if (p_.is_any(mention.head, "shipments|sales|deliveries") && mention.subjects.empty() && !mention.partners.empty()) {
    const auto near = context(clause, false);
    // ... but of all in a paragraph on them all: "Exports fell. Watches were down 2 percent. Sales to Italy ..."
    const Series& topic = d_.about.topic;
    // ... nor behind several goods: "Cars were up 4 percent and phones 3 percent. Sales to Italy ..."
    const bool whole =
        topic.known() && topic.flow == series.flow && topic.partner() == world_total &&
        (topic.product.empty() || (d_.about.first.product.empty() && topic.product != d_.about.said.product));
    const Series* goods = series_in_sentence()            ? (near.empty() ? nullptr : near.front())
                          : d_.spoken_of_here() && !whole ? &d_.about.said
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
    // "Re-exports were $5 billion, exports $2 billion": those are others
    if (one->product == "re-exports" && p_.is_any(mention.head, "exports|imports")) return;
    if (one->measure != series.measure || one->subject() != series.subject()) return;
    // "Knitwear exports rose 4 percent and woven garments 3 percent. In May, exports rose ...": of all again
    const Series& said = d_.about.said;
    if (last && (mention.head_only || mention.definite) && one->region.empty() && d_.about.first.product.empty() &&
        !said.product.empty() && said.product != one->product)
      return;
    const bool same_words = mention.head_only || mention.definite;
    // "Transit trade rose 4 percent. Trade with China was ...": in transit, in a text on that
    const bool kind = one->flow == "trade" && mention.flow == "trade" && mention.subjects.empty() &&
                      !mention.bilateral && one->product == d_.about.first.product;
    // "EU farm trade did well. EU exports reached $9 billion": of these, where the text has told no figure yet
    const bool begins = last && !d_.about.first.known() && mention.partners.empty() && one->flow == "trade";
    const bool part_of_it = one->of_all_flows && is_trade_flow(series.flow) && (!last || same_words || kind || begins);
    // "Imports of fruits from Laos rose 5 percent, and exports 3 percent": of fruits
    // ... "while its exports rose"
    const bool no_other =
        !mention.subjects.empty() && mention.partners.empty() &&
        std::ranges::all_of(mention.subjects, [](const PartyMention& party) { return party.pronoun; });
    const bool beside = !last && (mention.head_only || no_other) && has_direction(one->flow) &&
                        has_direction(series.flow) && one->region.empty() && one->flow != "balance" &&
                        series.flow != "balance" && one->is_pair();
    // ... but not "Chile, with which trade rose"
    const bool of_another = p_.is_any(here.begin, "with|to|from") && p_.is(here.begin + 1, "which");
    const bool again =
        one->flow == series.flow && same_words && mention.subjects.empty() && mention.partners.empty() && !of_another;
    if (part_of_it || again || beside) series.product = one->product, series.of_all_flows = one->of_all_flows;
    return;
  }
}

}  // namespace tradewind
