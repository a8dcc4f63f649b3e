#include "core/triage/category.hpp"

#include <algorithm>

namespace relais::triage {
namespace {

using Points = std::array<int, category_count>;

int& of(Points& points, Category category) { return points[static_cast<std::size_t>(category)]; }

Points count_votes(const Evidence& evidence) {
  Points points{};
  for (const Finding& finding : evidence.findings) {
    for (const Vote& vote : finding.signal->votes) of(points, vote.category) += vote.points * finding.points;
  }
  return points;
}

bool has(const Evidence& evidence, std::initializer_list<std::string_view> codes) {
  return std::any_of(codes.begin(), codes.end(), [&](std::string_view code) { return evidence.find(code); });
}

bool in_danger(const Evidence& evidence) {
  return std::any_of(evidence.findings.begin(), evidence.findings.end(),
                     [](const Finding& f) { return f.signal->group == SignalGroup::danger; });
}

// Prospecting shows in its phrases, or in the look of it together with them.
bool is_solicitation(const Evidence& evidence, const Points& points) {
  const int votes = points[static_cast<std::size_t>(Category::solicitation)];
  const Finding* prospecting = evidence.find("prospecting");
  const Finding* scam = evidence.find("scam");
  if (scam && (prospecting || scam->points >= 4 || evidence.find("newsletter"))) return true;
  if (votes < 18)
    return votes >= 8 && !has(evidence, {"appointment-change", "breakdown", "repeated-contact", "paperwork"}) &&
           !in_danger(evidence);
  return true;
}

}  // namespace

CategoryChoice choose_category(const Evidence& evidence, const Request& request) {
  CategoryChoice choice;
  Points& points = choice.points = count_votes(evidence);
  const auto pick = [&](Category category) {
    choice.category = category;
    return choice;
  };
  if (is_solicitation(evidence, points)) return pick(Category::solicitation);
  of(points, Category::solicitation) = 0;
  const bool danger = in_danger(evidence);
  int others = 0;
  for (std::size_t i = 0; i < category_count; ++i) {
    const auto category = static_cast<Category>(i);
    if (category != Category::callback && category != Category::thanks && category != Category::information)
      others = std::max(others, points[i]);
  }
  const bool wants_nothing = !evidence.asks && others < 12 && of(points, Category::callback) == 0 && !evidence.deadline;
  const int thanked = of(points, Category::thanks);
  const bool acknowledged = evidence.find("acknowledgement") && !evidence.asks;
  const bool warmly =
      thanked >= 8 && !evidence.asks && others < 24 && of(points, Category::callback) == 0 && !evidence.deadline;
  if (thanked > 0 && !danger && (acknowledged || warmly || (wants_nothing && thanked >= 4) || thanked >= 16))
    return pick(Category::thanks);
  of(points, Category::thanks) = 0;
  // A call is wanted about something: the something counts, unless it hardly shows.
  of(points, Category::callback) /= others >= 14 ? 3 : others >= 10 ? 2 : 1;
  if (danger && of(points, Category::incident) > 0) of(points, Category::incident) += 6;
  if (has(evidence, {"appointment-change"})) of(points, Category::information) = 0;
  if (others >= 8) of(points, Category::information) /= 2;
  const bool angry = has(evidence, {"anger", "threat-to-leave", "threat-to-sue", "payment-withheld", "no-show"});
  const bool wronged = has(evidence, {"dissatisfaction", "promise-missed", "no-show"});
  if (!angry && !has(evidence, {"dissatisfaction"})) of(points, Category::complaint) /= 2;
  if (angry && wronged) of(points, Category::complaint) += 8;
  if (angry && !has(evidence, {"appointment-change"})) of(points, Category::appointment) /= 2;
  // Nobody called back: what is wanted is the call.
  const bool only_call = evidence.find("callback") && others <= of(points, Category::complaint) &&
                         of(points, Category::billing) < 8 && of(points, Category::incident) < 8 &&
                         of(points, Category::delivery) < 8;
  if (only_call && has(evidence, {"unanswered", "promise-missed", "repeated-contact"}) &&
      !evidence.find("dissatisfaction"))
    return pick(Category::callback);
  // A short note that asks for a call is about the call, whatever it names.
  if (evidence.find("callback") && evidence.words <= 25 && others <= 14 && !angry &&
      of(points, Category::callback) * 2 >= others)
    return pick(Category::callback);
  const auto best = std::max_element(points.begin(), points.end());
  if (*best == 0) {
    const bool nearly_empty = evidence.words <= 3;
    return pick(nearly_empty || !evidence.asks
                    ? (request.channel == "phone" || request.channel == "voicemail" ? Category::callback
                                                                                    : Category::information)
                    : Category::information);
  }
  return pick(static_cast<Category>(best - points.begin()));
}

}  // namespace relais::triage
