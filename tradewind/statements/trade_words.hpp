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
  bool weak = false;  ///< names it only where the text is on trade: "the gap", "sales"
};
/// Nouns ("exports", "trade surplus"), longest first where one begins another.
std::span<const Head> heads();
/// Verbs ("exported", "bought").
std::span<const Head> verbs_of_trade();

/// Trade, exports, imports and their balance: between two sides, unlike what is invested or contracted.
bool is_trade_flow(std::string_view flow);
/// Exports, imports, a balance: seen from one side, as trade is not.
bool has_direction(std::string_view flow);

/// A measure that trade and investment statistics have; anything else that a clause is about is a product or a thing.
bool ledger_measure(std::string_view measure);

/// "goods", "products": says nothing of what is traded.
bool generic_goods(std::string_view words);

/// "services", "goods and services": what a measure of trade is of as a whole, so no product; else empty.
std::string_view measure_of_half(std::string_view words);

/// True for words that begin or carry a predicate in the press's figures: "reached", "rose", "is", "accounting" ...
bool is_verb(std::string_view word);

}  // namespace tradewind
