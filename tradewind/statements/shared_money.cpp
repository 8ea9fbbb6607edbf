#include "tradewind/statements/shared_money.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tradewind {
namespace {

// Each way of saying it, and one word for all that say the same.
constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"crown", "crown"},       {"crowns", "crown"},       {"dhs", "dirham"},     {"dinar", "dinar"},
    {"dinars", "dinar"},      {"dirham", "dirham"},      {"dirhams", "dirham"}, {"franc", "franc"},
    {"francs", "franc"},      {"koruna", "crown"},       {"korunas", "crown"},  {"krona", "crown"},
    {"krone", "crown"},       {"kroner", "crown"},       {"kronor", "crown"},   {"kronur", "crown"},
    {"peso", "peso"},         {"pesos", "peso"},         {"pound", "pound"},    {"pounds", "pound"},
    {"rial", "rial"},         {"rials", "rial"},         {"riyal", "rial"},     {"riyals", "rial"},
    {"rs", "rupee"},          {"rupee", "rupee"},        {"rupees", "rupee"},   {"sh", "shilling"},
    {"shilling", "shilling"}, {"shillings", "shilling"}, {"shs", "shilling"},
});
static_assert(std::ranges::is_sorted(names, {}, &std::pair<std::string_view, std::string_view>::first));

std::string_view kind_of(std::string_view word) {
  const auto* const found =
      std::ranges::lower_bound(names, word, {}, &std::pair<std::string_view, std::string_view>::first);
  return found != names.end() && found->first == word ? found->second : std::string_view();
}

}  // namespace

bool shared_money(std::string_view word) { return !kind_of(word).empty(); }

std::string_view own_money(std::string_view word, const EconomyCode& economy, const World& world) {
  const std::string_view kind = kind_of(word);
  if (kind.empty() || economy.empty()) return {};
  for (const auto& currency : world.currencies())
    if (std::ranges::find(currency.economies, economy) != currency.economies.end() &&
        kind_of(currency.name.substr(currency.name.rfind(' ') + 1)) == kind)
      return currency.code;
  return {};
}

}  // namespace tradewind
