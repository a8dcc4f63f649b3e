#include "core/words/words.hpp"

#include <array>

namespace relais::words {
namespace {

constexpr std::array table{
    Phrase{"journal.broken", "The journal does not hold; it has {n:plural|one entry|# entries}, the last being:",
           "Le journal n'est pas intact ; il a {n:plural|# entrée|# entrées}, la dernière étant :"},
    Phrase{"journal.holds", "The journal holds; it has {n:plural|one entry|# entries}, the last being:",
           "Le journal est intact ; il a {n:plural|# entrée|# entrées}, la dernière étant :"},

    // What `journal.verify` finds, with the seq as its argument.
    Phrase{"journal-problem.anchor", "Entry {seq} is not the one that an anchor holds: the journal was written anew.",
           "L'entrée {seq} n'est pas celle qu'un ancrage atteste : le journal a été réécrit."},
    Phrase{"journal-problem.clock", "Entry {seq} was written at an earlier time than the one before it.",
           "L'entrée {seq} porte une heure antérieure à celle d'avant."},
    Phrase{"journal-problem.cut", "An anchor counts {seq} entries; the journal ends before.",
           "Un ancrage compte {seq} entrées ; le journal s'arrête avant."},
    Phrase{"journal-problem.duplicate", "Entry {seq} stands twice.", "L'entrée {seq} figure deux fois."},
    Phrase{"journal-problem.edited", "Entry {seq} was changed after it was written.",
           "L'entrée {seq} a été modifiée après avoir été écrite."},
    Phrase{"journal-problem.future", "Entry {seq} is dated later than now.",
           "L'entrée {seq} porte une heure encore à venir."},
    Phrase{"journal-problem.malformed", "Entry {seq} cannot be read.", "L'entrée {seq} est illisible."},
    Phrase{"journal-problem.missing", "Entry {seq} is missing.", "L'entrée {seq} manque."},
    Phrase{"journal-problem.order", "Entry {seq} is out of its place.", "L'entrée {seq} n'est pas à sa place."},
    Phrase{"journal-problem.payload", "The content of entry {seq} was changed.",
           "Le contenu de l'entrée {seq} a été modifié."},
    Phrase{"journal-problem.prev", "Entry {seq} does not follow from the one before it.",
           "L'entrée {seq} ne fait pas suite à celle d'avant."},
    Phrase{"journal-problem.snapshot", "The state kept at entry {seq} is not the one that the journal gives.",
           "L'état conservé à l'entrée {seq} n'est pas celui que donne le journal."},
    Phrase{"journal-problem.unerased", "The content of entry {seq} is gone, and no erasure says so.",
           "Le contenu de l'entrée {seq} a disparu sans effacement déclaré."},

    // What `journal.state` passes over.
    Phrase{"journal-oddity.malformed", "Entry {seq} cannot be read; it was passed over.",
           "L'entrée {seq} est illisible ; elle a été laissée de côté."},
    Phrase{"journal-oddity.order", "Entry {seq} comes too late: its handover is over, or the desk has another holder.",
           "L'entrée {seq} vient trop tard : sa relève est terminée, ou le bureau est déjà tenu."},
    Phrase{"journal-oddity.payload", "Entry {seq} has a member that cannot be read; it was passed over.",
           "L'entrée {seq} a un membre illisible ; elle a été laissée de côté."},
    Phrase{"journal-oddity.reference", "Entry {seq} is about something that the journal never opened.",
           "L'entrée {seq} parle de quelque chose que le journal n'a jamais ouvert."},

    Phrase{"journal-type.absence", "Absence", "Absence"},
    Phrase{"journal-type.calendar.imported", "Calendar imported", "Agenda importé"},
    Phrase{"journal-type.callback.done", "Callback made", "Rappel effectué"},
    Phrase{"journal-type.callback.promised", "Callback promised", "Rappel promis"},
    Phrase{"journal-type.contact.attempted", "Contact attempted", "Prise de contact tentée"},
    Phrase{"journal-type.entry.amended", "Entry amended", "Entrée rectifiée"},
    Phrase{"journal-type.entry.reverted", "Entry undone", "Entrée annulée"},
    Phrase{"journal-type.erased", "Content erased", "Contenu effacé"},
    Phrase{"journal-type.event.booked", "Event booked", "Rendez-vous pris"},
    Phrase{"journal-type.event.cancelled", "Event cancelled", "Rendez-vous annulé"},
    Phrase{"journal-type.event.moved", "Event moved", "Rendez-vous déplacé"},
    Phrase{"journal-type.exported", "Exported", "Exporté"},
    Phrase{"journal-type.followup.due", "Follow-up due", "Relance prévue"},
    Phrase{"journal-type.handover.accepted", "Handover accepted", "Relève acceptée"},
    Phrase{"journal-type.handover.claimed", "Desk claimed", "Poste repris"},
    Phrase{"journal-type.handover.lapsed", "Handover lapsed", "Relève caduque"},
    Phrase{"journal-type.handover.issued", "Handover issued", "Relève transmise"},
    Phrase{"journal-type.handover.queried", "Handover queried", "Relève questionnée"},
    Phrase{"journal-type.handover.refused", "Handover refused", "Relève refusée"},
    Phrase{"journal-type.instruction.given", "Instruction given", "Consigne donnée"},
    Phrase{"journal-type.journal.merged", "Late entries merged", "Entrées tardives ajoutées"},
    Phrase{"journal-type.message.sent", "Message sent", "Message envoyé"},
    Phrase{"journal-type.printed", "Printed", "Imprimé"},
    Phrase{"journal-type.read", "Read", "Lu"},
    Phrase{"journal-type.request.answered", "Request answered", "Demande répondue"},
    Phrase{"journal-type.request.closed", "Request closed", "Demande close"},
    Phrase{"journal-type.request.corrected", "Triage corrected", "Tri corrigé"},
    Phrase{"journal-type.request.received", "Request received", "Demande reçue"},
    Phrase{"journal-type.request.reopened", "Request opened again", "Demande rouverte"},
    Phrase{"journal-type.request.triaged", "Request triaged", "Demande triée"},
    Phrase{"journal-type.satisfaction.answered", "Satisfaction answered", "Satisfaction exprimée"},
    Phrase{"journal-type.task.changed", "Task changed", "Tâche modifiée"},
    Phrase{"journal-type.task.closed", "Task closed", "Tâche close"},
    Phrase{"journal-type.task.opened", "Task opened", "Tâche ouverte"},
    Phrase{"journal-type.task.reopened", "Task opened again", "Tâche rouverte"},
    Phrase{"journal-type.time.worked", "Time worked", "Temps travaillé"},
};

}  // namespace

std::span<const Phrase> journal_phrases() { return table; }

}  // namespace relais::words
