/// A formula and columns in, estimated models out: the whole way from data to a table.
///
///     const Columns trade = read_columns("trade.csv", {.columns = columns_of(formula)});
///     const Formula formula = parse_formula("trade ~ rta | exporter^year + importer^year + pair");
///     const std::vector<Model> models = estimate(formula, trade, {.vcov = parse_vcov("cluster(pair)")});
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/estimation/formula.hpp"
#include "tradewind/estimation/model.hpp"
#include "tradewind/world/columns.hpp"

namespace tradewind::estimation {

/// Which covariance. Without a kind as fixest (before 0.13): clustered by the unit of the panel where one is given,
/// else by the first fixed effect, iid where there is none.
struct Vcov {
  std::optional<CovarianceKind> kind;
  std::vector<std::string> clusters;  ///< "pair_id", "exporter^year"; empty: the first `ways` fixed effects
  int ways = 1;
};

/// "iid", "hetero" (also "robust", "HC1", "white"), "cluster(pair_id)", "cluster(exporter^year, importer)",
/// "twoway(exporter, year)", "~exporter + year"; "cluster" and "twoway" alone take the first fixed effects. InputError
/// otherwise.
Vcov parse_vcov(std::string_view text);

/// The columns behind a gravity bias correction. Empty ones are found in the fixed effects: exporter^year,
/// importer^year and, three-way, a third one.
struct GravityColumns {
  std::string exporter, importer, time;
};

struct EstimateOptions {
  Family family = Family::poisson;
  SolverOptions solver;
  Vcov vcov;
  std::string small_sample = "fixest";  ///< "fixest", "stata" or "none"
  double level = 0.95;
  std::string weights, offset;
  std::optional<Panel> panel;
  std::optional<LevelRemoval> removal;
  std::vector<std::string> tests;         ///< each "x1 = x2" or several at once, "x1 = 0, x2 = 0"
  std::vector<std::string> combinations;  ///< "rta + rta_lag4", "100*(exp(rta)-1)"
  std::optional<GravityColumns> bias_correction;
  bool within_pseudo_r2 = false;  ///< also of Poisson, where the effects have to be fitted alone
  bool keep_effects = false;      ///< fill Model::effects
  bool keep_fitted = false;       ///< fill Model::fitted
  bool list_dropped = false;      ///< fill Model::dropped_rows
};

/// The names of all columns that a call of estimate() reads, each once, and those of them that are levels alone.
std::vector<std::string> columns_needed(const Formula& formula, const EstimateOptions& options);
std::vector<std::string> id_columns_needed(const Formula& formula, const EstimateOptions& options);

/// The models of the formula, in the order of expand(): rows chosen, separated observations set aside (Poisson),
/// solved, covariance, tests. What did not converge is told in Model::failure.
///
/// InputError as build(), covariance() and hypotheses.hpp say. Where the formula has several models, one that the data
/// cannot bear keeps nobody from the others: it carries the message in `failure`.
std::vector<Model> estimate(const Formula& formula, const Columns& columns, const EstimateOptions& options = {});
/// The same for columns that nobody needs afterwards: the last model frees each of them once it is read, so that fewer
/// arrays are in memory at a time.
std::vector<Model> estimate(const Formula& formula, Columns&& columns, const EstimateOptions& options = {});

/// What stands for a model that could not be estimated: its name and the message.
Model unusable(const ModelSpec& spec, const EstimateOptions& options, const InputError& error);

/// One value of a split column and the rows that have it, ascending. No value: all rows.
struct SampleRows {
  Sample sample;
  std::vector<std::uint32_t> rows;
};

/// The values of a column, numbers ascending and text in alphabetical order; the full sample first where `full`. Rows
/// where it is missing belong to the full sample alone. InputError for an unknown column or one without values.
std::vector<SampleRows> split_samples(const Columns& columns, const std::string& column, bool full);

/// The models of each sample, sample by sample; samples at once on all threads. The result depends neither on the
/// number of threads nor on which other samples are estimated. A model that a sample's rows cannot bear carries the
/// message in `failure`.
std::vector<Model> estimate_samples(const Formula& formula, const Columns& columns,
                                    const std::vector<SampleRows>& samples, const EstimateOptions& options = {});

}  // namespace tradewind::estimation
