// What the data tell about fixed effects.
#include "tradewind/estimation/identified.hpp"

#include <gtest/gtest.h>

#include "data_set.hpp"
#include "dense_fit.hpp"
#include "firm_panel.hpp"
#include "tradewind/estimation/estimators.hpp"

namespace tradewind::tests {
namespace {

using namespace estimation;

IdentifiedEffects effects_of(const Regression& regression, Solution* solution = nullptr) {
  Solution found = least_squares(regression, {.keep_effects = true});
  IdentifiedEffects effects = fixed_effects_identified(regression, found);
  if (solution != nullptr) *solution = std::move(found);
  return effects;
}

TEST(FixedEffects, OfFirmsAndYearsAsFixest) {
  const FirmPanel panel;
  const IdentifiedEffects found = effects_of(panel.regression());
  EXPECT_NEAR(found.effects[0].coefficients(0, 0), 1.68789385427743, 1e-10);
  EXPECT_NEAR(found.effects[0].coefficients(7, 0), 2.91292713637452, 1e-10);
  EXPECT_EQ(found.effects[1].coefficients(0, 0), 0);
  EXPECT_NEAR(found.effects[1].coefficients(4, 0), 0.115744259546949, 1e-10);
  EXPECT_EQ(found.references, 1U);
}

TEST(FixedEffects, EachMarketHasAReferenceAndIsComparedWithinItself) {
  DataSet data;
  data.response = {1, 2, 3, 4, 5, 7};
  data.effects = {{.level = {0, 0, 1, 2, 2, 3}, .levels = 4, .slopes = {}},
                  {.level = {0, 1, 0, 2, 3, 3}, .levels = 4, .slopes = {}}};
  const IdentifiedEffects found = effects_of(data.regression());
  using References = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  EXPECT_EQ(found.effects[1].references, (References{{0, 0}, {2, 0}}));
  EXPECT_EQ(found.effects[0].component, (std::vector<std::uint32_t>{0, 0, 1, 1}));
  EXPECT_EQ(found.effects[1].component, (std::vector<std::uint32_t>{0, 0, 1, 1}));
}

TEST(FixedEffects, LevelsWithoutARowHaveNoCoefficientAndNoComponent) {
  DataSet data;
  data.response = {1, 2, 3, 5};
  data.effects = {{.level = {0, 0, 2, 2}, .levels = 3, .slopes = {}},
                  {.level = {0, 1, 0, 1}, .levels = 2, .slopes = {}}};
  const IdentifiedEffects found = effects_of(data.regression());
  EXPECT_TRUE(std::isnan(found.effects[0].coefficients(1, 0)));
  EXPECT_EQ(found.effects[0].component[1], IdentifiedEffect::none);
}

TEST(FixedEffects, NothingIsComparedInThreeWayGravity) {
  DataSet data;
  data.effects.resize(3);
  Draw draw(1);
  for (std::uint32_t i = 0; i < 4; ++i)
    for (std::uint32_t j = 0; j < 4; ++j)
      for (std::uint32_t t = 0; t < 3; ++t) {
        data.response.push_back(draw.normal());
        data.effects[0].level.push_back(i * 3 + t);
        data.effects[1].level.push_back(j * 3 + t);
        data.effects[2].level.push_back(i * 4 + j);
      }
  data.effects[0].levels = data.effects[1].levels = 12;
  data.effects[2].levels = 16;
  const IdentifiedEffects found = effects_of(data.regression());
  EXPECT_EQ(found.effects[0].component[11], 11U);
  EXPECT_EQ(found.references, 3U + 4U + 4U - 1U);
}

TEST(FixedEffects, AsManyReferencesAsTheRankLacksAndTheSameFit) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    Draw draw(seed);
    Shape shape{.rows = 8 + draw.below(40), .regressors = 1, .levels = {}, .outcome = Outcome::normal};
    const std::uint32_t count = 1 + draw.below(4);
    for (std::uint32_t e = 0; e < count; ++e) shape.levels.push_back(2 + draw.below(8));
    DataSet data = draw_data_set(draw, shape);
    if (seed % 3 == 0) {
      std::vector<double>& slope = data.effects[0].slopes.emplace_back();
      for (std::size_t i = 0; i < shape.rows; ++i) slope.push_back(draw.normal());
      data.effects[0].intercept = seed % 2 == 0;
    }
    const Regression regression = data.regression();
    Solution solution;
    const IdentifiedEffects found = effects_of(regression, &solution);
    std::uint64_t coefficients = 0;
    for (const IdentifiedEffect& effect : found.effects)
      coefficients += static_cast<std::uint64_t>((effect.coefficients.array() == effect.coefficients.array()).count());
    EXPECT_EQ(found.references, coefficients - static_cast<std::uint64_t>(rank_of_dummies(regression)));
    EXPECT_TRUE(found.complete);
    for (std::size_t p = 0; p < solution.observations(); ++p) {
      const std::uint32_t row = solution.row(p);
      double fitted = solution.kept.empty() ? 0 : solution.coefficients[0] * data.regressors[0][row];
      for (std::size_t e = 0; e < found.effects.size(); ++e) {
        const auto own = found.effects[e].coefficients.row(data.effects[e].level[row]);
        if (data.effects[e].intercept) fitted += own[0];
        for (std::size_t s = 0; s < data.effects[e].slopes.size(); ++s)
          fitted +=
              own[static_cast<Eigen::Index>(s) + (data.effects[e].intercept ? 1 : 0)] * data.effects[e].slopes[s][row];
      }
      EXPECT_NEAR(fitted, solution.fitted(p), 1e-8);
    }
  }
}

}  // namespace
}  // namespace tradewind::tests
