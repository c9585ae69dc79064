// SPDX-License-Identifier: MIT
#include "view/room.h"
#include <string.h>
#include "base/utf8.h"

int room_words(const char *s)
{
    int n = 0, wide = 0;
    bool inside = false;
    for (size_t i = 0, len = strlen(s), step; i < len; i += step) {
        uint32_t c;
        step = utf8_decode(s + i, len - i, &c);
        if (c >= 0x2E80)
            wide++;
        bool letter = c != ' ' && c != '\n' && c < 0x2E80;
        n += letter && !inside;
        inside = letter;
    }
    return n + wide / 2;
}

int room_lines(const struct ground *g, const char *words, int width)
{
    return *words ? (int)utf8_wrap(g->arena, words, width).count : 0;
}

// Of pairs, which stand in two columns, the first one is as wide as its widest key.
static int keys_width(const struct making *m)
{
    int width = 0, most = ROOM_WIDTH / 3;
    for (size_t i = 0; i < m->b.n_blocks; i++) {
        int key = utf8_width(m->b.blocks[i].key);
        width = key > width ? key : width;
    }
    return width < most ? width + 2 : most;
}

int making_lines(const struct making *m)
{
    const struct ground *g = m->g;
    int n = 0, beside = ROOM_WIDTH - keys_width(m);
    for (size_t i = 0; i < m->b.n_blocks; i++) {
        const struct block *b = &m->b.blocks[i];
        bool pair = b->kind == BLOCK_PAIR;
        n += (b->kind == BLOCK_HEADING) + (b->kind == BLOCK_GAP) +
             room_lines(g, b->text,
                        pair        ? beside
                        : b->indent ? ROOM_INNER
                                    : ROOM_WIDTH);
    }
    return n;
}

bool making_crowded(const struct making *m, size_t blocks, int lines)
{
    return m->folded && (m->on_paper ? m->b.n_blocks > blocks : making_lines(m) > lines);
}

bool room_fits(const struct ground *g, struct room *room, const char *words, int width)
{
    int n = room_words(words) + 1, lines = room_lines(g, words, width);
    if (n > room->words || lines > room->lines)
        return false;
    room->words -= n;
    room->lines -= lines;
    return true;
}

int making_words(const struct making *m)
{
    int n = 0;
    for (size_t i = 0; i < m->b.n_blocks; i++)
        n += room_words(m->b.blocks[i].text) + room_words(m->b.blocks[i].key) +
             room_words(m->b.blocks[i].marker);
    return n;
}
