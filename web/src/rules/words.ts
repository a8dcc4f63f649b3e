import { both } from "../words/words";

const fr = {
  title: "Règles du bureau",
  tabs: { assistants: "Assistants", clients: "Clients", levels: "Délais", weights: "Signaux", text: "Texte" },
  keptAtOnce: "Chaque changement est gardé aussitôt et peut être annulé (Ctrl Z).",
  remove: (name: string) => `Retirer ${name}`,
  none: "aucun",
  name: "Nom",
  languages: "Langues",
  skills: "Compétences",
  timeZone: "Fuseau horaire",
  clearance: "Peut lire jusqu’à",
  clearances: { "": "interne (par défaut)", public: "public", internal: "interne", confidential: "confidentiel", secret: "secret professionnel" },
  confidentiality: "Confidentialité",
  newAssistant: "Nouvel assistant",
  addAssistant: "Ajouter un assistant",

  newClient: "Nouveau client",
  addClient: "Ajouter un client",
  kind: "Métier",
  kinds: {
    dental: "dentiste", medical: "médecin", physiotherapy: "kinésithérapeute", optician: "opticien", veterinary: "vétérinaire",
    garage: "garage", plumber: "plombier", law: "avocat",
  },
  holidays: "Jours fériés",
  addresses: "Téléphones et adresses",
  regions: {
    FR: "France", "FR-ALSACE-MOSELLE": "Alsace-Moselle", "FR-GUADELOUPE": "Guadeloupe", "FR-MARTINIQUE": "Martinique",
    "FR-GUYANE": "Guyane", "FR-REUNION": "La Réunion", "FR-MAYOTTE": "Mayotte", BE: "Belgique", LU: "Luxembourg",
    "GB-EAW": "Angleterre et pays de Galles", "GB-SCT": "Écosse", "GB-NIR": "Irlande du Nord", US: "États-Unis (fédéral)",
  },
  instructions: "Consignes", addInstruction: "Ajouter une consigne", newInstruction: "Nouvelle consigne", instruction: "Consigne",
  from: "Du", until: "Jusqu’au (exclu)",
  contacts: "Interlocuteurs", addContact: "Ajouter un interlocuteur", newContact: "Nouveau nom",
  vips: "Passent en premier", addVip: "Ajouter quelqu’un qui passe en premier",
  caller: { name: "Nom", phone: "Téléphone", email: "Courriel", company: "Entreprise" },
  contract: "Contrat", contractKind: "Forme", contractKinds: { "": "forfait (par défaut)", package: "forfait", hourly: "à l’heure" },
  contractHours: "Heures achetées", per: "Renouvelé", pers: { "": "une seule fois", month: "chaque mois", once: "une seule fois" },
  carryOver: "Les heures non utilisées restent acquises", notHours: "Un nombre d’heures, par exemple 7,5.",

  workingHours: "Heures de travail", openingHours: "Heures d’ouverture", closed: "fermé",
  days: { mo: "Lundi", tu: "Mardi", we: "Mercredi", th: "Jeudi", fr: "Vendredi", sa: "Samedi", su: "Dimanche" },
  hoursForm: "Des heures comme 9:00–12:30, 14:00–18:00.",

  levelsHelp: "Le temps accordé pour une première réponse et pour régler la demande.",
  firstResponse: "Première réponse", resolution: "Réglée", clock: "Compté",
  clocks: { "": "en heures ouvrées (par défaut)", business: "en heures ouvrées", always: "jour et nuit" },
  addLevel: (priority: string) => `Fixer les délais : ${priority.toLowerCase()}`,
  day: "j", durationForm: "Une durée comme 15 min, 1 h ou 2 j.",

  weightsHelp: "Les points que chaque signal ajoute ou retire. Un champ vide garde la valeur indiquée en gris.",
  notPoints: "Un nombre de points, par exemple 80 ou −30.",
  groups: {
    danger: "Danger", loss: "Perte proche ou personne bloquée", contact: "Contacts précédents", anger: "Colère et menaces",
    calm: "Peut attendre", social: "Politesse, démarchage, machines", topic: "Sujet",
  },

  textHelp: "Toutes les règles en JSON, aussi celles qui n’ont pas de champ : règles fermes, relances, modèles, conservation.",
  keep: "Garder ce texte", drop: "Revenir à ce qui est gardé",
  notJson: (line: number) => `Ce n’est pas du JSON : voir la ligne ${line}.`,
};

const en: typeof fr = {
  title: "Rules of the desk",
  tabs: { assistants: "Assistants", clients: "Clients", levels: "Times", weights: "Signals", text: "Text" },
  keptAtOnce: "Each change is kept at once and can be undone (Ctrl Z).",
  remove: (name) => `Remove ${name}`,
  none: "none",
  name: "Name",
  languages: "Languages",
  skills: "Skills",
  timeZone: "Time zone",
  clearance: "May read up to",
  clearances: { "": "internal (by default)", public: "public", internal: "internal", confidential: "confidential", secret: "professional secrecy" },
  confidentiality: "Confidentiality",
  newAssistant: "New assistant",
  addAssistant: "Add an assistant",

  newClient: "New client",
  addClient: "Add a client",
  kind: "Trade",
  kinds: {
    dental: "dentist", medical: "physician", physiotherapy: "physiotherapist", optician: "optician", veterinary: "veterinary surgeon",
    garage: "garage", plumber: "plumber", law: "lawyer",
  },
  holidays: "Public holidays",
  addresses: "Telephones and addresses",
  regions: {
    FR: "France", "FR-ALSACE-MOSELLE": "Alsace-Moselle", "FR-GUADELOUPE": "Guadeloupe", "FR-MARTINIQUE": "Martinique",
    "FR-GUYANE": "French Guiana", "FR-REUNION": "Réunion", "FR-MAYOTTE": "Mayotte", BE: "Belgium", LU: "Luxembourg",
    "GB-EAW": "England and Wales", "GB-SCT": "Scotland", "GB-NIR": "Northern Ireland", US: "United States (federal)",
  },
  instructions: "Instructions", addInstruction: "Add an instruction", newInstruction: "New instruction", instruction: "Instruction",
  from: "From", until: "Until (excluded)",
  contacts: "People", addContact: "Add a person", newContact: "New name",
  vips: "Go first", addVip: "Add somebody who goes first",
  caller: { name: "Name", phone: "Telephone", email: "E-mail", company: "Company" },
  contract: "Contract", contractKind: "Form", contractKinds: { "": "package (by default)", package: "package", hourly: "by the hour" },
  contractHours: "Hours bought", per: "Renewed", pers: { "": "once only", month: "every month", once: "once only" },
  carryOver: "Unused hours are carried over", notHours: "A number of hours, such as 7.5.",

  workingHours: "Working hours", openingHours: "Opening hours", closed: "closed",
  days: { mo: "Monday", tu: "Tuesday", we: "Wednesday", th: "Thursday", fr: "Friday", sa: "Saturday", su: "Sunday" },
  hoursForm: "Hours such as 9:00–12:30, 14:00–18:00.",

  levelsHelp: "The time allowed for a first answer and for settling the request.",
  firstResponse: "First answer", resolution: "Settled", clock: "Counted",
  clocks: { "": "in opening hours (by default)", business: "in opening hours", always: "day and night" },
  addLevel: (priority) => `Set times: ${priority.toLowerCase()}`,
  day: "d", durationForm: "A duration such as 15 min, 1 h or 2 d.",

  weightsHelp: "The points that each signal adds or takes away. An empty field keeps the value shown in grey.",
  notPoints: "A number of points, such as 80 or −30.",
  groups: {
    danger: "Danger", loss: "A loss is near, or somebody is stuck", contact: "Earlier contacts", anger: "Anger and threats",
    calm: "May wait", social: "Courtesy, prospecting, machines", topic: "Topic",
  },

  textHelp: "All rules as JSON, those without a field too: hard rules, follow-ups, templates, retention.",
  keep: "Keep this text", drop: "Back to what is kept",
  notJson: (line) => `This is not JSON: see line ${line}.`,
};

export const words = both({ fr, en });
