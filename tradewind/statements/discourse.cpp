#include "tradewind/statements/discourse.hpp"

#include <algorithm>
#include <utility>

#include "tradewind/world/fiscal_year.hpp"

namespace tradewind {

EconomyCode Series::other(const EconomyCode& party) const {
  if (!is_pair() || party.empty()) return {};
  if (party == subject()) return partner();
  if (party == partner()) return subject();
  return {};
}

void Discourse::begin_paragraph(std::size_t number) {
  if (number == paragraph) return;
  if (time_told_here()) when.told_before = when.behind_paragraph.known() ? when.period : Period{};
  paragraph = number;
  theme.clear();
  if (number > about.role_until) about.role = Role::none;
  if (number > about.ranked_in + 2) about.ranking.clear();
  who.between.clear();
  about.whole_before = about.topic.known() && about.topic.partner() == world_total;
  about.topic = {};
  // "Exports to Japan rose 3 percent, those to Peru 2 percent. / Butter rose 5 percent": to all of them
  if (about.several) about.last = whole_of(about.last);
  // what told exports and imports went on with both only up to here
  if (about.last.flow == "trade" && is_trade_flow(about.said.flow) && about.said.partners == about.last.partners &&
      about.said.subjects == about.last.subjects)
    about.last = about.said;
  about.several = false;
  about.beside = {};
  when.until = when.to_come = {};
  when.left = {};
  if (when.behind_paragraph.known()) {
    when.left = when.period;
    // ... but not the one that the whole text is about
    const bool of_partner = about.said.is_pair() && about.said.partner() != about.first.partner();
    when.left_partners = when.how != Telling::alone && (of_partner || about.role != Role::none);
    when.period = std::exchange(when.behind_paragraph, {});
    when.behind_sentence = {};
  }
  if (who.main.empty() || who.second.empty() || about.pair_subject.empty()) return;
  if (about.pair_subject != who.main && about.pair_subject != who.second) return;
  about.pair_subject = who.main;
  about.pair_partner = who.second;
}

void Discourse::go_on_in_time(const EconomyCode& partner, bool told_already) {
  const bool of_partners =
      when.left_partners && named_party(partner) && (about.role == Role::partner || partner == about.said.partner());
  if (of_partners || told_already) {
    when.behind_paragraph = when.reported;
    when.period = when.told_last = when.left;
    when.paragraph = paragraph;
  }
}

void Discourse::begin_sentence() {
  if (++counted.sentences_ago > 1) counted.noun.clear();
  if (when.behind_sentence.known()) when.period = std::exchange(when.behind_sentence, {});
}

bool Discourse::of_old(const Period& period) const {
  const Period& now = when.reported;
  if (!now.known() || !period.known()) return false;
  // "this year" is not over yet: its first months are no excursion.
  const bool goes_on = when.published && now.last > *when.published;
  const bool within = period.last_year() == now.last_year() || period.first >= now.first;  // "this fiscal year"
  return period.last < now.last && !(goes_on && within);
}

void Discourse::tell_time(const Period& period, Telling telling) {
  // "aid of $5 billion over the next seven years": what follows is not of all of these
  if (when.published && period.is_years() && !period.is_year() && !period.open_start &&
      period.last_year() > static_cast<int>(when.published->year()))
    return;
  const bool lead = std::exchange(when.of_title, when.of_title && of_old(period)) && !when.of_title;
  if (lead) {
    when.reported = period;
  } else if (period != when.period) {
    const Period& now = when.reported;
    const bool part = now.known() && now.last == period.last && period.first > now.first;
    // "Inflows averaged $5 billion a year between 2021 and 2023", of a text on a year: an excursion, too
    const bool years = now.known() && now.day_count() <= 366 && period.is_years() && !period.is_year();
    // "Exports rose in May. In the first five months, they fell. / Exports of oil ...": in May
    const bool short_now = now.known() && now.day_count() <= 31;
    // "Exports fell in May. For the first five months they rose. In May, shipments of farm goods ...": back again
    const bool again = telling == Telling::front && part && period == when.told.front();
    if (telling == Telling::heading || again) {
      when.reported = period;
      when.behind_paragraph = when.behind_sentence = {};
    } else if (telling != Telling::front && (years || (of_old(period) && time_told_here()))) {
      if (!when.behind_sentence.known()) when.behind_sentence = when.period;
    } else if ((of_old(period) || part || years ||
                (now.last == period.last && (telling == Telling::within || (short_now && time_told_here()))) ||
                telling == Telling::alone) &&
               period != when.told_before) {  // twice running: the text has moved on to it
      when.behind_paragraph = now;
      when.behind_sentence = {};
    } else {
      when.reported = period;
      when.behind_paragraph = when.behind_sentence = {};
    }
  }
  when.period = when.told_last = period;
  when.how = telling;
  when.to_come = when.summed_until = {};
  when.paragraph = paragraph;
  if (std::ranges::find(when.told, period) == when.told.end()) when.told.push_back(period);
}

EconomyCode Discourse::fiscal_economy() const {
  if (!when.published) return {};
  for (const EconomyCode& code : {who.home, about.last.subject(), who.main, about.last.partner(), who.second})
    if (fiscal_year(code, *when.published)) return code;
  return {};
}

Series Discourse::whole_of(Series said) const {
  const Series& first = about.first;
  const bool alike = (is_trade_flow(first.flow) && is_trade_flow(said.flow)) ||
                     (said.flow == "inward" && (first.flow == said.flow || first.flow.empty()) &&
                      first.measure.starts_with("investment") && said.measure.starts_with("investment"));
  if (first.known() && !named_party(first.partner()) && first.subject() == said.subject() && alike)
    said.partners = {world_total};
  return said;
}

void Discourse::speak_of(const Series& said, bool in_passing) {
  mention(said, false);
  count_together(said);
  // "China's trade with ASEAN up 7 pct", above a text on all of China's trade
  const bool titled = std::exchange(about.only_titled, false);
  if (titled && (about.first.is_pair() || !said.region.empty()) && said.partner() == world_total &&
      said.subject() == about.first.subject() && said.product == said.region)
    about.first = said;
  // "Vietnam trade up 7 pct", above "Cambodia's trade with Vietnam"
  if (titled && about.first.partner() == world_total && said.is_pair() && said.partner() == about.first.subject() &&
      said.flow == about.first.flow)
    about.first = said;
  // "RMG exports up 9 pct", above "Exports of ready-made garments (RMG)": as the lead calls them
  if (titled && !about.first.product.empty() && !said.product.empty() && about.first.flow == said.flow &&
      (about.first.subject() == said.subject() || about.first.subject() == unnamed_party) &&
      (about.first.partner() == said.partner() || in_passing))
    about.first.subjects = said.subjects, about.first.product = said.product;
  if (!about.first.known()) {
    about.first = said;
    about.among_all = about.among_all || said.subject() == world_total;
    // A lead that tells who is the largest of many: the text is about the whole.
    if (in_passing && (!who.two || has_direction(said.flow)) && is_trade_flow(said.flow) && said.is_pair())
      about.first.partners = {world_total};
  }
  // "Shipments to China rose 5 percent, those to Japan 3 percent. Exports of phones fell": to one after the other
  const Series& topic = about.topic;
  if (topic.is_pair() && said.is_pair() && topic.subject() == said.subject() && topic.partner() != said.partner()) {
    in_passing = true;
    if (about.first.is_pair() && about.first.subject() == unnamed_party) about.first.partners = {world_total};
    about.topic = whole_of(topic);
  }
  about.last = in_passing ? whole_of(said) : said;
  // "Thailand bought $2 billion of goods from Laos", in a text on the whole of Laos's trade: part of its exports
  const Series& first = about.first;
  if (said.is_pair() && (said.flow == "imports" || said.flow == "exports") && said.product.empty() &&
      first.partner() == world_total && said.partner() == first.subject()) {
    about.last.subjects = first.subjects, about.last.partners = {world_total};
    about.last.flow = said.flow == "imports" ? "exports" : "imports";
  }
  if (!about.topic.known()) {
    about.topic = about.last;
    if (said.part) about.topic.product.clear();
  }
  // ... or of all its trade: "Oil exports rose. Total trade was $9 billion. Exports ..."
  if (said.product.empty() && said.subject() == first.subject() &&
      (said.flow == first.flow || (said.flow == "trade" && said.partner() == world_total)))
    about.of_goods = -1;
  else if (about.of_goods >= 0 && said.product == first.product)
    ++about.of_goods;
  if (said.is_pair()) {
    about.several = about.several || (!about.beside.empty() && about.beside != said.partner());
    if (about.beside.empty()) about.beside = said.partner();
  }
  about.paragraph = paragraph;
}

void Discourse::tell_of_another(const EconomyCode& partner) {
  constexpr std::size_t many = 3;
  if (about.others.insert(partner).second && about.others.size() == many) about.first.partners = {world_total};
}

void Discourse::count_together(const Series& said) {
  Series& first = about.first;
  if (said.measure != "goods_and_services_trade" || goods_said || said.partner() != world_total) return;
  if (!first.known()) first = said;
  if (first.measure == "goods_trade" && first.subject() == said.subject() && first.partner() == world_total &&
      first.product.empty()) {
    first.measure = said.measure;
    both_told_late = true;
  }
}

void Discourse::mention(const Series& series, bool goods_named) {
  constexpr std::size_t remembered = 12;
  if (series.is_pair()) about.pair_subject = series.subject(), about.pair_partner = series.partner();
  if (!goods_named) return;
  about.mentioned.push_back(series);
  if (about.mentioned.size() > remembered) about.mentioned.erase(about.mentioned.begin());
}

bool Discourse::about_pair() const {
  const Series& first = about.first;
  const auto of_it = [&first](const EconomyCode& party) {
    return party.empty() || party == first.subject() || party == first.partner();
  };
  return first.is_pair() && who.two && !who.main.empty() && of_it(who.main) && of_it(who.second);
}

EconomyCode Discourse::reporter() const {
  const Series& first = about.first;
  const bool with_all = !named_party(first.partner()) || about.role == Role::partner;
  return with_all && named_party(who.main) && who.main == first.subject() && !about.among_all && !about_pair()
             ? who.main
             : EconomyCode{};
}

bool Discourse::is_partner_here(const EconomyCode& party) const {
  const EconomyCode own = reporter();
  return !own.empty() && !party.empty() && party != own && party != world_total && !who.owners.contains(party);
}

EconomyCode Discourse::other(const EconomyCode& party) const {
  if (party.empty()) return {};
  if (party == about.pair_subject) return about.pair_partner;
  if (party == about.pair_partner) return about.pair_subject;
  return {};
}

void Discourse::name(const PartyMention& mention) {
  if (mention.anaphor) return;
  if (mention.name.role == NameRole::agreement) {
    who.event = mention.name.code;
    return;
  }
  if (mention.name.role == NameRole::capital) return;
  (mention.name.bloc ? who.bloc : who.economy) = mention.name.code;
  if (mention.name.bloc) who.pact = mention.name.code;
  if (mention.name.code != who.latter) who.former = who.latter, who.latter = mention.name.code;
}

}  // namespace tradewind
