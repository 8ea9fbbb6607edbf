#include "tradewind/estimation/evaluation.hpp"

#include <fmt/format.h>
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <unordered_set>

#include "tradewind/estimation/functions.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::estimation {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t block_size = 512;  // rows computed at a time: they stay in the nearest cache

/// Writes the values of rows begin .. begin + count - 1.
using Values = std::function<void(std::size_t begin, std::size_t count, double* out)>;
using Scratch = std::array<double, block_size>;

using Kind = Expression::Kind;

Values constant(double value) {
  return [value](std::size_t, std::size_t count, double* out) { std::fill_n(out, count, value); };
}

Values of_column(const Column& column) {
  if (const auto* numbers = std::get_if<Numbers>(&column.values))
    return [numbers](std::size_t begin, std::size_t count, double* out) {
      std::copy_n(numbers->data() + begin, count, out);
    };
  const auto& integers = std::get<Integers>(column.values);
  return [&integers](std::size_t begin, std::size_t count, double* out) {
    for (std::size_t i = 0; i < count; ++i)
      out[i] = integers[begin + i] == missing_integer ? missing : integers[begin + i];
  };
}

Values of_one(double (*function)(double), Values argument) {
  return [function, argument = std::move(argument)](std::size_t begin, std::size_t count, double* out) {
    argument(begin, count, out);
    for (std::size_t i = 0; i < count; ++i) out[i] = function(out[i]);
  };
}

Values of_two(double (*function)(double, double), Values left, Values right) {
  return
      [function, left = std::move(left), right = std::move(right)](std::size_t begin, std::size_t count, double* out) {
        Scratch other;
        left(begin, count, out);
        right(begin, count, other.data());
        for (std::size_t i = 0; i < count; ++i) out[i] = function(out[i], other[i]);
      };
}

/// A value for each label.
Values of_labels(const Categories& categories, std::vector<double> by_label, double where_missing) {
  return
      [&categories, by_label = std::move(by_label), where_missing](std::size_t begin, std::size_t count, double* out) {
        for (std::size_t i = 0; i < count; ++i) {
          const std::uint32_t code = categories.codes[begin + i];
          out[i] = code == Categories::missing ? where_missing : by_label[code];
        }
      };
}

template <class Of>
Values by_label(const Categories& categories, Of of, double where_missing = missing) {
  std::vector<double> values;
  for (const std::string& label : categories.labels) values.push_back(of(label));
  return of_labels(categories, std::move(values), where_missing);
}

double number_in(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : missing;
}

}  // namespace

/// Turns an expression into a function of rows.
class Compiler {
 public:
  explicit Compiler(const Evaluation& evaluation) : of_(evaluation) {}

  Values values(const Expression& e) const {
    if (e.kind == Kind::number) return constant(e.number);
    if (e.kind == Kind::text) throw mistake(e, "a text is no number", "a number");
    if (e.kind == Kind::column) {
      const Column& column = *of_.column(e);
      if (std::holds_alternative<Categories>(column.values)) {
        of_.refuse_text_among_numbers(e);
        throw mistake(e, fmt::format("'{}' holds text", column.name), "numbers",
                      "i(" + to_string(e) + ") makes a regressor of each value; == compares with one.");
      }
      return of_column(column);
    }
    return call(e);
  }

 private:
  InputError mistake(const Expression& e, std::string found, std::string expected, std::string_view hint = {}) const {
    return of_.mistake(e.place, std::move(found), std::move(expected), hint);
  }

  const Categories* categories(const Expression& e) const {
    if (e.kind != Kind::column) return nullptr;
    return std::get_if<Categories>(&of_.column(e)->values);
  }
  bool is_text(const Expression& e) const { return e.kind == Kind::text || categories(e) != nullptr; }

  Values call(const Expression& e) const {
    const std::vector<Expression>& arguments = e.arguments;
    if (e.word == "l" || e.word == "f" || e.word == "d") return lag(e);
    if (e.word == "is.na") return is_missing(arguments[0]);
    if (e.word == "as.numeric") return as_number(arguments[0]);
    if (e.word == "ifelse") return choice(arguments);
    if (e.word == "%in%") return membership(e);
    if (e.word == "factor" || e.word == "as.factor")
      throw mistake(e, fmt::format("{}() stands inside arithmetic", e.word), "a term or a fixed effect of its own");
    if (e.word == "!")
      return of_one([](double x) { return std::isnan(x) ? x : x == 0 ? 1.0 : 0.0; }, values(arguments[0]));
    if (e.word == "-" && arguments.size() == 1) return of_one([](double x) { return -x; }, values(arguments[0]));
    if (const BinaryOperator of = find_operator(e.word)) {
      if (is_text(arguments[0]) || is_text(arguments[1])) return text_comparison(e);
      return of_two(of, values(arguments[0]), values(arguments[1]));
    }
    const Function& function = *find_function(e.word);
    if (arguments.size() == 1) return of_one(function.of_one, values(arguments[0]));
    return of_two(function.of_two, values(arguments[0]), values(arguments[1]));
  }

  Values is_missing(const Expression& e) const {
    if (const Categories* text = categories(e))
      return by_label(
          *text, [](const std::string&) { return 0.0; }, 1.0);
    return of_one([](double x) { return std::isnan(x) ? 1.0 : 0.0; }, values(e));
  }

  Values as_number(const Expression& e) const {
    if (const Categories* text = categories(e)) return by_label(*text, number_in);
    return values(e);
  }

  Values choice(const std::vector<Expression>& arguments) const {
    return [condition = values(arguments[0]), yes = values(arguments[1]), no = values(arguments[2])](
               std::size_t begin, std::size_t count, double* out) {
      Scratch if_true, if_false;
      condition(begin, count, out);
      yes(begin, count, if_true.data());
      no(begin, count, if_false.data());
      for (std::size_t i = 0; i < count; ++i)
        out[i] = std::isnan(out[i]) ? out[i] : out[i] != 0 ? if_true[i] : if_false[i];
    };
  }  // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): the function owns what it captured

  Values membership(const Expression& e) const {
    const std::vector<Expression>& list = e.arguments[1].arguments;
    if (const Categories* text = categories(e.arguments[0])) {
      std::unordered_set<std::string> texts;
      for (const Expression& item : list) {
        if (item.kind != Kind::text)
          throw mistake(item, fmt::format("'{}' holds text", e.arguments[0].word), "texts: c(\"CHN\", \"VNM\")");
        texts.insert(item.word);
      }
      return by_label(*text, [&](const std::string& label) { return texts.contains(label) ? 1.0 : 0.0; });
    }
    std::vector<double> numbers;
    for (const Expression& item : list) {
      if (item.kind != Kind::number) throw mistake(item, "a text among numbers", "numbers: c(2002, 2006)");
      numbers.push_back(item.number);
    }
    std::ranges::sort(numbers);
    return [value = values(e.arguments[0]), numbers](std::size_t begin, std::size_t count, double* out) {
      value(begin, count, out);
      for (std::size_t i = 0; i < count; ++i)
        if (!std::isnan(out[i])) out[i] = std::ranges::binary_search(numbers, out[i]) ? 1.0 : 0.0;
    };
  }

  Values text_comparison(const Expression& e) const {
    const Expression& left = e.arguments[0];
    const Expression& right = e.arguments[1];
    constexpr std::array comparisons = {"==", "!=", "<", "<=", ">", ">="};
    if (std::ranges::find(comparisons, e.word) == comparisons.end())
      throw mistake(is_text(left) ? left : right, "text cannot be computed with", "numbers",
                    "== and != compare texts.");
    if (!is_text(left) || !is_text(right))
      throw mistake(is_text(left) ? right : left, "a number is compared with a text",
                    "a text in quotes, or a number on either side");
    const BinaryOperator compare = find_operator(e.word);
    const Categories* a = categories(left);
    const Categories* b = categories(right);
    if (a == nullptr && b == nullptr) throw mistake(e, "two fixed texts are compared", "a column on one side");
    if (a != nullptr && b != nullptr) return two_columns(compare, *a, *b);
    const Categories& column = a != nullptr ? *a : *b;
    const std::string& text = a != nullptr ? right.word : left.word;
    const auto sign = [&](const std::string& label) {
      return static_cast<double>(label.compare(text) < 0 ? -1 : label != text);
    };
    // What is missing is an empty text for who asks just that.
    const bool asks_for_empty = text.empty() && (e.word == "==" || e.word == "!=");
    return by_label(
        column,
        [&](const std::string& label) { return a != nullptr ? compare(sign(label), 0) : compare(0, sign(label)); },
        asks_for_empty ? compare(0, 0) : missing);
  }

  /// By the place of each label among all.
  static Values two_columns(BinaryOperator compare, const Categories& a, const Categories& b) {
    std::map<std::string, double> places;
    for (const Categories* column : {&a, &b})
      for (const std::string& label : column->labels) places.emplace(label, 0);
    double place = 0;
    for (auto& [label, at] : places) at = place++;
    const auto of = [&](const std::string& label) { return places.at(label); };
    return of_two(compare, by_label(a, of), by_label(b, of));
  }

  Values lag(const Expression& e) const {
    const auto order = static_cast<int>(e.arguments[1].number);
    const auto rows =
        std::make_shared<const std::vector<std::uint32_t>>(of_.panel_index(e).earlier(e.word == "f" ? -order : order));
    const auto all = std::make_shared<const std::vector<double>>(of_.numbers(e.arguments[0]));
    const Values lagged = [rows, all](std::size_t begin, std::size_t count, double* out) {
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t row = (*rows)[begin + i];
        out[i] = row == PanelIndex::none ? missing : (*all)[row];
      }
    };
    if (e.word != "d") return lagged;
    const Values now = [all](std::size_t begin, std::size_t count, double* out) {
      std::copy_n(all->data() + begin, count, out);
    };
    return of_two(find_operator("-"), now, lagged);
  }

  const Evaluation& of_;
};

Evaluation::Evaluation(const Columns& columns, std::optional<Panel> panel, std::string_view text,
                       std::string_view where)
    : columns_(columns), panel_(std::move(panel)), text_(text), where_(where) {}

Evaluation::~Evaluation() = default;

const Column* Evaluation::column(const Expression& e) const {
  if (e.kind == Kind::call && e.word == "I") return column(e.arguments[0]);
  if (e.kind != Kind::column) return nullptr;
  if (const Column* found = columns_.find(e.word)) return found;
  try {
    columns_.require(e.word, where_);
  } catch (const InputError& error) {
    throw mistake(e.place, error.found(), error.expected(), error.hint());
  }
  return nullptr;
}

void Evaluation::refuse_text_among_numbers(const Expression& expression) const {
  const Column* const of = column(expression);
  const auto* categories = of == nullptr ? nullptr : std::get_if<Categories>(&of->values);
  if (categories == nullptr) return;
  std::vector<bool> is_text;
  for (const std::string& label : categories->labels) is_text.push_back(std::isnan(number_in(label)));
  const auto texts = static_cast<std::size_t>(std::ranges::count(is_text, true));
  if (texts == 0 || 2 * texts > is_text.size()) return;
  const auto first = std::ranges::find_if(
      categories->codes, [&](std::uint32_t code) { return code != Categories::missing && is_text[code]; });
  if (first == categories->codes.end()) return;
  const std::string& label = categories->labels[*first];
  throw mistake(expression.place,
                fmt::format("'{}' is '{}' in row {}", of->name, label, first - categories->codes.begin() + 1),
                "numbers, as most of its values are",
                fmt::format("as.numeric({0}) takes it for missing; factor({0}) makes a regressor of each value.",
                            to_string(expression)));
}

InputError Evaluation::mistake(Place place, std::string found, std::string expected, std::string_view hint) const {
  return mistake_at(text_, place, where_, std::move(found), std::move(expected), hint);
}

const PanelIndex& Evaluation::panel_index(const Expression& lag) const {
  if (!panel_)
    throw mistake(lag.place, "a lag without a panel", "--panel, which says what comes before what",
                  "--panel \"pair year\": the columns of the unit, then the one of time");
  if (!index_) index_ = std::make_unique<PanelIndex>(*panel_, columns_);
  return *index_;
}

std::vector<double> Evaluation::numbers(const Expression& expression) const {
  const Values values = Compiler(*this).values(expression);
  std::vector<double> result(rows());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, rows(), 32 * block_size), [&](const auto& range) {
    for (std::size_t begin = range.begin(); begin < range.end(); begin += block_size)
      values(begin, std::min(block_size, range.end() - begin), result.data() + begin);
  });
  return result;
}

}  // namespace tradewind::estimation
