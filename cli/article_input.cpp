#include "cli/article_input.hpp"

#include "cli/read_input.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::cli {

void add_article_options(CLI::App& command, ArticleOptions& options) {
  command.add_option("--published", options.published,
                     "The day the text was published (YYYY-MM-DD), where it does not say so itself");
  command.add_option("--reporter", options.reporter,
                     "Whose trade the text tells where it names nobody, as releases of statistics offices do: AUS, "
                     "Australia, ASEAN");
}

ArticleContext parse_context(const ArticleOptions& options, const World& world) {
  ArticleContext context;
  if (!options.published.empty()) {
    context.published = parse_date(options.published);
    if (!context.published)
      throw InputError("--published", "'" + options.published + "' is no date", "a day as 2025-09-08");
  }
  if (!options.reporter.empty()) context.reporter = world.require(options.reporter, "--reporter");
  return context;
}

Article read_article(const std::string& file, const ArticleContext& context) {
  Article article = make_article(input_name(file), read_input(file), context.published);
  article.reporter = context.reporter;
  return article;
}

}  // namespace tradewind::cli
