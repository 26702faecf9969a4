/* Answers conformance vectors: reads lines `operation TAB input` and writes for each the answer,
 * or the problems as {"problems":[{"code":...,"path":...}]}. */

#include "insurant.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static InsurantStr text(const char *bytes, size_t len) {
    InsurantStr str;
    str.ptr = (const uint8_t *)bytes;
    str.len = len;
    return str;
}

/* A line without its end, in memory that grows; 0 at the end of the input. */
static int read_line(char **line, size_t *len, size_t *room) {
    int c;
    *len = 0;
    while ((c = getchar()) != EOF && c != '\n') {
        if (*len == *room) {
            size_t more = *room ? *room * 2 : 65536;
            char *grown = realloc(*line, more);
            if (!grown) {
                fputs("out of memory\n", stderr);
                exit(2);
            }
            *line = grown;
            *room = more;
        }
        (*line)[(*len)++] = (char)c;
    }
    return c != EOF || *len > 0;
}

static void quoted(InsurantStr str) {
    size_t i;
    putchar('"');
    for (i = 0; i < str.len; i++) {
        if (str.ptr[i] == '"' || str.ptr[i] == '\\') putchar('\\');
        putchar(str.ptr[i]);
    }
    putchar('"');
}

static int print_problems(const InsurantError *error) {
    size_t count = 0, i;
    if (insurant_error_count(error, &count)) return 1;
    fputs("{\"problems\":[", stdout);
    for (i = 0; i < count; i++) {
        InsurantProblem problem = INSURANT_PROBLEM_INIT;
        if (insurant_error_problem(error, i, &problem)) return 1;
        fputs(i ? ",{\"code\":" : "{\"code\":", stdout);
        quoted(problem.code);
        fputs(",\"path\":", stdout);
        quoted(problem.path);
        putchar('}');
    }
    puts("]}");
    return 0;
}

int main(void) {
    InsurantEngine *engine = NULL;
    InsurantError *error = NULL;
    char *line = NULL;
    size_t len = 0, room = 0;
    int failed = 0;
    if (insurant_abi_version() != INSURANT_ABI_VERSION) {
        fputs("the library has another interface than the header\n", stderr);
        return 2;
    }
    if (insurant_engine_new(&engine, &error)) {
        insurant_error_free(error);
        fputs("no engine\n", stderr);
        return 2;
    }
    while (!failed && read_line(&line, &len, &room)) {
        const char *tab = memchr(line, '\t', len);
        size_t operation = tab ? (size_t)(tab - line) : len;
        size_t input = tab ? operation + 1 : len;
        InsurantText *answer = NULL;
        InsurantStr out;
        error = NULL;
        if (insurant_call(engine, text(line, operation), text(line + input, len - input), &answer,
                          &error)) {
            failed = !error || print_problems(error);
            insurant_error_free(error);
            continue;
        }
        failed = insurant_text_get(answer, &out) != INSURANT_STATUS_OK;
        if (!failed) {
            fwrite(out.ptr, 1, out.len, stdout);
            putchar('\n');
        }
        insurant_text_free(answer);
    }
    free(line);
    insurant_engine_free(engine);
    return failed;
}
