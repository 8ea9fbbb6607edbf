// What a clause goes back to for what it leaves out: the series around it, of its sentence, its paragraph and its text.
#include <algorithm>
#include <optional>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

std::vector<const Series*> SentenceReader::context(std::size_t clause, bool opens) const {
  std::vector<const Series*> found;
  const auto add = [&found](const Series& series) {
    if (series.known()) found.push_back(&series);
  };
  std::vector<bool> told(clauses_.size());  // each clause once, however many there are
  const auto add_scope = [&](std::size_t c) {
    if (told[c]) return;
    told[c] = true;
    const Scope& scope = scopes_[c];
    const bool topic_later = scope.topic_at > scope.figure_at;
    add(topic_later ? scope.topic : scope.figure);
    add(topic_later ? scope.figure : scope.topic);
  };
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent) add_scope(c);
  for (std::size_t c = clause; c-- > 0;)
    if (clauses_[c].link != Link::cause) add_scope(c);
  const std::size_t of_sentence = found.size();
  // "Exports to China rose. Imports fell": at the head of a sentence again those of the paragraph's topic.
  if (opens && found.empty()) {
    // "The deficit with Chile was $5 billion. Exports fell to $2 billion and imports rose to $7 billion": what made it
    const auto bare = [&](std::string_view flow) {
      return std::ranges::any_of(measures_, [&](const MeasureMention& m) { return m.head_only && m.flow == flow; });
    };
    if (const Series& said = d_.about.said; said.flow == "balance" && said.is_pair() && said.product.empty() &&
                                            d_.spoken_of_here() && bare("exports") && bare("imports"))
      add(said);
    const Series& first = d_.about.first;
    const bool back_to_first = first.partner() == world_total || d_.about_pair() || d_.about.last.is_pair();
    // "Globally, its trade reached $6 trillion. The surplus ...": of the whole that was told just before.
    // ... "Oil exports rose. Total trade was $9 billion. Exports ..."
    const bool of_goods = d_.about.last.flow == "trade" && d_.about.last.product.empty() &&
                          !d_.about.topic.product.empty() && d_.about.topic.region.empty();
    const bool whole_told =
        d_.about.last.partner() == world_total && !d_.about.last.part && first.subject() != world_total &&
        (d_.about.topic.is_pair() || of_goods || (d_.about.whole_before && !d_.about.topic.known()));
    // In a text on the world's trade a new paragraph is on that again, as is what follows on parts of the world.
    const bool of_parts = d_.about.topic.subject() == unnamed_party || d_.about.last.subject() == unnamed_party;
    const bool of_world = first.subject() == world_total && (of_parts || (!d_.about.topic.known() && !whole_told));
    const Series& topic = of_world                 ? first
                          : whole_told             ? d_.about.last
                          : d_.about.topic.known() ? d_.about.topic
                          : back_to_first          ? first
                                                   : d_.about.last;
    // "The Netherlands was the largest importer. / Exports fell": of the bloc again
    const auto side = [&](const EconomyCode& party) {
      return party == topic.subject() || party == topic.partner() || member_of(party, topic.subject()) ||
             member_of(party, topic.partner());
    };
    const bool of_bloc = !d_.spoken_of_here() && topic.is_pair() &&
                         topic.other(d_.about.last.subject()) != d_.about.last.partner() &&
                         side(d_.about.last.subject()) && side(d_.about.last.partner());
    // "EU exports to Japan rose; Japan's to the EU fell. / Exports of meat ...": as the text began
    const bool of_two = !d_.spoken_of_here() && topic.is_pair() && !topic.two_sided &&
                        topic.other(d_.about.last.subject()) == d_.about.last.partner();
    if (topic.known() && (of_world || of_bloc || of_two || topic.subject() == d_.about.last.subject()) &&
        (of_world || topic.measure == d_.about.last.measure))
      add(topic);
  }
  for (const Series* of_text : {&d_.about.last, &d_.about.topic})
    if (std::find(found.begin() + static_cast<long>(of_sentence), found.end(), of_text) == found.end()) add(*of_text);
  for (std::size_t c = clause; c-- > 0;)
    if (clauses_[c].link == Link::cause) add_scope(c);
  return found;
}

// "Thailand: Exports rose 4 percent", of a text on somebody else's trade: with whom, for all of the line.
EconomyCode SentenceReader::party_at_head() const {
  if (parts_.parties.empty() || !d_.about.first.known()) return {};
  const PartyMention& head = parts_.parties.front();
  const std::size_t bullet = p_.is_any(p_.begin(), "-|*") ? p_.begin() + 1 : p_.begin();
  if (p_.before_the(head.begin) != bullet || head.anaphor || head.possessive || !p_.is(head.end, ":")) return {};
  return head.name.code == d_.about.first.subject() || head.name.code == d_.who.dateline ? EconomyCode{}
                                                                                         : head.name.code;
}

bool SentenceReader::series_in_sentence() const {
  return std::ranges::any_of(scopes_, [](const Scope& scope) { return scope.topic.known() || scope.figure.known(); });
}

Series SentenceReader::inherited(std::size_t clause) const {
  const Clause& here = clauses_[clause];
  // "35 percent of Peru's total, which was $15 billion"
  if (const std::size_t end = p_.is(here.begin - 1, ",") ? here.begin - 1 : here.begin;
      here.link == Link::relative && here.parent != Clause::none && p_.is(end - 1, "total") &&
      is_trade_flow(scopes_[here.parent].latest().flow)) {
    Series whole = scopes_[here.parent].latest();
    whole.partners = {world_total};
    return whole;
  }
  for (std::size_t c = here.parent, link = clause; c != Clause::none; link = c, c = clauses_[c].parent) {
    const Scope& scope = scopes_[c];
    if (clauses_[link].link == Link::shared && scope.subject.known()) return scope.subject;
    if (scope.latest().known()) return scope.latest();
  }
  for (std::size_t c = clause; c-- > 0;)
    if (clauses_[c].link != Link::cause && scopes_[c].latest().known()) return scopes_[c].latest();
  if (auto weighed = p_.is_any(p_.begin(), "they|these|this|it") ? worth_of_weighed() : std::nullopt) return *weighed;
  return goes_on(clause) ? d_.about.said : d_.about.last;
}

// "Spain was the top market with $5 billion, 12 percent of the total": one partner of several.
bool SentenceReader::of_a_rank(const Series& series, std::size_t clause) const {
  for (std::size_t c = clause; c != Clause::none; c = clauses_[c].parent)
    if (scopes_[c].of_rank) return scopes_[c].topic.partner() == series.partner();
  return false;
}

// "(up 5 percent)", "of which exports were $5 billion, up 6 percent": not what the text goes on about.
bool SentenceReader::said_aside(std::size_t at) const {
  if (const Quantity* whole = parts_.quantity_at(at); whole && whole_of_a_part(*whole)) return true;
  for (std::size_t c = clauses_.at(at); c != Clause::none; c = clauses_[c].parent) {
    const Clause& clause = clauses_[c];
    if (clause.link == Link::brackets || (clause.link == Link::relative && p_.is(clause.begin, "of"))) return true;
    if (clause.link != Link::participle) return false;
  }
  return false;
}

}  // namespace tradewind
