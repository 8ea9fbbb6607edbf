/// Noun phrases of goods, as texts list them: "oil and gas", "computers, electronics and components".
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/statements/clauses.hpp"

namespace tradewind {

/// The words of the noun phrase [begin, end) that say what is traded; empty where none does ("goods"), or where it
/// names a party.
std::string goods_words(const Parts& parts, std::size_t begin, std::size_t end);

/// Goods that are no services, though services are told beside them: not "travel", "transport".
bool made_of_matter(std::string_view goods);

/// Whether the words stand for goods that were named before: "such products", "these goods", "them".
bool goods_again(std::string_view words);

/// "agricultural products", "chips, cars and car parts": the goods that begin at `i`, and those beside them; `end` is
/// set behind the last. Empty, and `end` left alone, where none begin.
std::string goods_at(const Parts& parts, std::size_t i, std::size_t& end);

/// Where the goods that end before `end` begin: "oil and gas", "computers, electronics and components"; `end` where
/// there are none.
std::size_t goods_begin(const Parts& parts, const Clauses& clauses, std::size_t end);

/// "strong" of "strong car exports", but not "flat" of "flat panels": an adjective that tells no goods from others.
bool says_nothing_of_goods(const Phrase& p, std::size_t i);

/// The words of a noun phrase as they stand, but for determiners and parties.
std::string noun_words(const Parts& parts, std::size_t begin, std::size_t end);

/// "vegetables and fruits, rice, coffee and nuts" -> so many of them: cut at its commas and at every "and", or at the
/// last "and" alone; empty where neither gives as many.
std::vector<std::string> split_goods(std::string_view goods, std::size_t count);

}  // namespace tradewind
