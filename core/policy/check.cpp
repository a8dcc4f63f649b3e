#include "core/policy/check.hpp"

#include "core/base/text.hpp"
#include "core/policy/policy_json.hpp"

#include <algorithm>

namespace relais::policy {
namespace {

class Checker {
 public:
  Checker(const Policy& policy, const Vocabulary& vocabulary) : policy_(policy), vocabulary_(vocabulary) {}

  std::vector<Problem> run() {
    check_ids(policy_.assistants, "/assistants");
    check_ids(policy_.clients, "/clients");
    for (std::size_t i = 0; i < policy_.clients.size(); ++i) check_client(i);
    check_addresses();
    for (std::size_t i = 0; i < policy_.service_levels.size(); ++i) check_service_level(i);
    check_ids(policy_.rules, "/rules");
    for (std::size_t i = 0; i < policy_.rules.size(); ++i) check_rule(i);
    check_weights();
    check_ids(policy_.follow_ups, "/followUps");
    check_ids(policy_.templates, "/templates");
    check_texts();
    return std::move(problems_);
  }

 private:
  void report(std::string code, std::string path, Arguments args = {}) {
    problems_.push_back({{std::move(code), std::move(args)}, std::move(path), ""});
  }

  template <class T>
  void check_ids(const std::vector<T>& items, const std::string& path) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto same = [&](const T& earlier) { return earlier.id == items[i].id && !items[i].id.empty(); };
      const auto here = items.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::any_of(items.begin(), here, same)) {
        report("duplicate-id", pointer(pointer(path, i), "id"), {{"id", items[i].id}});
      }
    }
  }

  void check_client_reference(std::string_view client, std::string path) {
    if (!client.empty() && !policy_.client(client)) {
      report("unknown-reference", std::move(path), {{"id", std::string(client)}});
    }
  }

  void check_client(std::size_t index) {
    const Client& client = policy_.clients[index];
    const std::string path = pointer("/clients", index);
    check_ids(client.contacts, path + "/contacts");
    check_ids(client.instructions, path + "/instructions");
    for (std::size_t i = 0; i < client.vips.size(); ++i) {
      const Vip& vip = client.vips[i];
      if (!vip.name && !vip.phone && !vip.email && !vip.company) report("vip-empty", pointer(path + "/vips", i));
    }
    for (std::size_t i = 0; i < client.instructions.size(); ++i) {
      const Instruction& instruction = client.instructions[i];
      if (instruction.from && instruction.to && *instruction.to <= *instruction.from) {
        report("instruction-never-holds", pointer(path + "/instructions", i), {{"instruction", instruction.id}});
      }
    }
    if (client.contract && client.contract->kind == "package" && client.contract->minutes == 0) {
      report("package-empty", path + "/contract", {{"client", client.id}});
    }
  }

  void check_addresses() {
    std::map<std::string, std::size_t> owner;
    for (std::size_t i = 0; i < policy_.clients.size(); ++i) {
      const auto& addresses = policy_.clients[i].addresses;
      for (std::size_t j = 0; j < addresses.size(); ++j) {
        const auto [found, added] = owner.emplace(to_lower(addresses[j]), i);
        if (added || found->second == i) continue;
        report("address-shared", pointer(pointer("/clients", i) + "/addresses", j),
               {{"first", policy_.clients[found->second].id}, {"second", policy_.clients[i].id}});
      }
    }
  }

  void check_service_level(std::size_t index) {
    const ServiceLevel& level = policy_.service_levels[index];
    const std::string path = pointer("/serviceLevels", index);
    const Arguments which{{"priority", std::string(name(level.priority))}};
    check_client_reference(level.client, path + "/client");
    if (!level.first_response && !level.resolution) report("service-level-empty", path, which);
    if (level.first_response && level.resolution &&
        total_seconds(*level.resolution) < total_seconds(*level.first_response)) {
      report("resolution-before-response", path, which);
    }
    for (std::size_t i = 0; i < index; ++i) compare_levels(policy_.service_levels[i], level, path);
    const Client* client = policy_.client(level.client);
    if (level.business_clock && client && client->hours.empty()) {
      report("no-hours", path, {{"client", client->id}});
    }
  }

  void compare_levels(const ServiceLevel& earlier, const ServiceLevel& level, const std::string& path) {
    if (earlier.client != level.client) return;
    if (earlier.priority == level.priority) {
      return report("service-level-twice", path, {{"priority", std::string(name(level.priority))}});
    }
    const ServiceLevel& urgent = earlier.priority < level.priority ? earlier : level;
    const ServiceLevel& other = earlier.priority < level.priority ? level : earlier;
    if (urgent.business_clock == other.business_clock && urgent.first_response && other.first_response &&
        total_seconds(*other.first_response) < total_seconds(*urgent.first_response)) {
      report("service-levels-cross", path,
             {{"first", std::string(name(urgent.priority))}, {"second", std::string(name(other.priority))}});
    }
  }

  void check_rule(std::size_t index) {
    const Rule& rule = policy_.rules[index];
    const std::string path = pointer("/rules", index);
    if (rule.when.client) check_client_reference(*rule.when.client, path + "/when/client");
    if (rule.then == Rule::Then{} && !rule.stop) report("rule-does-nothing", path, {{"rule", rule.id}});
    check_conditions(rule, path);
    check_route(rule, path);
    for (std::size_t i = 0; i < index; ++i) {
      const Rule& earlier = policy_.rules[i];
      if (earlier.stop && covers(earlier.when, rule.when)) {
        return report("rule-shadowed", path, {{"rule", rule.id}, {"by", earlier.id}});
      }
      if (earlier.when == rule.when) compare_rules(earlier, rule, path);
    }
  }

  void check_conditions(const Rule& rule, const std::string& path) {
    const auto& when = rule.when;
    const auto never = [&](std::string_view member) {
      report("rule-never-fires", pointer(path + "/when", member), {{"rule", rule.id}, {"member", std::string(member)}});
    };
    if (when.kind && !possible_kind(when)) never("kind");
    if (when.vip.value_or(false) && !possible_vip(when)) never("vip");
    if (when.signal && !contains(vocabulary_.signals, *when.signal)) never("signal");
    if (when.channel && !contains(vocabulary_.channels, *when.channel)) never("channel");
    if (when.category && !contains(vocabulary_.categories, *when.category)) never("category");
    if (when.lang && *when.lang != "fr" && *when.lang != "en") never("lang");
  }

  template <class Matches>
  bool any_client(const Rule::When& when, Matches matches) const {
    return std::any_of(policy_.clients.begin(), policy_.clients.end(), [&](const Client& client) {
      return (!when.client || client.id == *when.client) && matches(client);
    });
  }

  bool possible_kind(const Rule::When& when) const {
    if (when.client && !policy_.client(*when.client)) return true;
    return any_client(when, [&](const Client& client) { return client.kind == *when.kind; });
  }

  bool possible_vip(const Rule::When& when) const {
    if (when.client && !policy_.client(*when.client)) return true;
    return any_client(when, [](const Client& client) { return !client.vips.empty(); });
  }

  static bool contains(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  // Whether every request that meets `narrow` meets `wide`.
  bool covers(const Rule::When& wide, const Rule::When& narrow) const {
    const auto holds = [](const auto& broad, const auto& tight) { return !broad || (tight && *broad == *tight); };
    const Client* client = narrow.client ? policy_.client(*narrow.client) : nullptr;
    const bool kind = holds(wide.kind, narrow.kind) || (client && client->kind == *wide.kind);
    return kind && holds(wide.client, narrow.client) && holds(wide.signal, narrow.signal) &&
           holds(wide.channel, narrow.channel) && holds(wide.category, narrow.category) &&
           holds(wide.lang, narrow.lang) && holds(wide.vip, narrow.vip);
  }

  void compare_rules(const Rule& first, const Rule& second, const std::string& path) {
    const auto compare = [&](const auto& a, const auto& b, std::string_view member) {
      if (!a || !b || *a == *b) return;
      report("rules-contradict", pointer(path + "/then", member),
             {{"first", first.id}, {"second", second.id}, {"member", std::string(member)}});
    };
    compare(first.then.priority, second.then.priority, "priority");
    compare(first.then.action, second.then.action, "action");
    compare(first.then.category, second.then.category, "category");
    compare(first.then.route, second.then.route, "route");
  }

  void check_route(const Rule& rule, const std::string& path) {
    if (!rule.then.route || policy_.assistant(*rule.then.route)) return;
    const bool contact = any_client(rule.when, [&](const Client& client) {
      return std::any_of(client.contacts.begin(), client.contacts.end(),
                         [&](const Contact& person) { return person.id == *rule.then.route; });
    });
    if (!contact) report("unknown-reference", path + "/then/route", {{"id", *rule.then.route}});
  }

  void check_weights() {
    for (const auto& [code, weight] : policy_.weights) {
      if (!contains(vocabulary_.signals, code)) {
        report("unknown-signal", pointer("/weights", code), {{"signal", code}});
      }
    }
  }

  void check_texts() {
    for (std::size_t i = 0; i < policy_.follow_ups.size(); ++i) {
      const FollowUp& follow_up = policy_.follow_ups[i];
      const std::string path = pointer("/followUps", i);
      check_client_reference(follow_up.client, path + "/client");
      const auto same = [&](const Template& text) { return text.id == follow_up.template_id; };
      if (!follow_up.template_id.empty() && std::none_of(policy_.templates.begin(), policy_.templates.end(), same)) {
        report("unknown-reference", path + "/template", {{"id", follow_up.template_id}});
      }
    }
    for (std::size_t i = 0; i < policy_.templates.size(); ++i) {
      check_client_reference(policy_.templates[i].client, pointer("/templates", i) + "/client");
    }
  }

  const Policy& policy_;
  const Vocabulary& vocabulary_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check(const Policy& policy, const Vocabulary& vocabulary) {
  return Checker(policy, vocabulary).run();
}

}  // namespace relais::policy
