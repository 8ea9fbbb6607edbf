#include "tradewind/world/quantity.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

namespace tradewind {
namespace {

struct Scale {
  std::string_view word;
  int power;
};
constexpr std::array<Scale, 22> scales = {
    {{"hundred", 2},   {"thousand", 3}, {"million", 6},      {"mln", 6},  {"mn", 6},  {"m", 6},
     {"billion", 9},   {"bln", 9},      {"bn", 9},           {"bil", 9},  {"mil", 6}, {"b", 9},
     {"trillion", 12}, {"trln", 12},    {"tln", 12},         {"trn", 12}, {"tn", 12}, {"crore", 7},
     {"lakh", 5},      {"dozen", 0},    {"quadrillion", 15}, {"k", 3}}};

// Text with an exponent goes through one correctly rounded conversion, so that equal printed numbers have equal bounds.
double decimal(const std::string& digits, int power) {
  const std::string text = fmt::format("{}e{}", digits, power);
  double value = 0;
  [[maybe_unused]] const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  assert(error == std::errc{} && end == text.data() + text.size());
  return value;
}

std::string plain(double value) {
  std::string text = fmt::format("{:.4f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

Interval interval_of(const PrintedNumber& number) {
  const auto point = number.digits.find('.');
  const int decimals = point == std::string::npos ? 0 : static_cast<int>(number.digits.size() - point - 1);
  const double value = decimal(number.digits, number.scale);
  if (number.hedge == Hedge::over) return Interval::at_least(value);
  if (number.hedge == Hedge::under) return Interval::at_most(value);
  if (number.exact && number.hedge == Hedge::none) return Interval::exactly(value);

  // Half a unit of the last printed place: the digits with a 5 appended, and the digits below them.
  std::string whole = number.digits;
  if (point != std::string::npos) whole.erase(point, 1);
  // A double holds 17 digits, no figure has more: the rest is dropped.
  const int dropped = std::max(0, static_cast<int>(whole.size()) - 17);
  whole.resize(whole.size() - static_cast<std::size_t>(dropped));
  long long units = 0;
  [[maybe_unused]] const auto parsed = std::from_chars(whole.data(), whole.data() + whole.size(), units);
  assert(parsed.ec == std::errc{});
  int power = number.scale - decimals + dropped;
  long long halves = 10;  // tenths of a unit of the last place: 5 is half of it
  if (number.hedge == Hedge::about) {
    if (point == std::string::npos)
      while (units != 0 && units % 10 == 0) units /= 10, ++power;
    return {decimal(std::to_string(units - 1), power), decimal(std::to_string(units + 1), power)};
  }
  const bool negative = !number.digits.empty() && number.digits.front() == '-';
  const long long tenths = units * halves;
  const Interval interval{decimal(std::to_string(tenths - 5), power - 1),
                          decimal(std::to_string(tenths + 5), power - 1)};
  // "-0.0" keeps its sign only in print.
  return negative && units == 0 ? Interval{interval.low, interval.high} : interval;
}

std::string in_words(const PrintedNumber& number) {
  std::string text;
  switch (number.hedge) {
    case Hedge::none:
      break;
    case Hedge::about:
      text = "about ";
      break;
    case Hedge::over:
      text = "over ";
      break;
    case Hedge::under:
      text = "nearly ";
      break;
  }
  text += number.digits;
  for (const auto& [word, power] : scales)
    if (number.scale != 0 && power == number.scale && word.size() > 3) return text + " " + std::string(word);
  return text;
}

std::optional<int> scale_of(std::string_view word) {
  for (const auto& scale : scales)
    if (scale.word == word && scale.power != 0) return scale.power;
  return std::nullopt;
}

std::string in_words(const Interval& interval) {
  const double size = std::max(std::isfinite(interval.low) ? std::abs(interval.low) : 0,
                               std::isfinite(interval.high) ? std::abs(interval.high) : 0);
  static constexpr std::array<std::pair<double, std::string_view>, 4> units = {
      {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}, {1, ""}}};
  for (const auto& [unit, name] : units) {
    if (size < unit && unit > 1) continue;
    if (interval.low == interval.high) return plain(interval.low / unit) + std::string(name);
    if (!std::isfinite(interval.high)) return "at least " + plain(interval.low / unit) + std::string(name);
    if (!std::isfinite(interval.low)) return "at most " + plain(interval.high / unit) + std::string(name);
    return fmt::format("{} to {}{}", plain(interval.low / unit), plain(interval.high / unit), name);
  }
  return {};
}

}  // namespace tradewind
