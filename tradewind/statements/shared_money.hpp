/// Which money a name is that several economies' have: "80 billion kroner" of Norway's exports or of Denmark's, "Rs 1.3
/// trillion" of Pakistan's. It is that of the economy that the text is about.
#pragma once
#include <string_view>

#include "tradewind/world/world.hpp"

namespace tradewind {

/// True for a bare name of money that more than one economy has: "pesos", "rupees", "Rs", "kroner", "crowns".
bool shared_money(std::string_view word);

/// The ISO code of the economy's own money where it goes by this name ("pesos": MXN of Mexico); empty where it does
/// not.
std::string_view own_money(std::string_view word, const EconomyCode& economy, const World& world);

}  // namespace tradewind
