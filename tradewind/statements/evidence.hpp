/// What the ledger knows of a statement: the readings of the indicator that its kind asks for, held against its
/// interval.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tradewind/indicators/indicators.hpp"
#include "tradewind/statements/verdict.hpp"

namespace tradewind {

/// The readings that an article's statements need, fetched once for each indicator.
class Readings {
 public:
  Readings(const Ledger& ledger, const std::vector<Statement>& statements, std::optional<Date> published);

  /// All readings of an indicator for a reporter; empty when there are none.
  const std::vector<Reading>& of(const std::string& indicator, const EconomyCode& reporter) const;
  /// Whether a publisher gathers what others have published.
  bool is_compiler(const std::string& publisher) const;
  /// The money that an economy counts in; empty where no table says.
  std::string currency_of(const EconomyCode& economy) const;
  /// The currency's rates (units per dollar) over a period: the hull of the averages and of the lowest and highest
  /// rates; nothing when the ledger has none.
  std::optional<Interval> rate(const std::string& currency, const Period& period, std::string_view basis) const;

 private:
  void keep(std::span<const std::string_view> names, std::vector<std::vector<Reading>> found);

  std::vector<std::string> compilers_;
  std::map<EconomyCode, std::string> currencies_;  // of those whose rates of growth may be in their own
  std::map<std::pair<std::string, EconomyCode>, std::vector<Reading>> by_reporter_;
};

/// Evidence for a statement from the ledger, agreeing first, then the most direct.
std::vector<Evidence> evidence_for(const Statement& statement, const Readings& readings);

}  // namespace tradewind
