/// The functions that a formula may call on numbers, by the names that R gives them.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>

namespace tradewind::estimation {

struct Function {
  std::string_view name;
  std::size_t least_arguments, most_arguments;
};

/// log, exp, abs, ... All take numbers and give numbers, a row at a time; a missing argument gives a missing result.
std::span<const Function> functions();

/// Null when there is no such function.
const Function* find_function(std::string_view name);

}  // namespace tradewind::estimation
