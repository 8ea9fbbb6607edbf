/// A column in the making, from values as they come out of a file: in the narrowest of the three kinds that holds them
/// all, in blocks, so that growing never holds a column twice.
#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "tradewind/world/columns.hpp"

namespace tradewind {

/// Values in blocks of a quarter of a million.
template <class Value>
class Blocks {
 public:
  static constexpr std::size_t block_size = std::size_t{1} << 18;

  std::size_t size() const { return blocks_.empty() ? 0 : blocks_.size() * block_size - left_; }
  void push_back(Value value) {
    if (left_ == 0) grow();
    blocks_.back()[block_size - left_--] = value;
  }
  /// The values in one piece; each block is freed when it has been copied.
  std::vector<Value> take() {
    std::vector<Value> all;
    all.reserve(size());
    take_blocks([&](const Value* values, std::size_t count) { all.insert(all.end(), values, values + count); });
    return all;
  }
  template <class Action>
  void take_each(Action action) {
    take_blocks([&](const Value* values, std::size_t count) { std::for_each_n(values, count, action); });
  }

 private:
  template <class Action>
  void take_blocks(Action action) {
    std::size_t rest = size();
    for (auto& block : blocks_) {
      const std::size_t count = std::min(rest, block_size);
      action(block.get(), count);
      block.reset();
      rest -= count;
    }
    blocks_.clear();
    left_ = 0;
  }
  void grow() {
    blocks_.push_back(std::make_unique_for_overwrite<Value[]>(block_size));
    left_ = block_size;
  }
  std::vector<std::unique_ptr<Value[]>> blocks_;
  std::size_t left_ = 0;  // room in the last block
};

/// Distinct texts, each with the place of its first appearance.
class Dictionary {
 public:
  std::uint32_t code(std::string_view text);
  std::vector<std::string> take() { return std::move(labels_); }

 private:
  void grow();
  struct Slot {
    std::size_t hash = 0;
    std::uint32_t code = Categories::missing;
  };
  std::vector<std::string> labels_;
  std::vector<Slot> slots_;  // a power of two of them, at most half of them taken
  std::uint32_t last_ = Categories::missing;
};

class ColumnBuilder {
 public:
  enum class Kind {
    whole,   ///< Integers as long as all values are whole and fit 32 bits; then Numbers, or Categories of an id
    number,  ///< Numbers
    text     ///< Categories
  };
  ColumnBuilder(std::string name, Kind kind, bool id);

  const std::string& name() const { return name_; }
  std::size_t rows() const;

  void add_missing();
  void add(double value);           ///< Kind::whole or number; NaN is missing
  void add(std::int64_t value);     ///< Kind::whole or number
  void add(std::string_view text);  ///< Kind::text

  /// The column; the builder is empty afterwards.
  Column take();

 private:
  std::string name_;
  bool id_;
  std::variant<Blocks<std::int32_t>, Blocks<double>, Blocks<std::uint32_t>> values_;
  Dictionary labels_;
};

}  // namespace tradewind
