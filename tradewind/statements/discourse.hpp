/// What a text is about at the moment: the series that pronouns and ellipses ("exports totalled ...", "the bloc",
/// "during the same period") refer back to.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "tradewind/statements/measures.hpp"
#include "tradewind/statements/period_phrase.hpp"

namespace tradewind {

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

struct Discourse {
  PeriodContext time;
  Period period;                                    ///< of the last figure
  Series last;                                      ///< of the last figure
  Series topic;                                     ///< the first of the paragraph: what "imports" alone goes back to
  EconomyCode pair_subject, pair_partner;           ///< the last two parties of one bilateral series
  std::size_t paragraph = 0, period_paragraph = 0;  ///< the one being read, and that of `period`
  Period until;                                     ///< the last end of a sum, "by the end of July", of this paragraph
  std::size_t region_paragraph = 0;                 ///< that of the last series with a region
  bool lists_partners = false;                      ///< the text goes through somebody's markets, suppliers, partners
  std::size_t lists_paragraph = 0;                  ///< that of `lists_partners`
  std::vector<EconomyCode> last_list;               ///< for "these partners": the last enumeration of two or more
  std::string currency;                             ///< of the last amount: that of a bare "255 bn"
  EconomyCode last_bloc, last_economy;              ///< for "the bloc", "the country"
  EconomyCode agent;                                ///< whom the sentence before was about, where that was a party
  std::vector<Series> mentioned;                    ///< those of goods, the last ones, with a figure or without
  std::size_t figure_paragraph = 0;                 ///< that of `last`
  Series first;                                     ///< the first of the text
  bool goods_said = false;                          ///< the text has said of a measure that it is of goods
  bool last_share_said = false;                     ///< the last percentage of the sentence before was a share
  std::string traders;                              ///< for "their trade": the firms that the sentence before was about
  EconomyCode last_event;                           ///< for "the expo": the agreement or event named last
  std::set<std::string, std::less<>> names;         ///< words that the text writes with a capital within sentences
  EconomyCode named_before, named_last;             ///< for "the former", "the latter"
  EconomyCode rank_holder;                          ///< for "it is also": who the last rank is of
  EconomyCode main, second;                         ///< the parties that the whole text names most
  EconomyCode home;                                 ///< whose currency the text counts in, where that tells

  /// A series as later sentences go back to it: where the text is about somebody's trade with the whole world, what it
  /// says of one partner after the other is said in passing.
  Series whole_of(Series said) const;
  /// Whether the text is about the trade of two parties with one another: it began with that, and names none so often.
  bool about_pair() const;
  /// The other one of the current pair; empty when `party` is not in it.
  EconomyCode other(const EconomyCode& party) const;
  /// Turns to a new paragraph: what it leaves out is again about the parties that the text is about.
  void begin_paragraph(std::size_t number);
  /// Remembers a party that was named.
  void named(const PartyMention& mention);
};

}  // namespace tradewind
