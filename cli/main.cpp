#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>

#include "cli/command.hpp"
#include "tradewind/ranks/ranks.hpp"
#include "tradewind/world/input_error.hpp"

namespace {

// Of several processes the first one speaks, and none goes without saying farewell to the others.
int refuse(const char* what) {
  if (tradewind::ranks::speaks()) fmt::print(stderr, "tradewind: {}\n", what);
  tradewind::ranks::leave();
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace tradewind;
  // A file that may grow no further is an error of writing, which is told, and no reason to die half-way.
  std::signal(SIGXFSZ, SIG_IGN);
  CLI::App app{
      "Tradewind checks the figures of a text on trade against published statistics, estimates gravity, and solves "
      "the\n"
      "world again with other trade costs.",
      "tradewind"};
  app.set_version_flag("--version", TRADEWIND_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done, 1 the answer is no (a statement is contradicted), 2 the input cannot be used, 3 it did not "
      "converge.");

  cli::GlobalOptions options;
  int exit_code = 0;
  cli::add_check_command(app, options, exit_code);
  cli::add_brief_command(app, options, exit_code);
  cli::add_show_command(app, options, exit_code);
  cli::add_estimate_command(app, options, exit_code);
  cli::add_simulate_command(app, options, exit_code);
  cli::add_ledger_command(app, options, exit_code);

  try {
    if (argc == 1) {
      fmt::print("{}", app.help());
      return 2;
    }
    if (const std::string command = argv[1];
        !command.starts_with('-') && std::ranges::none_of(app.get_subcommands({}), [&command](const CLI::App* known) {
          return known->check_name(command);
        }))
      throw InputError(command, "there is no such command", "check, brief, show, estimate, simulate or ledger",
                       "tradewind --help says what each of them does.");
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version are answers; everything else on the command line that is wrong is input that cannot be used.
    return app.exit(error) == 0 ? 0 : 2;
  } catch (const InputError& error) {
    return refuse(error.what());
  } catch (const std::bad_alloc&) {
    // The others may wait for this one, and no farewell would end that; its death does.
    fmt::print(stderr, "tradewind: not enough memory for this input\n");
    return 2;
  }
  if (std::fflush(stdout) != 0) return refuse("standard output: cannot be written; is the disk full?");
  ranks::leave();
  // Nothing is left to write: the system takes everything back at once, faster than destructors give it back bit by
  // bit.
  std::fflush(stderr);
  std::_Exit(exit_code);
}
