/// Readings of a small ledger, as tests ask for them.
#pragma once
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "../ledger/small_ledger.hpp"
#include "tradewind/indicators/indicators.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {

inline std::vector<Reading> all(const Ledger& ledger, std::string_view name, const Selection& selection) {
  return readings(ledger, name, selection);
}

/// The only reading that a selection finds.
inline Reading only(const Ledger& ledger, std::string_view name, const Selection& selection) {
  const auto found = readings(ledger, name, selection);
  EXPECT_EQ(found.size(), 1U) << name;
  return found.empty() ? Reading{} : found.front();
}

}  // namespace tradewind::tests
