#include "tradewind/estimation/formula_tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "tradewind/world/display_width.hpp"

namespace tradewind::estimation {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters beyond ASCII are letters of names: données, 出口.
bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

bool continues_name(char c) { return begins_name(c) || is_digit(c) || c == '_'; }

std::size_t end_of_name(std::string_view text, std::size_t at) {
  while (at < text.size() && continues_name(text[at])) ++at;
  return at;
}

// Longer symbols first, so that "<=" is not read as "<".
constexpr std::array symbols = {"%in%", "%/%", "%%", "<=", ">=", "==", "!=", "<>", "&&", "||", "**", "~", "+", "-", "*",
                                "/",    "^",   ":",  "|",  "&",  "!",  "<",  ">",  "(",  ")",  "[",  "]", ",", "="};

// Characters that word processors put where a formula has a plain one.
std::string_view looks_like(char32_t c) {
  if (c == 0x00A0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000) return "a blank";
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return "-";
  if (c >= 0x2018 && c <= 0x201B) return "'";
  if (c >= 0x201C && c <= 0x201F) return "\"";
  if (c == 0x223C || c == 0x02DC || c == 0xFF5E) return "~";
  return {};
}

// What R writes in another way.
std::string canonical(std::string_view symbol) {
  if (symbol == "**") return "^";
  if (symbol == "<>") return "!=";
  if (symbol == "&&") return "&";
  return std::string(symbol);
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text, std::string_view where) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  const auto refuse = [&](std::size_t end, std::string found, std::string expected, std::string_view hint = {}) {
    return mistake_at(text, {at, end}, where, std::move(found), std::move(expected), hint);
  };
  for (std::size_t end = 0; at < text.size(); at = end)
    if (next_character(text, end) == U'\uFFFD' && text.substr(at, end - at) != "\xEF\xBF\xBD")
      throw refuse(end, "these bytes are no UTF-8", "text in UTF-8");
  at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at;
      continue;
    }
    if (is_digit(c) || (c == '.' && at + 1 < text.size() && is_digit(text[at + 1]))) {
      double number = 0;
      const auto [rest, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
      std::size_t end = static_cast<std::size_t>(rest - text.data());
      if (error != std::errc()) throw refuse(end, "this number is out of range", "a number");
      if (end < text.size() && text[end] == 'L') ++end;  // R's whole numbers, 1L
      if (end < text.size() && continues_name(text[end]))
        throw refuse(end_of_name(text, end), "a name does not begin with a digit", "a number or a name",
                     "A column of such a name stands in backticks: `2way`.");
      tokens.push_back({Token::Kind::number, std::string(text.substr(at, end - at)), number, {at, end}});
      at = end;
    } else if (begins_name(c)) {
      const std::size_t end = end_of_name(text, at);
      for (std::size_t next = at; next < end;) {
        const Place place{next, 0};
        if (const auto plain = looks_like(next_character(text, next)); !plain.empty())
          throw mistake_at(text, {place.begin, next}, where, "this character only looks like " + std::string(plain),
                           std::string(plain), "Word processors put such characters in; type it anew.");
      }
      tokens.push_back({Token::Kind::name, std::string(text.substr(at, end - at)), 0, {at, end}});
      at = end;
    } else if (c == '`' || c == '"' || c == '\'') {
      const std::size_t close = text.find(c, at + 1);
      if (close == std::string_view::npos)
        throw refuse(text.size(), fmt::format("the quote {} is not closed", c), fmt::format("a second {}", c));
      const auto kind = c == '`' ? Token::Kind::quoted_name : Token::Kind::text;
      if (kind == Token::Kind::quoted_name && close == at + 1)
        throw refuse(close + 1, "there is no name between the backticks", "a column's name");
      tokens.push_back({kind, std::string(text.substr(at + 1, close - at - 1)), 0, {at, close + 1}});
      at = close + 1;
    } else {
      const auto* symbol =
          std::ranges::find_if(symbols, [&](std::string_view known) { return text.substr(at).starts_with(known); });
      if (symbol == symbols.end()) {
        const std::string shown = harmless(text.substr(at, 1));
        throw refuse(at + 1, fmt::format("'{}' has no meaning here", shown), "a name, a number or an operator",
                     "A column with such a character in its name stands in backticks.");
      }
      const std::size_t end = at + std::string_view(*symbol).size();
      tokens.push_back({Token::Kind::symbol, canonical(*symbol), 0, {at, end}});
      at = end;
    }
  }
  tokens.push_back({Token::Kind::end, "", 0, {text.size(), text.size()}});
  return tokens;
}

bool is_plain_name(std::string_view name) {
  if (name.empty() || !begins_name(name[0]) || end_of_name(name, 0) != name.size()) return false;
  if (name[0] == '.' && name.size() > 1 && is_digit(name[1])) return false;
  constexpr std::array taken = {"TRUE", "FALSE", "NA"};
  return std::ranges::find(taken, name) == taken.end();
}

}  // namespace tradewind::estimation
