/// A formula's text cut into tokens, as R cuts it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/estimation/formula.hpp"

namespace tradewind::estimation {

struct Token {
  enum class Kind { name, quoted_name, number, text, symbol, end };
  Kind kind = Kind::end;
  std::string word;   ///< the name or text without its quotes; the symbol ("<=", "%in%")
  double number = 0;  ///< Kind::number
  Place place;

  bool is(std::string_view symbol) const { return kind == Kind::symbol && word == symbol; }
};

/// The last token is Kind::end. InputError in the name of `where`: a character that belongs to nothing, a quote that
/// is not closed, a number out of range, text that is no UTF-8.
std::vector<Token> tokens_of(std::string_view text, std::string_view where);

/// True when a column of this name is written without backticks.
bool is_plain_name(std::string_view name);

}  // namespace tradewind::estimation
