#include "core/base/json.hpp"
#include "core/base/limits.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/operations.hpp"

#include <emscripten/bind.h>
#include <emscripten/val.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

/// All that the module shows to JavaScript: the operations table, one exchange in text, and the same in slices.
/// JSON is text both ways, so nothing but `Work` and `Desk` has a lifetime, and the two texts until they are forgotten.
namespace relais {
namespace {

/// `[{name, takesNow, hasWork, ofDesk}]`
std::string operations() {
  Json table = Json::array();
  for (const desk::Operation& operation : desk::operations()) {
    table.push_back({{"name", operation.name},
                     {"takesNow", operation.takes_now},
                     {"hasWork", !!operation.start},
                     {"ofDesk", desk::Desk::answers(operation.name)}});
  }
  return dump(table);
}

/// One call of an operation in slices. An operation without slices does it all in the first one, and a call that
/// cannot start has its error as its answer: callers need one loop for every case.
class Work {
 public:
  Work(std::string name, std::string params) : name_(std::move(name)), params_(std::move(params)) {
    const desk::Operation* operation = desk::find_operation(name_);
    if (!operation || !operation->start) return;
    const auto started = [&]() -> Result<std::unique_ptr<desk::Work>> {
      RELAIS_TRY(const Json json, desk::read_params(params_));
      return operation->start(json);
    };
    auto work = started();
    if (work.ok()) {
      work_ = std::move(work.value());
    } else {
      answer_ = dump(Json{{"error", to_json(work.error())}});
    }
    params_.clear();
  }

  /// False once there is nothing left to do.
  bool advance(double units) {
    if (work_) return work_->advance(static_cast<std::int64_t>(units));
    if (answer_.empty()) answer_ = desk::run_text(name_, params_);
    return false;
  }

  std::string progress() const { return work_ ? dump(work_->progress()) : "{}"; }

  void stop(const std::string& stopped) {
    if (work_) work_->stop(stopped);
  }

  /// `{"result": …}` or `{"error": …}`, of what has been done so far.
  std::string answer() {
    if (work_) return dump(Json{{"result", work_->answer()}});
    advance(0);
    return answer_;
  }

 private:
  std::string name_, params_, answer_;
  std::unique_ptr<desk::Work> work_;
};

/// The texts of the exchange that is under way, where JavaScript reads and writes them in place.
std::string inbox, outbox;

emscripten::val view(std::string& text) {
  return emscripten::val(emscripten::typed_memory_view(text.size(), reinterpret_cast<unsigned char*>(text.data())));
}

/// Room for so many bytes of parameters; what is there already stays.
emscripten::val room(double bytes) {
  inbox.resize(static_cast<std::size_t>(bytes));
  return view(inbox);
}

/// Answers the first so many bytes of the inbox.
emscripten::val run(const std::string& name, double bytes) {
  outbox = desk::run_text(name, std::string_view(inbox).substr(0, static_cast<std::size_t>(bytes)));
  return view(outbox);
}

/// As `run`, the answer packed: see core/desk/operations.hpp.
emscripten::val run_packed(const std::string& name, double bytes) {
  outbox = desk::run_packed(name, std::string_view(inbox).substr(0, static_cast<std::size_t>(bytes)));
  return view(outbox);
}

/// A desk that is held. The parameters of its making, and of each question, are the first so many bytes of the inbox.
class Desk {
 public:
  explicit Desk(double bytes) {
    auto opened = [&]() -> Result<std::unique_ptr<desk::Desk>> {
      RELAIS_TRY(Json held, params(bytes));
      return desk::Desk::open(std::move(held));
    }();
    outbox = opened.ok() ? "" : dump(Json{{"error", to_json(opened.error())}});
    if (opened.ok()) desk_ = std::move(opened).value();
  }

  /// `{"error": …}` where it could not be opened, else empty.
  emscripten::val refusal() const { return view(outbox); }

  emscripten::val run(const std::string& name, double bytes) {
    const auto answer = [&]() -> Result<Json> {
      RELAIS_TRY(Json question, params(bytes));
      return desk_->run(name, std::move(question));
    }();
    outbox = answer.ok() ? dump(Json{{"result", *answer}}) : dump(Json{{"error", to_json(answer.error())}});
    return view(outbox);
  }

 private:
  static Result<Json> params(double bytes) {
    return desk::read_params(std::string_view(inbox).substr(0, static_cast<std::size_t>(bytes)));
  }

  std::unique_ptr<desk::Desk> desk_;
};

/// Gives the memory of the exchange back.
void forget() {
  std::string().swap(inbox);
  std::string().swap(outbox);
}

std::string version() { return std::string(desk::version()); }

/// Bytes of the longest text that an operation takes.
double input_limit() { return static_cast<double>(limits::input_bytes); }

/// The answer to a text of so many bytes, too long to be handed over at all.
std::string refuse(double bytes) {
  return dump(Json{{"error", to_json(input_too_large(static_cast<std::size_t>(bytes)))}});
}

/// Bytes that the core has asked for and not given back.
double memory_in_use() { return static_cast<double>(mallinfo().uordblks); }

EMSCRIPTEN_BINDINGS(relais) {
  emscripten::function("operations", &operations);
  emscripten::function("room", &room);
  emscripten::function("run", &run);
  emscripten::function("runPacked", &run_packed);
  emscripten::function("forget", &forget);
  emscripten::function("version", &version);
  emscripten::function("inputLimit", &input_limit);
  emscripten::function("refuse", &refuse);
  emscripten::function("memoryInUse", &memory_in_use);
  emscripten::class_<Desk>("Desk")
      .constructor<double>()
      .function("refusal", &Desk::refusal)
      .function("run", &Desk::run);
  emscripten::class_<Work>("Work")
      .constructor<std::string, std::string>()
      .function("advance", &Work::advance)
      .function("progress", &Work::progress)
      .function("stop", &Work::stop)
      .function("answer", &Work::answer);
}

}  // namespace
}  // namespace relais
