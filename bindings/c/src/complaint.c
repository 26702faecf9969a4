/* Keeps a complaint open: it is read once, and every event and question after that is one call. */

#include "insurant.h"

#include <stdio.h>
#include <string.h>

#define ACTOR(unit) "{\"person_id\":\"E1\",\"role\":\"collector\",\"unit_id\":\"" unit "\"}"

/* Received on 2 June by a branch; `units` is the organisation, in which everybody acts. */
#define OPENING(unit)                                                                              \
    "{\"complaint\":{\"complaint_id\":\"C-1\"},\"procedures\":[\"cn-2020-3\"],\"units\":["              \
    "{\"id\":\"HO\",\"name\":\"Head office\",\"level\":\"head_office\"},"                               \
    "{\"id\":\"JX\",\"name\":\"Jiangxi\",\"level\":\"province\",\"parent\":\"HO\"}],"                    \
    "\"event\":{\"kind\":\"received\",\"id\":\"1\",\"occurred_at\":\"2025-06-02T10:00:00+08:00\","       \
    "\"recorded_at\":\"2025-06-02T10:00:00+08:00\",\"trigger\":\"complaint\","                         \
    "\"firm_kind\":\"insurer\",\"complainant_kind\":\"individual\",\"channel\":\"phone\","              \
    "\"actor\":" ACTOR(unit) "}}"

#define REGISTERED                                                                                 \
    "{\"kind\":\"registered\",\"id\":\"2\",\"occurred_at\":\"2025-06-05T09:00:00+08:00\","              \
    "\"recorded_at\":\"2025-06-05T09:00:00+08:00\",\"actor\":" ACTOR("JX") "}"

static InsurantStr str(const char *text) {
    InsurantStr out;
    out.ptr = (const uint8_t *)text;
    out.len = strlen(text);
    return out;
}

/* Prints an answer, or every problem, and frees both. A refusal is an answer, not an error. */
static int show(const char *what, InsurantStatus status, InsurantText *answer, InsurantError *error) {
    InsurantStr text = {NULL, 0};
    int failed = status != INSURANT_STATUS_OK && status != INSURANT_STATUS_REFUSED;
    if (failed) {
        if (error) insurant_error_text(error, &text);
    } else if (answer) {
        insurant_text_get(answer, &text);
    }
    printf("%s, %s: %.*s\n", what,
           failed                              ? "failed"
           : status == INSURANT_STATUS_REFUSED ? "refused"
                                               : "done",
           (int)text.len, (const char *)text.ptr);
    insurant_text_free(answer);
    insurant_error_free(error);
    return failed;
}

static int walk(InsurantComplaint *complaint) {
    InsurantText *answer = NULL;
    InsurantError *error = NULL;
    InsurantStatus status = insurant_complaint_apply(complaint, str(REGISTERED), &answer, &error);
    if (show("registered", status, answer, error)) return 1;
    /* The second time is refused, and leaves the complaint as it was. */
    answer = NULL;
    status = insurant_complaint_apply(complaint, str(REGISTERED), &answer, &error);
    if (show("registered again", status, answer, error)) return 1;
    answer = NULL;
    status = insurant_complaint_allowed(complaint, str(ACTOR("JX")), &answer, &error);
    if (show("allowed", status, answer, error)) return 1;
    answer = NULL;
    status = insurant_complaint_deadlines(complaint, str("2025-06-10T09:00:00+08:00"), &answer, &error);
    return show("deadlines", status, answer, error);
}

int main(void) {
    InsurantEngine *engine = NULL;
    InsurantComplaint *complaint = NULL;
    InsurantText *answer = NULL;
    InsurantError *error = NULL;
    InsurantStatus status;
    int failed;
    if (insurant_abi_version() != INSURANT_ABI_VERSION || insurant_engine_new(&engine, NULL)) return 1;
    /* A unit that `units` does not list: the refusal says so. */
    status = insurant_complaint_open(engine, str(OPENING("NOWHERE")), &complaint, &answer, &error);
    failed = show("opened by a stranger", status, answer, error);
    answer = NULL;
    status = insurant_complaint_open(engine, str(OPENING("JX")), &complaint, &answer, &error);
    failed |= show("opened", status, answer, error);
    if (complaint) failed |= walk(complaint);
    insurant_complaint_free(complaint);
    insurant_engine_free(engine);
    return failed;
}
