/// The finding of ranks in one sentence; its members are gathered by how the rank is said, a file each.
#pragma once
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "tradewind/statements/ranks.hpp"

namespace tradewind {

/// The longest noun of a rank that begins at `i` ("trading partner", "export market"), its end in `end`; null when none
/// does.
const Head* ranked_noun_at(const Phrase& phrase, std::size_t i, std::size_t& end);

/// "trading partners", "sources of imports"; not "source of imports".
inline bool is_plural(const Head& noun) {
  const std::string_view head = noun.words.substr(0, std::min(noun.words.find(" of "), noun.words.find(" for ")));
  return head.ends_with("s");
}

/// A rank is of what its noun says: "supplier" of imports; a bare "partner" leaves to the text which flow it is of.
inline void take_noun(RankMention& mention, const Head& noun) {
  mention.flow = noun.flow;
  mention.measure = noun.measure;
  mention.flow_said = noun.flow != "trade" || noun.words.starts_with("trad");
}

class RankFinder {
 public:
  RankFinder(const Phrase& phrase, const std::vector<PartyMention>& parties) : p_(phrase), parties_(parties) {}
  std::vector<RankMention> run();

 private:
  // ---- What a sentence says of ranks, in its order (ranks.cpp) ----
  std::optional<RankMention> at(std::size_t i);
  // "China's top export market and second-largest import source for agri-food products": owner and product of one hold
  // for the other.
  void join(RankMention& before, RankMention& here) const;
  // "Indonesia's largest source of imports as well as export destination": the rank holds for both nouns.
  std::optional<RankMention> of_another_noun(const RankMention& rank) const;
  // "China has been ASEAN's largest trading partner ..., while ASEAN has been China's for five years": the same rank,
  // its noun left out.
  std::optional<RankMention> repeated(const RankMention& last, std::size_t i) const;
  // "an important trading partner for Malaysia", "one of China's main partners": who with whom, without a rank.
  std::optional<RankMention> relation(std::size_t i) const;

  // ---- Places (ranks.cpp) ----
  std::optional<int> ordinal_at(std::size_t i) const {
    if (const auto word = ordinal_word(p_.word(i))) return word;
    if (p_.inside(i) && p_.token(i).kind == TokenKind::ordinal) return std::atoi(p_.token(i).text.c_str());
    return std::nullopt;
  }
  // "third place", "14th position"
  bool placed_at(std::size_t i) const { return ordinal_at(i) && p_.is_any(i + 1, "place|position|spot"); }
  bool superlative(std::size_t i) const {
    return p_.is_any(i, "largest|biggest|top|leading|greatest|foremost|primary");
  }
  // "No. 2", "number 3", "No1": the place and what stands behind it.
  std::optional<std::pair<int, std::size_t>> numbered(std::size_t i) const;
  // The places that begin at `k`, "second", "second and third"; `k` is set behind them.
  std::vector<Interval> places(std::size_t& k) const;

  // ---- Verbs (rank_verbs.cpp) ----
  // "ASEAN topped the list of China's trading partners", "the EU and the US ranked second and third".
  std::optional<RankMention> verbal(std::size_t i);
  bool moves_before(std::size_t i) const;
  // "in fifth place", "the top spot", "a distant second", "came fourth", "and Japan third with": a place without a
  // noun.
  std::optional<RankMention> place_alone(std::size_t i);
  std::size_t alone(std::size_t i, RankMention& mention) const;
  // Whether what a rank is of would have to stand here, and does not.
  bool without_noun(std::size_t k) const {
    return !p_.inside(k) || p_.is_any(k, ",|.|;|:|(|)|--|with|at|in|among|by|behind|after|and|for|on|as");
  }
  // "Muse recorded the largest trade value", "Most imports to Germany came from China": the first in the measure
  // behind it.
  std::optional<RankMention> of_object(std::size_t i) const;
  // "the second-largest decline on record", "the third highest on record"
  std::optional<RankMention> on_record(std::size_t i) const;
  // "among China's trading partners", "on the list of foreign investors in Indonesia", "as a supplier", from `k` on.
  void among_whom(RankMention& mention, std::size_t k);
  void among_those_who_invest(RankMention& mention, std::size_t k) const;

  // ---- Noun phrases (rank_phrases.cpp) ----
  // The rank itself: "largest", "second-largest", "second and third largest", "top three", "number one", "No. 1".
  std::optional<RankMention> nominal(std::size_t i);
  std::vector<Interval> numbered_or_superlative(std::size_t i, std::size_t& k, RankMention& mention) const;
  const Head* noun_of(std::size_t k, std::size_t& noun_end, RankMention& mention) const;
  std::optional<RankMention> for_a_flow(std::size_t at, std::size_t i, const std::vector<Interval>& ranks) const;
  std::optional<RankMention> of_goods(std::size_t i, std::size_t noun, std::vector<Interval> ranks) const;
  // "China's largest trading partner", "the largest trading partner of China", "each other's".
  void region(RankMention& mention) const;
  void owners(RankMention& mention);
  // "largest trading partner for agricultural products", "in services", "in terms of border trade".
  void product(RankMention& mention) const;
  // "in ASEAN", "among ASEAN members", "within the bloc".
  void scope(RankMention& mention);

  const Phrase& p_;
  const std::vector<PartyMention>& parties_;
  bool said_before_ = false;  // the sentence has named a rank
  std::string_view noun_;     // what the rank being read is one of
};

}  // namespace tradewind
