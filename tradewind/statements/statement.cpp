#include "tradewind/statements/statement.hpp"

#include <algorithm>

namespace tradewind {

std::string_view to_string(StatementKind kind) {
  switch (kind) {
    case StatementKind::level:
      return "level";
    case StatementKind::threshold:
      return "threshold";
    case StatementKind::growth:
      return "growth";
    case StatementKind::change:
      return "change";
    case StatementKind::share:
      return "share";
    case StatementKind::rank:
      return "rank";
    case StatementKind::streak:
      return "streak";
    case StatementKind::comparison:
      return "comparison";
    case StatementKind::count:
      return "count";
    case StatementKind::date:
      return "date";
    case StatementKind::milestone:
      return "milestone";
    case StatementKind::rate:
      return "rate";
  }
  return "";
}

std::string measure_in_words(const Statement& statement) {
  std::string words;
  if (statement.measure == "goods_trade")
    words = statement.flow == "balance" ? "trade balance" : statement.flow.empty() ? "trade" : statement.flow;
  else if (statement.measure == "services_trade")
    words = "services " + (statement.flow.empty() ? std::string("trade") : statement.flow);
  else if (statement.measure == "goods_and_services_trade")
    words = "goods and services " + (statement.flow.empty() ? std::string("trade") : statement.flow);
  else if (statement.measure == "investment_stock")
    words = "cumulative " + (statement.flow.empty() ? "" : statement.flow + " ") + "investment";
  else if (statement.measure == "investment_flow")
    words = (statement.flow.empty() ? "" : statement.flow + " ") + "investment";
  else if (statement.measure == "contracted_projects_completed")
    words = "completed contracted projects";
  else if (statement.measure == "contracted_projects_signed")
    words = "signed contracted projects";
  else {
    words = statement.measure;
    std::ranges::replace(words, '_', ' ');
  }
  if (!statement.product.empty()) words += " (" + statement.product + ")";
  return words;
}

bool same_series(const Statement& a, const Statement& b) {
  return a.subject == b.subject && a.partner == b.partner && a.flow == b.flow && a.measure == b.measure &&
         a.product == b.product;
}

}  // namespace tradewind
