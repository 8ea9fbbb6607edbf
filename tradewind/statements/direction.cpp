#include "tradewind/statements/direction.hpp"

namespace tradewind {

Direction direction_of(const Phrase& p, std::size_t i) {
  if (p.can(i, use::up)) return Direction::up;
  if (p.can(i, use::down)) return Direction::down;
  if (p.is(i, "contract") && (p.is_any(i - 1, "to|will|would|may|could|might") || p.is(i + 1, "by")))
    return Direction::down;
  return Direction::none;
}

namespace {

// "made up", "took up", "summed up", "notched up", "moved up to second place": no growth.
bool is_idiom_of_up(const Phrase& p, std::size_t up) {
  if (p.ends_before(up, "runner -") || p.ends_before(up, "runner")) return true;
  return p.is_any(
      up - 1,
      "made|make|makes|making|took|take|takes|taking|sum|sums|summed|move|moved|moves|set|"
      "opened|opening|taken|adds|added|notch|notched|notching|rack|racked|racking|chalk|chalked|chalking|ran");
}

}  // namespace

DirectionFound direction_near(const Phrase& p, std::size_t from, std::size_t begin, std::size_t end) {
  DirectionFound found;
  // Words between the direction and its figure in an amount: "an increase of about", "rose by", "up some".
  std::size_t distance = 0;
  for (std::size_t i = begin; i-- > from;) {
    if (++distance > 14 || p.is_any(i, ";|while|whereas")) break;
    Direction direction = direction_of(p, i);
    // "exports were off 3.7 percent", "a plus of 3 percent"
    if (p.is(i, "off") && i + 1 == begin) direction = Direction::down;
    if (p.is(i, "plus") && p.is(i + 1, "of")) direction = Direction::up;
    if (direction == Direction::none) continue;
    if (p.is(i, "up") && is_idiom_of_up(p, i)) continue;
    if (p.is_any(i, "edged|edging") && p.is(i + 1, "out")) continue;  // "edging out Chile at 4 percent"
    // "more than triple the $32 billion": no change, but what it is a multiple of
    if (p.is_any(i, "double|triple|quadruple") && p.is_any(i + 1, "the|that|what|those|its")) continue;
    // "edged down", "up from", "slowed": the word behind decides; "growth" beside a verb of its own does not.
    if ((p.is(i, "edged") || p.is(i, "inched") || p.is(i, "picked")) && direction_of(p, i + 1) != Direction::none)
      direction = direction_of(p, i + 1);
    if (p.is_any(i, "higher|lower|wider|narrower") && p.is(i + 1, "than")) continue;
    // "was worth a slightly higher $5 billion": so much, not by so much
    if (p.is_any(i, "higher|lower|larger|smaller") && i + 1 == begin &&
        p.is_any(p.can(i - 1, use::adverb) ? i - 2 : i - 1, "a|an"))
      continue;
    if (p.is(i, "growth") && p.ends_before_any(i, "negative|negative annual")) direction = Direction::down;
    // "cut export growth by 2 points", "lifted growth by 3 points": what is done to it
    if (p.is(i, "growth") && p.is(i + 1, "by"))
      for (std::size_t j = i; j-- > from && j + 6 > i;)
        if (p.can(j, use::verb) && direction_of(p, j) != Direction::none) {
          direction = direction_of(p, j);
          break;
        }
    found.direction = direction;
    // "down from 5 percent": the figure is where it came from.
    bool to = false, amount = true;
    for (std::size_t j = i + 1; j < begin; ++j) {
      if (p.is_any(j, "to|at|from|reaching|reached|hit|hitting|worth|stood|totaled|totalled|total|with|until"))
        to = true;
      if (!p.is_any(j,
                    "by|of|about|a|an|the|around|nearly|another|over|more|than|some|further|roughly|"
                    "approximately|most|,|largest"))
        amount = false;
    }
    if (p.is(begin - 1, "by")) amount = true, to = false;  // "increased from 2010 by $209 billion"
    found.amount = amount && !to;
    found.adjacent = begin - i <= 3;
    break;
  }
  if ((found.adjacent || p.is(begin - 1, "by")) && found.amount) return found;
  // "an increase in the goods deficit of $3.0 billion to $83.9 billion"
  // ... but not "a fall in imports led to a surplus of $3 billion"
  if (p.is(begin - 1, "of") && begin > from + 3)
    for (std::size_t i = begin - 1; i-- > from && begin - i < 12 && !p.is_any(i, "led|resulted|brought|produced");)
      if (direction_of(p, i) != Direction::none && p.is(i + 1, "in") &&
          p.is_any(i - 1, "a|an|the|sharp|slight|further|strong"))
        return {direction_of(p, i), true, 0, true};
  // "9.7 percent increase", "5 percent higher", "a 3 percent year-on-year growth".
  std::size_t i = end;
  // "a $5 billion, or 41 percent, plunge in exports", "a $2 million – 1.7% – increase in them"
  std::size_t aside = p.is_any(i, ",|(|-|--") ? i + 1 : i;
  if (aside > i && p.is(aside, "or")) ++aside;
  if (p.is_number(aside) && p.is_any(aside + 1, "%|percent")) aside += 2;
  if (aside > i + 1 && p.is_any(aside, ",|)|-|--")) ++aside;
  if (aside > i + 1 && direction_of(p, aside) != Direction::none && p.is_any(aside + 1, "in|of"))
    return {direction_of(p, aside), true, aside + 1, true};
  if (p.is_any(i, ",|-|--") && p.is_any(begin - 1, "or|-|--") && direction_of(p, i + 1) != Direction::none &&
      p.is_any(i + 2, "in|of"))
    return {direction_of(p, i + 1), true, i + 2, true};
  if (p.is(i, "(") && p.is_number(i + 1) && p.is_any(i + 2, "%|percent") && p.is(i + 3, ")")) i += 4;
  for (int skipped = 0; skipped < 8 && p.inside(i); ++skipped, ++i) {
    if (p.is_any(i,
                 ",|.|;|:|and|in|to|of|from|(|while|whereas|is|was|are|were|but|as|with|--|after|following|"
                 "before|at|than|or"))
      break;
    // "$21 billion – a growth rate of 9 percent", but "9 percent – an increase of some size"
    if (p.is(i, "-") && p.token(i).space_before) {
      std::size_t next = i;
      while (p.inside(next) && next < i + 8 && !p.is_number(next) && !p.is_any(next, ".|,|;")) ++next;
      if (p.is_number(next)) break;
    }
    if (p.is(i, "on") && !p.is(i + 1, "-") && !p.is(i + 1, "year")) break;
    // "was $22 billion registering a growth of 5 percent"
    // "reached $30 billion by rising 5 percent"
    if (p.is(i, "by") && p.can(i + 1, use::gerund)) break;
    if (p.can(i, use::gerund) && p.can(i, use::hold | use::compose) && !p.can(i, use::direction)) break;
    // "reached $5 billion increasing over the year before"
    if (skipped == 0 && p.can(i, use::gerund) && p.is_any(i + 1, "over|from|on|against|compared|by")) break;
    // "5.2 percent more than a year before"
    if (skipped == 0 && p.is_any(i, "more|larger|bigger|greater|wider|better"))
      return {Direction::up, true, i + 1, true};
    if (skipped == 0 && p.is_any(i, "less|fewer|smaller|narrower|worse")) return {Direction::down, true, i + 1, true};
    const Direction direction = direction_of(p, i);
    if (direction == Direction::none) continue;
    // "12 percent up from 2004", "in volume they were 1 percent down."; "5 percent up" of what follows
    const bool ends = !p.inside(i + 1) || p.is_any(i + 1, ",|.|;|)");
    if (p.is_any(i, "up|down") && !(skipped == 0 && (ends || p.is_any(i + 1, "from|on|compared|over|against|year"))))
      break;
    return {direction, true, i + 1, true};
  }
  return found;
}

}  // namespace tradewind
