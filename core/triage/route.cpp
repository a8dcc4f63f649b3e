#include "core/triage/route.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

bool has(const std::vector<std::string>& list, std::string_view wanted) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& item) { return fold(item) == fold(wanted); });
}

// Whether the last name of a person stands among the words.
bool is_named(const std::string& name, const Tokens& tokens) {
  const Tokens words = tokenize(name);
  for (std::size_t i = words.size(); i-- > 0;) {
    if (!words[i].is_word() || words[i].text.size() < 3) continue;
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const Token& token) { return token.capital && token.text == words[i].text; });
  }
  return false;
}

bool has_skill(const std::vector<std::string>& skills, const Evidence& evidence, const Judgement& judgement) {
  if (has(skills, judgement.category)) return true;
  const bool signal = std::any_of(evidence.findings.begin(), evidence.findings.end(),
                                  [&](const Finding& f) { return has(skills, f.signal->code); });
  if (signal) return true;
  return std::any_of(skills.begin(), skills.end(), [&](const std::string& skill) {
    const std::string wanted = fold(skill);
    const auto said = [&](const Token& token) {
      return wanted.size() >= 4 && token.text.compare(0, wanted.size(), wanted) == 0;
    };
    return std::any_of(evidence.body.begin(), evidence.body.end(), said) ||
           std::any_of(evidence.subject.begin(), evidence.subject.end(), said);
  });
}

const policy::Contact* find_contact(const policy::Client& client, const Request& request, const Evidence& evidence,
                                    const Judgement& judgement, std::string& why) {
  for (const policy::Contact& contact : client.contacts) {
    why = "route-named";
    if ((!request.to.empty() && (request.to == contact.id || request.to == contact.name)) ||
        is_named(contact.name, evidence.body) || is_named(contact.name, evidence.subject))
      return &contact;
  }
  for (const policy::Contact& contact : client.contacts) {
    why = "route-skill";
    if (has_skill(contact.skills, evidence, judgement)) return &contact;
  }
  why = "route-contact";
  return client.contacts.empty() ? nullptr : &client.contacts.front();
}

const policy::Assistant* find_assistant(const policy::Policy& policy, const policy::Client* client,
                                        const Evidence& evidence) {
  const policy::Assistant* best = nullptr;
  int best_points = -1;
  for (const policy::Assistant& assistant : policy.assistants) {
    const bool speaks = assistant.languages.empty() || has(assistant.languages, name(evidence.language));
    const bool knows = client && (has(assistant.skills, client->kind) || has(assistant.skills, client->id));
    const int points = (speaks ? 2 : 0) + (knows ? 1 : 0);
    if (points > best_points) {
      best = &assistant;
      best_points = points;
    }
  }
  return best;
}

}  // namespace

Route choose_route(const Request& request, const Evidence& evidence, const Judgement& judgement,
                   const policy::Policy& policy) {
  if (judgement.route) return {*judgement.route, {"route-rule", {{"to", *judgement.route}}}};
  const policy::Client* client = policy.client(request.client);
  if (judgement.action == Action::transfer && client) {
    std::string why;
    if (const policy::Contact* contact = find_contact(*client, request, evidence, judgement, why)) {
      return {contact->id, {why, {{"to", contact->id}}}};
    }
  }
  if (const policy::Assistant* assistant = find_assistant(policy, client, evidence)) {
    return {assistant->id,
            {"route-assistant", {{"to", assistant->id}, {"lang", std::string(name(evidence.language))}}}};
  }
  return {"", {"route-nobody", {}}};
}

}  // namespace relais::triage
