/// Scenarios and worlds of a few lines for tests.
#pragma once
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "../ledger/small_ledger.hpp"
#include "tradewind/scenario/scenario.hpp"
#include "tradewind/scenario/simulation.hpp"
#include "tradewind/scenario/world_data.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::tests {

/// The register that ships.
inline const World& the_world() {
  static const Ledger ledger = Ledger::open(TRADEWIND_BINARY "/ledger.duckdb");
  return ledger.world();
}

/// China, Germany, Malaysia, the United States and Viet Nam in 2022, each selling most at home.
inline scenario::TradeTable five_economies() {
  scenario::TradeTable table;
  for (const char* code : {"CHN", "DEU", "MYS", "USA", "VNM"}) {
    table.economies.codes.push_back({code});
    table.economies.names.push_back(the_world().name({code}));
  }
  table.flows.resize(5, 5);
  table.flows << 5000, 120, 80, 400, 90,  //
      110, 2500, 12, 150, 6,              //
      70, 10, 300, 40, 14,                //
      150, 140, 20, 6000, 10,             //
      60, 12, 9, 110, 250;
  table.credit.year = 2022;
  return table;
}

/// What is thrown says all of these words.
template <class Work>
testing::AssertionResult refuses(const Work& work, std::initializer_list<const char*> words) {
  try {
    work();
  } catch (const InputError& error) {
    const std::string said = error.what();
    for (const char* word : words)
      if (said.find(word) == std::string::npos)
        return testing::AssertionFailure() << "'" << word << "' is not in: " << said;
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << "nothing was refused";
}

/// The scenario of a text, in a folder of its own.
class ScenarioFolder {
 public:
  scenario::Scenario read(const std::string& text) const {
    return scenario::read_scenario(folder_.write("scenario.toml", text));
  }
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    return folder_.write(name, text);
  }
  testing::AssertionResult refuses(const std::string& text, std::initializer_list<const char*> words) const {
    return tests::refuses([&] { read(text); }, words);
  }

 private:
  Folder folder_;
};

}  // namespace tradewind::tests
