#include "core/triage/concepts.hpp"

namespace relais::triage {
namespace {

// off
constexpr ConceptWords table[] = {
    {"child",
     "enfant* bebe bebes petit petite petits nourrisson* garcon* fille filles fillette* gamin* gosse* eleve eleves "
     "ecolier* collegien* ado ados bambin* jumeaux jumelles neveu niece fils creche garderie maternelle nounou "
     "puericult*"},
    {"frail",
     "agee ages agees age vieille vieux vieil handicap* fauteuil aveugle sourd* dement* alzheimer alite* veuve veuf "
     "mamie mami papi papy aieul* diabet* epilept* asthm* enceinte grossesse ehpad dependan* aidant* malvoyant* "
     "retraite* senior* medicalise"},
    {"animal",
     "chien* chat chats chaton* cheval chevaux poney vache* veau mouton* poule* lapin* perroquet oiseau* guepe* "
     "frelon* abeille* rat rats souris pigeon* fourmi* cafard* blatte* punaise* renard* ecureuil*"},
    {"care",
     "infirmier* medecin* docteur* hopital* ambulance* samu pompier* chirurg* clinique* urgences insuline oxygene "
     "dialyse chimio* greffe* pharmac* ordonnance* medicament* ventoline antibio* anticoagula* fluidifiant* vaccin* "
     "defibrillateur autoclave steril* soignant* kine"},
    {"body",
     "tete visage oeil yeux oreille* bouche machoire joue* levre* langue gorge cou poitrine coeur ventre dos bras main "
     "mains doigt* pouce jambe* pied pieds genou* hanche peau os cote cotes dent dents molaire* gencive* alveole "
     "membre*"},
    {"injury",
     "bless* plaie* coupe coupee coupure entaill* fractur* brulure* brule brulee ebouillant* ecras* poignard* bleu "
     "bleus hematome* entorse* mordu* morsure* pique piquee choc cogne heurt* tombe tombee chute* glisse trebuch* "
     "commotion* amput* section* points"},
    {"blood",
     "sang saigne* saignement* saignait hemorrag* pisse coule compresse* serviette* mouchoir* hemophil* caillot*"},
    {"breathing",
     "respir* etouff* suffoqu* souffle avale* inconscien* evanoui* malaise* affaisse mou molle vertige* somnol* "
     "endormi* confus* pale blanche blanc gris livide bleu sueur* transpir* tremble* frisson* convuls* crise vomi* "
     "vomit nausee* plaques urticaire engourdi* paralys*"},
    {"pain",
     "douleur* mal souffr* lance elance* rage aigu* insupportable gonfle* gonflement enfle* oedeme abces infect* "
     "fievre fievreu* temperature pus enflamm* doliprane paracetamol ibuprofene antalgique* calmant* boule sensible "
     "atroce"},
    {"poison",
     "poison* empoisonn* javel comprime* cachet* pilule* overdose* avale bu toxi* chimique* chlore ammoniaque solvant* "
     "acide* antigel petrole lessive ingere* monoxyde amiante contamin* listeria salmonell* allerg* noisette* "
     "cacahuete* arachide* gluten intoxic*"},
    {"farewell",
     "adieu adieux suicid* tuer mourir mort morte mourant* deces decede* finir disparaitre sauter pont pardon vivre"},
    {"violence",
     "couteau* arme armes menac* menace* agress* violen* frapp* coup coups battre battu* battue harcel* suivre suivi "
     "crie crient hurl* tabass* casse forc* poing* otage* intimid* bagarre* ivre alcoolise*"},
    {"confined", "coince* bloque* enferme* prisonni* interieur ascenseur* cabine cave coffre conduit placard gaine"},
    {"missing",
     "disparu* disparition perdu* manque errer fugue* introuvable* recherch* volets fente repond absente absent "
     "egare*"},
    {"fire",
     "feu feux flamme* fume fumee* incendi* brule brulent brulant embras* roussi carbonis* cramer crame calcin* fondu* "
     "etincelle* expos* explos* extincteur* sprinkler* chaleur chaud chaude surchauff* braise* suie desenfumage "
     "crepit*"},
    {"gas", "gaz propane butane monoxyde odeur* sent sentent pue puent puanteur emanation* vapeur* cheminee conduit"},
    {"water",
     "eau eaux inond* fuite* fuit fuient goutte* coule* ruissel* jaill* gicl* trempe* mouill* humid* flaque* debord* "
     "egout* refoul* evacuation vanne siphon suint* infiltr* submerg* noye* pataug* degat*"},
    {"electric",
     "electri* electrocut* courant fil fils cable* prise* fusible* disjonct* tableau volt* denude* etincelle* gresill* "
     "eclairage jus panne coupure compteur"},
    {"structure",
     "mur* plafond* toit* toiture* poutre* solive* plancher* dalle* balcon* escalier* cheminee* echafaud* tranchee* "
     "fouille etai* linteau* fissur* lezard* bombe* penche* effondr* eboul* ecroul* maconn* brique* platre* gravats "
     "glissement affaiss* fondation* grue* charpent* corniche* pignon*"},
    {"height",
     "echelle* toit* rebord falaise* bord hauteur* grimp* vide chute* tomb* echafaud* tour corde* harnais balcon "
     "nacelle"},
    {"vehicle",
     "voiture* vehicule* camion* camionnette* utilitaire* fourgon* bus car autocar moto* scooter* velo* tram tramway "
     "train trains tracteur* remorque* caravane* taxi ambulance* chariot pelleteuse* polo clio golf megane berlingo "
     "moteur*"},
    {"road",
     "autoroute* route* rocade periph* voie carrefour bretelle bande aire circulation passage virage descente tunnel "
     "nationale departementale trottoir chaussee"},
    {"steering",
     "frein* roue* direction volant pneu* pedale* embrayage essieu* suspension* boulon* ecrou* airbag* boite "
     "accelerateur capot cardan rotule"},
    {"machine",
     "chaudiere* chauffage radiateur* pompe* moteur* frigo* congelateur* four fours cuisiniere machine* ascenseur* "
     "portail porte portes serrure* rideau* volet* interphone* alarme* ventilation clim climatisation imprimante* "
     "projecteur* caisse* scanner* groupe compresseur ballon"},
    {"computer",
     "ordinateur* ordi* portable serveur* reseau* wifi internet fibre box routeur* mail* mails messagerie* outlook "
     "logiciel* appli* site programme* mise sauvegarde* identifiant* mdp passe compte disque dossier* fichier* ecran* "
     "clavier* souris vpn base tableur excel word teams systeme* plante* gele* fige* rame deconnect*"},
    {"breach",
     "pirat* rancon* chiffre* virus malware hamec* fuite divulgu* expos* public publique visible* confidentiel* prive* "
     "personnel* rgpd inconnu* etranger* vole* clique* usurp* fraud* intrus* donnees noms naissance* coordonnees "
     "quiconque"},
    {"bankcheat",
     "fraud* arnaqu* faux fausse escroc* escroqu* tromp* dup* blanchi* iban rib usurp* imposteur* pretendu* bitcoin "
     "crypto carte cadeau suspect* antifraude"},
    {"money",
     "argent pay* paie paiement* facture* note debit* preleve* prelevement* rembours* acompte* honoraires frais cout* "
     "prix euro* banque* bancaire carte cartes cheque* virement* vire viree salaire* paye loyer* dette* credit* "
     "decouvert solde* tva impot* compte* releve* recu surfactur* avoir"},
    {"theft",
     "vol vols voleur* vole* volee* cambriol* braqu* effraction* forc* intrus* rodeur* pill* vandal* fracture* squat* "
     "cagoul*"},
    {"police",
     "police gendarme* commissariat* interpel* arret* menott* mandat* perquis* saisi* saisie prison* cellule audition* "
     "mise examen expuls* retention avion prefecture frontiere officier*"},
    {"court",
     "tribunal* juge* audience* proces huissier* assign* jugement* prudhom* injonction* citation convocation* expuls* "
     "expulsion* saisie execut* plaid* greffe* delibere barreau role refere* commissaire"},
    {"timelimit",
     "appel recours prescri* forclus* expir* echeance* delai* delais depot deposer limite dernier* minuit cloture* "
     "ferme fermeture perd perdre perdu perdons caduc* nul penalit* amende* decheance"},
    {"legal",
     "avocat* maitre notaire* contrat* clause* convention* bail baux acte actes testament* succession* divorce* garde "
     "pension signer signature* signe temoin* attestation* conclusion* plainte* indemni* transaction licenci* "
     "disciplin* rupture employ*"},
    {"sue",
     "justice tribunal avocat* mediateur* mairie dgccrf presse journal* journaliste* opposition porter plainte saisir "
     "saisis signaler signalement avis temoignage dedommag* responsab* dommages interets"},
    {"leaving", "ailleurs concurren* confrere* quitte* partir resili* annul* autre rival devis perdu confiance"},
    {"housing",
     "appartement* maison* logement* locataire* location proprietaire* bailleur* loyer* immeuble* residence* residents "
     "copropri* voisin* acquereur* acheteur* vendeur* visite* bien compromis cle clefs cles vente agence* hall palier "
     "couloir cage parking studio lot lots"},
    {"trade",
     "client* cliente* boutique* magasin* caisse* commande* vente* vendre vendu* stock panier encaiss* comptoir file "
     "marche fournisseur* entreprise* entrepot restaurant* cuisine convives hotel* cafe bar commerce*"},
    {"stopped",
     "arret* stopp* ferme* fermer immobilis* bloque* panne hs mort morte impossible* plus aucun* rien inutilis* "
     "paralys* renvoie coupe*"},
    {"everybody",
     "tous toutes tout toute entier entiere ensemble personne aucun* dizaine* centaine* trente quarante cinquante "
     "vingt foule file equipe* collegues salaries ouvriers personnel"},
    {"occasion",
     "mariage* marie* obseques enterrement* funerail* bapteme* anniversaire* fete* reception ceremonie* festival* "
     "gala* concert* exposition* vernissage* ouverture inaugur* salon kermesse noel communion noces"},
    {"travel",
     "vol avion* aeroport* train trains gare* ferry embarquement* passeport* visa* vacances voyage* hotel* etranger "
     "sejour depart"},
    {"cold",
     "froid* gele* gelent glace* glacial* neige* moins grelott* chauffage radiateur* chaud hiver gel couverture* "
     "manteau* degre*"},
    {"rightnow",
     "maintenant actuellement immediat* instant minute minutes seconde* deja encore cours train direct vite rapidement "
     "pendant"},
    {"today", "aujourd aujourdhui soir matin midi aprem heure heures ce cet journee"},
    {"tomorrow", "demain dem1 2main dmain nuit lendemain"},
    {"elapsed",
     "semaine semaines mois depuis attend* attente retard tard longtemps quinzaine an ans annee annees jours"},
    {"again",
     "encore troisieme quatrieme cinquieme fois rappel* relanc* relance* redit deuxieme nouveau autre deja repete* "
     "toujours"},
    {"nobody",
     "personne aucun* silence ignor* reponse reponses repond* repondu rappele rappelee rien nouvelle nouvelles "
     "repondeur muet muette"},
    {"promise",
     "promis* promess* assur* garanti* jure jurait devait deviez devaient dit dites convenu prevu prevue engage* "
     "engagement parole"},
    {"anger",
     "colere furieu* scandal* inadmissible* inacceptable* honte honteu* ridicul* degout* ecoeur* marre assez moqu* "
     "foutage incompeten* insult* malpoli* menteur* charlatan* excede* exaspere* patience"},
    {"dissatisfied",
     "decu* mecontent* insatisf* plain* reclam* mauvais* mal bacle* faux erreur* injust* domm* agac* embet* bruyant* "
     "bruit sale sales salissure* rayure* rayee bosse* tache* attend* tard neglig* desagreable* sec seche manieres "
     "tutoi* vexe*"},
    {"gentle",
     "eventuellement possible gentil* aimable* quand voudrez loisir deranger embeter reconnaissant* saurai espere "
     "desole* excuse* pardon permett* suppose voudrais"},
    {"thanks",
     "merci* remerci* reconnaiss* gratitude gentil* gentillesse adorable* formidable* genial* super parfait* "
     "magnifique* ravi* content* contente heureu* bravo felicit* chapeau excellent* impeccable* merveill* bravo aime "
     "top perle salue"},
    {"gift",
     "gateau* biscuit* chocolat* fleur* bouquet* miel confiture* gelee carte pot pots bouteille* vin boite macaron* "
     "tarte cadeau*"},
    {"offer",
     "offre* remise* solde* promo* reduc* special* exclusi* catalogue* brochure* gratuit* essai bon gagn* gagnant* "
     "prix label sponsor* abonne* annuaire* parution referencement prospect* visibilite demo partenair* solution* "
     "boost* croissance pourcent marque* agence fournisseur* imbattable* investiss* pret prets financement courtier* "
     "commercial* demarch* tarif* recrut* chasseur* encart*"},
    {"question",
     "quoi quel quelle quels quelles quand ou qui comment pourquoi combien savoir demande question renseign* dire si"},
    {"practical",
     "ouvert* ouvre* ouverture* horaire* parking garer adresse acces apporter prevoir accept* prend prix taille* "
     "couleur* dimension* niveau age minimum emball* vegan compris* repas livraison plan entree bus experience "
     "debutant* prerequis"},
    {"small",
     "petit petite petits leger legere legerement peu minime mineur* juste seulement cosmetique broutille detail gene "
     "parfois drole bizarre* grinc* sourdine"},
    {"settled",
     "regle reglee resolu* retrouve* repare* reparee bon ok marche fonctionne remarche revenu* rentre* fini terminee "
     "fausse leve releve arrive arrivee gueri*"},
    {"someday",
     "jour printemps ete automne hiver annee an curieu* curiosite avenir pense pensons reve* retraite eventuel* "
     "projet* loin"},
    {"noreply",
     "inutile repondre ignorer info information note dossier automatique* automatiquement absence bureau lettre "
     "newsletter desabonn* reponse necessaire recu bien rien faire"},
    {"appointment",
     "rdv creneau* visite* seance* reunion* rencontr* consultation* controle* cours session* formation* inspection* "
     "etat agenda calendrier planning dispo* disponib* venir passer caser reserver reserv* inscri*"},
    {"moving",
     "annul* deplac* decal* report* repouss* chang* echang* avanc* rattrap* remplac* confirm* empech* retard* "
     "impossible* maintenu* desist* pourrai viendr*"},
    {"call",
     "appel* rappel* telephon* tel numero joindre joignable parler mot causer message* repondeur portable ligne"},
    {"quote", "devis prix tarif* cout* combien estim* chiffr* budget* fourchette forfait* proposition* ordre cb"},
    {"delivery",
     "colis paquet* livr* livraison* coursier* commande* expedi* suivi depot transporteur* chauffeur arriv* manqu* "
     "echang* retour* taille retir* palette* poste relais"},
    {"document",
     "formulaire* attestation* certificat* document* copie* papier* piece* joint* pdf courrier* lettre* licence* "
     "permis dossier* inscription* adhesion* pv bulletin* fiche* releve* diplome* plan plans assurance* declaration* "
     "justificatif* quittance*"},
    {"hr",
     "arrivant* stagiaire* apprenti* alternan* salarie* personnel paie conge* poste embauch* cv candidat* entretien "
     "equipe planning maladie integration collegue*"},
    {"design",
     "architect* extension* renov* combles plan plans chantier* macon* entreprise beton* acier coupe niveau* "
     "fondations mur poutre permis mairie esquisse* terrasse*"},
    {"school",
     "ecole* college lycee universite etudiant* professeur* prof formateur* formatrice* formation* cours examen* "
     "eleves stage stagiaire* diplome* atelier* apprenti*"},
    {"product",
     "jouet* lampe* coussin* bougie* bouilloire* robe* jupe* chaussure* cruche vase* chaise* canape* table* matelas "
     "velo berceau poussette batterie* chargeur* boite sac draps chaussette* theiere* horloge* montre* verre creme "
     "complement* the"},
    {"humour", "mdr lol ptdr haha rire rigole* drole* sourire amus* blague* plaisant* panique"},
    {"calmly",
     "calme* calmement tranquill* pose* poli* poliment murmure* rien deranger hasard curieu* simplement demande"},
};
// on

}  // namespace

std::span<const ConceptWords> french_concepts() { return table; }

}  // namespace relais::triage
