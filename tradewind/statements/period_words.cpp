// Months, days, numbers and years in words.
#include "tradewind/statements/period_words.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

namespace tradewind {

int PeriodWords::months_of(const Period& period) {
  return (period.last_year() - period.first_year()) * 12 + static_cast<int>(month_of(period.last)) -
         static_cast<int>(month_of(period.first)) + 1;
}

bool PeriodWords::scale_word(std::size_t i) const {
  return p_.is_any(i,
                   "million|billion|trillion|percent|yuan|dollars|tons|tonnes|containers|companies|"
                   "exhibitors|km|kilometers|teus|trains");
}

PeriodWords::YearFound PeriodWords::year_after(std::size_t i, unsigned month, bool has_day) const {
  std::size_t j = i;
  if (p_.is(j, ",") && year_number(j + 1))
    ++j;
  else if (p_.is_any(j, "of|in"))
    ++j;
  const bool brackets = p_.is(j, "(");
  if (const auto fiscal = fiscal_at(brackets ? j + 1 : j); fiscal && (!brackets || p_.is(fiscal->end, ")")))
    return {fiscal->calendar.year_of_month(fiscal->begins, month), fiscal->end + (brackets ? 1 : 0), fiscal->assumed,
            fiscal->calendar.months(fiscal->begins, 1, 1).first};
  if (const auto year = year_number(j)) return {year, j + 1, false};
  if (const auto year = p_.is(j, "the") ? year_number(j + 1) : std::nullopt; year && p_.match(j + 2, "calendar year"))
    return {year, j + 4, false};
  if (const auto year = p_.is(j, "'") ? year_number(j + 1) : std::nullopt) return {year, j + 2, false};
  if (p_.is(j, "'") && p_.is_number(j + 1) && p_.word(j + 1).size() == 2)
    return {2000 + std::atoi(std::string(p_.word(j + 1)).c_str()), j + 2, false};
  if (const auto end = p_.match_any(j, "that year|the same year"); end && last_.known())
    return {last_.last_year(), end, false};
  const auto reference = reference_date();
  if (reference) {
    const int now = year_of(*reference);
    // "in the first eleven months of the year", told in January: of the one that is over
    if (const auto end = p_.match_any(j, "this year|the year|the current year"))
      return {p_.is(j, "the") && month > month_of(*reference) && !expected(i) && !has_day ? now - 1 : now, end, false};
    if (const auto end = p_.match_any(j, "last year|the previous year|the prior year")) return {now - 1, end, false};
    if (const auto end = p_.match(j, "next year")) return {now + 1, end, false};
    // The year named just before goes on ("In 2024, ... in December") when it is not the year of publication.
    const bool to_come = context_.year && *context_.year > now;
    // "Trade rose in 2022, they said ahead of a summit to be held in May"
    constexpr std::size_t near = 12;
    for (std::size_t k = i; k-- > p_.begin() && i - k < near && !has_day;)
      if (p_.match_any(k, "to be held|to take place|to be signed|to be launched"))
        return {month < month_of(*reference) ? now + 1 : now, i, true};
    if (context_.year && *context_.year != now && !has_day && (!to_come || expected(i)))
      return {context_.year, i, true};
    if (has_day) {
      const int apart = static_cast<int>(month) - static_cast<int>(month_of(*reference));
      return {apart > 6 ? now - 1 : apart < -6 ? now + 1 : now, i, true};
    }
    // "The fourth quarter might see exports fall": the one to come
    const bool to_be = p_.is_any(i, "will|might|could|should");
    // "They had forecast 9 percent, versus 5 percent in November": that one has been
    bool held_against = false;
    for (std::size_t k = i; k-- > p_.begin() && i - k < near && !held_against && !p_.is(k, ",");)
      held_against = p_.is_any(k, "versus|against|compared");
    return {month <= month_of(*reference) || to_be || (expected(i) && !held_against) ? now : now - 1, i, true};
  }
  if (context_.year) return {context_.year, i, true};
  return {std::nullopt, i, true};
}

bool PeriodWords::expected(std::size_t i) const {
  for (std::size_t k = i; k-- > p_.begin() && i - k < 16;)
    if ((p_.can(k, use::to_come) ||
         p_.is_any(k, "expect|expects|scheduled|forecasts|projection|projections|outlook|plan|hope")) &&
        !p_.is_any(k - 1, "than|as"))  // "The gap widened more than expected from December"
      return true;
  return false;
}

std::optional<int> PeriodWords::year_number(std::size_t i) const {
  if (!p_.is_number(i)) return std::nullopt;
  const std::string_view digits = p_.word(i);
  if (digits.size() != 4 || digits.find('.') != std::string_view::npos) return std::nullopt;
  const int year = std::atoi(std::string(digits).c_str());
  const auto& place = p_.token(i).place;
  if (year < 1900 || year > 2100 || place.end - place.begin != 4) return std::nullopt;
  if (p_.inside(i + 1) && p_.is(i + 1, "%")) return std::nullopt;
  return year;
}

std::optional<unsigned> PeriodWords::month_at(std::size_t i) const {
  if (!p_.capital(i) || !p_.is_word(i)) return std::nullopt;
  return month_word(p_.word(i));
}

bool PeriodWords::may_is_month(std::size_t i) const {
  return p_.is_number(i + 1) || p_.is_any(i + 1, ",|.|)|'s") || !p_.inside(i + 1) ||
         p_.ends_before_any(i,
                            "in|by|since|until|from|of|to|-|and|between|through|late|early|mid|end|last|this|for|"
                            "during|at|s");
}

std::optional<unsigned> PeriodWords::day_number(std::size_t i) const {
  if (!p_.inside(i)) return std::nullopt;
  const Token& token = p_.token(i);
  if (token.kind != TokenKind::number && token.kind != TokenKind::ordinal) return std::nullopt;
  if (token.text.size() > 2) return std::nullopt;
  const int day = std::atoi(token.text.c_str());
  if (day < 1 || day > 31) return std::nullopt;
  // "June 5 billion", "August 9.7%" and "in May 45 countries" are no days.
  if (scale_word(i + 1) || p_.is(i + 1, "%")) return std::nullopt;
  return static_cast<unsigned>(day);
}

std::optional<int> PeriodWords::small_number(std::size_t i) const {
  if (p_.can(i, use::number)) return number_word(p_.word(i));
  if (p_.is_number(i) && p_.word(i).size() <= 2) return std::atoi(std::string(p_.word(i)).c_str());
  return std::nullopt;
}

}  // namespace tradewind
