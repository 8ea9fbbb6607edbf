/// Units as statistics print them: "trillion CNY", "10 thousand USD", "percent yoy CNY", "percent of total", "rank",
/// "count".
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tradewind {

/// What kind of figure a unit makes.
enum class FigureKind {
  level,   ///< an amount, a stock, a count
  growth,  ///< percent on the same period a year before
  share,   ///< percent of the reporter's total
  rank,    ///< the partner's place among the reporter's partners, in each whole year of the period
};
std::string_view to_string(FigureKind kind);

struct Unit {
  FigureKind kind = FigureKind::level;
  int scale = 0;      ///< power of ten: million 6, 10 thousand 4
  std::string base;   ///< "USD", "percent", "count", "square metres" ...
  std::string basis;  ///< the currency in which a growth was computed; empty elsewhere
};

/// Nothing for a unit that nobody knows. Three capital letters pass for a currency; whether there is such a one is for
/// whoever has the register of currencies.
std::optional<Unit> parse_unit(std::string_view printed);
/// For messages: the units there are.
std::string known_units();
/// A number with its unit as English counts it, digit for digit: "4000", "100 million USD" -> "400.0 billion USD"; of
/// more than seven digits the first six.
std::string amount_in_english(std::string_view value, std::string_view unit);

/// How many of a currency another one costs, as printed: "per USD", "per 100 USD", "USD per", "per EUR".
struct RateUnit {
  std::string against;   ///< USD, EUR
  int scale = 0;         ///< power of ten to divide by: "per 100 USD" 2
  bool inverse = false;  ///< "USD per": how many dollars one unit of the currency costs
};
std::optional<RateUnit> parse_rate_unit(std::string_view printed);

}  // namespace tradewind
