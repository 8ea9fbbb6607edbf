// Formulas of any bytes: refused with an InputError, or printed as a text that reads back as the same models.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tradewind/estimation/formula.hpp"

using namespace tradewind;
using namespace tradewind::estimation;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    const Formula formula = parse_formula(text);
    const std::string printed = to_string(formula);
    // What is printed may be longer than what is read: products are written out.
    try {
      if (!(parse_formula(printed) == formula)) std::abort();
    } catch (const InputError&) {
      if (printed.size() < 2 * text.size() + 1000) std::abort();
    }
    if (formula.regressors.steps.size() + formula.effects.steps.size() < 8)
      for (const ModelSpec& model : expand(formula)) to_string(model);
    columns_of(formula);
  } catch (const InputError& error) {
    if (error.where() != "formula") std::abort();
  }
  return 0;
}
