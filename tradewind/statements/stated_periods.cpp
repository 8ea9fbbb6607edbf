// Periods in their own words, longest first: weeks, months, parts of a year.
#include "tradewind/statements/stated_periods.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

namespace tradewind {

std::optional<StatedPeriods::Found> StatedPeriods::absolute(std::size_t i) {
  if (auto found = year_ended(i)) return found;
  if (auto found = year_begun(i)) return found;
  if (auto found = fiscal_year_of(i, 1, 12)) return found;
  if (auto found = year_of_what_began(i)) return found;
  if (auto found = part_of_month(i)) return found;
  if (auto found = number_of_months(i)) return found;
  if (auto found = months_in_short(i)) return found;
  if (auto found = part_of_year(i)) return found;
  if (auto found = day_span(i)) return found;
  if (auto found = month_span(i)) return found;
  if (auto found = single_month(i)) return found;
  if (auto found = relative_year(i)) return found;
  if (auto found = iso_date(i)) return found;
  if (auto found = plain_years(i)) return found;
  return std::nullopt;
}

std::optional<StatedPeriods::Found> StatedPeriods::part_of_month(std::size_t i) const {
  const std::size_t j = p_.skip_the(i);
  const auto nth = ordinal_word(p_.word(j));
  const bool half = p_.is(j + 1, "half");
  const auto month = (nth || p_.is(j, "last")) && (half || p_.is(j + 1, "week")) && p_.is(j + 2, "of") ? month_at(j + 3)
                                                                                                       : std::nullopt;
  if (!month || nth.value_or(1) > (half ? 2 : 4)) return std::nullopt;
  const auto [year, end, assumed, fiscal] = year_after(j + 4, *month);
  if (!year) return std::nullopt;
  const auto last_day = static_cast<unsigned>(Period::month(*year, *month).last.day());
  const auto number = static_cast<unsigned>(nth.value_or(2));
  const unsigned last = half ? (number == 1 ? 15 : last_day) : nth ? number * 7 : last_day;
  const unsigned first = !half ? last - 6 : number == 1 ? 1 : 16;
  return Found{Period::days(date(*year, *month, first), date(*year, *month, last)), end, assumed};
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
  bool first = p_.is_any(j, "first|past|last");
  const bool past = first && !p_.is(j, "first");
  if (first) ++j;
  // "in the first month of this year"
  const std::size_t of_what = first && !past && p_.is(j, "month") && p_.is(j + 1, "of") ? p_.skip_the(j + 2) : 0;
  const bool first_month =
      of_what && (year_number(of_what) || p_.is_any(of_what, "this|current|year|fiscal|financial"));
  const auto count = first_month ? std::optional(1) : small_number(j);
  if (!count) return std::nullopt;
  std::size_t k = first_month ? j : p_.skip_hyphen(j + 1);
  // "in seven and a half months", "in the first seven and a half months of 2023"
  if (const auto half = p_.match(j + 1, "and a half months");
      half && *count < 12 && (first || p_.ends_before_any(i, "in|over|during|for"))) {
    const auto month = static_cast<unsigned>(*count) + 1;
    const auto [year, end, assumed, fiscal] = year_after(half, month);
    if (!year) return std::nullopt;
    return Found{Period::days(date(*year, 1, 1), date(*year, month, 15)), end, assumed};
  }
  // "Over the last 12 months"
  if (past && p_.is(k, "months") && *count > 2 && p_.ends_before_any(i, "over|during|for") && context_.published &&
      !p_.is_any(k + 1, "of|to|this")) {
    const Period& now = context_.period;
    const auto month = context_.published->year() / context_.published->month() - std::chrono::months{1};
    const Period whole = Period::month(static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
    const Date last = now.known() && !now.open_start ? now.last : whole.last;
    return Found{months_up_to(last, static_cast<unsigned>(*count)), k + 1, true};
  }
  // "the past eight months of the year"
  if (past && !p_.match_any(k + 1, "of the year|of this year|this year")) return std::nullopt;
  // "the first 20 days of November", or "the 20 days" after these
  const Period& before = context_.period;
  const bool as_before = before.known() && !before.open_start && before.day_count() == *count;
  const std::size_t this_month = p_.match_any(k + 1, "of this month|of the month");
  // "the first two business days of September", "the first three weeks of May"
  if (first && !past) {
    const bool work = p_.is_any(k, "business|working|trading") && p_.is_any(k + 1, "days|day");
    const std::size_t behind = work ? k + 2 : p_.is_any(k, "weeks") ? k + 1 : 0;
    const auto month = behind && p_.is(behind, "of") ? month_at(behind + 1) : std::nullopt;
    if (month && *count <= (work ? 23 : 4)) {
      const auto [year, end, assumed, fiscal] = year_after(behind + 2, *month);
      if (!year) return std::nullopt;
      sys_days last(date(*year, *month, work ? 1 : static_cast<unsigned>(*count) * 7));
      for (int left = *count; work; last += std::chrono::days{1})
        if (std::chrono::weekday(last).iso_encoding() < 6 && --left == 0) break;
      return Found{Period::days(date(*year, *month, 1), Date(last)), end, assumed};
    }
  }
  if (first && p_.is(k, "days") && this_month && context_.published && *count >= 2 && *count <= 28) {
    const int year = year_of(*context_.published);
    const unsigned month = month_of(*context_.published);
    return Found{Period::days(date(year, month, 1), date(year, month, static_cast<unsigned>(*count))), this_month,
                 true};
  }
  if ((first || as_before) && p_.is(k, "days") && p_.is_any(k + 1, "of|in") && month_at(k + 2)) {
    const unsigned month = *month_at(k + 2);
    const auto [year, end, assumed, fiscal] = year_after(k + 3, month);
    if (!year || *count < 2 || *count > 31) return std::nullopt;
    const Date from = date(*year, month, 1), to = date(*year, month, static_cast<unsigned>(*count));
    if (!to.ok()) return std::nullopt;
    return Found{Period::days(from, to), end, assumed};
  }
  const bool months = p_.is_any(k, "months|month");
  const bool quarters = p_.is_any(k, "quarters|quarter");
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
  if (!first && j > i && p_.ends_before_any(i, "in|during|for|over") &&
      !p_.is_any(k, "through|ended|ending|until|since|after|before") &&
      (!p_.is(k, "to") || p_.is_number(k + 1)))  // "bringing the fall in the five months to 4 percent"
    first = true;
  // "the five months from April to August", "the six-month transitional period from April to September"
  constexpr std::size_t words_between = 6;
  for (std::size_t m = k; m < k + words_between && (m == k || !p_.is_any(m - 1, ",|.|;")); ++m)
    if (p_.is(m, "from") && month_at(m + 1) && (m == k || p_.is_any(m - 1, "period|stretch|interval")))
      return std::nullopt;
  k = behind_gloss(k);
  // "the first seven months of the budget year that began on July 8"
  if (const auto begun = first ? year_begun(k) : std::nullopt) {
    const auto end = begun->period.first.year() / begun->period.first.month() + std::chrono::months{last - 1};
    return Found{Period{begun->period.first,
                        Period::month(static_cast<int>(end.year()), static_cast<unsigned>(end.month())).last, false},
                 begun->end, begun->year_assumed};
  }
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
  if (!p_.is_any(k, "to|through|ended|ending|until")) return std::nullopt;
  std::size_t m = k + 1;
  if (p_.is_any(m, "in|on")) ++m;
  if (p_.match(m, "the end of")) m += 3;
  if (p_.is_any(m, "end|late|mid")) m = p_.skip_hyphen(m + 1);
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

// "of the fiscal year that began in April", "the budget year beginning on July 8": from the first of that month on.
std::optional<StatedPeriods::Found> StatedPeriods::year_begun(std::size_t i) const {
  const std::size_t year = p_.skip_the(p_.is(i, "of") ? i + 1 : i);
  if (!p_.is_any(year, "budget|fiscal|financial") || !p_.is(year + 1, "year")) return std::nullopt;
  std::size_t k = p_.is_any(year + 2, "that|which") ? year + 3 : year + 2;
  if (!p_.is_any(k, "began|begun|starting|started|beginning")) return std::nullopt;
  if (p_.is_any(++k, "on|in")) ++k;
  std::optional<unsigned> month = month_at(k);
  std::size_t end = k + 1;
  if (const auto day = day_of_month(k)) month = day->month, end = day->end;
  if (!month) return std::nullopt;
  const auto [begins, behind, assumed, fiscal] = year_after(end, *month);
  if (!begins) return std::nullopt;
  const auto last = std::chrono::year(*begins) / std::chrono::month(*month) + std::chrono::months{11};
  return Found{Period{Period::month(*begins, *month).first,
                      Period::month(static_cast<int>(last.year()), static_cast<unsigned>(last.month())).last, false},
               behind, assumed};
}

// "8M 2014", "in 9M": the first months of a year
std::optional<StatedPeriods::Found> StatedPeriods::months_in_short(std::size_t i) const {
  const auto count =
      p_.is_number(i) && p_.is(i + 1, "m") && !p_.token(i + 1).space_before ? small_number(i) : std::nullopt;
  if (!count || *count < 2 || *count > 12 || (!year_number(i + 2) && !p_.is_any(i - 1, "in|for|over|during")) ||
      (i > p_.begin() && p_.is_any(i - 1, "$|€|£")))
    return std::nullopt;
  const auto [year, end, assumed, fiscal] = year_after(i + 2, static_cast<unsigned>(*count));
  if (!year) return std::nullopt;
  return Found{Period::year_to_date(*year, static_cast<unsigned>(*count)), end, assumed};
}

std::size_t StatedPeriods::behind_gloss(std::size_t i) const {
  if (!p_.is(i, "(")) return i;
  std::size_t k = i + 1;
  constexpr std::size_t longest = 5;
  while (k <= i + longest &&
         (month_at(k) || p_.is_any(k, "-|to|.|h|q|h1|h2|q1|q2|q3|q4") || (p_.is_number(k) && p_.word(k).size() == 1)))
    ++k;
  return p_.is(k, ")") && k > i + 1 ? k + 1 : i;
}

bool StatedPeriods::superlative_before(std::size_t i) const {
  for (std::size_t k = i; k-- > p_.begin();)
    if (p_.is_any(k, "first|high|low|record|time") ||
        (p_.word(k).ends_with("est") && (!p_.is_any(k, "largest|biggest") || p_.can(k + 1, use::change_noun))))
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
  } else if (p_.is_number(j) && word.size() == 1 && p_.is_any(j + 1, "q|h") && p_.inside(j + 1) &&
             !p_.token(j + 1).space_before) {
    half = p_.is(j + 1, "h");
    part = static_cast<unsigned>(word[0] - '0');
    k = j + 2;
  } else if (p_.is(j, "quarter") && p_.is_number(j + 1) && p_.word(j + 1).size() == 1) {
    part = static_cast<unsigned>(p_.word(j + 1)[0] - '0');  // "Quarter 2 (April to June) 2025"
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
    if (p_.is_any(j, "i|ii|iii|iv") && p_.is_any(j + 1, "quarter|half"))
      ordinal = word == "iv" ? 4 : static_cast<int>(word.size());
    if (p_.inside(j) && p_.token(j).kind == TokenKind::ordinal && word.size() == 1) ordinal = word[0] - '0';
    if (p_.is(j, "opening")) ordinal = 1;
    const bool last = p_.is_any(j, "last|final|latter|closing");
    if (!ordinal && !last) return std::nullopt;
    const std::size_t unit = p_.skip_hyphen(p_.is(j + 1, "fiscal") ? j + 2 : j + 1);
    if (p_.is_any(unit, "half|semester"))
      half = true;
    else if (!p_.is(unit, "quarter"))
      return std::nullopt;
    if (p_.is_any(unit + 1, "century|largest|biggest")) return std::nullopt;
    part = ordinal ? static_cast<unsigned>(*ordinal) : (half ? 2U : 4U);
    k = unit + 1;
    // "The economy grew 2 percent last quarter": the one before the day of publication
    if (p_.is(j, "last") && i == j && !half && context_.published && !p_.is_any(k, "of|in") && !year_number(k) &&
        !p_.is(i - 1, "'s")) {
      const unsigned now = (month_of(*context_.published) + 2) / 3;
      const int year = year_of(*context_.published);
      return Found{now > 1 ? Period::quarter(year, now - 1) : Period::quarter(year - 1, 4), k, false};
    }
    if (p_.is(k, "-") && p_.is(k + 1, "year")) k += 2;
  }
  k = behind_gloss(k);
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

std::optional<StatedPeriods::Found> StatedPeriods::day_span(std::size_t i) {
  const std::size_t first_at = p_.is_any(i, "from|between") ? i + 1 : i;
  const auto first = day_of_month(first_at);
  if (!first) return std::nullopt;
  const std::size_t joint = first->end;
  const bool joined =
      p_.is_any(joint, "to|through|until|till|-") || (p_.is(joint, "and") && p_.ends_before(first_at, "between"));
  auto second = joined ? day_of_month(joint + 1) : std::nullopt;
  // "between January 13 and 19"
  if (const auto day = joined && !second && p_.is(joint, "and") ? day_number(joint + 1) : std::nullopt)
    second = DayOfMonth{first->month, *day, joint + 2};
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
  if (p_.is_any(j, "from|between")) ++j;
  const auto from = month_at(j);
  if (!from) return std::nullopt;
  std::size_t k = j + 1;
  if (p_.is(k, ".")) ++k;
  std::optional<int> first_year;
  if (const auto year = year_number(p_.is(k, ",") ? k + 1 : k)) {
    first_year = year;
    k = (p_.is(k, ",") ? k + 1 : k) + 1;
  }
  // "up 7 percent from January-June 2017": what it is held against
  if (p_.is(k, "-") && p_.is(j - 1, "from") && j > i && p_.is_any(i - 1, "%|percent|pct|cent|million|billion"))
    return std::nullopt;
  if (p_.is(k, "-")) ++k;
  if (p_.is_any(k, "to|through|until|and|/|--")) {
    if (p_.is(k, "and") && !p_.ends_before_any(j, "between|from|in|for|over|during|combined") &&
        !p_.is_any(k + 2, "together|combined"))
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
  if (p_.is_any(k, "period|quarter")) ++k;
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

// "the June quarter", "the June 2016 quarter"
std::optional<StatedPeriods::Found> StatedPeriods::quarter_of_month(std::size_t i) const {
  const auto month = month_at(i);
  if (!month || *month % 3 != 0) return std::nullopt;
  const std::size_t quarter = year_number(i + 1) ? i + 2 : i + 1;
  if (!p_.is(quarter, "quarter")) return std::nullopt;
  const auto [year, end, assumed, fiscal] = year_after(quarter > i + 1 ? i + 1 : quarter + 1, *month);
  if (!year) return std::nullopt;
  return Found{Period::quarter(*year, *month / 3), std::max(end, quarter + 1), assumed};
}

std::optional<StatedPeriods::Found> StatedPeriods::single_month(std::size_t i) {
  std::size_t j = i;
  if (p_.is(j, "the")) ++j;
  if (auto quarter = quarter_of_month(j)) return quarter;
  std::optional<unsigned> first_day, last_day;
  std::optional<unsigned> month;
  if (const auto day = day_number(j)) {
    std::size_t k = j + 1;
    const bool two = p_.is(k, "and") && month_at(k + 2);  // "on 27 and 28 August"
    if ((p_.is_any(k, "-|to") || two) && day_number(k + 1)) {
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
      if (p_.is_any(j, "-|to|through") && day_number(j + 1) && !month_at(j + 2)) {
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

}  // namespace tradewind
