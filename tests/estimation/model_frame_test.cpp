#include "tradewind/estimation/model_frame.hpp"

#include <gtest/gtest.h>
#include <oneapi/tbb/global_control.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tradewind::estimation {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// Texts as a column; "" is missing.
Column text(const std::string& name, const std::vector<std::string>& values) {
  Categories categories;
  std::map<std::string, std::uint32_t> codes;
  for (const std::string& value : values) {
    if (value.empty()) {
      categories.codes.push_back(Categories::missing);
      continue;
    }
    const auto [code, is_new] = codes.try_emplace(value, static_cast<std::uint32_t>(codes.size()));
    if (is_new) categories.labels.push_back(value);
    categories.codes.push_back(code->second);
  }
  return {name, categories};
}
Column numbers(const std::string& name, Numbers values) { return {name, std::move(values)}; }
Column integers(const std::string& name, Integers values) { return {name, std::move(values)}; }

/// Six rows of trade between three economies.
const Columns& trade() {
  static const Columns columns(
      "trade.csv", {text("exporter", {"CHN", "CHN", "VNM", "VNM", "THA", "THA"}),
                    text("importer", {"VNM", "THA", "CHN", "THA", "CHN", "VNM"}),
                    integers("year", {2002, 2006, 2002, 2006, 2004, 2004}), numbers("trade", {5, 0, 3, 2, 1, 4}),
                    integers("dist", {1, 2, 1, 3, 2, 3}), numbers("x", {1, missing, 3, 4, 5, 6}),
                    text("agreement", {"", "AFTA", "CAFTA", "", "AFTA", "AFTA"})});
  return columns;
}

ModelFrame frame(std::string_view formula, const Columns& columns, const FrameOptions& options = {}) {
  return build(expand(parse_formula(formula)).at(0), columns, options);
}
ModelFrame frame(std::string_view formula, const FrameOptions& options = {}) {
  return frame(formula, trade(), options);
}

std::vector<double> list(std::span<const double> values) { return {values.begin(), values.end()}; }
std::vector<double> regressor(const ModelFrame& built, std::string_view name) {
  const auto at = std::ranges::find(built.regression.names, name);
  if (at == built.regression.names.end()) return {};
  return list(built.regression.regressors[static_cast<std::size_t>(at - built.regression.names.begin())]);
}

/// What an expression is in every row.
std::vector<double> values_of(const std::string& expression, const Columns& columns = trade()) {
  const ModelFrame built = frame("dist ~ 0 + I(" + expression + ")", columns);
  return list(built.regression.regressors.at(0));
}
/// The same where something may be missing: NaN becomes -99.
std::vector<double> values_or_gaps(const std::string& expression, const Columns& columns = trade()) {
  std::vector<double> values = values_of(expression, columns);
  for (double& value : values)
    if (std::isnan(value)) value = -99;
  return values;
}

std::string refusal(std::string_view formula, const Columns& columns, const FrameOptions& options = {}) {
  try {
    frame(formula, columns, options);
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}
std::string refusal(std::string_view formula, const FrameOptions& options = {}) {
  return refusal(formula, trade(), options);
}

void says(const std::string& message, std::string_view words) {
  EXPECT_NE(message.find(words), std::string::npos) << message;
}

using Names = std::vector<std::string>;
using Values = std::vector<double>;
using Rows = std::vector<std::uint32_t>;

// --- what is computed ---

TEST(Expressions, AreArithmetic) {
  EXPECT_EQ(values_of("dist * 2 + 1"), (Values{3, 5, 3, 7, 5, 7}));
  EXPECT_EQ(values_of("-dist^2"), (Values{-1, -4, -1, -9, -4, -9}));
  EXPECT_EQ(values_of("year %% 4"), (Values{2, 2, 2, 2, 0, 0}));
  EXPECT_EQ(values_of("-7 %/% 2 + 0 * dist"), (Values(6, -4)));
  EXPECT_EQ(values_of("pmin(dist, 2)"), (Values{1, 2, 1, 2, 2, 2}));
  EXPECT_EQ(values_of("log(exp(dist)) + round(0.5)"), (Values{1, 2, 1, 3, 2, 3}));
  EXPECT_EQ(values_of("ifelse(dist > 2, 10, dist)"), (Values{1, 2, 1, 10, 2, 10}));
}

TEST(Expressions, CompareNumbersAndTexts) {
  EXPECT_EQ(values_of("year >= 2004"), (Values{0, 1, 0, 1, 1, 1}));
  EXPECT_EQ(values_of("exporter == \"VNM\""), (Values{0, 0, 1, 1, 0, 0}));
  EXPECT_EQ(values_of("exporter < importer"), (Values{1, 1, 0, 0, 0, 1}));
  EXPECT_EQ(values_of("exporter != importer & !(dist == 3)"), (Values{1, 1, 1, 0, 1, 0}));
  EXPECT_EQ(values_of("exporter %in% c(\"CHN\", \"THA\")"), (Values{1, 1, 0, 0, 1, 1}));
  EXPECT_EQ(values_of("year %in% c(2002, 2004:2005)"), (Values{1, 0, 1, 0, 1, 1}));
}

TEST(Expressions, WhatComesFromMissingIsMissing) {
  EXPECT_EQ(values_or_gaps("x + 1"), (Values{2, -99, 4, 5, 6, 7}));
  EXPECT_EQ(values_or_gaps("x > 3"), (Values{0, -99, 0, 1, 1, 1}));
  EXPECT_EQ(values_or_gaps("x > 3 & dist == 1"), (Values{0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(values_or_gaps("x > 3 | dist == 2"), (Values{0, 1, 0, 1, 1, 1}));
  EXPECT_EQ(values_or_gaps("agreement == \"AFTA\""), (Values{-99, 1, 0, -99, 1, 1}));
}

TEST(Expressions, WhatIsMissingCanBeAskedFor) {
  EXPECT_EQ(values_of("is.na(x)"), (Values{0, 1, 0, 0, 0, 0}));
  EXPECT_EQ(values_of("is.na(agreement)"), (Values{1, 0, 0, 1, 0, 0}));
  EXPECT_EQ(values_of("agreement != \"\""), (Values{0, 1, 1, 0, 1, 1}));
}

TEST(Expressions, MistakesStandUnderTheirPlace) {
  says(refusal("trade ~ log(distance)"), "there is no column 'distance' in trade.csv");
  says(refusal("trade ~ log(distance)"), "\n  trade ~ log(distance)\n              ^~~~~~~~");
  says(refusal("trade ~ log(exporter)"), "'exporter' holds text");
  says(refusal("exporter ~ dist"), "'exporter' holds text");
  says(refusal("trade ~ I(year == \"2002\")"), "a number is compared with a text");
  says(refusal("trade ~ I(exporter + 1)"), "text cannot be computed with");
  says(refusal("trade ~ dist", {.weights = "distance"}), "--weights: there is no column 'distance'");
}

// --- names and columns ---

TEST(Regressors, AreNamedAsFixestNamesThem) {
  EXPECT_EQ(frame("trade ~ log(dist) + dist:x + I(dist^2)").regression.names,
            (Names{"(Intercept)", "log(dist)", "I(dist^2)", "dist:x"}));
  EXPECT_EQ(frame("trade ~ i(year) | exporter").regression.names, (Names{"year::2004", "year::2006"}));
  EXPECT_EQ(frame("trade ~ i(year, ref = 2006) | exporter").regression.names, (Names{"year::2002", "year::2004"}));
  EXPECT_EQ(frame("trade ~ i(year, x, 2002) | exporter").regression.names, (Names{"year::2004:x", "year::2006:x"}));
  EXPECT_EQ(frame("trade ~ i(year, x) | exporter").regression.names,
            (Names{"year::2002:x", "year::2004:x", "year::2006:x"}));
  EXPECT_EQ(frame("trade ~ dist:i(year, keep = 2002:2003) | exporter").regression.names, (Names{"dist:year::2002"}));
}

TEST(Regressors, IndicatorsAreOneWhereTheirValueIs) {
  const ModelFrame built = frame("trade ~ i(year, ref = 2002)");
  EXPECT_EQ(regressor(built, "year::2004"), (Values{0, 0, 0, 0, 1, 1}));
  EXPECT_EQ(regressor(built, "year::2006"), (Values{0, 1, 0, 1, 0, 0}));
  EXPECT_EQ(regressor(frame("trade ~ dist:i(year)"), "dist:year::2006"), (Values{0, 2, 0, 3, 0, 0}));
}

TEST(Regressors, PairsOfValuesAreThoseThatExist) {
  EXPECT_EQ(frame("trade ~ i(exporter, i.year) | importer").regression.names,
            (Names{"exporter::CHN:year::2006", "exporter::THA:year::2004", "exporter::VNM:year::2002",
                   "exporter::VNM:year::2006"}));
  EXPECT_EQ(frame("trade ~ i(exporter, importer, ref = 'CHN', keep2 = 'CHN') | year").regression.names,
            (Names{"exporter::THA:importer::CHN", "exporter::VNM:importer::CHN"}));
}

TEST(Regressors, ReferencesMayBeBeginningsPatternsAndMissing) {
  EXPECT_EQ(frame("trade ~ i(exporter, ref = 'V') | year").regression.names, (Names{"exporter::CHN", "exporter::THA"}));
  EXPECT_EQ(frame("trade ~ i(exporter, ref = '@^(C|T)') | year").regression.names, (Names{"exporter::VNM"}));
  const ModelFrame built = frame("trade ~ i(agreement, ref = '') | year");
  EXPECT_EQ(built.regression.names, (Names{"agreement::AFTA", "agreement::CAFTA"}));
  EXPECT_EQ(built.regression.observations(), 6u);
  says(refusal("trade ~ i(year, ref = 1999)"), "year has no value 1999");
  says(refusal("trade ~ i(year, ref = 1999)"), "                        ^~~~");
}

TEST(Regressors, TextIsCodedAsInR) {
  EXPECT_EQ(frame("trade ~ exporter").regression.names, (Names{"(Intercept)", "exporterTHA", "exporterVNM"}));
  EXPECT_EQ(frame("trade ~ 0 + exporter").regression.names, (Names{"exporterCHN", "exporterTHA", "exporterVNM"}));
  EXPECT_EQ(frame("trade ~ factor(year) | exporter").regression.names, (Names{"factor(year)2004", "factor(year)2006"}));
  EXPECT_EQ(frame("trade ~ dist + dist:exporter").regression.names,
            (Names{"(Intercept)", "dist", "dist:exporterTHA", "dist:exporterVNM"}));
  EXPECT_EQ(frame("trade ~ dist:exporter").regression.names,
            (Names{"(Intercept)", "dist:exporterCHN", "dist:exporterTHA", "dist:exporterVNM"}));
}

TEST(Regressors, TheConstantGivesWayToFixedEffects) {
  EXPECT_TRUE(frame("trade ~ dist").has_constant);
  EXPECT_FALSE(frame("trade ~ dist - 1").has_constant);
  EXPECT_FALSE(frame("trade ~ dist | exporter").has_constant);
  EXPECT_TRUE(frame("trade ~ dist | exporter[[x]]").has_constant);
}

TEST(Regressors, ColumnsOfNumbersAreNotCopied) {
  const ModelFrame built = frame("trade ~ x | exporter");
  EXPECT_EQ(built.regression.response.data(), std::get<Numbers>(trade().find("trade")->values).data());
  EXPECT_EQ(built.regression.regressors[0].data(), std::get<Numbers>(trade().find("x")->values).data());
  EXPECT_EQ(built.regression.effects[0].level.data(),
            std::get<Categories>(trade().find("exporter")->values).codes.data());
}

TEST(Regressors, AnArrangedFrameHoldsTheUsedRowsInTheOrderOfTheLargestEffect) {
  ModelFrame built = frame("trade ~ x | importer + year");
  const Regression before = built.regression;
  arrange(built);
  const Regression& after = built.regression;
  ASSERT_EQ(after.response.size(), before.observations());
  EXPECT_TRUE(after.rows.empty());
  EXPECT_EQ(after.regressors[0].data(), built.regressors.data());
  for (std::uint32_t i = 0; i < after.response.size(); ++i) {
    EXPECT_EQ(after.response[i], before.response[built.row(i)]);
    EXPECT_EQ(after.regressors[0][i], before.regressors[0][built.row(i)]);
    for (std::size_t e = 0; e < 2; ++e) EXPECT_EQ(after.effects[e].level[i], before.effects[e].level[built.row(i)]);
  }
}

TEST(Regressors, ColumnsThatNobodyNeedsAreFreedOnceTheyAreArranged) {
  Columns columns = trade();
  ModelFrame built = build(expand(parse_formula("trade ~ x | exporter")).front(), columns, {});
  arrange(built, &columns);
  for (const char* name : {"trade", "x", "exporter", "dist"}) EXPECT_EQ(columns.find(name)->rows(), 0u) << name;
  EXPECT_EQ(built.regression.observations(), 5u);  // x is missing once
}

TEST(Regressors, AFrameMayMove) {
  ModelFrame built = frame("log(trade + 1) ~ I(x * 2) | exporter^year");
  const ModelFrame moved = std::move(built);
  EXPECT_EQ(moved.regression.regressors[0][2], 6);
  EXPECT_EQ(moved.regression.effects[0].level[5], moved.regression.effects[0].level[4]);
}

// --- levels ---

std::vector<std::uint32_t> codes(const std::string& levels, const Columns& columns = trade()) {
  const ModelFrame built = frame("trade ~ 1", columns, {.clusters = {levels}});
  return {built.clusters[0].level.begin(), built.clusters[0].level.end()};
}

TEST(Levels, AreSortedByValueWithoutGaps) {
  EXPECT_EQ(codes("year"), (Rows{0, 2, 0, 2, 1, 1}));
  EXPECT_EQ(codes("exporter^year"), (Rows{0, 1, 2, 3, 4, 4}));
  EXPECT_EQ(codes("year^exporter"), (Rows{0, 3, 1, 4, 2, 2}));
  EXPECT_EQ(codes("(year >= 2004)"), (Rows{0, 1, 0, 1, 1, 1}));
  EXPECT_EQ(codes("factor(dist)^exporter^importer"), (Rows{0, 2, 1, 4, 3, 5}));
}

TEST(Levels, OfFarNumbersAndDecimalsAreSortedToo) {
  const Columns far("far.csv", {numbers("trade", {1, 2, 3, 4}), integers("id", {2'000'000'000, -2'000'000'000, 7, 7}),
                                numbers("d", {0.5, -1e300, 0.25, 0.5}), numbers("whole", {3, 1, 3, 2})});
  EXPECT_EQ(codes("id", far), (Rows{2, 0, 1, 1}));
  EXPECT_EQ(codes("d", far), (Rows{2, 0, 1, 2}));
  EXPECT_EQ(codes("whole", far), (Rows{2, 0, 2, 1}));
  EXPECT_EQ(codes("id^d", far), (Rows{3, 0, 1, 2}));
}

TEST(Levels, HaveNames) {
  EXPECT_EQ(level_names(parse_combination("exporter^year", "test"), trade()),
            (Names{"CHN_2002", "CHN_2006", "VNM_2002", "VNM_2006", "THA_2004"}));
  EXPECT_EQ(level_names(parse_combination("exporter", "test"), trade()), (Names{"CHN", "VNM", "THA"}));
}

TEST(Levels, MissingOnesSetTheirRowsAside) {
  const ModelFrame built = frame("trade ~ dist | agreement");
  EXPECT_EQ(built.regression.rows, (Rows{1, 2, 4, 5}));
  ASSERT_EQ(built.drops.size(), 1u);
  EXPECT_EQ(built.drops[0].name, "agreement");
  EXPECT_EQ(built.drops[0].rows, 2u);
}

TEST(Levels, SlopesBelongToTheirEffect) {
  const ModelFrame built = frame("trade ~ 1 | exporter[dist, log(dist)] + year[[x]]");
  ASSERT_EQ(built.regression.effects.size(), 2u);
  EXPECT_EQ(built.regression.effects[0].name, "exporter");
  EXPECT_EQ(built.regression.effects[0].slope_names, (Names{"dist", "log(dist)"}));
  EXPECT_TRUE(built.regression.effects[0].intercept);
  EXPECT_FALSE(built.regression.effects[1].intercept);
  EXPECT_EQ(built.regression.rows, (Rows{0, 2, 3, 4, 5}));  // x is missing once
}

TEST(Levels, ClustersAreLevelsOverTheSameRows) {
  const ModelFrame built = frame("trade ~ dist | year", {.clusters = {"exporter^importer", "agreement"}});
  ASSERT_EQ(built.clusters.size(), 2u);
  EXPECT_EQ(built.clusters[0].levels, 6u);
  EXPECT_EQ(built.regression.rows, (Rows{1, 2, 4, 5}));
  EXPECT_EQ(built.drops.at(0).part, Drop::Part::clusters);
}

// --- rows set aside ---

TEST(RowsSetAside, MissingAndInfiniteValuesAreCountedByWhatHasThem) {
  const ModelFrame built = frame("log(trade) ~ x | exporter", {.list_dropped = true});
  EXPECT_EQ(built.regression.rows, (Rows{0, 2, 3, 4, 5}));
  ASSERT_EQ(built.drops.size(), 2u);
  EXPECT_EQ(built.drops[0].reason, DropReason::infinite);  // log(0)
  EXPECT_EQ(built.drops[0].name, "log(trade)");
  EXPECT_EQ(built.drops[1].reason, DropReason::missing);
  EXPECT_EQ(built.drops[1].name, "x");
  ASSERT_EQ(built.dropped_rows.size(), 1u);  // the same row
  EXPECT_EQ(built.dropped_rows[0].row, 1u);
  EXPECT_EQ(built.dropped_rows[0].drop, 0u);
}

TEST(RowsSetAside, NoRowIsCopiedWhereNoneFalls) { EXPECT_TRUE(frame("trade ~ dist | year").regression.rows.empty()); }

TEST(RowsSetAside, RowsWithoutWeightFall) {
  const ModelFrame built = frame("dist ~ 1 | year", {.weights = "trade"});
  EXPECT_EQ(built.regression.rows, (Rows{0, 2, 3, 4, 5}));
  EXPECT_EQ(built.drops.at(0).reason, DropReason::zero_weight);
  says(refusal("dist ~ 1", {.weights = "trade - 1"}), "trade - 1 is -1 in row 2; expected no negative weights");
}

TEST(RowsSetAside, PoissonDropsLevelsThatNeverTrade) {
  const Columns columns("t.csv", {numbers("y", {0, 0, 1, 0, 2, 3}), integers("a", {1, 1, 2, 2, 3, 3}),
                                  integers("b", {5, 6, 5, 6, 5, 5})});
  const ModelFrame built = frame("y ~ 1 | a + b", columns, {.family = Family::poisson, .list_dropped = true});
  EXPECT_EQ(built.regression.rows, (Rows{2, 4, 5}));
  ASSERT_EQ(built.drops.size(), 2u);
  EXPECT_EQ(built.drops[0].rows, 2u);  // a = 1
  EXPECT_EQ(built.drops[1].rows, 2u);  // b = 6, one row of which fell already
  EXPECT_EQ(built.dropped_rows.size(), 3u);
  EXPECT_TRUE(frame("y ~ 1 | a + b", columns).regression.rows.empty());  // least squares keeps them
  EXPECT_TRUE(frame("y ~ 1 | a + b", columns, {.family = Family::poisson, .removal = LevelRemoval::none})
                  .regression.rows.empty());
}

TEST(RowsSetAside, SingletonsFallUntilNoneIsLeft) {
  // Row 0 stands alone in a; without it row 1 does in b, and so on.
  const Columns columns("t.csv", {numbers("y", {1, 2, 3, 4, 5, 6, 7}), integers("a", {1, 2, 2, 3, 3, 3, 3}),
                                  integers("b", {1, 1, 2, 2, 3, 3, 3})});
  EXPECT_TRUE(frame("y ~ 1 | a + b", columns).regression.rows.empty());
  EXPECT_EQ(frame("y ~ 1 | a + b", columns, {.removal = LevelRemoval::singletons}).regression.rows, (Rows{4, 5, 6}));
}

TEST(RowsSetAside, FurtherRowsCanBeSetAside) {
  ModelFrame built = frame("log(trade) ~ 1 | year", {.list_dropped = true});
  set_aside(built, {0, 4}, {DropReason::separated, Drop::Part::regressors, "rta", 0});
  EXPECT_EQ(built.regression.rows, (Rows{2, 3, 5}));
  EXPECT_EQ(built.drops.back().rows, 2u);
  ASSERT_EQ(built.dropped_rows.size(), 3u);
  EXPECT_EQ(built.dropped_rows[0].row, 0u);
  EXPECT_EQ(built.dropped_rows[1].row, 1u);
  EXPECT_EQ(built.dropped_rows[1].drop, 0u);
}

TEST(RowsSetAside, WhatCannotBeEstimatedIsRefused) {
  const FrameOptions poisson{.family = Family::poisson};
  says(refusal("x ~ 1", Columns("t.csv", {numbers("x", {missing, missing})})), "none of 2 rows is left");
  says(refusal("x ~ 1", Columns("t.csv", {numbers("x", {missing, missing})})), "x is missing in 2 rows");
  says(refusal("I(trade - 1) ~ dist", poisson), "I(trade - 1) is -1 in row 2; expected no negative values");
  says(refusal("I(0 * trade) ~ dist", poisson), "is zero in all 6 rows");
  says(refusal("trade ~ dist | exporter^importer"), "exporter^importer has a level of its own for each of the 6 rows");
  says(refusal("trade ~ dist + i(exporter, i.importer) + year + x"), "regressors for");
}

// --- lags ---

const Columns& panel() {
  static const Columns columns(
      "panel.csv", {text("pair", {"a", "a", "b", "a", "b"}), integers("year", {2000, 2002, 2002, 2006, 2000}),
                    numbers("x", {1, 2, 30, 4, 10}), numbers("y", {1, 2, 3, 4, 5}),
                    text("month", {"2000-01", "2000-02", "2000-02", "2000-03", "2000-01"})});
  return columns;
}

std::vector<double> lagged(const std::string& expression, const std::string& of = "pair year") {
  const ModelFrame built = frame("y ~ 0 + " + expression, panel(), {.panel = parse_panel(of)});
  std::vector<double> values = list(built.regression.regressors.at(0));
  for (double& value : values)
    if (std::isnan(value)) value = -99;
  return values;
}

TEST(Lags, GoBackWithinTheUnitByTheStepOfTime) {
  EXPECT_EQ(lagged("l(x)"), (Values{-99, 1, 10, -99, -99}));  // the step is two years
  EXPECT_EQ(lagged("l(x, 2)"), (Values{-99, -99, -99, 2, -99}));
  EXPECT_EQ(lagged("f(x)"), (Values{2, -99, -99, -99, 30}));
  EXPECT_EQ(lagged("d(x)"), (Values{-99, 1, 20, -99, -99}));
  EXPECT_EQ(lagged("l(log(x) * 0 + x)"), (Values{-99, 1, 10, -99, -99}));
}

TEST(Lags, OfTextsOfTimeFollowTheirOrder) { EXPECT_EQ(lagged("l(x)", "pair month"), (Values{-99, 1, 10, 2, -99})); }

TEST(Lags, NeedAPanelWithoutDoubles) {
  says(refusal("y ~ l(x)", panel()), "a lag without a panel");
  says(refusal("y ~ l(x)", panel(), {.panel = parse_panel("month, year")}),
       "month 2000-01, year 2000 stands in rows 1 and 5");
  says(refusal("y ~ l(x)", panel(), {.panel = parse_panel("pair yaer")}), "there is no column 'yaer'");
  EXPECT_THROW(parse_panel("pair"), InputError);
  EXPECT_EQ(parse_panel("~exporter + importer + year").unit, (Names{"exporter", "importer"}));
  EXPECT_EQ(parse_panel("`my id`, year").unit, (Names{"my id"}));
}

// --- whatever the rows ---

/// Rows with small ids.
struct Ids {
  std::vector<int> a, b;
};

Columns columns_of(const Ids& ids, const std::vector<int>& new_name) {
  Integers a, b;
  Numbers y;
  for (std::size_t row = 0; row < ids.a.size(); ++row) {
    a.push_back(new_name[static_cast<std::size_t>(ids.a[row])]);
    b.push_back(ids.b[row]);
    y.push_back(static_cast<double>((7 * row + static_cast<std::size_t>(ids.b[row])) % 4));
  }
  return {"t.csv", {integers("a", a), integers("b", b), numbers("y", y)}};
}

/// For every row the first row of its level.
std::vector<std::size_t> partition(const Effect& effect) {
  std::map<std::uint32_t, std::size_t> first;
  std::vector<std::size_t> result;
  for (std::size_t row = 0; row < effect.level.size(); ++row)
    result.push_back(first.try_emplace(effect.level[row], row).first->second);
  return result;
}

Ids any_ids() {
  Ids ids;
  const auto rows = *rc::gen::inRange<std::size_t>(50, 100);
  ids.a = *rc::gen::container<std::vector<int>>(rows, rc::gen::inRange(0, 10));
  ids.b = *rc::gen::container<std::vector<int>>(rows, rc::gen::inRange(0, 4));
  return ids;
}

RC_GTEST_PROP(ModelFrameProperty, RelabellingLevelsLeavesTheFrameAsItIs, ()) {
  const Ids ids = any_ids();
  const std::vector<int> same = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  std::vector<int> other = {-2'000'000'000, 17, 3, 2'000'000'000, 5, 900'000, 6, 8, 1, 0};
  const Columns before = columns_of(ids, same), after = columns_of(ids, other);
  const FrameOptions options{.family = Family::poisson, .removal = LevelRemoval::both};
  try {
    const ModelFrame x = frame("y ~ 1 | a + a^b", before, options), y = frame("y ~ 1 | a + a^b", after, options);
    RC_ASSERT(x.regression.rows == y.regression.rows);
    for (std::size_t e = 0; e < 2; ++e) {
      RC_ASSERT(partition(x.regression.effects[e]) == partition(y.regression.effects[e]));
      RC_ASSERT(x.regression.effects[e].levels == y.regression.effects[e].levels);
    }
  } catch (const InputError&) {
    RC_DISCARD("nothing is left of these rows");
  }
}

RC_GTEST_PROP(ModelFrameProperty, CombinedLevelsAreThePairsInOrder, ()) {
  const Ids ids = any_ids();
  const Columns columns = columns_of(ids, {0, 10, 20, 30, 40, 50, 60, 70, 80, 2'000'000'000});
  std::map<std::pair<int, int>, std::uint32_t> places;
  for (std::size_t row = 0; row < ids.a.size(); ++row) places[{ids.a[row], ids.b[row]}] = 0;
  std::uint32_t place = 0;
  for (auto& [pair, at] : places) at = place++;
  const ModelFrame built = frame("b ~ 1", columns, {.clusters = {"a^b"}});
  for (std::size_t row = 0; row < ids.a.size(); ++row)
    RC_ASSERT((built.clusters[0].level[row] == places.at({ids.a[row], ids.b[row]})));
}

TEST(ModelFrame, IsTheSameForAnyNumberOfThreads) {
  constexpr int rows = 200'000;
  Integers a, b, c;
  Numbers y;
  for (int row = 0; row < rows; ++row) {
    a.push_back(static_cast<std::int32_t>(row * 7919LL % 5'021));
    b.push_back(row % 7);
    c.push_back(row % 9'001 * 200'003);  // far apart: through the hash table
    y.push_back(row % 5 == 0 ? 0 : row % 11);
  }
  const Columns columns("t.csv", {integers("a", a), integers("b", b), integers("c", c), numbers("y", y)});
  const auto build_on = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    return frame("y ~ log(a + 1) | a + a^b + c^b", columns, {.family = Family::poisson});
  };
  const ModelFrame one = build_on(1), two = build_on(2);
  EXPECT_EQ(one.regression.rows, two.regression.rows);
  for (std::size_t e = 0; e < 3; ++e)
    EXPECT_TRUE(std::ranges::equal(one.regression.effects[e].level, two.regression.effects[e].level));
}

}  // namespace
}  // namespace tradewind::estimation
