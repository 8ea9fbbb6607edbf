#include "tradewind/statements/tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "tradewind/statements/any_of.hpp"
#include "tradewind/world/lower_case.hpp"

namespace tradewind {
namespace {

using std::string_view;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Marks and symbols that UTF-8 texts use, with the plain form that the rules know.
struct Special {
  string_view bytes, plain;
  TokenKind kind;
};
constexpr std::array<Special, 28> specials = {
    {{"\u2018", "'", TokenKind::mark},   {"\u2019", "'", TokenKind::mark},     {"\u201c", "\"", TokenKind::mark},
     {"\u201d", "\"", TokenKind::mark},  {"\u2010", "-", TokenKind::mark},     {"\u2011", "-", TokenKind::mark},
     {"\u2012", "-", TokenKind::mark},   {"\u2013", "-", TokenKind::mark},     {"\u2014", "--", TokenKind::mark},
     {"\u2212", "-", TokenKind::mark},   {"\u2026", "...", TokenKind::mark},   {"\u2022", "*", TokenKind::mark},
     {"\u20ac", "€", TokenKind::symbol}, {"\u00a3", "£", TokenKind::symbol},   {"\u00a5", "¥", TokenKind::symbol},
     {"\uffe5", "¥", TokenKind::symbol}, {"\u20a9", "₩", TokenKind::symbol},   {"\u20ab", "₫", TokenKind::symbol},
     {"\u20b9", "₹", TokenKind::symbol}, {"\u0e3f", "฿", TokenKind::symbol},   {"\u20b1", "₱", TokenKind::symbol},
     {"\uff05", "%", TokenKind::symbol}, {"\u00ba", "o", TokenKind::mark},     {"\u20a6", "₦", TokenKind::symbol},
     {"\u20ba", "₺", TokenKind::symbol}, {"\u20bd", "₽", TokenKind::symbol}, {"\u20aa", "₪", TokenKind::symbol},
     {"\u20b4", "₴", TokenKind::symbol}}};

const Special* special_at(string_view text, std::size_t i) {
  if (static_cast<unsigned char>(text[i]) < 0x80) return nullptr;
  for (const auto& special : specials)
    if (text.substr(i).starts_with(special.bytes)) return &special;
  return nullptr;
}

// No-break and thin spaces of UTF-8: their length, 0 for anything else.
std::size_t wide_blank(string_view text, std::size_t i) {
  constexpr std::array<string_view, 7> blanks = {"\u00a0", "\u2009", "\u200a", "\u202f", "\u200b", "\ufeff", "\u3000"};
  if (static_cast<unsigned char>(text[i]) < 0x80) return 0;
  for (const auto blank : blanks)
    if (text.substr(i).starts_with(blank)) return blank.size();
  return 0;
}

class Tokenizer {
 public:
  explicit Tokenizer(string_view text) : text_(text) {}

  TokenizedText run() {
    result_.tokens.reserve(text_.size() / 5 + 8);
    while (at_ < text_.size()) step();
    finish_sentence();
    return std::move(result_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (is_blank(c)) return blank();
    if (const auto length = wide_blank(text_, at_)) {
      space_ = true;
      at_ += length;
      return;
    }
    if (is_digit(c)) return number();
    if (const auto quote = apostrophe_at(at_); quote && possessive_apart(quote))
      return add(TokenKind::word, at_, at_ + quote + 1, "'s");
    if (const Special* special = special_at(text_, at_))
      return add(special->kind, at_, at_ + special->bytes.size(), std::string(special->plain));
    if (is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80) return word();
    if (c == '$') return add(TokenKind::symbol, at_, at_ + 1, "$");
    if (c == '-' && at_ + 1 < text_.size() && text_[at_ + 1] == '-') return add(TokenKind::mark, at_, at_ + 2, "--");
    if (c == '%') return add(TokenKind::symbol, at_, at_ + 1, "%");
    add(TokenKind::mark, at_, at_ + 1, std::string(1, c));
  }

  // A blank line ends a paragraph, and so does a line end after a short line (titles, captions).
  void blank() {
    std::size_t lines = 0;
    const std::size_t start = at_;
    while (at_ < text_.size() && is_blank(text_[at_])) lines += text_[at_++] == '\n' ? 1 : 0;
    space_ = true;
    if (lines == 0) return;
    const std::size_t line_begin = start == 0 ? 0 : text_.rfind('\n', start - 1) + 1;
    // A line that goes on in small letters has only been wrapped.
    const bool goes_on = at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z';
    if (lines > 1 || (start - line_begin < 60 && !goes_on) || ends_with_stop()) {
      finish_sentence();
      ++paragraph_;
    }
  }

  bool ends_with_stop() const {
    return !result_.tokens.empty() && (result_.tokens.back().text == "." || result_.tokens.back().text == "\"" ||
                                       result_.tokens.back().text == ":");
  }

  void number() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    std::string digits;
    bool point = false;
    while (end < text_.size()) {
      const char c = text_[end];
      if (is_digit(c)) {
        digits += c;
        ++end;
      } else if (c == ',' && !point && (thousands_follow(end) || lakhs_follow(end))) {
        ++end;
      } else if (c == ',' && !point && decimals_follow(end)) {
        digits += '.';
        point = true;
        ++end;
      } else if (!point && parted_thousands(begin, end)) {
        ++end;
      } else if (c == '.' && !point && digits.size() <= 3 && thousands_follow(end) && scale_at(end + 4) &&
                 decimals_have_commas()) {
        ++end;
      } else if (c == '.' && !point && end + 1 < text_.size() && is_digit(text_[end + 1])) {
        digits += '.';
        point = true;
        ++end;
      } else {
        break;
      }
    }
    const string_view rest = text_.substr(end, 2);
    const bool suffix = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    if (!point && suffix && (end + 2 >= text_.size() || !is_ascii_letter(text_[end + 2])))
      return add(TokenKind::ordinal, begin, end + 2, digits);
    // "5G", "3D", "2.0-era": a letter glued to a digit makes a name, unless it is a scale ("100bn", "5m", "20pc").
    std::size_t letters = end;
    while (letters < text_.size() && is_ascii_letter(text_[letters])) ++letters;
    const string_view glued = text_.substr(end, letters - end);
    static constexpr std::array<string_view, 30> scales = {
        "bn",  "bil",  "mil", "b",  "m",   "mn",      "mln",     "bln",     "tn",       "trn",
        "tln", "trln", "k",   "pc", "pct", "percent", "million", "billion", "trillion", "km",
        "kg",  "t",    "pp",  "x",  "sqm", "kWh",     "GW",      "MW",      "s",        "yuan"};
    if (!glued.empty()) {
      std::string lower(glued);
      std::ranges::transform(lower, lower.begin(), small_letter);
      const bool scale = std::ranges::find(scales, lower) != scales.end();
      const bool quarter = digits.size() == 1 && (glued == "Q" || glued == "H");
      // "B2B", "G2G", "P2P": two letters with "to" between them
      const bool between_letters = begin > 0 && is_ascii_letter(text_[begin - 1]) && glued.size() == 1 &&
                                   (begin == 1 || !is_ascii_letter(text_[begin - 2]));
      if ((!scale || between_letters) && !quarter)
        return add(TokenKind::word, begin, letters, std::string(text_.substr(begin, letters - begin)));
    }
    add(TokenKind::number, begin, end, std::move(digits));
    possessive_ending();  // "2022's record"
  }

  // "€1 741.9 bn", "R1 519 billion", "about 8 800 firms": thousands set apart by a blank, behind a currency or a word
  // in small letters; not "On May 5 300 firms".
  bool parted_thousands(std::size_t begin, std::size_t blank) const {
    if (text_[blank] != ' ' || begin == 0 || blank - begin > 7) return false;
    const bool first = std::all_of(text_.begin() + static_cast<long>(begin), text_.begin() + static_cast<long>(blank),
                                   [](char c) { return is_digit(c); });
    if (first && blank - begin > 3) return false;
    if (!thousands_follow(blank)) return false;
    const auto before = static_cast<unsigned char>(text_[begin - 1]);
    if (before != ' ') return before == '$' || before >= 0x80 || is_upper(text_[begin - 1]);
    const Token* word = result_.tokens.empty() ? nullptr : &result_.tokens.back();
    return word && word->place.end + 1 == begin && word->kind == TokenKind::word && (!word->capital || word->upper);
  }

  // "Rs 2,80,000 crore": two digits, and then thousands
  bool lakhs_follow(std::size_t comma) const {
    return comma + 3 < text_.size() && is_digit(text_[comma + 1]) && is_digit(text_[comma + 2]) &&
           text_[comma + 3] == ',' && thousands_follow(comma + 3);
  }

  // "R171,8 billion", "4,5%": a decimal comma
  bool decimals_follow(std::size_t comma) const {
    std::size_t end = comma + 1;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    if (end == comma + 1 || end > comma + 3) return false;
    const string_view rest = text_.substr(end);
    // "$13,62-trillion"
    if (rest.starts_with("-trillion") || rest.starts_with("-billion") || rest.starts_with("-million")) return true;
    if (rest.starts_with("bn") || rest.starts_with("mn") || rest.starts_with("tn")) return true;  // "US$ 5,8bn"
    return rest.starts_with('%') || rest.starts_with(" billion") || rest.starts_with(" million") ||
           rest.starts_with(" trillion") || rest.starts_with(" bn") || rest.starts_with(" per");
  }

  bool scale_at(std::size_t i) const {
    const string_view rest = text_.substr(std::min(i, text_.size()));
    return rest.starts_with(" billion") || rest.starts_with(" million") || rest.starts_with(" trillion");
  }

  // "4.090 billion yuan (587,71 billion USD)": where such decimals have a comma, a point sets off thousands.
  // Looked for once: the text may be long, and full of such numbers.
  bool decimals_have_commas() {
    if (!commas_) commas_ = find_decimal_comma();
    return *commas_;
  }
  bool find_decimal_comma() const {
    for (std::size_t i = text_.find(','); i != string_view::npos; i = text_.find(',', i + 1))
      if (i > 0 && is_digit(text_[i - 1]) && decimals_follow(i) &&
          scale_at(text_.find_first_not_of("0123456789", i + 1)))
        return true;
    return false;
  }

  bool thousands_follow(std::size_t comma) const {
    for (std::size_t k = 1; k <= 3; ++k)
      if (comma + k >= text_.size() || !is_digit(text_[comma + k])) return false;
    return comma + 4 >= text_.size() || !is_digit(text_[comma + 4]);
  }

  void word() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (end < text_.size()) {
      const char c = text_[end];
      const auto byte = static_cast<unsigned char>(c);
      if (is_ascii_letter(c)) {
        ++end;
      } else if (byte >= 0x80) {
        if (special_at(text_, end) || wide_blank(text_, end)) break;
        ++end;
      } else if (c == '.' && end - begin >= 1 && is_upper(text_[end - 1]) &&
                 (end - begin == 1 || text_[end - 2] == '.')) {
        // "U.S." and the like: single capitals with stops, two at least.
        const bool next = end + 1 < text_.size() && is_upper(text_[end + 1]) &&
                          (end + 2 >= text_.size() || !is_ascii_letter(text_[end + 2]));
        if (end - begin == 1 && !next) break;
        ++end;
        if (!next) break;
      } else if (is_digit(c) && names_a_number(text_.substr(begin, end - begin))) {
        ++end;  // G20, H1, Q3, FY24
        while (end < text_.size() && is_digit(text_[end])) ++end;
        break;
      } else {
        break;
      }
    }
    if (end == begin) ++end;
    // "US$", "RM", "S$": letters that a dollar sign ends are a currency.
    if (end < text_.size() && text_[end] == '$' && end - begin <= 3)
      return add(TokenKind::symbol, begin, end + 1, std::string(text_.substr(begin, end + 1 - begin)));
    add(TokenKind::word, begin, end, std::string(text_.substr(begin, end - begin)));
    possessive_ending();
  }

  // The possessive ending stands apart.
  void possessive_ending() {
    const std::size_t quote = apostrophe_at(at_);
    if (quote && at_ + quote < text_.size() && (text_[at_ + quote] == 's' || text_[at_ + quote] == 'S') &&
        (at_ + quote + 1 >= text_.size() || !is_ascii_letter(text_[at_ + quote + 1])))
      add(TokenKind::word, at_, at_ + quote + 1, "'s");
  }

  // "G20", "H1", "Q3", "FY24" are names; "RMB500" and "RM12" are a currency and a number.
  static bool names_a_number(string_view letters) {
    return letters == "G" || letters == "H" || letters == "Q" || letters == "FY" || letters == "T" || letters == "A" ||
           letters == "EU";
  }

  std::size_t apostrophe_at(std::size_t i) const {
    if (i >= text_.size()) return 0;
    if (text_[i] == '\'') return 1;
    if (text_.substr(i).starts_with("\u2019")) return 3;
    return 0;
  }

  // "China \u2019s trade": the ending set apart by a blank.
  bool possessive_apart(std::size_t quote) const {
    const std::size_t s = at_ + quote;
    return !result_.tokens.empty() && result_.tokens.back().kind == TokenKind::word && result_.tokens.back().capital &&
           s < text_.size() && text_[s] == 's' && (s + 1 >= text_.size() || is_blank(text_[s + 1]));
  }

  void add(TokenKind kind, std::size_t begin, std::size_t end, std::string text) {
    // "Rs. 5 crore", "Rp. 5 trillion": a currency, and no end of anything
    if (text == "." && !result_.tokens.empty() &&
        (result_.tokens.back().text == "rs" || result_.tokens.back().text == "rp")) {
      at_ = end;
      return;
    }
    Token token{{begin, end}, kind, is_upper(text_[begin]), false, space_, 0, 0, 0, std::move(text)};
    token.upper = end - begin > 1 &&
                  std::none_of(text_.begin() + static_cast<long>(begin), text_.begin() + static_cast<long>(end),
                               [](char c) { return c >= 'a' && c <= 'z'; });
    if (kind == TokenKind::word) std::ranges::transform(token.text, token.text.begin(), small_letter);
    token.shape = shape_of(token.text);
    token.inner_shape = inner_shape_of(token.text);
    if (kind == TokenKind::word || token.text == "+") token.uses = uses_of(token.text);
    // "Chongqing", "Jiangxing": a name, whatever it ends with
    if (token.capital && token.uses == use::gerund && !stop_pending_ && !result_.tokens.empty()) token.uses = 0;
    // A sentence ends at a stop when what follows starts a new one.
    if (stop_pending_ &&
        (token.capital || token.kind == TokenKind::number || token.kind == TokenKind::symbol || token.text == "\"" ||
         token.text == "'" || token.text == "(") &&
        token.space_before && !(token.text == "\"" && !next_is_letter(end)))
      finish_sentence();
    if (!(stop_pending_ && (token.text == "\"" || token.text == "'" || token.text == ")"))) stop_pending_ = false;
    if (kind == TokenKind::mark && (token.text == "." || token.text == "?" || token.text == "!") &&
        !after_abbreviation())
      stop_pending_ = true;
    if (kind == TokenKind::word && token.text.size() == 4 && token.text.ends_with('.')) stop_pending_ = false;
    // No sentence of the press is so long; a text without stops is cut, so that reading stays linear in its length: at
    // a blank, or anywhere in one without blanks ("5%,5%,5%,...").
    constexpr std::size_t longest = 400, longest_without_blank = 2 * longest;
    const std::size_t length = result_.tokens.size() - first_;
    if (length >= longest && (token.space_before || length >= longest_without_blank)) finish_sentence();
    result_.tokens.push_back(std::move(token));
    at_ = end;
    space_ = false;
  }

  bool next_is_letter(std::size_t i) const {
    return i < text_.size() && (is_ascii_letter(text_[i]) || is_digit(text_[i]) || text_[i] == '$');
  }

  bool after_abbreviation() const {
    if (result_.tokens.empty()) return false;
    const Token& token = result_.tokens.back();
    static constexpr std::array<string_view, 34> abbreviations = {
        "jan", "feb", "mar", "apr", "jun",  "jul",  "aug", "sep", "sept", "oct", "nov",    "dec",
        "mr",  "mrs", "ms",  "dr",  "prof", "no",   "rep", "st",  "vs",   "etc", "approx", "fig",
        "gen", "sen", "gov", "inc", "co",   "corp", "ltd", "est", "dept", "u.s"};
    if (token.kind != TokenKind::word) return false;
    // "i.e."; not "to €700m."
    const std::size_t count = result_.tokens.size();
    const bool behind_number = count > 1 && result_.tokens[count - 2].kind == TokenKind::number;
    const bool letter = token.text.size() == 1 && !token.capital && !token.space_before && !behind_number;
    return letter || (token.capital && std::ranges::find(abbreviations, token.text) != abbreviations.end());
  }

  void finish_sentence() {
    stop_pending_ = false;
    if (result_.tokens.size() > first_) result_.sentences.push_back({first_, result_.tokens.size(), paragraph_});
    first_ = result_.tokens.size();
  }

  string_view text_;
  std::size_t at_ = 0;
  std::size_t first_ = 0;
  std::size_t paragraph_ = 0;
  bool space_ = false;
  bool stop_pending_ = false;
  std::optional<bool> commas_;
  TokenizedText result_;
};

}  // namespace

TokenizedText tokenize(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace tradewind
