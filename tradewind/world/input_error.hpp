/// The one exception for what the user can mend: a file, a line, an option, a formula.
///
/// The command line prints it as
///     tradewind: WHERE: FOUND; expected EXPECTED
///       HINT
/// and leaves with exit code 2. Everything that only we can have broken is an assert.
#pragma once
#include <stdexcept>
#include <string>

namespace tradewind {

class InputError : public std::runtime_error {
 public:
  /// `where`: file, line, column or option. `found`: what is there. `expected`: what would be right (may be empty).
  /// `hint`: what to do (may be empty).
  InputError(std::string where, std::string found, std::string expected, std::string hint = {});

  const std::string& where() const { return where_; }
  const std::string& found() const { return found_; }
  const std::string& expected() const { return expected_; }
  const std::string& hint() const { return hint_; }

 private:
  std::string where_, found_, expected_, hint_;
};

}  // namespace tradewind
