// Partners that stand away from their measure.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// A partner that stands away from its measure: at the head of the clause, or behind the verb.
void SentenceReader::partner_apart(Series& series, const MeasureMention& mention, std::size_t clause) const {
  if (series.partners.empty() && !mention.total && !mention.foreign && is_trade_flow(series.flow))
    if (const EconomyCode head = party_at_head(); !head.empty() && series.subject() != head) series.partners = {head};
  // "With the European Union, Japan reported a deficit": a partner at the head of the clause.
  if (series.partners.empty() && !mention.total && is_trade_flow(series.flow)) {
    const std::size_t begin = clauses_[clause].begin;
    std::size_t end = begin;
    if (p_.match_any(begin, "with the rest of the world|to the rest of the world|from the rest of the world"))
      series.partners = {world_total};
    // "Within Africa, Kenya exported $2 billion of goods"
    // ... but "Within the bloc, Kenya was the only market to shrink" is on somebody else's exports
    const bool about = (p_.is_any(begin, "for|regarding|within") || p_.match(begin, "as for")) && !told_as(clause);
    const bool against = series.flow == "balance" && p_.is(begin, "against");
    // "In Japan, a rise in Peru's exports was driven by copper"
    if (std::size_t there = begin; p_.is(begin, "in") && has_direction(series.flow) && series.flow != "balance" &&
                                   !mention.subjects.empty() && !mention.subjects.front().anaphor)
      if (const auto list = party_list_at(p_, parts_.parties, begin + 1, there);
          list.size() == 1 && p_.is(there, ",") && !list.front().anaphor && list.front().name.role == NameRole::name)
        if (const EconomyCode code = resolve(list.front(), false);
            code != series.subject() && !member_of(code, series.subject()) && !member_of(series.subject(), code))
          series.partners = resolve(list, false);
    // "With Japan, Peru ...", "Against Japan, however, Peru ran a deficit"
    if ((p_.is_any(begin, "with|to|from") || against || (about && agents(clause).size() == 1)) &&
        mention.begin > begin + 1)
      if (const auto list = party_list_at(p_, parts_.parties, p_.is(begin, "as") ? begin + 2 : begin + 1, end);
          !list.empty() && !list.front().possessive &&
          (p_.is(end, ",") || (!about && party_beginning_at(parts_.parties, end))) &&
          !(about && resolve(list.front(), false) == agents(clause).front()))
        series.partners = resolve(list, false);
    // "On a global scale, the US deficit came to $1 trillion"
    if (series.partners.empty() && p_.match_any(begin, "on a global scale|on a global level|at the global level"))
      series.partners = {world_total};
    // "With the rest of Asia, Japan reported a surplus"
    if (series.partners.empty() && p_.is_any(begin, "with|to|from") && p_.match(begin + 1, "the rest of") &&
        p_.capital(begin + 4))
      series.partners = {unnamed_party};
  }
  // "Exports were growing fast to the Chinese market": a partner behind the verb.
  if (series.partners.empty() && !mention.total && !mention.bilateral && !mention.verb && is_trade_flow(series.flow))
    for (std::size_t i = mention.end; i < p_.end() && clauses_.at(i) == clause; i = parts_.behind(i)) {
      if (parts_.is(i, PartKind::quantity) || (i > mention.head && i != mention.end && parts_.is(i, PartKind::rank)) ||
          std::ranges::any_of(
              measures_, [&](const MeasureMention& m) { return m.head > mention.head && m.begin <= i && i < m.end; }))
        break;
      const bool comes_in = p_.is(i, "in") && p_.is_any(i - 1, "originated|originates|originate");
      if (!p_.is_any(i, "with|to|from") && !comes_in) continue;
      std::size_t end = i;
      if (const auto list = party_list_at(p_, parts_.parties, i + 1, end);
          !list.empty() && !list.front().possessive && !parts_.is(end, PartKind::quantity) &&
          !(p_.is_any(end, "by|at") && parts_.is(end + 1, PartKind::quantity))) {
        series.partners = resolve(list, false);
        break;
      }
    }
}

}  // namespace tradewind
