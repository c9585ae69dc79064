// SPDX-License-Identifier: MIT
#include "case/code_bits.h"

#include <string.h>
#include "base/utf8.h"

enum { BITS = 5, GROUP = 5, DATA_SIGNS = CODE_MAX_SIGNS - CODE_CHECK_SIGNS };

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// ---- bits --------------------------------------------------------------------------------------

void code_bits_put(struct code_bits *bits, uint32_t value, int count)
{
    while (count-- > 0) {
        if (bits->n == DATA_SIGNS * BITS) {
            bits->full = true;
            return;
        }
        int sign = bits->n / BITS, place = BITS - 1 - bits->n % BITS;
        bits->signs[sign] |= (uint8_t)((value >> count & 1) << place);
        bits->n++;
    }
}

uint32_t code_bits_take(struct code_bits *bits, int count)
{
    uint32_t value = 0;
    while (count-- > 0) {
        uint32_t bit = 0;
        if (bits->at >= bits->n)
            bits->full = true;
        else
            bit = (uint32_t)bits->signs[bits->at / BITS] >> (BITS - 1 - bits->at % BITS) & 1u;
        bits->at++;
        value = value << 1 | bit;
    }
    return value;
}

void code_bits_put_small(struct code_bits *bits, uint32_t value, int size)
{
    const uint32_t most = (1u << size) - 1;
    for (; value >= most && !bits->full; value -= most)
        code_bits_put(bits, most, size);
    code_bits_put(bits, value, size);
}

uint32_t code_bits_take_small(struct code_bits *bits, int size)
{
    const uint32_t most = (1u << size) - 1;
    uint32_t value = 0, group;
    do {
        group = code_bits_take(bits, size);
        value += group;
    } while (group == most && !bits->full);
    return value;
}

void code_bits_put_number(struct code_bits *bits, uint64_t value, int size)
{
    do {
        uint64_t more = value >> size;
        code_bits_put(bits, more != 0, 1);
        code_bits_put(bits, (uint32_t)(value & ((1u << size) - 1)), size);
        value = more;
    } while (value);
}

uint64_t code_bits_take_number(struct code_bits *bits, int size)
{
    uint64_t value = 0;
    for (int shift = 0; shift + size < 64; shift += size) {
        bool more = code_bits_take(bits, 1);
        value |= (uint64_t)code_bits_take(bits, size) << shift;
        if (!more || bits->full)
            return value;
    }
    bits->full = true;
    return 0;
}

bool code_bits_ended(const struct code_bits *bits, int least)
{
    int used = (bits->at + BITS - 1) / BITS, signs = bits->n / BITS;
    if (bits->full || signs != (used < least - CODE_CHECK_SIGNS ? least - CODE_CHECK_SIGNS : used))
        return false;
    for (int at = bits->at; at < bits->n; at++)
        if (bits->signs[at / BITS] >> (BITS - 1 - at % BITS) & 1)
            return false;
    return true;
}

// ---- check signs -------------------------------------------------------------------------------

// The field of 32 elements: polynomials over 0 and 1 modulo x^5 + x^2 + 1, of which x is a
// generator.
static unsigned times(unsigned a, unsigned b)
{
    unsigned product = 0;
    for (; b; b >>= 1) {
        product ^= b & 1 ? a : 0;
        a = a << 1 ^ (a & 16 ? 0x25 : 0);
    }
    return product;
}

static unsigned inverse(unsigned a)
{
    unsigned power = 1;
    for (int i = 0; i < 30; i++) // a^31 is 1
        power = times(power, a);
    return power;
}

enum { WEIGHT = 2, SECOND_WEIGHT = 4 }; // x and x squared: neighbours never weigh the same

// The sum of the signs, each with the power of the weight that its place has.
static unsigned sum(const uint8_t *signs, int n, unsigned weight)
{
    unsigned total = 0, power = 1;
    for (int i = 0; i < n; i++, power = times(power, weight))
        total ^= times(signs[i], power);
    return total;
}

static unsigned power_of(unsigned weight, int n)
{
    unsigned power = 1;
    while (n-- > 0)
        power = times(power, weight);
    return power;
}

// With the two signs at the end both sums are zero: two equations with two unknowns.
static void add_check(uint8_t *signs, int n)
{
    unsigned s = sum(signs, n, WEIGHT), t = sum(signs, n, SECOND_WEIGHT);
    unsigned a = power_of(WEIGHT, n), b = times(a, WEIGHT);
    unsigned c = power_of(SECOND_WEIGHT, n), d = times(c, SECOND_WEIGHT);
    unsigned determinant = inverse(times(a, d) ^ times(b, c));
    signs[n] = (uint8_t)times(times(s, d) ^ times(b, t), determinant);
    signs[n + 1] = (uint8_t)times(times(a, t) ^ times(s, c), determinant);
}

// ---- signs -------------------------------------------------------------------------------------

void code_bits_write(const struct code_bits *bits, int least, struct text *out)
{
    uint8_t signs[CODE_MAX_SIGNS];
    int n = (bits->n + BITS - 1) / BITS;
    memcpy(signs, bits->signs, sizeof signs);
    if (n < least - CODE_CHECK_SIGNS)
        n = least - CODE_CHECK_SIGNS;
    add_check(signs, n);
    n += CODE_CHECK_SIGNS;
    for (int i = 0; i < n; i++) {
        if (i && i % GROUP == 0)
            text_char(out, '-');
        text_char(out, alphabet[signs[i]]);
    }
    explicit_bzero(signs, sizeof signs);
}

// Letters that are read as others: what Crockford says, and what a Cyrillic keyboard gives.
static char alike(uint32_t c)
{
    static const struct {
        uint32_t c;
        char sign;
    } pairs[] = {
        {'O', '0'},    {'I', '1'},    {'L', '1'},    {0x0410, 'A'}, {0x0412, 'B'}, {0x0421, 'C'},
        {0x0415, 'E'}, {0x041D, 'H'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x0420, 'P'}, {0x0422, 'T'},
        {0x0425, 'X'}, {0x0423, 'Y'}, {0x041E, '0'}, {0x0406, '1'},
    };
    if (c >= 'a' && c <= 'z')
        c -= 'a' - 'A';
    if (c >= 0x0430 && c <= 0x044F)
        c -= 0x20;
    if (c == 0x0456)
        c = 0x0406;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].c == c)
            return pairs[i].sign;
    return c < 0x80 ? (char)c : '\0';
}

static bool between_groups(uint32_t c)
{
    return c == ' ' || c == '-' || c == '_' || c == '.' || (c >= '\t' && c <= '\r') ||
           (c >= 0x2010 && c <= 0x2015) || c == 0xA0;
}

enum code_signs code_bits_read(struct code_bits *bits, const char *words)
{
    int n = 0;
    memset(bits, 0, sizeof *bits);
    for (size_t len = strlen(words); len;) {
        uint32_t c;
        size_t step = utf8_decode(words, len, &c);
        words += step;
        len -= step;
        if (between_groups(c))
            continue;
        char sign = alike(c);
        const char *place = sign ? strchr(alphabet, sign) : NULL;
        if (!place || n == CODE_MAX_SIGNS)
            return CODE_SIGNS_NONE;
        bits->signs[n++] = (uint8_t)(place - alphabet);
    }
    if (n <= CODE_CHECK_SIGNS)
        return CODE_SIGNS_NONE;
    if (sum(bits->signs, n, WEIGHT) || sum(bits->signs, n, SECOND_WEIGHT))
        return CODE_SIGNS_ALTERED;
    bits->n = (n - CODE_CHECK_SIGNS) * BITS;
    return CODE_SIGNS_GOOD;
}
