// "3,200 exhibitors", "more than tripled", "the 22nd China-ASEAN Expo".
#include <algorithm>
#include <array>
#include <cstdlib>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::count(Statement& statement, const Quantity& q, const Series& series) {
  statement.kind = StatementKind::count;
  statement.rule = "count";
  statement.flow.clear();
  const bool pieces = q.noun == "units" && !series.product.empty();  // "car imports reached 319,000 units"
  // "China shipped 4 million vehicles abroad"
  const bool traded = (series.flow == "exports" || series.flow == "imports") && p_.can(q.end - 1, use::goods) &&
                      !unit_of_goods(q.unit) && std::ranges::any_of(measures_, [&](const MeasureMention& m) {
                        return m.verb && m.head < q.begin && m.head + 3 > q.begin && m.flow == series.flow;
                      });
  const bool goods = unit_of_goods(statement.value.unit) || pieces || traded;
  // "87,000 twenty-foot equivalent units (TEUs) of cargo": of what such units are full
  const bool unit_alone = q.noun == q.unit || q.unit == "TEUs" || q.unit.starts_with("square ") ||
                          (q.noun.find(' ') == std::string::npos && q.unit != q.noun);
  const std::size_t of = p_.is(q.end, "(") && p_.is(q.end + 2, ")") ? q.end + 3 : q.end;
  statement.product = traded        ? q.noun
                      : goods       ? goods_weighed(q, series)
                      : !unit_alone ? q.noun
                      : q.unit == "TEUs" && p_.is(of, "of")
                          ? noun_words(parts_, of + 1, noun_phrase_end(parts_, of + 1))
                      : q.unit == "TEUs" ? boxes_of(clauses_.at(q.begin), q)
                                         : "";
  // "An average of 11,000 tonnes a day was transported", of a text on a railway: on it, not from one to the other
  const bool carried = std::ranges::all_of(parts_.parties, &PartyMention::anaphor) && !d_.who.event.empty() &&
                       contains("transported|carried|handled|hauled");
  if (goods && !carried && (series.flow == "exports" || series.flow == "imports")) {
    statement.flow = series.flow;
    statement.measure = "quantity";
    return;
  }
  // "about 100 fewer than last year": of what was counted before; "10,000 square metres more than last year"
  const bool bare = q.noun == "fewer" || q.noun == "more";
  const std::size_t than = p_.is_any(q.end, "more|fewer|less") ? q.end + 1 : q.end;
  if (p_.is(than, "than") && (bare ? counted_before_ : than > q.end && !d_.counted.noun.empty())) {
    statement.kind = StatementKind::comparison;
    statement.rule = "comparison";
    if (p_.is_any(than - 1, "fewer|less")) statement.value.interval = -statement.value.interval;
    statement.measure = d_.counted.of.measure, statement.value.unit = d_.counted.unit;
    statement.product.clear();
    statement.subject = d_.counted.of.subject(), statement.partner = d_.counted.of.partner();
    return;
  }
  statement.measure = q.unit == "square metres" ? "area" : q.unit;
  // "The area was enlarged by 10,000 square metres", "the number of booths rose by 300": by so many, not to
  // ... "grew 10,000 square metres to 134,000 square metres"
  const bool to_another = std::ranges::any_of(parts_.quantities, [&](const Quantity& other) {
    return other.begin > q.end && other.kind == q.kind && other.unit == q.unit && p_.is(other.begin - 1, "to") &&
           same_clause(q.end, other.begin - 1);
  });
  const std::size_t way = p_.is(q.begin - 1, "by") ? q.begin - 2 : q.begin - 1;
  if (p_.can(way, use::direction) && (way + 2 == q.begin || (to_another && !p_.is_any(way, "up|down")))) {
    statement.kind = StatementKind::change;
    statement.rule = "change";
    if (p_.can(way, use::down)) statement.value.interval = -statement.value.interval;
  }
  // "The area for overseas exhibitors was 20,000 square metres": a part of the fair.
  if (statement.measure == "area" && contains("for overseas|for foreign|overseas exhibitors|foreign exhibitors"))
    statement.measure = "area for exhibitors from abroad";
  const bool own_subject =
      series.known() && series.flow.empty() && series.measure != "investment_stock" && !counted_before_;
  if (goods) statement.measure = own_subject && series.measure != "railway" ? series.measure : "quantity";
  counted_before_ = true;
  // Exhibitors, countries and area of an event are the event's.
  const PartyMention* from = p_.is(q.end, "from") ? party_named_at(p_, parts_.parties, q.end + 1) : nullptr;
  // "Some 1,900 firms took part. The number was 1,653 a year before": of the same
  if (q.named && d_.counted.noun == q.noun) {
    of_series(statement, d_.counted.of);
    // "Thailand drew 7 million tourists. Peru welcomed 3 million and Chile 2 million": each its own
    const PartyMention* host = p_.is(q.end, "in") ? party_named_at(p_, parts_.parties, q.end + 1) : nullptr;
    if (!host) host = parts_.party_at(p_.can(q.first - 1, use::draw) ? q.first - 2 : q.first - 1);
    if (host && !host->possessive && host->name.role == NameRole::name) statement.subject = resolve(*host, true);
    // "99 came from Japan, 72 from Peru"
    if (from && (!statement.partner.empty() || statement.measure == "exhibitors"))
      statement.partner = resolve(*from, false);
    if (!statement.period.known()) statement.period = d_.counted.when, statement.period_assumed = true;
    // "up from last year's expo, which was attended by 1,653 enterprises"
    const Clause& here = clauses_[clauses_.at(q.begin)];
    if (here.link == Link::relative && statement.period == d_.counted.when &&
        p_.ends_before_any(p_.is(here.begin - 1, ",") ? here.begin - 1 : here.begin,
                           "last year 's expo|last year 's fair|last year 's event|last year 's edition|the previous "
                           "edition|the last edition|the previous expo"))
      statement.period = statement.period.years_before(1);
    return;
  }
  // "by the 10 ASEAN members", "the 10 members of ASEAN": its own
  for (const auto& party : parts_.parties)
    if (party.name.bloc && p_.can(q.end - 1, use::company) &&
        ((party.begin >= q.first && party.end <= q.end) ||
         (q.unit == "members" && p_.is(q.end, "of") && p_.before_the(party.begin) == q.end + 1))) {
      statement.subject = resolve(party, true), statement.partner = {};
      if (statement.period_assumed && d_.when.published)
        statement.period = Period::year(static_cast<int>(d_.when.published->year()));
      return;
    }
  EconomyCode event;
  for (const auto& party : parts_.parties)
    if (party.name.role == NameRole::agreement) event = party.name.code;
  if (event.empty() && (carried || contains("the railway"))) event = d_.who.event;
  if (event.empty() && contains("the agreement|the pact") &&
      std::ranges::none_of(parts_.parties, [&](const auto& party) {
        return party.begin < q.begin && !party.anaphor;
      }))  // "The agreement covers 15 countries"
    event = d_.who.pact.empty() ? d_.who.event : d_.who.pact;
  if (event.empty() && (statement.measure == "area" ||
                        contains("the expo|the event|the fair|this year 's expo|exhibition space|exhibition area|"
                                 "exhibitors|exhibition|booths|exhibited|took part|previous edition|last edition")))
    event = d_.who.event;
  // "The railway carried 3 million tonnes", at a text's head: from now on of its freight
  if (!event.empty() && !d_.about.first.known() && (goods || contains("transported|carried|handled|freight|cargo")) &&
      (carried || contains("the railway|the corridor|the line") ||
       std::ranges::any_of(parts_.parties, [&](const auto& party) { return party.name.code == event; })))
    d_.who.carrier = event;
  if (event.empty() && agents(clauses_.at(q.begin)).empty()) event = d_.who.carrier;
  statement.partner = {};
  counted_abroad_ = false;
  // "investment in Myanmar reached $14 billion in 65 projects", "topped the list with 430 projects": of that
  // investment.
  const bool invested = event.empty() && series.measure.starts_with("investment") && series.is_pair() &&
                        series.flow != "two-way" && series_in_sentence() && !p_.is(q.end, "from") &&
                        (statement.measure == "projects" || statement.measure == "applications");
  if (invested) {
    statement.subject = series.subject();
    statement.partner = series.partner();
    statement.flow = series.flow;
  } else if (!event.empty()) {
    statement.subject = event;
    // "The 21st China-ASEAN Expo drew 3,300 exhibitors"
    for (const auto& party : parts_.parties)
      if (party.name.code == event && party.begin > p_.begin() && p_.token(party.begin - 1).kind == TokenKind::ordinal)
        statement.among = std::to_string(std::atoi(p_.token(party.begin - 1).text.c_str()));
    // Whoever shows at a fair is an exhibitor.
    if (statement.measure == "enterprises" || statement.measure == "companies" || statement.measure == "firms")
      statement.measure = contains(
                              "took part online|online exhibitors|exhibited online|joined online|participated online|"
                              "attended online|attended the expo online|participated virtually|took part "
                              "virtually|joined virtually|attended virtually")
                              ? "online exhibitors"
                              : "exhibitors";
    // "an exhibition area accommodating 108 companies": of these no more than a part
    if (statement.measure == "exhibitors" && p_.can(q.begin - 1, use::gerund | use::guessed) &&
        p_.is_any(q.begin - 2, "area|zone|pavilion|hall|section"))
      statement.measure = "exhibitors in a part";
    // "600 exhibitors from ASEAN": a part of them
    if (from) statement.partner = resolve(*from, false);
    if (statement.period_assumed && d_.when.published && !goods)
      statement.period = Period::year(static_cast<int>(d_.when.published->year()));
    // "The previous edition drew 1,653 firms"
    if (statement.period_assumed && statement.period.known() && p_.is_any(p_.skip_the(p_.begin()), "previous|last") &&
        p_.is_any(p_.skip_the(p_.begin()) + 1, "edition|expo|fair|event"))
      statement.period = statement.period.years_before(1);
  } else {
    parties_of_count(statement, q);
  }
  // "The pact has 15 members"
  const std::size_t verb = clauses_[clauses_.at(q.begin)].verb;
  const bool of_now = contains("so far|currently|now|to date|at present|over the past|in the past") ||
                      (p_.can(q.end - 1, use::company | use::place) && verb != Clause::none &&
                       p_.is_any(verb, "has|have|is|are|includes|brings|comprises|covers|links|connects|reaches"));
  if ((!statement.period.known() || (statement.period_assumed && of_now)) && d_.when.published) {
    statement.period = Period::year(static_cast<int>(d_.when.published->year()));
    statement.period_assumed = true;
  }
}

// "Container throughput reached 3 million TEUs", "Car parts accounted for 2,500 TEUs": which boxes.
std::string SentenceReader::boxes_of(std::size_t clause, const Quantity& q) const {
  if (clauses_[clause].verb == Clause::none && clauses_[clause].parent != Clause::none)
    clause = clauses_[clause].parent;
  const std::size_t verb = clauses_[clause].verb;
  if (verb == Clause::none || verb > q.begin || !p_.can(verb, use::compose | use::direction | use::reach | use::be))
    return {};
  const auto [begin, end] = subject_phrase(clause, clauses_[clause].begin, verb);
  if (begin >= end || in_measure(begin, end) ||
      !(p_.can(end - 1, use::goods) || p_.is_any(begin, "container|containers") || p_.is(end - 1, "containers")))
    return {};
  return noun_words(parts_, begin, end);
}

bool SentenceReader::names_people_or_firms(const Quantity& q) {
  static constexpr auto nouns = std::to_array<std::string_view>(
      {"companies", "enterprises", "firms", "businesses", "tourists", "visitors", "people", "workers", "travellers",
       "travelers", "students", "passengers", "arrivals", "projects"});
  return std::ranges::find(nouns, q.unit) != nouns.end();
}

namespace {

// What an economy has whether it is named or not, unlike the members of a bloc or the people of a market.
bool at_home(std::string_view unit) {
  static constexpr auto units =
      std::to_array<std::string_view>({"projects", "jobs", "workers", "applications", "companies", "enterprises",
                                       "firms", "businesses", "contracts", "deals", "agreements"});
  return std::ranges::find(units, unit) != units.end();
}

}  // namespace

// "Thailand received 840,000 Chinese visitors", "2,500 Chinese companies in ASEAN countries", "350,000 people from
// China visited Malaysia": whose they are, and where.
void SentenceReader::parties_of_count(Statement& statement, const Quantity& q) {
  const std::size_t clause = clauses_.at(q.begin);
  EconomyCode around, own, counted, where, government;
  for (const auto& party : parts_.parties) {
    // "Beijing has also donated 152,000 doses"
    if (const std::size_t verb = clauses_[clause].verb; party.name.role == NameRole::capital &&
                                                        party.begin == clauses_[clause].begin && verb != Clause::none &&
                                                        party.end <= verb && verb < q.begin && !p_.can(verb, use::say))
      government = party.name.code;
    if (party.name.role == NameRole::agreement || party.name.role == NameRole::capital) continue;
    const EconomyCode code = resolve(party, true);
    const bool here = clauses_.at(party.begin) == clause;
    const std::size_t before = p_.before_the(party.begin);
    // "73 cities in China and 542 ports": of the cities
    const Quantity* there_before = p_.is(before - 1, "in") ? parts_.quantity_at(before - 2) : nullptr;
    if (code.empty() || (there_before && there_before->kind == q.kind && party.end < q.begin)) continue;
    const bool of_noun = party.begin >= q.first && party.end <= q.end;  // "45,700 RCEP certificates"
    if (of_noun || (party.begin >= q.first && party.begin <= q.end && party.name.role == NameRole::demonym)) {
      counted = code;
    } else if (party.begin >= q.end && here && !party.possessive && !party.anaphor) {
      const bool from = p_.ends_before_any(before, "from|from mainland") && party.begin <= q.end + 3;
      const bool next = std::ranges::none_of(parts_.quantities, [&](const Quantity& other) {
        return other.kind == q.kind && other.begin > q.begin && other.end <= party.begin;
      });
      const bool there = (next && p_.is_any(before - 1, "in|to|with") && names_people_or_firms(q)) ||
                         before == clauses_[clause].verb + 1;
      if (from && counted.empty()) counted = code;
      if (party.name.role == NameRole::demonym && p_.is(before - 1, "with"))
        counted = code;  // "projects with Japanese participation"
      else if (there && where.empty())
        where = code;
    } else if (party.begin < q.begin && !p_.is_any(before - 1, "through|via|across|along")) {
      if (around.empty()) around = code;
      if (here && own.empty()) own = code;
    }
  }
  if (between_.size() == 2 && counted.empty()) {
    statement.subject = between_.front(), statement.partner = between_.back();
    return;
  }
  if (p_.match_any(q.end, "from all countries|from abroad|from all over")) statement.partner = world_total;
  if (own.empty() && counted.empty()) own = !government.empty() ? government : around;
  if (own.empty() && q.unit == "projects") own = where;
  // "43 projects from China were approved", of a text on two: in the other one
  if (own.empty() && q.unit == "projects" && p_.is(q.end, "from"))
    own = d_.about.first.is_pair() ? d_.about.first.other(counted) : d_.other(counted);
  // "Japan led 97 countries putting money into Vietnam", "65 countries with projects there": counted where they are
  if (q.unit == "countries" && (p_.can(q.end, use::gerund) || p_.is(q.end, "with")))
    for (std::size_t i = q.end + 1, end = i; p_.is_word(i); ++i)
      if (const auto host =
              p_.is_any(i - 1, "in|into") ? party_list_at(p_, parts_.parties, i, end) : std::vector<PartyMention>();
          host.size() == 1) {
        statement.subject = resolve(host.front(), true);
        return;
      }
  // "A total of 100 projects were signed", of a text on a fair
  if (own.empty() && counted.empty() && at_home(q.unit) && !d_.about.first.known()) own = d_.who.event;
  // "The projects will create 2,000 jobs", where nobody is named: where the projects are, in the economy that the
  // sentence before or the text is about.
  if (own.empty() && counted.empty() && at_home(q.unit)) {
    if (named_party(d_.counted.of.subject()) && !d_.counted.noun.empty())
      own = d_.counted.of.subject(), statement.partner = d_.counted.of.partner();
    else if (named_party(d_.who.agent) && (d_.who.agent == d_.who.main || d_.who.agent == d_.about.first.subject()))
      own = d_.who.agent;
    else if (!lexicon_.is_bloc(d_.who.main))
      own = (!d_.about_pair() || d_.about.first.flow == "inward") && named_party(d_.about.first.subject())
                ? d_.about.first.subject()
                : d_.who.main;
  }
  // "Sales fell in ten of the 12 groups": of those of whom the figures before were
  if (own.empty() && counted.empty() && std::ranges::all_of(parts_.parties, &PartyMention::anaphor) &&
      (d_.spoken_of_here() || !measures_.empty() ||
       (d_.counted.noun.empty() && d_.about.last.subject() == d_.who.main)))
    own = d_.about.last.subject();
  statement.subject = !own.empty() ? own : counted;
  for (const EconomyCode& other : {counted, where})
    if (statement.partner.empty() && other != statement.subject) statement.partner = other;
  counted_abroad_ = !where.empty() && statement.partner == where;
}

// "1.4 million tonnes of fresh durians", "35,000 tonnes were durian from Vietnam"; else what was weighed or spoken of
// before.
std::string SentenceReader::goods_weighed(const Quantity& q, const Series& series) const {
  const std::size_t begin = p_.is(q.end, "of") || p_.can(q.end, use::be) ? q.end + 1 : p_.end();
  const std::size_t end = noun_phrase_end(parts_, begin);
  // "7 million tonnes of oil, coal and gas"
  if (std::size_t list = end; p_.is(end, ",") && p_.can(end - 1, use::goods))
    if (std::string words = goods_at(parts_, begin, list); !words.empty() && !generic_goods(words)) return words;
  if (begin < end && p_.can(end - 1, use::goods | use::thing)) {
    std::string words = noun_words(parts_, begin, end);
    if (!generic_goods(words)) return words;
    if (p_.is(end - 1, "goods") && series.flow.empty()) return {};  // "8 million tonnes of goods": of whatever kind
  }
  // "compared with 29 million tonnes a year earlier": of what was weighed before, unless its clause names others
  const Scope& here = scopes_[clauses_.at(q.begin)];
  const bool of_its_own = here.topic.known() && !here.topic.product.empty() && !here.of_rank &&
                          here.topic_begin != Clause::none && here.topic_begin < q.begin;
  if (of_its_own) return here.topic.product;
  for (std::size_t k = result_.statements.size(); k-- > statements_before_;)
    if (const Statement& told = result_.statements[k]; told.value.unit == q.unit && !told.product.empty())
      return told.product;
  if (!series.product.empty()) return series.product;
  return d_.about.mentioned.empty() ? std::string() : d_.about.mentioned.back().product;
}

void SentenceReader::multiples() {
  static constexpr std::array<std::pair<std::string_view, int>, 11> words = {{{"doubled", 2},
                                                                              {"doubles", 2},
                                                                              {"triples", 3},
                                                                              {"tripled", 3},
                                                                              {"quadrupled", 4},
                                                                              {"doubling", 2},
                                                                              {"tripling", 3},
                                                                              {"quintupled", 5},
                                                                              {"trebled", 3},
                                                                              {"halved", 0},
                                                                              {"halves", 0}}};
  for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
    if (!p_.is_word(i) || !(p_.can(i, use::up | use::down) || p_.word(i).ends_with("ed") ||
                            p_.word(i).ends_with("fold") || p_.is_any(i, "twice|halves")))
      continue;
    const auto found = std::ranges::find(words, p_.word(i), &std::pair<std::string_view, int>::first);
    int times = found != words.end() ? found->second : 0;
    // "grew fivefold", "more than double the figure in 2010"
    if (times == 0 && p_.word(i).ends_with("fold"))
      times = number_word(p_.word(i).substr(0, p_.word(i).size() - 4)).value_or(0);
    if (times == 0 && p_.is_any(i, "double|triple") &&
        (p_.is_any(i + 1, "that|the|what|those|from") || parts_.is(i + 1, PartKind::period)) &&
        !p_.ends_before_any(i, "to|will"))
      times = p_.is(i, "double") ? 2 : 3;
    // "aim to double their trade", "plan to more than triple trade", "is expected to double by 2030"
    const bool wanted = p_.is_any(i, "double|triple") && p_.ends_before_any(i, "to|will|to more than|will more than") &&
                        future(i + 1) && !p_.is(i + 1, "the") &&
                        (p_.can(i + 1, use::measure | use::two_sided | use::determiner | use::preposition) ||
                         parts_.is(i + 1, PartKind::period) || !p_.is_word(i + 1));
    if (times == 0 && wanted) times = p_.is(i, "double") ? 2 : 3;
    // "over twice October's", "twice as much as", "almost twice the imports"
    if (p_.is(i, "twice") && (p_.is_any(i + 1, "as|the|that|what|its") || parts_.is(i + 1, PartKind::period)))
      times = 2;
    const bool halved = p_.is(i, "halved") || (p_.is(i, "halves") && !p_.is(i + 1, "of"));
    if ((times == 0 && !halved) || parts_.is(i, PartKind::quantity)) continue;
    // Of what stands before it: "China's trade with ASEAN doubled".
    for (const auto& mention : measures_)
      if (mention.head < i && mention.head >= clause_begin(i) && parts_.quantities.empty()) measure(mention);
    advance(i);
    const std::size_t clause = clauses_.at(i);
    const auto object =
        std::ranges::find_if(measures_, [i](const MeasureMention& m) { return m.begin == i + 1 || m.begin == i + 2; });
    const Series series = wanted && object != measures_.end() ? series_of(*object)
                          : scopes_[clause].latest().known()  ? scopes_[clause].latest()
                                                              : inherited(clause);
    Statement statement = base(series, series.partner());
    statement.kind = StatementKind::comparison;
    const bool more = p_.ends_before_any(i, "more than|over"),
               nearly = p_.ends_before_any(i, "nearly|almost|virtually|close to");
    constexpr Interval about_half{0.4, 0.6};
    statement.value = {halved   ? (more ? Interval::at_most(0.5) : about_half)
                       : more   ? Interval::at_least(times)
                       : nearly ? Interval::at_most(times)
                                : Interval{times - 0.5, times + 0.5},
                       "times"};
    statement.rule = "multiple";
    for (const auto& period : parts_.periods)
      if (period.role == PeriodRole::base || period.role == PeriodRole::since)
        statement.compared_with = period.period.known() ? std::optional(period.period) : std::nullopt;
    set_period(statement, period_for(i, i + 1, nullptr));
    statement.planned = statement.planned || wanted;
    place(statement, i, i + 1, i, i + 1);
    statement.printed = std::string(slice(i, i + 1));
    push(statement);
    // "India's exports to the EU have doubled. Exports rose from $38 billion": to the same
    if (parts_.quantities.empty() && is_trade_flow(series.flow) && !statement.planned)
      d_.speak_of(series, series.partners.size() > 1), d_.about.said = series;
  }
}

// What takes place again and again is numbered: "the 22nd China-ASEAN Expo", "the 10th anniversary". A place among
// others ("ranked 14th") and a time ("on the 5th") are no edition.
bool SentenceReader::numbers_an_event(std::size_t ordinal) const {
  for (std::size_t i = ordinal + 1; i < ordinal + 8 && (p_.is_word(i) || p_.is(i, "-")); ++i) {
    if (p_.can(i, use::preposition | use::auxiliary) || p_.can(i, use::finite)) break;
    if (p_.capital(i) ||
        p_.is_any(i,
                  "anniversary|expo|fair|summit|meeting|session|round|edition|forum|conference|congress|"
                  "dialogue|exhibition|plenary"))
      return true;
  }
  return false;
}

void SentenceReader::ordinals() {
  for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
    if (p_.token(i).kind != TokenKind::ordinal || taken(i) || !numbers_an_event(i)) continue;
    Statement statement;
    statement.kind = StatementKind::count;
    statement.rule = "edition";
    statement.value = {Interval::exactly(std::atoi(p_.token(i).text.c_str())), "edition"};
    std::size_t end = i + 1;
    for (const auto& party : parts_.parties)
      if (party.begin == i + 1 && party.name.role == NameRole::agreement) {
        statement.subject = party.name.code;
        end = party.end;
      }
    if (end == i + 1) {
      while (end < p_.end() && (p_.is_word(end) || p_.is(end, "-")) && end < i + 8 &&
             (p_.capital(end) || p_.is(end, "-") || end == i + 1))
        ++end;
      statement.product = std::string(slice(i + 1, end));
    }
    statement.measure = "edition";
    if (d_.when.published)
      statement.period = Period::year(static_cast<int>(d_.when.published->year())), statement.period_assumed = true;
    for (const auto& period : parts_.periods)
      if ((period.role == PeriodRole::when || (period.role == PeriodRole::told && !period.year_assumed)) &&
          period.period.known())
        statement.period = Period::year(period.period.last_year()), statement.period_assumed = false;
    place(statement, i, end, i, i + 1);
    statement.printed = std::string(slice(i, i + 1));
    take(i, i + 1);
    push(statement);
  }
}

}  // namespace tradewind
