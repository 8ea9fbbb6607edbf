// Times that a sentence leaves to what was told around it: of clauses put in front, of what is held against a month, of
// what is still to come.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Reported, AClauseWithinTheSubjectTellsTheTimeOfItsSentence) {
  const auto read = statements_of(
      "In the first five months Peru's exports rose 9 percent. Exports of copper, which made up 30 percent of total "
      "exports in May, rose 8 percent to $3 billion. Zinc fell 2 percent to $1 billion, or 11 percent.",
      "2024-06-20");
  EXPECT_EQ(read[2], "growth PER-WLD exports [copper] 2024-05 '8 percent'");
  EXPECT_EQ(read[4], "growth PER-WLD exports [zinc] 2024-05 minus '2 percent'");
  EXPECT_EQ(read[6].substr(0, 5), "share");
}

TEST(Reported, WhatIsHeldAgainstTheMonthBeforeIsOfTheMonth) {
  EXPECT_EQ(statements_of("Peru's exports were $5 billion in May. In the first five months they grew 9 percent. Those "
                          "of copper rose 4 percent from April.",
                          "2024-06-20")
                .back(),
            "growth PER-WLD exports [copper] 2024-05 '4 percent'");
}

TEST(Reported, TheMatchingPeriodIsTheSame) {
  EXPECT_EQ(statements_of("Peru's surplus for the first nine months was $5 billion, from a deficit of $1 billion in "
                          "the matching period last year.",
                          "2024-10-20")[1],
            "level PER-WLD balance 2023-01/2023-09 minus '$1 billion'");
}

TEST(Reported, TwoYearsRunningAreNoSpan) {
  EXPECT_EQ(statements_of("Peru's exports to Chile rose 9 percent from $3 billion in 2016 to $5 billion in 2017. "
                          "Imports grew 7 percent over the same period.")
                .back(),
            "growth PER-CHL imports 2017 '7 percent'");
}

TEST(Reported, TheRemainderOfTheYearIsToCome) {
  const auto read = statements_of(
      "Peru's exports rose 6 percent in the first nine months. The ministry expects shipments in the remainder of the "
      "year to total $20 billion, up 8 percent.\n\nExports to Chile grew 3 percent.",
      "2024-10-20");
  EXPECT_EQ(read[1], "level PER-WLD exports 2024-Q4 '$20 billion'");
  EXPECT_EQ(read[2], "growth PER-WLD exports 2024-Q4 '8 percent'");
  EXPECT_EQ(read[3], "growth PER-CHL exports 2024-01/2024-09 '3 percent'");
}

TEST(Reported, AnEarlierRiseIsOfTheTimeOfItsAmount) {
  const auto read = statements_of(
      "Peru's trade with Chile was $6.3 billion in the first five months. Exports jumped 37 percent to $2.3 billion "
      "from $1.7 billion, after declining 27 percent to $2 billion in 2023 from $2.8 billion in 2022. Imports were $4 "
      "billion, against $3 billion.",
      "2024-06-20");
  EXPECT_EQ(read[4], "growth PER-CHL exports 2023 minus '27 percent'");
  EXPECT_EQ(read.back(), "level PER-CHL imports 2023-01/2023-05 '$3 billion'");
}

TEST(Reported, ADeficitASurplusIsComparedWithIsEarlier) {
  EXPECT_EQ(statements_of("Peru had a surplus of $2 billion in May, against a deficit of $1 billion a month earlier.",
                          "2024-06-20")[1],
            "level PER-WLD balance 2024-04 minus '$1 billion'");
}

TEST(Reported, TheAnnualDeficitOfAMonthIsThatOfTheTwelveUpToIt) {
  EXPECT_EQ(statements_of("Peru's deficit came to $50 million in February. The annual deficit widened to $2 billion.",
                          "2024-03-20")[1],
            "level PER-WLD balance 2023-03/2024-02 minus '$2 billion'");
}

TEST(Reported, YearsBehindAFiscalOneAreFiscalToo) {
  EXPECT_EQ(statements_of("India's trade with Nepal was $10.8 billion in the 2016-2017 FY and $9.7 billion in "
                          "2014-2015.",
                          "2018-01-04")[1],
            "level IND-NPL trade 2014-04/2015-03 '$9.7 billion'");
}

TEST(Reported, RupeesAreOfWhomTheTextIsAbout) {
  EXPECT_EQ(
      read("Nepal's imports rose to Rs407 billion in May. Nepal's deficit with India was Rs24 billion.", "2023-06-29")
          .statements.at(0)
          .value.unit,
      "NPR");
}

TEST(Reported, APercentageOfAWholeThatSomethingFellToIsAShare) {
  EXPECT_EQ(statements_of("Peru's exports to Chile fell to 31.7 percent of the total in 2023.")[0],
            "share PER-CHL exports 2023 '31.7 percent'");
  EXPECT_EQ(statements_of("Africa's share of China's trade, currently averaging 4 to 5 percent, is expected to double "
                          "by 2030.",
                          "2024-06-20")[0]
                .substr(0, 5),
            "share");
}

TEST(Reported, WhatIsHeldAgainstTheSameMonthsOfAnotherYear) {
  for (const char* than : {"from January-June 2022", "from the same timeframe in 2022"})
    EXPECT_EQ(statements_of(
                  std::string("Peru's exports were $29 billion in the first half of 2023, up 7 percent ") + than + ".",
                  "2023-08-20")
                  .back(),
              "growth PER-WLD exports 2023-H1 '7 percent'");
}

TEST(Reported, WhatIsReachedFromOneMonthToTheNextIsOfTheNext) {
  EXPECT_EQ(
      statements_of("Peru's surplus grew 2 percent between August and September to $3 billion.", "2023-11-03").back(),
      "level PER-WLD balance 2023-09 '$3 billion'");
}

TEST(Reported, ARankThatLastsIsNotOfTheYearThatAnotherBegan) {
  EXPECT_EQ(statements_of("Chile has been Peru's largest trading partner for six years, and Peru became Chile's top "
                          "trading partner in 2020.",
                          "2024-05-10"),
            (Statements{"rank PER-CHL trade 2023 'Peru's largest trading partner'",
                        "streak PER-CHL trade 2023 'for six years'",
                        "rank CHL-PER trade 2020 'Chile's top trading partner'"}));
}

TEST(Reported, ARankIsNotOfTheDaysOfAFair) {
  EXPECT_EQ(statements_of("The fair will be held from May 3 to 6. Chile is the largest trading partner of Peru.",
                          "2024-04-10")
                .back(),
            "rank PER-CHL trade 2023 'the largest trading partner of Peru'");
}

TEST(Reported, WhoHoldsARankMayBeToldBehindADash) {
  EXPECT_EQ(statements_of("China's trade with Chile was 9 billion dollars in 2022, 2 billion dollars more than that "
                          "with its second largest partner - Peru.")
                .back(),
            "rank CHN-PER trade 2022 'its second largest partner'");
}

TEST(Reported, TheAverageThatAGrowthIsHeldAgainstIsNotItsOwn) {
  EXPECT_EQ(statements_of("Peru's trade with Chile rose 9 percent in 2022, 2 percentage points faster than the average "
                          "growth of Peru's foreign trade.")[0],
            "growth PER-CHL trade 2022 '9 percent'");
}

TEST(Reported, AnAnniversaryMarksNothingNew) {
  EXPECT_TRUE(
      statements_of("This year marks the establishment of the forum. ", "2024-05-10").size() == 1 &&
      statements_of("This year marks the tenth anniversary of the establishment of the forum.", "2024-05-10").size() <=
          1);
}

TEST(Reported, WhatASurgeReachesIsAnAmount) {
  EXPECT_EQ(statements_of("Investment between Peru and Chile saw a surge, exceeding 7 billion dollars in 2022.")[0],
            "threshold PER-CHL two-way investment_flow 2022 'exceeding 7 billion dollars'");
}

TEST(Reported, MembersOfABlocFollowOneAnother) {
  EXPECT_EQ(statements_of("Among ASEAN members, Laos recorded the fastest trade growth with Japan, with an increase of "
                          "9 percent to 3 billion dollars in 2022, followed by Thailand with 2 billion dollars.")
                .back(),
            "level THA-JPN trade 2022 '2 billion dollars'");
}

TEST(Reported, FirmsThatContributeToTradeAreToldOn) {
  EXPECT_EQ(statements_of("Peru's trade grew 2 percent in 2022. Private firms contributed 5 billion dollars to foreign "
                          "trade, up 9 percent.")
                .back(),
            "growth PER-WLD trade [private firms] 2022 '9 percent'");
}

TEST(Reported, GoodsBehindTheirOwner) {
  EXPECT_EQ(statements_of("The export value of Kenya's tea and coffee rose 3 percent in 2022.")[0],
            "growth KEN-WLD exports [tea and coffee] 2022 '3 percent'");
}

TEST(Reported, SomeOfWhatWasImportedCameFromOne) {
  EXPECT_EQ(statements_of("In 2022, Peru imported 5,000 tonnes of tea, with 900 tonnes coming from Kenya."),
            (Statements{"count PER-WLD imports quantity [tea] 2022 '5,000 tonnes'",
                        "count PER-KEN imports quantity [tea] 2022 '900 tonnes'"}));
}

TEST(Reported, AnAreaGrowsByMetresToMetres) {
  EXPECT_EQ(
      statements_of("The 9th China-ASEAN Expo has a larger area, which has expanded 3,000 square meters from last "
                    "year to 90,000 square meters.",
                    "2012-09-20")[1]
          .substr(0, 6),
      "change");
}

TEST(Reported, TradeInAProvinceIsAPartOfItsCountrys) {
  EXPECT_EQ(statements_of("The foreign trade in Hainan reached 5 billion yuan in 2022, up 9 percent.").back(),
            "growth CHN-WLD trade [Hainan] 2022 '9 percent'");
  EXPECT_EQ(
      statements_of("China's Hainan saw its foreign trade rise 9 percent in 2022.\n\nASEAN was the largest partner "
                    "of Hainan, with which it had a trade of 3 billion yuan.\n\nThe foreign trade with Japan rose 2 "
                    "percent.")
          .back(),
      "growth CHN-JPN trade [Hainan] 2022 '2 percent'");
}

TEST(Reported, InvestorsInvestWhereTheTextIs) {
  EXPECT_EQ(statements_of("Foreign investment in Laos was 9 billion dollars in 2022. Korean investors channelled 2 "
                          "billion dollars into 30 projects. In 2021, Korean investors registered 1 billion dollars in "
                          "investment capital.")
                .back(),
            "level KOR-LAO outward investment_flow 2021 '1 billion dollars'");
  EXPECT_EQ(statements_of("Surpassing Japan, Korea ranked third among investors in Laos in 2022."),
            (Statements{"rank LAO-KOR inward investment 2022 'third among investors in Laos'"}));
}

TEST(Reported, WhatBothFlowsTotalIsOfBoth) {
  EXPECT_EQ(statements_of("In May 2022 Peru had exports worth 4 billion dollars and imports worth 3 billion dollars, "
                          "totalling 7 billion dollars.")
                .back(),
            "level PER-WLD trade 2022-05 '7 billion dollars'");
}

TEST(Reported, TheSameSixMonthPeriodIsHeldAgainst) {
  EXPECT_EQ(
      statements_of("Trade between Peru and Chile reached 7 billion dollars in the first half of 2023, a 9 percent "
                    "increase from the same six-month period last year.")
          .back(),
      "growth PER-CHL trade 2023-H1 '9 percent'");
}

TEST(Reported, TheTopThreeMayStandAlone) {
  EXPECT_EQ(statements_of("In 2022, in terms of trade between Japan and ASEAN countries, the top three were: Laos, "
                          "Thailand and Malaysia.")[0],
            "rank JPN-LAO trade 2022 'the top three'");
}

TEST(Reported, GoodsOfABlocWereBoughtThere) {
  EXPECT_EQ(statements_of("In 2022, Peru imported 3 million dollars in ASEAN fruits.")[0],
            "level PER-ASEAN imports [fruits] 2022 '3 million dollars'");
}

TEST(Reported, ATonneMayBeALetter) {
  EXPECT_EQ(statements_of("In 2022, Peru exported 9,000t of tea to Chile.")[0],
            "count PER-CHL exports quantity [tea] 2022 '9,000t'");
}

TEST(Reported, TheNodxIsToAll) {
  EXPECT_EQ(statements_of("China was Singapore's top market in 2022. The NODX shrank 6 percent in 2022.").back(),
            "growth SGP-WLD exports [non-oil domestic] 2022 minus '6 percent'");
}

TEST(Reported, NumbersOfParagraphsAreNoFigures) {
  EXPECT_TRUE(read("2. The Ministers noted that trade among ASEAN-6 grew.").unread.empty());
}

TEST(Reported, AContrastIsNotTheWayOfWhatItIsHeldAgainst) {
  EXPECT_EQ(statements_of(
                "Peru's exports fell 6 percent in March. The decrease was in contrast to the 2 percent expansion in "
                "the previous month.",
                "2023-04-20")
                .back(),
            "growth PER-WLD exports 2023-02 '2 percent'");
}

TEST(Reported, ATimeOfTheDayIsNoMoney) {
  EXPECT_EQ(statements_of("As of 4 p.m. Wednesday, Peru's exports to Chile in 2023 had notched up $3 billion."),
            (Statements{"level PER-CHL exports 2023 '$3 billion'"}));
}

TEST(Reported, TheOverallDeficitBehindServicesIsOfAll) {
  EXPECT_EQ(statements_of("Peru's services surplus rose to $3 billion in 2022. The surplus in services meant that the "
                          "overall trade deficit narrowed to $2 billion.")
                .back(),
            "level PER-WLD balance 2022 minus '$2 billion'");
}

TEST(Reported, WhatADeficitMeansIsNoMeasure) {
  EXPECT_EQ(
      statements_of("Peru's trade deficit, the difference between what is exported and imported, was $1.1 billion "
                    "in 2022.")
          .back(),
      "level PER-WLD balance 2022 minus '$1.1 billion'");
}

TEST(Reported, WithWhomTradeIsNotMayBeSaidInFront) {
  EXPECT_EQ(statements_of("Britain's trade deficit widened by £4 million in 2022, with non-EU goods exports falling by "
                          "£2 million. Imports rose by £1 million.")[1],
            "change GBR exports 2022 minus '£2 million'");
}

TEST(Reported, ExportsBesideReExportsAreOthers) {
  EXPECT_EQ(statements_of("Peru's re-exports to Chile were $4 billion in 2022 while exports were $2 billion.").back(),
            "level PER-CHL exports 2022 '$2 billion'");
}

TEST(Reported, TheLastQuarterIsTheOneBeforePublication) {
  EXPECT_EQ(statements_of("Peru's economy grew 2 percent last quarter.", "2024-05-02").back(),
            "growth PER gdp 2024-Q1 '2 percent'");
}

TEST(Reported, YearOnYearBehindAMonthIsNoYearUpToIt) {
  EXPECT_EQ(statements_of("Peru's exports increased by 5 percent in August 2015 year on year.").back(),
            "growth PER-WLD exports 2015-08 '5 percent'");
}

TEST(Reported, AnothersImportsBesideThoseFromOneAreFromTheOther) {
  EXPECT_EQ(statements_of("Peru's imports from Chile rose 5 percent in 2023. Bolivian imports fell 2 percent to "
                          "$4 billion."),
            (Statements{"growth PER-CHL imports 2023 '5 percent'", "growth PER-BOL imports 2023 minus '2 percent'",
                        "level PER-BOL imports 2023 '$4 billion'"}));
}

TEST(Reported, WhatAShareIsDownFromIsAShare) {
  EXPECT_EQ(
      statements_of("Chile's share of Peru's imports was 14 percent in 2023. That is down from a peak of 22 percent "
                    "in 2018.")
          .back(),
      "share PER-CHL imports 2018 '22 percent'");
}

TEST(Reported, AForecastIsNoThing) {
  EXPECT_EQ(
      statements_of("Peru's trade gap shrank to $7 billion in 2022. That compared with forecasts of a widening to "
                    "$8 billion.")
          .back(),
      "level PER-WLD balance 2022 minus '$8 billion'");
}

TEST(Reported, WhoTopsTheDestinationsIsThePartner) {
  EXPECT_EQ(statements_of("China topped the destination countries for the exports of Peru in 2023, with $8 billion, "
                          "followed by India with $4 billion.")
                .back(),
            "level PER-IND exports 2023 '$4 billion'");
}

TEST(Reported, WhatIsUpOnAMonthIsOfTheNextOne) {
  EXPECT_EQ(statements_of("Peru's exports rose in January. More than $8bn worth were sold, up $1bn on January of last "
                          "year.",
                          "2015-03-13")
                .back(),
            "change PER-WLD exports 2015-01 '$1bn'");
}

TEST(Reported, ADipOfSoMuchInBracketsIsOfWhatStandsBehind) {
  EXPECT_EQ(statements_of("Peru's imports fell in 2023. Half of that fall was due to a $1 billion (50%) dip in imports "
                          "from Chile.")[1],
            "change PER-CHL imports 2023 minus '$1 billion'");
}

TEST(Reported, YearsOfASpanMayBeFiscalOnes) {
  EXPECT_EQ(statements_of("Between 2018-19 and 2023-24, India's deficit with China expanded to $85 billion from $53 "
                          "billion.",
                          "2024-06-20")[1],
            "level IND-CHN balance 2018-04/2019-03 minus '$53 billion'");
}

TEST(Reported, ThisYearAsOfADayIsUpToIt) {
  const auto read = statements_of(
      "As of March 31, 700 trips had been made from Guangxi this year, up 54 percent, carrying 35,000 TEUs of goods.",
      "2020-04-13");
  EXPECT_NE(read[1].find("2020-Q1"), std::string::npos);
  EXPECT_NE(read[2].find("2020-Q1"), std::string::npos);
}

TEST(Reported, WhatAMonthsFigureFollowedIsOfThatMonth) {
  const auto read = statements_of(
      "Peru's exports fell 3 percent in November. Those of copper rose 5 percent following October's 4 percent fall, "
      "and imports grew 2 percent.",
      "2018-12-17");
  EXPECT_EQ(read[2], "growth PER-WLD exports [copper] 2018-10 minus '4 percent'");
  EXPECT_EQ(read[3].substr(read[3].find("2018")), "2018-11 '2 percent'");
}

TEST(Reported, ARiseBehindAnAmountInAnAsideIsOfItsTime) {
  EXPECT_EQ(statements_of("Peru's exports were $9 billion in the first nine months of 2023. Exports to Chile reached "
                          "$2 billion in August, bringing the eight-month figure to $5 billion, a rise of 13 percent.",
                          "2023-10-07")
                .back(),
            "growth PER-CHL exports 2023-01/2023-08 '13 percent'");
}

TEST(Reported, ARecordIsTheFirstOfAllThatWere) {
  EXPECT_EQ(statements_of("Peru's exports rose 9 percent to $5 billion in May 2024, a record high for the month.")[2],
            "rank PER-WLD exports 2024-05 'record high'");
  EXPECT_EQ(statements_of("Peru's exports rose to $5 billion in May 2024, the highest monthly figure in history.")[1],
            "rank PER-WLD exports 2024-05 'highest monthly figure in history'");
}

TEST(Reported, OneMoreMonthGoesOn) {
  EXPECT_EQ(statements_of("Chile was Peru's top oil supplier for a third month in July 2024.").back().substr(0, 6),
            "streak");
  EXPECT_EQ(statements_of("Peru's exports fell 12 percent in May 2024, a second consecutive monthly double-digit drop.")
                .back()
                .substr(0, 6),
            "streak");
}

TEST(Reported, WhereSomeCameFromTheOthersDidToo) {
  const auto read = statements_of(
      "Thailand approved 435 applications in 2023, of which 99 came from Japan, 72 from Peru and 31 from Chile.");
  EXPECT_EQ(read[2], "count THA-PER applications 2023 '72'");
  EXPECT_EQ(read[3], "count THA-CHL applications 2023 '31'");
}

TEST(Reported, TariffsInBracketsBehindOneAreRatesToo) {
  const auto read = statements_of(
      "Peru will remove duties on cars, now subject to a 35 percent tariff, machinery (up to 18 percent) and wine (up "
      "to 14 percent).");
  EXPECT_EQ(read[1].substr(0, 4), "rate");
  EXPECT_EQ(read[2].substr(0, 4), "rate");
}

TEST(Reported, WhatIsPlannedMayTriple) {
  EXPECT_EQ(statements_of("Peru and Chile plan to more than triple their trade within five years.", "2024-06-20")[0],
            "comparison PER-CHL trade 2024/2029 'triple'");
}

TEST(Reported, AHeadlinesTimeIsThatOfTheSameFigureBelow) {
  EXPECT_EQ(statements_of("Chile posts EUR 1.8 bln trade surplus after August\n\nIn January-August 2021 Chile's trade "
                          "surplus amounted to EUR 1.8 billion.",
                          "2021-10-15")[0],
            "level CHL-WLD balance 2021-01/2021-08 'EUR 1.8 bln'");
  EXPECT_EQ(statements_of("Chile's trade surplus falls to $4 bln\n\nChile exported goods worth $10.1 billion in "
                          "September, while imports were $6.3 billion. August's surplus was revised to $5.9 billion.",
                          "2017-10-31")[0],
            "level CHL-WLD balance 2017-09 '$4 bln'");
}

TEST(Reported, AgainstTheLastMonthButOneIsOfTheLast) {
  EXPECT_EQ(statements_of("Peru's exports rose 9 percent in January-May. Compared with April, exports of copper grew 4 "
                          "percent.",
                          "2024-06-20")[1]
                .substr(0, 40),
            "growth PER-WLD exports [copper] 2024-05 ");
}

TEST(Reported, WhoSendsTheMostTouristsIsNoInvestor) {
  EXPECT_EQ(statements_of("China was the largest source of foreign tourists for Thailand and Laos in 2016.")[0],
            "rank THA-CHN tourists 2016 'the largest source of foreign tourists for Thailand and Laos'");
  EXPECT_EQ(
      statements_of("Peru is Chile's second largest trading partner and largest source of tourist arrivals.").back(),
      "rank CHL-PER tourists 2023 'largest source of tourist arrivals'");
}

}  // namespace
}  // namespace tradewind::tests
