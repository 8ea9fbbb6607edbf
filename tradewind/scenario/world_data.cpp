#include "tradewind/scenario/world_data.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "tradewind/ledger/ledger.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::scenario {

namespace fs = std::filesystem;

std::optional<std::size_t> Economies::find(const EconomyCode& code) const {
  const auto found = std::ranges::lower_bound(codes, code);
  return found != codes.end() && *found == code ? std::optional(static_cast<std::size_t>(found - codes.begin()))
                                                : std::nullopt;
}

fs::path shipped_worlds() {
  if (const char* named = std::getenv("TRADEWIND_SHIPPED_WORLDS"); named != nullptr && *named != '\0') return named;
  return shipped_ledger().parent_path() / "worlds";
}

fs::path find_data(const std::string& named, const fs::path& folder, const std::string& where) {
  std::error_code error;
  if (const fs::path own = folder / named; fs::exists(own, error)) return own;
  if (const fs::path shipped = shipped_worlds() / (named + ".csv"); fs::is_regular_file(shipped, error)) return shipped;
  std::vector<std::string> names;
  // A table that ships has a page of its name beside it.
  for (const auto& entry : fs::directory_iterator(shipped_worlds(), error))
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  throw InputError(where, fmt::format("there is no file or folder {}", (folder / named).string()),
                   fmt::format("a path, or a table that ships: {}", fmt::join(names, ", ")),
                   nearest_hint(named, names));
}

}  // namespace tradewind::scenario
