#include "tradewind/report/brief.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "page_files.hpp"
#include "tradewind/report/brief_text.hpp"
#include "tradewind/report/charts.hpp"
#include "tradewind/report/escape.hpp"
#include "tradewind/report/simulation_tables.hpp"
#include "tradewind/report/sources.hpp"
#include "tradewind/report/statement_words.hpp"
#include "tradewind/report/what_if.hpp"

namespace tradewind {
namespace {

std::string_view page_file(std::string_view name) {
  const auto files = embedded::page_files();
  const auto found = std::ranges::find(files, name, &embedded::File::name);
  assert(found != files.end());
  return found->content;
}

std::string_view meaning(Verdict verdict) {
  switch (verdict) {
    case Verdict::confirmed:
      return "An independent published figure agrees.";
    case Verdict::consistent:
      return "No independent figure, but it agrees with the other figures of the text.";
    case Verdict::contradicted:
      return "A published figure, or the text’s own figures, do not meet it.";
    case Verdict::no_evidence:
      return "Nothing in the ledger speaks to it.";
  }
  return "";
}

// The scripts of the page carry it and nothing else may run. It is made of the text, so that the same text gives the
// same page; what keeps text from becoming markup is its escaping, this is the second lock.
std::string nonce_of(std::string_view text) {
  std::uint64_t a = 0xcbf29ce484222325u, b = 0x84222325cbf29ce4u;  // FNV-1a
  for (const char letter : text) {
    const auto c = static_cast<unsigned char>(letter);
    a = (a ^ c) * 0x100000001b3u, b = (b ^ (c + 0x9e)) * 0x100000001b3u;
  }
  return fmt::format("{:016x}{:016x}", a, b);
}

std::string finding(const VerdictCounts& counts) {
  if (counts.statements == 0) return "No statement with a figure was found in this text";
  const std::size_t wrong = counts[Verdict::contradicted], right = counts[Verdict::confirmed],
                    whole = counts.statements;
  if (wrong > 0) return fmt::format("{} of {} statements {} contradicted", wrong, whole, wrong == 1 ? "is" : "are");
  if (right == 0) return fmt::format("None of {} statements is contradicted, none could be confirmed", whole);
  return fmt::format("{} of {} statements confirmed, none contradicted", right, whole);
}

std::string name_of(const Article& article) {
  const std::string headline = headline_of(article.text);
  return headline.empty() ? article.name.substr(article.name.rfind('/') + 1) : headline;
}

std::string badge(Verdict verdict) {
  return fmt::format("<span class=\"badge {}\"><span class=\"symbol\" aria-hidden=\"true\">{}</span> {}</span>",
                     css_class(verdict), symbol(verdict), to_string(verdict));
}

std::string link_or_text(const std::string& url, const std::string& words) {
  if (!is_web_address(url)) return escape_html(words);
  return fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape_html(url), escape_html(words));
}

std::string head_html(const CheckedArticle& article, const std::string& nonce) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  html += fmt::format(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'nonce-{}'; style-src "
      "'unsafe-inline'; "
      "img-src data:; base-uri 'none'; form-action 'none'\">\n",
      nonce);
  html +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" "
      "content=\"light dark\">\n";
  html += "<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n";
  html += "<title>" + escape_html(finding(count_verdicts(article)) + " – " + name_of(article.article)) + "</title>\n";
  return html + "<style>\n" + std::string(page_file("page.css")) + "</style>\n</head>\n";
}

std::string summary_html(const CheckedArticle& article) {
  const VerdictCounts counts = count_verdicts(article);
  const auto& published = article.article.published;
  std::string html = "<header class=\"masthead\">\n<p class=\"wordmark\">Tradewind <span>figures checked</span></p>\n";
  html += "<h1>" + escape_html(finding(counts)) + "</h1>\n";
  html += fmt::format(
      "<p class=\"dek\">Every figure in <cite>{}</cite>{}, held against published statistics and against the other "
      "figures of the text.</p>\n",
      escape_html(name_of(article.article)), published ? ", published " + in_words(Period::day(*published)) : "");
  if (counts.statements == 0 && counts.unread == 0) return html + "</header>\n";
  html += "<div class=\"proportions\" aria-hidden=\"true\">";
  for (const Verdict verdict : verdicts)
    if (counts[verdict] > 0)
      html += fmt::format("<span class=\"{}\" style=\"flex-grow:{}\"></span>", css_class(verdict), counts[verdict]);
  html += "</div>\n<ul class=\"legend\" aria-label=\"Verdicts and how they are marked\">\n";
  for (const Verdict verdict : verdicts)
    html += fmt::format(
        "<li class=\"{0}\"><span class=\"count\">{1}</span><span class=\"name\"><span class=\"symbol\" "
        "aria-hidden=\"true\">{2}</span> "
        "<span class=\"said {0} lane0\">{3}</span></span><span class=\"meaning\">{4}</span></li>\n",
        css_class(verdict), counts[verdict], symbol(verdict), to_string(verdict), meaning(verdict));
  if (counts.unread > 0)
    html += fmt::format(
        "<li class=\"not-read\"><span class=\"count\">{}</span><span class=\"name\"><span class=\"unread\">not "
        "read</span></span>"
        "<span class=\"meaning\">Numbers that no rule could read; nothing is dropped silently.</span></li>\n",
        counts.unread);
  return html + "</ul>\n</header>\n";
}

std::string words_of(const Statement& statement, const World& world) {
  std::string who = who_in_words(statement, world);
  if (const auto dash = who.find(" - "); dash != std::string::npos) who.replace(dash, 3, " – ");
  std::string text;
  for (const std::string& part : {capitalised(what_in_words(statement)), who, when_in_words(statement)})
    if (!part.empty()) text += (text.empty() ? "" : " · ") + escape_html(part);
  if (statement.planned) text += " · said of the future";
  const std::string amount = amount_in_words(statement);
  return amount.empty() ? text : text + (text.empty() ? "" : " · ") + "<strong>" + escape_html(amount) + "</strong>";
}

std::string evidence_html(const CheckedStatement& checked) {
  std::string html;
  if (!checked.arithmetic.empty())
    html += "<p class=\"arithmetic\">" + escape_html(capitalised(checked.arithmetic)) + "</p>\n";
  if (!checked.evidence.empty()) {
    // The first that agrees and the first that does not, at least; what only says the same again is folded.
    constexpr std::size_t shown = 2;
    html += "<ul class=\"figures\">\n";
    for (std::size_t i = 0; i < checked.evidence.size(); ++i) {
      const Evidence& evidence = checked.evidence[i];
      if (i == shown && checked.evidence.size() > shown + 1)
        html += fmt::format("</ul>\n<details><summary>{} more figures</summary>\n<ul class=\"figures\">\n",
                            checked.evidence.size() - shown);
      const bool otherwise = !evidence.agrees && !evidence.comparable;
      html += fmt::format("<li class=\"{}\"><span class=\"visually-hidden\">{}: </span>",
                          evidence.agrees ? "agrees"
                          : otherwise     ? "otherwise"
                                          : "disagrees",
                          evidence.agrees ? "agrees"
                          : otherwise     ? "measured otherwise"
                                          : "does not agree");
      if (!evidence.arithmetic.empty() && evidence.arithmetic != checked.arithmetic)
        html += escape_html(evidence.arithmetic);
      else
        html += escape_html(capitalised(in_words(evidence.value))) +
                (evidence.period.known() ? ", " + escape_html(in_words(evidence.period)) : "");
      const std::string source = in_words(Source{evidence.publisher, evidence.publication, evidence.published, ""});
      if (!source.empty()) html += " <span class=\"source\">" + link_or_text(evidence.url, source) + "</span>";
      html += "</li>\n";
    }
    html += checked.evidence.size() > shown + 1 ? "</ul>\n</details>\n" : "</ul>\n";
  }
  if (html.empty()) html = "<p class=\"arithmetic\">" + std::string(meaning(checked.verdict)) + "</p>\n";
  for (const auto& note : checked.notes) html += "<p class=\"note\">" + escape_html(note) + "</p>\n";
  return html;
}

std::string contradictions_html(const CheckedArticle& article, const World& world) {
  std::string items;
  for (std::size_t i = 0; i < article.statements.size(); ++i) {
    const CheckedStatement& checked = article.statements[i];
    if (checked.verdict != Verdict::contradicted) continue;
    items += fmt::format(
        "<li><p class=\"quote\">{}</p><p class=\"words\">{}</p><p class=\"arithmetic\">{} <a "
        "href=\"#e{}\">Evidence</a></p></li>\n",
        escape_html(checked.statement.text), words_of(checked.statement, world), escape_html(checked.arithmetic),
        i + 1);
  }
  if (items.empty()) return {};
  return "<section class=\"contradictions\" aria-labelledby=\"contradicted\">\n<h2 id=\"contradicted\">What does not "
         "hold</h2>\n<ul>\n" +
         items + "</ul>\n</section>\n";
}

std::string text_html(const CheckedArticle& article) {
  return "<section class=\"text\" aria-labelledby=\"the-text\">\n<h2 id=\"the-text\">The text</h2>\n"
         "<p class=\"hint\">Each underlined statement ends in its number: choose it to see the evidence.</p>\n" +
         marked_text(article) + "</section>\n";
}

std::string table_html(const CheckedArticle& article, const World& world) {
  if (article.statements.empty()) return {};
  std::string html =
      "<section class=\"statements\" aria-labelledby=\"evidence\">\n<h2 id=\"evidence\">Every statement and its "
      "evidence</h2>\n"
      "<table role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" "
      "scope=\"col\">No.</th>"
      "<th role=\"columnheader\" scope=\"col\">Verdict</th><th role=\"columnheader\" scope=\"col\">The text says</th>"
      "<th role=\"columnheader\" scope=\"col\">Evidence</th></tr></thead>\n<tbody role=\"rowgroup\">\n";
  for (std::size_t i = 0; i < article.statements.size(); ++i) {
    const CheckedStatement& checked = article.statements[i];
    html += fmt::format(
        "<tr role=\"row\" id=\"e{0}\" class=\"{1}\"><td role=\"cell\" class=\"no\"><a href=\"#s{0}\" "
        "aria-label=\"Statement {0} in the text\">{0}</a></td>"
        "<td role=\"cell\" class=\"verdict\">{2}</td><td role=\"cell\" class=\"says\"><p class=\"quote\">{3}</p><p "
        "class=\"words\">{4}</p></td>"
        "<td role=\"cell\" class=\"why\">{5}</td></tr>\n",
        i + 1, css_class(checked.verdict), badge(checked.verdict), escape_html(checked.statement.text),
        words_of(checked.statement, world), evidence_html(checked));
  }
  return html + "</tbody>\n</table>\n</section>\n";
}

std::string unread_html(const CheckedArticle& article) {
  if (article.unread.empty()) return {};
  std::string html =
      "<section class=\"not-read\" aria-labelledby=\"unread\">\n<h2 id=\"unread\">Numbers that were not read</h2>\n"
      "<p>No rule could tell what these numbers say. They were not checked.</p>\n<ul>\n";
  for (const auto& unread : article.unread)
    html += "<li><span class=\"unread\">" + escape_html(unread.text) + "</span> <span class=\"context\">" +
            escape_html(unread.context) + "</span></li>\n";
  return html + "</ul>\n</section>\n";
}

// The chart's figures as a table, for those who cannot see it and those who want to copy them.
std::string figures_html(const std::string& specification) {
  const auto json = nlohmann::ordered_json::parse(specification);
  const auto& values = json.at("data").at("values");
  if (values.empty()) return {};
  std::string html = "<details><summary>The figures of this chart</summary>\n<table>\n<thead><tr>";
  for (const auto& [name, value] : values.front().items())
    html += "<th scope=\"col\">" + escape_html(capitalised(name)) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (const auto& row : values) {
    html += "<tr>";
    for (const auto& [name, value] : row.items()) {
      std::string words = value.is_string()    ? value.get<std::string>()
                          : value.is_boolean() ? (value.get<bool>() ? "yes" : "no")
                                               : value.dump();
      std::ranges::replace(words, '|', ' ');
      html += (value.is_number() ? "<td class=\"number\">" : "<td>") + escape_html(words) + "</td>";
    }
    html += "</tr>\n";
  }
  return html + "</tbody>\n</table>\n</details>\n";
}

std::string figure_html(const Chart& chart, const std::string& id) {
  std::string html = fmt::format(
      "<figure aria-labelledby=\"{0}\" aria-describedby=\"{0}-words\">\n<h3 id=\"{0}\">{1}</h3>\n"
      "<p class=\"subtitle\">{2}</p>\n<div class=\"chart\"></div>\n<p class=\"visually-hidden\" "
      "id=\"{0}-words\">{3}</p>\n",
      id, escape_html(chart.title), escape_html(chart.subtitle), escape_html(chart.description));
  html += "<script type=\"application/json\" class=\"specification\">" + escape_script_json(chart.specification) +
          "</script>\n<figcaption>";
  if (!chart.sources.empty()) html += "<p class=\"source\">Source: " + escape_html(chart.sources) + "</p>\n";
  return html + figures_html(chart.specification) + "</figcaption>\n</figure>\n";
}

std::string grid_html(const std::vector<Chart>& charts, const std::string& prefix) {
  std::string html = "<div class=\"grid\">\n";
  for (std::size_t i = 0; i < charts.size(); ++i) html += figure_html(charts[i], fmt::format("{}{}", prefix, i + 1));
  return html +
         "</div>\n<noscript><p>The charts are drawn by JavaScript, which is off here. Their figures are in the tables "
         "above.</p></noscript>\n";
}

std::string charts_html(const std::vector<Chart>& charts) {
  if (charts.empty()) return {};
  return "<section class=\"charts\" aria-labelledby=\"charts\">\n<h2 id=\"charts\">The figures behind it</h2>\n" +
         grid_html(charts, "chart") + "</section>\n";
}

std::string list_html(const std::vector<std::string>& lines) {
  std::string html = "<ul>\n";
  for (const auto& line : lines) html += "<li>" + escape_html(line) + "</li>\n";
  return html + "</ul>\n";
}

std::string what_if_html(const scenario::AnySimulation& simulation) {
  const scenario::Scenario& told = std::visit(
      [](const auto& one) -> const auto& { return one.scenario; }, simulation);
  std::string html = "<section class=\"charts what-if\" aria-labelledby=\"what-if\">\n<h2 id=\"what-if\">What if: " +
                     escape_html(told.title) + "</h2>\n";
  html += "<p class=\"finding\">" + escape_html(what_if_finding(simulation)) + "</p>\n";
  if (!told.about.empty()) html += "<p class=\"about\">" + escape_html(told.about) + "</p>\n";
  html += grid_html(what_if_charts(simulation), "what-if-chart");
  html += "<div class=\"basis\">\n<h3>What it rests on</h3>\n" + list_html(what_if_sizes(simulation)) +
          list_html(simulation_notes(simulation));
  return html + "</div>\n</section>\n";
}

// One item a publication and address; a bulletin that came out many times has its first and last date.
std::string source_list(std::vector<Source> sources) {
  std::ranges::stable_sort(sources, {}, [](const Source& source) {
    return std::tie(source.publisher, source.publication, source.url, source.published);
  });
  std::string html = "<ul>\n";
  for (auto first = sources.begin(); first != sources.end();) {
    const auto next = std::find_if(first, sources.end(), [&](const Source& source) {
      return std::tie(source.publisher, source.publication, source.url) !=
             std::tie(first->publisher, first->publication, first->url);
    });
    Source shown = *first;
    const std::string last = std::prev(next)->published;
    if (last != shown.published) shown.published = shown.published.empty() ? last : shown.published + " to " + last;
    html += "<li>" + escape_html(in_words(shown));
    if (!shown.url.empty()) html += "<br>" + link_or_text(shown.url, shown.url);
    html += "</li>\n";
    first = next;
  }
  return html + "</ul>\n";
}

std::string sources_html(const CheckedArticle& article, const std::vector<Chart>& charts) {
  std::vector<Source> of_evidence, of_charts;
  for (const auto& checked : article.statements)
    for (const auto& evidence : checked.evidence)
      add_source(of_evidence, {evidence.publisher, evidence.publication, evidence.published, evidence.url});
  for (const auto& chart : charts)
    for (const auto& source : chart.figures_from)
      if (std::ranges::find(of_evidence, source) == of_evidence.end()) add_source(of_charts, source);
  if (of_evidence.empty() && of_charts.empty()) return {};
  std::string html = "<section class=\"sources\" aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n";
  if (!of_evidence.empty()) html += source_list(of_evidence);
  if (!of_charts.empty())
    html += "<details class=\"more\"><summary>Further sources of the charts</summary>\n" + source_list(of_charts) +
            "</details>\n";
  return html + "</section>\n";
}

constexpr std::string_view method =
    "<footer>\n<h2>How to read this page</h2>\n"
    "<p>A printed number is an interval: “4.93 trillion” says at least 4.925 and at most 4.935 trillion; “over 100 "
    "billion” has no upper end. "
    "A statement is contradicted only when its interval and that of a published figure, or one computed from published "
    "figures, do not meet. "
    "The arithmetic beside each verdict can be redone by hand.</p>\n"
    "<p>The page holds everything it shows and asks the network for nothing.</p>\n</footer>\n";

std::string scripts_html(const std::string& nonce, bool with_charts) {
  std::string html;
  const auto script = [&](std::string_view content) {
    // Maps of the minified sources are not part of the page.
    html += fmt::format("<script nonce=\"{}\">\n", nonce);
    html += content.substr(0, content.rfind("//# sourceMappingURL="));
    html += "\n</script>\n";
  };
  if (with_charts)
    for (const std::string_view name : {"vega.min.js", "vega-lite.min.js", "vega-embed.min.js"})
      script(page_file(name));
  script(page_file("page.js"));
  return html;
}

}  // namespace

std::string brief_html(const CheckedArticle& article, const Ledger& ledger, const scenario::AnySimulation* what_if) {
  const std::vector<Chart> charts = charts_for(article, ledger);
  const World& world = ledger.world();
  const std::string nonce = nonce_of(article.article.text);
  std::string html = head_html(article, nonce);
  html += "<body>\n<a class=\"skip\" href=\"#the-text\">Skip to the text</a>\n<div class=\"page\">\n" +
          summary_html(article);
  html += "<main>\n" + contradictions_html(article, world) + text_html(article) + charts_html(charts) +
          (what_if == nullptr ? std::string() : what_if_html(*what_if)) + table_html(article, world) +
          unread_html(article) + sources_html(article, charts) + "</main>\n";
  html += method;
  html += "</div>\n" + scripts_html(nonce, !charts.empty() || what_if != nullptr) + "</body>\n</html>\n";
  return html;
}

}  // namespace tradewind
