#include <cstdlib>
#include <system_error>

#include "tradewind/ledger/ledger.hpp"
#include "tradewind/world/beside_program.hpp"

namespace tradewind {
namespace {

std::filesystem::path from_environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

}  // namespace

std::filesystem::path shipped_ledger() {
  if (auto named = from_environment("TRADEWIND_SHIPPED_LEDGER"); !named.empty()) return named;
  return beside_program("ledger.duckdb");
}

std::filesystem::path user_ledger() {
  std::filesystem::path folder = from_environment("XDG_DATA_HOME");
  if (folder.empty()) folder = from_environment("HOME") / ".local" / "share";
  return folder / "tradewind" / "ledger.duckdb";
}

std::filesystem::path find_ledger(const std::string& chosen) {
  if (!chosen.empty()) return chosen;
  if (auto named = from_environment("TRADEWIND_LEDGER"); !named.empty()) return named;
  std::error_code error;
  if (auto own = user_ledger(); std::filesystem::exists(own, error)) return own;
  return shipped_ledger();
}

}  // namespace tradewind
