#include "tradewind/ledger/figure_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "tradewind/world/input_error.hpp"
#include "tradewind/world/lower_case.hpp"
#include "tradewind/world/quantity.hpp"

namespace tradewind {
namespace {

constexpr std::array<std::string_view, 8> flows = {"exports", "imports", "trade",   "balance",
                                                   "outward", "inward",  "two-way", ""};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_measure(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; });
}

bool may_be_negative(const Figure& figure) {
  return figure.unit.kind == FigureKind::growth || figure.flow == "balance" || figure.measure == "investment_flow" ||
         figure.measure.starts_with("investment_flow_");
}

void require_text(const std::string& text, std::string_view column) {
  if (text.empty())
    throw InputError(std::string(column), fmt::format("no {}", column),
                     fmt::format("the {} that the figure comes from", column));
}

Period require_period(const std::string& text) {
  const auto period = Period::from_iso(text);
  if (!period)
    throw InputError("period", fmt::format("period '{}'", text),
                     "2024, 2024-H1, 2024-Q3, 2024-08, 2024-01/2024-08, 2024-08-15 or ../2025-07");
  return *period;
}

int last_place(const std::string& digits, int scale) {
  const auto point = digits.find('.');
  return point == std::string::npos ? scale : scale - static_cast<int>(digits.size() - point - 1);
}

// A figure that its source cut off instead of rounding may be short of the truth by a whole unit of the last place.
Interval interval_in_units_of_one(const Figure& figure) {
  const bool exact = figure.unit.kind == FigureKind::rank;
  const Interval rounded = interval_of({figure.value, figure.unit.scale, hedge_of(figure.note), exact});
  if (!figure.note.starts_with("truncated")) return rounded;
  const double half = rounded.middle() - rounded.low;
  return {rounded.low - (figure.value.front() == '-' ? half : 0),
          rounded.high + (figure.value.front() == '-' ? 0 : half)};
}

}  // namespace

Register::Register(const World& world) : world_(world) {
  for (const auto& economy : world.economies()) parties_.insert(economy.code.text);
  if (parties_.empty()) return;
  for (const auto& bloc : world.blocs()) parties_.insert(bloc.code.text);
  parties_.insert(world_total.text);
  for (const auto& currency : world.currencies()) currencies_.insert(currency.code);
}

void Register::require_party(const std::string& code, std::string_view column) const {
  if (parties_.contains(code)) return;
  const std::string found = fmt::format("unknown {} '{}'", column, code);
  if (parties_.empty()) {
    if (!code.empty() && std::ranges::all_of(code, [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); }))
      return;
    throw InputError(std::string(column), found, "an ISO 3166 alpha-3 code, a bloc's code or WLD");
  }
  if (const auto meant = world_.find(code))
    throw InputError(std::string(column), found, fmt::format("its code, {}", meant->text));
  try {
    world_.require(code, std::string(column));
  } catch (const InputError& error) {
    std::string nearest = error.hint();
    if (!nearest.empty())
      nearest = fmt::format(" ({}{})", std::tolower(nearest.front()) == 'n' ? "n" : "", nearest.substr(1));
    throw InputError(std::string(column), found, "an ISO 3166 alpha-3 code, a bloc's code or WLD" + nearest);
  }
}

void Register::require_currency(const std::string& code) const {
  if (currencies_.empty() || currencies_.contains(code)) return;
  throw InputError("unit", fmt::format("unknown currency '{}'", code), "an ISO 4217 code of data/world/currencies.csv");
}

Hedge hedge_of(std::string_view note) {
  static constexpr std::array<std::pair<std::string_view, Hedge>, 13> words = {{{"over", Hedge::over},
                                                                                {"more than", Hedge::over},
                                                                                {"at least", Hedge::over},
                                                                                {"exceeded", Hedge::over},
                                                                                {"topped", Hedge::over},
                                                                                {"above", Hedge::over},
                                                                                {"about", Hedge::about},
                                                                                {"approximately", Hedge::about},
                                                                                {"around", Hedge::about},
                                                                                {"nearly", Hedge::under},
                                                                                {"almost", Hedge::under},
                                                                                {"less than", Hedge::under},
                                                                                {"under", Hedge::under}}};
  const std::string start = lower_case(note.substr(0, 16));
  for (const auto& [word, hedge] : words)
    if (start.starts_with(word) &&
        (start.size() == word.size() || std::string_view(" ,;:.").find(start[word.size()]) != std::string_view::npos))
      return hedge;
  return Hedge::none;
}

std::string_view hedge_word(std::string_view note) {
  switch (hedge_of(note)) {
    case Hedge::over:
      return "over";
    case Hedge::about:
      return "about";
    case Hedge::under:
      return "nearly";
    case Hedge::none:
      break;
  }
  return "";
}

void require_number(const std::string& value, bool negative) {
  std::string_view digits = value;
  const bool minus = digits.starts_with('-');
  if (minus) digits.remove_prefix(1);
  const auto points = std::ranges::count(digits, '.');
  const bool decimal = !digits.empty() && points <= 1 && is_digit(digits.front()) && is_digit(digits.back()) &&
                       std::ranges::all_of(digits, [](char c) { return is_digit(c) || c == '.'; });
  if (!decimal)
    throw InputError("value", fmt::format("value '{}'", value), "a number as printed, like 4.93 (no separators)");
  if (static_cast<std::ptrdiff_t>(digits.size()) - points > 15)
    throw InputError("value", fmt::format("value '{}'", value), "at most 15 digits");
  if (minus && !negative)
    throw InputError("value", fmt::format("negative value '{}'", value),
                     "a value of zero or more (only growth rates, balances and investment flows may be negative)");
}

void require_publication_date(const std::string& published) {
  if (published.empty() || parse_date(published)) return;
  const auto period = Period::from_iso(published);
  if (period && !period->open_start && (published.size() == 4 || published.size() == 7) &&
      published.find_first_not_of("0123456789-") == std::string::npos)
    return;
  throw InputError("published", fmt::format("date of publication '{}'", published),
                   "YYYY-MM-DD, YYYY-MM, YYYY or nothing");
}

std::string month_in_words(const std::string& published) {
  const auto period = Period::from_iso(published.substr(0, 7));
  if (!period || published.size() < 7) return published;
  return fmt::format("{} {}", month_name(static_cast<unsigned>(period->last.month())).substr(0, 3),
                     published.substr(0, 4));
}

std::string citation(const std::string& publisher, const std::string& published) {
  return published.empty() ? publisher : publisher + ", " + month_in_words(published);
}

Figure parse_figure(std::span<const std::string> fields, const Register& known) {
  Figure figure;
  figure.reporter = fields[0];
  figure.partner = fields[1];
  figure.flow = fields[2];
  figure.measure = fields[3];
  figure.value = fields[5];
  figure.printed_unit = fields[6];
  figure.publisher = fields[7];
  figure.publication = fields[8];
  figure.published = fields[9];
  figure.url = fields[10];
  figure.note = fields[11];

  known.require_party(figure.reporter, "reporter");
  if (!figure.partner.empty()) known.require_party(figure.partner, "partner");
  if (std::ranges::find(flows, figure.flow) == flows.end())
    throw InputError("flow", fmt::format("unknown flow '{}'", figure.flow),
                     "exports, imports, trade, balance, outward, inward, two-way or nothing");
  if (!is_measure(figure.measure))
    throw InputError("measure", fmt::format("measure '{}'", figure.measure),
                     "a name in small letters, like goods_trade or investment_stock");
  figure.period = require_period(fields[4]);
  const auto unit = parse_unit(figure.printed_unit);
  if (!unit) throw InputError("unit", fmt::format("unknown unit '{}'", figure.printed_unit), known_units());
  figure.unit = *unit;
  for (const auto& code : {unit->base, unit->basis})
    if (code.size() == 3 && code != "TEU" && std::isupper(static_cast<unsigned char>(code.front())) != 0)
      known.require_currency(code);
  require_number(figure.value, may_be_negative(figure));
  require_text(figure.publisher, "publisher");
  require_text(figure.publication, "publication");
  require_publication_date(figure.published);
  figure.interval = interval_in_units_of_one(figure);
  figure.place = last_place(figure.value, figure.unit.scale);
  return figure;
}

}  // namespace tradewind
