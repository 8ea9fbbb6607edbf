#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "tradewind/world/input_error.hpp"

namespace tradewind::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::size_t width_of_terminal() {
  const std::string_view columns = environment("COLUMNS");
  std::size_t width = 0;
  if (std::from_chars(columns.data(), columns.data() + columns.size(), width).ec == std::errc{} && width >= 20)
    return width;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  return 80;
}

}  // namespace

Terminal standard_output() {
  if (::isatty(STDOUT_FILENO) == 0) return {};
  const bool colour = environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  return {width_of_terminal(), colour};
}

void put(std::string_view text) {
  std::fflush(stdout);
  std::signal(SIGPIPE, SIG_IGN);
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return;
    if (written < 0)
      throw InputError("standard output", "cannot be written: " + std::string(std::strerror(errno)), "",
                       "Is the disk full?");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace tradewind::cli
