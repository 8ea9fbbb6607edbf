// Years in their own words: of the calendar, fiscal ones, and those that are told from the day of publication on.
#include <cstdlib>
#include <string>
#include <string_view>

#include "tradewind/statements/stated_periods.hpp"

namespace tradewind {

std::optional<StatedPeriods::Found> StatedPeriods::fiscal_year_of(std::size_t i, unsigned from, unsigned to) const {
  const auto year = fiscal_at(p_.is_any(i, "of|in|during|for") ? i + 1 : i);
  if (!year || (year->open && from == 1 && to == 12)) return std::nullopt;
  // "FY 2023-24 (April-February)"
  std::size_t end = year->end;
  const auto months = from == 1 && to == 12 ? months_in_brackets(p_, end) : std::nullopt;
  if (months && months->first == year->calendar.first_month)
    to = (months->second + 12 - months->first) % 12 + 1, end += 5;
  Period period = year->calendar.months(year->begins, from, to);
  // "between 2018-19 and 2023-24"
  if (p_.ends_before_any(i, "between|from") && p_.is_any(end, "and|to") && !year->assumed)
    if (const auto last = fiscal_at(end + 1); last && !last->assumed && last->begins > year->begins)
      return Found{Period{period.first, last->calendar.months(last->begins, from, to).last, false}, last->end};
  // "$648 million this FY", of a text on its first months; not "has set a target for the current fiscal year"
  const Period& now = context_.period;
  bool wanted = false;
  for (std::size_t k = p_.begin(); year->assumed && k < i; ++k) wanted = wanted || p_.can(k, use::to_come);
  if (!wanted && year->assumed && to - from == 11 && now.known() &&
      sys_days(period.last) > sys_days(*context_.published) && !now.open_start &&
      sys_days(now.first) >= sys_days(period.first) && sys_days(now.last) <= sys_days(period.last)) {
    // "Cumulative exports in the current financial year are $9 billion": since it began
    const bool whole = p_.is_any(p_.begin(), "cumulative|cumulatively") || p_.ends_before(i, "so far");
    return Found{whole ? Period{period.first, now.last, false} : now, year->end, true};
  }
  if (year->open && sys_days(period.last) > sys_days(*context_.published))
    period = year->calendar.months(year->begins - 1, from, to);
  return Found{period, end, year->assumed};
}

std::optional<StatedPeriods::Found> StatedPeriods::year_of_what_began(std::size_t i) const {
  // "In its first three years", "its first eight months of operation"
  // ... "in the first eight months of its implementation"
  const std::size_t first = p_.skip_the(i);
  const auto in_use = [this](std::size_t at) { return p_.is_any(at, "operation|implementation|application"); };
  if (const auto count = context_.began && p_.is(first, "first") ? small_number(first + 1) : std::nullopt)
    if (const std::size_t unit = p_.skip_hyphen(first + 2),
        of = p_.match_any(unit + 1, "of its|of the agreement 's|of|following the|following its|after the|after its");
        p_.is_any(unit, "years|months") && (p_.is(i - 1, "its") || in_use(of))) {
      const int months = p_.is(unit, "years") ? *count * 12 : *count;
      const Date began = *context_.began;
      const auto over = began.year() / began.month() / std::chrono::day{1} +
                        std::chrono::months{began.day() > std::chrono::day{1} ? months : months - 1};
      return Found{Period{Period::month(year_of(began), month_of(began)).first,
                          Period::month(year_of(over), month_of(over)).last, false},
                   in_use(of) ? of + 1 : unit + 1, false};
    }
  const auto nth = p_.is(i, "the") && context_.began ? ordinal_word(p_.word(i + 1)) : std::nullopt;
  if (!nth || !p_.is(i + 2, "year") || !p_.ends_before_any(i, "in|during|over|for")) return std::nullopt;
  if (!p_.is_any(i + 3, "of|since|after|,|following")) return std::nullopt;
  const Date begun = *context_.began + std::chrono::years{*nth - 1};
  const Date last{sys_days(begun + std::chrono::years{1}) - std::chrono::days{1}};
  return Found{Period::days(begun, last), i + 3, false};
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

// Up to the month that the text is about, else to the last whole one before that of publication.
Period StatedPeriods::since_january(int year, unsigned month) const {
  for (const Period& spoken_of : {last_, context_.period})
    if (spoken_of.known() && !spoken_of.open_start && !spoken_of.is_year() && spoken_of.last_year() == year)
      return Period::year_to_date(year, month_of(spoken_of.last));
  return Period::year_to_date(year, month > 1 ? month - 1 : 1);
}

std::optional<StatedPeriods::Found> StatedPeriods::relative_year(std::size_t i) {
  const auto reference = reference_date();
  if (!reference) return std::nullopt;
  const int now = year_of(*reference);
  const unsigned month = month_of(*reference);
  // "from the beginning of the year to July 20", "between the start of the year and May 20"
  // "from the beginning of 2022 to mid-February"
  const auto beginning =
      p_.is_any(i, "from|between|since") ? p_.match_any(i + 1, "the beginning of|the start of|beginning of") : 0;
  const auto of_year = beginning ? year_number(beginning) : std::nullopt;
  if (const auto to = of_year     ? beginning + 1
                      : beginning ? p_.match_any(beginning, "the year|this year")
                                  : 0;
      to && (p_.is_any(to, "to|until|through|till") || (p_.is(to, "and") && p_.is(i, "between")))) {
    const int year = of_year.value_or(now);
    const std::size_t last_at = p_.is(to + 1, "mid") ? p_.skip_hyphen(to + 2) : to + 1;
    const auto day = day_of_month(last_at);
    if (const Date last = day ? date(year, day->month, day->day) : Date{}; last.ok())
      return Found{Period::days(date(year, 1, 1), last), day->end, false};
    const auto end_month = month_at(last_at);
    if (end_month && last_at > to + 1)
      return Found{Period::days(date(year, 1, 1), date(year, *end_month, 15)), last_at + 1, false};
    if (end_month) return Found{Period::year_to_date(year, *end_month), last_at + 1, false};
  }
  // "the surplus since January", "$5 billion since January"
  if (p_.is(i, "since") && month_at(i + 1) == 1U && !year_number(i + 2) &&
      (i == p_.begin() || p_.is_number(i - 1) || scale_word(i - 1) || p_.is_any(i - 1, "%|percent") ||
       p_.can(i - 1, use::measure | use::value_noun | use::figure_noun)))
    return Found{since_january(now, month), i + 2, true};
  // "since the start of 2023"
  const auto start = p_.match_any(i, "since the start of|since the beginning of");
  if (const auto year = start ? year_number(start) : std::nullopt; year == now && month > 1)
    return Found{Period::year_to_date(now, month - 1), start + 1, true};
  if (const auto end =
          p_.match_any(i,
                       "so far this year|year to date|to date this year|since the beginning of this year|"
                       "since the beginning of the year|since the start of this year|since the start of the year")) {
    const Period& spoken_of = context_.period;
    // in the first months of a year
    const bool of_last_year = spoken_of.known() && spoken_of.last_year() == now - 1 && p_.is(i, "year") && month <= 3;
    return Found{since_january(of_last_year ? now - 1 : now, month), end, true};
  }
  // In a text on a year that ends in June, "last year" is the one before that.
  const Period& twelve = context_.period;
  const bool other_year = twelve.known() && !twelve.open_start && !twelve.is_year() && twelve.day_count() >= 365 &&
                          twelve.day_count() <= 366;
  if (other_year) {
    if (const auto end = p_.match(i, "last year")) return Found{twelve.years_before(1), end, true};
    if (const auto end = p_.match(i, "this year")) return Found{twelve, end, true};
  }
  // "could reach $20 billion by the end of the year", "by year-end"
  if ((p_.is(i, "the") && p_.ends_before(i, "by the end of")) || (p_.is(i + 1, "-") && p_.ends_before(i, "by")))
    if (const auto end = p_.match_any(i, "the year|year end"); end && expected(i))
      return Found{Period::year(now), end, false};
  // "in the remainder of the year", of a text on its first months: what is left of them
  if (const auto end = p_.match_any(i,
                                    "the remainder of the year|the remainder of this year|the rest of the year|"
                                    "the rest of this year|the remaining months of the year|"
                                    "the remaining months of this year")) {
    const bool told = twelve.known() && !twelve.open_start && twelve.last_year() == now;
    const unsigned over = told ? month_of(twelve.last) : month - 1;
    if (over < 12) return Found{Period::months(now, over + 1, 12), end, true};
  }
  if (const auto end = p_.match(i, "last year")) return Found{Period::year(now - 1), end, false};
  // "From January to February exports fell to $5 billion this year from $6 billion": in these months of it
  if (const auto end = p_.match(i, "this year");
      end && p_.is(end, "from") && last_.known() && !last_.open_start && !last_.is_year() && last_.last_year() == now)
    return Found{last_, end, false};
  if (const auto end = p_.match_any(i, "this year|the current year")) {
    // "this year by November 15"
    if (const auto day = p_.is_any(end, "by|to|until|through") ? day_of_month(end + 1) : std::nullopt)
      if (const Date last = date(now, day->month, day->day); last.ok())
        return Found{Period::days(date(now, 1, 1), last), day->end, false};
    return Found{Period::year(now), end, false};
  }
  // "to exceed $500 billion for the whole year", of a text on its first months
  // "its full-year deficit"
  const auto whole = p_.match_any(i, "the whole year|the full year|the entire year|the total of the year");
  // "$34 billion in December, taking the full year total to $336 billion", "bringing the annual total to"
  const bool total = p_.match_any(i, "full year|whole year|annual") &&
                     p_.is_any(p_.is(i, "annual") ? i + 1 : i + 2, "total|tally|sum") && last_.known() &&
                     !last_.open_start;
  if (total) return Found{Period::year(last_.last_year()), p_.is(i, "annual") ? i + 1 : i + 2, true};
  // "in the full-year 2022"
  if (const std::size_t of = p_.match(p_.skip_the(i), "full year"); of && year_number(of))
    return Found{Period::year(*year_number(of)), of + 1, false};
  if (const auto end = p_.is(i + 1, "-") ? p_.match_any(i, "full year|whole year")
                       : p_.ends_before_any(i, "for|in|over") && !p_.is_any(whole, "of|to") ? whole
                                                                                            : 0)
    return Found{Period::year(context_.period.known() && !context_.period.open_start ? context_.period.last_year()
                              : last_.known() && !last_.open_start                   ? last_.last_year()
                                                                                     : now),
                 end, true};
  if (const auto found = years_ago(i)) return found;
  // "over the past three years": the last whole ones
  if (p_.is(i, "the") && p_.is_any(i + 1, "past|last") && p_.ends_before_any(i, "over|in|during|within")) {
    const auto count = p_.is(i + 2, "decade") ? std::optional(10) : small_number(i + 2);
    if (count && *count > 1 && (p_.is(i + 2, "decade") || p_.is(i + 3, "years")))
      return Found{Period::years(now - *count, now - 1), p_.is(i + 2, "decade") ? i + 3 : i + 4, true};
  }
  // "over the next five years", "in the coming three years"
  if (p_.is(i, "the") && p_.is_any(i + 1, "next|coming") && p_.is(i + 3, "years") &&
      p_.ends_before_any(i, "over|in|during|within"))
    if (const auto count = small_number(i + 2); count && *count > 1)
      return Found{Period::years(now, now + *count), i + 4, true};
  // "is expected to double in five years", "within a decade"
  if (p_.is_any(i - 1, "in|within") && i > p_.begin() && expected(i) && !superlative_before(i)) {
    const bool decade = p_.is_any(i, "a|one") && p_.is(i + 1, "decade");
    const auto count = decade ? std::optional(10) : small_number(i);
    if (count && *count > 1 && (decade || p_.is(i + 1, "years")) && !p_.is_any(i + 2, "ago|earlier|in"))
      return Found{Period::years(now, now + *count), i + 2, true};
  }
  // not "the last month before the lockdown"
  if (const auto end = p_.is(i - 1, "the") ? 0 : p_.match(i, "last month"))
    return Found{month > 1 ? Period::month(now, month - 1) : Period::month(now - 1, 12), end, false};
  if (const auto end = p_.match(i, "this month")) return Found{Period::month(now, month), end, false};
  return std::nullopt;
}

std::optional<StatedPeriods::Found> StatedPeriods::years_ago(std::size_t i) const {
  const bool decade = p_.is_any(i, "a|one") && p_.is(i + 1, "decade");
  const auto count = decade ? std::optional(10) : small_number(i);
  const Period& now = context_.period;
  // "Exports were $5 billion in 2019. Two years later they were $6 billion"
  const bool one = p_.is_any(i, "a|one") && p_.is(i + 1, "year");
  if ((one || (count && p_.is(i + 1, "years"))) && p_.is_any(i + 2, "later|on") && now.known() && !now.open_start &&
      (p_.is(i + 2, "later") || p_.is(i + 3, ",")) && i <= p_.begin() + 1)
    return Found{now.years_before(one ? -1 : -*count), i + 3, true};
  if (!count || *count < 2 || !(decade || p_.is(i + 1, "years")) || !p_.is_any(i + 2, "ago|earlier"))
    return std::nullopt;
  if (now.known() && !now.open_start) return Found{now.years_before(*count), i + 3, true};
  return Found{Period::year(year_of(*context_.published) - *count), i + 3, false};
}

std::optional<StatedPeriods::Found> StatedPeriods::plain_years(std::size_t i) {
  std::size_t j = i;
  if (p_.is_any(j, "fiscal|fy|calendar|financial")) {
    ++j;
    if (p_.is(j, "year")) ++j;
  }
  std::optional<int> year = year_number(j);
  if (!year && p_.word(i).starts_with("fy") && p_.word(i).size() == 6)
    year = std::atoi(std::string(p_.word(i).substr(2)).c_str());
  if (!year) return std::nullopt;
  std::size_t k = j + 1;
  // "from 2022 through October 2025"
  if (p_.is_any(k, "to|through|until") && p_.ends_before(i, "from") && month_at(k + 1) && year_number(k + 2))
    return Found{Period{Period::year(*year).first, Period::month(*year_number(k + 2), *month_at(k + 1)).last, false},
                 k + 3, false};
  if (p_.is_any(k, "-|/|to|through") || (p_.is(k, "and") && p_.ends_before(i, "between"))) {
    if (const auto last = year_number(k + 1); last && *last > *year)
      return Found{Period::years(*year, *last), behind_fiscal(k + 2), false};
    if (p_.is_any(k, "-|/") && p_.is_number(k + 1) && p_.word(k + 1).size() == 2 && !p_.token(k + 1).space_before &&
        std::atoi(std::string(p_.word(k + 1)).c_str()) == (*year + 1) % 100)
      return Found{Period::years(*year, *year + 1), behind_fiscal(k + 2), false};
  }
  // A year is no year before a noun of its own ("2024 exhibitors") or after a currency sign.
  if (i > p_.begin() && p_.token(i - 1).kind == TokenKind::symbol) return std::nullopt;
  if (p_.inside(k) && (p_.token(k).kind == TokenKind::symbol || scale_word(k))) return std::nullopt;
  return Found{Period::year(*year), k, false};
}

std::size_t StatedPeriods::behind_fiscal(std::size_t i) const {
  if (const auto end = p_.match_any(i, "fy|fiscal year|financial year")) return end;
  return i;
}

std::optional<StatedPeriods::Found> StatedPeriods::year_ended(std::size_t i) {
  std::size_t j = p_.skip_the(i);
  // "the December year", "the biggest June-year deficit"
  const std::size_t hyphen = month_at(j) && p_.is(j + 1, "-") && p_.is(j + 2, "year") ? 1 : 0;
  const bool bare = hyphen != 0 || (j > i && month_at(j) && p_.is(j + 1, "year"));
  // "the June 2016 year"; not "in August 2015 year on year"
  const bool month_first = bare || (month_at(j) && year_number(j + 1) && p_.is(j + 2, "year") &&
                                    !p_.is_any(p_.skip_hyphen(j + 3), "on|over"));
  if (!month_first) {
    if (p_.is_any(j, "fiscal|financial")) ++j;
    if (!p_.is(j, "year")) return std::nullopt;
    if (p_.is_any(j + 1, "that|which") && p_.is_any(j + 2, "ended|ends")) ++j;
    if (!p_.is_any(j + 1, "ended|ending|ends|to|through")) return std::nullopt;
    j += 2;
    if (p_.is_any(j, "on|in")) ++j;
    if (const auto end = p_.match(j, "the end of")) j = end;
    // "in the year to March 20": since it began
    const auto day = p_.is(j - 1, "to") ? day_of_month(j) : std::nullopt;
    if (day) {
      const auto [year, end, assumed, fiscal] = year_after(day->end, day->month, true);
      const Date last = year ? date(*year, day->month, day->day) : Date{};
      if (last.ok() && last != Period::month(*year, day->month).last)
        return Found{Period::days(date(*year, 1, 1), last), end, assumed};
    }
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
  return Found{twelve, month_first ? end + 1 + hyphen : end, assumed};
}

}  // namespace tradewind
