/// Press texts with their figures labelled by hand (tests/texts/README.md), and how what was read differs from a label.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tradewind/statements/statement.hpp"

namespace tradewind::tests {

/// What a careful reader takes one figure to say. Where two such readers could differ a field has several answers, and
/// "*" stands for any.
struct Label {
  using Answers = std::vector<std::string>;
  Place number;
  Answers kind, subject, partner, flow, measure, product, period, value;
  std::string line;  ///< as it stands in the file
};

struct LabelledText {
  std::string name, published, text;
  std::vector<Label> labels;
};

/// The texts of a file. Throws std::runtime_error for a line that is no label, and for a figure that its text does not
/// have.
std::vector<LabelledText> labelled_texts(const std::filesystem::path& file);

/// The fields in which a statement is not what the label says, "partner, period"; empty where it is right.
std::string differences(const Statement& statement, const Label& label);

}  // namespace tradewind::tests
