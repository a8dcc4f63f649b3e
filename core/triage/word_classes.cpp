#include "core/triage/word_classes.hpp"

namespace relais::triage {
namespace {

// clang-format off
constexpr WordClass french[] = {
    {"thing",
     "robinet/robinets/mitigeur/evier/lavabo/vasque/douche/baignoire/wc/toilettes/toilette/chasse/cuvette/chaudiere/chauffage/radiateur/radiateurs/ballon/cumulus/poele/pompe/vmc/clim/climatisation/climatiseur/"
     "ascenseur/portail/portillon/porte/portes/serrure/verrou/interphone/visiophone/digicode/badge/badges/volet/volets/store/stores/fenetre/fenetres/vitre/vitrine/velux/toit/toiture/tuile/tuiles/gouttiere/cheneau/mur/murs/plafond/plancher/balcon/escalier/"
     "ampoule/ampoules/lumiere/lumieres/eclairage/luminaire/lampadaire/neon/neons/prise/prises/tableau/disjoncteur/compteur/minuterie/voiture/vehicule/camion/camionnette/utilitaire/fourgon/scooter/moto/velo/tondeuse/tracteur/moteur/frein/freins/embrayage/boite/batterie/pneu/pneus/"
     "demarreur/alternateur/echappement/turbo/retroviseur/phare/phares/essuie/direction/suspension/amortisseur/courroie/ordinateur/ordi/ordis/pc/portable/ecran/ecrans/moniteur/imprimante/imprimantes/scanner/scan/photocopieur/copieur/serveur/reseau/wifi/internet/connexion/box/routeur/switch/"
     "logiciel/application/appli/site/messagerie/outlook/excel/word/agenda/calendrier/standard/telephone/telephones/ligne/caisse/caisses/terminal/tpe/nas/disque/sauvegarde/souris/clavier/webcam/casque/micro/sono/videoprojecteur/projecteur/lampe/table/chaise/canape/fauteuil/meuble/armoire/commode/miroir/vase/lit/"
     "machine/four/frigo/refrigerateur/congelateur/lave/seche/hotte/plaque/plaques/aspirateur/dent/dents/couronne/facette/bridge/appareil/prothese/dentier/plombage/amalgame/pansement/implant/gencive/bague/bagues/gouttiere/siphon/canalisation/canalisations/tuyau/tuyaux/colonne/evacuation/fosse/egout/joint/joints/flexible/vanne/"
     "barriere/camera/cameras/alarme/detecteur/chauffe/lecteur/montre/telephone/enceinte/carrelage/parquet/facade/cheminee/piscine/arrosage/cloture/grille/rideau/haie"},
    {"trouble",
     "panne/casse/cassee/casses/cassees/fuit/fuite/fuites/fuient/goutte/gouttent/suinte/bouche/bouchee/bouches/bloque/bloquee/bloques/bloquees/coince/coincee/coinces/hs/defectueux/defectueuse/defaut/plante/plantent/plantee/bug/bugue/beugue/rame/ramait/grince/grincent/siffle/scintille/clignote/claque/claquent/"
     "decolle/decollee/decolles/descelle/descellee/descellees/fissure/fissuree/fissures/fendu/fendue/ebreche/ebrechee/brise/brisee/brises/raye/rayee/use/usee/uses/perce/percee/creve/crevee/disjoncte/disjonctent/saute/grille/grillee/grilles/eteint/eteinte/mort/morte/lent/lente/arrete/arretee/deregle/dereglee/"
     "bruit/bruits/vibre/vibrent/vibration/vibrations/branle/bouge/abime/abimee/abimes/endommage/endommagee/deforme/deformee/rouille/rouillee/moisi/moisissure/moisissures/humidite/infiltration/infiltrations/refoule/refoulent/deborde/debordent/inutilisable/inutilisables/arrache/arrachee/tordu/tordue/gele/gelee/cale/"
     "deconnecte/deconnectee/deconnectent/erreur/erreurs/fige/figee/freeze/lache/lachee/tombee/enfonce/enfoncee/emboutie/accidente/accidentee/penche/cogne/couine/craque/tache/tachee/decroche/decrochee/pete/petee"},
    {"work", "marche/marchent/fonctionne/fonctionnent/demarre/demarrent/allume/allument/repond/repondent/imprime/impriment/chauffe/chauffent/ferme/ferment/ouvre/ouvrent/tourne/charge/chargent/connecte/connectent/freine/vidange/evacue/refroidit/scanne/envoie/recoit/affiche/synchronise/verrouille/coule/tient/lit/sonne/capte"},
    {"body", "joue/joues/visage/machoire/gencive/gencives/levre/levres/oeil/yeux/gorge/cou/langue/bouche/palais/doigt/main/jambe/ventre/tete/poitrine"},
    {"swollen", "gonfle/gonflee/gonfles/gonflees/gonflent/enfle/enflee/enfles/enflees/double/boursouflee/oedeme"},
    {"child", "bebe/enfant/enfants/petit/petite/garcon/garconnet/fille/fillette/gamin/gamine/eleve/ecolier/collegien/ado/nourrisson/fils/bambin"},
    {"frail", "bebe/nourrisson/enfant/enfants/mamie/papi/grand/mere/pere/dame/voisine/handicape/handicapee/diabetique/malade/vieille/vieux/residente/resident"},
    {"structure", "plancher/dalle/plafond/mur/poutre/poutres/etaiement/etais/echafaudage/echafaudages/charpente/toit/toiture/balcon/facade/pignon/cheminee/grue/tranchee/linteau/mezzanine/escalier/muret/talus"},
    {"giving", "craque/craquent/cede/cedent/bouge/bougent/penche/penchent/flechit/flechissent/effondre/effondree/affaisse/affaissee/ecroule/ecroulee/bascule/basculer/gronde/bombe/ondule/glisse"},
    {"road", "autoroute/rocade/peripherique/periph/nationale/tunnel/viaduc/voie/chaussee/route/rond"},
    {"pipe", "tuyau/tuyaux/canalisation/canalisations/colonne/conduite/conduites/flexible/ballon/cumulus/chauffe/vanne/radiateur/descente"},
    {"burst", "lache/lachee/lachent/eclate/eclatee/rompu/rompue/pete/petee/explose/explosee/gicle/deverse/crache/inonde/arrache/arrachee/fendu/fendue"},
    {"everyone", "tous/toutes/tout/toute/personne/aucun/aucune/entier/entiere/plusieurs"},
    {"staff", "poste/postes/ordinateur/ordinateurs/bureau/bureaux/equipe/equipes/magasin/boutique/cabinet/agence/atelier/restaurant/usine/entreprise/salaries/employes/collegues/caisses/site/service"},
    {"doc",
     "attestation/attestations/certificat/certificats/quittance/quittances/bail/contrat/contrats/avenant/avenants/dossier/formulaire/formulaires/cerfa/permis/acte/actes/jugement/convocation/assignation/piece/pieces/justificatif/justificatifs/bulletin/bulletins/diplome/convention/conventions/"
     "programme/releve/diagnostic/diagnostics/procuration/agrement/autorisation/autorisations/declaration/declarations/statuts/pv/mainlevee/constat/adhesion/licence/habilitation/preavis/inscription/inscriptions/candidature/cv/stage/ordonnance/duplicata/proces/registre/"
     "conclusions/assemblee/copropriete/succession/testament/notaire/divorce/pension/licenciement/prudhommes/tribunal/plainte/decennale/kbis/urssaf/caf/cpf/opco/impots/prefecture/mairie"},
    {"send", "envoyer/envoye/envoyez/envoie/adresser/adressez/transmettre/transmettez/transmis/renvoyer/renvoyez/communiquer/fournir/parvenir/recevoir/recu/obtenir/recuperer/scanner/signer/remplir/completer/deposer/preparer/remettre/produire/delivrer/faxer/mailer/reclame/demande/exige/besoin/faut/manque/manquent"},
    {"appt",
     "rendez/rdv/seance/visite/reunion/audience/session/atelier/cours/intervention/passage/controle/revision/vidange/detartrage/expertise/point/entretien/consultation/creneau/stage/visio/inventaire/formation/rencontre/diner/dejeuner/repas/loto/recital/concert/repetition/bilan/ramonage/"
     "conference/permanence/livraison/sortie/excursion/demenagement/tournage/vernissage/salle/lieux/visites/reunions/sejour/camp"},
    {"change", "annule/annuler/annulee/annulez/annulation/annulons/reporter/reporte/reportee/report/decaler/decale/decalee/decalons/deplacer/deplace/deplacee/avancer/avancee/repousser/repousse/modifier/modifie/maintenu/maintenue/maintenus/maintient/confirmer/confirme/confirmee/confirmez/renvoye/renvoyee/renvoie/desister/desiste/desistement/interverti/intervertir/rattraper/remplacer"},
    {"want", "voudrais/voudrait/voudrions/souhaite/souhaiterais/souhaiterait/souhaitons/aimerais/aimerait/aimerions/veux/veut/voulons/desire/cherche/demande/prendre/fixer/obtenir/reserver/planifier/organiser/programmer/caler/trouver/possible/pouvez/pourriez/pourrions/puis/peut"},
    {"parcel", "commande/commandes/colis/paquet/paquets/livraison/livraisons/palette/palettes/article/articles/produit/produits/marchandise/envoi/retour/vase/coussin/lampe/tapis/robe/nappe"},
    {"sendoff", "expedie/expediee/expedier/expedition/livre/livree/livrer/livreur/transporteur/suivi/recu/recue/arrive/arrivee/parti/partie/perdu/perdue/bloque/retard/retourne/renvoye/manque/incomplet/incomplete/casse/abime/stock/rupture"},
};

constexpr WordClass english[] = {
    {"thing",
     "tap/taps/faucet/sink/basin/shower/bath/bathtub/toilet/toilets/loo/cistern/boiler/furnace/heating/heater/radiator/radiators/rads/cylinder/pump/fan/aircon/ac/lift/elevator/gate/gates/door/doors/lock/locks/intercom/entryphone/fob/shutter/shutters/blind/blinds/window/windows/skylight/roof/tile/tiles/gutter/gutters/"
     "wall/walls/ceiling/floor/balcony/stairs/bulb/bulbs/light/lights/lamp/socket/sockets/fuse/fusebox/breaker/meter/timer/car/van/truck/lorry/vehicle/bike/scooter/motorbike/mower/tractor/engine/brake/brakes/clutch/gearbox/battery/tyre/tyres/tire/tires/starter/alternator/exhaust/turbo/mirror/headlight/headlights/wipers/"
     "steering/suspension/belt/computer/computers/pc/pcs/laptop/laptops/monitor/monitors/screen/screens/printer/printers/scanner/copier/server/servers/network/wifi/wi/internet/broadband/connection/router/switch/software/app/program/website/site/mailbox/outlook/excel/teams/calendar/phone/phones/line/till/tills/terminal/"
     "nas/disk/drive/backup/backups/mouse/keyboard/webcam/headset/mic/projector/speaker/table/chair/sofa/wardrobe/vase/bed/machine/oven/cooker/hob/fridge/freezer/dishwasher/washer/dryer/tooth/teeth/molar/crown/veneer/bridge/brace/braces/retainer/denture/dentures/plate/filling/implant/gum/wire/trap/drain/drains/pipe/pipes/"
     "hose/valve/joint/seal/septic/barrier/camera/cameras/alarm/detector/reader/watch/kettle/toaster/tiling/carpet/chimney/pool/sprinkler/fence/grille/hedge/key/keys/vpn/login/account/licence/license"},
    {"trouble",
     "broken/broke/busted/faulty/leaks/leaking/leaky/leak/drips/dripping/drip/blocked/clogged/jammed/stuck/dead/died/down/out/crashed/crashing/crashes/frozen/freezes/freezing/buggy/glitching/glitch/slow/creaks/creaking/squeaks/squeaking/squealing/grinding/knocking/rattling/rattles/whining/hissing/flickers/flickering/"
     "blinking/flashing/loose/wobbly/wobbles/cracked/chipped/snapped/split/smashed/shattered/scratched/worn/punctured/flat/tripped/tripping/blown/gone/bust/kaput/offline/stopped/packed/damaged/bent/rusty/rusted/mouldy/moldy/damp/overflowing/backing/unusable/ripped/torn/frozen/noise/noises/noisy/error/errors/fell/off/"
     "came/fallen/dropped/seized/sticking/vibrating/vibration/shakes/shaking/overheating/misfiring/stalls/stalling/dented/stained/peeling/bulging/sagging/cold"},
    {"work", "work/working/start/starting/turn/open/close/shut/print/printing/load/loading/connect/connecting/flush/drain/heat/charge/charging/sync/lock/unlock/respond/ring/light/scan/send/receive/boot/log/cool/stop"},
    {"body", "face/jaw/cheek/cheeks/gum/gums/eye/throat/neck/lip/lips/tongue/mouth/finger/hand/leg/head/chest/stomach"},
    {"swollen", "swollen/swelling/swelled/swole/puffy/puffed/ballooned/ballooning/bulging/golf"},
    {"child", "baby/child/kid/kids/boy/girl/toddler/pupil/teenager/son/daughter/infant/children/newborn"},
    {"structure", "floor/slab/ceiling/wall/beam/beams/props/prop/scaffold/scaffolding/roof/balcony/gable/chimney/crane/trench/lintel/mezzanine/staircase/stairs/formwork/shoring/bank/joists/joist/truss"},
    {"giving", "creaking/cracking/giving/gave/sagging/bulging/leaning/tilting/buckled/buckling/buckle/shifting/shifted/moving/moved/collapsing/collapsed/slipping/slipped/groaning/bowed/bowing/swaying/subsiding/dropping"},
    {"road", "motorway/carriageway/highway/freeway/interstate/bypass/dual/expressway/turnpike/tunnel/shoulder/lane/road"},
    {"pipe", "pipe/pipes/riser/main/mains/hose/tank/boiler/cylinder/valve/radiator/stack/downpipe/tap/sprinkler"},
    {"burst", "burst/bursting/blown/split/gushing/spraying/exploded/snapped/ruptured/flooding/pouring/gone"},
    {"staff", "office/shop/store/branch/team/staff/building/floor/site/warehouse/restaurant/practice/surgery/company/department/school/machines/computers/pcs/phones/tills/screens/till/everyone/everybody"},
    {"doc",
     "certificate/certificates/licence/license/permit/permits/contract/contracts/lease/tenancy/agreement/agreements/form/forms/document/documents/paperwork/papers/deed/deeds/wills/probate/payslip/payslips/reference/references/cv/resume/application/applications/registration/enrolment/enrollment/"
     "minutes/proxy/affidavit/passport/visa/planning/drawing/drawings/survey/tribunal/hearing/appeal/judgment/judgement/summons/subpoena/notary/solicitor/completion/leasehold/mortgage/insurer/insurance/hmrc/irs/gdpr/consent/waiver/handbook/syllabus/diploma/transcript/records/"
     "starter/joiner/intern/vacancy/placement/membership/onboarding/payroll/p45/p60/dbs"},
    {"send", "send/sent/sending/email/emailed/forward/forwarded/post/mail/provide/supply/complete/fill/sign/signed/submit/submitted/file/filed/lodge/lodged/need/needs/require/requires/required/want/wants/asked/attached/enclosed/prepare/receive/received/missing/get/issue/renew/update"},
    {"appt",
     "appointment/appt/visit/viewing/meeting/hearing/session/workshop/class/lesson/course/service/inspection/slot/booking/consultation/checkup/cleaning/call/catch/tour/survey/inventory/dinner/lunch/rehearsal/recital/concert/conference/assessment/valuation/mot/interview/demo/review/outing/trip/delivery/place/"
     "hall/room/fitting/extraction/hygienist/surgery/check"},
    {"change", "cancel/cancelled/canceled/cancelling/cancellation/postpone/postponed/reschedule/rescheduled/rebook/rearrange/rearranged/move/moved/bring/brought/push/pushed/adjourned/adjourn/swap/swapped/change/changed/confirm/confirmed/confirming/withdraw/withdrawing/withdrawal/clash/shift/shifted"},
    {"want", "like/love/want/wants/need/needs/wondering/book/arrange/schedule/could/can/may/hoping/interested/looking/possible/please/prefer"},
    {"parcel", "order/orders/parcel/parcels/package/packages/delivery/deliveries/item/items/shipment/goods/box/vase/cushion/lamp/rug/dress/pallet/pallets"},
    {"sendoff", "arrived/arrive/delivered/deliver/shipped/ship/dispatch/dispatched/despatched/courier/tracking/missing/lost/late/delayed/stuck/returned/return/wrong/incomplete/damaged/smashed/broken/stock/goes/address/received"},
};
// clang-format on

}  // namespace

std::span<const WordClass> word_classes(Language language) {
  if (language == Language::french) return french;
  return english;
}

}  // namespace relais::triage
