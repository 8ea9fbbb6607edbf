// With whom: partners told in other words than "exports to Japan", the whole beside a partner, lists of them.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Partners, AsAWholeIsWithTheWorld) {
  EXPECT_EQ(
      statements_of("Peruvian exports to Japan plunged 13.8 percent in August. Exports as a whole were up 0.4 "
                    "percent. Imports fell 5 percent.",
                    "2025-09-17"),
      (Statements{"growth PER-JPN exports 2025-08 minus '13.8 percent'", "growth PER-WLD exports 2025-08 '0.4 percent'",
                  "growth PER-WLD imports 2025-08 minus '5 percent'"}));
  EXPECT_EQ(statements_of("Kenya's exports to Uganda rose 5 percent in 2023. The country's exports to all its partners "
                          "together came to 9 billion dollars.")
                .back(),
            "level KEN-WLD exports 2023 '9 billion dollars'");
}

TEST(Partners, WhoAPartnerIsStandsBetweenItAndTheNext) {
  EXPECT_EQ(statements_of("Shipments to Japan, Peru's largest trading partner, and the European Union lost 8.1 percent "
                          "and 25.3 percent in May 2023, while those to Chile edged up 0.5 percent."),
            (Statements{"rank PER-JPN trade 2023-05 'Peru's largest trading partner'",
                        "growth PER-JPN exports 2023-05 minus '8.1 percent'",
                        "growth PER-EU exports 2023-05 minus '25.3 percent'",
                        "growth PER-CHL exports 2023-05 '0.5 percent'"}));
}

TEST(Partners, ShipmentsBoundForAPartnerGoThere) {
  EXPECT_EQ(statements_of("Korean exports fell 2 percent in May 2023. Shipments bound for Mexico rose 9 percent and "
                          "those for the EU 4 percent."),
            (Statements{"growth KOR-WLD exports 2023-05 minus '2 percent'",
                        "growth KOR-MEX exports 2023-05 '9 percent'", "growth KOR-EU exports 2023-05 '4 percent'"}));
}

TEST(Partners, WhatACountryTradesIsItsTrade) {
  EXPECT_EQ(statements_of("Oman exported goods worth 9 billion rials in 2023. Japan sold 18 percent of what Oman "
                          "imported, followed by Peru and Chile with 11 percent and 7 percent."),
            (Statements{"level OMN-WLD exports 2023 '9 billion rials'", "share OMN-JPN imports 2023 '18 percent'",
                        "share OMN-PER imports 2023 '11 percent'", "share OMN-CHL imports 2023 '7 percent'"}));
  EXPECT_EQ(
      statements_of("Of the 500 billion dollars worth of goods that Peru sold abroad in 2023, Japan took 90 "
                    "billion dollars. Mexico followed at 40 billion dollars."),
      (Statements{"level PER-WLD exports 2023 '500 billion dollars'", "level PER-JPN exports 2023 '90 billion dollars'",
                  "level PER-MEX exports 2023 '40 billion dollars'"}));
}

TEST(Partners, AllOtherMembersOfABlocAreTheBloc) {
  EXPECT_EQ(
      statements_of("China traded goods worth 59 billion dollars with Brazil, Russia, India and South Africa in "
                    "2012. Imports from the four soared 57 percent.",
                    "2013-02-03"),
      (Statements{"level CHN-BRICS trade 2012 '59 billion dollars'", "growth CHN-BRICS imports 2012 '57 percent'"}));
}

TEST(Partners, MembersOfTheBlocThatATextIsOnAreNotOneAnothersPartners) {
  EXPECT_EQ(
      statements_of("China's trade with ASEAN rose 5 percent in 2023. Vietnam, Malaysia and Laos did the most "
                    "business with China, turnover growing by 24 percent, 13 percent and 4 percent, respectively."),
      (Statements{"growth CHN-ASEAN trade 2023 '5 percent'", "growth CHN-VNM trade 2023 '24 percent'",
                  "growth CHN-MYS trade 2023 '13 percent'", "growth CHN-LAO trade 2023 '4 percent'"}));
}

TEST(Partners, SeveralWhoPutMoneyIntoACountryAreItsPartners) {
  const auto told = statements_of(
      "Japan, Korea and Singapore had put 50 billion dollars into 470 projects in Laos by June 2023. Thailand, which "
      "follows with 5 billion dollars, has more projects.");
  EXPECT_EQ(told.front(), "level LAO inward investment_flow ../2023-06 '50 billion dollars'");
  EXPECT_EQ(told.back(), "level LAO-THA inward investment_flow ../2023-06 '5 billion dollars'");
}

TEST(Partners, ACityWithADayAndAnAgencyIsWhereATextWasWritten) {
  EXPECT_EQ(statements_of("New Delhi, Apr 15 (PTI) Exports are estimated at 820 billion dollars in 2023."),
            Statements{"level IND-WLD exports 2023 '820 billion dollars'"});
}

TEST(Partners, AProvinceIsOfItsCountryWhetherThatIsNamedOrNot) {
  EXPECT_EQ(statements_of("Hunan's trade with Kenya rose 5 percent in 2023. Exports nevertheless fell 3 percent."),
            (Statements{"growth CHN-KEN trade [Hunan] 2023 '5 percent'",
                        "growth CHN-KEN exports [Hunan] 2023 minus '3 percent'"}));
}

TEST(Partners, WhomOneIsBehindHoldsNoRank) {
  EXPECT_EQ(statements_of("Peru ranked fourth among Japan's trading partners in 2023, behind Chile, Kenya and Ghana."),
            Statements{"rank JPN-PER trade 2023 'fourth among Japan's trading partners'"});
}

TEST(Partners, WithAllTogetherInFrontIsWithTheWorld) {
  EXPECT_EQ(
      statements_of("Chile's exports to Peru fell 3 percent in 2023. With all its partners together Chile traded "
                    "90 billion dollars. Imports were 40 billion dollars."),
      (Statements{"growth CHL-PER exports 2023 minus '3 percent'", "level CHL-WLD trade 2023 '90 billion dollars'",
                  "level CHL-WLD imports 2023 '40 billion dollars'"}));
}

TEST(Partners, ADeficitAgainstSomebodyIsWithHim) {
  EXPECT_EQ(
      statements_of("Kenya's trade deficit was 9 billion dollars in 2023. Against Japan, however, it ran a deficit "
                    "of 1 billion dollars, and against Peru and Chile one of 3 billion and 2 billion dollars."),
      (Statements{"level KEN-WLD balance 2023 minus '9 billion dollars'",
                  "level KEN-JPN balance 2023 minus '1 billion dollars'",
                  "level KEN-PER balance 2023 minus '3 billion'",
                  "level KEN-CHL balance 2023 minus '2 billion dollars'"}));
}

TEST(Partners, WhatOthersBuyIsExportedByTheOneThatTheTextIsAbout) {
  EXPECT_EQ(statements_of("Peru's trade deficit was 9 billion dollars in 2023. Japan bought goods worth 3 billion "
                          "dollars, and its share in exports grew to 27 percent. Ghana cut its purchases by 2 billion "
                          "dollars."),
            (Statements{"level PER-WLD balance 2023 minus '9 billion dollars'",
                        "level PER-JPN exports 2023 '3 billion dollars'", "share PER-JPN exports 2023 '27 percent'",
                        "change PER-GHA exports 2023 minus '2 billion dollars'"}));
}

TEST(Partners, AMemberAloneIsAPartOfItsBloc) {
  EXPECT_EQ(statements_of("Polish exports rose 6 percent in 2023. The EU took 85 percent of exports, Germany alone 27 "
                          "percent.")
                .back(),
            "share POL-DEU exports 2023 '27 percent'");
}

}  // namespace
}  // namespace tradewind::tests
