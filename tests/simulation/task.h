// Functions that wait, as the page's do: coroutines on one thread, and the scheduler that decides which call
// of a place is done, and answered, next.
//
// A call is made at once and does nothing yet. The scheduler does it in one step and answers it in another,
// so that anything can come between: another tab, a fault, a crash.
#pragma once
#include <coroutine>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stegvis::simulation {

struct Void {};

// A function that may wait, and gives a T. It begins where it is awaited, or by start().
template <class T>
class [[nodiscard]] Task {
 public:
  struct promise_type {
    std::optional<T> value;
    std::coroutine_handle<> then = std::noop_coroutine();

    Task get_return_object() {
      return Task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct Final {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> ended) noexcept {
        return ended.promise().then;
      }
      void await_resume() noexcept {}
    };
    Final final_suspend() noexcept { return {}; }
    void return_value(T result) { value = std::move(result); }
    void unhandled_exception() { std::abort(); }
  };

  Task() = default;
  Task(Task&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Task& operator=(Task&& other) noexcept {
    if (this != &other) {
      if (handle_) handle_.destroy();
      handle_ = std::exchange(other.handle_, nullptr);
    }
    return *this;
  }
  ~Task() {
    if (handle_) handle_.destroy();
  }

  bool await_ready() const { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> waiter) {
    handle_.promise().then = waiter;
    return handle_;
  }
  T await_resume() { return std::move(*handle_.promise().value); }

  // Of a task that nobody awaits.
  void start() { handle_.resume(); }
  bool done() const { return handle_ && handle_.done(); }
  const T& result() const { return *handle_.promise().value; }

 private:
  explicit Task(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  std::coroutine_handle<promise_type> handle_;
};

// The answer to a call that was made.
template <class T>
class Call {
 public:
  struct State {
    std::optional<T> answer;
    std::coroutine_handle<> waiter;
  };
  explicit Call(std::shared_ptr<State> state) : state_(std::move(state)) {}
  bool await_ready() const { return state_->answer.has_value(); }
  void await_suspend(std::coroutine_handle<> waiter) { state_->waiter = waiter; }
  T await_resume() { return *state_->answer; }

 private:
  std::shared_ptr<State> state_;
};

// A call that was made and has no answer yet. `perform` does it; `answer` hands the answer over and gives the
// coroutine that waits for it, if there is one by then.
struct Pending {
  int owner = 0;      // the tab
  const char* place;  // "primary", "mirror" or "host"
  const char* name;   // "read"
  bool done = false;
  bool held = false;            // for now it is left where it is
  std::function<bool()> may{};  // it can be done; without one: always
  std::function<void()> perform;
  std::function<std::coroutine_handle<>()> answer;
};

class Scheduler {
 public:
  template <class T>
  Call<T> call(int owner, const char* place, const char* name, std::function<T()> work) {
    using State = typename Call<T>::State;
    auto state = std::make_shared<State>();
    auto result = std::make_shared<std::optional<T>>();
    Pending pending{owner, place, name};
    pending.perform = [result, work = std::move(work)] { *result = work(); };
    pending.answer = [result, state] {
      state->answer = std::move(*result);
      return std::exchange(state->waiter, nullptr);
    };
    calls_.push_back(std::move(pending));
    return Call<T>(std::move(state));
  }

  std::vector<Pending>& calls() { return calls_; }
  // The calls that can be done or answered now.
  std::vector<size_t> ready() const {
    std::vector<size_t> list;
    for (size_t i = 0; i < calls_.size(); ++i) {
      const Pending& call = calls_[i];
      if (!call.held && (call.done || !call.may || call.may())) list.push_back(i);
    }
    return list;
  }

  // Does a call; if it is done already, answers it, and the waiting coroutine goes on.
  void step(size_t index) {
    Pending& chosen = calls_[index];
    if (!chosen.done) {
      chosen.done = true;
      chosen.perform();
      return;
    }
    auto answer = std::move(chosen.answer);
    calls_.erase(calls_.begin() + std::ptrdiff_t(index));
    if (auto waiter = answer()) waiter.resume();
  }

  // Forgets the calls of a tab that is gone.
  void forget(int owner) {
    std::erase_if(calls_, [&](const Pending& call) { return call.owner == owner; });
  }

 private:
  std::vector<Pending> calls_;
};

// A wait for something that happens inside the tab. wake() lets the coroutine that waits go on at once.
class Signal {
 public:
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> waiter) { waiter_ = waiter; }
  void await_resume() {}
  bool waiting() const { return bool(waiter_); }
  void wake() {
    if (auto waiter = std::exchange(waiter_, nullptr)) waiter.resume();
  }

 private:
  std::coroutine_handle<> waiter_;
};

}  // namespace stegvis::simulation
