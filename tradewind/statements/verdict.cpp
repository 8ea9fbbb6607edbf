#include "tradewind/statements/verdict.hpp"

#include <algorithm>

#include "tradewind/statements/evidence.hpp"
#include "tradewind/statements/own_figures.hpp"
#include "tradewind/statements/trade_words.hpp"

namespace tradewind {
namespace {

std::string why_nothing(const Statement& statement) {
  if (statement.planned && statement.kind != StatementKind::milestone) return "said of the future";
  if (!statement.period.known()) return "the text does not say when";
  if (statement.subject.empty() && is_trade_flow(statement.flow))
    return "whose trade it is names nobody that is known; --reporter ECONOMY says it";
  if (!statement.product.empty() && statement.kind != StatementKind::count &&
      statement.kind != StatementKind::milestone)
    return "the ledger has no figures of " + statement.product;
  return "the ledger has no figure for it";
}

// Any published figure that meets the statement bears it out; it is contradicted when there are some that measure the
// same and none meets.
Verdict verdict_of(const std::vector<Evidence>& evidence) {
  if (evidence.empty()) return Verdict::no_evidence;
  if (evidence.front().agrees) return Verdict::confirmed;
  if (!evidence.front().comparable) return Verdict::no_evidence;
  return Verdict::contradicted;
}

// An amount that is but a small part of the published one was probably said of a part that was not seen (a province, a
// railway, some goods): where the slip is one of scale, "billion" for "trillion", the digits are the same.
bool is_probably_a_part(const Statement& statement, const std::vector<Evidence>& evidence) {
  constexpr double many_times = 5;
  const Interval& said = statement.value.interval;
  if (statement.kind != StatementKind::level || !said.bounded() || said.low <= 0 ||
      verdict_of(evidence) != Verdict::contradicted)
    return false;
  return std::ranges::all_of(evidence, [&](const Evidence& one) {
    const Interval& published = one.value.interval;
    if (one.value.unit != statement.value.unit || said.high * many_times >= published.low) return false;
    for (Interval scaled = said; scaled.low <= published.high; scaled = scaled * 10)
      if (scaled.meets(published)) return false;
    return true;
  });
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::confirmed:
      return "confirmed";
    case Verdict::consistent:
      return "consistent";
    case Verdict::contradicted:
      return "contradicted";
    case Verdict::no_evidence:
      return "no evidence";
  }
  return "";
}

CheckedArticle check(const Article& article, const ArticleReading& reading, const Ledger& ledger) {
  CheckedArticle checked;
  checked.article = article;
  checked.unread = reading.unread;
  const Readings readings(ledger, reading.statements, article.published);
  for (const auto& statement : reading.statements) {
    CheckedStatement& one = checked.statements.emplace_back();
    one.statement = statement;
    if (!statement.planned || statement.kind == StatementKind::milestone || statement.kind == StatementKind::date ||
        statement.kind == StatementKind::count)
      one.evidence = evidence_for(statement, readings);
  }
  for (const auto& one : checked.statements)
    if (is_probably_a_part(one.statement, one.evidence))
      for (auto& other : checked.statements)
        if (same_series(one.statement, other.statement) && one.statement.period == other.statement.period)
          other.statement.doubtful = true;
  for (auto& one : checked.statements) {
    const Statement& statement = one.statement;
    one.verdict = verdict_of(one.evidence);
    // What was read with doubt is borne out by a figure that agrees, not refuted by one that does not.
    if (one.verdict == Verdict::contradicted && statement.doubtful) {
      one.verdict = Verdict::no_evidence;
      one.notes.push_back("Who, with whom or when is not said plainly; as read here, a published figure disagrees: " +
                          one.evidence.front().arithmetic);
      one.arithmetic = "the text does not say plainly what it is of";
      continue;
    }
    if (one.verdict == Verdict::no_evidence && !one.evidence.empty())
      one.notes.push_back(
          "Measured otherwise (by the other side or a compiler, in another currency, with or without blocs among the "
          "partners, or from first prints that are revised): " +
          one.evidence.front().arithmetic);
    one.arithmetic = one.verdict != Verdict::no_evidence ? one.evidence.front().arithmetic
                     : one.evidence.empty()              ? why_nothing(statement)
                                                         : "published figures measure it otherwise";
  }
  check_own_figures(checked.statements, readings, article.published);
  return checked;
}

}  // namespace tradewind
