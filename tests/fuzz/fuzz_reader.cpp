// The reader of text on any bytes: it refuses them with an InputError, or every place that it reports is in the text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tradewind/statements/reader.hpp"
#include "tradewind/world/input_error.hpp"

using namespace tradewind;

namespace {

World small_world() {
  const auto economy = [](const char* code, const char* name, std::vector<std::string> aliases, const char* demonym,
                          const char* capital, const char* currency, std::vector<std::string> provinces) {
    return Economy{{code},
                   name,
                   std::move(aliases),
                   {demonym},
                   {capital},
                   currency,
                   {std::string(demonym) + " Customs"},
                   std::move(provinces)};
  };
  return {
      {economy("CHN", "China", {"the Chinese mainland"}, "Chinese", "Beijing", "CNY", {"Guangxi", "Inner Mongolia"}),
       economy("USA", "United States", {"US", "U.S."}, "American", "Washington", "USD", {"Ohio"}),
       economy("VNM", "Vietnam", {"Viet Nam"}, "Vietnamese", "Hanoi", "VND", {"Ho Chi Minh City"})},
      {Bloc{{"ASEAN"}, "ASEAN", {"Southeast Asia"}, {"Southeast Asian"}, "free_trade_area", true}},
      {Membership{{"ASEAN"}, {"VNM"}, *parse_date("1995-07-28"), std::nullopt}},
      {Currency{"USD", "US dollar", {"$", "US$"}, {"dollar", "dollars"}},
       Currency{"CNY", "Yuan", {"RMB"}, {"yuan", "renminbi"}}},
      {Agreement{{"CAFTA"}, "China-ASEAN Free Trade Area", {"CAFTA"}, {{"CHN"}, {"ASEAN"}}}}};
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Reader reader(small_world());
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  try {
    const Article article = make_article("fuzz", bytes, parse_date("2025-09-08"));
    const ArticleReading reading = reader.read(article);
    for (const auto& statement : reading.statements) {
      require(statement.place.begin <= statement.number.begin && statement.number.end <= statement.place.end);
      require(statement.place.end <= article.text.size());
      require(statement.text ==
              article.text.substr(statement.place.begin, statement.place.end - statement.place.begin));
    }
    for (const auto& unread : reading.unread) require(unread.place.end <= article.text.size());
  } catch (const InputError&) {
  }
  return 0;
}
