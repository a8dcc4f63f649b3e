#pragma once

#include <cstdint>

/// The codes of the reasons that this room gives; core/words/agenda_phrases.cpp says them.
namespace relais::agenda::code {

inline constexpr const char* overlap = "agenda.overlap";                // person, event, other, from, to
inline constexpr const char* fixed_overlap = "agenda.fixed-overlap";    // person, event, other, from, to
inline constexpr const char* busy = "agenda.busy";                      // person, event, from, to
inline constexpr const char* buffer = "agenda.buffer";                  // person, event, other, gap, needed
inline constexpr const char* buffer_busy = "agenda.buffer-busy";        // person, event, from, to
inline constexpr const char* travel = "agenda.travel";                  // person, event, other, gap, needed
inline constexpr const char* hours = "agenda.hours";                    // person, event, at
inline constexpr const char* holiday = "agenda.holiday";                // person, event, at
inline constexpr const char* load = "agenda.load";                      // person, day, minutes, most
inline constexpr const char* room_taken = "agenda.room-taken";          // room, event, other, from, to
inline constexpr const char* fixed_room = "agenda.fixed-room";          // room, event, other, from, to
inline constexpr const char* room_busy = "agenda.room-busy";            // room, event, from, to
inline constexpr const char* room_missing = "agenda.room-missing";      // event
inline constexpr const char* room_not_named = "agenda.room-not-named";  // event, room
inline constexpr const char* room_lacks = "agenda.room-lacks";          // event, room, need
inline constexpr const char* capacity = "agenda.capacity";              // event, room, people, most
inline constexpr const char* window = "agenda.window";                  // event, at
inline constexpr const char* notice = "agenda.notice";                  // event, earliest

// Facts that rule places out, whatever the hour.
inline constexpr const char* fact_window = "agenda.fact-window";      // event
inline constexpr const char* fact_notice = "agenda.fact-notice";      // event, earliest
inline constexpr const char* fact_hours = "agenda.fact-hours";        // person
inline constexpr const char* fact_holiday = "agenda.fact-holiday";    // person
inline constexpr const char* fact_busy = "agenda.fact-busy";          // person
inline constexpr const char* fact_load = "agenda.fact-load";          // person, most
inline constexpr const char* fact_event = "agenda.fact-event";        // other, at
inline constexpr const char* fact_room = "agenda.fact-room";          // room
inline constexpr const char* fact_capacity = "agenda.fact-capacity";  // room, people, most
inline constexpr const char* fact_needs = "agenda.fact-needs";        // room, need
inline constexpr const char* fact_price = "agenda.fact-price";        // event; of one that is left out
inline constexpr const char* fact_dearer = "agenda.fact-dearer";      // event; of one that moves

// What a solution says of an event.
inline constexpr const char* nearest = "agenda.nearest";            // event, minutes
inline constexpr const char* relax_nearer = "agenda.relax-nearer";  // event, at; of the fact said last
inline constexpr const char* missed = "agenda.missed";              // person
inline constexpr const char* proposal = "agenda.proposal";          // event

// Slots.
inline constexpr const char* slot_free = "agenda.slot-free";
inline constexpr const char* slot_displaces = "agenda.slot-displaces";  // event, at
inline constexpr const char* slot_drops = "agenda.slot-drops";          // event
inline constexpr const char* relax = "agenda.relax";                    // count, at

}  // namespace relais::agenda::code

namespace relais::agenda {

/// Whole minutes, a part of one counted as one.
constexpr std::int64_t minutes_up(std::int64_t seconds) { return (seconds + 59) / 60; }

}  // namespace relais::agenda
