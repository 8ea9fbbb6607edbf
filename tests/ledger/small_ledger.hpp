/// Ledgers of a few rows for tests, each in a folder of its own that goes away with it.
#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tradewind/ledger/ledger.hpp"

namespace tradewind::tests {

class Folder {
 public:
  Folder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("tradewind-test-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, const std::string& content) const {
    auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_;
};

inline const std::string figure_header =
    "reporter,partner,flow,measure,period,value,unit,publisher,publication,published,url,note\n";

/// Tables of a small world: ASEAN and the EU are ranked as one, RCEP is not; Britain left the EU in 2020.
class Tables {
 public:
  Tables() {
    table("world/economies.csv",
          "code,alpha2,numeric,name,aliases,demonyms,capitals,currency,source\n"
          "CHN,CN,156,China,PRC;the Chinese mainland,Chinese,Beijing,CNY,test\n"
          "DEU,DE,276,Germany,,German,Berlin,EUR,test\n"
          "FRA,FR,250,France,,French,Paris,EUR,test\n"
          "GBR,GB,826,United Kingdom,UK;Britain,British,London,GBP,test\n"
          "JPN,JP,392,Japan,,Japanese,Tokyo,JPY,test\n"
          "KOR,KR,410,South Korea,Republic of Korea,South Korean,Seoul,KRW,test\n"
          "MYS,MY,458,Malaysia,,Malaysian,Kuala Lumpur,MYR,test\n"
          "TLS,TL,626,Timor-Leste,East Timor,Timorese,Dili,USD,test\n"
          "USA,US,840,United States,the US;America,American,\"Washington, D.C.\",USD,test\n"
          "VNM,VN,704,Vietnam,Viet Nam,Vietnamese,Hanoi,VND,test\n");
    table("world/blocs.csv",
          "code,name,aliases,demonyms,kind,source,ranked_as_one\n"
          "ASEAN,ASEAN,the Association of Southeast Asian Nations,,free_trade_area,test,yes\n"
          "EU,European Union,the EU,European,union,test,yes\n"
          "RCEP,RCEP,,,free_trade_area,test,no\n");
    table("world/memberships.csv",
          "bloc,economy,from,to,source,note\n"
          "ASEAN,MYS,1967-08-08,,test,\nASEAN,TLS,2025-10-26,,test,\nASEAN,VNM,1995-07-28,,test,\n"
          "EU,DEU,1958-01-01,,test,\nEU,FRA,1958-01-01,,test,\nEU,GBR,1973-01-01,2020-01-31,test,\n"
          "RCEP,CHN,2022-01-01,,test,\nRCEP,JPN,2022-01-01,,test,\nRCEP,KOR,2022-02-01,,test,\n"
          "RCEP,MYS,2022-03-18,,test,\nRCEP,VNM,2022-01-01,,test,\n");
    table(
        "world/currencies.csv",
        "code,name,symbols,aliases,economies,source\n"
        "CNY,Chinese yuan,¥,yuan;RMB,CHN,test\nEUR,euro,€,euros,DEU;FRA,test\nUSD,US dollar,$;US$,dollars,USA,test\n");
  }

  Tables& table(const std::string& name, const std::string& content) {
    folder_.write("tables/" + name, content);
    return *this;
  }
  /// "CHN,ASEAN,exports,goods_trade,2024,586.5,billion USD": the seven columns that a figure is about.
  Tables& figure(const std::string& row) { return figure(row, "Customs", "2025-01-20"); }
  Tables& figure(const std::string& row, const std::string& publisher, const std::string& published,
                 const std::string& note = "") {
    figures_ += row + "," + publisher + ",Bulletin," + published + ",https://example.org," + note + "\n";
    return *this;
  }
  ImportReport build_report() {
    if (!figures_.empty()) table("figures/figures.csv", figure_header + figures_);
    return Ledger::build(folder_.path() / "tables", file());
  }
  Ledger build() {
    const ImportReport report = build_report();
    for (const auto& row : report.refused) throw std::runtime_error(row.file + ": " + row.reason);
    return Ledger::open(file());
  }
  std::filesystem::path file() const { return folder_.path() / "ledger.duckdb"; }
  const Folder& folder() const { return folder_; }

 private:
  Folder folder_;
  std::string figures_;
};

}  // namespace tradewind::tests
