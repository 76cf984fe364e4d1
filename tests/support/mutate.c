#include "tests/support/mutate.h"

#include <string.h>

static char pick_byte(struct rng *rng, const char *liked)
{
    if (rng_below(rng, 4) == 0) {
        return (char)rng_below(rng, 256);
    }
    return liked[rng_below(rng, (uint32_t)strlen(liked))];
}

/* Puts with[0 .. n) in the place of text[at .. at + len). */
static void splice(struct buf *text, size_t at, size_t len, const char *with,
                   size_t n)
{
    struct buf result;
    buf_init(&result, text->arena);
    buf_add(&result, text->data, at);
    buf_add(&result, with, n);
    buf_add(&result, text->data + at + len, text->len - at - len);
    *text = result;
}

static void mutate_once(struct rng *rng, const char *liked, struct buf *text)
{
    size_t at = rng_below(rng, (uint32_t)text->len + 1);
    size_t rest = text->len - at;
    size_t piece = rng_below(rng, 12) + 1;
    piece = piece < rest ? piece : rest;
    char byte = pick_byte(rng, liked);
    switch (rng_below(rng, 5)) {
    case 0:
        splice(text, at, rest > 0, &byte, 1);
        break;
    case 1:
        splice(text, at, rest > 0, "", 0);
        break;
    case 2:
        splice(text, at, 0, &byte, 1);
        break;
    case 3:
        splice(text, at, piece, "", 0);
        break;
    default:
        splice(text, at, 0, text->data + at, piece);
    }
}

void mutate(struct rng *rng, const char *liked, struct buf *text)
{
    for (uint32_t n = rng_below(rng, 4) + 1; n > 0; n--) {
        mutate_once(rng, liked, text);
    }
}

struct buf mutant(struct arena *arena, uint64_t seed, const char *liked,
                  const char *text, size_t len)
{
    struct rng rng;
    struct buf buf;
    rng_init(&rng, seed);
    buf_init(&buf, arena);
    buf_add(&buf, text, len);
    mutate(&rng, liked, &buf);
    return buf;
}
