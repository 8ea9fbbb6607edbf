#include "tradewind/estimation/level_codes.hpp"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_reduce.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

#include "tradewind/estimation/large_pages.hpp"

namespace tradewind::estimation {
namespace {

using Range = tbb::blocked_range<std::size_t>;
constexpr std::size_t grain = 1 << 14;
constexpr std::uint32_t missing = LevelCodes::missing;

/// A column as keys 0 .. size - 1 in the order of its values; `missing` where it has none.
template <class Value>
struct Keys {
  const Value* values;
  std::int64_t lowest = 0;
  std::uint64_t size = 0;

  std::uint32_t operator()(std::size_t row) const;
};

template <>
std::uint32_t Keys<std::uint32_t>::operator()(std::size_t row) const {
  return values[row];
}

template <>
std::uint32_t Keys<std::int32_t>::operator()(std::size_t row) const {
  return values[row] == missing_integer ? missing : static_cast<std::uint32_t>(values[row] - lowest);
}

template <>
std::uint32_t Keys<double>::operator()(std::size_t row) const {
  return std::isnan(values[row]) ? missing
                                 : static_cast<std::uint32_t>(static_cast<std::int64_t>(values[row]) - lowest);
}

template <class Value>
struct Extent {
  Value low = std::numeric_limits<Value>::max(), high = std::numeric_limits<Value>::lowest();
  bool whole = true;
};

template <class Value, class IsMissing>
Extent<Value> extent(std::span<const Value> values, IsMissing is_missing) {
  return tbb::parallel_reduce(
      Range(0, values.size(), grain), Extent<Value>{},
      [&](const Range& range, Extent<Value> found) {
        for (std::size_t row = range.begin(); row < range.end(); ++row) {
          const Value value = values[row];
          if (is_missing(value)) continue;
          found.low = std::min(found.low, value);
          found.high = std::max(found.high, value);
          if constexpr (std::is_same_v<Value, double>) found.whole = found.whole && value == std::trunc(value);
        }
        return found;
      },
      [](const Extent<Value>& a, const Extent<Value>& b) {
        return Extent<Value>{std::min(a.low, b.low), std::max(a.high, b.high), a.whole && b.whole};
      });
}

/// Values with room for a flag each in memory that is small beside the rows.
std::uint64_t most_flags(std::size_t rows) { return std::min<std::uint64_t>(4 * rows + 65'536, missing); }

/// Which of `size` keys occur; several threads may mark the same one.
class Marks {
 public:
  explicit Marks(std::uint64_t size) : marks_(size) {}
  void mark(std::uint32_t key) {
    std::atomic_ref<std::uint8_t> flag(marks_[key]);
    if (flag.load(std::memory_order_relaxed) == 0) flag.store(1, std::memory_order_relaxed);
  }
  /// The rank of every marked key, when there is one that is not marked.
  std::optional<std::vector<std::uint32_t>> ranks(std::uint32_t& count) const {
    std::vector<std::uint32_t> ranks(marks_.size());
    count = 0;
    for (std::size_t key = 0; key < marks_.size(); ++key) {
      ranks[key] = count;
      count += marks_[key];
    }
    if (count == marks_.size()) return std::nullopt;
    return ranks;
  }

 private:
  std::vector<std::uint8_t> marks_;
};

/// Codes below `size` without gaps.
template <class Key>
LevelCodes addressed(std::size_t rows, std::uint64_t size, const Key& key) {
  LevelCodes result;
  PerRow<std::uint32_t> codes(rows);
  Marks marks(size);
  result.missing_rows = tbb::parallel_reduce(
      Range(0, rows, grain), std::size_t{0},
      [&](const Range& range, std::size_t without) {
        for (std::size_t row = range.begin(); row < range.end(); ++row) {
          const std::uint32_t code = key(row);
          codes[row] = code;
          if (code == missing)
            ++without;
          else
            marks.mark(code);
        }
        return without;
      },
      std::plus<>());
  const auto ranks = marks.ranks(result.levels);
  if (ranks)
    tbb::parallel_for(Range(0, rows, grain), [&](const Range& range) {
      for (std::size_t row = range.begin(); row < range.end(); ++row)
        if (codes[row] != missing) codes[row] = (*ranks)[codes[row]];
    });
  result.codes = std::move(codes);
  return result;
}

std::uint64_t scattered(std::uint64_t key) {  // the finaliser of SplitMix64 (Steele, Lea and Flood 2014)
  key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9u;
  key = (key ^ (key >> 27)) * 0x94D049BB133111EBu;
  return key ^ (key >> 31);
}

/// Distinct 64-bit keys, each with a number.
class KeyTable {
 public:
  static constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();

  void insert(std::uint64_t key) {
    if (2 * keys_ >= slots_.size()) grow();
    std::size_t at = slot_of(key);
    if (slots_[at].key == key) return;
    slots_[at].key = key;
    ++keys_;
  }
  void set(std::uint64_t key, std::uint32_t code) { slots_[slot_of(key)].code = code; }
  std::uint32_t code(std::uint64_t key) const { return slots_[slot_of(key)].code; }
  void append_keys(std::vector<std::uint64_t>& to) const {
    for (const Slot& slot : slots_)
      if (slot.key != none) to.push_back(slot.key);
  }

 private:
  struct Slot {
    std::uint64_t key = none;
    std::uint32_t code = 0;
  };
  std::size_t slot_of(std::uint64_t key) const {
    std::size_t at = scattered(key) & (slots_.size() - 1);
    while (slots_[at].key != key && slots_[at].key != none) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    std::vector<Slot> old(std::max<std::size_t>(1024, 2 * slots_.size()));
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.key != none) slots_[slot_of(slot.key)] = slot;
  }
  std::vector<Slot> slots_;
  std::size_t keys_ = 0;
};

/// Codes of keys of any size in ascending order.
template <class Key>
LevelCodes hashed(std::size_t rows, const Key& key) {
  tbb::enumerable_thread_specific<KeyTable> tables;
  tbb::parallel_for(Range(0, rows, grain), [&](const Range& range) {
    KeyTable& table = tables.local();
    std::uint64_t last = KeyTable::none;
    for (std::size_t row = range.begin(); row < range.end(); ++row)
      if (const std::uint64_t k = key(row); k != last && k != KeyTable::none) table.insert(last = k);
  });
  std::vector<std::uint64_t> distinct;
  for (const KeyTable& table : tables) table.append_keys(distinct);
  tables.clear();
  std::ranges::sort(distinct);
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());

  KeyTable table;
  for (const std::uint64_t k : distinct) table.insert(k);
  for (std::size_t code = 0; code < distinct.size(); ++code)
    table.set(distinct[code], static_cast<std::uint32_t>(code));
  LevelCodes result;
  result.levels = static_cast<std::uint32_t>(distinct.size());
  PerRow<std::uint32_t> codes(rows);
  result.missing_rows = tbb::parallel_reduce(
      Range(0, rows, grain), std::size_t{0},
      [&](const Range& range, std::size_t without) {
        for (std::size_t row = range.begin(); row < range.end(); ++row) {
          const std::uint64_t k = key(row);
          codes[row] = k == KeyTable::none ? missing : table.code(k);
          without += k == KeyTable::none;
        }
        return without;
      },
      std::plus<>());
  result.codes = std::move(codes);
  return result;
}

/// Bits that sort as the numbers do; 0 and -0 are one.
std::uint64_t ordered_bits(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);
  return (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
}

/// Calls `use` with the column's keys when its values lie close together, else with those of its hashed codes.
template <class Use>
auto with_keys(const Column& column, Use use) {
  const std::size_t rows = column.rows();
  if (const auto* categories = std::get_if<Categories>(&column.values))
    return use(Keys<std::uint32_t>{categories->codes.data(), 0, categories->labels.size()});
  if (const auto* integers = std::get_if<Integers>(&column.values)) {
    const auto [low, high, whole] =
        extent(std::span<const std::int32_t>(*integers), [](std::int32_t value) { return value == missing_integer; });
    const std::uint64_t size = low > high ? 0 : static_cast<std::uint64_t>(std::int64_t{high} - low) + 1;
    if (size <= most_flags(rows)) return use(Keys<std::int32_t>{integers->data(), low, size});
    const LevelCodes codes = hashed(rows, [&](std::size_t row) {
      const std::int32_t value = (*integers)[row];
      return value == missing_integer ? KeyTable::none
                                      : static_cast<std::uint64_t>(std::int64_t{value} - missing_integer);
    });
    return use(Keys<std::uint32_t>{codes.codes.data(), 0, codes.levels});
  }
  const auto& numbers = std::get<Numbers>(column.values);
  const auto found = extent(std::span<const double>(numbers), [](double value) { return std::isnan(value); });
  if (found.low > found.high) return use(Keys<double>{numbers.data(), 0, 0});
  if (found.whole && found.high - found.low < static_cast<double>(most_flags(rows)) && std::abs(found.low) < 1e15)
    return use(Keys<double>{numbers.data(), static_cast<std::int64_t>(found.low),
                            static_cast<std::uint64_t>(found.high - found.low) + 1});
  const LevelCodes codes = hashed(
      rows, [&](std::size_t row) { return std::isnan(numbers[row]) ? KeyTable::none : ordered_bits(numbers[row]); });
  return use(Keys<std::uint32_t>{codes.codes.data(), 0, codes.levels});
}

template <class First, class Second>
LevelCodes combined(std::size_t rows, const First& first, const Second& second) {
  if (first.size == 0 || second.size == 0 || first.size <= most_flags(rows) / second.size)
    return addressed(rows, first.size * second.size, [&](std::size_t row) {
      const std::uint32_t a = first(row), b = second(row);
      return a == missing || b == missing ? missing : static_cast<std::uint32_t>(a * second.size + b);
    });
  return hashed(rows, [&](std::size_t row) {
    const std::uint32_t a = first(row), b = second(row);
    return a == missing || b == missing ? KeyTable::none : std::uint64_t{a} << 32 | b;
  });
}

LevelCodes codes_of(const Column& column) {
  if (const auto* categories = std::get_if<Categories>(&column.values);
      categories != nullptr && categories->labels.size() <= column.rows() &&
      std::ranges::find(categories->codes, missing) == categories->codes.end())
    return {categories->codes, static_cast<std::uint32_t>(categories->labels.size()), 0};
  return with_keys(column, [&](const auto& keys) { return addressed(column.rows(), keys.size, keys); });
}

}  // namespace

LevelCodes level_codes(std::span<const Column* const> parts) {
  assert(!parts.empty());
  if (parts.size() == 1) return codes_of(*parts[0]);
  const std::size_t rows = parts[0]->rows();
  LevelCodes result = with_keys(*parts[0], [&](const auto& first) {
    return with_keys(*parts[1], [&](const auto& second) { return combined(rows, first, second); });
  });
  for (const Column* part : parts.subspan(2))
    result = with_keys(*part, [&](const auto& next) {
      return combined(rows, Keys<std::uint32_t>{result.codes.data(), 0, result.levels}, next);
    });
  return result;
}

}  // namespace tradewind::estimation
