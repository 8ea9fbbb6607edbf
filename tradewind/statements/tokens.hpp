/// Text -> tokens and sentences, each with its exact place.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/statements/statement.hpp"
#include "tradewind/statements/vocabulary.hpp"

namespace tradewind {

enum class TokenKind : std::uint8_t {
  word,     ///< letters: "trade", "U.S.", "Côte"
  number,   ///< digits with separators: "4.93", "160,000"
  ordinal,  ///< "22nd"
  symbol,   ///< "$", "%", "US$", "€"
  mark,     ///< punctuation, one character; every dash is "-", every quotation mark is "\""
};

struct Token {
  Place place;
  TokenKind kind{};
  bool capital = false;       ///< starts with an upper-case letter
  bool upper = false;         ///< every letter is upper case, two at least
  bool space_before = false;  ///< a blank stands before it
  Uses uses = 0;              ///< what the word can do in a sentence
  std::uint64_t shape = 0;    ///< of `text`: tells most words apart (any_of.hpp)
  std::uint64_t inner_shape = 0;
  std::string text;  ///< lower case; marks and dashes in their plain form; numbers without separators
};

/// Half-open range of tokens.
struct Sentence {
  std::size_t begin = 0, end = 0;
  std::size_t paragraph = 0;
};

struct TokenizedText {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;

  /// Whether a sentence is the last one of its paragraph and not of the text; of the first one: a headline.
  bool ends_paragraph(std::size_t sentence) const {
    return sentence + 1 < sentences.size() && sentences[sentence].paragraph != sentences[sentence + 1].paragraph;
  }
};

/// Splits UTF-8 text. A possessive ending is a token of its own ("China" "'s"), a hyphen too ("year" "-" "on" "-"
/// "year"), digits and letters are apart ("$100bn" is "$" "100" "bn") unless they make a name ("G20", "H1", "5G").
TokenizedText tokenize(std::string_view text);

}  // namespace tradewind
