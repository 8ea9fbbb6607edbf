#include "tradewind/report/verdict_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tradewind/report/sources.hpp"
#include "tradewind/report/statement_words.hpp"
#include "tradewind/report/table_text.hpp"
#include "tradewind/world/display_width.hpp"

namespace tradewind {
namespace {

constexpr std::size_t columns = 5;
// Under this width columns would be a few letters wide; the words of a statement then follow one another.
constexpr std::size_t narrowest_table = 76;

using Row = std::array<std::string, columns>;

std::string_view colour(Verdict verdict) {
  switch (verdict) {
    case Verdict::confirmed:
      return "\033[32m";
    case Verdict::consistent:
      return "\033[36m";
    case Verdict::contradicted:
      return "\033[1;31m";
    case Verdict::no_evidence:
      return "\033[33m";
  }
  return "";
}

std::string painted(std::string_view paint, const std::string& text, const Terminal& terminal) {
  return terminal.colour && !text.empty() ? std::string(paint) + text + "\033[0m" : text;
}

Row row_of(const CheckedStatement& checked, const World& world) {
  const Statement& statement = checked.statement;
  return {fmt::format("{} {}", symbol(checked.verdict), to_string(checked.verdict)),
          harmless(who_in_words(statement, world)), harmless(what_in_words(statement)),
          harmless(when_in_words(statement)), harmless(amount_in_words(statement))};
}

void append_wrapped(std::string& text, std::string_view label, std::string_view words, std::size_t indent,
                    std::string_view paint, const Terminal& terminal) {
  const std::size_t taken = indent + display_width(label);
  const std::size_t room =
      terminal.width == 0 ? 0 : std::max<std::size_t>(terminal.width > taken ? terminal.width - taken : 0, 20);
  const auto lines = wrap(harmless(words), room);
  for (std::size_t i = 0; i < lines.size(); ++i)
    text += std::string(indent, ' ') +
            painted(paint, i == 0 ? std::string(label) + lines[i] : std::string(display_width(label), ' ') + lines[i],
                    terminal) +
            "\n";
}

// What decided, in one line, with who published it where the arithmetic does not say so itself.
std::string why(const CheckedStatement& checked) {
  std::string words = checked.arithmetic;
  if (checked.evidence.empty()) return words;
  const Evidence& evidence = checked.evidence.front();
  if (words.empty()) words = evidence.arithmetic;
  const std::string source = in_words(Source{evidence.publisher, evidence.publication, evidence.published, ""});
  if (!source.empty() && words.find(evidence.publisher) == std::string::npos) words += " (" + source + ")";
  return words;
}

constexpr std::string_view dim = "\033[2m", strong = "\033[1m";

}  // namespace

std::string verdict_text(const CheckedArticle& article, const World& world, const Terminal& terminal) {
  std::string text;
  append_wrapped(
      text, "",
      article.article.name + (article.article.published ? ", published " + to_string(*article.article.published) : ""),
      0, strong, terminal);
  text += "\n";

  const Row head = {"Verdict", "Who", "What", "When", "How much"};
  std::vector<std::size_t> natural(columns), least(columns);
  for (std::size_t c = 0; c < columns; ++c) natural[c] = display_width(head[c]);
  std::vector<Row> rows;
  for (const auto& checked : article.statements) {
    rows.push_back(row_of(checked, world));
    for (std::size_t c = 0; c < columns; ++c) natural[c] = std::max(natural[c], display_width(rows.back()[c]));
  }
  for (std::size_t c = 0; c < columns; ++c) least[c] = c == 0 ? natural[c] : std::min<std::size_t>(natural[c], 12);
  const bool narrow = terminal.width != 0 && terminal.width < narrowest_table;
  const auto widths = narrow ? std::vector<std::size_t>{} : fit_columns(natural, column_gap, terminal.width, least);
  const std::size_t indent = narrow ? 2 : natural[0] + column_gap;

  const auto append_row = [&](const Row& row, std::string_view paint, std::string_view rest_paint) {
    std::array<std::vector<std::string>, columns> lines;
    std::size_t height = 0;
    for (std::size_t c = 0; c < columns; ++c) {
      lines[c] = wrap(row[c], widths[c]);
      height = std::max(height, lines[c].size());
    }
    for (std::size_t i = 0; i < height; ++i) {
      std::string rest;
      for (std::size_t c = 1; c < columns; ++c)
        rest += pad_right(i < lines[c].size() ? lines[c][i] : "", widths[c]) +
                (c + 1 < columns ? std::string(column_gap, ' ') : "");
      rest.erase(rest.find_last_not_of(' ') + 1);
      const std::string verdict = pad_right(i == 0 ? row[0] : "", widths[0]);
      text += painted(i == 0 ? paint : "", verdict, terminal) + std::string(column_gap, ' ') +
              painted(rest_paint, rest, terminal) + "\n";
    }
  };
  if (!widths.empty() && !rows.empty()) append_row(head, strong, strong);

  for (std::size_t r = 0; r < rows.size(); ++r) {
    const CheckedStatement& checked = article.statements[r];
    if (widths.empty()) {
      std::string words;
      for (std::size_t c = 1; c < columns; ++c)
        if (!rows[r][c].empty()) words += (words.empty() ? "" : " · ") + rows[r][c];
      text += painted(colour(checked.verdict), rows[r][0], terminal) + "\n";
      append_wrapped(text, "", words, indent, "", terminal);
    } else {
      append_row(rows[r], colour(checked.verdict), "");
    }
    if (const std::string words = why(checked); !words.empty()) append_wrapped(text, "", words, indent, dim, terminal);
    for (const auto& note : checked.notes) append_wrapped(text, "note: ", note, indent, dim, terminal);
  }
  if (rows.empty()) text += "No statement with a figure was found in this text.\n";

  if (!article.unread.empty()) {
    text += "\n" + painted(strong, "Numbers that no rule could read", terminal) + "\n";
    for (const auto& unread : article.unread)
      append_wrapped(text, harmless(unread.text) + "  ", unread.context, 2, "", terminal);
  }
  text += "\n" + painted(strong, in_words(count_verdicts(article)), terminal) + "\n";
  return text;
}

Table statements_table(const CheckedArticle& article, const World& world) {
  Table table{{"article", "begin",      "end",       "text",        "kind",      "subject", "partner", "flow",
               "measure", "product",    "among",     "period",      "low",       "high",    "unit",    "printed",
               "verdict", "arithmetic", "publisher", "publication", "published", "url",     "notes"},
              {}};
  const auto end_of = [](double end) { return std::isfinite(end) ? Cell(end) : Cell(); };
  for (const auto& checked : article.statements) {
    const Statement& statement = checked.statement;
    const Evidence source = checked.evidence.empty() ? Evidence{} : checked.evidence.front();
    std::string notes;
    for (const auto& note : checked.notes) notes += (notes.empty() ? "" : " | ") + note;
    table.rows.push_back({article.article.name,
                          static_cast<std::int64_t>(statement.place.begin),
                          static_cast<std::int64_t>(statement.place.end),
                          statement.text,
                          std::string(to_string(statement.kind)),
                          statement.subject.empty() ? "" : world.name(statement.subject),
                          statement.partner.empty() ? "" : world.name(statement.partner),
                          statement.flow,
                          measure_in_words(statement),
                          statement.product,
                          statement.among,
                          to_string(statement.period),
                          end_of(statement.value.interval.low),
                          end_of(statement.value.interval.high),
                          statement.value.unit,
                          statement.printed,
                          std::string(to_string(checked.verdict)),
                          checked.arithmetic,
                          source.publisher,
                          source.publication,
                          source.published,
                          source.url,
                          notes});
  }
  return table;
}

Table verdicts_table(const CheckedArticle& article, const World& world) {
  Table table{{"Verdict", "Who", "What", "When", "How much", "Evidence"}, {}};
  for (const auto& checked : article.statements) {
    const Row row = row_of(checked, world);
    std::string evidence = why(checked);
    for (const auto& note : checked.notes) evidence += (evidence.empty() ? "" : "; ") + note;
    table.rows.push_back({row[0], row[1], row[2], row[3], row[4], evidence});
  }
  return table;
}

}  // namespace tradewind
