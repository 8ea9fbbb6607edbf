/// The words that measures of trade are told in: their own heads, what stands beside them, the verbs of figures.
#pragma once
#include <span>
#include <string_view>
#include <unordered_set>

namespace tradewind {

using Words = std::unordered_set<std::string_view>;

/// Words that name a measure, and what they measure.
struct Head {
  std::string_view words, flow, measure;
};
/// Nouns ("exports", "trade surplus"), longest first where one begins another.
std::span<const Head> heads();
/// Verbs ("exported", "bought").
std::span<const Head> verbs_of_trade();

/// Trade, exports, imports and their balance: between two sides, unlike what is invested or contracted.
bool is_trade_flow(std::string_view flow);

/// What makes "trade ..." the name of something else: a trade deal, a trade fair, trade ties.
const Words& no_measure_after();
/// Adjectives and nouns before a measure that are no product.
const Words& plain_adjectives();
/// "total", "foreign": with the whole world.
const Words& total_words();
/// "bilateral", "mutual".
const Words& bilateral_words();
/// Nouns behind a measure that belong to it: "volume", "value".
const Words& measure_nouns();
/// Nouns and adjectives that stand beside the name of a party: "ASEAN member countries", "neighbouring Vietnam".
const Words& party_company();

/// True for words that begin or carry a predicate in the press's figures: "reached", "rose", "is", "accounting" ...
bool is_verb(std::string_view word);

}  // namespace tradewind
