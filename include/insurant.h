// insurant: the customer side of an insurer as a library.
//
// THE CONTRACT
//
// Names      insurant_<object>_<verb>; types Insurant<Object>; constants INSURANT_<WORD>.
// Arguments  The object, then what goes in, then what comes out, then `err`.
// Status     Every call answers a status but insurant_abi_version. 0 is success. Numbers are listed
//            below in families, and are never reused.
// Failure    A call that fails writes nothing but `err`: every other output is as it was. `err` may
//            be NULL. An error that it took is the caller's, who frees it by insurant_error_free.
//            Set it to NULL before the call, and free it before it is used again. Two are
//            exceptions. INSURANT_STATUS_REFUSED: what a complaint refuses is an answer, so `answer` is
//            written, and `err` is not. And insurant_rules_assess_many, when it is cancelled or fails
//            inside, has written the results that were ready, each with its own status.
// Ownership  What a call hands over through `T **out` is the caller's, and is freed by
//            insurant_<object>_free, once. Freeing NULL does nothing. Whatever goes in is borrowed
//            until the call returns, and never kept.
// Texts      InsurantStr is a pointer and a length: UTF-8, no NUL inside, none needed behind. A text
//            that comes out is borrowed from the object it was asked of.
// NULL       A pointer may be NULL where its function says so, and for an array of count 0. Anywhere
//            else it is INSURANT_STATUS_NULL_POINTER.
// Structs    Those that begin with `size` grow: set it to sizeof. Arrays of rows pass their stride,
//            for the same reason. Start each from its INSURANT_<NAME>_INIT and set the fields that you
//            know: a struct of zeros states days in 1970. 0 is never a member of an enumeration that
//            must be set. Days are days since 1970-01-01, and INSURANT_NO_DAY where there is none.
// Threads    Engines and rules never change: any number of threads may use one at once. A scratch,
//            a complaint, an error and a text belong to one thread at a time. No call
//            depends on what other calls left behind. Tables that never change are made once and kept
//            until the process ends, so load the library once and leave it loaded.
// Memory     A thread that calls needs 256 KiB of stack. When memory runs out the process ends, as
//            in most C libraries.
// Panics     Nothing unwinds out of a call. If the library fails inside it answers
//            INSURANT_STATUS_PANIC, the host may go on, and its panic hook is as it was.
// Versions   Call insurant_abi_version first, and go no further unless it is INSURANT_ABI_VERSION.
//            Within one ABI version there are only additions.
// Reasons    Rows name tenders, events and managers by numbers, and inputs by their values, but an
//            explanation is sealed by the fingerprint of the facts as the host wrote them, ids and all.
//            So there is no typed call for it: insurant_call with the operation `explain`.
// Money      Whole minor units of the rulebook's currency, as int64_t. No float anywhere.

#ifndef INSURANT_H
#define INSURANT_H

// Made by `cargo xtask headers` from crates/insurant-ffi. Change it there.

#include <stddef.h>
#include <stdint.h>

// No day: an end that is not known, a date that does not apply.
#define INSURANT_NO_DAY INT32_MIN

// The version of this interface. Within one, there are only additions.
#define INSURANT_ABI_VERSION 1

// How a call ended. Numbers are never reused: 100 to 199 say that the call itself was wrong, 200
// to 299 that what was handed over was, 300 to 399 that something is not there, 400 to 499 that
// the library refuses or was stopped, 900 on that it is at fault itself.
enum InsurantStatus
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // It did what it was asked for.
    INSURANT_STATUS_OK = 0,
    // A pointer that must not be NULL is.
    INSURANT_STATUS_NULL_POINTER = 100,
    // A pointer is not aligned for what it points to.
    INSURANT_STATUS_MISALIGNED = 101,
    // A text is not UTF-8.
    INSURANT_STATUS_BAD_UTF8 = 102,
    // A text holds a NUL character.
    INSURANT_STATUS_EMBEDDED_NUL = 103,
    // The `size` of a struct is smaller than any version of it, or not set.
    INSURANT_STATUS_BAD_SIZE = 104,
    // The stride of an array is smaller than its rows, or leaves them unaligned.
    INSURANT_STATUS_BAD_STRIDE = 105,
    // A number is none of its enumeration.
    INSURANT_STATUS_BAD_ENUM = 106,
    // A length or count is larger than memory can be.
    INSURANT_STATUS_TOO_LARGE = 107,
    // An index, position or count is out of its range.
    INSURANT_STATUS_OUT_OF_RANGE = 108,
    // Something is wrong with a document or a JSON input; the error lists everything.
    INSURANT_STATUS_BAD_INPUT = 200,
    // Something is wrong with the facts of a customer; the error lists everything.
    INSURANT_STATUS_BAD_FACTS = 201,
    // What came over Arrow's C interface is not as Arrow has it, or whoever made it broke off.
    INSURANT_STATUS_BAD_ARROW = 202,
    // No operation of this name.
    INSURANT_STATUS_UNKNOWN_OPERATION = 300,
    // No rulebook of this name.
    INSURANT_STATUS_UNKNOWN_RULEBOOK = 301,
    // The rulebook is not in force on that day.
    INSURANT_STATUS_NOT_IN_FORCE = 302,
    // The caller asked to stop.
    INSURANT_STATUS_CANCELLED = 400,
    // The event of a complaint is refused. That is an answer: it is written, and `err` is not.
    INSURANT_STATUS_REFUSED = 401,
    // The library failed inside. The host may go on; the handles that took part in the call are as
    // they were before it.
    INSURANT_STATUS_PANIC = 900,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantStatus InsurantStatus;
#else
typedef int32_t InsurantStatus;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// The kind of a customer.
enum InsurantCustomerKind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // A person.
    INSURANT_CUSTOMER_KIND_INDIVIDUAL = 1,
    // A firm or public body.
    INSURANT_CUSTOMER_KIND_ORGANISATION = 2,
    // An agency, broker or tender unit that brings business.
    INSURANT_CUSTOMER_KIND_PARTNER = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantCustomerKind InsurantCustomerKind;
#else
typedef int32_t InsurantCustomerKind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// What is told of a customer; 0 is nothing.
enum InsurantTold
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // Nobody told. It never means no.
    INSURANT_TOLD_UNKNOWN = 0,
    // No.
    INSURANT_TOLD_NO = 1,
    // Yes.
    INSURANT_TOLD_YES = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantTold InsurantTold;
#else
typedef int32_t InsurantTold;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// Credit standing; 0 is not known.
enum InsurantCredit
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // Nobody told.
    INSURANT_CREDIT_UNKNOWN = 0,
    // Pays and keeps terms.
    INSURANT_CREDIT_GOOD = 1,
    // Neither.
    INSURANT_CREDIT_FAIR = 2,
    // Does not.
    INSURANT_CREDIT_POOR = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantCredit InsurantCredit;
#else
typedef int32_t InsurantCredit;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// How business came.
enum InsurantBusinessSource
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // From the customer.
    INSURANT_BUSINESS_SOURCE_DIRECT = 1,
    // Through a partner.
    INSURANT_BUSINESS_SOURCE_INTERMEDIARY = 2,
    // By tender.
    INSURANT_BUSINESS_SOURCE_TENDER = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantBusinessSource InsurantBusinessSource;
#else
typedef int32_t InsurantBusinessSource;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// Where a claim stands.
enum InsurantClaimStatus
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // Being handled.
    INSURANT_CLAIM_STATUS_OPEN = 1,
    // Closed with or without a payment.
    INSURANT_CLAIM_STATUS_SETTLED = 2,
    // Refused.
    INSURANT_CLAIM_STATUS_DECLINED = 3,
    // Taken back by the customer.
    INSURANT_CLAIM_STATUS_WITHDRAWN = 4,
    // Being handled again.
    INSURANT_CLAIM_STATUS_REOPENED = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantClaimStatus InsurantClaimStatus;
#else
typedef int32_t InsurantClaimStatus;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// Where an entry of the blacklist register stands.
enum InsurantEntryState
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // Proposed, not decided.
    INSURANT_ENTRY_STATE_PROPOSED = 1,
    // In effect.
    INSURANT_ENTRY_STATE_ACTIVE = 2,
    // In effect, and the customer objects.
    INSURANT_ENTRY_STATE_UNDER_APPEAL = 3,
    // Set aside for the time being.
    INSURANT_ENTRY_STATE_SUSPENDED = 4,
    // Past its expiry.
    INSURANT_ENTRY_STATE_EXPIRED = 5,
    // Taken off.
    INSURANT_ENTRY_STATE_REMOVED = 6,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantEntryState InsurantEntryState;
#else
typedef int32_t InsurantEntryState;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// The category of a customer.
enum InsurantCategory
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // The rulebook has no categories.
    INSURANT_CATEGORY_NONE = 0,
    // Never insured with us.
    INSURANT_CATEGORY_UNATTACHED = 1,
    // Means to insure, or was insured here and left.
    INSURANT_CATEGORY_PROSPECT = 2,
    // Insured.
    INSURANT_CATEGORY_STANDARD = 3,
    // Insured, good credit, good record.
    INSURANT_CATEGORY_PREFERRED = 4,
    // Insured and weighty.
    INSURANT_CATEGORY_KEY = 5,
    // A partner that is not key.
    INSURANT_CATEGORY_NOT_APPLICABLE = 6,
    // It cannot be said: see the cause.
    INSURANT_CATEGORY_UNDECIDED = 7,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantCategory InsurantCategory;
#else
typedef int32_t InsurantCategory;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// What a host shows first.
enum InsurantStanding
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // Undecided, and not blacklisted.
    INSURANT_STANDING_NONE = 0,
    // Nothing is the matter.
    INSURANT_STANDING_CLEAR = 1,
    // A risk alert is open.
    INSURANT_STANDING_WATCH = 2,
    // An entry of the register is in effect.
    INSURANT_STANDING_BLACKLISTED = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantStanding InsurantStanding;
#else
typedef int32_t InsurantStanding;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// Why a customer is undecided.
enum InsurantCause
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // The customer is decided.
    INSURANT_CAUSE_NONE = 0,
    // A sum does not fit 64 bits: the facts were usable, so the status is 0.
    INSURANT_CAUSE_OVERFLOW = 1,
    // A policy in another currency than the rulebook's.
    INSURANT_CAUSE_MIXED_CURRENCY = 2,
    // A row about the customer was rejected.
    INSURANT_CAUSE_REJECTED_ROW = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantCause InsurantCause;
#else
typedef int32_t InsurantCause;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// What is known of a value.
enum InsurantState
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // It has a value.
    INSURANT_STATE_KNOWN = 1,
    // It has none by definition, such as a quotient with nothing below the line.
    INSURANT_STATE_UNDEFINED = 2,
    // Nobody supplied what it needs.
    INSURANT_STATE_UNKNOWN = 3,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantState InsurantState;
#else
typedef int32_t InsurantState;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// What a value is.
enum InsurantKind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // `num` is 0 or 1.
    INSURANT_KIND_BOOLEAN = 1,
    // `num` is the number.
    INSURANT_KIND_COUNT = 2,
    // `num` over `den`, unreduced.
    INSURANT_KIND_RATIO = 3,
    // `num` minor units over `den`, unreduced.
    INSURANT_KIND_MONEY_RATIO = 4,
    // `num` minor units.
    INSURANT_KIND_MONEY = 5,
    // `num` days since 1970-01-01.
    INSURANT_KIND_DATE = 6,
    // `num` is the position among the texts that the rulebook names, -1 for any other.
    INSURANT_KIND_TEXT = 7,
    // `num` is the position of the member.
    INSURANT_KIND_ENUMERATION = 8,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantKind InsurantKind;
#else
typedef int32_t InsurantKind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// A complaint that is kept open, with what it is judged by: its log so far, the units, the terms and
// the procedures. One thread uses it at a time.
typedef struct InsurantComplaint InsurantComplaint;

// Rulebooks, procedures and calendars, ready to use. It never changes, and any number of threads
// may use it at once.
typedef struct InsurantEngine InsurantEngine;

// Why a call failed. Made by a call that was given a place for it; nothing is kept elsewhere.
typedef struct InsurantError InsurantError;

// A rulebook compiled for a day, with the measures that the host asked for. What it decides never
// changes, and any number of threads may use it at once.
typedef struct InsurantRules InsurantRules;

// Room to work in. One thread uses it at a time; it fits any rules, and keeps nothing of a
// customer that a later call could see.
typedef struct InsurantScratch InsurantScratch;

// A text that the library made, such as canonical JSON.
typedef struct InsurantText InsurantText;

// A text that somebody else owns: UTF-8, `len` bytes, no NUL needed at the end. Going in, it is
// borrowed until the call returns. Coming out, it lives as long as the object it was asked of.
typedef struct InsurantStr {
    // The first byte; may be NULL when `len` is 0.
    const uint8_t *ptr;
    // The number of bytes.
    size_t len;
} InsurantStr;

// A document: JSON or TOML, told apart by its first character. Its name, such as that of its
// file, comes back with every problem in it.
typedef struct InsurantDocument {
    // The name; may be empty.
    struct InsurantStr name;
    // The text.
    struct InsurantStr text;
} InsurantDocument;

// One problem. Texts that do not apply are empty; they live as long as the error.
typedef struct InsurantProblem {
    // sizeof(InsurantProblem), set by the caller.
    size_t size;
    // The stable word to match on, such as `unknown_name`.
    struct InsurantStr code;
    // What is wrong, as one sentence.
    struct InsurantStr message;
    // The parameter, or the path in the document, such as `categories.rules[2].when`.
    struct InsurantStr path;
    // The name of the document, if it has one.
    struct InsurantStr source;
    // The line in it, from 1; 0 when it is not in a text.
    uint32_t line;
    // The column in that line, from 1, in characters.
    uint32_t column;
    // What was found.
    struct InsurantStr found;
    // What was expected.
    struct InsurantStr expected;
    // The valid name nearest to what was found.
    struct InsurantStr nearest;
    // What to do.
    struct InsurantStr remedy;
} InsurantProblem;

// An endorsement: premium that changes from a day on.
typedef struct InsurantMovement {
    // The day from which it is earned.
    int32_t effective;
    // Minor units; may be negative.
    int64_t amount;
} InsurantMovement;

// A policy.
typedef struct InsurantPolicy {
    // The host's id; only explanations need it.
    struct InsurantStr id;
    // The line of business: a number that these rules gave out, see insurant_rules_line.
    uint32_t line;
    // An InsurantBusinessSource.
    int32_t source;
    // The first day of cover.
    int32_t start;
    // The day after the last day of cover.
    int32_t end;
    // The first day without cover when it was cancelled, or INSURANT_NO_DAY.
    int32_t cancelled_on;
    // The day of issue, or INSURANT_NO_DAY.
    int32_t issued_on;
    // Premium at the start, minor units.
    int64_t written_premium;
    // What a cancellation gave back, minor units.
    int64_t refunded;
    // The tender that it belongs to: any number of one's own among the customer's policies; 0 for
    // none.
    uint32_t tender;
    // Vehicles, persons or sites covered; at least 1.
    uint32_t insured_units;
    // Endorsements.
    const struct InsurantMovement *movements;
    // How many.
    size_t movement_count;
} InsurantPolicy;

// A claim.
typedef struct InsurantClaim {
    // The host's id; only explanations need it.
    struct InsurantStr id;
    // Which of the customer's policies, from 0; -1 for none.
    int32_t policy;
    // An InsurantClaimStatus.
    int32_t status;
    // The day of the loss.
    int32_t loss_date;
    // The day on which it was reported, or INSURANT_NO_DAY.
    int32_t reported_on;
    // Total paid, minor units.
    int64_t paid;
    // Case reserve, minor units.
    int64_t reserve;
    // Recovered from others, minor units.
    int64_t recovered;
    // The event that it belongs to: any number of one's own among the customer's claims; 0 for
    // none.
    uint32_t event;
    // 1 when it is coded as a catastrophe loss, else 0.
    uint32_t catastrophe;
} InsurantClaim;

// An entry of the blacklist register.
typedef struct InsurantEntry {
    // The host's id; only explanations need it.
    struct InsurantStr id;
    // An InsurantEntryState.
    int32_t state;
    // The first day of effect.
    int32_t effective;
    // The first day without effect, or INSURANT_NO_DAY.
    int32_t expiry;
} InsurantEntry;

// A value, exact: never a rounded number.
typedef struct InsurantValue {
    // An InsurantState.
    int32_t state;
    // An InsurantKind; not looked at in inputs.
    int32_t kind;
    // Numerator, or the value itself.
    int64_t num;
    // Denominator; 1 unless it is a ratio.
    int64_t den;
} InsurantValue;

// A customer with everything that is known, in arrays that the host owns. They are borrowed until
// the call returns. An array of count 0 may be NULL.
typedef struct InsurantCustomer {
    // sizeof(InsurantCustomer), set by the caller.
    size_t size;
    // The host's id; only explanations need it.
    struct InsurantStr id;
    // An InsurantCustomerKind.
    int32_t kind;
    // An InsurantCredit.
    int32_t credit;
    // Means to insure with us: an InsurantTold.
    int32_t intends_to_insure;
    // Signs of malicious fraud: an InsurantTold.
    int32_t fraud_signs;
    // Hard to settle with after a loss: an InsurantTold.
    int32_t hard_to_settle;
    // Whether an account manager is assigned: an InsurantTold.
    int32_t manager_assigned;
    // The day from which the records are whole, or INSURANT_NO_DAY.
    int32_t history_from;
    // The day on which the facts were taken from the core system, or INSURANT_NO_DAY.
    int32_t valued_on;
    // The day of the next review, or INSURANT_NO_DAY.
    int32_t next_review;
    // The customer's policies.
    const struct InsurantPolicy *policies;
    // How many.
    size_t policy_count;
    // Policies of anybody that carry this partner's id, the partner's own included.
    const struct InsurantPolicy *placed;
    // How many.
    size_t placed_count;
    // sizeof(InsurantPolicy).
    size_t policy_stride;
    // sizeof(InsurantMovement).
    size_t movement_stride;
    // The claims on the policies.
    const struct InsurantClaim *claims;
    // How many.
    size_t claim_count;
    // sizeof(InsurantClaim).
    size_t claim_stride;
    // Entries of the blacklist register.
    const struct InsurantEntry *entries;
    // How many.
    size_t entry_count;
    // sizeof(InsurantEntry).
    size_t entry_stride;
    // The inputs that the rulebook declares, in its order, from insurant_rules_read_input; those
    // behind the last are unknown.
    const struct InsurantValue *inputs;
    // How many.
    size_t input_count;
} InsurantCustomer;

// The result of one assessment. Rules are bits: rule i is bit i, and insurant_rules_alert_id and
// its like give the names.
typedef struct InsurantResult {
    // sizeof(InsurantResult), set by the caller.
    size_t size;
    // The InsurantStatus of this customer: 0, or why its facts could not be used. A customer with
    // usable facts of whom it cannot be said what they are has 0 here and says so by `cause`: sums
    // beyond 64 bits are INSURANT_CAUSE_OVERFLOW, with INSURANT_CATEGORY_UNDECIDED.
    int32_t status;
    // An InsurantCategory.
    int32_t category;
    // An InsurantStanding.
    int32_t standing;
    // An InsurantCause.
    int32_t cause;
    // 1 when the facts are younger than the day of the assessment, else 0.
    int32_t hindsight;
    // 1 when the facts are older than the day of the assessment, else 0.
    int32_t projected;
    // The categories that hold: bit n is that of the InsurantCategory n.
    uint64_t held;
    // The category rules that hold.
    uint64_t holds;
    // The category rules that could not be answered.
    uint64_t unknown;
    // The alerts raised.
    uint64_t alerts;
    // The alerts that could not be answered.
    uint64_t alerts_unknown;
    // The blacklist criteria that propose an entry.
    uint64_t proposals;
    // The criteria that could not be answered.
    uint64_t proposals_unknown;
    // Set by the caller: where the measures go, in the order in which they were asked for. May be
    // NULL when `value_capacity` is 0.
    struct InsurantValue *values;
    // Set by the caller: for how many there is room. Those beyond are left out.
    size_t value_capacity;
    // How many were written.
    size_t value_count;
} InsurantResult;

// Told how many customers are done, of how many: before the first, now and then, and when all are,
// whichever thread did them. It answers 0 to go on, anything else to stop. It is called on the
// thread that made the call, and must not unwind or jump out.
typedef int32_t (*InsurantProgress)(size_t done, size_t total, void *context);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Calls an operation of the library's one table: the same as in every other language, byte for
// byte. insurant_describe lists them with their schemas.
//
// # Safety
// `engine` is NULL or an engine that was not freed; `operation` and `json` point to their texts,
// which are borrowed until the call returns. `out` is NULL or points to a writable pointer; so
// does `err`.
InsurantStatus insurant_call(const struct InsurantEngine *engine,
                             struct InsurantStr operation,
                             struct InsurantStr json,
                             struct InsurantText **out,
                             struct InsurantError **err);

// insurant_call for languages that cannot pass a struct by value, such as COBOL.
//
// # Safety
// As insurant_call; `operation` and `json` are NULL or point to an InsurantStr each.
InsurantStatus insurant_call_ref(const struct InsurantEngine *engine,
                                 const struct InsurantStr *operation,
                                 const struct InsurantStr *json,
                                 struct InsurantText **out,
                                 struct InsurantError **err);

// Every operation with the JSON Schemas of what it takes and answers, as one JSON document.
//
// # Safety
// `engine` is NULL or an engine that was not freed; `out` is NULL or points to a writable pointer;
// so does `err`.
InsurantStatus insurant_describe(const struct InsurantEngine *engine,
                                 struct InsurantText **out,
                                 struct InsurantError **err);

// Opens a complaint. `json` is the input of the operation `complaint_apply`: the id, the event that
// opens it or the log so far, and what it is judged by. `units` is the organisation, such as
// `[{"id":"HO","name":"Head office","level":"head_office"},{"id":"JX","name":"Jiangxi",
// "level":"province","parent":"HO"}]`; an event by somebody whose `unit_id` is not listed there
// is refused (`known_unit`). `answer` is what that operation answers; where
// the log is all there is, and no event with it, it is set to NULL.
//
// INSURANT_STATUS_REFUSED says that the event is refused: `answer` holds the refusal, as that
// operation answers it, there is no complaint, and `err` is as it was.
//
// # Safety
// `engine` is NULL or an engine that was not freed; `json` points to its text, which is borrowed
// until the call returns. `out` and `answer` are NULL or point to writable pointers; so does `err`.
InsurantStatus insurant_complaint_open(const struct InsurantEngine *engine,
                                       struct InsurantStr json,
                                       struct InsurantComplaint **out,
                                       struct InsurantText **answer,
                                       struct InsurantError **err);

// One more event, as JSON: the `event` of the operation `complaint_apply`, whose answer this is.
//
// INSURANT_STATUS_REFUSED says that the event is refused: `answer` holds the refusal, the complaint
// is as it was, and so is `err`.
//
// # Safety
// `complaint` is NULL or a complaint that was not freed and that no other call is using; `event`
// points to its text, which is borrowed until the call returns. `answer` is NULL or points to a
// writable pointer; so does `err`.
InsurantStatus insurant_complaint_apply(struct InsurantComplaint *complaint,
                                        struct InsurantStr event,
                                        struct InsurantText **answer,
                                        struct InsurantError **err);

// What somebody may do with the complaint now. `actor` is that of the operation `complaint_allowed`,
// as JSON; the answer is that operation's.
//
// # Safety
// `complaint` is NULL or a complaint that was not freed and that no other call is changing; `actor`
// points to its text, which is borrowed until the call returns. `out` is NULL or points to a
// writable pointer; so does `err`.
InsurantStatus insurant_complaint_allowed(const struct InsurantComplaint *complaint,
                                          struct InsurantStr actor,
                                          struct InsurantText **out,
                                          struct InsurantError **err);

// What is due on the complaint at an instant such as `2025-06-10T09:00:00+08:00`, as the operation
// `complaint_deadlines` answers it. The complaint was opened with procedures.
//
// # Safety
// As insurant_complaint_allowed, of `instant` what it says of `actor`.
InsurantStatus insurant_complaint_deadlines(const struct InsurantComplaint *complaint,
                                            struct InsurantStr instant,
                                            struct InsurantText **out,
                                            struct InsurantError **err);

// Frees a complaint. NULL is nothing.
//
// # Safety
// `complaint` is NULL or a complaint that was not freed, which no other call is using.
InsurantStatus insurant_complaint_free(struct InsurantComplaint *complaint);

// An engine with what is built in.
//
// # Safety
// `out` is NULL or points to a writable pointer; so does `err`.
InsurantStatus insurant_engine_new(struct InsurantEngine **out, struct InsurantError **err);

// An engine with what is built in, and rulebooks and calendars of the insurer's own, which may
// extend the built-in ones and each other. Everything that is wrong with any of them is told at
// once.
//
// # Safety
// `rulebooks` and `calendars` point to as many documents as said, each its stride after the one
// before; they are borrowed until the call returns. `out` is NULL or points to a writable pointer;
// so does `err`.
InsurantStatus insurant_engine_with(const struct InsurantDocument *rulebooks,
                                    size_t rulebook_count,
                                    const struct InsurantDocument *calendars,
                                    size_t calendar_count,
                                    size_t document_stride,
                                    struct InsurantEngine **out,
                                    struct InsurantError **err);

// Frees an engine. NULL is nothing. Rules and complaints that were made by it stay.
//
// # Safety
// `engine` is NULL or an engine that was not freed, which no other call is using.
InsurantStatus insurant_engine_free(struct InsurantEngine *engine);

// The status that the call returned.
//
// # Safety
// `error` is NULL or an error that was not freed; `out` is NULL or points to a writable number.
InsurantStatus insurant_error_status(const struct InsurantError *error, InsurantStatus *out);

// How many problems there are: all that were found, at least one.
//
// # Safety
// `error` is NULL or an error that was not freed; `out` is NULL or points to a writable number.
InsurantStatus insurant_error_count(const struct InsurantError *error, size_t *out);

// One problem, from 0. `out->size` is sizeof(InsurantProblem).
//
// # Safety
// `error` is NULL or an error that was not freed; `out` is NULL or points to a writable
// InsurantProblem whose `size` is set.
InsurantStatus insurant_error_problem(const struct InsurantError *error,
                                      size_t index,
                                      struct InsurantProblem *out);

// All problems as text, a line each. It lives as long as the error.
//
// # Safety
// `error` is NULL or an error that was not freed; `out` is NULL or points to a writable
// InsurantStr.
InsurantStatus insurant_error_text(const struct InsurantError *error, struct InsurantStr *out);

// Frees an error. NULL is nothing.
//
// # Safety
// `error` is NULL or an error that was not freed.
InsurantStatus insurant_error_free(struct InsurantError *error);

// Assesses many customers, each into the result of its position. A customer whose facts cannot be
// used stops nobody else: its result is written as undecided, with the status that says why, and
// insurant_rules_assess gives the details; no other result is touched by it. The call itself then
// answers INSURANT_STATUS_OK. The results are the same whatever the number of threads.
//
// When it is cancelled, the results of those who were done are written, the others are as they
// were. With any other status that is not OK nothing is written.
//
// # Safety
// `rules` is NULL or rules that were not freed. `customers` and `results` point to `count` rows
// each, as insurant_rules_assess asks of one, each its stride after the one before; nobody else
// uses the results until the call returns. `progress` is NULL or a function as described there.
// `err` is NULL or points to a writable pointer.
InsurantStatus insurant_rules_assess_many(const struct InsurantRules *rules,
                                          const struct InsurantCustomer *customers,
                                          size_t customer_stride,
                                          struct InsurantResult *results,
                                          size_t result_stride,
                                          size_t count,
                                          size_t threads,
                                          InsurantProgress progress,
                                          void *context,
                                          struct InsurantError **err);

// The rules of a rulebook of the engine, on a day: by its id the version in force, or by
// `id@version`. The measures are expressions of the rule language, such as `loss_ratio(12m)`;
// every assessment answers them, in this order.
//
// # Safety
// `engine` is NULL or an engine that was not freed; `rulebook` points to its text and `measures`
// to as many texts as said; all are borrowed until the call returns. `out` is NULL or points to a
// writable pointer; so does `err`.
InsurantStatus insurant_rules_new(const struct InsurantEngine *engine,
                                  struct InsurantStr rulebook,
                                  int32_t as_of,
                                  const struct InsurantStr *measures,
                                  size_t measure_count,
                                  struct InsurantRules **out,
                                  struct InsurantError **err);

// The rules of a document, which may extend a rulebook of the engine. Everything that is wrong with
// it is told at once, with line and column.
//
// A document is used on any day, as a rulebook that is named `id@version` is: what it says of
// `effective` is not looked at, so that a draft can be tried on the facts of today. For a rulebook
// that must be in force, make the engine with it (insurant_engine_with), and insurant_rules_new by
// its id, which answers INSURANT_STATUS_NOT_IN_FORCE.
//
// # Safety
// As insurant_rules_new; `document` is NULL or points to a document, whose texts are borrowed until
// the call returns.
InsurantStatus insurant_rules_parse(const struct InsurantEngine *engine,
                                    const struct InsurantDocument *document,
                                    int32_t as_of,
                                    const struct InsurantStr *measures,
                                    size_t measure_count,
                                    struct InsurantRules **out,
                                    struct InsurantError **err);

// The fingerprint of the resolved rulebook. It lives as long as the rules.
//
// # Safety
// `rules` is NULL or rules that were not freed; `out` is NULL or points to a writable InsurantStr.
InsurantStatus insurant_rules_fingerprint(const struct InsurantRules *rules,
                                          struct InsurantStr *out);

// The currency of every amount, such as `CNY`. It lives as long as the library.
//
// # Safety
// As insurant_rules_fingerprint.
InsurantStatus insurant_rules_currency(const struct InsurantRules *rules, struct InsurantStr *out);

// The number of a line of business, for the policies of these rules. The same name has the same
// number for as long as the rules live, whoever asks first; 0 is never given out, and other rules
// have other numbers.
//
// # Safety
// `rules` is NULL or rules that were not freed; `line` points to its text; `out` is NULL or points
// to a writable number; `err` is NULL or points to a writable pointer.
InsurantStatus insurant_rules_line(const struct InsurantRules *rules,
                                   struct InsurantStr line,
                                   uint32_t *out,
                                   struct InsurantError **err);

// The position of an input that the rulebook declares, for `inputs` of a customer.
//
// # Safety
// As insurant_rules_line.
InsurantStatus insurant_rules_input(const struct InsurantRules *rules,
                                    struct InsurantStr name,
                                    size_t *out,
                                    struct InsurantError **err);

// Reads an input as people write it, such as `yes`, `12.50`, `2024-01-31` or a word.
//
// # Safety
// `rules` is NULL or rules that were not freed; `written` points to its text; `out` is NULL or
// points to a writable value; `err` is NULL or points to a writable pointer.
InsurantStatus insurant_rules_read_input(const struct InsurantRules *rules,
                                         size_t position,
                                         struct InsurantStr written,
                                         struct InsurantValue *out,
                                         struct InsurantError **err);

// The id of an alert, by its bit. It lives as long as the rules.
//
// # Safety
// As insurant_rules_fingerprint.
InsurantStatus insurant_rules_alert_id(const struct InsurantRules *rules,
                                       size_t bit,
                                       struct InsurantStr *out);

// The id of a blacklist criterion, by its bit. It lives as long as the rules.
//
// # Safety
// As insurant_rules_fingerprint.
InsurantStatus insurant_rules_criterion_id(const struct InsurantRules *rules,
                                           size_t bit,
                                           struct InsurantStr *out);

// The id of a category rule, by its bit. It lives as long as the rules.
//
// # Safety
// As insurant_rules_fingerprint.
InsurantStatus insurant_rules_category_rule_id(const struct InsurantRules *rules,
                                               size_t bit,
                                               struct InsurantStr *out);

// Assesses one customer. Nothing is allocated once the scratch has grown to the rules.
//
// Everything that is wrong with the customer is told at once, each problem with its own code. The
// status is INSURANT_STATUS_BAD_FACTS when all of it is of the facts, such as a policy that ends
// before it starts, and else that of the first problem that is not.
//
// # Safety
// `rules` is NULL or rules that were not freed. `customer` is NULL or points to a customer whose
// arrays are as it says; all is borrowed until the call returns. `scratch` is NULL or a scratch
// that no other call is using; with NULL the call makes one for itself. `out` is NULL or points to
// a result whose `size`, `values` and `value_capacity` are set. `err` is NULL or points to a
// writable pointer.
InsurantStatus insurant_rules_assess(const struct InsurantRules *rules,
                                     const struct InsurantCustomer *customer,
                                     struct InsurantScratch *scratch,
                                     struct InsurantResult *out,
                                     struct InsurantError **err);

// Frees rules. NULL is nothing.
//
// # Safety
// `rules` is NULL or rules that were not freed, which no other call is using.
InsurantStatus insurant_rules_free(struct InsurantRules *rules);

// Room to work in, for one thread.
//
// # Safety
// `out` is NULL or points to a writable pointer; so does `err`.
InsurantStatus insurant_scratch_new(struct InsurantScratch **out, struct InsurantError **err);

// Frees it. NULL is nothing.
//
// # Safety
// `scratch` is NULL or a scratch that was not freed, which no other call is using.
InsurantStatus insurant_scratch_free(struct InsurantScratch *scratch);

// The word of a status number, such as `bad_utf8`. The text lives as long as the library.
//
// # Safety
// `out` is NULL or points to a writable InsurantStr.
InsurantStatus insurant_status_word(int32_t status, struct InsurantStr *out);

// The text itself, which lives as long as the object. A NUL stands behind it, uncounted.
//
// # Safety
// `text` is NULL or a text that was not freed; `out` is NULL or points to a writable InsurantStr.
InsurantStatus insurant_text_get(const struct InsurantText *text, struct InsurantStr *out);

// Frees a text. NULL is nothing.
//
// # Safety
// `text` is NULL or a text that was not freed.
InsurantStatus insurant_text_free(struct InsurantText *text);

// The interface that the library has: compare it with INSURANT_ABI_VERSION, which is the one that
// the host was compiled with, before anything else.
uint32_t insurant_abi_version(void);

// The version of the library, such as `0.1.0`. The text lives as long as the library.
//
// # Safety
// `out` is NULL or points to a writable InsurantStr.
InsurantStatus insurant_version(struct InsurantStr *out);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* INSURANT_H */

// A customer of whom nothing is known yet: set what is.
//
//     InsurantCustomer customer = INSURANT_CUSTOMER_INIT;
#define INSURANT_CUSTOMER_INIT                                                                     \
    {sizeof(InsurantCustomer), {0, 0}, 0, 0, 0, 0, 0, 0, INSURANT_NO_DAY, INSURANT_NO_DAY,          \
     INSURANT_NO_DAY, 0, 0, 0, 0, sizeof(InsurantPolicy), sizeof(InsurantMovement), 0, 0,           \
     sizeof(InsurantClaim), 0, 0, sizeof(InsurantEntry), 0, 0}

// A policy of one unit without dates: set what is known.
#define INSURANT_POLICY_INIT                                                                       \
    {{0, 0}, 0, 0, INSURANT_NO_DAY, INSURANT_NO_DAY, INSURANT_NO_DAY, INSURANT_NO_DAY, 0, 0, 0, 1, \
     0, 0}

// A claim on no policy without dates: set what is known.
#define INSURANT_CLAIM_INIT                                                                        \
    {{0, 0}, -1, 0, INSURANT_NO_DAY, INSURANT_NO_DAY, 0, 0, 0, 0, 0}

// An entry of the register without dates: set what is known.
#define INSURANT_ENTRY_INIT {{0, 0}, 0, INSURANT_NO_DAY, INSURANT_NO_DAY}

// A result without measures; for measures, set `values` and `value_capacity`.
#define INSURANT_RESULT_INIT {sizeof(InsurantResult), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

// A problem to be filled in.
#define INSURANT_PROBLEM_INIT                                                                      \
    {sizeof(InsurantProblem), {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0, 0, {0, 0}, {0, 0}, {0, 0}, {0, 0}}
