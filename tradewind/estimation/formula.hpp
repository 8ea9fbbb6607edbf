/// A regression as its author writes it, in the grammar of fixest (docs/formula.md):
///
///     log(trade) ~ log(dist) + rta + i(year, contig, ref = 2000) | exporter^year + importer^year + pair
///
/// Left of `~` what is explained, right of it the regressors, behind `|` the fixed effects. Several models at once:
/// c(y1, y2) on the left, one of sw, sw0, csw, csw0, mvsw among the regressors and one among the effects.
///
/// A mistake is an InputError whose hint shows the formula with a caret under the place.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tradewind/world/input_error.hpp"

namespace tradewind::estimation {

/// Bytes of the text that something was read from: [begin, end).
struct Place {
  std::size_t begin = 0, end = 0;
};

/// What is computed for every row: a column, a number, a text, or a function or operator applied to such.
struct Expression {
  enum class Kind { column, number, text, call };
  Kind kind = Kind::column;
  std::string word;                   ///< the column, the text, the function ("log") or the operator ("+")
  double number = 0;                  ///< Kind::number
  std::vector<Expression> arguments;  ///< Kind::call
  Place place;

  /// The same expression, wherever it was written.
  bool operator==(const Expression& other) const;
};

/// i(variable), i(variable, with): a regressor for each value of `variable`, times `with` where it is a number.
/// `with` is taken as values too when it is text or written `i.with`.
struct Indicators {
  Expression variable;
  std::optional<Expression> with;
  bool with_as_values = false;  ///< written i.with
  /// Values that are left out, and the only ones that are kept: numbers, or texts (the value, a beginning that only one
  /// value has, or "@" and a regular expression). Without a choice as fixest does: the first value is left out, unless
  /// `with` is a number.
  std::vector<Expression> ref, keep;            ///< ref =, keep =
  std::vector<Expression> ref_with, keep_with;  ///< ref2 =, keep2 =, of the values of `with`
  bool ref_first = false;                       ///< ref = TRUE: the first value is left out
  Place place;

  bool operator==(const Indicators& other) const;
};

using Factor = std::variant<Expression, Indicators>;

/// A product of factors, a:b. One factor: the variable itself.
struct Term {
  std::vector<Factor> factors;
  bool operator==(const Term& other) const;  ///< a:b is b:a
};

/// The same for a:b and b:a.
std::string key_of(const Term& term);

/// One set of fixed effects: fe, fe1^fe2, fe[x] (an effect and a slope for each level), fe[[x]] (slopes alone).
struct EffectTerm {
  std::vector<Expression> parts;
  bool intercept = true;
  std::vector<Expression> slopes;
  bool operator==(const EffectTerm&) const = default;
};

/// A sum in which at most one part changes from model to model.
template <class Item>
struct Sum {
  enum class Stepwise { none, sw, sw0, csw, csw0, mvsw };
  std::vector<Item> before;
  Stepwise stepwise = Stepwise::none;
  std::vector<std::vector<Item>> steps;  ///< the arguments of sw(...)
  std::vector<Item> after;
  bool operator==(const Sum&) const = default;
};

struct Formula {
  std::string text;  ///< as it was written
  std::vector<Expression> responses;
  bool constant = true;  ///< false: `0 +` or `- 1`. Has no meaning where there are fixed effects
  Sum<Term> regressors;
  Sum<EffectTerm> effects;

  bool operator==(const Formula& other) const;  ///< the same models, however written
};

/// One model: a dependent variable, its regressors and effects.
struct ModelSpec {
  std::string text;  ///< the whole formula, for messages
  Expression response;
  bool constant = true;
  std::vector<Term> regressors;
  std::vector<EffectTerm> effects;
  std::size_t response_index = 0, regressors_index = 0, effects_index = 0;  ///< which of the alternatives it is
};

/// InputError with a caret under the place. Lags of several orders, l(x, 1:3), are terms of their own already; terms
/// stand by the number of their factors, and twice the same is once, as in R.
Formula parse_formula(std::string_view text);

/// An expression or a combination (fe1^fe2) that stands outside a formula: --weights "pop / 1000",
/// cluster(exporter^year). `where` names the option in messages.
Expression parse_expression(std::string_view text, std::string_view where);
EffectTerm parse_combination(std::string_view text, std::string_view where);

/// As fixest prints them: "log(dist)", "x1:x2", "exporter^year", "firm[[size]]".
std::string to_string(const Expression& expression);
std::string to_string(const Indicators& indicators);
std::string to_string(const Factor& factor);
std::string to_string(const Term& term);
std::string to_string(const EffectTerm& effect);
/// A text that reads back as the same formula.
std::string to_string(const Formula& formula);
std::string to_string(const ModelSpec& model);

/// The models of a formula in the order of fixest: effects, then dependent variables, then regressors, the last the
/// fastest.
std::vector<ModelSpec> expand(const Formula& formula);

/// Names of the columns that are read, each once, in the order of the formula. `id_columns_of`: those of them that
/// serve as levels alone, so that large whole numbers may be read as categories.
std::vector<std::string> columns_of(const Formula& formula);
std::vector<std::string> id_columns_of(const Formula& formula);
std::vector<std::string> columns_of(const Expression& expression);
std::vector<std::string> columns_of(const EffectTerm& effect);

/// True when a lag, lead or difference is taken somewhere, which needs a panel.
bool has_lags(const Formula& formula);

/// The mistake at a place of a text: its line with a caret under the place comes first in the hint.
InputError mistake_at(std::string_view text, Place place, std::string_view where, std::string found,
                      std::string expected, std::string_view hint = {});

}  // namespace tradewind::estimation
