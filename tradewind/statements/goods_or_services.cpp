// Whether a measure that does not say so is of goods, of services or of both: as the text and the sentence count.
#include <algorithm>

#include "tradewind/statements/sentence.hpp"

namespace tradewind {

void SentenceReader::goods_or_services(Series& series, const MeasureMention& mention, std::size_t clause) {
  const auto before = context(clause, false);
  // the whole of a trade that the sentence has told
  const Series* near =
      series_in_sentence() && !before.empty() && is_trade_flow(before.front()->flow) && before.front()->product.empty()
          ? before.front()
          : nullptr;
  bool measure_said = false;
  // "exports of services were $5 billion and imports $7 billion, with a deficit of $2 billion": of the same
  if (near && series.measure == "goods_trade" && mention.flow == "balance" && mention.plain &&
      mention.product.empty() && mention.subjects.empty() &&
      !(near->flow == "balance" && near->measure == "services_trade") &&
      (near->measure.ends_with("_trade") || near->measure == "current_account")) {
    series.measure = near->measure;
    measure_said = true;
  }
  // "The current account had a deficit in May. The deficit narrowed": the same
  if (series.flow == "balance" && mention.head_only && d_.about.last.measure == "current_account")
    series.measure = d_.about.last.measure;
  // "July exports" where the text counts goods and services together; "exports" in a paragraph on services.
  const bool both_here = d_.spoken_of_here() && d_.about.topic.measure == "goods_and_services_trade";
  const bool whole_of_first =
      !mention.verb && !mention.weak &&
      (series.subjects.empty() || !d_.about.first.known() || series.subject() == d_.about.first.subject()) &&
      (series.partners.empty() || both_here);
  const bool headed_goods = p_.is_any(p_.begin(), "goods|merchandise") && p_.is(p_.begin() + 1, ":");
  // "Goods exports rose to $5 billion, while imports fell": of goods, too, or of goods and services
  if (near && series.measure == "goods_trade" && (mention.plain || mention.verb) && series.product.empty() &&
      mention.subjects.empty() && mention.partners.empty() && near->measure != "services_trade" &&
      near->measure.ends_with("_trade")) {
    series.measure = near->measure;
    measure_said = true;
  }
  if (!measure_said && !d_.section.empty() && series.measure == "goods_trade" && mention.plain && !mention.total) {
    series.measure = d_.section;
    measure_said = true;
  }
  if (!measure_said && !headed_goods && series.measure == "goods_trade" &&
      (mention.head_only || (mention.plain && mention.product.empty() && (mention.total || whole_of_first))) &&
      (d_.about.first.measure == "goods_and_services_trade" || (d_.counts_both && !d_.about.first.known())) &&
      (mention.total || !(d_.spoken_of_here() && d_.about.topic.measure == "goods_trade")))
    series.measure = "goods_and_services_trade";
  // "Services exports were $3 billion. Goods exports were $4 billion. Combined exports stood at $7 billion"
  const auto told = [&](std::string_view measure) {
    return std::ranges::any_of(told_lately(8), [&](const Statement& one) {
      return one.measure == measure && one.flow == series.flow && one.product.empty() &&
             (series.subjects.empty() || one.subject == series.subject());
    });
  };
  if (series.measure == "goods_trade" && mention.plain && is_trade_flow(series.flow) && series.product.empty() &&
      p_.is_any(p_.skip_the(mention.begin), "combined|overall|total") && told("services_trade") && told("goods_trade"))
    series.measure = "goods_and_services_trade";
  // "Overall exports (merchandise and services taken together)", behind bare "exports": those were of goods
  if (series.measure == "goods_and_services_trade" && d_.about.first.measure == "goods_trade" &&
      p_.is(mention.begin, "overall"))
    d_.goods_said = true;
  // ... and the overall imports and deficit behind it are of both, too
  if (series.measure == "goods_trade" && (mention.plain || p_.is(mention.head, "trade")) &&
      is_trade_flow(series.flow) && series.product.empty() && p_.is(p_.skip_the(mention.begin), "overall") &&
      std::ranges::any_of(told_lately(8), [&](const Statement& one) {
        return one.measure == "goods_and_services_trade" && one.partner == world_total &&
               (series.subjects.empty() || one.subject == series.subject());
      }))
    series.measure = "goods_and_services_trade";
  // "a surplus of $5 billion, with goods and services exports rising"
  if (series.measure == "goods_trade" && mention.plain && mention.flow == "balance" &&
      std::ranges::any_of(measures_, [&](const MeasureMention& one) {
        return one.measure == "goods_and_services_trade" && one.begin > mention.end && p_.is(one.begin - 1, "with");
      }))
    series.measure = "goods_and_services_trade";
  // "Taking goods and services together, exports rose"
  if (series.measure == "goods_trade" && mention.plain &&
      contains("goods and services together|goods and services taken together|"
               "goods and services combined|merchandise and services taken together|"
               "merchandise and services together"))
    series.measure = "goods_and_services_trade";
  const bool plain = (mention.plain || (mention.verb && series.product.empty() && !p_.is(mention.head + 1, "goods"))) &&
                     !(mention.verb && contains("goods worth|goods valued"));
  // "Services exports fell. The trade surplus narrowed": of the trade that the text began with
  // ... "The surplus in services meant that the overall trade deficit narrowed"
  const bool trade_balance =
      mention.flow == "balance" && p_.is(mention.head, "trade") &&
      (p_.is_any(p_.skip_the(mention.begin), "overall|total") ||
       (series_in_sentence() ? near && near->flow == "balance" : d_.about.first.measure != "services_trade"));
  if (series.measure == "goods_trade" && plain && !trade_balance && !p_.can(mention.head - 1, use::goods)) {
    // "A deficit in goods was offset by a surplus in services. Exports rose": of neither alone
    const auto half = [](std::string_view measure) {
      return [measure](const Statement& one) {
        return one.measure == measure && one.flow == "balance" && one.product.empty();
      };
    };
    const auto lately = told_lately(3);
    const bool halves = !series_in_sentence() && std::ranges::any_of(lately, half("goods_trade")) &&
                        std::ranges::any_of(lately, half("services_trade"));
    const bool anew = !series_in_sentence() && !mention.subjects.empty() && !mention.partners.empty();
    // "Services imports fell", and a new paragraph: "Exports rose", of a text on goods, too
    const bool passed = !series_in_sentence() && !d_.spoken_of_here() && d_.goods_said;
    const auto of_services = [&](const Series& one) {
      return one.measure == "services_trade" && !passed && !(anew && series.partners != one.partners) &&
             (series.subjects.empty() || series.subject() == one.subject());
    };
    if (!halves && !before.empty() && (of_services(*before.front()) || (of_services(d_.about.first) && !d_.goods_said)))
      series.measure = "services_trade";
  }
  d_.goods_said = d_.goods_said || (series.measure == "goods_trade" && !mention.plain && !mention.foreign);
}

}  // namespace tradewind
