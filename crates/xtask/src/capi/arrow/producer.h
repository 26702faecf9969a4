/* A producer of Arrow's structs that counts: every struct that it makes, and every one that is released.
 * Each buffer is an allocation of its own of just its length, so that whoever reads too much, or too
 * late, is seen by valgrind and AddressSanitizer. What a struct releases is kept beside it: a test may
 * spoil the struct itself as it likes. */

#ifndef PRODUCER_H
#define PRODUCER_H

#include "insurant_arrow.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Structs that were made and not released yet, of this thread's tables. */
typedef struct Count {
    long made, released;
} Count;

typedef struct SchemaKeep {
    Count *count;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
} SchemaKeep;

typedef struct ArrayKeep {
    Count *count;
    int64_t n_buffers, n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
} ArrayKeep;

static void release_schema(struct ArrowSchema *schema) {
    SchemaKeep *keep = schema->private_data;
    int64_t i;
    if (!schema->release || !keep) {
        abort();
    }
    for (i = 0; i < keep->n_children; i++) {
        if (keep->children[i] && keep->children[i]->release) {
            keep->children[i]->release(keep->children[i]);
        }
        free(keep->children[i]);
    }
    if (keep->dictionary) {
        if (keep->dictionary->release) keep->dictionary->release(keep->dictionary);
        free(keep->dictionary);
    }
    free(keep->children);
    keep->count->released++;
    free(keep);
    schema->private_data = NULL;
    schema->release = NULL;
}

static void release_array(struct ArrowArray *array) {
    ArrayKeep *keep = array->private_data;
    int64_t i;
    if (!array->release || !keep) {
        abort();
    }
    for (i = 0; i < keep->n_children; i++) {
        if (keep->children[i] && keep->children[i]->release) {
            keep->children[i]->release(keep->children[i]);
        }
        free(keep->children[i]);
    }
    if (keep->dictionary) {
        if (keep->dictionary->release) keep->dictionary->release(keep->dictionary);
        free(keep->dictionary);
    }
    for (i = 0; i < keep->n_buffers; i++) free((void *)keep->buffers[i]);
    free((void *)keep->buffers);
    free(keep->children);
    keep->count->released++;
    free(keep);
    array->private_data = NULL;
    array->release = NULL;
}

static void *got(size_t size) {
    void *memory = calloc(1, size ? size : 1);
    if (!memory) abort();
    return memory;
}

static struct ArrowSchema *schema_new(Count *count, const char *format, const char *name,
                                      int64_t n_children) {
    struct ArrowSchema *schema = got(sizeof *schema);
    SchemaKeep *keep = got(sizeof *keep);
    keep->count = count;
    keep->n_children = n_children;
    if (n_children) keep->children = got((size_t)n_children * sizeof *keep->children);
    schema->format = format;
    schema->name = name;
    schema->flags = ARROW_FLAG_NULLABLE;
    schema->n_children = n_children;
    schema->children = keep->children;
    schema->private_data = keep;
    schema->release = release_schema;
    count->made++;
    return schema;
}

static struct ArrowArray *array_new(Count *count, int64_t length, int64_t n_buffers,
                                    int64_t n_children) {
    struct ArrowArray *array = got(sizeof *array);
    ArrayKeep *keep = got(sizeof *keep);
    keep->count = count;
    keep->n_buffers = n_buffers;
    keep->n_children = n_children;
    if (n_buffers) keep->buffers = got((size_t)n_buffers * sizeof *keep->buffers);
    if (n_children) keep->children = got((size_t)n_children * sizeof *keep->children);
    array->length = length;
    array->n_buffers = n_buffers;
    array->n_children = n_children;
    array->buffers = keep->buffers;
    array->children = keep->children;
    array->private_data = keep;
    array->release = release_array;
    count->made++;
    return array;
}

static void buffer(struct ArrowArray *array, int64_t at, const void *bytes, size_t size) {
    void *copy = malloc(size ? size : 1);
    if (!copy) abort();
    if (size) memcpy(copy, bytes, size);
    array->buffers[at] = copy;
}

/* Values of as many bytes each. */
static struct ArrowArray *fixed(Count *count, const void *values, int64_t length, size_t width) {
    struct ArrowArray *array = array_new(count, length, 2, 0);
    buffer(array, 1, values, (size_t)length * width);
    return array;
}

/* Texts with offsets of 32 bits, or of 64. */
static struct ArrowArray *texts(Count *count, const char *const *values, int64_t length, int large) {
    struct ArrowArray *array = array_new(count, length, 3, 0);
    int32_t *small = got((size_t)(length + 1) * sizeof *small);
    int64_t *wide = got((size_t)(length + 1) * sizeof *wide);
    char bytes[256];
    size_t end = 0;
    int64_t i;
    for (i = 0; i < length; i++) {
        size_t len = strlen(values[i]);
        memcpy(bytes + end, values[i], len);
        end += len;
        small[i + 1] = (int32_t)end;
        wide[i + 1] = (int64_t)end;
    }
    buffer(array, 1, large ? (void *)wide : (void *)small,
           (size_t)(length + 1) * (large ? sizeof *wide : sizeof *small));
    buffer(array, 2, bytes, end);
    free(small);
    free(wide);
    return array;
}

/* Texts as views: those of more than 12 bytes lie in a buffer of their own. */
static struct ArrowArray *views(Count *count, const char *const *values, int64_t length) {
    struct ArrowArray *array = array_new(count, length, 4, 0);
    unsigned char *all = got((size_t)length * 16);
    char bytes[256];
    int64_t end = 0, i;
    for (i = 0; i < length; i++) {
        int32_t len = (int32_t)strlen(values[i]), at = (int32_t)end;
        memcpy(all + 16 * i, &len, 4);
        if (len <= 12) {
            memcpy(all + 16 * i + 4, values[i], (size_t)len);
        } else {
            memcpy(all + 16 * i + 4, values[i], 4);
            memcpy(all + 16 * i + 12, &at, 4);
            memcpy(bytes + end, values[i], (size_t)len);
            end += len;
        }
    }
    buffer(array, 1, all, (size_t)length * 16);
    buffer(array, 2, bytes, (size_t)end);
    buffer(array, 3, &end, sizeof end);
    free(all);
    return array;
}

/* A table: its schema, and its batches. */
enum { MOST_BATCHES = 4 };

typedef struct Table {
    struct ArrowSchema *schema;
    struct ArrowArray *batches[MOST_BATCHES];
    int batch_count;
} Table;

/* What a stream gives, and what it does wrong. */
typedef struct StreamKeep {
    Count *count;
    Table table;
    int schema_gone, next, fails_schema, fails_at;
} StreamKeep;

static int stream_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    StreamKeep *keep = stream->private_data;
    if (keep->fails_schema) return keep->fails_schema;
    memcpy(out, keep->table.schema, sizeof *out);
    keep->table.schema->release = NULL;
    return 0;
}

static int stream_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    StreamKeep *keep = stream->private_data;
    struct ArrowArray *batch;
    if (keep->fails_at && keep->next + 1 >= keep->fails_at) return 5;
    if (keep->next >= keep->table.batch_count) {
        memset(out, 0, sizeof *out);
        return 0;
    }
    batch = keep->table.batches[keep->next++];
    memcpy(out, batch, sizeof *out);
    batch->release = NULL;
    return 0;
}

static const char *stream_error(struct ArrowArrayStream *stream) {
    (void)stream;
    return "the disk is on fire";
}

static void stream_release(struct ArrowArrayStream *stream) {
    StreamKeep *keep = stream->private_data;
    int i;
    if (!stream->release || !keep) abort();
    if (keep->table.schema->release) keep->table.schema->release(keep->table.schema);
    free(keep->table.schema);
    for (i = 0; i < keep->table.batch_count; i++) {
        struct ArrowArray *batch = keep->table.batches[i];
        if (batch->release) batch->release(batch);
        free(batch);
    }
    keep->count->released++;
    free(keep);
    stream->private_data = NULL;
    stream->release = NULL;
}

static void stream_of(Count *count, struct ArrowArrayStream *stream, Table table) {
    StreamKeep *keep = got(sizeof *keep);
    keep->count = count;
    keep->table = table;
    stream->get_schema = stream_schema;
    stream->get_next = stream_next;
    stream->get_last_error = stream_error;
    stream->release = stream_release;
    stream->private_data = keep;
    count->made++;
}

/* The customers: columns of every kind of layout, one of them the host's own. */
static Table customers_new(Count *count) {
    static const char *const kinds[] = {"individual", "organisation", "individual"};
    static const char *const credits[] = {"good", "poor"};
    static const char *const managers[] = {"M-1", "a manager with a long name", "none"};
    static const int64_t ids[] = {7, 8, 9};
    static const int8_t keys[] = {0, 1, 0};
    static const int32_t days[] = {18000, 0, 18500};
    static const unsigned char valid = 5, yes = 3;
    static const int64_t reviews[] = {1720000000000000 / 86400000000 * 86400000000, 0, 0};
    static const int32_t lists[] = {0, 1, 2, 3};
    Table table;
    struct ArrowSchema *schema = schema_new(count, "+s", "", 8);
    struct ArrowArray *batch = array_new(count, 3, 1, 8);
    schema->children[0] = schema_new(count, "l", "customer_id", 0);
    batch->children[0] = fixed(count, ids, 3, 8);
    schema->children[1] = schema_new(count, "u", "kind", 0);
    batch->children[1] = texts(count, kinds, 3, 0);
    schema->children[2] = schema_new(count, "c", "credit", 0);
    schema->children[2]->dictionary = schema_new(count, "u", NULL, 0);
    ((SchemaKeep *)schema->children[2]->private_data)->dictionary = schema->children[2]->dictionary;
    batch->children[2] = fixed(count, keys, 3, 1);
    batch->children[2]->dictionary = texts(count, credits, 2, 0);
    ((ArrayKeep *)batch->children[2]->private_data)->dictionary = batch->children[2]->dictionary;
    schema->children[3] = schema_new(count, "tdD", "history_from", 0);
    batch->children[3] = fixed(count, days, 3, 4);
    buffer(batch->children[3], 0, &valid, 1);
    batch->children[3]->null_count = 1;
    schema->children[4] = schema_new(count, "b", "intends_to_insure", 0);
    batch->children[4] = array_new(count, 3, 2, 0);
    buffer(batch->children[4], 1, &yes, 1);
    schema->children[5] = schema_new(count, "tsu:", "next_review", 0);
    batch->children[5] = fixed(count, reviews, 3, 8);
    schema->children[6] = schema_new(count, "+l", "_own", 1);
    schema->children[6]->children[0] = schema_new(count, "l", "item", 0);
    batch->children[6] = array_new(count, 3, 2, 1);
    buffer(batch->children[6], 1, lists, sizeof lists);
    batch->children[6]->children[0] = fixed(count, ids, 3, 8);
    schema->children[7] = schema_new(count, "vu", "manager_id", 0);
    batch->children[7] = views(count, managers, 3);
    table.schema = schema;
    table.batches[0] = batch;
    table.batch_count = 1;
    return table;
}

static Table policies_new(Count *count) {
    static const int64_t ids[] = {1, 2}, holders[] = {8, 7};
    static const char *const lines[] = {"property", "motor"};
    static const char *const sources[] = {"direct", "direct"};
    static const int32_t starts[] = {19723, 19800}, ends[] = {20089, 20165};
    static const int64_t premiums[] = {6000000, 0, 480000, 0};
    Table table;
    struct ArrowSchema *schema = schema_new(count, "+s", "", 7);
    struct ArrowArray *batch = array_new(count, 2, 1, 7);
    schema->children[0] = schema_new(count, "l", "policy_id", 0);
    batch->children[0] = fixed(count, ids, 2, 8);
    schema->children[1] = schema_new(count, "l", "customer_id", 0);
    batch->children[1] = fixed(count, holders, 2, 8);
    schema->children[2] = schema_new(count, "U", "line", 0);
    batch->children[2] = texts(count, lines, 2, 1);
    schema->children[3] = schema_new(count, "u", "business_source", 0);
    batch->children[3] = texts(count, sources, 2, 0);
    schema->children[4] = schema_new(count, "tdD", "start", 0);
    batch->children[4] = fixed(count, starts, 2, 4);
    schema->children[5] = schema_new(count, "tdD", "end", 0);
    batch->children[5] = fixed(count, ends, 2, 4);
    schema->children[6] = schema_new(count, "d:19,2", "written_premium", 0);
    batch->children[6] = fixed(count, premiums, 2, 16);
    table.schema = schema;
    table.batches[0] = batch;
    table.batch_count = 1;
    return table;
}

static Table claims_new(Count *count) {
    static const int64_t ids[] = {1}, policies[] = {2}, paid[] = {120000}, reserves[] = {0};
    static const int32_t losses[] = {19850};
    static const char *const statuses[] = {"settled"};
    Table table;
    struct ArrowSchema *schema = schema_new(count, "+s", "", 6);
    struct ArrowArray *batch = array_new(count, 1, 1, 6);
    schema->children[0] = schema_new(count, "l", "claim_id", 0);
    batch->children[0] = fixed(count, ids, 1, 8);
    schema->children[1] = schema_new(count, "l", "policy_id", 0);
    batch->children[1] = fixed(count, policies, 1, 8);
    schema->children[2] = schema_new(count, "tdD", "loss_date", 0);
    batch->children[2] = fixed(count, losses, 1, 4);
    schema->children[3] = schema_new(count, "u", "status", 0);
    batch->children[3] = texts(count, statuses, 1, 0);
    schema->children[4] = schema_new(count, "l", "paid", 0);
    batch->children[4] = fixed(count, paid, 1, 8);
    schema->children[5] = schema_new(count, "l", "reserve", 0);
    batch->children[5] = fixed(count, reserves, 1, 8);
    table.schema = schema;
    table.batches[0] = batch;
    table.batch_count = 1;
    return table;
}

#endif
