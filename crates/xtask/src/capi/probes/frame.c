/* Written by `cargo xtask test capi` from the header: every export with everything wrong that C can
 * hand over. A call may refuse what it likes, but it answers a status, writes nothing but the error
 * when it fails, and never ends the host. */

#include "insurant.h"
#ifdef PROBES_OF_ARROW
#include "producer.h"
#endif

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Frame {
    InsurantEngine *engine;
    InsurantRules *rules;
    InsurantScratch *scratch;
    InsurantComplaint *complaint;
    InsurantText *made;
    InsurantError *error;
    InsurantMovement movement;
    InsurantPolicy policy;
    InsurantClaim claim;
    InsurantEntry entry;
    InsurantValue value;
    InsurantCustomer customer;
    InsurantValue values[1];
    InsurantResult result;
    InsurantProblem problem;
    InsurantDocument document;
    InsurantStr measure;
    InsurantStr operation;
    InsurantStr json;
    /* Where results go. */
    InsurantError *err;
    InsurantEngine *engine_out;
    InsurantRules *rules_out;
    InsurantScratch *scratch_out;
    InsurantComplaint *complaint_out;
    InsurantText *text_out;
    InsurantStr str_out;
    InsurantValue value_out;
    InsurantStatus status_out;
    size_t size_out;
    uint32_t number_out;
    /* What the caller's own structs were before the call. */
    InsurantResult result_before;
    InsurantProblem problem_before;
    InsurantValue values_before[1];
    unsigned long calls;
    unsigned long refused;
#ifdef PROBES_OF_ARROW
    Count count;
    InsurantArrowOptions options;
    /* What a call takes, made anew for each. */
    struct ArrowArrayStream streams[3];
    struct ArrowSchema *schema;
    struct ArrowArray *array;
    /* An answer that is there for all calls. */
    struct ArrowArrayStream answer;
    struct ArrowArrayStream stream_out;
#endif
} Frame;

static InsurantStr text(const char *bytes, size_t len) {
    InsurantStr str;
    str.ptr = (const uint8_t *)bytes;
    str.len = len;
    return str;
}

static InsurantStr word(const char *bytes) {
    return text(bytes, strlen(bytes));
}

static int32_t stop(size_t done, size_t total, void *context) {
    (void)done, (void)total, (void)context;
    return 1;
}

static int32_t go_on(size_t done, size_t total, void *context) {
    (void)done, (void)total, (void)context;
    return 0;
}

static void fail(const char *what, const char *why) {
    fprintf(stderr, "%s: %s\n", what, why);
    exit(1);
}

/* A complaint that is open: received and registered. */
#define EVENT(kind, id, more)                                                                      \
    "{\"kind\":\"" kind "\",\"id\":\"" id "\",\"occurred_at\":\"2025-06-02T10:00:00+08:00\","              \
    "\"recorded_at\":\"2025-06-02T10:00:00+08:00\"," more ACTOR "}"
#define ACTOR "\"actor\":{\"person_id\":\"E1\",\"role\":\"collector\",\"unit_id\":\"JX\"}"
#define OPENING                                                                                    \
    "{\"complaint\":{\"complaint_id\":\"C-1\"},\"procedures\":[\"cn-2020-3\"],"                        \
    "\"units\":[{\"id\":\"JX\",\"name\":\"Jiangxi\",\"level\":\"head_office\"}],\"event\":"            \
    EVENT("received", "1",                                                                         \
          "\"trigger\":\"complaint\",\"firm_kind\":\"insurer\",\"complainant_kind\":\"individual\","     \
          "\"channel\":\"phone\",") "}"
#define REGISTERED EVENT("registered", "2", "")

/* The number of a line, given out before any thread runs. */
static uint32_t motor;

#ifdef PROBES_OF_ARROW
static void begin_arrow(Frame *f) {
    const InsurantArrowOptions options = INSURANT_ARROW_OPTIONS_INIT;
    Table table = customers_new(&f->count);
    f->options = options;
    f->schema = table.schema;
    f->array = table.batches[0];
    stream_of(&f->count, &f->streams[0], customers_new(&f->count));
    stream_of(&f->count, &f->streams[1], policies_new(&f->count));
    stream_of(&f->count, &f->streams[2], claims_new(&f->count));
    memset(&f->stream_out, 0, sizeof f->stream_out);
}

/* What was written is released, and so is what no call took: then nothing is left. */
static void end_arrow(Frame *f, InsurantStatus status, const char *what) {
    int i;
    if (status != INSURANT_STATUS_OK && f->stream_out.release) {
        fail(what, "a stream was written though the call failed");
    }
    if (f->stream_out.release) f->stream_out.release(&f->stream_out);
    for (i = 0; i < 3; i++) {
        if (f->streams[i].release) f->streams[i].release(&f->streams[i]);
    }
    if (f->schema->release) f->schema->release(f->schema);
    if (f->array->release) f->array->release(f->array);
    free(f->schema);
    free(f->array);
    if (f->count.made != f->count.released) fail(what, "something is not released");
}

/* An answer to be copied. */
static void answer_arrow(Frame *f) {
    begin_arrow(f);
    if (insurant_rules_assess_arrow(f->rules, NULL, &f->streams[0], &f->streams[1], NULL,
                                    &f->streams[2], NULL, &f->stream_out, NULL, NULL)) {
        fail("answer", "not made");
    }
    memcpy(&f->answer, &f->stream_out, sizeof f->answer);
    /* It stands on the customers: what they are is counted apart. */
    f->stream_out.release = NULL;
    f->schema->release(f->schema);
    f->array->release(f->array);
    free(f->schema);
    free(f->array);
    f->count.made = f->count.released = 0;
}
#endif

/* Valid arguments, and outputs that show whether they were written. */
static void begin(Frame *f) {
    const InsurantPolicy policy = INSURANT_POLICY_INIT;
    const InsurantClaim claim = INSURANT_CLAIM_INIT;
    const InsurantEntry entry = INSURANT_ENTRY_INIT;
    const InsurantCustomer customer = INSURANT_CUSTOMER_INIT;
    const InsurantResult result = INSURANT_RESULT_INIT;
    const InsurantProblem problem = INSURANT_PROBLEM_INIT;
    f->movement.effective = 19800;
    f->movement.amount = 5;
    f->policy = policy;
    f->policy.line = motor;
    f->policy.source = INSURANT_BUSINESS_SOURCE_DIRECT;
    f->policy.start = 19700;
    f->policy.end = 20066;
    f->policy.written_premium = 100000;
    f->policy.movements = &f->movement;
    f->policy.movement_count = 1;
    f->claim = claim;
    f->claim.policy = 0;
    f->claim.status = INSURANT_CLAIM_STATUS_OPEN;
    f->claim.loss_date = 19800;
    f->entry = entry;
    f->entry.state = INSURANT_ENTRY_STATE_ACTIVE;
    f->entry.effective = 19800;
    f->value.state = INSURANT_STATE_UNKNOWN;
    f->value.kind = 0;
    f->value.num = 0;
    f->value.den = 1;
    f->customer = customer;
    f->customer.kind = INSURANT_CUSTOMER_KIND_INDIVIDUAL;
    f->customer.policies = &f->policy;
    f->customer.policy_count = 1;
    f->customer.placed = &f->policy;
    f->customer.placed_count = 1;
    f->customer.claims = &f->claim;
    f->customer.claim_count = 1;
    f->customer.entries = &f->entry;
    f->customer.entry_count = 1;
    f->customer.inputs = &f->value;
    f->customer.input_count = 1;
    f->result = result;
    f->result.values = f->values;
    f->result.value_capacity = 1;
    f->problem = problem;
    f->measure = word("annual_premium");
    f->operation = word("describe");
    f->json = word("{}");
    f->document.name = word("probe.toml");
    f->document.text = word("id = \"probe\"\nversion = \"1\"\nlanguage = 1\ncurrency = \"CNY\"\n"
                            "extends = \"cn-property\"\n"
                            "effective = { from = \"2024-01-01\" }\n");
    f->err = NULL;
    f->engine_out = NULL;
    f->rules_out = NULL;
    f->scratch_out = NULL;
    f->complaint_out = NULL;
    f->text_out = NULL;
    f->str_out = text(NULL, 77);
    f->value_out.state = -77;
    f->status_out = INSURANT_STATUS_PANIC;
    f->size_out = 77;
    f->number_out = 77;
    f->calls++;
#ifdef PROBES_OF_ARROW
    begin_arrow(f);
#endif
}

/* Just before the call. */
static void keep(Frame *f) {
    memcpy(&f->result_before, &f->result, sizeof f->result);
    memcpy(&f->problem_before, &f->problem, sizeof f->problem);
    memcpy(f->values_before, f->values, sizeof f->values);
}

static void end(Frame *f, InsurantStatus status, const char *what) {
    InsurantStr known = {NULL, 0};
    if (insurant_status_word((int32_t)status, &known)) fail(what, "an unknown status");
    if (status == INSURANT_STATUS_PANIC) fail(what, "a panic");
    if (status != INSURANT_STATUS_OK) {
        f->refused++;
        if (f->engine_out || f->rules_out || f->scratch_out || f->complaint_out ||
            (f->text_out && status != INSURANT_STATUS_REFUSED) || f->str_out.len != 77 || f->value_out.state != -77 || f->size_out != 77 ||
            f->number_out != 77) {
            fail(what, "an output was written though the call failed");
        }
        /* Customers that were done before the host stopped keep their results. */
        if (status != INSURANT_STATUS_CANCELLED &&
            (memcmp(&f->result_before, &f->result, sizeof f->result) ||
             memcmp(f->values_before, f->values, sizeof f->values))) {
            fail(what, "a result was written though the call failed");
        }
        if (memcmp(&f->problem_before, &f->problem, sizeof f->problem)) {
            fail(what, "a problem was written though the call failed");
        }
        if (f->err && status == INSURANT_STATUS_REFUSED) {
            fail(what, "a refusal is no error");
        }
        if (f->err) {
            InsurantStatus told = INSURANT_STATUS_OK;
            size_t count = 0;
            if (insurant_error_status(f->err, &told) || told != status) {
                fail(what, "the error has another status");
            }
            if (insurant_error_count(f->err, &count) || count == 0) {
                fail(what, "an error without a problem");
            }
        }
    } else if (f->err) {
        fail(what, "an error though the call did not fail");
    }
    insurant_error_free(f->err);
    insurant_engine_free(f->engine_out);
    insurant_rules_free(f->rules_out);
    insurant_scratch_free(f->scratch_out);
    insurant_complaint_free(f->complaint_out);
    insurant_text_free(f->text_out);
#ifdef PROBES_OF_ARROW
    end_arrow(f, status, what);
#endif
}

static void probe(Frame *f) {
/* PROBES */
}

/* What the threads share: objects that any number of them may use at once. */
static InsurantEngine *engine;
static InsurantRules *rules;

static void *run(void *context) {
    Frame *f = context;
    InsurantStr measure = word("annual_premium");
    f->engine = engine;
    f->rules = rules;
    (void)measure;
    if (insurant_scratch_new(&f->scratch, NULL)) fail("scratch", "not made");
    if (insurant_call(engine, word("describe"), word("{}"), &f->made, NULL)) {
        fail("describe", "not made");
    }
    if (insurant_call(engine, word("nothing"), word("{}"), &f->text_out, &f->error) !=
        INSURANT_STATUS_UNKNOWN_OPERATION) {
        fail("nothing", "an operation that there is not");
    }
    if (insurant_complaint_open(engine, word(OPENING), &f->complaint, &f->text_out, &f->err)) {
        fail("complaint", "not opened");
    }
    insurant_text_free(f->text_out);
#ifdef PROBES_OF_ARROW
    answer_arrow(f);
#endif
    probe(f);
#ifdef PROBES_OF_ARROW
    f->answer.release(&f->answer);
#endif
    insurant_complaint_free(f->complaint);
    insurant_scratch_free(f->scratch);
    insurant_text_free(f->made);
    insurant_error_free(f->error);
    return NULL;
}

int main(int count, char **words) {
    int threads = count > 1 ? atoi(words[1]) : 1, i;
    pthread_t started[64];
    Frame *frames = calloc(64, sizeof(Frame));
    InsurantStr measure = word("annual_premium");
    if (!frames || threads < 0 || threads > 64) return 2;
    if (insurant_engine_new(&engine, NULL)) fail("engine", "not made");
    if (insurant_rules_new(engine, word("cn-property"), 19905, &measure, 1, &rules, NULL)) {
        fail("rules", "not made");
    }
    if (insurant_rules_line(rules, word("motor"), &motor, NULL)) fail("line", "not given out");
    (void)stop, (void)go_on;
    /* No thread of one's own is the main thread. */
    if (threads == 0) run(&frames[0]);
    for (i = 0; i < threads; i++) {
        if (pthread_create(&started[i], NULL, run, &frames[i])) fail("thread", "not started");
    }
    for (i = 0; i < threads; i++) pthread_join(started[i], NULL);
    insurant_rules_free(rules);
    insurant_engine_free(engine);
    printf("%lu calls a thread, %lu refused\n", frames[0].calls, frames[0].refused);
    free(frames);
    return 0;
}
