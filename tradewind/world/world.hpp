/// The register of economies, blocs and currencies: find one by any of its names, ask who belonged to what and when.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tradewind/world/economy.hpp"

namespace tradewind {

class World {
 public:
  World() = default;
  World(std::vector<Economy> economies, std::vector<Bloc> blocs, std::vector<Membership> memberships,
        std::vector<Currency> currencies, std::vector<Agreement> agreements = {},
        std::vector<std::string> compilers = {});

  const std::vector<Economy>& economies() const { return economies_; }
  const std::vector<Bloc>& blocs() const { return blocs_; }
  const std::vector<Currency>& currencies() const { return currencies_; }

  const std::vector<Agreement>& agreements() const { return agreements_; }
  /// Publishers that gather what others have published.
  const std::vector<std::string>& compilers() const { return compilers_; }

  /// By code; null when there is none.
  const Economy* economy(const EconomyCode& code) const;
  const Bloc* bloc(const EconomyCode& code) const;

  /// By code, name, alias or demonym, as printed (upper and lower case count only in abbreviations).
  std::optional<EconomyCode> find(std::string_view name) const;
  /// As find, but refuses an unknown name (InputError that names `where` and the nearest names).
  EconomyCode require(std::string_view name, const std::string& where) const;
  /// The English name of a code; the code itself when it is unknown.
  std::string name(const EconomyCode& code) const;

  /// Members of a bloc on a day, in the order of their codes.
  std::vector<EconomyCode> members(const EconomyCode& bloc, const Date& on) const;
  bool is_member(const EconomyCode& economy, const EconomyCode& bloc, const Date& on) const;
  /// The blocs that an economy belongs to on a day, in the order of their codes.
  std::vector<EconomyCode> blocs_of(const EconomyCode& economy, const Date& on) const;

 private:
  std::vector<Economy> economies_;
  std::vector<Bloc> blocs_;
  std::vector<Membership> memberships_;  // by bloc
  std::vector<Currency> currencies_;
  std::vector<Agreement> agreements_;
  std::vector<std::string> compilers_;
  std::unordered_map<std::string, EconomyCode> names_;
};

}  // namespace tradewind
