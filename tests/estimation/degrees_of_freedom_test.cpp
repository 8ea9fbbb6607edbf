// How many parameters fixed effects take.
#include "tradewind/estimation/degrees_of_freedom.hpp"

#include <gtest/gtest.h>

#include "dense_fit.hpp"
#include "firm_panel.hpp"

namespace tradewind::tests {
namespace {

using namespace estimation;

std::uint64_t rank_of_effects(const Regression& regression) {
  return static_cast<std::uint64_t>(rank_of_dummies(regression));
}

TEST(Parameters, LevelsWithoutARowDoNotCount) {
  DataSet data;
  data.response = {1, 2, 3};
  data.effects = {{.level = {0, 2, 2}, .levels = 5, .slopes = {}}};
  EXPECT_EQ(effect_parameters(data.regression()).front().levels, 2U);
}

TEST(Parameters, TwoSeparateMarketsHaveTwoRedundantLevels) {
  DataSet data;
  data.response = {1, 2, 3, 4};
  data.effects = {{.level = {0, 1, 2, 3}, .levels = 4, .slopes = {}},
                  {.level = {0, 0, 1, 1}, .levels = 2, .slopes = {}}};
  const Regression regression = data.regression();
  EXPECT_EQ(count_parameters(0, effect_parameters(regression)), 5U);
  EXPECT_EQ(count_parameters(0, effect_parameters(regression, {}, RedundantLevels::pairwise)), 4U);
}

TEST(Parameters, AreTheRankOfTheDummies) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    Shape shape{.rows = 5 + draw.below(40), .regressors = 0, .levels = {}};
    const std::uint32_t effects = 1 + draw.below(4);
    for (std::uint32_t e = 0; e < effects; ++e) shape.levels.push_back(2 + draw.below(12));
    const DataSet data = draw_data_set(draw, shape);
    const Regression regression = data.regression();
    EXPECT_EQ(count_parameters(0, effect_parameters(regression, {}, RedundantLevels::exact)),
              rank_of_effects(regression));
    EXPECT_GE(count_parameters(0, effect_parameters(regression, {}, RedundantLevels::pairwise)),
              rank_of_effects(regression));
  }
}

TEST(Parameters, ASlopeOfOneRowIsRedundantBesideItsIntercept) {
  DataSet data;
  data.response = {1, 2, 3, 4, 5};
  data.effects = {{.level = {0, 0, 0, 1, 2}, .levels = 3, .slopes = {{1, 2, 3, 4, 5}}}};
  const Regression regression = data.regression();
  EXPECT_EQ(count_parameters(0, effect_parameters(regression)), 6U);
  EXPECT_EQ(count_parameters(0, effect_parameters(regression, {}, RedundantLevels::exact)),
            rank_of_effects(regression));
}

TEST(Nesting, RegionsHoldTheirFirms) {
  const FirmPanel panel;
  const std::vector<Cluster> clusters = {{"region", panel.region, 4}};
  const std::vector<EffectParameters> effects = effect_parameters(panel.regression(), clusters);
  EXPECT_TRUE(effects[0].nested);
  EXPECT_FALSE(effects[1].nested);
  EXPECT_EQ(count_parameters(2, effects), 2U + 5U);
}

TEST(Nesting, OneConstantIsLeftWhenAllEffectsAreNested) {
  const FirmPanel panel;
  const std::vector<Cluster> clusters = {{"region", panel.region, 4}, {"year", panel.year, 5}};
  EXPECT_EQ(count_parameters(2, effect_parameters(panel.regression(), clusters)), 3U);
}

TEST(Nesting, FixestGoesByNamesWhereEveryClusterIsAnEffect) {
  const FirmPanel panel;
  Regression regression = panel.regression();
  regression.effects.push_back({.name = "region", .level = panel.region, .levels = 4, .slopes = {}, .slope_names = {}});
  const std::vector<Cluster> clusters = {{"region", panel.region, 4}};
  EXPECT_TRUE(effect_parameters(regression, clusters, RedundantLevels::one_per_effect, Nesting::rows)[0].nested);
  EXPECT_FALSE(effect_parameters(regression, clusters, RedundantLevels::one_per_effect, Nesting::fixest)[0].nested);
}

TEST(Nesting, FixestTakesFirmByYearToBeNestedInFirm) {
  const FirmPanel panel;
  Regression regression = panel.regression();
  regression.effects[1].name = "firm^year";
  const std::vector<Cluster> clusters = {{"firm", panel.firm, 8}};
  EXPECT_TRUE(effect_parameters(regression, clusters, RedundantLevels::one_per_effect, Nesting::fixest)[1].nested);
}

}  // namespace
}  // namespace tradewind::tests
