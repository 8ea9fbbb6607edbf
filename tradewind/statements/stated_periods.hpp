/// Periods that are named by their own words, not by those before: "the first eight months of 2025", "H1", "FY25",
/// "January to August", "last year", "2020-2024".
#pragma once
#include "tradewind/statements/period_words.hpp"

namespace tradewind {

class StatedPeriods : protected PeriodWords {
 protected:
  using PeriodWords::PeriodWords;

  // A period in its own words, from its first word on.
  std::optional<Found> absolute(std::size_t i);

  // Months `from` to `to` of the fiscal year that the words at `i` name; of one that only "FY" or "the fiscal year"
  // stands for, the last that were over.
  std::optional<Found> fiscal_year_of(std::size_t i, unsigned from, unsigned to) const;

  // "in the second year of implementation", in a text on what has been in force since August 2020.
  std::optional<Found> year_of_what_began(std::size_t i) const;

  // "the first week of October", "the last week of March", "the first half of July"
  std::optional<Found> part_of_month(std::size_t i) const;

  // "2025-09-08"
  std::optional<Found> iso_date(std::size_t i) const;

  // "the first eight months of 2025", "the eight months to August", "the first 10 months", "the first three quarters".
  std::optional<Found> number_of_months(std::size_t i);

  std::optional<Found> year_begun(std::size_t i) const;

  // Behind brackets that only say a part of the year again: "the first half (1H) of 2024", "Q2 (April to June) 2015".
  std::optional<Found> months_in_short(std::size_t i) const;
  std::size_t behind_gloss(std::size_t i) const;

  // "the fastest rise in", "first fall in"
  bool superlative_before(std::size_t i) const;

  // "the four quarters to the end of Q2 2025": so many months that end then.
  static Period months_up_to(const Date& last, unsigned count);

  // "the first half of 2025", "H1 2025", "the third quarter", "Q3", "1H25", "first-half".
  std::optional<Found> part_of_year(std::size_t i);

  // "the fiscal first half": the last that was over.
  std::optional<Found> current_fiscal_year(unsigned from, unsigned to, std::size_t end) const;

  // "the first half", in a text that has spoken of a fiscal year's.
  Period fiscal_part_told(unsigned from, unsigned to) const;

  // "from January 1 to May 31", "between 1 April and 22 December of this financial year", "January 1-May 31".
  std::optional<Found> day_span(std::size_t i);

  struct DayOfMonth {
    unsigned month = 0, day = 0;
    std::size_t end = 0;
  };
  // "22 December", "December 22", "Dec. 22"
  std::optional<DayOfMonth> day_of_month(std::size_t i) const;

  // "January-August 2025", "from January to August", "between January and March", "the January-to-August period".
  std::optional<Found> month_span(std::size_t i);

  std::optional<Found> quarter_of_month(std::size_t i) const;
  // "August", "August 2025", "August 5", "Aug. 5, 2025", "5 August 2025", "September 17 to 21", "September 17-21".
  std::optional<Found> single_month(std::size_t i);

  Period since_january(int year, unsigned month) const;

  // "last year", "this year", "so far this year", "year to date", "last month".
  std::optional<Found> relative_year(std::size_t i);

  // "ten years ago", "a decade earlier": of a text on a month or a half, in these.
  std::optional<Found> years_ago(std::size_t i) const;

  // "2024", "2020-2024", "2010 to 2024", "fiscal 2024", "FY2024", "2024-25".
  std::optional<Found> plain_years(std::size_t i);

  // "2015-16 FY", "the 2022-23 fiscal year"
  std::size_t behind_fiscal(std::size_t i) const;

  // "the year ended June 2007", "the fiscal year ended on March 31", "the June 2016 year": the twelve months up to
  // then.
  std::optional<Found> year_ended(std::size_t i);
};

}  // namespace tradewind
