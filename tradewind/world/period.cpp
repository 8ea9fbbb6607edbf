#include "tradewind/world/period.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace tradewind {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::year;

Date first_day(int y, unsigned m) { return Date{year{y}, month{m}, day{1}}; }
Date last_day(int y, unsigned m) { return Date{year{y} / month{m} / last}; }
bool starts_month(const Date& date) { return date.day() == day{1}; }
bool ends_month(const Date& date) { return date == Date{date.year() / date.month() / last}; }
unsigned month_of(const Date& date) { return static_cast<unsigned>(date.month()); }
int year_of(const Date& date) { return static_cast<int>(date.year()); }

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

// One side of a span, or a period of its own: a year, half, quarter, month or day.
std::optional<Period> single(std::string_view text) {
  const auto y = number(text.substr(0, 4));
  if (!y || text.size() < 4) return std::nullopt;
  if (text.size() == 4) return Period::year(*y);
  if (text[4] != '-') return std::nullopt;
  const std::string_view rest = text.substr(5);
  if (rest == "H1" || rest == "H2") return Period::half(*y, static_cast<unsigned>(rest[1] - '0'));
  if (rest.size() == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4')
    return Period::quarter(*y, static_cast<unsigned>(rest[1] - '0'));
  if (rest.size() == 2) {
    const auto m = number(rest);
    if (!m || *m < 1 || *m > 12) return std::nullopt;
    return Period::month(*y, static_cast<unsigned>(*m));
  }
  if (const auto date = parse_date(text)) return Period::day(*date);
  return std::nullopt;
}

std::string day_in_words(const Date& date) {
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), month_name(month_of(date)), year_of(date));
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto y = number(iso.substr(0, 4)), m = number(iso.substr(5, 2)), d = number(iso.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const Date date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string to_string(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", year_of(date), month_of(date), static_cast<unsigned>(date.day()));
}

Period Period::year(int y) { return months(y, 1, 12); }
Period Period::half(int y, unsigned half) { return half == 1 ? months(y, 1, 6) : months(y, 7, 12); }
Period Period::quarter(int y, unsigned quarter) { return months(y, 3 * quarter - 2, 3 * quarter); }
Period Period::month(int y, unsigned m) { return months(y, m, m); }
Period Period::months(int y, unsigned from, unsigned to) { return {first_day(y, from), last_day(y, to), false}; }
Period Period::years(int from, int to) { return {first_day(from, 1), last_day(to, 12), false}; }
Period Period::up_to(const Period& end) { return {end.last, end.last, true}; }

std::optional<Period> Period::from_iso(std::string_view text) {
  if (text.starts_with("../")) {
    const auto end = single(text.substr(3));
    if (!end) return std::nullopt;
    return up_to(*end);
  }
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return single(text);
  const auto from = single(text.substr(0, slash)), to = single(text.substr(slash + 1));
  if (!from || !to || std::chrono::sys_days(to->last) < std::chrono::sys_days(from->first)) return std::nullopt;
  return Period{from->first, to->last, false};
}

bool Period::is_years() const {
  return known() && !open_start && first_year() < last_year() && *this == years(first_year(), last_year());
}
bool Period::is_year() const { return known() && !open_start && *this == year(first_year()); }

int Period::day_count() const {
  return static_cast<int>((std::chrono::sys_days(last) - std::chrono::sys_days(first)).count()) + 1;
}

Period Period::years_before(int count) const {
  const auto back = [count](const Date& date) {
    const Date moved{date.year() - std::chrono::years{count}, date.month(), date.day()};
    if (ends_month(date)) return Date{moved.year() / moved.month() / std::chrono::last};
    return moved;
  };
  return {back(first), back(last), open_start};
}

std::string to_string(const Period& period) {
  if (!period.known()) return {};
  const int y = year_of(period.last);
  const unsigned from = month_of(period.first), to = month_of(period.last);
  if (period.open_start) {
    if (period.last == last_day(y, 12)) return fmt::format("../{}", y);
    if (ends_month(period.last)) return fmt::format("../{:04}-{:02}", y, to);
    return "../" + to_string(period.last);
  }
  if (period.first == period.last) return to_string(period.last);
  if (!starts_month(period.first) || !ends_month(period.last))
    return to_string(period.first) + "/" + to_string(period.last);
  if (year_of(period.first) != y) {
    if (from == 1 && to == 12) return fmt::format("{}/{}", year_of(period.first), y);
    return fmt::format("{:04}-{:02}/{:04}-{:02}", year_of(period.first), from, y, to);
  }
  if (from == to) return fmt::format("{:04}-{:02}", y, to);
  if (from == 1 && to == 12) return fmt::format("{:04}", y);
  if (to - from == 5 && (from == 1 || from == 7)) return fmt::format("{}-H{}", y, from == 1 ? 1 : 2);
  if (to - from == 2 && from % 3 == 1) return fmt::format("{}-Q{}", y, to / 3);
  return fmt::format("{:04}-{:02}/{:04}-{:02}", y, from, y, to);
}

std::string in_words(const Period& period) {
  if (!period.known()) return "an unstated period";
  const int y = year_of(period.last);
  const unsigned from = month_of(period.first), to = month_of(period.last);
  if (period.open_start) {
    if (period.last == last_day(y, 12)) return fmt::format("up to {}", y);
    if (ends_month(period.last)) return fmt::format("up to {} {}", month_name(to), y);
    return "up to " + day_in_words(period.last);
  }
  if (period.first == period.last) return day_in_words(period.last);
  if (!starts_month(period.first) || !ends_month(period.last))
    return day_in_words(period.first) + " to " + day_in_words(period.last);
  if (year_of(period.first) != y) {
    if (from == 1 && to == 12) return fmt::format("{}-{}", year_of(period.first), y);
    return fmt::format("{} {} to {} {}", month_name(from), year_of(period.first), month_name(to), y);
  }
  if (from == to) return fmt::format("{} {}", month_name(to), y);
  if (from == 1 && to == 12) return fmt::format("{}", y);
  if (to - from == 5 && (from == 1 || from == 7))
    return fmt::format("{} half of {}", from == 1 ? "first" : "second", y);
  static constexpr std::array<std::string_view, 4> ordinals = {"first", "second", "third", "fourth"};
  if (to - from == 2 && from % 3 == 1) return fmt::format("{} quarter of {}", ordinals[to / 3 - 1], y);
  return fmt::format("{}-{} {}", month_name(from), month_name(to), y);
}

std::string_view month_name(unsigned m) {
  static constexpr std::array<std::string_view, 12> names = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
  return names.at(m - 1);
}

}  // namespace tradewind
