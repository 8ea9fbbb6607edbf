/// Words without their capitals.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace tradewind {

/// An ASCII letter made small; any other byte as it is.
constexpr char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The text with its ASCII letters small; other bytes as they are.
inline std::string lower_case(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), small_letter);
  return result;
}

}  // namespace tradewind
