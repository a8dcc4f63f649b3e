#include "core/base/text.hpp"
#include "core/mail/csv.hpp"
#include "core/triage/import.hpp"
#include "core/triage/token.hpp"

#include <algorithm>
#include <array>

namespace relais::triage {
namespace {

struct Names {
  std::string_view field;
  std::initializer_list<std::string_view> columns;
};

// The usual names of columns, as `fold` spells them.
const Names usual[] = {
    {"id", {"id", "identifiant", "numero", "number", "no", "ref", "reference", "ticket"}},
    {"lang", {"lang", "langue", "language"}},
    {"channel", {"channel", "canal", "source", "type", "moyen"}},
    {"receivedAt",
     {"receivedat", "received at", "received", "date", "recu le", "recu", "date de reception", "date et heure",
      "horodatage", "timestamp", "created", "created at", "date/time"}},
    {"timeZone", {"timezone", "time zone", "fuseau", "fuseau horaire"}},
    {"client", {"client", "compte", "account", "customer"}},
    {"to", {"to", "a", "pour", "destinataire", "recipient", "attention"}},
    {"name",
     {"name", "nom", "de", "from", "expediteur", "sender", "appelant", "caller", "contact", "nom complet",
      "full name"}},
    {"phone", {"phone", "telephone", "tel", "mobile", "portable", "numero de telephone", "phone number", "cell"}},
    {"email",
     {"email", "e-mail", "mail", "courriel", "adresse e-mail", "adresse email", "email address", "adresse mail"}},
    {"company", {"company", "societe", "entreprise", "organisation", "organization"}},
    {"subject", {"subject", "objet", "sujet", "titre", "title"}},
    {"body",
     {"body", "message", "texte", "text", "corps", "contenu", "content", "demande", "request", "note", "notes",
      "description", "commentaire", "comment", "motif"}},
    {"threadId", {"threadid", "thread", "fil", "conversation"}},
    {"messageId", {"messageid", "message-id", "message id"}}};

std::optional<int> number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// The figures of a text, in groups.
std::vector<std::string_view> groups(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end > at) out.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return out;
}

// `2026-03-10T10:05:00`, `2026-03-10 10:05`, `10/03/2026 10:05`, an instant; the day before the month.
std::optional<time::LocalTime> read_time(std::string_view text, const time::Zone& zone) {
  text = trim(text);
  if (const auto local = time::parse_local_time(text)) return local;
  if (const auto instant = time::parse_instant(text)) return zone.to_local(*instant);
  const auto parts = groups(text);
  if (parts.size() < 3) return std::nullopt;
  std::array<std::optional<int>, 6> n{};
  for (std::size_t i = 0; i < n.size(); ++i) n[i] = i < parts.size() ? number(parts[i]) : std::optional(0);
  const bool year_first = parts[0].size() == 4;
  const auto year = year_first ? n[0] : n[2];
  auto month = n[1];
  auto day = year_first ? n[2] : n[0];
  if (!year || !month || !day || !n[3] || !n[4] || !n[5]) return std::nullopt;
  if (*month > 12 && *day <= 12) std::swap(month, day);
  const int full_year = *year < 100 ? 2000 + *year : *year;
  if (full_year < 1 || *month < 1 || *month > 12 || *day < 1 || *day > time::days_in_month(full_year, *month))
    return std::nullopt;
  if (*n[3] > 23 || *n[4] > 59 || *n[5] > 59) return std::nullopt;
  return time::midnight(time::to_day({full_year, *month, *day})) + (*n[3] * 3600 + *n[4] * 60 + *n[5]);
}

class TableReader {
 public:
  TableReader(const mail::CsvTable& table, const std::map<std::string, std::string>& mapping,
              const ImportDefaults& defaults)
      : table_(table), defaults_(defaults) {
    const std::vector<std::string>& head = table.rows.front().fields;
    fields_.resize(head.size());
    for (std::size_t column = 0; column < head.size(); ++column) fields_[column] = field_of(head[column], mapping);
  }

  Imported run() {
    for (const std::size_t line : table_.malformed_lines) problem(line, "invalid-csv");
    report_columns();
    for (std::size_t i = 1; i < table_.rows.size(); ++i) row(table_.rows[i]);
    give_ids(imported_.requests);
    return std::move(imported_);
  }

 private:
  void problem(std::size_t line, std::string code, Arguments args = {}) {
    imported_.problems.push_back({line, {std::move(code), std::move(args)}});
  }

  std::string field_of(const std::string& column, const std::map<std::string, std::string>& mapping) {
    for (const auto& [field, name] : mapping) {
      if (fold(trim(name)) == fold(trim(column))) return field;
    }
    const std::string folded = fold(trim(column));
    for (const Names& names : usual) {
      const bool taken = std::find(fields_.begin(), fields_.end(), names.field) != fields_.end() ||
                         mapping.count(std::string(names.field)) > 0;
      if (!taken && std::find(names.columns.begin(), names.columns.end(), folded) != names.columns.end())
        return std::string(names.field);
    }
    return {};
  }

  void report_columns() {
    const mail::CsvRow& head = table_.rows.front();
    for (std::size_t column = 0; column < head.fields.size(); ++column) {
      if (fields_[column].empty()) problem(head.line, "import-column-unknown", {{"column", head.fields[column]}});
    }
  }

  void row(const mail::CsvRow& row) {
    Request request;
    request.client = defaults_.client;
    request.lang = defaults_.lang;
    request.zone = defaults_.zone;
    std::string kept;  // what no field takes
    std::string received;
    for (std::size_t column = 0; column < row.fields.size(); ++column) {
      const std::string value(trim(row.fields[column]));
      const std::string field = column < fields_.size() ? fields_[column] : "";
      if (value.empty()) continue;
      if (field == "receivedAt") {
        received = value;
      } else if (field == "timeZone") {
        if (const auto zone = time::find_zone(value))
          request.zone = zone;
        else
          problem(row.line, "unknown-zone", {{"zone", value}});
      } else if (std::string* target = target_of(request, field)) {
        *target = value;
      } else {
        const auto& head = table_.rows.front().fields;
        kept += (kept.empty() ? "" : "\n") + (column < head.size() ? head[column] + ": " : std::string()) + value;
      }
    }
    if (!received.empty()) request.received_at = read_time(received, *request.zone);
    if (!received.empty() && !request.received_at) kept += (kept.empty() ? "" : "\n") + received;
    if (!request.received_at) problem(row.line, "import-no-date");
    if (!kept.empty()) request.body += (request.body.empty() ? "" : "\n\n") + kept;
    if (request.body.empty() && request.subject.empty()) problem(row.line, "import-no-body");
    imported_.requests.push_back(std::move(request));
  }

  static std::string* target_of(Request& request, std::string_view field) {
    if (field == "id") return &request.id;
    if (field == "lang") return &request.lang;
    if (field == "channel") return &request.channel;
    if (field == "client") return &request.client;
    if (field == "to") return &request.to;
    if (field == "name") return &request.from.name;
    if (field == "phone") return &request.from.phone;
    if (field == "email") return &request.from.email;
    if (field == "company") return &request.from.company;
    if (field == "subject") return &request.subject;
    if (field == "body") return &request.body;
    if (field == "threadId") return &request.thread_id;
    if (field == "messageId") return &request.message_id;
    return nullptr;
  }

  const mail::CsvTable& table_;
  const ImportDefaults& defaults_;
  std::vector<std::string> fields_;
  Imported imported_;
};

}  // namespace

Result<Imported> import_table(std::string_view bytes, const std::map<std::string, std::string>& mapping,
                              const ImportDefaults& defaults) {
  RELAIS_TRY(const mail::CsvTable table, mail::read_csv(bytes));
  return TableReader(table, mapping, defaults).run();
}

}  // namespace relais::triage
