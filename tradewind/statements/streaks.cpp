// "for 16 consecutive years", "four months in a row", "a fourth monthly decline in a row", "the 38th in as many
// months".
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "tradewind/statements/ranks.hpp"

namespace tradewind {
namespace {

class StreakFinder {
 public:
  explicit StreakFinder(const Phrase& phrase) : p_(phrase) {}

  std::vector<StreakMention> run() {
    std::vector<StreakMention> result;
    for (std::size_t i = p_.begin(); i < p_.end(); ++i)
      if (auto streak = at(i)) {
        i = streak->end - 1;
        result.push_back(std::move(*streak));
      }
    return result;
  }

 private:
  std::optional<StreakMention> at(std::size_t i) {
    if (p_.is_word(i) && !p_.can(i, use::number | use::ordinal | use::ranked) && !p_.is(i, "a")) return std::nullopt;
    const auto number = number_at(i);
    if (!number) return std::nullopt;
    StreakMention streak;
    streak.first = i;
    const bool found = consecutive(streak) || of_time(streak) || (ordinal_ && of_something(streak)) || nth(streak) ||
                       long_since(streak);
    if (!found) return std::nullopt;
    streak.begin = i;
    while (streak.begin > p_.begin() && p_.is_any(streak.begin - 1, "for|the|past|last|a|over|its")) --streak.begin;
    streak.number = {std::to_string(*number * (decades_ ? 10 : 1)), 0, Hedge::none, true};
    if (p_.ends_before_any(streak.first, "more than|over|at least")) streak.number.hedge = Hedge::over;
    return streak;
  }

  // "four", "twenty-two", "16", "third", "38th", "a" of "a decade": its value; `behind_` is set behind it.
  std::optional<int> number_at(std::size_t i) {
    ordinal_ = decades_ = false;
    behind_ = i + 1;
    std::optional<int> number = number_word(p_.word(i));
    if (number && *number >= 20 && p_.is(behind_, "-") && number_word(p_.word(behind_ + 1))) {
      *number += *number_word(p_.word(behind_ + 1));
      behind_ += 2;
    }
    constexpr std::size_t most_digits = 3;  // "the 2,147,483,648th" counts nothing that goes on
    const bool short_enough = p_.word(i).size() <= most_digits;
    if (p_.is_number(i) && short_enough && p_.word(i).find('.') == std::string_view::npos)
      number = std::atoi(std::string(p_.word(i)).c_str());
    if (!number) {
      number = ordinal_word(p_.word(i));
      if (short_enough && p_.inside(i) && p_.token(i).kind == TokenKind::ordinal)
        number = std::atoi(p_.token(i).text.c_str());
      ordinal_ = number.has_value();
    }
    if (!number && p_.is(i, "a") && p_.is(i + 1, "decade")) number = 1;
    behind_ = p_.skip_hyphen(behind_);
    return number;
  }

  // "year", "fiscal years", "decades": the unit that it counts, and what stands behind; empty for another word.
  std::string unit_at(std::size_t& k) {
    if (p_.is_any(k, "fiscal|calendar|financial|full")) ++k;
    const std::string_view word = p_.word(k);
    decades_ = word.starts_with("decade");
    std::string unit = word == "year" || word == "years" || decades_ ? "years"
                       : word == "month" || word == "months"         ? "months"
                       : word == "quarter" || word == "quarters"     ? "quarters"
                                                                     : "";
    if (!unit.empty()) ++k;
    return unit;
  }

  std::size_t in_a_row(std::size_t k) const {
    return p_.match_any(k,
                        "in a row|running|in succession|consecutively|on the trot|straight|on end|"
                        "without a break|without interruption|without a pause");
  }

  bool unbroken(std::size_t k) const {
    return p_.is_any(k, "consecutive|straight|successive|uninterrupted|continuous|unbroken");
  }

  // "16 consecutive years", "the fifth straight monthly rise", "the third successive surplus"
  bool consecutive(StreakMention& streak) {
    std::size_t k = behind_;
    if (!unbroken(k)) return false;
    ++k;
    streak.unit = unit_at(k);
    if (streak.unit.empty()) {
      if (!ordinal_) return false;
      streak.unit = unit_of_each(k);
      // "a second consecutive monthly double-digit drop"
      while (p_.can(k, use::adjective) || p_.is_any(k, "double|triple|digit|-")) ++k;
      // "a seventh straight trade surplus": which is a measure
      if (const auto balance = p_.match_any(k, "trade|current account"); balance && a_movement(balance)) {
        streak.end = k;
        return true;
      }
      if (!a_movement(k)) return false;
      ++k;
    }
    const auto row = p_.match(k, "in a row");
    streak.end = row ? row : k;
    return true;
  }

  // "four months in a row", "the sixth year running", "the eighth month of decline in a row", "nine months of
  // uninterrupted growth"
  bool of_time(StreakMention& streak) {
    std::size_t k = behind_;
    streak.unit = unit_at(k);
    if (streak.unit.empty()) return false;
    streak.end = k;
    if (p_.ends_before_any(streak.first, "consecutively for|consecutive")) return true;
    if (p_.is(k, "of") && (unbroken(k + 1) || (!ordinal_ && a_movement(k + 1)))) return true;
    if (ordinal_ && p_.is(k, "of"))
      for (std::size_t j = k + 1; j < k + 4 && p_.is_word(j); ++j)
        if (const auto row = in_a_row(j)) k = j;
    if (const auto row = in_a_row(k)) {
      streak.end = row;
      return true;
    }
    // "have declined for 14 months"
    const std::size_t verb = streak.first - 2;
    return !ordinal_ && p_.is(streak.first - 1, "for") && p_.can(verb, use::direction) && p_.can(verb, use::verb);
  }

  // "a fourth monthly decline in a row", "the seventh in a row", "the 38th in as many months": of what the clause is
  // about, in the time that its figures are of where the words do not say.
  bool of_something(StreakMention& streak) {
    std::size_t k = behind_;
    streak.unit = unit_of_each(k);
    // "to a 14th monthly gain"
    if (streak.unit == "months" && ordinal_ && !p_.is(streak.first, "first") && a_movement(k)) {
      streak.end = k + 1;
      return true;
    }
    for (int words = 0; words < 3; ++words, ++k) {
      if (const auto row = p_.match_any(k, "in a row|running|in succession|on the trot")) {
        streak.end = row;
        return !p_.is(streak.first, "first");
      }
      if (auto many = p_.match(k, "in as many")) {
        streak.unit = unit_at(many);
        streak.end = many;
        return !streak.unit.empty();
      }
      if (!p_.is_word(k) || p_.can(k, use::preposition | use::determiner | use::conjunction | use::auxiliary))
        return false;
    }
    return false;
  }

  // "fell for a tenth month", "extended their run to a fifth month": the nth of those that go the same way.
  bool nth(StreakMention& streak) {
    std::size_t k = behind_;
    if (!ordinal_ || p_.is(streak.first, "first")) return false;
    streak.unit = unit_at(k);
    if (streak.unit.empty() || p_.is_any(k, "of|in a row")) return false;
    std::size_t before = streak.first;
    const bool one_more = p_.is(before - 1, "a");
    while (before > p_.begin() && p_.is_any(before - 1, "for|a|the")) --before;
    if (before == streak.first || (streak.unit == "quarters" && !one_more)) return false;
    streak.end = k;
    // "set a record for the sixth year", "passed the $1 billion mark for the third year"
    // "a surplus for the ninth month", "stagnate for the third year"
    if (p_.is(before, "for") &&
        (p_.is_any(before - 1, "record|records|mark|high|highs|target|stagnate|stagnated") || a_movement(before - 1)))
      return true;
    if (p_.can(before - 1, use::direction)) return one_more || p_.is(before, "for");
    // "was the top supplier for a third month"
    if (one_more && p_.is(before, "for") && p_.is(before + 1, "a")) return true;
    if (!one_more || !p_.is(before - 1, "to")) return false;
    for (std::size_t j = before - 1; j-- > p_.begin() && before - j < 12;)
      if (p_.is_any(j, "run|streak|string|series")) return true;
    return false;
  }

  // "China's top trading partner for the past five years", "for 15 years": a streak only where it says so of a rank.
  bool long_since(StreakMention& streak) {
    std::size_t k = behind_;
    if (p_.is(streak.first, "a")) k = streak.first + 1;
    streak.unit = unit_at(k);
    streak.end = k;
    // "has had a trade surplus for the last four years", "a deficit in each of the past four years"
    streak.of_rank_only = true;
    if (!ordinal_ && streak.unit == "years" && p_.is_any(streak.first - 1, "last|past")) {
      const std::size_t back = p_.ends_before(streak.first - 1, "in each of the") ? 6 : 4;
      const bool said = back == 6 || p_.ends_before(streak.first - 1, "for the");
      streak.of_rank_only = !said || !p_.is_any(streak.first - back, "surplus|deficit");
      if (!streak.of_rank_only) return true;
    }
    if (ordinal_) return streak.unit == "years" && p_.ends_before(streak.first, "for");  // "top partner for 10th year"
    return streak.unit == "years" && !p_.is_any(k, "of|from|-") &&
           p_.ends_before_any(streak.first,
                              "for the past|for the last|over the past|in the past|over the last|for|for more than|"
                              "for over");
  }

  // "monthly", "annual", "yearly", "quarterly": the unit, and the word behind.
  std::string unit_of_each(std::size_t& k) const {
    const std::string_view unit = p_.is(k, "monthly")             ? "months"
                                  : p_.is_any(k, "annual|yearly") ? "years"
                                  : p_.is(k, "quarterly")         ? "quarters"
                                                                  : "";
    if (!unit.empty()) ++k;
    return std::string(unit);
  }

  // "rise", "surplus", "gain": what can come one after another.
  bool a_movement(std::size_t k) const {
    return p_.can(k, use::change_noun) || p_.is_any(k, "surplus|deficit|record|surpluses|deficits|growth");
  }

  const Phrase& p_;
  std::size_t behind_ = 0;
  bool ordinal_ = false, decades_ = false;
};

}  // namespace

std::vector<StreakMention> find_streaks(const Phrase& p) { return StreakFinder(p).run(); }

}  // namespace tradewind
