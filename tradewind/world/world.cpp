#include "tradewind/world/world.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <span>
#include <utility>

#include "tradewind/world/input_error.hpp"
#include "tradewind/world/lower_case.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind {
namespace {

// "US", "UK", "EU": short names that are words when written small.
bool is_abbreviation(std::string_view name) {
  return name.size() <= 4 && std::ranges::all_of(name, [](unsigned char c) { return std::isupper(c) || c == '.'; });
}

bool before(const Date& a, const Date& b) { return std::chrono::sys_days(a) < std::chrono::sys_days(b); }

struct ByBloc {
  bool operator()(const Membership& a, const EconomyCode& b) const { return a.bloc < b; }
  bool operator()(const EconomyCode& a, const Membership& b) const { return a < b.bloc; }
};

std::span<const Membership> of_bloc(std::span<const Membership> all, const EconomyCode& bloc) {
  const auto [first, last] = std::equal_range(all.begin(), all.end(), bloc, ByBloc{});
  return {first, last};
}

bool holds(const Membership& membership, const Date& on) {
  return !before(on, membership.from) && !(membership.to && before(*membership.to, on));
}

}  // namespace

World::World(std::vector<Economy> economies, std::vector<Bloc> blocs, std::vector<Membership> memberships,
             std::vector<Currency> currencies, std::vector<Agreement> agreements, std::vector<std::string> compilers)
    : economies_(std::move(economies)),
      blocs_(std::move(blocs)),
      memberships_(std::move(memberships)),
      currencies_(std::move(currencies)),
      agreements_(std::move(agreements)),
      compilers_(std::move(compilers)) {
  std::ranges::stable_sort(memberships_, {}, &Membership::bloc);
  const auto add = [this](const std::string& name, const EconomyCode& code) {
    if (name.empty()) return;
    names_.emplace(name, code);
    if (!is_abbreviation(name)) names_.emplace(lower_case(name), code);
  };
  const auto add_all = [&](const auto& party) {
    add(party.code.text, party.code);
    add(party.name, party.code);
    for (const auto& alias : party.aliases) add(alias, party.code);
    for (const auto& demonym : party.demonyms) add(demonym, party.code);
  };
  for (const auto& economy : economies_) {
    add_all(economy);
    for (const auto& capital : economy.capitals) add(capital, economy.code);
  }
  for (const auto& bloc : blocs_) add_all(bloc);
}

const Economy* World::economy(const EconomyCode& code) const {
  const auto found = std::ranges::find(economies_, code, &Economy::code);
  return found == economies_.end() ? nullptr : &*found;
}

const Bloc* World::bloc(const EconomyCode& code) const {
  const auto found = std::ranges::find(blocs_, code, &Bloc::code);
  return found == blocs_.end() ? nullptr : &*found;
}

std::optional<EconomyCode> World::find(std::string_view name) const {
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  if (const auto found = names_.find(std::string(name)); found != names_.end()) return found->second;
  if (const auto found = names_.find(lower_case(name)); found != names_.end()) return found->second;
  return std::nullopt;
}

EconomyCode World::require(std::string_view name, const std::string& where) const {
  if (const auto code = find(name)) return *code;
  const std::string wanted = lower_case(name);
  std::vector<std::pair<std::size_t, std::string>> nearest;
  const auto offer = [&](const auto& party) {
    std::size_t distance =
        std::min(edit_distance(wanted, lower_case(party.name)), edit_distance(wanted, lower_case(party.code.text)));
    for (const auto& alias : party.aliases) distance = std::min(distance, edit_distance(wanted, lower_case(alias)));
    nearest.emplace_back(distance, party.name + " (" + party.code.text + ")");
  };
  for (const auto& economy : economies_) offer(economy);
  for (const auto& bloc : blocs_) offer(bloc);
  std::ranges::sort(nearest);
  std::string hint;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, nearest.size()); ++i)
    hint += (i == 0 ? "Nearest: " : ", ") + nearest[i].second;
  throw InputError(where, "unknown economy or bloc '" + std::string(name) + "'",
                   "an ISO 3166 code, a bloc's code or an English name", hint);
}

std::string World::name(const EconomyCode& code) const {
  if (const auto* found = economy(code)) return found->name;
  if (const auto* found = bloc(code)) return found->name;
  const auto agreement = std::ranges::find(agreements_, code, &Agreement::code);
  if (agreement != agreements_.end()) return agreement->name;
  return code.text;
}

std::vector<EconomyCode> World::members(const EconomyCode& bloc, const Date& on) const {
  std::vector<EconomyCode> result;
  for (const auto& membership : of_bloc(memberships_, bloc))
    if (holds(membership, on)) result.push_back(membership.economy);
  std::ranges::sort(result);
  return result;
}

std::vector<EconomyCode> World::blocs_of(const EconomyCode& economy, const Date& on) const {
  std::vector<EconomyCode> result;
  for (const auto& membership : memberships_)
    if (membership.economy == economy && holds(membership, on)) result.push_back(membership.bloc);
  return result;
}

bool World::is_member(const EconomyCode& economy, const EconomyCode& bloc, const Date& on) const {
  return std::ranges::any_of(of_bloc(memberships_, bloc), [&](const Membership& membership) {
    return membership.economy == economy && holds(membership, on);
  });
}

}  // namespace tradewind
