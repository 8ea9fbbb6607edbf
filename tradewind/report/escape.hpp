/// Text put into another language so that it stays text: nothing in an article can become markup.
#pragma once
#include <string>
#include <string_view>

namespace tradewind {

/// For the content of an element and for quoted attributes. Control characters that HTML forbids become U+FFFD.
std::string escape_html(std::string_view text);

/// For a table cell of GitHub's Markdown; line breaks become blanks.
std::string escape_markdown(std::string_view text);

/// For LaTeX text; the few symbols that press texts carry beyond ASCII are left to the engine's UTF-8.
std::string escape_latex(std::string_view text);

/// A field of RFC 4180: in quotes when it holds a comma, a quote or a line break.
std::string escape_csv(std::string_view text);

/// JSON that may stand inside <script>: `<`, `>`, `&` and the two line separators as \u escapes.
std::string escape_script_json(std::string_view json);

}  // namespace tradewind
