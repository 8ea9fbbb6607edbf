// Published data that is not ours to ship: a folder that the environment names, or tests that say why they were
// skipped.
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tradewind/ledger/database.hpp"

namespace tradewind::tests {

/// The file or folder `name` below the folder that TRADEWIND_REFERENCE names.
inline std::optional<std::filesystem::path> reference_data(const std::string& name) {
  const char* folder = std::getenv("TRADEWIND_REFERENCE");
  if (folder == nullptr || !std::filesystem::exists(std::filesystem::path(folder) / name)) return std::nullopt;
  return std::filesystem::path(folder) / name;
}

/// The first column of a query's answer, as numbers.
inline std::vector<double> numbers(const Database& database, const std::string& query) {
  std::vector<double> result;
  for (const auto& row : database.query(query).rows) result.push_back(std::get<double>(row.front()));
  return result;
}

/// The first column of a query's answer, as text.
inline std::vector<std::string> words(const Database& database, const std::string& query) {
  std::vector<std::string> result;
  for (const auto& row : database.query(query).rows) result.push_back(std::get<std::string>(row.front()));
  return result;
}

}  // namespace tradewind::tests

// In a test: the path `variable` of the published data `name`, or the reason why there is nothing to test with.
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage)
#define TRADEWIND_NEEDS_REFERENCE(variable, name)                                                             \
  const auto found_##variable = ::tradewind::tests::reference_data(name);                                     \
  if (!found_##variable) GTEST_SKIP() << (name) << " is not below the folder that TRADEWIND_REFERENCE names"; \
  const std::filesystem::path& variable = *found_##variable
