#pragma once

#include "core/base/json_reader.hpp"
#include "core/journal/state.hpp"

/// Reading payloads, one function a kind. A member that is given replaces, one that is null takes away, one that is
/// absent lets be; members that Relais does not know are passed over.
namespace relais::journal {

void read_task(ObjectReader& payload, Task& task);
void read_received(ObjectReader& payload, Task& request);
void read_triaged(ObjectReader& payload, Task& request);
void read_corrected(ObjectReader& payload, Task& request);
void read_contact(ObjectReader& payload, Contact& contact);
void read_attempt(ObjectReader& payload, Callback& attempt);
void read_callback(ObjectReader& payload, Callback& callback);
void read_follow_up(ObjectReader& payload, Task& task);
void read_event(ObjectReader& payload, EventChange& event);
void read_instruction(ObjectReader& payload, Instruction& instruction);
void read_absence(ObjectReader& payload, Absence& absence);
void read_handover(ObjectReader& payload, Handover& handover);

}  // namespace relais::journal
