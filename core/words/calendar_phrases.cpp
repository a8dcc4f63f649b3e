#include "core/words/words.hpp"

#include <array>

namespace relais::words {
namespace {

// What an import found amiss, and what it did about it.
constexpr std::array rows{
    Phrase{"damaged-utf8", "Bytes that are not UTF-8 were replaced.",
           "Des octets qui ne sont pas de l'UTF-8 ont été remplacés."},
    Phrase{"empty-zone", "The time zone \"{zone}\" says no offset and was passed over.",
           "Le fuseau horaire « {zone} » n'indique aucun décalage et a été ignoré."},
    Phrase{"end-before-start", "The end comes before the start; it was kept as it stands and not used.",
           "La fin précède le début ; elle a été gardée telle quelle et n'est pas utilisée."},
    Phrase{"end-is-start", "The last day is the first; the event was given one day.",
           "Le dernier jour est le premier ; l'événement dure un jour."},
    Phrase{"invalid-alarm", "The reminder says no moment; it was kept as it stands.",
           "Le rappel n'indique aucun moment ; il a été gardé tel quel."},
    Phrase{"invalid-duration", "\"{value}\" is not a duration and was not used.",
           "« {value} » n'est pas une durée et n'est pas utilisé."},
    Phrase{"invalid-property", "{name}: \"{value}\" cannot be read; it was kept as it stands.",
           "{name} : « {value} » est illisible et a été gardé tel quel."},
    Phrase{"invalid-rule",
           "{name}: \"{value}\" is not a recurrence rule; it was kept and the event does not recur by it.",
           "{name} : « {value} » n'est pas une règle de récurrence ; elle a été gardée et l'événement ne la suit pas."},
    Phrase{"invalid-time", "\"{value}\" is not a time; it was kept and not used.",
           "« {value} » n'est pas une heure ; elle a été gardée et n'est pas utilisée."},
    Phrase{"invalid-zone", "A part of the time zone \"{zone}\" cannot be read and was passed over.",
           "Une partie du fuseau horaire « {zone} » est illisible et a été ignorée."},
    Phrase{"latin-1", "The file is not UTF-8; it was read as Latin-1.",
           "Le fichier n'est pas en UTF-8 ; il a été lu comme du Latin-1."},
    Phrase{"lenient-time", "\"{value}\" is not written as the standard has it; it was read as it is meant.",
           "« {value} » n'est pas écrit comme le veut la norme ; il a été lu selon l'intention."},
    Phrase{"malformed-line", "The line is not a property and was left out: {text}",
           "La ligne n'est pas une propriété et a été laissée de côté : {text}"},
    Phrase{"missing-calendar", "The component stands outside of a calendar; it was read all the same.",
           "Le composant se trouve hors d'un calendrier ; il a tout de même été lu."},
    Phrase{"missing-start", "The event has no start; it was kept with the calendar.",
           "L'événement n'a pas de début ; il a été gardé avec le calendrier."},
    Phrase{"missing-uid", "The component has no UID; it was given one: {id}",
           "Le composant n'a pas d'UID ; il en a reçu un : {id}"},
    Phrase{"more-problems", "{n:plural|One more problem is|# more problems are} not listed.",
           "{n:plural|Un autre problème n'est|# autres problèmes ne sont} pas dans la liste."},
    Phrase{"repaired-rule", "{name}: \"{value}\" is not written as the standard has it; it was read as it is meant.",
           "{name} : « {value} » n'est pas écrit comme le veut la norme ; la règle a été lue selon l'intention."},
    Phrase{"repeated-occurrence", "The occurrence {id} is changed twice; the later copy holds.",
           "L'occurrence {id} est modifiée deux fois ; la copie la plus récente l'emporte."},
    Phrase{"repeated-property", "{name} stands twice; the second was kept as it stands: {value}",
           "{name} figure deux fois ; le second a été gardé tel quel : {value}"},
    Phrase{"repeated-uid", "The UID \"{id}\" stands twice; both events were read.",
           "L'UID « {id} » figure deux fois ; les deux événements ont été lus."},
    Phrase{"stray-end", "END:{name} ends nothing that is open and was left out.",
           "END:{name} ne ferme rien d'ouvert et a été laissé de côté."},
    Phrase{"stray-line", "The line stands outside of a calendar and was left out: {text}",
           "La ligne se trouve hors d'un calendrier et a été laissée de côté : {text}"},
    Phrase{"this-and-future", "The change holds for this and later occurrences.",
           "La modification vaut pour cette occurrence et les suivantes."},
    Phrase{"unclosed-component", "{name} has no end; the file may be cut.",
           "{name} n'a pas de fin ; le fichier est peut-être tronqué."},
    Phrase{"unknown-tzid", "Nobody knows the time zone \"{zone}\"; the time was read without one.",
           "Le fuseau horaire « {zone} » est inconnu ; l'heure a été lue sans fuseau."},
    Phrase{"unsupported-rule", "{name}: \"{value}\" counts by another calendar, which Relais does not; it was kept.",
           "{name} : « {value} » compte selon un autre calendrier, ce que Relais ne fait pas ; elle a été gardée."},
    Phrase{"unsupported-scale", "The calendar scale \"{value}\" is not Gregorian; dates were read as Gregorian.",
           "Le calendrier « {value} » n'est pas grégorien ; les dates ont été lues comme grégoriennes."},
    Phrase{"zone-without-name", "A time zone has no name and was passed over.",
           "Un fuseau horaire n'a pas de nom et a été ignoré."},
};

}  // namespace

std::span<const Phrase> calendar_phrases() { return rows; }

}  // namespace relais::words
