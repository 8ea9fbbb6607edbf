// What the program printed when somebody last looked at it: tests/cli/golden.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "run.hpp"

namespace tradewind::tests {

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// How exactly a solution was met may change with the solver and the processor.
inline std::string without_score(const std::string& text) {
  static const std::regex score("(relative scores?)( at most)? \\S+ after( at most)? \\d+ iterations?");
  return std::regex_replace(text, score, "$1");
}

inline testing::AssertionResult is_golden(const std::string& text, const std::string& name) {
  const auto file = std::filesystem::path(TRADEWIND_SOURCE) / "tests/cli/golden" / name;
  if (std::getenv("TRADEWIND_RENEW_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << text;
    return testing::AssertionSuccess();
  }
  const std::string golden = content_of(file);
  if (text == golden) return testing::AssertionSuccess();
  const auto are = lines_of(text), were = lines_of(golden);
  std::size_t i = 0;
  while (i < are.size() && i < were.size() && are[i] == were[i]) ++i;
  const auto line = [i](const std::vector<std::string>& lines) {
    return i < lines.size() ? "'" + lines[i] + "'" : std::string("the end");
  };
  return testing::AssertionFailure() << "line " << i + 1 << " of " << file.string() << "\n  was " << line(were)
                                     << "\n  is  " << line(are)
                                     << "\nWhen that is right: cmake --build build --target golden";
}

}  // namespace tradewind::tests
