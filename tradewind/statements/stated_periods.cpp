// Periods in their own words, longest first.
#include "tradewind/statements/stated_periods.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

namespace tradewind {

std::optional<StatedPeriods::Found> StatedPeriods::absolute(std::size_t i) {
  if (auto found = year_ended(i)) return found;
  if (auto found = fiscal_year_of(i, 1, 12)) return found;
  if (auto found = year_of_what_began(i)) return found;
  if (auto found = number_of_months(i)) return found;
  if (auto found = part_of_year(i)) return found;
  if (auto found = week_of_month(i)) return found;
  if (auto found = day_span(i)) return found;
  if (auto found = month_span(i)) return found;
  if (auto found = single_month(i)) return found;
  if (auto found = relative_year(i)) return found;
  if (auto found = iso_date(i)) return found;
  if (auto found = plain_years(i)) return found;
  return std::nullopt;
}

std::optional<StatedPeriods::Found> StatedPeriods::fiscal_year_of(std::size_t i, unsigned from, unsigned to) const {
  const auto year = fiscal_at(p_.is_any(i, {"of", "in", "during", "for"}) ? i + 1 : i);
  if (!year || (year->open && from == 1 && to == 12)) return std::nullopt;
  Period period = year->calendar.months(year->begins, from, to);
  // "$648 million this FY", of a text on its first months
  const Period& now = context_.period;
  if (year->assumed && to - from == 11 && now.known() && sys_days(period.last) > sys_days(*context_.published) &&
      !now.open_start && sys_days(now.first) >= sys_days(period.first) && sys_days(now.last) <= sys_days(period.last))
    return Found{now, year->end, true};
  if (year->open && sys_days(period.last) > sys_days(*context_.published))
    period = year->calendar.months(year->begins - 1, from, to);
  return Found{period, year->end, year->assumed};
}

std::optional<StatedPeriods::Found> StatedPeriods::year_of_what_began(std::size_t i) const {
  const auto nth = p_.is(i, "the") && context_.began ? ordinal_word(p_.word(i + 1)) : std::nullopt;
  if (!nth || !p_.is(i + 2, "year") || !p_.ends_before_any(i, {"in", "during", "over", "for"})) return std::nullopt;
  if (!p_.is_any(i + 3, {"of", "since", "after", ",", "following"})) return std::nullopt;
  const Date first = *context_.began + std::chrono::years{*nth - 1};
  const Date last{sys_days(first + std::chrono::years{1}) - std::chrono::days{1}};
  return Found{Period::days(first, last), i + 3, false};
}

std::optional<StatedPeriods::Found> StatedPeriods::week_of_month(std::size_t i) const {
  const std::size_t j = p_.skip_the(i);
  const auto nth = ordinal_word(p_.word(j));
  const auto month =
      (nth || p_.is(j, "last")) && p_.is(j + 1, "week") && p_.is(j + 2, "of") ? month_at(j + 3) : std::nullopt;
  if (!month || nth.value_or(1) > 4) return std::nullopt;
  const auto [year, end, assumed, fiscal] = year_after(j + 4, *month);
  if (!year) return std::nullopt;
  const auto last_day = static_cast<unsigned>(Period::month(*year, *month).last.day());
  const unsigned last = nth ? static_cast<unsigned>(*nth) * 7 : last_day;
  return Found{Period::days(date(*year, *month, last - 6), date(*year, *month, last)), end, assumed};
}

std::optional<StatedPeriods::Found> StatedPeriods::iso_date(std::size_t i) const {
  if (!year_number(i) || !p_.is(i + 1, "-") || !p_.is_number(i + 2) || !p_.is(i + 3, "-") || !p_.is_number(i + 4) ||
      p_.token(i + 2).space_before)
    return std::nullopt;
  const auto day =
      parse_date(std::string(p_.word(i)) + "-" + std::string(p_.word(i + 2)) + "-" + std::string(p_.word(i + 4)));
  if (!day) return std::nullopt;
  return Found{Period::day(*day), i + 5, false};
}

std::optional<StatedPeriods::Found> StatedPeriods::number_of_months(std::size_t i) {
  std::size_t j = p_.skip_the(i);
  bool first = p_.is_any(j, {"first", "past", "last"});
  const bool past = first && !p_.is(j, "first");
  if (first) ++j;
  const auto count = small_number(j);
  if (!count) return std::nullopt;
  std::size_t k = p_.skip_hyphen(j + 1);
  // "Over the last 12 months"
  if (past && p_.is(k, "months") && *count > 2 && p_.ends_before_any(i, {"over", "during"}) && context_.published &&
      !p_.is_any(k + 1, {"of", "to", "this"})) {
    const Period& now = context_.period;
    const auto month = context_.published->year() / context_.published->month() - std::chrono::months{1};
    const Period whole = Period::month(static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
    const Date last = now.known() && !now.open_start ? now.last : whole.last;
    return Found{months_up_to(last, static_cast<unsigned>(*count)), k + 1, true};
  }
  // "the past eight months of the year"
  if (past && !p_.match_any(k + 1, {"of the year", "of this year", "this year"})) return std::nullopt;
  // "the first 20 days of November", or "the 20 days" after these
  const Period& before = context_.period;
  const bool as_before = before.known() && !before.open_start && before.day_count() == *count;
  const std::size_t this_month = p_.match_any(k + 1, {"of this month", "of the month"});
  if (first && p_.is(k, "days") && this_month && context_.published && *count >= 2 && *count <= 28) {
    const int year = year_of(*context_.published);
    const unsigned month = month_of(*context_.published);
    return Found{Period::days(date(year, month, 1), date(year, month, static_cast<unsigned>(*count))), this_month,
                 true};
  }
  if ((first || as_before) && p_.is(k, "days") && p_.is_any(k + 1, {"of", "in"}) && month_at(k + 2)) {
    const unsigned month = *month_at(k + 2);
    const auto [year, end, assumed, fiscal] = year_after(k + 3, month);
    if (!year || *count < 2 || *count > 31) return std::nullopt;
    const Date from = date(*year, month, 1), to = date(*year, month, static_cast<unsigned>(*count));
    if (!to.ok()) return std::nullopt;
    return Found{Period::days(from, to), end, assumed};
  }
  const bool months = p_.is_any(k, {"months", "month"});
  const bool quarters = p_.is_any(k, {"quarters", "quarter"});
  if (!months && !quarters) return std::nullopt;
  ++k;
  // "the 11-month tally", "In May and five months of 2024": the first ones.
  const bool of_so_many =
      k > j + 2 && *count > 1 && months && p_.can(k, use::value_noun | use::figure_noun | use::measure);
  if (of_so_many || (*count > 1 && !past && p_.is(k, "of") && year_number(k + 1))) first = true;
  if (p_.is(k, "period")) ++k;
  const auto last = static_cast<unsigned>(quarters ? *count * 3 : *count);
  if (last < 1 || last > 12) return std::nullopt;
  // "China tops investors in seven months", a headline of July or August; not "first fall in seven months"
  if (!first && j == i && months && i > p_.begin() && p_.begin() == 0 && k == p_.end() && p_.is(i - 1, "in") &&
      context_.published && !superlative_before(i)) {
    const unsigned now = month_of(*context_.published);
    const unsigned after = (now + 12 - last) % 12;
    first = after <= 2;
  }
  // "in the eight months": the first eight, when nothing says to which month.
  if (!first && j > i && p_.ends_before_any(i, {"in", "during", "for", "over"}) &&
      !p_.is_any(k, {"to", "through", "ended", "ending", "until", "since", "after", "before"}))
    first = true;
  if (p_.is(k, "from") && month_at(k + 1)) return std::nullopt;         // "the five months from April to August"
  if (p_.is(k, "(") && p_.is(k + 2, "-") && p_.is(k + 4, ")")) k += 5;  // "four months (Jan-Apr) of 2023"
  if (auto found = fiscal_year_of(k, 1, last)) return found;
  if (first) {
    const auto [year, end, assumed, fiscal] = year_after(k, last);
    // "the seven months" that the text has just spoken of.
    if (assumed && before.known() && before == Period::year_to_date(before.last_year(), last))
      return Found{before, end, true};
    if (assumed && of_so_many && before.known() && month_of(before.last) == last)
      return Found{Period::year_to_date(before.last_year(), last), end, true};
    if (!year) return std::nullopt;
    return Found{Period::year_to_date(*year, last), end, assumed};
  }
  // Without "first" only with its end said: "eight months to August 2025", "three months ended March 31".
  if (!p_.is_any(k, {"to", "through", "ended", "ending", "until"})) return std::nullopt;
  std::size_t m = k + 1;
  if (p_.is_any(m, {"in", "on"})) ++m;
  if (p_.match(m, "the end of")) m += 3;
  if (auto quarter = part_of_year(m)) {
    quarter->period = months_up_to(quarter->period.last, last);
    return quarter;
  }
  const auto month = month_at(m);
  if (!month) return std::nullopt;
  std::size_t after = m + 1;
  if (p_.is_number(after) && !year_number(after)) ++after;
  const auto [year, end, assumed, fiscal] = year_after(after, *month);
  if (!year) return std::nullopt;
  return Found{months_up_to(Period::month(*year, *month).last, last), end, assumed};
}

bool StatedPeriods::superlative_before(std::size_t i) const {
  for (std::size_t k = i; k-- > p_.begin();)
    if (p_.is_any(k, {"first", "high", "low", "record", "time"}) ||
        (p_.word(k).ends_with("est") && (!p_.is_any(k, {"largest", "biggest"}) || p_.can(k + 1, use::change_noun))))
      return true;
  return false;
}

Period StatedPeriods::months_up_to(const Date& last, unsigned count) {
  const auto first = last.year() / last.month() - std::chrono::months{count - 1};
  return Period::days(first / std::chrono::day{1}, last);
}

std::optional<StatedPeriods::Found> StatedPeriods::part_of_year(std::size_t i) {
  std::size_t j = p_.skip_the(i);
  const bool fiscal_first = p_.is(j, "fiscal");
  if (fiscal_first) ++j;
  unsigned part = 0;
  bool half = false;
  std::size_t k = 0;
  const std::string_view word = p_.word(j);
  if (word.size() == 2 && (word[0] == 'q' || word[0] == 'h') && word[1] >= '1' && word[1] <= '4') {
    half = word[0] == 'h';
    part = static_cast<unsigned>(word[1] - '0');
    k = j + 1;
  } else if (p_.is_number(j) && word.size() == 1 && p_.is_any(j + 1, {"q", "h"}) && p_.inside(j + 1) &&
             !p_.token(j + 1).space_before) {
    half = p_.is(j + 1, "h");
    part = static_cast<unsigned>(word[0] - '0');
    k = j + 2;
  } else if (const std::string_view glued = p_.word(j + 1);
             p_.is_number(j) && word.size() == 1 && (glued.size() == 3 || glued.size() == 5) &&
             (glued[0] == 'h' || glued[0] == 'q') && !p_.token(j + 1).space_before) {
    // "1H25", "1H2025"
    const auto number = static_cast<unsigned>(word[0] - '0');
    if (number < 1 || number > (glued[0] == 'h' ? 2U : 4U)) return std::nullopt;
    if (!std::ranges::all_of(glued.substr(1), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    const int written = std::atoi(std::string(glued.substr(1)).c_str());
    const int year = glued.size() == 5 ? written : 2000 + written;
    if (year < 1900 || year > 2100) return std::nullopt;
    return Found{glued[0] == 'h' ? Period::half(year, number) : Period::quarter(year, number), j + 2, false};
  } else {
    auto ordinal = ordinal_word(word);
    if (p_.is_any(j, {"i", "ii", "iii", "iv"}) && p_.is_any(j + 1, {"quarter", "half"}))
      ordinal = word == "iv" ? 4 : static_cast<int>(word.size());
    if (p_.inside(j) && p_.token(j).kind == TokenKind::ordinal && word.size() == 1) ordinal = word[0] - '0';
    if (p_.is(j, "opening")) ordinal = 1;
    const bool last = p_.is_any(j, {"last", "final", "latter", "closing"});
    if (!ordinal && !last) return std::nullopt;
    const std::size_t unit = p_.skip_hyphen(p_.is(j + 1, "fiscal") ? j + 2 : j + 1);
    if (p_.is_any(unit, {"half", "semester"}))
      half = true;
    else if (!p_.is(unit, "quarter"))
      return std::nullopt;
    if (p_.is_any(unit + 1, {"century", "largest", "biggest"})) return std::nullopt;
    part = ordinal ? static_cast<unsigned>(*ordinal) : (half ? 2U : 4U);
    k = unit + 1;
    if (p_.is(k, "-") && p_.is(k + 1, "year")) k += 2;
    if (p_.is(k, "(") && p_.is(k + 2, ")") && p_.word(k + 1).size() == 2) k += 3;  // "the first half (H1) of 2020"
  }
  if (part < 1 || part > (half ? 2U : 4U)) return std::nullopt;
  const unsigned last = half ? part * 6 : part * 3, from = last - (half ? 5 : 2);
  if (auto found = fiscal_year_of(k, from, last)) return found;
  if (fiscal_first || p_.is(j + 1, "fiscal"))
    if (auto found = current_fiscal_year(from, last, k)) return found;
  const auto [year, end, assumed, fiscal] = year_after(k, last);
  if (assumed)
    if (const Period spoken_of = fiscal_part_told(from, last); spoken_of.known()) return Found{spoken_of, end, true};
  if (!year) return std::nullopt;
  return Found{half ? Period::half(*year, part) : Period::quarter(*year, part), end, assumed};
}

std::optional<StatedPeriods::Found> StatedPeriods::current_fiscal_year(unsigned from, unsigned to,
                                                                       std::size_t end) const {
  if (!context_.published) return std::nullopt;
  const auto calendar = fiscal_year(context_.fiscal, *context_.published);
  if (!calendar) return std::nullopt;
  const int begins = calendar->year_of(*context_.published);
  const Period period = calendar->months(begins, from, to);
  const bool over = sys_days(period.last) <= sys_days(*context_.published);
  return Found{over ? period : calendar->months(begins - 1, from, to), end, true};
}

Period StatedPeriods::fiscal_part_told(unsigned from, unsigned to) const {
  for (std::size_t k = context_.told.size(); k-- > 0;) {
    const Period& told = context_.told[k];
    if (told.open_start || !told.known()) continue;
    if (const auto calendar = fiscal_year(context_.fiscal, told.last);
        calendar && !calendar->budget_only && told == calendar->months(calendar->year_of(told.last), from, to))
      return told;
  }
  return {};
}

std::optional<StatedPeriods::Found> StatedPeriods::day_span(std::size_t i) {
  const std::size_t first_at = p_.is_any(i, {"from", "between"}) ? i + 1 : i;
  const auto first = day_of_month(first_at);
  if (!first) return std::nullopt;
  const std::size_t joint = first->end;
  const bool joined = p_.is_any(joint, {"to", "through", "until", "till", "-"}) ||
                      (p_.is(joint, "and") && p_.ends_before(first_at, "between"));
  const auto second = joined ? day_of_month(joint + 1) : std::nullopt;
  if (!second) return std::nullopt;
  const auto [year, end, assumed, fiscal] = year_after(second->end, second->month, true);
  if (!year) return std::nullopt;
  const int first_year = first->month > second->month ? *year - 1 : *year;
  const Date from = date(first_year, first->month, first->day), to = date(*year, second->month, second->day);
  if (!from.ok() || !to.ok() || sys_days(to) < sys_days(from)) return std::nullopt;
  return Found{Period::days(from, to), end, assumed};
}

std::optional<StatedPeriods::DayOfMonth> StatedPeriods::day_of_month(std::size_t i) const {
  if (const auto day = day_number(i)) {
    const auto month = month_at(i + 1);
    if (!month) return std::nullopt;
    return DayOfMonth{*month, *day, p_.is(i + 2, ".") ? i + 3 : i + 2};
  }
  const auto month = month_at(i);
  if (!month) return std::nullopt;
  const std::size_t at = p_.is(i + 1, ".") ? i + 2 : i + 1;
  const auto day = day_number(at);
  if (!day) return std::nullopt;
  return DayOfMonth{*month, *day, at + 1};
}

std::optional<StatedPeriods::Found> StatedPeriods::month_span(std::size_t i) {
  std::size_t j = p_.skip_the(i);
  if (p_.is_any(j, {"from", "between"})) ++j;
  const auto from = month_at(j);
  if (!from) return std::nullopt;
  std::size_t k = j + 1;
  if (p_.is(k, ".")) ++k;
  std::optional<int> first_year;
  if (const auto year = year_number(p_.is(k, ",") ? k + 1 : k)) {
    first_year = year;
    k = (p_.is(k, ",") ? k + 1 : k) + 1;
  }
  if (p_.is(k, "-")) ++k;
  if (p_.is_any(k, {"to", "through", "until", "and", "/", "--"})) {
    if (p_.is(k, "and") && !p_.ends_before_any(j, {"between", "from", "in", "for", "over", "combined"}))
      return std::nullopt;
    ++k;
  } else if (!p_.is(k - 1, "-")) {
    return std::nullopt;
  }
  k = p_.skip_hyphen(k);
  const auto to = month_at(k);
  if (!to) return std::nullopt;
  ++k;
  if (p_.is(k, ".")) ++k;
  if (p_.is(k, "period")) ++k;
  auto [year, end, assumed, fiscal] = year_after(k, *to);
  if (!year) return std::nullopt;
  // "April-March 2020-21"
  // "July-June (2021-22)"
  if (*from > *to && assumed && p_.is(end, "(") && year_number(end + 1) && p_.is(end + 2, "-") && p_.is(end + 4, ")"))
    year = *year_number(end + 1) + 1, end += 5, assumed = false;
  if (*from > *to && !assumed && p_.is(end, "-") && p_.is_number(end + 1) && !p_.token(end + 1).space_before &&
      std::atoi(std::string(p_.word(end + 1)).c_str()) % 100 == (*year + 1) % 100)
    ++*year, end += 2;
  if (first_year && *first_year != *year)
    return Found{Period{Period::month(*first_year, *from).first, Period::month(*year, *to).last, false}, end, false};
  if (*from > *to)
    return Found{Period{Period::month(*year - 1, *from).first, Period::month(*year, *to).last, false}, end, assumed};
  return Found{Period::months(*year, *from, *to), end, assumed};
}

std::optional<StatedPeriods::Found> StatedPeriods::single_month(std::size_t i) {
  std::size_t j = i;
  if (p_.is(j, "the")) ++j;
  std::optional<unsigned> first_day, last_day;
  std::optional<unsigned> month;
  if (const auto day = day_number(j)) {
    std::size_t k = j + 1;
    const bool two = p_.is(k, "and") && month_at(k + 2);  // "on 27 and 28 August"
    if ((p_.is_any(k, {"-", "to"}) || two) && day_number(k + 1)) {
      last_day = day_number(k + 1);
      k += 2;
    }
    if (p_.is(k, "of")) ++k;
    month = month_at(k);
    if (!month) return std::nullopt;
    first_day = day;
    j = k + 1;
  } else {
    month = month_at(j);
    if (!month) return std::nullopt;
    // "late May", "mid-August" are the month.
    ++j;
    if (p_.is(j, ".")) ++j;
    if (const auto day_after = day_number(j)) {
      first_day = day_after;
      ++j;
      if (p_.is_any(j, {"-", "to", "through"}) && day_number(j + 1) && !month_at(j + 2)) {
        last_day = day_number(j + 1);
        j += 2;
      }
    }
  }
  if (!first_day && p_.is(i, "may") && !may_is_month(i)) return std::nullopt;
  const auto [year, end, assumed, fiscal] = year_after(j, *month, first_day.has_value());
  if (!year) return std::nullopt;
  if (!first_day) return Found{Period::month(*year, *month), end, assumed, fiscal};
  const Date from = date(*year, *month, *first_day), to = date(*year, *month, last_day.value_or(*first_day));
  if (!from.ok() || !to.ok() || sys_days(to) < sys_days(from)) return std::nullopt;
  return Found{Period::days(from, to), end, assumed};
}

std::optional<StatedPeriods::Found> StatedPeriods::relative_year(std::size_t i) {
  const auto reference = reference_date();
  if (!reference) return std::nullopt;
  const int now = year_of(*reference);
  const unsigned month = month_of(*reference);
  // "from the beginning of the year to July 20"
  if (const auto to = p_.match_any(i, {"from the beginning of the year", "from the beginning of this year",
                                       "from the start of the year", "from the start of this year"});
      to && p_.is_any(to, {"to", "until", "through", "till"})) {
    const auto day = day_of_month(to + 1);
    if (const Date last = day ? date(now, day->month, day->day) : Date{}; last.ok())
      return Found{Period::days(date(now, 1, 1), last), day->end, false};
    if (const auto end_month = month_at(to + 1)) return Found{Period::year_to_date(now, *end_month), to + 2, false};
  }
  if (const auto end = p_.match_any(
          i, {"so far this year", "year to date", "to date this year", "since the beginning of this year",
              "since the beginning of the year", "since the start of this year", "since the start of the year"})) {
    // Up to the month that the text is about, else to the last whole one.
    const Period& spoken_of = context_.period;
    if (spoken_of.known() && !spoken_of.open_start &&
        (spoken_of.last_year() == now || (spoken_of.last_year() == now - 1 && p_.is(i, "year"))))
      return Found{Period::year_to_date(spoken_of.last_year(), static_cast<unsigned>(spoken_of.last.month())), end,
                   true};
    return Found{Period::year_to_date(now, month > 1 ? month - 1 : 1), end, true};
  }
  // In a text on a year that ends in June, "last year" is the one before that.
  const Period& twelve = context_.period;
  const bool other_year = twelve.known() && !twelve.open_start && !twelve.is_year() && twelve.day_count() >= 365 &&
                          twelve.day_count() <= 366;
  if (other_year) {
    if (const auto end = p_.match(i, "last year")) return Found{twelve.years_before(1), end, true};
    if (const auto end = p_.match(i, "this year")) return Found{twelve, end, true};
  }
  if (const auto end = p_.match(i, "last year")) return Found{Period::year(now - 1), end, false};
  if (const auto end = p_.match_any(i, {"this year", "the current year"})) {
    // "this year by November 15"
    if (const auto day = p_.is_any(end, {"by", "to", "until", "through"}) ? day_of_month(end + 1) : std::nullopt)
      if (const Date last = date(now, day->month, day->day); last.ok())
        return Found{Period::days(date(now, 1, 1), last), day->end, false};
    return Found{Period::year(now), end, false};
  }
  // "to exceed $500 billion for the whole year", of a text on its first months
  // "its full-year deficit"
  const auto whole = p_.match_any(i, {"the whole year", "the full year", "the entire year"});
  if (const auto end = p_.is(i + 1, "-") ? p_.match_any(i, {"full year", "whole year"})
                       : p_.ends_before_any(i, {"for", "in", "over"}) && !p_.is_any(whole, {"of", "to"}) ? whole
                                                                                                         : 0)
    return Found{
        Period::year(context_.period.known() && !context_.period.open_start ? context_.period.last_year() : now), end,
        true};
  if (const auto found = years_ago(i)) return found;
  // "over the past three years": the last whole ones
  if (p_.is(i, "the") && p_.is_any(i + 1, {"past", "last"}) &&
      p_.ends_before_any(i, {"over", "in", "during", "within"})) {
    const auto count = p_.is(i + 2, "decade") ? std::optional(10) : small_number(i + 2);
    if (count && *count > 1 && (p_.is(i + 2, "decade") || p_.is(i + 3, "years")))
      return Found{Period::years(now - *count, now - 1), p_.is(i + 2, "decade") ? i + 3 : i + 4, true};
  }
  if (const auto end = p_.match(i, "last month"))
    return Found{month > 1 ? Period::month(now, month - 1) : Period::month(now - 1, 12), end, false};
  if (const auto end = p_.match(i, "this month")) return Found{Period::month(now, month), end, false};
  return std::nullopt;
}

std::optional<StatedPeriods::Found> StatedPeriods::years_ago(std::size_t i) const {
  const bool decade = p_.is_any(i, {"a", "one"}) && p_.is(i + 1, "decade");
  const auto count = decade ? std::optional(10) : small_number(i);
  if (!count || *count < 2 || !(decade || p_.is(i + 1, "years")) || !p_.is_any(i + 2, {"ago", "earlier"}))
    return std::nullopt;
  const Period& now = context_.period;
  if (now.known() && !now.open_start) return Found{now.years_before(*count), i + 3, true};
  return Found{Period::year(year_of(*context_.published) - *count), i + 3, false};
}

std::optional<StatedPeriods::Found> StatedPeriods::plain_years(std::size_t i) {
  std::size_t j = i;
  if (p_.is_any(j, {"fiscal", "fy", "calendar", "financial"})) {
    ++j;
    if (p_.is(j, "year")) ++j;
  }
  std::optional<int> year = year_number(j);
  if (!year && p_.word(i).starts_with("fy") && p_.word(i).size() == 6)
    year = std::atoi(std::string(p_.word(i).substr(2)).c_str());
  if (!year) return std::nullopt;
  std::size_t k = j + 1;
  // "from 2022 through October 2025"
  if (p_.is_any(k, {"to", "through", "until"}) && p_.ends_before(i, "from") && month_at(k + 1) && year_number(k + 2))
    return Found{Period{Period::year(*year).first, Period::month(*year_number(k + 2), *month_at(k + 1)).last, false},
                 k + 3, false};
  if (p_.is_any(k, {"-", "/", "to", "through"}) || (p_.is(k, "and") && p_.ends_before(i, "between"))) {
    if (const auto last = year_number(k + 1); last && *last > *year)
      return Found{Period::years(*year, *last), behind_fiscal(k + 2), false};
    if (p_.is_any(k, {"-", "/"}) && p_.is_number(k + 1) && p_.word(k + 1).size() == 2 &&
        !p_.token(k + 1).space_before && std::atoi(std::string(p_.word(k + 1)).c_str()) == (*year + 1) % 100)
      return Found{Period::years(*year, *year + 1), behind_fiscal(k + 2), false};
  }
  // A year is no year before a noun of its own ("2024 exhibitors") or after a currency sign.
  if (i > p_.begin() && p_.token(i - 1).kind == TokenKind::symbol) return std::nullopt;
  if (p_.inside(k) && (p_.token(k).kind == TokenKind::symbol || scale_word(k))) return std::nullopt;
  return Found{Period::year(*year), k, false};
}

std::size_t StatedPeriods::behind_fiscal(std::size_t i) const {
  if (const auto end = p_.match_any(i, {"fy", "fiscal year", "financial year"})) return end;
  return i;
}

std::optional<StatedPeriods::Found> StatedPeriods::year_ended(std::size_t i) {
  std::size_t j = p_.skip_the(i);
  // "the December year"
  const bool bare = j > i && month_at(j) && p_.is(j + 1, "year");
  const bool month_first = bare || (month_at(j) && year_number(j + 1) && p_.is(j + 2, "year"));
  if (!month_first) {
    if (p_.is_any(j, {"fiscal", "financial"})) ++j;
    if (!p_.is(j, "year")) return std::nullopt;
    if (p_.is_any(j + 1, {"that", "which"}) && p_.is_any(j + 2, {"ended", "ends"})) ++j;
    if (!p_.is_any(j + 1, {"ended", "ending", "ends", "to", "through"})) return std::nullopt;
    j += 2;
    if (p_.is_any(j, {"on", "in"})) ++j;
    if (const auto end = p_.match(j, "the end of")) j = end;
    if (day_number(j) && month_at(j + 1)) ++j;
  }
  const auto month = month_at(j);
  if (!month) return std::nullopt;
  std::size_t k = j + 1;
  if (day_number(k)) ++k;
  const auto [year, end, assumed, fiscal] = year_after(k, *month);
  if (!year) return std::nullopt;
  Period twelve = Period::month(*year, *month);
  twelve.first = *month == 12 ? Period::month(*year, 1).first : Period::month(*year - 1, *month + 1).first;
  return Found{twelve, month_first ? end + 1 : end, assumed};
}

}  // namespace tradewind
