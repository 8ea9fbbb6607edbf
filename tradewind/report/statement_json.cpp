#include "tradewind/report/statement_json.hpp"

#include <cmath>

#include "tradewind/report/statement_words.hpp"

namespace tradewind {
namespace {

using json = nlohmann::ordered_json;

// JSON has no infinity: an end that nothing bounds is null.
json end_json(double end) { return std::isfinite(end) ? json(end) : json(nullptr); }

json value_json(const Value& value) {
  if (value.unit == "date") {
    const auto day = [](double days) -> json {
      if (!std::isfinite(days)) return nullptr;
      return to_string(Date(std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))));
    };
    return {{"low", day(value.interval.low)}, {"high", day(value.interval.high)}, {"unit", value.unit}};
  }
  return {{"low", end_json(value.interval.low)}, {"high", end_json(value.interval.high)}, {"unit", value.unit}};
}

json place_json(const Place& place) { return {{"begin", place.begin}, {"end", place.end}}; }

json evidence_json(const Evidence& evidence) {
  return {{"indicator", evidence.indicator},      {"value", value_json(evidence.value)},
          {"period", to_string(evidence.period)}, {"agrees", evidence.agrees},
          {"comparable", evidence.comparable},    {"arithmetic", evidence.arithmetic},
          {"publisher", evidence.publisher},      {"publication", evidence.publication},
          {"published", evidence.published},      {"url", evidence.url}};
}

std::string name_of(const EconomyCode& code, const World& world) { return code.empty() ? "" : world.name(code); }

json statement_json(const CheckedStatement& checked, const World& world) {
  const Statement& statement = checked.statement;
  json evidence = json::array();
  for (const auto& one : checked.evidence) evidence.push_back(evidence_json(one));
  return {{"text", statement.text},
          {"kind", to_string(statement.kind)},
          {"subject", statement.subject.text},
          {"partner", statement.partner.text},
          {"measure", measure_in_words(statement)},
          {"period", to_string(statement.period)},
          {"value", value_json(statement.value)},
          {"verdict", to_string(checked.verdict)},
          {"evidence", std::move(evidence)},
          {"arithmetic", checked.arithmetic},
          {"notes", checked.notes},
          {"printed", statement.printed},
          {"also", statement.also ? value_json(*statement.also) : json(nullptr)},
          {"flow", statement.flow},
          {"product", statement.product},
          {"among", statement.among},
          {"subject_name", name_of(statement.subject, world)},
          {"partner_name", name_of(statement.partner, world)},
          {"measure_code", statement.measure},
          {"period_assumed", statement.period_assumed},
          {"compared_with", statement.compared_with ? to_string(*statement.compared_with) : ""},
          {"basis", statement.basis},
          {"planned", statement.planned},
          {"place", place_json(statement.place)},
          {"number", place_json(statement.number)},
          {"rule", statement.rule}};
}

}  // namespace

json article_json(const CheckedArticle& article, const World& world) {
  json statements = json::array(), unread = json::array();
  for (const auto& checked : article.statements) statements.push_back(statement_json(checked, world));
  for (const auto& one : article.unread)
    unread.push_back({{"text", one.text}, {"place", place_json(one.place)}, {"context", one.context}});

  const VerdictCounts counted = count_verdicts(article);
  json counts = {{"statements", counted.statements}};
  for (const Verdict verdict : verdicts) counts[std::string(to_string(verdict))] = counted[verdict];
  counts["unread"] = counted.unread;

  const auto& published = article.article.published;
  return {{"article",
           {{"name", article.article.name},
            {"published", published ? json(to_string(*published)) : json(nullptr)},
            {"reporter", article.article.reporter.text}}},
          {"statements", std::move(statements)},
          {"unread", std::move(unread)},
          {"counts", std::move(counts)}};
}

std::string json_text(const json& value) { return value.dump(2, ' ', false, json::error_handler_t::replace) + "\n"; }

}  // namespace tradewind
