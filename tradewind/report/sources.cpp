#include "tradewind/report/sources.hpp"

#include <algorithm>
#include <utility>

namespace tradewind {

void add_source(std::vector<Source>& sources, Source source) {
  if (source.publisher.empty() || std::ranges::find(sources, source) != sources.end()) return;
  sources.push_back(std::move(source));
}

std::string in_words(const Source& source) {
  std::string text;
  for (const std::string& part : {source.publisher, source.publication, source.published})
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string publishers_of(const std::vector<Source>& sources) {
  std::vector<std::string> publishers;
  for (const auto& source : sources)
    if (std::ranges::find(publishers, source.publisher) == publishers.end()) publishers.push_back(source.publisher);
  std::string text;
  for (const auto& publisher : publishers) text += (text.empty() ? "" : "; ") + publisher;
  return text;
}

bool is_web_address(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
  return std::ranges::all_of(url, [](unsigned char c) { return c > 0x20 && c != 0x7F; });
}

}  // namespace tradewind
