#include <fmt/format.h>

#include <cmath>
#include <concepts>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

#include "tradewind/report/model_fields.hpp"
#include "tradewind/report/model_json.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

using namespace estimation;
using namespace model_fields;
using json = nlohmann::ordered_json;

// Reading: every error carries the path to what was wrong, as in "models[1].coefficients[0].estimate".
class Field {
 public:
  Field(const json& value, std::string path, const std::string& where)
      : value_(value), path_(std::move(path)), where_(where) {}

  Field operator[](const char* name) const {
    if (!value_.is_object() || !value_.contains(name)) refuse(fmt::format("a field \"{}\"", name));
    return {value_.at(name), path_.empty() ? name : fmt::format("{}.{}", path_, name), where_};
  }
  bool has(const char* name) const { return value_.is_object() && value_.contains(name) && !value_.at(name).is_null(); }
  std::vector<Field> items() const {
    if (!value_.is_array()) refuse("a list");
    std::vector<Field> all;
    for (std::size_t i = 0; i < value_.size(); ++i)
      all.emplace_back(value_[i], fmt::format("{}[{}]", path_, i), where_);
    return all;
  }
  std::string text() const {
    if (!value_.is_string()) refuse("a text");
    return value_.get<std::string>();
  }
  double number() const {
    if (value_.is_null()) return std::numeric_limits<double>::quiet_NaN();
    if (!value_.is_number()) refuse("a number");
    return value_.get<double>();
  }
  template <std::integral Count = std::size_t>
  Count count() const {
    if (!value_.is_number_unsigned() || !std::in_range<Count>(value_.get<std::uint64_t>())) refuse("a count");
    return value_.get<Count>();
  }
  bool truth() const {
    if (!value_.is_boolean()) refuse("true or false");
    return value_.get<bool>();
  }
  std::optional<double> optional_number() const { return value_.is_null() ? std::nullopt : std::optional(number()); }
  template <typename Enum, std::size_t size>
  Enum one_of(const std::array<const char*, size>& names) const {
    const std::string name = text();
    for (std::size_t i = 0; i < size; ++i)
      if (name == names[i]) return static_cast<Enum>(i);
    refuse(fmt::format("one of its words, not \"{}\"", name));
  }
  std::vector<std::string> texts() const {
    std::vector<std::string> all;
    for (const Field& item : items()) all.push_back(item.text());
    return all;
  }
  /// A square one.
  Eigen::MatrixXd matrix(std::size_t columns) const {
    const auto rows = items();
    if (rows.size() != columns) refuse(fmt::format("{} rows", columns));
    Eigen::MatrixXd matrix(rows.size(), columns);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const auto cells = rows[r].items();
      if (cells.size() != columns) rows[r].refuse(fmt::format("{} numbers", columns));
      for (std::size_t c = 0; c < columns; ++c)
        matrix(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(c)) = cells[c].number();
    }
    return matrix;
  }
  [[noreturn]] void refuse(const std::string& expected) const {
    throw InputError(where_, path_.empty() ? "this is no estimated model" : fmt::format("{} cannot be read", path_),
                     expected, "tradewind estimate ... --save FILE writes such files; docs/estimate-json.md.");
  }

 private:
  const json& value_;
  std::string path_;
  const std::string& where_;
};

CoefficientRow read_row(const Field& from) {
  return {from["name"].text(),      from["estimate"].number(), from["std_error"].number(), from["statistic"].number(),
          from["p_value"].number(), from["ci_low"].number(),   from["ci_high"].number()};
}

std::vector<CoefficientRow> read_rows(const Field& from) {
  std::vector<CoefficientRow> rows;
  for (const Field& item : from.items()) rows.push_back(read_row(item));
  return rows;
}

void read_dropped(const Field& from, Model& model) {
  model.dropped = {from["missing"].count(),    from["infinite"].count(),   from["zero_weight"].count(),
                   from["singletons"].count(), from["only_zeros"].count(), from["separated"].count()};
  model.collinear = from["collinear"].texts();
  model.separation = from["separation"].texts();
  for (const Field& item : from["reasons"].items())
    model.drops.push_back({item["reason"].one_of<DropReason>(drop_reasons), item["part"].one_of<Drop::Part>(drop_parts),
                           item["name"].text(), item["rows"].count()});
}

Seconds read_seconds(const Field& from) {
  if (!from.has("total")) return {};
  return {from["frame"].number(),       from["sort"].number(),      from["solve"].number(),
          from["partial_out"].number(), from["inference"].number(), from["total"].number()};
}

Covariance read_covariance(const Field& from, std::size_t coefficients) {
  Covariance covariance;
  covariance.kind = from["kind"].one_of<CovarianceKind>(covariance_kinds);
  covariance.description = from["description"].text();
  for (const Field& item : from["clusters"].items()) {
    covariance.cluster_names.push_back(item["name"].text());
    covariance.cluster_sizes.push_back(item["groups"].count());
  }
  covariance.small_sample = from["small_sample"].text();
  covariance.observations = from["observations"].count();
  covariance.parameters = from["parameters"].count();
  covariance.degrees_of_freedom = from["degrees_of_freedom"].optional_number();
  covariance.notes = from["notes"].texts();
  if (from.has("matrix")) covariance.matrix = from["matrix"].matrix(coefficients);
  return covariance;
}

std::vector<EffectParameters> read_sizes(const Field& from) {
  std::vector<EffectParameters> effects;
  for (const Field& item : from.items())
    effects.push_back({item["name"].text(), item["levels"].count(), item["intercepts"].count(), item["slopes"].count(),
                       item["redundant"].count(), item["nested"].truth()});
  return effects;
}

std::vector<WaldTest> read_tests(const Field& from) {
  std::vector<WaldTest> tests;
  for (const Field& item : from.items())
    tests.push_back({item["hypotheses"].texts(), item["restrictions"].count<int>(), item["statistic"].number(),
                     item["denominator"].optional_number(), item["p_value"].number(), item["notes"].texts()});
  return tests;
}

std::vector<Combination> read_combinations(const Field& from) {
  std::vector<Combination> combinations;
  for (const Field& item : from.items()) {
    CoefficientRow row = read_row(item);
    combinations.push_back({row.name, item["linear"].truth(), row});
  }
  return combinations;
}

std::vector<EffectEstimates> read_effects(const Field& from) {
  std::vector<EffectEstimates> effects;
  for (const Field& item : from.items()) {
    EffectEstimates effect;
    effect.name = item["name"].text();
    effect.parts = item["parts"].texts();
    effect.intercept = item["intercept"].truth();
    effect.slopes = item["slopes"].texts();
    const auto levels = item["levels"].items();
    effect.coefficients.resize(static_cast<Eigen::Index>(levels.size()),
                               static_cast<Eigen::Index>(effect.slopes.size() + (effect.intercept ? 1 : 0)));
    for (std::size_t level = 0; level < levels.size(); ++level) {
      const auto label = levels[level]["label"].texts();
      if (label.size() != effect.parts.size()) levels[level].refuse("a label with a text for each part");
      effect.labels.insert(effect.labels.end(), label.begin(), label.end());
      const auto coefficients = levels[level]["coefficients"].items();
      if (std::ssize(coefficients) != effect.coefficients.cols()) levels[level].refuse("a number for each coefficient");
      for (std::size_t c = 0; c < coefficients.size(); ++c)
        effect.coefficients(static_cast<Eigen::Index>(level), static_cast<Eigen::Index>(c)) = coefficients[c].number();
      effect.component.push_back(levels[level]["component"].count<std::uint32_t>());
      if (!levels[level].has("reference")) {
        effect.reference.insert(effect.reference.end(), coefficients.size(), false);
        continue;
      }
      const auto references = levels[level]["reference"].items();
      if (references.size() != coefficients.size()) levels[level].refuse("true or false for each coefficient");
      for (const Field& reference : references) effect.reference.push_back(reference.truth());
    }
    effects.push_back(std::move(effect));
  }
  return effects;
}

CorrectedCoefficients read_corrected(const Field& from) {
  CorrectedCoefficients corrected;
  corrected.three_way = from["effects"].text() == "three-way";
  corrected.coefficients = read_rows(from["coefficients"]);
  for (const Field& item : from["bias"].items()) corrected.bias.push_back(item.number());
  if (from.has("matrix")) corrected.covariance = from["matrix"].matrix(corrected.coefficients.size());
  corrected.notes = from["notes"].texts();
  return corrected;
}

Model read_model(const Field& from) {
  Model model;
  model.formula = from["formula"].text();
  model.family = parse_family(from["family"].text());
  if (from.has("sample")) {
    model.sample = Sample{from["sample"]["column"].text(), {}};
    if (from["sample"].has("value")) model.sample->value = from["sample"]["value"].text();
  }
  model.observations = from["observations"].count();
  model.coefficients = read_rows(from["coefficients"]);
  model.fit.log_likelihood = from["log_likelihood"].number();
  model.converged = from["converged"].truth();
  model.score_norm = from["score_norm"].number();
  model.iterations = from["iterations"].count<int>();
  read_dropped(from["dropped"], model);
  model.seconds = read_seconds(from["seconds"]);
  model.outcome = from["outcome"].one_of<Outcome>(outcomes);
  if (from.has("failure")) model.failure = from["failure"].text();
  model.response = from["response"].text();
  model.weights = from["weights"].text();
  model.offset = from["offset"].text();
  model.rows_read = from["rows_read"].count();
  model.level = from["level"].number();
  model.covariance = read_covariance(from["covariance"], model.coefficients.size());
  model.covariance.effects = read_sizes(from["fixed_effects"]);
  model.fit.observations = model.observations;
  model.fit.parameters = from["fit"]["parameters"].count();
  each_measure(model.fit, [&](const char* name, double& value) { value = from["fit"][name].number(); });
  model.inner_iterations = from["inner_iterations"].count<long>();
  model.method = from["method"].text();
  model.notes = from["notes"].texts();
  model.tests = read_tests(from["tests"]);
  model.combinations = read_combinations(from["combinations"]);
  if (from.has("bias_correction")) model.corrected = read_corrected(from["bias_correction"]);
  if (from.has("effects")) model.effects = read_effects(from["effects"]);
  return model;
}

}  // namespace

std::vector<Model> models_from_json(std::string_view text, const std::string& where) {
  const json parsed = json::parse(text, nullptr, false);
  if (parsed.is_discarded())
    throw InputError(where, "this is no JSON", "an estimated model",
                     "tradewind estimate ... --save FILE writes such files; docs/estimate-json.md.");
  const Field all(parsed, "", where);
  std::vector<Model> models;
  if (all.has("models"))
    for (const Field& item : all["models"].items()) models.push_back(read_model(item));
  else
    models.push_back(read_model(all));
  return models;
}

std::vector<Model> load_models(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) throw InputError(file.string(), "is a folder", "a saved model");
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw InputError(file.string(), std::filesystem::exists(file, ignored) ? "cannot be read" : "no such file",
                     "a saved model", "tradewind estimate ... --save FILE writes one.");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return models_from_json(text, file.string());
}

}  // namespace tradewind
