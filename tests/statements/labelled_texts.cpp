#include "labelled_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "tradewind/estimation/comma_list.hpp"

namespace tradewind::tests {
namespace {

std::vector<std::string> parts(std::string_view text, char mark) {
  std::vector<std::string> found;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find(mark);
    found.emplace_back(estimation::trim(text.substr(0, end)));
    if (end != std::string_view::npos) text.remove_prefix(end + 1);
  }
  return found;
}

// "5 percent#2": the second time that these characters stand in the text.
Place place_of(std::string printed, const std::string& text) {
  int times = 1;
  if (const auto mark = printed.rfind('#'); mark != std::string::npos) {
    times = std::stoi(printed.substr(mark + 1));
    printed.resize(mark);
  }
  std::size_t at = std::string::npos;
  for (int k = 0; k < times; ++k) at = text.find(printed, at == std::string::npos ? 0 : at + 1);
  if (printed.empty() || at == std::string::npos) throw std::runtime_error("the text has no '" + printed + "'");
  return {at, at + printed.size()};
}

Label label_of(const std::string& line, const std::string& text) {
  const auto fields = parts(line, ';');
  if (fields.size() != 9) throw std::runtime_error(fmt::format("a label has 9 fields, not {}", fields.size()));
  const auto answers = [&](std::size_t k) { return parts(fields[k], '|'); };
  return {place_of(fields[0], text),
          answers(1),
          answers(2),
          answers(3),
          answers(4),
          answers(5),
          answers(6),
          answers(7),
          answers(8),
          line};
}

bool has(const Label::Answers& answers, std::string_view answer) {
  return std::ranges::find(answers, answer) != answers.end() || std::ranges::find(answers, "*") != answers.end();
}

// A threshold is told as a level.
bool same_kind(const Statement& statement, const Label& label) {
  const bool level = statement.kind == StatementKind::threshold || statement.kind == StatementKind::level;
  return has(label.kind, level ? "level" : to_string(statement.kind));
}

// Of trade "between A and B" (CHN~ASEAN) either is the subject.
bool between(const Statement& statement, const Label& label) {
  return std::ranges::any_of(label.subject, [&](const std::string& answer) {
    const auto both = parts(answer, '~');
    return both.size() == 2 && ((both[0] == statement.subject.text && both[1] == statement.partner.text) ||
                                (both[1] == statement.subject.text && both[0] == statement.partner.text));
  });
}

// Counts, dates and rates have parties only by the way.
bool loose(const Statement& statement) {
  return statement.kind == StatementKind::count || statement.kind == StatementKind::date ||
         statement.kind == StatementKind::milestone || statement.kind == StatementKind::rate;
}

bool same_partner(const Statement& statement, const Label& label) {
  if (has(label.partner, statement.partner.text)) return true;
  const auto nobody = [](std::string_view code) { return code.empty() || code == "WLD"; };
  return loose(statement) && nobody(statement.partner.text) && std::ranges::any_of(label.partner, nobody);
}

std::string_view measure_of(const Statement& statement) {
  std::string_view measure = statement.measure;
  if (constexpr std::string_view average = "average_growth_of_"; measure.starts_with(average))
    measure.remove_prefix(average.size());
  if (measure == "goods_trade") return "goods";
  if (measure == "services_trade") return "services";
  if (measure == "goods_and_services_trade") return "goods+services";
  if (measure.find("investment") != std::string_view::npos) return "investment";
  return measure.starts_with("contract") ? "contracts" : "other";
}

// The words of a name of goods that tell what they are, in the singular.
std::set<std::string> words_of_goods(std::string_view name) {
  static const std::set<std::string, std::less<>> empty = {
      "the",      "of",       "and",     "a",     "an",    "in",   "for",     "its",     "other",
      "all",      "to",       "on",      "from",  "by",    "with", "goods",   "product", "sector",
      "products", "industry", "related", "trade", "total", "new",  "exports", "imports", "shipments"};
  std::set<std::string> found;
  std::string word;
  const auto take = [&] {
    if (!word.empty() && !empty.contains(word)) {
      if (word.ends_with("ies"))
        word.replace(word.size() - 3, 3, "y");
      else if (word.size() > 5 && word.ends_with("es") &&
               std::string_view("sxhzo").find(word[word.size() - 3]) != std::string_view::npos)
        word.resize(word.size() - 2);
      else if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss"))
        word.pop_back();
      found.insert(word);
    }
    word.clear();
  };
  for (const char letter : name) {
    const char small = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'))
      word += small;
    else
      take();
  }
  take();
  return found;
}

// Half of the words of the longer name are in both.
bool same_product(const std::string& product, const Label& label) {
  if (has(label.product, product)) return true;
  const auto read = words_of_goods(product);
  return std::ranges::any_of(label.product, [&](const std::string& answer) {
    if (answer.empty() || product.empty()) return false;
    const auto wanted = words_of_goods(answer);
    const auto in_both = static_cast<std::size_t>(
        std::ranges::count_if(read, [&](const std::string& word) { return wanted.contains(word); }));
    return read == wanted || (in_both > 0 && 2 * in_both >= std::max(read.size(), wanted.size()));
  });
}

bool is_currency(std::string_view unit) {
  return unit.size() == 3 && std::ranges::all_of(unit, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The label's number lies in the interval that was read; of an open one it is the closed end.
bool same_value(const Value& value, StatementKind kind, const std::string& answer) {
  const auto blank = answer.find(' ');
  const double number = std::stod(answer.substr(0, blank));
  const std::string unit = blank == std::string::npos ? "" : answer.substr(blank + 1);
  const bool of_time = unit == "years" && (value.unit == "months" || value.unit == "quarters");
  const bool free_unit =
      (kind == StatementKind::rate || kind == StatementKind::comparison || kind == StatementKind::streak) &&
      !is_currency(unit) && !is_currency(value.unit);
  if (!unit.empty() && kind != StatementKind::count && unit != value.unit && !of_time && !free_unit) return false;
  const double least = std::max(std::abs(number) * 1e-6, 1e-9), near = std::abs(number) * 0.06 + least;
  const auto [low, high] = std::pair(value.interval.low, value.interval.high);
  if (std::isinf(low) && std::isinf(high)) return false;
  if (std::isinf(low)) return std::abs(high - number) <= near;
  if (std::isinf(high)) return std::abs(low - number) <= near;
  return low - least <= number && number <= high + least;
}

bool same_value(const Statement& statement, const Label& label) {
  return std::ranges::any_of(label.value, [&](const std::string& answer) {
    return answer == "*" || same_value(statement.value, statement.kind, answer) ||
           (statement.also && same_value(*statement.also, statement.kind, answer));
  });
}

}  // namespace

std::vector<LabelledText> labelled_texts(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + " cannot be read");
  std::vector<LabelledText> texts;
  bool in_labels = false;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    try {
      if (line.starts_with("=== ")) {
        const auto head = parts(std::string_view(line).substr(4), '|');
        constexpr std::string_view published = "published ";
        if (head.size() < 2 || !head[1].starts_with(published)) throw std::runtime_error("no day of publication");
        texts.push_back({head[0], head[1].substr(published.size()), "", {}});
        in_labels = false;
      } else if (texts.empty()) {
        continue;
      } else if (line == "---") {
        in_labels = true;
        auto& text = texts.back().text;
        text.erase(text.find_last_not_of('\n') + 1);
        text.erase(0, text.find_first_not_of('\n'));
        text += '\n';
      } else if (!in_labels) {
        texts.back().text += line + "\n";
      } else if (!estimation::trim(line).empty()) {
        texts.back().labels.push_back(label_of(line, texts.back().text));
      }
    } catch (const std::exception& error) {
      throw std::runtime_error(fmt::format("{}:{}: {}: {}", file.string(), number, error.what(), line));
    }
  }
  return texts;
}

std::string differences(const Statement& statement, const Label& label) {
  std::string found;
  const auto differs = [&found](std::string_view field, bool same) {
    if (!same) found += (found.empty() ? "" : ", ") + std::string(field);
  };
  const bool pair = between(statement, label), by_the_way = loose(statement);
  differs("kind", same_kind(statement, label));
  differs("subject", pair || has(label.subject, statement.subject.text));
  differs("partner", pair || same_partner(statement, label));
  differs("flow", by_the_way || has(label.flow, statement.flow));
  differs("measure", by_the_way || has(label.measure, measure_of(statement)));
  differs("product", by_the_way || same_product(statement.product, label));
  differs("period", has(label.period, to_string(statement.period)));
  differs("value", same_value(statement, label));
  return found;
}

}  // namespace tradewind::tests
