/// Fiscal years that are no calendar years: in which month they begin, and after which of their two years they are
/// named. Facts from The World Factbook, field "Fiscal year" (editions of 2008 to 2024); New Zealand's, Myanmar's and
/// Laos's after their statistics offices.
#pragma once
#include <optional>

#include "tradewind/world/economy.hpp"

namespace tradewind {

struct FiscalYear {
  unsigned first_month = 1;     ///< 4: April to March
  bool named_by_first = false;  ///< "fiscal 2024" begins in 2024 (Japan), where others end in it
  bool budget_only = false;     ///< trade is counted in years and quarters of the calendar

  /// The calendar year in which the fiscal year of this name ("FY24": 2024) begins.
  int begins_in(int name) const { return named_by_first ? name : name - 1; }
  /// That in which the fiscal year of a day began.
  int year_of(const Date& day) const;
  /// The calendar year of a month in the fiscal year that began in `begins`.
  int year_of_month(int begins, unsigned month) const { return month >= first_month ? begins : begins + 1; }
  /// Months `from` to `to` (1 to 12) of the fiscal year that began in `begins`.
  Period months(int begins, unsigned from, unsigned to) const;
};

/// The fiscal year of an economy around a calendar year; nothing where it is the calendar year, or unknown.
std::optional<FiscalYear> fiscal_year(const EconomyCode& economy, int year);
/// That of a day.
std::optional<FiscalYear> fiscal_year(const EconomyCode& economy, const Date& day);

}  // namespace tradewind
