#include "tradewind/report/brief_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "tradewind/report/escape.hpp"
#include "tradewind/report/statement_words.hpp"

namespace tradewind {
namespace {

// Lines shorter than this end on purpose; longer ones may have been broken to fit a window.
constexpr std::size_t short_line = 60;
constexpr std::size_t longest_headline = 160;
constexpr std::size_t most_lanes = 3;

struct Mark {
  std::size_t number = 0;  // of the statement, from 1
  Place place, figure;
  Verdict verdict{};
  std::size_t lane = 0;  // height of its underline
};

bool overlap(const Place& a, const Place& b) { return a.begin < b.end && b.begin < a.end; }

// Inside of the text and not within a character of UTF-8, whatever the reader said.
Place clipped(Place place, std::string_view text) {
  const auto settle = [&](std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
  };
  return {settle(place.begin), settle(place.end)};
}

// Statements that overlap are underlined one below the other; those of one verdict share a line.
void assign_lanes(std::vector<Mark>& marks) {
  std::vector<Mark*> order;
  order.reserve(marks.size());
  for (Mark& mark : marks) order.push_back(&mark);
  std::ranges::stable_sort(order, [](const Mark* a, const Mark* b) {
    return a->place.begin != b->place.begin ? a->place.begin < b->place.begin : a->place.end > b->place.end;
  });
  std::vector<const Mark*> open;
  for (Mark* mark : order) {
    std::erase_if(open, [&](const Mark* other) { return other->place.end <= mark->place.begin; });
    std::set<std::size_t> taken;
    std::optional<std::size_t> shared;
    for (const Mark* other : open) {
      if (other->verdict == mark->verdict) shared = other->lane;
      taken.insert(other->lane);
    }
    std::size_t lane = 0;
    while (taken.contains(lane)) ++lane;
    mark->lane = std::min(shared.value_or(lane), most_lanes - 1);
    open.push_back(mark);
  }
}

std::vector<Mark> marks_of(const CheckedArticle& article) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < article.statements.size(); ++i) {
    const CheckedStatement& checked = article.statements[i];
    Mark mark{i + 1, clipped(checked.statement.place, article.article.text),
              clipped(checked.statement.number, article.article.text), checked.verdict, 0};
    // A statement whose place is lost still needs its number in the text: at the figure, else at the start.
    if (mark.place.begin >= mark.place.end) mark.place = mark.figure;
    marks.push_back(mark);
  }
  assign_lanes(marks);
  return marks;
}

// Without blanks at its ends, the no-break spaces that web pages leave behind included.
std::string_view trimmed(std::string_view line) {
  constexpr std::string_view no_break = "\xC2\xA0";
  while (line.starts_with(no_break)) line.remove_prefix(no_break.size());
  while (line.ends_with(no_break)) line.remove_suffix(no_break.size());
  const auto begin = line.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return line.substr(0, 0);
  return line.substr(begin, line.find_last_not_of(" \t\r\n") - begin + 1);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

bool reads_like_headline(std::string_view line) {
  if (line.size() > longest_headline || line.empty() ||
      std::string_view(".:;,").find(line.back()) != std::string_view::npos)
    return false;
  if (line.starts_with("Published") || line.starts_with("By ") || line.starts_with("Source")) return false;
  return std::ranges::count(line, ' ') >= 3;
}

std::size_t place_in(std::string_view part, std::string_view whole) {
  return static_cast<std::size_t>(part.data() - whole.data());
}

class Writer {
 public:
  explicit Writer(const CheckedArticle& article)
      : article_(article), text_(article.article.text), marks_(marks_of(article)) {
    for (const auto& unread : article.unread) {
      const Place place = clipped(unread.place, text_);
      cut(place);
      unread_.emplace(place.begin, place.end);
    }
    for (const auto& mark : marks_) {
      cut(mark.place), cut(mark.figure);
      ends_.emplace(mark.place.end, &mark);
      upcoming_.push_back(&mark);
    }
    std::ranges::stable_sort(upcoming_, std::greater{}, [](const Mark* mark) { return mark->place.begin; });
  }

  std::string write() {
    const std::string headline = headline_of(text_);
    std::string html;
    std::string_view paragraph;
    bool headline_seen = false;
    bool after_headline = false;
    const auto finish = [&] {
      const std::string_view words = trimmed(paragraph);
      paragraph = {};
      if (words.empty()) return;
      // Dates and authors stand below a headline in one short line.
      const bool credit = after_headline && words.size() < short_line && words.find('\n') == std::string_view::npos;
      html += paragraph_html(words, credit ? "kicker" : "");
      after_headline = false;
    };
    for (const std::string_view line : lines_of(text_)) {
      if (trimmed(line).empty()) {
        finish();
      } else if (!headline_seen && !headline.empty() && html.size() < 4096 && trimmed(line) == headline) {
        // What stands above a headline in the same block is its kicker.
        if (!trimmed(paragraph).empty()) html += paragraph_html(trimmed(paragraph), "kicker");
        paragraph = {};
        html += paragraph_html(trimmed(line), "headline");
        headline_seen = after_headline = true;
      } else if (paragraph.empty()) {
        paragraph = line;
      } else {
        paragraph =
            text_.substr(place_in(paragraph, text_), place_in(line, text_) + line.size() - place_in(paragraph, text_));
      }
    }
    finish();
    // Statements whose end lies between paragraphs, in blank lines.
    std::string left;
    for (const auto& mark : marks_)
      if (!linked_.contains(mark.number)) left += link(mark);
    if (!left.empty()) html += "<div class=\"paragraph\"><p>" + left + "</p></div>\n";
    return html;
  }

 private:
  void cut(const Place& place) { cuts_.insert(place.begin), cuts_.insert(place.end); }

  std::string link(const Mark& mark) {
    linked_.insert(mark.number);
    const CheckedStatement& checked = article_.statements[mark.number - 1];
    const std::string amount = amount_in_words(checked.statement);
    return fmt::format(
        "<a class=\"ref {0}\" id=\"s{1}\" href=\"#e{1}\" data-s=\"{1}\" aria-label=\"Statement {1}, {2}{3}\">{1}<span "
        "class=\"symbol\">{4}</span></a>",
        css_class(mark.verdict), mark.number, to_string(mark.verdict), amount.empty() ? "" : ": " + escape_html(amount),
        symbol(mark.verdict));
  }

  // A piece of the text that no statement begins or ends in.
  std::string piece_html(std::size_t begin, std::size_t end) {
    std::string html;
    for (std::size_t i = begin; i < end;) {
      const std::size_t line_end = std::min(text_.find('\n', i), end);
      html += escape_html(text_.substr(i, line_end - i));
      if (line_end < end) {
        const std::size_t before = text_.rfind('\n', line_end - (line_end > 0 ? 1 : 0));
        const std::size_t start = before == std::string_view::npos || before >= line_end ? 0 : before + 1;
        html += line_end - start < short_line ? "<br>\n" : "\n";
      }
      i = line_end + 1;
    }
    const Place piece{begin, end};
    const auto inside = [&](const Place& place) {
      return place.begin <= begin && end <= place.end && place.begin < place.end;
    };
    const auto unread = unread_.upper_bound(begin);
    if (unread != unread_.begin() && inside({std::prev(unread)->first, std::prev(unread)->second}))
      return "<span class=\"unread\" title=\"No rule could read this number\">" + html + "</span>";

    // Pieces come in the order of the text.
    std::erase_if(open_, [&](const Mark* mark) { return mark->place.end <= begin; });
    for (; !upcoming_.empty() && upcoming_.back()->place.begin < end; upcoming_.pop_back())
      if (overlap(upcoming_.back()->place, piece)) open_.push_back(upcoming_.back());
    std::vector<const Mark*> covering = open_;
    if (covering.empty()) return html;
    if (std::ranges::any_of(covering, [&](const Mark* mark) { return inside(mark->figure); }))
      html = "<span class=\"figure\">" + html + "</span>";
    // The shortest statement is the one that a click means.
    std::ranges::stable_sort(covering, {}, [](const Mark* mark) { return mark->place.end - mark->place.begin; });
    std::string numbers;
    for (const Mark* mark : covering) numbers += (numbers.empty() ? "" : " ") + std::to_string(mark->number);
    std::set<std::size_t> lanes;
    for (const Mark* mark : covering)
      if (lanes.insert(mark->lane).second)
        html = fmt::format("<span class=\"said {} lane{}\" data-s=\"{}\">{}</span>", css_class(mark->verdict),
                           mark->lane, numbers, html);
    return html;
  }

  std::string paragraph_html(std::string_view paragraph, std::string_view role) {
    const std::size_t begin = place_in(paragraph, text_), end = begin + paragraph.size();
    std::string html;
    std::size_t at = begin;
    const auto piece = [&](std::size_t to) {
      if (to > at) html += piece_html(at, to);
      at = to;
      const auto [from, until] = ends_.equal_range(to);
      for (auto end_here = from; end_here != until; ++end_here)
        if (!linked_.contains(end_here->second->number)) html += link(*end_here->second);
    };
    for (auto next = cuts_.upper_bound(begin); next != cuts_.end() && *next < end; ++next) piece(*next);
    piece(end);
    if (role == "headline") return "<div class=\"paragraph\"><h3 class=\"headline\">" + html + "</h3></div>\n";
    return fmt::format("<div class=\"paragraph\"><p{}>{}</p>{}</div>\n",
                       role.empty() ? "" : fmt::format(" class=\"{}\"", role), html, beside_html(begin, end));
  }

  // In the margin, where there is one: the verdicts of a paragraph's statements, each with its arithmetic in one line.
  std::string beside_html(std::size_t begin, std::size_t end) const {
    std::string items;
    for (const Mark& mark : marks_) {
      if (mark.place.end <= begin || mark.place.end > end) continue;
      const CheckedStatement& checked = article_.statements[mark.number - 1];
      items += fmt::format("<li class=\"{}\"><span class=\"badge\">{} {}</span> {}</li>", css_class(mark.verdict),
                           mark.number, symbol(mark.verdict), escape_html(capitalised(checked.arithmetic)));
    }
    if (items.empty()) return {};
    return "<ul class=\"beside\" aria-hidden=\"true\">" + items + "</ul>";
  }

  const CheckedArticle& article_;
  std::string_view text_;
  std::vector<Mark> marks_;
  std::map<std::size_t, std::size_t> unread_;  // begin, end
  std::set<std::size_t> cuts_, linked_;
  std::multimap<std::size_t, const Mark*> ends_;
  std::vector<const Mark*> upcoming_, open_;  // marks that begin later, the next one last; marks around the next piece
};

}  // namespace

std::string_view css_class(Verdict verdict) {
  return verdict == Verdict::no_evidence ? "no-evidence" : to_string(verdict);
}

std::string headline_of(std::string_view text) {
  std::size_t looked_at = 0;
  for (const std::string_view line : lines_of(text.substr(0, 2000))) {
    if (trimmed(line).empty()) continue;
    if (reads_like_headline(trimmed(line))) return std::string(trimmed(line));
    if (++looked_at == 3) break;
  }
  return {};
}

std::string marked_text(const CheckedArticle& article) { return Writer(article).write(); }

}  // namespace tradewind
