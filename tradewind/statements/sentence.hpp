/// The reading of one sentence: which clause is about what, and which figure says what of it. Its members are gathered
/// by the construction that they read, a file each.
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tradewind/statements/direction.hpp"
#include "tradewind/statements/discourse.hpp"
#include "tradewind/statements/quantities.hpp"
#include "tradewind/statements/ranks.hpp"
#include "tradewind/statements/reader.hpp"

namespace tradewind {

class SentenceReader {
 public:
  SentenceReader(std::string_view text, const Phrase& phrase, const Lexicon& lexicon, Discourse& discourse,
                 ArticleReading& result)
      : text_(text),
        p_(phrase),
        lexicon_(lexicon),
        d_(discourse),
        result_(result),
        taken_(phrase.end() - phrase.begin(), false) {}

  void run();

 private:
  struct Event {
    std::size_t at;
    enum Kind { measure, rank } kind;
    std::size_t index;
  };

  // "Version 3.0", "CAFTA 3.0", "3.0 CAFTA", "Industry 4.0", "COVID-19": numbers that are names.
  void labels();
  // "from 226 bn euro to 255 bn": an amount without a currency has that of the amount before.
  void bare_amounts();
  // Events in the order of the sentence: what each clause is about, before any figure of it is read.
  void clause_frames();
  void advance(std::size_t to);
  void unread();
  void report(std::size_t i);
  bool stated(const Quantity& q) const;
  bool in_quantity(std::size_t i) const;

  // ---- Words of the sentence and places in it (sentence_words.cpp) ----
  void take(std::size_t begin, std::size_t end);
  bool taken(std::size_t i) const;
  bool contains(std::initializer_list<std::string_view> phrases) const;
  std::size_t clause_begin(std::size_t at) const;
  bool inside_measure(const PartyMention& party) const;
  bool inside_rank(const PartyMention& party) const;
  bool in_party(std::size_t i) const;
  bool is_period_token(std::size_t i) const;
  std::string_view slice(std::size_t begin, std::size_t end) const;
  void place(Statement& statement, std::size_t begin, std::size_t end, std::size_t number_begin,
             std::size_t number_end) const;
  void push(const Statement& statement);
  bool future(std::size_t at) const;
  // Where the words of this figure begin: behind the figure before it, or at the clause.
  std::size_t segment_begin(std::size_t k) const;
  std::size_t segment_begin_of(const Quantity& q) const;
  bool same_clause(std::size_t from, std::size_t to) const;
  bool adjacent(std::size_t from, std::size_t to) const;

  // ---- What a clause is about (frames.cpp) ----
  void measure(const MeasureMention& mention);
  bool member_of(const EconomyCode& economy, const EconomyCode& bloc) const;
  void set_other(Frame& frame) const;
  void set_frame(Frame frame);
  // Investment runs from one party into another; with neither direction nor parties said it is that of the context.
  void investment(const MeasureMention& mention, Frame& frame);
  // "contracted projects worth $480 billion in ASEAN countries": where the money went.
  std::vector<EconomyCode> where_to(const MeasureMention& mention) const;
  bool cumulative_near(std::size_t head) const;
  bool of_which() const;
  bool goes_on_about(const EconomyCode& own) const;
  // The parties that a clause is about, before a measure that names none: "China and ASEAN ... bilateral trade".
  std::vector<EconomyCode> clause_parties(const MeasureMention& mention) const;
  // "$480 billion in contracted projects", "5 billion yuan of exports", "a 5 percent rise in imports".
  void governed_from_right(const Quantity& q, std::size_t k);
  // A level verb with its own subject stands before: "trade reached 5 billion yuan in exports ..." does not occur; a
  // measure to the left within the same segment keeps its figure unless the right one names another thing.
  bool already_governed(const Quantity& q, const MeasureMention& right) const;
  // "with Vietnam at $260 billion, Malaysia $212 billion": a party in place of the last partner.
  void party_of_segment(std::size_t from, const Quantity& q);
  // A clause whose subject no rule knows ("cargo volume through the railway hit 3.8 million tons") is about itself, not
  // about the trade of the sentence before.
  void unknown_subject(std::size_t from, const Quantity& q);
  static bool names_goods(std::string_view noun);
  bool verb_seen_before(std::size_t from, std::size_t to) const;
  static bool is_neutral(std::string_view word);

  // ---- Ranks and streaks (rank_statements.cpp) ----
  void rank(const RankMention& mention);
  const StreakMention* streak_of(const RankMention& mention) const;
  void emit_rank(const RankMention& mention, const Frame& frame, const Interval& rank, const StreakMention* streak);
  // A rank or streak without a period of its own is one of full years: the last before publication.
  void last_full_year(Statement& statement, const PeriodMention* period) const;

  // ---- Amounts (figure_statements.cpp) and percentages (percentages.cpp) ----
  void quantity(std::size_t k);
  bool count_is_nothing(const Quantity& q) const;
  void single(std::size_t k, const Quantity& q);
  // "24.1%, 13.7% and 4.1%, respectively": each figure to its party, flow or period.
  void list_of(std::size_t k);
  // "exports reached and imports ..." joined: the frames of the last measures before a list of figures.
  std::vector<std::string> listed_goods(std::size_t k) const;
  std::vector<Frame> flows_before(const Quantity& q) const;
  // `lead` is the first figure of an enumeration, whose "up" and "accounting for" hold for all of them.
  void statement_of(std::size_t k, const Quantity& q, const Frame& frame, const EconomyCode& partner,
                    const PeriodMention* given = nullptr, std::optional<std::size_t> lead = std::nullopt);
  std::string growth_currency() const;
  bool level_said_of(const Statement& statement) const;
  void party_behind(Statement& statement, const Quantity& q) const;
  Statement base(const Frame& frame, const EconomyCode& partner) const;
  // "up from $911 billion a year earlier", "compared with 4.5 trillion yuan in the same period last year": what a
  // figure is measured against, and when that was.
  bool is_base(const Quantity& q) const;
  void base_period(Statement& statement, const Quantity& q) const;
  bool is_followed_by_base(const Quantity& q) const;
  bool compared_behind(const Quantity& q) const;
  void percent(Statement& statement, const Quantity& q, const DirectionFound& direction, bool share_before,
               std::size_t& end);
  bool share_cue(std::size_t from, std::size_t to) const;
  // "of China's total foreign trade volume": whose total the share is taken in.
  void share_base(Statement& statement, const Quantity& q, std::size_t& end);
  void growth_base(Statement& statement, const Quantity& q) const;

  // ---- Counts, multiples and ordinals (count_statements.cpp) ----
  void count(Statement& statement, const Quantity& q);
  // "the number of members has reached 12": the noun stands before.
  void number_of(Statement& statement, const Quantity& q) const;
  // "doubled", "more than tripled": a multiple without digits.
  void multiples();
  // "the 22nd China-ASEAN Expo", "the 10th anniversary".
  void ordinals();

  // ---- Dates and milestones (event_statements.cpp) ----
  // "to be held from September 17 to 21", "negotiations were concluded in May", "signed by the end of this year".
  void dates();
  bool happened_then(const PeriodMention& period) const;
  Date earliest(const PeriodMention& period) const;
  std::size_t preposition_begin(std::size_t i) const;
  // The noun phrase that an event word is about: the words before its verb group.
  std::string topic_of(std::size_t at) const;
  static double day_number(const Date& date);

  // ---- When (statement_periods.cpp) ----
  static Period period_before(const Period& period);
  void set_context_period(const Period& period);
  const PeriodMention* period_of(std::size_t k);
  const PeriodMention* period_in_clause(std::size_t begin, std::size_t end) const;
  void set_period(Statement& statement, const PeriodMention* mention, bool cumulative = false);

  std::string_view text_;
  const Phrase& p_;
  const Lexicon& lexicon_;
  Discourse& d_;
  ArticleReading& result_;
  std::size_t statements_before_ = 0, unread_before_ = 0;  // where this sentence's begin in the result
  std::vector<bool> taken_;
  std::vector<PartyMention> parties_;
  std::vector<PeriodMention> periods_;
  std::vector<StreakMention> streaks_;
  std::vector<RankMention> ranks_;
  std::vector<Quantity> quantities_;
  std::vector<MeasureMention> measures_;
  std::vector<Event> events_;
  std::vector<std::size_t> streaks_used_;
  std::unordered_set<std::size_t> done_, used_periods_, counted_periods_;  // the last: used by counts, free for events
  std::size_t next_event_ = 0;
  std::size_t skip_events_until_ = 0;
  std::size_t governor_begin_ = 0;
  bool governed_ = false;
  bool sentence_pair_ = false;
  bool rank_in_sentence_ = false;
  EconomyCode rank_owner_;  // of the last rank of the sentence
  Frame frame_;             // of the figure being read: the discourse's, or that of a clause about something else
  std::optional<StatementKind> last_percent_;
  std::optional<Statement> last_share_;  // what "up from 16.4 percent" goes back to
  Direction last_direction_ = Direction::none;
  std::size_t last_change_end_ = 0;  // behind the last change in money
  bool counted_before_ = false;
  std::string last_counted_;
};

}  // namespace tradewind
