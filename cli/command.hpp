/// One file a command. Each adds itself to the command line and, when it is the one asked for, runs and sets the exit
/// code: 0 done, 1 the answer is no (a statement is contradicted), 2 the input cannot be used, 3 it did not converge.
#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace tradewind::cli {

/// Options that every command understands.
struct GlobalOptions {
  std::string ledger;            ///< --ledger: the ledger file; empty: the user's own or the shipped one
  std::string format = "table";  ///< --format
};

void add_check_command(CLI::App& app, GlobalOptions& options, int& exit_code);
void add_brief_command(CLI::App& app, GlobalOptions& options, int& exit_code);
void add_show_command(CLI::App& app, GlobalOptions& options, int& exit_code);
void add_simulate_command(CLI::App& app, GlobalOptions& options, int& exit_code);
void add_ledger_command(CLI::App& app, GlobalOptions& options, int& exit_code);
void add_estimate_command(CLI::App& app, GlobalOptions& options, int& exit_code);

}  // namespace tradewind::cli
