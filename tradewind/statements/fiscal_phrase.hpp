/// Fiscal years in words: "FY2024-25", "FY25", "fiscal 2024", "2015-16 FY", "the current financial year (2022-23)", and
/// "2024-25" alone, in a text on an economy whose years are no calendar years.
#pragma once
#include <optional>
#include <utility>

#include "tradewind/statements/phrase.hpp"
#include "tradewind/world/fiscal_year.hpp"

namespace tradewind {

struct FiscalPhrase {
  FiscalYear calendar;
  int begins = 0;        ///< the calendar year in which it begins
  std::size_t end = 0;   ///< the token behind it
  bool assumed = false;  ///< "this fiscal year": the text leaves it to the reader which
  bool open = false;     ///< "FY", "the fiscal year" alone: the current one, or the one before where this cannot be
};

/// The fiscal year that begins at token `i`; nothing where the economy's years are calendar years.
/// `told` are the months of the text's fiscal years where it has said them: "FY 2023-24 (April-March)".
std::optional<FiscalPhrase> fiscal_year_at(const Phrase& sentence, std::size_t i, const EconomyCode& economy,
                                           const std::optional<FiscalYear>& told, const std::optional<Date>& published);

/// "(April-March)", "(April to February)" at token `i`: its two months; nothing for other words.
std::optional<std::pair<unsigned, unsigned>> months_in_brackets(const Phrase& sentence, std::size_t i);

}  // namespace tradewind
