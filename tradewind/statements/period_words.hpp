/// The words of periods: months, days, numbers and years, and the year that is meant where the text leaves it out. What
/// the finder of periods stands on.
#pragma once
#include <optional>

#include "tradewind/statements/fiscal_phrase.hpp"
#include "tradewind/statements/period_phrase.hpp"

namespace tradewind {

class PeriodWords {
 protected:
  using sys_days = std::chrono::sys_days;

  PeriodWords(const Phrase& phrase, const PeriodContext& context) : p_(phrase), context_(context) {}

  static int year_of(const Date& date) { return static_cast<int>(date.year()); }
  static unsigned month_of(const Date& date) { return static_cast<unsigned>(date.month()); }
  static int months_of(const Period& period);

  // What has been read so far: a period and the token behind it.
  struct Found {
    Period period;
    std::size_t end = 0;
    bool year_assumed = false;
    std::optional<Date> fiscal_start = {};
  };

  bool scale_word(std::size_t i) const;

  struct YearFound {
    std::optional<int> year;
    std::size_t end = 0;
    bool assumed = false;
    std::optional<Date> fiscal_start = {};
  };

  // A year behind a part of it: "of 2025", ", 2025", "this year", "last year"; the year that fits when there is none.
  YearFound year_after(std::size_t i, unsigned month, bool has_day = false) const;

  // "Traders expect ... in July": of the year to come.
  bool expected(std::size_t i) const;

  std::optional<Date> reference_date() const {
    if (context_.published) return context_.published;
    return std::nullopt;
  }

  std::optional<int> year_number(std::size_t i) const;

  std::optional<unsigned> month_at(std::size_t i) const;

  // "May" is a month, not a verb, behind a preposition or before a number.
  bool may_is_month(std::size_t i) const;

  std::optional<unsigned> day_number(std::size_t i) const;

  std::optional<int> small_number(std::size_t i) const;

  static Date date(int year, unsigned month, unsigned day) {
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  }

  std::optional<FiscalPhrase> fiscal_at(std::size_t i) const {
    return fiscal_year_at(p_, i, context_.fiscal, context_.fiscal_months, context_.published);
  }

  const Phrase& p_;
  PeriodContext context_;
  Period last_;  // of the last mention in this sentence
};

}  // namespace tradewind
