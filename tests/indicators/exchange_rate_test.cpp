#include <gtest/gtest.h>

#include "readings_of.hpp"

namespace tradewind::tests {
namespace {

const std::string header = "currency,period,kind,value,unit,publisher,publication,published,url,note\n";

std::string months(const std::vector<std::string>& rates, const std::string& unit,
                   const std::string& currency = "CNY") {
  std::string rows;
  for (std::size_t i = 0; i < rates.size(); ++i)
    rows += currency + ",2025-" + (i < 9 ? "0" : "") + std::to_string(i + 1) + ",average," + rates[i] + "," + unit +
            ",Fed,H.10,2025-09,,\n";
  return rows;
}

Interval rate(const Ledger& ledger, const std::string& currency, const std::string& period, const std::string& basis) {
  for (const auto& reading : all(ledger, "exchange_rate", {.reporter = {currency}, .period = Period::from_iso(period)}))
    if (reading.basis == basis) return reading.value;
  ADD_FAILURE() << "no rate of " << currency << " in " << period;
  return {};
}

TEST(ExchangeRate, OfAPeriodIsTheMeanOfItsMonths) {
  const Ledger ledger =
      Tables().table("exchange_rates.csv", header + months({"7.30", "7.28", "7.26"}, "per USD")).build();
  const Interval quarter = rate(ledger, "CNY", "2025-Q1", "");
  EXPECT_NEAR(quarter.low, 7.275, 1e-9);
  EXPECT_NEAR(quarter.high, 7.285, 1e-9);
  EXPECT_NEAR(rate(ledger, "CNY", "2025-01/2025-02", "").middle(), 7.29, 1e-9);
  EXPECT_NEAR(rate(ledger, "CNY", "2025-02", "").middle(), 7.28, 1e-9);
}

TEST(ExchangeRate, OfAPeriodThatLacksAMonthIsUnknown) {
  const Ledger ledger = Tables().table("exchange_rates.csv", header + months({"7.30", "7.28"}, "per USD")).build();
  EXPECT_TRUE(all(ledger, "exchange_rate", {.period = Period::quarter(2025, 1)}).empty());
}

TEST(ExchangeRate, HasTheLowestAndHighestMonthOrDay) {
  const Ledger ledger = Tables()
                            .table("exchange_rates.csv", header + months({"7.30", "7.28", "7.26"}, "per USD") +
                                                             "CNY,2025-02-12,day,7.35,per USD,Fed,H.10,2025-09,,\n")
                            .build();
  EXPECT_NEAR(rate(ledger, "CNY", "2025-Q1", "min").middle(), 7.26, 1e-9);
  EXPECT_NEAR(rate(ledger, "CNY", "2025-Q1", "max").middle(), 7.35, 1e-9);
  EXPECT_NEAR(rate(ledger, "CNY", "2025-02-12", "").middle(), 7.35, 1e-9);
}

TEST(ExchangeRate, ByWayOfTheEuro) {
  const Ledger ledger =
      Tables()
          .table("exchange_rates.csv", header + months({"8.00"}, "per EUR") + months({"1.25"}, "per EUR", "USD"))
          .build();
  EXPECT_TRUE(rate(ledger, "CNY", "2025-01", "").contains(Interval::exactly(6.4)));
  EXPECT_TRUE(rate(ledger, "EUR", "2025-01", "").contains(Interval::exactly(0.8)));
}

TEST(ExchangeRate, PrintedTheOtherWayRoundOrPerHundred) {
  const Ledger ledger =
      Tables()
          .table("exchange_rates.csv", header +
                                           "EUR,2025-01,average,1.25,USD per,Fed,H.10,2025,,\n"
                                           "CNY,2025-01,average,719.5,per 100 USD,SAFE,Rates,2025,,\n")
          .build();
  EXPECT_TRUE(rate(ledger, "EUR", "2025-01", "").contains(Interval::exactly(0.8)));
  EXPECT_TRUE(rate(ledger, "CNY", "2025-01", "").contains(Interval::exactly(7.195)));
}

const std::string expo_header =
    "expo,edition,start,end,city,exhibitors,exhibitors_note,countries,area_square_metres,url,published,publisher,"
    "note\n";

TEST(Expo, HasItsNumberDatesAndSizes) {
  const Ledger ledger =
      Tables()
          .table("expo_editions.csv",
                 expo_header + "CAEXPO,22,2025-09-17,2025-09-21,Nanning,3200,about,45,160000,,2025-09-08,MOFCOM,\n")
          .build();
  EXPECT_EQ(only(ledger, "expo", {.measure = "exhibitors"}).value, (Interval{3100, 3300}));
  EXPECT_EQ(only(ledger, "expo", {.measure = "edition"}).value, Interval::exactly(22));
  EXPECT_TRUE(only(ledger, "expo", {.measure = "countries"}).value.contains(Interval::exactly(45)));
  EXPECT_EQ(only(ledger, "expo", {.measure = "area"}).unit, "square metres");
  const Reading dates = only(ledger, "expo", {.reporter = {"CAEXPO"}, .measure = "dates"});
  const auto days = [](const char* day) {
    return static_cast<double>(std::chrono::sys_days(*parse_date(day)).time_since_epoch().count());
  };
  EXPECT_EQ(dates.value, (Interval{days("2025-09-17"), days("2025-09-21")}));
  EXPECT_EQ(dates.period, Period::year(2025));
}

TEST(Expo, OfTheSameNumberAsAnotherFairsKeepsItsOwnDays) {
  const Ledger ledger = Tables()
                            .table("expo_editions.csv", expo_header +
                                                            "CAEXPO,8,2011-10-21,2011-10-26,Nanning,,,,,,,MOFCOM,\n"
                                                            "CIIE,8,,,Shanghai,4108,,,,,2025-11-10,MOFCOM,\n"
                                                            "CIIE,8,2025-11-05,2025-11-10,Shanghai,,,,,,,MOFCOM,\n")
                            .build();
  const Reading reading = only(ledger, "expo", {.reporter = {"CIIE"}, .measure = "exhibitors"});
  EXPECT_EQ(reading.period, Period::year(2025));
  EXPECT_EQ(reading.arithmetic, "4108 exhibitors; edition 8, 2025, Shanghai (MOFCOM, Nov 2025)");
}

TEST(Milestone, IsAKindOfEventOnADate) {
  const Ledger ledger = Tables()
                            .table("milestones.csv",
                                   "agreement,date,event,kind,place,publisher,publication,published,url,note\n"
                                   "CAFTA3,2025-05,Negotiations on Version 3.0 concluded,concluded,,MOFCOM,News,,,\n")
                            .build();
  const Reading reading = only(ledger, "milestone", {.reporter = {"CAFTA3"}});
  EXPECT_EQ(reading.measure, "concluded");
  EXPECT_EQ(reading.period, Period::month(2025, 5));
}

}  // namespace
}  // namespace tradewind::tests
