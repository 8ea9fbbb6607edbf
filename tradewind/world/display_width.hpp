/// Text on a terminal: how many columns it takes, broken into lines that fit, and made harmless.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tradewind {

/// The next character of UTF-8 at `at`, which moves behind it; U+FFFD for bytes that are none.
char32_t next_character(std::string_view text, std::size_t& at);

/// Columns that UTF-8 takes: 2 for wide East Asian characters and emoji, 0 for combining ones, 1 for the others.
std::size_t display_width(std::string_view text);

/// The text in one line without anything that a terminal would obey: line breaks and tabs become blanks, other control
/// characters (escape sequences hidden in an article) and broken UTF-8 become U+FFFD.
std::string harmless(std::string_view text);

/// Lines of at most `width` columns, broken at blanks, inside words only when a word is wider than a line. A width of 0
/// is unlimited. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// With blanks up to `width`.
std::string pad_right(std::string text, std::size_t width);
std::string pad_left(std::string text, std::size_t width);

/// Blanks between two columns of a table.
constexpr std::size_t column_gap = 2;

}  // namespace tradewind
