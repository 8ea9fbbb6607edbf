/// Statements -> verdicts: interval arithmetic on what was printed, with the figures used.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/ledger/ledger.hpp"
#include "tradewind/statements/reader.hpp"
#include "tradewind/statements/statement.hpp"

namespace tradewind {

enum class Verdict {
  confirmed,     ///< an independent published figure agrees
  consistent,    ///< no independent figure, but it agrees with the other figures of the same text
  contradicted,  ///< a published figure, or the text's own, does not meet it
  no_evidence,
};
std::string_view to_string(Verdict verdict);

/// A published figure (or one of the text's own) held against a statement.
struct Evidence {
  std::string indicator;  ///< the indicator that gave it; "text" for the article's own figures
  Value value;
  Period period;
  bool agrees = false;
  bool comparable =
      true;  ///< false where it measures otherwise (the other side's statistics, those that somebody gathered,
             ///< growth in another currency or from first prints): it can bear a statement out, not contradict it
  std::string arithmetic;  ///< in one line that a reader can redo by hand
  std::string publisher, publication, published, url;
};

struct CheckedStatement {
  Statement statement;
  Verdict verdict = Verdict::no_evidence;
  std::vector<Evidence> evidence;  ///< the one that decides first
  std::string arithmetic;          ///< of the evidence that decides; why there is none otherwise
  std::vector<std::string> notes;  ///< what a careful reader would want to know: the implied exchange rate, vintages
};

struct CheckedArticle {
  Article article;
  std::vector<CheckedStatement> statements;  ///< in the order of the text
  std::vector<Unread> unread;
};

CheckedArticle check(const Article& article, const ArticleReading& reading, const Ledger& ledger);

}  // namespace tradewind
