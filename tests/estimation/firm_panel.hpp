// Eight firms over five years, with gaps: numbers made up once, for which fixest 0.12.2 printed what tests hold us to.
#pragma once
#include <array>

#include "data_set.hpp"

namespace tradewind::tests {

struct FirmYear {
  std::uint32_t firm, year, region, industry;
  double x1, x2, y;
};

inline constexpr std::array<FirmYear, 37> firm_years = {
    {{1, 1, 1, 1, 2.54, 1.22, 3},   {1, 2, 1, 1, -0.95, -0.7, 2}, {1, 4, 1, 1, -0.16, -1.31, 1},
     {1, 5, 1, 1, -0.72, -0.39, 1}, {2, 1, 1, 2, -0.45, -0.4, 1}, {2, 2, 1, 2, 1.25, 1.35, 2},
     {2, 3, 1, 2, 0.38, 0.59, 3},   {2, 4, 1, 2, 0.65, 0.1, 0},   {2, 5, 1, 2, 2.69, 0.93, 3},
     {3, 1, 2, 3, 1.11, -0.26, 1},  {3, 2, 2, 3, 3.47, -0.01, 5}, {3, 3, 2, 3, 3.03, 0.37, 3},
     {3, 4, 2, 3, 1.07, 1.71, 3},   {3, 5, 2, 3, 2.65, 0.72, 3},  {4, 1, 2, 1, 1.47, 0.48, 3},
     {4, 3, 2, 1, 0.69, 0.32, 2},   {4, 4, 2, 1, 1, 0.17, 3},     {4, 5, 2, 1, 1.99, -0.9, 6},
     {5, 1, 3, 2, 2.09, 0.08, 6},   {5, 2, 3, 2, 1.96, 0.16, 2},  {5, 3, 3, 2, 2.56, 0.54, 3},
     {5, 4, 3, 2, -0.14, 0.7, 4},   {5, 5, 3, 2, 2.52, 0.32, 5},  {6, 1, 3, 3, 1.68, 1.11, 5},
     {6, 2, 3, 3, 2.25, 0.77, 4},   {6, 3, 3, 3, 2.09, 1.15, 2},  {6, 5, 3, 3, 1.22, 0.7, 2},
     {7, 1, 4, 1, 0.88, 0.43, 2},   {7, 2, 4, 1, 2.47, -0.92, 4}, {7, 3, 4, 1, 1.86, -0.62, 5},
     {7, 4, 4, 1, 1.67, -0.87, 4},  {7, 5, 4, 1, 1.33, -1.64, 0}, {8, 1, 4, 2, 1.44, -1.33, 2},
     {8, 2, 4, 2, 3, -0.89, 4},     {8, 3, 4, 2, 0.89, -0.56, 5}, {8, 4, 4, 2, 1.86, -0.06, 3},
     {8, 5, 4, 2, 2.31, 2.42, 6}}};

/// y on x1 and x2 with effects of firm and year; four ways to cluster.
struct FirmPanel {
  DataSet data;
  std::vector<std::uint32_t> firm, year, region, industry;

  FirmPanel() {
    data.regressors.resize(2);
    for (const FirmYear& row : firm_years) {
      data.response.push_back(row.y);
      data.regressors[0].push_back(row.x1);
      data.regressors[1].push_back(row.x2);
      firm.push_back(row.firm - 1);
      year.push_back(row.year - 1);
      region.push_back(row.region - 1);
      industry.push_back(row.industry - 1);
    }
    data.effects = {{.level = firm, .levels = 8, .slopes = {}}, {.level = year, .levels = 5, .slopes = {}}};
  }

  estimation::Regression regression() const {
    estimation::Regression regression = data.regression();
    regression.effects[0].name = "firm";
    regression.effects[1].name = "year";
    return regression;
  }
};

}  // namespace tradewind::tests
