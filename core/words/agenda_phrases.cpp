#include "core/words/words.hpp"

#include <array>

namespace relais::words {
namespace {

constexpr std::array table{
    // Conflicts, and what spoke against an event's old place.
    Phrase{"agenda.overlap", "{person} is also wanted by {other} ({from:time} to {to:clock}).",
           "{person} est aussi demandé(e) par {other} ({from:time}, jusqu'à {to:clock})."},
    Phrase{
        "agenda.fixed-overlap",
        "{event} and {other} both want {person} ({from:time} to {to:clock}), and neither may move.",
        "{event} et {other} demandent tous deux {person} ({from:time}, jusqu'à {to:clock}), et aucun ne peut bouger."},
    Phrase{"agenda.busy", "{person} is busy ({from:time} to {to:time}).",
           "{person} est occupé(e) (du {from:time} au {to:time})."},
    Phrase{"agenda.buffer", "{person} has {gap:minutes} between {event} and {other}; {needed:minutes} are needed.",
           "{person} a {gap:minutes} entre {event} et {other} ; il faut {needed:minutes}."},
    Phrase{"agenda.buffer-busy",
           "The time kept free after {event} runs into other business of {person} ({from:time} to {to:time}).",
           "Le temps gardé libre après {event} empiète sur une autre occupation ({person}, du {from:time} au "
           "{to:time})."},
    Phrase{"agenda.travel", "{person} has {gap:minutes} between {event} and {other}; the way takes {needed:minutes}.",
           "{person} a {gap:minutes} entre {event} et {other} ; le trajet prend {needed:minutes}."},
    Phrase{"agenda.hours", "{person} does not work at that hour ({at:time}).",
           "{person} ne travaille pas à cette heure ({at:time})."},
    Phrase{"agenda.holiday", "{person} has a day off ({at:day}).", "{person} a congé ({at:day})."},
    Phrase{"agenda.load", "{person} would spend {minutes:minutes} in events on {day:day}; the most is {most:minutes}.",
           "{person} passerait {minutes:minutes} en rendez-vous le {day:day} ; le maximum est de {most:minutes}."},
    Phrase{"agenda.room-taken", "The room {room} is also wanted by {other} ({from:time} to {to:clock}).",
           "La salle {room} est aussi demandée par {other} ({from:time}, jusqu'à {to:clock})."},
    Phrase{"agenda.fixed-room",
           "{event} and {other} both want the room {room} ({from:time} to {to:clock}), and neither may move.",
           "{event} et {other} demandent tous deux la salle {room} ({from:time}, jusqu'à {to:clock}), et aucun ne peut "
           "bouger."},
    Phrase{"agenda.room-busy", "The room {room} is closed ({from:time} to {to:time}).",
           "La salle {room} est fermée (du {from:time} au {to:time})."},
    Phrase{"agenda.room-missing", "{event} needs a room and has none.", "{event} a besoin d'une salle et n'en a pas."},
    Phrase{"agenda.room-not-named", "{event} is in the room {room}, which is none of those it may take.",
           "{event} est dans la salle {room}, qui n'est pas de celles qui lui conviennent."},
    Phrase{"agenda.room-lacks", "The room {room} lacks what {event} needs: {need}.",
           "Il manque à la salle {room} ce dont {event} a besoin : {need}."},
    Phrase{"agenda.capacity", "{people:plural|One person comes|# people come}; the room {room} holds {most:number}.",
           "{people:plural|# personne vient|# personnes viennent} ; la salle {room} en contient {most:number}."},
    Phrase{"agenda.window", "{event} is outside the times it may take ({at:time}).",
           "{event} est hors des plages qui lui sont permises ({at:time})."},
    Phrase{"agenda.notice", "{event} would begin too soon; the earliest start is {earliest:time}.",
           "{event} commencerait trop tôt ; le premier début possible est le {earliest:time}."},

    // Facts that rule places out.
    Phrase{"agenda.fact-window", "It must lie within the times it may take.",
           "Il doit rester dans les plages qui lui sont permises."},
    Phrase{"agenda.fact-notice", "It cannot begin before {earliest:time}.",
           "Il ne peut pas commencer avant le {earliest:time}."},
    Phrase{"agenda.fact-hours", "The working hours of {person}.", "Les heures de travail : {person}."},
    Phrase{"agenda.fact-holiday", "The days off of {person}.", "Les jours de congé : {person}."},
    Phrase{"agenda.fact-busy", "{person} is busy.", "{person} est occupé(e)."},
    Phrase{"agenda.fact-load", "{person} spends {most:minutes} a day in events at most.",
           "{person} passe au plus {most:minutes} par jour en rendez-vous."},
    Phrase{"agenda.fact-event", "{other} is on {at:time}.", "{other} a lieu le {at:time}."},
    Phrase{"agenda.fact-room", "The room {room} is closed at times.", "La salle {room} est parfois fermée."},
    Phrase{"agenda.fact-capacity",
           "The room {room} holds {most:number}; {people:plural|one person comes|# people come}.",
           "La salle {room} contient {most:plural|# personne|# personnes} ; {people:plural|# personne vient|# "
           "personnes viennent}."},
    Phrase{"agenda.fact-needs", "The room {room} has no {need}.", "La salle {room} n'a pas : {need}."},
    Phrase{"agenda.fact-price", "What is left costs more than leaving it out.",
           "Ce qui reste coûte plus que d'y renoncer."},
    Phrase{"agenda.fact-dearer", "What is nearer costs no less.", "Ce qui est plus proche ne coûte pas moins."},

    // What a solution says of an event.
    Phrase{"agenda.nearest", "No nearer start was free (it moves by {minutes:minutes}):",
           "Aucun début plus proche n'était libre (il se déplace de {minutes:minutes}) :"},
    Phrase{"agenda.relax-nearer", "Without this last one, it could begin on {at:time}.",
           "Sans ce dernier point, il pourrait commencer le {at:time}."},
    Phrase{"agenda.missed", "{person}, who is optional, cannot come.",
           "{person}, dont la présence est facultative, ne peut pas venir."},
    Phrase{"agenda.proposal", "Its organizer is someone else: the change leaves as a proposal.",
           "L'organisateur est quelqu'un d'autre : le changement part comme une proposition."},

    // Slots.
    Phrase{"agenda.slot-free", "Everyone is free.", "Tout le monde est libre."},
    Phrase{"agenda.slot-displaces", "{event} would move to {at:time}.", "{event} passerait au {at:time}."},
    Phrase{"agenda.slot-drops", "{event} would find no other place.", "{event} ne trouverait pas d'autre place."},
    Phrase{"agenda.relax", "Without this, {count:plural|one start opens|# starts open}; the earliest is on {at:time}.",
           "Sans cela, {count:plural|# début se libère|# débuts se libèrent} ; le plus tôt est le {at:time}."},
};

}  // namespace

std::span<const Phrase> agenda_phrases() { return table; }

}  // namespace relais::words
