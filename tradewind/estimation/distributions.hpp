/// Tail probabilities and quantiles for tests and intervals. `degrees`: none means the limit, normal or chi-squared.
#pragma once
#include <optional>

namespace tradewind::estimation {

/// P(|T| > |statistic|), Student's t or standard normal. NaN for NaN.
double two_sided_p_value(double statistic, std::optional<double> degrees);

/// The t or z with P(|T| <= it) = level: 1.96 for 0.95 and the normal distribution.
double critical_value(double level, std::optional<double> degrees);

/// P(F > statistic) of F(numerator, denominator); without a denominator P(chi2(numerator) > numerator * statistic).
double f_test_p_value(double statistic, double numerator, std::optional<double> denominator);

}  // namespace tradewind::estimation
