#include "core/triage/date_roles.hpp"

#include "core/triage/date_tense.hpp"
#include "core/triage/pattern.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

constexpr RoleRow french[] = {
    {Role::plain, "mot/mots de passe .. @"},
    {Role::habit, "@ au lieu de/d/du @"},
    {Role::not_before, "rouvre/rouvrent/rouvrons/reprend/reprenons/reprennent .. le/a? @"},
    {Role::unavailable, "nos/notre _ ferme/ferment/fermera/fermeront/sera/seront .. @"},
    {Role::deadline,
     "@ dernier carat/cri/delai | il/elle/adverse/partie a @ pour | ont/avez/avons/dispose/disposez @ pour | au plus "
     "tard le/la/pour/dans/en/ce? @"},
    {Role::available,
     "pourrions/pouvons/pourrait/pourrais/peut/puis/pourrai nous/on/je .. "
     "visiter/voir/rencontrer/venir/passer/convenir/prendre/fixer/avoir/caler/parler ... @ | "
     "reporter/reporte~/decaler/decale~/deplacer/deplace~/glisser/repousser/repousse~/remettre/avancer a/au/en/vers "
     "la? "
     "@ | plus tard @ | plus tard dans/ds/en/cette/la/le .. @ | suis/sommes/serai/serons chez moi/nous .. @ | toute "
     "la? journee/matinee .. @ | "
     "n importe quel/quelle .. @ | c est bien .. @ | y a t il .. @ | livrez/ouvrez/fermez vous .. "
     "@ "
     "| vous livrez/ouvrez/fermez .. @ | @ .. vous/te/t/lui/leur irait/convient/conviendrait/arrange/arrangerait/va | "
     "@ "
     "suivant~ .. irait/conviendrait/convient"},
    {Role::deadline,
     "que jusqu a/au/aux/en/la? @ | si je/on/nous n/ne l/les/la/le? ai/avons/a .... @ | si .. n est/sont .. @ | "
     "boucle/bouclons/bouclent .. @ | est/sont close~/clos/cloture~ .. @ | vient/viennent/arrive/arrivent a "
     "terme/echeance .. @ | fin/finit/termine ce/le? @ >"},
    {Role::unavailable,
     "je/on/nous/il/elle/elles/ils suis/est/sera/serai/serons/sommes/reste/resterai/sont .. jusqu a/au/aux/en @"},
    {Role::plain,
     "je/on/il/elle/nous/qui signe/signons/livre/livrons/pose/posons/forme/recois/decide/rencontre/termine/commence .. "
     "@"},
    {Role::deadline,
     "rappelez/repondez/appelez/recontactez moi/nous le? @ | doit/doivent/devra/devront etre .. avant/pour/le/au .. @ "
     "| "
     "plateforme/portail/guichet/greffe/consultation/inscriptions/registre/caisse/vente/teleservice/depot "
     "ferme/ferment/cloture/cloturent .. @ | ferme/cloture la/les/l/le "
     "consultation/inscriptions/vote/registre/depots .. @ | repart/repartent ... @ | "
     "donne/donnent/laisse/laissent/reste/restent/ont/avons % avant/pour"},
    {Role::plain, "je/on/il/elle/nous passe/passons .. @ | comme convenu .. @"},
    {Role::unavailable, "rupture/joignable/joignables/disponible/marche/fonctionne/reste .. jusqu a/au/aux/en .. @"},
    {Role::past, "depuis ... de/du/d @ | recu/ticket/bon du/de @"},
    {Role::unavailable,
     "pas besoin/necessaire/utile/oblige ... @ | inutile ... @ | rien ne presse .. @ | ne .. "
     "appelez/rappelez/rappelle/"
     "venez/passez/telephonez/derangez/repondez pas .. @"},
    {Role::habit, "delai moyen .... % | en moyenne .. %"},
    {Role::deadline, "@ dernier delai | dernier delai le? @ | delai .. @"},
    {Role::greeting,
     "bon/bonne/bonnes/bons/joyeux/joyeuse/joyeuses/excellent/excellente/agreable/belle/beau ne? @ | bon/bonne/belle "
     "fin/debut de @ | profitez bien? de? @ | bon courage pour @ | @ ferie | nous sommes le? @ | on est le? @ | < il "
     "est @ | , il est @ | je sais c le @ | je sais c est le? @ | @ la veille | il y a un an @ | "
     "ok/parfait/super/entendu/note/recu .. a @ > | merci et? a @ >"},
    {Role::not_before,
     "peut/peux/peuvent/pourra/pourrai/pourrons/pourrait etre la/ici/present/presente .. @ | "
     "arrive/arrivons/arriverai/arrivera dans? @ | serai/sera/serons la @"},
    {Role::habit,
     "tous les @ | chaque @ | toutes les @ | habituel* .. @ | ouvert* .. le? @ | du @ au @ de | fois en/par @ | "
     "reglement/licence/horaires/arrete .. @ | cours/repetitions/permanences/reunions/ateliers/marche/seances du @ > | "
     "le reste de @"},
    {Role::past,
     "on me/nous dit .. fois/toujours ... @ | depuis le/la/ce/cette/l? @ | en date du @ | date~ du @ | @ "
     "dernier/derniere | "
     "commande/facture/message/mail/courriel/courrier/lettre/appel/demande/mise/colis/virement/cheque/email/sms/"
     "relance/rapport/prelevement/soin/soins/achat/paiement/versement/reglement/plainte/jugement/ordonnance/proces "
     "du/de/d/le @ | mails/messages/courriers/appels/factures/lettres/relances/courriels des/du? @"},
    {Role::past,
     "on m/nous avait/avez/a/ont dit/promis/annonce/assure/garanti ... @ | on me/nous dit ... @ | vous m/nous "
     "aviez/avez dit/promis/annonce/assure/garanti ... @ | m/nous avait dit ... @ | m aviez ... @ | c etait .. @ | "
     "etait/etaient prevu~/attendu~/annonce~/fixe~/promis .. @ | deviez ... @ | devait me/nous? "
     "rappeler/appeler/passer/livrer/venir/envoyer/etre ... @ | attendait/attendais/attendions ... entre? @",
     false, true},
    {Role::not_before,
     "pas avant .. @ | pas .. avant le/la/ce/mon/son? @ | < a partir de/du/d? l? @ | "
     "joindre/joignable/rappel*/appel*/dispo*/libre*/venir/passer/possible/peux/pouvez/presente/present/la a partir "
     "de/du/d? l? @ | a compter de/du/d? @ | apres le/la/ce/cette? @ | qu a partir de/du? @ | qu apres @ | qu a "
     "mon/notre/son retour le? @ | absent~/conge/conges/vacances/deplacement/ferme~/indisponible/occupe~/injoignable "
     ".. jusqu au/a/aux/en? @ | de retour/rentre .. le/au/en? @ | mon/son/notre retour le/du? @ | "
     "rentre/rentrons/reviens/revient/revenons .. @ | repasserai .. @ | < repassera ... @ | repassera vers? @"},
    {Role::plain, "devait/devaient/devais/deviez/devions ... @ | avait/avais/avions/aviez un? rendez/rdv .. @"},
    {Role::available, "attendre @ | attendre a @ | attend @"},
    {Role::deadline,
     "avant le/la/les/l/ce/cette/son/leur/notre/votre? .. @ | d ici le/la/au/a/l? @ | dici @ | jusqu a/au/aux/en/la? "
     "le? @ | au plus tard le/pour/dans? @ | @ au plus tard | @ dernier delai | dernier delai .. @ | date limite .. @ "
     "| limite/deadline/echeance/delai/butoir .. @ | expire/expirent/expirera/expiration .. @ | "
     "perime/perimee/perimera .. @ | sous @ | @ sans faute | @ imperativement/max/maxi/maximum | @ a la premiere heure "
     "| imperativement/absolument/obligatoirement/necessairement ... @ | attendu~/souhaite~/exige~/voulu~ .. "
     "pour/au/le? @ | attends/attend/attendons .. pour/le? @ | passe @ | au dela du/de @ | @ sinon | "
     "faute de quoi ... @ | @ .. faute de | laisse/laissent/accorde/accordent .. jusqu .. @ | d ici la? @ | @ .. trop "
     "tard | tombe @ | se termine/terminent @ | prend fin .. @ | a rendre .. @ | "
     "rendre/remettre/deposer/boucler/cloturer/fournir/transmettre/renvoyer/retourner .. le/au/pour? @ | @ .. "
     "ira/iraient/suffit/suffira/conviendra/conviendrait/convient | @ c est? parfait/bon/bien/ok | @ ca me va | "
     "bouclage/cloture .. @ | peut/peuvent attendre jusqu .. @ | un jour/matin/soir de? @ | dans le courant de/du? la? "
     "@ | reattribue~ .. @ | est en place au/le? @ | sera annule~/detruit~/perdu~ .. @ | pars/partons/part/partent .. "
     "conge/conges/vacances @ | "
     "delai/laisse/laissent/accorde/accordent/donne/donnent/avez/reste/restent/maximum/dispose/disposez ... % | % pour "
     "repondre/reserver/regler/payer/signer/valider/confirmer/renvoyer/rembourser | passe % | % ouvres | % "
     "max/maxi/maximum | % .. faute de quoi | dernier rappel .. % | sinon .. % | < % pour"},
    {Role::past,
     "ai/avez/as/a/avons/ont/avais/avait/aviez/avaient/suis/est/etes/sommes/sont/etait/etaient/ete "
     "pas/deja/bien/toujours/jamais/encore/ete/tout/vous/mal? "
     "commande~/recu~/paye~/regle~/achete~/ecrit~/envoye~/appele~/laisse~/fait~/vu~/dit~/passe~/renvoye~/retourne~/"
     "livre~/signe~/depose~/vendu~/loue~/rappele~/promis/promise/eu/pose~/facture~/parti~/venu~/tombe~/debite~/valide~/"
     "demande~/transmis/transmise/expedie~/change~/repare~/installe~/assure~/indique~/annonce~/repondu/quitte~/"
     "emmenage~/inscrit~/termine~/fini~/mange~/attendu~/inspecte~/contacte~/eclate~/lache~/casse~/convenu~/reserve~/"
     "rencontre~/ferme~/fixe~/ouvert~/poste~/remis/remise/adresse~/fourni~/perdu~/vole~/eteint~/commence~/essaye~/"
     "essaie~/tente~/joint~/forme~ .... @ | < le @ , | "
     "commande~/passee/recu~/pose~/livre~/remis/signe~/forme~/debite~/faite~ .. le? @ | j ai .. le? @ . | "
     "avait/avais/aviez/avaient/etait/etaient/disait/attendait .... @ | le? @ vous/j/on/il/elle m/nous/l? avez/ai/a | "
     "< le? @ , .. ecrit/repondu/dit/rupture/appele | @ vous/on m/nous? avez/a",
     false, true},
    {Role::unavailable,
     "sauf/hors/excepte/hormis le/la/les/ce? @ | pas/plus/ni/jamais/non le/la/les/ce? @ | pas/plus/non "
     "joignable/joignables/disponible/disponibles/dispo/dispos/libre/libres/la/present/presente .. @ | "
     "indisponible/absent~/injoignable/ferme~/occupe~/conge/conges/vacances/deplacement/rtt .. @ | @ .. pas/plus "
     "la/joignable/disponible/dispo/possible | ne peux/peut/pouvons/pourrai/pourra/pourrons pas le? @ | pas "
     "travaille/bosse .. @ | travaille/bosse pas .. @ | je travaille @"},
    {Role::deadline,
     "m/nous/me/lui/te appeler/rappeler/telephoner/joindre/contacter/recontacter/repondre .. @ | coup de? "
     "fil/tel/telephone/phone .. @ | passez/passe/passer .. coup .. @ | etre appele~/rappele~/recontacte~ .. @ | "
     "m/nous/me/lui rappeliez/appeliez/rappelle/appelle .. @ | si .. pouvait/pouviez/pouvaient/pourriez ... @ | pour "
     "le/la/ce/cet/cette/l/les? @ ce sera/serait "
     "bien/ideal/parfait/super/top/genial/gentil | < @ alors | peut/pourrait/pourriez/pouvez/peux/pourras ... "
     "me/m/nous _ .. @ | serait/sera bien/ideal/parfait/super/top/genial/sympa pour/d .. @ | "
     "decidons/decide/decident/tranchons/tranche/tranchent/choisissons/statue/statuons/reunissons/reunit/reunissent .. "
     "@ | @ si possible",
     true},
    {Role::available,
     "@ ou le/la/bien/alors/encore? @ | @ ou en/au/un? debut/fin/milieu | @ ou la/l suivante/autre/suivant | ou "
     "le/la/plutot? @ | "
     "disponible/disponibles/dispo/dispos/libre/libres/joignable/joignables/creneau/creneaux/disponibilites .. le? .. "
     "@ | @ .. me/nous/lui convient/arrange/irait/va | @ .. serait parfait/ideal/bien/possible/super | plutot le? @ | "
     "preference .. @ | de preference .. @ | prefere/prefererait/prefererais .. @ | auriez/avez/seriez/aurais vous ... "
     "@ | propose/proposons/proposent .. @ | je peux/pourrai/pourrais .. @ | idealement .. @ | elle/il peut @ | je "
     "suis la .. @ | on est la .. @ | si possible @ | libre .. @ | doit/peut passer au @"},
    {Role::deadline,
     "pour le/la/ce/cet/cette/l? @ | courant @ | "
     "rappelez/rappelle/rappeler/rapeler/rapelez/recontactez/recontacter/contactez/appelez/telephonez/repondez/"
     "repondre/"
     "prevenez/confirmez/tenez moi/nous/lui/me/la/le/les? .. @ | "
     "reponse .. @ | "
     "faut/faudrait/dois/doit/doivent/devons/devez/veux/veut/voudrais/voudrait/souhaite/souhaitons/souhaiterait/"
     "demande/demandons/besoin/exige/exigeons ... @",
     true}};

constexpr RoleRow english[] = {
    {Role::habit, "@ instead of @"},
    {Role::plain, "by %"},
    {Role::not_before, "reopen/reopens/reopening/resume/resumes .. @"},
    {Role::deadline, "before you/u/ye/they/we shut/close/go/leave/finish/knock .. @"},
    {Role::unavailable,
     "our _? office/offices/shop/desk/desks/counter/line/lines/team? close/closes/shut/shuts/be/is/are .. @"},
    {Role::deadline,
     "only .. until/till/til the? @ | offer/price/prices/quote/discount/deal .. valid .. until/till/through the? @ | @ "
     "at the outside | have/has/had @ to | @ at the very? latest | at the very? latest .. @"},
    {Role::available,
     "could/can/might/may/shall we/i .. meet/see/come/visit/view/talk/speak/catch/book/have ... @ | would the? @ .. "
     "suit/do/work/be/help | might it/that .. be .. @ | later in/on? @ | "
     "shift/move/push/change/swap/postpone/put/bring/slide .. to/for/until/till/back/forward the? @ | @ instead | "
     "was/is/are "
     "it/that/they "
     "the/on? @ | is/are there .. @ | is/are the _ .. on/open .. @ | do/are you/u/ye .. open/close/shut/deliver/work "
     ".. @ "
     "| @ or the? @"},
    {Role::plain, "move/shift/change .. from @ to @ | booked .. from @ | before it/them/him/her .. in @"},
    {Role::not_before, "closed/shut till/until/til @ | from @ to/till/until/through @"},
    {Role::available, "@ to/through/thru/till @"},
    {Role::greeting, "with @ a/being/off | as its @ @ | its @ @"},
    {Role::unavailable,
     "reachable/contactable .... until/till/til the? @ | im/i/were/we/hes/shes am/are/be? "
     "travelling/traveling/flying/abroad/driving on? .. @ | "
     "i/im/ill/we/were/he/hes/she/shes/they/theyre/mr/mrs/ms/miss shall/will? .. at/in/with/on/away/off/out/home/here/"
     "there/around/reachable/available .. until/till/til the? @"},
    {Role::past, "sat/stayed/waited/worked/slept/stood/talked/danced up/in/there/here/on? until/till/til @", false,
     true},
    {Role::deadline,
     "before the/our/my/your/their _ .. goes/go/is/are/starts/opens/leaves/meets/closes/begins .. @ | if .. "
     "not/isnt/arent/hasnt/havent/nothing/nobody/no .. @ | will/be/is/are/gets/get/being "
     "cancelled/canceled/suspended/deleted/disconnected/destroyed/lost/sold/cut/auctioned .. @ | press @ | live @ | "
     "that/which/who shuts/closes .. @ | close/closes .. on the? @ | "
     "finish/finishes/fin .. @ >"},
    {Role::deadline,
     "must/should/needs/need/has/have to? be .. by/before .. @ | must .. by/before .. @ | "
     "register/registration/counter/desk/window/court/registry/ledger/gate/enrolment/enrollment shuts/closes .. @ | "
     "have/has/got/ve/theyve/weve/only/gives/leaves % before/until/left"},
    {Role::unavailable,
     "reachable/available/in/works/working/valid/about/around .. until/till/til .. @ | out of stock .. @ | back in "
     "stock .. @"},
    {Role::past, "receipt/ticket/quote/quotation/show/exchange/conversation/exam/party of/from/on the? @"},
    {Role::unavailable,
     "no need/point ... @ | no .. reply/call/answer/response needed/necessary .. @ | dont/neednt/not "
     "call/ring/phone/reply/come/bother/rush/worry .. @ | not necessary .. @"},
    {Role::greeting,
     "have a/an? .. good/nice/great/lovely/wonderful/super/fab/happy @ | enjoy the/your rest? of? the/your? @ | "
     "happy/merry @ | good @ > | hope you had .. @ | < good @ | good @ | nice @ > | how was your @ | < @ "
     "all/folks/team/guys/everyone | < @ , | < @ - | @ is a bank/public/national? holiday | lovely @"},
    {Role::greeting,
     "ok/okay/great/perfect/thanks/noted/cheers/brilliant/lovely .. see you/u/ya .. @ | < see you/u/ya .. @"},
    {Role::not_before,
     "can/could/will/ill/hell/shell/well be here/there/round/over/in .. @ | on my/his/her/our/their way .. @"},
    {Role::habit,
     "every other? @ | each @ | weekly .. @ | open .. @ to @ | per @ | most @ | "
     "second/third/fourth/fifth/sixth/#/two/three/four/five/several time/times @ | the @ "
     "class/course/ramblers/club/group/market/session/sessions/lettings/league/team/ladies/walk/choir | on a @ | any "
     "given @ | value date @ | licence/rules say/says .. @"},
    {Role::past,
     "said .. @ | told .. @ | promised .. @ | was/were expected/due/wanted/needed/required/booked/scheduled .. @",
     false, true},
    {Role::past,
     "since the? .. @ | dated the? @ | last @ | @ since | were/was/is/are supposed/meant/due/going to .. "
     "ring/call/come/be/deliver/send/phone/reply/arrive/turn .. @ | were/was to .. @ | should have .. @ | "
     "order/message/email/mail/letter/invoice/note/statement/reminder/reminders/request/payment/notice/quote/feedback/"
     "report/delivery/estimate/voicemail of/from/dated the? @"},
    {Role::not_before,
     "not before .. @ | not .. before @ | not until @ | dont/wont/cant/couldnt/cannot ... until/till/til @ | "
     "dont/wont/cant/couldnt .. before @ | from the? @ "
     "on/onwards/onward | starting .. @ | as of @ | after the? @ | time/day/point after @ | once "
     "the/we/i/you/it/he/she/they/my/our/your/that .. @ | "
     "im/is/are/be/am/being away/off/out/holiday/vacation/leave/closed/unavailable/abroad .. until/till/til/to/through "
     "@ | away/holiday/vacation/leave/closed/unavailable/abroad .. until/till/til/to/through @ | in _ till/til/until @ "
     "| stuck .. till/until @ | im/is/are/be/am back .. @ | return/returning/returns on/from? @ | free from/after @ | "
     "renew till/until @ | no earlier than @ | ill/will .. try/follow/chase .. @"},
    {Role::deadline,
     "by the/this/next/about/around/close/end? .. @ | before the/this/end/he/she/they/i/we/our/my/your? .. @ | until "
     "the? @ | till @ | til @ | later than the? @ | @ at the latest | at the latest .. @ | latest @ | @ latest | "
     "deadline .. @ | due the? @ | due .. on/by/in/out/back the? @ | expire/expires/expiring/expiry .. @ | run/runs "
     "out .. @ | within @ | @ without fail | @ sharp | must .. by/before/in/at/on .. @ | need/needs/needed .. "
     "for/by/on/at .. @ | required/wanted/expected/requested .. @ | ends/end .. @ | "
     "portal/window/entries/applications/registration/registrations/bidding/offer/poll/booking/bookings/sale/run/round/"
     "tender/bids/books/ledger/payroll/call/vote closes/close/shuts/ends .. @ | closing date .. @ | cut off .. @ | "
     "cutoff .. @ | @ or "
     "we/i/else/it/they/youll/ill/its/hes/shes | @ otherwise | ahead of the? @ | "
     "in time for .. @ | up to @ | through @ | prior to .. @ | @ is fine/ok/okay/good/perfect/great/best/plenty | @ "
     "will do | @ would be fine/ok/great/good/perfect | can wait .. @ | one/some "
     "day/time/evening/morning/afternoon/point of/in? @ | sometime .. @ | when convenient @ | dies/lapses/lapse .. @ | "
     "leave/leaving/go/going on holiday/vacation/leave @ | "
     "respond/reply/answer/confirm/pay/return/submit/file/sign/lodge/complete/renew .. in/by/on/within @ | in the next "
     "@ | yes or no .. @ | at midnight | turnaround .. % | you have % | give/gives/giving you % | deadline .. % | "
     "takes % max | have only % | says % left | % left | within %"},
    {Role::past,
     "ordered/wrote/sent/bought/paid/called/rang/phoned/emailed/received/delivered/placed/opened/closed/moved/signed/"
     "dropped/left/spoke/saw/came/went/took/joined/started/asked/returned/purchased/collected/installed/fitted/fixed/"
     "serviced/replaced/gave/arrived/posted/shipped/charged/was/were/did/agreed/attended/visited/texted/messaged/"
     "lodged/submitted/filed/made/heard/happened/broke/stopped/died/tried/chased/updated/finished/completed/ran/passed/"
     "retired/declined/listed/showed/tore/shut/expired/turned/taken/gone/given/wasnt/werent/didnt/hadnt/had/lived/"
     "washed/found/read/written/done/drove .... @ | i/we/they got ... @ | been .. @",
     false, true},
    {Role::unavailable,
     "except .. @ | not .. free/available/around/reachable/in/there/here .. @ | not on? @ | unavailable .. @ | out of "
     "office .. @ | im/is/are/be away .. @ | on holiday/leave/vacation .. @ | off on? the? @ | busy .. @ | "
     "closed/shut/closing .. @ | "
     "but not @ | apart from @ | other than @ | forget @ | no good @ | abroad .. @ | i work @ | im working @ | during "
     "the? @"},
    {Role::deadline,
     "< @ then | can/could/would/will ... me/us/him/her .. @ | give/drop/gimme me/us/him/her/them? a? "
     "ring/call/bell/buzz/shout/tinkle/line .. @ | a "
     "ring/call/callback/word/reply/"
     "quote/price/answer .. @ | decide/decides/choose/chooses/meet/meets/vote/votes .. @ | @ if you/u can | @ if .. "
     "possible | if .. could ... @",
     true},
    {Role::available,
     "@ or on/the/even/maybe/possibly? @ | @ or next/after/later/any | or on/the? @ | free .. @ | available .. @ | "
     "availability .. @ | any time .. @ | anytime .. @ | home .. @ | around on? @ | im in .. @ | i can do .. @ | we "
     "can do .. @ | could do .. @ | i have @ | have .. open .. @ | prefer/prefers .. @ | ideally .. @ | preferably .. "
     "@ | suits .. @ | @ suits | @ works | can .. be .. reached .. @ | could/would you do/have/manage/spare .. @ | how "
     "about .. @ | what about .. @ | either .. @ | how does .. @ | weekday .. @ | weekdays .. @"},
    {Role::not_before, "from the? @"},
    {Role::deadline,
     "call/ring/phone/text/email/contact/tell/update me/us/him/her/them/back .. back? .. @ | reply/respond/answer .. @ "
     "| "
     "< call/ring/phone @ | please/pls/to call/ring/phone @ | "
     "get back to .. @ | getting back to .. @ | let .. know .. @ | hear .. back? .. @ | callback .. @ | "
     "for @ | for the? @ | need/needs/must/want/wants/gotta/should ... @ | have/has/got to ... @",
     true}};

constexpr std::uint32_t row_count(Language language) {
  return static_cast<std::uint32_t>(language == Language::french ? std::size(french) : std::size(english));
}

const PatternSet& patterns(Language language) {
  const auto build = [](Language of) {
    PatternSet set;
    std::uint32_t rule = 0;
    for (const RoleRow& row : role_rows(of)) set.add(rule++, row.patterns);
    return set;
  };
  static const PatternSet french_set = build(Language::french);
  static const PatternSet english_set = build(Language::english);
  return language == Language::french ? french_set : english_set;
}

bool asks_somebody(std::string_view word, Language language) {
  constexpr std::array<std::string_view, 12> french_requests{
      "pouvez", "pourriez", "peux", "pourrais", "voulez", "svp", "stp", "merci", "dire", "dites", "plait", "faut"};
  constexpr std::array<std::string_view, 11> english_requests{"you",  "u",    "please", "pls",     "need",    "must",
                                                              "tell", "send", "let",    "someone", "somebody"};
  return language == Language::french
             ? std::find(french_requests.begin(), french_requests.end(), word) != french_requests.end()
             : std::find(english_requests.begin(), english_requests.end(), word) != english_requests.end();
}

// `I would not alarm anybody, but this morning …`: what is asked for before the turn is not asked by then.
bool turns(const Tokens& tokens, const Hit& hit, Language language) {
  for (std::size_t at = hit.first; at < hit.mention && at < hit.last; ++at) {
    const Token& token = tokens[at];
    if (language == Language::french ? token.is("mais") || token.is("car") : token.is("but") || token.is("because"))
      return true;
  }
  return false;
}

// `Peut-on se parler avant le comité de mercredi ?`: the limit is nearer than the offer.
bool crosses_limit(const Tokens& tokens, const Hit& hit) {
  for (std::size_t at = hit.first; at < hit.mention && at < hit.last; ++at) {
    if (tokens[at].is("avant") || tokens[at].is("ici") || tokens[at].is("before") || tokens[at].is("by")) return true;
  }
  return false;
}

// `Tomorrow?`
bool is_whole_question(const Tokens& tokens, std::size_t at) {
  const bool begins = at == 0 || tokens[at - 1].sentence != tokens[at].sentence;
  return begins && at > 0 && at + 1 < tokens.size() && tokens[at + 1].is("?");
}

// Tokens of the sentences that end in a question mark and ask nobody to do anything.
std::vector<bool> questions_without_request(const Tokens& tokens, Language language) {
  std::vector<bool> wondering(tokens.size(), false);
  for (std::size_t first = 0, last = 0; first < tokens.size(); first = last) {
    bool asks = false, requests = false;
    for (last = first; last < tokens.size() && tokens[last].sentence == tokens[first].sentence; ++last) {
      asks = asks || tokens[last].is("?");
      requests = requests || asks_somebody(tokens[last].text, language);
    }
    if (asks && !requests)
      std::fill(wondering.begin() + static_cast<std::ptrdiff_t>(first),
                wondering.begin() + static_cast<std::ptrdiff_t>(last), true);
  }
  return wondering;
}

}  // namespace

std::span<const RoleRow> role_rows(Language language) {
  if (language == Language::french) return french;
  return english;
}

void assign_roles(const MentionedTokens& text, Language language, std::vector<Mention>& mentions) {
  if (mentions.empty()) return;
  const std::uint32_t none = row_count(language);
  const std::span<const RoleRow> rows = role_rows(language);
  std::vector<std::uint32_t> best(mentions.size(), none);
  std::vector<std::uint32_t> best_ahead(mentions.size(), none);
  for (const Hit& hit : patterns(language).find(text.tokens)) {
    if (rows[hit.rule].weak && turns(text.tokens, hit, language)) continue;
    if (rows[hit.rule].role == Role::available && crosses_limit(text.tokens, hit)) continue;
    for (std::size_t at = hit.first; at < hit.last; ++at) {
      const std::int32_t mention = text.mention[at];
      if (mention < 0) continue;
      const auto index = static_cast<std::size_t>(mention);
      best[index] = std::min(best[index], hit.rule);
      if (!rows[hit.rule].tense) best_ahead[index] = std::min(best_ahead[index], hit.rule);
    }
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (best[i] < none) mentions[i].role = rows[best[i]].role;
    if (best_ahead[i] < none) mentions[i].role_if_ahead = rows[best_ahead[i]].role;
    mentions[i].weak = best_ahead[i] < none && rows[best_ahead[i]].weak;
  }
  const std::vector<bool> wondering = questions_without_request(text.tokens, language);
  // Where no words tell, the tense of the verb does.
  for (std::size_t at = 0; at < text.tokens.size(); ++at) {
    const std::int32_t index = text.mention[at];
    if (index < 0) continue;
    Mention& mention = mentions[static_cast<std::size_t>(index)];
    mention.wondered = wondering[at];
    if (mention.role == Role::plain && is_whole_question(text.tokens, at))
      mention.role = mention.role_if_ahead = Role::available;
    const bool open = mention.role == Role::plain || (mention.role == Role::deadline && mention.weak);
    const bool told_before = open && told_in_past(text, at, language);
    const bool may_be_told = open || mention.role == Role::deadline;
    if (told_before || (may_be_told && told_in_past_behind(text, at, language))) mention.role = Role::past;
  }
}

}  // namespace relais::triage
