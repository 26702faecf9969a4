/* Answers the conformance vectors of `assess` and `measure` through the typed calls: reads lines
 * `operation TAB input`, makes rows of the input, and writes what the result says, in the words of
 * insurant_call: `null` where C has no way to state the question, such as a date that does not exist,
 * and {"refused":true} where the facts are refused. */

#include "insurant.h"
#include "json.h"

#include <stdio.h>

enum { MOST = 64, OTHERS = 16 };

/* What the arrays of one customer lie in. */
typedef struct Question {
    InsurantCustomer customer;
    InsurantPolicy policies[MOST], placed[MOST];
    InsurantMovement movements[2 * MOST][OTHERS];
    InsurantClaim claims[MOST];
    InsurantEntry entries[MOST];
    InsurantValue inputs[OTHERS], values[MOST];
    InsurantStr tenders[MOST], events[MOST];
    size_t lists, tender_count, event_count;
    /* Whether C can state everything so far. */
    int can;
} Question;

static const char *const SOURCES[] = {"direct", "intermediary", "tender", NULL};
static const char *const STATUSES[] = {"open", "settled", "declined", "withdrawn", "reopened", NULL};
static const char *const STATES[] = {"proposed",  "active",  "under_appeal",
                                     "suspended", "expired", "removed", NULL};
static const char *const KINDS[] = {"individual", "organisation", "partner", NULL};
static const char *const CREDITS[] = {"good", "fair", "poor", NULL};
static const char *const CATEGORIES[] = {"none",      "unattached", "prospect",       "standard",
                                         "preferred", "key",        "not_applicable", "undecided"};
static const char *const STANDINGS[] = {NULL, "clear", "watch", "blacklisted"};
static const char *const VALUES[] = {"",      "boolean", "count", "ratio",      "money_ratio",
                                     "money", "date",    "text",  "enumeration"};
static const char *const KNOWN[] = {"", "known", "undefined", "unknown"};

static InsurantStr str(const char *text, size_t len) {
    InsurantStr str;
    str.ptr = (const uint8_t *)text;
    str.len = len;
    return str;
}

static InsurantStr text(Question *q, const Node *node) {
    if (node && node->kind == '"') return str(node->text, node->len);
    if (node) q->can = 0;
    return str("", 0);
}

static int same(const Node *a, const Node *b) {
    return a && b && a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

/* The number of a word from 1. */
static int32_t member(Question *q, const Node *node, const char *const *words) {
    int32_t i;
    for (i = 0; node && words[i]; i++) {
        if (json_is(node->text, node->len, words[i])) return i + 1;
    }
    q->can = 0;
    return 0;
}

static int32_t told(const Node *node) {
    if (!node || (node->kind != 't' && node->kind != 'f')) return INSURANT_TOLD_UNKNOWN;
    return node->kind == 't' ? INSURANT_TOLD_YES : INSURANT_TOLD_NO;
}

static int leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/* `2024-07-01` as days since 1970-01-01. */
static int32_t day(Question *q, const Node *node) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int part[3] = {0, 0, 0}, at = 0, i, year, days;
    if (!node) return INSURANT_NO_DAY;
    if (node->kind != '"' || node->len != 10) return q->can = 0;
    for (i = 0; i < 10; i++) {
        char c = node->text[i];
        if (i == 4 || i == 7) {
            if (c != '-') return q->can = 0;
            at++;
        } else if (c < '0' || c > '9') {
            return q->can = 0;
        } else {
            part[at] = part[at] * 10 + (c - '0');
        }
    }
    if (part[1] < 1 || part[1] > 12) return q->can = 0;
    if (part[2] < 1 || part[2] > lengths[part[1] - 1] + (part[1] == 2 && leap(part[0]))) {
        return q->can = 0;
    }
    year = part[0] - 1;
    days = 365 * year + year / 4 - year / 100 + year / 400 - 719162 + part[2] - 1;
    for (i = 1; i < part[1]; i++) days += lengths[i - 1] + (i == 2 && leap(part[0]));
    return days;
}

/* `123.45` in minor units; absent is 0. */
static int64_t amount(Question *q, const Node *node) {
    size_t i, negative, decimals = 0, point = 0;
    uint64_t sum = 0;
    if (!node) return 0;
    negative = node->len > 0 && node->text[0] == '-';
    if (node->kind != '"' || node->len == negative) return q->can = 0;
    for (i = negative; i < node->len; i++) {
        char c = node->text[i];
        if (c == '.' && !point) {
            point = 1;
        } else if (c < '0' || c > '9' || sum > INT64_MAX / 10 || (decimals += point) > 2) {
            return q->can = 0;
        } else {
            sum = sum * 10 + (uint64_t)(c - '0');
        }
    }
    for (; decimals < 2; decimals++) {
        if (sum > INT64_MAX / 10) return q->can = 0;
        sum *= 10;
    }
    if (sum > INT64_MAX) return q->can = 0;
    return negative ? -(int64_t)sum : (int64_t)sum;
}

/* A number for a name, from 1; 0 for none. */
static uint32_t number(Question *q, const Node *node, InsurantStr *known, size_t *count) {
    size_t i;
    if (!node) return 0;
    for (i = 0; i < *count; i++) {
        if (known[i].len == node->len && !memcmp(known[i].ptr, node->text, node->len)) break;
    }
    if (i == MOST) return (uint32_t)(q->can = 0);
    if (i == *count) known[(*count)++] = text(q, node);
    return (uint32_t)i + 1;
}

static InsurantPolicy policy(const Json *json, Question *q, const InsurantRules *rules,
                             const Node *node) {
    InsurantPolicy row = INSURANT_POLICY_INIT;
    const Node *list = json_get(json, node, "movements"), *item;
    const Node *currency = json_get(json, node, "currency");
    const Node *units = json_get(json, node, "insured_units");
    /* The amounts of a host of the C library are all of one currency. */
    if (currency && !json_is(currency->text, currency->len, "CNY")) q->can = 0;
    if (insurant_rules_line(rules, text(q, json_get(json, node, "line")), &row.line, NULL)) {
        q->can = 0;
    }
    row.source = member(q, json_get(json, node, "business_source"), SOURCES);
    row.start = day(q, json_get(json, node, "start"));
    row.end = day(q, json_get(json, node, "end"));
    row.cancelled_on = day(q, json_get(json, node, "cancelled_on"));
    row.issued_on = day(q, json_get(json, node, "issued_on"));
    row.written_premium = amount(q, json_get(json, node, "written_premium"));
    row.refunded = amount(q, json_get(json, node, "refunded"));
    row.tender = number(q, json_get(json, node, "tender_id"), q->tenders, &q->tender_count);
    row.insured_units = 1;
    if (units) {
        long long count = strtoll(units->text, NULL, 10);
        if (units->kind < '0' || units->kind > '9' || count > UINT32_MAX) q->can = 0;
        row.insured_units = (uint32_t)count;
    }
    if (q->lists == 2 * MOST) {
        q->can = 0;
        return row;
    }
    row.movements = q->movements[q->lists];
    for (item = json_first(list); item; item = json_next(json, item)) {
        InsurantMovement *movement = &q->movements[q->lists][row.movement_count];
        if (row.movement_count == OTHERS) {
            q->can = 0;
            break;
        }
        movement->effective = day(q, json_get(json, item, "effective"));
        movement->amount = amount(q, json_get(json, item, "amount"));
        row.movement_count++;
    }
    q->lists++;
    return row;
}

static InsurantClaim claim(const Json *json, Question *q, const Node *customer, const Node *node) {
    InsurantClaim row = INSURANT_CLAIM_INIT;
    const Node *id = json_get(json, node, "policy_id"), *item;
    int32_t position = 0;
    row.policy = -1;
    if (id) {
        row.policy = INT32_MAX;
        for (item = json_first(json_get(json, customer, "policies")); item;
             item = json_next(json, item), position++) {
            if (same(json_get(json, item, "policy_id"), id)) {
                row.policy = position;
                break;
            }
        }
    }
    row.status = member(q, json_get(json, node, "status"), STATUSES);
    row.loss_date = day(q, json_get(json, node, "loss_date"));
    row.reported_on = day(q, json_get(json, node, "reported_on"));
    row.paid = amount(q, json_get(json, node, "paid"));
    row.reserve = amount(q, json_get(json, node, "reserve"));
    row.recovered = amount(q, json_get(json, node, "recovered"));
    row.event = number(q, json_get(json, node, "event_id"), q->events, &q->event_count);
    row.catastrophe = told(json_get(json, node, "catastrophe")) == INSURANT_TOLD_YES;
    return row;
}

static void input(Question *q, const InsurantRules *rules, const Node *node) {
    InsurantStr written = node->kind == 't'   ? str("yes", 3)
                          : node->kind == 'f' ? str("no", 2)
                                              : text(q, node);
    size_t at = 0;
    if (insurant_rules_input(rules, str(node->key, node->key_len), &at, NULL) || at >= OTHERS ||
        insurant_rules_read_input(rules, at, written, &q->inputs[at], NULL)) {
        q->can = 0;
    } else if (at >= q->customer.input_count) {
        q->customer.input_count = at + 1;
    }
}

/* Room for one more row, or the question cannot be stated here. */
static int room(Question *q, size_t count) {
    if (count < MOST) return 1;
    q->can = 0;
    return 0;
}

static void customer(const Json *json, Question *q, const InsurantRules *rules, const Node *node) {
    const InsurantCustomer blank = INSURANT_CUSTOMER_INIT;
    const Node *id = json_get(json, node, "customer_id"), *item;
    const Node *manager = json_get(json, node, "manager_id");
    InsurantCustomer *c = &q->customer;
    size_t i;
    *c = blank;
    q->can = id != NULL;
    q->lists = q->tender_count = q->event_count = 0;
    for (i = 0; i < OTHERS; i++) {
        q->inputs[i].state = INSURANT_STATE_UNKNOWN;
        q->inputs[i].kind = 0;
        q->inputs[i].num = 0;
        q->inputs[i].den = 1;
    }
    c->kind = member(q, json_get(json, node, "kind"), KINDS);
    item = json_get(json, node, "credit");
    c->credit = item ? member(q, item, CREDITS) : INSURANT_CREDIT_UNKNOWN;
    c->intends_to_insure = told(json_get(json, node, "intends_to_insure"));
    c->fraud_signs = told(json_get(json, node, "fraud_signs"));
    c->hard_to_settle = told(json_get(json, node, "hard_to_settle"));
    c->manager_assigned = !manager || manager->kind != '"' ? INSURANT_TOLD_UNKNOWN
                          : manager->len                   ? INSURANT_TOLD_YES
                                                           : INSURANT_TOLD_NO;
    c->history_from = day(q, json_get(json, node, "history_from"));
    c->valued_on = day(q, json_get(json, node, "valued_on"));
    c->next_review = day(q, json_get(json, node, "next_review"));
    c->policies = q->policies;
    c->placed = q->placed;
    c->claims = q->claims;
    c->entries = q->entries;
    c->inputs = q->inputs;
    for (item = json_first(json_get(json, node, "policies")); item; item = json_next(json, item)) {
        if (!room(q, c->policy_count)) return;
        q->policies[c->policy_count++] = policy(json, q, rules, item);
    }
    for (item = json_first(json_get(json, node, "placed")); item; item = json_next(json, item)) {
        if (!room(q, c->placed_count)) return;
        q->placed[c->placed_count++] = policy(json, q, rules, item);
    }
    for (item = json_first(json_get(json, node, "policies")); item; item = json_next(json, item)) {
        if (!same(json_get(json, item, "partner_id"), id)) continue;
        if (!room(q, c->placed_count)) return;
        q->placed[c->placed_count++] = policy(json, q, rules, item);
    }
    for (item = json_first(json_get(json, node, "claims")); item; item = json_next(json, item)) {
        if (!room(q, c->claim_count)) return;
        q->claims[c->claim_count++] = claim(json, q, node, item);
    }
    for (item = json_first(json_get(json, node, "entries")); item; item = json_next(json, item)) {
        InsurantEntry *entry = &q->entries[c->entry_count];
        if (!room(q, c->entry_count++)) return;
        entry->id = str("", 0);
        entry->state = member(q, json_get(json, item, "state"), STATES);
        entry->effective = day(q, json_get(json, item, "effective"));
        entry->expiry = day(q, json_get(json, item, "expiry"));
    }
    for (item = json_first(json_get(json, node, "inputs")); item; item = json_next(json, item)) {
        input(q, rules, item);
    }
}

typedef InsurantStatus NameOf(const InsurantRules *, size_t, InsurantStr *);

static void names(const InsurantRules *rules, const char *key, uint64_t bits, NameOf *name_of) {
    InsurantStr name;
    const char *between = "";
    size_t bit;
    printf("\"%s\":[", key);
    for (bit = 0; bit < 64; bit++) {
        if (!(bits >> bit & 1) || name_of(rules, bit, &name)) continue;
        printf("%s\"%.*s\"", between, (int)name.len, (const char *)name.ptr);
        between = ",";
    }
    fputs("]", stdout);
}

/* The keys in canonical order. */
static void verdict(const InsurantRules *rules, const InsurantResult *result) {
    const char *between = "";
    int i;
    putchar('{');
    names(rules, "alerts", result->alerts, insurant_rules_alert_id);
    putchar(',');
    names(rules, "alerts_unknown", result->alerts_unknown, insurant_rules_alert_id);
    printf(",\"category\":\"%s\"", CATEGORIES[result->category]);
    if (result->hindsight) fputs(",\"hindsight\":true", stdout);
    fputs(",\"holds\":[", stdout);
    for (i = 7; i > 0; i--) {
        if (!(result->held >> i & 1)) continue;
        printf("%s\"%s\"", between, CATEGORIES[i]);
        between = ",";
    }
    putchar(']');
    if (result->projected) fputs(",\"projected\":true", stdout);
    if (result->standing) printf(",\"standing\":\"%s\"", STANDINGS[result->standing]);
    printf(",\"status\":\"%s\",", result->cause ? "undecided" : "decided");
    names(rules, "unknown", result->unknown, insurant_rules_category_rule_id);
    puts("}");
}

static void measured(const InsurantResult *result) {
    size_t i;
    putchar('[');
    for (i = 0; i < result->value_count; i++) {
        const InsurantValue *value = &result->values[i];
        printf("%s[\"%s\",\"%s\"", i ? "," : "", VALUES[value->kind], KNOWN[value->state]);
        if (value->state == INSURANT_STATE_KNOWN) {
            printf(",\"%lld\",\"%lld\"", (long long)value->num, (long long)value->den);
        }
        putchar(']');
    }
    puts("]");
}

static int answer(const InsurantEngine *engine, const Json *json, Question *q, int measure) {
    const Node *root = json->nodes, *item = json_first(json_get(json, root, "expressions"));
    InsurantResult result = INSURANT_RESULT_INIT;
    InsurantStr measures[MOST];
    InsurantRules *rules = NULL;
    InsurantStatus status;
    size_t count = 0;
    int32_t as_of;
    q->can = 1;
    as_of = day(q, json_get(json, root, "as_of"));
    for (; item && room(q, count); item = json_next(json, item)) measures[count++] = text(q, item);
    if (!q->can ||
        insurant_rules_new(engine, str("cn-property", 11), as_of, measures, count, &rules, NULL)) {
        puts("null");
        return 0;
    }
    customer(json, q, rules, json_get(json, root, "customer"));
    result.values = q->values;
    result.value_capacity = MOST;
    if (!q->can) {
        puts("null");
    } else if ((status = insurant_rules_assess(rules, &q->customer, NULL, &result, NULL)) == 0) {
        if (measure) {
            measured(&result);
        } else {
            verdict(rules, &result);
        }
    } else if (status == INSURANT_STATUS_BAD_FACTS || status == INSURANT_STATUS_OUT_OF_RANGE ||
               status == INSURANT_STATUS_BAD_ENUM) {
        puts("{\"refused\":true}");
    } else {
        fprintf(stderr, "status %d\n", (int)status);
        insurant_rules_free(rules);
        return 1;
    }
    insurant_rules_free(rules);
    return 0;
}

int main(void) {
    static char line[1 << 20];
    static Question question;
    InsurantEngine *engine = NULL;
    Json json = {NULL, NULL, NULL, 0, 0};
    int failed;
    if (insurant_abi_version() != INSURANT_ABI_VERSION || insurant_engine_new(&engine, NULL)) {
        fputs("no engine of this interface\n", stderr);
        return 2;
    }
    failed = 0;
    while (!failed && fgets(line, sizeof line, stdin)) {
        char *tab = strchr(line, '\t');
        if (!tab || !json_read(&json, tab + 1, strlen(tab + 1))) {
            fprintf(stderr, "not a question: %s", line);
            failed = 1;
        } else {
            failed = answer(engine, &json, &question, strncmp(line, "measure\t", 8) == 0);
        }
    }
    free(json.nodes);
    insurant_engine_free(engine);
    return failed;
}
