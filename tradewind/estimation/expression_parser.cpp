#include "tradewind/estimation/expression_parser.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <iterator>
#include <utility>

#include "tradewind/estimation/functions.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::estimation {
namespace {

using Kind = Expression::Kind;

constexpr std::array lag_functions = {"l", "f", "d"};

bool is_lag(const Expression& e) {
  return e.kind == Kind::call && std::ranges::find(lag_functions, e.word) != lag_functions.end();
}

/// Each order on its own, with a positive order: l(x, -1:1) is f(x, 1), x, l(x, 1).
std::vector<Expression> lags_of(const Expression& e) {
  if (!is_lag(e)) return {e};
  std::vector<Expression> result;
  for (std::size_t i = 1; i < e.arguments.size(); ++i) {
    Expression order = e.arguments[i];
    if (order.number == 0) {
      result.push_back(e.arguments[0]);
      continue;
    }
    std::string word = e.word;
    if (order.number < 0 && word != "d") {
      word = word == "l" ? "f" : "l";
      order.number = -order.number;
    }
    result.push_back({Kind::call, std::move(word), 0, {e.arguments[0], order}, e.place});
  }
  return result;
}

}  // namespace

ExpressionParser::ExpressionParser(std::string_view text, std::string_view where) : text_(text), where_(where) {
  if (text.size() > longest_text)
    throw InputError(std::string(where), fmt::format("{} bytes", text.size()), fmt::format("at most {}", longest_text));
  tokens_ = tokens_of(text, where);
}

Expression ExpressionParser::whole_expression() {
  Expression e = expression();
  if (!at_end()) throw unexpected("an operator or the end");
  refuse_several_lags(e);
  return e;
}

// --- tokens and mistakes ---

bool ExpressionParser::at_call(std::string_view name) const {
  return here().kind == Token::Kind::name && here().word == name && ahead().is("(");
}

bool ExpressionParser::take(std::string_view symbol) {
  if (!here().is(symbol)) return false;
  next();
  return true;
}

ExpressionParser::Depth::Depth(ExpressionParser& parser) : parser_(parser) {
  if (parser_.depth_ >= deepest)
    throw parser_.mistake("this is nested too deeply", fmt::format("at most {} levels", deepest));
  ++parser_.depth_;
}

InputError ExpressionParser::too_many_terms() const {
  return mistake("there are too many terms", fmt::format("at most {}", most_terms));
}

InputError ExpressionParser::mistake(std::string found, std::string expected, std::string_view hint) const {
  return mistake_at(text_, here().place, where_, std::move(found), std::move(expected), hint);
}
InputError ExpressionParser::mistake(Place place, std::string found, std::string expected,
                                     std::string_view hint) const {
  return mistake_at(text_, place, where_, std::move(found), std::move(expected), hint);
}
InputError ExpressionParser::unexpected(std::string expected, std::string_view hint) const {
  const Token& token = here();
  if (token.kind == Token::Kind::end)
    return mistake(at_ == 0 ? "nothing is there" : "it ends too early", std::move(expected), hint);
  return mistake(
      fmt::format("'{}' cannot stand here", text_.substr(token.place.begin, token.place.end - token.place.begin)),
      std::move(expected), hint);
}
void ExpressionParser::expect(std::string_view symbol) {
  if (!take(symbol)) throw unexpected(fmt::format("'{}'", symbol));
}

// --- expressions, loosest first ---

Expression ExpressionParser::binary(Expression left, std::string word, Expression right) {
  if (++operators_ > most_operators)
    throw mistake("there are too many operators", fmt::format("at most {}", most_operators));
  const Place place{left.place.begin, right.place.end};
  return {Kind::call, std::move(word), 0, {std::move(left), std::move(right)}, place};
}

template <class Operand, class... Symbols>
Expression ExpressionParser::left_to_right(Operand operand, Symbols... symbols) {
  Expression left = operand();
  while ((here().is(symbols) || ...)) {
    std::string word = next().word;
    if (word == "||") word = "|";  // as "&&" is "&"; the tokens keep them apart, for "|" ends the regressors
    left = binary(std::move(left), std::move(word), operand());
  }
  return left;
}

Expression ExpressionParser::expression() {
  const Depth depth(*this);
  return left_to_right([&] { return conjunction(); }, "|", "||");
}

Expression ExpressionParser::conjunction() {
  return left_to_right([&] { return negation(); }, "&");
}

Expression ExpressionParser::negation() {
  if (!here().is("!")) return comparison();
  const Depth depth(*this);
  const Token sign = next();
  Expression of = negation();
  const Place place{sign.place.begin, of.place.end};
  return {Kind::call, "!", 0, {std::move(of)}, place};
}

bool ExpressionParser::at_comparison() const {
  for (const auto* symbol : {"==", "!=", "<", "<=", ">", ">="})
    if (here().is(symbol)) return true;
  return false;
}

Expression ExpressionParser::comparison() {
  Expression left = sum();
  if (here().is("=")) throw mistake("one '=' compares nothing", "'=='");
  if (!at_comparison()) return left;
  std::string word = next().word;
  Expression result = binary(std::move(left), std::move(word), sum());
  if (at_comparison())
    throw mistake("comparisons do not follow one another", "two of them joined by '&'", "a < x & x < b");
  return result;
}

Expression ExpressionParser::sum() {
  return left_to_right([&] { return product(); }, "+", "-");
}
Expression ExpressionParser::product() {
  return left_to_right([&] { return special(); }, "*", "/");
}
Expression ExpressionParser::special() {
  Expression left = signed_power();
  while (here().is("%%") || here().is("%/%") || here().is("%in%")) {
    const Token symbol = next();
    Expression right = signed_power_or_values(symbol.word == "%in%");
    left = binary(std::move(left), symbol.word, std::move(right));
  }
  if (here().is(":"))
    throw mistake("':' is no arithmetic", "'*', or ':' between regressors outside of functions", "I(x1 * x2)");
  return left;
}

// What stands right of %in% is a list.
Expression ExpressionParser::signed_power_or_values(bool list) {
  if (!list) return signed_power();
  const std::size_t begin = here().place.begin;
  std::vector<Expression> items = values();
  return {Kind::call, "c", 0, std::move(items), {begin, end_of_last()}};
}

Expression ExpressionParser::signed_power() {
  if (!here().is("-") && !here().is("+")) return power();
  const Depth depth(*this);
  const Token sign = next();
  Expression of = signed_power();
  if (sign.word == "+") return of;
  const Place place{sign.place.begin, of.place.end};
  if (of.kind == Kind::number && of.number > 0) return {Kind::number, "", -of.number, {}, place};
  return {Kind::call, "-", 0, {std::move(of)}, place};
}

Expression ExpressionParser::power() {
  Expression base = primary();
  if (!take("^")) return base;
  const Depth depth(*this);
  return binary(std::move(base), "^", signed_power());
}

Expression ExpressionParser::primary() {
  const Token& token = here();
  if (token.kind == Token::Kind::number) return {Kind::number, "", token.number, {}, next().place};
  if (token.kind == Token::Kind::text) return {Kind::text, token.word, 0, {}, next().place};
  if (token.kind == Token::Kind::quoted_name) return {Kind::column, token.word, 0, {}, next().place};
  if (token.kind == Token::Kind::name) {
    if (ahead().is("(")) return call();
    if (token.word == "TRUE" || token.word == "FALSE")
      return {Kind::number, "", token.word == "TRUE" ? 1.0 : 0.0, {}, next().place};
    if (token.word == "NA")
      throw mistake("NA is no value", "a column, a number or a function", "is.na(x) asks whether x is missing.");
    return {Kind::column, token.word, 0, {}, next().place};
  }
  if (token.is("(")) {
    const Depth depth(*this);
    next();
    Expression inside = expression();
    expect(")");
    return inside;
  }
  throw unexpected("a column, a number or a function");
}

Expression ExpressionParser::call() {
  const Depth depth(*this);
  const Token name = next();
  if (std::ranges::find(lag_functions, name.word) != lag_functions.end()) return lag(name);
  refuse_misplaced(name);
  const Function* function = find_function(name.word);
  if (function == nullptr) throw unknown_function(name);
  next();
  Expression result{Kind::call, name.word, 0, {}, name.place};
  if (!here().is(")")) do {
      if (result.arguments.size() == 1 && at_named_argument()) {  // log(x, base = 2)
        if (name.word != "log" || here().word != "base")
          throw mistake("there is no such argument", "none with a name but the base of a logarithm",
                        "log(x, base = 2)");
        next();
        next();
      }
      result.arguments.push_back(expression());
    } while (take(","));
  expect(")");
  result.place.end = end_of_last();
  const std::size_t count = result.arguments.size();
  if (count < function->least_arguments || count > function->most_arguments)
    throw mistake(result.place, fmt::format("{} has {} arguments", name.word, count),
                  function->least_arguments == function->most_arguments
                      ? fmt::format("{}", function->least_arguments)
                      : fmt::format("{} to {}", function->least_arguments, function->most_arguments));
  return result;
}

// What is known, but stands elsewhere.
void ExpressionParser::refuse_misplaced(const Token& name) const {
  if (name.word == "i")
    throw mistake(name.place, "i() stands among the regressors, outside other functions", "a column or a function",
                  "In the fixed effects a column is a set of levels by itself: | year.");
  if (name.word == "offset")
    throw mistake(name.place, "an offset is no part of the formula", "an option", "--offset \"log(population)\"");
  if (std::ranges::find(stepwise_functions, name.word) != stepwise_functions.end())
    throw mistake(name.place, fmt::format("{}() stands outside other functions and products", name.word),
                  "a column or a function", "y ~ x1 + sw(x2, x3) | csw(fe1, fe2)");
}

InputError ExpressionParser::unknown_function(const Token& name) const {
  std::vector<std::string> names = {"i", "l", "f", "d", "sw", "sw0", "csw", "csw0", "mvsw"};
  for (const Function& known : functions()) names.emplace_back(known.name);
  std::string hint = nearest_hint(name.word, names);
  if (hint.empty()) hint = fmt::format("There are: {}", fmt::join(names, ", "));
  return mistake(name.place, fmt::format("there is no function '{}'", name.word), "a function", hint);
}

// --- lags: l(x, k), f(x, k), d(x, k) with one or several whole k ---

Expression ExpressionParser::lag(const Token& name) {
  next();
  Expression result{Kind::call, name.word, 0, {expression()}, name.place};
  std::vector<Expression> orders;
  if (take(",")) {
    if (at_named_argument()) {
      if (here().word != "k") throw mistake("there is no such argument", "k =", "l(x, k = 1:3)");
      next();
      next();
    }
    orders = values();
  } else {
    orders.push_back({Kind::number, "", 1, {}, name.place});
  }
  expect(")");
  for (const Expression& order : orders)
    if (order.kind != Kind::number || order.number != std::floor(order.number) || std::abs(order.number) > longest_lag)
      throw mistake(order.place, "this is no order of a lag", fmt::format("whole numbers up to {}", longest_lag),
                    "l(x), l(x, 2), l(x, 1:3), l(x, c(1, 4)), f(x, 2) for leads");
  result.place.end = end_of_last();
  std::ranges::move(orders, std::back_inserter(result.arguments));
  return result;
}

void ExpressionParser::refuse_several_lags(Expression& e) const {
  for (Expression& argument : e.arguments) refuse_several_lags(argument);
  if (!is_lag(e)) return;
  if (e.arguments.size() > 2)
    throw mistake(e.place, "several lags stand inside another function", "a single order",
                  "Each on its own: log(l(x, 1)) + log(l(x, 2)), or l(log(x), 1:2).");
  e = lags_of(e)[0];
}

std::vector<Expression> ExpressionParser::each_lag(Expression e) const {
  if (!is_lag(e)) {
    refuse_several_lags(e);
    return {std::move(e)};
  }
  refuse_several_lags(e.arguments[0]);
  return lags_of(e);
}

// --- lists of numbers and texts: 2002, "China", 1:3, c(1, 3), TRUE ---

std::vector<Expression> ExpressionParser::values() {
  if (at_call("c")) {
    next();
    next();
    std::vector<Expression> all;
    do std::ranges::move(some_values(), std::back_inserter(all));
    while (take(","));
    expect(")");
    return all;
  }
  return some_values();
}

std::vector<Expression> ExpressionParser::some_values() {
  const Token first = here();
  if (first.kind == Token::Kind::text) return {{Kind::text, first.word, 0, {}, next().place}};
  Expression from = signed_power();
  if (from.kind != Kind::number) throw mistake(from.place, "this is no value", "a number, a text or c(...) of them");
  if (!take(":")) return {std::move(from)};
  const Expression to = signed_power();
  const Place place{from.place.begin, to.place.end};
  if (to.kind != Kind::number) throw mistake(to.place, "this is no value", "a number");
  const double steps = std::floor(std::abs(to.number - from.number) + 1e-10);
  if (!(steps < static_cast<double>(most_terms)))
    throw mistake(place, "this range is too long", fmt::format("at most {} values", most_terms));
  std::vector<Expression> all;
  const double step = to.number < from.number ? -1 : 1;
  for (double k = 0; k <= steps; ++k) all.push_back({Kind::number, "", from.number + k * step, {}, place});
  return all;
}

bool Expression::operator==(const Expression& other) const {
  return kind == other.kind && word == other.word && number == other.number && arguments == other.arguments;
}

Expression parse_expression(std::string_view text, std::string_view where) {
  return ExpressionParser(text, where).whole_expression();
}

}  // namespace tradewind::estimation
