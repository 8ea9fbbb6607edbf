#include "tradewind/statements/discourse.hpp"

#include <algorithm>

namespace tradewind {

EconomyCode Series::other(const EconomyCode& party) const {
  if (!is_pair() || party.empty()) return {};
  if (party == subject()) return partner();
  if (party == partner()) return subject();
  return {};
}

Series Discourse::whole_of(Series said) const {
  if (first.known() && first.partner() == world_total && first.subject() == said.subject() &&
      is_trade_flow(first.flow) && is_trade_flow(said.flow))
    said.partners = {world_total};
  return said;
}

bool Discourse::about_pair() const {
  const auto of_it = [this](const EconomyCode& party) {
    return party.empty() || party == first.subject() || party == first.partner();
  };
  return first.is_pair() && !main.empty() && of_it(main) && of_it(second);
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
  if (mention.name.code != named_last) named_before = named_last, named_last = mention.name.code;
}

}  // namespace tradewind
