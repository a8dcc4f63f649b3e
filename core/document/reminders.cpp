#include "core/document/reminders.hpp"

#include "core/base/sha256.hpp"
#include "core/base/text.hpp"
#include "core/document/clean.hpp"

#include <algorithm>

namespace relais::document {
namespace {

constexpr std::int64_t shown_seconds = 900;  // How long before its due time a reminder's event starts.

// `2026-03-10T17:00:00Z` without its signs is the form of RFC 5545 section 3.3.5.
std::string without_signs(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '-' || c == ':'; }), text.end());
  return text;
}

// RFC 5545 section 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

class Writer {
 public:
  explicit Writer(time::Instant stamp, std::int64_t sequence)
      : stamp_(without_signs(time::format(stamp))), sequence_(std::to_string(sequence)) {}

  std::string write(const Reminders& reminders, Components components) {
    for (const char* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Relais//Relais//EN"}) put(line);
    const std::size_t head = out_.size();
    for (const Reminder& reminder : reminders.all) {
      if (components != Components::events) put_task(reminder, "NEEDS-ACTION");
      if (components == Components::tasks) continue;
      if (reminder.due || reminder.due_day) put_event(reminder);
    }
    if (out_.size() == head) put_summary(reminders.summary, components);
    put("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  // RFC 5545 section 3.1.
  void put(std::string_view line) {
    std::size_t room = 75;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t size = character_at(line, at).size;
      if (size > room) {
        out_ += "\r\n ";
        room = 74;
      }
      out_ += line.substr(at, size);
      room -= size;
      at += size;
    }
    out_ += "\r\n";
  }

  void put_common(const Reminder& reminder, std::string_view kind) {
    put("UID:" + sha256_hex("relais." + std::string(kind) + ".v1\n" + reminder.id).substr(0, 32) + "@relais");
    put("DTSTAMP:" + stamp_);
    put("SEQUENCE:" + sequence_);
    put("SUMMARY:" + escaped(reminder.summary));
    if (!reminder.description.empty()) put("DESCRIPTION:" + escaped(reminder.description));
  }

  void put_summary(const Reminder& summary, Components components) {
    if (components == Components::tasks) {
      put_task(summary, "COMPLETED");
    } else {
      put_event(summary);
    }
  }

  void put_task(const Reminder& reminder, std::string_view status) {
    put("BEGIN:VTODO");
    put_common(reminder, "task");
    if (reminder.due) put("DUE:" + without_signs(time::format(*reminder.due)));
    if (!reminder.due && reminder.due_day) put("DUE;VALUE=DATE:" + without_signs(time::format(*reminder.due_day)));
    put("STATUS:" + std::string(status));
    put("END:VTODO");
  }

  void put_event(const Reminder& reminder) {
    put("BEGIN:VEVENT");
    put_common(reminder, "event");
    if (reminder.due) {
      put("DTSTART:" + without_signs(time::format(*reminder.due + -shown_seconds)));
      put("DTEND:" + without_signs(time::format(*reminder.due)));
    } else {
      put("DTSTART;VALUE=DATE:" + without_signs(time::format(*reminder.due_day)));
    }
    put("TRANSP:TRANSPARENT");
    put("END:VEVENT");
  }

  std::string stamp_, sequence_, out_;
};

}  // namespace

std::string to_icalendar(const Reminders& reminders, time::Instant stamp, std::int64_t sequence,
                         Components components) {
  return Writer(stamp, sequence).write(reminders, components);
}

}  // namespace relais::document
