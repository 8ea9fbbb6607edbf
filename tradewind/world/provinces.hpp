/// Provinces that texts name without their country: "Yunnan's trade with Laos".
#pragma once
#include <string_view>

#include "tradewind/world/economy.hpp"

namespace tradewind {

/// Whose province goes by this name, as it is written with its capital; empty for any other name. Those of China, as in
/// GB/T 2260, whose customs publish figures of their own; not Beijing, Tianjin, Shanghai and Chongqing, where texts are
/// written on all of China, nor Inner Mongolia, which takes two words.
EconomyCode country_of_province(std::string_view name);

}  // namespace tradewind
