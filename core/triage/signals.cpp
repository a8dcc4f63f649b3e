#include "core/triage/signals.hpp"

#include <algorithm>
#include <vector>

namespace relais::triage {
namespace {

constexpr std::array<std::string_view, category_count> categories{
    "appointment", "callback",    "billing",        "quote",        "complaint", "incident",
    "delivery",    "information", "administrative", "solicitation", "thanks"};
constexpr std::array<std::string_view, action_count> actions{"transfer", "schedule", "message", "answer", "filter"};
constexpr std::array<std::string_view, 7> groups{"danger", "loss", "contact", "anger", "calm", "social", "topic"};

using enum Category;
using enum SignalGroup;

constexpr Signal table[] = {
    // Harm within hours.
    {"water-pouring", danger, 2000, true, {{{incident, 6}}}},
    {"gas-or-fumes", danger, 2200, true, {{{incident, 7}}}},
    {"fire", danger, 2200, true, {{{incident, 7}}}},
    {"electric-danger", danger, 2000, true, {{{incident, 7}}}},
    {"medical-emergency", danger, 2000, true, {{{incident, 6}}}},
    {"person-in-danger", danger, 2000, false, {{{incident, 6}}}},
    {"collapse", danger, 2000, true, {{{incident, 6}}}},
    {"road-danger", danger, 2000, true, {{{incident, 6}}}},
    {"break-in", danger, 2000, true, {{{incident, 6}}}},
    {"data-breach", danger, 2000, true, {{{incident, 7}}}},
    {"payment-fraud", danger, 2000, true, {{{billing, 4}, {incident, 3}}}},
    {"unsafe-product", danger, 2000, true, {{{incident, 7}}}},
    {"business-stopped", danger, 1900, false, {{{incident, 6}}}},
    {"law-at-the-door", danger, 1900, true, {{{administrative, 7}}}},
    {"custody", danger, 2000, true, {{{administrative, 7}}}},
    {"hearing", topic, 0, true, {{{administrative, 2}}}},
    // Something is lost soon, or somebody is stuck.
    {"strong-pain", loss, 1100, true, {{{incident, 6}}}},
    {"no-heat-or-water", loss, 950, false, {{{incident, 5}}}},
    {"blocked-drain", loss, 800, true, {{{incident, 5}}}},
    {"cannot-work", loss, 950, false, {{{incident, 4}}}},
    {"locked-out", loss, 950, false, {{{incident, 4}}}},
    {"people-waiting", loss, 800, false, {}},
    {"vulnerable-person", loss, 250, false, {}},
    {"loss-ahead", loss, 800, false, {}},
    {"distress", loss, 350, false, {}},
    // Contacts before this one.
    {"repeated-contact", contact, 900, false, {{{complaint, 1}}}},
    {"unanswered", contact, 750, false, {}},
    {"promise-missed", contact, 750, false, {{{complaint, 1}}}},
    {"still-waiting", contact, 250, false, {{{delivery, 1}}}},
    {"no-show", contact, 1000, false, {{{complaint, 2}}}},
    {"long-wait", contact, 350, false, {{{delivery, 1}}}},
    // Anger and threats.
    {"dissatisfaction", anger, 150, true, {{{complaint, 5}}}},
    {"anger", anger, 500, true, {{{complaint, 4}}}},
    {"threat-to-sue", anger, 850, false, {{{complaint, 2}}}},
    {"threat-to-leave", anger, 700, false, {{{complaint, 3}}}},
    {"payment-withheld", anger, 800, false, {{{complaint, 5}, {billing, 1}}}},
    {"final-demand", anger, 700, false, {{{billing, 4}}}},
    // It may wait.
    {"contained", calm, -600, false, {}},
    {"someday", calm, -500, false, {}},
    {"no-reply-needed", calm, -900, false, {}},
    {"minor", calm, -300, false, {}},
    // Courtesy, prospecting, machines.
    {"thanks", social, -250, false, {{{thanks, 2}}}},
    {"praise", social, -300, true, {{{thanks, 4}}}},
    {"acknowledgement", social, -900, false, {{{thanks, 5}}}},
    {"prospecting", social, -700, false, {{{solicitation, 4}}}},
    {"scam", social, -1100, false, {{{solicitation, 6}}}},
    {"newsletter", social, -800, false, {{{solicitation, 4}}}},
    {"automatic-message", social, -900, false, {{{information, 2}}}},
    {"wrong-number", social, -1500, false, {}},
    {"private-matter", social, -900, false, {{{callback, 1}}}},
    // What it is about.
    {"appointment", topic, 0, false, {{{appointment, 3}}}},
    {"appointment-change", topic, 0, false, {{{appointment, 5}}}},
    {"callback", topic, 0, false, {{{callback, 3}}}},
    {"bill", topic, 0, false, {{{billing, 3}}}},
    {"price", topic, 0, false, {{{quote, 4}}}},
    {"breakdown", topic, 200, true, {{{incident, 4}}}},
    {"delivery", topic, 0, false, {{{delivery, 3}}}},
    {"question", topic, -150, false, {{{information, 2}}}},
    {"practical-question", topic, -550, false, {{{information, 4}}}},
    {"paperwork", topic, 0, false, {{{administrative, 3}}}},
    {"copy-of-bill", topic, 0, false, {{{billing, 3}}}},
};

// Signals that no words give but the engine finds: dates, the policy, the journal, the form of the message.
constexpr std::string_view computed[] = {
    "appointment-close", "asked-before",  "callback-missed", "calm-words",    "corrected",   "deadline-close",
    "deadline-far",      "deadline-near", "floor",           "hearing-today", "learned",     "learned-action",
    "learned-category",  "no-danger",     "quiet-topic",     "rule",          "safety-rule", "several-contacts",
    "signal-floor",      "spam-rule",     "urgent-words",    "vip",
};

std::vector<std::string_view> all_codes() {
  std::vector<std::string_view> codes;
  for (const Signal& signal : table) codes.push_back(signal.code);
  codes.insert(codes.end(), std::begin(computed), std::end(computed));
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace

std::string_view name(Category category) { return categories[static_cast<std::size_t>(category)]; }
std::span<const std::string_view> category_names() { return categories; }
std::string_view name(Action action) { return actions[static_cast<std::size_t>(action)]; }
std::span<const std::string_view> action_names() { return actions; }

std::string_view name(SignalGroup group) { return groups[static_cast<std::size_t>(group)]; }

std::span<const Signal> signals() { return table; }

const Signal* find_signal(std::string_view code) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const Signal& s) { return s.code == code; });
  return found == std::end(table) ? nullptr : found;
}

std::span<const std::string_view> signal_codes() {
  static const std::vector<std::string_view> codes = all_codes();
  return codes;
}

}  // namespace relais::triage
