/// tradewind check FILE...: every statement of a text with its verdict and evidence.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

#include "cli/article_input.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "tradewind/report/format.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::cli {
namespace {

struct CheckOptions {
  std::vector<std::string> files;
  ArticleOptions article;
};

bool contradicted(const CheckedArticle& article) {
  return std::ranges::any_of(article.statements, [](const auto& s) { return s.verdict == Verdict::contradicted; });
}

int run(const CheckOptions& options, const GlobalOptions& global) {
  const Format format = parse_format(global.format);
  if (std::ranges::count(options.files, "-") > 1)
    throw InputError("FILE", "- is there more than once", "standard input once");

  // Static, and so never closed: the process ends right after (see main), which costs less than a tidy close.
  static const Ledger ledger = Ledger::open_extract(find_ledger(global.ledger));
  const ArticleContext context = parse_context(options.article, ledger.world());
  const Reader reader(ledger.world());
  std::vector<CheckedArticle> articles;
  bool unusable = false;
  for (const auto& file : options.files) {
    // One file that cannot be used keeps nobody from the verdicts of the others.
    try {
      const Article article = read_article(file, context);
      articles.push_back(check(article, reader.read(article), ledger));
    } catch (const InputError& error) {
      if (options.files.size() == 1) throw;
      fmt::print(stderr, "tradewind: {}\n", error.what());
      unusable = true;
    }
  }
  // Whoever gave several files gets a list, however many of them could be used.
  if (!articles.empty() || format == Format::json) {
    const bool list = options.files.size() > 1;
    put(list ? print_all(articles, ledger.world(), format, standard_output())
             : print(articles.front(), ledger.world(), format, standard_output()));
  }
  if (unusable) return 2;
  return std::ranges::any_of(articles, contradicted) ? 1 : 0;
}

}  // namespace

void add_check_command(CLI::App& app, GlobalOptions& global, int& exit_code) {
  auto* command = app.add_subcommand("check", "Check every figure of a text against the ledger");
  command->footer(
      "Exit codes: 0 nothing is contradicted, 1 a statement is contradicted, 2 a file cannot be used.\n"
      "Example: tradewind check article.txt --published 2025-09-08");
  const auto options = std::make_shared<CheckOptions>();
  command->add_option("FILE", options->files, "Text files in UTF-8; - is standard input")->required();
  add_article_options(*command, options->article);
  command->add_option("--format", global.format, "table, json, csv, markdown or latex")->capture_default_str();
  command->add_option("--ledger", global.ledger, "The ledger file, instead of your own or the shipped one");
  command->callback([options, &global, &exit_code] { exit_code = run(*options, global); });
}

}  // namespace tradewind::cli
