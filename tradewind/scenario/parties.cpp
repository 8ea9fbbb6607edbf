#include "tradewind/scenario/parties.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::scenario {
namespace {

constexpr std::string_view except = "except ";

}  // namespace

Parties::Parties(const World& world, const Economies& economies, std::vector<std::pair<Word, std::vector<Word>>> blocs,
                 std::optional<Date> day)
    : world_(world), economies_(economies), blocs_(std::move(blocs)), day_(day) {}

std::vector<std::size_t> Parties::members(std::span<const Word> names) {
  std::vector<std::string> within;
  return members_of(names, within);
}

std::size_t Parties::economy(const Word& name) {
  const auto code = world_.find(name.text);
  if (code && !economies_.find(*code) && world_.bloc(*code) != nullptr)
    throw InputError(to_string(name.place), fmt::format("{} is a bloc", name.text), "one economy");
  const auto found = members(std::span(&name, 1));
  if (found.size() == 1) return found.front();
  throw InputError(to_string(name.place), fmt::format("{} is {} economies", name.text, found.size()), "one economy");
}

std::vector<std::size_t> Parties::members_of(std::span<const Word> names, std::vector<std::string>& within) {
  std::vector<bool> in(economies_.size(), false);
  for (std::size_t n = 0; n < names.size(); ++n) {
    Word name = names[n];
    const bool out = name.text.starts_with(except);
    if (out && n == 0)
      throw InputError(to_string(name.place), fmt::format("'{}' before anybody is named", name.text),
                       "those that it is taken from before it", "\"all\" names everybody.");
    if (out) name.text.erase(0, except.size());
    for (const std::size_t member : members_of(name, within)) in[member] = !out;
  }
  std::vector<std::size_t> members;
  for (std::size_t i = 0; i < in.size(); ++i)
    if (in[i]) members.push_back(i);
  if (members.empty())
    throw InputError(to_string(names.front().place), "nobody is left of those named", "at least one economy");
  return members;
}

std::vector<std::size_t> Parties::members_of(const Word& name, std::vector<std::string>& within) {
  if (name.text == "all") {
    std::vector<std::size_t> everybody(economies_.size());
    std::iota(everybody.begin(), everybody.end(), std::size_t{0});
    return everybody;
  }
  const auto own = std::ranges::find_if(blocs_, [&](const auto& one) { return one.first.text == name.text; });
  if (own != blocs_.end()) {
    const bool again = std::ranges::find(within, name.text) != within.end();
    within.push_back(name.text);
    if (again)
      throw InputError(to_string(own->first.place),
                       fmt::format("a bloc that holds itself: {}", fmt::join(within, " -> ")), "other members");
    auto members = members_of(own->second, within);
    within.pop_back();
    remember(name.text, name.text, members);
    return members;
  }
  if (const auto place = economies_.find({name.text})) return {*place};
  std::vector<std::string> ours;
  for (const auto& one : blocs_) ours.push_back(one.first.text);
  if (!world_.find(name.text) && !nearest_names(name.text, ours).empty())
    throw InputError(to_string(name.place), fmt::format("unknown economy or bloc '{}'", name.text),
                     "a code, an English name or one of [blocs]", nearest_hint(name.text, ours));
  const EconomyCode code = world_.require(name.text, to_string(name.place));
  if (const auto place = economies_.find(code)) return {*place};
  if (world_.bloc(code) != nullptr) return bloc(code, name);
  throw InputError(to_string(name.place), fmt::format("{} is not in the data", world_.name(code)),
                   fmt::format("one of: {}", fmt::join(economies_.names, ", ")),
                   economies_.find({"ROW"}) ? "It is in the rest of the world, ROW." : "");
}

std::vector<std::size_t> Parties::bloc(const EconomyCode& code, const Word& name) {
  if (!day_)
    throw InputError(to_string(name.place), fmt::format("the members of {} change, and no day is said", name.text),
                     "[world] membership = 2025-12-31, or the year of the data");
  std::vector<std::size_t> members;
  std::vector<std::string> lacking;
  for (const EconomyCode& member : world_.members(code, *day_)) {
    if (const auto place = economies_.find(member))
      members.push_back(*place);
    else
      lacking.push_back(world_.name(member));
  }
  std::ranges::sort(members);
  if (members.empty())
    throw InputError(to_string(name.place),
                     lacking.empty() ? fmt::format("{} had no members on {}", name.text, tradewind::to_string(*day_))
                                     : fmt::format("none of the members of {} is in the data", name.text),
                     "a bloc with members in the data");
  if (!lacking.empty()) {
    std::string note =
        fmt::format("{} without {}, which the data do not have{}", world_.name(code), fmt::join(lacking, ", "),
                    economies_.find({"ROW"}) ? " by name: it is in the rest of the world" : "");
    if (std::ranges::find(notes_, note) == notes_.end()) notes_.push_back(std::move(note));
  }
  remember(code.text, world_.name(code), members);
  return members;
}

void Parties::remember(std::string code, std::string name, const std::vector<std::size_t>& members) {
  if (std::ranges::find(groups_, code, &Group::code) == groups_.end())
    groups_.push_back({std::move(code), std::move(name), members});
}

}  // namespace tradewind::scenario
