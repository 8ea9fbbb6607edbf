#include "tradewind/estimation/functions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace tradewind::estimation {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

bool either_missing(double a, double b) { return std::isnan(a) || std::isnan(b); }

template <class Holds>
BinaryOperator compared(Holds) {
  return [](double a, double b) { return either_missing(a, b) ? missing : Holds()(a, b) ? 1.0 : 0.0; };
}

constexpr std::array all = {
    Function{"I", 1, 1, [](double x) { return x; }},
    Function{"log", 1, 2, [](double x) { return std::log(x); },
             [](double x, double base) { return std::log(x) / std::log(base); }},
    Function{"log1p", 1, 1, [](double x) { return std::log1p(x); }},
    Function{"log2", 1, 1, [](double x) { return std::log2(x); }},
    Function{"log10", 1, 1, [](double x) { return std::log10(x); }},
    Function{"exp", 1, 1, [](double x) { return std::exp(x); }},
    Function{"expm1", 1, 1, [](double x) { return std::expm1(x); }},
    Function{"sqrt", 1, 1, [](double x) { return std::sqrt(x); }},
    Function{"abs", 1, 1, [](double x) { return std::abs(x); }},
    Function{"sign", 1, 1, [](double x) { return std::isnan(x) ? x
                                                 : x > 0       ? 1.0
                                                 : x < 0       ? -1.0
                                                               : 0.0; }},
    Function{"floor", 1, 1, [](double x) { return std::floor(x); }},
    Function{"ceiling", 1, 1, [](double x) { return std::ceil(x); }},
    Function{"round", 1, 1, [](double x) { return std::nearbyint(x); }},  // halves to even, as in R
    Function{"sin", 1, 1, [](double x) { return std::sin(x); }},
    Function{"cos", 1, 1, [](double x) { return std::cos(x); }},
    Function{"tan", 1, 1, [](double x) { return std::tan(x); }},
    Function{"asinh", 1, 1, [](double x) { return std::asinh(x); }},
    Function{"pmin", 2, 2, nullptr, [](double a, double b) { return either_missing(a, b) ? missing : std::min(a, b); }},
    Function{"pmax", 2, 2, nullptr, [](double a, double b) { return either_missing(a, b) ? missing : std::max(a, b); }},
    Function{"ifelse", 3, 3},
    Function{"is.na", 1, 1},
    Function{"factor", 1, 1},
    Function{"as.factor", 1, 1},
    Function{"as.numeric", 1, 1},
};

}  // namespace

std::span<const Function> functions() { return all; }

const Function* find_function(std::string_view name) {
  const auto* found = std::ranges::find(all, name, &Function::name);
  return found == all.end() ? nullptr : found;
}

BinaryOperator find_operator(std::string_view symbol) {
  static const std::array<std::pair<std::string_view, BinaryOperator>, 15> operators = {{
      {"+", [](double a, double b) { return a + b; }},
      {"-", [](double a, double b) { return a - b; }},
      {"*", [](double a, double b) { return a * b; }},
      {"/", [](double a, double b) { return a / b; }},
      {"^", [](double a, double b) { return either_missing(a, b) ? missing : std::pow(a, b); }},
      {"%%", [](double a, double b) { return a - std::floor(a / b) * b; }},
      {"%/%", [](double a, double b) { return std::floor(a / b); }},
      {"==", compared(std::equal_to<>())},
      {"!=", compared(std::not_equal_to<>())},
      {"<", compared(std::less<>())},
      {"<=", compared(std::less_equal<>())},
      {">", compared(std::greater<>())},
      {">=", compared(std::greater_equal<>())},
      {"&", [](double a, double b) { return a == 0 || b == 0       ? 0.0
                                            : either_missing(a, b) ? missing
                                                                   : 1.0; }},
      {"|",
       [](double a, double b) {
         const bool holds = (a != 0 && !std::isnan(a)) || (b != 0 && !std::isnan(b));
         return holds ? 1.0 : either_missing(a, b) ? missing : 0.0;
       }},
  }};
  const auto* found = std::ranges::find(operators, symbol, &std::pair<std::string_view, BinaryOperator>::first);
  return found == operators.end() ? nullptr : found->second;
}

}  // namespace tradewind::estimation
