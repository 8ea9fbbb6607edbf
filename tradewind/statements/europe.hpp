/// Europe, where a text means the European Union.
#pragma once
#include <vector>

#include "tradewind/statements/parties.hpp"
#include "tradewind/statements/tokens.hpp"

namespace tradewind {

/// "Imports from Europe fell", "European exports", in a text on the European Union: the Union's; but not where other
/// parts of the world stand beside it. `parties` are those of each sentence.
void take_europe_for_the_union(const TokenizedText& tokens, std::vector<std::vector<PartyMention>>& parties);

}  // namespace tradewind
