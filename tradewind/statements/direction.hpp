/// Up or down: "an increase of 9.7 percent", "fell by", "3 percent lower".
#pragma once
#include <cstddef>

#include "tradewind/statements/phrase.hpp"

namespace tradewind {

enum class Direction { none, up, down };

/// Of one word: "rose", "growth" and "up" are up.
Direction direction_of(const Phrase& phrase, std::size_t i);

struct DirectionFound {
  Direction direction = Direction::none;
  bool adjacent = false;  ///< right beside the figure ("up 5 percent", "5 percent growth")
  std::size_t end = 0;    ///< behind the direction's word, where it stands behind the figure; else 0
  bool amount = false;    ///< the figure is the change itself, not where it led ("rose by $5 billion", not "rose to")
};

/// The direction of the figure at tokens [begin, end), looking back no further than `from`.
DirectionFound direction_near(const Phrase& phrase, std::size_t from, std::size_t begin, std::size_t end);

}  // namespace tradewind
