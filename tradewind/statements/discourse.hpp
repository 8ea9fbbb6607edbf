/// What a text is about at the moment: when, whose what with whom, and who was named. Pronouns and ellipses ("exports
/// totalled ...", "the bloc", "during the same period") go back to it.
///
/// A figure or rank moves the time and the series on; a paragraph begins anew with what the text is about. What stands
/// in an aside ("of which ...", a base of comparison, brackets) moves neither.
#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tradewind/statements/measures.hpp"
#include "tradewind/statements/period_phrase.hpp"
#include "tradewind/world/fiscal_year.hpp"

namespace tradewind {

/// An economy or bloc, and not the whole world.
inline bool named_party(const EconomyCode& code) { return !code.empty() && code != world_total; }

/// Whose what with whom: everything of a statement but its period and value.
struct Series {
  std::vector<EconomyCode> subjects, partners;
  std::string flow, measure, product;
  std::string region;              ///< the part of the subject that it is about ("Guangxi's trade"), its product too
  std::vector<std::string> flows;  ///< of "exports and imports": each
  bool cumulative = false;
  bool part = false;          ///< the product is what the clause is about, in a text on more than that
  bool of_all_flows = false;  ///< the product is a kind of trade or of traders: of exports and imports alike
  bool two_sided = false;     ///< "trade between A and B": of neither more than of the other
  bool doubtful = false;      ///< what was left out could have been filled otherwise
  int sign = 1;               ///< -1 for a deficit

  bool known() const { return !measure.empty(); }
  EconomyCode subject() const { return subjects.empty() ? EconomyCode{} : subjects.front(); }
  EconomyCode partner() const { return partners.empty() ? EconomyCode{} : partners.front(); }
  /// One economy's with one other.
  bool is_pair() const {
    return subjects.size() == 1 && partners.size() == 1 && !partner().empty() && partner() != world_total;
  }
  /// The other one of a pair; empty where `party` is not in it.
  EconomyCode other(const EconomyCode& party) const;
};

/// How a sentence names the time of its figures.
enum class Telling : std::uint8_t {
  within,   ///< "Exports rose 5 percent in March", or not at all
  front,    ///< "In March, exports rose 5 percent.", "Main figures for March": what follows is in that time too
  heading,  ///< "First quarter of 2025", a line of its own
  alone,    ///< "in March alone": up to the end of the paragraph
  aside     ///< "it had been $3 billion in March": what follows is where the text was before
};

/// When: the time that the text is in. It reports on a time, told by its lead and moved on by sentences that tell a
/// later one. An earlier one is an excursion: it ends with its sentence, or with its paragraph where it was put in
/// front.
struct Timeline {
  std::optional<Date> published;
  std::optional<int> year;  ///< that the text named last
  Period period;            ///< of the last figure
  Period told_last;         ///< what "the period" is: that of the last figure, be it an excursion
  Period reported;          ///< what the text returns to
  bool of_title = false;    ///< only the title has told what is reported: of two times that end then the lead's counts
  std::size_t paragraph = 0;         ///< that of `period`
  std::vector<Period> told;          ///< all that figures were of: for "the ten-month period"
  Period to_come;                    ///< of the plans that this paragraph tells
  Period behind_paragraph;           ///< what the text returns to in its next paragraph
  Period behind_sentence;            ///< what it returns to in its next sentence
  Period left;                       ///< that of an excursion that ended with the paragraph before
  bool left_partners = false;        ///< it told of one partner after the other
  Period told_before;                ///< that of an excursion, where the last paragraph with a time was one
  Telling how = Telling::within;     ///< how `period` was told
  std::optional<Date> began;         ///< "since August 2020": the first of "the second year" of what began then
  Period compared, base;             ///< what a figure of the first was last held against: the second
  std::optional<FiscalYear> fiscal;  ///< "FY 2023-24 (April-March)": the text's
  Period until;                      ///< the last end of a sum, "by the end of July", of this paragraph
  Period summed_until;               ///< the same of the last figure
};

/// The place that a party has in a series.
enum class Role : std::uint8_t { none, subject, partner };

/// Whose what with whom: the series that the text is in, from the whole of it to its last figure.
struct Relations {
  Series first;                            ///< of the text
  bool only_titled = false;                ///< only the title has told it: a lead on the whole counts for more
  Series topic;                            ///< of the paragraph: what "imports" alone goes back to
  bool among_all = false;                  ///< told as parts of the world's trade: whoever ranks, ranks in that
  Period summed;                           ///< up to when the whole of somebody's inward investment was told
  double came_in = 0;                      ///< that of a stretch of time
  bool whole_before = false;               ///< the paragraph before was on the whole of somebody's trade
  Series said;                             ///< of the last figure, be it a part of `last`: "it rose 5 percent"
  Series last;                             ///< of the last figure
  EconomyCode beside;                      ///< the first partner that the paragraph has told of
  bool several = false;                    ///< and others beside it
  std::set<EconomyCode> others;            ///< partners that the text has told of and did not begin with
  std::size_t paragraph = 0;               ///< that of `last`
  std::size_t region_paragraph = 0;        ///< that of the last series with a region
  EconomyCode pair_subject, pair_partner;  ///< the last two parties of one bilateral series
  std::vector<Series> mentioned;           ///< those of goods, the last ones, with a figure or without
  int of_goods = 0;     ///< how many figures, one after the other since the text began, were of the goods of its first
  std::string ranking;  ///< which flow partners have been ranked in: what "Japan was second" is of
  std::size_t ranked_in = 0;   ///< the paragraph of the last rank that said so
  Role role = Role::none;      ///< of the last member of a list of parties: "Japan (3%), Korea (2%)"
  std::size_t role_until = 0;  ///< the last paragraph that this holds in
};

/// Who: the parties that the text has named, and those that it is about.
struct Parties {
  EconomyCode main, second;         ///< those that the whole text names most
  bool two = false;                 ///< the two are named more often than any third one
  bool alone = false;               ///< it names no other than `main`
  EconomyCode levies;               ///< whose duties it told of last
  EconomyCode counterpart;          ///< the first one that it names beside `main`
  EconomyCode bloc_to_come;         ///< the first bloc that it names
  EconomyCode home;                 ///< whose currency the text counts in, where that tells
  std::vector<EconomyCode> titled;  ///< the two that the headline names beside one another: "UK and India: ..."
  EconomyCode speaker;              ///< of "we" and "our": whose the text is, as far as it tells
  EconomyCode reporter;             ///< whose the text is, where the user has said so
  EconomyCode dateline;             ///< where it was written: "SEOUL, Oct. 1 (Yonhap) --", "MANILA:"; else the reporter
  std::vector<EconomyCode> offices;  ///< whose statistics or customs offices the text names, the first one first
  EconomyCode bloc, economy, event;  ///< named last: for "the bloc", "the country", "the expo"
  EconomyCode carrier;               ///< the railway whose freight the text began with: what goes by it is its own
  EconomyCode pact;                  ///< the last bloc that was named, told of or not: "the agreement"
  EconomyCode former, latter;        ///< the last two that were named
  EconomyCode agent;                 ///< whom the sentence before was about, where that was a party
  bool agent_only_named = false;     ///< and it told no figure of him
  EconomyCode teller;                ///< whose ministry, customs or statistics office the text quotes
  EconomyCode rank_holder;           ///< for "it is also": who the last rank is of
  std::vector<EconomyCode> between;  ///< "the pact between A and B", of the sentence before: whose "bilateral trade" is
  std::vector<EconomyCode> treaty;   ///< "the Chile-Peru Free Trade Agreement (CPFTA)": the two, and its short name
  std::string treaty_name;
  std::vector<EconomyCode> list;                          ///< for "these partners": the last enumeration of two or more
  std::map<std::size_t, std::vector<EconomyCode>> lists;  ///< "the three countries": the last one of so many
  std::set<EconomyCode> owners;  ///< whose own trade, or investment, the text has named: "Vietnam's exports"
  std::set<std::string, std::less<>> names;  ///< words that the text writes with a capital within sentences
  Provinces provinces;                       ///< those that it names or calls so, and whose they are
  std::string province;                      ///< the last one that was spoken of: "the region"
};

/// What was counted last: "the number", "another 900", "from 1,501", "They will create" go back to it.
struct Counted {
  Series of;               ///< whose; its measure is the thing, its product the thing with its adjectives
  std::string noun, unit;  ///< as the text calls it; empty where nothing was counted
  Period when;
  bool abroad = false;  ///< "China had 400 projects in Laos": theirs, there
  std::size_t sentences_ago = 0;
};

struct Discourse {
  Timeline when;
  Relations about;
  Parties who;
  Counted counted;
  std::size_t paragraph = 0;    ///< the one being read
  std::string dollar;           ///< what "$" alone stands for, where it is not the United States' dollar
  std::string currency;         ///< of the last amount: that of a bare "255 bn"
  std::string traders;          ///< for "their trade": the firms that the sentence before was about
  std::string theme;            ///< the goods that a sentence without figures was about: "Farm machinery fared well."
  std::string goods_before;     ///< those that the sentence before was about: "Phones came first. Exports of these ..."
  bool counts_both = false;     ///< the headline names the trade in goods and services
  bool both_told_late = false;  ///< so it counted before it said so
  bool goods_said = false;      ///< the text has said of a measure that it is of goods
  std::string section;          ///< the measure that the heading of this part of the text names: "Trade in goods"
  bool last_share_said = false;  ///< the last percentage of the sentence before was a share

  /// Turns to a new paragraph: what it leaves out is again about the parties that the text is about.
  void begin_paragraph(std::size_t number);
  void begin_sentence();

  /// A figure is of this time, and so is what follows, for as long as its way of telling holds.
  void tell_time(const Period& period, Telling telling);
  /// A paragraph that goes on about the partner of the excursion before it, or through the list of them that it has
  /// begun, is in its time, too: "In January to May Peru sold $9 billion to China. / Copper led sales to China with $5
  /// billion"; and so is one that has `told_already` of the time that it would be back in. Only where it `may_go_on`.
  void go_on_in_time(const EconomyCode& partner, bool told_already);
  /// Whether the excursion before it had a time of its own, and the paragraph has told none.
  bool may_go_on() const { return when.left.known() && !time_told_here(); }
  /// Whether the period is over before the time that the text reports on is.
  bool of_old(const Period& period) const;
  /// Whose fiscal years the text counts in; empty where they are calendar years.
  EconomyCode fiscal_economy() const;
  bool time_told_here() const { return when.paragraph == paragraph; }

  /// A figure or rank was said of this series; `in_passing`: of one partner beside others.
  void speak_of(const Series& said, bool in_passing);
  /// A text that began with one partner and tells of ever more is about all of them.
  void tell_of_another(const EconomyCode& partner);
  /// Goods and services together, where nothing told so far of the same trade has been said to be of goods alone: "The
  /// deficit in goods and services widened", behind a title on "the trade deficit".
  void count_together(const Series& said);
  /// Whether the text is about the trade in some goods alone: headline and lead have told of nothing else.
  bool about_goods() const { return about.of_goods > 1; }
  /// The series is named, with a figure or without; `goods_named`: by its goods, in these words.
  void mention(const Series& series, bool goods_named);
  /// The text goes through parties in this place of what it is about: those that follow have the same, up to the end
  /// of the paragraph or of more.
  void go_through(Role role, std::size_t more = 0) {
    if (role == Role::none) return;
    about.role_until = std::max(about.role == role ? about.role_until : 0, paragraph + more);
    about.role = role;
  }
  bool spoken_of_here() const { return about.paragraph == paragraph; }
  /// Whether the text is about the trade of two parties with one another: it began with that, and names none so often.
  bool about_pair() const;
  /// Whose trade the text reports, with one partner after the other; empty where it is about a pair, or about several
  /// economies' own trade.
  EconomyCode reporter() const;
  /// Whether a party that does something in such a text is one of these partners.
  bool is_partner_here(const EconomyCode& party) const;
  /// The other one of the current pair; empty when `party` is not in it.
  EconomyCode other(const EconomyCode& party) const;

  void enumerate(std::vector<EconomyCode> list) { who.lists[list.size()] = list, who.list = std::move(list); }
  /// Remembers a party that was named.
  void name(const PartyMention& mention);

 private:
  /// A series as later sentences go back to it: where the text is about somebody's trade with the whole world, what it
  /// says of one partner after the other is said in passing.
  Series whole_of(Series said) const;
};

}  // namespace tradewind
