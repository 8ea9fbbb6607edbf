/// Words before a number that open an end of it: "more than", "nearly", "about", "exceeded".
#pragma once
#include "tradewind/statements/phrase.hpp"
#include "tradewind/world/quantity.hpp"

namespace tradewind {

struct HedgeFound {
  Hedge hedge = Hedge::none;
  bool threshold = false;  ///< it says that a mark was passed: "exceeded", "topped"
  std::size_t begin = 0;   ///< the first word of it, or the number itself
};

/// The longest hedge that ends right before token `i`.
HedgeFound hedge_before(const Phrase& phrase, std::size_t i);

}  // namespace tradewind
