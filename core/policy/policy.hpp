#pragma once

#include "core/base/reason.hpp"
#include "core/time/duration.hpp"
#include "core/time/working_hours.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The desk's policy: who works here, for whom, and by which rules. `{}` is a valid one.
namespace relais::policy {

/// How far a person may read, in ascending order; `secret` is professional secrecy.
enum class Clearance : std::uint8_t { open, internal, confidential, secret };

enum class Priority : std::uint8_t { critical, high, normal, low };

struct Assistant {
  std::string id, name;
  std::vector<std::string> languages, skills;
  Clearance clearance = Clearance::internal;
  time::ZonePtr zone;  ///< never null; UTC if the policy names none
  time::WorkingHours hours;
};

/// Someone at a client's to whom a request can go.
struct Contact {
  std::string id, name;
  std::vector<std::string> skills;
  time::WorkingHours hours;  ///< in the client's zone
};

/// A caller who goes first: any member that is given must match.
struct Vip {
  std::optional<std::string> name, phone, email, company;
};

struct Instruction {
  std::string id, text;
  std::optional<time::Day> from, to;  ///< `to` half-open
  Clearance confidentiality = Clearance::internal;
};

struct Contract {
  std::string kind;  ///< `package`, `hourly`
  std::int64_t minutes = 0;
  std::string per;  ///< `month`, or empty for once
  bool carry_over = false;
};

struct Client {
  std::string id, name, kind;
  time::ZonePtr zone;  ///< never null; UTC if the policy names none
  time::WorkingHours hours;
  std::vector<std::string> addresses;  ///< telephone numbers and e-mail addresses that are this client's
  std::vector<Contact> contacts;
  std::vector<Vip> vips;
  std::vector<Instruction> instructions;
  std::optional<Contract> contract;
};

/// Times allowed for a priority, on the client's business clock or around it.
struct ServiceLevel {
  std::string client;  ///< empty: every client
  Priority priority = Priority::normal;
  std::optional<time::Duration> first_response, resolution;
  bool business_clock = true;
};

/// `when` all hold, `then` is set, later rules over earlier ones; the first rule with `stop` that fires ends the list.
struct Rule {
  std::string id;
  struct When {
    std::optional<std::string> client;    ///< a client's id
    std::optional<std::string> kind;      ///< a client's kind
    std::optional<std::string> signal;    ///< the code of a signal that the triage found
    std::optional<std::string> channel;   ///< `phone`, `email`, …
    std::optional<std::string> category;  ///< as the engine said
    std::optional<std::string> lang;
    std::optional<bool> vip;  ///< whether the sender is one of the client's
    bool operator==(const When&) const = default;
  } when;
  struct Then {
    std::optional<Priority> priority;
    std::optional<std::string> action, category;
    std::optional<std::string> route;  ///< an assistant's id, or that of a contact of the client
    bool operator==(const Then&) const = default;
  } then;
  bool stop = false;
};

/// What to do when nobody answered: `after` this long, at most `times` times.
struct FollowUp {
  std::string id;
  std::string client;                ///< empty: every client
  std::optional<Priority> priority;  ///< only these
  std::string category;              ///< empty: every category
  time::Duration after;
  bool business_clock = true;
  std::string action;       ///< `call`, `message`, `task`
  std::string template_id;  ///< empty: none
  std::int64_t times = 1;
};

/// A text that assistants send, with `{{field}}` places.
struct Template {
  std::string id, lang;
  std::string client;  ///< empty: every client
  std::string channel, subject, body;
};

struct Policy {
  std::vector<Assistant> assistants;
  std::vector<Client> clients;
  std::vector<ServiceLevel> service_levels;
  std::vector<std::string> pause_in;
  std::vector<Rule> rules;
  std::map<std::string, std::int64_t> weights;  ///< a signal's code to its weight in thousandths
  std::vector<FollowUp> follow_ups;
  std::vector<Template> templates;
  std::map<std::string, time::Duration> retention;  ///< a journal entry's class to how long its payload is kept

  const Client* client(std::string_view id) const;
  const Assistant* assistant(std::string_view id) const;
};

}  // namespace relais::policy
