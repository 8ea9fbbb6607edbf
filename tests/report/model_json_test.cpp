// Models as JSON: the documented shape, every digit, and back to the same bits.
#include "tradewind/report/model_json.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>

#include "../ledger/small_ledger.hpp"
#include "example_models.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {
namespace {

using nlohmann::json;

/// With everything that a model can carry.
estimation::Model full_model() {
  estimation::Model model = example_model();
  model.sample = estimation::Sample{"sector", "Agriculture & \"food\""};
  model.weights = "pop / 1000";
  model.offset = "log(gdp)";
  model.collinear = {"x3"};
  model.separation = {"pid: 7 levels never have a positive response"};
  model.notes = {"first", "second"};
  model.covariance.notes = {"third"};
  model.covariance.degrees_of_freedom = 413;
  model.tests = {{{"rta = 0", "log(dist) = -1"}, 2, 31.5, 413, 1e-9, {"a note"}}, {{"rta"}, 1, 8.1, {}, 0.004, {}}};
  model.combinations = {{"100*(exp(rta)-1)", false, estimation::coefficient_row("100*(exp(rta)-1)", 21.0, 65.5, {})}};
  model.corrected = estimation::CorrectedCoefficients{{0.1 + 0.2, -1e-17},
                                                      {model.coefficients[0], model.coefficients[1]},
                                                      Eigen::MatrixXd::Identity(2, 2) / 3,
                                                      true,
                                                      {"b"}};
  estimation::EffectEstimates effect;
  effect.name = "exporter^year";
  effect.parts = {"exporter", "year"};
  effect.labels = {"CHN", "2002", "VNM", "2002"};
  effect.slopes = {"trend"};
  effect.coefficients.resize(2, 2);
  effect.coefficients << 1.0 / 3, no_number, -2e-300, 4;
  effect.component = {0, 1};
  effect.reference = {false, false, true, false};
  model.effects = {effect};
  return model;
}

estimation::Model there_and_back(const estimation::Model& model) {
  return models_from_json(models_json({&model, 1}, {.effects = true}), "model.json").front();
}

TEST(ModelJson, HasTheDocumentedFields) {
  const estimation::Model model = example_model();
  const json object = json::parse(models_json({&model, 1}));
  EXPECT_EQ(object.at("formula"), "trade ~ log(dist) + rta | exporter^year + importer^year");
  EXPECT_EQ(object.at("family"), "poisson");
  EXPECT_EQ(object.at("observations"), 28152);
  EXPECT_EQ(object.at("log_likelihood"), -2176314.2891);
  EXPECT_EQ(object.at("converged"), true);
  EXPECT_EQ(object.at("iterations"), 9);
  EXPECT_EQ(object.at("score_norm"), 2.5e-11);
  EXPECT_EQ(object.at("dropped").at("only_zeros"), 400);
  EXPECT_EQ(object.at("dropped").at("missing"), 14);
  EXPECT_EQ(object.at("seconds").at("total"), 0.04);
  ASSERT_EQ(object.at("coefficients").size(), 2U);
  for (const auto* field : {"estimate", "std_error", "statistic", "p_value", "ci_low", "ci_high"})
    EXPECT_TRUE(object["coefficients"][1].at(field).is_number()) << field;
  EXPECT_EQ(object["coefficients"][1].at("name"), "rta");
  EXPECT_EQ(object["coefficients"][1].at("estimate"), 0.19071758);
}

TEST(ModelJson, OfSeveralIsAListOfModels) {
  const std::vector models = {example_model(), example_model_with_pairs()};
  EXPECT_EQ(json::parse(models_json(models)).at("models").size(), 2U);
}

TEST(ModelJson, OfOneSampleIsAListToo) {
  const estimation::Model model = example_model();
  EXPECT_EQ(json::parse(models_json({&model, 1}, {.as_list = true})).at("models").size(), 1U);
}

TEST(ModelJson, WithoutSecondsIsTheSameForEveryRun) {
  estimation::Model one = example_model(), other = example_model();
  other.seconds.total = 17;
  EXPECT_EQ(models_json({&one, 1}, {.seconds = false}), models_json({&other, 1}, {.seconds = false}));
  EXPECT_TRUE(json::parse(models_json({&one, 1}, {.seconds = false})).at("seconds").empty());
}

TEST(ModelJson, ReadsBackAsTheSameText) {
  const estimation::Model model = full_model(), again = there_and_back(model);
  EXPECT_EQ(models_json({&again, 1}, {.effects = true}), models_json({&model, 1}, {.effects = true}));
}

TEST(ModelJson, ReadsBackToTheSameBits) {
  estimation::Model model = full_model();
  model.coefficients[0].estimate = 0x1.fffffffffffffp-3;
  model.fit.log_likelihood = -3.3320000000000005e12;
  model.covariance.matrix(0, 1) = 5e-324;
  const estimation::Model again = there_and_back(model);
  const auto bits = [](double value) { return std::bit_cast<std::uint64_t>(value); };
  EXPECT_EQ(bits(again.coefficients[0].estimate), bits(model.coefficients[0].estimate));
  EXPECT_EQ(bits(again.fit.log_likelihood), bits(model.fit.log_likelihood));
  EXPECT_EQ(bits(again.covariance.matrix(0, 1)), bits(model.covariance.matrix(0, 1)));
  EXPECT_EQ(bits(again.effects[0].coefficients(1, 0)), bits(model.effects[0].coefficients(1, 0)));
  EXPECT_TRUE(std::isnan(again.effects[0].coefficients(0, 1)));
}

TEST(ModelJson, OfAFailureHasNoNumberThatLooksLikeAnEstimate) {
  const estimation::Model model = example_failure();
  const json object = json::parse(models_json({&model, 1}));
  EXPECT_EQ(object.at("converged"), false);
  EXPECT_EQ(object.at("outcome"), "not_converged");
  EXPECT_NE(object.at("failure").get<std::string>().find("did not converge"), std::string::npos);
  for (const auto& [name, value] : object.at("coefficients").at(0).items())
    EXPECT_TRUE(name == "name" || value.is_null()) << name;
  EXPECT_TRUE(object.at("log_likelihood").is_null());
}

TEST(SavedModels, AreLoadedWithLevelsAndCovariance) {
  const Folder folder;
  const std::vector models = {full_model(), example_model_with_pairs()};
  save_models(folder.path() / "model.json", models);
  const auto loaded = load_models(folder.path() / "model.json");
  ASSERT_EQ(loaded.size(), 2U);
  EXPECT_EQ(loaded[0].effects.at(0).labels, models[0].effects[0].labels);
  EXPECT_EQ(loaded[0].covariance.matrix, models[0].covariance.matrix);
  EXPECT_EQ(coefficients_of(loaded[1])[0], 0.55718534);
}

TEST(SavedModels, ThatAreNoModelsAreRefusedWithThePlaceInThem) {
  const Folder folder;
  const auto said = [&](const std::string& text) {
    folder.write("model.json", text);
    try {
      load_models(folder.path() / "model.json");
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string("nothing");
  };
  EXPECT_NE(said("trade,year\n1,2").find("no JSON"), std::string::npos);
  EXPECT_NE(said("[1, 2]").find("no estimated model"), std::string::npos);
  EXPECT_NE(said("{\"formula\": \"y ~ x\", \"family\": 7}").find("family cannot be read"), std::string::npos);
  const estimation::Model model = example_model();
  json object = json::parse(models_json({&model, 1}));
  object["coefficients"][1]["std_error"] = "small";
  EXPECT_NE(said(object.dump()).find("coefficients[1].std_error cannot be read"), std::string::npos);
  object["coefficients"][1]["std_error"] = 0.1;
  object["iterations"] = 3219297924735;
  EXPECT_NE(said(object.dump()).find("iterations cannot be read"), std::string::npos);
  object["iterations"] = 7;
  object["covariance"]["matrix"].erase(0);
  EXPECT_NE(said(object.dump()).find("covariance.matrix cannot be read"), std::string::npos) << said(object.dump());
}

TEST(SavedModels, ThatAreNotThereAreRefused) {
  EXPECT_THROW(load_models("/nowhere/model.json"), InputError);
  EXPECT_THROW(load_models("/tmp"), InputError);
}

}  // namespace
}  // namespace tradewind::tests
