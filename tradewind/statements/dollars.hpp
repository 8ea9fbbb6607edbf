/// Which dollar a bare "$" is. The world's press means that of the United States; a statistics office means its own
/// country's: "Canadian merchandise trade, March 2023. Imports were $62.6 billion".
#pragma once
#include <string>
#include <vector>

#include "tradewind/statements/discourse.hpp"
#include "tradewind/statements/lexicon.hpp"
#include "tradewind/statements/phrase.hpp"

namespace tradewind {

/// Whether the currency named in [i, end) is one that figures are told "in" ("All values are in Australian dollars",
/// "Figures are in NZ$"): no amount, no "in Australian dollar terms" and no "In US dollars, exports fell", which only
/// this sentence is told in.
bool says_unit(const Phrase& all, std::size_t i, std::size_t end);

/// The currency that the text's bare "$" stands for, where that is the own dollar of Australia, Canada, New Zealand,
/// Singapore or Hong Kong; empty where it is the United States'. It is the own one only where the text says so ("All
/// values are in Australian dollars"), or where it marks no dollar at all ("US$", "A$", "U.S. dollars"), is about that
/// economy more than any other, and is the economy's own: by its statistics office, with the title of a bulletin, in
/// figures to the million ("$7,457m"), spoken by one of its people ("our exports"), or said to be its own by the user.
std::string own_dollar(const TokenizedText& tokens, const std::vector<std::vector<PartyMention>>& parties,
                       const std::vector<CurrencyMention>& money_named, const Discourse& discourse);

}  // namespace tradewind
