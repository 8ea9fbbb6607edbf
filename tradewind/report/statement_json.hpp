/// The JSON of a checked article; docs/check-json.md describes each field.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "tradewind/statements/verdict.hpp"

namespace tradewind {

nlohmann::ordered_json article_json(const CheckedArticle& article, const World& world);

/// Indented by two; bytes that are not UTF-8 become U+FFFD instead of an error.
std::string json_text(const nlohmann::ordered_json& json);

}  // namespace tradewind
