/// The stretch of time that a figure is about: a year, half, quarter, month, year to date, day,
/// or everything up to a moment (stocks and cumulative sums).
///
/// Written as ISO 8601 writes it, and as the ledger's tables do:
///     2024   2024-H1   2024-Q3   2024-08   2024-01/2024-08   2025-09-17/2025-09-21   2025-09-08   ../2025-07
#pragma once
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tradewind {

using Date = std::chrono::year_month_day;

/// "2025-09-08" -> date; nothing when it is not one.
std::optional<Date> parse_date(std::string_view iso);
std::string to_string(const Date& date);

/// A period is its first and its last day. `open_start` is a sum since the beginning, up to the last day.
struct Period {
  Date first{};
  Date last{};
  bool open_start = false;

  static Period year(int year);
  static Period half(int year, unsigned half);
  static Period quarter(int year, unsigned quarter);
  static Period month(int year, unsigned month);
  /// From the first day of month `from` to the last day of month `to` of the same year.
  static Period months(int year, unsigned from, unsigned to);
  static Period year_to_date(int year, unsigned month) { return months(year, 1, month); }
  static Period years(int from, int to);
  static Period day(Date day) { return {day, day, false}; }
  static Period days(Date from, Date to) { return {from, to, false}; }
  static Period up_to(const Period& end);
  /// The inverse of to_string.
  static std::optional<Period> from_iso(std::string_view text);

  bool known() const { return last.ok(); }
  bool is_year() const;
  /// Several whole years.
  bool is_years() const;
  int first_year() const { return static_cast<int>(first.year()); }
  int last_year() const { return static_cast<int>(last.year()); }
  /// From the first day to the last one, both counted.
  int day_count() const;
  /// The same period `count` years before, as growth rates compare it.
  Period years_before(int count) const;

  friend bool operator==(const Period&, const Period&) = default;
};

/// ISO form; empty for an unknown period.
std::string to_string(const Period& period);
/// For people: "January-August 2025", "first half of 2024", "8 September 2025", "up to July 2025".
std::string in_words(const Period& period);
/// The English name of a month, 1 to 12.
std::string_view month_name(unsigned month);

}  // namespace tradewind
