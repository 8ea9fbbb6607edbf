// The reader of figures' tables on any bytes: it refuses the table, or every row is accepted, known or refused.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tradewind/ledger/import.hpp"
#include "tradewind/ledger/schema.hpp"
#include "tradewind/world/input_error.hpp"

using namespace tradewind;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Database database = [] {
    Database made = Database::in_memory();
    create_schema(made);
    return made;
  }();
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    database.execute("DELETE FROM figure");
    const ImportReport report = import_figures(database, World(), {"fuzz.csv", text}, "fuzz");
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    if (report.accepted + report.already_there + report.refused.size() > lines) std::abort();
    const auto rows = database.query("SELECT count(*) AS rows FROM figure").number(0, "rows");
    if (static_cast<std::size_t>(rows) != report.accepted) std::abort();
  } catch (const InputError&) {
  }
  return 0;
}
