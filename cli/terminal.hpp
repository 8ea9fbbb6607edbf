/// What standard output is: a terminal with a width and colour, or a file or pipe that gets plain text.
#pragma once
#include <string_view>

#include "tradewind/report/format.hpp"

namespace tradewind::cli {

/// Colour only on a terminal, and not where NO_COLOR is set or the terminal is dumb. The width is the terminal's
/// ($COLUMNS where it is set); unlimited for files and pipes.
Terminal standard_output();

/// Puts results on standard output. InputError when it cannot take them (a full disk behind a redirection); a reader
/// that closed the pipe has seen enough and is no error.
void put(std::string_view text);

}  // namespace tradewind::cli
