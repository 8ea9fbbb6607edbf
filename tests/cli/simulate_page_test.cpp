// docs/simulate.md: its commands run as they stand and print what stands below them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "../reference/reference_data.hpp"
#include "run.hpp"

namespace tradewind::tests {
namespace {

struct Example {
  std::vector<std::string> arguments;  ///< behind "tradewind"
  std::vector<std::string> lines;      ///< of its output, in their order; "..." stands for any others
};

// Indented blocks of the page that start with a command.
std::vector<Example> examples_of(const std::string& page) {
  std::vector<Example> examples;
  std::istringstream text(content_of(TRADEWIND_SOURCE "/docs/" + page));
  bool inside = false;
  for (std::string line; std::getline(text, line);) {
    const std::string prompt = "    $ tradewind ";
    if (line.starts_with(prompt)) {
      std::istringstream words(line.substr(prompt.size()));
      examples.emplace_back();
      for (std::string word; words >> word;) examples.back().arguments.push_back(word);
      inside = true;
    } else if (inside && line.starts_with("    ") && line != "    ...") {
      examples.back().lines.push_back(line.substr(4));
    } else if (!line.empty() && !line.starts_with("    ")) {
      inside = false;
    }
  }
  return examples;
}

testing::AssertionResult prints(const std::string& output, const std::vector<std::string>& lines) {
  std::size_t at = 0;
  for (const std::string& line : lines) {
    const std::size_t found = output.find(line + "\n", at);
    if (found == std::string::npos) return testing::AssertionFailure() << "'" << line << "' is not in:\n" << output;
    at = found + line.size();
  }
  return testing::AssertionSuccess();
}

// The TOML block of the page that has a title.
std::string toml_of(const std::string& page, const std::string& title) {
  const std::string text = content_of(TRADEWIND_SOURCE "/docs/" + page), fence = "```";
  const std::size_t begin = text.find("title = \"" + title);
  EXPECT_NE(begin, std::string::npos) << title;
  return text.substr(begin, text.find(fence, begin) - begin);
}

TEST(SimulatePage, CommandsPrintWhatItShows) {
  const Tradewind program;
  std::filesystem::copy(TRADEWIND_SOURCE "/examples", program.place() / "examples");
  program.file("nafta.toml", toml_of("simulate.md", "NAFTA's tariff reductions"));
  if (const auto folder = reference_data("caliendo-parro-2015"))
    std::filesystem::create_directory_symlink(*folder, program.place() / "caliendo-parro-2015");
  const std::vector<Example> examples = examples_of("simulate.md");
  EXPECT_GE(examples.size(), 4U);
  for (const Example& example : examples) {
    if (example.arguments.at(1) == "nafta.toml" && !std::filesystem::exists(program.place() / "caliendo-parro-2015"))
      continue;
    const Outcome outcome = program.run(example.arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    EXPECT_GT(example.lines.size(), 3U);
    EXPECT_TRUE(prints(outcome.output, example.lines)) << example.arguments.at(1);
  }
}

}  // namespace
}  // namespace tradewind::tests
