// docs/estimate.md shows what its commands print: each of them is run as it stands there.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "golden.hpp"
#include "run.hpp"

namespace tradewind::tests {
namespace {

/// Commands that stand together, and what is shown below them.
struct Example {
  std::string commands, output;
};

/// Indented lines; "$ " begins a command, which goes on while a quotation is open or its line ends in a backslash.
std::vector<Example> examples_of(const std::string& page) {
  std::vector<Example> examples;
  bool inside = false, command = false;
  for (const std::string& line : lines_of(page)) {
    if (!line.starts_with("    ")) {
      if (!line.empty()) inside = false;
      if (inside) examples.back().output += '\n';
      continue;
    }
    if (!inside) examples.emplace_back();
    inside = true;
    std::string text = line.substr(4);
    if (text.starts_with("$ ")) {
      command = true;
      text = text.substr(2);
    }
    Example& example = examples.back();
    (command ? example.commands : example.output) += text + '\n';
    const auto quotes = std::ranges::count(example.commands, '\'');
    command = command && (quotes % 2 != 0 || text.ends_with('\\'));
  }
  std::erase_if(examples, [](const Example& example) { return example.commands.empty(); });
  for (Example& example : examples)
    while (example.output.ends_with("\n\n") || example.output == "\n") example.output.pop_back();
  return examples;
}

/// In a folder that has the examples, and the guide's data where they are at hand.
Outcome run_example(const Tradewind& program, const Example& example) {
  return program.run_under(
      {"/bin/sh", "-c",
       "set -e; export ASAN_OPTIONS=detect_leaks=0; PATH=$(dirname \"$0\"):$PATH;\n"
       "mpirun() { ASAN_OPTIONS=detect_leaks=0 command mpirun --allow-run-as-root --oversubscribe \"$@\"; }\n" +
           example.commands},
      {});
}

TEST(Documentation, EstimateRunsAsWrittenAndPrintsWhatIsShown) {
  const auto examples = examples_of(content_of(TRADEWIND_SOURCE "/docs/estimate.md"));
  const Tradewind program;
  std::filesystem::create_directory_symlink(TRADEWIND_SOURCE "/examples", program.place() / "examples");
  const char* reference = std::getenv("TRADEWIND_REFERENCE");
  const bool guide =
      reference != nullptr && std::system(("gunzip -c '" + std::string(reference) + "/agtpa.csv.gz' > '" +
                                           (program.place() / "agtpa.csv").string() + "'")
                                              .c_str()) == 0;
  const bool ranks = std::filesystem::exists(TRADEWIND_BINARY "/libtradewind_ranks.so");
  std::size_t shown = 0;
  for (const Example& example : examples) {
    if (example.commands.starts_with("Rscript") || (example.commands.contains("agtpa.csv") && !guide) ||
        (example.commands.contains("mpirun") && !ranks))
      continue;
    const Outcome outcome = run_example(program, example);
    EXPECT_EQ(outcome.exit_code, 0) << example.commands << outcome.errors;
    if (example.output.empty()) continue;
    EXPECT_EQ(without_score(outcome.output), without_score(example.output)) << example.commands;
    ++shown;
  }
  EXPECT_GE(shown, 4U);
}

}  // namespace
}  // namespace tradewind::tests
