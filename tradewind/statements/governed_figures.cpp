// Figures that a measure behind them governs: "$480 billion in contracted projects", "5 billion yuan of exports".
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

const MeasureMention* SentenceReader::governing_from_right(const Quantity& q, std::size_t k) const {
  std::size_t i = q.end;
  const bool percent = q.kind == QuantityKind::percent || q.kind == QuantityKind::points;
  // "a decrease of 10.5 percent in the deficit", "an increase of 5 percent in imports"
  bool worth = false, change = p_.is(q.begin - 1, "of") && (p_.can(q.begin - 2, use::change_noun) ||
                                                            p_.ends_before_any(q.begin - 1, "growth rate"));
  if (const std::size_t behind = behind_brackets(i); behind > i && p_.can(behind, use::change_noun)) i = behind;
  // "a $5 billion, or 41 percent, plunge in exports"
  if (p_.is_any(i, ",|-|--")) {
    const Quantity* part = parts_.quantity_at(p_.is(i + 1, "or") ? i + 2 : i + 1);
    const std::size_t noun = part ? part->end + 1 : p_.is_any(q.begin - 1, "or|-|--") ? i + 1 : i;
    if (noun > i && p_.is_any(noun - 1, ",|-|--") && p_.can(noun, use::change_noun) && p_.is_any(noun + 1, "in|of"))
      i = noun;
  }
  for (int skipped = 0; skipped < 6; ++skipped) {
    if (parts_.is(i, PartKind::period) && parts_.period_at(i)->role == PeriodRole::base)
      i = parts_.behind(i);
    else if (p_.is_any(i, "worth|'s|'|-|annual|yearly"))
      worth = worth || p_.is(i, "worth"), ++i;
    else if (p_.can(i, use::change_noun) && !p_.can(i, use::adverb))
      change = true, ++i;
    else if (p_.is_any(i, "goal|target") && p_.is_any(i + 1, "for|in"))  // "the $5 billion goal for trade with Peru"
      ++i;
    else
      break;
  }
  // "$70.93 billion (38.9%) were exported goods", "$34 billion or 39 percent were exports"
  std::size_t verb = behind_brackets(q.end);
  if (const Quantity* part = p_.is(verb, "or") ? parts_.quantity_at(verb + 1) : nullptr) verb = part->end;
  // "2 million tonnes of rice were exported"
  if (p_.is(verb, "of"))
    if (const std::size_t goods = noun_phrase_end(parts_, verb + 1); p_.can(goods, use::be)) verb = goods;
  const auto of_worth_list = [&](const Quantity& one) {
    return one.kind == QuantityKind::money && (p_.is(one.begin - 1, "worth") || p_.match(one.end, "worth of"));
  };
  const bool equated = (q.kind == QuantityKind::money || unit_of_goods(q.unit)) && p_.can(verb, use::be) &&
                       p_.is_any(verb, "was|were|is|are");
  for (const auto observed :
       {"was observed", "was recorded", "was seen", "was reported", "were recorded", "was registered"})
    if (const auto behind = p_.match(i, observed); behind && p_.is_any(behind, "in|for")) i = behind;
  // "gains of 29 percent in exports to Peru and 18 percent in those to Chile"
  if (percent && !change && k > 0 && p_.is_any(q.begin - 1, "and|,"))
    if (const Quantity& before = parts_.quantities[k - 1];
        before.kind == q.kind && p_.is(before.begin - 1, "of") && p_.can(before.begin - 2, use::change_noun))
      change = true;
  // "rose to $8 billion on higher shipments of chips": why it rose
  const std::size_t verb_here = clauses_[clauses_.at(q.begin)].verb;
  const bool rose = verb_here < q.begin && p_.can(verb_here, use::direction);
  const bool reason =
      p_.is(i, "on") && (rose || (clauses_[clauses_.at(i)].link == Link::cause && clauses_[clauses_.at(i)].begin == i));
  const bool links = p_.is_any(i, "in|of|on|from|for") && !reason;
  const bool at_head = q.kind == QuantityKind::money && p_.is(q.end, ",") && p_.is_any(q.begin - 1, "with|at") &&
                       q.begin - 1 == clauses_[clauses_.at(q.begin)].begin;
  const bool flowed = q.kind == QuantityKind::money && q.end == clauses_[clauses_.at(q.begin)].verb &&
                      p_.is_any(q.end, "flowed|went|came|poured|streamed");
  if (percent && p_.is(i, "of") && !change) return nullptr;  // a share
  if (q.kind == QuantityKind::times && parts_.is(p_.skip_the(i), PartKind::quantity))
    return nullptr;  // "twice the 5 %"
  // "shaved 2 percentage points off export growth"
  if (q.kind == QuantityKind::points && p_.is_any(q.end, "off|from"))
    for (const auto& mention : measures_)
      if (mention.change && mention.begin > q.end && mention.begin <= q.end + 2) return &mention;
  if (percent && links && !change && !(p_.is(i, "for") && compared_behind(q))) return nullptr;
  for (const auto& mention : measures_) {
    // "Tea worth $9 million and coffee worth $5 million were exported"
    const auto listed = std::ranges::count_if(
        parts_.quantities, [&](const Quantity& one) { return one.end < mention.head && of_worth_list(one); });
    if (listed > 1 && mention.verb && mention.head > q.end && p_.can(mention.head - 1, use::be) && of_worth_list(q))
      return &mention;
    if (mention.head < q.end || measures_read_.contains(mention.head)) continue;
    if (mention.begin > i + 2 && !(equated && mention.begin <= verb + 1) && !flowed) break;
    const std::size_t begin = mention.begin;
    const bool directly = mention.begin <= q.end && q.kind == QuantityKind::money;
    const bool percent_directly = mention.begin <= q.end && percent && mention.change;
    // "spent $30 billion on importing goods"
    const bool linked =
        links && begin <= i + 2 &&
        (!mention.verb || (p_.is(i, "on") && p_.can(mention.head, use::gerund) && mention.head == i + 1));
    const bool of_worth = worth && begin <= i + 1;
    // "At $5 billion, Peru's imports were 3 percent lower", "Copper, at 43 percent, led exports"
    const bool in_front = (heads_a_list(q) && begin <= q.end + 3) || (at_head && begin <= q.end + 1);
    // "Some $5 billion flowed from Japan into Peru as direct investment", "$5 billion came from trade with Peru"
    const bool as_what = flowed && ((p_.is(begin - 1, "as") && mention.measure == "investment") ||
                                    (p_.is(q.end + 1, "from") && p_.before_the(begin) == q.end + 2));
    // "exported goods worth", "goods worth $5 billion were exported"
    const bool said = equated && mention.begin <= verb + 1 && mention.begin > verb - 1;
    if (!directly && !percent_directly && !linked && !of_worth && !said && !in_front && !as_what) continue;
    if (k + 1 < parts_.quantities.size() && parts_.quantities[k + 1].begin < mention.head &&
        !p_.is_any(parts_.quantities[k + 1].begin - 1, "(|+|or"))
      return nullptr;
    // "stronger sales to Africa offset a drop of 30 percent in shipments to the US"
    const bool of_its_own = change && linked && p_.is(i, "in") && !mention.partners.empty();
    if (!directly && !of_its_own && governs_already(q, k, mention)) return nullptr;
    // "a surplus of $5 billion in trade with China"
    if (linked && mention.flow == "trade" && std::ranges::any_of(measures_, [&](const MeasureMention& left) {
          return left.flow == "balance" && left.end <= q.begin && q.begin - left.end <= 3;
        }))
      return nullptr;
    // "48.8 per cent, or RM139.12 billion of total exports": a part of them.
    if (linked && p_.is(i, "of") && mention.total && !worth &&
        p_.is(p_.is(q.begin - 1, "(") ? q.begin - 2 : q.begin - 1, "or"))
      return nullptr;
    return &mention;
  }
  return nullptr;
}

// A measure to the left keeps its figure unless the right one names another thing.
bool SentenceReader::governs_already(const Quantity& q, std::size_t k, const MeasureMention& right) const {
  return std::ranges::any_of(measures_, [&](const MeasureMention& mention) {
    return mention.end <= q.begin && mention.head >= segment_begin(k) && !measures_read_.contains(mention.head) &&
           mention.measure == right.measure && mention.flow == right.flow;
  });
}

}  // namespace tradewind
