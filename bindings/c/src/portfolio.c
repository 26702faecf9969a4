/* Assesses a portfolio in columns: three customers, two policies and a claim in plain arrays of C, handed
 * over through Arrow's C data interface where they lie. A host that has Arrow already (its C++ library,
 * nanoarrow, DuckDB) hands over its streams instead of making them. Needs the library of
 * `cargo xtask install --batch`. */

#include "insurant_arrow.h"

#include <stdio.h>
#include <string.h>

/* 2024-07-01 as days since 1970-01-01. */
enum { AS_OF = 19905 };

static InsurantStr str(const char *text) {
    InsurantStr out;
    out.ptr = (const uint8_t *)text;
    out.len = strlen(text);
    return out;
}

/* Everything here is static: there is nothing to release but to say so. */
static void done_schema(struct ArrowSchema *schema) { schema->release = NULL; }
static void done_array(struct ArrowArray *array) { array->release = NULL; }

enum { MOST_COLUMNS = 7 };

typedef struct Column {
    const char *name, *format; /* l: 64-bit integers; tdD: days; u: texts */
    const void *buffers[3];    /* what is null (nothing), values or offsets, texts */
} Column;

typedef struct Table {
    struct ArrowSchema schema, columns[MOST_COLUMNS], *column_places[MOST_COLUMNS];
    struct ArrowArray batch, arrays[MOST_COLUMNS], *array_places[MOST_COLUMNS];
    const void *no_nulls[1];
} Table;

/* Arrow's view of columns that lie elsewhere, as a stream of one batch. */
static int stream(Table *table, Column *columns, int64_t count, int64_t rows,
                  struct ArrowArrayStream *out, InsurantError **error) {
    int64_t i;
    memset(table, 0, sizeof *table);
    for (i = 0; i < count; i++) {
        table->columns[i].format = columns[i].format;
        table->columns[i].name = columns[i].name;
        table->columns[i].release = done_schema;
        table->column_places[i] = &table->columns[i];
        table->arrays[i].length = rows;
        table->arrays[i].n_buffers = strcmp(columns[i].format, "u") ? 2 : 3;
        table->arrays[i].buffers = columns[i].buffers;
        table->arrays[i].release = done_array;
        table->array_places[i] = &table->arrays[i];
    }
    table->schema.format = "+s";
    table->schema.n_children = count;
    table->schema.children = table->column_places;
    table->schema.release = done_schema;
    table->batch.length = rows;
    table->batch.n_buffers = 1;
    table->batch.buffers = table->no_nulls;
    table->batch.n_children = count;
    table->batch.children = table->array_places;
    table->batch.release = done_array;
    return insurant_arrow_stream_new(&table->schema, &table->batch, 1, out, error);
}

static const int64_t customer_ids[] = {7, 8, 9};
static const int32_t kind_ends[] = {0, 10, 22, 32};
static Column customers[] = {
    {"customer_id", "l", {NULL, customer_ids, NULL}},
    {"kind", "u", {NULL, kind_ends, "individualorganisationindividual"}},
};

static const int64_t policy_ids[] = {1, 2}, holders[] = {8, 7}, premiums[] = {6000000, 480000};
static const int32_t line_ends[] = {0, 8, 13}, source_ends[] = {0, 6, 12};
static const int32_t starts[] = {19723, 19800}, ends[] = {20089, 20165};
static Column policies[] = {
    {"policy_id", "l", {NULL, policy_ids, NULL}},
    {"customer_id", "l", {NULL, holders, NULL}},
    {"line", "u", {NULL, line_ends, "propertymotor"}},
    {"business_source", "u", {NULL, source_ends, "directdirect"}},
    {"start", "tdD", {NULL, starts, NULL}},
    {"end", "tdD", {NULL, ends, NULL}},
    {"written_premium", "l", {NULL, premiums, NULL}}, /* in fen */
};

static const int64_t claim_ids[] = {1}, claimed[] = {2}, paid[] = {120000}, reserves[] = {0};
static const int32_t losses[] = {19850}, status_ends[] = {0, 7};
static Column claims[] = {
    {"claim_id", "l", {NULL, claim_ids, NULL}}, {"policy_id", "l", {NULL, claimed, NULL}},
    {"loss_date", "tdD", {NULL, losses, NULL}}, {"status", "u", {NULL, status_ends, "settled"}},
    {"paid", "l", {NULL, paid, NULL}},          {"reserve", "l", {NULL, reserves, NULL}},
};

static int assess(const InsurantRules *rules, struct ArrowArrayStream *out, InsurantError **error) {
    static Table tables[3];
    struct ArrowArrayStream streams[3];
    InsurantArrowOptions options = INSURANT_ARROW_OPTIONS_INIT;
    options.threads = 2;
    if (stream(&tables[0], customers, 2, 3, &streams[0], error) ||
        stream(&tables[1], policies, 7, 2, &streams[1], error) ||
        stream(&tables[2], claims, 6, 1, &streams[2], error)) {
        return 1;
    }
    return insurant_rules_assess_arrow(rules, &options, &streams[0], &streams[1], NULL, &streams[2],
                                       NULL, out, NULL, error);
}

/* The word of a row of a dictionary: `category` is null for who is undecided. */
static void word(const struct ArrowArray *column, int64_t row) {
    const int32_t *text_ends = column->dictionary->buffers[1];
    const char *text = column->dictionary->buffers[2];
    const unsigned char *valid = column->buffers[0];
    int64_t at = column->offset + row;
    int key = ((const int8_t *)column->buffers[1])[at];
    if (valid && !(valid[at / 8] >> (at % 8) & 1)) {
        printf("undecided");
    } else {
        printf("%.*s", (int)(text_ends[key + 1] - text_ends[key]), text + text_ends[key]);
    }
}

static void print(struct ArrowArrayStream *answer) {
    struct ArrowSchema schema;
    struct ArrowArray batch;
    int64_t row;
    if (answer->get_schema(answer, &schema)) return;
    /* customer_id, category, standing, alerts, proposals, findings, status, then the measure. */
    printf("%s of %d columns\n", schema.children[7]->name, (int)schema.n_children);
    schema.release(&schema);
    while (!answer->get_next(answer, &batch) && batch.release) {
        const struct ArrowArray *id = batch.children[0], *premium = batch.children[7];
        for (row = 0; row < batch.length; row++) {
            printf("customer %ld: ", (long)((const int64_t *)id->buffers[1])[id->offset + row]);
            word(batch.children[1], row);
            printf(", annual premium %ld fen\n",
                   (long)((const int64_t *)premium->buffers[1])[premium->offset + row]);
        }
        batch.release(&batch);
    }
}

static int portfolio(const InsurantRules *rules) {
    static const int32_t backwards[] = {0, 22, 10, 32};
    struct ArrowArrayStream answer;
    InsurantError *error = NULL;
    InsurantStr text = {NULL, 0};
    insurant_rules_fingerprint(rules, &text);
    printf("rulebook %.*s\n", (int)text.len, (const char *)text.ptr);
    if (assess(rules, &answer, &error)) {
        insurant_error_free(error);
        return 1;
    }
    print(&answer);
    answer.release(&answer);
    /* What is no Arrow is refused, with its place. */
    customers[1].buffers[1] = backwards;
    if (assess(rules, &answer, &error) != INSURANT_STATUS_BAD_ARROW) return 1;
    insurant_error_text(error, &text);
    printf("refused: %.*s\n", (int)text.len, (const char *)text.ptr);
    insurant_error_free(error);
    return 0;
}

int main(void) {
    InsurantEngine *engine = NULL;
    InsurantRules *rules = NULL;
    InsurantStr measure = str("annual_premium");
    int failed = 1;
    if (insurant_abi_version() != INSURANT_ABI_VERSION || insurant_engine_new(&engine, NULL)) return 1;
    if (!insurant_rules_new(engine, str("cn-property"), AS_OF, &measure, 1, &rules, NULL)) {
        failed = portfolio(rules);
    }
    insurant_rules_free(rules);
    insurant_engine_free(engine);
    return failed;
}
