#include "tradewind/report/model_rows.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "tradewind/report/model_words.hpp"

namespace tradewind {
namespace {

using namespace estimation;

using Models = std::span<const Model>;

// Names in the order in which the models first have them.
std::vector<std::string> names_of(Models models, const std::function<std::vector<std::string>(const Model&)>& names) {
  std::vector<std::string> all;
  for (const Model& model : models)
    for (const std::string& name : names(model))
      if (std::ranges::find(all, name) == all.end()) all.push_back(name);
  return all;
}

ModelCell cell_of(const CoefficientRow& row, int digits) {
  if (std::isnan(row.estimate)) return {"NA", "", ""};
  const SharedForm written(row, digits);
  return {written(row.estimate), std::string(stars(row.p_value)), fmt::format("({})", written(row.std_error))};
}

// Coefficients by their name, from wherever a model keeps them.
ModelBlock coefficient_block(Models models, std::string title, int digits,
                             const std::function<std::vector<CoefficientRow>(const Model&)>& rows_of) {
  std::vector<std::vector<CoefficientRow>> rows;
  for (const Model& model : models) rows.push_back(rows_of(model));
  ModelBlock block{std::move(title), {}};
  std::vector<std::string> names;
  for (const auto& of_model : rows)
    for (const CoefficientRow& row : of_model)
      if (std::ranges::find(names, row.name) == names.end()) names.push_back(row.name);
  for (const std::string& name : names) {
    ModelRow line{name, {}};
    for (std::size_t m = 0; m < models.size(); ++m) {
      const auto found = std::ranges::find(rows[m], name, &CoefficientRow::name);
      if (found != rows[m].end())
        line.cells.push_back(cell_of(*found, digits));
      else
        line.cells.push_back({models[m].failure.empty() ? "" : "NA", "", ""});
    }
    block.rows.push_back(std::move(line));
  }
  return block;
}

ModelBlock head(Models models) {
  ModelBlock block;
  const auto row = [&](std::string name, auto text) {
    ModelRow line{std::move(name), {}};
    for (const Model& model : models) line.cells.push_back({text(model), "", ""});
    block.rows.push_back(std::move(line));
  };
  row("Dependent variable", [](const Model& model) { return model.response; });
  const auto sampled = std::ranges::find_if(models, [](const Model& model) { return model.sample.has_value(); });
  if (sampled != models.end())
    row(sampled->sample->column, [](const Model& model) {
      return model.sample && model.sample->value ? *model.sample->value : std::string("full sample");
    });
  if (std::ranges::any_of(models, [&](const Model& model) { return model.family != models.front().family; }))
    row("Estimator", [](const Model& model) { return model.family == Family::poisson ? "PPML" : "OLS"; });
  return block;
}

ModelBlock effects_block(Models models) {
  ModelBlock block{"Fixed effects", {}};
  const auto effects = [](const Model& model) {
    std::vector<std::string> names;
    for (const EffectParameters& effect : model.covariance.effects) names.push_back(effect.name);
    return names;
  };
  for (const std::string& name : names_of(models, effects)) {
    ModelRow line{name, {}};
    for (const Model& model : models) {
      const auto of_model = effects(model);
      line.cells.push_back({std::ranges::find(of_model, name) == of_model.end() ? "" : "yes", "", ""});
    }
    block.rows.push_back(std::move(line));
  }
  return block;
}

// Log-likelihoods and information criteria of trade in dollars run to trillions.
std::string likelihood_words(double value) { return std::abs(value) < 1e9 ? fixed(value, 1) : significant(value, 6); }

// Whether one line below the table says it for all columns.
bool same_covariance(Models models) {
  const auto estimated = [](const Model& model) { return model.outcome == Outcome::estimated; };
  const auto first = std::ranges::find_if(models, estimated);
  return std::ranges::all_of(models, [&](const Model& model) {
    return !estimated(model) || covariance_cell(model.covariance) == covariance_cell(first->covariance);
  });
}

ModelBlock fit_block(Models models, int digits) {
  ModelBlock block;
  const auto row = [&](std::string name, auto text) {
    ModelRow line{std::move(name), {}};
    for (const Model& model : models) line.cells.push_back({text(model), "", ""});
    block.rows.push_back(std::move(line));
  };
  // A measure that none of the models has needs no row.
  const auto measure = [&](const std::string& name, double FitStatistics::*value, auto words) {
    if (std::ranges::none_of(models, [&](const Model& model) { return std::isfinite(model.fit.*value); })) return;
    row(name,
        [&](const Model& model) { return std::isfinite(model.fit.*value) ? words(model.fit.*value) : std::string(); });
  };
  const auto share = [digits](double value) { return fixed(value, digits); };
  const auto estimated = [](const Model& model) { return model.outcome == Outcome::estimated; };
  if (!same_covariance(models))
    row("Standard errors",
        [&](const Model& model) { return estimated(model) ? covariance_cell(model.covariance) : std::string(); });
  if (std::ranges::any_of(models, [](const Model& model) { return !model.covariance.cluster_sizes.empty(); }))
    row("Clusters", [&](const Model& model) { return cluster_sizes(model.covariance); });
  row("Observations", [](const Model& model) { return grouped(model.observations); });
  measure("R2", &FitStatistics::r2, share);
  measure("Within R2", &FitStatistics::within_r2, share);
  measure("Pseudo R2", &FitStatistics::pseudo_r2, share);
  measure("Within pseudo R2", &FitStatistics::within_pseudo_r2, share);
  measure("Log-likelihood", &FitStatistics::log_likelihood, likelihood_words);
  measure("BIC", &FitStatistics::bic, likelihood_words);
  return block;
}

// Joint tests, by their p-value.
ModelBlock tests_block(Models models) {
  ModelBlock block{"Tests (p-value)", {}};
  const auto name_of = [](const WaldTest& test) { return fmt::format("{}", fmt::join(test.hypotheses, ", ")); };
  const auto names = names_of(models, [&](const Model& model) {
    std::vector<std::string> all;
    for (const WaldTest& test : model.tests) all.push_back(name_of(test));
    return all;
  });
  for (const std::string& name : names) {
    ModelRow line{name, {}};
    for (const Model& model : models) {
      const auto found = std::ranges::find_if(model.tests, [&](const auto& test) { return name_of(test) == name; });
      line.cells.push_back({found == model.tests.end() ? "" : p_value_words(found->p_value), "", ""});
    }
    block.rows.push_back(std::move(line));
  }
  return block;
}

// "(1, 3) ", or "farming, mining and 7 more: ".
std::string who(const std::vector<std::size_t>& about, std::span<const std::string> names) {
  constexpr std::size_t most = 4;
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < about.size() && (names.empty() || i < most); ++i)
    shown.push_back(names.empty() ? fmt::format("{}", about[i] + 1) : names[about[i]]);
  if (names.empty()) return fmt::format("({}) ", fmt::join(shown, ", "));
  const std::string more = about.size() > most ? fmt::format(" and {} more", about.size() - most) : "";
  return fmt::format("{}{}: ", fmt::join(shown, ", "), more);
}

}  // namespace

std::vector<std::string> model_notes(Models models, std::span<const std::string> names) {
  std::vector<std::string> notes = {std::string(stars_legend)};
  const auto estimated = std::ranges::find(models, Outcome::estimated, &Model::outcome);
  if (estimated != models.end())
    notes.push_back(fmt::format("Standard errors in parentheses{}{}",
                                same_covariance(models) ? ", " + covariance_words(estimated->covariance) : "",
                                small_sample_words(estimated->covariance)));
  // The same words about several models stand once.
  std::vector<std::pair<std::string, std::vector<std::size_t>>> said;
  for (std::size_t m = 0; m < models.size(); ++m)
    for (const std::string& words : caution_words(models[m])) {
      const auto found = std::ranges::find(said, words, [](const auto& one) { return one.first; });
      if (found == said.end())
        said.push_back({words, {m}});
      else
        found->second.push_back(m);
    }
  for (const auto& [words, about] : said)
    notes.push_back(about.size() == models.size() ? words : who(about, names) + words);
  return notes;
}

ModelRows model_rows(Models models, int digits, std::size_t first) {
  ModelRows rows;
  for (std::size_t m = 0; m < models.size(); ++m) rows.numbers.push_back(fmt::format("({})", first + m));
  rows.head = head(models);
  const auto add = [&](ModelBlock block) {
    if (!block.rows.empty()) rows.blocks.push_back(std::move(block));
  };
  add(coefficient_block(models, "", digits, [](const Model& model) { return model.coefficients; }));
  add(coefficient_block(models, "Bias-corrected", digits, [](const Model& model) {
    return model.corrected ? model.corrected->coefficients : std::vector<CoefficientRow>();
  }));
  add(coefficient_block(models, "Combinations", digits, [](const Model& model) {
    std::vector<CoefficientRow> all;
    for (const Combination& combination : model.combinations) all.push_back(combination.row);
    return all;
  }));
  add(tests_block(models));
  add(effects_block(models));
  add(fit_block(models, digits));
  return rows;
}

}  // namespace tradewind
