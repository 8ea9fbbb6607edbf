// Published counterfactuals from a scenario file, as a user reproduces them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "../reference/reference_data.hpp"
#include "run.hpp"

namespace tradewind::tests {
namespace {

using nlohmann::json;

json economy(const json& told, const std::string& code) {
  for (const json& one : told["economies"])
    if (one["code"] == code) return one;
  ADD_FAILURE() << "no " << code;
  return {};
}

// Caliendo and Parro, Estimates of the Trade and Welfare Effects of NAFTA (2015), table 2.
TEST(Published, WelfareEffectsOfNaftasTariffsFromAScenarioFile) {
  TRADEWIND_NEEDS_REFERENCE(folder, "caliendo-parro-2015");
  const Tradewind program;
  program.file("nafta.toml",
               fmt::format("[world]\ndata = '{}'\nimbalances = 'removed'\n[[change]]\nexporters = ['MEX', 'CAN', "
                           "'USA']\nimporters = ['MEX', 'CAN', 'USA']\ntariff = {{column = 'tariff_cfl'}}\n",
                           folder.string()));
  const Outcome outcome = program.run({"simulate", "nafta.toml", "--format", "json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  const json told = json::parse(outcome.output);
  struct Row {
    const char* code;
    const char *welfare, *terms_of_trade, *volume_of_trade, *real_wage;
  };
  for (const Row& row : {Row{"MEX", "1.31", "-0.41", "1.72", "1.72"}, Row{"CAN", "-0.06", "-0.11", "0.04", "0.32"},
                         Row{"USA", "0.08", "0.04", "0.04", "0.11"}}) {
    const json one = economy(told, row.code);
    const auto printed = [&](const char* name) { return fmt::format("{:.2f}", one[name].get<double>()); };
    EXPECT_EQ(printed("welfare"), row.welfare) << row.code;
    EXPECT_EQ(printed("terms_of_trade"), row.terms_of_trade) << row.code;
    EXPECT_EQ(printed("volume_of_trade"), row.volume_of_trade) << row.code;
    EXPECT_EQ(printed("real_wage"), row.real_wage) << row.code;
  }
}

// Yotov, Piermartini, Monteiro and Larch, An Advanced Guide to Trade Policy Analysis (2016), chapter 2, application 1:
// from the estimate to the world without borders. Changes of exports as its own program writes them.
TEST(Published, WorldWithoutBordersFromAnEstimateOfTheHandbooksGravity) {
  TRADEWIND_NEEDS_REFERENCE(file, "agtpa.csv.gz");
  const Tradewind program;
  const Outcome estimate =
      program.run({"estimate", "trade ~ log(dist) + cntg + I(exporter != importer) | exporter + importer", "--data",
                   file.string(), "--where", "year = 2006", "--save", "gravity.json"});
  ASSERT_EQ(estimate.exit_code, 0) << estimate.output << estimate.errors;
  program.file("borders.toml",
               fmt::format("[world]\ndata = '{}'\nyear = 2006\nbaseline = 'fitted'\nnumeraire = {{inward_resistance = "
                           "'DEU'}}\n[sizes]\nsigma = 7\n[[change]]\nexporters = 'all'\nimporters = 'all'\ngravity = "
                           "{{coefficient = 'I(exporter != importer)', dummy = -1}}\n",
                           file.string()));
  const Outcome outcome = program.run({"simulate", "borders.toml", "--model", "gravity.json", "--format", "json"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  const json told = json::parse(outcome.output);
  ASSERT_EQ(told["economies"].size(), 69U);
  struct Row {
    const char* code;
    double exports_conditional, resistance_conditional, exports_full, real_output;
  };
  for (const Row& row :
       {Row{"CHN", 175.49642, 7.543407, 238.4144, 14.35392}, Row{"SGP", 230.01069, 10.729353, 304.6405, 8.64709},
        Row{"THA", 139.50635, -1.293709, 203.4481, 28.50734}, Row{"USA", 359.98076, -0.210977, 438.3126, 10.65174}}) {
    const json one = economy(told, row.code);
    EXPECT_NEAR(one["conditional"]["exports"].get<double>(), row.exports_conditional, 2e-5) << row.code;
    EXPECT_NEAR(one["conditional"]["inward_resistance"].get<double>(), row.resistance_conditional, 2e-5) << row.code;
    // As far as the handbook's program iterates (tests/reference/handbook_borders_test.cpp).
    EXPECT_NEAR((100 + one["exports"].get<double>()) / (100 + row.exports_full), 1, 0.006) << row.code;
    EXPECT_NEAR(one["real_output"].get<double>(), row.real_output, 0.15) << row.code;
  }
}

}  // namespace
}  // namespace tradewind::tests
