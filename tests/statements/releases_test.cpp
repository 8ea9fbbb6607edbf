// What the reader makes of the releases of statistics offices and ministries.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

std::string currency_of(const std::string& text) { return read(text, "2024-05-02").statements.front().value.unit; }

TEST(PressReleases, OfAStatisticsOfficeCountInItsOwnDollar) {
  EXPECT_EQ(currency_of("Canadian merchandise trade, March 2024\n\nTotal imports were $61.2 billion in March."), "CAD");
  EXPECT_EQ(currency_of("New Zealand's exports rose to $6.1 billion in March, Stats NZ said."), "NZD");
  EXPECT_EQ(currency_of("Australia's exports rose to $43,974m in March."), "AUD");
  EXPECT_EQ(currency_of("China bought $9.1 billion of our exports. All values are in Australian dollars."), "AUD");
  EXPECT_EQ(currency_of("Exports rise. New Zealand dollars. New Zealand's exports were worth $9.1 billion in May."),
            "NZD");
}

TEST(PressReleases, OthersCountInTheDollarOfTheUnitedStates) {
  EXPECT_EQ(currency_of("Australia's exports to China rose to $9.1 billion in March."), "USD");
  EXPECT_EQ(currency_of("Canada's trade, March 2024\n\nCanada's exports were $61.2 billion (C$83.3 billion)."), "USD");
}

TEST(PressReleases, WhatIsComparedWithAnExcursionIsOfTheTimeReported) {
  EXPECT_EQ(statements_of("In May 2023, Italy had a trade surplus of 4 billion euros. In May 2022 the balance was -1 "
                          "billion euros. Exports were 55.2 billion euros, down 2.1% compared with May 2022.")
                .back(),
            "growth ITA-WLD exports 2023-05 minus '2.1%'");
}

TEST(PressReleases, MaySetThousandsApartByABlank) {
  EXPECT_EQ(statements_of("In 2023, Italy exported goods worth €1 626.4 bn."),
            Statements{"level ITA-WLD exports 2023 '€1 626.4 bn'"});
}

struct Line {
  const char* text;
  const char* last;  // the last statement of the text
};

TEST(PressReleases, SayWhatHoldsForAllOfALineAtItsHead) {
  const std::vector<Line> lines = {
      {"Japan's exports rose 5.9 percent in 2023.\n\nThailand: Exports rose 4.1 percent and imports 2.2 percent.",
       "growth JPN-THA imports 2023 '2.2 percent'"},
      {"Total UK trade (exports plus imports of goods and services) was £1,700bn in 2023. UK exports were £860bn.",
       "level GBR-WLD exports goods_and_services_trade 2023 '£860bn'"},
      {"International Trade in Goods and Services, 2023\n\nThe Commerce Department said that U.S. exports of $3,000 "
       "billion and imports of $3,800 billion resulted in a deficit of $800 billion in 2023.",
       "level USA-WLD balance goods_and_services_trade 2023 minus '$800 billion'"},
      {"In 2023, Australia's goods and services debits (imports) fell to $41,312m.",
       "level AUS-WLD imports goods_and_services_trade 2023 '$41,312m'"},
      {"Dutch imports were 580 billion euros in 2023.", "level NLD-WLD imports 2023 '580 billion euros'"},
      {"UK trade with the EU was £620bn in 2023. Trade with non-EU countries was £640bn.",
       "level GBR trade 2023 '£640bn'"},
      {"The trade of the GCC, excluding intra-GCC trade, was $1.5 trillion in 2023.",
       "level GCC-WLD trade 2023 '$1.5 trillion'"},
      {"Trade among the ASEAN countries was $760 billion in 2023.", "level ASEAN-ASEAN trade 2023 '$760 billion'"},
  };
  for (const auto& [text, last] : lines) EXPECT_EQ(statements_of(text).back(), last) << text;
}

TEST(PressReleases, PutInBracketsWhatTheVerbSays) {
  const std::vector<Line> lines = {
      {"In 2023, Korea's exports of ships (15 percent) and steel (7 percent) also rose.",
       "growth KOR-WLD exports [steel] 2023 '7 percent'"},
      {"Ireland's exports were €7.9 billion in September 2023, a decrease of €0.3 billion (-4%).",
       "growth IRL-WLD exports 2023-09 '-4%'"},
      {"In the third quarter of 2023, French exports grew more slowly (+3.5% after +5.8%).",
       "growth FRA-WLD exports 2023-Q2 '5.8%'"},
  };
  for (const auto& [text, last] : lines) EXPECT_EQ(statements_of(text).back(), last) << text;
}

TEST(PressReleases, GoOnWithWhatTheSentenceBeforeWasOn) {
  const std::vector<Line> lines = {
      {"Kenya's GDP growth was 5.6 percent in 2023. It is projected to slow to 5.2 percent in 2024.",
       "growth KEN gdp 2024 minus '5.2 percent'"},
      {"The RCEP Agreement was signed on 15 November 2020. It entered into force on 1 January 2022.",
       "milestone RCEP in_force 2022-01-01 '1 January 2022'"},
      {"Ireland's exports of medicines rose in 2023. The EU accounted for €86 billion (41%) of total exports.",
       "share IRL-EU exports 2023 '41%'"},
  };
  for (const auto& [text, last] : lines) EXPECT_EQ(statements_of(text).back(), last) << text;
  EXPECT_EQ(
      statements_of("China is Australia's largest trading partner, accounting for 27 percent of Australia's goods and "
                    "services trade in 2023.")
          .front(),
      "rank AUS-CHN trade goods_and_services_trade 2023 'Australia's largest trading partner'");
}

TEST(PressReleases, APeakOfOldIsNotWhenTheFigureWas) {
  EXPECT_EQ(
      statements_of("FDI to Peru rose 5% in 2013. FDI to developed countries rose 12%, to only 44% of their peak value "
                    "in 2007. FDI to Chile fell 2%.",
                    "2014-01-28"),
      (Statements{"growth PER-WLD inward investment_flow 2013 '5%'", "growth -WLD inward investment_flow 2013 '12%'",
                  "share -WLD inward investment_flow 2013 '44%'",
                  "growth CHL-WLD inward investment_flow 2013 minus '2%'"}));
}

TEST(PressReleases, AYearAtTheHeadIsThatOfTheNextParagraphsToo) {
  EXPECT_EQ(statements_of(
                "Peru's exports were $5 billion in December 2016.\n\nFor the year 2016, they were $60 billion. They "
                "rose by $2 billion.\n\nAnnual imports were $50 billion.",
                "2017-02-07"),
            (Statements{"level PER-WLD exports 2016-12 '$5 billion'", "level PER-WLD exports 2016 '$60 billion'",
                        "change PER-WLD exports 2016 '$2 billion'", "level PER-WLD imports 2016 '$50 billion'"}));
  EXPECT_EQ(statements_of("Egypt's imports from Peru were $7 million in the first half of the 2022/2023 fiscal year."),
            Statements{"level EGY-PER imports 2022-H2 '$7 million'"});
}

TEST(PressReleases, WhatStandsInFrontIsTheFlowOfARank) {
  EXPECT_EQ(
      statements_of("Peru's exports rose 3% in 2023. On the imports side, China ranked first with $3 billion. Japan "
                    "came next with $2 billion.",
                    "2024-06-20"),
      (Statements{"growth PER-WLD exports 2023 '3%'", "rank PER-CHN imports 2023 'first'",
                  "level PER-CHN imports 2023 '$3 billion'", "level PER-JPN imports 2023 '$2 billion'"}));
}

TEST(PressReleases, BesideGoodsTheOtherFlowIsOfGoods) {
  EXPECT_EQ(
      statements_of("The UK's deficit in goods and services was $2 billion in May 2023. The shortfall in trade in "
                    "goods fell to $7 billion. Goods exports rose to $26 billion, while imports slipped to $33 "
                    "billion.",
                    "2023-07-20"),
      (Statements{"level GBR-WLD balance goods_and_services_trade 2023-05 minus '$2 billion'",
                  "level GBR-WLD balance 2023-05 minus '$7 billion'", "level GBR-WLD exports 2023-05 '$26 billion'",
                  "level GBR-WLD imports 2023-05 '$33 billion'"}));
}

TEST(PressReleases, BehindSalesOfGoodsStandTheGoods) {
  EXPECT_EQ(statements_of("Peru's exports in turn rose 5% in 2023. Sales of ships jumped 7%.").back(),
            "growth PER-WLD exports [ships] 2023 '7%'");
}

TEST(PressReleases, WhatIsCountedTogetherWasSoBeforeItIsSaid) {
  EXPECT_EQ(
      statements_of("The US trade deficit fell to $49 billion in March 2018. Exports of goods and services were $208 "
                    "billion. Services exports to Peru came to $2 billion; the US also imported $1 billion from there.",
                    "2018-05-03"),
      (Statements{"level USA-WLD balance goods_and_services_trade 2018-03 minus '$49 billion'",
                  "level USA-WLD exports goods_and_services_trade 2018-03 '$208 billion'",
                  "level USA-PER exports services_trade 2018-03 '$2 billion'",
                  "level USA-PER imports services_trade 2018-03 '$1 billion'"}));
}

TEST(PressReleases, AnAmountInBracketsBehindATimeIsOfThatTime) {
  EXPECT_EQ(
      statements_of(
          "Peru's exports came to $3.1 billion in April 2023, an increase of 2% on April 2022 ($3.0 billion). Its "
          "imports hit the highest April figure of all time this year, rising to $2.5 billion.",
          "2023-06-20"),
      (Statements{"level PER-WLD exports 2023-04 '$3.1 billion'", "growth PER-WLD exports 2023-04 '2%'",
                  "level PER-WLD exports 2022-04 '$3.0 billion'", "level PER-WLD imports 2023-04 '$2.5 billion'"}));
}

TEST(PressReleases, WhoBuysInATextOnSalesBuysFromTheSameSeller) {
  EXPECT_EQ(statements_of(
                "Peru's sales to Chile came to $3 billion in 2023, with Chile the biggest buyer. Brazil bought goods "
                "worth $2 billion. Most of the exports went to Mexico, which took 12% of the total.",
                "2024-06-20"),
            (Statements{"level PER-CHL exports 2023 '$3 billion'", "rank PER-CHL exports 2023 'the biggest buyer'",
                        "level PER-BRA exports 2023 '$2 billion'", "share PER-MEX exports 2023 '12%'"}));
}

TEST(PressReleases, TheShareOfSomebodysGoodsIsTheirs) {
  EXPECT_EQ(
      statements_of(
          "The share of U.S. products in Peru's total imports rose from 8% in 2011 to 10% in 2023. The share of "
          "Asian countries in its trade reached 70%. Chinese exports to Peru rose 8% and those of Chile, 6%.",
          "2024-06-20"),
      (Statements{"share PER-USA imports 2011 '8%'", "share PER-USA imports 2023 '10%'", "share PER trade 2023 '70%'",
                  "growth CHN-PER exports 2023 '8%'", "growth CHL-PER exports 2023 '6%'"}));
}

TEST(PressReleases, ATariffIsThatOfWhoLeviesIt) {
  EXPECT_EQ(
      statements_of(
          "Peru's exports to the US, subject to a 25 percent tariff since March, fell 3 percent in May 2025. The US "
          "announced a 26 percent tariff on Indian goods. Imports from the EU were $5 billion.",
          "2025-06-20"),
      (Statements{"rate USA-PER exports 2025-05 '25 percent'", "growth PER-USA exports 2025-05 minus '3 percent'",
                  "rate USA-IND exports 2025-05 '26 percent'", "level PER-EU imports 2025-05 '$5 billion'"}));
}

TEST(PressReleases, FromAYearToAnotherInTheSameMonths) {
  EXPECT_EQ(
      statements_of("In the first eight months, Peru's exports rose from $13 billion in 2022 to $15 billion in 2023.",
                    "2023-09-20"),
      (Statements{"level PER-WLD exports 2022-01/2022-08 '$13 billion'",
                  "level PER-WLD exports 2023-01/2023-08 '$15 billion'"}));
}

TEST(PressReleases, GoodsThatSoMuchCameFrom) {
  EXPECT_EQ(
      statements_of(
          "Peru's garment exports rose to $5 billion in 2023. Of the amount, $3 billion came from knitwear and $2 "
          "billion from woven items. Consumer goods exports halved.",
          "2024-06-20"),
      (Statements{"level PER-WLD exports [garment] 2023 '$5 billion'",
                  "level PER-WLD exports [knitwear] 2023 '$3 billion'",
                  "level PER-WLD exports [woven items] 2023 '$2 billion'",
                  "comparison PER-WLD exports [consumer goods] 2023 'halved'"}));
}

TEST(Releases, ASectionsHeadingSaysWhatItsTradeIsOf) {
  EXPECT_EQ(statements_of("Chile's international trade, November 2023\n\nChile's exports of goods and services were $9 "
                          "billion in November 2023.\n\nGoods by selected country\n\nThe November figures show "
                          "surpluses with Peru ($2 billion) and Cuba ($1 billion).",
                          "2024-01-10"),
            (Statements{"level CHL-WLD exports goods_and_services_trade 2023-11 '$9 billion'",
                        "level CHL-PER balance 2023-11 '$2 billion'", "level CHL-CUB balance 2023-11 '$1 billion'"}));
}

TEST(Releases, GoodsAndServicesTogetherAreNotTheSameTradeWhereTheyHaveAnotherAmount) {
  EXPECT_EQ(statements_of("Chile's exports were $6 billion in May 2023. Overall exports, goods and services taken "
                          "together, were $9 billion in May 2023.",
                          "2023-07-10"),
            (Statements{"level CHL-WLD exports 2023-05 '$6 billion'",
                        "level CHL-WLD exports goods_and_services_trade 2023-05 '$9 billion'"}));
}

TEST(Releases, TheOwnDollarBesideWordsOnAnother) {
  const auto reading = read(
      "Canadian international merchandise trade, April 2025\n\nCanada's exports fell to $60.4 billion in April. "
      "The Canadian dollar rose. Expressed in US dollars, exports fell 8.4%.");
  ASSERT_FALSE(reading.statements.empty());
  EXPECT_EQ(reading.statements.front().value.unit, "CAD");
}
TEST(Releases, AComparisonInFrontIsNotTheTime) {
  EXPECT_EQ(statements_of("Comparing May 2024 with May 2023, Hong Kong's exports to Vietnam (+9%) and the mainland of "
                          "China (the Mainland) (+3%) grew."),
            (Statements{"growth HKG-VNM exports 2024-05 '9%'", "growth HKG-CHN exports 2024-05 '3%'"}));
}

TEST(Releases, ADeficitWithOneIsMadeOfExportsAndImportsWithHim) {
  EXPECT_EQ(
      statements_of("The U.S. goods deficit was $94 billion in August 2024. The deficit with China was $24 billion. "
                    "Exports fell $1 billion to $11 billion and imports rose $2 billion to $35 billion."),
      (Statements{"level USA-WLD balance 2024-08 minus '$94 billion'",
                  "level USA-CHN balance 2024-08 minus '$24 billion'",
                  "change USA-CHN exports 2024-08 minus '$1 billion'", "level USA-CHN exports 2024-08 '$11 billion'",
                  "change USA-CHN imports 2024-08 '$2 billion'", "level USA-CHN imports 2024-08 '$35 billion'"}));
}

TEST(Releases, TheSamePeriodOfAYearIsCountedFromTheTextsTime) {
  EXPECT_EQ(
      statements_of("Peru's exports were $5 billion in November. For the year to date they were $50 billion, against "
                    "$48 billion in the comparable period in 2022.",
                    "2024-01-24")
          .back(),
      "level PER-WLD exports 2022-01/2022-11 '$48 billion'");
}

TEST(Releases, WhatAnOfficeRecordedIsTold) {
  EXPECT_EQ(
      statements_of("The office recorded that Peru's exports were $5 billion in May 2023. Imports were $4 billion."),
      (Statements{"level PER-WLD exports 2023-05 '$5 billion'", "level PER-WLD imports 2023-05 '$4 billion'"}));
}

TEST(Releases, TheBalanceOfExportsAndImportsIsTheBalance) {
  EXPECT_EQ(
      statements_of("Germany's balance of exports and imports amounted to +20 billion euros in May 2023. Exports to "
                    "Chile rose 3%. Imports from there fell 4%."),
      (Statements{"level DEU-WLD balance 2023-05 '20 billion euros'", "growth DEU-CHL exports 2023-05 '3%'",
                  "growth DEU-CHL imports 2023-05 minus '4%'"}));
}

TEST(Releases, SourcesOfImportsAreOfTheGoodsBetween) {
  EXPECT_EQ(
      statements_of("Peru's largest sources of non-oil imports in 2023 were Chile with $5 billion and Japan with $4 "
                    "billion."),
      (Statements{"rank PER-CHL imports [non-oil] 2023 'Peru's largest sources of non-oil imports'",
                  "rank PER-JPN imports [non-oil] 2023 'Peru's largest sources of non-oil imports'",
                  "level PER-CHL imports [non-oil] 2023 '$5 billion'",
                  "level PER-JPN imports [non-oil] 2023 '$4 billion'"}));
}

TEST(Releases, ThatOfAnotherMeasureIsThatMeasure) {
  EXPECT_EQ(
      statements_of("The value of India's services exports was $30 billion in May 2023 and that of services imports "
                    "$17 billion."),
      (Statements{"level IND-WLD exports services_trade 2023-05 '$30 billion'",
                  "level IND-WLD imports services_trade 2023-05 '$17 billion'"}));
}

TEST(Releases, WhoeverPublishesATextThatNamesNobodyIsWhoseTradeItTells) {
  const auto reading = read(
      "Goods exports rose\n\nGoods exports were up $770 million in July 2024, to $6.1 billion, Stats NZ said today.");
  ASSERT_EQ(reading.statements.size(), 2U);
  EXPECT_EQ(reading.statements.back().subject.text, "NZL");
  EXPECT_EQ(reading.statements.back().value.unit, "NZD");
  // whom it names as a trader comes first
  EXPECT_EQ(statements_of("Chile's exports rose 5 percent in 2023, according to figures of Destatis."),
            (Statements{"growth CHL-WLD exports 2023 '5 percent'"}));
}

TEST(Releases, RisesFromTwoAreTwoRises) {
  EXPECT_EQ(statements_of(
                "UK goods imports increased by £3 billion in April 2024, with rises of £2 billion from Norway and £1 "
                "billion from the EU. Goods exports decreased by £2 billion, because of a £1 billion fall to the EU "
                "and a £1 billion fall to the rest of the world."),
            (Statements{
                "change GBR-WLD imports 2024-04 '£3 billion'", "change GBR-NOR imports 2024-04 '£2 billion'",
                "change GBR-EU imports 2024-04 '£1 billion'", "change GBR-WLD exports 2024-04 minus '£2 billion'",
                "change GBR-EU exports 2024-04 minus '£1 billion'", "change GBR exports 2024-04 minus '£1 billion'"}));
}

TEST(Releases, TheGoodsAndServicesTradeDeficitIsOfBoth) {
  EXPECT_EQ(statements_of("The UK's goods and services trade deficit was £9 billion in April 2024."),
            (Statements{"level GBR-WLD balance goods_and_services_trade 2024-04 minus '£9 billion'"}));
}

TEST(Releases, OilHasAShareOfExports) {
  EXPECT_EQ(
      statements_of("Saudi oil exports fell 5% in July 2024, so that oil's share of total exports declined to 73%."),
      (Statements{"growth SAU-WLD exports [oil] 2024-07 minus '5%'", "share SAU-WLD exports [oil] 2024-07 '73%'"}));
}

TEST(Releases, ElevenMonthsOfATextOnNovemberAreSinceTheYearBegan) {
  EXPECT_EQ(
      statements_of("Vietnam's exports were $33 billion in November. Over 11 months they reached $370 billion. Of the "
                    "figure, $104 billion came from domestic firms and $266 billion from foreign-invested ones.",
                    "2024-12-05"),
      (Statements{"level VNM-WLD exports 2024-11 '$33 billion'", "level VNM-WLD exports 2024-01/2024-11 '$370 billion'",
                  "level VNM-WLD exports [domestic firms] 2024-01/2024-11 '$104 billion'",
                  "level VNM-WLD exports [foreign-invested firms] 2024-01/2024-11 '$266 billion'"}));
}

TEST(PressReleases, OverAYearAsAWholeIsInIt) {
  EXPECT_EQ(
      statements_of("Peru had a deficit of $2 billion in May 2019. Over 2018 as a whole, Peru had a surplus of $6 "
                    "billion, after $7 billion in 2017."),
      (Statements{"level PER-WLD balance 2019-05 minus '$2 billion'", "level PER-WLD balance 2018 '$6 billion'",
                  "level PER-WLD balance 2017 '$7 billion'"}));
}

TEST(PressReleases, ComparedWithAnotherFlowIsOfTheSameTime) {
  EXPECT_EQ(
      statements_of("Peru's exports to Chile rose 2 percent in May 2023, compared with a 9 percent drop in "
                    "exports to Japan."),
      (Statements{"growth PER-CHL exports 2023-05 '2 percent'", "growth PER-JPN exports 2023-05 minus '9 percent'"}));
}

TEST(PressReleases, MovedFromADeficitOfAYearToASurplusOfTheTextsTime) {
  EXPECT_EQ(statements_of("For 2022 as a whole, Peru's exports grew 3 percent. Its trade balance moved from a deficit "
                          "of $7 billion in 2021 to a surplus of $5 billion."),
            (Statements{"growth PER-WLD exports 2022 '3 percent'", "level PER-WLD balance 2021 minus '$7 billion'",
                        "level PER-WLD balance 2022 '$5 billion'"}));
}

TEST(PressReleases, GoodsAreCalledAsTheLeadCallsThem) {
  EXPECT_EQ(
      statements_of("RMG exports up 9 pct\n\nExports of ready-made garments (RMG) from Sri Lanka rose 9 percent "
                    "to $5 billion in 2023.\n\nThe US was the top market with $2 billion. Exports to Italy fell 3 "
                    "percent.")
          .back(),
      "growth LKA-ITA exports [ready-made garments] 2023 minus '3 percent'");
}

TEST(PressReleases, MembersNamedWithTheirBlocAreMeant) {
  EXPECT_EQ(statements_of("Trade between Mercosur partners Paraguay and Uruguay was $2 billion in 2023."),
            (Statements{"level PRY-URY trade 2023 '$2 billion'"}));
}

TEST(PressReleases, SoMuchADayIsNoAverageRate) {
  EXPECT_EQ(
      statements_of("Brazil's exports averaged $700 million a day in May 2023, down 3 percent from the average "
                    "of May 2022."),
      (Statements{"level BRA-WLD exports 2023-05 '$700 million'", "growth BRA-WLD exports 2023-05 minus '3 percent'"}));
}

TEST(PressReleases, WhereItWasWrittenIsNoProvince) {
  EXPECT_EQ(statements_of("Lima, Jan 9 (EFE).- Peru closed 2023 with a trade surplus of $3 billion."),
            (Statements{"level PER-WLD balance 2023 '$3 billion'"}));
  EXPECT_EQ(statements_of("Concepcion, Jan 9 - Chile closed 2023 with a trade surplus of $3 billion."),
            (Statements{"level CHL-WLD balance 2023 '$3 billion'"}));
}

TEST(PressReleases, WrittenInACapitalItMayBeOnOthers) {
  EXPECT_EQ(statements_of("LIMA - Exports of Latin America rose 3 percent in 2023. Imports fell 2 percent.").back(),
            "growth LATAM-WLD imports 2023 minus '2 percent'");
}

TEST(PressReleases, ATitleThatIsToComeIsPlanned) {
  EXPECT_TRUE(read("World trade to grow 2 percent in 2026\n\nWorld trade rose 3 percent in 2024.", "2025-05-08")
                  .statements.front()
                  .planned);
}

TEST(PressReleases, TradeWithSeveralShowsASurplusWithThem) {
  EXPECT_EQ(statements_of("Kenya's exports were $9 billion in 2023. Trade with Uganda, Rwanda and Burundi showed a "
                          "surplus of $2 billion.")
                .back(),
            "level KEN balance 2023 '$2 billion'");
}

TEST(PressReleases, ComparedInFrontWithAMonthIsFromWhatItWasThen) {
  EXPECT_EQ(
      statements_of("Kenya's exports rose 3 percent between April and May 2022. Compared with May 2021, they were "
                    "up 22 percent from $157 million.")
          .back(),
      "level KEN-WLD exports 2021-05 '$157 million'");
}

}  // namespace
}  // namespace tradewind::tests
