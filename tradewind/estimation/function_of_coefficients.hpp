/// Functions of coefficients as they are said, with their exact derivatives: "x1 + 2*x2", "100*(exp(rta)-1)".
#pragma once
#include <Eigen/Core>
#include <span>
#include <string>
#include <string_view>

namespace tradewind::estimation {

/// The value of a function of the coefficients and its gradient (forward differentiation).
struct Differentiated {
  double value = 0;
  Eigen::VectorXd gradient;  ///< a coefficient each
  bool linear = true;        ///< in the coefficients: the delta method is exact
};

/// Reads and evaluates. A name is a coefficient's name, log(dist) and x1:x2 included (the longest that fits); `any
/// name` in backquotes. Operators + - * / ^ and parentheses; functions exp, log, sqrt. InputError with a caret under
/// the place where it cannot be read, and the nearest names where one is not known.
Differentiated function_of_coefficients(std::string_view text, std::span<const std::string> names,
                                        const Eigen::VectorXd& values);

}  // namespace tradewind::estimation
