/// The parts of a sentence that are found by their own words, before its grammar: parties, periods, ranks, streaks and
/// quantities, each with its place, and which of them a token belongs to.
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/statements/parties.hpp"
#include "tradewind/statements/period_phrase.hpp"
#include "tradewind/statements/quantities.hpp"
#include "tradewind/statements/ranks.hpp"

namespace tradewind {

enum class PartKind : std::uint8_t { none, party, period, quantity, streak, rank };

struct Parts {
  explicit Parts(const Phrase& phrase) : sentence(phrase), at(phrase.end() - phrase.begin()) {}

  const Phrase& sentence;
  std::vector<PartyMention> parties;
  std::vector<PeriodMention> periods;
  std::vector<StreakMention> streaks;
  std::vector<RankMention> ranks;
  std::vector<Quantity> quantities;

  struct Owner {
    PartKind kind = PartKind::none;
    std::uint32_t index = 0;
  };
  std::vector<Owner> at;  ///< by token, from the sentence's first on

  void own(std::size_t begin, std::size_t end, PartKind kind, std::size_t index) {
    for (std::size_t i = begin; i < end && i < sentence.end(); ++i)
      if (at[i - sentence.begin()].kind == PartKind::none)
        at[i - sentence.begin()] = {kind, static_cast<std::uint32_t>(index)};
  }
  Owner owner(std::size_t i) const { return sentence.inside(i) ? at[i - sentence.begin()] : Owner{}; }
  bool is(std::size_t i, PartKind kind) const { return owner(i).kind == kind; }

  const PartyMention* party_at(std::size_t i) const {
    return is(i, PartKind::party) ? &parties[owner(i).index] : nullptr;
  }
  const Quantity* quantity_at(std::size_t i) const {
    return is(i, PartKind::quantity) ? &quantities[owner(i).index] : nullptr;
  }
  /// The figure before one of `quantities`; null where that is the first.
  const Quantity* before(const Quantity& q) const { return &q == quantities.data() ? nullptr : &q - 1; }
  const PeriodMention* period_at(std::size_t i) const {
    return is(i, PartKind::period) ? &periods[owner(i).index] : nullptr;
  }
  /// The token behind the part that `i` belongs to, or behind `i` itself.
  std::size_t behind(std::size_t i) const;
};

}  // namespace tradewind
