#include "tradewind/statements/period_phrase.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tradewind/statements/reader.hpp"
#include "tradewind/statements/stated_periods.hpp"

namespace tradewind {
namespace {

class PeriodPhraseFinder : StatedPeriods {
 public:
  PeriodPhraseFinder(const Phrase& phrase, const PeriodContext& context) : StatedPeriods(phrase, context) {}

  std::vector<PeriodMention> run() {
    std::vector<PeriodMention> result;
    for (std::size_t i = p_.begin(); i < p_.end();) {
      if (auto mention = at(i)) {
        if (mention->period.known()) last_ = mention->period;
        if (mention->period.known() && !mention->year_assumed && mention->role == PeriodRole::when && !aside(i))
          context_.year = mention->period.last_year();
        i = std::max(i + 1, mention->end);
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
      if (p_.can(k, use::relative) || p_.is_any(k, "from|than|against|versus|when") ||
          p_.match_any(k, "compared with|compared to|compares with"))
        return true;
      if (p_.is_any(k, ",|;|and|but|while")) return false;
    }
    return false;
  }

  std::optional<PeriodMention> at(std::size_t i) {
    const Token& token = p_.token(i);
    const bool may_begin = p_.can(i, use::time) || token.kind == TokenKind::number ||
                           token.kind == TokenKind::ordinal ||
                           (token.kind == TokenKind::word && token.text.starts_with("fy")) ||
                           p_.is_any(i + 1, "fiscal|financial|fy") || p_.is_any(i, "since|previous");
    if (!may_begin) return std::nullopt;
    if (auto mention = same_period(i)) return mention;
    if (auto mention = of_such_a_time(i)) return mention;
    if (auto mention = base_phrase(i)) return mention;
    if (auto mention = day_told(i)) return mention;
    // "in the second quarter, above the $5 billion of the first"
    if (const auto nth = p_.is(i, "the") && !p_.is_word(i + 2) && p_.is_any(i - 1, "of|in|than|from")
                             ? ordinal_word(p_.word(i + 1))
                             : std::nullopt;
        nth && *nth <= 4 && lasts(last_, "quarter")) {
      const Found found{Period::quarter(last_.last_year(), static_cast<unsigned>(*nth)), i + 2, false};
      return PeriodMention{i, found.end, found.period, role_before(i, found), false, 0};
    }
    const auto found = absolute(i);
    if (!found) return std::nullopt;
    return PeriodMention{i, found->end,         found->period, role_before(i, *found), found->year_assumed,
                         0, found->fiscal_start};
  }

  // Whether a period is a "month", "week", "half", "year", else a quarter.
  static bool lasts(const Period& period, std::string_view unit) {
    const std::pair<int, int> days = unit.starts_with("month") ? std::pair(28, 31)
                                     : unit == "week"          ? std::pair(7, 7)
                                     : unit == "half"          ? std::pair(181, 184)
                                     : unit == "annual"        ? std::pair(365, 366)
                                                               : std::pair(90, 92);
    return period.known() && !period.open_start && period.day_count() >= days.first &&
           period.day_count() <= days.second;
  }

  // "China led the monthly rise", "The annual deficit was $3 billion", in a text on both a month and a year
  // ... "The annual deficit", of a text on a month: the twelve months up to then
  std::optional<PeriodMention> of_such_a_time(std::size_t i) const {
    if (!p_.is_any(i, "monthly|quarterly|annual") ||
        !(p_.is(i - 1, "the") || (i == p_.begin() && p_.is(i, "annual"))) ||
        !p_.can(p_.is_any(i + 1, "merchandise|goods") ? i + 2 : i + 1, use::change_noun | use::measure) ||
        lasts(context_.period, p_.word(i)))
      return std::nullopt;
    const auto as_long = [this, i](const Period& period) { return lasts(period, p_.word(i)); };
    const Period* told = context_.period.known() ? last_spoken_of(as_long) : nullptr;
    if (told) return PeriodMention{i, i + 1, *told, PeriodRole::when, true, 0};
    if (!p_.is(i, "annual") || !lasts(context_.period, "month") || !p_.can(i + 1, use::measure)) return std::nullopt;
    return PeriodMention{i, i + 1, months_up_to(context_.period.last, 12), PeriodRole::when, true, 0};
  }

  // The period of the last figure, else the last one told that is of no earlier year, where it is such a one.
  template <class Is>
  const Period* last_spoken_of(const Is& is_such) const {
    if (is_such(context_.period)) return &context_.period;
    for (std::size_t k = context_.told.size(); k-- > 0;)
      if (is_such(context_.told[k]) && context_.told[k].last_year() >= context_.period.last_year())
        return &context_.told[k];
    return nullptr;
  }

  // "the same period", "the same period last year", "the same period of 2024", "the corresponding period", "the
  // period".
  std::optional<PeriodMention> same_period(std::size_t i) {
    std::size_t j = p_.is_any(i, "the|a") ? i + 1 : i;
    std::size_t end = p_.match_any(j, "year ago period|same time period");
    if (end == 0 && p_.is_any(j, "same|corresponding|similar|comparable|equivalent|matching|like|equal|parallel")) {
      // "the same nine months of 2024"
      // ... "the same January-March period in 2017"
      const bool span = month_at(j + 1) && p_.is(j + 2, "-") && month_at(j + 3);
      const std::size_t unit = span ? j + 4 : small_number(j + 1) ? p_.skip_hyphen(j + 2) : j + 1;
      const bool besides = p_.is(unit, "time") && p_.ends_before(p_.before_the(j), "at") && p_.is(unit + 1, ",");
      if (!besides &&
          p_.is_any(unit, "period|time|timeframe|month|months|quarter|quarters|year|years|half|stretch|part|semester"))
        end = p_.is(unit + 1, "period") ? unit + 2 : unit + 1;  // "the same six-month period last year"
    }
    if (end == 0 && p_.is(i, "a")) return std::nullopt;
    // "at the end of the same month"
    if (end && p_.ends_before(i, "the end of") && !p_.is_any(end, "of|a|last|in") && context_.period.known())
      return PeriodMention{i, end, context_.period, PeriodRole::until, true, 0};
    if (end == 0) end = p_.match_any(i, "this period|that period|these months|this half|this quarter");
    if (end == 0 && j > i) {
      const std::size_t unit = p_.match_any(j, "half year|month|quarter|week|half");
      if (unit && p_.ends_before_any(i, "for|during|in") &&
          !p_.is_any(unit, "of|to|before|ended|ending|from|through|under")) {
        const auto as_long = [this, j](const Period& period) { return lasts(period, p_.word(j)); };
        if (p_.match_any(unit, "last year|a year|one year")) {
          end = unit;
        } else {
          if (const Period* told = context_.period.known() ? last_spoken_of(as_long) : nullptr)
            return PeriodMention{i, unit, *told, PeriodRole::when, true, 0};
        }
      } else if (p_.is(j, "period") && !year_number(j + 1) && !p_.is_any(j + 1, "from|between") &&
                 (p_.ends_before(i, "in") || p_.ends_before(i, "during") || p_.ends_before(i, "for") ||
                  p_.ends_before(i, "over")))
        end = j + 1;
      else if (const auto year = whole_year_to_come(i))
        return year;
      else if (p_.is(j, "year") && !year_number(j + 1) && !p_.is_any(j + 1, "ended|ending|that|which|to|through|-") &&
               (p_.ends_before(i, "in") || p_.ends_before(i, "during") || p_.ends_before(i, "for"))) {
        // in a text on a month and on the year around it
        if (const Period* told = last_spoken_of([](const Period& period) { return lasts(period, "annual"); });
            told && told->last_year() == context_.period.last_year())
          return PeriodMention{i, j + 1, *told, PeriodRole::when, true, 0};
        // "$246 billion in December and $2.7 trillion for the year"
        if (p_.ends_before(i, "for") && last_.known() && lasts(last_, "month") &&
            last_.last.month() == std::chrono::December)
          return PeriodMention{
              i, p_.match(j + 1, "as a whole") ? j + 4 : j + 1, Period::year(last_.last_year()), PeriodRole::when, true,
              0};
        end = j + 1;
      } else if (const auto k = p_.match_any(
                     j,
                     "reviewed period|reporting period|period under review|review period|cited period|"
                     "said period|period concerned|period in question|given period|period under consideration|"
                     "month under consideration|month under review|year under review|reported period"))
        end = k;
    }
    if (end == 0)
      if (const auto mention = as_long_as_before(i)) return mention;
    if (end == 0) return std::nullopt;
    PeriodMention mention{i, end, {}, PeriodRole::same, false, 0};
    const bool compared = compared_before(i);
    // "the corresponding period (Q1) of 2022"
    const std::size_t gloss = p_.is(end, "(") && p_.is(end + 2, ")") && p_.word(end + 1).size() == 2 ? end + 3 : end;
    std::size_t k = p_.is_any(gloss, "of|in|a|during|with") ? gloss + 1 : gloss;
    if (p_.is(k, "the")) ++k;
    if (const auto last =
            p_.match_any(k,
                         "previous fy|last fy|previous fiscal year|last fiscal year|previous financial year|"
                         "last financial year|last year|previous year|year earlier|year ago|year before|"
                         "prior year|preceding year")) {
      mention.years_back = 1;
      mention.end = last;
    } else if (const auto fiscal = fiscal_at(k); fiscal && !fiscal->assumed && context_.period.known()) {
      // "the same quarter of FY22"
      mention.years_back = std::max(0, fiscal->calendar.year_of(context_.period.last) - fiscal->begins);
      mention.end = fiscal->end;
    } else if (const auto year = year_number(k)) {
      // "from $14 billion between January and May last year to $11 billion in the same period of 2024"
      if (last_.known() && !last_.open_start && last_.last_year() == *year - 1 && !compared) {
        mention.period = last_.years_before(-1), mention.end = k + 1, mention.role = PeriodRole::when;
        return mention;
      }
      // so many years before the time that the sentence tells, else the text
      const Period& told = context_.period;
      const int now = context_.year.value_or(told.known() && told.last_year() > *year ? told.last_year()
                                             : context_.published                     ? year_of(*context_.published)
                                                                                      : *year + 1);
      mention.years_back = std::max(0, now - *year);
      mention.end = k + 1;
    }
    // "declined 7 percent over the same period": in it
    if (mention.years_back == 0 && p_.ends_before(i, "over")) return mention;
    if (compared || mention.years_back > 0) mention.role = compared ? PeriodRole::base : PeriodRole::same;
    return mention;
  }

  // "For the year it aims at $3 billion", "We expect to close the year at $5 billion": of a text on its first months
  std::optional<PeriodMention> whole_year_to_come(std::size_t i) const {
    const Period& now = context_.period;
    if (!p_.is(i, "the") || !p_.is(i + 1, "year") || !context_.published || now.is_year() ||
        (now.known() && now.last_year() != year_of(*context_.published)) ||
        !(p_.ends_before_any(i, "for|over|close|end|finish|closing|ending|finishing") ||
          p_.is_any(i + 3, "end|close|finish")))
      return std::nullopt;
    constexpr std::size_t near = 8;
    bool planned = expected(i);
    for (std::size_t k = i + 2; k < i + near && !planned; ++k)
      planned = p_.can(k, use::to_come) || p_.is_any(k, "expects|forecasts|projects");
    if (!planned) return std::nullopt;
    return PeriodMention{i, i + 2, Period::year(year_of(*context_.published)), PeriodRole::when, true, 0};
  }

  // "the 20-day period", "over the nine months", "in two months of this year": the last period spoken of that is as
  // long.
  std::optional<PeriodMention> as_long_as_before(std::size_t i) const {
    std::size_t j = p_.skip_the(i);
    const auto count = small_number(j);
    if (!count) return std::nullopt;
    std::size_t end = p_.skip_hyphen(j + 1);
    const bool days = p_.is_any(end, "day|days"), months = p_.is_any(end, "month|months");
    if (!days && !months) return std::nullopt;
    ++end;
    if (p_.is(end, "period")) ++end;
    const std::size_t of_year =
        p_.match_any(end, "of this year|of the year|this year|of this fiscal year|of the current fiscal year");
    const bool led = p_.ends_before_any(i, "in|during|over|for|course of|these|those");
    if (j == i && !led) return std::nullopt;
    if (of_year && led)
      end = of_year;
    else if (p_.is_any(end, "to|through|from|of|ended|ending|until|since|after|before"))
      return std::nullopt;
    const auto as_long = [&](const Period& period) {
      if (!period.known() || period.open_start) return false;
      return (days ? period.day_count() : months_of(period)) == *count;
    };
    if (const Period* told = last_spoken_of(as_long)) return PeriodMention{i, end, *told, PeriodRole::when, true, 0};
    // "Over 11 months", of a text on November: since the year began
    const Period& now = context_.period;
    if (months && *count > 2 && now.known() && !now.open_start && p_.ends_before_any(i, "in|over|during") &&
        static_cast<int>(static_cast<unsigned>(now.last.month())) == *count)
      return PeriodMention{
          i, end, Period::year_to_date(now.last_year(), static_cast<unsigned>(*count)), PeriodRole::when, true, 0};
    return std::nullopt;
  }

  // "a year earlier", "year on year", "from the previous month": what a growth is measured against.
  std::optional<PeriodMention> base_phrase(std::size_t i) {
    const auto year_back =
        p_.match_any(i,
                     "a year earlier|a year ago|a year before|one year earlier|one year ago|the year before|"
                     "the previous year|the prior year|the preceding year|the previous fiscal year|"
                     "the previous financial year|the previous fiscal|the previous fy|"
                     "the preceding fiscal year|year on year|year over year|y o y|on year on year basis|"
                     "on year|yoy|on an annual basis|y / y|on a yearly basis|annually|from last year|"
                     "over last year|than last year|compared with last year|compared to last year|"
                     "on a year on year basis|the year earlier|one year before|twelve months before|"
                     "twelve months earlier|12 months before|12 months earlier|a year prior|the year prior");
    // "In the previous year it had expanded by 10 percent"
    if (year_back && i == p_.begin() + 1 && p_.is(p_.begin(), "in") && context_.period.known() &&
        p_.is_any(i + 1, "previous|prior|preceding|year"))
      return PeriodMention{i, year_back, context_.period.years_before(1), PeriodRole::when, true, 0};
    // "$7 billion in the previous fiscal year", where no time is told yet: in the last that is over
    if (year_back && !context_.period.known() && !last_.known() && p_.ends_before_any(i, "in|during|for") &&
        p_.is_any(i + 2, "fiscal|financial|fy"))
      return std::nullopt;
    if (year_back) {
      // "the year-earlier quarter"
      const bool of_part = p_.ends_before(year_back, "year - earlier") && p_.is_any(year_back, "quarter|month|period");
      PeriodMention mention{i, year_back + (of_part ? 1 : 0), {}, PeriodRole::base, false, 1};
      return mention;
    }
    // "up from previous year's $5 billion"
    if (p_.is(i, "previous") && p_.is_any(i + 1, "year|month|quarter") && p_.is(i + 2, "'s") && !p_.is(i - 1, "the"))
      return PeriodMention{i, i + 2, {}, PeriodRole::base, false, p_.is(i + 1, "year") ? 1 : 0};
    // "in the preceding 12 months"
    const std::size_t count = p_.skip_the(i) + 1;
    if (p_.is_any(count - 1, "previous|preceding|prior") && small_number(count) && p_.is(count + 1, "months"))
      return PeriodMention{i, count + 2, {}, PeriodRole::base, false, *small_number(count) == 12 ? 1 : 0};
    const auto month_back =
        p_.match_any(i,
                     "month on month|month over month|the previous month|on a monthly basis|"
                     "on a month on month basis|on a quarterly basis|on a quarter on quarter basis|"
                     "a month earlier|a month ago|quarter on quarter|the previous quarter|"
                     "quarter over quarter|from last month|the month before|a month before|the quarter before|"
                     "one month earlier|the prior month|the preceding month|the preceding quarter|"
                     "the prior quarter|on the month|on the quarter|a quarter earlier|the month earlier|"
                     "the quarter earlier|a month prior|the month prior|a quarter prior|the quarter prior");
    if (month_back) return PeriodMention{i, month_back, {}, PeriodRole::base, false, 0};
    return std::nullopt;
  }

  // "on Monday", "next week", "10:27 PM".
  std::optional<PeriodMention> day_told(std::size_t i) {
    static constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                             "friday", "saturday", "sunday"};
    if (p_.capital(i) && std::ranges::find(days, p_.word(i)) != days.end()) {
      // "By Sunday the line had carried 5 million tonnes"
      const bool until = context_.published && p_.ends_before_any(i, "by|as of|up to");
      return PeriodMention{i, i + 1, told_day(i), until ? PeriodRole::until : PeriodRole::told, !until, 0};
    }
    if (p_.is_any(i, "today|yesterday")) return PeriodMention{i, i + 1, {}, PeriodRole::told, true, 0};
    if (p_.is_number(i) && p_.is(i + 1, ":") && p_.is_number(i + 2) && !p_.token(i + 1).space_before) {
      std::size_t end = i + 3;
      if (p_.is_any(end, "am|pm|a.m|p.m")) ++end;
      return PeriodMention{i, end, {}, PeriodRole::told, true, 0};
    }
    // "4 p.m."
    if (p_.is_number(i) && p_.is_any(i + 1, "a|p") && p_.is(i + 2, ".") && p_.is(i + 3, "m"))
      return PeriodMention{i, i + 4, {}, PeriodRole::told, true, 0};
    // "from $10 billion in 2018 to $12 billion the year after"
    if (const auto end = p_.match_any(i, "the following year|the year after|the next year|a year later");
        end && !p_.can(end, use::determiner | use::pronoun) && last_.known() && !last_.open_start &&
        last_.day_count() >= 365 && last_.day_count() <= 366)
      return PeriodMention{i, end, last_.years_before(-1), PeriodRole::when, false, 0};
    // "from $8 billion in 2005 to $16 billion five years later"
    if (const auto count = p_.is_any(i + 1, "years") && p_.is(i + 2, "later") ? small_number(i) : std::nullopt;
        count && last_.known() && !last_.open_start && last_.is_year())
      return PeriodMention{i, i + 3, last_.years_before(-*count), PeriodRole::when, false, 0};
    // "The following month exports reached $5 billion"
    if (const auto end = p_.match_any(i, "the following month|the following year");
        end && (p_.is(end - 1, "year") ? context_.period.is_year() : lasts(context_.period, "month")))
      return PeriodMention{i, end, next(p_.word(end - 1), context_.period.last), PeriodRole::when, true, 0};
    if (const auto end = p_.match_any(i, "next week|next month|next year|this week|last week")) {
      const PeriodRole role = p_.is(i, "next") ? PeriodRole::deadline : PeriodRole::told;
      const bool known = role == PeriodRole::deadline && context_.published;
      return PeriodMention{i, end, known ? next(p_.word(i + 1), *context_.published) : Period{}, role, true, 0};
    }
    return std::nullopt;
  }

  // The week (from Monday on), the month or the year after that of a day.
  static Period next(std::string_view what, const Date& today) {
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

  bool compared_before(std::size_t i) const {
    // "Comparing May 2024 with May 2023, ..."
    constexpr std::size_t longest = 7;
    for (std::size_t k = i; p_.is(i - 1, "with") && k > p_.begin() && i - k < longest; --k)
      if (p_.is(k - 1, "comparing")) return true;
    // "The figure for 2012 was", "said that the figure for 2015 is": what is told
    const std::size_t figure = p_.before_the(i - 2);
    if (p_.is(i - 1, "for") && i > p_.begin() + 1 && p_.is(i - 2, "figure") &&
        (figure == p_.begin() || p_.is_any(figure - 1, ",|that|and|while|whereas|but")))
      return false;
    // "below the level of 2019", "less than the figure for May"
    // ... "compared to the value recorded in May"
    const std::size_t amount = p_.is_any(i - 2, "recorded|registered|posted|reported|seen") ? i - 3 : i - 2;
    const bool of_amount =
        p_.is_any(i - 1, "of|in|for|from|during") &&
        (p_.can(amount, use::figure_noun | use::value_noun | use::rate_noun) || p_.is_any(amount, "level|levels"));
    if (of_amount &&
        p_.ends_before_any(p_.before_the(amount), "than|below|above|under|against|over|from|compared to|compared with"))
      return true;
    // "equal to 83 percent of the same period last year"
    if (p_.is(i - 1, "of") && p_.is_any(i - 2, "%|percent|pct|cent") && !month_at(i) && !year_number(i)) return true;
    return p_.ends_before_any(i,
                              "from|over|than|compared with|compared to|than in|above|below|in relation to|against|"
                              "compared with that of|versus|in comparison with|in comparison to|in contrast to|in "
                              "contrast with|compared with that in|compared to that in|relative to|"
                              "up from|comparing to|higher than in|from that in|compared with those of|on|than during|"
                              "than that of|the level of|the levels of|the average of|the average for|the average "
                              "in|that of|those of|the figure for|than that in|as "
                              "much as in|as many as in|"
                              "from the event|than the event|from the expo|from the fair|from the edition|as high as "
                              "in|as large as in|as much as|the same as in|the same as|vis à vis|vis a vis");
  }

  // "rose 5 percent", "5 percent higher", "rose": what is held against a time that "over" stands before
  bool counts_a_change(std::size_t i) const {
    return !p_.inside(i) || p_.is_number(i) || scale_word(i) || p_.can(i, use::direction) ||
           p_.is_any(i, "%|percent|pct|cent|points|)|bn|m|higher|lower|more|less|fewer|again|slightly|sharply");
  }

  PeriodRole role_before(std::size_t i, const Found& found) const {
    const bool future =
        context_.published && found.period.known() && sys_days(found.period.last) > sys_days(*context_.published);
    if (p_.ends_before_any(i,
                           "by the end of|by end|by|by late|by mid|by mid -|by middle of|by the middle "
                           "of|before|before the end of|prior to"))
      return future ? PeriodRole::deadline : PeriodRole::until;
    if (p_.ends_before_any(i,
                           "as of|as of the end of|as at|up to|until|through|till|to the end of|at the end of|"
                           "at end|as of late|until the end of|by the close of|as of end|through the end of|end"))
      return PeriodRole::until;
    if (p_.ends_before_any(i,
                           "since|since the end of|starting from|starting|starting in|since early|since late|"
                           "since the"))
      return PeriodRole::since;
    // "the Economic Survey 2021 shows": when it came out
    if (p_.capital(i - 1) && i > p_.begin() && p_.is_any(i - 1, "survey|report|yearbook|review|outlook|bulletin"))
      return PeriodRole::told;
    const bool days = found.period.known() &&
                      (found.period.first.day() != std::chrono::day{1} || found.period.first == found.period.last);
    // "exceeding 2019 levels by 18%"; not "pushing the seven-month figure to"
    const bool stretch_of_months = !found.period.is_years() && !found.period.is_year() && months_of(found.period) > 1;
    if (p_.is_any(found.end, "level|levels|peak|high|low") && !days) return PeriodRole::base;
    // ... nor "The August figures show a deficit with Mexico"
    // ... "with the 2019 figure a record $9 billion"
    const bool source = p_.can(found.end + 1, use::say) || (p_.is(found.end, "figures") && i <= p_.begin() + 1) ||
                        p_.is_any(found.end + 1, "a|at|was");
    if (p_.is_any(found.end, "figure|figures") && !days && !stretch_of_months && !source) return PeriodRole::base;
    // "the decline over the first five months", "Over the first five months, exports fell"
    const bool opens = i < p_.begin() + 2 || p_.is_any(i - 2, ",|;|-|:");
    // "an increase over May 2018" is none of a stretch, "Over 2018 as a whole, the deficit was" one of a year
    const bool stretch =
        p_.ends_before(i, "over") &&
        (!found.period.is_year() || (opens && (p_.is(found.end, ",") || p_.match(found.end, "as a whole")))) &&
        (opens || (i >= p_.begin() + 2 && p_.can(i - 2, use::change_noun) && months_of(found.period) > 1) ||
         (stretch_of_months && !counts_a_change(i - 2)));  // "the largest investor over the first half of the year"
    // "-1.2% on July", "1.2% down on July"
    const bool on_month =
        p_.ends_before(i, "on") && p_.is_any(i - 2, "%|percent|pct|cent|up|down|higher|lower|)|bn|billion|m|million");
    if (compared_before(i) && !(days && p_.ends_before_any(i, "from|over|on")) && !stretch &&
        (!p_.ends_before_any(i, "on") || found.period.is_year() || on_month) &&
        !(p_.ends_before_any(i, "over|from") && months_of(found.period) > 12)) {
      // "from 2010 to 2024" has been read as a span already; "from 2023" alone is a base.
      return PeriodRole::base;
    }
    return PeriodRole::when;
  }
};

}  // namespace

std::vector<PeriodMention> find_periods(const Phrase& sentence, const PeriodContext& context) {
  return PeriodPhraseFinder(sentence, context).run();
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
