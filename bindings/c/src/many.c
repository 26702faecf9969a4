/* Assesses a portfolio in one call on two threads, from arrays of the host's own, with its progress.
 * Three customers cannot be used, and stop nobody else: what is wrong with them is asked afterwards. */

#include "insurant.h"

#include <stdio.h>
#include <string.h>

/* 2024-07-01 as days since 1970-01-01. */
enum { AS_OF = 19905, CUSTOMERS = 5000 };

static InsurantCustomer customers[CUSTOMERS];
static InsurantPolicy policies[CUSTOMERS];
static InsurantResult results[CUSTOMERS];

static InsurantStr str(const char *text) {
    InsurantStr out;
    out.ptr = (const uint8_t *)text;
    out.len = strlen(text);
    return out;
}

typedef struct Watch {
    size_t first, last, total;
    int calls;
} Watch;

/* Called on the thread of main; anything but 0 stops the call. */
static int32_t progress(size_t done, size_t total, void *context) {
    Watch *watch = context;
    if (watch->calls++ == 0) watch->first = done;
    watch->last = done;
    watch->total = total;
    return 0;
}

static void fill(uint32_t line) {
    const InsurantCustomer customer = INSURANT_CUSTOMER_INIT;
    const InsurantPolicy policy = INSURANT_POLICY_INIT;
    const InsurantResult result = INSURANT_RESULT_INIT;
    size_t i;
    for (i = 0; i < CUSTOMERS; i++) {
        policies[i] = policy;
        policies[i].line = line;
        policies[i].source = INSURANT_BUSINESS_SOURCE_DIRECT;
        policies[i].start = AS_OF - 200;
        policies[i].end = AS_OF + 166;
        policies[i].written_premium = i % 100 ? 480000 : 6000000; /* in fen */
        customers[i] = customer;
        customers[i].kind = INSURANT_CUSTOMER_KIND_ORGANISATION;
        customers[i].policies = &policies[i];
        customers[i].policy_count = 1;
        results[i] = result;
    }
    policies[7].end = AS_OF - 300;
    policies[8].line = 0;
    customers[8].kind = 9;
    policies[9].source = 0;
}

/* What is wrong with a customer, all of it. */
static void tell(const InsurantRules *rules, size_t i) {
    InsurantResult result = INSURANT_RESULT_INIT;
    InsurantError *error = NULL;
    InsurantStr text = {NULL, 0};
    insurant_rules_assess(rules, &customers[i], NULL, &result, &error);
    if (error && insurant_error_text(error, &text) == INSURANT_STATUS_OK) {
        printf("customer %u: status %d\n%.*s\n", (unsigned)i, (int)results[i].status, (int)text.len,
               (const char *)text.ptr);
    }
    insurant_error_free(error);
}

static int portfolio(const InsurantRules *rules) {
    unsigned key = 0, standard = 0, unusable = 0;
    Watch watch = {0, 0, 0, 0};
    uint32_t motor = 0;
    size_t i;
    if (insurant_rules_line(rules, str("motor"), &motor, NULL)) return 1;
    fill(motor);
    if (insurant_rules_assess_many(rules, customers, sizeof customers[0], results,
                                   sizeof results[0], CUSTOMERS, 2, progress, &watch, NULL)) {
        return 1;
    }
    for (i = 0; i < CUSTOMERS; i++) {
        key += results[i].category == INSURANT_CATEGORY_KEY;
        standard += results[i].category == INSURANT_CATEGORY_STANDARD;
        unusable += results[i].status != INSURANT_STATUS_OK;
    }
    printf("%u key, %u standard, %u unusable; told from %u to %u of %u\n", key, standard, unusable,
           (unsigned)watch.first, (unsigned)watch.last, (unsigned)watch.total);
    for (i = 0; i < CUSTOMERS; i++) {
        if (results[i].status != INSURANT_STATUS_OK) tell(rules, i);
    }
    return 0;
}

int main(void) {
    InsurantEngine *engine = NULL;
    InsurantRules *rules = NULL;
    int failed = 1;
    if (insurant_abi_version() != INSURANT_ABI_VERSION || insurant_engine_new(&engine, NULL)) return 1;
    if (!insurant_rules_new(engine, str("cn-property"), AS_OF, NULL, 0, &rules, NULL)) {
        failed = portfolio(rules);
    }
    insurant_rules_free(rules);
    insurant_engine_free(engine);
    return failed;
}
