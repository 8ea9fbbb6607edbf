/// The functions and operators that a formula may call on numbers, by the names that R gives them.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>

namespace tradewind::estimation {

struct Function {
  std::string_view name;
  std::size_t least_arguments, most_arguments;
  /// A value of numbers alone. Null: it asks about more than numbers (is.na, ifelse, factor, as.numeric).
  double (*of_one)(double) = nullptr;
  double (*of_two)(double, double) = nullptr;
};

std::span<const Function> functions();

/// Null when there is no such function.
const Function* find_function(std::string_view name);

/// +, -, *, /, ^, %%, %/%, comparisons, & and |. Missing (NaN) where an operand is, except false & and true |.
using BinaryOperator = double (*)(double, double);
/// Null when there is no such operator.
BinaryOperator find_operator(std::string_view symbol);

}  // namespace tradewind::estimation
