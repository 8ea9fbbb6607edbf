#include "tradewind/estimation/hypotheses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tradewind/estimation/distributions.hpp"
#include "tradewind/estimation/factorisations.hpp"
#include "tradewind/estimation/function_of_coefficients.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::estimation {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// left - right of "left = right"; left alone without "=".
Differentiated restriction(const Estimates& estimates, std::string_view hypothesis) {
  const std::size_t equals = hypothesis.find('=');
  const auto read = [&](std::string_view side) {
    return function_of_coefficients(trimmed(side), estimates.names, estimates.values);
  };
  Differentiated left = read(hypothesis.substr(0, equals));
  if (equals != std::string_view::npos) {
    const bool doubled = hypothesis.substr(equals).starts_with("==");
    const Differentiated right = read(hypothesis.substr(equals + (doubled ? 2 : 1)));
    left = {left.value - right.value, left.gradient - right.gradient, left.linear && right.linear};
  }
  if (left.gradient.isZero(0) || !left.gradient.allFinite() || !std::isfinite(left.value))
    throw InputError("hypothesis", fmt::format("\"{}\", which restricts no coefficient", hypothesis),
                     "a restriction such as \"x1 = x2\"");
  return left;
}

double relative_size(const Eigen::RowVectorXd& gradient, const Eigen::MatrixXd& covariance) {
  return gradient.cwiseAbs() * covariance.diagonal().cwiseMax(0).cwiseSqrt();
}

}  // namespace

Estimates estimates(const Regression& regression, const Solution& solution, const Covariance& covariance) {
  Estimates estimates{.names = {},
                      .values = Eigen::VectorXd(static_cast<Eigen::Index>(solution.kept.size())),
                      .covariance = covariance.matrix,
                      .degrees_of_freedom = covariance.degrees_of_freedom};
  for (const int k : solution.kept) {
    estimates.values[static_cast<Eigen::Index>(estimates.names.size())] = solution.coefficients[k];
    estimates.names.push_back(regression.names[static_cast<std::size_t>(k)]);
  }
  return estimates;
}

WaldTest wald_test(const Estimates& estimates, std::span<const std::string> hypotheses) {
  WaldTest test{
      .hypotheses = {hypotheses.begin(), hypotheses.end()}, .denominator = estimates.degrees_of_freedom, .notes = {}};
  // Rows of G V^(1/2), made orthogonal one after the other: W is the squared length of g(b) in that basis.
  const auto [values, vectors] = eigenpairs(estimates.covariance);
  const Eigen::MatrixXd root = vectors * values.cwiseMax(0).cwiseSqrt().asDiagonal();
  std::vector<Eigen::RowVectorXd> basis;
  double wald = 0;
  std::vector<double> lengths;
  for (const std::string& hypothesis : hypotheses) {
    const Differentiated g = restriction(estimates, hypothesis);
    const Eigen::RowVectorXd gradient = g.gradient.transpose();
    Eigen::RowVectorXd direction = gradient * root;
    double value = g.value;
    for (int pass = 0; pass < 2; ++pass)  // twice is enough (Kahan and Parlett)
      for (std::size_t b = 0; b < basis.size(); ++b) {
        const double share = direction.dot(basis[b]);
        direction -= share * basis[b];
        value -= share * lengths[b];
      }
    const double scale = relative_size(gradient, estimates.covariance);
    if (direction.norm() <= 1e-7 * scale) {
      if (std::abs(value) > 1e-7 * (std::abs(g.value) + scale))
        throw InputError("hypothesis", fmt::format("\"{}\", which contradicts the others", hypothesis),
                         "hypotheses that can hold together", "Or their estimates have no variance to test with.");
      test.notes.push_back(fmt::format("\"{}\" follows from the others", hypothesis));
      continue;
    }
    value /= direction.norm();
    basis.emplace_back(direction / direction.norm());
    lengths.push_back(value);
    wald += value * value;
    ++test.restrictions;
  }
  if (test.restrictions == 0) throw InputError("hypothesis", "none to test", "at least one");
  test.statistic = test.denominator ? wald / test.restrictions : wald;
  test.p_value = f_test_p_value(wald / test.restrictions, test.restrictions, test.denominator);
  return test;
}

WaldTest wald_test_of_all(const Estimates& estimates) {
  std::vector<std::string> hypotheses;
  for (const std::string& name : estimates.names) hypotheses.push_back("`" + name + "`");
  WaldTest test = wald_test(estimates, hypotheses);
  test.hypotheses = estimates.names;
  return test;
}

Combination combination(const Estimates& estimates, std::string_view expression, double level) {
  const Differentiated g = function_of_coefficients(expression, estimates.names, estimates.values);
  if (!std::isfinite(g.value) || !g.gradient.allFinite())
    throw InputError("combination", fmt::format("\"{}\" is not a finite number at the estimates", expression),
                     "a function that has a value and a slope there");
  if (g.gradient.isZero(0))
    throw InputError("combination", fmt::format("\"{}\" does not depend on any coefficient", expression),
                     "a function of the coefficients");
  const double variance = g.gradient.dot(estimates.covariance * g.gradient);
  return {.expression = std::string(expression),
          .linear = g.linear,
          .row = coefficient_row(std::string(expression), g.value, variance, estimates.degrees_of_freedom, level)};
}

Combination percent_effect(const Estimates& estimates, std::string_view name, double level) {
  const auto place = std::ranges::find(estimates.names, name);
  if (place == estimates.names.end())
    throw InputError("percent effect", fmt::format("\"{}\"", name), "a coefficient of the model",
                     nearest_hint(name, estimates.names));
  const auto i = static_cast<Eigen::Index>(place - estimates.names.begin());
  const auto percent = [](double b) { return 100 * std::expm1(b); };
  const CoefficientRow b =
      coefficient_row(*place, estimates.values[i], estimates.covariance(i, i), estimates.degrees_of_freedom, level);
  Combination effect{.expression = fmt::format("100*(exp({})-1)", name), .linear = false, .row = b};
  effect.row.name = effect.expression;
  effect.row.estimate = percent(b.estimate);
  effect.row.std_error = 100 * std::exp(b.estimate) * b.std_error;
  effect.row.statistic = effect.row.estimate / effect.row.std_error;
  effect.row.p_value = two_sided_p_value(effect.row.statistic, estimates.degrees_of_freedom);
  effect.row.ci_low = percent(b.ci_low);
  effect.row.ci_high = percent(b.ci_high);
  return effect;
}

}  // namespace tradewind::estimation
