#include "core/triage/queue.hpp"

#include <doctest/doctest.h>

using namespace relais;
using namespace relais::triage;

namespace {

Waiting sure(const char* id, int priority, std::int64_t slack, std::int64_t age = 0) {
  Waiting item;
  item.id = id;
  item.probabilities = {0, 0, 0, 0};
  item.probabilities[static_cast<std::size_t>(priority)] = 1000;
  item.slack = {slack, slack, slack, slack};
  item.age = age;
  return item;
}

std::string order(const std::vector<Waiting>& items) {
  std::string out;
  for (const QueuePlace& place : order_of_work(items, std::nullopt)) out += items[place.index].id;
  return out;
}

}  // namespace

TEST_CASE("what costs more to leave goes first, and equals keep their order") {
  CHECK(order({sure("a", 2, 60), sure("b", 0, 60), sure("c", 1, 60)}) == "bca");
  CHECK(order({sure("a", 1, 500), sure("b", 1, 5)}) == "ba");
  CHECK(order({sure("a", 2, 60), sure("b", 2, 60)}) == "ab");
}

TEST_CASE("an item that may be critical stands before one that surely is normal") {
  Waiting maybe = sure("m", 2, 30);
  maybe.probabilities = {300, 0, 700, 0};
  CHECK(order({sure("n", 2, 30), maybe}) == "mn");
}

TEST_CASE("low work that has waited for days passes fresh normal work, unwanted never") {
  CHECK(order({sure("n", 2, 900), sure("l", 3, 5000, 20 * 480)}) == "ln");
  Waiting spam = sure("s", 3, 0, 20 * 480);
  spam.unwanted = true;
  CHECK(order({spam, sure("n", 2, 900)}) == "ns");
}

TEST_CASE("waiting counts little on the first day and as much as due high work after two, never more") {
  CHECK(order({sure("l", 3, 1440, 60), sure("n", 2, 15)}) == "nl");
  CHECK(order({sure("n", 2, 15), sure("l", 3, 900, 480)}) == "ln");
  CHECK(order({sure("l", 3, 0, 30 * 480), sure("c", 0, 0)}) == "cl");
  CHECK(order({sure("h", 1, -60), sure("l", 3, 0, 30 * 480)}) == "hl");
}

TEST_CASE("what may be late already comes before what is surely soon due") {
  Waiting late = sure("m", 2, 0);
  late.probabilities = {200, 0, 800, 0};
  late.slack = {-5, 90, 400, 1000};
  Waiting soon = sure("h", 1, 45);
  CHECK(order({soon, late}) == "mh");
}

TEST_CASE("each reason of the order holds of the item that gives it") {
  std::vector<Waiting> items;
  for (int i = 0; i < 200; ++i) {
    Waiting item = sure("x", i % 4, (i * 37) % 500 - 100, (i * 53) % 1500);
    item.unwanted = i % 17 == 0;
    items.push_back(item);
  }
  const auto number = [](const Reason& reason, std::string_view name) {
    for (const Argument& argument : reason.args) {
      if (argument.name == name) return std::get<std::int64_t>(argument.value);
    }
    return std::int64_t{-1};
  };
  for (const QueuePlace& place : order_of_work(items, std::nullopt)) {
    const Waiting& item = items[place.index];
    const std::string& code = place.because.code;
    CHECK((code == "order-unwanted") == item.unwanted);
    if (code == "order-waited") CHECK(number(place.because, "minutes") == item.age);
    if (code == "order-overdue") CHECK(number(place.because, "minutes") == -item.slack[0]);
    if (code == "order-due") CHECK(number(place.because, "minutes") == item.slack[0]);
    if (code == "order-priority") CHECK(item.slack[0] > 30);
  }
}

TEST_CASE("what a person ranked stands before the first one of a lower priority") {
  std::vector<Waiting> items{sure("c", 0, 5), sure("n", 2, 5), sure("l", 3, 5), sure("h", 1, 5000)};
  const auto levels = {policy::Priority::critical, policy::Priority::normal, policy::Priority::low,
                       policy::Priority::high};
  std::size_t at = 0;
  for (const policy::Priority level : levels) items[at++].priority = level;
  items[3].set_by_person = true;
  CHECK(order(items) == "chnl");
  CHECK(order_of_work(items, std::nullopt)[1].because.code == "order-corrected");
}

TEST_CASE("what presses and no longer fits into the free minutes is handed over") {
  const std::vector<Waiting> items{sure("a", 0, 5), sure("b", 0, 5)};
  const auto places = order_of_work(items, 6);
  CHECK(places[0].because.code == "order-due");
  CHECK(places[1].because.code == "order-needs-help");
}
