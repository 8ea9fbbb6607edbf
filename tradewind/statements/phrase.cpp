#include "tradewind/statements/phrase.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

namespace tradewind {

std::string Phrase::in_print(std::size_t i) const {
  std::string text(word(i));
  if (capital(i) && !text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string Phrase::in_print(std::size_t begin, std::size_t end) const {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i > begin && token(i).space_before ? " " : "") + in_print(i);
  return text;
}

std::size_t Phrase::match_words(std::size_t i, std::string_view phrase) const {
  while (true) {
    const std::string_view here = word(i);
    if (here.empty() || !phrase.starts_with(here)) return 0;
    ++i;
    if (phrase.size() == here.size()) return i;
    if (phrase[here.size()] != ' ') return 0;
    phrase.remove_prefix(here.size() + 1);
    if (is(i, "-")) ++i;
  }
}

bool Phrase::is_among(std::size_t i, std::string_view words, std::uint64_t inner) const {
  if ((tokens_[i].inner_shape & inner) == 0) return false;
  const std::string& here = tokens_[i].text;
  while (!words.empty())
    if (AnyOf::next(words) == here) return true;
  return false;
}

std::size_t Phrase::match_longest(std::size_t i, std::string_view phrases, std::uint64_t inner) const {
  if ((tokens_[i].inner_shape & inner) == 0) return 0;
  std::size_t longest = 0;
  while (!phrases.empty()) longest = std::max(longest, match(i, AnyOf::next(phrases)));
  return longest;
}

bool Phrase::words_end_before(std::size_t i, std::string_view phrase) const {
  while (!phrase.empty()) {
    if (i == begin_) return false;
    --i;
    if (is(i, "-") && i > begin_) --i;
    const std::string_view here = word(i);
    if (here.empty() || !phrase.ends_with(here)) return false;
    if (phrase.size() == here.size()) return true;
    if (phrase[phrase.size() - here.size() - 1] != ' ') return false;
    phrase.remove_suffix(here.size() + 1);
  }
  return true;
}

bool Phrase::any_ends_before(std::size_t i, std::string_view phrases) const {
  while (!phrases.empty())
    if (ends_before(i, AnyOf::next(phrases))) return true;
  return false;
}

namespace {

using Word = std::pair<std::string_view, int>;

// Words and what they count. Most words are none of them, which their first letter and length tell.
template <std::size_t Size>
class CountWords {
 public:
  explicit constexpr CountWords(const std::array<Word, Size>& words) : words_(words) {
    for (const auto& [word, value] : words_) lengths_[static_cast<unsigned char>(word.front())] |= length_of(word);
  }
  std::optional<int> operator[](std::string_view word) const {
    if (word.empty() || (lengths_[static_cast<unsigned char>(word.front())] & length_of(word)) == 0)
      return std::nullopt;
    for (const auto& [known, value] : words_)
      if (known.front() == word.front() && known == word) return value;
    return std::nullopt;
  }

 private:
  static constexpr std::uint32_t length_of(std::string_view word) {
    return 1U << std::min<std::size_t>(word.size(), 31);
  }
  std::array<Word, Size> words_;
  std::array<std::uint32_t, 256> lengths_{};
};

}  // namespace

std::optional<int> number_word(std::string_view word) {
  static constexpr CountWords<29> words{
      {{{"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
        {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
        {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
        {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
        {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"dozen", 12},   {"zero", 0}}}};
  return words[word];
}

std::optional<int> ordinal_word(std::string_view word) {
  static constexpr CountWords<20> words{
      {{{"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
        {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
        {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
        {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20}}}};
  return words[word];
}

std::optional<unsigned> month_word(std::string_view word) {
  static constexpr CountWords<24> words{
      {{{"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
        {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
        {"jan", 1},     {"feb", 2},      {"mar", 3},       {"apr", 4},      {"jun", 6},       {"jul", 7},
        {"aug", 8},     {"sep", 9},      {"sept", 9},      {"oct", 10},     {"nov", 11},      {"dec", 12}}}};
  const auto month = words[word];
  if (!month) return std::nullopt;
  return static_cast<unsigned>(*month);
}

}  // namespace tradewind
