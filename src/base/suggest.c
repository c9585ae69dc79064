// SPDX-License-Identifier: MIT
// "Did you mean": the nearest of a list of names.
#include <stdlib.h>
#include <string.h>
#include "base/diag.h"
#include "base/utf8.h"

#define WORD_MAX 64 // characters; longer words get no suggestion

static int decode_word(const char *s, uint32_t out[WORD_MAX])
{
    size_t len = strlen(s);
    int count = 0;
    for (size_t i = 0; i < len;) {
        if (count == WORD_MAX)
            return -1;
        i += utf8_decode(s + i, len - i, &out[count++]);
    }
    return count;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

// Optimal string alignment: Levenshtein plus the swap of two neighbours.
static int align(const uint32_t *a, int a_len, const uint32_t *b, int b_len)
{
    int rows[3][WORD_MAX + 1];
    for (int j = 0; j <= b_len; j++)
        rows[0][j] = j;
    for (int i = 1; i <= a_len; i++) {
        const int *above = rows[(i - 1) % 3];
        int *row = rows[i % 3];
        row[0] = i;
        for (int j = 1; j <= b_len; j++) {
            row[j] = smaller(above[j], row[j - 1]) + 1;
            row[j] = smaller(row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = smaller(row[j], rows[(i - 2) % 3][j - 2] + 1);
        }
    }
    return rows[a_len % 3][b_len];
}

int diag_distance(const char *a, const char *b, int limit)
{
    uint32_t a_chars[WORD_MAX], b_chars[WORD_MAX];
    int a_len = decode_word(a, a_chars), b_len = decode_word(b, b_chars);
    if (a_len < 0 || b_len < 0 || abs(a_len - b_len) > limit)
        return limit + 1;
    return smaller(align(a_chars, a_len, b_chars, b_len), limit + 1);
}

const char *diag_suggest(const char *word, const char *const *names, size_t count)
{
    uint32_t chars[WORD_MAX];
    int len = decode_word(word, chars);
    int limit = len < 0 ? 0 : smaller((len + 2) / 3, 3);
    const char *best = NULL;
    for (size_t i = 0; i < count && limit; i++) {
        int distance = diag_distance(word, names[i], limit);
        if (distance > limit)
            continue;
        best = names[i];
        limit = distance - 1; // from here on only a nearer one; the first of equals stays
    }
    return best;
}
