#include "tradewind/ledger/column_builder.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <functional>

#include "tradewind/world/input_error.hpp"

namespace tradewind {
namespace {

constexpr double largest_integer = std::numeric_limits<std::int32_t>::max();

bool fits(double value) { return std::abs(value) <= largest_integer && value == std::trunc(value); }
bool fits(std::int64_t value) { return value > missing_integer && value <= std::numeric_limits<std::int32_t>::max(); }

}  // namespace

std::uint32_t Dictionary::code(std::string_view text) {
  // Sorted files repeat themselves.
  if (last_ != Categories::missing && labels_[last_] == text) return last_;
  if (2 * labels_.size() >= slots_.size()) grow();
  const std::size_t hash = std::hash<std::string_view>()(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.code == Categories::missing) {
      if (labels_.size() >= Categories::missing)
        throw InputError("data", "a column with more than four thousand million different texts", "fewer");
      slot = {hash, static_cast<std::uint32_t>(labels_.size())};
      labels_.emplace_back(text);
      return last_ = slot.code;
    }
    if (slot.hash == hash && labels_[slot.code] == text) return last_ = slot.code;
  }
}

void Dictionary::grow() {
  std::vector<Slot> old(std::max<std::size_t>(64, 2 * slots_.size()));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.code == Categories::missing) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].code != Categories::missing) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

ColumnBuilder::ColumnBuilder(std::string name, Kind kind, bool id) : name_(std::move(name)), id_(id) {
  if (kind == Kind::number) values_ = Blocks<double>();
  if (kind == Kind::text) values_ = Blocks<std::uint32_t>();
}

std::size_t ColumnBuilder::rows() const {
  return std::visit([](const auto& blocks) { return blocks.size(); }, values_);
}

void ColumnBuilder::add_missing() {
  if (auto* whole = std::get_if<Blocks<std::int32_t>>(&values_))
    whole->push_back(missing_integer);
  else if (auto* numbers = std::get_if<Blocks<double>>(&values_))
    numbers->push_back(std::numeric_limits<double>::quiet_NaN());
  else
    std::get<Blocks<std::uint32_t>>(values_).push_back(Categories::missing);
}

void ColumnBuilder::add(double value) {
  if (std::isnan(value)) return add_missing();
  if (auto* whole = std::get_if<Blocks<std::int32_t>>(&values_)) {
    if (fits(value)) return whole->push_back(static_cast<std::int32_t>(value));
    Blocks<double> wider;
    whole->take_each(
        [&](std::int32_t v) { wider.push_back(v == missing_integer ? std::numeric_limits<double>::quiet_NaN() : v); });
    values_ = std::move(wider);
  }
  std::get<Blocks<double>>(values_).push_back(value);
}

void ColumnBuilder::add(std::int64_t value) {
  if (auto* whole = std::get_if<Blocks<std::int32_t>>(&values_)) {
    if (fits(value)) return whole->push_back(static_cast<std::int32_t>(value));
    if (!id_) return add(static_cast<double>(value));
    // An id of any size stays exact as a text.
    Blocks<std::uint32_t> codes;
    whole->take_each([&](std::int32_t v) {
      codes.push_back(v == missing_integer ? Categories::missing : labels_.code(fmt::format("{}", v)));
    });
    values_ = std::move(codes);
  }
  if (auto* codes = std::get_if<Blocks<std::uint32_t>>(&values_))
    codes->push_back(labels_.code(fmt::format("{}", value)));
  else
    std::get<Blocks<double>>(values_).push_back(static_cast<double>(value));
}

void ColumnBuilder::add(std::string_view text) {
  std::get<Blocks<std::uint32_t>>(values_).push_back(labels_.code(text));
}

Column ColumnBuilder::take() {
  Column column{std::move(name_), Integers()};
  if (auto* whole = std::get_if<Blocks<std::int32_t>>(&values_))
    column.values = whole->take();
  else if (auto* numbers = std::get_if<Blocks<double>>(&values_))
    column.values = numbers->take();
  else
    column.values = Categories{std::get<Blocks<std::uint32_t>>(values_).take(), labels_.take()};
  return column;
}

}  // namespace tradewind
