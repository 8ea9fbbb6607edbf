/// The names that somebody may have meant.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tradewind {

/// How many letters must be put in, left out, changed or put the other way round with the next one (Damerau 1964).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// At most three of `names`, the nearest to `wanted` first, whether written large or small; none that shares less than
/// half its letters.
std::vector<std::string> nearest_names(std::string_view wanted, std::span<const std::string> names);

/// "Nearest: trade, trade_lag" for hints; empty when nothing is near.
std::string nearest_hint(std::string_view wanted, std::span<const std::string> names);

}  // namespace tradewind
