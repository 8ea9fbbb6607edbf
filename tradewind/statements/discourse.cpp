#include "tradewind/statements/discourse.hpp"

namespace tradewind {

EconomyCode Discourse::resolve(const PartyMention& mention) const {
  if (!mention.anaphor || !mention.name.code.empty()) return mention.name.code;
  if (mention.name.bloc) return last_bloc.empty() ? mention.by_size : last_bloc;
  // "its" goes back to what the sentence is about, a bloc or an economy.
  if (mention.possessive && mention.end == mention.begin + 1)
    return !frame.subject().empty() ? frame.subject() : !mention.by_size.empty() ? mention.by_size : last_economy;
  // "the country" is what the sentence before was about; in a text that has named none yet, the one whose money it
  // counts in.
  if (!frame.subject().empty() && frame.subject() != world_total && !subject_is_bloc) return frame.subject();
  return last_economy.empty() ? home : last_economy;
}

std::vector<EconomyCode> Discourse::resolve(const std::vector<PartyMention>& mentions) const {
  std::vector<EconomyCode> codes;
  for (const auto& mention : mentions)
    if (const auto code = resolve(mention); !code.empty()) codes.push_back(code);
  return codes;
}

EconomyCode Discourse::other(const EconomyCode& party) const {
  if (party.empty()) return {};
  if (party == pair_subject) return pair_partner;
  if (party == pair_partner) return pair_subject;
  return {};
}

void Discourse::begin_paragraph(std::size_t number) {
  if (number == paragraph) return;
  paragraph = number;
  topic = {};
  until = {};
  if (main.empty() || second.empty() || pair_subject.empty()) return;
  if (pair_subject != main && pair_subject != second) return;
  pair_subject = main;
  pair_partner = second;
}

void Discourse::named(const PartyMention& mention) {
  if (mention.anaphor) return;
  if (mention.name.role == NameRole::agreement) {
    last_event = mention.name.code;
    return;
  }
  if (mention.name.role == NameRole::capital) return;
  (mention.name.bloc ? last_bloc : last_economy) = mention.name.code;
}

}  // namespace tradewind
