/// The draws of an ensemble on disk as they are computed, so that a run that was ended goes on where it stopped.
///
/// A file is a head of 64 bytes (what it is, whose draws, how many numbers each) and records in the order of their
/// draws: the numbers and a checksum. It is only ever appended to; a record that was torn when the run ended, and
/// whatever follows it, is cut off. Numbers are as this machine keeps them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "tradewind/equilibrium/ensemble.hpp"

namespace tradewind::scenario {

/// What the draws depend on beside their number: equal for equal scenarios, data, seeds and versions of the program.
struct Fingerprint {
  std::uint64_t low = 0, high = 0;
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// Everything that a fingerprint is taken of, fed piece by piece.
class FingerprintOf {
 public:
  FingerprintOf& operator<<(const std::string& text);
  FingerprintOf& operator<<(double number);
  FingerprintOf& operator<<(std::span<const double> numbers);
  FingerprintOf& operator<<(std::uint64_t number);
  Fingerprint taken() const;

 private:
  std::string bytes_;
};

class DrawLog {
 public:
  enum class Others {
    refuse,   ///< draws of something else are an error
    replace,  ///< they are thrown away
  };

  /// Opens or makes the file and takes hold of it. InputError when it cannot be written, another program holds it, or
  /// it is something else than a log of draws (which is never replaced).
  DrawLog(std::filesystem::path file, const Fingerprint& fingerprint, std::size_t numbers, Others others);
  DrawLog(const DrawLog&) = delete;
  DrawLog& operator=(const DrawLog&) = delete;
  ~DrawLog();

  /// How many draws it holds: 0, 1, ..., count() - 1.
  std::uint64_t count() const { return count_; }
  /// The first rows of `draws` are filled with the first draws of the file. InputError when it cannot be read.
  void read(equilibrium::DrawMatrix& draws, std::uint64_t rows) const;
  /// Appends the next draw. InputError when the disk is full.
  void append(std::span<const double> numbers);
  /// Takes the file away: the run is done.
  void remove();

 private:
  [[noreturn]] void fail(const char* what) const;
  std::size_t record_size() const { return (numbers_ + 1) * sizeof(double); }
  std::uint64_t whole_records() const;

  std::filesystem::path file_;
  std::size_t numbers_;
  int descriptor_ = -1;
  std::uint64_t count_ = 0;
};

}  // namespace tradewind::scenario
