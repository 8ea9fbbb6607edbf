/// Tables and checked articles in the formats people use: terminal table, JSON, CSV, Markdown, LaTeX.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "tradewind/ledger/table.hpp"
#include "tradewind/statements/verdict.hpp"

namespace tradewind {

enum class Format { table, json, csv, markdown, latex };
/// "table" -> Format::table; InputError with the list of formats otherwise.
Format parse_format(std::string_view name);

/// How a terminal shows it: width in columns (0: unlimited), colour or not.
struct Terminal {
  std::size_t width = 0;
  bool colour = false;
};

/// Columns aligned by display width (UTF-8), numbers to the right; ends with a newline.
std::string print(const Table& table, Format format, const Terminal& terminal = {});

/// The verdicts of an article. JSON as in docs/check-json.md.
std::string print(const CheckedArticle& article, const World& world, Format format, const Terminal& terminal = {});

/// The verdicts of several articles: one JSON object {"articles": [...]}, one CSV table, the others one after the
/// other.
std::string print_all(std::span<const CheckedArticle> articles, const World& world, Format format,
                      const Terminal& terminal = {});

}  // namespace tradewind
