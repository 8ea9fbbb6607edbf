/// The text of a brief: paragraphs in which every statement is underlined and carries its number.
///
/// Statements nest, overlap and share words ("each exceeded $100 billion" is five of them), and elements of HTML cannot
/// overlap. So the text is cut wherever a statement begins or ends; each piece says which statements it belongs to, and
/// each statement has one numbered link where it ends. The link is what the keyboard reaches; without JavaScript it
/// leads to the statement's evidence below.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/statements/verdict.hpp"

namespace tradewind {

/// The class of a verdict in page.css: "confirmed", "consistent", "contradicted", "no-evidence".
std::string_view css_class(Verdict verdict);

/// The line of the text's head that reads like a headline; empty when none does.
std::string headline_of(std::string_view text);

/// The paragraphs as HTML, everything in them escaped.
std::string marked_text(const CheckedArticle& article);

}  // namespace tradewind
