/// The parties that a sentence names, and the words that stand for one named before.
#pragma once
#include <vector>

#include "tradewind/statements/lexicon.hpp"

namespace tradewind {

/// A party that the text speaks of without ever naming it: "the country" in a release that only its letterhead names,
/// "emerging markets".
inline const EconomyCode unnamed_party{"?"};

/// Parties of a sentence in their order; "the bloc", "its" and the like are among them, without a code.
std::vector<PartyMention> find_parties(const Phrase& sentence, const Lexicon& lexicon);

/// An enumeration of parties ("Vietnam, Malaysia and Indonesia") that begins at token `i`, articles and words like
/// "neighbouring" skipped; `end` is set behind it.
std::vector<PartyMention> party_list_at(const Phrase& sentence, const std::vector<PartyMention>& parties, std::size_t i,
                                        std::size_t& end);

/// Whether an enumeration goes on from one party to the next, be there brackets behind it: "to China (-3%), the EU and
/// Japan (2%)".
bool lists_on(const Phrase& sentence, const PartyMention& before, const PartyMention& next);

/// The one that ends, or begins, at a token; null when none does.
const PartyMention* party_ending_at(const std::vector<PartyMention>& parties, std::size_t end);
const PartyMention* party_beginning_at(const std::vector<PartyMention>& parties, std::size_t begin);

/// The one that begins at a token, or behind "the" there; null when none does.
const PartyMention* party_named_at(const Phrase& sentence, const std::vector<PartyMention>& parties, std::size_t i);

}  // namespace tradewind
