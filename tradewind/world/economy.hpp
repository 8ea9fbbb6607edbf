/// Who figures are about: economies, blocs with dated membership, currencies. The facts come from data/world;
/// nothing here knows a name by itself.
#pragma once
#include <algorithm>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/world/period.hpp"

namespace tradewind {

/// An economy (ISO 3166 alpha-3: "CHN"), a bloc ("ASEAN", "EU") or the whole world ("WLD").
struct EconomyCode {
  std::string text;

  bool empty() const { return text.empty(); }
  friend auto operator<=>(const EconomyCode&, const EconomyCode&) = default;
  friend bool operator==(const EconomyCode& a, const EconomyCode& b) {
    // Nearly all of them have three letters, of which the last tells most apart.
    return a.text.size() == b.text.size() && (a.text.empty() || (a.text.back() == b.text.back() && a.text == b.text));
  }
};
inline const EconomyCode world_total{"WLD"};

struct Economy {
  EconomyCode code;
  std::string name;
  std::vector<std::string> aliases, demonyms, capitals;
  std::string currency;              ///< ISO 4217
  std::vector<std::string> offices;  ///< who publishes its trade, by names that no other economy's office goes by
  /// Its provinces, states and cities that texts name without it, and that nothing else goes by: "Yunnan's trade".
  std::vector<std::string> provinces;
};

struct Bloc {
  EconomyCode code;
  std::string name;
  std::vector<std::string> aliases, demonyms;
  std::string kind;            ///< free_trade_area, union, forum, region ...
  bool ranked_as_one = false;  ///< customs statistics rank it among the partners, instead of its members (ASEAN, EU)
};

struct Membership {
  EconomyCode bloc, economy;
  Date from;
  std::optional<Date> to;  ///< last day; nothing while it lasts
};

/// An agreement, institution or event that figures and dates are about: "CAFTA", "RCEP", the China-ASEAN Expo.
struct Agreement {
  EconomyCode code;
  std::string name;
  std::vector<std::string> aliases;
  std::vector<EconomyCode> parties;
};

/// Whether a unit has the form of an ISO 4217 code: three capital letters.
constexpr bool is_currency_code(std::string_view unit) {
  return unit.size() == 3 && std::ranges::all_of(unit, [](char c) { return c >= 'A' && c <= 'Z'; });
}

struct Currency {
  std::string code;  ///< ISO 4217
  std::string name;
  std::vector<std::string> symbols, aliases;
  std::vector<EconomyCode> economies = {};  ///< where it is legal tender
};

}  // namespace tradewind
