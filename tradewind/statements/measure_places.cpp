// Places that are no party: provinces, regions and cities whose trade a measure tells.
#include "tradewind/statements/measure_finder.hpp"

namespace tradewind {

bool MeasureFinder::place_at(std::size_t i, std::string& name, const PartyMention*& owner, std::size_t& end) const {
  while (p_.is_any(i,
                   "the|south|north|east|west|southwest|southeast|northwest|northeast|central|southern|"
                   "northern|eastern|western|coastal|border|inland|neighbouring|neighboring"))
    ++i;
  if (const std::size_t of = p_.match_any(i, "province of|region of|autonomous region of")) i = of;
  owner = parts_.party_at(i);
  // "the southern Chinese province of Hainan", "China's island province of Hainan"
  std::size_t called = owner ? owner->end : i;
  while (p_.is_any(called, "island|coastal|border|inland|landlocked|southern|northern|eastern|western")) ++called;
  called = p_.match_any(called, "province of|region of|autonomous region of|municipality of");
  if (owner && (owner->begin != i || owner->anaphor ||
                !(owner->possessive || (called && owner->name.role == NameRole::demonym))))
    return false;
  const auto rank_of_place = [this](std::size_t k) {
    return p_.is_any(k,
                     "province|autonomous|zhuang|uygur|hui|region|municipality|city|prefecture|special|"
                     "administrative|state");
  };
  std::size_t k = called ? called : owner ? owner->end : i;
  if (p_.word(k).ends_with("ern") && !p_.capital(k)) ++k;  // "China's northwestern Shaanxi province"
  const std::size_t begin = k;
  const bool known = province_at(provinces_, p_, k, k) != nullptr;
  while (!known && p_.is_word(k) && p_.capital(k) && !rank_of_place(k) && parts_.owner(k).kind == PartKind::none &&
         p_.token(k).uses == 0)
    ++k;
  const bool ranked = called || p_.is_any(k, "province|autonomous|zhuang|uygur|hui|municipality") ||
                      (k > begin + 1 && p_.is_any(k - 1, "delta|belt|zone"));  // "the Yangtze River Delta"
  if (k == begin || (!owner && !known && !ranked)) return false;
  name = p_.in_print(begin, k);
  while (rank_of_place(k)) ++k;
  end = k;
  return true;
}

// "trade between Guangxi and ASEAN": a place of no country's rank, and a party.
bool MeasureFinder::region_between(MeasureMention& mention, std::size_t i, std::size_t& end) const {
  std::size_t k = p_.skip_the(i);
  std::string place;
  const PartyMention* owner = nullptr;
  // "trade between the province and ASEAN countries": the one that was spoken of
  const bool again = k > i && p_.is_any(k, "province|municipality|city|island") && !parts_.party_at(i) &&
                     !parts_.party_at(k) && p_.is_any(k + 1, "and|with");
  if (again) {
    ++k;
  } else if (!place_at(i, place, owner, k)) {
    owner = nullptr;
    const std::size_t begin = k;
    while (p_.is_word(k) && p_.capital(k) && parts_.owner(k).kind == PartKind::none) ++k;
    place = p_.in_print(begin, k);
    if (place.empty() || p_.token(k - 1).upper) return false;
  }
  if (!p_.is_any(k, "and|with")) return false;  // "between Yunnan with ASEAN", as the press misprints
  // "between Yunnan and the ten member states of ASEAN"
  std::size_t to = p_.skip_the(k + 1);
  while (p_.is_number(to) || number_word(p_.word(to)) ||
         p_.is_any(to, "member|members|states|countries|nations|economies|of"))
    ++to;
  const auto list = party_list_at(p_, parts_.parties, to, end);
  if (list.empty()) return false;
  mention.partners = list;
  mention.of_region = again;
  if (again) return true;
  mention.product = place, mention.region = true;
  if (owner) mention.subjects = {*owner};
  return true;
}

}  // namespace tradewind
