#include "tradewind/statements/hedges.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tradewind {
namespace {

// "the 10 billion dollar mark"
bool reaches_mark(const Phrase& p, std::size_t i) {
  for (std::size_t k = i; k < i + 6; ++k)
    if (p.is_any(k, "mark|threshold|level|milestone")) return true;
  return false;
}

}  // namespace

HedgeFound hedge_before(const Phrase& p, std::size_t i) {
  struct Words {
    std::string_view words;
    Hedge hedge;
    bool threshold;
  };
  static constexpr std::array<Words, 80> hedges = {{{"more than", Hedge::over, false},
                                                    {"over", Hedge::over, false},
                                                    {"above", Hedge::over, false},
                                                    {"exceeding", Hedge::over, true},
                                                    {"at least", Hedge::over, false},
                                                    {"no less than", Hedge::over, false},
                                                    {"not less than", Hedge::over, false},
                                                    {"upwards of", Hedge::over, false},
                                                    {"in excess of", Hedge::over, false},
                                                    {"beyond", Hedge::over, true},
                                                    {"surpassing", Hedge::over, true},
                                                    {"topping", Hedge::over, true},
                                                    {"exceeded", Hedge::over, true},
                                                    {"surpassed", Hedge::over, true},
                                                    {"topped", Hedge::over, true},
                                                    {"exceed", Hedge::over, true},
                                                    {"surpass", Hedge::over, true},
                                                    {"top", Hedge::over, true},
                                                    {"exceeds", Hedge::over, true},
                                                    {"surpasses", Hedge::over, true},
                                                    {"tops", Hedge::over, true},
                                                    {"passed", Hedge::over, true},
                                                    {"passes", Hedge::over, true},
                                                    {"crossed", Hedge::over, true},
                                                    {"cross", Hedge::over, true},
                                                    {"crosses", Hedge::over, true},
                                                    {"passing", Hedge::over, true},
                                                    {"crossing", Hedge::over, true},
                                                    {"broke through", Hedge::over, true},
                                                    {"breaking through", Hedge::over, true},
                                                    {"broken through", Hedge::over, true},
                                                    {"broke", Hedge::over, true},
                                                    {"breaking", Hedge::over, true},
                                                    {"breached", Hedge::over, true},
                                                    {"greater than", Hedge::over, false},
                                                    {"higher than", Hedge::over, false},
                                                    {"larger than", Hedge::over, false},
                                                    {"a little over", Hedge::over, false},
                                                    {"past", Hedge::over, true},
                                                    {"nearly", Hedge::under, false},
                                                    {"almost", Hedge::under, false},
                                                    {"close to", Hedge::under, false},
                                                    {"less than", Hedge::under, false},
                                                    {"under", Hedge::under, false},
                                                    {"below", Hedge::under, false},
                                                    {"fewer than", Hedge::under, false},
                                                    {"up to", Hedge::under, false},
                                                    {"as much as", Hedge::under, false},
                                                    {"as many as", Hedge::under, false},
                                                    {"not more than", Hedge::under, false},
                                                    {"no more than", Hedge::under, false},
                                                    {"just under", Hedge::under, false},
                                                    {"just shy of", Hedge::under, false},
                                                    {"at most", Hedge::under, false},
                                                    {"short of", Hedge::under, false},
                                                    {"nearing", Hedge::under, false},
                                                    {"approaching", Hedge::under, false},
                                                    {"approached", Hedge::under, false},
                                                    {"approaches", Hedge::under, false},
                                                    {"approach", Hedge::under, false},
                                                    {"neared", Hedge::under, false},
                                                    {"nears", Hedge::under, false},
                                                    {"about", Hedge::about, false},
                                                    {"around", Hedge::about, false},
                                                    {"approximately", Hedge::about, false},
                                                    {"roughly", Hedge::about, false},
                                                    {"some", Hedge::about, false},
                                                    {"an estimated", Hedge::about, false},
                                                    {"estimated", Hedge::about, false},
                                                    {"approx", Hedge::about, false},
                                                    {"circa", Hedge::about, false},
                                                    {"~", Hedge::about, false},
                                                    {"equivalent to", Hedge::none, false},
                                                    {"just over", Hedge::over, false},
                                                    {"well over", Hedge::over, false},
                                                    {"slightly over", Hedge::over, false},
                                                    {"slightly more than", Hedge::over, false},
                                                    {"slightly less than", Hedge::under, false},
                                                    {"as high as", Hedge::none, false},
                                                    {">", Hedge::over, false}}};
  std::size_t j = i;
  for (const auto article : {"the", "a", "record", "whopping"})
    if (p.ends_before(j, article)) --j;
  HedgeFound found{Hedge::none, false, i};
  std::size_t longest = 0;
  for (const auto& [words, hedge, threshold] : hedges) {
    if (!p.ends_before(j, words)) continue;
    const auto length = static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1;
    if (length <= longest) continue;
    // "grew over 2023" has no number behind; "than over" is none either. A noun phrase is not hedged by "top 10
    // partners".
    // "well below the 8.1 percent gain of April", "less than the $17 billion of last year", "exceeding the $7 billion
    // recorded in May": what it is compared with, not how exact it is.
    // "a train over the 2,200 km to Laos"
    if ((threshold || words == "below" || words == "above" || words == "over" || words.ends_with(" than")) &&
        p.is(j, "the") && !reaches_mark(p, i))
      continue;
    // "is less than $5 billion recorded a year ago"
    if (words.ends_with(" than") && p.can(j - length - 1, use::be) &&
        (p.is_any(i + 3, "recorded|registered|posted|logged") || p.is_any(i + 4, "recorded|registered|posted|logged")))
      continue;
    if (words.ends_with(" than") && j >= length + p.begin() + 1 &&
        p.is_any(j - length - 1, "percent|%|cent|pct|points|billion|million|dollars|yuan|times"))
      continue;
    // ", slightly below $5 billion in June"
    const std::size_t before = p.can(j - length - 1, use::adverb) ? j - length - 2 : j - length - 1;
    if ((words == "below" || words == "above") && j > length + 1 + p.begin() && p.is(before, ",")) continue;
    // "a growth of 24 percent over $30 billion": a base
    if (words == "over" && j >= 2 + p.begin() && p.is_any(j - 2, "percent|%|cent|pct")) continue;
    if (words == "up to" && j >= 3 &&
        ((p.can(j - 3, use::verb) && p.can(j - 3, use::direction | use::reach)) || p.is(j - 3, "revised")))
      continue;
    if (words == "top" && (j == p.begin() + 1 || p.is_any(j - 2, "the|'s|its|of|among"))) continue;
    longest = length;
    found = {hedge, threshold, j - length};
  }
  if (found.hedge == Hedge::under && p.ends_before(found.begin, "up")) return found;
  // "about" before "over": the outer word changes nothing. "up to 5" as the end of a growth ("up to" behind a verb)
  // stays.
  if (found.threshold && p.ends_before(found.begin, "not")) found = {Hedge::under, false, found.begin - 1};
  return found;
}

}  // namespace tradewind
