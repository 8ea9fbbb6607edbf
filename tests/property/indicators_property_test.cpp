// What must hold for any trade, computed a second time in the slow and obvious way.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "../indicators/readings_of.hpp"

namespace tradewind::tests {
namespace {

constexpr std::array<const char*, 6> partners = {"USA", "JPN", "KOR", "ASEAN", "EU", "GBR"};
constexpr std::array<int, 4> years = {2021, 2022, 2023, 2024};

/// China's exports in units of one million dollars: by partner, then by year.
using Trade = std::array<std::array<long, years.size()>, partners.size()>;

rc::Gen<Trade> any_trade() {
  return rc::gen::map(rc::gen::container<std::vector<int>>(partners.size() * years.size(), rc::gen::inRange(1, 2000)),
                      [](const std::vector<int>& sizes) {
                        Trade trade{};
                        for (std::size_t i = 0; i < sizes.size(); ++i)
                          trade[i / years.size()][i % years.size()] = sizes[i];
                        return trade;
                      });
}

long total(const Trade& trade, std::size_t year) {
  return std::accumulate(trade.begin(), trade.end(), 0L, [year](long sum, const auto& row) { return sum + row[year]; });
}

Ledger ledger_of(Tables& tables, const Trade& trade, const std::string& unit) {
  for (std::size_t y = 0; y < years.size(); ++y) {
    const auto add = [&](const std::string& partner, long value) {
      tables.figure("CHN," + partner + ",exports,goods_trade," + std::to_string(years[y]) + "," +
                    std::to_string(value) + "," + unit);
    };
    for (std::size_t p = 0; p < partners.size(); ++p) add(partners[p], trade[p][y]);
    add("WLD", total(trade, y));
  }
  return tables.build();
}

using ByPartnerAndYear = std::map<std::pair<std::string, int>, Interval>;

ByPartnerAndYear by_partner_and_year(const Ledger& ledger, const char* name, const std::string& among = "") {
  ByPartnerAndYear result;
  for (const auto& reading : all(ledger, name, {.reporter = {"CHN"}, .among = among}))
    result[{reading.partner.text, reading.period.first_year()}] = reading.value;
  return result;
}

bool near(const Interval& a, const Interval& b) {
  return std::abs(a.low - b.low) <= 1e-9 * std::abs(a.low) && std::abs(a.high - b.high) <= 1e-9 * std::abs(a.high);
}

RC_GTEST_PROP(Indicators, ScalingAllTradeLeavesSharesGrowthAndRanksAlone, ()) {
  const Trade trade = *any_trade();
  Tables in_millions, in_billions;
  const Ledger small = ledger_of(in_millions, trade, "million USD");
  const Ledger large = ledger_of(in_billions, trade, "billion USD");
  for (const auto* name : {"share", "growth"}) {
    const auto before = by_partner_and_year(small, name), after = by_partner_and_year(large, name);
    RC_ASSERT(before.size() == after.size());
    for (const auto& [key, value] : before) RC_ASSERT(near(value, after.at(key)));
  }
  RC_ASSERT(by_partner_and_year(small, "rank", "partners") == by_partner_and_year(large, "rank", "partners"));
  RC_ASSERT(by_partner_and_year(small, "streak", "partners") == by_partner_and_year(large, "streak", "partners"));
}

RC_GTEST_PROP(Indicators, AgreeWithTheSlowReference, ()) {
  const Trade trade = *any_trade();
  Tables tables;
  const Ledger ledger = ledger_of(tables, trade, "million USD");
  const auto growth = by_partner_and_year(ledger, "growth"), share = by_partner_and_year(ledger, "share"),
             rank = by_partner_and_year(ledger, "rank", "partners"),
             streak = by_partner_and_year(ledger, "streak", "partners");
  const auto printed = [&](std::size_t p, std::size_t y) {
    return Interval{static_cast<double>(trade[p][y]) - 0.5, static_cast<double>(trade[p][y]) + 0.5};
  };
  const auto rank_of = [&](std::size_t p, std::size_t y) {
    Interval result{1, 1};
    for (std::size_t other = 0; other < partners.size(); ++other) {
      if (other == p) continue;
      result.low += printed(other, y).low > printed(p, y).high ? 1 : 0;
      result.high += printed(other, y).high > printed(p, y).low ? 1 : 0;
    }
    return result;
  };
  for (std::size_t p = 0; p < partners.size(); ++p) {
    int certain = 0, possible = 0;
    bool another_was_first = false;
    for (std::size_t y = 0; y < years.size(); ++y) {
      const std::pair<std::string, int> key{partners[p], years[y]};
      const auto all_trade = static_cast<double>(total(trade, y));
      RC_ASSERT(near(share.at(key), Interval{printed(p, y).low / (all_trade + 0.5) * 100,
                                             printed(p, y).high / (all_trade - 0.5) * 100}));
      if (y > 0)
        RC_ASSERT(near(growth.at(key), Interval{(printed(p, y).low / printed(p, y - 1).high - 1) * 100,
                                                (printed(p, y).high / printed(p, y - 1).low - 1) * 100}));
      RC_ASSERT(rank.at(key) == rank_of(p, y));

      certain = rank_of(p, y).high == 1 ? certain + 1 : 0;
      possible = rank_of(p, y).low == 1 ? possible + 1 : 0;
      another_was_first = another_was_first || rank_of(p, y).low > 1;
      RC_ASSERT(streak.contains(key) == (certain > 0));
      if (certain > 0) {
        RC_ASSERT(streak.at(key).low == certain);
        RC_ASSERT(streak.at(key).high == (another_was_first ? possible : std::numeric_limits<double>::infinity()));
      }
    }
  }
}

}  // namespace
}  // namespace tradewind::tests
