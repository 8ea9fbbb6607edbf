/// Reads expressions from a formula's text: what the grammar of fixest has inside functions and on the left-hand side.
/// FormulaParser (formula.cpp) reads the rest of the grammar on top of it.
#pragma once
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/estimation/formula.hpp"
#include "tradewind/estimation/formula_tokens.hpp"

namespace tradewind::estimation {

// Bounds far above what anyone writes, so that no text makes the parser run out of memory or stack.
constexpr std::size_t longest_text = 100'000;
constexpr int deepest = 200;  // parentheses within parentheses
constexpr std::size_t most_operators = 500;
constexpr std::size_t most_terms = 10'000;
constexpr std::size_t most_factors = 20;  // of a term
constexpr std::size_t most_steps = 12;    // of mvsw, which makes a model of every subset
constexpr double longest_lag = 1'000;

constexpr std::array stepwise_functions = {"sw", "sw0", "csw", "csw0", "mvsw"};

class ExpressionParser {
 public:
  /// `where` names the text in messages; both must outlive the parser.
  ExpressionParser(std::string_view text, std::string_view where);

  /// All of the text as one expression.
  Expression whole_expression();

 protected:
  // Tokens.
  const Token& here() const { return tokens_[at_]; }
  const Token& ahead(std::size_t count = 1) const { return tokens_[std::min(at_ + count, tokens_.size() - 1)]; }
  Token next() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool at_end() const { return here().kind == Token::Kind::end; }
  /// At `name(`.
  bool at_call(std::string_view name) const;
  /// At `name =`.
  bool at_named_argument() const { return here().kind == Token::Kind::name && ahead().is("="); }
  bool at_comparison() const;
  bool take(std::string_view symbol);
  void expect(std::string_view symbol);
  std::size_t end_of_last() const { return at_ == 0 ? 0 : tokens_[at_ - 1].place.end; }

  // Mistakes.
  InputError mistake(std::string found, std::string expected, std::string_view hint = {}) const;
  InputError mistake(Place place, std::string found, std::string expected, std::string_view hint = {}) const;
  InputError unexpected(std::string expected, std::string_view hint = {}) const;
  InputError too_many_terms() const;

  /// Counts how deep the parser is within itself, so that ten thousand parentheses are a mistake and no crash.
  class Depth {
   public:
    explicit Depth(ExpressionParser& parser);
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    ~Depth() { --parser_.depth_; }

   private:
    ExpressionParser& parser_;
  };

  // Expressions. Lags in what expression() and primary() return may still have several orders.
  Expression expression();
  Expression primary();
  Expression binary(Expression left, std::string word, Expression right);

  /// l(x, -1:1) as f(x, 1), x, l(x, 1); any other expression as itself. InputError for several orders inside a
  /// function.
  std::vector<Expression> each_lag(Expression e) const;
  /// Lags in their usual form. InputError for one of several orders.
  void refuse_several_lags(Expression& e) const;

  /// Numbers and texts: 2002, "China", 1:3, c(1, 3).
  std::vector<Expression> values();

 private:
  template <class Operand, class... Symbols>
  Expression left_to_right(Operand operand, Symbols... symbols);
  Expression conjunction();
  Expression negation();
  Expression comparison();
  Expression sum();
  Expression product();
  Expression special();
  Expression signed_power_or_values(bool list);
  Expression signed_power();
  Expression power();
  Expression call();
  Expression lag(const Token& name);
  std::vector<Expression> some_values();
  void refuse_misplaced(const Token& name) const;
  InputError unknown_function(const Token& name) const;

  std::string_view text_;
  std::string_view where_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::size_t operators_ = 0;
};

}  // namespace tradewind::estimation
