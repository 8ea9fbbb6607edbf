/// Files that are whole or not there: written beside their place, then renamed.
#pragma once
#include <filesystem>
#include <string>

namespace tradewind {

/// A file that is being written beside `target`. What was written is removed unless commit() is called.
class FileBeside {
 public:
  /// InputError when the folder is absent or cannot be written.
  explicit FileBeside(std::filesystem::path target);
  FileBeside(const FileBeside&) = delete;
  FileBeside& operator=(const FileBeside&) = delete;
  ~FileBeside();

  const std::filesystem::path& path() const { return path_; }
  /// Brings the content to disk and the file to its place.
  void commit();
  /// Brings the file to its place: for one that is known when it is not whole, should the power fail.
  void commit_unsynced();

 private:
  std::filesystem::path target_, path_;
};

/// Holds a ledger for one writer. InputError when another one holds it.
class WritersTurn {
 public:
  explicit WritersTurn(const std::filesystem::path& ledger);
  WritersTurn(const WritersTurn&) = delete;
  WritersTurn& operator=(const WritersTurn&) = delete;
  ~WritersTurn();

 private:
  int descriptor_ = -1;
};

}  // namespace tradewind
