/* Everything that a producer can do wrong and that can be seen: what the call answers, where it says the
 * fault is, and that every struct was released once, whatever came of it. */

#include "producer.h"

typedef struct Case {
    Count count;
    Table customers, policies, claims;
    /* Streams, once they are made of the tables. */
    struct ArrowArrayStream streams[3];
    /* Said of the streams before they are made. */
    int fails_schema, fails_at;
    struct ArrowArray *batch;
    struct ArrowSchema *schema;
} Case;

static InsurantEngine *engine;
static InsurantRules *rules;
static int failed;
static long cases;

static void fail(const char *name, const char *why, const char *more) {
    fprintf(stderr, "%s: %s %s\n", name, why, more);
    failed = 1;
}

static InsurantStr word(const char *text) {
    InsurantStr str;
    str.ptr = (const uint8_t *)text;
    str.len = strlen(text);
    return str;
}

static void begin(Case *c) {
    memset(c, 0, sizeof *c);
    c->customers = customers_new(&c->count);
    c->policies = policies_new(&c->count);
    c->claims = claims_new(&c->count);
    c->schema = c->customers.schema;
    c->batch = c->customers.batches[0];
}

static void streams(Case *c) {
    stream_of(&c->count, &c->streams[0], c->customers);
    stream_of(&c->count, &c->streams[1], c->policies);
    stream_of(&c->count, &c->streams[2], c->claims);
    ((StreamKeep *)c->streams[0].private_data)->fails_schema = c->fails_schema;
    ((StreamKeep *)c->streams[0].private_data)->fails_at = c->fails_at;
}

static int is(const InsurantStr *text, const char *expected) {
    return text->len == strlen(expected) && memcmp(text->ptr, expected, text->len) == 0;
}

/* Calls with what a case has, and judges: `path` is that of some problem. */
static void judge(Case *c, const char *name, InsurantStatus expected, const char *path) {
    struct ArrowArrayStream out;
    InsurantArrowOptions options = INSURANT_ARROW_OPTIONS_INIT;
    InsurantError *error = NULL;
    InsurantStatus status;
    size_t count = 0, i;
    int found = 0;
    memset(&out, 7, sizeof out);
    cases++;
    status = insurant_rules_assess_arrow(rules, &options, &c->streams[0], &c->streams[1], NULL,
                                         &c->streams[2], NULL, &out, NULL, &error);
    if (status != expected) {
        char number[32];
        snprintf(number, sizeof number, "%d, not %d", (int)status, (int)expected);
        fail(name, "status", number);
    }
    for (i = 0; i < 3; i++) {
        if (c->streams[i].release) fail(name, "a stream was not released", "");
    }
    if (status == INSURANT_STATUS_OK) {
        out.release(&out);
    } else {
        unsigned char before[sizeof out];
        memset(before, 7, sizeof before);
        if (memcmp(&out, before, sizeof out)) fail(name, "`out` was written", "");
        insurant_error_count(error, &count);
        for (i = 0; i < count; i++) {
            InsurantProblem problem = INSURANT_PROBLEM_INIT;
            insurant_error_problem(error, i, &problem);
            found |= is(&problem.path, path);
        }
        if (!found) {
            InsurantStr text = {NULL, 0};
            insurant_error_text(error, &text);
            fprintf(stderr, "%s: no problem at %s, but\n%.*s\n", name, path, (int)text.len,
                    (const char *)text.ptr);
            failed = 1;
        }
    }
    insurant_error_free(error);
    if (c->count.made != c->count.released) {
        char numbers[64];
        snprintf(numbers, sizeof numbers, "%ld of %ld", c->count.released, c->count.made);
        fail(name, "released", numbers);
    }
}

/* A fault of the tables, done before they are made streams. */
#define FAULT(what, status, path)                                                                  \
    do {                                                                                           \
        Case c_, *c = &c_;                                                                         \
        begin(c);                                                                                  \
        what;                                                                                      \
        streams(c);                                                                                \
        judge(c, #what, INSURANT_STATUS_##status, path);                                           \
    } while (0)

/* A fault of the streams themselves. */
#define STREAM(what, status, path)                                                                 \
    do {                                                                                           \
        Case c_, *c = &c_;                                                                         \
        begin(c);                                                                                  \
        streams(c);                                                                                \
        what;                                                                                      \
        judge(c, #what, INSURANT_STATUS_##status, path);                                           \
    } while (0)

#define ARROW(what, path) FAULT(what, BAD_ARROW, path)

/* Releases a part of a schema or an array, and leaves it where it is. */
#define GONE(part) (part)->release(part)

/* The same, and takes away the struct itself. */
#define LOSE(part)                                                                                 \
    do {                                                                                           \
        (part)->release(part);                                                                     \
        free(part);                                                                                \
        (part) = NULL;                                                                             \
    } while (0)

static int schema_nothing(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    (void)stream;
    memset(out, 0, sizeof *out);
    return 0;
}

static const char *no_error(struct ArrowArrayStream *stream) {
    (void)stream;
    return NULL;
}

static const char *bad_error(struct ArrowArrayStream *stream) {
    (void)stream;
    return "\xff\xfe";
}

/* A schema that holds itself. */
static void circle(Case *c) {
    struct ArrowSchema *list = c->schema->children[5];
    list->format = "+l";
    list->n_children = 1;
    list->children = &c->schema->children[5];
}

static void spoil(struct ArrowArray *array, int buffer, size_t at, int value) {
    unsigned char *bytes = (unsigned char *)array->buffers[buffer];
    bytes[at] = (unsigned char)value;
}

static void put32(struct ArrowArray *array, int buffer, int at, int32_t value) {
    memcpy((char *)array->buffers[buffer] + 4 * at, &value, 4);
}

static void put64(struct ArrowArray *array, int buffer, int at, int64_t value) {
    memcpy((char *)array->buffers[buffer] + 8 * at, &value, 8);
}

/* Frees a buffer, of which nothing is told any more. */
static void no_buffer(struct ArrowArray *array, int buffer) {
    free((void *)array->buffers[buffer]);
    array->buffers[buffer] = NULL;
}

static void null_rows(struct ArrowArray *batch) {
    static const unsigned char valid = 5;
    buffer(batch, 0, &valid, 1);
    batch->null_count = 1;
}

/* A second batch like the first. */
static void second(Case *c) {
    Table more = customers_new(&c->count);
    more.schema->release(more.schema);
    free(more.schema);
    c->customers.batches[c->customers.batch_count++] = more.batches[0];
}

static void of_streams(void) {
    STREAM(GONE(&c->streams[0]), BAD_ARROW, "customers.release");
    STREAM(GONE(&c->streams[1]), BAD_ARROW, "policies.release");
    STREAM(c->streams[0].get_schema = NULL, BAD_ARROW, "customers.get_schema");
    STREAM(c->streams[2].get_schema = NULL, BAD_ARROW, "claims.get_schema");
    STREAM(c->streams[0].get_next = NULL, BAD_ARROW, "customers.get_next");
    STREAM(c->streams[0].get_schema = schema_nothing, BAD_ARROW, "customers.schema.release");
    STREAM(c->streams[0].get_last_error = NULL, OK, "");
    FAULT(c->fails_schema = 22, BAD_ARROW, "customers.get_schema");
    FAULT(c->fails_at = 1, BAD_ARROW, "customers.get_next");
    FAULT(c->fails_at = 2, BAD_ARROW, "customers.get_next");
    STREAM(((StreamKeep *)c->streams[0].private_data)->fails_at = 1;
           c->streams[0].get_last_error = NULL, BAD_ARROW, "customers.get_next");
    STREAM(((StreamKeep *)c->streams[0].private_data)->fails_at = 1;
           c->streams[0].get_last_error = no_error, BAD_ARROW, "customers.get_next");
    STREAM(((StreamKeep *)c->streams[0].private_data)->fails_at = 1;
           c->streams[0].get_last_error = bad_error, BAD_ARROW, "customers.get_next");
}

static void of_schemas(void) {
    static const char count_negative[] = "\xff\xff\xff\xff";
    static const char count_large[] = "\0\0\0\x7f";
    static const char key_negative[] = "\1\0\0\0\xff\xff\xff\xff";
    static const char key_large[] = "\1\0\0\0\0\0\0\x7f";
    static const char fine[] = "\1\0\0\0\1\0\0\0k\2\0\0\0\xff\xfe";
    ARROW(c->schema->format = NULL, "customers.schema.format");
    ARROW(c->schema->format = "l", "customers.schema.format");
    ARROW(c->schema->format = "\xff", "customers.schema.format");
    ARROW(c->schema->n_children = -1, "customers.schema.n_children");
    ARROW(c->schema->n_children = INT64_MAX, "customers.schema.n_children");
    ARROW(c->schema->children = NULL, "customers.schema.children");
    ARROW(c->schema->dictionary = c->schema->children[1], "customers.schema.dictionary");
    ARROW(LOSE(c->schema->children[7]), "customers.schema.children[7]");
    ARROW(GONE(c->schema->children[0]), "customers.schema.children[0].release");
    ARROW(c->schema->children[0]->format = NULL, "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "q", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "l\xff", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "w:", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "w:x", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "ts", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "d:", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "d:999,2", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "d:0,0", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "d:39,2", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "d:19,99", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "d:19,2,48", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "+us:1,x", "customers.schema.children[0].format");
    ARROW(c->schema->children[0]->format = "+l", "customers.schema.children[0].n_children");
    ARROW(c->schema->children[0]->format = "+r", "customers.schema.children[0].n_children");
    ARROW(c->schema->children[0]->format = "+w:3", "customers.schema.children[0].n_children");
    ARROW(c->schema->children[0]->n_children = -5, "customers.schema.children[0].n_children");
    ARROW(c->schema->children[0]->n_children = 1, "customers.schema.children[0].children");
    ARROW(c->schema->children[0]->name = "\xc3\x28", "customers.schema.children[0].name");
    ARROW(circle(c), "customers.schema.children[5]");
    ARROW(c->schema->children[0]->dictionary = c->schema->children[0],
          "customers.schema.children[0]");
    ARROW(c->schema->children[1]->dictionary = c->schema->children[2],
          "customers.schema.children[1].dictionary");
    ARROW(GONE(c->schema->children[2]->dictionary),
          "customers.schema.children[2].dictionary.release");
    ARROW(c->schema->children[0]->metadata = count_negative,
          "customers.schema.children[0].metadata");
    ARROW(c->schema->children[0]->metadata = count_large, "customers.schema.children[0].metadata");
    ARROW(c->schema->children[0]->metadata = key_negative, "customers.schema.children[0].metadata");
    ARROW(c->schema->children[0]->metadata = key_large, "customers.schema.children[0].metadata");
    FAULT(c->schema->children[0]->metadata = fine, OK, "");
    FAULT(c->schema->children[6]->format = "no format", OK, "");
    /* Types that are Arrow's, but no column's. */
    FAULT(c->schema->children[0]->format = "g", BAD_INPUT, "customers.customer_id");
    FAULT(c->schema->children[0]->format = "z", BAD_INPUT, "customers.customer_id");
    FAULT(c->schema->children[0]->format = "d:19,-2", BAD_INPUT, "customers.customer_id");
    FAULT(c->schema->children[5]->format = "tsu:UTC", BAD_INPUT, "customers.next_review");
    FAULT(c->schema->children[6]->name = "own", BAD_INPUT, "customers.own");
    FAULT(c->schema->children[0]->name = NULL, BAD_INPUT, "customers");
    FAULT(c->schema->children[0]->name = "kind", BAD_INPUT, "customers");
}

static void of_batches(void) {
    ARROW(c->batch->length = -1, "customers.arrays[0].length");
    ARROW(c->batch->length = INT64_MAX, "customers.arrays[0].length");
    ARROW(c->batch->length = 4, "customers.arrays[0].children[0].length");
    ARROW(c->batch->offset = -1, "customers.arrays[0].offset");
    ARROW(c->batch->offset = 1, "customers.arrays[0].children[0].length");
    ARROW(c->batch->offset = INT64_MAX, "customers.arrays[0].offset");
    ARROW(c->batch->null_count = -2, "customers.arrays[0].null_count");
    ARROW(c->batch->null_count = 4, "customers.arrays[0].null_count");
    ARROW(c->batch->null_count = 1, "customers.arrays[0].buffers[0]");
    ARROW(null_rows(c->batch), "customers.arrays[0].buffers[0]");
    ARROW(null_rows(c->batch); c->batch->null_count = -1, "customers.arrays[0].buffers[0]");
    FAULT(c->batch->null_count = -1, OK, "");
    ARROW(c->batch->n_buffers = 0, "customers.arrays[0].n_buffers");
    ARROW(c->batch->n_buffers = -1, "customers.arrays[0].n_buffers");
    ARROW(c->batch->n_buffers = 2, "customers.arrays[0].n_buffers");
    ARROW(c->batch->buffers = NULL, "customers.arrays[0].buffers");
    ARROW(c->batch->n_children = 7, "customers.arrays[0].n_children");
    ARROW(c->batch->n_children = 9, "customers.arrays[0].n_children");
    ARROW(c->batch->n_children = -8, "customers.arrays[0].n_children");
    ARROW(c->batch->children = NULL, "customers.arrays[0].children");
    ARROW(c->batch->dictionary = c->batch->children[0], "customers.arrays[0].dictionary");
    ARROW(GONE(c->batch->children[0]), "customers.arrays[0].children[0].release");
    ARROW(GONE(c->batch->children[5]), "customers.arrays[0].children[5].release");
    FAULT(GONE(c->batch->children[6]), OK, "");
    ARROW(second(c); c->customers.batches[1]->length = -1, "customers.arrays[1].length");
    ARROW(second(c); c->customers.batches[1]->children[1]->n_buffers = 2,
          "customers.arrays[1].children[1].n_buffers");
    ARROW(LOSE(c->batch->children[0]), "customers.arrays[0].children[0]");
    FAULT(c->batch->length = 2, OK, "");
    FAULT(put64(c->batch->children[0], 1, 0, 8), BAD_FACTS, "customers[1].customer_id");
}

static void of_columns(void) {
    struct ArrowArray *column;
    ARROW(c->batch->children[0]->length = -1, "customers.arrays[0].children[0].length");
    ARROW(c->batch->children[0]->length = 2, "customers.arrays[0].children[0].length");
    ARROW(c->batch->children[0]->length = INT64_MAX, "customers.arrays[0].children[0].length");
    ARROW(c->batch->children[0]->offset = -1, "customers.arrays[0].children[0].offset");
    ARROW(c->batch->children[0]->offset = INT64_MAX, "customers.arrays[0].children[0].offset");
    ARROW(c->batch->children[0]->null_count = -2, "customers.arrays[0].children[0].null_count");
    ARROW(c->batch->children[0]->null_count = 99, "customers.arrays[0].children[0].null_count");
    ARROW(c->batch->children[0]->null_count = 1, "customers.arrays[0].children[0].buffers[0]");
    ARROW(c->batch->children[0]->n_buffers = 1, "customers.arrays[0].children[0].n_buffers");
    ARROW(c->batch->children[0]->n_buffers = 3, "customers.arrays[0].children[0].n_buffers");
    ARROW(c->batch->children[0]->n_buffers = -1, "customers.arrays[0].children[0].n_buffers");
    ARROW(c->batch->children[0]->n_buffers = INT64_MAX, "customers.arrays[0].children[0].n_buffers");
    ARROW(c->batch->children[0]->buffers = NULL, "customers.arrays[0].children[0].buffers");
    ARROW(c->batch->children[0]->n_children = 1, "customers.arrays[0].children[0].n_children");
    ARROW(c->batch->children[0]->dictionary = c->batch->children[1],
          "customers.arrays[0].children[0].dictionary");
    ARROW(no_buffer(c->batch->children[0], 1), "customers.arrays[0].children[0].buffers[1]");
    /* Texts. */
    ARROW(c->batch->children[1]->n_buffers = 2, "customers.arrays[0].children[1].n_buffers");
    ARROW(no_buffer(c->batch->children[1], 1), "customers.arrays[0].children[1].buffers[1]");
    ARROW(no_buffer(c->batch->children[1], 2), "customers.arrays[0].children[1].buffers[2]");
    ARROW(put32(c->batch->children[1], 1, 3, -4), "customers.arrays[0].children[1].buffers[1]");
    ARROW(put32(c->batch->children[1], 1, 1, -4), "customers.arrays[0].children[1]");
    ARROW(put32(c->batch->children[1], 1, 1, 9999), "customers.arrays[0].children[1]");
    ARROW(put32(c->batch->children[1], 1, 1, 30), "customers.arrays[0].children[1]");
    ARROW(spoil(c->batch->children[1], 2, 3, 0xff), "customers.arrays[0].children[1]");
    ARROW(column = c->policies.batches[0]->children[2]; put64(column, 1, 2, INT64_MAX),
          "policies.arrays[0].children[2].buffers[1]");
    ARROW(column = c->policies.batches[0]->children[2]; put64(column, 1, 2, -1),
          "policies.arrays[0].children[2].buffers[1]");
    ARROW(column = c->policies.batches[0]->children[2]; put64(column, 1, 1, 1000),
          "policies.arrays[0].children[2]");
    /* Dictionaries. */
    ARROW(c->batch->children[2]->dictionary = NULL, "customers.arrays[0].children[2].dictionary");
    ARROW(GONE(c->batch->children[2]->dictionary),
          "customers.arrays[0].children[2].dictionary.release");
    ARROW(spoil(c->batch->children[2], 1, 1, 2), "customers.arrays[0].children[2]");
    ARROW(spoil(c->batch->children[2], 1, 1, 0x80), "customers.arrays[0].children[2]");
    ARROW(c->batch->children[2]->dictionary->n_buffers = 2,
          "customers.arrays[0].children[2].dictionary.n_buffers");
    ARROW(c->batch->children[2]->dictionary->length = -7,
          "customers.arrays[0].children[2].dictionary.length");
    ARROW(spoil(c->batch->children[2]->dictionary, 2, 0, 0xff),
          "customers.arrays[0].children[2].dictionary");
    /* Nulls. */
    ARROW(no_buffer(c->batch->children[3], 0), "customers.arrays[0].children[3].buffers[0]");
    ARROW(c->batch->children[3]->null_count = 2, "customers.arrays[0].children[3].null_count");
    ARROW(c->batch->children[3]->null_count = 0, "customers.arrays[0].children[3].null_count");
    FAULT(c->batch->children[3]->null_count = -1, OK, "");
    ARROW(no_buffer(c->batch->children[4], 1), "customers.arrays[0].children[4].buffers[1]");
    /* Views. */
    ARROW(c->batch->children[7]->n_buffers = 2, "customers.arrays[0].children[7].n_buffers");
    ARROW(c->batch->children[7]->n_buffers = INT64_MAX, "customers.arrays[0].children[7].n_buffers");
    ARROW(no_buffer(c->batch->children[7], 1), "customers.arrays[0].children[7].buffers[1]");
    ARROW(no_buffer(c->batch->children[7], 2), "customers.arrays[0].children[7].buffers[2]");
    ARROW(no_buffer(c->batch->children[7], 3), "customers.arrays[0].children[7].buffers[3]");
    ARROW(put64(c->batch->children[7], 3, 0, -1), "customers.arrays[0].children[7].buffers[3]");
    ARROW(put64(c->batch->children[7], 3, 0, INT64_MAX), "customers.arrays[0].children[7].buffers[3]");
    ARROW(put64(c->batch->children[7], 3, 0, 5), "customers.arrays[0].children[7]");
    ARROW(put32(c->batch->children[7], 1, 4, -1), "customers.arrays[0].children[7]");
    ARROW(put32(c->batch->children[7], 1, 6, 7), "customers.arrays[0].children[7]");
    ARROW(put32(c->batch->children[7], 1, 7, 99), "customers.arrays[0].children[7]");
    ARROW(spoil(c->batch->children[7], 2, 3, 0xff), "customers.arrays[0].children[7]");
}

/* What a whole table comes to. */
static void well(void) {
    Case c_, *c = &c_;
    struct ArrowArrayStream out, again;
    struct ArrowSchema schema;
    struct ArrowArray batch, end;
    InsurantArrowOptions options = INSURANT_ARROW_OPTIONS_INIT;
    InsurantText *report = NULL;
    int64_t premiums[3];
    int turn;
    begin(c);
    streams(c);
    options.threads = 2;
    if (insurant_rules_assess_arrow(rules, &options, &c->streams[0], &c->streams[1], NULL,
                                    &c->streams[2], NULL, &out, &report, NULL)) {
        fail("well", "no answer", "");
        return;
    }
    insurant_text_free(report);
    for (turn = 0; turn < 2; turn++) {
        /* The copy is read after the first was released. */
        if (turn == 0 && insurant_arrow_stream_copy(&out, &again, NULL)) fail("copy", "none", "");
        if (turn == 1) memcpy(&out, &again, sizeof out);
        if (out.get_schema(&out, &schema) || schema.n_children != 9 ||
            strcmp(schema.children[7]->name, "annual_premium") ||
            strcmp(schema.children[0]->format, "l")) {
            fail("well", "another schema", "");
        }
        schema.release(&schema);
        if (out.get_next(&out, &batch) || batch.length != 3) fail("well", "another batch", "");
        memcpy(premiums, (const int64_t *)batch.children[7]->buffers[1] + batch.children[7]->offset,
               sizeof premiums);
        if (premiums[0] != 480000 || premiums[1] != 6000000 || premiums[2] != 0) {
            fail("well", "other premiums", "");
        }
        if (out.get_next(&out, &end) || end.release) fail("well", "no end", "");
        if (out.get_last_error(&out)) fail("well", "an error", "");
        out.release(&out);
        if (out.release) fail("well", "the answer is not released", "");
        if (c->count.made == c->count.released) fail("well", "the identifiers are gone", "");
        batch.release(&batch);
    }
    if (c->count.made != c->count.released) fail("well", "something is left", "");
    cases++;
}

/* A stream of arrays that a host has. */
static void relayed(const char *what, int spoiled, InsurantStatus expected) {
    Count count = {0, 0};
    Table table = customers_new(&count);
    struct ArrowArray arrays[2];
    struct ArrowSchema schema;
    struct ArrowArray batch;
    struct ArrowArrayStream out;
    InsurantError *error = NULL;
    Table more = customers_new(&count);
    InsurantStatus status;
    memset(&out, 0, sizeof out);
    memset(&schema, 0, sizeof schema);
    GONE(more.schema);
    free(more.schema);
    memcpy(&arrays[0], table.batches[0], sizeof arrays[0]);
    memcpy(&arrays[1], more.batches[0], sizeof arrays[1]);
    free(table.batches[0]);
    free(more.batches[0]);
    if (spoiled == 1) GONE(table.schema);
    if (spoiled == 2) arrays[1].release(&arrays[1]);
    if (spoiled == 3) table.schema->children[0]->format = "q";
    status = insurant_arrow_stream_new(spoiled == 4 ? NULL : table.schema, arrays, 2,
                                       spoiled == 5 ? NULL : &out, &error);
    if (status != expected) fail(what, "another status", "");
    if (spoiled != 4 && table.schema->release) fail(what, "the schema was not moved", "");
    if (arrays[0].release || arrays[1].release) fail(what, "an array was not moved", "");
    if (status == INSURANT_STATUS_OK) {
        struct ArrowArrayStream again;
        if (insurant_arrow_stream_copy(&out, &again, NULL) != INSURANT_STATUS_BAD_ARROW) {
            fail(what, "a copy of what is there once", "");
        }
        if (out.get_schema(&out, &schema) || schema.n_children != 8 ||
            strcmp(schema.children[6]->format, "+l")) {
            fail(what, "another schema", "");
        }
        schema.release(&schema);
        if (out.get_next(&out, &batch) || batch.length != 3) fail(what, "another batch", "");
        batch.release(&batch);
        /* The second is released with the stream. */
        out.release(&out);
    } else if (out.release || !error) {
        fail(what, "no error, or a stream", "");
    }
    if (spoiled == 4) table.schema->release(table.schema);
    free(table.schema);
    insurant_error_free(error);
    if (count.made != count.released) fail(what, "something is left", "");
    cases++;
}

/* Streams that nobody made here cannot be copied, and the same stream cannot be two tables. */
static void misused(void) {
    Case c_, *c = &c_;
    struct ArrowArrayStream out;
    InsurantError *error = NULL;
    begin(c);
    streams(c);
    if (insurant_arrow_stream_copy(&c->streams[0], &out, NULL) != INSURANT_STATUS_BAD_ARROW) {
        fail("copy", "of a stream of a host", "");
    }
    if (insurant_rules_assess_arrow(rules, NULL, &c->streams[0], &c->streams[0], &c->streams[1],
                                    &c->streams[2], NULL, &out, NULL,
                                    &error) != INSURANT_STATUS_BAD_ARROW) {
        fail("one stream", "as two tables", "");
    }
    insurant_error_free(error);
    if (c->count.made != c->count.released) fail("one stream", "something is left", "");
    begin(c);
    streams(c);
    if (insurant_rules_assess_arrow(NULL, NULL, &c->streams[0], &c->streams[1], NULL,
                                    &c->streams[2], NULL, NULL, NULL,
                                    NULL) != INSURANT_STATUS_NULL_POINTER) {
        fail("no rules", "another status", "");
    }
    if (c->count.made != c->count.released) fail("no rules", "something is left", "");
    cases += 3;
}

int main(void) {
    InsurantStr measure = word("annual_premium");
    if (insurant_engine_new(&engine, NULL)) return 2;
    if (insurant_rules_new(engine, word("cn-property"), 19905, &measure, 1, &rules, NULL)) return 2;
    well();
    of_streams();
    of_schemas();
    of_batches();
    of_columns();
    relayed("two arrays", 0, INSURANT_STATUS_OK);
    relayed("a schema that was released", 1, INSURANT_STATUS_BAD_ARROW);
    relayed("an array that was released", 2, INSURANT_STATUS_BAD_ARROW);
    relayed("an unknown format", 3, INSURANT_STATUS_BAD_ARROW);
    relayed("no schema", 4, INSURANT_STATUS_NULL_POINTER);
    relayed("no place", 5, INSURANT_STATUS_NULL_POINTER);
    misused();
    insurant_rules_free(rules);
    insurant_engine_free(engine);
    printf("%ld cases\n", cases);
    return failed;
}
