#include "tradewind/report/model_json.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tradewind/report/model_fields.hpp"
#include "tradewind/report/statement_json.hpp"
#include "tradewind/report/write_file.hpp"

namespace tradewind {
namespace {

using namespace estimation;
using namespace model_fields;
using json = nlohmann::ordered_json;

json number(double value) { return std::isfinite(value) ? json(value) : json(nullptr); }

json numbers(const std::vector<double>& values) {
  json array = json::array();
  for (const double value : values) array.push_back(number(value));
  return array;
}

json row_of(const Eigen::MatrixXd& matrix, Eigen::Index row) {
  json array = json::array();
  for (Eigen::Index column = 0; column < matrix.cols(); ++column) array.push_back(number(matrix(row, column)));
  return array;
}

json matrix_json(const Eigen::MatrixXd& matrix) {
  json rows = json::array();
  for (Eigen::Index row = 0; row < matrix.rows(); ++row) rows.push_back(row_of(matrix, row));
  return rows;
}

json row_json(const CoefficientRow& row) {
  return {{"name", row.name},
          {"estimate", number(row.estimate)},
          {"std_error", number(row.std_error)},
          {"statistic", number(row.statistic)},
          {"p_value", number(row.p_value)},
          {"ci_low", number(row.ci_low)},
          {"ci_high", number(row.ci_high)}};
}

json rows_json(const std::vector<CoefficientRow>& rows) {
  json array = json::array();
  for (const CoefficientRow& row : rows) array.push_back(row_json(row));
  return array;
}

json optional_number(const std::optional<double>& value) { return value ? number(*value) : json(nullptr); }

json dropped_json(const Model& model) {
  json reasons = json::array();
  for (const Drop& drop : model.drops)
    reasons.push_back({{"reason", drop_reasons.at(static_cast<std::size_t>(drop.reason))},
                       {"part", drop_parts.at(static_cast<std::size_t>(drop.part))},
                       {"name", drop.name},
                       {"rows", drop.rows}});
  const DroppedCounts& dropped = model.dropped;
  return {{"total", dropped.total()},           {"missing", dropped.missing},       {"infinite", dropped.infinite},
          {"zero_weight", dropped.zero_weight}, {"singletons", dropped.singletons}, {"only_zeros", dropped.only_zeros},
          {"separated", dropped.separated},     {"collinear", model.collinear},     {"reasons", std::move(reasons)},
          {"separation", model.separation}};
}

json seconds_json(const Seconds& seconds) {
  return {{"frame", seconds.frame},         {"sort", seconds.sort},
          {"solve", seconds.solve},         {"partial_out", seconds.partial_out},
          {"inference", seconds.inference}, {"total", seconds.total}};
}

json sizes_json(const std::vector<EffectParameters>& effects) {
  json array = json::array();
  for (const EffectParameters& effect : effects)
    array.push_back({{"name", effect.name},
                     {"levels", effect.levels},
                     {"intercepts", effect.intercepts},
                     {"slopes", effect.slopes},
                     {"redundant", effect.redundant},
                     {"nested", effect.nested}});
  return array;
}

json covariance_json(const Covariance& covariance, bool matrix) {
  json clusters = json::array();
  for (std::size_t i = 0; i < covariance.cluster_names.size(); ++i)
    clusters.push_back({{"name", covariance.cluster_names[i]}, {"groups", covariance.cluster_sizes[i]}});
  json object = {{"kind", covariance_kinds.at(static_cast<std::size_t>(covariance.kind))},
                 {"description", covariance.description},
                 {"clusters", std::move(clusters)},
                 {"small_sample", covariance.small_sample},
                 {"observations", covariance.observations},
                 {"parameters", covariance.parameters},
                 {"degrees_of_freedom", optional_number(covariance.degrees_of_freedom)},
                 {"notes", covariance.notes}};
  if (matrix && covariance.matrix.rows() > 0) object["matrix"] = matrix_json(covariance.matrix);
  return object;
}

json fit_json(const FitStatistics& fit) {
  json object = {{"parameters", fit.parameters}};
  each_measure(fit, [&](const char* name, double value) { object[name] = number(value); });
  return object;
}

json tests_json(const std::vector<WaldTest>& tests) {
  json array = json::array();
  for (const WaldTest& test : tests)
    array.push_back({{"hypotheses", test.hypotheses},
                     {"restrictions", test.restrictions},
                     {"statistic", number(test.statistic)},
                     {"distribution", test.denominator ? "F" : "chi-squared"},
                     {"denominator", optional_number(test.denominator)},
                     {"p_value", number(test.p_value)},
                     {"notes", test.notes}});
  return array;
}

json combinations_json(const std::vector<Combination>& combinations) {
  json array = json::array();
  for (const Combination& combination : combinations) {
    json object = row_json(combination.row);
    object["linear"] = combination.linear;
    array.push_back(std::move(object));
  }
  return array;
}

json sample_json(const Model& model) {
  if (!model.sample) return nullptr;
  return {{"column", model.sample->column},
          {"value", model.sample->value ? json(*model.sample->value) : json(nullptr)}};
}

json corrected_json(const Model& model, bool matrix) {
  if (!model.corrected) return nullptr;
  json object = {{"effects", model.corrected->three_way ? "three-way" : "two-way"},
                 {"coefficients", rows_json(model.corrected->coefficients)},
                 {"bias", numbers(model.corrected->bias)},
                 {"notes", model.corrected->notes}};
  if (matrix && model.corrected->covariance.rows() > 0) object["matrix"] = matrix_json(model.corrected->covariance);
  return object;
}

json effects_json(const std::vector<EffectEstimates>& effects) {
  json array = json::array();
  for (const EffectEstimates& effect : effects) {
    json levels = json::array();
    const std::size_t parts = effect.parts.size(), columns = static_cast<std::size_t>(effect.coefficients.cols());
    for (std::size_t level = 0; level < effect.component.size(); ++level) {
      json label = json::array();
      for (std::size_t part = 0; part < parts; ++part) label.push_back(effect.labels[level * parts + part]);
      json object = {{"label", std::move(label)},
                     {"coefficients", row_of(effect.coefficients, static_cast<Eigen::Index>(level))},
                     {"component", effect.component[level]}};
      json reference = json::array();
      for (std::size_t c = 0; c < columns; ++c) reference.push_back(bool{effect.reference[level * columns + c]});
      if (std::ranges::find(reference, json(true)) != reference.end()) object["reference"] = std::move(reference);
      levels.push_back(std::move(object));
    }
    array.push_back({{"name", effect.name},
                     {"parts", effect.parts},
                     {"intercept", effect.intercept},
                     {"slopes", effect.slopes},
                     {"levels", std::move(levels)}});
  }
  return array;
}

}  // namespace

json model_json(const Model& model, const ModelJsonOptions& options) {
  json object = {{"formula", model.formula}, {"family", to_string(model.family)}};
  object["sample"] = sample_json(model);
  object["observations"] = model.observations;
  object["coefficients"] = rows_json(model.coefficients);
  object["log_likelihood"] = number(model.fit.log_likelihood);
  object["converged"] = model.converged;
  object["score_norm"] = number(model.score_norm);
  object["iterations"] = model.iterations;
  object["dropped"] = dropped_json(model);
  object["seconds"] = options.seconds ? seconds_json(model.seconds) : json::object();
  object["outcome"] = outcomes.at(static_cast<std::size_t>(model.outcome));
  object["failure"] = model.failure.empty() ? json(nullptr) : json(model.failure);
  object["response"] = model.response;
  object["weights"] = model.weights;
  object["offset"] = model.offset;
  object["rows_read"] = model.rows_read;
  object["level"] = model.level;
  object["covariance"] = covariance_json(model.covariance, options.covariance);
  object["fixed_effects"] = sizes_json(model.covariance.effects);
  object["fit"] = fit_json(model.fit);
  object["inner_iterations"] = model.inner_iterations;
  object["method"] = model.method;
  object["notes"] = model.notes;
  object["tests"] = tests_json(model.tests);
  object["combinations"] = combinations_json(model.combinations);
  object["bias_correction"] = corrected_json(model, options.covariance);
  if (options.effects && !model.effects.empty()) object["effects"] = effects_json(model.effects);
  return object;
}

std::string models_json(std::span<const Model> models, const ModelJsonOptions& options) {
  if (models.size() == 1 && !options.as_list) return json_text(model_json(models.front(), options));
  json all = json::array();
  for (const Model& model : models) all.push_back(model_json(model, options));
  return json_text({{"models", std::move(all)}});
}

void save_models(const std::filesystem::path& file, std::span<const Model> models) {
  write_file(file, models_json(models, {.seconds = false, .effects = true}));
}

Eigen::VectorXd coefficients_of(const Model& model) {
  Eigen::VectorXd values(static_cast<Eigen::Index>(model.coefficients.size()));
  for (std::size_t k = 0; k < model.coefficients.size(); ++k)
    values[static_cast<Eigen::Index>(k)] = model.coefficients[k].estimate;
  return values;
}

}  // namespace tradewind
