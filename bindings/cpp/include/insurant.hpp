// insurant for C++17: handles that free themselves, views in, strings out. All of it stands on
// insurant.h, whose contract holds; nothing is decided here.
//
// A call that can fail answers Result<T>. By default that is a value or an Error, to be looked at
// before it is used; used without being there it throws the Error. With INSURANT_EXCEPTIONS defined
// before this header Result<T> is T itself, and an Error is thrown. With INSURANT_NO_EXCEPTIONS, which
// compilers without exceptions (-fno-exceptions) need not be told, nothing is thrown: a value that is
// used without being there ends the process, as a pointer to nothing would.

#ifndef INSURANT_HPP
#define INSURANT_HPP

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "insurant.h"

#if !defined(__cpp_exceptions) && !defined(_CPPUNWIND) && !defined(INSURANT_NO_EXCEPTIONS)
#define INSURANT_NO_EXCEPTIONS
#endif
#if defined(INSURANT_EXCEPTIONS) && defined(INSURANT_NO_EXCEPTIONS)
#error "INSURANT_EXCEPTIONS and INSURANT_NO_EXCEPTIONS: define one, and compile with exceptions for the first"
#endif

namespace insurant {

// Rows that somebody else owns: a vector, an array, a span, or a pointer and a count.
template <class T>
class View {
public:
    constexpr View() noexcept = default;
    constexpr View(T *data, std::size_t size) noexcept : data_(data), size_(size) {}
    template <class Rows, class = decltype(static_cast<T *>(std::declval<Rows &>().data()))>
    constexpr View(Rows &&rows) noexcept : data_(rows.data()), size_(rows.size()) {}
    template <std::size_t N>
    constexpr View(T (&rows)[N]) noexcept : data_(rows), size_(N) {}

    constexpr T *data() const noexcept { return data_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr T *begin() const noexcept { return data_; }
    constexpr T *end() const noexcept { return data_ + size_; }

private:
    T *data_ = nullptr;
    std::size_t size_ = 0;
};

namespace detail {

inline InsurantStr in(std::string_view text) noexcept {
    InsurantStr str;
    str.ptr = reinterpret_cast<const std::uint8_t *>(text.data());
    str.len = text.size();
    return str;
}

inline std::string_view out(InsurantStr str) noexcept {
    return {reinterpret_cast<const char *>(str.ptr), str.len};
}

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T *object) const noexcept {
        Free(object);
    }
};

template <class T, auto Free>
using Handle = std::unique_ptr<T, Freed<Free>>;

}  // namespace detail

// One problem, with texts of its own.
struct Problem {
    std::string code, message, path, source, found, expected, nearest, remedy;
    std::uint32_t line = 0, column = 0;
};

// Why a call failed: the status, and every problem that was found.
class Error : public std::exception {
public:
    Error(InsurantStatus status, InsurantError *taken) : status_(status) {
        const detail::Handle<InsurantError, insurant_error_free> error(taken);
        InsurantStr text{};
        if (!error || insurant_error_text(error.get(), &text) != INSURANT_STATUS_OK) {
            insurant_status_word(static_cast<std::int32_t>(status), &text);
        }
        text_ = detail::out(text);
        std::size_t count = 0;
        if (error) insurant_error_count(error.get(), &count);
        for (std::size_t i = 0; i < count; ++i) {
            InsurantProblem from = INSURANT_PROBLEM_INIT;
            if (insurant_error_problem(error.get(), i, &from) != INSURANT_STATUS_OK) break;
            const auto copy = [](InsurantStr str) { return std::string(detail::out(str)); };
            problems_.push_back({copy(from.code), copy(from.message), copy(from.path),
                                 copy(from.source), copy(from.found), copy(from.expected),
                                 copy(from.nearest), copy(from.remedy), from.line, from.column});
        }
    }

    // What the wrapper itself refuses.
    explicit Error(InsurantStatus status, Problem problem)
        : status_(status), text_(problem.message + " [" + problem.code + "] at `" + problem.path +
                                 "`; found " + problem.found + "; expected " + problem.expected) {
        problems_.push_back(std::move(problem));
    }

    InsurantStatus status() const noexcept { return status_; }
    const std::vector<Problem> &problems() const noexcept { return problems_; }
    // All problems, a line each.
    const char *what() const noexcept override { return text_.c_str(); }

private:
    InsurantStatus status_;
    std::string text_;
    std::vector<Problem> problems_;
};

// A value or an Error.
template <class T>
class Expected {
public:
    Expected(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Expected(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const noexcept { return held_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    // The value; without one the Error is thrown, or the process ended.
    T &value() & { return *there(std::get_if<0>(&held_)); }
    const T &value() const & { return *there(std::get_if<0>(&held_)); }
    T &&value() && { return std::move(value()); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(value()); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    // The Error, when there is no value.
    const Error &error() const {
        const Error *error = std::get_if<1>(&held_);
        if (!error) std::abort();
        return *error;
    }

private:
    template <class Pointer>
    Pointer there(Pointer value) const {
        if (!value) {
#ifdef INSURANT_NO_EXCEPTIONS
            std::abort();
#else
            throw error();
#endif
        }
        return value;
    }
    std::variant<T, Error> held_;
};

#ifdef INSURANT_EXCEPTIONS
template <class T>
using Result = T;
#else
template <class T>
using Result = Expected<T>;
#endif

namespace detail {

// What a failed call gives back.
template <class T>
Result<T> failed(InsurantStatus status, InsurantError *error) {
#ifdef INSURANT_EXCEPTIONS
    throw Error(status, error);
#else
    return Error(status, error);
#endif
}

// What the wrapper itself refuses.
template <class T>
Result<T> refused(InsurantStatus status, Problem problem) {
#ifdef INSURANT_EXCEPTIONS
    throw Error(status, std::move(problem));
#else
    return Error(status, std::move(problem));
#endif
}

using TextHandle = Handle<InsurantText, insurant_text_free>;

inline std::string taken(InsurantText *made) {
    const TextHandle text(made);
    InsurantStr str{};
    if (text) insurant_text_get(text.get(), &str);
    return std::string(out(str));
}

}  // namespace detail

// Whether library and header have the same interface: ask first.
inline bool is_compatible() noexcept { return insurant_abi_version() == INSURANT_ABI_VERSION; }

// Rows of which nothing is known yet.
inline InsurantCustomer customer() noexcept { return INSURANT_CUSTOMER_INIT; }
inline InsurantPolicy policy() noexcept { return INSURANT_POLICY_INIT; }
inline InsurantClaim claim() noexcept { return INSURANT_CLAIM_INIT; }
inline InsurantEntry entry() noexcept { return INSURANT_ENTRY_INIT; }
inline InsurantResult result() noexcept { return INSURANT_RESULT_INIT; }

// Room to work in, for one thread.
class Scratch {
public:
    static Result<Scratch> make() {
        InsurantScratch *made = nullptr;
        InsurantError *error = nullptr;
        const InsurantStatus status = insurant_scratch_new(&made, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<Scratch>(status, error);
        return Scratch(made);
    }
    InsurantScratch *get() const noexcept { return handle_.get(); }

private:
    explicit Scratch(InsurantScratch *made) : handle_(made) {}
    detail::Handle<InsurantScratch, insurant_scratch_free> handle_;
};

// The result of an assessment, with its measures.
class Assessment {
public:
    Assessment() = default;
    Assessment(const Assessment &other) : result_(other.result_), values_(other.values_) { point(); }
    Assessment(Assessment &&other) noexcept
        : result_(other.result_), values_(std::move(other.values_)) {
        point();
        other.values_.clear();
        other.result_ = INSURANT_RESULT_INIT;
    }
    Assessment &operator=(Assessment other) noexcept {
        result_ = other.result_;
        values_.swap(other.values_);
        point();
        return *this;
    }
    ~Assessment() = default;

    const InsurantResult &result() const noexcept { return result_; }
    InsurantCategory category() const noexcept { return InsurantCategory(result_.category); }
    InsurantStanding standing() const noexcept { return InsurantStanding(result_.standing); }
    InsurantCause cause() const noexcept { return InsurantCause(result_.cause); }
    bool alert(std::size_t bit) const noexcept { return bit < 64 && (result_.alerts >> bit & 1); }
    // A measure by its position; nothing when it is undefined, unknown, or not there.
    std::optional<InsurantValue> measure(std::size_t position) const {
        if (state(position) != INSURANT_STATE_KNOWN) return std::nullopt;
        return values_[position];
    }
    // Why there is none.
    InsurantState state(std::size_t position) const noexcept {
        return position < result_.value_count ? InsurantState(values_[position].state)
                                              : INSURANT_STATE_UNKNOWN;
    }

private:
    friend class Rules;
    // The measures of a result are this object's own, wherever it was copied from.
    void point() noexcept { result_.values = values_.empty() ? nullptr : values_.data(); }
    InsurantResult result_ = INSURANT_RESULT_INIT;
    std::vector<InsurantValue> values_;
};

// A rulebook compiled for a day. Any number of threads may use it at once.
class Rules {
public:
    const InsurantRules *get() const noexcept { return handle_.get(); }

    std::string_view fingerprint() const noexcept {
        InsurantStr str{};
        insurant_rules_fingerprint(get(), &str);
        return detail::out(str);
    }
    std::string_view currency() const noexcept {
        InsurantStr str{};
        insurant_rules_currency(get(), &str);
        return detail::out(str);
    }
    // The number of a line of business.
    Result<std::uint32_t> line(std::string_view name) const {
        std::uint32_t number = 0;
        InsurantError *error = nullptr;
        const InsurantStatus status = insurant_rules_line(get(), detail::in(name), &number, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<std::uint32_t>(status, error);
        return number;
    }
    // The position of an input, and a value of it as people write it.
    Result<std::size_t> input(std::string_view name) const {
        std::size_t position = 0;
        InsurantError *error = nullptr;
        const InsurantStatus status =
            insurant_rules_input(get(), detail::in(name), &position, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<std::size_t>(status, error);
        return position;
    }
    Result<InsurantValue> read_input(std::size_t position, std::string_view written) const {
        InsurantValue value{};
        InsurantError *error = nullptr;
        const InsurantStatus status =
            insurant_rules_read_input(get(), position, detail::in(written), &value, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<InsurantValue>(status, error);
        return value;
    }
    // The id of an alert by its bit.
    std::optional<std::string_view> alert_id(std::size_t bit) const noexcept {
        InsurantStr str{};
        if (insurant_rules_alert_id(get(), bit, &str) != INSURANT_STATUS_OK) return std::nullopt;
        return detail::out(str);
    }

    Result<Assessment> assess(const InsurantCustomer &customer, Scratch &scratch) const {
        Assessment made;
        made.values_.resize(measures_);
        made.result_.values = made.values_.data();
        made.result_.value_capacity = made.values_.size();
        InsurantError *error = nullptr;
        const InsurantStatus status =
            insurant_rules_assess(get(), &customer, scratch.get(), &made.result_, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<Assessment>(status, error);
        return made;
    }
    // Each customer into the result of its position; how many there were. Fewer results than customers
    // are refused, and nobody is assessed.
    Result<std::size_t> assess_many(View<const InsurantCustomer> customers,
                                    View<InsurantResult> results, std::size_t threads = 1) const {
        const std::size_t count = customers.size();
        if (results.size() < count) {
            return detail::refused<std::size_t>(
                INSURANT_STATUS_OUT_OF_RANGE,
                {"out_of_range", "there are fewer results than customers", "results", "",
                 std::to_string(results.size()), "at least " + std::to_string(count), "", ""});
        }
        InsurantError *error = nullptr;
        const InsurantStatus status = insurant_rules_assess_many(
            get(), customers.data(), sizeof(InsurantCustomer), results.data(),
            sizeof(InsurantResult), count, threads, nullptr, nullptr, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<std::size_t>(status, error);
        return count;
    }

private:
    friend class Engine;
    Rules(InsurantRules *made, std::size_t measures) : handle_(made), measures_(measures) {}
    detail::Handle<InsurantRules, insurant_rules_free> handle_;
    std::size_t measures_;
};

// What a complaint answers to an event: what it led to, or the refusal.
struct Answer {
    bool refused;
    std::string json;
};

// A complaint that is kept open. One thread uses it at a time.
class Complaint {
public:
    // One more event, as JSON.
    Result<Answer> apply(std::string_view event) {
        InsurantText *answer = nullptr;
        InsurantError *error = nullptr;
        const InsurantStatus status =
            insurant_complaint_apply(handle_.get(), detail::in(event), &answer, &error);
        if (status != INSURANT_STATUS_OK && status != INSURANT_STATUS_REFUSED) {
            return detail::failed<Answer>(status, error);
        }
        return Answer{status == INSURANT_STATUS_REFUSED, detail::taken(answer)};
    }
    // What somebody may do now, as JSON.
    Result<std::string> allowed(std::string_view actor) const {
        return asked(insurant_complaint_allowed, actor);
    }
    // What is due at an instant, as JSON.
    Result<std::string> deadlines(std::string_view instant) const {
        return asked(insurant_complaint_deadlines, instant);
    }

private:
    friend class Engine;
    explicit Complaint(InsurantComplaint *made) : handle_(made) {}

    template <class Ask>
    Result<std::string> asked(Ask ask, std::string_view with) const {
        InsurantText *answer = nullptr;
        InsurantError *error = nullptr;
        const InsurantStatus status = ask(handle_.get(), detail::in(with), &answer, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<std::string>(status, error);
        return detail::taken(answer);
    }
    detail::Handle<InsurantComplaint, insurant_complaint_free> handle_;
};

// A complaint that was opened, unless the event was refused.
struct Opened {
    std::optional<Complaint> complaint;
    Answer answer;
};

// Where everything starts. Any number of threads may use it at once.
class Engine {
public:
    static Result<Engine> make() {
        InsurantEngine *made = nullptr;
        InsurantError *error = nullptr;
        const InsurantStatus status = insurant_engine_new(&made, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<Engine>(status, error);
        return Engine(made);
    }
    // With rulebooks and calendars of one's own, by name and text.
    using Documents = std::vector<std::pair<std::string_view, std::string_view>>;
    static Result<Engine> make(const Documents &rulebooks, const Documents &calendars = {}) {
        const std::vector<InsurantDocument> books = rows(rulebooks), days = rows(calendars);
        InsurantEngine *made = nullptr;
        InsurantError *error = nullptr;
        const InsurantStatus status =
            insurant_engine_with(books.data(), books.size(), days.data(), days.size(),
                                 sizeof(InsurantDocument), &made, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<Engine>(status, error);
        return Engine(made);
    }
    const InsurantEngine *get() const noexcept { return handle_.get(); }

    // An operation by its name: JSON in, canonical JSON out.
    Result<std::string> call(std::string_view operation, std::string_view json) const {
        InsurantText *answer = nullptr;
        InsurantError *error = nullptr;
        const InsurantStatus status =
            insurant_call(get(), detail::in(operation), detail::in(json), &answer, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<std::string>(status, error);
        return detail::taken(answer);
    }
    // The rules of a rulebook on a day (since 1970-01-01), with the measures asked for.
    Result<Rules> rules(std::string_view rulebook, std::int32_t as_of,
                        View<const std::string_view> measures = {}) const {
        const std::vector<InsurantStr> texts = strs(measures);
        InsurantRules *made = nullptr;
        InsurantError *error = nullptr;
        const InsurantStatus status = insurant_rules_new(
            get(), detail::in(rulebook), as_of, texts.data(), texts.size(), &made, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<Rules>(status, error);
        return Rules(made, texts.size());
    }
    // The rules of a document, which may extend a rulebook; in force on the day or not, see
    // insurant_rules_parse.
    Result<Rules> parse(std::string_view name, std::string_view text, std::int32_t as_of,
                        View<const std::string_view> measures = {}) const {
        const std::vector<InsurantStr> texts = strs(measures);
        const InsurantDocument document{detail::in(name), detail::in(text)};
        InsurantRules *made = nullptr;
        InsurantError *error = nullptr;
        const InsurantStatus status = insurant_rules_parse(get(), &document, as_of, texts.data(),
                                                           texts.size(), &made, &error);
        if (status != INSURANT_STATUS_OK) return detail::failed<Rules>(status, error);
        return Rules(made, texts.size());
    }
    // A complaint, by the input of `complaint_apply`.
    Result<Opened> open(std::string_view json) const {
        InsurantComplaint *made = nullptr;
        InsurantText *answer = nullptr;
        InsurantError *error = nullptr;
        const InsurantStatus status =
            insurant_complaint_open(get(), detail::in(json), &made, &answer, &error);
        if (status == INSURANT_STATUS_REFUSED) {
            return Opened{std::nullopt, Answer{true, detail::taken(answer)}};
        }
        if (status != INSURANT_STATUS_OK) return detail::failed<Opened>(status, error);
        return Opened{Complaint(made), Answer{false, detail::taken(answer)}};
    }

private:
    explicit Engine(InsurantEngine *made) : handle_(made) {}

    static std::vector<InsurantStr> strs(View<const std::string_view> texts) {
        std::vector<InsurantStr> made;
        for (const std::string_view text : texts) made.push_back(detail::in(text));
        return made;
    }
    static std::vector<InsurantDocument> rows(const Documents &documents) {
        std::vector<InsurantDocument> made;
        for (const auto &[name, text] : documents) {
            made.push_back({detail::in(name), detail::in(text)});
        }
        return made;
    }
    detail::Handle<InsurantEngine, insurant_engine_free> handle_;
};

}  // namespace insurant

#endif  // INSURANT_HPP
