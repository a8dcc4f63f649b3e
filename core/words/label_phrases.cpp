#include "core/words/words.hpp"

#include <array>

namespace relais::words {
namespace {

constexpr std::array table{
    Phrase{"action.answer", "answer", "répondre"},
    Phrase{"action.filter", "filter out", "écarter"},
    Phrase{"action.message", "take a message", "prendre un message"},
    Phrase{"action.schedule", "schedule", "planifier"},
    Phrase{"action.transfer", "transfer", "transférer"},
    Phrase{"channel.chat", "chat", "messagerie instantanée"},
    Phrase{"channel.email", "e-mail", "courriel"},
    Phrase{"channel.form", "form", "formulaire"},
    Phrase{"channel.letter", "letter", "courrier postal"},
    Phrase{"channel.phone", "telephone", "téléphone"},
    Phrase{"channel.sms", "text message", "SMS"},
    Phrase{"channel.voicemail", "voicemail", "messagerie vocale"},
    Phrase{"clearance.confidential", "confidential", "confidentiel"},
    Phrase{"clearance.internal", "internal", "interne"},
    Phrase{"clearance.public", "public", "public"},
    Phrase{"clearance.secret", "professional secrecy", "secret professionnel"},
    Phrase{"language.en", "English", "anglais"},
    Phrase{"language.fr", "French", "français"},
    Phrase{"priority.critical", "critical", "critique"},
    Phrase{"priority.high", "high", "haute"},
    Phrase{"priority.low", "low", "basse"},
    Phrase{"priority.normal", "normal", "normale"},
    Phrase{"thing.changes", "changed occurrences", "occurrences modifiées"},
    Phrase{"thing.components", "components", "composants"},
    Phrase{"thing.entries", "journal entries", "entrées de journal"},
    Phrase{"thing.events", "events", "événements"},
    Phrase{"thing.names", "names", "noms"},
    Phrase{"thing.occurrences", "occurrences", "occurrences"},
    Phrase{"thing.people", "people", "personnes"},
    Phrase{"thing.properties", "properties", "propriétés"},
    Phrase{"thing.reasons", "reasons", "raisons"},
    Phrase{"thing.requests", "requests", "demandes"},
    Phrase{"thing.rooms", "rooms", "salles"},
    Phrase{"thing.steps", "steps of a recurrence", "pas d'une récurrence"},
    Phrase{"weekday.fr", "Friday", "vendredi"},
    Phrase{"weekday.mo", "Monday", "lundi"},
    Phrase{"weekday.sa", "Saturday", "samedi"},
    Phrase{"weekday.su", "Sunday", "dimanche"},
    Phrase{"weekday.th", "Thursday", "jeudi"},
    Phrase{"weekday.tu", "Tuesday", "mardi"},
    Phrase{"weekday.we", "Wednesday", "mercredi"},
};

}  // namespace

std::span<const Phrase> label_phrases() { return table; }

}  // namespace relais::words
