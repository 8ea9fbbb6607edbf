// "to be held from September 17 to 21", "negotiations were concluded in May".
#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

using std::chrono::sys_days;

namespace {

// What has a date of its own in a text on trade: "free trade agreement", "accession negotiations", "the railway".
bool is_event(std::string_view topic) {
  static constexpr auto nouns = std::to_array<std::string_view>(
      {"agreement", "negotiation", "talks",    "area",     "zone",       "fta",        "pact",         "deal",
       "treaty",    "protocol",    "partner",  "relat",    "railway",    "expo",       "fair",         "forum",
       "summit",    "event",       "dialogue", "bloc",     "wto",        "edition",    "memorandum",   "accord",
       "corridor",  "meeting",     "upgrade",  "contract", "exhibition", "conference", "consultation", "programme"});
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return std::ranges::any_of(nouns, [&](std::string_view noun) {
    return std::search(topic.begin(), topic.end(), noun.begin(), noun.end(), same) != topic.end();
  });
}

// "CETA", "TEPA"
bool is_short_name(std::string_view topic) {
  constexpr std::size_t shortest = 3;
  return topic.size() >= shortest &&
         std::ranges::all_of(topic, [](char c) { return std::isupper(static_cast<unsigned char>(c)); });
}

}  // namespace

void SentenceReader::dates() {
  struct EventWord {
    std::string_view words, measure;
    bool milestone;
  };
  static constexpr auto words = std::to_array<EventWord>({
      {"held", "held", false},
      {"hold", "held", false},
      {"open", "held", false},
      {"opens", "held", false},
      {"opened", "held", false},
      {"closed", "held", false},
      {"take place", "held", false},
      {"takes place", "held", false},
      {"took place", "held", false},
      {"kick off", "held", false},
      {"kicked off", "held", false},
      {"slated for", "held", false},
      {"pencilled in for", "held", false},
      {"penciled in for", "held", false},
      {"planned for", "held", false},
      {"set for", "held", false},
      {"met", "met", false},
      {"visit", "met", false},
      {"visited", "met", false},
      {"run from", "held", false},
      {"runs from", "held", false},
      {"ran from", "held", false},
      {"lasted from", "held", false},
      {"scheduled", "held", false},
      {"signed", "signed", true},
      {"signing", "signed", true},
      {"sign", "signed", true},
      {"concluded", "negotiation_concluded", true},
      {"conclusion", "negotiation_concluded", true},
      {"took effect", "in_force", true},
      {"in force", "in_force", true},
      {"takes effect", "in_force", true},
      {"take effect", "in_force", true},
      {"entered into force", "in_force", true},
      {"came into force", "in_force", true},
      {"enter into force", "in_force", true},
      {"entry into force", "in_force", true},
      {"come into force", "in_force", true},
      {"went into effect", "in_force", true},
      {"become effective", "in_force", true},
      {"became effective", "in_force", true},
      {"becomes effective", "in_force", true},
      {"go into effect", "in_force", true},
      {"goes into effect", "in_force", true},
      {"enters into force", "in_force", true},
      {"comes into force", "in_force", true},
      {"came into effect", "in_force", true},
      {"ratified", "ratified", true},
      {"established", "established", true},
      {"launched", "launched", true},
      {"launch", "launched", true},
      {"upgraded", "upgraded", true},
      {"joined", "joined", true},
      {"founded", "established", true},
      {"built", "established", true},
      {"came into being", "established", true},
      {"establishment", "established", true},
      {"realisation", "established", true},
      {"realization", "established", true},
      {"realised", "established", true},
      {"realized", "established", true},
      {"inaugurated", "launched", true},
      {"went into operation", "launched", true},
      {"began operation", "launched", true},
      {"started operation", "launched", true},
      {"began operations", "launched", true},
      {"put into operation", "launched", true},
      {"admitted", "joined", true},
      {"completed", "completed", true},
      {"proposed", "proposed", true},
      {"elevated", "upgraded", true},
      {"acceded", "joined", true},
      {"started", "negotiation_started", true},
      {"commenced", "negotiation_started", true},
      {"began", "negotiation_started", true},
      {"initiated", "launched", true},
      {"relaunched", "negotiation_started", true},
      {"resumed", "negotiation_started", true},
      {"applied since", "in_force", true},
      {"implemented", "in_force", true},
      {"put in place", "in_force", true},
      {"finalised", "negotiation_concluded", true},
      {"finalized", "negotiation_concluded", true},
      {"clinched", "negotiation_concluded", true},
      {"came into full effect", "in_force", true},
      {"took full effect", "in_force", true},
      {"entered into effect", "in_force", true},
      {"became", "joined", true},
      {"left", "departed", false},
      {"departed", "departed", false},
      {"set off", "departed", false},
      {"arrived", "arrived", false},
      {"reached", "arrived", false},
  });
  static constexpr std::uint64_t shapes = shapes_of_first_words(words, &EventWord::words);
  struct Found {
    const EventWord* word;
    std::size_t at, end, distance = 40;  // the last: to the nearest period that it has dated
  };
  std::vector<Found> found;  // the event words of the sentence
  constexpr Uses never =
      use::preposition | use::determiner | use::conjunction | use::adverb | use::goods | use::pronoun;
  const auto travels = [](const EventWord& word) { return word.measure == "departed" || word.measure == "arrived"; };
  const bool rides = !parts_.periods.empty() && contains("train|vessel|ship|flight");  // "The train left on 3 May"
  for (std::size_t i = p_.begin(); i < p_.end() && !parts_.periods.empty(); ++i)
    if (p_.is_word(i) && (p_.token(i).shape & shapes) != 0 && (!p_.can(i, never) || p_.match(i, "in force")) &&
        (p_.can(i, use::verb) || p_.is(i, "in") ||
         p_.is_any(i, "entry|conclusion|establishment|realisation|realization|planned")))
      for (const auto& word : words)
        if (const std::size_t end = p_.match(i, word.words); end && (rides || !travels(word)))
          found.push_back({&word, i, end});
  if (found.empty()) return day_of_an_event();
  for (const auto& period : parts_.periods) {
    if (period.role == PeriodRole::base || period.role == PeriodRole::same) continue;
    if (p_.ends_before_any(period.begin, "as of|as of the end of|as at")) continue;  // up to when, not when
    const bool vague = !period.period.known();
    const bool day = !vague && period.period.last_year() == period.period.first_year() && !period.period.is_year();
    if (used_periods_.contains(period.begin) && !counted_periods_.contains(period.begin)) continue;
    if (period.role == PeriodRole::told && !(period.period.known() && happened_then(period))) continue;
    // The nearest event word of the sentence, with no figure between.
    const EventWord* best = nullptr;
    Found* nearest = nullptr;
    std::size_t best_at = 0, best_end = 0, best_distance = 40;
    for (auto& one : found) {
      const auto& [event, i, end, dated] = one;
      const EventWord& word = *event;
      // "the upgraded protocol", "the newly-opened line" are no events.
      if ((p_.word(i).ends_with("ed") && p_.is_any(i - 1, "the|a|an|newly|-"))) continue;
      if (p_.is_any(i, "sign|launch") && p_.is_any(i - 1, "latest|a|another|clear|good")) continue;
      if (p_.is_any(i, "began|started|commenced") && end == i + 1 && !contains("negotiations|negotiation|talks"))
        continue;
      // "launched in November 2022 and completed in May": an event's date stands behind it more often than before.
      const std::size_t distance = i < period.begin ? period.begin - i : 2 * (i - period.end + 1);
      if (word.words == "completed" &&
          std::ranges::any_of(parts_.quantities, [](const Quantity& q) { return q.kind != QuantityKind::count; }))
        continue;
      // "500 projects are expected to be signed at this year's event"
      if (word.words == "signed" && std::ranges::any_of(parts_.quantities, [](const Quantity& q) {
            return q.unit == "projects" || q.unit == "deals" || q.unit == "contracts" || q.unit == "agreements";
          }))
        continue;
      bool figure = false;
      for (const auto& q : parts_.quantities)
        if (q.begin >= std::min(i, period.end) && q.end <= std::max(i, period.begin) && q.kind != QuantityKind::count)
          figure = true;
      // "signed in 2020 and ratified by all since 2022": one date each, the nearest
      if (figure || distance >= best_distance || dated < distance) continue;
      nearest = &one, best = &word, best_at = i, best_end = end, best_distance = distance;
    }
    if (!best || (best->measure == "joined" && p_.is(best_at, "became"))) continue;
    if (travels(*best) && period.period.first != period.period.last) continue;
    // "The ministers met on 5 May", "paid a visit to Japan from 3 to 5 April": on days, behind it
    const bool meeting = best->measure == "met";
    if (!best->milestone && period.period.is_year() && p_.is(period.end, "'s")) continue;  // "Next year's fair"
    if (meeting && (vague || period.begin < best_at || period.period.day_count() > 15)) continue;
    if (!day && !best->milestone && !vague && period.role != PeriodRole::deadline) continue;
    // "The expo concluded on Sunday": no negotiations
    const bool over_with = best->words == "concluded" && contains("expo|fair|summit|forum|exhibition|conference") &&
                           !contains("negotiations|negotiation|talks|agreement|pact");
    const bool milestone = best->milestone && !over_with;
    Statement statement;
    statement.kind = milestone ? StatementKind::milestone : StatementKind::date;
    statement.rule = milestone ? "milestone" : "date";
    statement.measure = over_with ? "held" : best->measure;
    for (const auto& party : parts_.parties)
      if (party.name.role == NameRole::agreement &&
          (party.begin < best_at || (statement.subject.empty() && same_clause(best_at, party.begin))))
        statement.subject = party.name.code;
    const bool ride = travels(*best);
    if (ride)
      statement.subject = event_here(), statement.product = "train";
    else if (statement.subject.empty())
      pact_of_two(statement, best_at);
    if (statement.subject.empty() &&
        (contains("expo|protocol|agreement|pact|deal|event|fair|negotiations|upgrade|next one|edition") ||
         (best->milestone && contains("railway"))))
      statement.subject = d_.who.event;
    // "The railway opened on 3 December 2021": for good, unlike a fair
    if (best->words.starts_with("open") && statement.subject.text.ends_with("RAILWAY"))
      statement.kind = StatementKind::milestone, statement.rule = "milestone", statement.measure = "launched";
    if (statement.subject.empty() && !ride) {
      // "members of the USMCA, which entered into force in July"
      const std::size_t which = p_.is(best_at - 1, "which") ? best_at - 1 - (p_.is(best_at - 2, ",") ? 1 : 0) : 0;
      const PartyMention* antecedent = which ? party_ending_at(parts_.parties, which) : nullptr;
      const bool held = best->measure == "held";  // "The expo, held in May, drew firms from Japan": not Japan's
      for (const auto& party : parts_.parties)
        if (!party.anaphor && party.name.role != NameRole::capital && (!antecedent || &party == antecedent) &&
            !(held && party.begin > best_at)) {
          statement.subject = party.name.code;
          break;
        }
      statement.product = meeting ? (p_.is(best_at, "met") ? "meeting" : "visit") : topic_of(best_at);
      // "Launched in 2002, the area was built in 2010"
      if (const std::size_t behind = p_.skip_the(period.end + 1); statement.product.empty() && p_.is(period.end, ",") &&
                                                                  best_at == clauses_[clauses_.at(best_at)].begin &&
                                                                  p_.can(best_at, use::participle))
        statement.product = slice(behind, noun_phrase_end(parts_, behind));
      // "The agreement between India and the UAE came into force on May 1"
      if (const std::string_view about = slice(clauses_[clauses_.at(best_at)].begin, best_at);
          between_.size() == 2 && !meeting && (is_event(statement.product) || is_event(about))) {
        if (!is_event(statement.product)) statement.product = about;
        statement.subject = between_.front(), statement.partner = between_.back();
      }
      // "RCEP, which entered into force on January 1": a bloc that is an agreement
      const bool agreement =
          best->milestone && std::ranges::any_of(lexicon_.world().agreements(),
                                                 [&](const auto& one) { return one.code == statement.subject; });
      if (agreement) statement.product.clear();
      // "The ministers held their annual consultations on 5 May", "Peru and Chile signed a protocol on 5 May"
      // "signed the Version 3.0 upgrade here on Tuesday"
      else if (const std::size_t version = noun_phrase_end(parts_, best_end),
               object_end = p_.is_number(version) ? noun_phrase_end(parts_, version + 1) : version;
               is_event(slice(best_end, object_end))) {
        const std::string_view object = slice(best_end, object_end);
        statement.product = object;
        if (const auto who = own_agents(clauses_.at(best_at)); who.size() == 2)
          statement.subject = who.front(), statement.partner = who.back();
      }
      // "The pact was signed in May. It entered into force in June"
      // "Talks began in May and were concluded in June", "The pact, signed in May, entered into force in June"
      else if (const Statement* pact =
                   best->milestone &&
                           (p_.is(best_at - 1, "it") || clauses_[clauses_.at(best_at)].link == Link::shared ||
                            (statement.product.empty() && result_.statements.size() > statements_before_))
                       ? last_but_counts()
                       : nullptr;
               pact && pact->kind == StatementKind::milestone)
        statement.subject = pact->subject, statement.partner = pact->partner, statement.product = pact->product;
      else if (!meeting && !is_event(statement.product) &&
               !(best->measure == "in_force" && is_short_name(statement.product)))  // "CETA came into force"
        continue;  // "24,000 firms were established in May"
    }
    // "This year marks the tenth anniversary of its establishment": it is as old as that
    if (period.end <= best_at && p_.ends_before(best_at - 2, "anniversary") &&
        p_.ends_before_any(best_at, "of the|of its|of their"))
      continue;
    statement.period = period.period;
    // "Next year's fair will be held from September 10 to 13": in that year
    if (period.year_assumed && !best->milestone)
      for (const auto& year : parts_.periods)
        if (year.period.is_year() && p_.is(year.end, "'s") && year.end < period.begin)
          statement.period = period.period.years_before(period.period.first_year() - year.period.first_year());
    const bool ahead =
        d_.when.published && period.period.known() && sys_days(period.period.first) > sys_days(*d_.when.published);
    // "which took effect on January 1", told in December: of this year
    const bool over = ahead && period.year_assumed && p_.is_any(best_at, "took|entered|came|went|signed|launched");
    if (over) statement.period = period.period.years_before(1);
    statement.planned = !over && (period.role == PeriodRole::deadline || future(best_at) || ahead);
    if (statement.period != period.period)
      statement.value = {{day_number(statement.period.first), day_number(statement.period.last)}, "date"};
    else if (period.period.known())
      statement.value = {{day_number(earliest(period)), day_number(period.period.last)}, "date"};
    else
      statement.value = {{}, "date"};
    const std::size_t begin = std::min(best_at, preposition_begin(period.begin)), end = std::max(best_end, period.end);
    place(statement, begin, end, period.begin, period.end);
    statement.printed = std::string(slice(period.begin, period.end));
    nearest->distance = best_distance;
    push(statement);
  }
}

// "the Chile-Peru Free Trade Agreement (CPFTA)": whose it is, and its short name.
void SentenceReader::note_treaty() {
  for (std::size_t k = 0; k + 1 < parts_.parties.size(); ++k) {
    const PartyMention &one = parts_.parties[k], &other = parts_.parties[k + 1];
    if (!p_.is(one.end, "-") || other.begin != one.end + 1) continue;
    std::size_t end = other.end;
    while (end < other.end + 6 && p_.is_word(end) &&
           (p_.capital(end) ||
            p_.is_any(end, "free|trade|economic|partnership|association|cooperation|agreement|deal|pact")))
      ++end;
    if (end == other.end || !is_event(p_.word(end - 1))) continue;
    d_.who.treaty = {one.name.code, other.name.code};
    d_.who.treaty_name = p_.is(end, "(") && p_.is(end + 2, ")") ? p_.word(end + 1) : std::string_view();
    treaty_at_ = one.begin;
  }
}

// "..., which took effect in May", "The CPFTA entered into force in May", "The two countries have a free trade
// agreement, which ...": of the two.
void SentenceReader::pact_of_two(Statement& statement, std::size_t at) const {
  const std::size_t begin = p_.skip_the(clauses_[clauses_.at(at)].begin);
  if (d_.who.treaty.size() == 2 && (treaty_at_ < at || (p_.is_word(begin) && p_.is(begin, d_.who.treaty_name))))
    statement.subject = d_.who.treaty.front(), statement.partner = d_.who.treaty.back();
  // an upgrade is of the pact that the text has named
  else if (contains("the two countries|both countries|the two sides") && is_event(slice(p_.begin(), p_.end())) &&
           (d_.who.event.empty() || !contains("upgrade|upgraded")))
    statement.subject = d_.about.pair_subject, statement.partner = d_.about.pair_partner;
}

const Statement* SentenceReader::last_but_counts() const {
  for (std::size_t k = result_.statements.size(); k-- > 0;)
    if (result_.statements[k].kind != StatementKind::count) return &result_.statements[k];
  return nullptr;
}

// "will take firms to the 22nd China-ASEAN Expo from September 17 to 21": when it is held.
void SentenceReader::day_of_an_event() {
  for (const auto& period : parts_.periods) {
    const bool days = period.role == PeriodRole::when && period.period.known() &&
                      period.period.first != period.period.last && period.period.day_count() <= 15;
    const auto event = std::ranges::find_if(parts_.parties, [&](const PartyMention& party) {
      return party.name.role == NameRole::agreement && party.end <= period.begin && party.end + 8 > period.begin;
    });
    if (!days || (used_periods_.contains(period.begin) && !counted_periods_.contains(period.begin)) ||
        event == parts_.parties.end())
      continue;
    Statement statement;
    statement.kind = StatementKind::date;
    statement.rule = "date";
    statement.measure = "held";
    statement.subject = event->name.code;
    statement.period = period.period;
    statement.planned = d_.when.published && sys_days(period.period.first) > sys_days(*d_.when.published);
    statement.value = {{day_number(period.period.first), day_number(period.period.last)}, "date"};
    place(statement, event->begin, period.end, period.begin, period.end);
    statement.printed = std::string(slice(period.begin, period.end));
    push(statement);
    return;
  }
}

// "signed the protocol on Tuesday": the day of the event, not the one on which it was told.
bool SentenceReader::happened_then(const PeriodMention& period) const {
  if (p_.is_any(period.end, "signed|concluded|ratified|launched|opened")) return true;  // "on Wednesday signed a pact"
  for (std::size_t i = period.begin; i-- > p_.begin() && period.begin - i < 16;) {
    if (p_.is_any(i,
                  "said|told|announced|showed|noted|added|according|reported|released|data|statement|"
                  "saying|press"))
      return false;
    if (p_.is_any(i,
                  "signed|opened|launched|closed|concluded|finalised|finalized|clinched|inaugurated|kicked|left|"
                  "departed|arrived|reached"))
      return true;
  }
  return false;
}

// What is still to come by the end of a period comes after the day on which that is said.
Date SentenceReader::earliest(const PeriodMention& period) const {
  const bool to_come = period.role == PeriodRole::deadline || period.role == PeriodRole::until;
  if (!to_come || !d_.when.published) return period.period.first;
  return std::max(period.period.first, std::min(*d_.when.published, period.period.last));
}

std::size_t SentenceReader::preposition_begin(std::size_t i) const {
  while (i > p_.begin() && p_.is_any(i - 1, "in|on|by|from|for|over|during|the|end|of|since|late|early")) --i;
  return i;
}

std::string SentenceReader::topic_of(std::size_t at) const {
  // "the launch of the ASEAN Express"
  if (p_.is(at + 1, "of")) {
    std::size_t end = at + 2;
    while (end < p_.end() && end < at + 12 && (p_.is_word(end) || p_.is(end, "-")) && !is_verb(p_.word(end)) &&
           !p_.is_any(end, "in|on|at"))
      ++end;
    return std::string(slice(p_.skip_the(at + 2), end));
  }
  std::size_t i = at;
  if (p_.is(i - 1, ",") && p_.can(i, use::participle)) --i;  // "The expo, held on ..."
  if (p_.is(i - 1, "which")) i -= p_.is(i - 2, ",") ? 2 : 1;
  if (p_.is(i - 1, ")") && p_.is(i - 3, "(")) i -= 3;  // "the free trade agreement (FTA), which"
  while (i > p_.begin() &&
         (is_verb(p_.word(i - 1)) || p_.is_any(i - 1, "to|formally|officially|fully|first|set|scheduled|successfully")))
    --i;
  std::size_t begin = i;
  while (begin > p_.begin() && i - begin < 8 &&
         (p_.is_word(begin - 1) || (p_.is(begin - 1, "-") && !p_.token(begin - 1).space_before)) &&
         !is_verb(p_.word(begin - 1)) && !p_.is(begin - 1, "since"))
    --begin;
  for (std::size_t k = begin; k < i; ++k)
    if (parts_.is(k, PartKind::quantity) || p_.is_any(k, "it|they")) return {};
  return i > begin ? std::string(slice(begin, i)) : std::string();
}

double SentenceReader::day_number(const Date& date) {
  return static_cast<double>(sys_days(date).time_since_epoch().count());
}

}  // namespace tradewind
