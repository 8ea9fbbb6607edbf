// "for 16 consecutive years", "four months in a row", "for the past five years".
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "tradewind/statements/ranks.hpp"

namespace tradewind {
namespace {

std::string unit_word(std::string_view word) {
  if (word.starts_with("year")) return "years";
  if (word.starts_with("month")) return "months";
  if (word.starts_with("quarter")) return "quarters";
  return {};
}

}  // namespace

std::vector<StreakMention> find_streaks(const Phrase& p) {
  std::vector<StreakMention> result;
  for (std::size_t i = p.begin(); i < p.end(); ++i) {
    StreakMention streak;
    streak.first = i;
    std::optional<int> number = number_word(p.word(i));
    std::size_t k = i + 1;
    if (number && *number >= 20 && p.is(k, "-") && number_word(p.word(k + 1))) {
      *number += *number_word(p.word(k + 1));
      k += 2;
    }
    if (p.is_number(i) && p.word(i).size() <= 3 && p.word(i).find('.') == std::string_view::npos)
      number = std::atoi(std::string(p.word(i)).c_str());
    if (!number) {
      number = ordinal_word(p.word(i));
      if (p.token(i).kind == TokenKind::ordinal) number = std::atoi(p.token(i).text.c_str());
    }
    if (!number) continue;
    k = p.skip_hyphen(k);
    const bool consecutive = p.is_any(k, {"consecutive", "straight", "successive", "uninterrupted", "continuous"});
    if (consecutive) ++k;
    streak.unit = unit_word(p.word(k));
    if (streak.unit.empty()) continue;
    ++k;
    if (!consecutive) {
      const auto row =
          p.match_any(k, {"in a row", "running", "in succession", "consecutively", "on the trot", "straight"});
      const bool before = p.ends_before_any(i, {"consecutively for", "consecutive"});
      // "China's top trading partner for the past five years": a streak only where it says so of a rank.
      const bool past = streak.unit == "years" && p.ends_before_any(i, {"for the past", "for the last", "over the past",
                                                                        "in the past", "over the last"});
      // "exports down for 10th month"
      const bool nth = p.token(i).kind == TokenKind::ordinal && p.ends_before_any(i, {"for", "for a", "for the"}) &&
                       !p.is_any(k, {"of", "in"}) && !row && !before;
      if (nth) {
        std::size_t verb = i;
        while (verb > p.begin() && p.is_any(verb - 1, {"for", "a", "the"})) --verb;
        if (!p.can(verb - 1, use::direction)) continue;
      }
      if (!row && !before && !past && !nth) continue;
      streak.of_rank_only = !row && !before;
      if (row) k = row;
    } else if (p.match(k, "in a row")) {
      k = p.match(k, "in a row");
    }
    streak.begin = i;
    while (streak.begin > p.begin() && p.is_any(streak.begin - 1, {"for", "the", "past", "last", "a", "over", "its"}))
      --streak.begin;
    streak.end = k;
    streak.number = {std::to_string(*number), 0, Hedge::none, true};
    if (p.ends_before_any(streak.first, {"more than", "over", "at least"})) streak.number.hedge = Hedge::over;
    result.push_back(streak);
    i = k - 1;
  }
  return result;
}

}  // namespace tradewind
