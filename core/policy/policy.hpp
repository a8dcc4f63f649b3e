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
  time::ZonePtr zone;  ///< never null
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
  time::ZonePtr zone;  ///< never null
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

/// `when` all hold, `then` is set; the first rule with `stop` that fires ends the list.
struct Rule {
  std::string id;
  struct When {
    std::optional<std::string> client, kind, signal, channel, category, vip;
  } when;
  struct Then {
    std::optional<Priority> priority;
    std::optional<std::string> action, category, route;
  } then;
  bool stop = false;
};

struct Policy {
  std::vector<Assistant> assistants;
  std::vector<Client> clients;
  std::vector<ServiceLevel> service_levels;
  std::vector<std::string> pause_in;
  std::vector<Rule> rules;
  std::map<std::string, std::int64_t> weights;  ///< a signal's code to its weight in thousandths

  const Client* client(std::string_view id) const;
  const Assistant* assistant(std::string_view id) const;
};

}  // namespace relais::policy
