/// The built program as a user runs it: in a folder and with a home of its own, everything that it says caught.
#pragma once
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "../ledger/small_ledger.hpp"

namespace tradewind::tests {

struct Outcome {
  int exit_code = 0;  ///< 128 and the signal when one ended the program, as a shell says it
  std::string output, errors;
};

inline std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Size and time of every file below a folder, by its path: equal when nothing was made, changed or taken away.
using Files = std::map<std::string, std::pair<std::uintmax_t, std::filesystem::file_time_type>>;
inline Files files_below(const std::filesystem::path& folder) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    files[std::filesystem::relative(entry.path(), folder).string()] = {
        entry.is_regular_file() ? entry.file_size() : 0,
        entry.is_regular_file() ? entry.last_write_time() : std::filesystem::file_time_type()};
  return files;
}

class Tradewind {
 public:
  /// Runs in a new, empty folder.
  Tradewind() : Tradewind(std::filesystem::path()) { std::filesystem::create_directory(place()); }
  /// Runs in a folder that is there already.
  explicit Tradewind(std::filesystem::path place) : place_(std::move(place)) {
    std::filesystem::create_directory(home());
  }

  std::filesystem::path place() const { return place_.empty() ? around_.path() / "place" : place_; }
  std::filesystem::path home() const { return around_.path() / "home"; }
  /// Puts a file into the folder that the program runs in and returns its name there.
  std::string file(const std::string& name, const std::string& content) const {
    std::ofstream(place() / name, std::ios::binary) << content;
    return name;
  }

  Outcome run(const std::vector<std::string>& arguments, const std::string& input = "") const {
    std::vector<std::string> words = {TRADEWIND_BINARY "/tradewind"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return spawn(words, input);
  }

  /// After a line of shell that sets a limit: run_after("ulimit -f 8", {"brief", ...}).
  Outcome run_after(const std::string& shell, const std::vector<std::string>& arguments) const {
    const std::string binary = TRADEWIND_BINARY "/tradewind";
    std::vector<std::string> words = {"/bin/sh", "-c", shell + "; exec \"$@\"", "sh", binary};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return spawn(words, "");
  }

  /// Under another program: run_under({"mpirun", "-n", "4"}, {"simulate", ...}).
  Outcome run_under(std::vector<std::string> words, const std::vector<std::string>& arguments) const {
    words.emplace_back(TRADEWIND_BINARY "/tradewind");
    words.insert(words.end(), arguments.begin(), arguments.end());
    return spawn(words, "");
  }

  /// Killed as soon as `enough` holds, unless it is done before.
  Outcome run_until(const std::vector<std::string>& arguments, const std::function<bool()>& enough) const {
    std::vector<std::string> words = {TRADEWIND_BINARY "/tradewind"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return spawn(words, "", enough);
  }

 private:
  // Files instead of pipes: nothing waits for anybody to read.
  Outcome spawn(std::vector<std::string>& words, const std::string& input,
                const std::function<bool()>& enough = {}) const {
    const auto in = around_.write("input", input), out = around_.path() / "output", error = around_.path() / "errors";
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, error.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addchdir_np(&actions, place().c_str());

    // Nothing of whoever runs the tests: no ledger of their own, no colours, no width of a terminal.
    std::vector<std::string> environment = {"HOME=" + home().string(), "XDG_DATA_HOME=" + home().string(),
                                            "PATH=/usr/bin:/bin"};
    for (const char* kept : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
      if (const char* value = std::getenv(kept)) environment.push_back(std::string(kept) + "=" + value);
    auto arguments = pointers_to(words), variables = pointers_to(environment);
    pid_t child = 0;
    const int failed =
        posix_spawn(&child, words.front().c_str(), &actions, nullptr, arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error(words.front() + " cannot be started");
    int status = 0;
    while (waitpid(child, &status, enough ? WNOHANG : 0) == 0) {
      if (enough()) kill(child, SIGKILL);
      usleep(1000);
    }
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content_of(out), content_of(error)};
  }

  static std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (auto& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
  }

  Folder around_;
  std::filesystem::path place_;
};

/// What every refusal is: exit code 2, nothing on standard output, these words in the message, no file made or changed.
inline testing::AssertionResult is_refusal(const Outcome& outcome, std::initializer_list<const char*> words) {
  if (outcome.exit_code != 2)
    return testing::AssertionFailure() << "exit code " << outcome.exit_code << ", message: " << outcome.errors;
  if (!outcome.output.empty()) return testing::AssertionFailure() << "standard output: " << outcome.output;
  for (const char* word : words)
    if (outcome.errors.find(word) == std::string::npos)
      return testing::AssertionFailure() << "'" << word << "' is not in the message: " << outcome.errors;
  return testing::AssertionSuccess();
}

inline testing::AssertionResult refused(const Tradewind& program, const std::vector<std::string>& arguments,
                                        std::initializer_list<const char*> words, const std::string& input = "") {
  const Files place = files_below(program.place()), home = files_below(program.home());
  const auto result = is_refusal(program.run(arguments, input), words);
  if (result && (files_below(program.place()) != place || files_below(program.home()) != home))
    return testing::AssertionFailure() << "a file was made or changed";
  return result;
}

}  // namespace tradewind::tests
