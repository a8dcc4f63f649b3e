#include "core/triage/signals.hpp"

// Single words that lean to a topic, whatever is said about them: they decide where no phrase does. One row a topic
// and shade; each further word of a row counts half.
namespace relais::triage {
namespace {

// clang-format off
constexpr SignalWords french[] = {
    {"appointment", 1,
     "rendez/rdv/seance/seances/visite/visites/visiter/reunion/reunions/creneau/creneaux/consultation/entretien/expertise/convocation/convoque/convoquee/convoquons/planning/agenda/calendrier/disponible/disponibles/dispo/dispos/disponibilite/disponibilites/"
     "session/sessions/stage/atelier/ateliers/cours/formation/permanence/detartrage/vidange/revision/ramonage/inventaire/visio/presence/horaire/reserver/reservation/reservations/inscrire/inscrit/inscrite/participer/venir/decaler/decale/reporter/annuler/annule/repousser/avancer/deplacer/confirmer/desister/retard/remplacant/remplacer/"
     "point/bilan/controle/passage/passer/rencontrer/rencontre/repetition/concert/stand/loto/tournoi/sortie/reception",
     "passer commande | passer .. commande | controle .. facture | venir de | vient de | viens de | passage .. pieton"},
    {"bill", 1,
     "facture/factures/facturation/facturer/facture/facturee/factures/payer/paye/payee/payes/payez/paiement/paiements/virement/virements/prelevement/prelevements/prelever/preleve/prelevee/rembourser/rembourse/remboursee/remboursement/debit/debite/debitee/acompte/acomptes/solde/montant/montants/tva/rib/iban/cheque/cheques/"
     "bancaire/banque/comptable/comptabilite/honoraires/cotisation/cotisations/loyer/loyers/charges/caution/impaye/impayes/impayee/echeance/echeances/echeancier/releve/encaisse/encaisser/surfacture/surfacturation/remise/ristourne/mutuelle/secu/cpam/tiers/avoirs/ttc/ht/recouvrement/tresorerie/regulariser/regularisation/versement/versements/verser/verse",
     "carte bancaire volee | fiche de paie | adresse du solde"},
    {"price", 1,
     "devis/prix/tarif/tarifs/cout/couts/coute/couterait/coutent/combien/chiffrer/chiffrage/estimation/estimer/estimatif/budget/budgets/fourchette/forfait/forfaits/renover/renovation/agrandir/agrandissement/extension/amenager/amenagement/installer/installation/surelever/surelevation/construire/construction/etude/faisabilite/projet/projets",
     "combien de temps | combien de jours | frais de port | remboursement | installer .. mise"},
    {"dissatisfaction", 1,
     "decu/decue/decus/decevant/decevante/mecontent/mecontente/mecontents/plains/plaindre/plainte/reclamation/reclamations/insatisfait/insatisfaite/deplore/regrette/desagreable/impoli/malpoli/bruyant/bruyante/nuisance/nuisances/vacarme/tapage/bacle/baclee/malfacon/malfacons/mediocre/lamentable/catastrophique/dedommagement/compensation/"
     "inadmissible/inacceptable/scandaleux/honteux/poubelles/rats/cafards/salete/saletes/odeurs/incorrect/incorrecte/grossier/grossiere/meprisant/meprisante/hautain/hautaine/incompetence/negligence/degrade/degradee/etonne/etonnee/surpris/surprise",
     "plainte .. police/vol | panne surprise | avec surprise agreable"},
    {"breakdown", 1,
     "panne/pannes/casse/cassee/casses/cassees/fuite/fuites/fuit/coule/deborde/bouche/bouchee/bouches/coince/coincee/hs/defaut/plante/bug/bugs/erreur/demarre/reparer/repare/reparation/depannage/depanner/depanneur/technicien/douleur/douleurs/saigne/gonfle/gonflee/enflee/infection/infecte/abces/fievre/blesse/blessee/blessure/brulure/accident/"
     "incendie/feu/fumee/inonde/inondation/degat/degats/sinistre/effraction/cambriolage/piratage/virus/spam/spams/connexion/imprimante/ecran/vpn/wifi/chaudiere/chauffage/ascenseur/serrure/voyant/moteur/freins/batterie/pneu/crevaison/remorquage/depanneuse/disjoncteur/infiltration/humidite/moisissure/moisissures/fissure/fissures/grince/"
     "grincement/sifflement/vibration/vibrations/lenteur/lenteurs/bloque/bloquee/refuse/refusee/inaccessible/deconnexion/deconnecte/plantage/ecrase/ampoule/evier/robinet/siphon/toilettes/wc/canalisation/dent/dents/dentier/couronne/plombage/gencive/bridge/appareil/interphone/digicode/portail/store/volet/vitre/guepes/frelons/souris/punaises",
     "devis | prix | tarif | rendez vous de controle | sans erreur | erreur .. facture/facturation/destinataire | facture .. erreur | installer | remplacer .. par | teinte | soins | dent de lait | erreur je suppose"},
    {"delivery", 1,
     "commande/commandes/commander/cmde/colis/livraison/livraisons/livrer/livre/livree/livres/livreur/expedition/expedie/expediee/expedier/transporteur/transporteurs/paquet/suivi/retour/retours/retourner/retourne/echange/echanger/article/articles/produit/produits/stock/rupture/manquant/manquante/manquants/incomplet/incomplete/palette/palettes/enlevement/"
     "relais/coursier/quai/cartouche/cartouches/toner/toners/fournitures/echantillon/echantillons/catalogue/brochure/annexe/annexes/fichier/fichiers/livrable/livrables/conclusions/camion/marchandise/denrees/viande/frigo/reassort/transmettre/renvoyer/renvoie/recuperer/retirer",
     "retour de | en retour | retour .. conges/vacances/appel | bon de commande | livre blanc | echange .. telephonique/hier/notre | suite a notre echange | de retour | retirer .. liste | suivi de dossier | facture"},
    {"question", 1,
     "comment/horaires/ouvert/ouverts/ouverte/ouvrez/adresse/acces/parking/stationner/stationnement/garer/accessible/accessibilite/savoir/renseignement/renseignements/renseigner/information/informations/conseil/conseils/conditions/garantie/procedure/duree/niveau/prerequis/hebergement/cadeau/cadeaux/reference/couleur/teinte/dimensions/taille/"
     "benevole/benevolat/don/dons/gratuit/payant/possible/quand/pourquoi"},
    {"paperwork", 1,
     "dossier/dossiers/formulaire/formulaires/contrat/contrats/candidature/cv/embauche/embaucher/salarie/salariee/salaries/recrutement/stagiaire/alternant/rh/conges/licenciement/licencie/licenciee/employeur/preavis/bail/resiliation/resilier/avenant/assurance/assureur/constat/declaration/mairie/prefecture/notaire/tribunal/juge/jugement/procedure/heritage/"
     "succession/divorce/testament/permis/urbanisme/autorisation/agrement/certificat/certificats/attestation/attestations/diplome/convention/conventions/opco/cpf/statuts/ag/assemblee/pv/pouvoir/pouvoirs/procuration/adhesion/adherent/licence/rgpd/alias/signature/signer/signe/signee/prudhommes/garde/pension/appel/pieces/justificatif/justificatifs/impots/"
     "urssaf/caf/huissier/brevet/marque/kbis/registre/copropriete/syndic/diagnostic/diagnostics/quittance/quittances/cerfa/immatriculation/fourriere/badge/badges/droits",
     "appel .. telephonique | un appel | fait appel .. vous | etat des lieux | contrat d entretien .. panne | garde en stock | on garde"},
};

constexpr SignalWords english[] = {
    {"appointment", 1,
     "appointment/appointments/appt/appts/booking/bookings/book/booked/rebook/reschedule/rescheduled/meeting/meetings/viewing/viewings/session/sessions/slot/slots/class/classes/course/workshop/rehearsal/lesson/consultation/checkup/hygienist/cleaning/mot/inspection/survey/inventory/assessment/valuation/interview/calendar/diary/schedule/scheduled/"
     "availability/available/attend/attending/cancel/cancelling/postpone/postponed/rearrange/adjourned/late/cover/stall/rota/shift/visit/visits/tour/recital/conference/speak/confirm/confirming/catch/reserve/reserved/enrol",
     "too late | late fee | late payment | late delivery | cancel .. order | cancel .. contract | course of action | first class | book of | availability of stock | in stock | cleaning company | insurance cover | a class act"},
    {"bill", 1,
     "invoice/invoices/invoiced/invoicing/bill/bills/billed/billing/pay/paid/paying/payment/payments/refund/refunds/refunded/charged/charges/overcharged/deposit/deposits/balance/statement/statements/receipt/receipts/credit/debit/bacs/cheque/transfer/transferred/instalment/instalments/installment/fee/fees/rent/arrears/overdue/outstanding/remittance/vat/"
     "bank/account/accounts/accountant/reimburse/reimbursement/expenses/copay/deductible/tax/wages/timesheet/purchase/po/ledger/premium/discount/owed/owe/owing/cash/card",
     "bank holiday | account manager | pay attention | email account | user account | on account of | business card | membership card | graphics card | on the card | savings | gift card | card on | council tax form | bank of | payslip/payslips | the account .. locked | transfer .. call/records"},
    {"price", 1,
     "quote/quotes/quotation/estimate/estimates/price/prices/pricing/priced/cost/costs/costing/ballpark/budget/rates/afford/cheapest/range/tender/bid/proposal/feasibility/renovate/renovation/extension/extend/loft/conversion/refurbish/refurbishment/install/installation/replace/replacing/swap/build/landscaping/fitting/supply/bespoke/figure/rough",
     "quote .. article | price paid | free range | wide range | install .. update | cost me my | replace .. broken/lost/stolen | your estimate of"},
    {"dissatisfaction", 1,
     "disappointed/disappointing/unhappy/dissatisfied/complain/complaint/complaints/unacceptable/disgraceful/appalling/shocking/rude/unprofessional/sloppy/shoddy/careless/negligent/noise/noisy/loud/louder/rubbish/bins/rats/filthy/dirty/mess/smell/apology/apologise/apologize/compensation/goodwill/substandard/unsatisfactory/inconsiderate/dismissive/"
     "mishandled/ruined/botched/bodged/incompetent/ignored/patronising/condescending/annoyed/frustrated/frustrating/upset/disgusted/fault/regret",
     "making a .. noise | weird/funny/strange/odd .. noise | engine noise | smell of gas | smell of burning | rubbish collection | very upset , | fault code | faulty | no fault"},
    {"breakdown", 1,
     "broken/broke/breakdown/leak/leaks/leaking/dripping/drips/blocked/clogged/overflowing/burst/faulty/fault/crash/crashed/crashing/frozen/error/errors/bug/bugs/glitch/offline/fix/fixed/repair/repairs/repaired/engineer/electrician/plumber/pain/painful/bleeding/swollen/swelling/infection/infected/abscess/fever/injured/injury/accident/fire/smoke/flood/"
     "flooded/burglary/hacked/virus/spam/malware/connection/printer/screen/monitor/vpn/wifi/boiler/heating/heater/lift/elevator/lock/engine/brakes/battery/tyre/tire/puncture/tow/towed/breaker/fuse/damp/mould/crack/cracks/squeaking/rattling/knocking/slow/refusing/refuses/inaccessible/disconnected/bulb/tap/faucet/sink/toilet/drain/pipe/tooth/teeth/crown/"
     "denture/dentures/filling/gum/gums/brace/retainer/entryphone/intercom/gate/shutter/window/wasps/mice/rats/cockroaches/bedbugs/alarm/beeping/sparks/socket/outage/bricked/unresponsive/reboot/restart/reset",
     "quote | price | estimate | paint | error in .. invoice/bill | invoice .. error | replace .. with | slow to | fire drill | fire door | smoke free | break even | fix a date/time/meeting | password reset | screen printing | gate 4 | no error | monitor progress | lift share | heating engineer vacancy | how do i"},
    {"delivery", 1,
     "order/orders/ordered/ordering/parcel/parcels/package/packages/delivery/deliveries/deliver/delivered/shipping/shipped/ship/shipment/dispatch/dispatched/despatched/courier/couriers/tracking/return/returns/exchange/stock/backorder/missing/incomplete/wrong/size/item/items/goods/pallet/pallets/collection/collect/pickup/toner/toners/cartridge/cartridges/"
     "supplies/samples/sample/brochure/catalogue/appendices/appendix/attachment/file/files/pdf/drawings/bundle/skeleton/meat/van/lorry/truck/freight/customs/resend/resent/forward/post/posted/mailed/dropped/usb",
     "in order | court order | order of | out of order | return .. call | returning .. call | wrong number | file size error | job posting | van .. start/broken | stock exchange | wrong with | whats wrong | something wrong | file a claim | post code | exchange of contracts | order form | working order | exchange for"},
    {"question", 1,
     "how/hours/open/opening/closed/address/directions/parking/park/accessible/accessibility/access/loop/ramp/wondering/wonder/question/questions/info/information/details/advice/guidance/conditions/warranty/guarantee/procedure/duration/level/beginner/gift/wrap/voucher/reference/colour/color/dimensions/measurements/remind/"
     "volunteer/volunteering/donate/donation/donations/free/possible/which/when/where/why/whether/eligible"},
    {"paperwork", 1,
     "form/forms/contract/contracts/agreement/application/applications/cv/resume/vacancy/job/jobs/recruit/recruitment/employee/employees/employer/staff/hr/leave/dismissal/disciplinary/redundancy/grievance/notice/lease/tenancy/insurance/insurer/claim/policy/declaration/council/notary/tribunal/court/judge/judgment/hearing/inheritance/estate/probate/"
     "divorce/custody/decree/will/permit/permits/planning/permission/authorisation/authorization/certificate/certificates/certification/certified/diploma/statutes/agm/agenda/minutes/proxy/membership/member/licence/license/gdpr/alias/signature/sign/signed/signing/solicitor/lawyer/attorney/counsel/affidavit/visa/passport/tax/irs/hmrc/trademark/patent/"
     "register/registration/landlord/references/mortgage/lender/completion/conveyancing/mailbox/onboarding/starter/intern/payroll/fob/fobs/permit/epc/records/documents/document/paperwork/filing/file/submission/submit",
     "estate agent | estate car | will you | will be | i will | we will | it will | they will | he will | she will | who will | that will | this will | there will | tennis court | on notice | a good job | great job | job done | the job | out of court | claim code | fixed the job | will do | leave .. message/me/us/at/the/it/by | leave it | sign of | good sign | no sign | council house repairs | form of | staff were"},
};
// clang-format on

}  // namespace

std::span<const SignalWords> topic_words(Language language) {
  if (language == Language::french) return french;
  return english;
}

}  // namespace relais::triage
