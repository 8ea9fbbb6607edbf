/// Which row is which row's past: lags over a panel of units and times.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/world/columns.hpp"

namespace tradewind::estimation {

/// What identifies a row for lags: one or more columns that name the unit, and one of time.
struct Panel {
  std::vector<std::string> unit;
  std::string time;
};

/// "pair year", "pair, year" or "~pair + year"; the last is time. InputError for fewer than two columns.
Panel parse_panel(std::string_view text);

class PanelIndex {
 public:
  /// As in fixest, a step of a numeric time is the greatest one that divides all differences (2, 4 and 10 are steps of
  /// two), and times of another kind (texts, dates) follow one another in their order.
  /// InputError: an unknown column, a time with decimals, a unit with two rows of the same time.
  PanelIndex(const Panel& panel, const Columns& columns);

  static constexpr std::uint32_t none = Categories::missing;
  /// For each row the row of the same unit `steps` earlier (later where negative); none where there is no such row.
  std::vector<std::uint32_t> earlier(int steps) const;

 private:
  struct Moment {
    std::uint32_t unit;
    std::int32_t time;
    std::uint32_t row;
  };
  std::vector<Moment> moments_;  // by unit, then by time
  std::size_t rows_;
};

}  // namespace tradewind::estimation
