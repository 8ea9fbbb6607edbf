/// Periods in words: "the first eight months of 2025", "Jan-Aug", "last year", "the same period of 2024",
/// "by the end of July", "September 17 to 21".
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "tradewind/statements/phrase.hpp"
#include "tradewind/world/economy.hpp"
#include "tradewind/world/fiscal_year.hpp"

namespace tradewind {

enum class PeriodRole {
  when,      ///< the figure is about this period
  base,      ///< what it is compared with: "from a year earlier", "over 2023"
  until,     ///< a sum up to its end: "by July", "as of the end of 2024"
  since,     ///< from its beginning on: "since 2009"
  told,      ///< the day on which something was said: "on Monday"
  same,      ///< the period that the text is already in: "during the same period"
  deadline,  ///< a future one: "by the end of this year", "next week"
};

struct PeriodMention {
  std::size_t begin = 0, end = 0;  ///< tokens
  Period period;                   ///< unknown for `same`, until the context is known
  PeriodRole role = PeriodRole::when;
  bool year_assumed = false;              ///< the text leaves the year to the reader
  int years_back = 0;                     ///< with `same`: "the same period last year" is one year back
  std::optional<Date> fiscal_start = {};  ///< "as of October this fiscal year": of that year
};

/// What relative words are relative to.
struct PeriodContext {
  std::optional<Date> published;
  std::optional<int> year;                       ///< the year that the text last named
  Period period;                                 ///< of the last figure; may be unknown
  std::span<const Period> told = {};             ///< all that figures were of, the last one last
  EconomyCode fiscal = {};                       ///< whose fiscal years the text counts in
  std::optional<FiscalYear> fiscal_months = {};  ///< of its fiscal years, where it has said them
  std::optional<Date> began = {};                ///< of what "the second year" is one
};

/// All periods of a sentence, in their order; they do not overlap.
std::vector<PeriodMention> find_periods(const Phrase& sentence, const PeriodContext& context);

}  // namespace tradewind
