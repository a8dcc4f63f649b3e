#include "core/triage/date_roles.hpp"

// What the words around a date make of it, in French.
namespace relais::triage {
namespace {

constexpr RoleRow french[] = {
    {Role::plain, "mot/mots de passe .. @"},
    {Role::habit,
     "@ au lieu de/d/du @ | nous/on sommes/est ouvert~ jusqu a/au/aux? @ | "
     "boutique/magasin/cabinet/agence/pharmacie/bibliotheque est/sont? ouvert~ jusqu a/au/aux? @ | "
     "boutique/magasin/pharmacie/agence/bibliotheque ferme/ferment a @"},
    {Role::unavailable,
     "pas/non le? @ mais | n importe quel/quelle jour/moment/matin/soir sauf/hors/excepte/hormis le? @ | "
     "limite/deadline/echeance/delai ... de/du/d @ a/au | "
     "je/nous/on vous/te rappelle/rappelons/rappellerai/rappellerons/appelle/appelons/appellerai/appellerons/"
     "recontacte/recontactons/recontacterai/recontacterons avant le? @"},
    {Role::deadline, "limite/deadline/echeance/delai ... de/du/d @ a/au le? @ | pas/non le? @ mais le? @"},
    {Role::not_before, "rouvre/rouvrent/rouvrons .. le/a? @"},
    {Role::unavailable, "nos/notre _ ferme/ferment/fermera/fermeront/sera/seront .. @"},
    {Role::deadline,
     "@ dernier/derniere carat/cri/delai/limite/date | il/elle/adverse/partie a @ pour | "
     "ont/avez/avons/dispose/disposez @ pour | au plus "
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

}  // namespace

std::span<const RoleRow> french_role_rows() { return french; }

}  // namespace relais::triage
