#include "tradewind/statements/fiscal_phrase.hpp"

#include <cstdlib>
#include <string>

namespace tradewind {

namespace {

int as_number(std::string_view digits) { return std::atoi(std::string(digits).c_str()); }

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Years as they stand in the name of a fiscal year: "2024-25", "2016/2017", "2024", "25".
struct Years {
  int first = 0;
  std::optional<int> second;
  std::size_t end = 0;
};

class FiscalPhraseFinder {
 public:
  FiscalPhraseFinder(const Phrase& phrase, const EconomyCode& economy, const std::optional<FiscalYear>& told,
                     const std::optional<Date>& published)
      : p_(phrase), economy_(economy), told_(told), published_(published) {}

  std::optional<FiscalPhrase> at(std::size_t i) const {
    std::size_t j = p_.skip_the(i);
    const std::size_t relative = j;
    const bool is_relative = p_.is_any(j, "current|this|present|ongoing|last|previous|preceding");
    if (is_relative) ++j;
    if (const auto years = glued(j)) return named(*years);
    if (p_.is_any(j, "fiscal|financial|fy")) {
      j += p_.is(j + 1, "year") ? 2 : 1;
      if (p_.is(j, "of") && years_at(j + 1)) ++j;  // "the last fiscal year of 2017/18"
      const bool brackets = p_.is(j, "(");
      if (const auto years = years_at(brackets ? j + 1 : j)) return closed(named(*years), brackets);
      if (is_relative) return relative_to_publication(j, p_.is_any(relative, "last|previous|preceding"));
      if (p_.is(j - 1, "year") || p_.is(j - 1, "fy")) return open(j);
      return std::nullopt;
    }
    const auto years = years_at(j);
    if (!years || !years->second) return std::nullopt;
    if (const auto end = p_.match_any(years->end, "fy|fiscal year|financial year|fiscal"))
      return named({years->first, years->second, end});
    // "the first three months of the 2012-13 period"
    if (j > i && two_digits(years->end - 1) && p_.is(years->end, "period")) {
      auto period = named(*years);
      if (period) ++period->end;
      return period;
    }
    // "Exports came to $9 billion in 2022-2023"
    if (j == i && (two_digits(years->end - 1) || p_.ends_before(i, "in") || counts_in_fiscal(i))) return named(*years);
    return std::nullopt;
  }

 private:
  // "$10.8 billion in the 2016-2017 FY, $9.7 billion in 2014-2015"
  bool counts_in_fiscal(std::size_t to) const {
    for (std::size_t i = p_.begin(); i < to; ++i)
      if (p_.is_any(i, "fy|fiscal|financial")) return true;
    return false;
  }
  bool two_digits(std::size_t i) const { return p_.is_number(i) && p_.word(i).size() == 2 && all_digits(p_.word(i)); }
  std::optional<int> year(std::size_t i) const {
    if (!p_.is_number(i) || p_.word(i).size() != 4 || !all_digits(p_.word(i))) return std::nullopt;
    const int number = as_number(p_.word(i));
    return number >= 1900 && number <= 2100 ? std::optional(number) : std::nullopt;
  }

  // "2024-25", "2024/25", "2016-2017", "24-25"; without a second year it is the year's own name.
  Years with_second(int first, std::size_t end) const {
    if (p_.is_any(end, "-|/") && p_.is_number(end + 1) && !p_.token(end + 1).space_before &&
        as_number(p_.word(end + 1)) % 100 == (first + 1) % 100 && (two_digits(end + 1) || year(end + 1) == first + 1))
      return {first, first + 1, end + 2};
    return {first, std::nullopt, end};
  }

  std::optional<Years> years_at(std::size_t i) const {
    if (p_.is(i, "'")) ++i;
    if (const auto first = year(i)) return with_second(*first, i + 1);
    const bool behind_fy = p_.is_any(i - 1, "fy|fiscal|'");
    if (two_digits(i) && behind_fy) return with_second(2000 + as_number(p_.word(i)), i + 1);
    return std::nullopt;
  }

  // "FY2024-25", "FY25"
  std::optional<Years> glued(std::size_t i) const {
    const std::string_view word = p_.word(i);
    if (!word.starts_with("fy") || !all_digits(word.substr(2))) return std::nullopt;
    const int number = as_number(word.substr(2));
    if (word.size() == 6) return with_second(number, i + 1);
    if (word.size() == 4) return with_second(2000 + number, i + 1);
    return std::nullopt;
  }

  std::optional<FiscalPhrase> named(const Years& years) const {
    auto calendar = told_ || economy_.empty() ? told_ : fiscal_year(economy_, years.first);
    const auto months = years.second ? months_in_brackets(p_, years.end) : std::nullopt;
    if (!calendar && months) calendar = FiscalYear{.first_month = months->first};
    // Nobody calls a year by two that ends in September of the second: "2016-17" in a text on Australia and the US.
    if (!calendar || (years.second && economy_ == EconomyCode{"USA"})) return std::nullopt;
    return FiscalPhrase{*calendar, years.second ? years.first : calendar->begins_in(years.first), years.end};
  }

  std::optional<FiscalPhrase> closed(std::optional<FiscalPhrase> phrase, bool brackets) const {
    if (phrase && brackets && p_.is(phrase->end, ")")) ++phrase->end;
    return phrase;
  }

  std::optional<FiscalPhrase> relative_to_publication(std::size_t end, bool last) const {
    if (!published_) return std::nullopt;
    const auto calendar = told_ || economy_.empty() ? told_ : fiscal_year(economy_, *published_);
    if (!calendar) return std::nullopt;
    return FiscalPhrase{*calendar, calendar->year_of(*published_) - (last ? 1 : 0), end, true};
  }

  std::optional<FiscalPhrase> open(std::size_t end) const {
    auto phrase = relative_to_publication(end, false);
    if (phrase) phrase->open = true;
    return phrase;
  }

  const Phrase& p_;
  const EconomyCode& economy_;
  const std::optional<FiscalYear>& told_;
  const std::optional<Date>& published_;
};

}  // namespace

std::optional<FiscalPhrase> fiscal_year_at(const Phrase& sentence, std::size_t i, const EconomyCode& economy,
                                           const std::optional<FiscalYear>& told,
                                           const std::optional<Date>& published) {
  if (!sentence.inside(i)) return std::nullopt;
  return FiscalPhraseFinder(sentence, economy, told, published).at(i);
}

std::optional<std::pair<unsigned, unsigned>> months_in_brackets(const Phrase& sentence, std::size_t i) {
  if (!sentence.is(i, "(") || !sentence.is_any(i + 2, "-|to") || !sentence.is(i + 4, ")")) return std::nullopt;
  const auto from = month_word(sentence.word(i + 1)), to = month_word(sentence.word(i + 3));
  return from && to ? std::optional(std::pair(*from, *to)) : std::nullopt;
}

}  // namespace tradewind
