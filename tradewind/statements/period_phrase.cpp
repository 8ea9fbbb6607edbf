#include "tradewind/statements/period_phrase.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "tradewind/statements/fiscal_phrase.hpp"
#include "tradewind/statements/reader.hpp"

namespace tradewind {
namespace {

using std::chrono::sys_days;

int year_of(const Date& date) { return static_cast<int>(date.year()); }
unsigned month_of(const Date& date) { return static_cast<unsigned>(date.month()); }

// What has been read so far: a period and the token behind it.
struct Found {
  Period period;
  std::size_t end = 0;
  bool year_assumed = false;
  std::optional<Date> fiscal_start = {};
};

class Finder {
 public:
  Finder(const Phrase& phrase, const PeriodContext& context) : p_(phrase), context_(context) {}

  std::vector<PeriodMention> run() {
    std::vector<PeriodMention> result;
    for (std::size_t i = p_.begin(); i < p_.end();) {
      if (auto mention = at(i)) {
        if (mention->period.known() && !mention->year_assumed && mention->role == PeriodRole::when && !aside(i))
          context_.year = mention->period.last_year();
        i = mention->end;
        result.push_back(*mention);
      } else {
        ++i;
      }
    }
    return result;
  }

 private:
  // "the EU, which overtook it in 2004, ...", "from $10.2 billion in October 2021": no year for what follows.
  bool aside(std::size_t i) const {
    for (std::size_t k = i; k-- > p_.begin();) {
      if (p_.can(k, use::relative) || p_.is_any(k, {"from", "than", "against", "versus", "when"})) return true;
      if (p_.is_any(k, {",", ";", "and", "but", "while"})) return false;
    }
    return false;
  }

  std::optional<PeriodMention> at(std::size_t i) {
    const Token& token = p_.token(i);
    const bool may_begin = p_.can(i, use::time) || token.kind == TokenKind::number ||
                           token.kind == TokenKind::ordinal ||
                           (token.kind == TokenKind::word && token.text.starts_with("fy")) ||
                           p_.is_any(i + 1, {"fiscal", "financial", "fy"}) || p_.is(i, "since");
    if (!may_begin) return std::nullopt;
    if (auto mention = same_period(i)) return mention;
    if (auto mention = base_phrase(i)) return mention;
    if (auto mention = day_told(i)) return mention;
    const auto found = absolute(i);
    if (!found) return std::nullopt;
    return PeriodMention{i, found->end,         found->period, role_before(i, *found), found->year_assumed,
                         0, found->fiscal_start};
  }

  // "the same period", "the same period last year", "the same period of 2024", "the corresponding period", "the
  // period".
  std::optional<PeriodMention> same_period(std::size_t i) {
    std::size_t j = p_.is_any(i, {"the", "a"}) ? i + 1 : i;
    std::size_t end =
        p_.match_any(j, {"same period", "same time", "corresponding period", "same months", "same month",
                         "same quarter", "same year", "same eight months", "similar period", "comparable period",
                         "year ago period", "corresponding month", "corresponding quarter", "same time period"});
    if (end == 0 && p_.is(i, "a")) return std::nullopt;
    if (end == 0) end = p_.match_any(i, {"this period", "that period", "these months", "this half", "this quarter"});
    if (end == 0 && j > i) {
      if (p_.is(j, "month") && p_.ends_before_any(i, {"for", "during", "in"}) &&
          !p_.is_any(j + 1, {"of", "to", "before"}) && context_.period.known() &&
          context_.period == Period::month(context_.period.last_year(), month_of(context_.period.last)))
        end = j + 1;
      else if (p_.is(j, "period") && !year_number(j + 1) && !p_.is_any(j + 1, {"from", "between"}) &&
               (p_.ends_before(i, "in") || p_.ends_before(i, "during") || p_.ends_before(i, "for") ||
                p_.ends_before(i, "over")))
        end = j + 1;
      else if (p_.is(j, "year") && !p_.is_any(j + 1, {"ended", "ending", "to", "through"}) &&
               (p_.ends_before(i, "in") || p_.ends_before(i, "during") || p_.ends_before(i, "for")))
        end = j + 1;
      else if (const auto k =
                   p_.match_any(j, {"reviewed period", "reporting period", "period under review", "review period",
                                    "cited period", "said period", "period concerned", "period in question",
                                    "given period", "period under consideration", "month under consideration",
                                    "month under review", "year under review", "reported period"}))
        end = k;
    }
    if (end == 0)
      if (const auto mention = as_long_as_before(i)) return mention;
    if (end == 0) return std::nullopt;
    PeriodMention mention{i, end, {}, PeriodRole::same, false, 0};
    const bool compared = compared_before(i);
    std::size_t k = p_.is_any(end, {"of", "in", "a"}) ? end + 1 : end;
    if (p_.is(k, "the")) ++k;
    if (const auto last = p_.match_any(k, {"last year", "previous year", "year earlier", "year ago", "year before",
                                           "prior year", "preceding year"})) {
      mention.years_back = 1;
      mention.end = last;
    } else if (const auto year = year_number(k)) {
      const int now = context_.year.value_or(context_.published ? year_of(*context_.published) : *year + 1);
      mention.years_back = now - *year;
      mention.end = k + 1;
      if (context_.published && !compared) mention.years_back = std::max(0, year_of(*context_.published) - *year);
    }
    if (compared || mention.years_back > 0) mention.role = compared ? PeriodRole::base : PeriodRole::same;
    return mention;
  }

  // "the 20-day period", "over the nine months", "in two months of this year": the last period spoken of that is as
  // long.
  std::optional<PeriodMention> as_long_as_before(std::size_t i) const {
    std::size_t j = p_.is(i, "the") ? i + 1 : i;
    const auto count = small_number(j);
    if (!count) return std::nullopt;
    std::size_t end = p_.skip_hyphen(j + 1);
    const bool days = p_.is_any(end, {"day", "days"}), months = p_.is_any(end, {"month", "months"});
    if (!days && !months) return std::nullopt;
    ++end;
    if (p_.is(end, "period")) ++end;
    const std::size_t of_year = p_.match_any(
        end, {"of this year", "of the year", "this year", "of this fiscal year", "of the current fiscal year"});
    const bool led = p_.ends_before_any(i, {"in", "during", "over", "for", "course of", "these", "those"});
    if (j == i && !led) return std::nullopt;
    if (of_year && led)
      end = of_year;
    else if (p_.is_any(end, {"to", "through", "from", "of", "ended", "ending", "until", "since", "after", "before"}))
      return std::nullopt;
    const auto as_long = [&](const Period& period) {
      if (!period.known() || period.open_start) return false;
      return (days ? days_of(period) : months_of(period)) == *count;
    };
    if (as_long(context_.period)) return PeriodMention{i, end, context_.period, PeriodRole::when, true, 0};
    for (std::size_t k = context_.told.size(); k-- > 0;)
      if (as_long(context_.told[k]) && context_.told[k].last_year() >= context_.period.last_year())
        return PeriodMention{i, end, context_.told[k], PeriodRole::when, true, 0};
    return std::nullopt;
  }

  static int days_of(const Period& period) {
    return static_cast<int>((sys_days(period.last) - sys_days(period.first)).count()) + 1;
  }
  static int months_of(const Period& period) {
    return (period.last_year() - period.first_year()) * 12 + static_cast<int>(month_of(period.last)) -
           static_cast<int>(month_of(period.first)) + 1;
  }

  // "a year earlier", "year on year", "from the previous month": what a growth is measured against.
  std::optional<PeriodMention> base_phrase(std::size_t i) {
    const auto year_back = p_.match_any(i, {"a year earlier",
                                            "a year ago",
                                            "a year before",
                                            "one year earlier",
                                            "one year ago",
                                            "the year before",
                                            "the previous year",
                                            "the prior year",
                                            "the preceding year",
                                            "year on year",
                                            "year over year",
                                            "y o y",
                                            "on year",
                                            "yoy",
                                            "on an annual basis",
                                            "y / y",
                                            "on a yearly basis",
                                            "annually",
                                            "from last year",
                                            "over last year",
                                            "than last year",
                                            "compared with last year",
                                            "compared to last year",
                                            "on a year on year basis",
                                            "the year earlier"});
    if (year_back) {
      PeriodMention mention{i, year_back, {}, PeriodRole::base, false, 1};
      return mention;
    }
    const auto month_back =
        p_.match_any(i, {"month on month", "month over month", "the previous month", "a month earlier", "a month ago",
                         "quarter on quarter", "the previous quarter", "quarter over quarter", "from last month",
                         "the month before", "a month before", "the quarter before"});
    if (month_back) return PeriodMention{i, month_back, {}, PeriodRole::base, false, 0};
    return std::nullopt;
  }

  // "on Monday", "next week", "10:27 PM".
  std::optional<PeriodMention> day_told(std::size_t i) {
    static constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                             "friday", "saturday", "sunday"};
    if (p_.capital(i) && std::ranges::find(days, p_.word(i)) != days.end())
      return PeriodMention{i, i + 1, told_day(i), PeriodRole::told, true, 0};
    if (p_.is_any(i, {"today", "yesterday"})) return PeriodMention{i, i + 1, {}, PeriodRole::told, true, 0};
    if (p_.is_number(i) && p_.is(i + 1, ":") && p_.is_number(i + 2) && !p_.token(i + 1).space_before) {
      std::size_t end = i + 3;
      if (p_.is_any(end, {"am", "pm", "a.m", "p.m"})) ++end;
      return PeriodMention{i, end, {}, PeriodRole::told, true, 0};
    }
    if (const auto end = p_.match_any(i, {"next week", "next month", "next year", "this week", "last week"})) {
      const PeriodRole role = p_.is(i, "next") ? PeriodRole::deadline : PeriodRole::told;
      return PeriodMention{i, end, role == PeriodRole::deadline ? next(p_.word(i + 1)) : Period{}, role, true, 0};
    }
    return std::nullopt;
  }

  // The week (from Monday on), the month or the year after the day of publication.
  Period next(std::string_view what) const {
    if (!context_.published) return {};
    const Date today = *context_.published;
    if (what == "year") return Period::year(year_of(today) + 1);
    if (what == "month") {
      const auto month = today.year() / today.month() + std::chrono::months(1);
      return Period::month(static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
    }
    const sys_days day(today);
    const sys_days monday = day + std::chrono::days(8 - static_cast<int>(std::chrono::weekday(day).iso_encoding()));
    return Period::days(Date(monday), Date(monday + std::chrono::days(6)));
  }

  Period told_day(std::size_t i) const {
    if (!context_.published) return {};
    static constexpr std::array<std::string_view, 7> days = {"sunday",   "monday", "tuesday", "wednesday",
                                                             "thursday", "friday", "saturday"};
    const auto wanted = static_cast<unsigned>(std::ranges::find(days, p_.word(i)) - days.begin());
    sys_days day(*context_.published);
    for (int back = 0; back < 7; ++back, day -= std::chrono::days{1})
      if (std::chrono::weekday(day).c_encoding() == wanted) return Period::day(Date(day));
    return {};
  }

  // A period in its own words, from its first word on.
  std::optional<Found> absolute(std::size_t i) {
    if (auto found = year_ended(i)) return found;
    if (auto found = fiscal_year_of(i, 1, 12)) return found;
    if (auto found = year_of_what_began(i)) return found;
    if (auto found = number_of_months(i)) return found;
    if (auto found = part_of_year(i)) return found;
    if (auto found = day_span(i)) return found;
    if (auto found = month_span(i)) return found;
    if (auto found = single_month(i)) return found;
    if (auto found = relative_year(i)) return found;
    if (auto found = iso_date(i)) return found;
    if (auto found = plain_years(i)) return found;
    return std::nullopt;
  }

  std::optional<FiscalPhrase> fiscal_at(std::size_t i) const {
    return fiscal_year_at(p_, i, context_.fiscal, context_.published);
  }

  // Months `from` to `to` of the fiscal year that the words at `i` name; of one that only "FY" or "the fiscal year"
  // stands for, the last that were over.
  std::optional<Found> fiscal_year_of(std::size_t i, unsigned from, unsigned to) const {
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

  // "in the second year of implementation", in a text on what has been in force since August 2020.
  std::optional<Found> year_of_what_began(std::size_t i) const {
    const auto nth = p_.is(i, "the") && context_.began ? ordinal_word(p_.word(i + 1)) : std::nullopt;
    if (!nth || !p_.is(i + 2, "year") || !p_.ends_before_any(i, {"in", "during", "over", "for"})) return std::nullopt;
    if (!p_.is_any(i + 3, {"of", "since", "after", ",", "following"})) return std::nullopt;
    const Date first = *context_.began + std::chrono::years{*nth - 1};
    const Date last{sys_days(first + std::chrono::years{1}) - std::chrono::days{1}};
    return Found{Period::days(first, last), i + 3, false};
  }

  // "2025-09-08"
  std::optional<Found> iso_date(std::size_t i) const {
    if (!year_number(i) || !p_.is(i + 1, "-") || !p_.is_number(i + 2) || !p_.is(i + 3, "-") || !p_.is_number(i + 4) ||
        p_.token(i + 2).space_before)
      return std::nullopt;
    const auto day =
        parse_date(std::string(p_.word(i)) + "-" + std::string(p_.word(i + 2)) + "-" + std::string(p_.word(i + 4)));
    if (!day) return std::nullopt;
    return Found{Period::day(*day), i + 5, false};
  }

  // "the first eight months of 2025", "the eight months to August", "the first 10 months", "the first three quarters".
  std::optional<Found> number_of_months(std::size_t i) {
    std::size_t j = p_.is(i, "the") ? i + 1 : i;
    bool first = p_.is_any(j, {"first", "past", "last"});
    const bool past = first && !p_.is(j, "first");
    if (first) ++j;
    const auto count = small_number(j);
    if (!count) return std::nullopt;
    std::size_t k = p_.skip_hyphen(j + 1);
    // "the past eight months of the year"
    if (past && !p_.match_any(k + 1, {"of the year", "of this year", "this year"})) return std::nullopt;
    // "the first 20 days of November", or "the 20 days" after these
    const Period& before = context_.period;
    const bool as_before = before.known() && !before.open_start && days_of(before) == *count;
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
    if (p_.is(k, "period")) ++k;
    const auto last = static_cast<unsigned>(quarters ? *count * 3 : *count);
    if (last < 1 || last > 12) return std::nullopt;
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
      if (!year) return std::nullopt;
      return Found{Period::year_to_date(*year, last), end, assumed};
    }
    // Without "first" only with its end said: "eight months to August 2025", "three months ended March 31".
    if (!p_.is_any(k, {"to", "through", "ended", "ending", "until"})) return std::nullopt;
    std::size_t m = k + 1;
    if (p_.is_any(m, {"in", "on"})) ++m;
    if (p_.match(m, "the end of")) m += 3;
    const auto month = month_at(m);
    if (!month || *month < last) return std::nullopt;
    std::size_t after = m + 1;
    if (p_.is_number(after) && !year_number(after)) ++after;
    const auto [year, end, assumed, fiscal] = year_after(after, *month);
    if (!year) return std::nullopt;
    return Found{Period::months(*year, *month - last + 1, *month), end, assumed};
  }

  // "the first half of 2025", "H1 2025", "the third quarter", "Q3", "1H25", "first-half".
  std::optional<Found> part_of_year(std::size_t i) {
    std::size_t j = p_.is(i, "the") ? i + 1 : i;
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
               p_.is_number(j) && word.size() == 1 && glued.size() == 3 && (glued[0] == 'h' || glued[0] == 'q') &&
               !p_.token(j + 1).space_before) {
      // "1H25"
      const auto number = static_cast<unsigned>(word[0] - '0');
      if (number < 1 || number > (glued[0] == 'h' ? 2U : 4U)) return std::nullopt;
      const int year = 2000 + std::atoi(std::string(glued.substr(1)).c_str());
      return Found{glued[0] == 'h' ? Period::half(year, number) : Period::quarter(year, number), j + 2, false};
    } else {
      auto ordinal = ordinal_word(word);
      if (p_.is_any(j, {"i", "ii", "iii", "iv"}) && p_.is_any(j + 1, {"quarter", "half"}))
        ordinal = word == "iv" ? 4 : static_cast<int>(word.size());
      if (p_.inside(j) && p_.token(j).kind == TokenKind::ordinal && word.size() == 1) ordinal = word[0] - '0';
      const bool last = p_.is_any(j, {"last", "final", "latter"});
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

  // "the fiscal first half": the last that was over.
  std::optional<Found> current_fiscal_year(unsigned from, unsigned to, std::size_t end) const {
    if (!context_.published) return std::nullopt;
    const auto calendar = fiscal_year(context_.fiscal, *context_.published);
    if (!calendar) return std::nullopt;
    const int begins = calendar->year_of(*context_.published);
    const Period period = calendar->months(begins, from, to);
    const bool over = sys_days(period.last) <= sys_days(*context_.published);
    return Found{over ? period : calendar->months(begins - 1, from, to), end, true};
  }

  // "the first half", in a text that has spoken of a fiscal year's.
  Period fiscal_part_told(unsigned from, unsigned to) const {
    for (std::size_t k = context_.told.size(); k-- > 0;) {
      const Period& told = context_.told[k];
      if (told.open_start || !told.known()) continue;
      if (const auto calendar = fiscal_year(context_.fiscal, told.last);
          calendar && told == calendar->months(calendar->year_of(told.last), from, to))
        return told;
    }
    return {};
  }

  // "from January 1 to May 31", "between 1 April and 22 December of this financial year", "January 1-May 31".
  std::optional<Found> day_span(std::size_t i) {
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

  struct DayOfMonth {
    unsigned month = 0, day = 0;
    std::size_t end = 0;
  };
  // "22 December", "December 22", "Dec. 22"
  std::optional<DayOfMonth> day_of_month(std::size_t i) const {
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

  // "January-August 2025", "from January to August", "between January and March", "the January-to-August period".
  std::optional<Found> month_span(std::size_t i) {
    std::size_t j = p_.is(i, "the") ? i + 1 : i;
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
      if (p_.is(k, "and") && !p_.ends_before_any(j, {"between", "from", "in", "for", "combined"})) return std::nullopt;
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

  // "August", "August 2025", "August 5", "Aug. 5, 2025", "5 August 2025", "September 17 to 21", "September 17-21".
  std::optional<Found> single_month(std::size_t i) {
    std::size_t j = i;
    if (p_.is(j, "the")) ++j;
    std::optional<unsigned> first_day, last_day;
    std::optional<unsigned> month;
    if (const auto day = day_number(j)) {
      std::size_t k = j + 1;
      if (p_.is_any(k, {"-", "to"}) && day_number(k + 1)) {
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

  // "last year", "this year", "so far this year", "year to date", "last month".
  std::optional<Found> relative_year(std::size_t i) {
    const auto reference = reference_date();
    if (!reference) return std::nullopt;
    const int now = year_of(*reference);
    const unsigned month = month_of(*reference);
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
    const bool other_year = twelve.known() && !twelve.open_start && !twelve.is_year() &&
                            (sys_days(twelve.last) - sys_days(twelve.first)).count() >= 364 &&
                            (sys_days(twelve.last) - sys_days(twelve.first)).count() <= 365;
    if (other_year) {
      if (const auto end = p_.match(i, "last year")) return Found{twelve.years_before(1), end, true};
      if (const auto end = p_.match(i, "this year")) return Found{twelve, end, true};
    }
    if (const auto end = p_.match(i, "last year")) return Found{Period::year(now - 1), end, false};
    if (const auto end = p_.match_any(i, {"this year", "the current year"}))
      return Found{Period::year(now), end, false};
    if (const auto found = years_ago(i)) return found;
    if (const auto end = p_.match(i, "last month"))
      return Found{month > 1 ? Period::month(now, month - 1) : Period::month(now - 1, 12), end, false};
    if (const auto end = p_.match(i, "this month")) return Found{Period::month(now, month), end, false};
    return std::nullopt;
  }

  // "ten years ago", "a decade earlier": of a text on a month or a half, in these.
  std::optional<Found> years_ago(std::size_t i) const {
    const bool decade = p_.is_any(i, {"a", "one"}) && p_.is(i + 1, "decade");
    const auto count = decade ? std::optional(10) : small_number(i);
    if (!count || *count < 2 || !(decade || p_.is(i + 1, "years")) || !p_.is_any(i + 2, {"ago", "earlier"}))
      return std::nullopt;
    const Period& now = context_.period;
    if (now.known() && !now.open_start) return Found{now.years_before(*count), i + 3, true};
    return Found{Period::year(year_of(*context_.published) - *count), i + 3, false};
  }

  // "2024", "2020-2024", "2010 to 2024", "fiscal 2024", "FY2024", "2024-25".
  std::optional<Found> plain_years(std::size_t i) {
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

  // "2015-16 FY", "the 2022-23 fiscal year"
  std::size_t behind_fiscal(std::size_t i) const {
    if (const auto end = p_.match_any(i, {"fy", "fiscal year", "financial year"})) return end;
    return i;
  }

  // "the year ended June 2007", "the fiscal year ended on March 31", "the June 2016 year": the twelve months up to
  // then.
  std::optional<Found> year_ended(std::size_t i) {
    std::size_t j = p_.is(i, "the") ? i + 1 : i;
    const bool month_first = month_at(j) && year_number(j + 1) && p_.is(j + 2, "year");
    if (!month_first) {
      if (p_.is_any(j, {"fiscal", "financial"})) ++j;
      if (!p_.is(j, "year") || !p_.is_any(j + 1, {"ended", "ending", "to", "through"})) return std::nullopt;
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

  bool scale_word(std::size_t i) const {
    return p_.is_any(i, {"million", "billion", "trillion", "percent", "yuan", "dollars", "tons", "tonnes", "containers",
                         "companies", "exhibitors", "km", "kilometers", "teus", "trains"});
  }

  // ---- pieces ----

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

  bool compared_before(std::size_t i) const {
    return p_.ends_before_any(i, {"from",
                                  "over",
                                  "than",
                                  "compared with",
                                  "compared to",
                                  "than in",
                                  "against",
                                  "compared with that of",
                                  "versus",
                                  "compared with that in",
                                  "compared to that in",
                                  "relative to",
                                  "up from",
                                  "comparing to",
                                  "higher than in",
                                  "from that in",
                                  "compared with those of",
                                  "on",
                                  "than during",
                                  "than that of",
                                  "the level of",
                                  "the levels of",
                                  "that of",
                                  "those of",
                                  "the figure for",
                                  "than that in"});
  }

  PeriodRole role_before(std::size_t i, const Found& found) const {
    const bool future =
        context_.published && found.period.known() && sys_days(found.period.last) > sys_days(*context_.published);
    if (p_.ends_before_any(i, {"by the end of", "by end", "by", "by late", "before", "before the end of", "prior to"}))
      return future ? PeriodRole::deadline : PeriodRole::until;
    if (p_.ends_before_any(i, {"as of", "as of the end of", "as at", "up to", "until", "through", "till",
                               "to the end of", "at the end of", "at end", "as of late", "until the end of",
                               "by the close of", "as of end", "through the end of", "end"}))
      return PeriodRole::until;
    if (p_.ends_before_any(i, {"since", "since the end of", "starting from", "starting", "starting in", "since early",
                               "since late", "since the"}))
      return PeriodRole::since;
    const bool days = found.period.known() &&
                      (found.period.first.day() != std::chrono::day{1} || found.period.first == found.period.last);
    if (p_.is_any(found.end, {"level", "levels", "peak", "high", "low", "figure", "figures"}) && !days)
      return PeriodRole::base;  // "exceeding 2019 levels by 18%"
    // "the decline over the first five months"
    const bool stretch = p_.ends_before(i, "over") && i >= p_.begin() + 2 && p_.can(i - 2, use::change_noun);
    if (compared_before(i) && !days && !stretch && (!p_.ends_before_any(i, {"on"}) || found.period.is_year()) &&
        !(p_.ends_before_any(i, {"over", "from"}) && found.period.first_year() != found.period.last_year())) {
      // "from 2010 to 2024" has been read as a span already; "from 2023" alone is a base.
      return PeriodRole::base;
    }
    return PeriodRole::when;
  }

  const Phrase& p_;
  PeriodContext context_;
};

}  // namespace

std::vector<PeriodMention> find_periods(const Phrase& sentence, const PeriodContext& context) {
  return Finder(sentence, context).run();
}

std::optional<Period> parse_period(std::string_view words, std::optional<Date> published) {
  const TokenizedText text = tokenize(words);
  const Phrase phrase(text.tokens, 0, text.tokens.size());
  const auto found = find_periods(phrase, {published, std::nullopt, {}});
  for (const auto& mention : found)
    if (mention.period.known())
      return mention.role == PeriodRole::until ? Period::up_to(mention.period) : mention.period;
  return std::nullopt;
}

}  // namespace tradewind
