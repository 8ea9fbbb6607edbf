/// Estimated models as JSON (docs/estimate-json.md) and back: what `estimate --format json` prints, what `--save`
/// writes and what a counterfactual reads.
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "tradewind/estimation/model.hpp"

namespace tradewind {

/// What is written beyond the results themselves.
struct ModelJsonOptions {
  bool seconds = true;     ///< false: "seconds" is empty, so that two runs give the same bytes
  bool covariance = true;  ///< the matrix, row by row
  bool effects = false;    ///< the fixed effects with their levels, where the model has them
  bool as_list = false;    ///< {"models": [...]} even for a single model
};

/// One model's object. Numbers have the fewest digits that read back as the same double; NaN is null.
nlohmann::ordered_json model_json(const estimation::Model& model, const ModelJsonOptions& options = {});

/// A single model's object, or {"models": [...]}; ends with a newline.
std::string models_json(std::span<const estimation::Model> models, const ModelJsonOptions& options = {});

/// Reads either back, to the same bits. `where` names the text in messages. InputError where it is no such JSON, with
/// the place in it.
std::vector<estimation::Model> models_from_json(std::string_view text, const std::string& where);

/// Writes covariance and fixed effects too and no seconds; the file is the old or the new one, never a half. InputError
/// as write_file.
void save_models(const std::filesystem::path& file, std::span<const estimation::Model> models);

/// What save_models wrote. InputError where the file is absent or something else.
///
///     const estimation::Model model = load_models("model.json").front();
///     const EstimateDraws draws(coefficients_of(model), model.covariance.matrix);
std::vector<estimation::Model> load_models(const std::filesystem::path& file);

/// The estimates as a vector, in the order of model.covariance.matrix.
Eigen::VectorXd coefficients_of(const estimation::Model& model);

}  // namespace tradewind
