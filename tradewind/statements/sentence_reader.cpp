#include "tradewind/statements/sentence_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <unordered_set>

#include "tradewind/statements/direction.hpp"
#include "tradewind/statements/quantities.hpp"
#include "tradewind/statements/ranks.hpp"

namespace tradewind {
namespace {

using std::chrono::sys_days;

class SentenceReader {
 public:
  SentenceReader(std::string_view text, const Phrase& phrase, const Lexicon& lexicon, Discourse& discourse, ArticleReading& result)
      : text_(text), p_(phrase), lexicon_(lexicon), d_(discourse), result_(result), taken_(phrase.end() - phrase.begin(), false) {}

  void run() {
    const std::size_t before = result_.statements.size();
    frame_ = d_.frame;
    parties_ = find_parties(p_, lexicon_);
    for (const auto& party : parties_)
      if (!party.anaphor) take(party.begin, party.end);
    labels();
    PeriodContext time = d_.time;
    if (time.published) time.year.reset();  // a year that an earlier sentence named does not reach into this one
    time.period = d_.period;
    periods_ = find_periods(p_, time);
    for (const auto& period : periods_) take(period.begin, period.end);
    streaks_ = find_streaks(p_);
    for (const auto& streak : streaks_) take(streak.begin, streak.end);
    ranks_ = find_ranks(p_, parties_);
    for (const auto& rank : ranks_)
      for (std::size_t i = rank.begin; i < rank.end; ++i)
        if (p_.is_number(i) || p_.token(i).kind == TokenKind::ordinal) take(i, i + 1);
    quantities_ = find_quantities(p_, lexicon_, taken_);
    measures_ = find_measures(p_, parties_, taken_);
    clause_frames();
    for (std::size_t k = 0; k < quantities_.size(); ++k) quantity(k);
    multiples();
    ordinals();
    dates();
    unread();
    for (const auto& party : parties_) d_.named(party);
    for (const auto& period : periods_)
      if (period.period.known() && !period.year_assumed && (period.role == PeriodRole::when || period.role == PeriodRole::until)) d_.time.year = period.period.last_year();
    std::stable_sort(result_.statements.begin() + static_cast<long>(before), result_.statements.end(),
                     [](const Statement& a, const Statement& b) { return a.number.begin < b.number.begin; });
  }

 private:
  void take(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && i < p_.end(); ++i) taken_[i - p_.begin()] = true;
  }
  bool taken(std::size_t i) const { return p_.inside(i) && taken_[i - p_.begin()]; }

  // "Version 3.0", "CAFTA 3.0", "3.0 CAFTA", "Industry 4.0", "COVID-19": numbers that are names.
  void labels() {
    for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
      if (!p_.is_number(i)) continue;
      const bool version = p_.word(i).ends_with(".0") && p_.word(i).size() == 3;
      const bool name_before = i > p_.begin() && (p_.is_any(i - 1, {"version", "chapter", "article", "phase", "stage", "annex", "section", "page", "no", "number"}) || (p_.is(i - 1, "-") && p_.is_any(i - 2, {"covid"})) ||
                                                  (p_.is(i - 1, ".") && p_.is(i - 2, "no")));
      const bool unit_behind = p_.is_any(i + 1, {"%", "percent", "per", "billion", "trillion", "million"});
      if (name_before || (version && !unit_behind && (p_.capital(i + 1) || p_.is_any(i + 1, {"protocol", "upgrade", "version", "era", "agreement", "of", "negotiations"}) || p_.capital(i - 1) || taken(i - 1) ||
                                                      p_.is_any(i - 1, {"the", "version"}))))
        take(i, i + 1);
    }
  }

  // ---- frames ----

  // Events in the order of the sentence: what each clause is about, before any figure of it is read.
  void clause_frames() {
    for (std::size_t m = 0; m < measures_.size(); ++m) events_.push_back({measures_[m].head, Event::measure, m});
    for (std::size_t r = 0; r < ranks_.size(); ++r) events_.push_back({ranks_[r].begin, Event::rank, r});
    std::ranges::sort(events_, {}, &Event::at);
    next_event_ = 0;
  }

  void advance(std::size_t to) {
    for (; next_event_ < events_.size() && events_[next_event_].at < to; ++next_event_) {
      const Event& event = events_[next_event_];
      if (event.kind == Event::rank) rank(ranks_[event.index]);
      else if (event.at >= skip_events_until_) measure(measures_[event.index]);
    }
  }

  void measure(const MeasureMention& mention) {
    governor_begin_ = mention.begin;
    governed_ = true;
    Frame frame;
    frame.flow = mention.flow;
    frame.measure = mention.measure;
    frame.product = mention.product;
    frame.flows = mention.flows;
    frame.cumulative = mention.cumulative;
    frame.sign = mention.sign;
    frame.subjects = d_.resolve(mention.subjects);
    frame.partners = d_.resolve(mention.partners);
    const Frame& last = d_.frame;
    const std::vector<EconomyCode> clause = clause_parties(mention);

    // A part of the trade of the frame before ("turnover up 24.1%") is that trade again.
    if (mention.measure == "turnover") {
      if (last.measure.empty()) return;
      frame.flow = last.flow, frame.measure = last.measure;
      if (frame.product.empty()) frame.product = last.product;
    }
    if (mention.measure == "investment" || mention.measure == "investment_stock") investment(mention, frame);

    if (frame.subjects.empty() && frame.partners.empty()) {
      // "ASEAN was China's largest partner, with total trade reaching ...": the pair of the rank.
      const auto of_rank = [&](const EconomyCode& code) { return code == last.subject() || std::ranges::find(last.partners, code) != last.partners.end(); };
      if ((sentence_pair_ && mention.bilateral) || (rank_in_sentence_ && std::ranges::all_of(clause, of_rank)) || (mention.measure == "turnover" && sentence_pair_)) {
        frame.subjects = last.subjects;
        frame.partners = last.partners;
      } else if (clause.size() >= 2 && (mention.bilateral || frame.flow == "trade")) {
        frame.subjects = {clause.front()};
        frame.partners.assign(clause.begin() + 1, clause.end());
      } else if (!clause.empty() && !mention.total && mention.bilateral) {
        frame.subjects = {clause.front()};
        set_other(frame);
      } else if (!clause.empty()) {
        frame.subjects = {clause.front()};
        if (sentence_pair_ && clause.front() == last.subject() && !mention.total) frame.partners = last.partners;
        else if (mention.bilateral) set_other(frame);
        else frame.partners = {world_total};
      } else if (mention.total && !last.subject().empty() && !mention.bilateral) {
        frame.subjects = {last.subject()};
        frame.partners = {world_total};
      } else if (!last.subjects.empty() && last.partners.size() <= 1) {
        frame.subjects = last.subjects;
        frame.partners = last.partners;
        if (mention.bilateral && (frame.partner() == world_total || frame.partners.empty()) && !d_.pair_subject.empty()) {
          frame.subjects = {d_.pair_subject};
          frame.partners = {d_.pair_partner};
        }
      } else if (mention.bilateral && !d_.pair_subject.empty()) {
        frame.subjects = {d_.pair_subject};
        frame.partners = {d_.pair_partner};
      } else if (!last.subjects.empty()) {
        frame.subjects = {last.subject()};
        frame.partners = {world_total};
      } else {
        frame.subjects = {d_.main};
        frame.partners = {mention.bilateral && !d_.second.empty() ? d_.second : world_total};
      }
      if (frame.product.empty() && frame.measure == last.measure && mention.end - mention.head <= 2 && !last.product.empty() && frame.flow == last.flow) frame.product = last.product;
    } else if (frame.subjects.empty()) {
      const EconomyCode with = frame.partner();
      // Neither the partner itself nor a bloc that it belongs to.
      const auto not_partner = [&](const EconomyCode& code) {
        return !code.empty() && std::ranges::find(frame.partners, code) == frame.partners.end() && !member_of(with, code);
      };
      const auto own = std::ranges::find_if(clause, not_partner);
      if (own != clause.end()) frame.subjects = {*own};
      else if (not_partner(last.subject())) frame.subjects = {last.subject()};
      else if (not_partner(d_.other(last.subject()))) frame.subjects = {d_.other(last.subject())};
      else if (!d_.other(with).empty()) frame.subjects = {d_.other(with)};
      else if (not_partner(d_.main)) frame.subjects = {d_.main};
      else if (not_partner(d_.second)) frame.subjects = {d_.second};
    } else if (frame.partners.empty()) {
      const EconomyCode own = frame.subject();
      if (mention.bilateral) set_other(frame);
      else if (!mention.total && of_which() && !d_.other(own).empty()) frame.partners = {d_.other(own)};
      else if (frame.flow == "trade" || frame.flow == "exports" || frame.flow == "imports" || frame.flow == "balance") frame.partners = {world_total};
      if (frame.subjects.size() == 2 && (frame.flow == "trade" || frame.flow == "balance" || frame.flow == "two-way")) {
        frame.partners = {frame.subjects.back()};
        frame.subjects.pop_back();
      }
    }
    set_frame(std::move(frame));
  }

  bool member_of(const EconomyCode& economy, const EconomyCode& bloc) const {
    static constexpr Date any_day{std::chrono::year{2025}, std::chrono::month{1}, std::chrono::day{1}};
    return lexicon_.is_bloc(bloc) && lexicon_.world().is_member(economy, bloc, d_.time.published.value_or(any_day));
  }

  void set_other(Frame& frame) const {
    const EconomyCode other = d_.other(frame.subject());
    if (!other.empty()) frame.partners = {other};
    else if (d_.main != frame.subject() && !d_.main.empty()) frame.partners = {d_.main};
    else if (!d_.second.empty()) frame.partners = {d_.second};
  }

  void set_frame(Frame frame) {
    if (!frame.subject().empty() && !frame.partner().empty() && frame.partner() != world_total && frame.partners.size() == 1) {
      d_.pair_subject = frame.subject();
      d_.pair_partner = frame.partner();
      sentence_pair_ = true;
    }
    d_.frame = frame_ = std::move(frame);
  }

  // Investment runs from one party into another; with neither direction nor parties said it is that of the context.
  void investment(const MeasureMention& mention, Frame& frame) {
    if (mention.bilateral && frame.flow.empty()) frame.flow = "two-way";
    if (cumulative_near(mention.head)) frame.cumulative = true;
    if (frame.flow.empty()) frame.flow = !frame.partners.empty() && !frame.subjects.empty() ? "outward" : "two-way";
    if (frame.cumulative || mention.measure == "investment_stock") frame.measure = "investment_stock";
    else frame.measure = "investment_flow";
  }

  bool cumulative_near(std::size_t head) const {
    for (std::size_t i = head > p_.begin() + 8 ? head - 8 : p_.begin(); i < std::min(p_.end(), head + 12); ++i)
      if (p_.is_any(i, {"cumulative", "cumulatively", "accumulated", "accumulative", "stock", "accumulatively"})) return true;
    return false;
  }

  bool of_which() const {
    return p_.match_any(p_.begin(), {"of which", "of the total", "of the sum", "of that", "of this", "of this total", "of the amount", "among them", "in the breakdown", "specifically"}) != 0 ||
           contains({"of which", "among which"}) || sentence_pair_;
  }

  bool contains(std::initializer_list<std::string_view> phrases) const {
    for (std::size_t i = p_.begin(); i < p_.end(); ++i)
      if (p_.match_any(i, phrases)) return true;
    return false;
  }

  std::size_t clause_begin(std::size_t at) const {
    std::size_t i = at;
    while (i > p_.begin()) {
      if (p_.is_any(i - 1, {";", "while", "whereas", ":", "--", "although", "but"})) return i;
      --i;
    }
    return i;
  }

  // The parties that a clause is about, before a measure that names none: "China and ASEAN ... bilateral trade".
  std::vector<EconomyCode> clause_parties(const MeasureMention& mention) const {
    std::vector<EconomyCode> result;
    const std::size_t begin = clause_begin(mention.begin);
    std::size_t previous_end = 0;
    for (const auto& party : parties_) {
      if (party.begin < begin || party.begin >= mention.begin || party.anaphor) continue;
      if (party.name.role == NameRole::agreement || (party.name.role == NameRole::capital)) continue;
      if (party.possessive || party.name.role == NameRole::demonym) {
        if (!mention.verb || party.possessive) continue;
      }
      if (inside_measure(party) || inside_rank(party)) continue;
      const std::size_t before = p_.ends_before(party.begin, "the") ? party.begin - 1 : party.begin;
      if (p_.ends_before_any(before, {"in", "of", "from", "to", "across", "for", "against", "by", "than", "including", "via", "through", "on", "into", "as", "-"}) && !p_.ends_before(before, "for")) continue;
      if (p_.is(party.end, "-") || p_.capital(party.end)) continue;  // "China Customs", "US-led"
      const bool list = !result.empty() && party.begin - previous_end <= 2;
      if (!list) result.clear();
      result.push_back(d_.resolve(party));
      previous_end = party.end;
    }
    return result;
  }

  bool inside_measure(const PartyMention& party) const {
    return std::ranges::any_of(measures_, [&](const MeasureMention& m) { return party.begin >= m.begin && party.end <= m.end; });
  }
  bool inside_rank(const PartyMention& party) const {
    return std::ranges::any_of(ranks_, [&](const RankMention& r) { return party.begin >= r.begin && party.end <= r.end; });
  }

  // ---- ranks and streaks ----

  void rank(const RankMention& mention) {
    governor_begin_ = mention.begin;
    governed_ = true;
    Frame frame;
    frame.flow = mention.flow;
    frame.measure = mention.measure;
    frame.among = mention.among;
    frame.product = mention.product;
    std::vector<EconomyCode> holders = d_.resolve(mention.holders), owners = d_.resolve(mention.owners);
    if (frame.measure == "gdp" && owners.empty()) owners = {world_total};
    const StreakMention* streak = streak_of(mention);
    if (mention.mutual) {
      if (holders.size() < 2 && !d_.pair_subject.empty()) holders = {d_.pair_subject, d_.pair_partner};
      if (holders.size() < 2) return;
      for (int direction = 0; direction < 2; ++direction) {
        frame.subjects = {holders[direction == 0 ? 0 : 1]};
        frame.partners = {holders[direction == 0 ? 1 : 0]};
        emit_rank(mention, frame, mention.ranks.front(), streak);
      }
      frame.subjects = {holders[0]};
      frame.partners = {holders[1]};
      if (streak) streaks_used_.push_back(streak->begin);
      rank_in_sentence_ = true;
      set_frame(std::move(frame));
      return;
    }
    if (owners.empty()) {
      const EconomyCode other = holders.empty() ? EconomyCode{} : d_.other(holders.front());
      const EconomyCode last = d_.frame.subject();
      if (!last.empty() && std::ranges::find(holders, last) == holders.end()) owners = {last};
      else if (!other.empty()) owners = {other};
      else if (!d_.main.empty() && std::ranges::find(holders, d_.main) == holders.end()) owners = {d_.main};
      else if (!d_.second.empty()) owners = {d_.second};
    }
    if (holders.empty() && !owners.empty()) {
      const EconomyCode other = d_.other(owners.front());
      if (!other.empty()) holders = {other};
    }
    std::erase_if(holders, [&](const EconomyCode& holder) { return !owners.empty() && holder == owners.front(); });
    if (owners.empty() || holders.empty()) return;
    frame.subjects = {owners.front()};
    frame.partners = holders;
    // With as many ranks as holders each has its own ("second and third largest, respectively").
    const bool each_own = mention.ranks.size() == holders.size();
    for (std::size_t k = 0; k < holders.size(); ++k) {
      Frame one = frame;
      one.partners = {holders[k]};
      emit_rank(mention, one, mention.ranks[each_own ? k : 0], streak);
    }
    if (streak) streaks_used_.push_back(streak->begin);
    frame.among.clear();
    rank_in_sentence_ = true;
    set_frame(std::move(frame));
  }

  const StreakMention* streak_of(const RankMention& mention) const {
    // The streak of the same clause: behind the rank before the next one, or before it with none between.
    const StreakMention* best = nullptr;
    for (const auto& streak : streaks_) {
      if (streak.unit != "years" || std::ranges::find(streaks_used_, streak.begin) != streaks_used_.end()) continue;
      const bool rank_between = std::ranges::any_of(ranks_, [&](const RankMention& r) { return r.begin != mention.begin && r.begin > std::min(streak.begin, mention.begin) && r.begin < std::max(streak.begin, mention.begin); });
      const bool figure_between = std::ranges::any_of(quantities_, [&](const Quantity& q) { return q.begin > std::min(streak.begin, mention.end) && q.begin < std::max(streak.begin, mention.end); });
      if (rank_between || figure_between) continue;
      best = &streak;
      if (streak.begin > mention.begin) break;
    }
    return best;
  }

  void emit_rank(const RankMention& mention, const Frame& frame, const Interval& rank, const StreakMention* streak) {
    Statement statement = base(frame, frame.partner());
    statement.kind = StatementKind::rank;
    statement.value = {rank, "rank"};
    statement.among = mention.among;
    statement.rule = "rank";
    place(statement, mention.place_begin, mention.place_end, mention.begin, mention.end);
    statement.printed = std::string(slice(mention.begin, mention.end));
    const PeriodMention* period = period_in_clause(mention.begin, mention.end);
    set_period(statement, period);
    if (!period && !streak) {
      // The one period of the sentence, or that of the figures before in it.
      const PeriodMention* only = nullptr;
      std::size_t count = 0;
      for (const auto& candidate : periods_)
        if (candidate.role == PeriodRole::when || candidate.role == PeriodRole::same) only = &candidate, ++count;
      if (count == 1) set_period(statement, period = only);
    }
    const bool spoken_of = !result_.statements.empty() && result_.statements.back().place.begin >= p_.token(p_.begin()).place.begin && d_.period.known();
    if (streak || (!period && !spoken_of)) last_full_year(statement, streak && period && period->role == PeriodRole::when ? period : nullptr);
    push(statement);
    if (!streak) {
      // "since 2009": a streak whose length is left to the reader.
      for (const auto& since : periods_)
        if (since.role == PeriodRole::since && since.begin >= mention.end && since.begin <= mention.end + 4 && d_.time.published && since.period.known()) {
          Statement run = statement;
          run.kind = StatementKind::streak;
          const int years = static_cast<int>(d_.time.published->year()) - since.period.first_year();
          if (years < 1) continue;
          run.value = {Interval::exactly(years), "years"};
          run.rule = "rank since a year";
          place(run, mention.place_begin, since.end, since.begin, since.end);
          run.printed = std::string(slice(since.begin - 1, since.end));
          run.period = Period::year(static_cast<int>(d_.time.published->year()) - 1);
          run.period_assumed = true;
          push(run);
        }
      return;
    }
    Statement run = statement;
    run.kind = StatementKind::streak;
    run.value = {interval_of(streak->number), streak->unit};
    run.rule = "streak of a rank";
    place(run, std::min(mention.place_begin, streak->begin), std::max(mention.place_end, streak->end), streak->first, streak->end);
    run.printed = std::string(slice(streak->begin, streak->end));
    push(run);
  }

  // A rank or streak without a period of its own is one of full years: the last before publication.
  void last_full_year(Statement& statement, const PeriodMention* period) const {
    if (period) return;
    if (d_.time.published) statement.period = Period::year(static_cast<int>(d_.time.published->year()) - 1);
    statement.period_assumed = true;
  }

  // ---- quantities ----

  void quantity(std::size_t k) {
    const Quantity& q = quantities_[k];
    if (done_.contains(k)) return;
    advance(q.begin);
    if (q.kind == QuantityKind::count && count_is_nothing(q)) return;
    governed_from_right(q, k);
    const std::size_t from = segment_begin(k);
    party_of_segment(from, q);
    unknown_subject(from, q);

    if (q.list != 0) {
      list_of(k);
      return;
    }
    single(k, q);
  }

  // Where the words of this figure begin: behind the figure before it, or at the clause.
  std::size_t segment_begin(std::size_t k) const {
    std::size_t from = clause_begin(quantities_[k].begin);
    if (k > 0) from = std::max(from, quantities_[k - 1].end);
    for (const auto& streak : streaks_)
      if (streak.end <= quantities_[k].begin) from = std::max(from, streak.end);
    for (const auto& rank : ranks_)
      if (rank.end <= quantities_[k].begin) from = std::max(from, rank.end);
    return from;
  }

  // "$480 billion in contracted projects", "5 billion yuan of exports", "a 5 percent rise in imports".
  void governed_from_right(const Quantity& q, std::size_t k) {
    std::size_t i = q.end;
    for (int skipped = 0; skipped < 4; ++skipped)
      if (p_.is_any(i, {"increase", "growth", "rise", "drop", "decline", "fall", "jump", "surge", "gain", "year", "on", "-", "worth", "decrease", "slump", "expansion", "yearly", "annual", "a", "'s", "contraction"})) ++i;
    for (const auto observed : {"was observed", "was recorded", "was seen", "was reported", "were recorded", "was registered"})
      if (const auto behind = p_.match(i, observed); behind && p_.is(behind, "in")) i = behind;
    if (!p_.is_any(i, {"in", "of"}) && !p_.is(i - 1, "worth")) {
      // "a $295 billion trade deficit": the measure right behind the figure.
      for (std::size_t m = 0; m < measures_.size(); ++m)
        if (q.kind == QuantityKind::money && measures_[m].begin <= q.end + 1 && measures_[m].head >= q.end && measures_[m].head <= q.end + 3 && measures_[m].flow == "balance") {
          measure(measures_[m]);
          skip_events_until_ = measures_[m].head + 1;
          return;
        }
      return;
    }
    if (q.kind == QuantityKind::percent && p_.is(i, "of")) return;  // a share
    for (std::size_t m = 0; m < measures_.size(); ++m) {
      const MeasureMention& mention = measures_[m];
      if (mention.head < q.end || mention.begin > i + 2 || mention.verb) continue;
      if (k + 1 < quantities_.size() && quantities_[k + 1].begin < mention.head) return;
      if (already_governed(q, mention)) return;
      measure(mention);
      governor_begin_ = q.begin;
      skip_events_until_ = std::max(skip_events_until_, mention.head + 1);
      return;
    }
  }

  // A level verb with its own subject stands before: "trade reached 5 billion yuan in exports ..." does not occur; a
  // measure to the left within the same segment keeps its figure unless the right one names another thing.
  bool already_governed(const Quantity& q, const MeasureMention& right) const {
    for (const auto& mention : measures_)
      if (mention.end <= q.begin && mention.head >= segment_begin_of(q) && mention.measure == right.measure && mention.flow == right.flow) return true;
    return false;
  }

  std::size_t segment_begin_of(const Quantity& q) const {
    for (std::size_t k = 0; k < quantities_.size(); ++k)
      if (quantities_[k].begin == q.begin) return segment_begin(k);
    return p_.begin();
  }

  // "with Vietnam at $260 billion, Malaysia $212 billion": a party in place of the last partner.
  void party_of_segment(std::size_t from, const Quantity& q) {
    std::vector<const PartyMention*> here;
    bool measure_here = false;
    for (const auto& mention : measures_)
      if (mention.head >= from && mention.head < q.begin) measure_here = true;
    for (const auto& mention : ranks_)
      if (mention.begin >= from && mention.begin < q.begin) measure_here = true;
    if (measure_here || frame_.measure.empty()) return;
    for (const auto& party : parties_) {
      if (party.begin < from || party.end > q.begin || party.name.role == NameRole::agreement || party.anaphor) continue;
      if (inside_measure(party) || inside_rank(party) || party.possessive || party.name.role == NameRole::demonym) continue;
      here.push_back(&party);
    }
    if (here.empty()) return;
    std::vector<EconomyCode> codes;
    for (const auto* party : here) codes.push_back(d_.resolve(*party));
    // "from 45 countries", "in China" say where, not with whom; a growth's "from" has been read as a base.
    const std::size_t before = p_.ends_before(here.front()->begin, "the") ? here.front()->begin - 1 : here.front()->begin;
    if (p_.ends_before_any(before, {"in", "by", "than", "of", "via", "through"})) return;
    const bool bilateral = frame_.flow == "trade" || frame_.flow == "exports" || frame_.flow == "imports" || frame_.flow == "balance" || frame_.measure.starts_with("investment");
    if (!bilateral) return;
    Frame frame = frame_;
    if (std::ranges::find(codes, frame.subject()) != codes.end()) {
      if (codes.size() == 1) return;
      std::erase(codes, frame.subject());
    }
    // Whole-world figures by country ("China's exports rose 5%, Japan's 3%") change the subject, not the partner.
    if (frame.partner() == world_total && !p_.ends_before_any(before, {"with", "to", "from"})) frame.subjects = codes;
    else frame.partners = codes;
    frame.among.clear();
    governor_begin_ = here.front()->begin;
    governed_ = true;
    set_frame(std::move(frame));
  }

  // A clause whose subject no rule knows ("cargo volume through the railway hit 3.8 million tons") is about itself, not
  // about the trade of the sentence before.
  void unknown_subject(std::size_t from, const Quantity& q) {
    for (const auto& mention : measures_)
      if (mention.head >= from && mention.head < q.begin) return;
    for (const auto& mention : ranks_)
      if (mention.begin >= from && mention.begin < q.begin) return;
    if (skip_events_until_ > q.begin) return;
    std::string noun;
    std::size_t noun_begin = 0;
    bool verb_seen = false;
    for (std::size_t i = from; i < q.begin; ++i) {
      if (is_verb(p_.word(i))) {
        verb_seen = true;
        if (!noun.empty()) break;
        continue;
      }
      if (p_.is_any(i, {",", "and"}) && !verb_seen && noun.empty()) continue;
      if (p_.is_any(i, {",", ";"})) {
        noun.clear();
        verb_seen = false;
        continue;
      }
      if (taken(i) || in_party(i) || !p_.is_word(i) || is_neutral(p_.word(i)) || direction_of(p_.word(i)) != Direction::none || p_.word(i).ends_with("ly")) continue;
      if (p_.capital(i) && i != p_.begin() && !noun.empty()) {
        noun += " " + std::string(p_.word(i));
        continue;
      }
      if (noun.empty()) noun_begin = i;
      noun += (noun.empty() ? "" : " ") + std::string(p_.word(i));
    }
    if (noun.empty() || !verb_seen_before(noun_begin, q.begin)) return;
    Frame frame;
    frame.measure = noun;
    frame.subjects = d_.frame.subjects;
    frame.partners = {};
    for (const auto& party : parties_)
      if (party.begin >= from && party.begin < q.begin && party.name.role != NameRole::agreement) {
        const auto code = d_.resolve(party);
        if (!code.empty()) frame.subjects = {code};
        break;
      }
    governor_begin_ = noun_begin;
    governed_ = true;
    frame_ = std::move(frame);  // the discourse keeps the trade that "exports" and "the bloc" will go back to
  }

  bool verb_seen_before(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
      if (is_verb(p_.word(i)) || p_.is_any(i, {"of", "at", "to"})) return true;
    return false;
  }

  bool in_party(std::size_t i) const {
    return std::ranges::any_of(parties_, [i](const PartyMention& party) { return i >= party.begin && i < party.end; });
  }

  static bool is_neutral(std::string_view word) {
    static const std::unordered_set<std::string_view> words = {
        "the",   "a",      "an",    "it",     "they",   "this",   "that",   "these",  "those",  "which",  "who",    "figure", "figures", "total",  "volume", "value",  "sum",    "number", "amount",
        "both",  "each",   "all",   "two",    "sides",  "side",   "with",   "and",    "or",     "to",     "from",   "of",     "in",     "on",     "at",     "by",     "for",    "as",     "its",
        "their", "his",    "her",   "year",   "period", "same",   "also",   "still",  "only",   "just",   "while",  "among",  "them",   "respectively", "up", "down",  "over",   "than",   "more",
        "less",  "about",  "around", "nearly", "rate",  "rates",  "pace",   "share",  "proportion", "percentage", "part", "record", "high", "low", "level", "first", "time",   "so",     "far",
        "now",   "then",   "latter", "former", "followed", "compared", "against", "respective", "basis", "term",  "terms",  "said",   "according", "data", "an", "be", "being", "been", "not",
        "whole", "latest", "another", "one",  "there",  "after",  "before", "since",  "during", "between", "even", "although", "but", "however", "meanwhile", "overall", "annual", "average", "bloc", "country",
        "countries", "economy", "region", "group", "nation", "mainland", "neighbours", "neighbors", "when", "where", "into", "per", "accounting", "dollar", "yuan", "dollars", "terms", "denominated", "estimated", "yearly", "month", "months", "quarter", "half", "most", "'s", "would", "should", "what", "worth", "cumulatively", "members", "member", "top", "customs", "general", "administration", "result", "ranking", "place", "position", "counterpart", "counterparts", "steady", "slight", "robust", "strong", "modest", "sharp", "solid", "significant", "healthy", "moderate", "rapid", "notable", "further", "double", "digit", "marginal", "slightly", "fast", "combined", "corresponding", "previous", "last", "volumes", "values", "year-on-year", "billion", "respective", "new", "second", "third", "largest", "biggest", "data", "reading", "statistics", "showed", "like", "partner", "partners", "respectively,", "of which", "including", "alone", "hitting"};
    return words.contains(word);
  }

  bool count_is_nothing(const Quantity& q) const {
    if (q.spelled && q.noun.starts_with("way ")) return true;
    if (q.spelled && (q.noun.empty() || q.unit == "sides" || q.unit == "countries" || q.unit == "parties" || q.unit == "nations" || q.unit == "leaders" || q.unit == "economies" || q.unit == "peoples" || q.unit == "governments") &&
        q.number.digits == "2")
      return true;
    return q.spelled && q.noun.empty();
  }

  // ---- one figure ----

  void single(std::size_t k, const Quantity& q) {
    std::vector<EconomyCode> partners = frame_.partners;
    const bool many = partners.size() > 1;
    const bool each = many && (contains({"each", "both", "all"}) || q.threshold || frame_.flow.empty());
    if (!many || !each) {
      if (many) partners = {EconomyCode{}};
      if (frame_.subjects.size() > 1 && contains({"each", "both"})) {
        const std::vector<EconomyCode> subjects = frame_.subjects;
        for (const auto& subject : subjects) {
          Frame frame = frame_;
          frame.subjects = {subject};
          statement_of(k, q, frame, frame.partner());
        }
        return;
      }
      statement_of(k, q, frame_, partners.empty() ? EconomyCode{} : partners.front());
      return;
    }
    const Frame frame = frame_;
    for (const auto& partner : partners) statement_of(k, q, frame, partner);
  }

  // "24.1%, 13.7% and 4.1%, respectively": each figure to its party, flow or period.
  void list_of(std::size_t k) {
    std::vector<std::size_t> members;
    for (std::size_t j = k; j < quantities_.size() && quantities_[j].list == quantities_[k].list; ++j) members.push_back(j);
    for (const auto j : members) done_.insert(j);
    const Frame frame = frame_;
    std::vector<const PeriodMention*> whens;
    for (const auto& period : periods_)
      if (period.role == PeriodRole::when) whens.push_back(&period);
    for (std::size_t n = 0; n < members.size(); ++n) {
      Frame one = frame;
      one.flows.clear();
      const Quantity& q = quantities_[members[n]];
      const PeriodMention* period = nullptr;
      EconomyCode partner = frame.partner();
      if (frame.partners.size() == members.size()) partner = frame.partners[n];
      else if (frame.subjects.size() == members.size()) one.subjects = {frame.subjects[n]};
      else if (frame.flows.size() == members.size()) one.flow = frame.flows[n];
      else if (const auto flows = flows_before(q); flows.size() == members.size()) one = flows[n];
      else if (whens.size() == members.size()) period = whens[n];
      one.partners = {partner};
      statement_of(members[n], q, one, partner, period, members.front());
    }
  }

  // "exports reached and imports ..." joined: the frames of the last measures before a list of figures.
  std::vector<Frame> flows_before(const Quantity& q) const {
    std::vector<Frame> frames;
    for (const auto& mention : measures_) {
      if (mention.end > q.begin || mention.head < clause_begin(q.begin)) continue;
      Frame frame = d_.frame;
      frame.flow = mention.flow;
      frame.measure = mention.measure;
      frames.push_back(frame);
    }
    return frames;
  }

  // `lead` is the first figure of an enumeration, whose "up" and "accounting for" hold for all of them.
  void statement_of(std::size_t k, const Quantity& q, const Frame& frame, const EconomyCode& partner, const PeriodMention* given = nullptr, std::optional<std::size_t> lead = std::nullopt) {
    Statement statement = base(frame, partner);
    statement.value = {q.value, q.unit};
    statement.also = q.also;
    statement.printed = std::string(slice(q.begin, q.end));
    const std::size_t from = segment_begin(k);
    std::size_t end = q.end;
    const PeriodMention* period = given ? given : period_of(k);
    set_period(statement, period, frame.cumulative || frame.measure == "investment_stock" || frame.measure.starts_with("contracted"));
    const std::size_t cue_from = lead ? segment_begin(*lead) : from, cue_to = lead ? quantities_[*lead].begin : q.begin;
    DirectionFound direction = direction_near(p_, cue_from, cue_to, q.end);

    switch (q.kind) {
      case QuantityKind::money:
        if (compared_behind(q)) {
          statement.kind = StatementKind::comparison;
          statement.rule = "comparison";
        } else if (direction.direction != Direction::none && direction.amount) {
          statement.kind = StatementKind::change;
          statement.rule = "change";
          if (direction.direction == Direction::down) statement.value.interval = -statement.value.interval;
        } else {
          statement.kind = q.threshold || q.number.hedge == Hedge::over ? StatementKind::threshold : StatementKind::level;
          statement.rule = statement.kind == StatementKind::threshold ? "threshold" : "level";
          if (frame.flow == "balance" && frame.sign < 0) statement.value.interval = -statement.value.interval;
          base_level(statement, q);
        }
        break;
      case QuantityKind::percent:
        percent(statement, q, direction, share_cue(cue_from, cue_to), end);
        break;
      case QuantityKind::points:
        statement.kind = compared_behind(q) || direction.direction == Direction::none ? StatementKind::comparison : StatementKind::change;
        if (direction.direction == Direction::down) statement.value.interval = -statement.value.interval;
        statement.rule = "percentage points";
        break;
      case QuantityKind::times:
        statement.kind = StatementKind::comparison;
        statement.rule = "times";
        break;
      case QuantityKind::count:
        count(statement, q);
        if (statement.measure.empty()) return;
        break;
    }
    std::size_t begin = governed_ && governor_begin_ >= from && governor_begin_ <= q.begin ? governor_begin_ : from;
    if (q.kind == QuantityKind::count && statement.rule == "count") begin = q.begin;
    while (begin < q.begin && (p_.is_any(begin, {",", "and", "with", "while", ";", "(", ")", "--", "but", ":"}) || is_period_token(begin))) ++begin;
    place(statement, begin, end, q.begin, q.end);
    if (future(q.begin)) statement.planned = true;
    if (q.kind == QuantityKind::count) {
      // "170,000 containers, an increase of 56.5 percent": what follows is about them.
      Frame counted;
      counted.subjects = {statement.subject};
      counted.flow = statement.flow;
      counted.measure = statement.measure;
      counted.product = statement.product;
      frame_ = std::move(counted);
    }
    d_.period = statement.period.known() && !statement.period.open_start && statement.kind != StatementKind::count ? statement.period : d_.period;
    push(statement);
  }

  bool is_period_token(std::size_t i) const {
    return std::ranges::any_of(periods_, [i](const PeriodMention& period) { return i >= period.begin && i < period.end; });
  }

  // "up from $911 billion a year earlier", "compared with 4.5 trillion yuan in the same period last year".
  void base_level(Statement& statement, const Quantity& q) const {
    if (!p_.ends_before_any(q.begin, {"from", "compared with", "compared to", "against", "versus", "from the", "than the"})) return;
    for (const auto& period : periods_) {
      if (period.begin < q.end || period.begin > q.end + 3) continue;
      if (period.years_back == 1 && d_.period.known() && !period.period.known()) {
        statement.period = d_.period.years_before(1);
        statement.period_assumed = false;
      }
    }
  }

  bool compared_behind(const Quantity& q) const {
    return p_.is_any(q.end, {"more", "higher", "less", "lower", "larger", "greater", "fewer", "faster", "bigger", "above", "below", "slower"}) &&
           (p_.is_any(q.end + 1, {"than"}) || p_.is_any(q.end, {"above", "below"}) || p_.is_any(q.end + 2, {"than"}));
  }

  void percent(Statement& statement, const Quantity& q, const DirectionFound& direction, bool share_before, std::size_t& end) {
    const std::size_t behind = q.end;
    const bool of = p_.is(behind, "of") && !p_.is_any(behind + 1, {"growth", "increase"});
    const bool again = !share_before && !of && direction.direction == Direction::none && last_percent_ == StatementKind::share;
    if (share_before || (of && !direction.adjacent) || again) {
      last_percent_ = statement.kind = StatementKind::share;
      statement.rule = "share";
      share_base(statement, q, end);
      return;
    }
    if (direction.direction != Direction::none) {
      last_percent_ = statement.kind = StatementKind::growth;
      statement.rule = "growth";
      if (direction.end > end && direction.end - end <= 6) end = direction.end;
      if (direction.direction == Direction::down) statement.value.interval = -statement.value.interval;
      growth_base(statement, q);
      return;
    }
    statement.kind = compared_behind(q) ? StatementKind::comparison : StatementKind::rate;
    statement.rule = "rate";
    // A percentage of a known trade flow without any direction is its growth in headlines ("exports +5%", "at 5 percent").
    if (p_.is(q.begin - 1, "+")) statement.kind = StatementKind::growth;
  }

  bool share_cue(std::size_t from, std::size_t to) const {
    for (std::size_t i = to; i-- > from;) {
      if (to - i > 7) break;
      if (p_.is_any(i, {"accounting", "accounted", "accounts", "account", "representing", "represented", "represents", "constituting", "constituted", "comprising", "comprised", "share", "proportion", "making", "occupying", "occupied"}))
        return !p_.is(i, "making") || p_.is(i + 1, "up");
      if (p_.is(i, "made") && p_.is(i + 1, "up")) return true;
      if (p_.is_any(i, {"rose", "grew", "increased", "fell", "up", "down", "growth"}) && !p_.is(i + 1, "to")) return false;
    }
    return false;
  }

  // "of China's total foreign trade volume": whose total the share is taken in.
  void share_base(Statement& statement, const Quantity& q, std::size_t& end) {
    for (std::size_t m = 0; m < measures_.size(); ++m) {
      const MeasureMention& mention = measures_[m];
      if (mention.head < q.end || mention.begin > q.end + 5) continue;
      bool figure_between = false;
      for (const auto& other : quantities_)
        if (other.begin > q.begin && other.begin < mention.head) figure_between = true;
      if (figure_between) break;
      end = std::max(end, mention.end);
      skip_events_until_ = std::max(skip_events_until_, mention.head + 1);
      const auto owners = d_.resolve(mention.subjects), with = d_.resolve(mention.partners);
      const bool product_of_base = statement.measure != "goods_trade" && statement.measure != "services_trade" && !statement.measure.starts_with("investment");
      if (!with.empty() || mention.bilateral) {
        // "manufactures accounted for 90 percent of China's trade with ASEAN": a product's share in a pair's trade.
        if (product_of_base) {
          statement.product = statement.measure;
          statement.measure = mention.measure;
          statement.flow = mention.flow;
          if (!owners.empty()) statement.subject = owners.front();
          if (!with.empty()) statement.partner = with.front();
        } else if (!with.empty() && with.front() != statement.partner) {
          statement.among = with.front().text;
        }
        return;
      }
      if (product_of_base) {
        statement.product = statement.measure;
        statement.measure = mention.measure;
      }
      // "16.7 percent of China's trade": the share is in China's trade, with the partner of the frame.
      if (!owners.empty() && owners.front() != statement.subject) {
        if (statement.partner == owners.front() || statement.partner == world_total || statement.partner.empty()) {
          statement.partner = statement.subject;
          statement.subject = owners.front();
        } else {
          statement.subject = owners.front();
        }
      }
      if (statement.measure.empty() || mention.measure == statement.measure || statement.measure == "goods_trade") {
        if (!mention.flow.empty()) statement.flow = mention.flow;
      }
      return;
    }
    // "of the total", "of the country's total": the total of the frame's subject.
    while (p_.is_any(end, {"of", "the", "total", "its"}) && end < q.end + 4) ++end;
    if (end > q.end && in_party(end)) {
      for (const auto& party : parties_)
        if (party.begin == end) end = party.end;
      if (p_.is(end, "total")) ++end;
    }
  }

  void growth_base(Statement& statement, const Quantity& q) const {
    for (const auto& period : periods_) {
      if (period.role != PeriodRole::base || period.begin < q.end || period.begin > q.end + 5) continue;
      if (period.period.known()) {
        if (!statement.period.known() || statement.period.years_before(1) != period.period) statement.compared_with = period.period;
      } else if (period.years_back == 0 && statement.period.known()) {
        // Month on month: the month before, whatever it is; never a year before.
        const Date first = Date(std::chrono::year_month_day(sys_days(statement.period.first) - std::chrono::days{1}));
        statement.compared_with = Period::month(static_cast<int>(first.year()), static_cast<unsigned>(first.month()));
      }
      return;
    }
  }

  void count(Statement& statement, const Quantity& q) {
    statement.kind = q.number.hedge == Hedge::over && q.threshold ? StatementKind::threshold : StatementKind::count;
    statement.rule = "count";
    statement.flow.clear();
    statement.product = q.noun == q.unit ? "" : q.noun;
    const bool goods = statement.value.unit == "tonnes" || statement.value.unit == "barrels";
    if (goods && (d_.frame.flow == "exports" || d_.frame.flow == "imports")) {
      statement.flow = d_.frame.flow;
      statement.measure = "quantity";
      if (!d_.frame.product.empty()) statement.product = d_.frame.product;
      return;
    }
    statement.measure = q.unit == "square metres" ? "area" : q.unit;
    if (q.noun.empty()) number_of(statement, q);
    const bool own_subject = !frame_.measure.empty() && frame_.flow.empty() && frame_.measure != "investment_stock";
    if (goods) statement.measure = own_subject ? frame_.measure : "quantity";
    // Exhibitors, countries and area of an event are the event's.
    EconomyCode event;
    for (const auto& party : parties_)
      if (party.name.role == NameRole::agreement) event = party.name.code;
    if (event.empty() && contains({"the expo", "the event", "the fair", "this year 's expo", "exhibition space", "exhibition area", "exhibitors", "exhibition"})) event = d_.last_event;
    statement.partner = {};
    if (!event.empty()) {
      statement.subject = event;
    } else {
      EconomyCode own;
      for (const auto& party : parties_)
        if (party.begin < q.begin && party.name.role != NameRole::agreement && !d_.resolve(party).empty()) own = own.empty() ? d_.resolve(party) : own;
      statement.subject = own;
    }
    if (!statement.period.known() && d_.time.published) {
      statement.period = Period::year(static_cast<int>(d_.time.published->year()));
      statement.period_assumed = true;
    }
  }

  // "the number of members has reached 12": the noun stands before.
  void number_of(Statement& statement, const Quantity& q) const {
    for (std::size_t i = q.begin; i-- > clause_begin(q.begin);) {
      if (!p_.match(i, "number of")) continue;
      std::string noun;
      for (std::size_t k = i + 2; k < q.begin && p_.is_word(k) && !is_verb(p_.word(k)) && !p_.is_any(k, {"in", "where", "that", "with", "from", "to", "who", "participating"}); ++k)
        noun += (noun.empty() ? "" : " ") + std::string(p_.word(k));
      statement.measure = statement.value.unit = noun;
      return;
    }
  }

  // "doubled", "more than tripled": a multiple without digits.
  void multiples() {
    static constexpr std::array<std::pair<std::string_view, int>, 8> words = {{{"doubled", 2}, {"tripled", 3}, {"quadrupled", 4}, {"doubling", 2}, {"tripling", 3}, {"quintupled", 5}, {"trebled", 3}, {"halved", 0}}};
    for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
      const auto found = std::ranges::find(words, p_.word(i), &std::pair<std::string_view, int>::first);
      if (found == words.end() || found->second == 0) continue;
      Statement statement = base(d_.frame, d_.frame.partner());
      statement.kind = StatementKind::comparison;
      const bool more = p_.ends_before_any(i, {"more than", "over"}), nearly = p_.ends_before_any(i, {"nearly", "almost", "about"});
      statement.value = {more ? Interval::at_least(found->second) : nearly ? Interval{found->second - 0.25, found->second + 0.1} : Interval{found->second - 0.1, found->second + 0.1}, "times"};
      statement.rule = "multiple";
      for (const auto& period : periods_)
        if (period.role == PeriodRole::base || period.role == PeriodRole::since) statement.compared_with = period.period.known() ? std::optional(period.period) : std::nullopt;
      set_period(statement, period_in_clause(i, i + 1));
      place(statement, i, i + 1, i, i + 1);
      statement.printed = std::string(slice(i, i + 1));
      push(statement);
    }
  }

  // "the 22nd China-ASEAN Expo", "the 10th anniversary".
  void ordinals() {
    for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
      if (p_.token(i).kind != TokenKind::ordinal || taken(i)) continue;
      Statement statement;
      statement.kind = StatementKind::count;
      statement.rule = "edition";
      statement.value = {Interval::exactly(std::atoi(p_.token(i).text.c_str())), "edition"};
      std::size_t end = i + 1;
      for (const auto& party : parties_)
        if (party.begin == i + 1 && party.name.role == NameRole::agreement) {
          statement.subject = party.name.code;
          end = party.end;
        }
      if (end == i + 1) {
        while (end < p_.end() && (p_.is_word(end) || p_.is(end, "-")) && end < i + 8 && (p_.capital(end) || p_.is(end, "-") || end == i + 1)) ++end;
        statement.product = std::string(slice(i + 1, end));
      }
      statement.measure = "edition";
      if (d_.time.published) statement.period = Period::year(static_cast<int>(d_.time.published->year())), statement.period_assumed = true;
      for (const auto& period : periods_)
        if (period.role == PeriodRole::when && period.period.known()) statement.period = Period::year(period.period.last_year()), statement.period_assumed = false;
      place(statement, i, end, i, i + 1);
      statement.printed = std::string(slice(i, i + 1));
      take(i, i + 1);
      push(statement);
    }
  }

  // "to be held from September 17 to 21", "negotiations were concluded in May", "signed by the end of this year".
  void dates() {
    struct EventWord {
      std::string_view words, measure;
      bool milestone;
    };
    static constexpr auto words = std::to_array<EventWord>({
        {"held", "held", false},         {"open", "held", false},          {"opens", "held", false},       {"opened", "held", false},     {"take place", "held", false},  {"takes place", "held", false},
        {"took place", "held", false},   {"kick off", "held", false},      {"kicked off", "held", false},  {"slated for", "held", false}, {"run from", "held", false},    {"runs from", "held", false},
        {"scheduled", "held", false},    {"signed", "signed", true},       {"signing", "signed", true},    {"sign", "signed", true},      {"concluded", "negotiation_concluded", true},
        {"conclusion", "negotiation_concluded", true}, {"took effect", "in_force", true}, {"takes effect", "in_force", true}, {"take effect", "in_force", true}, {"entered into force", "in_force", true},
        {"came into force", "in_force", true}, {"enter into force", "in_force", true}, {"entry into force", "in_force", true}, {"come into force", "in_force", true}, {"went into effect", "in_force", true}, {"came into effect", "in_force", true},
        {"ratified", "ratified", true},  {"established", "established", true}, {"launched", "launched", true}, {"launch", "launched", true}, {"upgraded", "upgraded", true}, {"joined", "joined", true},
        {"founded", "established", true}, {"inaugurated", "launched", true}, {"began operation", "launched", true}, {"started operation", "launched", true}, {"began operations", "launched", true}, {"put into operation", "launched", true},
        {"admitted", "joined", true},    {"completed", "completed", true}, {"proposed", "proposed", true}, {"elevated", "upgraded", true}, {"acceded", "joined", true}, {"started", "negotiation_started", true}, {"became", "joined", true},
    });
    for (const auto& period : periods_) {
      if (period.role == PeriodRole::base || period.role == PeriodRole::same) continue;
      const bool vague = !period.period.known();
      const bool day = !vague && period.period.last_year() == period.period.first_year() && !period.period.is_year();
      if (used_periods_.contains(period.begin)) continue;
      if (period.role == PeriodRole::told) continue;
      // The nearest event word of the sentence, with no figure between.
      const EventWord* best = nullptr;
      std::size_t best_at = 0, best_end = 0, best_distance = 40;
      for (std::size_t i = p_.begin(); i < p_.end(); ++i)
        for (const auto& word : words) {
          const std::size_t end = p_.match(i, word.words);
          // "the upgraded protocol" is no event.
          if (!end || (p_.word(i).ends_with("ed") && p_.is_any(i - 1, {"the", "a", "an", "newly"}))) continue;
          const std::size_t distance = i < period.begin ? period.begin - i : i - period.end + 1;
          bool figure = false;
          for (const auto& q : quantities_)
            if (q.begin >= std::min(i, period.end) && q.end <= std::max(i, period.begin) && q.kind != QuantityKind::count) figure = true;
          if (figure || distance >= best_distance) continue;
          best = &word, best_at = i, best_end = end, best_distance = distance;
        }
      if (!best || (best->measure == "joined" && p_.is(best_at, "became"))) continue;
      if (best->measure == "completed" && !quantities_.empty()) continue;
      if (!day && !best->milestone && !vague && period.role != PeriodRole::deadline) continue;
      Statement statement;
      statement.kind = best->milestone ? StatementKind::milestone : StatementKind::date;
      statement.rule = best->milestone ? "milestone" : "date";
      statement.measure = best->measure;
      for (const auto& party : parties_)
        if (party.name.role == NameRole::agreement && (statement.subject.empty() || party.begin < best_at)) statement.subject = party.name.code;
      if (statement.subject.empty() && contains({"the expo", "the protocol", "the agreement", "the pact", "the deal", "the upgraded protocol", "the event", "the fair", "negotiations"})) statement.subject = d_.last_event;
      if (statement.subject.empty()) {
        for (const auto& party : parties_)
          if (!party.anaphor && party.name.role != NameRole::capital) {
            statement.subject = party.name.code;
            break;
          }
        statement.product = topic_of(best_at);
      }
      statement.period = period.period;
      statement.planned = period.role == PeriodRole::deadline || future(best_at) || (d_.time.published && period.period.known() && sys_days(period.period.first) > sys_days(*d_.time.published));
      if (period.period.known()) statement.value = {{day_number(period.role == PeriodRole::deadline || period.role == PeriodRole::until ? d_.time.published.value_or(period.period.first) : period.period.first), day_number(period.period.last)}, "date"};
      else statement.value = {{}, "date"};
      const std::size_t begin = std::min(best_at, preposition_begin(period.begin)), end = std::max(best_end, period.end);
      place(statement, begin, end, period.begin, period.end);
      statement.printed = std::string(slice(period.begin, period.end));
      push(statement);
    }
  }

  std::size_t preposition_begin(std::size_t i) const {
    while (i > p_.begin() && p_.is_any(i - 1, {"in", "on", "by", "from", "the", "end", "of", "since", "late", "early"})) --i;
    return i;
  }

  // The noun phrase that an event word is about: the words before its verb group.
  std::string topic_of(std::size_t at) const {
    // "the launch of the ASEAN Express"
    if (p_.is(at + 1, "of")) {
      std::size_t end = at + 2;
      while (end < p_.end() && end < at + 12 && (p_.is_word(end) || p_.is(end, "-")) && !is_verb(p_.word(end)) && !p_.is_any(end, {"in", "on", "at"})) ++end;
      return std::string(slice(p_.is(at + 2, "the") ? at + 3 : at + 2, end));
    }
    std::size_t i = at;
    while (i > p_.begin() && (is_verb(p_.word(i - 1)) || p_.is_any(i - 1, {"to", "formally", "officially", "fully", "first", "set", "scheduled", "successfully"}))) --i;
    std::size_t begin = i;
    while (begin > p_.begin() && i - begin < 8 && (p_.is_word(begin - 1) || p_.is(begin - 1, "-")) && !is_verb(p_.word(begin - 1))) --begin;
    return i > begin ? std::string(slice(begin, i)) : std::string();
  }

  static double day_number(const Date& date) {
    return static_cast<double>(sys_days(date).time_since_epoch().count());
  }

  bool future(std::size_t at) const {
    for (std::size_t i = at > p_.begin() + 12 ? at - 12 : p_.begin(); i < at; ++i)
      if (p_.is_any(i, {"will", "aims", "expected", "target", "targets", "targeting", "plans", "planned", "forecast", "projected", "toward"}) || p_.match_any(i, {"set to", "to be", "work toward", "slated to", "due to be"})) return true;
    return false;
  }

  // ---- periods ----

  const PeriodMention* period_of(std::size_t k) {
    const Quantity& q = quantities_[k];
    const auto usable = [](const PeriodMention& period) {
      return (period.role == PeriodRole::when || period.role == PeriodRole::until || period.role == PeriodRole::same || period.role == PeriodRole::deadline) && (period.period.known() || period.role == PeriodRole::same) &&
             !(period.role == PeriodRole::when && period.period.known() && period.period.first == period.period.last);  // the day it was said
    };
    const PeriodMention* before = nullptr;
    const PeriodMention* after = nullptr;
    for (const auto& period : periods_) {
      if (!usable(period)) continue;
      if (period.end <= q.begin) before = &period;
      else if (period.begin >= q.end && !after) after = &period;
    }
    const std::size_t from = clause_begin(q.begin);
    // Right behind the figure: "$911 billion in 2023".
    if (after && adjacent(q.end, after->begin)) return after;
    // In the same clause, before the figure.
    if (before && before->begin >= from) return before;
    // Behind it in the same clause, when no other figure has it right behind.
    if (after && same_clause(q.end, after->begin)) return after;
    if (before) return before;
    // A period at the end of a sentence holds for all of it, unless the sentence turns to another time.
    if (after && periods_.size() == 1) return after;
    return nullptr;
  }

  bool adjacent(std::size_t from, std::size_t to) const {
    if (to < from || to - from > 4) return false;
    for (std::size_t i = from; i < to; ++i)
      if (!p_.is_any(i, {"in", "for", "during", "of", "by", "as", "the", "at", "end", "on", "year", "-", "late", "over", "through", "until", "throughout"})) return false;
    return true;
  }

  bool same_clause(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i)
      if (p_.is_any(i, {";", "while", "whereas", "compared", "against", "versus", "after"})) return false;
    return true;
  }

  const PeriodMention* period_in_clause(std::size_t begin, std::size_t end) const {
    const PeriodMention* best = nullptr;
    for (const auto& period : periods_) {
      if (period.role != PeriodRole::when && period.role != PeriodRole::same) continue;
      if (period.end <= begin && same_clause(period.end, begin)) best = &period;
      else if (period.begin >= end && !best && same_clause(end, period.begin)) {
        // Not when a figure of its own stands between.
        const bool figure = std::ranges::any_of(quantities_, [&](const Quantity& q) { return q.begin >= end && q.end <= period.begin; });
        if (!figure) best = &period;
      }
    }
    return best;
  }

  void set_period(Statement& statement, const PeriodMention* mention, bool cumulative = false) {
    if (!mention) {
      statement.period = d_.period;
      statement.period_assumed = true;
      if (cumulative && last_until_.known()) statement.period = Period::up_to(last_until_);
      else if (cumulative && d_.period.known() && statement.measure == "investment_stock") statement.period = Period::up_to(d_.period);
      return;
    }
    used_periods_.insert(mention->begin);
    if (mention->role == PeriodRole::same) {
      statement.period = d_.period.known() ? (mention->years_back ? d_.period.years_before(mention->years_back) : d_.period) : Period{};
      return;
    }
    statement.period = mention->period;
    statement.period_assumed = mention->year_assumed;
    const bool stock = cumulative || statement.measure == "investment_stock";
    if (mention->role == PeriodRole::until) {
      last_until_ = mention->period;
      if (stock || statement.kind == StatementKind::count) statement.period = Period::up_to(mention->period);
      else if (mention->period.first_year() == mention->period.last_year() && (statement.flow == "trade" || statement.flow == "exports" || statement.flow == "imports"))
        statement.period = Period::year_to_date(mention->period.last_year(), static_cast<unsigned>(mention->period.last.month()));
    } else if (statement.measure == "investment_stock") {
      statement.period = Period::up_to(mention->period);
    }
  }

  // ---- making statements ----

  Statement base(const Frame& frame, const EconomyCode& partner) const {
    Statement statement;
    statement.subject = frame.subject();
    statement.partner = partner;
    statement.flow = frame.flow;
    statement.measure = frame.measure;
    statement.product = frame.product;
    return statement;
  }

  std::string_view slice(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    return text_.substr(p_.token(begin).place.begin, p_.token(end - 1).place.end - p_.token(begin).place.begin);
  }

  void place(Statement& statement, std::size_t begin, std::size_t end, std::size_t number_begin, std::size_t number_end) const {
    begin = std::min(begin, number_begin);
    end = std::min(std::max(end, number_end), p_.end());
    statement.place = {p_.token(begin).place.begin, p_.token(end - 1).place.end};
    statement.number = {p_.token(number_begin).place.begin, p_.token(std::min(number_end, p_.end()) - 1).place.end};
    statement.text = std::string(text_.substr(statement.place.begin, statement.place.end - statement.place.begin));
  }

  void push(const Statement& statement) { result_.statements.push_back(statement); }

  // ---- what is left ----

  void unread() {
    advance(p_.end());
    for (const auto& streak : streaks_) {
      if (std::ranges::find(streaks_used_, streak.begin) != streaks_used_.end()) continue;
      Statement statement = base(d_.frame, d_.frame.partner());
      statement.kind = StatementKind::streak;
      statement.value = {interval_of(streak.number), streak.unit};
      statement.rule = "streak";
      statement.among.clear();
      if (statement.measure.empty()) statement.measure = "streak";
      set_period(statement, period_in_clause(streak.begin, streak.end));
      place(statement, streak.begin, streak.end, streak.first, streak.end);
      statement.printed = std::string(slice(streak.begin, streak.end));
      push(statement);
    }
    for (std::size_t i = p_.begin(); i < p_.end(); ++i) {
      if (!p_.is_number(i) || taken(i) || in_quantity(i) || in_party(i)) continue;
      report(i);
    }
    for (std::size_t k = 0; k < quantities_.size(); ++k)
      if (quantities_[k].kind == QuantityKind::count && quantities_[k].noun.empty() && !quantities_[k].spelled && !stated(quantities_[k])) report(quantities_[k].first);
  }

  void report(std::size_t i) {
    const Place at = p_.token(i).place;
    for (const auto& other : result_.unread)
      if (other.place == at) return;
    result_.unread.push_back({at, std::string(text_.substr(at.begin, at.end - at.begin)), std::string(slice(p_.begin(), p_.end()))});
  }

  bool stated(const Quantity& q) const {
    const std::size_t at = p_.token(q.begin).place.begin;
    return std::ranges::any_of(result_.statements, [at](const Statement& statement) { return statement.number.begin == at; });
  }

  bool in_quantity(std::size_t i) const {
    return std::ranges::any_of(quantities_, [i](const Quantity& q) { return i >= q.begin && i < q.end; });
  }

  struct Event {
    std::size_t at;
    enum Kind { measure, rank } kind;
    std::size_t index;
  };

  std::string_view text_;
  const Phrase& p_;
  const Lexicon& lexicon_;
  Discourse& d_;
  ArticleReading& result_;
  std::vector<bool> taken_;
  std::vector<PartyMention> parties_;
  std::vector<PeriodMention> periods_;
  std::vector<StreakMention> streaks_;
  std::vector<RankMention> ranks_;
  std::vector<Quantity> quantities_;
  std::vector<MeasureMention> measures_;
  std::vector<Event> events_;
  std::vector<std::size_t> streaks_used_;
  std::unordered_set<std::size_t> done_, used_periods_;
  Period last_until_;
  std::size_t next_event_ = 0;
  std::size_t skip_events_until_ = 0;
  std::size_t governor_begin_ = 0;
  bool governed_ = false;
  bool sentence_pair_ = false;
  bool rank_in_sentence_ = false;
  Frame frame_;  // of the figure being read: the discourse's, or that of a clause about something else
  std::optional<StatementKind> last_percent_;
};

}  // namespace

void read_sentence(std::string_view text, const Phrase& sentence, const Lexicon& lexicon, Discourse& discourse, ArticleReading& result) {
  SentenceReader(text, sentence, lexicon, discourse, result).run();
}

}  // namespace tradewind
