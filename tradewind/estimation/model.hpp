/// An estimated model: what a table, a referee or a counterfactual asks of it. It stands by itself, without the data.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/estimation/bias_correction.hpp"
#include "tradewind/estimation/covariance.hpp"
#include "tradewind/estimation/family.hpp"
#include "tradewind/estimation/fit_statistics.hpp"
#include "tradewind/estimation/hypotheses.hpp"
#include "tradewind/estimation/model_frame.hpp"
#include "tradewind/estimation/solution.hpp"

namespace tradewind::estimation {

/// The part of the rows that a model of --split is about: sector = "Agriculture"; no value: the full sample.
struct Sample {
  std::string column;
  std::optional<std::string> value;
};

/// The estimated fixed effects of one set, a row each level that has an observation.
struct EffectEstimates {
  std::string name;                 ///< as in the formula: "exporter^year"
  std::vector<std::string> parts;   ///< what it combines: "exporter", "year"
  std::vector<std::string> labels;  ///< levels x parts, level by level: "CHN", "2002", "CHN", "2006", ...
  bool intercept = true;            ///< the first column of `coefficients` is the level's own effect
  std::vector<std::string> slopes;  ///< the variables of the columns behind it
  Eigen::MatrixXd coefficients;     ///< levels x (intercept + slopes); NaN where the data do not tell it apart
  /// Levels of one component can be compared with one another; see fixed_effects_identified().
  std::vector<std::uint32_t> component;
  std::vector<bool> reference;  ///< a coefficient each, level by level: set to zero by the normalisation
};

/// Rows set aside, each counted once, by the first reason found.
struct DroppedCounts {
  std::uint64_t missing = 0, infinite = 0, zero_weight = 0, singletons = 0, only_zeros = 0, separated = 0;
  std::uint64_t total() const { return missing + infinite + zero_weight + singletons + only_zeros + separated; }
};

/// One used row: its place in the data and what the model says about it.
struct FittedRow {
  std::uint32_t row = 0;  ///< of the columns
  double response = 0, fitted = 0;
};

/// Coefficients mended by the bias correction, in the order of Model::coefficients.
struct CorrectedCoefficients {
  std::vector<double> bias;
  std::vector<CoefficientRow> coefficients;  ///< corrected estimate, corrected standard error
  Eigen::MatrixXd covariance;
  bool three_way = true;  ///< else two-way
  std::vector<std::string> notes;
};

enum class Outcome {
  estimated,
  unusable,       ///< the rows cannot bear the model: nothing varies, nothing is left, a single cluster
  not_converged,  ///< the certificate was not reached
};

struct Model {
  std::string formula;   ///< of this model alone: "log(trade) ~ rta | exporter^year + importer^year"
  std::string response;  ///< "log(trade)"
  Family family = Family::poisson;
  std::optional<Sample> sample;
  std::string weights, offset;  ///< as they were written; empty: none

  /// When there are no estimates `failure` says why, and every number of `coefficients`, `covariance` and `fit` is NaN:
  /// what did not converge is never a number that looks like an estimate.
  Outcome outcome = Outcome::estimated;
  std::string failure;

  std::vector<CoefficientRow> coefficients;  ///< those that were estimated
  std::vector<std::string> collinear;        ///< regressors that were left out
  Covariance covariance;                     ///< of `coefficients`, in their order
  double level = 0.95;                       ///< of their intervals
  FitStatistics fit;

  std::uint64_t observations = 0;  ///< rows used
  std::uint64_t rows_read = 0;     ///< rows given
  DroppedCounts dropped;
  std::vector<Drop> drops;              ///< by column and effect; a row may count in several of them
  std::vector<std::string> separation;  ///< in words: "pair: 7 levels never have a positive response"

  bool converged = false;
  double score_norm = 0;
  int iterations = 0;
  long inner_iterations = 0;
  std::string method;
  Seconds seconds;
  std::vector<std::string> notes;

  // What was asked for beyond.
  std::vector<WaldTest> tests;
  std::vector<Combination> combinations;
  std::optional<CorrectedCoefficients> corrected;
  std::vector<EffectEstimates> effects;
  std::vector<FittedRow> fitted;
  std::vector<DroppedRow> dropped_rows;  ///< ascending
};

}  // namespace tradewind::estimation
