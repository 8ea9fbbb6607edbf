#include "tradewind/ledger/unit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "tradewind/world/economy.hpp"

namespace tradewind {
namespace {

// Chinese statistics count in ten thousands and hundred millions.
constexpr std::array<std::pair<std::string_view, int>, 6> scales = {
    {{"10 thousand ", 4}, {"100 million ", 8}, {"thousand ", 3}, {"million ", 6}, {"billion ", 9}, {"trillion ", 12}}};

constexpr std::array<std::string_view, 19> counted = {
    "count",     "persons",     "trips",        "flights",    "trains",   "TEU",           "tonnes",
    "kilograms", "barrels",     "cubic metres", "kilometres", "hectares", "square metres", "square kilometres",
    "projects",  "enterprises", "percent",      "index",      "years"};

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

std::string_view to_string(FigureKind kind) {
  switch (kind) {
    case FigureKind::level:
      return "level";
    case FigureKind::growth:
      return "growth";
    case FigureKind::share:
      return "share";
    case FigureKind::rank:
      return "rank";
  }
  return {};
}

std::optional<Unit> parse_unit(std::string_view text) {
  if (text == "percent of total") return Unit{FigureKind::share, 0, "percent", ""};
  if (text == "rank") return Unit{FigureKind::rank, 0, "rank", ""};
  if (text == "percent yoy") return Unit{FigureKind::growth, 0, "percent", ""};
  if (take(text, "percent yoy ")) {
    if (!is_currency_code(text)) return std::nullopt;
    return Unit{FigureKind::growth, 0, "percent", std::string(text)};
  }
  int scale = 0;
  for (bool more = true; more;) {  // "thousand billion" too
    more = false;
    for (const auto& [word, power] : scales)
      if (take(text, word)) scale += power, more = true;
  }
  if (is_currency_code(text) || std::ranges::find(counted, text) != counted.end())
    return Unit{FigureKind::level, scale, std::string(text), ""};
  return std::nullopt;
}

std::string known_units() {
  std::string text =
      "a currency (USD, CNY ...), 'percent yoy CNY', 'percent yoy USD', 'percent of total', 'rank', or one of ";
  for (const auto unit : counted) text += (unit == counted.front() ? "" : ", ") + std::string(unit);
  return text + "; before it thousand, million, billion, trillion, 10 thousand or 100 million";
}

namespace {

// "6989915.771999", "million CNY" -> "6.98992 trillion CNY": digits that no reader takes in are left to the interval.
std::string shortened(const std::string& value, const std::string& unit) {
  const auto digits = std::ranges::count_if(value, [](char c) { return c >= '0' && c <= '9'; });
  const auto parsed = parse_unit(unit);
  if (digits <= 7 || !parsed || parsed->kind != FigureKind::level) return value + " " + unit;
  static constexpr std::array<std::pair<std::string_view, double>, 4> words = {
      {{"trillion ", 1e12}, {"billion ", 1e9}, {"million ", 1e6}, {"", 1}}};
  const double amount = std::stod(value) * std::pow(10.0, parsed->scale);
  const auto word = std::ranges::find_if(words, [amount](const auto& one) { return std::abs(amount) >= one.second; });
  if (word == words.end()) return value + " " + unit;
  return fmt::format("{:.6g} {}{}", amount / word->second, word->first, parsed->base);
}

}  // namespace

std::string amount_in_english(std::string_view value, std::string_view unit) {
  // Where the point goes, and the scale that English has instead.
  struct Change {
    std::string_view from, to;
    std::size_t to_the_left;
  };
  static constexpr std::array<Change, 2> changes = {{{"100 million ", "billion ", 1}, {"10 thousand ", "million ", 2}}};
  for (const auto& [from, to, to_the_left] : changes) {
    if (!unit.starts_with(from)) continue;
    const bool negative = value.starts_with('-');
    std::string digits(value.substr(negative ? 1 : 0));
    std::size_t point = digits.find('.');
    if (point == std::string::npos)
      point = digits.size();
    else
      digits.erase(point, 1);
    if (point <= to_the_left) {
      digits.insert(0, to_the_left + 1 - point, '0');
      point = to_the_left + 1;
    }
    digits.insert(point - to_the_left, 1, '.');
    return shortened((negative ? "-" : "") + digits, std::string(to) + std::string(unit.substr(from.size())));
  }
  return shortened(std::string(value), std::string(unit));
}

std::optional<RateUnit> parse_rate_unit(std::string_view text) {
  RateUnit unit;
  if (take(text, "per ")) {
    if (take(text, "100 "))
      unit.scale = 2;
    else if (take(text, "1000 "))
      unit.scale = 3;
  } else if (text.ends_with(" per")) {
    text.remove_suffix(4);
    unit.inverse = true;
  } else {
    return std::nullopt;
  }
  if (!is_currency_code(text)) return std::nullopt;
  unit.against = std::string(text);
  return unit;
}

}  // namespace tradewind
