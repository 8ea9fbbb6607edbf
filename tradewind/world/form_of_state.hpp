/// What texts call an economy by without its name: "the kingdom", "the sultanate", "the island".
#pragma once
#include <string_view>

#include "tradewind/world/economy.hpp"

namespace tradewind {

/// Whether an economy can be meant by a word that says what form of state or land it is ("kingdom", "sultanate",
/// "emirate", "republic", "island", "archipelago", "mainland", "continent"); true for words that say nothing of it
/// ("country", "nation"). Forms of state as in the United Nations' list of member states (official names), islands by
/// their land.
bool can_be_called(const EconomyCode& economy, std::string_view word);

}  // namespace tradewind
