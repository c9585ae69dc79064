// SPDX-License-Identifier: MIT
// Fuzz target: what a terminal sends, as bytes (front/keys.h). The same bytes in one piece and one
// by one say the same; what was begun comes to an end by itself; nothing is remembered afterwards.
//
//     0xfe N   a pause of N * 20 milliseconds      0xfd   everything is forgotten
//     the rest is what comes from the terminal; its first byte says whether keys are described
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "front/keys.h"

enum { PAUSE = 0xfe, FORGET = 0xfd, MOST = 4000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct heard {
    struct keys keys;
    int64_t now;
    uint64_t sum; // of all events
    size_t events;
};

static void hear(struct heard *h)
{
    input key;
    enum keys_event event;
    size_t before = h->events;
    while ((event = keys_next(&h->keys, h->now, &key)) != KEYS_NOTHING) {
        if ((event == KEYS_KEY) != (key != INPUT_NONE) || h->keys.paste_len > KEYS_PASTE_MOST)
            abort();
        h->sum = (h->sum ^ (uint64_t)key) * 1099511628211u;
        for (size_t i = 0; event == KEYS_PASTE && i < h->keys.paste_len; i++)
            h->sum = (h->sum ^ (unsigned char)h->keys.paste[i]) * 1099511628211u;
        if (++h->events - before > 2 * KEYS_INPUT)
            abort(); // more events than bytes
    }
}

static void wait_for(struct heard *h, int64_t ms)
{
    int64_t end = h->now + ms;
    for (int64_t next; (next = keys_deadline(&h->keys)) <= end;) {
        if (next < h->now)
            abort();
        h->now = next;
        hear(h);
    }
    h->now = end;
    hear(h);
}

// Plays all of it, in pieces of at most `piece` bytes; pieces never hold so much that it is a
// paste.
static void play(struct heard *h, const uint8_t *data, size_t size, size_t piece)
{
    memset(h, 0, sizeof *h);
    keys_init(&h->keys, KEYS_ESCAPE_WAIT);
    if (size && *data & 1) {
        keys_describe(&h->keys, "\033A", INPUT_UP);
        keys_describe(&h->keys, "\001@\r", INPUT_F(1));
        keys_describe(&h->keys, "\033[M", INPUT_F(2));
        keys_describe(&h->keys, "\033[12~x", INPUT_F(3));
    }
    for (size_t at = 0; at < size;) {
        size_t len = 0;
        while (at + len < size && len < piece && data[at + len] < FORGET)
            len++;
        if (len) {
            keys_put(&h->keys, (const char *)data + at, len, h->now);
            hear(h);
            at += len;
        } else if (data[at] == FORGET) {
            keys_forget(&h->keys);
            at++;
        } else {
            wait_for(h, data[at] == PAUSE && at + 1 < size ? data[at + 1] * 20 : 1);
            at += 2;
        }
    }
    wait_for(h, KEYS_PASTE_WAIT + KEYS_REST_WAIT);
    if (keys_deadline(&h->keys) != KEYS_NEVER || h->keys.at != h->keys.len)
        abort();
    keys_release(&h->keys);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct heard whole, bytes;
    setlocale(LC_CTYPE, "C.UTF-8");
    if (size > MOST)
        return 0;
    play(&whole, data, size, KEYS_BURST - 1);
    play(&bytes, data, size, 1);
    if (whole.sum != bytes.sum || whole.events != bytes.events)
        abort();
    play(&whole, data, size, KEYS_INPUT); // pastes without brackets
    return 0;
}
