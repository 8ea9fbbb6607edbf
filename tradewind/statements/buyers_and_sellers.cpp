// Who buys from whom, where another than the measure's own party is told to buy or sell.
#include <algorithm>
#include <utility>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// "Peru's sales to Chile came to $3 billion. Brazil bought goods worth $2 billion", "Brazil bought $2 billion of goods
// from Peru" in a text on the whole of Peru's trade: its exports to Brazil.
bool SentenceReader::buys_from_subject(Series& series, const MeasureMention& mention, std::size_t clause) const {
  // "Brazil's purchases rose", "most of what Brazil bought"
  const bool all_of_it = series.flow == "imports" && p_.is_any(mention.head, "what|everything");
  const bool purchases = mention.subjects.size() == 1 && (p_.is(mention.head, "purchases") || all_of_it);
  const bool sells = mention.verb && p_.is_any(mention.head, "sold|sells|supplied|shipped|delivered");
  if (!purchases && !sells && (!mention.verb || !p_.is_any(mention.head, "bought|buys|purchased|took|absorbed")))
    return false;
  auto who = purchases ? series.subjects : agents(clause);
  // "Japan topped the list: it bought goods for $2 billion": the one that held the rank
  if (who.empty() && p_.is(clauses_[clause].begin, "it") && named_party(d_.who.rank_holder)) who = {d_.who.rank_holder};
  if (who.empty()) return false;
  // In a text on somebody's trade with one partner after the other those buy from him and sell to him.
  // "The deficit widened. Germany bought goods worth $2 billion", "The US cut its purchases by $3 billion"
  if (series.partners.empty() && !mention.total && d_.is_partner_here(who.front())) {
    series.flow = sells ? "imports" : "exports";
    series.subjects = {d_.reporter()}, series.partners = who;
    return true;
  }
  if (sells) return false;
  const Series& first = d_.about.first;
  const auto before = context(clause, false);
  const Series* said = series_in_sentence() && !before.empty() ? before.front()
                       : d_.spoken_of_here()                   ? &d_.about.said
                                                               : nullptr;
  if (said && said->subject() == who.front())
    return false;  // "China sold Peru $3 billion and bought $5 billion from it"
  const bool of_it =
      series.partners.empty()
          ? who.size() == 1 && !mention.total && said && named_party(said->subject()) && said->flow == "exports" &&
                (said->product.empty() || all_of_it) && (said->is_pair() || !named_party(said->partner())) &&
                said->other(who.front()).empty()
          : series.partners == first.subjects && (!named_party(first.partner()) || first.partner() == who.front());
  if (!of_it) return false;
  series.flow = "exports";
  series.subjects = series.partners.empty() ? said->subjects : series.partners;
  series.partners = who;
  return true;
}

// Of a pair that was spoken of as one ("trade between A and B") exports are those of the one in whose money they are
// told, else of the one that the text is about.
void SentenceReader::turn_round(Series& series, const MeasureMention& mention) {
  // "China's trade with Peru rose to 90 billion soles. Exports rose to 40 billion soles": Peru's
  if (!series.two_sided && series.is_pair() && has_direction(series.flow) && d_.about.last.flow == "trade" &&
      mention.subjects.empty() && home_of_amounts(mention.end) == series.partner()) {
    return std::swap(series.subjects, series.partners);
  }
  if (!series.two_sided || !(has_direction(series.flow) || series.partner() == world_total)) return;
  series.two_sided = mention.bilateral;
  const EconomyCode here = series.subject(), there = series.partner();
  const auto is_other = [&](const EconomyCode& code) { return named_party(code) && code != here && code == there; };
  const EconomyCode of_amounts = home_of_amounts(mention.end);
  // "China is Laos's second-largest partner. Bilateral trade rose, with imports up 5 percent": of Laos
  const Series& topic = d_.about.topic;
  const bool told_from_here =
      d_.spoken_of_here() && !topic.two_sided && topic.subject() == here && topic.partner() == there;
  const bool turn = is_other(of_amounts) || (of_amounts != here && is_other(d_.who.home)) ||
                    (of_amounts != here && d_.who.home != here && is_other(d_.who.main) && !told_from_here);
  if (turn && series.is_pair()) std::swap(series.subjects, series.partners);
  if (!named_party(of_amounts) || (of_amounts != here && of_amounts != there)) series.doubtful = true;
}

}  // namespace tradewind
