#include "tradewind/estimation/distributions.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace tradewind::estimation {
namespace {
using boost::math::complement;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
}  // namespace

double two_sided_p_value(double statistic, std::optional<double> degrees) {
  const double size = std::abs(statistic);
  if (std::isnan(size)) return nan;
  if (std::isinf(size)) return 0;
  if (degrees) return 2 * cdf(complement(boost::math::students_t(*degrees), size));
  return 2 * cdf(complement(boost::math::normal(), size));
}

double critical_value(double level, std::optional<double> degrees) {
  const double tail = (1 - level) / 2;
  if (degrees) return quantile(complement(boost::math::students_t(*degrees), tail));
  return quantile(complement(boost::math::normal(), tail));
}

double f_test_p_value(double statistic, double numerator, std::optional<double> denominator) {
  if (std::isnan(statistic) || statistic < 0 || numerator <= 0) return nan;
  if (std::isinf(statistic)) return 0;
  if (denominator) return cdf(complement(boost::math::fisher_f(numerator, *denominator), statistic));
  return cdf(complement(boost::math::chi_squared(numerator), numerator * statistic));
}

}  // namespace tradewind::estimation
