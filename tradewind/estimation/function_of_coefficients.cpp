#include "tradewind/estimation/function_of_coefficients.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::estimation {
namespace {

Differentiated constant(double value, Eigen::Index size) { return {value, Eigen::VectorXd::Zero(size), true}; }

bool is_constant(const Differentiated& x) { return x.linear && (x.gradient.array() == 0).all(); }

Differentiated operator+(const Differentiated& a, const Differentiated& b) {
  return {a.value + b.value, a.gradient + b.gradient, a.linear && b.linear};
}
Differentiated operator-(const Differentiated& a) { return {-a.value, -a.gradient, a.linear}; }
Differentiated operator*(const Differentiated& a, const Differentiated& b) {
  const bool linear = a.linear && b.linear && (is_constant(a) || is_constant(b));
  return {a.value * b.value, a.gradient * b.value + a.value * b.gradient, linear};
}
/// f(a) with f'(a) = slope.
Differentiated chain(double value, double slope, const Differentiated& a) {
  return {value, slope * a.gradient, is_constant(a)};
}
Differentiated reciprocal(const Differentiated& a) { return chain(1 / a.value, -1 / (a.value * a.value), a); }
Differentiated exp(const Differentiated& a) { return chain(std::exp(a.value), std::exp(a.value), a); }
Differentiated log(const Differentiated& a) { return chain(std::log(a.value), 1 / a.value, a); }
Differentiated sqrt(const Differentiated& a) { return chain(std::sqrt(a.value), 0.5 / std::sqrt(a.value), a); }
Differentiated to_the_power(const Differentiated& base, const Differentiated& exponent) {
  if (!is_constant(exponent)) return exp(exponent * log(base));
  const double e = exponent.value;
  if (e == 1) return base;
  return chain(std::pow(base.value, e), e * std::pow(base.value, e - 1), base);
}

bool is_name_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == ':';
}

/// sum := product (("+" | "-") product)*; product := sign (("*" | "/") sign)*; sign := "-"* power;
/// power := primary ("^" sign)?; primary := number | name | function "(" sum ")" | "(" sum ")"
class Reader {
 public:
  Reader(std::string_view text, std::span<const std::string> names, const Eigen::VectorXd& values)
      : text_(text), names_(names), values_(values) {}

  Differentiated read() {
    Differentiated result = sum();
    if (!at_end()) fail(fmt::format("\"{}\"", text_.substr(at_, 1)), "an operator");
    return result;
  }

 private:
  Differentiated sum() {
    Differentiated result = product();
    while (true) {
      if (accept('+'))
        result = result + product();
      else if (accept('-'))
        result = result + -product();
      else
        return result;
    }
  }
  Differentiated product() {
    Differentiated result = sign();
    while (true) {
      if (accept('*'))
        result = result * sign();
      else if (accept('/'))
        result = result * reciprocal(sign());
      else
        return result;
    }
  }
  Differentiated sign() {
    if (accept('-')) return -sign();
    if (accept('+')) return sign();
    return raised();
  }
  Differentiated raised() {
    const Differentiated base = primary();
    return accept('^') ? to_the_power(base, sign()) : base;
  }
  Differentiated primary() {
    if (at_end()) fail("the end", "a coefficient or a number");
    if (accept('`')) return backquoted();
    if (const std::string* name = longest_name()) {
      at_ += name->size();
      return coefficient(static_cast<std::size_t>(name - names_.data()));
    }
    if (accept('(')) return closing(sum());
    double number = 0;
    const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), number);
    if (error == std::errc()) {
      at_ = static_cast<std::size_t>(end - text_.data());
      return constant(number, values_.size());
    }
    return function();
  }
  Differentiated function() {
    const std::size_t start = at_;
    std::size_t end = at_;
    while (end < text_.size() && is_name_letter(text_[end])) ++end;
    const std::string word(text_.substr(start, end - start));
    if (word.empty()) fail(fmt::format("\"{}\"", text_.substr(at_, 1)), "a coefficient or a number");
    at_ = end;
    if ((word == "exp" || word == "log" || word == "sqrt") && accept('(')) {
      const Differentiated argument = closing(sum());
      return word == "exp" ? exp(argument) : word == "log" ? log(argument) : sqrt(argument);
    }
    at_ = start;
    fail(fmt::format("\"{}\"", word), "a coefficient of the model", nearest_hint(word, names_));
  }
  Differentiated closing(Differentiated inner) {
    if (!accept(')')) fail(at_end() ? "the end" : fmt::format("\"{}\"", text_.substr(at_, 1)), "\")\"");
    return inner;
  }
  Differentiated backquoted() {
    const std::size_t end = text_.find('`', at_);
    if (end == std::string_view::npos) fail("a name without its closing backquote", "`name`");
    const std::string_view wanted = text_.substr(at_, end - at_);
    const auto name = std::ranges::find(names_, wanted);
    if (name == names_.end())
      fail(fmt::format("\"{}\"", wanted), "a coefficient of the model", nearest_hint(wanted, names_));
    at_ = end + 1;
    return coefficient(static_cast<std::size_t>(name - names_.begin()));
  }
  Differentiated coefficient(std::size_t place) {
    const auto i = static_cast<Eigen::Index>(place);
    return {values_[i], Eigen::VectorXd::Unit(values_.size(), i), true};
  }

  /// The longest name that the text goes on with, and that ends where it does.
  const std::string* longest_name() const {
    const std::string* best = nullptr;
    const std::string_view rest = text_.substr(at_);
    for (const std::string& name : names_) {
      if (name.empty() || !rest.starts_with(name)) continue;
      const bool goes_on =
          rest.size() > name.size() && is_name_letter(name.back()) && is_name_letter(rest[name.size()]);
      if (!goes_on && (best == nullptr || name.size() > best->size())) best = &name;
    }
    return best;
  }
  bool at_end() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    return at_ == text_.size();
  }
  bool accept(char wanted) {
    if (at_end() || text_[at_] != wanted) return false;
    ++at_;
    at_end();
    return true;
  }
  [[noreturn]] void fail(std::string found, std::string expected, const std::string& nearest = {}) const {
    std::string hint = fmt::format("{}\n  {:>{}}", text_, '^', at_ + 1);
    if (!nearest.empty()) hint += "\n  " + nearest;
    throw InputError("hypothesis", std::move(found), std::move(expected), std::move(hint));
  }

  std::string_view text_;
  std::span<const std::string> names_;
  const Eigen::VectorXd& values_;
  std::size_t at_ = 0;
};

}  // namespace

Differentiated function_of_coefficients(std::string_view text, std::span<const std::string> names,
                                        const Eigen::VectorXd& values) {
  return Reader(text, names, values).read();
}

}  // namespace tradewind::estimation
