#include "tradewind/estimation/estimate.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

#include "tradewind/estimation/comma_list.hpp"
#include "tradewind/estimation/estimators.hpp"
#include "tradewind/estimation/gravity_panel.hpp"
#include "tradewind/estimation/labelled_effects.hpp"
#include "tradewind/estimation/separation.hpp"
#include "tradewind/world/counted.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/stopwatch.hpp"

namespace tradewind::estimation {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// The effect's own name, without its slopes.
std::string levels_name(const EffectTerm& effect) { return to_string(EffectTerm{effect.parts, true, {}}); }

struct ChosenVcov {
  CovarianceKind kind = CovarianceKind::iid;
  std::vector<std::string> clusters;
};

// What fixest does where nothing else is asked for: clustered by the unit of the panel, else by the first fixed effect.
ChosenVcov chosen_vcov(const ModelSpec& spec, const EstimateOptions& options) {
  const Vcov& vcov = options.vcov;
  if (!vcov.kind && options.panel)
    return {CovarianceKind::clustered, {fmt::format("{}", fmt::join(options.panel->unit, "^"))}};
  const CovarianceKind kind =
      vcov.kind.value_or(spec.effects.empty() ? CovarianceKind::iid : CovarianceKind::clustered);
  if (kind != CovarianceKind::clustered) return {kind, {}};
  if (!vcov.clusters.empty()) return {kind, vcov.clusters};
  if (std::ssize(spec.effects) < vcov.ways)
    throw InputError("--vcov",
                     fmt::format("'{}' has {}", to_string(spec), counted(spec.effects.size(), "fixed effect")),
                     fmt::format("{} to cluster by, or the clusters by name", vcov.ways), "cluster(pair_id)");
  std::vector<std::string> first(static_cast<std::size_t>(vcov.ways));
  std::transform(spec.effects.begin(), spec.effects.begin() + vcov.ways, first.begin(), levels_name);
  return {kind, first};
}

// An effect of the same name has the levels already.
const Effect* effect_named(const ModelFrame& frame, const std::string& name) {
  const auto found = std::ranges::find(frame.regression.effects, name, &Effect::name);
  return found == frame.regression.effects.end() ? nullptr : &*found;
}

FrameOptions frame_options(const ModelSpec& spec, const ChosenVcov& vcov, const EstimateOptions& options) {
  FrameOptions frame{.family = options.family,
                     .weights = options.weights,
                     .offset = options.offset,
                     .clusters = {},
                     .panel = options.panel,
                     .removal = options.removal,
                     .list_dropped = true};
  for (const std::string& cluster : vcov.clusters)
    if (std::ranges::none_of(spec.effects, [&](const EffectTerm& effect) { return to_string(effect) == cluster; }))
      frame.clusters.push_back(cluster);
  return frame;
}

std::vector<Cluster> clusters_of(const ModelFrame& frame, const std::vector<std::string>& names) {
  std::vector<Cluster> clusters;
  for (const std::string& name : names) {
    const Effect* effect = effect_named(frame, name);
    if (effect == nullptr) effect = &*std::ranges::find(frame.clusters, name, &Effect::name);
    clusters.push_back({name, effect->level, effect->levels});
  }
  return clusters;
}

// Observations for which no finite estimate exists leave the sample; why is written down.
Solution poisson_solution(ModelFrame& frame, const SolverOptions& options, Model& model) {
  PoissonFit fit = poisson_without_separated(frame.regression, options,
                                             frame.only_zeros_fell ? Levels::with_positive_response : Levels::any);
  for (const Separator& reason : fit.separation.reasons) {
    const bool zeros = reason.kind == Separator::Kind::empty_level;
    set_aside(
        frame, reason.rows,
        {zeros ? DropReason::only_zeros : DropReason::separated, zeros ? Drop::Part::effects : Drop::Part::regressors,
         fmt::format("{}", fmt::join(reason.names, ", ")), reason.rows.size()});
    (zeros ? model.dropped.only_zeros : model.dropped.separated) += reason.rows.size();
    model.separation.push_back(reason.words);
  }
  if (!fit.separation.certain)
    model.notes.emplace_back("there may be separated observations that were not found; docs/methods/inference.md");
  return std::move(fit.solution);
}

void count_dropped(const ModelFrame& frame, Model& model) {
  for (const DroppedRow& row : frame.dropped_rows) {
    switch (frame.drops[row.drop].reason) {
      case DropReason::missing:
        ++model.dropped.missing;
        break;
      case DropReason::infinite:
        ++model.dropped.infinite;
        break;
      case DropReason::zero_weight:
        ++model.dropped.zero_weight;
        break;
      case DropReason::singleton:
        ++model.dropped.singletons;
        break;
      case DropReason::only_zeros:
        ++model.dropped.only_zeros;
        break;
      case DropReason::separated:
        ++model.dropped.separated;
        break;
    }
  }
}

// Names without numbers.
void withhold(Model& model, Outcome outcome, std::string why) {
  model.outcome = outcome;
  model.failure = std::move(why);
  for (CoefficientRow& row : model.coefficients)
    row.estimate = row.std_error = row.statistic = row.p_value = row.ci_low = row.ci_high = not_a_number;
  const auto count = static_cast<Eigen::Index>(model.coefficients.size());
  model.covariance.matrix = Eigen::MatrixXd::Constant(count, count, not_a_number);
  FitStatistics none;
  for (double FitStatistics::*measure :
       {&FitStatistics::log_likelihood, &FitStatistics::null_log_likelihood, &FitStatistics::aic, &FitStatistics::bic,
        &FitStatistics::deviance, &FitStatistics::rmse, &FitStatistics::squared_correlation, &FitStatistics::r2,
        &FitStatistics::adjusted_r2, &FitStatistics::within_r2, &FitStatistics::adjusted_within_r2,
        &FitStatistics::pseudo_r2, &FitStatistics::adjusted_pseudo_r2, &FitStatistics::within_pseudo_r2,
        &FitStatistics::adjusted_within_pseudo_r2})
    none.*measure = not_a_number;
  none.observations = model.observations;
  model.fit = none;
}

Model not_converged(Model model, const Regression& regression, const Solution& solution) {
  model.covariance.effects = effect_parameters(regression);
  for (std::size_t k = 0; k < regression.names.size(); ++k)
    if (!solution.collinear[k]) model.coefficients.push_back({.name = regression.names[k]});
  withhold(model, Outcome::not_converged,
           fmt::format("did not converge: the relative score is {:.1e} after {}", solution.score_norm,
                       counted(static_cast<std::uint64_t>(solution.iterations), "iteration")));
  return model;
}

// Whether there is anything that the data say about.
void require_identification(const Regression& regression, const Solution& solution, const Model& model) {
  if (solution.family == Family::gaussian &&
      std::ranges::adjacent_find(solution.response, std::not_equal_to()) == solution.response.end())
    throw InputError(
        "formula",
        fmt::format("{} is {} in all {} rows", model.response, solution.response.front(), solution.observations()),
        "a dependent variable that varies");
  if (!regression.names.empty() && solution.kept.empty()) {
    const std::string names = fmt::format("{}", fmt::join(regression.names, ", "));
    std::string hint = "Nothing is left to estimate.";
    for (const std::string& separated : model.separation) hint += fmt::format("\nSeparated: {}", separated);
    if (regression.names.size() == 1)
      throw InputError("formula", fmt::format("{} is collinear with the fixed effects", names),
                       "a regressor that varies within their levels", hint);
    throw InputError("formula",
                     fmt::format("all regressors ({}) are collinear with one another and the fixed effects", names),
                     "one that varies within their levels", hint);
  }
  if (solution.family != Family::gaussian || regression.names.empty() || regression.effects.empty()) return;
  constexpr double rounding = 1e-20;
  if (solution.within_sum_of_squares <= rounding * solution.total_sum_of_squares)
    throw InputError("formula", fmt::format("the fixed effects explain {} without any error", model.response),
                     "a dependent variable that varies within their levels", "Nothing is left to estimate.");
}

void test(const EstimateOptions& options, const Regression& regression, const Solution& solution, Model& model) {
  if (options.tests.empty() && options.combinations.empty()) return;
  const Estimates asked = estimates(regression, solution, model.covariance);
  for (const std::string& joint : options.tests) {
    std::vector<std::string> hypotheses;
    for (const std::string_view hypothesis : split_list(joint)) hypotheses.emplace_back(hypothesis);
    model.tests.push_back(wald_test(asked, hypotheses));
  }
  for (const std::string& expression : options.combinations)
    model.combinations.push_back(combination(asked, expression, options.level));
}

void correct_bias(const Columns& columns, const EstimateOptions& options, const ModelFrame& frame,
                  const Solution& solution, Model& model) {
  if (options.family != Family::poisson)
    throw InputError("--bias-correction", "least squares has no such bias", "--family poisson");
  const GravityCodes codes = gravity_codes(frame, columns, *options.bias_correction);
  const GravityPanel panel = codes.panel();
  const BiasCorrection correction = gravity_bias_correction(frame.regression, solution, panel);
  CorrectedCoefficients corrected;
  for (std::size_t k = 0; k < model.coefficients.size(); ++k) {
    const auto place = static_cast<Eigen::Index>(k);
    corrected.bias.push_back(correction.bias[place]);
    corrected.coefficients.push_back(coefficient_row(model.coefficients[k].name, correction.corrected[place],
                                                     correction.covariance(place, place),
                                                     model.covariance.degrees_of_freedom, options.level));
  }
  corrected.covariance = correction.covariance;
  corrected.three_way = panel.pair_effects;
  corrected.notes = correction.notes;
  if (options.bias_correction->exporter.empty() || options.bias_correction->importer.empty())
    corrected.notes.insert(
        corrected.notes.begin(),
        fmt::format("bias correction: exporters are {}, importers {}{}", codes.columns.exporter, codes.columns.importer,
                    codes.columns.time.empty() ? ", one period" : ", periods " + codes.columns.time));
  model.corrected = std::move(corrected);
}

std::vector<FittedRow> fitted_rows(const ModelFrame& frame, const Solution& solution) {
  std::vector<FittedRow> rows(solution.observations());
  for (std::size_t p = 0; p < rows.size(); ++p) {
    const std::uint32_t row = solution.row(p);
    rows[p] = {frame.row(row), frame.regression.response[row], solution.fitted(p)};
  }
  std::ranges::sort(rows, {}, &FittedRow::row);
  return rows;
}

Model named(const ModelSpec& spec, const EstimateOptions& options) {
  Model model;
  model.formula = to_string(spec);
  model.response = to_string(spec.response);
  model.family = options.family;
  model.weights = options.weights;
  model.offset = options.offset;
  model.level = options.level;
  return model;
}

// The steps of one model, in their order.
// `spent`: the columns, where this model is the last to read them.
Model estimate_one(const ModelSpec& spec, const Columns& columns, const EstimateOptions& options, Columns* spent) {
  const Stopwatch all;
  Model model = named(spec, options);
  ChosenVcov vcov = chosen_vcov(spec, options);
  ModelFrame frame = build(spec, columns, frame_options(spec, vcov, options));
  count_dropped(frame, model);
  frame.list_dropped = options.list_dropped;
  if (!options.list_dropped) frame.dropped_rows = std::vector<DroppedRow>();
  const double framed = all.seconds();
  const bool columns_again = options.keep_effects || options.bias_correction;
  arrange(frame, columns_again ? nullptr : spent, columns_again || options.keep_fitted || options.list_dropped);
  const double arranged = all.seconds() - framed;
  SolverOptions solver = options.solver;
  solver.keep_effects = options.keep_effects;
  solver.regressors = &frame.regressors;
  Solution solution = options.family == Family::poisson ? poisson_solution(frame, solver, model)
                                                        : least_squares(frame.regression, solver);
  const Regression& regression = frame.regression;
  model.rows_read = frame.rows_read;
  model.observations = regression.observations();
  model.drops = frame.drops;
  if (options.list_dropped) model.dropped_rows = std::move(frame.dropped_rows);
  model.converged = solution.converged;
  model.score_norm = solution.score_norm;
  model.iterations = solution.iterations;
  model.inner_iterations = solution.inner_iterations;
  model.method = solution.method;
  model.seconds = solution.seconds;
  model.seconds.frame = framed;
  model.seconds.sort += arranged;
  for (std::size_t k = 0; k < regression.names.size(); ++k)
    if (solution.collinear[k]) model.collinear.push_back(regression.names[k]);
  if (!solution.converged) return not_converged(std::move(model), regression, solution);

  require_identification(regression, solution, model);
  if (solution.family == Family::gaussian && solution.deviance <= 1e-20 * solution.total_sum_of_squares)
    model.notes.emplace_back("the fit is perfect but for rounding: standard errors and tests say nothing");

  const Stopwatch inference;
  const std::vector<Cluster> clusters = clusters_of(frame, vcov.clusters);
  // An effect with a single level is a constant, and no cluster that anybody asked for.
  if (!options.vcov.kind && clusters.size() == 1 && clusters.front().groups == 1) vcov.kind = CovarianceKind::iid;
  model.covariance = covariance(regression, solution,
                                {.kind = vcov.kind,
                                 .clusters = clusters,
                                 .small_sample = SmallSample::by_name(options.small_sample, options.family)});
  model.coefficients = coefficient_rows(regression, solution, model.covariance, options.level);
  if (options.within_pseudo_r2) solution.effects_log_likelihood = effects_log_likelihood(regression, solution, solver);
  model.fit = fit_statistics(regression, solution);
  test(options, regression, solution, model);
  if (options.bias_correction) correct_bias(columns, options, frame, solution, model);
  model.seconds.inference = inference.seconds();

  if (options.keep_effects) model.effects = labelled_effects(columns, frame, solution, model.notes);
  if (options.keep_fitted) model.fitted = fitted_rows(frame, solution);
  model.seconds.total = all.seconds();
  return model;
}

void append_new(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more)
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

}  // namespace

Model unusable(const ModelSpec& spec, const EstimateOptions& options, const InputError& error) {
  Model model = named(spec, options);
  withhold(model, Outcome::unusable, error.what());
  return model;
}

std::vector<std::string> columns_needed(const Formula& formula, const EstimateOptions& options) {
  std::vector<std::string> names = columns_of(formula);
  if (!options.weights.empty()) append_new(names, columns_of(parse_expression(options.weights, "--weights")));
  if (!options.offset.empty()) append_new(names, columns_of(parse_expression(options.offset, "--offset")));
  for (const std::string& cluster : options.vcov.clusters)
    append_new(names, columns_of(parse_combination(cluster, "--vcov")));
  if (options.panel) {
    append_new(names, options.panel->unit);
    append_new(names, {options.panel->time});
  }
  if (options.bias_correction)
    for (const std::string& name :
         {options.bias_correction->exporter, options.bias_correction->importer, options.bias_correction->time})
      if (!name.empty()) append_new(names, {name});
  return names;
}

std::vector<std::string> id_columns_needed(const Formula& formula, const EstimateOptions& options) {
  std::vector<std::string> ids = id_columns_of(formula);
  std::vector<std::string> values = columns_of(formula);
  std::erase_if(values, [&](const std::string& name) { return std::ranges::find(ids, name) != ids.end(); });
  const auto add = [&](const std::vector<std::string>& names) {
    for (const std::string& name : names)
      if (std::ranges::find(values, name) == values.end()) append_new(ids, {name});
  };
  for (const std::string& cluster : options.vcov.clusters) add(columns_of(parse_combination(cluster, "--vcov")));
  if (options.panel) add(options.panel->unit);
  return ids;
}

namespace {

std::vector<Model> estimate_all(const Formula& formula, const Columns& columns, const EstimateOptions& options,
                                Columns* spent) {
  std::vector<Model> models;
  std::optional<InputError> first;
  bool any = false;
  const std::vector<ModelSpec> specs = expand(formula);
  for (const ModelSpec& spec : specs) {
    try {
      models.push_back(estimate_one(spec, columns, options, &spec == &specs.back() ? spent : nullptr));
      any = true;
    } catch (const InputError& error) {
      if (!first) first = error;
      models.push_back(unusable(spec, options, error));
    }
  }
  if (!any && first) throw *first;
  return models;
}

}  // namespace

std::vector<Model> estimate(const Formula& formula, const Columns& columns, const EstimateOptions& options) {
  return estimate_all(formula, columns, options, nullptr);
}

std::vector<Model> estimate(const Formula& formula, Columns&& columns, const EstimateOptions& options) {
  Columns spent = std::move(columns);
  return estimate_all(formula, spent, options, &spent);
}

}  // namespace tradewind::estimation
