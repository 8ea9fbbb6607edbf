/// tradewind brief FILE -o out.html: the text with its verdicts, evidence, charts and sources as one page.
#include "tradewind/report/brief.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/article_input.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/read_input.hpp"
#include "cli/terminal.hpp"
#include "tradewind/report/statement_words.hpp"
#include "tradewind/report/write_file.hpp"
#include "tradewind/scenario/run.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::cli {
namespace {

struct BriefOptions {
  std::string file, output, scenario;
  ArticleOptions article;
};

scenario::AnySimulation simulated(const BriefOptions& options, const World& world) {
  ProgressBar bar("draws");
  scenario::RunRequest request;
  request.scenario = scenario::read_scenario(options.scenario);
  keep_inputs(options.output, scenario::input_files(request));
  request.progress = [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); };
  return scenario::run(request, world);
}

int run(const BriefOptions& options, const GlobalOptions& global) {
  if (const std::filesystem::path article = options.file; options.output != "-")
    keep_inputs(options.output, std::span(&article, 1));
  const Ledger ledger = Ledger::open_extract(find_ledger(global.ledger));
  const Article article = read_article(options.file, parse_context(options.article, ledger.world()));
  const CheckedArticle checked = check(article, Reader(ledger.world()).read(article), ledger);
  std::optional<scenario::AnySimulation> what_if;
  if (!options.scenario.empty()) {
    what_if = simulated(options, ledger.world());
    const auto& solver = std::visit(
        [](const auto& told) -> const auto& { return told.solved.solver; }, *what_if);
    if (!solver.converged) {
      fmt::print(stderr,
                 "tradewind: {}: no equilibrium was found; no brief was written\n  tradewind simulate {} says "
                 "how far it came.\n",
                 options.scenario, options.scenario);
      return 3;
    }
  }
  const std::string page = brief_html(checked, ledger, what_if ? &*what_if : nullptr);
  if (options.output == "-") {
    put(page);
  } else {
    write_file(options.output, page);
    fmt::print(stderr, "The brief is in {}\n", options.output);
  }
  const VerdictCounts counts = count_verdicts(checked);
  fmt::print(stderr, "{}\n", in_words(counts));
  return counts[Verdict::contradicted] > 0 ? 1 : 0;
}

}  // namespace

void add_brief_command(CLI::App& app, GlobalOptions& global, int& exit_code) {
  auto* command = app.add_subcommand("brief", "Write a text with its verdicts, evidence and charts as one HTML page");
  command->footer(
      "Exit codes: 0 nothing is contradicted, 1 a statement is contradicted (the page is written all the same),\n"
      "2 the input or the output cannot be used, 3 the scenario has no equilibrium.\nExample: tradewind brief "
      "article.txt --output brief.html");
  const auto options = std::make_shared<BriefOptions>();
  command->add_option("FILE", options->file, "A text file in UTF-8; - is standard input")->required();
  command->add_option("-o,--output", options->output, "The page to write; - is standard output")->required();
  command->add_option("--scenario", options->scenario,
                      "A scenario whose result becomes a section \"What if\" (see tradewind simulate)");
  add_article_options(*command, options->article);
  command->add_option("--ledger", global.ledger, "The ledger file, instead of your own or the shipped one");
  command->callback([options, &global, &exit_code] { exit_code = run(*options, global); });
}

}  // namespace tradewind::cli
