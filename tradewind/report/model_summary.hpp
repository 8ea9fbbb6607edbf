/// One estimated model on a terminal: every coefficient on a line, and around them what a referee asks for.
#pragma once
#include <string>

#include "tradewind/estimation/model.hpp"
#include "tradewind/report/format.hpp"

namespace tradewind {

std::string model_summary(const estimation::Model& model, const Terminal& terminal, int digits);

}  // namespace tradewind
