/// Looking at tokens: is this word there, does this phrase begin here, which number does this word say.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tradewind/statements/any_of.hpp"
#include "tradewind/statements/tokens.hpp"

namespace tradewind {

/// The tokens of one sentence, by their place in the text. Outside of it there is only the empty word.
class Phrase {
 public:
  Phrase(std::span<const Token> tokens, std::size_t begin, std::size_t end)
      : tokens_(tokens), begin_(begin), end_(end) {}

  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  bool inside(std::size_t i) const { return i >= begin_ && i < end_; }
  const Token& token(std::size_t i) const { return tokens_[i]; }

  std::string_view word(std::size_t i) const {
    return inside(i) ? std::string_view(tokens_[i].text) : std::string_view();
  }
  bool is(std::size_t i, std::string_view text) const { return word(i) == text; }
  bool is_any(std::size_t i, AnyOf words) const {
    return inside(i) && words.may_begin(tokens_[i].shape) && is_among(i, words.text(), words.inner());
  }
  bool is_number(std::size_t i) const { return inside(i) && tokens_[i].kind == TokenKind::number; }
  bool is_word(std::size_t i) const { return inside(i) && tokens_[i].kind == TokenKind::word; }
  /// Whether the word can do any of these.
  bool can(std::size_t i, Uses uses) const { return inside(i) && (tokens_[i].uses & uses) != 0; }
  bool capital(std::size_t i) const { return inside(i) && tokens_[i].capital; }

  /// The word as it is written in a name: with its capital.
  std::string in_print(std::size_t i) const;
  /// The words of a name, tokens [begin, end), with blanks where the text has them.
  std::string in_print(std::size_t begin, std::size_t end) const;

  /// The token after the words of `phrase` ("year on year"; hyphens between them do not count), or 0 when they do not
  /// begin at `i`.
  std::size_t match(std::size_t i, std::string_view phrase) const {
    // Most comparisons fail, and nearly all of these at the first letter or the last.
    if (!inside(i)) return 0;
    const std::string& first = tokens_[i].text;
    const bool may =
        first.front() == phrase.front() && first.size() <= phrase.size() && first.back() == phrase[first.size() - 1];
    return may ? match_words(i, phrase) : 0;
  }
  /// The token after the longest of them that begins at `i`, or 0.
  std::size_t match_any(std::size_t i, AnyOf phrases) const {
    if (!inside(i) || !phrases.may_begin(tokens_[i].shape)) return 0;
    const bool may = phrases.may_be(tokens_[i].shape) || (i + 1 < end_ && phrases.may_go_on(tokens_[i + 1].shape));
    return may ? match_longest(i, phrases.text(), phrases.inner()) : 0;
  }
  /// True when the words of `phrase` end right before `i`.
  bool ends_before(std::size_t i, std::string_view phrase) const {
    if (i <= begin_ || i > end_) return false;
    const std::string& last = tokens_[i - 1].text;
    const bool may = last.back() == phrase.back() && last.size() <= phrase.size() &&
                     last.front() == phrase[phrase.size() - last.size()];
    return (may || last == "-") && words_end_before(i, phrase);
  }
  bool ends_before_any(std::size_t i, AnyOf phrases) const {
    if (i <= begin_ || i > end_) return false;
    const Token& last = tokens_[i - 1];
    return (phrases.may_end(last.shape) || last.text == "-") && any_ends_before(i, phrases.text());
  }

  /// `i`, or the place behind it when a hyphen is there.
  std::size_t skip_hyphen(std::size_t i) const { return is(i, "-") ? i + 1 : i; }

  /// `i`, or the place behind "the" when that is there.
  std::size_t skip_the(std::size_t i) const { return is(i, "the") ? i + 1 : i; }
  /// `i`, or the place of "the" when that stands right before.
  std::size_t before_the(std::size_t i) const { return is(i - 1, "the") ? i - 1 : i; }

 private:
  std::size_t match_words(std::size_t i, std::string_view phrase) const;
  bool words_end_before(std::size_t i, std::string_view phrase) const;
  // Alternatives, with | between them, and the inner shapes of their first words.
  bool is_among(std::size_t i, std::string_view words, std::uint64_t inner) const;
  std::size_t match_longest(std::size_t i, std::string_view phrases, std::uint64_t inner) const;
  bool any_ends_before(std::size_t i, std::string_view phrases) const;

  std::span<const Token> tokens_;
  std::size_t begin_, end_;
};

/// The last of the words of a phrase.
inline std::string_view last_word(std::string_view words) { return words.substr(words.rfind(' ') + 1); }
/// "five" -> 5, "sixteen" -> 16, "twenty" -> 20, "a dozen" -> 12; nothing for other words.
std::optional<int> number_word(std::string_view word);
/// "first" -> 1, "second" -> 2, ... "twentieth" -> 20.
std::optional<int> ordinal_word(std::string_view word);
/// "january", "jan", "sept" -> 1 to 12.
std::optional<unsigned> month_word(std::string_view word);

}  // namespace tradewind
