/* Assesses a small portfolio from the host's own arrays, then walks a complaint to its deadlines. */

#include "insurant.h"

#include <stdio.h>
#include <string.h>

static InsurantStr str(const char *text) {
    InsurantStr out;
    out.ptr = (const uint8_t *)text;
    out.len = strlen(text);
    return out;
}

/* Prints what is wrong, every problem of it, and frees the error. */
static int fail(const char *what, InsurantError *error) {
    InsurantStr text = {NULL, 0};
    if (error && insurant_error_text(error, &text) == INSURANT_STATUS_OK) {
        fprintf(stderr, "%s: %.*s\n", what, (int)text.len, (const char *)text.ptr);
    }
    insurant_error_free(error);
    return 1;
}

/* 2024-07-01 as days since 1970-01-01. */
enum { AS_OF = 19905, YEAR = 366 };

static int portfolio(const InsurantEngine *engine) {
    static const char *const words[] = {"none",      "unattached", "prospect",       "standard",
                                        "preferred", "key",        "not_applicable", "undecided"};
    const InsurantStr measures[] = {str("annual_premium"), str("loss_ratio(12m)")};
    InsurantPolicy policies[2] = {INSURANT_POLICY_INIT, INSURANT_POLICY_INIT};
    InsurantClaim claim = INSURANT_CLAIM_INIT;
    InsurantCustomer customers[2] = {INSURANT_CUSTOMER_INIT, INSURANT_CUSTOMER_INIT};
    InsurantRules *rules = NULL;
    InsurantScratch *scratch = NULL;
    InsurantError *error = NULL;
    uint32_t motor = 0;
    size_t i;

    if (insurant_rules_new(engine, str("cn-property"), AS_OF, measures, 2, &rules, &error)) {
        return fail("rules", error);
    }
    if (insurant_rules_line(rules, str("motor"), &motor, &error) ||
        insurant_scratch_new(&scratch, &error)) {
        insurant_rules_free(rules);
        return fail("rules", error);
    }
    for (i = 0; i < 2; i++) {
        policies[i].line = motor;
        policies[i].source = INSURANT_BUSINESS_SOURCE_DIRECT;
        policies[i].start = AS_OF - 200;
        policies[i].end = policies[i].start + YEAR;
        policies[i].written_premium = i ? 6000000 : 480000; /* in fen */
        customers[i].kind = i ? INSURANT_CUSTOMER_KIND_ORGANISATION
                              : INSURANT_CUSTOMER_KIND_INDIVIDUAL;
        customers[i].policies = &policies[i];
        customers[i].policy_count = 1;
    }
    claim.policy = 0;
    claim.status = INSURANT_CLAIM_STATUS_SETTLED;
    claim.loss_date = AS_OF - 90;
    claim.paid = 120000;
    customers[0].claims = &claim;
    customers[0].claim_count = 1;

    for (i = 0; i < 2; i++) {
        InsurantValue values[2];
        InsurantResult result = INSURANT_RESULT_INIT;
        result.values = values;
        result.value_capacity = 2;
        if (insurant_rules_assess(rules, &customers[i], scratch, &result, &error)) {
            insurant_scratch_free(scratch);
            insurant_rules_free(rules);
            return fail("assess", error);
        }
        printf("customer %u: %s, annual premium %lld fen", (unsigned)i + 1,
               words[result.category], (long long)values[0].num);
        if (values[1].state == INSURANT_STATE_KNOWN) {
            printf(", loss ratio %lld/%lld", (long long)values[1].num, (long long)values[1].den);
        }
        putchar('\n');
    }
    insurant_scratch_free(scratch);
    insurant_rules_free(rules);
    return 0;
}

static int complaint(const InsurantEngine *engine) {
    /* Received on 2 June, registered on the 5th: clocks run from the 2nd. */
    static const char question[] =
        "{\"as_of\":\"2025-06-10T09:00:00+08:00\",\"procedures\":[\"cn-2020-3\"],"
        "\"complaint\":{\"complaint_id\":\"C-1\",\"events\":["
        "{\"kind\":\"received\",\"id\":\"1\",\"occurred_at\":\"2025-06-02T10:00:00+08:00\","
        "\"recorded_at\":\"2025-06-02T10:00:00+08:00\",\"trigger\":\"complaint\","
        "\"firm_kind\":\"insurer\",\"complainant_kind\":\"individual\",\"channel\":\"phone\","
        "\"actor\":{\"person_id\":\"E1\",\"role\":\"collector\",\"unit_id\":\"JX\"}},"
        "{\"kind\":\"registered\",\"id\":\"2\",\"occurred_at\":\"2025-06-05T09:00:00+08:00\","
        "\"recorded_at\":\"2025-06-05T09:00:00+08:00\","
        "\"actor\":{\"person_id\":\"E1\",\"role\":\"collector\",\"unit_id\":\"JX\"}}]}}";
    InsurantText *answer = NULL;
    InsurantError *error = NULL;
    InsurantStr text = {NULL, 0};
    if (insurant_call(engine, str("complaint_deadlines"), str(question), &answer, &error)) {
        return fail("complaint", error);
    }
    if (insurant_text_get(answer, &text) == INSURANT_STATUS_OK) {
        printf("%.*s\n", (int)text.len, (const char *)text.ptr);
    }
    insurant_text_free(answer);
    return 0;
}

int main(void) {
    InsurantEngine *engine = NULL;
    InsurantError *error = NULL;
    int failed;
    if (insurant_abi_version() != INSURANT_ABI_VERSION) {
        fputs("the library has another interface than the header\n", stderr);
        return 1;
    }
    if (insurant_engine_new(&engine, &error)) return fail("engine", error);
    failed = portfolio(engine) || complaint(engine);
    insurant_engine_free(engine);
    return failed;
}
