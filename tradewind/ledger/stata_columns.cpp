// Stata's .dta, by ReadStat.
#include <fmt/format.h>
#include <readstat.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "tradewind/ledger/column_builder.hpp"
#include "tradewind/ledger/column_format.hpp"
#include "tradewind/world/period.hpp"

namespace tradewind {
namespace {

// Releases 104 to 115 begin with their number, a byte order and a file type; 117 and later with a mark.
bool recognises(std::string_view head) {
  if (head.starts_with("<stata_dta>")) return true;
  if (head.size() < 4) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(head[i]); };
  return byte(0) >= 104 && byte(0) <= 115 && (byte(1) == 1 || byte(1) == 2) && byte(2) == 1 && byte(3) == 0;
}

struct Variable {
  std::string name;
  readstat_type_t type = READSTAT_TYPE_DOUBLE;
  std::string format;  // "%td": days
  std::string labels;  // the name of its value labels
};

std::string day_text(double days_since_1960) {
  const std::chrono::sys_days epoch = std::chrono::year{1960} / 1 / 1;
  return to_string(Date{epoch + std::chrono::days{static_cast<int>(days_since_1960)}});
}

/// One pass over a file: its variables, or also the values of some of them.
class StataPass {
 public:
  StataPass(const std::filesystem::path& file) : file_(file.string()) {}

  const std::vector<Variable>& variables() {
    run(false);
    return variables_;
  }

  /// The columns of these names. Days become ISO texts; other numbers stay what they are.
  std::vector<Column> read(const std::set<std::string>& wanted) {
    wanted_ = &wanted;
    run(true);
    std::vector<Column> columns;
    for (auto& builder : builders_)
      if (builder) columns.push_back(with_days(builder->take()));
    return columns;
  }

  /// Value labels of a variable: 1 -> "Agriculture".
  const std::map<std::int32_t, std::string>& labels_of(const std::string& variable) const {
    static const std::map<std::int32_t, std::string> none;
    const auto found = std::ranges::find(variables_, variable, &Variable::name);
    const auto labels = found == variables_.end() ? labels_.end() : labels_.find(found->labels);
    return labels == labels_.end() ? none : labels->second;
  }

 private:
  void run(bool with_values) {
    variables_.clear();
    builders_.clear();
    readstat_parser_t* parser = readstat_parser_init();
    readstat_set_variable_handler(parser, &StataPass::on_variable);
    readstat_set_value_label_handler(parser, &StataPass::on_label);
    readstat_set_error_handler(parser, &StataPass::on_error);
    if (with_values) readstat_set_value_handler(parser, &StataPass::on_value);
    const readstat_error_t error = readstat_parse_dta(parser, file_.c_str(), this);
    readstat_parser_free(parser);
    if (error != READSTAT_OK)
      throw InputError(
          file_,
          fmt::format("the Stata file cannot be read: {}", message_.empty() ? readstat_error_message(error) : message_),
          "a whole .dta file of Stata 8 or later");
  }

  static int on_variable(int, readstat_variable_t* variable, const char* labels, void* self) {
    return static_cast<StataPass*>(self)->add_variable(variable, labels);
  }
  static int on_value(int, readstat_variable_t* variable, readstat_value_t value, void* self) {
    static_cast<StataPass*>(self)->add_value(variable, value);
    return READSTAT_HANDLER_OK;
  }
  static int on_label(const char* labels, readstat_value_t value, const char* label, void* self) {
    if (!readstat_value_is_missing(value, nullptr) && readstat_value_type_class(value) == READSTAT_TYPE_CLASS_NUMERIC)
      static_cast<StataPass*>(self)->labels_[labels][static_cast<std::int32_t>(readstat_double_value(value))] = label;
    return READSTAT_HANDLER_OK;
  }
  static void on_error(const char* message, void* self) { static_cast<StataPass*>(self)->message_ = message; }

  int add_variable(readstat_variable_t* variable, const char* labels) {
    const auto text = [](const char* words) { return std::string(words == nullptr ? "" : words); };
    variables_.push_back({readstat_variable_get_name(variable), readstat_variable_get_type(variable),
                          text(readstat_variable_get_format(variable)), text(labels)});
    const Variable& added = variables_.back();
    builders_.emplace_back();
    if (wanted_ == nullptr || !wanted_->contains(added.name)) return READSTAT_HANDLER_SKIP_VARIABLE;
    const bool number = added.type == READSTAT_TYPE_DOUBLE || added.type == READSTAT_TYPE_FLOAT;
    builders_.back().emplace(added.name,
                             added.type == READSTAT_TYPE_STRING || added.type == READSTAT_TYPE_STRING_REF
                                 ? ColumnBuilder::Kind::text
                             : number && !is_day(added) ? ColumnBuilder::Kind::number
                                                        : ColumnBuilder::Kind::whole,
                             false);
    return READSTAT_HANDLER_OK;
  }

  void add_value(readstat_variable_t* variable, readstat_value_t value) {
    ColumnBuilder& builder = *builders_[static_cast<std::size_t>(readstat_variable_get_index(variable))];
    // . and the extended .a to .z are missing alike.
    if (readstat_value_is_missing(value, variable)) return builder.add_missing();
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
      const char* text = readstat_string_value(value);
      if (text == nullptr || *text == '\0') return builder.add_missing();  // as Stata has it
      return builder.add(std::string_view(text));
    }
    builder.add(readstat_double_value(value));
  }

  static bool is_day(const Variable& variable) {
    return variable.format.starts_with("%td") || variable.format.starts_with("%d") ||
           variable.format.starts_with("%-td");
  }

  Column with_days(Column column) const {
    const auto& variable = *std::ranges::find(variables_, column.name, &Variable::name);
    const auto* days = std::get_if<Integers>(&column.values);
    if (days == nullptr || !is_day(variable)) return column;
    Dictionary texts;
    Categories dates;
    dates.codes.reserve(days->size());
    for (const std::int32_t day : *days)
      dates.codes.push_back(day == missing_integer ? Categories::missing : texts.code(day_text(day)));
    dates.labels = texts.take();
    column.values = std::move(dates);
    return column;
  }

  std::string file_;
  const std::set<std::string>* wanted_ = nullptr;
  std::vector<Variable> variables_;
  std::vector<std::optional<ColumnBuilder>> builders_;  // a variable each; none: skipped
  std::map<std::string, std::map<std::int32_t, std::string>> labels_;
  std::string message_;
};

std::vector<std::string> names_in(const std::vector<Variable>& variables) {
  std::vector<std::string> names;
  names.reserve(variables.size());
  for (const Variable& variable : variables) names.push_back(variable.name);
  return names;
}

/// Numbers that only tell rows apart and all have a label: 1, 2 -> "Agriculture", "Mining".
void put_labels(Column& column, const std::map<std::int32_t, std::string>& labels) {
  const auto* numbers = std::get_if<Integers>(&column.values);
  if (numbers == nullptr || labels.empty()) return;
  Categories named;
  Dictionary texts;
  std::map<std::int32_t, std::uint32_t> codes;
  named.codes.reserve(numbers->size());
  for (const std::int32_t number : *numbers) {
    if (number == missing_integer) {
      named.codes.push_back(Categories::missing);
      continue;
    }
    auto code = codes.find(number);
    if (code == codes.end()) {
      const auto label = labels.find(number);
      if (label == labels.end()) return;
      code = codes.emplace(number, texts.code(label->second)).first;
    }
    named.codes.push_back(code->second);
  }
  named.labels = texts.take();
  if (named.labels.size() != codes.size()) return;  // two numbers of one label stay two
  column.values = std::move(named);
}

std::vector<std::uint32_t> rows_where(const std::vector<Column>& columns, const std::string& where,
                                      const std::vector<std::string>& names) {
  const ColumnQuery query;
  std::vector<Column> named;
  for (const Column& column : columns)
    if (may_name(where, column.name)) named.push_back(column);
  if (named.empty()) named.push_back(columns.front());
  try {
    query.create_table("data", named);
    const auto rows = query.read(fmt::format("SELECT rowid FROM data WHERE (\n{}\n)", where), {{}});
    std::vector<std::uint32_t> chosen;
    for (std::size_t i = 0; i < rows.at(0).rows(); ++i) chosen.push_back(static_cast<std::uint32_t>(rows[0].number(i)));
    return chosen;
  } catch (const SqlError& error) {
    throw refused_condition(where, error.what(), names);
  }
}

std::vector<Column> read(const std::filesystem::path& file, const ReadOptions& options) {
  StataPass pass(file);
  const std::vector<std::string> names = names_in(pass.variables());
  const std::vector<std::string>& wanted = options.columns.empty() ? names : options.columns;
  std::set<std::string> read(wanted.begin(), wanted.end());
  for (const std::string& name : wanted)
    if (std::ranges::find(names, name) == names.end()) throw unknown_column(file.string(), name, names);
  for (const std::string& name : names)
    if (may_name(options.where, name)) read.insert(name);
  std::vector<Column> columns = pass.read(read);

  if (!options.where.empty()) {
    const std::vector<std::uint32_t> rows = rows_where(columns, options.where, names);
    for (Column& column : columns) column = take_rows(column, rows);
  }
  std::vector<Column> result;
  for (const std::string& name : wanted) {
    result.push_back(std::move(*std::ranges::find(columns, name, &Column::name)));
    if (std::ranges::find(options.ids, name) != options.ids.end()) put_labels(result.back(), pass.labels_of(name));
  }
  return result;
}

std::vector<std::string> names(const std::filesystem::path& file, const std::string&) {
  return names_in(StataPass(file).variables());
}

}  // namespace

const ColumnFormat stata_format = {"Stata", recognises, names, read};

}  // namespace tradewind
