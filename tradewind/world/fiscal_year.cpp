#include "tradewind/world/fiscal_year.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tradewind {

namespace {

struct FiscalYears {
  std::string_view economy;
  unsigned first_month;
  bool named_by_first = false;
  int from = 0, to = 9999;  // the years that begin between these
  bool budget_only = false;
};

// By economy; searched as it is sorted.
constexpr auto rows = std::to_array<FiscalYears>({
    {"AUS", 7},
    {"BGD", 7},
    {.economy = "BRN", .first_month = 4, .budget_only = true},
    {"BTN", 7},
    {"BWA", 4},
    {.economy = "CAN", .first_month = 4, .budget_only = true},
    {"EGY", 7},
    {"ETH", 7},                                                 // from the 8th on
    {.economy = "GBR", .first_month = 4, .budget_only = true},  // from the 6th on, for taxes
    {.economy = "HKG", .first_month = 4, .budget_only = true},
    {"IND", 4},
    {"JPN", 4, true},
    {"KEN", 7},
    {.economy = "KWT", .first_month = 4, .budget_only = true},
    {"LAO", 10, false, 0, 2015},
    {"MMR", 4, false, 0, 2017},
    {"MMR", 10, false, 2018, 2020},
    {"MMR", 4, false, 2022},
    {"MUS", 7},
    {"MWI", 4},
    {"NAM", 4},
    {"NPL", 7},  // from the middle of the month on
    {"NZL", 7},
    {"PAK", 7},
    {.economy = "SGP", .first_month = 4, .named_by_first = true, .budget_only = true},
    {"THA", 10},
    {"TZA", 7},
    {"UGA", 7},
    {"USA", 10},
    {"ZAF", 4},
});
static_assert(std::ranges::is_sorted(rows, {}, &FiscalYears::economy));

// Codes of three letters in their order, without looking at letters one by one.
constexpr unsigned number_of(std::string_view code) {
  unsigned number = 0;
  for (const char letter : code.substr(0, 3)) number = number << 8U | static_cast<unsigned char>(letter);
  return number;
}

}  // namespace

int FiscalYear::year_of(const Date& day) const {
  const int year = static_cast<int>(day.year());
  return static_cast<unsigned>(day.month()) >= first_month ? year : year - 1;
}

Period FiscalYear::months(int begins, unsigned from, unsigned to) const {
  const auto month_of = [&](unsigned nth) {
    const unsigned months = first_month - 1 + nth - 1;
    return Period::month(begins + static_cast<int>(months / 12), months % 12 + 1);
  };
  return {month_of(from).first, month_of(to).last, false};
}

std::optional<FiscalYear> fiscal_year(const EconomyCode& economy, int year) {
  if (economy.text.size() != 3) return std::nullopt;
  const unsigned code = number_of(economy.text);
  const auto number = [](const FiscalYears& row) { return number_of(row.economy); };
  for (auto row = std::ranges::lower_bound(rows, code, {}, number); row != rows.end() && number(*row) == code; ++row)
    if (row->from <= year && year <= row->to)
      return FiscalYear{row->first_month, row->named_by_first, row->budget_only};
  return std::nullopt;
}

std::optional<FiscalYear> fiscal_year(const EconomyCode& economy, const Date& day) {
  const auto that_year = fiscal_year(economy, static_cast<int>(day.year()));
  return that_year ? fiscal_year(economy, that_year->year_of(day)) : std::nullopt;
}

}  // namespace tradewind
