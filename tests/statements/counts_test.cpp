// What is no trade figure: things counted, said again or left out; what projects cost; dates of fairs and pacts.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(KindOfCount, ABareNumberIsOfWhatWasCountedBefore) {
  EXPECT_EQ(
      statements_of("Peru had 300 mines in 2023, with another 20 in planning. The number was 290 a year earlier."),
      (Statements{"count PER mines 2023 '300 mines'", "count PER mines 2023 '20'", "count PER mines 2022 '290'"}));
}

TEST(KindOfCount, SoManyMoreIsHeldAgainstTheThingAndNotItsPlaces) {
  EXPECT_EQ(
      statements_of("The 20th China-ASEAN Expo drew 1,900 firms from 46 countries, 200 more than a year before. Of "
                    "these, 700 came from abroad.",
                    "2023-09-20"),
      (Statements{"count CAEXPO edition 2023 '20th'", "count CAEXPO exhibitors 2023 '1,900 firms'",
                  "count CAEXPO countries 2023 '46 countries'", "comparison CAEXPO exhibitors 2023 '200'",
                  "count CAEXPO exhibitors 2023 '700'"}));
}

TEST(KindOfCount, TheVerbsSubjectIsCountedFromAndTo) {
  EXPECT_EQ(statements_of("In 2023, the types of fruit from Peru increased from 40 to 52."),
            (Statements{"count PER types of fruit 2022 '40'", "count PER types of fruit 2023 '52'"}));
  EXPECT_EQ(
      statements_of("Peru's exports rose 5 percent in 2023. Increases were seen in ten of the 12 product groups.")[1],
      "count PER groups [product groups] 2023 'ten'");
}

TEST(KindOfCount, GrowsInNumberAndInValue) {
  EXPECT_EQ(
      statements_of("Vietnam licensed 600 new projects with registered capital of $4 billion in 2023, up 20 percent "
                    "in number and 30 percent in value."),
      (Statements{"count VNM projects [new projects] 2023 '600 new projects'",
                  "level VNM-WLD inward investment_flow 2023 '$4 billion'",
                  "growth VNM projects [new projects] 2023 '20 percent'",
                  "growth VNM-WLD inward investment_flow 2023 '30 percent'"}));
}

TEST(KindOfCount, NewlyLicensedProjectsAndWhatOthersAddedToTheirCapital) {
  EXPECT_EQ(
      statements_of("Vietnam had 300 newly licensed projects in 2023, compared with 280 in 2022 and 250 in 2021. "
                    "Another 100 projects added $2 billion."),
      (Statements{"count VNM projects [newly licensed projects] 2023 '300 newly licensed projects'",
                  "count VNM projects [newly licensed projects] 2022 '280'",
                  "count VNM projects [newly licensed projects] 2021 '250'", "count VNM projects 2023 '100 projects'",
                  "level VNM-WLD inward investment_flow 2023 '$2 billion'"}));
}

TEST(KindOfCount, WhatAFairTellsIsOfItsYear) {
  EXPECT_EQ(
      statements_of("Deals worth $3 billion were signed at the China-ASEAN Expo. The total investment rose 5 percent.",
                    "2023-09-20"),
      (Statements{"level CAEXPO investment 2023 '$3 billion'", "growth CAEXPO investment 2023 '5 percent'"}));
}

TEST(KindOfCount, ARailwaysKindsOfGoodsGrewSinceItOpened) {
  const auto found = statements_of(
      "The China-Laos Railway carried 3 million tonnes of goods in 2023. Since it opened in December 2021, "
      "it has handled 9 million tonnes. In its first eight months it handled 1 million tonnes. The types of "
      "goods carried rose from 500 to 3,600.");
  EXPECT_EQ(found[2], "count CHINA-LAOS-RAILWAY quantity 2021-12/2022-07 '1 million tonnes'");
  EXPECT_EQ(found[3], "count CHINA-LAOS-RAILWAY types of goods 2021-12 '500'");
}

TEST(KindOfCount, CapitalOfProjectsIsOfWhoeverHasThemWhereTheyAre) {
  EXPECT_EQ(
      statements_of("On investment, Peru approved 43 chemical projects from Japan in 2023, with a total value of $4 "
                    "billion. They will create 1,400 jobs."),
      (Statements{"count PER-JPN projects [chemical projects] 2023 '43 chemical projects'",
                  "level PER-JPN inward investment_flow 2023 '$4 billion'", "count PER-JPN jobs 2023 '1,400 jobs'"}));
  EXPECT_EQ(statements_of("The investment attracted by Peru in 2023 was 2.2 times that of 2021.").front(),
            "comparison PER-WLD inward investment_flow 2023 '2.2 times'");
}

TEST(KindOfCount, APartOfInvestmentIsNoLargerThanItsWhole) {
  const auto found = statements_of(
      "As of May 20, 2023, Vietnam had registered FDI of $90 billion. FDI inflows reached $8 billion in the "
      "first five months of 2023. Manufacturing led with $50 billion.",
      "2023-05-29");
  EXPECT_EQ(found.back(), "level VNM-WLD inward investment_flow [manufacturing] ../2023-05-20 '$50 billion'");
}

TEST(KindOfCount, ATrainLeavesAndArrives) {
  EXPECT_EQ(statements_of("The first freight train to Chile left Lima on 3 May and arrived on 9 May.", "2023-05-29"),
            (Statements{"date departed [train] 2023-05-03 '3 May'", "date arrived [train] 2023-05-09 '9 May'"}));
}

TEST(KindOfCount, SectorsAreToldOneAfterTheOther) {
  const auto found = statements_of(
      "FDI inflows to Vietnam reached $20 billion in 2023. Manufacturing took the lead with $15 billion, "
      "followed by real estate with $3 billion and electricity production and distribution with $1 billion.");
  EXPECT_EQ(found[3], "level VNM-WLD inward investment_flow [real estate] 2023 '$3 billion'");
  EXPECT_EQ(found[4],
            "level VNM-WLD inward investment_flow [electricity production and distribution] 2023 '$1 billion'");
}

TEST(KindOfCount, TopsWhatWasCountedWhereNothingIsTraded) {
  EXPECT_EQ(
      statements_of("Peru welcomed 2 million tourists in 2023. Chile topped the list. In May alone, 200,000 came.")[1],
      "rank PER-CHL tourists 2023 'topped the list'");
}

TEST(KindOfCount, APartOfThingsCountedIsOfThem) {
  EXPECT_EQ(statements_of("The China-ASEAN Expo opened in 2023. About 30 percent of the 2,500 booths went to Peru.")[0],
            "share CAEXPO booths 2023 'About 30 percent'");
}

TEST(KindOfCount, ProjectsOfAnInvestorAreWorthHisMoney) {
  EXPECT_EQ(
      statements_of("Peru's investment in Chile grew in 2023. With 450 projects worth $10 billion, Peru is the second "
                    "largest investor in Chile.")[1],
      "level PER-CHL outward investment_flow 2023 '$10 billion'");
}

TEST(KindOfCount, TheNumberIsHeldAgainstAnotherTime) {
  EXPECT_EQ(
      statements_of("Some 1,200 firms settled in Peru in 2023. The number was 40 percent below that of 2019.").back(),
      "growth PER firms 2023 minus '40 percent'");
}

TEST(KindOfCount, ThoseInAPartOfAFairAreNoneOfAll) {
  EXPECT_EQ(read("The 17th China-ASEAN Expo featured an exhibition area accommodating 108 companies from 22 countries.",
                 "2020-12-01")
                .statements[1]
                .measure,
            "exhibitors in a part");
}

TEST(KindOfCount, ANumberTwoEconomyIsNoneCounted) {
  EXPECT_TRUE(statements_of("Peru is the world's number-two economy.").empty());
}

TEST(KindOfCount, WhenAPactWasSignedIsNoTimeOfWhatFollows) {
  const auto told = statements_of(
      "The China-ASEAN Free Trade Area (CAFTA), proposed in an agreement signed in November 2002, will become "
      "effective "
      "January 1. The bloc will cover 1.9 billion people.",
      "2009-12-30");
  EXPECT_EQ(told[1], "milestone CAFTA in_force 2010-01-01 'January 1'");
  EXPECT_EQ(told[2], "count people 2009 '1.9 billion people'");
}

TEST(KindOfCount, ADropByNearlyAThirdIsAGrowth) {
  EXPECT_EQ(statements_of("Peru's trade surplus dropped nearly a third to $4 billion in 2023."),
            (Statements{"growth PER-WLD balance 2023 'nearly a third'", "level PER-WLD balance 2023 '$4 billion'"}));
}

TEST(KindOfCount, WhoTakesPartVirtuallyIsNoneOfTheExhibitorsThere) {
  const auto told =
      read(
          "The 17th China-ASEAN Expo had booths for 1,668 enterprises. Another 1,956 enterprises participated "
          "virtually in the event.",
          "2020-12-01")
          .statements;
  EXPECT_EQ(told.back().measure, "online exhibitors");
}

TEST(KindOfCount, ProjectsOfAFairGoOnInTheNextSentence) {
  EXPECT_EQ(
      statements_of("The 19th China-ASEAN Expo ended with 267 projects signed. The projects involve a total investment "
                    "of 413 billion yuan.",
                    "2022-09-20")
          .back(),
      "level CAEXPO investment 2022 '413 billion yuan'");
}

TEST(KindOfCount, MembersOfABlocAreItsOwn) {
  EXPECT_EQ(statements_of("Exports to the 27 EU countries rose 5 percent in 2023.").front(),
            "count EU countries 2023 '27 EU countries'");
}

TEST(KindOfCount, APactIsOfTheTwoWhoseNameItBears) {
  EXPECT_EQ(statements_of("Trade grew thanks to the Chile-Peru Free Trade Agreement (CPFTA). The CPFTA took effect on "
                          "March 1, 2009."),
            (Statements{"milestone CHL-PER in_force 2009-03-01 'March 1, 2009'"}));
  EXPECT_EQ(
      statements_of("The agreement between Peru and China, signed in April 2009, entered into force on 1 March 2010."),
      (Statements{"milestone PER-CHN signed [The agreement between Peru and China] 2009-04 'April 2009'",
                  "milestone PER-CHN in_force [The agreement between Peru and China] 2010-03-01 '1 March 2010'"}));
  EXPECT_EQ(
      statements_of("The RCEP, signed in November 2020 and in force since January 2022, grew."),
      (Statements{"milestone RCEP signed 2020-11 'November 2020'", "milestone RCEP in_force 2022-01 'January 2022'"}));
  EXPECT_EQ(statements_of("The expo, held on Nov. 5-10, drew firms from Japan."),
            (Statements{"date held [The expo] 2023-11-05/2023-11-10 'Nov. 5-10'"}));
}

TEST(Counts, ByHowManyIsAChangeAndNamesHaveNumbers) {
  const auto reading = read(
      "The 16th China-ASEAN Expo was held in Nanning in 2019. The number of booths rose by 300 to 5,400. Its area was "
      "enlarged by 10,000 square metres. There were 290 Fortune Global 500 companies.");
  Statements kinds;
  for (const auto& one : reading.statements)
    kinds.push_back(std::string(to_string(one.kind)) + ' ' + one.measure + ' ' + one.printed);
  EXPECT_EQ(std::vector(kinds.end() - 4, kinds.end()),
            (Statements{"change booths 300", "count booths 5,400", "change area 10,000 square metres",
                        "count companies 290 Fortune Global 500 companies"}));
}

TEST(When, WhenGoesBackToTheTimeBeforeIt) {
  EXPECT_EQ(statements_of("Trade between ASEAN and China rose 2 percent in the first half of 2020, when ASEAN became "
                          "China's largest partner.",
                          "2020-08-28")
                .back(),
            "rank CHN-ASEAN trade 2020-H1 'China's largest partner'");
}
TEST(KindOfCount, WhatRisesBehindATimeIsWhatWasCounted) {
  EXPECT_EQ(
      statements_of("China-Laos freight trains carried 1,800 TEUs of export goods in May, up 34 percent.", "2024-06-15")
          .back(),
      "growth CHN TEUs [export goods] 2024-05 '34 percent'");
}

TEST(KindOfCount, BagsAreFullOfWhatIsSold) {
  EXPECT_EQ(statements_of("Kenya exported 45,000 bags of tea worth $9 million in 2023."),
            (Statements{"count KEN-WLD exports quantity [tea] 2023 '45,000 bags'",
                        "level KEN-WLD exports [tea] 2023 '$9 million'"}));
}

TEST(Counts, APartOfFirmsIsOfTheirNumber) {
  EXPECT_EQ(statements_of("Kenya's exports to Japan rose 3 percent in 2023. Some 60 percent of Japanese firms in Kenya "
                          "have raised wages.")
                .back(),
            "share JPN firms 2023 'Some 60 percent'");
}

TEST(Counts, ACapitalThatActsIsItsCountry) {
  EXPECT_EQ(statements_of("Peru's trade with China rose 5 percent in 2022. Beijing has donated 152,000 doses.").back(),
            "count CHN doses 2022 '152,000 doses'");
}

TEST(Counts, EachCountryDrewItsOwn) {
  EXPECT_EQ(statements_of("Peru received 7 million Chinese tourists in 2022. Chile welcomed 3.7 million and Brazil 3.2 "
                          "million in the same year. In 2023 Peru drew 1.6 million Chinese visitors, compared with 1.3 "
                          "million in Chile."),
            (Statements{"count PER-CHN tourists 2022 '7 million Chinese tourists'",
                        "count CHL-CHN tourists 2022 '3.7 million'", "count BRA-CHN tourists 2022 '3.2 million'",
                        "count PER-CHN visitors 2023 '1.6 million Chinese visitors'",
                        "count CHL-CHN visitors 2023 '1.3 million'"}));
}

TEST(Counts, MillionsOfPeopleAreNoMoney) {
  EXPECT_EQ(statements_of("Peru's trade with Chile was $4 billion in 2023. Nine million Chileans visited Peru. The two "
                          "sides aim to lift tourist arrivals to 12 million by 2026."),
            (Statements{"level PER-CHL trade 2023 '$4 billion'", "count CHL-PER people 2023 'Nine million'",
                        "count PER arrivals 2026 '12 million'"}));
}

TEST(Counts, MembersOfABlocAreCounted) {
  EXPECT_EQ(statements_of("Peru has signed treaties with 34 African countries.", "2025-04-22"),
            (Statements{"count AFRICA countries 2025 '34 African countries'"}));
}

TEST(Counts, TwoNumbersShareANoun) {
  EXPECT_EQ(statements_of("In 2011 some 120 Chilean and 250 Indian delegates took part in the fair.")[0],
            "count CHL delegates 2011 'some 120'");
}

TEST(Counts, OfWhatStandsInFront) {
  EXPECT_EQ(
      statements_of("The value of Peru's new overseas projects fell 4 percent in 2020. Of the projects, 590 had been "
                    "signed.")
          .back(),
      "count PER projects 2020 '590'");
}

TEST(Counts, OneInFiveIsAShare) {
  EXPECT_EQ(
      statements_of("Peru received 773,000 visitors in January, more than one in five of its 3.7 million visitors.")[1]
          .substr(0, 5),
      "share");
}

TEST(Counts, AnIncreaseOfAThird) {
  EXPECT_EQ(statements_of("Peru's deficit widened to $9 billion in 2021, an increase of more than a third.").back(),
            "growth PER-WLD balance 2021 'more than a third'");
}

}  // namespace
}  // namespace tradewind::tests
