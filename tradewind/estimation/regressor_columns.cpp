#include "tradewind/estimation/regressor_columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <unordered_set>
#include <utility>

#include "tradewind/estimation/large_pages.hpp"
#include "tradewind/estimation/level_codes.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::estimation {
namespace {

constexpr std::size_t most_columns = 10'000;
constexpr std::uint32_t missing = LevelCodes::missing;
constexpr std::uint32_t left_out = missing - 1;  // the place of a reference

/// The distinct values of something: numbers ascending, texts in alphabetical order.
struct ValueSet {
  PerRow<std::uint32_t> codes;  // a row each, or missing
  std::vector<std::string> labels;
  std::vector<double> numbers;  // empty for text
};

/// A set of indicators: one for each value that has a place.
struct Indicated {
  PerRow<std::uint32_t> places;  // a row each: below names.size(), left_out or missing
  std::vector<std::string> names;
};

ValueSet value_set(const Column& column) {
  const Column* const part = &column;
  const LevelCodes found = level_codes({&part, 1});
  const auto* text = std::get_if<Categories>(&column.values);
  ValueSet set{{found.codes.begin(), found.codes.end()}, std::vector<std::string>(found.levels), {}};
  std::vector<std::uint32_t> row_of(found.levels, missing);
  for (std::size_t row = 0; row < set.codes.size(); ++row)
    if (set.codes[row] != missing) row_of[set.codes[row]] = static_cast<std::uint32_t>(row);
  std::vector<std::uint32_t> order;
  for (std::uint32_t code = 0; code < found.levels; ++code)
    if (row_of[code] != missing) {
      set.labels[code] = column.text(row_of[code]);
      order.push_back(code);
    }
  if (text == nullptr) {
    for (const std::uint32_t code : order) set.numbers.push_back(column.number(row_of[code]));
    return set;
  }
  std::ranges::sort(order, {}, [&](std::uint32_t code) { return set.labels[code]; });
  std::vector<std::uint32_t> place(found.levels, missing);
  std::vector<std::string> sorted;
  for (const std::uint32_t code : order) {
    place[code] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(set.labels[code]);
  }
  for (std::uint32_t& code : set.codes)
    if (code != missing) code = place[code];
  set.labels = std::move(sorted);
  return set;
}

/// The places of the values that a reference names.
class Choice {
 public:
  Choice(const ValueSet& set, const std::string& variable, const Evaluation& evaluation)
      : set_(set), variable_(variable), evaluation_(evaluation) {}

  /// For each value whether one of the references names it.
  std::vector<bool> named(const std::vector<Expression>& references, bool each_must_be_there) const {
    std::vector<bool> chosen(set_.labels.size());
    bool any = false;
    for (const Expression& reference : references) {
      const std::vector<std::size_t> found = places(reference);
      for (const std::size_t place : found) chosen[place] = true;
      any = any || !found.empty();
      if (found.empty() && each_must_be_there && !asks_for_missing(reference)) throw unknown(reference);
    }
    if (!any && !each_must_be_there && !references.empty()) throw unknown(references.front());
    return chosen;
  }

  /// "" names what is missing when there is no empty text.
  static bool asks_for_missing(const Expression& reference) {
    return reference.kind == Expression::Kind::text && reference.word.empty();
  }

 private:
  std::vector<std::size_t> places(const Expression& reference) const {
    std::vector<std::size_t> found;
    if (reference.kind == Expression::Kind::number && !set_.numbers.empty()) {
      const auto at = std::ranges::lower_bound(set_.numbers, reference.number);
      if (at != set_.numbers.end() && *at == reference.number)
        found.push_back(static_cast<std::size_t>(at - set_.numbers.begin()));
      return found;
    }
    const std::string text = reference.kind == Expression::Kind::text ? reference.word : to_string(reference);
    if (text.starts_with('@')) {
      const RE2 pattern(text.substr(1), RE2::Quiet);
      if (!pattern.ok())
        throw evaluation_.mistake(reference.place, "this is no regular expression: " + pattern.error(),
                                  "a regular expression behind @");
      for (std::size_t place = 0; place < set_.labels.size(); ++place)
        if (RE2::PartialMatch(set_.labels[place], pattern)) found.push_back(place);
      return found;
    }
    const auto exact = std::ranges::find(set_.labels, text);
    if (exact != set_.labels.end()) return {static_cast<std::size_t>(exact - set_.labels.begin())};
    if (text.empty()) return found;
    // A beginning that only one value has.
    for (std::size_t place = 0; place < set_.labels.size(); ++place)
      if (set_.labels[place].starts_with(text)) found.push_back(place);
    if (found.size() > 1) found.clear();
    return found;
  }

  InputError unknown(const Expression& reference) const {
    std::string hint = nearest_hint(reference.word, set_.labels);
    if (hint.empty() && !set_.labels.empty())
      hint = fmt::format("Its values go from {} to {}.", set_.labels.front(), set_.labels.back());
    return evaluation_.mistake(reference.place, fmt::format("{} has no value {}", variable_, to_string(reference)),
                               "a value that some row has", hint);
  }

  const ValueSet& set_;
  const std::string& variable_;
  const Evaluation& evaluation_;
};

class TermBuilder {
 public:
  TermBuilder(const std::vector<Term>& terms, bool constant, const Evaluation& evaluation)
      : terms_(terms), constant_(constant), evaluation_(evaluation) {
    for (const Term& term : terms) known_.insert(key_of(term));
  }

  std::vector<RegressorColumn> build() {
    for (const Term& term : terms_) add(term);
    return std::move(columns_);
  }

 private:
  /// A factor of a product: numbers, or indicators (perhaps times numbers).
  struct Piece {
    std::string name;
    Array<double> numbers;
    std::optional<Indicated> indicated;
  };

  void add(const Term& term) {
    std::vector<Piece> pieces;
    for (const Factor& factor : term.factors)
      std::visit([&](const auto& written) { add_piece(written, term, pieces); }, factor);
    std::size_t count = 1;
    for (const Piece& piece : pieces)
      if (piece.indicated) {
        count *= piece.indicated->names.size();
        if (count + columns_.size() > most_columns) throw too_many(to_string(term) + " stands for");
      }
    if (pieces.size() == 1 && !pieces[0].indicated) {
      columns_.push_back({pieces[0].name, to_string(term), pieces[0].numbers});
      return;
    }
    multiply(term, pieces, count);
  }

  static InputError too_many(const std::string& what) {
    return {"formula", what + " too many values", fmt::format("at most {} regressors", most_columns),
            "Values that only have to be held constant are fixed effects, behind '|'."};
  }

  // One column for each combination of indicators, the first factor's changing fastest, as in R.
  void multiply(const Term& term, const std::vector<Piece>& pieces, std::size_t count) {
    if (count == 0) return;
    std::vector<PerRow<double>> out;
    const std::size_t first = columns_.size();
    for (std::size_t column = 0; column < count; ++column) {
      out.emplace_back(evaluation_.rows(), 0.0);
      std::vector<std::string> names;
      std::size_t rest = column;
      for (const Piece& piece : pieces) {
        if (!piece.indicated) {
          names.push_back(piece.name);
          continue;
        }
        names.push_back(piece.indicated->names[rest % piece.indicated->names.size()]);
        rest /= piece.indicated->names.size();
      }
      columns_.push_back({fmt::format("{}", fmt::join(names, ":")), to_string(term), {}});
    }
    for (std::size_t row = 0; row < evaluation_.rows(); ++row) {
      double value = 1;
      std::size_t place = 0, stride = 1;
      bool is_left_out = false;
      for (const Piece& piece : pieces) {
        if (!piece.numbers.empty()) value *= piece.numbers[row];
        if (!piece.indicated) continue;
        const std::uint32_t own = piece.indicated->places[row];
        if (own == missing) value = std::numeric_limits<double>::quiet_NaN();
        is_left_out = is_left_out || own == left_out;
        if (own < left_out) place += stride * own;
        stride *= piece.indicated->names.size();
      }
      if (std::isnan(value))
        out[0][row] = value;
      else if (!is_left_out)
        out[place][row] = value;
    }
    for (std::size_t column = 0; column < count; ++column) columns_[first + column].values = std::move(out[column]);
  }

  Array<double> numbers(const Expression& e) const {
    if (const Column* column = evaluation_.column(e))
      if (const auto* values = std::get_if<Numbers>(&column->values)) return *values;
    return evaluation_.numbers(e);
  }

  bool is_text(const Expression& e) const {
    const Column* column = evaluation_.column(e);
    return column != nullptr && std::holds_alternative<Categories>(column->values);
  }

  static bool is_factor(const Expression& e) {
    return e.kind == Expression::Kind::call && (e.word == "factor" || e.word == "as.factor");
  }

  ValueSet values_of(const Expression& e) const {
    std::list<Column> computed;
    return value_set(values_column(e, evaluation_, computed));
  }

  void add_piece(const Expression& e, const Term& term, std::vector<Piece>& pieces) {
    const std::string name = to_string(e);
    if (!is_factor(e) && !is_text(e)) {
      pieces.push_back({name, numbers(e), std::nullopt});
      return;
    }
    evaluation_.refuse_text_among_numbers(e);
    // Contrasts: all values but the first where the rest of the product is in the model, or the constant.
    Term rest = term;
    std::erase_if(rest.factors, [&](const Factor& factor) { return factor == Factor(e); });
    const bool without_first = rest.factors.empty() ? constant_ || !take_first_set() : known_.contains(key_of(rest));
    ValueSet set = values_of(e);
    std::vector<bool> out(set.labels.size());
    if (without_first && !out.empty()) out[0] = true;
    for (std::string& label : set.labels) label = name + label;
    pieces.push_back({name, {}, indicated(std::move(set), out)});
  }

  void add_piece(const Indicators& i, const Term& term, std::vector<Piece>& pieces) {
    const std::string name = to_string(i.variable);
    ValueSet set = values_of(i.variable);
    const bool with_numbers = i.with && !i.with_as_values && !is_text(*i.with) && !is_factor(*i.with);
    const Choice choice(set, name, evaluation_);
    const std::vector<bool> ref = choice.named(i.ref, true);
    const std::vector<bool> keep = choice.named(i.keep, false);
    std::vector<bool> out(set.labels.size());
    for (std::size_t place = 0; place < out.size(); ++place)
      out[place] = ref[place] || (!i.keep.empty() && !keep[place]);
    if (std::ranges::any_of(i.ref, Choice::asks_for_missing))
      for (std::uint32_t& code : set.codes)
        if (code == missing) code = left_out;

    const bool chosen = !i.ref.empty() || !i.keep.empty() || !i.ref_with.empty() || !i.keep_with.empty();
    const bool alone = term.factors.size() == 1;
    bool without_first = i.ref_first;
    if (!chosen && !without_first && alone && !with_numbers) without_first = constant_ || !take_first_set();

    for (std::string& label : set.labels) label = name + "::" + label;
    if (i.with && !with_numbers) {
      pieces.push_back({name, {}, pairs(i, std::move(set), out, without_first)});
      return;
    }
    if (without_first && !out.empty()) out[0] = true;
    Piece piece{name, {}, indicated(std::move(set), out)};
    if (i.with) {
      piece.numbers = numbers(*i.with);
      for (std::string& label : piece.indicated->names) label += ":" + to_string(*i.with);
    }
    pieces.push_back(std::move(piece));
  }

  // Without a constant the first set of indicators keeps all its values.
  bool take_first_set() { return !std::exchange(first_set_taken_, true); }

  static Indicated indicated(ValueSet set, const std::vector<bool>& out) {
    Indicated result;
    std::vector<std::uint32_t> place(set.labels.size(), left_out);
    for (std::size_t code = 0; code < set.labels.size(); ++code) {
      if (out[code]) continue;
      place[code] = static_cast<std::uint32_t>(result.names.size());
      result.names.push_back(std::move(set.labels[code]));
    }
    for (std::uint32_t& code : set.codes)
      if (code < left_out) code = place[code];
    result.places = std::move(set.codes);
    return result;
  }

  /// i(a, i.b): the pairs of values that some row has.
  Indicated pairs(const Indicators& i, ValueSet first, const std::vector<bool>& first_out, bool without_first) {
    const std::string name = to_string(*i.with);
    ValueSet second = values_of(*i.with);
    const Choice choice(second, name, evaluation_);
    const std::vector<bool> ref = choice.named(i.ref_with, true);
    const std::vector<bool> keep = choice.named(i.keep_with, false);
    if (first.labels.size() * second.labels.size() > 100 * most_columns)
      throw too_many(fmt::format("{} and {} have", to_string(i.variable), name));
    std::vector<bool> seen(first.labels.size() * second.labels.size());
    ValueSet both;
    both.codes.assign(first.codes.size(), missing);
    for (std::size_t row = 0; row < both.codes.size(); ++row) {
      const std::uint32_t a = first.codes[row], b = second.codes[row];
      if (a == missing || b == missing) continue;
      both.codes[row] = a == left_out ? left_out : static_cast<std::uint32_t>(a * second.labels.size() + b);
      if (a != left_out) seen[both.codes[row]] = true;
    }
    std::vector<bool> out(seen.size(), true);
    both.labels.resize(seen.size());
    for (std::size_t a = 0; a < first.labels.size(); ++a)
      for (std::size_t b = 0; b < second.labels.size(); ++b) {
        const std::size_t pair = a * second.labels.size() + b;
        if (!seen[pair] || first_out[a] || ref[b] || (!i.keep_with.empty() && !keep[b])) continue;
        if (std::exchange(without_first, false)) continue;
        out[pair] = false;
        both.labels[pair] = fmt::format("{}:{}::{}", first.labels[a], name, second.labels[b]);
      }
    return indicated(std::move(both), out);
  }

  const std::vector<Term>& terms_;
  bool constant_;
  const Evaluation& evaluation_;
  std::unordered_set<std::string> known_;
  bool first_set_taken_ = false;
  std::vector<RegressorColumn> columns_;
};

}  // namespace

std::vector<RegressorColumn> regressor_columns(const std::vector<Term>& terms, bool constant,
                                               const Evaluation& evaluation) {
  return TermBuilder(terms, constant, evaluation).build();
}

const Column& values_column(const Expression& expression, const Evaluation& evaluation, std::list<Column>& computed) {
  if (expression.kind == Expression::Kind::call && (expression.word == "factor" || expression.word == "as.factor"))
    return values_column(expression.arguments[0], evaluation, computed);
  if (const Column* column = evaluation.column(expression)) return *column;
  return computed.emplace_back(Column{to_string(expression), evaluation.numbers(expression)});
}

}  // namespace tradewind::estimation
