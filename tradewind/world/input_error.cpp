#include "tradewind/world/input_error.hpp"

#include <utility>

namespace tradewind {
namespace {

std::string message(const std::string& where, const std::string& found, const std::string& expected,
                    const std::string& hint) {
  std::string text = where + ": " + found;
  if (!expected.empty()) text += "; expected " + expected;
  if (!hint.empty()) text += "\n  " + hint;
  return text;
}

}  // namespace

InputError::InputError(std::string where, std::string found, std::string expected, std::string hint)
    : std::runtime_error(message(where, found, expected, hint)),
      where_(std::move(where)),
      found_(std::move(found)),
      expected_(std::move(expected)),
      hint_(std::move(hint)) {}

}  // namespace tradewind
