#include "core/triage/base_model.hpp"
#include "core/triage/learn_json.hpp"

#include "tests/unit/triage/triage_cases.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace relais;
using namespace relais::triage;

namespace {

std::vector<Correction> lessons(const char* category, std::initializer_list<const char*> texts) {
  std::vector<Correction> out;
  for (const char* text : texts) {
    Correction correction;
    correction.request = request_of("en", text);
    correction.category = category;
    out.push_back(std::move(correction));
  }
  return out;
}

Model taught(const std::vector<Correction>& corrections, Model model = {}) {
  auto out = learn(std::move(model), corrections);
  REQUIRE(out.ok());
  return std::move(*out);
}

std::string category_of(const Model& model, const char* text) { return judged(request_of("en", text), model).category; }

}  // namespace

TEST_CASE("the shipped base model can be read and has an opinion of each task") {
  const BaseModel& base = BaseModel::shipped();
  REQUIRE(!base.empty());
  const Request request = request_of("en", "How much for a new boiler?");
  const Evidence evidence = evidence_of(request);
  const Features features = features_of(request, evidence, judge_by_rules(request, evidence));
  CHECK(base.scores(Task::priority, features).size() == 4);
  CHECK(base.scores(Task::category, features).size() == category_count);
  CHECK(base.scores(Task::action, features).size() == action_count);
}

TEST_CASE("a base model that is cut or of another form is none") {
  const unsigned char wrong[] = {'R', 'T', 'B', '0', 1, 2, 3};
  CHECK(BaseModel::read(wrong, sizeof wrong).empty());
  CHECK(BaseModel::read(wrong, 0).empty());
  std::string cut = "RTB3";
  for (const int labels : {4, 11, 5}) cut += {static_cast<char>(labels), 1, 0, 0, 0, 1, 0, 0, 0, 0, 1};
  CHECK(BaseModel::read(reinterpret_cast<const unsigned char*>(cut.data()), cut.size()).empty());
}

TEST_CASE("features are sorted, each bucket once, and a long text does not weigh more than a short one") {
  std::string body;
  for (int i = 0; i < 300; ++i) body += "word" + std::to_string(i) + " and more. ";
  for (const std::string& text : {std::string("Short note."), body}) {
    const Request request = request_of("en", text);
    const Evidence evidence = evidence_of(request);
    const Features features = features_of(request, evidence, judge_by_rules(request, evidence));
    std::int64_t squares = 0;
    for (std::size_t i = 0; i < features.size(); ++i) {
      if (i > 0) CHECK(features[i - 1].bucket < features[i].bucket);
      CHECK(features[i].bucket < bucket_count);
      if (features[i].bucket < text_buckets) squares += std::int64_t{features[i].weight} * features[i].weight;
    }
    CHECK(squares <= std::int64_t{1536} * 1536 + 3072);  // the length is rounded down to a whole number
  }
}

TEST_CASE("a desk's own category is learned from a few corrections and leaves the others alone") {
  const Model model =
      taught(lessons("parking", {"The parking badge is lost", "My parking space is taken",
                                 "Who manages the parking badges?", "Another car in my parking space"}));
  CHECK(category_of(model, "Somebody is in my parking space") == "parking");
  CHECK(category_of(model, "Please send me a copy of my invoice") == "billing");
  CHECK(category_of({}, "Please send me a copy of my invoice") == "billing");
}

TEST_CASE("learning twice from the same corrections gives the same numbers") {
  const auto corrections = lessons("parking", {"The parking badge is lost", "My space is taken"});
  CHECK(to_json(taught(corrections)) == to_json(taught(corrections)));
}

TEST_CASE("a model written and read again says the same, and holds no word of a request") {
  const Model model = taught(lessons("parking", {"The parking badge is lost", "My parking space is taken"}));
  const Json written = to_json(model);
  CHECK(written.dump().find("badge") == std::string::npos);
  Reading reading;
  ObjectReader object(written, "", reading);
  const Model again = read_model(object);
  REQUIRE(!reading.failed());
  CHECK(to_json(again) == written);
  CHECK(category_of(again, "A parking badge") == category_of(model, "A parking badge"));
}

TEST_CASE("a model that did not come from triage.learn is refused") {
  const auto refused = [](Json json) {
    Reading reading;
    ObjectReader object(json, "", reading);
    read_model(object);
    return reading.failed();
  };
  const Json good = to_json(taught(lessons("parking", {"The parking badge is lost"})));
  CHECK(!refused(good));
  Json bad = good;
  bad["version"] = 1;
  CHECK(refused(bad));
  bad = good;
  bad["category"]["labels"][0] = "other";
  CHECK(refused(bad));
  bad = good;
  bad["category"]["weights"] = "AAAA";
  CHECK(refused(bad));
  bad = good;
  bad["category"]["temperature"] = 1;
  CHECK(refused(bad));
}

TEST_CASE("a desk has at most so many categories, and one more is an error") {
  std::vector<Correction> corrections;
  for (int i = 0; i < 53; ++i) corrections.push_back(lessons(("own " + std::to_string(i)).c_str(), {"text"}).front());
  CHECK(learn({}, corrections).ok());
  corrections.push_back(lessons("one more", {"text"}).front());
  const auto over = learn({}, corrections);
  REQUIRE(!over.ok());
  CHECK(over.error().code == ErrorCode::too_many);
}

TEST_CASE("without base and corrections the rules speak alone") {
  Model none;
  none.base = false;
  const Request request = request_of("fr", "Merci beaucoup !");
  const Evidence evidence = evidence_of(request);
  const Learned says = consult(none, request, evidence, judge_by_rules(request, evidence));
  CHECK(!says.priority.has_value());
  CHECK(!says.category.has_value());
  CHECK(!says.action.has_value());
}
