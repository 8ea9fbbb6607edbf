/// An article on the command line, and what its reader knows of it beside its text.
#pragma once
#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "tradewind/statements/reader.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind::cli {

/// As the user wrote them.
struct ArticleOptions {
  std::string published, reporter;
};

struct ArticleContext {
  std::optional<Date> published;
  EconomyCode reporter;  ///< whose trade a text tells where it does not say so itself
};

/// Adds --published and --reporter to a command that reads articles.
void add_article_options(CLI::App& command, ArticleOptions& options);

/// InputError for a day that is none and for an economy or bloc that nobody knows.
ArticleContext parse_context(const ArticleOptions& options, const World& world);

/// The article in a file, or on standard input for "-". InputError as of read_input and make_article.
Article read_article(const std::string& file, const ArticleContext& context);

}  // namespace tradewind::cli
