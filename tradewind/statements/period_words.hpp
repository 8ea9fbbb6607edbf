/// The words of periods: months, days, numbers and years, and the year that is meant where the text leaves it out. What
/// the finder of periods stands on.
#pragma once
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "tradewind/statements/fiscal_phrase.hpp"
#include "tradewind/statements/period_phrase.hpp"

namespace tradewind {

class PeriodWords {
 protected:
  using sys_days = std::chrono::sys_days;

  PeriodWords(const Phrase& phrase, const PeriodContext& context) : p_(phrase), context_(context) {}

  static int year_of(const Date& date) { return static_cast<int>(date.year()); }
  static unsigned month_of(const Date& date) { return static_cast<unsigned>(date.month()); }
  static int days_of(const Period& period) {
    return static_cast<int>((sys_days(period.last) - sys_days(period.first)).count()) + 1;
  }
  static int months_of(const Period& period) {
    return (period.last_year() - period.first_year()) * 12 + static_cast<int>(month_of(period.last)) -
           static_cast<int>(month_of(period.first)) + 1;
  }

  // What has been read so far: a period and the token behind it.
  struct Found {
    Period period;
    std::size_t end = 0;
    bool year_assumed = false;
    std::optional<Date> fiscal_start = {};
  };

  bool scale_word(std::size_t i) const {
    return p_.is_any(i, {"million", "billion", "trillion", "percent", "yuan", "dollars", "tons", "tonnes", "containers",
                         "companies", "exhibitors", "km", "kilometers", "teus", "trains"});
  }

  struct YearFound {
    std::optional<int> year;
    std::size_t end = 0;
    bool assumed = false;
    std::optional<Date> fiscal_start = {};
  };

  // A year behind a part of it: "of 2025", ", 2025", "this year", "last year"; the year that fits when there is none.
  YearFound year_after(std::size_t i, unsigned month, bool has_day = false) {
    std::size_t j = i;
    if (p_.is(j, ",") && year_number(j + 1))
      ++j;
    else if (p_.is_any(j, {"of", "in"}))
      ++j;
    const bool brackets = p_.is(j, "(");
    if (const auto fiscal = fiscal_at(brackets ? j + 1 : j); fiscal && (!brackets || p_.is(fiscal->end, ")")))
      return {fiscal->calendar.year_of_month(fiscal->begins, month), fiscal->end + (brackets ? 1 : 0), fiscal->assumed,
              fiscal->calendar.months(fiscal->begins, 1, 1).first};
    if (const auto year = year_number(j)) return {year, j + 1, false};
    if (const auto year = p_.is(j, "'") ? year_number(j + 1) : std::nullopt) return {year, j + 2, false};
    if (p_.is(j, "'") && p_.is_number(j + 1) && p_.word(j + 1).size() == 2)
      return {2000 + std::atoi(std::string(p_.word(j + 1)).c_str()), j + 2, false};
    const auto reference = reference_date();
    if (reference) {
      const int now = year_of(*reference);
      if (const auto end = p_.match_any(j, {"this year", "the year", "the current year"})) return {now, end, false};
      if (const auto end = p_.match_any(j, {"last year", "the previous year", "the prior year"}))
        return {now - 1, end, false};
      if (const auto end = p_.match(j, "next year")) return {now + 1, end, false};
      // The year named just before goes on ("In 2024, ... in December") when it is not the year of publication.
      if (context_.year && *context_.year != now && !has_day) return {context_.year, i, true};
      if (has_day) {
        const int apart = static_cast<int>(month) - static_cast<int>(month_of(*reference));
        return {apart > 6 ? now - 1 : apart < -6 ? now + 1 : now, i, true};
      }
      return {month <= month_of(*reference) || expected(i) ? now : now - 1, i, true};
    }
    if (context_.year) return {context_.year, i, true};
    return {std::nullopt, i, true};
  }

  // "Traders expect ... in July": of the year to come.
  bool expected(std::size_t i) const {
    for (std::size_t k = i; k-- > p_.begin() && i - k < 16;)
      if (p_.is_any(k, {"will", "expect", "expects", "expected", "forecast", "would", "plans", "planned", "scheduled"}))
        return true;
    return false;
  }

  std::optional<Date> reference_date() const {
    if (context_.published) return context_.published;
    return std::nullopt;
  }

  std::optional<int> year_number(std::size_t i) const {
    if (!p_.is_number(i)) return std::nullopt;
    const std::string_view digits = p_.word(i);
    if (digits.size() != 4 || digits.find('.') != std::string_view::npos) return std::nullopt;
    const int year = std::atoi(std::string(digits).c_str());
    const auto& place = p_.token(i).place;
    if (year < 1900 || year > 2100 || place.end - place.begin != 4) return std::nullopt;
    if (p_.inside(i + 1) && p_.is(i + 1, "%")) return std::nullopt;
    return year;
  }

  std::optional<unsigned> month_at(std::size_t i) const {
    if (!p_.capital(i) || !p_.is_word(i)) return std::nullopt;
    return month_word(p_.word(i));
  }

  // "May" is a month, not a verb, behind a preposition or before a number.
  bool may_is_month(std::size_t i) const {
    return p_.is_number(i + 1) || p_.is(i + 1, ",") || p_.is(i + 1, ".") || p_.is(i + 1, ")") || !p_.inside(i + 1) ||
           p_.ends_before_any(
               i, {"in",   "by",    "since", "until", "from", "of",   "to",  "-",      "and", "between", "through",
                   "late", "early", "mid",   "end",   "last", "this", "for", "during", "at",  "s"});
  }

  std::optional<unsigned> day_number(std::size_t i) const {
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

  std::optional<int> small_number(std::size_t i) const {
    if (const auto word = number_word(p_.word(i))) return word;
    if (p_.is_number(i) && p_.word(i).size() <= 2) return std::atoi(std::string(p_.word(i)).c_str());
    return std::nullopt;
  }

  static Date date(int year, unsigned month, unsigned day) {
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  }

  std::optional<FiscalPhrase> fiscal_at(std::size_t i) const {
    return fiscal_year_at(p_, i, context_.fiscal, context_.published);
  }

  const Phrase& p_;
  PeriodContext context_;
};

}  // namespace tradewind
