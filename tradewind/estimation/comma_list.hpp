/// Lists as options have them: "exporter^year, importer".
#pragma once
#include <string_view>
#include <vector>

namespace tradewind::estimation {

/// Without blanks at both ends.
std::string_view trim(std::string_view text);

/// The parts between separators that stand outside of parentheses and brackets, trimmed; a part may be empty.
std::vector<std::string_view> split_list(std::string_view text, char separator = ',');

}  // namespace tradewind::estimation
