// Whom a statement is about, where its sentence leaves it out: whose, with whom.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Whose, TheTwoCountriesAreThoseThatTheSentenceNamesOrTheTextWillName) {
  EXPECT_EQ(
      statements_of("China's trade with Japan fell 2 percent in 2022. Russia's president told China's leader that "
                    "trade between the countries had reached $190 billion.",
                    "2023-01-20")
          .back(),
      "level RUS-CHN trade 2022 '$190 billion'");
  EXPECT_EQ(statements_of("The ministry said trade between the two countries came to $30 billion in 2022. Thailand's "
                          "exports to China were valued at $12 billion.",
                          "2023-01-20"),
            (Statements{"level THA-CHN trade 2022 '$30 billion'", "level THA-CHN exports 2022 '$12 billion'"}));
}

TEST(Whose, GloballyIsWithTheWholeWorld) {
  EXPECT_EQ(
      statements_of("China's trade with Central Asia came to $94 billion in 2024. Globally, China's trade reached "
                    "$6.2 trillion.",
                    "2025-01-23")
          .back(),
      "level CHN-WLD trade 2024 '$6.2 trillion'");
  EXPECT_EQ(statements_of("Mexico's exports to the United States came to $475 billion in 2023. The overall U.S. trade "
                          "deficit fell 19 percent.",
                          "2024-02-10")
                .back(),
            "growth USA-WLD balance 2023 minus '19 percent'");
}

TEST(Whose, AParagraphThatIsOnAnotherPairGoesOnWithThatPair) {
  EXPECT_EQ(
      statements_of("Trade between Thailand and China came to $30 billion in 2022.\n\nThailand's exports to the "
                    "United States were $13 billion, while imports stood at $5 billion. Thailand achieved a surplus "
                    "of $8 billion.",
                    "2023-01-20")
          .back(),
      "level THA-USA balance 2022 '$8 billion'");
}

TEST(Whose, WhatIsAgreedAtAFairIsTheFairs) {
  EXPECT_EQ(
      statements_of("The 20th China-ASEAN Expo was held in Nanning. The expo saw deals signed for new projects with a "
                    "combined investment of 480 billion yuan.",
                    "2023-09-18")
          .back(),
      "level CAEXPO investment 2023 '480 billion yuan'");
}

TEST(Whose, BilateralGoesBackToWhomTheSentenceBeforeIsBetween) {
  EXPECT_EQ(
      statements_of("India's exports to the GCC were worth $50 billion in 2023.\n\nThe pact between India and Oman "
                    "came into force in June. Bilateral trade reached $9 billion.",
                    "2024-01-20")
          .back(),
      "level IND-OMN trade 2023 '$9 billion'");
}

TEST(Whose, BehindOnePartnerAfterTheOtherItIsAllOfThem) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 5 percent in May 2023.\n\nShipments to Chile grew 3 percent and those to "
                    "Japan 2 percent. Exports of fruit fell 7 percent.",
                    "2023-06-20")
          .back(),
      "growth PER-WLD exports [fruit] 2023-05 minus '7 percent'");
}

TEST(Whose, ASurplusIsOneInWhateverItIsMeasured) {
  EXPECT_EQ(statements_of("Peru's imports fell 5 percent in May 2023. There was a trade surplus of $200 million, or 5 "
                          "percent of exports. Imports dropped. This was the fourth consecutive monthly surplus.",
                          "2023-06-20"),
            (Statements{"growth PER-WLD imports 2023-05 minus '5 percent'",
                        "level PER-WLD balance 2023-05 '$200 million'", "share PER-WLD balance 2023-05 '5 percent'",
                        "streak PER-WLD balance 2023-05 'the fourth consecutive monthly surplus'"}));
}

TEST(Whose, WhatRoseInOneLandMayFallInAnother) {
  EXPECT_EQ(statements_of("In Kenya, exports grew 4% in 2023, while in Uganda they fell 2%.", "2024-06-20"),
            (Statements{"growth KEN-WLD exports 2023 '4%'", "growth UGA-WLD exports 2023 minus '2%'"}));
}

TEST(Whose, SuppliesFromThereAreImports) {
  EXPECT_EQ(statements_of("Chile's exports to Peru fell 3 percent in May 2023. Supplies from Peru fell 2 percent.",
                          "2023-06-20")
                .back(),
            "growth CHL-PER imports 2023-05 minus '2 percent'");
}

TEST(Whose, WhatIsLeftOfTwoPartnersIsTheTradeWithAll) {
  EXPECT_EQ(
      statements_of("Exports to Chile rose 4% in May 2023, while imports from Japan fell 3%. The trade deficit was $3 "
                    "billion.",
                    "2023-06-20")
          .back(),
      "level -WLD balance 2023-05 minus '$3 billion'");
}

TEST(Whose, ARanksHoldersAreNotWhoseReleaseItIs) {
  EXPECT_EQ(
      statements_of("Exports rose 4% in 2023. Peru was the top destination with $9 billion, followed by Chile with $8 "
                    "billion, the US with $7 billion and Japan with $5 billion. The share of the EU in exports was "
                    "40%. In imports, China ranked first.",
                    "2024-06-20"),
      (Statements{"growth -WLD exports 2023 '4%'", "rank -PER exports 2023 'the top destination'",
                  "level -PER exports 2023 '$9 billion'", "level -CHL exports 2023 '$8 billion'",
                  "level -USA exports 2023 '$7 billion'", "level -JPN exports 2023 '$5 billion'",
                  "share -EU exports 2023 '40%'", "rank -CHN imports 2023 'first'"}));
}

TEST(Whose, ShareAfterShareIsOfItsOwnTrade) {
  EXPECT_EQ(
      statements_of("ASEAN's trade was worth $3 trillion in 2023. Trade with Japan accounted for 9%, trade with China "
                    "for 19% and that with other countries for 30%.",
                    "2024-06-20"),
      (Statements{"level ASEAN-WLD trade 2023 '$3 trillion'", "share ASEAN-JPN trade 2023 '9%'",
                  "share ASEAN-CHN trade 2023 '19%'", "share ASEAN trade 2023 '30%'"}));
}

TEST(Whose, TheTwoCountriesTradeIsOfThoseThatTheTextWillName) {
  EXPECT_EQ(
      statements_of("The two countries' trade was worth $14 billion in 2023. Polish exports to Peru rose 5%, Peru's "
                    "exports to Poland 8%.",
                    "2024-04-12")
          .front(),
      "level POL-PER trade 2023 '$14 billion'");
}

TEST(Whose, TotalIsWithAllThoughTheGoodsWereOfOnePartner) {
  EXPECT_EQ(
      statements_of("Chile's copper exports to China fell 6% in March 2024. Total copper shipments reached $4 billion.",
                    "2024-04-12")
          .back(),
      "level CHL-WLD exports [copper] 2024-03 '$4 billion'");
}

TEST(Whose, AShareIsOfTheFlowThatItIsTakenIn) {
  EXPECT_EQ(
      statements_of("Peru's exports to Chile were $9 billion in 2023, its imports from there $4 billion. Copper made "
                    "up $5 billion or 56% of exports to Chile. Chile accounted for 11% of Peru's trade.",
                    "2024-06-20"),
      (Statements{"level PER-CHL exports 2023 '$9 billion'", "level PER-CHL imports 2023 '$4 billion'",
                  "level PER-CHL exports [copper] 2023 '$5 billion'", "share PER-CHL exports [copper] 2023 '56%'",
                  "share PER-CHL trade 2023 '11%'"}));
}

TEST(Whose, WhoIsListedAfterOneThatIsTradedWithIsTradedWithToo) {
  EXPECT_EQ(statements_of("Japan's exports fell 2 percent in May 2023. Exports to Thailand (-4%), India (-5%) and the "
                          "EU (-6%) decreased.",
                          "2023-06-20")
                .back(),
            "growth JPN-EU exports 2023-05 '-6%'");
  // A release that does not say whose it is: none of its partners'.
  EXPECT_EQ(statements_of("Exports were $9 billion in May 2023. Exports to Thailand (4%), India (5%) and the EU (6%) "
                          "rose.",
                          "2023-06-20")
                .front(),
            "level -WLD exports 2023-05 '$9 billion'");
}

TEST(Whose, ContractsAreThoseOfTheCountriesThatTheSentenceNames) {
  EXPECT_EQ(
      statements_of("In January 2021, Chinese companies signed 300 new contracts in Belt and Road countries, with the "
                    "newly signed contracts amounting to 45 billion yuan.",
                    "2021-03-15")
          .back(),
      "level CHN-BRI contracted_projects_signed 2021-01 '45 billion yuan'");
}

TEST(Whose, PeopleAndFirmsCountedHaveAnOriginAndAPlace) {
  EXPECT_EQ(statements_of("In 2005, Thailand received 840,000 Chinese visitors.", "2006-11-03"),
            (Statements{"count THA-CHN visitors 2005 '840,000 Chinese visitors'"}));
  EXPECT_EQ(statements_of("More than 1,000 Chinese companies have invested in Vietnam.", "2007-10-31"),
            (Statements{"count CHN-VNM companies 2007 'More than 1,000 Chinese companies'"}));
}

TEST(Whose, AnInsertionDoesNotCutTheSentence) {
  EXPECT_EQ(statements_of("Trade between the EU and Japan stood at €130 billion in 2017 and trade between the EU and "
                          "China, whose share has tripled since 2000, was worth €573 billion.",
                          "2018-03-27")
                .back(),
            "level EU-CHN trade 2017 '€573 billion'");
}

TEST(Whose, EveryOtherFigureIsOfTheSame) {
  EXPECT_EQ(
      statements_of("China's trade with ASEAN grew in May 2024, with exports and imports rising 10 percent to $285 "
                    "billion and 2 percent to $187 billion, respectively.",
                    "2024-07-12"),
      (Statements{"growth CHN-ASEAN exports 2024-05 '10 percent'", "level CHN-ASEAN exports 2024-05 '$285 billion'",
                  "growth CHN-ASEAN imports 2024-05 '2 percent'", "level CHN-ASEAN imports 2024-05 '$187 billion'"}));
}

TEST(Whose, AListOfRatesBehindAmountsIsOfTheirPartners) {
  const Statements found = statements_of(
      "Thailand was Vietnam's largest export market in May 2024 with $5 billion, trailed by Indonesia with "
      "$4 billion and the Philippines with $3 billion, up 24 percent and 17 percent, respectively.",
      "2024-07-12");
  EXPECT_EQ(found[found.size() - 2], "growth VNM-IDN exports 2024-05 '24 percent'");
  EXPECT_EQ(found.back(), "growth VNM-PHL exports 2024-05 '17 percent'");
}

TEST(Whose, WhoIsOneOfTheMarketsIsAPartner) {
  EXPECT_EQ(
      statements_of("Vietnam's exports to ASEAN reached $5 billion in May 2024. Myanmar was the only market with a "
                    "fall in turnover, down 36 percent.",
                    "2024-07-12")
          .back(),
      "growth VNM-MMR exports 2024-05 minus '36 percent'");
}

TEST(Whose, TheBlocMayBeNamedLater) {
  EXPECT_EQ(statements_of("Vietnam's trade with the bloc reached $55 billion in May 2024. Exports to ASEAN came to $25 "
                          "billion.",
                          "2024-07-12")
                .front(),
            "level VNM-ASEAN trade 2024-05 '$55 billion'");
}

TEST(Whose, TheSurplusBehindTheWholeIsThatOfTheWhole) {
  EXPECT_EQ(
      statements_of("China's trade with Central Asia came to $94 billion in 2024. Globally, its trade reached $6.2 "
                    "trillion. The trade surplus stood at $990 billion.",
                    "2025-01-23")
          .back(),
      "level CHN-WLD balance 2024 '$990 billion'");
}

TEST(Whose, WhoIsFollowedByOthersIsNotWhoFollows) {
  EXPECT_EQ(statements_of("ASEAN surpassed Japan, the U.S. and Russia in 2012 to become China's fourth largest trading "
                          "partner, followed by Hong Kong.",
                          "2013-07-26")
                .front(),
            "rank CHN-ASEAN trade 2012 'China's fourth largest trading partner'");
}

TEST(Whose, InTheCountryIsWhereTheTextIs) {
  EXPECT_EQ(
      statements_of("China was the largest investor in Cambodia in 2010. Japan's investment in the country came to "
                    "$148 million.",
                    "2011-09-07")
          .back(),
      "level JPN-KHM outward investment_flow 2010 '$148 million'");
}

TEST(Whose, WhatThePartnerCountsIsNotHeldAgainstTheText) {
  const auto reading = read(
      "The US Commerce Department said on Monday that China's exports to the United States came to "
      "$427 billion in 2023.",
      "2024-02-10");
  ASSERT_EQ(reading.statements.size(), 1U);
  EXPECT_TRUE(reading.statements.front().doubtful);
}

TEST(Whose, TheTwoCountriesAreNoBlocs) {
  EXPECT_EQ(
      statements_of("Cambodia's imports from China came to $4 billion in 2023. Its exports to RCEP countries were $3 "
                    "billion. The two countries' trade was valued at $12 billion.",
                    "2024-05-20")
          .back(),
      "level KHM-CHN trade 2023 '$12 billion'");
}

TEST(Whose, ThePartnerMayStandBetweenTheVerbAndTheFigure) {
  EXPECT_EQ(
      statements_of("Indonesia's deepest deficits in May 2023 were with Australia at $387 million and Brazil at $206 "
                    "million.",
                    "2023-06-16"),
      (Statements{"level IDN-AUS balance 2023-05 minus '$387 million'",
                  "level IDN-BRA balance 2023-05 minus '$206 million'"}));
}

TEST(Whose, ThatOfAnotherIsTheSameInvestment) {
  EXPECT_EQ(statements_of("China's outbound investment in Hong Kong rose 90 percent in 2016, and that to ASEAN rose 33 "
                          "percent.",
                          "2017-01-16")
                .back(),
            "growth CHN-ASEAN outward investment_flow 2016 '33 percent'");
}

TEST(Whose, WhoseShareItIsIsAPartner) {
  EXPECT_EQ(statements_of("China accounted for 21 percent of Kazakhstan's total foreign trade in 2023. Russia's trade "
                          "turnover share amounted to 18 percent.",
                          "2024-01-20")
                .back(),
            "share KAZ-RUS trade 2023 '18 percent'");
}

TEST(Whose, ADatelineTellsWhereNothingElseDoes) {
  EXPECT_EQ(statements_of("SEOUL: Exports rose 8 percent in 2023. Exports to China gained 6 percent."),
            (Statements{"growth KOR-WLD exports 2023 '8 percent'", "growth KOR-CHN exports 2023 '6 percent'"}));
  EXPECT_EQ(statements_of("BEIJING, Jan. 6 (Xinhua) -- Vietnam's exports fell 4 percent in 2023."),
            (Statements{"growth VNM-WLD exports 2023 minus '4 percent'"}));
}

TEST(Whose, ABalanceInTradeWithSomebodyGoesOnAsOne) {
  EXPECT_EQ(
      statements_of("In 2023, Japan had a deficit of 6 trillion yen in trade with China, compared with 5.8 trillion "
                    "yen in 2022."),
      (Statements{"level JPN-CHN balance 2023 minus '6 trillion yen'",
                  "level JPN-CHN balance 2022 minus '5.8 trillion yen'"}));
}

TEST(Whose, WhoFollowsInARankBuysToo) {
  EXPECT_EQ(
      statements_of("The US was Vietnam's biggest buyer in 2023, importing $97 billion worth of goods from Vietnam. "
                    "It was followed by China with $61 billion in imports."),
      (Statements{"rank VNM-USA exports 2023 'Vietnam's biggest buyer'", "level VNM-USA exports 2023 '$97 billion'",
                  "level VNM-CHN exports 2023 '$61 billion'"}));
}

TEST(Whose, AnotherMaySellToTheSameMarket) {
  EXPECT_EQ(statements_of("Thailand shipped 945,000 tonnes of durian to China in 2023, while Vietnam supplied 493,000 "
                          "tonnes."),
            (Statements{"count THA-CHN exports quantity [durian] 2023 '945,000 tonnes'",
                        "count VNM-CHN exports quantity [durian] 2023 '493,000 tonnes'"}));
}

TEST(Whose, OfWhatOneSoldAnotherBoughtAPart) {
  EXPECT_EQ(statements_of("Cambodia exported 656,000 tonnes of rice in 2023; of this, China imported 112,000 tonnes."),
            (Statements{"count KHM-WLD exports quantity [rice] 2023 '656,000 tonnes'",
                        "count KHM-CHN exports quantity [rice] 2023 '112,000 tonnes'"}));
}

TEST(Whose, AShareOfTheOthersIsInItsTrade) {
  EXPECT_EQ(statements_of("In 2023, China accounted for 19 percent of ASEAN's trade, while ASEAN took up 15 percent of "
                          "China's."),
            (Statements{"share ASEAN-CHN trade 2023 '19 percent'", "share CHN-ASEAN trade 2023 '15 percent'"}));
}

TEST(Whose, ARankWhoseNounWasSaidBeforeHasATimeOfItsOwn) {
  EXPECT_EQ(
      statements_of("China has been ASEAN's largest trading partner since 2009, while ASEAN has been China's largest "
                    "since 2020."),
      (Statements{"rank ASEAN-CHN trade 2023 'ASEAN's largest trading partner'",
                  "streak ASEAN-CHN trade 2023 'since 2009'", "rank CHN-ASEAN trade 2023 'China's largest'",
                  "streak CHN-ASEAN trade 2023 'since 2020'"}));
}

TEST(Whose, GoodsOfACountryAreItsShare) {
  EXPECT_EQ(statements_of("In 2023, Chinese goods accounted for 34 percent of Vietnam's imports."),
            (Statements{"share VNM-CHN imports 2023 '34 percent'"}));
}

TEST(Whose, ByHowMuchOneExceedsTheOtherIsNoLevel) {
  EXPECT_EQ(statements_of("In 2023, China's trade with ASEAN exceeded that with the EU by $129 billion."),
            (Statements{"comparison CHN-ASEAN trade 2023 '$129 billion'"}));
}

TEST(Whose, WhoTakesAPartOfSomebodysExportsIsHisPartner) {
  EXPECT_EQ(statements_of("Vietnam sold fruit worth $5.2 billion abroad in 2023. China took 66 percent of the total. "
                          "Kenya's imports were $10 billion in 2023. China supplied goods worth $3 billion."),
            (Statements{"level VNM-WLD exports [fruit] 2023 '$5.2 billion'",
                        "share VNM-CHN exports [fruit] 2023 '66 percent'", "level KEN-WLD imports 2023 '$10 billion'",
                        "level KEN-CHN imports 2023 '$3 billion'"}));
}

TEST(Whose, PurchasesFromThemAreTheBuyers) {
  EXPECT_EQ(statements_of("Malaysia's trade with the United States rose 1.1 percent in 2018. Sales to Americans rose "
                          "2.3 percent; purchases from them slipped 0.5 percent."),
            (Statements{"growth MYS-USA trade 2018 '1.1 percent'", "growth MYS-USA exports 2018 '2.3 percent'",
                        "growth MYS-USA imports 2018 minus '0.5 percent'"}));
}

TEST(Whose, WeAreThoseWhoseTheTextIs) {
  EXPECT_EQ(statements_of("From January to March 2025 we sold ASEAN goods worth 1 trillion yuan. ASEAN remains our "
                          "largest trading partner. Our exports of auto parts to ASEAN rose by 20 percent."),
            (Statements{"level CHN-ASEAN exports 2025-Q1 '1 trillion yuan'",
                        "rank CHN-ASEAN trade 2025-Q1 'our largest trading partner'",
                        "growth CHN-ASEAN exports [auto parts] 2025-Q1 '20 percent'"}));
}

TEST(Whose, ALeadOnTheLargestOfManyIsNotAboutThatOneAlone) {
  EXPECT_EQ(statements_of("The US was Vietnam's biggest customer in 2023, while China was its largest supplier.\n\n"
                          "Export revenue came to 354 billion dollars."),
            (Statements{"rank VNM-USA exports 2023 'Vietnam's biggest customer'",
                        "rank VNM-CHN imports 2023 'its largest supplier'",
                        "level VNM-WLD exports 2023 '354 billion dollars'"}));
}

TEST(Whose, TwoPartiesOfAHeadlineAreWhatABareTotalIsBetween) {
  EXPECT_EQ(statements_of("United Kingdom and India: trade in brief\n\nTotal trade was 47.2 billion pounds in 2023."),
            (Statements{"level GBR-IND trade 2023 '47.2 billion pounds'"}));
}

TEST(Whose, AReporterIsWhoseTradeAndDollarAReleaseLeavesOut) {
  const auto release =
      read("Exports rose $3m to $42,417m in March 2024. Exports to Japan fell 5%.", "2024-05-02", {"AUS"});
  ASSERT_EQ(release.statements.size(), 3U);
  for (const auto& statement : release.statements) EXPECT_EQ(statement.subject.text, "AUS") << in_short(statement);
  EXPECT_EQ(release.statements[1].value.unit, "AUD");
  EXPECT_EQ(release.statements[2].partner.text, "JPN");
  // What the text itself says goes first.
  const auto named = read("Canada's exports rose 3% in 2024.", "2025-05-02", {"AUS"});
  EXPECT_EQ(named.statements.at(0).subject.text, "CAN");
}

TEST(Whose, AKingdomIsNobodyElse) {
  EXPECT_EQ(statements_of("Saudi Arabia's exports rose 5 percent in 2023. China took 14.9 percent of the kingdom's "
                          "exports."),
            (Statements{"growth SAU-WLD exports 2023 '5 percent'", "share SAU-CHN exports 2023 '14.9 percent'"}));
}

TEST(Whose, PartnersAreToldOneByOneWithTheirFigures) {
  EXPECT_EQ(statements_of("China's foreign trade grew 5 percent in 2024. Its trade with Laos rose by $2 billion. "
                          "Cambodia's figure slipped by $1 billion."),
            (Statements{"growth CHN-WLD trade 2024 '5 percent'", "change CHN-LAO trade 2024 '$2 billion'",
                        "change CHN-KHM trade 2024 minus '$1 billion'"}));
}

TEST(Whose, ThePartnerTakesAPartOfTheOthersTrade) {
  EXPECT_EQ(
      statements_of("Peru's exports came to $5 billion in May 2023. China remained its main partner, taking 30 "
                    "percent of its exports. Japan followed with $400 million. China also led the way in imports, "
                    "with a share of 25 percent.",
                    "2023-06-20"),
      (Statements{"level PER-WLD exports 2023-05 '$5 billion'", "rank PER-CHN trade 2023-05 'its main partner'",
                  "share PER-CHN exports 2023-05 '30 percent'", "level PER-JPN exports 2023-05 '$400 million'",
                  "share PER-CHN imports 2023-05 '25 percent'"}));
}

TEST(Whose, TheCountryIsNoneItHasASurplusWith) {
  EXPECT_EQ(statements_of("Japan's exports rose 2% in May 2023. With the rest of Asia, including Korea and India, the "
                          "country logged a surplus of $5 billion.",
                          "2023-06-20")
                .back(),
            "level JPN-WLD balance 2023-05 '$5 billion'");
}

TEST(Whose, NobodyIsHisOwnLargestMarket) {
  EXPECT_EQ(statements_of("Peru's exports to Chile were $2 million in 2022.\n\nPeru posted a surplus of $41 million in "
                          "2023, with Chile being the country's largest export market."),
            (Statements{"level PER-CHL exports 2022 '$2 million'", "level PER-WLD balance 2023 '$41 million'",
                        "rank PER-CHL exports 2023 'the country's largest export market'"}));
}

TEST(Whose, ACityThatSpeaksOfItselfIsOfNoEconomyThatTheTextDoesNotName) {
  EXPECT_EQ(statements_of("ASEAN was the largest trading partner of our city in 2023. Our trade with Vietnam reached "
                          "4.5 billion yuan."),
            (Statements{"rank -ASEAN trade 2023 'the largest trading partner of our city'",
                        "level -VNM trade 2023 '4.5 billion yuan'"}));
}

TEST(Whose, WhoIsTradedWithBesideUsIsNoOtherThanUs) {
  EXPECT_EQ(statements_of("Speech at the Peru-Hunan dialogue. China's imports from Peru were $20 billion in 2023, and "
                          "its exports to us $9 billion."),
            (Statements{"level CHN-PER imports 2023 '$20 billion'", "level CHN-PER exports 2023 '$9 billion'"}));
}

TEST(Whose, ATotalOfWhichAPartIsWithSomebodyIsWithAll) {
  EXPECT_EQ(
      statements_of("Peru's trade with Chile rose to $4 billion in 2022. In 2023 the total was $90 billion, of which "
                    "$5 billion was with Chile."),
      (Statements{"level PER-CHL trade 2022 '$4 billion'", "level PER-WLD trade 2023 '$90 billion'",
                  "level PER-CHL trade 2023 '$5 billion'"}));
}

TEST(Whose, OutOfATotalIsOfAll) {
  EXPECT_EQ(
      statements_of("Japan was Peru's largest trading partner in 2023, with $7 billion out of a total of $90 billion.")
          .back(),
      "level PER-WLD trade 2023 '$90 billion'");
}

TEST(Whose, TwoWhoPlanTradePlanItWithOneAnother) {
  EXPECT_EQ(statements_of("Kenya and Japan aim for $9 billion in trade by 2030.").front(),
            "level KEN-JPN trade 2030 '$9 billion'");
  EXPECT_EQ(statements_of("Kenya's trade with Japan was $5 billion in 2023. Kenya and Peru seek trade of $9 billion by "
                          "2030.")
                .back(),
            "level KEN-PER trade 2030 '$9 billion'");
  EXPECT_EQ(statements_of("The leaders of Kenya and Japan agreed to raise trade to $9 billion by 2030.").front(),
            "level KEN-JPN trade 2030 '$9 billion'");
}

TEST(Whose, ImportsBesideSomebodysExportsAreHisToo) {
  EXPECT_EQ(statements_of("Peru's trade with Korea rose 5 percent in 2023, with Peruvian exports up 8 percent at $4 "
                          "billion and imports falling 2 percent to $3 billion.")
                .back(),
            "level PER-KOR imports 2023 '$3 billion'");
}

TEST(Whose, ADeficitIsOfWhomItIsLeftTo) {
  EXPECT_EQ(
      statements_of("Jordan sold goods worth $1 billion to China in 2023. Purchases from the Asian giant rose to $4 "
                    "billion, leaving the kingdom with a deficit of $3 billion."),
      (Statements{"level JOR-CHN exports 2023 '$1 billion'", "level JOR-CHN imports 2023 '$4 billion'",
                  "level JOR-CHN balance 2023 minus '$3 billion'"}));
  EXPECT_EQ(
      statements_of("Kenya's imports from China came to $4 billion in 2023, giving China a surplus of $3 billion.")
          .back(),
      "level CHN-KEN balance 2023 '$3 billion'");
}

}  // namespace
}  // namespace tradewind::tests
