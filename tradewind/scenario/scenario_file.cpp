// One scenario file, from its text to what it says. docs/scenario-file.md lists the keys.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "tradewind/scenario/scenario.hpp"
#include "tradewind/scenario/toml_table.hpp"
#include "tradewind/world/nearest.hpp"

namespace tradewind::scenario {
namespace {

template <class Value, std::size_t count>
Value one_of(const Word& word, const std::array<std::pair<std::string_view, Value>, count>& choices,
             std::string_view key) {
  std::vector<std::string> names;
  for (const auto& [name, value] : choices) {
    if (word.text == name) return value;
    names.emplace_back(name);
  }
  refuse(word.place, fmt::format("'{}' is '{}'", key, word.text), fmt::format("one of: {}", fmt::join(names, ", ")),
         nearest_hint(word.text, names));
}

NumeraireChoice read_numeraire(const TomlTable& world) {
  using Kind = NumeraireChoice::Kind;
  if (!world.is_table("numeraire")) {
    const Word word = *world.word("numeraire");
    if (word.text != "world output")
      refuse(word.place, fmt::format("'numeraire' is '{}'", word.text),
             "\"world output\", {inward_resistance = \"DEU\"} or {factory_price = \"DEU\"}");
    return {};
  }
  const TomlTable table = *world.table("numeraire", "numeraire", {"inward_resistance", "factory_price"});
  if (table.keys().size() != 1)
    refuse(table.place(), "'numeraire' names none or several", "one of: inward_resistance, factory_price");
  if (const auto economy = table.word("inward_resistance")) return {Kind::inward_resistance, *economy};
  return {Kind::factory_price, *table.word("factory_price")};
}

WorldChoice read_world(const TomlTable& file, const std::filesystem::path& folder) {
  WorldChoice choice;
  const auto world = file.table("world", "[world]",
                                {"data", "year", "imbalances", "numeraire", "membership", "missing_pairs", "baseline"});
  if (!world) return choice;
  choice.place = world->place();
  choice.data = world->word("data");
  choice.data_from = folder;
  if (const auto year = world->whole_number("year")) {
    if (*year < 1000 || *year > 9999)
      world->refuse("year", fmt::format("'year' is {}", *year), "a year of four digits");
    choice.year = static_cast<int>(*year);
  }
  if (const auto word = world->word("imbalances"))
    choice.imbalances = one_of<Imbalances, 4>(*word,
                                              {{{"kept", Imbalances::kept},
                                                {"ratios", Imbalances::ratios},
                                                {"levels", Imbalances::levels},
                                                {"removed", Imbalances::removed}}},
                                              "imbalances");
  if (world->has("numeraire")) choice.numeraire = read_numeraire(*world);
  choice.membership = world->day("membership");
  if (const auto word = world->word("missing_pairs"))
    choice.missing_is_zero = one_of<bool, 2>(*word, {{{"refused", false}, {"zero", true}}}, "missing_pairs");
  if (const auto word = world->word("baseline"))
    choice.fitted = one_of<bool, 2>(*word, {{{"observed", false}, {"fitted", true}}}, "baseline");
  return choice;
}

// Names that TOML leaves bare, so that --set NAME=VALUE and `cost = "name"` cannot be misread.
void check_name(const Place& place, const std::string& name) {
  const auto fits = [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; };
  if (!std::ranges::all_of(name, fits)) refuse(place, fmt::format("the name '{}'", name), "letters, digits, _ and -");
}

std::vector<Size> read_sizes(const TomlTable& file) {
  std::vector<Size> sizes;
  const auto table = file.table("sizes", "[sizes]");
  if (!table) return sizes;
  for (const std::string& name : table->keys()) {
    check_name(table->place(name), name);
    Size size;
    size.name = name;
    size.place = table->place(name);
    if (table->is_table(name)) {
      const TomlTable described =
          *table->table(name, fmt::format("[sizes.{}]", name), {"value", "unit", "source", "assumption"});
      described.require("value", "the number", "Write: value = ...");
      size.value = *described.number("value");
      size.place = described.place("value");
      size.unit = described.text("unit").value_or("");
      size.source = described.text("source").value_or("");
      size.assumption = described.yes_or_no("assumption").value_or(false);
    } else {
      size.value = *table->number(name);
    }
    check_size(size);
    sizes.push_back(std::move(size));
  }
  return sizes;
}

std::vector<std::pair<Word, std::vector<Word>>> read_blocs(const TomlTable& file) {
  std::vector<std::pair<Word, std::vector<Word>>> blocs;
  const auto table = file.table("blocs", "[blocs]");
  if (!table) return blocs;
  for (const std::string& name : table->keys()) {
    if (name == "all" || name.starts_with("except "))
      refuse(table->place(name), fmt::format("a bloc of the name '{}'", name), "another name");
    blocs.emplace_back(Word{name, table->place(name)}, *table->words(name));
  }
  return blocs;
}

Effect read_effect(const TomlTable& change) {
  static const std::vector<std::string> kinds = {"tariff", "cost", "gravity", "trade", "ban"};
  std::vector<std::string> said;
  for (const auto& kind : kinds)
    if (change.has(kind)) said.push_back(kind);
  if (said.empty())
    change.refuse({}, "a change that says not what changes", fmt::format("one of: {}", fmt::join(kinds, ", ")));
  if (said.size() > 1)
    change.refuse(said[1], fmt::format("a change of several things: {}", fmt::join(said, ", ")), "one of them",
                  "Give each a [[change]] of its own; they may have the same label.");

  if (said[0] == "ban") {
    if (!*change.yes_or_no("ban")) change.refuse("ban", "'ban' is false", "true", "Leave the change out.");
    return Ban{};
  }
  if (said[0] == "trade") return TradeEffect{*change.amount("trade")};
  if (said[0] == "cost") {
    if (!change.is_table("cost")) return CostBy{*change.amount("cost")};
    const TomlTable cost = *change.table("cost", "'cost'", {"column"});
    cost.require("column", "the name of a column of the data");
    return CostColumn{*cost.word("column")};
  }
  if (said[0] == "gravity") {
    const TomlTable gravity = *change.table("gravity", "'gravity'", {"coefficient", "dummy"});
    gravity.require("coefficient", "a number, the name of one of [sizes] or a coefficient of the saved estimate");
    return GravityEffect{*gravity.amount("coefficient"),
                         gravity.amount("dummy").value_or(Amount{1, {}, gravity.place()})};
  }
  if (!change.is_table("tariff"))
    change.refuse("tariff", "a tariff without a direction", "a table: {to = 0, from = 5} or {by = -5, from = 5}");
  const TomlTable tariff = *change.table("tariff", "'tariff'", {"to", "by", "from", "column"});
  const int ways = tariff.has("to") + tariff.has("by") + tariff.has("column");
  if (ways != 1)
    tariff.refuse({}, ways == 0 ? "a tariff that goes nowhere" : "a tariff that goes several ways",
                  "one of: to, by, column");
  if (tariff.has("column")) {
    if (tariff.has("from")) tariff.refuse("from", "'from' beside 'column'", "the column alone");
    return TariffColumn{*tariff.word("column")};
  }
  if (tariff.has("to")) return TariffTo{*tariff.amount("to"), tariff.amount("from")};
  return TariffBy{*tariff.amount("by"), tariff.amount("from")};
}

std::vector<Step> read_steps(const TomlTable& change) {
  std::vector<Step> steps;
  if (const auto day = change.day("since")) steps.push_back({*day, 1});
  if (!change.has("stages")) return steps;
  if (!steps.empty()) change.refuse("stages", "'stages' beside 'since'", "one of the two");
  for (const TomlTable& stage : change.tables("stages", "'stages'", {"since", "share"})) {
    stage.require("since", "the first day of the stage");
    stage.require("share", "the percent of the change that is then in force");
    const double share = *stage.number("share");
    if (share < 0 || share > 100)
      stage.refuse("share", fmt::format("a share of {} percent", share), "0 to 100 percent");
    const Step step{*stage.day("since"), share / 100};
    if (!steps.empty() && step.from <= steps.back().from)
      stage.refuse("since",
                   fmt::format("a stage of {} after one of {}", tradewind::to_string(step.from),
                               tradewind::to_string(steps.back().from)),
                   "stages in the order of their days");
    steps.push_back(step);
  }
  if (steps.empty()) change.refuse("stages", "no stage", "at least one, or no 'stages' at all");
  return steps;
}

Change read_change(const TomlTable& table) {
  Change change;
  change.place = table.place();
  change.label = table.text("label").value_or("change");
  table.require("exporters", "economies or blocs whose exports are concerned", "\"all\" names everybody.");
  table.require("importers", "economies or blocs whose imports are concerned", "\"all\" names everybody.");
  change.exporters = *table.words("exporters");
  change.importers = *table.words("importers");
  change.sectors = table.words("sectors").value_or(std::vector<Word>());
  change.both_ways = table.yes_or_no("both_ways").value_or(false);
  change.effect = read_effect(table);
  change.steps = read_steps(table);
  if (std::holds_alternative<Ban>(change.effect))
    for (const Step& step : change.steps)
      if (step.share != 0 && step.share != 1)
        table.refuse("stages", "a ban in parts", "a share of 0 or 100 percent", "Raise 'cost' to phase trade out.");
  return change;
}

equilibrium::Distribution read_distribution(const TomlTable& table, const std::string& size) {
  using Kind = equilibrium::Distribution::Kind;
  equilibrium::Distribution drawn;
  const auto read = [&](const char* key, const char* meaning) {
    table.require(key, meaning);
    return *table.number(key);
  };
  const auto only = [&](std::vector<std::string> keys) {
    for (const auto& key : table.keys())
      if (key != "distribution" && std::ranges::find(keys, key) == keys.end())
        table.refuse(key, fmt::format("'{}' in a distribution that is {}", key, *table.text("distribution")),
                     fmt::format("{}", fmt::join(keys, " and ")));
  };
  table.require("distribution", "normal, lognormal, uniform or triangular");
  drawn.kind = one_of<Kind, 4>(*table.word("distribution"),
                               {{{"normal", Kind::normal},
                                 {"lognormal", Kind::lognormal},
                                 {"uniform", Kind::uniform},
                                 {"triangular", Kind::triangular}}},
                               "distribution");
  switch (drawn.kind) {
    case Kind::normal:
      only({"mean", "sd"});
      drawn.a = read("mean", "its mean"), drawn.b = read("sd", "its standard deviation");
      break;
    case Kind::lognormal:
      only({"log_mean", "log_sd"});
      drawn.a = read("log_mean", "the mean of its logarithm");
      drawn.b = read("log_sd", "the standard deviation of its logarithm");
      break;
    case Kind::uniform:
      only({"from", "to"});
      drawn.a = read("from", "its least value"), drawn.b = read("to", "its largest value");
      break;
    default:
      only({"from", "to", "mode"});
      drawn.a = read("from", "its least value"), drawn.b = read("to", "its largest value");
      drawn.c = read("mode", "its likeliest value");
  }
  if ((drawn.kind == Kind::normal || drawn.kind == Kind::lognormal) && drawn.b < 0)
    table.refuse(drawn.kind == Kind::normal ? "sd" : "log_sd", fmt::format("a standard deviation of {}", drawn.b),
                 "0 or more");
  if ((drawn.kind == Kind::uniform || drawn.kind == Kind::triangular) && drawn.a >= drawn.b)
    table.refuse("to", fmt::format("a range from {} to {}", drawn.a, drawn.b), "'to' above 'from'");
  if (drawn.kind == Kind::triangular && (drawn.c < drawn.a || drawn.c > drawn.b))
    table.refuse("mode", fmt::format("a likeliest value of {} outside of {} to {}", drawn.c, drawn.a, drawn.b),
                 "one between the two");
  // No draw may leave the model's domain; only the tail that does is drawn again.
  if (size == "sigma") drawn.above = 1;
  if (size == "theta_scale") drawn.above = 0;
  return drawn;
}

EnsembleChoice read_ensemble(const TomlTable& file) {
  EnsembleChoice choice;
  const auto table = file.table("ensemble", "[ensemble]");
  if (!table) return choice;
  static const std::vector<std::string> own = {"draws", "seed", "coverage", "pairs"};
  for (const auto& key : table->keys()) {
    if (std::ranges::find(own, key) != own.end()) continue;
    if (!table->is_table(key))
      table->refuse(key, fmt::format("unknown key '{}' in [ensemble]", key),
                    fmt::format("{}, or a table [ensemble.NAME] for one of [sizes]", fmt::join(own, ", ")),
                    nearest_hint(key, own));
    const TomlTable size = *table->table(key, fmt::format("[ensemble.{}]", key),
                                         {"distribution", "mean", "sd", "log_mean", "log_sd", "from", "to", "mode"});
    choice.sizes[key] = {read_distribution(size, key), size.place()};
  }
  const auto count = [&](const char* key) -> std::optional<std::uint64_t> {
    const auto number = table->whole_number(key);
    if (!number) return std::nullopt;
    if (*number < 0) table->refuse(key, fmt::format("'{}' is {}", key, *number), "0 or more");
    return static_cast<std::uint64_t>(*number);
  };
  choice.draws = count("draws");
  choice.seed = count("seed");
  choice.coverage = table->number("coverage");
  if (choice.coverage && (*choice.coverage <= 0 || *choice.coverage >= 1))
    table->refuse("coverage", fmt::format("a coverage of {}", *choice.coverage), "between 0 and 1, such as 0.95");
  choice.pairs = table->yes_or_no("pairs");
  return choice;
}

}  // namespace

void check_size(const Size& size) {
  if (size.name == "sigma" && size.value <= 1)
    refuse(size.place, fmt::format("an elasticity of substitution of {}", size.value), "more than 1",
           size.value == 1 ? "At 1 buyers spend fixed shares whatever trade costs, and no share ever changes."
                           : "The trade elasticity is sigma - 1.");
  if (size.name == "theta_scale" && size.value <= 0)
    refuse(size.place, fmt::format("elasticities times {}", size.value), "more than 0");
}

ScenarioFile parse_scenario(const std::string& text, const std::filesystem::path& path) {
  const std::string name = path.string();
  const toml::table parsed = parse_toml(text, name);
  const TomlTable file(
      parsed, name, "the scenario",
      {"title", "about", "caution", "base", "include", "world", "sizes", "blocs", "change", "ensemble"});
  ScenarioFile scenario;
  scenario.path = path;
  scenario.title = file.text("title").value_or(path.stem().string());
  scenario.about = file.text("about").value_or("");
  scenario.caution = file.text("caution").value_or("");
  scenario.base = file.word("base");
  scenario.include = file.words("include").value_or(std::vector<Word>());
  scenario.world = read_world(file, path.parent_path());
  scenario.sizes = read_sizes(file);
  scenario.blocs = read_blocs(file);
  for (const TomlTable& change : file.tables("change", "[[change]]",
                                             {"label", "exporters", "importers", "sectors", "both_ways", "tariff",
                                              "cost", "gravity", "trade", "ban", "since", "stages"}))
    scenario.changes.push_back(read_change(change));
  scenario.ensemble = read_ensemble(file);
  return scenario;
}

}  // namespace tradewind::scenario
