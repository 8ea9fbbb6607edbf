#include "tradewind/report/statement_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "tradewind/world/quantity.hpp"

namespace tradewind {

std::string_view symbol(Verdict verdict) {
  switch (verdict) {
    case Verdict::confirmed:
      return "✓";
    case Verdict::consistent:
      return "≈";
    case Verdict::contradicted:
      return "✗";
    case Verdict::no_evidence:
      return "?";
  }
  return "?";
}

std::string who_in_words(const Statement& statement, const World& world) {
  const auto name = [&](const EconomyCode& code) { return code == world_total ? "world" : world.name(code); };
  if (statement.subject.empty() && statement.partner.empty()) return "";
  if (statement.subject.empty()) return "(unnamed) - " + name(statement.partner);
  if (statement.partner.empty()) return name(statement.subject);
  return name(statement.subject) + " - " + name(statement.partner);
}

std::string what_in_words(const Statement& statement) {
  const std::string measure = measure_in_words(statement);
  if (statement.kind == StatementKind::level || statement.kind == StatementKind::count) return measure;
  const std::string kind(to_string(statement.kind));
  return measure.empty() || measure == kind ? kind : kind + ": " + measure;
}

std::string when_in_words(const Statement& statement) {
  if (!statement.period.known()) return "";
  return in_words(statement.period) + (statement.period_assumed ? " (assumed)" : "");
}

std::string in_words(const Value& value) {
  const Interval& interval = value.interval;
  if (value.unit == "date" || (std::isinf(interval.low) && std::isinf(interval.high))) return "";
  if (value.unit == "rank" && interval.low == interval.high) return fmt::format("no. {}", in_words(interval));
  const std::string number = in_words(interval);
  return value.unit.empty() ? number : number + " " + value.unit;
}

std::string amount_in_words(const Statement& statement) {
  const Interval& interval = statement.value.interval;
  // Printed words alone do not say which side is open, nor that a growth is a fall.
  if (statement.value.unit == "rank" || statement.printed.empty() || !interval.bounded())
    return in_words(statement.value);
  const bool negative = interval.high < 0 && statement.printed.find_first_of("-\xE2") != 0;
  return negative ? "-" + statement.printed : statement.printed;
}

VerdictCounts count_verdicts(const CheckedArticle& article) {
  VerdictCounts counts;
  counts.statements = article.statements.size();
  counts.unread = article.unread.size();
  for (const auto& checked : article.statements) ++counts.of[static_cast<std::size_t>(checked.verdict)];
  return counts;
}

std::string in_words(const VerdictCounts& counts) {
  std::string text = fmt::format("{} {}", counts.statements, counts.statements == 1 ? "statement" : "statements");
  std::string_view separator = ": ";
  for (const Verdict verdict : verdicts) {
    if (counts[verdict] == 0) continue;
    text += fmt::format("{}{} {}", separator, counts[verdict], to_string(verdict));
    separator = ", ";
  }
  if (counts.unread > 0)
    text += fmt::format("; {} {} unread", counts.unread, counts.unread == 1 ? "number" : "numbers");
  return text;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

}  // namespace tradewind
