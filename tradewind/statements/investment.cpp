// Investment and contracted projects: whose, where to, a flow or a sum of many years.
#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

// "deals were signed for 470 projects with a combined investment of ...": what was agreed at an event is the event's.
bool SentenceReader::agreed_at_event(const MeasureMention& mention, Series& series) const {
  const EconomyCode event = event_here();
  if (event.empty() || mention.bilateral || !series.subjects.empty() || !series.partners.empty() ||
      !mention.origin.empty())
    return false;
  const bool at_event =
      contains("deals|projects|agreements|contracts") && contains("expo|exposition|fair|the event|ceremony|exhibition");
  const bool goes_on = (d_.about.last.subject() == event && d_.about.last.flow.empty()) ||
                       (!d_.counted.noun.empty() && d_.counted.of.subject() == event && contains("projects|deals"));
  if (!at_event && !goes_on) return false;
  series.subjects = {event};
  series.flow.clear();
  series.measure = "investment";
  return true;
}

// The fair, railway or pact that the sentence names, else the last one.
EconomyCode SentenceReader::event_here() const {
  for (const auto& party : parts_.parties)
    if (party.name.role == NameRole::agreement) return party.name.code;
  return d_.who.event;
}

// "The Pinglu Canal, with a total investment of 72.7 billion yuan": what something costs, nobody's flow.
bool SentenceReader::costs_something(const MeasureMention& mention, const Series& series) const {
  if (!series.subjects.empty() || !series.partners.empty() || !mention.origin.empty() || mention.bilateral)
    return false;
  const bool with = p_.is_any(mention.begin - 1, "a|an")
                        ? p_.is_any(mention.begin - 2, "with|involving")
                        : p_.is_any(mention.begin - 1, "with|involving") ||
                              p_.ends_before_any(mention.head, "with a total|with an|with a");
  if (!with || !p_.is(mention.end, "of") || !parts_.ranks.empty()) return false;
  // "613 new projects with registered capital of $9 billion", of a text on what comes in: that
  if (mention.flow == "inward" && d_.about.last.flow == "inward") return false;
  const std::size_t clause = clauses_.at(mention.head);
  const std::size_t around = clauses_[clause].parent == Clause::none ? clause : clauses_[clause].parent;
  const std::size_t verb = clauses_[around].verb;
  const auto [begin, end] = subject_phrase(around, clauses_[around].begin, verb == Clause::none ? mention.begin : verb);
  return begin < end && agents(clause).empty() && !in_measure(begin, end);
}

void SentenceReader::investment(const MeasureMention& mention, Series& series) {
  const bool unsaid =
      mention.subjects.empty() && mention.partners.empty() && mention.origin.empty() && !mention.bilateral;
  // "Korea, whose investment reached $5 billion, overtook Japan", of a text on what comes into Laos
  if (const std::size_t clause = clauses_.at(mention.head);
      unsaid && p_.is(clauses_[clause].begin, "whose") && d_.about.last.flow == "inward")
    if (const auto who = agents(clause);
        who.size() == 1 && named_party(d_.about.last.subject()) && who.front() != d_.about.last.subject()) {
      series.subjects = d_.about.last.subjects, series.partners = who;
      series.flow = "inward", series.measure = "investment_flow";
      return;
    }
  // "Japan was the largest investor in Laos, with investments of $5 billion"
  if (unsaid && !mention.verb && series.flow.empty())
    for (std::size_t c = clauses_.at(mention.head); c != Clause::none; c = clauses_[c].parent)
      if (const Series& ranked = scopes_[c].topic;
          scopes_[c].of_rank && ranked.flow == "inward" && ranked.measure == "investment") {
        series.subjects = ranked.subjects, series.partners = ranked.partners, series.flow = ranked.flow;
        return;
      }
  if (unsaid && !mention.verb && invested_in_projects(series)) return;
  // "the investment attracted by the bloc", "the investment it attracted": from all, into it
  if (std::size_t by = p_.is(mention.end, "it") ? mention.end + 1 : mention.end;
      p_.can(by, use::draw) && mention.partners.empty() && mention.origin.empty()) {
    if (const PartyMention* host = p_.is(by + 1, "by") ? party_named_at(p_, parts_.parties, by + 2) : nullptr)
      series.subjects = {resolve(*host, false)};
    series.partners = {world_total};
    series.flow = "inward";
  }
  // "Japan, Korea and Singapore had put $5 billion into Laos": there, from each of them
  if (mention.verb && series.flow == "outward" && series.subjects.empty() && series.partners.size() == 1)
    if (const auto who = agents(clauses_.at(mention.head)); who.size() > 1 && who.front() != series.partner()) {
      series.subjects = std::exchange(series.partners, who);
      series.flow = "inward";
    }
  // "China's outbound investment rose. Flows to ASEAN grew": from there
  if (const Series& last = d_.about.last; mention.flow == "inward" && p_.is_any(mention.head, "flows|investments") &&
                                          last.flow == "outward" && mention.origin.empty() && series.partners.empty() &&
                                          !series.subjects.empty() && named_party(last.subject()) &&
                                          last.subject() != series.subject()) {
    series.partners = series.subjects;
    series.subjects = last.subjects;
    series.flow = "outward";
  }
  if (mention.verb && mention.flow == "inward" && mention.total && !series.subjects.empty()) {
    series.partners = {world_total};
    return;
  }
  if (costs_something(mention, series)) {
    series.subjects = {unnamed_party};
    series.measure = "investment";
    series.flow.clear();
    return;
  }
  if (mention.bilateral && (series.flow.empty() || series.flow == "inward")) series.flow = "two-way";
  // "Investment from Japan rose": into the one whose investment the text is about.
  if (!mention.origin.empty() && series.subjects.empty() && series.partners.empty()) {
    series.partners = resolve(mention.origin, false);
    for (const EconomyCode& code : {d_.about.last.subject(), d_.about.first.subject(), d_.who.main, d_.who.second})
      if (named_party(code) && std::ranges::find(series.partners, code) == series.partners.end() &&
          !member_of(code, series.partner()) && series.subjects.empty())
        series.subjects = {code};
    series.flow = "inward";
  }
  // "Indonesia's realised investment from China", "Philippine investment pledges from China"
  if (!mention.origin.empty() && series.partners.empty() && !series.subjects.empty() && series.flow != "outward") {
    series.partners = resolve(mention.origin, false);
    series.flow = "inward";
  }
  if (cumulative_near(mention.head)) series.cumulative = true;
  // "Japan is ASEAN's third largest source of FDI. Japanese FDI increased ...": into the other one.
  if (series.flow != "outward" && series.partners.empty() && mention.subjects.size() == 1 && mention.origin.empty() &&
      !mention.bilateral && !mention.subjects.front().possessive &&
      (mention.subjects.front().name.role == NameRole::demonym || p_.is(mention.end - 1, "capital"))) {
    const EconomyCode other = mention.flow == "inward" ? d_.other(series.subject()) : EconomyCode{};
    const Series& last = d_.about.last;
    const EconomyCode host = last.flow == "inward" && last.subject() != series.subject() ? last.subject() : other;
    if (named_party(host)) {
      series.partners = series.subjects;
      series.subjects = {host};
      series.flow = "inward";
    }
  }
  // "Cambodia attracted investment worth $6.9 billion": into it.
  // ... "has secured an investment commitment"
  std::size_t verb = clauses_[clauses_.at(mention.head)].verb;
  while (verb != Clause::none && verb < mention.head && p_.can(verb, use::auxiliary)) ++verb;
  if (series.flow.empty() && verb != Clause::none && verb < mention.head && !mention.bilateral &&
      (p_.can(verb, use::draw) || p_.is(verb, "licensed"))) {
    series.flow = "inward";
    // "Laos received $986 million of Chinese investment"
    if (const auto host = own_agents(clauses_.at(mention.head));
        host.size() == 1 && series.partners.empty() && series.subjects.size() == 1 && series.subjects != host) {
      series.partners = series.subjects;
      series.subjects = host;
    }
  }
  // "Myanmar approved $1.2 billion in foreign investment. China invested $150 million": there.
  if (mention.verb && series.partners.empty() && d_.about.last.flow == "inward" && named_party(d_.about.last.subject()))
    if (const auto who = agents(clauses_.at(mention.head));
        !who.empty() && who.front() != d_.about.last.subject() && series.subjects.empty()) {
      series.subjects = who;
      series.partners = {d_.about.last.subject()};
      // "Japan and Korea invested $5 billion and $4 billion, respectively"
      if (who.size() > 1) std::swap(series.subjects, series.partners), series.flow = "inward";
    }
  // "Chinese investors put $1 billion into Laos. In 2023, Chinese investors registered $4 billion in capital": there,
  // too
  const std::size_t does = clauses_[clauses_.at(mention.head)].verb;
  if (const Series& last = d_.about.last; does != Clause::none && does < mention.head && p_.is(does - 1, "investors") &&
                                          series.partners.empty() && series.subjects.empty() &&
                                          last.flow == "outward" && last.is_pair())
    if (const auto who = agents(clauses_.at(mention.head)); who == last.subjects)
      series.subjects = who, series.partners = last.partners, series.flow = "outward";
  // "Malaysia approved investments of 5 billion ringgit, domestic investment 2 billion of them": by whoever it is.
  const std::size_t own_verb = clauses_[clauses_.at(mention.head)].verb;
  const bool domestic = series.product.starts_with("domestic") || p_.is(mention.head - 1, "local");
  // "Indonesia's investment realization": of all who invest there
  const bool approved = (p_.is_any(mention.head + 1, "realization|realisation|target") ||
                         p_.is_any(mention.end - 1, "applications|promotion") ||
                         p_.is_any(mention.head - 1, "approved|realized|realised") ||
                         (own_verb != Clause::none && own_verb < mention.begin && p_.is(own_verb, "approved"))) &&
                        mention.flow.empty() && (series.partners.empty() || series.subjects.empty());
  if ((domestic || approved) && mention.origin.empty() && !mention.bilateral) {
    series.measure = "investment_flow";
    if (domestic) series.product = "domestic investment";
    if (approved && series.subjects.empty()) series.subjects = std::exchange(series.partners, {});
    if (series.subjects.empty())
      if (auto who = agents(clauses_.at(mention.head)); who.size() == 1) series.subjects = std::move(who);
    series.flow.clear();
    if (domestic && series.subjects.empty() && named_party(d_.about.last.subject()))
      series.subjects = {d_.about.last.subject()};
    return;
  }
  // "Realised investment in Indonesia", of a text on that country: there, by all.
  const auto is_the_host = [this](const EconomyCode& code) {
    return code == d_.who.main && !lexicon_.is_bloc(code) && !d_.about_pair() && d_.other(code).empty();
  };
  if (mention.subjects.empty() && mention.origin.empty() && !mention.bilateral && !mention.verb &&
      series.subjects.empty() && series.partners.size() == 1 && series.flow != "outward" &&
      is_the_host(series.partner()) && agents(clauses_.at(mention.head)).empty() &&
      (!d_.about.last.known() || d_.about.last.subject() == series.partner())) {
    std::swap(series.subjects, series.partners);
    series.measure =
        series.cumulative || mention.measure == "investment_stock" ? "investment_stock" : "investment_flow";
    return;
  }
  // "Chinese foreign direct investment in Vietnam": told by where it comes from.
  if (mention.flow == "inward" && mention.subjects.size() == 1 && named_party(series.partner()) &&
      series.subject() != unnamed_party && !mention.partners.empty() &&
      (mention.subjects.front().name.role == NameRole::demonym ||
       p_.is(p_.before_the(mention.partners.front().begin) - 1, "in")))
    series.flow = "outward";
  // "FDI fell to 92.1 billion yuan. In dollar terms, the investment was ...": the same again.
  if (series.flow.empty() && series.partners.empty() && series.subjects.empty() &&
      d_.about.last.measure.starts_with("investment"))
    series.flow = d_.about.last.flow;
  // "China's investment rose 5 percent", of a text on what comes into Kenya: from there
  const Series& first = d_.about.first;
  if (mention.flow.empty() && series.flow != "outward" && mention.subjects.size() == 1 && !mention.verb &&
      mention.subjects.front().possessive && !mention.subjects.front().anaphor && series.partners.empty() &&
      mention.origin.empty() && !mention.bilateral && first.flow == "inward" && !named_party(first.partner()) &&
      named_party(first.subject()) && !lexicon_.is_bloc(first.subject()) && first.subject() != series.subject() &&
      !p_.is_any(mention.end, "abroad|overseas")) {
    series.partners = std::exchange(series.subjects, first.subjects);
    series.flow = first.flow;
  }
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
  // "Chinese investment in the country rose", in a text on Malaysia's trade and money: into it
  const EconomyCode host = series.partner();
  if (series.flow == "outward" && series.is_pair() && !lexicon_.is_bloc(series.subject()) &&
      (host == d_.who.dateline || (host == d_.who.main && host == d_.about.first.subject()))) {
    std::swap(series.subjects, series.partners);
    series.flow = "inward";
  }
  series.measure = series.cumulative || mention.measure == "investment_stock" ? "investment_stock" : "investment_flow";
}

// A part is no larger than its whole: "By May $90 billion had come in, $8 billion of it this year. Industry led with
// $50 billion": of all that had come by then.
void SentenceReader::part_of_a_sum(Statement& statement, bool told) {
  if (!statement.measure.starts_with("investment") || statement.flow != "inward") return;
  const bool level = statement.kind == StatementKind::level || statement.kind == StatementKind::threshold;
  const Interval& value = statement.value.interval;
  const double amount = std::isfinite(value.low) ? value.low : value.high;
  if (told) {
    if (!level || !statement.product.empty() || named_party(statement.partner)) return;
    if (statement.period.open_start)
      d_.about.summed = statement.period;
    else
      d_.about.came_in = amount;
    return;
  }
  if (!d_.about.summed.known() || d_.about.came_in <= 0) return;
  if (level && amount > d_.about.came_in && !of_sum_) {
    of_sum_ = true;
    for (auto& before : std::span(result_.statements).subspan(statements_before_))
      if (before.kind == StatementKind::rank && before.period_assumed) before.period = d_.about.summed;
  }
  if (of_sum_) statement.period = d_.about.summed;
}

std::vector<EconomyCode> SentenceReader::where_to(const MeasureMention& mention) const {
  const auto other_begins = [&](std::size_t i) {  // "FDI rose 5 percent, with investment in Laos up 3 percent"
    return std::ranges::any_of(measures_, [&](const MeasureMention& m) { return m.begin == i && !m.weak; });
  };
  for (std::size_t i = mention.end; i < p_.end() && !p_.is_any(i, ";|while|whereas"); ++i) {
    if (p_.can(i, use::compose) || other_begins(i)) break;
    // "contracts worth $5 billion with their ASEAN counterparts"
    const bool with = p_.is(i, "with") && mention.measure.starts_with("contracted");
    if (!with && !p_.is_any(i, "in|across|into")) continue;
    std::size_t end = i;
    if (const auto list = party_list_at(p_, parts_.parties, with && p_.is(i + 1, "their") ? i + 2 : i + 1, end);
        !list.empty() && list.front().name.role != NameRole::capital &&
        !(list.front().pronoun && list.front().possessive))
      return resolve(list, false);
    // "invested $5 billion in 53 of these countries": of the bloc that was named
    const std::size_t of = p_.is(parts_.behind(i + 1), "of") ? parts_.behind(i + 1) + 1 : i + 1;
    if (p_.match_any(of, "these countries|those countries|these economies") && !d_.who.bloc.empty())
      return {d_.who.bloc};
  }
  if (mention.flow == "inward" && !mention.subjects.empty()) return {};  // "FDI in Oman rose, while flows to Fiji fell"
  if (mention.bilateral) return {};  // "At the summit in Quito they set a goal for two-way investment"
  // "In the BRI countries, the value of contracts ...", "signed 304 contracts in 57 BRI countries, with those
  // completed".
  for (std::size_t i = mention.begin; i-- > p_.begin();) {
    if (!p_.is_any(i, "in|across|into") || p_.is_any(i - 1, "held|summit|meeting|talks|forum|met|visit")) continue;
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
    if (p_.is_any(i, "cumulative|cumulatively|accumulated|accumulative|stock|accumulatively")) return true;
  return false;
}

}  // namespace tradewind
