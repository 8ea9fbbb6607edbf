/// English text -> typed statements. Rules over words and numbers, one a construction of the press; a number that no
/// rule reads is reported, never dropped.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/statements/statement.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind {

/// A text as it will be read: UTF-8 made sure of, its own title and date line seen.
struct Article {
  std::string name;  ///< the file's name, for messages
  std::string text;  ///< as given, byte for byte
  std::optional<Date> published;
  EconomyCode reporter;  ///< whose trade it tells where it does not say so itself, if anybody knows
};

/// Makes an article of a file's bytes. InputError when they are empty, binary, not UTF-8, too large (over 64 MiB) or an
/// HTML page. `published` overrides the date found in the text ("Published: Sep 08, 2025").
Article make_article(std::string name, std::string bytes, std::optional<Date> published);

struct ArticleReading {
  std::vector<Statement> statements;  ///< in the order of the text
  std::vector<Unread> unread;
};

/// Holds the names of a world, made ready to be found in text; reads any number of articles. Thread-safe once made.
class Reader {
 public:
  explicit Reader(const World& world);
  ~Reader();
  Reader(Reader&&) noexcept;
  ArticleReading read(const Article& article) const;

 private:
  struct Lexicon;
  std::unique_ptr<const Lexicon> lexicon_;
};

/// One period in English words: "the first eight months of 2025". Nothing when the words are not a period.
/// Words relative to a date ("last year") need `published`.
std::optional<Period> parse_period(std::string_view words, std::optional<Date> published = std::nullopt);

}  // namespace tradewind
