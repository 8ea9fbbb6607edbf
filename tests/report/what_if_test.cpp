// The section "What if" of a brief, on worlds of a few economies.
#include "tradewind/report/what_if.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "../scenario/small_world.hpp"
#include "tradewind/scenario/run.hpp"

namespace tradewind::tests {
namespace {

using nlohmann::json;

// Trade of three economies, every flow times `unit`.
scenario::AnySimulation simulated(double unit, const std::string& changes) {
  const ScenarioFolder folder;
  std::string table = "exporter,importer,value\n";
  const double flows[3][3] = {{900, 40, 60}, {30, 200, 50}, {20, 10, 950}};
  const char* codes[] = {"CHN", "VNM", "USA"};
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j) table += fmt::format("{},{},{}\n", codes[i], codes[j], unit * flows[i][j]);
  folder.write("trade.csv", table);
  scenario::RunRequest request;
  request.scenario = folder.read("[world]\ndata = 'trade.csv'\n[sizes]\nsigma = 5\n" + changes);
  return scenario::run(request, the_world());
}

std::string corridor(const std::string& label, double cost) {
  return fmt::format("[[change]]\nlabel = '{}'\nexporters = 'CHN'\nimporters = 'VNM'\nboth_ways = true\ncost = {}\n",
                     label, cost);
}

const Chart& chart_about(const std::vector<Chart>& charts, const std::string& words) {
  const auto found =
      std::ranges::find_if(charts, [&](const Chart& chart) { return chart.subtitle.find(words) != std::string::npos; });
  EXPECT_NE(found, charts.end()) << words;
  return *found;
}

TEST(WhatIf, TellsFlowsInAUnitThatPeopleRead) {
  for (const auto& [unit, words] : {std::pair(1.0, "buyer, in the unit of the data"),
                                    {1e9, "buyer, billion in the unit"},
                                    {1e10, "buyer, billion in the unit"},
                                    {1e12, "buyer, trillion in the unit"}}) {
    const auto charts = what_if_charts(simulated(unit, corridor("corridor", -5)));
    const Chart& flows = chart_about(charts, words);
    const json specification = json::parse(flows.specification);
    for (const json& row : specification["data"]["values"]) EXPECT_LT(std::abs(row["change"].get<double>()), 1000);
  }
}

TEST(WhatIf, PutsPiecesOfABarInTheOrderOfTheLegend) {
  const auto charts = what_if_charts(simulated(1, corridor("zebra", -5) + corridor("apple", -2)));
  const json specification = json::parse(chart_about(charts, "Shapley").specification);
  EXPECT_EQ(specification["transform"][0]["calculate"], "indexof([\"zebra\",\"apple\"], datum.label)");
  EXPECT_EQ(specification["layer"][0]["encoding"]["order"]["field"], "place");
}

TEST(WhatIf, LeavesOutWhomNothingHappensTo) {
  const auto charts = what_if_charts(simulated(1, corridor("corridor", -5)));
  const json specification = json::parse(chart_about(charts, "blocs first").specification);
  for (const json& row : specification["data"]["values"])
    EXPECT_GE(std::abs(row["welfare, percent"].get<double>()), 0.005) << row;
}

TEST(WhatIf, PrintsASizeWithoutAUnitAsANumber) {
  EXPECT_EQ(what_if_sizes(simulated(1, corridor("corridor", -5))).front(), "sigma: 5.");
}

}  // namespace
}  // namespace tradewind::tests
