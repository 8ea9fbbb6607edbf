#include "tradewind/estimation/formula.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "tradewind/estimation/expression_parser.hpp"

namespace tradewind::estimation {
namespace {

using Kind = Expression::Kind;

/// A term with the place where it was written.
struct PlacedTerm {
  Term term;
  Place place;
};
using Terms = std::vector<PlacedTerm>;

/// Summands of the right-hand side, one of which may be sw(...).
template <class Item>
struct Summand {
  Item item;
  typename Sum<Item>::Stepwise stepwise = Sum<Item>::Stepwise::none;
  std::vector<std::vector<Item>> steps;
};

template <class Item>
typename Sum<Item>::Stepwise stepwise_of(std::string_view name) {
  const auto at = std::ranges::find(stepwise_functions, name) - stepwise_functions.begin();
  return static_cast<typename Sum<Item>::Stepwise>(at + 1);
}

void keep_first_of_each(std::vector<Term>& terms) {
  std::unordered_set<std::string> known;
  std::erase_if(terms, [&](const Term& term) { return !known.insert(key_of(term)).second; });
}

class FormulaParser : public ExpressionParser {
 public:
  FormulaParser(std::string_view text, std::string_view where) : ExpressionParser(text, where), text_(text) {}

  Formula formula() {
    Formula result;
    result.text = text_;
    if (at_end())
      throw mistake("there is no formula", "a formula such as trade ~ log(dist) + rta | exporter + importer");
    result.responses = responses();
    right_hand_side(result);
    if (take("|")) effects(result);
    if (here().is("|") || here().is("~"))
      throw mistake("instrumental variables are not offered", "y ~ x1 + x2 | fe1 + fe2");
    if (!at_end()) throw unexpected("the end of the formula, '+' or '|'");
    return result;
  }

  EffectTerm whole_combination() {
    EffectTerm effect;
    effect.parts = combination();
    if (!at_end()) throw unexpected("'^' or the end");
    return effect;
  }

 private:
  // --- the left-hand side ---

  std::vector<Expression> responses() {
    if (here().is("~")) throw mistake("there is no dependent variable", "y ~ x1 + x2");
    std::vector<Expression> result;
    if (at_call("c") || at_call("list")) {
      next();
      next();
      do std::ranges::move(each_lag(expression()), std::back_inserter(result));
      while (take(","));
      expect(")");
    } else {
      result = each_lag(expression());
    }
    if (!take("~")) {
      if (at_end())
        throw mistake("there is no '~'", "'~' between the dependent variable and the regressors",
                      "trade ~ log(dist) + rta | exporter + importer");
      throw unexpected("'~'");
    }
    return result;
  }

  // --- the right-hand side: an algebra of terms ---

  void right_hand_side(Formula& formula) {
    std::vector<Summand<Term>> summands;
    std::vector<Place> places;
    if (at_end() || here().is("|")) throw unexpected("regressors, or 1 for none");
    bool minus = false;
    if (here().is("-") || here().is("+")) minus = next().word == "-";
    for (;; minus = next().word == "-") {
      if (at_stepwise()) {
        if (minus) throw mistake("a stepwise part cannot be taken away", "'+'");
        for (const auto& summand : summands) refuse_second_stepwise(summand.stepwise != Sum<Term>::Stepwise::none);
        const auto named_outside = named_;
        summands.push_back(stepwise<Term>([&] { return step_of_terms(); }));
        named_ = named_outside;
      } else if (here().kind == Token::Kind::number && !ahead().is(":") && !ahead().is("*") && !ahead().is("/") &&
                 !ahead().is("^")) {
        const Token number = here();
        if (number.number != 0 && number.number != 1)
          throw mistake("a number is no regressor", "1 or 0 for the constant", "Arithmetic stands in I(): I(2 * x).");
        next();
        formula.constant = (number.number == 1) != minus;
      } else {
        for (const PlacedTerm& placed : product_of_terms()) {
          const std::string key = key_of(placed.term);
          const auto same = [&](const Summand<Term>& s) {
            return s.stepwise == Sum<Term>::Stepwise::none && key_of(s.item) == key;
          };
          if (minus)
            std::erase_if(summands, same);
          else
            summands.push_back({placed.term, Sum<Term>::Stepwise::none, {}});
        }
        if (summands.size() > most_terms) throw too_many_terms();
      }
      if (!here().is("+") && !here().is("-")) break;
    }
    if (at_comparison())
      throw mistake("a comparison cannot stand here", "'+' or '|'", "Comparisons stand in I(): I(year >= 2002).");
    if (here().kind != Token::Kind::end && !here().is("|") && !here().is("~")) throw unexpected("'+', '|' or the end");
    order_factors(summands);
    // As R does: by the number of factors, each once, a stepwise part among the single ones.
    std::ranges::stable_sort(summands, {},
                             [](const Summand<Term>& s) { return std::max<std::size_t>(s.item.factors.size(), 1); });
    std::unordered_set<std::string> known;
    std::erase_if(summands, [&](const Summand<Term>& s) {
      return s.stepwise == Sum<Term>::Stepwise::none && !known.insert(key_of(s.item)).second;
    });
    formula.regressors = sum_of(std::move(summands));
  }

  // As R does: the factors of a product stand in the order in which the formula first names them, so that b + a:b is
  // b + b:a.
  void order_factors(std::vector<Summand<Term>>& summands) {
    for (auto& summand : summands)
      if (summand.item.factors.size() > 1)
        std::ranges::sort(summand.item.factors, {}, [this](const Factor& factor) { return place_of(factor); });
  }

  std::size_t place_of(const Factor& factor) {
    return named_.try_emplace(to_string(factor), named_.size()).first->second;
  }

  template <class Item>
  static Sum<Item> sum_of(std::vector<Summand<Item>> summands) {
    Sum<Item> result;
    for (auto& summand : summands) {
      if (summand.stepwise != Sum<Item>::Stepwise::none) {
        result.stepwise = summand.stepwise;
        result.steps = std::move(summand.steps);
      } else if (result.stepwise == Sum<Item>::Stepwise::none) {
        result.before.push_back(std::move(summand.item));
      } else {
        result.after.push_back(std::move(summand.item));
      }
    }
    return result;
  }

  bool at_stepwise() const {
    return std::ranges::any_of(stepwise_functions, [this](const char* name) { return at_call(name); });
  }

  void refuse_second_stepwise(bool there_is_one) const {
    if (there_is_one)
      throw mistake("this is a second stepwise part", "at most one among the regressors and one among the effects");
  }

  template <class Item, class Step>
  Summand<Item> stepwise(Step step) {
    const Token name = next();
    next();
    Summand<Item> result{{}, stepwise_of<Item>(name.word), {}};
    if (here().is(")")) throw mistake(fmt::format("{}() is empty", name.word), "what is put in step by step");
    do result.steps.push_back(step());
    while (take(","));
    expect(")");
    const Place place{name.place.begin, end_of_last()};
    if (name.word == "mvsw" && result.steps.size() > most_steps)
      throw mistake(place, fmt::format("mvsw of {} would make 2^{} models", result.steps.size(), result.steps.size()),
                    fmt::format("at most {} arguments", most_steps));
    if (result.steps.size() > most_terms) throw too_many_terms();
    return result;
  }

  std::vector<Term> step_of_terms() {
    std::vector<Term> step;
    do {
      if (here().kind == Token::Kind::number && (here().number == 0 || here().number == 1) &&
          (ahead().is(",") || ahead().is(")") || ahead().is("+"))) {
        next();
        continue;
      }
      for (PlacedTerm& placed : product_of_terms()) step.push_back(std::move(placed.term));
    } while (take("+"));
    if (step.size() > most_terms) throw too_many_terms();
    keep_first_of_each(step);
    std::ranges::stable_sort(step, {}, [](const Term& term) { return term.factors.size(); });
    return step;
  }

  Terms sum_of_terms() {
    const Depth depth(*this);
    Terms all;
    do std::ranges::move(product_of_terms(), std::back_inserter(all));
    while (take("+"));
    if (all.size() > most_terms) throw too_many_terms();
    return all;
  }

  Terms crossed(const Terms& left, const Terms& right) const {
    if (left.size() * right.size() > most_terms) throw too_many_terms();
    Terms all;
    for (const PlacedTerm& l : left)
      for (const PlacedTerm& r : right) {
        PlacedTerm both{l.term, {l.place.begin, r.place.end}};
        for (const Factor& factor : r.term.factors)  // x:x is x
          if (std::ranges::find(both.term.factors, factor) == both.term.factors.end())
            both.term.factors.push_back(factor);
        if (both.term.factors.size() > most_factors)
          throw mistake("a product of so many factors", fmt::format("at most {}", most_factors));
        all.push_back(std::move(both));
      }
    return all;
  }

  Terms product_of_terms() {
    Terms left = interaction();
    while (here().is("*") || here().is("/")) {
      if (here().is("/"))
        throw mistake("'/' between regressors", "'+', ':' or '*'", "A ratio stands in I(): I(x1 / x2).");
      next();
      const Terms right = interaction();
      Terms both = crossed(left, right);
      left.insert(left.end(), right.begin(), right.end());
      left.insert(left.end(), both.begin(), both.end());
      if (left.size() > most_terms) throw too_many_terms();
    }
    return left;
  }

  Terms interaction() {
    Terms left = power_of_terms();
    while (take(":")) left = crossed(left, power_of_terms());
    return left;
  }

  Terms power_of_terms() {
    const std::size_t begin = here().place.begin;
    const bool in_parentheses = here().is("(");
    Terms base = factor();
    if (!here().is("^")) return base;
    const Token sign = next();
    const Token exponent = here();
    if (exponent.kind != Token::Kind::number)
      throw mistake(sign.place, "'^' joins fixed effects only", "':' between regressors",
                    "x1:x2; powers have a number: x^2.");
    next();
    const Place place{begin, exponent.place.end};
    if (!in_parentheses || base.size() == 1) {
      // As fixest does: x^2 is I(x^2).
      const auto* of = base.size() == 1 && base[0].term.factors.size() == 1
                           ? std::get_if<Expression>(base[0].term.factors.data())
                           : nullptr;
      if (of == nullptr) throw mistake(place, "a power of this is no regressor", "x^2 of a single number");
      Expression raised = binary(*of, "^", {Kind::number, "", exponent.number, {}, exponent.place});
      return {{{{Expression{Kind::call, "I", 0, {std::move(raised)}, place}}}, place}};
    }
    if (exponent.number < 1 || exponent.number > 10 || exponent.number != std::floor(exponent.number))
      throw mistake(exponent.place, "a sum is raised to whole powers up to 10", "2", "(a + b)^2 is a + b + a:b.");
    Terms raised = base;
    for (int power = 1; power < static_cast<int>(exponent.number); ++power) {
      Terms both = crossed(raised, base);
      raised.insert(raised.end(), both.begin(), both.end());
      std::unordered_set<std::string> known;
      std::erase_if(raised, [&](const PlacedTerm& t) { return !known.insert(key_of(t.term)).second; });
    }
    return raised;
  }

  Terms factor() {
    const Token& token = here();
    if (token.is("(")) {
      next();
      Terms inside = sum_of_terms();
      if (at_comparison())
        throw mistake("a comparison cannot stand here", "')'", "Comparisons stand in I(): I(year >= 2002).");
      expect(")");
      return inside;
    }
    if (at_call("i")) {
      Indicators indicators = this->indicators();
      const Place place = indicators.place;
      place_of(indicators);
      return {{{{std::move(indicators)}}, place}};
    }
    if (token.kind == Token::Kind::number)
      throw mistake("a number is no regressor", "a column", "Arithmetic stands in I(): I(2 * x).");
    if (token.kind == Token::Kind::text)
      throw mistake("a text is no regressor", "a column", "A column's name stands in backticks: `GDP per capita`.");
    if (token.kind == Token::Kind::name && token.word == ".")
      throw mistake("'.' for all other columns is not offered", "the columns by name");
    if (token.kind == Token::Kind::symbol || at_end()) throw unexpected("a regressor");
    Terms all;
    Expression written = primary();
    const Place place = written.place;
    for (Expression& e : each_lag(std::move(written))) {
      place_of(e);
      all.push_back({{{std::move(e)}}, place});
    }
    return all;
  }

  // --- i(variable, with, ref =, keep =, ref2 =, keep2 =) ---

  Indicators indicators() {
    const Depth depth(*this);
    Indicators result;
    result.place = next().place;
    next();
    result.variable = expression();
    refuse_several_lags(result.variable);
    std::size_t unnamed = 0;
    while (take(",")) {
      if (at_named_argument()) {
        named_argument(result);
        continue;
      }
      ++unnamed;
      // As fixest reads it: a second argument that is a value is the reference.
      const bool is_value = here().kind == Token::Kind::text || here().kind == Token::Kind::number || here().is("-") ||
                            (here().kind == Token::Kind::name && here().word == "TRUE") || at_call("c");
      const bool has_reference = !result.ref.empty() || result.ref_first;
      if (is_value && unnamed <= 2 && !has_reference) {
        reference(result);
      } else if (unnamed == 1 && !is_value) {
        interacted(result);
      } else {
        throw unexpected("ref =, keep =, ref2 = or keep2 =");
      }
    }
    expect(")");
    result.place.end = end_of_last();
    if (!result.with && !(result.ref_with.empty() && result.keep_with.empty()))
      throw mistake(result.place, "ref2 and keep2 are about the second variable, and there is none",
                    "i(x, z, ref2 = 1)");
    return result;
  }

  void interacted(Indicators& result) {
    if (here().kind == Token::Kind::name && here().word.starts_with("i.") && here().word.size() > 2 &&
        !ahead().is("(")) {
      const Token token = next();
      result.with_as_values = true;
      result.with = Expression{Kind::column, token.word.substr(2), 0, {}, {token.place.begin + 2, token.place.end}};
      return;
    }
    // i.`a b` as two tokens
    if (here().kind == Token::Kind::name && here().word == "i." && ahead().kind == Token::Kind::quoted_name) {
      next();
      result.with_as_values = true;
    }
    result.with = expression();
    refuse_several_lags(*result.with);
  }

  void named_argument(Indicators& result) {
    const Token name = next();
    next();
    if (name.word == "ref")
      reference(result);
    else if (name.word == "keep")
      result.keep = values();
    else if (name.word == "ref2")
      result.ref_with = values();
    else if (name.word == "keep2")
      result.keep_with = values();
    else if (name.word == "var")
      interacted(result);
    else if (name.word == "bin" || name.word == "bin2")
      throw mistake(name.place, "binning is not offered",
                    "ref =, keep =, ref2 = or keep2 =", "Make the groups in the data, or with I() and ifelse().");
    else
      throw mistake(name.place, fmt::format("i() has no argument '{}'", name.word), "ref =, keep =, ref2 = or keep2 =");
  }

  void reference(Indicators& result) {
    if (here().kind == Token::Kind::name && here().word == "TRUE") {
      next();
      result.ref_first = true;
    } else {
      result.ref = values();
    }
  }

  // --- the fixed effects ---

  void effects(Formula& formula) {
    std::vector<Summand<EffectTerm>> summands;
    if (at_end()) throw unexpected("fixed effects, such as exporter^year + importer^year");
    do {
      if (at_stepwise()) {
        for (const auto& summand : summands)
          refuse_second_stepwise(summand.stepwise != Sum<EffectTerm>::Stepwise::none);
        summands.push_back(stepwise<EffectTerm>([&] { return step_of_effects(); }));
      } else if (!at_no_effect()) {
        summands.push_back({effect(), Sum<EffectTerm>::Stepwise::none, {}});
      }
    } while (take("+"));
    if (here().is("-")) throw mistake("fixed effects cannot be taken away", "'+'");
    refuse_products_of_effects();
    if (summands.size() > most_terms) throw too_many_terms();
    formula.effects = sum_of(std::move(summands));
  }

  void refuse_products_of_effects() const {
    if (here().is(":") || here().is("*"))
      throw mistake(fmt::format("'{}' between fixed effects", here().word), "'^'",
                    "Levels are combined by '^': exporter^year.");
  }

  // `| 0` and `| 1` say that there is none.
  bool at_no_effect() {
    if (here().kind != Token::Kind::number || (here().number != 0 && here().number != 1)) return false;
    next();
    return true;
  }

  std::vector<EffectTerm> step_of_effects() {
    std::vector<EffectTerm> step;
    do
      if (!at_no_effect()) step.push_back(effect());
    while (take("+"));
    refuse_products_of_effects();
    return step;
  }

  std::vector<Expression> combination() {
    std::vector<Expression> parts;
    do {
      if (here().kind == Token::Kind::number || here().kind == Token::Kind::text || at_end())
        throw unexpected("a column");
      Expression part = primary();
      refuse_several_lags(part);
      parts.push_back(std::move(part));
      if (parts.size() > most_factors)
        throw mistake("a combination of so many columns", fmt::format("at most {}", most_factors));
    } while (take("^"));
    return parts;
  }

  EffectTerm effect() {
    EffectTerm result;
    result.parts = combination();
    if (at_comparison())
      throw mistake("a comparison cannot stand here", "'+' or '^'",
                    "In parentheses it is two levels: | (year >= 2002).");
    if (!here().is("[")) return result;
    const Token open = next();
    const bool twice = here().is("[") && here().place.begin == open.place.end;
    if (twice) next();
    result.intercept = !twice;
    do {
      Expression slope = expression();
      refuse_several_lags(slope);
      result.slopes.push_back(std::move(slope));
      if (result.slopes.size() > most_terms) throw too_many_terms();
    } while (take(","));
    expect("]");
    if (twice) expect("]");
    return result;
  }

  std::string_view text_;
  std::unordered_map<std::string, std::size_t> named_;  // factors in the order of their first mention
};

}  // namespace

bool Indicators::operator==(const Indicators& other) const {
  return variable == other.variable && with == other.with && with_as_values == other.with_as_values &&
         ref == other.ref && keep == other.keep && ref_with == other.ref_with && keep_with == other.keep_with &&
         ref_first == other.ref_first;
}

std::string key_of(const Term& term) {
  std::vector<std::string> factors;
  for (const Factor& factor : term.factors) factors.push_back(to_string(factor));
  std::ranges::sort(factors);
  return fmt::format("{}", fmt::join(factors, "\n"));
}

bool Term::operator==(const Term& other) const { return key_of(*this) == key_of(other); }

bool Formula::operator==(const Formula& other) const {
  return responses == other.responses && constant == other.constant && regressors == other.regressors &&
         effects == other.effects;
}

Formula parse_formula(std::string_view text) { return FormulaParser(text, "formula").formula(); }

EffectTerm parse_combination(std::string_view text, std::string_view where) {
  return FormulaParser(text, where).whole_combination();
}

}  // namespace tradewind::estimation
