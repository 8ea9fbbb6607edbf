#include "tradewind/world/form_of_state.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace tradewind {
namespace {

constexpr auto kingdoms =
    std::to_array<std::string_view>({"BEL", "BHR", "BTN", "DNK", "ESP", "GBR", "JOR", "KHM", "LSO", "MAR", "NLD", "NOR",
                                     "SAU", "SWE", "SWZ", "THA", "TON"});
// Monarchies that are called no kingdom, and no republic either.
constexpr auto other_monarchies = std::to_array<std::string_view>(
    {"AND", "ARE", "AUS", "BRN", "CAN", "JPN", "KWT", "LIE", "LUX", "MCO", "MYS", "NZL", "OMN", "PNG", "QAT"});
constexpr auto islands = std::to_array<std::string_view>(
    {"BHR", "BRB", "CUB", "CYP", "DOM", "FJI", "GBR", "HKG", "HTI", "IDN", "IRL", "ISL", "JAM", "JPN", "LKA",
     "MDG", "MDV", "MLT", "MUS", "NZL", "PHL", "PNG", "SGP", "SYC", "TLS", "TON", "TTO", "TWN", "VUT", "WSM"});

bool among(std::span<const std::string_view> codes, const EconomyCode& economy) {
  return std::ranges::find(codes, std::string_view(economy.text)) != codes.end();
}

}  // namespace

bool can_be_called(const EconomyCode& economy, std::string_view word) {
  if (word == "kingdom") return among(kingdoms, economy);
  if (word == "sultanate") return economy.text == "BRN" || economy.text == "OMN";
  if (word == "emirate" || word == "emirates")
    return economy.text == "ARE" || economy.text == "KWT" || economy.text == "QAT";
  if (word == "republic") return !among(kingdoms, economy) && !among(other_monarchies, economy);
  if (word == "island" || word == "archipelago") return among(islands, economy);
  if (word == "continent") return economy.text == "AFRICA";
  if (word == "mainland") return economy.text == "CHN";
  return true;
}

}  // namespace tradewind
