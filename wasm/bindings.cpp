#include "core/base/json.hpp"
#include "core/base/limits.hpp"
#include "core/desk/operations.hpp"

#include <emscripten/bind.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

/// All that the module shows to JavaScript: the operations table, one exchange in text, and the same in slices.
/// JSON is text both ways, so nothing but `Work` has a lifetime.
namespace relais {
namespace {

/// `[{name, takesNow, hasWork}]`
std::string operations() {
  Json table = Json::array();
  for (const desk::Operation& operation : desk::operations()) {
    table.push_back({{"name", operation.name}, {"takesNow", operation.takes_now}, {"hasWork", !!operation.start}});
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
      RELAIS_TRY(const Json json, parse_json(params_));
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

std::string run(const std::string& name, const std::string& params) { return desk::run_text(name, params); }

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
  emscripten::function("run", &run);
  emscripten::function("version", &version);
  emscripten::function("inputLimit", &input_limit);
  emscripten::function("refuse", &refuse);
  emscripten::function("memoryInUse", &memory_in_use);
  emscripten::class_<Work>("Work")
      .constructor<std::string, std::string>()
      .function("advance", &Work::advance)
      .function("progress", &Work::progress)
      .function("stop", &Work::stop)
      .function("answer", &Work::answer);
}

}  // namespace
}  // namespace relais
