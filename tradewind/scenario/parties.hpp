/// Who is meant: from the names of a scenario to economies of the data.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tradewind/scenario/scenario.hpp"
#include "tradewind/scenario/world_data.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind::scenario {

/// A bloc that the scenario names, for results: its members in the data.
struct Group {
  std::string code, name;
  std::vector<std::size_t> members;  ///< ascending
};

class Parties {
 public:
  /// `day`: on which blocs have their members; without one a bloc of the register is refused.
  Parties(const World& world, const Economies& economies, std::vector<std::pair<Word, std::vector<Word>>> blocs,
          std::optional<Date> day);

  /// The economies that a list names, ascending. "all" is everybody, "except X" takes X out of those before it.
  /// InputError at the name: unknown (nearest names), not in the data, a bloc none of whose members is, a bloc of the
  /// scenario that holds itself, nobody left.
  std::vector<std::size_t> members(std::span<const Word> names);
  std::size_t economy(const Word& name);

  /// Blocs that were named, in the order of their first mention.
  const std::vector<Group>& groups() const { return groups_; }
  /// What the reader of a result should know: "ASEAN without Timor-Leste, which the data do not have".
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  std::vector<std::size_t> members_of(const Word& name, std::vector<std::string>& within);
  std::vector<std::size_t> members_of(std::span<const Word> names, std::vector<std::string>& within);
  std::vector<std::size_t> bloc(const EconomyCode& code, const Word& name);
  void remember(std::string code, std::string name, const std::vector<std::size_t>& members);

  const World& world_;
  const Economies& economies_;
  std::vector<std::pair<Word, std::vector<Word>>> blocs_;
  std::optional<Date> day_;
  std::vector<Group> groups_;
  std::vector<std::string> notes_;
};

}  // namespace tradewind::scenario
