/// What a text is about at the moment: the frame that pronouns and ellipses ("exports totalled ...", "the bloc",
/// "during the same period") refer back to.
#pragma once
#include <string>
#include <vector>

#include "tradewind/statements/measures.hpp"
#include "tradewind/statements/period_phrase.hpp"

namespace tradewind {

/// Whose what with whom: everything of a statement but its period and value.
struct Frame {
  std::vector<EconomyCode> subjects, partners;
  std::string flow, measure, product, among;
  std::string region;  ///< the part of the subject that it is about ("Guangxi's trade"), which is its product too
  std::vector<std::string> flows;
  bool cumulative = false;
  int sign = 1;

  EconomyCode subject() const { return subjects.empty() ? EconomyCode{} : subjects.front(); }
  EconomyCode partner() const { return partners.empty() ? EconomyCode{} : partners.front(); }
};

struct Discourse {
  PeriodContext time;
  Period period;                                    ///< of the last figure
  Frame frame;                                      ///< of the last figure
  bool subject_is_bloc = false;                     ///< that frame's subject
  EconomyCode pair_subject, pair_partner;           ///< the last two parties of one bilateral frame
  Frame topic;                                      ///< the first of the paragraph: what "imports" alone goes back to
  std::size_t paragraph = 0, period_paragraph = 0;  ///< the one being read, and that of `period`
  Period until;                                     ///< the last end of a sum, "by the end of July", of this paragraph
  std::size_t region_paragraph = 0;                 ///< that of the last frame with a region
  std::size_t lists_paragraph = 0;                  ///< that of `lists_partners`
  bool lists_partners = false;                      ///< the text goes through somebody's markets, suppliers, partners
  std::vector<EconomyCode> last_list;               ///< for "these partners": the last enumeration of two or more
  std::string currency;                             ///< of the last amount: that of a bare "255 bn"
  EconomyCode last_bloc, last_economy;              ///< for "the bloc", "the country"
  EconomyCode last_event;                           ///< for "the expo": the agreement or event named last
  EconomyCode main, second;                         ///< the parties that the whole text names most
  EconomyCode home;                                 ///< whose currency the text counts in, where that tells

  /// The code that a mention stands for: its own, or for an anaphor the party named before. May be empty.
  EconomyCode resolve(const PartyMention& mention) const;
  std::vector<EconomyCode> resolve(const std::vector<PartyMention>& mentions) const;
  /// The other one of the current pair; empty when `party` is not in it.
  EconomyCode other(const EconomyCode& party) const;
  /// Turns to a new paragraph: what it leaves out is again about the parties that the text is about.
  void begin_paragraph(std::size_t number);
  /// Remembers a party that was named.
  void named(const PartyMention& mention);
};

}  // namespace tradewind
