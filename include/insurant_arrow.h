// insurant over Arrow: portfolios as tables of columns, in and out.
//
// The contract is that of insurant.h, with one difference: Arrow's structs are moved, as Arrow has it.
// What a call takes it releases, once, whatever it answers, and it leaves a struct that was released in
// its place; what it writes is released by its own function.
//
// This is of a library that was built with it: `cargo xtask install --batch`.


#ifndef INSURANT_ARROW_H
#define INSURANT_ARROW_H

// Made by `cargo xtask headers` from crates/insurant-ffi. Change it there.

#include "insurant.h"

// Arrow's own structs, as its C data interface and its C stream interface define them.
#ifdef __cplusplus
extern "C" {
#endif
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif  // ARROW_C_DATA_INTERFACE
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#endif  // ARROW_C_STREAM_INTERFACE
#ifdef __cplusplus
}  // extern "C"
#endif

// What becomes of a row with a fault.
enum InsurantFaultyRows
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // The call fails with INSURANT_STATUS_BAD_FACTS, and the error lists the first hundred.
    INSURANT_FAULTY_ROWS_FAIL = 1,
    // The row is left out and its customer is undecided; the report lists the first hundred.
    INSURANT_FAULTY_ROWS_REJECT = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantFaultyRows InsurantFaultyRows;
#else
typedef int32_t InsurantFaultyRows;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// What whole numbers in columns of money count. Decimals say for themselves.
enum InsurantWholeNumbers
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // Minor units: 1250 is 12.50 in a currency of two decimals. Measures of money come out so, too.
    INSURANT_WHOLE_NUMBERS_MINOR = 1,
    // Major units: 1250 is 1250.00. Measures of money come out as decimals.
    INSURANT_WHOLE_NUMBERS_MAJOR = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum InsurantWholeNumbers InsurantWholeNumbers;
#else
typedef int32_t InsurantWholeNumbers;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// How a portfolio is assessed. Start from INSURANT_ARROW_OPTIONS_INIT.
typedef struct InsurantArrowOptions {
    // sizeof(InsurantArrowOptions), set by the caller.
    size_t size;
    // How many threads work, the caller's among them: 1 to 1024. The answers are the same.
    size_t threads;
    // An InsurantWholeNumbers.
    int32_t whole_numbers;
    // An InsurantFaultyRows.
    int32_t faulty_rows;
    // When the facts were taken, for customers whose row does not say; or INSURANT_NO_DAY.
    int32_t valued_on;
} InsurantArrowOptions;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Assesses every customer of a portfolio. Tables come in as streams of batches, whose columns are
// those of the command (`insurant assess --help`), and are read where they lie; `out` is a stream of
// one row a customer, in the order and the batches of `customers`: `customer_id`, `category`,
// `standing`, `alerts`, `proposals`, `findings`, `status`, then every measure of the rules. The metadata
// of its schema holds `insurant.fingerprint`, that of the rulebook, and what the bits stand for.
//
// `policies` and `claims` are needed, be they empty: that nobody had a claim is for the host to say.
// `movements` and `entries` may be NULL. A timestamp at midnight without a zone is that day.
//
// The streams are moved: whatever the call answers, it releases each of them once, and leaves one that
// was released in its place. Their arrays are released by it too, but for the customers' identifiers, on
// which `out` stands. `out` is the caller's, who releases it by its own function.
//
// `options` may be NULL, which is INSURANT_ARROW_OPTIONS_INIT; `report` too. What it gets is JSON: the
// rows of each table, how many were rejected, the problems of the first hundred of those, warnings.
//
// Structs, types and values that are not as Arrow has them are INSURANT_STATUS_BAD_ARROW, with the
// place in the structs, such as `policies.arrays[2].children[0].buffers[1]`. Columns that a table does not
// have or cannot read are INSURANT_STATUS_BAD_INPUT, rows that cannot be used INSURANT_STATUS_BAD_FACTS.
//
// # Safety
// `rules` is NULL or rules that were not freed. `options` is NULL or points to options whose `size` is
// set. Each stream is NULL or points to a stream as Arrow has it. `out` is NULL or points to a writable
// ArrowArrayStream; what it held is not released. `report` is NULL or points to a writable pointer; so
// does `err`.
InsurantStatus insurant_rules_assess_arrow(const InsurantRules *rules,
                                           const struct InsurantArrowOptions *options,
                                           struct ArrowArrayStream *customers,
                                           struct ArrowArrayStream *policies,
                                           struct ArrowArrayStream *movements,
                                           struct ArrowArrayStream *claims,
                                           struct ArrowArrayStream *entries,
                                           struct ArrowArrayStream *out,
                                           InsurantText **report,
                                           InsurantError **err);

// A stream of batches that a host has as arrays of one schema.
//
// `schema` and the arrays are moved: whatever the call answers, it releases them, now or with the
// stream, and leaves structs that were released in their places. Only the schema is looked at here;
// the arrays are when the stream is read.
//
// # Safety
// `schema` is NULL or points to a schema, and `arrays` to as many arrays as said, all as Arrow has
// them. `out` is NULL or points to a writable ArrowArrayStream; what it held is not released. `err` is
// NULL or points to a writable pointer.
InsurantStatus insurant_arrow_stream_new(struct ArrowSchema *schema,
                                         struct ArrowArray *arrays,
                                         size_t array_count,
                                         struct ArrowArrayStream *out,
                                         InsurantError **err);

// The batches of a stream again, from the first, without a copy of them: for an answer that several
// are to read. Only a stream that insurant_rules_assess_arrow wrote can be read again; any other is
// INSURANT_STATUS_BAD_ARROW. `stream` stays as it was, at whatever batch.
//
// # Safety
// `stream` is NULL or points to a stream that was not released and that nobody is reading; any number of
// threads may copy it at once. `out` is NULL or points to a writable ArrowArrayStream; what it held is not
// released. `err` is NULL or points to a writable pointer.
InsurantStatus insurant_arrow_stream_copy(const struct ArrowArrayStream *stream,
                                          struct ArrowArrayStream *out,
                                          InsurantError **err);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* INSURANT_ARROW_H */

// One thread, whole numbers as minor units, a fault ends the call.
#define INSURANT_ARROW_OPTIONS_INIT                                                                \
    {sizeof(InsurantArrowOptions), 1, INSURANT_WHOLE_NUMBERS_MINOR, INSURANT_FAULTY_ROWS_FAIL,     \
     INSURANT_NO_DAY}
