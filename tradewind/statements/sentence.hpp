/// The reading of one sentence: which clause is about what, and which figure says what of it. Its members are gathered
/// by the construction that they read, a file each.
#pragma once
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tradewind/statements/clauses.hpp"
#include "tradewind/statements/direction.hpp"
#include "tradewind/statements/discourse.hpp"
#include "tradewind/statements/goods_phrase.hpp"
#include "tradewind/statements/reader.hpp"

namespace tradewind {

class SentenceReader {
 public:
  SentenceReader(std::string_view text, const Phrase& phrase, std::vector<PartyMention> parties, const Lexicon& lexicon,
                 Discourse& discourse, ArticleReading& result)
      : text_(text), p_(phrase), lexicon_(lexicon), d_(discourse), result_(result), parts_(phrase) {
    parts_.parties = std::move(parties);
    for (std::size_t i = p_.begin(); i < p_.end(); ++i) shapes_ |= p_.token(i).shape;
  }

  void run();

 private:
  /// What has been said in a clause so far.
  struct Scope {
    Series topic;    // of its last measure or rank
    Series subject;  // of the measure before its verb
    Series figure;   // of its last figure
    std::size_t topic_at = 0, figure_at = 0;
    std::size_t topic_begin = Clause::none;
    bool of_rank = false;  // the topic is a rank's
    const Series& latest() const { return figure.known() && figure_at >= topic_at ? figure : topic; }
  };
  struct Event {
    std::size_t at;
    enum Kind { measure, rank } kind;
    std::size_t index;
  };

  // The parts of the sentence, its clauses and measures.
  void find_parts();
  // What has been told of before is of goods and services, as this sentence says.
  void counted_together();
  // "Version 3.0", "CAFTA 3.0", "3.0 CAFTA", "Industry 4.0", "COVID-19": numbers that are names.
  void labels();
  void mark_since();
  void end_excursion();
  void note_teller();
  // "from 226 bn euro to 255 bn": an amount without a currency has that of the amount before.
  void bare_amounts();
  void name_money(Quantity& q);
  std::string_view people_counted(const Quantity& q) const;
  // Measures and ranks in the order of the sentence, up to a token.
  void advance(std::size_t to);
  void remember();
  bool headline() const;
  bool verbless() const;
  // A line of its own, without a verb: what follows is under it.
  bool heading() const;
  void unread();
  void report(std::size_t i);
  bool stated(const Quantity& q) const;

  // ---- Words of the sentence and places in it (sentence_words.cpp) ----
  void take(std::size_t begin, std::size_t end);
  bool taken(std::size_t i) const;
  bool contains(AnyOf phrases) const;
  bool inside_measure(const PartyMention& party) const;
  bool inside_rank(const PartyMention& party) const;
  std::string_view slice(std::size_t begin, std::size_t end) const;
  // Behind the brackets that open at a token: "$5 billion (56%) of"; the token itself where none do.
  std::size_t behind_brackets(std::size_t i) const;
  void place(Statement& statement, std::size_t begin, std::size_t end, std::size_t number_begin,
             std::size_t number_end) const;
  void push(Statement statement);
  bool future(std::size_t at) const;
  // Where the words of this figure begin: behind the figure before it, or at its clause.
  std::size_t segment_begin(std::size_t k) const;
  std::size_t clause_begin(std::size_t at) const;
  bool same_clause(std::size_t from, std::size_t to) const;
  bool adjacent(std::size_t from, std::size_t to) const;

  // ---- Whose what with whom (series.cpp) ----
  void measure(const MeasureMention& mention);
  // Fills what the words leave out from what was said before.
  Series series_of(const MeasureMention& mention);
  // Whether it is of goods, of services or of both (goods_or_services.cpp).
  void goods_or_services(Series& series, const MeasureMention& mention, std::size_t clause);
  // What was said before, nearest first, as seen from a clause.
  std::vector<const Series*> context(std::size_t clause, bool opens) const;
  bool series_in_sentence() const;
  // The last statements of the text, so many at most.
  std::span<const Statement> told_lately(std::size_t most) const {
    return std::span(result_.statements).last(std::min(most, result_.statements.size()));
  }
  EconomyCode party_at_head() const;
  // "Guangxi generated $5.4 billion in trade": a place that is no party, and whom the clause is about.
  std::string region_of(std::size_t clause) const;
  std::string place_before(std::size_t where) const;

  // ---- The goods that a measure leaves out (goods_again.cpp) ----
  bool mentioned_before(Series& series) const;
  void inherit_product(Series& series, const MeasureMention& mention, std::size_t clause);
  std::string goods_named(std::size_t clause) const;

  // ---- The parties that a measure leaves out (left_out.cpp) ----
  void fill_both(Series& series, const MeasureMention& mention, std::size_t clause);
  void fill_subject(Series& series, std::size_t clause);
  void fill_partner(Series& series, const MeasureMention& mention, std::size_t clause);
  void partner_apart(Series& series, const MeasureMention& mention, std::size_t clause) const;
  bool buys_from_subject(Series& series, const MeasureMention& mention, std::size_t clause) const;
  void turn_round(Series& series, const MeasureMention& mention);
  bool ranks_partners(std::size_t clause) const;
  const Head* told_as(std::size_t clause) const;
  std::vector<EconomyCode> next_in_rank(std::size_t to) const;
  EconomyCode home_of_amounts(std::size_t from) const;

  // ---- Investment and contracted projects (investment.cpp) ----
  void investment(const MeasureMention& mention, Series& series);
  bool costs_something(const MeasureMention& mention, const Series& series) const;
  EconomyCode event_here() const;
  void part_of_a_sum(Statement& statement, bool told);
  bool agreed_at_event(const MeasureMention& mention, Series& series) const;
  // "contracted projects worth $480 billion in ASEAN countries": where the money went.
  std::vector<EconomyCode> where_to(const MeasureMention& mention) const;
  bool cumulative_near(std::size_t head) const;

  // ---- Who is meant (references.cpp) ----
  // Who the verb of a clause is said of.
  std::vector<EconomyCode> agents(std::size_t clause) const;
  std::vector<EconomyCode> own_agents(std::size_t clause) const;
  EconomyCode resolve(const PartyMention& mention, bool owner) const;
  EconomyCode meant_by(const PartyMention& mention, bool owner) const;
  EconomyCode country_of_region(const PartyMention& mention) const;
  EconomyCode partner_of(const EconomyCode& own, const PartyMention& its) const;
  EconomyCode one_of_two(const PartyMention& mention) const;
  std::vector<EconomyCode> resolve(const std::vector<PartyMention>& mentions, bool owner) const;
  bool member_of(const EconomyCode& economy, const EconomyCode& bloc) const;
  EconomyCode rest_of_a_bloc(const Series& series) const;
  std::vector<EconomyCode> two_named(std::size_t to) const;
  bool two_countries(const MeasureMention& mention) const;

  // ---- What a figure is of (subjects.cpp, figure_parties.cpp) ----
  Series series_of(std::size_t k);
  // "$480 billion in contracted projects", "5 billion yuan of exports", "a 5 percent rise in imports".
  const MeasureMention* governing_from_right(const Quantity& q, std::size_t k) const;
  bool governs_already(const Quantity& q, std::size_t k, const MeasureMention& right) const;
  // What a clause that names no measure is about: the figure before it, the subject of the clause beside it.
  Series inherited(std::size_t clause) const;
  // Which flow it is of where the clause names none (flows_again.cpp).
  void flow_again(Series& series, std::size_t clause, const Quantity& q) const;
  void other_way(Series& series, std::size_t clause, std::size_t from, std::size_t to) const;
  bool both_ways(std::size_t clause) const;
  bool goes_on(std::size_t clause) const;
  // "with Vietnam at $260 billion, Malaysia $212 billion": a party in place of the last partner.
  bool next_of_its_kind(Series& series, std::size_t from, const Quantity& q);
  bool party_of_segment(Series& series, std::size_t from, const Quantity& q);
  Role role_in(const Statement& told, std::size_t to, bool owners) const;
  std::vector<EconomyCode> doers_before(std::size_t clause) const;
  // "cargo volume through the railway hit 3.8 million tons", "printers 32.8 percent": a thing or goods of its own.
  bool subject_of_segment(Series& series, std::size_t clause, std::size_t from, const Quantity& q);
  // The head of the noun phrase that a clause is about, before the figure; empty where it is a measure, a party or a
  // word that stands for them.
  std::pair<std::size_t, std::size_t> subject_phrase(std::size_t clause, std::size_t from, std::size_t to) const;

  // ---- Which goods (goods.cpp) ----
  void party_behind_verb(Series& series, const Quantity& q) const;
  bool worth_of(Series& series, const Quantity& q);
  bool earned_from(Series& series, const Quantity& q);
  bool goods_after_balance(Series& series, std::size_t clause, std::size_t from, const Quantity& q);
  void goods_of_a_front(Series& series, std::size_t clause, const Quantity& q);
  bool take_goods(Series& series, std::string words);
  bool thing_behind(Series& series, const Quantity& q) const;
  bool goods_before(Series& series, const Quantity& q);
  void goods_behind(Statement& statement, const Quantity& q, std::size_t at) const;
  std::string goods_in_front(std::size_t clause) const;
  std::size_t goods_end(const Quantity& q) const;
  bool measure_follows(std::size_t clause, std::size_t verb) const;
  bool in_measure(std::size_t begin, std::size_t end) const;
  void antecedent(Series& series, std::size_t clause);
  // "Farm machinery also fared well.": the goods that a sentence is about.
  std::string theme(bool whatever_they_did) const;
  bool economy_before(Series& series, const Quantity& q) const;
  void flow_told_behind(Series& series, const Quantity& q) const;
  // "FDI businesses generated ...": the firms that a clause is about; empty where it is about others.
  std::string traders_of(std::size_t clause) const;

  // ---- Ranks and streaks (rank_statements.cpp, rank_holders.cpp, rank_goods.cpp) ----
  void rank(const RankMention& mention);
  std::vector<EconomyCode> holders(const RankMention& mention, std::size_t& place_begin, std::size_t& place_end) const;
  std::vector<PartyMention> listed_with_figures(std::size_t i, std::size_t& end) const;
  std::string ranked_goods(const RankMention& mention) const;
  void rank_of_record(const RankMention& mention);
  void rank_of_object(const RankMention& mention);
  Series series_of_goods(const RankMention& mention) const;
  void rank_of_goods(const RankMention& mention, const std::string& goods);
  void followers();
  const StreakMention* streak_of(const RankMention& mention) const;
  void emit_rank(const RankMention& mention, const Series& series, const Interval& rank, const StreakMention* streak,
                 std::size_t place_begin, std::size_t place_end);
  void count_both_of_rank(const Statement& share);
  // A rank or streak without a period of its own is one of full years: the last before publication.
  const PeriodMention* since_of(const RankMention& mention) const;
  void last_full_year(Statement& statement, const PeriodMention* period) const;

  // ---- Streaks of no rank (streak_statements.cpp) ----
  void streaks();
  static std::string unit_of(const Period& period);
  const Statement* figure_before(std::size_t token) const;

  // ---- Amounts (figure_statements.cpp) and percentages (percentages.cpp) ----
  void quantity(std::size_t k);
  bool count_is_nothing(const Quantity& q) const;
  void single(std::size_t k, const Quantity& q, const Series& series);
  // `lead` is the first figure of an enumeration, whose "up" and "accounting for" hold for all of them.
  void statement_of(std::size_t k, const Quantity& q, const Series& series, const EconomyCode& partner,
                    const PeriodMention* given = nullptr, std::optional<std::size_t> lead = std::nullopt);
  bool of_money_itself(const Quantity& q) const;
  std::string growth_currency() const;
  bool level_said_of(const Statement& statement) const;
  bool said_aside(std::size_t at) const;
  bool series_names_goods(std::size_t to) const;
  bool part_of_all(const Quantity& q) const;
  bool of_a_rank(const Series& series, std::size_t clause) const;
  void party_behind(Statement& statement, const Quantity& q) const;
  Statement base(const Series& series, const EconomyCode& partner) const;
  // "up from $911 billion a year earlier", "compared with 4.5 trillion yuan in the same period last year": what a
  // figure is measured against, and when that was.
  bool revised(const Quantity& q) const;
  bool foreseen(const Quantity& q) const;
  bool is_base(const Quantity& q) const { return base_begin(q) != Clause::none; }
  std::size_t base_begin(const Quantity& q) const;
  bool measures_again(const MeasureMention& mention) const;
  bool balance_before(const MeasureMention& mention) const;
  void base_period(Statement& statement, const Quantity& q);
  void base_period_of(Statement& statement, const PeriodMention& mention);
  const PeriodMention* before_in_front(const Quantity& q, const PeriodMention* own) const;
  void same_part_of_its_year(Statement& statement, const Quantity& q) const;
  const PeriodMention* time_of_its_own(const Quantity& q) const;
  void from_month_to_month(Statement& statement, const PeriodMention& span) const;
  bool settle_period(Statement& statement, const Quantity& q, const PeriodMention* period);
  bool is_followed_by_base(const Quantity& q) const;
  bool compared_behind(const Quantity& q) const;
  Direction against_time(const Quantity& q) const;
  bool only_compares(std::size_t at) const;
  void percent(Statement& statement, const Quantity& q, const DirectionFound& direction, bool share_before,
               std::size_t& end);
  void grows_again(Statement& statement, std::size_t head) const;
  bool share_cue(std::size_t from, std::size_t to) const;
  Direction way_of_the_rate(const Quantity& q) const;
  bool heads_a_list(const Quantity& q) const;
  bool takes_a_part(const Quantity& q) const;
  std::string what_it_is(const Quantity& q) const;
  bool near_a_rate(const Quantity& q) const;
  bool average_of_years(const Quantity& q, const PeriodMention* period) const;
  bool of_a_duty(const Quantity& q) const;
  void levied_by(Statement& statement, const Quantity& q) const;
  void duty_between(Statement& statement, std::size_t from, std::size_t to) const;
  std::string shared_thing(const Quantity& q) const;
  // "of China's total foreign trade volume": whose total the share is taken in.
  void share_base(Statement& statement, const Quantity& q, std::size_t& end);
  void growth_base(Statement& statement, const Quantity& q) const;

  // ---- Several figures in one sentence (lists.cpp) ----
  // "24.1%, 13.7% and 4.1%, respectively": each figure to its party, flow or period.
  void list_of(std::size_t k, const Series& series);
  std::vector<EconomyCode> parties_before(const Quantity& q, std::size_t count) const;
  std::vector<Series> series_before(const Quantity& q);
  std::vector<Statement> levels_before(std::size_t count) const;
  std::vector<std::string> listed_goods(std::size_t k, const Series& series, std::size_t count) const;
  std::vector<PeriodMention> each_month(const PeriodMention& span, std::size_t count) const;
  std::vector<std::pair<std::string, EconomyCode>> goods_and_partners(std::size_t from, std::size_t to) const;
  std::vector<std::string> each_of_goods(const Series& series, const Quantity& q) const;
  std::vector<std::string> goods_of_each(std::size_t from, std::size_t to) const;
  bool goes_back(std::size_t clause) const;
  std::size_t first_of_them(std::size_t token) const;
  std::vector<Statement> amounts_told(std::size_t count, bool shares = false) const;
  bool one_of_two_amounts(Series& series, const Quantity& q) const;
  static void take_series(Series& series, const Statement& of);
  static void of_series(Statement& statement, const Series& series);
  Direction way_of_parallel(std::size_t k) const;

  // ---- What is counted, said elsewhere (counted_again.cpp) ----
  // "the number of members has reached 12", "19 of the 21 sectors", "with another 900 online": the noun of a number.
  void name_counts();
  std::optional<Series> worth_of_weighed() const;
  void name_count(Quantity& q, const Quantity* before) const;
  std::string number_of(const Quantity& q) const;
  std::string counted_subject(const Quantity& q) const;
  bool counted_again(const Quantity& q) const;
  bool is_base_count(const Quantity& q) const;
  void growth_of_count(Statement& statement, const Quantity& q, const DirectionFound& direction) const;
  void worth_of_things(Statement& statement, const Quantity& q) const;
  bool invested_in_projects(Series& series) const;
  void remember_count(const Statement& statement, const Quantity& q);

  // ---- Counts, multiples and ordinals (count_statements.cpp) ----
  void count(Statement& statement, const Quantity& q, const Series& series);
  std::string goods_weighed(const Quantity& q, const Series& series) const;
  std::string boxes_of(std::size_t clause, const Quantity& q) const;
  void parties_of_count(Statement& statement, const Quantity& q);
  static bool names_people_or_firms(const Quantity& q);
  // "doubled", "more than tripled": a multiple without digits.
  void multiples();
  // "the 22nd China-ASEAN Expo", "the 10th anniversary".
  void ordinals();
  bool numbers_an_event(std::size_t ordinal) const;

  // ---- Dates and milestones (event_statements.cpp) ----
  // "to be held from September 17 to 21", "negotiations were concluded in May", "signed by the end of this year".
  void dates();
  void day_of_an_event();
  const Statement* last_but_counts() const;
  void note_treaty();
  void pact_of_two(Statement& statement, std::size_t at) const;
  bool happened_then(const PeriodMention& period) const;
  Date earliest(const PeriodMention& period) const;
  std::size_t preposition_begin(std::size_t i) const;
  // The noun phrase that an event word is about: the words before its verb group.
  std::string topic_of(std::size_t at) const;
  static double day_number(const Date& date);

  // ---- When (statement_periods.cpp) ----
  static Period period_before(const Period& period);
  // Whether the sentences that follow go on in the period of this one's clause: not of "which overtook it in 2004".
  bool tells_time(std::size_t at, const PeriodMention* period) const;
  // How the sentence tells this period.
  Telling telling(const PeriodMention* period) const;
  // Whether a period stands in what only adds to a clause: ", bringing the decline over the first five months to ...".
  bool aside_of(std::size_t at) const {
    const Link link = clauses_[clauses_.at(at)].link;
    return link == Link::participle || link == Link::with || link == Link::brackets;
  }
  // "Imports, up 5 percent in June, fell": a clause that the one it hangs on goes on behind.
  bool before_its_verb(std::size_t clause) const {
    const std::size_t around = clauses_[clause].parent;
    return around != Clause::none && clauses_[around].verb != Clause::none &&
           clauses_[around].verb > clauses_[clause].begin;
  }
  bool usable(const PeriodMention& period) const;
  bool compares(std::size_t from, std::size_t to) const;
  bool of_a_base(const PeriodMention& period, const Quantity* but) const;
  bool of_another_figure(const PeriodMention& period, const Quantity* but) const;
  bool whole_of_a_part(const Quantity& q) const;
  bool by_how_much(const Quantity& q) const;
  bool is_difference(const Quantity& q) const;
  bool a_fall_eases(const Quantity& q) const;
  bool changes_again(const Quantity& q, const DirectionFound& direction) const;
  Period span_told() const;
  int end_of_span(const Statement& statement, const Quantity& q) const;
  bool before_the_clause(const PeriodMention& period) const;
  const PeriodMention* period_of(std::size_t k);
  const PeriodMention* period_for(std::size_t begin, std::size_t end, const Quantity* q) const;
  bool told_already(const Statement& statement) const;
  void set_period(Statement& statement, const PeriodMention* mention, bool cumulative = false);

  std::string_view text_;
  const Phrase& p_;
  const Lexicon& lexicon_;
  Discourse& d_;
  ArticleReading& result_;
  std::size_t statements_before_ = 0, unread_before_ = 0;  // where this sentence's begin in the result
  Parts parts_;
  Clauses clauses_;
  std::vector<MeasureMention> measures_;
  std::vector<Scope> scopes_;  // of each clause
  std::vector<Event> events_;
  std::size_t next_event_ = 0;
  std::unordered_set<std::size_t> measures_read_;  // as the base of a share, from the right
  std::uint64_t shapes_ = 0;                       // of all its words
  std::vector<bool> taken_;                        // by parties, periods and names: no quantity of their own
  std::vector<std::size_t> streaks_used_;
  std::unordered_set<std::size_t> done_, used_periods_, counted_periods_;  // the last: used by counts, free for events
  std::size_t governor_begin_ = Clause::none;
  bool time_told_ = false;              // a figure of this sentence has said what time the text is in
  bool part_of_whole_ = false;          // the figure is of goods or firms that its clause is about
  std::string whole_product_;           // what these are a part of
  std::string part_said_, whole_said_;  // the same of the last such figure
  bool one_of_many_ = false;            // the figure is of one partner beside others
  EconomyCode rank_owner_;              // of the last rank of the sentence
  std::vector<EconomyCode> between_;    // "relations between Singapore and China": the pair of "bilateral"
  std::size_t same_at_ = Clause::none;  // of the last "the same period", and which that is
  Period same_;
  Period last_base_;             // of what the sentence compared with last
  std::vector<Direction> ways_;  // of each figure that has been read as a rise or fall
  bool tells_of_two_ = false;    // "the former", "the latter"
  // Of the percentages before, in this sentence: what a bare one says again.
  std::optional<StatementKind> last_percent_;
  Direction last_direction_ = Direction::none;
  std::optional<Statement> last_share_;  // what "up from 16.4 percent" goes back to
  std::size_t last_change_end_ = 0;      // behind the last change in money
  bool counted_before_ = false;
  bool follows_ = false;                  // goods or sectors are told one after the other: "followed by ..."
  bool of_sum_ = false;                   // a part of investment is of all that has come in, not of the last months
  bool counted_abroad_ = false;           // "400 projects in Laos", of whoever has them
  std::size_t treaty_at_ = Clause::none;  // of a pact that this sentence names by its two parties
};

}  // namespace tradewind
