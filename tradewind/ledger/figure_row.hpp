/// One row of a figures table: what it must say to be taken, and what the ledger makes of it.
#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "tradewind/ledger/unit.hpp"
#include "tradewind/world/interval.hpp"
#include "tradewind/world/period.hpp"
#include "tradewind/world/world.hpp"

namespace tradewind {

inline constexpr std::array<std::string_view, 12> figure_columns = {"reporter",    "partner",   "flow", "measure",
                                                                    "period",      "value",     "unit", "publisher",
                                                                    "publication", "published", "url",  "note"};

struct Figure {
  std::string reporter, partner, flow, measure;
  Period period;
  std::string value, printed_unit;
  Unit unit;
  Interval interval;  ///< in units of one
  int place = 0;      ///< power of ten of the last printed digit, in units of one
  std::string publisher, publication, published, url, note;
};

/// What codes there are. A register that is empty (a folder without data/world) checks only how a code is written.
class Register {
 public:
  explicit Register(const World& world);
  /// InputError unless it is the code of an economy, of a bloc or WLD.
  void require_party(const std::string& code, std::string_view column) const;
  /// InputError unless there is such a currency.
  void require_currency(const std::string& code) const;

 private:
  const World& world_;
  std::unordered_set<std::string> parties_, currencies_;
};

/// Checks the fields (in the order of figure_columns) and works out interval and period.
/// InputError with what was found and what was expected; its `where` is the column.
Figure parse_figure(std::span<const std::string> fields, const Register& known);

/// A decimal number as printed, checked: digits, at most one point, a sign only when `negative` is allowed, at most 15
/// digits. InputError otherwise.
void require_number(const std::string& value, bool negative);
/// What a note says about how exact a number is: it begins with "over", "about" or "nearly" (or a word that means so).
enum class Hedge;
Hedge hedge_of(std::string_view note);
/// The same in one word: "over", "about", "nearly" or nothing.
std::string_view hedge_word(std::string_view note);
/// "2025-09-08", "2025-09", "2025" or nothing. InputError otherwise.
void require_publication_date(const std::string& published);
/// "2025-09-08" -> "Sep 2025", "2025" -> "2025".
std::string month_in_words(const std::string& published);
/// "General Administration of Customs of China, Sep 2025".
std::string citation(const std::string& publisher, const std::string& published);

}  // namespace tradewind
