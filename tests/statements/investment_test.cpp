// Investment and contracted projects: whose, into whom, by whom.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

TEST(Investment, GoesWhereItIsPoured) {
  EXPECT_EQ(statements_of("Chinese companies poured $6 billion into Vietnam in 2023, making China the third largest "
                          "investor in the country."),
            (Statements{"level CHN-VNM outward investment_flow 2023 '$6 billion'",
                        "rank VNM-CHN inward investment 2023 'the third largest investor in the country'"}));
}

TEST(Investment, IsTheHostsWhereItAttractsIt) {
  EXPECT_EQ(statements_of("Cambodia attracted fixed-asset investment worth $4.9 billion in 2023.").front(),
            "level KHM-WLD inward investment_flow 2023 '$4.9 billion'");
}

TEST(Investment, FromOnePartnerAfterTheOtherIsIntoWhomTheTextIsAbout) {
  EXPECT_EQ(
      statements_of("Indonesia's foreign direct investment rose 13 percent in 2023. Singapore, Japan and China "
                    "were the top sources, with $15 billion, $5 billion and $7 billion.\n\nIn the fourth quarter, "
                    "FDI jumped 10 percent."),
      (Statements{
          "growth IDN-WLD inward investment_flow 2023 '13 percent'",
          "rank IDN-SGP inward investment 2023 'the top sources'",
          "rank IDN-JPN inward investment 2023 'the top sources'",
          "rank IDN-CHN inward investment 2023 'the top sources'", "level IDN-SGP inward investment 2023 '$15 billion'",
          "level IDN-JPN inward investment 2023 '$5 billion'", "level IDN-CHN inward investment 2023 '$7 billion'",
          "growth IDN-WLD inward investment_flow 2023-Q4 '10 percent'"}));
}

TEST(Investment, HasAListOfThoseWhoInvest) {
  EXPECT_EQ(statements_of("In 2023, Singapore topped the list of foreign investors in Indonesia with $15 billion, "
                          "followed by China ($7 billion)."),
            (Statements{"rank IDN-SGP inward investment 2023 'topped the list of foreign investors in Indonesia'",
                        "level IDN-SGP inward investment 2023 '$15 billion'",
                        "level IDN-CHN inward investment 2023 '$7 billion'"}));
}

TEST(Investment, SomewhereIsRankedAmongThoseWhoInvestThere) {
  EXPECT_EQ(statements_of("By the end of 2023, China's accumulated investment in Vietnam stood at $27 billion, ranking "
                          "it sixth."),
            (Statements{"level CHN-VNM outward investment_stock ../2023 '$27 billion'",
                        "rank VNM-CHN inward investment ../2023 'sixth'"}));
}

TEST(Investment, FromSomewhereIsIntoTheOneThatIsNamed) {
  EXPECT_EQ(statements_of("Philippine investment pledges from China were 15 billion pesos in 2023."),
            (Statements{"level PHL-CHN inward investment_flow 2023 '15 billion pesos'"}));
  EXPECT_EQ(statements_of("Laos received $986 million of Chinese investment in 2023."),
            (Statements{"level LAO-CHN inward investment_flow 2023 '$986 million'"}));
}

TEST(Investment, IsWhatAPlaceBehindItIsAmong) {
  EXPECT_EQ(
      statements_of("Vietnam attracted $36 billion in foreign direct investment in 2023. Singapore was the biggest "
                    "investor with $7 billion. Japan came second with $6 billion."),
      (Statements{"level VNM-WLD inward investment_flow 2023 '$36 billion'",
                  "rank VNM-SGP inward investment 2023 'the biggest investor'",
                  "level VNM-SGP inward investment 2023 '$7 billion'", "rank VNM-JPN inward investment 2023 'second'",
                  "level VNM-JPN inward investment 2023 '$6 billion'"}));
  EXPECT_EQ(
      statements_of("Foreign direct investment in Thailand rose 72 percent in 2023. China led with 159 billion baht, "
                    "followed by Singapore with 194 projects worth 123 billion baht.")
          .back(),
      "level THA-SGP inward investment 2023 '123 billion baht'");
}

TEST(Investment, InASectorIsAPartOfIt) {
  EXPECT_EQ(
      statements_of("Chinese investment in Malaysia's manufacturing sector topped 4 billion ringgit in 2023."),
      (Statements{"threshold CHN-MYS outward investment_flow [manufacturing sector] 2023 'topped 4 billion ringgit'"}));
}

TEST(Investment, ThatSomethingCostsIsNobodysFlow) {
  EXPECT_EQ(statements_of("The Pinglu Canal, with a total investment of 72 billion yuan, was begun in 2022.").front(),
            "level -WLD investment 2022 '72 billion yuan'");
}

TEST(ContractedProjects, AreSignedOrCompleted) {
  EXPECT_EQ(
      statements_of("In 2023, the value of newly signed contracted projects by Chinese firms in Indonesia was $12 "
                    "billion, and the turnover of completed projects was $7 billion."),
      (Statements{"level CHN-IDN contracted_projects_signed 2023 '$12 billion'",
                  "level CHN-IDN contracted_projects_completed 2023 '$7 billion'"}));
}

TEST(Investment, InTheCountryOfATextIsThere) {
  EXPECT_EQ(statements_of("Jakarta - The ministry said realised investment in Indonesia reached $20 billion in 2023. "
                          "Foreign direct investment fell 3 percent.")
                .back(),
            "growth IDN-WLD inward investment_flow 2023 minus '3 percent'");
}

TEST(Investment, ApprovedIsByWhoeverItIs) {
  EXPECT_EQ(statements_of("Malaysia approved investments of 9 billion ringgit in 2023.").front(),
            "level MYS investment_flow 2023 '9 billion ringgit'");
}

TEST(Investment, BySectorAndThenByPartner) {
  EXPECT_EQ(statements_of("Foreign direct investment in Vietnam reached $30 billion in 2023. By sector, real estate "
                          "received $3 billion. By partner, Japan led with $7 billion.")
                .back(),
            "level VNM-JPN inward investment 2023 '$7 billion'");
}

TEST(Investment, NewlyRegisteredCapitalIsAPartOfIt) {
  EXPECT_EQ(statements_of("Foreign direct investment in Vietnam reached $30 billion in 2023. Newly registered capital "
                          "was $20 billion.")
                .back(),
            "level VNM-WLD inward investment_flow [newly registered capital] 2023 '$20 billion'");
}

TEST(Investment, UpToADayIsOfTheMonthsThatTheHeadlineNames) {
  EXPECT_EQ(statements_of("FDI IN THE FIRST EIGHT MONTHS OF 2023\n\nAs of August 20, 2023, FDI in Vietnam reached $18 "
                          "billion.")
                .front(),
            "level VNM-WLD inward investment_flow 2023-01/2023-08 '$18 billion'");
}

TEST(Investment, CapitalOfForeignInvestedProjectsIsOfAll) {
  EXPECT_EQ(statements_of("FDI inflows to Vietnam were $30 billion in 2023. Disbursements of foreign-invested projects "
                          "were $20 billion.")
                .back(),
            "level VNM-WLD inward investment_flow 2023 '$20 billion'");
}

TEST(Investment, InEquityCapitalIsAPartOfIt) {
  EXPECT_EQ(
      statements_of("FDI inflows to the Philippines rose 2 percent in 2023. Net investments in equity capital fell "
                    "by 8 percent.")
          .back(),
      "growth PHL-WLD inward investment_flow [equity capital] 2023 minus '8 percent'");
}

TEST(Investment, OfSeveralIsIntoTheSameHost) {
  EXPECT_EQ(statements_of("Foreign direct investment in Indonesia was $30 billion in 2023. Japan and Korea invested $5 "
                          "billion and $4 billion, respectively. Chinese investment stood at $3 billion."),
            (Statements{"level IDN-WLD inward investment_flow 2023 '$30 billion'",
                        "level IDN-JPN inward investment_flow 2023 '$5 billion'",
                        "level IDN-KOR inward investment_flow 2023 '$4 billion'",
                        "level IDN-CHN inward investment_flow 2023 '$3 billion'"}));
}

TEST(Investment, InASectorIsFromAll) {
  EXPECT_EQ(
      statements_of("FDI into Vietnam was $31 billion in 2025. Japan led with $4 billion.\n\nReal estate came "
                    "second with $5 billion, equivalent to 20%."),
      (Statements{"level VNM-WLD inward investment_flow 2025 '$31 billion'",
                  "rank VNM-JPN inward investment 2025 'led'", "level VNM-JPN inward investment 2025 '$4 billion'",
                  "rank VNM-WLD inward investment [real estate] 2025 'second'",
                  "level VNM-WLD inward investment [real estate] 2025 '$5 billion'",
                  "share VNM-WLD inward investment [real estate] 2025 'equivalent to 20%'"}));
}

TEST(Investment, RealizedIsOfAllWhoInvest) {
  EXPECT_EQ(statements_of("Indonesia's investment realization reached 395 trillion rupiah in 2019.").front(),
            "level IDN investment_flow 2019 '395 trillion rupiah'");
}

TEST(Investment, AsAShareOfAllThatGoesThereIsTheHosts) {
  EXPECT_EQ(statements_of("The stock of Chinese direct investment was $46 billion at the end of 2023, or 4 per cent of "
                          "total foreign direct investment in Australia.")
                .back(),
            "share AUS-CHN inward investment_stock ../2023 '4 per cent'");
}

TEST(Investment, FlowsToOneStayApartFromThoseInTheOther) {
  EXPECT_EQ(statements_of("FDI in Oman rose 5 per cent in 2023, while flows to Fiji fell 3 per cent.").back(),
            "growth FJI-WLD inward investment_flow 2023 minus '3 per cent'");
}

TEST(Investment, InTheCountryIsWhereItWasSaidToGo) {
  EXPECT_EQ(statements_of("China had 400 projects in Laos with registered capital of $2 billion in 2023, ranking sixth "
                          "among foreign investors in the country."),
            (Statements{"count CHN-LAO projects 2023 '400 projects'",
                        "level CHN-LAO outward investment_flow 2023 '$2 billion'",
                        "rank LAO-CHN inward investment 2023 'sixth among foreign investors in the country'"}));
}

TEST(Investment, OfTheNextWhoReceivesItIsFromTheSame) {
  EXPECT_EQ(statements_of("Laos received the most Chinese investment in 2022 with $8 billion, followed by Fiji with $4 "
                          "billion.")
                .back(),
            "level FJI-CHN inward investment_flow 2022 '$4 billion'");
}

TEST(Investment, WorthOfProjectsIsApprovedByAll) {
  EXPECT_EQ(
      statements_of("The board of the Philippines approved $5 billion worth of projects in 2023. Applications rose "
                    "6 percent to 300 projects."),
      (Statements{"level PHL-WLD investment_flow 2023 '$5 billion'", "growth PHL applications 2023 '6 percent'",
                  "count PHL projects 2023 '300 projects'"}));
}

TEST(Investment, RanksInTheWorldWithItsMeasure) {
  EXPECT_EQ(statements_of("In 2022, China's outward FDI was $163 billion, ranking second in the world.").back(),
            "rank CHN-WLD outward investment_flow 2022 'second in the world'");
}

TEST(Investment, OfACapitalIsFromThere) {
  EXPECT_EQ(statements_of("In 2023, the mainland approved 3,100 Taiwan-invested projects, and the actual use of Taiwan "
                          "capital was US$1 billion."),
            (Statements{"count CHN-TWN projects 2023 '3,100 Taiwan-invested projects'",
                        "level CHN-TWN inward investment_flow 2023 'US$1 billion'"}));
}

TEST(Investment, OfWhoLedManyCountriesIsTheFirst) {
  EXPECT_EQ(
      statements_of("In 2023, Singapore led 145 countries investing in Laos with $7 billion, and Japan came "
                    "second. Manufacturing will "
                    "receive $3 billion."),
      (Statements{"rank LAO-SGP inward investment 2023 'led'", "count LAO countries 2023 '145 countries'",
                  "level LAO-SGP inward investment 2023 '$7 billion'", "rank LAO-JPN inward investment 2023 'second'",
                  "level LAO-WLD inward investment [manufacturing] 2023 '$3 billion'"}));
}

TEST(Investment, HasDestinations) {
  EXPECT_EQ(statements_of("FDI into Laos was $7 billion in 2023. Luang Prabang was the top destination for foreign "
                          "investment.")
                .back(),
            "rank LAO-WLD inward investment_flow [luang prabang] 2023 'the top destination for foreign investment'");
}

TEST(Investment, IntoAGroupStaysInward) {
  EXPECT_EQ(statements_of("Inflows to developing countries in Asia fell by 3% in 2024.").front(),
            "growth inward investment_flow 2024 minus '3%'");
}

TEST(ContractedProjects, TurnoverIsOfWhatWasCompleted) {
  EXPECT_EQ(statements_of("Chinese contractors signed new contracts worth $267 billion abroad in 2024, while their "
                          "turnover grew 3 percent.")
                .back(),
            "growth CHN-WLD contracted_projects_completed 2024 '3 percent'");
}

TEST(Investment, AmongThoseWhoInvestOneTakesTheLead) {
  EXPECT_EQ(
      statements_of("Among the 62 countries investing in Laos in 2023, Japan took the lead with $2 billion.").front(),
      "count LAO countries 2023 '62 countries'");
  EXPECT_EQ(statements_of("Laos and Peru had invested $5 billion in each other by the end of 2023.").front(),
            "level LAO-PER two-way investment_stock ../2023 '$5 billion'");
}
TEST(Investment, ByTheEndOfAMonthAgainstLastYearIsSinceTheYearBegan) {
  EXPECT_EQ(statements_of(
                "By the end of August, Vietnam had attracted $20 billion in foreign direct investment, up 7 percent "
                "from the same period last year. The manufacturing sector took the lead with $14 billion, followed "
                "by real estate with $3 billion.",
                "2024-09-13"),
            (Statements{"level VNM-WLD inward investment_flow 2024-01/2024-08 '$20 billion'",
                        "growth VNM-WLD inward investment_flow 2024-01/2024-08 '7 percent'",
                        "rank VNM-WLD inward investment_flow [manufacturing sector] 2024-01/2024-08 'the lead'",
                        "level VNM-WLD inward investment_flow [manufacturing sector] 2024-01/2024-08 '$14 billion'",
                        "level VNM-WLD inward investment_flow [real estate] 2024-01/2024-08 '$3 billion'"}));
}

TEST(Investment, MoneyIsPouredIntoProjectsSomewhere) {
  EXPECT_EQ(statements_of("In 2021, Korean firms had poured $80 billion into 9,400 projects in Vietnam.").front(),
            "level KOR-VNM outward investment_flow 2021 '$80 billion'");
}

TEST(Investment, ForeignInvestorsInvestWhereTheyRegister) {
  EXPECT_EQ(
      statements_of("Foreign investors registered $24 billion in Laos in 2022, up 4 percent. Japan led with $7 "
                    "billion."),
      (Statements{"level LAO-WLD inward investment 2022 '$24 billion'",
                  "growth LAO-WLD inward investment 2022 '4 percent'", "rank LAO-JPN inward investment 2022 'led'",
                  "level LAO-JPN inward investment 2022 '$7 billion'"}));
  EXPECT_EQ(
      statements_of("The value of applications for investment promotion in Laos grew 35 percent in 2022.").front(),
      "growth LAO investment_flow 2022 '35 percent'");
}
TEST(Investment, BySectorIsFromEverywhere) {
  EXPECT_EQ(
      statements_of("FDI into Laos rose in 2023. The largest investor was Japan with $3 billion. By sector, mining "
                    "topped the list with a share of 14 percent."),
      (Statements{"rank LAO-JPN inward investment 2023 'The largest investor'",
                  "level LAO-JPN inward investment 2023 '$3 billion'",
                  "rank LAO-WLD inward investment [mining] 2023 'topped the list'",
                  "share LAO-WLD inward investment [mining] 2023 '14 percent'"}));
}

TEST(Investment, WhereItGrewIsWhatItIsIn) {
  EXPECT_EQ(statements_of("Laos drew more money in mining, where FDI grew by 5 percent in 2023.").front(),
            "growth LAO-WLD inward investment_flow [mining] 2023 '5 percent'");
}

TEST(Investment, ProjectsFromAllCountriesAreOfAll) {
  EXPECT_EQ(statements_of("Japan was the largest source of investment in Laos in 2021, with $2 billion. In 2022, Laos "
                          "approved 90 projects from all countries worth $6 billion.")
                .back(),
            "level LAO-WLD inward investment_flow 2022 '$6 billion'");
}

TEST(Investment, WhereElseItWentIsNotWhereAllOfItDid) {
  EXPECT_EQ(statements_of("Japan's outbound direct investment rose 5 percent in 2023, with investment in Peru up 9 "
                          "percent. The turnover of contracted projects abroad fell 2 percent."),
            (Statements{"growth JPN-WLD outward investment_flow 2023 '5 percent'",
                        "growth JPN-PER outward investment_flow 2023 '9 percent'",
                        "growth JPN-WLD contracted_projects_completed 2023 minus '2 percent'"}));
}

TEST(Investment, NobodyInvestsAbroadAtHome) {
  EXPECT_EQ(
      statements_of("Japanese investment in Laos rose 5 percent in 2023. Japan invested $3 billion in the country.")
          .back(),
      "level JPN-LAO outward investment_flow 2023 '$3 billion'");
  EXPECT_EQ(
      statements_of("Investment in ASEAN kept growing. Peru's firms invested $5 billion in four of these countries in "
                    "2023.")
          .back(),
      "level PER-ASEAN outward investment_flow 2023 '$5 billion'");
}

TEST(Investment, WhatCameFromSomebodyIsToldBehindItsShare) {
  EXPECT_EQ(statements_of(
                "FDI equity inflows into Chile totaled $9 billion in 2023, of which $2 billion, or 22 percent, came "
                "from Spain."),
            (Statements{"level CHL-WLD inward investment_flow 2023 '$9 billion'",
                        "level CHL-ESP inward investment_flow 2023 '$2 billion'",
                        "share CHL-ESP inward investment_flow 2023 '22 percent'"}));
  EXPECT_EQ(statements_of("Ghana received foreign direct investment of $31 million from Japan in 2023."),
            (Statements{"level GHA-JPN inward investment_flow 2023 '$31 million'"}));
}

TEST(Investment, IsByTypeWhatItsPartsAreSaidToBe) {
  EXPECT_EQ(statements_of("Peru received $9 billion in foreign direct investment in 2023. By type, 52 percent were "
                          "reinvested profits, 38 percent new funds."),
            (Statements{"level PER-WLD inward investment_flow 2023 '$9 billion'",
                        "share PER-WLD inward investment_flow [reinvested profits] 2023 '52 percent'",
                        "share PER-WLD inward investment_flow [new funds] 2023 '38 percent'"}));
}

TEST(Investment, OfTheWorldsRecipientsEachHasItsOwn) {
  EXPECT_EQ(
      statements_of("Global foreign direct investment fell 3 percent in 2022. France was the largest recipient "
                    "with $40 billion, followed by Spain with $30 billion. Italy remained third with an inflow "
                    "of $20 billion."),
      (Statements{"growth WLD-WLD inward investment 2022 minus '3 percent'",
                  "rank FRA-WLD inward investment 2022 'the largest recipient'",
                  "level FRA-WLD inward investment 2022 '$40 billion'",
                  "level ESP-WLD inward investment 2022 '$30 billion'", "rank ITA-WLD inward investment 2022 'third'",
                  "level ITA-WLD inward investment 2022 '$20 billion'"}));
}

TEST(Investment, FlowsToSomebodyInATextOnWhatGoesOutAreItsOwn) {
  EXPECT_EQ(
      statements_of("China's outbound direct investment rose 11 percent in 2023. Flows to ASEAN increased 20 percent.")
          .back(),
      "growth CHN-ASEAN outward investment_flow 2023 '20 percent'");
}

TEST(Investment, OfATwoWayTotalEachHasItsPart) {
  EXPECT_EQ(statements_of("Kenya's investment in Japan rose 5 percent in 2023. The accumulated two-way total was $9 "
                          "billion at the end of 2023, of which $7 billion came from Japan and $2 billion from Kenya."),
            (Statements{"growth KEN-JPN outward investment_flow 2023 '5 percent'",
                        "level KEN-JPN two-way investment_stock ../2023 '$9 billion'",
                        "level JPN-KEN outward investment_stock ../2023 '$7 billion'",
                        "level KEN-JPN outward investment_stock ../2023 '$2 billion'"}));
}

TEST(Investment, FlowsFromSomebodyToSomebody) {
  EXPECT_EQ(statements_of("Some $3 billion flowed from Japan into Kenya as direct investment in 2023.").front(),
            "level JPN-KEN outward investment_flow 2023 'Some $3 billion'");
}

TEST(Investment, ThereIsWhereItWentBefore) {
  EXPECT_EQ(statements_of("Japan invested $5 billion in Kenya in 2023. It signed 12 project contracts there, worth $2 "
                          "billion.")
                .back(),
            "level JPN-KEN contracted_projects_signed 2023 '$2 billion'");
  EXPECT_EQ(
      statements_of(
          "Kenya's trade with Japan rose 5 percent in 2023. Foreign capital actually used from there grew 7 percent.")
          .back(),
      "growth KEN-JPN inward investment_flow 2023 '7 percent'");
}

TEST(Investment, ThoseFromSomebodyComeInToo) {
  EXPECT_EQ(statements_of(
                "Investments approved in Kenya in 2023 added up to $6 billion. Those from Japan came to $2 billion.")
                .back(),
            "level KEN-JPN inward investment_flow 2023 '$2 billion'");
}

TEST(Investment, GlobalFlowsAreTheWorlds) {
  EXPECT_EQ(statements_of("Foreign direct investment inflows to Peru hit a record $9 billion in 2023, despite a 2 "
                          "percent decline in global flows.")
                .back(),
            "growth WLD-WLD inward investment 2023 minus '2 percent'");
}

TEST(Investment, InActivitiesIsOfASector) {
  EXPECT_EQ(
      statements_of("FDI in Peru rose 3 percent in 2023. FDI in financial activities jumped to $2 billion.").back(),
      "level PER-WLD inward investment_flow [financial activities] 2023 '$2 billion'");
}

TEST(Investment, OfDestinationsTheNextOnesAreInTheSameRanking) {
  EXPECT_EQ(statements_of("Peru was the top investment destination for Japanese firms in 2023, with direct investment "
                          "of $4 billion. Chile came second with $2 billion.")
                .back(),
            "level JPN-CHL outward investment 2023 '$2 billion'");
}

TEST(Investment, WhoseInvestmentIsOfTheOneBeforeIt) {
  EXPECT_EQ(statements_of("Japan was the largest investor in Laos in 2023 with $4 billion. Korea, whose investment "
                          "reached $2 billion, overtook Thailand.")
                .back(),
            "level LAO-KOR inward investment_flow 2023 '$2 billion'");
}

TEST(Investment, RankedInInvestmentThere) {
  EXPECT_EQ(statements_of("Malaysia's trade rose 2 percent in 2023. Japan ranked third in approved manufacturing "
                          "investments in the country.")
                .back(),
            "rank MYS-JPN inward investment [manufacturing] 2023 'third in'");
}

TEST(Investment, TheTotalThatItIsAPartOfIsWithAll) {
  EXPECT_EQ(
      statements_of("Japan's investment in Peru grew 6 percent to $2 billion in 2011, accounting for 8 percent of "
                    "the total, which increased by 1 percent.")
          .back(),
      "growth JPN-WLD outward investment_flow 2011 '1 percent'");
}

TEST(Investment, ContractsSignedBySomebodysFirmsAreTheirs) {
  EXPECT_EQ(statements_of("In 2023, contracts signed by Korean enterprises in ASEAN countries amounted to $9 billion."),
            (Statements{"level KOR-ASEAN contracted_projects_signed 2023 '$9 billion'"}));
}

TEST(Investment, PouredIntoOtherCountriesGoesOut) {
  EXPECT_EQ(statements_of("Thai firms invest $9 million abroad\n\nThai firms poured $9 million into projects in other "
                          "countries in March 2024. Banking attracted $5 million."),
            (Statements{"level THA-WLD outward investment_flow 2024-03 '$9 million'",
                        "level THA-WLD outward investment_flow 2024-03 '$9 million'",
                        "level THA-WLD outward investment_flow [banking] 2024-03 '$5 million'"}));
}

TEST(Investment, OutflowsAndTheirRankAreOutward) {
  EXPECT_EQ(statements_of("Outflows of Foreign Direct Investment from Japan fell 3 percent in 2023, ranking third "
                          "globally."),
            (Statements{"growth JPN-WLD outward investment_flow 2023 minus '3 percent'",
                        "rank JPN-WLD outward investment 2023 'third globally'"}));
}

TEST(Investment, NewlySignedProjectsAndInfrastructureContractsAreContracts) {
  EXPECT_EQ(statements_of("The value of Korea's newly signed overseas projects rose 4 percent in 2023.").back(),
            "growth KOR-WLD contracted_projects_signed 2023 '4 percent'");
  EXPECT_EQ(statements_of("In 2023, Korean firms had signed infrastructure contracts worth $9 billion.").back(),
            "level KOR-WLD contracted_projects_signed 2023 '$9 billion'");
}

TEST(Investment, AnAmountThatAContractIsOfIsNoTrade) {
  EXPECT_EQ(
      statements_of("Peru's exports to Chile were $9 billion in 2022. The two firms clinched a $250 million contract.")
          .back(),
      "level PER-CHL contracted_projects_signed 2022 '$250 million'");
  EXPECT_EQ(statements_of("The 7th China-ASEAN Expo has seen the signing of contracts worth $9 billion.").back(),
            "level CAEXPO investment 2024 '$9 billion'");
}

TEST(Investment, BelowATitleOnTheTopInvestorItIsFromAll) {
  EXPECT_EQ(
      statements_of("Japan tops investors in Kenya\n\nFDI reached $2 billion in 2023, the authority said.").back(),
      "level KEN-WLD inward investment_flow 2023 '$2 billion'");
  EXPECT_EQ(
      statements_of("Japan tops investors in Kenya\n\nInvestment realisation in Kenya was $2 billion in 2023.").back(),
      "level KEN investment_flow 2023 '$2 billion'");
}

TEST(Investment, ForeignFirmsInvestFromAll) {
  EXPECT_EQ(statements_of("Foreign firms have poured $2 billion into Kenya in 2023.").back(),
            "level KEN-WLD inward investment 2023 '$2 billion'");
}

TEST(Investment, WhatIsPutIntoProjectsAndSharesIsTheWhole) {
  EXPECT_EQ(
      statements_of("Foreign investors registered $24 billion for new projects and share purchases in Vietnam in 2022, "
                    "an increase of 4 percent.")
          .back(),
      "growth VNM-WLD inward investment_flow 2022 '4 percent'");
}

TEST(Investment, WhatASectorDrawsIsItsOwn) {
  EXPECT_EQ(statements_of("The manufacturing sector attracted $5 billion of FDI in Vietnam in 2023.").back(),
            "level VNM-WLD inward investment_flow [manufacturing sector] 2023 '$5 billion'");
}

}  // namespace
}  // namespace tradewind::tests
