/// The publications that figures come from, each once.
#pragma once
#include <string>
#include <vector>

#include "tradewind/statements/verdict.hpp"

namespace tradewind {

struct Source {
  std::string publisher, publication, published, url;
  friend bool operator==(const Source&, const Source&) = default;
};

/// Adds a source unless it has no publisher or is there already.
void add_source(std::vector<Source>& sources, Source source);

/// "publisher, publication, date", as far as they are known.
std::string in_words(const Source& source);

/// The publishers only, each once: "General Administration of Customs of China; ASEAN Secretariat".
std::string publishers_of(const std::vector<Source>& sources);

/// True for addresses that a page may link to: http and https, nothing that a browser would run.
bool is_web_address(std::string_view url);

}  // namespace tradewind
