#pragma once

#include "core/triage/language.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// What a request can say that matters, in any language: each signal has a code, a weight in the score, and a say in
/// the category. The tables of a language give the words.
namespace relais::triage {

enum class Category : std::uint8_t {
  appointment,
  callback,
  billing,
  quote,
  complaint,
  incident,
  delivery,
  information,
  administrative,
  solicitation,
  thanks,
};
inline constexpr std::size_t category_count = 11;
std::string_view name(Category category);
std::span<const std::string_view> category_names();

enum class Action : std::uint8_t { transfer, schedule, message, answer, filter };
inline constexpr std::size_t action_count = 5;
std::string_view name(Action action);
std::span<const std::string_view> action_names();

/// What a signal is about, which decides how it goes together with others.
enum class SignalGroup : std::uint8_t {
  danger,   ///< harm to a person, property or right within hours; only the greatest counts fully
  loss,     ///< something is lost soon, or somebody is stuck
  contact,  ///< earlier contacts, promises, waiting
  anger,    ///< dissatisfaction and threats
  calm,     ///< it may wait, it is small, it is in hand
  social,   ///< thanks, prospecting, answering machines
  topic,    ///< what it is about; weighs nothing in the priority by itself
};
std::string_view name(SignalGroup group);

struct Vote {
  Category category = Category::information;
  int points = 0;
};

struct Signal {
  std::string_view code;
  SignalGroup group = SignalGroup::topic;
  int weight = 0;               ///< thousandths in the score
  bool negatable = true;        ///< `pas de fuite` takes it away
  std::array<Vote, 2> votes{};  ///< points 0: none
};

/// All signals that words can give, by code; those that the engine computes come after them.
std::span<const Signal> signals();
const Signal* find_signal(std::string_view code);
/// Every code that a rule or a weight of a policy may name.
std::span<const std::string_view> signal_codes();

/// Words of a signal in one language. `strength` multiplies the votes; hits of `unless` at the same words take it away.
struct SignalWords {
  std::string_view code;
  int strength = 1;
  std::string_view patterns;
  std::string_view unless = {};
};
std::span<const SignalWords> french_signals();
std::span<const SignalWords> english_signals();
/// Single words that lean to a topic.
std::span<const SignalWords> topic_words(Language language);

}  // namespace relais::triage
