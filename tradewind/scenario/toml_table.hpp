/// Tables of a TOML file read with care: every key known, every value of its type, every mistake with its place.
#pragma once
#include <toml++/toml.h>

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/scenario/scenario.hpp"
#include "tradewind/world/input_error.hpp"

namespace tradewind::scenario {

/// InputError at the place of a syntax error.
toml::table parse_toml(const std::string& text, const std::string& file);

class TomlTable {
 public:
  /// `name` is what messages call the table: "[world]". InputError where it has a key that is none of `keys`.
  TomlTable(const toml::table& table, std::string file, std::string name, std::vector<std::string> keys);
  /// Any key may stand in it.
  TomlTable(const toml::table& table, std::string file, std::string name);

  const std::string& name() const { return name_; }
  bool has(std::string_view key) const { return table_->contains(key); }
  std::vector<std::string> keys() const;
  /// Of the value of `key`, or of the table itself.
  Place place(std::string_view key = {}) const;

  std::optional<std::string> text(std::string_view key) const;
  std::optional<Word> word(std::string_view key) const;
  std::optional<double> number(std::string_view key) const;
  std::optional<std::int64_t> whole_number(std::string_view key) const;
  std::optional<bool> yes_or_no(std::string_view key) const;
  std::optional<Date> day(std::string_view key) const;
  std::optional<Amount> amount(std::string_view key) const;  ///< a number, or a name
  /// A list of texts; a single text is a list of one.
  std::optional<std::vector<Word>> words(std::string_view key) const;
  std::optional<TomlTable> table(std::string_view key, std::string name, std::vector<std::string> keys) const;
  std::optional<TomlTable> table(std::string_view key, std::string name) const;
  /// The tables of `[[key]]` or of a list of inline tables.
  std::vector<TomlTable> tables(std::string_view key, const std::string& name,
                                const std::vector<std::string>& keys) const;
  /// Is the value of `key` a table?
  bool is_table(std::string_view key) const;

  [[noreturn]] void refuse(std::string_view key, std::string found, std::string expected, std::string hint = {}) const;
  /// InputError unless the key is there.
  void require(std::string_view key, std::string expected, std::string hint = {}) const;

 private:
  const toml::node* find(std::string_view key) const { return table_->get(key); }
  template <class T>
  const T* typed(std::string_view key, const char* expected) const;

  const toml::table* table_;
  std::string file_, name_;
};

}  // namespace tradewind::scenario
