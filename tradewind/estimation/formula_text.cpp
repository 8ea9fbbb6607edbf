// Formulas as text: printed as R prints them, and mistakes shown in place.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "tradewind/estimation/formula.hpp"
#include "tradewind/estimation/formula_tokens.hpp"
#include "tradewind/world/display_width.hpp"

namespace tradewind::estimation {
namespace {

// How tightly an operator binds, as in R; what is no operator binds most tightly.
enum Binding { or_ = 1, and_, not_, comparison, sum, product, remainder, sign, power, tightest };

Binding binding(const Expression& e) {
  if (e.kind == Expression::Kind::number) return e.number < 0 ? sign : tightest;
  if (e.kind != Expression::Kind::call) return tightest;
  const std::string& w = e.word;
  if (e.arguments.size() == 1) return w == "-" ? sign : w == "!" ? not_ : tightest;
  if (e.arguments.size() != 2) return tightest;
  if (w == "|") return or_;
  if (w == "&") return and_;
  if (w == "==" || w == "!=" || w == "<" || w == "<=" || w == ">" || w == ">=") return comparison;
  if (w == "+" || w == "-") return sum;
  if (w == "*" || w == "/") return product;
  if (w.starts_with('%')) return remainder;
  if (w == "^") return power;
  return tightest;
}

std::string quoted(const std::string& text) {
  const char quote = text.contains('"') ? '\'' : '"';
  return quote + text + quote;
}

std::string name_text(const std::string& name) { return is_plain_name(name) ? name : "`" + name + "`"; }

std::string in_parentheses(const Expression& e, bool wanted) {
  const std::string text = to_string(e);
  return wanted ? "(" + text + ")" : text;
}

template <class Items>
std::string joined(const Items& items, std::string_view separator) {
  std::vector<std::string> texts;
  texts.reserve(std::size(items));
  for (const auto& item : items) texts.push_back(to_string(item));
  return fmt::format("{}", fmt::join(texts, separator));
}

std::string binary(const Expression& e) {
  const Expression& left = e.arguments[0];
  const Expression& right = e.arguments[1];
  const Binding own = binding(e);
  // Powers are read from the right, comparisons not one after the other, everything else from the left.
  const bool open_left = binding(left) < own || (binding(left) == own && (own == power || own == comparison));
  const bool open_right = binding(right) < own || (binding(right) == own && own != power);
  const bool tight = own == power || e.word == "/" || e.word == "%%" || e.word == "%/%";
  return fmt::format("{}{}{}", in_parentheses(left, open_left), tight ? e.word : " " + e.word + " ",
                     in_parentheses(right, open_right && !(own == power && binding(right) == sign)));
}

std::string values(const std::vector<Expression>& items) {
  return items.size() == 1 ? to_string(items[0]) : "c(" + joined(items, ", ") + ")";
}

// A part of fe1^fe2 that is no name or function keeps its parentheses.
std::string part_text(const Expression& part) { return in_parentheses(part, binding(part) != tightest); }

template <class Item>
std::string_view stepwise_name(typename Sum<Item>::Stepwise stepwise) {
  constexpr std::array<std::string_view, 6> names = {"", "sw", "sw0", "csw", "csw0", "mvsw"};
  return names[static_cast<std::size_t>(stepwise)];
}

template <class Item>
std::vector<std::string> summands(const Sum<Item>& sum) {
  std::vector<std::string> texts;
  for (const Item& item : sum.before) texts.push_back(to_string(item));
  if (sum.stepwise != Sum<Item>::Stepwise::none) {
    std::vector<std::string> steps;
    for (const auto& step : sum.steps) steps.push_back(step.empty() ? "1" : joined(step, " + "));
    texts.push_back(fmt::format("{}({})", stepwise_name<Item>(sum.stepwise), fmt::join(steps, ", ")));
  }
  for (const Item& item : sum.after) texts.push_back(to_string(item));
  return texts;
}

std::string formula_text(const std::string& response, bool constant, std::vector<std::string> regressors,
                         const std::vector<std::string>& effects) {
  if (!constant) regressors.insert(regressors.begin(), "0");
  if (regressors.empty()) regressors.emplace_back("1");
  std::string text = fmt::format("{} ~ {}", response, fmt::join(regressors, " + "));
  if (!effects.empty()) text += fmt::format(" | {}", fmt::join(effects, " + "));
  return text;
}

}  // namespace

std::string to_string(const Expression& e) {
  if (e.kind == Expression::Kind::column) return name_text(e.word);
  if (e.kind == Expression::Kind::number) return fmt::format("{}", e.number);
  if (e.kind == Expression::Kind::text) return quoted(e.word);
  if (binding(e) == sign || (e.word == "!" && e.arguments.size() == 1)) {
    const Expression& of = e.arguments[0];
    // A number behind the sign would read back as one negative number.
    const bool open = binding(of) < binding(e) || (e.word == "-" && of.kind == Expression::Kind::number);
    return e.word + in_parentheses(of, open);
  }
  if (binding(e) != tightest) return binary(e);
  return fmt::format("{}({})", e.word, joined(e.arguments, ", "));
}

std::string to_string(const Indicators& i) {
  std::string text = "i(" + to_string(i.variable);
  if (i.with) {
    // What may begin like a value would read back as the reference.
    const bool named = i.with->kind == Expression::Kind::number || i.with->kind == Expression::Kind::text ||
                       binding(*i.with) != tightest;
    text += (i.with_as_values ? ", i." : named ? ", var = " : ", ") + to_string(*i.with);
  }
  if (i.ref_first) text += ", ref = TRUE";
  const std::array<std::pair<std::string_view, const std::vector<Expression>*>, 4> choices = {
      {{"ref", &i.ref}, {"keep", &i.keep}, {"ref2", &i.ref_with}, {"keep2", &i.keep_with}}};
  for (const auto& [name, chosen] : choices)
    if (!chosen->empty()) text += fmt::format(", {} = {}", name, values(*chosen));
  return text + ")";
}

std::string to_string(const Factor& factor) {
  return std::visit([](const auto& f) { return to_string(f); }, factor);
}

std::string to_string(const Term& term) { return joined(term.factors, ":"); }

std::string to_string(const EffectTerm& effect) {
  std::vector<std::string> parts;
  for (const Expression& part : effect.parts) parts.push_back(part_text(part));
  std::string text = fmt::format("{}", fmt::join(parts, "^"));
  if (effect.slopes.empty()) return text;
  const std::string slopes = joined(effect.slopes, ", ");
  return text + (effect.intercept ? "[" + slopes + "]" : "[[" + slopes + "]]");
}

std::string to_string(const Formula& formula) {
  const std::string response =
      formula.responses.size() == 1 ? to_string(formula.responses[0]) : "c(" + joined(formula.responses, ", ") + ")";
  return formula_text(response, formula.constant, summands(formula.regressors), summands(formula.effects));
}

std::string to_string(const ModelSpec& model) {
  std::vector<std::string> regressors, effects;
  for (const Term& term : model.regressors) regressors.push_back(to_string(term));
  for (const EffectTerm& effect : model.effects) effects.push_back(to_string(effect));
  return formula_text(to_string(model.response), model.constant, regressors, effects);
}

InputError mistake_at(std::string_view text, Place place, std::string_view where, std::string found,
                      std::string expected, std::string_view hint) {
  place.begin = std::min(place.begin, text.size());
  place.end = std::clamp(place.end, place.begin, text.size());
  const std::size_t last_break = place.begin == 0 ? std::string_view::npos : text.rfind('\n', place.begin - 1);
  const std::size_t line_begin = last_break == std::string_view::npos ? 0 : last_break + 1;
  const std::size_t line_end = std::min(text.find('\n', place.begin), text.size());
  const std::size_t end = std::min(place.end, line_end);
  const auto shown = [&](std::size_t from, std::size_t to) { return harmless(text.substr(from, to - from)); };
  std::string lines = shown(line_begin, line_end) + "\n  " +
                      std::string(display_width(shown(line_begin, place.begin)), ' ') + "^" +
                      std::string(std::max<std::size_t>(display_width(shown(place.begin, end)), 1) - 1, '~');
  if (!hint.empty()) lines += fmt::format("\n  {}", hint);
  return {std::string(where), std::move(found), std::move(expected), std::move(lines)};
}

}  // namespace tradewind::estimation
