/* Reads a JSON text into an array of nodes: enough for the conformance vectors, whose texts need no
 * decoding. Texts stay as they are written, between their quotes. */
#ifndef JSON_H
#define JSON_H

#include <stdlib.h>
#include <string.h>

/* The first item of a list or object is the next node; `next` is the item after this one, or 0. */
typedef struct Node {
    char kind; /* '{', '[', '"', or the first character of anything else */
    const char *text, *key;
    size_t len, key_len, items, next;
} Node;

typedef struct Json {
    const char *at, *end;
    Node *nodes;
    size_t count, room;
} Json;

static void json_space(Json *json) {
    while (json->at < json->end && strchr(" \t\r\n", *json->at)) json->at++;
}

/* The text between quotes; 0 when there is none. */
static int json_text(Json *json, const char **text, size_t *len) {
    if (json->at == json->end || *json->at != '"') return 0;
    *text = ++json->at;
    while (json->at < json->end && *json->at != '"') {
        json->at += *json->at == '\\' && json->end - json->at > 1 ? 2 : 1;
    }
    if (json->at >= json->end) return 0;
    *len = (size_t)(json->at++ - *text);
    return 1;
}

static int json_value(Json *json);

/* The items of a list, or the members of an object, whose node is `whole`. */
static int json_items(Json *json, size_t whole) {
    char close = json->nodes[whole].kind == '{' ? '}' : ']';
    size_t last = 0;
    json->at++;
    json_space(json);
    while (json->at < json->end && *json->at != close) {
        const char *key = NULL;
        size_t key_len = 0, item = json->count;
        if (close == '}') {
            if (!json_text(json, &key, &key_len)) return 0;
            json_space(json);
            if (json->at == json->end || *json->at++ != ':') return 0;
        }
        if (!json_value(json)) return 0;
        json->nodes[item].key = key;
        json->nodes[item].key_len = key_len;
        if (last) json->nodes[last].next = item;
        json->nodes[whole].items++;
        last = item;
        json_space(json);
        if (json->at < json->end && *json->at == ',') {
            json->at++;
            json_space(json);
        }
    }
    return json->at < json->end && *json->at++ == close;
}

static int json_value(Json *json) {
    Node node = {0, NULL, NULL, 0, 0, 0, 0};
    size_t here = json->count;
    json_space(json);
    if (json->at == json->end) return 0;
    if (json->count == json->room) {
        size_t room = json->room ? json->room * 2 : 256;
        Node *grown = realloc(json->nodes, room * sizeof(Node));
        if (!grown) return 0;
        json->nodes = grown;
        json->room = room;
    }
    node.kind = *json->at;
    node.text = json->at;
    json->nodes[json->count++] = node;
    if (node.kind == '{' || node.kind == '[') return json_items(json, here);
    if (node.kind == '"') return json_text(json, &json->nodes[here].text, &json->nodes[here].len);
    while (json->at < json->end && !strchr(",]} \t", *json->at)) json->at++;
    json->nodes[here].len = (size_t)(json->at - node.text);
    return json->nodes[here].len > 0;
}

/* Reads a text; the nodes of the one before are used again. */
static int json_read(Json *json, const char *text, size_t len) {
    json->at = text;
    json->end = text + len;
    json->count = 0;
    return json_value(json);
}

/* The first item of a list or object, or NULL. */
static const Node *json_first(const Node *whole) {
    return whole && whole->items ? whole + 1 : NULL;
}

/* The item after this one, or NULL. */
static const Node *json_next(const Json *json, const Node *item) {
    return item->next ? json->nodes + item->next : NULL;
}

static int json_is(const char *text, size_t len, const char *word) {
    return len == strlen(word) && memcmp(text, word, len) == 0;
}

/* A member, or NULL. */
static const Node *json_get(const Json *json, const Node *object, const char *key) {
    const Node *item = object && object->kind == '{' ? json_first(object) : NULL;
    while (item && !json_is(item->key, item->key_len, key)) item = json_next(json, item);
    return item;
}

#endif
