#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "tradewind/statements/reader.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

constexpr std::size_t largest_article = 64U << 20U;

// The first byte that is not UTF-8; npos when all are. Overlong forms, surrogates and code points past U+10FFFF count.
std::size_t first_not_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    std::size_t length = byte < 0x80                   ? 1
                         : byte >= 0xC2 && byte < 0xE0 ? 2
                         : byte >= 0xE0 && byte < 0xF0 ? 3
                         : byte >= 0xF0 && byte < 0xF5 ? 4
                                                       : 0;
    if (length == 0 || i + length > text.size()) return i;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) return i;
    const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    if ((byte == 0xE0 && second < 0xA0) || (byte == 0xED && second > 0x9F) || (byte == 0xF0 && second < 0x90) ||
        (byte == 0xF4 && second > 0x8F))
      return i;
    i += length;
  }
  return std::string_view::npos;
}

std::size_t line_of(std::string_view text, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, at), '\n'));
}

bool is_html(std::string_view text) {
  static const RE2 page(R"((?is)\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b)");
  static const RE2 tags(R"((?i)</?(?:div|p|span|a|script|meta|td|li)\b[^>]*>)");
  if (RE2::PartialMatch(re2::StringPiece(text.data(), std::min<std::size_t>(text.size(), 4096)), page)) return true;
  std::size_t count = 0;
  re2::StringPiece rest(text.data(), std::min<std::size_t>(text.size(), 65536));
  while (count < 20 && RE2::FindAndConsume(&rest, tags)) ++count;
  return count >= 20;
}

// The date that the text itself gives near its top: "Published: Sep 08, 2025", "Updated: 2025-09-08", "(Xinhua) --
// September 8, 2025".
std::optional<Date> date_in(std::string_view text) {
  static const RE2 iso(R"((?i)(?:published|updated|date|posted)\b[^\n]{0,20}?(\d{4}-\d{2}-\d{2}))");
  static const RE2 words(R"((?i)(?:published|updated|date|posted)\b:?\s*(?:on\s+|at\s+)?([^\n]{6,40}))");
  const std::string_view top = text.substr(0, 1500);
  std::string found;
  if (RE2::PartialMatch(re2::StringPiece(top.data(), top.size()), iso, &found)) return parse_date(found);
  if (RE2::PartialMatch(re2::StringPiece(top.data(), top.size()), words, &found))
    if (const auto period = parse_period(found); period && period->first == period->last) return period->first;
  // A first line that is a date and nothing else.
  for (std::size_t begin = 0, lines = 0; begin < top.size() && lines < 6; ++lines) {
    const std::size_t end = std::min(top.find('\n', begin), top.size());
    const std::string_view line = top.substr(begin, end - begin);
    if (line.size() >= 8 && line.size() <= 40)
      if (const auto period = parse_period(line); period && period->first == period->last) return period->first;
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace

Article make_article(std::string name, std::string bytes, std::optional<Date> published) {
  if (bytes.size() > largest_article)
    throw InputError(name, "a text of over 64 MiB", "an article", "Split the file, or check that it is the right one.");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  const std::string_view text = bytes;
  if (std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }))
    throw InputError(name, "an empty text", "an article in English",
                     "Save the article's text into the file and run the command again.");
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    throw InputError(name, "UTF-16 text", "UTF-8", "Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW");
  if (text.find('\0') != std::string_view::npos || text.starts_with("%PDF") || text.starts_with("PK\x03\x04"))
    throw InputError(name, "a binary file", "plain text in UTF-8",
                     "Save the article as text first (for a PDF: pdftotext FILE.pdf).");
  if (const auto at = first_not_utf8(text); at != std::string_view::npos)
    throw InputError(name + ":" + std::to_string(line_of(text, at)), "a byte that is not UTF-8", "UTF-8 text",
                     "Convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW (or the encoding that it has).");
  if (is_html(text))
    throw InputError(name, "an HTML page", "the article's plain text",
                     "Copy the text out of the page, or convert it: html2text FILE > NEW");
  Article article;
  article.name = std::move(name);
  article.published = published ? published : date_in(text);
  article.text = std::move(bytes);
  return article;
}

}  // namespace tradewind
