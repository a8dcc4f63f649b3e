#include "core/words/words.hpp"

#include <array>

namespace relais::words {
namespace {

constexpr std::array table{
    Phrase{"handover.title", "Handover for {reader}, {at:time}", "Relève pour {reader}, {at:time}"},
    Phrase{"handover.moment", "{at:time}", "{at:time}"},

    // The bottom line: the first part, then what is not nothing.
    Phrase{"handover.bottom-nothing", "Nothing is open.", "Rien n'est ouvert."},
    Phrase{"handover.bottom-calm", "{n:plural|One task open, not urgent.|# tasks open, none urgent.}",
           "{n:plural|Une tâche ouverte, sans urgence.|# tâches ouvertes, aucune urgente.}"},
    Phrase{"handover.bottom-open", "{n:plural|One task open|# tasks open}",
           "{n:plural|Une tâche ouverte|# tâches ouvertes}"},
    Phrase{"handover.bottom-red", "{n:number} red", "{n:plural|# rouge|# rouges}"},
    Phrase{"handover.bottom-amber", "{n:number} amber", "{n:number} orange"},
    Phrase{"handover.bottom-overdue", "{n:number} overdue", "{n:number} en retard"},
    Phrase{"handover.bottom-waiting", "{n:number} waiting", "{n:number} en attente"},
    Phrase{"handover.bottom-masked", "{n:number} masked", "{n:plural|# masquée|# masquées}"},

    // What to know before reading on.
    Phrase{"handover.first", "This is the first handover for this reader: there is nothing to compare it with.",
           "C'est la première relève pour cette personne : il n'y a rien à comparer."},
    Phrase{"handover.journal-broken",
           "{n:plural|One entry of the journal does not verify.|# entries of the journal do not verify.}",
           "{n:plural|Une entrée du journal ne se vérifie pas.|# entrées du journal ne se vérifient pas.}"},
    Phrase{"handover.last-open", "The handover of {at:time} to {reader} has not been accepted.",
           "La relève remise à {reader} {at:time} n'a pas été acceptée."},
    Phrase{"handover.last-refused", "{reader} refused the handover on {at:time}.",
           "{reader} a refusé la relève {at:time}."},
    Phrase{"handover.many-red", "{n:number} red tasks: split the list, or ask for help.",
           "{n:number} tâches rouges : partager la liste ou demander de l'aide."},

    // Why a task is as grave as it is.
    Phrase{"handover.critical", "priority critical", "priorité critique"},
    Phrase{"handover.chase-due", "to be chased {at:time}", "à relancer {at:time}"},
    Phrase{"handover.due-in-shift", "due before your next shift ends: {at:time}",
           "échéance avant la fin de votre prochaine journée : {at:time}"},
    Phrase{"handover.first-answer", "first answer due {at:time}", "première réponse attendue {at:time}"},
    Phrase{"handover.first-answer-missed", "first answer was due {at:time}",
           "première réponse attendue depuis {at:time}"},
    Phrase{"handover.overdue", "overdue since {at:time}", "en retard depuis {at:time}"},
    Phrase{"handover.owner-away", "{owner} is away", "{owner} n'est pas là"},
    Phrase{"handover.promise", "callback promised for {at:time}", "rappel promis pour {at:time}"},
    Phrase{"handover.promise-missed", "callback was promised for {at:time}", "rappel promis pour {at:time}, non tenu"},
    Phrase{"handover.resolution", "must be settled by {at:time}", "à régler avant {at:time}"},
    Phrase{"handover.resolution-missed", "should have been settled by {at:time}",
           "aurait dû être réglé avant {at:time}"},
    Phrase{"handover.unanswered", "priority high, not answered yet", "priorité haute, encore sans réponse"},
    Phrase{"handover.wait-long", "has waited {minutes:minutes}, longer than rule {rule} allows",
           "attend depuis {minutes:minutes}, plus que la règle {rule} ne permet"},

    // The lines' own words.
    Phrase{"handover.masked", "Masked ({level:word|clearance}): ask {ask}",
           "Masqué ({level:word|clearance}) : demander à {ask}"},
    Phrase{"handover.masked-nobody", "Masked ({level:word|clearance})", "Masqué ({level:word|clearance})"},
    Phrase{"handover.suggested", "no owner; triage suggests {to}", "personne ; le tri propose {to}"},
    Phrase{"handover.waiting-since", "since {since:time} ({minutes:minutes} of working time)",
           "depuis {since:time} ({minutes:minutes} de travail)"},
    Phrase{"handover.waiting-chases", "{n:plural|chased once|chased # times}", "{n:plural|# relance|# relances}"},
    Phrase{"handover.waiting-chase", "chase {at:time}", "relancer {at:time}"},
    Phrase{"handover.valid-from", "from {from:time}", "à partir du {from:time}"},
    Phrase{"handover.valid-to", "until {to:time}", "jusqu'au {to:time}"},
    Phrase{"handover-mark.new", "New", "Nouvelle"},

    // The next 48 hours.
    Phrase{"handover.away", "{person} is away", "{person} n'est pas là"},
    Phrase{"handover.away-until", "{person} is away, back {to:time}", "{person} n'est pas là, retour {to:time}"},
    Phrase{"handover.chase", "Chase", "Relancer"},
    Phrase{"handover.event-booked", "Booked", "Réservé"},
    Phrase{"handover.event-cancelled", "Cancelled", "Annulé"},
    Phrase{"handover.event-moved", "Moved here", "Déplacé ici"},
    Phrase{"handover.event-moved-from", "Moved here from {from:time}", "Déplacé ici, prévu avant {from:time}"},
    Phrase{"handover.promise-late", "Call back, late", "Rappeler, en retard"},
    Phrase{"handover.promise-open", "Call back", "Rappeler"},

    // What changed.
    Phrase{"handover.changed-closed", "Closed", "Terminée"},
    Phrase{"handover.changed-due", "Deadline {from:time} → {to:time}", "Échéance {from:time} → {to:time}"},
    Phrase{"handover.changed-due-removed", "Deadline {from:time} → none", "Échéance {from:time} → aucune"},
    Phrase{"handover.changed-due-set", "Deadline none → {to:time}", "Échéance aucune → {to:time}"},
    Phrase{"handover.changed-instruction", "New standing instruction", "Nouvelle consigne"},
    Phrase{"handover.changed-new", "New", "Nouvelle"},
    Phrase{"handover.changed-new-and-closed", "New, and closed already", "Nouvelle, déjà terminée"},
    Phrase{"handover.changed-owner", "Owner {from} → {to}", "Responsable {from} → {to}"},
    Phrase{"handover.changed-owner-removed", "Owner {from} → none", "Responsable {from} → personne"},
    Phrase{"handover.changed-owner-set", "Owner none → {to}", "Responsable personne → {to}"},
    Phrase{"handover.changed-promise", "Callback promised", "Rappel promis"},
    Phrase{"handover.changed-promise-by", "Callback promised for {at:time}", "Rappel promis pour {at:time}"},
    Phrase{"handover.changed-reopened", "Opened again", "Rouverte"},
    Phrase{"handover.changed-severity", "Severity {from:word|severity} → {to:word|severity}",
           "Gravité {from:word|severity} → {to:word|severity}"},

    Phrase{"severity.amber", "amber", "orange"},
    Phrase{"severity.green", "green", "vert"},
    Phrase{"severity.red", "red", "rouge"},

    Phrase{"handover-mark.amber", "Amber", "Orange"},
    Phrase{"handover-mark.green", "Green", "Vert"},
    Phrase{"handover-mark.overdue", "Overdue", "En retard"},
    Phrase{"handover-mark.red", "Red", "Rouge"},

    Phrase{"handover-section.agenda", "The next 48 hours", "Les prochaines 48 heures"},
    Phrase{"handover-section.changes", "Changed since your last handover", "Changements depuis votre dernière relève"},
    Phrase{"handover-section.changes-since", "Changed since {at:time}", "Changements depuis {at:time}"},
    Phrase{"handover-section.instructions", "Standing instructions in force", "Consignes en vigueur"},
    Phrase{"handover-section.limits", "What this document does not say", "Ce que ce document ne dit pas"},
    Phrase{"handover-section.read-back", "Read back", "Relecture"},
    Phrase{"handover-section.sign-off", "Sign off", "Signatures"},
    Phrase{"handover-section.soon", "Due within 48 hours, or without an owner",
           "À faire sous 48 heures, ou sans responsable"},
    Phrase{"handover-section.steady", "Steady", "Stable"},
    Phrase{"handover-section.waiting", "Waiting", "En attente"},
    Phrase{"handover-section.watch", "Watch first", "À surveiller d'abord"},

    Phrase{"handover-text.none", "None.", "Rien."},
    Phrase{"handover-text.not-compared", "Not compared: this reader has accepted no handover yet.",
           "Non comparé : cette personne n'a encore accepté aucune relève."},
    Phrase{"handover-text.read-back", "Say each one back in your own words before you accept.",
           "Redire chacune avec ses propres mots avant d'accepter."},

    Phrase{"handover-gap.due", "no deadline", "pas d'échéance"},
    Phrase{"handover-gap.ifThen", "NO if/then", "PAS de consigne en cas d'imprévu"},
    Phrase{"handover-gap.next", "no next step", "pas de prochaine étape"},
    Phrase{"handover-gap.owner", "no owner", "personne"},
    Phrase{"handover-gap.title", "no title", "sans titre"},
    Phrase{"handover-gap.title-erased", "words erased", "texte effacé"},

    Phrase{"handover-label.accepted", "Accepted by", "Acceptée par"},
    Phrase{"handover-label.clearance", "Clearance", "Habilitation"},
    Phrase{"handover-label.due", "Due", "Échéance"},
    Phrase{"handover-label.first-due", "First deadline", "Première échéance"},
    Phrase{"handover-label.from", "Asked by", "Demandé par"},
    Phrase{"handover-label.hand-over", "From", "De"},
    Phrase{"handover-label.handed", "Handed over by", "Transmise par"},
    Phrase{"handover-label.if-then", "If/then", "En cas d'imprévu"},
    Phrase{"handover-label.journal", "Journal", "Journal"},
    Phrase{"handover-label.next", "Next", "Ensuite"},
    Phrase{"handover-label.notice", "Note", "À savoir"},
    Phrase{"handover-label.owner", "Owner", "Responsable"},
    Phrase{"handover-label.reader", "For", "Pour"},
    Phrase{"handover-label.sources", "Entries", "Entrées"},
    Phrase{"handover-label.task", "Task", "Tâche"},
    Phrase{"handover-label.time", "Time of transfer", "Heure du transfert"},
    Phrase{"handover-label.valid", "In force", "En vigueur"},
    Phrase{"handover-label.waiting", "Waiting for", "Attend"},
    Phrase{"handover-label.why", "Why", "Pourquoi"},
    Phrase{"handover-label.zone", "Times in", "Heures de"},

    Phrase{"handover-limit.entries-passed-over", "Journal entries that could not be taken in",
           "Entrées du journal qui n'ont pas pu être prises en compte"},
    Phrase{"handover-limit.erased", "Open tasks with erased words", "Tâches ouvertes au texte effacé"},
    Phrase{"handover-limit.instructions-masked", "Masked standing instructions", "Consignes masquées"},
    Phrase{"handover-limit.journal-problems", "Journal entries that do not verify",
           "Entrées du journal qui ne se vérifient pas"},
    Phrase{"handover-limit.masked", "Masked open tasks", "Tâches ouvertes masquées"},
    Phrase{"handover-limit.no-deadline", "Without a deadline", "Sans échéance"},
    Phrase{"handover-limit.no-next", "Without a next step", "Sans prochaine étape"},
    Phrase{"handover-limit.no-owner", "Without an owner", "Sans responsable"},
    Phrase{"handover-limit.not-triaged", "Requests not triaged", "Demandes non triées"},
    Phrase{"handover-limit.red-without-if-then", "Red without if/then", "Rouges sans consigne en cas d'imprévu"},
    Phrase{"handover-limit.unanswered", "Requests not answered", "Demandes sans réponse"},
};

}  // namespace

std::span<const Phrase> handover_phrases() { return table; }

}  // namespace relais::words
