#include <gtest/gtest.h>

#include "readings_of.hpp"

namespace tradewind::tests {
namespace {

Interval rank(const Ledger& ledger, const std::string& partner, const std::string& among, int year = 2024) {
  const auto found = all(ledger, "rank", {.partner = {partner}, .among = among, .period = Period::year(year)});
  EXPECT_EQ(found.size(), 1U) << partner << " among " << among;
  return found.empty() ? Interval{} : found.front().value;
}

bool is_ranked(const Ledger& ledger, const std::string& partner, const std::string& among) {
  return !all(ledger, "rank", {.partner = {partner}, .among = among}).empty();
}

/// China's trade of a year with two blocs, some of their members, and three economies outside them.

Tables& fill(Tables& tables) {
  return tables.figure("CHN,WLD,trade,goods_trade,2024,6162,billion USD")
      .figure("CHN,ASEAN,trade,goods_trade,2024,982,billion USD")
      .figure("CHN,EU,trade,goods_trade,2024,786,billion USD")
      .figure("CHN,USA,trade,goods_trade,2024,688,billion USD")
      .figure("CHN,KOR,trade,goods_trade,2024,328,billion USD")
      .figure("CHN,JPN,trade,goods_trade,2024,308,billion USD")
      .figure("CHN,VNM,trade,goods_trade,2024,261,billion USD")
      .figure("CHN,MYS,trade,goods_trade,2024,212,billion USD")
      .figure("CHN,DEU,trade,goods_trade,2024,202,billion USD")
      .figure("CHN,RCEP,trade,goods_trade,2024,1900,billion USD");
}

TEST(Rank, AmongPartnersTakesABlocForItsMembers) {
  Tables tables;
  const Ledger ledger = fill(tables).build();
  EXPECT_EQ(rank(ledger, "ASEAN", "partners"), Interval::exactly(1));
  EXPECT_EQ(rank(ledger, "EU", "partners"), Interval::exactly(2));
  EXPECT_EQ(rank(ledger, "JPN", "partners"), Interval::exactly(5));
  EXPECT_FALSE(is_ranked(ledger, "VNM", "partners"));
}

TEST(Rank, NeverCountsTheWorldNorABlocThatIsNotRankedAsOne) {
  Tables tables;
  const Ledger ledger = fill(tables).build();
  EXPECT_FALSE(is_ranked(ledger, "WLD", "partners"));
  EXPECT_FALSE(is_ranked(ledger, "RCEP", "partners"));
}

TEST(Rank, AmongEconomiesKnowsNoBlocs) {
  Tables tables;
  const Ledger ledger = fill(tables).build();
  EXPECT_EQ(rank(ledger, "USA", "economies"), Interval::exactly(1));
  EXPECT_EQ(rank(ledger, "VNM", "economies"), Interval::exactly(4));
  EXPECT_FALSE(is_ranked(ledger, "ASEAN", "economies"));
}

TEST(Rank, AmongTheMembersOfABloc) {
  Tables tables;
  const Ledger ledger = fill(tables).build();
  EXPECT_EQ(rank(ledger, "KOR", "RCEP"), Interval::exactly(1));
  EXPECT_EQ(rank(ledger, "MYS", "RCEP"), Interval::exactly(4));
  EXPECT_FALSE(is_ranked(ledger, "VNM", "ASEAN")) << "two members make no ranking";
}

TEST(Rank, NamesTheLargestInItsArithmetic) {
  Tables tables;
  const Ledger ledger = fill(tables).build();
  EXPECT_EQ(only(ledger, "rank", {.partner = {"ASEAN"}, .among = "partners"}).arithmetic,
            "ASEAN 982 billion USD, European Union 786 billion USD, United States 688 billion USD; of 5 with figures "
            "(Customs, Jan 2025)");
  EXPECT_EQ(only(ledger, "rank", {.partner = {"KOR"}, .among = "partners"}).arithmetic,
            "number 4: South Korea 328 billion USD; largest: ASEAN 982 billion USD, European Union 786 billion USD, "
            "United States 688 billion USD; of 5 with figures (Customs, Jan 2025)");
}

TEST(Rank, IsUncertainWhereRoundingHidesWhoIsLarger) {
  const Ledger ledger = Tables()
                            .figure("CHN,USA,trade,goods_trade,2024,0.6,trillion USD")
                            .figure("CHN,KOR,trade,goods_trade,2024,0.3,trillion USD")
                            .figure("CHN,JPN,trade,goods_trade,2024,0.3,trillion USD")
                            .build();
  EXPECT_EQ(rank(ledger, "USA", "partners"), Interval::exactly(1));
  EXPECT_EQ(rank(ledger, "KOR", "partners"), (Interval{2, 3}));
  EXPECT_EQ(rank(ledger, "JPN", "partners"), (Interval{2, 3}));
}

TEST(Rank, OfAFormerMemberIsItsOwn) {
  const auto ledger_of = [](const std::string& year) {
    return Tables()
        .figure("CHN,EU,trade,goods_trade," + year + ",700,billion USD")
        .figure("CHN,USA,trade,goods_trade," + year + ",600,billion USD")
        .figure("CHN,JPN,trade,goods_trade," + year + ",300,billion USD")
        .figure("CHN,GBR,trade,goods_trade," + year + ",90,billion USD")
        .build();
  };
  EXPECT_FALSE(is_ranked(ledger_of("2019"), "GBR", "partners"));
  EXPECT_TRUE(is_ranked(ledger_of("2020"), "GBR", "partners"));
}

TEST(Rank, OfABlocsMembersIsTakenAmongEconomiesEvenWhereTheBlocHasNoFigure) {
  const Ledger ledger = Tables()
                            .figure("USA,DEU,trade,goods_trade,2024,236,billion USD")
                            .figure("USA,JPN,trade,goods_trade,2024,228,billion USD")
                            .figure("USA,FRA,trade,goods_trade,2024,103,billion USD")
                            .build();
  EXPECT_EQ(rank(ledger, "FRA", "economies"), Interval::exactly(3));
  Selection among_partners;
  among_partners.partner = {"FRA"};
  among_partners.among = "partners";
  EXPECT_TRUE(all(ledger, "rank", among_partners).empty());
}

TEST(Rank, LeavesOpenWhetherABlocWithoutAFigureIsAhead) {
  const Ledger ledger = Tables()
                            .figure("USA,JPN,trade,goods_trade,2024,228,billion USD")
                            .figure("USA,KOR,trade,goods_trade,2024,200,billion USD")
                            .figure("USA,GBR,trade,goods_trade,2024,150,billion USD")
                            .figure("USA,EU,trade,goods_trade,2024,900,billion USD", "Eurostat", "2025-01-20")
                            .build();
  EXPECT_EQ(rank(ledger, "JPN", "partners"), (Interval{1, 2}));
}

TEST(Level, OfABlocIsTheSumOfItsMembersWhereAllHaveFigures) {
  Tables tables;
  tables.figure("MYS,CHN,exports,goods_trade,2024,40,billion USD")
      .figure("VNM,CHN,exports,goods_trade,2024,60,billion USD");
  Selection of_asean;
  of_asean.reporter = {"ASEAN"};
  const auto found = all(tables.build(), "level", of_asean);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().value, (Interval{99e9, 101e9}));
  EXPECT_EQ(found.front().arithmetic, "sum of 2 members: 100.0 billion USD (Customs, Jan 2025)");
}

TEST(Rank, OfABlocsPartnersLeavesItselfAndItsMembersOut) {
  const Ledger ledger = Tables()
                            .figure("ASEAN,ASEAN,trade,goods_trade,2024,800,billion USD")
                            .figure("ASEAN,VNM,trade,goods_trade,2024,790,billion USD")
                            .figure("ASEAN,CHN,trade,goods_trade,2024,770,billion USD")
                            .figure("ASEAN,USA,trade,goods_trade,2024,453,billion USD")
                            .figure("ASEAN,EU,trade,goods_trade,2024,281,billion USD")
                            .build();
  EXPECT_EQ(rank(ledger, "CHN", "partners"), Interval::exactly(1));
  EXPECT_FALSE(is_ranked(ledger, "VNM", "economies"));
}

TEST(Rank, InPartOfAYearDoubtsWhoIsBehindAPartnerThatIsNotPrinted) {
  Tables tables;
  const Ledger ledger = fill(tables)
                            .figure("CHN,ASEAN,trade,goods_trade,2025-01/2025-08,686.8,billion USD")
                            .figure("CHN,EU,trade,goods_trade,2025-01/2025-08,540,billion USD")
                            .figure("CHN,JPN,trade,goods_trade,2025-01/2025-08,210,billion USD")
                            .build();
  const auto in_august = [&ledger](const std::string& partner) {
    return only(ledger, "rank", {.partner = {partner}, .among = "partners", .period = Period::year_to_date(2025, 8)});
  };
  EXPECT_EQ(in_august("ASEAN").value, Interval::exactly(1));
  EXPECT_EQ(in_august("JPN").value, (Interval{3, 5})) << "the United States and Korea were ahead in 2024";
}

TEST(Rank, ByAShortListDoubtsWhoIsBehindAPartnerOfAFullerOne) {
  Tables tables;
  fill(tables);
  for (const auto* brief : {"JPN,310", "VNM,262", "MYS,213"})
    tables.figure("CHN," + std::string(brief, 3) + ",trade,goods_trade,2024" + (brief + 3) + ",billion USD", "Ministry",
                  "2025-03-01");
  const Ledger ledger = tables.build();
  const auto found = all(ledger, "rank", {.partner = {"VNM"}, .among = "economies", .period = Period::year(2024)});
  ASSERT_EQ(found.size(), 2U);
  for (const auto& reading : found)  // the United States and South Korea are larger
    EXPECT_EQ(reading.value, (reading.publisher == "Ministry" ? Interval{2, 4} : Interval::exactly(4)));
}

TEST(Streak, CountsTheYearsSinceAnotherWasFirst) {
  Tables tables;
  for (int year = 2018; year <= 2024; ++year) {
    const std::string y = std::to_string(year);
    tables.figure("CHN,ASEAN,trade,goods_trade," + y + "," + (year < 2020 ? "500" : "900") + ",billion USD")
        .figure("CHN,EU,trade,goods_trade," + y + ",700,billion USD")
        .figure("CHN,USA,trade,goods_trade," + y + ",600,billion USD");
  }
  const Ledger ledger = tables.build();
  const Reading reading =
      only(ledger, "streak", {.partner = {"ASEAN"}, .among = "partners", .period = Period::year(2024)});
  EXPECT_EQ(reading.value, Interval::exactly(5));
  EXPECT_EQ(reading.unit, "years");
  EXPECT_EQ(reading.arithmetic, "largest from 2020 to 2024; another in 2019 (Customs)");
  EXPECT_TRUE(all(ledger, "streak", {.partner = {"ASEAN"}, .period = Period::year(2019)}).empty());
}

TEST(Streak, HasNoUpperEndWhereTheFiguresBeginWithinIt) {
  Tables tables;
  for (int year = 2009; year <= 2024; ++year) {
    const std::string y = std::to_string(year);
    tables.figure("ASEAN,CHN,trade,goods_trade," + y + ",900,billion USD")
        .figure("ASEAN,EU,trade,goods_trade," + y + ",700,billion USD")
        .figure("ASEAN,USA,trade,goods_trade," + y + ",600,billion USD");
  }
  const Reading reading =
      only(tables.build(), "streak", {.partner = {"CHN"}, .among = "partners", .period = Period::year(2024)});
  EXPECT_EQ(reading.value, Interval::at_least(16));
}

TEST(Streak, EndsAtAYearWithoutFigures) {
  Tables tables;
  for (const auto* year : {"2019", "2020", "2022", "2023"})
    tables.figure("CHN,ASEAN,trade,goods_trade," + std::string(year) + ",900,billion USD")
        .figure("CHN,EU,trade,goods_trade," + std::string(year) + ",700,billion USD")
        .figure("CHN,USA,trade,goods_trade," + std::string(year) + ",600,billion USD");
  EXPECT_EQ(
      only(tables.build(), "streak", {.partner = {"ASEAN"}, .among = "partners", .period = Period::year(2023)}).value,
      Interval::at_least(2));
}

TEST(Streak, MayBeLongerByTheYearsInWhichRoundingHidesWhoWasFirst) {
  Tables tables;
  for (int year = 2018; year <= 2022; ++year) {
    const std::string y = std::to_string(year);
    const std::string asean = year == 2018 ? "0.5" : year <= 2020 ? "0.7" : "0.9";
    tables.figure("CHN,ASEAN,trade,goods_trade," + y + "," + asean + ",trillion USD")
        .figure("CHN,EU,trade,goods_trade," + y + ",0.7,trillion USD")
        .figure("CHN,USA,trade,goods_trade," + y + ",0.4,trillion USD");
  }
  EXPECT_EQ(
      only(tables.build(), "streak", {.partner = {"ASEAN"}, .among = "partners", .period = Period::year(2022)}).value,
      (Interval{2, 4}));
}

TEST(Overtaking, NamesBothAndTheYear) {
  Tables tables;
  const std::vector<std::pair<std::string, std::string>> sizes = {{"2018", "500"}, {"2019", "705"}, {"2020", "900"}};
  for (const auto& [year, asean] : sizes)
    tables.figure("CHN,ASEAN,trade,goods_trade," + year + "," + asean + ",billion USD")
        .figure("CHN,EU,trade,goods_trade," + year + ",705,billion USD");
  const Reading reading = only(tables.build(), "overtaking", {});
  EXPECT_EQ(reading.partner, EconomyCode{"ASEAN"});
  EXPECT_EQ(reading.among, "EU");
  EXPECT_EQ(reading.period, Period::year(2020)) << "in 2019 rounding hides who was ahead";
  EXPECT_EQ(reading.value, (Interval{194e9, 196e9}));
}

TEST(Overtaking, IsNotSoughtBetweenABlocAndItsMember) {
  const Ledger ledger = Tables()
                            .figure("CHN,EU,trade,goods_trade,2019,100,billion USD")
                            .figure("CHN,DEU,trade,goods_trade,2019,90,billion USD")
                            .figure("CHN,EU,trade,goods_trade,2020,80,billion USD")
                            .figure("CHN,DEU,trade,goods_trade,2020,90,billion USD")
                            .build();
  EXPECT_TRUE(all(ledger, "overtaking", {}).empty());
}

TEST(Concentration, OfEqualPartnersIsOneOverTheirNumber) {
  const Ledger ledger = Tables()
                            .figure("CHN,WLD,trade,goods_trade,2024,300000,million USD")
                            .figure("CHN,USA,trade,goods_trade,2024,100000,million USD")
                            .figure("CHN,JPN,trade,goods_trade,2024,100000,million USD")
                            .figure("CHN,KOR,trade,goods_trade,2024,100000,million USD")
                            .build();
  const Reading reading = only(ledger, "concentration", {.among = "partners"});
  EXPECT_NEAR(reading.value.low, 1.0 / 3, 1e-4);
  EXPECT_NEAR(reading.value.high, 1.0 / 3, 1e-4);
  EXPECT_TRUE(reading.value.contains(Interval::exactly(1.0 / 3)));
}

}  // namespace
}  // namespace tradewind::tests
