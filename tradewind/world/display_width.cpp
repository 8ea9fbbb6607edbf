#include "tradewind/world/display_width.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace tradewind {
namespace {

using Range = std::pair<char32_t, char32_t>;

// Unicode 15: combining marks, joiners and variation selectors that stand on the character before them.
constexpr std::array<Range, 30> combining = {{
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x06D6, 0x06DC},
    {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1}, {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECE}, {0x102D, 0x1030}, {0x1032, 0x1037},
    {0x1039, 0x103A}, {0x17B4, 0x17B5}, {0x17B7, 0x17BD}, {0x17C6, 0x17C6}, {0x17C9, 0x17D3}, {0x1AB0, 0x1ACE},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF},
}};

// Unicode 15, East Asian Width W and F, and emoji that are drawn wide.
constexpr std::array<Range, 17> wide = {{
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F9FF},
    {0x20000, 0x3FFFD},
}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t c) {
  const auto after = std::ranges::upper_bound(ranges, c, {}, &Range::first);
  return after != ranges.begin() && c <= std::prev(after)->second;
}

std::size_t width_of(char32_t c) {
  if (c < 0x300) return 1;
  if (in(combining, c)) return 0;
  return in(wide, c) ? 2 : 1;
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  constexpr char32_t broken = 0xFFFD;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at++);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 && first <= 0xF4  ? 3
                   : first >= 0xE0 && first < 0xF0 ? 2
                   : first >= 0xC2 && first < 0xE0 ? 1
                                                   : 0;
  if (more == 0) return broken;
  char32_t c = first & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return broken;
    c = (c << 6) | (byte(at++) & 0x3Fu);
  }
  const bool overlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
  return overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? broken : c;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next_character(text, at));
  return width;
}

std::string harmless(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    // Directional overrides would turn a line around and hide what it says.
    const bool obeyed =
        c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (c == '\n' || c == '\t' || c == '\r')
      result += ' ';
    else if (obeyed || c == 0xFFFD)
      result += "\xEF\xBF\xBD";
    else
      result += text.substr(begin, at - begin);
  }
  return result;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  if (width == 0) width = std::numeric_limits<std::size_t>::max();
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  const auto new_line = [&] {
    lines.emplace_back();
    used = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    at = end;
    if (begin == end) break;
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t size = display_width(word);
    if (used > 0 && size + 1 <= width - used) {
      lines.back() += ' ';
      ++used;
    } else if (used > 0) {
      new_line();
    }
    if (size <= width - used) {
      lines.back() += word;
      used += size;
      continue;
    }
    for (std::size_t i = 0; i < word.size();) {
      const std::size_t from = i;
      const std::size_t columns = width_of(next_character(word, i));
      if (used > 0 && used + columns > width) new_line();
      lines.back() += word.substr(from, i - from);
      used += columns;
    }
  }
  return lines;
}

std::string pad_right(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

std::string pad_left(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  if (used < width) text.insert(0, width - used, ' ');
  return text;
}

}  // namespace tradewind
