#include "core/triage/concepts.hpp"

namespace relais::triage {
namespace {

// off
constexpr ConceptWords table[] = {
    {"child",
     "child children kid kids baby babies toddler* infant* newborn* boy boys girl girls pupil* schoolchild* teen* "
     "grandson granddaughter grandchild* niece nephew twins lad lass bairn nursery creche kindergarten playgroup "
     "daughter son"},
    {"frail",
     "elderly pensioner* old aged frail disabled wheelchair* blind deaf dementia alzheimer* bedridden widow* widower* "
     "grandma grandmother gran granny nan nana grandad grandfather grandpa carer* sheltered hospice diabetic* "
     "epileptic asthma* pregnan* stairlift rollator hoist"},
    {"animal",
     "dog dogs cat cats puppy kitten horse* pony cow cows calf sheep hen hens rabbit* parrot bird birds wasp* hornet* "
     "bee bees rat rats mouse mice pigeon* ant ants cockroach* bedbug* fox squirrel*"},
    {"care",
     "nurse* doctor* gp hospital* ambulance* paramedic* surgeon* surgery clinic ward insulin oxygen dialysis chemo* "
     "transplant pharmac* prescription* medication medicine* inhaler* epipen* antibiotic* anticoagula* warfarin "
     "thinner* vaccine* defibrillator autoclave steril* operating theatre"},
    {"body",
     "head face eye eyes ear mouth jaw cheek* lip lips tongue throat neck chest heart stomach belly back arm arms hand "
     "hands finger* thumb leg legs foot feet knee* hip skin bone* rib ribs tooth teeth molar* gum gums socket limb*"},
    {"injury",
     "injur* wound* cut cuts gash* fractur* broken burn burns burnt burned scald* crush* stab* bruis* sprain* bitten "
     "bite bites sting stung hurt hurts knocked hit fell fallen slipped tripped concuss* amputat* sever* stitches"},
    {"blood",
     "blood* bleed* bled haemorrhag* hemorrhag* pouring soaked gauze flannel* tissue tissues towel* haemophil*"},
    {"breathing",
     "breath* chok* suffocat* gasp* wheez* airway swallow* hiss* unconscious* faint* collaps* limp unresponsive dizzy "
     "drowsy sleepy confused pale grey gray blue clammy sweat* trembl* shiver* shaking convuls* seizure* fit fitting "
     "vomit* vomited sick rash hives numb* droop*"},
    {"pain",
     "pain* ache* aching toothache hurting throb* agony sore tender swell* swollen swelled puffy abscess* infect* "
     "fever* feverish temperature pus inflamed excruciating unbearable paracetamol ibuprofen painkiller* codeine lump"},
    {"poison",
     "poison* bleach tablets pills overdose* swallowed drank toxic chemical* chlorine ammonia solvent* acid antifreeze "
     "paraffin detergent ingest* fumes monoxide asbestos contaminat* listeria salmonella allerg* nut nuts peanut* "
     "gluten"},
    {"farewell",
     "goodbye bye suicid* kill die dying dead death died hopeless ending jump jumping ledge bridge hurt sorry"},
    {"violence",
     "knife gun weapon* threat* attack* assault* violen* punch* beat beaten beating kick* stalk* follow* shout* "
     "scream* abus* aggress* smash* force* fist hostage restrain* intimidat* fight fighting drunk"},
    {"confined", "stuck trapped locked inside shut lift elevator cabin cellar cage trunk chute shaft cupboard vault"},
    {"missing",
     "missing lost wander* vanish* disappear* unaccounted search* unanswered curtain* letterbox overdue absent "
     "strayed"},
    {"fire",
     "fire fires flame* smok* smoul* smoldering burning blaz* scorch* char* singe* melt* spark* ignit* explo* "
     "extinguisher* sprinkler* heat hot overheat* ember* soot crackl*"},
    {"gas",
     "gas gases gassy propane butane lpg carbon fume* smell* smelt stink* odour* odor* whiff* fumes chimney flue"},
    {"water",
     "water* flood* leak* drip* pour* gush* burst* spray* drench* soak* wet damp puddle* overflow* sewage drain* "
     "flush* spout* fountain splash* stopcock trickl* seep* submerg* ankle paddling"},
    {"electric",
     "electric* electrocut* shock* wire* wiring cable* socket* plug plugs fuse* fusebox breaker* volt* current live "
     "sparks arcing buzz* power outage blackout tripped lighting"},
    {"structure",
     "wall* ceiling* roof* beam* joist* floor* slab* balcon* stair* chimney* scaffold* trench* prop props lintel* "
     "crack* sag* bulg* bow bowing lean* collaps* cave* masonry brick* plaster* rubble landslip subsid* foundation* "
     "crane* girder* truss* trusses truss excavat* parapet* gable*"},
    {"height",
     "ladder* roof* ledge* cliff* edge height* climb* drop fall falls falling fell scaffold* tower* rope* harness* "
     "balcony platform"},
    {"vehicle",
     "car cars van vans lorry lorries truck* bus coach motorbike* moped scooter* bike bicycle* tram train trains "
     "tractor* trailer* caravan* taxi ambulance* forklift* digger* excavator* mot polo clio golf focus transit "
     "engine*"},
    {"road",
     "motorway* road* roundabout* carriageway verge kerb lane junction bypass layby shoulder highway* traffic crossing "
     "slip bend hill tunnel"},
    {"steering",
     "brake* wheel* steer* tyre* tire tires pedal* clutch* axle* suspension bolt bolts nut nuts airbag* handbrake "
     "gearbox accelerator throttle bonnet hood"},
    {"machine",
     "boiler* heating radiator* pump* motor* fridge* freezer* oven* cooker* dishwasher* washing washer dryer* lift* "
     "elevator* gate gates door doors lock locks shutter* intercom alarm alarms machine* fan air aircon printer* "
     "projector* till tills scanner* generator compressor"},
    {"computer",
     "computer* laptop* server* network* wifi internet broadband router* email* mailbox* outlook software app apps "
     "website* site program* update* backup* login* password* account* drive folder* file files screen* monitor* "
     "keyboard* mouse vpn database* spreadsheet* excel word teams system* phone* printer* crash* frozen freeze* hang "
     "hangs offline"},
    {"breach",
     "hack* ransom* encrypt* malware virus* trojan phish* breach* leaked exposed expose public visible confidential "
     "private personal gdpr strangers stranger stolen clicked impersonat* spoof* fraud* intruder* unauthor* records "
     "names births surname* anyone"},
    {"bankcheat",
     "fraud* scam* fake* bogus cheat* trick* conned swindl* launder* duped iban recall* wired impost* pretend* bitcoin "
     "crypto gift cards suspicious"},
    {"money",
     "money pay* paid payment* invoice* bill bills billed charg* refund* deposit* fee fees cost* price* pound* euro* "
     "dollar* bank banks card cards cheque* check transfer* salary salaries wage* wages rent debt* debit* credit* "
     "overdraft overdrawn balance* vat tax account statement* receipt* overcharg* twice"},
    {"theft",
     "theft* thief thieves steal* stole stolen burgl* robb* rob broke forced crowbar* intruder* prowl* loot* shoplift* "
     "vandal* smashed squatter* trespass* mugged masked"},
    {"police",
     "police* officer* arrest* custody detained handcuff* warrant* raid* search* seiz* bail prison* jail* cell "
     "interview* caution* prosecut* charged deport* removal detention flight immigration border"},
    {"court",
     "court* judge* hearing* tribunal* trial* bailiff* magistrate* sentence* verdict injunction* summons* subpoena* "
     "evict* eviction* repossess* enforcement possession lawsuit* litigat* plaintiff* defend* clerk bench list listed"},
    {"timelimit",
     "appeal* limitation* expire* expir* lapse* lapses deadline* filed filing lodge* serve* served statutory midnight "
     "final closes close closing latest forfeit* lose loses lost void penalt* fine fined"},
    {"legal",
     "solicitor* lawyer* barrister* attorney* counsel contract* clause* agreement* lease* deed* will wills probate "
     "estate* divorce* custody contact sign* signature* sign witness* notar* affidavit* statement* claim* claimant* "
     "settlement dismissal disciplin* grievance* redundan* employ*"},
    {"sue",
     "sue suing legal court ombudsman regulator* trading watchdog council newspaper* paper press journalist* "
     "chargeback lawyer* solicitor* report reported review reviews complain* compensation liable damages"},
    {"leaving",
     "elsewhere competitor* competition switch* leave leaving cancel* terminat* instead another rival quote quotes "
     "lost trust lose"},
    {"housing",
     "flat flats house houses home tenant* tenancy landlord* landlady rent* building block estate apartment* residents "
     "resident neighbour* neighbor* buyer* seller* vendor* viewing* property mortgage* keys completion exchange chain "
     "agent* lodger* stairwell lobby corridor landing hallway"},
    {"trade",
     "customer* client* shop shops store* till tills order* sale* sell selling sold stock orders checkout takings "
     "counter queue* market* supplier* business* warehouse restaurant* kitchen guests guest hotel* cafe pub"},
    {"stopped",
     "stopp* stop standstill halt* closed shut down dead out offline idle unable cannot cant wont nothing none blocked "
     "stranded useless paraly* turning away"},
    {"everybody",
     "everyone everybody whole entire all every both nobody none noone dozens hundreds hundred thirty forty fifty "
     "twenty crowd queue staff team colleagues workers crew"},
    {"occasion",
     "wedding* bride* groom* funeral* burial christening* baptism* birthday* anniversar* party parties reception "
     "ceremony* festival* gala* concert* exhibition* opening launch inauguration conference* fair prom christmas "
     "graduation honeymoon"},
    {"travel",
     "flight* flying plane airport* train trains station ferry boarding passport* visa* holiday* trip hotel* abroad "
     "journey travel* gate"},
    {"cold", "cold freez* frozen ice icy snow* minus shiver* heating heater* warm winter frost* blanket* coat coats"},
    {"rightnow",
     "now currently immediately instantly straightaway moment minute minutes second seconds already still happening "
     "live just while hurry quick quickly fast"},
    {"today", "today tonight this morning afternoon evening noon midday lunchtime hour hours pm am by five six four"},
    {"tomorrow", "tomorrow tmrw tmw 2moro tomo tomorow tom overnight"},
    {"elapsed",
     "week weeks wks month months since ago already waited waiting wait late overdue long forever fortnight year years "
     "days ages"},
    {"again",
     "again third fourth fifth twice times repeatedly reminder* chase* chased chasing reminded second another yet "
     "still once more already keep keeps kept repeated every"},
    {"nobody",
     "nobody noone none silence ignored ignor* unanswered unreturned reply replied replies respond* response heard "
     "hear answer answers answered voicemail nothing word"},
    {"promise", "promis* assured guarantee* swore said told supposed meant agreed due booked undertaking pledged word"},
    {"anger",
     "angry furious livid fuming disgust* appall* outrag* unacceptable disgrace* ridiculous shocking ashamed enough "
     "joke shambles incompeten* insult* rude liar* cowboys scandal* lost patience temper seething"},
    {"dissatisfied",
     "disappoint* unhappy dissatisf* complain* poor poorly shoddy wrong mistake* error* unfair unfortunate* annoy* "
     "irritat* noisy noise dirty mess messy filthy scratch* dent* stain* expected late careless* unkind dismissive "
     "brusque abrupt manners sloppy embarrass*"},
    {"gentle",
     "perhaps maybe wondering wonder possibly might kindly whenever sometime convenient convenience bother trouble "
     "grateful appreciate hope hoping sorry pardon forgive suppose fuss"},
    {"thanks",
     "thank* thanx thx ta cheers grateful appreciat* bless kind kindness lovely wonderful brilliant marvellous "
     "fantastic superb delighted delight* happy pleased glad love loved perfect great excellent gem star stars praise* "
     "credit gentleman legend"},
    {"gift",
     "cake* biscuit* chocolate* flower* bouquet honey jam jelly card jar bottle wine box cookies pie present tin"},
    {"offer",
     "offer* discount* sale deal deals special exclusive catalogue* brochure* promot* free trial* voucher* prize* "
     "winner* won award* sponsor* subscri* listing directory seo leads ranking* demo partner* solution* boost* grow "
     "growth percent brand* agency supplier* affordable cheapest unbeatable investor* loan* funding broker* salesman "
     "rep tariff* headhunt* recruit*"},
    {"question",
     "what which when where who how why whether does do is are can could wonder ask asks asking question query know "
     "tell"},
    {"practical",
     "open opening hours parking park address directions bring need wear accept take price size sizes colour color "
     "dimensions level age minimum wrap vegan included allowed delivery lunch map entrance bus experience beginner* "
     "prerequisite*"},
    {"small",
     "small little slight slightly bit tiny minor only just cosmetic niggle trivial nuisance odd quirk sometimes "
     "occasionally squeak* funny mild* harmless"},
    {"settled",
     "sorted fixed found resolved solved mended repaired fine ok okay works working again sound back ended over false "
     "cancelled arrived turned traced cured"},
    {"someday",
     "someday eventually sometime spring summer autumn winter year idle curious curiosity future maybe one thinking "
     "dreaming retire whenever plans early"},
    {"noreply",
     "disregard ignore fyi nothing needed reply required record file note information automatic automated autoreply "
     "newsletter unsubscribe unattended noted received"},
    {"appointment",
     "appointment* appt* booking* book booked slot* visit* session* meeting* meet consultation* checkup viewing* "
     "lesson* class classes course* inspection* survey* diary calendar schedule* availability available free fit"},
    {"moving",
     "cancel* move moved moving reschedul* postpone* change* swap* shift* push pushed rearrang* bring forward later "
     "earlier instead confirm* unable cannot cant wont rebook* delay* clash* adjourn*"},
    {"call",
     "call* ring rings rang rung phone* telephone* number speak talk word chat natter voicemail callback mobile"},
    {"quote", "quote* estimate* price* cost* ballpark rough figure budget* proposal* tender* rates rate much per"},
    {"delivery",
     "parcel* package* deliver* courier* order* dispatch* shipping ship shipped shipment* tracking depot driver "
     "arrive* arrived missing exchange return* size wrong collected collect pallet* post posted postage"},
    {"document",
     "form forms certificate* document* copy copies paper* papers attachment* attached pdf letter* licence* license* "
     "permit* application* registration enrol* membership* minutes payslip* reference* transcript* diploma* plan plans "
     "drawing* elevations pack report* insurance policy declaration*"},
    {"hr",
     "starter joiner intern* apprentice* trainee* employee* staff payroll leave vacancy* cv resume job* interview* "
     "shift* rota sick onboarding induction colleague*"},
    {"design",
     "design* architect* extension* renovat* loft plan plans planning site builder* contractor* concrete* steel* "
     "drawing* level* foundations wall beam survey* permission conservation"},
    {"school",
     "school* college university student* teacher* trainer* course* class exam* exams pupils term training apprentice* "
     "certificate* lesson* workshop*"},
    {"product",
     "toy toys lamp* cushion* candle* kettle* dress skirt shoes jug vase* chair* sofa* table* mattress bike crib cot "
     "pram battery* charger* box bag sheets socks teapot clock watch glass food cream"},
    {"humour", "lol haha joke joking laugh funny smile grin goat amusing silly ha panic embarrassed"},
    {"calmly",
     "calm calmly quietly polite politely whisper* probably nothing small fuss incidentally curious curiosity btw way"},
};
// on

}  // namespace

std::span<const ConceptWords> english_concepts() { return table; }

}  // namespace relais::triage
