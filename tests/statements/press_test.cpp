// What the reader makes of paragraphs as the press writes them: own sentences, each with every statement that it makes.
#include <gtest/gtest.h>

#include "read.hpp"

namespace tradewind::tests {
namespace {

struct Paragraph {
  const char* published;
  const char* text;
  std::vector<std::string> statements;
};

const std::vector<Paragraph>& paragraphs() {
  static const std::vector<Paragraph> all = {
      {"2024-11-07",
       "China's foreign trade reached 36.02 trillion yuan (about $5 trillion) in the first ten months of this year, "
       "up 5.2 percent year on year. Exports came to 20.80 trillion yuan, a rise of 6.7 percent, while imports "
       "reached 15.22 trillion yuan, up 3.2 percent. Trade with Belt and Road partner countries totalled 16.94 "
       "trillion yuan, 6.2 percent more than a year before. Notably, trade with ASEAN countries hit 5.67 trillion "
       "yuan, an increase of 8.8 percent and representing 15.7 percent of China's total foreign trade, solidifying "
       "ASEAN's position as China's largest trading partner. In the same period, trade with the EU, the U.S. and "
       "South Korea was valued at 4.64 trillion yuan, 4.01 trillion yuan and 1.91 trillion yuan, with growth rates "
       "of 1.2 percent, 4.4 percent and 6.7 percent, respectively.",
       {"level CHN-WLD trade 2024-01/2024-10 '36.02 trillion yuan (about $5 trillion)'",
        "growth CHN-WLD trade 2024-01/2024-10 '5.2 percent'",
        "level CHN-WLD exports 2024-01/2024-10 '20.80 trillion yuan'",
        "growth CHN-WLD exports 2024-01/2024-10 '6.7 percent'",
        "level CHN-WLD imports 2024-01/2024-10 '15.22 trillion yuan'",
        "growth CHN-WLD imports 2024-01/2024-10 '3.2 percent'",
        "level CHN-BRI trade 2024-01/2024-10 '16.94 trillion yuan'",
        "growth CHN-BRI trade 2024-01/2024-10 '6.2 percent'",
        "level CHN-ASEAN trade 2024-01/2024-10 '5.67 trillion yuan'",
        "growth CHN-ASEAN trade 2024-01/2024-10 '8.8 percent'", "share CHN-ASEAN trade 2024-01/2024-10 '15.7 percent'",
        "rank CHN-ASEAN trade 2024-01/2024-10 'China's largest trading partner'",
        "level CHN-EU trade 2024-01/2024-10 '4.64 trillion yuan'",
        "level CHN-USA trade 2024-01/2024-10 '4.01 trillion yuan'",
        "level CHN-KOR trade 2024-01/2024-10 '1.91 trillion yuan'", "growth CHN-EU trade 2024-01/2024-10 '1.2 percent'",
        "growth CHN-USA trade 2024-01/2024-10 '4.4 percent'", "growth CHN-KOR trade 2024-01/2024-10 '6.7 percent'"}},
      {"2024-12-10",
       "China's foreign trade grew 4.9% year on year to 39.79 trillion yuan ($5.49 trillion) in the first 11 months "
       "of 2024. General trade hit 25.5 trillion yuan, a rise of 3.7%, making up 64.1% of the total foreign trade. "
       "China's top trading partners during this period were ASEAN, the European Union, the United States and South "
       "Korea. Bilateral trade with these regions grew by 8.6%, 1.3%, 4.2% and 6.3% respectively.",
       {"growth CHN-WLD trade 2024-01/2024-11 '4.9%'",
        "level CHN-WLD trade 2024-01/2024-11 '39.79 trillion yuan ($5.49 trillion)'",
        "level CHN-WLD trade [general] 2024-01/2024-11 '25.5 trillion yuan'",
        "growth CHN-WLD trade [general] 2024-01/2024-11 '3.7%'",
        "share CHN-WLD trade [general] 2024-01/2024-11 '64.1%'",
        "rank CHN-ASEAN trade 2024-01/2024-11 'China's top trading partners'",
        "rank CHN-EU trade 2024-01/2024-11 'China's top trading partners'",
        "rank CHN-USA trade 2024-01/2024-11 'China's top trading partners'",
        "rank CHN-KOR trade 2024-01/2024-11 'China's top trading partners'",
        "growth CHN-ASEAN trade 2024-01/2024-11 '8.6%'", "growth CHN-EU trade 2024-01/2024-11 '1.3%'",
        "growth CHN-USA trade 2024-01/2024-11 '4.2%'", "growth CHN-KOR trade 2024-01/2024-11 '6.3%'"}},
      {"2011-08-15",
       "Bilateral trade between China and ASEAN amounted to $230 billion in 2010. ASEAN exports to the Chinese "
       "market amounted to $113.5 billion, an increase of 39.1% compared to 2009, and imports of goods from China "
       "were 117.7 billion dollars, up 21.8% year on year.",
       {"level CHN-ASEAN trade 2010 '$230 billion'", "level ASEAN-CHN exports 2010 '$113.5 billion'",
        "growth ASEAN-CHN exports 2010 '39.1%'", "level ASEAN-CHN imports 2010 '117.7 billion dollars'",
        "growth ASEAN-CHN imports 2010 '21.8%'"}},
      {"2025-02-06",
       "The U.S. goods trade deficit with China was $295.4 billion in 2024, a 5.8 percent increase ($16.3 billion) "
       "over 2023. U.S. goods exports to China were $143.5 billion, down 2.9 percent ($4.2 billion) from 2023. U.S. "
       "goods imports from China totaled $438.9 billion, up 2.8 percent ($12.1 billion) from 2023.",
       {"level USA-CHN balance 2024 minus '$295.4 billion'", "growth USA-CHN balance 2024 '5.8 percent'",
        "change USA-CHN balance 2024 '$16.3 billion'", "level USA-CHN exports 2024 '$143.5 billion'",
        "growth USA-CHN exports 2024 minus '2.9 percent'", "change USA-CHN exports 2024 minus '$4.2 billion'",
        "level USA-CHN imports 2024 '$438.9 billion'", "growth USA-CHN imports 2024 '2.8 percent'",
        "change USA-CHN imports 2024 '$12.1 billion'"}},
      {"2025-10-01",
       "South Korea's exports rose 12.7 percent on-year to a record $65.95 billion in September, the trade ministry "
       "said Wednesday. Outbound shipments of semiconductors jumped 22 percent to $16.6 billion. Exports to China "
       "edged up 0.5 percent to $11.7 billion, while those to the United States slipped 1.4 percent to $10.3 "
       "billion. Imports increased 8.2 percent to $56.4 billion, resulting in a trade surplus of $9.56 billion.",
       {"growth KOR-WLD exports 2025-09 '12.7 percent'", "level KOR-WLD exports 2025-09 '$65.95 billion'",
        "growth KOR-WLD exports [semiconductors] 2025-09 '22 percent'",
        "level KOR-WLD exports [semiconductors] 2025-09 '$16.6 billion'",
        "growth KOR-CHN exports 2025-09 '0.5 percent'", "level KOR-CHN exports 2025-09 '$11.7 billion'",
        "growth KOR-USA exports 2025-09 minus '1.4 percent'", "level KOR-USA exports 2025-09 '$10.3 billion'",
        "growth KOR-WLD imports 2025-09 '8.2 percent'", "level KOR-WLD imports 2025-09 '$56.4 billion'",
        "level KOR-WLD balance 2025-09 '$9.56 billion'"}},
      {"2025-01-13",
       "Vietnam's trade turnover with China exceeded $205 billion in 2024, up 19.3 percent from 2023. Vietnam "
       "exported goods worth $61.2 billion to China and imported $144 billion, running a deficit of $82.8 billion. "
       "China was Vietnam's largest trading partner and its second largest export market.",
       {"threshold VNM-CHN trade 2024 'exceeded $205 billion'", "growth VNM-CHN trade 2024 '19.3 percent'",
        "level VNM-CHN exports 2024 '$61.2 billion'", "level VNM-CHN imports 2024 '$144 billion'",
        "level VNM-CHN balance 2024 minus '$82.8 billion'",
        "rank VNM-CHN trade 2024 'Vietnam's largest trading partner'",
        "rank VNM-CHN exports 2024 'its second largest export market'"}},
      {"2025-01-20",
       "Malaysia's trade with China, its largest trading partner for the 16th consecutive year, increased by 7.5% to"
       " RM484.12 billion in 2024, representing 16.8% of Malaysia's total trade. Exports to China contracted 3.2% to"
       " RM139.21 billion. Imports from China grew by 12.4% to RM344.91 billion.",
       {"rank MYS-CHN trade 2024 'its largest trading partner'",
        "streak MYS-CHN trade 2024 'for the 16th consecutive year'", "growth MYS-CHN trade 2024 '7.5%'",
        "level MYS-CHN trade 2024 'RM484.12 billion'", "share MYS-CHN trade 2024 '16.8%'",
        "growth MYS-CHN exports 2024 minus '3.2%'", "level MYS-CHN exports 2024 'RM139.21 billion'",
        "growth MYS-CHN imports 2024 '12.4%'", "level MYS-CHN imports 2024 'RM344.91 billion'"}},
      {"2025-09-17",
       "Non-oil domestic exports (NODX) fell 11.3 per cent year on year in August, Enterprise Singapore said. NODX "
       "to China sank 21.5 per cent and those to the United States plunged 28.8 per cent.",
       {"growth SGP-WLD exports [non-oil domestic] 2025-08 minus '11.3 per cent'",
        "growth SGP-CHN exports [non-oil domestic] 2025-08 minus '21.5 per cent'",
        "growth SGP-USA exports [non-oil domestic] 2025-08 minus '28.8 per cent'"}},
      {"2024-08-01",
       "ASEAN's total trade with China amounted to US$696.7 billion in 2023, accounting for 19.7% of ASEAN's total "
       "merchandise trade. China has been ASEAN's largest trading partner since 2009. Foreign direct investment "
       "(FDI) flows from China to ASEAN reached US$17.3 billion, making it the third largest source of FDI.",
       {"level ASEAN-CHN trade 2023 'US$696.7 billion'", "share ASEAN-CHN trade 2023 '19.7%'",
        "rank ASEAN-CHN trade 2023 'ASEAN's largest trading partner'", "streak ASEAN-CHN trade 2023 'since 2009'",
        "level ASEAN-CHN inward investment_flow 2023 'US$17.3 billion'",
        "rank ASEAN-CHN inward investment 2023 'the third largest source of FDI'"}},
      {"2025-09-17",
       "Japan logged a trade deficit of 242.5 billion yen in August, the second straight month of red ink, Finance "
       "Ministry data showed. Exports slipped 0.1 percent from a year earlier to 8.43 trillion yen, while imports "
       "fell 5.2 percent to 8.67 trillion yen. By region, shipments to the United States dropped 13.8 percent to "
       "1.39 trillion yen, and those to China declined 0.5 percent.",
       {"level JPN-WLD balance 2025-08 minus '242.5 billion yen'",
        "streak JPN-WLD balance 2025-08 'the second straight month'",
        "growth JPN-WLD exports 2025-08 minus '0.1 percent'", "level JPN-WLD exports 2025-08 '8.43 trillion yen'",
        "growth JPN-WLD imports 2025-08 minus '5.2 percent'", "level JPN-WLD imports 2025-08 '8.67 trillion yen'",
        "growth JPN-USA exports 2025-08 minus '13.8 percent'", "level JPN-USA exports 2025-08 '1.39 trillion yen'",
        "growth JPN-CHN exports 2025-08 minus '0.5 percent'"}},
      {"2025-09-10",
       "As of September 2025, the China-Laos Railway had carried over 62 million passengers and 67 million tonnes of"
       " freight. It now serves 19 countries. Cross-border cargo through the railway rose 9.4 percent year on year "
       "to 3.8 million tonnes in the first eight months.",
       {"count CHINA-LAOS-RAILWAY passengers ../2025-09 'over 62 million passengers'",
        "count CHINA-LAOS-RAILWAY quantity [freight] ../2025-09 '67 million tonnes'",
        "count CHINA-LAOS-RAILWAY countries 2025 '19 countries'",
        "growth CHINA-LAOS-RAILWAY cross-border cargo 2025-01/2025-08 '9.4 percent'",
        "count CHINA-LAOS-RAILWAY cross-border cargo 2025-01/2025-08 '3.8 million tonnes'"}},
      {"2025-07-14",
       "In the first half of the year, China imported durians worth $2.6 billion from ASEAN, of which $1.4 billion "
       "came from Thailand. Two-way trade with Vietnam rose 18.6 percent to 1.03 trillion yuan, with Chinese exports"
       " to the country up 22 percent at 663 billion yuan and imports from it up 12.9 percent. Private firms "
       "accounted for 57.3 percent of China's total foreign trade, 2.3 percentage points more than a year earlier.",
       {"level CHN-ASEAN imports [durians] 2025-H1 '$2.6 billion'",
        "level CHN-THA imports [durians] 2025-H1 '$1.4 billion'", "growth CHN-VNM trade 2025-H1 '18.6 percent'",
        "level CHN-VNM trade 2025-H1 '1.03 trillion yuan'", "growth CHN-VNM exports 2025-H1 '22 percent'",
        "level CHN-VNM exports 2025-H1 '663 billion yuan'", "growth CHN-VNM imports 2025-H1 '12.9 percent'",
        "share CHN-WLD trade [private firms] 2025-H1 '57.3 percent'",
        "change CHN-WLD trade [private firms] 2025-H1 '2.3 percentage points'"}},
      {"2025-05-20",
       "India's trade deficit with China widened to a record $99.2 billion in fiscal 2024-25 from $85.1 billion a "
       "year earlier. Exports to China fell 14.5% to $14.25 billion, while imports climbed 11.5% to $113.45 billion."
       " The US remained India's largest trading partner for the fourth consecutive year with bilateral trade of "
       "$131.84 billion.",
       {"level IND-CHN balance 2024-04/2025-03 minus '$99.2 billion'",
        "level IND-CHN balance 2023-04/2024-03 minus '$85.1 billion'",
        "growth IND-CHN exports 2024-04/2025-03 minus '14.5%'",
        "level IND-CHN exports 2024-04/2025-03 '$14.25 billion'", "growth IND-CHN imports 2024-04/2025-03 '11.5%'",
        "level IND-CHN imports 2024-04/2025-03 '$113.45 billion'",
        "rank IND-USA trade 2024 'India's largest trading partner'",
        "streak IND-USA trade 2024 'for the fourth consecutive year'",
        "level IND-USA trade 2024-04/2025-03 '$131.84 billion'"}},
      {"2025-02-14",
       "In 2024, the euro area recorded a €173.3 bn surplus in trade in goods with the rest of the world, compared "
       "with €57.0 bn in 2023. Exports of goods to the rest of the world increased to €2,866.5 bn (an increase of "
       "0.9% compared with 2023), and imports fell to €2,693.2 bn (a decrease of 4.2%). Intra-euro area trade fell "
       "to €2,573.0 bn, down by 1.9% compared with 2023.",
       {"level EA-WLD balance 2024 '€173.3 bn'", "level EA-WLD balance 2023 '€57.0 bn'",
        "level EA-WLD exports 2024 '€2,866.5 bn'", "growth EA-WLD exports 2024 '0.9%'",
        "level EA-WLD imports 2024 '€2,693.2 bn'", "growth EA-WLD imports 2024 minus '4.2%'",
        "level EA-EA trade 2024 '€2,573.0 bn'", "growth EA-EA trade 2024 minus '1.9%'"}},
      {"2025-09-08",
       "ASEAN topped the list of China's trading partners in the first eight months, with two-way trade of 4.93 "
       "trillion yuan. The EU, the US and Japan ranked second, third and fifth, respectively.",
       {"rank CHN-ASEAN trade 2025-01/2025-08 'topped the list of China's trading partners'",
        "level CHN-ASEAN trade 2025-01/2025-08 '4.93 trillion yuan'",
        "rank CHN-EU trade 2025-01/2025-08 'second, third and fifth'",
        "rank CHN-USA trade 2025-01/2025-08 'second, third and fifth'",
        "rank CHN-JPN trade 2025-01/2025-08 'second, third and fifth'"}},
      {"2025-07-15",
       "China and Malaysia traded goods worth $212.04 billion in 2024, up 11.4 percent. Malaysia's exports to China "
       "made up $106.6 billion of that, and its imports the rest. China has been Malaysia's largest trading partner "
       "for 16 years in a row.",
       {"level CHN-MYS trade 2024 '$212.04 billion'", "growth CHN-MYS trade 2024 '11.4 percent'",
        "level MYS-CHN exports 2024 '$106.6 billion'", "rank MYS-CHN trade 2024 'Malaysia's largest trading partner'",
        "streak MYS-CHN trade 2024 'for 16 years in a row'"}},
      {"2025-03-10",
       "Trade between China and the ten ASEAN countries rose 7.8 percent in the first two months. Thai exports to "
       "China jumped 15.2 percent to $5.3 billion, while Indonesia's fell 4.1 percent. China's exports to Cambodia "
       "alone were up a quarter.",
       {"growth CHN-ASEAN trade 2025-01/2025-02 '7.8 percent'", "growth THA-CHN exports 2025-01/2025-02 '15.2 percent'",
        "level THA-CHN exports 2025-01/2025-02 '$5.3 billion'",
        "growth IDN-CHN exports 2025-01/2025-02 minus '4.1 percent'",
        "growth CHN-KHM exports 2025-01/2025-02 'a quarter'"}},
      {"2025-06-20",
       "Vietnam sold 1.2 million tonnes of rubber to China last year, earning $2.1 billion, a rise of 12 percent in "
       "value but a fall of 3 percent in volume. China remains the largest buyer, taking 71 percent of the total.",
       {"count VNM-CHN exports quantity [rubber] 2024 '1.2 million tonnes'",
        "level VNM-CHN exports [rubber] 2024 '$2.1 billion'", "growth VNM-CHN exports [rubber] 2024 '12 percent'",
        "growth VNM-CHN exports quantity [rubber] 2024 minus '3 percent'",
        "rank VNM-CHN exports [rubber] 2024 'the largest buyer'", "share VNM-CHN exports [rubber] 2024 '71 percent'"}},
      {"2025-10-20",
       "In the first three quarters, China's imports and exports with countries taking part in the Belt and Road "
       "Initiative reached 17.37 trillion yuan, up 6.2 percent, accounting for 51.7 percent of the total, 1.1 "
       "percentage points higher than a year earlier. Imports and exports with ASEAN, Latin America, Africa and "
       "Central Asia grew 9.6 percent, 3.9 percent, 19.5 percent and 16.7 percent, respectively.",
       {"level CHN-BRI trade 2025-01/2025-09 '17.37 trillion yuan'",
        "growth CHN-BRI trade 2025-01/2025-09 '6.2 percent'", "share CHN-BRI trade 2025-01/2025-09 '51.7 percent'",
        "change CHN-BRI trade 2025-01/2025-09 '1.1 percentage points'",
        "growth CHN-ASEAN trade 2025-01/2025-09 '9.6 percent'", "growth CHN-LATAM trade 2025-01/2025-09 '3.9 percent'",
        "growth CHN-AFRICA trade 2025-01/2025-09 '19.5 percent'",
        "growth CHN-CENTRAL_ASIA trade 2025-01/2025-09 '16.7 percent'"}},
      {"2025-08-14",
       "The Philippines' merchandise trade deficit narrowed to $3.95 billion in June from $4.37 billion a year "
       "earlier. Imports edged up 1.5 percent to $11.02 billion while exports surged by 26.1 percent to $7.02 "
       "billion. China was the biggest source of imports with a share of 29.2 percent, or $3.2 billion, followed by "
       "Indonesia and Japan.",
       {"level PHL-WLD balance 2025-06 minus '$3.95 billion'", "level PHL-WLD balance 2024-06 minus '$4.37 billion'",
        "growth PHL-WLD imports 2025-06 '1.5 percent'", "level PHL-WLD imports 2025-06 '$11.02 billion'",
        "growth PHL-WLD exports 2025-06 '26.1 percent'", "level PHL-WLD exports 2025-06 '$7.02 billion'",
        "rank PHL-CHN imports 2025-06 'the biggest source of imports'", "share PHL-CHN imports 2025-06 '29.2 percent'",
        "level PHL-CHN imports 2025-06 '$3.2 billion'", "rank PHL-IDN imports 2025-06 'Indonesia'",
        "rank PHL-JPN imports 2025-06 'Japan'"}},
      {"2025-05-30",
       "ASEAN is now the EU's third-largest trading partner outside Europe, after China and the US. Trade in goods "
       "between the two amounted to €258.7 billion in 2024 and trade in services to €112.3 billion in 2023. The EU "
       "is the third largest investor in ASEAN, with a stock of €400.1 billion in 2022.",
       {"rank EU-ASEAN trade 2024 'EU's third-largest trading partner'", "level EU-ASEAN trade 2024 '€258.7 billion'",
        "level EU-ASEAN trade services_trade 2023 '€112.3 billion'",
        "rank ASEAN-EU inward investment 2022 'the third largest investor in ASEAN'",
        "level ASEAN-EU inward investment_stock ../2022 '€400.1 billion'"}},
      {"2020-07-14",
       "China's trade with ASEAN came to 2.09 trillion yuan (about 299 billion U.S. dollars) in the first "
       "six months of the year, an increase of 5.6 percent year on year, making the bloc its biggest trading"
       " partner with 14.7 percent of the nation's total foreign trade. Exports to ASEAN edged up 3.4 "
       "percent to 1.15 trillion yuan while imports went up 8.5 percent to 938.57 billion yuan, the General "
       "Administration of Customs (GAC) said Tuesday. Farm produce trade between the two sides expanded 13.2"
       " percent in H1 under the upgraded protocol of the China-ASEAN Free Trade Area, which took effect in "
       "October 2019. Over the same period, trade with Vietnam jumped 18.1 percent, putting it in the top "
       "place among ASEAN members, and trade with Thailand 9.2 percent.",
       {"level CHN-ASEAN trade 2020-H1 '2.09 trillion yuan (about 299 billion U.S. dollars)'",
        "growth CHN-ASEAN trade 2020-H1 '5.6 percent'", "rank CHN-ASEAN trade 2020-H1 'its biggest trading partner'",
        "share CHN-ASEAN trade 2020-H1 '14.7 percent'", "growth CHN-ASEAN exports 2020-H1 '3.4 percent'",
        "level CHN-ASEAN exports 2020-H1 '1.15 trillion yuan'", "growth CHN-ASEAN imports 2020-H1 '8.5 percent'",
        "level CHN-ASEAN imports 2020-H1 '938.57 billion yuan'",
        "growth CHN-ASEAN trade [farm produce] 2020-H1 '13.2 percent'",
        "milestone CAFTA in_force 2019-10 'October 2019'", "growth CHN-VNM trade 2020-H1 '18.1 percent'",
        "rank CHN-VNM trade 2020-H1 'top place among ASEAN members'", "growth CHN-THA trade 2020-H1 '9.2 percent'"}},
      {"2022-12-20",
       "Merchandise trade between Cambodia and China totalled $10.579 billion in the first 11 months of "
       "2022, 6.31 per cent more than a year earlier, with imports from China making up 89.51 per cent of "
       "it, up 3.29 percentage points from the same period of 2021, data from the General Department of "
       "Customs and Excise (GDCE) show. In January-November, Cambodian imports from China came to $9.470 "
       "billion, up 10.36 per cent year-on-year, whereas exports to China slid 19.1 per cent to $1.109 "
       "billion. The Kingdom's trade deficit with China widened 15.95 per cent to $8.360 billion. In "
       "November alone, the trade was worth $954.97 million, down 1.51 per cent year-on-year but up 15.31 "
       "per cent month-on-month. Two-way trade had grown by 30.73 per cent to $11.195 billion in 2021, "
       "against $8.563 billion in 2019.",
       {"level KHM-CHN trade 2022-01/2022-11 '$10.579 billion'", "growth KHM-CHN trade 2022-01/2022-11 '6.31 per cent'",
        "share KHM-CHN imports 2022-01/2022-11 '89.51 per cent'",
        "change KHM-CHN imports 2022-01/2022-11 '3.29 percentage points'",
        "level KHM-CHN imports 2022-01/2022-11 '$9.470 billion'",
        "growth KHM-CHN imports 2022-01/2022-11 '10.36 per cent'",
        "growth KHM-CHN exports 2022-01/2022-11 minus '19.1 per cent'",
        "level KHM-CHN exports 2022-01/2022-11 '$1.109 billion'",
        "growth KHM-CHN balance 2022-01/2022-11 '15.95 per cent'",
        "level KHM-CHN balance 2022-01/2022-11 minus '$8.360 billion'", "level KHM-CHN trade 2022-11 '$954.97 million'",
        "growth KHM-CHN trade 2022-11 minus '1.51 per cent'", "growth KHM-CHN trade 2022-11 '15.31 per cent'",
        "growth KHM-CHN trade 2021 '30.73 per cent'", "level KHM-CHN trade 2021 '$11.195 billion'",
        "level KHM-CHN trade 2019 '$8.563 billion'"}},
      {"2019-03-08",
       "China's trade with Russia went up 1.7 percent year-on-year to $16.04 billion in January-February "
       "2019, the General Administration of Customs said on Friday. Chinese exports to Russia were down 4.8 "
       "percent at $7.07 billion, while imports from Russia climbed 7.5 percent to $8.97 billion. In "
       "February alone, China bought $4.08 billion worth of Russian products and sold goods worth $2.75 "
       "billion. Bilateral trade passed $100 billion for the first time in 2018, reaching $108.3 billion, a "
       "24.5 percent gain on 2017, according to the Russian Federal Customs Service. In January-February, "
       "trade between China and the United States fell 19.9 percent to $76.49 billion.",
       {"growth CHN-RUS trade 2019-01/2019-02 '1.7 percent'", "level CHN-RUS trade 2019-01/2019-02 '$16.04 billion'",
        "growth CHN-RUS exports 2019-01/2019-02 minus '4.8 percent'",
        "level CHN-RUS exports 2019-01/2019-02 '$7.07 billion'", "growth CHN-RUS imports 2019-01/2019-02 '7.5 percent'",
        "level CHN-RUS imports 2019-01/2019-02 '$8.97 billion'", "level CHN-RUS imports 2019-02 '$4.08 billion'",
        "level CHN-RUS exports 2019-02 '$2.75 billion'", "threshold CHN-RUS trade 2018 'passed $100 billion'",
        "level CHN-RUS trade 2018 '$108.3 billion'", "growth CHN-RUS trade 2018 '24.5 percent'",
        "growth CHN-USA trade 2019-01/2019-02 minus '19.9 percent'",
        "level CHN-USA trade 2019-01/2019-02 '$76.49 billion'"}},
      {"2021-01-17",
       "Figures from the General Department of Vietnam Customs put two-way trade turnover with China in 2020"
       " at over US$133 billion, up 13.8 percent on the same period of 2019. Of which, Vietnam's exports to "
       "China were about $49 billion, a rise of 17.9 percent, and imports from that market were $84.1 "
       "billion, a rise of 11.5 percent. The trade deficit with the Chinese market stood at over $35 "
       "billion, up 3.74 percent against 2019. China thus remains Vietnam's largest supplier and its second-"
       "largest export market after the US, whereas China Customs lists Vietnam as the eighth largest "
       "supplier and the fifth largest export market of China.",
       {"threshold VNM-CHN trade 2020 'over US$133 billion'", "growth VNM-CHN trade 2020 '13.8 percent'",
        "level VNM-CHN exports 2020 'about $49 billion'", "growth VNM-CHN exports 2020 '17.9 percent'",
        "level VNM-CHN imports 2020 '$84.1 billion'", "growth VNM-CHN imports 2020 '11.5 percent'",
        "threshold VNM-CHN balance 2020 minus 'over $35 billion'", "growth VNM-CHN balance 2020 '3.74 percent'",
        "rank VNM-CHN imports 2020 'Vietnam's largest supplier'",
        "rank VNM-CHN exports 2020 'its second-largest export market'",
        "rank CHN-VNM imports 2020 'the eighth largest supplier'",
        "rank CHN-VNM exports 2020 'the fifth largest export market of China'"}},
      {"2023-08-14",
       "In the first seven months of 2023 China took 25.6 per cent of Cambodia's international trade of $27.7 "
       "billion. In July, bilateral trade came to $940.3 million, down 4.6 per cent from $985.6 million in July "
       "2022; exports were up 13.2 per cent to $101.5 million.",
       {"share KHM-CHN trade 2023-01/2023-07 '25.6 per cent'", "level KHM-WLD trade 2023-01/2023-07 '$27.7 billion'",
        "level KHM-CHN trade 2023-07 '$940.3 million'", "growth KHM-CHN trade 2023-07 minus '4.6 per cent'",
        "level KHM-CHN trade 2022-07 '$985.6 million'", "growth KHM-CHN exports 2023-07 '13.2 per cent'",
        "level KHM-CHN exports 2023-07 '$101.5 million'"}},
      // In a text on services bare exports and imports are of services.
      {"2026-01-20",
       "Services trade of Malaysia grew 8.1 percent to 480 billion ringgit in 2025. Exports rose 9.5 percent to 230 "
       "billion ringgit, while imports were up 6.8 percent at 250 billion ringgit.",
       {"growth MYS-WLD trade services_trade 2025 '8.1 percent'",
        "level MYS-WLD trade services_trade 2025 '480 billion ringgit'",
        "growth MYS-WLD exports services_trade 2025 '9.5 percent'",
        "level MYS-WLD exports services_trade 2025 '230 billion ringgit'",
        "growth MYS-WLD imports services_trade 2025 '6.8 percent'",
        "level MYS-WLD imports services_trade 2025 '250 billion ringgit'"}},
      // Partners told one after the other: what follows is with the world again.
      {"2024-12-05",
       "The Philippines' merchandise exports fell 2.2 percent to $6.2 billion in October. The United States was the "
       "top "
       "export destination with $1.1 billion or 17.7 percent of the total, followed by Japan with $900 million and "
       "Hong "
       "Kong with $800 million. Imports for the month rose 11.2 percent.",
       {"growth PHL-WLD exports 2024-10 minus '2.2 percent'", "level PHL-WLD exports 2024-10 '$6.2 billion'",
        "rank PHL-USA exports 2024-10 'the top export destination'", "level PHL-USA exports 2024-10 '$1.1 billion'",
        "share PHL-USA exports 2024-10 '17.7 percent'", "level PHL-JPN exports 2024-10 '$900 million'",
        "level PHL-HKG exports 2024-10 '$800 million'", "growth PHL-WLD imports 2024-10 '11.2 percent'"}},
      {"2025-06-20",
       "FDI into Vietnam grew 10.4 percent to $18 billion in the first five months of 2025. Investment from Japan rose "
       "20 percent and investment from the United Kingdom and Germany increased 12 percent and 7 percent, "
       "respectively.",
       {"growth VNM-WLD inward investment_flow 2025-01/2025-05 '10.4 percent'",
        "level VNM-WLD inward investment_flow 2025-01/2025-05 '$18 billion'",
        "growth VNM-JPN inward investment_flow 2025-01/2025-05 '20 percent'",
        "growth VNM-GBR inward investment_flow 2025-01/2025-05 '12 percent'",
        "growth VNM-DEU inward investment_flow 2025-01/2025-05 '7 percent'"}},
      // A group that no table names is a partner without a name, not the world.
      {"2025-08-12",
       "Thailand's exports to emerging markets grew 14 percent in July, with shipments of rice, rubber and canned "
       "fruit "
       "reaching $500 million, $400 million and $90 million, respectively.",
       {"growth THA exports 2025-07 '14 percent'", "level THA exports [rice] 2025-07 '$500 million'",
        "level THA exports [rubber] 2025-07 '$400 million'", "level THA exports [canned fruit] 2025-07 '$90 million'"}},
      {"2023-05-10",
       "Kenya's exports were worth $5.1 billion in the year ended March 2023, down from $5.6 billion a year earlier. "
       "Exports were dominated by tea $1.2 billion, coffee $300 million and flowers $700 million.",
       {"level KEN-WLD exports 2022-04/2023-03 '$5.1 billion'", "level KEN-WLD exports 2021-04/2022-03 '$5.6 billion'",
        "level KEN-WLD exports [tea] 2022-04/2023-03 '$1.2 billion'",
        "level KEN-WLD exports [coffee] 2022-04/2023-03 '$300 million'",
        "level KEN-WLD exports [flowers] 2022-04/2023-03 '$700 million'"}},
      // A headline takes its time from the text.
      {"2024-03-11",
       "Exports to Uganda rise 40 percent\n\nKenya's exports to Uganda rose 40 percent to $1.2 billion in 2023, the "
       "statistics bureau said.",
       {"growth KEN-UGA exports 2023 '40 percent'", "growth KEN-UGA exports 2023 '40 percent'",
        "level KEN-UGA exports 2023 '$1.2 billion'"}},
      {"2023-04-20",
       "China remains the largest export market for South Korea, Chile and Peru. It is also Indonesia's largest source "
       "of imports as well as export destination.",
       {"rank KOR-CHN exports 2022 'the largest export market for South Korea, Chile and Peru'",
        "rank CHL-CHN exports 2022 'the largest export market for South Korea, Chile and Peru'",
        "rank PER-CHN exports 2022 'the largest export market for South Korea, Chile and Peru'",
        "rank IDN-CHN imports 2022 'Indonesia's largest source of imports'",
        "rank IDN-CHN exports 2022 'Indonesia's largest source of imports as well as export destination'"}},
      {"2024-02-15",
       "In 2023 the EU had a surplus of €120 billion in trade with the United States and a deficit of €290 billion "
       "with "
       "China. Trade with the former fell 2 percent, while trade with the latter fell 14 percent.",
       {"level EU-USA balance 2023 '€120 billion'", "level EU-CHN balance 2023 minus '€290 billion'",
        "growth EU-USA trade 2023 minus '2 percent'", "growth EU-CHN trade 2023 minus '14 percent'"}},
      {"2019-12-23",
       "South Korea's exports in the first 20 days of December fell 2 percent to $30.4 billion. Imports during the "
       "20-day period edged down 0.5 percent to $30.1 billion, higher than the $29 billion of the same period in 2018.",
       {"growth KOR-WLD exports 2019-12-01/2019-12-20 minus '2 percent'",
        "level KOR-WLD exports 2019-12-01/2019-12-20 '$30.4 billion'",
        "growth KOR-WLD imports 2019-12-01/2019-12-20 minus '0.5 percent'",
        "level KOR-WLD imports 2019-12-01/2019-12-20 '$30.1 billion'",
        "level KOR-WLD imports 2018-12-01/2018-12-20 '$29 billion'"}},
      // In a text on a year that ends in June, last year is the one before.
      {"2022-07-20",
       "Pakistan's exports rose 25 percent to $31.8 billion in the fiscal year ended June 2022. Imports went up from "
       "$56.4 billion last year to $80.0 billion.",
       {"growth PAK-WLD exports 2021-07/2022-06 '25 percent'", "level PAK-WLD exports 2021-07/2022-06 '$31.8 billion'",
        "level PAK-WLD imports 2020-07/2021-06 '$56.4 billion'",
        "level PAK-WLD imports 2021-07/2022-06 '$80.0 billion'"}},
      {"2022-11-20",
       "Thailand's top five exports to China in the first ten months were:\n\u2022 Rubber products: 95.4 billion baht "
       "(+31.4%)\n\u2022 Computers and parts: 60 billion baht (-5.3%)",
       {"level THA-CHN exports [rubber products] 2022-01/2022-10 '95.4 billion baht'",
        "growth THA-CHN exports [rubber products] 2022-01/2022-10 '31.4%'",
        "level THA-CHN exports [computers and parts] 2022-01/2022-10 '60 billion baht'",
        "growth THA-CHN exports [computers and parts] 2022-01/2022-10 '-5.3%'"}},
  };
  return all;
}

class Press : public testing::TestWithParam<std::size_t> {};

TEST_P(Press, IsReadStatementByStatement) {
  const Paragraph& paragraph = paragraphs()[GetParam()];
  const ArticleReading reading = read(paragraph.text, paragraph.published);
  std::vector<std::string> found;
  for (const auto& statement : reading.statements) found.push_back(in_short(statement));
  EXPECT_EQ(found, paragraph.statements);
  EXPECT_TRUE(reading.unread.empty()) << reading.unread.front().text;
}

INSTANTIATE_TEST_SUITE_P(Paragraphs, Press, testing::Range<std::size_t>(0, paragraphs().size()));

TEST(When, InThePreviousMonthIsOneMonthBack) {
  EXPECT_EQ(statements_of("Indonesia posted a trade surplus of $3 billion in October 2023, up from $2 billion in the "
                          "previous month.")
                .back(),
            "level IDN-WLD balance 2023-09 '$2 billion'");
}

TEST(When, FirstHalfInOneWordWithItsYear) {
  EXPECT_EQ(statements_of("Malaysia's exports reached $90 billion in 1H2023.").front(),
            "level MYS-WLD exports 2023-H1 '$90 billion'");
}

TEST(Whose, AShareOfTheTotalIsNotOfWhatFollows) {
  EXPECT_EQ(statements_of("Trade of Peru was $87 billion in 2018. Exports accounted for $35 billion or 40 percent of "
                          "the total, and imports for $52 billion.")
                .at(2),
            "share PER-WLD exports 2018 '40 percent'");
}

TEST(Whose, HigherShipmentsAreWhyItRose) {
  EXPECT_EQ(
      statements_of("Malaysia's exports to China grew to $30 billion in 2018 on higher shipments of chemicals.").back(),
      "level MYS-CHN exports 2018 '$30 billion'");
}

TEST(Whose, SurplusesRecordedWithOneAfterTheOther) {
  EXPECT_EQ(statements_of("Indonesia's trade surplus was $3 billion in June 2023. The largest surpluses were recorded "
                          "with the United States at $1.2 billion and India at $1.1 billion.")
                .at(1),
            "level IDN-USA balance 2023-06 '$1.2 billion'");
}

TEST(When, TheFirstQuarterIsOfTheCalendarWhereStatisticsCountSo) {
  EXPECT_EQ(statements_of("Singapore's trade grew by 10 per cent in the second quarter of 2018. Exports had grown by 1 "
                          "per cent in the first quarter.",
                          "2018-08-13")
                .back(),
            "growth SGP-WLD exports 2018-Q1 '1 per cent'");
}

TEST(Whose, ExcludingSomeGoodsIsAPartOfTheWhole) {
  EXPECT_EQ(
      statements_of("Thailand's exports rose 19% in 2023. Excluding oil and gold, exports increased by 15%.").back(),
      "growth THA-WLD exports [excluding oil and gold] 2023 '15%'");
}

TEST(Whose, ASectorWhichPostedASurplusHasIt) {
  EXPECT_EQ(
      statements_of("Indonesia's surplus was supported by the farm sector, which posted a surplus of $5 billion in "
                    "2023.")
          .back(),
      "level IDN-WLD balance [farm sector] 2023 '$5 billion'");
}

TEST(When, ConsultationsWereHeldOnADay) {
  EXPECT_EQ(
      statements_of("The Economic Ministers of ASEAN held their annual consultations on 23 August 2015.", "2015-08-23")
          .front()
          .substr(0, 10),
      "date ASEAN");
}

}  // namespace
}  // namespace tradewind::tests
