/// A scenario: what changes in the world, for whom, by how much and from when on. docs/simulate.md teaches the file,
/// and docs/scenario-file.md lists its keys.
///
///     title = "A corridor"
///     [world]
///     data = "goods-2022"
///     [sizes]
///     sigma = 5
///     [[change]]
///     label = "hard connectivity"
///     exporters = "CHN"
///     importers = "ASEAN"
///     both_ways = true
///     cost = -2
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tradewind/equilibrium/ensemble.hpp"
#include "tradewind/world/period.hpp"

namespace tradewind::scenario {

/// Where something is written.
struct Place {
  std::string file;
  std::uint32_t line = 0, column = 0;
};
/// "cafta-3.toml:12:8"
std::string to_string(const Place& place);
/// InputError there.
[[noreturn]] void refuse(const Place& place, std::string found, std::string expected, std::string hint = {});

struct Word {
  std::string text;
  Place place;
};

/// A number of the file: written where it is used, or the name of a size (for a gravity coefficient also of a
/// coefficient of the saved estimate).
struct Amount {
  double number = 0;
  std::string name;  ///< empty: `number`
  Place place;
};

/// A number that has a name, so that it can be given on the command line and drawn in an ensemble.
struct Size {
  std::string name;
  double value = 0;
  std::string unit, source;
  bool assumption = false;  ///< no published study says it
  Place place;
};

/// A tariff to a level, percent ad valorem. `from`: what it is in the data; needed in a world of one sector, whose data
/// have no tariffs.
struct TariffTo {
  Amount level;
  std::optional<Amount> from;
};
/// A tariff up or down by percentage points.
struct TariffBy {
  Amount points;
  std::optional<Amount> from;
};
/// The tariffs that a column of the many-sector data says, as fractions.
struct TariffColumn {
  Word column;
};
/// Trade costs up or down by percent ad valorem: the factor t of what arrives for one unit sent is times 1 +
/// percent/100.
struct CostBy {
  Amount percent;
};
/// The iceberg costs that a column of the many-sector data says.
struct CostColumn {
  Word column;
};
/// t^(1-sigma) times exp(coefficient x dummy), as a gravity equation has it.
struct GravityEffect {
  Amount coefficient;
  Amount dummy;
};
/// The same, said as percent of trade at given prices: coefficient = log(1 + percent/100).
struct TradeEffect {
  Amount percent;
};
/// No trade at all.
struct Ban {};

using Effect = std::variant<TariffTo, TariffBy, TariffColumn, CostBy, CostColumn, GravityEffect, TradeEffect, Ban>;

/// From a day on, a share of the change is in force (1: all of it).
struct Step {
  Date from{};
  double share = 1;
};

struct Change {
  std::string label;
  std::vector<Word> exporters, importers;  ///< economies, blocs, "all"; "except X" takes X out again
  std::vector<Word> sectors;               ///< empty: all
  bool both_ways = false;
  Effect effect;
  std::vector<Step> steps;  ///< ascending days; empty: in force from the beginning
  Place place;
};

enum class Imbalances { kept, ratios, levels, removed };

struct NumeraireChoice {
  enum class Kind { world_output, inward_resistance, factory_price };
  Kind kind = Kind::world_output;
  Word economy;
};

/// [world]. What is not said is left to the world that the scenario starts from, then to the defaults.
struct WorldChoice {
  std::optional<Word> data;
  std::filesystem::path data_from;  ///< the folder of the file that says `data`
  std::optional<int> year;
  std::optional<Imbalances> imbalances;
  std::optional<NumeraireChoice> numeraire;
  std::optional<Date> membership;  ///< the day at which blocs have their members
  std::optional<bool> missing_is_zero;
  std::optional<bool> fitted;  ///< start from the flows that the saved estimate fits, not from those observed
  Place place;
};

struct Drawn {
  equilibrium::Distribution distribution;
  Place place;
};

/// [ensemble]
struct EnsembleChoice {
  std::optional<std::uint64_t> draws, seed;
  std::optional<double> coverage;
  std::optional<bool> pairs;
  std::map<std::string, Drawn> sizes;  ///< by the name of a size
};

/// One file as it stands.
struct ScenarioFile {
  std::filesystem::path path;
  std::string title, about, caution;
  std::optional<Word> base;
  std::vector<Word> include;
  WorldChoice world;
  std::vector<Size> sizes;
  std::vector<std::pair<Word, std::vector<Word>>> blocs;
  std::vector<Change> changes;
  EnsembleChoice ensemble;
};

/// A file with everything that it starts from and includes.
struct Scenario {
  std::string title, about;
  std::vector<std::string> cautions;  ///< to be printed on every result
  std::string base_title;             ///< of the world that it starts from; empty: today's
  std::vector<std::filesystem::path> files;
  WorldChoice world;
  std::vector<Size> sizes;
  std::vector<std::pair<Word, std::vector<Word>>> blocs;
  std::vector<Change> base;     ///< what made the world that it starts from, oldest first
  std::vector<Change> changes;  ///< what is to be known
  EnsembleChoice ensemble;
};

/// InputError with file, line and column: TOML that cannot be read, an unknown key (with the nearest), a value of the
/// wrong type, a number out of range (a tariff below -100 percent, sigma of 1 or less), an unknown size, a file that is
/// not there, a scenario that refers to itself (with the chain of files) or changes nothing.
Scenario read_scenario(const std::filesystem::path& file);

/// One file alone, from its text; `path` is for messages and for what it refers to.
ScenarioFile parse_scenario(const std::string& text, const std::filesystem::path& path);

/// InputError when the size is one of the model's own (sigma, theta_scale) and out of its range.
void check_size(const Size& size);

/// InputError when an amount names no size or is out of its range (a tariff of -100 percent or less).
void check_amounts(const Scenario& scenario);

/// A size by its name; null when there is none.
const Size* find_size(const Scenario& scenario, const std::string& name);

/// "name=value" of --set. InputError when there is no such size (nearest names) or the value is no number or none that
/// the size may have.
void set_size(Scenario& scenario, const std::string& assignment);

}  // namespace tradewind::scenario
