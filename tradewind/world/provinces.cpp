#include "tradewind/world/provinces.hpp"

#include <algorithm>
#include <array>

namespace tradewind {
namespace {

constexpr auto of_china = std::to_array<std::string_view>(
    {"Anhui",   "Fujian",   "Gansu",  "Guangdong", "Guangxi", "Guizhou",  "Hainan",   "Hebei",   "Heilongjiang",
     "Henan",   "Hubei",    "Hunan",  "Jiangsu",   "Jiangxi", "Jilin",    "Liaoning", "Ningxia", "Qinghai",
     "Shaanxi", "Shandong", "Shanxi", "Sichuan",   "Tibet",   "Xinjiang", "Xizang",   "Yunnan",  "Zhejiang"});

}  // namespace

EconomyCode country_of_province(std::string_view name) {
  return std::ranges::binary_search(of_china, name) ? EconomyCode{"CHN"} : EconomyCode{};
}

}  // namespace tradewind
