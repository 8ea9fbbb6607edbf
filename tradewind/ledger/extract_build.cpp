// A ledger's tables -> its extract.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tradewind/ledger/extract.hpp"
#include "tradewind/ledger/extract_layout.hpp"

namespace tradewind {
namespace {

/// Texts by their numbers: at first in the order in which they come, in the end sorted.
class Texts {
 public:
  std::uint32_t number_of(const std::string& text) {
    return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  std::uint32_t number_of(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? number_of(to_string(cell)) : number_of(*text);
  }

  /// The texts in their order, and for each number that was given what it is now.
  std::pair<std::vector<std::string_view>, std::vector<std::uint32_t>> sorted() const {
    std::vector<std::pair<std::string_view, std::uint32_t>> order(numbers_.begin(), numbers_.end());
    std::ranges::sort(order);
    std::vector<std::string_view> texts;
    std::vector<std::uint32_t> now(order.size());
    for (const auto& [text, number] : order) {
      now[number] = static_cast<std::uint32_t>(texts.size());
      texts.push_back(text);
    }
    return {std::move(texts), std::move(now)};
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// Gathers what an extract holds, then lays it out.
class Gathered {
 public:
  explicit Gathered(const LedgerInformation& information) {
    header_.stamp = texts_.number_of(information.stamp);
    header_.made_from = texts_.number_of(information.made_from);
  }

  void add(const WorldTables& world) {
    for (std::size_t i = 0; i < world.size(); ++i) {
      header_.world[i] = {static_cast<std::uint32_t>(world[i].rows.size()),
                          static_cast<std::uint32_t>(world[i].columns.size())};
      for (const auto& row : world[i].rows)
        for (const auto& cell : row) cells_.push_back(texts_.number_of(cell));
    }
  }

  static constexpr std::string_view columns =
      "low, high, indicator, reporter, period, partner, flow, measure, among, unit, basis, arithmetic, publisher, "
      "publication, published, url";
  void add(const Table& readings) {
    const auto bound = [](const Cell& cell, double open) {
      const auto* number = std::get_if<double>(&cell);
      return number == nullptr ? open : *number;
    };
    const std::vector<Cell>* before = nullptr;
    for (const auto& row : readings.rows) {
      ExtractRow stored = before == nullptr ? ExtractRow() : rows_.back();
      stored.low = bound(row[0], Interval().low);
      stored.high = bound(row[1], Interval().high);
      // Most texts are those of the row before.
      for (std::size_t i = 0; i < texts_of_row.size(); ++i)
        if (const Cell& cell = row[i + 2]; before == nullptr || cell != (*before)[i + 2])
          stored.*texts_of_row[i] = texts_.number_of(cell);
      rows_.push_back(stored);
      before = &row;
    }
  }

  std::shared_ptr<const std::string> laid_out() {
    const auto [sorted, now] = texts_.sorted();
    for (auto* text : {&header_.stamp, &header_.made_from}) *text = now[*text];
    for (auto& cell : cells_) cell = now[cell];
    for (auto& row : rows_)
      for (const auto text : texts_of_row) row.*text = now[row.*text];
    std::ranges::stable_sort(rows_, {}, &ExtractRow::key);
    std::string all;
    std::vector<std::uint32_t> ends;
    for (const auto text : sorted) {
      all += text;
      ends.push_back(static_cast<std::uint32_t>(all.size()));
    }
    assert(all.size() <= std::numeric_limits<std::uint32_t>::max());

    header_.rows = static_cast<std::uint32_t>(rows_.size());
    header_.cells = static_cast<std::uint32_t>(cells_.size());
    header_.texts = static_cast<std::uint32_t>(ends.size());
    header_.size = header_.texts_begin() + all.size();
    auto file = std::make_shared<std::string>();
    file->reserve(header_.size);
    put(*file, std::span(&header_, 1));
    put(*file, std::span(rows_));
    put(*file, std::span(cells_));
    put(*file, std::span(ends));
    *file += all;
    return file;
  }

 private:
  // In the order of `columns`, after the two numbers.
  static constexpr std::array texts_of_row = {&ExtractRow::indicator,  &ExtractRow::reporter,  &ExtractRow::period,
                                              &ExtractRow::partner,    &ExtractRow::flow,      &ExtractRow::measure,
                                              &ExtractRow::among,      &ExtractRow::unit,      &ExtractRow::basis,
                                              &ExtractRow::arithmetic, &ExtractRow::publisher, &ExtractRow::publication,
                                              &ExtractRow::published,  &ExtractRow::url};

  template <typename Item>
  static void put(std::string& file, std::span<Item> items) {
    file.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
  }

  ExtractHeader header_;
  Texts texts_;
  std::vector<std::uint32_t> cells_;
  std::vector<ExtractRow> rows_;
};

}  // namespace

Extract Extract::of(const Database& ledger, const LedgerInformation& information) {
  Gathered gathered(information);
  gathered.add(world_tables(ledger));
  ledger.query(fmt::format("SELECT {} FROM reading", Gathered::columns),
               [&gathered](const Table& piece) { gathered.add(piece); });
  const auto file = gathered.laid_out();
  return {file, std::as_bytes(std::span(*file))};
}

}  // namespace tradewind
