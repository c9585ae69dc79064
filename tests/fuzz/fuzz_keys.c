// SPDX-License-Identifier: MIT
// Fuzz target: keys, pastes and sizes of the terminal. After each the page is painted; the focus is
// on a row that is there and the cursor inside the screen.
//
//     0x00-0x3f  a key of the table below, or what the terminal sends after Escape
//     0x40-0x7f  a letter, digit or sign (0x20 is taken off below 0x60)
//     0x80-0xbf  a Cyrillic letter or one of the Kazakh number row
//     0xc0-0xdf  a new size: this many columns and the next byte's rows
//     0xe0-0xff  a paste of up to 31 of the following bytes
#include <string.h>

#include "front/keys.h"
#include "paper/paint.h"
#include "tiny.h"
#include "wizard/wizard.h"

static const input special[] = {INPUT_UP,        INPUT_DOWN,   INPUT_LEFT,      INPUT_RIGHT,
                                INPUT_HOME,      INPUT_END,    INPUT_PAGE_UP,   INPUT_PAGE_DOWN,
                                INPUT_ENTER,     INPUT_ESCAPE, INPUT_TAB,       INPUT_BACK_TAB,
                                INPUT_BACKSPACE, INPUT_DELETE, INPUT_F(1),      INPUT_F(2),
                                INPUT_F(3),      INPUT_F(4),   INPUT_F(5),      INPUT_F(6),
                                INPUT_F(8),      INPUT_F(10),  INPUT_CTRL('L'), INPUT_CTRL('U'),
                                INPUT_CTRL('C'), ' ',          INPUT_RESIZE,    INPUT_NONE,
                                0x10FFFF,        0xD800,       0x0301,          0x65E5};

struct run {
    struct wizard *w;
    struct painter painter;
    struct keys keys;
    const uint8_t *at, *end;
};

static void look(struct run *r)
{
    const struct page *page = wizard_page(r->w),
                      *side = painter_wide(&r->painter) ? wizard_side(r->w) : NULL;
    painter_paint(&r->painter, page, side);
    const struct cells *cells = &r->painter.cells;
    if (page->focus >= page->n_items || cells->cursor_row >= cells->rows ||
        cells->cursor_column >= cells->columns)
        abort();
    for (int i = 0; i < page->n_blocks; i++)
        if (page->blocks[i].kind == BLOCK_FIELD &&
            (strlen(page->blocks[i].text) > WIZARD_FIELD_MAX ||
             page->blocks[i].cursor > strlen(page->blocks[i].text)))
            abort();
}

// Escape and what follows as a terminal sends it, in one piece, up to what is a key.
static enum wizard_event after_escape(struct run *r)
{
    input key = INPUT_NONE;
    char escape = 0x1b;
    keys_put(&r->keys, &escape, 1, 0);
    keys_next(&r->keys, 0, &key);
    while (r->at < r->end) {
        keys_put(&r->keys, (const char *)r->at++, 1, 0);
        enum keys_event event = keys_next(&r->keys, 0, &key);
        if (event == KEYS_PASTE)
            return wizard_paste(r->w, r->keys.paste, r->keys.paste_len);
        if (event == KEYS_KEY)
            return wizard_key(r->w, key, r->painter.rows);
        if (r->keys.state == KEYS_GROUND)
            break;
    }
    return WIZARD_SAME;
}

static input character(uint8_t byte)
{
    static const uint32_t others[] = {'"', 0x04D9, 0x0456, 0x04A3, 0x0493, 0x04AF, 0x04B1, 0x049B};
    if (byte < 0x80)
        return byte < 0x60 ? byte - 0x20u : byte;
    return byte < 0xb8 ? 0x0410u + (byte - 0x80u) : others[byte - 0xb8];
}

static enum wizard_event one(struct run *r)
{
    uint8_t byte = *r->at++;
    if (byte < sizeof special / sizeof *special)
        return wizard_key(r->w, special[byte], r->painter.rows);
    if (byte < 0x40)
        return after_escape(r);
    if (byte < 0xc0)
        return wizard_key(r->w, character(byte), r->painter.rows);
    if (byte < 0xe0) {
        painter_resize(&r->painter, (byte - 0xc0) * 6 + 1, r->at < r->end ? *r->at++ % 64 : 24);
        return wizard_key(r->w, INPUT_RESIZE, 1);
    }
    size_t len = byte - 0xe0u, left = (size_t)(r->end - r->at);
    const uint8_t *from = r->at;
    r->at += len < left ? len : left;
    return wizard_paste(r->w, (const char *)from, (size_t)(r->at - from));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct i18n i18n;
    static struct run r;
    if (size > 400) // longer runs find nothing more, and take time
        return 0;
    if (!i18n.pack) {
        i18n_init(&i18n, "en", "/nonexistent");
        i18n_assume_utf8(&i18n);
        i18n_set_pack(&i18n, fuzz_pack(), NULL);
    }
    memset(&r, 0, sizeof r);
    r.at = data;
    r.end = data + size;
    r.painter.ascii = size % 2;
    keys_init(&r.keys, KEYS_ESCAPE_WAIT);
    painter_resize(&r.painter, 80, 24);
    r.w = wizard_new(&i18n, fuzz_pack(), fuzz_engine(), FUZZ_DAY,
                     size % 3 ? ABILITY_ALL : ABILITY_KIOSK);
    while (r.at < r.end) {
        enum wizard_event event = one(&r);
        if (event == WIZARD_LEAVE)
            break;
        if (event == WIZARD_RESET)
            painter_forget(&r.painter);
        if (event == WIZARD_SCROLL)
            painter_scroll(&r.painter, wizard_scroll(r.w));
        look(&r);
    }
    keys_release(&r.keys);
    wizard_free(r.w);
    painter_release(&r.painter);
    return 0;
}
