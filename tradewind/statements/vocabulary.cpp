#include "tradewind/statements/vocabulary.hpp"

#include <string>
#include <unordered_map>

namespace tradewind {
namespace {

using namespace use;

struct Row {
  Uses uses;
  std::string_view words;
};

// Words that do not change their form.
constexpr Row plain_words[] = {
    {determiner,
     "the a an this that these those its their his her our my your each every both all some any no another such other"},
    {pronoun, "it they them he she we us i this that these those which one ones both former latter itself themselves"},
    {preposition,
     "of in to from with between by for on at as against into via through during since until till over under than "
     "within across among amid amidst despite toward towards throughout per like about around after before behind "
     "above "
     "below beyond including excluding regarding concerning versus vs alongside without besides onto upon following "
     "except given along"},
    {conjunction, "and or but nor & plus yet"},
    {subordinator, "while whereas although though because when unless if whilst"},
    {relative, "which who whose whom where"},
    {auxiliary, "will would can could may might shall should must do does did cannot"},
    {adverb,
     "also still only just even respectively alone together now then already again once ago meanwhile however "
     "moreover nevertheless nonetheless therefore thus thereby hence though too so far almost nearly quite rather very "
     "more most less least "
     "mainly currently recently not never always often further likewise similarly instead notably namely consequently "
     "accordingly alike overall cumulatively well roughly approximately about around altogether up down back here "
     "there later earlier ahead abroad historically subsequently additionally furthermore conversely correspondingly "
     "vibrant off"},
    {adjective,
     "annual monthly quarterly yearly daily strong robust record growing combined mutual goods merchandise commodity "
     "aggregate whole cumulative accumulated accumulative actual direct dollar yuan denominated gross net new newly "
     "completed financial intra internal prior regional international cross steady solid weak sluggish rapid resilient "
     "more less "
     "further existing expected recorded reported official huge large massive higher lower sustained stable "
     "favorable favourable unfavorable unfavourable booming local economic visible respective latest largest "
     "biggest highest lowest continued delicate neighbouring neighboring slight modest sharp significant healthy "
     "moderate notable marginal fast corresponding previous last same preceding major main key important strategic "
     "high low sizeable sizable considerable substantial overall real nominal seasonally calendar adjusted unadjusted "
     "preliminary revised "
     "current first-ever biggest smaller larger greater bigger small remarkable impressive double digit "
     "single average mere staggering whopping unprecedented historic hefty persistent chronic yawning wide widening "
     "narrowing balanced positive negative good total foreign external global world worldwide overseas bilateral "
     "two-way commercial trading particular certain various individual entire full remaining rest provisional "
     "unadjusted seasonal initial final recent past next coming early late mid top leading outbound inbound outward "
     "inward additional extra european asian african "
     "steeper deeper sharper milder gentler shallower tamer "
     "brisk buoyant lacklustre lackluster tepid stellar stagnant flat softer stronger weaker faster slower quicker "
     "brisker swifter "
     "subdued muted dismal firm firmer upbeat bullish spectacular astonishing phenomenal unexpected surprising "
     "projected targeted consolidated relevant indirect informal formal illegal legal unofficial declared "
     "physical online intra-regional intraregional interregional triangular trilateral multilateral tripartite "
     "preferential normal unbalanced imbalanced lopsided burgeoning thriving flourishing dynamic vigorous "
     "lively bumper renewed mighty strengthened improved encouraging promising ample vast sheer apparent "
     "potential future worse better subsequent own resultant confident optimistic hopeful"},
    {total | adjective, "total foreign external overall global overseas worldwide aggregate international"},
    {two_sided | adjective, "bilateral mutual reciprocal"},
    {up | adverb, "up higher"},
    {down | adverb, "down lower"},
    {up | adjective, "wider"},
    {down | adjective, "narrower"},
    {up, "+ firmed"},
    {down, "minus"},
    {change_noun | up,
     "increase increases rise rises growth gain gains climb jump jumps spurt surge surges expansion advance uptick "
     "upturn "
     "leap spike boom hike uplift recovery rebound increment upswing improvement acceleration"},
    {change_noun | down,
     "decline declines decrease decreases drop drops dip dips fall falls contraction slump plunge slide reduction "
     "downturn loss cut shrinkage slowdown downswing deterioration setback"},
    {change_noun, "change changes difference"},
    {rate_noun, "rate rates pace"},
    {figure_noun, "peak forecast forecasts estimate estimates expectation expectations consensus projection target"},
    {value_noun,
     "volume volumes value values turnover revenue revenues earnings flows flow total growth figure figures receipts "
     "bill bills stock stocks activity performance amount size scale inflows outflows inflow outflow pledges sector "
     "realization realisation applications approvals pledges commitments pledge commitment transactions orders "
     "shipments payments "
     "proceeds bulk sales capital "
     "takings spending expenditure "
     "activities"},
    {figure_noun,
     "figure figures amount value sum total number volume tally reading result ratio turnover totals sums amounts "
     "values rest remainder balance"},
    {share_noun,
     "contribution participation share shares proportion percentage portion quota weight slice ratio ratios"},
    {company,
     "countries country nations member members states state economies economy region bloc market markets side partner "
     "partners neighbouring neighboring other its major fellow nation alone mainland area group union regions "
     "neighbour neighbor neighbours neighbors counterparts"},
    {place,
     "country countries nation bloc grouping kingdom region republic island city-state state market economy neighbour "
     "neighbor giant continent union territory powerhouse counterpart destination nations economies sides neighbours "
     "neighbors parties partners partner sultanate archipelago monarchy trio duo"},
    {traders,
     "manufacturing enterprises companies firms businesses exporters importers sector enterprise company manufacturers "
     "producers mining quarrying fishing banking "
     "industry industries traders suppliers invested-enterprises corporations startups smes"},
    {source,
     "ministry customs bureau agency department data statistics administration office authority report official "
     "officials minister spokesperson spokesman spokeswoman commission secretariat bank council association chamber "
     "secretary director analyst analysts economist economists agencies ministries organization organisation"},
    {thing,
     "inflation prices price tourists arrivals visitors gdp employment jobs wages index output production population "
     "freight cargo throughput passengers flights trains output consumption debt reserves remittances fund funds loans "
     "tariff tariffs duty duties rates fee fees tax taxes projects workers residents unemployment rate"},
    {goods,
     "goods products product machinery oil gas petroleum cars car vehicles vehicle chips chip semiconductors "
     "semiconductor gold coal steel iron ore ores textiles textile garments garment electronics petrochemicals ships "
     "vessels components component equipment apparel footwear shoes rice fruit fruits vegetables durian durians "
     "seafood "
     "fish shrimp furniture appliances smartphones phones computers fertilizers fertilisers chemicals pharmaceuticals "
     "medicines crops produce fuels fuel minerals mineral metals metal copper aluminium aluminum nickel lithium timber "
     "wood rubber plastics plastic coffee tea cocoa cotton sugar wheat corn maize soybeans soybean soy beef pork meat "
     "poultry dairy milk wine spirits automobiles autos auto batteries parts accessories materials commodities crude "
     "lng diamonds jewellery jewelry services software tobacco grain grains cereals feed oilseeds paper glass leather "
     "toys bicycles tyres tires aircraft airplanes drones soya cellulose pulp tapioca cassava ethanol ethylene urea "
     "potash stones gems electronics robots panels modules items manufactures articles instruments cashew "
     "nuts oranges potatoes onions pepper flowers bananas avocados grapes apples cherries beer clothing tools devices "
     "circuits memory engines "
     "bars latex longans mangosteens pineapples cement lubricants fibre fibres fabric fabrics yarn scrap "
     "turbines wheels ammonia uranium wool flour palm "
     "machines machine food foods foodstuffs foodstuff mutton cheese butter eggs honey salt tin zinc silver platinum "
     "bauxite alumina manganese cobalt graphite earths magnets polysilicon telecommunications wafers displays screens "
     "laptops tablets "
     "handsets hardware televisions cameras printers servers routers cables wires wire pipes tubes valves pumps "
     "bearings "
     "generators transformers motors tractors trucks buses motorcycles locomotives carpets shirts handbags bags "
     "watches "
     "clocks cosmetics detergents soap paints dyes pesticides vaccines drugs olives tomatoes garlic ginger spices "
     "vanilla cloves cigarettes beverages liquor whisky juice juices lobsters lobster crabs crab salmon tuna squid "
     "prawns longan lychees mangoes mango coconuts coconut seeds livestock cattle hides skins plywood lumber sawnwood "
     "paperboard ceramics tiles bricks cathodes concentrates ingots alloys naphtha diesel petrol gasoline kerosene "
     "bitumen condensate propane butane lpg hydrogen methanol polymers polyethylene polypropylene resins acids fibers "
     "fiber yarns silk clothes hats sandals weapons helicopters boats optics sensors diodes transistors antimony "
     "seedlings straw peanuts almonds lentils pulses beans barley sorghum soymeal meal molasses kitchenware "
     "oils fats fat slags powder powders offal logs cardboard preparations residues starch crust casein "
     "equipments tableware handicrafts pearls jewels bullion ferroalloys pellets slag ash energy drink drinks "
     "horticulture travel linseed oilseed cottonseed brands spirit spirits "
     "tourism transport insurance "
     "rambutan rambutans jackfruit jackfruits pomelo pomelos lychee guava guavas papaya papayas pineapple "
     "mangosteen tangerines lemons kiwifruit strawberries blueberries berries peaches plums pears watermelons "
     "melons raisins walnuts pistachios cashews hazelnuts macadamia chestnuts groundnuts sesame sunflower "
     "rapeseed canola copra kernels peppercorns cinnamon turmeric cardamom saffron chilli chillies chili "
     "mushrooms ginseng herbs hops yeast noodles pasta biscuits confectionery chocolate chocolates sauces "
     "condiments soups pangasius catfish tilapia mackerel sardines anchovies shellfish molluscs mollusks "
     "oysters scallops abalone cuttlefish octopus seaweed prawn shrimps sausages ham bacon lamb veal chickens "
     "chicken ducks feathers hogs pigs cows buffaloes sheep horses camels beeswax gelatin glycerine tallow "
     "margarine malt gluten bran fodder hay alfalfa fishmeal oilcake oilcakes feedstuff feedstuffs fertiliser "
     "fertilizer phosphates phosphate phosphorus sulphur sulfur chlorine ammonium nitrates oxides ferronickel "
     "ferrochrome ferrosilicon chromium chrome tungsten molybdenum titanium vanadium niobium tantalum gallium "
     "germanium indium magnesium coke briquettes peat lignite anthracite biofuel biofuels biodiesel charcoal "
     "firewood paraffin asphalt petrochemical polyester nylon rayon viscose spandex denim knitwear hosiery "
     "lingerie uniforms sportswear jackets trousers jeans dresses sweaters gloves socks headwear helmets "
     "umbrellas sneakers boots slippers luggage suitcases backpacks purses wallets belts linens bedding "
     "curtains towels blankets mattresses pillows rugs cutlery knives scissors screws bolts faucets "
     "sanitaryware lamps bulbs lighting candles refrigerators freezers conditioners dryers ovens microwaves "
     "stoves cookers kettles heaters boilers radiators compressors elevators escalators cranes bulldozers "
     "sheet sheets slabs billets excavators loaders forklifts harvesters trailers wagons scooters mopeds wheelchairs "
     "strollers dolls "
     "puzzles consoles pianos guitars violins books magazines newspapers stationery pens pencils ink toner "
     "lenses spectacles eyeglasses sunglasses microscopes thermometers syringes catheters bandages masks "
     "respirators ventilators reagents antibiotics vitamins insulin hormones medicine medicaments chipsets "
     "microchips resistors capacitors photovoltaics inverters accumulators chargers adapters connectors modems "
     "smartwatches earphones headphones microphones loudspeakers projectors keyboards scanners photocopiers "
     "calculators telephones antennas satellites radars yachts barges submarines jets rifles pistols ammunition "
     "explosives fireworks marble granite sandstone limestone gypsum clay kaolin bentonite talc quartz gravel "
     "silica feldspar fluorspar gemstones gemstone rubies sapphires emeralds jade amber cigars vodka rum "
     "tequila brandy cognac champagne cider perfumes perfume shampoos toothpaste soaps deodorants adhesives "
     "glues varnishes inks pigments enzymes catalysts herbicides fungicides insecticides disinfectants tents "
     "ropes twine veneer particleboard fibreboard hardwood softwood teak bamboo rattan cork woodchips newsprint "
     "cartons diapers napkins castings forgings rails girders billets slabs coils foils foil rods flanges "
     "fittings gears gearboxes chassis brakes electricity porcelain pottery glassware sago konjac yams taro "
     "millet oats rye quinoa buckwheat betel areca agarwood sandalwood orchids carnations cabbages carrots "
     "spinach lettuce cucumbers eggplants pumpkins asparagus broccoli cauliflower celery shallots radishes okra "
     "peppers vermicelli squids seabass cod haddock pollock herring trout eels sorbitol lecithin stearin "
     "biomass oxide wafer locomotive motorcycle bicycle tyre tire battery smartphone laptop camera robot "
     "turbine generator transformer capacitor microprocessors processors motherboards pcbs leds jewelery "
     "derivatives derivative cells handloom handlooms handicraft mining farming leathers hide footwears apparels "
     "wearables banana avocado grape cherry potato onion tomato mushroom almond walnut cashew bean lentil peanut "
     "vegetable lemon strawberry blueberry watermelon pineapple"},
    {number,
     "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
     "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million billion "
     "trillion"},
    {ordinal | adjective, "first second third fourth fifth sixth seventh eighth ninth tenth"},
    {use::time,
     "the same corresponding this that these a one year y on yoy annually opening closing from over than compared "
     "month quarter monthly quarterly annual monday "
     "tuesday wednesday thursday friday saturday sunday today yesterday next last first second third fourth final "
     "latter "
     "full whole between so to half h1 h2 q1 q2 q3 q4 i ii iii iv fiscal financial fy calendar january february march "
     "april may "
     "june july august "
     "september "
     "october november december jan feb mar apr jun jul aug sep sept oct nov dec two three four five six seven eight "
     "nine "
     "ten eleven twelve"},
    {ranked,
     "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
     "fifteenth "
     "sixteenth seventeenth eighteenth nineteenth twentieth strongest fastest deepest widest largest biggest top "
     "leading greatest "
     "foremost primary most historic historical "
     "no "
     "number topped tops leads led highest came comes coming was were is been remained remains stayed ranked ranks "
     "ranking rank placed placing took "
     "takes "
     "held "
     "occupied holds trading trade partner partners goods merchandise commercial export market overseas destination "
     "buyer "
     "buyers customer customers recipient seller source sources provider foreign import supplier suppliers investor "
     "investors investment exporter importer exporters importers economy economies trader traders markets destinations "
     "consumer two bilateral direct followed follows rated main principal prime chief record all highest lowest "
     "favourite favorite to"},
    {reason,
     "thanks due because owing according on as amid despite in driven boosted led fuelled fueled supported buoyed "
     "underpinned helped attributed attributable dragged weighed spurred largely mainly stemming propelled with by "
     "aided"},
    {measure,
     "imports exports import export surplus deficit goods merchandise services foreign external trade surpluses "
     "deficits "
     "positive negative service commerce nodx shipments shipment gap gaps shortfalls outbound inbound purchases "
     "turnover investment "
     "investments fdi "
     "odi dia dias sales registered disbursed disbursement disbursements value payment payments receipts earnings "
     "revenue revenues income "
     "difference "
     "contracted project engineering contract contracts gross gdp commercial balance overseas outward re exported "
     "imported "
     "signed "
     "newly new flows inflows completed business dealings economic shortfall hole excess imbalance bill deliveries "
     "supplies "
     "cargoes "
     "arrivals adjusted additional reinvestment reinvested applications credits debits current"},
    {reach, "worth"},
    {compare, "than"},
    {to_come,
     "will aims expected target targets targeting plans planned forecast projected toward aim aiming aimed seek hopes "
     "goal targeted predicted predicts expects forecasted would could should might"},
    {buy,
     "took take takes taking bought buy buys buying purchased purchase purchases absorbed absorb absorbs absorbing "
     "paid "
     "pay pays paying spent spend spends spending imported imports received receives ordered orders"},
    {noun_too,
     "exports imports trades trade ships orders supplies sources markets records reports posts points "
     "notes states shows results focuses causes ranks estimates forecasts projects targets costs tops runs "
     "averages highlights statements logs books puts places lists starts ends features uses needs calls "
     "turns benefits processes produces visits travels supports helps plans marks aims works funds cuts "
     "sets meets changes effects approaches measures remarks leads"},
    {sell,
     "supplied supplies supply delivered delivers provided provides sent sends sold sells shipped ships exported "
     "exports contributed"},
};

// Verbs by their base; a star doubles the last consonant before "-ed" and "-ing". Other forms are listed apart.
constexpr Row regular_verbs[] = {
    {up,
     "increase enlarge climb jump surge soar expand gain advance accelerate rebound edge inch tick skyrocket balloon "
     "spike "
     "recover strengthen widen improve mount multiply add rocket escalate swell leap pick extend rally intensify "
     "deepen rally double triple quadruple"},
    {down,
     "decline decrease drop* dip* slump plunge tumble reduce retreat ease slip* weaken plummet dwindle crash narrow "
     "dive recede subside "
     "moderate slow sag* nosedive slash tank cool lower soften halve dent stall deteriorate"},
    {reach,
     "reach total* total amount hit register value average equal aggregate settle settle clock approach near "
     "cost fetch"},
    {exceed, "exceed surpass top* pass cross breach eclipse"},
    {compose, "account represent constitute comprise occupy contribute form"},
    {hold,
     "record register post log* witness enjoy earn generate incur suffer experience achieve notch maintain report "
     "realize realise book sustain attract receive net* secure manage observe present"},
    {draw, "attract receive lure absorb secure welcome"},
    {bring, "push lift result produce yield drive boost cause raise put narrow"},
    {become, "remain rank stay emerge serve retain continue consolidate place list maintain"},
    {become | compare, "overtake replace displace leapfrog* dethrone outrank unseat supplant"},
    {compare, "compare outpace outperform outweigh outstrip* outnumber offset beat lag* trail follow"},
    {say,
     "show report note announce reveal indicate state quote cite release publish estimate predict forecast project "
     "expect suggest disclose underline highlight stress explain point confirm claim inform unveil declare emphasize "
     "emphasise mention attribute highlight introduce remark warn argue believe acknowledge recommend reiterate"},
    {trade_verb,
     "export import ship* purchase trade source supply order deliver invest procure market pour pump inject"},
    {0,
     "sign launch open establish join conclude agree carry transport handle operate attend gather welcome involve mark "
     "complete help support include provide aim plan work extend help start end begin* cover feature visit travel "
     "host convene kick upgrade ratify implement use serve cooperate stem originate focus connect base attract fuel "
     "elevate propose launch resume target set* meet process produce cut consume stop* grow* cease enter move deepen "
     "create require enable achieve turn call need like want try* pledge vow* consider finance fund approve help apply "
     "perform fare thrive facilitate flourish bolster hamper hinder disrupt restrict promote foster encourage "
     "stimulate liberalise liberalize diversify enlarge enhance streamline simplify underscore signify demonstrate "
     "illustrate evaluate assess examine discuss negotiate resolve tackle mitigate avoid prevent protect safeguard "
     "restore revive prompt induce persuade assume impose levy affect benefit depend face remain return settle conduct "
     "consist belong "
     "rely relate dominate"},
};

struct Irregular {
  Uses uses;
  std::string_view base, third, past, participle, gerund;
};

constexpr Irregular irregular_verbs[] = {
    {be | auxiliary, "be", "is", "was", "been", "being"},
    {be | auxiliary, "are", "are", "were", "been", "being"},
    {auxiliary | hold, "have", "has", "had", "had", "having"},
    {up, "rise", "rises", "rose", "risen", "rising"},
    {up, "grow", "grows", "grew", "grown", "growing"},
    {up, "swell", "swells", "swelled", "swollen", "swelling"},
    {up, "leap", "leaps", "leapt", "leapt", "leaping"},
    {up, "shoot", "shoots", "shot", "shot", "shooting"},
    {down, "fall", "falls", "fell", "fallen", "falling"},
    {down, "shrink", "shrinks", "shrank", "shrunk", "shrinking"},
    {down, "slide", "slides", "slid", "slid", "sliding"},
    {down, "sink", "sinks", "sank", "sunk", "sinking"},
    {down, "lose", "loses", "lost", "lost", "losing"},
    {down, "shed", "sheds", "shed", "shed", "shedding"},
    {down, "cut", "cuts", "cut", "cut", "cutting"},
    {reach, "stand", "stands", "stood", "stood", "standing"},
    {reach, "come", "comes", "came", "come", "coming"},
    {reach, "numbered", "numbered", "numbered", "numbered", "numbering"},
    {reach, "hit", "hits", "hit", "hit", "hitting"},
    {reach, "go", "goes", "went", "gone", "going"},
    {reach, "reach", "reaches", "reached", "reached", "reaching"},
    {exceed, "break", "breaks", "broke", "broken", "breaking"},
    {hold, "see", "sees", "saw", "seen", "seeing"},
    {hold, "run", "runs", "ran", "run", "running"},
    {bring, "bring", "brings", "brought", "brought", "bringing"},
    {bring, "leave", "leaves", "left", "left", "leaving"},
    {bring, "lead", "leads", "led", "led", "leading"},
    {bring, "drive", "drives", "drove", "driven", "driving"},
    {bring | become, "make", "makes", "made", "made", "making"},
    {bring, "take", "takes", "took", "taken", "taking"},
    {bring, "put", "puts", "put", "put", "putting"},
    {bring, "give", "gives", "gave", "given", "giving"},
    {bring, "hand", "hands", "handed", "handed", "handing"},
    {bring, "send", "sends", "sent", "sent", "sending"},
    {become, "become", "becomes", "became", "become", "becoming"},
    {become, "keep", "keeps", "kept", "kept", "keeping"},
    {become | compare, "overtake", "overtakes", "overtook", "overtaken", "overtaking"},
    {compare, "beat", "beats", "beat", "beaten", "beating"},
    {say, "say", "says", "said", "said", "saying"},
    {say, "tell", "tells", "told", "told", "telling"},
    {say, "find", "finds", "found", "found", "finding"},
    {say, "show", "shows", "showed", "shown", "showing"},
    {compare, "outrun", "outruns", "outran", "outrun", "outrunning"},
    {trade_verb, "exchanged", "exchanged", "exchanged", "exchanged", "exchanging"},
    {trade_verb, "sell", "sells", "sold", "sold", "selling"},
    {trade_verb, "buy", "buys", "bought", "bought", "buying"},
    {trade_verb, "spend", "spends", "spent", "spent", "spending"},
    {trade_verb, "pay", "pays", "paid", "paid", "paying"},
    // Of "contract" the past alone: its base and its third person are nouns of signed work.
    {down, "shrivel", "shrivels", "contracted", "contracted", "contracting"},
    {0, "reflect", "reflects", "reflected", "reflected", "reflecting"},
    {0, "hold", "holds", "held", "held", "holding"},
    {draw, "draw", "draws", "drew", "drawn", "drawing"},
    {0, "set", "sets", "set", "set", "setting"},
    {0, "meet", "meets", "met", "met", "meeting"},
    {0, "get", "gets", "got", "got", "getting"},
    {0, "win", "wins", "won", "won", "winning"},
    {0, "begin", "begins", "began", "begun", "beginning"},
    {0, "build", "builds", "built", "built", "building"},
    {0, "know", "knows", "knew", "known", "knowing"},
    {0, "think", "thinks", "thought", "thought", "thinking"},
    {0, "seek", "seeks", "sought", "sought", "seeking"},
};

// Participles and adjectives that open a clause without a subject: ", driven by ...", ", compared with ...".
constexpr std::string_view openers =
    "compared driven followed led fuelled fueled boosted supported based valued worth equivalent coupled trailed "
    "helped "
    "buoyed underpinned given attributed relative equal thanks due dominated composed made according spurred weighed "
    "marked hit propelled triggered dragged";

template <class Use>
void for_each_word(std::string_view words, Use use_word) {
  while (!words.empty()) {
    const auto blank = words.find(' ');
    use_word(words.substr(0, blank));
    if (blank == std::string_view::npos) break;
    words.remove_prefix(blank + 1);
  }
}

class Vocabulary {
 public:
  Vocabulary() {
    for (const auto& plain : plain_words)
      for_each_word(plain.words, [&](std::string_view word) { add(std::string(word), plain.uses); });
    for (const auto& verbs : regular_verbs)
      for_each_word(verbs.words, [&](std::string_view base) { regular(base, verbs.uses); });
    for (const auto& one : irregular_verbs) {
      add(std::string(one.base), verb | one.uses);
      add(std::string(one.third), verb | finite | one.uses);
      add(std::string(one.past), verb | finite | one.uses);
      add(std::string(one.participle), verb | use::participle | one.uses);
      add(std::string(one.gerund), verb | gerund | one.uses);
    }
    for_each_word(openers, [this](std::string_view word) { add(std::string(word), passive); });
  }

  Uses operator[](std::string_view word) const {
    const auto found = words_.find(word);
    if (found != words_.end()) return found->second;
    if (word.size() > 4 && word.ends_with("ly") && word != "supply" && word != "assembly") return adverb;
    if (word.size() > 5 && word.ends_with("ing")) return gerund;
    if (word.size() > 4 && word.ends_with("ed")) return use::participle | verb | finite | guessed;
    return 0;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  void add(std::string word, Uses uses) { words_[std::move(word)] |= uses; }

  void regular(std::string_view listed, Uses uses) {
    const bool doubled = listed.ends_with('*');
    std::string base(doubled ? listed.substr(0, listed.size() - 1) : listed);
    std::string stem = base;
    if (doubled) stem += base.back();
    const bool e = base.ends_with('e');
    const bool y = base.ends_with('y') && base.size() > 2 &&
                   std::string_view("aeiou").find(base[base.size() - 2]) == std::string_view::npos;
    const bool hissing = base.ends_with('s') || base.ends_with("sh") || base.ends_with("ch") || base.ends_with('x');
    add(base, verb | uses);
    add(y ? base.substr(0, base.size() - 1) + "ies" : base + (hissing ? "es" : "s"), verb | finite | uses);
    add(y ? base.substr(0, base.size() - 1) + "ied" : stem + (e ? "d" : "ed"), verb | finite | use::participle | uses);
    add(e ? base.substr(0, base.size() - 1) + "ing" : stem + "ing", verb | gerund | uses);
  }

  std::unordered_map<std::string, Uses, Hash, std::equal_to<>> words_;
};

}  // namespace

Uses uses_of(std::string_view word) {
  static const Vocabulary vocabulary;
  return vocabulary[word];
}

}  // namespace tradewind
