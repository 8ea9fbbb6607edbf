/// Words or phrases of which any will do, in one literal: "rose|fell|grew by". Nothing is built where one is asked for,
/// and most words are none of them, which one bit tells.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tradewind {

/// What tells most words apart at a glance: their length and their first and last letters, as one of 64 bits.
constexpr std::uint64_t shape_of(std::string_view word) {
  if (word.empty()) return 0;
  const auto first = static_cast<unsigned char>(word.front()), last = static_cast<unsigned char>(word.back());
  return std::uint64_t{1} << ((first + 5 * last + 11 * word.size()) % 64);
}

/// The same by the letters within: of the words that look alike to the first glance most do not to the second.
constexpr std::uint64_t inner_shape_of(std::string_view word) {
  if (word.empty()) return 0;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  return std::uint64_t{1} << ((at(word.size() > 1 ? 1 : 0) + 7 * at(word.size() / 2)) % 64);
}

/// The shapes of the first words of a table's rows, whose phrases `words` names.
template <class Rows, class Words>
constexpr std::uint64_t shapes_of_first_words(const Rows& rows, Words words) {
  std::uint64_t shapes = 0;
  for (const auto& row : rows) shapes |= shape_of((row.*words).substr(0, (row.*words).find(' ')));
  return shapes;
}

class AnyOf {
 public:
  template <std::size_t Size>
  // NOLINTNEXTLINE(google-explicit-constructor, cppcoreguidelines-avoid-c-arrays): a literal stands for it
  consteval AnyOf(const char (&text)[Size]) : text_(text, Size - 1) {
    for (std::string_view left = text_; !left.empty();) {
      const std::string_view phrase = next(left);
      const std::string_view first = phrase.substr(0, phrase.find(' '));
      begin_ |= shape_of(first);
      inner_ |= inner_shape_of(first);
      const std::string_view behind = phrase.size() > first.size() ? phrase.substr(first.size() + 1) : "";
      (behind.empty() ? alone_ : second_) |= shape_of(behind.empty() ? first : behind.substr(0, behind.find(' ')));
      end_ |= shape_of(phrase.substr(phrase.rfind(' ') + 1));
    }
  }

  /// Whether one of them may begin, be, go on behind its first word, or end with one of the words that have these
  /// shapes.
  bool may_begin(std::uint64_t shapes) const { return (begin_ & shapes) != 0; }
  bool may_be(std::uint64_t shapes) const { return (alone_ & shapes) != 0; }
  bool may_go_on(std::uint64_t shapes) const { return (second_ & shapes) != 0; }
  bool may_end(std::uint64_t shapes) const { return (end_ & shapes) != 0; }

  /// The inner shapes of their first words.
  std::uint64_t inner() const { return inner_; }

  /// All of them, as they are written.
  std::string_view text() const { return text_; }

  /// Takes the first of the alternatives off what is left of them.
  static constexpr std::string_view next(std::string_view& left) {
    const std::string_view phrase = left.substr(0, left.find('|'));
    left.remove_prefix(phrase.size() + (phrase.size() < left.size() ? 1 : 0));
    return phrase;
  }

 private:
  std::string_view text_;
  std::uint64_t begin_ = 0, inner_ = 0, alone_ = 0, end_ = 0;
  std::uint64_t second_ = shape_of("-");  // a hyphen may stand between two words
};

}  // namespace tradewind
