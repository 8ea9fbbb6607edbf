/// Numbers and facts of an estimated model as people read them.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/estimation/model.hpp"

namespace tradewind {

/// What p-values earn: "***" below 0.01, "**" below 0.05, "*" below 0.1.
std::string_view stars(double p_value);
constexpr std::string_view stars_legend = "*** p < 0.01, ** p < 0.05, * p < 0.1";

/// 28482 -> "28,482".
std::string grouped(std::uint64_t count);

/// With so many decimals and thousands separators; "NA" for NaN.
std::string fixed(double value, int decimals);

/// Decimals that give a number so many significant digits; 0 to 15.
int decimals_of(double value, int significant);

/// The decimals shared by an estimate and its standard error: `significant` digits of the estimate, as long as the
/// standard error shows two and at most `significant`.
int decimals_of(const estimation::CoefficientRow& row, int significant);

/// How an estimate, its standard error and its interval are written: with the decimals that they share, or with
/// exponents where all of them are tiny or one is huge.
class SharedForm {
 public:
  SharedForm(const estimation::CoefficientRow& row, int significant);
  std::string operator()(double value) const;

 private:
  int decimals_;
  int significant_;
  bool exponents_;
};

/// A t, z or F value: three decimals.
std::string statistic_words(double value);

/// With so many significant digits; exponents for what is very large or small.
std::string significant(double value, int digits);

/// "0.0043", "7.8e-08", "< 2.2e-16".
std::string p_value_words(double p_value);

/// A measure of fit; NaN where it is usual for the other family alone (a pseudo R2 of least squares).
double measure_of(const estimation::Model& model, double estimation::FitStatistics::*measure);

/// The certificate: "Converged: relative score 1.3e-11 after 6 iterations"; of several models the worst. Empty where
/// none is estimated.
std::string certificate_words(std::span<const estimation::Model> models);

/// "Poisson pseudo-maximum likelihood", "Least squares".
std::string_view family_words(estimation::Family family);

/// "clustered by exporter and year", "robust to heteroskedasticity", "IID".
std::string covariance_words(const estimation::Covariance& covariance);

/// The same for a narrow cell: "by pair_id", "robust", "IID".
std::string covariance_cell(const estimation::Covariance& covariance);

/// "69, 6": the groups of each way; empty without clusters.
std::string cluster_sizes(const estimation::Covariance& covariance);

/// "; small-sample correction of fixest".
std::string small_sample_words(const estimation::Covariance& covariance);

/// "sector = Agriculture", "full sample"; empty for a model of its own.
std::string sample_words(const estimation::Model& model);

/// A line for each reason for which rows were set aside: "84 in levels of pid whose response is zero throughout".
std::vector<std::string> dropped_words(const estimation::Model& model);

/// What a reader must know before using the estimates: failure, collinear regressors, notes of all parts.
std::vector<std::string> caution_words(const estimation::Model& model);

}  // namespace tradewind
