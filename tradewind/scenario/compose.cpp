// A scenario with the worlds that it starts from and the changes that it includes.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "tradewind/scenario/scenario.hpp"
#include "tradewind/world/input_error.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::scenario {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file, const std::string& where) {
  std::error_code error;
  if (fs::is_directory(file, error)) throw InputError(where, fmt::format("{} is a folder", file.string()), "a file");
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw InputError(where,
                     fs::exists(file, error) ? fmt::format("{} may not be read", file.string())
                                             : fmt::format("there is no file {}", file.string()),
                     "a scenario file (TOML)", "Paths are relative to the file that names them.");
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool same(const Word& a, const Word& b) { return a.text == b.text; }
bool same(const NumeraireChoice& a, const NumeraireChoice& b) {
  return a.kind == b.kind && a.economy.text == b.economy.text;
}
bool same(const Drawn& a, const Drawn& b) {
  const auto told = [](const equilibrium::Distribution& d) { return std::tuple(d.kind, d.a, d.b, d.c); };
  return told(a.distribution) == told(b.distribution);
}
bool same(const Size& a, const Size& b) { return a.value == b.value; }
template <class T>
bool same(const T& a, const T& b) {
  return a == b;
}

// What one of the files behind a scenario brings, and what the others must agree with unless the scenario says its own.
class Inherited {
 public:
  explicit Inherited(const ScenarioFile& own) : own_(own) {}

  void take(Scenario& to, const Scenario& from) const {
    take_world(to.world, from.world);
    for (const Size& size : from.sizes) take_size(to, size);
    for (const auto& bloc : from.blocs) take_bloc(to, bloc);
    take_ensemble(to.ensemble, from.ensemble);
    to.cautions.insert(to.cautions.end(), from.cautions.begin(), from.cautions.end());
    to.files.insert(to.files.end(), from.files.begin(), from.files.end());
  }

 private:
  [[noreturn]] void conflict(const std::string& what, const std::string& key) const {
    throw InputError(own_.path.string(), fmt::format("the files that it starts from and includes differ in {}", what),
                     "the same in all of them", fmt::format("Say here which one holds: {}", key));
  }

  template <class T>
  void take_field(std::optional<T>& to, const std::optional<T>& from, bool own, const char* what,
                  const char* key) const {
    if (own || !from) return;
    if (to && !same(*to, *from)) conflict(what, key);
    to = from;
  }

  void take_world(WorldChoice& to, const WorldChoice& from) const {
    const WorldChoice& own = own_.world;
    if (!own.data && from.data && !to.data) to.data_from = from.data_from;
    take_field(to.data, from.data, own.data.has_value(), "their data", "[world] data = ...");
    take_field(to.year, from.year, own.year.has_value(), "their year", "[world] year = ...");
    take_field(to.imbalances, from.imbalances, own.imbalances.has_value(), "their imbalances",
               "[world] imbalances = ...");
    take_field(to.numeraire, from.numeraire, own.numeraire.has_value(), "their numeraire", "[world] numeraire = ...");
    take_field(to.membership, from.membership, own.membership.has_value(), "their day of membership",
               "[world] membership = ...");
    take_field(to.missing_is_zero, from.missing_is_zero, own.missing_is_zero.has_value(),
               "what pairs without a row mean", "[world] missing_pairs = ...");
    take_field(to.fitted, from.fitted, own.fitted.has_value(), "their baseline", "[world] baseline = ...");
  }

  void take_size(Scenario& to, const Size& size) const {
    if (std::ranges::find(own_.sizes, size.name, &Size::name) != own_.sizes.end()) return;
    const auto there = std::ranges::find(to.sizes, size.name, &Size::name);
    if (there == to.sizes.end())
      to.sizes.push_back(size);
    else if (!same(*there, size))
      conflict(fmt::format("the size of {} ({} and {})", size.name, to_string(there->place), to_string(size.place)),
               fmt::format("[sizes] {} = ...", size.name));
  }

  void take_bloc(Scenario& to, const std::pair<Word, std::vector<Word>>& bloc) const {
    const auto named = [&](const auto& other) { return other.first.text == bloc.first.text; };
    if (std::ranges::any_of(own_.blocs, named)) return;
    const auto there = std::ranges::find_if(to.blocs, named);
    if (there == to.blocs.end())
      to.blocs.push_back(bloc);
    else if (!std::ranges::equal(there->second, bloc.second, [](const Word& a, const Word& b) { return same(a, b); }))
      conflict(fmt::format("the members of {} ({} and {})", bloc.first.text, to_string(there->first.place),
                           to_string(bloc.first.place)),
               fmt::format("[blocs] {} = ...", bloc.first.text));
  }

  void take_ensemble(EnsembleChoice& to, const EnsembleChoice& from) const {
    const EnsembleChoice& own = own_.ensemble;
    take_field(to.draws, from.draws, own.draws.has_value(), "the number of draws", "[ensemble] draws = ...");
    take_field(to.seed, from.seed, own.seed.has_value(), "the seed", "[ensemble] seed = ...");
    take_field(to.coverage, from.coverage, own.coverage.has_value(), "the coverage", "[ensemble] coverage = ...");
    take_field(to.pairs, from.pairs, own.pairs.has_value(), "'pairs'", "[ensemble] pairs = ...");
    for (const auto& [name, drawn] : from.sizes) {
      // A size that is set anew is not drawn as the old one was.
      if (own.sizes.contains(name) || std::ranges::find(own_.sizes, name, &Size::name) != own_.sizes.end()) continue;
      const auto [there, added] = to.sizes.emplace(name, drawn);
      if (!added && !same(there->second, drawn))
        conflict(fmt::format("the distribution of {}", name), fmt::format("[ensemble.{}]", name));
    }
  }

  const ScenarioFile& own_;
};

template <class T>
void put(std::optional<T>& to, const std::optional<T>& own) {
  if (own) to = own;
}

void put_own(Scenario& to, const ScenarioFile& own) {
  if (own.world.data) to.world.data_from = own.world.data_from;
  put(to.world.data, own.world.data);
  put(to.world.year, own.world.year);
  put(to.world.imbalances, own.world.imbalances);
  put(to.world.numeraire, own.world.numeraire);
  put(to.world.membership, own.world.membership);
  put(to.world.missing_is_zero, own.world.missing_is_zero);
  put(to.world.fitted, own.world.fitted);
  to.world.place = own.world.place.line > 0 ? own.world.place : Place{own.path.string(), 0, 0};
  to.sizes.insert(to.sizes.end(), own.sizes.begin(), own.sizes.end());
  to.blocs.insert(to.blocs.end(), own.blocs.begin(), own.blocs.end());
  to.changes.insert(to.changes.end(), own.changes.begin(), own.changes.end());
  put(to.ensemble.draws, own.ensemble.draws);
  put(to.ensemble.seed, own.ensemble.seed);
  put(to.ensemble.coverage, own.ensemble.coverage);
  put(to.ensemble.pairs, own.ensemble.pairs);
  for (const auto& [name, drawn] : own.ensemble.sizes) to.ensemble.sizes[name] = drawn;
  if (!own.caution.empty()) to.cautions.push_back(own.caution);
  to.title = own.title;
  to.about = own.about;
}

Scenario load(const fs::path& path, const std::string& where, std::vector<fs::path>& chain) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  const bool again =
      std::ranges::any_of(chain, [&](const fs::path& other) { return fs::weakly_canonical(other, error) == whole; });
  chain.push_back(path);
  if (again) {
    std::vector<std::string> names(chain.size());
    std::ranges::transform(chain, names.begin(), [](const fs::path& file) { return file.filename().string(); });
    throw InputError(where, fmt::format("the scenario refers to itself: {}", fmt::join(names, " -> ")),
                     "a chain of files that ends in today's world");
  }
  const ScenarioFile own = parse_scenario(content_of(path, where), path);
  const Inherited inherited(own);
  Scenario scenario;
  scenario.files = {path};
  const auto behind = [&](const Word& named) {
    return load(path.parent_path() / named.text, to_string(named.place), chain);
  };
  if (own.base) {
    Scenario base = behind(*own.base);
    inherited.take(scenario, base);
    scenario.base_title = base.title;
    scenario.base = std::move(base.base);
    scenario.base.insert(scenario.base.end(), base.changes.begin(), base.changes.end());
  }
  for (const Word& named : own.include) {
    Scenario included = behind(named);
    if (!included.base_title.empty())
      throw InputError(to_string(named.place),
                       fmt::format("{} starts from the world of {}", named.text, included.base_title),
                       "a file that starts from today's world", "Name that world as 'base' and its changes here.");
    inherited.take(scenario, included);
    scenario.changes.insert(scenario.changes.end(), included.changes.begin(), included.changes.end());
  }
  put_own(scenario, own);
  chain.pop_back();
  return scenario;
}

std::vector<std::string> size_names(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const Size& size : scenario.sizes) names.push_back(size.name);
  return names;
}

// The value of an amount; InputError when it names no size. Names of gravity coefficients wait for the estimate.
double value_of(const Scenario& scenario, const Amount& amount) {
  if (amount.name.empty()) return amount.number;
  if (const Size* size = find_size(scenario, amount.name)) return size->value;
  const auto names = size_names(scenario);
  throw InputError(to_string(amount.place), fmt::format("there is no size '{}'", amount.name),
                   names.empty() ? "a number, or a name that [sizes] has"
                                 : fmt::format("a number, or one of [sizes]: {}", fmt::join(names, ", ")),
                   nearest_hint(amount.name, names));
}

void check_above(const Scenario& scenario, const Amount& amount, double least, bool least_too, const char* what) {
  const double value = value_of(scenario, amount);
  if (value > least || (least_too && value == least)) return;
  std::string told = amount.name.empty() ? std::string() : fmt::format(" ({})", amount.name);
  throw InputError(to_string(amount.place), fmt::format("{} {} percent{}", what, value, told),
                   fmt::format("{} {} percent", least_too ? "at least" : "more than", least));
}

void check_amounts(const Scenario& scenario, const Effect& effect) {
  const auto check_tariff = [&](const std::optional<Amount>& from) {
    if (from) check_above(scenario, *from, -100, false, "a tariff of");
  };
  if (const auto* to = std::get_if<TariffTo>(&effect)) {
    check_above(scenario, to->level, -100, false, "a tariff of");
    check_tariff(to->from);
  } else if (const auto* by = std::get_if<TariffBy>(&effect)) {
    const double points = value_of(scenario, by->points);
    check_tariff(by->from);
    if (by->from && value_of(scenario, *by->from) + points <= -100)
      throw InputError(to_string(by->points.place),
                       fmt::format("a tariff of {} percent", value_of(scenario, *by->from) + points),
                       "more than -100 percent");
  } else if (const auto* cost = std::get_if<CostBy>(&effect)) {
    check_above(scenario, cost->percent, -100, false, "trade costs changed by");
  } else if (const auto* trade = std::get_if<TradeEffect>(&effect)) {
    check_above(scenario, trade->percent, -100, false, "trade changed by");
  } else if (const auto* gravity = std::get_if<GravityEffect>(&effect)) {
    value_of(scenario, gravity->dummy);
  }
}

}  // namespace

const Size* find_size(const Scenario& scenario, const std::string& name) {
  const auto found = std::ranges::find(scenario.sizes, name, &Size::name);
  return found == scenario.sizes.end() ? nullptr : &*found;
}

void check_amounts(const Scenario& scenario) {
  for (const auto* changes : {&scenario.base, &scenario.changes})
    for (const Change& change : *changes) check_amounts(scenario, change.effect);
}

Scenario read_scenario(const fs::path& file) {
  std::vector<fs::path> chain;
  Scenario scenario = load(file, file.string(), chain);
  for (const auto& [name, drawn] : scenario.ensemble.sizes)
    if (find_size(scenario, name) == nullptr)
      throw InputError(to_string(drawn.place), fmt::format("there is no size '{}' to draw", name),
                       "the name of one of [sizes]", nearest_hint(name, size_names(scenario)));
  check_amounts(scenario);
  if (scenario.changes.empty())
    throw InputError(file.string(), "nothing changes", "at least one [[change]]",
                     scenario.base_title.empty()
                         ? ""
                         : "What 'base' names is the world to start from; 'include' makes the changes of a file.");
  return scenario;
}

void set_size(Scenario& scenario, const std::string& assignment) {
  const std::string where = "--set " + assignment;
  const std::size_t equals = assignment.find('=');
  if (equals == std::string::npos || equals == 0)
    throw InputError(where, fmt::format("'{}'", assignment), "name=value, such as sigma=5");
  const std::string name = assignment.substr(0, equals), value = assignment.substr(equals + 1);
  const auto size = std::ranges::find(scenario.sizes, name, &Size::name);
  if (size == scenario.sizes.end())
    throw InputError(where, fmt::format("the scenario has no size '{}'", name),
                     fmt::format("one of: {}", fmt::join(size_names(scenario), ", ")),
                     nearest_hint(name, size_names(scenario)));
  double number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  if (read.ec != std::errc{} || read.ptr != value.data() + value.size() || !std::isfinite(number))
    throw InputError(where, fmt::format("'{}' is no number", value), "a number such as -2.5");
  size->value = number;
  size->source = "given on the command line";
  size->assumption = true;
  size->place = {where, 0, 0};
  scenario.ensemble.sizes.erase(name);
  check_size(*size);
  check_amounts(scenario);
}

}  // namespace tradewind::scenario
