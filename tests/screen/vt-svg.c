/* SPDX-License-Identifier: MIT
 * vt-svg: a frame as a drawing.
 *
 * Each cell is placed by itself, so that the picture is right whatever font the viewer has.
 * Line-drawing and block characters are drawn as rectangles, without the gaps that fonts leave
 * between rows.
 */
#include "vt-priv.h"

#include <string.h>

enum { CELL_W = 9, CELL_H = 19, BASE = 14, MARGIN = 8, LINE = 1 };

static const char *const paper = "#111111", *const ink = "#dddddd";

struct colours {
    char fg[8], bg[8];
};

static void hex(struct vt *v, VTermColor c, char *out)
{
    vterm_screen_convert_color_to_rgb(v->screen, &c);
    snprintf(out, 8, "#%02x%02x%02x", c.rgb.red, c.rgb.green, c.rgb.blue);
}

static struct colours cell_colours(struct vt *v, const VTermScreenCell *cell)
{
    struct colours c;
    hex(v, cell->fg, c.fg);
    hex(v, cell->bg, c.bg);
    if (VTERM_COLOR_IS_DEFAULT_FG(&cell->fg))
        memcpy(c.fg, ink, sizeof c.fg);
    if (VTERM_COLOR_IS_DEFAULT_BG(&cell->bg))
        memcpy(c.bg, paper, sizeof c.bg);
    if (cell->attrs.reverse) {
        struct colours swapped;
        memcpy(swapped.fg, c.bg, sizeof swapped.fg);
        memcpy(swapped.bg, c.fg, sizeof swapped.bg);
        return swapped;
    }
    return c;
}

static void rect(FILE *out, int x, int y, int w, int h, const char *fill)
{
    fprintf(out, "<rect x='%d' y='%d' width='%d' height='%d' fill='%s'/>\n", x, y, w, h, fill);
}

enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

/* The arms of a light line-drawing character, 0 for any other character. */
static unsigned arms(uint32_t c)
{
    switch (c) {
    case 0x2500:
        return LEFT | RIGHT;
    case 0x2502:
        return UP | DOWN;
    case 0x250c:
        return DOWN | RIGHT;
    case 0x2510:
        return DOWN | LEFT;
    case 0x2514:
        return UP | RIGHT;
    case 0x2518:
        return UP | LEFT;
    case 0x251c:
        return UP | DOWN | RIGHT;
    case 0x2524:
        return UP | DOWN | LEFT;
    case 0x252c:
        return DOWN | LEFT | RIGHT;
    case 0x2534:
        return UP | LEFT | RIGHT;
    case 0x253c:
        return UP | DOWN | LEFT | RIGHT;
    default:
        return 0;
    }
}

static void draw_arms(FILE *out, int x, int y, unsigned to, const char *fill)
{
    int midx = x + CELL_W / 2, midy = y + CELL_H / 2;
    int left = to & LEFT ? x : midx, right = to & RIGHT ? x + CELL_W : midx + LINE;
    int top = to & UP ? y : midy, bottom = to & DOWN ? y + CELL_H : midy + LINE;
    if (to & (LEFT | RIGHT))
        rect(out, left, midy, right - left, LINE, fill);
    if (to & (UP | DOWN))
        rect(out, midx, top, LINE, bottom - top, fill);
}

/* Draws a half or full block. Returns false for any other character. */
static bool draw_block(FILE *out, int x, int y, uint32_t c, const char *fill)
{
    const int half = CELL_H / 2;
    if (c == 0x2580)
        rect(out, x, y, CELL_W, half, fill);
    else if (c == 0x2584)
        rect(out, x, y + half, CELL_W, CELL_H - half, fill);
    else if (c == 0x2588)
        rect(out, x, y, CELL_W, CELL_H, fill);
    else
        return false;
    return true;
}

static void put_escaped(const char *text, FILE *out)
{
    for (; *text; text++)
        switch (*text) {
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '&':
            fputs("&amp;", out);
            break;
        default:
            fputc(*text, out);
        }
}

static void draw_cell(struct vt *v, FILE *out, int row, int col)
{
    VTermScreenCell cell;
    if (!vt_cell(v, row, col, &cell))
        return;
    struct colours c = cell_colours(v, &cell);
    int x = MARGIN + col * CELL_W, y = MARGIN + row * CELL_H,
        w = CELL_W * (cell.width > 1 ? cell.width : 1);
    if (strcmp(c.bg, paper) != 0)
        rect(out, x, y, w, CELL_H, c.bg);
    if (cell.attrs.underline)
        rect(out, x, y + BASE + 2, w, LINE, c.fg);
    if (!cell.chars[0] || cell.chars[0] == ' ')
        return;
    if (arms(cell.chars[0]))
        draw_arms(out, x, y, arms(cell.chars[0]), c.fg);
    else if (!draw_block(out, x, y, cell.chars[0], c.fg)) {
        char text[32];
        vt_cell_utf8(&cell, text);
        fprintf(out, "<text x='%d' y='%d' fill='%s'%s>", x, y + BASE, c.fg,
                cell.attrs.bold ? " font-weight='bold'" : "");
        put_escaped(text, out);
        fputs("</text>\n", out);
    }
}

/* The cursor as a frame round its cell. */
static void draw_cursor(struct vt *v, FILE *out)
{
    VTermPos at;
    VTermScreenCell cell;
    vterm_state_get_cursorpos(vterm_obtain_state(v->term), &at);
    if (v->modes.on & MODE_CURSOR_HIDDEN)
        return;
    vt_cell(v, at.row, at.col, &cell);
    int x = MARGIN + at.col * CELL_W, y = MARGIN + at.row * CELL_H,
        w = cell.width > 1 ? 2 * CELL_W : CELL_W;
    fprintf(out, "<rect x='%d.5' y='%d.5' width='%d' height='%d' ", x, y, w - 1, CELL_H - 1);
    fputs("fill='none' stroke='#ffaf00'/>\n", out);
}

void vt_svg(struct vt *v, FILE *out)
{
    int w = v->cols * CELL_W + 2 * MARGIN, h = v->rows * CELL_H + 2 * MARGIN;
    fprintf(out,
            "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'", w,
            h, w, h);
    fprintf(out,
            " font-family='DejaVu Sans Mono, Noto Sans Mono CJK SC, monospace' font-size='15'>\n");
    fprintf(out, "<rect width='100%%' height='100%%' rx='6' fill='%s'/>\n", paper);
    for (int row = 0; row < v->rows; row++)
        for (int col = 0; col < v->cols; col++)
            draw_cell(v, out, row, col);
    draw_cursor(v, out);
    fputs("</svg>\n", out);
}
