// Numbers in text: what each of them says, and that printing one and reading it back changes nothing.
#include "tradewind/statements/quantities.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

std::vector<Quantity> quantities(const std::string& text) {
  static const Lexicon lexicon(shipped().world());
  const TokenizedText tokens = tokenize(text);
  const Phrase phrase(tokens.tokens, 0, tokens.tokens.size());
  return find_quantities(phrase, lexicon, std::vector<bool>(tokens.tokens.size(), false));
}

struct Said {
  const char* text;
  double low, high;
  const char* unit;
};

void PrintTo(const Said& said, std::ostream* to) { *to << said.text; }

class Money : public testing::TestWithParam<Said> {};

TEST_P(Money, IsAnIntervalInItsCurrency) {
  const Said& said = GetParam();
  const auto found = quantities(said.text);
  ASSERT_EQ(found.size(), 1U) << said.text;
  EXPECT_EQ(found.front().unit, said.unit) << said.text;
  EXPECT_DOUBLE_EQ(found.front().value.low, said.low) << said.text;
  EXPECT_DOUBLE_EQ(found.front().value.high, said.high) << said.text;
}

constexpr double infinity = std::numeric_limits<double>::infinity();
INSTANTIATE_TEST_SUITE_P(
    Printed, Money,
    testing::Values(
        Said{"196 billion lek", 195.5e9, 196.5e9, "ALL"}, Said{"51.3 billion new shekels", 51.25e9, 51.35e9, "ILS"},
        Said{"USD$4,408 million", 4407.5e6, 4408.5e6, "USD"}, Said{"R1 519.02 billion", 1519.015e9, 1519.025e9, "ZAR"},
        Said{"R171,8 billion", 171.75e9, 171.85e9, "ZAR"}, Said{"Rs 2,80,000 crore", 2799995e6, 2800005e6, "INR"},
        Said{"CHF 1 234.5 million", 1234.45e6, 1234.55e6, "CHF"}, Said{"a 36.5-B.-yen gap", 36.45e9, 36.55e9, "JPY"},
        Said{"4.93 trillion yuan", 4.925e12, 4.935e12, "CNY"}, Said{"$694.53 billion", 694.525e9, 694.535e9, "USD"},
        Said{"US$3bn", 2.5e9, 3.5e9, "USD"}, Said{"RMB 500 million", 499.5e6, 500.5e6, "CNY"},
        Said{"RM484.12 billion", 484.115e9, 484.125e9, "MYR"}, Said{"S$1.2 billion", 1.15e9, 1.25e9, "SGD"},
        Said{"242.5 billion yen", 242.45e9, 242.55e9, "JPY"}, Said{"€1,194.5 bn", 1194.45e9, 1194.55e9, "EUR"},
        Said{"€-21.0 bn", -21.05e9, -20.95e9, "EUR"}, Said{"over $100 billion", 100e9, infinity, "USD"},
        // two scales of one number, as statistics offices read them out
        Said{"14 billion 480 million dollars", 14.4795e9, 14.4805e9, "USD"},
        Said{"$2 billion 62 million", 2.0615e9, 2.0625e9, "USD"}, Said{"nearly 7 trillion won", -infinity, 7e12, "KRW"},
        Said{"about 300 billion baht", 200e9, 400e9, "THB"}, Said{"$100-120 billion", 99.5e9, 120.5e9, "USD"},
        Said{"3 hundred million dong", 250e6, 350e6, "VND"},
        Said{"no less than 5 million euros", 5e6, infinity, "EUR"}));

TEST(Quantity, TwoCurrenciesInOneBreathAreOneFigure) {
  for (const auto* text : {"4.93 trillion yuan ($694.53 billion)", "4.93 trillion yuan, or $694.53 billion",
                           "4.93 trillion yuan (about US$694.53 billion)"}) {
    const auto found = quantities(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found.front().unit, "CNY") << text;
    ASSERT_TRUE(found.front().also) << text;
    EXPECT_EQ(found.front().also->unit, "USD") << text;
  }
}

TEST(Quantity, ByHowMuchAndToWhatAreTwo) {
  EXPECT_EQ(quantities("exports were up 0.7 billion to 12.6 billion").size(), 2U);
  EXPECT_EQ(quantities("between 5 billion and 7 billion yuan").size(), 1U);
}

TEST(Quantity, OfAnEnumerationTakesTheUnitOfTheLast) {
  const auto found = quantities("worth 4.64, 4.01 and 1.91 trillion yuan");
  ASSERT_EQ(found.size(), 3U);
  for (const auto& one : found) {
    EXPECT_EQ(one.unit, "CNY");
    EXPECT_EQ(one.number.scale, 12);
    EXPECT_EQ(one.list, found.front().list);
  }
}

TEST(Quantity, IsAShareOrAGrowthInPercentHoweverItIsWritten) {
  for (const auto* text : {"9.7 percent", "9.7 per cent", "9.7%", "9.7 pct"}) {
    const auto found = quantities(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found.front().kind, QuantityKind::percent) << text;
    EXPECT_EQ(found.front().value, (Interval{9.65, 9.75})) << text;
  }
  EXPECT_EQ(quantities("0.3 percentage points").front().kind, QuantityKind::points);
  EXPECT_EQ(quantities("a rise of (-8.3%)").front().value, (Interval{-8.35, -8.25}));
}

TEST(Quantity, CountsThingsExactlyUnlessTheNumberIsRound) {
  EXPECT_EQ(quantities("45 countries").front().value, Interval::exactly(45));
  EXPECT_EQ(quantities("1,387 projects").front().value, Interval::exactly(1387));
  EXPECT_EQ(quantities("about 3,200 exhibitors").front().value, (Interval{3100, 3300}));
  EXPECT_EQ(quantities("160,000 square metres").front().unit, "square metres");
}

rc::Gen<PrintedNumber> any_printed_number() {
  return rc::gen::exec([] {
    PrintedNumber number;
    number.digits = std::to_string(*rc::gen::inRange(1, 99999));
    const int decimals = *rc::gen::inRange(0, 4);
    if (decimals > 0) {
      number.digits += '.';
      for (int i = 0; i < decimals; ++i) number.digits += static_cast<char>('0' + *rc::gen::inRange(0, 10));
    }
    number.scale = *rc::gen::element(0, 3, 6, 9, 12);
    number.hedge = *rc::gen::element(Hedge::none, Hedge::about, Hedge::over, Hedge::under);
    return number;
  });
}

// An amount printed in words ("about 4.93 trillion yuan") is read back as the same interval.
RC_GTEST_PROP(QuantityProperty, PrintingAndReadingBackGivesTheSameInterval, ()) {
  const PrintedNumber number = *any_printed_number();
  const std::string text = "It came to " + in_words(number) + " yuan.";
  const auto found = quantities(text);
  RC_ASSERT(found.size() == 1U);
  RC_ASSERT(found.front().unit == "CNY");
  RC_ASSERT(found.front().value == interval_of(number));
}

// The same inside a sentence: the statement carries the interval and the very characters of the text.
RC_GTEST_PROP(QuantityProperty, AStatementCarriesWhatWasPrinted, ()) {
  PrintedNumber number = *any_printed_number();
  if (number.scale < 6) number.scale = 9;
  const std::string printed = in_words(number) + " yuan";
  const std::string text = "In 2024, China's exports to ASEAN totalled " + printed + ".";
  const ArticleReading reading = read(text);
  RC_ASSERT(reading.statements.size() == 1U);
  const Statement& statement = reading.statements.front();
  RC_ASSERT(statement.value.interval == interval_of(number));
  RC_ASSERT(statement.value.unit == "CNY");
  RC_ASSERT(statement.printed == printed);
  RC_ASSERT(text.substr(statement.place.begin, statement.place.end - statement.place.begin) == statement.text);
  RC_ASSERT(text.substr(statement.number.begin, statement.number.end - statement.number.begin) == printed);
}

// A text without stops is cut into sentences, with blanks or without, so that reading stays linear in its length.
TEST(Tokens, NoSentenceIsLongerThanThePressWrites) {
  for (const std::string words : {"exports rose 5% ", "exports-rose-5%,"}) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += words;
    const TokenizedText tokens = tokenize(text);
    EXPECT_GT(tokens.sentences.size(), tokens.tokens.size() / 1000) << words;
  }
}

TEST(Quantity, TheFirstOfTwoAmountsMayLeaveOutItsScale) {
  const auto found = read("Peru's exports rose from US$ 4.7 to 6.1 billion in 2022.").statements;
  ASSERT_EQ(found.size(), 2);
  EXPECT_NEAR(found.front().value.interval.low, 4.65e9, 1e6);
  EXPECT_EQ(statements_of("That pushed Peru's share of world exports up from the current 3% to 5% in 2022.").size(), 2);
}

TEST(Quantity, OfThoseWhoAreNamedInACompoundIsCounted) {
  EXPECT_EQ(statements_of("China approved 2,300 Hong Kong-invested projects in 2014.").size(), 1);
  EXPECT_EQ(statements_of("China approved 24,050 foreign-funded firms in 2014.").front(),
            "count CHN firms [foreign funded firms] 2014 '24,050 foreign-funded firms'");
}

TEST(Quantity, ANumberThatAThingGrewToCountsTheSame) {
  EXPECT_EQ(quantities("from 500 categories to more than 3,600").back().unit, "categories");
}

TEST(Quantity, ThatTheRailwayCarriesIsItsOwn) {
  EXPECT_EQ(statements_of("The China-Laos Railway moved 3 million tons of goods in 2023. In 2023, 2 million tons were "
                          "exported from Laos to China.\n\nAn average of 11,000 tons was transported per day.")
                .back(),
            "count CHINA-LAOS-RAILWAY quantity 2023 '11,000 tons'");
}

TEST(Quantity, OfTheAgreementIsOfTheOneNamedBefore) {
  EXPECT_EQ(statements_of("China's trade with RCEP members rose 7 percent in 2022. The agreement covers 15 countries.")
                .back(),
            "count RCEP countries 2024 '15 countries'");
}

TEST(Quantity, HasANounOfTwoThatAreJoined) {
  EXPECT_EQ(statements_of("More than 150 trade and investment promotion activities were held in 2020.").front(),
            "count activities [trade and investment promotion activities] 2020 'More than 150 trade and investment "
            "promotion activities'");
}

TEST(Quantity, OfADealSignedAtAFairIsTheFairs) {
  EXPECT_EQ(
      statements_of("The 21st China-ASEAN Expo had 3,000 exhibitors. A total of 109 projects worth 100 billion yuan "
                    "were signed.",
                    "2024-10-01")
          .back(),
      "level CAEXPO investment 2024 '100 billion yuan'");
  EXPECT_EQ(statements_of("The port opened 26 new shipping routes in 2023.").front(),
            "count routes [new shipping routes] 2023 '26 new shipping routes'");
}

TEST(Quantity, ANameOfMoneyThatSeveralHaveIsThatOfTheText) {
  const auto unit = [](const std::string& text) { return read(text).statements.back().value.unit; };
  EXPECT_EQ(unit("Mexico's exports were 500 billion pesos in May."), "MXN");
  EXPECT_EQ(unit("Pakistan's exports were Rs500 billion in May."), "PKR");
  EXPECT_EQ(unit("Sweden's surplus was 5 billion crowns in May."), "SEK");
  EXPECT_EQ(unit("India's exports to Egypt were 80 billion Egyptian pounds in May."), "EGP");
  EXPECT_EQ(unit("Britain's exports to Egypt were 2 billion pounds in May."), "GBP");
}

TEST(Quantities, ScalesAndDollarsAsTheWiresWriteThem) {
  EXPECT_EQ(statements_of("Peru's exports neared 3 tln soles in 2023.").front(),
            "level PER-WLD exports 2023 'neared 3 tln soles'");
  EXPECT_EQ(statements_of("Peru's exports were US$ 5,8bn in 2023.").front(), "level PER-WLD exports 2023 'US$ 5,8bn'");
  EXPECT_EQ(statements_of("Chile's exports to Peru were U.S. $3 billion in 2023.").front(),
            "level CHL-PER exports 2023 'U.S. $3 billion'");
  const auto jamaica =
      read("Jamaica's imports fell by $9 billion to $250 billion (US$1.7 billion) in 2023.", "2024-02-15");
  EXPECT_EQ(jamaica.statements.at(0).value.unit, "JMD");
}

TEST(Quantities, ScalesWithAFullStopAndDollarsOfSmallEconomies) {
  EXPECT_EQ(statements_of("Japan had a trade deficit of 500.3 b. yen in May 2023."),
            (Statements{"level JPN-WLD balance 2023-05 minus '500.3 b. yen'"}));
  EXPECT_EQ(read("Fiji's exports were F$90 million in 2023.").statements.front().value.unit, "FJD");
}

TEST(Quantity, WhatGoesFromOneToTheOtherHasTheUnitOfTheOther) {
  for (const auto* text : {"eased from 37.6 to 30.7 percent", "from 579 to 923 billion dollars"}) {
    const auto found = quantities(text);
    ASSERT_EQ(found.size(), 2U) << text;
    EXPECT_EQ(found[0].unit, found[1].unit) << text;
  }
  EXPECT_EQ(quantities("rose by 8 percent, those of goods by 6; then")[1].unit, "percent");
}

TEST(Streaks, RecordsAndMonthlyGainsAreCounted) {
  EXPECT_EQ(statements_of("Peru's exports grew to $9 billion in 2022, a record for the sixth year.").back(),
            "streak PER-WLD exports 2022 'for the sixth year'");
  EXPECT_EQ(statements_of("For the fifth straight year Peru imported more than it exported in 2022.").back(),
            "streak PER-WLD balance 2022 'For the fifth straight year'");
}

TEST(Quantities, AFifthIsAFigureBeforeMoreOrWent) {
  EXPECT_EQ(statements_of("Kenya's exports were $5 billion in 2023, a fifth more than in 2022. A third went to Uganda "
                          "and a tenth to Rwanda. A third agreement followed."),
            (Statements{"level KEN-WLD exports 2023 '$5 billion'", "growth KEN-WLD exports 2023 'a fifth'",
                        "share KEN-UGA exports 2023 'A third'", "share KEN-RWA exports 2023 'a tenth'"}));
}

TEST(Quantities, ABareNumberIsNoneOfThePercentBehindIt) {
  EXPECT_EQ(statements_of("The number of firms was 2,200, 5 percent more than in 2022.").front().find("percent"),
            std::string::npos);
}

}  // namespace
}  // namespace tradewind::tests
