/// Reading a text with the shipped world's names, and statements in one line for tests.
#pragma once
#include <string>
#include <vector>

#include "tradewind/ledger/ledger.hpp"
#include "tradewind/statements/reader.hpp"

namespace tradewind::tests {

inline const Ledger& shipped() {
  static const Ledger ledger = Ledger::open(TRADEWIND_BINARY "/ledger.duckdb");
  return ledger;
}

inline const Reader& reader() {
  static const Reader the_reader(shipped().world());
  return the_reader;
}

inline ArticleReading read(const std::string& text, const char* published = "2025-09-08",
                           const EconomyCode& reporter = {}) {
  Article article = make_article("test", text, parse_date(published));
  article.reporter = reporter;
  return reader().read(article);
}

/// "level CHN-ASEAN trade 2024 '982.3 billion dollars'": kind, parties, flow, measure (unless goods trade), product in
/// brackets, period, the figure as printed with the sign that the reader gave it.
inline std::string in_short(const Statement& statement) {
  std::string text(to_string(statement.kind));
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  };
  add(statement.subject.text + (statement.partner.empty() ? "" : "-" + statement.partner.text));
  add(statement.flow);
  if (statement.measure != "goods_trade") add(statement.measure);
  if (!statement.product.empty()) add("[" + statement.product + "]");
  if (statement.period.known()) add(to_string(statement.period));
  const bool minus = statement.value.interval.high < 0 && !statement.printed.starts_with('-');
  add((minus ? "minus '" : "'") + statement.printed + "'");
  return text;
}

/// A text's statements, each in short.
using Statements = std::vector<std::string>;
inline Statements statements_of(const std::string& text, const char* published = "2024-02-15") {
  Statements found;
  for (const auto& statement : read(text, published).statements) found.push_back(in_short(statement));
  return found;
}

}  // namespace tradewind::tests
