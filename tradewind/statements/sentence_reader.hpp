/// The rules: one sentence and what came before it -> its statements.
#pragma once
#include <string_view>
#include <vector>

#include "tradewind/statements/discourse.hpp"
#include "tradewind/statements/lexicon.hpp"
#include "tradewind/statements/reader.hpp"

namespace tradewind {

/// Appends the statements and unread numbers of a sentence to `result`, and moves the discourse on. `parties` are those
/// of the sentence (find_parties).
void read_sentence(std::string_view text, const Phrase& sentence, std::vector<PartyMention> parties,
                   const Lexicon& lexicon, Discourse& discourse, ArticleReading& result);

}  // namespace tradewind
