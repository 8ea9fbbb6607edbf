#include "tradewind/statements/europe.hpp"

#include <algorithm>

#include "tradewind/statements/phrase.hpp"

namespace tradewind {

void take_europe_for_the_union(const TokenizedText& tokens, std::vector<std::vector<PartyMention>>& parties) {
  const EconomyCode the_union{"EU"};
  const auto is_union = [&](const PartyMention& party) { return party.name.code == the_union; };
  if (std::ranges::none_of(parties, [&](const auto& named) { return std::ranges::any_of(named, is_union); })) return;
  for (std::size_t s = 0; s < tokens.sentences.size(); ++s) {
    auto& named = parties[s];
    const Phrase phrase(tokens.tokens, tokens.sentences[s].begin, tokens.sentences[s].end);
    const auto unnamed = std::ranges::count_if(named, [](const auto& one) { return one.name.code == unnamed_party; });
    if (unnamed > 1) continue;
    // "exports to Europe rose, those to the EU fell": one is not the other
    const auto place = [&](const PartyMention& party) { return phrase.word(phrase.before_the(party.begin) - 1); };
    for (auto& party : named)
      if (party.name.code == unnamed_party && phrase.is(party.begin, "europe") && party.begin > phrase.begin() &&
          std::ranges::none_of(named, [&](const auto& one) { return is_union(one) && place(one) == place(party); }))
        party.name.code = the_union;
    for (std::size_t i = phrase.begin(); i < phrase.end(); ++i)
      if (phrase.is(i, "european") && phrase.is_any(i + 1, "exports|imports|exporters|trade|shipments"))
        named.insert(std::ranges::find_if(named, [i](const PartyMention& party) { return party.begin > i; }),
                     PartyMention{i, i + 1, {the_union, NameRole::demonym, true}});
  }
}

}  // namespace tradewind
